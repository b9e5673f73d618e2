"""Whom a noun for a trade means that the text calls nobody else by: "the former footballer" of the one person it is about."""

from __future__ import annotations

from typing import Final

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.quotations import quotation_at
from briefing.nlp.unnamed import is_people

#: sentences before a noun in which no other person may be named
_ALONE: Final = 3
#: sentences from what somebody says to the noun that means them
_GOES_ON: Final = 4
#: persons of whom a text calls one so who was named, and whom another noun may tell as well
CLASSES: Final = frozenset(
    """legislator lawmaker parliamentarian politician goalkeeper player midfielder striker forward singer actor musician rapper composer
    filmmaker scientist economist academic researcher professor physicist surgeon diplomat activist campaigner businessman
    businesswoman entrepreneur billionaire tycoon expert cleric historian poet pilot veteran actress comedian legend star""".split()
)
#: trades of those who are in court for others
_OF_LAW: Final = frozenset("lawyer attorney counsel barrister solicitor prosecutor judge magistrate officer inspector".split())
#: who is somebody to another person, and not the one who is spoken of
_BESIDE: Final = frozenset(
    """lawyer counsel attorney solicitor barrister adviser advisor aide spokesman spokeswoman spokesperson officer prosecutor
    investigator interviewer reporter interpreter translator manager trainer backer supporter follower challenger rival successor
    guy girl boy mum mom dad widow bride
    predecessor opponent killer attacker shooter murderer prisoner employer landlord minister""".split()
)


def called_by_trade(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one person named in the sentences before, who spoke last too, where "the" tells that the noun means somebody known; "the
    official" is only who is known to hold an office."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    definite = any(view.tokens[c].text.lower() == "the" for c in view.children[head] if c < head)
    noun = view.lemma(head)
    if not definite or not (noun in CLASSES or is_people(noun + "s")) or noun in _BESIDE | lexicon.PRIVATE_PERSONS | lexicon.BODY_NOUNS:
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
    if len(one) != 1 or spoke != one:
        one = _only_one(anaphora, token.start) or _who_goes_on(anaphora, token.start)
    if len(one) != 1 or one[0].nominal or (noun == "official" and one[0].role is None):
        return []
    return one if noun == "official" or _may_be(noun, one[0]) else []


def _only_one(anaphora: Anaphora, offset: int) -> list[Entity]:
    """The only person whom the text names before a place, where it names one."""
    persons = list(dict.fromkeys(e for s, e in anaphora.order if s.start < offset and e.kind == "person"))
    return persons if len(persons) == 1 else []


def _who_goes_on(anaphora: Anaphora, offset: int) -> list[Entity]:
    """The one person who spoke last, a few sentences before, where the sentences near name others only since, and as doing nothing."""
    view = anaphora.view
    here = view.sentence_at(offset)
    at, who = next(((at, who) for at, who in reversed(anaphora.spoke) if at < offset), (0, []))
    if len(who) != 1 or who[0].kind != "person" or here - view.sentence_at(at) > _GOES_ON:
        return []
    near = [
        (s, e)
        for s, e in anaphora.order
        if s.start < offset
        and here - view.sentence_at(s.start) <= _ALONE
        and e.kind == "person"
        and e is not who[0]
        # whom the speaker speaks of is not the one who goes on
        and quotation_at(view.text, s.start) is None
    ]
    return who if all(at < s.start and not anaphora.is_subject(s) for s, _ in near) else []


def _may_be(noun: str, person: Entity) -> bool:
    """Tell whether a person whose office is known may have a trade too: a lawyer is no goalkeeper."""
    told = set((person.role or "").lower().split())
    return noun in told or not told & (CLASSES | _OF_LAW)
