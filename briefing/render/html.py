"""The HTML part of the email: the user's template with every style inlined, within the size that mail programs show whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import css_inline

from briefing.errors import RenderError
from briefing.models import Briefing
from briefing.render import templates
from briefing.render.budget import most_needed, shorten
from briefing.render.presenter import make_view
from briefing.render.scripts import mark_scripts
from briefing.render.settings import RenderSettings
from briefing.render.templates import TemplateSource
from briefing.render.view import View
from briefing.render.wording import quoted, rest_text


def render_html(briefing: Briefing, *, settings: RenderSettings, templates: TemplateSource) -> bytes:
    """Render the message. Over the budget the longest lists are cut at whole items. Raises RenderError where that is not enough."""
    view = replace(make_view(briefing), rest=rest_text(attached=settings.word_beside), leave_at=settings.leave_at)
    budget = settings.html_budget_bytes
    draw = _prepare(templates)
    page = draw(view)
    if len(page) <= budget:
        return page
    # The page grows ever slower with the number of items that are kept: this share of what is needed is too many, or just right.
    fits, too_many = 0, most_needed(view) * budget // len(page) + 1
    page = draw(shorten(view, fits))
    if len(page) > budget:
        raise RenderError(f"the HTML is {len(page)} bytes at its shortest; {budget} are allowed")
    while too_many - fits > 1:
        most = (fits + too_many) // 2
        longer = draw(shorten(view, most))
        if len(longer) <= budget:
            fits, page = most, longer
        else:
            too_many = most
    return page


def _prepare(source: TemplateSource) -> Callable[[View], bytes]:
    """Give the template as a function of the view; css-inline fetches nothing, and leaves @media rules in the head."""
    render = source.prepare(templates.HTML, {"say": mark_scripts, "quoted": quoted})
    inliner = css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, minify_css=True)

    def draw(view: View) -> bytes:
        try:
            return inliner.inline(render({"b": view})).encode()
        except (css_inline.InlineError, ValueError) as error:
            raise RenderError(f"{source.path(templates.HTML)}: the styles cannot be inlined: {error}") from error

    return draw
