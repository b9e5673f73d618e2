"""Who holds something and has no name: "many residents", "an expat in Norland", "35% of tenants", "one of the mothers"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from briefing.models import ActorKind, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.held import Held
from briefing.nlp.names import fold
from briefing.nlp.nominals import DEFINITE, as_name
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import called_by, is_people

#: who is told by a share or a number of others: "most of the tenants", "dozens of chiefs"
_SHARES: Final = frozenset(
    """% percent majority minority half third thirds quarter quarters fifth fifths tenth tenths number proportion share rest
    dozens hundreds thousands scores millions handful plenty lots lot many some most few several all both each none""".split()
)
#: those of a kind that was named before: "some fear it. Others say"
_OTHERS: Final = frozenset({"many", "some", "most", "few", "several", "others", "%", "percent"})
#: one who is told from the rest alone
_ONES: Final = frozenset({"one", "another", "two", "three", "four"})
_INDEFINITE: Final = frozenset({"a", "an", "one", "another"})
#: words before a noun that are no part of what it is called
_LEADING: Final = frozenset("a an the this that these those some many most several few all both any each no".split())
#: nouns for people that no ending and no office tells
_SINGLES: Final = frozenset("specialist expat insider source person pensioner widower bystander weatherman forecaster".split())
#: who speaks for themselves, though no more is told of them than that
_SOURCES: Final = frozenset({"official", "source", "insider", "lawyer", "officer"})
#: who is told from others by what they know of alone: "a senior judicial source"
CONFIDANTS: Final = frozenset({"source", "insider"})
_HOUSEHOLDS: Final = frozenset(
    "family couple household entourage public crowd clan tribe management audience sector defense defence".split()
)
_WRITTEN: Final = lexicon.PRESS_NOUNS | lexicon.DOCUMENT_NOUNS | lexicon.IMPERSONAL_SOURCES | {"correspondent"}
#: what follows a noun and is told of it, not what it is called
_TOLD: Final = frozenset({"acl", "acl:relcl", "appos", "conj", "parataxis", "list", "advcl"})
#: sentences before "many" or "others" in which the noun is looked for
_REACH: Final = 2
#: sentences from "an insider" to "the insider"
_LONG_REACH: Final = 30
_LONGEST: Final = 9


class Described:
    """Those who hold something in a document and have no name. `enter` makes them actors, once all is read: no pronoun looks for them."""

    def __init__(self, *, view: Text, roster: Roster, owner_of: Callable[[int], list[Entity]]) -> None:
        self._view, self._roster, self._owner_of = view, roster, owner_of
        self._known: dict[tuple[str, str], Entity] = {}
        self._found: list[tuple[Entity, str, Span]] = []

    def holder_of(self, source: tuple[Span, ...]) -> tuple[Entity, ...]:
        """The people or the person that a source describes and does not name, under their own words; nobody where it is a thing."""
        view = self._view
        words = [w for w in view.words(source) if view.tokens[w].pos != "PUNCT" or view.tokens[w].text == "%"]
        if len(words) == 1 and (told_of := _told_of(view, words[0])) is not None:
            words = [told_of]
        head = view.head_of(words)
        told = _told(view, head) if head is not None else None
        if told is None or view.span_of(words) in self._roster.by_span:
            return ()
        name, kind = self._owned(head, told[0]), told[1]
        if (known := self._same(name, kind)) is not None:
            return (known,)
        entity = self._known.setdefault((fold(name), kind), Entity(kind=kind, nominal=True, vague=True, name=name))
        self._found.append((entity, told[0], view.span_of(words)))
        return (entity,)

    def _owned(self, head: int | None, name: str) -> str:
        """A phrase as a name by itself: with whom a pronoun in it means, "Mara Stone’s lawyer" for "her lawyer"."""
        first, _, rest = name.partition(" ")
        owners = self._owner_of(head) if head is not None and first.lower() in ("his", "her") and rest else []
        named = len(owners) == 1 and owners[0].kind == "person" and not owners[0].nominal
        return f"{owners[0].name}’s {rest}" if named else name

    def _same(self, name: str, kind: ActorKind) -> Entity | None:
        """The actor without a name that is known by a phrase."""
        return next((e for e in self._roster.entities if e.nominal and e.kind == kind and _is_called(e, name)), None)

    def enter(self, held: list[Held]) -> list[Held]:
        """Add those found to the roster, but for whom a later phrase means too: those hold what these were found to hold."""
        settled: dict[Entity, Entity] = {}
        for entity, form, span in self._found:
            known = self._same(entity.name, entity.kind) if entity not in self._roster else None
            if known is None:
                self._roster.add(entity, form, span)
            else:
                settled[entity] = known
        return [replace(h, actors=tuple(settled.get(a, a) for a in h.actors)) if settled else h for h in held]


def _told_of(view: Text, word: int) -> int | None:
    """Those of whom a relative clause with "who" tells: the experts of "many experts, who claim"."""
    if view.low(word) != "who":
        return None
    verb = view.tokens[word].head
    beside = word - 2 if view.tokens[word - 1].text == "," else word - 1
    # a parse may hang the clause on what they are of: "the wishes of most Norlanders, who want"
    nouns = (view.tokens[verb].head, beside) if view.tokens[verb].relation == "acl:relcl" else ()
    return next((n for n in nouns if 0 <= n < word and _are_people(view, n)), None)


def _is_called(entity: Entity, name: str) -> bool:
    """Tell whether an actor without a name is known by a phrase, or by one that says more: "pilots" of "pilots at Harbour Air"."""
    forms = {fold(f) for f in (entity.name, *entity.forms)}
    heads = {" ".join(called_by(f.split())[-1:]) for f in forms}
    return fold(name) in forms or (" " not in name and fold(name) in heads)


def _told(view: Text, head: int) -> tuple[str, ActorKind] | None:
    """What the people whom a noun phrase means are called, and whether they are one."""
    low, tokens = view.low(head), view.tokens
    if low in _SHARES | _ONES | _OTHERS or tokens[head].pos == "NUM":
        counted = next((c for c in view.children[head] if c > head and tokens[c].relation == "nmod" and _has(view, c, "of")), None)
        if counted is not None:
            if not _are_people(view, counted):
                return None
            return (_name(view, head), "person") if low in ("one", "another") else (_name(view, counted), "group")
        if low in _OTHERS and not _is_share_of_others(view, head):
            before = _kind_before(view, head)
            return (_name(view, before, behind=False), "group") if before is not None else None
        return None
    if tokens[head].pos not in ("NOUN", "PROPN") or (tokens[head].pos == "PROPN" and not tokens[head].text[1:2].islower()):
        return None
    if _are_people(view, head):
        return _name(view, head), "group"
    lemma = view.lemma(head)
    if any(tokens[c].text.lower() in DEFINITE for c in view.children[head] if c < head):
        if lemma in _HOUSEHOLDS - {"couple"} and is_person(view, head):
            # a text has one family, and of a couple it tells the names
            return _name(view, head), "group"
        first = _introduced(view, head)
        if first is not None and view.tokens[first].tag == "NNS":
            return _name(view, first, behind=False), "group"
        return (_name(view, first), "person") if first is not None and is_person(view, first) else None
    if not is_person(view, head):
        return None
    return _name(view, head), "group" if lemma in _HOUSEHOLDS else "person"


def _is_share_of_others(view: Text, head: int) -> bool:
    """Tell whether the sentence has told before of what a share is: "less than a tenth of firms have a plan, and a fifth want one"."""
    told = [w for w in view.sentence_words[view.tokens[head].sentence] if w < head and view.low(w) in _SHARES]
    whole = next((c for w in reversed(told) for c in view.children[w] if view.tokens[c].relation == "nmod" and _has(view, c, "of")), None)
    return whole is not None and not _are_people(view, whole)


def _are_people(view: Text, word: int) -> bool:
    """Tell whether a plural means people: "sides" and "governments" are whoever they are."""
    token = view.tokens[word]
    low = token.text.lower()
    plural = (
        token.tag.endswith("S")
        and token.pos in ("NOUN", "PROPN")
        and low not in lexicon.COUNTRY_SIDES
        and view.lemma(word) not in lexicon.BODY_NOUNS
    )
    return (plural and not _prints(view, word) and (is_people(low) or token.text in view.nations.demonyms)) or low == "people"


def _prints(view: Text, word: int) -> bool:
    """Tell whether a noun is for the press, or for what is written, which hold nothing themselves."""
    return bool({view.lemma(word), view.low(word)} & _WRITTEN)


def is_person(view: Text, word: int) -> bool:
    """Tell whether a singular means a person, or the few people of a household."""
    token, lemma = view.tokens[word], view.lemma(word)
    if _prints(view, word) or (lemma in lexicon.SPOKES_NOUNS - _SOURCES and not _is_told_apart(view, word)):
        # "a spokesman said" tells of nobody
        return False
    if lemma == "poster":
        # "a poster read" is a thing
        return any(view.low(c) in ("one", "another") for c in view.children[word] if c < word)
    known = lexicon.PERSON_NOUNS | lexicon.PRIVATE_PERSONS | _SINGLES | _HOUSEHOLDS
    return token.tag == "NN" and (lemma in known or (is_people(f"{lemma}s") and lemma not in lexicon.BODY_NOUNS))


def _is_told_apart(view: Text, word: int) -> bool:
    """Tell whether more is said of a person than an article: "a senior official", "an official at the port"."""
    return any(view.tokens[c].relation in ("amod", "compound", "nmod", "nmod:poss") for c in view.children[word])


def _has(view: Text, word: int, case: str) -> bool:
    return any(view.tokens[c].relation == "case" and view.low(c) == case for c in view.children[word])


def _kind_before(view: Text, head: int) -> int | None:
    """The people whom "many" and "others" are some of: the last that the clauses before are about or tell of; none that a quotation
    alone names."""
    here = view.tokens[head].sentence
    first = view.sentence_words[max(0, here - _REACH)].start
    before = (w for w in range(head - 1, first - 1, -1) if _are_people(view, w))
    around = quotation_at(view.text, view.tokens[head].start)
    near = (w for w in before if quotation_at(view.text, view.tokens[w].start) == around)
    return next((w for w in near if view.tokens[w].relation.startswith(("nsubj", "obj", "iobj")) or _has(view, w, "of")), None)


def _introduced(view: Text, head: int) -> int | None:
    """Where the text told before of one without a name whom "the insider" means."""
    lemma, here = view.lemma(head), view.tokens[head].sentence
    for word in range(head - 1, view.sentence_words[max(0, here - _LONG_REACH)].start - 1, -1):
        if view.tokens[word].pos == "NOUN" and view.lemma(word) == lemma:
            if any(view.low(c) in _INDEFINITE for c in view.children[word] if c < word):
                return word
            if view.tokens[word].tag == "NNS" and view.tokens[word].relation == "nsubj" and lemma in CONFIDANTS:
                # "insiders close to the club said ... the insider said"
                return word
            if not any(view.low(c) in DEFINITE for c in view.children[word] if c < word):
                return None
    return None


def _name(view: Text, head: int, *, behind: bool = True) -> str:
    """A noun phrase as a name: without what leads in, and with what is told of it behind only where that is short and ``behind`` asks."""
    words = view.subtree(head, without=_TOLD)
    run = [head]
    while run[0] - 1 in words or _is_hyphened(view, run[0]):
        run.insert(0, run[0] - 1)
    while behind and run[-1] + 1 in words and len(run) < _LONGEST and view.tokens[run[-1] + 1].text != ",":
        run.append(run[-1] + 1)
    while run[-1] > head and view.tokens[run[-1]].pos not in ("NOUN", "PROPN", "NUM"):
        run.pop()
    while run[0] < head and _leads_in(view, run[0]):
        run.pop(0)
    return as_name(view, view.span_of(run))


def _leads_in(view: Text, word: int) -> bool:
    """Tell whether a word only leads in to a phrase: "the", "of", "according" to."""
    token = view.tokens[word]
    plain = token.text.lower() in _LEADING or token.pos in ("ADP", "PUNCT", "ADV", "CCONJ", "SCONJ")
    return plain or token.relation in ("case", "mark")


def _is_hyphened(view: Text, word: int) -> bool:
    """Tell whether a word is tied to the one before by a hyphen: "Northport-based", wherever a parse hangs the town."""
    tied = word > 0 and view.tokens[word - 1].end == view.tokens[word].start
    return tied and "-" in (view.tokens[word].text, view.tokens[word - 1].text)
