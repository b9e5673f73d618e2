"""Mend the model's attributions by the tree: what is said in the sentence itself goes before what stands far off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.contents import whole_content, whole_phrase
from briefing.nlp.cuts import without_aside
from briefing.nlp.paragraphs import cut_at_paragraphs, headline_lines
from briefing.nlp.quotations import is_quoted, quotation_at
from briefing.nlp.syntax import SUBJECTS, Text, trim

#: what is left of the confidence in an attribution that a briefing must not show
UNTRUSTED = 0.3
#: words that stand for what was said before, and say nothing alone
_POINTERS = frozenset("PRON DET SCONJ ADP PART CCONJ AUX PUNCT ADV".split())
#: what a source that names nobody yet ends in: "the", "the Government of"
_UNNAMED = frozenset({"det", "case", "nmod:poss", "nmod:desc"})
_SAYS = frozenset({"say", "add", "note", "tell", "explain"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
_MARKS = '“”«»"'
#: pronouns for what was said before or for who said it, and verbs that answer it
_ANSWERED = frozenset("that this it him her them".split())
_ANSWERS = frozenset("agree disagree".split()) | (lexicon.OPPOSITION | lexicon.DENIAL | lexicon.SUPPORT) - {"like", "love", "bar", "ban"}
_OPENED_ANEW = re.compile(r"\s*[\r\n]\s*[“«„\"]")
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_BODY_OF_SOURCE = frozenset({"acl", "acl:relcl", "appos", "parataxis", "punct"})


def mend_attributions(view: Text, attributions: tuple[Attribution, ...], *, body_start: int) -> list[Attribution]:
    """Give the attributions of the body, in text order, with whole contents and with the sources that their cues' clauses name."""
    marks = sorted({s.start for a in attributions for s in (*a.source, *a.cue)})
    mended: list[Attribution] = []
    heads = headline_lines(view.text, body_start)
    parts = [q for a in attributions for b in _by_paragraph(view, a, heads, body_start) for p in _by_cue(view, b) for q in _by_turns(p)]
    parts = [replace(p, cue=(), source=()) if _is_cut_off(view, p) else p for p in parts]
    for part in sorted(parts, key=lambda a: a.content[0].start):
        content = whole_content(view, part.content, cue=part.cue, marks=marks)
        content = tuple(_within_noun(view, s, part.cue) for s in content)
        content = tuple(without_aside(view, _antecedent(view, s), part.cue, part.source) for s in content)
        if len(content) > 1 and view.slice(content[0]).lower() in ("which", "who", "whom"):
            content = content[1:]
        if not content or not (_says_something(view, content) or _answers(view, part.cue, content)):
            continue
        content = tuple(q for s in content for q in _by_opening(view.text, s))
        if _is_astray(view, part, content):
            # somebody holds it, but not who speaks where the cue stands
            mended.append(replace(part, content=content, cue=(), source=(), confidence=part.confidence * UNTRUSTED))
            continue
        own = _own_speaker(view, part.cue, content)
        if own is not None:
            mended.append(replace(part, content=content, cue=(own[0],), source=(own[1],)))
            continue
        mended.append(replace(part, content=content, source=_source(view, part, content, marks)))
    return _joined(view, sorted(mended, key=lambda a: a.content[0].start))


def _joined(view: Text, attributions: list[Attribution]) -> list[Attribution]:
    """Make one of two attributions of one source and cue whose contents follow each other within a sentence."""
    joined: list[Attribution] = []
    for attribution in attributions:
        last = joined[-1] if joined else None
        if last is not None and last.cue and (last.cue, last.source) == (attribution.cue, attribution.source):
            end, start = last.content[-1].end, attribution.content[0].start
            between = view.text[end:start] if end <= start else ""
            same = view.sentence_at(end - 1) == view.sentence_at(start)
            if same and (end > start or between.strip(" ,;").lower() in ("", "and", "that", "and that")):
                whole = Span(last.content[-1].start, max(end, attribution.content[0].end))
                joined[-1] = replace(last, content=(*last.content[:-1], whole, *attribution.content[1:]))
                continue
        joined.append(attribution)
    return joined


def _by_paragraph(view: Text, attribution: Attribution, heads: Sequence[Span], body_start: int) -> list[Attribution]:
    """The attributions that one is whose content lies in a headline and in what stands below it, or in several paragraphs: what
    stands where its cue is not goes on with it only as a quotation of the body."""
    content = tuple(Span(max(s.start, body_start), s.end) for s in attribution.content if s.end > body_start)
    pieces = [piece for span in content for piece in cut_at_paragraphs(view.text, span)]
    if not pieces:
        return []
    head = {s: _line_of(heads, s) for s in (*pieces, *attribution.cue, *attribution.source)}
    places = {head[s] for s in (*pieces, *attribution.cue)}
    if len(places) < 2:
        kept = [s for s in pieces if is_quoted(view.text, (s,)) or _stands_with(view.text, attribution.cue, (s,))]
        return [replace(attribution, content=tuple(kept) if kept and len(kept) < len(pieces) else content)]
    found: list[Attribution] = []
    for place in sorted(places):
        own = tuple(s for s in pieces if head[s] == place)
        cue = tuple(s for s in attribution.cue if head[s] == place)
        source = tuple(s for s in attribution.source if head[s] == place) if cue else ()
        # a headline without a cue of its own is read by its colon
        if own and (cue or place < 0):
            found.append(replace(attribution, content=own, cue=cue, source=source))
    return found


def _line_of(heads: Sequence[Span], span: Span) -> int:
    return next((n for n, head in enumerate(heads) if head.start <= span.start < head.end), -1)


def _by_cue(view: Text, attribution: Attribution) -> list[Attribution]:
    """The attributions that one of several cues in several sentences is: each content with the cue of its own sentence."""
    places = {view.sentence_at(c.start) for c in attribution.cue}
    if len(places) < 2 or len(attribution.content) < 2:
        return [attribution]
    parts: dict[int, list[Span]] = {}
    for span in attribution.content:
        here = view.sentence_at(span.start)
        parts.setdefault(min(places, key=lambda p: (abs(p - here), p)), []).append(span)
    return [
        replace(
            attribution,
            content=tuple(content),
            cue=tuple(c for c in attribution.cue if view.sentence_at(c.start) == place),
            source=tuple(s for s in attribution.source if view.sentence_at(s.start) == place) or attribution.source,
        )
        for place, content in parts.items()
    ]


def _by_turns(attribution: Attribution) -> list[Attribution]:
    """The attributions that one is whose cues and contents take turns: "stressed" that there are challenges, "calling on" all to act."""
    turns = sorted([(s, 0) for s in attribution.cue] + [(s, 1) for s in attribution.content])
    kinds = [kind for _, kind in turns]
    if len(attribution.cue) < 2 or kinds != [0, 1] * len(attribution.cue):
        return [attribution]
    pairs = zip(sorted(attribution.cue), sorted(attribution.content), strict=True)
    return [replace(attribution, cue=(cue,), content=(content,)) for cue, content in pairs]


def _is_cut_off(view: Text, attribution: Attribution) -> bool:
    """Tell whether a quotation that follows a sentence of its paragraph is tied to a cue that it cannot be: one of another paragraph,
    or one that a whole sentence parts from it. It goes on with who speaks in the sentence before."""
    text, first = view.text, attribution.content[0]
    opening = quotation_at(text, first.start + 1)
    if not attribution.cue or opening is None or not is_quoted(text, attribution.content):
        return False
    start = text.rfind("\n", 0, first.start) + 1
    before = text[start : opening.start - 1].rstrip()
    if before[-1:] not in (".", "!", "?") or any(c in before for c in _MARKS):
        return False
    cue = attribution.cue[0]
    away = view.sentence_at(cue.start) - view.sentence_at(attribution.content[-1].end - 1)
    between = text[attribution.content[-1].end : cue.start]
    return "\n" in between or cue.end <= start or (away > 1 and quotation_at(text, cue.start) is None)


def _within_noun(view: Text, span: Span, cue: tuple[Span, ...]) -> Span:
    """End what a claim says where its clause ends: "Stone's claim" that the raid killed nine "was disputed by the hospital"."""
    words, noun = view.words([span]), view.head_of(view.words(cue))
    if noun is None or view.tokens[noun].pos != "NOUN" or not words or view.tokens[words[0]].text.lower() != "that":
        return span
    clause = next((c for c in view.children[noun] if c in words and view.tokens[c].relation in ("acl", "ccomp")), None)
    if clause is None or words[0] not in (inside := view.subtree(clause)):
        return span
    end = view.tokens[inside[-1]].end
    verb = view.tokens[noun].head
    goes_on = view.tokens[noun].relation in SUBJECTS and verb > inside[-1] and verb in words
    return Span(span.start, end) if goes_on and end < span.end else span


def _says_something(view: Text, content: tuple[Span, ...]) -> bool:
    return any(view.tokens[w].pos not in _POINTERS for w in view.words(content))


def _answers(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a pronoun alone is what somebody agrees with or turns down: "Doyle rejected that", "Stone agreed with her"."""
    words, verb = view.words(content), view.head_of(view.words(cue))
    if len(words) != 1 or verb is None or view.tokens[words[0]].text.lower() not in _ANSWERED or view.lemma(verb) not in _ANSWERS:
        return False
    return view.tokens[words[0]].head == verb and view.tokens[words[0]].relation in ("obj", "obl")


def _by_opening(text: str, span: Span) -> list[Span]:
    """The pieces of a quotation that is opened anew in each paragraph, without the marks that open them."""
    cuts = list(_OPENED_ANEW.finditer(text, span.start, span.end))
    starts, ends = [span.start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), span.end]
    return [trim(text, Span(start, end)) for start, end in zip(starts, ends, strict=True)] if cuts else [span]


def _antecedent(view: Text, span: Span) -> Span:
    """The noun phrase that a content of one relative pronoun stands for: "islands, which China claims"."""
    words = view.words([span])
    if len(words) != 1 or view.tokens[words[0]].text.lower() not in ("which", "that", "whom", "who"):
        return span
    verb = view.tokens[words[0]].head
    for _ in range(3):
        if view.tokens[verb].relation == "acl:relcl":
            noun = view.tokens[verb].head
            phrase = [w for w in view.subtree(noun, without=frozenset({"acl:relcl", "punct", "case"})) if w < words[0]]
            return view.span_of(phrase) if phrase else span
        verb = view.tokens[verb].head
    return span


def _is_astray(view: Text, attribution: Attribution, content: tuple[Span, ...]) -> bool:
    """Tell whether a content is tied to a cue of another sentence though neither a quotation nor a whole sentence carries it there."""
    if not attribution.cue or is_quoted(view.text, content):
        return False
    away = min(abs(view.sentence_at(c.start) - view.sentence_at(s.start)) for c in attribution.cue for s in content)
    return away > 1 or (away == 1 and not (attribution.source and _opens_sentence(view, content[0])))


def _opens_sentence(view: Text, span: Span) -> bool:
    words = view.words([span])
    before = view.sentence_words[view.tokens[words[0]].sentence] if words else range(0)
    return all(view.tokens[w].pos in ("PUNCT", "CCONJ", "ADV") for w in before if w < words[0])


def _source(view: Text, attribution: Attribution, content: tuple[Span, ...], marks: Sequence[int]) -> tuple[Span, ...]:
    """The source, or where there is none in the cue's sentence, the subject of the cue."""
    source = tuple(
        _with_name(view, whole_phrase(view, _behind_dateline(view, s), marks, leaning=_UNNAMED), (*attribution.cue, *content))
        for s in attribution.source
    )
    if not attribution.cue:
        return source
    told = _according_to(view, attribution.cue)
    if told is not None and not any(s.start < told.end and told.start < s.end for s in source):
        return (told,)
    agent = _agent(view, attribution.cue)
    if agent is not None:
        return (agent,)
    here = view.sentence_at(attribution.cue[0].start)
    if is_quoted(view.text, content) and _stands_with(view.text, source, content) and not _stands_with(view.text, attribution.cue, content):
        # a quotation that goes on behind "says Ines Falk" is hers, whatever the next paragraph begins with
        return source
    named = speaker_of(view, attribution.cue, content)
    if not is_quoted(view.text, content) and all(view.sentence_at(s.start) > here for s in source):
        # who is named in a later sentence has not spoken in this one
        return (named,) if named is not None else ()
    if any(view.sentence_at(s.start) == here for s in source) and not _is_beside(view, attribution.cue, source, named):
        return source
    return (named,) if named is not None else source


def _agent(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """Who does what a passive cue says right behind it: "Stone's call was dismissed by union leader Ines Falk"."""
    tokens, verb = view.tokens, view.head_of(view.words(cue))
    if (
        verb is None
        or tokens[verb].tag not in ("VBN", "VBD")
        or view.lemma(verb) not in lexicon.OPPOSITION | lexicon.DENIAL | lexicon.BLAME
    ):
        return None
    passive = view.child(verb, ("aux:pass",)) is not None
    if not passive or verb + 2 >= len(tokens) or tokens[verb + 1].text.lower() != "by":
        return None
    last = first = verb + 2
    while last < len(tokens) and tokens[last].sentence == tokens[verb].sentence and tokens[last].pos in _PHRASE:
        last += 1
    return Span(tokens[first].start, tokens[last - 1].end) if last > first else None


def _behind_dateline(view: Text, span: Span) -> Span:
    """Cut a dateline off the front of a source: "NORTHPORT — Orland"."""
    return next((Span(d.end, span.end) for d in view.datelines if d.start <= span.start < d.end < span.end), span)


def _with_name(view: Text, span: Span, others: tuple[Span, ...]) -> Span:
    """Extend a source that ends in an office or a trade over the name right behind it: "the two-time champion" Ada Quill."""
    words, tokens = view.words([span]), view.tokens
    if not words or view.lemma(words[-1]) not in lexicon.PERSON_NOUNS:
        return span
    taken, last = set(view.words(others)), words[-1]
    while last + 1 < len(tokens) and last + 1 not in taken and tokens[last + 1].sentence == tokens[last].sentence:
        if tokens[last + 1].pos != "PROPN" and tokens[last + 1].tag != "HYPH":
            break
        last += 1
    return Span(span.start, tokens[last].end)


def _own_speaker(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> tuple[Span, Span] | None:
    """The verb of speech and its subject that end the sentence of a content tied to a cue of another sentence: "..., the doctor said".

    A quotation is theirs only where nothing but marks stands between.
    """
    here, end = view.sentence_at(content[-1].end - 1), content[-1].end
    quoted = is_quoted(view.text, content)
    if any(view.sentence_at(c.start) in (here, view.sentence_at(content[0].start)) for c in cue) or not (cue or quoted):
        return None
    held = set(view.words(content))
    for word in view.sentence_words[here]:
        token = view.tokens[word]
        if token.start < end or word in held or view.lemma(word) not in (lexicon.REPORTING if quoted else _SAYS):
            continue
        span = Span(token.start, token.end)
        named = speaker_of(view, (span,), content) if token.tag in ("VBD", "VBZ") else None
        if named is None or named.start < end:
            continue
        if not quoted or not view.text[end : min(named.start, span.start)].strip(" ,.!?”\"»’'"):
            return span, named
    return None


def _according_to(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """The phrase behind "according to", which says who it is according to."""
    words = view.words(cue)
    if len(words) != 2 or view.slice(Span(cue[0].start, cue[-1].end)).lower() != "according to":
        return None
    noun = view.tokens[words[0]].head
    phrase = [w for w in view.subtree(noun, without=_BODY_OF_SOURCE) if w > words[1]]
    return view.span_of(phrase) if noun > words[1] and phrase and phrase[0] == words[1] + 1 else None


def _stands_with(text: str, spans: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether some span stands in the paragraph that a content begins in."""
    start = text.rfind("\n", 0, content[0].start) + 1
    end = text.find("\n", content[0].start)
    return any(start <= s.start and (end < 0 or s.start < end) for s in spans)


def _is_beside(view: Text, cue: tuple[Span, ...], source: tuple[Span, ...], named: Span | None) -> bool:
    """Tell whether a source is not the one that speaks: the cue has another, named or a pronoun, for its own subject."""
    if named is None or any(s.start < named.end and named.start < s.end for s in source):
        return False
    if any(_is_next_to(view, s, cue, named) for s in source):
        return False
    subject = view.head_of(view.words([named]))
    around = set(view.subtree(subject)) if subject is not None else set()
    if (
        subject is None
        or around & set(view.words(source))
        or view.tokens[subject].text.lower() in _RELATIVE
        or view.text[named.end : cue[0].start].count(",") > 1
    ):
        return False
    return named.end <= cue[0].start


def _is_next_to(view: Text, source: Span, cue: tuple[Span, ...], named: Span) -> bool:
    """Tell whether a source stands right beside the verb: "the president of the court, Paul Reed remarked", "says Ines Falk"."""
    if cue[-1].end <= source.start and view.text[cue[-1].end : source.start].isspace():
        return True
    words = view.words([source])
    name = bool(words) and view.tokens[words[-1]].pos == "PROPN"
    return name and named.end <= source.start and view.text[source.end : cue[0].start].isspace()


def speaker_of(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> Span | None:
    """The phrase that the tree gives as the speaker of a cue: its subject, or the agent of a passive."""
    verb = view.head_of(view.words(cue))
    if verb is None or view.tokens[verb].pos != "VERB" or view.lemma(verb) not in lexicon.SPEAKING:
        return None
    passive = view.child(verb, ("nsubj:pass", "aux:pass")) is not None
    # "asked why, she said": a tagger may take it for the past tense
    alone = view.tokens[verb].relation == "advcl" and view.child(verb, ("nsubj", "aux", "mark")) is None
    if passive or (view.tokens[verb].tag == "VBN" and view.child(verb, ("aux",)) is None) or (alone and view.tokens[verb].tag == "VBD"):
        word = view.child(verb, ("obl:agent",))
    else:
        word = view.subject(verb)
        if word is None or view.child(verb, ("nsubj", "nsubj:pass")) is None:
            # a parse may take the speaker of "..., chief doctor Paul Reed said" for an apposition
            beside = [c for c in view.children[verb] if c < verb and view.tokens[c].relation == "appos" and view.subtree(c)[-1] == verb - 1]
            word = beside[0] if beside else word
        if word is None and view.tokens[verb].relation in ("acl", "acl:relcl"):
            word = view.tokens[verb].head
    if word is None or view.tokens[word].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    held = set(view.words(content)) | set(view.words(cue))
    phrase = [w for w in view.subtree(word, without=_BODY_OF_SOURCE) if view.tokens[w].relation != "case" or view.tokens[w].head != word]
    if not phrase or held & set(phrase) or len(phrase) > 15:
        return None
    return _with_name(view, view.span_of(phrase), (*cue, *content))
