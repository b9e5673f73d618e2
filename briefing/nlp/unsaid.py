"""Speech that was not: denied, only imagined, asked for and not given, put off."""

from __future__ import annotations

import itertools
import re

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.syntax import HYPOTHETICAL, Text
from briefing.nlp.unnamed import is_people

#: verbs of speech whose denial leaves nothing said
_SILENT = frozenset(
    "say tell comment mention specify elaborate respond confirm disclose reveal clarify indicate state explain name give cite".split()
)
#: acts of speech that leave nothing held where they were not done; "did not deny" and "did not rule out" hold something
_UNDONE = frozenset(
    "declare decide promise pledge vow call claim announce threaten accuse urge demand offer propose suggest warn say tell".split()
)
_NEVER = frozenset({"not", "n't", "n’t", "never"})
_NO_ONE = frozenset({"nobody", "none", "neither"})
#: wishes of a source who will not be known, and how one is made known
_WISHES = frozenset("want wish ask request prefer choose speak insist decline refuse".split())
_KNOWN = frozenset("identified named quoted".split())
_LONGEST_WISH = 14
#: verbs of grasping, which hold nothing where they are owed
_GRASPS = frozenset("underestimate forget ignore remember understand realise realize know learn".split())
#: verbs of not doing, and nouns for what is given where something is said
_SHUNS = frozenset("refrain desist abstain avoid stop".split())
_DETAILS = frozenset("comment detail details reason explanation information indication answer statement response".split())
_NO_WORD = frozenset({"comment", "elaborate", "speculate"})
#: what is confirmed without a word of what it is
_TOLD_BY_OTHERS = frozenset("matter development incident news information report story".split())
_DECLINES = frozenset({"decline", "refuse"})
_SAYS = frozenset(
    "discuss comment say elaborate specify disclose confirm answer respond reveal name speculate identify give specific".split()
)
#: what is declined as an answer
_ANSWERS = frozenset({"comment", "discuss", "elaborate", "specific"})
#: what is done to speech or to a plan that leaves nothing held
_PUTS_OFF = frozenset("struggle fail abandon cancel scrap shelve drop ditch".split())
#: verbs of speech that "would" only imagines; "would welcome" and "would oppose" hold all the same
_PLAIN_SPEECH = frozenset("say tell argue think ask call".split())
#: what tells of others only that something may be
_MAY = frozenset({"could", "may", "might"})

#: what shows that something is so
_SIGNS = frozenset("sign evidence indication proof hint suggestion".split())
_FEW = frozenset("no few little scant hardly".split())
#: verbs between what is done and such a sign: "is planning to prohibit"
_SIGNS_REACH = 3
#: who is so says nothing: "was unable to say"
_TONGUE_TIED = frozenset("unable unavailable unwilling reluctant hesitant loath".split())
#: what makes a clause a mere case, and the verbs that do so where they open it: "had he said", "should she say"
_CASES = frozenset("if unless whether lest".split())
_OPENS_CASE = frozenset("had should were".split())
#: before what is left undone: "rather than publicly challenging"
_INSTEAD = re.compile(r"\b(?:rather than|instead of)\s(?:\w+ly\s)?\Z", re.IGNORECASE)
_INSTEAD_REACH = 40
#: clauses that are of the case that the clause around them is
_OF_CASE = frozenset("conj ccomp xcomp acl".split())


def is_unsaid(view: Text, attribution: Attribution) -> bool:
    """Tell whether the speech is denied or only imagined: "did not say", "would say", "if he says", "without saying when"."""
    if _goes_unsaid(view, attribution.content) or _says_nothing(view, attribution.content) or _asks_for_anonymity(view, attribution):
        return True
    if attribution.cue and _INSTEAD.search(view.text, max(0, attribution.cue[0].start - _INSTEAD_REACH), attribution.cue[0].start):
        return True
    head = view.head_of(view.words(attribution.cue))
    if (head is not None and _is_tongue_tied(view, head)) or _is_owed(view, attribution.cue):
        return True
    if head is None or view.tokens[head].pos not in ("VERB", "AUX"):
        return False
    lemma, marks = view.lemma(head), {view.lemma(c) for c in view.children[head] if view.tokens[c].relation == "mark"}
    comments = lemma == "make" and any(view.lemma(w) == "comment" for w in view.words(attribution.cue))
    if (lemma in _SILENT or comments) and (view.is_negated(head) or "without" in marks):
        return True
    if _keeps_silent(view, head, attribution.cue) or _confirms_no_more(view, lemma, attribution.content):
        return True
    if lemma == "hail" and any(view.low(w) == "from" for w in (head + 1, *view.words(attribution.content)[:1]) if w < len(view.tokens)):
        # who "hails from" a place comes from there
        return True
    received = view.head_of(view.words(attribution.content)) if lemma == "welcome" else None
    if received is not None and view.tokens[received].tag == "NNS" and is_people(view.tokens[received].text):
        # "the islands welcomed a million tourists"
        return True
    if lemma in _UNDONE and any(view.low(c) in _NEVER for c in view.children[head]):
        return True
    if _is_of_nobody(view, head) or _is_said_untrue(view, head) or lacks_signs(view, head):
        return True
    if (lemma in _PLAIN_SPEECH and set(view.auxiliaries(head)) & HYPOTHETICAL) or _is_only_open(view, head):
        return True
    if lemma in _DECLINES and _falls_silent(view, head):
        return True
    if _is_put_off(view, head) or any("yet to " in view.slice(c).lower() for c in attribution.cue):
        return True
    return bool(marks & _CASES) or _opens_case(view, head)


def is_supposed(view: Text, verb: int) -> bool:
    """Tell whether a verb only tells a case that may be: "if the minister says", "had he said", "should the president announce"."""
    while True:
        token = view.tokens[verb]
        if any(view.tokens[c].relation == "mark" and view.low(c) in _CASES for c in view.children[verb]):
            return True
        if _opens_case(view, verb):
            return True
        if token.relation not in _OF_CASE or token.head == verb:
            return False
        verb = token.head


def _is_only_open(view: Text, verb: int) -> bool:
    """Tell whether it is left open whether others do what a verb says: "could offer a pact", "a chance for the mayor to blame him"."""
    marks = {view.lemma(c) for c in view.children[verb] if view.tokens[c].relation == "mark"}
    if view.tokens[verb].tag == "VB" and marks >= {"for", "to"}:
        return True
    subject = view.subject(verb)
    own = subject is not None and view.low(subject) in lexicon.FIRST_PERSON
    return not own and not view.is_negated(verb) and bool(set(view.auxiliaries(verb)) & _MAY)


def _opens_case(view: Text, verb: int) -> bool:
    """Tell whether a clause makes a case by a verb that stands before its subject, and asks nothing."""
    first, subject = view.subtree(verb)[0], view.child(verb, ("nsubj",))
    opens = subject is not None and first < subject < verb and view.low(first) in _OPENS_CASE
    opens = opens and view.tokens[first].head == verb
    return opens and view.text[view.sentences[view.tokens[verb].sentence].end - 1] != "?"


def _is_tongue_tied(view: Text, head: int) -> bool:
    """Tell whether somebody was not able or not willing to say: "were unavailable to say", "was reluctant to name"."""
    if view.lemma(head) in _TONGUE_TIED:
        return any(view.lemma(c) in _SILENT | _SAYS for c in view.children[head] if view.tokens[c].pos == "VERB")
    token = view.tokens[head]
    if token.relation == "conj" and token.tag in ("VB", "VBP") and view.child(head, ("nsubj",)) is None:
        # "will be unable to win the crowd and accuse the mayor", whichever of the two the tree hangs it on
        token = view.tokens[token.head] if view.lemma(token.head) not in _TONGUE_TIED else token
    elif token.relation not in ("xcomp", "advcl", "ccomp"):
        return False
    return view.lemma(head) in _SILENT | _SAYS | _UNDONE and view.lemma(token.head) in _TONGUE_TIED


def declines_to_speak(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether somebody gives no answer, which is one of theirs: "declined to comment", "refused to discuss it". What they "declined
    to say" is nobody's."""
    head = view.head_of(view.words(cue))
    if head is None or view.lemma(head) not in _DECLINES or view.is_negated(head):
        return False
    return any(view.tokens[c].relation in ("xcomp", "obj", "ccomp") and view.lemma(c) in _ANSWERS for c in view.children[head])


def lacks_signs(view: Text, verb: int) -> bool:
    """Tell whether a clause is what there is no sign of: "no signs that it is planning to", "little evidence that they support"."""
    for _ in range(_SIGNS_REACH):
        token = view.tokens[verb]
        noun = token.head
        if noun == verb or view.tokens[noun].sentence != token.sentence:
            return False
        if noun < verb and token.relation in ("acl", "ccomp", "acl:relcl") and view.lemma(noun) in _SIGNS:
            before = {view.low(c) for c in view.children[noun] if c < noun}
            return bool(before & _FEW) or ("any" in before and view.is_negated(view.tokens[noun].head))
        verb = noun
    return False


def _asks_for_anonymity(view: Text, attribution: Attribution) -> bool:
    """Tell whether all that somebody wants is not to be known: "did not want to be identified", "asked not to be named"."""
    lemmas = {view.lemma(w) for w in view.words(attribution.cue)}
    words = view.words(attribution.content)
    if not lemmas & _WISHES or len(words) > _LONGEST_WISH:
        return False
    forms = [view.low(w) for w in words]
    return bool({"anonymous", "anonymity"} & set(forms)) or any(a == "be" and b in _KNOWN for a, b in itertools.pairwise(forms))


def _is_of_nobody(view: Text, head: int) -> bool:
    """Tell whether the subject is nobody: "nobody in the party said", "none of them asked", "no party backs it"."""
    subject = view.child(head, ("nsubj",))
    return subject is not None and (
        view.low(subject) in _NO_ONE
        or (view.low(subject) == "one" and view.is_negated(subject))
        or any(view.tokens[c].relation == "det" and view.low(c) in ("neither", "no") for c in view.children[subject])
    )


def _is_said_untrue(view: Text, head: int) -> bool:
    """Tell whether that somebody spoke is itself denied: "it is not true that the mayor said"."""
    over = view.tokens[head].head
    return (
        over != head
        and view.tokens[head].relation in ("ccomp", "csubj", "advcl", "acl")
        and view.lemma(over) in ("true", "correct", "case", "fact")
        and view.is_negated(over)
    )


def _falls_silent(view: Text, head: int) -> bool:
    """Tell whether somebody "declined to comment", "refused to say", or "declined comment"."""
    silent = [c for c in view.children[head] if view.tokens[c].relation in ("xcomp", "obj", "ccomp") and view.lemma(c) in _SAYS]
    if any(view.lemma(c) == "draw" and view.child(c, ("aux:pass",)) is not None for c in view.children[head]):
        # "refused to be drawn"
        return True
    # "refused to give up" is no silence
    return any(view.child(c, ("compound:prt",)) is None for c in silent)


def _keeps_silent(view: Text, head: int, cue: tuple[Span, ...]) -> bool:
    """Tell whether somebody "refrained from mentioning", "remained silent on", "gave no details", or "neither confirmed nor denied"."""
    lemma, forms = view.lemma(head), {view.low(w) for w in view.words(cue)}
    speech = _SILENT | _UNDONE
    if lemma in speech and _is_neither(view, head):
        return True
    undone = view.tokens[head].head if view.tokens[head].tag == "VBG" and view.low(head - 1) == "of" else head
    if _stops_short(view, undone):
        return True
    if lemma in _SHUNS and any(view.lemma(c) in speech for c in view.children[head]):
        return True
    if lemma in speech and view.tokens[head].relation in ("xcomp", "advcl", "obl") and view.lemma(view.tokens[head].head) in _SHUNS:
        return True
    if forms & {"silent", "mum"} or {"neither", "nor"} <= forms:
        return True
    nothing = [c for c in view.children[head] if view.tokens[c].relation == "obj" and view.lemma(c) in _DETAILS]
    return any(view.low(g) == "no" for c in nothing for g in view.children[c])


def _stops_short(view: Text, verb: int) -> bool:
    """Tell whether something is not done: "stopped short of", "fell short of"."""
    behind = view.low(verb + 1) if verb + 1 < len(view.tokens) else ""
    return behind == "short" and view.lemma(verb) in ("stop", "fall")


def _is_neither(view: Text, verb: int) -> bool:
    """Tell whether none of several does something: "neither the police nor the court would confirm"."""
    subject = view.child(verb, ("nsubj",))
    return subject is not None and any(view.low(w) == "neither" for w in view.subtree(subject)[:1])


def _is_owed(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether speech, or what one thinks, is asked for and not given: "citizens should tell the mayor", "they need to admit", "banks
    should be more concerned about". What "we must reject" is rejected."""
    head = view.head_of(view.words(cue))
    subject = view.subject(head) if head is not None else None
    of_others = subject is not None and view.low(subject) not in lexicon.FIRST_PERSON
    thinks = head is not None and view.tokens[head].pos in ("VERB", "ADJ")
    if head is not None and of_others and thinks and set(view.auxiliaries(head)) & {"should", "must", "ought"}:
        return True
    for word in view.words(cue):
        token = view.tokens[word]
        if token.pos != "VERB" or view.lemma(word) not in lexicon.REPORTING | _GRASPS:
            continue
        if set(view.auxiliaries(word)) & {"should", "must", "ought"}:
            return True
        if token.relation == "xcomp" and view.lemma(token.head) in ("need", "have"):
            return True
    return False


def _is_put_off(view: Text, head: int) -> bool:
    """Tell whether nothing is said yet: "has yet to comment", "are struggling to answer", "failed to agree on", "abandoned plans"."""
    over = view.tokens[head].head
    before = [view.low(w) for w in range(max(0, head - 2), head)]
    if before[:1] == ["yet"] and before[1:] == ["to"]:
        return True
    if view.lemma(head) in ("struggle", "fail") and view.child(head, ("xcomp",)) is not None:
        return True
    return over != head and view.tokens[head].relation in ("xcomp", "obj", "ccomp") and view.lemma(over) in _PUTS_OFF


def _says_nothing(view: Text, content: tuple[Span, ...]) -> bool:
    """Tell whether all that somebody says is that they say nothing: "said she would not comment on the leak"."""
    verb = view.main_verb(view.words(content))
    if verb is None or view.lemma(verb) not in _NO_WORD or not view.is_negated(verb):
        return False
    subject = view.subject(verb)
    return (
        subject is not None and view.tokens[subject].pos == "PRON" and bool({"will", "would", "can", "could"} & set(view.auxiliaries(verb)))
    )


def _confirms_no_more(view: Text, lemma: str, content: tuple[Span, ...]) -> bool:
    """Tell whether somebody only says that a thing is so of which others told: "confirmed the matter", "confirmed the incident to us"."""
    words = view.words(content)
    noun = view.head_of(words)
    if lemma != "confirm" or noun is None or view.lemma(noun) not in _TOLD_BY_OTHERS:
        return False
    before = [view.low(w) for w in words if w < noun]
    behind = [w for w in words if w > noun and view.tokens[w].pos != "PUNCT"]
    return before in (["the"], ["this"]) and (not behind or view.low(behind[0]) in ("to", "over", "when", "on"))


def _goes_unsaid(view: Text, content: tuple[Span, ...]) -> bool:
    """Tell whether a content hangs on a verb of silence: "without elaborating when the talks will resume"."""
    verb = view.main_verb(view.words(content[:1]))
    if verb is None or view.tokens[verb].head == verb:
        return False
    over = view.tokens[verb].head
    without = any(view.low(c) == "without" for c in view.children[over])
    return view.lemma(over) in _SILENT and (without or view.is_negated(over))
