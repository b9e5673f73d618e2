"""One document → its analysis: the order of the extraction's steps, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from briefing.models import LIKELY, Actor, Analysis, Annotation, Document, Mention, NextStep, Position, Referent, Span, TemporalExpression
from briefing.nlp.actor_signs import Cast
from briefing.nlp.acts import act_attributions
from briefing.nlp.answered import answered_claims
from briefing.nlp.attitudes import attitude_attributions
from briefing.nlp.attributions import UNTRUSTED, mend_attributions
from briefing.nlp.authors import authors_of
from briefing.nlp.candidates import add_candidates
from briefing.nlp.check import Check, go_on
from briefing.nlp.clause_tense import clause_tense
from briefing.nlp.conditions import with_conditions
from briefing.nlp.entities import Entity
from briefing.nlp.headlines import read_headlines
from briefing.nlp.held import Held
from briefing.nlp.homelands import tell_homelands
from briefing.nlp.in_full import body_of_land, body_with_whose, called_in_full, told_apart
from briefing.nlp.meant import persons_meant
from briefing.nlp.overheard import overheard_attributions
from briefing.nlp.own_nouns import noun_attributions
from briefing.nlp.parties import tell_parties
from briefing.nlp.passives import passive_attributions
from briefing.nlp.plain import placed, plain_document
from briefing.nlp.pointers import with_pointers, without_pointers
from briefing.nlp.position_signs import Claims
from briefing.nlp.positions import hold_positions
from briefing.nlp.quotations import with_marks
from briefing.nlp.readiness import readiness_attributions
from briefing.nlp.replies import reply_attributions
from briefing.nlp.resolutions import resolution_attributions
from briefing.nlp.resolve import Resolver
from briefing.nlp.roles import describe_persons
from briefing.nlp.roster import build_roster
from briefing.nlp.salience import ACTOR_FLOOR, actor_standing, count_voices, position_salience, step_salience
from briefing.nlp.sentence_signs import Sentences, Told
from briefing.nlp.signed import read_signatures
from briefing.nlp.stances import stance_attributions
from briefing.nlp.steps import Scene, Step, find_steps, listed_steps, weigh_steps
from briefing.nlp.summary import summary_sentences
from briefing.nlp.syntax import Text
from briefing.nlp.temporal import extract_times
from briefing.nlp.topic import Topic
from briefing.nlp.transcripts import read_transcript
from briefing.nlp.unnamed import is_nobody, is_told_by_body, is_told_by_name
from briefing.nlp.worth import Worth

#: counted up when the extraction's rules change: a briefing and an analysis say by which they were made (nlp/version.py keys the cache)
RULES_VERSION = "44"
_MOST_ACTORS = 40
#: words of a content that is told once where a text prints it twice
_TWICE = 6


class Annotates(Protocol):
    """What the extraction asks of a language model."""

    version: str
    worth: Worth
    standing: Worth
    weight: Worth
    gist: Worth

    def embed(self, text: str) -> tuple[float, ...]: ...

    def annotate_with_embedding(self, text: str) -> tuple[Annotation, tuple[float, ...]]: ...


def analyze_document(document: Document, *, annotator: Annotates, today: date, check: Check = go_on) -> Analysis:
    """Extract actors, positions, next steps, times and a summary from one document.

    ``check`` is called again and again meanwhile; what it raises ends the extraction.
    Without a date of its own a document leaves its relative times unresolved; a day of a month is then the one near ``today``.
    """
    document, plain = plain_document(document)
    analysis = _analyze_plain(document, annotator, today, check)
    return analysis if plain is None else placed(analysis, plain)


def _analyze_plain(document: Document, annotator: Annotates, today: date, check: Check) -> Analysis:
    # 1. what the model says of the text
    annotation, embedding = annotator.annotate_with_embedding(annotated_text(document))
    # 2. the times, who is there, who holds what
    scene = read_scene(document, annotation, today=today, check=check)
    view, held, roster = scene.view, scene.held, scene.resolver.roster
    # 3. what comes next
    steps = listed_steps(scene, weigh_steps(scene, find_steps(scene, headline=document.title_span), annotator))
    likely = [s for s in steps if s.confidence >= LIKELY]
    # 4. how much each matters
    cast = read_cast(scene, likely, document)
    weighed = {id(e): actor_standing(e, cast, annotator.standing) for e in roster.entities}
    standing = {entity: weight.salience for entity, weight in weighed.items()}
    listed = [e for e in roster.entities if (weighed[id(e)].needed >= ACTOR_FLOOR or e.voices) and not cast.is_only_press(e)]
    topic = Topic(view, body_start=document.body_start, title=document.title)
    claims = Claims(view, held, roster.entities, standing, topic, body_start=document.body_start)
    valued = [(p, position_salience(p, claims, standing, annotator.weight)) for p in held]
    # 5. which sentences tell it
    told = read_told(scene, document, topic, standing, valued, likely)
    summary = summary_sentences(view, topic, Sentences(told), annotator.gist)
    tell_homelands(view, roster, body_start=document.body_start)
    tell_parties(view, roster)
    names = _names(roster.entities, view)
    return Analysis(
        document=document.id,
        sentences=_behind(document.dateline, annotation.sentences),
        mentions=_mentions(annotation.mentions, document.body_start),
        times=tuple(scene.times),
        actors=_actors(listed, standing, names, view),
        positions=_positions(valued, names, view),
        next_steps=_steps(steps, standing, names, view.text),
        summary=_behind(document.dateline, summary),
        model_version=f"{annotator.version}+{RULES_VERSION}",
        embedding=embedding,
        referents=tuple(
            Referent(span=span, actor=names[id(person)], possessive=possessive)
            for span, person, possessive in persons_meant(view, roster, held)
            if id(person) in names
        ),
    )


def annotated_text(document: Document) -> str:
    """The text that a model reads of a document: where its dateline ends in a colon, as who speaks does, it ends in a dash."""
    text, dateline = document.text, document.dateline
    written = text[dateline.start : dateline.end].rstrip() if dateline is not None else ""
    if dateline is None or not written.endswith(":"):
        return text
    end = dateline.start + len(written)
    return text[: end - 1] + "—" + text[end:]


def read_scene(document: Document, annotation: Annotation, *, today: date, check: Check = go_on) -> Scene:
    """Read an annotated document up to its next steps: its times against its date, who is there, who holds what."""
    view = Text(document.text, annotation, check, dateline=document.dateline)
    times = tuple(
        t
        for t in extract_times(document.text, published=document.published, tense_at=clause_tense(view), today=today)
        if t.span.start >= document.body_start and view.words([t.span])  # what no word begins in is a part of one
    )
    roster = build_roster(view, body_start=document.body_start)
    describe_persons(view, roster)
    resolver = Resolver(view=view, roster=roster)
    mended = mend_attributions(view, annotation.attributions, body_start=document.body_start)
    attributions, pointers = without_pointers(view, mended)
    attributions = read_headlines(view, resolver, attributions, body_start=document.body_start)
    attributions = read_signatures(view, resolver, attributions, body_start=document.body_start)
    attributions = read_transcript(view, resolver, attributions, body_start=document.body_start)
    attributions = resolution_attributions(view, resolver, attributions, body_start=document.body_start)
    attributions += stance_attributions(view, resolver, attributions, body_start=document.body_start)
    attributions = passive_attributions(view, resolver, attributions, body_start=document.body_start)
    attributions = attitude_attributions(view, resolver, attributions, body_start=document.body_start)
    attributions = act_attributions(view, resolver, attributions, body_start=document.body_start)
    attributions = noun_attributions(view, resolver, attributions, body_start=document.body_start)
    attributions = answered_claims(view, resolver, attributions, body_start=document.body_start)
    authors = authors_of(view, resolver)
    attributions += readiness_attributions(view, resolver, authors, attributions, body_start=document.body_start)
    attributions += reply_attributions(view, resolver, attributions, body_start=document.body_start)
    attributions = overheard_attributions(view, resolver, attributions, body_start=document.body_start)
    attributions = with_conditions(view, with_pointers(attributions, pointers))
    held = hold_positions(view, resolver, sorted(attributions, key=lambda a: a.content[0].start), authors)
    return Scene(view=view, resolver=resolver, held=held, authors=authors, times=times, published=document.published, today=today)


def read_cast(scene: Scene, steps: Sequence[Step], document: Document) -> Cast:
    """Read who may be an actor of a document, when it is known who holds what and who is to do what."""
    roster, start = scene.resolver.roster, document.body_start
    add_candidates(scene.view, scene.resolver, body_start=start)
    for entity in roster.entities:
        entity.spans.sort()
    count_voices(scene.held, steps, roster.entities, scene.view)
    return Cast(scene, steps, body_start=start, title=document.title_span, dateline=document.dateline)


def read_told(
    scene: Scene, document: Document, topic: Topic, standing: dict[int, float], valued: Sequence[tuple[Held, float]], steps: Sequence[Step]
) -> Told:
    """Put together what is known of a document when its sentences are weighed."""
    return Told(
        view=scene.view,
        topic=topic,
        entities=scene.resolver.roster.entities,
        standing=standing,
        held=valued,
        steps=[(step, step_salience(step, standing)) for step in steps],
        times=scene.times,
        published=document.published,
        body_start=document.body_start,
    )


def _behind(dateline: Span | None, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Begin the sentence that the dateline stands before behind it."""
    if dateline is None:
        return sentences
    return tuple(Span(dateline.end, s.end) if s.start <= dateline.start < dateline.end < s.end else s for s in sentences)


def _mentions(mentions: tuple[Mention, ...], body_start: int) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if m.span.start >= body_start)


def _names(entities: list[Entity], view: Text) -> dict[int, str]:
    """A name for each entity, no two alike."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    for entity in entities:
        fuller = told_apart(entity, view) or body_with_whose(entity, view) or body_of_land(entity, view)
        name = fuller or entity.name or next(iter(entity.forms))
        if name in taken:
            name = next((f for f in entity.forms if f not in taken), f"{name} ({entity.kind})")
            name = name if name not in taken else f"{name} {len(taken)}"
        names[id(entity)] = name
        taken.add(name)
    return names


def _actors(entities: list[Entity], standing: dict[int, float], names: dict[int, str], view: Text) -> tuple[Actor, ...]:
    ranked = sorted(entities, key=lambda e: (-standing[id(e)], e.spans[0]))
    return tuple(
        Actor(
            name=names[id(e)],
            kind=e.kind,
            role=e.role,
            affiliation=e.affiliation,
            aliases=tuple(sorted({*e.forms, *called_in_full(e, view)} - {names[id(e)]})),
            salience=round(standing[id(e)], 3),
            mentions=tuple(e.spans),
            misspelled=tuple(sorted(e.misspelled)),
        )
        for e in ranked[:_MOST_ACTORS]
    )


def _positions(valued: Sequence[tuple[Held, float]], names: dict[int, str], view: Text) -> tuple[Position, ...]:
    """The positions, each once: a text may print a passage twice."""
    found: list[Position] = []
    told: set[tuple[str | None, str]] = set()
    lands = view.lands.all_names()
    for position, salience in valued:
        words = " ".join(view.slice(s) for s in position.content).split()
        for actor in position.actors or (None,):
            said = (names.get(id(actor)) if actor is not None else None, " ".join(words))
            if said in told and len(words) >= _TWICE:
                continue
            told.add(said)
            unknown = actor is not None and is_nobody(actor) and not (is_told_by_name(actor, lands) or is_told_by_body(actor))
            found.append(
                Position(
                    actor=names.get(id(actor)) if actor is not None else None,
                    source=position.source,
                    cue=position.cue,
                    content=tuple(with_marks(view.text, s) for s in position.content),
                    kind=position.kind,
                    quoted=position.quoted,
                    target=names.get(id(position.target)) if position.target is not None and not is_nobody(position.target) else None,
                    via=names.get(id(position.via[0])) if position.via else None,
                    salience=round(salience, 3),
                    confidence=round(position.confidence * (UNTRUSTED if unknown else 1.0), 3),
                )
            )
    return tuple(sorted(found, key=lambda p: (-p.salience, p.content)))


def _steps(steps: list[Step], standing: dict[int, float], names: dict[int, str], text: str) -> tuple[NextStep, ...]:
    found = []
    for step in steps:
        when: TemporalExpression | None = step.when
        found.append(
            NextStep(
                what=tuple(with_marks(text, s) for s in step.what),
                who=tuple(dict.fromkeys(names[id(e)] for e in step.who if id(e) in names)),
                when=(when.span,) if when is not None else (),
                value=when.value if when is not None else None,
                grain=when.grain if when is not None else "interval",
                deadline=when.deadline if when is not None else False,
                kind=step.kind,
                salience=round(step_salience(step, standing), 3),
                confidence=round(step.confidence, 3),
            )
        )
    return tuple(sorted(found, key=lambda s: (-s.salience, s.what)))
