"""Resolve seasons as the three whole months of the northern year, and say nothing where the text is about the south."""

from __future__ import annotations

from dataclasses import replace

from briefing.nlp.temporal import values
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import DASHES, SEASONS

_FUNCTION = frozenset(
    """and or but to in at for when as with by after before because that which who will would is was are were unless if while though
    although once since until so he she it they said says on from has have had may could should""".split()
)
_YEARS = {"next": 1, "this": 0, "last": -1}
_HOLIDAYS = frozenset({"holidays", "holiday", "vacation", "vacations", "break", "recess"})


def read_season(reader: Reader, index: int) -> Found | None:
    """Read "spring 2024", "the winter of 2024-25", "in the autumn", "by spring"; a bare "spring" or "fall" elsewhere
    is a word.
    """
    tokens = reader.tokens
    at = index + 1 if tokens.low[index] == "the" else index
    word = tokens.low[at]
    if word not in SEASONS:
        return None
    end = at + 1
    if tokens.low[end] == "of" and reader.year(end + 1) is not None:
        end += 1
    year = reader.year(end)
    if year is not None:
        return _of_year(reader, word, year, end + 1)
    of = end if tokens.low[end] != "of" else end + 1
    if tokens.low[of + 1] == "year" and (shift := _YEARS.get(tokens.low[of])) is not None:
        if reader.anchor is None:
            return Found(end=of + 2, value=None)
        return replace(_of_year(reader, word, reader.anchor.year + shift, of + 2), absolute=False)
    before = tokens.low[index - 1] if index else ""
    if at > index and before in ("in", "by", "before", "until", "till", "during", "over", "after") and tokens.low[at + 1] in _HOLIDAYS:
        return Found(end=at + 2, value=None)  # when they are, only those know who have them
    if before not in ("in", "by", "before", "until", "till", "since", "during") or tokens.kind[at] != "word":
        return None
    if (tokens.kind[at + 1] == "word" and tokens.low[at + 1] not in _FUNCTION) or (word == "fall" and at == index):
        return None  # "in spring water", "in fall"
    return Found(end=at + 1, value=season_near(reader, word, index, at + 1))


def _of_year(reader: Reader, word: str, year: int, end: int) -> Found:
    """Resolve a season of a year. A winter belongs to two, so that only one with both years is told: "winter
    2024-25".
    """
    tokens = reader.tokens
    crossing = False
    if tokens.low[end] in (*DASHES, "/") and tokens.low[end + 1] in (str(year + 1), str(year + 1)[2:]):
        crossing, end = True, end + 2
    if reader.southern or crossing != (word == "winter"):
        return Found(end=end, value=None, absolute=True)
    return Found(end=end, value=values.months_value(year, SEASONS[word], 3), absolute=True)


def season_shifted(reader: Reader, word: str, shift: int) -> Value | None:
    """Resolve "this" (0), "next" (1) or "last" (-1) season; one that ended within the year of publication is not
    "last" for sure.
    """
    anchor = reader.anchor
    if anchor is None or reader.southern:
        return None
    if shift == 0 and word != "winter":
        return values.months_value(anchor.year, SEASONS[word], 3)
    if shift == 0 and anchor.month in (3, 4):
        return None
    wholes = _wholes(reader, word)
    if shift == 0:
        return next((whole for whole in wholes if whole.end >= anchor), None)
    if shift > 0:
        return next((whole for whole in wholes if whole.start > anchor), None)
    last = next((whole for whole in reversed(wholes) if whole.end < anchor), None)
    return last if last is not None and (last.end.year < anchor.year or word == "winter") else None


def season_near(reader: Reader, word: str, index: int, end: int) -> Value | None:
    """Resolve "in the spring": the one that the tense points to, the present included; None where no tense tells."""
    anchor = reader.anchor
    if anchor is None or reader.southern:
        return None
    direction = reader.tense(index, end)
    if direction is None and reader.tokens.low[index - 1] in ("by", "before", "until", "till"):
        direction = "future"
    wholes = _wholes(reader, word)
    if direction == "future":
        return next((whole for whole in wholes if whole.end >= anchor), None)
    if direction == "past":
        return next((whole for whole in reversed(wholes) if whole.start <= anchor), None)
    return None


def _wholes(reader: Reader, word: str) -> list[Value]:
    """Give the seasons of that name round the day of publication, in order."""
    year = reader.anchor.year if reader.anchor is not None else 0
    return [values.months_value(y, SEASONS[word], 3) for y in (year - 2, year - 1, year, year + 1)]
