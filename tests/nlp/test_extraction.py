"""What the extraction makes of sentences, by class; people and places are invented."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ModelError
from briefing.ingest.content import Content
from briefing.ingest.metadata import describe_document
from briefing.models import Analysis
from briefing.nlp import decode
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import Annotator, load_annotator
from tests.analysis_samples import DAY, SHOWN, analyse


def held(found: Analysis, text: str) -> list[tuple[str | None, str, str]]:
    return [(p.actor, p.kind, " ".join(text[s.start : s.end] for s in p.content)) for p in found.positions]


@pytest.mark.parametrize(
    ("sentence", "actor", "kind", "words"),
    [
        (
            "Prime Minister Ada Quill called on Norland to withdraw its troops from the border.",
            "Ada Quill",
            "demand",
            "withdraw its troops",
        ),
        ("“There is no other way,” Finance Minister Tom Oldcastle said.", "Tom Oldcastle", "statement", "There is no other way"),
        ("The opposition leader, Bram Quill, accused the government of hiding the report.", "Bram Quill", "blame", "hiding the report"),
        ("President Ines Falk promised to build three hospitals in the north.", "Ines Falk", "commitment", "build three hospitals"),
        ("Foreign Minister Olaf Brandt rejected the proposal to move the embassy.", "Olaf Brandt", "opposition", "proposal"),
        ("Interior Minister Lena Moor denied that her ministry had paid the company.", "Lena Moor", "denial", "her ministry had paid"),
        ("Senator Paul Reed praised the nurses for their courage during the flood.", "Paul Reed", "praise", "courage"),
        ("Governor Mara Stone warned that the dam could break within days.", "Mara Stone", "warning", "the dam could break"),
        ("“We will not accept this verdict,” said party leader Jon Hale.", "Jon Hale", "opposition", "We will not accept this verdict"),
        ("“Parliament must dissolve itself,” said union president Rosa Lind.", "Rosa Lind", "demand", "Parliament must dissolve itself"),
    ],
)
def test_the_kind_of_a_position_by_cue_and_modality(annotator: Annotator, sentence: str, actor: str, kind: str, words: str) -> None:
    """Each class of cue with its holder and the words of the content."""
    found = held(analyse(annotator, sentence), sentence)
    assert any((a, k) == (actor, kind) and words in content for a, k, content in found), found


def test_what_one_says_another_holds_is_attributed_to_both(annotator: Annotator) -> None:
    """By way of the speaker; the speaker's own position is not lost."""
    text = "President Ines Falk met Prime Minister Ada Quill on Monday. Falk said that Quill promised to open the border."
    found = analyse(annotator, text)
    nested = [p for p in found.positions if p.actor == "Ada Quill"]
    assert nested and nested[0].via == "Ines Falk"


def test_denied_and_imagined_speech_is_not_trusted(annotator: Annotator) -> None:
    """ "did not say" gives nobody a position that a briefing would show."""
    text = "Minister Lena Moor did not say that the talks had failed."
    assert all(p.confidence < SHOWN for p in analyse(annotator, text).positions)


def test_joint_titles_are_two_persons(annotator: Annotator) -> None:
    """And each has the title of their own."""
    text = "In calls with both Prime Minister Quill and President Brandt the envoy urged restraint. Quill and Brandt agreed."
    roles = {a.name: a.role for a in analyse(annotator, text).actors}
    assert roles.get("Quill") == "Prime Minister" and roles.get("Brandt") == "President"


def test_governments_by_their_people_and_capitals(annotator: Annotator) -> None:
    """ "Tokyo" and "the Japanese side" are Japan where they act."""
    text = "Tokyo rejected the offer on Monday. The Japanese side said it would propose another date. Japan wants talks."
    countries = [a.name for a in analyse(annotator, text).actors if a.kind == "country"]
    assert countries == ["Japan"]


@pytest.mark.parametrize(
    ("sentence", "who", "kind", "value"),
    [
        ("Foreign Minister Ada Quill will visit Japan on Friday.", "Ada Quill", "scheduled", date(2030, 5, 10)),
        ("Foreign Minister Ada Quill said she would visit Japan on Friday.", "Ada Quill", "committed", date(2030, 5, 10)),
        ("The ministers are scheduled to meet in Geneva on May 20.", None, "scheduled", date(2030, 5, 20)),
        ("President Ines Falk urged Norway to sign the treaty by June 1.", "Norway", "requested", date(2030, 6, 1)),
    ],
)
def test_next_steps_have_who_kind_and_day(annotator: Annotator, sentence: str, who: str | None, kind: str, value: date) -> None:
    """Tense and cue decide the kind, the document's date the day."""
    steps = analyse(annotator, sentence).next_steps
    assert any(s.kind == kind and s.value is not None and s.value.end == value and (who is None or who in s.who) for s in steps), steps


def test_the_past_is_no_next_step(annotator: Annotator) -> None:
    """Nor is a condition."""
    text = "Foreign Minister Ada Quill visited Japan on Friday. If the talks fail, she would travel to Oslo."
    assert analyse(annotator, text).next_steps == ()


@given(st.text(max_size=300))
def test_no_text_breaks_it_and_every_span_lies_inside(text: str) -> None:
    """Whatever the characters, the spans are within the text and not empty."""
    found = analyse(load_annotator(), text)
    spans = [*found.sentences, *found.summary, *(m.span for m in found.mentions), *(t.span for t in found.times)]
    spans += [s for p in found.positions for s in (*p.source, *p.cue, *p.content)]
    spans += [s for n in found.next_steps for s in (*n.what, *n.when)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_heads_are_always_a_tree(words: int, seed: int) -> None:
    """From any scores: one root, and every word reaches it."""
    rng = np.random.default_rng(seed)
    dependents, heads = (rng.normal(size=(words, 4)).astype(np.float32) for _ in range(2))
    found = decode.best_heads(dependents, heads, rng.normal(size=4).astype(np.float32))
    assert sum(h == n for n, h in enumerate(found)) == 1
    for at in range(words):
        for _ in range(words):
            at = found[at]
        assert found[at] == at


def test_a_missing_or_damaged_model_says_how_to_mend_it(tmp_path: object) -> None:
    """The file is named, and what to do."""
    from pathlib import Path

    folder = Path(str(tmp_path))
    with pytest.raises(ModelError, match="is missing: correct `model:` in the configuration"):
        load_annotator(folder)
    (folder / "model.json").write_text("{}")
    with pytest.raises(ModelError, match="cannot be read"):
        load_annotator(folder)


def test_the_first_sentence_begins_behind_the_dateline(annotator: Annotator) -> None:
    """Place, day and agency are no part of what is quoted."""
    text = "NORHAVEN, May 7 (Lakeland Wire) - Prime Minister Ada Quill called on Norland to withdraw its troops. She left on Monday."
    document = describe_document(Content(text=text, media_type="text/plain"), name="d", path="d.txt", today=DAY)
    found = analyze_document(document, annotator=annotator, today=DAY)
    assert text[found.sentences[0].start :].startswith("Prime Minister Ada Quill")
    assert text[found.summary[0].start :].startswith("Prime Minister Ada Quill")


def test_no_name_goes_on_over_a_line_break(annotator: Annotator) -> None:
    """The letterhead of a press release and the headline below it are two names."""
    text = "Ministry of Water of Ostania\nOstania rejects plan to raise the Serin dam\n\nIt would flood two valleys, the ministry said.\n"
    assert all("\n" not in text[m.span.start : m.span.end] for m in annotator.annotate(text).mentions)


@pytest.mark.parametrize(
    "text",
    [
        "“We will stop every boat,” said union secretary Lena Ohm. Sundline’s director, Carl Menk, said the rosters would stay.",
        "“We will go,” said mayor Jonas Ferreny. Tressia’s foreign minister said nothing.",
        "Talks end on March 14. President Ilvane said so.",
    ],
)
def test_a_full_stop_before_a_capital_ends_a_sentence(annotator: Annotator, text: str) -> None:
    """However short the word before it is, and though a name follows."""
    assert len(annotator.annotate(text).sentences) == 2
    assert len(annotator.annotate("Sen. Ada Quill of Norland met Dr. Okk in St. Sel.").sentences) == 1


def test_an_extraction_ends_wherever_it_is_told_to(annotator: Annotator) -> None:
    """What the check raises at any of its turns, in the model or in the rules, comes out; a check that lets go on changes nothing."""
    text = "Prime Minister Ada Quill said on Monday that Norland will sign the treaty by June 1. “We will not wait,” she added."
    document = describe_document(Content(text=text, media_type="text/plain"), name="a", path="a.txt", today=DAY)
    turns = itertools.count(1)

    def analysis_with(check: Callable[[], object]) -> Analysis:
        return analyze_document(document, annotator=annotator.checked(check), today=DAY, check=check)

    def stop_at(turn: int) -> Callable[[], None]:
        left = itertools.count(1)

        def check() -> None:
            if next(left) == turn:
                raise TimeoutError

        return check

    assert analysis_with(lambda: next(turns)) == analyze_document(document, annotator=annotator, today=DAY)
    every = next(turns) - 1
    assert every > 100
    for last in (1, 2, every // 3, every // 2, every):
        with pytest.raises(TimeoutError):
            analysis_with(stop_at(last))
