"""The clauses of a resolution below its subject. Bodies are invented."""

from __future__ import annotations

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse

_RESOLUTION = """Motion for a resolution on the situation in Kordania

The European Parliament,

– having regard to its resolution of 4 May 2025 on Kordania,

Commending the efforts of the panel led by Joaquim Terreno,

1. Strongly condemns the arrest of opposition leaders in Kordania; calls on the Kordanian authorities to release them;

2. Requests the Secretary-General to report to the Parliament within ninety days;

3. Decides to remain seized of the matter.
"""
_LETTER = """Dear Sir,

Calls for a truce have grown. The mayor, Ida Holm, said the bridge was old.
"""


def shown(annotator: Annotator, text: str) -> set[tuple[str | None, str, str]]:
    """Who holds what, of which kind."""
    found = [p for p in analyse(annotator, text).positions if p.confidence > SHOWN]
    return {(p.actor, p.kind, " ".join(text[s.start : s.end] for s in p.content)) for p in found}


def test_the_clauses_of_a_resolution_are_held_by_who_stands_above_them(annotator: Annotator) -> None:
    """Each by its own verb, two of a line too."""
    assert shown(annotator, _RESOLUTION) == {
        ("European Parliament", "praise", "the efforts of the panel led by Joaquim Terreno"),
        ("European Parliament", "opposition", "the arrest of opposition leaders in Kordania"),
        ("European Parliament", "demand", "the Kordanian authorities to release them"),
        ("European Parliament", "demand", "the Secretary-General to report to the Parliament within ninety days"),
    }


def test_a_letter_is_no_resolution(annotator: Annotator) -> None:
    """Nobody resolves below "Dear Sir,"."""
    assert shown(annotator, _LETTER) == {("Ida Holm", "statement", "the bridge was old")}
