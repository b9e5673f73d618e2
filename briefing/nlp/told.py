"""Named mentions set right by what the text says around the names: the short names of firms, what a noun before a name makes it, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.models import Mention, MentionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.bodies import ANY_FIRM
from briefing.nlp.names import clean_name, fold, name_tokens
from briefing.nlp.officeholders import with_holders
from briefing.nlp.stretches import Spans, name_spans
from briefing.nlp.syntax import FINITE, Text

#: nouns right before a name that make it a body's: "the union Harbourfront"
_MAKES_BODY = ANY_FIRM | frozenset(
    """union party agency group charity carrier watchdog broadcaster bank insurer supplier developer think-tank association federation
    alliance coalition militia front foundation ngo nonprofit subsidiary automaker chipmaker drugmaker utility carmaker airline
    retailer lender regulator shipbuilder steelmaker planemaker truckmaker homebuilder housebuilder""".split()
)
#: those of them that no name begins with
TRADES = frozenset(
    """carrier carmaker charity airline insurer supplier developer watchdog broadcaster retailer lender regulator automaker chipmaker
    drugmaker operator startup manufacturer shipbuilder steelmaker planemaker truckmaker homebuilder housebuilder brewer""".split()
)
#: nouns for persons that with what is made or dug stand right before a firm's name of one word: "copper miner Andara"
_MAKERS = frozenset("miner producer maker designer seller refiner explorer builder".split())
_GOODS = frozenset(
    """copper gold silver iron ore lithium coal diamond uranium nickel oil gas steel chip car phone drug toy food snack shoe beer cement
    fertiliser fertilizer aluminium aluminum battery plane aircraft engine truck tyre tire sugar milk dairy vaccine tobacco cigarette
    chocolate clothing furniture paper solar turbine ship train missile arms semiconductor potash zinc platinum metals goods smartphone
    aerospace electronics chemicals glass""".split()
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
_NO_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december""".split()
)
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
#: what closes a name between commas: "the union, Harbour Crew Union (HCU), said"
_CLOSED = re.compile(r"(?: \([A-Z][\w&.-]*\))?,")
_LONGEST_NAME = 4
#: how sure a name is that only the words around it tell, and how sure a place must be to stay one among bodies
_TOLD, _SURE_PLACE = 0.5, 0.7
_SHORTEST = 4


def settle_mentions(view: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions the kinds that the words around them tell, and add names that only those words tell."""
    settled = [
        _without_office(view, _without_letters(view, _without_noun(view, m))) for m in with_holders(view, _as_places(view, mentions))
    ]
    settled = _short_names(view, settled)
    settled = _told_by_noun(view, settled)
    settled = _listed(view, settled)
    return sorted((_as_house(view, m) for m in settled), key=lambda m: m.span)


def _as_places(view: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """Take for a place whatever is called as a land or a town of the text, for a people what is called as a people of one,
    for a body who is called "it"."""
    lands, peoples = view.lands, view.nations.demonyms
    addressed = {name_tokens(found.group(1))[-1] for found in _ADDRESSED.finditer(view.text)} - lexicon.BODY_NOUNS - _CALLED_AFTER
    settled: list[Mention] = []
    for mention in mentions:
        name = clean_name(view.slice(mention.span))
        if mention.kind in ("person", "organization", "group") and name in lands.places:
            mention = replace(mention, kind="place")
        elif mention.kind == "organization" and name_tokens(name)[1:] and name_tokens(name)[-1] in addressed:
            # "Jon Hale ... Dr Hale"
            mention = replace(mention, kind="person")
        elif mention.kind == "person" and name in lands.bodies:
            mention = replace(mention, kind="organization")
        elif mention.kind in ("person", "organization", "place") and (name in peoples or _is_of_counterpart(view, mention.span)):
            mention = replace(mention, kind="group")
        settled.append(mention)
    taken = Spans(m.span for m in settled)
    return settled + [
        Mention(span=s, kind="place", confidence=_TOLD) for name in sorted(lands.places) for s in _elsewhere(view, name, taken)
    ]


def _without_noun(view: Text, mention: Mention) -> Mention:
    """Cut the noun that opens a sentence off the name of the body that it tells of: "Carmaker Harrow Motors"."""
    words = view.words([mention.span])
    if mention.kind != "organization" or len(words) < 2 or view.tokens[words[0]].text.lower() not in TRADES:
        return mention
    opens = words[0] == view.sentence_words[view.tokens[words[0]].sentence][0]
    body = len(words) == 2 and view.lemma(words[1]) in lexicon.BODY_NOUNS
    return replace(mention, span=Span(view.tokens[words[1]].start, mention.span.end)) if opens and not body else mention


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
    if mention.kind != "person" or len(words) < 3 or view.tokens[words[0]].text.lower() not in _OFFICES:
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
    persons = {t for m in mentions if m.kind == "person" for t in _names_of_several(view, m.span)}
    known = {*view.nations.names, *view.nations.demonyms, *view.nations.capitals, *view.lands.places}
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
        Mention(span=s, kind="organization", confidence=_TOLD)
        for name in sorted(short)
        for s in _elsewhere(view, name, taken)
        if not _goes_on(view, s) and not _tells_another(view, s)
    ]


def _names_of_several(view: Text, span: Span) -> tuple[str, ...]:
    tokens = name_tokens(clean_name(view.slice(span)))
    return tokens if len(tokens) > 1 else ()


def _is_common_or_placed(view: Text, name: str) -> bool:
    """Tell whether a text has a name as a common word too, says that something is in it, or gives it an office: then it is no firm's."""
    low = name.lower()
    if low in view.text and re.search(rf"\b{re.escape(low)}\b", view.text):
        return True
    for found in name_spans(view.text, name):
        before = view.text[max(0, found.start - 30) : found.start]
        if _goes_on(view, found):
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


def _told_by_noun(view: Text, mentions: list[Mention]) -> list[Mention]:
    """Take for a body the name that a noun for one stands right before: "the teachers' union Chalk", "the carrier Veld Air"."""
    settled, tokens = list(mentions), view.tokens
    for noun in view.with_lemma(_MAKES_BODY):
        token = tokens[noun]
        if noun + 2 >= len(tokens) or token.pos != "NOUN" or token.tag == "NNS":
            continue
        comma = tokens[noun + 1].text == ","
        run = _name_from(view, noun + 1 + comma)
        if not run or view.text[token.end : tokens[run[0]].start] not in (" ", ", "):
            continue
        span = Span(tokens[run[0]].start, tokens[run[-1]].end)
        if view.text[span.end : span.end + 1] == "," if comma else _are_tied(view, noun, run):
            # "the regulator, Veldcom, said"
            _take(view, settled, span)
    for noun in view.with_lemma(_MAKERS):
        if noun and tokens[noun].tag == "NN" and tokens[noun - 1].text.lower() in _GOODS:
            run = _name_from(view, noun + 1) if noun + 1 < len(tokens) else []
            if len(run) == 1 and view.text[tokens[noun].end : tokens[run[0]].start] == " ":
                _take(view, settled, Span(tokens[run[0]].start, tokens[run[0]].end))
    return settled


def nouns_beside(view: Text, name: Span) -> set[str]:
    """The nouns for a body that stand right before a name, or explain it between commas: "aid agency Veld", "Veld, a state carrier,"."""
    words, tokens = view.words([name]), view.tokens
    found: set[str] = set()
    if words and words[0] > 0:
        at = words[0] - 1
        at -= tokens[at].text == "," and _CLOSED.match(view.text, name.end) is not None
        opens = at >= 0 and at == view.sentence_words[tokens[at].sentence][0]
        if at >= 0 and (tokens[at].pos == "NOUN" or opens) and tokens[at].sentence == tokens[words[0]].sentence:
            found.add(tokens[at].text.lower() if opens else view.lemma(at))
    if words and words[-1] + 3 < len(tokens) and tokens[words[-1] + 1].text == "," and tokens[words[-1] + 2].pos == "DET":
        at = words[-1] + 3
        while at + 1 < len(tokens) and tokens[at].pos in ("ADJ", "NOUN", "PROPN") and tokens[at + 1].pos in ("ADJ", "NOUN"):
            at += 1
        # "fled from Veld, an inquiry found"
        says = tokens[at].relation == "nsubj" and at + 1 < len(tokens) and tokens[at + 1].tag in FINITE and tokens[at].head == at + 1
        if tokens[at].pos == "NOUN" and not says and (at + 1 == len(tokens) or tokens[at + 1].tag != "POS"):
            found.add(view.lemma(at))
    return found & (_MAKES_BODY | lexicon.BODY_NOUNS)


def _name_from(view: Text, first: int) -> list[int]:
    """The words of the capitalised name that begins at a word, none where a day or an office stands there."""
    tokens, run = view.tokens, []
    at = first
    while at < len(tokens) and at - first < _LONGEST_NAME and tokens[at].sentence == tokens[first].sentence:
        token = tokens[at]
        beside = at == first or view.text[tokens[at - 1].end : token.start] == " "
        if not beside or not token.tag.startswith("NN") or not token.text[:1].isupper() or fold(token.text) in _NO_NAMES:
            break
        run.append(at)
        at += 1
    return [] if run and fold(tokens[run[0]].text).rstrip(".") in lexicon.TITLES else run


def _are_tied(view: Text, noun: int, run: list[int]) -> bool:
    """Tell whether a noun and the name behind it are one phrase: not "the company Stone founded"."""
    head = view.head_of(run)
    if head is None:
        return False
    tokens, inside = view.tokens, {noun, *run}
    return tokens[head].head in inside or tokens[noun].head in inside


def _take(view: Text, settled: list[Mention], span: Span) -> None:
    """Make a stretch the name of a body, unless it is a person's full name, a known land's, or part of a longer name."""
    touching = [m for m in settled if m.span.meets(span)]
    name = clean_name(view.slice(span))
    if name in view.nations.names or name in view.nations.demonyms or name in view.nations.capitals or name in view.lands.places:
        return
    if not touching:
        settled.append(Mention(span=span, kind="organization", confidence=_TOLD))
        return
    mention = touching[0]
    person = {t for m in settled if m.kind == "person" for t in _names_of_several(view, m.span)} & set(name_tokens(name))
    if len(touching) > 1 or mention.span != span or mention.kind not in ("person", "place") or person:
        return
    for number, other in enumerate(settled):
        # wherever else it is named it is that too
        if other.kind == mention.kind and clean_name(view.slice(other.span)) == name:
            settled[number] = replace(other, kind="organization")


def _listed(view: Text, mentions: list[Mention]) -> list[Mention]:
    """Take for bodies what stands in one list with bodies and is nothing else: "Harrow Lines, Cape Freight and Delta said"."""
    settled = sorted(mentions, key=lambda m: m.span)
    with_bodies = _with_bodies(view, settled)
    for number, words in enumerate(view.sentence_words):
        if number not in with_bodies:
            continue
        taken = [_settle_list(view, settled, items) for items in _lists(view, words)]
        if any(taken):  # it may be named in later sentences too
            with_bodies = _with_bodies(view, settled)
    return settled


def _with_bodies(view: Text, mentions: Iterable[Mention]) -> set[int]:
    """The numbers of the sentences that name a body."""
    return {view.sentence_at(m.span.start) for m in mentions if m.kind == "organization"}


def _lists(view: Text, words: range) -> Iterator[list[Span]]:
    """The lists of three names or more, joined by commas and "and", that a sentence holds."""
    tokens, items, at = view.tokens, [], words.start
    fresh = True
    while at < words.stop:
        run = _name_from(view, at) if fresh and tokens[at].pos == "PROPN" and not _is_inside_name(view, at) else []
        if run:
            items.append(Span(tokens[run[0]].start, tokens[run[-1]].end))
            at, fresh = run[-1] + 1, False
        elif items and not fresh and tokens[at].text in (",", "and", "&"):
            at, fresh = at + 1, True
        elif items and fresh and tokens[at].text.lower() in ("and", "&", "the"):
            at += 1
        else:
            yield from [items] if len(items) > 2 else []
            items, at, fresh = [], at + 1, True
    if len(items) > 2:
        yield items


def _is_inside_name(view: Text, word: int) -> bool:
    return word > 0 and view.tokens[word - 1].pos == "PROPN" and view.text[view.tokens[word - 1].end : view.tokens[word].start] == " "


def _settle_list(view: Text, settled: list[Mention], items: list[Span]) -> bool:
    """Make the items of a list bodies, where they may all be; tell whether any was none yet."""
    heads = [view.head_of(view.words([s])) for s in items]
    if not any(h is not None and view.tokens[h].relation == "nsubj" for h in heads):
        # places of a kind are listed as often as those who act
        return False
    kinds: dict[Span, MentionKind] = {m.span: m.kind for m in settled}
    sure = {m.span: m.confidence for m in settled}
    told = [kinds.get(s) for s in items]
    if "organization" not in told or any(k not in ("organization", "place", None) for k in told):
        return False
    if any(k == "place" and sure[s] >= _SURE_PLACE for s, k in zip(items, told, strict=True)):
        return False
    others = [span for span, kind in zip(items, told, strict=True) if kind != "organization"]
    for span in others:
        _take(view, settled, span)
    return bool(others)


def _as_house(view: Text, mention: Mention) -> Mention:
    """Take for a body the house that people work in, where it or "the hospital" does something: "Saint Ada Hospital said"."""
    words = view.words([mention.span])
    if mention.kind != "place" or len(words) < 2 or view.tokens[words[-1]].text.lower() not in _HOUSES:
        return mention
    noun = view.lemma(words[-1])
    called = [n for n, t in enumerate(view.tokens) if t.pos == "NOUN" and view.lemma(n) == noun and t.tag == "NN"]
    return replace(mention, kind="organization") if any(_acts(view, w) for w in (words[-1], *called)) else mention


def _acts(view: Text, word: int) -> bool:
    """Tell whether a word is who does what a verb of speech says, in the active or the passive."""
    token, case = view.tokens[word], view.child(word, ("case",))
    agent = token.relation == "obl:agent" or (token.relation == "obl" and case is not None and view.lemma(case) == "by")
    return (token.relation == "nsubj" or agent) and view.lemma(token.head) in lexicon.SPEAKING
