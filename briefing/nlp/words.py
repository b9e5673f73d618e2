"""Words as the Universal Dependencies treebanks of English split them, and their lemmas."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.models import Span

#: letters of the longest ending that a lemma rule looks at
LONGEST_ENDING = 6
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Gov|Govs|Sen|Sens|Rep|Reps|Del|Atty|Pres|Supt|Insp|Rev|Msgr|Hon|St|Mt|Jr|"
    "Sr|Co|Corp|Inc|Ltd|No|Nos|vs|etc|approx|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun"
)
_WORD = re.compile(
    rf"""
    (?:https?://|www\.)\S+[^\s.,;:!?)\]”"'’]            # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?:[^\W\d_]\.){{2,}}                                  # U.S., a.m.
  | \b(?:{_ABBREVIATIONS})\.
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b
  | [^\W\d_]+(?=n[’']t\b)                                 # do|n't
  | n[’']t\b
  | [’'](?:s|S|re|ve|ll|d|m)\b
  | (?:O|D|Al|al|d|l|L)[’'](?=[A-Z])\w+                   # O'Brien
  | \w+
  | \.{{2,}}|…
  | --+|[–—]
  | \S
    """,
    re.VERBOSE,
)


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Split a stretch of a text into words and punctuation marks, as spans of the whole text."""
    return [Span(*m.span()) for m in _WORD.finditer(text, start, len(text) if end is None else end)]


#: past forms that end as those of verbs in "y" do
_IN_IE = {"lied": "lie", "tied": "tie", "untied": "untie", "belied": "belie", "vied": "vie", "died": "die"}

#: what a lemma rule does to a form: cut so many letters off its end, put these in their place
LemmaRule = tuple[int, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lemmas:
    """Rules learned from the treebanks: by tag and whole form where the form is irregular, else by tag and longest ending."""

    forms: Mapping[str, LemmaRule]
    endings: Mapping[str, LemmaRule]

    def of(self, form: str, tag: str) -> str:
        """Give the lemma of a word by its Penn tag; a proper noun's is the form itself."""
        if tag.startswith("NNP"):
            return form
        low = form.lower().replace("’", "'")
        if tag in ("VBD", "VBN") and low in _IN_IE:
            return _IN_IE[low]
        if tag == "VBP" and low.endswith("s") and not low.endswith(("ss", "us", "'s")) and f"{tag} {low}" not in self.forms:
            tag = "VBZ"  # "the committee convenes": a form that the tag belies
        rule = self.forms.get(f"{tag} {low}")
        size = min(LONGEST_ENDING, len(low))
        while rule is None and size >= 0:
            rule = self.endings.get(f"{tag} {low[len(low) - size :]}")
            size -= 1
        if rule is None:
            return low
        return low[: len(low) - rule[0]] + rule[1]


@functools.lru_cache(maxsize=4096)
def known_verb(lemma: str, form: str, known: frozenset[str]) -> str:
    """Give the lemma of a verb that the rules for endings cut at the wrong place, where one of ``known`` has that form: "ruled" is of
    "rule", not "rul"."""
    if lemma in known:
        return lemma
    for verb in (lemma + "e", lemma.removesuffix("e"), lemma + lemma[-1:], form.removesuffix("s")):
        stem = verb.removesuffix("e")
        if verb in known and form in (stem + "ed", stem + "ing", verb + "s"):
            return verb
    if lemma == form and not form.endswith(("ing", "s")):
        return lemma
    # a form that its tag belies: "underlined" is no participle in "ing"
    ended = [form.removesuffix(ending) for ending in ("ing", "ed", "es", "s") if form.endswith(ending)] or [form]
    return next((v for stem in ended for v in (stem, stem + "e") if v in known), lemma)
