"""The extensions that are read, by format."""

from __future__ import annotations

TEXT = frozenset({".txt", ".text"})
MARKDOWN = frozenset({".md", ".markdown"})
WEB = frozenset({".html", ".htm", ".xhtml"})
WORD = frozenset({".docx"})
PDF = frozenset({".pdf"})
MAIL = frozenset({".eml"})
MAILBOX = frozenset({".mbox"})
EXTENSIONS = TEXT | MARKDOWN | WEB | WORD | PDF | MAIL | MAILBOX
#: what lies beside documents and holds no text that anybody would miss: pictures, sound, film, fonts, signatures, calendars
NO_DOCUMENTS = frozenset(
    """.jpg .jpeg .png .gif .svg .webp .bmp .tif .tiff .ico .heic .mp3 .wav .m4a .ogg .flac .mp4 .mov .avi .mkv .webm
    .ttf .otf .woff .woff2 .css .js .asc .sig .p7s .ics .vcf .db .ini .lnk .url .tmp""".split()
)


def extension_of(name: str) -> str:
    """Give the last extension in lower case, with its dot; empty where there is none."""
    stem, dot, extension = name.rpartition(".")
    return f".{extension.lower()}" if dot and stem else ""
