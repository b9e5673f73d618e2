"""Two who are meant together without their names: "both", "the two leaders", "neighbouring countries"."""

from __future__ import annotations

from briefing.models import ActorKind, Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import SUBJECTS, Text

_TWO = 2
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_OFFICES = frozenset({"leaders", "ministers", "presidents"})
_HEADS = frozenset({"heads"})
#: what a person is by whom a plural of an office may mean
_HELD_BY = {
    "presidents": frozenset({"president"}),
    "ministers": frozenset("minister secretary chancellor premier diplomat chief pm fm".split()),
}
_OF_A_PAIR = frozenset("two both neighbouring neighboring rival warring respective foreign prime defence defense".split())
#: whose they are who only go between the sides
_GO_BETWEEN = frozenset({"envoy", "mediator", "negotiator", "representative", "observer", "rapporteur"})
#: letters between "and" and the name of the second party: "and the Orlandish "
_NEXT = 24
#: sentences in which the sides are looked for
_REACH = 4
_OF_A_GENDER = {"men": "he", "women": "she"}
_LANDS = frozenset({"governments", "countries", "nations", "states"})
#: who a plural of two may mean, by the noun; any other noun names nobody
_OF_LANDS = _LANDS | {"capitals", "neighbours", "neighbors"}
_OF_PERSONS = frozenset({"leaders", "pair", "duo", *_OFFICES, *_OF_A_GENDER})
#: words before a plural that say it is of more than those two, or of any
_OF_ANY = frozenset("all some no any most many several certain such other".split())

#: sentences since two spoke together
_TOGETHER = 6


def pair_meant(anaphora: Anaphora, head: int) -> list[Entity] | None:
    """Those named before that a noun means two of, nobody where none fit; None where it means no two."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    low, lemma = token.text.lower(), view.lemma(head)
    if low == "both":
        several = anaphora.several_before(token.start)
        return several if len(several) > 1 or any(e.kind == "group" for e in several) else _who_spoke(anaphora, head)
    if low in ("sides", "parties") and not _is_told_apart(view, head) and (low == "sides" or _is_of_two(view, head)):
        return _sides(anaphora, token.start)
    if (number := _counted(view, head)) > 2 and {lemma, low.removesuffix("s")} & (lexicon.BODY_NOUNS | lexicon.PERSON_NOUNS):
        # "The three unions asked": those who spoke or acted together last, where they are so many
        several = anaphora.several_before(token.start)
        return several if len(several) == number else None
    counted = _is_of_two(view, head)
    if counted and low not in _LANDS and not _is_definite(view, head):
        # "two officials said" names nobody
        return None
    if not counted and (low not in lexicon.PAIR_NOUNS or _is_told_apart(view, head)):
        return None
    if not counted and low in _OFFICES and not any(view.tokens[c].relation.startswith(("det", "nmod:poss")) for c in view.children[head]):
        # "appealed to ministers", "foreign ministers of the League will meet": any of them
        return None
    if not counted and (token.relation == "conj" or view.child(head, ("conj",)) is not None):
        # "the premier and the ministers" are not the two named last
        return None
    if not counted and low in _OF_A_GENDER and _is_told_behind(view, head):
        # "the women living there", "women who knew her" are others than the two named last
        return None
    if not counted and low in _OFFICES and (_is_of_a_field(view, head) or _are_told_before(view, head)):
        # "the ministers of commerce"; "the heads of state of the Five met ... the leaders"
        return None
    pair = [] if _is_of_others(view, head) else _pair(anaphora, token.start, _kinds_of(low, lemma))
    if low in _LANDS and counted and not pair:
        return []  # "the two governments" are not the two ministers named before
    if low in _HELD_BY and any(e.role is not None and _HELD_BY[low].isdisjoint(e.role.lower().split()) for e in pair):
        return []  # "the two presidents" are not the two ministers named before
    if low in _OF_A_GENDER and any(e.gender != _OF_A_GENDER[low] for e in pair):
        return None
    return pair or None


def _who_spoke(anaphora: Anaphora, head: int) -> list[Entity]:
    """The two of a kind who each spoke, one behind the other, in the sentences right before one that "both" opens, which name no third."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    spoke = [(at, who) for at, who in anaphora.spoke if at < token.start][-_TWO:]
    pair = list(dict.fromkeys(e for _, who in spoke for e in who))
    if (
        token.relation not in SUBJECTS
        or len(pair) != _TWO
        or pair[0].kind != pair[1].kind
        or pair[0].kind not in ("person", "organization")
    ):
        return []
    near = token.sentence - view.sentence_at(spoke[0][0]) <= _TWO + 1
    named = {
        id(e)
        for s, e in anaphora.roster.at(spoke[0][0], token.start)
        if e.kind == pair[0].kind and quotation_at(view.text, s.start) is None
    }
    return pair if near and named <= {id(e) for e in pair} else []


def latter_of(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one named last of the two persons or bodies that the clause or the sentence before names: "the latter"."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    for number in (token.sentence, token.sentence - 1):
        near = [e for s, e in anaphora.order if s.start < token.start and view.sentence_at(s.start) == number and not e.nominal]
        named = list(dict.fromkeys(near))
        if len(named) == _TWO and all(e.kind in ("person", "organization") for e in named):
            return named[-1:]
    return []


def _is_of_two(view: Text, head: int) -> bool:
    """Tell whether a plural is said of two: "both parties", "the two parties"."""
    return any(view.low(c) in ("both", "two") for c in view.children[head])


def _is_definite(view: Text, head: int) -> bool:
    """Tell whether a plural of two says that they are known: "both leaders", "the two", "these two"."""
    return any(
        view.low(c) in ("both", "the", "these", "those", "its", "their", "his", "her") or view.tokens[c].relation == "nmod:poss"
        for c in view.children[head]
        if c < head
    )


def _counted(view: Text, head: int) -> int:
    """How many a plural says that there are in words right behind an article: "the three groups"; 0 where it says none."""
    words = [view.low(c) for c in view.children[head] if c < head]
    return next((_NUMBERS[w] for w in words if w in _NUMBERS), 0) if "the" in words or "all" in words else 0


def _is_told_apart(view: Text, head: int) -> bool:
    """Tell whether a plural has a word that says which or how many are meant: "developed countries", "some nations" and "close to 100
    countries" are not the two named last."""
    before = [c for c in view.children[head] if c < head]
    # a parse may take 100 for what the countries are close to
    number = any(view.tokens[w].tag == "CD" and view.low(w) != "two" for c in before for w in view.subtree(c))
    if number or any(view.low(c) in _OF_ANY or view.tokens[c].relation == "nummod" for c in before):
        return True
    told = [c for c in view.children[head] if c < head and view.tokens[c].relation in ("amod", "compound")]
    return any(view.low(c) not in _OF_A_PAIR for c in told)


def _is_told_behind(view: Text, head: int) -> bool:
    """Tell whether words behind a plural say which are meant: "women in the village", "men who had fled"."""
    return any(c > head and view.tokens[c].relation in ("acl", "acl:relcl", "nmod") for c in view.children[head])


def _is_of_a_field(view: Text, head: int) -> bool:
    """Tell whether a plural of offices is told behind it by anything but the two whose they are: "the ministers of commerce"."""
    told = [view.subtree(c) for c in view.children[head] if c > head and view.tokens[c].relation == "nmod"]
    return any(not {view.low(w) for w in words} & {"both", "two"} for words in told)


def _are_told_before(view: Text, head: int) -> bool:
    """Tell whether the text told of more than two by office before, and of which lands: "the heads of state of Orland, Selm and Berrow"."""
    start = view.tokens[head].start
    for word in range(head):
        token = view.tokens[word]
        if token.tag not in ("NNS", "NNPS") or token.text.lower() not in _OFFICES | _HEADS or not view.text.startswith(" of ", token.end):
            continue
        several = [w for w in view.subtree(word) if w > word and view.tokens[w].relation == "conj" and view.tokens[w].end < start]
        if len(several) >= _TWO:
            return True
    return False


def _is_of_others(view: Text, head: int) -> bool:
    """Tell whether a plural means none of those named: "two other candidates"."""
    told = {view.low(c) for c in view.children[head]}
    return bool(told & {"other", "more", "further"}) or view.lemma(head) == "source"


def _kinds_of(low: str, lemma: str) -> tuple[ActorKind, ...]:
    """The kinds that a plural of two may be of: "the two countries" are no bodies; none where its noun does not say: "the two bridges"."""
    if low in _OF_PERSONS or lemma in lexicon.PERSON_NOUNS:
        return ("person",)
    if low == "sides":
        return "country", "organization"
    if low in _OF_LANDS:
        return ("country",)
    return ("organization",) if {lemma, low.removesuffix("s")} & lexicon.BODY_NOUNS else ()


def _pair(anaphora: Anaphora, offset: int, kinds: tuple[ActorKind, ...]) -> list[Entity]:
    """The two of a kind that spoke together before, else the last two that were named, bodies only a few sentences before: "the two
    leaders", "both firms"."""
    here = anaphora.view.sentence_at(offset)
    for at, who in reversed([(at, who) for at, who in anaphora.spoke if at < offset]):
        if here - anaphora.view.sentence_at(at) > _TOGETHER:
            break
        if len(who) == _TWO and all(e.kind in kinds and not e.nominal for e in who):
            return list(who)
    if "country" in kinds and (pair := _often_together(anaphora, offset)):
        return pair
    for kind in kinds:
        seen: list[Entity] = []
        for span, entity in reversed(anaphora.order):
            if kind == "organization" and here - anaphora.view.sentence_at(span.start) > _REACH:
                break
            if span.start < offset and entity.kind == kind and entity not in seen and not entity.nominal:
                seen.append(entity)
            if len(seen) == _TWO:
                return seen[::-1]
    return []


def _sides(anaphora: Anaphora, offset: int) -> list[Entity]:
    """The two parties of "both sides": those named last as having something between them, "talks between X and Y", else the two
    lands or bodies that the sentences before name, where they name no third. Never persons or towns."""
    here = anaphora.view.sentence_at(offset)
    for word in range(len(anaphora.view.tokens) - 1, -1, -1):
        token = anaphora.view.tokens[word]
        if token.start >= offset or token.text.lower() != "between":
            continue
        end = anaphora.view.sentences[token.sentence].end
        joined = anaphora.view.text.find(" and ", token.end, end)
        if joined < 0:
            break
        first = [e for s, e in anaphora.roster.at(token.end, joined) if e.kind in ("country", "organization")]
        other = [e for s, e in anaphora.roster.at(joined, end) if s.start - joined <= _NEXT and e.kind in ("country", "organization")]
        pair = [*first[:1], *other[:1]]
        if len(pair) == 2 and pair[0] is not pair[1]:
            return pair
        break
    near = [
        e
        for s, e in anaphora.order
        if s.start < offset and here - anaphora.view.sentence_at(s.start) <= _REACH and not _only_sends(anaphora.view, s)
    ]
    named = list(dict.fromkeys(e for e in near if e.kind in ("country", "organization") and not e.nominal))
    return named if len(named) == 2 else _often_together(anaphora, offset)


def _only_sends(view: Text, span: Span) -> bool:
    """Tell whether a body only tells whose envoy somebody is: the mediator in "UN envoy Ada Quill" is no side."""
    words = view.words([span])
    behind = words[-1] + 1 if words else len(view.tokens)
    behind += behind < len(view.tokens) and view.tokens[behind].tag == "POS"
    if behind >= len(view.tokens) or view.tokens[behind].pos != "NOUN":
        return False
    return bool(view.lemma(behind) in _GO_BETWEEN)


def _often_together(anaphora: Anaphora, offset: int) -> list[Entity]:
    """The two countries that the text before names in one sentence most often, at least twice."""
    together: dict[int, list[Entity]] = {}
    for span, entity in anaphora.order:
        if span.start < offset and entity.kind == "country":
            named = together.setdefault(anaphora.view.sentence_at(span.start), [])
            if entity not in named:
                named.append(entity)
    counts: dict[tuple[int, int], list[Entity]] = {}
    seen: dict[tuple[int, int], int] = {}
    places = {id(e): n for n, e in enumerate(anaphora.roster.entities)}
    for named in together.values():
        for place, one in enumerate(named):
            for other in named[place + 1 :]:
                first, second = sorted((places[id(one)], places[id(other)]))
                counts.setdefault((first, second), [one, other])
                seen[first, second] = seen.get((first, second), 0) + 1
    best = max(seen, key=lambda k: seen[k], default=None)
    return counts[best] if best is not None and seen[best] > 1 else []
