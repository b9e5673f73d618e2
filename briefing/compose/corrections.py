"""What sets right a figure that was told before: "seven had died, not nine", "corrected the lead to 1,024 votes", "counted twice"."""

from __future__ import annotations

import functools
import re

from briefing.compose.figures import NUMBERS, NUMERALS, in_digits
from briefing.compose.outcomes import phrases
from briefing.compose.stance import read_stance
from briefing.compose.terms import fold, terms_of

_FIGURE = rf"(?:\d[\d.,]*|{'|'.join(sorted(NUMBERS))}|half|a (?:third|quarter|dozen|hundred|thousand|million))\b"
_HAS_FIGURE = re.compile(rf"\b{_FIGURE}")
_EARLIER = r"(?:earlier|previously|first|initially|originally|at first|before)"
_GIVEN = r"(?:given|gave|reported|said|stated|announced|thought|believed|estimated|published|counted|wrote|written|printed|claimed|put)"
_WRONGLY = r"(?:wrongly|mistakenly|erroneously|incorrectly|falsely|inaccurately)"
_SAYS = phrases(
    r"correct(?:s|ed|ing|ions?)",
    rf"{_WRONGLY} {_GIVEN}",
    r"revis(?:e|es|ed|ing) (?:[\w’'-]+ ){0,5}?(?:up|upwards?|down|downwards?|to|from)",
    r"(?:counted|listed|named|registered) (?:[\w’'-]+ ){0,4}?twice",
    r"miscounted|misstated|misreported",
    r"lower(?:s|ed|ing)? (?:[\w’'-]+ ){0,3}?(?:death )?(?:tolls?|counts?|estimates?)",
    # "ten people and not eleven died"
    rf"{_FIGURE} (?:[\w’'-]+ ){{0,3}}?and not (?:the )?{_FIGURE}",
    rf"{_EARLIER} (?:\w+ )?(?:figures?|tolls?|counts?|estimates?|numbers?|reports?) (?:[\w’'-]+ ){{0,6}}?"
    r"(?:was|were|had|has been|have been) (?:\w+ )?(?:wrong|mistaken|too (?:high|low)|false|counted|included)",
)
#: what it is not, beside what it is
_NOT = re.compile(
    rf"(?:\bnot|\brather than|\binstead of|\b(?:more|less|fewer|higher|lower) than(?: the)?) (?:the )?{_FIGURE}[^,;.]{{0,40}}?,? "
    rf"(?:(?:as|which|that) (?:it|he|she|they|we|officials|police|the \w+|(?:was|were|has been|have been|had been)) "
    rf"(?:had |have |has )?(?:{_EARLIER} |{_WRONGLY} )?{_GIVEN}|(?:as )?{_WRONGLY} {_GIVEN}|"
    rf"(?:as )?{_EARLIER} {_GIVEN}|as {_GIVEN}(?: {_EARLIER})?|"
    rf"(?:that )?(?:it|they|he|she|officials|police) had (?:{_EARLIER} )?{_GIVEN})"
)

#: the headline of an article that only sets another one right
_NOTICE = re.compile(
    r"(?:corrections?|corrected|corrigend(?:um|a)|errat(?:um|a)|clarifications?|for the record)"
    r"(?: (?:and|&) (?:clarifications?|corrections?)\b| ?[:|–—]| -|[ .!]*$)"
)
#: what a newspaper calls a text of its own; "an earlier report" may be anybody's
_OURS = (
    r"(?:(?:our|this (?:news)?paper's|yesterday's|\w+day's) (?:[\w-]+ ){0,2}?(?:report|article|story|edition)"
    r"|an? (?:earlier|previous) version of (?:this|our|the) (?:report|article|story))\b"
)
#: a sentence that says something of such a text, and nothing else
_OF_OURS = re.compile(
    rf"(?:[^,;.]{{0,60}}\b(?:error|mistake)\b[^,;.]{{0,30}}, )?(?P<within>in )?{_OURS}(?P<told>[^,;.]*(?:, we\b[^,;.]*)?)[.]?"
)
_PUBLISHED = re.compile(r", (?:which was )?(?:published|printed)\b[^,;.]*,")
_WRONG = re.compile(rf"\b(?:wrong|incorrect|mistaken|erroneous|false|misstated|{_WRONGLY}|error|mistake)\b")
_WE = re.compile(r"\bwe\b")
#: what such an article says besides: that an error is regretted
_REGRETS = re.compile(r"\b(?:we|the editors|this newspaper|the paper) (?:\w+ )?(?:apologi[sz]es?|regrets?|are sorry)")


def is_notice(title: str) -> bool:
    """Tell whether a headline is that of a correction, which is news of nothing else."""
    return _NOTICE.match(fold(title)) is not None


def owns_error(text: str) -> bool:
    """Tell whether a sentence says only that there was an error: "we apologise for the mistake"."""
    plain = _PUBLISHED.sub("", fold(text))
    ours = _OF_OURS.fullmatch(plain)
    owns = ours is not None and (_WRONG.search(ours["told"]) or (ours["within"] and _WE.search(ours["told"])))
    return bool(owns or _REGRETS.search(plain)) and not corrects(text)


@functools.lru_cache(maxsize=16384)
def corrects(text: str) -> bool:
    """Tell whether a sentence says that a figure that was given is not the right one."""
    plain = fold(text)
    return _HAS_FIGURE.search(plain) is not None and (_SAYS.search(plain) is not None or _NOT.search(plain) is not None)


def numbers_of(text: str) -> frozenset[str]:
    """The numbers of a text, those of several words in digits."""
    return frozenset(t for t in terms_of(in_digits(text)) if t[0].isdigit() or t in NUMERALS)


def sets_right(before: str, told: str, title: str) -> bool:
    """Tell whether an earlier text has a figure that a correction names, in its sentence or its headline, or another of its unit."""
    named = numbers_of(told) | (numbers_of(title) if is_notice(title) else frozenset())
    if len(named) > 1 or numbers_of(before) & named:
        return bool(numbers_of(before) & named)  # who names both figures leaves no doubt which was wrong
    figures, given = (read_stance(text, "statement").figures.keys() for text in (before, told))
    return bool((figures & given) - {""})
