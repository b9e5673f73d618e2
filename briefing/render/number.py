"""One or several: how those are spoken of who have no name, "the federal government blames", "dock workers blame"."""

from __future__ import annotations

import re

#: nouns for several people that do not end as a plural does
_PEOPLE = frozenset("people men women children police clergy staff crew youth mps".split())

#: what their noun stands before: "a team of divers" is one
_BEHIND = re.compile(r" (?:of|for|from|in|at|with|to|against|on|who|that|behind|and) ")


def is_several(name: str) -> bool:
    """Tell whether those who have no name of their own are several: "other unions", "Indigenous people", "police"."""
    noun = next(iter(_BEHIND.split(name.strip())[0].split()[-1:]), "")
    alone = noun == name and noun.casefold() in _PEOPLE
    # "opposition MPs", "NGOs"
    lettered = noun.endswith("s") and noun[:-1].isupper() and len(noun) > 2
    return alone or lettered or (noun.islower() and ((noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) or noun in _PEOPLE))


def with_article(name: str) -> str:
    """What one who has no name is called in a sentence: "the federal government", "farmers"."""
    return f"the {name}" if name.islower() and not is_several(name) else name


def in_plural(verb: str) -> str:
    """A verb of one, for several: "calls on" and "call on", "Denies, as to" and "Deny, as to"."""
    first, _, rest = verb.partition(" ")
    stem, comma = first.removesuffix(","), "," if first.endswith(",") else ""
    plural = f"{stem[:-3]}y" if stem.endswith("ies") else stem.removesuffix("s")
    return " ".join((plural + comma, rest)).rstrip()
