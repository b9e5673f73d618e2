"""What a verb of asking, wanting or expecting asks of its object: "invited them to return", "have been told to empty their pools"."""

from __future__ import annotations

from briefing.models import Span, StepKind
from briefing.nlp.anaphora import FIRST
from briefing.nlp.entities import Entity
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import act_span, is_whole, noun_phrase, with_joined, with_time
from briefing.nlp.steps.conditions import condition_of, is_habit, is_unsaid
from briefing.nlp.steps.demands import WEIGHT, is_general, is_old_wish
from briefing.nlp.steps.record import Scene, Step, can_act
from briefing.nlp.steps.reports import in_past_report
from briefing.nlp.steps.verbs import Group, finite_form, is_event, is_human, is_norm, read_group, subject_of
from briefing.nlp.syntax import Text

#: pronouns of a report that may stand for who speaks
_OF_SPEAKERS = frozenset({"he", "she", "it", "they"})
_INVITES = frozenset({"invite", "call", "summon"})
_BEFORE = frozenset({"repeatedly", "once", "previously", "earlier", "then", "before"})


def asked_in(scene: Scene, verb: int) -> Step | None:
    """What a verb of asking with an object and an infinitive asks: "invited them to return", "have been told to empty their pools"."""
    view = scene.view
    group = read_group(view, verb)
    if not group.infinitive or group.be_to is not None or group.governor is None:
        return None
    asking = asking_verb(view, group.governor)
    if is_unsaid(view, asking if view.lemma(asking) == "ask" else verb):
        return None
    outer = read_group(view, asking)
    between, addressed = range(asking + 1, _first_infinitive(view, verb)), _addressed(view, asking, verb)
    if any(view.tokens[w].tag == "TO" and view.lemma(w + 1) in words.ASK for w in between):
        return None  # "called on the speaker to invite the auditors to speak": the act asked for is the inviting
    kind = _kind_of_asking(view, asking, outer, addressed)
    if kind is None or outer.negated or condition_of(view, asking) or scene.is_history(asking):
        return None
    passive = _is_passive(view, asking)
    if passive and finite_form(view, asking) == "VBD" and view.lemma(asking) in ("require", "force", "compel"):
        return None
    asker = subject_of(view, asking)
    if asker is not None and view.low(asker) in ("it", "some", "many", "others") and view.lemma(asking) == "expect":
        return None  # "it is expected from all to"
    if view.lemma(asking) in ("want", "like") and view.tokens[verb].relation == "advcl":
        return None  # "wants the aircraft … to supply its army": a purpose
    wishes = view.lemma(asking) in ("want", "like", "expect")
    if (not passive and not any(wishes or can_act(view, w) for w in addressed)) or _is_perfect(view, group, outer):
        return None
    if _tells_own_past(scene, asking) or is_habit(view, asking) or is_old_wish(scene, asking):
        return None
    if view.lemma(asking) in ("oblige", "require", "compel", "force", "mandate") and view.tokens[asking].tag == "VBG":
        return None  # a rule's words
    asked_for = view.child(asking, ("obj",))
    if not passive and asked_for is not None and asking < asked_for < verb and is_event(view, asked_for):
        return None  # "requested a meeting to discuss the attack"
    who = whom_asked(scene, asking, verb)
    is_so = group.passive or view.child(verb, ("cop",)) is not None
    start = (min(addressed) if addressed else None) if is_so else (group.first if group.negated else None)
    start = _with_article(view, start) if start is not None and is_so else start
    span = with_joined(view, verb, act_span(view, verb, start=start, said=None))
    span = with_time(view, span, scene.times)
    if scene.is_past(span, verb):
        return None
    when = scene.time_of(span, verb)
    when = None if when is not None and scene.is_of_telling(when, asking) else when
    if when is not None and when.value is None and not scene.is_ahead(when) and is_narrated(scene, asking, passive=passive):
        return None  # "were told to stop drinking the water in October"
    if when is None and (is_narrated(scene, asking, passive=passive) or view.lemma(asking) == "require"):
        return None
    whom = subject_of(view, asking) if passive else addressed[-1] if addressed else None
    general = whom is not None and (is_norm(view, whom) if passive else is_human(view, whom))
    if when is None and (general or is_general(view, None, verb) or not is_whole(view, verb, span, dated=False)):
        return None
    return Step(what=(span,), who=who, when=when, kind=kind, importance=WEIGHT - 0.1, act=verb, cue=asking)


def invited_to(scene: Scene, verb: int) -> Step | None:
    """The event that somebody is asked to on a day to come: "invited the union to talks on Tuesday"."""
    view = scene.view
    group = read_group(view, verb)
    if view.lemma(verb) not in _INVITES or group.negated or group.infinitive or group.modal is not None or condition_of(view, verb):
        return None
    event = next((c for c in view.children[verb] if c > verb and _is_to_event(view, c)), None)
    if event is None or is_unsaid(view, verb) or scene.is_history(verb):
        return None
    own = scene.times_in(Span(view.tokens[event].end, view.sentences[view.tokens[verb].sentence].end))
    span = with_time(view, view.span_of(noun_phrase(view, event)), own)
    when = scene.time_of(span, event)
    if when is None or not scene.is_ahead(when):
        return None
    addressed = view.child(verb, ("nsubj:pass",)) if group.passive else view.child(verb, ("obj", "iobj"))
    who = scene.who(noun_phrase(view, addressed)) if addressed is not None else ()
    kind: StepKind = "requested"
    if view.lemma(verb) == "invite":  # nobody has to come: an event of both
        kind, host = "scheduled", None if group.passive else subject_of(view, verb)
        said = scene.said(verb)
        hosts = scene.who(noun_phrase(view, host), said.actors if said else ()) if host is not None else ()
        who = (*hosts, *(e for e in who if e not in hosts))
    return Step(what=(span,), who=who, when=when, kind=kind, importance=WEIGHT - 0.1, act=event, cue=verb)


def _with_article(view: Text, start: int) -> int:
    """The first word of the phrase that a noun stands in: "the" of "wants the line to be ready"."""
    while start > 0 and view.tokens[start - 1].tag in ("DT", "PRP$", "JJ", "NN", "NNP", "CD") and view.tokens[start - 1].head >= start - 1:
        start -= 1
    return start


def _is_to_event(view: Text, word: int) -> bool:
    return view.tokens[word].relation == "obl" and is_event(view, word) and any(view.low(c) == "to" for c in view.children[word])


def asking_verb(view: Text, governor: int) -> int:
    """The verb that asks: of an infinitive that the tree hangs on its addressee, the verb of that."""
    token = view.tokens[governor]
    if token.pos in ("NOUN", "PROPN", "PRON") and token.head < governor and token.relation in ("obj", "nsubj", "iobj", "obl"):
        return token.head
    return governor


def _tells_own_past(scene: Scene, asking: int) -> bool:
    """Tell whether a speaker tells of what he once asked: "“I instructed the Authority to …”, he said"."""
    view, said = scene.view, scene.said(asking)
    subject = subject_of(view, asking)
    around = {view.low(w) for w in ([subject] if subject is not None else []) + list(range(asking + 1, asking + 3))}
    return view.tokens[asking].tag == "VBD" and said is not None and said.quoted and bool(around & {"i", "we", "me", "us"})


def is_narrated(scene: Scene, asking: int, *, passive: bool) -> bool:
    """Tell whether the asking is a link of a story: "before it was ordered to close", "after being told to leave"."""
    view, token = scene.view, scene.view.tokens[asking]
    if any(view.low(c) in _BEFORE for c in view.children[asking]):
        return True
    if in_past_report(scene, asking):
        return False
    marked = any(view.tokens[c].relation in ("mark", "case") and view.tokens[c].tag != "TO" for c in view.children[asking])
    if token.relation == "advcl" and marked:
        return True
    return passive and finite_form(view, asking) == "VBD"


def _is_perfect(view: Text, group: Group, outer: Group) -> bool:
    """Tell whether what was asked lies before what is told: "had been invited to watch", or was to be done by then."""
    return any(view.low(w) == "had" for w in outer.chain) or any(view.lemma(w) == "have" for w in group.chain)


def _first_infinitive(view: Text, verb: int) -> int:
    """Where the first of joined infinitives begins: "to listen and to act"."""
    while (
        view.tokens[verb].relation == "conj" and view.tokens[verb].head < verb and view.tokens[view.tokens[verb].head].tag in ("VB", "VBN")
    ):
        verb = view.tokens[verb].head
    return read_group(view, verb).first


def _kind_of_asking(view: Text, asking: int, outer: Group, addressed: list[int]) -> StepKind | None:
    """What a verb with an object and an infinitive does: asks, wants, or expects it; "called a round of talks to" does none."""
    lemma = view.lemma(asking)
    if view.tokens[asking].pos != "VERB" or outer.infinitive:
        return None
    if lemma in ("want", "like") and addressed:
        return "requested" if outer.modal in (None, "would") else None
    if outer.modal in ("would", "could", "may", "might", "should", "can"):
        return None
    if lemma == "expect" and addressed:
        return "expected"
    if any(view.low(w) in ("you", "one", "anyone", "us", "me") for w in addressed):
        return None
    if lemma == "encourage" and view.tokens[asking].tag == "VBD" and not outer.chain:
        return None  # what somebody once moved another to; where it is a demand of the day, it is a position
    if lemma == "press" and outer.passive:
        return None  # "hard pressed to"
    if lemma == "call" and not any(view.low(w) in ("on", "upon", "for") for w in range(asking + 1, asking + 3)):
        return None
    return "requested" if lemma in words.ASK else None


def _addressed(view: Text, asking: int, verb: int) -> list[int]:
    """The nouns and pronouns between a verb of asking and the infinitive that it takes."""
    return [w for w in range(asking + 1, _first_infinitive(view, verb)) if view.tokens[w].pos in ("NOUN", "PROPN", "PRON")]


def _is_passive(view: Text, asking: int) -> bool:
    """Tell whether those asked are the subject of a verb, or what a participle hangs on."""
    outer = read_group(view, asking)
    bare = view.tokens[asking].tag == "VBN" and not any(view.lemma(w) == "have" for w in outer.chain)  # "who has pressed the bank to"
    agent = view.child(asking, ("obl:agent",))
    by_somebody = agent is not None and any(view.low(c) == "by" for c in view.children[agent])
    # "Quill, pressed by Falk to publish it, left"
    return outer.passive or by_somebody or (bare and view.tokens[asking].relation.startswith("acl"))


def whom_asked(scene: Scene, asking: int, verb: int) -> tuple[Entity, ...]:
    """Whom a verb asks to do the act of an infinitive; nobody where nobody is known."""
    view, addressed = scene.view, _addressed(scene.view, asking, verb)
    if _is_passive(view, asking):
        subject = view.subject(asking)
        if subject is None and view.tokens[asking].relation.startswith("acl"):
            subject = view.tokens[asking].head
        return scene.who(noun_phrase(view, subject)) if subject is not None else ()
    if not addressed:
        return ()
    said = scene.said(asking)
    found = scene.who(list(range(addressed[0], addressed[-1] + 1)), said.actors if said else ())
    return _not_the_asker(scene, asking, found) if view.tokens[addressed[-1]].pos == "PRON" else found


def _not_the_asker(scene: Scene, asking: int, found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Whom a pronoun means that is asked: nobody asks himself; in "fined the firm and told it to" the one of the verb before."""
    view, subject = scene.view, subject_of(scene.view, asking)
    asker = scene.who(noun_phrase(view, subject)) if subject is not None else ()
    before = view.child(view.tokens[asking].head, ("obj",)) if view.tokens[asking].relation == "conj" else None
    named = scene.who(noun_phrase(view, before)) if before is not None and before < asking else ()
    return tuple(e for e in named or found if e not in asker)


def is_asker(scene: Scene, step: Step, entity: Entity) -> bool:
    """Tell whether somebody only asks it of others: "Falk urged the crews not to relent"; who says "we must" asks it of himself."""
    said = scene.said(step.act)
    if step.kind != "requested" or said is None or entity not in said.actors:
        return False
    subject = subject_of(scene.view, step.act)
    if subject is None:
        return True
    token = scene.view.tokens[subject]
    own = token.text.lower() in FIRST | _OF_SPEAKERS or any(s.start <= token.start < s.end for s in entity.spans)
    return not own
