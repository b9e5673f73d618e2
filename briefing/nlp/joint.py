"""Several who speak as one by the lands or bodies that they are of: "the foreign ministers of Orland and Kestria"."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.countries import land_called
from briefing.nlp.entities import Entity
from briefing.nlp.nominals import ASIDE, nominal_phrase
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import is_people

_OF = frozenset({"of", "from", "for"})
_BETWEEN = frozenset({",", "and", "&", "the", "as", "well", "both"})
_OWNED = frozenset({"'s", "’s", "'", "’"})
#: nouns and adjectives between the names and the noun: "Orland and Kestria's deputy foreign ministers"
_MOST_WORDS_BETWEEN = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class _Joint:
    """A plural noun, the stretch that names it whole, and the names that it is told by, two or more."""

    noun: int
    span: Span
    names: tuple[Span, ...]


def _joint_of(view: Text, words: list[int]) -> _Joint | None:
    """Read a phrase as one noun of several names; None where it is none."""
    tokens = view.tokens
    for noun in words:
        if not _is_plural(view, noun) or (noun + 1 in words and view.tokens[noun + 1].tag == "NN"):
            # "the Coast and River Nations citizen" is one
            continue
        behind = [w for w in words if w > noun]
        if behind[:1] and tokens[behind[0]].text.lower() in _OF:
            names, last = _names(view, behind[1:])
            first = _first_of_phrase(view, words, noun)
        else:
            at = noun
            while at - 1 in words and noun - at < _MOST_WORDS_BETWEEN and _is_plain(view, at - 1):
                at -= 1
            names, last = _names(view, [w for w in words if w < at])
            if names and tokens[at - 1].text not in _OWNED and last != at - 1:
                names = []
            first, last = words[0] if not names else view.words(names[:1])[0], noun
        if len(names) > 1:
            return _Joint(noun=noun, span=Span(tokens[first].start, tokens[last].end), names=tuple(names))
        return None
    return None


def _is_plural(view: Text, word: int) -> bool:
    """Tell whether a word means several persons or bodies; a tagger may take "ministries" for one."""
    low = view.low(word)
    if not view.tokens[word].tag.startswith("N") or not (low.endswith("s") or view.tokens[word].tag.endswith("S")):
        return False
    single = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
    return low in lexicon.COUNTRY_SIDES or bool({view.lemma(word), single} & (lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS))


def _names(view: Text, words: list[int]) -> tuple[list[Span], int]:
    """The capitalised names that a stretch begins with, joined by commas and "and", and its last word that is one of theirs."""
    names: list[Span] = []
    last, fresh, joined = -1, True, False
    for word in words:
        token = view.tokens[word]
        # a mark between two words is left out of a phrase
        fresh = fresh or word - 1 not in words
        low = token.text.lower()
        if low in _BETWEEN or token.text in _OWNED or (fresh and names and low in _OF):
            joined = joined or low in ("and", "&")
            fresh = True
        elif token.text[:1].isupper() and token.pos in ("PROPN", "ADJ", "NOUN"):
            names = [*names, Span(token.start, token.end)] if fresh else [*names[:-1], Span(names[-1].start, token.end)]
            last, fresh = word, False
        else:
            break
    return (names, last) if joined else ([], last)


def _is_plain(view: Text, word: int) -> bool:
    token = view.tokens[word]
    return token.pos in ("NOUN", "ADJ") and token.text[:1].islower()


def _first_of_phrase(view: Text, words: list[int], noun: int) -> int:
    first = noun
    while first - 1 in words and view.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN"):
        first -= 1
    return first


def kinds_joined(anaphora: Anaphora, words: list[int], joined: list[int]) -> list[Entity]:
    """People of several kinds who hold something together, and no name tells of which: "health experts and activists" are one group."""
    tokens = anaphora.view.tokens
    low, last = min(joined), max(joined)
    inside = [w for w in words if low <= w <= last]
    people = all(
        tokens[w].pos == "NOUN" and (anaphora.view.lemma(w) == "family" or (tokens[w].tag == "NNS" and is_people(tokens[w].text.lower())))
        for w in joined
    )
    if not people or any(tokens[w].pos in ("PROPN", "PRON", "VERB") for w in inside) or any(anaphora.named_at(w) for w in joined):
        return []
    own = set(anaphora.view.subtree(low, without=ASIDE))
    first = min(w for w in words if w in own)
    return [nominal_phrase(anaphora.view, anaphora.roster, anaphora.view.span_of(list(range(first, last + 1))), "group")]


def _tells_of_one(anaphora: Anaphora, words: list[int], joint: Span) -> bool:
    """Tell whether several bodies only tell of what a person named before is: "Ada Quill, also director of campaigns for HC and NUD"."""
    before = anaphora.roster.at(anaphora.view.tokens[words[0]].start, joint.start)
    return any(e.kind == "person" and not e.nominal and s.end <= joint.start for s, e in before)


def spoken_jointly(anaphora: Anaphora, words: list[int]) -> list[Entity]:
    """Those of several lands or bodies, all or none of them: the lands, where each is known, else who they are together."""
    joint = _joint_of(anaphora.view, words)
    if joint is None or _tells_of_one(anaphora, words, joint.span):
        return []
    named = [e for span in joint.names if " " in anaphora.view.slice(span) for s, e in anaphora.roster.at(*span) if e.kind == "person"]
    if named:
        # "the presidents of Orland and Kestria, Ada Quill and Jon Hale"
        return list(dict.fromkeys(named))
    if {anaphora.view.low(joint.noun), anaphora.view.lemma(joint.noun)} & lexicon.COUNTRY_SIDES:
        lands = [land_called(anaphora.view, anaphora.roster, span) for span in joint.names]
        if all(lands):
            return list(dict.fromkeys(e for e in lands if e is not None))
    return [nominal_phrase(anaphora.view, anaphora.roster, joint.span, "group")]
