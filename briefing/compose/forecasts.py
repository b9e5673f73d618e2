"""What somebody only thinks will become of a plan: predictions, expectations, doubts, and whatever those say who only comment."""

from __future__ import annotations

import functools
import re

from briefing.compose.outcomes import outcome_told, phrases
from briefing.compose.terms import fold

_THINKS = (
    r"(?:predict|forecast|expect|believ|think|thought|doubt|fear|guess|suspect|reckon|speculat|assum|imagin|hop|bet|foresee|foresaw)"
    r"(?:s|es|ed|e)?"
)
#: who only comments on what others do
_COMMENTATOR = (
    r"(?:columnists?|commentators?|analysts?|pundits?|observers?|experts?|economists?|pollsters?|editorialists?|bloggers?|"
    r"political scientists?|bookmakers?|oddsmakers?|newspapers?|editorials?|fans?)"
)
_SAYS = r"(?:says?|said|writes?|wrote|argu(?:e|es|ed)|tells?|told|suggest(?:s|ed)?|claim(?:s|ed)?|warn(?:s|ed)?|concluded?)"
#: words between that open no clause of their own
_ON = r"(?:(?!(?:and|but|which|who|because|after|although|while)\b)[\w’'-]+ )"
#: what is still to come: what has happened is no forecast, whoever tells it
_AHEAD = phrases(r"will|would|won't|could|may|might|to be|set to|likely|unlikely")
_BEFORE = re.compile(rf"(?<!\bas )(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b{_THINKS} {_ON}{{1,25}}")
_BEHIND = re.compile(rf"[,”\"] ?{_ON}{{0,12}}?{_THINKS}(?: {_ON}{{0,4}}[\w’'-]+)?(?:[.;]|$)")
_OF_COMMENTATOR = (
    re.compile(rf"\b{_COMMENTATOR}\b {_ON}{{0,10}}?{_SAYS}\b"),
    re.compile(rf",[^,]*\b{_SAYS} (?:the )?{_ON}{{0,3}}?{_COMMENTATOR}\b"),
    re.compile(rf"\baccording to {_ON}{{0,4}}?{_COMMENTATOR}\b"),
    re.compile(r"\b(?:in the (?:opinion|view|eyes) of|in (?:his|her|their) (?:opinion|view)|if you ask|rumou?rs?|speculation)\b"),
)


@functools.lru_cache(maxsize=16384)
def is_forecast(text: str) -> bool:
    """Tell whether what a text says will be is only thought so: "will not take place, the columnist predicted"."""
    plain = fold(text)
    if _AHEAD.search(plain) is None:
        return False
    # "was cancelled after officials predicted": what is told before is told
    before = any(_AHEAD.search(m.group()) and outcome_told(plain[: m.start()]) is None for m in _BEFORE.finditer(plain))
    return before or _BEHIND.search(plain) is not None or any(p.search(plain) for p in _OF_COMMENTATOR)


@functools.lru_cache(maxsize=4096)
def is_headed_forecast(title: str) -> bool:
    """Tell whether a headline, which tells even of what is to be in the present, leaves it to one who only comments."""
    plain = fold(title)
    return _BEHIND.search(plain) is not None or re.search(rf"[,:] ?{_ON}{{0,3}}?{_COMMENTATOR}\b|\b{_COMMENTATOR}\b ?:", plain) is not None
