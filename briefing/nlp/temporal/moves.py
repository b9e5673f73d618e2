"""Tell the date that something is moved to: it lies ahead, though the verb is past: "was postponed from May 3 until May 10"."""

from __future__ import annotations

from typing import Final

from briefing.nlp.temporal.tense import STOPS
from briefing.nlp.temporal.tokens import Tokens

_TO: Final = frozenset("to until till for".split())
_PUT_OFF: Final = frozenset(
    """postpone postpones postponed postponing reschedule reschedules rescheduled rescheduling delay delays delayed delaying defer defers
    deferred deferring adjourn adjourns adjourned adjourning move moves moved moving shift shifts shifted shifting push pushes pushed
    pushing slip slips slipped slipping remand remands remanded remanding bailed""".split()
)
#: they put off, or bring forward, with one of the other words behind them
_LIGHT: Final = frozenset("put puts putting set sets setting bring brings bringing brought".split())
_EDGES: Final = frozenset("end beginning start middle".split())
_AWAY: Final = frozenset("off back forward".split())
#: what lasts longer goes on till the new end
_EXTEND: Final = frozenset(
    "extend extends extended extending prolong prolongs prolonged prolonging suspend suspends suspended suspending".split()
)
#: another clause begins
_CLAUSE: Final = frozenset("and but or which who that while when after because as is are was were will would has have had".split())
_REACH: Final = 18
#: so far behind "from" the "to" of a run of days is looked for, and so far round the verb what tells of an earlier time
_RUN, _ROUND = 6, 40
_SPEECH: Final = frozenset("said says announced confirmed told added".split())


def is_new_date(tokens: Tokens, index: int, year: int | None) -> bool:
    """Tell whether the date at a piece, or the run of an old and a new one, is where a past or present verb moves something to.

    Not in what a sentence tells of a time before ``year``, nor of what had been moved before something else happened.
    """
    verb = _verb_before(tokens, index)
    return verb is not None and not _is_history(tokens, verb, year)


def is_moved_to(tokens: Tokens, index: int, year: int | None) -> bool:
    """Tell whether "until" before a new date names the day itself and no end: of what is put off, not of what is extended."""
    verb = _verb_before(tokens, index)
    return verb is not None and tokens.low[verb] not in _EXTEND and not _is_history(tokens, verb, year)


def _verb_before(tokens: Tokens, index: int) -> int | None:
    low = tokens.low
    if index > 2 and low[index - 1] == "of" and low[index - 2] in _EDGES:
        index -= 3 if low[index - 3] == "the" else 2  # "to the end of January"
    elif index > 1 and low[index - 1] in ("early", "late"):
        index -= 1
    before = low[index - 1] if index else ""
    if before not in _TO and not (before == "from" and not _TO.isdisjoint(low[index + 1 : index + _RUN])):
        return None
    for at in range(index - 1, max(-1, index - _REACH), -1):
        word = low[at]
        if word in STOPS or word in _CLAUSE:
            return None
        if word in _PUT_OFF or word in _EXTEND or (word in _LIGHT and not _AWAY.isdisjoint(low[at + 1 : index])):
            return at if before != "for" or word.startswith("resch") else None
    return None


def _is_history(tokens: Tokens, verb: int, year: int | None) -> bool:
    low = tokens.low
    first, last = max(0, verb - _ROUND), min(tokens.count, verb + _ROUND)
    start = next((at + 1 for at in range(verb - 1, first - 1, -1) if low[at] in STOPS), first)
    end = next((at for at in range(verb, last) if low[at] in STOPS), last)
    sentence = low[start:end]
    if "had" in low[max(start, verb - 3) : verb] and _SPEECH.isdisjoint(sentence):
        return True
    if "ago" in sentence or any(low[at : at + 2] == ["last", "year"] for at in range(start, end)):
        return True
    return year is not None and any(len(w) == 4 and w.isascii() and w.isdigit() and 1800 < int(w) < year for w in sentence)
