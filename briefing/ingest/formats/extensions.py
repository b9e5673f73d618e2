"""The extensions that are read, by format."""

from __future__ import annotations

TEXT = frozenset({".txt", ".text"})
MARKDOWN = frozenset({".md", ".markdown"})
WEB = frozenset({".html", ".htm", ".xhtml"})
WORD = frozenset({".docx"})
PDF = frozenset({".pdf"})
MAIL = frozenset({".eml"})
EXTENSIONS = TEXT | MARKDOWN | WEB | WORD | PDF | MAIL


def extension_of(name: str) -> str:
    """Give the last extension in lower case, with its dot; empty where there is none."""
    stem, dot, extension = name.rpartition(".")
    return f".{extension.lower()}" if dot and stem else ""
