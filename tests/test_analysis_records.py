"""An analysis leaves the process in two shapes: bytes for the store, and the published JSON object."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis_codec import decode_analysis, encode_analysis
from briefing.analysis_json import analysis_object, interval_text
from briefing.models import Actor, Analysis, Document, Grain, Interval, Mention, NextStep, Position, Span, TemporalExpression

spans = st.tuples(st.integers(0, 500), st.integers(0, 80)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
some_spans = st.lists(spans, max_size=3).map(tuple)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
shares = st.floats(0, 1)
intervals = st.tuples(st.dates(), st.integers(0, 400)).map(
    lambda pair: Interval(start=pair[0], end=pair[0] + timedelta(days=min(pair[1], (date.max - pair[0]).days)))
)
grains: st.SearchStrategy[Grain] = st.sampled_from(["day", "month", "year", "interval"])
analyses = st.builds(
    Analysis,
    document=words,
    sentences=some_spans,
    mentions=st.lists(st.builds(Mention, span=spans, kind=st.just("person"), confidence=shares), max_size=3).map(tuple),
    times=st.lists(
        st.builds(
            TemporalExpression,
            span=spans,
            value=st.none() | intervals,
            anchor=st.none() | st.dates(),
            grain=grains,
            deadline=st.booleans(),
        ),
        max_size=3,
    ).map(tuple),
    actors=st.lists(
        st.builds(
            Actor,
            name=words,
            kind=st.just("person"),
            role=st.none() | words,
            affiliation=st.none() | words,
            aliases=st.lists(words, max_size=2).map(tuple),
            salience=shares,
            mentions=st.lists(spans, min_size=1, max_size=3).map(tuple),
            misspelled=some_spans,
        ),
        max_size=3,
    ).map(tuple),
    positions=st.lists(
        st.builds(
            Position,
            actor=st.none() | words,
            source=some_spans,
            cue=some_spans,
            content=some_spans,
            kind=st.just("demand"),
            quoted=st.booleans(),
            target=st.none() | words,
            via=st.none() | words,
            salience=shares,
            confidence=shares,
        ),
        max_size=3,
    ).map(tuple),
    next_steps=st.lists(
        st.builds(
            NextStep,
            what=some_spans,
            who=st.lists(words, max_size=2).map(tuple),
            when=some_spans,
            value=st.none() | intervals,
            grain=grains,
            deadline=st.booleans(),
            kind=st.just("expected"),
            salience=shares,
        ),
        max_size=3,
    ).map(tuple),
    summary=some_spans,
    model_version=words,
    embedding=st.lists(st.floats(-1, 1), max_size=3).map(tuple),
)


@given(analyses)
def test_what_the_store_keeps_is_read_back_equal(analysis: Analysis) -> None:
    """Every record, span and float survives the way through bytes."""
    assert decode_analysis(encode_analysis(analysis)) == analysis


@pytest.mark.parametrize("payload", [b"", b"rubbish", encode_analysis.__doc__.encode() if encode_analysis.__doc__ else b""])
def test_bytes_that_cannot_be_read_are_no_analysis(payload: bytes) -> None:
    """A damaged cache entry is made anew instead of stopping the run."""
    assert decode_analysis(payload) is None


@given(analyses)
def test_the_object_holds_every_item_the_most_salient_first(analysis: Analysis) -> None:
    """Nothing is dropped on the way out, and readers may stop early."""
    document = Document(id="1", name="a.txt", path="seeds/a.b.txt", text="", published=date(2022, 9, 20))
    made = analysis_object(document, analysis)
    assert (made["document"], made["published"]) == ("a.b", "2022-09-20")
    for key, items in (
        ("actors", analysis.actors),
        ("positions", analysis.positions),
        ("next_steps", analysis.next_steps),
    ):
        assert len(made[key]) == len(items)
        saliences = [item["salience"] for item in made[key]]
        assert saliences == sorted(saliences, reverse=True)


@pytest.mark.parametrize(
    ("start", "end", "grain", "expected"),
    [
        (date(2022, 9, 30), date(2022, 9, 30), "day", "2022-09-30"),
        (date(2022, 9, 20), date(2022, 9, 30), "interval", "2022-09-20/2022-09-30"),
        (date(2022, 9, 30), date(2022, 9, 30), "interval", "2022-09-30"),
        (date(2022, 9, 1), date(2022, 9, 30), "month", "2022-09"),
        (date(2023, 1, 1), date(2023, 12, 31), "year", "2023"),
    ],
)
def test_a_date_is_printed_as_coarsely_as_its_source_says_it(start: date, end: date, grain: Grain, expected: str) -> None:
    """A month is no day, and an interval is no deadline."""
    assert interval_text(Interval(start=start, end=end), grain) == expected
    assert interval_text(None, grain) is None


def test_an_actor_is_named_somewhere() -> None:
    """What a briefing says of one rests on a mention: one without any is a mistake of who made the analysis."""
    with pytest.raises(ValueError, match="'Ada Quill' is named nowhere"):
        Actor(name="Ada Quill", kind="person", mentions=())
