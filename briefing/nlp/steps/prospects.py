"""Acts that a text only leaves ahead: what the sure signs of a step let pass, to be weighed one by one.

"The specialists will provide seeds", "is considering a ban", "urged firms to improve their plans": some are next steps and many are
not, and no sign alone says which. They count only where they weigh more than a sure one has to (`weigh`).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from briefing.models import Span, TemporalExpression
from briefing.nlp.steps import words
from briefing.nlp.steps.asking import asking_verb, is_narrated, whom_asked
from briefing.nlp.steps.clauses import act_span, is_whole, with_time, without_leading
from briefing.nlp.steps.conditions import condition_of, in_question, is_habit, is_unsaid
from briefing.nlp.steps.doers import doer_of
from briefing.nlp.steps.modals import Future, is_law, will
from briefing.nlp.steps.openings import opening
from briefing.nlp.steps.plans import is_given_up, was_planned
from briefing.nlp.steps.record import Scene, Step, can_act
from briefing.nlp.steps.reports import in_past_report, is_reported
from briefing.nlp.steps.standing import kind_of_step
from briefing.nlp.steps.verbs import MUST, Group, finite_form, is_event, read_group, subject_of
from briefing.nlp.syntax import PRESENT
from briefing.nlp.temporal.vocabulary import DAY_NAMES, UNITS

#: the doubt that every one of them is in
UNSURE: Final = "no sure sign"
_BE: Final = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_INTENDS: Final = words.INTEND | words.SETTLED | words.MADE_UP | words.WISH | {"seek", "try", "threaten", "offer", "consider", "want"}
_PLANS: Final = words.INTENT_NOUNS | {"proposal", "bid", "effort"}
NECESSARY: Final = frozenset("necessary essential crucial vital imperative urgent important".split())
_FEWEST: Final = 3
#: nobody has made up his mind, or it is not his to do
_OPEN: Final = frozenset("consider contemplate mull eye weigh negotiate await wait explore gear brace demand".split())
#: "every week" and with these a plan
_BOUNDS: Final = frozenset({"from", "until", "till", "starting", "beginning"})
#: of what is done again and again
_AGAIN: Final = words.HABIT | {"regularly", "annually", "yearly", "daily", "weekly", "monthly", "periodically", "twice"}


def prospect(scene: Scene, verb: int) -> Step | None:
    """The act of a verb that a text leaves ahead in whatever way; None where it is denied, asked, conditional or past."""
    view = scene.view
    future = _future_of(scene, verb)
    if future is None or (future.subject is None and future.kind != "requested"):
        return None
    act = single_act(scene, verb, future)
    if act is None:
        return None
    subject, span, when = act
    said = scene.said(verb)
    if not is_whole(view, verb, span, dated=when is not None):
        return None
    governor = read_group(view, verb).governor
    asking = asking_verb(view, governor) if future.kind == "requested" and governor is not None else None
    who = whom_asked(scene, asking, verb) if asking is not None else doer_of(scene, verb, future, said, dated=when is not None)
    kind = kind_of_step(scene, verb, future, dated=when is not None, who=who)
    what = (span,) if subject is None else (subject, span)
    return Step(what=what, who=who, when=when, kind=kind, importance=0.4, act=verb, cue=governor, doubts=(UNSURE,))


def single_act(scene: Scene, verb: int, future: Future) -> tuple[Span | None, Span, TemporalExpression | None] | None:
    """Who is named apart from an act, its clause and its time; None where it is a scrap, over, or done again and again."""
    view = scene.view
    subject, start = opening(scene, verb, future)
    span = without_leading(view, with_time(view, act_span(view, verb, start=start, said=scene.said(verb)), scene.times))
    inside = view.words([span])
    if len(inside) < _FEWEST or scene.is_past(span, verb) or any(view.low(w) in _AGAIN for w in inside):
        return None
    if is_of_each_year([view.low(w) for w in inside]):
        return None
    return subject, span, scene.time_of(span, verb) or scene.time_before(verb)


def is_regular(scene: Scene, span: Span) -> bool:
    """Tell whether an act is done at even distances: "have to renew their licences every six months", "meets every second Thursday"."""
    view = scene.view
    inside = view.words([span])
    low = [view.low(w) for w in inside]
    if not _BOUNDS.isdisjoint(low):
        return False  # "every week until May" has an end that is ahead
    if is_of_each_year(low):
        return True
    return any(
        word == "every" and any(view.lemma(v) in UNITS or view.low(v) in DAY_NAMES for v in inside if w < v <= w + 2)
        for w, word in zip(inside, low, strict=True)
    )


def is_of_each_year(low: Sequence[str]) -> bool:
    """Tell whether an act has a day of every year, or comes so often a year: "by 31 January each year", "twice a year"."""
    often = any(a in ("once", "twice") and b in ("a", "an") and c in UNITS for a, b, c in zip(low, low[1:], low[2:], strict=False))
    return often or ("each", "year") in itertools.pairwise(low)


def _future_of(scene: Scene, verb: int) -> Future | None:
    view, group = scene.view, read_group(scene.view, verb)
    if group.negated or in_question(view, verb) or is_unsaid(view, verb) or is_habit(view, verb) or condition_of(view, verb) == "inside":
        return None
    subject = subject_of(view, verb)
    if subject is not None and (view.low(subject) in words.VAGUE - {"it"} or view.tokens[subject].tag == "VBG" or scene.is_time(subject)):
        return None  # "this week will mark 90 days"
    if group.modal is not None and any(view.lemma(w) == "have" for w in group.chain):
        return None  # "should have begun", "will have met"
    if group.infinitive and group.be_to is None and group.governor is not None:
        return _governed(scene, group, group.governor)
    if any(view.low(w) == "yet" for w in group.chain):
        return None  # "are yet to": what was not done
    if group.infinitive and group.be_to is not None:
        return Future(kind="scheduled", subject=subject) if group.be_to in _BE and subject is not None and can_act(view, subject) else None
    if is_law(scene, verb):
        return None
    if group.modal in ("will", "shall") or (group.modal == "would" and is_reported(scene, group)):
        return will(scene, group, verb) or Future(kind="expected", subject=subject, foreseen=True)
    if group.modal in MUST:
        return Future(kind="requested", subject=subject)
    forms = {view.low(w) for w in group.chain}
    if view.lemma(verb) in words.DUE and forms & _BE and subject is not None and is_event(view, subject):
        return Future(kind="scheduled", subject=subject)  # "a vote in the upper house is planned"
    if view.tokens[verb].tag == "VBG" and forms & _BE and view.lemma(verb) in words.AIMS:
        return Future(kind="expected" if view.lemma(verb) in _OPEN or subject is None else "committed", subject=subject)
    return None


def _governed(scene: Scene, group: Group, at: int) -> Future | None:
    """The infinitive of a word that plans, awaits or asks, whatever else speaks against it; not of what was planned before."""
    view = scene.view
    asking = asking_verb(view, at)
    if not _holds_now(scene, asking) or (view.tokens[at].pos == "NOUN" and is_given_up(view, at)):
        return None
    outer, lemma = read_group(view, asking), view.lemma(asking)
    asker, told = subject_of(view, asking), scene.said(asking)
    if outer.passive and told is not None and asker is not None and view.tokens[asker].pos == "PRON":
        return None  # "she said she was asked to": her story
    subject = view.subject(group.verb) or subject_of(view, at)
    if lemma in words.ASK and (asking != at or outer.passive or view.child(asking, ("obj", "iobj")) is not None):
        return Future(kind="requested", subject=None, whole=False)
    if outer.modal is not None and outer.modal not in ("will", "would"):
        return None
    if view.tokens[at].pos == "NOUN":
        if view.lemma(at) not in _PLANS or any(view.low(c) == "no" for c in view.children[at]):
            return None  # "has no plans to"
        owner = view.child(at, ("nmod:poss",))
        subject = owner if owner is not None else view.subject(view.tokens[at].head) if view.tokens[at].relation == "obj" else None
        return Future(kind="committed", subject=subject, whole=False)
    if lemma in words.DUE | words.EXPECT and view.tokens[at].tag in ("VBN", "JJ"):
        return Future(kind="scheduled" if lemma in words.DUE else "expected", subject=subject)
    if lemma in ("have", "need") and (finite_form(view, at) in PRESENT or in_past_report(scene, at)):
        told = scene.said(at)
        return Future(kind="requested" if told is not None and told.kind == "demand" else "expected", subject=subject)
    if lemma in NECESSARY and view.tokens[at].pos == "ADJ" and scene.said(at) is not None:
        return Future(kind="requested", subject=None, whole=False)  # "it was necessary to mend the grid"
    if lemma == "go" and view.tokens[at].tag == "VBG":
        return Future(kind="expected", subject=subject)
    if lemma in _INTENDS:
        return Future(kind="committed", subject=subject, whole=False)
    return None


def _holds_now(scene: Scene, governor: int) -> bool:
    """Tell whether a word that takes an infinitive is said of the day: not "had agreed to", "planned to", "if it asks"."""
    view, outer = scene.view, read_group(scene.view, governor)
    if outer.negated or condition_of(view, governor) is not None or scene.is_history(governor) or is_unsaid(view, governor):
        return False
    forms = {view.low(w) for w in outer.chain}
    if was_planned(view, governor) or (view.lemma(governor) in words.ASK and is_narrated(scene, governor, passive=outer.passive)):
        return False
    if view.tokens[governor].relation == "acl:relcl" and view.tokens[governor].tag == "VBG" and forms & {"was", "were"}:
        return False  # "two men who were trying to stop him"
    before = "had" in forms or (view.tokens[governor].tag == "VBG" and forms & {"was", "were"})
    before = before or (view.tokens[governor].tag == "VBG" and not forms and view.lemma(governor) in words.INTEND)  # "met intending to"
    before = before or (finite_form(view, governor) == "VBD" and view.lemma(governor) in words.INTEND | words.WISH)
    return not before or in_past_report(scene, governor)
