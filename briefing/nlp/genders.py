"""Which pronoun the text uses of a person."""

from __future__ import annotations

from collections import defaultdict

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.syntax import Text


def read_genders(view: Text, roster: Roster) -> None:
    """A sentence that names one person, and behind the name uses pronouns of one gender alone, votes for that gender; so does who goes on
    speaking in the next one. What is told in what the person says counts only where nothing else does: it may be of another."""
    votes: dict[Entity, list[str]] = {}
    weak: dict[Entity, list[str]] = {}
    people: dict[int, list[tuple[Span, Entity]]] = defaultdict(list)
    for span, entity in roster.by_span.items():
        if entity.kind == "person":
            people[view.sentence_at(span.start)].append((span, entity))
    for number, words in enumerate(view.sentence_words):
        named = {entity: span for span, entity in people[number]}
        if len(named) != 1:
            continue
        entity, span = named.popitem()
        speaks = _is_subject_of_speech(view, span)
        if speaks and not people[number + 1] and (gender := _goes_on_speaking(view, number + 1)) is not None:
            votes.setdefault(entity, []).append(gender)
        behind = [w for w in words if view.tokens[w].start > span.start]
        if any(view.tokens[w].text.lower() in ("him", "her") and view.tokens[w].relation in ("obj", "iobj") for w in behind):
            # "Stone thanked him for his service": another
            continue
        said = {view.tokens[w].text.lower() for w in behind}
        he, she = bool(said & {"he", "his", "him"}), bool(said & {"she", "her"})
        if he != she:
            (weak if speaks else votes).setdefault(entity, []).append("he" if he else "she")
    for entity in roster.entities:
        cast = votes.get(entity) or weak.get(entity)
        if entity.gender is None and cast:
            # as many for "he" as for "she" tell nothing
            entity.gender = next((g for g in ("he", "she") if 2 * cast.count(g) > len(cast)), None)


def _is_subject_of_speech(view: Text, name: Span) -> bool:
    """Tell whether a person says something in their sentence: "Ada Quill says it is so"."""
    head = view.head_of(view.words([name]))
    verb = view.tokens[head].head if head is not None and view.tokens[head].relation == "nsubj" else None
    return verb is not None and view.lemma(verb) in lexicon.REPORTING


def _goes_on_speaking(view: Text, number: int) -> str | None:
    """The gender of the pronoun that speaks in a sentence: "It is so," she said."""
    words = view.sentence_words[number] if number < len(view.sentence_words) else range(0)
    speaks = [w for w in words if view.tokens[w].text.lower() in ("he", "she") and _speaks_in_sentence(view, w)]
    return view.tokens[speaks[0]].text.lower() if len(speaks) == 1 else None


def _speaks_in_sentence(view: Text, word: int) -> bool:
    """Tell whether a word is the subject of a verb of speech that its sentence is built on."""
    verb = view.tokens[word].head
    built_on = view.tokens[verb].relation in ("root", "parataxis")
    return built_on and view.tokens[word].relation == "nsubj" and view.lemma(verb) in lexicon.REPORTING
