"""The term that somebody has or is given for an act: "gave the firm 90 days to comply"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.models import Span, TemporalExpression
from briefing.nlp.entities import Entity
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.record import Scene
from briefing.nlp.steps.verbs import read_group, subject_of

_LASTS: Final = frozenset({"last", "remain", "stay", "continue", "keep", "run"})
_TILL: Final = ("until", "till", "through", "to ")


def term_given(scene: Scene, verb: int) -> TemporalExpression | None:
    """The term between "give" and the infinitive that it is given for."""
    view, give = scene.view, read_group(scene.view, verb).governor
    if give is None or view.lemma(give) != "give":
        return None
    terms = scene.times_in(Span(view.tokens[give].end, view.tokens[verb].start))
    return next((t for t in terms if t.deadline and scene.is_open(t)), None)


def without_deadline(scene: Scene, verb: int, time: TemporalExpression | None) -> TemporalExpression | None:
    """The days that a state goes on, to which nobody is held: "the strike will last until June"."""
    view = scene.view
    lasts = view.lemma(verb) in _LASTS or any(view.lemma(w) in _LASTS for w in read_group(view, verb).chain)
    lasts = lasts or (view.lemma(verb) == "take" and view.child(verb, ("obj",)) is None)
    lasting = time is not None and time.deadline and lasts and view.slice(time.span).lower().startswith(_TILL)
    return replace(time, deadline=False) if time is not None and lasting else time


def given_before(scene: Scene, verb: int, pronoun: int) -> tuple[Entity, ...]:
    """Whom a pronoun means that is given a term: the only other body of the verb before: "fined the firm and gave it a week to"."""
    view, give = scene.view, read_group(scene.view, verb).governor
    if give is None or view.lemma(give) != "give" or view.tokens[give].relation != "conj" or not give < pronoun < verb:
        return ()
    before = Span(view.tokens[view.tokens[give].head].end, view.tokens[give].start)
    subject = subject_of(view, view.tokens[give].head)
    giver = scene.who(noun_phrase(view, subject)) if subject is not None else ()
    named = {id(e): e for _, e in scene.resolver.roster.at(before.start, before.end) if e.kind != "person" and e not in giver}
    return tuple(named.values()) if len(named) == 1 else ()
