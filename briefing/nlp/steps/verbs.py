"""The words round a verb that tell its tense and mood: "will not be held", "is to meet", "was expected to resign"."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.nlp.steps import words
from briefing.nlp.steps.record import can_act
from briefing.nlp.syntax import FINITE, NEGATIONS, SUBJECTS, Text, asked_once

BE_PRESENT = frozenset({"is", "are", "am", "’s", "'s", "’re", "'re"})
MUST = frozenset({"must", "should", "shall", "ought", "need"})
#: what goes on until its day: "remains closed until Friday"
LASTS = frozenset({"remain", "stay", "last"})
_LONGEST = 9
_OBJECTS = frozenset({"which", "that", "whom"})
#: an infinitive right behind them, or behind "plan", is theirs, whatever the tree says
_ADJECTIVES = frozenset({"due", "set", "likely", "scheduled", "expected", "slated", "poised", "able", "ready", "bound"})
_AT_A_PLACE = frozenset({"in", "at"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A verb with its chain of auxiliaries. ``governor`` is the word whose infinitive it is: "plans" of "plans to meet"."""

    verb: int
    chain: tuple[int, ...]
    modal: str | None
    #: the form of "be" right before "to": "is" of "is to meet"
    be_to: str | None
    infinitive: bool
    passive: bool
    negated: bool
    governor: int | None

    @property
    def first(self) -> int:
        return self.chain[0] if self.chain else self.verb


@asked_once
def read_group(view: Text, verb: int) -> Group:
    """Read the chain of auxiliaries, adverbs and "to" that stands before a verb."""
    chain = _chain(view, verb)
    forms = [view.low(w).replace("’", "'") for w in chain]
    tos = [i for i, w in enumerate(chain) if view.tokens[w].tag == "TO"]
    before = chain[: tos[-1]] if tos else []
    behind = chain[tos[-1] + 1 :] if tos else chain
    be_to = next((view.low(w) for w in reversed(before) if view.lemma(w) == "be"), None) if tos else None
    owed = be_to is None and bool(before) and view.lemma(before[-1]) == "have"  # "aid has to be sent": auxiliaries to the tree
    modal = "must" if owed else next((_modal(form) for form, w in zip(forms, chain, strict=True) if view.tokens[w].tag == "MD"), None)
    passive = view.tokens[verb].tag == "VBN" and any(view.lemma(w) in ("be", "get") for w in behind)
    return Group(
        verb=verb,
        chain=tuple(chain),
        modal=modal,
        be_to=be_to,
        infinitive=bool(tos) and not owed,
        passive=passive,
        negated=any(form in NEGATIONS for form in forms) or _denied_subject(view, verb),
        governor=_governor(view, verb, chain) if tos and be_to is None and not owed else None,
    )


@asked_once
def _chain(view: Text, verb: int) -> list[int]:
    chain: list[int] = []
    at = verb - 1
    if at > 0 and view.low(at) in _AT_A_PLACE and view.tokens[at - 1].relation == "cop" and view.tokens[verb].pos == "PROPN":
        at -= 1  # "will be in Oslo"
    while at >= 0 and len(chain) < _LONGEST and view.tokens[at].sentence == view.tokens[verb].sentence:
        token = view.tokens[at]
        auxiliary = token.tag in ("MD", "TO") or (token.pos == "AUX" or token.relation in ("aux", "aux:pass", "cop"))
        adverb = token.tag in ("RB", "RBR") and token.relation in ("advmod", "neg") and token.head >= at
        adverb = adverb or token.text.lower() in ("not", "n't", "n’t", "never")  # whatever the tree makes of it
        if not (auxiliary or adverb):
            if chain and token.tag == "CC" and {view.tokens[chain[0]].tag, view.tokens[at - 1].tag} == {"RB"}:
                at -= 1  # "should immediately and unconditionally release"
                continue
            break
        if auxiliary and chain and token.tag not in ("MD", "TO") and token.head > verb:
            break
        chain.insert(0, at)
        at -= 1
    while chain and view.tokens[chain[0]].tag in ("RB", "RBR") and view.low(chain[0]) not in NEGATIONS:
        chain.pop(0)
    return chain


def _modal(form: str) -> str:
    return {"'ll": "will", "wo": "will", "'d": "would", "ca": "can", "cannot": "can", "ll": "will"}.get(form, form)


def _governor(view: Text, verb: int, chain: list[int]) -> int | None:
    """The word that takes the infinitive: its head in the tree, or the word right before "to"."""
    token = view.tokens[verb]
    first = chain[0]
    left = first - 1
    takes = left >= 0 and (view.low(left) in _ADJECTIVES or view.lemma(left) in words.INTENT_NOUNS)
    if takes and view.tokens[left].sentence == token.sentence:
        return left
    if token.relation == "conj" and token.head < first and view.tokens[token.head].tag in ("VB", "VBN"):
        return read_group(view, token.head).governor
    if token.head != verb and token.head < first and token.relation in ("xcomp", "ccomp", "advcl", "acl", "acl:relcl", "csubj"):
        return token.head
    at = first - 1
    if at > 0 and view.tokens[at].text == "," and token.relation == "acl" and view.tokens[at - 1].pos in ("NOUN", "PROPN"):
        at -= 1  # "the accord, to be signed on June 15, was": whatever the tree hangs it on
    return at if at >= 0 and view.tokens[at].pos in ("VERB", "ADJ", "NOUN", "ADV") and view.tokens[at].sentence == token.sentence else None


def _denied_subject(view: Text, verb: int) -> bool:
    """Tell whether a negation hangs on the verb elsewhere, or its subject is nobody: "no talks will be held"."""
    if view.is_negated(verb):
        return True
    subject = subject_of(view, verb)
    behind = [c for c in view.children[verb] if c > verb and view.tokens[c].relation in SUBJECTS]  # "there will be no judgment"
    if any(view.low(g) == "no" for c in behind for g in view.children[c]):
        return True
    if subject is None:
        return False
    if view.low(subject) == "there" and any(view.low(c) == "no" for c in view.children[verb]):
        return True
    return any(view.low(w) in words.NOBODY for w in [subject, *view.children[subject]])


@asked_once
def subject_of(view: Text, verb: int) -> int | None:
    """The subject of a verb: as the tree says, or the noun before its auxiliaries that has no preposition."""
    subjects = [c for c in view.children[verb] if view.tokens[c].relation in SUBJECTS and not _owns(view, c)]
    # "according to a report by the paper, the councils decided": the tree may call both its subject
    subjects = [c for c in subjects if not _has_case(view, c)] or subjects
    that = next((c for c in view.children[verb] if view.tokens[c].relation == "mark" and view.low(c) == "that"), -1)
    # "the rumour is that Quill is planning": what stands before "that" is the subject of "is"
    own = next((c for c in subjects if c > that), next(iter(subjects), None))
    if own is not None and view.low(own) in _OBJECTS:
        # "the railway, which the cabinet is to sell": the tree may call both its subject
        own = next((c for c in subjects if own < c < verb and view.tokens[c].pos in ("NOUN", "PROPN", "PRON")), own)
    if own is not None:
        # "the party high command will": one name that the tree takes for two
        own = max((c for c in subjects if own < c <= own + 2 and _is_one_phrase(view, own, c)), default=own)
    chain = _chain(view, verb)
    if own is not None and not (own > verb and chain and _names_somebody(view, chain[0] - 1, verb)):
        return own
    if not any(view.tokens[w].tag == "TO" for w in chain) or view.lemma(chain[0]) == "be":
        first = chain[0] if chain else verb
        left = [c for c in view.children[verb] if c < first and not _has_case(view, c)]
        bare = [c for c in left if view.tokens[c].pos in ("NOUN", "PROPN") or view.tokens[c].relation == "expl"]
        if bare:
            return bare[-1]
        if chain and view.tokens[chain[0]].tag in FINITE and first and view.tokens[first - 1].pos in ("NOUN", "PROPN", "PRON"):
            at = first - 1
            while view.tokens[at].head < at and view.tokens[at].relation in ("flat", "compound", "appos"):
                at = view.tokens[at].head
            if view.tokens[at].relation in SUBJECTS:
                return at
            if view.tokens[at].relation == "nmod" and _waits_for(view, view.tokens[at].head, verb):
                return view.tokens[at].head
    return _parted_by_speaker(view, verb) or view.subject(verb)


def _parted_by_speaker(view: Text, verb: int) -> int | None:
    """The subject that a tree hangs on who speaks between it and its verb: "The union, Quill warned, will strike"."""
    token, over = view.tokens[verb], view.tokens[verb].head
    if token.relation != "ccomp" or over + 2 >= len(view.tokens) or not over < verb or view.tokens[over + 1].text != ",":
        return None
    before = [c for c in view.children[over] if c < over and view.tokens[c].relation in SUBJECTS]
    parted = len(before) > 1 and any(view.tokens[w].text == "," for w in range(before[0], before[1]))
    return before[0] if parted else None


def _waits_for(view: Text, noun: int, verb: int) -> bool:
    """Tell whether the tree takes a noun for the subject of the verb of speech behind: "Members of the union will vote, it said"."""
    token = view.tokens[noun]
    return token.relation in SUBJECTS and noun < verb < token.head == view.tokens[verb].head


def _is_one_phrase(view: Text, first: int, last: int) -> bool:
    return all(view.tokens[w].pos in ("NOUN", "PROPN", "ADJ") for w in range(first, last + 1)) and view.tokens[last].pos == "NOUN"


def _owns(view: Text, noun: int) -> bool:
    """Tell whether a noun is whose, and not who: "Norland's plan is expected to"."""
    return any(view.tokens[c].tag == "POS" for c in view.children[noun])


def _names_somebody(view: Text, word: int, verb: int) -> bool:
    """Tell whether a word before a verb's auxiliaries is its subject, whatever stands behind: "Sela will appeal before the Court"."""
    token = view.tokens[word] if word >= 0 else None
    return token is not None and token.sentence == view.tokens[verb].sentence and token.pos in ("NOUN", "PROPN", "PRON")


def _has_case(view: Text, noun: int) -> bool:
    return view.has_case(noun) or view.tokens[noun].relation == "vocative"


def due_from(view: Text, verb: int) -> int | None:
    """The "is" of "is due to open", where the tree takes "due to" for a preposition and what follows for an adjective or a noun."""
    if verb < 3 or view.tokens[verb - 1].text != "to" or view.tokens[verb - 1].tag == "TO" or view.tokens[verb - 2].text != "due":
        return None
    if view.tokens[verb].tag != "VB" and not {view.lemma(verb), view.low(verb)} & words.TIMED:
        return None
    return next((w for w in range(verb - 3, max(-1, verb - 6), -1) if view.lemma(w) == "be"), None)


def finite_form(view: Text, word: int) -> str | None:
    """The tag of the finite verb of a predicate: of its first auxiliary or copula, or its own."""
    for at in [*sorted(c for c in view.children[word] if view.tokens[c].relation in ("aux", "aux:pass", "cop")), word]:
        if view.tokens[at].tag in FINITE:
            return view.tokens[at].tag
    group = _chain(view, word)
    return next((view.tokens[w].tag for w in group if view.tokens[w].tag in FINITE), None)


def is_norm(view: Text, subject: int) -> bool:
    """Tell whether a subject is people in general: "women should", "motorists must", "all firms have to"."""
    token = view.tokens[subject]
    if is_human(view, subject):
        return True
    own = [c for c in view.children[subject] if view.tokens[c].relation in ("det", "det:predet", "nmod:poss")]
    if len(own) == 1 and view.low(own[0]) in (words.WHOEVER if token.tag == "NNS" else ("each", "every")):
        return True
    return token.tag == "NNS" and token.pos == "NOUN" and can_act(view, subject) and not _is_qualified(view, subject)


def is_human(view: Text, noun: int) -> bool:
    """Tell whether a noun is people in general: "people", not "the people of Selm"."""
    return view.low(noun) in words.HUMANS and not _is_qualified(view, noun)


def _is_qualified(view: Text, noun: int) -> bool:
    return any(
        view.tokens[c].relation in ("det", "nmod:poss", "nummod", "amod", "nmod", "acl:relcl", "compound") for c in view.children[noun]
    )


def opens_event(view: Text, event: int) -> bool:
    """Tell whether an event has a verb behind it that the tree takes for something else: "peace talks open on Friday"."""
    behind = event + 1
    if behind >= len(view.tokens) or view.tokens[event].tag not in ("NNS", "VBZ") or not is_event(view, event):
        return False
    verb = view.tokens[behind]
    return verb.pos in ("ADJ", "ADV") and verb.head == event and verb.text.lower() in words.TIMED


def is_event(view: Text, word: int) -> bool:
    """Tell whether a noun names an event: a vote, talks, a trial, a round table."""
    if view.lemma(word) == "table" and word and view.low(word - 1) == "round":
        return True
    return view.lemma(word) in words.EVENTS or view.low(word) in words.EVENTS
