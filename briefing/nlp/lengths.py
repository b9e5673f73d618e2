"""How long a sentence may be: what a tree of it costs grows with the square of its words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

#: words of a sentence; longer ones are tables, lists, and texts that lost their full stops
LONGEST = 250
#: what a break behind a mark is worth beside the model's own score that a sentence begins there
_WORTH = {";": 8.0, ".": 8.0, "!": 8.0, "?": 8.0, ":": 6.0, "–": 5.0, "—": 5.0, "--": 5.0, "|": 5.0, ",": 4.0, ")": 2.0, "”": 2.0}


def cut_long(begins: NDArray[np.bool_], words: Sequence[str], scores: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Let no sentence be longer than LONGEST words: cut what is at the best-looking place of each stretch's second half.

    ``begins`` says of each word whether a sentence begins with it, ``scores`` how much the model thinks so.
    """
    cut = begins.copy()
    for start, end in itertools.pairwise([*np.flatnonzero(begins).tolist(), len(words)]):
        while end - start > LONGEST:
            places = range(start + LONGEST // 2, start + LONGEST + 1)
            start = max(places, key=lambda at: (float(scores[at]) + _WORTH.get(words[at - 1], 0.0), at))
            cut[start] = True
    return cut
