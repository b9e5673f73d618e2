"""Whom "he" or "she" means, where it can hardly be anybody but one person who was named right before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import HE, SHE
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.held import Held
from briefing.nlp.quotations import is_quoted
from briefing.nlp.syntax import SUBJECTS, Text
from briefing.nlp.unnamed import is_trade

#: pronouns that a name can stand for
_NAMED_FOR = (HE | SHE) - {"himself", "herself", "hers"}
_PERSONS = lexicon.PERSON_NOUNS | lexicon.PRIVATE_PERSONS
#: where a clause tells of somebody who may be meant behind it
_TOLD_OF = SUBJECTS | {"obj", "iobj", "obl:agent", "appos", "conj"}
#: nouns for one person, by their endings and such as have none, and what ends so and is nobody
_LIKE_PERSONS = re.compile(
    r"\w{2,}(?:er|or|ist|ian|ant|ent|ee|[a-z]man|woman|ive|crat|mate|eur|old|kin)$"
    r"|(?:rebel|hostage|ally|critic|culprit|thief|spy|monk|nun|cop|kid|baby|teen|adult|star|hero|heir|host|rival|foe|enemy|orphan|twin|bride"
    r"|groom|clerk|crook|accused|deceased|native|local|national|individual|person|human|patriarch|convict|felon|fan|pal|guard|scout)$",
    re.IGNORECASE,
)
_THINGS = (
    lexicon.BODY_NOUNS
    | lexicon.CLAIM_NOUNS
    | lexicon.DOCUMENT_NOUNS
    | lexicon.IMPERSONAL_SOURCES
    | lexicon.PRESS_NOUNS
    | frozenset(
        """number matter water power winter summer order offer river harbor weather border quarter corner dinner paper letter sector factor
        motor floor door error mirror center centre computer fever cancer disaster shelter theater theatre character chapter newsletter
        twitter transfer answer manner career moment event agreement document government department parliament percent content extent
        accident incident investment treatment movement talent intent patent grant restaurant plant warrant committee initiative drive
        archive motive objective detergent continent monument cement rent tent consent comment argument""".split()
    )
)
#: what ends a quotation: who is named behind it speaks
_CLOSING = re.compile(r"[”\"]")
#: anybody at all
_ANYBODY = frozenset("someone somebody anyone anybody everyone everybody nobody whoever whomever one other another each".split())
#: a pronoun's sentence and so many before it, less one, that tell of nobody, are looked through for a name
_REACH = 3


def persons_meant(view: Text, roster: Roster, held: Sequence[Held]) -> Iterator[tuple[Span, Entity, bool]]:
    """Yield the pronouns for one person, in text order, each with the one person that fits it of those named in its sentence before it
    or, where none is, in the nearest sentence before that tells of anybody; and whether it is a possessive.

    Who holds the quotation that a pronoun stands in is not meant by it, nor is who only spoke before. Outside of a quotation one that
    fits who holds the words is left alone.
    """
    around = _around(view, held)
    for word, token in enumerate(view.tokens):
        low = token.text.lower()
        if low in _NAMED_FOR and _is_free(view, roster, word):
            person = _meant(view, roster, held, word, gender="he" if low in HE else "she", position=around.get(word))
            if person is not None:
                yield Span(token.start, token.end), person, token.tag == "PRP$"


def _around(view: Text, held: Sequence[Held]) -> dict[int, Held]:
    """What each word is held in, and where one is held in another, the shorter one."""
    found: dict[int, Held] = {}
    for position, words in sorted(((p, view.words(p.content)) for p in held), key=lambda h: -len(h[1])):
        found.update(dict.fromkeys(words, position))
    return found


def _is_free(view: Text, roster: Roster, word: int) -> bool:
    """Tell whether a pronoun can have somebody named before it: not one that its own sentence names behind it, "in his speech, Ada Quill",
    nor one that the source explains, "he [Quill]", nor "He" for God."""
    token, sentence = view.tokens[word], view.sentence_words[view.tokens[word].sentence]
    opens = word == sentence[0] or view.tokens[word - 1].pos in ("PUNCT", "CCONJ")
    if view.text[token.end :].lstrip()[:1] in ("[", "(") or (token.text[0].isupper() and not opens):
        return False
    roots = [w for w in sentence if view.tokens[w].head == w]
    subjects = [w for w in sentence if view.tokens[w].relation in SUBJECTS and view.tokens[w].head in roots]
    behind = [view.tokens[w] for w in subjects if w > word and not _CLOSING.search(view.text, token.end, view.tokens[w].start)]
    return word in subjects or not any(e.kind == "person" for t in behind for _, e in roster.at(t.start, t.end))


def _meant(view: Text, roster: Roster, held: Sequence[Held], word: int, *, gender: str, position: Held | None) -> Entity | None:
    own = [e for e in position.actors if e.kind == "person"] if position is not None else []
    quoted = position is not None and is_quoted(view.text, (Span(view.tokens[word].start, view.tokens[word].end),))
    if not quoted and any(e.gender in (None, gender) for e in own):
        return None
    here = view.tokens[word].sentence
    for number in range(here, max(-1, here - _REACH), -1):
        before = [w for w in view.sentence_words[number] if w < word]
        if not before:
            continue
        named = roster.at(view.tokens[before[0]].start, view.tokens[before[-1]].end)
        persons = {id(e): e for _, e in named if e.kind == "person" and e.gender in (None, gender) and e not in own}
        if len(persons) > 1 or any(_is_somebody(view, roster, w) or _may_be_somebody(view, roster, w) for w in before):
            return None
        if persons:
            (person,) = persons.values()
            sure = not person.nominal and person.gender is not None and not (quoted and _spoke(view, held, person, number))
            return person if sure and any(e is person and _stands_for_itself(view, span) for span, e in named) else None
    return None


def _spoke(view: Text, held: Sequence[Held], person: Entity, number: int) -> bool:
    """Tell whether somebody is the one who holds something in a sentence: whom another quotation is of is seldom who spoke before it."""
    return any(person in p.actors and p.source and view.sentence_at(p.source[0].start) == number for p in held)


def _is_somebody(view: Text, roster: Roster, word: int) -> bool:
    """Tell whether a noun is of one person and does not only tell who a named one is: "a neighbour", not "the minister, Ada Quill"."""
    token, lemma = view.tokens[word], view.lemma(word)
    if token.pos != "NOUN" or token.tag == "NNS" or not (lemma in _PERSONS or is_trade(lemma)):
        return False
    beside = (view.tokens[w] for w in (word, token.head, *view.children[word]))
    return not any(e.kind == "person" and not e.nominal for t in beside for _, e in roster.at(t.start, t.end))


def _stands_for_itself(view: Text, span: Span) -> bool:
    """Tell whether a name stands for who it names, and is no part of what somebody else is called: not "Quill's uncle"."""
    words = set(view.words((span,)))
    return not any(view.tokens[w].relation == "nmod:poss" for w in words if view.tokens[w].head not in words)


def _may_be_somebody(view: Text, roster: Roster, word: int) -> bool:
    """Tell whether a word that a clause is about, or that it tells of, may be of one person whom no name tells: "the gunman", "a Tunisian",
    "someone"."""
    token = view.tokens[word]
    if token.text.lower() in _ANYBODY:
        return True
    if any(view.lemma(c) in ("a", "an") for c in view.children[word]) and token.text[0].isupper():
        return True
    if token.relation not in _TOLD_OF or token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag in ("NNS", "NNPS"):
        return False
    if _LIKE_PERSONS.match(token.text) is None or view.lemma(word) in _THINGS:
        return False
    beside = (view.tokens[w] for w in (word, token.head, *view.children[word]))
    return not any(roster.at(t.start, t.end) for t in beside if t is token or token.pos == "NOUN")
