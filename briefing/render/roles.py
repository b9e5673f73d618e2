"""What somebody is, in a line beside their name: their office, and of whom or what it is one where that is not said already."""

from __future__ import annotations

import re

from briefing.models import BriefedPosition, KeyActor
from briefing.render.wording import clean_name

#: letters that a land and its people have in common at least, and those in which they may differ at most
_STEM, _LAND_END, _PEOPLE_END = 4, 4, 4
_OF_A_PEOPLE = re.compile(r"(?:an|ese|ish|ic|ch|ek|i)$")
#: peoples who are called otherwise than their lands
_PEOPLES: dict[str, tuple[str, ...]] = {
    "France": ("French",),
    "Netherlands": ("Dutch",),
    "United Kingdom": ("British", "UK"),
    "Denmark": ("Danish",),
    "Ireland": ("Irish",),
    "Spain": ("Spanish",),
    "Greece": ("Greek",),
    "Philippines": ("Philippine", "Filipino"),
    "United Arab Emirates": ("Emirati", "UAE"),
    "Saudi Arabia": ("Saudi",),
    "United States": ("American", "US"),
    "Equatorial Guinea": ("Equatoguinean",),
    "Democratic Republic of the Congo": ("Congolese", "DRC"),
    "Côte d'Ivoire": ("Ivorian",),
    "Switzerland": ("Swiss",),
}


def told_role(actor: KeyActor | BriefedPosition) -> str | None:
    """What somebody is, and of whom or what where that does not say it."""
    role, side = (clean_name(x) if x else None for x in (actor.role, actor.affiliation))
    if role and (actor.name if isinstance(actor, KeyActor) else actor.actor).startswith(f"{role} "):
        # "King Leopold" is king
        role = None
    if role and side and not _tells(role, side):
        return f"{_without_kind(role, side)}, {side}"
    return role or side


def _without_kind(role: str, side: str) -> str:
    """A role without the noun that its body's name says again: "registrar of the university" of Norrhavn University."""
    post, _, kind = role.rpartition(" of the ")
    return post if post and kind.casefold() in side.casefold().split() else role


def _tells(role: str, side: str) -> bool:
    """Tell whether a role says already of whom it is one: "Norlandish envoy" of Norland or of the Republic of Norland, "N.U. envoy" of
    the Norland Union, "NUAID director" of NUAID Mission."""
    letters = "".join(w[0] for w in side.split() if w[0].isupper())
    said = {w.replace(".", "").strip(",'’") for w in role.split()}
    land = side.split()[-1]
    of_people = any(w.startswith(land) and w != land for w in said) or any(_is_of_land(w, side) for w in said)
    own_letters = side.split()[0]
    if own_letters.isupper() and len(own_letters) > 2 and role.startswith(f"{own_letters} "):
        return True
    return side.casefold() in role.casefold() or of_people or (len(letters) > 1 and letters in said)


def _is_of_land(word: str, side: str) -> bool:
    """Tell whether a word is what the people of a land are called: "Honduran" of Honduras, "Polish" of Poland, "French" of France,
    "Uzbek" of Uzbekistan."""
    if word in _PEOPLES.get(side, ()):
        return True
    if side in (f"{word}istan", f"{word}stan"):
        return True
    if " " in side or not word[:1].isupper() or not _OF_A_PEOPLE.search(word):
        return False
    shared = next((n for n, (a, b) in enumerate(zip(word, side, strict=False)) if a != b), min(len(word), len(side)))
    # what the name of a land and that of its people end in
    return shared >= _STEM - side.endswith("land") and len(side) - shared <= _LAND_END and len(word) - shared <= _PEOPLE_END
