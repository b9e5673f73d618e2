"""What is asked of somebody: the act in the content of a demand."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp.cuts import without_setting
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import act_span, is_whole, noun_phrase, with_joined, with_time, without_time
from briefing.nlp.steps.conditions import condition_of, is_habit
from briefing.nlp.steps.nouns import is_act
from briefing.nlp.steps.record import Scene, Step, acts_by_name, can_act
from briefing.nlp.steps.reports import in_past_report
from briefing.nlp.steps.verbs import MUST, Group, is_event, is_human, is_norm, read_group, subject_of
from briefing.nlp.syntax import FINITE, Text
from briefing.nlp.targets import addressees
from briefing.nlp.unnamed import called_by

_WANTS = frozenset("want need seek insist favour favor like wish".split())
#: what follows them at once the asker wants to do himself: "have requested to emigrate"
_OWN_WISHES = frozenset({"want", "wish", "request", "ask", "apply"})
#: an addressee is rarely longer than so many words
_ADDRESSEE = 14
WEIGHT = 0.7


def asked_by(scene: Scene, held: Held) -> Step | None:
    """The act that a demand asks for; None where its content names none."""
    cue = scene.view.head_of(scene.view.words(held.cue))
    if cue is not None and (scene.is_history(cue) or is_habit(scene.view, cue) or is_old_wish(scene, cue)):
        return None
    found = _act_of(scene, held) if not _only_names(scene, held) else None
    if found is None:
        return None
    span, verb = found
    if cue is not None and is_own(scene, cue, verb):
        return None
    span = with_joined(scene.view, verb, without_setting(scene.view, span, held.cue))
    span = with_time(scene.view, span, scene.times)
    if scene.is_past(span, verb):
        return None
    when = scene.time_of(span, verb)
    if when is not None and scene.is_of_telling(when, cue):
        span, when = without_time(scene.view, span, when), None
    subject = subject_of(scene.view, verb)
    if when is None and condition_of(scene.view, verb) is not None:
        return None  # "if it is confirmed, his degree should be revoked"
    if when is None and (is_general(scene.view, subject, verb) or not is_whole(scene.view, verb, span, dated=False)):
        return None
    end = scene.view.tokens[verb].start
    if when is None and cue is not None and any(is_human(scene.view, w) for w in range(cue + 1, verb) if scene.view.tokens[w].end < end):
        return None
    group = read_group(scene.view, verb)
    if when is None and group.modal == "should" and any(scene.view.lemma(w) == "have" for w in group.chain):
        return None  # "she should have smiled"
    who = asked_of(scene, held, group, subject)
    return Step(what=(span,), who=who, when=when, kind="requested", importance=WEIGHT, act=verb, cue=cue)


def asked_of(scene: Scene, held: Held, group: Group, subject: int | None) -> tuple[Entity, ...]:
    """Of whom it is asked: who must do it, else whom one speaks to; not who is to suffer it, "Quill should be jailed"."""
    view = scene.view
    if group.passive and group.infinitive:
        return ()
    asked = (held.target,) if held.target else addressees(view, scene.resolver, held.cue, held.content, held.actors)
    inside = subject is not None and subject < group.verb and any(c.start <= view.tokens[subject].start < c.end for c in held.content)
    must = group.modal in MUST or _is_subjunctive(view, group)
    if subject is not None and inside and view.tokens[subject].pos in ("NOUN", "PROPN") and must:
        found = scene.who(noun_phrase(view, subject), held.actors)
        if group.passive or not can_act(view, subject):
            phrase = view.span_of(noun_phrase(view, subject))
            suffers = [*found, *(e for _, e in scene.resolver.roster.at(phrase.start, phrase.end))]
            asked = tuple(e for e in asked if e not in suffers and group.passive)
        else:
            asked = found or asked
    return tuple(e for e in asked if not e.nominal or any(acts_by_name(n) for n in _nouns(e)))


def _is_subjunctive(view: Text, group: Group) -> bool:
    """Tell whether a verb is a bare form with a subject: "demanded that the firm repay it", "that Quill be freed"."""
    bare = view.tokens[group.verb].tag == "VB" or (group.passive and [view.low(w) for w in group.chain] == ["be"])
    return group.modal is None and not group.infinitive and bare


def _nouns(entity: Entity) -> tuple[str, ...]:
    """The noun that a phrase is about, and its singular."""
    noun = called_by(entity.name.split())[-1]
    return noun, noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def is_own(scene: Scene, cue: int, verb: int) -> bool:
    """Tell whether what somebody wants is to do it himself: "wants to supply its army", "have requested to emigrate"."""
    if scene.view.lemma(cue) not in _OWN_WISHES or scene.view.tokens[cue].pos != "VERB":
        return False
    between = (w for w in range(cue + 1, verb) if scene.view.tokens[w].pos in ("NOUN", "PROPN", "PRON"))
    group = read_group(scene.view, verb)
    return group.infinitive and not (group.passive and scene.view.lemma(cue) not in ("want", "wish")) and next(between, None) is None


def is_general(view: Text, subject: int | None, verb: int) -> bool:
    """Tell whether it is asked of people in general, or how they should be: "motorists should stop", "to behave morally"."""
    if view.lemma(verb) in words.NOTHING_DONE | words.COGNITION:
        return True
    if subject is not None and view.low(subject) == "it" and view.lemma(verb) in words.STATES:
        return True
    if subject is not None and view.low(subject) in words.VAGUE - {"it"} and not read_group(view, verb).infinitive:
        return True
    return subject is not None and is_norm(view, subject) and not read_group(view, verb).infinitive


def is_old_wish(scene: Scene, cue: int) -> bool:
    """Tell whether it is what somebody once wanted: "he wanted his country to house the museum"."""
    return scene.view.lemma(cue) == "want" and scene.view.tokens[cue].tag == "VBD" and not in_past_report(scene, cue)


def _only_names(scene: Scene, held: Held) -> bool:
    """Tell whether a cue takes its object without asking for it: "called a rally", "appealed the decision"."""
    cue = [scene.view.tokens[w] for w in scene.view.words(held.cue)]
    asks = any(t.text.lower() in ("for", "on", "upon", "to") for t in cue)
    before = scene.view.word_at(max(0, held.content[0].start - 2))
    asks = asks or (before is not None and scene.view.low(before) in ("for", "on", "upon", "to"))
    takes = bool(cue) and cue[-1].lemma.lower() in ("call", "appeal") and cue[-1].pos == "VERB"
    return takes and not asks and scene.view.slice(held.content[0]).split()[0].lower() not in ("for", "to", "on")


def _act_of(scene: Scene, held: Held) -> tuple[Span, int] | None:
    """The span of the act and its verb (or noun): an addressed infinitive, what must be done, or a noun for an act."""
    view = scene.view
    inside = [w for w in view.words(held.content) if view.tokens[w].pos != "PUNCT"]
    if not inside or view.low(inside[0]) == "of":
        return None  # "charges of defeating justice"
    infinitive = _addressed(scene, inside)
    if infinitive is not None and (view.lemma(infinitive) != "be"):
        group = read_group(view, infinitive)
        start = (
            inside[0] if group.passive or view.child(infinitive, ("cop",)) is not None else (group.first if group.negated else infinitive)
        )
        return act_span(view, infinitive, start=start, said=held), infinitive
    main = view.main_verb(inside)
    if main is None:
        return None
    token = view.tokens[main]
    wished = _wished(scene, main, set(inside)) or _needed(scene, inside)
    if wished is not None:
        return wished
    if token.pos in ("VERB", "AUX", "ADJ"):
        subject = subject_of(view, main)
        group = read_group(view, main)
        if view.lemma(main) in words.COGNITION or (subject is not None and is_norm(view, subject)):
            return None
        needed = view.lemma(main) == "need" and group.modal is None
        obliged = (group.modal in MUST and not group.negated and token.pos == "VERB") or needed
        if subject is not None and view.tokens[subject].pos == "PRON" and (needed or not obliged) and subject in inside:
            return None  # "he need to give it up", "he be shot"
        if obliged or _is_bare(view, group, inside[0]):
            first = min(view.subtree(subject)) if subject is not None and subject in inside and subject < main else main
            if first != main and first - inside[0] in (1, 2):
                first = inside[0]
            span = act_span(view, main, start=first if first in inside else main, said=held)
            return (span, main) if len(view.words([span])) > 1 else None
        return None
    head = view.head_of(inside)
    if not any(view.lemma(w) in words.ASK | words.DEMAND | words.CALL_FOR | _WANTS for w in view.words(held.cue)):
        return None  # only what is expressly asked for is asked for by a noun
    if head is not None and view.tokens[head].pos in ("NOUN", "PROPN") and any(is_act(view, w) for w in view.conjuncts(head)):
        phrase = [w for w in noun_phrase(view, head) if w in inside]
        return view.span_of(phrase or [head]), head
    return None


def _is_bare(view: Text, group: Group, opening: int) -> bool:
    """Tell whether a verb is an imperative, a gerund or a subjunctive: "be read in public"."""
    token = view.tokens[group.verb]
    if group.modal is not None or group.negated or token.relation == "acl:relcl":
        return False
    tags = {view.tokens[w].tag for w in group.chain}
    if token.tag == "VBN":
        return group.passive and "VB" in tags and not tags & FINITE
    subject = subject_of(view, group.verb)
    if token.tag == "VBP" and not group.chain and subject is not None and view.tokens[subject].tag in ("NN", "NNP"):
        return True  # "that the minister publish"
    marked = any(view.tokens[c].relation == "mark" for c in view.children[group.verb])
    return token.tag in ("VB", "VBG") and not tags & FINITE and (group.verb <= opening + 1 or (marked and token.tag == "VB"))


def _addressed(scene: Scene, inside: list[int]) -> int | None:
    """The infinitive of "to do" or "X to do" at the head of a content."""
    view = scene.view
    if view.tokens[inside[0]].tag == "VBG" and view.tokens[inside[0]].pos == "VERB":
        return None  # "making the bloc more flexible to allow": the act is the making
    for place, word in enumerate(inside[:_ADDRESSEE]):
        token = view.tokens[word]
        if token.tag in FINITE:
            return None
        if token.tag == "TO" and view.low(word - 1) in ("as", "order"):
            return None  # "so as not to"
        if token.tag == "TO" and place + 1 < len(inside):
            verb = next(
                (w for w in inside[place + 1 : place + 5] if view.tokens[w].tag in ("VB", "VBN") and read_group(view, w).infinitive), None
            )
            if verb is not None and view.tokens[verb].relation in ("aux", "aux:pass", "cop"):
                verb = view.tokens[verb].head
            governor = read_group(view, verb).governor if verb is not None else None
            main = view.main_verb(inside)
            if main is not None and verb is not None and main > verb and view.tokens[main].pos == "VERB" and read_group(view, main).modal:
                return None  # "the pact to stop the loss should include the herders"
            # the infinitive of a noun inside is no act of the addressee: "demanded its plan to leave"
            if verb is None or (
                governor is not None
                and governor in inside
                and view.tokens[governor].pos == "NOUN"
                and place > 0
                and (_owns(scene, governor, verb) or is_event(view, governor) or (is_act(view, governor) and not can_act(view, governor)))
            ):
                return None
            return verb
    return None


def _owns(scene: Scene, noun: int, verb: int) -> bool:
    """Tell whether an infinitive only says more of its noun: "the right to vote", not "the ministry to shelve"."""
    view = scene.view
    return view.tokens[verb].relation == "acl" and view.lemma(noun) in words.INTENT_NOUNS | words.DECISION_NOUNS | words.ABSTRACT | {
        "right", "effort", "chance", "time", "attempt", "ability", "measure", "law", "opportunity", "permission", "power",
    }  # fmt: skip


def _needed(scene: Scene, inside: list[int]) -> tuple[Span, int] | None:
    """The act of "the need for a ceasefire", "the importance of freeing them"."""
    view = scene.view
    head = view.head_of(inside)
    if head is None or view.lemma(head) not in ("need", "importance", "necessity", "urgency"):
        return None
    of_what = next((c for c in view.children[head] if c > head and view.tokens[c].relation in ("nmod", "acl", "obl") and c in inside), None)
    if of_what is None:
        return None
    if view.tokens[of_what].tag in ("VB", "VBG"):
        return act_span(view, of_what, start=None, said=None), of_what
    return (view.span_of(noun_phrase(view, of_what)), of_what) if any(is_act(view, w) for w in noun_phrase(view, of_what)[:5]) else None


def _wished(scene: Scene, main: int, inside: set[int]) -> tuple[Span, int] | None:
    """What somebody wants done: "wants the report (to be) published", "would like to see the plan implemented"."""
    view = scene.view
    at = main
    if view.lemma(at) in ("want", "like", "wish"):
        seen = next((c for c in view.children[at] if view.tokens[c].relation == "xcomp" and view.lemma(c) == "see"), None)
        at = seen if seen is not None else at
    elif view.lemma(at) != "see":
        return None
    done = next(
        (
            c
            for c in view.children[at]
            if c in inside and view.tokens[c].relation in ("xcomp", "ccomp", "acl") and view.tokens[c].tag in ("VBN", "VB")
        ),
        None,
    )
    obj = view.child(at, ("obj", "nsubj:pass")) or (view.subject(done) if done is not None else None)
    if obj is None or obj < at:
        return None
    if done is None:
        done = next((w for w in view.subtree(obj) if view.tokens[w].tag == "VBN" and view.tokens[w].relation == "acl"), None)
        if done is None:
            return None
    start = min(view.subtree(obj))
    group = read_group(view, done)
    return act_span(view, done, start=start if group.passive or not group.infinitive else done, said=None), done
