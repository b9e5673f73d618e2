"""One briefing → the bytes of its Word document."""

from __future__ import annotations

import io
import zipfile

from briefing.models import Briefing
from briefing.render import templates as files
from briefing.render.docx.body import write_body
from briefing.render.docx.markup import Sheet
from briefing.render.docx.page import set_language, set_page, set_properties
from briefing.render.docx.template import open_template
from briefing.render.presenter import make_view
from briefing.render.settings import RenderSettings
from briefing.render.templates import TemplateSource

#: a ZIP entry cannot be older than this
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def render_docx(briefing: Briefing, *, settings: RenderSettings, templates: TemplateSource) -> bytes:
    """Render the Word document. Raises RenderError where the template is no Word document or lacks a style."""
    document, styles = open_template(templates.path(files.WORD))
    view = make_view(briefing)
    set_properties(document, view, briefing.made_at)
    set_language(document, view.language)
    width = set_page(document, styles, view, settings)
    write_body(Sheet(document.element.body, part=document.part, styles=styles, width=width), view)
    buffer = io.BytesIO()
    document.save(buffer)
    return _settle(buffer.getvalue())


def _settle(data: bytes) -> bytes:
    """Write the package again with fixed times and order, so that the same briefing gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        first = ["[Content_Types].xml", "_rels/.rels"]
        for name in (*first, *sorted(set(read.namelist()) - set(first))):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            written.writestr(entry, read.read(name))
    return out.getvalue()
