"""Whether what somebody asked, promised or meant to do is told as a story that is over: "when he took charge, he promised to"."""

from __future__ import annotations

from typing import Final

from briefing.nlp.steps import words
from briefing.nlp.steps.long_ago import OLD_PROMISE, was_asked_long_ago
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.reports import in_past_report
from briefing.nlp.steps.verbs import finite_form, read_group, subject_of
from briefing.nlp.syntax import Text

_CLAIMS: Final = frozenset({"claim", "allege"})
_ONESELF: Final = frozenset({"he", "she", "i", "we"})
_TELLS: Final = frozenset({"tell", "advise", "remind", "warn", "beg"})
_REACHES: Final = 6


def is_told_as_over(scene: Scene, step: Step) -> bool:
    """Tell whether the sentence says that it was once promised or asked, and is no more."""
    view = scene.view
    sentence = view.slice(view.sentences[view.tokens[step.act].sentence])
    asked = step.kind == "requested"
    if _is_behind_news(view, step.act):
        return True
    said = scene.said(step.act)
    cue = step.cue if step.cue is not None or said is None else view.head_of(view.words(said.cue))
    if cue is not None and view.tokens[cue].tag == "VBD":
        once = any(view.low(c) in ("once", "previously", "repeatedly") for c in view.children[cue])
        if once or scene.is_told_of(cue, step.act):
            return True
    if step.cue is None:
        return False
    if asked and _is_put_up_with(view, step.cue):
        return True
    if asked and (
        was_asked_long_ago(scene, step.cue, sentence) or _is_only_claimed(view, step.cue) or _was_asked_of_oneself(view, step.cue)
    ):
        return True
    forms = {view.low(w) for w in read_group(view, step.cue).chain}
    past = view.tokens[step.cue].tag in ("VBD", "VBN")
    if past and OLD_PROMISE.search(sentence):
        return True
    if (
        asked
        and past
        and read_group(view, step.cue).passive
        and finite_form(view, step.cue) == "VBD"
        and not in_past_report(scene, step.cue)
    ):
        return True  # "her parents were invited to"
    return ("had" in forms and asked) or _is_in_story(scene, step.cue) or _is_own_story(scene, step.cue)


def _is_in_story(scene: Scene, cue: int) -> bool:
    """Tell whether it was asked or promised as a story went on: "when he took charge, he promised to"."""
    view = scene.view
    if view.tokens[cue].tag not in ("VBD", "VBG") and not scene.is_told(cue):
        return False
    opening = view.sentence_words[view.tokens[cue].sentence].start
    if view.low(opening) in ("when", "before") and any(view.tokens[w].tag == "VBD" for w in range(opening, cue)):
        return True
    forms = {view.low(w) for w in read_group(view, cue).chain}
    if view.tokens[cue].tag == "VBG" and forms & {"was", "were"}:
        return any(view.low(g) == "when" for c in [cue, *view.children[cue]] for g in view.children[c])
    clauses = [c for c in view.children[cue] if c < cue and view.tokens[c].relation == "advcl" and finite_form(view, c) == "VBD"]
    return any(view.low(g) in ("when", "before") for c in clauses for g in view.children[c])


def _is_own_story(scene: Scene, cue: int) -> bool:
    """Tell whether a speaker tells of himself and his people: "my father agreed to pay", "I tell the mother to stop"."""
    view, said = scene.view, scene.said(cue)
    subject = subject_of(view, cue)
    if subject is None or view.tokens[cue].pos != "VERB":
        return False
    mine = any(view.low(c) == "my" for c in view.children[subject])
    quoted = (said is not None and said.quoted) or scene.in_quotation(cue)
    first = view.low(subject) == "i"
    return quoted and (mine or (first and (view.tokens[cue].tag == "VBD" or view.lemma(cue) in _TELLS)))


def _is_put_up_with(view: Text, cue: int) -> bool:
    """Tell whether it is what people have to do anyhow: "patients are compelled to travel to the coast"."""
    group = read_group(view, cue)
    return view.lemma(cue) in ("force", "compel") and group.passive and group.modal is None


def _is_only_claimed(view: Text, cue: int) -> bool:
    """Tell whether somebody only claims that it was asked: "claimed that the minister ordered the parties to vote for it"."""
    if any(view.low(c) == "allegedly" and c < cue for c in view.children[cue]):
        return True
    token = view.tokens[cue]
    return token.relation in ("ccomp", "root") and any(
        view.lemma(w) in _CLAIMS and view.tokens[w].pos == "VERB"
        for w in (token.head, *(c for c in view.children[cue] if view.tokens[c].relation == "parataxis"))
    )


def _was_asked_of_oneself(view: Text, cue: int) -> bool:
    """Tell whether somebody tells what he was asked: "he and two others were asked to join"."""
    group, asked = read_group(view, cue), subject_of(view, cue)
    if asked is None or not group.passive or finite_form(view, cue) != "VBD":
        return False
    return any(view.low(w) in _ONESELF and view.tokens[w].relation != "nmod:poss" for w in view.subtree(asked))


def _is_behind_news(view: Text, act: int) -> bool:
    """Tell whether it is what somebody was told before he did something: "called it off after being told the hall would have to close"."""
    at = act
    for _ in range(_REACHES):
        token = view.tokens[at]
        if token.head == at or token.relation not in ("ccomp", "xcomp", "conj"):
            return False
        at = token.head
        before = {view.low(c) for c in view.children[at] if c < at}
        being = view.tokens[at].tag == "VBG" or not before.isdisjoint(("being", "having"))
        if view.tokens[at].relation.startswith("advcl") and being and "after" in before:
            return True
    return False


def was_to_be(scene: Scene, step: Step) -> bool:
    """Tell whether the text itself tells that it was due, meant or ordered, with no day ahead: "was scheduled to perform", "were told to
    stop", "was planning to leave"."""
    view = scene.view
    cue = step.cue if step.cue is not None else read_group(view, step.act).governor
    cue = step.act if cue is None else cue
    if (step.when is not None and scene.is_ahead(step.when)) or view.tokens[cue].pos not in ("VERB", "ADJ"):
        return False
    group = read_group(view, cue)
    set_ = view.lemma(cue) in words.DUE | words.EXPECT | words.ASK and (group.passive or view.tokens[cue].pos == "ADJ")
    meant = view.lemma(cue) in words.INTEND and view.tokens[cue].tag == "VBG" and view.tokens[cue].relation == "root"
    return (set_ or meant) and finite_form(view, cue) == "VBD" and not in_past_report(scene, cue)


def is_behind_what_is_told(view: Text, act: int) -> bool:
    """Tell whether an event was over before what is told: "after holding a meeting this Friday, the tenants reported"."""
    token = view.tokens[act]
    held = token.head
    if token.pos not in ("NOUN", "PROPN") or token.relation != "obj" or view.tokens[held].tag != "VBG":
        return False
    if not view.tokens[held].relation.startswith("advcl") or finite_form(view, view.tokens[held].head) != "VBD":
        return False
    return any(view.low(c) == "after" for c in view.children[held] if c < held)
