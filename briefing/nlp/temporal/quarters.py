"""Resolve quarters and halves of a year that are written in code, and a quarter that is still to come."""

from __future__ import annotations

from briefing.nlp.temporal import values
from briefing.nlp.temporal.periods import read_period
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.years import read_fiscal_year


def coming_quarter(reader: Reader, at: int, number: int, end: int) -> Found | None:
    """Resolve "in the third quarter" where the clause looks ahead; in the past it may be a game's."""
    anchor = reader.anchor
    if reader.tokens.low[at - 1] != "the" or reader.tense(at, end) != "future":
        return None
    if anchor is None:
        return Found(end=end, value=None)
    wholes = [values.months_value(anchor.year + shift, 3 * number - 2, 3) for shift in (0, 1)]
    return Found(end=end, value=next(whole for whole in wholes if whole.end >= anchor))


def read_coded(reader: Reader, at: int) -> Found | None:
    """Read "Q1 2027", "H2 of 2025", "2027 Q1", "3Q2022"; without a year, the quarter nearest in the direction of the
    tense.
    """
    tokens = reader.tokens
    low = tokens.low
    year: int | None = None
    index = at
    if (year := reader.year(at)) is not None:
        index = at + 1
    letter, digit = index, index + 1
    if low[index + 1] in ("q", "h") and tokens.joined(index + 1):
        letter, digit = index + 1, index
    if low[letter] not in ("q", "h") or tokens.raw[letter].islower() or tokens.kind[digit] != "number" or not tokens.joined(index + 1):
        return None
    number, count = low[digit], 4 if low[letter] == "q" else 2
    if number not in [str(n + 1) for n in range(count)]:
        return None
    end = index + 2
    if year is None and tokens.kind[end] == "number" and len(low[end]) == 2 and tokens.joined(end):
        year, end = 2000 + int(low[end]), end + 1  # "2Q27"
    if year is None:
        behind = end + 1 if low[end] in ("of", ",", "-", "/", "'", "’") else end
        year = reader.year(behind)
        if year is not None:
            end = behind + 1
        elif (fiscal := read_fiscal_year(reader, behind)) is not None:
            return Found(end=fiscal.end, value=None)  # "Q4 FY27": where such a year begins depends on the country
        elif (whole := read_period(reader, behind)) is not None and whole.value is not None and whole.value.grain == "year":
            year, end = whole.value.start.year, whole.end
    months = 12 // count
    first = (int(number) - 1) * months + 1
    if year is not None:
        return Found(end=end, value=values.months_value(year, first, months), absolute=True)
    if reader.anchor is None or low[letter] == "h":
        return Found(end=end, value=None) if low[letter] == "q" else None
    wholes = [values.months_value(reader.anchor.year + shift, first, months) for shift in (-1, 0, 1)]
    direction = reader.tense(at, end)
    if direction == "future":
        return Found(end=end, value=next(w for w in wholes if w.end >= reader.anchor))
    if direction == "past":
        return Found(end=end, value=next(w for w in reversed(wholes) if w.start <= reader.anchor))
    return Found(end=end, value=None)
