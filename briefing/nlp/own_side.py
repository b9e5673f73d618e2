"""What actors say of themselves, of those they speak for and of their own side: promises, refusals, denials, stands."""

from __future__ import annotations

from typing import Literal

from briefing.models import PositionKind
from briefing.nlp import lexicon
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import HYPOTHETICAL, PRESENT, WILL, Text
from briefing.nlp.unnamed import is_people

OPPOSES = frozenset("oppose object reject condemn denounce deplore disagree resist refuse".split())
_HAS = frozenset("have raise express voice lodge provide list share file register hold".split())
_DECIDES = frozenset("commit pledge promise vow determine decide resolve agree go plan intend".split())
#: what one does who is about to do something, as long as one does
_STRIVES = frozenset("seek aim strive".split())
PRAISES = frozenset("thank congratulate commend applaud praise salute grateful proud thankful appreciative".split())
#: what one feels who thinks well of what others do
_PLEASED = frozenset("happy glad pleased delighted thrilled heartened".split())
#: what one wishes or would like to express who thanks
_THANKS = frozenset("thanks gratitude appreciation admiration congratulation".split())
#: what one who "will not" do it refuses
_ACCEPTS = frozenset("accept sign support agree back recognise recognize tolerate negotiate talk bargain approve endorse".split())
#: what one is not who denies a tie
_BOUND = frozenset("control own involve link connect fund finance pay influence affect direct motivate bind force".split())
#: what one "does not" do who is against a thing
_TURNS_AWAY = frozenset("accept agree recognise recognize tolerate negotiate bargain approve endorse condone".split())
#: what one is accused of, and denies
_MISDEEDS = frozenset(
    """break violate breach know do commit order steal kill lie cheat mislead target plan interfere use fire attack betray abuse
    touch cause hide pay take""".split()
)
#: not done by will: what "will" only foretells
STATES = frozenset("be have see know need find feel remember forget miss wonder".split())
#: what one has not who denies a thing
_NO_PART = frozenset("plan plans intention knowledge role part involvement hand link links connection".split())
_NO_HARM = frozenset("impact effect problem problems shortage".split())
#: what one remains who goes on with a thing
_RESOLVED = frozenset("committed determined ready resolved dedicated engaged".split())
_AHEAD = frozenset("ahead forward through on to".split())
SAYS_ON = frozenset("tell say admit remind explain repeat add".split())
_ASKS = frozenset("urge demand call ask appeal press insist request".split())


def kind_of_own(
    view: Text, head: int, lemma: str, auxiliaries: set[str], subject_form: str, *, negated: bool, quoted: bool
) -> PositionKind | None:
    """The kind of what an actor says of themselves, of those they speak for or of their own side."""
    objects = _objects(view, head)
    if (lemma == "refuse" and negated) or (
        lemma in ("agree", "consider", "accept") and auxiliaries & {"might", "could", "may"} and not negated
    ):
        return "offer"
    if lemma == "warn" and "have" in auxiliaries:
        return "blame"
    if (
        lemma in OPPOSES
        or (lemma in _HAS and objects & lexicon.COMPLAINT and not _has_none(view, head))
        or (lemma == "vote" and "against" in _below(view, head))
    ):
        return "support" if negated and lemma in ("oppose", "object", "reject") else "opposition"
    if auxiliaries & {"must", "should", "ought", "need"} and subject_form not in lexicon.FIRST_PERSON:
        return "demand"
    needs = lemma == "need" and (_takes_infinitive(view, head) or view.child(head, ("obj",)) is not None)
    if needs and subject_form not in lexicon.FIRST_PERSON and not negated and not auxiliaries:
        # "Norland needs to change its ways" says who is of it
        return "demand"
    if lemma in SAYS_ON or (lemma == "give" and "example" in objects):
        # "I will tell you" promises nothing
        return None
    own_words = quoted and quotation_at(view.text, view.tokens[head].start) is not None
    foretold = bool(auxiliaries & WILL) or ("would" in auxiliaries and "have" not in auxiliaries and not own_words)
    if lemma == "go" and not foretold and any(view.lemma(c) in STATES for c in view.children[head] if view.tokens[c].relation == "xcomp"):
        # "now we are going to see how it goes" promises nothing
        return None
    if lemma == "go" and head + 1 < len(view.tokens) and view.low(head + 1) == "down":
        # to "go down in history" is nobody's promise
        return None
    if not auxiliaries & WILL and _below(view, head) & {"without", "otherwise"}:
        # "without the fund she would still be queueing"
        return None
    if foretold and lemma not in STATES | {"like"} and view.tokens[head].pos == "VERB":
        if negated and view.child(head, ("aux:pass",)) is not None:
            # who "will not be blackmailed" turns it away
            return "opposition"
        return "opposition" if negated and lemma in _ACCEPTS else "commitment"
    if lemma in _STRIVES and _takes_infinitive(view, head) and (view.tokens[head].tag in PRESENT or foretold):
        return "commitment" if not negated else None
    past = own_words and view.tokens[head].tag == "VBD"
    if negated and lemma == "go" and any(view.lemma(c) in _ACCEPTS for c in view.children[head]):
        # "we are not going to sign it"
        return "opposition"
    if past and lemma in ("decide", "resolve", "plan"):
        # "when I was young I decided to cook" tells what was
        return None
    if (lemma in _DECIDES and _takes_infinitive(view, head)) or lemma in ("decide", "resolve", "vow", "pledge", "commit", "determined"):
        return "commitment" if not negated else None
    if lemma in ("continue", "keep") and any(
        view.lemma(c) in _ASKS for c in view.children[head] if view.tokens[c].relation in ("xcomp", "ccomp")
    ):
        return "demand"
    goes_on = lemma in ("continue", "keep") and _takes_infinitive(view, head) and "have" not in auxiliaries
    if goes_on and not past and not any(view.lemma(c) in STATES | {"live", "enjoy"} for c in view.children[head]):
        # "I continued to pray" is past, "they continue to have guests" tells how things are
        return "commitment"
    if lemma == "remain":
        return "commitment" if _below(view, head) & _RESOLVED else None
    was = any(view.low(c) in ("was", "were", "been") for c in view.children[head])
    acts = view.child(head, ("nsubj", "aux")) is not None
    if own_words and view.tokens[head].tag == "VBG" and (lemma == "work" or (lemma == "go" and not _below(view, head) & _AHEAD)):
        # "we are working on the story" tells what one does, "we are going to the harbour" where one goes
        return None
    if view.tokens[head].tag == "VBG" and acts and not was and lemma in ("go", "move", "press", "proceed", "push", "work", "prepare"):
        return "opposition" if negated and _below(view, head) & _ACCEPTS else "commitment"
    if negated and lemma in _TURNS_AWAY and auxiliaries & {"do", "can"} and view.tokens[head].tag == "VB" and not past:
        # "we do not negotiate with kidnappers"
        return "opposition"
    if lemma == "unaware" and not negated:
        return "denial"
    if _is_innocent(view, head, lemma, auxiliaries, negated=negated) or _is_not_so(view, head, lemma, auxiliaries, negated=negated):
        return "denial"
    if lemma in ("support", "welcome", "back", "endorse", "favour", "favor"):
        if lemma == "welcome" and any(is_people(view.tokens[c].text) for c in view.children[head] if view.tokens[c].relation == "obj"):
            # "the islands have welcomed a million tourists"
            return None
        return "opposition" if negated else "support"
    if lemma in PRAISES or (lemma == "appreciate" and not negated) or _gives_thanks(view, head, lemma, objects):
        return "praise"
    if lemma in _PLEASED | {"please", "delight", "thrill", "hearten"} and not negated and _is_about_others(view, head):
        return "praise"
    if (stand := _stands(view, head)) is not None:
        return stand if not negated else "support" if stand == "opposition" else "opposition"
    if lemma in ("request", "demand") and not negated and view.child(head, ("ccomp",)) is not None:
        return "demand"
    if lemma in ("urge", "demand", "call", "ask", "want") and not negated:
        told = ("obj", "iobj") if lemma == "want" else ("obj", "iobj", "obl", "nmod")
        if lemma == "ask" and any(view.lemma(c) == "question" for c in view.children[head]):
            return None
        if past:
            # "one day I asked my husband" is a tale
            return None
        addressed = any(view.tokens[c].relation in told for c in view.children[head])
        # whom one urges may stand as a second subject in the tree: "I urge the council to buy it"
        addressed = addressed or any(view.tokens[c].relation == "nsubj" and c > head for c in view.children[head])
        addressed = addressed or (head + 1 < len(view.tokens) and view.tokens[head + 1].tag == "PRP")
        addressed = addressed or any(
            view.tokens[c].relation == "xcomp" and view.lemma(c) == "see" and view.tokens[min(c + 1, len(view.tokens) - 1)].tag != "PRP"
            for c in view.children[head]
        )
        return "demand" if addressed else None
    return None


def _gives_thanks(view: Text, head: int, lemma: str, objects: set[str]) -> bool:
    """Tell whether one thanks by saying that one would: "I would like to thank", "we wish to express our gratitude"."""
    if lemma in ("express", "extend", "convey", "offer"):
        return bool(objects & _THANKS)
    wished = [c for c in view.children[head] if view.tokens[c].relation in ("xcomp", "ccomp", "advcl", "acl")]
    if lemma not in ("like", "want", "wish", "take"):
        return False
    return any(view.lemma(c) in PRAISES or _gives_thanks(view, c, view.lemma(c), _objects(view, c)) for c in wished)


def _is_about_others(view: Text, head: int) -> bool:
    """Tell whether what one feels is about something: "very happy that the road is open", "pleased with the talks", not "happy to go"."""
    if view.child(head, ("cop", "aux:pass", "aux")) is None:
        return False
    about = [c for c in view.children[head] if c > head and view.tokens[c].relation in ("ccomp", "advcl", "obl", "obl:agent", "xcomp")]
    if any(view.tokens[g].relation == "nmod:poss" and view.low(g) in lexicon.OWNERS for c in about for g in view.children[c]):
        # "pleased with our results"
        return False
    marks = {view.low(g) for c in about for g in view.children[c] if view.tokens[g].relation in ("mark", "case")}
    to_have = any(view.lemma(c) == "have" for c in about if view.tokens[c].relation == "xcomp")
    return to_have or bool(marks & {"that", "about", "with", "by", "at"})


def _objects(view: Text, head: int) -> set[str]:
    return {view.lemma(g) for c in view.children[head] if view.tokens[c].relation in ("obj", "obl") for g in view.conjuncts(c)}


def _stands(view: Text, head: int) -> Literal["support", "opposition"] | None:
    """Which side a predicate takes: "we are against a narrow government", "we are in favour of it", "she is opposed to"."""
    if view.child(head, ("cop", "aux:pass")) is None:
        return None
    cases = {view.low(c) for c in view.children[head] if view.tokens[c].relation == "case"}
    if "against" in cases or view.low(head) == "opposed":
        return "opposition"
    return "support" if "in" in cases and view.lemma(head) in ("favour", "favor") else None


def _has_none(view: Text, head: int) -> bool:
    """Tell whether a verb has "no" before its object: "had no objection"."""
    objects = [c for c in view.children[head] if view.tokens[c].relation == "obj"]
    return any(view.low(g) == "no" for c in objects for g in view.children[c])


def _is_innocent(view: Text, head: int, lemma: str, auxiliaries: set[str], *, negated: bool) -> bool:
    """Tell whether a clause says that one has not done it: "has broken no law", "did not know", "had no plans to"."""
    nothing = any(view.tokens[c].relation == "obj" and any(view.low(g) == "no" for g in view.children[c]) for c in view.children[head])
    if lemma in ("have", "face", "see") and nothing:
        return bool(_below(view, head) & (_NO_PART if lemma == "have" else _NO_HARM))
    if lemma == "know" and any(view.tokens[g].tag in ("WRB", "WP", "WDT") for c in view.children[head] for g in (c, *view.children[c])):
        # "we do not know how it began"
        return False
    if lemma == "know" and any(view.low(c) == "before" for c in view.children[head]):
        # "I didn't know about it before" tells of what is new
        return False
    if view.child(head, ("aux:pass",)) is not None and lemma != "order":
        # "they have not been paid"
        return False
    past = view.tokens[head].tag in ("VBD", "VBN") or "do" in auxiliaries or "have" in auxiliaries
    return past and (negated or nothing) and lemma in _MISDEEDS


def _is_not_so(view: Text, head: int, lemma: str, auxiliaries: set[str], *, negated: bool) -> bool:
    """Tell whether a body or person says what they are not made to be by others: "it was not controlled by the state"."""
    if not negated or view.child(head, ("aux:pass",)) is None or auxiliaries & (WILL | HYPOTHETICAL):
        return False
    # who "has not been paid" denies nothing, who "was not paid by the firm" may
    return lemma in _BOUND and (lemma != "pay" or bool(_below(view, head) & {"by", "to"}))


def _below(view: Text, head: int) -> set[str]:
    return {view.low(w) for w in view.subtree(head)}


def _takes_infinitive(view: Text, verb: int) -> bool:
    found = (c for c in view.children[verb] if view.tokens[c].relation in ("xcomp", "ccomp"))
    # a parse may take "plan to sue" for a whole clause
    return any(view.tokens[c].relation == "xcomp" or view.tokens[verb + 1].tag == "TO" for c in found)
