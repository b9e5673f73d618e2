"""Interviews printed as question and answer: "Q: ...", "A: ...", or each speaker's name before a colon."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, is_outlet
from briefing.nlp.labelled import speaker_labelled, tell_office
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text, trim

_CONFIDENCE = 0.9
#: a line that opens with "Q:", "Q1:", "Q." or "A:", or with a name before a colon
_LABEL = re.compile(
    r"(?m)^[ \t*_]*(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+)?(?:(?P<letter>[QA])[*_]*(?P<dot>\.)"
    r"|(?P<label>(?:Q(?:uestion)?|A(?:nswer)?)(?: ?\d{1,2})?|[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,6})"
    r"(?: \((?P<aside>[^()\n]{2,40})\)(?: \([^()\n]{2,20}\))?)?"
    r"[*_]*(?P<mark>:))[*_]*[ \t]+(?=\S)"
)
_QUESTIONS, _ANSWERS = frozenset({"Q", "Question"}), frozenset({"A", "Answer"})
#: lines that make an interview of a text
_FEWEST = 3
#: words of a sentence that is held only with the next one: "No."
_SHORT = 2
#: labels of those who only ask, and of what is no speaker
_ASKERS = frozenset(
    "q question journalist reporter host interviewer moderator presenter anchor operator correspondent press media audience".split()
)
#: who keeps order in a house and is none of its sides
_PRESIDES = re.compile(r"(?:mr\.?|madam|the|mister) (?:deputy )?speaker", re.IGNORECASE)
#: sentences of courtesy alone
_COURTESY = re.compile(
    r"(?:thanks|thank you)(?: (?:very|so) much| again)?(?:,? (?:[A-Z][\w’'-]*\.? ?){1,3}| for having me)?[.!]?"
    r"|(?:good (?:morning|afternoon|evening)|hello|welcome)(?:,? [\w’' -]{1,30})?[.!]?|order(?:, order)?[.!]"
    r"|if i (?:can|may|could)\b[^,.]{0,40}\.",
    re.IGNORECASE,
)
#: a heading in bold letters on a line of its own
_HEADING = re.compile(r"(?m)^[ \t]*\*\*[^*\n]+\*\*[ \t]*$")
#: what a house or a typist notes below a speech
_NOTED = re.compile(
    r"(?m)^[ \t]*(?:[\[(][^\])\n]{2,80}[\])][ \t]*$|(?:Question|Motion|Amendment|Bill|Clause|Debate)s? (?:accordingly )?"
    r"(?:put|agreed|read|negatived|carried|adjourned|withdrawn)\b)"
)
_FEWEST_INITIALS, _MOST_INITIALS = 2, 4


@dataclass(frozen=True, slots=True)
class _Turn:
    """One speaker's turn: how it is labelled, where its colon stands, and what is said."""

    label: Span
    mark: Span
    said: Span


def read_transcript(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with each answer of an interview as its speaker's, in the place of what the model made of the turns:
    what is asked is held by nobody, and what a speaker quotes of others stays."""
    turns = _turns(view, body_start)
    by_letter = [t for t in turns if _letter(view, t) in _QUESTIONS | _ANSWERS]
    if len(by_letter) >= _FEWEST and {view.slice(t.label)[0] for t in by_letter} == {"Q", "A"}:
        asked = _interviewed(view, resolver, attributions, body_start, by_letter[0].label.start) or _addressed(view, resolver, by_letter[0])
        speakers = [(t, asked if _letter(view, t) in _ANSWERS else None) for t in by_letter]
    else:
        speakers = _named(view, resolver, turns)
    if not any(source is not None for _, source in speakers):
        return attributions
    kept = [a for a in attributions if not any(_is_of_turn(view, a, t) for t, _ in speakers)]
    return kept + [
        Attribution(source=(source,), cue=(turn.mark,), content=content, confidence=_CONFIDENCE)
        for turn, source in speakers
        if source is not None and (content := _sentences(view, turn.said))
    ]


def _letter(view: Text, turn: _Turn) -> str:
    """What a turn is labelled with, without its number: "Q" of "Q1"."""
    return view.slice(turn.label).rstrip("0123456789 ")


def _turns(view: Text, body_start: int) -> list[_Turn]:
    found = list(_LABEL.finditer(view.text, body_start))
    if not {f["letter"] for f in found} >= {"Q", "A"}:
        # "A. Quill was there" opens with an initial
        found = [f for f in found if f["letter"] is None]
    ends = [f.start() for f in found[1:]] + [len(view.text)] * bool(found)
    # "The Minister of Energy (Ms Vance):", "Mr Orwin (North Fells):"
    labels = ["aside" if f["aside"] and f["label"].startswith("The ") else "label" for f in found]
    marks = [("letter", "dot") if f["letter"] else (label, "mark") for f, label in zip(found, labels, strict=True)]
    return [
        _Turn(Span(*f.span(label)), Span(*f.span(mark)), trim(view.text, Span(f.end(), _noted(view.text, f.end(), end))))
        for f, (label, mark), end in zip(found, marks, ends, strict=True)
    ]


def _noted(text: str, start: int, end: int) -> int:
    """Where what a speaker says ends: before a note such as "[Applause]" or "Question put and agreed to" on a line of its own."""
    note = _NOTED.search(text, start, end)
    return note.start() if note is not None else end


def _interviewed(view: Text, resolver: Resolver, attributions: list[Attribution], body_start: int, until: int) -> Span | None:
    """Where the one who answers is named: who alone, or most often, speaks before the first question, else who is named there."""
    named = [(s, e) for s, e in resolver.roster.at(0, until) if e.kind == "person" and not e.nominal and not _is_by(view, s)]
    sources = [a.source for a in attributions if a.source and a.source[0].end <= until]
    spoke = Counter(id(e) for source in sources for e in resolver.resolve(source) if any(e is n for _, n in named))
    counts = (spoke or Counter(id(e) for _, e in named)).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    places = [s for s, e in named if id(e) == counts[0][0]]
    return next((s for s in places if s.start >= body_start), places[0])


def _addressed(view: Text, resolver: Resolver, question: _Turn) -> Span | None:
    """Where the person is named whom the first question calls by name: "Professor Lund, is it safe?"."""
    for span, entity in resolver.roster.at(question.said.start, question.said.end):
        before = view.words([Span(question.said.start, span.start)])
        titled = all(view.low(w).rstrip(".") in lexicon.TITLES for w in before)
        if titled and entity.kind == "person" and view.text[span.end : span.end + 1] == ",":
            return span
    return None


def _is_by(view: Text, span: Span) -> bool:
    """Tell whether a name is that of who wrote the text: "By Ada Quill"."""
    return view.text[max(0, span.start - 3) : span.start].lower() == "by "


def _named(view: Text, resolver: Resolver, turns: list[_Turn]) -> list[tuple[_Turn, Span | None]]:
    """The turns with where their speakers are named, where the same persons speak in turn; nobody for one who only asks."""
    # "Engineer Saul Brock:" is "Brock:" from then on
    called = {t: view.slice(t.label).split()[-1] for t in turns}
    in_full = _spelt_out(view, turns)
    called |= {t: called[whole] for t, whole in in_full.items()}
    labels = Counter(called.values())
    spoken = [t for t in turns if labels[called[t]] > 1]
    if len(spoken) < _FEWEST or len({called[t] for t in spoken}) < 2:
        return []
    by_label = {label: [t for t in turns if called[t] == label] for label in labels}
    asks = {label for label, own in by_label.items() if _only_asks(view, label, own)}
    found: list[tuple[_Turn, Span | None]] = []
    for turn in turns:
        label = in_full.get(turn, turn).label
        who = speaker_labelled(view, resolver, label) if called[turn] not in asks else None
        if who is not None and _answers(who):
            tell_office(view, who, label)
        if who is not None or labels[called[turn]] > 1:
            found.append((turn, label if who is not None and _answers(who) else None))
    return found


def _only_asks(view: Text, label: str, turns: list[_Turn]) -> bool:
    """Tell whether who is labelled so only asks or keeps order: one more sentence a turn may lead to a question."""
    if label.lower() in _ASKERS or all(_PRESIDES.fullmatch(view.slice(t.label)) for t in turns):
        return True
    ends = [view.slice(t.said).rstrip("*_ ").endswith("?") for t in turns]
    told = sum(1 for t in turns for s in _sentences(view, t.said) if not view.slice(s).endswith("?"))
    return 2 * sum(ends) > len(ends) and told < len(turns)


def _spelt_out(view: Text, turns: list[_Turn]) -> dict[_Turn, _Turn]:
    """The turns that only letters label, with the first one before them whose label these are the initials of: "AQ" of "Ada Quill"."""
    found: dict[_Turn, _Turn] = {}
    for number, turn in enumerate(turns):
        letters = view.slice(turn.label)
        if not (_FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS and letters.isalpha() and letters.isupper()):
            continue
        whole = next((t for t in turns[:number] if "".join(w[0] for w in view.slice(t.label).split()) == letters), None)
        if whole is not None:
            found[turn] = whole
    return found


def _answers(entity: Entity) -> bool:
    return entity.kind == "person" and not is_outlet(entity)


def _is_of_turn(view: Text, attribution: Attribution, turn: _Turn) -> bool:
    """Tell whether the model made an attribution of a turn itself, and not of what is quoted in it."""
    inside = Span(turn.label.start, turn.said.end)
    if not any(s.meets(inside) for s in attribution.content):
        return False
    if not attribution.cue or view.slice(attribution.cue[0]).endswith(":") or not attribution.source:
        return True
    return any(not inside.meets(s) for s in attribution.cue) or all(
        view.slice(s).lower() in lexicon.FIRST_PERSON for s in attribution.source
    )


def _sentences(view: Text, said: Span) -> tuple[Span, ...]:
    """The sentences of a turn, a short one together with the next."""
    found: list[Span] = []
    start = None
    for sentence in view.sentences[view.sentence_at(said.start) :]:
        span = trim(view.text, Span(max(said.start, sentence.start), min(said.end, sentence.end)))
        if sentence.start >= said.end:
            break
        if span.end <= span.start:
            continue
        start = span.start if start is None else start
        if view.text[span.end - 1] == "?" or _COURTESY.fullmatch(view.slice(span)) or _HEADING.search(view.slice(span)):
            # what is asked is held by nobody, thanks say nothing, and a heading between is nobody's word
            start = None
        elif len(view.words([Span(start, span.end)])) > _SHORT + 1:
            found.append(Span(start, span.end))
            start = None
    return tuple(found)
