"""What a text says of where somebody stands: for or against, how firmly, with which figures, and whether it tells of a turn.

Words alone, in English; what they leave open stays open. The lists are of newswriting's set phrases.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefing.compose.figures import FIGURE, NUMERALS, read_pieces
from briefing.compose.forms import base_of
from briefing.compose.outcomes import phrases
from briefing.compose.polarity import OPENING, without_opposites
from briefing.compose.sides import NEGATED, NO_ISSUE, Found, Taken, doubted, find_side, is_undecided
from briefing.compose.terms import STOPWORDS, fold, terms_of
from briefing.compose.turn_words import OF_A_TURN
from briefing.models import PositionKind, Span

_NO_MORE = phrases(r"(?:no longer|cannot|could not|not) (?:\w+ )?(?:support|back|favou?r|accept|approve|endorse)")
_NO_OBJECTION = phrases(
    r"no (?:\w+ )?(?:objections?|opposition|quarrel|problems?) (?:to|with)", r"(?:not|n't) (?:object to|oppose|be against)"
)
_NONE = re.compile(r"(?:^|\bthat )(?:no|none|nobody|nothing) ")
#: who wants no more than so much is not against it
_LIMIT = re.compile(
    r"\b(?:not|never|no) (?:\w+ ){0,4}?(?:above|below|exceed|under|over|(?:more|less|fewer|higher|lower|longer|later|earlier) than) "
)
#: what is not done only under a condition is not what somebody is against
_CONDITION = re.compile(r"\b(?:if|unless|until|as long as|when|who|which|that)\b.*")
#: "supported the treaty but not the dam" is of the treaty
_EXCEPT = re.compile(r",? but not ")
_FIRM = phrases(
    r"must",
    r"demand\w*",
    r"insist\w*",
    r"at once",
    r"immediate\w*",
    r"ultimatum",
    r"never",
    r"under no circumstances",
    r"unconditional\w*",
    r"threat\w*",
    r"final",
    r"red line",
    r"not an inch",
    r"whatever the cost",
    r"no compromise",
    r"will not",
    r"cannot",
    r"rul(?:e|es|ed|ing) out",
)
_MILD = phrases(
    r"hope\w*",
    r"may",
    r"might",
    r"could",
    r"would like",
    r"consider\w*",
    r"(?:ready|willing|prepared|open) (?:to|for)",
    r"compromise\w*",
    r"negotiab\w+",
    r"discuss\w*",
    r"talk about",
    r"flexib\w+",
    r"if",
    r"provided",
    r"for now",
    r"can live with",
    r"step by step",
)
#: kinds that take a side by themselves
_SIDED = ("opposition", "support", "praise", "blame")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stance:
    """``side`` is 1 for, -1 against, 0 unsaid; ``force`` from 1 (mild) to 3 (firm); ``figures`` by their units.

    ``taken`` is what the side is taken on, as the words right behind it name it: "the water bill" of "backs the water bill".
    """

    side: int
    taken: Taken | None
    #: what it has doubts about
    doubted: tuple[Taken, ...]
    #: the side is what the text calls that, and of nothing else
    is_judged: bool
    force: int
    is_negated: bool
    #: it lets in what could be ruled out
    is_opening: bool
    figures: Mapping[str, float]
    issue: frozenset[str]


@functools.lru_cache(maxsize=4096)
def read_stance(text: str, kind: PositionKind, *, apart: frozenset[str] = frozenset()) -> Stance:
    """Read where a position's words stand; ``apart`` are terms that name its actor and target, which are no issue."""
    text = _EXCEPT.split(text)[0]
    plain = fold(text)
    words = (t for t in terms_of(without_opposites(text)) - apart if t not in NO_ISSUE and not t[0].isdigit() and t not in NUMERALS)
    issue = frozenset(base_of(t) for t in words)
    found = find_side(plain)
    return Stance(
        side=_side(plain, kind, found),
        taken=found.taken if found is not None else None,
        doubted=doubted(plain) if found is None and kind not in _SIDED else (),
        is_judged=found is not None and found.is_judged and kind not in _SIDED,
        force=_force(plain, kind),
        is_negated=NEGATED.search(plain) is not None or _NONE.search(plain) is not None,
        is_opening=OPENING.search(plain) is not None,
        figures=_figures(text),
        issue=issue,
    )


def _side(plain: str, kind: PositionKind, found: Found | None) -> int:
    if OF_A_TURN.search(plain) or is_undecided(plain):
        return 0  # which way the other one turned, or they will, it does not say
    if kind == "opposition":
        return 1 if _NO_OBJECTION.search(plain) else -1
    if kind in ("support", "praise"):
        return -1 if _NO_MORE.search(plain) else 1
    if kind == "blame":
        return 0 if NEGATED.search(plain) else -1
    if found is not None:
        return -found.side if NEGATED.search(plain[max(0, found.start - 30) : found.start]) else found.side
    if kind not in ("demand", "commitment", "offer") or _LIMIT.search(plain):
        return 0
    return -1 if NEGATED.search(_CONDITION.sub("", plain)) else 1


def _force(plain: str, kind: PositionKind) -> int:
    if OPENING.search(plain):
        return 1
    if _FIRM.search(plain) or kind == "warning":
        return 3
    return 1 if _MILD.search(plain) or kind == "offer" else 2


def _figures(text: str) -> dict[str, float]:
    """The figures of a text by what they count, the last of each; by nothing where no word says it."""
    pieces = read_pieces(text, Span(0, len(text)))
    found: dict[str, float] = {}
    for piece, behind in pairwise([*pieces, None]):
        if piece is not None and isinstance(piece.value, float):
            counts = (
                behind is not None and behind.key not in {FIGURE, *STOPWORDS} and not text[piece.span.end : behind.span.start].strip(" -")
            )
            found[behind.key if behind is not None and counts else ""] = piece.value
    return found
