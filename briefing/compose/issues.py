"""The sides of an issue: who is for it, who is against it, who asks what of whom.

An issue is what several actors' positions are about in the same words. Only what somebody supports or opposes in so many words puts
them on a side, so that nobody is made to hold what they did not say.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.compose.drafts import Draft
from briefing.compose.novelty import sentence_terms
from briefing.compose.outcomes import phrases
from briefing.compose.stance import read_stance
from briefing.compose.terms import STOPWORDS, fold, stem, terms_of
from briefing.models import BriefedPosition

Where = Literal["for", "against", "asks"]
#: an issue is about no more words than these, and a story has no more issues
_LABEL_WORDS, _MOST = 4, 3
_SHARED = 2
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_FOR = phrases(
    r"support(?:s|ed|ing)?", r"in favou?r of", r"vot(?:e|es|ed|ing) for", r"back(?:s|ed|ing)", r"welcom(?:e|es|ed|ing)",
    r"endors(?:e|es|ed|ing)", r"approv(?:e|es|ed|ing)", r"defend(?:s|ed|ing)?", r"agree(?:s|d)?", r"accept(?:s|ed|ing)?",
    r"prais(?:e|es|ed|ing)", r"favou?r(?:s|ed)?",
)  # fmt: skip
_AGAINST = phrases(
    r"against", r"oppos(?:e|es|ed|ing)", r"reject(?:s|ed|ing)?", r"unacceptable", r"vot(?:e|es|ed|ing) down", r"rul(?:e|es|ed|ing) out",
    r"refus(?:e|es|ed|ing)", r"denounc(?:e|es|ed|ing)", r"condemn(?:s|ed|ing)?", r"criticis(?:e|es|ed|ing)",
    r"criticiz(?:e|es|ed|ing)", r"turn(?:s|ed)? down", r"object(?:s|ed)?", r"dismiss(?:es|ed|ing)?",
)  # fmt: skip
_NEGATED = re.compile(r"\b(?:not|never|no longer|cannot|nobody|neither|nor|without|if|whether)\b|n't\b")
#: what somebody else did, before the word of a side: "that Ms Quill had voted for", "Mr Hale opposed"
_ANOTHERS = re.compile(r"\b(?:mr|mrs|ms|miss)\b|\b(?!(?:i|we|it|he|she|they|who)\b)[\w’'-]+ had (?:also |already |once |\w+ly )?$")
_SENTENCE = re.compile(r"[.!?;]\s+")
#: words that are shared by positions on quite different things
_COMMON = frozenset(
    terms_of(
        """spring summer autumn winter first next last another other new people country government minister president party talk meeting
        plan time report part side hour day week month year"""
    )
)


#: what a ruling did that one is for or against: that is not what the side is of, and may be its contrary
_RULED = re.compile(r"\b(?:ruling|decision|order|verdict|judge?ment|injunction)\b(?: (?!that\b|which\b)[\w’'-]+){0,6}? (?:that|which) .*")
_VOTES = re.compile(r"\bvot(?:e|es|ed|ing)\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stand:
    """A position with the side that it puts its actor on, and the words that it is about."""

    draft: Draft[BriefedPosition]
    where: Where
    terms: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueDraft:
    """An issue while the sources are not yet numbered."""

    about: str
    supporters: tuple[Draft[BriefedPosition], ...]
    opponents: tuple[Draft[BriefedPosition], ...]
    requests: tuple[Draft[BriefedPosition], ...]


def find_issues(positions: Sequence[Draft[BriefedPosition]], names: Iterable[str]) -> list[IssueDraft]:
    """The issues of one story on which two actors or more stand, on two sides of it, by the positions shown.

    ``names`` are those of actors, whom no issue is called after.
    """
    apart = frozenset(t for name in names for t in terms_of(name))
    stands = [s for d in positions if (s := _stand(d, apart)) is not None]
    shared = Counter(t for terms in _by_actor(stands).values() for t in terms)
    common = {t for t, actors in shared.items() if actors > 1}
    issues: list[IssueDraft] = []
    left = list(stands)
    while left:
        weight = Counter(t for s in left for t in s.terms & common)
        if not weight:
            break
        (term, _) = min(weight.items(), key=lambda w: (-w[1], w[0]))
        members = [s for s in left if term in s.terms]
        left = [s for s in left if term not in s.terms]
        if any(_meet(one, other) for one, other in itertools.combinations(members, 2)):
            issues.append(_issue(members, term, common))
    issues = [i for i in issues if (i.supporters or i.opponents) and sum(map(bool, (i.supporters, i.opponents, i.requests))) > 1]
    return sorted(issues, key=lambda i: -len((*i.supporters, *i.opponents, *i.requests)))[:_MOST]


def _meet(one: _Stand, other: _Stand) -> bool:
    """Tell whether two stands are of one issue: they share two words, or as many as those say that are for it and against it."""
    if one.draft.item.actor == other.draft.item.actor or one.where == other.where == "asks":
        return False
    opposed = {one.where, other.where} == {"for", "against"}
    return len(one.terms & other.terms) >= (min(_SHARED, len(one.terms), len(other.terms)) if opposed else _SHARED)


def _by_actor(stands: Sequence[_Stand]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for stand in stands:
        found.setdefault(stand.draft.item.actor, set()).update(stand.terms)
    return found


def _stand(draft: Draft[BriefedPosition], names: frozenset[str]) -> _Stand | None:
    item = draft.item
    where, clause = _side(item)
    if where is None:
        return None
    if where != "asks":
        clause = _RULED.sub("", clause)
    about = f"{clause} {item.target or ''}"
    terms = (read_stance(about, item.kind).issue & sentence_terms(about)) - _COMMON - names
    return _Stand(draft=draft, where=where, terms=terms) if terms else None


def _side(item: BriefedPosition) -> tuple[Where | None, str]:
    """The side that a position puts its actor on, and the sentence of it that does.

    Its kind and its words must say so; a promise, a warning or a vote may by its words alone, what is only stated does not.
    """
    sentences = _SENTENCE.split(fold(item.excerpt.text))
    if item.kind == "demand":
        return "asks", sentences[0]
    sentences[0] = f"{fold(item.cue)} {sentences[0]}"
    for sentence in sentences:
        found: set[Where] = set()
        backs, turns_down = _FOR.search(sentence), _AGAINST.search(sentence)
        if backs:
            found.add("for")
        if turns_down:
            found.add("against")
        if item.kind in ("support", "opposition"):
            side: Where = "for" if item.kind == "support" else "against"
            if side in found:
                return side, sentence
        elif (item.kind in ("commitment", "warning") or _VOTES.search(sentence)) and len(found) == 1 and not _NEGATED.search(sentence):
            said = backs or turns_down
            if said is None or not _ANOTHERS.search(sentence[: said.start()]):
                return found.pop(), sentence
    return None, ""


def _issue(members: Sequence[_Stand], term: str, common: set[str]) -> IssueDraft:
    about = max((_phrase(s.draft.item.excerpt.text, term, common) for s in members), key=lambda p: (p[0], -len(p[1])))[1]
    supporters, opponents, requests = (tuple(s.draft for s in members if s.where == where) for where in ("for", "against", "asks"))
    # who is heard on both sides is on the one taken last, and on none of them where that is not known
    torn = {d.item.actor for d in supporters} & {d.item.actor for d in opponents}
    last = {a: _latest([d for d in (*supporters, *opponents) if d.item.actor == a]) for a in torn}
    return IssueDraft(
        about=about,
        supporters=tuple(d for d in supporters if d.item.actor not in torn or d is last[d.item.actor]),
        opponents=tuple(d for d in opponents if d.item.actor not in torn or d is last[d.item.actor]),
        requests=requests,
    )


def _latest(drafts: Sequence[Draft[BriefedPosition]]) -> Draft[BriefedPosition] | None:
    newest = max((d.item.said_on for d in drafts if d.item.said_on is not None), default=None)
    last = [d for d in drafts if d.item.said_on is not None and d.item.said_on == newest]
    return last[0] if len(last) == 1 else None


def _phrase(text: str, term: str, common: set[str]) -> tuple[int, str]:
    """The words around a term that positions share, as one of them has it, and how many they are."""
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    stems = [stem(fold(w)) for w, _, _ in words]
    if term not in stems:
        return 0, term
    first = last = stems.index(term)
    while first > 0 and last - first + 1 < _LABEL_WORDS and stems[first - 1] in common and _adjoins(text, words[first - 1], words[first]):
        first -= 1
    while (
        last + 1 < len(words)
        and last - first + 1 < _LABEL_WORDS
        and stems[last + 1] in common
        and _adjoins(text, words[last], words[last + 1])
    ):
        last += 1
    return last - first + 1, text[words[first][1] : words[last][2]]


def _adjoins(text: str, one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    return not text[one[2] : other[1]].strip() and fold(other[0]) not in STOPWORDS
