"""Of what kind an announced step is: by whose word it will be done, and whether it has a day."""

from __future__ import annotations

import re
from typing import Final

from briefing.models import StepKind
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.steps import words
from briefing.nlp.steps.modals import Future
from briefing.nlp.steps.record import Scene, can_act, is_weather
from briefing.nlp.steps.reports import HOPES, is_hoped
from briefing.nlp.steps.verbs import Group, read_group, subject_of
from briefing.nlp.syntax import Text

_WILL: Final = frozenset({"will", "shall"})
#: what befalls somebody is nobody's promise
_RECEIVES: Final = frozenset("get receive obtain gain face undergo earn inherit win lose".split())
#: what comes out, and is nobody's to do
_UNSETTLED: Final = frozenset("know see reveal find expect need affect hit compare lose force require base perish remember".split())
#: it goes round, and nobody stands for it
_HEARSAY: Final = re.compile(
    r"\b(?:rumou?rs?|reportedly|citing (?:people|persons|sources|unnamed|unidentified|anonymous)|sources? (?:close|familiar))\b",
    re.IGNORECASE,
)
_UNNAMED: Final = frozenset(
    "source sources insider insiders observer observers analyst analysts expert experts economist economists".split()
)
#: whose word about a body is not its own
_OUTSIDE: Final = frozenset(
    """opposition analyst economist expert critic activist lawyer attorney professor researcher union unionist journalist columnist editor
    former ex-president ex-minister author""".split()
)
_HEADS: Final = re.compile(r"\b(?:president|prime minister|premier|chancellor|king|emir|foreign minister)$")
_UNIONS: Final = frozenset({"union", "guild", "federation", "association"})
_ORDERS: Final = frozenset({"order", "rule", "direct"})
#: how things will be, and what somebody does who says so of his own side
_ONES_OWN: Final = words.OWN_ACTS | {"focus", "help", "consider", "regard"}
_ASSURES: Final = frozenset("assure decide announce pledge vow promise guarantee undertake".split())
#: what is told of an occasion is its date, whoever tells it
_STAGED: Final = frozenset({"hold", "host", "stage"})
#: what one is to do so is his duty
_DUTIES: Final = frozenset({"have", "need"})


def kind_of_step(scene: Scene, verb: int, future: Future, *, dated: bool, who: tuple[Entity, ...]) -> StepKind:
    """What a narrator tells is scheduled, what a body's own people say of it committed, what others or nobody foresee expected."""
    view, group, said = scene.view, read_group(scene.view, verb), scene.said(verb)
    kind, modal = future.kind, _modal(view, group)
    if view.tokens[verb].relation == "ccomp" and view.lemma(view.tokens[verb].head) in HOPES and view.tokens[verb].head < verb:
        return "expected"  # "the mayor hopes that it will be opened in June"
    subject = subject_of(view, verb)
    if kind != "requested" and subject is not None and is_weather(view, subject) and not group.passive:
        return "expected"
    if kind not in ("committed", "expected"):
        return kind
    if _is_hearsay(scene, verb, said) or _is_awaited(scene, verb, said) or (not dated and _is_enabled(view, group, modal)):
        return "expected"
    if (
        kind == "committed"
        and said is not None
        and who
        and modal is not None
        and _is_outsider(view, said)
        and not any(e in said.actors for e in who)
    ):
        return "expected"  # "the union said the ministry would sell the port"
    if said is not None and modal is not None and any(view.lemma(w) in _ORDERS for w in view.words(said.cue)):
        return "scheduled"  # "the judge ordered that it would be heard on May 3"
    own = kind == "committed" and not future.foreseen  # of who writes, "we will"
    if said is None and not own and modal in _WILL and (dated or _is_fact(view, verb, future, group, who)):
        return "scheduled"
    if modal in _WILL | {"would"} and dated and ((group.passive and view.lemma(verb) in _STAGED) or _takes_place(view, verb)):
        return "scheduled"  # "the by-election will be held on May 3, the council said"
    if kind == "expected" and modal is not None and said is not None:
        if dated and who and all(e.nominal and e.kind in ("group", "person") for e in who) and _speaks_for_members(view, said):
            return "committed"
        if group.passive and dated and not said.actors and said.source:
            return "scheduled"
        if _is_own_word(scene, verb, said, who, dated=dated, passive=group.passive) or (not dated and _is_promised(scene, verb, said, who)):
            return "committed"
    if kind == "committed" and not who and future.foreseen:
        return "expected"
    if kind == "expected" and modal is None and group.governor is not None and view.lemma(group.governor) in _DUTIES:
        return _duty(who, dated=dated)
    return kind


def _takes_place(view: Text, verb: int) -> bool:
    """Tell whether an occasion is told of by its own verb: "the games will take place", "parliament will convene"."""
    if view.lemma(verb) == "take":
        return (obj := view.child(verb, ("obj",))) is not None and view.lemma(obj) == "place"
    return view.lemma(verb) == "convene" and view.child(verb, ("obj",)) is None


def _duty(who: tuple[Entity, ...], *, dated: bool) -> StepKind:
    """What a narrator says that somebody "has to" do: on a day it is set, of a government or a body it is asked."""
    if dated:
        return "scheduled"
    return "requested" if who and all(e.kind in ("organization", "country") for e in who) else "expected"


def _is_promised(scene: Scene, verb: int, said: Held, who: tuple[Entity, ...]) -> bool:
    """Tell whether somebody promises it of his own side, without a day: "we will focus on it", "assured that Norland will help them"."""
    view, lemma = scene.view, scene.view.lemma(verb)
    if not who or lemma in words.STATES - _ONES_OWN or lemma in _UNSETTLED | _RECEIVES or is_hoped(scene, verb):
        return False
    if any(view.lemma(g) in ("if", "unless") for c in view.children[verb] if view.tokens[c].relation == "advcl" for g in view.children[c]):
        return False
    if view.lemma(view.tokens[verb].head) in HOPES or view.child(verb, ("cop",)) is not None or _is_outsider(view, said):
        return False
    cue = [view.lemma(w) for w in view.words(said.cue)]
    subject = subject_of(view, verb)
    if subject is not None and view.low(subject) in words.OWN and all(e in said.actors for e in who):
        return "accord" not in cue and "according" not in cue
    assured = said.kind == "commitment" or any(w in _ASSURES for w in cue)
    return assured and all(e.kind in ("organization", "country") for e in who)


def _modal(view: Text, group: Group) -> str | None:
    """The modal of a verb, or of "will be able to"."""
    if group.modal is None and group.governor is not None and view.lemma(group.governor) == "able":
        return read_group(view, group.governor).modal
    return group.modal


def _is_enabled(view: Text, group: Group, modal: str | None) -> bool:
    """Tell whether a clause says what somebody "will be able to" do, which is nobody's promise."""
    return modal in _WILL and group.governor is not None and view.lemma(group.governor) == "able"


def _is_hearsay(scene: Scene, verb: int, said: Held | None) -> bool:
    view = scene.view
    if said is not None and any(view.low(w) in _UNNAMED for w in view.words(said.source)):
        return True
    return (said is None or not said.actors) and bool(_HEARSAY.search(view.slice(view.sentences[view.tokens[verb].sentence])))


def _is_awaited(scene: Scene, verb: int, said: Held | None) -> bool:
    """Tell whether nobody says it and it is only expected: "it is expected that they will"."""
    view, token = scene.view, scene.view.tokens[verb]
    if said is None:
        return token.relation in ("ccomp", "csubj", "csubj:pass") and view.lemma(token.head) in ("expect", "anticipate", "expected")
    return not said.source and is_hoped(scene, verb)


def _is_outsider(view: Text, said: Held) -> bool:
    """Tell whether somebody speaks whose word about another is not that one's own."""
    told = {view.lemma(w) for w in view.words(said.source)}
    return bool((told | {word for a in said.actors if a.role for word in a.role.lower().split()}) & _OUTSIDE)


def _is_fact(view: Text, verb: int, future: Future, group: Group, who: tuple[Entity, ...]) -> bool:
    """Tell whether a narrator tells what he gives as settled: what a person will do, what somebody will get, what is done by somebody."""
    if not who or (future.kind == "expected" and not group.passive):
        return False
    return group.passive or view.lemma(verb) in _RECEIVES or all(e.kind == "person" for e in who)


def _is_own_word(scene: Scene, verb: int, said: Held, who: tuple[Entity, ...], *, dated: bool, passive: bool) -> bool:
    """Tell whether those say it who have it in hand: a body's own people of the body, somebody in office of a thing with a day."""
    if not said.actors or not said.source or said.kind not in ("statement", "commitment") or is_hoped(scene, verb):
        return False
    token = scene.view.tokens[verb]
    if token.relation in ("ccomp", "xcomp") and scene.view.lemma(token.head) in HOPES:
        return False  # "“I believe that the ministry will act,” he said"
    if _is_outsider(scene.view, said) or scene.view.lemma(verb) in words.STATES:
        return False
    if who and all(e.kind == "country" for e in who):
        return _governs(scene, said, who)
    if who and not all(e in said.actors for e in who):
        return all(e.kind == "organization" for e in who) and "party" not in {e.name.lower().split()[-1] for e in who}
    in_office = any(a.kind == "organization" or a.role for a in said.actors) or any(
        scene.view.tokens[w].text == "," for w in scene.view.words(said.source)
    )
    if dated and not passive and not who and _befalls(scene, verb):
        return False  # "prices will fall in 2023"
    if passive and in_office and scene.view.lemma(verb) not in _UNSETTLED:
        return True  # "all complaints will be looked into"
    return dated and (passive or in_office or scene.view.slice(said.source[0]).lower().startswith(("its ", "their ")))


def _befalls(scene: Scene, verb: int) -> bool:
    """Tell whether a thing does of itself what is told of it."""
    subject = subject_of(scene.view, verb)
    if subject is None or scene.view.tokens[subject].pos != "NOUN" or scene.view.lemma(verb) in words.TIMED:
        return False
    return not can_act(scene.view, subject)


def _speaks_for_members(view: Text, said: Held) -> bool:
    """Tell whether a union speaks, whose members those are who will act: "dockers will walk out, the union said"."""
    return any(view.lemma(w) in _UNIONS for w in view.words(said.source))


def _governs(scene: Scene, said: Held, who: tuple[Entity, ...]) -> bool:
    """Tell whether somebody at the head of a government, of a country that the text does not name, speaks of the text's own country."""
    roles = [a.role.lower() for a in said.actors if a.role and a.kind == "person" and a.affiliation is None]
    countries = [e for e in scene.resolver.roster.entities if e.kind == "country"]
    own = max(countries, key=lambda e: len(e.spans), default=None)
    return len(roles) == len(said.actors) and all(_HEADS.search(r) for r in roles) and list(who) == [own]
