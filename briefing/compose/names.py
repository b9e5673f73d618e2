"""Compare actors' names across documents."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence, Set

from briefing.compose.terms import fold

_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor secretary foreign defense
    defence finance interior home justice deputy acting former ex senator sen rep representative congressman congresswoman governor
    gov mayor king queen prince princess sheikh emir sultan pope general gen colonel col major maj captain capt lieutenant lt sergeant
    admiral adm commander judge justice ambassador chairman chairwoman chair chief speaker spokesman spokeswoman spokesperson
    director attorney commissioner leader minister-president the of state us u.s""".split()
)
#: bodies that every country has: two documents mean one of them only where they are about one country
_GENERIC = frozenset(
    """ministry parliament government police court supreme cabinet army navy military central bank senate congress assembly national
    office department agency commission committee council party opposition interior foreign defense defence finance justice health
    education home state house lower upper federal constitutional high security forces force coalition union university city
    electoral election of the for affairs external internal people's authority board association
    """.split()
)
#: the words of titles and of bodies that every country has, which tell no two affairs apart
OFFICES = _TITLES | _GENERIC
#: stands before what tells one body from others of its noun
_OF = frozenset({"of", "for", "in", "at"})
#: one given name in the spellings that wire copy gives it
_SPELLINGS = frozenset("mohammed mohamed mohammad muhammed mohamad mohamud muhamad".split())
#: the Arabic article, with which and without which a name is one
_ARTICLE = re.compile(r"^[ae]l-(?=\w{3})")
#: what tells of a firm in its name
_FIRMS = frozenset(
    """ag inc ltd plc corp co sa gmbh se nv llc group holdings steel motors bank airlines airways industries energy oil gas foods pharma
    systems technologies electric electronics chemicals shipping lines securities insurance company corporation""".split()
)


@functools.lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without possessives and full stops."""
    words = [w.strip(".,'\"“”‘") for w in fold(name).replace("'s", "").split()]
    return tuple([w for w in words if w])


@functools.lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles before and numbers behind it."""
    words = list(name_words(name))
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    plain = [_ARTICLE.sub("", w) if "-" in w else w for w in words]
    return tuple(["muhammad" if w in _SPELLINGS else w for w in plain])


def initials(words: tuple[str, ...]) -> str:
    """The letters that a person of three names or more may be called by: "ABQ"."""
    return "".join(w[0] for w in words) if len(words) > 2 else ""


def is_firm_in_short(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether one word names a firm in short: "Halden" of "Halden Steel AG"."""
    return len(short) == 1 and len(short[0]) > 3 and long[:1] == short and bool(set(long[1:]) & _FIRMS) and short[0] not in _GENERIC


def is_title(words: Sequence[str], more: Set[str]) -> bool:
    """Tell whether words before a name are a title: all of them words of titles or ``more``, which are those of a person's roles."""
    return all(w in _TITLES or w in more for w in words)


def is_title_only(name: str) -> bool:
    """Tell whether a name is no more than an office."""
    return is_title(name_words(name), frozenset())


def is_generic(name: str) -> bool:
    """Tell whether a body's name is one that bodies of many countries have."""
    return all(w in _GENERIC for w in name_words(name))


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two full names are one person's: equal, one within the other, an initial, or one letter of spelling apart.

    Both must have two words at least; a lone surname is matched elsewhere, where its document is known.
    """
    if len(a) < 2 or len(b) < 2:
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < len(long):
        place = iter(long)
        return all(word in place for word in short)
    differ = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differ) != 1:
        return False
    x, y = sorted(differ[0], key=len)
    if a[-1] == b[-1]:
        return len(x) == 1 and y.startswith(x)
    return min(len(x), len(y)) >= 6 and x[0] == y[0] and one_slip(x, y)


def one_opens_the_other(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names are one, or one the other without what tells it apart: "the dockers" and "the dockers of Norhaven"."""
    short, long = sorted((a, b), key=len)
    return bool(short) and long[: len(short)] == short and (len(short) == len(long) or long[len(short)] in _OF)


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names may be one's where both are about one thing: one opens the other, or ends it, as a surname does."""
    short, long = sorted((a, b), key=len)
    return one_opens_the_other(a, b) or (bool(short) and long[-len(short) :] == short)


def one_slip(a: str, b: str) -> bool:
    """Tell whether two words are one insertion, deletion, substitution or swap of neighbours apart."""
    if abs(len(a) - len(b)) > 1:
        return False
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    rest_a, rest_b = a[n:], b[n:]
    return (
        rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or rest_a[1:] == rest_b[1:]
        or (len(rest_a) > 1 and rest_a[2:] == rest_b[2:] and rest_a[:2] == rest_b[1::-1])
    )
