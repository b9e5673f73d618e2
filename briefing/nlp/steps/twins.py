"""Keep one of the steps that say the same: in the same words, or again in another sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.models import TemporalExpression
from briefing.nlp.steps import words
from briefing.nlp.steps.ahead import AHEAD
from briefing.nlp.steps.record import Step
from briefing.nlp.steps.verbs import is_event
from briefing.nlp.syntax import Text

#: the share of the shorter span that both hold
_SAME_WORDS = 0.7
#: a plan that begins so many letters behind a demand is another step: "to shelve its plan to establish a bureau"
_NESTED = 10
#: the doubt of what another sentence has told, and the model reads as a step of its own: no briefing shows it beside the other
AGAIN: Final = "told again"
#: from this likelihood on its words tell what is still to happen
_OF_ITS_OWN: Final = 0.5
#: the share of the words of content that two sentences have in common
_SAME_SENSE, _FEWEST = 0.6, 3
#: an event is said to be by them: as its object, its subject or behind "with"
_HELD = frozenset({"hold", "take", "go", "proceed", "continue", "convene", "stage", "happen", "host", "organise", "organize"})
_PARTS = frozenset({"obj", "nsubj", "nsubj:pass", "obl"})
_EMPTY = (
    words.DUE | words.EXPECT | words.INTEND | words.SETTLED | words.MADE_UP | frozenset({"be", "have", "do", "take", "make", "hold", "go"})
)


def without_twins(view: Text, steps: list[Step]) -> list[Step]:
    """Keep the first of those that coincide, of those in no doubt; a date, doers or a fuller clause found by either are kept."""
    kept: list[Step] = []
    for step in sorted(steps, key=lambda s: bool(s.doubts)):
        place = next((i for i, other in enumerate(kept) if _is_twin(view, other, step)), None)
        if place is None:
            kept.append(step)
        else:
            kept[place] = _joined(kept[place], step)
    return _without_repeats(view, kept)


def _is_twin(view: Text, one: Step, other: Step) -> bool:
    a, b = one.main, other.main
    shared = min(a.end, b.end) - max(a.start, b.start)
    if shared < _SAME_WORDS * max(1, min(a.end - a.start, b.end - b.start)):
        return False
    first, second = sorted((one, other), key=lambda s: s.main.start)
    if first.kind == "requested" and second.kind == "committed" and second.main.start - first.main.start >= _NESTED:
        return False
    # "flies to Selm on Friday to press it to release them"
    return not (first.kind != "requested" and second.kind == "requested" and _is_errand(view, first, second))


def _is_errand(view: Text, first: Step, second: Step) -> bool:
    """Tell whether what is asked stands well inside an act that is done in order to ask it."""
    cue = second.cue
    asks = cue is not None and cue > first.act and view.tokens[cue].pos == "VERB"
    return asks and first.main.end >= second.main.end and second.main.start - first.main.start >= _NESTED


def _joined(first: Step, second: Step) -> Step:
    gains = first.when is None and second.when is not None
    return replace(
        first,
        what=second.what if gains and second.main.start >= first.main.start and second.main.end > first.main.end else first.what,
        who=first.who or second.who,
        when=first.when or second.when,
        importance=first.importance + (0.2 if gains else 0.0),
    )


def _without_repeats(view: Text, steps: list[Step]) -> list[Step]:
    """Of steps that say the same in several sentences keep the dated one, else the first, and none in doubt beside one that is not.

    What else of them the model reads as a step is in doubt; an event is the same whoever says that it will be held.
    """
    kept: list[tuple[Step, frozenset[str]]] = []
    again: list[Step] = []
    for step in sorted(steps, key=lambda s: (bool(s.doubts), AHEAD in s.doubts, s.main.start)):
        sense = _sense(view, step)
        place = next((i for i, (other, known) in enumerate(kept) if _says_again(view, other, known, step, sense)), None)
        if place is None:
            kept.append((step, sense))
        elif kept[place][0].when is None and step.when is not None and not step.doubts:
            kept[place] = (step, sense)
        elif _occasion(view, step) is None and view.reading is not None and view.reading.in_step(step.what) >= _OF_ITS_OWN:
            again.append(replace(step, doubts=(*step.doubts, AGAIN)))
    return [*(step for step, _ in kept), *again]


def _says_again(view: Text, a: Step, sense_a: frozenset[str], b: Step, sense_b: frozenset[str]) -> bool:
    if a.when is not None and b.when is not None and _is_other_day(view, a.when, b.when):
        return False
    if view.sentence_at(a.main.start) == view.sentence_at(b.main.start):
        return False
    occasion = _occasion(view, a)
    if occasion is not None and occasion == _occasion(view, b) and (a.when is None or b.when is None):
        return True
    if not _is_one_act(view, a, b):
        return False
    shared = len(sense_a & sense_b)
    return shared >= min(_FEWEST, len(sense_a), len(sense_b)) and shared >= 2 and shared >= _SAME_SENSE * min(len(sense_a), len(sense_b))


def _is_one_act(view: Text, a: Step, b: Step) -> bool:
    """Tell whether two steps have one verb, or are an act and the noun for it: "launch an inquiry" and "the launch of the inquiry"."""
    one, other = view.lemma(a.act), view.lemma(b.act)
    if one == other:
        return True
    inside = {view.lemma(w) for w in view.words(a.what)}, {view.lemma(w) for w in view.words(b.what)}
    return one in inside[1] or other in inside[0]


def _occasion(view: Text, step: Step) -> str | None:
    """The event of which a step only says that it will be: "hold its congress", "the congress will go ahead", "continue with it"."""
    if view.lemma(step.act) not in _HELD:
        return None
    event = next((c for c in view.children[step.act] if view.tokens[c].relation in _PARTS and is_event(view, c)), None)
    return None if event is None else view.lemma(event)


def _is_other_day(view: Text, a: TemporalExpression, b: TemporalExpression) -> bool:
    """Tell whether two times differ: by their days, or by their words where nobody knows the days."""
    if a.value is None and b.value is None:
        return view.slice(a.span).lower() != view.slice(b.span).lower()
    return a.value != b.value


def _sense(view: Text, step: Step) -> frozenset[str]:
    timed = set(view.words([step.when.span])) if step.when is not None else set()
    content = (w for w in view.words(step.what) if view.tokens[w].pos in ("NOUN", "VERB", "PROPN", "ADJ") and w not in timed)
    return frozenset(lemma for w in content if (lemma := view.lemma(w)) not in _EMPTY)
