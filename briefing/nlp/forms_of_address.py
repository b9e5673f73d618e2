"""What a person is called right beside the name (a title, "Mr" and "Mrs", somebody's son), and the gender that this tells."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.syntax import Text

_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss dr prof professor sir dame hon former acting".split())
_MR_OR_MRS = re.compile(r"\b(Mr|Mrs|Ms|Miss)\b\.?\s?")
_OF_MEN = lexicon.KINSMEN | frozenset("widower mr sir".split())
_OF_WOMEN = lexicon.KINSWOMEN | frozenset("mrs ms miss dame".split())
_KIN_BEFORE = re.compile(rf"\b({'|'.join(sorted(_OF_MEN | _OF_WOMEN))})(?:-in-law)?[.,]?\s(?:[A-Z]\w+\s)?$", re.IGNORECASE)
#: "son of the shipping tycoon Arn Quill", "daughter of the former mayor, Vera Umber"
_KIN_OF = re.compile(
    r"\b(?:son|daughter|child|grandson|granddaughter|grandchild|nephew|niece|wife|husband|widow|widower|brother|sister) of"
    r"(?: [\w’'-]+){0,7},? $",
    re.IGNORECASE,
)
#: ranks that a person is called by alone
RANKS = frozenset(
    """general colonel lieutenant captain major admiral commander sergeant corporal brigadier marshal sheriff detective inspector
    superintendent constable""".split()
)
#: what may stand beside a rank before a name
RANKED_BESIDE = frozenset("leader chief commander president vice deputy brig rear minister prime".split())
#: of these no kinship is told by
_POLITE = frozenset({"mr", "sir", "mrs", "ms", "miss", "dame"})
_OWN_BEHIND = re.compile(r"(?: and|,) (his|her|he|she)\b")


def titles_before(view: Text, span: Span) -> set[str]:
    """The offices and ranks right before a name, or that it begins with: {"senator"} of "Senator Falk"."""
    words = view.words([span])
    at = words[0] - 1 if words else -1
    inside = {view.low(w).rstrip(".") for w in words[:-1]}
    found: set[str] = set()
    while at >= 0 and view.text[view.tokens[at].end : view.tokens[at + 1].start] == " ":
        title = view.low(at).rstrip(".")
        if title not in lexicon.TITLES | RANKS:
            break
        found.add(title)
        at -= 1
    return {lexicon.IN_FULL.get(t, t) for t in (found | inside & (lexicon.TITLES | RANKS)) - _FORMS_OF_ADDRESS}


def titles_of(view: Text, person: Entity) -> set[str]:
    """The offices and ranks right before a person's name, wherever it stands."""
    return {t for s in person.spans for t in titles_before(view, s)}


def address_before(view: Text, span: Span) -> str | None:
    """The form of address that tells a gender right before a name, or that it begins with."""
    found = _MR_OR_MRS.search(view.text, max(0, span.start - 6), span.end)
    return found.group(1) if found is not None and found.end() >= span.start else None


def is_told_as_kin(view: Text, span: Span) -> bool:
    """Tell whether a name is that of somebody's kin: "Her son, Jon Quill", "son of Arn Quill"."""
    kin = _kin_before(view, span)
    if kin is not None:
        return kin.group(1).lower() not in _POLITE
    return _KIN_OF.search(view.text, max(0, span.start - 90), span.start) is not None


def _kin_before(view: Text, span: Span) -> re.Match[str] | None:
    """The kinship or the form of address right before a name."""
    return _KIN_BEFORE.search(view.text, max(0, span.start - 30), span.start)


def gender_told(view: Text, person: Entity) -> str | None:
    """The gender that a kinship or a form of address before a name tells, or a pronoun right behind it: "Ada Quill and her brother"."""
    for span in person.spans:
        if (address := address_before(view, span)) is not None:
            return "he" if address == "Mr" else "she"
        before = _kin_before(view, span)
        if before is not None:
            return "he" if before.group(1).lower() in _OF_MEN else "she"
        behind = _OWN_BEHIND.match(view.text, span.end)
        if behind is not None:
            return "he" if behind.group(1) in ("he", "his") else "she"
    return next((g for span in person.spans if (g := _gender_next(view, span)) is not None), None)


def _gender_next(view: Text, span: Span) -> str | None:
    """The gender of the pronoun that opens the sentence behind one that is about a person alone: "Ada Quill left. She"."""
    here = view.sentence_at(span.start)
    behind = [w for w in (view.sentence_words[here + 1] if here + 1 < len(view.sentence_words) else ()) if view.tokens[w].pos != "PUNCT"]
    head = view.head_of(view.words([span]))
    if head is None or not behind or view.tokens[head].relation != "nsubj":
        return None
    named = view.words([m.span for m in view.annotation.mentions if m.kind == "person" and view.sentence_at(m.span.start) == here])
    if any(not span.start <= view.tokens[w].start < span.end for w in named):
        return None
    return {"he": "he", "she": "she"}.get(view.low(behind[0]))
