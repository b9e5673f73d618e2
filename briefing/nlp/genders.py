"""Which pronoun the text uses of a person, or else goes with the given name."""

from __future__ import annotations

import functools
from collections import defaultdict
from importlib import resources

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.names import name_tokens
from briefing.nlp.syntax import Text

#: how a name may hang on what its bearer is
_HANGS_ON = frozenset({"appos", "flat", "nmod:desc", "compound", "nsubj"})


def read_genders(view: Text, roster: Roster) -> None:
    """A sentence that names one person, and behind the name uses pronouns of one gender alone, votes for that gender; so does who goes on
    speaking in the next one. What is told in what the person says counts only where nothing else does, not even the given name: it may
    be of another."""
    votes: dict[Entity, list[str]] = {}
    weak: dict[Entity, list[str]] = {}
    people: dict[int, list[tuple[Span, Entity]]] = defaultdict(list)
    for span, entity in roster.by_span.items():
        if entity.kind == "person":
            people[view.sentence_at(span.start)].append((span, entity))
    for number, words in enumerate(view.sentence_words):
        named = {entity: span for span, entity in people[number]}
        if (told := _says_of_self(view, words, people[number])) is not None:
            (weak if len(named) > 1 else votes).setdefault(told[0], []).append(told[1])
        if len(named) != 1:
            continue
        entity, span = named.popitem()
        speaks = _is_subject_of_speech(view, span)
        if speaks and not people[number + 1] and (gender := _goes_on_speaking(view, number + 1)) is not None:
            votes.setdefault(entity, []).append(gender)
        behind = [w for w in words if view.tokens[w].start > span.start]
        if any(view.low(w) in ("him", "her") and view.tokens[w].relation in ("obj", "iobj") for w in behind):
            # "Stone thanked him for his service": another
            continue
        said = {view.low(w) for w in behind}
        he, she = bool(said & {"he", "his", "him"}), bool(said & {"she", "her"})
        if he != she:
            (weak if speaks else votes).setdefault(entity, []).append("he" if he else "she")
    for entity in roster.entities:
        if entity.gender is None and entity.kind == "person" and not entity.nominal:
            # as many for "he" as for "she" tell nothing, and what one says tells no more: "Quill said she should go. He added"
            cast, given = votes.get(entity, []), by_given_name(entity)
            # one sentence alone may be of another's: "what Jon Quill does to her members"
            by_name = [given] if given is not None else []
            entity.gender = _majority(cast + by_name) or given or _majority(cast or weak.get(entity, []))


def _majority(cast: list[str]) -> str | None:
    """The gender that more than half of the votes are for."""
    return next((g for g in ("he", "she") if 2 * cast.count(g) > len(cast)), None)


def by_given_name(person: Entity) -> str | None:
    """The gender of nearly all who bear a person's given name: that of a surname alone tells nothing."""
    given = {_given_names().get(tokens[0]) for form in person.forms if len(tokens := name_tokens(form)) > 1} - {None}
    return given.pop() if len(given) == 1 else None


def is_given_name(word: str) -> bool:
    """Tell whether a word is the given name of many: "Ada"."""
    return word.casefold() in _given_names()


@functools.cache
def _given_names() -> dict[str, str]:
    """The pronoun that goes with a given name, where nearly all who bear it are of one gender."""
    table = resources.files("briefing.nlp").joinpath("data/given_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {name: pronoun for pronoun, names in rows for name in names.split()}


def _says_of_self(view: Text, words: range, people: list[tuple[Span, Entity]]) -> tuple[Entity, str] | None:
    """Who says what they do themselves, and their pronoun, where nobody else is named before it: "Quill said that he was with Hale"."""
    word = next((w for w in words if view.low(w) in lexicon.HE_OR_SHE), None)
    if word is None or view.tokens[word].relation != "nsubj" or view.tokens[view.tokens[word].head].relation != "ccomp":
        return None
    before = {e: s for s, e in people if s.start < view.tokens[word].start}
    if len(before) != 1:
        return None
    entity, span = before.popitem()
    return (entity, view.low(word)) if _is_subject_of_speech(view, span) else None


def _is_subject_of_speech(view: Text, name: Span) -> bool:
    """Tell whether a person says something in their sentence: "Ada Quill says it is so"."""
    head = view.head_of(view.words([name]))
    while head is not None and _hangs_on_noun(view, head):
        head = view.tokens[head].head
    verb = view.tokens[head].head if head is not None and view.tokens[head].relation == "nsubj" else None
    return verb is not None and view.lemma(verb) in lexicon.REPORTING


def _hangs_on_noun(view: Text, name: int) -> bool:
    """Tell whether a parse hangs a name on the noun before it that tells what its bearer is: "Opposition lawmaker Ada Quill says"."""
    noun = view.tokens[name].head
    return noun < name and view.tokens[name].relation in _HANGS_ON and view.tokens[noun].pos in ("NOUN", "PROPN")


def _goes_on_speaking(view: Text, number: int) -> str | None:
    """The gender of the pronoun that speaks in a sentence: "It is so," she said."""
    words = view.sentence_words[number] if number < len(view.sentence_words) else range(0)
    speaks = [w for w in words if view.low(w) in lexicon.HE_OR_SHE and _speaks_in_sentence(view, w)]
    return view.low(speaks[0]) if len(speaks) == 1 else None


def _speaks_in_sentence(view: Text, word: int) -> bool:
    """Tell whether a word is the subject of a verb of speech that its sentence is built on."""
    verb = view.tokens[word].head
    built_on = view.tokens[verb].relation in ("root", "parataxis")
    return built_on and view.tokens[word].relation == "nsubj" and view.lemma(verb) in lexicon.REPORTING
