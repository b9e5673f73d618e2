"""Temporal expressions: a table of sentences with the days they mean, and what holds for any text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis_json import interval_text
from briefing.models import Interval
from briefing.nlp.temporal import extract_times
from briefing.nlp.temporal.holidays import easter

TABLE = Path(__file__).with_name("temporal_table.tsv")
Tense = Literal["past", "future"] | None
TENSES: dict[str, Tense] = {"": None, "past": "past", "future": "future"}


@dataclass(frozen=True, kw_only=True)
class Row:
    """``expression`` is empty where the sentence holds no date; ``value`` is None where the days cannot be told."""

    line: int
    anchor: date | None
    tense: Tense
    sentence: str
    expression: str
    value: str | None
    deadline: bool


def read_table() -> Iterator[Row]:
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        if number == 1 or not line.strip() or line.startswith("#"):
            continue
        anchor, tense, sentence, expression, value, deadline = line.split("\t")
        yield Row(
            line=number,
            anchor=None if anchor == "-" else date.fromisoformat(anchor),
            tense=TENSES[tense],
            sentence=sentence,
            expression=expression,
            value=None if value in ("-", "") else value,
            deadline=deadline == "yes",
        )


ROWS = list(read_table())


def tense_everywhere(tense: Tense) -> Callable[[int], Tense]:
    return lambda _offset: tense


def test_the_table_is_long() -> None:
    """The table holds at least 300 rows, and among them at least 30 sentences without a date."""
    assert len(ROWS) >= 300
    assert sum(not row.expression for row in ROWS) >= 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.line}-{row.expression or row.sentence}")
def test_a_row_of_the_table(row: Row) -> None:
    """An expression is found whole, with the days that the table gives; a sentence without one gives none."""
    times = extract_times(row.sentence, published=row.anchor, tense_at=tense_everywhere(row.tense))
    found = {row.sentence[time.span.start : time.span.end]: (interval_text(time.value, time.grain), time.deadline) for time in times}
    if not row.expression:
        assert found == {}
    else:
        assert row.expression in found, found
        assert found[row.expression] == (row.value, row.deadline)


@pytest.mark.parametrize(
    "sentence",
    [
        "They vote on 3 October. Nobody knows more. A week later they meet.",
        "They vote in October and meet a week later.",
        "They vote on 3 October and meet about a week later.",
        "They vote on 3 October. This is more than two days later than planned.",
    ],
)
def test_nothing_is_counted_on_from_a_day_that_is_far_or_not_told(sentence: str) -> None:
    """ "A week later" has no day where none stands in its sentence or the one before, or where it is only about a week."""
    times = extract_times(sentence, published=date(2022, 9, 20))
    assert len(times) == 1


# ------------------------------------------------------------------------------------------ what holds for any text

WORDS = st.sampled_from(
    [
        "\n",
        *"""by before until within in from between since after the of and to - – , . ( ) next last this coming early
        mid late later end first second third last half quarter week weekend weeks month months year years day
        days two 3 3rd 21 30 May March Sept. June December 29 February 31 2022 2024-02-29 31/12/2023 1990s '80s
        Monday Friday Friday's Sunday tomorrow yesterday tonight night at 10:00 GMT 3 p.m. noon ago now few
        couple spring winter fiscal FY Q1 H2 2021 / 22 century 19th Christmas Day Eve Easter New Year 's will
        said was rest term parliament decade working hours time""".split(),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=9).map("".join))
ANCHORS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29), date(2022, 12, 31)]))


@given(text=TEXTS, anchor=ANCHORS, tense=st.sampled_from(list(TENSES.values())))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text: str, anchor: date | None, tense: Tense) -> None:
    """Any text with any anchor gives expressions in order, apart, not blank, and printable; nothing raises."""
    times = extract_times(text, published=anchor, tense_at=tense_everywhere(tense))
    behind = 0
    for time in times:
        assert behind <= time.span.start < time.span.end <= len(text)
        words = text[time.span.start : time.span.end]
        assert words and words == words.strip()
        behind = time.span.end
        printed = interval_text(time.value, time.grain)
        assert (printed is None) == (time.value is None)
        assert time.value is None or time.value.start <= time.value.end


@given(text=TEXTS)
def test_without_an_anchor_the_value_is_that_of_any_anchor_or_none(text: str) -> None:
    """What has a value without a date of publication names its own year, and an anchor does not change it."""
    alone = {time.span: time.value for time in extract_times(text, published=None) if not time.deadline}
    anchored = {time.span: time for time in extract_times(text, published=date(2022, 9, 20))}
    for span, value in alone.items():
        other = anchored.get(span)
        if value is not None and other is not None and other.anchor is None:
            assert other.value == value


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 12, 31)), anchor=st.one_of(st.none(), st.dates()))
def test_a_full_date_means_its_day_whatever_the_anchor(day: date, anchor: date | None) -> None:
    """A date with its year is read alike in the usual ways of writing it, under any anchor."""
    month = f"{day:%B}"
    for written in (day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        times = extract_times(f"They met on {written} in Oslo.", published=anchor)
        assert [(time.value, time.grain) for time in times] == [(Interval(start=day, end=day), "day")]


@given(anchor=st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31)), weekday=st.integers(0, 6))
def test_a_weekday_is_the_nearest_on_the_side_of_its_tense(anchor: date, weekday: int) -> None:
    """A weekday lies within a week of publication, behind it in the past tense and ahead in the future."""
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[weekday]
    for tense, sign in (("past", -1), ("future", 1)):
        (time,) = extract_times(f"It is on {name}.", published=anchor, tense_at=tense_everywhere(TENSES[tense]))
        assert time.value is not None
        assert time.value.start.weekday() == weekday
        assert 0 <= sign * (time.value.start - anchor).days < 7


@given(anchor=st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31)), count=st.integers(1, 90))
def test_within_some_days_runs_from_publication_to_that_day(anchor: date, count: int) -> None:
    """ "Within N days" begins on the day of publication and is due N days later."""
    (time,) = extract_times(f"It will answer within {count} days.", published=anchor)
    assert time.value == Interval(start=anchor, end=anchor + timedelta(days=count))
    assert time.deadline


# ------------------------------------------------------------------------------------------ single behaviours


def test_the_tense_is_asked_where_the_expression_stands() -> None:
    """Two weekdays in one sentence take the tenses of their own clauses."""
    text = "Monday it closed, Friday it opens."
    second = text.index("Friday")
    times = extract_times(text, published=date(2022, 9, 20), tense_at=lambda offset: "past" if offset < second else "future")
    assert [time.value and time.value.start for time in times] == [date(2022, 9, 19), date(2022, 9, 23)]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They will meet on July 3.", "2022-07-03"),
        ("They met on Friday, June 17.", "2022-06-17"),
        ("They will sign it by 3 July.", "2022-06-20/2022-07-03"),
        # a month, a weekday, a day far off: guesses
        ("They will meet in July.", None),
        ("They will meet on Friday.", None),
        ("They will meet on December 3.", None),
    ],
)
def test_without_publication_a_day_near_the_reading_is_of_its_year(sentence: str, value: str | None) -> None:
    """A day of a named month is resolved by nearness to the day on which the text is read, and nothing else is."""
    (time,) = extract_times(sentence, published=None, today=date(2022, 6, 20))
    assert interval_text(time.value, time.grain) == value
    assert extract_times(sentence, published=None)[0].value is None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # a weekday tells the year
        ("The charter will be given on Thursday, July 28.", "Thursday, July 28", "2022-07-28"),
        ("It runs from Thursday, July 28 to Sunday, July 31.", "from Thursday, July 28 to Sunday, July 31", "2022-07-28/2022-07-31"),
        ("The list of Monday, June 3 was changed on June 5, 2019.", "Monday, June 3", "2019-06-03"),
        # no such day of late, one that may be meant for next year, and a text that speaks of another year whose calendar fits
        ("They will vote on Friday, July 27.", "Friday, July 27", None),
        ("They will vote on Monday, May 3.", "Monday, May 3", None),
        ("They met on Thursday, July 28. The talks began in 2016.", "Thursday, July 28", None),
        ("They met on Thursday, July 28. The talks ended in 2024.", "Thursday, July 28", None),
        # what is announced together is of one season
        ("The feast will be held on September 1, 2022. It will open on August 6.", "August 6", "2022-08-06"),
        ("The fair will be held on January 3, 2022. It will open on December 20.", "December 20", "2021-12-20"),
        ("The feast was held on September 1, 2022. It will open on August 6.", "August 6", None),
        ("The feast will be held on September 1, 2022. It was agreed on August 6.", "August 6", None),
        ("The feast will be held on September 1, 2022. It will open on March 6.", "March 6", None),
    ],
)
def test_a_text_without_a_date_may_tell_the_year_of_its_days(text: str, words: str, value: str | None) -> None:
    """The year is told by a weekday or by a day announced with its year; whatever leaves a doubt gives none."""
    times = extract_times(text, published=None, today=date(2026, 11, 26))
    (time,) = (t for t in times if text[t.span.start : t.span.end] == words)
    assert (interval_text(time.value, time.grain), time.anchor) == (value, None)


def test_an_expression_does_not_cross_a_paragraph() -> None:
    """A date at the end of one paragraph and a number at the start of the next are not joined."""
    text = "They will meet in May\n\n2022 began badly for both."
    times = extract_times(text, published=date(2021, 9, 20))
    assert [text[time.span.start : time.span.end] for time in times] == ["May", "2022"]


def test_the_anchor_is_kept_with_what_rests_on_it() -> None:
    """A relative expression names its anchor, a full date none."""
    relative, full = extract_times("tomorrow, not 3 May 2022", published=date(2022, 9, 20))
    assert (relative.anchor, full.anchor) == (date(2022, 9, 20), None)


def test_anchors_at_the_edge_of_the_calendar_give_no_value() -> None:
    """The days behind the last of the calendar do not exist, so that the expression stays unresolved."""
    (time,) = extract_times("They will meet next week.", published=date.max)
    assert time.value is None


@pytest.mark.parametrize("piece", ["the first week of ", "early ", "by the end of ", "May and ", "from Monday to ", "2 to 3 "])
def test_repeated_words_neither_recurse_nor_stall(piece: str) -> None:
    """A text of one phrase thousands of times over is read like any other."""
    text = piece * 5000 + "May 2022"
    assert extract_times(text, published=date(2022, 9, 20))


def test_easter_agrees_with_the_almanac() -> None:
    """The computed Easter Sundays are those that almanacs print."""
    assert [easter(year) for year in (2000, 2008, 2011, 2022, 2025, 2038)] == [
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2022, 4, 17),
        date(2025, 4, 20),
        date(2038, 4, 25),
    ]
