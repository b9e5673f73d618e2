"""The word of speech that stands right beside a content in its own sentence, where the model ties it to one of another or to none."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.fragments import is_predicate
from briefing.nlp.quotations import is_quoted, quotation_at
from briefing.nlp.speakers import speaker_of
from briefing.nlp.syntax import FINITE, Text

#: relations of what is said to the verb that says it
_SAID = frozenset({"ccomp", "xcomp", "obj"})
#: verbs that something is said or held by where they govern it, and those whose place alone, right beside it, tells so
_HOLDS = lexicon.SPEAKING - {"continue", "call", "see", "view", "consider", "describe"}
_SAYS = lexicon.REPORTING - {"continue", "call", "see", "view", "consider", "feel", "hope", "expect"}
_FINITE_PLAIN = frozenset({"VBD", "VBZ", "VBP"})
#: parts of a sentence that may stand between a verb and what it says, and marks that may not
_BETWEEN = frozenset("SCONJ ADV PART PRON PUNCT DET".split())
_STOPS = frozenset('.!?;“”"«»')
_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_FOR = re.compile(r"For\s+")
_LONGEST_SOURCE = 120
#: what closes a content before who says it
_CLOSED = re.compile(r"[ .!?]*(?:,[ ]*[”“\"»’']?|[”“\"»],?)[ ]*")
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
#: verbs that say to whom somebody speaks, right before what is said
_TELLS = frozenset({"tell", "assure", "inform", "remind", "warn"})
_TOLD = frozenset({"DET", "ADJ", "NOUN", "PROPN", "SCONJ"})
_LONGEST_TOLD = 8
#: verbs behind which a quotation is led in by to whom, where and when it was said, and what may tell that
_ADDRESSES = frozenset({"tell", "say", "write", "tweet", "post", "reply", "add", "declare", "announce", "state"})
_ADDRESSED = frozenset("DET ADJ NOUN PROPN NUM PRON ADP PART ADV".split())
_LONGEST_ADDRESS = 12
_MARKS = frozenset('“„«"')
#: what parts a word of speech from a quotation behind it
_CLOSES = re.compile(r"[.!?”»]")
_WRITTEN = lexicon.DOCUMENT_NOUNS | lexicon.IMPERSONAL_SOURCES | {"information"}


def cue_beside(view: Text, content: tuple[Span, ...]) -> tuple[Span, Span] | None:
    """The cue beside an unquoted content of one sentence and who speaks by it: "He wants" the road paved; "She believes that" it came
    late; it did, "he said"; "According to Lund," it did."""
    words = view.words(content)
    if not words or is_quoted(view.text, content) or view.tokens[words[0]].sentence != view.tokens[words[-1]].sentence:
        return None
    return _ahead(view, content, words) or _behind(view, content, words) or _according_to(view, content)


def word_ahead(view: Text, content: tuple[Span, ...]) -> Span | None:
    """The finite word of speech whose "that" leads an unquoted content in, whoever speaks by it: they are in its own sentence."""
    words = view.words(content)
    led = words and words[0] > 1 and view.low(words[0] - 1) == "that"
    verb = view.tokens[words[0] - 2] if led else None
    if verb is None or is_quoted(view.text, content) or view.lemma(words[0] - 2) not in _SAYS or verb.pos != "VERB":
        return None
    return Span(verb.start, verb.end)


def cue_between(view: Text, source: tuple[Span, ...], content: tuple[Span, ...]) -> Span | None:
    """The word of speech between who says a content and the content itself, in one sentence: Mara Quill "told" the paper "that" it was
    closed; "according to" the minister, Mara Quill, it was."""
    words, named = view.words(content), view.words(source)
    if not words or not named or source[-1].end > content[0].start or is_quoted(view.text, content):
        return None
    tokens, place = view.tokens, view.tokens[words[0]].sentence
    if tokens[named[0]].sentence != place or tokens[words[-1]].sentence != place:
        return None
    top, leads = view.head_of(words), tokens[words[0] - 1].text.lower() == "that" and tokens[words[0] - 1].pos == "SCONJ"
    for verb in range(words[0] - 1, named[-1], -1):
        token = tokens[verb]
        if token.text in _STOPS:
            return None
        if token.pos != "VERB":
            continue
        said = top is not None and tokens[top].head == verb and tokens[top].relation in _SAID
        subject = view.subject(verb)
        passive = view.child(verb, ("aux:pass", "nsubj:pass")) is not None
        own = (subject in named and not passive) or (subject is None and token.tag == "VBG")
        return Span(token.start, token.end) if view.lemma(verb) in _HOLDS and own and (said or leads) else None
    return _viewed(view, source, content)


def said_behind(view: Text, attribution: Attribution, content: tuple[Span, ...]) -> Attribution:
    """Take the word of speech right behind a content, and who stands behind that, where the model ties the content to the cue of
    another sentence or to who is named in one, or a quotation to nobody: "The bridge is shut," said Ines Falk; it is shut, according
    to the council."""
    tokens, closed = view.tokens, _CLOSED.match(view.text, content[-1].end)
    whole, bare = attribution.cue and attribution.source, not (attribution.cue or attribution.source)
    if closed is None or not (whole or (bare and is_quoted(view.text, content))):
        return attribution
    words = view.words([Span(closed.end(), view.sentences[view.sentence_at(closed.end())].end)])
    if len(words) < 2 or quotation_at(view.text, tokens[words[0]].start) is not None:
        return attribution
    here = {view.sentence_at(s.start) for s in (*content, Span(tokens[words[0]].start, tokens[words[0]].end))}
    first, behind = tokens[words[0]], tokens[words[1]]
    told = (first.text.lower(), behind.text.lower()) == ("according", "to")
    inside = [c.start == first.start for c in attribution.cue if view.sentence_at(c.start) in here]
    if (inside and not all(inside)) or (inside and any(view.sentence_at(s.start) in here for s in attribution.source)):
        return attribution
    cue = Span(first.start, behind.end if told else first.end)
    own = any(s.start >= cue.end and not view.text[cue.end : s.start].strip() for s in attribution.source)
    if not told and not (first.tag in ("VBD", "VBZ", "VBN", "VBP") and (own or view.lemma(words[0]) in _SAYS)):
        return attribution
    if own:
        return replace(attribution, cue=(cue,), content=content)
    last = start = 2 if told else 1
    while last < len(words) and (tokens[words[last]].pos in _PHRASE or tokens[words[last]].tag == "PRP$"):
        last += 1
    named = words[start:last]
    goes_on = last < len(words) and tokens[words[last]].tag in FINITE
    if goes_on or not any(tokens[w].pos in ("NOUN", "PROPN") for w in named) or view.lemma(named[-1]) in _WRITTEN:
        # "Stone, who faulted the plan, said her union is"; what stands in a document is somebody's
        return attribution
    return replace(attribution, cue=(cue,), source=(view.span_of(named),), content=content)


def said_ahead(view: Text, attribution: Attribution, content: tuple[Span, ...]) -> Attribution:
    """Take the word of speech right before a quotation and its subject, where the model ties the quotation to another: "Falk added:
    “The bridge is shut”", whoever spoke before."""
    around = quotation_at(view.text, content[0].start)
    if around is None or view.text[around.start : content[0].start].strip():
        return attribution
    start = view.text.rfind("\n", 0, around.start) + 1
    before = [w for w in view.words([Span(start, around.start)]) if view.tokens[w].text not in (",", ":", "that", *_MARKS)]
    verb = _leading_in(view, before) if before else 0
    token = view.tokens[verb]
    own = any(c.meets(Span(token.start, token.end)) for c in attribution.cue)
    if own or token.tag not in _FINITE_PLAIN or view.lemma(verb) not in _SAYS or _CLOSES.search(view.text, token.end, around.start):
        return attribution
    spoken = _spoken(view, verb, content)
    return replace(attribution, cue=(spoken[0],), source=(spoken[1],), content=content) if spoken is not None else attribution


def _leading_in(view: Text, before: list[int]) -> int:
    """The last word before a quotation, or the verb of speech from which only to whom and when it was said parts a colon or a comma:
    "told delegates on 6 March: “It is shut”"."""
    led = view.tokens[before[-1] + 1].text in (":", ",")
    for verb in reversed(before[-_LONGEST_ADDRESS:] if led else ()):
        if view.tokens[verb].tag in _FINITE_PLAIN and view.tokens[verb].pos == "VERB":
            return verb if view.lemma(verb) in _ADDRESSES else before[-1]
        if view.tokens[verb].pos not in _ADDRESSED:
            break
    return before[-1]


def without_accused(view: Text, attribution: Attribution) -> Attribution:
    """Give what a participle blames "him" or "them" for to who does what the verb before tells, where it is tied to the name right before
    it that this is done to: "Stone demanded the resignation of Lund, accusing him"."""
    tokens, verb, words = view.tokens, view.head_of(view.words(attribution.cue)), view.words(attribution.content)
    if verb is None or tokens[verb].tag != "VBG" or view.lemma(verb) not in lexicon.BLAME or not words or not attribution.source:
        return attribution
    source = view.words(attribution.source)
    if tokens[words[0]].text.lower() not in ("him", "her", "them") or not source or not source[-1] < verb < words[0]:
        return attribution
    here = view.sentence_words[tokens[verb].sentence]
    before = [w for w in here if w < verb and tokens[w].tag in _FINITE_PLAIN and tokens[w].pos == "VERB"]
    if not before or before[-1] > source[0] or (subject := view.child(before[-1], ("nsubj",))) is None or subject > before[-1]:
        return attribution
    doer = [w for w in view.subtree(subject, without=frozenset({"acl:relcl", "mark"})) if w < before[-1]]
    return replace(attribution, source=(view.span_of(doer),)) if doer else attribution


def _viewed(view: Text, source: tuple[Span, ...], content: tuple[Span, ...]) -> Span | None:
    """The "according to" that opens a sentence whose source a comma parts from the content, or the "For"."""
    sentence = view.sentences[view.sentence_at(content[0].start)]
    found = _ACCORDING.match(view.text, sentence.start) or _FOR.match(view.text, sentence.start)
    if found is None or not found.end() <= source[0].start or not view.text[: content[0].start].rstrip().endswith(","):
        return None
    if found.re is _FOR and not (source[0].start == found.end() and any(is_predicate(view, w) for w in view.words(content))):
        return None
    return Span(found.start(), found.start() + len(found.group().rstrip()))


def _ahead(view: Text, content: tuple[Span, ...], words: list[int]) -> tuple[Span, Span] | None:
    """The verb right before a content that says it, by the tree or by its place."""
    tokens, first = view.tokens, view.sentence_words[view.tokens[words[0]].sentence][0]
    verb = words[0] - 1
    while verb > first and (tokens[verb].pos in _BETWEEN or tokens[verb].relation == "compound:prt") and tokens[verb].text not in _STOPS:
        verb -= 1
    if verb > first and tokens[verb].pos in _TOLD and (teller := _telling(view, verb, first)) is not None:
        return _spoken(view, teller, content)
    if verb <= first or view.lemma(verb) not in _HOLDS:
        return None
    top = view.head_of(words)
    said = top is not None and tokens[top].head == verb and tokens[top].relation in _SAID
    beside = view.lemma(verb) in _SAYS and all(tokens[w].pos != "PRON" for w in range(verb + 1, words[0]))
    return _spoken(view, verb, content) if said or beside else None


def _telling(view: Text, last: int, first: int) -> int | None:
    """The verb of telling whose object, the one who is told, ends right before a content: "told the Tribunal" it was closed."""
    verb = last
    while verb > first and view.tokens[verb].pos in _TOLD:
        verb -= 1
    return verb if view.lemma(verb) in _TELLS and view.tokens[verb].tag in _FINITE_PLAIN and last - verb <= _LONGEST_TOLD else None


def _behind(view: Text, content: tuple[Span, ...], words: list[int]) -> tuple[Span, Span] | None:
    """The verb behind a content that a comma parts from it."""
    end = content[-1].end
    for verb in view.sentence_words[view.tokens[words[-1]].sentence]:
        token = view.tokens[verb]
        if token.start < end or view.lemma(verb) not in _SAYS or token.tag not in _FINITE_PLAIN:
            continue
        found = _spoken(view, verb, content)
        between = view.text[end : min(s.start for s in found)] if found is not None else ""
        return found if between.strip(" ”\"»’'") == "," else None
    return None


def _according_to(view: Text, content: tuple[Span, ...]) -> tuple[Span, Span] | None:
    """The "according to" that opens the sentence of a content, up to the comma before it, or that ends it."""
    text, start, end = view.text, content[0].start, content[-1].end
    sentence = view.sentences[view.sentence_at(start)]
    for found in _ACCORDING.finditer(text, sentence.start, sentence.end):
        cue = Span(found.start(), found.start() + len(found.group().rstrip()))
        if found.end() < start:
            told = text[found.end() : start].rstrip()
            named = told.removesuffix(",") if told.endswith(",") else ""
            comma = text.find(",", found.end(), found.end() + len(named))
            behind = view.words([Span(comma + 1, start)])[:1] if comma >= 0 else []
            if behind and view.tokens[behind[0]].tag == "VBN":
                # "according to a report, released on Monday,"
                named = text[found.end() : comma]
        elif found.start() >= end and not text[end : found.start()].strip(" ,"):
            named = text[found.end() : sentence.end].rstrip(" .\r\n")
        else:
            continue
        if 0 < len(named) <= _LONGEST_SOURCE and "," not in named:
            return cue, Span(found.end(), found.end() + len(named))
    return None


def _spoken(view: Text, verb: int, content: tuple[Span, ...]) -> tuple[Span, Span] | None:
    token = view.tokens[verb]
    if quotation_at(view.text, token.start) is not None:
        return None
    cue = Span(token.start, token.end)
    source = speaker_of(view, (cue,), content)
    before = view.tokens[verb - 1] if verb else None
    if source is None and before is not None and before.text.lower() in lexicon.OF_PERSONS and before.sentence == token.sentence:
        # a parse may hang "he" on another verb than the one right behind it
        source = Span(before.start, before.end)
    return (cue, source) if source is not None else None
