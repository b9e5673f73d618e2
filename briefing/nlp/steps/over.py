"""Whether what somebody asked, promised or meant to do is told as a story that is over: "when he took charge, he promised to"."""

from __future__ import annotations

import re
from typing import Final

from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.reports import in_past_report
from briefing.nlp.steps.verbs import finite_form, read_group, subject_of
from briefing.nlp.syntax import Text

#: what says that a promise is an old one
AN_OLD_PROMISE: Final = re.compile(
    r"\b(?:(?:up)?on (?:taking|assuming|entering) (?:up )?office|during (?:his|her|their|its|the)[\w ’'-]{0,40} campaign|campaign promise"
    r"|at the time\b|at that time\b|back then\b|in those days|(?:years?|decades?|centur(?:y|ies)) (?:ago|earlier|later|before)\b)",
    re.IGNORECASE,
)
#: "in his 1835 speech": no step of today
_ANCIENT: Final = re.compile(r"\b(?:1[0-8]\d\d|19[0-6]\d)\b")
#: what says that nothing came of it
_NOTHING: Final = re.compile(
    r"\b(?:never (?:did|happened|materiali[sz]ed|came)|to no avail|in vain|reneged|went back on|broken? (?:his|her|their|its))\b"
)
#: and nothing of what somebody had meant to do: "had resolved to come but could not get flights"
_CAME_TO_NOTHING: Final = re.compile(r"\bbut (?:\w+ )?(?:could not|couldn[’']t|did not|didn[’']t|was unable|were unable|failed|never)\b")
_AGO: Final = re.compile(r"\b(?:weeks?|months?|years?|decades?) ago\b")
_CLAIMS: Final = frozenset({"claim", "allege"})
_ONESELF: Final = frozenset({"he", "she", "i", "we"})
_TELLS: Final = frozenset({"tell", "advise", "remind", "warn", "beg"})
_REACHES: Final = 6


def is_told_as_over(scene: Scene, step: Step) -> bool:
    """Tell whether the sentence says that it was once promised or asked, and is no more."""
    view = scene.view
    sentence = view.slice(view.sentences[view.tokens[step.act].sentence])
    asked = step.kind == "requested"
    if not asked and _NOTHING.search(sentence):
        return True
    if _is_behind_news(view, step.act):
        return True
    if _ANCIENT.search(sentence[: view.tokens[step.act].start - view.sentences[view.tokens[step.act].sentence].start]):
        return True
    said = scene.said(step.act)
    cue = step.cue if step.cue is not None or said is None else view.head_of(view.words(said.cue))
    if cue is not None and view.tokens[cue].tag == "VBD":
        once = any(view.tokens[c].text.lower() in ("once", "previously", "repeatedly") for c in view.children[cue])
        if once or scene.is_told_of(cue, step.act):
            return True
    if step.cue is None:
        return False
    if asked and _is_put_up_with(view, step.cue):
        return True
    if asked and (_is_long_ago(scene, step.cue, sentence) or _is_only_claimed(view, step.cue) or _was_asked_of_oneself(view, step.cue)):
        return True
    forms = {view.tokens[w].text.lower() for w in read_group(view, step.cue).chain}
    past = view.tokens[step.cue].tag in ("VBD", "VBN")
    if past and AN_OLD_PROMISE.search(sentence):
        return True
    if (
        asked
        and past
        and read_group(view, step.cue).passive
        and finite_form(view, step.cue) == "VBD"
        and not in_past_report(scene, step.cue)
    ):
        return True  # "her parents were invited to"
    if "had" in forms and _CAME_TO_NOTHING.search(view.text, step.what[-1].end, view.sentences[view.tokens[step.cue].sentence].end):
        return True
    return ("had" in forms and asked) or _is_in_story(scene, step.cue) or _is_own_story(scene, step.cue)


def _is_in_story(scene: Scene, cue: int) -> bool:
    """Tell whether it was asked or promised as a story went on: "when he took charge, he promised to"."""
    view = scene.view
    if view.tokens[cue].tag not in ("VBD", "VBG") and not scene.is_told(cue):
        return False
    opening = view.sentence_words[view.tokens[cue].sentence].start
    if view.tokens[opening].text.lower() in ("when", "before") and any(view.tokens[w].tag == "VBD" for w in range(opening, cue)):
        return True
    forms = {view.tokens[w].text.lower() for w in read_group(view, cue).chain}
    if view.tokens[cue].tag == "VBG" and forms & {"was", "were"}:
        return any(view.tokens[g].text.lower() == "when" for c in [cue, *view.children[cue]] for g in view.children[c])
    clauses = [c for c in view.children[cue] if c < cue and view.tokens[c].relation == "advcl" and finite_form(view, c) == "VBD"]
    return any(view.tokens[g].text.lower() in ("when", "before") for c in clauses for g in view.children[c])


def _is_own_story(scene: Scene, cue: int) -> bool:
    """Tell whether a speaker tells of himself and his people: "my father agreed to pay", "I tell the mother to stop"."""
    view, said = scene.view, scene.said(cue)
    subject = subject_of(view, cue)
    if subject is None or view.tokens[cue].pos != "VERB":
        return False
    mine = any(view.tokens[c].text.lower() == "my" for c in view.children[subject])
    quoted = (said is not None and said.quoted) or scene.in_quotation(cue)
    first = view.tokens[subject].text.lower() == "i"
    return quoted and (mine or (first and (view.tokens[cue].tag == "VBD" or view.lemma(cue) in _TELLS)))


def _is_long_ago(scene: Scene, cue: int, sentence: str) -> bool:
    """Tell whether the sentence of an asking says that it was weeks ago: "told the governors to sign in a speech two weeks ago"."""
    return (scene.is_told(cue) or finite_form(scene.view, cue) == "VBD") and _AGO.search(sentence) is not None


def _is_put_up_with(view: Text, cue: int) -> bool:
    """Tell whether it is what people have to do anyhow: "patients are compelled to travel to the coast"."""
    group = read_group(view, cue)
    return view.lemma(cue) in ("force", "compel") and group.passive and group.modal is None


def _is_only_claimed(view: Text, cue: int) -> bool:
    """Tell whether somebody only claims that it was asked: "claimed that the minister ordered the parties to vote for it"."""
    if any(view.tokens[c].text.lower() == "allegedly" and c < cue for c in view.children[cue]):
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
    return any(view.tokens[w].text.lower() in _ONESELF and view.tokens[w].relation != "nmod:poss" for w in view.subtree(asked))


def _is_behind_news(view: Text, act: int) -> bool:
    """Tell whether it is what somebody was told before he did something: "called it off after being told the hall would have to close"."""
    at = act
    for _ in range(_REACHES):
        token = view.tokens[at]
        if token.head == at or token.relation not in ("ccomp", "xcomp", "conj"):
            return False
        at = token.head
        before = {view.tokens[c].text.lower() for c in view.children[at] if c < at}
        being = view.tokens[at].tag == "VBG" or not before.isdisjoint(("being", "having"))
        if view.tokens[at].relation.startswith("advcl") and being and "after" in before:
            return True
    return False


def is_behind_what_is_told(view: Text, act: int) -> bool:
    """Tell whether an event was over before what is told: "after holding a meeting this Friday, the tenants reported"."""
    token = view.tokens[act]
    held = token.head
    if token.pos not in ("NOUN", "PROPN") or token.relation != "obj" or view.tokens[held].tag != "VBG":
        return False
    if not view.tokens[held].relation.startswith("advcl") or finite_form(view, view.tokens[held].head) != "VBD":
        return False
    return any(view.tokens[c].text.lower() == "after" for c in view.children[held] if c < held)
