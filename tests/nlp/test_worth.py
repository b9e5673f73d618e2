"""How likely a next step is one that a desk would list."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pytest

from briefing.errors import AnalysisTooLong, ModelError
from briefing.models import LIKELY
from briefing.nlp.annotate import SHIPPED, Annotator, load_annotator
from briefing.nlp.worth import Worth, read_worth
from tests.analysis_samples import analyse


def test_signs_and_meaning_are_weighed_together() -> None:
    """Nothing known is one half; each sign counts by its weight and its size, unknown ones not at all."""
    worth = Worth(bias=0.0, signs={"deadline": 1.0, "place": -2.0}, meaning=(1.0, 0.0))
    assert worth.likelihood({}, ()) == 0.5
    assert worth.likelihood({"deadline": 1.0}, ()) == pytest.approx(0.731, abs=1e-3)
    assert worth.likelihood({"deadline": 1.0, "place": 0.5, "new": 9.0}, ()) == 0.5
    assert worth.likelihood({}, (0.6, 0.8)) == pytest.approx(0.646, abs=1e-3)


def test_a_meeting_on_a_day_is_likelier_than_a_vow_to_be_better(annotator: Annotator) -> None:
    """What an actor does on a day is a next step for certain; a campaigner's vow to change everything is hardly one."""
    meeting = analyse(annotator, "NORHAVEN, May 7 - The Norland cabinet will meet on Thursday to vote on the ferry contract.\n")
    vow = analyse(annotator, "“We will fight for every family and we will make Norland great,” candidate Ada Quill told supporters.\n")
    assert meeting.next_steps and all(s.confidence > 0.7 for s in meeting.next_steps)
    assert all(s.confidence < 0.5 for s in vow.next_steps)


def test_what_may_lie_ahead_counts_where_it_weighs_much(annotator: Annotator) -> None:
    """Acts that only a noun's doer is said to do, that are being prepared or asked in passing are steps where all else says so."""
    text = (
        "NORHAVEN, May 7 - The Norland government is considering a ban on night flights over the capital, officials said. "
        "Transport Minister Ada Quill has instructed the harbour office to inspect all ferries. "
        "The inspectors will send their report to the cabinet. "
        "Norland is preparing to send engineers to Selm.\n"
    )
    found = [" ".join(text[s.start : s.end] for s in step.what) for step in analyse(annotator, text).next_steps]
    assert any("ban on night flights" in words for words in found)
    assert any("send their report to the cabinet" in words for words in found)


def test_in_a_campaigners_essay_hardly_a_will_is_a_step(annotator: Annotator) -> None:
    """The same forms in an essay of vows and opinions are left out: hardly one is even listed, and no briefing shows any."""
    text = (
        "We will build a better country. Our children will thank us, and our elders will be proud. "
        "Those who doubt us will see what courage can do. I believe that we should listen to one another, and that "
        "leaders need to speak with more humility. Hope will carry us.\n"
    )
    found = analyse(annotator, text).next_steps
    assert len(found) <= 1
    assert all(step.confidence < LIKELY for step in found)


def test_no_two_steps_share_words(annotator: Annotator) -> None:
    """A clause inside another is no step beside it."""
    text = (
        "NORHAVEN, May 7 - The ministry is preparing to ask the council to order the firm to close the mine. "
        "The union is seeking to persuade the owners to keep the works open until the court has ruled.\n"
    )
    spans = sorted((s.what[0].start, s.what[-1].end) for s in analyse(annotator, text).next_steps)
    assert spans and all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_the_shipped_weights_fit_the_shipped_model(annotator: Annotator) -> None:
    """A sentence's meaning has as many numbers as the weights expect."""
    worth = read_worth(SHIPPED / "steps.json")
    assert worth.signs and len(worth.meaning) == len(annotator.embed("The Norland cabinet will meet on Thursday."))
    assert annotator.embed("") == ()


def test_a_sentence_means_the_same_each_time_and_a_check_comes_first(annotator: Annotator) -> None:
    """What is kept of a text is what would be found anew, and time that is up ends also what costs none."""
    text = "The Norland cabinet will meet on Thursday."
    first = annotator.embed(text)
    assert first == annotator.embed(text) == load_annotator().embed(text)

    def stop() -> None:
        raise AnalysisTooLong("the time is up")

    with pytest.raises(AnalysisTooLong):
        annotator.checked(stop).embed(text)


def test_damaged_weights_are_named(tmp_path: Path) -> None:
    """Weights that are not what the description says make the model unusable, and the file is named."""
    folder = tmp_path / "model"
    copytree(SHIPPED, folder)
    (folder / "steps.json").write_text(json.dumps({"bias": 0, "signs": {}, "meaning": []}))
    with pytest.raises(ModelError, match=r"steps\.json is damaged"):
        load_annotator(folder)
