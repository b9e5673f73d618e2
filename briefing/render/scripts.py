"""Names and words in other scripts than Latin: marked, so that they run in their own direction and get their own letters."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_EAST_ASIAN = "\u2e80-\u2fdf\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
#: a run of words of one direction, with what stands between them
_RUN = re.compile(f"(?P<rtl>[{_RIGHT_TO_LEFT}](?:[^A-Za-z\u00c0-\u024f{_EAST_ASIAN}]*[{_RIGHT_TO_LEFT}])*)|(?P<cjk>[{_EAST_ASIAN}]+)")
#: what a script says of the language; Han and Arabic letters alone do not say whether it is Chinese or Japanese, Arabic or Persian
_LANGUAGES = (
    ("\u3040-\u30ff", "ja"),
    ("\uac00-\ud7af", "ko"),
    ("\u0590-\u05ff", "he"),
    (_EAST_ASIAN, "und-Hani"),
    ("\u0600-\u06ff", "und-Arab"),
)


def mark_scripts(text: str) -> Markup:
    """Escape a text, with direction and language on each run of right-to-left, Chinese, Japanese or Korean letters."""
    made, end = Markup(""), 0
    for run in _RUN.finditer(text):
        made += escape(text[end : run.start()]) + _marked(run)
        end = run.end()
    return made + escape(text[end:])


def _marked(run: re.Match[str]) -> Markup:
    language = next((code for letters, code in _LANGUAGES if re.search(f"[{letters}]", run[0])), "und")
    if run["rtl"] is not None:
        return Markup('<span dir="rtl" lang="{}">{}</span>').format(language, run[0])
    return Markup('<span lang="{}">{}</span>').format(language, run[0])
