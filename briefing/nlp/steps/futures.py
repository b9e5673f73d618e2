"""What future a verb's group of words makes: plans, promises, appointments, expectations; not conditions, habits or the past."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.models import Span, StepKind
from briefing.nlp.held import Held
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.record import Scene
from briefing.nlp.steps.verbs import Group, condition_of, finite_form, in_question, is_unsaid, read_group, subject_of
from briefing.nlp.syntax import Text

_PRESENT = frozenset({"VBZ", "VBP"})
_BE_PRESENT = frozenset({"is", "are", "am", "’s", "'s", "’re", "'re"})
_WAITS = frozenset({"see", "blame", "expect", "find", "welcome", "applaud", "commend", "believe"})
_MUST = frozenset({"must", "should", "shall", "ought", "need"})
_LASTS = frozenset({"be", "stay", "remain", "last"})
#: how far behind a promise free indirect speech may go on: "He would also seek"
_GOES_ON = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class Future:
    """A kind of future and what it asks for: ``whole`` takes the clause from its subject on, else from its verb."""

    kind: StepKind
    subject: int | None
    whole: bool = True
    #: nothing without a time: one that lies ahead, or any that is not past
    needs: str = ""
    #: a narrator's or another's word: an act of somebody, or of nobody, as its subject decides
    foreseen: bool = False


def future_of(scene: Scene, verb: int) -> Future | None:
    """The future that a verb stands in, or None for none."""
    view = scene.view
    group = read_group(view, verb)
    if group.negated or in_question(view, verb) or _is_habit(view, verb) or is_unsaid(view, verb) or _only_points(view, verb):
        return None
    if group.infinitive and group.be_to is not None:
        return _appointed(scene, group)
    if group.infinitive:
        return _governed(scene, group)
    if group.modal in ("will", "shall"):
        return _will(scene, group, verb)
    if group.modal == "would":
        return _will(scene, group, verb) if _is_reported(scene, group) else None
    if group.modal in _MUST:
        return _obliged(scene, group)
    if view.tokens[verb].tag in ("VBN", "JJ") and view.lemma(verb) in words.DUE | words.EXPECT:
        return _planned(scene, verb)
    return _present(scene, group)


# ------------------------------------------------------------------------------------------ infinitives


def _appointed(scene: Scene, group: Group) -> Future | None:
    """ "Is to meet": an appointment; "the aim is to" and "is to blame" are none, "was to" only where it is reported."""
    view = scene.view
    subject = subject_of(view, group.verb)
    if view.lemma(group.verb) in _WAITS or condition_of(view, group.verb) is not None:
        return None
    if subject is None or view.lemma(subject) in words.ABSTRACT or view.tokens[subject].text.lower() in words.VAGUE - {"it"}:
        return None
    if view.tokens[subject].text.lower() == "it" and (group.passive or view.tokens[subject].relation == "expl"):
        return None
    if view.tokens[subject].tag.startswith("VB"):
        return None
    present = group.be_to in _BE_PRESENT
    return Future(kind="scheduled", subject=subject, needs="" if present else "ahead")


def _governed(scene: Scene, group: Group) -> Future | None:
    """An infinitive by the word that takes it: "plans to", "is due to", "its pledge to", "has until Friday to"."""
    view, at = scene.view, group.governor
    if at is None:
        return None
    lemma, token = view.lemma(at), view.tokens[at]
    outer = read_group(view, at)
    condition = condition_of(view, at)
    if outer.negated or condition == "inside":
        return None
    if token.pos == "NOUN":
        return _by_noun(scene, group, at)
    if lemma == "able" and outer.modal in ("will", "shall"):
        return _will(scene, outer, group.verb)
    if lemma in ("have", "get") and group.first == at + 1:
        return _obliged(scene, outer)
    if lemma == "need":
        return _obliged(scene, outer)
    if lemma in ("have", "give") and scene.times_in(Span(token.end, view.tokens[group.verb].start)):
        subject = subject_of(view, at)
        if lemma == "give":
            return Future(kind="requested", subject=view.child(at, ("iobj", "obj")), whole=False)
        return Future(kind="scheduled", subject=subject) if finite_form(view, at) in _PRESENT else None
    if outer.modal is not None:
        return None  # "will seek to" is told by "will", "would like to" is a wish
    found = _by_predicate(scene, group, at, lemma)
    return found if found is None or condition is None else replace(found, needs="ahead")


def _by_predicate(scene: Scene, group: Group, at: int, lemma: str) -> Future | None:
    view, token = scene.view, scene.view.tokens[at]
    tense = finite_form(view, at)
    reported = _in_past_report(scene, at)
    if any(view.tokens[w].text.lower() == "had" for w in read_group(view, at).chain) and not reported:
        return None
    current = tense in _PRESENT or (tense == "VBD" and reported) or (tense is None and token.relation.startswith(("acl", "amod", "advcl")))
    passive = token.tag in ("VBN", "JJ") and (token.tag == "JJ" or _has_be(view, at) or tense is None)
    subject = view.subject(group.verb) or subject_of(view, at)
    if subject is None and token.relation.startswith("acl"):
        subject = token.head
    if passive or token.pos == "ADJ":
        if lemma in words.DUE and current:
            return Future(kind="scheduled", subject=subject)
        if lemma in words.EXPECT and current:
            return Future(kind="expected", subject=subject, foreseen=True)
        if lemma in ("commit", "committed", "determined") and current:
            return Future(kind="committed", subject=subject, whole=False)
        return None
    if scene.is_history(at):
        return None
    if lemma == "go" and token.tag == "VBG":
        return _will(scene, read_group(view, at), group.verb) if current else None
    if lemma in words.SETTLED or (lemma in words.INTEND and (current or token.tag == "VBG")):
        return Future(kind="committed", subject=subject, whole=False)
    if lemma in words.WISH and current:
        return Future(kind="expected" if lemma == "hope" else "committed", subject=subject, whole=False, foreseen=True)
    if lemma == "threaten" and token.tag != "VBG":
        return Future(kind="expected", subject=subject, whole=False)
    return None


def _by_noun(scene: Scene, group: Group, noun: int) -> Future | None:
    view, lemma = scene.view, scene.view.lemma(noun)
    if group.passive and view.tokens[group.verb].relation == "acl":
        return Future(kind="scheduled", subject=noun, needs="ahead")
    if lemma not in words.INTENT_NOUNS | words.DECISION_NOUNS or scene.is_history(view.tokens[noun].head):
        return None
    owner = view.child(noun, ("nmod:poss",))
    subject = owner if owner is not None else view.subject(view.tokens[noun].head)
    return Future(kind="committed", subject=subject, whole=False, needs="ahead" if lemma in words.DECISION_NOUNS else "")


# ------------------------------------------------------------------------------------------ modals


def _will(scene: Scene, group: Group, verb: int) -> Future | None:
    """ "Will" and its like: whose word it is decides between a promise, an appointment and a prediction."""
    view = scene.view
    subject = subject_of(view, verb) if verb != group.verb else None
    subject = subject if subject is not None else subject_of(view, group.verb)
    condition = condition_of(view, group.verb)
    if condition == "inside" or (condition == "if" and group.modal == "would") or subject is None:
        return None
    if any(view.lemma(w) == "have" and w + 1 == verb for w in group.chain):
        return None
    needs = "ahead" if condition is not None else ""
    said = scene.said(verb)
    own = said is not None and is_own(scene, subject, said)
    if _is_state(view, verb, group) and not (own and view.lemma(verb) in words.OWN_ACTS):
        timed = group.passive or _is_event(view, subject) or view.lemma(verb) in words.TIMED | _LASTS
        return Future(kind="scheduled" if timed else "expected", subject=subject, needs="ahead")
    if own or (said is not None and said.kind == "commitment"):
        return Future(kind="committed", subject=subject, needs=needs)
    if said is None and not group.passive and _is_someone(scene, subject):
        return Future(kind="committed", subject=subject, needs=needs, foreseen=True)
    return Future(kind="expected", subject=subject, needs=needs, foreseen=True)


def _is_state(view: Text, verb: int, group: Group) -> bool:
    """Tell whether a verb says how things will be rather than what somebody will do."""
    lemma = view.lemma(verb)
    return lemma in words.STATES or (lemma in words.CHANGES and not group.passive and view.child(verb, ("obj", "compound:prt")) is None)


def _is_reported(scene: Scene, group: Group) -> bool:
    """Tell whether "would" is the "will" of speech in the past, and no condition."""
    view = scene.view
    if any(view.lemma(w) in ("have", "rather", "like") for w in group.chain) or view.lemma(group.verb) in (
        "like",
        "prefer",
        "love",
        "appear",
    ):
        return False
    said = scene.said(group.verb)
    if said is not None:
        return not said.quoted and _in_past_report(scene, group.verb)
    return _in_past_report(scene, group.verb) or _goes_on(scene, group)


def _in_past_report(scene: Scene, word: int) -> bool:
    """Tell whether a word stands in what somebody said, told in the past tense."""
    view = scene.view
    said = scene.said(word)
    if said is not None and said.cue and not said.quoted:
        head = view.head_of(view.words(said.cue))
        if head is not None and view.tokens[head].tag in ("VBD", "VBN", "VBG"):
            return True
    at = word
    for _ in range(4):
        token = view.tokens[at]
        if token.head == at:
            return False
        if token.relation == "ccomp" and view.tokens[token.head].tag == "VBD" and view.lemma(token.head) in words.SPEECH:
            return True
        at = token.head
    return False


def _goes_on(scene: Scene, group: Group) -> bool:
    """Tell whether free indirect speech goes on what its subject said right before: "He would also seek their support"."""
    view = scene.view
    subject = subject_of(view, group.verb)
    if subject is None or view.tokens[subject].text.lower() not in ("he", "she", "they"):
        return False
    start = view.tokens[group.verb].start
    before = [p for p in scene.held if p.actors and 0 < start - p.content[-1].end < _GOES_ON and not p.via]
    if not before:
        return False
    speakers = max(before, key=lambda p: p.content[-1].end).actors
    return any(e in speakers for e in scene.who([subject]))


def _obliged(scene: Scene, group: Group) -> Future | None:
    """ "Must", "has to": a step where it has a day, or where somebody asks it of another."""
    view = scene.view
    if condition_of(view, group.verb) is not None or group.negated:
        return None
    subject = subject_of(view, group.verb)
    said = scene.said(group.verb)
    if subject is None:
        return None
    if said is not None and not is_own(scene, subject, said) and view.lemma(group.verb) not in words.STATES:
        return Future(kind="requested", subject=subject, needs="" if group.passive or _is_someone(scene, subject) else "ahead")
    if group.modal in ("should", "would", "could", "might", "may"):
        return None
    return Future(kind="scheduled", subject=subject, needs="ahead")


# ------------------------------------------------------------------------------------------ the present tense


def _planned(scene: Scene, verb: int) -> Future | None:
    """ "A vote is due on April 12", "talks planned for next week": with a time to come and no infinitive."""
    view, token = scene.view, scene.view.tokens[verb]
    if any(view.tokens[c].relation in ("xcomp", "ccomp") for c in view.children[verb]) or condition_of(view, verb):
        return None
    if token.relation in ("amod", "compound", "advmod", "case", "fixed"):
        return None
    tense = finite_form(view, verb)
    subject = subject_of(view, verb)
    if token.relation.startswith("acl") and (subject is None or view.tokens[subject].text.lower() in words.RELATIVES):
        if tense == "VBD" and not _in_past_report(scene, verb):
            return None
        subject = token.head
    elif not (tense in _PRESENT or (tense == "VBD" and _in_past_report(scene, verb))):
        return None
    if subject is None or not (token.tag == "JJ" or tense is None or _has_be(view, verb)):
        return None
    kind: StepKind = "expected" if view.lemma(verb) in words.EXPECT else "scheduled"
    return Future(kind=kind, subject=subject, needs="ahead")


def _present(scene: Scene, group: Group) -> Future | None:
    """The present tense, or its progressive form, with a day to come: "takes effect on July 1", "is flying to Oslo on Friday"."""
    view = scene.view
    lemma = view.lemma(group.verb)
    tag = view.tokens[group.verb].tag
    forms = {view.tokens[w].text.lower() for w in group.chain}
    progressive = tag == "VBG" and forms & _BE_PRESENT
    if group.modal is not None or not (progressive or tag in _PRESENT) or (forms - _BE_PRESENT and not progressive and group.chain):
        return None
    if condition_of(view, group.verb) or lemma in words.SPEECH | words.INTEND | words.WISH | words.AWAIT:
        return None
    onward = {view.tokens[c].text.lower() for c in view.children[group.verb]}
    if progressive and lemma in ("go", "move", "press", "push", "forge") and onward & {"ahead", "forward"}:
        return Future(kind="committed", subject=subject_of(view, group.verb))
    if any(view.tokens[c].relation in ("xcomp", "ccomp") for c in view.children[group.verb]):
        return None
    if lemma not in words.TIMED and (not progressive or lemma in words.STATES):
        return None
    return Future(kind="scheduled", subject=subject_of(view, group.verb), needs="ahead")


# ------------------------------------------------------------------------------------------ who and what


def is_own(scene: Scene, subject: int, said: Held) -> bool:
    """Tell whether a subject is the speaker, whom they speak for, or their side."""
    view = scene.view
    low = view.tokens[subject].text.lower()
    if low in ("i", "we"):
        return True
    if any(view.tokens[c].relation == "nmod:poss" and view.tokens[c].text.lower() in words.OWNERS for c in view.children[subject]):
        return True
    if low in ("he", "she", "they", "it"):
        return not said.quoted
    found = scene.who(noun_phrase(view, subject), said.actors)
    if any(e in said.actors for e in found):
        return True
    spoken_for = {name for a in said.actors for name in (a.affiliation, a.role) if name}
    return any(e.name and any(e.name in name for name in spoken_for) for e in found)


def _is_someone(scene: Scene, subject: int) -> bool:
    low = scene.view.tokens[subject].text.lower()
    return low not in words.VAGUE and bool(scene.who(noun_phrase(scene.view, subject)))


def _is_event(view: Text, word: int) -> bool:
    return view.lemma(word) in words.EVENTS or view.tokens[word].text.lower() in words.EVENTS


def _has_be(view: Text, word: int) -> bool:
    return any(view.lemma(c) == "be" for c in [*view.children[word], *read_group(view, word).chain])


def _only_points(view: Text, verb: int) -> bool:
    """Tell whether the words name no act: "intends to do that"."""
    obj = view.child(verb, ("obj",))
    return view.lemma(verb) == "do" and obj is not None and view.tokens[obj].text.lower() in ("that", "this", "it", "so", "same")


def _is_habit(view: Text, verb: int) -> bool:
    return any(view.tokens[c].text.lower() in words.HABIT and view.tokens[c].relation in ("advmod", "det") for c in view.children[verb])
