"""Attributions → positions of actors: whose, of what kind, towards whom, quoted or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.models import Attribution, PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.kinds import kind_of, main_verb
from briefing.nlp.resolve import Resolver
from briefing.nlp.roster import Entity
from briefing.nlp.syntax import Text, trim

_OPENING, _CLOSING = "“«„", "”»"
#: what is left of the confidence in speech that is denied or imagined; below what a briefing shows
_IMAGINED = 0.3
_OWN = frozenset({"i", "we"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "may"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A position while names are not yet final: the entities instead of their names."""

    actors: tuple[Entity, ...]
    via: tuple[Entity, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: PositionKind
    quoted: bool
    target: Entity | None
    confidence: float


def clean_content(view: Text, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Trim each piece to the content itself and join pieces that only marks and white space part."""
    out: list[Span] = []
    for span in sorted(spans):
        trimmed = trim(view.text, span)
        if trimmed.end <= trimmed.start:
            continue
        if out and not re.search(r"\w", view.text[out[-1].end : trimmed.start]):
            joined = Span(out[-1].start, trimmed.end)
            out[-1] = trim(view.text, joined)
        else:
            out.append(trimmed)
    return tuple(out)


def is_quoted(text: str, spans: tuple[Span, ...]) -> bool:
    """Tell whether a content lies wholly or mainly inside quotation marks."""
    inside = total = 0
    for start, end in spans:
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        open_ = False
        for place in range(line, end):
            char = text[place]
            if char in _OPENING or (char == '"' and not open_):
                open_ = True
            elif char in _CLOSING or char == '"':
                open_ = False
            elif place >= start and not char.isspace():
                total += 1
                inside += open_
    return total > 0 and inside / total > 0.5


def is_hypothetical(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether the cue denies or only imagines the speech: "did not say", "would say", "if he says"."""
    words = view.words(cue)
    head = view.head_of(words)
    if head is None or view.tokens[head].pos not in ("VERB", "AUX"):
        return False
    if view.is_negated(head) and view.lemma(head) in (
        "say",
        "tell",
        "comment",
        "mention",
        "specify",
        "elaborate",
        "respond",
        "confirm",
    ):
        return True
    auxiliaries = set(view.auxiliaries(head))
    if auxiliaries & _HYPOTHETICAL and view.lemma(head) in ("say", "tell", "argue", "think", "ask", "call"):
        return True
    marks = {view.lemma(c) for c in view.children[head] if view.tokens[c].relation == "mark"}
    return bool(marks & {"if", "unless", "whether"})


def target_of(
    view: Text,
    resolver: Resolver,
    kind: PositionKind,
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    actors: tuple[Entity, ...],
) -> Entity | None:
    """Whom a position is directed at: the addressee of a demand, who is blamed, what is supported or opposed."""
    if kind in ("statement", "warning", "denial", "commitment", "offer") or not content:
        candidates = _between(resolver, cue, content)
        return next((e for e in candidates if e not in actors), None)
    words = view.words(content)
    if kind == "demand":
        between = [e for e in _between(resolver, cue, content) if e not in actors]
        if between:
            return between[0]
        verb = main_verb(view, words)
        subject = view.subject(verb) if verb is not None else None
        if subject is not None and subject in set(words):
            found = [e for _, e in resolver.roster.at(view.tokens[subject].start, view.tokens[subject].end)]
            return next((e for e in found if e not in actors), None)
        asked = addressees(view, resolver, cue, content, actors)
        if asked:
            return asked[0] if len(asked) == 1 else None
        first = resolver.roster.at(content[0].start, min(content[0].end, content[0].start + 40))
        return next((e for s, e in first if s.start - content[0].start <= 4 and e not in actors), None)
    start = min([content[0].start, *(c.end for c in cue if c.end <= content[0].start)])
    verb = main_verb(view, words) if kind != "blame" else None
    subject = view.subject(verb) if verb is not None else None
    if verb is not None and subject is not None and subject in set(words) and subject < verb:
        # who opposes is not what is opposed
        start = max(start, view.tokens[verb].start)
    inside = resolver.roster.at(start, content[-1].end)
    return next((e for _, e in inside if e not in actors), None)


def addressees(
    view: Text, resolver: Resolver, cue: tuple[Span, ...], content: tuple[Span, ...], actors: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """Whom a demand is made of, between the cue and the infinitive: "urged the sides to meet", "urged that country's president to"."""
    begin = content[0].start
    if cue and cue[-1].end <= begin and begin - cue[-1].end < 60:
        begin = cue[-1].end
    words: list[int] = []
    for word in view.words([Span(begin, content[-1].end)]):
        token = view.tokens[word]
        if token.tag == "TO":
            break
        if token.tag.startswith(("VB", "MD")) or token.text in '“”"' or len(words) > 12:
            return ()
        if token.text.lower() not in ("that", "for", "on", "upon") or token.tag == "DT":
            words.append(word)
    else:
        return ()
    if not words:
        return ()
    return tuple(e for e in resolver.resolve([view.span_of(words)], speaker=list(actors)) if e not in actors)


def _between(resolver: Resolver, cue: tuple[Span, ...], content: tuple[Span, ...]) -> list[Entity]:
    """The entities named between the cue and the content ("told reporters", "called on Azerbaijan to")."""
    if not cue or not content:
        return []
    start, end = cue[-1].end, content[0].start
    if not 0 <= end - start <= 80:
        return []
    return [e for _, e in resolver.roster.at(start, end)]


# ------------------------------------------------------------------------------------------ straight line


def hold_positions(view: Text, resolver: Resolver, attributions: tuple[Attribution, ...]) -> list[Held]:
    """Resolve every attribution, in text order, to positions; add those that contents ascribe to others."""
    held: list[Held] = []
    previous: tuple[Entity, ...] = ()
    previous_end = -1
    for attribution in sorted(attributions, key=lambda a: min(s.start for s in a.content)):
        content = clean_content(view, attribution.content)
        if not content:
            continue
        # speech that is denied or imagined is found, but not trusted: nobody holds it
        confidence = attribution.confidence * (_IMAGINED if is_hypothetical(view, attribution.cue) else 1.0)
        quoted = is_quoted(view.text, content)
        actors = tuple(resolver.resolve(attribution.source)) if attribution.source else ()
        if not attribution.source and quoted and previous and _continues(view, previous_end, content[0].start):
            actors = previous
        kind = kind_of(view, attribution.cue, content, actors, quoted=quoted)
        at = attribution.source[0].start if attribution.source else content[0].start
        resolver.remember(at, list(actors))
        held.append(
            Held(
                actors=actors,
                via=(),
                source=attribution.source,
                cue=attribution.cue,
                content=content,
                kind=kind,
                quoted=quoted,
                target=target_of(view, resolver, kind, attribution.cue, content, actors),
                confidence=confidence,
            )
        )
        held += (n for n in _nested(view, resolver, content, actors, confidence) if not any(_overlap(n.cue, a.cue) for a in attributions))
        previous, previous_end = actors, content[-1].end
    return held


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a for y in b)


def _continues(view: Text, end: int, start: int) -> bool:
    """Tell whether a quotation follows another with nothing said between."""
    return 0 <= start - end < 400 and view.text.count("\n", end, start) <= 4


def _nested(view: Text, resolver: Resolver, content: tuple[Span, ...], via: tuple[Entity, ...], confidence: float) -> list[Held]:
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
        span = clean_content(view, (view.span_of(body),))
        cue = (Span(token.start, token.end),)
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
