"""Positions as the briefing shows them: who, in which words, folded where several documents report the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefing.characters import UNSEEN, without_unseen
from briefing.compose.drafts import Draft
from briefing.compose.excerpts import open_quote
from briefing.compose.pointing import joint_length
from briefing.compose.polarity import contradict
from briefing.compose.position_drafts import make_draft
from briefing.compose.readings import Evidence, Reading
from briefing.compose.rephrasings import says_no_more
from briefing.compose.roster import Entry, Roster, is_presentable
from briefing.compose.said_before import join_what_was_said_before, without_leaning
from briefing.compose.sentence_before import with_sentence_before
from briefing.compose.terms import jaccard, overlap, terms_of, words_of
from briefing.models import BriefedPosition, Position, Span

#: below this the language model is too unsure of who says what to put it before a reader
LEAST_CONFIDENCE = 0.06
#: how many of an actor's positions are compared with one another
_COMPARED = 60
#: what their verb alone says
_ACTS = ("support", "opposition", "praise", "demand", "denial")
#: what a pronoun alone may be the object of, shown with the claim that it answers
_ANSWERS = ("support", "opposition", "denial")
_LONGEST_ANSWER = 300
_CLAIM = re.compile(
    r"(?:all )?(?:of )?(?:the|this|that|these|those|such)? ?(?:allegation|accusation|claim|charge|criticism|suggestion|complaint)s?", re.I
)
_PRONOUNS = frozenset("him it them me us one so himself herself itself themselves".split())
_POSSESSIVE = re.compile(r"[’']s?\b")
#: the verb that a name has in short: "She" 's very proud
_SHORT_VERB = re.compile(r"[’'](?:s|re|ve|ll|d|m)\s+")
#: what only points at something said elsewhere: "told parliament the opposite in May"
_ELSEWHERE = re.compile(
    r"(?: [\w’'-]+){0,3} (?:the (?:opposite|contrary|reverse|same(?! \w+ing\b))|otherwise|as much|nothing of the (?:kind|sort))\b"
)
#: a point before a number, within letters or behind a title ends no clause: "the Oct. 1 ruling", "the U.S. envoy", "Gov. Hale"
_OPEN_CLAUSE = re.compile(r"[!?;:“”\"]|(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|St))(?<!\b(?:Sen|Rep|Gov|Gen|Mrs|Del|Rev|Col|Lt\.))\.(?! ?\d)")
#: whom or what a verb takes before the words that it leads to, in characters: "characterized the nominee of the Harbour Party as"
_LONGEST_OBJECT = 70
#: between a verb and a quotation that goes on from it: attacked “the ideology of”
_RUNS_ON = re.compile(r"\s(?:that\s)?[“\"]\Z")
#: what stands before the first word of a quotation
_OPENS = f' “"{UNSEEN}'
_CONDITION = re.compile(r"\b(?:if|unless|until|provided)\b", re.I)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def draft_positions(readings: Sequence[Reading], roster: Roster, watch: tuple[str, ...]) -> list[Draft[BriefedPosition]]:
    """Give the positions that can be shown, the most salient first, repetitions folded."""
    by_actor: dict[str, list[Draft[BriefedPosition]]] = defaultdict(list)
    for reading in readings:
        taken: list[tuple[str, tuple[Span, ...]]] = []
        drafts = [(p, d) for p in reading.analysis.positions if (d := _draft(reading, p, roster, watch)) is not None]
        # what A says that B holds is shown as B's, by way of A, and not again as A's own
        passed_on = [(d.item.via, _told(p)) for p, d in drafts if d.item.via is not None]
        own: list[tuple[Position, Draft[BriefedPosition]]] = []
        for position, draft in drafts:
            name = draft.item.actor
            if any(n == name and _mostly_shared(position.content, spans) for n, spans in taken):
                continue
            if draft.item.via is None and any(n == name and _is_most_of(told, position.content) for n, told in passed_on):
                continue
            taken.append((name, position.content))
            own.append((position, draft))
        drafted = join_what_was_said_before(reading, own, roster, watch)
        told: dict[str, list[Span]] = defaultdict(list)
        for _, draft in drafted:
            told[draft.item.actor] += draft.item.excerpt.spans
        explained: list[tuple[Position, Draft[BriefedPosition]]] = []
        for position, draft in drafted:
            entry = roster.find(reading.document.id, position.actor)
            shown = with_sentence_before(reading, position, draft, entry, told[draft.item.actor]) if entry is not None else draft
            if shown.item.before is not None:
                told[draft.item.actor] += shown.item.before.spans
            explained.append((position, shown))
        for _, draft in without_leaning(explained, reading, roster):
            by_actor[draft.item.actor].append(draft)
    folded = [d for drafts in by_actor.values() for d in fold_positions(drafts)]
    return sorted(folded, key=_rank)


def _rank(draft: Draft[BriefedPosition]) -> tuple[bool, float, str]:
    return (not draft.item.watched, -draft.item.salience, draft.item.id)


def _told(position: Position) -> Span:
    """All that tells of a position: who, the verb, and what is held."""
    parts = (*position.source, *position.cue, *position.content)
    return Span(min(s.start for s in parts), max(s.end for s in parts))


def _is_most_of(part: Span, spans: Sequence[Span]) -> bool:
    shared = sum(max(0, min(part.end, s.end) - max(part.start, s.start)) for s in spans)
    return shared > 0.6 * sum(s.end - s.start for s in spans)


def _draft(reading: Reading, position: Position, roster: Roster, watch: tuple[str, ...]) -> Draft[BriefedPosition] | None:
    entry = roster.find(reading.document.id, position.actor)
    if entry is None or not is_presentable(entry) or position.confidence < LEAST_CONFIDENCE:
        return None
    if not position.quoted and position.cue and _ELSEWHERE.match(reading.text, position.cue[-1].end):
        return None
    if _points_back(reading, position):
        return _draft_answer(reading, position, entry, roster, watch)
    if _names_claim(reading, position) and (answer := _draft_answer(reading, position, entry, roster, watch, charged=True)) is not None:
        return answer
    spans, quoted = reading.settled(position.content)
    within = quoted and bool(spans) and (_is_told_inside(reading, position, spans[0]) or _runs_on(reading, position, spans[0]))
    shown = spans if (quoted and not within) or not spans else _with_cue(reading, position, spans)
    quoted = quoted and not (within and shown != spans)
    if shown == spans:
        spans = without_that(reading, spans)
        shown = spans = spans if quoted else _without_joint(reading, spans)
    # "rejected the timber tax" is short and whole
    is_act = position.kind in _ACTS and shown != spans and not quoted and _is_whole_act(reading, shown)
    if not shown or (reading.is_fragment(shown) and not is_act):
        return None
    return make_draft(reading, position, entry, roster, watch, spans=spans, shown=shown, quoted=quoted)


def _is_told_inside(reading: Reading, position: Position, first: Span) -> bool:
    """Tell whether a quotation says itself who asks what, so that its words without the verb are cut: “Stone asked the owner to repair"."""
    cues = [c for c in position.cue if c.end <= first.start]
    return position.kind == "demand" and reading.text[first.start].islower() and any(open_quote(reading.text, c.start) for c in cues)


def _runs_on(reading: Reading, position: Position, first: Span) -> bool:
    """Tell whether a quotation is no sentence and stands right behind the verb that takes it: "Stone attacked “the folly of the port”"."""
    behind = reading.text[position.cue[-1].end : first.start] if position.cue and position.cue[-1].end < first.start else ""
    return reading.text[first.start].islower() and _RUNS_ON.fullmatch(without_unseen(behind)) is not None


def _points_back(reading: Reading, position: Position) -> bool:
    """Tell whether what is held begins with a pronoun for what was said before: "denied it", "dismissed that as a threat"."""
    words = reading.slice(position.content[0]).casefold().split() if position.content and not position.quoted else []
    return position.kind in _ANSWERS and words[:1] in (["it"], ["that"], ["this"]) and (len(words) == 1 or words[1] in ("as", "out"))


def _names_claim(reading: Reading, position: Position) -> bool:
    """Tell whether what is held only names what was said before: "denied the allegations"."""
    return position.kind in _ANSWERS and _CLAIM.fullmatch(" ".join(reading.slice(s) for s in position.content)) is not None


def _draft_answer(
    reading: Reading, position: Position, entry: Entry, roster: Roster, watch: tuple[str, ...], *, charged: bool = False
) -> Draft[BriefedPosition] | None:
    """Show what answers a claim with the sentence that makes it, where the sentence before makes one and no more, and that one is a
    charge where it has to be (``charged``); else not at all."""
    around = reading.sentences_at((*position.source, *position.cue, *position.content))
    at = reading.sentences.index(around[0]) if len(around) == 1 else 0
    if at == 0:
        return None
    before = reading.sentences[at - 1]
    claims = {
        (p.actor, p.content)
        for p in reading.analysis.positions
        if p.actor is not None
        and p.confidence >= LEAST_CONFIDENCE
        and before.start <= p.content[0].start < before.end
        and (not charged or p.kind == "blame" or p.target == position.actor)
    }
    shown, _ = reading.settled((Span(before.start, max(s.end for s in (*position.cue, *position.content))),))
    if len(claims) != 1 or {a for a, _ in claims} == {position.actor} or len(shown) != 1 or shown[0].end - shown[0].start > _LONGEST_ANSWER:
        return None
    if "\n" in reading.text[shown[0].start : shown[0].end].strip():
        return None
    return make_draft(reading, position, entry, roster, watch, spans=shown, shown=shown, quoted=False)


def _is_whole_act(reading: Reading, shown: Sequence[Span]) -> bool:
    """Tell whether a verb and what it takes say something alone: "rejected the timber tax", not "backed him"."""
    words = words_of(" ".join(reading.slice(s) for s in shown))
    return len(words) > 2 and words[-1] not in _PRONOUNS and not reading.dangles(shown)


def without_that(reading: Reading, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Drop the "that" of "said that", which belongs to a verb that is not shown."""
    # a capital "That" is a subject: "That made it the largest"
    if spans and reading.text[spans[0].start : spans[0].end].startswith("that "):
        return (Span(spans[0].start + len("that "), spans[0].end), *spans[1:])
    return spans


def _without_joint(reading: Reading, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Drop the "But" that joins words, which begin without their verb of speech, to a sentence that is not shown."""
    cut = joint_length(reading.text[spans[0].start : spans[0].end]) if spans else 0
    return (Span(spans[0].start + cut, spans[0].end), *spans[1:]) if cut else spans


def _with_cue(reading: Reading, position: Position, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Begin at the cue where the source says "Mirzoyan called on Azerbaijan to withdraw": the words then read on from the name."""
    if len(position.cue) != 1 or not position.source or not spans:
        return spans
    source, cue, first = position.source[-1], position.cue[0], spans[0]
    if not source.end <= cue.start < cue.end <= first.start or len(reading.sentences_at((source, Span(first.start, first.start + 1)))) != 1:
        return spans
    # a quotation may begin with the verb: Stone “urged the sides to meet”
    before, behind = reading.text[source.end : cue.start].rstrip(_OPENS), reading.text[cue.end : first.start].rstrip(_OPENS)
    if _POSSESSIVE.match(before) or _OPEN_CLAUSE.search(before) or len(behind) > _LONGEST_OBJECT or _OPEN_CLAUSE.search(behind):
        return spans
    if behind.lstrip().startswith((",", ";")):
        # "Now, he added, the fleet is ready" does not read on from its verb
        return spans
    if reading.slice(cue).casefold().split()[:1] in (["according"], ["per"]):
        return spans
    short = _SHORT_VERB.match(reading.text, cue.start)
    joined, _ = reading.settled((Span(short.end() if short else cue.start, first.end), *spans[1:]))
    return joined


def _mostly_shared(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    size = min(sum(s.end - s.start for s in spans), sum(s.end - s.start for s in others))
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in others)
    return shared > 0.6 * size


def fold_positions(drafts: Sequence[Draft[BriefedPosition]]) -> list[Draft[BriefedPosition]]:
    """Fold the positions of one actor that say the same: the most salient one speaks, with the evidence of all."""
    ordered = sorted(drafts, key=_rank)
    kept: list[Draft[BriefedPosition]] = []
    terms: list[frozenset[str]] = []
    for draft in ordered:
        own = terms_of(draft.item.excerpt.text)
        text = draft.item.excerpt.text
        same = (n for n, other in enumerate(terms[:_COMPARED]) if says_the_same(own, other))
        alike = (n for n in same if not _are_terms_apart(text, kept[n].item.excerpt.text))
        twin = next((n for n in alike if not contradict(text, kept[n].item.excerpt.text)), None)
        if twin is not None:
            kept[twin] = _merge(kept[twin], draft)
            continue
        again = next((n for n, other in enumerate(kept[:_COMPARED]) if _is_told_by(draft, other) or _is_told_by(other, draft)), None)
        if again is None:
            kept.append(draft)
            terms.append(own)
        elif _is_told_by(draft, kept[again]):
            kept[again] = _of_kind(_merge(kept[again], draft), draft)
        else:
            kept[again], terms[again] = _of_kind(_merge(draft, kept[again]), kept[again]), own
    return kept


def _of_kind(draft: Draft[BriefedPosition], other: Draft[BriefedPosition]) -> Draft[BriefedPosition]:
    """Give a mere statement the kind of the wording that says more of it."""
    return replace(draft, item=replace(draft.item, kind=other.item.kind)) if draft.item.kind == "statement" else draft


def _is_told_by(draft: Draft[BriefedPosition], other: Draft[BriefedPosition]) -> bool:
    """Tell whether another document has all that one says of a position."""
    if draft.evidence[0].document == other.evidence[0].document or draft.item.via != other.item.via:
        return False
    return says_no_more(draft.item, other.item) and not are_figures_apart(draft.item.excerpt.text, other.item.excerpt.text)


def _are_terms_apart(one: str, other: str) -> bool:
    """Tell whether two texts differ in a figure, or whether one alone sets a condition, which must not be lost: "unless pay rises"."""
    return are_figures_apart(one, other) or bool(_CONDITION.search(one)) != bool(_CONDITION.search(other))


def are_figures_apart(one: str, other: str) -> bool:
    """Tell whether each of two texts has a figure that the other has not: "on 14 March" is not "on 16 March"."""
    here, there = set(_FIGURE.findall(one)), set(_FIGURE.findall(other))
    return bool(here - there and there - here)


def says_the_same(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two contents share nearly all of the shorter one's words, and most of the longer one's."""
    return overlap(a, b) >= 0.75 and jaccard(a, b) >= 0.5


def _merge(first: Draft[BriefedPosition], second: Draft[BriefedPosition]) -> Draft[BriefedPosition]:
    days = [d for d in (first.item.said_on, second.item.said_on) if d is not None]
    evidence: tuple[Evidence, ...] = tuple(dict.fromkeys((*first.evidence, *second.evidence)))
    item = replace(first.item, said_on=min(days, default=None), watched=first.item.watched or second.item.watched)
    return Draft(item=item, evidence=evidence)
