"""Where the content of an attribution begins and ends: at whole phrases and whole quotations, without marks that dangle."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from briefing.calendar_names import CALENDAR
from briefing.models import Span
from briefing.nlp.cuts import without_lead, without_listener, without_matrix, without_occasion, without_setting
from briefing.nlp.fragments import TELLS, is_predicate, to_clause_end, whole_clause, with_circumstance, with_tail
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import FINITE, SUBJECTS, Text, trim

#: relations whose word cannot end a phrase: what it belongs to comes behind it
LEANS_FORWARD = frozenset("det case amod compound nummod nmod:poss aux aux:pass cop mark cc advmod det:predet cc:preconj".split())
#: what hangs on a word without being part of what it says
_STANDS_APART = frozenset("conj cc parataxis nsubj nsubj:pass punct discourse".split())
#: what tells more of a noun or of why, and may be left out of what is held
_ASIDE = frozenset({"acl:relcl", "advcl"})
#: relations of the words before a noun that cannot be left out of its phrase
_LEAD = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
#: words that a clause cannot leave behind
_OPENS = frozenset("after before because if unless until when while although though".split())
_ASKS = frozenset({"WDT", "WP", "WRB"})
_LONGEST_LEAP, _LONGEST_REST = 8, 12
#: characters between two pieces of a content that may be missing from its middle
_WIDEST_GAP = 200
_MOST, _MOST_ITEMS = 0.5, 8
_OPENING = frozenset('“«„"')
_ARTICLE = re.compile(r"\b(?:the|an?)\s*$", re.IGNORECASE)
_TOLD_ON = re.compile(r",?\s(?:who|which|where|whose|that)\s")
_RELATIVE = frozenset({"who", "which", "that"})


def whole_content(view: Text, spans: tuple[Span, ...], *, cue: tuple[Span, ...], marks: Sequence[int]) -> tuple[Span, ...]:
    """Trim each piece to the content itself, and join pieces that only marks and white space part.

    A piece that breaks off within a phrase or a quotation goes on to its end, but not across one of ``marks``, the sorted beginnings of
    all sources and cues of the text.
    """
    out: list[Span] = []
    for span in sorted(spans):
        if view.slice(span).lower() in ("as saying", "as telling", "saying"):
            # "was quoted" as saying
            continue
        whole = with_rest(view, whole_phrase(view, with_subject(view, with_lead(view, span, marks), marks), marks), marks)
        whole = with_circumstance(view, with_opening(view, _to_cue(view, whole, cue, marks), cue, marks), cue, marks)
        whole = to_clause_end(view, whole_clause(view, whole, marks), marks)
        whole = _with_tails(view, whole, cue, marks)
        whole = without_matrix(view, without_setting(view, _whole_quotation(view, whole, cue, marks), cue), cue)
        trimmed = without_lead(view.text, trim(view.text, without_listener(view, without_occasion(view, whole, cue), cue)))
        trimmed = _without_relative(view, trimmed)
        if trimmed.end <= trimmed.start:
            continue
        if out and (trimmed.start <= out[-1].end or _is_gap(view, out[-1].end, trimmed.start, marks)):
            joined = Span(out[-1].start, max(out[-1].end, trimmed.end))
            out[-1] = trim(view.text, joined)
        else:
            out.append(trimmed)
    return tuple(out)


def _without_relative(view: Text, span: Span) -> Span:
    """Cut off the relative pronoun of a clause that the content has not: "a demand" that Quill has rejected."""
    words = view.words([span])
    ends = len(words) > 1 and view.tokens[words[-1]].tag == "WDT" and words[-1] + 1 < len(view.tokens)
    if not ends or view.tokens[words[-1] + 1].pos == "PUNCT":
        return span
    return trim(view.text, Span(span.start, view.tokens[words[-1]].start))


def _is_gap(view: Text, end: int, start: int, marks: Sequence[int]) -> bool:
    """Tell whether two pieces are parted by marks and white space, or by words of their own sentence that no source or cue is among."""
    if not re.search(r"\w", view.text[end:start]):
        return True
    quoted = any(c in view.text[end:start] for c in '“”«»"')
    free = bisect.bisect_left(marks, end) == bisect.bisect_left(marks, start)
    return free and not quoted and start - end <= _WIDEST_GAP and view.sentence_at(end - 1) == view.sentence_at(start)


def whole_phrase(view: Text, span: Span, marks: Sequence[int], *, leaning: frozenset[str] = LEANS_FORWARD) -> Span:
    """Extend a span to the end of the word, and of the phrase where its last word is one of ``leaning`` to what follows."""
    words = view.words([span])
    if not words:
        return span
    last, tokens = words[-1], view.tokens
    limit = _next_mark(marks, span.end, len(view.text))

    def may(word: int) -> bool:
        return word < len(tokens) and tokens[word].sentence == tokens[last].sentence and tokens[word].end <= limit

    # "a 48" of "a 48-hour meeting"
    while may(last + 2) and tokens[last + 1].text in "-/" and tokens[last].end == tokens[last + 1].start == tokens[last + 2].start - 1:
        last += 2
    for _ in range(3):
        head = tokens[last].head
        if tokens[last].relation not in leaning or head <= last or head - last > _LONGEST_LEAP or not may(head):
            break
        if any(tokens[w].pos == "PUNCT" and tokens[w].text not in "-'’\"“”" for w in range(last + 1, head)):
            break
        last = head
    return Span(span.start, max(span.end, tokens[last].end))


def with_rest(view: Text, span: Span, marks: Sequence[int]) -> Span:
    """Extend a content over what hangs on its words and follows without a mark between: "its response" within two weeks."""
    words, tokens = view.words([span]), view.tokens
    if not words:
        return span
    inside, last = set(words), words[-1]
    limit = _next_mark(marks, span.end, len(view.text))
    at = last + 1
    while at < len(tokens) and at - last <= _LONGEST_REST and tokens[at].sentence == tokens[last].sentence and tokens[at].end <= limit:
        behind = _behind_parenthesis(view, at)
        if behind is not None:
            at = behind
            continue
        if tokens[at].text == "-" and tokens[at - 1].end == tokens[at].start:
            # "nitrogen-fixing"
            at += 1
            continue
        relation, word = "", at
        while word not in inside and tokens[word].head != word:
            relation, word = tokens[word].relation, tokens[word].head
        if tokens[at].pos == "PUNCT" or word not in inside or relation in _STANDS_APART or relation in _ASIDE or _is_while(view, at):
            break
        at += 1
    while at - 1 > last and _opens_more(view, at - 1):
        at -= 1
    return Span(span.start, tokens[at - 1].end) if at - 1 > last else span


def _opens_more(view: Text, word: int) -> bool:
    """Tell whether a word cannot end a content, but for an adverb of a word before: "a couple of days earlier"."""
    token = view.tokens[word]
    return token.tag in _ASKS or (token.relation in LEANS_FORWARD and not (token.relation == "advmod" and token.head < word))


def _is_while(view: Text, word: int) -> bool:
    """Tell whether a word begins a time that may as well be that of the speech: "during the debate", "in July"."""
    if view.tokens[word].relation != "case":
        return False
    preposition = view.low(word)
    return preposition == "during" or (preposition in ("in", "on") and view.low(view.tokens[word].head) in CALENDAR)


def _behind_parenthesis(view: Text, at: int) -> int | None:
    """The word behind a short aside in parentheses, "(WHO)", that opens at a word."""
    tokens = view.tokens
    if tokens[at].text != "(":
        return None
    closing = next((w for w in range(at + 1, min(at + 6, len(tokens))) if tokens[w].text == ")"), None)
    return closing + 1 if closing is not None else None


def with_lead(view: Text, span: Span, marks: Sequence[int]) -> Span:
    """Extend a content back over the words that lean on its first one: "Saudi Arabia's" daily number of requests."""
    words, tokens = view.words([span]), view.tokens
    if not words:
        return span
    inside, first = set(words), words[0]
    while first > 0 and tokens[first - 1].sentence == tokens[first].sentence:
        owned = tokens[first - 1].tag == "POS" and first > 1
        word = first - 2 if owned else first - 1
        opens = tokens[word].relation == "mark" and tokens[word].text.lower() in _OPENS
        told = (opens or tokens[word].relation in _LEAD) and tokens[word].head in inside
        apart = bisect.bisect_left(marks, tokens[word].start) != bisect.bisect_left(marks, span.start)
        if apart or not (told or (owned and tokens[word].head in inside)):
            break
        inside |= {word, first - 1}
        first = word
    return Span(tokens[first].start, span.end) if first < words[0] else span


def with_opening(view: Text, span: Span, cue: tuple[Span, ...], marks: Sequence[int]) -> Span:
    """Extend a content that its cue follows back over the clause that it is the rest of: "Halm moved its works to" Orland, it was said."""
    words, tokens = view.words([span]), view.tokens
    if not words or not cue or cue[0].start < span.end or view.sentence_at(cue[0].start) != tokens[words[0]].sentence:
        return span
    if view.text[span.end : span.end + 1] != "," or not {view.lemma(w) for w in view.words(cue)} & TELLS:
        return span
    if quotation_at(view.text, span.start) is not None or quotation_at(view.text, cue[0].start) is not None:
        return span
    inside, over = set(words), view.head_of(words)
    held = set(view.words(cue))
    top = None
    while over is not None and tokens[over].head != over and tokens[over].head not in held and tokens[over].head < words[0]:
        over = top = tokens[over].head
    if top is None or tokens[top].pos not in ("VERB", "ADJ", "NOUN", "AUX") or view.child(top, SUBJECTS) is None:
        return span
    first = next((w for w in view.subtree(top) if w not in inside and tokens[w].pos not in ("PUNCT", "CCONJ")), words[0])
    start = tokens[first].start
    free = bisect.bisect_left(marks, start) == bisect.bisect_left(marks, span.start)
    plain = not any(c in view.text[start : span.start] for c in '“”"«»\n') and span.start - start <= _WIDEST_GAP
    return Span(start, span.end) if free and plain and start < span.start else span


def _to_cue(view: Text, span: Span, cue: tuple[Span, ...], marks: Sequence[int]) -> Span:
    """Extend a content that breaks off before it to the comma that who speaks stands behind: over the verb of what opens the sentence,
    over what is told of the last word: "Deputy Ada Quill" will succeed him, the ministry said."""
    place = view.sentence_at(span.start)
    if not cue or cue[0].start < span.end or view.sentence_at(cue[0].start) != place:
        return span
    end = _next_mark(marks, span.end, cue[0].start)
    rest = _ARTICLE.sub("", view.text[span.end : end])
    if end > cue[0].start or not rest.rstrip().endswith(",") or not re.search(r"\w", rest) or any(c in rest for c in '“”"«»\n'):
        return span
    if _TOLD_ON.match(rest) and {view.lemma(w) for w in view.words(cue)} & TELLS and quotation_at(view.text, span.start) is None:
        return Span(span.start, span.end + rest.rindex(","))
    if view.sentences[place].start < span.start:
        return span
    told = any(view.tokens[w].tag in FINITE for w in view.words([Span(span.end, end)]))
    return Span(span.start, span.end + len(rest)) if told and not any(is_predicate(view, w) for w in view.words([span])) else span


def with_subject(view: Text, span: Span, marks: Sequence[int]) -> Span:
    """Extend a content back over the subject of its main verb, where no source or cue stands between: no half a sentence."""
    words, tokens = view.words([span]), view.tokens
    verb = view.main_verb(words)
    if verb is None or (tokens[verb].tag not in FINITE and not any(tokens[c].tag in FINITE for c in view.children[verb])):
        return span
    subjects = [c for c in view.children[verb] if tokens[c].relation in SUBJECTS]
    if not subjects or subjects[-1] >= words[0]:
        # it has a subject of its own, whomever a parse takes for another: "According to officials," the gate was shut
        return span
    subject = subjects[0]
    phrase = [w for w in view.subtree(subject) if w < words[0]]
    start = tokens[phrase[0]].start
    between = bisect.bisect_left(marks, start) != bisect.bisect_left(marks, span.start)
    if between or tokens[phrase[0]].sentence != tokens[words[0]].sentence or tokens[subject].text.lower() in _RELATIVE:
        return span
    return Span(start, span.end)


def _with_tails(view: Text, span: Span, cue: tuple[Span, ...], marks: Sequence[int]) -> Span:
    """Extend a content over each item of the list that it breaks off in, and over what is told of the last."""
    for _ in range(_MOST_ITEMS):
        longer = with_tail(view, span, cue, marks)
        if longer == span:
            break
        span = with_rest(view, longer, marks)
    return span


def _next_mark(marks: Sequence[int], offset: int, otherwise: int) -> int:
    at = bisect.bisect_left(marks, offset)
    return marks[at] if at < len(marks) else otherwise


def _whole_quotation(view: Text, span: Span, cue: tuple[Span, ...], marks: Sequence[int]) -> Span:
    """Extend a content that is most of a quotation, that it begins with, or that its cue follows, to all of it, unless the cue stands
    inside."""
    inner = trim(view.text, span)
    led = _led_quotation(view, inner, cue)
    if led is not None:
        return Span(span.start, led)
    around = quotation_at(view.text, inner.start + (view.text[inner.start : inner.start + 1] in _OPENING))
    if around is None or inner.end > around.end or any(c.meets(around) for c in cue):
        return span
    begins = bool(cue) and inner.start <= around.start + 1
    closes = bool(cue) and _is_end_of(view, inner, around, cue[0])
    return around if begins or closes or inner.end - inner.start >= _MOST * (around.end - around.start) else span


def _led_quotation(view: Text, span: Span, cue: tuple[Span, ...]) -> int | None:
    """Where the quotation ends that a content behind its cue leads into and breaks off in at the end of a sentence: "that: “It is done.
    It is" paid"."""
    around = quotation_at(view.text, span.end - 1)
    if not cue or cue[-1].end > span.start or around is None or not span.start < around.start - 1 < span.end < around.end:
        return None
    led = not re.search(r"[.!?]\s", view.text[span.start : around.start])
    return around.end if led and re.match(r"[.!?]\s", view.text[span.end - (view.text[span.end - 1] in ".!?") :]) else None


def _is_end_of(view: Text, span: Span, around: Span, cue: Span) -> bool:
    """Tell whether a content ends a quotation that its cue follows."""
    behind = cue.start >= around.end and not re.search(r"\n|[.!?]\s", view.text[around.end : cue.start])
    return behind and not re.search(r"\w", view.text[span.end : around.end])
