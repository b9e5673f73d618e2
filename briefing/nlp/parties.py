"""Of which party and which state a politician is, told behind the name: "(D-Md.)", ", R-Ohio,", ", Republican of Maine,", "of Vermont"."""

from __future__ import annotations

import re
from typing import Final

from briefing.nlp.entities import Roster
from briefing.nlp.role_phrases import has_office
from briefing.nlp.syntax import Text

#: the states, and how newspapers and the post shorten them
_SHORT_FORMS: Final = """Alabama:Ala:AL Alaska:AK Arizona:Ariz:AZ Arkansas:Ark:AR California:Calif:Cal:CA Colorado:Colo:CO
    Connecticut:Conn:CT Delaware:Del:DE Florida:Fla:FL Georgia:Ga:GA Hawaii:HI Idaho:ID Illinois:Ill:IL Indiana:Ind:IN Iowa:IA
    Kansas:Kan:Kans:KS Kentucky:Ky:KY Louisiana:La:LA Maine:ME Maryland:Md:MD Massachusetts:Mass:MA Michigan:Mich:MI Minnesota:Minn:MN
    Mississippi:Miss:MS Missouri:Mo:MO Montana:Mont:MT Nebraska:Neb:Nebr:NE Nevada:Nev:NV New_Hampshire:NH New_Jersey:NJ New_Mexico:NM
    New_York:NY North_Carolina:NC North_Dakota:ND Ohio:OH Oklahoma:Okla:OK Oregon:Ore:OR Pennsylvania:Pa:Penn:PA Rhode_Island:RI
    South_Carolina:SC South_Dakota:SD Tennessee:Tenn:TN Texas:Tex:TX Utah:UT Vermont:Vt:VT Virginia:Va:VA Washington:Wash:WA
    West_Virginia:WVa:WV Wisconsin:Wis:Wisc:WI Wyoming:Wyo:WY"""
_STATES: Final = {form: forms[0] for state in _SHORT_FORMS.split() for forms in [state.replace("_", " ").split(":")] for form in forms}
_IN_FULL: Final = "|".join(sorted(set(_STATES.values()), key=len, reverse=True))
_PARTIES: Final = {"r": "Republican", "d": "Democrat", "i": "independent"}
_ADJECTIVES: Final = {"Republican": {"republican", "gop"}, "Democrat": {"democrat", "democratic"}, "independent": {"independent"}}
_BRACKETS: Final = re.compile(
    r"(?:['’]s)?(?:\s\((?P<party>[RDI]|Rep\.?|Dem\.?|Ind\.?)(?:\s?[-–—]\s?|,\s)(?P<state>[A-Z][\w. ]*)\)"
    r"|,\s(?P<party2>[RDI])[-–—](?P<state2>[A-Z][A-Za-z.]*(?:\s[A-Z][a-z]+)?))"
)
_LETTER: Final = re.compile(r"(?:['’]s)?\s\((?P<party>[RD])\)")
_IN_WORDS: Final = re.compile(
    rf",\s(?:(?:an?\s|the\s)?(?P<party>Republican|Democrat|[Ii]ndependent)\s(?:of|from)\s(?P<state>{_IN_FULL})\b"
    rf"|an?\s(?P<state2>{_IN_FULL})\s(?P<party2>Republican|Democrat|[Ii]ndependent)(?=[,.;]|\s(?:who|and)\b))"
)
_OF_STATE: Final = re.compile(rf"\sof\s(?P<state>{_IN_FULL})\b")
#: who sits for a state
_ELECTED: Final = re.compile(r"\b(?:senator|representative|governor|congress(?:wo)?man)\Z", re.IGNORECASE)
_LONGEST: Final = 60


def tell_parties(view: Text, roster: Roster) -> None:
    """Give those who have an office their party and state in brackets behind it, "Representative (Democrat, Maryland)", and those of whom
    no office is told these alone, "Democrat of Maryland"; what the role says already is not told again."""
    for person in roster.entities:
        if person.kind != "person" or person.nominal or "(" in (person.role or ""):
            continue
        told = [_told_behind(view, span.end, person.role) for span in person.spans]
        party, state = next((t for t in told if t[0]), next((t for t in told if t[1]), (None, None)))
        person.role = _with(person.role, party, state)


def _told_behind(view: Text, end: int, role: str | None) -> tuple[str | None, str | None]:
    """The party and the state told right behind a name."""
    text = view.text[end : end + _LONGEST]
    if (found := _BRACKETS.match(text) or _IN_WORDS.match(text)) is not None:
        groups = found.groupdict()
        party, state = groups["party"] or groups["party2"], groups["state"] or groups["state2"]
        place = _STATES.get(state.replace(".", "").strip()) or _STATES.get(state.replace(".", "").replace(" ", ""))
        return (_PARTIES[party[0].lower()], place) if place is not None else (None, None)
    if role is None or _ELECTED.search(role) is None:
        # one letter beside a picture tells who stands to the right
        return None, None
    if (letter := _LETTER.match(text)) is not None and _PARTIES[letter["party"].lower()] in view.text:
        return _PARTIES[letter["party"].lower()], None
    of_state = _OF_STATE.match(text)
    return None, of_state["state"] if of_state is not None else None


def _with(role: str | None, party: str | None, state: str | None) -> str | None:
    """A role with the party and the state that it does not tell."""
    words = set(re.findall(r"[\w-]+", (role or "").lower()))
    if role is None or not has_office(role):
        only = " of ".join(t for t in (party, state) if t)
        return only if party is not None and (role is None or not words & _ADJECTIVES[party]) else role
    if party is not None and words & _ADJECTIVES[party]:
        party = None
    if state is not None and state.lower() in role.lower():
        state = None
    told = ", ".join(t for t in (party, state) if t)
    return f"{role} ({told})" if told else role
