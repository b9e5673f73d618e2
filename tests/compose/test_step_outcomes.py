"""What becomes of a step in the ledger: done late, missed, postponed, and what only seems to end it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing.compose import Memory
from briefing.models import Briefing, Change, Interval, StepKind, TemporalExpression
from briefing.render.wording import status_text
from tests.compose.documents import DAY, analysis, document, person, span
from tests.compose.two_days import compose, on, step

WEDNESDAY, THURSDAY = DAY + timedelta(days=2), DAY + timedelta(days=3)
ABOUT = "The salt works of Ostrel have been in dispute with their pickers over night shifts and old boats for years. "


def known(
    sentence: str,
    when: str = "Wednesday",
    *,
    by: bool = False,
    kind: StepKind = "scheduled",
    who: str | None = None,
    what: str | None = None,
) -> Memory:
    """What a first article leaves behind whose last sentence announces a step."""
    text = ABOUT + sentence
    made = document(text, "first", title="Dispute at the salt works of Ostrel")
    value = Interval(start=DAY, end=WEDNESDAY) if by else on(WEDNESDAY)
    announced = step(text, what or sentence.rstrip("."), when, value, deadline=by, kind=kind)
    actors = [person(made, who)] if who else []
    announced = replace(announced, who=(who,) if who else ())
    return compose([made], [analysis(made, actors=actors, steps=[announced])], DAY, None).memory


def later(
    memory: Memory, text: str, *, day: date = WEDNESDAY, times: Sequence[tuple[str, Interval]] = (), title: str = "The salt works"
) -> tuple[Briefing, Memory]:
    """The briefing of a second article, and what is known then."""
    made = document(text + " " + ABOUT, "second", published=day, title=title)
    told = [TemporalExpression(span=span(made.text, words), value=value, anchor=day, grain="day") for words, value in times]
    found = compose([made], [analysis(made, times=told)], day, memory)
    return found.briefing, found.memory


def status(memory: Memory) -> str:
    (only,) = memory.steps
    return only.step.status


def change(made: Briefing) -> Change:
    (only,) = made.changes
    return only


@pytest.mark.parametrize(
    "text",
    [
        "The pickers' march on Wednesday will not take place, columnist Edda Quorn predicted.",
        "Analysts expect that the pickers' march on Wednesday will be called off.",
        "The pickers' march on Wednesday would be cancelled, observers said.",
        "Few believe that the pickers' march will not take place on Wednesday.",
    ],
)
def test_what_is_only_predicted_calls_nothing_off(text: str) -> None:
    """Predictions, expectations and what those say who only comment leave a step as it was."""
    memory = known("The pickers will hold a march on Wednesday.")
    _, after = later(memory, text, day=DAY + timedelta(days=1), times=[("Wednesday", on(WEDNESDAY))])
    assert status(after) == "due soon"


@pytest.mark.parametrize(
    "text",
    [
        "The pickers' march on Wednesday, which was expected to draw thousands, will not take place, the pickers said.",
        "The pickers called off the march on Wednesday, and analysts expect that it will be followed by talks.",
    ],
)
def test_what_is_expected_beside_it_takes_nothing_from_a_cancellation(text: str) -> None:
    """The forecast is of another thing than what was called off."""
    memory = known("The pickers will hold a march on Wednesday.")
    _, after = later(memory, text, day=DAY + timedelta(days=1), times=[("Wednesday", on(WEDNESDAY))])
    assert status(after) == "called off"


@pytest.mark.parametrize(
    "text",
    [
        "The audit office did not present its account of the salt works on Wednesday, as had been announced.",
        "The audit office failed to present its account of the salt works on Wednesday.",
        "The account of the salt works was still not presented on Wednesday night by the audit office.",
    ],
)
def test_what_was_not_done_on_its_day_is_owed_from_then_on(text: str) -> None:
    """Overdue at once, with the citation, once, until it is done."""
    memory = known("The audit office will present its account of the salt works on Wednesday.")
    made, after = later(memory, text, times=[("Wednesday", on(WEDNESDAY))])
    assert (change(made).kind, status(after)) == ("overdue", "overdue")
    assert change(made).after is not None and "account" in change(made).after.text  # type: ignore[union-attr]
    quiet = compose((), (), THURSDAY, after)
    assert not quiet.briefing.changes and [s.status for s in quiet.briefing.next_steps] == ["overdue"]


def test_what_is_overdue_is_shown_with_the_text_that_says_so() -> None:
    """Once its day is over, that it was not done is enough."""
    memory = known("Ostrel Salt will pay the pickers their bonus by Wednesday.", "by Wednesday", by=True, kind="committed")
    made, _ = later(memory, "Ostrel Salt has not paid the pickers their bonus.", day=THURSDAY)
    told = change(made).after
    assert change(made).kind == "overdue" and told is not None and told.text.startswith("Ostrel Salt has not paid")


def test_what_was_missed_is_done_when_it_is_out() -> None:
    """The report is told of by what it says."""
    memory = known("The audit office will present its report on the salt works on Wednesday.")
    text = "The audit office did not present its report on the salt works on Wednesday, as had been planned."
    _, missed = later(memory, text, times=[("Wednesday", on(WEDNESDAY))])
    out = document(
        "Half of the boats leak, the audit office said in its first report. " + ABOUT, "third", published=THURSDAY, title="Leaks"
    )
    assert status(compose([out], [analysis(out)], THURSDAY, missed).memory) == "done"


@pytest.mark.parametrize(
    ("answer", "becomes"),
    [
        ("The pickers went home after Ostrel Salt offered a bonus of two crowns.", "done"),
        ("Ostrel Salt rejected the list of the pickers.", "done"),
        ("Ostrel Salt on Wednesday accepted half of it.", "done"),
        ("The pickers rejected what Ostrel Salt had in mind.", "today"),
        ("Ostrel Salt has been in business for years.", "today"),
    ],
)
def test_who_was_to_answer_does_so_by_an_offer_or_a_refusal(answer: str, becomes: str) -> None:
    """Their own act alone, after the answer was announced."""
    sentence = "Ostrel Salt would answer the list by Wednesday."
    memory = known(sentence, "by Wednesday", by=True, kind="committed", who="Ostrel Salt", what="answer the list by Wednesday")
    _, after = later(memory, answer, times=[("Wednesday", on(WEDNESDAY))] if "Wednesday" in answer else ())
    assert status(after) == becomes


def test_an_offer_that_is_accepted_is_no_payment() -> None:
    """What is only offered, promised or asked for is not done."""
    memory = known("Ostrel Salt will pay half of the arrears by Wednesday.", "by Wednesday", by=True, kind="committed")
    _, after = later(memory, "The pickers accepted the offer of Ostrel Salt to pay half of the arrears.")
    assert status(after) == "today"
    _, after = later(memory, "Ostrel Salt paid half of the arrears.")
    assert status(after) == "done"


def test_what_is_put_off_without_a_day_stays_open() -> None:
    """Postponed, on the day and on the next one, until somebody names a day."""
    memory = known("The council will vote on the salt levy on Wednesday.")
    made, after = later(memory, "The council put off its vote on the salt levy. No day was set.", day=DAY + timedelta(days=1))
    assert (change(made).kind, status(after)) == ("postponed", "postponed")
    quiet = compose((), (), WEDNESDAY, after).briefing
    (open_still,) = quiet.next_steps
    assert status_text(open_still, WEDNESDAY) == "postponed, no new day" and not quiet.changes


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Ode Brakel gave up his appeal and went to prison.", "called off"),
        ("Brakel has dropped the appeal.", "called off"),
        ("Another prisoner gave up his appeal.", "due soon"),
        ("Ode Brakel refused to drop the appeal.", "due soon"),
        ("Ode Brakel gave up his complaint.", "due soon"),
    ],
)
def test_who_gives_up_an_act_ends_the_step_of_it(text: str, becomes: str) -> None:
    """By its noun, though the sentence names no day."""
    memory = known("Ode Brakel would appeal by Wednesday.", by=True, kind="committed", who="Ode Brakel")
    _, after = later(memory, text, day=DAY + timedelta(days=1))
    assert status(after) == becomes


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("She would leave on Wednesday.", 0),
        ("It runs until Wednesday in the old granary.", 0),
        ("The pickers' walkout on Wednesday would be called off.", 0),
        ("The council will scrap the salt levy on Wednesday.", 1),
        ("It will be debated on Wednesday.", 1),
        ("The pickers will walk out on Wednesday.", 1),
    ],
)
def test_a_step_of_somebody_unnamed_and_what_only_goes_on_are_none(sentence: str, shown: int) -> None:
    """Who reads of them alone learns nothing."""
    assert len(known(sentence).steps) == shown
