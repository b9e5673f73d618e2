"""The whole sentences that tell an article in a few lines: what happened, who stands where, what comes next."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.quotations import quotation_at, quotations
from briefing.nlp.sentence_signs import Sentences
from briefing.nlp.syntax import FINITE, Text
from briefing.nlp.topic import Topic
from briefing.nlp.worth import Worth

#: what the first sentence chosen is worth at least, the second and so on: two or three lines say what most articles have to say
_LEAST = (0.0, 0.2, 0.37, 0.47)
#: so many are compared with one another
_CANDIDATES = 12
#: what a sentence keeps of its worth where only the one before says of whom it is
_LEANING = 0.75
#: what a sentence gains that says in the text's own words how talks ended: few articles tell of any, so none of it could be learned
_OUTCOME = 1.2
_REACHED = frozenset("agreement deal accord settlement compromise consensus truce ceasefire breakthrough".split())
_REACH = frozenset("reach sign strike seal clinch achieve conclude agree fail collapse".split())
_LEANS = frozenset("he she it they his her its their this that these those but and also however meanwhile such".split())
_SAYS = frozenset({"say", "tell", "add", "note", "explain", "reply"})
#: what hangs on a verb of speech without being what is said
_AROUND = frozenset({"nsubj", "aux", "advmod", "obl", "obl:unmarked", "cc", "discourse", "mark"})


def summary_sentences(view: Text, topic: Topic, sentences: Sentences, worth: Worth) -> tuple[Span, ...]:
    """Choose up to four whole sentences, in the text's own order, by what was learned from articles that readers summed up
    (training/summaries.py)."""
    weights = {n: worth.likelihood(sentences.signs_of(n), ()) for n in topic.sentences}
    return tuple(view.sentences[n] for n in choose_lines(view, topic, weights))


def choose_lines(view: Text, topic: Topic, weights: Mapping[int, float]) -> list[int]:
    """Choose the whole sentences of most weight, in the text's own order; what one says that another does too weighs less."""
    whole = (n for n in sorted(weights, key=lambda n: (-weights[n], n)) if _is_whole(view, n))
    left = list(itertools.islice(whole, _CANDIDATES))
    chosen: list[int] = []
    weights = {n: weights[n] * (_LEANING if _leans(view, n) else 1.0) * (_OUTCOME if _tells_outcome(view, n) else 1.0) for n in left}
    for least in _LEAST:
        values = {n: weights[n] * (1 - max((_shared(topic, n, c) for c in chosen), default=0.0) ** 2) for n in left}
        best = max(left, key=lambda n: (values[n], -n), default=None)
        if best is None or values[best] < least:
            break
        chosen.append(best)
        left.remove(best)
    return sorted(chosen)


def _shared(topic: Topic, one: int, other: int) -> float:
    """The share of the shorter sentence's terms that another one has too."""
    here, there = topic.terms[one], topic.terms[other]
    return len(here & there) / max(1, min(len(here), len(there)))


def _leans(view: Text, number: int) -> bool:
    """Tell whether a sentence opens with a word that leans on the one before, or is told of or by whom only a pronoun names."""
    words = view.sentence_words[number]
    if view.low(words[0]) in _LEANS:
        return True
    root = view.root(words)
    subject = view.subject(root) if root is not None else None
    return subject is not None and view.low(subject) in lexicon.OF_PERSONS


def _tells_outcome(view: Text, number: int) -> bool:
    """Tell whether a sentence says, outside of a quotation, whether anything was agreed: "No agreement was reached at the meeting"."""
    for word in view.sentence_words[number]:
        verb = view.tokens[word].head
        if view.lemma(word) in _REACHED and view.lemma(verb) in _REACH and view.tokens[verb].tag in ("VBD", "VBN"):
            return quotation_at(view.text, view.tokens[word].start) is None
    return False


def _is_attribution_alone(view: Text, number: int) -> bool:
    """Tell whether a sentence only says who speaks, to whom and when, and nothing of what is said: "the chief told reporters"."""
    words = view.sentence_words[number]
    root = view.root(words)
    if root is None or view.lemma(root) not in _SAYS or any(view.tokens[w].text in '“”"«»' for w in words):
        return False
    listener = {"obj", "iobj"} if view.lemma(root) == "tell" else set()
    return all(view.tokens[c].relation in _AROUND | listener or view.tokens[c].pos == "PUNCT" for c in view.children[root])


def _is_whole(view: Text, number: int) -> bool:
    """Tell whether a sentence stands as one: it has a finite verb, ends in a full stop and is neither a scrap nor endless."""
    words = view.sentence_words[number]
    text = view.slice(view.sentences[number]).rstrip("”\"’'")
    finite = any(view.tokens[w].tag in FINITE for w in words)
    whole = finite and 6 <= len(words) <= 70 and text.endswith((".", "!", "?")) and not _is_attribution_alone(view, number)
    # a line in capitals is a heading, unless all of the text is
    whole = whole and not (text.isupper() and not view.text.isupper())
    # "stated the minister, who will lead it." goes on from a quotation that a line's end has cut off
    whole = whole and not (text.split()[0].islower() and view.tokens[words[0]].tag in ("VBD", "VBZ", "VBP"))
    return whole and _stands_alone(view, view.sentences[number])


def _stands_alone(view: Text, sentence: Span) -> bool:
    """Tell whether a sentence neither lies in a quotation that is longer, nor is one whose speaker another sentence names."""
    inside = [q for q in quotations(view.text) if q.meets(sentence)]
    if any(q.start < sentence.start or q.end > sentence.end for q in inside):
        return False
    spoken = [w for w in view.words(inside) if view.tokens[w].pos != "PUNCT"]
    return len([w for w in view.words([sentence]) if view.tokens[w].pos != "PUNCT"]) - len(spoken) >= 2
