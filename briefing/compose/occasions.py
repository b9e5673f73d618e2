"""When two steps of differing days are surely one event, and what says which of the days stands."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.calendar_names import CALENDAR, MONTH_NAMES
from briefing.compose.clashes import are_of_two
from briefing.compose.events import events_of, held_once, is_of_series
from briefing.compose.outcomes import phrases
from briefing.compose.readings import Reading
from briefing.compose.step_words import step_terms
from briefing.compose.steps import days_meet, step_days
from briefing.compose.terms import fold, jaccard, overlap, stem, terms_of, words_of
from briefing.models import BriefedStep, Interval, Span

#: so many words, and such a share of them, say that two sources give one event two days
_SURE, _SAME = 2, 0.7
#: of an event that comes once so many words and such a share of the shorter step's are enough
_OF_ONE, _SHARE_OF_ONE = 4, 0.5
#: what one does more than once is one event in almost the same words and within a few days
_WORDING, _OF_WORDING, _NEAR = 0.6, 5, timedelta(days=3)
_APART = timedelta(days=10)
#: what recurs, though hardly in the same words within days
_SELDOM = phrases(r"visit(?:s|ing)?|trips?|concerts?|speech(?:es)?|rall(?:y|ies)")
_OFTEN = phrases(r"meet(?:s|ing|ings)?|talks?|sessions?|hearings?|sit(?:s|ting|tings)?|match(?:es)?|games?|every|each|daily|weekly")
#: who says that a day stands
_CONFIRMED = re.compile(r"(?P<who>[^,;:.]*)\b(?:re-?)?confirm(?:s|ed)\b")
_UNCONFIRMED = re.compile(r"\b(?:not|never|nor|neither|nobody|no one|could|can|may|might|yet to|be|been|being|was|were|is|are)\b[^,;:.]*$")
_SPEAKS_FOR = phrases(r"both (?:sides|governments|parties|countries|ministries|teams)|organi[sz]ers?|hosts?")
#: that what was called off will be
_BACK = phrases(
    r"after all|back on|reinstat\w+|reviv\w+|resurrect\w+|(?:will|would|to|can) (?:now )?go ahead|new (?:date|day)|(?:will|would|to) now"
)
#: before a day that is not the one: "on 30 May, not on 23 May"
_NOT = re.compile(r"\b(?:not|rather than|instead of)(?: (?:on|for|by|in|until|already))?(?: the)? $", re.IGNORECASE)
_WORDS = r"(?: (?!(?:and|but|while|not|never)\b)[\w’'-]+)"
_ERROR = (
    r" (?:was|is|were|had been) "
    r"(?:simply |a simple |just |now |clearly )?"
    r"(?:wrong|false|mistaken|incorrect|erroneous|obsolete|out of date"
    r"|(?:a|an|the result of an?) (?:[\w-]+ )?(?:mistake|error|slip|misprint|mix-up)|no longer (?:valid|correct|right|the (?:date|day)))\b"
)
#: who confirms one day and says that those who gave another were wrong holds it: "reports of an earlier date were wrong"
_OTHER_IS_WRONG = re.compile(
    r"\b(?:reports?|rumou?rs?|talk|suggestions?|claims?|accounts?|announcements?)(?: (?!(?:and|but|that)\b)[\w'-]+){0,6}? "
    rf"(?:of|about|giving|naming) an?(?:other)? (?:earlier |later |different |new )?(?:date|day|time)\b{_WORDS}{{0,8}}?{_ERROR}"
)
_HE = re.compile(r"(?:but |and )?(?:he|she|it|they)(?: (?:also|then|again))?")
#: behind a day that is not the one: "14 May, which was named on Monday, was a mistake"
_WRONG = re.compile(
    rf"(?:,? (?!(?:and|but|while)\b)[^,;:.]*,"
    rf"|(?: (?:that|which|as|given|named|reported|announced|printed|in|from)\b{_WORDS}{{0,7}}?)?){_ERROR}",
    re.IGNORECASE,
)
#: before a day that something is said of: nobody's act "on" it
_SUBJECT = re.compile(
    r"(?:^|[,;:.] |\b(?:that|but|as|(?:reports?|rumou?rs?|talk|mention|suggestions?) of) )"
    r"(?:(?:the|an?) (?:[\w’'-]+ )?(?:day|date)(?: of| for it,|,)? )?$|\b(?:day|date) of $",
    re.IGNORECASE,
)
_MONTH = "|".join(MONTH_NAMES)
_DAY = re.compile(rf"\b(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})\b", re.IGNORECASE)
#: two texts are alike from this share of common words on
_LIKE = 0.75
#: a day by name or figure; "may" and "march" alone are no days
_NAMED_DAY = re.compile(rf"{_DAY.pattern}|\b(?:{'|'.join(sorted(CALENDAR - {'may', 'march'}))})\b", re.IGNORECASE)


def are_one_occasion(one: BriefedStep, other: BriefedStep, today: date) -> bool:
    """Tell whether two steps of differing days are surely one event, and none of a series: a council meets every week."""
    if one.value is None or other.value is None or one.deadline != other.deadline:
        return False
    last = step_days(one)[-1]
    if last.end < today:
        return False  # its day is behind, and nobody doubts it
    a, b = one.excerpt.text, other.excerpt.text
    if are_of_two(a, b):
        return False
    x, y = step_terms(a), step_terms(b)
    gap = min(abs(d.start - other.value.start) for d in step_days(one))
    shared, share = len(x & y), overlap(x, y)
    if not is_of_series(a, b):
        if shared >= _SURE and share >= _SAME:
            return True
    elif _SELDOM.search(fold(a)) and not any(_OFTEN.search(fold(t)) for t in (a, b)):
        return gap <= _NEAR and shared >= _OF_WORDING and jaccard(x, y) >= _WORDING
    return bool(held_once(a) & held_once(b)) and gap <= _APART and shared >= _OF_ONE and share >= _SHARE_OF_ONE


def says_which_stands(reading: Reading, sentence: Span, step: BriefedStep, value: Interval) -> bool:
    """Tell whether a sentence settles which day of a step stands: by who holds it, or as it says that another one does not."""
    others = [d for d in step_days(step) if not days_meet(d, value)]
    if any(denies_day(reading, place, d) for d in others for place in (sentence, *_beside(reading, sentence))):
        return True
    text = fold(reading.slice(sentence))
    found = _CONFIRMED.search(text)
    if found is None or _UNCONFIRMED.search(found["who"]):
        return False
    if _OTHER_IS_WRONG.search(text):
        return True
    who = found["who"]
    if _HE.fullmatch(who.strip()):
        who = fold(" ".join(reading.slice(s) for s in _beside(reading, sentence) if s.start < sentence.start))
    own = frozenset(stem(w) for text in (*step.who, step.excerpt.text) for w in words_of(fold(text)) if len(w) > 3)
    return _SPEAKS_FOR.search(who) is not None or any(stem(w) in own for w in words_of(who))


def _beside(reading: Reading, sentence: Span) -> list[Span]:
    """The sentence right before one, and the one right behind it."""
    before = [s for s in reading.body if s.end <= sentence.start][-1:]
    return [*before, *[s for s in reading.body if s.start >= sentence.end][:1]]


def denies_day(reading: Reading, sentence: Span, value: Interval) -> bool:
    """Tell whether a sentence says that something will not be on a day: "on 30 May, not on 23 May", "23 May was a mistake"."""
    return any(
        t.value is not None
        and days_meet(t.value, value)
        and sentence.start <= t.span.start < sentence.end
        and (
            _NOT.search(reading.text[sentence.start : t.span.start])
            or _is_said_wrong(reading.slice(sentence), t.span.start - sentence.start, t.span.end - sentence.start)
        )
        for t in reading.analysis.times
    )


def _is_said_wrong(text: str, start: int, end: int) -> bool:
    """Tell whether a text says that a day in it is wrong, and not what somebody did on it."""
    return _SUBJECT.search(text[:start]) is not None and _WRONG.match(text, end) is not None


def sets_another_day(before: str, after: str) -> bool:
    """Tell whether two texts say the same of two days, or the second that a day is wrong, which moves a date and turns nobody: "will
    reopen on 14 March", "on 16 March"."""
    if _NAMED_DAY.search(before) and any(_is_said_wrong(after, m.start(), m.end()) for m in _NAMED_DAY.finditer(after)):
        return True
    here, there = ({d.lower() for d in _DAY.findall(text)} for text in (before, after))
    same = jaccard(terms_of(_DAY.sub(" ", before)), terms_of(_DAY.sub(" ", after))) >= _LIKE
    return bool(here and there) and here != there and same


def is_moved_from(reading: Reading, sentence: Span, old: BriefedStep, new: BriefedStep) -> bool:
    """Tell whether the sentence of a step says that it is another one's event, and not on that one's day."""
    kinds = events_of(old.excerpt.text) & events_of(new.excerpt.text)
    return bool(kinds) and old.value is not None and old.value.start == old.value.end and denies_day(reading, sentence, old.value)


def is_back_on(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence, or its article's headline, says that what was called off will be."""
    return any(_BACK.search(fold(text)) for text in (reading.slice(sentence), reading.document.title or ""))
