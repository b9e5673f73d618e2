"""What a figure is of, in the words of its sentence: "dockers", "the pay rise", "the share of the vote", "the cost of the dam"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from briefing.compose.figures import FIGURE, Piece
from briefing.compose.outcomes import phrases
from briefing.compose.readings import Reading
from briefing.compose.terms import STOPWORDS, fold, stem
from briefing.models import Span

_PERCENT = "per cent"
#: words behind a figure that are not what it counts
_RELATIONS = frozenset(
    """near across behind inside beside along among since within without toward per today yesterday tomorrow last next earlier later
    lower higher ahead apart away ago aged old long wide high deep tall""".split()
)
_UNITS = frozenset(map(stem, "hour minute day week month year decade mile kilometre kilometer km metre meter tonne ton degree".split()))
#: plurals without an s
_MANY = frozenset("people men women children police cattle sheep fishermen policemen".split())
_HEDGE = r"(?:(?:at least|more than|less than|up to|as much as|about|around|some|over|nearly|almost|roughly|only|just) )?(?:[$€£] ?)?$"
_NAME = r"(?P<what>(?:[\w’'-]+ ){1,3}?)"
_ITS = r"(?P<its>(?:the|a|an|its|their|his|her|this|that) )"
#: "a rise of", "with a turnout of"
_OF = re.compile(rf".*\b{_ITS}{_NAME}of {_HEDGE}", re.IGNORECASE)
#: "raised its pay offer to", "cut the tax by"
_SETS = re.compile(
    rf"\b(?:rais|increas|lift|cut|lower|reduc|put|set|estimat|revis|doubl)(?:e|es|ed|ing|s|ting)? {_ITS}?"
    rf"(?P<what>(?:[\w’'-]+ ){{1,6}}?)(?:to|at|by|from) {_HEDGE}",
    re.IGNORECASE,
)
#: "The cost of the dam has risen to", "unemployment stood at", "the rise is"
_MOVES = re.compile(
    rf"^(?:.*(?:[,;:“\"] ?|\b(?:that|and|but|as|while) ))?{_ITS}?(?P<what>(?:[\w’'-]+ ){{1,6}}?)"
    r"(?:ha(?:s|ve|d) |will |would |is to |are to )?"
    r"(?:now |also |already )?(?:rose|rises?|risen|fell|falls?|fallen|grew|grow|grown|drop(?:ped)?|climbed|jumped|shrank|slid|gained|lost|"
    r"closed|ended|stood|stands|reached|hit|was|were|is|are|amounted|amounts|came|totalled|went (?:up|down)|be)"
    rf" (?:(?:by|to|at|from) )?{_HEDGE}",
    re.IGNORECASE,
)
_COSTS = (
    (re.compile(rf"\b(?:cost(?:s|ing)?|priced at) (?:\w+ )?{_HEDGE}", re.IGNORECASE), "the cost"),
    (re.compile(rf"\bworth {_HEDGE}", re.IGNORECASE), "the value"),
    (re.compile(rf"\bfin(?:e|es|ed)(?: [\w’'-]+){{0,5}} {_HEDGE}", re.IGNORECASE), "the fine"),
)
#: what is no name of a thing, however a clause begins with it
_NO_NAME = phrases(r"it|they|he|she|we|this|that|there|which|who|what|said|says|some|many|most|all")
#: a share of it
_SHARE = re.compile(
    r" of (?P<what>(?:(?:the|all|its|their|his|her) )?[\w’'-]+(?: [\w’'-]+)??)"
    r"(?=[,.;:]|$| (?:in|on|at|by|to|for|and|but|as|with|from|of|who|that|which|after|before|had|have|has|were|was|are|is|"
    r"will|would|against|voted|said)\b)"
)


def name_figure(reading: Reading, sentence: Span, pieces: Sequence[Piece], at: int) -> str:
    """What a figure of a sentence is of; "the date" or "the figure" where that is all one can say."""
    if pieces[at].days is not None:
        return "the date"
    text = reading.text
    reach = _behind(text, pieces, at)
    keys = [pieces[n].key for n in reach]
    before = reading.slice(Span(sentence.start, pieces[at].span.start)) + " "
    if keys[:1] == [_PERCENT]:
        return _share(reading, pieces, reach) or _told(reading, before) or "the share in percent"
    if _is_money(reading, pieces[at].span):
        return _told(reading, before) or "the sum"
    if keys[:1] == ["of"]:
        reach, keys = reach[1:], keys[1:]
    if not keys or keys[0] in STOPWORDS or keys[0] in _RELATIONS:
        return "the figure"
    counted = _words(text, pieces, reach)
    told = _told(reading, before, (_OF,)) if keys[0] in _UNITS else _paid(before)
    # "half an hour", "a third country": no name of several
    return told or (f"the number of {counted}" if counted.endswith("s") or " of " in counted or counted in _MANY else counted)


def _behind(text: str, pieces: Sequence[Piece], at: int) -> list[int]:
    """The words right behind a figure, three at most, no mark between them."""
    reach = [at]
    for n in range(at + 1, min(at + 4, len(pieces))):
        if pieces[n].key == FIGURE or text[pieces[reach[-1]].span.end : pieces[n].span.start].strip(" -"):
            break
        reach.append(n)
    return reach[1:]


def _words(text: str, pieces: Sequence[Piece], reach: Sequence[int]) -> str:
    """The first of some words, or "hours of talks"."""
    keys = [pieces[n].key for n in reach]
    last = 2 if keys[1:2] == ["of"] and len(keys) > 2 and keys[2] not in STOPWORDS else 0
    return text[pieces[reach[0]].span.start : pieces[reach[last]].span.end]


def _share(reading: Reading, pieces: Sequence[Piece], reach: Sequence[int]) -> str | None:
    """What the words behind "per cent" say that it is of: "the share of the vote", "the pay rise"."""
    text, percent = reading.text, pieces[reach[0]].span
    if found := _SHARE.match(text, percent.end):
        return f"the share of {found['what']}"
    behind = list(takewhile(lambda n: pieces[n].key not in STOPWORDS and pieces[n].key not in _RELATIONS, reach[1:]))
    return f"the {text[pieces[behind[0]].span.start : pieces[behind[-1]].span.end]}" if behind else None


def _told(reading: Reading, before: str, patterns: Sequence[re.Pattern[str]] = (_SETS, _OF, _MOVES)) -> str | None:
    """What the words before a figure say that it is of."""
    for pattern in patterns:
        found = pattern.search(before)
        if found is not None and not _NO_NAME.search(found["what"].casefold()):
            return _called(found["what"].strip(), has_article=found["its"] is not None, reading=reading)
    return _paid(before)


def _paid(before: str) -> str | None:
    return next((name for pattern, name in _COSTS if pattern.search(before)), None)


def _called(what: str, *, has_article: bool, reading: Reading) -> str:
    """A thing with its article, if it has one; the first word of a sentence has a small letter unless it is a name."""
    if has_article:
        return f"the {what}"
    return what if fold(what.split()[0]).removesuffix("'s") in reading.named else what[0].lower() + what[1:]


def _is_money(reading: Reading, figure: Span) -> bool:
    return any(m.kind == "money" and m.span.meets(figure) for m in reading.analysis.mentions)
