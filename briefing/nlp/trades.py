"""Whom a noun for a trade means that the text calls nobody else by: "the former footballer" of the one person it is about."""

from __future__ import annotations

from typing import Final

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.unnamed import is_people

#: sentences before a noun in which no other person may be named
_ALONE: Final = 3
#: who is somebody to another person, and not the one who is spoken of
_BESIDE: Final = frozenset(
    """lawyer counsel attorney solicitor barrister adviser advisor aide spokesman spokeswoman spokesperson officer prosecutor
    investigator interviewer reporter interpreter translator manager trainer backer supporter follower challenger rival successor
    predecessor opponent killer attacker shooter murderer prisoner employer landlord minister""".split()
)


def called_by_trade(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one person named in the sentences before, who spoke last too, where "the" tells that the noun means somebody known; "the
    official" is only who is known to hold an office."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    definite = any(view.tokens[c].text.lower() == "the" for c in view.children[head] if c < head)
    noun = view.lemma(head)
    if not definite or not is_people(noun + "s") or noun in _BESIDE | lexicon.PRIVATE_PERSONS | lexicon.BODY_NOUNS:
        return []
    if any(view.tokens[c].relation in ("nmod", "nmod:poss", "appos", "acl:relcl") for c in view.children[head]):
        return []
    here = token.sentence
    told = [w for w in range(head) if view.lemma(w) == noun and view.tokens[w].pos == "NOUN"]
    if told and any(view.tokens[c].text.lower() in ("a", "an", "another") for c in view.children[told[-1]]):
        # "a footballer ... the footballer" may be somebody without a name
        return []
    near = [e for s, e in anaphora.order if s.start < token.start and here - view.sentence_at(s.start) <= _ALONE and e.kind == "person"]
    spoke = next((who for at, who in reversed(anaphora.spoke) if at < token.start), [])
    one = list(dict.fromkeys(near))
    if noun == "official" and any(e.role is None for e in one):
        return []
    return one if len(one) == 1 and not one[0].nominal and spoke == one else []
