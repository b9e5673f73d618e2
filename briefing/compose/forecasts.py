"""What somebody only thinks will become of a plan: predictions, expectations, doubts, and whatever those say who only comment.

What comes about of itself, as the weather does, is predicted too, in whatever words: nobody owes it.
"""

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
_BEFORE = re.compile(
    rf"(?<!\bas )(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bis now )(?<!\bare now )\b{_THINKS} {_ON}{{1,25}}"
)
_BEHIND = re.compile(rf"[,”\"] ?{_ON}{{0,12}}?{_THINKS}(?: {_ON}{{0,4}}[\w’'-]+)?(?:[.;]|$)")
_OF_COMMENTATOR = (
    re.compile(rf"\b{_COMMENTATOR}\b {_ON}{{0,10}}?{_SAYS}\b"),
    re.compile(rf",[^,]*\b{_SAYS} (?:the )?{_ON}{{0,3}}?{_COMMENTATOR}\b"),
    re.compile(rf"\baccording to {_ON}{{0,4}}?{_COMMENTATOR}\b"),
    re.compile(r"\b(?:in the (?:opinion|view|eyes) of|in (?:his|her|their) (?:opinion|view)|if you ask|rumou?rs?|speculation)\b"),
)


#: what nobody makes: weather, waters, fires, counts and prices
_OF_ITSELF = (
    r"(?:rain(?:s|fall)?|showers?|snow(?:s|fall)?|hail|sleet|frosts?|ice|wind(?:s)?|gales?|storms?|hurricanes?|cyclones?|typhoons?|thunderstorms?|"
    r"fog|mist|clouds?|sun(?:shine)?|weather|heat(?:wave)?s?|cold|thaw|temperatures?|floods?|flooding|floodwaters?|waters?|rivers?|tides?|waves?|"
    r"(?:water |sea |river )?levels?|fires?|blazes?|flames|smoke|ash|lava|volcano|quakes?|aftershocks?|drought|toll|deaths|infections|"
    r"inflation|unemployment|econom(?:y|ies)|gdp|growth|output|prices?|rates?|wages|rents|sales|profits?|loss(?:es)?|revenues?|demand|"
    r"population|shares|shortages?|pressure|tensions?|queues?)"
)
#: what such a thing does, and what befalls anybody
_BEFALLS = (
    r"(?:ease|subside|recede|abate|peak|crest|clear(?: up)?|die down|calm(?: down)?|melt|thaw|weaken|strengthen|intensify|worsen|improve|"
    r"rise|fall|grow|shrink|climb|drop|soar|decline|increase|decrease|double|triple|halve|exceed|swell|dry up|run out|dwindle|spread|"
    r"deepen|widen|narrow|cool|warm|stabili[sz]e|persist|linger|last)"
)
_WILL = r"(?:will|would|shall|should|could|may|might|to|(?:is|are) (?:likely|expected|set|going|due|forecast) to)"
_WHEN = r"by|until|before|after|on|in|over|during|within|this|next"
_COMES_ABOUT = re.compile(
    rf"(?:^|\b(?:that|the|of|and|heavy|strong|more|some) )(?:[a-z]+ ){{0,2}}?{_OF_ITSELF} "
    r"(?:(?:in|on|at|of|from|over|along) (?:[\w’'-]+ ){1,4}?)?"
    rf"{_WILL}\b(?! (?:\w+ly )?(?:be \w+(?:ed|en|ld|ut|ght|id)|begin|start|open|close|resume|go on)\b)"
    rf"|\b{_WILL} (?:\w+ly |then |also |again )?{_BEFALLS}\b(?=$|[,.;]| (?:{_WHEN}|to|from|at|again|and|even|\w+ly|across)\b)"
    rf"|^(?:\w+ly )?{_BEFALLS}\b(?= (?:{_WHEN}|to|from)\b)"
    rf"|^(?:\w+ )?{_OF_ITSELF} (?:(?!(?:will|would|to|is|are|be)\b)\w+ ){{0,4}}?(?:{_WHEN})\b"
)


@functools.lru_cache(maxsize=16384)
def comes_about(text: str) -> bool:
    """Tell whether what a text says will be comes about of itself: "the rain will ease by Tuesday evening", "prices to rise by May"."""
    return _COMES_ABOUT.search(fold(text)) is not None


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
