"""The HTML part of the email: the user's template with every style inlined, within the size that mail programs show whole."""

from __future__ import annotations

import css_inline

from briefing.errors import RenderError
from briefing.models import Briefing
from briefing.render import templates
from briefing.render.budget import shorten
from briefing.render.presenter import make_view
from briefing.render.settings import RenderSettings
from briefing.render.templates import TemplateSource
from briefing.render.view import View

_SHARES = (0.8, 0.65, 0.5, 0.4, 0.3, 0.2, 0.13, 0.08, 0.04, 0.0)


def render_html(briefing: Briefing, *, settings: RenderSettings, templates: TemplateSource) -> bytes:
    """Render the message. Over the budget the long sections are cut at whole items. Raises RenderError where that is not enough."""
    view = make_view(briefing)
    page = _page(view, templates)
    for share in _SHARES:
        if len(page) <= settings.html_budget_bytes:
            return page
        page = _page(shorten(view, share), templates)
    if len(page) > settings.html_budget_bytes:
        raise RenderError(f"the HTML is {len(page)} bytes at its shortest; {settings.html_budget_bytes} are allowed")
    return page


def _page(view: View, source: TemplateSource) -> bytes:
    html = source.render(templates.HTML, {"b": view}, {})
    inliner = css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True)
    try:
        return inliner.inline(html).encode()
    except (css_inline.InlineError, ValueError) as error:
        raise RenderError(f"{source.path(templates.HTML)}: the styles cannot be inlined: {error}") from error
