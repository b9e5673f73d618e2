"""The words of dates: every set and table that the readers look words up in, all in small letters."""

from __future__ import annotations

from typing import Final, Literal

from briefing.calendar_names import DAY_NAMES as DAY_NAMES
from briefing.calendar_names import MONTH_NAMES as MONTH_NAMES

MONTHS: Final[dict[str, int]] = {
    **{name: i + 1 for i, name in enumerate(MONTH_NAMES)},
    **{name[:3]: i + 1 for i, name in enumerate(MONTH_NAMES)},
    "sept": 9,
}
#: full names that are also words or people's names: alone they need a date's surroundings
AMBIGUOUS_MONTHS: Final = frozenset("march april may june august".split())
TITLES: Final = frozenset("mr mrs ms miss dr sir lady lord dame minister theresa".split())
WEEKDAYS: Final[dict[str, int]] = {name: i for i, name in enumerate(DAY_NAMES)}
#: read only beside a date: "Sun" is a newspaper, "Wed" a verb, "Sat" another
SHORT_WEEKDAYS: Final[dict[str, int]] = {
    **{name[:3]: i for i, name in enumerate(DAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: Final[dict[str, int]] = {
    **{word: i + 1 for i, word in enumerate(_UNITS)},
    **{word: 20 + 10 * i for i, word in enumerate(_TENS)},
}
ORDINALS: Final[dict[str, int]] = {
    word: i + 1 for i, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())
}
FEW: Final = frozenset("few several couple".split())

Unit = Literal["hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century", "weekend"]
UNITS: Final[dict[str, Unit]] = {
    "hour": "hour",
    "hours": "hour",
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "month": "month",
    "months": "month",
    "quarter": "quarter",
    "quarters": "quarter",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
    "weekend": "weekend",
    "century": "century",
}
#: the units that "the end of the ..." can name, seen from the day of publication
PERIODS: Final = frozenset("week weekend month quarter year decade".split())
SEASONS: Final[dict[str, int]] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
TERMS: Final = frozenset("term session legislature parliament season".split())
DAY_PARTS: Final = frozenset("morning afternoon evening night midday noon midnight lunchtime dawn".split())
DEICTIC: Final[dict[str, int]] = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}

THIS: Final = frozenset("this current present".split())
NEXT: Final = frozenset("next coming upcoming forthcoming".split())
LAST: Final = frozenset("last past previous".split())
PORTIONS: Final[dict[str, Literal["early", "mid", "late"]]] = {"early": "early", "mid": "mid", "late": "late"}
EDGES: Final[dict[str, Literal["start", "end", "mid"]]] = {
    "end": "end",
    "close": "end",
    "start": "start",
    "beginning": "start",
    "middle": "mid",
}
HALVES: Final[dict[str, Literal["first half", "second half"]]] = {
    "first": "first half",
    "1st": "first half",
    "second": "second half",
    "2nd": "second half",
    "latter": "second half",
}
DECADE_WORDS: Final[dict[str, int]] = {
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}

DUE: Final = frozenset("by before than".split())
TO: Final = frozenset(["to", "through", "until", "till", "-", "–", "—"])
DASHES: Final = frozenset("-–—")
#: moments of a day
MOMENTS: Final = frozenset("noon midnight midday nightfall sunset sundown dusk dawn sunrise daybreak".split())
ZONES: Final = frozenset(
    """gmt utc bst cet cest est edt et pst pdt pt cst cdt mst mdt ist jst kst msk sast eat wat cat aest aedt sgt
    hkt wib wita wit pht myt npt ict pkt gst ast brt art z""".split()
)
#: words in front of a lone month or year that make it one
DATE_PREPOSITIONS: Final = frozenset(
    """in by since until till before after from of during this next last early mid late on through throughout between
    for around about past previous following to circa""".split()
)
YEAR_PREPOSITIONS: Final = frozenset(
    """in by since until till before after from of during early mid late through throughout between around about
    circa year""".split()
)
#: what a number that looks like a year counts when one of these follows
COUNTED: Final = frozenset(
    """people persons men women children soldiers troops workers students residents families households homes houses
    police officers dead deaths cases patients voters votes seats members delegates refugees migrants jobs
    employees passengers km kilometres kilometers miles metres meters feet ft m kg tonnes tons litres liters
    barrels hectares acres sq square dollars euros pounds rupees yen won dirhams riyals shillings rand naira pesos
    usd percent per pc points shares copies hours hrs minutes seconds years days weeks months times degrees
    megawatts mw gw gigawatts volts calories units vehicles cars buses million billion trillion villages schools
    hospitals companies firms protesters fighters prisoners others more metric bpd""".split()
)
#: lands most of whose churches keep another Easter: in news of them no day is named
OTHER_EASTERS: Final = frozenset(
    """orthodox coptic greece greek cyprus cypriot russia russian ukraine ukrainian belarus serbia serbian romania romanian bulgaria
    bulgarian georgia georgian moldova macedonia macedonian montenegro ethiopia ethiopian eritrea eritrean""".split()
)
SOUTHERN: Final = frozenset(
    """australia australian zealand argentina argentine argentinian chile chilean uruguay uruguayan paraguay brazil
    brazilian bolivia peru africa african namibia botswana zimbabwe zambia mozambique lesotho eswatini malawi
    madagascar sydney melbourne brisbane perth canberra adelaide auckland wellington johannesburg pretoria durban
    santiago montevideo fiji samoa tonga southern""".split()
)
#: words in front of a weekday that make a name of it, unless it is a holiday of its own
WEEKDAY_NAMES_BEFORE: Final = frozenset(
    """black bloody super cyber sheffield man girl ruby manic blue casual giving shrove fat ash palm maundy holy mr
    mrs ms miss dr chief pastor sir comrade stormy freaky""".split()
)
#: and words behind one
WEEKDAY_NAMES_AFTER: Final = frozenset(
    """times telegraph mail express mirror independent world herald star post tribune observer agreement club live
    addams punch vision nation standard monitor review football""".split()
)
