"""Speech that its form alone tells, where the model found none: "The road is closed, Mayor Ada Quill said.", "According to Norland, the
river", and a paragraph that is all quotation, which goes on with who speaks before or behind it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.acts import may_speak
from briefing.nlp.cuts import without_aside
from briefing.nlp.fragments import is_predicate
from briefing.nlp.quotations import quotation_at, quotations
from briefing.nlp.resolve import Resolver
from briefing.nlp.speakers import BODY_OF_SOURCE
from briefing.nlp.stances import is_plain
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import FINITE, SUBJECTS, Text, trim

_CONFIDENCE = 0.8
#: an attribution less sure than this, without a cue, gives way to what a clause tells
_FAINT = 0.3
#: verbs that follow what is said, with a comma before who says it
_SAYS = frozenset(
    """say tell add note explain maintain state announce report stress reveal confirm disclose continue observe conclude reiterate
    write claim argue insist affirm clarify emphasize emphasise underline remark comment lament warn caution""".split()
)
#: verbs that a clause follows which says what somebody holds
_SAYS_THAT = _SAYS - {"continue", "comment", "write", "report"} | frozenset(
    "believe think acknowledge admit concede declare deny contend".split()
)
#: what opens a sentence by whom it is told
_OPENS_BY = re.compile(r"According to(?=\s)")
#: what opens a sentence by what was asked of who speaks, and is none of what they say: "Asked if it would accept, Quill said it would"
_ASKED = re.compile(r"(?:(?:When|Also|Later|Repeatedly) )?(?:asked|pressed|questioned|quizzed)\b", re.IGNORECASE)
#: what stands between what is said and who says it
_STOPS = frozenset({",", "”", "»", '"', "''"})
#: parts of a phrase that says who speaks
_PHRASE = frozenset("DET ADJ NOUN PROPN ADP PART NUM CCONJ PRON PUNCT".split())
#: what follows a verb that says something itself, behind it
_SAID_BEHIND = frozenset({"ccomp", "xcomp", "obj"})
_FEWEST, _LONGEST_SOURCE = 4, 25
#: characters of the shortest quotation that is a statement, and of what may stand between it and who speaks
_SHORTEST, _FARTHEST = 40, 500
_MARKS = frozenset('“«„"')
_OPENING, _CLOSING = '“«„"', ("”", "»", '"')


def overheard_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with what a closing "X said", a plain "X said that" and paragraphs of quotation say that none has, in the
    place of those too faint to be shown that lie in it."""
    sure = [a for a in attributions if not _is_faint(a)]
    told = _said_behind(view, resolver, sure, body_start)
    told += _said_ahead(view, resolver, [*sure, *told], body_start)
    inside = Spans(s for a in told for s in a.content)
    kept = [a for a in attributions if not _is_faint(a) or not any(inside.meeting(*s) for s in a.content)]
    return [*kept, *told, *_according_to(view, kept, body_start), *_quoted_on(view, kept, body_start)]


def _is_faint(attribution: Attribution) -> bool:
    return attribution.confidence < _FAINT and not attribution.cue


def _said_behind(view: Text, resolver: Resolver, attributions: list[Attribution], body_start: int) -> list[Attribution]:
    cues = {s.start for a in attributions for s in a.cue}
    found = []
    for verb in view.with_lemma(_SAYS):
        token = view.tokens[verb]
        if token.start < body_start or not view.is_finite(verb) or _says_more(view, verb):
            continue
        source = _speaker(view, verb)
        if source is None or token.start in cues or quotation_at(view.text, token.start) is not None:
            continue
        content = _before(view, min(source.start, token.start), token.sentence)
        whole = Span(content.start, max(source.end, token.end))
        words = view.words([content])
        if len(words) < _FEWEST or not any(is_predicate(view, w) for w in words) or "\n" in view.slice(whole):
            continue
        if _ASKED.match(view.slice(content)):
            continue
        if not any(_is_taken(a, content, whole) for a in attributions) and _may_speak(view, resolver, source):
            cue = Span(token.start, token.end)
            found.append(Attribution(source=(source,), cue=(cue,), content=(content,), confidence=_CONFIDENCE))
    return found


def _said_ahead(view: Text, resolver: Resolver, attributions: list[Attribution], body_start: int) -> list[Attribution]:
    """The clauses that say by their main verb who says what its object clause tells, and that no attribution touches."""
    cues = {s.start for a in attributions for s in a.cue}
    contents = Spans(s for a in attributions for s in a.content)
    found = []
    for verb in view.with_lemma(_SAYS_THAT):
        token = view.tokens[verb]
        if token.start < body_start or token.start in cues or token.pos != "VERB" or not is_plain(view, verb):
            continue
        subject, clause = view.child(verb, ("nsubj",)), view.child(verb, ("ccomp",))
        if subject is None or clause is None or not subject < verb < clause or quotation_at(view.text, token.start) is not None:
            continue
        source = view.span_of([w for w in view.subtree(subject, without=BODY_OF_SOURCE) if w < verb])
        content = trim(view.text, view.span_of([w for w in view.subtree(clause) if w > verb]))
        words = view.words([content])
        whole = Span(source.start, content.end)
        if len(words) < _FEWEST or source.end > token.start or "\n" in view.slice(whole) or contents.meeting(*whole):
            continue
        if view.child(clause, SUBJECTS) is not None and may_speak(view, resolver, source):
            cue = Span(token.start, token.end)
            found.append(Attribution(source=(source,), cue=(cue,), content=(content,), confidence=_CONFIDENCE))
    return found


def _according_to(view: Text, attributions: list[Attribution], body_start: int) -> list[Attribution]:
    """The sentences that open by whom they are told, and that no attribution touches."""
    tokens, text = view.tokens, view.text
    taken = Spans(s for a in attributions for s in (*a.cue, *a.content))
    found = []
    for place in view.sentence_words:
        opening = _OPENS_BY.match(text, tokens[place[0]].start) if place else None
        if opening is None or opening.start() < body_start or quotation_at(text, opening.start()) is not None:
            continue
        comma = next((w for w in place if tokens[w].start >= opening.end() and tokens[w].text == ","), place[-1])
        source = [w for w in place if tokens[w].start >= opening.end() and w < comma]
        stop = tokens[place[-1]]
        content = trim(text, Span(tokens[comma].end, stop.start if stop.text == "." else stop.end))
        words = view.words([content])
        if not 0 < len(source) <= _LONGEST_SOURCE or len(words) < _FEWEST or any(tokens[w].tag in FINITE for w in source):
            continue
        if "\n" in text[opening.start() : content.end] or taken.meeting(opening.start(), content.end):
            continue
        if any(is_predicate(view, w) for w in words):
            cue, said_by = (Span(opening.start(), opening.end()),), (view.span_of(source),)
            content = without_aside(view, content, cue, said_by)
            found.append(Attribution(source=said_by, cue=cue, content=(content,), confidence=_CONFIDENCE))
    return found


def _before(view: Text, end: int, sentence: int) -> Span:
    """What stands before who speaks: the quotation that ends there, or the sentence so far."""
    closed = view.text[:end].rstrip(" ,")
    if closed[-1:] in _CLOSING and (around := quotation_at(view.text, len(closed) - 2)) is not None:
        return trim(view.text, around)
    return trim(view.text, Span(view.tokens[view.sentence_words[sentence][0]].start, end))


def _is_taken(attribution: Attribution, content: Span, whole: Span) -> bool:
    """Tell whether an attribution has something of a sentence, but for one that is told within what is said."""
    if not any(s.meets(whole) for s in attribution.content):
        return False
    parts = (*attribution.content, *attribution.cue)
    return not attribution.cue or not all(content.start <= s.start and s.end <= content.end for s in parts)


def _may_speak(view: Text, resolver: Resolver, source: Span) -> bool:
    """Tell whether a source may hold something, or is somebody whom the text gives no name: "the official"."""
    if may_speak(view, resolver, source):
        return True
    head = view.head_of(view.words([source]))
    return head is not None and view.lemma(head) in lexicon.PERSON_NOUNS and not resolver.resolve([source])


def _says_more(view: Text, verb: int) -> bool:
    """Tell whether a verb says something behind it: "told reporters that", "said enough"."""
    behind = [c for c in view.children[verb] if c > verb and view.tokens[c].relation in _SAID_BEHIND]
    if any(view.tokens[w].text in _MARKS for w in range(verb, view.sentence_words[view.tokens[verb].sentence][-1])):
        return True
    # whom one told
    return any(view.tokens[c].relation != "obj" or view.lemma(verb) != "tell" for c in behind) or view.is_negated(verb)


def _speaker(view: Text, verb: int) -> Span | None:
    """Who speaks between a comma and the verb, or right behind a verb that a comma stands before."""
    tokens, place = view.tokens, view.sentence_words[view.tokens[verb].sentence]
    named = _named_between(view, verb)
    if named is not None and named[0] > place[0] and tokens[named[0] - 1].text in _STOPS:
        # '"...," the envoy, Ada Quill, said'
        span = named
    elif verb - 1 > place[0] and tokens[verb - 1].text in _STOPS:
        end = next((w for w in range(verb + 1, place[-1] + 1) if tokens[w].pos not in _PHRASE or tokens[w].text == ","), place[-1] + 1)
        span = list(range(verb + 1, end))
    else:
        subject = view.child(verb, SUBJECTS)
        first = view.subtree(subject)[0] if subject is not None and subject < verb else _behind_comma(view, verb, place[0])
        span = list(range(first, verb))
        if first <= place[0] or tokens[first - 1].text not in _STOPS:
            return None
    while span and tokens[span[-1]].pos in ("ADV", "AUX"):
        span.pop()
    nouns = [w for w in span if tokens[w].pos in ("NOUN", "PROPN", "PRON")]
    plain = not any(tokens[w].tag in FINITE or tokens[w].text.lower() in ("it", "who", "which", "that") for w in span)
    if not nouns or not plain or len(span) > _LONGEST_SOURCE:
        return None
    phrase = view.span_of(span)
    return Span(phrase.start, phrase.end + 1) if view.text[phrase.end : phrase.end + 1] == ")" else phrase


def _named_between(view: Text, verb: int) -> list[int] | None:
    """The subject before a verb whose name stands between commas."""
    subject = view.child(verb, SUBJECTS)
    if subject is None or subject > verb or view.tokens[verb - 1].text != "," or view.child(subject, ("appos",)) is None:
        return None
    words = [w for w in view.subtree(subject) if w < verb - 1]
    return list(range(words[0], verb - 1)) if words and words[-1] == verb - 2 else None


def _behind_comma(view: Text, verb: int, first: int) -> int:
    """The first word behind the last comma, or the last quotation, before a verb."""
    return next((w + 1 for w in range(verb - 1, first, -1) if view.tokens[w].text in _STOPS), first)


def _quoted_on(view: Text, attributions: list[Attribution], body_start: int) -> list[Attribution]:
    """The quotations of whole sentences that open a paragraph or follow a sentence of it, and that nobody has, of who speaks there."""
    text = view.text
    own = (a for a in attributions if a.source and a.cue and quotation_at(text, a.cue[0].start) is None)
    ordered = sorted(own, key=_begin)
    contents = Spans(s for a in attributions for s in a.content if not _is_within(text, a))
    found: list[Attribution] = []
    for quotation in quotations(text):
        if quotation.start < body_start or quotation.end - quotation.start < _SHORTEST or not _is_statement(text, quotation):
            continue
        if contents.meeting(*quotation):
            continue
        behind = _goes_on(text, quotation)
        speaker = _near(view, ordered, quotation, behind=behind)
        if speaker is not None:
            content = trim(text, quotation)
            found.append(Attribution(source=speaker.source, cue=(), content=(content,), confidence=_CONFIDENCE))
    return found


def _is_within(text: str, attribution: Attribution) -> bool:
    """Tell whether it is within a quotation that somebody says something: "Everyone knows how it ends." is of who is quoted."""
    around = quotation_at(text, attribution.content[0].start)
    return around is not None and any(around.start <= c.start < around.end for c in attribution.cue)


def _is_statement(text: str, quotation: Span) -> bool:
    """Tell whether a quotation begins where a sentence does and ends where one does, between marks that open and close it."""
    before = text[max(0, quotation.start - _SHORTEST) : quotation.start - 1]
    if before[-1:].strip() or text[quotation.start].isspace():
        return False
    before = before.rstrip(" \t")[-1:]
    return before in ("", "\n", "\r", ".", "!", "?", "”", '"') and text[quotation.start : quotation.end].rstrip()[-1:] in (".", "!", "?")


def _goes_on(text: str, quotation: Span) -> bool:
    """Tell whether a quotation is not closed, and opened anew in the next paragraph."""
    return text[quotation.end : quotation.end + 1] in ("\n", "\r") and text[quotation.end :].lstrip()[:1] in _OPENING


def _begin(attribution: Attribution) -> int:
    return attribution.content[0].start


def _near(view: Text, ordered: Sequence[Attribution], quotation: Span, *, behind: bool) -> Attribution | None:
    """Whose words stand right before a quotation, or right behind one that goes on: at most a paragraph's end lies between."""
    if behind:
        at = bisect.bisect_right(ordered, quotation.end, key=_begin)
        near = ordered[at] if at < len(ordered) else None
        gap = Span(quotation.end, near.content[0].start) if near is not None else None
    else:
        at = bisect.bisect_right(ordered, quotation.start, key=_begin)
        near = next((ordered[n] for n in range(at - 1, -1, -1) if ordered[n].content[-1].end <= quotation.start), None)
        gap = Span(max(near.content[-1].end, near.cue[-1].end, near.source[-1].end), quotation.start) if near is not None else None
    if near is None or gap is None or gap.end - gap.start > _FARTHEST:
        return None
    ends = len([line for line in view.text[gap.start : gap.end].splitlines() if line.strip(' \t“”"«»')])
    return near if ends <= 1 or behind else None
