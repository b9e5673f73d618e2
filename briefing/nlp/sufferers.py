"""Names that what is held only mentions: whom a deed is done to, whose support it is, what somebody is thanked for."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.syntax import Text

#: deeds done to whom a name behind "of" or before a possessive means: "the execution of Quill", "Quill's removal"
_DONE_TO = frozenset(
    """removal ouster sacking dismissal arrest detention execution killing murder assassination jailing imprisonment sentencing
    expulsion deportation dissolution closure abolition overthrow impeachment disqualification extradition eviction kidnapping
    abduction poisoning death invasion occupation bombing""".split()
)
#: what makes less of whatever hangs on it: "a reduction in state funding for the university"
_LESSENING = frozenset({"reduction", "cut", "cutback", "ban", "halt", "end", "moratorium"})
_BACKING = frozenset("support backing approval keenness care commitment readiness willingness determination assistance".split())
_THANKS = frozenset("thank grateful thankful gratitude congratulate commend appreciation".split())
_HANGING = frozenset({"nmod", "obl", "nmod:poss"})
_ASIDE = frozenset({"acl", "acl:relcl", "advcl", "nmod", "obl", "ccomp", "xcomp"})


def suffers(view: Text, span: Span) -> bool:
    """Tell whether a name says whom an act is done to: "condemned the raids on Norland", "sanctions against Norland", "the attack on
    Vale, Norland", "Quill's removal", "the execution of Quill", "a cut in funding for the college"."""
    word = _named(view, span)
    if word is None:
        return False
    case = _case(view, word)
    governor = view.tokens[word].head
    if view.tokens[governor].pos != "NOUN" or governor == word:
        return False
    if case in ("on", "upon", "against") and governor < word:
        return True
    if view.lemma(governor) in _DONE_TO:
        doer_said = any(_case(view, c) in ("of", "on") for c in view.children[governor] if c != word)
        return case == "of" or (view.tokens[word].relation == "nmod:poss" and not doer_said)
    return _is_lessened(view, word)


def _named(view: Text, span: Span) -> int | None:
    """The word that a name hangs by, or that of what it is named beside: "Vale" of "on Vale, Norland", "Orland" of "Orland and Norland"."""
    word = view.head_of(view.words([span]))
    for _ in range(3):
        if word is None or view.tokens[word].relation not in ("appos", "conj") or view.tokens[view.tokens[word].head].pos != "PROPN":
            return word
        word = view.tokens[word].head
    return word


def _is_lessened(view: Text, word: int) -> bool:
    """Tell whether a name hangs on what makes less of something."""
    for _ in range(3):
        if view.tokens[word].relation not in _HANGING or _case(view, word) not in ("in", "of", "for", "to", "on"):
            return False
        word = view.tokens[word].head
        if view.tokens[word].pos != "NOUN":
            return False
        if view.lemma(word) in _LESSENING:
            return True
    return False


def backs(view: Text, span: Span) -> bool:
    """Tell whether a name says whose support it is: "Orland's firm support for the plan", "the support of Orland for the plan"."""
    words = view.words([span])
    word = _named(view, span)
    if word is None or not words:
        return False
    behind = view.tokens[words[-1] + 1 : words[-1] + 3]
    if len(behind) == 2 and behind[0].tag == "POS" and behind[1].text.lower() in _BACKING:
        return True
    governor = view.tokens[word].head
    if view.lemma(governor) not in _BACKING or view.tokens[governor].pos != "NOUN":
        return False
    owns = view.tokens[word].relation == "nmod:poss"
    return owns or (_case(view, word) in ("of", "from") and any(_case(view, c) in ("for", "to") for c in view.children[governor]))


def thanked_until(view: Text, cue: list[int], content: list[int]) -> int | None:
    """Where those end who are thanked, and what for begins: "thanked the crew | for its trust in Norland"; None where none is thanked."""
    for word in (*cue, *content):
        if view.lemma(word) not in _THANKS:
            continue
        # a parse may hang "to the crew" on the verb of "expressed gratitude to the crew"
        beside = (*view.children[word], *(view.children[view.tokens[word].head] if view.tokens[word].pos == "NOUN" else ()))
        thanked = next((c for c in beside if c > word and _is_thanked(view, word, c)), None)
        if thanked is not None:
            return view.tokens[max(view.subtree(thanked, without=_ASIDE))].end
    return None


def _is_thanked(view: Text, thanks: int, word: int) -> bool:
    """Tell whether a word by a verb or a noun of thanks says who is thanked, rather than what is commended."""
    relation, case = view.tokens[word].relation, _case(view, word)
    if (
        view.lemma(thanks) != "thank"
        and view.tokens[word].pos == "NOUN"
        and view.lemma(word) not in lexicon.BODY_NOUNS | lexicon.PERSON_NOUNS | lexicon.PEOPLE
    ):
        return False
    return (relation in ("obj", "iobj") and case is None) or (relation in ("obl", "nmod", "obl:agent") and case == "to")


def _case(view: Text, word: int) -> str | None:
    case = view.child(word, ("case",))
    return view.lemma(case) if case is not None else None
