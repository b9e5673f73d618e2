"""Words that say nothing alone, as they begin with what points back to what was said before: "This is why we left"."""

from __future__ import annotations

import re

from briefing.compose.terms import stem, words_of

#: what a demonstrative that stands for a whole thing said before has behind it
_VERB = (
    r"(?:['’](?:s|re|ll|d|ve)|\s+(?:also\s+|not\s+)?(?:is|are|was|were|isn|wasn|has|have|had|will|won|would|can|could|may|might|should|must|does"
    r"|did|means?|meant|shows?|showed|happens?|happened|makes?|made|gives?|gave|includes?|included|appears?|seems?|applies|cannot|needs?))\b"
)
_OPENS = re.compile(
    rf"(?:that\s+)?(?:(?:and|but|so|because|or|then),?\s+)?(?:(this|that|these|those)(?={_VERB})|(it|they|he|she)(?=['’\s]+\w))",
    re.IGNORECASE,
)
#: what is done with a thing: "it will be used to", "it was triggered by"; not "it was decided to"
_IS_DONE = r"(?:\s+(?:be|been|being|\w+ly|also|now))*\s+(?!decided|agreed|needed|need)\w{2,}(?:ed|en|wn|ut|ade|lt)\s+(?:to|for|by)\b"
#: "it" that stands for nothing: "it is unacceptable to", "it will take time for"
_FOR_NOTHING = re.compile(
    r"(?:that\s+)?it(?:['’]s|['’]ll|\s+(?:is|was|isn['’]t|wasn['’]t|will|would|wouldn['’]t|has|had|seems?|appears?|takes?|took|became"
    r"|remains?|makes?|made|can|can['’]t|could|may|might|must|should|doesn['’]t|does|costs?|rains?|matters?))\b"
    rf"(?!{_IS_DONE})"
    r"(?:\s+[\w’'-]+){0,5}?\s+(?:that|to|for|if|when|how|why|whether|who|before|raining|snowing)\b",
    re.IGNORECASE,
)
#: "it is an aircraft that would be part of a fleet" tells what something is
_WHAT_IT_IS = re.compile(
    r"(?:that\s+)?it(?:['’]s|\s+(?:is|was))\s+(?:an?|the)\s+(?:[\w-]+\s+){1,3}(?:that|which|who)\s+"
    r"(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|does|did)\b",
    re.IGNORECASE,
)
#: "this space has become", "such instances", of which the words do not tell more
_KIND_OF = re.compile(
    r"(?:that\s+)?(?:(?:[Aa]nd|[Bb]ut|[Ss]o),?\s+)?(?:[Tt]h(?:is|ese|ose)|That|[Ss]uch(?:\s+an?)?)\s+(?P<noun>(?:[a-z-]+\s+){0,2}?[a-z-]+)"
    r"\s+(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|does|did|do)\b"
)
#: what everybody knows by its day or place
_AT_HAND = frozenset(
    """year month week day time morning evening summer winter season weekend decade century country nation world region city state
    government house parliament court""".split()
)
_LEADS_ON = re.compile(r"(?:and|but|or|because)\b(?!\s+for\b)", re.IGNORECASE)
#: "these workers", of whom the words before tell
_NAMED_AGAIN = re.compile(r"(?:that\s+)?(?:(?:and|but|so),?\s+)?(?:this|these|those|such)\s+((?:[\w-]+\s+){0,2}[\w-]+)", re.IGNORECASE)
#: what gives a reason or a name to what is not said
_NEVER_ALONE = re.compile(
    r"(?:that\s+)?(?:(?:and|but|so),?\s+)?(?:this|that)(?:['’]s|\s+(?:is|was))\s+(?:why|because|how|where|when|what)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:of\s+)?(?:which|whom|whose)\b(?![^?]*\?)|who\b(?![^?]*\?)")
#: what joins a sentence to one that is not shown
_JOINS = re.compile(
    r"(?:(?:but|and|however|meanwhile|moreover|furthermore|for\s+instance|for\s+example)\b,?|so(?=\s+(?:there|the|it|they|we|he|she)\b))\s+",
    re.IGNORECASE,
)


def points_back(words: str, *, own: frozenset[str]) -> bool:
    """Tell whether words begin with what stands for something said before them, or go on with it: "This is", "And we left".

    ``own`` are the pronouns that stand for the actor: what is told of a body says "it" of the body.
    """
    return leans_on(words, own=own) or _LEADS_ON.match(words) is not None


def leans_on(words: str, *, own: frozenset[str]) -> bool:
    """Tell whether words begin with a pronoun that stands for what they do not name, nor is one of the actor's ``own``."""
    opens = _OPENS.match(words)
    if opens is None:
        return False
    return (opens[1] or opens[2]).lower() not in own and (_FOR_NOTHING.match(words) is None or _WHAT_IT_IS.match(words) is not None)


def names_a_kind(words: str) -> bool:
    """Tell whether words begin with a thing named before, by its kind alone: "This space has become", not "this year will be"."""
    named = _KIND_OF.match(words)
    return named is not None and named["noun"].split()[-1].lower() not in _AT_HAND


def names_again(words: str, before: str) -> bool:
    """Tell whether words begin with a thing that the ones before name: "these workers" behind "skilled workers"."""
    named = _NAMED_AGAIN.match(words)
    return named is not None and bool({stem(w) for w in words_of(named[1])} & {stem(w) for w in words_of(before)})


def stands_alone(words: str, shown: str) -> bool:
    """Tell whether words say something where nothing stands before them: not "That's why we left", nor "which may take a year" where
    they are ``shown`` without a verb that asks."""
    return _NEVER_ALONE.match(words) is None and _RELATIVE.match(shown) is None


def joint_length(words: str) -> int:
    """Count the characters at the beginning of words that only join them to a sentence before: "But", "for instance,"."""
    joint = _JOINS.match(words)
    return joint.end() if joint is not None else 0
