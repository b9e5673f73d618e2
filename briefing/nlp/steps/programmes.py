"""What is sure by its form to be still to come: the items of a programme by the clock or by the day, who is to do what by the minutes,
what a letter asks of its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.models import LIKELY, Span, TemporalExpression
from briefing.nlp.entities import Entity
from briefing.nlp.steps.bidden import bidden
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.syntax import trim

_CONFIDENCE: Final = 0.9
_IMPORTANCE: Final = 0.4
_LINE: Final = re.compile(r"[^\r\n]*\S[^\r\n]*")
_BULLET: Final = re.compile(r"[ \t]*(?:[-–—•*▪◦]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+")
_HOUR: Final = r"\d{1,2}(?:[:.h]\d{2}(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: hrs?)?"
_CLOCK: Final = re.compile(rf"{_HOUR}(?: ?(?:-|–|—|to|until) ?{_HOUR})?[ \t]*[:–—|-]?[ \t]+", re.IGNORECASE)
#: what stands between the day of a line and what is on that day
_MARK: Final = re.compile(r"[ \t]*(?:[:|]|[ \t][–—-])[ \t]+|\t[ \t]*")
_DAY_NUMBER: Final = re.compile(r"day \w{1,5}[ \t]*[:,–—-]?[ \t]*", re.IGNORECASE)
_TO: Final = re.compile(r"[ \t]+(?:is[ \t]+|are[ \t]+)?to[ \t]+")
#: what a line says of the day by which something is to be done, behind what that is
_TERM: Final = re.compile(r"[.;,]?[ \t]+[(\[–—-]?[ \t]*(?:deadline|due(?: date| by)?|target date|by when)[ \t]*:?[ \t]+", re.IGNORECASE)
#: what a programme has between its items
_PAUSES: Final = frozenset("registration coffee tea break lunch refreshment networking".split())
#: one line by the clock makes no programme, and one word is no item
_FEWEST, _WORDS = 2, 2


def listed_steps(scene: Scene, steps: Sequence[Step]) -> list[Step]:
    """Give the steps with those that lines list and letters ask, in the place of what is less sure there."""
    items = list(_programme(scene))
    found = [*(items if len(items) >= _FEWEST else []), *_actions(scene), *bidden(scene)]
    sure = [s for s in steps if s.confidence >= LIKELY]
    found = [s for s in found if not any(span.meets(s.main) for other in sure if _tells_as_much(other, s) for span in other.what)]
    return [s for s in steps if not any(span.meets(new.main) for new in found for span in s.what)] + found


def _tells_as_much(step: Step, listed: Step) -> bool:
    """Tell whether a step says who and when wherever the line that lists it does."""
    return bool(step.who or not listed.who) and (step.when is not None or listed.when is None)


def _programme(scene: Scene) -> Iterator[Step]:
    """The lines that begin with an hour below a line that is a day ahead, and those that begin with such a day and a mark."""
    text, day = scene.view.text, None
    for found in _LINE.finditer(text):
        line = Span(_after(_BULLET, text, found.start(), found.end()), found.end())
        line = trim(text, Span(_after(_DAY_NUMBER, text, line.start, line.end), line.end))
        time = _day_at(scene, line)
        rest = text[time.span.end : line.end] if time is not None else ""
        if time is not None and not rest.strip(" \t:,.–—-"):
            day = time
        elif time is not None and (mark := _MARK.match(text, time.span.end, line.end)):
            yield from _item(scene, Span(_after(_CLOCK, text, mark.end(), line.end), line.end), time)
        elif day is not None and (clock := _CLOCK.match(text, line.start, line.end)):
            yield from _item(scene, Span(clock.end(), line.end), day)


def _item(scene: Scene, span: Span, day: TemporalExpression) -> Iterator[Step]:
    what = trim(scene.view.text, span)
    words = [w for w in scene.view.words([what]) if scene.view.tokens[w].pos != "PUNCT"]
    head = scene.view.head_of(words)
    if len(words) >= _WORDS and head is not None and scene.view.lemma(words[0]) not in _PAUSES and scene.is_ahead(day):
        yield Step(what=(what,), who=(), when=day, kind="scheduled", importance=_IMPORTANCE, act=head, confidence=_CONFIDENCE)


def _actions(scene: Scene) -> Iterator[Step]:
    """The points of a list that say who is to do what: "- Ms Quill to send the draft by 4 December"."""
    view = scene.view
    for found in _LINE.finditer(view.text):
        bullet = _BULLET.match(view.text, found.start(), found.end())
        named = _named_at(scene, Span(bullet.end(), found.end())) if bullet else None
        to = _TO.match(view.text, named[0].end, found.end()) if named is not None else None
        if named is None or to is None:
            continue
        term = _TERM.search(view.text, to.end(), found.end())
        line = Span(to.end(), found.end())
        what = Span(to.end(), len(view.text[: term.start() if term else line.end].rstrip(" \t.;,(–—-")))
        words = view.words([what])
        if len(words) < _WORDS or view.tokens[words[0]].pos not in ("VERB", "NOUN") or view.tokens[words[0]].text[:1].isupper():
            continue
        times = scene.times_from(*line)
        when = next((t for t in times if scene.is_open(t) and (term is None or t.span.start >= term.end())), None)
        if when is None and times:
            continue
        when = replace(when, deadline=True) if when is not None and term is not None else when
        yield Step(what=(what,), who=(named[1],), when=when, kind="committed", importance=_IMPORTANCE, act=words[0], confidence=_CONFIDENCE)


def _named_at(scene: Scene, line: Span) -> tuple[Span, Entity] | None:
    """Who is named at the very start of a line, perhaps behind a form of address."""
    for span, entity in scene.resolver.roster.at(line.start, line.end):
        if not scene.view.text[line.start : span.start].strip(" .").count(" ") and span.start - line.start <= len("The Prof. "):
            return span, entity
        break
    return None


def _day_at(scene: Scene, line: Span) -> TemporalExpression | None:
    """The one day that a line begins with."""
    time = next(iter(scene.times_from(line.start, line.end)), None)
    at_start = time is not None and time.span.start == line.start and time.value is not None
    return time if time is not None and at_start and time.grain == "day" and not time.deadline else None


def _after(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.match(text, start, end)
    return found.end() if found else start
