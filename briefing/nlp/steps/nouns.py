"""Steps that a noun says alone: what is called for, promised or awaited, and events that a time to come is said of."""

from __future__ import annotations

import re

from briefing.models import Span, StepKind, TemporalExpression
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import noun_phrase, with_time, without_time
from briefing.nlp.steps.conditions import condition_of, in_question, is_unsaid
from briefing.nlp.steps.record import Scene, Step, can_act
from briefing.nlp.steps.verbs import finite_form, is_event, opens_event, read_group, subject_of
from briefing.nlp.syntax import PRESENT, Text, trim

_CLAUSES = ("xcomp", "ccomp")


def is_act(view: Text, word: int) -> bool:
    """Tell whether a noun names something that is done."""
    lemma = view.lemma(word)
    if view.tokens[word].pos not in ("NOUN", "VERB") or lemma in words.QUALITIES:
        return False
    return lemma in words.ACTS or view.low(word) in words.ACTS or lemma.endswith(words.DEVERBAL)


#: what leads to the end of something that lasts
_LASTS = re.compile(r"\b(?:until|till|through)\b")


def asked_or_promised(scene: Scene, verb: int) -> Step | None:
    """The object of a verb of asking, promising or awaiting: "called for a strike on April 6", "promised a law by June"."""
    view, lemma = scene.view, scene.view.lemma(verb)
    kind, noun = _kind_and_object(scene, verb, lemma)
    if kind is None or noun is None or view.tokens[noun].pos not in ("NOUN", "PROPN"):
        return None
    group = read_group(view, verb)
    if group.negated or group.modal in ("would", "could", "may", "might", "should") or group.infinitive:
        return None
    if condition_of(view, verb) or in_question(view, verb) or is_unsaid(view, verb) or scene.is_history(verb):
        return None
    if any(view.low(w) == "had" for w in group.chain):
        return None
    if any(view.tokens[c].relation in _CLAUSES for c in view.children[verb]):
        return None
    if lemma in words.ASK and can_act(view, noun) and not is_act(view, noun):
        return None  # "urged the authorities on Monday to go on": whom one asks, and not for what
    phrase = noun_phrase(view, noun)
    own = scene.times_in(Span(view.tokens[verb].end, view.sentences[view.tokens[verb].sentence].end))
    span = with_time(view, trim(view.text, view.span_of(phrase)), own)
    when = scene.time_of(span, noun)
    if when is not None and kind == "requested" and scene.is_of_telling(when, verb):
        span = without_time(view, span, when)
        when = None
    dated = when is not None and scene.is_ahead(when) and not _is_today(scene, when)
    if lemma in words.CONVENE and (when is None or view.text[: when.span.start].split()[-1:] != ["for"]):
        return None  # "set a deadline on Tuesday" is the day of the setting
    if lemma == "declare" and (when is None or not _begins(view, when)):
        return None  # "declared an amnesty on Friday"
    if dated and when is not None and not is_act(view, noun) and _LASTS.search(view.text, max(0, when.span.start - 6), when.span.end):
        return None  # "guaranteed all jobs until 2035": how long a thing lasts
    if scene.is_past(span, verb) or not (dated or (kind != "expected" and lemma not in _NEED_TIME and is_act(view, noun))):
        return None
    subject = subject_of(view, verb)
    said = scene.said(verb)
    doer = scene.who(noun_phrase(view, subject), said.actors if said else ()) if kind == "committed" and subject is not None else ()
    if kind == "committed" and not dated and not doer:
        return None
    return Step(what=(span,), who=doer, when=when, kind=kind, importance=0.5 + (0.15 if dated else 0.0), act=noun, cue=verb)


def _begins(view: Text, time: TemporalExpression) -> bool:
    """Tell whether something goes on from a time: "three days of mourning, beginning Wednesday"."""
    before = view.text[: time.span.start].split()[-1:]
    return view.slice(time.span).startswith("from ") or before in (["beginning"], ["starting"])


#: verbs that take many objects besides what is to be done
_NEED_TIME = frozenset(
    """plan announce prepare organise organize schedule guarantee seek request recommend suggest advocate urge order set convene stage
    hold declare""".split()
)


def _kind_and_object(scene: Scene, verb: int, lemma: str) -> tuple[StepKind | None, int | None]:
    view = scene.view
    tense = finite_form(view, verb)
    if view.tokens[verb].tag == "VBN" and read_group(view, verb).passive:
        return None, None
    behind = [c for c in view.children[verb] if c > verb and view.tokens[c].relation in ("obj", "obl")]
    for_what = next((c for c in behind if any(view.low(g) == "for" for g in view.children[c])), None)
    particle = view.child(verb, ("compound:prt",)) is not None or any(view.low(c) == "out" for c in view.children[verb])
    if lemma in words.CALL_FOR and not particle and for_what is not None and not scene.is_time(for_what):
        return "requested", for_what
    obj = next((c for c in view.children[verb] if c > verb and view.tokens[c].relation == "obj"), None)
    if obj is None:
        return None, None
    if lemma in words.DEMAND:
        return ("requested", obj) if lemma != "seek" or tense in PRESENT or view.tokens[verb].tag == "VBG" else (None, None)
    if lemma in words.PROMISE:
        return "committed", obj
    if lemma == "declare" or (lemma in words.CONVENE and is_event(view, obj)):
        return "scheduled", obj
    if lemma in words.AWAIT and (tense in PRESENT or view.tokens[verb].tag == "VBG"):
        return "expected", obj
    return None, None


# ------------------------------------------------------------------------------------------ events

#: events that mean nothing without what they are of
_OF_SOMETHING = frozenset("launch opening inauguration release closure review trial hearing reopening rollout ceremony".split())


def events(scene: Scene) -> list[Step]:
    """Events that a time to come is said of: "elections next year", "ahead of the summit on Nov. 15"."""
    found = []
    for time in scene.times:
        if (time.value is not None and (scene.published or time.anchor) is None) or not scene.is_ahead(time):
            continue
        noun = event_of(scene.view, time)
        if (
            noun is None
            or _is_today(scene, time)
            or _is_imagined(scene.view, noun)
            or _is_none(scene.view, noun)
            or _is_passed(scene.view, noun)
        ):
            continue
        if scene.view.lemma(noun) == "release" and scene.view.slice(time.span).lower().startswith("from"):
            continue  # "in a release from Jan. 12"
        if "," in scene.view.text[scene.view.tokens[noun].end : time.span.start]:
            continue  # "the conference, with plotting over the weekend"
        phrase = [*noun_phrase(scene.view, noun), *scene.view.words([time.span])]
        phrase = sorted(set(phrase))
        while len(phrase) > 1 and scene.view.tokens[phrase[0]].relation in ("cc", "punct"):
            phrase.pop(0)
        span = trim(scene.view.text, scene.view.span_of(phrase))
        who = tuple(dict.fromkeys(e for _, e in scene.resolver.roster.at(span.start, span.end)))[:2]
        owner = _owner_before(scene.view, noun, phrase)
        found.append(
            Step(what=(span,) if owner is None else (owner, span), who=who, when=time, kind="scheduled", importance=0.45, act=noun)
        )
    return found


def _is_passed(view: Text, noun: int) -> bool:
    """Tell whether a budget is only that of a year to come: "approved the 2031 budget"."""
    over = view.tokens[noun].head
    return view.lemma(noun) == "budget" and view.tokens[noun].relation in ("obj", "nsubj:pass") and view.tokens[over].tag in ("VBD", "VBN")


def _owner_before(view: Text, noun: int, phrase: list[int]) -> Span | None:
    """The subject that something still to come is said of: "the bridge opened on trial, ahead of an official launch next month"."""
    bare = all(view.tokens[c].relation in ("det", "amod", "case", "compound") or c not in phrase for c in view.children[noun] if c < noun)
    if not view.text[: view.tokens[phrase[0]].start].rstrip().endswith("ahead of") or view.lemma(noun) not in _OF_SOMETHING or not bare:
        return None
    if any(view.tokens[w].pos == "PROPN" for w in phrase if w < noun) or view.low(phrase[0]) not in ("a", "an", "its"):
        return None
    at = noun
    while view.tokens[at].head != at and view.subject(at) is None:
        at = view.tokens[at].head
    subject = view.subject(at)
    if subject is None or subject >= noun or view.tokens[subject].pos not in ("NOUN", "PROPN"):
        return None
    return view.span_of(noun_phrase(view, subject))


def _is_today(scene: Scene, time: TemporalExpression) -> bool:
    """Tell whether a time is the day of publication: an event of that day is told of as often after it as before."""
    return time.value is not None and time.value.start == time.value.end == (scene.published or time.anchor)


def _is_none(view: Text, noun: int) -> bool:
    """Tell whether an event is said not to be: "there will be no judgment on Monday"."""
    return any(view.low(c) == "no" for c in view.children[noun])


def _is_imagined(view: Text, noun: int) -> bool:
    """Tell whether an event stands in what might be: "might complete the review within two months"."""
    at = noun
    for _ in range(5):
        if view.tokens[at].pos == "VERB" and read_group(view, at).modal in ("may", "might", "could", "would"):
            return True
        if view.tokens[at].head == at:
            return False
        at = view.tokens[at].head
    return False


def takes_event(view: Text, verb: int) -> bool:
    """Tell whether an event is what a verb acts on: "is expected to host the summit"."""
    return any(view.tokens[c].relation in ("obj", "obl") and is_event(view, c) for c in view.children[verb])


def event_of(view: Text, time: TemporalExpression) -> int | None:
    """The event noun that a time hangs on, that stands right before it, or that owns it: "next year's election"."""
    inside = view.words([time.span])
    word = view.head_of(inside)
    if word is None:
        return None
    at = word
    for _ in range(2):
        head = view.tokens[at].head
        if head == at or view.tokens[at].relation not in ("nmod", "nmod:unmarked", "nmod:poss", "compound", "obl", "amod", "obl:unmarked"):
            break
        if (view.tokens[head].pos == "NOUN" and is_event(view, head)) or opens_event(view, head):
            return head
        if view.tokens[head].pos not in ("NOUN", "PROPN", "NUM"):
            break
        at = head
    return _right_before(view, inside[0])


def _right_before(view: Text, first: int) -> int | None:
    for back in range(first - 1, max(-1, first - 4), -1):
        token = view.tokens[back]
        if token.pos == "NOUN":
            return back if is_event(view, back) else None
        if token.pos not in ("ADP", "DET", "ADJ"):
            return None
    return None
