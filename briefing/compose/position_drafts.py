"""A position as a draft: the words shown, what it is known by, and what it rests on."""

from __future__ import annotations

from briefing.compose.drafts import Draft, is_watched, stable_id
from briefing.compose.full_names import who_is_meant
from briefing.compose.polarity import marked
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry, Roster
from briefing.compose.terms import terms_of
from briefing.models import BriefedPosition, Position, Span


def make_draft(
    reading: Reading,
    position: Position,
    entry: Entry,
    roster: Roster,
    watch: tuple[str, ...],
    *,
    spans: tuple[Span, ...],
    shown: tuple[Span, ...],
    quoted: bool,
) -> Draft[BriefedPosition]:
    """Show a position of an actor by ``shown``, words that hold those of ``spans``, by which it is known again."""
    document = reading.document
    via = roster.name(document.id, position.via) if position.via != position.actor else None
    target = roster.name(document.id, position.target)
    excerpt = reading.excerpt(shown, in_full=who_is_meant(reading, shown, position.actor))
    item = BriefedPosition(
        id=stable_id(entry.name, " ".join(sorted(_marked_terms(" ".join(reading.slice(s) for s in spans))))),
        actor=entry.name,
        via=via if via != entry.name else None,
        kind=position.kind,
        target=target if target != entry.name else None,
        quoted=quoted,
        excerpt=excerpt,
        cue=" … ".join(reading.slice(s) for s in position.cue),
        citations=(),
        salience=position.salience,
        said_on=document.published,
        watched=is_watched(watch, entry.name, *entry.aliases, target, excerpt.text),
        role=entry.role,
        affiliation=entry.elsewhere,
    )
    # the sentence that names the source is part of what the position rests on
    return Draft(item=item, evidence=(reading.evidence([*shown, *position.cue, *position.source]),))


def _marked_terms(text: str) -> frozenset[str]:
    return marked(terms_of(text), text)
