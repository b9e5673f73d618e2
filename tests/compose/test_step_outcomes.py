"""What becomes of a step in the ledger: done late, missed, postponed, and what only seems to end it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing.compose import Memory
from briefing.compose.outcomes import outcome_told
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
        "The audit office let the deadline of Wednesday pass without presenting its account of the salt works.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Ostrel Salt paid the pickers their bonus on Thursday, a day earlier than it had last announced.",
        "Ostrel Salt paid the pickers their bonus on Thursday, three weeks later than planned.",
        "A day behind schedule, Ostrel Salt paid the pickers their bonus on Thursday.",
    ],
)
def test_how_much_later_or_sooner_takes_nothing_from_what_was_done(text: str) -> None:
    """The tail of a sentence in the past tells of no move."""
    memory = known("Ostrel Salt will pay the pickers their bonus by Wednesday.", "by Wednesday", by=True, kind="committed")
    made, after = later(memory, text, day=THURSDAY, times=[("Thursday", on(THURSDAY))])
    assert (change(made).kind, status(after)) == ("done", "done")


def test_what_is_done_before_its_day_is_done() -> None:
    """Where the sentence says that it was sooner."""
    memory = known("The old granary will reopen to visitors on Wednesday.")
    early = DAY + timedelta(days=1)
    _, after = later(memory, "The old granary reopened to visitors on Tuesday, a day earlier than planned.", day=early)
    assert status(after) == "done"
    _, after = later(memory, "The old granary will be a sight when it reopened doors are painted.", day=early)
    assert status(after) == "due soon"


@pytest.mark.parametrize(
    "text",
    [
        "Ostrel Salt is now due to pay the pickers their bonus on 20 May.",
        "Ostrel Salt missed its deadline and now expects to pay the pickers their bonus on 20 May.",
        "Ostrel Salt said that it would miss its goal of paying the pickers their bonus by Wednesday. It now plans to pay it on 20 May.",
        "Ostrel Salt will not be able to pay the pickers their bonus on time. The bonus is now expected on 20 May.",
    ],
)
def test_what_is_now_due_on_another_day_is_moved(text: str) -> None:
    """In the sentence that names the step, or in the one that goes on about it."""
    memory = known("Ostrel Salt will pay the pickers their bonus by Wednesday.", "by Wednesday", by=True, kind="committed")
    new = on(date(2030, 5, 20))
    said = [("by Wednesday", Interval(start=DAY, end=WEDNESDAY))] if "by Wednesday" in text else []
    made, after = later(memory, text, day=DAY + timedelta(days=1), times=[*said, ("20 May", new)])
    assert (change(made).kind, after.steps[0].step.value) == ("rescheduled", new)


def test_what_somebody_now_plans_to_do_beside_it_moves_nothing() -> None:
    """Another act of the same people is none of theirs that was announced."""
    memory = known("The pickers of Ostrel will vote on the night shifts on Wednesday.")
    text = "The pickers of Ostrel now plan to march against the night shifts on 20 May."
    _, after = later(memory, text, day=DAY + timedelta(days=1), times=[("20 May", on(date(2030, 5, 20)))])
    assert after.steps[0].step.value == on(WEDNESDAY)


def test_what_will_be_late_is_put_off_before_its_day_and_overdue_on_it() -> None:
    """Told ahead it has no day any more; told on its day it was not done."""
    memory = known("Ostrel Salt will pay the pickers their bonus by Wednesday.", "by Wednesday", by=True, kind="committed")
    text = "Ostrel Salt will not be able to pay the pickers their bonus on time."
    assert status(later(memory, text, day=DAY + timedelta(days=1))[1]) == "postponed"
    assert status(later(memory, text)[1]) == "overdue"


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The rain over Ostrel will ease by Wednesday.", "by Wednesday"),
        ("Salt prices will rise by a tenth by Wednesday.", "by Wednesday"),
        ("The water in the pans is to recede by Wednesday.", "by Wednesday"),
    ],
)
def test_what_comes_about_of_itself_is_never_overdue(sentence: str, when: str) -> None:
    """Nobody owes the weather."""
    memory = known(sentence, when, by=True, kind="committed")
    assert status(compose((), (), THURSDAY, memory).memory) == "past"


def test_what_was_expected_is_overdue_only_where_a_text_says_so() -> None:
    """An expectation goes by; from the text on that it was not met it stays."""
    memory = known("The audit office is expected to present its account by Wednesday.", "by Wednesday", by=True, kind="expected")
    assert status(compose((), (), THURSDAY, memory).memory) == "past"
    said = [("by Wednesday", Interval(start=DAY, end=WEDNESDAY))]
    _, after = later(memory, "The audit office failed to present its account by Wednesday.", day=THURSDAY, times=said)
    assert status(after) == "overdue"
    assert status(compose((), (), THURSDAY + timedelta(days=1), after).memory) == "overdue"


@pytest.mark.parametrize(
    ("sentence", "text", "becomes"),
    [
        (
            "Ostrel Salt will present its annual results on Wednesday.",
            "Ostrel Salt reported a loss of two million crowns for 2029.",
            "done",
        ),
        ("Ostrel Salt will publish its results on Wednesday.", "Ostrel Salt earned 40,000 crowns in the year to April.", "done"),
        ("Ostrel Salt will publish its results on Wednesday.", "A rival reported a loss.", "today"),
        ("The statistics office will publish salt prices figures on Wednesday.", "Salt prices rose to nine crowns in April.", "done"),
    ],
)
def test_figures_are_out_as_soon_as_somebody_tells_them(sentence: str, text: str, becomes: str) -> None:
    """Results are presented by a loss or a profit, statistics by a rise or a fall."""
    assert status(later(known(sentence), text)[1]) == becomes


def test_what_will_stay_so_until_a_day_is_to_change_on_it() -> None:
    """A closure that lasts longer moves the reopening, which is done when the doors open; what only lasts moves nothing."""
    until = Interval(start=DAY + timedelta(days=1), end=date(2030, 6, 3))
    memory = known("The tunnel below Ostrel will reopen to traffic on Wednesday.")
    text = "The tunnel below Ostrel will stay closed until 3 June."
    made, after = later(memory, text, day=DAY + timedelta(days=1), times=[("until 3 June", until)])
    assert (change(made).kind, after.steps[0].step.value) == ("rescheduled", on(until.end))
    out = document("The tunnel below Ostrel reopened to traffic. " + ABOUT, "third", published=until.end, title="Ostrel")
    assert status(compose([out], [analysis(out)], until.end, after).memory) == "done"
    memory = known("The tunnel below Ostrel will close on Wednesday.")
    _, after = later(memory, text, day=DAY + timedelta(days=1), times=[("until 3 June", until)])
    assert (status(after), after.steps[0].step.value) == ("due soon", on(WEDNESDAY))


def test_what_lasts_from_today_is_not_due_before_its_end() -> None:
    """A state that holds until a far day is no step of today."""
    until = Interval(start=DAY, end=date(2031, 12, 31))
    made = document(ABOUT + "The museum of Ostrel will stay closed until the end of 2031.", "first", title="Ostrel")
    stays = step(made.text, "The museum of Ostrel will stay closed until the end of 2031", "until the end of 2031", until)
    assert status(compose([made], [analysis(made, steps=[stays])], DAY, None).memory) == "coming"


def test_who_protests_against_a_step_has_not_done_it() -> None:
    """The noun of an act that somebody speaks against is none of its doing."""
    memory = known("Ostrel Salt will close its granary at the docks by Wednesday.", "by Wednesday", by=True, kind="committed")
    text = "Some 500 pickers blocked the gates of the granary of Ostrel Salt at the docks in protest at its closure."
    tuesday = DAY + timedelta(days=1)
    assert status(later(memory, text, day=tuesday)[1]) == "due soon"
    text = "Ostrel Salt closed its granary at the docks on Tuesday."
    assert status(later(memory, text, day=tuesday, times=[("Tuesday", on(tuesday))])[1]) == "done"


def test_what_is_put_off_without_a_day_is_done_when_somebody_tells_it() -> None:
    """It has no day to be held against, so that its act and most words must be told."""
    memory = known("The ports of Ostrel will reopen for salt ships on Wednesday.")
    text = "The ports of Ostrel will not reopen for salt ships before the end of the storm, the harbour master said."
    _, off = later(
        memory, text.replace("the end of the storm", "Friday"), day=DAY + timedelta(days=1), times=[("Friday", on(date(2030, 5, 10)))]
    )
    assert status(off) == "postponed"
    out = document("The ports of Ostrel reopened for salt ships. " + ABOUT, "third", published=date(2030, 5, 12), title="Ostrel")
    assert status(compose([out], [analysis(out)], date(2030, 5, 12), off).memory) == "done"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "The council met the pickers of Ostrel on Wednesday. The hearing of the smugglers was moved from 20 May to 18 May.",
            "from 20 May to 18 May",
            date(2030, 5, 18),
        ),
        (
            "The council was asked about the night shifts of the pickers. Exports of salt were pushed back to 20 May.",
            "20 May",
            date(2030, 5, 20),
        ),
        ("All pickers of Ostrel had their night shifts back, two days later than promised.", "two days later", date(2030, 5, 11)),
    ],
)
def test_the_move_of_another_thing_moves_nothing(text: str, words: str, value: date) -> None:
    """Neither the next sentence's own event, nor one that was to be on another day, nor how much later something was."""
    memory = known("The council will hear the pickers of Ostrel on the night shifts on Wednesday.")
    day = WEDNESDAY if "Wednesday" in text else DAY + timedelta(days=1)
    said = [("Wednesday", on(WEDNESDAY))] if "Wednesday" in text else []
    made, after = later(memory, text, day=day, times=[*said, (words, on(value))])
    assert after.steps[0].step.value == on(WEDNESDAY) and "rescheduled" not in [c.kind for c in made.changes]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Pupils will go to school as usual on Thursday: the union called off its strike after eleven hours of talks.", "called off"),
        ("The firm has moved its extraordinary meeting of shareholders from 21 March to 4 April.", "rescheduled"),
        ("The union moved its vote to next Friday.", "rescheduled"),
        ("The firm moved its headquarters to Selm in April.", "done"),
    ],
)
def test_what_a_sentence_says_of_the_plan_that_it_names(text: str, outcome: str) -> None:
    """What stands behind a colon tells why; what is moved to a day is moved, to a place it is done."""
    assert outcome_told(text) == outcome


SUNDAY = DAY + timedelta(days=6)


@pytest.mark.parametrize(
    ("plan", "text", "times", "expected"),
    [
        (
            "The pickers of Ostrel have until Wednesday to leave the barracks.",
            "The owner has given the pickers of Ostrel four more days to leave the barracks. The deadline now runs out on Sunday.",
            [("Sunday", on(SUNDAY))],
            ("rescheduled", SUNDAY),
        ),
        (
            "The pickers of Ostrel have until Wednesday to leave the barracks.",
            "The owner granted the pickers of Ostrel another week to leave the barracks.",
            [],
            ("postponed", None),
        ),
        (
            "The salt lock at Ostrel will open on Wednesday.",
            "The salt lock at Ostrel will not open on Wednesday but on Sunday, its keeper said.",
            [("Wednesday", on(WEDNESDAY)), ("Sunday", on(SUNDAY))],
            ("rescheduled", SUNDAY),
        ),
        (
            "The night curfew in Ostrel will be lifted on Wednesday.",
            "The night curfew in Ostrel has been extended until Sunday. Innkeepers beat drums and lit lanterns on the quay in anger.",
            [("until Sunday", Interval(start=DAY, end=SUNDAY))],
            ("rescheduled", SUNDAY),
        ),
        (
            "President Ines Falk will sign the salt bill on Wednesday.",
            "President Ines Falk vetoed the salt bill.",
            [],
            ("called off", WEDNESDAY),
        ),
        (
            "The owner will appeal on Wednesday.",
            "The owner will not appeal against the salt ruling.",
            [],
            ("called off", WEDNESDAY),
        ),
    ],
)
def test_what_becomes_of_a_step_in_other_words(
    plan: str, text: str, times: list[tuple[str, Interval]], expected: tuple[str, date | None]
) -> None:
    """Who has more time has not done it; "not on one day but on another" calls nothing off; a veto is no signature."""
    _, memory = later(known(plan), text, day=DAY + timedelta(days=1), times=times)
    found = [s.step for s in memory.steps if s.step.worded_on or s.step.status in ("called off", "postponed", "rescheduled")]
    assert [(s.status, s.value.end if s.value else None) for s in found] == [expected]


@pytest.mark.parametrize(
    ("behind", "outcome"),
    [
        ("but on Sunday", "rescheduled"),
        ("but as early as 3 May", "rescheduled"),
        ("but in the last week of June", "rescheduled"),
        ("but in the spring", "rescheduled"),
        ("but in Bergen", None),
        ("but in the end stay shut", "refused"),
        ("but by the old gate", "refused"),
    ],
)
def test_another_place_is_no_other_day(behind: str, outcome: str | None) -> None:
    """ "Not in Oslo but in Bergen" moves no date, nor does "but in the end"."""
    assert outcome_told(f"The salt lock will not open at the north quay {behind}.") == outcome
    assert outcome_told("The salt fair will not be held in Ostrel but in Bergen.") is None


@pytest.mark.parametrize(
    ("clause", "state"),
    [("published", "done"), ("promised to publish", "due soon"), ("had not published", "due soon")],
)
def test_what_was_done_in_its_term_may_stand_in_a_clause(clause: str, state: str) -> None:
    """A report that somebody published on a day before its last one is out."""
    memory = known("The audit office will publish its report on the salt works by Wednesday.", "by Wednesday", by=True)
    tuesday = DAY + timedelta(days=1)
    text = f"The salt works are sinking, according to a report on them that the audit office {clause} on Tuesday."
    _, after = later(memory, text, day=tuesday, times=[("Tuesday", on(tuesday))])
    assert status(after) == state
