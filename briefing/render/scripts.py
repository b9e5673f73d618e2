"""Names and words in other scripts than Latin: told apart, so that they run in their own direction and get their own letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from markupsafe import Markup, escape

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_EAST_ASIAN = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
# what stands between two letters of one script belongs to it: a space, a comma, a number
_STRETCH = re.compile(
    f"(?P<rtl>[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}]|[\\W\\d_]+(?=[{_RIGHT_TO_LEFT}]))*)"
    f"|(?P<cjk>[{_EAST_ASIAN}](?:[{_EAST_ASIAN}]|[\\W\\d_]+(?=[{_EAST_ASIAN}]))*)"
)
#: what a script says of the language; Han and Arabic letters alone do not say whether it is Chinese or Japanese, Arabic or Persian
_LANGUAGES = (
    ("\u3040-\u30ff", "ja"),
    ("\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff", "ko"),
    ("\u0590-\u05ff\ufb1d-\ufb4f", "he"),
    (_EAST_ASIAN, "und-Hani"),
    ("\u0600-\u06ff", "und-Arab"),
)


class Stretch(NamedTuple):
    """Text of one direction and kind of letters. ``language`` is a BCP 47 tag, None for Latin and its like."""

    text: str
    kind: Literal["rtl", "cjk"] | None
    language: str | None


def split_scripts(text: str) -> Iterator[Stretch]:
    """Yield the stretches of a text in order; nothing is lost."""
    end = 0
    if not text.isascii():
        for match in _STRETCH.finditer(text):
            if match.start() > end:
                yield Stretch(text[end : match.start()], None, None)
            language = next((code for letters, code in _LANGUAGES if re.search(f"[{letters}]", match[0])), "und")
            yield Stretch(match[0], "rtl" if match["rtl"] else "cjk", language)
            end = match.end()
    if end < len(text):
        yield Stretch(text[end:], None, None)


def is_right_to_left(text: str) -> bool:
    """Whether more of a text's letters run from right to left than from left to right."""
    if text.isascii():
        return False
    directions = [unicodedata.bidirectional(character) for character in text]
    return sum(direction in ("R", "AL") for direction in directions) > directions.count("L")


def mark_scripts(text: str) -> Markup:
    """Escape a text, with direction and language on each run of right-to-left, Chinese, Japanese or Korean letters."""
    return Markup("").join(_marked(stretch) for stretch in split_scripts(text))


def _marked(stretch: Stretch) -> Markup:
    if stretch.kind == "rtl":
        return Markup('<span dir="rtl" lang="{}">{}</span>').format(stretch.language, stretch.text)
    if stretch.kind == "cjk":
        return Markup('<span lang="{}">{}</span>').format(stretch.language, stretch.text)
    return escape(stretch.text)
