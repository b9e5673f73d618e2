"""The whole name of a body, where a model saw a part of it: with its place, its branch, what it belongs to."""

from __future__ import annotations

import re

from briefing.calendar_names import MONTH_NAMES
from briefing.models import Mention, Span
from briefing.nlp import lexicon
from briefing.nlp.body_names import with_province, with_wing
from briefing.nlp.countries import land_at
from briefing.nlp.names import fold
from briefing.nlp.syntax import Text
from briefing.nlp.told import TRADES

_DAYS_AND_MONTHS = lexicon.WEEKDAYS | {month.title() for month in MONTH_NAMES}
#: what a firm is, shortened
_SHORTENED = re.compile(r"\s(?:Ltd|Inc|Corp|Co)\.$")
#: words that no name ends in
_JOINTS = frozenset("of and for & the with against de del da do la el du".split())
#: parts of the world, which bodies are named by
_REGIONS = frozenset(
    """pan european african arab asian american latin nordic baltic north south east west central northern southern eastern western
    northwest northeast southwest southeast""".split()
)
_CONTINENTS = frozenset("Africa Europe Asia America Oceania".split())
#: between the words of a place, which bodies are named by: "Mar del Plata"
_OF_PLACES = frozenset("de del da do dos das".split())


def whole_name(view: Text, span: Span) -> Span:
    """The whole name of a body of whose name a model saw a part."""
    span = with_wing(view, _with_first_of_two(view, _with_first_words(view, _whole_body(view, span))))
    # "Harrow Bay Ltd."
    return Span(span.start, span.end + 1) if _SHORTENED.search(f"{view.slice(span)}{view.text[span.end : span.end + 1]}") else span


def _whole_body(view: Text, span: Span) -> Span:
    """A name that breaks off behind "of" or "and", with the names that follow: "National Union of Metalworkers of" SA."""
    span = _with_branch(view, _whole_office(view, span))
    words = view.words([span])
    if not words or view.low(words[-1]) not in _JOINTS:
        return span
    at = words[-1] + 1
    while at < len(view.tokens) and _is_of_name(view, at) and at - words[-1] <= 4:
        at += 1
    if at - 1 > words[-1]:
        return Span(span.start, view.tokens[at - 1].end)
    whole = list(words)
    while len(whole) > 1 and view.low(whole[-1]) in _JOINTS:
        whole.pop()
    return Span(span.start, view.tokens[whole[-1]].end)


def _with_first_of_two(view: Text, span: Span) -> Span:
    """A name that begins in the middle of two that it is called after with the first of them: "Norlandish" -Sorlandish Chamber,
    "Latin Norlandish" and Fenland Centre."""
    words, tokens = view.words([span]), view.tokens
    first = words[0] if words else 0
    lands = view.nations.names.keys() | view.nations.demonyms.keys() | _CONTINENTS
    if first and tokens[first].text in lands and tokens[first - 1].text == "-" and tokens[first - 1].end == span.start:
        # Norland-"Sorland Chamber"
        first -= 1
    joint, before = tokens[first].text, first - 1
    if before < 0 or joint.lower() not in ("-", "and", "&") or not (tokens[before].text in lands or joint != "-"):
        return span
    if not tokens[before].text[:1].isupper():
        return span
    return Span(tokens[_first_of_region(view, before)].start, span.end)


def _whole_office(view: Text, span: Span) -> Span:
    """An office with who it belongs to, where the name is no more than that: "the Prime Minister's" Office."""
    words = view.words([span])
    if view.slice(span) not in ("Office", "House", "Court", "Party") or words[0] < 2 or view.tokens[words[0] - 1].tag != "POS":
        return span
    at = words[0] - 1
    while at > 0 and view.tokens[at - 1].text[:1].isupper() and view.low(at - 1) in lexicon.TITLES:
        at -= 1
    return Span(view.tokens[at].start, span.end) if at < words[0] - 1 else span


def _is_of_name(view: Text, word: int) -> bool:
    """Tell whether a word may go on with a name: capitalised, whatever it is tagged, and no day."""
    token = view.tokens[word]
    return token.text[:1].isupper() and token.pos in ("PROPN", "ADJ", "NOUN") and token.text not in lexicon.WEEKDAYS


def _with_branch(view: Text, span: Span) -> Span:
    """A name with the land that follows it and makes it another: "Zorvex" Norland, where the tree takes the two for one name."""
    words = view.words([span])
    if not words or words[-1] + 1 >= len(view.tokens):
        return span
    behind = view.tokens[words[-1] + 1]
    joined = view.text[span.end : behind.start] == " " and behind.head in words and behind.pos == "PROPN"
    return Span(span.start, behind.end) if joined and behind.text in view.nations.names.keys() | _CONTINENTS else span


def _with_first_words(view: Text, span: Span) -> Span:
    """A name with the land, place or word that it begins with: "Norland Red Cross", "European Union", "Harnby University"."""
    words, name = view.words([span]), view.slice(span)
    if not words or words[0] == 0:
        return span
    if not name[:1].isupper():
        return with_province(view, span)
    if (first := _first_of_region(view, words[0])) < words[0]:
        # "Upper Denby East" Municipal Assembly is called after a place of several words
        return Span(
            min([view.tokens[first].start, *(m.span.start for m in view.annotation.mentions if _ends_in(view, m, first))]), span.end
        )
    first = words[0]
    if view.text[span.start - 1] == "-" and first > 1 and " " in name:
        before = view.tokens[first - 2].text
        # "Ben" - "Harnby University"; between "Norland" - "Harnby Bank" there are two
        first -= 2 if before[:1].isupper() and land_at(view, first - 2) is None else 0
    while first > 0 and _begins_name(view, first - 1, name):
        first -= 1
    if first > 1 and view.tokens[first - 1].text in _OF_PLACES and view.tokens[first - 2].tag == "NNP":
        # "Mar del" Plata City Council
        first -= 2
    if first == words[0]:
        return span
    start = view.tokens[_first_of_region(view, first)].start
    return Span(min([start, *(m.span.start for m in view.annotation.mentions if _ends_in(view, m, first))]), span.end)


def _begins_name(view: Text, word: int, name: str) -> bool:
    """Tell whether a capitalised word right before the name of a body is part of it: not a title, a day, or who owns it."""
    token, after = view.tokens[word], view.tokens[word + 1]
    between = view.text[token.end : after.start]
    if not between.isspace() or "\n" in between or not token.text[:1].isupper() or token.pos not in ("PROPN", "ADJ", "NOUN"):
        return False
    if (
        token.sentence != after.sentence
        or token.text in _DAYS_AND_MONTHS
        or fold(token.text).rstrip(".") in lexicon.TITLES | lexicon.PERSON_NOUNS | TRADES
    ):
        return False
    if name.isupper() and token.text not in view.nations.names:
        # "Harnby FIR", "Director WWF"
        return False
    if any(m.span.start <= token.start < m.span.end and m.kind not in ("place", "group") for m in view.annotation.mentions):
        return False
    opens = word == view.sentence_words[token.sentence][0]
    known = token.text in view.nations.demonyms or token.text in view.nations.names
    if opens and not known and token.pos != "PROPN":
        return False
    return known or token.pos == "PROPN" or bool(set(fold(name).split()) & lexicon.BODY_NOUNS)


def _ends_in(view: Text, mention: Mention, word: int) -> bool:
    """Tell whether a place is named up to a word."""
    return mention.kind == "place" and mention.span.start < view.tokens[word].start and mention.span.end == view.tokens[word].end


def _first_of_region(view: Text, first: int) -> int:
    """The first word of the part of the world that stands before a word: "European" Union, "Latin American" Energy Organization."""
    while first > 0 and view.low(first - 1) in _REGIONS and view.tokens[first - 1].text[0].isupper():
        first -= 1
    return first
