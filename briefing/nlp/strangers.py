"""Who spoke and has no name there, and whom "he" or "she" means behind them."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import called_by, is_people

#: sentences from those who have no name to "they", and from the one who has none to "the source"
_CROWD_REACH = 3
#: what anybody may be called who speaks and is not named
_ANYBODY = frozenset({"source", "insider", "person", "individual"})


def is_he_or_she(view: Text, source: tuple[Span, ...]) -> bool:
    words = view.words(source)
    return len(words) == 1 and view.low(words[0]) in ("he", "she", "him", "her")


def is_mouthpiece(view: Text, source: tuple[Span, ...], actors: tuple[Entity, ...]) -> bool:
    """Tell whether some one person without a name speaks for a body: "a Harbour Air spokesman"."""
    head = view.head_of(view.words(source))
    if head is None or view.tokens[head].tag != "NN" or view.lemma(head) not in lexicon.SPOKES_NOUNS:
        return False
    # "the spokesman" may be one who has a name
    first = any(view.low(c) in ("a", "an", "one", "another") for c in view.children[head])
    return first and all(a.kind != "person" for a in actors)


def is_alone(resolver: Resolver, since: int, until: int) -> bool:
    """Tell whether nobody is named from one place to another whom "he" or "she" could mean."""
    return not any(e.kind == "person" for _, e in resolver.roster.at(since, until))


def stranger_meant(view: Text, source: tuple[Span, ...], unknown: tuple[Entity, ...], otherwise: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Whom a pronoun means behind one who has no name: that one, unless the other pronoun was theirs, or it is too far off."""
    gender = "he" if view.text[source[0].start : source[0].end].lower() in ("he", "him") else "she"
    if len(unknown) != 1 or unknown[0].kind != "person":
        return ()
    if unknown[0].gender not in (None, gender):
        return otherwise
    unknown[0].gender = gender
    return unknown


def is_about(view: Text, resolver: Resolver, source: tuple[Span, ...], stranger: int, actors: tuple[Entity, ...]) -> bool:
    """Tell whether the only person named since one without a name spoke is the subject of the sentence right before a pronoun: "A
    spokeswoman declined to comment. Ada Quill used harder words. 'It must end,' she said"."""
    here, last = view.sentence_at(source[0].start), view.sentence_at(stranger)
    since = [(s, e) for s, e in resolver.roster.at(stranger, source[0].start) if last < view.sentence_at(s.start) < here]
    persons = [(s, e) for s, e in since if e.kind == "person" and not e.nominal]
    subjects = [
        e
        for s, e in persons
        if here - view.sentence_at(s.start) <= 2
        and (head := view.head_of(view.words([s]))) is not None
        and view.tokens[head].relation.startswith("nsubj")
    ]
    return len(actors) == 1 and {id(e) for _, e in persons} == {id(actors[0])} and actors[0] in subjects


def is_crowd(actors: tuple[Entity, ...]) -> bool:
    """Tell whether those who speak are several, and one group together."""
    return len(actors) == 1 and actors[0].kind == "group"


def crowd_meant(view: Text, crowd: tuple[int, tuple[Entity, ...]] | None, source: tuple[Span, ...]) -> tuple[Entity, ...]:
    """Whom "they" means behind several without a name who spoke last, in the sentences right before: "Many residents fear it. They say"."""
    words = view.words(source)
    they = len(words) == 1 and view.low(words[0]) in ("they", "them")
    if crowd is None or not they or not 0 <= view.sentence_at(source[0].start) - view.sentence_at(crowd[0] - 1) <= _CROWD_REACH:
        return ()
    since = view.words([Span(crowd[0], source[0].start)])
    others = any(view.tokens[w].tag == "NNS" and view.tokens[w].relation == "obj" and is_people(view.low(w)) for w in since)
    return crowd[1] if not others else ()


def someone_meant(view: Text, someone: tuple[int, Entity] | None, source: tuple[Span, ...]) -> tuple[Entity, ...]:
    """The one without a name who spoke last, in the sentences right before, where "the source" or "the person" goes on, or "the official"
    who has an office: "A senior envoy said so. The person added"."""
    the, *said = view.words(source) or [0]
    if someone is None or view.low(the) != "the" or len(said) != 1:
        return ()
    noun, office = view.lemma(said[0]), called_by(fold(someone[1].name).split())[-1:]
    fits = noun in _ANYBODY or (noun == "official" and bool(set(office) & lexicon.PERSON_NOUNS - lexicon.PRIVATE_PERSONS))
    near = 0 <= view.sentence_at(source[0].start) - view.sentence_at(someone[0] - 1) <= _CROWD_REACH
    return (someone[1],) if fits and near else ()


def is_stranger(view: Text, source: tuple[Span, ...]) -> bool:
    """Tell whether a source that means nobody known is some one person: "the now-retired goalkeeper", and no
    thing: "the title"."""
    head = view.head_of(view.words(source))
    if head is None or view.tokens[head].tag != "NN":
        return False
    lemma = view.lemma(head)
    if lemma in lexicon.IMPERSONAL_SOURCES | lexicon.DOCUMENT_NOUNS | lexicon.PRESS_NOUNS | lexicon.BODY_NOUNS:
        return False
    return lemma == "old" or lemma in lexicon.PERSON_NOUNS | lexicon.PRIVATE_PERSONS or is_people(f"{lemma}s")
