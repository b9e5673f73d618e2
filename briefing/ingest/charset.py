"""From bytes to text, with nothing dropped: every character decoded keeps its place."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from briefing.ingest.codepages import NAMES, choose_code_page

# The longer mark first: UTF-32 little-endian begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
#: what is shown to the detector: its cost grows with the length, its certainty soon does not
_SAMPLE_BYTES = 64 * 1024
# Detection may answer with any codec of Python's; these either are no text encodings of files or read anything at all.
_NEVER = {
    "utf_7",
    "utf_16",
    "utf_16_le",
    "utf_16_be",
    "utf_32",
    "utf_32_le",
    "utf_32_be",
    "hz",
    "cp037",
    "cp500",
    "cp1026",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """A decoded text; ``notes`` say to the reader of the coverage what was guessed."""

    text: str
    notes: tuple[str, ...] = ()


def decode_text(data: bytes, declared: str | None = None) -> Decoded:
    """Decode by byte-order mark, then the encoding that the file declares, then strict UTF-8, then by a guess.

    A byte-order mark stays as the first character, as plain UTF-8 decoding keeps it; line ends are untouched. Never
    raises: bytes that no encoding explains become U+FFFD. No lone surrogate is left, so the text can always be written.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(text=without_surrogates(data.decode(encoding, "replace")))
    marked = data.startswith(codecs.BOM_UTF8)
    for encoding in ("utf-8",) if declared is None else ("utf-8", declared) if marked else (declared, "utf-8"):
        try:
            return Decoded(text=without_surrogates(data.decode(encoding)))
        except (UnicodeError, LookupError, ValueError):
            continue
    guessed = _guess(data)
    note = f"its encoding is not stated; it was read as {NAMES.get(guessed, guessed)}, so letters in names may be wrong"
    return Decoded(text=without_surrogates(data.decode(guessed, "replace")), notes=(note,))


def known_encoding(name: str | None) -> str | None:
    """Give Python's name of a text encoding that a file declares, or None; the web calls Windows-1252 "latin-1"."""
    if not name:
        return None
    try:
        info = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in {
        "utf-7",
        "unicode_escape",
        "raw_unicode_escape",
        "idna",
    }:
        return None
    return "cp1252" if info.name in {"iso8859-1", "ascii"} else info.name


def _guess(data: bytes) -> str:
    wide = _wide(data)
    if wide is not None:
        return wide
    sample = data[:_SAMPLE_BYTES]
    best = from_bytes(sample, cp_exclusion=sorted(_NEVER), preemptive_behaviour=False).best()
    return choose_code_page(sample, best.encoding if best is not None and best.encoding != "ascii" else None)


def _wide(data: bytes) -> str | None:
    """Recognize UTF-16 without a mark: in Western text every second byte is zero."""
    sample = data[: _SAMPLE_BYTES // 2 * 2]
    if len(sample) < 8 or len(data) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def without_surrogates(text: str) -> str:
    """Replace lone surrogates, which escapes in a text may stand for and no file can hold."""
    return _SURROGATE.sub("�", text)
