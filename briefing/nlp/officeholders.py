"""Who holds an office of a place, where the reader of names takes the person for a place too: "the mayor of Orlet, Sanne Holt, said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.models import Mention
from briefing.nlp import lexicon
from briefing.nlp.names import clean_name
from briefing.nlp.syntax import Text

#: a place that is surer than this may well be the land in which another one lies: "the mayor of Tarn, North Selmark"
_SURE: Final = 0.7
_LEAST_WORDS, _MOST_WORDS = 2, 4
#: words of a place's name between it and "of"
_LONGEST_PLACE = 4


def with_holders(view: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """Take for a person what stands between commas behind an office of a place, and says or does something."""
    return [replace(m, kind="person") if m.kind == "place" and m.confidence < _SURE and _is_holder(view, m) else m for m in mentions]


def _is_holder(view: Text, mention: Mention) -> bool:
    tokens, words, name = view.tokens, view.words([mention.span]), clean_name(view.slice(mention.span))
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS or words[0] < 4 or words[-1] + 2 >= len(tokens):
        return False
    if name in view.nations.names or name in view.lands.places or not all(tokens[w].text[:1].isupper() for w in words):
        return False
    behind = tokens[words[-1] + 2]
    if tokens[words[-1] + 1].text != "," or not (behind.tag in ("VBD", "VBZ") or behind.text.lower() == "who"):
        return False
    at = words[0] - 2
    while at > 0 and words[0] - at <= _LONGEST_PLACE and tokens[at].pos == "PROPN":
        at -= 1
    is_of_place = tokens[words[0] - 1].text == "," and at < words[0] - 2 and tokens[at].text.lower() == "of"
    return is_of_place and tokens[at - 1].text.lower() in lexicon.TITLES
