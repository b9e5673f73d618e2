"""Countries by name, people, capital and side; groups that stand as nouns of their own."""

from __future__ import annotations

import re

from briefing.models import Mention, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.land_signs import is_shaped_as_land
from briefing.nlp.names import clean_name, ends_in, fold
from briefing.nlp.nations import government_of
from briefing.nlp.syntax import Text

#: what a place does only where it stands for those who govern it
_SPOKEN_BY_STATES = frozenset(
    """say announce reject deny accuse condemn tell warn urge vow pledge insist declare denounce threaten agree refuse demand sue sign
    impose""".split()
)
#: what a town has of its own, whoever governs the land
_OF_TOWNS = frozenset(
    """mayor mayoralty street airport resident suburb district outskirts metro subway university bishop archbishop hospital stadium
    neighborhood neighbourhood council skyline cathedral""".split()
)
#: what the team of a town does
_PLAYED = frozenset("beat lose score draw play trail thrash".split())
#: words that the longest name of a land has, and what makes another place of one
_LONGEST_LAND = 4
_PARTS = frozenset("New North South East West Northern Southern Eastern Western".split())
#: a place that is named with this confidence is one that the model knows, and no land that it does not
_SURE = 0.9
#: what those have to do with who speak for a land, and what is none of a state's
_OF_STATES = frozenset(
    """government state foreign affairs ministry defence defense security intelligence army navy military police border customs coast guard
    immigration trade finance treasury budget tax justice interior home education health culture fisheries agriculture energy oil
    transport aviation labour labor environment climate space nuclear peace ceasefire truce embassy consular drug counter-terrorism
    counterterrorism cabinet coalition junta regime air election electoral disaster emergency rescue aid prison court law enforcement
    senior top""".split()
)
_NOT_OF_STATES = frozenset(
    """indigenous religious tribal local regional provincial municipal industrial corporate spiritual evangelical clerical academic medical
    student left-wing right-wing far-right pro-democracy anti-government separatist rebel""".split()
)


def add_countries(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    nations = view.nations
    found: dict[str, Entity] = {}

    def note(country: str, form: str, span: Span) -> None:
        entity = found.setdefault(country, Entity(kind="country", name=country))
        roster.add(entity, form, span)

    speaking: dict[str, Entity] = {}
    lands = {s.start: s.end for s, e in roster.by_span.items() if e.kind == "organization"}
    for mention in mentions:
        if lands.get(mention.span.start, 0) > mention.span.end:
            # "Norland Red Cross" is not Norland
            continue
        form = clean_name(view.slice(mention.span))
        if (country := nations.country_of(form)) is not None or (country := government_of(form, nations)) is not None:
            note(country, form, mention.span)
        elif mention.kind == "place" and form in nations.capitals and _acts(view, mention.span):
            note(nations.capitals[form], form, mention.span)
        elif mention.kind == "place" and form not in nations.capitals and _speaks(view, mention.span):
            invented = is_shaped_as_land(form) and mention.confidence < _SURE
            speaking.setdefault(_place_called(form), Entity(kind="country" if invented else "organization"))
        elif form in nations.demonyms and (phrase := _side(view, mention.span)) is not None:
            note(nations.demonyms[form], clean_name(view.slice(phrase)), phrase)
    for country, entity in found.items():
        entity.forms.setdefault(country, 0)
    for mention in mentions:
        form = clean_name(view.slice(mention.span))
        governed = speaking.get(_place_called(form))
        if governed is not None and mention.kind == "place":
            roster.add(governed, form, mention.span)


def _place_called(form: str) -> str:
    """A place's name without what it is: "City of Harnby"."""
    return re.sub(r"^(?:City|Town|Village|State|Province|County|Municipality) of ", "", form)


def _speaks(view: Text, span: Span) -> bool:
    """Tell whether a place that no table knows stands for who governs it: it says, asks or rejects something itself."""
    words = view.words([span])
    head = view.head_of(words)
    if head is None or head != words[-1] or view.tokens[head].relation != "nsubj":
        return False
    verb = view.tokens[head].head
    return view.tokens[verb].pos == "VERB" and view.tokens[verb].tag != "VBN" and view.lemma(verb) in _SPOKEN_BY_STATES


def _acts(view: Text, span: Span) -> bool:
    """Tell whether a capital stands for its government: the subject of a verb, or whom one speaks to; never behind "in" or "from"."""
    head = view.head_of(view.words([span]))
    if head is None:
        return False
    token, first = view.tokens[head], head
    while view.tokens[first].relation == "conj" and view.tokens[view.tokens[first].head].pos == "PROPN":
        first = view.tokens[first].head
    if view.tokens[first].relation.startswith("nsubj"):
        # "Kabul and Lima rejected", not "Lima beat Quito"
        return view.lemma(view.tokens[first].head) not in _PLAYED
    case = view.child(head, ("case",))
    behind = case is not None and view.lemma(case) in ("to", "with", "between", "on", "of", "by", "against", "for")
    if token.relation in ("obl", "nmod", "conj") and behind and view.lemma(token.head) in (
        "talk", "tie", "relation", "deal", "pressure", "accuse", "urge", "call", "unacceptable", "tension", "support", "agreement",
    ):  # fmt: skip
        return True
    return (
        token.relation in ("obj", "nmod:poss")
        and view.tokens[token.head].pos in ("VERB", "NOUN")
        and view.lemma(token.head) not in _OF_TOWNS
        and (token.relation == "nmod:poss" or view.lemma(token.head) in ("accuse", "urge", "blame", "tell", "ask", "warn", "press"))
    )


def _side(view: Text, span: Span) -> Span | None:
    """The phrase "the Turkish side" around a demonym that modifies a noun for a government, or None."""
    last = view.words([span])
    if not last:
        return None
    at, steps = last[-1] + 1, 0
    while at < len(view.tokens) and steps < 2 and view.tokens[at].pos in ("ADJ", "NOUN", "PROPN"):
        if view.low(at) in lexicon.COUNTRY_SIDES and is_of_state(view, last[-1], at):
            following = view.tokens[at + 1] if at + 1 < len(view.tokens) else None
            if following is not None and following.pos == "PROPN":
                return None
            return Span(span.start, view.tokens[at].end)
        at += 1
        steps += 1
    return None


def add_groups(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    """Groups that stand as nouns of their own: parties, peoples, movements; not an adjective before a noun."""
    nations = view.nations
    groups: dict[str, Entity] = {}
    for mention in mentions:
        if mention.span in roster.by_span:
            continue
        form = clean_name(view.slice(mention.span))
        head = view.head_of(view.words([mention.span]))
        if head is None or not form:
            continue
        token = view.tokens[head]
        if token.relation in ("amod", "compound", "nmod:desc", "flat") or token.pos == "ADJ":
            continue
        if form in nations.demonyms and not token.tag.endswith("S"):
            continue
        bodies = [e for e in roster.entities if e.kind == "organization"]
        body = next((e for e in bodies if fold(form) in {fold(f) for f in e.forms}), None)
        if body is None and " " in form:
            # "the First Nation" after "Harnby First Nation"
            longer = [e for e in bodies if any(ends_in(f, form) for f in e.forms)]
            body = longer[0] if len(longer) == 1 else None
        entity = body or groups.setdefault(fold(form), Entity(kind="group"))
        roster.add(entity, form, mention.span)
    for noun, entity in groups.items():
        longer = [g for n, g in groups.items() if n != noun and n.split()[-1] == noun]
        if len(longer) == 1 and entity in roster and longer[0] in roster and next(iter(entity.forms)).islower():
            # "the iwi" after "West Halm iwi"
            roster.fold(entity, longer[0])


def land_called(view: Text, roster: Roster, span: Span) -> Entity | None:
    """The country that a name or an adjective means, else the body or group that is named there."""
    named = [e for s, e in roster.at(span.start, span.end) if s == span and e.kind != "person"]
    return named[0] if named else next(iter(country_in(view, roster, view.words([span]))), None)


def land_at(view: Text, word: int, *, peoples: bool = True) -> str | None:
    """The country that a word, with those before it, names or (``peoples``) is the people of: "South Sudanese" is not Sudanese, and
    "New South Wales" none."""
    nations, tokens = view.nations, view.tokens
    for size in range(_LONGEST_LAND, 0, -1):
        first = word - size + 1
        if first < 0:
            continue
        form = view.text[tokens[first].start : tokens[word].end]
        country = nations.names.get(form) or (nations.demonyms.get(form) if peoples else None)
        if country is not None:
            return country if size > 1 or not _is_part(view, word) else None
    return None


def _is_part(view: Text, word: int) -> bool:
    """Tell whether what stands before the name of a land makes it another place: "New" Mexico, "South" Wales."""
    before = view.tokens[word - 1] if word > 0 else None
    if before is None or before.text not in _PARTS or before.sentence != view.tokens[word].sentence:
        return False
    if before.text == "New" and view.tokens[word].text in view.nations.demonyms.keys() - view.nations.names.keys():
        return False  # "New British Prime Minister"
    return before.text != "New" or word - 1 != view.sentence_words[before.sentence][0]


def is_of_state(view: Text, land: int, side: int) -> bool:
    """Tell whether a noun for those who speak for a land does so with what stands between: "Norlandish defence officials" do, "Norlandish
    union leaders" and "Norlandish Muslim leaders" do not."""
    between = [view.tokens[w] for w in range(land + 1, side) if view.tokens[w].pos in ("NOUN", "PROPN", "ADJ")]
    apart = any(view.tokens[w].pos in ("ADP", "VERB", "CCONJ") or view.tokens[w].text == "," for w in range(land + 1, side))
    if apart:
        return True
    return all(t.text.lower() in _OF_STATES or (t.pos == "ADJ" and t.text.islower() and t.text not in _NOT_OF_STATES) for t in between)


def country_in(view: Text, roster: Roster, words: list[int], *, side: int | None = None) -> list[Entity]:
    """The country whose name or people a phrase begins to tell it by, now also called by the phrase; none where it tells none, or where
    the noun of the phrase (``side``) is of no state."""
    for word in words:
        country = land_at(view, word)
        if country and side is not None and word < side and not is_of_state(view, word, side):
            return []
        if country and not _is_in_a_body(view, roster, word) and not _is_of_a_place(view, words, word):
            known = next((e for e in roster.entities if e.kind == "country" and country in e.forms), None)
            span = view.span_of(words)
            if known is None:
                known = Entity(kind="country", name=country)
                known.forms[country] = 0
            roster.add(known, clean_name(view.slice(span)), span)
            return [known]
    return []


def _is_of_a_place(view: Text, words: list[int], land: int) -> bool:
    """Tell whether a phrase is about a place in a land: "authorities in Halm, Norland" do not speak for Norland."""
    places = [m.span for m in view.annotation.mentions if m.kind == "place"]
    before = [w for w in words if w < land and any(s.start <= view.tokens[w].start < s.end for s in places) and land_at(view, w) is None]
    return any(view.low(w - 1) in ("in", "at") for w in before if w)


def _is_in_a_body(view: Text, roster: Roster, word: int) -> bool:
    """Tell whether the name of a land is a part of a body's: leaders of "the Grain Council of Norland" do not speak for Norland."""
    token = view.tokens[word]
    return any(e.kind == "organization" and s.start < token.start for s, e in roster.at(token.start, token.end))


def governed_country(view: Text, roster: Roster, head: int, own: list[int], owner: list[Entity]) -> list[Entity]:
    """The country whose government it is: of the person who owns or leads it, where they speak for a country."""
    leaders = owner or [e for w in own if w < head for _, e in roster.at(view.tokens[w].start, view.tokens[w].end) if e.kind == "person"]
    for leader in leaders:
        if leader.kind == "country":
            return [leader]
        country = view.nations.names.get(leader.affiliation or "")
        if country:
            return [e for e in roster.entities if e.kind == "country" and country in e.forms][:1]
    return []


def speaks_for_state(view: Text, roster: Roster, speaker: list[Entity]) -> list[Entity] | None:
    """The land that "the country" is in the mouth of one who governs it, nobody where the text does not tell it; None in others'."""
    if len(speaker) != 1:
        return None
    if speaker[0].kind == "country":
        return speaker
    land = view.nations.names.get(speaker[0].affiliation or "")
    if land is not None:
        return [e for e in roster.entities if e.kind == "country" and land in e.forms][:1] or None
    role = {w.lower() for w in (speaker[0].role or "").split()}
    return [] if role & lexicon.HEADS_OF_LANDS and speaker[0].affiliation is None else None
