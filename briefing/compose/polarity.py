"""What a text says is not, or will not be: "would not close", "no longer plans to close", "ruled out closing", "will stay open".

Two texts of the same words contradict each other where one denies what the other affirms. Words alone, in English; a negation with a
condition, a term or a doubt ("will not close before May", "whether it would not close") is no plain one and counts for nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from briefing.calendar_names import CALENDAR
from briefing.compose.figures import NUMBERS
from briefing.compose.forms import base_of
from briefing.compose.outcomes import BUT_ON, phrases
from briefing.compose.terms import STOPWORDS, fold, stem, terms_of

#: what denies the verb or noun behind it
_NEGATION = re.compile(
    r"\b(?:not|never|no longer|cannot|\w+n't|(?:rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing))(?: (?:any|all))?|decid(?:e|es|ed|ing) against"
    r"|no (?:plans?|intentions?|wish|desire|reason|need|cause|grounds?) (?:of|to|for)"
    r"|(?:refus|declin)(?:es?|ed|ing) to|there (?:will|would) be no|nothing (?:left )?to|no (?:point|sense|question|use|room) (?:in|of|for)"
    r"|(?:drop|abandon|scrap|shelv|ditch|giv|gave)\w* (?:up )?(?:(?:the|its|his|her|their|all|any) )?(?:\w+ )?plans? (?:to|for|of)"
    r"|back(?:s|ed|ing) away from|turn(?:s|ed|ing) (?:its|his|her|their) back on|(?P<that>den(?:y|ies|ied|ying))(?: that)?)\b"
)
#: what somebody denies is what is said behind one of these: "denied that the mine would close"
_SAID = re.compile(r"\b(?:would|will|had|has|have|was|were|is|are|been|be|could|can)\b")
#: what no thing of a kind will do is denied too: "not one shop will close", "no decision will be taken"
_NONE = re.compile(
    r"\b(?:not (?:one|a single)|none of (?:the|our|its|his|her|their)|no) (?!one\b|longer\b)(?:[\w-]+ ){1,4}?"
    r"(?:will|would|shall|(?:is|are) (?:to|going to)) (?:be )?(?P<verb>[\w-]+)"
)
#: "was no danger"
_IS_NO = re.compile(
    r"\b(?:is|are|was|were|be|been) no (?!longer\b|one\b|doubt|question|secret|wonder|reason|need|matter|more\b|less\b|fewer\b|"
    r"plans?\b|intention)(?P<noun>[\w-]+)"
)
#: what somebody left undone: "spent a week there without paying"; "without warning", "without evening classes" leave nothing undone
_WITHOUT = re.compile(
    r"\bwithout (?:ever |even |once )?"
    r"(?P<verb>(?!(?:(?:any|no|some|every)?thing|warning|saying|meaning|being|having|funding|training|housing|heating|lighting|parking|"
    r"building|planning|schooling|hearing|meeting|ceiling|sibling|king|evening|morning|spring)\b)[a-z]+ing)\b"
    r"(?= ?(?:$|[.,;:!?)\"“”–—])| (?:and|or|but|the|an?|any|all|each|every|its|his|her|their|our|my|your|this|that|these|those|it|him|"
    r"them|us|me|you|one|anyone|anybody|anything|who|what|why|how|whether|when|where|to|for|from|in|on|at|by|with|of|about|into|through|"
    r"up|down|off|out|over|back|again|first|since|\d[\d.,]*|[\w-]+(?<!s)s)\b)"
)
#: verbs of what has happened, or has not: of another time than a plan; and of what may have happened since, or what nobody has a say in
_PAST = re.compile(r"\b(?:did|has|have|had|was|were)(?:n't| (?:\w+ )?(?:not|never))$")
_NOT_YET = re.compile(r"\b(?:(?:has|have|had|could|can)(?:n't| not)|cannot)$")
#: what is behind "would" is only imagined
_WOULD = re.compile(r"\b(?:would|could|should|might)(?:n't| (?:\w+ )?(?:not|never))$")
_IMAGINED = re.compile(r" (?:\w+ )?have\b")
#: words between a negation and what it denies
_BETWEEN = frozenset(
    """plan plans planned planning intend intends intended intending want wants wanted aim aims aimed go goes going consider considers
    considering seek seeks seeking try trying let lets make take taking now simply also therefore anymore longer be being allow allows
    happen agree""".split()
)
#: what is not so many, or not on that day, corrects a figure and denies no act: "on March 14, not March 10", "eight, not nine as reported"
_IS_FIGURE = re.compile(rf" (?:(?:on|in|by|at|until|from) )?(?:\d|(?:{'|'.join(sorted((*CALENDAR, *NUMBERS)))})\b)")
#: behind these nothing is denied; behind the next ones, or with a limit in its clause, not plainly
_NOTHING = frozenset("only just merely simply".split())
_ARTICLES = frozenset("the a an any its their his her".split())
_AGAINST = frozenset("against opposed".split())
#: what somebody does against a thing
_ACTS_AGAINST = frozenset("appeal appealing protest protesting complain complaining sue suing strike demonstrate march fight act".split())
_HARDLY = frozenset("yet all every everyone everything necessarily immediately always".split())
_LIMIT = phrases(
    r"unless|without|(?<!even )if|except|alone|only|whether|as long as|(?:later|other|more|less|fewer) than|but (?:on|in|at|by|from)"
)
_TERM = phrases(r"until|till|before|(?:earlier|sooner) than")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNTIL_YEAR = re.compile(r"\b(?:until|till) (?:(?:at least|the end of|mid-?|\d{1,2}|[a-z]+) ){0,3}?((?:19|20)\d\d)\b")
#: what is not ruled out is let in, and not denied; nor is what somebody would rather not do, "but may have to"
OPENING = re.compile(r"\b(?:not|never|no longer|cannot|\w+n't) (?:\w+ )?(?:rul(?:e|es|ed|ing) (?:\w+ )?out|exclud(?:e|es|ed|ing))\b")
_RELUCTANT = re.compile(r",? but (?:[\w'-]+ ){0,3}?(?:may|might|could|will|would|must|(?:have|has|had) to|if)\b")
#: nor is what will not be on one day "but on" another
_BUT_ON = re.compile(BUT_ON)
_IN_DOUBT = re.compile(r"\b(?:whether|if|unless|not|never|cannot|\w+n't)\b[^,;:.]*$")
#: what says that something is to be
AHEAD = phrases(r"will|would|shall|(?:is|are|was|were) (?:to|going to|due to|set to)|plans? to|intends? to")
_OWED = phrases(r"must|should|ought|shall|(?:has|have|had|needs?) to|demand\w*|urg\w+|call(?:s|ed|ing)? (?:on|for)|ask(?:s|ed|ing)?")
#: a word that is another one with its opposite: "illegal", "unnecessary"
_OPPOSITE = re.compile(
    r"\b(?!immediate)(?:un|il|im|in|ir|dis)(\w{2,}(?:able|ible|al|ary|ful|ent|ous|ive|ic|ate)|fair|just|safe|wise|happy|likely|clear|true|real|equal)(?:ly)?\b"
)
_OF_TIME = frozenset(stem(w) for w in (*CALENDAR, *"today tomorrow tonight week month year spring summer autumn winter".split()))
_CLAUSE = re.compile(r"[,;:.!?”\"“]| (?:and|but|because|as|while) ")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: verbs that are one where it is denied
_ONE = {
    base_of(stem(word)): base_of(stem(one))
    for one, words in {
        "close": "shut shutter",
        "leave": "quit exit depart",
        "resign": "step",
        "stop": "halt cease",
        "abolish": "scrap axe drop",
    }.items()
    for word in words.split()
}
_STAY = r"(?:stay|stays|stayed|remain|remains|remained|keep|keeps|kept|continue|continues|continued)"
#: what is kept so, if it is named between: "keep its quarry in Ardle open"
_WHAT = r"(?:(?!(?:and|but|that|which|who|to|if)\b)[\w'-]+ ){0,6}?"
_STAYING = terms_of("stay remain keep kept continue open closed running working operating office even")
#: what is said in other words than that it will not be, and what that denies
_INSTEAD = tuple(
    (phrases(how), frozenset(base_of(t) for t in terms_of(denied)))
    for how, denied in (
        (rf"{_STAY} {_WHAT}(?:open|in (?:operation|service|business|use))", "close"),
        (rf"{_STAY} {_WHAT}(?:running|working|operating|producing)", "close stop"),
        (rf"{_STAY} {_WHAT}(?:closed|shut|shuttered|sealed)", "open reopen"),
        (rf"{_STAY} (?:on\b(?! (?:strike|sale|trial|hold|track))|in (?:office|post|power|charge|the job)|as)", "resign leave"),
        (r"(?:stay|remain)s?(?= even| put| whatever|[,.;]|$)", "resign leave go remove demolish"),
        (rf"{_STAY} (?:in|within|inside|part of|a member of)", "leave withdraw"),
        (r"sign(?:s|ed) (?:the|an?|it|into)", "veto"),
        (r"veto(?:es|ed) (?:the|an?|it|this|that)", "sign"),
        (r"(?:go(?:es|ing)?|went) ahead|proceed(?:s|ed|ing)?", "cancel postpone"),
        (r"(?:be|been|being) (?:spared|saved|reprieved)", "close demolish abolish"),
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Denial:
    """A word that a text denies, as a term, with the place of what denies it; ``is_past`` where it tells of what has not happened.

    It is not plain where a condition, a term or a doubt goes with it; ``is_for_now`` where that is a term alone. ``times`` are the words
    of dates and figures behind it, within which alone it holds.
    """

    term: str
    start: int
    is_plain: bool
    is_for_now: bool
    is_past: bool
    times: frozenset[str]
    #: the year until which it holds at least, where it holds for now
    until: int | None = None


@functools.lru_cache(maxsize=65536)
def one_term(term: str) -> str:
    """The one form of a term, and of those that mean the same where they are denied."""
    base = base_of(term)
    return _ONE.get(base, base)


@functools.lru_cache(maxsize=16384)
def denials(text: str) -> tuple[Denial, ...]:
    """What a text denies, in order."""
    return tuple(_denials(text.lower().replace("’", "'").replace("\n", " ")))


def denied_terms(text: str) -> frozenset[str]:
    """The terms of what a text denies plainly."""
    return frozenset(d.term for d in denials(text) if d.is_plain)


def without_opposites(text: str) -> str:
    """A text in which "unacceptable" is "acceptable", so that both are seen to be about one thing."""
    return _OPPOSITE.sub(lambda m: m[1], text)


def marked(terms: Set[str], text: str) -> frozenset[str]:
    """The terms of a text, with "!" before those that it denies plainly and "?" before those that it denies otherwise."""
    found = denials(text)
    undone = {one_term(stem(m["verb"])) for m in _WITHOUT.finditer(fold(text))} & {one_term(t) for t in terms}
    denied = {d.term for d in found} | undone
    marks = {f"{'!' if d.is_plain else '?'}{d.term}" for d in found} | {f"!{t}" for t in undone}
    return frozenset(t for t in terms if one_term(t) not in denied) | marks


def unmarked(terms: str) -> str:
    """Terms in a line, without the marks of what is denied or has ended."""
    return terms.replace("!", "").replace("?", "").replace("+", "")


class Side(NamedTuple):
    """What was told: ``marked`` terms as they were kept, those that are affirmed, and those that are denied in any way."""

    marked: Set[str]
    affirmed: frozenset[str]
    denied: frozenset[str]

    @classmethod
    def of(cls, told: Set[str]) -> Side:
        """Part the marked terms of what was told."""
        denied = {t for t in told if t[0] in "!?"}
        return cls(told, frozenset(map(one_term, told - denied)), frozenset(t[1:] for t in denied))


def turns(terms: Set[str], told: Side) -> bool:
    """Tell whether a text's marked terms deny what was told, which nobody denied so before, or affirm what was only ever denied."""
    return any(
        (t[1:] in told.affirmed and t not in told.marked)
        if t[0] in "!?"
        else (one_term(t) in told.denied and one_term(t) not in told.affirmed)
        for t in terms
    )


def contradict(one: str, other: str) -> bool:
    """Tell whether one of two texts denies what the other one affirms, of one time."""
    return bool(contradicted(one, other))


def contradicted(one: str, other: str) -> frozenset[str]:
    """The terms of what one of two texts denies and the other one affirms."""
    return _denied(one, other) | _denied(other, one)


def apart(terms: Set[str], contradicted: Set[str]) -> frozenset[str]:
    """The terms of a text that are not those of the contradiction itself: "the mine will be kept open" is about the mine."""
    return frozenset(t for t in terms if one_term(t) not in contradicted and t not in _STAYING)


def _denied(denying: str, affirming: str) -> frozenset[str]:
    plain = fold(affirming)
    year = max((int(y) for y in _YEAR.findall(plain)), default=None)
    # what is to close in 2034 is not to stay open until 2037
    found = [d for d in denials(denying) if d.is_plain or (d.until is not None and year is not None and year < d.until)]
    if not found:
        return frozenset()
    denied = {d.term for d in denials(affirming)}
    held = frozenset(one_term(t) for t in terms_of(affirming)) - denied
    times, is_ahead = _times(plain), AHEAD.search(plain) is not None or _OWED.search(plain) is not None
    return frozenset(d.term for d in found if d.term in held and d.times <= times and not (d.is_past and is_ahead))


def _denials(plain: str) -> Iterator[Denial]:
    for match in _NEGATION.finditer(plain):
        behind = plain[match.end() :]
        end = _CLAUSE.search(behind)
        clause = (behind[: end.start()] if end else behind).replace(" after all", "")
        if match["that"] and (said := _SAID.search(clause)):
            clause = clause[said.end() :]
        words = _WORD.findall(clause)[:6]
        word = next((w for w in words if w not in STOPWORDS and w not in _BETWEEN and w not in _HARDLY), None)
        # "the treaty but not the dam" is of two things
        is_another = plain[: match.start()].endswith("but ") and words[:1] and words[0] in _ARTICLES
        if _IS_FIGURE.match(clause) or OPENING.match(plain, match.start()):
            continue
        if word is None or words[0] in _NOTHING or _is_against(words) or is_another:
            continue
        before = plain[max(0, match.start() - 12) : match.end()]
        limits = (
            _NOT_YET.search(before)
            or (_WOULD.search(before) and _IMAGINED.match(clause))
            or _LIMIT.search(clause)
            or (end is not None and (_RELUCTANT.match(behind, end.start()) or _BUT_ON.match(behind, end.start())))
            or _HARDLY & set(words)
            or _is_in_doubt(plain, match.start())
        )
        till = _TERM.search(clause)
        yield Denial(
            term=one_term(stem(fold(word))),
            start=match.start(),
            is_plain=not limits and not till,
            is_for_now=till is not None and not limits,
            is_past=_PAST.search(before) is not None,
            times=_times(clause),
        )
    for match in _IS_NO.finditer(plain):
        is_plain = not _is_in_doubt(plain, match.start()) and not _LIMIT.search(plain[match.end() :])
        term = one_term(stem(fold(match["noun"])))
        yield Denial(term=term, start=match.start(), is_plain=is_plain, is_for_now=False, is_past=False, times=frozenset())
    for match in _NONE.finditer(plain):
        behind = plain[match.end() :]
        is_plain = not _is_in_doubt(plain, match.start()) and not _LIMIT.search(behind) and not _TERM.search(behind)
        term = one_term(stem(fold(match["verb"])))
        yield Denial(term=term, start=match.start(), is_plain=is_plain, is_for_now=False, is_past=False, times=_times(behind))
    for match in _OPPOSITE.finditer(plain):
        is_plain = not _is_in_doubt(plain, match.start())
        term = one_term(stem(fold(match[1])))
        yield Denial(term=term, start=match.start(), is_plain=is_plain, is_for_now=False, is_past=False, times=frozenset())
    for phrase, terms in _INSTEAD:
        for match in phrase.finditer(plain):
            behind = plain[match.end() :]
            is_so = not _is_in_doubt(plain, match.start()) and not _LIMIT.search(behind)
            is_till = _TERM.search(behind) is not None
            for term in sorted(terms):
                yield Denial(
                    term=term,
                    start=match.start(),
                    is_plain=is_so and not is_till,
                    is_for_now=is_so and is_till,
                    is_past=False,
                    times=frozenset(),
                    until=int(year[1]) if is_so and is_till and (year := _UNTIL_YEAR.search(behind)) else None,
                )


def _is_against(words: Sequence[str]) -> bool:
    """Tell whether what is denied is that somebody is against a thing: "not against it", and no appeal against it."""
    return words[0] in _AGAINST or (words[1:2] != [] and words[1] in _AGAINST and words[0] not in _ACTS_AGAINST)


def _is_in_doubt(plain: str, at: int) -> bool:
    return _IN_DOUBT.search(plain[max(0, at - 30) : at]) is not None


def _times(clause: str) -> frozenset[str]:
    return frozenset(base_of(t) for t in terms_of(clause) if t[0].isdigit() or t in _OF_TIME)
