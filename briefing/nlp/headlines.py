"""Attributions that a headline makes by a colon or a dash: "Ministers to meet in May: Quill", "Quill: We will not sign"."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.paragraphs import headline_lines
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text, trim

#: the most words of who is named in a headline
_LONGEST = 5
_CONFIDENCE = 0.8
#: offices of which a land has one, and their letters
_OFFICES = {
    "pm": ("prime", "minister"),
    "minister": ("prime", "minister"),
    "premier": ("premier",),
    "chancellor": ("chancellor",),
    "president": ("president",),
}
#: sentences below a headline in which its office is named, and words of a quotation that says something
_SOON, _FEWEST_QUOTED = 3, 5
_OPENING, _CLOSING = frozenset("'‘“\""), frozenset("'’”\"")
#: a colon, or a dash between spaces
_MARK = re.compile(r":\s+|\s[–—-]\s")


def read_headlines(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with those that a headline makes by its mark, where the model has none there or ties it to somebody
    else; the model's own by a verb of speech are as sure, where the line is no more than what is said and who says so."""
    lines = headline_lines(view.text, body_start)
    for line in lines:
        _name_office(view, resolver, line)
        _name_doer(view, resolver, line, attributions)
        here = [a for a in attributions if any(s.meets(line) for s in a.content)]
        if all(_is_by_mark(view, a) and not any(s.meets(line) for s in a.source) for a in here):
            made = _by_mark(view, resolver, line)
            attributions = [a for a in attributions if made is None or a not in here] + ([made] if made is not None else [])
        elif (made := _by_mark(view, resolver, line)) is not None and all(_has_cue_within(a, made) for a in here):
            # "Talks a 'waste of time' - Quill"
            attributions = [a for a in attributions if a not in here] + [made]
        elif made is not None and not any(s.meets(c) for a in here for s in (*a.content, *a.cue) for c in made.content):
            attributions = [_surer(view, resolver, a, line) if a in here else a for a in attributions] + [made]
        else:
            attributions = [_surer(view, resolver, a, line) if a in here else a for a in attributions]
    return attributions


def _is_by_mark(view: Text, attribution: Attribution) -> bool:
    return all(view.slice(c) == ":" for c in attribution.cue)


def _by_mark(view: Text, resolver: Resolver, line: Span) -> Attribution | None:
    """What one side of a colon, or the name behind a dash, has the other side say."""
    for mark in _MARK.finditer(view.text, line.start, line.end):
        left, right = Span(line.start, mark.start()), Span(mark.end(), line.end)
        if (quoted := _quoted_by_doer(view, resolver, left, right)) is not None:
            return Attribution(source=(quoted[0],), cue=(Span(mark.start(), mark.start() + 1),), content=quoted[1:], confidence=_CONFIDENCE)
        colon = mark.group().startswith(":")
        behind = not colon or (_names_somebody(view, resolver, right) and not _is_office(view, left))
        source, content = (right, left) if behind else (left, right)
        if _names_somebody(view, resolver, source) and _words(view, content) > 2 and not _only_names(view, resolver, content):
            at = mark.start() + (0 if colon else 1)
            return Attribution(source=(source,), cue=(Span(at, at + 1),), content=(trim(view.text, content),), confidence=_CONFIDENCE)
    return None


def _without_mark(view: Text, attribution: Attribution) -> Attribution:
    """An attribution without the mark that closes a quotation whose opening mark stands before it."""
    *before, last = attribution.content
    said = view.slice(last)
    opened = view.text[last.start - 1 : last.start] if last.start else ""
    if before or said[-1:] not in _CLOSING or opened not in _OPENING or any(m in said[:-1].split() for m in _OPENING):
        return attribution
    return replace(attribution, content=(Span(last.start, last.end - 1),))


def _has_cue_within(attribution: Attribution, made: Attribution) -> bool:
    """Tell whether the model takes for a cue what is only a word of what a headline says."""
    return bool(attribution.cue) and all(s.start <= c.start and c.end <= s.end for c in attribution.cue for s in made.content)


def _quoted_by_doer(view: Text, resolver: Resolver, left: Span, right: Span) -> tuple[Span, Span] | None:
    """Who does something behind a colon that nothing but a quotation stands before: "'We will stay': Quill hits back at rivals"."""
    said, words = view.slice(left), view.words([right])
    if said[:1] not in _OPENING or said[-1:] not in _CLOSING or len(view.words([left])) < _FEWEST_QUOTED:
        return None
    named = [(s, e) for s, e in resolver.roster.at(right.start, right.end) if e.kind == "person" and not e.nominal]
    if not named or not words or named[0][0].start != right.start:
        return None
    after = next((w for w in words if view.tokens[w].start >= named[0][0].end), None)
    does = after is not None and view.tokens[after].tag in ("VBZ", "VBP", "VBD", "NNS", "IN")
    return (named[0][0], Span(left.start + 1, left.end - 1)) if does else None


def _is_office(view: Text, span: Span) -> bool:
    """Tell whether a side of a mark ends in an office: "Norland Prime Minister"."""
    words = view.words([span])
    return 0 < len(words) <= _LONGEST and view.low(words[-1]) in lexicon.PERSON_NOUNS | lexicon.LETTERS_OF_OFFICES


def _name_office(view: Text, resolver: Resolver, line: Span) -> None:
    """Let an office that stands alone in a headline mean the one person of that office whom the first sentences below name: "PM"."""
    if not view.sentences:
        return
    until = view.sentences[min(view.sentence_at(line.end) + _SOON, len(view.sentences) - 1)].end
    named = {e: s for s, e in resolver.roster.at(line.end, until) if e.kind == "person" and not e.nominal and e.role}
    for word in view.words([line]):
        token = view.tokens[word]
        office = _OFFICES.get(token.text.lower())
        if (
            office is None
            or resolver.roster.at(token.start, token.end)
            or not (token.text[0].isupper() or view.text[token.end : token.end + 1] == ":")
        ):
            continue
        before = view.tokens[word - 1] if word and view.tokens[word - 1].start >= line.start else None
        start = token.start
        if len(office) > 1 and token.text.lower() == office[-1]:
            if before is None or before.text.lower() != office[0]:
                continue
            start = before.start
        alone = word + 1 >= len(view.tokens) or view.tokens[word + 1].start >= line.end or not view.tokens[word + 1].text[:1].isupper()
        held = [e for e in named if _holds_office(e.role or "", office)]
        if alone and len(held) == 1:
            span = Span(start, token.end)
            resolver.roster.add(held[0], view.slice(span), span)


def _name_doer(view: Text, resolver: Resolver, line: Span, attributions: list[Attribution]) -> None:
    """Let a noun that a headline has hold something mean who is named below as holding the same by the same verb: "Regulator orders bank
    to repay": "The Harbour Conduct Board ordered Veld Bank to repay"."""
    if not view.sentences:
        return
    until = view.sentences[min(view.sentence_at(line.end) + _SOON, len(view.sentences) - 1)].end
    below = [a for a in attributions if a.source and a.cue and line.end < a.content[0].start and line.end < a.cue[0].start < until]
    for told in (a for a in attributions if a.cue and len(a.source) == 1 and line.start <= a.source[0].start and a.cue[-1].end <= line.end):
        source = told.source[0]
        noun = view.head_of(view.words([source]))
        if noun is None or resolver.roster.at(source.start, source.end):
            continue
        same = [a for a in below if _does(view, a) & _does(view, told) and _things(view, a) & _things(view, told)]
        named = {id(e): e for a in same for e in _sources_of(view, resolver, a) if not e.nominal}
        if len(named) != 1:
            continue
        (entity,) = named.values()
        if (entity.kind == "person") == (view.lemma(noun) in lexicon.PERSON_NOUNS):
            resolver.roster.add(entity, view.slice(source), source)


def _sources_of(view: Text, resolver: Resolver, attribution: Attribution) -> list[Entity]:
    """Those whose name is what a source is about: not the editor of "a lawyer for the editor Jon Hale"."""
    heads = [(s, head) for s in attribution.source if (head := view.head_of(view.words([s]))) is not None]
    at = [(view.tokens[head].start, e, span) for s, head in heads for span, e in resolver.roster.at(s.start, s.end)]
    return [e for start, e, span in at if span.start <= start < span.end]


def _does(view: Text, attribution: Attribution) -> set[str]:
    """The verbs of a cue."""
    return {view.lemma(w) for w in view.words(attribution.cue) if view.tokens[w].pos == "VERB"}


def _things(view: Text, attribution: Attribution) -> set[str]:
    """The nouns and verbs of a content."""
    return {view.lemma(w) for w in view.words(attribution.content) if view.tokens[w].pos in ("NOUN", "PROPN", "VERB")}


def _holds_office(role: str, office: tuple[str, ...]) -> bool:
    words = role.lower().split(" of ")[0].split()
    return words[-len(office) :] == list(office) and not {"deputy", "former", "vice"} & set(words)


def _surer(view: Text, resolver: Resolver, attribution: Attribution, line: Span) -> Attribution:
    """An attribution by a verb of speech whose source is known and that takes up its whole line, as sure as one by a colon."""
    attribution = _without_mark(view, _in_line(view, resolver, attribution, line))
    parts = (*attribution.source, *attribution.cue, *attribution.content)
    said = {view.lemma(w) for w in view.words(attribution.cue)} & lexicon.REPORTING
    if not attribution.source or not said or not all(line.start <= s.start and s.end <= line.end for s in parts):
        return attribution
    taken = {w for s in parts for w in view.words([s])}
    is_whole = all(w in taken or view.tokens[w].pos == "PUNCT" for w in view.words([line]))
    if not is_whole or not resolver.resolve(attribution.source):
        return attribution
    return replace(attribution, confidence=max(_CONFIDENCE, attribution.confidence))


def _in_line(view: Text, resolver: Resolver, attribution: Attribution, line: Span) -> Attribution:
    """An attribution of a line whose source the model takes from the next line, with the one that the line itself names."""
    told = (*attribution.cue, *attribution.content)
    if not attribution.cue or not all(line.start <= s.start and s.end <= line.end for s in told):
        return attribution
    source = tuple(Span(max(s.start, line.start), min(s.end, line.end)) for s in attribution.source if s.meets(line))
    if not source and (left := _left(view, line, told)) and _names_somebody(view, resolver, view.span_of(left)):
        source = (view.span_of(left),)
    return replace(attribution, source=tuple(trim(view.text, s) for s in source) or attribution.source)


def _left(view: Text, line: Span, told: tuple[Span, ...]) -> list[int]:
    """The words of a line that are not told, if they are together and so few that they may be who speaks."""
    taken = {w for s in told for w in view.words([s])}
    words = (w for w in view.words([line]) if w not in taken and view.tokens[w].pos != "PUNCT")
    left = list(itertools.islice(words, _LONGEST + 1))
    return left if left and len(left) <= _LONGEST and left == list(range(left[0], left[0] + len(left))) else []


def _only_names(view: Text, resolver: Resolver, span: Span) -> bool:
    """Tell whether a side of a mark is no more than names, with offices: "Apologies: Mr Hale, Ms Quill (Chair)" says nothing."""
    named = [s for s, e in resolver.roster.at(span.start, span.end) if not e.nominal]
    rest = [w for w in view.words([span]) if not any(s.start <= view.tokens[w].start < s.end for s in named)]
    titles = lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS | lexicon.TITLES
    plain = [w for w in rest if not (view.tokens[w].text[0].isupper() and view.lemma(w) in titles)]
    return bool(named) and all(view.tokens[w].pos in ("PUNCT", "CCONJ", "DET", "ADP") for w in plain)


def _words(view: Text, span: Span) -> int:
    return sum(view.tokens[w].pos != "PUNCT" for w in view.words([span]))


def _names_somebody(view: Text, resolver: Resolver, span: Span) -> bool:
    """Tell whether a side of a colon is who speaks: few words, none of them a finite verb, for one whom the text knows."""
    words = view.words([span])
    finite = any(view.tokens[w].tag in ("VBD", "VBZ", "VBP", "MD") for w in words)
    return not finite and _words(view, span) <= _LONGEST and bool(resolver.resolve([span]))
