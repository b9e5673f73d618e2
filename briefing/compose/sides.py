"""What words are for or against, and of what: "backs the water bill", "called the fence a mistake", "must be shut down"."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.calendar_names import CALENDAR
from briefing.compose.outcomes import phrases
from briefing.compose.terms import STOPWORDS, stem, terms_of

#: what denies
NEGATED = re.compile(
    r"\b(?:not|never|no longer|cannot|nobody|neither|nor|without)\b|n't\b|\b(?:be|is|are|was|were|see|sees|saw|has|have|had) no\b"
)
_AGAINST = phrases(
    r"against",
    r"oppos(?:e|es|ed|ing)|opposition (?:to|against)|opponents? of",
    r"reject\w*",
    r"refus\w+",
    r"rul(?:e|es|ed|ing) (?:\w+ )?out|exclud(?:e|es|ed|ing) (?=(?:an?|any|all|the|early|new|such)\b)|(?<=not )exclude",
    r"(?:fight(?:s|ing)?|fought)(?! (?:for|over|back|on|to|off|in|at|each|one)\b)",
    r"veto\w*",
    r"resist\w*",
    r"unacceptable",
    r"out of the question",
    r"boycott\w*",
    r"object(?:s|ed|ions?)?",
    r"insult",
    r"stop",
    r"scrap\w*",
    r"abolish\w*",
    r"(?<!a )(?<!the )(?<!no )(?<!any )(?<!of )ban",
    r"halt\w*",
    r"throw (?:\w+ ){1,3}out",
    r"abandon\w*",
    r"(?:attack|condemn|denounc|slamm?|blast|deplor|criticiz|criticis|lament)(?:s|es|ed|ing)?",
    r"wrong (?:answer|thing|step|way|decision|move|course|path|choice|response|signal)",
)
#: who will block a thing is against it, unless that only is to bring another about
_BLOCKS = phrases(r"block(?:s|ed|ing)? (?=(?:the|this|that|any|all|its|their|his|her)\b)")
_THREATENS = re.compile(r"\b(?:unless|until|or else|otherwise|if)\b.* block|block.*\b(?:unless|until|or else|otherwise)\b")
_FOR = phrases(
    r"support\w*",
    r"back(?:s|ed|ing)?(?! (?:to|down|at|away|off))",
    r"favou?r\w*",
    r"accept\w*",
    r"welcom\w+",
    r"approv\w+",
    r"agree\w*",
    r"endors\w+",
    r"embrac\w+",
    r"(?:allow|permit)(?:s|t?ed|t?ing)?(?! (?:for|him|her|them|it)\b)",
    r"(?:prais|hail|laud|defend|applaud|cheer)(?:s|es|ed|ing)?",
    r"c(?:an|ould) live with",
    r"(?:ready|willing|prepared|open) to",
    r"vot(?:e|es|ed|ing) (?:for|yes)",
    r"(?:promis|pledg|grant)(?:es|s|ed) (?=(?:an?|the|more|new|aid|help|money|support|relief|\d[\d.,]*)\b)",
    r"right (?:answer|thing|step|way|decision|move|course|path|choice|response|signal)",
)
#: what somebody calls a thing, or says that it is
_IS = (
    r"(?:\b(?:is|are|was|were|be|been|being|remains?|became|seems?)|'s|"
    r"\b(?:call|consider|find|found|think|describ|brand|regard)\w* (?P<named>[^,;.:]{2,60}?)(?: as)?)"
    r"(?P<how>(?: (?:not|no|never|an?|the|such|simply|just|really|very|absolutely|totally|completely|long|nothing|but|than|less|more|great|"
    r"huge|big|grave|complete|total|terrible|pure|sheer|any))*) "
)
_GOOD = re.compile(
    rf"{_IS}(?P<word>indispensable|vital|necessary|needed|essential|crucial|wise|sensible|fair|justified|overdue|success|blessing|gift|triumph|"
    r"step forward|opportunity|best|well spent|high time|safe|harmless|acceptable|right|good)\b"
)
_BAD = re.compile(
    rf"{_IS}(?P<word>mistakes?|wrong|waste|mockery|disgrace|scandal|crime|disaster|catastrophe|madness|folly|nonsense|farce|betrayal|insult|"
    r"danger|dangerous|harmful|useless|pointless|unnecessary|unfair|unjust|"
    r"too (?:expensive|costly|dear|dangerous|risky)|death sentence|trap|joke|theft|robbery|shameful?|absurd|reckless|irresponsible|"
    r"unaffordable|unacceptable|poison|threat)\b"
)
#: what somebody says that a thing does
_HARMS = re.compile(
    r"\b(?:will|would|could|is going to) (?P<how>(?:(?:not|never|only|simply) )*)"
    r"(?P<word>ruin|kill|destroy|harm|hurt|cripple|wreck|endanger|betray|poison)\b"
)
_HELPS = re.compile(
    r"\b(?:will|would|could|is going to) (?P<how>(?:(?:not|never|only|simply) )*)(?P<word>save|help|strengthen|protect|benefit|enrich)\b"
)
#: what somebody says must end
_MUST_END = re.compile(
    r"\b(?:must|should|ought to|needs? to|ha(?:s|ve|d) to) (?P<how>)"
    r"(?:be (?:shut|closed|scrapped|dropped|abolished|withdrawn|banned|stopped|removed|cancelled|torn|pulled)|close|end|stop)\b"
)

#: who doubts a thing is not against it yet; who has not made up their mind is on neither side
_DOUBTS = phrases(
    r"(?:(?:grave|serious|great|some|many|strong|big|deep) )?(?:doubts?|questions|concerns?|reservations?|misgivings?|worries|qualms) "
    r"(?:about|over|on|regarding|with)",
    r"(?:sceptical|skeptical|wary|doubtful|unconvinced|uneasy|concerned|worried) (?:about|over|of|by)",
    r"doubt(?:s|ed)? (?=(?:the|its|their|his|her|that the)\b)",
    r"(?:not|n't) (?:yet )?(?:fully |quite )?(?:convinced|persuaded|sure) (?:of|about|by)",
)
_UNDECIDED = phrases(
    r"(?:not|never|n't|yet to) (?:yet )?(?:make up|made up) (?:his|her|its|their|my|our) minds?",
    r"(?:not|n't) (?:yet )?decided|yet to decide|undecided|neither for nor against|on the fence",
)
#: words by which two texts are not about one issue
_STANCE_WORDS = frozenset(
    terms_of(
        """support back favour favor accept welcome approve agree endorse ready willing prepared open vote oppose against reject refuse rule
        out demand insist urge call ask want must will would should could may might need threaten warn promise pledge offer never no not
        say said tell now today week month year time people thing way make take give get go come put keep let see stand right wrong
        party government minister president more less than only even still very first last new per cent percent
        welcome praise hail condemn criticise criticize blame denounce deny denied denies denying
        confirm admit reject accuse apologise apologize insist pledge
        propose single part whole bit answer step course choice response live settle content enough suffice"""
    )
)
NO_ISSUE = _STANCE_WORDS | frozenset(map(stem, CALENDAR))


class Taken(NamedTuple):
    """A thing that somebody is for or against: the terms of its name, the last of which says what it is."""

    terms: tuple[str, ...]
    #: "the bill" is one that was named before
    is_the: bool

    def is_of(self, other: Taken) -> bool:
        """Tell whether two names are of one thing: equal, or the shorter one of a thing named before."""
        short, long = sorted((self, other), key=lambda t: len(t.terms))
        return (
            short.terms[-1] == long.terms[-1]
            and set(short.terms) <= set(long.terms)
            and (short.is_the or len(short.terms) == len(long.terms))
        )


#: the words of a clause, a possessive one whole
_CLAUSE_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
_CLAUSE_START = re.compile(r"[,;:.!?”\"“()]|\b(?:that|because|said|says|and|but|while|if|when)\b")
_PREPOSITION = re.compile(r" (?:of|at|in|on|for|with|from|over|to|by|near|between|would|will|could|has|have|had)\b")
_CLAUSE_END = re.compile(r"[,;:.!?”\"“()]")
#: words before a noun, those that say that it was named before, and nouns that say nothing before what is planned
_LEADING = frozenset("the a an any all its his her their our my this that these those to for of on with".split())
_DEFINITE = frozenset("the this that its their his her our".split())
_PLANNED = terms_of(
    """plan plans proposal idea move motion decision measure project scheme request demand offer introduction creation cost costs price
    construction building expansion extension use"""
)


class Found(NamedTuple):
    """The first words that say for or against: where, on which side, and what that is taken on."""

    start: int
    side: int
    taken: Taken | None
    is_judged: bool = False


def find_side(plain: str) -> Found | None:
    """The first words that say for or against."""
    sides = [(-1, _AGAINST), (1, _FOR)] if _THREATENS.search(plain) else [(-1, _AGAINST), (1, _FOR), (-1, _BLOCKS)]
    found = [Found(m.start(), sign, _taken(plain[m.end() :])) for sign, words in sides if (m := words.search(plain))]
    for sign, judged in ((-1, _BAD), (1, _GOOD), (-1, _MUST_END), (-1, _HARMS), (1, _HELPS)):
        if m := judged.search(plain):
            sign = -sign if NEGATED.search(m["how"]) or " no" in m["how"] else sign
            named = m.groupdict().get("named")
            found.append(Found(m.start(), sign, _taken(named) if named else _judged(plain[: m.start()]), is_judged=True))
    return min(found, key=lambda f: f.start, default=None)


def doubted(plain: str) -> tuple[Taken, ...]:
    """What a text has doubts or questions about, or has not made up its mind on."""
    return tuple(taken for m in _DOUBTS.finditer(plain) if (taken := _taken(plain[m.end() :])) is not None)


def is_undecided(plain: str) -> bool:
    """Tell whether a text says that somebody has not made up their mind."""
    return _UNDECIDED.search(plain) is not None


def _taken(behind: str) -> Taken | None:
    """What words for or against are said of: the noun behind them, and behind "the plan to" what is planned."""
    words = [w.removesuffix("'s") for w in _CLAUSE_WORD.findall(_CLAUSE_END.split(behind)[0])]
    place = 0
    while place < len(words):
        start = place
        while place < len(words) and words[place] in _LEADING:
            place += 1
        led = words[start:place]
        run = place
        # "to close the school" has its verb and what that takes
        is_act = led[-1:] == ["to"] or (place < len(words) and words[place].endswith("ing"))
        while place < len(words) and (words[place] not in STOPWORDS or (is_act and words[place] in _DEFINITE and place > run)):
            place += 1
        terms = tuple(t for t in map(stem, words[run:place]) if t not in STOPWORDS and t not in _STANCE_WORDS and not t[0].isdigit())
        if place == run or not words[run:place]:
            return None
        is_the = bool(set(led) & _DEFINITE)
        if terms and (not set(terms) <= _PLANNED or (is_the and place == len(words))):
            return Taken(terms, is_the)
    return None


def _judged(before: str) -> Taken | None:
    """What words behind it are said of: the subject of the clause that ends here, unless it is a pronoun."""
    clause = _CLAUSE_START.split(before)[-1]
    return _taken(_PREPOSITION.split(clause.strip())[0])
