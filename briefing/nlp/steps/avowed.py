"""What somebody demands or promises in so many words, where no finder knew the act: "the ministry must consult them", "we will build it".

Three of four demands and promises that a desk notes as positions it notes as next steps too. The content itself says what is to be
done, whatever its subject or its verb; the weighing then says how likely a briefing should carry it.
"""

from __future__ import annotations

from typing import Final

from briefing.models import Span
from briefing.nlp.held import Held
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import act_span, with_time, without_leading
from briefing.nlp.steps.conditions import condition_of, in_question, is_habit
from briefing.nlp.steps.demands import asked_of, is_old_wish, is_own
from briefing.nlp.steps.doers import is_in_office
from briefing.nlp.steps.nouns import is_act
from briefing.nlp.steps.record import TRUSTED, Scene, Step
from briefing.nlp.steps.reports import in_past_report
from briefing.nlp.steps.verbs import MUST, finite_form, read_group, subject_of
from briefing.nlp.syntax import FINITE, PRESENT

#: the doubt that every one of them is in
AVOWED: Final = "only avowed"
#: what somebody is after all the time, not what he will do next
_STRIVES: Final = frozenset({"seek", "aim", "strive", "try", "attempt", "hope"})
_PLANS: Final = (words.INTEND | words.SETTLED | words.MADE_UP | {"commit", "go"}) - {"mean"}
_FEWEST: Final = 2
_AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop"})
_NEEDS: Final = frozenset({"need", "importance", "necessity", "urgency"})
_ASKS: Final = words.ASK | words.DEMAND | words.CALL_FOR | {"want", "need", "wish", "insist", "favour", "favor"}
_LEADING: Final = frozenset({"that", "for", "on", "upon", "of"})


def avowed(scene: Scene, held: Held) -> Step | None:
    """The act that the content of a demand or a promise says; None where it says none, or of a time gone by."""
    if held.kind not in ("demand", "commitment") or not held.actors or held.confidence < TRUSTED:
        return None
    cue = scene.view.head_of(scene.view.words(held.cue))
    if cue is not None and not _holds(scene, cue):
        return None
    found = _clause(scene, held) or _bare(scene, held)
    if found is None:
        return None
    span, verb = found
    span = without_leading(scene.view, with_time(scene.view, span, list(scene.times)))
    if len(scene.view.words([span])) < _FEWEST or scene.is_past(span, verb):
        return None
    when = scene.time_of(span, verb)
    when = None if when is not None and scene.is_of_telling(when, cue) else when
    doubts = (AVOWED,)
    if held.kind == "demand":
        if cue is not None and is_own(scene, cue, verb):
            return None
        who = asked_of(scene, held, read_group(scene.view, verb), subject_of(scene.view, verb))
        return Step(what=(span,), who=who, when=when, kind="requested", importance=0.4, act=verb, cue=cue, doubts=doubts)
    who = held.actors if _is_in_hand(scene, held, verb) else ()
    return Step(what=(span,), who=who, when=when, kind="committed", importance=0.4, act=verb, cue=cue, doubts=doubts)


def _is_in_hand(scene: Scene, held: Held, verb: int) -> bool:
    """Tell whether who says it is to do it: not "the port will be used for warships", said by one who is against it."""
    view, subject = scene.view, subject_of(scene.view, verb)
    if subject is None or subject > verb or view.tokens[subject].pos not in ("NOUN", "PROPN") or not read_group(view, verb).passive:
        return True
    return all(e.kind != "person" or is_in_office(e) for e in held.actors)


def _holds(scene: Scene, cue: int) -> bool:
    """Tell whether what is said still holds: not "had planned to", "seeks to promote", "used to demand"."""
    view, group = scene.view, read_group(scene.view, cue)
    if scene.is_history(cue) or is_habit(view, cue) or is_old_wish(scene, cue) or condition_of(view, cue) is not None:
        return False
    before = any(view.low(w) == "had" for w in group.chain)
    return view.lemma(cue) not in _STRIVES and (not before or in_past_report(scene, cue))


def _clause(scene: Scene, held: Held) -> tuple[Span, int] | None:
    """The first clause of a content that says what must or what will be done, from its subject on."""
    view = scene.view
    inside = view.words(held.content)
    own = set(inside)
    for verb in (w for w in inside if view.tokens[w].pos in ("VERB", "ADJ", "NOUN") and view.tokens[w].relation not in _AUXILIARY):
        if not (_is_asked(scene, verb) if held.kind == "demand" else _is_promised(scene, verb, held)):
            continue
        governor = read_group(view, verb).governor
        top = governor if governor is not None and view.lemma(governor) in _PLANS | {"need", "have"} else verb
        subject = subject_of(view, top)
        if subject is not None and view.low(subject) in words.RELATIVES:
            continue
        begins = [w for w in (view.subtree(subject) if subject is not None else []) if w < verb and w in own]
        first = min(begins, default=read_group(view, top).first)
        return act_span(view, verb, start=first if first in own else verb, said=held), verb
    return None


def _is_asked(scene: Scene, verb: int) -> bool:
    """Tell whether a verb stands under "must", "should", "needs to", "has to", and is neither done nor asked about."""
    view, group = scene.view, read_group(scene.view, verb)
    if in_question(view, verb) or condition_of(view, verb) == "inside" or any(view.lemma(w) == "have" for w in group.chain):
        return False
    if any(view.low(c) in words.HABIT for c in view.children[verb]) or group.modal == "shall":
        return False  # "shall": a law's words
    if group.modal in MUST:
        return True
    at = group.governor
    return group.infinitive and at is not None and view.lemma(at) in ("need", "have") and finite_form(view, at) in PRESENT


def _is_promised(scene: Scene, verb: int, held: Held) -> bool:
    """Tell whether a verb stands under "will", or under "plans", "intends", "is going", of a speaker now."""
    view, group = scene.view, read_group(scene.view, verb)
    if group.negated or in_question(view, verb) or condition_of(view, verb) == "inside":
        return False
    if any(view.lemma(w) == "have" for w in group.chain) or view.lemma(verb) in words.NOTHING_DONE:
        return False
    if any(view.low(c) in words.HABIT for c in view.children[verb]):
        return False  # "will always honour it"
    if group.modal in ("will", "shall") or (group.modal == "would" and not scene.in_quotation(verb) and in_past_report(scene, verb)):
        return True
    at = group.governor
    if not group.infinitive or at is None or view.lemma(at) not in _PLANS or read_group(view, at).negated:
        return False
    return finite_form(view, at) in PRESENT or view.tokens[at].tag == "VBG" or in_past_report(scene, at)


def _bare(scene: Scene, held: Held) -> tuple[Span, int] | None:
    """The content that is itself an act: an infinitive, or (of a demand) a noun for one; the words before it left out."""
    view = scene.view
    inside = [w for w in view.words(held.content[:1]) if view.tokens[w].pos != "PUNCT"]
    while inside and view.low(inside[0]) in _LEADING:
        inside.pop(0)
    if not inside or len({view.tokens[w].sentence for w in inside}) > 1:
        return None
    infinitive = next((w for w in inside if view.tokens[w].tag == "VB" and read_group(view, w).infinitive), None)
    if infinitive is not None and not any(view.tokens[w].tag in FINITE for w in inside if w < infinitive):
        if read_group(view, infinitive).negated or view.lemma(infinitive) in words.NOTHING_DONE:
            return None
        return act_span(view, infinitive, start=None, said=held), infinitive
    head = view.head_of(inside)
    if held.kind != "demand" or head is None or any(view.tokens[w].tag in FINITE for w in inside):
        return None
    if view.lemma(head) in _NEEDS:  # "the need for progress"
        head = next((c for c in view.children[head] if c > head and view.tokens[c].relation in ("nmod", "acl") and c in inside), None)
    elif not any(view.lemma(w) in _ASKS for w in view.words(held.cue)) and not is_act(view, head):
        return None
    if head is None or view.tokens[head].pos != "NOUN":
        return None
    return view.span_of([w for w in inside if w >= min(view.subtree(head)) and w <= max(view.subtree(head))]), head
