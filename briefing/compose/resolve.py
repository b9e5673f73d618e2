"""How somebody hardens or gives way without another side, figure or threat: "will strike", who might; "never"; money that was not there."""

from __future__ import annotations

import re
from collections import defaultdict

from briefing.compose.conditions import conditions_turn
from briefing.compose.forms import base_of
from briefing.compose.outcomes import phrases
from briefing.compose.sides import Taken
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
#: what hardly any of a thing is: who never took it took nothing
_HARDLY = (
    r"(?:any\b|(?:an?|one) (?:single \w+|coin|crown|cent|penny|dime|bribe|word|thing|step|finger|inch|shot|drop|soul|minute|lie)\b|"
    r"(?:the )?(?:least|slightest)\b|anything\b|anyone\b|anybody\b)"
)
_DENIED_DEED = re.compile(
    rf"\bnever (?P<never>\w+)(?= (?:\w+ )?{_HARDLY})|\b(?:did|have|has|had)(?: not|n't) (?P<not>\w+)(?= (?:\w+ )?{_HARDLY})|"
    r"\b(?:i|we|he|she|they) (?P<nothing>\w+) (?:nothing|nobody|no one)\b"
)
#: what somebody says that they did, in the past
_DEED = re.compile(
    r"\b(?:i|we|he|she|they) (?P<had>(?:have|has|had) )?(?!(?:never|not|did|was|were)\b)(?P<verb>\w+)\b(?! (?:nothing|nobody|no)\b)"
)
_IRREGULAR = {
    form: verb
    for verb, *forms in (
        entry.split() for entry in "take took taken,see saw seen,give gave given,meet met,know knew known,get got,hit hit".split(",")
    )
    for form in (verb, *forms)
}
#: who takes back what they said
_RETRACTS = re.compile(
    r"\b(?:(?:i|we) (?:was|were) (?:\w+ )?(?:wrong|mistaken|naive|too (?:quick|hasty|slow|optimistic|sure))|"
    r"(?:i|we) (?:take|took) (?:it|that|this|my words|our words) back|(?:i|we) lied|(?:i|we) made a mistake|"
    r"(?:it|this|that) was (?:my|our|a) mistake|(?:i|we) should (?:never|not) have)\b"
)
#: how somebody asks softly
_HOPES = phrases(
    r"hop(?:e|es|ed)", r"regret(?:s|ted)?", r"would (?:like|welcome|appreciate|prefer)", r"wish(?:es|ed)?", r"please", r"kindly"
)
_FIRM = 3
#: so much of the words of what was hoped for
_DEMANDED = 0.6
#: so many words of issue two texts must share, and the share of the shorter one's
_SHARED, _SAME = 2, 0.5
_MONEY = terms_of("money fund funds funding cash means afford unaffordable affordable budget million billion thousand")
#: how somebody has no money for a thing, and how they have it
_NO_MONEY = phrases(
    r"(?:no|not enough|not the|neither the) (?:more |extra |spare |additional |public )?(?:money|funds?|funding|cash|means)",
    r"budget is empty|can(?:not|'t| not) afford|could(?: not|n't) afford|unaffordable",
    r"not (?:a|one) (?:single )?(?:penny|cent|crown|mark|euro|dollar|pound)",
)
#: who is to have none, be there money or not
_AID = r"(?:aid|money|help|relief|subsid(?:y|ies)|compensation|funds?|funding|loans?|cash)"
_NO_AID = phrases(
    rf"(?:will|would) (?:be|get|receive|see|have) no (?:\w+ )?{_AID}",
    rf"(?:will|would) (?:not|never) (?:give|pay|grant|get|receive) (?:[\w'-]+ ){{0,4}}?{_AID}",
    rf"(?:rul(?:e|es|ed) out|refus(?:es|ed)) (?:any )?(?:\w+ )?{_AID}",
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
    if hardens(before, after) or _demands(before, after, old, new):
        return "sharpened"
    if (turn := conditions_turn(before, after)) is not None:
        return turn
    if confesses(before, after) or (is_narrow and _RETRACTS.search(fold(after)) and (old.is_negated or old.side or old.force == _FIRM)):
        return "reversed"
    if new.side and new.force > 1 and new.taken is not None and any(_holds(taken, new.taken) for taken in old.doubted):
        return "sharpened" if new.side < 0 else "softened"
    both = old.issue & new.issue
    is_of_one = (len(both) >= _SHARED and overlap(old.issue, new.issue) >= _SAME) or (is_narrow and not old.issue)
    if old.side < 0 and new.side < 0 and is_of_one and _ABSOLUTE.search(fold(after)) and not _ABSOLUTE.search(fold(before)):
        return "sharpened"
    if is_of_one and _NO_AID.search(fold(before)) and _GIVES.search(fold(after)):
        return "reversed"
    is_for_it = not old.issue - _MONEY or bool(both - _MONEY)
    return "softened" if is_for_it and _NO_MONEY.search(fold(before)) and _GIVES.search(fold(after)) else None


def _holds(doubted: Taken, taken: Taken) -> bool:
    """Tell whether a doubt is of what somebody takes a side on, or of a part of that: "the treaty's quota clause"."""
    return taken.is_of(doubted) or set(taken.terms) <= set(doubted.terms)


def _demands(before: str, after: str, old: Stance, new: Stance) -> bool:
    """Tell whether somebody demands at once, or on pain of something, what they hoped for or asked politely before."""
    both = old.issue & new.issue
    is_of_one = len(both) >= _SHARED and overlap(old.issue, new.issue) >= _DEMANDED
    return is_of_one and _HOPES.search(fold(before)) is not None and new.force == _FIRM and not _HOPES.search(fold(after))


def confesses(before: str, after: str) -> bool:
    """Tell whether somebody says that they did what they had said they never did: "I never took a coin", "I took money"."""
    denied = {_verb(m["never"] or m["not"] or m["nothing"]) for m in _DENIED_DEED.finditer(fold(before))}
    done = (m for m in _DEED.finditer(fold(after)) if m["had"] or m["verb"].endswith("ed") or _verb(m["verb"]) != stem(m["verb"]))
    return any(_verb(m["verb"]) in denied for m in done)


def _verb(word: str) -> str:
    return _IRREGULAR.get(word) or base_of(stem(word))


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
