"""Who else may be an actor besides those who are named as persons, bodies and lands, and those who hold or are to do something:
places that may stand for who runs them ("Pumwani Hospital"), and people and bodies that are known by a noun alone ("homebuyers")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from briefing.models import ActorKind
from briefing.nlp import lexicon
from briefing.nlp.bodies import body_ending_so, in_letters
from briefing.nlp.countries import is_of_state
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.names import clean_name, ends_in, fold
from briefing.nlp.nominals import ASIDE, call, nominal
from briefing.nlp.resolve import Resolver
from briefing.nlp.services import is_service
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import is_people

#: a noun there only tells of another
_TELLS_OF_ANOTHER = frozenset({"compound", "amod", "nmod:poss", "flat", "appos", "root"})

#: what takes place, and what somebody speaks for without doing it
_NO_ACTORS = frozenset("campaign conference summit country kingdom republic nation".split())
_SPEAK_FOR_LANDS = frozenset("officials authorities leaders diplomats mediators negotiators representatives".split())
#: of whom a body is no body that acts
_DEAD = frozenset("unidentified dead lifeless decomposed headless charred man woman boy girl child baby victim".split())


def add_candidates(view: Text, resolver: Resolver, *, body_start: int) -> None:
    """Add to a roster who may be an actor and is not in it, when all else is resolved: nobody is meant by a pronoun for it."""
    roster = resolver.roster
    taken = {w for entity in roster.entities for w in view.words(entity.spans)}
    _add_places(view, roster, taken, body_start)
    _add_nouns(view, resolver, taken, body_start)


def _add_places(view: Text, roster: Roster, taken: set[int], body_start: int) -> None:
    found: dict[str, Entity] = {}
    for mention in view.annotation.mentions:
        if mention.span.start < body_start or mention.kind != "place":
            continue
        form = clean_name(view.slice(mention.span))
        if not fold(form) or taken.intersection(view.words([mention.span])):
            continue
        if (named := _ending_so(roster, form)) is not None:
            roster.add(named, form, mention.span)
            continue
        entity = found.setdefault(fold(form), Entity(kind="organization", name=form, place=True))
        roster.add(entity, form, mention.span)


def _ending_so(roster: Roster, form: str) -> Entity | None:
    """The one body whose name ends in that of a place, which has two words: "Fire Station" of "Harnby Fire Station"."""
    if " " not in form:
        return None
    longer = [e for e in roster.entities if e.kind == "organization" and any(ends_in(f, form) for f in e.forms)]
    return longer[0] if len(longer) == 1 and not longer[0].nominal else None


def _add_nouns(view: Text, resolver: Resolver, taken: set[int], body_start: int) -> None:
    roster = resolver.roster
    ending: dict[str, list[Entity]] = defaultdict(list)
    for entity in roster.entities:
        if not entity.nominal and (name := fold(entity.name).split()):
            ending[name[-1]].append(entity)
    for word, token in enumerate(view.tokens):
        if word in taken or token.start < body_start or token.pos != "NOUN" or token.relation in _TELLS_OF_ANOTHER:
            continue
        kind = _kind_of_noun(view, word)
        words = view.subtree(word, without=ASIDE)
        if (
            kind is None
            or _stands_before_name(view, roster, word)
            or (view.lemma(word) == "body" and any(view.lemma(w) in _DEAD for w in words))
            or _speaks_for_land(view, roster, word, words)
        ):
            continue
        if kind == "organization" and (named := in_letters(view, roster, word)) is not None:
            # the other ones of a list tell nothing of it
            apart = [n for n, w in enumerate(words) if w < word and view.tokens[w].text == ","]
            call(view, named, words[apart[-1] + 1 :] if apart else words)
            continue
        if kind == "organization" and (named := _named_so(view, resolver, ending, word, words)) is not None:
            call(view, named, words)
            continue
        if kind != "group" and view.tokens[word].tag == "NN" and (named := resolver.named_by(word, words)) is not None:
            call(view, named, words)
            continue
        known = len(roster.entities)
        entity = nominal(view, roster, word, words, kind)
        entity.told_of = entity.told_of or len(roster.entities) > known


def _stands_before_name(view: Text, roster: Roster, word: int) -> bool:
    """Tell whether a noun only tells what the body named right behind it is: "climate group Harbour Watch"."""
    token, behind = view.tokens[word], view.tokens[word + 1 : word + 2]
    if not behind or token.tag == "NNS" or view.text[token.end : behind[0].start] != " ":
        return False
    return any(s.start == behind[0].start and not e.nominal for s, e in roster.at(behind[0].start, behind[0].end))


def _speaks_for_land(view: Text, roster: Roster, word: int, words: list[int]) -> bool:
    """Tell whether a noun only means those who speak for a land that is an actor: "Norland's trade officials"."""
    if view.low(word) not in _SPEAK_FOR_LANDS:
        return False
    lands = [s for s, e in roster.at(view.tokens[words[0]].start, view.tokens[word].start) if e.kind == "country"]
    return bool(lands) and is_of_state(view, view.words(lands[-1:])[-1], word)


def _named_so(view: Text, resolver: Resolver, ending: Mapping[str, list[Entity]], word: int, words: list[int]) -> Entity | None:
    """The one body whose name ends in the noun that it is called by: "the hospital" after "Harnby Hospital". ``ending`` are those who
    have a name, by its last word."""
    told = [w for w in words if view.tokens[w].pos in ("ADJ", "NOUN", "PROPN", "NUM")]
    if words[0] == word or view.low(words[0]) != "the" or view.tokens[word].tag == "NNS":
        return None
    if told != [word]:
        return body_ending_so(resolver.back, told) if told[-1] == word and len(told) == len(words) - 1 else None
    named = ending.get(view.lemma(word), [])
    return named[0] if len(named) == 1 else None


def _kind_of_noun(view: Text, word: int) -> ActorKind | None:
    """What kind of actor a noun can mean, if any."""
    form, lemma = view.low(word), view.lemma(word)
    if (view.tokens[word].tag == "NNS" or form in lexicon.PEOPLE) and is_people(form):
        return "group"
    if lemma in lexicon.BODY_NOUNS - _NO_ACTORS or is_service(view, word):
        return "organization"
    return "person" if lemma in lexicon.PERSON_NOUNS else None
