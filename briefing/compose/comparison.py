"""Which turn two stances of one actor make: reversed, softened, sharpened, or none that their words show."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from briefing.compose.polarity import apart, one_term
from briefing.compose.sides import Taken
from briefing.compose.stance import Stance
from briefing.compose.terms import fold, jaccard, overlap, terms_of
from briefing.compose.turn_words import SORRY, Turn
from briefing.compose.turns import Signal


def differ(a: Stance, b: Stance) -> bool:
    """Tell whether two texts give different figures of one unit."""
    return any(a.figures[unit] != b.figures[unit] for unit in a.figures.keys() & b.figures.keys())


def judge(
    old: Stance, new: Stance, signals: Sequence[tuple[Signal, float]], *, is_narrow: bool, denied: frozenset[str]
) -> tuple[Turn | None, float]:
    """Say which turn two stances make, if any, with a weight that orders the pairs. Signals come with how near they stand.

    ``denied`` is what one of the texts denies and the other affirms. Two texts with nothing in common show no turn, unless the
    actor has said so little in the story that only this can be meant, and said it decidedly.
    """
    denied = _really(denied, old, new)
    both = old.issue & new.issue
    common = len(both) / min(len(old.issue), len(new.issue)) if both else 0.0
    told: dict[Turn, float] = {}
    recalled = 0.0
    may_regret = bool(both) or old.side < 0 or old.is_negated
    for signal, near in signals:
        for turn in signal.turns:
            if turn == "softened" and not may_regret and SORRY.search(fold(signal.text)):
                continue  # who promised to search on is sorry for something else
            told[turn] = max(told.get(turn, 0.0), near)
        if signal.turns and old.taken is not None and set(old.taken.terms) <= terms_of(signal.text):
            # "Eide turns on milk deal", of who praised the milk deal
            recalled = 1.0
        if signal.is_contrast:
            # it says that something is otherwise now, and not which way
            told["reversed"] = max(told.get("reversed", 0.0), near - 1.5)
            recalled = max(recalled, overlap(old.issue, terms_of(signal.text)))
    if (old.side * new.side < 0 and _are_of_one(old, new)) or (denied and _is_one_denied(old, new, denied, is_narrow=is_narrow, told=told)):
        gives = (new.force == 1 and (old.side < 0 or old.is_negated)) or new.is_opening
        side: Turn = "softened" if gives and "reversed" not in told else "reversed"
        return side, 3.0 + (common + jaccard(old.issue, new.issue)) / 2
    is_narrow = is_narrow and (old.side != 0 or old.force == 3 or old.is_negated)
    same_unit = bool(old.figures.keys() & new.figures.keys() - {""})
    if not told or not (is_narrow or same_unit or recalled >= 0.5 or (common >= 0.3 and len(both) >= 2)):
        return None, 0.0
    turn = max(told, key=lambda t: (told[t], t == "reversed", t == "softened"))
    if not (both or same_unit or recalled >= 0.3) and all(signal.span is None or not signal.turns for signal, _ in signals):
        # a headline's word, or that something was otherwise, of two texts that have nothing in common
        return None, 0.0
    if turn == "softened" and new.side < 0 <= old.side:
        # nobody gives way by a refusal
        return None, 0.0
    weight = 2 * common + recalled + 0.3 * told[turn] + (0.5 if same_unit else 0.0) + (0.3 if old.force == 3 else 0.0)
    return turn, weight


def _are_of_one(old: Stance, new: Stance) -> bool:
    """Tell whether two stances are on one issue: by what they are taken on, by half of the smaller one's words and two of them, or by
    all of both."""
    if old.taken is not None and new.taken is not None and old.taken.is_of(new.taken):
        return True
    both = old.issue & new.issue
    if old.taken is not None and new.taken is not None:
        if set(old.taken.terms).isdisjoint(new.taken.terms):
            return False  # the treaty and its annex
        if old.taken.terms[-1] == new.taken.terms[-1] and len(both) >= 2 and overlap(old.issue, new.issue) >= 0.6:
            return True
    if old.is_judged or new.is_judged:
        return any(_is_named(a.taken, b.issue) for a, b in ((old, new), (new, old)) if a.taken is not None)
    return bool(both) and (old.issue == new.issue or (len(both) >= 2 and overlap(old.issue, new.issue) >= 0.5))


def _really(denied: frozenset[str], *stances: Stance) -> frozenset[str]:
    """Of what one text denies and the other has those that this one is not against: "against early elections" affirms none."""
    refused = {one_term(t) for s in stances if s.side < 0 and s.taken is not None for t in s.taken.terms}
    return denied - refused


def is_undone(old: Stance, new: Stance, denied: frozenset[str]) -> bool:
    """Tell whether what somebody does is against what they said: of one thing in two texts, or what one denies and the other affirms."""
    if old.side * new.side < 0 and old.taken is not None and new.taken is not None and not new.is_judged and old.taken.is_of(new.taken):
        return True
    denied = _really(denied, old, new)
    a, b = apart(old.issue, denied), apart(new.issue, denied)
    return bool(denied) and len(a & b) >= 1 and overlap(a, b) >= 0.5


def are_surely_of_one(old: Stance, new: Stance) -> bool:
    """Tell whether two stances are on one issue wherever they were read: by a name of two words, or by nearly all of their words."""
    if old.taken is not None and new.taken is not None and old.taken.is_of(new.taken) and len({*old.taken.terms} & {*new.taken.terms}) > 1:
        return True
    both = old.issue & new.issue
    return len(both) >= 2 and overlap(old.issue, new.issue) >= 0.75 and jaccard(old.issue, new.issue) >= 0.5


def _is_named(taken: Taken, issue: Set[str]) -> bool:
    """Tell whether a thing of two words or more is named in a text, in so many of them."""
    own = set(taken.terms)
    return len(own & issue) >= 2 and len(own & issue) >= 0.6 * len(own)


def _is_one_denied(old: Stance, new: Stance, denied: frozenset[str], *, is_narrow: bool, told: Collection[Turn]) -> bool:
    """Tell whether what one text denies is what the other affirms, and not only of one verb: to pay the guards is not to pay strikers.

    The word alone is enough where only this can be meant, or where the document says that somebody turned.
    """
    a, b = apart(old.issue, denied), apart(new.issue, denied)
    if not (a <= b or b <= a or "reversed" in told or (len(a & b) >= 2 and overlap(a, b) >= 0.6)):
        return False
    return bool(a & b) or a == b or is_narrow or "reversed" in told
