"""Tell which body a name is: "Ministry of the Interior" is the "Interior Ministry"; "High Court" is either of two that are so called."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Collection

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold, is_misspelling
from briefing.nlp.nations import Nations
from briefing.nlp.syntax import Text

#: the letters that tell one party from another of its name, right behind it: "JD(S)"
_WING = re.compile(r"\([A-Z]{1,3}\)|(?<=\([A-Z])\)|(?<=\([A-Z]{2})\)")
_WORD = re.compile(r"[^\s,]+|,")
#: what a government has one of for each of its fields
MINISTRIES = frozenset({"ministry", "department", "directorate"})
#: fields that are called with "affairs" and without
_AFFAIRS = frozenset({"foreign", "home"})
_OF = frozenset({"of", "in", "for", "at"})
_AND = frozenset({"and", "&", ","})
#: words that a firm's name may end in or not
_FIRM_ENDS = frozenset(
    """ltd limited inc corp corporation company co plc llc llp gmbh ag sa sdn bhd berhad pvt pte pty holdings holding group solutions
    industries international technology technologies entertainment jv""".split()
)
#: what a firm's name may have before such an end
_OF_FIRMS = frozenset({"development", "investment"})
#: names of a few documents: each is compared with others again and again
_MANY = 4096
#: and those of a society, whose short name has two words at least
_SOCIETY_ENDS = frozenset({"movement", "society"})
#: words of a short name that leaves out one in the middle, and the words of business that it may leave out
_GAPPED = 2
_OF_BUSINESS = frozenset(
    "mutual national holding holdings savings commercial international investment merchant cooperative industrial development".split()
)
#: letters of lands and unions, which have many bodies of one kind
_OF_STATES = frozenset("eu un us usa uk uae au nsw nato asean ecowas".split())
#: words that the longest name of a land has
_LONGEST_LAND = 4

Words = tuple[str, ...]


class BodyNames:
    """The names of a text's bodies, compared by their words in one order: land, field, what the body is."""

    def __init__(self, nations: Nations) -> None:
        self._lands = {**nations.names, **nations.demonyms}
        self._places = {fold(n) for n in self._lands}
        self._words: dict[str, Words] = {}
        self._called: dict[Words, list[Entity]] = defaultdict(list)

    def add(self, form: str, body: Entity) -> None:
        """Note that a body is called so."""
        words = self._of(form)
        for part in [*_begun_alike(words), ("whole", *words), *(("tail", *tail) for tail in _tails(words))]:
            if body not in self._called[part]:
                self._called[part].append(body)

    def find(self, form: str, beside: Collection[Entity] = ()) -> Entity | None:
        """The body that a name means further on in the text: one called so and no fuller, else the one named last that the name is short
        or full for. Who is called by two names of which neither is in the other is two, and so are two that stand `beside` each other
        in one sentence by names that were not one body's before."""
        words = self._of(form)
        alike = [*_begun_alike(words), ("tail", *words), *(("whole", *tail) for tail in _tails(words))]
        bodies = list(dict.fromkeys(b for part in alike for b in self._called.get(part, ())))
        whole = [b for b in bodies if any(self._are_same(form, f) for f in b.forms) and not any(self._is_short(form, f) for f in b.forms)]
        if whole:
            return whole[0]
        near = [b for b in bodies if any(self._is_near(form, f) for f in b.forms) and self._fits(form, b)]
        near = [b for b in near if b not in beside or any(self._are_same(form, f) or self._differ_in_land(form, f) for f in b.forms)]
        return max(near, key=lambda b: max(b.spans), default=None)

    def _fits(self, form: str, body: Entity) -> bool:
        return all(self._is_near(form, f) for f in body.forms if len(self._of(f)) > 1)

    def _differ_in_land(self, a: str, b: str) -> bool:
        """Tell whether two names are one but for the land: "Defence Forces" and "Norway Defence Forces"."""
        short, long = sorted((self._of(a), self._of(b)), key=len)
        return long[-len(short) :] == short and " ".join(long[: -len(short)]) in self._places

    def _is_near(self, a: str, b: str) -> bool:
        return self._are_same(a, b) or self._is_short(a, b) or self._is_short(b, a)

    def _are_same(self, a: str, b: str) -> bool:
        x, y = self._of(a), self._of(b)
        if x == y:
            return True
        differ = [(p, q) for p, q in zip(x, y, strict=False) if p != q]
        return len(x) == len(y) > 1 and len(differ) == 1 and is_misspelling(*differ[0])

    def _is_short(self, a: str, b: str) -> bool:
        """Tell whether a name is in a longer one: "Interior Ministry" of "Korea's Interior Ministry", "Trade Ministry" of "Ministry of
        Trade and Ports", "Harbour University" of "Harbour University of the Lakes", "Harrow Research" of "Harrow Research Ltd", "HBS
        Bank" of "HBS Mutual Bank". One word alone is not enough."""
        short, long = self._of(a), self._of(b)
        size = len(short)
        if not 1 < size < len(long):
            return False
        begins = long[:size] == short and long[size] in _OF
        ends = _FIRM_ENDS | _SOCIETY_ENDS | self._places
        begins = begins or (long[:size] == short and all(w.strip(".") in ends for w in long[size:]))
        gapped = size == _GAPPED and len(long) == size + 1 and (long[0], long[-1]) == short and long[1] in _OF_BUSINESS
        within = gapped and a.split()[0].isupper() and short[0] not in _OF_STATES | self._places
        field = short[-1] in MINISTRIES and long[-1] == short[-1] and long[: size - 1] == short[:-1] and long[size - 1] in _AND
        return long[-size:] == short or begins or within or field

    def _of(self, form: str) -> Words:
        if form not in self._words:
            self._words[form] = self._in_order(form)
        return self._words[form]

    def _in_order(self, form: str) -> Words:
        land, words = self._land_apart(_WORD.findall(form))
        plain = [fold(w).rstrip(".") for w in words]
        if len(plain) > 2 and plain[0] in MINISTRIES and plain[1] in ("of", "for"):
            field = plain[3:] if plain[2] == "the" else plain[2:]
            plain = [*field, plain[0]]
        if len(plain) > 2 and plain[-1] in MINISTRIES and plain[-2] == "affairs" and plain[-3] in _AFFAIRS:
            plain.pop(-2)
        return (*land, *plain)

    def _land_apart(self, words: list[str]) -> tuple[Words, list[str]]:
        """The land that a name begins or ends with, and the other words."""
        for size in range(min(_LONGEST_LAND, len(words) - 1), 0, -1):
            first = re.sub(r"['’]s?$", "", " ".join(words[:size]))
            if first in self._lands:
                return tuple(fold(self._lands[first]).split()), words[size:]
            at = len(words) - size
            if at > 2 and words[at - 1] in ("of", "in") and " ".join(words[at:]) in self._lands:
                return tuple(fold(self._lands[" ".join(words[at:])]).split()), words[: at - 1]
        return (), words


@functools.lru_cache(maxsize=_MANY)
def short_of_firm(form: str) -> str | None:
    """What a name is in short that ends as those of firms do: "Harrow Bay" for "Harrow Bay Development Company", None for another."""
    words = form.split()
    size = len(words)
    while size > 1 and fold(words[size - 1]).strip(".,") in (_FIRM_ENDS if size == len(words) else _FIRM_ENDS | _OF_FIRMS):
        size -= 1
    return " ".join(words[:size]) if size < len(words) else None


def _begun_alike(words: Words) -> list[Words]:
    """What a name shares with one that it begins like, or is one slip away from."""
    return [("first", *words[:1]), ("slip", words[0][:1], *words[1:])] if words else []


def _tails(words: Words) -> list[Words]:
    """The ends of a name that may be its short form."""
    return [words[at:] for at in range(len(words) - 1)]


def with_wing(view: Text, span: Span) -> Span:
    """The letters of a party with those right behind that tell it from another of its name: "JD(S)"."""
    wing = _WING.match(view.text, span.end)
    return Span(span.start, wing.end()) if wing is not None and view.slice(span).isupper() else span


def with_province(view: Text, span: Span) -> Span:
    """A department or a court in small letters with the place that it is of: "Upper Denby" department of health."""
    words = view.words([span])
    first = words[0]
    while first > 0 and view.tokens[first - 1].tag == "NNP" and view.tokens[first - 1].head in (*words, *range(first, words[0])):
        first -= 1
    return Span(view.tokens[first].start, span.end) if view.lemma(words[0]) in lexicon.BODY_NOUNS else span
