"""What a later document shows of a step without saying its words again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing.compose import Memory
from briefing.compose.awaited import Awaited
from briefing.compose.novelty import StoryNews
from briefing.compose.readings import Reading
from briefing.compose.sequels import Plot, find_sequel
from briefing.compose.step_words import step_terms
from briefing.models import Interval, TemporalExpression
from tests.compose.documents import DAY, analysis, document, person, position, span
from tests.compose.two_days import compose, on, step

#: a Monday, as DAY is; the steps are of its Wednesday
WEDNESDAY = DAY + timedelta(days=2)
BACKGROUND = "The former harbour master Oda Brandt is said to have taken bribes for berths at the timber quay of Westmark for years. "


def known(sentence: str, when: str, value: Interval, *, deadline: bool = False) -> Memory:
    """What a first article leaves behind whose last sentence announces a step."""
    text = BACKGROUND + sentence
    made = document(text, "first", title="Former harbour master in court")
    announced = step(text, sentence.rstrip("."), when, value, deadline=deadline)
    return compose([made], [analysis(made, steps=[announced])], DAY, None).memory


def status(memory: Memory, text: str, *, title: str = "The harbour case", when: str | None = "Wednesday", day: date = WEDNESDAY) -> str:
    """Where the step stands after a second article."""
    made = document(text + " " + BACKGROUND, "second", published=day, title=title)
    times = [TemporalExpression(span=span(made.text, when), value=on(WEDNESDAY), anchor=day, grain="day")] if when else []
    (only,) = compose([made], [analysis(made, times=times)], day, memory).memory.steps
    return only.step.status


@pytest.mark.parametrize(
    ("announced", "shown"),
    [
        ("The court is to give its verdict on Wednesday.", "Judge Lund found her guilty on Wednesday of taking bribes in two cases."),
        ("The talks on the quay will resume on Wednesday.", "Late on Wednesday the two delegations shook hands in the lighthouse."),
        ("The director will resign on Wednesday.", "Her resignation came on Wednesday after a long night."),
        ("The mill will lay off its sawyers on Wednesday.", "The sawyers were laid off on Wednesday."),
        ("The next auction is on Wednesday.", "Prices at the auction on Wednesday: pine 62, spruce 41. Three mills shared the rest."),
    ],
)
def test_what_such_an_event_ends_in_shows_that_it_was_held(announced: str, shown: str) -> None:
    """On its day, in its story: a verdict by a finding of guilt, talks by a handshake, an act by its noun, an auction by its prices."""
    memory = known(announced, "Wednesday", on(WEDNESDAY))
    assert status(memory, shown) == "done"


@pytest.mark.parametrize(
    ("shown", "state"),
    [
        ("Every house at the quay had water again, the harbour office said.", "done"),
        ("The water was flowing again at the quay.", "done"),
        ("Half of the houses at the quay had water again.", "today"),
        ("The houses at the quay will soon have water again.", "today"),
        ("Not all houses at the quay had water again.", "today"),
    ],
)
def test_what_was_to_be_restored_is_there_again_for_all(shown: str, state: str) -> None:
    """In other words than those of the promise; of a part it is not kept."""
    due = Interval(start=DAY, end=WEDNESDAY)
    memory = known("The office will restore the water of the quay by Wednesday.", "by Wednesday", due, deadline=True)
    assert status(memory, shown, when=None) == state


def test_who_does_not_come_on_the_day_has_not_testified() -> None:
    """The step is overdue from then on, and what others did on that day does not make it done."""
    memory = known("Her brother is to testify on Wednesday.", "Wednesday", on(WEDNESDAY))
    assert status(memory, "He failed to appear on Wednesday, and the judge looked at the clock.") == "overdue"
    assert status(memory, "Her former clerk failed to appear in the quay café.", when=None) == "today"


@pytest.mark.parametrize(
    ("shown", "state"),
    [
        ("The valves of the mill did not open, the office said in its findings on the quay, published on Wednesday.", "done"),
        ("The valves were shut, the office said in the findings on the quay that it published on Wednesday.", "done"),
        ("The office said that its findings on the quay would be published on Wednesday.", "today"),
    ],
)
def test_an_act_that_is_told_beside_what_it_showed_is_done(shown: str, state: str) -> None:
    """ "In its findings, published on Wednesday" has them published, whatever did not work; what will be published is not."""
    memory = known("The office will publish its findings on the quay on Wednesday.", "Wednesday", on(WEDNESDAY))
    assert status(memory, shown) == state


def test_a_wish_that_something_stay_until_later_moves_nothing() -> None:
    """Nor does an account of two plans; who decides and says that it will stay moves its end."""
    memory = known("The quay will close on Wednesday.", "Wednesday", on(WEDNESDAY))
    june = Interval(start=DAY + timedelta(days=40), end=DAY + timedelta(days=40))

    def moved(text: str) -> str:
        made = document(text + " " + BACKGROUND, "second", published=DAY + timedelta(days=1), title="The quay")
        times = [TemporalExpression(span=span(made.text, "June"), value=june, anchor=DAY, grain="day")]
        (only,) = compose([made], [analysis(made, times=times)], DAY + timedelta(days=1), memory).memory.steps
        return only.step.status

    assert moved("The quay should stay open until June.") == "due soon"
    assert moved("A night lay between Oda Brandt's vow to close the quay and her promise to keep the quay open until June.") == "due soon"
    assert moved("The quay will stay open until June.") == "rescheduled"


def test_what_is_shown_of_another_day_is_no_outcome() -> None:
    """The sentence does not name the day of the step."""
    memory = known("The court is to give its verdict on Wednesday.", "Wednesday", on(WEDNESDAY))
    assert status(memory, "Another judge found her husband guilty years ago of smuggling.", when=None) == "today"


def test_a_headline_that_names_a_step_says_what_became_of_it() -> None:
    """With the sentence of that day as what shows it; a headline on another refusal says nothing."""
    memory = known("Her brother is to testify on Wednesday.", "Wednesday", on(WEDNESDAY))
    text = "Nils Brandt made use of his right to remain silent on Wednesday and left the hall by a side door."
    assert status(memory, text, title="Brother refuses to testify") == "called off"
    assert status(memory, text, title="Porter refuses to pay") == "today"


def test_an_apology_is_made_by_saying_it() -> None:
    """In quotation, while it is awaited; afterwards the step is overdue."""
    awaited = Interval(start=DAY, end=WEDNESDAY)
    memory = known("The consul must leave unless an apology arrives by Wednesday.", "by Wednesday", awaited, deadline=True)
    said = "“We are sorry for what was done in our name,” the mayor said in the town hall."
    assert status(memory, said, when=None) == "done"
    assert status(memory, said, when=None, day=WEDNESDAY + timedelta(days=2)) == "overdue"


def test_the_next_of_a_series_is_a_step_of_its_own() -> None:
    """The day of the one before has come; "next Monday" alone makes no series."""
    memory = known("The next auction is on Wednesday.", "Wednesday", on(WEDNESDAY))
    text = BACKGROUND + "Pine fetched more than ever before in the hall. The next auction is on Monday."
    made = document(text, "second", published=WEDNESDAY, title="Pine fetches more than ever")
    monday = step(text, "The next auction is on Monday", "Monday", on(DAY + timedelta(days=7)))
    after = compose([made], [analysis(made, steps=[monday])], WEDNESDAY, memory).memory.steps
    assert sorted(s.step.value.start for s in after if s.step.value) == [WEDNESDAY, DAY + timedelta(days=7)]


def test_a_document_without_a_sentence_says_nothing() -> None:
    """Such as a picture's caption that is all title: it is read without an error."""
    (step_known,) = known("The next auction is on Wednesday.", "Wednesday", on(WEDNESDAY)).steps
    made = document(BACKGROUND, "second", published=WEDNESDAY, title="Auction")
    news = StoryNews(id="s", readings=[Reading(made, replace(analysis(made), sentences=()))])
    awaited = Awaited(step_known.step, step_terms(step_known.step.excerpt.text), is_own=True)
    assert find_sequel(awaited, news, Plot(news)) is None


def test_a_step_is_called_off_by_its_day_and_one_of_its_words() -> None:
    """In its own story; on another day it takes two."""
    memory = known("The porters will hold a rally at the gate on Wednesday.", "Wednesday", on(WEDNESDAY))
    assert status(memory, "The rally on Wednesday has been called off.") == "called off"
    assert status(memory, "An older rally has been called off.", when=None) == "today"


CLOSURE = "The Sedra mine will close on 12 May"


def revoked(
    text: str, *, by: str | None = None, announced_by: str | None = "Karel Dunmore", title: str = "The Sedra mine"
) -> tuple[str, list[str]]:
    """Where the closure of a mine stands after a second article, and how anybody turned; ``by`` is whose words its last sentence gives."""
    told = f"{CLOSURE}, Karel Dunmore said. {BACKGROUND}"
    first = document(told, "first", title="Sedra mine to close")
    held = [position(told, announced_by, "said", CLOSURE, kind="statement")] if announced_by else []
    announced = step(told, CLOSURE, "12 May", on(DAY + timedelta(days=6)))
    people = [person(first, announced_by)] if announced_by else []
    memory = compose([first], [analysis(first, actors=people, positions=held, steps=[announced])], DAY, None).memory
    made = document(f"{BACKGROUND}{text}", "second", published=WEDNESDAY, title=title)
    until = Interval(start=WEDNESDAY, end=date(2030, 6, 30))
    times = [TemporalExpression(span=span(made.text, "before July"), value=until, anchor=WEDNESDAY)] if "before July" in text else []
    said = [position(made.text, by, "said", text.split(" said ")[-1].removesuffix("."), kind="statement")] if by else []
    read = analysis(made, actors=[person(made, by)] if by else [], positions=said, times=times)
    after = compose([made], [read], WEDNESDAY, memory)
    (only,) = after.memory.steps
    return only.step.status, [c.kind for c in after.briefing.changes if c.kind in ("reversed", "called off")]


@pytest.mark.parametrize(
    "text",
    [
        "Karel Dunmore said the Sedra mine would not close.",
        "Karel Dunmore said he would now not close the Sedra mine.",
        "Karel Dunmore said the Sedra mine would stay open.",
    ],
)
def test_who_announced_a_step_takes_it_back_by_a_negation_alone(text: str) -> None:
    """The step is called off, with the sentence that says so, and who said both has turned."""
    assert revoked(text, by="Karel Dunmore") == ("called off", ["reversed", "called off"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Sedra mine will not close after all.", "called off"),
        ("Karel Dunmore came to the Sedra mine. He has ruled out closing it.", "called off"),
        ("The Sedra mine will not close before July, whatever happens.", "postponed"),
        ("The Sedra mine will not close until Wednesday.", "due soon"),
        ("The Sedra mine will not close unless prices fall.", "due soon"),
        ("The Sedra mine has not closed.", "due soon"),
        ("Part of the Sedra mine could stay open.", "due soon"),
        ("The Sedra mine will stay open.", "called off"),
        ("“The Sedra mine will not close,” read a banner.", "due soon"),
        ("The mill of Oskar will not close.", "due soon"),
    ],
)
def test_an_article_revokes_a_step_in_its_own_words(text: str, status: str) -> None:
    """It is put off where it is denied until later; not under a condition, of another thing, or in somebody's mouth."""
    assert revoked(text)[0] == status


def test_what_another_one_says_of_a_step_revokes_nothing() -> None:
    """It is news, and their word against that of who announced it; where nobody did, not that of a union."""
    assert revoked("Lise Tarn said the Sedra mine would not close.", by="Lise Tarn") == ("due soon", [])
    assert revoked("Dunmore said the Sedra mine would not close.", by="Dunmore")[0] == "called off"
    assert revoked("Lise Tarn said the Sedra mine would not close.", by="Lise Tarn", announced_by=None) == ("called off", ["called off"])
    assert revoked("Miners' union said the Sedra mine would not close.", by="Miners' union", announced_by=None) == ("due soon", [])


def test_a_denied_date_beside_a_new_one_moves_a_step() -> None:
    """ "Will not close in May. It was postponed": not called off."""
    assert revoked("The Sedra mine will not close on 12 May. Its closure has been postponed to July.")[0] != "called off"
    assert revoked("The Sedra mine will not close on 12 May.", title="Closure of Sedra mine postponed")[0] != "called off"


@pytest.mark.parametrize(
    "text",
    [
        "The rally at the gate has not been cancelled, the porters said.",
        "The porters denied reports that the rally on Wednesday had been called off.",
        "The rally at the gate on Wednesday will not be called off.",
        "Traders demanded that the porters call off their rally on Wednesday.",
        "The rally of the porters has not been postponed and will be held on Wednesday.",
        "There was talk of a delayed rally, but the rally at the gate will take place on Wednesday.",
        "The porters will call off the rally on Wednesday if they are paid.",
    ],
)
def test_a_move_that_is_denied_or_only_asked_for_is_none(text: str) -> None:
    """Nor is one told by a sentence that names the day of the step as the day that it will be on."""
    memory = known("The porters will hold a rally at the gate on Wednesday.", "Wednesday", on(WEDNESDAY))
    assert status(memory, text, when="Wednesday" if "Wednesday" in text else None, day=WEDNESDAY - timedelta(days=1)) == "due soon"


def test_what_is_denied_of_another_thing_is_not_denied_of_the_step() -> None:
    """Who will not vote for one bill may vote for the other; a pronoun may mean either."""
    assert revoked("Karel Dunmore said he would not close the Oskar mill.", by="Karel Dunmore")[0] == "due soon"
    assert revoked("The Sedra mine stays in work. Karel Dunmore said he would not close it.", by="Karel Dunmore")[0] == "called off"


def test_a_duty_is_done_by_its_own_act() -> None:
    """Not by whatever those do who owe it; what a text corrects "as reported" is no report."""
    owed = Interval(start=DAY, end=DAY + timedelta(days=1))
    memory = known("Pelmor must report to the drug agency by Tuesday.", "by Tuesday", owed, deadline=True)
    assert status(memory, "Pelmor has widened its recall, the drug agency said.", when=None) == "overdue"
    assert status(memory, "The recall of Pelmor covered eight drugs, not nine as reported, the agency said.", when=None) == "overdue"
    assert status(memory, "Pelmor reported to the drug agency overnight.", when=None) == "done"


@pytest.mark.parametrize(
    "text",
    [
        "A court in Westmark on Tuesday stopped the deportation of the forty sailors.",
        "The deportation of forty sailors from Westmark was halted by a high court.",
    ],
)
def test_a_court_that_stops_a_step_calls_it_off(text: str) -> None:
    """Though it is none of those who announced it."""
    memory = known("Westmark will deport forty sailors on Wednesday.", "Wednesday", on(WEDNESDAY))
    assert status(memory, text, when=None, day=WEDNESDAY - timedelta(days=1)) == "called off"


def test_the_words_of_an_announcement_tell_on_its_day_that_it_was_done() -> None:
    """They were told before, as what was to come."""
    memory = known("The trial of Oda Brandt will open before the district court on Wednesday.", "Wednesday", on(WEDNESDAY))
    text = (
        "The trial of Oda Brandt opened before the district court on Wednesday. She wore grey. Four charges were read to a crowded gallery."
    )
    assert status(memory, text) == "done"


@pytest.mark.parametrize(
    ("announced", "told", "becomes"),
    [
        (
            "Mayor Quist will decide on a veto of the waste levy on Wednesday.",
            "The vote on the waste levy was put off.",
            "due soon",
        ),
        ("The council will vote on the waste levy on Wednesday.", "The vote on the waste levy was put off.", "postponed"),
        ("The summer parade of Elmar will be held on Wednesday.", "The summer concert of Elmar was put off.", "due soon"),
        ("The strike of the ferry crews will begin on Wednesday.", "Talks with the ferry crews were called off.", "due soon"),
        (
            "The frigate Alma will sail for the gulf on Wednesday.",
            "The departure of the frigate Alma for the gulf was put off.",
            "postponed",
        ),
    ],
)
def test_what_is_put_off_is_the_event_itself(announced: str, told: str, becomes: str) -> None:
    """Not another one with the same actors and the same topic: a vote's new date is none of the veto on it."""
    memory = known(announced, "Wednesday", on(WEDNESDAY))
    assert status(memory, told, when=None, day=DAY + timedelta(days=1)) == becomes


def test_talks_were_held_that_a_night_of_them_is_behind() -> None:
    """Though the sentence names no day; months of them show nothing."""
    memory = known("Talks on nurses' pay will resume on Wednesday.", "Wednesday", on(WEDNESDAY))
    assert status(memory, "After a night of talks the nurses came down to six per cent.", when=None) == "done"
    assert status(memory, "After months of talks the nurses came down to six per cent.", when=None) == "today"


def test_a_court_that_is_to_rule_has_ruled_when_it_stops_something() -> None:
    """That is its ruling, and not the end of it."""
    memory = known("The court is to rule on Wednesday on the cable car to Mount Orm.", "Wednesday", on(WEDNESDAY))
    assert status(memory, "The court stopped the cable car to Mount Orm on Wednesday.") == "done"


def test_a_spokeswoman_takes_back_what_her_firm_announced() -> None:
    """ "Will keep its quarry in Ardle open" denies the closure, with any words between."""
    text = "The stone company Marl will close its quarry in Ardle on Wednesday."
    made = document(BACKGROUND + text, "first", title="Two quarries")
    close = replace(step(made.text, text.rstrip("."), "Wednesday", on(WEDNESDAY)), who=("Marl",))
    memory = compose([made], [analysis(made, steps=[close])], DAY, None).memory
    for speaker, becomes in (("spokeswoman Pia Rook", "called off"), ("Minister Pia Rook", "due soon")):
        said = "The stone company Marl will keep its quarry in Ardle open"
        later = document(f"{BACKGROUND}{said}, {speaker} said.", "second", published=DAY + timedelta(days=1), title="The quarry")
        held = position(later.text, "Pia Rook", "said", said, kind="statement")
        read = analysis(later, actors=[person(later, "Pia Rook")], positions=[held])
        (only,) = compose([later], [read], DAY + timedelta(days=1), memory).memory.steps
        assert only.step.status == becomes


def test_a_sentence_that_moves_a_step_is_no_second_step() -> None:
    """It was read as a step of its own too; the calendar has one event, with the new day."""
    memory = known("The lighthouse of Skarn will be handed over on Wednesday.", "Wednesday", on(WEDNESDAY))
    text = "The handover of the lighthouse of Skarn has been put off until 17 May. " + BACKGROUND
    made = document(text, "second", published=DAY + timedelta(days=1), title="Lighthouse")
    later = on(date(2030, 5, 17))
    again = step(text, "The handover of the lighthouse of Skarn has been put off until 17 May", "17 May", later)
    times = [TemporalExpression(span=span(text, "17 May"), value=later, anchor=DAY, grain="day")]
    (only,) = compose([made], [analysis(made, steps=[again], times=times)], DAY + timedelta(days=1), memory).memory.steps
    assert (only.step.status, only.step.value, only.step.previous) == ("rescheduled", later, on(WEDNESDAY))


@pytest.mark.parametrize(
    ("announced", "told", "becomes"),
    [
        (
            "The rocket Petrel is to lift off from Cape Roan on Wednesday.",
            "A leak kept the rocket Petrel on the ground at Cape Roan on Wednesday.",
            "today",
        ),
        (
            "Inspectors will visit the plant at Korr on Wednesday.",
            "Guards turned inspectors away from the plant at Korr on Wednesday.",
            "today",
        ),
        ("Inspectors will visit the plant at Korr on Wednesday.", "Inspectors visited the plant at Korr on Wednesday.", "done"),
        (
            "The trawler Grace will be raised on Wednesday.",
            "A cable broke on Wednesday as salvors tried to raise the trawler Grace.",
            "today",
        ),
        ("The senate will vote on Judge Brill on Wednesday.", "The senate confirmed Judge Brill on Wednesday by 40 votes.", "done"),
        ("Author Joan Teller will read in Lisse on Wednesday.", "Joan Teller read from her novel in Lisse on Wednesday.", "done"),
        ("The board will decide on the price of cane on Wednesday.", "The board set the price of cane at 40 crowns on Wednesday.", "done"),
        ("Crews at the airport will walk out on Wednesday.", "There will be no walkout at the airport on Wednesday.", "called off"),
        (
            "The bridge in Sell will be blown up on Wednesday.",
            "The bridge in Sell still stands. Engineers on Wednesday put the blast off for fog.",
            "postponed",
        ),
        ("The bridge in Sell will be blown up on Wednesday.", "The school in Sell still stands. Its pupils put the concert off.", "today"),
        (
            "The frigate Alma will leave for the gulf on Wednesday.",
            "The navy put the departure of the frigate Alma for the gulf off.",
            "postponed",
        ),
    ],
)
def test_what_became_of_a_step_is_read_by_what_hinders_ends_or_goes_on_about_it(announced: str, told: str, becomes: str) -> None:
    """Who was kept from an act has not done it, a noun denies its verb, and a sentence may go on about what the one before names."""
    memory = known(announced, "Wednesday", on(WEDNESDAY))
    assert status(memory, told, when="Wednesday" if "Wednesday" in told else None) == becomes


def test_what_has_had_its_day_is_not_called_off() -> None:
    """What a later text calls off is another one of the kind."""
    memory = known("The singer Ola Fay will sing in the harbour hall on Wednesday.", "Wednesday", on(WEDNESDAY))
    text = "The singer Ola Fay has cancelled a concert in the harbour hall."
    assert status(memory, text, when=None, day=WEDNESDAY + timedelta(days=3)) == "past"
    assert status(memory, text, when=None, day=WEDNESDAY) == "called off"
