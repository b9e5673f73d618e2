"""What an article says in its own words that an actor does: held against what that actor said, "will not withdraw", before.

Sentences with nobody's words in them, that name the actor first, and that tell of now: they are no positions, and show a turn only
where they deny what was affirmed, or affirm what was denied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.compose.drafts import Draft, stable_id
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry, Roster
from briefing.compose.turns import first_named
from briefing.models import BriefedPosition, Span

_QUOTE = re.compile(r"[“”\"]")
#: what tells of before, of a wish, or of what is only possible
_NOT_NOW = re.compile(
    r"\b(?:had|would|could|should|might|may|if|unless|whether|want\w*|hop\w+|fear\w*|expect\w*|accus\w+|alleg\w+|reportedly|"
    r"denie[sd]|earlier|last (?:week|month|year)|years? ago|months? ago|said|says|told|according)\b",
    re.IGNORECASE,
)
_LONGEST = 300


def deeds_in(reading: Reading, roster: Roster) -> list[tuple[Entry, Draft[BriefedPosition]]]:
    """The sentences of a document that tell what an actor does, each as what is compared with that actor's positions."""
    spoken = [s for p in reading.analysis.positions for s in (*p.source, *p.cue, *p.content)]
    entries = {e.name: e for e in roster.acting_in([reading.document.id])}
    found = []
    for span, name in first_named(reading, roster):
        text = reading.slice(span)
        if name is None or _QUOTE.search(text) or _NOT_NOW.search(text) or len(text) > _LONGEST or _touches(span, spoken):
            continue
        found.append((entries[name], _deed(reading, span, name)))
    return found


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < o.end and o.start < span.end for o in others)


def _deed(reading: Reading, span: Span, actor: str) -> Draft[BriefedPosition]:
    item = BriefedPosition(
        id=stable_id("deed", actor, reading.slice(span)),
        actor=actor,
        via=None,
        kind="statement",
        target=None,
        quoted=False,
        excerpt=reading.excerpt((span,)),
        cue="",
        citations=(),
        salience=0.0,
        said_on=reading.document.published,
    )
    return Draft(item=item, evidence=(reading.evidence((span,)),))
