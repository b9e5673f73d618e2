"""Several offices of one person before a name: "Minister of Waters and Ports and Chairman of the Harbour Committee Ada Quill"."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.appositions import OFFICES
from briefing.nlp.syntax import Text

#: words of the offices before the last one
_LONGEST = 24
_LINKS = frozenset("of for to in on at the and & ’s 's ’ '".split())
#: what stands before two people
_OF_TWO = frozenset("between both either neither among".split())
#: words before an office that are part of it
_BEFORE = lexicon.RANKS | frozenset("prime chief senior general executive managing national federal honorary co group founding".split())


def with_offices_joined(view: Text, role: Span, others: list[Span]) -> Span:
    """An office right before a name with those that "and" joins to it from before; alone where they may be another's: an article tells
    of another, but where a comma stands behind them all, and so does "between"."""
    tokens, words = view.tokens, view.words([role])
    if not words:
        return role
    comma = view.text[role.end : role.end + 1] == ","
    start = words[0]
    while (joined := _joined_before(view, start, others)) is not None:
        before = tokens[joined - 1] if joined > 0 and tokens[joined - 1].sentence == tokens[start].sentence else None
        low = before.text.lower() if before is not None else ""
        if low in _OF_TWO or (low in ("the", "a", "an") and not comma):
            break
        start = joined
    return Span(tokens[start].start, role.end)


def _joined_before(view: Text, start: int, others: list[Span]) -> int | None:
    """The first word of the office that "and" joins to the one that begins at a word."""
    tokens = view.tokens
    if start < 2 or tokens[start - 1].text not in ("and", "&"):
        return None
    sentence, at, office = tokens[start].sentence, start - 2, None
    while at >= 0 and start - at <= _LONGEST and tokens[at].sentence == sentence:
        token = tokens[at]
        if any(s.start < token.end and token.start < s.end for s in others):
            return None
        if token.text.lower() in OFFICES and token.tag != "NNS":
            office = at
        elif not _is_of_office(view, at):
            break
        at -= 1
    if office is None:
        return None
    while office > max(at + 1, 0) and _is_before_office(view, office - 1):
        office -= 1
    return office


def _is_of_office(view: Text, word: int) -> bool:
    token = view.tokens[word]
    if token.text == ",":
        # in a list of fields: "Minister of Waters, Ports, and Towns"
        return view.tokens[word - 1].text[:1].isupper() and (
            view.tokens[word + 1].text[:1].isupper() or view.tokens[word + 1].text == "and"
        )
    return token.pos in ("PROPN", "NOUN", "ADJ") or token.text.lower() in _LINKS or token.text == "-"


def _is_before_office(view: Text, word: int) -> bool:
    """Tell whether a word before an office is part of it: a capital, a rank, a hyphen."""
    token = view.tokens[word]
    named = token.pos in ("PROPN", "ADJ") and token.text[:1].isupper()
    return named or token.text.lower() in _BEFORE or (token.text == "-" and token.end == view.tokens[word + 1].start)
