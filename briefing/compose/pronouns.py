"""Whether a sentence holds what a pronoun in the words behind it stands for."""

from __future__ import annotations

import re
from collections import Counter

from briefing.compose.commonness import counts
from briefing.compose.pointing import answers, pronoun_in
from briefing.compose.readings import Reading, asked_once
from briefing.compose.terms import stem, terms_of, words_of
from briefing.models import Span

_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_MANY = frozenset({"they", "them", "their", "these", "those"})
#: a word that more of all articles have tells nothing
_COMMON = 0.15
#: a thing that no preposition makes part of another: "the old quay", not "of the old quay"
_THING = re.compile(
    r"(?<!\bof )(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bto )(?<!\bby )(?<!\bfor )(?<!\bfrom )(?<!\bwith )(?<!\binto )(?<!\bover )"
    r"(?<!\bduring )\b(?:an?|the|its|his|her|their) [\w’'-]+ ",
    re.IGNORECASE,
)
#: several of a kind, which "wants to" is not
_THINGS = re.compile(
    r"\b(?:people|men|women|children|police|(?!(?:was|has|does|says|its|his|this|less)\b)[a-z-]{2,}[^siu\W]s)\b"
    r"(?! (?:to|that|the|an?|its|his|her)\b)"
)


def is_meant_by(reading: Reading, words: str, before: Span, *, own: frozenset[str], holder: str | None) -> bool:
    """Tell whether a sentence holds what the words of a ``holder`` behind it stand on: the one person or thing that their pronoun can
    mean, or a telling word that they share; what answers, also what somebody else says, or asks, there.

    ``own`` are the pronouns that stand for the holder.
    """
    text, pronoun = reading.slice(before), pronoun_in(words, own=own)
    if pronoun is None and not answers(words):
        return False
    if text.endswith("?"):
        return True
    if pronoun in _HE | _SHE:
        fitting = len(_persons(reading, before, "he" if pronoun in _HE else "she", holder))
        return fitting == 1 or (fitting > 1 and _share_telling_word(reading, words, text))
    if _share_telling_word(reading, words, text):
        return True
    if not own and pronoun != "these" and _tells_of(reading, before, holder):
        return True
    if answers(words):
        return any(p.actor != holder for p in reading.analysis.positions if p.cue and p.cue[0].lies_in(before))
    return len((_THINGS if pronoun in _MANY else _THING).findall(text)) == 1


def _share_telling_word(reading: Reading, words: str, before: str) -> bool:
    """Tell whether two stretches of a text share a word that is neither a name nor in every other article."""
    articles, common = counts()
    shared = terms_of(words) & terms_of(before) - {stem(w) for w in reading.named}
    return any(common.get(term, 0) < _COMMON * articles for term in shared)


def _tells_of(reading: Reading, span: Span, holder: str | None) -> bool:
    """Tell whether a stretch tells of who holds a quotation, and then speaks in it of that."""
    return any(m.lies_in(span) for a in reading.analysis.actors if a.name == holder for m in a.mentions)


def _persons(reading: Reading, span: Span, pronoun: str, holder: str | None) -> set[str]:
    """The persons named in a stretch whom "he" or "she" can mean, the holder of the words aside."""
    genders = _genders(reading)
    named = [(m, a.name) for a in reading.analysis.actors if a.kind == "person" for m in a.mentions]
    others = [m.span for m in reading.analysis.mentions if m.kind == "person" and not any(m.span.meets(s) for s, _ in named)]
    told = {name for m, name in (*named, *((m, reading.slice(m)) for m in others)) if m.lies_in(span)}
    found = {name for name in told if name != holder and genders.get(name, pronoun) == pronoun}
    # of "Stone’s campaign" and another, the other
    apart = {name for name in found if words_of(name)[-1] not in words_of(holder or "")}
    return apart or found


@asked_once
def _genders(reading: Reading) -> dict[str, str]:
    """The pronoun that a text has of a person: where it is known who is meant, and else in most of the sentences that begin with
    the name and have no other."""
    cast: dict[str, Counter[str]] = {}
    for referent in reading.analysis.referents:
        cast.setdefault(referent.actor, Counter())[reading.slice(referent.span).lower()] += 1
    for actor in (a for a in reading.analysis.actors if a.kind == "person"):
        votes = cast.setdefault(actor.name, Counter())
        own = {reading.slice(s).lower() for p in reading.analysis.positions if p.actor == actor.name for s in p.source}
        votes.update(own & (_HE | _SHE))
        for mention in actor.mentions:
            (sentence, *_) = reading.sentences_at([mention])
            if sentence.start < mention.start:
                continue
            others = (m.span for m in reading.analysis.mentions if m.kind == "person" and m.span.lies_in(sentence))
            if all(any(o.meets(m) for m in actor.mentions) for o in others):
                votes.update(set(words_of(reading.text[mention.end : sentence.end])) & (_HE | _SHE))
    counted = {name: (sum(v[w] for w in _HE), sum(v[w] for w in _SHE)) for name, v in cast.items()}
    return {name: "he" if he > she else "she" for name, (he, she) in counted.items() if he != she}
