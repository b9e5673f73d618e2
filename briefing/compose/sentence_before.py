"""The sentence before a position's words, shown with it where they lean on it: "the project will be finished", "they rejected this"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.compose.drafts import Draft
from briefing.compose.excerpts import OPENING, excerpt_text, is_broken, open_quote, trim
from briefing.compose.full_names import who_is_meant
from briefing.compose.gist import leans, refers
from briefing.compose.known_things import sentence_with, things_known
from briefing.compose.pointing import leans_on, leans_within, names_a_kind, own_pronouns
from briefing.compose.readings import Reading, trim_space
from briefing.compose.roster import Entry
from briefing.compose.terms import words_of
from briefing.models import BriefedPosition, Position, Span

#: words of a sentence that says what is meant, and characters of one that is not too long to stand beside another
_FEWEST, _LONGEST = 6, 320
#: what stands for one person's own side only where several speak
_SEVERAL = frozenset({"they", "them", "their"})
#: what stands for a person
_PERSON = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
#: how something is said that is only added: "saying that", "accusing them of"
_ADDED = re.compile(r"(?:\w+ly )?\w+ing\b", re.IGNORECASE)


def with_sentence_before(
    reading: Reading, position: Position, draft: Draft[BriefedPosition], entry: Entry, told: Sequence[Span]
) -> Draft[BriefedPosition]:
    """Give a position what stands before it where its words speak of what they do not name: the beginning of its own sentence, where
    it is only added to that ("rejected the tax, saying it"), else the sentence before, where that can be read by itself.

    ``told`` is what the holder's lines show: nothing of it stands beside one of them again.
    """
    named = who_is_meant(reading, position.content, position.actor)
    words = excerpt_text(reading.text, position.content, named)
    own = own_pronouns(entry, quoted=draft.item.quoted)
    if entry.kind == "person" and not _speak_together(reading, position):
        own -= _SEVERAL
    first = draft.item.excerpt.spans[0]
    # whom a pronoun means is told by the sentence right before it, or by none
    by_pronoun = leans_on(words, own=own)
    before = None if by_pronoun else _telling_thing(reading, draft.item.excerpt.text, first, entry)
    if before is None and (by_pronoun or names_a_kind(words) or leans_within(words, own=own)):
        before = _own_beginning(reading, position, first) or _sentence_before(reading, first)
        if before is not None and _PERSON.search(words) is not None and not _names_person(reading, before):
            return draft
    if before is None or any(s.start < before.end and before.start < s.end for s in told):
        return draft
    return Draft(
        item=replace(draft.item, before=reading.excerpt([before])),
        evidence=tuple(dict.fromkeys((*draft.evidence, reading.evidence([before])))),
    )


def _telling_thing(reading: Reading, words: str, first: Span, entry: Entry) -> Span | None:
    """The sentence that tells what thing some words speak of as known: "to hand over the letter"."""
    for noun in things_known(words, entry):
        if (told := sentence_with(reading, noun, first)) is not None and _stands(reading, told):
            return trim_space(reading.text, told)
    return None


def _names_person(reading: Reading, span: Span) -> bool:
    return any(m.kind == "person" and span.start <= m.span.start < span.end for m in reading.analysis.mentions)


def _speak_together(reading: Reading, position: Position) -> bool:
    """Tell whether several hold something together, for whom "they" may stand."""
    words = words_of(" ".join(reading.slice(s) for s in position.source))
    return bool({"and", "both", "they"} & set(words)) or len(position.source) > 1


def _own_beginning(reading: Reading, position: Position, first: Span) -> Span | None:
    """The beginning of the sentence to which somebody adds something by saying it."""
    (sentence, *others) = reading.sentences_at([first])
    if others or not position.cue or not _ADDED.match(reading.slice(position.cue[0])) or position.cue[0].start > first.start:
        return None
    beginning = trim(reading.text, Span(sentence.start, position.cue[0].start))
    text = reading.slice(beginning)
    return beginning if len(words_of(text)) >= _FEWEST and not leans(text) and not is_broken(text) and len(text) <= _LONGEST else None


def _sentence_before(reading: Reading, first: Span) -> Span | None:
    """The sentence of the body before the one that some words begin in; none that is itself of what only the one before it names."""
    at = next((n for n, s in enumerate(reading.body) if s.start <= first.start < s.end), 0)
    before = trim_space(reading.text, reading.body[at - 1]) if at else Span(0, 0)
    return before if _stands(reading, before) else None


def _stands(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is of readable length and can be read by itself."""
    text = reading.slice(sentence)
    if len(words_of(text)) < _FEWEST or len(text) > _LONGEST or "\n" in reading.text[sentence.start : sentence.end].strip():
        return False
    # of a quotation by itself nobody knows whose it is
    if text[:1] in OPENING or open_quote(reading.text, sentence.start) or text.endswith((":", "?")):
        return False
    return not (leans(text) or refers(text) or is_broken(text) or text[:1].islower())
