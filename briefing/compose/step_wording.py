"""The words that a step is told in: its clause where that is read by itself, else the sentence that the clause stands in.

A clause is read behind the name of who is to act: "will return to court" is a line there, "the resignation of the rector" and "election
next year" are none. Words alone, in English.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from briefing.calendar_names import CALENDAR
from briefing.compose.excerpts import is_cut
from briefing.compose.gist import first_told
from briefing.compose.pointing import joint_length, leans_on, names_a_kind
from briefing.compose.readings import Reading
from briefing.compose.terms import terms_of
from briefing.models import Actor, NextStep, Span

#: sentences of more words are no line
_LONGEST = 80
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|can|cannot|could|may|might|must|shall|should|has|have|had|needs?|do|does|did)\b|(?:['’]ll|n['’]t)\b"
)
#: a clause that begins with its verb has no subject
_HEADLESS = re.compile(r"(?:is|are|was|were|will|would|can|could|may|might|must|shall|should|has|have|had|be)\b")
#: a noun torn from what stands before it: "development … is expected to"
_TORN = re.compile(r"(?!(?:the|an?|his|her|its|their|this|that|these|those|all|some)\b)[a-z-]+(?: [a-z-]+)? …")
#: how a noun phrase begins, and a participle
_NOUN_PHRASE = re.compile(r"(?:the|an?|his|her|its|their|our|this|these|those|other|more|some)\b|[\d“\"]|[A-Z]|\w{2,}ing\b")
#: the pronouns that stand for who is to act, named before the clause: for people, and for a body, too
_PEOPLE = frozenset({"he", "she", "they"})
_ANYBODY = _PEOPLE | {"it"}
#: words before the subject of a sentence: "On Monday he", "“They"
_OPENING = re.compile(
    r"[“\"‘]?(?:(?:on|in|next|last|by|from|then|also|but|and|so|however|meanwhile|yesterday|today|tomorrow)\b(?: ?[\w’'-]+){0,2}?,? )?",
    re.IGNORECASE,
)
#: a thing that its kind alone names: "the trial is scheduled", "a similar order will be"
_KIND_ALONE = re.compile(
    r"(?:the|(?:an? )?similar) (?:[a-z-]+ )?[a-z-]+ (?:…|(?:is|are|was|were|will|would|has|have|must|should)\b)",
    re.IGNORECASE,
)
#: words before a name that a clause begins with, and how it goes on behind it
_BEFORE_NAME = re.compile(r"(?:[\w.’'-]+ ){0,8}")
_GOES_ON = re.compile(
    r"(?: \([^()]{1,40}\))?(?:(?= …|$)|,? (?=(?:(?:on \w+|also|now|soon|then) )?"
    r"(?:will|would|is|was|has|must|should|plans|intends|needs|aims|hopes)\b))"
)
#: the one who is to act, by a pronoun at the head of a clause
_MEANT = re.compile(r"(?:he|she|they) (?=(?:also |then |now |soon )?(?:will|would|must|should|has|have|is|are)\b)", re.IGNORECASE)
_BY_DOER = re.compile(r"\bbe(?:en|ing)? (?:\w+ ){1,2}by\b")
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)
#: what is said of anybody: "the former leader Ada Quill"
_OF_ANYBODY = frozenset("the a an its their former ex current incumbent outgoing new acting late local state".split())


def worded(reading: Reading, step: NextStep, spans: Sequence[Span], *, has_doer: bool) -> tuple[Span, ...] | None:
    """The spans that tell a step as a line of its own: those of its clause, or of whole sentences; None where nobody can tell what is
    meant."""
    text = " … ".join(reading.slice(s) for s in spans)
    points = _points(reading, step, text, has_doer=has_doer)
    if points or _is_fragment(text, has_doer=has_doer) or (step.kind == "requested" and not has_doer):
        whole = whole_sentences(reading, spans)
        # a long sentence is no line, and a clause of it, or a thing with its day, better than none where it is clear what is meant
        is_clear = not points and (has_doer or _NOUN_PHRASE.match(text)) and not _leans(reading, reading.sentences_at(spans)[0])
        return whole or (tuple(spans) if is_clear else None)
    if has_doer and not any(c.isupper() for c in "".join(step.who) + text[1:]):
        return whole_sentences(reading, spans) or tuple(spans)  # "government: close the mine" says nothing of whose it is
    return _behind_doer(reading, step, spans) if has_doer else _with_kind_named(reading, spans, text)


def whole_sentences(reading: Reading, spans: Sequence[Span]) -> tuple[Span, ...] | None:
    """The sentences around some spans, with those before that say what the first of them points at; None if that makes too many words."""
    around = reading.sentences_at(spans)
    first = first_told(reading, around[0], functools.partial(_leans, reading))
    return None if _leans(reading, first) else _as_line(reading, Span(first.start, around[-1].end))


def _behind_doer(reading: Reading, step: NextStep, spans: Sequence[Span]) -> tuple[Span, ...]:
    """A clause without the one who is to act, whose name the line gives before it: "Ada Quill: the mayor Ada Quill will resign", "she
    will resign"."""
    first = spans[0]
    text = reading.slice(first)
    # of "they will be paid by the union" the union is not "they"
    if (meant := _MEANT.match(text)) is not None and not _BY_DOER.search(text):
        return (Span(first.start + meant.end(), first.end), *spans[1:])
    doer = next((a for a in reading.analysis.actors if (a.name,) == step.who and a.kind != "group"), None)
    for name in doer.mentions if doer is not None else ():
        goes_on = _GOES_ON.match(reading.text, name.end, first.end)
        if doer is None or goes_on is None or not first.start <= name.start or any(name.end > s.start >= first.start for s in step.when):
            continue
        if doer.kind == "country" and not all(w[0].isupper() or w in ("the", "government") for w in reading.slice(name).split()):
            continue  # of Norland, "Norlandic lawmakers will vote" says more
        in_full = step.who == (_ARTICLE.sub("", reading.slice(Span(first.start, name.end))),)
        if not in_full and _only_describes(reading.text[first.start : name.start], doer):
            rest = (Span(goes_on.end(), first.end), *spans[1:])
            return tuple(s for s in rest if s.start < s.end)
    return tuple(spans)


def _only_describes(text: str, doer: Actor) -> bool:
    """Tell whether words before a name are what the one is or is called: "Mr.", "the former Speaker", "the mayor" of a mayor."""
    if _BEFORE_NAME.fullmatch(text) is None:
        return False
    known = terms_of(f"{doer.role or ''} {doer.name}")
    return all(w.lower() in _OF_ANYBODY or ((own := terms_of(w) - CALENDAR) and (w[0].isupper() or own <= known)) for w in text.split())


def _points(reading: Reading, step: NextStep, text: str, *, has_doer: bool) -> bool:
    """Tell whether a clause begins with what stands for something that its line does not name."""
    if not has_doer:
        return _points_back(text)
    persons = {a.name for a in reading.analysis.actors if a.kind == "person"}
    return _points_back(text, own=_PEOPLE if persons.issuperset(step.who) else _ANYBODY)


def _leans(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence begins with what stands for something named before it."""
    text = reading.slice(sentence)
    opening = _OPENING.match(text)
    return any(_points_back(text[at:]) for at in (0, opening.end() if opening is not None else 0))


def _points_back(text: str, own: frozenset[str] = frozenset()) -> bool:
    return leans_on(text, own=own) or names_a_kind(text)


def _is_fragment(text: str, *, has_doer: bool) -> bool:
    """Tell whether words are no clause behind a name, or, with no name before them, none at all."""
    if not has_doer:
        return _FINITE.search(text) is None or _HEADLESS.match(text) is not None or _TORN.match(text) is not None
    return _FINITE.search(text) is None and _NOUN_PHRASE.match(text) is not None


def _with_kind_named(reading: Reading, spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """A clause on a thing that its kind alone names, together with the sentence before where that tells which: "the trial"."""
    named, around = _KIND_ALONE.match(text), reading.sentences_at(spans)
    at = reading.body.index(around[0]) if around[0] in reading.body else 0
    if named is None or not at:
        return tuple(spans)
    before = reading.body[at - 1]
    if _leans(reading, before):
        return tuple(spans)
    return _as_line(reading, Span(before.start, around[-1].end)) or tuple(spans)


def _as_line(reading: Reading, whole: Span) -> tuple[Span, ...] | None:
    start = whole.start + joint_length(reading.text[whole.start : whole.end])
    settled, _ = reading.settled((Span(start, whole.end),))
    shown = " ".join(reading.slice(s) for s in settled)
    return settled if shown and not is_cut(shown) and len(shown.split()) <= _LONGEST else None
