"""The words of dates, and the pieces of pattern that the rules share."""

from __future__ import annotations

import re

_MONTH_NAMES = (
    "january february march april may june july august september october november december".split()
)
_MONTH_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTHS: dict[str, int] = {
    **{name: i + 1 for i, name in enumerate(_MONTH_NAMES)},
    **{name: i + 1 for i, name in enumerate(_MONTH_SHORT)},
    "sept": 9,
}
WEEKDAYS: dict[str, int] = {
    **{name: i for i, name in enumerate(_DAY_NAMES)},
    **{name[:3]: i for i, name in enumerate(_DAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, int] = {
    **{word: i + 1 for i, word in enumerate(_UNITS)},
    **{word: 20 + 10 * i for i, word in enumerate(_TENS)},
    **{f"{ten}-{one}": 20 + 10 * i + j + 1 for i, ten in enumerate(_TENS) for j, one in enumerate(_UNITS[:9])},
    "a": 1,
    "an": 1,
    "hundred": 100,
}
ORDINALS: dict[str, int] = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
HALVES = {"first", "1st", "second", "2nd"}

UNIT = r"(?:(?:minute|hour|day|week|fortnight|month|year|decade)s?|centur(?:y|ies))"
PERIOD_UNIT = r"(?:weekend|week|month|quarter|year|decade|century|fortnight)"

_full = "|".join(name.capitalize() for name in _MONTH_NAMES)
_upper = "|".join(name.upper() for name in _MONTH_NAMES)
_short = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
#: a capitalised month; "may" and "march" are words of their own when small
MONTH = rf"(?:(?:{_full}|{_upper})\b|{_short})"
#: months that may be written small when a number stands beside them
SMALL_MONTH = "|".join(name for name in _MONTH_NAMES if name not in ("may", "march"))
_day_full = "|".join(f"{name[0].upper()}{name[0]}{name[1:]}" for name in _DAY_NAMES)
WEEKDAY = (
    r"(?:[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday"
    r"|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)\b"
)
WEEKDAY_SHORT = r"(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?(?!\d)"
YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d)"
DASH = r"\s?[-–—]\s?"
TIME_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|IST|JST|KST|MSK|SAST|EAT|WAT|AEST|local time)"
_hours = r"\d{1,2}(?:[:.]\d\d)?\s?(?:[aApP]\.?\s?[mM]\b\.?)"
TIME = (
    rf"(?:(?:{_hours}|(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?(?:hrs|hours|h)\b)?|[01]\d[0-5]\d\s?(?=GMT|UTC|hrs|hours)(?:hrs\b|hours\b)?|noon|midnight)"
    rf"(?:\s?\(?{TIME_ZONE}\b\)?)?(?:\s?\([^()]{{2,24}}(?:GMT|UTC)\))?)"
)
DAY_PART = r"(?:morning|afternoon|evening|night|midday|noon|midnight|lunchtime)"

ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?(?![\d-])")
NUMERIC_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")


def month_number(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.rstrip(".").lower()]


def number_of(word: str) -> int | None:
    """Read a small number in digits or words."""
    word = word.lower().replace(" ", "-")
    if word.isascii() and word.isdigit():
        return int(word)
    return NUMBERS.get(word)
