"""Compare names: titles, edit distance, acronyms."""

from __future__ import annotations

import functools
import re
import unicodedata

from briefing.nlp.lexicon import OFFICE_LETTERS, RANKS, TITLES

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
#: the Arabic article, with which and without which a name is one: "al-Quill"
_ARTICLE = re.compile(r"^[ae]l-(?=\w{3})")
#: a capital and the small letters behind it
_PARTS = re.compile(r"[A-Z][a-z]*")
#: the letters that tell one party from another of its name, right behind it: "JD(S)"
_WING = re.compile(r"\b[A-Z]{2,}\([A-Z]{1,3}\)$")
#: round a byname within a name: "Ada “Skip” Quill"
_QUOTES = "“”\"‘'"
_TOKEN = re.compile(r"[^\s,]+")
#: names of a few documents: each is compared with others again and again
_MANY = 4096
_SMALL = frozenset("of and the for on in to de la du des der von van al el bin ibn".split())
#: words before an office that its letters leave out
_SITS = frozenset("incumbent current new then present".split())


@functools.lru_cache(maxsize=_MANY)
def clean_name(surface: str) -> str:
    """Fold a mention's surface to the name: one space, no article, possessive or quotation mark."""
    plain = " ".join(surface.split())
    name = plain.strip("“”\"‘’'«»()[]*, ")
    name = f"{name})" if _WING.search(plain) else name
    for opens, closes in ("[]", "()"):
        # of "[Ada] Quill" the first bracket is stripped
        name = name if opens in name else name.replace(f"{closes} ", " ")
    # the last full stop of "U.S." is part of it, that of a sentence is not
    name = name if re.search(r"\.\w\.$|\s(?:[JS]r|Ltd|Inc|Corp|Co)\.$", name) else name.strip(". ")
    name = _POSSESSIVE.sub("", name)
    for article in ("the ", "The ", "THE ", "a ", "A "):
        name = name.removeprefix(article)
    return name.strip()


@functools.lru_cache(maxsize=_MANY)
def fold(name: str) -> str:
    """Fold a name for comparison: case and accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")


@functools.lru_cache(maxsize=_MANY)
def name_tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a person's name, titles and initials' full stops aside."""
    # a mark alone is no token
    tokens = [t for part in _TOKEN.findall(name) if (t := _ARTICLE.sub("", fold(part).strip(_QUOTES).rstrip(".")))] or [fold(name)]
    while len(tokens) > 1 and tokens[0] in TITLES:
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1] in ("jr", "sr", "ii", "iii", "iv"):
        tokens.pop()
    return tuple(tokens)


def ends_in(long: str, short: str) -> bool:
    """Tell whether a name is a shorter one with a name before it: "Harnby Fire Station", not "Council for Latin Norland"."""
    before = long.removesuffix(f" {short}")
    return before != long and before.split()[-1][:1].isupper()


def distance(a: str, b: str, limit: int = 2) -> int:
    """Count the insertions, deletions, substitutions and swaps of neighbours between two words (Damerau 1964), up to a limit."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return min(last[-1], limit + 1)


def is_misspelling(a: str, b: str) -> bool:
    """Tell whether two folded name tokens may be one name spelled twice: long enough, one slip apart (two from nine letters on)."""
    if a == b or min(len(a), len(b)) < 6 or not (a.isalpha() and b.isalpha()):
        return False
    short, long = sorted((a, b), key=len)
    # a land and its people
    if long == f"{short}n" and short[-1] in "aeio":
        return False
    return distance(a, b) <= (2 if min(len(a), len(b)) >= 9 else 1)


def is_acronym(short: str, long: str) -> bool:
    """Tell whether a name of capitals abbreviates a longer one: its initials, small words counted or not, or what its words begin with."""
    if _begins_each(short, long):
        return True
    letters = re.sub(r"[^A-Za-z]", "", short)
    if not 2 <= len(letters) <= 8 or sum(c.isupper() for c in letters) < len(letters) - 1:
        return False
    words = re.findall(r"\w+", long)
    if len(words) < 2:
        return False
    every = "".join(w[0] for w in words).upper()
    large = "".join(w[0] for w in words if w.lower() not in _SMALL).upper()
    # NUMSA, the National Union of Metalworkers of SA
    joined = large[:-1] + words[-1] if words[-1].isupper() else large
    return letters.upper() in (every, large, joined)


def _begins_each(short: str, long: str) -> bool:
    """Tell whether a name in one word is put together of what the words of a longer one begin with: "HaRes" of Harbour Research,
    "HIOc" of the Harbour Institute of Oceans."""
    parts = _PARTS.findall(short) if short[:1].isupper() else []
    large = [w for w in re.findall(r"\w+", long) if w.lower() not in _SMALL]
    if "".join(parts) != short or short.isupper() or len(parts) < 2 or len(parts) != len(large):
        return False
    return all(w[:1].isupper() and fold(w).startswith(fold(part)) for part, w in zip(parts, large, strict=True))


def is_office_in_letters(letters: str, role: str, *, last: bool = True) -> bool:
    """Tell whether letters are an office: the first ones of all its words or, with ``last``, of its last words where they are an office's
    in any text, "CS" of the Trade Cabinet Secretary; not where it is told by its rank, as the deputy prime minister is not the PM."""
    if len(letters) < 2 or not letters.isupper():
        return False
    for office in re.split(r",|\band\b", role):
        words = [w for w in re.split(r"[\s-]+", office) if w and w.lower() not in _SMALL | _SITS]
        initials = "".join(w[0] for w in words).upper()
        ranked = not RANKS.isdisjoint(w.lower() for w in words)
        if initials == letters or (last and not ranked and letters.lower() in OFFICE_LETTERS and initials.endswith(letters)):
            return True
    return False
