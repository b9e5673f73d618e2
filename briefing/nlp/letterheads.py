"""Who is named above a text or before a colon: who wrote it, the body whose note it is, who speaks; and the styles that names bear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from briefing.models import Mention, Span
from briefing.nlp.names import fold
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import Text

#: what stands before who wrote an article that speaks in the first person outside of quotations, and how often it does
_BYLINE = re.compile(r"(?im)^by[ \t]+\Z")
_OFTEN = 2
#: what stands before who sends a letter, and before those whom it is sent to
_IN_FIELD = re.compile(r"(?i)(?:from|to|cc):[ \t]")
#: what a head says that a text is, and whose
STATED_BY = re.compile(
    r"(?:(?:joint|opening|closing|press|public|open|full|text of the|new year) )*"
    r"(?:statement|remarks|address|speech|letter|message|declaration|judge?ment|ruling|opinion) (?:to the \w+ )?"
    r"(?:by|of|from) (?P<who>.+?)"
    r"(?: (?:on|at|to|in|for|regarding|concerning|about|following|after|ahead)\b|[,:]|$)",
    re.IGNORECASE,
)
#: the body whose head a note bears that says "we": "Berrow Bank Research — Rates Daily"
_LINE = re.compile(r"(?m)^[ \t]*\Z")
_HEADED = re.compile(r"[ \t]*(?:$|[–—|-][ \t])", re.MULTILINE)
#: the lines of a letterhead, and the characters that they stand among
_LINES = re.compile(r"[^\n]+")
_HEAD, _HEAD_LINES = 400, 4
#: a style inside of what was taken for a name, "Bunde H.E. Joseph Quill", or taken for one
_STYLE = re.compile(r"(?<=[ ])(?:H\.? ?[EHM]\.?|H\.? ?R\.? ?H\.?|Mr|Mrs|Ms|Dr)\.? (?=[^\W\d_a-z])")
_STYLE_ALONE = re.compile(r"H\.? ?[EHM]\.?|H\.? ?R\.? ?H\.?")
#: who speaks by title and name before a colon
_LABEL = re.compile(r"(?m)^[ \t*_]*(?:MR|MS|MRS|DR|PRESIDENT|CHANCELLOR|SENATOR|MINISTER|SECRETARY|GENERAL|PRIME MINISTER)\.? \Z")
_LONGEST_TITLE = 20


def heads_of(view: Text) -> Callable[[Mention], bool]:
    """What tells a mention above the text that is an actor of it: who sends it and to whom, who wrote it where it says "I", the body
    whose note it is where "we"."""
    i, we = _says(view, "i", _OFTEN), _says(view, "we", 1)
    speaks = i or we

    def is_head(mention: Mention) -> bool:
        if is_in_field(view, mention.span):
            return True
        line = view.text.rfind("\n", 0, mention.span.start) + 1
        stated = STATED_BY.match(view.text, line, mention.span.end) if speaks else None
        if stated is not None and stated.start("who") <= mention.span.start < stated.end("who"):
            return True
        if mention.kind == "organization":
            opens = we and _LINE.search(view.text, 0, mention.span.start) is not None
            return opens and _HEADED.match(view.text, mention.span.end) is not None
        return i and _BYLINE.search(view.text, 0, mention.span.start) is not None

    return is_head


def is_in_field(view: Text, span: Span) -> bool:
    """Tell whether a name stands in a field above a letter, of who sends it or of those whom it is sent to: "Cc: Ada Quill"."""
    return _IN_FIELD.match(view.text, view.text.rfind("\n", 0, span.start) + 1, span.start) is not None


def is_of_body(view: Text, forms: Iterable[str]) -> bool:
    """Tell whether a text bears the head of a body, its name alone or in capitals on one of the first lines: "SUPREME COURT OF ORLAND"."""
    heads = [line for line in _LINES.findall(view.text[:_HEAD]) if line.strip()][:_HEAD_LINES]
    names = [fold(form) for form in forms if " " in form]
    return any(fold(head.strip()) in names or (head.isupper() and fold(head.strip()).startswith(tuple(names))) for head in heads if names)


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
