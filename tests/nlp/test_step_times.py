"""The days of next steps: which of the times round an act is its own, in the tense of its clause. People and places are invented."""

from __future__ import annotations

import pytest

from briefing.analysis_json import interval_text
from briefing.models import LIKELY
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def days_of(annotator: Annotator, text: str, words: str) -> str | None:
    """The days of the step that has these words; 2030-05-07 is a Tuesday."""
    steps = [s for s in analyse(annotator, text).next_steps if s.confidence >= LIKELY]
    told = {" ".join(text[s.start : s.end] for s in step.what): interval_text(step.value, step.grain) for step in steps}
    found = [days for what, days in told.items() if words in what]
    assert found, told
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("President Ivo Falk promised a referendum within six months.", "a referendum", "2030-05-07/2030-11-07"),
        ("The cabinet has until the close of business on Friday to sign the bill.", "sign the bill", "2030-05-07/2030-05-10"),
        (
            "He said both parties had agreed to exchange hostages, probably on Saturday, and that talks would be held in Selm next week.",
            "exchange hostages",
            "2030-05-11",
        ),
    ],
)
def test_a_day_is_resolved_by_the_tense_of_its_clause(annotator: Annotator, text: str, words: str, days: str) -> None:
    """A term that is promised is to come, and so is the day that something is put on, or is only guessed at."""
    assert days_of(annotator, text, words) == days


def test_what_something_is_targeted_for_lies_ahead(annotator: Annotator) -> None:
    """Whatever the verb, what is put "for" a month in the present is to come."""
    (time,) = analyse(annotator, "The launch is now targeted for early April, Norland's agency said.").times
    assert interval_text(time.value, time.grain) == "2031-04-01/2031-04-10"


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Prime Minister Ada Quill will miss Saturday's summit in Selm, her office said.", "will miss", "2030-05-11"),
        ("Falk and Quill will meet on the sidelines of the December summit in Selm, the palace said.", "sidelines", "2030-12"),
        ("By the end of June, the ministry plans to have vaccinated two million children.", "vaccinated", "2030-05-07/2030-06-30"),
        ("On Thursday President Ivo Falk will open the port. On Friday he is to meet the dockers.", "meet the dockers", "2030-05-10"),
        ("The ministers have threatened to boycott the talks in June unless the ban is lifted.", "boycott", "2030-06"),
        (
            "Talks between Norland and Sarvia, which were to have begun on Monday, were postponed until next week.",
            "postponed until",
            "2030-05-13/2030-05-19",
        ),
        ("Harrow Steel expects to complete the sale of its Selm mill by the third quarter.", "complete the sale", "2030-05-07/2030-09-30"),
        ("A second search party sets off at first light on Wednesday, rescue chief Jon Ekman said.", "sets off", "2030-05-08"),
    ],
)
def test_the_day_of_a_step_is_found_where_it_stands(annotator: Annotator, text: str, words: str, days: str) -> None:
    """Before its clause, in the name of an event, behind another clause, on the verb that takes it."""
    assert days_of(annotator, text, words) == days


def test_a_time_that_reaches_up_to_the_day_is_none_of_what_is_to_come(annotator: Annotator) -> None:
    """What has been so "since Sunday" is not when the search goes on."""
    text = "Rescuers said they would keep searching for the miners missing since Sunday's collapse."
    assert days_of(annotator, text, "keep searching") is None


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 President Ivo Falk said he would leave office within a year. He stayed for six.",
        "Falk said in 2024 that the army would hand over power to civilians.",
    ],
)
def test_what_was_said_in_a_year_gone_by_is_no_step(annotator: Annotator, text: str) -> None:
    """Its term ran out long ago."""
    assert not analyse(annotator, text).next_steps


def test_what_was_said_long_ago_of_a_year_to_come_is_one(annotator: Annotator) -> None:
    """ "By 2040" is still ahead."""
    assert days_of(annotator, "In 2019 Norland said it would cut emissions by half by 2040.", "cut emissions") == "2030-05-07/2040-12-31"


def test_an_errand_has_the_day_of_the_journey_and_what_is_asked_there_has_none(annotator: Annotator) -> None:
    """Who flies on Wednesday to press for a release does not say that it is on Wednesday."""
    text = "Foreign Secretary Ada Holm flies to Sarvia on Wednesday to press the junta to release 40 activists."
    assert days_of(annotator, text, "flies to Sarvia on Wednesday") == "2030-05-08"
    asked = [s for s in analyse(annotator, text).next_steps if s.kind == "requested"]
    assert all(s.value is None for s in asked)


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Work goes on in Selm, with trains due to start in the second half of 2031.", "trains due to start", "2031-07-01/2031-12-31"),
        ("Ministers due to meet in Selm on Friday will discuss the ban.", "Ministers due to meet in Selm", "2030-05-10"),
        ("President Ivo Falk will be in Norland on Sunday to attend the funeral of the king.", "will be in Norland", "2030-05-12"),
        ("Trade Minister Lise Aro arrives in Norland today for three days of talks.", "arrives in Norland", "2030-05-07"),
        ("The World Health Council's emergency committee convenes on Friday to assess the outbreak.", "convenes on Friday", "2030-05-10"),
        ("The Speaker called a special sitting for Thursday to elect a new prime minister.", "a special sitting", "2030-05-09"),
        ("Mayor Ines Dorat has pledged to plant 900 trees before her term ends in 2032.", "plant 900 trees", "2030-05-07/2032-12-31"),
    ],
)
def test_a_timetable_is_read_whatever_the_parse_makes_of_its_verb(annotator: Annotator, text: str, words: str, days: str) -> None:
    """ "Due to" before a verb is no preposition, "be in" a place is a visit, and somebody comes "today" once."""
    assert days_of(annotator, text, words) == days


def test_what_befell_is_over_in_any_clause(annotator: Annotator) -> None:
    """A resignation named by its weekday is not to come, whatever comes after it."""
    times = analyse(annotator, "Parliament will elect a new prime minister after Monday's resignation of Ada Quill.").times
    assert [interval_text(t.value, t.grain) for t in times] == ["2030-05-06"]


def test_what_the_subject_did_before_is_left_out(annotator: Annotator) -> None:
    """Of two verbs joined by "and" only the one that looks ahead is told."""
    text = "Talks broke off on Tuesday and are expected to resume on Friday."
    steps = [" ".join(text[s.start : s.end] for s in step.what) for step in analyse(annotator, text).next_steps]
    assert steps == ["Talks are expected to resume on Friday"]


def test_due_to_before_a_noun_stays_a_preposition(annotator: Annotator) -> None:
    """A cause is no timetable."""
    assert not analyse(annotator, "The flight to Selm was cancelled due to rising winds.").next_steps


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("The council postponed the election until June.", "The council postponed the election", "2030-06"),
        ("Dockers at three ports have suspended their strike until May 20.", "have suspended their strike", "2030-05-07/2030-05-20"),
        ("The airline suspended flights to Selm until Friday.", "The airline suspended flights", "2030-05-07/2030-05-10"),
        ("President Mora, a critic of the bill, has 15 days to sign it.", "has 15 days to sign it", "2030-05-07/2030-05-22"),
        ("The regulator fined Harbourly 20 million crowns. It has 30 days to appeal.", "has 30 days to appeal", "2030-05-07/2030-06-06"),
    ],
)
def test_what_is_put_off_is_told_with_its_verb(annotator: Annotator, text: str, words: str, days: str) -> None:
    """ "Their strike until May 20" would say the opposite, and "days to appeal" nothing."""
    assert days_of(annotator, text, words) == days


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (
            "Starting from next month, visitors will have to present a test result obtained within 48 hours before entering care homes.",
            "present a test result",
            "2030-06",
        ),
        ("Starting next month, visitors to the Selm clinic must present a negative test, the ministry said.", "negative test", "2030-06"),
        ("From June 1, drivers will have to pay a toll of three crowns at the bridge in Selm.", "pay a toll", "2030-06-01"),
    ],
)
def test_a_day_from_which_on_something_has_to_be_done_is_its_day(annotator: Annotator, text: str, words: str, days: str) -> None:
    """Whether "starting" leads it or a preposition alone, and whatever terms the clause names behind."""
    assert days_of(annotator, text, words) == days


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Selm and Torvia agreed on Monday to hold regular meetings, with the first to take place in Orlet in late June.",
            "late June",
            "2030-06-21",
        ),
        ("Senator Dale Quill said on Monday he hoped for a vote before the August recess.", "August", "2030-08-01"),
        (
            '"All we want is a conversation," she said. "If the minister calls tomorrow, the schools open on Monday."',
            "Monday",
            "2030-05-13",
        ),
    ],
)
def test_a_time_of_what_is_only_to_come_lies_ahead(annotator: Annotator, text: str, words: str, day: str) -> None:
    """Behind "with" and an infinitive, a hope, or a present behind a condition."""
    found = [t.value for t in analyse(annotator, text).times if text[t.span.start : t.span.end] == words]
    assert [v.start.isoformat() for v in found if v is not None][-1:] == [day]
