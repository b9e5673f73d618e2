"""What future a verb's group of words makes: plans, promises, appointments, expectations; not conditions, habits or the past."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import Span
from briefing.nlp.steps import words
from briefing.nlp.steps.conditions import condition_of, in_question, is_habit, is_unsaid
from briefing.nlp.steps.modals import Future, Needs, in_court, obliged, permitted, will
from briefing.nlp.steps.plans import BEFORE, is_given_up, is_put_off, tells_of_what_is_off, was_planned
from briefing.nlp.steps.present import has_be, in_present, lasting, not_before, placed, planned
from briefing.nlp.steps.record import Scene, can_act
from briefing.nlp.steps.reports import in_past_report, is_reported, is_someone
from briefing.nlp.steps.terms import holder_of_term
from briefing.nlp.steps.verbs import BE_PRESENT, MUST, Group, due_from, finite_form, is_event, read_group, subject_of
from briefing.nlp.syntax import PRESENT, Text

#: "a panel to be headed by Falk" is asked of nobody
_HEADS = frozenset({"head", "lead", "chair", "preside", "moderate"})
#: what one is in that is to be done to oneself
_IN_WHICH = frozenset("talk talks discussion discussions negotiation negotiations position line danger".split())
_WAITS = frozenset({"see", "blame", "expect", "find", "welcome", "applaud", "commend", "believe"})
_COURSE = frozenset({"course", "track"})
_MAKES = frozenset("announce make reach sign take present unveil submit table have reveal publish".split())
#: "it is also to counter its enemies": a purpose
_ALSO = frozenset({"also", "only", "simply", "merely", "partly", "mainly", "really", "not"})


def future_of(scene: Scene, verb: int) -> Future | None:
    """The future that a verb stands in, or None for none."""
    view = scene.view
    group = read_group(view, verb)
    if group.negated and (due := not_before(scene, verb)) is not None:
        return due
    if group.negated or in_question(view, verb) or is_habit(view, verb) or is_unsaid(view, verb) or _only_points(view, verb):
        return None
    if group.infinitive and group.be_to is not None:
        return _appointed(scene, group)
    if group.infinitive:
        return _governed(scene, group)
    if due_from(view, verb) is not None:
        return Future(kind="scheduled", subject=subject_of(view, verb), needs="ahead")
    if any(view.tokens[c].relation == "cop" for c in view.children[verb]) and view.lemma(verb) != "due":
        return placed(scene, group) or lasting(scene, group)
    if group.modal == "would":
        return will(scene, group, verb) if is_reported(scene, group) else None
    if group.modal in ("will", "shall"):
        return will(scene, group, verb)
    if group.modal in ("can", "could") and view.tokens[verb].relation == "ccomp" and view.lemma(view.tokens[verb].head) == "hope":
        return Future(kind="expected", subject=subject_of(view, verb), needs="ahead", foreseen=True)
    if group.modal in ("may", "can") and (let := permitted(scene, group, verb)) is not None:
        return let
    if group.modal in MUST:
        return obliged(scene, group, verb)
    if view.tokens[verb].tag in ("VBN", "JJ") and view.lemma(verb) in words.DUE | words.EXPECT:
        return planned(scene, verb)
    return lasting(scene, group) or in_present(scene, group)


# ------------------------------------------------------------------------------------------ infinitives


def _appointed(scene: Scene, group: Group) -> Future | None:
    """ "Is to meet": an appointment; "the aim is to" and "is to blame" are none, "was to" only where it is reported."""
    view = scene.view
    subject = subject_of(view, group.verb)
    if any(view.low(w) == "yet" for w in group.chain):
        return None  # "has yet to", "are yet to": what was not done
    if view.lemma(group.verb) in _WAITS or condition_of(view, group.verb) is not None:
        return None
    if subject is None or view.lemma(subject) in words.ABSTRACT or view.low(subject) in words.VAGUE - {"it"}:
        return None
    if view.low(subject) == "it" and (group.passive or view.tokens[subject].relation == "expl"):
        return None
    if view.low(subject) == "it":
        return Future(kind="scheduled", subject=subject, needs="ahead")  # "how simple it is to murder someone"
    other = view.tokens[subject].pos == "PRON" and any(view.low(w) in _ALSO for w in group.chain)
    if view.tokens[subject].tag.startswith("VB"):
        return None
    present = group.be_to in BE_PRESENT
    if not present and tells_of_what_is_off(view, group.verb):
        return None
    acts = can_act(view, subject) or is_event(view, subject) or group.passive
    return Future(kind="scheduled", subject=subject, needs="" if present and acts and not other else "ahead")


def _governed(scene: Scene, group: Group) -> Future | None:
    """An infinitive by the word that takes it: "plans to", "is due to", "its pledge to", "has until Friday to"."""
    view, at = scene.view, holder_of_term(scene, group.governor)
    if at is None:
        return None
    lemma, token = view.lemma(at), view.tokens[at]
    outer = read_group(view, at)
    condition = condition_of(view, at)
    if outer.negated or condition == "inside":
        return None
    if token.pos == "NOUN":
        return _on_course(view, group, at) or _by_noun(scene, group, at)
    if lemma == "able" and outer.modal in ("will", "shall"):
        able = will(scene, outer, group.verb)
        said = scene.said(at)
        return replace(able, kind="expected") if able is not None and said is None else able
    if lemma in ("have", "get") and group.first == at + 1 and view.lemma(group.verb) == "do":
        return None  # "has to do with"
    if lemma in ("have", "get") and group.first == at + 1:
        return obliged(scene, outer, group.verb)
    if lemma == "need":
        return obliged(scene, outer, group.verb)
    if lemma in ("have", "give") and scene.times_in(Span(token.end, view.tokens[group.verb].start)):
        subject = subject_of(view, at)
        if lemma == "give":
            return Future(kind="requested", subject=subject if outer.passive else _given(scene, at), whole=False)
        return Future(kind="scheduled", subject=subject) if finite_form(view, at) in PRESENT else None
    if outer.modal is not None:
        return None  # "will seek to" is told by "will", "would like to" is a wish
    found = _by_predicate(scene, group, at, lemma)
    if found is not None and found.subject is not None and view.low(found.subject) in words.VAGUE - {"it"}:
        found = replace(found, needs="ahead")  # "those who attack us aim to"
    return found if found is None or condition is None else replace(found, needs="ahead")


def _on_course(view: Text, group: Group, noun: int) -> Future | None:
    """ "Is on course to open", "is on track to": foreseen by whoever says it."""
    on = noun - 1
    if view.lemma(noun) not in _COURSE or on < 1 or view.low(on) != "on" or view.low(on - 1) not in BE_PRESENT:
        return None
    subject = subject_of(view, group.verb)
    if subject is None and view.tokens[on - 2].pos in ("NOUN", "PROPN", "PRON"):
        subject = on - 2
    if subject is None or (view.lemma(group.verb) in words.NOTHING_DONE and not group.passive):
        return None
    return Future(kind="expected", subject=subject, needs="ahead", foreseen=True)


def _given(scene: Scene, give: int) -> int | None:
    """Whom a term is given, however the tree hangs it: "gave the ministry a week to"."""
    view = scene.view
    whom = next((w for w in range(give + 1, len(view.tokens)) if scene.is_time(w) or view.tokens[w].tag in ("TO", "IN")), give) - 1
    while whom > give and view.tokens[whom].relation in ("flat", "det"):
        whom -= 1
    return whom if whom > give else None


def _by_predicate(scene: Scene, group: Group, at: int, lemma: str) -> Future | None:
    view, token = scene.view, scene.view.tokens[at]
    tense = finite_form(view, at)
    reported = in_past_report(scene, at)
    if was_planned(view, at):
        return None
    if any(view.low(w) == "had" for w in read_group(view, at).chain) and not reported:
        return None
    current = tense in PRESENT or (tense == "VBD" and reported) or (tense is None and token.relation.startswith(("acl", "amod", "advcl")))
    passive = token.tag in ("VBN", "JJ") and (token.tag == "JJ" or has_be(view, at) or tense is None)
    if token.tag == "VBN" and tense is None and view.child(at, ("nsubj",)) is not None:
        passive, tense = False, "VBD"  # "they also pledged to": a past tense that the tags take for a participle
    subject = view.subject(group.verb) or subject_of(view, at)
    if subject is None and token.relation.startswith("acl"):
        subject = token.head
    if subject is None and tense in PRESENT and at and view.tokens[at - 1].tag in ("NNP", "NNPS"):
        subject = at - 1  # a name whose head the tree looks for elsewhere
    if passive or token.pos == "ADJ":
        if any(view.low(c) in ("up", "more", "less") for c in view.children[at]):
            return None  # "are set up to", "more likely to"
        if lemma in words.DUE and current:
            if subject is not None and tense is None and is_put_off(view, at):
                return None  # "the games, scheduled to begin in June, were put off"
            reduced = tense is None and subject is not None and view.tokens[subject].pos != "PROPN"  # "students set to start work"
            becomes = view.lemma(group.verb) in words.NOTHING_DONE and not in_court(view, group.verb)
            return Future(kind="scheduled", subject=subject, needs="ahead" if reduced or becomes else "")
        if lemma in words.EXPECT and current and subject is not None:
            state = view.lemma(group.verb) in words.STATES and not in_court(view, group.verb)
            vague = state or view.low(subject) in words.VAGUE
            return Future(kind="expected", subject=subject, needs="ahead" if vague else "", foreseen=True)
        if lemma in words.HELD_FOR and tense == "VBD":
            return Future(kind="scheduled", subject=subject, needs="ahead")
        if lemma in ("commit", "committed", "determined") and current:
            return Future(kind="committed", subject=subject, whole=False, needs="ahead")  # what somebody is like
        return None
    if scene.is_history(at) or (tense == "VBD" and scene.is_told_of(at, group.verb)):
        return None
    if lemma == "go" and token.tag == "VBG":
        return will(scene, read_group(view, at), group.verb) if current else None
    # "the forces that intend to": what somebody is like, where the text does not say when
    described = token.relation in ("acl:relcl", "acl") and view.tokens[token.head].pos != "PROPN"
    needs: Needs = "ahead" if described or lemma == "aim" or view.lemma(group.verb) in words.NOTHING_DONE else ""
    if lemma in words.MADE_UP and (tense != "VBD" or not reported) and not _is_perfect(view, at):
        needs = "ahead"  # "he decided to close": done by now
    if lemma in ("choose", "opt", "elect") and tense == "VBD":
        needs = "ahead"  # done with the choosing
    if lemma in words.MADE_UP and (obj := view.child(at, ("obj",))) is not None and at < obj < group.first:
        return None  # "determining an interval to update these numbers"
    own = subject is not None and view.low(subject) in ("i", "we")
    if lemma == "hope" and (own or token.tag == "VBG" or view.lemma(group.verb) in ("see", "find", "keep", "able")):
        needs = "ahead"
    if lemma in words.INTEND and token.tag == "VBG" and tense is None:
        needs = "ahead"  # "met intending to discuss it": what they met for
    if lemma in words.SETTLED | words.MADE_UP or (lemma in words.INTEND and (current or (token.tag == "VBG" and tense is None))):
        return Future(kind="committed", subject=subject, whole=False, needs=needs)
    if lemma == "offer":
        return Future(kind="committed", subject=subject, whole=False, needs="ahead")  # "offered to meet on March 20"
    if (
        lemma in words.WISH
        and view.child(group.verb, ("cop",)) is not None
        and any(view.tokens[w].pos in ("NOUN", "PROPN", "PRON") for w in range(at + 1, group.first))
    ):
        return None  # "wants the line to be ready": asked of others
    if lemma in words.WISH and current and group.passive:
        return Future(kind="requested", subject=subject)
    if lemma in words.WISH and current and not (tense == "VBD" and lemma == "want"):
        return Future(kind="expected" if lemma == "hope" else "committed", subject=subject, whole=False, needs=needs, foreseen=True)
    if lemma == "expect" and current and subject is not None and can_act(view, subject) and view.child(at, ("obj",)) is None:
        return Future(
            kind="expected", subject=subject, whole=False, needs="ahead", foreseen=True
        )  # "the firm expects to close the deal by May"
    if lemma == "threaten" and token.tag != "VBG":
        return Future(kind="expected", subject=subject, whole=False)
    return None


def _is_perfect(view: Text, verb: int) -> bool:
    return any(view.low(w) in ("has", "have") for w in read_group(view, verb).chain)


def _by_noun(scene: Scene, group: Group, noun: int) -> Future | None:
    view, lemma = scene.view, scene.view.lemma(noun)
    if group.passive and view.tokens[group.verb].relation == "acl":
        case = view.child(noun, ("case",))
        if lemma in _IN_WHICH and case is not None and view.low(case) == "in":
            return None  # "is in talks to be bought by Harbour Halls"
        agent = next((c for c in view.children[group.verb] if any(view.low(g) == "by" for g in view.children[c])), None)
        asked = agent is not None and is_someone(scene, agent) and view.lemma(group.verb) not in _HEADS
        return Future(kind="requested" if asked else "scheduled", subject=noun, needs="" if asked else "ahead")
    told = view.slice(Span(view.tokens[noun].end, view.tokens[group.verb].start)).lower().split()
    if (
        is_given_up(view, noun)
        or BEFORE.intersection(told)
        or (
            view.lemma(group.verb) in words.NOTHING_DONE
            or lemma not in words.INTENT_NOUNS | words.DECISION_NOUNS
            or scene.is_history(view.tokens[noun].head)
        )
    ):
        return None
    owner = view.child(noun, ("nmod:poss",))
    if owner is None:  # "the FTA plans to": a verb that the tree takes for a noun
        names = (c for c in view.children[noun] if c < noun and view.tokens[c].pos == "PROPN")
        owner = next((c for c in names if view.tokens[c].relation == "compound"), None)
    if owner is None:  # "plans by the committee to"
        behind = (c for c in view.children[noun] if noun < c < group.first and view.tokens[c].pos in ("NOUN", "PROPN"))
        owner = next((c for c in behind if any(view.low(g) == "by" for g in view.children[c])), None)
    held = view.tokens[noun].relation == "obj" or view.tokens[noun].head == noun
    made = lemma in words.INTENT_NOUNS or view.lemma(view.tokens[noun].head) in _MAKES  # who endorses a proposal has not made it
    subject = owner if owner is not None else view.subject(view.tokens[noun].head) if held and made else None
    if subject is None and scene.said(noun) is None and not held:
        return Future(kind="committed", subject=None, whole=False, needs="ahead")  # "on the heels of plans to"
    return Future(kind="committed", subject=subject, whole=False, needs="ahead" if lemma in words.DECISION_NOUNS | {"commitment"} else "")


def _only_points(view: Text, verb: int) -> bool:
    """Tell whether the words name no act: "intends to do that", "we will see"."""
    obj = view.child(verb, ("obj",))
    if view.lemma(verb) in ("see", "know") and obj is None and view.child(verb, ("ccomp", "obl:agent", "aux:pass")) is None:
        return True  # "we'll see on Monday"
    return view.lemma(verb) == "do" and obj is not None and view.low(obj) in ("that", "this", "it", "so", "same")
