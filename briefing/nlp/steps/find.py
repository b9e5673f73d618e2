"""Find the next steps of a document: what is demanded, what its verbs announce, what its nouns say alone, what may lie ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.models import Span
from briefing.nlp.anaphora import FIRST
from briefing.nlp.perils import comes_of_itself
from briefing.nlp.steps import words
from briefing.nlp.steps.ahead import ahead, predicates
from briefing.nlp.steps.announced import announced
from briefing.nlp.steps.asking import asked_in, invited_to, is_asker
from briefing.nlp.steps.avowed import AVOWED, avowed
from briefing.nlp.steps.clauses import clause_heads, noun_phrase
from briefing.nlp.steps.demands import asked_by
from briefing.nlp.steps.doers import can_be_named, owner_of_act
from briefing.nlp.steps.done import without_done
from briefing.nlp.steps.doubts import IDLE, PASTIME, doubts_of, is_gone
from briefing.nlp.steps.idle import is_pastime
from briefing.nlp.steps.inviting import invitation_to
from briefing.nlp.steps.moved import moved_to
from briefing.nlp.steps.nouns import asked_or_promised, events
from briefing.nlp.steps.parted import parted
from briefing.nlp.steps.possible import possible
from briefing.nlp.steps.prospects import prospect
from briefing.nlp.steps.read import read_steps
from briefing.nlp.steps.read_alone import read_alone
from briefing.nlp.steps.record import TRUSTED, Scene, Step
from briefing.nlp.steps.twins import without_twins
from briefing.nlp.steps.undated import ahead_of, undated
from briefing.nlp.steps.verbs import read_group, subject_of
from briefing.nlp.steps.wanted import asked_by_noun, upcoming, wanted
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import Text

_ALLEGES = frozenset("claim accuse allege suspect charge insinuate fear".split())
_FEWEST = 3


def find_steps(scene: Scene, *, headline: Span | None = None) -> list[Step]:
    """Find the future actions and events of a document; what its headline alone says is told by its text."""
    view, held = scene.view, scene.held
    steps = [s for p in held if p.kind == "demand" and p.confidence >= TRUSTED and (s := asked_by(scene, p)) is not None]
    verbs = _predicates(view)
    for verb in verbs:
        steps += [
            s
            for s in (
                asked_in(scene, verb),
                invited_to(scene, verb),
                invitation_to(scene, verb),
                moved_to(scene, verb),
                announced(scene, verb),
                asked_or_promised(scene, verb),
            )
            if s is not None
        ]
    steps += [s for s in events(scene) if not any(_holds(t.main, s.main) for t in steps)]
    steps = _doubted(scene, steps)
    steps += _prospects(scene, verbs, Spans(s.main for s in steps))
    steps += _avowed(scene, Spans(s.main for s in steps))
    steps += _ahead(scene, Spans(s.main for s in steps))
    steps += _wanted(scene, Spans(s.main for s in steps))
    steps += _with_doubts(scene, read_steps(scene, Spans(s.main for s in steps)))
    steps = [s for s in steps if not _is_cut_off(scene.view, s) and not _is_alleged(scene, s) and not comes_of_itself(view, s.act)]
    told = [s for s in steps if (headline is None or s.what[0].start >= headline.end) and not _is_nobodys(scene, s)]
    if is_pastime(view):
        told = [replace(s, doubts=(*s.doubts, PASTIME)) for s in told]
    kept = without_twins(view, without_done(scene, parted(scene, told)))
    told = [s for s in read_alone(scene, kept) if _says_what(view, s)]
    told = [s if s.who or s.kind != "requested" else replace(s, who=owner_of_act(scene, s.act)) for s in told]
    return [replace(s, who=tuple(e for e in s.who if can_be_named(e) and not is_asker(scene, s, e))) for s in told]


def _says_what(view: Text, step: Step) -> bool:
    """Tell whether the words of a step say what is to happen: "two ships" are asked for, and nobody knows for what; "resign" is enough
    of somebody, and "more snow" by itself; what somebody "has yet to" do is only not done."""
    if [t.text.lower() for t in view.tokens[max(0, step.act - 2) : step.act]] in (["yet", "to"], ["still", "to"]):
        return False
    if step.kind == "requested" and view.tokens[view.words(step.what)[0]].tag in ("WP", "WRB"):
        return False  # "told the public who it should deal with"
    if step.kind == "expected" or sum(view.tokens[w].pos != "PUNCT" for w in view.words(step.what)) >= _FEWEST:
        return True
    return view.tokens[step.act].pos == "VERB" and (bool(step.who) or step.when is not None)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _prospects(scene: Scene, verbs: Sequence[int], taken: Spans) -> list[Step]:
    """The acts beside those taken that the text only leaves ahead, each with what speaks against it; it has a day, a doer or an event."""
    found = [s for verb in verbs if (s := prospect(scene, verb)) is not None and not taken.meeting(*s.main)]
    telling = (s for s in found if s.when is not None or _is_set(scene.view, s) or any(can_be_named(e) for e in s.who))
    return _doubted(scene, [_as_avowed(scene, s) for s in telling])


def _as_avowed(scene: Scene, step: Step) -> Step:
    """An act that somebody demands or promises is no worse for being one that the text leaves ahead."""
    said = scene.said(step.act)
    return (
        replace(step, doubts=(*step.doubts, AVOWED)) if said is not None and said.actors and said.kind in ("demand", "commitment") else step
    )


def _avowed(scene: Scene, taken: Spans) -> list[Step]:
    """What positions demand or promise beside the acts taken, however idle it would be as the text's own word."""
    found = [s for p in scene.held if (s := avowed(scene, p)) is not None and not taken.meeting(*s.main)]
    return _doubted(scene, found)


def _ahead(scene: Scene, taken: Spans) -> list[Step]:
    """Whatever else is to come beside the acts taken, however idle: a reader of the whole article notes some of that too."""
    found = [
        s
        for verb in predicates(scene.view)
        if (s := ahead(scene, verb) or possible(scene, verb)) is not None and not taken.meeting(*s.main)
    ]
    return _with_doubts(scene, found)


def _wanted(scene: Scene, taken: Spans) -> list[Step]:
    """What nouns beside the acts taken say that is wanted, promised, awaited or, in a text without a day, has a day."""
    nouns = [s for verb in sorted(clause_heads(scene.view)) if (s := wanted(scene, verb)) is not None]
    asked = [s for word in range(len(scene.view.tokens)) if (s := asked_by_noun(scene, word) or upcoming(scene, word)) is not None]
    eves = [s for word in range(len(scene.view.tokens)) if (s := ahead_of(scene, word)) is not None]
    found = [s for s in (*nouns, *asked, *undated(scene), *eves) if not taken.meeting(*s.main)]
    return _with_doubts(scene, found)


def _doubted(scene: Scene, steps: Iterable[Step]) -> list[Step]:
    """Those not gone, with what speaks against each; what is idle is a step only where somebody avows it."""
    return [s for s in _with_doubts(scene, steps) if IDLE not in s.doubts or AVOWED in s.doubts]


def _with_doubts(scene: Scene, steps: Iterable[Step]) -> list[Step]:
    """Those not gone, with what speaks against each."""
    return [replace(s, doubts=(*s.doubts, *doubts_of(scene, s))) for s in steps if not is_gone(scene, s)]


def _is_set(view: Text, step: Step) -> bool:
    """Tell whether it is an event of which it is only said that it is planned: "a vote in the upper house is scheduled"."""
    return view.lemma(step.act) in words.DUE


def _is_cut_off(view: Text, step: Step) -> bool:
    """Tell whether a step is the end of a phrase that the tree takes for an infinitive: "meeting face to face"."""
    act = step.act
    return act > 1 and view.tokens[act - 1].text == "to" and view.tokens[act - 2].text == view.tokens[act].text


def _is_alleged(scene: Scene, step: Step) -> bool:
    """Tell whether somebody only charges others with a plan: experts "claim that it is part of his plan to support" the regime."""
    said = scene.said(step.act)
    if step.kind not in ("committed", "expected") or said is None or not step.who or set(step.who) & set(said.actors):
        return False
    return any(scene.view.lemma(w) in _ALLEGES for w in scene.view.words(said.cue))


def _is_nobodys(scene: Scene, step: Step) -> bool:
    """Tell whether a step is in the first person and nobody is known to say it: "we will present a plan", in an interview."""
    said = scene.said(step.act)
    if (said is not None and said.actors) or scene.authors_at(step.act):
        return False
    view, subject = scene.view, subject_of(scene.view, step.act)
    own = {w for w in view.words(step.what) if view.low(w) in FIRST and view.tokens[w].pos in ("PRON", "DET")}
    if subject is not None and view.tokens[subject].pos in ("NOUN", "PROPN") and read_group(view, step.act).modal == "will":
        return not own.isdisjoint(noun_phrase(view, subject))  # not "a crew will travel to Selm with us"
    return bool(own)


def _predicates(view: Text) -> list[int]:
    """What heads a clause, and what "be" puts on a day."""
    be = {t.head for t in view.tokens if t.relation == "cop"}
    # "applications are open until": the tree may call "are" the auxiliary of a passive
    be |= {t.head for t in view.tokens if t.relation == "aux:pass" and view.low(t.head) in words.OPEN_TILL}
    return sorted(clause_heads(view) | be)
