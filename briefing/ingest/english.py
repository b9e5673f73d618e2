"""Whether a text is English, by its function words: a third of running English is made of these few."""

from __future__ import annotations

import re

from briefing.ingest.content import Rejected

_ENGLISH = frozenset(
    """the of and to in a that is was for on with as by at from it its he she his her they their we our you said has
    have had be been are were will would not but or an this which who after more than also about into over there when
    what all one out up can could if no so some other new two first last""".split()
)
# Common words of other languages that are none of English: a text with more of these than of the above is not English.
_OTHER = frozenset(
    """der die das und den von zu mit sich des dem nicht ein eine auch auf für ist im dass sie wird bei nach wurde
    le la les des et en du une est que qui dans pour au par sur pas plus avec ce il sont aux été cette
    el los las y del por con para una su al se lo como más pero sus ha fue este
    o os um uma não com da dos na em ao mais foi como ser
    il di che per non della del sono nel alla gli dei è più anche
    het een van en dat niet zijn voor met op te aan ook maar werd
    og det som på av er til ikke den med har var ett och inte att
    bir ve bu için ile olarak olan daha çok ancak sonra olduğunu
    yang dan di untuk dengan ini itu dari pada tidak akan dalam kepada
    w z na się nie jest że do jak oraz przez po
    și în pe cu să care nu sunt din la că a
    ja on ei että oli se hän mutta kun
    hogy az egy nem és is meg""".split()
) - {"a", "on", "is", "do", "as", "in", "was", "to", "an", "met", "die", "up", "me", "no", "so", "over"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: a text shorter than this proves nothing
_FEW_WORDS = 25
_SAMPLE_CHARACTERS = 50_000
_NAMES = {"en", "eng", "english"}


def check_english(text: str, declared: str | None = None) -> None:
    """Refuse a text that is clearly of another language; short ones get the benefit of the doubt."""
    words = [word.group().lower() for word in _WORD.finditer(text[:_SAMPLE_CHARACTERS])]
    letters = sum(map(len, words))
    latin = sum(len(word) for word in words if word[0] < "\u0250" or "\u1e00" <= word[0] < "\u2000")
    if letters >= 20 and latin < letters * 0.5:
        raise Rejected("not english", "it is in another script than English is")
    if not words:
        return
    english = sum(word in _ENGLISH for word in words) / len(words)
    other = sum(word in _OTHER for word in words) / len(words)
    foreign = declared is not None and re.split(r"[-_]", declared.lower())[0] not in _NAMES
    if foreign and english < 0.2 and (len(words) >= _FEW_WORDS or other > english):
        raise Rejected("not english", f"it says that its language is {declared!r}")
    if len(words) < _FEW_WORDS:
        return
    # Tables and lists of names have few function words of any language; prose of another language has many of its own.
    if (other > english and other > 0.08) or english < 0.02:
        raise Rejected("not english", "it is not in English")
