"""Names that the words around them make names of bodies: the noun that stands before one, the list of bodies that one stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.calendar_names import CALENDAR
from briefing.models import Mention, MentionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.bodies import ANY_FIRM
from briefing.nlp.names import clean_name, fold, name_tokens
from briefing.nlp.syntax import FINITE, Text

#: nouns right before a name that make it a body's: "the union Harbourfront"
_MAKES_BODY = ANY_FIRM | frozenset(
    """union party agency group charity carrier watchdog broadcaster bank insurer supplier developer think-tank association federation
    alliance coalition militia front foundation ngo nonprofit subsidiary automaker chipmaker drugmaker utility carmaker airline
    retailer lender regulator shipbuilder steelmaker planemaker truckmaker homebuilder housebuilder""".split()
)
#: nouns for persons that with what is made or dug stand right before a firm's name of one word: "copper miner Andara"
_MAKERS = frozenset("miner producer maker designer seller refiner explorer builder".split())
_GOODS = frozenset(
    """copper gold silver iron ore lithium coal diamond uranium nickel oil gas steel chip car phone drug toy food snack shoe beer cement
    fertiliser fertilizer aluminium aluminum battery plane aircraft engine truck tyre tire sugar milk dairy vaccine tobacco cigarette
    chocolate clothing furniture paper solar turbine ship train missile arms semiconductor potash zinc platinum metals goods smartphone
    aerospace electronics chemicals glass""".split()
)
#: what closes a name between commas: "the union, Harbour Crew Union (HCU), said"
_CLOSED = re.compile(r"(?: \([A-Z][\w&.-]*\))?,")
_LONGEST_NAME = 4
#: how sure a name is that only the words around it tell
TOLD = 0.5
#: how sure a place must be to stay one among bodies
_SURE_PLACE = 0.7


def names_of_several(view: Text, span: Span) -> tuple[str, ...]:
    """The words of a name that has more than one."""
    tokens = name_tokens(clean_name(view.slice(span)))
    return tokens if len(tokens) > 1 else ()


def told_by_noun(view: Text, mentions: list[Mention]) -> list[Mention]:
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
        if not beside or not token.tag.startswith("NN") or not token.text[:1].isupper() or fold(token.text) in CALENDAR:
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
        settled.append(Mention(span=span, kind="organization", confidence=TOLD))
        return
    mention = touching[0]
    person = {t for m in settled if m.kind == "person" for t in names_of_several(view, m.span)} & set(name_tokens(name))
    if len(touching) > 1 or mention.span != span or mention.kind not in ("person", "place") or person:
        return
    for number, other in enumerate(settled):
        # wherever else it is named it is that too
        if other.kind == mention.kind and clean_name(view.slice(other.span)) == name:
            settled[number] = replace(other, kind="organization")


def listed(view: Text, mentions: list[Mention]) -> list[Mention]:
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
