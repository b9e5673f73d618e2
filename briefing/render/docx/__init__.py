"""The Word document, in the styles of templates/briefing.docx and nothing but those styles."""

from briefing.render.docx.document import render_docx

__all__ = ["render_docx"]
