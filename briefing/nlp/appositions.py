"""What stands behind a name and says what the person is: ", chief of the Ulsan police,", ", 44, the union's spokesperson,"."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import TITLED_TRADES, is_people, is_trade

KIN = frozenset("son daughter father mother wife husband brother sister man woman resident".split())
OFFICES = (lexicon.TITLES | lexicon.PERSON_NOUNS) - lexicon.PRIVATE_PERSONS - KIN
#: an age between commas, or the name in another script
_ASIDE = re.compile(r"\s?(?:\([^()A-Za-z]{1,20}\)|,\s\d{1,3}(?=,))")
#: what an apposition may begin with that says when somebody was something
_AT_SOME_TIME = frozenset("until currently now also then".split())
_AT_THE_TIME = "at the time the "
#: offices that one has to others
_SENT = frozenset(
    """ambassador envoy representative adviser advisor delegate consul commissioner rapporteur counsel aide assistant secretary liaison
    office""".split()
)
#: participles that belong to an office: "managing director"
_OF_OFFICE = frozenset(
    "managing acting commanding founding presiding sitting ruling governing leading retired elected ousted deposed jailed exiled".split()
)
#: the rest of a list of fields, and the office that they are of: ", trade and industrial strategy secretary,"
_FIELDS = re.compile(r",(?: [a-z]+){1,2}(?:, [a-z]+(?: [a-z]+)?)*,? (?:and|&) (?:[a-z]+ ){1,3}(?=([a-z]+)(?:,| (?:said|says)\b))")
#: words between a name and the office behind it, and where a list of fields stands before that
_LONGEST, _LONGEST_LIST, _LONGEST_BRACKETS, _SHORTEST_FIELD = 12, 15, 6, 3
#: words from a name to where an apposition ends, and to where one does that is still going on there
_REACH, _LONG_REACH = 14, 26
_LINKS = frozenset("of for to by under".split())
#: words of a title before a name
_LONGEST_TITLE = 5


def apposition_behind(view: Text, last: int, others: list[Span], bodies: list[Span]) -> Span | None:
    """The apposition behind a name, or behind an age: ", chief of the Ulsan police," or ", 44, the union's spokesperson,"."""
    tokens, last = view.tokens, _behind_aside(view, last)
    if last + 2 >= len(tokens) or tokens[last + 1].text not in (",", "(", "–", "—"):
        return None
    end = last + 2
    titled = listed = False
    among = _among(view, end)
    while end < len(tokens) and tokens[end].sentence == tokens[last].sentence and end - last <= _REACH:
        if (letters := _letters_at(view, end)) is not None:
            # "Harbour Prosecution Authority (HPA) spokesman"
            end = letters
            continue
        token = tokens[end]
        low = token.text.lower()
        before_noun = end + 1 < len(tokens) and tokens[end + 1].pos in ("NOUN", "PROPN", "ADJ")
        led_in = end == last + 3 and tokens[last + 2].text.lower() in ("a", "an") and token.tag == "VBN"
        tells_of_noun = before_noun and (low in _OF_OFFICE or led_in or _is_tied(view, end))
        lists = token.text == "," and not titled and _goes_on(view, last + 2, end)
        if not lists and (
            token.text in (",", ".", ";", "–", "—", ")", "(") or (token.tag.startswith(("VB", "MD", "W")) and not tells_of_noun)
        ):
            break
        if titled and low == "to" and any(b.end == tokens[end - 1].end for b in bodies) and not _is_sent(view, last, end):
            # "has taken Ada Quill, leader of the Harbour Union to court"
            break
        titled = titled or _is_office(view, end) or (end == among and is_people(low))
        end = _behind_brackets(view, end) if titled else end + 1
    if end < len(tokens) and tokens[end - 1].text == "-":
        # "a minister of trade-related": a word that goes on is not its first half
        end -= 2
    # what ends in a verb is no apposition but the next clause; "chief of the firm commenting on it" goes on
    a_kind = tokens[last + 2].text.lower() in ("a", "an")
    if not titled or end >= len(tokens):
        return None
    # nor has "Ada Quill, chief of the Ulsan police said" its second comma
    in_capital = tokens[last + 2].text[:1].isupper() and tokens[last + 2].text.lower() in lexicon.PERSON_NOUNS | {"vice", "deputy"}
    led = tokens[last + 2].pos in ("NOUN", "PROPN", "ADJ") or (tokens[last + 2].text == "the" and _opens(view, last))
    bare = tokens[end].tag == "VBD" and (in_capital or (led and view.lemma(end) in lexicon.REPORTING))
    # nor "Ada Quill, former president of the Harbour Union was fined"
    bare = bare or (led and _opens(view, last) and tokens[last + 2].text != "the" and tokens[end].tag in ("VBD", "VBZ", "VBP"))
    if tokens[end].tag.startswith(("VB", "MD")) and not a_kind and tokens[end].tag != "VBG" and not bare:
        return None
    first = tokens[last + 2]
    at_the_time = view.text.startswith(_AT_THE_TIME, first.start)
    if first.text.lower() == "then" and tokens[last + 3].text.lower() == "the":
        return None
    if first.tag in ("IN", "CC", "TO", "RB") and first.text.lower() not in _AT_SOME_TIME and not at_the_time:
        return None
    if first.text.lower() in lexicon.THIRD_PERSON or _names_another(view, last + 2, end, others):
        return None
    head = next(
        (w for w in range(last + 2, min(last + (_LONGEST_LIST if listed else _LONGEST), end)) if _is_office(view, w) or w == among),
        None,
    )
    if head is None:
        return None
    whole = _to_its_end(view, head, end) if end - last > _REACH else end
    return Span(tokens[last + 2].start, tokens[_with_body(view, last + 2, whole, bodies) - 1].end)


def _opens(view: Text, last: int) -> bool:
    """Tell whether the name that ends at a word opens its sentence, or what stands behind a quotation."""
    tokens, first = view.tokens, last
    while first > 0 and tokens[first - 1].sentence == tokens[last].sentence and tokens[first - 1].pos == "PROPN":
        first -= 1
    return first == 0 or tokens[first - 1].sentence != tokens[last].sentence or tokens[first - 1].text in ('"', "”")


def _among(view: Text, first: int) -> int | None:
    """The noun for those one of whom an apposition that opens at a word says somebody is: "leaders" of "one of the guild leaders"."""
    tokens = view.tokens
    if [t.text.lower() for t in tokens[first : first + 3]] != ["one", "of", "the"]:
        return None
    return next((w for w in range(first + 3, min(first + _LONGEST_TITLE + 3, len(tokens))) if tokens[w].tag == "NNS"), None)


def _is_office(view: Text, word: int) -> bool:
    token = view.tokens[word]
    noun = token.tag in ("NN", "NNS")  # a tagger takes "pollster" for several
    return token.text.lower() in lexicon.PERSON_NOUNS | TITLED_TRADES or (noun and is_trade(token.text.lower()))


def _is_sent(view: Text, last: int, end: int) -> bool:
    """Tell whether an office behind a name is one to somebody: "envoy of the Union to Norland"."""
    return any(view.low(w) in _SENT for w in range(last + 2, end))


def _is_tied(view: Text, word: int) -> bool:
    """Tell whether a hyphen ties a word to the one before: the "based" of "Selm-based"."""
    hyphen = view.tokens[word - 1]
    return hyphen.text == "-" and hyphen.end == view.tokens[word].start and view.text[hyphen.start - 1 : hyphen.start].isalnum()


def _to_its_end(view: Text, head: int, end: int) -> int:
    """The end of a long apposition: that of its noun phrase; where that is too far, what comes before its last joint."""
    tokens, at = view.tokens, end
    while at < min(head + _LONG_REACH, len(tokens)) and tokens[at].sentence == tokens[head].sentence and _is_of_phrase(view, at):
        at += 1
    if at < len(tokens) and not _is_of_phrase(view, at) and not _is_joint(view, at - 1):
        return at
    joint = next((w for w in range(end - 1, head, -1) if _is_joint(view, w) and not _is_joint(view, w - 1)), None)
    return joint if joint is not None else end


def _is_of_phrase(view: Text, word: int) -> bool:
    token = view.tokens[word]
    return token.pos in ("NOUN", "PROPN", "ADJ", "NUM") or token.text in ("-", "&", "’s", "'s", "’", "'") or _is_joint(view, word)


def _is_joint(view: Text, word: int) -> bool:
    token = view.tokens[word]
    return token.pos in ("ADP", "CCONJ", "DET")


def _behind_brackets(view: Text, word: int) -> int:
    """The word behind one, and behind brackets that it opens before the office goes on: "director (Norland) and founder of", "consultant
    (internal medicine),"."""
    tokens = view.tokens
    closed = next((w for w in range(word + 2, min(word + _LONGEST_BRACKETS, len(tokens))) if tokens[w].text == ")"), None)
    if word + 1 >= len(tokens) or tokens[word + 1].text != "(" or closed is None or closed + 1 >= len(tokens):
        return word + 1
    field = tokens[closed + 1].text == "," and any(len(t.text) > _SHORTEST_FIELD and t.text.islower() for t in tokens[word + 2 : closed])
    return closed + 1 if field or tokens[closed + 1].text.lower() in ("and", "of", "at", "for") else word + 1


def _letters_at(view: Text, word: int) -> int | None:
    """The word behind the letters in brackets that open at one, where an office in small letters goes on from there."""
    tokens = view.tokens
    inside = tokens[word : word + 4]
    short = len(inside) > 3 and inside[0].text == "(" and inside[1].text.isupper() and inside[2].text == ")"
    return word + 3 if short and _is_office(view, word + 3) else None


def _with_body(view: Text, first: int, end: int, bodies: list[Span]) -> int:
    """The end of an apposition with the body that only a comma parts the bare office from: "chief, Harbour Institute,"."""
    tokens = view.tokens
    told = any(tokens[w].text.lower() in _LINKS | {"at", "in"} for w in range(first, end))
    behind = [s for s in bodies if end + 1 < len(tokens) and s.start == tokens[end + 1].start]
    if told or tokens[end].text != "," or not behind or any(s.start < tokens[end].start and s.end > tokens[first].start for s in bodies):
        return end
    last = view.words(behind)[-1] + 1
    while last < len(tokens) and (tokens[last].pos in ("PROPN", "NOUN", "ADJ") or tokens[last].text.lower() in ("of", "at", "and")):
        last += 1
    return last if last < len(tokens) and tokens[last].text == "," else end


def _goes_on(view: Text, first: int, comma: int) -> bool:
    """Tell whether a comma stands in a list of fields that an office is of: "the energy, trade and industry secretary,"."""
    found = _FIELDS.match(view.text, view.tokens[comma].start)
    led = view.low(first) == "the" and comma - first <= 3
    return led and found is not None and found.group(1) in lexicon.PERSON_NOUNS


def _behind_aside(view: Text, last: int) -> int:
    """The last word of an age or of the name in another script that follows a name: "Ada Quill, 44", "Lin Wen-hsiung (林文雄)"."""
    found = _ASIDE.match(view.text, view.tokens[last].end)
    inside = view.words([Span(view.tokens[last].end, found.end())]) if found else []
    return inside[-1] if inside else last


def _names_another(view: Text, first: int, end: int, others: list[Span]) -> bool:
    """Tell whether an apposition gives an office to another person: "son Max and spokesman Jon Hale", not "wife of President Hale"."""
    start, stop = view.tokens[first].start, view.tokens[end - 1].end
    for other in others:
        before = [w.lower().rstrip(".") for w in view.text[start : other.start].split()[-2:]] if start <= other.start < stop else []
        if before and before[-1] in OFFICES | KIN and before[:-1] != [] and before[0] in _LINKS:
            continue
        if view.text.startswith(("'s ", "’s "), other.end):
            # "President Hale's first budget director"
            continue
        if before and (before[-1] in OFFICES | KIN or is_trade(before[-1])) and not _is_of_office(view, first, other):
            return True
    return False


def _is_of_office(view: Text, first: int, other: Span) -> bool:
    """Tell whether an apposition's office is one to a person with a title: "a spokesman for Norlandish president Jon Hale"."""
    words = view.words([other])
    at = words[0] - 1 if words else first
    while at > first and view.tokens[at].pos in ("PROPN", "ADJ", "NOUN") and at > words[0] - _LONGEST_TITLE:
        at -= 1
    return first < at and view.low(at) in _LINKS and _is_office(view, at - 1)
