"""The words that an office is told by: those that say what one is, those that say of what, and the lands among them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.nations import Nations
from briefing.nlp.syntax import Text

#: words that count those who have an office, or make another one of it before these
_FIRST = frozenset({"first", "second", "third"})
_COUNTED = frozenset("vice deputy secretary lady minister assistant officer lieutenant sergeant".split())
#: words before an office that tell no other office: "the country's president", "the party leader"
LOOSE = frozenset(
    "country nation kingdom republic state new current embattled veteran incumbent top senior highness majesty excellency".split()
)
#: offices so high that a text need not give them with the name of who holds them
HIGHEST = frozenset("president premier minister chancellor leader governor mayor king queen emir amir sultan pope".split())
#: offices by their short forms
SHORT = {
    "pm": ("prime", "minister"),
    "pontiff": ("pope",),
    "premier": ("prime", "minister"),
    "fm": ("foreign", "minister"),
    "cm": ("chief", "minister"),
    "ce": ("chief", "executive"),
    "dg": ("director", "general"),
    "dp": ("deputy", "president"),
    "vp": ("vice", "president"),
    "ex": ("former",),
    **dict.fromkeys(("gov", "gov."), ("governor",)),
    **dict.fromkeys(("sen", "sen."), ("senator",)),
    **dict.fromkeys(("rep", "rep."), ("representative",)),
}
#: words of "the" and an office
THE_OFFICE = 2
#: what tells more of an office behind it
TELLS_MORE = frozenset({"acl", "acl:relcl", "appos", "parataxis"})
#: between two offices of one person, between an office and what it is of, behind whose it is
_NEXT_OFFICE = re.compile(r",\s|\sand\s(?!the\b)")
_OF_OFFICE = re.compile(r"\s(?:of|to|for|at|in|with|under)\s")
_OWNER = re.compile(r"['’]s?\s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Office:
    """What an office is told by."""

    words: frozenset[str]
    countries: frozenset[str]
    #: the words that tell what one is, not of what or of whom: "chief" of "the minister's chief of staff"
    heads: frozenset[str] = frozenset()

    @property
    def ranks(self) -> frozenset[str]:
        return self.words & lexicon.RANKS


def held_by(entity: Entity, nations: Nations) -> Office:
    """The office that a person is known to have, of the land that they speak for too."""
    office = _read_office((entity.role or "").split(), nations)
    country = nations.names.get(entity.affiliation or "")
    return Office(
        words=office.words,
        countries=office.countries | ({country} if country else set()),
        heads=_read_office(_head_words(entity.role or ""), nations).words,
    )


def office_told(view: Text, words: list[int]) -> Office:
    """The office that a noun phrase tells."""
    return _read_office([view.tokens[w].text for w in words if view.tokens[w].pos in ("NOUN", "PROPN", "ADJ")], view.nations)


def lands_of(person: Entity, nations: Nations) -> frozenset[str]:
    """The lands that what a person is names."""
    return held_by(person, nations).countries


def _read_office(words: list[str], nations: Nations) -> Office:
    plain: set[str] = set()
    countries: set[str] = set()
    bare = [w.strip(",").removesuffix("’s").removesuffix("'s") for text in words for w in text.split("-")]
    # "the first female president" is the president
    counted = [w for w, after in itertools.pairwise(bare) if w.lower() in _FIRST and after.lower() not in _COUNTED and after.islower()]
    bare = [w for w in bare if w not in counted]
    joined = [f"{a} {b}" for a, b in itertools.pairwise(bare)]
    for word in (*bare, *joined):
        country = nations.demonyms.get(word) or nations.names.get(word)
        if country:
            countries.add(country)
        elif " " not in word and len(word) > 1:
            plain |= set(SHORT.get(word.lower(), (fold(word),)))
    return Office(words=frozenset(plain), countries=frozenset(countries))


def _head_words(role: str) -> list[str]:
    """The words of a role that stand neither behind "of" or "to" nor before a genitive: who has to do with an office does not hold it."""
    found: list[str] = []
    owned = False
    for part in _NEXT_OFFICE.split(role):
        own = _OF_OFFICE.split(part, maxsplit=1)
        if not owned or len(own) > 1:
            found += _OWNER.split(own[0])[-1].split()
        owned = owned or len(own) > 1
    return found
