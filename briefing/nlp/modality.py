"""What the words of a content themselves do: demand, promise, refuse, warn, deny, offer, praise, or only state."""

from __future__ import annotations

from typing import Literal

from briefing.models import PositionKind
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.nations import load_nations
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import Text

_OBLIGES = frozenset({"must", "should", "shall", "ought"})
_URGENT = frozenset({"imperative", "essential", "urgent", "crucial", "vital", "necessary", "time"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_OWN = frozenset({"i", "we"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "may"})
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my"})
_SIDES = frozenset(
    "government union party ministry administration company committee congress country nation side team group coalition bloc".split()
)
_OPPOSES = frozenset("oppose object reject condemn denounce deplore disagree resist refuse".split())
_HAS = frozenset("have raise express voice lodge provide list share file register hold".split())
_DECIDES = frozenset("commit pledge promise vow determine decide resolve agree go plan intend".split())
_PRAISES = frozenset("thank congratulate commend applaud praise salute grateful proud".split())
#: what one who "will not" do it refuses
_ACCEPTS = frozenset("accept sign support agree back recognise recognize tolerate negotiate talk bargain approve endorse".split())
#: what one is accused of, and denies
_MISDEEDS = frozenset(
    """break violate breach know do commit order steal kill lie cheat mislead target plan interfere use fire attack betray abuse
    touch cause hide pay take""".split()
)
#: not done by will: what "will" only foretells
_STATES = frozenset("be have see know need find feel".split())
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
#: those whom one speaks for: "his men", "her members"
_FOLLOWERS = frozenset("member man people force troop soldier worker supporter fighter side".split())
_ASKS = frozenset("urge demand call ask appeal press insist request".split())
_THINGS = frozenset({"it", "this", "that", "which"})
_RESULTS = frozenset("help improve make allow enable lead bring reduce ease boost lower increase mean take last suffice prove give".split())
#: imperatives that ask for no more than attention
_CALLS_TO_SEE = frozenset({"look", "imagine", "listen", "see"})
_LIKENS = frozenset({"amount", "akin", "tantamount"})
_UNTRUE = frozenset("false baseless untrue unfounded groundless fabricated".split())


def kind_by_content(view: Text, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    """The kind that a content shows: of its first sentence that is more than a statement, where a demand goes before the rest."""
    for sentence in sorted({view.tokens[w].sentence for w in words}):
        inside = [w for w in words if view.tokens[w].sentence == sentence]
        kinds = [_by_clause(view, head, inside, actors, quoted=quoted) for head in _clause_heads(view, inside)]
        found = [k for k in kinds if k != "statement"]
        if found:
            return "demand" if "demand" in found else found[0]
    return "statement"


def _clause_heads(view: Text, words: list[int]) -> list[int]:
    """The main verb of a sentence, then those of the clauses that stand beside it with a subject of their own."""
    first = view.main_verb(words)
    if first is None:
        return []
    beside = [
        w
        for w in words
        if w != first and view.tokens[w].relation in ("conj", "parataxis", "root") and view.child(w, ("nsubj", "nsubj:pass")) is not None
    ]
    return [first, *beside]


def _by_clause(view: Text, head: int, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    forms = [view.tokens[w].text.lower() for w in words]
    marks = {view.lemma(c) for c in view.children[head] if view.tokens[c].relation == "mark"}
    if marks & {"whether", "if"} or forms[0] == "whether":
        return "statement"
    subject = view.subject(head)
    subject_form = view.tokens[subject].text.lower() if subject is not None else ""
    # a question asked before may lend its "should" to the answer
    around = [c for c in view.children[head] if c >= words[0]]
    auxiliaries = {view.lemma(c) for c in around if view.tokens[c].relation in ("aux", "aux:pass", "cop")}
    auxiliaries |= {view.tokens[c].text.lower() for c in around if view.tokens[c].tag == "MD"}
    if forms[0] in _OWN and forms[1:2] and forms[1] in ("am", "are", "'m", "’m", "'re", "’re") and "against" in forms[2:4]:
        return "opposition"
    own = subject_form in _OWN or (subject is not None and _is_own(view, subject, actors, quoted=quoted))
    lemma = view.lemma(head)
    negated = view.is_negated(head)
    if _obliges(view, head, lemma, auxiliaries, subject_form, quoted=quoted) and not own:
        return "demand"
    if "unless" in forms and auxiliaries & (_WILL | _HYPOTHETICAL):
        return "warning"
    if own:
        kind = _of_own(view, head, lemma, auxiliaries, subject_form, negated=negated, quoted=quoted)
        if kind is not None:
            return kind
    if forms[:2] in (["let", "'s"], ["let", "’s"], ["let", "us"], ["how", "about"]) or forms[:2] == ["why", "do"]:
        return "offer"
    if _is_ready(view, head, lemma, subject, auxiliaries, own=own) and not negated:
        return "offer"
    minds = lemma == "look" and any(view.tokens[c].text.lower() == "out" for c in view.children[head])
    if forms[0] in ("let", "please") or (view.tokens[words[0]].tag == "VB" and words[0] == head and (minds or lemma not in _CALLS_TO_SEE)):
        return "praise" if lemma in _PRAISES else "demand"
    return _of_others(view, head, lemma, auxiliaries, subject, actors, negated=negated)


def _obliges(view: Text, head: int, lemma: str, auxiliaries: set[str], subject_form: str, *, quoted: bool) -> bool:
    """Tell whether a clause says what must be: "must", "should", "has to", "needs to", "it is urgent that"; not "must have been"."""
    if auxiliaries & _OBLIGES:
        # "it should help" only expects
        return "have" not in auxiliaries and not (subject_form in _THINGS and lemma in _RESULTS)
    following = view.tokens[head + 1] if head + 1 < len(view.tokens) else None
    if lemma in ("need", "have") and following is not None and following.tag == "TO":
        # "will have to pay" foretells, "no need to sell" asks nothing
        # and "had to sell" in one's own words is past
        past = (quoted and view.tokens[head].tag == "VBD") or "have" in auxiliaries
        return not auxiliaries & (_WILL | _HYPOTHETICAL) and not view.is_negated(head) and not past
    if lemma == "time" and any(view.tokens[c].relation in ("nmod:poss", "amod") for c in view.children[head]):
        return False
    # "was crucial in founding it" asks nothing
    asks = any(view.tokens[c].relation in ("ccomp", "csubj", "xcomp") and view.tokens[c].tag != "VBG" for c in view.children[head])
    return lemma in _URGENT and asks and subject_form in ("it", "") and view.child(head, ("cop",)) is not None


def _is_ready(view: Text, head: int, lemma: str, subject: int | None, auxiliaries: set[str], *, own: bool) -> bool:
    """Tell whether somebody is ready, willing, prepared or open to do something."""
    if lemma not in ("ready", "willing", "prepared", "prepare", "open") or not auxiliaries & {"be"} or subject is None:
        return False
    if view.tokens[head].pos == "VERB" and view.tokens[head].tag != "VBN":
        return False
    # "few visitors are willing" offers nothing
    return own or view.tokens[subject].pos in ("PRON", "PROPN") or view.lemma(subject) in lexicon.BODY_NOUNS


def _of_own(
    view: Text, head: int, lemma: str, auxiliaries: set[str], subject_form: str, *, negated: bool, quoted: bool
) -> PositionKind | None:
    """The kind of what an actor says of themselves, of those they speak for or of their own side."""
    objects = {view.lemma(g) for c in view.children[head] if view.tokens[c].relation in ("obj", "obl") for g in view.conjuncts(c)}
    if (lemma == "refuse" and negated) or (
        lemma in ("agree", "consider", "accept") and auxiliaries & {"might", "could", "may"} and not negated
    ):
        return "offer"
    if lemma == "warn" and "have" in auxiliaries:
        return "blame"
    if (
        lemma in _OPPOSES
        or (lemma in _HAS and objects & lexicon.COMPLAINT and not _has_none(view, head))
        or (lemma == "vote" and "against" in _below(view, head))
    ):
        return "support" if negated and lemma in ("oppose", "object", "reject") else "opposition"
    if auxiliaries & {"must", "should", "ought", "need"} and subject_form not in _OWN:
        return "demand"
    foretold = bool(auxiliaries & _WILL) or ("would" in auxiliaries and "have" not in auxiliaries and not quoted)
    if lemma == "go" and head + 1 < len(view.tokens) and view.tokens[head + 1].text.lower() == "down":
        # to "go down in history" is nobody's promise
        return None
    if foretold and lemma not in _STATES | {"like"} and view.tokens[head].pos == "VERB":
        if negated and view.child(head, ("aux:pass",)) is not None:
            # who "will not be blackmailed" turns it away
            return "opposition"
        return "opposition" if negated and lemma in _ACCEPTS else "commitment"
    if (lemma in _DECIDES and _takes_infinitive(view, head)) or lemma in ("decide", "resolve", "vow", "pledge", "commit", "determined"):
        return "commitment" if not negated else None
    if lemma in ("continue", "keep") and any(
        view.lemma(c) in _ASKS for c in view.children[head] if view.tokens[c].relation in ("xcomp", "ccomp")
    ):
        return "demand"
    if lemma in ("continue", "keep", "remain") and (_takes_infinitive(view, head) or lemma == "remain"):
        return "commitment"
    was = any(view.tokens[c].text.lower() in ("was", "were") for c in view.children[head])
    if view.tokens[head].tag == "VBG" and not was and lemma in ("go", "move", "press", "proceed", "push", "work", "prepare"):
        return "opposition" if negated and _below(view, head) & _ACCEPTS else "commitment"
    if _is_innocent(view, head, lemma, auxiliaries, negated=negated):
        return "denial"
    if lemma in ("support", "welcome", "back", "endorse", "favour", "favor"):
        return "opposition" if negated else "support"
    if lemma in _PRAISES:
        return "praise"
    if (stand := _stands(view, head)) is not None:
        return stand if not negated else "support" if stand == "opposition" else "opposition"
    if lemma in ("request", "demand") and not negated and view.child(head, ("ccomp",)) is not None:
        return "demand"
    if lemma in ("urge", "demand", "call", "ask", "want") and not negated:
        told = ("obj", "iobj") if lemma == "want" else ("obj", "iobj", "obl", "nmod")
        if lemma == "ask" and any(view.lemma(c) == "question" for c in view.children[head]):
            return None
        addressed = any(view.tokens[c].relation in told for c in view.children[head])
        addressed = addressed or (head + 1 < len(view.tokens) and view.tokens[head + 1].tag == "PRP")
        addressed = addressed or any(view.tokens[c].relation == "xcomp" and view.lemma(c) == "see" for c in view.children[head])
        return "demand" if addressed else None
    return None


def _stands(view: Text, head: int) -> Literal["support", "opposition"] | None:
    """Which side a predicate takes: "we are against a narrow government", "we are in favour of it", "she is opposed to"."""
    if view.child(head, ("cop", "aux:pass")) is None:
        return None
    cases = {view.tokens[c].text.lower() for c in view.children[head] if view.tokens[c].relation == "case"}
    if "against" in cases or view.tokens[head].text.lower() == "opposed":
        return "opposition"
    return "support" if "in" in cases and view.lemma(head) in ("favour", "favor") else None


def _has_none(view: Text, head: int) -> bool:
    """Tell whether a verb has "no" before its object: "had no objection"."""
    objects = [c for c in view.children[head] if view.tokens[c].relation == "obj"]
    return any(view.tokens[g].text.lower() == "no" for c in objects for g in view.children[c])


def _is_innocent(view: Text, head: int, lemma: str, auxiliaries: set[str], *, negated: bool) -> bool:
    """Tell whether a clause says that one has not done it: "has broken no law", "did not know", "had no plans to"."""
    nothing = any(
        view.tokens[c].relation == "obj" and any(view.tokens[g].text.lower() == "no" for g in view.children[c]) for c in view.children[head]
    )
    if lemma == "have" and nothing:
        return bool(_below(view, head) & {"plan", "plans", "intention", "knowledge", "role", "part"})
    if lemma == "know" and any(view.tokens[g].tag in ("WRB", "WP", "WDT") for c in view.children[head] for g in (c, *view.children[c])):
        # "we do not know how it began"
        return False
    if lemma == "know" and any(view.tokens[c].text.lower() == "before" for c in view.children[head]):
        # "I didn't know about it before" tells of what is new
        return False
    past = view.tokens[head].tag in ("VBD", "VBN") or "do" in auxiliaries or "have" in auxiliaries
    return past and (negated or nothing) and lemma in _MISDEEDS


def _of_others(
    view: Text, head: int, lemma: str, auxiliaries: set[str], subject: int | None, actors: tuple[Entity, ...], *, negated: bool
) -> PositionKind:
    """The kind of what an actor says of somebody or something else."""
    harmful = lemma in _HARMS
    predicate = any(view.tokens[c].relation == "cop" for c in view.children[head])
    if lemma in _OPPOSES - {"refuse", "resist"} and view.tokens[head].pos == "VERB" and not negated:
        return "opposition"
    ahead = bool(auxiliaries & (_WILL | _HYPOTHETICAL))
    if negated and not ahead and (harmful or lemma in ("aim", "target", "intend", "true", "correct")):
        return "denial"
    if lemma in _UNTRUE:
        return "denial"
    if _is_wrong(view, head, lemma, auxiliaries, subject, negated=negated):
        return "blame"
    if harmful and auxiliaries & _HYPOTHETICAL and not negated:
        return "warning"
    if harmful and not negated and subject is not None and view.tokens[subject].text.lower() not in ("it", "this", "that"):
        return "blame"
    if not negated and any(view.lemma(w) in _WORSENS and _foretells(view, w) for w in (head, *_joined(view, head))):
        return "warning"
    if predicate and not negated and lemma in lexicon.BAD:
        acting = subject is not None and (view.tokens[subject].text.lower() in ("he", "she", "they", "you") or _acts(view, subject))
        return "blame" if acting else "opposition"
    if predicate and not negated and lemma in lexicon.GOOD and view.tokens[head].tag != "JJR" and not auxiliaries & _HYPOTHETICAL:
        return "praise"
    if "be" in auxiliaries and auxiliaries & (_WILL | {"would"}) and not negated and _is_done(view, head) and _decides(actors):
        return "commitment"
    return "statement"


def _is_wrong(view: Text, head: int, lemma: str, auxiliaries: set[str], subject: int | None, *, negated: bool) -> bool:
    """Tell whether a clause says what somebody is to blame for: that they failed to, had been warned, that it amounts to theft."""
    if lemma in _LIKENS:
        return any(view.lemma(c) in lexicon.BAD for c in view.children[head] if view.tokens[c].relation in ("obl", "nmod"))
    if subject is None or negated or auxiliaries & (_HYPOTHETICAL | _WILL):
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
    return not price and bool(set(view.auxiliaries(verb)) & (_HYPOTHETICAL | _WILL))


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


def _below(view: Text, head: int) -> set[str]:
    return {view.tokens[w].text.lower() for w in view.subtree(head)}


def _takes_infinitive(view: Text, verb: int) -> bool:
    return any(view.tokens[c].relation == "xcomp" for c in view.children[verb])


def _is_own(view: Text, subject: int, actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether a subject is the speaker, those they speak for, or their side: "he", "our party", "the union", "Japan"."""
    token = view.tokens[subject]
    low = token.text.lower()
    if any(s.start <= token.start < s.end for a in actors for s in a.spans):
        return True
    if low in ("he", "she", "it", "they") and (not quoted or quotation_at(view.text, token.start) is None):
        return any(_may_be(low, a) for a in actors)
    if any(view.tokens[c].relation == "nmod:poss" and view.tokens[c].text.lower() in _OWNERS for c in view.children[subject]):
        return token.lemma.lower() in lexicon.BODY_NOUNS | _FOLLOWERS
    if token.pos == "NOUN" and token.lemma.lower() in _SIDES:
        return not any(view.tokens[c].relation in ("nmod", "nmod:poss", "amod", "compound") for c in view.children[subject])
    if token.pos != "PROPN":
        return not quoted and low in ("sides", "leaders", "ministers", "countries") and len(actors) > 1
    known = [text for a in actors for text in (a.role, a.affiliation, a.name if a.kind != "person" else None) if text]
    said = {w for text in known for w in fold(text).split()}
    name = fold(token.text)
    country = load_nations().demonyms.get(token.text)
    return name in said or (country is not None and fold(country) in said)


def _may_be(pronoun: str, actor: Entity) -> bool:
    if pronoun == "it":
        return actor.kind in ("organization", "country")
    return pronoun == "they" or actor.kind == "person"
