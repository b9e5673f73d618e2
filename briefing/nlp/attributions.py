"""Mend the model's attributions by the tree: what is said in the sentence itself goes before what stands far off."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.agents import by_whom
from briefing.nlp.contents import whole_content
from briefing.nlp.coordination import spoken_on, with_joined
from briefing.nlp.cuts import when_said, with_name_beside, with_predicate, without_aside, without_description
from briefing.nlp.divisions import divide, join_parts
from briefing.nlp.inserted import read_inserted
from briefing.nlp.inverted import read_inversions
from briefing.nlp.own_cues import cue_beside, cue_between, said_ahead, said_behind, without_accused, word_ahead
from briefing.nlp.paragraphs import headline_lines, heads_a_section
from briefing.nlp.quotations import is_quoted, quotation_at
from briefing.nlp.quoted import one_speaker_a_quotation, only_quotes, quoted_before, quoted_by_another, without_quoted_source
from briefing.nlp.remarks import without_remark
from briefing.nlp.sources import source_of
from briefing.nlp.speakers import own_speaker
from briefing.nlp.syntax import FINITE, SUBJECTS, Text, trim
from briefing.nlp.turns import by_turns

#: what is left of the confidence in an attribution that a briefing must not show
UNTRUSTED = 0.05
#: what hangs on a noun and is no part of its phrase: what tells of it, and the clause that it is the predicate of
_NOT_OF_PHRASE = frozenset({"acl:relcl", "punct", "case", "cop", *SUBJECTS})
#: verbs whose subject says nothing
_SEEMS = frozenset("seem appear".split())
_MARKS = '“”«»"'
#: so many characters behind a source its verb begins
_NEXT_WORD = 4
#: a pronoun that is the object of a verb behind a content
_LEFT = re.compile(r",? (?:which|whom)\Z")
_OPENED_ANEW = re.compile(r"\s*[\r\n]\s*[“«„\"]")
#: where a quotation opens behind a sentence outside of it
_OPENED_BEHIND = re.compile(r"(?<=[.!?])\s+[“«„\"](?=\w)")


def mend_attributions(view: Text, attributions: tuple[Attribution, ...], *, body_start: int) -> list[Attribution]:
    """Give the attributions of the body, in text order, with whole contents and with the sources that their cues' clauses name."""
    attributions = tuple(read_inserted(view, attributions, body_start=body_start))
    spans = {s for a in attributions for s in (*a.source, *a.cue, *_behind_quotation(view, a))}
    marks = sorted({s.start for s in spans})
    mended: list[Attribution] = []
    heads = headline_lines(view.text, body_start)
    parts = [part for a in attributions for part in divide(view, a, heads, body_start)]
    parts = [p for part in parts for p in _without_when(view, part)]
    parts = read_inversions(view, [replace(p, cue=(), source=()) if _is_cut_off(view, p) else p for p in parts])
    for part in sorted(parts, key=lambda a: a.content[0].start):
        if only_quotes(view, part) or heads_a_section(view.text, part.content, body_start):
            continue
        part = by_whom(view, _by_subject(view, part))
        part = quoted_before(view, quoted_by_another(view, without_quoted_source(view, with_name_beside(view, part))))
        content = whole_content(view, part.content, cue=part.cue, marks=marks)
        content = (*content[:-1], with_joined(view, content[-1], part.cue, marks)) if content else content
        content = tuple(_within_noun(view, s, part.cue) for s in content)
        content = tuple(without_aside(view, _antecedent(view, s), part.cue, part.source) for s in content)
        content = (*content[:-1], without_description(view, content[-1], part.source)) if content else content
        content = with_predicate(view, content, part.cue, part.source)
        if len(content) > 1 and view.slice(content[0]).lower() in ("which", "who", "whom"):
            content = content[1:]
        if content and (left := _LEFT.search(view.slice(content[-1]))) is not None and part.cue and part.cue[0].start > content[-1].end:
            # "a plan by the union, which" the port rejected
            content = (*content[:-1], Span(content[-1].start, content[-1].start + left.start()))
        if not content:
            continue
        content = tuple(q for s in content if (behind := view.behind_dateline(s)) is not None for q in _by_opening(view.text, behind))
        if not content:
            continue
        part = said_ahead(view, said_behind(view, _said_beside(view, part, content), content), content)
        astray = _is_astray(view, part, content)
        beside = cue_beside(view, content) if astray or not part.cue else None
        if beside is not None:
            mended.append(replace(part, content=content, cue=(beside[0],), source=(beside[1],)))
            continue
        between = cue_between(view, part.source, content) if astray or not part.cue else None
        if between is not None:
            mended.append(replace(part, content=content, cue=(between,)))
            continue
        if astray and (ahead := word_ahead(view, content)) is not None:
            mended.append(replace(part, content=content, cue=(ahead,), source=()))
            continue
        if astray:
            # somebody holds it, and maybe who speaks where the cue stands (`positions.hold_positions`)
            mended.append(replace(part, content=content, cue=()))
            continue
        if _is_carried(view, part, content):
            part = replace(part, confidence=part.confidence * UNTRUSTED)
        own = own_speaker(view, part.cue, content)
        if own is not None:
            mended.append(replace(part, content=content, cue=(own[0],), source=(own[1],)))
            continue
        part = replace(part, content=content, source=source_of(view, part, content, marks))
        mended.append(without_accused(view, part))
    mended = one_speaker_a_quotation(view, mended)
    cues = frozenset(c.start for a in mended for c in a.cue)
    mended = [part for a in mended for part in spoken_on(view, a, cues)]
    joined = by_turns(view, join_parts(view, sorted(mended, key=lambda a: a.content[0].start)))
    return [replace(a, content=without_remark(view, a.content, a.cue)) for a in joined]


def _without_when(view: Text, attribution: Attribution) -> list[Attribution]:
    """The attribution without when it was said, and what somebody else said then: "Stone said, a day after the union" demanded a rise."""
    when = when_said(view, attribution.content, attribution.cue)
    if when is None:
        return [attribution]
    kept = [replace(attribution, content=attribution.content[:-1])] if len(attribution.content) > 1 else []
    verb = next((w for w in view.words([when]) if view.tokens[w].tag in FINITE), None)
    subject = view.child(verb, ("nsubj",)) if verb is not None else None
    if verb is None or subject is None or subject > verb or view.lemma(verb) not in lexicon.REPORTING | lexicon.NESTED:
        return kept
    inside = view.words([when])
    start = verb + 2 if view.low(verb + 1) == "of" else verb + 1
    if start not in inside or view.tokens[subject].pos == "PRON":
        return kept
    source = view.span_of([w for w in view.subtree(subject) if w in inside and w < verb])
    cue, content = Span(view.tokens[verb].start, view.tokens[start - 1].end), Span(view.tokens[start].start, when.end)
    return [*kept, replace(attribution, source=(source,), cue=(cue,), content=(content,))]


def _by_subject(view: Text, attribution: Attribution) -> Attribution:
    """Take the subject of the cue for the source where it is taken for a part of what is said, "The statement" called for "a retrial";
    where somebody of another sentence is known to speak, it is theirs, and who seems to do something does not say so."""
    verb, content = view.head_of(view.words(attribution.cue)), attribution.content
    subject = view.child(verb, ("nsubj",)) if verb is not None else None
    if verb is None or subject is None or len(content) < 2 or content[0].end > attribution.cue[0].start:
        return attribution
    if any(view.sentence_at(s.start) == view.tokens[verb].sentence for s in attribution.source):
        return attribution
    own = view.words(content[:1]) == [w for w in view.subtree(subject) if view.tokens[w].pos != "PUNCT"]
    active = view.is_finite(verb) and view.child(verb, ("aux:pass",)) is None and view.lemma(verb) not in _SEEMS
    return replace(attribution, source=attribution.source or content[:1], content=content[1:]) if own and active else attribution


def _behind_quotation(view: Text, attribution: Attribution) -> tuple[Span, ...]:
    """Who speaks between the marks that close a quotation and the cue, whomever the model gives it to: "...," bank analysts wrote."""
    verb = view.head_of(view.words(attribution.cue))
    subject = view.child(verb, ("nsubj",)) if verb is not None and view.lemma(verb) in lexicon.REPORTING else None
    if verb is None or subject is None or subject > verb:
        return ()
    phrase = view.span_of([w for w in view.subtree(subject) if w < verb])
    before = view.text[max(0, phrase.start - 3) : phrase.start].rstrip()
    return (phrase,) if before[-1:] in ("”", "»", '"') and phrase.end <= attribution.cue[0].start else ()


def _is_cut_off(view: Text, attribution: Attribution) -> bool:
    """Tell whether a quotation that follows a sentence of its paragraph is tied to a cue that it cannot be: one of another paragraph,
    or one that a whole sentence parts from it. It goes on with who speaks in the sentence before."""
    text, first = view.text, attribution.content[0]
    opening = quotation_at(text, first.start + 1)
    if not attribution.cue or opening is None or not is_quoted(text, attribution.content):
        return False
    start = text.rfind("\n", 0, first.start) + 1
    before = text[start : opening.start - 1].rstrip()
    cue = attribution.cue[0]
    behind = "\n" in text[attribution.content[-1].end : cue.start]
    if before[-1:] not in (".", "!", "?") or (any(c in before for c in _MARKS) and not behind):
        return False
    away = view.sentence_at(cue.start) - view.sentence_at(attribution.content[-1].end - 1)
    between = text[attribution.content[-1].end : cue.start]
    return "\n" in between or cue.end <= start or (away > 1 and quotation_at(text, cue.start) is None)


def _within_noun(view: Text, span: Span, cue: tuple[Span, ...]) -> Span:
    """End what a claim says where its clause ends: "Stone's claim" that the raid killed nine "was disputed by the hospital"."""
    words, noun = view.words([span]), view.head_of(view.words(cue))
    if noun is None or view.tokens[noun].pos != "NOUN" or not words:
        return span
    if "that" not in (view.low(words[0]), view.low(words[0] - 1)):
        return _before_verb(view, span, noun)
    clause = next((c for c in view.children[noun] if c in words and view.tokens[c].relation in ("acl", "ccomp")), None)
    if clause is None or words[0] not in (inside := view.subtree(clause)):
        return span
    end = view.tokens[inside[-1]].end
    verb = view.tokens[noun].head
    behind = inside[-1] + 1
    goes_on = (verb > inside[-1] and verb in words) or (behind in words and view.tokens[behind].tag in FINITE)
    goes_on = goes_on and view.tokens[noun].relation in SUBJECTS
    return Span(span.start, end) if goes_on and end < span.end else span


def _before_verb(view: Text, span: Span, noun: int) -> Span:
    """End what a noun of speech is about before the verb that the noun is the subject of: "his remarks on the levy" angered farmers."""
    words, tokens = view.words([span]), view.tokens
    if words[0] == 0 or tokens[words[0] - 1].pos != "ADP" or tokens[words[0] - 1].head not in words or noun > words[0]:
        return span
    about = tokens[words[0] - 1].head
    verb = next((w for w in words if w > about and tokens[w].pos != "PUNCT"), None)
    if verb is None or tokens[about].pos not in ("NOUN", "PROPN") or tokens[verb].tag not in FINITE or tokens[verb].relation == "acl":
        return span
    return Span(span.start, tokens[about].end)


def _by_opening(text: str, span: Span) -> list[Span]:
    """The pieces of a quotation that is opened anew in each paragraph, or that opens behind a sentence, without the opening marks."""
    outside = quotation_at(text, span.start) is None and text[span.start] not in _MARKS
    behind = _OPENED_BEHIND.finditer(text, span.start, span.end) if outside else ()
    cuts = sorted({c.start(): c for c in (*behind, *_OPENED_ANEW.finditer(text, span.start, span.end))}.values(), key=lambda c: c.start())
    starts, ends = [span.start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), span.end]
    return [trim(text, Span(start, end)) for start, end in zip(starts, ends, strict=True)] if cuts else [span]


def _antecedent(view: Text, span: Span) -> Span:
    """The noun phrase that a content of one relative pronoun stands for: "islands, which China claims"."""
    words = view.words([span])
    if len(words) != 1 or view.low(words[0]) not in ("which", "that", "whom", "who"):
        return span
    verb = view.tokens[words[0]].head
    for _ in range(3):
        if view.tokens[verb].relation in ("acl:relcl", "advcl:relcl"):
            noun = _before_relative(view, words[0], view.tokens[verb].head)
            phrase = [w for w in view.subtree(noun, without=_NOT_OF_PHRASE) if w < words[0]]
            return view.span_of(phrase) if phrase else span
        verb = view.tokens[verb].head
    return span


def _before_relative(view: Text, word: int, over: int) -> int:
    """The noun that a relative clause tells of: where a parse hangs it on the verb, the last noun phrase before it."""
    if view.tokens[over].pos not in ("VERB", "AUX"):
        return over
    near = next((w for w in range(word - 1, over, -1) if view.tokens[w].pos in ("NOUN", "PROPN")), None)
    while near is not None and over < view.tokens[near].head < word and view.tokens[view.tokens[near].head].pos in ("NOUN", "PROPN"):
        near = view.tokens[near].head
    return near if near is not None else over


def _said_beside(view: Text, attribution: Attribution, content: tuple[Span, ...]) -> Attribution:
    """Take the verb right behind a source for its cue, where the one it is tied to stands in another sentence: "They never used it,
    Col. Quill said", and not what Quill says in a later paragraph."""
    if not attribution.cue or not attribution.source:
        return attribution
    last, places = attribution.source[-1], {view.sentence_at(s.start) for s in content}
    if view.sentence_at(last.start) not in places or {view.sentence_at(c.start) for c in attribution.cue} & places:
        return attribution
    first = view.words(attribution.source)[:1]
    if first and first[0] > 1 and [t.text.lower() for t in view.tokens[first[0] - 2 : first[0]]] == ["according", "to"]:
        # "According to Col. Quill, they never used it", and not what he says in the next sentence
        return replace(attribution, cue=(Span(view.tokens[first[0] - 2].start, view.tokens[first[0] - 1].end),))
    behind = view.words([Span(last.end, last.end + _NEXT_WORD)])
    verb = next((w for w in behind if view.tokens[w].pos != "PUNCT"), None)
    if verb is None or view.lemma(verb) not in lexicon.REPORTING or view.tokens[verb].tag not in FINITE:
        return attribution
    return replace(attribution, cue=(Span(view.tokens[verb].start, view.tokens[verb].end),))


def _is_astray(view: Text, attribution: Attribution, content: tuple[Span, ...]) -> bool:
    """Tell whether a content is tied to a cue of another sentence though neither a quotation nor a whole sentence carries it there."""
    if not attribution.cue or is_quoted(view.text, content):
        return False
    away = min(abs(view.sentence_at(c.start) - view.sentence_at(s.start)) for c in attribution.cue for s in content)
    return away > 1 or (away == 1 and not (attribution.source and _opens_sentence(view, content[0])))


def _is_carried(view: Text, attribution: Attribution, content: tuple[Span, ...]) -> bool:
    """Tell whether a cue that carries no sentence but its own is tied to another, unquoted: who "pleaded guilty" says no more."""
    if not attribution.cue or is_quoted(view.text, content) or any(view.lemma(w) in lexicon.REPORTING for w in view.words(attribution.cue)):
        return False
    places = {view.sentence_at(c.start) for c in attribution.cue}
    return places.isdisjoint(view.sentence_at(s.start) for s in content)


def _opens_sentence(view: Text, span: Span) -> bool:
    words = view.words([span])
    before = view.sentence_words[view.tokens[words[0]].sentence] if words else range(0)
    return all(view.tokens[w].pos in ("PUNCT", "CCONJ", "ADV") for w in before if w < words[0])
