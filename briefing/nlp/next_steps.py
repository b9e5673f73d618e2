"""What is still to happen: who is to do it, when, and whether it is scheduled, committed, requested or expected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.models import Span, StepKind, TemporalExpression
from briefing.nlp.held import Held
from briefing.nlp.resolve import Resolver
from briefing.nlp.roster import Entity
from briefing.nlp.syntax import Text, trim
from briefing.nlp.targets import addressees

#: "is going ahead with its congress"
_ONWARD = frozenset({"go", "move", "press", "push", "forge"})
_BREAK = re.compile(r"[.,;:!?“”\"\n]")
_DUE = frozenset({"schedule", "due", "set", "slate", "bind", "plan", "time"})
_EXPECT = frozenset({"expect", "likely", "anticipate", "poise", "project", "forecast", "prepare", "await"})
_INTEND = frozenset(
    {"plan", "intend", "aim", "hope", "seek", "prepare", "vow", "pledge", "promise", "agree", "commit", "decide", "resolve"}
)
_EVENTS = frozenset(
    """election elections summit meeting talks visit conference hearing trial session vote referendum poll polls deadline
    negotiations launch opening ceremony inauguration strike protest rally round game match tournament congress convention
    debate budget review release trip tour exercise exercises drill drills anniversary festival forum verdict ruling sentencing
    announcement outcome decision hearings""".split()
)
_LEFT = frozenset({"punct", "parataxis", "discourse", "cc"})


_ACTS = frozenset(
    """release withdrawal resignation return resumption end halt ceasefire truce investigation inquiry probe talk dialogue restraint
    resolution implementation election vote referendum reform boycott sanction action support assistance aid deployment removal
    suspension lifting restoration protection review dismissal arrest extradition apology compensation unity""".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A next step while names are not yet final."""

    what: tuple[Span, ...]
    who: tuple[Entity, ...]
    when: TemporalExpression | None
    kind: StepKind
    #: the position it comes from, if any
    importance: float


def find_steps(
    view: Text, resolver: Resolver, held: Sequence[Held], times: Sequence[TemporalExpression], *, published: date | None
) -> list[Step]:
    """Find the future actions and events: first what positions ask for and promise, then what the clauses themselves announce."""
    steps = [s for p in held if (s := _from_position(view, resolver, p, times, published)) is not None]
    for verb in view.verbs(range(len(view.tokens))):
        step = _from_clause(view, resolver, verb, held, times, published)
        if step is not None:
            steps.append(step)
    steps += _from_events(view, resolver, times, published)
    return _without_twins(steps)


# ------------------------------------------------------------------------------------------ from positions


def _from_position(view: Text, resolver: Resolver, held: Held, times: Sequence[TemporalExpression], published: date | None) -> Step | None:
    if held.kind not in ("demand", "commitment", "offer", "warning") or not held.content:
        return None
    action = _action(view, held)
    if action is None:
        return None
    span, verb = action
    if held.kind in ("offer", "warning") and not _forward(view, verb):
        return None
    span = _with_time(view, span, times)
    when = _time_in(times, span, published)
    who: tuple[Entity, ...]
    if held.kind == "demand":
        who = (held.target,) if held.target else addressees(view, resolver, held.cue, held.content, held.actors)
        kind: StepKind = "requested"
    else:
        who, kind = _doer(view, verb, held.actors, resolver), "committed"
    return Step(what=(span,), who=who, when=when, kind=kind, importance=0.7 if held.kind != "offer" else 0.4)


def _doer(view: Text, verb: int, actors: tuple[Entity, ...], resolver: Resolver) -> tuple[Entity, ...]:
    """Who is to do what is offered or promised: a country or body that the words name as their subject, else the speaker."""
    subject = view.subject(verb)
    if subject is None:
        governor = view.tokens[verb].head
        subject = view.subject(governor) if governor != verb else None
    if subject is None:
        return actors
    token = view.tokens[subject]
    bodies = tuple(e for _, e in resolver.roster.at(token.start, token.end) if e.kind in ("country", "organization"))
    return bodies or actors


def _action(view: Text, held: Held) -> tuple[Span, int] | None:
    """The clause of a content that names what is to be done, and its verb."""
    words = [w for w in view.words(held.content) if view.tokens[w].pos != "PUNCT"]
    if not words:
        return None
    inside = set(words)
    for word in words:
        token = view.tokens[word]
        modal = token.tag == "MD" and token.lemma.lower() in ("must", "should", "will", "shall", "would", "'ll", "’ll", "need")
        infinitive = token.tag == "TO" and word + 1 in inside
        if modal or infinitive:
            verb = token.head if token.relation in ("aux", "mark") else word + 1
            if verb not in inside:
                verb = word + 1 if word + 1 in inside else words[0]
            if infinitive:
                return _bounded(view, min(word + 1, words[-1]), words), verb
            clause = [w for w in _clause_words(view, verb, view.subject(verb)) if w in inside]
            return _bounded(view, clause[0] if clause else words[0], words), verb
    first = view.tokens[words[0]]
    # a bare demand is one for an act: "demanded withdrawing", "called for the release of", not "called it a reversal"
    if first.tag in ("VB", "VBG") or any(view.lemma(w) in _ACTS for w in words[:5]):
        return _bounded(view, words[0], words), words[0]
    return None


def _bounded(view: Text, start: int, words: list[int]) -> Span:
    """From a word to the end of its sentence or of the content, whichever comes first."""
    sentence = view.tokens[start].sentence
    kept = [w for w in words if w >= start and view.tokens[w].sentence == sentence]
    return trim(view.text, view.span_of(kept or [start]))


def _forward(view: Text, verb: int) -> bool:
    """Tell whether a verb speaks of what is to come: a modal, or an infinitive."""
    token = view.tokens[verb]
    marks = {view.tokens[c].tag for c in view.children[verb]}
    return bool(marks & {"MD", "TO"}) or token.tag == "VB"


# ------------------------------------------------------------------------------------------ from clauses


def _from_clause(
    view: Text, resolver: Resolver, verb: int, held: Sequence[Held], times: Sequence[TemporalExpression], published: date | None
) -> Step | None:
    kind = _clause_kind(view, verb)
    if kind is None:
        return None
    token = view.tokens[verb]
    inside_quote = next((p for p in held if any(s.start <= token.start < s.end for s in p.content)), None)
    subject = view.subject(verb)
    words = _clause_words(view, verb, subject)
    if len(words) < 3:
        return None
    span = trim(view.text, view.span_of(words))
    when = _time_in(times, span, published)
    if when is not None and when.value is not None and published is not None and when.value.end < published:
        return None
    who: tuple[Entity, ...] = ()
    if subject is not None:
        speaker = list(inside_quote.actors) if inside_quote else None
        who = tuple(resolver.resolve([view.span_of(_noun_phrase(view, subject))], speaker=speaker))
    if kind == "expected" and when is not None and when.value is not None and _passive(view, verb):
        kind = "scheduled"
    if kind == "committed" and inside_quote is not None and not (set(who) & set(inside_quote.actors)):
        kind = "expected"
    if kind == "committed" and not who:
        kind = "expected"
    named = any(not e.nominal for e in who)
    if kind == "expected" and when is None and (not named or token.relation.startswith("acl")):
        return None
    importance = 0.5 if inside_quote is None else 0.35
    return Step(what=(span,), who=who, when=when, kind=kind, importance=importance + (0.25 if when is not None else 0.0))


def _clause_kind(view: Text, verb: int) -> StepKind | None:
    """The kind of future that a verb stands in, or None for none."""
    token = view.tokens[verb]
    if _conditional(view, verb):
        return None
    auxiliaries = {view.tokens[c].text.lower() for c in view.children[verb] if view.tokens[c].relation in ("aux", "aux:pass")}
    governor = view.tokens[token.head]
    governing = governor.lemma.lower() if token.head != verb else ""
    past = governor.tag == "VBD" and not any(view.tokens[c].text.lower() in ("is", "are", "has", "have") for c in view.children[token.head])
    if auxiliaries & {"will", "shall", "'ll", "’ll", "wo"} and not view.is_negated(verb):
        if token.lemma.lower() in ("be", "remain", "have", "take") and not _has_event(view, verb):
            return "expected" if view.subject(verb) is not None else None
        return "expected" if _passive(view, verb) else "committed"
    onward = {view.tokens[c].text.lower() for c in view.children[verb]}
    if token.tag == "VBG" and token.lemma.lower() in _ONWARD and onward & {"is", "are", "’s", "'s"} and onward & {"ahead", "forward"}:
        return None if view.is_negated(verb) else "committed"
    due = token.relation in ("advcl", "ccomp") and governing in _DUE and _passive(view, token.head)
    if (
        (token.relation == "xcomp" or due)
        and any(view.tokens[c].tag == "TO" for c in view.children[verb])
        and not view.is_negated(token.head)
    ):
        if past and governing not in ("agree", "decide", "resolve", "vow", "pledge", "promise"):
            return None
        if governing in _DUE:
            return "scheduled" if governing != "plan" or _passive(view, token.head) else "committed"
        if governing in _EXPECT:
            return "expected"
        if governing in _INTEND:
            return "committed"
        if governing == "go" and governor.tag == "VBG":
            return "committed"
        if governing in ("be",) and governor.tag in ("VBZ", "VBP"):
            return "scheduled"
    return None


def _conditional(view: Text, verb: int) -> bool:
    """Tell whether a verb lies in a condition, or the consequence of one."""
    at = verb
    for _ in range(4):
        marks = {view.lemma(c) for c in view.children[at] if view.tokens[c].relation == "mark"}
        if marks & {"if", "unless", "whether", "lest"}:
            return True
        if any(
            view.tokens[c].relation == "advcl"
            and any(view.lemma(g) == "if" and view.tokens[g].relation == "mark" for g in view.children[c])
            for c in view.children[at]
        ):
            return at == verb
        if view.tokens[at].head == at:
            return False
        at = view.tokens[at].head
    return False


def _passive(view: Text, verb: int) -> bool:
    return any(view.tokens[c].relation in ("aux:pass", "nsubj:pass") for c in view.children[verb])


def _has_event(view: Text, verb: int) -> bool:
    return any(view.lemma(w) in _EVENTS or view.tokens[w].text.lower() in _EVENTS for w in view.subtree(verb))


def _clause_words(view: Text, verb: int, subject: int | None) -> list[int]:
    """The clause: the verb with all that hangs on it and its subject, without other sentences put beside it."""
    words = set(view.subtree(verb, without=_LEFT))
    if subject is not None and subject < verb and verb - subject <= 12:
        words |= set(_noun_phrase(view, subject))
    # conjoined clauses that have a subject of their own are others
    for child in view.children[verb]:
        if view.tokens[child].relation in ("conj", "parataxis") and view.child(child, ("nsubj", "nsubj:pass")) is not None:
            words -= set(view.subtree(child))
    sentence = view.tokens[verb].sentence
    low, high = min(words), max(words)
    return [w for w in range(low, high + 1) if view.tokens[w].sentence == sentence]


def _noun_phrase(view: Text, word: int) -> list[int]:
    return view.subtree(word, without=frozenset({"acl:relcl", "acl", "appos", "parataxis", "advcl"}))


# ------------------------------------------------------------------------------------------ from events


def _from_events(view: Text, resolver: Resolver, times: Sequence[TemporalExpression], published: date | None) -> list[Step]:
    """Events that a time to come is said of: "elections next year", "ahead of the summit on Nov. 15"."""
    steps = []
    for time in times:
        if published is None and time.value is not None:
            continue
        if time.value is not None and published is not None and time.value.end <= published:
            continue
        if time.value is None and not view.slice(time.span).lower().startswith(("next", "later", "coming", "upcoming")):
            continue
        word = view.head_of(view.words([time.span]))
        if word is None:
            continue
        noun = _event_of(view, word)
        if noun is None:
            continue
        phrase = [*_noun_phrase(view, noun), *view.words([time.span])]
        span = trim(view.text, view.span_of(sorted(set(phrase))))
        who = tuple(e for _, e in resolver.roster.at(span.start, span.end))[:2]
        steps.append(Step(what=(span,), who=who, when=time, kind="scheduled", importance=0.45))
    return steps


def _event_of(view: Text, word: int) -> int | None:
    """The event noun that a time hangs on, or that stands right before it."""
    at = word
    for _ in range(2):
        head = view.tokens[at].head
        if head == at:
            break
        if view.tokens[head].pos == "NOUN" and (view.lemma(head) in _EVENTS or view.tokens[head].text.lower() in _EVENTS):
            return head
        at = head
    for back in range(word - 1, max(-1, word - 4), -1):
        token = view.tokens[back]
        if token.pos == "NOUN":
            return back if token.lemma.lower() in _EVENTS or token.text.lower() in _EVENTS else None
        if token.pos not in ("ADP", "DET", "ADJ"):
            return None
    return None


# ------------------------------------------------------------------------------------------ times and twins


def _with_time(view: Text, span: Span, times: Sequence[TemporalExpression]) -> Span:
    """The clause with the time that follows it, where the content breaks off before it: "sign the treaty" by June 1."""
    for time in times:
        between = view.text[span.end : time.span.start]
        if span.start < time.span.start and span.end < time.span.end and len(between) <= 12 and not _BREAK.search(between):
            return Span(span.start, time.span.end)
    return span


def _time_in(times: Sequence[TemporalExpression], span: Span, published: date | None) -> TemporalExpression | None:
    """The time of an action: the last expression in its clause that does not lie in the past; one that resolves goes first."""
    inside = [t for t in times if t.span.start >= span.start and t.span.end <= span.end]
    ahead = [t for t in inside if t.value is None or published is None or t.value.end >= published]
    resolved = [t for t in ahead if t.value is not None]
    if resolved:
        return resolved[0]
    return ahead[0] if ahead else None


def _without_twins(steps: list[Step]) -> list[Step]:
    """Keep one of the steps whose words mostly coincide: the first, which knows its position; a date found by either is kept."""
    kept: list[Step] = []
    for step in steps:
        twin = next((k for k in kept if _overlap(k.what[0], step.what[0]) >= 0.7), None)
        if twin is None:
            kept.append(step)
        elif twin.when is None and step.when is not None:
            kept[kept.index(twin)] = Step(
                what=twin.what, who=twin.who or step.who, when=step.when, kind=twin.kind, importance=twin.importance + 0.2
            )
    return kept


def _overlap(a: Span, b: Span) -> float:
    """The share of the shorter span that both hold."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / max(1, min(a.end - a.start, b.end - b.start))
