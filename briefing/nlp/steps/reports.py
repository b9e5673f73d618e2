"""Whose words a clause is in: reported speech in the past tense, a speaker's own side, somebody else."""

from __future__ import annotations

from briefing.nlp import lexicon
from briefing.nlp.anaphora import FIRST
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.record import Scene, can_act
from briefing.nlp.steps.verbs import Group, subject_of
from briefing.nlp.syntax import Text

#: how far behind a promise free indirect speech may go on: "He would also seek"
_GOES_ON = 400


_SPEAK_FOR = frozenset("office spokesman spokeswoman spokesperson lawyer attorney aide campaign team secretary".split())
HOPES = frozenset({"hope", "believe", "expect", "think", "fear", "wish", "trust"})


def is_own(scene: Scene, subject: int, said: Held) -> bool:
    """Tell whether a subject is the speaker, whom they speak for, or their side."""
    view, told = scene.view, not scene.in_own_words(subject)
    low = view.low(subject)
    if low in ("i", "we"):
        return True
    owned = any(view.tokens[c].relation == "nmod:poss" and view.low(c) in lexicon.OWNERS for c in view.children[subject])
    if owned and can_act(view, subject):
        return True
    if low == "they" and len(said.actors) == 1 and said.actors[0].kind == "person":
        return told and _speaks_for_others(said.actors[0])
    if low in ("he", "she", "they"):
        return told
    if low == "it":
        return told and bool(said.source) and not (said.actors and all(a.kind == "person" for a in said.actors))
    if told and _is_office_of(view, said):
        return view.tokens[subject].pos == "PROPN"  # "Falk will appoint him, her office said"
    found = scene.who(noun_phrase(view, subject), said.actors)
    if any(e in said.actors for e in found):
        return True
    spoken_for = {name for a in said.actors for name in (a.affiliation, a.role) if name}
    return any(e.name and any(e.name in name for name in spoken_for) for e in found)


def is_of_author(scene: Scene, subject: int) -> bool:
    """Tell whether a subject is who writes, or of theirs: "we", "our inspectors", in a letter whose signature names its body."""
    view = scene.view
    inside = {view.low(w) for w in [subject, *view.children[subject]]}
    return bool(inside & FIRST) and bool(scene.authors_at(subject))


def _is_office_of(view: Text, said: Held) -> bool:
    """Tell whether those speak who speak for somebody just named: "his office", "her spokesman"."""
    source = [view.tokens[w] for w in view.words(said.source)]
    return len(source) > 1 and source[0].text.lower() in ("his", "her") and source[-1].lemma.lower() in _SPEAK_FOR


def _speaks_for_others(person: Entity) -> bool:
    return person.role is not None and person.role.lower().startswith("spokes")


def is_hoped(scene: Scene, word: int) -> bool:
    """Tell whether what holds a word is hoped, believed or feared rather than said."""
    said = scene.said(word)
    return said is not None and any(scene.view.lemma(w) in HOPES for w in scene.view.words(said.cue))


def is_someone(scene: Scene, subject: int) -> bool:
    """Tell whether a subject is somebody known who can act."""
    low = scene.view.low(subject)
    return low not in words.VAGUE and bool(scene.who(noun_phrase(scene.view, subject)))


def in_past_report(scene: Scene, word: int) -> bool:
    """Tell whether a word stands in what somebody said, told in the past tense."""
    view = scene.view
    said = scene.said(word)
    if said is not None and said.cue and not scene.in_own_words(word):
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
    start = view.tokens[group.verb].start
    before = [p for p in scene.held if p.actors and 0 < start - p.content[-1].end < _GOES_ON and not p.via]
    if subject is None or not before:
        return False
    last = max(before, key=lambda p: p.content[-1].end)
    if view.low(subject) in ("he", "she", "they"):
        return any(e in last.actors for e in scene.who([subject]))
    return last.kind == "commitment" and is_someone(scene, subject)


def is_reported(scene: Scene, group: Group) -> bool:
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
        return not scene.in_own_words(group.verb) and in_past_report(scene, group.verb)
    return in_past_report(scene, group.verb) or _goes_on(scene, group)
