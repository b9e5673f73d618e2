"""Which of the old code pages a text is in, by the names in it.

In English news the few bytes beyond ASCII are letters of names and marks. A code page is the wrong one where its reading
makes words that no language writes: a mark between letters ("Wa³êsa"), a capital behind a small letter ("JosŽ"), letters of
two alphabets in one word ("Núńez"). What explains all words as well as another gives way to Windows-1252, which is what
newspapers' machines wrote.
"""

from __future__ import annotations

import re

#: the first is the one that is taken where none is better
CODE_PAGES: tuple[str, ...] = ("cp1252", "cp1250", "cp1254", "iso8859_2", "mac_roman", "cp1251", "cp1253")
#: what a reader of the coverage note calls them
NAMES = {
    "cp1252": "Windows-1252 (Western European)",
    "cp1250": "Windows-1250 (Central European)",
    "cp1254": "Windows-1254 (Turkish)",
    "iso8859_2": "ISO 8859-2 (Central European)",
    "mac_roman": "Mac Roman",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
}
#: the letters beyond ASCII of the languages whose names these code pages are for
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "áéíóúüñ",  # Spanish
        "áâãàçéêíóôõú",  # Portuguese
        "àâçèéêëîïôùûüÿœ",  # French
        "àèéìîòóù",  # Italian
        "äöüß",  # German
        "åäöéü",  # Swedish, Finnish
        "æøåéäö",  # Danish, Norwegian
        "áðéíóúýþæö",  # Icelandic
        "áéíóöőúüű",  # Hungarian
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "čćđšž",  # Croatian, Slovene
        "ăâîşţ",  # Romanian
        "çëš",  # Albanian
        "çğıöşüâîûi̇",  # Turkish; a dotted capital in lower case is two characters
    )
)
#: letters that stand in some places only: ñ before a vowel and ń before none, ã and õ before another vowel or at the end
_MISPLACED = re.compile(r"ñ(?![aeiouáéíóúü])|ń(?=[aeiouáéíóúü])|ã(?![oei]|s?\b)|õ(?!e|s?\b)|iæ|[ŕĺ](?=[aeiouáéíóúü])", re.I)
_WORD = re.compile(r"[^\W\d_]+")
#: a mark that touches a letter as none does; "m²", "50º" and "¿Qué" are as they should be
_STRAY = re.compile(
    r"(?<=[^\W\d_])[¹¼½¾¿¡£¥¯´¨¸†‡¶§¬±×÷¦¤°˛˝˙·‚„ƒ˘ˇ¢©«](?=[^\W\d_])|(?<=[^\W\d_])[¿¡£¥¯´¨¸¹¾¼½±‚ƒ˘ˇ¢]|(?<![mM\W\d_])[²³]|[²³](?=[^\W\d_])"
    r"|[£¥¯´¨¸¹¾¼½±ƒ˘ˇ¢](?=[^\W\d_])|©(?=[a-z])|(?<=[^\W\d_])[ªº](?=[^\W\d_])|[\x80-\x9f\ufffd]"
)
_ASCII = re.compile(r"[A-Za-z]")


def choose_code_page(data: bytes, detected: str | None) -> str:
    """Give the code page that reads a text with the fewest impossible words; ``detected`` is asked last."""
    asked = CODE_PAGES if detected is None else (*CODE_PAGES, detected)
    impossible = {page: impossible_words(data.decode(page, "replace")) for page in asked}
    return min(asked, key=lambda page: impossible[page])


def impossible_words(text: str) -> int:
    """Count the words of a text that no language writes, and the marks within words."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(not _possible(word) for word in words) + len(_STRAY.findall(text))


def _possible(word: str) -> bool:
    letters = {c for c in word.lower() if not c.isascii()}
    if not any(c in alphabet for c in letters for alphabet in _ALPHABETS):
        # of another script; none writes Latin letters within a word
        return not _ASCII.search(word) and len({_script(c) for c in word}) == 1 and _cased(word)
    written = len(word) < 3 or _ASCII.search(word) is not None
    return written and any(letters <= alphabet for alphabet in _ALPHABETS) and _cased(word) and not _MISPLACED.search(word)


def _cased(word: str) -> bool:
    """Say whether a word that is not all in capitals has none beyond ASCII behind its first letter."""
    return word.isupper() or all(c.isascii() or not c.isupper() for c in word[1:])


def _script(character: str) -> int:
    """Tell scripts apart roughly: by blocks of 256 characters, the ideographs and syllables as one."""
    return min(ord(character) >> 8, 0x20)
