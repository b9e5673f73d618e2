"""Who is known by a common noun alone, and whether that tells a reader enough to be shown as somebody who holds something."""

from __future__ import annotations

from collections.abc import Container

from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold

_PERSONAL = ("ers", "ors", "ists", "ians", "ants", "ees", "men", "women", "mates", "folk")
_BY_TRADE = ("er", "or", "ist", "ian")
#: who is one only to somebody else, and words of that ending that are no nouns for people
_TO_ANOTHER = frozenset(
    """predecessor successor competitor rival opponent partner neighbor neighbour follower killer attacker abuser captor
    other former latter better lesser greater inner outer upper lower further another rather elder minor major""".split()
)
#: what somebody does or is, in small letters, and in capitals too
_TRADES = frozenset(
    """host co-host presenter practitioner surveyor imam actress undergraduate graduate guide laureate citizen clerk fisherman tribesman
    cameraman craftsman survivor descendant icon astronaut apprentice intern housewife codefendant co-defendant pupil bureaucrat
    technocrat participant contestant migrant immigrant emigrant refugee employee trainee nun monk convict recipient expat
    operative retiree appointee ally scholar plaintiff superdelegate waitress salesman saleswoman driver customer""".split()
)
TITLED_TRADES = frozenset("assistant specialist student elder technologist technician".split())
#: nouns that end as those for people do, and mean none
_THINGS = frozenset(
    """numbers papers letters matters orders powers answers others offers computers chapters borders waters rivers factors sectors
    errors doors tremors motors reactors plants grants restaurants variants warrants fees trees degrees measures
    centers towers servers shutters filters layers markers indicators vectors mirrors corridors clusters disasters
    barriers carriers trailers posters timers triggers covers characters parameters kilometers meters quarters winters summers
    dollars pollutants fragrances deodorants coolants estimates climates decrees guarantees newspapers newsletters banners registers
    trackers flyers folders tenders rumors horrors terrors wonders calendars ledgers barometers
    twists lists fists mists lasers bees""".split()
)
_OF_MANY = frozenset("one another some several many other few most both two three".split())
#: bodies of which every text has many: "the company" is not known from it alone
ANY_BODY = frozenset(
    """company firm corporation agency group organization organisation team body office department bureau panel committee commission
    council association club institute institution foundation network bank hospital airport airline school university operator
    manufacturer startup exchange fund jury branch state city province territory society community side media""".split()
)
#: who speaks for others by what they are
_FOR_A_BODY = frozenset("spokesman spokeswoman spokesperson official officer source representative".split())
#: what bodies are told by without a noun for one
_FIELDS = frozenset("security intelligence judicial defence defense health".split())


def is_people(noun: str) -> bool:
    """Tell whether a plural means people or bodies, who can hold something: "farmers", not "decisions"."""
    plain = fold(noun)
    single = _single(plain)
    if plain in lexicon.PEOPLE or {plain, single} & (lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS) or single in _TRADES | TITLED_TRADES:
        return True
    return plain.endswith(_PERSONAL) and plain not in _THINGS


def is_trade(noun: str) -> bool:
    """Tell whether a noun in the singular is for one person by what they do, though no list has it: "translator", "land worker"."""
    plain = fold(noun)
    listed = plain in lexicon.PRIVATE_PERSONS | lexicon.BODY_NOUNS | _TO_ANOTHER
    return plain in _TRADES | TITLED_TRADES or (plain.isalpha() and not listed and plain.endswith(_BY_TRADE) and is_people(f"{plain}s"))


def _single(plural: str) -> str:
    return plural[:-3] + "y" if plural.endswith("ies") else plural.removesuffix("s")


def called_by(name: list[str]) -> list[str]:
    """The words of a noun phrase up to the noun that it is about: "ministers" of "ministers of Orland and Kestria"."""
    return name[: next((n for n, w in enumerate(name) if w in ("of", "from", "for") and n), None)]


def is_nobody(entity: Entity) -> bool:
    """Tell whether an actor without a name is nobody to a reader: a thing, a person who is somebody only to those around them
    ("his brother"), one of many that are not told apart ("some residents"), or a body that is any ("the company", not "the Council")."""
    name = fold(entity.name).replace("’", "'").split()
    words = called_by(name)
    if not entity.nominal or not words:
        return False
    if entity.vague:
        return True
    if entity.kind == "person":
        return words[-1].split("-")[-1] in lexicon.PRIVATE_PERSONS
    if entity.kind == "organization":
        return len(name) == 1 and _single(words[0]) in ANY_BODY and not entity.name[:1].isupper()
    return not is_people(words[-1])


def is_told_by_name(entity: Entity, known: Container[str]) -> bool:
    """Tell whether who has no name is told by another's: "Quill’s lawyer", "a Bank of Norland official"; not one of many of a land or
    a place. ``known`` are the names that tell only where somebody is from."""
    words = entity.name.replace("’s", "").replace("'s", "").split()
    if len(words) < 2 or fold(words[0]) in _OF_MANY:
        return False
    return any(w[:1].isupper() and "-" not in w and w not in known for w in words)


def is_told_by_body(entity: Entity) -> bool:
    """Tell whether who has no name speaks for a body that the phrase tells: "a police official", "an officer of the port authority"."""
    words = fold(entity.name).replace("’", "'").removeprefix("the ").split()
    head = called_by(words)
    if entity.kind != "person" or not head or fold(words[0]) in _OF_MANY or head[-1] not in _FOR_A_BODY:
        return False
    told = {w.removesuffix("'s") for w in (*head[:-1], *words[len(head) :][-1:])}
    return bool(told & (lexicon.BODY_NOUNS | _FIELDS))
