"""What actors say of others and of things: blame, warning, denial, praise, what will be done."""

from __future__ import annotations

from briefing.models import PositionKind
from briefing.nlp import lexicon
from briefing.nlp.asserted import is_of_nobody
from briefing.nlp.charges import SYSTEMS
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.own_side import OPPOSES
from briefing.nlp.perils import comes_of_itself
from briefing.nlp.sides import is_told_apart
from briefing.nlp.syntax import HYPOTHETICAL, WILL, Text

_WORSENS = frozenset(
    """affect lead escalate worsen collapse trigger fail spark cost hurt force ruin kill destroy suffer lose die starve
    bankrupt disrupt aggravate exacerbate devastate cripple paralyse paralyze""".split()
)
_HARMS = frozenset(
    """violate breach defy undermine betray abuse subjugate silence sabotage provoke threaten endanger destabilise destabilize damage
    harm erode jeopardise jeopardize weaken mislead misled obstruct deceive intimidate bully oppress humiliate hinder""".split()
)
#: what one is blamed for where one does it, or leaves it undone
_WRONGS = frozenset(
    """fail refuse ignore neglect falsify conceal cheat steal lie exploit discriminate persecute torture massacre disregard manipulate rig
    loot plunder""".split()
)
#: what is owed to people and things, and whoever leaves it undone is to blame
_DUTIES = frozenset("check inspect consult inform pay repair maintain test warn notify invite".split())
_ILLS = frozenset(
    """attack death killing murder violence crisis war failure collapse crash disaster delay shortage damage loss fire explosion massacre
    abuse accident spill famine deficit error loss flood drought hunger unrest casualty""".split()
)
#: events that are only said to take place: nobody promises by that
_TAKES_PLACE = frozenset("hold open release broadcast bury launch deal resume know".split())
_MENDS = frozenset("solve resolve fix mend disappear recover heal".split())
_TALKS = frozenset("talk discuss negotiate debate".split())
#: predicates that name an offence: whose it is, is to blame
_OFFENCES = frozenset("violation breach abuse contempt negligence genocide massacre discrimination".split())
#: whom one calls so, one blames
_OFFENDERS = frozenset("thief liar criminal murderer traitor thug crook fraudster butcher tyrant bully coward hypocrite racist".split())
_RUNS = frozenset(
    """minister president premier governor mayor chancellor secretary director chairman chairwoman chairperson chair chief executive ceo
    manager commissioner superintendent head spokesman spokeswoman spokesperson official officer""".split()
)
_THINKS = frozenset("think believe expect feel hope suspect guess fear".split())
#: what goes on without anybody's doing
_BY_ITSELF = frozenset(
    """rise fall grow increase decline drop worsen improve suffer be remain struggle decrease spread deteriorate weaken strengthen
    face experience see have need lose die live exist happen occur climb slide rain""".split()
)
_SETS_OUT = frozenset({"begin", "start"})
#: names for whom one is at war with
_FOES = frozenset("enemy aggressor occupier".split())
#: what is not so in the eyes of who is against it: "that is not fair"
_FINE = frozenset("okay ok right fair acceptable justified appropriate sustainable good enough".split())
#: what must not be, whoever does it
_NOT_TO_BE = frozenset("unacceptable unfair unjust impermissible intolerable inadmissible inappropriate illegal unlawful".split())
#: what one is against for being bad, where a deed is somebody's who is to blame for it
_PROPOSED = frozenset(
    "plan proposal bill law idea offer tax deal reform project policy measure motion treaty agreement rule scheme".split()
)
_FINE_TO_DO = frozenset("okay ok right appropriate good".split())
_LIKENS = frozenset({"amount", "akin", "tantamount"})
#: what others say that there is
_CLAIMED = frozenset("truth basis link connection plan intention agreement deal involvement wrongdoing".split())
_CLAUSES = frozenset({"acl", "acl:relcl", "nmod"})
#: what speaks well of whatever it is said of
_LAUDS = frozenset(
    """excellent outstanding remarkable amazing unwavering impressive superb brilliant wonderful triumph gratitude
    commendable exemplary admirable incredible fantastic stellar phenomenal magnificent selfless tireless""".split()
)
#: of which there can be none, so that something is sure: "there can be no doubt"
_SURELY = frozenset("doubt question mistake denying illusion misunderstanding excuse justification argument dispute".split())
_UNTRUE = frozenset("false baseless untrue unfounded groundless fabricated".split())
_LIES = frozenset("lie fabrication fiction invention".split())


def kind_of_others(
    view: Text,
    head: int,
    lemma: str,
    auxiliaries: set[str],
    subject: int | None,
    actors: tuple[Entity, ...],
    *,
    negated: bool,
    quoted: bool,
) -> PositionKind:
    """The kind of what an actor says of somebody or something else."""
    harmful = lemma in _HARMS
    predicate = any(view.tokens[c].relation == "cop" for c in view.children[head]) and not is_of_nobody(view, head)
    # who says that another opposes a thing need not
    named = subject is not None and view.tokens[subject].pos == "PROPN"
    if lemma in OPPOSES - {"refuse", "resist"} and view.tokens[head].pos == "VERB" and not negated and not named:
        return "opposition"
    ahead = bool(auxiliaries & (WILL | HYPOTHETICAL))
    meant = subject is None or view.low(subject) != "you"
    if negated and meant and (harmful or (not ahead and lemma in ("aim", "target", "intend", "true", "correct"))):
        # "the pact would not undermine the peace"
        return "denial"
    if lemma in _UNTRUE or (predicate and not negated and lemma in _LIES):
        return "denial"
    # "could" is "can" in what somebody said there could be none of, and guesses at what could have been
    can = bool(auxiliaries & {"can", "could"}) and not auxiliaries & ((WILL | HYPOTHETICAL | {"have"}) - {"could"})
    if _is_none(view, head, subject, ahead=ahead and not can):
        return "opposition" if can else "denial"
    if can and _can_be_none(view, head, subject):
        return "opposition"
    if lemma == "reserve" and not negated and any(view.lemma(c) == "right" for c in view.children[head]):
        return "warning"
    if negated and auxiliaries & WILL and lemma in _MENDS and not own_deed(view, subject):
        # "the problems will not be solved overnight"
        return "warning"
    if _is_off_the_table(view, head, lemma, subject, negated=negated):
        return "opposition"
    if _is_wrong(view, head, lemma, auxiliaries, subject, negated=negated):
        return "blame"
    if harmful and auxiliaries & HYPOTHETICAL and not negated:
        return "warning"
    if harmful and not negated and subject is not None and view.low(subject) not in ("it", "this", "that"):
        return "blame"
    there = subject if subject is not None else view.child(head, ("obj",))
    if there is not None and not negated and auxiliaries & HYPOTHETICAL and view.child(head, ("expl",)) is not None:
        # "there could be losses"
        return "warning" if view.lemma(there) in _ILLS else "statement"
    if lemma == "stake" and any(view.low(c) == "at" for c in view.children[head]):
        return "warning"
    if not negated and any(view.lemma(w) in _WORSENS and _foretells(view, w) for w in (head, *_joined(view, head))):
        return "warning"
    only = any(view.low(c) in ("only", "just") for c in view.children[head])
    proposed = subject is not None and view.lemma(subject) in _PROPOSED
    if predicate and negated and not only and lemma in _FINE and not auxiliaries & (HYPOTHETICAL | WILL):
        return "blame" if lemma in _FINE_TO_DO and not proposed else "opposition"
    if predicate and not negated and lemma in _OFFENCES and not auxiliaries & HYPOTHETICAL:
        return "blame"
    if predicate and not negated and lemma in _OFFENDERS and subject is not None and not auxiliaries & HYPOTHETICAL:
        return "blame"
    if predicate and not negated and lemma in lexicon.BAD:
        acting = subject is not None and (view.low(subject) in ("he", "she", "they", "you") or _acts(view, subject))
        opposed = proposed or lemma in _NOT_TO_BE or bool(auxiliaries & (HYPOTHETICAL | WILL))
        return "blame" if acting or (lemma != "dangerous" and not opposed) else "warning" if lemma == "dangerous" else "opposition"
    if predicate and not negated and lemma in lexicon.GOOD and view.tokens[head].tag != "JJR" and not auxiliaries & HYPOTHETICAL:
        return "praise"
    if not negated and not ahead and any(view.low(w) in _LAUDS for w in view.subtree(head, without=_CLAUSES)):
        return "praise"
    if not negated and _manages(actors) and _will_act(view, head, lemma, auxiliaries, subject):
        return "commitment"
    if lemma == "continue" and _goes_on(view, head, auxiliaries, subject, negated=negated):
        return "commitment"
    if (
        "be" in auxiliaries
        and "have" not in auxiliaries
        and auxiliaries & (WILL | {"would"})
        and not (negated or quoted)
        and _is_done(view, head, lemma)
        and _decides(actors)
    ):
        return "commitment"
    return "statement"


def _will_act(view: Text, head: int, lemma: str, auxiliaries: set[str], subject: int | None) -> bool:
    """Tell whether a clause says what a body will do: "the authority will check the data", not "we believe that the court will find"."""
    token = view.tokens[head]
    if subject is None or not auxiliaries & WILL or token.pos != "VERB" or lemma in _BY_ITSELF | {"benefit", "go", "win"}:
        return False
    if token.relation == "acl:relcl" or (token.relation == "ccomp" and view.lemma(token.head) in _THINKS):
        return False
    body = view.tokens[subject].pos == "NOUN" and view.lemma(subject) in lexicon.BODY_NOUNS and not is_told_apart(view, subject)
    # "will begin to clear the ruins"
    done = view.child(head, ("xcomp",)) if lemma in _SETS_OUT and view.child(head, ("obj",)) is None else head
    return body and subject < head and done is not None and view.child(done, ("obj",)) is not None


def _goes_on(view: Text, head: int, auxiliaries: set[str], subject: int | None, *, negated: bool) -> bool:
    """Tell whether a clause says that something will go on, other than the work of a body with a name of its own."""
    if negated or subject is None or not auxiliaries & (WILL | {"would"}) or "have" in auxiliaries:
        return False
    token, done = view.tokens[subject], view.child(head, ("xcomp",))
    land = token.text in view.nations.names
    if done is not None and view.lemma(done) in _BY_ITSELF:
        return False
    if done is not None and view.child(done, ("aux:pass",)) is None and not (land or _acts(view, subject)):
        # "the works will continue" is somebody's doing, "the moves will continue to dampen prices" what comes of them
        return False
    return token.pos == "NOUN" or land


def _is_none(view: Text, head: int, subject: int | None, *, ahead: bool) -> bool:
    """Tell whether a clause says that there is or was no such thing: "there was no such agreement", "there is no truth in it"."""
    # a parse may take what there is for the object
    noun = subject if subject is not None else view.child(head, ("obj",))
    if ahead or noun is None or view.child(head, ("expl",)) is None:
        return False
    told = {view.low(c) for c in view.subtree(noun) if c < noun}
    return "no" in told and ("such" in told or view.lemma(noun) in _CLAIMED)


def _can_be_none(view: Text, head: int, subject: int | None) -> bool:
    """Tell whether a clause says that there can be no such thing, which its holder is against: "there can be no truce"."""
    noun = subject if subject is not None else view.child(head, ("obj",))
    if noun is None or view.child(head, ("expl",)) is None or view.lemma(noun) in _SURELY:
        return False
    return any(view.low(c) == "no" for c in view.children[noun])


def own_deed(view: Text, subject: int | None) -> bool:
    """Tell whether a subject is the first person."""
    return subject is not None and view.low(subject) in lexicon.FIRST_PERSON


def _is_off_the_table(view: Text, head: int, lemma: str, subject: int | None, *, negated: bool) -> bool:
    """Tell whether nothing is to be talked of: "there is nothing to discuss", "independence is not on the table"."""
    if subject is not None and view.low(subject) == "nothing" and view.child(head, ("expl",)) is not None:
        return any(view.lemma(c) in _TALKS for w in (subject, head) for c in view.children[w])
    cases = {view.low(c) for c in view.children[head] if view.tokens[c].relation == "case"}
    return lemma == "table" and (("on" in cases and negated) or ("off" in cases and not negated))


def _is_wrong(view: Text, head: int, lemma: str, auxiliaries: set[str], subject: int | None, *, negated: bool) -> bool:
    """Tell whether a clause says what somebody is to blame for: that they failed to, had been warned, that it amounts to theft."""
    if subject is not None and not negated and any(view.lemma(w) in _FOES for w in view.subtree(subject, without=_CLAUSES)):
        return True
    if lemma in _LIKENS:
        likened = [c for c in view.children[head] if view.tokens[c].relation in ("obl", "nmod")]
        return any(view.lemma(w) in lexicon.BAD for c in likened for w in view.subtree(c))
    if _is_guilty(view, head, lemma, negated=negated):
        return True
    if negated and "have" in auxiliaries and lemma in _DUTIES and view.child(head, ("aux:pass",)) is not None:
        # "had not been inspected since last year"
        return True
    if subject is None or negated or auxiliaries & (HYPOTHETICAL | WILL):
        return False
    passive = view.tokens[subject].relation == "nsubj:pass" or view.child(head, ("aux:pass",)) is not None
    if lemma == "warn":
        return passive and "have" in auxiliaries
    token = view.tokens[subject]
    acting = token.text.lower() in ("he", "she", "they", "you") or token.pos == "PROPN" or _acts(view, subject)
    acting = acting or view.lemma(subject) in SYSTEMS
    done = [w for w in (head, *_joined(view, head)) if view.tokens[w].tag in ("VBD", "VBN", "VBZ", "VBP", "VBG")]
    return acting and not passive and any(view.lemma(w) in _WRONGS and not view.is_negated(w) for w in done)


def _is_guilty(view: Text, head: int, lemma: str, *, negated: bool) -> bool:
    """Tell whether somebody is said to be guilty, suspected of something, to blame, or responsible for what is bad."""
    if negated or view.child(head, ("cop", "aux:pass")) is None:
        return False
    cause = [c for c in view.children[head] if view.tokens[c].relation in ("obl", "nmod", "advcl", "ccomp", "xcomp")]
    marks = {view.low(g) for c in cause for g in view.children[c] if view.tokens[g].relation in ("case", "mark")}
    if lemma in ("guilty", "complicit", "culpable") or (lemma in ("suspect", "accuse", "convict") and "of" in marks):
        return True
    if lemma == "blame":
        return any(view.tokens[c].tag == "TO" for c in view.children[head])
    return lemma == "responsible" and any(view.lemma(w) in _ILLS for c in cause for w in view.subtree(c))


def _joined(view: Text, head: int) -> list[int]:
    """The verbs that share the subject of another: "would add to the price and could force it to close"."""
    return [c for c in view.children[head] if view.tokens[c].relation == "conj" and view.child(c, ("nsubj", "nsubj:pass")) is None]


def _foretells(view: Text, verb: int) -> bool:
    """Tell whether a clause is about what will or would be; what something would cost in money warns of nothing."""
    price = view.lemma(verb) == "cost" and any(view.tokens[w].tag in ("CD", "$") for w in view.subtree(verb) if w > verb)
    return not price and bool(set(view.auxiliaries(verb)) & (HYPOTHETICAL | WILL))


def _acts(view: Text, subject: int) -> bool:
    return view.lemma(subject) in lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS


def _is_done(view: Text, head: int, lemma: str) -> bool:
    """Tell whether a passive without an agent and without a condition says what will be done, and not only what will take place."""
    tokens = view.tokens
    if lemma in _TAKES_PLACE or comes_of_itself(view, head):
        return False
    bound = any(
        tokens[c].relation == "advcl" and any(view.lemma(g) in ("if", "once", "when") for g in view.children[c])
        for c in view.children[head]
    )
    # a parse may take the subject of "would be abolished" for one in the active
    passive = view.child(head, ("nsubj:pass",)) is not None or (tokens[head].tag == "VBN" and view.child(head, ("aux:pass",)) is not None)
    return passive and view.child(head, ("obl:agent",)) is None and not bound


def _manages(actors: tuple[Entity, ...]) -> bool:
    """Tell whether a body speaks, or one who runs one."""
    return any(a.kind in ("organization", "country") or _RUNS & set(fold(a.role or "").split()) for a in actors)


def _decides(actors: tuple[Entity, ...]) -> bool:
    """Tell whether it is an actor's to decide: a body, a country, or one who holds an office."""
    return any(a.kind in ("organization", "country") or a.role for a in actors)
