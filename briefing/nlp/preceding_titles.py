"""The title right before a name: "Turkey's Foreign Minister", "Greens senator", "Secretary of State"."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.appositions import KIN, OFFICES
from briefing.nlp.explained_offices import LONGEST, before_brackets
from briefing.nlp.role_phrases import HONORIFICS, JOINTS, QUALIFIERS
from briefing.nlp.syntax import Text
from briefing.nlp.temporal.vocabulary import DAY_NAMES
from briefing.nlp.unnamed import is_trade

#: titles that begin a new one behind "of"
_RANKED = frozenset(
    """president minister prime premier chancellor senator sen representative rep governor gov mayor judge justice general colonel king
    queen""".split()
)
#: words within a title that cannot begin it
#: what a day stands behind
_ON = frozenset("on last next late early since until by this".split())
#: what stands in brackets behind a rank
_RETIRED = frozenset("retd ret rtd retired".split())
#: who does something for a person
_SERVES = frozenset("lawyer attorney counsel solicitor barrister aide adviser advisor assistant doctor bodyguard agent".split())
#: words that begin no title
_EMPTY = frozenset("much many such more most other same several some both all only even own like as".split())


def title_before(view: Text, first: int, others: list[Span], bodies: list[Span]) -> Span | None:
    """The stretch of title words right before a name: "Turkey's Foreign Minister", "Greens senator", "Secretary of State"."""
    at, titled, reach = first - 1, False, first - LONGEST
    tokens, sentence = view.tokens, view.tokens[first].sentence
    if at > 2 and tokens[at].text == ")" and tokens[at - 1].text.lower().rstrip(".") in _RETIRED:
        # "Maj Gen (retd)"
        at, reach = at - 3, reach - 3
    if at < 0 or tokens[at].text.lower() in JOINTS or tokens[at].tag == "POS":
        return None
    while at >= max(0, reach) and tokens[at].sentence == sentence:
        token = tokens[at]
        low = token.text.lower().rstrip(".")
        if any(s.start < token.end and token.start < s.end for s in others) or _is_dash(view, at):
            break
        of_office = at >= 2 and tokens[at - 1].text.lower() == "of" and tokens[at - 2].text.lower() in lexicon.TITLES
        if low == "free" and at > 0 and tokens[at - 1].text.lower() == "to":
            break  # "urged the court to free lawyer Jon Hale"
        if low in HONORIFICS and at > 0 and tokens[at - 1].text.islower() and tokens[at - 1].text not in lexicon.PERSON_NOUNS | JOINTS:
            # of "claims Mr Stone raised" the claims are no title
            titled, at = True, at - 1
            break
        if titled and low in DAY_NAMES and (at == 0 or tokens[at - 1].sentence != sentence or tokens[at - 1].text.lower() in _ON):
            break  # "On Monday Foreign Minister Falk met"
        if low in lexicon.TITLES | lexicon.PERSON_NOUNS or (at == first - 1 and _is_trade_here(view, at)):
            titled = titled or low not in QUALIFIERS or (low == "deputy" and at == first - 1 and token.text[:1].isupper())
        elif titled and (body := _body_ending(view, at, bodies)) is not None:
            # "Harnby Chamber of Commerce and Industry" President, "Harbour Party (HP)" chairman, however long
            at, reach = body - 1, reach - (at - body)
            continue
        elif titled and (named := _before_wing(view, at)) is not None:
            # "Harbour Party (Northern)" chairman
            at, reach = named, reach - (at - named)
            continue
        elif not titled and of_office and token.pos in ("PROPN", "NOUN"):
            # Secretary of State, Minister of Defence
            pass
        elif low == "of" and titled and tokens[at - 1].text.islower() and tokens[at + 1].text.lower().rstrip(".") in _RANKED:
            # "the lawyer of President Mara Stone" is another
            break
        elif low == "the" and titled and (office := _office_to_another(view, at)) is not None:
            at = office
            continue
        elif low == "for" and titled and (view.lemma(at - 1) in _SERVES or view.lemma(at - 1) in lexicon.SPOKES_NOUNS):
            # "a lawyer for former minister Mara Stone" is another
            break
        elif low in ("of", "for") and titled and (not _is_office(view, at - 1) or tokens[at - 1].text.lower() in KIN):
            # "ruling of Justice Quill" names no office, and "son of tycoon Jon Hale" is another's
            break
        elif titled and low == "in" and tokens[at + 1].text == tokens[at - 1].text == "-":
            # "Editor-in-Chief"
            pass
        elif titled and token.tag in ("VBN", "VBG") and at > 0 and tokens[at - 1].text == "-" and tokens[at - 1].end == token.start:
            # "gender-based violence expert"
            pass
        elif titled and low == "retired":
            # which a parse may take for a verb
            pass
        elif low not in ("the", "that") and (
            token.tag == "POS" or token.tag.startswith(("NN", "JJ")) or low in JOINTS | lexicon.POSSESSIVES
        ):
            if token.pos == "PROPN" and not titled:
                return None
            if low == "and" and not (titled and tokens[at - 1].pos in ("NOUN", "PROPN", "ADJ")):
                break
            if low == "and" and tokens[at - 1].text.islower() and tokens[at + 1].text[:1].isupper() and not _is_office(view, at - 1):
                # "between the embassy and Norland President Mara Stone"
                break
            if low == "and" and _joins_another(view, at, others):
                break
        else:
            break
        if low in lexicon.POSSESSIVES:
            break
        at -= 1
    start = at + 1
    while start < first and (tokens[start].text.lower() in JOINTS | lexicon.POSSESSIVES | _EMPTY or tokens[start].tag == "POS"):
        start += 1
    if not titled or start >= first:
        return None
    return Span(tokens[start].start, tokens[first - 1].end)


def _joins_another(view: Text, conjunction: int, others: list[Span]) -> bool:
    """Tell whether "and" joins an office to what is none of it: "the new Assembly and President Hale", "of Norland and Sudlandish author
    Mara Stone", "Senator Jon Hale of Norland and former governor Mara Stone"."""
    tokens = view.tokens
    before, behind = tokens[conjunction - 1], tokens[conjunction + 1]
    if before.text in view.nations.names and behind.text in view.nations.demonyms:
        return True
    whole = behind.text == "former" or (behind.text.lower().rstrip(".") in _RANKED and behind.text[:1].isupper())
    for word in range(conjunction - 1, max(conjunction - LONGEST, view.sentence_words[before.sentence].start - 1), -1):
        if not whole or _is_office(view, word) or is_trade(tokens[word].text.lower()):
            return False
        if any(o.start < tokens[word].end and tokens[word].start < o.end for o in others):
            break
    return whole


def _office_to_another(view: Text, article: int) -> int | None:
    """The office in a capital that an article tells whose it is: "Adviser to the President", "Director of the Office of the King"; none
    in "friend of the President Mara Stone"."""
    tokens = view.tokens
    if article < 2 or tokens[article - 1].text not in ("to", "of"):
        return None
    noun = article - 2
    if tokens[noun].text == "Office" and noun > 2 and [t.text for t in tokens[noun - 2 : noun]] == ["of", "the"]:
        noun -= 3
    return noun if tokens[noun].text[:1].isupper() and tokens[noun].text.lower() in OFFICES else None


def _body_ending(view: Text, word: int, bodies: list[Span]) -> int | None:
    """The first word of the body whose name, with its letters in brackets behind it or not, ends at a word."""
    last = view.tokens[before_brackets(view, word)]
    ending = [s for s in bodies if s.end == last.end]
    return view.words(ending)[0] if ending else None


def _before_wing(view: Text, word: int) -> int | None:
    """The word before the brackets that close at a word and are part of a body's name: "HP" of "HP(N)"."""
    tokens = view.tokens
    inside = word > 2 and tokens[word].text == ")" and tokens[word - 2].text == "(" and tokens[word - 1].text[:1].isupper()
    return word - 3 if inside and tokens[word - 3].pos == "PROPN" else None


def _is_trade_here(view: Text, word: int) -> bool:
    """Tell whether a noun is what a person does: "translator", in a capital where it opens a sentence."""
    token = view.tokens[word]
    opens = word == view.sentence_words[token.sentence][0]
    noun = token.pos == "NOUN" or (opens and token.pos == "PROPN")
    return noun and token.text not in view.nations.demonyms and is_trade(token.text.lower())


def _is_office(view: Text, word: int) -> bool:
    """Tell whether a word, or the noun that it stands behind, is an office: "Minister", "Minister" of "Foreign"."""
    return word >= 0 and view.low(word) in lexicon.TITLES | lexicon.PERSON_NOUNS


def _is_dash(view: Text, word: int) -> bool:
    """Tell whether a hyphen stands between spaces, as behind a dateline: "SELM - Prime Minister Ada Quill"."""
    token = view.tokens[word]
    return token.text == "-" and view.text[token.start - 1 : token.start].isspace() and view.text[token.end : token.end + 1].isspace()
