"""The times of one document as the finders of steps ask for them: open, ahead, over, of an act or of its telling."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from briefing.models import Span, TemporalExpression
from briefing.nlp.steps.clause_times import is_of_clause, is_of_what_is_stopped, term_before
from briefing.nlp.steps.naming_times import only_names
from briefing.nlp.syntax import Text
from briefing.nlp.temporal.vocabulary import DAY_NAMES, MONTH_NAMES

#: what was asked or promised longer ago than this, by the text's own dates, is history
_FRESH = timedelta(days=62)
_TEN_YEARS = timedelta(days=3653)
#: what ended longer before the run is past for its reader, also in a document without a date
_LONG_AGO = timedelta(days=366)
#: what ends sooner is as often over: "this month"
_SOON = timedelta(days=7)
#: as often "these days" as the day itself
_OVER = re.compile(r"\bago\b|^(?:(?:during|over|in|for|within) )?(?:the )?(?:last|past|yesterday|earlier|previous|since)\b")
#: a day, or the end of a time, that is named
_A_DAY = re.compile(
    rf"{'|'.join(DAY_NAMES)}|weekend|tomorrow|end of the (?:year|month|week)"
    rf"|\d(?:st|nd|rd|th)? (?:of )?(?:{'|'.join(MONTH_NAMES)})|(?:{'|'.join(name[:3] for name in MONTH_NAMES)})\w*\.? \d"
)
_OTHER_CLAUSES = frozenset({"xcomp", "ccomp", "conj", "parataxis", "acl:relcl", "advcl"})
#: letters of "In " before a time that a sentence opens with
_IN = 4
#: a relative begins so few words before its verb
_OPENS = 8
_TO_BE_HELD = re.compile(r",? (?:(?:which|that) (?:is|are|will) )?(?:(?:to|will) be|due to be|being) (?:held|hosted|staged)\b")
_BREAK = re.compile(r"[.;:“”\"\n]| and | but ")
_NOW = frozenset({"today", "now"})
_FROM_THEN = frozenset({"starting", "beginning", "commencing", "effective"})
_AT_LEAST = ("until at least ", "till at least ")
_COMING = ("next", "coming", "upcoming", "later", "tomorrow", "tonight", "soon", "by ", "until", "within", "before")


@dataclass(frozen=True, kw_only=True)
class Times:
    """The temporal expressions of one document, in order and apart from each other, with its tree and its day."""

    view: Text
    times: Sequence[TemporalExpression]
    published: date | None
    #: the day of the run
    today: date

    def is_ahead(self, time: TemporalExpression) -> bool:
        """Tell whether a time is no earlier than the day of publication; without it, whether its words say so, or it is yet to come."""
        day = self.published or time.anchor
        if day is None and time.value is not None and time.value.start > self.today:
            return True  # written out with its year, and still to come whenever the text was written
        if day is None or time.value is None:
            said = self.view.slice(time.span).lower()
            return said.removeprefix("in ").removeprefix("the ").startswith(_COMING) and not _OVER.search(said)
        today = time.value.start == time.value.end == day and self.view.slice(time.span).lower() not in _NOW
        return today or time.value.start > day or (time.value.end > day and (time.deadline or self.is_least(time)))

    def is_least(self, time: TemporalExpression) -> bool:
        """Tell whether a state goes on to a day and perhaps beyond it: "until at least Friday"."""
        return self.view.slice(time.span).lower().startswith(_AT_LEAST)

    def is_open(self, time: TemporalExpression) -> bool:
        """Tell whether a time may still lie ahead: one that cannot be resolved does not say that it is past."""
        if time.value is None:
            return not _OVER.search(self.view.slice(time.span).lower())
        # without a day of its own a text may have put it ahead some time ago
        if self.published is None or time.value.end > self.published:
            return True
        return time.value.end == self.published and not _OVER.search(self.view.slice(time.span).lower())  # "since Sunday" reaches up to it

    def is_long_over(self, time: TemporalExpression) -> bool:
        """Tell whether a time of a document without a date was long over on the day of the run; to its own words it may still be ahead."""
        if self.published is not None or time.value is None:
            return False
        return time.value.end < (self.today - _LONG_AGO if time.anchor is None else time.anchor)

    @cached_property
    def _starts(self) -> list[int]:
        return [t.span.start for t in self.times]

    def times_from(self, start: int, end: int) -> Sequence[TemporalExpression]:
        """The times that begin in a stretch, in order."""
        first = bisect.bisect_left(self._starts, start)
        return self.times[first : bisect.bisect_left(self._starts, end, first)]

    def times_meeting(self, start: int, end: int) -> Sequence[TemporalExpression]:
        """The times that have a character in common with a stretch, in order."""
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        return [t for t in self.times[first : bisect.bisect_left(self._starts, end, first)] if t.span.end > start]

    def may_be_ahead(self, time: TemporalExpression, verb: int) -> bool:
        """Tell whether a day on a verb that nobody can resolve, for its text has no day itself, may lie ahead: "on 26 July"."""
        if self.published is not None or time.anchor is not None or time.value is not None or not self.is_open(time):
            return False
        words = self.view.slice(time.span).lower()
        return _A_DAY.search(words) is not None and "last" not in words.split() and self._hangs_on(time, verb)

    def is_time(self, word: int) -> bool:
        """Tell whether a word belongs to a temporal expression."""
        at = self.view.tokens[word].start
        return bool(self.times_meeting(at, at + 1))

    def times_in(self, span: Span) -> list[TemporalExpression]:
        return [t for t in self.times_from(*span) if t.span.end <= span.end]

    def time_of(self, span: Span, verb: int) -> TemporalExpression | None:
        """The time of an act within its clause: the open one nearest behind its verb; one that resolves goes first."""
        at = self.view.tokens[verb].start
        inside = [t for t in self.times_in(span) if self.is_open(t) and not self._only_names(t)]
        found = [t for t in inside if not is_of_clause(self.view, t, verb) and not is_of_what_is_stopped(self.view, t, verb)]
        if not found:
            return term_before(self.view, inside, verb, self.published)
        nearest = min(found, key=lambda t: (t.value is None, t.span.start < at, abs(t.span.start - at)), default=None)
        joined = (t for t in found if nearest is not None and self.view.text[t.span.end : nearest.span.start] == " and ")
        return next(joined, nearest)  # "the Aug. 13 and Nov. 5 tours" begin on Aug. 13

    def is_of_telling(self, time: TemporalExpression, cue: int | None) -> bool:
        """Tell whether a day is that of the asking: "called for an end to the strike on Thursday", in Thursday's paper."""
        day = self.published or time.anchor
        if cue is None or not self.is_told(cue) or time.value is None or time.deadline:
            return False
        return time.value.start == time.value.end == day and self.view.slice(time.span).lower() not in _NOW | {"tonight", "tomorrow"}

    def is_told(self, cue: int) -> bool:
        """Tell whether a verb stands in the past, also where the tags take it for a participle."""
        token = self.view.tokens[cue]
        auxiliary = any(self.view.tokens[c].relation in ("aux", "aux:pass") for c in self.view.children[cue])
        return token.tag == "VBD" or (token.tag == "VBN" and not auxiliary and not token.relation.startswith(("acl", "advcl", "amod")))

    def time_before(self, verb: int) -> TemporalExpression | None:
        """The time ahead that opens the clause of a verb: "as of August 2 they will receive applications"."""
        sentence = self.view.sentences[self.view.tokens[verb].sentence]
        for time in self.times_from(sentence.start, self.view.tokens[verb].start):
            head = self.view.head_of(self.view.words([time.span]))
            if head is None or self._is_dateline(time):
                continue
            above = self.view.tokens[head].head
            if self.view.low(above) in _FROM_THEN:
                above = self.view.tokens[above].head  # "starting from June 2, visitors will"
            if above != verb:
                continue
            if self.is_ahead(time) or self._runs(time) or (time.value is None and self.is_open(time)):
                return time
        return None

    def _runs(self, time: TemporalExpression) -> bool:
        """Tell whether a time is the year or the season that a text is written in: "during this year the plants will go out"."""
        day = self.published or time.anchor
        return day is not None and time.value is not None and time.value.start <= day < time.value.end and time.value.end - day > _SOON

    def time_shared(self, verb: int) -> TemporalExpression | None:
        """The time of what a clause hangs on with "where", "when" or "during which": "arrives on Friday, where he will meet them"."""
        view = self.view
        start = view.sentences[view.tokens[verb].sentence].start
        opening = [w for w in range(max(0, verb - _OPENS), verb) if view.low(w) in ("where", "which", "when")]
        if not opening or view.tokens[opening[-1]].start < start:
            return None
        link = opening[-1]
        if view.low(link) == "which":
            link -= 1
            if view.low(link) not in ("during", "at", "on"):
                return None
        if view.tokens[link - 1].text != ",":
            return None
        earlier = [t for t in self.times_in(Span(start, view.tokens[link].start)) if self.is_open(t)]
        return earlier[-1] if earlier and not self._is_dateline(earlier[-1]) and not self._only_names(earlier[-1]) else None

    def time_of_event(self, span: Span) -> TemporalExpression | None:
        """The time that a text adds of the event an act is about: "will host the talks, to be held in Oslo on May 3"."""
        added = _TO_BE_HELD.match(self.view.text, span.end)
        if added is None:
            return None
        behind = (t for t in self.times if added.end() <= t.span.start and not _BREAK.search(self.view.text, added.end(), t.span.start))
        return next((t for t in behind if self.is_open(t)), None)

    def _is_dateline(self, time: TemporalExpression) -> bool:
        return time.value is not None and time.value.start == time.value.end == self.published

    def _only_names(self, time: TemporalExpression) -> bool:
        return only_names(self.view, time, self.times_from)

    def is_past(self, span: Span, verb: int) -> bool:
        """Tell whether a clause has a time, on its verb and no noun inside, and all such times lie in the past."""
        resolved = [t for t in self.times_in(span) if (t.value is not None or not self.is_open(t)) and self._hangs_on(t, verb)]
        return bool(resolved) and not any(self.is_open(t) for t in self.times_in(span))

    def _hangs_on(self, time: TemporalExpression, verb: int) -> bool:
        """Tell whether a time is on the verb; "in 2019" is, wherever the tree puts it."""
        if time.deadline or (time.grain == "year" and self.view.text[max(0, time.span.start - 3) : time.span.start].lower() == "in "):
            return True
        return self.is_of(time, verb)

    def is_of(self, time: TemporalExpression, verb: int) -> bool:
        """Tell whether the tree hangs a time on a verb, or on what the verb hangs on."""
        head = self.view.head_of(self.view.words([time.span]))
        return head is not None and self.view.tokens[head].head in (verb, self.view.tokens[verb].head)

    def is_told_of(self, cue: int, act: int) -> bool:
        """Tell whether the sentence of what was once promised names a year that is over: "who took office in 2017, promised to"."""
        sentence = self.view.tokens[cue].sentence
        begin, end = self.view.sentences[sentence].start, self.view.tokens[act].start
        day = self.published
        for time in self.times_from(begin, end):
            if time.value is None or self._only_names(time):
                continue  # "over the 2019 fire"
            if time.grain in ("year", "month") and (day is None or time.value.end < day - _FRESH):
                return True
        return False

    @property
    def _fresh_from(self) -> date:
        """The day before which what was said is history: of a text without a date, what is ten years old is in any case."""
        return self.published - _FRESH if self.published is not None else self.today - _TEN_YEARS

    def was_long_ago(self, verb: int) -> bool:
        """Tell whether a time long before publication is in a verb's clause, or opens its sentence, wherever the tree hangs it."""
        sentence = self.view.sentences[self.view.tokens[verb].sentence]
        clause = set(self.view.subtree(verb, without=_OTHER_CLAUSES | {"acl"}))
        for time in self.times_from(*sentence):
            opens = time.span.start < sentence.start + _IN
            own = opens or (self.published is not None and not clause.isdisjoint(self.view.words([time.span])))
            if own and time.value is not None and time.value.end < self._fresh_from:
                return True
        return False

    def was_once(self, cue: int, act: int) -> bool:
        """Tell whether a time gone by stands between a verb and what it says: "had promised members in 2019 that"."""
        if cue > act:
            return False
        mark = next((w for w in range(cue + 1, act) if self.view.low(w) == "that"), cue)
        between = self.times_in(Span(self.view.tokens[cue].end, self.view.tokens[mark].start)) if mark > cue else []
        return any(t.value is not None and t.value.end < self._fresh_from and not self._only_names(t) for t in between)

    def is_history(self, verb: int) -> bool:
        """Tell whether a clause is dated to a time long before publication: "in 2019 the court ordered", not "over the 2019 fire"."""
        if self.published is None:
            return False
        view = self.view
        words = view.subtree(verb, without=_OTHER_CLAUSES)
        own = set(words)
        for time in self.times_meeting(view.tokens[words[0]].start, view.tokens[words[-1]].end):
            over = time.value is not None and time.value.end < self._fresh_from
            if over and own.intersection(view.words([time.span])) and not self._only_names(time):
                return True
        return False
