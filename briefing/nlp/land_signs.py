"""What the words around a name that no table knows say of it: a land's, a town's, a body's, a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.nlp import lexicon
from briefing.nlp.names import fold
from briefing.nlp.stretches import name_spans

#: a word that tells which, of what follows
_WORD = r"(?:(?!(?:the|an?|its|his|her|their|and|or|as|to|in|on|is|was|has|had|for|with|where|when|said|says|that)\s)\w+\s)?"
#: what only a sovereign land has, behind its name
_SOVEREIGN = re.compile(
    rf"(?:['’]s?)?\s{_WORD}(?:(?:foreign|defen[cs]e) minist(?:ry|er)|prime minister|embassy|ambassador|air force|armed forces|"
    r"central bank|counterpart|independence)\b"
)
#: what only a land has, sovereign or part of one
_OF_LANDS = re.compile(
    rf"(?:['’]s?)?\s{_WORD}(?:\w+ minist(?:ry|er)|parliament|attorney[- ]general|auditor[- ]general|chief justice|border|"
    r"constitution(?:al court)?|supreme court|citizens|airspace|capital(?=[,.]))\b"
)
#: what a land has, and a person or a firm may have too
_OF_SOME = re.compile(
    rf"['’]s?\s{_WORD}(?:president|government|king|queen|premier|economy|people|troops|forces|army|navy|elections?|coast|"
    r"opposition|ruling party)\b"
)
#: what a town has, or a land
_OF_TOWNS = re.compile(
    r"-(?:based|born)\b|['’]s?\s(?:city council|town council|council|mayor|residents|streets|harbour|airport|police|suburbs)\b"
)
_BEFORE_SOVEREIGN = re.compile(
    r"\b(?:borders? with|ambassador to|[Rr]epublic of|[Kk]ingdom of|(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e) [Mm]inister of|independence of|"
    r"diplomatic (?:ties|relations) with)\s(?:the\s)?$"
)
#: of those, what no body has, however sure it is to be one
_BEFORE_NO_BODY = re.compile(r"\b(?:borders? with|(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e) [Mm]inister of)\s$")
_BEFORE_LANDS = re.compile(r"\b(?:[Nn]eighbou?ring|[Gg]overnment of|[Pp]arliament of)\s(?:the\s)?$")
_BEFORE_TOWNS = re.compile(
    r"\b(?:[Mm]ayor|[Bb]ishop|[Tt]own|[Cc]ity|[Pp]ort|[Vv]illage|[Pp]rovince|[Uu]niversity|[Ii]sland|people|capital) of\s$"
)
_CALLED_TOWN = re.compile(r"\b(?:City|Town|Village|Province|County|Municipality) of\s$")
#: whom lands send, and where those are from
_SENT_FROM = re.compile(
    r"\b(?:[Ll]eaders|[Mm]inisters|[Dd]iplomats|[Dd]elegations|[Dd]elegates|[Tt]roops|[Ss]oldiers|[Ee]nvoys|[Aa]mbassadors)\sfrom\s"
    r"(?:[A-Z]\w+, )*(?:[A-Z]\w+,? and )?$"
)
#: a preposition of place at the head of a sentence, or behind a word that is not bound to "in": not "confidence in Hale"
_IN = re.compile(r"(?:^|[.!?]\s|\n|“)(?:In|Across|Near|Outside|Inside)\s$|\b(?:across|near|outside|inside|in)\s$")
_ACROSS = re.compile(r"\b[Aa]cross\s$")
_BOUND = re.compile(
    r"\b(?:confidence|trust|faith|belie\w+|interest\w*|invest\w*|shares?|stakes?|disappoint\w+|hope|role|loss)\s(?:\w+\s)?in\s$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:extradit|deport|export|flight|flew|fled|travel|return|visit|trip|troops|import)\w*\s(?:[\w]+\s){0,4}(?:to|from)\s$")
#: words that lead from a name to "its" without naming anything that "it" may be
_ON = r"(?:\s(?!(?:the|an?|this|that|who|which|whose|and|or|said|says|but|as)\s)[a-z-]+){1,5}?"
#: what a land does with what only a land has
_ITS_OWN = re.compile(
    rf"(?=\s(?:has|had|will|would|is|was|to|must|should|could|may|might|also|not|sent|withdrew|drew|shut|cut|lost|took|put|held|kept|\w+ed|\w+s)\s)"
    rf"{_ON}\sits\s(?:own\s|\w+\s)?(?:ambassadors?|embassy|envoys?|borders?|airspace|territory|territorial|troops|"
    r"forces|army|navy|air force|sovereignty|citizens|nationals|parliament|constitution|independence|currency|neighbou?rs?|diplomats?)\b"
)
_IT_SAYS = re.compile(
    r"\s(?:has\s|had\s)?(?:said|says|announced|warned|pledged|vowed|promised|declared|insisted)\s(?:(?:on|late|early|this|last)\s)*"
    r"(?:[A-Z][a-z]+day\s)?(?:that\s)?(?=it\s)"
)
#: what whoever is called "it" does with its own
_ITS_BUSINESS = re.compile(
    r"\s(?:has\s|had\s|will\s|would\s|is\s|was\s|to\s)*(?:clos|cut|rais|report|post|open|expand|launch|increas|sell|sold|mov|shut|halt|"
    r"suspend|lower|lift|publish|restor|reduc|doubl|recall|delay)\w*\sits\s"
)
#: what lands do, and hardly anybody else
_ACT_OF_STATE = re.compile(
    r"\s(?:has\s|have\s|had\s|will\s|also\s|later\s|then\s)*(?:invaded|annexed|ratif\w+|sever\w* (?:\w+ )?(?:ties|relations)|"
    r"declared war|impos\w+ (?:\w+ )?sanctions|expel\w+ (?:\w+ ){0,3}(?:diplomats?|ambassador|envoy)|"
    r"recall\w* (?:its|the) (?:ambassador|envoy)|summon\w* (?:[\w’']+ ){0,2}(?:ambassador|envoy|chargé))"
)
#: who has done something to or with a land: "X accused Orland of", "X and Orland signed"
DEALING = re.compile(
    r"(?<![\w-])(?P<one>[A-Z]\w+)(?: has| had| also){0,2} "
    r"(?:accus|condemn|urg|attack|shell|bomb|invad|call\w* on|warn|blam|denounc)\w* (?P<other>[A-Z]\w+)\b(?! [A-Z])"
)
#: what is begun, made or broken between two lands, and what may be between any two
_BETWEEN_LANDS = r"(?:borders?|frontiers?|war|ceasefire|truce|armistice|hostilities|(?:diplomatic|bilateral) \w+|peace \w+)"
_BETWEEN_ANY = r"(?:talks|negotiations|relations|ties|trade|agreement|pact|deal|treaty|accord|tensions?|dispute|conflict|clashes|fighting)"
PAIR_OF_LANDS = re.compile(rf"\b{_BETWEEN_LANDS} between ([A-Z]\w+) and ([A-Z]\w+)\b(?! [A-Z])")
PAIR = re.compile(
    rf"\b(?i:{_BETWEEN_ANY}) between (?P<a>[A-Z]\w+) and (?P<b>[A-Z]\w+)\b(?! [A-Z])|(?<![\w-])(?P<c>[A-Z]\w+) and (?P<d>[A-Z]\w+) "
    r"(?:have |had )?(?:signed|concluded|ratified|sealed|restored|resumed|opened|closed)\b"
)
#: three single names or more in a row, and two that something is between
LIST = re.compile(r"\b[A-Z]\w+(?:, [A-Z]\w+)+,? and [A-Z]\w+\b(?! [A-Z])")
BETWEEN = re.compile(r"\bbetween [A-Z]\w+ and [A-Z]\w+\b(?! [A-Z])")
#: what shows a person behind a single name
_OF_PERSON = re.compile(
    r",? (?:who|himself|herself|whom|and (?:his|her))\b|, (?:aged )?\d\d\b|['’]s?\s(?:wife|husband|widow|son|daughter|brother|sister|"
    r"father|mother|lawyers?|family|supporters|aides?|campaign)\b|['’]?s?\s(?:administration|family|campaign)\b|"
    r"(?:\s(?!(?:that|who|which)\s)[a-z-]+){1,9}?\s(?:he|his|him|she|her|himself|herself)\b"
)
#: how lands are called more often than persons are
_SHAPE = re.compile(r"[A-Z]\w{2,}(?:via|nia|ria|lia|dia|sia|istan|land|mark|vania)")
BEFORE, BEHIND = 60, 90


def is_shaped_as_land(name: str) -> bool:
    """Tell whether a name has the form of many lands' names: "Sorenia", "Ostmark"."""
    return bool(_SHAPE.fullmatch(name))


def places_of(text: str, name: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind each place of a name."""
    for start, end in name_spans(text, name):
        yield text[max(0, start - BEFORE) : start], text[end : end + BEHIND]


def is_person(before: str, behind: str) -> bool:
    """Tell whether one place of a name shows that it is a person's: a title or an office before it, "he" or "his wife" behind it."""
    last = before.split()[-1:]
    titled = bool(last) and before[-1:] == " " and last[0][-1] != "," and fold(last[0]).strip(".,") in lexicon.TITLES | lexicon.PERSON_NOUNS
    return titled or bool(_OF_PERSON.match(behind))


def is_no_body(before: str) -> bool:
    """Tell whether what stands before a name is what only a land has, so that no body can be called so."""
    return bool(_BEFORE_NO_BODY.search(before))


def is_called_it(behind: str) -> bool:
    """Tell whether whoever acts speaks of itself as "it": "Ferrowell said it would cut jobs"."""
    return bool(_IT_SAYS.match(behind) or _ITS_BUSINESS.match(behind))


def owns(behind: str) -> bool:
    """Tell whether a name owns what a land may own: "Besk's parliament", "Arduin's president"."""
    return points("", behind, "person")[1]


def points(before: str, behind: str, kind: str) -> tuple[int, bool]:
    """What the words around one place of a name say for a land or a town, and whether they say it of a land; those of a body must
    own what only a land has. A "sure place" is one that the model knows."""
    if _BEFORE_SOVEREIGN.search(before) or (_SOVEREIGN.match(behind) and (kind in ("person", "place", "sure place") or behind[0] in "'’")):
        return 2, True
    if kind == "sure place":
        return 0, False
    if _ITS_OWN.match(behind) or _SENT_FROM.search(before):
        return 2, True
    if kind in ("person", "place") and _ACT_OF_STATE.match(behind):
        return 1, True
    if kind != "person":
        # parts of lands have parliaments too
        return 0, False
    if _BEFORE_LANDS.search(before) or _OF_LANDS.match(behind):
        return 2, True
    if _OF_SOME.match(behind):
        return 1, True
    if _CALLED_TOWN.search(before):
        return 2, False
    if _OF_TOWNS.match(behind) or _BEFORE_TOWNS.search(before) or _TO.search(before):
        return 1, False
    if (says := _IT_SAYS.match(behind)) is not None:
        # nobody is called "it"
        return (2, True) if _ITS_OWN.match(behind[says.end() - 1 :]) else (1, False)
    if _ACROSS.search(before):
        return 2, False
    owned = behind[:1] in ("'", "’")
    return int(bool(_IN.search(before)) and not owned and not _BOUND.search(before)), False
