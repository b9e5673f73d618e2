"""Whether a clause says itself, at its beginning, whom it is about, or a sentence anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: what may stand before one whom a clause is about: "The", "more than 1,200", "a"
_BEFORE_SUBJECT = re.compile(
    r"(?:(?:the|an?|its|their|some|all|about|around|nearly|almost|over|more than|at least|up to|[\d,.]+|two|three|four|five|six|seven|"
    r"eight|nine|ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozens of|hundreds of|thousands of)\s)*",
    re.IGNORECASE,
)
#: where the subject of a clause ends
_FINITE = re.compile(r"\b(?:will|would|shall|must|should|is|are|was|were|has|have)\b")
#: before whom something is done by
_BY = re.compile(r"^[^,;:]*?\b(?:be|been|being) (?:\w+ ){1,2}(?=by )")
_AGENT_ENDS = re.compile(r"[.;:]|\b(?:after|before|when|while|if|unless|until|because|as)\b")
_BETWEEN_NAMES = re.compile(r",? and |, ")


def says_who(text: str, names: Sequence[str], joined: str) -> bool:
    """Tell whether a clause says by itself who is to act, whose names need not be said before it."""
    return opens_with(text, joined) or opens_with_all(text, names) or _has_doer(text, names)


def opens_with(text: str, who: str) -> bool:
    """Tell whether a clause begins with those whom it is about, who need not be said before it: "more than 1,200 nurses will march" of
    "Nurses"."""
    if not who:
        return False
    own, name = (t[found.end() :] if (found := _BEFORE_SUBJECT.match(t)) else t for t in (text, who))
    noun = name.split()[-1] if name else ""
    # people who have no name are called by the noun alone: "the trustees" of "elected trustees"
    names = (name, noun) if name.islower() and noun.endswith("s") else (name,)
    return bool(name) and any(own.casefold().startswith(n.casefold()) and not own[len(n) : len(n) + 1].isalnum() for n in names)


def opens_with_all(text: str, names: Sequence[str]) -> bool:
    """Tell whether a clause begins with a list of all those whom it is about, the first one in full: "the Harbour Union and the NPA will"
    of "Harbour Union" and "National Port Agency"."""
    rest = text
    for number, name in enumerate(names):
        if number:
            joint = _BETWEEN_NAMES.match(rest)
            if joint is None:
                return False
            rest = rest[joint.end() :]
        rest = rest[found.end() :] if (found := _BEFORE_SUBJECT.match(rest)) else rest
        letters = "".join(w[0] for w in name.split() if w[0].isupper())
        said = next((n for n in (name, letters) if n and rest.casefold().startswith(n.casefold()) and (n == name or number)), None)
        if said is None or rest[len(said) : len(said) + 1].isalnum():
            return False
        rest = rest[len(said) :]
    return len(names) > 1


def _has_doer(text: str, names: Sequence[str]) -> bool:
    """Tell whether a clause with a subject of its own names those who act in it, or behind "by": "the singer Ada Quill will play", "the
    fair will be opened by Ada Quill"."""
    verb = _FINITE.search(text)
    if verb is None or not names:
        return False
    subject, rest = text[: verb.start()], text[verb.end() :]
    agent = _AGENT_ENDS.split(rest[by.end() :])[0] if (by := _BY.search(rest)) else ""
    return bool(subject) and (names_all(subject, names) or names_all(agent, names))


def names_all(text: str, names: Sequence[str]) -> bool:
    """Tell whether whole sentences name all those whom they are about, wherever they do."""
    return all(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names)
