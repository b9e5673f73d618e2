"""Put other names in the place of those of an article, so that a name's kind is learnt from what stands around it, too."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tokenizers import Tokenizer

from training.corpora import Example, Span

#: how often a name of an article is exchanged, by kind: what an organization is called says least
SHARE = {"organization": 0.5, "person": 0.2, "place": 0.2}
#: a longer name is mostly an annotation that went wrong
_LONGEST = 6


def _called(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split())


@dataclass
class Names:
    """The names of a corpus by kind, each once, and the tokenizer that reads the articles they are put into."""

    tokenizer: Tokenizer
    examples: Sequence[Example]
    _pool: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[str, set[str]] = {kind: set() for kind in SHARE}
        for example in self.examples:
            for span, kinds in example.mentions or ():
                name = _called(example.text, span)
                if len(kinds) == 1 and kinds[0] in SHARE and len(name.split()) <= _LONGEST and name[:1].isupper():
                    found[kinds[0]].add(name)
        self._pool = {kind: sorted(names) for kind, names in found.items()}

    def exchange(self, example: Example, rng: random.Random) -> Example:
        """Give the article with some of its names exchanged for others of their kind, the same one each time it is named."""
        instead: dict[tuple[str, str], str | None] = {}
        parts: list[str] = []
        mentions: list[tuple[Span, tuple[str, ...]]] = []
        at = length = 0
        for span, kinds in sorted(example.mentions or ()):
            if span[0] < at:
                continue
            name = _called(example.text, span)
            other = None
            if len(kinds) == 1 and kinds[0] in SHARE and name[:1].isupper():
                key = (name, kinds[0])
                if key not in instead:
                    instead[key] = rng.choice(self._pool[kinds[0]]) if rng.random() < SHARE[kinds[0]] else None
                other = instead[key]
            shown = example.text[span[0] : span[1]] if other is None else other
            before = example.text[at : span[0]]
            parts += (before, shown)
            mentions.append(((length + len(before), length + len(before) + len(shown)), kinds))
            length += len(before) + len(shown)
            at = span[1]
        return replace(example, text="".join(parts) + example.text[at:], mentions=tuple(mentions))
