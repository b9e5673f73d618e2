"""What actors say of others and of things: blame, warning, denial, praise, what will be done."""

from __future__ import annotations

from briefing.models import PositionKind
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.own_side import OPPOSES
from briefing.nlp.syntax import HYPOTHETICAL, WILL, Text

_WORSENS = frozenset(
    """affect lead escalate worsen collapse trigger fail spark cost hurt force ruin kill destroy suffer lose die starve
    bankrupt""".split()
)
_HARMS = frozenset(
    """violate breach defy undermine betray abuse subjugate silence sabotage provoke threaten endanger destabilise destabilize damage
    harm erode jeopardise jeopardize weaken mislead obstruct""".split()
)
#: what one is blamed for where one does it, or leaves it undone
_WRONGS = frozenset(
    """fail refuse ignore neglect falsify conceal cheat steal lie exploit discriminate persecute torture massacre disregard manipulate rig
    loot plunder""".split()
)
_LIKENS = frozenset({"amount", "akin", "tantamount"})
_UNTRUE = frozenset("false baseless untrue unfounded groundless fabricated".split())


def kind_of_others(
    view: Text, head: int, lemma: str, auxiliaries: set[str], subject: int | None, actors: tuple[Entity, ...], *, negated: bool
) -> PositionKind:
    """The kind of what an actor says of somebody or something else."""
    harmful = lemma in _HARMS
    predicate = any(view.tokens[c].relation == "cop" for c in view.children[head])
    if lemma in OPPOSES - {"refuse", "resist"} and view.tokens[head].pos == "VERB" and not negated:
        return "opposition"
    ahead = bool(auxiliaries & (WILL | HYPOTHETICAL))
    if negated and not ahead and (harmful or lemma in ("aim", "target", "intend", "true", "correct")):
        return "denial"
    if lemma in _UNTRUE:
        return "denial"
    if _is_wrong(view, head, lemma, auxiliaries, subject, negated=negated):
        return "blame"
    if harmful and auxiliaries & HYPOTHETICAL and not negated:
        return "warning"
    if harmful and not negated and subject is not None and view.tokens[subject].text.lower() not in ("it", "this", "that"):
        return "blame"
    if not negated and any(view.lemma(w) in _WORSENS and _foretells(view, w) for w in (head, *_joined(view, head))):
        return "warning"
    if predicate and not negated and lemma in lexicon.BAD:
        acting = subject is not None and (view.tokens[subject].text.lower() in ("he", "she", "they", "you") or _acts(view, subject))
        return "blame" if acting else "opposition"
    if predicate and not negated and lemma in lexicon.GOOD and view.tokens[head].tag != "JJR" and not auxiliaries & HYPOTHETICAL:
        return "praise"
    if "be" in auxiliaries and auxiliaries & (WILL | {"would"}) and not negated and _is_done(view, head) and _decides(actors):
        return "commitment"
    return "statement"


def _is_wrong(view: Text, head: int, lemma: str, auxiliaries: set[str], subject: int | None, *, negated: bool) -> bool:
    """Tell whether a clause says what somebody is to blame for: that they failed to, had been warned, that it amounts to theft."""
    if lemma in _LIKENS:
        return any(view.lemma(c) in lexicon.BAD for c in view.children[head] if view.tokens[c].relation in ("obl", "nmod"))
    if subject is None or negated or auxiliaries & (HYPOTHETICAL | WILL):
        return False
    passive = view.tokens[subject].relation == "nsubj:pass" or view.child(head, ("aux:pass",)) is not None
    if lemma == "warn":
        return passive and "have" in auxiliaries
    token = view.tokens[subject]
    acting = token.text.lower() in ("he", "she", "they", "you") or token.pos == "PROPN" or _acts(view, subject)
    return lemma in _WRONGS and acting and not passive and view.tokens[head].tag in ("VBD", "VBN", "VBZ", "VBP", "VBG")


def _joined(view: Text, head: int) -> list[int]:
    """The verbs that share the subject of another: "would add to the price and could force it to close"."""
    return [c for c in view.children[head] if view.tokens[c].relation == "conj" and view.child(c, ("nsubj", "nsubj:pass")) is None]


def _foretells(view: Text, verb: int) -> bool:
    """Tell whether a clause is about what will or would be; what something would cost in money warns of nothing."""
    price = view.lemma(verb) == "cost" and any(view.tokens[w].tag in ("CD", "$") for w in view.subtree(verb) if w > verb)
    return not price and bool(set(view.auxiliaries(verb)) & (HYPOTHETICAL | WILL))


def _acts(view: Text, subject: int) -> bool:
    return view.lemma(subject) in lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS


def _is_done(view: Text, head: int) -> bool:
    """Tell whether a passive without an agent and without a condition says what will be done."""
    tokens = view.tokens
    bound = any(
        tokens[c].relation == "advcl" and any(view.lemma(g) in ("if", "once") for g in view.children[c]) for c in view.children[head]
    )
    return view.child(head, ("nsubj:pass",)) is not None and view.child(head, ("obl:agent",)) is None and not bound


def _decides(actors: tuple[Entity, ...]) -> bool:
    """Tell whether it is an actor's to decide: a body, a country, or one who holds an office."""
    return any(a.kind in ("organization", "country") or a.role for a in actors)
