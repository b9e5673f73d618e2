"""Resolve years, runs of years, decades and centuries, and tell a year from any other number of four digits."""

from __future__ import annotations

from briefing.nlp.temporal import values
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import (
    COUNTED,
    DASHES,
    DECADE_WORDS,
    ORDINALS,
    YEAR_PREPOSITIONS,
)

_FISCAL = frozenset("fiscal financial fy".split())
#: the month that the public fiscal year begins in, where a text names one such country and no other; the United States'
#: begins in October of the year before and is left out
_FISCAL_START: dict[int, frozenset[str]] = {
    4: frozenset(
        """india indian indians rupee rupees crore lakh japan japanese britain british uk u.k canada canadian singapore singaporean
        botswana""".split()
    ),
    7: frozenset(
        """australia australian egypt egyptian pakistan pakistani bangladesh bangladeshi kenya kenyan uganda ugandan tanzania tanzanian
        mauritius mauritian""".split()
    ),
}
_SPLIT_YEAR = frozenset(
    """season year budget term session campaign fiscal financial academic school marketing crop edition league tour
    cycle""".split()
)
_CURRENCY = frozenset(["$", "€", "£", "¥", "₹", "#", "rs", "usd", "us$", "no", "no.", "n", "number", "flight", "sh", "ksh", "k"])
_VERBS = frozenset(
    """was were is are will would saw has had marked brought began and or but to when as that after before while
    because who which did on at for with""".split()
)
#: they stand before years and before other numbers alike
_LOOSE = frozenset("for to than over of from around about between like compared with into as".split())
_LAWS = frozenset("act code law bill order rules regulations ordinance".split())
_DETERMINERS = frozenset("a an his her their its our this that".split())
_BEGINS = frozenset("was is will saw has marked brought began may could must".split())
_EVENTS = frozenset(
    """survey study poll film election elections vote referendum war treaty agreement accord deal world olympics
    olympic summer winter general presidential budget constitution coup revolution act law census conflict
    invasion pandemic report summit tournament cup games season crisis paris rio tokyo peace geneva oslo minsk
    doha vienna nuclear indus royal""".split()
)


def read_fiscal_year(reader: Reader, index: int) -> Found | None:
    """Read "fiscal 2024", "FY2024/25", "the 2023-24 fiscal year". Where a fiscal year begins depends on the country: one
    of two calendar years has a value where the text speaks of a country that it is known of, any other has none.
    """
    tokens = reader.tokens
    low = tokens.low
    at = index + 1 if low[index] == "the" else index
    if low[at] in ("academic", "school") and low[at + 1] == "year" and (year := reader.year(at + 2)) is not None:
        return Found(end=_second_year(reader, at + 3, year)[1], value=None, absolute=True)
    if low[at] in _FISCAL:
        end = at + 1
        if low[end] in ("year", "years", "-"):
            end += 1
        if reader.year(end) is not None:
            first = reader.year(end) or 0
            second, behind = _second_year(reader, end + 1, first)
            return Found(end=behind, value=_fiscal(reader, first, second), absolute=True)
        if low[at] == "fy" and tokens.kind[end] == "number" and len(low[end]) == 2:
            return Found(end=end + 1, value=None, absolute=True)
        return None
    year = reader.year(at)
    if year is None:
        return None
    second, end = _second_year(reader, at + 1, year)
    if low[end] in ("fiscal", "financial", "academic", "school", "tax") and low[end + 1] == "year":
        value = _fiscal(reader, year, second) if low[end] in _FISCAL else None
        return Found(end=end + 2, value=value, absolute=True)
    return None


def _fiscal(reader: Reader, first: int, second: int | None) -> Value | None:
    """Resolve the fiscal year of two calendar years by the only country with a known one that the text names."""
    starts = [month for month, names in _FISCAL_START.items() if not names.isdisjoint(reader.tokens.low)]
    return values.months_value(first, starts[0], 12) if second == first + 1 and len(starts) == 1 else None


def read_years(reader: Reader, index: int, *, forced: bool = False) -> Found | None:
    """Read "2024", "2015-2020", "2021/22", "2018 to 2023"; ``forced`` takes a number for a year whatever its
    surroundings.
    """
    tokens = reader.tokens
    low = tokens.low
    year = reader.year(index)
    if year is None:
        return None
    second, end = _second_year(reader, index + 1, year)
    if second is None and low[index + 1] == "to" and _opens_run(reader, index):
        other = reader.year(index + 2)
        if other is not None and year < other <= year + 200:
            second, end = other, index + 3
    if second is not None:
        if not (year >= 1500 and not _is_counted(reader, index, end)):
            return None
        split_year = second == year + 1 and (low[end - 2] == "/" or len(low[end - 1]) == 2 or low[end] in _SPLIT_YEAR)
        whole = None if split_year else values.months_value(year, 1, 12 * (second - year + 1))
        return Found(end=end, value=whole, absolute=True)
    if not forced and not _is_year(reader, index, year):
        return None
    return Found(end=index + 1, value=values.year_value(year), absolute=True)


def _second_year(reader: Reader, index: int, first: int) -> tuple[int | None, int]:
    """Read the "-25" or "/2025" behind a year; give the index unmoved where there is none."""
    tokens = reader.tokens
    if tokens.low[index] not in (*DASHES, "/"):
        return None, index
    word = tokens.low[index + 1]
    if tokens.kind[index + 1] != "number" or not word.isdigit() or tokens.joined(index + 1) != tokens.joined(index):
        return None, index
    if len(word) == 4:
        second = int(word)
    elif len(word) == 2 and tokens.joined(index):
        second = first // 100 * 100 + int(word)
    else:
        return None, index
    return (second, index + 2) if first < second <= first + 200 else (None, index)


def _opens_run(reader: Reader, index: int) -> bool:
    return reader.tokens.low[index - 1] in ("from", "between", "period", "(", "the", "in", "during", "cover", "covers", "covering")


def _is_counted(reader: Reader, index: int, end: int) -> bool:
    """Tell whether the number counts or measures: "$2000", "2000 people", "No. 2020"."""
    tokens = reader.tokens
    before, behind = tokens.low[index - 1] if index else "", tokens.low[end]
    if before in _CURRENCY or (before == "." and tokens.low[index - 2] in ("no", "rs")) or (before in DASHES and tokens.joined(index)):
        return True
    return behind in COUNTED or behind in ("%", "°") or (behind in ("-", "/") and tokens.joined(end))


def _is_year(reader: Reader, index: int, year: int) -> bool:
    """Tell a year from any other number by the words round it; one before 1500 or after 2100 needs a plain "in"."""
    tokens = reader.tokens
    low = tokens.low
    before, behind = low[index - 1] if index else "", low[index + 1]
    if _is_counted(reader, index, index + 1):
        return False
    if index and tokens.joined(index) and tokens.kind[index - 1] in ("word", "number", "other", "url"):
        return False
    if year < 1500 or year > 2100:
        return before in ("in", "since", "year", "circa", "until") and not tokens.small(index + 1)
    if before in YEAR_PREPOSITIONS or before in _LOOSE:
        plural = tokens.small(index + 1) and behind.endswith("s") and behind not in _VERBS | _EVENTS
        return not (plural and before in _LOOSE)
    if before in ("and", "or", ",", "to", "–", "-", "/", "(") and reader.year(index - 2) is not None:
        return True
    if before == "(":
        return behind in (")", ",", ";", ":", "-", "–")
    if before == "the" and tokens.kind[index + 1] == "word":
        return year >= 1800 or _is_event(reader, index)
    if before == "," and low[index - 2] in _LAWS:
        return True
    if before in _DETERMINERS or tokens.kind[index - 1] == "possessive":
        return _is_event(reader, index) and not (tokens.small(index + 1) and behind.endswith("s"))
    if tokens.kind[index + 1] == "possessive" or behind in (
        "election",
        "elections",
        "presidential",
        "olympics",
        "budget",
    ):
        return True
    if behind in ("games", "paralympics") and not tokens.small(index + 1):
        return True  # "at the Paris 2024 Games"
    return (index == 0 or before in (".", "\n", "”", '"')) and behind in _BEGINS


def _is_event(reader: Reader, index: int) -> bool:
    """Tell whether a noun of an event stands among the next words: "the 1960 Indus Waters Treaty"."""
    tokens = reader.tokens
    if tokens.small(index + 1):
        return True
    return not _EVENTS.isdisjoint(tokens.low[index + 1 : index + 5])


def read_decade(reader: Reader, index: int) -> Found | None:
    """Read "the 1990s", "the '80s", "the eighties", "the 19th century"; "in his 70s" is an age."""
    tokens = reader.tokens
    low = tokens.low
    at = index + 1 if low[index] == "the" else index
    quoted = low[at] in ("'", "’", "‘")
    if quoted:
        at += 1
    before = low[at - 1] if at else ""
    word = low[at]
    if tokens.kind[at] == "decade":
        first = int(word[:-1].rstrip("'’"))
        if len(word.rstrip("s'’")) == 4:
            if first % 10 or not 1000 <= first <= 2190:
                return None
            whole = values.months_value(first, 1, 12 * (100 if first % 100 == 0 and first < 2000 else 10))
            return Found(end=at + 1, value=whole, absolute=True)
        plain = before == "the" and first >= 60 and not tokens.small(at + 1)
        if len(word.rstrip("s'’")) != 2 or first % 10 or not 30 <= first <= 90 or not (quoted or plain):
            return None
        return Found(end=at + 1, value=values.months_value(1900 + first, 1, 120), absolute=True)
    if word in DECADE_WORDS and (before == "the" or before in ("early", "late", "mid", "-")):
        return Found(end=at + 1, value=values.months_value(DECADE_WORDS[word], 1, 120), absolute=True)
    number = int(word[:-2]) if tokens.kind[at] == "ordinal" else ORDINALS.get(word, 0)
    if number and low[at + 1] == "century" and number <= 22:
        if low[at + 2] == "bc" or number == 1:
            return Found(end=at + 2, value=None, absolute=True)
        return Found(end=at + 2, value=values.months_value(100 * (number - 1) + 1, 1, 1200), absolute=True)
    return None
