"""The tense of the clause that stands at an offset: what the tree says of a time's past or future."""

from __future__ import annotations

from collections.abc import Callable

from briefing.nlp.steps import words
from briefing.nlp.steps.verbs import LASTS, is_event, opens_event, read_group
from briefing.nlp.syntax import Text
from briefing.nlp.temporal.tense import Tense

_AHEAD = frozenset({"will", "shall", "would", "must", "should", "may", "might", "can", "could", "ought", "need"})
_TAKES = (
    words.DUE
    | words.EXPECT
    | words.INTEND
    | words.SETTLED
    | words.MADE_UP
    | words.WISH
    | words.ASK
    | frozenset({"course", "track", "go", "have", "need", "able", "ready", "threaten", "offer", "seek"})
)
_ASKS = words.ASK | words.DEMAND | words.PROMISE | words.SETTLED | words.CONVENE | frozenset({"hope"})
_TERMS = frozenset({"by", "until", "till", "within", "before", "for"})
_BE_PRESENT = frozenset({"is", "are", "am"})
#: told in the past tense, what they take lies ahead: "promised to lay it before them on Thursday"
_GIVE_WORD = frozenset("promise pledge vow offer invite ask urge order tell plan propose threaten".split())
#: of the verbs of a timetable that need a day, those of which a headline does not tell the day gone by
_GOES_ON = frozenset({"continue", "follow"})
#: told in a sentence, these are of the day to come; a headline says them of the day gone by, and has no full stop
_SITS = frozenset({"decide", "rule", "choose", "pick", "elect"})
#: the day of what somebody gives up is still to come
_OFF = frozenset("cancel postpone scrap delay defer reschedule suspend avert".split())
#: what befalls, so that a day that names it is over
_UNPLANNED = frozenset(
    """resignation attack bombing blast explosion shooting killing murder assassination crash collision derailment quake earthquake storm
    cyclone hurricane typhoon flood landslide fire blaze collapse accident disaster outage riot clash raid ambush coup kidnapping abduction
    death massacre assault violence defeat victory win loss incident stampede outburst arrest""".split()
)
_GUESSED = frozenset("probably likely possibly perhaps maybe presumably".split())
_CALLS_TO = frozenset({"invite", "call", "summon"})


def clause_tense(view: Text) -> Callable[[int], Tense]:
    """Give the question that `extract_times` asks; the answer is None where the clause leaves it open."""

    def tense_at(offset: int) -> Tense:
        word = view.word_at(offset)
        if word is None:
            return None
        if _has_happened(view, word):
            return "past"
        if opens_event(view, view.tokens[word].head) or _is_called_off(view, word):
            return "future"
        verb = _verb_beside(view, word) or _verb_of(view, word)
        if verb is None:
            return None
        verb = _told_between(view, verb, word) or verb
        before = _before(view, word)
        sets_term = not _TERMS.isdisjoint((before, view.low(word)))
        if sets_term and view.lemma(verb) in _ASKS and not read_group(view, verb).passive:
            return "future"  # "ordered a report by Monday", "called a rally for Tuesday"
        if before == "for" and view.lemma(verb) in words.SUMMONS:
            return "future"  # "was summoned for Thursday"
        if _is_set_for(view, verb, word):
            return "future"
        if before in ("until", "till") and _lasts(view, verb):
            return "future"
        return "future" if _is_of_what_it_takes(view, verb, word) else _tense(view, verb)

    return tense_at


def _before(view: Text, word: int) -> str:
    """The word before a time, without "at least" or an article between them: "until at least Friday", "before the August recess"."""
    low = [t.text.lower() for t in view.tokens[max(0, word - 3) : word]]
    if low[-2:] == ["at", "least"]:
        low = low[:-2]
    head = view.tokens[word].head
    if low[-1:] == ["the"] and head > word and view.tokens[head].pos == "NOUN":
        low = low[:-1]
    return low[-1] if low else ""


def _has_happened(view: Text, word: int) -> bool:
    """Tell whether a time is that of what nobody sets for a day: "will elect a speaker after Monday's resignation"."""
    event = view.tokens[word].head
    return word + 1 < event and view.tokens[word + 1].tag == "POS" and view.lemma(event) in _UNPLANNED


def _is_called_off(view: Text, word: int) -> bool:
    """Tell whether a time is that of an event which somebody called off or put off: "had called off Friday's strike"."""
    event = view.tokens[word].head
    owns = word + 1 < event and view.tokens[word + 1].tag == "POS"
    if not owns or view.tokens[event].relation not in ("obj", "nsubj:pass"):
        return False
    verb = view.tokens[event].head
    return view.lemma(verb) in _OFF or (view.lemma(verb) in ("call", "put") and view.child(verb, ("compound:prt",)) is not None)


def _told_between(view: Text, verb: int, word: int) -> int | None:
    """The past clause that a time stands in, though the tree hangs it on what goes on: "are hunting a man who was seen on Monday"."""
    if view.tokens[verb].tag != "VBG" or not _BE_PRESENT & {view.low(w) for w in read_group(view, verb).chain}:
        return None
    between = [w for w in range(verb + 1, word) if view.tokens[w].pos == "VERB"]
    last = between[-1] if between else None
    if last is None or view.tokens[last].relation != "acl:relcl" or _tense(view, last) != "past":
        return None
    return last if not any(view.tokens[w].tag == "," for w in range(last, word)) else None


def _is_set_for(view: Text, verb: int, word: int) -> bool:
    """Tell whether something is put on a day in whatever word: "is targeted for early April"."""
    is_for = view.low(word - 1) == "for" or any(view.low(c) == "for" for c in view.children[word])
    forms = {view.low(w) for w in read_group(view, verb).chain}
    return is_for and view.tokens[verb].tag == "VBN" and bool(_BE_PRESENT & forms)


def _lasts(view: Text, verb: int) -> bool:
    """Tell whether a clause in the present says how long something stays: "remains closed until Friday"."""
    chain = [*read_group(view, verb).chain, verb, verb - 1]
    if view.low(verb) in words.OPEN_TILL and any(view.low(w) in _BE_PRESENT for w in chain):
        return True
    return any(view.lemma(w) in LASTS and view.tokens[w].tag in ("VBZ", "VBP") for w in chain)


def _is_of_what_it_takes(view: Text, verb: int, word: int) -> bool:
    """Tell whether a time on a verb of promising or asking belongs to what that takes: "invited them to talks on Friday".

    On any verb that does which is only guessed at behind an infinitive: "had agreed to meet again, probably on Saturday".
    """
    guessed = any(view.low(w) in _GUESSED for w in range(max(verb, word - 2), word))
    takes = any(verb < c < word and view.tokens[c].relation == "xcomp" for c in view.children[verb])
    if takes and (guessed or view.lemma(verb) in _GIVE_WORD):
        return True
    if view.lemma(verb) not in _CALLS_TO:
        return False
    to_what = [c for c in view.children[verb] if verb < c < word and view.tokens[c].relation == "obl" and is_event(view, c)]
    return any(view.low(g) in ("to", "for") for c in to_what for g in view.children[c])


def _verb_of(view: Text, word: int) -> int | None:
    """The verb, or what "be" makes a predicate, that a time hangs on; None where a noun's clause lies between."""
    at = word
    for _ in range(6):
        token = view.tokens[at]
        if at != word and (token.pos == "VERB" or view.child(at, ("cop",)) is not None):
            return at
        if token.head == at or (token.pos == "NOUN" and token.relation in ("nsubj", "nsubj:pass", "conj", "appos")):
            return None
        at = token.head
    return None


def _verb_beside(view: Text, word: int) -> int | None:
    """The verb right before the preposition of a time that the tree hangs on another beyond a comma: "collapsed in 2019, is set to reopen
    in September"."""
    verb, head = word - 2, view.tokens[word].head
    if verb <= head or view.tokens[word - 1].relation != "case" or view.tokens[verb].tag not in ("VB", "VBD", "VBN", "VBP", "VBZ"):
        return None
    return verb if any(view.tokens[w].tag == "," for w in range(head, verb)) else None


def _is_terms_of_what_is_ahead(view: Text, verb: int) -> bool:
    """Tell whether a clause in the past tense is the condition of what is to come: "would have to leave unless an apology arrived"."""
    token = view.tokens[verb]
    marked = any(view.low(c) in ("if", "unless") for c in view.children[verb])
    return marked and token.relation.startswith("advcl") and token.head != verb and read_group(view, token.head).modal in _AHEAD


def _tense(view: Text, verb: int) -> Tense:
    group = read_group(view, verb)
    token = view.tokens[verb]
    forms = [view.low(w).replace("’", "'") for w in group.chain]
    if token.tag == "VB" and token.relation == "conj" and not group.chain and token.head < verb:
        return _tense(view, token.head)  # "will stay there and visit the villages on Wednesday"
    if group.modal in _AHEAD:
        return "past" if "have" in forms and group.modal in ("would", "could", "must", "should", "may", "might") else "future"
    if group.infinitive:
        if group.be_to is not None:
            return "past" if "have" in forms and group.be_to not in _BE_PRESENT else "future"  # "were to have begun"
        if group.governor is None:
            return None
        takes = view.lemma(group.governor) in _TAKES
        # "the accord, to be signed on June 15", not "the first to be signed"; "with the first to be signed on June 15"
        awaits = token.relation == "acl" and (
            (group.passive and view.tokens[group.governor].pos == "NOUN")
            or any(view.low(c) == "with" for c in view.children[group.governor] if c < group.governor)
        )
        return "future" if takes or awaits else None
    if token.lemma.lower() in words.DUE | words.EXPECT and token.tag == "VBN":
        return "future" if token.relation.startswith("acl") or _BE_PRESENT & set(forms) else None
    if token.tag == "VBD" or {"was", "were", "had", "did"} & set(forms):
        return "future" if _is_terms_of_what_is_ahead(view, verb) else "past"
    if token.tag == "VBG" and _BE_PRESENT & set(forms):
        return "future"
    leaves = token.lemma.lower() == "set" and any(view.low(c) in ("off", "out") for c in view.children[verb])
    if token.tag in ("VBZ", "VBP") and (leaves or token.lemma.lower() in words.TIMED | _GOES_ON) and not group.chain:
        return "future"
    if token.tag in ("VBZ", "VBP") and token.lemma.lower() in _SITS and not group.chain:
        return "future" if view.slice(view.sentences[token.sentence]).rstrip("”\"’' ").endswith(".") else None
    if token.tag == "VB" and token.relation == "ccomp" and not group.chain and view.lemma(token.head) in _ASKS:
        return "future"  # "demanded that Norland release them by noon on Friday"
    return None
