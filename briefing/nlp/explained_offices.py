"""The office that the name behind it explains, with its field where it has one: "the union's president, Jon Hale"."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.appositions import OFFICES
from briefing.nlp.role_phrases import ARTICLES, HONORIFICS
from briefing.nlp.syntax import Text

#: words that a title before a name has at most
LONGEST = 10
#: words between an office and the comma behind its field
_LONGEST_OFFICE = 16
#: what leads from an office to what it is of
_LINKS = frozenset("of for at on in".split())


def office_explained(view: Text, name: list[int]) -> Span | None:
    """The noun phrase that a name explains: "the union's president, Jon Hale", "commissioner for waters Mara Stone"."""
    head = view.head_of(name)
    if head is None:
        return None
    noun = view.tokens[head].head
    start = name[0]
    while start > 0 and view.low(start - 1).rstrip(".") in HONORIFICS:
        start -= 1
    at = start - 1
    comma = at >= 0 and view.tokens[at].text == ","
    if comma and _says_so(view, name):
        return None
    hung = view.tokens[head].relation in ("appos", "flat", "nmod:desc") and start - LONGEST <= noun < start
    beside = at - 1 if comma and at > 0 else -1
    if not hung or view.low(noun) not in lexicon.PERSON_NOUNS or (beside > noun and _is_office(view, beside)):
        # a parse may hang the name elsewhere: what matters is an office right before the comma
        noun = beside
    office = view.low(noun) if noun >= 0 else ""
    if office not in lexicon.PERSON_NOUNS - {"counterpart"} or view.tokens[noun].sentence != view.tokens[head].sentence:
        return None
    last = start - (2 if comma else 1)
    if view.tokens[last].tag in ("IN", "VBG"):
        # "any other candidate, including Ada Quill"
        return None
    phrase = [w for w in view.subtree(noun, without=frozenset({"appos", "acl", "acl:relcl", "conj", "parataxis"})) if w <= last]
    run = [w for w in range(last, noun - 1, -1) if w in phrase]
    if len(run) != last - noun + 1:
        return None
    first = noun
    while noun - first < LONGEST and (first - 1 in phrase or (noun == beside and _is_before_office(view, first - 1))):
        token = view.tokens[first - 1]
        if (named := before_brackets(view, first - 1)) < first - 1 and named in phrase:
            # "the Harbour Labour Party (HLP) lawmaker, Jon Hale"
            first = named
            continue
        if token.text.lower() in ARTICLES or (token.pos in ("ADP", "SCONJ", "CCONJ", "PUNCT", "AUX") and token.text != "-"):
            break
        first -= 1
    return Span(view.tokens[first].start, view.tokens[last].end)


def _says_so(view: Text, name: list[int]) -> bool:
    """Tell whether a name behind a comma is who says what stands before: "was filed by the prosecutor-general, Mara Stone said." """
    tokens, said = view.tokens, name[-1] + 1
    if said + 1 >= len(tokens) or view.lemma(said) not in ("say", "add") or tokens[said + 1].text not in (".", ":"):
        return False
    return any(tokens[w].pos == "VERB" for w in view.sentence_words[tokens[said].sentence] if w < name[0])


def office_across_comma(view: Text, name: list[int]) -> Span | None:
    """The office with its field before a comma or a short form, where a clause begins with it or its verb stands behind the name: "Deputy
    Minister of Mines and Energy, Ines Falk said", "led by the Director-General of the port, Dr. Jon Hale", "Head of the Harbour Council
    (HC) Ada Quill", "in Norland the head of the Supreme Court (SC), Ada Quill, said"."""
    tokens, sentence = view.tokens, view.tokens[name[0]].sentence
    at = name[0] - 1
    while at > 0 and tokens[at].text.lower().rstrip(".") in HONORIFICS | {"eng", ""}:
        at -= 1
    behind = before_brackets(view, at - 1 if tokens[at].text == "," else at)
    if at < 1 or (tokens[at].text != "," and behind == at):
        return None
    last = office = behind if behind < at else at - 1
    while office >= 0 and at - office <= _LONGEST_OFFICE and tokens[office].sentence == sentence:
        token = tokens[office]
        if token.text.lower() in OFFICES and tokens[_behind_field(view, office)].text.lower() in _LINKS:
            break
        if token.text == ")" and (opened := _opened(view, office)) < office:
            # "Superintendent (Rural) of Police"
            office = opened - 1
            continue
        tied = token.pos == "VERB" and tokens[office - 1].text == "-" and tokens[office - 1].end == token.start
        if not tied and token.pos not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "PART") and token.text not in "-’'":
            return None
        office -= 1
    else:
        return None
    start = office
    while start > 0 and (tokens[start - 1].pos in ("ADJ", "PROPN") or tokens[start - 1].text.lower() in OFFICES | {"-", "managing"}):
        start -= 1
    before = start - 1 if start > 0 and tokens[start - 1].text.lower() == "the" else start
    opens = before == 0 or tokens[before - 1].sentence != sentence or tokens[before - 1].text.lower() in (",", "by", "“", '"')
    behind_name = [t for t in tokens[name[-1] + 1 : name[-1] + 3] if t.sentence == sentence]
    opens = opens or (len(behind_name) == 2 and behind_name[0].text == "," and behind_name[1].pos in ("VERB", "AUX"))
    # "jailed the former head of the port, Jon Hale."
    opens = opens or (before < start and [t.text for t in behind_name[:1]] == ["."])
    return Span(tokens[start].start, tokens[last].end) if opens else None


def before_brackets(view: Text, at: int) -> int:
    """The word before the short form that brackets end with, where a word is such a bracket: of "the Harbour Council (HC)" "Council"."""
    tokens = view.tokens
    short = at >= 3 and tokens[at].text == ")" and tokens[at - 2].text == "(" and tokens[at - 1].text.isupper()
    return at - 3 if short else at


def _is_office(view: Text, word: int) -> bool:
    return view.low(word) in lexicon.PERSON_NOUNS - {"counterpart"}


def _is_before_office(view: Text, word: int) -> bool:
    """Tell whether a word right before an office tells which, however a parse hangs it: the "finance" of "finance minister"."""
    token = view.tokens[word]
    return word >= 0 and token.sentence == view.tokens[word + 1].sentence and token.pos in ("ADJ", "NOUN", "PROPN")


def _opened(view: Text, closed: int) -> int:
    """The bracket that opens what a bracket closes, where two words at most stand in it; else the bracket itself."""
    tokens = view.tokens
    return next((w for w in range(closed - 2, max(closed - 4, 0), -1) if tokens[w].text == "("), closed)


def _behind_field(view: Text, office: int) -> int:
    """The word behind an office and what brackets say of it."""
    tokens = view.tokens
    if tokens[office + 1].text != "(":
        return office + 1
    closed = next((w for w in range(office + 3, min(office + 5, len(tokens) - 1)) if tokens[w].text == ")"), office)
    return closed + 1
