"""Whose office a name is that was taken for a body: by its letters, or by all that the text tells of it, "Ada Quill, OC of Marrow station.
The OC said"."""

from __future__ import annotations

from typing import Final

from briefing.nlp import lexicon
from briefing.nlp.entities import Roster
from briefing.nlp.names import is_office_in_letters
from briefing.nlp.syntax import Text

#: letters from which on a body may be one person's office by them alone: "CEC" of the Chief Election Commissioner
_SURE_LETTERS: Final = 3


def fold_letters(view: Text, roster: Roster) -> None:
    """Make what was taken for a body and is the office of one person a name of that person: its letters, where the text gives them
    with the office or where they are an office's in any text, or all that it says of it behind them."""
    persons = [e for e in roster.entities if e.kind == "person" and not e.nominal and e.role]
    for body in [e for e in roster.entities if e.kind == "organization"]:
        held = [p for p in persons if all(_is_office(view, form, p.role or "") for form in body.forms)]
        if len(held) == 1 and view.sentence_at(min(body.spans).start) >= view.sentence_at(min(held[0].spans).start):
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
