"""Which reader reads which extension."""

from __future__ import annotations

from datetime import date

from briefing.ingest.content import Content, Rejected
from briefing.ingest.formats.extensions import EXTENSIONS, MAIL, MAILBOX, MARKDOWN, NO_DOCUMENTS, PDF, TEXT, WEB, WORD, extension_of
from briefing.ingest.settings import IngestSettings


def read_content(extension: str, data: bytes, settings: IngestSettings, today: date) -> Content:
    """Read one file's bytes by the reader of its extension, which is one of EXTENSIONS.

    Raises Rejected, or whatever a broken file leads to.
    Each reader is imported when it is needed: a folder of text files need not wait for the PDF and HTML libraries.
    """
    if extension in TEXT:
        from briefing.ingest.formats.text import read_text

        return read_text(data)
    if extension in MARKDOWN:
        from briefing.ingest.formats.markdown import read_markdown

        return read_markdown(data)
    if extension in WEB:
        from briefing.ingest.formats.html import read_html

        return read_html(data, today)
    if extension in WORD:
        from briefing.ingest.formats.docx import read_docx

        return read_docx(data, settings)
    if extension in PDF:
        from briefing.ingest.formats.pdf import read_pdf

        return read_pdf(data, settings)
    if extension in MAIL | MAILBOX:
        from briefing.ingest.formats.mail import read_mail

        return read_mail(data, settings, today, extension=extension)
    raise ValueError(f"no reader for {extension}")


def check_supported(name: str) -> str:
    """Give the extension of a file that a reader takes. Raises Rejected, by whether a document is lost with it."""
    extension = extension_of(name)
    if extension in NO_DOCUMENTS:
        raise Rejected("no document", f"{extension} is no document")
    if extension not in EXTENSIONS:
        raise Rejected("unsupported format", f"{extension or 'a name without extension'} is no format that is read here")
    return extension
