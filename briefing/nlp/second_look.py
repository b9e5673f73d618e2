"""A second look at the kind of a position: what its cue says together with its content, and what any of its clauses says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.models import PositionKind
from briefing.nlp import lexicon
from briefing.nlp.charges import charges_somebody, claims_of_others, is_self
from briefing.nlp.coordination import is_thing
from briefing.nlp.entities import Entity
from briefing.nlp.idioms import kind_by_idiom
from briefing.nlp.merits import lauds_somebody
from briefing.nlp.own_side import SAYS_ON, STATES
from briefing.nlp.perils import forebodes, threatens
from briefing.nlp.sides import is_own
from briefing.nlp.syntax import PRESENT, Text

_HOPES = frozenset("hope optimistic confident".split())
#: who fears a thing neither opposes it nor blames or praises for it
_FEARS = frozenset({"fear", "worry", "concern", "concerned", "worried"})
#: what one fears about, and not that it is so
_OPEN = frozenset("to whether if how why when what who where which".split())
#: who deplores that others do a thing blames them
_LAMENTS = frozenset("denounce lament regret decry".split())
#: who owns up to a wrong charges nobody else with it
_OWNS_UP = frozenset("apologize apologise apology admit confess plead acknowledge".split())
#: who calms others charges nobody
_CALMS = frozenset({"assure", "reassure"})
#: who reckons with a thing promises none
_FORECASTS = frozenset("estimate predict forecast project expect".split())
#: what one wants to do that undertakes nothing
_NOT_SEEN_TO = STATES | SAYS_ON | frozenset("pay hear understand win lose die live stay get resign".split())
_NO_MORE = re.compile(
    r"\b(?:can ?not|can n[o']t|could not|no longer|will not|wo n't|would not) (?:\w+ )?(?:support|back|favou?r|accept|approve|endorse)\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """What a cue says: its words without auxiliaries, their lemmas and forms; ``begin`` is how its content begins, ``plain`` whether
    that has no finite verb."""

    told: list[int]
    lemmas: set[str]
    forms: set[str]
    begin: list[str]
    plain: bool


def look_again(view: Text, kind: PositionKind, cue: Cue, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    """The kind that remains, or the one that the cue with its content, or any clause of the content, shows instead."""
    if kind == "statement":
        kind = _beyond_statement(view, cue, words, actors, quoted=quoted)
    elif kind == "blame" and cue.lemmas & _OWNS_UP:
        return "statement"
    elif kind == "opposition" and cue.lemmas & _LAMENTS and not quoted and not cue.plain:
        # who "laments that they have closed it", not that she has, nor that a storm did
        apart = _is_of_thing(view, words) or _is_of_own_side(view, words, actors, quoted=quoted)
        return "statement" if apart else "blame"
    elif kind == "opposition" and "regret" in cue.lemmas and cue.begin[:1] and cue.begin[0] in lexicon.POSSESSIVES:
        # "regretted his remark" is against nobody
        return "statement"
    elif kind == "support" and _backs_no_more(view, words):
        kind = "opposition"
    if kind == "commitment" and not cue.lemmas & lexicon.COMMITMENT and threatens(view, words):
        return "warning"
    if _is_only_reckoned(kind, cue):
        return "statement"
    if kind in ("warning", "demand") or not (cue.lemmas | cue.forms) & _FEARS:
        return kind
    # who is concerned that a thing is so warns of it
    asks = cue.begin[:1] and cue.begin[0] in _OPEN
    return "statement" if asks or (cue.plain and cue.begin[:1] != ["that"]) else "warning"


def _is_of_thing(view: Text, words: list[int]) -> bool:
    """Tell whether a content says in the active what a thing did: "that the storm had cut the road"."""
    verb = view.main_verb(words)
    subject = view.child(verb, ("nsubj",)) if verb is not None and view.child(verb, ("aux:pass",)) is None else None
    return subject is not None and is_thing(view, subject)


def _is_of_own_side(view: Text, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether a content says what the speaker, or their side, did."""
    verb = view.main_verb(words)
    subject = view.child(verb, ("nsubj",)) if verb is not None else None
    return subject is not None and is_self(view, subject, actors, quoted=quoted)


def _is_only_reckoned(kind: PositionKind, cue: Cue) -> bool:
    """Tell whether somebody only hopes for or reckons with a thing: that promises nothing, warns of nothing and backs nothing."""
    if kind == "commitment":
        return bool(cue.lemmas & (_FORECASTS | _HOPES))
    return (kind == "warning" and bool(cue.lemmas & _HOPES)) or (kind == "support" and "hope" in cue.lemmas)


def _beyond_statement(view: Text, cue: Cue, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    """The kind of what neither its cue nor its main clauses show to be more than a statement."""
    if "claim" in cue.lemmas and not cue.plain and claims_of_others(view, words, actors, quoted=quoted):
        return "blame"
    if cue.lemmas & {"want", "strive"} and _will_see_to(view, cue.told, words):
        return "commitment"
    if cue.lemmas & {"maintain", "insist"} and _knew_nothing(view, words, actors, quoted=quoted):
        return "denial"
    if not cue.lemmas & (_OWNS_UP | _CALMS) and charges_somebody(view, words, actors, quoted=quoted):
        return "blame"
    if lauds_somebody(view, words):
        return "praise"
    kind = kind_by_idiom(view, words)
    if kind == "commitment" and not _is_of_own_side(view, words, actors, quoted=quoted):
        # what others are committed to promises nothing
        kind = None
    return kind or ("warning" if forebodes(view, words) else "statement")


def _will_see_to(view: Text, told: list[int], words: list[int]) -> bool:
    """Tell whether what somebody wants is to do something themselves: "wants to turn the quay into a park", not "wanted to know"."""
    if len(words) < 2 or view.tokens[words[0]].tag != "TO" or view.tokens[words[1]].pos != "VERB":
        return False
    wants = [w for w in told if view.lemma(w) in ("want", "strive")]
    now = any(view.tokens[w].tag in PRESENT and not view.is_negated(w) for w in wants)
    return now and view.lemma(words[1]) not in _NOT_SEEN_TO


def _backs_no_more(view: Text, words: list[int]) -> bool:
    """Tell whether a content says that somebody is not for a thing: "we cannot back it", "she could no longer support it"."""
    return _NO_MORE.search(" ".join(view.low(w) for w in words)) is not None


def _knew_nothing(view: Text, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether somebody says that they did not do or know it: "has always maintained that he did not know where it went"."""
    verb = view.main_verb(words)
    subject = view.subject(verb) if verb is not None else None
    if verb is None or subject is None or not view.is_negated(verb) or {"will", "would"} & set(view.auxiliaries(verb)):
        return False
    return view.low(subject) in lexicon.FIRST_PERSON or is_own(view, subject, actors, quoted=quoted)
