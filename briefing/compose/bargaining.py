"""How somebody who asks for something moves without saying so: the figure that they ask for, the threat that they add."""

from __future__ import annotations

import re

from briefing.compose.outcomes import phrases
from briefing.compose.stance import Stance, Turn
from briefing.compose.terms import fold, overlap, terms_of
from briefing.models import BriefedPosition

#: so many words of issue two texts must share; of a threat, the share of the demand's
_SHARED, _SAME = 2, 0.6
#: who asks for less of something asks for more by a smaller figure
_DOWNWARD = phrases(
    r"(?:no|not) (?:more|higher|longer|later) than|at most|up to|under|below|within|cap(?:s|ped)?|cut\w*|lower\w*|reduc\w+|limit\w*",
    r"fewer|less",
)
_TAKES = phrases(
    r"(?:would|could|can|will|to) (?:\w+ )?(?:accept|settle for|live with|agree to|take)",
    r"accept(?:s|ed|able)?|settled? for|content with|enough",
)
#: "would close the border unless the dam is removed"
_HEDGES = terms_of("least about nearly almost roughly around full whole million billion thousand")
_THREAT = re.compile(r"\b(?:unless|or else|otherwise|if (?:\w+ ){1,6}(?:not|no|nothing|fails?|refuses?|does(?:n't)?)|failing that)\b")


def bargained(before: BriefedPosition, old: Stance, after: BriefedPosition, new: Stance) -> Turn | None:
    """Say which turn an actor's two positions on one issue make where the first asks or offers, if any."""
    both = old.issue & new.issue
    if len(both) < _SHARED or before.kind not in ("demand", "offer"):
        return None
    texts = [fold(p.excerpt.text) for p in (before, after)]
    if after.kind == "warning" and before.kind == "demand":
        is_threat = _THREAT.search(texts[1]) is not None and _THREAT.search(texts[0]) is None
        return "sharpened" if is_threat and overlap(old.issue, new.issue) >= _SAME else None
    if not (old.issue <= new.issue | _HEDGES or new.issue <= old.issue | _HEDGES):
        return None  # 500 crowns for each widow are no more than 300 for each miner
    units = [u for u in old.figures.keys() & new.figures.keys() - {""} if old.figures[u] != new.figures[u]]
    if len(units) != 1:
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
