"""What the model reads as still to happen where no rule finds an act: "a resumption of the talks in May", "a visit on the 21st".

Each is in doubt, and is listed only where its own signs and the model's say so (`weigh`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.models import Span, StepKind
from briefing.nlp.entities import Entity
from briefing.nlp.reading import Reading
from briefing.nlp.steps import words
from briefing.nlp.steps.ahead import AHEAD
from briefing.nlp.steps.asking import whom_asked
from briefing.nlp.steps.clauses import with_time
from briefing.nlp.steps.conditions import condition_of, in_question, is_denied
from briefing.nlp.steps.doers import doer_of
from briefing.nlp.steps.modals import Future, is_law
from briefing.nlp.steps.prospects import is_of_each_year, is_regular
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import is_event, read_group, subject_of
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import PRESENT, trim

#: the doubt that every one of them is in
READ: Final = "only read"
#: stretches below this likelihood are not even weighed
_LEAST: Final = 0.25
#: so much of a stretch may be in an act that a rule finds
_SHARED: Final = 0.5
_FEWEST: Final = 3
#: so many words tell something beside a time
_TELLING: Final = 2
_POSSIBLE: Final = frozenset({"may", "might", "could", "can"})
#: one tells an act; no clause ends with the others
_VERBS: Final = frozenset({"VERB", "AUX"})
_LEADS_ON: Final = frozenset({"ADP", "PART", "DET", "CCONJ", "SCONJ"})


def read_steps(scene: Scene, taken: Spans) -> list[Step]:
    """The stretches that the model reads as steps beside the acts taken."""
    reading = scene.view.reading
    if reading is None:
        return []
    return [s for found in reading.steps(least=_LEAST) if (s := _step(scene, reading, found, taken)) is not None]


def _step(scene: Scene, reading: Reading, found: Span, taken: Spans) -> Step | None:
    view = scene.view
    span = trim(view.text, found)
    inside = view.words([span])
    if len(inside) < _FEWEST or any(_share(span, Span(*other)) > _SHARED for other in taken.meeting(*span)):
        return None
    act = view.head_of(inside)
    if act is None or view.tokens[inside[-1]].pos in _LEADS_ON:
        return None
    if not is_event(view, act) and not any(view.tokens[w].pos in _VERBS for w in inside):
        return None
    if _is_ruled_out(scene, act, inside):
        return None
    span = with_time(view, span, scene.times)
    times = scene.times_in(span)
    when = scene.time_of(span, act) or next((t for t in times if scene.is_open(t)), None)
    timed = {w for t in times for w in view.words([t.span])}
    if (times and when is None) or sum(w not in timed for w in inside) < _TELLING:
        return None  # a day gone by, or "Updated 14 December"
    kind = reading.step_kind(span)
    who = _doer(scene, act, kind, dated=when is not None)
    return Step(what=(span,), who=who, when=when, kind=kind, importance=0.2, act=act, doubts=(AHEAD, READ))


def _is_ruled_out(scene: Scene, act: int, inside: Sequence[int]) -> bool:
    """Tell whether an act is denied, asked about, conditional, only possible, given up, over or a state: what the finders pass over."""
    view = scene.view
    group = read_group(view, act)
    if any(view.lemma(w) in words.GIVEN_UP for w in inside) or is_law(scene, act) or is_of_each_year([view.low(w) for w in inside]):
        return True
    if group.negated or in_question(view, act) or condition_of(view, act) == "inside" or group.modal in _POSSIBLE:
        return True
    if is_denied(view, act) or is_regular(scene, view.span_of(list(inside))):
        return True
    if group.modal == "would" and condition_of(view, act) is not None:
        return True  # "if the cabinet approves it, the sale would be completed in March"
    plain = group.modal is None and not group.infinitive
    if plain and (view.tokens[act].tag == "VBD" or any(view.tokens[c].relation == "cop" for c in view.children[act])):
        return True  # it was, or it is so
    leading = read_group(view, group.governor).chain if group.governor is not None else []
    if plain and view.tokens[act].tag in PRESENT and view.tokens[act].relation == "advcl":
        return True  # "as demand for trips rises"
    return any(view.lemma(w) == "have" for w in (*group.chain, *leading))


def _doer(scene: Scene, act: int, kind: StepKind, *, dated: bool) -> tuple[Entity, ...]:
    view = scene.view
    if view.tokens[act].pos not in _VERBS:
        return ()
    governor = read_group(view, act).governor
    if kind == "requested" and governor is not None and view.tokens[governor].pos == "VERB":
        asked = whom_asked(scene, governor, act)
        if asked:
            return asked
    return doer_of(scene, act, Future(kind=kind, subject=subject_of(view, act)), scene.said(act), dated=dated)


def _share(span: Span, other: Span) -> float:
    """How much of the shorter of two lies in the other."""
    shared = min(span.end, other.end) - max(span.start, other.start)
    return shared / max(1, min(span.end - span.start, other.end - other.start))
