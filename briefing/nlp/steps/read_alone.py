"""The words of a step as its reader meets them, away from their text: no half word, no half contrast, not without whom they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.models import Span
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.doers import can_be_named
from briefing.nlp.steps.openings import antecedent
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import read_group, subject_of
from briefing.nlp.syntax import SUBJECTS, Text

#: no longer is what a mark joins to a word: "GCC+3", "BA.5"
_LONGEST: Final = 8
_JOINS: Final = frozenset(".+/&")
#: a subject so many words long says who without the rest of its clause
_SUBJECT: Final = 14
#: so few words between a subject and an act are read with them: "Norland plans to"
_BETWEEN: Final = 6
#: what is not done, but told by the whole clause behind it
_TELLS_THAT: Final = frozenset("fact news hope fear claim idea way day time moment reason place year possibility report view sign".split())
_MATTERS: Final = frozenset({"which", "that", "whom"})
#: letters from a noun to the act that is done to it
_NEAR: Final = 60
_FINITE: Final = frozenset({"MD", "VBZ", "VBP"})
#: what a sentence opens with that is about what stands behind its comma
_SET: Final = frozenset({"set", "scheduled", "slated", "due", "planned", "billed", "expected"})
_NOT_ONLY: Final = ("not", "only")


def read_alone(scene: Scene, steps: Sequence[Step]) -> list[Step]:
    """The steps in words that can be read alone."""
    return [_with_matter(scene, _with_whom(scene, _without_contrast(scene.view, _in_whole_words(scene.view, step)))) for step in steps]


def _in_whole_words(view: Text, step: Step) -> Step:
    """Begin with the whole word, of which the tree may take the end for one: "BA.5 subvariant"."""
    start = step.what[0].start
    left = start
    while left > 0 and start - left < _LONGEST and not view.text[left - 1].isspace() and (left < start or view.text[left - 1] in _JOINS):
        left -= 1
    if left == start or not view.text[left].isalnum() or (left > 0 and not view.text[left - 1].isspace()):
        return step
    return replace(step, what=(Span(left, step.what[0].end), *step.what[1:]))


def _without_contrast(view: Text, step: Step) -> Step:
    """Begin with the act of what is "not only" to be done, where the rest of the contrast is left out."""
    first, inside = step.what[0], view.words(step.what[:1])
    low = [view.low(w) for w in inside]
    lead = 1 if low[:1] == ["to"] else 0
    if tuple(low[lead : lead + 2]) != _NOT_ONLY or len(inside) < lead + 4 or " but " in view.slice(first):
        return step
    return replace(step, what=(Span(view.tokens[inside[lead + 2]].start, first.end), *step.what[1:]))


def _with_whom(scene: Scene, step: Step) -> Step:
    """Put its subject before what has a day and is done by nobody who is named: "the number of refugees to reach 340,000 by December"."""
    view, first = scene.view, step.what[0]
    if len(step.what) > 1 or any(can_be_named(e) for e in step.who):
        return step
    begin = view.words(step.what)[0]
    if (whole := _with_what_follows(view, begin, first)) is not None:
        return replace(step, what=(whole,))
    finite = view.tokens[begin].tag in _FINITE and view.tokens[begin].pos == "AUX"  # "must secure", "are likely to see": of whom is all
    if not finite and (step.when is None or step.kind == "requested"):
        return step
    if view.tokens[begin].pos not in ("VERB", "AUX") and view.tokens[begin].tag != "TO":
        return step
    if begin > 1 and view.tokens[begin].tag == "VBN" and view.tokens[begin - 1].text == ",":
        before = antecedent(scene, begin, step.act)  # "the elections, expected to take place by June"
        return step if before is None else replace(step, what=(before, first))
    if finite and begin > 1 and view.low(begin - 1) in _MATTERS:
        before = antecedent(scene, begin - 1, step.act)  # "the vigil that will take place in May"
        return step if before is None or not 0 < first.start - before.end < _NEAR else replace(step, what=(before, first))
    subject = _subject(view, step.act)
    if subject is None and finite:
        subject = _before_modal(view, step.act, begin)
    if subject is None or subject >= begin or view.tokens[subject].sentence != view.tokens[step.act].sentence:
        return step
    phrase = [w for w in noun_phrase(view, subject) if w < begin]
    if view.tokens[subject].pos not in ("NOUN", "PROPN") or not phrase or phrase[-1] - phrase[0] > _SUBJECT:
        return step
    span = view.span_of(list(range(phrase[0], phrase[-1] + 1)))
    between = range(phrase[-1] + 1, begin)
    if len(between) <= _BETWEEN and not any(view.tokens[w].pos == "PUNCT" for w in between):
        return replace(step, what=(Span(span.start, first.end),))
    return replace(step, what=(span, first))


def _before_modal(view: Text, act: int, begin: int) -> int | None:
    """What stands before a modal verb where a tree takes it for the object: "its programme for young artists will take place"."""
    nouns = (c for c in view.children[act] if c < begin and view.tokens[c].relation == "obj" and view.tokens[c].pos in ("NOUN", "PROPN"))
    return next((c for c in nouns if view.child(c, ("case",)) is None and max(noun_phrase(view, c)) == begin - 1), None)


def _with_what_follows(view: Text, begin: int, first: Span) -> Span | None:
    """What a sentence is about that opens with when that is to be: "Set to be held in May, the summit" will show it."""
    comma = view.words([first])[-1] + 1
    opens = begin == view.sentence_words[view.tokens[begin].sentence][0] and view.low(begin) in _SET
    if not opens or comma + 1 >= len(view.tokens) or view.tokens[comma].text != ",":
        return None
    phrases = (
        noun_phrase(view, w) for w in range(comma + 1, min(comma + 1 + _SUBJECT, len(view.tokens))) if view.tokens[w].relation in SUBJECTS
    )
    phrase = next((p for p in phrases if min(p) == comma + 1), None)
    return Span(first.start, view.tokens[max(phrase)].end) if phrase else None


def _with_matter(scene: Scene, step: Step) -> Step:
    """Put before an act what a relative pronoun says it is done to: "a plan that" parliament will debate next week."""
    view, first = scene.view, step.what[0]
    governor = read_group(view, step.act).governor
    clause = next((v for v in (step.act, governor) if v is not None and view.tokens[v].relation == "acl:relcl"), None)
    if clause is None or len(step.what) > 1 or any(c > step.act for c in view.children[step.act] if view.tokens[c].relation == "obj"):
        return step
    subject = view.child(clause, ("nsubj",))
    pronoun = next((c for c in view.children[clause] if view.low(c) in _MATTERS and c < clause), None)
    doer = next((c for c in view.children[clause] if view.tokens[c].relation == "nsubj" and c != pronoun), subject)
    if pronoun is None or doer is None or not pronoun < doer < clause or view.tokens[pronoun - 1].relation == "case":
        return step
    noun = view.tokens[clause].head
    if (view.low(pronoun) == "that" and view.tokens[pronoun].relation != "obj") or view.lemma(noun) in _TELLS_THAT:
        # "the fact that parliament will vote"
        return step
    before = antecedent(scene, pronoun, clause)
    if before is None or not 0 < first.start - before.end < _NEAR:
        return step
    return replace(step, what=(Span(before.start, first.end),))


def _subject(view: Text, act: int) -> int | None:
    """Of whom or of what an act is said, also where another verb takes it: "is expected to reach", "expects the number to reach"."""
    group, own = read_group(view, act), subject_of(view, act)
    if own is not None or group.governor is None:
        return own
    if view.tokens[group.governor].pos in ("NOUN", "PROPN") and view.tokens[group.governor].relation == "obj":
        return group.governor  # the tree may hang what is expected of it on the noun
    between = [w for w in range(group.governor + 1, group.first) if view.tokens[w].pos in ("NOUN", "PROPN")]
    if between:
        return next((w for w in between if view.tokens[w].head not in between), None)
    is_said = read_group(view, group.governor).passive or view.tokens[group.governor].pos == "ADJ"
    return subject_of(view, group.governor) if is_said else None
