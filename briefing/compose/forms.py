"""One form for the irregular forms of a verb and for the noun of what it does."""

from __future__ import annotations

from briefing.compose.terms import stem

#: verbs with their irregular pasts, and with the nouns of what they do
_FORMS = """
    arise arose arisen, bear bore borne, begin began begun, bring brought, build built, buy bought,
    catch caught, choose chose chosen, draw drew drawn, drive drove driven, fall fell fallen, feed fed,
    fight fought, find found, fly flew flown, forbid forbade forbidden, freeze froze frozen, grow grew grown, hear heard,
    hide hid hidden, keep kept, lay laid, lead led, leave left, lend lent, lose lost, pay paid,
    ride rode ridden, ring rang rung, rise rose risen, run ran, seek sought, sell sold, send sent,
    shake shook shaken, sing sang sung, sink sank sunk, sit sat, speak spoke spoken, spend spent,
    stand stood, steal stole stolen, strike struck, swear swore sworn, swim swam, teach taught,
    throw threw thrown, wear wore worn, win won, withdraw withdrew withdrawn, write wrote written,
    resign resignation, depart departure, arrive arrival, publish publication, deliver delivery, pay payment,
    appoint appointment, announce announcement, inaugurate inauguration, resume resumption, remove removal,
    approve approval, withdraw withdrawal, sign signature, decide decision, elect election,
    inspect inspection, reopen reopening, renew renewal, present presentation, evacuate evacuation,
    expel expulsion, nominate nomination, ratify ratification, demolish demolition, negotiate negotiation,
    close closure, dismiss dismissal, agree agreement, apologise apology, examine examination,
    extradite extradition, select selection, deport deportation
"""
_VERBS = {stem(form): stem(verb) for verb, *forms in (entry.split() for entry in _FORMS.split(",")) for form in forms}


def base_of(term: str) -> str:
    """The one form of a term: "sought" and "seeks", "closure" and "closing" are one."""
    return _VERBS.get(term, term)
