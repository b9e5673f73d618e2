"""PDF files, by pypdf. Run it in the subprocess of `isolation`: a page can be made to take any time and memory."""

from __future__ import annotations

import io
import logging
import re
from datetime import date, datetime

from briefing.ingest.content import Content, Rejected
from briefing.ingest.formats.wrapped_lines import join_pages
from briefing.ingest.header import date_line
from briefing.ingest.lengths import beginning
from briefing.ingest.settings import IngestSettings
from briefing.ingest.signatures import check_pdf_bytes

#: titles that programs make of a file's name or of nothing
_NO_TITLE = re.compile(
    r"untitled.*|microsoft word.*|microsoft powerpoint.*|powerpoint.*|document\d*|slide \d+|\(?anonymous\)?|unspecified"
    r"|.*\.(?:docx?|pdf|pptx?|xlsx?|indd|qxd|tex|html?|rtf|odt)",
    re.I,
)


def read_pdf(data: bytes, settings: IngestSettings) -> Content:
    """Read a PDF that opens without a password, its pages joined to paragraphs."""
    import pypdf
    from pypdf.errors import DependencyError

    check_pdf_bytes(data)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            # Many are encrypted against printing only and open with an empty password.
            try:
                opened = reader.decrypt("")
            except (DependencyError, NotImplementedError) as error:
                raise Rejected("encrypted", "it is encrypted in a way that cannot be read here") from error
            if not opened:
                raise Rejected("encrypted", "it is protected by a password")
        count = len(reader.pages)
        pages: list[str] = []
        length = 0
        while len(pages) < min(count, settings.max_pages) and length <= settings.max_characters:
            pages.append(reader.pages[len(pages)].extract_text() or "")
            length += len(pages[-1])
        title, created, language = _properties(reader)
    except (Rejected, MemoryError):
        raise
    except Exception as error:  # pypdf raises its own errors and whatever a damaged structure leads to
        raise Rejected("unreadable", "it is a damaged PDF") from error
    text = join_pages([_apart(page) for page in pages]).encode("utf-8", "replace").decode("utf-8")
    if not text.strip() and count:
        raise Rejected("empty", "it has no text; its pages are pictures")
    notes: tuple[str, ...] = ()
    if len(pages) < count:
        text = beginning(text, settings.max_characters)
        notes = (f"it is long: of its {count:,} pages the first {len(pages):,} were read",)
    return Content(text=text, media_type="application/pdf", title=title, created=created, language=language, notes=notes)


def _apart(page: str) -> str:
    """Put blank lines around each line that holds a day and nothing else: it goes on with no headline and no paragraph."""
    lines = (line.strip() for line in page.splitlines())
    return "\n".join(f"\n{line}\n" if date_line(line, 0, len(line)) is not None else line for line in lines)


def _properties(reader: object) -> tuple[str | None, date | None, str | None]:
    """Read title, day of creation and language; a damaged one is left out."""
    title = created = language = None
    metadata = getattr(reader, "metadata", None)
    if metadata is not None:
        stated = _stated(metadata, "title")
        if isinstance(stated, str) and len(stated.split()) > 1 and not _NO_TITLE.fullmatch(stated.strip()):
            title = stated.encode("utf-8", "replace").decode("utf-8")
        made = _stated(metadata, "creation_date")
        created = made.date() if isinstance(made, datetime) else None
    try:
        root = reader.trailer["/Root"]  # type: ignore[attr-defined]  # pypdf's reader, typed as object above
        stated = root.get("/Lang")
        language = str(stated)[:20] if stated else None
    except Exception:
        language = None
    return title, created, language


def _stated(metadata: object, name: str) -> object:
    try:
        return getattr(metadata, name)
    except Exception:  # each property is parsed when it is asked for
        return None
