"""Who is named above a text or before a colon: who wrote it, the body whose note it is, who speaks; and the styles that names bear."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from briefing.models import Mention, Span
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import Text

#: what stands before who wrote an article that speaks in the first person outside of quotations, and how often it does
_BYLINE = re.compile(r"(?im)^by[ \t]+\Z")
_OFTEN = 2
#: what stands before who sends a letter
_SENDER = re.compile(r"(?im)^from:[ \t]+(?:[^\W\d_]+ ){0,3}\Z")
#: the body whose head a note bears that says "we": "Berrow Bank Research — Rates Daily"
_LINE = re.compile(r"(?m)^[ \t]*\Z")
_HEADED = re.compile(r"[ \t]*(?:$|[–—|-][ \t])", re.MULTILINE)
#: a style inside of what was taken for a name, "Bunde H.E. Joseph Quill", or taken for one
_STYLE = re.compile(r"(?<=[ ])(?:H\.? ?[EHM]\.?|H\.? ?R\.? ?H\.?|Mr|Mrs|Ms|Dr)\.? (?=[^\W\d_a-z])")
_STYLE_ALONE = re.compile(r"H\.? ?[EHM]\.?|H\.? ?R\.? ?H\.?")
#: who speaks by title and name before a colon
_LABEL = re.compile(r"(?m)^[ \t*_]*(?:MR|MS|MRS|DR|PRESIDENT|CHANCELLOR|SENATOR|MINISTER|SECRETARY|GENERAL|PRIME MINISTER)\.? \Z")
_LONGEST_TITLE = 20


def heads_of(view: Text) -> Callable[[Mention], bool]:
    """What tells a mention above the text that is an actor of it: who sends it, who wrote it where it says "I", the body
    whose note it is where "we"."""
    i, we = _says(view, "i", _OFTEN), _says(view, "we", 1)

    def is_head(mention: Mention) -> bool:
        if _SENDER.search(view.text, 0, mention.span.start) is not None:
            return True
        if mention.kind == "organization":
            opens = we and _LINE.search(view.text, 0, mention.span.start) is not None
            return opens and _HEADED.match(view.text, mention.span.end) is not None
        return i and _BYLINE.search(view.text, 0, mention.span.start) is not None

    return is_head


def is_labelled(view: Text, span: Span) -> bool:
    """Tell whether a name in capitals is that of who speaks: "PRESIDENT QUILL:"."""
    return (
        view.text[span.end : span.end + 1] == ":" and _LABEL.search(view.text[max(0, span.start - _LONGEST_TITLE) : span.start]) is not None
    )


def without_style(view: Text, mention: Mention) -> Mention | None:
    """Begin a person's name behind a style that stands inside of it; none where it is no more than a style."""
    if mention.kind != "person":
        return mention
    if _STYLE_ALONE.fullmatch(view.slice(mention.span)):
        return None
    styles = list(_STYLE.finditer(view.slice(mention.span)))
    return replace(mention, span=Span(mention.span.start + styles[-1].end(), mention.span.end)) if styles else mention


def _says(view: Text, word: str, often: int) -> bool:
    """Tell whether who writes says "I" or "we" so often, and not in a quotation."""
    own = (t for t in view.tokens if t.text.lower() == word and t.relation.startswith("nsubj") and quotation_at(view.text, t.start) is None)
    return len(list(own)) >= often
