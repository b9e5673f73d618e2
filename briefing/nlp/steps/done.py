"""Leave out what is asked for in a text that says that it has been done: "urged the House to pass the bill. The House passed it".

What was asked and at once refused or granted is no more to come either: "ordered them to leave, but they refused".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import read_group
from briefing.nlp.syntax import Text

#: they are done again and again: that they were done says nothing of the next time
_REPEATED = frozenset("hold meet talk discuss say tell take make give have get do go come attend visit continue work call".split())
_Act = tuple[str, str]
_WHOSE: Final = r"(?:the|his|her|their|its|that|this|these|both)"
_ASKED: Final = r"(?:requests?|pleas?|appeals?|applications?|bids?|petitions?|motions?|invitations?)"
_SETTLED: Final = r"(?:denied|rejected|refused|turned down|dismissed|declined|ignored|granted|approved|accepted|heeded|obeyed|defied)"
#: what says, in the sentence of something asked or in the next, that it is settled
_ANSWERED: Final = re.compile(
    r"\b(?:when|after|as|because|since|but) (?:the )?\w+ (?:(?:has|have|had) )?(?:refused|declined|obliged|complied|obeyed)\b"
    r"(?! to (?:comment|say|give|elaborate|name|discuss|answer|speak|identify|be))"
    r"|[.!?] (?:but )?(?:the \w+|he|she|they|it) (?:(?:has|have) )?(?:refused|declined|obliged|complied|obeyed)(?=[.,;]| to do so\b)"
    r"|\b(?:did not|didn[’']t|never|failed to|refused to) (?:respond|comply|reply|oblige|heed|obey|budge)\b"
    r"(?! (?:immediately |directly )?to [\w ]{1,20}(?:request|question|e-?mail|message|call|inquir|enquir|quer))"
    rf"|\b{_WHOSE} {_ASKED} (?:was|were|has been|have been|had been) (?:\w+ly )?{_SETTLED}"
    rf"|[.!?,] (?:but |and )?(?:the \w+|he|she|they|it|who) (?:\w+ly )?(?:(?:has|have|had) )?{_SETTLED} {_WHOSE} {_ASKED}\b",
    re.IGNORECASE,
)
#: what opens the sentence behind a plan that failed: "But it did not materialise", "The plan fell through."
_FAILED: Final = re.compile(
    r"\s*(?:(?:but|however|yet|still),? )?(?:it|this|that|they|(?:the|that|those|these|this) (?:\w+ )?"
    r"(?:plans?|deal|proposal|idea|scheme|effort|attempt|bid|project|visit|meeting|talks|summit|move|vote)) (?:\w+ly )?"
    r"(?:(?:did not|didn[’']t|never|failed to) (?:come to (?:fruition|pass|nothing)|"
    r"(?:materiali[sz]|happen|succe|go through|go ahead|take place|see the light|get off the ground)\w*)"
    r"(?! (?:without|until|before|by|alone|over))"
    r"|(?:fell (?:through|apart)|came to (?:nothing|naught)|collapsed|was (?:abandoned|shelved|scrapped|dropped))\b)",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"\d")


def without_done(scene: Scene, steps: list[Step]) -> list[Step]:
    """Drop what was asked for without a day whose verb and object the text reports, in the past and not in anybody's mouth; what has a
    day of a month on which the text reports something done to the same object; and what failed by the sentence behind."""
    reported = list(_reported_acts(scene))
    acts = {act for _, act in reported}
    asked = [s for s in steps if s.kind == "requested" and s.when is None]
    gone = [s for s in asked if acts.intersection(_acts_of(scene.view, s)) or _is_answered(scene.view, s)]
    gone += [s for s in steps if _was_on_its_day(scene.view, s, reported) or _has_failed(scene.view, s)]
    return [s for s in steps if s not in gone]


def _has_failed(view: Text, step: Step) -> bool:
    """Tell whether the sentence behind says that nothing came of it."""
    number = view.tokens[step.act].sentence + 1
    return number < len(view.sentences) and _FAILED.match(view.text, view.sentences[number].start, view.sentences[number].end) is not None


def _was_on_its_day(view: Text, step: Step, reported: list[tuple[int, _Act]]) -> bool:
    """Tell whether another sentence reports, with the same day of a month, what was done to the same object: "would issue a permit on
    May 4", "On May 4 the ministry released the permit"."""
    day = view.slice(step.when.span) if step.when is not None else ""
    if not _DAY.search(day):
        return False
    number, things = view.tokens[step.act].sentence, {thing for _, thing in _acts_of(view, step)}
    sentences = {view.tokens[verb].sentence for verb, (_, thing) in reported if thing in things}
    return any(day in view.slice(view.sentences[n]) for n in sentences - {number})


def _is_answered(view: Text, step: Step) -> bool:
    """Tell whether the text goes on to say how it was answered."""
    end, number = step.main.end, view.tokens[step.act].sentence
    behind = view.sentences[min(number + 1, len(view.sentences) - 1)]
    line = view.text.find("\n\n", end)
    return _ANSWERED.search(view.text, end, min(behind.end, line if line >= 0 else behind.end)) is not None


def _reported_acts(scene: Scene) -> Iterator[tuple[int, _Act]]:
    """The verbs in the past that nobody says, each with its object."""
    view = scene.view
    for verb in view.verbs(range(len(view.tokens))):
        if view.lemma(verb) in _REPEATED or scene.said(verb) is not None or scene.is_history(verb):
            continue
        group = read_group(view, verb)
        forms = {view.low(w) for w in group.chain}
        if group.modal is not None or group.infinitive or group.negated:
            continue
        if view.tokens[verb].tag == "VBD" or (view.tokens[verb].tag == "VBN" and forms & {"has", "have", "was", "were"}):
            what = view.child(verb, ("nsubj:pass",)) if group.passive else view.child(verb, ("obj",))
            if what is not None and view.tokens[what].pos in ("NOUN", "PROPN"):
                yield verb, (view.lemma(verb), view.lemma(what))


def _acts_of(view: Text, step: Step) -> set[_Act]:
    inside = set(view.words(step.what))
    verb = next((w for w in sorted(inside) if view.tokens[w].pos == "VERB"), None)
    if verb is None:
        return set()
    objects = [c for c in view.children[verb] if c in inside and view.tokens[c].relation in ("obj", "nsubj:pass")]
    return {(view.lemma(verb), view.lemma(c)) for c in objects}
