"""How somebody gives way, or hardens, by the condition that they set: "only if the tax is scrapped", then "if the tax is halved"."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from briefing.calendar_names import CALENDAR
from briefing.compose.forms import base_of
from briefing.compose.outcomes import phrases
from briefing.compose.terms import fold, overlap, terms_of
from briefing.compose.turn_words import Turn

#: so much of the words of what somebody would do, and so many of them, and so much of a condition's
_SAME, _SHARED, _OF_IT = 0.6, 2, 0.6
_WILL = r"\b(?:will|would|shall|could|can|may|might)\b"
#: what somebody would do under no other condition, and what they will not do while it is not met
_STRICT = (
    re.compile(rf"(?P<act>{_WILL}[^,;:]*?),? (?:but )?only (?:if|when|after|once|provided(?: that)?|on condition that) (?P<what>[^,;:]+)"),
    re.compile(
        rf"(?P<act>(?:{_WILL} (?:not|never|no longer)|\b(?:won't|wouldn't|can't|cannot))\b[^,;:]*?),? "
        r"(?:before|until|unless|as long as|so long as) (?P<what>[^,;:]+)"
    ),
)
#: a condition that is gone, and one that is one of several
_GONE = re.compile(
    rf"(?P<act>{_WILL}(?! (?:not|never|no longer)\b)[^,;:]*?),? (?:even )?(?:before|without|even if|whether or not) (?P<what>[^,;:]+)"
)
_LOOSE = re.compile(
    rf"(?P<act>{_WILL}(?! (?:not|never|no longer)\b)[^,;:]*?(?<!\bonly)(?<!\beven)),? "
    r"(?:if|when|after|once|as soon as|provided(?: that)?|on condition that) (?P<what>[^,;:]+)"
)
#: that only part of a thing is asked for, and all of it
_PART = phrases(
    r"half|halv(?:e|es|ed|ing)|part|partly|partial(?:ly)?|some|fewer|less|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|"
    r"a (?:third|quarter|fifth|tenth)|one of|the first|most|eased|softened|smaller|frozen|capped"
)
_WHOLE = phrases(
    r"all|every|full|fully|whole|entire(?:ly)?|complete(?:ly)?|scrap(?:s|ped|ping)?|abolish(?:es|ed|ing)?|withdrawn|dropped|repealed|none|no"
)
_SAYS_HOW = frozenset(
    base_of(t)
    for t in terms_of(
        "half halve part partly partial partially some fewer less reduce lower third quarter fifth tenth one first most eased softened "
        "smaller frozen capped all every full fully whole entire entirely complete completely scrap abolish withdrawn dropped repealed"
    )
)


class _Terms(NamedTuple):
    """What somebody would do, and the condition of it, as terms; the condition in its words."""

    act: frozenset[str]
    what: frozenset[str]
    text: str


def conditions_turn(before: str, after: str) -> Turn | None:
    """Say whether somebody gives way by a condition that is gone or asks for less, or hardens by the reverse, if either."""
    if _eases(before, after):
        return "softened"
    return "sharpened" if _eases(after, before) else None


@functools.lru_cache(maxsize=16384)
def _eases(before: str, after: str) -> bool:
    strict = next((t for pattern in _STRICT if (t := _read(pattern, before)) is not None), None)
    if strict is None:
        return False
    gone = _read(_GONE, after)
    if gone is not None and _is_same(strict, gone):
        return overlap(strict.what, gone.what) >= _OF_IT
    loose = _read(_LOOSE, after)
    if loose is None or any(pattern.search(fold(after)) for pattern in _STRICT) or not _is_same(strict, loose):
        return False
    is_part = _PART.search(loose.text) is not None and _PART.search(strict.text) is None
    return is_part and _WHOLE.search(strict.text) is not None and bool((strict.what & loose.what) - _SAYS_HOW)


def _read(pattern: re.Pattern[str], text: str) -> _Terms | None:
    found = pattern.search(fold(text))
    if found is None:
        return None
    act = frozenset(base_of(t) for t in terms_of(found["act"]) - CALENDAR)
    return _Terms(act - {"never", "longer"}, frozenset(base_of(t) for t in terms_of(found["what"]) - CALENDAR), found["what"])


def _is_same(one: _Terms, other: _Terms) -> bool:
    """Tell whether two conditions are of one act."""
    return len(one.act & other.act) >= min(_SHARED, len(one.act)) and bool(one.act) and overlap(one.act, other.act) >= _SAME
