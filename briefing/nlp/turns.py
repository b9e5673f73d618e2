"""Whose a quotation is that nobody says in its own paragraph: his who spoke right before it, or who says the next if it is left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution
from briefing.nlp.paragraphs import stands_with
from briefing.nlp.quotations import is_quoted, next_opened
from briefing.nlp.syntax import Text

#: what may stand between what somebody says and a quotation that goes on with it
_MARKS = " \r\n\t“”«»„\"'’‘.,!?…"


def by_turns(view: Text, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give the attributions of a text, in order, to those whose turn it is: a quotation that is tied to a cue before the one right before
    it goes on with who speaks there; one that its paragraph leaves open is said by who says the quotation that opens the next."""
    found = list(attributions)
    for place in range(len(found) - 2, -1, -1):
        if _is_left_open(view, found[place], found[place + 1]):
            found[place] = replace(found[place], source=found[place + 1].source, cue=found[place + 1].cue)
    for place in range(1, len(found)):
        if _goes_on(view, found[place - 1], found[place]):
            found[place] = replace(found[place], source=found[place - 1].source, cue=found[place - 1].cue)
    return found


def _is_left_open(view: Text, one: Attribution, after: Attribution) -> bool:
    """Tell whether the paragraph of a quotation ends without closing it, the next opens another that somebody says there, and who says
    this one is told in neither."""
    if not _is_apart(view, one) or _is_apart(view, after) or not after.source:
        return False
    opened = next_opened(view.text, one.content[0].start)
    return opened is not None and after.content[0].start - opened in (0, 1)


def _goes_on(view: Text, before: Attribution, one: Attribution) -> bool:
    """Tell whether a quotation stands right behind what somebody else says, and is tied to a cue before that."""
    if not (before.source and before.cue) or not one.cue or one.cue == before.cue or not _is_apart(view, one):
        return False
    start, end = before.content[0].start, one.content[0].start
    if max(c.end for c in one.cue) > start or not max(c.end for c in before.cue) <= end or before.content[-1].end > end:
        return False
    told = [s for s in (*before.cue, *before.source) if s.start >= before.content[-1].end]
    between = view.text[before.content[-1].end : end]
    for span in sorted(told, reverse=True):
        at = before.content[-1].end
        between = between[: span.start - at] + between[span.end - at :]
    return not between.strip(_MARKS)


def _is_apart(view: Text, attribution: Attribution) -> bool:
    """Tell whether a content is quoted and neither its cue nor its source stands in its paragraph."""
    told = (*attribution.cue, *attribution.source)
    return is_quoted(view.text, attribution.content) and not stands_with(view.text, told, attribution.content)
