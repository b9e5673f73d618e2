"""Which pronoun the text uses of a person."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.syntax import Text


def read_genders(view: Text, roster: Roster) -> None:
    """A sentence that names one person, and behind the name uses pronouns of one gender alone, votes for that gender; so does who goes on
    speaking in the next one. What is told in what the person says counts only where nothing else does: it may be of another."""
    votes: dict[int, list[str]] = {}
    weak: dict[int, list[str]] = {}
    people = [(s, e) for s, e in roster.by_span.items() if e.kind == "person"]
    for number, words in enumerate(view.sentence_words):
        if not words:
            continue
        start, end = view.tokens[words[0]].start, view.tokens[words[-1]].end
        named = {id(e): (s, e) for s, e in people if start <= s.start < end}
        if len(named) != 1:
            continue
        span, entity = next(iter(named.values()))
        speaks = _is_subject_of_speech(view, span)
        if speaks and (gender := _goes_on_speaking(view, people, number + 1)) is not None:
            votes.setdefault(id(entity), []).append(gender)
        behind = [w for w in words if view.tokens[w].start > span.start]
        if any(view.tokens[w].text.lower() in ("him", "her") and view.tokens[w].relation in ("obj", "iobj") for w in behind):
            # "Stone thanked him for his service": another
            continue
        said = {view.tokens[w].text.lower() for w in behind}
        he, she = bool(said & {"he", "his", "him"}), bool(said & {"she", "her"})
        if he != she:
            (weak if speaks else votes).setdefault(id(entity), []).append("he" if he else "she")
    for _, entity in people:
        cast = votes.get(id(entity)) or weak.get(id(entity))
        if entity.gender is None and cast:
            # as many for "he" as for "she" tell nothing
            entity.gender = next((g for g in ("he", "she") if 2 * cast.count(g) > len(cast)), None)


def _is_subject_of_speech(view: Text, name: Span) -> bool:
    """Tell whether a person says something in their sentence: "Ada Quill says it is so"."""
    head = view.head_of(view.words([name]))
    verb = view.tokens[head].head if head is not None and view.tokens[head].relation == "nsubj" else None
    return verb is not None and view.lemma(verb) in lexicon.REPORTING


def _goes_on_speaking(view: Text, people: Sequence[tuple[Span, Entity]], number: int) -> str | None:
    """The gender of the pronoun that speaks in a sentence that names nobody: "It is so," she said."""
    words = view.sentence_words[number] if number < len(view.sentence_words) else range(0)
    if not words or any(view.tokens[words[0]].start <= s.start < view.tokens[words[-1]].end for s, _ in people):
        return None
    speaks = [w for w in words if view.tokens[w].text.lower() in ("he", "she") and _speaks_in_sentence(view, w)]
    return view.tokens[speaks[0]].text.lower() if len(speaks) == 1 else None


def _speaks_in_sentence(view: Text, word: int) -> bool:
    """Tell whether a word is the subject of a verb of speech that its sentence is built on."""
    verb = view.tokens[word].head
    built_on = view.tokens[verb].relation in ("root", "parataxis")
    return built_on and view.tokens[word].relation == "nsubj" and view.lemma(verb) in lexicon.REPORTING
