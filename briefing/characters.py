"""Characters that stand in texts for others, as quotation marks of other languages do, or for nothing that anybody sees."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterator

#: soft hyphens, joiners, marks of direction and of places where a line may end
UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
)
_UNSEEN = re.compile(f"[{UNSEEN}]")
#: signs that stand for another, one for one
_USUAL = {
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"),
    **dict.fromkeys("\u02bc\u2032\uff07", "’"),
    **dict.fromkeys("\u2033\uff02", '"'),
    **dict.fromkeys("\u201f", "“"),
}
_ODD = re.compile(rf"[{''.join(_USUAL)}{UNSEEN}\ufeff\u00ab\u00bb\u201e\ufb00-\ufb06\u0300-\u036f`‘]|''|(?<!\w)'(?=\w)")
_RAISED = re.compile(r"``|''|`(?=\w)")
_DIRECTED = re.compile(r"[„“”«»]")
_WITHIN = re.compile(r"[ \u00a0\u202f]*")
_FOR_ANOTHER = re.compile(f"[{''.join(_USUAL)}]")
_FOR_NOTHING = re.compile(f"[{UNSEEN}]+|(?<!^)\ufeff+")
_COMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+|[\ufb00-\ufb06]")
_SINGLE_OPENS = re.compile(r"(?<![\w’'.,!?])[‘'](?=[^\s’'])(?!\d\ds\b|(?i:em|n|til|tis|twas)\b|(?<=\bof .)\d\d\b)")
_SINGLE_CLOSES = re.compile(r"(?<=[^\s‘'(\[])[’'](?!\w)")
_ENDS_CLAUSE = ",.?!…—–"
_LINE = re.compile(r"[^\r\n]+")
_DOUBLE = re.compile(r"[“\"]")
#: quotations in single marks that end as speech does, from which on a text is taken to quote so
_FEWEST = 3
#: what nobody sees, in the place of signs that one sign stands for
_FILLING = "\u2060"


def without_unseen(text: str, instead: str = "") -> str:
    """Give a text without the characters that nobody sees, or with another in place of each."""
    return _UNSEEN.sub(instead, text)


def as_printed(text: str) -> str:
    """A text of the same length with its quotation marks, hyphens and letters in their usual form, as far as it has room for them; what is
    longer than its usual form is filled up with what nobody sees."""
    pieces, at = [], 0
    for start, (end, usual) in sorted(dict(meant(text)).items()):
        if start >= at and usual and len(usual) <= end - start:
            pieces += [text[at:start], usual, _FILLING * (end - start - len(usual))]
            at = end
    return "".join([*pieces, text[at:]])


def meant(text: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield what stands for something else, or for nothing: where it begins, where it ends, and what is meant."""
    if _ODD.search(text) is None:
        return
    for match in _FOR_ANOTHER.finditer(text):
        yield match.start(), (match.end(), _USUAL[match.group()])
    for match in _COMPOSED.finditer(text):
        yield match.start(), (match.end(), unicodedata.normalize("NFKC", match.group()))
    yield from _doubles(text)
    yield from _singles(text)
    for match in _FOR_NOTHING.finditer(text):
        yield match.start(), (match.end(), "")


def _doubles(text: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield quotation marks of other languages and of typewriters as English prints them."""
    raised = "``" in text
    for match in _RAISED.finditer(text):
        if match.group() == "''":
            yield match.start(), (match.end(), "”" if raised else '"')
        else:
            yield match.start(), (match.end(), "“" if match.group() == "``" else "‘")
    marks = list(_DIRECTED.finditer(text))
    low = any(m.group() == "„" for m in marks)
    turned = next((m.group() for m in marks if m.group() in "«»"), "«") == "»"
    opened = False
    for mark in marks:
        char, start, end = mark.group(), mark.start(), mark.end()
        if char == "„":
            opened = True
            yield start, (end, "“")
        elif char in "«»":
            opens = (char == "«") != turned
            inner = _WITHIN.match(text, end) if opens else None
            begin = start
            while not opens and begin and text[begin - 1] in " \u00a0\u202f":
                begin -= 1
            yield begin, (inner.end() if inner else end, "“" if opens else "”")
        elif low and opened:
            opened = False
            if char == "“":
                yield start, (end, "”")


def _singles(text: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield the marks of a text that quotes in single ones, as the British do, as double ones, and the double ones within as single."""
    found = [pair for line in _LINE.finditer(text) for pair in _pairs(text, *line.span())]
    starts = [start for start, _ in found]
    # the quotations follow each other, so that a mark can be in the last that begins before it alone
    before = [(m.start(), bisect.bisect_left(starts, m.start()) - 1) for m in _DOUBLE.finditer(text)]
    outside = sum(last < 0 or found[last][1] <= at for at, last in before)
    speech = sum(text[b - 1] in _ENDS_CLAUSE and " " in text[a:b] for a, b in found)
    if speech < _FEWEST or speech <= outside:
        return
    for start, end in found:
        yield start, (start + 1, "“")
        yield end, (end + 1, "”")
        for mark in re.finditer("[“”]", text[start:end]):
            yield start + mark.start(), (start + mark.end(), "‘" if mark.group() == "“" else "’")


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where single marks open and close a quotation in a paragraph: at the end of a clause, else before the next is opened."""
    opening = _SINGLE_OPENS.search(text, start, end)
    while opening is not None:
        following = _SINGLE_OPENS.search(text, opening.end(), end)
        closing = list(_SINGLE_CLOSES.finditer(text, opening.end(), following.start() if following else end))
        ended = [c for c in closing if text[c.start() - 1] in _ENDS_CLAUSE] or closing[-1:]
        if ended:
            yield opening.start(), ended[0].start()
        opening = following
