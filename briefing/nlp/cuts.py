"""What is cut off a content: who speaks, where and when it was said, what leads on to something else."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import FINITE, SUBJECTS, Text, trim

_LEADS = re.compile(r"[,;]?\s+(?:including|such as|and so|and|but|or|since|because|while|although|(?:which|whom)\s(?:he|she|it|they|we))$")
#: who will not be named, and who spoke, behind what is said
_SPEAKER = re.compile(
    r"[,;]?\s*\b(?:(?:who\s)?sp(?:oke|eaking)\s)?(?:on|under)\s(?:the\s)?conditions?\sof\sanonymity\b.*$|(?<=[”\"»])[,;]?\s(?:he|she|they|it)\W*$",
    re.IGNORECASE | re.DOTALL,
)
#: what leads to the occasion or the paper that something is said at or in
_WHERE = frozenset({"in", "at", "during", "on", "via"})
_MARKS = frozenset('“”"')
#: prepositions, and nouns for the occasions at which something is said
_WHILE = frozenset({"during", "in", "at", "on", "after"})
_SPEECHES = frozenset("interview conference briefing speech statement address call letter tweet remarks".split())
_OCCASIONS = _SPEECHES | frozenset("meeting talk visit session hearing debate rally ceremony summit".split())
_LONGEST_SETTING = 9
#: where a quotation ends within a sentence
_CLOSED = re.compile(r"[,?!][”\"](?=\s\w)")
#: verbs whose object hears what they say
_INFORMS = frozenset("tell inform assure reassure remind warn promise notify".split())
#: nouns that a clause tells of, and that nobody tells anything
_TELLS_THAT = lexicon.CLAIM_NOUNS | frozenset("report news fear hope fact".split())
_LONGEST_LISTENER, _LONGEST_TOLD = 5, 9
_AHEAD = frozenset("next coming upcoming later planned scheduled tomorrow".split())
#: tags that what is told of a noun behind a comma begins with
_TELLS_MORE = frozenset({"VBN", "VBG", "VBD", "WDT", "WP"})
#: tags that what tells when or if a clause holds begins with
_TOLD_AHEAD = frozenset({"IN", "WRB"})
#: when something was said, behind the comma behind who said it
_WHEN_SAID = re.compile(
    r"(?:(?:just|only|barely|almost|nearly|less than|more than|about|around|some|the)\s)?(?:\w+(?:-\w+)?\s)?(?:few\s)?"
    r"(?:moments?|minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|immediately|just)\s(?:after|before|since|ahead of)\b",
    re.IGNORECASE,
)
#: so many words behind a cue may tell to whom or when it was said
_TOLD_WHOM = 4
#: a full name between commas
_NAMED_BESIDE = re.compile(r",\s(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s)?[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){1,3}),\s")
#: what the one who spoke left unsaid, behind what is said
_LEFT_UNSAID = re.compile(
    r"[,;]?\s(?:(?:but|and|though|although)\s(?:(?:he|she|it|they)\s)?"
    r"(?:did(?:\snot|n['’]t)\s(?:elaborate|explain|specify|divulge|say|name|identify|disclose|give|provide|offer|comment)"
    r"|(?:declined|refused)\sto\s(?:elaborate|comment|explain|specify|say|give|provide)"
    r"|(?:gave|offered|provided)\sno\s(?:further\s|more\s|other\s)?(?:detail|date|reason|explanation|evidence|timetable|figure|comment)s?)"
    r"|without\s(?:elaborating|(?:giving|providing|offering)\s(?:any\s)?(?:further\s|more\s)?(?:detail|evidence)s?)"
    r"|(?<=,\s)without\s(?:specifying|saying|explaining))"
    r"\b[^“”\"]*$"
)


def without_lead(text: str, span: Span) -> Span:
    """Cut off what leads to a list or a clause that the content has not, and what was left unsaid: ", including", "without elaborating"."""
    unsaid = _LEFT_UNSAID.search(text, span.start, span.end)
    if unsaid is not None and unsaid.start() > span.start:
        span = trim(text, Span(span.start, unsaid.start()))
    spoke = _SPEAKER.search(text, span.start, span.end)
    if spoke is not None:
        span = trim(text, Span(span.start, spoke.start()))
    lead = _LEADS.search(text, span.start, span.end)
    return trim(text, Span(span.start, lead.start())) if lead is not None and lead.start() > span.start else span


def without_setting(view: Text, span: Span, cue: tuple[Span, ...]) -> Span:
    """Cut off where something was said, which belongs to the cue: "to withdraw its troops" during a meeting with his counterpart."""
    words, tokens = view.words([span]), view.tokens
    if not cue or cue[0].start > span.start or any(tokens[w].text in _MARKS for w in words):
        return span
    if any(tokens[w].tag in FINITE for w in words):
        # what a clause tells of happened there: "that she was heckled during the visit"
        return span
    for place in range(len(words) - 1, 2, -1):
        word = words[place]
        if tokens[word].relation != "case" or tokens[word].text.lower() not in _WHILE:
            continue
        noun = tokens[word].head
        rest = words[place:]
        ahead = {tokens[w].text.lower() for w in rest} & _AHEAD or any(tokens[w].tag == "MD" for w in rest)
        spoken = view.lemma(noun) in _SPEECHES
        if spoken and (len(rest) > _LONGEST_SETTING or tokens[word].text.lower() == "on"):
            # "to comment on the letter"
            continue
        occasion = tokens[noun].pos == "NOUN" and view.lemma(noun) in _OCCASIONS and (tokens[word].text.lower() == "during" or spoken)
        if occasion and noun in rest and not ahead and _hangs_on_verb(view, noun):
            return Span(span.start, tokens[words[place - 1]].end)
    return span


def without_listener(view: Text, span: Span, cue: tuple[Span, ...]) -> Span:
    """Cut off who is told before the clause that they are told: "told MPs" pensions were safe."""
    verb = view.head_of(view.words(cue)) if cue and cue[-1].end <= span.start else None
    span = _without_outlet(view, span, verb)
    if verb is not None and view.lemma(verb) in _INFORMS and (behind := _behind_listener(view, span)) is not None:
        return Span(behind, span.end)
    clause = view.child(verb, ("ccomp",)) if verb is not None and view.lemma(verb) in _INFORMS else None
    if clause is None or view.child(clause, ("nsubj", "nsubj:pass", "expl")) is None:
        return span
    first = view.subtree(clause)[0]
    told = [view.tokens[w] for w in view.words([Span(span.start, view.tokens[first].start)])] if view.tokens[first].start < span.end else []
    if not 0 < len(told) <= _LONGEST_LISTENER or any(t.pos in ("PUNCT", "VERB", "AUX", "SCONJ") for t in told):
        return span
    listens = told[-1].pos in ("NOUN", "PROPN") and told[-1].relation != "conj"
    return Span(view.tokens[first].start, span.end) if listens else span


def without_occasion(view: Text, span: Span, cue: tuple[Span, ...]) -> Span:
    """Cut off where something was said before the clause that says it: "said" in a virtual appearance that "trade should grow"."""
    words, tokens = view.words([span]), view.tokens
    verb = view.head_of(view.words(cue)) if cue and cue[-1].end <= span.start else None
    if verb is None or not words or view.lemma(verb) not in lexicon.REPORTING or tokens[words[0]].text not in _WHERE:
        return span
    noun = tokens[words[0]].head
    that = max(view.subtree(noun)) + 1
    hangs = tokens[words[0]].relation == "case" and tokens[noun].head == verb and noun - words[0] <= _LONGEST_LISTENER
    if not hangs or that not in words[:_LONGEST_SETTING] or tokens[that].text.lower() != "that" or tokens[that].relation != "mark":
        return span
    rest = words[words.index(that) + 1 :]
    return Span(tokens[rest[0]].start, span.end) if any(tokens[w].tag in FINITE for w in rest) else span


def _without_outlet(view: Text, span: Span, verb: int | None) -> Span:
    """Cut off the outlet that is told, which a parse may take for a part of the subject behind it: "told BBC" ticket prices will rise."""
    words, tokens = view.words([span]), view.tokens
    if verb is None or view.lemma(verb) != "tell" or len(words) < 3 or words[0] != verb + 1:
        return span
    listens = tokens[words[0]].text.lower() in lexicon.NEWS_AGENCIES and tokens[words[0]].text[:1].isupper()
    subject = tokens[words[1]].pos in ("ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN") and tokens[words[1]].text.lower() != "that"
    return Span(tokens[words[1]].start, span.end) if listens and subject and any(tokens[w].tag in FINITE for w in words[2:]) else span


def _behind_listener(view: Text, span: Span) -> int | None:
    """Where the clause begins whose "that" whoever is told stands before: "told his counterpart by phone that" the border was open."""
    words = view.words([span])[: _LONGEST_TOLD + 1]
    that = next((n for n, w in enumerate(words) if view.tokens[w].text == "that" and view.tokens[w].relation == "mark"), 0)
    told = [view.tokens[w] for w in words[:that]]
    plain = told and all(t.pos in ("DET", "PRON", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART") for t in told)
    listens = plain and told[-1].pos in ("NOUN", "PROPN") and that + 1 < len(words)
    if listens and view.lemma(words[that - 1]) in _TELLS_THAT:
        # "promised help after reports that" many were ill
        return None
    if listens and view.tokens[words[that + 1]].pos == "VERB" and view.tokens[words[that + 1]].tag in FINITE:
        # "told five provinces that form the backbone of trade" to act
        return None
    return view.tokens[words[that + 1]].start if listens else None


def without_aside(view: Text, span: Span, cue: tuple[Span, ...], source: tuple[Span, ...]) -> Span:
    """Cut off what is told of the source before the clause begins: "according to the report," published last week, "the dam could fail";
    "according to Jon Hale," a former minister, "it could fail"; "according to Harrow," one of the largest dealers, "in May prices fell"."""
    if not cue or view.slice(Span(cue[0].start, cue[-1].end)).lower() != "according to":
        return span
    tokens = view.tokens
    named_until = source[-1].end if source else view.text.find(",", cue[-1].end, span.start)
    if not 0 <= named_until <= span.start:
        return span
    for word in view.words([span]):
        if tokens[word].relation not in SUBJECTS or tokens[word].tag in ("WP", "WDT"):
            continue
        described = _is_described(view, source, word)
        start = tokens[_with_setting(view, word) if described else view.subtree(word)[0]].start
        aside = view.words([Span(named_until, start)])
        apart = len(aside) > 2 and tokens[aside[0]].text == tokens[aside[-1]].text == ","
        who = any(view.lemma(w) in lexicon.PERSON_NOUNS | {"head"} or tokens[w].relation == "appos" for w in aside)
        named = who and not any(tokens[w].tag in FINITE for w in aside)
        told = apart and (described or named or tokens[aside[1]].tag in _TELLS_MORE)
        if told and start > span.start:
            return Span(start, span.end)
        if any(tokens[w].tag in FINITE for w in aside):
            break
    return span


def _is_described(view: Text, source: tuple[Span, ...], subject: int) -> bool:
    """Tell whether a parse takes what the source is for another subject of a clause, or for one of the source itself."""
    tokens, verb = view.tokens, view.tokens[subject].head
    named = view.words(source)
    opens = named[-1] + 2 if named else subject
    if opens >= subject or tokens[opens - 1].text != "," or any(tokens[w].text == "," for w in range(subject, verb)):
        # "some of the houses, a few of them new, were sold"
        return False
    first = next((w for w in range(opens, subject) if tokens[w].relation in SUBJECTS and tokens[w].tag not in ("WP", "WDT")), None)
    return first is not None and opens in view.subtree(first) and (tokens[first].head == verb or tokens[first].head in named)


def _with_setting(view: Text, subject: int) -> int:
    """Where a clause begins whose subject is told before it when or if it holds: "in May," prices fell; "if it rains," prices fall."""
    tokens = view.tokens
    start = next(w for w in view.subtree(subject) if tokens[w].pos != "PUNCT")
    last = start - 2 if tokens[start - 1].text == "," else start - 1
    first = next((w for w in range(last, 0, -1) if tokens[w - 1].text == ","), start)
    return first if tokens[first].tag in _TOLD_AHEAD or tokens[first].text == "compared" else start


def without_description(view: Text, span: Span, source: tuple[Span, ...]) -> Span:
    """Cut off what is told of the speaker behind a quotation and before the name: “It is late,” another of the owners, Jon Hale, said."""
    closed = _CLOSED.search(view.text, span.start + 1, span.end)
    if closed is None or not source or view.text[span.end : source[0].start].strip() not in ("", ","):
        return span
    told = view.words([Span(closed.end(), span.end)])
    if any(view.tokens[w].text in _MARKS or view.tokens[w].pos in ("VERB", "AUX") for w in told):
        return span
    return trim(view.text, Span(span.start, closed.end())) if quotation_at(view.text, closed.start()) is not None else span


def with_predicate(view: Text, content: tuple[Span, ...], cue: tuple[Span, ...], source: tuple[Span, ...]) -> tuple[Span, ...]:
    """Add what is said behind the speaker of what stands before him alone: "The levy", she added, "would stay"."""
    if len(content) != 1 or not cue or cue[0].start < content[0].end or quotation_at(view.text, content[0].start + 1) is not None:
        return content
    tokens, words = view.tokens, view.words(content)
    head = view.head_of(words)
    verb = tokens[head].head if head is not None and tokens[head].relation in SUBJECTS else None
    spoken = view.words([Span(content[0].end, max(s.end for s in (*cue, *source)))])
    if verb is None or not spoken or tokens[verb].sentence != tokens[spoken[-1]].sentence:
        return content
    comma = next((w for w in range(spoken[-1] + 1, verb) if tokens[w].text == ","), verb)
    if comma - spoken[-1] > _TOLD_WHOM or any(tokens[w].pos in ("VERB", "AUX") for w in range(spoken[-1] + 1, comma)):
        return content
    rest = [w for w in view.subtree(verb) if w > comma]
    if (
        tokens[comma].text != ","
        or not rest
        or rest[0] != comma + 1
        or not any(tokens[w].tag in FINITE or tokens[w].tag == "MD" for w in rest)
    ):
        return content
    return (*content, trim(view.text, Span(tokens[rest[0]].start, tokens[rest[-1] - (tokens[rest[-1]].pos == "PUNCT")].end)))


def with_name_beside(view: Text, attribution: Attribution) -> Attribution:
    """Take the name between commas for a part of the source: "according to the union's lawyer, Jon Hale, it could fail"."""
    cue, source, content = attribution.cue, attribution.source, attribution.content
    if not cue or not source or not content or view.slice(Span(cue[0].start, cue[-1].end)).lower() != "according to":
        return attribution
    beside, words = _NAMED_BESIDE.match(view.text, source[-1].end), view.words([source[-1]])
    if beside is None or not words or view.lemma(words[-1]) not in lexicon.PERSON_NOUNS or beside.end() >= content[0].end:
        return attribution
    name = Span(*beside.span("name"))
    if any(view.tokens[w].pos != "PROPN" for w in view.words([name])):
        return attribution
    first = Span(max(content[0].start, beside.end()), content[0].end)
    return replace(attribution, source=(*source[:-1], Span(source[-1].start, name.end)), content=(first, *content[1:]))


def when_said(view: Text, content: tuple[Span, ...], cue: tuple[Span, ...]) -> Span | None:
    """When it was said, behind the speaker, where a content ends with it: "The road is closed, the mayor said," hours after it sank."""
    text, last = view.text, content[-1]
    if not cue or cue[-1].end > last.start or not text[: last.start].rstrip().endswith(",") or not _WHEN_SAID.match(text, *last):
        return None
    words = view.words([last])
    alone = view.sentence_at(cue[-1].start) == view.tokens[words[-1]].sentence and quotation_at(text, last.start) is None
    first = next((w for w in words if view.tokens[w].tag in FINITE), None)
    behind = [w for w in words if first is not None and w > first and view.tokens[w].tag in FINITE]
    # "said, days after the flood, nobody had come"
    parted = any(view.tokens[w].text == "," and w < (first or 0) for w in words) or any(view.tokens[w].relation == "root" for w in behind)
    return last if alone and first is not None and not parted else None


def without_matrix(view: Text, span: Span, cue: tuple[Span, ...]) -> Span:
    """Cut off the clause that a cue inside one of its nouns hangs in: "the news that Stone is considering" a new post "surprised her"."""
    verb, tokens = view.head_of(view.words(cue)), view.tokens
    words = view.words([span])
    if verb is None or not words or words[0] < verb:
        return span
    over, inside_noun = verb, False
    while tokens[over].head != over and over not in words:
        inside_noun = inside_noun or tokens[over].relation.startswith("acl") or (over == verb and tokens[tokens[over].head].pos == "NOUN")
        over = tokens[over].head
    if over not in words or not inside_noun or tokens[over].pos not in ("VERB", "AUX", "ADJ"):
        return span
    own = set(view.subtree(verb))
    kept = list(itertools.takewhile(lambda w: w in own, words))
    return Span(span.start, tokens[kept[-1]].end) if len(kept) > 1 else span


def _hangs_on_verb(view: Text, noun: int) -> bool:
    return view.tokens[view.tokens[noun].head].pos in ("VERB", "AUX", "ADJ")
