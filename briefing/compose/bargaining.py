"""How somebody who asks for something moves without saying so: the figure that they ask for, the threat that they add."""

from __future__ import annotations

import re

from briefing.calendar_names import CALENDAR
from briefing.compose.outcomes import phrases
from briefing.compose.stance import Stance
from briefing.compose.terms import fold, overlap, stem, terms_of
from briefing.compose.turn_words import Turn
from briefing.models import BriefedPosition

#: so many words of issue two texts must share; of a threat, the share of the demand's
_SHARED, _SAME = 2, 0.6
#: who asks for less of something asks for more by a smaller figure
_DOWNWARD = phrases(
    r"(?:no|not) (?:more|higher|longer|later) than|at most|up to|under|below|within|cap(?:s|ped)?|cut\w*|lower\w*|reduc\w+|limit\w*",
    r"fewer|less|(?:not|never) (?:\w+ ){0,4}?(?:above|over|exceed)",
)
_TAKES = phrases(
    r"(?:would|could|can|will|to) (?:\w+ )?(?:accept|settle for|live with|agree to|take)",
    r"accept(?:s|ed|able)?|settled? for|(?:content|satisfied|happy) (?:with|if)|enough|would (?:do|suffice)",
)
#: "would close the border unless the dam is removed"
#: that a demand is another now, and by how much: "raised its demand to 10 percent"
_MOVES_DEMAND = re.compile(r"\b(?P<how>rais|increas|lower)(?:es|ed|s) (?:its|their|his|her) (?:\w+ )?demands? (?:from [^,;.]+ )?to\b")
_HEDGES = terms_of("least about nearly almost roughly around full whole million billion thousand")
#: a demand without delay, and one that leaves time
_AT_ONCE = phrases(r"at once|immediate(?:ly)?|without (?:any )?delay|right away|straight away|forthwith|this very day")
_IN_TIME = phrases(
    r"within (?!hours\b)[\w-]+|by (?!the\b)\w+|before (?:the )?\w+|until|in [\w-]+ (?:days|weeks|months|years)|by the end of"
)
_DELAY = terms_of("within at once immediate immediately without any delay right away straight forthwith this very day delay")
_DAYS = frozenset(map(stem, CALENDAR))
#: what somebody says they will do if a demand is not met
_CONDITION = re.compile(r"\b(?P<how>unless|if) (?P<what>[^,;.]+)")
_THEN = phrases(
    r"(?:we|i|it|they|he|she|(?:the |our |his |her |its |their )?[\w'-]+) (?:will|shall|would|(?:is|are) (?:ready|prepared|going) to)"
)
_NOT_MET = re.compile(r"\b(?:not|no|nothing|fails?|refuses?)\b|n't\b")
#: verbs of asking, and of asking as one who can
_ASKS = phrases(
    r"ask(?:s|ed)?|urg(?:e|es|ed)|appeal(?:s|ed)?|call(?:s|ed) (?:on|upon)|invit(?:e|es|ed)|advis(?:e|es|ed)|recommend(?:s|ed)?"
)
_ORDERS = phrases(r"order(?:s|ed)?|command(?:s|ed)?|insist(?:s|ed)?|forc(?:e|es|ed)|oblig(?:e|es|ed)")
_VERBS = terms_of("order command insist force oblige advise recommend appeal invite")
_THREAT = re.compile(r"\b(?:unless|or else|otherwise|if (?:\w+ ){1,6}(?:not|no|nothing|fails?|refuses?|does(?:n't)?)|failing that)\b")


def bargained(before: BriefedPosition, old: Stance, after: BriefedPosition, new: Stance, *, is_reprint: bool) -> Turn | None:
    """Say which turn an actor's two positions on one issue make where the first asks or offers, if any; a reprint's figure makes none."""
    both = old.issue & new.issue
    if _settles(before, old, after, new):
        return "softened"
    if before.kind == "demand" and (told := _MOVES_DEMAND.search(fold(after.excerpt.text))) is not None and not is_reprint:
        units = [u for u in old.figures.keys() & new.figures.keys() - {""} if old.figures[u] != new.figures[u]]
        is_raised = told["how"] != "lower"
        if len(units) == 1 and (new.figures[units[0]] > old.figures[units[0]]) is is_raised:
            return "sharpened" if is_raised else "softened"
    if len(both) < _SHARED or before.kind not in ("demand", "offer"):
        return None
    texts = [fold(p.excerpt.text) for p in (before, after)]
    if before.kind == "demand" and _threatens(texts[1], texts[0]):
        return "sharpened"
    if after.kind == "warning" and before.kind == "demand":
        is_threat = _THREAT.search(texts[1]) is not None and _THREAT.search(texts[0]) is None
        return "sharpened" if is_threat and overlap(old.issue, new.issue) >= _SAME else None
    if after.kind == "demand" and _orders(after, before):
        return "sharpened" if overlap(old.issue - _VERBS, new.issue - _VERBS) >= _SAME else None
    haste = [_AT_ONCE.search(t) is not None for t in texts]
    if after.kind == before.kind == "demand" and haste[0] != haste[1] and _IN_TIME.search(texts[0 if haste[1] else 1]):
        a, b = old.issue - _DELAY, new.issue - _DELAY
        return ("sharpened" if haste[1] else "softened") if a <= b or b <= a else None
    if not (old.issue <= new.issue | _HEDGES or new.issue <= old.issue | _HEDGES):
        return None  # 500 crowns for each widow are no more than 300 for each miner
    units = [u for u in old.figures.keys() & new.figures.keys() - {""} if old.figures[u] != new.figures[u]]
    if len(units) != 1 or is_reprint:
        return None
    is_more = new.figures[units[0]] > old.figures[units[0]]
    if before.kind == "offer":
        return ("softened" if is_more else "sharpened") if after.kind == "offer" else None
    if after.kind != "demand":
        return "softened" if _TAKES.search(texts[1]) else None
    downward = [_DOWNWARD.search(t) is not None for t in texts]
    if downward[0] != downward[1]:
        return None
    return "sharpened" if is_more is not downward[0] else "softened"


def _settles(before: BriefedPosition, old: Stance, after: BriefedPosition, new: Stance) -> bool:
    """Tell whether somebody who demanded so much of something would take less: "a rise of 8 percent", "would accept 6 percent"."""
    units = old.figures.keys() & new.figures.keys() - {""}
    if before.kind != "demand" or after.kind == "demand" or len(units) != 1 or _TAKES.search(fold(after.excerpt.text)) is None:
        return False
    (unit,) = units
    is_of_it = not new.issue or bool(old.issue & new.issue) or len(new.issue) <= 1
    return is_of_it and new.figures[unit] < old.figures[unit] and _DOWNWARD.search(fold(before.excerpt.text)) is None


def presses(after: BriefedPosition, before: BriefedPosition) -> bool:
    """Tell whether of two demands one is to be met without delay, or the later one orders, or says what will follow if it is not met."""
    if before.kind != "demand":
        return False
    texts = [fold(p.excerpt.text) for p in (before, after)]
    hastes = [_AT_ONCE.search(t) is not None for t in texts]
    return (after.kind == "demand" and (hastes[0] != hastes[1] or _orders(after, before))) or _threatens(texts[1], texts[0])


def _orders(after: BriefedPosition, before: BriefedPosition) -> bool:
    return _ASKS.match(fold(before.cue)) is not None and _ORDERS.match(fold(after.cue)) is not None


def _threatens(text: str, demand: str) -> bool:
    """Tell whether a text says what its holder will do if the very thing that was demanded is not done."""
    found = _CONDITION.search(text)
    if found is None or found["what"] is None or _CONDITION.search(demand):
        return False
    if found["how"] == "if" and not _NOT_MET.search(found["what"]):
        return False
    rest = text[: found.start()] + text[found.end() :]
    asked = terms_of(found["what"]) & terms_of(demand)
    return len(asked) >= _SHARED and len(asked) >= _SAME * len(_asked(found["what"])) and _THEN.search(rest) is not None


def _asked(text: str) -> frozenset[str]:
    return frozenset(t for t in terms_of(text) if t not in _DAYS and not t[0].isdigit())
