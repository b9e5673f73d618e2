"""How much an actor, a position and a sentence matter: by place, frequency, speaking and being spoken to, not by frequency alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.models import Span
from briefing.nlp.actor_signs import Cast
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.quotations import quotations
from briefing.nlp.steps import Step
from briefing.nlp.syntax import FINITE, Text
from briefing.nlp.worth import Worth

#: from this likelihood on an actor is listed, as is whoever holds something: of articles not learned from three in four are ones
ACTOR_FLOOR = 0.35
_SAYS = frozenset({"say", "tell", "add", "note", "explain", "reply"})
#: what hangs on a verb of speech without being what is said
_AROUND = frozenset({"nsubj", "aux", "advmod", "obl", "obl:unmarked", "cc", "discourse", "mark"})


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
    if not entity.spans:
        return Standing(0.0, 0.0)
    signs = cast.signs_of(entity)
    needed = worth.likelihood(signs, ())
    vital = worth.vital.likelihood(signs, ()) if worth.vital is not None else needed
    return Standing(needed, (needed + vital) / 2)


def position_salience(held: Held, standing: dict[int, float], view: Text, *, body_start: int) -> float:
    """Score a position from 0 to 1 by its holder, its kind and its place."""
    holder = max((standing.get(id(a), 0.0) for a in held.actors), default=0.0)
    length = max(1, len(view.text) - body_start)
    place = 1 - (held.content[0].start - body_start) / length
    kind = {"statement": 0.0, "praise": 0.03, "support": 0.08, "warning": 0.10}.get(held.kind, 0.14)
    size = sum(e - s for s, e in held.content)
    score = 0.45 * holder + 0.25 * place + kind + (0.06 if held.quoted else 0.0)
    score -= 0.15 if size < 20 else 0.0
    return max(0.0, min(1.0, score * (0.6 + 0.4 * held.confidence)))


def step_salience(step: Step, standing: dict[int, float]) -> float:
    """Score a next step from 0 to 1: what is likely one, dated, and done by those who matter first."""
    who = max((standing.get(id(e), 0.0) for e in step.who), default=0.0)
    dated = 0.2 if step.when is not None and step.when.value is not None else 0.0
    return max(0.0, min(1.0, 0.6 * step.importance + 0.3 * who + dated)) * (0.4 + 0.6 * step.confidence)


def summary_sentences(
    view: Text, held: Sequence[Held], steps: Sequence[Step], standing: dict[int, float], *, body_start: int
) -> tuple[Span, ...]:
    """Choose up to four whole sentences: what happened, who stands where, what comes next; in the text's own order."""
    first = next((n for n, s in enumerate(view.sentences) if s.start >= body_start and _is_whole(view, n)), None)
    if first is None:
        return ()
    chosen = [first]
    stands: list[tuple[float, int]] = []
    for position in held:
        number = view.sentence_at(position.content[0].start)
        if number in chosen or not _is_whole(view, number) or not position.actors:
            continue
        weight = max(standing.get(id(a), 0.0) for a in position.actors) + (0.2 if position.kind != "statement" else 0.0)
        stands.append((weight - 0.002 * len(view.slice(view.sentences[number])) - 0.3 * _leans(view, number), -number))
    for _, negative in sorted(stands, reverse=True):
        if -negative not in chosen and len(chosen) < 3:
            chosen.append(-negative)
    ahead: list[tuple[float, int]] = []
    for step in steps:
        number = view.sentence_at(step.main.start)
        if number not in chosen and _is_whole(view, number):
            ahead.append((step_salience(step, standing) - 0.3 * _leans(view, number), -number))
    if ahead:
        chosen.append(-max(ahead)[1])
    return tuple(view.sentences[n] for n in sorted(chosen))


def _is_attribution_alone(view: Text, number: int) -> bool:
    """Tell whether a sentence only says who speaks, to whom and when, and nothing of what is said: "the chief told reporters"."""
    words = view.sentence_words[number]
    root = next((w for w in words if view.tokens[w].relation == "root"), None)
    if root is None or view.lemma(root) not in _SAYS or any(view.tokens[w].text in '“”"«»' for w in words):
        return False
    listener = {"obj", "iobj"} if view.lemma(root) == "tell" else set()
    return all(view.tokens[c].relation in _AROUND | listener or view.tokens[c].pos == "PUNCT" for c in view.children[root])


def _is_whole(view: Text, number: int) -> bool:
    """Tell whether a sentence stands as one: it has a finite verb, ends in a full stop and is neither a scrap nor endless."""
    words = view.sentence_words[number]
    text = view.slice(view.sentences[number]).rstrip("”\"’'")
    finite = any(view.tokens[w].tag in FINITE for w in words)
    whole = finite and 6 <= len(words) <= 70 and text.endswith((".", "!", "?")) and not _is_attribution_alone(view, number)
    return whole and _stands_alone(view, view.sentences[number])


def _stands_alone(view: Text, sentence: Span) -> bool:
    """Tell whether a sentence neither lies in a quotation that is longer, nor is one whose speaker another sentence names."""
    inside = [q for q in quotations(view.text) if q.meets(sentence)]
    if any(q.start < sentence.start or q.end > sentence.end for q in inside):
        return False
    spoken = [w for w in view.words(inside) if view.tokens[w].pos != "PUNCT"]
    return len([w for w in view.words([sentence]) if view.tokens[w].pos != "PUNCT"]) - len(spoken) >= 2


def _leans(view: Text, number: int) -> bool:
    """Tell whether a sentence opens with a word that leans on the one before."""
    word = view.sentence_words[number][0]
    return view.tokens[word].text.lower() in (
        "he", "she", "it", "they", "this", "that", "these", "those", "but", "and", "also", "however", "meanwhile", "“",
    )  # fmt: skip
