"""The term that somebody has or is given for an act: "gave the firm 90 days to comply"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.models import Span, TemporalExpression
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.record import Scene
from briefing.nlp.steps.verbs import read_group, subject_of
from briefing.nlp.temporal import extract_times
from briefing.nlp.temporal.vocabulary import MONTH_NAMES

_LASTS: Final = frozenset({"last", "remain", "stay", "continue", "keep", "run"})
_NOT_BEFORE: Final = re.compile(r"(?:before|until|till) (?:at least )?", re.IGNORECASE)
_MONTH: Final = re.compile("|".join(MONTH_NAMES), re.IGNORECASE)
_TILL: Final = ("until", "till", "through", "to ")


def term_given(scene: Scene, verb: int) -> TemporalExpression | None:
    """The term between "give" or "have" and the infinitive that it is given for."""
    view, give = scene.view, holder_of_term(scene, read_group(scene.view, verb).governor)
    if give is None or view.lemma(give) not in ("give", "have"):
        return None
    terms = scene.times_in(Span(view.tokens[give].end, view.tokens[verb].start))
    return next((t for t in terms if t.deadline and scene.is_open(t)), None)


def holder_of_term(scene: Scene, governor: int | None) -> int | None:
    """The "have" or "give" of an infinitive that the tree hangs on the term itself: "has 21 days to rule"; else its governor."""
    if governor is None or not scene.is_time(governor) or scene.view.tokens[governor].pos == "VERB":
        return governor
    head = scene.view.tokens[governor].head
    return head if head < governor and scene.view.lemma(head) in ("have", "give") else governor


def bounded_below(scene: Scene, verb: int) -> TemporalExpression | None:
    """The days from which on something may be that is not before them: "no verdict is expected before May 3"."""
    view, day = scene.view, scene.published
    if not read_group(view, verb).negated or day is None:
        return None
    behind = next(iter(scene.times_from(view.tokens[verb].end + 1, view.tokens[verb].end + 2)), None)
    bound = _NOT_BEFORE.match(view.slice(behind.span)) if behind is not None else None
    if behind is None or bound is None:
        return None
    core = Span(behind.span.start + bound.end(), behind.span.end)
    said = view.slice(core)
    told = f"in {said}" if _MONTH.fullmatch(said) else said  # "June" alone may be a name
    read = extract_times(told, published=day, tense_at=lambda _: "future")
    if len(read) != 1 or read[0].value is None or read[0].value.start <= day:
        return None
    return replace(read[0], span=behind.span, deadline=False)


def without_deadline(scene: Scene, verb: int, time: TemporalExpression | None) -> TemporalExpression | None:
    """The days that a state goes on, to which nobody is held: "the strike will last until June"."""
    view = scene.view
    lasts = view.lemma(verb) in _LASTS or any(view.lemma(w) in _LASTS for w in read_group(view, verb).chain)
    lasts = lasts or view.low(verb) in words.OPEN_TILL - {"open"}
    lasts = lasts or (view.lemma(verb) == "take" and view.child(verb, ("obj",)) is None)
    lasting = time is not None and time.deadline and lasts and view.slice(time.span).lower().startswith(_TILL)
    return replace(time, deadline=False) if time is not None and lasting else time


def given_before(scene: Scene, verb: int, pronoun: int) -> tuple[Entity, ...] | None:
    """Whom a pronoun means that is given a term: the only other body of the verb before: "fined the firm and gave it a week to".

    Nobody where no one is known, for nobody gives himself a term; None where no term is given.
    """
    view, give = scene.view, read_group(scene.view, verb).governor
    if give is None or view.lemma(give) != "give" or view.tokens[give].relation != "conj" or not give < pronoun < verb:
        return None
    first = view.tokens[give].head
    before = Span(view.tokens[first].end, view.tokens[give].start)
    subject = subject_of(view, first)
    giver = scene.who(noun_phrase(view, subject)) if subject is not None else ()
    inside = view.words([before])
    written = {view.slice(Span(view.tokens[w].start, view.tokens[w].end)) for w in inside if view.tokens[w].pos == "PROPN"}
    named = [e for _, e in scene.resolver.roster.at(before.start, before.end)]
    # a name that only other sentences show to be one: "fined the messaging firm Harbourly 90 million"
    named += [e for e in scene.resolver.roster.entities if e.name in written]
    obj = view.child(first, ("obj",))
    called = obj is not None and view.lemma(obj) in lexicon.BODY_NOUNS  # "the firm Harbourly" is one, whatever the name looks like
    others = {id(e): e for e in named if (called or e.kind != "person") and e not in giver}
    return tuple(others.values()) if len(others) == 1 else ()
