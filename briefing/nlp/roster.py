"""The roster of one document: its named mentions merged into entities, before anything is known of what they say."""

from __future__ import annotations

from briefing.nlp.countries import add_countries, add_groups
from briefing.nlp.entities import Roster, best_name
from briefing.nlp.organizations import add_bodies
from briefing.nlp.persons import add_persons
from briefing.nlp.syntax import Text


def build_roster(view: Text, *, body_start: int = 0) -> Roster:
    """Merge the named mentions of a document into entities."""
    roster = Roster()
    mentions = [m for m in view.annotation.mentions if m.span.start >= body_start]
    add_persons(roster, view, [m for m in mentions if m.kind == "person"])
    add_bodies(roster, view, [m for m in mentions if m.kind == "organization"])
    add_countries(roster, view, [m for m in mentions if m.kind in ("place", "group", "organization")])
    add_groups(roster, view, [m for m in mentions if m.kind == "group"])
    for entity in roster.entities:
        entity.spans.sort()
        entity.name = best_name(entity)
    return roster
