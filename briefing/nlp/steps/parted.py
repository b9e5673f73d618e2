"""Two acts of one clause that each have a day: "will meet the minister on Thursday and vote on a strike on May 14" is two steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.models import Span, TemporalExpression
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.syntax import SUBJECTS, Text, trim

_JOINS: Final = frozenset({"and", "but", "then", "later", "afterwards", "also", ",", ";", "to", "will", "would"})


def parted(scene: Scene, steps: Sequence[Step]) -> list[Step]:
    """The steps, each that holds a second act with a day of its own parted from that."""
    found: list[Step] = []
    for step in steps:
        found += _parts(scene, step)
    return found


def _parts(scene: Scene, step: Step) -> list[Step]:
    view = scene.view
    second = _second(scene, step) if step.when is not None else None
    if second is None:
        return [step]
    act, when = second
    end = act
    while end - 1 > step.act and view.low(end - 1) in _JOINS:
        end -= 1
    if not any(view.low(w) in ("and", "then", ",") for w in range(end, act)):
        return [step]
    main = step.main
    first = trim(view.text, Span(main.start, view.tokens[end - 1].end))
    start = view.tokens[act].start
    lead = trim(view.text, Span(main.start, view.tokens[step.act].start))
    led = (*step.what[:-1], lead) if lead.end > lead.start else step.what[:-1]
    behind = replace(step, what=(*led, trim(view.text, Span(start, main.end))), when=when, act=act)
    return [replace(step, what=(*step.what[:-1], first)), *_parts(scene, behind)]


def _second(scene: Scene, step: Step) -> tuple[int, TemporalExpression] | None:
    """The next act that "and" joins to a step's inside its words, with the day behind it, which is another than that before it."""
    view, main, own = scene.view, step.main, step.when
    if own is None or own.value is None:
        return None
    for word in sorted(view.children[step.act]):
        token = view.tokens[word]
        if token.relation != "conj" or token.start < own.span.end or token.end > main.end or not _is_of_one_form(view, step.act, word):
            continue
        if view.child(word, SUBJECTS) is not None:
            continue
        times = [t for t in scene.times if token.end <= t.span.start and t.span.end <= main.end and t.value is not None]
        if times and times[0].value != own.value and scene.is_ahead(times[0]):
            return word, times[0]
    return None


def _is_of_one_form(view: Text, one: int, other: int) -> bool:
    """Tell whether two verbs share what stands before the first: "meet" and "vote", "raised" and "abolished"."""
    a, b = view.tokens[one], view.tokens[other]
    return b.pos == "VERB" and (a.tag == b.tag or {a.tag, b.tag} <= {"VB", "VBP", "NN"} or {a.tag, b.tag} <= {"VBN", "VBD"})
