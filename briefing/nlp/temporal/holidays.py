"""Resolve the days that have a name and a fixed place in the year, or in the western church's; the others get no
value.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing.nlp.temporal import values
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.values import Value

#: words of the name → month and day
_FIXED: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "'s"): (1, 1),
    ("may", "day"): (5, 1),
    ("valentine", "'s", "day"): (2, 14),
    ("halloween",): (10, 31),
    ("international", "women", "'s", "day"): (3, 8),
    ("world", "press", "freedom", "day"): (5, 3),
    ("world", "environment", "day"): (6, 5),
    ("bastille", "day"): (7, 14),
    ("anzac", "day"): (4, 25),
    ("armistice", "day"): (11, 11),
}
#: words of the name → days from the western Easter Sunday
_EASTER: Final[dict[tuple[str, ...], int]] = {
    ("good", "friday"): -2,
    ("easter", "sunday"): 0,
    ("easter", "monday"): 1,
    ("palm", "sunday"): -7,
    ("ash", "wednesday"): -46,
    ("maundy", "thursday"): -3,
}
#: they move with the moon, the country or the church
_MOVING: Final = frozenset(
    [
        ("easter",),
        ("ramadan",),
        ("ramazan",),
        ("diwali",),
        ("passover",),
        ("hanukkah",),
        ("yom", "kippur"),
        ("rosh", "hashanah"),
        ("thanksgiving",),
        ("independence", "day"),
        ("labor", "day"),
        ("labour", "day"),
        ("lunar", "new", "year"),
        ("chinese", "new", "year"),
        ("orthodox", "christmas"),
        ("orthodox", "easter"),
        ("orthodox", "easter", "sunday"),
        ("orthodox", "easter", "monday"),
        ("orthodox", "good", "friday"),
        ("black", "friday"),
        ("eid",),
        ("eid", "al", "-", "fitr"),
        ("eid", "al", "-", "adha"),
        ("eid", "-", "ul", "-", "fitr"),
        ("eid", "-", "ul", "-", "adha"),
        ("eid", "al", "fitr"),
        ("eid", "al", "adha"),
    ]
)
_BY_FIRST: Final[dict[str, list[tuple[str, ...]]]] = {}
for _name in sorted({*_FIXED, *_EASTER, *_MOVING}, key=len, reverse=True):
    _BY_FIRST.setdefault(_name[0], []).append(_name)
HOLIDAY_WORDS: Final = frozenset(_BY_FIRST)
_FUNCTION: Final = frozenset(
    "and or but at in to for with when as after before if by on this next last because while the he she they it".split()
)
#: a holiday's name in front of these is part of another
_NAMES_AFTER: Final = frozenset(
    """agreement accord island islands card cards carol tree party parade prize market markets shopping sale sales
    bonus foundation""".split()
)


def read_holiday(reader: Reader, index: int) -> Found | None:
    """Read a named day and the year behind it; without a year, the one that the tense points to or the nearest."""
    tokens = reader.tokens
    for name in _BY_FIRST.get(tokens.low[index], ()):
        end = index + len(name)
        if not tokens.capital(index) or tuple(w.replace("’", "'") for w in tokens.low[index:end]) != name:
            continue
        if tokens.low[end] in _NAMES_AFTER:
            return None
        if name == ("christmas",) and tokens.low[end] not in (
            "",
            ",",
            ".",
            "and",
            "or",
            "this",
            "next",
            "but",
            "to",
            "because",
        ):
            return None
        if name == ("eid",) and tokens.joined(end) and tokens.low[end] == "-":
            return None
        if name == ("new", "year", "'s") and tokens.small(end) and tokens.low[end] not in ("and", "or", "but"):
            return None
        at = end + 1 if tokens.low[end] == "," else end
        year = reader.year(at)
        if year is not None:
            return Found(end=at + 1, value=_in_year(reader, name, year), absolute=True)
        return Found(end=end, value=_near(reader, name, index, end))
    return None


def _in_year(reader: Reader, name: tuple[str, ...], year: int) -> Value | None:
    if name in _FIXED:
        return values.day_value(date(year, *_FIXED[name]))
    if not 1900 <= year <= 2199 or reader.keeps_other_easter:
        return None
    if name in _EASTER:
        return values.day_value(values.add_days(easter(year), _EASTER[name]))
    return values.span_value(values.add_days(easter(year), -2), easter(year)) if name == ("easter",) else None


def _near(reader: Reader, name: tuple[str, ...], index: int, end: int) -> Value | None:
    anchor = reader.anchor
    if anchor is None:
        return None
    feasts = [v for y in (anchor.year - 1, anchor.year, anchor.year + 1) if (v := _in_year(reader, name, y)) is not None]
    if not feasts:
        return None
    if reader.tokens.small(end) and reader.tokens.low[end] not in _FUNCTION:
        return None  # "the Easter Sunday bombings": any year's
    direction = reader.tense(index, end)
    if direction is None and reader.tokens.low[index - 1] in ("by", "before", "until"):
        direction = "future"
    side = [v for v in feasts if direction is None or (v.end >= anchor if direction == "future" else v.start <= anchor)]
    return min(side or feasts, key=lambda v: abs((v.start - anchor).days))


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous computus, as in Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
