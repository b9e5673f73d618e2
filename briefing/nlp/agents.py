"""Who does what a passive tells: those named behind "by"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.models import Attribution, Span
from briefing.nlp.syntax import Text

_IN_PHRASE: Final = frozenset("DET ADJ NOUN PROPN NUM".split())
_ASIDE: Final = frozenset({"acl:relcl", "acl", "parataxis"})
#: when and how stands between a verb and its agent: "condemned on Friday by"
_BETWEEN: Final = frozenset("ADV ADP PROPN NUM".split())
_FARTHEST_BY: Final = 4
#: what one is told to do, or blamed for, by others
_TOLD: Final = frozenset(
    "urge ask tell call warn order advise press instruct request implore accuse blame charge criticise criticize praise commend".split()
)
#: what leads to what one is told or blamed for, behind who does so
_LEADS_ON: Final = frozenset({"to", "of", "for", "over", "as", "not"})


def agent_behind(view: Text, verb: int) -> Span | None:
    """The phrase behind "by" right after a verb, or with a day or an adverb between."""
    tokens, last = view.tokens, view.sentence_words[view.tokens[verb].sentence][-1]
    by = verb + 1
    while by < min(last, verb + _FARTHEST_BY) and tokens[by].text.lower() != "by" and tokens[by].pos in _BETWEEN:
        by += 1
    if by >= last or tokens[by].text.lower() != "by":
        return None
    return _phrase(view, by)


def agents_besides(view: Text, agent: Span) -> list[Span]:
    """The phrases that follow an agent behind "and by"."""
    tokens, at = view.tokens, view.words([agent])[-1] + 1
    last, found = view.sentence_words[view.tokens[at - 1].sentence][-1], list[Span]()
    while at + 1 < last and tokens[at].text.lower() in ("and", ",") and tokens[at + 1].text.lower() == "by":
        if (phrase := _phrase(view, at + 1)) is None:
            break
        found.append(phrase)
        at = view.words([phrase])[-1] + 1
    return found


def by_whom(view: Text, attribution: Attribution) -> Attribution:
    """Give what one is told or blamed for to those who do so, where the model gives it to whom it is said of: "Mayor Falk was urged by
    residents to resign" is the residents' demand."""
    verb = view.head_of(view.words(attribution.cue))
    if verb is None or view.lemma(verb) not in _TOLD or view.tokens[verb].tag not in ("VBN", "VBD") or not attribution.content:
        return attribution
    passive, patient = view.child(verb, ("aux:pass",)), view.child(verb, ("nsubj:pass",))
    by, end = verb + 1, attribution.content[-1].end
    if passive is None or patient is None or patient > verb or view.is_negated(verb):
        return attribution
    agent = _phrase(view, by) if by < len(view.tokens) and view.low(by) == "by" else None
    on = next(iter(view.words([Span(agent.end, end)])), None) if agent is not None else None
    if agent is None or on is None or view.tokens[on].text not in _LEADS_ON:
        return attribution
    rest = Span(view.tokens[on].start, end)
    whom = view.span_of([w for w in view.subtree(patient) if w < passive])
    content = (rest,) if view.tokens[patient].pos == "PRON" else (whom, rest)
    cue = Span(view.tokens[verb].start, view.tokens[by].end)
    return replace(attribution, source=(agent,), cue=(cue,), content=content)


def _phrase(view: Text, by: int) -> Span | None:
    """Who is named behind "by": by the tree, or where that has no noun there, the words that a noun phrase has."""
    tokens, last = view.tokens, view.sentence_words[view.tokens[by].sentence][-1]
    noun = tokens[by].head
    words: list[int] = []
    if noun > by and tokens[noun].pos in ("NOUN", "PROPN"):
        # what stands behind it with a "by" of its own is another's
        words = [w for w in view.subtree(noun, without=_ASIDE | {"punct"}) if w > by]
        stop = next((w for w in words if _ends_agent(view, w)), None)
        words = [w for w in words if stop is None or w < stop]
    after = words[-1] + 1 if words else by + 1
    named = frozenset({"PROPN"}) if words else _IN_PHRASE
    while after <= last and tokens[after].pos in named and tokens[after].tag != "VBG":
        words.append(after)
        after += 1
    while words and tokens[words[-1]].pos in ("CCONJ", "PUNCT", "AUX", "DET", "ADJ"):
        words.pop()
    return view.span_of(words) if words and any(tokens[w].pos in ("NOUN", "PROPN") for w in words) else None


def _ends_agent(view: Text, word: int) -> bool:
    low = view.low(word)
    return low in ("by", "as") or (view.tokens[word].pos == "VERB" and low != "including")
