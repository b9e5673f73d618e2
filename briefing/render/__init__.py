"""One briefing → its renditions."""

from briefing.render.calendar import render_calendar
from briefing.render.docx import render_docx
from briefing.render.html import render_html
from briefing.render.json import json_schema, read_briefing, render_json
from briefing.render.settings import RenderSettings
from briefing.render.templates import TemplateSource
from briefing.render.text import render_subject, render_text

__all__ = [
    "RenderSettings",
    "TemplateSource",
    "json_schema",
    "read_briefing",
    "render_calendar",
    "render_docx",
    "render_html",
    "render_json",
    "render_subject",
    "render_text",
]
