"""One statement in two wordings: what a position says that another one of the same actor says too, and more.

"We cannot sign this treaty" is in "We cannot sign this treaty. It gives away our water"; who "said his party would support the budget" in
one paper says "We will back the budget because the roads need money" in the next. Only what takes the same side counts as said again,
with the same figures and of the same thing, so that nothing that somebody holds goes untold.
"""

from __future__ import annotations

from briefing.compose.polarity import contradict
from briefing.compose.stance import Stance, read_stance
from briefing.compose.terms import words_of
from briefing.models import BriefedPosition

#: so many words in one order are a sentence that another text has whole
_WHOLE = 4
#: words of an issue that are one, where neither text takes a side in so many words
_ISSUE = 2


def says_no_more(less: BriefedPosition, more: BriefedPosition) -> bool:
    """Tell whether a position's words hold nothing that those of another one do not."""
    if less.kind != more.kind and "statement" not in (less.kind, more.kind):
        return False
    one, other = words_of(less.excerpt.text), words_of(more.excerpt.text)
    if len(one) >= _WHOLE and f" {' '.join(one)} " in f" {' '.join(other)} ":
        return True
    if contradict(less.excerpt.text, more.excerpt.text):
        return False
    a, b = read_stance(less.excerpt.text, less.kind), read_stance(more.excerpt.text, more.kind)
    if not a.issue or not a.issue <= b.issue or not a.figures.items() <= b.figures.items() or _leaning(a) != _leaning(b):
        return False
    return a.side == b.side != 0 or len(a.issue) >= _ISSUE


def _leaning(stance: Stance) -> int:
    """Which way a text leans: by its side, or by what it denies."""
    return stance.side or -stance.is_negated
