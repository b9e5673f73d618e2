"""The source of an attribution, set right by its sentence: whole, of the verb that is its cue, an agent, whom it is according to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.agents import agent_behind
from briefing.nlp.anaphora import RELATIVE
from briefing.nlp.contents import whole_phrase
from briefing.nlp.coordination import is_thing
from briefing.nlp.paragraphs import stands_with
from briefing.nlp.quotations import is_quoted
from briefing.nlp.quoted import quoter
from briefing.nlp.speakers import BODY_OF_SOURCE, speaker_of, with_name
from briefing.nlp.syntax import FINITE, SUBJECTS, Text

#: what a source that names nobody yet ends in: "the", "the Government of"
_UNNAMED = frozenset({"det", "case", "nmod:poss", "nmod:desc"})
#: verbs whose passive says what its subject is blamed for
_ACCUSED = frozenset("accuse charge blame suspect criticise criticize".split())
#: what a clause of time or cause begins with
_LEADS_CLAUSE = frozenset({"after", "before", "when", "while", "because", "since", "although", "though", "once", "until", "as"})
#: where a source ends in the pronoun of a clause about it
_ENDS_RELATIVE = re.compile(r",? (?:who|which)\Z")
#: whom a relative clause tells of, and who does so in it
_RELATIVE = re.compile(r"([^,]+), (?:which|whom) ([^,]+)")


def source_of(view: Text, attribution: Attribution, content: tuple[Span, ...], marks: Sequence[int]) -> tuple[Span, ...]:
    """The source, or where there is none in the cue's sentence, the subject of the cue."""
    source = tuple(
        with_name(view, whole_phrase(view, _without_day(view, behind), marks, leaning=_UNNAMED), (*attribution.cue, *content))
        for s in attribution.source
        if (behind := view.behind_dateline(_of_relative(view, _without_relative(view, s), attribution.cue))) is not None
    )
    if not attribution.cue:
        return source
    if _is_accused(view, attribution.cue):
        # who is accused holds nothing, nor does who spoke before
        return ()
    if quoter(view, attribution.cue) is not None:
        return source
    told = _according_to(view, attribution.cue)
    if told is not None and not any(s.meets(told) for s in source):
        return (told,)
    agent = _agent(view, attribution.cue)
    if agent is not None:
        return (agent,)
    saying = _who_says_besides(view, attribution.cue)
    if saying is not None and source and source[0].start >= content[-1].end:
        return (whole_phrase(view, saying, marks, leaning=_UNNAMED),)
    here = view.sentence_at(attribution.cue[0].start)
    if is_quoted(view.text, content) and stands_with(view.text, source, content) and not stands_with(view.text, attribution.cue, content):
        # a quotation that goes on behind "says Ines Falk" is hers, whatever the next paragraph begins with
        return source
    named = speaker_of(view, attribution.cue, content)
    if not is_quoted(view.text, content) and all(view.sentence_at(s.start) > here for s in source):
        # who is named in a later sentence has not spoken in this one
        return (named,) if named is not None else ()
    if any(view.sentence_at(s.start) == here for s in source) and not _is_beside(view, attribution.cue, source, named):
        return source
    return (named,) if named is not None else source


def _who_says_besides(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """Whose participle right behind a word of speech a cue is, whoever reports it: "Stone said, stressing the need for it, a ministry
    reported"."""
    first = view.words(cue)[0]
    tokens = view.tokens
    if first < 3 or tokens[first].tag != "VBG" or tokens[first - 1].text != ",":
        return None
    who, verb = first - 3, first - 2
    if view.lemma(verb) not in lexicon.SPEAKING or tokens[verb].tag not in FINITE or tokens[who].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    return Span(tokens[who].start, tokens[who].end) if tokens[who].sentence == tokens[first].sentence else None


def _without_relative(view: Text, span: Span) -> Span:
    """A source without the pronoun of the clause that tells of it: "the 42-year-old, who" cited the economy."""
    cut = _ENDS_RELATIVE.search(view.slice(span))
    return Span(span.start, span.start + cut.start()) if cut is not None else span


def _of_relative(view: Text, span: Span, cue: tuple[Span, ...]) -> Span:
    """Whose verb a cue is of the two whom a source names that ends in a clause cut off: "The army, which agencies" accuse of theft."""
    found = _RELATIVE.fullmatch(view.slice(span))
    verb = view.head_of(view.words(cue)) if found is not None else None
    if found is None or verb is None:
        return span
    inner = Span(span.start + found.start(2), span.end)
    if any(view.tokens[w].tag in FINITE for w in view.words([inner])):
        return span
    return inner if view.tokens[verb].relation == "acl:relcl" else Span(span.start, span.start + found.end(1))


def _without_day(view: Text, span: Span) -> Span:
    """A source without the day that it is followed by: "The government" Monday "filed an appeal", "Farmers" yesterday "met"."""
    words = view.words([span])
    if len(words) < 2 or view.tokens[words[-1]].text not in lexicon.DAYS_BESIDE or view.tokens[words[-2]].text in ("of", "Black", "Good"):
        return span
    return Span(span.start, view.tokens[words[-2]].end)


def _is_accused(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether a cue tells what its subject is blamed for, by nobody whom the clause names: "is accused of", "was charged with"."""
    verb = view.head_of(view.words(cue))
    if verb is None or view.tokens[verb].tag != "VBN" or view.lemma(verb) not in _ACCUSED:
        return False
    passive = view.child(verb, ("aux:pass", "nsubj:pass")) is not None or "be" in view.auxiliaries(verb)
    return passive and " by " not in view.text[view.tokens[verb].end : view.sentences[view.tokens[verb].sentence].end]


def _agent(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """Who does what a passive cue says right behind it: "Stone's call was dismissed by union leader Ines Falk"."""
    tokens, verb = view.tokens, view.head_of(view.words(cue))
    if (
        verb is None
        or tokens[verb].tag not in ("VBN", "VBD")
        or view.lemma(verb) not in lexicon.OPPOSITION | lexicon.DENIAL | lexicon.BLAME
    ):
        return None
    return agent_behind(view, verb) if view.child(verb, ("aux:pass",)) is not None else None


def _according_to(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """The phrase behind "according to", which says who it is according to."""
    words = view.words(cue)
    if len(words) != 2 or view.slice(Span(cue[0].start, cue[-1].end)).lower() != "according to":
        return None
    noun = view.tokens[words[0]].head
    phrase = [w for w in view.subtree(noun, without=BODY_OF_SOURCE) if w > words[1]]
    return view.span_of(phrase) if noun > words[1] and phrase and phrase[0] == words[1] + 1 else None


def _is_beside(view: Text, cue: tuple[Span, ...], source: tuple[Span, ...], named: Span | None) -> bool:
    """Tell whether a source is not the one that speaks: the cue has another, named or a pronoun, for its own subject."""
    if named is None or any(s.meets(named) for s in source):
        return False
    if any(_is_next_to(view, s, cue, named) for s in source):
        return False
    subject = view.head_of(view.words([named]))
    # who is told of behind what is said is no part of who says it: "Stone maintains that it is safe, Harbour Radio reports"
    around = {w for w in view.subtree(subject) if view.tokens[w].start < cue[0].start} if subject is not None else set()
    if subject is not None and _does_aside(view, source, cue, subject):
        return True
    if (
        subject is None
        or around & set(view.words(source))
        or view.low(subject) in RELATIVE
        or _is_of_another(view, cue, subject)
        or (view.text[named.end : cue[0].start].count(",") > 1 and not _explains_aside(view, source, subject))
    ):
        return False
    return named.end <= cue[0].start


def _does_aside(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], subject: int) -> bool:
    """Tell whether a source is only who does something in a clause about the subject: "The army, which agencies accuse of it, denies"."""
    head = view.head_of(view.words(source))
    verb = view.tokens[head].head if head is not None and view.tokens[head].relation == "nsubj" else None
    if head is None or verb is None or view.tokens[verb].relation != "acl:relcl" or view.tokens[verb].head != subject:
        return False
    told = view.low(head) not in RELATIVE and head < verb
    return told and not any(c.start <= view.tokens[verb].start < c.end for c in cue)


def _explains_aside(view: Text, source: tuple[Span, ...], subject: int) -> bool:
    """Tell whether a name explains the office of somebody else in an aside: "Quill, after talks with her counterpart, Jon Hale, said"."""
    first = view.words(source)[0] if view.words(source) else 0
    aside = first - 2
    told = aside > subject and view.tokens[first - 1].text == "," and view.lemma(aside) in lexicon.PERSON_NOUNS
    return told and view.tokens[aside].relation in ("obl", "nmod")


def _is_of_another(view: Text, cue: tuple[Span, ...], subject: int) -> bool:
    """Tell whether a thing is the subject of what was said, and not of the verb joined to it: "said the move was legal, and asked"."""
    verb = view.head_of(view.words(cue))
    return verb is not None and view.child(verb, SUBJECTS) is None and is_thing(view, subject)


def _is_next_to(view: Text, source: Span, cue: tuple[Span, ...], named: Span) -> bool:
    """Tell whether a source stands right beside the verb: "the president of the court, Paul Reed remarked", "says Ines Falk"."""
    if cue[-1].end <= source.start and view.text[cue[-1].end : source.start].isspace():
        return True
    words = view.words([source])
    if named.end <= cue[0].start and source.end < named.start and view.slice(named).lower() in ("he", "she", "they", "it"):
        # "the general, she said, has"
        return False
    name = bool(words) and (view.tokens[words[-1]].pos == "PROPN" or _opens_clause(view, words, cue))
    return name and named.end <= source.start and view.text[source.end : cue[0].start].isspace()


def _opens_clause(view: Text, source: list[int], cue: tuple[Span, ...]) -> bool:
    """Tell whether people between "after" or "when" and a finite verb act in a clause of their own: "agreed after observers refused"."""
    before, verb = source[0] - 1, view.words(cue)[0]
    led = before >= 0 and view.low(before) in _LEADS_CLAUSE
    return led and view.tokens[source[-1]].tag == "NNS" and view.tokens[verb].tag in ("VBD", "VBP", "VBZ")
