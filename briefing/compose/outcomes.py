"""What a sentence says became of a plan: done, called off, moved, missed. Set phrases of English newswriting."""

from __future__ import annotations

import functools
import re
from typing import Literal

from briefing.calendar_names import CALENDAR
from briefing.compose.terms import fold

#: "refused" is what will not be: called off, where it is of the plan's very day
Outcome = Literal["done", "called off", "rescheduled", "missed", "refused"]


def phrases(*alternatives: str) -> re.Pattern[str]:
    """Compile set phrases, each a pattern of folded text, that begin and end with a whole word."""
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


#: what somebody says in a sentence is not what the sentence says
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|^[^“]*”|“[^”]*$")
#: nor what it announces behind a colon
_BEHIND = re.compile(r"[:;].*")
_LEAST_WORDS = 5
_GIVEN_UP = (
    r"(?:g(?:ave|ives?|iven|iving) up|drop(?:s|ped|ping)|withdr(?:ew|awn|aws?)|abandon(?:s|ed)) (?:on )?(?:an?|the|its|their|his|her) "
    r"(?:\w+ ){0,2}?(?:appeal|bid|candidacy|case|claim|complaint|lawsuit|suit|campaign|hunger strike|application|offer)"
)
_HELD_VIEWS = r"(?:opposition|objections?|resistance|support|backing|stance|position|reservations?)"
_CALLED_OFF = phrases(
    r"call(?:s|ed|ing)? (?:(?!(?:and|but|that|which)\b)\w+ ){0,10}off",
    r"cancel\w*",
    r"scrap(?:s|ped|ping)?",
    # nobody calls off what they held
    rf"abandon(?:s|ed|ing)?(?! (?:(?:its|their|his|her|all|any|the) )?(?:\w+ )?{_HELD_VIEWS}\b)",
    r"w(?:ill|ould) not (?:now )?(?:take place|be held|go ahead|happen)",
    r"no longer (?:take place|be held|planned)",
    r"drop(?:s|ped) (?:the|its|their|his|her) plans?",
    r"withdr(?:ew|awn|aws?) (?:the|its|their|his|her) (?:bill|motion|plans?|invitation|request|strike|protest|threat|call)",
    r"(?:is|was) off",
    _GIVEN_UP,
    (
        r"(?:courts?|judges?|tribunal) (?:(?!(?:and|but|that|which|who)\b)[\w’'-]+ ){0,6}"
        r"(?:stop(?:s|ped)|block(?:s|ed)|halt(?:s|ed)|suspend(?:s|ed)|barr(?:s|ed)|froze|freezes)"
    ),
    r"(?:stopped|blocked|halted|suspended|barred|frozen) by (?:an?|the) (?:\w+ ){0,3}(?:court|judge|tribunal)",
)
_GIVES_UP = phrases(_GIVEN_UP)
#: who has more time than was given first
_MORE_TIME = (
    r"(?:giv(?:es?|en|ing)|gave|grant(?:s|ed|ing)?|allow(?:s|ed|ing)?) (?:(?!(?:and|but|that|which)\b)[\w’'-]+ ){0,8}?"
    r"(?:(?:more|extra|additional) time|(?:another|\w+ (?:more|further|extra|additional)) (?:\w+ )?(?:hours?|days?|weeks?|months?)"
    r"|an? (?:further|extra|additional) (?:\w+ )?(?:hours?|days?|weeks?|months?)|an? (?:extension|respite)) (?:to|for|of|until)\b"
)
_MOVED = phrases(
    _MORE_TIME,
    r"postpon\w+",
    r"put(?:s|ting)? (?:(?!(?:and|but|that|which)\b)\w+ ){0,10}off",
    r"(?:has|have|had|was|were|been|is|are|be) (?:been )?(?:moved|shifted|pushed|put) (?:back |forwards? )?(?:to|until|till|by)",
    r"mov(?:ed|es|ing) (?:the (?:\w+ ){1,3}|it |them )?(?:back |forward )?(?:to|from)",
    # "moved its meeting of shareholders from 21 March": to a day, and to no place
    (
        r"mov(?:ed|es|ing) (?:the|its|their|his|her) (?:\w+ ){1,7}?(?:back |forward )?(?:to|from) (?:the )?"
        r"(?:\d|next |mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar(?:ch)?\b|apr|may\b|june\b|july\b|aug|sept|oct|nov|dec)\w*"
    ),
    r"reschedul\w+",
    r"delay(?:s|ed|ing)?",
    r"adjourn\w*",
    r"br(?:ought|ings?|inging) (?:(?!(?:and|but|that|which)\b)\w+ ){0,10}forward",
    r"defer(?:s|red|ring)?",
    r"extend(?:s|ed|ing)? (?:\w+ ){0,5}(?:to|until|till)",
    r"instead of",
    r"w(?:ill|ould) now",
    r"new date",
    r"slip(?:s|ped)? to",
)
_PLANNED = (
    r"(?:(?:it |he |she |they )?(?:had |was |were )?(?:been )?(?:last |first |originally |initially |previously )?(?:\w{3,}ed|hoped for))"
)
_SOONER_OR_LATER = r"(?:later|longer|earlier|sooner)"
#: how much sooner or later than was said: what has been done stays done, and of what is to be it tells a move
_THAN_SAID = phrases(
    rf"(?:(?:an?|one|two|three|four|five|six|several|some|many|\d+) )?(?:days?|weeks?|months?|years?) {_SOONER_OR_LATER} than {_PLANNED}",
    rf"(?:an?|one|two|three) (?:days?|weeks?|months?) {_SOONER_OR_LATER}(?! than\b)",
    rf"{_SOONER_OR_LATER} than {_PLANNED}",
    r"(?:ahead of|behind) (?:schedule|plan)|before time",
)
_SOONER = phrases(r"earlier|sooner|ahead of|before time|already")
#: "had water again, two days later than promised"
_WAS = phrases(r"had(?! (?:to|been|not)\b)", r"was", r"were")
#: what somebody settles on is still to be, and so is what was moved
_SETTLES = re.compile(
    r"(?:decided|agreed|opted|chose|chosen|resolved|voted|arranged|allowed|led|forced) (?:\w+ ){0,4}?(?:to|that)\b|"
    r"(?:moved|shifted|pushed|set)\b"
)
#: what was to be is to be on another day
_NOW_DUE = phrases(
    r"(?:is|are|was|were) now (?:\w+ly )?(?:due|expected|scheduled|planned|set|to|likely|hoped|slated)",
    r"now (?:expects?|expected|plans?|planned|aims?|hopes?|hoped|intends?|promis(?:es|ed)|due|scheduled|slated|set for)",
    r"(?:has|have) (?:now )?(?:set|named|given|fixed|announced) (?:itself )?(?:an?|the) new (?:date|day|deadline|goal|target)",
)
_PUT_OFF = phrases(
    _MORE_TIME,
    r"postpon\w+",
    r"put(?:s|ting)? (?:(?!(?:and|but|that|which)\b)\w+ ){0,10}off",
    r"reschedul\w+",
    r"adjourn\w*",
    r"defer(?:s|red|ring)?",
    r"delayed",
)
#: what stands before a cancellation or a move that is denied, only asked for, or possible: "has not been", "denied reports that it was"
_UNDONE = re.compile(
    r"(?:(?:\b(?:not|never|cannot|nor|neither|without|rather than)\b|n't\b"
    r"|\bno (?:plans?|reason|need|intention|question|talk) (?:to|for|of)\b)"
    r"(?: (?!(?:and|but|so|was|were)\b)\w+){0,3}"
    r"|\b(?:den(?:y|ies|ied|ying|ials?)|dismiss(?:es|ed|ing)|refut(?:es?|ed|ing)|reject(?:s|ed|ing)?|rul(?:es?|ed|ing) out"
    r"|(?:refus|declin)(?:es?|ed|ing)|oppos(?:es?|ed|ing)|speculation|rumou?rs|whether|if|unless)\b"
    r"(?: (?!(?:and|but|so|was|were|has|have)\b)[\w’'-]+){0,14}"
    r"|\b(?:demand|urg|want|threaten|call|ask|plead|appeal|petition|propos|suggest|consider)\w*\b"
    r"(?: (?!(?:and|but|so|was|were|is|are|has|have|had|will|would)\b)[\w’'-]+){0,10}"
    r"|\b(?:should|could|(?<!\d )may(?! \d)|might|can)\b(?: \w+){0,3}) ?$"
)
#: "but on" another day: a place is none, nor is "but in the end"
BUT_ON = (
    r",? but (?:rather |instead )?(?:(?:on|in|at|by|from|as early as|as late as|already|next|this) )+"
    r"(?:(?:the|an?|early|late|mid|about|around|only|next|this|following|coming|same|first|last|end|middle|beginning|start|of|on|in|at) )"
    r"{0,5}"
    rf"(?:mid-|\d|(?:{'|'.join(sorted(CALENDAR))}|tomorrow|tonight|noon|midnight|spring|summer|autumn|winter|weekend|morning|afternoon|evening"
    r"|(?:\w+ )?(?:days?|weeks?|months?|years?)(?: later)?)\b)"
)
#: what is not to be on its day "but on" another one
_NOT_BUT = re.compile(
    r"\b(?:(?:will|would|shall|(?:is|are|was|were)(?: \w+)? to) not|won't) [^,;.]*?\b(?:on|in|at|by|before|from) [^,;.]{3,40}?"
    rf"{BUT_ON}"
)
#: what is not to be in one place but in another will be
_ELSEWHERE = re.compile(
    r"\b(?:(?:will|would|shall|(?:is|are|was|were)(?: \w+)? to) not|won't) [^,;.]*?\b(?:in|at) [^,;.]{3,40}? "
    r"but (?:rather |instead )?(?:in|at) (?!(?:the )?(?:end|last|least|first|fact|principle)\b)"
)
#: that the day of a plan stands: what is between its verb and the day
_STANDS = re.compile(
    r"(?:\b(?:will|(?:is|are) (?:still )?(?:to|set to|due to|going to|on)|stays?|remains?|remain|goes ahead|go ahead)\b|'ll\b)"
    r"(?: (?!(?:not|never|now|instead|from|than|until|no|to|and|but|whether|if)\b)[a-z'-]+){0,6} ?$"
)
_ONLY_IF = re.compile(r" (?:only )?(?:if|unless)\b")
_TIME_LIMIT = r"(?:the|its|his|her|their|an?|this|that|[\w.-]+'s) (?:[\w-]+ ){0,2}?(?:deadlines?|dates?|goals?|targets?|schedule|timetable)"
#: that what was to be done by a day will not be done by then: told before the day, or on it
_TOO_LATE = phrases(
    rf"(?:will|would|(?:is|are|was|were) (?:set|going|likely|bound|sure|certain)? ?to) miss {_TIME_LIMIT}",
    rf"(?:will|would|can|could) ?not (?:be able to )?(?:meet|make|keep(?: to)?|hold|reach) {_TIME_LIMIT}",
    r"(?:will|would|can|could) ?not (?:(?!(?:if|unless|but|and|that|which)\b)[\w’'-]+ ){0,12}(?:on|in) time",
    r"(?:(?:is|are|was|were|be) )?unable to (?:(?!(?:if|unless|but|and|that|which)\b)[\w’'-]+ ){0,12}(?:on|in) time",
    r"(?:will|would) (?:be|come|arrive|finish) (?:\w+ ){0,3}?(?:late(?! (?:in|on|at|last|this|next)\b)|overdue|behind schedule)",
)
_LETS_PASS = (
    r"let(?:s|ting)? (?:[\w’'-]+ ){1,4}?(?:deadline|date|day|ultimatum|term)(?: (?:of|on) [\w’'-]+)? (?:pass|lapse|slip|go by|expire)"
)
_MISSED = phrases(
    rf"miss(?:ed|es|ing) {_TIME_LIMIT}",
    _LETS_PASS,
    _TOO_LATE.pattern,
    r"fail(?:s|ed|ing)? to",
    r"(?:has|have|had) (?:still )?not",
    r"did not",
    r"ha(?:s|ve|d) yet to",
    r"(?:passed|expired|ended|went by) without",
    r"without (?:a |any )?(?:answer|reply|result)",
    r"still (?:waiting|no|missing|not|without)",
    r"no (?:sign|trace|word) of",
    r"(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?) to",
    r"(?:turn(?:s|ed)|sent|forced|beaten) (?:\w+ ){0,5}(?:away|back)|(?:keeps?|kept) (?:\w+ ){1,6}(?:on the ground|in port|ashore|at home)",
    r"prevent(?:s|ed)|(?:keeps?|kept|stop(?:s|ped)) (?:\w+ ){1,6}from \w+ing|grounded",
)
#: of these, what says of an act itself that it was not done in its time
_NOT_DONE = phrases(
    rf"miss(?:ed|es) {_TIME_LIMIT}",
    _LETS_PASS,
    _TOO_LATE.pattern,
    r"fail(?:s|ed) to",
    r"(?:has|have|had) (?:still )?not",
    r"did not",
    r"ha(?:s|ve|d) yet to",
    r"(?:passed|expired|ended|went by) without",
    r"still (?:waiting for|no|missing|not|without)",
    r"broke(?:n)? (?:the|its|his|her|their|a) (?:\w+ )?(?:promise|pledge|word)",
)
_REFUSED = phrases(r"(?:will|would|shall) (?:not|never)|won't|there will be no|(?:refus|declin)(?:es|ed) to")
_AHEAD = phrases(
    r"will",
    r"would",
    r"shall",
    r"(?:is|are|was|were|has|have|had) (?:due|set|to|until|expected|scheduled)",
    r"due to",
    r"set (?:for|to)",
    r"plan(?:s|ned)?",
    r"expect(?:s|ed)?",
    r"intends?",
    r"must",
    r"should",
    r"(?<!\d )(?<!\b(?:in|of) )may(?! \d)",
    r"might",
    r"could",
    r"can",
    r"promis\w+",
    r"pledg\w+",
    r"vow\w+",
    r"demand\w*",
    r"urg(?:e|es|ed|ing)",
    r"call(?:s|ed)? (?:on|for)",
    r"wants?",
    r"ask(?:s|ed)?",
    r"order(?:s|ed)",
    r"instruct(?:s|ed)",
)
_PAST = phrases(
    r"\w{3,}ed",
    r"met|held|took|began|went|gave|sent|came|paid|put|read (?:from|out|aloud|the|his|her|their|its|an?)|spoke|wrote|got|won|lost|left",
    r"found|brought|built|cut|set (?!(?:to|for|a deadline)\b)\w+|laid|made|sat|rose",
    r"fell|gone|taken|given|begun|sworn|swore|drawn|drew|flew|ran|shut|stood|struck|swung|thrown|threw|became|saw|heard|led|kept|broke",
    r"chose|chosen|told",
)
#: verbs in the past of which nothing has happened yet
_SAYING = phrases(
    r"announced|confirmed|explained|added|warned|insisted|claimed|declared|stated|noted|vowed|promised|pledged|planned|expected|scheduled",
    r"proposed|suggested|threatened|asked|wanted|demanded|called|urged|intended|supposed|ordered|instructed|invited|hoped|need(?:ed)?",
)


def own_words(sentence: str) -> str:
    """A sentence, folded, without what somebody says in it."""
    return fold(_QUOTED.sub(" ", sentence))


def is_still_to_be(before: str) -> bool:
    """Tell whether the words before a day say that something will be on it, as "will take place on", "stays on"."""
    return _STANDS.search(fold(before)) is not None


@functools.lru_cache(maxsize=4096)
def given_up(sentence: str) -> str | None:
    """The noun of what somebody gives up: the "appeal" of "dropped her appeal"."""
    plain = own_words(sentence)
    told = next((m for m in _GIVES_UP.finditer(plain) if not _is_undone(plain, m)), None)
    return told.group().rsplit(" ", 1)[-1] if told is not None else None


def is_not_done(sentence: str) -> bool:
    """Tell whether a sentence says that an act was not done, rather than that somebody is at it or was kept from it."""
    return _NOT_DONE.search(own_words(sentence)) is not None


def is_put_off(sentence: str) -> bool:
    """Tell whether a sentence says that something was put off, be the new date unknown."""
    plain = own_words(sentence)
    return any(not _is_undone(plain, m) for m in _PUT_OFF.finditer(plain))


def _is_undone(plain: str, told: re.Match[str]) -> bool:
    says_when = told.group().startswith(("will ", "would "))
    return (not says_when and _UNDONE.search(plain[: told.start()]) is not None) or _ONLY_IF.match(plain, told.end()) is not None


@functools.lru_cache(maxsize=16384)
def outcome_told(sentence: str) -> Outcome | None:
    """What a sentence says of the plan that it names; None where it only announces."""
    whole = own_words(sentence)
    head = _BEHIND.sub("", whole)
    plain = head if len(head.split()) >= _LEAST_WORDS else whole
    ended: list[tuple[Outcome, re.Match[str]]] = [("called off", m) for m in _CALLED_OFF.finditer(plain)] + [
        ("rescheduled", m) for m in _MOVED.finditer(plain)
    ]
    if _NOT_BUT.search(plain):
        return "rescheduled"
    if _ELSEWHERE.search(plain):
        return None
    told = [outcome for outcome, m in ended if not _is_undone(plain, m)]
    if ended:
        # who denies that a thing is off says that it is still to be
        return told[0] if told else None
    if any(not _is_undone(whole, m) for m in _CALLED_OFF.finditer(whole)):
        # behind a colon stands why: "pupils will go to school: the union called off its strike"
        return "called off"
    acts = _THAN_SAID.sub(" ", plain)
    if acts != plain or _NOW_DUE.search(plain):
        # "reopened a day earlier than planned" is done, "will reopen a day earlier", "is now due to reopen" moved
        was = acts != plain and _WAS.search(acts) is not None and _AHEAD.search(acts) is None
        return "done" if was or _is_done(acts, is_moved=True) else "rescheduled"
    if _TOO_LATE.search(plain):
        return "missed"
    if _REFUSED.search(plain):
        return "refused"
    if _MISSED.search(plain):
        return "missed"
    return "done" if _is_done(plain, is_moved=False) else None


def _is_done(plain: str, *, is_moved: bool) -> bool:
    """Tell whether a sentence tells an act in the past before anything that is to be: "visited the village and promised help".

    Of what may be moved no act is what somebody settled on, or missed.
    """
    past = next((m for m in _PAST.finditer(plain) if not _SAYING.fullmatch(m.group()) and not (is_moved and _is_no_act(plain, m))), None)
    ahead = _AHEAD.search(plain)
    return past is not None and (ahead is None or past.start() < ahead.start())


def _is_no_act(plain: str, past: re.Match[str]) -> bool:
    return _SETTLES.match(plain, past.start()) is not None or _MISSED.match(plain, past.start()) is not None


def is_too_late(sentence: str) -> bool:
    """Tell whether a sentence says that something will not be done in its time."""
    return _TOO_LATE.search(own_words(sentence)) is not None


def is_sooner(sentence: str) -> bool:
    """Tell whether a sentence says that something was done before the day that was set for it."""
    plain = own_words(sentence)
    return any(_SOONER.search(m.group()) for m in _THAN_SAID.finditer(plain)) or _SOONER.search(plain) is not None


def is_now_due(sentence: str) -> bool:
    """Tell whether only "now" says in a sentence that what was to be is to be on another day."""
    plain = own_words(sentence)
    return _NOW_DUE.search(plain) is not None and not any(not _is_undone(plain, m) for m in _MOVED.finditer(plain))
