"""Positions inside a content: what A says that B holds is B's, by way of A."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.contents import is_quoted, whole_content
from briefing.nlp.held import Held
from briefing.nlp.kinds import kind_of
from briefing.nlp.resolve import Resolver
from briefing.nlp.roster import Entity
from briefing.nlp.syntax import Text
from briefing.nlp.targets import target_of

_OWN = frozenset({"i", "we"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "may"})


def nested_positions(view: Text, resolver: Resolver, content: tuple[Span, ...], via: tuple[Entity, ...], confidence: float) -> list[Held]:
    """Positions that a content ascribes to somebody else: "both leaders told me that ..."."""
    words = view.words(content)
    inside = set(words)
    found: list[Held] = []
    for verb in view.verbs(words):
        token = view.tokens[verb]
        if view.lemma(verb) not in lexicon.NESTED or view.is_negated(verb) or set(view.auxiliaries(verb)) & _HYPOTHETICAL:
            continue
        subject = view.child(verb, ("nsubj",))
        if subject is None or subject not in inside or view.tokens[subject].text.lower() in _OWN | {"you", "who", "which", "that"}:
            continue
        said = view.child(verb, ("ccomp", "xcomp"))
        if said is None or said not in inside or said < verb:
            continue
        source = view.span_of([w for w in view.subtree(subject) if w in inside])
        actors = tuple(e for e in resolver.resolve([source], speaker=list(via)) if e not in via)
        if not actors:
            continue
        body = [w for w in view.subtree(said) if w in inside and w > verb]
        if len(body) < 3:
            continue
        cue = (Span(token.start, token.end),)
        span = whole_content(view, (view.span_of(body),), cue=cue, marks=())
        if not span:
            continue
        quoted = is_quoted(view.text, span)
        kind = kind_of(view, cue, span, actors, quoted=quoted)
        found.append(
            Held(
                actors=actors, via=via, source=(source,), cue=cue, content=span, kind=kind, quoted=quoted,
                target=target_of(view, resolver, kind, cue, span, actors), confidence=confidence * 0.8,
            )
        )  # fmt: skip
    return found
