"""Whom a text tells of first by what they are and names in the next sentence: "A leading chemist has said. Ada Quill, a professor,"."""

from __future__ import annotations

from typing import Final

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.described import is_person
from briefing.nlp.entities import Entity
from briefing.nlp.genders import by_given_name
from briefing.nlp.nominals import ASIDE, DEFINITE, call
from briefing.nlp.syntax import Text

_ONE: Final = frozenset({"a", "an", "one"})
#: what one is to somebody who is named with it
_TO_SOMEBODY: Final = lexicon.KINSWOMEN | lexicon.KINSMEN | frozenset("cousin grandson granddaughter grandmother grandfather".split())
#: who stays without a name
_UNNAMED: Final = lexicon.SPOKES_NOUNS - {"lawyer", "attorney", "aide"} | {"insider", "witness", "bystander"}
_WOMEN: Final = lexicon.KINSWOMEN | frozenset("woman girl lady granddaughter grandmother actress".split())
_MEN: Final = lexicon.KINSMEN | frozenset("man boy gentleman widower grandson grandfather".split())
#: what somebody else does with what was said
_ANSWERS: Final = lexicon.OPPOSITION | lexicon.DENIAL | lexicon.BLAME | frozenset("respond reply welcome hail meet join visit".split())


def named_next(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The person with whose name, told for the first time, the next sentence begins, where nobody has spoken before one whom a text
    tells of by a noun with "a", or by whose kin they are. What that person is shares a word with the noun, or the sentence goes on with
    what was told: who only speaks next may be another."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    if token.tag != "NN" or not _is_new(anaphora, head) or not is_person(view, head) or view.lemma(head) in _UNNAMED:
        return None
    if any(at < token.start for at, _ in anaphora.spoke) or token.sentence + 1 >= len(view.sentences):
        return None
    behind = view.sentence_words[token.sentence + 1]
    root = next((w for w in behind if view.tokens[w].relation == "root"), None)
    subject = view.child(root, ("nsubj",)) if root is not None else None
    if root is None or subject is None or view.lemma(root) in _ANSWERS or len(view.conjuncts(subject)) > 1:
        return None
    named = [e for e in anaphora.named_at(subject) if e.kind == "person" and not e.nominal]
    if len(named) != 1 or view.sentence_at(min(named[0].spans).start) != token.sentence + 1:
        return None
    person = named[0]
    told = {view.lemma(w) for w in words if view.tokens[w].pos in ("NOUN", "PROPN", "ADJ")}
    gender = by_given_name(person) or person.gender
    if len(told) == 1 or view.lemma(head) in {"he": _WOMEN, "she": _MEN}.get(gender or "", ()):
        # "A woman said she had been robbed. Jon Hale said she lied"
        return None
    shared = set((person.role or "").lower().replace("-", " ").split())
    nouns = {view.lemma(w) for w in words if view.tokens[w].pos in ("NOUN", "PROPN")}
    if not (nouns & shared or _is_kin(anaphora, head) or _goes_on(view, root)):
        # "A leading chemist has said. Ada Quill, a professor, said" may be another
        return None
    call(view, person, [w for w in words if w in view.subtree(head, without=ASIDE)])
    return person


def _is_new(anaphora: Anaphora, head: int) -> bool:
    """Tell whether a noun is told with "a" or "one", or tells whose kin somebody is."""
    view = anaphora.view
    return any(view.low(c) in _ONE for c in view.children[head] if c < head) or _is_kin(anaphora, head)


def _is_kin(anaphora: Anaphora, head: int) -> bool:
    """Tell whether a noun tells whose kin somebody is: "the nephew of Ada Quill"."""
    view = anaphora.view
    owners = [c for c in view.children[head] if view.tokens[c].relation in ("nmod", "nmod:poss")]
    return view.lemma(head) in _TO_SOMEBODY and any(
        e.kind == "person" for owner in owners for w in view.subtree(owner) for e in anaphora.named_at(w)
    )


def _goes_on(view: Text, root: int) -> bool:
    """Tell whether a sentence goes on with what was said before it: "made the remarks"."""
    return view.lemma(root) == "make" and any(
        bool({view.lemma(c), view.low(c)} & lexicon.DOCUMENT_NOUNS) and any(view.low(d) in DEFINITE for d in view.children[c])
        for c in view.children[root]
        if view.tokens[c].relation == "obj"
    )
