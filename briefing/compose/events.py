"""Which event a plan is of, and which one a sentence says was moved or called off: a vote's new date is none of the veto on it.

Sets of words for one kind of event, verbs and nouns, in English; a text that has none of them is of any.
"""

from __future__ import annotations

import functools
import re

from briefing.compose.outcomes import phrases
from briefing.compose.terms import fold, stem

_KINDS = tuple(
    phrases(words)
    for words in (
        r"vot(?:e|es|ed|ing)|ballots?|elections?|run-?offs?|referend(?:um|ums|a)|polls?|polling",
        r"veto(?:es|ed|ing)?",
        r"verdicts?|rul(?:e|es|ed|ing|ings)|judge?ments?|sentenc(?:e|es|ed|ing)",
        r"talks?|negotiat\w+|meet(?:s|ing|ings)?|met|summits?|conferences?|sessions?|sit(?:s|ting|tings)?|conven(?:e|es|ed|ing)|debates?|discuss\w*",
        r"hearings?|trials?|testif(?:y|ies|ied)|testimony|in court",
        r"strikes?|walk(?:s|ed)?[ -]?outs?|stoppages?|down tools|stop work",
        r"protests?|rall(?:y|ies)|march(?:es)?|demonstrat\w+|blockades?|block(?:s|ed|ing)?",
        r"visit(?:s|ed|ing)?|trips?|tours?|travel\w*",
        r"(?:re)?open(?:s|ed|ing)?|inaugurat\w+|unveil\w*",
        r"clos(?:e|es|ed|ing|ure)|shut(?:s|ting|down)?",
        r"concerts?|premieres?|performances?|festivals?|shows?|exhibitions?|parades?|screenings?|plays?",
        r"match(?:es)?|games?|races?|finals?|tournaments?",
        r"launch(?:es|ed|ing)?|lift-?off|take-?off",
        r"depart(?:s|ed|ure)?|leav(?:e|es|ing)|left|sail(?:s|ed|ing)?",
        r"arriv(?:e|es|ed|al)|land(?:s|ed|ing)|return(?:s|ed|ing)?",
        r"report(?:s|ing)?|publi(?:sh|shes|shed|shing|cation)|releas(?:e|es|ed|ing)",
        r"demoli\w+|blasts?|blow(?:s|n)? up|blew up|explo\w+|detonat\w+|(?:pull|pulled|tear|torn|knock|knocked) (?:\w+ ){0,4}down",
        r"speech(?:es)?|speak(?:s|ing)?|address(?:es)?",
        r"weddings?|funerals?|marr(?:y|ies|iage)|buri(?:al|ed)",
        r"auctions?|sales?|sell(?:s|ing)?|sold",
        r"sign(?:s|ed|ing|ature)?",
        r"pay(?:s|ing|ment|ments)?|paid",
        r"mov(?:e|es|ing) (?:to|into)",
    )
)
_STRIKE = next(n for n, words in enumerate(_KINDS) if words.search("strike"))
#: who strikes or meets, by what they do
_TRADES = re.compile(
    r"\b(driver|teacher|pilot|nurse|doctor|docker|miner|farmer|firefighter|courier|cleaner|lecturer|student|judge|lawyer|physician"
    r"|paramedic|engineer|controller|guard|baker|butcher|weaver|trucker|sailor|steelworker|clerk|porter"
    r"|actor|writer|journalist|musician|warder|printer|welder|carpenter|mason|picker|grower|brewer|barber|pharmacist|professor"
    r"|skipper|packer|loader|handler|steward|signaller|conductor|librarian|gardener|tailor|sweeper)s?\b"
    r"|\b(midwi)(?:fe|ves)\b|\b((?:fisher|ferry|sea|railway|post)m)[ae]n\b"
)
#: behind these stands why, or what else was: who is named there strikes for nothing that is named before
_ASIDE = re.compile(
    r"\b(?:because|after|as|while|when|since|amid|following|despite|although|though|unless|over|against|due to|owing to)\b.*"
)
#: what stands still while they do
_RUN = r"(?:run|sail|fly|take off|land|leave|depart|operate|open|go)"
_SERVICE = (
    r"(?:bus|buses|coach(?:es)?|trains?|trams?|undergrounds?|metros?|taxis?|lorr(?:y|ies)|trucks?|flights?|planes?|aircraft|airliners?|ferr(?:y|ies)"
    r"|boats?|ships?|vessels?|cutters?|trawlers?|freighters?|barges?|cranes?|schools?|class(?:es)?|lessons?|lectures|kindergartens?|nurser(?:y|ies)"
    r"|clinics?|surger(?:y|ies)|hospitals?|wards?|pharmac(?:y|ies)|airports?|ports?|harbou?rs?|docks?|mines?|pits?|factor(?:y|ies)|plants?|mills?"
    r"|canner(?:y|ies)|shipyards?|post|mail|letters|newspapers?|(?:bus|rail|train|tram|ferry|postal) (?:lines?|services?|traffic))"
)
_SERVICES = (
    r"(?:(?!(?:of|on|for|in|to|at|by|with|from|against|over|about|will|would|is|are)\b)[\w'-]+ ){0,4}?"
    rf"{_SERVICE} (?:all )?(?:(?:and|or|of|on|in|at|to|from|for|between|across|throughout|around|along) (?:[\w'-]+ ){{1,7}}?)?"
)
#: it is the subject of its clause, and not what another one is of
_OF_SERVICE = rf"(?:^|[,;:.] |\b(?:that|and|but|so) )(?:on (?:\d+ )?[\w'-]+(?: \d+)?,? )?{_SERVICES}"
_IDLE = (
    r"(?:shut|closed|idle|grounded|cancell?ed|suspended|halted|disrupted|silent|dark|empty|in port|ashore|on the ground|at a standstill"
    r"|without (?:lessons|teachers|staff|buses|trains|post|mail|newspapers))"
)
_STANDSTILL = (
    re.compile(
        rf"{_OF_SERVICE}(?:will|would|(?:is|are) (?:due )?to) (?:all |also |again |largely |mostly )?"
        r"(?:stop(?! (?:at|in|over|by|here)\b)|halt|cease|stand (?:still|idle)|lie idle|(?:come|grind) to an? (?:halt|standstill|stop|end)"
        rf"|(?:stay|remain|be) (?:all )?{_IDLE})\b"
    ),
    re.compile(rf"{_OF_SERVICE}(?:will|would) (?:not|no longer) {_RUN}\b"),
    re.compile(rf"\b(?:no|not a single|hardly any|few) {_SERVICES}(?:will|would) {_RUN}\b"),
    phrases(r"emergenc(?:y|ies) (?:\w+ )?only|only (?:\w+ )?emergenc(?:y|ies)"),
)
#: why else a thing may stand still
_REASON = phrases(
    r"because|owing to|due to (?:an?|the|its|their)|for (?:repairs?|maintenance|works?|renovation|stocktaking|lack|want|good|ever)",
    r"until further|permanently|storms?|snow|floods?|gales?|winds?|ice|fog|holidays?|funeral",
)
#: the month, in which nobody need march
_MONTH = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|by|until|till|since|early|late|mid|(?:end|start|beginning|middle) of))[ -]march\b|\bmarch(?= \d)"
)
#: what is held again and again
_RECURS = phrases(
    r"meet(?:s|ing|ings)?|talks?|negotiat\w+|sessions?|sit(?:s|ting|tings)?|hearings?|discuss\w*|debates?|rounds?|protest\w*|rall(?:y|ies)|"
    r"march|demonstrat\w+|visit\w*|match\w*|games?|races?|auctions?|tests?|drills?|inspect\w*|speak|speech|concerts?|shows?|"
    r"strikes?|walk-?outs?|pay(?:s|ments?)?|testif\w+|train\w*|flights?|every|each|weekly|daily|monthly"
)
#: what comes once
_ONCE = phrases(r"summits?|verdicts?|(?:by-)?elections?|run-?offs?|referendums?|inaugurations?|coronations?|funerals?|weddings?")
#: a meeting of those who are not named: "the two sides will meet", "talks are to begin"
_MEETS = phrases(r"talks?|negotiations?|meet(?:s|ing|ings)?|sit down|round")
_UNNAMED_PARTIES = re.compile(
    r"^(?:the )?(?:(?:two|both|opposing) (?:sides|parties|camps|delegations|governments)|sides|parties|negotiators|they)\b"
    r"|^(?:the |these |those |new |further |fresh |peace |pay |wage )*(?:talks|negotiations|meeting|round of (?:talks|negotiations))"
    r"(?! (?:with|between|of the|among)\b)"
)
_ANOTHER = phrases(r"another|second|third|separate(?:ly)?|other|also")
_OFF = (
    r"(?:postpon(?:ed|es|ing)|put (?:off|back)|reschedul(?:ed|es|ing)|delay(?:ed|s|ing)|adjourn(?:ed|s|ing)|deferr?(?:ed|s|ing)|"
    r"mov(?:ed|es|ing)|shift(?:ed|s|ing)|push(?:ed|es|ing)|brought (?:forward|back)|cancell?(?:ed|s|ing)|call(?:ed|s|ing) off|"
    r"scrap(?:ped|s|ping)|abandon(?:ed|s|ing)|suspend(?:ed|s|ing)|extend(?:ed|s|ing))"
)
#: what the words around a move or a cancellation say was moved
_MOVED = (
    re.compile(rf"(?P<what>[^,;:.]*)\b(?:has|have|had|was|were|is|are|be|been|being) (?:\w+ ){{0,2}}?{_OFF}"),
    re.compile(rf"\b{_OFF} (?P<what>[^,;:.]*?)(?= (?:to|until|till|by|from|for|because|after|on|and|but)\b|[,;:.]|$)"),
    re.compile(r"\b(?:put|puts|call|calls|called|bring|brings|brought|mov(?:e|es|ed)) (?P<what>[^,;:.]{3,80}?) (?:off|forward|back)\b"),
    re.compile(r"(?P<what>[^,;:.]*)\b(?:will|would) (?:not|no longer|now) "),
)
#: what stands before these is why, and not what
_WHY = re.compile(r"^.*\b(?:after|because of|due to|owing to|following|amid|over) (?:an?|the)? ?\w+ (?=the |an? |its |his |her |their )")


def without_month(plain: str) -> str:
    """A folded text without the month of March, which is no march."""
    return _MONTH.sub(" ", plain)


@functools.lru_cache(maxsize=16384)
def _trades(text: str) -> frozenset[str]:
    """The trades of those whom a text is of: drivers, nurses; not of those who are only why."""
    return frozenset(m[m.lastindex or 0] for m in _TRADES.finditer(_ASIDE.sub("", fold(text))))


def are_of_two_trades(one: str, other: str) -> bool:
    """Tell whether two texts name people, and none of one trade: bus drivers, and the Teachers' League."""
    a, b = _trades(one), _trades(other)
    return bool(a) and bool(b) and a.isdisjoint(b)


def is_strike(text: str) -> bool:
    """Tell whether a text is of a strike."""
    return _STRIKE in events_of(text)


def stands_still(plan: str) -> bool:
    """Tell whether a plan says what will stop, as it does while people strike, and gives no reason of its own: "no bus will run"."""
    plain = fold(plan)
    return any(words.search(plain) for words in _STANDSTILL) and _REASON.search(plain) is None


@functools.lru_cache(maxsize=16384)
def events_of(text: str) -> frozenset[int]:
    """The kinds of events that a text has words for."""
    plain = without_month(fold(text))
    return frozenset(n for n, words in enumerate(_KINDS) if words.search(plain))


def are_of_one_event(one: str, other: str) -> bool:
    """Tell whether two plans can be of one event: one of them names none, or they have a kind in common."""
    a, b = events_of(one), events_of(other)
    return not a or not b or bool(a & b)


def may_be_moved(plan: str, sentence: str) -> bool:
    """Tell whether what a sentence says was moved or called off can be a plan's event."""
    named, own = events_moved(sentence), events_of(plan)
    is_of_others = is_strike(plan) and is_strike(sentence) and are_of_two_trades(plan, sentence)
    return (not own or not named or bool(named & own)) and not is_of_others


def events_moved(sentence: str) -> frozenset[int]:
    """The kinds of events that a sentence says were moved or called off."""
    plain = fold(sentence)
    found = (events_of(_WHY.sub("", m["what"])) for pattern in _MOVED for m in pattern.finditer(plain))
    return frozenset().union(*found)


def is_of_series(one: str, other: str) -> bool:
    """Tell whether a plan is of an event that is held again and again, so that two days for it are two of them."""
    return any(_RECURS.search(without_month(fold(text))) for text in (one, other))


def may_be_one_meeting(one: str, other: str) -> bool:
    """Tell whether two plans of one story and one day are of a meeting, of which one names nobody that the other could not mean."""
    a, b = fold(one), fold(other)
    if not (_MEETS.search(a) and _MEETS.search(b)) or _ANOTHER.search(a) or _ANOTHER.search(b):
        return False
    return _UNNAMED_PARTIES.search(a) is not None or _UNNAMED_PARTIES.search(b) is not None


def names_nobody(text: str) -> bool:
    """Tell whether a plan of a meeting does not say whose it is."""
    return _UNNAMED_PARTIES.search(fold(text)) is not None


def held_once(text: str) -> frozenset[str]:
    """The events that a text names of a kind that comes once: a summit, an election, a wedding."""
    return frozenset(stem(m.group()) for m in _ONCE.finditer(fold(text)))
