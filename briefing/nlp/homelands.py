"""Of which land the head of one is whom a text calls only "President Hale": the land that it tells their office by elsewhere, or the only
one that it is about."""

from __future__ import annotations

from collections import Counter
from typing import Final

from briefing.nlp import lexicon
from briefing.nlp.countries import land_at
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.office_words import office_told
from briefing.nlp.syntax import Text

#: what may stand before the office of a head of a land and leaves it that
_BEFORE: Final = frozenset("former acting interim incumbent outgoing incoming deputy vice late current prime crown first then ex".split())
#: the offices, by the words that are told with no land
_HEADS: Final = frozenset("president premier emir amir sultan minister prince".split())
#: offices of states
_OF_STATES: Final = lexicon.HEADS_OF_LANDS | {"prince", "ambassador", "envoy", "vice-president", "secretary"}
#: that often a land is told in a text that is about it
_OFTEN: Final = 2


def tell_homelands(view: Text, roster: Roster, *, body_start: int) -> None:
    """Give the heads of lands whose land nothing beside their names tells the land that the text leaves no doubt of."""
    held = [e for e in roster.entities if e.kind == "person" and not e.nominal and e.affiliation is None and _is_of_state(e)]
    lands = _lands_told(view, body_start) if held else Counter()
    for person in held:
        own = _told_of_it(view, person)
        if len(own) == 1:
            person.affiliation = next(iter(own))
        elif not own and len(lands) == 1 and lands.total() >= _OFTEN and _heads_a_land(person):
            person.affiliation = next(iter(lands))


def _is_of_state(person: Entity) -> bool:
    return bool(set((person.role or "").lower().split()) & _OF_STATES)


def _heads_a_land(person: Entity) -> bool:
    """Tell whether all of a role is the office of a head of a land."""
    words = (person.role or "").lower().replace("vice-", "vice ").removesuffix(" of the republic").split()
    if not words or words[-1] not in _HEADS or not set(words[:-1]) <= _BEFORE:
        return False
    return words[-1] not in ("minister", "prince") or (len(words) > 1 and words[-2] in ("prime", "crown"))


def _told_of_it(view: Text, person: Entity) -> set[str]:
    """The lands that the text tells with the office where it calls a person by that alone: "the Norlandish president"."""
    found: set[str] = set()
    for span in person.spans:
        words = view.words([span])
        if words and (head := view.head_of(words)) is not None:
            phrase = [
                w for w in view.subtree(head, without=frozenset({"acl", "acl:relcl", "appos", "parataxis", "conj"})) if w <= words[-1]
            ]
            if view.lemma(head) in (person.role or "").lower().split():
                found |= office_told(view, phrase).countries
    return found


def _lands_told(view: Text, body_start: int) -> Counter[str]:
    """The lands that a text names, by their names, their peoples or their capitals."""
    found: Counter[str] = Counter()
    nations = view.nations
    for word, token in enumerate(view.tokens):
        if token.start < body_start or not token.text[:1].isupper():
            continue
        land = land_at(view, word) or nations.capitals.get(token.text) or nations.capitals.get(token.text.capitalize())
        if land is not None:
            found[land] += 1
    return found
