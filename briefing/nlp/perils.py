"""What is warned of in any clause of a content: a danger that there is, harm that is to come, a penalty that awaits."""

from __future__ import annotations

from briefing.nlp.asserted import is_of_nobody
from briefing.nlp.syntax import HYPOTHETICAL, WILL, Text

#: what comes of a thing, and what is said of it that nobody does: "the impacts will be localised"
_EFFECTS = frozenset("impact effect consequence risk damage loss disruption delay inconvenience".split())
_OF_EFFECTS = frozenset("localise localize confine limit feel see offset outweigh reverse".split())
_DANGERS = frozenset("danger hazard threat risk peril menace".split())
_RAISES = frozenset("increase heighten pose raise present carry become".split())
#: by which a danger is only named to be met, or only known of
_MEETS = frozenset(
    """reduce avoid prevent mitigate eliminate manage assess tackle fight address minimise minimize limit handle counter remove weigh
    identify understand know cut curb run take face mean combat""".split()
)
_HARMS = frozenset(
    """affect harm hurt damage lose worsen suffer fail deteriorate collapse devalue die attack destroy disrupt undermine jeopardise
    jeopardize endanger weaken erode flee kill cripple ruin starve escalate disappear vanish perish drown""".split()
)
_BRINGS = frozenset("cause result lead bring create spark trigger face suffer see mean".split())
_ILLS = frozenset(
    """loss death damage insecurity violence accident injury crisis shortage delay war conflict unrest collapse famine hunger poverty
    unemployment inflation chaos sedition disease infection resentment repression
    flood fire blaze wildfire virus epidemic outbreak pandemic fighting strike protest riot panic rebellion""".split()
)
#: what does away with the thing that it acts on, and with the harm that this would do
_ENDS = frozenset("end repeal scrap spare avert abolish lift stop".split())
_APART = frozenset({"conj", "advcl", "parataxis", "ccomp"})
_GROWS = frozenset("increase rise grow spread continue multiply".split())
#: on which an infinitive tells what is to come
_LIKELY = frozenset("likely expect bind poise".split())
_PENALTIES = frozenset("fine punish prosecute jail imprison penalise penalize sanction revoke".split())
_IMPOSES = frozenset("impose slap hit bring meet face levy".split())
_FINES = frozenset("fine penalty sanction punishment charge justice prosecution".split())
_AHEAD = WILL | HYPOTHETICAL
_MARKS = frozenset({"that", "to"})
_HIGHEST = 6


def forebodes(view: Text, words: list[int]) -> bool:
    """Tell whether any clause of a content names a danger, harm to come or a penalty."""
    return any(_is_danger(view, w, words) or _is_harm_ahead(view, w, words) for w in words)


def threatens(view: Text, words: list[int]) -> bool:
    """Tell whether a content says that somebody will or may be punished: "will be fined", "a fine will be imposed"."""
    return any(_is_penalty(view, w, words) for w in words)


def _is_danger(view: Text, word: int, words: list[int]) -> bool:
    """Tell whether a thing is said to be a danger to something, or to raise one."""
    token = view.tokens[word]
    if view.lemma(word) not in _DANGERS or token.pos != "NOUN":
        return False
    raised = token.relation == "obj" and view.lemma(token.head) in _RAISES
    told = [view.tokens[c] for c in view.children[word]]
    said = any(t.relation in ("cop", "expl") for t in told) and any(
        t.tag == "JJ" or (t.start > token.start and t.relation in ("nmod", "acl", "obl", "advcl")) for t in told
    )
    return (raised or said) and not _is_met(view, word, words)


def _is_met(view: Text, word: int, words: list[int]) -> bool:
    """Tell whether a danger is denied, or is there to be met."""
    if any(view.low(c) in ("no", "not", "any") for c in view.children[word]):
        return True
    inside = set(words)
    for _ in range(_HIGHEST):
        if view.is_negated(word) or view.lemma(word) in _MEETS:
            return True
        head = view.tokens[word].head
        if head == word or head not in inside:
            return False
        if view.lemma(head) in _ENDS and view.tokens[word].relation not in _APART:
            return True
        word = head
    return False


def _is_of_none(view: Text, verb: int) -> bool:
    """Tell whether a verb says that nobody does or suffers a thing: "no one will be fined", "will cause no damage"."""
    done = view.child(verb, ("obj",))
    return is_of_nobody(view, verb) or (done is not None and any(view.low(c) == "no" for c in view.children[done]))


def _is_harm_ahead(view: Text, verb: int, words: list[int]) -> bool:
    """Tell whether a verb says what harm may, will or is likely to come."""
    if view.tokens[verb].pos != "VERB" or _is_of_none(view, verb) or _is_met(view, verb, words):
        return False
    lemma, subject = view.lemma(verb), view.child(verb, ("nsubj",))
    behind = {view.lemma(c) for c in view.children[verb] if view.tokens[c].relation in ("obj", "obl") and c > verb}
    if lemma == "increase" and behind & _DANGERS:
        return True
    grows = lemma in _GROWS and subject is not None and view.lemma(subject) in _ILLS
    goes_on = view.child(verb, ("xcomp",)) if lemma == "continue" else None
    grows = grows and (goes_on is None or view.lemma(goes_on) in _GROWS)
    if lemma not in _HARMS and not grows and not (lemma in _BRINGS and behind & _ILLS):
        return False
    if any(view.tokens[c].relation == "mark" and view.low(c) not in _MARKS for c in view.children[verb]):
        return False
    helpers = set(view.auxiliaries(verb))
    # "would have suffered" and "may have suffered" are over
    return bool(helpers & _AHEAD and "have" not in helpers) or _is_likely(view, verb)


def _is_likely(view: Text, verb: int) -> bool:
    token = view.tokens[verb]
    if token.tag != "VB" or token.relation not in ("xcomp", "ccomp", "advcl", "csubj"):
        return False
    going = view.lemma(token.head) in ("set", "go") and view.tokens[token.head].tag in ("VBN", "VBG")
    return (going or view.lemma(token.head) in _LIKELY) and not view.is_negated(token.head)


def _is_penalty(view: Text, verb: int, words: list[int]) -> bool:
    """Tell whether somebody will or may be punished."""
    if view.lemma(view.tokens[verb].head) == "hesitate" and view.lemma(verb) in _PENALTIES:
        return view.is_negated(view.tokens[verb].head)
    if view.child(verb, ("aux:pass",)) is None or _is_of_none(view, verb) or _is_met(view, verb, words):
        return False
    around = {view.lemma(c) for c in view.children[verb] if view.tokens[c].relation in ("nsubj", "nsubj:pass", "obl")}
    if view.lemma(verb) not in _PENALTIES and not (view.lemma(verb) in _IMPOSES and around & _FINES):
        return False
    return bool(set(view.auxiliaries(verb)) & (WILL | {"may", "can", "could", "would"}))


def comes_of_itself(view: Text, verb: int) -> bool:
    """Tell whether a clause says of what comes of a thing how far it goes, which is nobody's deed: "the impacts will be localised"."""
    subject = view.child(verb, ("nsubj:pass", "nsubj"))
    return subject is not None and view.lemma(subject) in _EFFECTS and view.lemma(verb) in _OF_EFFECTS
