"""Named mentions set right by what the text says around the names: lands, offices, honours, houses, the short names of firms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.models import Mention, Span
from briefing.nlp import lexicon
from briefing.nlp.named_bodies import TOLD, listed, names_of_several, told_by_noun
from briefing.nlp.names import clean_name, fold, name_tokens
from briefing.nlp.stretches import Spans, name_spans
from briefing.nlp.syntax import Text

#: those of them that no name begins with
TRADES = frozenset(
    """carrier carmaker charity airline insurer supplier developer watchdog broadcaster retailer lender regulator automaker chipmaker
    drugmaker operator startup manufacturer shipbuilder steelmaker planemaker truckmaker homebuilder housebuilder brewer""".split()
)
#: nouns in the names of bodies that are called after a person or a place, and not by that name alone
_CALLED_AFTER = frozenset(
    """foundation institute prize university college centre center school hospital museum family campaign administration council ministry
    police authority department court party association government city county district state port airport parliament assembly
    commission committee church cathedral stadium street road bridge park library theatre union federation club fc army navy
    brigade process summit report inquiry trial case agreement treaty doctrine act bill law house fund trust cup""".split()
)
#: what a place that people work in is, by its last word: as a speaker it is the body
_HOUSES = frozenset("hospital clinic university college school institute museum theatre theater airport zoo".split())
#: offices that are no part of a name
_OFFICES = frozenset(
    """assemblyman assemblywoman assemblymember councilman councilwoman councilmember councillor councilor congressman congresswoman
    senator senador deputy minister president chairman chairwoman spokesman spokeswoman mayor governor superintendent inspector
    commissioner ambassador lawmaker legislator taoiseach tánaiste tanaiste""".split()
)
#: letters of honours and ranks behind a name
_HONOURS = frozenset("AM AO AC OAM OBE CBE MBE KC QC SC SAN CH".split())
#: who is addressed as a person by a surname alone: "Dr Hale said"
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? ([A-Z][\w-]{2,})(?! [A-Z])\b")
_PLACED = re.compile(r"\b(?:in|at|near|outside|inside|around|across|from|to|through|into|the)\s(?:the\s)?$", re.IGNORECASE)
_SHORTEST = 4
#: who runs a firm or a union, behind its name: "Corvane chief executive Ines Falk"
_RUN_BY = re.compile(
    r" (?:chief executive|chief operating officer|CEO|chair(?:man|woman|person)|managing director|general manager|general secretary)"
    r"(?: officer)? [A-Z]"
)
#: who helps in every land, and is none: "the Norland Red Crescent"
_IN_RED = re.compile(r"\bRed (?:Cross|Crescent|Crystal)(?: Society)?$")


def settle_mentions(view: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions the kinds that the words around them tell, and add names that only those words tell."""
    settled = [_without_office(view, _without_letters(view, m)) for m in _as_places(view, mentions)]
    settled = _short_names(view, settled)
    settled = told_by_noun(view, settled)
    settled = listed(view, settled)
    return sorted((_as_house(view, m) for m in settled), key=lambda m: m.span)


def _as_places(view: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """Take for a place whatever is called as a land or a town of the text, for a people what is called as a people of one,
    for a body who is called "it"."""
    lands, peoples = view.lands, view.nations.demonyms
    addressed = {name_tokens(found.group(1))[-1] for found in _ADDRESSED.finditer(view.text)} - lexicon.BODY_NOUNS - _CALLED_AFTER
    settled: list[Mention] = []
    whole = {t for m in mentions if m.kind == "person" and len(tokens := name_tokens(clean_name(view.slice(m.span)))) > 1 for t in tokens}
    run = {clean_name(view.slice(m.span)) for m in mentions if m.kind == "person" and _RUN_BY.match(view.text, m.span.end)}
    run = {name for name in run if len(name_tokens(name)) == 1 and name_tokens(name)[0] not in whole}
    for mention in mentions:
        name = clean_name(view.slice(mention.span))
        if mention.kind in ("person", "organization", "group") and name in lands.places:
            mention = replace(mention, kind="place")
        elif mention.kind == "organization" and name_tokens(name)[1:] and name_tokens(name)[-1] in addressed:
            # "Jon Hale ... Dr Hale"
            mention = replace(mention, kind="person")
        elif (mention.kind == "person" and (name in lands.bodies or name in run)) or (mention.kind == "place" and _IN_RED.search(name)):
            mention = replace(mention, kind="organization")
        elif mention.kind in ("person", "organization", "place") and (name in peoples or _is_of_counterpart(view, mention.span)):
            mention = replace(mention, kind="group")
        settled.append(mention)
    taken = Spans(m.span for m in settled)
    return settled + [
        Mention(span=s, kind="place", confidence=TOLD) for name in sorted(lands.places) for s in _elsewhere(view, name, taken)
    ]


def _without_letters(view: Text, mention: Mention) -> Mention:
    """Take for a person, without the letters of an honour, whom a form of address stands before: "Mr Stone AM"."""
    words = view.words([mention.span])
    addressed = bool(words) and words[0] > 0 and view.tokens[words[0] - 1].text.rstrip(".") in ("Mr", "Mrs", "Ms", "Dr", "Sir", "Dame")
    if mention.kind not in ("organization", "person") or len(words) < 2 or not addressed or view.tokens[words[-1]].text not in _HONOURS:
        return mention
    return replace(mention, kind="person", span=Span(mention.span.start, view.tokens[words[-2]].end))


def _without_office(view: Text, mention: Mention) -> Mention:
    """Cut the office off the full name of the person behind it: "Assemblyman Jon Hale"."""
    words = view.words([mention.span])
    if mention.kind != "person" or len(words) < 3 or view.low(words[0]) not in _OFFICES:
        return mention
    return replace(mention, span=Span(view.tokens[words[1]].start, mention.span.end))


def _is_of_counterpart(view: Text, span: Span) -> bool:
    """Tell whether a name says of which land a counterpart is: "her Kestrian counterpart"."""
    return bool(re.match(r"\s(?:\w+\s)?counterparts?\b", view.text[span.end : span.end + 30]))


def _elsewhere(view: Text, name: str, taken: Spans) -> Iterator[Span]:
    """Where a name stands outside what is taken."""
    for span in name_spans(view.text, name):
        if not taken.meeting(*span):
            yield span


def _short_names(view: Text, mentions: list[Mention]) -> list[Mention]:
    """Take for a firm what its full name begins with, where it is no person's name and nothing is said to be in it: "Harrow" for
    Harrow Chemicals."""
    bodies = {clean_name(view.slice(m.span)) for m in mentions if m.kind == "organization"}
    firsts = {n.split()[0] for n in bodies if " " in n and not set(fold(n).split()[1:]) & _CALLED_AFTER}
    persons = {t for m in mentions if m.kind == "person" for t in names_of_several(view, m.span)}
    known = view.lands.all_names()
    short = {
        f
        for f in firsts
        if len(f) >= _SHORTEST and f.istitle() and f not in known
        and fold(f) not in persons | lexicon.BODY_NOUNS | lexicon.TITLES and not _is_common_or_placed(view, f)
    }  # fmt: skip
    settled = [
        replace(m, kind="organization") if m.kind in ("person", "place") and clean_name(view.slice(m.span)) in short else m
        for m in mentions
    ]
    taken = Spans(m.span for m in settled)
    return settled + [
        Mention(span=s, kind="organization", confidence=TOLD)
        for name in sorted(short)
        for s in _elsewhere(view, name, taken)
        if not _goes_on(view, s) and not _tells_another(view, s)
    ]


def _is_common_or_placed(view: Text, name: str) -> bool:
    """Tell whether a text has a name as a common word too, says that something is in it, or gives it an office: then it is no firm's."""
    low = name.lower()
    # an address, "press@harrow.example", is no common word
    if low in view.text and re.search(rf"(?<![\w@./-]){re.escape(low)}\b(?![.@/]\w)", view.text):
        return True
    for found in name_spans(view.text, name):
        before = view.text[max(0, found.start - 30) : found.start]
        if re.match(r"[ -][A-Z&]", view.text[found.end : found.end + 2]):
            continue
        last = before.split()[-1:]
        titled = bool(last) and before[-1:] == " " and fold(last[0]).strip(".") in lexicon.TITLES | lexicon.PERSON_NOUNS
        if titled or _PLACED.search(before):
            return True
    return False


def _goes_on(view: Text, span: Span) -> bool:
    """Tell whether a name goes on behind a word, or stands before it: "Harrow" in "Harrow Chemicals"."""
    return bool(re.match(r"[ -][A-Z&]", view.text[span.end : span.end + 2])) or bool(
        re.search(r"[a-z] ?[A-Z][\w-]+ $", view.text[max(0, span.start - 30) : span.start])
    )


def _tells_another(view: Text, span: Span) -> bool:
    """Tell whether a word only tells the noun behind it from others: "Harrow shares"."""
    word = view.word_at(span.start)
    return word is None or view.tokens[word].pos != "PROPN" or view.tokens[word].relation in ("amod", "compound")


def _as_house(view: Text, mention: Mention) -> Mention:
    """Take for a body the house that people work in, where it or "the hospital" does something: "Saint Ada Hospital said"."""
    words = view.words([mention.span])
    if mention.kind != "place" or len(words) < 2 or view.low(words[-1]) not in _HOUSES:
        return mention
    noun = view.lemma(words[-1])
    called = [n for n, t in enumerate(view.tokens) if t.pos == "NOUN" and view.lemma(n) == noun and t.tag == "NN"]
    return replace(mention, kind="organization") if any(_acts(view, w) for w in (words[-1], *called)) else mention


def _acts(view: Text, word: int) -> bool:
    """Tell whether a word is who does what a verb of speech says, in the active or the passive."""
    token, case = view.tokens[word], view.child(word, ("case",))
    agent = token.relation == "obl:agent" or (token.relation == "obl" and case is not None and view.lemma(case) == "by")
    return (token.relation == "nsubj" or agent) and view.lemma(token.head) in lexicon.SPEAKING
