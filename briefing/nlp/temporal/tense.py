"""Guess from the words nearby whether the clause round an expression speaks of the past or of the future."""

from __future__ import annotations

from typing import Final, Literal

from briefing.nlp.temporal.tokens import Tokens

Tense = Literal["past", "future"] | None

_FUTURE: Final = frozenset(
    """will ll shall wo won due scheduled slated expected expects expect upcoming plans planned planning plan hopes
    hope set must should may might could would can cannot going intends aims deadline ahead forthcoming
    takes begins starts opens resumes expires ends convenes reconvenes meets arrives faces launches hosts comes
    goes holds resume begin starting beginning ending next""".split()
)
#: "to" behind one of these looks ahead: "agreed to meet"
_INTENT: Final = frozenset(
    """is are was were agreed agree agrees plans planned plan due set expected scheduled slated vowed promised
    pledged ordered decided invited asked urged hope hopes hoped want wants wanted intends intended aims aimed
    ready deadline invitation likely about going need needs needed has have had required bound told instructed
    continue proposed offered pledge promise wish wishes try allow allowed parties calls
    called ministers leaders lawmakers sides countries it them him her us""".split()
)
_PAST: Final = frozenset(
    """was were had did said told went came met saw took gave made held began left found got became kept led rose
    fell won lost sent spent brought bought thought fought caught taught sold built shot spoke broke chose drove
    wrote ran stood sat died flew grew knew threw drew ago struck withdrew""".split()
)
_AUXILIARIES: Final = frozenset("be being will would shall should must may might can could cannot to not".split())
_NOT_PAST: Final = frozenset(
    """need red bed need speed indeed seed feed united proceed exceed succeed hundred sacred naked embed breed greed
    unprecedented limited based armed alleged related advanced""".split()
)
_BEING: Final = frozenset(["is", "are"])
_GIVES: Final = frozenset("gave give given gives giving has have deadline ultimatum".split())
STOPS: Final = frozenset([".", "?", "!", "\n", ";"])
_BACK: Final = 24
_AHEAD: Final = 14
#: so far before "until" its verb may be denied
_DENIED: Final = 9
_DENYING: Final = frozenset("will won would wouldn is isn are aren does doesn do don should shouldn can may might".split())


def guess_tense(tokens: Tokens, start: int, end: int) -> Tense:
    """Guess the tense of the clause round the pieces from ``start`` to ``end``; None when no verb nearby tells.

    The verb in front decides, since an adverbial follows its verb, unless there is none in the sentence, or one
    stands right behind ("which on Monday will").
    """
    back, near = _look_back(tokens, start)
    ahead, far = _look_ahead(tokens, end)
    if back is None and ahead is None and not _BEING.isdisjoint([*tokens.low[max(0, start - 2) : start], tokens.low[end]]):
        return "future"  # "the hearing is on Friday"
    if back is None or (ahead is not None and far <= 2 < near):
        return ahead
    return back


def _look_back(tokens: Tokens, start: int) -> tuple[Tense, int]:
    for distance in range(1, min(_BACK, start) + 1):
        index = start - distance
        word = tokens.low[index]
        if word in STOPS and not is_abbreviation(tokens, index):
            break
        direction = _of(tokens, index)
        if direction is not None:
            return direction, distance
    return None, 0


def _look_ahead(tokens: Tokens, end: int) -> tuple[Tense, int]:
    for distance in range(1, _AHEAD + 1):
        index = end + distance - 1
        if index >= tokens.count or (tokens.low[index] in STOPS and not is_abbreviation(tokens, index)):
            break
        direction = _of(tokens, index)
        if direction is not None:
            return direction, distance
    return None, 0


def is_demanded(tokens: Tokens, index: int) -> bool:
    """Tell whether the words in front of "by" or "until" set somebody a term: "told to leave by", "gave them until"."""
    low = tokens.low
    for at in range(index - 1, max(-1, index - 13), -1):
        if low[at] in STOPS and not is_abbreviation(tokens, at):
            return False
        if low[at] == "to" and _of(tokens, at) == "future":
            return True
        if low[at] in _GIVES and low[index] in ("until", "till"):
            return low[at] not in ("has", "have") or low[at + 1] in ("until", "till")
    return False


def is_denied(tokens: Tokens, index: int) -> bool:
    """Tell whether "until" names when something is to begin: "will not open until", "is not expected until"."""
    low = tokens.low
    if low[index - 1] == "not":
        return True
    for at in range(index - 1, max(-1, index - _DENIED), -1):
        if low[at] in STOPS or low[at] in (",", "and", "but", "that"):
            return False
        if low[at] == "t" and low[at - 1] in ("'", "’"):
            return low[at - 2] in _DENYING
        if low[at] == "cannot" or (low[at] in ("not", "never") and low[at - 1] in _DENYING):
            return low[at + 1] not in ("only", "just")
    return False


def _of(tokens: Tokens, index: int) -> Tense:
    """Tell what one word says of the time."""
    word = tokens.low[index]
    if tokens.low[index - 1] in _AUXILIARIES and not tokens.capital(index - 1):
        return None  # its verb says it: "will be held", "would cut"
    if word in _FUTURE:
        if word in ("set", "may") and tokens.capital(index):
            return None
        if word in ("would", "could", "might") and tokens.low[index + 1] == "have":
            return "past"
        return "future"
    if word == "to":
        return "future" if tokens.low[index - 1] in _INTENT and tokens.small(index + 1) else None
    if word in _PAST:
        return "past"
    if len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST and tokens.small(index):
        return "past"
    return None


def is_abbreviation(tokens: Tokens, index: int) -> bool:
    """Tell whether a full stop ends an abbreviation such as "Sept." or "U.S." and no sentence."""
    return tokens.low[index] == "." and (len(tokens.low[index - 1]) < 2 or (tokens.capital(index - 1) and len(tokens.low[index - 1]) < 5))
