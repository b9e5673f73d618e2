"""The words that tell one step from another."""

from __future__ import annotations

import re

from briefing.compose.forms import base_of
from briefing.compose.novelty import sentence_terms
from briefing.compose.polarity import apart, denials

#: before the end of what goes on until then
UNTIL = re.compile(r"\b(?:until|till|by the time)\b")
#: words that every plan has
_PLAIN = frozenset(
    sentence_terms(
        """within will would shall is to are due plan expect meet hold take place come go make give get say tell ask want must should can
        could may might until by before after date new first second next last one two three four five six seven eight nine ten eleven
        twelve hundred thousand million more than both side people government party"""
    )
)


def step_terms(text: str) -> frozenset[str]:
    """The terms that tell one step from another: neither dates nor the words of every plan; a verb counts as one in any tense."""
    terms = {base_of(t) for t in sentence_terms(text)}
    return frozenset(t.removesuffix("e") for t in terms - _PLAIN if not t[0].isdigit())


def plan_terms(text: str) -> frozenset[str]:
    """The terms of a step: of what "will stay closed until June", which is to reopen then, without those of the state."""
    terms = step_terms(text)
    return apart(terms, frozenset()) if any(d.is_for_now for d in denials(text)) else terms
