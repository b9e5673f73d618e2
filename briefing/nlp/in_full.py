"""What a text calls one who has no name, in full: "some citizens", "lawmaker from the Harbour Party" rather than "lawmaker"."""

from __future__ import annotations

from typing import Final

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.nominals import as_name
from briefing.nlp.syntax import Text

#: parts of a noun phrase that stand beside it or tell more of it
_BESIDE: Final = frozenset({"acl", "acl:relcl", "appos", "conj", "parataxis", "list", "advcl"})
_BEFORE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "VERB", "ADV"})
_STOPS: Final = frozenset({",", "(", ")", ";", ":", "“", '"', "”", "—", "–"})
#: what leads into a phrase behind its noun that tells whom it means
_BEHIND: Final = frozenset({"of", "from", "at", "for", "in", "on", "with", "to"})
#: what goes on with a phrase that has one of them already: "members of the campaign against waste"
_FURTHER: Final = _BEHIND | {"against"}
#: what ties a body to the land or the house that it is of
_OF_BODIES: Final = frozenset({"of", "in", "for", "with", "at"})
_INNER: Final = frozenset({"of", "and", "&", "the", "for"})
_BODIES: Final = (
    lexicon.BODY_NOUNS | lexicon.BODIES_BY_NAME | frozenset({"embassy", "mission", "observatory", "secretariat", "directorate", "unit"})
)
#: words that tell of one or some of a kind, and those that mean one told before
_ANY: Final = frozenset("a an some many most several another one two three four five six seven eight nine ten".split())
_KNOWN: Final = frozenset("the this that these those its their his her our".split())
_NO_NAME: Final = frozenset({"DET", "NUM", "ADV", "PRON"}) | {"other", "many", "several", "few"}
#: what is of somebody or somewhere without a name of its own
_OF_ANY: Final = frozenset("government administration city party team company court members".split())
#: words of the longest phrase that is still a name
_LONGEST: Final = 10


def called_in_full(entity: Entity, view: Text) -> set[str]:
    """What the text calls one who has no name, with the words that say so and what tells of whom: "a community member", "some citizens",
    "author of another post"; and a body with whose it is."""
    if entity.kind == "organization" and not entity.nominal:
        return {form for span in entity.spans if (form := _body_in_full(view, view.words([span])))}
    if not entity.nominal or entity.kind == "country":
        return set()
    found = set()
    for words in (w for span in entity.spans if (w := view.words([span]))):
        for first in {words[0], _first_of(view, words)}:
            for last in {words[-1], _last_of(view, words)}:
                found.add(_as_told(view, first, last))
    return found - {""}


def _body_in_full(view: Text, words: list[int]) -> str:
    """A body's name with what tells whose or which it is, where both are capitals: "Norland's Cabinet", "Norlandic Embassy in Sorland"."""
    head = view.head_of(words)
    if head is None or view.lemma(head) not in _BODIES:
        return ""
    own, first, last = _phrase(view, words), words[0], words[-1]
    if first - 1 in own and view.tokens[first - 1].tag == "POS" and view.tokens[max(0, first - 2)].pos == "PROPN":
        first -= 2
        while first > 0 and view.tokens[first - 1].pos == "PROPN":
            first -= 1
        if first > 0 and view.low(first - 1) in _INNER:
            # "the Ministry of Culture's Bureau"
            first = words[0]
    while first - 1 in own and view.tokens[first - 1].pos == "PROPN" and not _opens(view, first - 1):
        first -= 1
    behind = last + 1 in own and view.low(last + 1) in _OF_BODIES
    while behind and last + 1 in own and view.tokens[last + 1].text not in _STOPS:
        last += 1
    if view.tokens[last].pos != "PROPN" or last - first >= _LONGEST:
        last = words[-1]
    form = " ".join(view.text[view.tokens[first].start : view.tokens[last].end].split())
    return form if (first, last) != (words[0], words[-1]) else ""


def _opens(view: Text, word: int) -> bool:
    return word == view.sentence_words[view.tokens[word].sentence].start


def told_apart(entity: Entity, view: Text) -> str | None:
    """The phrase by which a text tells who one is that it calls by a noun alone else; none where other phrases may mean others of the
    kind."""
    if not entity.nominal or entity.kind not in ("person", "group") or " " in entity.name:
        return None
    phrases = [_name_in(view, words) for span in sorted(entity.spans) if (words := view.words([span]))]
    if not phrases or " " not in phrases[0]:
        return None
    known, noun = set(map(fold, phrases[0].split())), fold(entity.name)
    same = all(set(map(fold, phrase.split())) <= known for phrase in phrases)
    # a parse may hang elsewhere what tells others of the kind: "voters in the south"
    same = same and not any(_tells_others(view, n, known) for n, t in enumerate(view.tokens) if fold(t.text) == noun)
    head = view.head_of(view.words([min(entity.spans)]))
    # "30 percent of voters" are counted, not told apart
    is_head = head is not None and fold(view.tokens[head].text) == noun
    return phrases[0] if same and is_head and not any(c.isdigit() for c in phrases[0]) else None


def body_with_whose(entity: Entity, view: Text) -> str | None:
    """The name of a body with what it is of, where the text tells that in one way: "Management Unit of the Harnby Sanctuary"."""
    name = entity.name
    if entity.kind != "organization" or not name or fold(name.split()[-1]) in _OF_ANY:
        return None
    forms = {*entity.forms, *called_in_full(entity, view)}
    longer = {f for f in forms if f.startswith((f"{name} of ", f"{name} for ")) and f.split()[-1][:1].isupper()}
    return next(iter(longer)) if len(longer) == 1 else None


def body_of_land(entity: Entity, view: Text) -> str | None:
    """The name of a body without one of its own by the only land that a text says it is of: "the Norlandish army", then "the army"."""
    if entity.kind != "organization" or not entity.nominal:
        return None
    nations = view.nations
    lands: dict[str, str] = {}
    for form in sorted({entity.name, *entity.forms, *called_in_full(entity, view)}):
        first = form.split(" ")[0].removesuffix("’s").removesuffix("'s")
        land = nations.demonyms.get(first) or nations.names.get(first)
        if land is not None and " " in form:
            lands[form] = land
    return max(lands, key=len) if len(set(lands.values())) == 1 else None


def _tells_others(view: Text, noun: int, known: set[str]) -> bool:
    """Tell whether a place or a body stands behind a noun that the phrase does not name."""
    behind = noun + 1
    if behind >= len(view.tokens) or view.low(behind) not in _BEHIND - {"to"}:
        return False
    told = [view.tokens[w] for w in range(behind + 1, min(behind + 4, len(view.tokens))) if view.tokens[w].pos in ("NOUN", "PROPN")]
    return bool(told) and fold(told[0].text) not in known


def _name_in(view: Text, words: list[int]) -> str:
    """The noun phrase around some words of it as a name: without "a", "some" or "three"."""
    first, last, head = _first_of(view, words), _last_of(view, words), view.head_of(words)
    while head is not None and first < head and {view.tokens[first].pos, view.low(first)} & _NO_NAME:
        first += 1
    return as_name(view, Span(view.tokens[first].start, view.tokens[last].end))


def _first_of(view: Text, words: list[int]) -> int:
    """The first word of the noun phrase that stands around some words of it."""
    own, first = _phrase(view, words), words[0]
    # "thirty-four" is one word
    while first - 1 in own and (view.tokens[first - 1].pos in _BEFORE or view.tokens[first - 1].text == "-"):
        first -= 1
    return first


def _last_of(view: Text, words: list[int]) -> int:
    """The last word of the noun phrase that stands around some words of it; of them where the whole is longer than a name."""
    own, last = _phrase(view, words), words[-1]
    leads = _FURTHER if view.head_of(words) != last else _BEHIND
    if last + 1 not in own or view.low(last + 1) not in leads:
        return last
    while last + 1 in own and view.tokens[last + 1].text not in _STOPS:
        last += 1
    return last if last - words[0] < _LONGEST and view.tokens[last].pos in ("NOUN", "PROPN", "NUM") else words[-1]


def _phrase(view: Text, words: list[int]) -> set[int]:
    head = view.head_of(words)
    return set(view.subtree(head, without=_BESIDE)) if head is not None else set()


def _as_told(view: Text, first: int, last: int) -> str:
    """A phrase as it stands within a sentence, without the article that means one told before."""
    form = " ".join(view.text[view.tokens[first].start : view.tokens[last].end].split())
    lead, _, rest = form.partition(" ")
    if lead.lower() in _KNOWN:
        return rest
    return f"{lead.lower()} {rest}" if lead.lower() in _ANY and rest else form
