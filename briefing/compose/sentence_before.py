"""The sentence before a position's words, shown with it where they lean on it: "the project will be finished", "they rejected this"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.compose.drafts import Draft
from briefing.compose.excerpts import OPENING, excerpt_text, is_broken, open_quote, paragraph_of, trim
from briefing.compose.full_names import who_is_meant
from briefing.compose.gist import leans, refers
from briefing.compose.known_things import sentence_with, things_known
from briefing.compose.pointing import answers, kind_pointed_at, leans_on, leans_within, names_a_kind, own_pronouns
from briefing.compose.pronouns import is_meant_by
from briefing.compose.readings import Reading, trim_space
from briefing.compose.roster import Entry
from briefing.compose.terms import words_of
from briefing.models import BriefedPosition, Position, Span

#: words of a sentence that says what is meant, and characters of one that is not too long to stand beside another
_FEWEST, _LONGEST = 6, 320
#: characters of two of them
_LONGEST_OF_TWO = 260
#: what stands for one person's own side only where several speak
_SEVERAL = frozenset({"they", "them", "their"})
#: what stands for a person
_PERSON = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
#: what is told of a pronoun from nearly the first word
_OPENS_WITHIN = re.compile(r"^(?:[\w’'-]+ ){0,4}(?:it|its|they|them|their|he|him|his|she|her)\b", re.IGNORECASE)
#: how something is said that is only added: "saying that", "accusing them of"
_ADDED = re.compile(r"(?:\w+ly )?\w+ing\b", re.IGNORECASE)
#: what joins it: "was shouted down after telling"
_JOINT = re.compile(r",?\s+(?:and|or|but|then|after|before|while|when|as|by|for|in)\Z")
#: what somebody was asked, or spoke of, before they say it
_ASKED = re.compile(
    r"(?:when )?(?:asked|questioned|quizzed|pressed|speaking|commenting|responding|reacting|referring|replying)\b(?: [\w’'-]+)? "
    r"(?:about|on|of|to|whether|if|why|how|what|over)\b",
    re.IGNORECASE,
)
#: that more is told takes nothing from what is told
_ALSO = re.compile(r"(?<=\w) also ")
#: whom or what somebody asks or reproaches, of whom a pronoun is all that is told
_AIMED = re.compile(r" (?:it|him|them) (?:not )?(?:to|of|for|with|as)\b")


def with_sentence_before(
    reading: Reading, position: Position, draft: Draft[BriefedPosition], entry: Entry, told: Sequence[Span]
) -> Draft[BriefedPosition]:
    """Give a position what stands before it where its words speak of what they do not name: the beginning of its own sentence, where
    that tells it ("rejected the tax, saying it"), else the sentence before, where that can be read by itself, with the one before that
    where it cannot. A position that leans on what is not found is marked so.

    ``told`` is what the holder's lines show: nothing of it stands beside one of them again.
    """
    words = content_words(reading, position)
    own = own_pronouns(entry, quoted=draft.item.quoted and position.via is None)
    if entry.kind == "person" and not _speak_together(reading, position):
        own -= _SEVERAL
    first = draft.item.excerpt.spans[0]
    by_pronoun = leans_on(words, own=own) or answers(words)
    aims = _aims_at_pronoun(draft.item)
    leaning = (
        by_pronoun or aims or names_a_kind(words) or leans_within(words, own=own, begins_with_name=begins_with_name(reading, position))
    )
    # whom a pronoun means is told by what stands right before it, or by nothing
    before = None if by_pronoun else _telling_thing(reading, draft.item.excerpt.text, first, entry, position.actor)
    if before is None and leaning:
        goes_on = by_pronoun or aims or _OPENS_WITHIN.search(words) is not None
        before = _own_beginning(reading, position, first) or _sentence_before(reading, first, position.actor, goes_on=goes_on)
        if before is not None and not is_meant_by(reading, words, before, own=own, holder=position.actor):
            before = None
    if before is None or any(s.start < before.end and before.start < s.end for s in told):
        return replace(draft, leans=leaning)
    return replace(
        draft,
        item=replace(draft.item, before=reading.excerpt([before], in_full=who_is_meant(reading, [before], None))),
        evidence=tuple(dict.fromkeys((*draft.evidence, reading.evidence([before])))),
    )


def content_words(reading: Reading, position: Position) -> str:
    """What is held, in words that name whom its pronouns can only mean."""
    return excerpt_text(reading.text, position.content, who_is_meant(reading, position.content, position.actor))


def begins_with_name(reading: Reading, position: Position) -> bool:
    """Tell whether what is held begins with a name: "Norland will raise its tax"."""
    return any(m.span.start == position.content[0].start for m in reading.analysis.mentions)


def _aims_at_pronoun(item: BriefedPosition) -> bool:
    """Tell whether words ask or reproach somebody by a pronoun alone: "asked it to hold talks"."""
    return item.excerpt.text.startswith(item.cue) and _AIMED.match(item.excerpt.text, len(item.cue)) is not None


def _telling_thing(reading: Reading, words: str, first: Span, entry: Entry, actor: str | None) -> Span | None:
    """The sentence that tells what thing some words speak of as known: "to hand over the letter"."""
    for noun in things_known(words, entry):
        told = sentence_with(reading, noun, first, actor)
        if told is not None and reading.text[told.start] not in OPENING and _stands(reading, told):
            return trim_space(reading.text, told)
    return None


def _speak_together(reading: Reading, position: Position) -> bool:
    """Tell whether several hold something together, for whom "they" may stand."""
    words = words_of(" ".join(reading.slice(s) for s in position.source))
    return bool({"and", "both", "they"} & set(words)) or len(position.source) > 1


def _own_beginning(reading: Reading, position: Position, first: Span) -> Span | None:
    """The beginning of the sentence to which somebody adds something by saying it, or that says what they were asked."""
    (sentence, *others) = reading.sentences_at([first])
    if others or not position.cue or position.cue[0].start > first.start:
        return None
    start = min(s.start for s in (position.cue[0], *position.source[-1:]))
    if _ADDED.match(reading.slice(position.cue[0])):
        start = position.cue[0].start
    elif _ASKED.match(reading.slice(sentence)) is None:
        return None
    beginning = trim(reading.text, Span(sentence.start, start))
    joint = _JOINT.search(reading.text, beginning.start, beginning.end)
    beginning = Span(beginning.start, joint.start() if joint is not None else beginning.end)
    text = reading.slice(beginning)
    return beginning if len(words_of(text)) >= _FEWEST and not leans(text) and not is_broken(text) and len(text) <= _LONGEST else None


def _sentence_before(reading: Reading, first: Span, actor: str | None, *, goes_on: bool) -> Span | None:
    """The sentence of the body before the one that some words begin in, with the one before it where it is of what only that one names
    and the words go on from there (``goes_on``)."""
    at = next((n for n, s in enumerate(reading.body) if s.start <= first.start < s.end), 0)
    if not at:
        return None
    before = trim_space(reading.text, reading.body[at - 1])
    if _stands(reading, before, actor):
        return before
    if at < 2 or not goes_on or not _is_readable(reading, before) or reading.slice(before)[:1] in OPENING:
        return None
    if reading.slice(before).endswith("?"):
        return None
    both = Span(trim_space(reading.text, reading.body[at - 2]).start, before.end)
    stands = both.end - both.start <= _LONGEST_OF_TWO and _stands(reading, trim_space(reading.text, reading.body[at - 2]), actor)
    return both if stands else None


def _is_readable(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is of readable length and whole."""
    text = reading.slice(sentence)
    if len(words_of(text)) < _FEWEST or len(text) > _LONGEST or "\n" in reading.text[sentence.start : sentence.end].strip():
        return False
    return not (open_quote(reading.text, sentence.start) or text.endswith(":") or is_broken(text) or text[:1].islower())


def _stands(reading: Reading, sentence: Span, actor: str | None = None) -> bool:
    """Tell whether a sentence can be read by itself, under the name of an ``actor`` whom it may call by a pronoun."""
    if not _is_readable(reading, sentence):
        return False
    text = excerpt_text(reading.text, [sentence], who_is_meant(reading, [sentence], None))
    if text.endswith("?"):
        return text[:1] not in OPENING and not _leans(text) and _is_paragraph(reading, sentence)
    held = (p for p in reading.analysis.positions if actor is not None and p.actor == actor and p.source)
    speaks = [p.source[0] for p in held if p.source[0].lies_in(sentence)]
    if text[:1] in OPENING:
        # of a quotation by itself nobody knows whose it is
        named = (m for a in reading.analysis.actors for m in a.mentions if m.lies_in(sentence))
        is_told = bool(speaks) or any(not open_quote(reading.text, m.start) for m in named)
        return is_told and not _leans(text.lstrip(OPENING)) and (bool(speaks) or not refers(text))
    by_pronoun = any(s.start == sentence.start and _PERSON.fullmatch(reading.slice(s)) for s in speaks)
    return by_pronoun or _goes_on(reading, sentence, actor) or not (_leans(text) or (refers(text) and not speaks))


def _leans(text: str) -> bool:
    """Tell whether a sentence leans on the one before it, by more than "also", or points at a thing that it does not name: "that view"."""
    return leans(_ALSO.sub(" ", text, count=1)) or bool(kind_pointed_at(text))


def _goes_on(reading: Reading, sentence: Span, actor: str | None) -> bool:
    """Tell whether a sentence goes on with "he" behind one in which nobody but an actor speaks, or is named."""
    at = bisect.bisect_left(reading.body, sentence.start, key=lambda s: s.start)
    if not at or re.match(r"(?:He|She) ", reading.slice(sentence)) is None:
        return False
    before = reading.body[at - 1]
    speakers = {p.actor for p in reading.analysis.positions if p.source and p.source[0].lies_in(before)}
    return speakers == {actor} and actor is not None and not _names_other(reading, before, actor)


def _names_other(reading: Reading, span: Span, actor: str) -> bool:
    """Tell whether a person is named there who is not the actor."""
    words = set(words_of(actor))
    return any(
        m.kind == "person" and span.start <= m.span.start < span.end and not words & set(words_of(reading.slice(m.span)))
        for m in reading.analysis.mentions
    )


def _is_paragraph(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is a paragraph of its own, as a question is that an answer follows."""
    around = paragraph_of(reading.text, sentence.start)
    return not (reading.text[around.start : sentence.start].strip() or reading.text[sentence.end : around.end].strip())
