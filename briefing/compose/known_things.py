"""Which thing some words speak of as known, "the letter", "this project", and which sentence before them tells what thing that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from briefing.compose.meanings import SPEECH, deeds_of, is_speech, nouns_alike
from briefing.compose.pointing import ENOUGH_TOLD
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry
from briefing.compose.terms import stem, words_of
from briefing.models import Span

#: what stands behind a noun of which the words tell no more
_FUNCTION = (
    "is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|does|did|do|cannot|and|or|but|nor|as|by|after|before|because"
    "|so|when|while|if|unless|until|than|from|during|since|though|although|who|being|be|been|not|also|now|still|already|only|soon|yet|again"
)
_KNOWN = re.compile(
    r"\b(?:[Tt]h(?:e|is|[eo]se)|[Ss]uch(?: an?)?) (?:(?:new|proposed|planned|previous|alleged|latest|recent|current|entire|whole) )?"
    rf"(?P<noun>(?!who\b)[a-z][a-z-]{{2,}})(?=[.,;:!?”\"]|$| […–—-]| (?:{_FUNCTION})\b)"
    r"|\b(?:[Tt]hese|[Ss]uch) (?P<many>[a-z]{2,}[^s\W]s)\b|\b[Tt]hat (?P<one>[a-z]{3,}[^s\W])\b"
)
#: the endings of a deed, and those of the verb for it: "agreement" is what was "agreed", "suspension" what was "suspended"
_OF_DEEDS = (
    ("ment", ""),
    ("ation", ""),
    ("ation", "at"),
    ("tion", "t"),
    ("ision", "id"),
    ("ension", "end"),
    ("al", ""),
    ("ure", ""),
    ("ing", ""),
    ("ery", "er"),
)
#: letters of a verb at least: a station is not what was "stated"; and nouns with such an ending that are none of a deed
_VERB = 5
_NO_DEEDS = frozenset("department government apartment compartment".split())
#: deeds by the name of their verb: of "the fire" nobody was "fired"
_NAMED_AS_DONE = frozenset(
    """appeal arrest attack award ban blast bomb boycott charge claim crash defeat delay demand fine increase launch leak march murder offer
    order plan pledge probe promise protest purchase raid release repair request rescue review search transfer upgrade visit vote""".split()
)
#: what tells more behind a noun, and what makes it one beside the one that is known
_TELLS_MORE = "of|to|between|for|on|with|that|which|against|about|from"
_ANOTHER = "additional|extra|further|separate|similar|different|second|third"
#: a noun with the word before it, and one that tells more behind it; "he plans to" has none
_FULLER = re.compile(
    rf"(?P<before>\b(?!(?i:he|she|they|we|you|i|it|who|to|will|would|can|could|may|might|must|should)\b)[\w’'-]+)"
    rf" (?=(?P<noun>[a-z][a-z-]+(?<!ed))\b(?P<behind> (?:{_TELLS_MORE})\b)?)"
)
#: so many sentences before may tell of a thing by another word, and so many what was said
_NEAR, _NEAREST = 6, 3
#: what every reader knows, or that stands for what its own sentence names
_AT_HAND = frozenset(
    """year month week day time morning afternoon evening night summer winter season weekend decade century country nation world region
    city state government house parliament court point way kind sort type police public president media army military economy
    past future present end beginning start top rest same other others latter former most least best worst first second third last next
    sun moon sea sky ground right left poor rich people area north south east west market law press opposition environment climate weather
    moment meantime age home land road roads purpose community internet case one ones two three time times streets border
    name help""".split()
)
#: words before a noun that tell nothing of it
_BARE = frozenset(
    """the this that these those such its their his her our my your any no every each some all both and or but of in on to for with at by
    from as into about than""".split()
)


def things_known(words: str, entry: Entry) -> Iterator[str]:
    """Yield the nouns of what the words beside an actor speak of as known, that neither they name before nor what the actor is called."""
    told = {stem(w) for called in (entry.name, *entry.aliases, entry.role, entry.elsewhere) for w in words_of(called or "")}
    for found in _KNOWN.finditer(words):
        before, noun = words_of(words[: found.start()]), found["noun"] or found["many"] or found["one"]
        if len(before) >= ENOUGH_TOLD:
            return
        # "that" may join a clause
        is_known = found["one"] is None or is_speech(noun) or bool(nouns_alike(noun))
        if is_known and noun not in _AT_HAND and stem(noun) not in told.union(stem(w) for w in before):
            yield noun


def sentence_with(reading: Reading, noun: str, first: Span, actor: str | None) -> Span | None:
    """The sentence of the body before a place that tells what a thing is of which an ``actor`` speaks: the one right before, where that
    tells more of it than its noun, else the only one that brings it in, "a forged letter", or, where none names it, the only one not far
    before that tells of it by another word or by its deed: "was arrested" of an arrest; and of what was said, the nearest in which
    somebody else speaks. None where two do: nobody can tell which is meant."""
    before = [s for s in reading.body if s.end <= first.start]
    telling = [s for s in before if _tells_of(reading.slice(s), {stem(noun)})]
    near = before[-_NEAR:]
    if is_speech(noun):
        said = (s for s in reversed(near[-_NEAREST:]) if _others_speak(reading, s, actor) or _tells_of(reading.slice(s), SPEECH))
        return next(said, None)
    otherwise = [s for s in near if _tells_otherwise(reading.slice(s), noun)]
    if before and before[-1] in (*telling, *otherwise):
        return before[-1]
    brings_in = re.compile(rf"\b(?:[Aa]n?|[\w-]+['’]s?) (?!{_ANOTHER})(?:[\w’'-]+ ){{0,4}}{re.escape(noun)}\b")
    bringing = [s for s in telling if brings_in.search(reading.slice(s))] if telling else otherwise
    return bringing[0] if len(bringing) == 1 else None


def _tells_otherwise(text: str, noun: str) -> bool:
    """Tell whether words tell of a thing by another noun or by its deed: "was arrested" of an arrest, "the new proposal" of a plan."""
    deeds = deeds_of(noun)
    return _deed(noun).search(text) is not None or bool(deeds.intersection(words_of(text))) or _tells_of(text, nouns_alike(noun))


def _tells_of(text: str, nouns: Set[str]) -> bool:
    """Tell whether words have one of some nouns, by their stems, and more of it: "a forged letter", "the letter of May"."""
    return any(stem(f["noun"]) in nouns and (f["before"].lower() not in _BARE or f["behind"] is not None) for f in _FULLER.finditer(text))


def _others_speak(reading: Reading, sentence: Span, actor: str | None) -> bool:
    """Tell whether somebody else than an actor says something in a sentence."""
    speakers = {p.actor for p in reading.analysis.positions if p.cue and sentence.start <= p.cue[0].start < sentence.end}
    return bool(speakers - {actor, None}) and actor not in speakers


def _deed(noun: str) -> re.Pattern[str]:
    """Match the past of the verb that a noun is of: "fined" for a fine, "banned" for a ban, "agreed" for an agreement."""
    made = () if noun in _NO_DEEDS else (noun.removesuffix(end) + verb for end, verb in _OF_DEEDS if noun.endswith(end))
    verbs = [*([noun] if noun in _NAMED_AS_DONE else ()), *(v for v in made if len(v) >= _VERB)]
    forms = "|".join(rf"{re.escape(v)}{re.escape(v[-1])}?e?d" for v in verbs)
    return re.compile(rf"\b(?:{forms})\b" if verbs else r"(?!)", re.IGNORECASE)
