"""How much an actor, a position and a step matter: by place, frequency, speaking and being spoken to, not by frequency alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.nlp.actor_signs import Cast
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.position_signs import Claims
from briefing.nlp.steps import Step
from briefing.nlp.syntax import Text
from briefing.nlp.worth import Worth

#: from this likelihood on an actor is listed, as is whoever holds something: of articles not learned from three in four are ones
ACTOR_FLOOR = 0.35


def count_voices(held: Sequence[Held], steps: Sequence[Step], entities: Sequence[Entity], view: Text) -> None:
    """Note on each entity how often it holds a position, is the target of one, is to do something, and is a subject."""
    voices = Counter(e for p in held for e in set(p.actors))
    targets = Counter(p.target for p in held if p.target is not None)
    targets.update(e for s in steps if s.kind == "requested" for e in set(s.who))
    for entity in entities:
        entity.voices, entity.targets = voices[entity], targets[entity]
        entity.subjects = 0
        for span in entity.spans:
            head = view.head_of(view.words([span]))
            if head is not None and entity.kind == "person" and view.tokens[head].relation == "appos":
                # "The chairman, Jon Hale, apologised"
                head = view.tokens[head].head
            if head is not None and _does_something(view, head):
                entity.subjects += 1


def _does_something(view: Text, head: int) -> bool:
    """Tell whether a name is the subject of a verb, or whom something is done by: "was pushed through by the Harbour Party"."""
    token, case = view.tokens[head], view.child(head, ("case",))
    agent = token.relation == "obl:agent" or (token.relation in ("obl", "nmod") and case is not None and view.lemma(case) == "by")
    verb = view.tokens[token.head]
    passive = agent and (verb.tag == "VBN" or view.child(token.head, ("aux:pass",)) is not None)
    return verb.pos == "VERB" and (passive or token.relation in ("nsubj", "nsubj:pass"))


class Standing(NamedTuple):
    """How likely it is that a reader needs an actor named, and how much it matters, both from 0 to 1."""

    needed: float
    salience: float


def actor_standing(entity: Entity, cast: Cast, worth: Worth) -> Standing:
    """Weigh an actor by what was learned from articles whose actors were told by reading (training/actors.py).

    Salience is the mean of how likely a reader needs it named and how likely a briefing without it is wrong.
    """
    signs = cast.signs_of(entity)
    needed = worth.likelihood(signs, ())
    vital = worth.vital.likelihood(signs, ()) if worth.vital is not None else needed
    return Standing(needed, (needed + vital) / 2)


def position_salience(held: Held, claims: Claims, standing: dict[int, float], worth: Worth) -> float:
    """Score a position, from 0 to 1, by what was learned from articles whose positions were weighed by reading (training/positions.py).

    It is the mean of how likely a briefing should have it and how likely one without it is wrong, as held by who matters most of its
    holders.
    """
    signs = claims.signs_of(held, max(held.actors, key=lambda a: standing.get(id(a), 0.0), default=None))
    worthy = worth.likelihood(signs, ())
    vital = worth.vital.likelihood(signs, ()) if worth.vital is not None else worthy
    return (worthy + vital) / 2


def step_salience(step: Step, standing: dict[int, float]) -> float:
    """Score a next step from 0 to 1: what is likely one, dated, and done by those who matter first."""
    who = max((standing.get(id(e), 0.0) for e in step.who), default=0.0)
    dated = 0.2 if step.when is not None and step.when.value is not None else 0.0
    return max(0.0, min(1.0, 0.6 * step.importance + 0.3 * who + dated)) * (0.4 + 0.6 * step.confidence)
