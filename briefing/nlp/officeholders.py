"""Who holds an office, where the reader of names takes the person for a place, "the mayor of Orlet, Sanne Holt, said", or the letters of
the office for a body, "Ada Quill, OC of Marrow station. The OC said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.models import Mention
from briefing.nlp import lexicon
from briefing.nlp.entities import Roster
from briefing.nlp.names import clean_name, is_office_in_letters
from briefing.nlp.syntax import Text

#: a place that is surer than this may well be the land in which another one lies: "the mayor of Tarn, North Selmark"
_SURE: Final = 0.7
_LEAST_WORDS, _MOST_WORDS = 2, 4
#: words of a place's name between it and "of"
_LONGEST_PLACE = 4
#: letters from which on a body may be one person's office by them alone: "CEC" of the Chief Election Commissioner
_SURE_LETTERS: Final = 3


def with_holders(view: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """Take for a person what stands between commas behind an office of a place, and says or does something."""
    return [replace(m, kind="person") if m.kind == "place" and m.confidence < _SURE and _is_holder(view, m) else m for m in mentions]


def _is_holder(view: Text, mention: Mention) -> bool:
    tokens, words, name = view.tokens, view.words([mention.span]), clean_name(view.slice(mention.span))
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS or words[0] < 4 or words[-1] + 2 >= len(tokens):
        return False
    if name in view.nations.names or name in view.lands.places or not all(tokens[w].text[:1].isupper() for w in words):
        return False
    behind = tokens[words[-1] + 2]
    if tokens[words[-1] + 1].text != "," or not (behind.tag in ("VBD", "VBZ") or behind.text.lower() == "who"):
        return False
    at = words[0] - 2
    while at > 0 and words[0] - at <= _LONGEST_PLACE and tokens[at].pos == "PROPN":
        at -= 1
    is_of_place = tokens[words[0] - 1].text == "," and at < words[0] - 2 and tokens[at].text.lower() == "of"
    return is_of_place and tokens[at - 1].text.lower() in lexicon.TITLES


def fold_letters(view: Text, roster: Roster) -> None:
    """Make what was taken for a body and is the office of one person a name of that person: its letters, where the text gives them
    with the office or where they are an office's in any text, or all that it says of it behind them."""
    persons = [e for e in roster.entities if e.kind == "person" and not e.nominal and e.role]
    for body in [e for e in roster.entities if e.kind == "organization"]:
        held = [p for p in persons if all(_is_office(view, form, p.role or "") for form in body.forms)]
        if len(held) == 1 and min(body.spans) > min(held[0].spans):
            roster.fold(body, held[0])


def _is_office(view: Text, form: str, role: str) -> bool:
    """Tell whether a form is an office: its letters, or all that a text tells of it behind them, "OC of Marrow station"."""
    letters, _, rest = form.partition(" ")
    if not letters.isupper() or len(letters) == 1:
        return False
    if letters.lower() in lexicon.PERSON_NOUNS and role.split()[0] == letters:
        return not rest or form == role
    told = letters.lower() in lexicon.OFFICE_LETTERS or f"({letters})" in view.text
    return not rest and len(letters) >= _SURE_LETTERS and told and is_office_in_letters(letters, role, last=False)
