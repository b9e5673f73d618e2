"""Attributions → positions of actors: whose, of what kind, towards whom, quoted or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.attributions import UNTRUSTED
from briefing.nlp.authors import Authors, apart_from_author, own_subject, writes
from briefing.nlp.bystanders import (
    is_met,
    is_told_around,
    is_told_to,
    notes_besides,
    only_hears,
    without_chair,
)
from briefing.nlp.described import Described
from briefing.nlp.entities import Entity, is_outlet
from briefing.nlp.fragments import is_half
from briefing.nlp.going_on import continues, is_carried_on, is_left_over, is_next
from briefing.nlp.heard import Heard
from briefing.nlp.held import Held
from briefing.nlp.holders import who_holds
from briefing.nlp.kinds import kind_of
from briefing.nlp.nested import is_only_told_of, nested_positions
from briefing.nlp.no_speech import is_act
from briefing.nlp.pointed import pointed_at
from briefing.nlp.quotations import is_quoted
from briefing.nlp.quoted import quoter
from briefing.nlp.relayed import is_relayed, with_relayed
from briefing.nlp.resolve import Resolver
from briefing.nlp.stretches import overlap
from briefing.nlp.syntax import FINITE, Text
from briefing.nlp.targets import target_of
from briefing.nlp.trust import is_bare, is_said_of, is_torn, only_asks
from briefing.nlp.unheld import is_unheld
from briefing.nlp.unsaid import declines_to_speak, is_unsaid

#: from here on what the model ties to a speaker of another sentence is found, though nobody's
_TIED = 0.3
#: how sure it is at least that who writes a text holds what they say in it in the first person
_AVOWED = 0.6

#: kinds of what comes next, which are looked for by themselves
_APART: frozenset[PositionKind] = frozenset({"demand", "commitment", "offer", "warning"})

_Read = tuple[tuple[Span, ...], tuple[Entity, ...]]
_Part = tuple[PositionKind, tuple[Span, ...]]


def hold_positions(view: Text, resolver: Resolver, attributions: Sequence[Attribution], authors: Authors) -> list[Held]:
    """Resolve every attribution, in text order, to positions; add those that contents ascribe to others."""
    held: list[Held] = []
    read: list[_Read] = []
    described = Described(view=view, roster=resolver.roster, owner_of=resolver.owner_of)
    heard = Heard(view=view, resolver=resolver, described=described)
    attributions = with_relayed(view, apart_from_author(view, attributions, authors))
    for number, attribution in enumerate(attributions):
        content = attribution.content
        # what is said of others, and acts that say nothing, are found, but not trusted
        unsaid = is_unsaid(view, attribution)
        carried_on = is_carried_on(view, attribution)
        empty = unsaid or is_said_of(view, attribution) or (is_act(view, attribution) and not carried_on)
        confidence = attribution.confidence * (UNTRUSTED if empty else 1.0)
        outside, around = _around(read, attribution)
        cue = attribution.cue
        by = quoter(view, cue)
        quoting = tuple(resolver.resolve([by])) if by is not None else ()
        beside = [e for _, e in resolver.roster.at(by.start, by.end)] if by is not None else []
        attribution = replace(attribution, source=without_chair(view, attribution.source))
        cue, source, actors = _told(view, resolver, attribution, attributions[number + 1 :], read, around, but=(*quoting, *beside))
        if carried_on:
            # "The bridge is sound, Lund said. It was checked in May.": still Lund, where the model points to him too
            near = bool(read) and (is_next(view, read[-1][0], content) or is_quoted(view.text, content))
            goes_on = near and set(actors) == set(read[-1][1])
            if goes_on or attribution.confidence < _TIED:
                attribution = replace(attribution, source=())
            source, actors = (), actors if goes_on else ()
            confidence *= 1.0 if goes_on else UNTRUSTED
        # "promised help after reports that": others report; "Miners told to leave", "the court was told": others tell them
        others = is_told_around(view, cue) or is_met(view, cue) or is_told_to(view, cue, content) or only_hears(view, cue, source)
        if others:
            source, actors = (), ()
        if not source and not any(a.kind == "person" for a in actors) and _is_of_one(view, content):
            # "I" is no body
            actors = ()
        actors = heard.speaks(source, actors)
        # "denied claims by the union that": who is meant next is who denies them
        inside = bool(around) and _is_noun(view, cue)
        by_way = () if inside and _is_telling(view, cue, outside) else around
        if not (inside or _is_by_the_way(view, cue)):
            resolver.remember(source[0].start if source else content[0].start, list(actors))
        if source and not actors:
            actors = heard.described_by(source)
        if not around:
            own = own_subject(view, cue) if not source else None
            source = (own,) if own is not None and writes(view, (own,), authors) else source
            if (by_author := writes(view, source, authors)) and not empty:
                confidence = max(confidence, _AVOWED)
            actors = by_author or actors
        if not (actors or empty or others):
            actors = pointed_at(view, resolver, attribution)
        heard.note_unnamed(source, actors)
        # an outlet that reports holds nothing itself
        actors = () if is_relayed(view, cue, content) else tuple(a for a in actors if not is_outlet(a))
        confidence *= 1.0 if _is_trusted(view, source, cue, content, actors) else UNTRUSTED
        if by_way and not set(by_way) & set(actors) and is_only_told_of(view, cue, actors):
            # "Stone said the port had decided": it is Stone who says so
            confidence *= UNTRUSTED
        if not inside:
            read.append((content, actors))
        if not actors and is_unheld(view, attribution):
            continue
        told = Held(
            actors=actors,
            via=quoting or (by_way if not set(by_way) & set(actors) else ()),
            source=source,
            cue=cue,
            content=content,
            kind="statement",
            quoted=is_quoted(view.text, content),
            target=None,
            confidence=confidence,
        )
        if unsaid and not declines_to_speak(view, cue):
            # speech that is denied or imagined is an attribution, and nobody's position
            held.append(replace(told, actors=(), via=()))
            continue
        for kind, part in _by_kind(view, cue, content, actors):
            target = target_of(view, resolver, kind, cue, part, actors)
            held.append(replace(told, content=part, kind=kind, quoted=is_quoted(view.text, part), target=target))
        nested = nested_positions(view, resolver, content, actors, confidence)
        held += (n for n in nested if not any(overlap(n.cue, a.cue) for a in attributions))
    return described.enter(held)


def _told(
    view: Text,
    resolver: Resolver,
    attribution: Attribution,
    following: Sequence[Attribution],
    read: Sequence[_Read],
    around: tuple[Entity, ...],
    *,
    but: tuple[Entity, ...],
) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Entity, ...]]:
    """The cue, the source and whom it means: as the sentence has them, or those of the content before, which goes on."""
    cue, content = attribution.cue, attribution.content
    source, actors = who_holds(view, resolver, attribution, around, but=but)
    if read and read[-1][1] and notes_besides(view, cue, read[-1][0]):
        # "Quill said the firm spent a million, noting that it paid": it is Quill who notes it
        source, actors = (), read[-1][1]
    if not attribution.source and read and continues(view, read[-1][0], content):
        actors = read[-1][1]
    if read and read[-1][1] and is_left_over(view, attribution, following, read[-1][0]):
        # the cue and the name behind it are another's
        cue, source, actors = (), (), read[-1][1]
    return cue, source, actors


def _is_trusted(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...], actors: tuple[Entity, ...]) -> bool:
    """Tell whether a content is whole, and held by somebody who says something of their own."""
    if is_quoted(view.text, content):
        torn = is_torn(view, content)
    else:
        torn = is_half(view, content, actors) or is_bare(view, source, cue, content)
    return not (torn or _tells_which(view, source, cue, actors) or only_asks(view, cue, actors))


def _tells_which(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], actors: tuple[Entity, ...]) -> bool:
    """Tell whether a relative clause says which of many are meant, without speech: "companies that wish to grow"."""
    words = view.words(source)
    if len(words) != 1 or view.low(words[0]) not in ("who", "which", "that") or not actors:
        return False
    said = {view.lemma(w) for w in view.words(cue)}
    return all(a.nominal and a.kind != "person" for a in actors) and not said & lexicon.REPORTING


def _is_of_one(view: Text, content: tuple[Span, ...]) -> bool:
    """Tell whether one person speaks of themselves: "I", "my"."""
    return any(view.tokens[w].text in ("I", "my", "My", "me", "myself") and view.tokens[w].pos == "PRON" for w in view.words(content))


def _is_noun(view: Text, cue: tuple[Span, ...]) -> bool:
    noun = view.head_of(view.words(cue))
    return noun is not None and view.tokens[noun].pos == "NOUN"


def _is_by_the_way(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether a cue only tells of a noun, with a subject of its own: "turned down the pact that Lund proposed"."""
    verb = view.head_of(view.words(cue))
    subject = view.child(verb, ("nsubj",)) if verb is not None else None
    if verb is None or subject is None:
        return False
    if view.low(max(0, subject - 1)) == "which":
        # "pointed to comments in which she warned", whatever a parse hangs it on
        return True
    return view.tokens[verb].relation.startswith("acl") and view.tokens[subject].pos in ("NOUN", "PROPN") and view.tells_of_object(verb)


def _around(read: Sequence[_Read], attribution: Attribution) -> _Read:
    """The content that an attribution lies in, the innermost, and who says it; nothing where it stands by itself."""
    parts = (*attribution.content, *attribution.cue, *attribution.source)
    low, high = min(s.start for s in parts), max(s.end for s in parts)
    for content, actors in reversed(read):
        if (
            actors
            and content[0].start <= low
            and high <= content[-1].end
            and all(any(o.start <= s.start and s.end <= o.end for o in content) for s in parts)
        ):
            return content, actors
    return (), ()


def _is_telling(view: Text, cue: tuple[Span, ...], around: tuple[Span, ...]) -> bool:
    """Tell whether it is the writer who tells of a claim: of "rejected the union's claim that", not of "said he knew of its claim that"."""
    word, inside = view.head_of(view.words(cue)), set(view.words(around))
    while word in inside:
        if view.tokens[word].tag in FINITE:
            return False
        if view.tokens[word].head == word:
            break
        word = view.tokens[word].head
    return not is_quoted(view.text, around)


def _by_kind(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...], actors: tuple[Entity, ...]) -> list[_Part]:
    """The parts of a content that are sentences of their own, those of one kind and one paragraph together. Where who speaks stands between
    them, only what is asked or promised is apart: "We regret it," he said. "They must go." What goes on in the next paragraph is held
    by itself."""
    parts: list[list[Span]] = []
    for span in content:
        if parts and view.sentence_at(span.start) == view.sentence_at(parts[-1][-1].end - 1):
            parts[-1].append(span)
        else:
            parts.append([span])
    found: list[_Part] = []
    for part in map(tuple, parts):
        kind = kind_of(view, cue, part, actors, quoted=is_quoted(view.text, part))
        if not found or not _is_of(view, cue, found[-1], (kind, part)):
            found.append((kind, part))
            continue
        first, before = found[-1]
        if view.text[before[-1].end : part[0].start].strip():
            found[-1] = (first, (*before, *part))
        else:
            # one sentence right behind the other
            found[-1] = (first, (*before[:-1], Span(before[-1].start, part[0].end), *part[1:]))
    return found


def _is_of(view: Text, cue: tuple[Span, ...], first: _Part, other: _Part) -> bool:
    """Tell whether a part of a content goes on with the part before it, in their paragraph."""
    (kind, before), (other_kind, part) = first, other
    if "\n" in view.text[before[-1].end : part[0].start]:
        return False
    broken = any(before[-1].end <= c.start < part[0].start for c in cue)
    if broken and other_kind not in _APART:
        return True
    return kind == other_kind and is_quoted(view.text, before) == is_quoted(view.text, part)
