"""How somebody hardens or gives way without another side, figure or threat: "will strike", who might; "never"; money that was not there."""

from __future__ import annotations

import re
from collections import defaultdict

from briefing.compose.forms import base_of
from briefing.compose.outcomes import phrases
from briefing.compose.stance import Stance
from briefing.compose.terms import fold, overlap, stem, terms_of
from briefing.compose.turn_words import Turn

_WHO = r"\b(?P<who>[\w'-]+) "
_EVEN = r"(?:(?:well|yet|also|still|even|now|certainly|definitely|indeed) )*"
#: what somebody has not made up their mind to do, and what they have
_MAY = re.compile(rf"{_WHO}(?:may|might|could) {_EVEN}(?:(?:have|be forced|need) to )?{_EVEN}(?P<verb>[a-z]+)\b")
_WILL = re.compile(
    rf"{_WHO}(?:will|shall|would|(?:is|are|am|was|were) going to|(?:has|have|had) decided to) {_EVEN}(?:have to )?(?P<verb>[a-z]+)\b"
)
_CONDITION = re.compile(r"\b(?:if|unless|provided|only|until|otherwise|whether)\b")
_PRONOUNS = frozenset("we i he she they it who".split())
#: verbs of what befalls somebody, or is so: nobody makes up their mind to it
_BEFALLS = frozenset(
    """be have not never no rise fall increase decrease grow drop happen cost last take come lead cause mean die suffer lose need face
    become remain stay reach exceed get see know want like seem look feel result affect
    bring hit spread fail work help harm hurt""".split()
)
#: what leaves nothing open
_ABSOLUTE = phrases(
    r"never|not now|not ever|to the (?:bitter )?end|under no circumstances?|in no case|by (?:every|all|any) means",
    r"at (?:any|all) (?:price|cost)s?",
    r"whatever (?:it takes|the (?:cost|price)|happens)|with (?:everything|all) (?:we|i|they) ha(?:ve|s)|tooth and nail|over my dead body",
    r"not (?:an|one) inch|not as long as (?:i|we) live|no way|once and for all|to (?:our|my|the) last (?:breath|man|day)",
)
#: so many words of issue two texts must share, and the share of the shorter one's
_SHARED, _SAME = 2, 0.5
_MONEY = terms_of("money fund funds funding cash means afford unaffordable affordable budget million billion thousand")
#: how somebody has no money for a thing, and how they have it
_NO_MONEY = phrases(
    r"(?:no|not enough|not the|neither the) (?:more |extra |spare |additional |public )?(?:money|funds?|funding|cash|means)",
    r"budget is empty|can(?:not|'t| not) afford|could(?: not|n't) afford|unaffordable",
    r"not (?:a|one) (?:single )?(?:penny|cent|crown|mark|euro|dollar|pound)",
)
_GIVES = re.compile(
    r"\b(?:offer(?:s|ed)?|promis(?:es|ed)|pledg(?:es|ed)|will (?:pay|give|spend|grant)|would (?:pay|give|spend|grant)|"
    r"grant(?:s|ed)|set(?:s)? aside|found) (?:(?:[\w'-]+) ){0,6}?(?:\d[\d.,]*|[$€£]\d[\d.,]*)(?: ?(?:million|billion|thousand))? ?"
    r"(?:crowns?|marks?|euros?|dollars?|pounds?|francs?|florins?|(?<=million )\w+|(?<=billion )\w+)"
)


def resolved(before: str, old: Stance, after: str, new: Stance, *, is_narrow: bool) -> Turn | None:
    """Say which turn two texts of one actor in one story make by how firmly they speak of one thing, if any.

    ``is_narrow`` tells that the actor has said so little in the story that "it" can mean only what today's text is about.
    """
    if hardens(before, after):
        return "sharpened"
    both = old.issue & new.issue
    is_of_one = (len(both) >= _SHARED and overlap(old.issue, new.issue) >= _SAME) or (is_narrow and not old.issue)
    if old.side < 0 and new.side < 0 and is_of_one and _ABSOLUTE.search(fold(after)) and not _ABSOLUTE.search(fold(before)):
        return "sharpened"
    is_for_it = not old.issue - _MONEY or bool(both - _MONEY)
    return "softened" if is_for_it and _NO_MONEY.search(fold(before)) and _GIVES.search(fold(after)) else None


def hardens(before: str, after: str) -> bool:
    """Tell whether somebody will do, on no condition, what they might do before: "may strike", "will strike on Friday"."""
    may, will = fold(before), fold(after)
    if _CONDITION.search(will):
        return False
    settled, open_still = _acts(may, _WILL), _acts(will, _MAY)
    made_up = _acts(will, _WILL)
    return any(
        verb in made_up and verb not in settled and verb not in open_still and (who & made_up[verb] or (who | made_up[verb]) & _PRONOUNS)
        for verb, who in _acts(may, _MAY).items()
    )


def _acts(plain: str, pattern: re.Pattern[str]) -> dict[str, set[str]]:
    """The verbs of what somebody may or will do, each with who, as a term or a pronoun."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in pattern.finditer(plain):
        if match["verb"] not in _BEFALLS:
            found[base_of(stem(match["verb"]))].add(match["who"] if match["who"] in _PRONOUNS else stem(match["who"]))
    return found
