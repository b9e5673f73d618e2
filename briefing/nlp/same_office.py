"""Whether the office that a text tells may be what a person is: the same noun and rank, no other portfolio, no other land."""

from __future__ import annotations

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold, is_office_in_letters
from briefing.nlp.office_words import LOOSE, SHORT, TELLS_MORE, Office, held_by, office_told

#: who has an office that somebody else is to have: "a new coach" is not the coach who was sacked
TO_COME = frozenset({"new", "next", "future", "incoming", "prospective"})
#: who has "justice" for a portfolio is no judge
_PORTFOLIOS = frozenset({"minister", "secretary", "department", "ministry"})
#: whom a word for any leader may mean, with what they lead: "the HC chief" of the chairwoman of the Harbour Council
_HEADS = frozenset({"chief", "head", "boss"})
_LEADERS = frozenset(
    "chairman chairwoman chairperson chair president director commissioner governor secretary leader minister ceo executive".split()
)
#: whose office ends in "general" and who is none
_GENERALS = frozenset({"attorney", "solicitor", "secretary", "director", "governor", "auditor", "consul", "inspector"})
_HEAD_OF_SOMETHING = 2
#: whom "the Norlandish leader" may mean
_LEAD_A_LAND = frozenset("president premier chancellor king queen emir amir sultan taoiseach".split())
#: what a verb makes of somebody else than its subject
_OTHERS = frozenset({"obj", "iobj", "obl"})


def may_hold(anaphora: Anaphora, head: int, words: list[int], wanted: Office, entity: Entity) -> bool:
    """Tell whether a person's role may be this office: same noun, same rank, no other portfolio, no other country."""
    view = anaphora.view
    held = held_by(entity, view.nations)
    noun = view.lemma(head)
    if is_office_in_letters(view.tokens[head].text, entity.role or "", last=noun not in SHORT and not wanted.countries):
        return True
    if noun == "judge" and "justice" in held.heads and not held.words & _PORTFOLIOS:
        noun = "justice"  # "Justice Quill adjourned. The judge said"
    if noun == "general" and wanted.words == {"general"} and held.words & _GENERALS:
        return False
    leads = noun in _HEADS and noun not in held.words and bool(held.heads & _LEADERS)
    if leads and len(wanted.words) < _HEAD_OF_SOMETHING:
        return False
    at_top = held.heads & _LEAD_A_LAND or {"prime", "minister"} <= held.heads
    leads = leads or (noun == "leader" and bool(at_top and wanted.countries & held.countries))
    short = SHORT.get(noun, (noun,))
    if (short[-1] not in held.heads and not leads) or held.ranks != wanted.ranks:
        return False
    if noun == "premier" and not set(short) <= held.words:
        # the premier is no minister for something
        return False
    if wanted.countries and not held.countries and _meets_holder(anaphora, noun, wanted, entity):
        return False
    if wanted.words & TO_COME and not held.words & TO_COME:
        return False
    if wanted.countries and held.countries and not wanted.countries & held.countries:
        return False
    if wanted.countries and not held.countries and any(w.isupper() and len(w) > 1 for w in (entity.role or "").split()):
        # "the commander of the IRGC Navy" is not that of the Omani Navy
        return False
    told = [view.tokens[w] for w in words]
    # "the country's military chief" is not its president
    nouns = {fold(t.text) for t in told if t.pos in ("NOUN", "PROPN", "ADJ" if leads else "") or t.text.lower() in lexicon.TITLES}
    others = nouns & (wanted.words - held.words) - LOOSE - set(SHORT) - {"judge"} - (_HEADS | {"leader"} if leads else set())
    if entity.affiliation is None:
        # whom a person without a body speaks for may be told by its letters: "the PTI chairman"
        others -= {fold(t.text) for t in told if t.text.isupper() and len(t.text) > 1}
    return not others or (entity.affiliation is not None and others <= words_of_body(anaphora, entity.affiliation))


def words_of_body(anaphora: Anaphora, name: str) -> set[str]:
    """The words, and the letters, that a body of this name is called by."""
    forms = (form for body in anaphora.roster.bodies(name)[:1] for form in body.forms)
    return {fold(w) for f in (*forms, name) for w in f.split()}


def _meets_holder(anaphora: Anaphora, noun: str, wanted: Office, person: Entity) -> bool:
    """Tell whether a person has to do with another who holds their office in a land: "Quill met her Kestrian counterpart", "Quill will see
    the Kestrian president on Friday"."""
    view = anaphora.view
    for word in view.with_lemma({noun, "counterpart"}):
        token = view.tokens[word]
        before = [s for s in person.spans if view.sentence_at(s.start) == token.sentence and s.end < token.start]
        if not any(anaphora.is_subject(s) for s in before) or (token.relation not in _OTHERS and view.lemma(word) == noun):
            continue
        own = [w for w in view.subtree(word, without=TELLS_MORE) if w < word]
        if office_told(view, own).countries & wanted.countries:
            return True
    return False
