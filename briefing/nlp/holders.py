"""Whom the sentence of an attribution gives as the holder of its content: its source, or the subject of its cue."""

from __future__ import annotations

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.beside import stands_beside
from briefing.nlp.bystanders import filed_by, is_spoken_of, subject_over
from briefing.nlp.entities import Entity
from briefing.nlp.phrases import body_at_end
from briefing.nlp.resolve import Resolver
from briefing.nlp.speakers import doer_of, speaker_of
from briefing.nlp.strangers import is_he_or_she
from briefing.nlp.stretches import overlap
from briefing.nlp.syntax import Text

_PLACES = frozenset({"from", "in", "at", "near", "outside", "inside", "to"})


def who_holds(
    view: Text, resolver: Resolver, attribution: Attribution, around: tuple[Entity, ...], *, but: tuple[Entity, ...] = ()
) -> tuple[tuple[Span, ...], tuple[Entity, ...]]:
    """The source and whom it means; where it means nobody ("a report said"), the subject of the cue, if that means somebody."""
    if not attribution.source:
        subject = doer_of(view, attribution.cue, attribution.content)
        doers = tuple(resolver.speaker_of([subject], attribution.cue, attribution.content, around=[])) if subject is not None else ()
        if not doers and (subject := stands_beside(view, resolver.roster, attribution)) is not None:
            doers = tuple(resolver.resolve([subject]))
        return ((subject,), doers) if subject is not None and doers else ((), ())
    if _is_agent_elsewhere(view, attribution):
        # "the wing, backed by Mara Stone, demands": she is not the one that does
        subject = speaker_of(view, attribution.cue, attribution.content)
        if is_spoken_of(view, attribution) and (subject is None or overlap((subject,), attribution.source)):
            subject = subject_over(view, attribution.cue)
        return ((subject,), tuple(resolver.resolve([subject], speaker=list(around)))) if subject is not None else (attribution.source, ())
    if (filed := filed_by(view, attribution.cue)) is not None:
        # "the court dismissed a petition filed by the union challenging the law"
        return ((filed,), tuple(resolver.resolve([filed], speaker=list(around)))) if filed.end > filed.start else ((), ())
    if but and is_he_or_she(view, attribution.source):
        return attribution.source, tuple(resolver.met(attribution.source[0].start, but=but))
    actors = tuple(resolver.speaker_of(attribution.source, attribution.cue, attribution.content, around=list(around)))
    office = all(a.nominal for a in actors) or (all(a.kind != "person" for a in actors) and _is_office(view, attribution.source))
    if office and (named := _named_last(view, resolver, attribution)):
        return attribution.source, named
    if not actors and attribution.cue and not but:
        subject = speaker_of(view, attribution.cue, attribution.content)
        if subject is not None and not overlap((subject,), attribution.source):
            named = tuple(resolver.resolve([subject], speaker=list(around)))
            if named:
                return (subject,), named
    return attribution.source, actors or tuple(body_at_end(view, resolver.roster, attribution.source))


def _named_last(view: Text, resolver: Resolver, attribution: Attribution) -> tuple[Entity, ...]:
    """The person whose name stands behind an office that is a source, right before the cue: "The spokesman for one of the tribes, Ada
    Quill said", "A council spokesman, Ada Quill, said"."""
    start, end = attribution.source[-1].end, attribution.cue[0].start if attribution.cue else 0
    if not start < end or view.sentence_at(start) != view.sentence_at(end):
        return ()
    near = [(s, e) for s, e in resolver.roster.at(start, end) if s.start >= start and not view.text[s.end : end].strip(" ,")]
    return tuple(e for s, e in near if e.kind == "person" and not e.nominal and view.text[: s.start].endswith(", "))[-1:]


def _is_office(view: Text, source: tuple[Span, ...]) -> bool:
    """Tell whether a source is one person by office, whosever it is: "chief executive officer of Harbour Air"."""
    head = view.head_of(view.words(source))
    return head is not None and view.low(head) in lexicon.PERSON_NOUNS


def _is_agent_elsewhere(view: Text, attribution: Attribution) -> bool:
    """Tell whether a source is the agent or the place of another verb that stands before the cue: "came from the court, holding"."""
    head = view.head_of(view.words(attribution.source))
    if head is None or not attribution.cue or view.tokens[head].end >= attribution.cue[0].start:
        return False
    if is_spoken_of(view, attribution):
        return True
    if view.tokens[head].head in view.words(attribution.cue):
        return False
    case = view.child(head, ("case",))
    place = view.tokens[head].relation == "obl" and case is not None and view.lemma(case) in _PLACES
    return view.tokens[head].relation == "obl:agent" or place
