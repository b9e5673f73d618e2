"""Who is of the side of those who speak: they themselves, whom they speak for, their bodies and their land."""

from __future__ import annotations

from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.nations import Nations
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import Text

_SIDES = frozenset(
    "government union party ministry administration company committee congress country nation side team group coalition bloc".split()
)
#: of these, what only those who hold an office speak for
_GOVERNING = frozenset("government ministry administration country nation".split())
_OFFICES = frozenset(
    """minister president premier chancellor secretary governor ambassador envoy king queen prince princess sheikh emir amir sultan official
    spokesman spokeswoman spokesperson treasurer attorney chief""".split()
)
#: offices that one country alone has
_OFFICES_OF_LANDS = {"secretary of state": "United States"}
#: what those speak for who run a town
_TOWNS = frozenset("city town municipality".split())
_TOWN_OFFICES = frozenset("mayor councillor councilor alderman".split())
#: those whom one speaks for: "his men", "her members"
_FOLLOWERS = frozenset("member man people force troop soldier worker supporter fighter side".split())


def is_own(view: Text, subject: int, actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether a subject is the speaker, those they speak for, or their side: "he", "our party", "the union", "Japan"."""
    token = view.tokens[subject]
    low = token.text.lower()
    if token.pos == "NOUN" and is_told_apart(view, subject):
        return False
    if any(s.start <= token.start < s.end for a in actors for s in a.spans):
        return True
    if low in lexicon.THIRD_PERSON and (not quoted or quotation_at(view.text, token.start) is None):
        return any(_may_be(low, a) for a in actors)
    if any(view.tokens[c].relation == "nmod:poss" and view.low(c) in lexicon.OWNERS for c in view.children[subject]):
        return token.lemma.lower() in lexicon.BODY_NOUNS | _FOLLOWERS
    if token.pos == "NOUN" and _speaks_for(token.lemma.lower(), actors, view.nations) and not (token.tag == "NNS" and len(actors) < 2):
        of = [c for c in view.children[subject] if view.tokens[c].relation in ("nmod", "nmod:poss", "amod", "compound")]
        return all(_is_country_of(view, c, actors) for c in of)
    if token.pos != "PROPN":
        return not quoted and low in ("sides", "leaders", "ministers", "countries") and len(actors) > 1
    known = [text for a in actors for text in (a.role, a.affiliation, a.name if a.kind != "person" else None) if text]
    said = {w for text in known for w in fold(text).split()}
    name = fold(token.text)
    country = view.nations.demonyms.get(token.text)
    return name in said or (country is not None and fold(country) in said) or _is_country_of(view, subject, actors)


def is_told_apart(view: Text, noun: int) -> bool:
    """Tell whether what stands right behind a noun says which one is meant: "the club interested in him", "the bank that wins"."""
    if noun + 1 >= len(view.tokens):
        return False
    behind = view.tokens[noun + 1]
    return behind.tag in ("VBN", "VBG", "JJ") or behind.text.lower() in ("who", "that", "which")


def _is_country_of(view: Text, word: int, actors: tuple[Entity, ...]) -> bool:
    """Tell whether a word names the country of those who speak, as far as it is told or goes by their office."""
    named = [c for c in view.subtree(word) if view.tokens[c].pos in ("PROPN", "ADJ")]
    if not named:
        return False
    span = view.span_of(named)
    form = view.text[span.start : span.end]
    country = view.nations.country_of(form) or view.nations.demonyms.get(form)
    if country is None:
        return False
    return any(country in (a.affiliation, _OFFICES_OF_LANDS.get(fold(a.role or ""))) for a in actors)


def _speaks_for(noun: str, actors: tuple[Entity, ...], nations: Nations) -> bool:
    """Tell whether "the union", "the ministry" are the side of those who speak, as far as what is known of them goes."""
    known = {w for a in actors for text in (a.role, a.affiliation) if text for w in fold(text).split()}
    if noun in _TOWNS:
        return bool(known & (_TOWN_OFFICES | {noun}))
    if noun in _GOVERNING:
        # the president of a guild does not speak for the ministry
        told = [a.affiliation for a in actors if a.affiliation]
        if told and noun not in known and not any(t in nations.names or fold(t) == "government" for t in told):
            return False
        return bool(known & (_OFFICES | {noun})) or any(a.kind in ("organization", "country") for a in actors)
    return noun in _SIDES or noun in known & lexicon.BODY_NOUNS


def _may_be(pronoun: str, actor: Entity) -> bool:
    if pronoun == "it":
        return actor.kind in ("organization", "country")
    return pronoun == "they" or actor.kind == "person"
