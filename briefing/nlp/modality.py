"""What the words of a content themselves do: demand, promise, refuse, warn, deny, offer, praise, or only state."""

from __future__ import annotations

from briefing.models import PositionKind
from briefing.nlp import lexicon
from briefing.nlp.coordination import is_thing
from briefing.nlp.entities import Entity
from briefing.nlp.judgements import kind_of_others
from briefing.nlp.own_side import PRAISES, STATES, kind_of_own
from briefing.nlp.quotations import quotation_at
from briefing.nlp.sides import is_own
from briefing.nlp.syntax import HYPOTHETICAL, PRESENT, SUBJECTS, WILL, Text

_OBLIGES = frozenset({"must", "should", "shall", "ought"})
_OUGHT = frozenset({"should", "ought"})
#: what nobody should do who is warned
_EXPECTS = frozenset("count expect assume hope rely underestimate".split())
#: what must be said is only said with more weight
_STRESSED = frozenset("say note remember stress add mention emphasise emphasize admit acknowledge recall forget overlook".split())
_THINKS = frozenset("think believe feel".split())
#: what "we" have to do without asking anybody for it
_BORNE = STATES | frozenset("trust wait admit respect consider sincere go protect live".split())
_REASONS = frozenset("because if then where what when".split())
_URGENT = frozenset({"imperative", "essential", "urgent", "crucial", "vital", "necessary", "advisable", "important", "time"})
#: a tagger may take "needed" for an adjective
_NEEDED = frozenset({"need", "require", "needed", "required"})
_THINGS = frozenset({"it", "this", "that", "which"})
_RESULTS = frozenset("help improve make allow enable lead bring reduce ease boost lower increase mean take last suffice prove give".split())
#: what things do by and by, where "should" tells of a plan
_COMES = frozenset(
    """arrive leave start begin open finish end come follow run reach return take last cost double triple grow increase rise fall
    drop""".split()
)
#: imperatives that ask for no more than attention, and what does so behind "let us" alone
_ATTENDS = frozenset("look imagine listen see rest remember think guess believe note hope recall".split())
_LET_ATTENDS = _ATTENDS | {"say", "take", "face"}


#: what stands behind "why" in a question
_ASKED_BY = frozenset("is are was were does do did has have had can could would will ca wo".split())
#: what one does to others who go too far
_HITS_BACK = frozenset(
    """strike occupy block blockade sue retaliate fight boycott hit attack respond withdraw walk shut expel punish sanction resist revolt
    destroy bomb shoot kill""".split()
)
_GOES_ALONG = frozenset("agree approve accept ask want invite vote support win help need".split())


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
    """The main verb of a sentence, then those of the clauses that stand beside it."""
    first = view.main_verb(words)
    if first is None:
        return []
    return [first, *(w for w in words if w != first and _stands_beside(view, first, w))]


def _stands_beside(view: Text, first: int, word: int) -> bool:
    """Tell whether a verb stands beside the main one: with a subject of its own ("and that it be read"), or with "would" of its own."""
    relation = view.tokens[word].relation
    if view.child(word, ("nsubj", "nsubj:pass")) is not None:
        return relation in ("conj", "parataxis", "root") or (relation == "ccomp" and view.child(word, ("cc",)) is not None)
    if relation != "conj" or view.tokens[word].head != first:
        return False
    return view.child(word, ("aux",)) is not None or (view.lemma(word) in _THINKS and view.child(word, ("ccomp",)) is not None)


def _by_clause(view: Text, head: int, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    forms = [view.low(w) for w in words]
    marks = {view.lemma(c) for c in view.children[head] if view.tokens[c].relation == "mark"}
    if marks & {"whether", "if"} or forms[0] == "whether":
        return "statement"
    subject = view.subject(head)
    subject_form = view.low(subject) if subject is not None else ""
    if "why" in forms and _asks_why(forms) and "?" in (forms[-1], view.text[view.tokens[words[-1]].end : view.tokens[words[-1]].end + 1]):
        # "why does he need to go?" asks nothing of him
        return "blame"
    # a question asked before may lend its "should" to the answer
    # and what a parse hangs on it from behind is a condition: "will go on should there be new leads"
    around = [c for c in view.children[head] if c >= words[0] and not (c > head and view.lemma(c) == "should")]
    auxiliaries = {view.lemma(c) for c in around if view.tokens[c].relation in ("aux", "aux:pass", "cop")}
    auxiliaries |= {view.low(c) for c in around if view.tokens[c].tag == "MD"}
    if forms[0] in lexicon.FIRST_PERSON and forms[1:2] and forms[1] in ("am", "are", "'m", "’m", "'re", "’re") and "against" in forms[2:4]:
        return "opposition"
    if subject is None and view.child(head, ("aux:pass", "cop")) is None and view.child(head, ("obj", "xcomp")) is not None:
        # a parse may take the "it" of "it had resolved to go on" for an expletive
        subject = next((c for c in view.children[head] if view.tokens[c].relation == "expl" and view.low(c) == "it"), None)
    own = subject_form in lexicon.FIRST_PERSON or (subject is not None and is_own(view, subject, actors, quoted=quoted))
    lemma = view.lemma(head)
    negated = view.is_negated(head)
    granted = lemma == "take" and any(view.low(w) == "granted" for w in view.subtree(head))
    if auxiliaries & _OUGHT and negated and (granted or lemma in _EXPECTS):
        # "households should not count on cheap money"
        return "warning"
    if auxiliaries & _OUGHT and (PRAISES - {"grateful", "proud"}) & {lemma, lemma.removesuffix("d"), lemma.removesuffix("ed")}:
        # "he should be congratulated"
        return "praise" if not negated else "statement"
    if auxiliaries & _OUGHT and "have" in auxiliaries and subject_form not in lexicon.FIRST_PERSON:
        # "they should have told us"
        return "blame"
    if lemma in ("advisable", "wise") and negated and view.child(head, ("cop",)) is not None:
        return "opposition"
    if _obliges(view, head, lemma, auxiliaries, subject_form, quoted=quoted) and not own:
        return "demand"
    if (
        auxiliaries & (WILL | HYPOTHETICAL)
        and not auxiliaries & {"may", "might"}
        and ("unless" in forms or _is_threat(view, head, negated=negated))
    ):
        return "warning"
    if subject_form == "we" and _is_common_task(view, head, lemma, auxiliaries, quoted=quoted):
        return "demand"
    thought = view.child(head, ("ccomp",)) if own and lemma in _THINKS and not negated else None
    if thought is not None and thought in words:
        # "we think that they must go"
        return _by_clause(view, thought, [w for w in view.subtree(thought) if w in words], actors, quoted=quoted)
    if own:
        kind = kind_of_own(view, head, lemma, auxiliaries, subject_form, negated=negated, quoted=quoted)
        if kind is not None:
            return kind
    if forms[0] == "let" and len(words) > 2 and view.lemma(words[2]) in _LET_ATTENDS:
        # "let us remember that"
        return "statement"
    if forms[:2] in (["how", "about"], ["why", "do"]):
        return "offer"
    if _is_ready(view, head, lemma, subject, auxiliaries, own=own) and not negated:
        return "offer"
    minds = lemma == "look" and any(view.low(c) == "out" for c in view.children[head])
    if forms[0] in ("let", "please") or (view.tokens[words[0]].tag == "VB" and words[0] == head and (minds or lemma not in _ATTENDS)):
        return "praise" if lemma in PRAISES else "demand"
    return kind_of_others(view, head, lemma, auxiliaries, subject, actors, negated=negated, quoted=quoted)


def _asks_why(forms: list[str]) -> bool:
    """Tell whether a question reproaches others: "why has it become the bank's duty?", not "why should it?" or "why did I go?"."""
    behind = [forms[at + 1 : at + 4] for at, form in enumerate(forms) if form == "why"]
    return any(words[:1] != ["should"] and words[0] in _ASKED_BY and not lexicon.FIRST_PERSON & set(words) for words in behind if words)


def _obliges(view: Text, head: int, lemma: str, auxiliaries: set[str], subject_form: str, *, quoted: bool) -> bool:
    """Tell whether a clause says what must be: "must", "should", "has to", "needs to", "it is urgent that"; not "must have been"."""
    if auxiliaries & _OBLIGES:
        if _is_condition(view, head):
            return False
        # "it should help" and "the first trains should arrive in May" only expect
        if view.child(head, ("expl",)) is not None and view.is_negated(head):
            # "there should not be any concern"
            return False
        if lemma in _STRESSED and subject_form in ("it", "") and view.child(head, ("aux:pass",)) is not None:
            # "it must be said that"
            return False
        comes = "should" in auxiliaries and lemma in _COMES and _is_of_thing(view, head)
        active = view.child(head, ("aux:pass",)) is None
        expects = active and ((comes and not view.is_negated(head)) or (subject_form in _THINGS and lemma in _RESULTS))
        return "have" not in auxiliaries and not expects
    if _is_in_need(view, head, lemma, auxiliaries, subject_form, quoted=quoted):
        return True
    following = view.tokens[head + 1] if head + 1 < len(view.tokens) else None
    if lemma in ("need", "have") and following is not None and following.tag == "TO":
        if view.text[following.start :].startswith("to do with"):
            return False
        if subject_form == "you" and quoted:
            # "to use it you need to have a wallet" tells how a thing works
            return False
        if lemma == "need" and auxiliaries & WILL and view.tokens[following.head].tag == "VBN" and not view.is_negated(head):
            # "this will need to be clarified"
            return True
        # "will have to pay" foretells, "no need to sell" asks nothing
        # and "had to sell" in one's own words is past
        own_words = quoted and quotation_at(view.text, view.tokens[head].start) is not None
        past = (own_words and view.tokens[head].tag == "VBD") or "have" in auxiliaries
        return not auxiliaries & (WILL | HYPOTHETICAL) and not view.is_negated(head) and not past
    if lemma in _NEEDED and view.child(head, ("aux:pass",)) is not None and not view.is_negated(head) and not auxiliaries & WILL:
        # "more evidence is needed"
        return "have" not in auxiliaries
    if lemma == "time" and any(view.tokens[c].relation in ("nmod:poss", "amod") for c in view.children[head]):
        return False
    # "was crucial in founding it" asks nothing
    asks = any(view.tokens[c].relation in ("ccomp", "csubj", "xcomp") and view.tokens[c].tag != "VBG" for c in view.children[head])
    if lemma == "important":
        # "it is important that it be kept", "for others to begin", not "important to note", "important that it is large"
        clauses = [c for c in view.children[head] if view.tokens[c].relation in ("ccomp", "csubj", "xcomp", "advcl")]
        marks = {view.low(g) for c in clauses for g in view.children[c]}
        stated = any(view.tokens[g].tag in ("VBZ", "VBD") for c in clauses for g in (c, *view.children[c]))
        asks = ("that" in marks and not stated) or ({"for", "to"} <= marks and any(view.subject(c) is not None for c in clauses))
    return lemma in _URGENT and asks and subject_form in ("it", "") and view.child(head, ("cop",)) is not None


def _is_condition(view: Text, head: int) -> bool:
    """Tell whether "should" stands before its subject, for "if": "will go on should there be new leads"."""
    should = next((c for c in view.children[head] if view.lemma(c) == "should"), None)
    subject = view.child(head, SUBJECTS | {"expl"})
    sentence = view.sentences[view.tokens[head].sentence]
    return should is not None and subject is not None and should < subject <= head and not view.slice(sentence).rstrip('”"').endswith("?")


def _is_common_task(view: Text, head: int, lemma: str, auxiliaries: set[str], *, quoted: bool) -> bool:
    """Tell whether "we" are told what we must all do, or need: "we must begin to talk", "we need more teachers", not "we had to wait"."""
    if not quoted or view.is_negated(head) or auxiliaries & (WILL | HYPOTHETICAL | {"have"}):
        return False
    if any(view.lemma(c) in _REASONS for c in view.children[head] if c < head):
        return False
    following = view.tokens[head + 1] if head + 1 < len(view.tokens) else None
    obliged = lemma in ("need", "have") and following is not None and following.tag == "TO" and view.tokens[head].tag in PRESENT
    if obliged or ("must" in auxiliaries and view.tokens[head].pos == "VERB"):
        done = view.child(head, ("xcomp",)) if obliged else head
        return done is None or view.lemma(done) not in _BORNE
    return lemma == "need" and view.tokens[head].tag in PRESENT and view.child(head, ("obj",)) is not None


def _is_in_need(view: Text, head: int, lemma: str, auxiliaries: set[str], subject_form: str, *, quoted: bool) -> bool:
    """Tell whether a clause says that something is needed: "the region needs funds", "there is a need to act", "in need of"."""
    if auxiliaries & (WILL | HYPOTHETICAL | {"have"}) or view.is_negated(head):
        return False
    noun = next((c for c in view.children[head] if view.lemma(c) == "need" and view.tokens[c].pos == "NOUN"), None)
    if noun is not None and any(view.child(w, ("expl",)) is not None for w in (head, noun)):
        return not any(view.low(c) == "no" for c in view.children[noun])
    if lemma == "need" and view.tokens[head].pos == "NOUN" and view.child(head, ("cop",)) is not None:
        # "the region is in need of funds", not "my boat is in need of paint"
        own = any(view.low(w) in ("i", "my") for w in view.subtree(head) if w < head)
        return not own and view.low(head + 1) == "of"
    past = quoted and view.tokens[head].tag == "VBD" and quotation_at(view.text, view.tokens[head].start) is not None
    if lemma != "need" or view.tokens[head].pos != "VERB" or past or subject_form in ("i", "you", "who", "which", ""):
        return False
    # "the engines need a check" asks it of nobody
    return not _is_of_thing(view, head) and view.child(head, ("obj",)) is not None and view.child(head, ("xcomp",)) is None


def _is_of_thing(view: Text, head: int) -> bool:
    """Tell whether a verb says by its subject what things do, in the active."""
    subject = view.child(head, ("nsubj",))
    return subject is not None and is_thing(view, subject)


def _is_threat(view: Text, head: int, *, negated: bool) -> bool:
    """Tell whether a clause says what will follow "if" something is not done."""
    conditions = [c for c in view.children[head] if view.tokens[c].relation in ("advcl", "ccomp") and view.is_negated(c)]
    return not negated and (_is_retaliation(view, head) or any(view.low(g) == "if" for c in conditions for g in view.children[c]))


def _is_retaliation(view: Text, head: int) -> bool:
    """Tell whether somebody says how they will hit back at what others do: "if they close it, we will occupy it"."""
    tokens, subjects = view.tokens, [c for c in view.children[head] if c < head and view.tokens[c].relation == "nsubj"]
    if view.lemma(head) not in _HITS_BACK or not subjects or tokens[subjects[-1]].text.lower() not in ("we", "i"):
        return False
    first = view.sentence_words[tokens[head].sentence][0]
    case = next((w for w in range(first, subjects[-1]) if tokens[w].text.lower() == "if"), None)
    clause = range(case + 1, subjects[-1]) if case is not None else range(0)
    doer = next((w for w in clause if tokens[w].pos in ("NOUN", "PROPN", "PRON")), None)
    does = next((w for w in clause if tokens[w].pos == "VERB"), None)
    if doer is None or does is None or view.lemma(does) in _GOES_ALONG:
        return False
    return doer < does and tokens[doer].text.lower() not in (*lexicon.FIRST_PERSON, "it", "you")


def _is_ready(view: Text, head: int, lemma: str, subject: int | None, auxiliaries: set[str], *, own: bool) -> bool:
    """Tell whether somebody is ready, willing, prepared or open to do something."""
    if lemma not in ("ready", "willing", "prepared", "prepare", "open") or not auxiliaries & {"be"} or subject is None:
        return False
    if view.tokens[head].pos == "VERB" and view.tokens[head].tag != "VBN":
        return False
    if auxiliaries & (WILL | {"would"}) and view.child(head, ("xcomp", "ccomp", "advcl")) is None:
        # "the film will be ready in May"
        return False
    # "few visitors are willing" offers nothing
    return own or view.tokens[subject].pos == "PROPN" or view.lemma(subject) in lexicon.BODY_NOUNS
