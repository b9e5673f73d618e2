"""Whom a noun for a people or a party means in the singular: "the Norwegian", "the Welshman", "the Democrat"."""

from __future__ import annotations

import re
from typing import Final

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.office_words import lands_of
from briefing.nlp.syntax import Text
from briefing.nlp.trades import just_introduced, spoke_right_before

#: names of peoples that one of them is called by, while "the Dutch" are many
_ONE: Final = re.compile(
    r"\w+(?:an|[^e]i)|Dane|Swede|Finn|Pole|Turk|Serb|Croat|Scot|Briton|Spaniard|Czech|Greek|Thai|Slovak|Slovene|Filipino|Argentine"
)
_MAN: Final = re.compile(r"(?P<people>Welsh|Dutch|French|English|Irish|Scots|Northern Irish)(?:man|woman)")
#: sentences in which the one of a land is looked for
_REACH: Final = 8


def called_by_people(anaphora: Anaphora, head: int) -> list[Entity]:
    """The one person of the land named before, else who spoke right before or was just introduced, of no other land."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    if token.relation != "nsubj" or not _is_definite(view, head):
        return []
    if token.text.lower() in lexicon.PARTISANS:
        return spoke_right_before(anaphora, head) or just_introduced(anaphora, head)
    man = _MAN.fullmatch(token.text)
    land = view.nations.demonyms.get(man["people"] if man else token.text) if man or _ONE.fullmatch(token.text) else None
    if (land is None and man is None) or land == token.text:
        # the Vatican is the land
        return []
    near = [e for s, e in anaphora.order if s.start < token.start and token.sentence - view.sentence_at(s.start) <= _REACH]
    persons = [e for e in dict.fromkeys(near) if e.kind == "person" and not e.nominal]
    theirs = [e for e in persons if land is not None and land in lands_of(e, view.nations)]
    if theirs:
        return theirs if len(theirs) == 1 else []
    return [e for e in spoke_right_before(anaphora, head) or just_introduced(anaphora, head) if not lands_of(e, view.nations)]


def _is_definite(view: Text, head: int) -> bool:
    """Tell whether nothing but "the" stands before a noun, and nothing that tells it from others behind it."""
    article = head > 0 and view.low(head - 1) == "the"
    return article and all(c == head - 1 or view.tokens[c].relation == "punct" for c in view.children[head])
