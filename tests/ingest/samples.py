"""Documents of every format, made as bytes, for the tests to write or to read."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from briefing.ingest import IngestSettings, read_document
from briefing.models import Document

TODAY = date(2026, 11, 24)
SEED = Path(__file__).parents[2] / "seeds" / "000_f0eb57323d2ae8b3.txt"
PARAGRAPHS = (
    "The two ministers met in the capital and agreed that the talks on the river would go on, the ministry said.",
    "Their counterpart called on both of them to open the crossing, and said that there was no reason to wait.",
    "No agreement was reached on the question of the dam, which was built without the consent of those below it.",
)
ENGLISH = "\n".join(PARAGRAPHS)


def read(path: Path, settings: IngestSettings | None = None) -> Document:
    """Read a file that gives one document."""
    (document,) = read_document(path, settings or IngestSettings(), today=TODAY)
    return document


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def docx_bytes(*paragraphs: str, title: str = "", created: datetime | None = None, heading: str | None = None) -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    if created is not None:
        document.core_properties.created = created
    if heading is not None:
        document.add_heading(heading, level=1)
    for paragraph in paragraphs or PARAGRAPHS:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_bytes(*paragraphs: str, title: str | None = None, pages: int = 1, password: str | None = None) -> bytes:
    stream = io.BytesIO()
    encrypt = StandardEncryption(password, canPrint=0) if password is not None else None
    template = SimpleDocTemplate(stream, pagesize=A4, title=title or "untitled", encrypt=encrypt, invariant=1)
    style = getSampleStyleSheet()["Normal"]
    story: list[Flowable] = []
    for number in range(pages):
        story += [Paragraph(paragraph, style) for paragraph in paragraphs or PARAGRAPHS]
        if number + 1 < pages:
            story.append(PageBreak())
    template.build(story)
    return stream.getvalue()


def blank_pdf_bytes() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def mail(body: str | None = ENGLISH, *, page: str | None = None, subject: str = "Talks on the river go on") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "River Watch <news@riverwatch.example>"
    message["Subject"] = subject
    message["Date"] = "Tue, 20 Sep 2022 23:30:00 -0400"
    if body is not None:
        message.set_content(body)
    if page is not None:
        if body is None:
            message.set_content(page, subtype="html")
        else:
            message.add_alternative(page, subtype="html")
    return message


def zip_bytes(*entries: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return stream.getvalue()


def page_source(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
