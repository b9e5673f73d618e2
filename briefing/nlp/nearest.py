"""Which of several a noun means: the one named last, unless it may as well be another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

from briefing.models import Span
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.syntax import Text

#: between two names that are joined: "and the", "and Governor"
_AND = re.compile(r"\s(?:and|&)\s(?:the\s)?(?:[A-Z]\w+\s){0,2}")
#: between two names of a list, and how many are one
_JOINED = re.compile(r",?\s(?:and\s)?")
_LIST = 3
#: what tells that one did something with another
_WITH = re.compile(r"\b(?:along with|together with|accompanied by|alongside|in the company of)\b")
#: sentences from persons named together to "they"
_TOGETHER_REACH = 3


def named_last(
    view: Text,
    order: Sequence[tuple[Span, Entity]],
    spoke: Sequence[tuple[int, list[Entity]]],
    candidates: list[Entity],
    offset: int,
    *,
    leads: Callable[[Span], bool],
) -> Entity | None:
    """Of several whom a noun may mean the one named last before an offset. Of two in one sentence it is the one that the sentence is
    about, or who spoke last; of two that a sentence joins, nobody.

    ``order`` are all mentions by place, ``spoke`` who spoke before the offset; ``leads`` tells whether a mention is a subject.
    """
    last = {id(e): max(s for s in e.spans if s.start < offset) for e in candidates}
    latest = max(view.sentence_at(s.start) for s in last.values())
    near = [e for e in candidates if view.sentence_at(last[id(e)].start) == latest]
    if len(near) == 1:
        return near[0]
    before = [(s, e) for s, e in order if e in near and s.start < offset and view.sentence_at(s.start) == latest]
    leading = list(dict.fromkeys(e for s, e in before if leads(s) or _owns_subject(view, s)))
    if len(leading) == 1 and not are_joined(view, [last[id(e)] for e in near]):
        return leading[0]
    for _, who in reversed(spoke):
        found = [e for e in near if e in who]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def are_joined(view: Text, spans: Sequence[Span]) -> bool:
    """Tell whether two names are joined as one: "the Harbour Party and the Liberal Party signed"."""
    inside = {w for s in spans for w in view.words([s])}
    heads = [h for s in spans if (h := view.head_of(view.words([s]))) is not None]
    if any(view.tokens[h].relation == "conj" and view.tokens[h].head in inside for h in heads):
        return True
    # a parse may hang the second on the verb
    ordered = sorted(spans)
    return any(_AND.fullmatch(view.text, a.end, b.start) for a, b in itertools.pairwise(ordered))


def _owns_subject(view: Text, span: Span) -> bool:
    """Tell whether a name owns the subject of its clause: "Harrow's shares fell"."""
    head = view.head_of(view.words([span]))
    owned = head is not None and view.tokens[head].relation == "nmod:poss"
    return owned and head is not None and view.tokens[view.tokens[head].head].relation.startswith("nsubj")


def is_listed(view: Text, roster: Roster, span: Span) -> bool:
    """Tell whether a name is one of a list of three or more: none of them is meant by a pronoun for one."""
    sentence = view.sentences[view.sentence_at(span.start)]
    persons = [s for s, e in roster.at(sentence.start, sentence.end) if e.kind == "person"]
    run = [persons[0]] if persons else []
    for name in persons[1:]:
        if not _JOINED.fullmatch(view.text[run[-1].end : name.start]):
            if span in run:
                break
            run = []
        run.append(name)
    return span in run and len(run) >= _LIST


def persons_together(view: Text, order: Sequence[tuple[Span, Entity]], offset: int) -> list[Entity]:
    """The persons whom "they" means: all whom the last sentence before that names any tells of together, "Quill, 52, and her aide Jon
    Hale", "Quill came along with Jon Hale"; nobody where it names one alone, or one does something to another."""
    here = view.sentence_at(offset)
    named = [(s, e) for s, e in order if s.start < offset and e.kind == "person" and not e.nominal]
    number = view.sentence_at(named[-1][0].start) if named else here
    last = [(s, e) for s, e in named if view.sentence_at(s.start) == number]
    persons = list(dict.fromkeys(e for _, e in last))
    if len(persons) < 2 or here - number > _TOGETHER_REACH:
        return []
    for (a, _), (b, _) in itertools.pairwise(last):
        between = view.text[a.end : b.start]
        acts = any(view.tokens[w].pos == "VERB" for w in view.words([Span(a.end, b.start)]))
        joined = re.search(r"\band\b|[,;]", between) is not None
        if not _WITH.search(between) and (acts or not joined):
            return []
    return persons


def is_likened(view: Text, span: Span, offset: int) -> bool:
    """Tell whether a name is only the one whom the subject of a clause is likened to: "Like Quill, he", "Unlike Mayor Quill, I"."""
    head = view.head_of(view.words([span]))
    like = view.child(head, ("case",)) if head is not None else None
    if head is None or like is None or view.low(like) not in ("like", "unlike") or span.end > offset:
        return False
    opens = like == view.sentence_words[view.tokens[like].sentence][0] or view.tokens[like - 1].text in (",", "“", '"')
    return opens and view.text[span.end : span.end + 1] == ","
