"""The plain-text part of the email and its subject."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from functools import partial

from briefing.models import Briefing
from briefing.render import templates
from briefing.render.presenter import make_view
from briefing.render.settings import RenderSettings
from briefing.render.templates import TemplateSource
from briefing.render.wording import quoted

#: longer subjects are cut off in every inbox list
_LONGEST_SUBJECT = 120


def render_text(briefing: Briefing, *, settings: RenderSettings, templates: TemplateSource) -> bytes:
    """Render the plain-text part, wrapped at the settings' width; addresses are never broken."""
    filters = {"fill": partial(fill, width=settings.text_width), "rule": lambda c: c * settings.text_width, "quoted": quoted}
    text = templates.render(_TEXT, {"b": replace(make_view(briefing), leave_at=settings.leave_at)}, filters)
    return (_SPACE.sub("\n\n", text).strip("\n") + "\n").encode()


def render_subject(briefing: Briefing, *, templates: TemplateSource) -> str:
    """Render the subject: one line, without what could end a header."""
    line = " ".join(templates.render(_SUBJECT, {"b": make_view(briefing)}, {}).split())
    return line if len(line) <= _LONGEST_SUBJECT else line[: _LONGEST_SUBJECT - 1].rsplit(" ", 1)[0] + "…"


#: the most space between two parts is one empty line
_SPACE = re.compile(r"\n{3,}")
_TEXT, _SUBJECT = templates.TEXT, templates.SUBJECT


def fill(text: str, indent: str = "", first: str | None = None, *, width: int) -> str:
    """Wrap text; ``indent`` goes before every line but the first, which gets ``first`` where it is given."""
    return textwrap.fill(
        text,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
