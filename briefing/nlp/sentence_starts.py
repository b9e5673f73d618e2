"""Which words of a text begin a sentence: by the model's scores, and by what the marks and letters beside a word make sure."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.models import Span
from briefing.nlp.lengths import cut_long

#: two sentences taken for one mislead the extraction more than one cut in two (as good on EWT dev as none)
_SENTENCE_BIAS = 0.5
#: in news none ends without a mark (EWT, which is of the web, loses 0.3)
_RUNS_ON = -1.5
#: a full stop before a capital ends a sentence, unless the model is very sure that it does not
_STOPS = 3.0
#: and none begins with who spoke, behind a quotation
_NEVER = -1e4
_CLOSING = frozenset("”\"»’'")


def begin_sentences(text: str, spans: Sequence[Span], scores: NDArray[np.float32], paragraph: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell of each word whether a sentence begins with it.

    ``scores`` are the model's, of shape (words, 2), against a beginning and for one; ``paragraph`` says which paragraph each word is of.
    """
    forms = [text[span.start : span.end] for span in spans]
    capital = [form[0].isupper() for form in forms[1:]]
    # "the BA.5 variant" is one word: no sentence begins within
    joined = [before.end == span.start for before, span in itertools.pairwise(spans)]
    inside = np.array([j and not c for j, c in zip(joined, capital, strict=True)])
    ends = [text[max(0, span.end - 2) : span.end] for span in spans[:-1]]
    runs_on = np.array([False, *(end[-1].isalnum() or end[-1] == "," for end in ends)])
    bias = np.where(runs_on, _RUNS_ON, _SENTENCE_BIAS)
    # a full stop that is a word of its own closes no abbreviation
    stops = [form == "." and c for form, c in zip(forms[:-1], capital, strict=True)]
    bias[np.array([False, *stops])] = _STOPS
    # "We found nobody," the captain said. "Why?" asked the mayor.
    speaks = [end[1:] in _CLOSING and (end[0] == "," or form[0].islower()) for end, form in zip(ends, forms[1:], strict=True)]
    bias[np.array([False, *speaks])] = _NEVER
    begins = (scores[:, 1] + bias > scores[:, 0]) & ~np.append(False, inside.astype(bool))
    begins |= np.append(True, paragraph[1:] != paragraph[:-1])
    return cut_long(begins, forms, scores[:, 1] - scores[:, 0])
