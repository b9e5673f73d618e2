"""Whose office one has who serves a person: "Hale's spokesman, Ada Quill", "Hale lawyer Ada Quill"; their name is part of what one is."""

from __future__ import annotations

import re
from typing import Final

from briefing.models import Span
from briefing.nlp.syntax import Text

#: between whose office it is and the office
_OWNS: Final = re.compile(r"(?:['’]s?)?\s")


def with_owner(view: Text, role: Span, others: list[Span]) -> Span:
    """An office before a name with the person whose it is, right before it; alone where nobody stands there."""
    for other in others:
        between = view.text[other.end : role.start]
        owned = _OWNS.fullmatch(between) is not None
        tied = view.text.endswith("-", 0, other.start)
        if owned and not tied and view.sentence_at(other.start) == view.sentence_at(role.start):
            return Span(other.start, role.end)
    return role
