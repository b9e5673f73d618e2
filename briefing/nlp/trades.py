"""Whom a noun for a trade means that the text calls nobody else by: "the former footballer" of the one person it is about."""

from __future__ import annotations

import re
from typing import Final

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.names import is_office_in_letters
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import is_people

#: sentences before a noun in which no other person may be named
_ALONE: Final = 3
#: sentences from what somebody says to the noun that means them
_GOES_ON: Final = 4
#: sentences from what somebody says to one that the noun opens
_SOON: Final = 2
#: persons of whom a text calls one so who was named, and whom another noun may tell as well
CLASSES: Final = frozenset(
    """legislator lawmaker parliamentarian politician goalkeeper player midfielder striker forward singer actor musician rapper composer
    filmmaker scientist economist academic researcher professor physicist surgeon diplomat activist campaigner businessman
    businesswoman entrepreneur billionaire tycoon expert cleric historian poet pilot veteran actress comedian legend star""".split()
)
#: trades of those who are in court for others
_OF_LAW: Final = frozenset("lawyer attorney counsel barrister solicitor prosecutor judge justice magistrate officer inspector".split())
#: who is somebody to another person, and not the one who is spoken of
_BESIDE: Final = frozenset(
    """lawyer counsel attorney solicitor barrister adviser advisor aide spokesman spokeswoman spokesperson officer prosecutor
    investigator interviewer reporter interpreter translator manager trainer backer supporter follower challenger rival successor
    guy girl boy mum mom dad widow bride
    predecessor opponent killer attacker shooter murderer prisoner employer landlord minister source insider""".split()
)
#: what tells somebody from others of their trade
_TOLD_APART: Final = frozenset({"nmod", "nmod:poss", "appos", "acl:relcl"})
#: what somebody is whatever their trade
_WHATEVER_TRADE: Final = frozenset({"citizen", "native"})
#: what an office is called for short
_LETTERS: Final = re.compile(r"[A-Z]{2,4}")
#: who is told by their years
_BY_YEARS: Final = re.compile(r"\b[Tt]he \d{1,3}-year-old(?: [a-z]+)?$")
_LONGEST_AGE: Final = 40
#: what one was who is told by it, and what one does who spoke last
_PAST: Final = frozenset({"retired", "former", "one-time", "onetime"})
_GOES_ON_BY: Final = frozenset({"add", "continue"})
_AGED: Final = re.compile(r"\b\d{1,3}-year-old$")


def called_by_trade(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one person named in the sentences before, who spoke last too, where "the" tells that the noun means somebody known; "the
    official" is only who is known to hold an office."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    definite = any(view.low(c) == "the" for c in view.children[head] if c < head)
    noun = view.lemma(head)
    aged = is_age(view, head)
    known = noun in CLASSES or aged or is_people(noun + "s")
    if token.text[0].isupper() and token.start != view.sentences[token.sentence].start and token.text.lower() not in CLASSES:
        # "The Courier" is a paper
        return []
    if not definite or not known or noun in _BESIDE | lexicon.PRIVATE_PERSONS | lexicon.BODY_NOUNS:
        return []
    if any(view.tokens[c].relation in _TOLD_APART and not _is_aside(view, c) for c in view.children[head]):
        return []
    here = token.sentence
    if aged and (same := called_by_age(anaphora, head)):
        return same
    told = [w for w in range(head) if view.lemma(w) == noun and view.tokens[w].pos == "NOUN"]
    if (noun in CLASSES or (noun == "official" and not told)) and (same := spoke_right_before(anaphora, head)):
        return same if (same[0].role is not None if noun == "official" else _may_be(noun, same[0])) else []
    if noun in _WHATEVER_TRADE and view.child(head, ("amod", "compound")) is None:
        # "the citizen" is any
        return []
    if told and any(view.low(c) in ("a", "an", "another") for c in view.children[told[-1]]):
        # "a footballer ... the footballer" may be somebody without a name
        return []
    near = [e for s, e in anaphora.order if s.start < token.start and here - view.sentence_at(s.start) <= _ALONE and e.kind == "person"]
    spoke = next((who for at, who in reversed(anaphora.spoke) if at < token.start), [])
    # who has no name may be the same by another word
    one = list(dict.fromkeys(e for e in near if not e.nominal or e in spoke))
    if len(one) != 1 or spoke != one:
        one = _only_one(anaphora, token.start) or _who_goes_on(anaphora, token.start) or just_introduced(anaphora, head)
    if len(one) != 1 or one[0].nominal or (noun == "official" and one[0].role is None):
        return []
    return one if noun == "official" or aged or _may_be(noun, one[0]) else []


def called_by_past(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one person who spoke right before, told by what they were or as who goes on: "the retired surgeon said", "the pastor added"."""
    view = anaphora.view
    before = {view.low(c) for c in view.children[head] if c < head}
    verb = view.tokens[head].head
    goes_on = view.lemma(verb) in _GOES_ON_BY and view.child(verb, ("xcomp",)) is None
    if "the" not in before or not (goes_on or before & _PAST) or view.lemma(head) in lexicon.TITLES | lexicon.SPOKES_NOUNS | _BESIDE:
        return []
    return spoke_right_before(anaphora, head)


def called_by_letters(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one person named before whose office has these letters: "the AG" of Attorney General Ada Quill."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    before = {view.low(c) for c in view.children[head] if c < head}
    if before - {"the"} or not _LETTERS.fullmatch(token.text):
        return []
    named = [e for e in anaphora.roster.entities if e.kind == "person" and not e.nominal and e.role and min(e.spans).start < token.start]
    one = [e for e in named if is_office_in_letters(token.text, e.role or "")]
    return one if len(one) == 1 else []


def called_by_age(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one person who spoke right before, whom a noun tells by their years: "the 42-year-old", "the 42-year-old consultant"."""
    end = anaphora.view.tokens[head].end
    told = _BY_YEARS.search(anaphora.view.text[max(0, end - _LONGEST_AGE) : end])
    if told is None:
        return []
    # one who has spoken by that phrase goes on
    start = end - (told.end() - told.start())
    again = next((who for at, who in reversed(anaphora.spoke) if at == start), [])
    return again or spoke_right_before(anaphora, head, by_years=True)


def is_age(view: Text, head: int) -> bool:
    """Tell whether a noun means a person by years alone: "the 21-year-old"."""
    return view.lemma(head) == "old" and _AGED.search(view.text[: view.tokens[head].end]) is not None


def _is_aside(view: Text, verb: int) -> bool:
    """Tell whether a relative clause between commas only tells more of one who is known: "the former star, who has retired, said"."""
    return view.tokens[verb].relation == "acl:relcl" and view.tokens[min(view.subtree(verb))].text == ","


def _only_one(anaphora: Anaphora, offset: int) -> list[Entity]:
    """The only person whom the text names before a place, where it names one."""
    persons = list(dict.fromkeys(e for s, e in anaphora.order if s.start < offset and e.kind == "person"))
    return persons if len(persons) == 1 else []


def just_introduced(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one person whom the sentence before tells of first, and is about, where the next one opens with the noun: "Jon Hale, a rapper,
    has joined them. The Northport citizen says"."""
    view, here = anaphora.view, anaphora.view.tokens[head].sentence
    if view.tokens[head].relation != "nsubj" or any(view.tokens[w].pos == "VERB" for w in view.sentence_words[here] if w < head):
        return []
    before = [(s, e) for s, e in anaphora.order if view.sentence_at(s.start) == here - 1 and e.kind == "person"]
    one = list(dict.fromkeys(e for s, e in before if anaphora.is_subject(s) and not _owns(anaphora, s)))
    new = len(one) == 1 and not one[0].nominal and min(one[0].spans) == before[0][0]
    return one if new else []


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
        # whom the speaker speaks of is not the one who goes on, nor is one whose the government is
        and quotation_at(view.text, s.start) is None
        and not _owns(anaphora, s)
    ]
    return who if all(at < s.start and not anaphora.is_subject(s) for s, _ in near) else []


def spoke_right_before(anaphora: Anaphora, head: int, *, by_years: bool = False) -> list[Entity]:
    """The one person who spoke in the sentences right before, where the noun is what the next one is about, and nobody else is named
    since: "Hale said so in June. The actor added"."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    at, who = next(((at, who) for at, who in reversed(anaphora.spoke) if at < token.start), (0, []))
    near = 0 < token.sentence - view.sentence_at(at) <= _SOON
    if len(who) != 1 or who[0].kind != "person" or who[0].nominal or not near:
        return []
    # a parse may hang "consultant" on "old"
    if token.relation != "nsubj" and not (by_years and token.relation == "appos"):
        return []
    named = anaphora.roster.at(at, token.start)
    since = [(s, e) for s, e in named if e.kind == "person" and e is not who[0] and s.end <= token.start]
    return who if all(quotation_at(view.text, s.start) is not None or _owns(anaphora, s) for s, _ in since) else []


def _owns(anaphora: Anaphora, span: Span) -> bool:
    """Tell whether a name is only told as an owner's: "President Quill's government"."""
    return anaphora.view.text[span.end : span.end + 2] in ("'s", "’s")


def _may_be(noun: str, person: Entity) -> bool:
    """Tell whether a person whose office is known may have a trade too: a lawyer is no goalkeeper."""
    told = set((person.role or "").lower().split())
    return noun in told | _WHATEVER_TRADE or not told & (CLASSES | _OF_LAW)
