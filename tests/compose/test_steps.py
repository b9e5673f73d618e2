"""Which next steps a briefing shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing.models import LIKELY, Actor, ActorKind, Analysis, Document, Interval, NextStep
from tests.compose import two_days
from tests.compose.documents import DAY, analysis, brief, document, person, span

TEXT = "Ada Quill of the dockers said that the port would be closed on May 9. She asked the city to build a second quay."


def shown(
    text: str,
    what: str,
    when: str | None = "May 9",
    who: tuple[str, ...] = (),
    confidence: float = 1.0,
    actors: tuple[tuple[str, ActorKind], ...] = (),
) -> list[tuple[tuple[str, ...], str]]:
    """Who is to do what, of the steps that a briefing of one article shows."""
    made = document(text)
    named = [Actor(name=name.lower(), kind=kind, salience=0.8, mentions=(span(text, name),)) for name, kind in actors]
    step = NextStep(
        what=(span(text, what),),
        who=who,
        when=(span(text, when),) if when else (),
        value=Interval(start=DAY.replace(day=9), end=DAY.replace(day=9)) if when else None,
        grain="day" if when else "interval",
        deadline=False,
        kind="scheduled",
        salience=0.5,
        confidence=confidence,
    )
    briefing = brief(made, analysis(made, actors=[person(made, "Ada Quill"), *named], steps=[step]))
    return [(s.who, s.excerpt.text) for s in briefing.next_steps]


@pytest.mark.parametrize(
    ("who", "when", "is_shown"),
    [((), "May 9", True), (("Ada Quill",), None, True), (("Ada Quill",), "May 9", True), ((), None, False)],
)
def test_a_step_has_a_day_or_a_doer(who: tuple[str, ...], when: str | None, is_shown: bool) -> None:
    """With neither it tells nobody what to do."""
    text = "Ada Quill of the dockers said that the port would grow on May 9."
    assert bool(shown(text, "the port would grow on May 9", when, who)) == is_shown


@pytest.mark.parametrize(
    ("what", "is_shown"),
    [
        ("charges will be brought against the owner of the Selm ferry", True),
        ("the ferry case in Selm is expected to go to trial soon", True),
        ("the first boat out of Osmark is soon to be named", True),
        ("the ferry owner will be located on the old quay in Selm", False),
        ("the seats in Osmark will be voted on at each local election", False),
        ("tea for the crews of Osmark will also be served there", False),
        ("it will be examined by Osmark", False),
    ],
)
def test_a_thing_that_will_be_dealt_with_needs_neither_day_nor_doer(what: str, is_shown: bool) -> None:
    """Somebody will see to it, whoever that is; a state and a habit are no step, nor what does not say of what it is."""
    text = f"Ada Quill told the council of Osmark that {what}."
    assert bool(shown(text, what, None)) is is_shown
    assert not shown(text, what, None, confidence=0.5)


def test_a_clause_that_hangs_on_another_is_no_step_and_a_sentence_that_points_back_is() -> None:
    """ "Where the talks will go on" says nothing alone; "That inquiry begins on May 9" does."""
    text = "Ada Quill asked for an inquiry in Osmark, where the talks will go on until May 9. That inquiry begins on May 9."
    assert shown(text, "That inquiry begins on May 9") == [((), "That inquiry begins on May 9")]
    assert shown(text, "where the talks will go on until May 9") == []


def told_of(text: str, *steps: tuple[str, str | None, tuple[str, ...]]) -> list[tuple[tuple[str, ...], str, int]]:
    """Who is to do what, as a reader is shown it, and how many sentences it cites: of steps with their words, time and doers."""
    made = document(text)
    found = [
        NextStep(
            what=(span(text, what),),
            who=who,
            when=(span(text, when),) if when else (),
            value=Interval(start=DAY.replace(day=9), end=DAY.replace(day=9)) if when else None,
            grain="day",
            deadline=False,
            kind="scheduled",
            salience=0.5,
        )
        for what, when, who in steps
    ]
    briefing = brief(made, analysis(made, actors=[person(made, "Ada Quill")], steps=found))
    return [(s.who, s.shown.text, len(s.citations)) for s in briefing.next_steps]


def test_the_steps_of_one_sentence_and_one_time_or_doer_are_one_line() -> None:
    """ "Will land on May 9, where she will meet the council" is told once, in all of its sentence."""
    text = "Ada Quill will land in Selm on May 9, where she will open the new quay. Osmark wants nothing."
    quill = ("Ada Quill",)
    once = [(quill, "Ada Quill will land in Selm on May 9, where she will open the new quay.", 1)]
    assert told_of(text, ("Ada Quill will land in Selm on May 9", "May 9", quill), ("will open the new quay", None, quill)) == once
    assert len(told_of(text, ("Ada Quill will land in Selm on May 9", "May 9", quill), ("will open the new quay", None, ("Osmark",)))) == 2


def test_the_lines_of_a_programme_stand_in_the_order_of_the_clock() -> None:
    """Behind what a day has without an hour; a sum is none."""
    day = "Ada Quill on May 9. 14:30 Debate on the quay. 9.30 Opening of the forum. 7 p.m. Dinner at the port. 1.5 million coins come."
    lines = ("14:30 Debate on the quay", "9.30 Opening of the forum", "7 p.m. Dinner at the port", "1.5 million coins come")
    told = [text.rstrip(".") for _, text, _ in told_of(day, *((line, "May 9", ("Ada Quill",)) for line in lines))]
    assert told == [lines[3], lines[1], lines[0], lines[2]]


def test_a_fragment_is_shown_in_its_sentence_and_known_by_its_own_words() -> None:
    """What tells steps apart is the clause: the sentence around it may tell of others."""
    text = "Osmark buys paper. Osmark gets ready, as Ada Quill told it, for the election in Norland on May 9."
    assert told_of(text, ("the election in Norland", "May 9", ())) == [((), text.removeprefix("Osmark buys paper. "), 1)]
    assert shown(text, "the election in Norland") == [((), "the election in Norland")]


def test_who_only_hopes_for_a_thing_is_not_shown_with_it() -> None:
    """The words before a clause tell that it is a wish."""
    quill = ("Ada Quill",)
    assert told_of("Ada Quill hopes to build a garden in Selm.", ("build a garden in Selm", None, quill)) == []
    assert told_of("Ada Quill plans to build a garden in Selm.", ("build a garden in Selm", None, quill)) != []


def test_of_both_sides_one_is_not_named_alone() -> None:
    """Both or none: a meeting of both sides is not one side's."""
    text = "Ada Quill of the dockers spoke. Both sides will meet again on May 9."
    assert shown(text, "Both sides will meet again on May 9", who=("Ada Quill",)) == [((), "Both sides will meet again on May 9")]


def test_what_is_hardly_a_step_is_not_shown() -> None:
    """The analysis keeps it; a briefing shows what is at least as likely one as `LIKELY`."""
    assert shown(TEXT, "the port would be closed on May 9", confidence=LIKELY)
    assert shown(TEXT, "the port would be closed on May 9", confidence=LIKELY - 0.01) == []


WEDNESDAY = Interval(start=DAY.replace(day=8), end=DAY.replace(day=8))
MEETINGS = [
    ("The two sides will meet again on Wednesday", "Talks between the union and Orvarail will be held on Wednesday", 1),
    ("The two sides will meet for talks on Wednesday", "The talks are to begin at the city hall on Wednesday", 1),
    ("Ada Quill will meet the minister on Wednesday", "Bram Holt will meet the dockers on Wednesday", 2),
    ("The two sides will meet again on Wednesday", "A second round of talks will be held on Wednesday", 2),
    ("The two sides will meet again on Wednesday", "The dockers will march on Wednesday", 2),
]


OPENINGS = (
    "The union and the railway operator Orvarail argue over pay of drivers in Elmsee after a strike of eleven days.",
    "Drivers of Orvarail in Elmsee walked out over pay for an eleventh day, and their union asked for more.",
)


def meeting(number: int, what: str, *, days: int = 0) -> tuple[Document, Analysis]:
    text = f"{OPENINGS[number]} {what}."
    made = document(text, str(number), published=DAY + timedelta(days=days), title="Union and Orvarail argue over pay")
    return made, analysis(made, steps=[two_days.step(text, what, "Wednesday", WEDNESDAY)])


@pytest.mark.parametrize(("one", "other", "events"), MEETINGS)
def test_a_meeting_of_the_two_sides_is_the_one_that_another_article_names(one: str, other: str, events: int) -> None:
    """In one story, and on one day; the article that names the sides speaks."""
    made = [meeting(0, one), meeting(1, other)]
    briefing = two_days.compose([d for d, _ in made], [a for _, a in made], DAY, None).briefing
    texts = [s.excerpt.text for s in briefing.next_steps]
    assert len(briefing.sources) == 2 and len(texts) == events and other in texts


def test_a_meeting_that_a_later_article_tells_of_in_other_words_is_no_second_one() -> None:
    """Its line in the ledger is the one of the day before."""
    one, other, _ = MEETINGS[1]
    (first, read), (then, again) = meeting(0, one), meeting(1, other, days=1)
    memory = two_days.compose([first], [read], DAY, None).memory
    briefing = two_days.compose([then], [again], DAY + timedelta(days=1), memory).briefing
    assert [s.excerpt.text for s in briefing.next_steps] == [one]


@pytest.mark.parametrize(
    ("before", "actors", "is_told"),
    [
        ("Ada Quill praised the crew. Divers of the harbour guard broke off the search. They", (("Divers", "group"),), True),
        ("Ada Quill praised the crew. On Monday, the divers broke off the search. They", (("divers", "group"),), True),
        ("Ada Quill praised the crew. Diving clubs broke off the search. They", (("Diving clubs", "organization"),), True),
        ("Ada Quill praised the crew. Two tugs broke off the search. They", (), True),
        ("Ada Quill praised the crew. Fishermen broke off the search. They", (), True),
        ("Ada Quill broke off the search. She", (), True),
        ("Ada Quill praised the crew. The search was broken off. She", (), False),
        ("Ada Quill praised the crew. The search was broken off. They", (), False),
        ("Ada Quill praised the crew. James Orr broke off the search. They", (("James Orr", "person"),), False),
        ("Ada Quill praised the crew. This broke off the search. They", (), False),
        ("Ada Quill praised the crew. Paris broke off the search. They", (), False),
        ("Ada Quill praised the crew. James Orr called divers off the search. They", (("divers", "group"),), False),
    ],
)
def test_who_is_meant_stands_in_the_sentence_before(before: str, actors: tuple[tuple[str, ActorKind], ...], is_told: bool) -> None:
    """ "They will go on" is told with it, if it names somebody of that number."""
    text = f"{before} will go on with it on May 9."
    plan = f"{before.rsplit(' ', 1)[-1]} will go on with it on May 9"
    found = shown(text, plan, actors=actors)
    assert [s.endswith("on May 9.") and s.count(".") == 2 for _, s in found] == ([True] if is_told else [])


def test_to_whom_it_is_done_stands_in_the_sentence_before() -> None:
    """Who does it says nothing of whom "he" means; what "it" is that "will be done" nobody can tell."""
    text = "Ada Quill arrested James Orr. He will be charged on May 9, she said."
    found = shown(text, "He will be charged on May 9", who=("Ada Quill",), actors=(("James Orr", "person"),))
    assert [s for _, s in found] == [text]
    assert not shown(
        "Ada Quill spoke. The net was hauled in. He will be charged on May 9.", "He will be charged on May 9", who=("Ada Quill",)
    )
    assert not shown("Ada Quill spoke of the work. It will be done on May 9.", "It will be done on May 9", who=("Ada Quill",))
    assert shown("Ada Quill spoke of the bill. It will be debated on May 9.", "It will be debated on May 9", who=("Ada Quill",))


def test_what_follows_if_a_demand_is_not_met_and_what_was_dropped_is_no_step() -> None:
    """A threat is no plan, and neither is a plan that was given up."""
    threat = "Orland must free the men, or we will close the port on May 9, Ada Quill said."
    assert not shown(threat, "close the port on May 9", who=("Ada Quill",))
    assert not shown("Ada Quill gave up her plan to close the port on May 9.", "close the port on May 9", who=("Ada Quill",))
    assert shown("Ada Quill repeated her promise to close the port on May 9.", "close the port on May 9", who=("Ada Quill",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill will keep the port open until 2037.", [(Interval(start=date(2037, 1, 1), end=date(2037, 12, 31)), "year")]),
        ("Ada Quill will keep the port open until December.", [(Interval(start=date(2030, 12, 1), end=date(2030, 12, 31)), "month")]),
        ("The old port of Ada Quill should stay open until 2037.", []),
    ],
)
def test_what_is_to_stay_so_for_years_has_its_end_alone(text: str, expected: list[tuple[Interval, str]]) -> None:
    """Not every day until then; and where that is only somebody's wish it is no step."""
    made = document(text)
    step = NextStep(
        what=(span(text, text.rstrip(".")),),
        who=("Ada Quill",),
        when=(span(text, "until " + text.rstrip(".").split()[-1]),),
        value=Interval(start=DAY, end=date(2037 if "2037" in text else 2030, 12, 31)),
        grain="interval",
        deadline=False,
        kind="committed",
        salience=0.5,
    )
    read = analysis(made, actors=[person(made, "Ada Quill")], steps=[step])
    assert [(s.value, s.grain) for s in two_days.compose([made], [read], DAY, None).briefing.next_steps] == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" alone) on May 9.", "divers will search all ports (with the exception of Osmark alone)"),
        (f" {'and many others of which nobody has told so far ' * 3}) on May 9.", "divers will search all ports"),
    ],
)
def test_brackets_are_closed_or_left_out(behind: str, expected: str) -> None:
    """What ends inside of them has all that they hold, where that is not long."""
    text = f"Ada Quill said so. The divers will search all ports (with the exception of Osmark{behind}"
    (found,) = shown(text, "divers will search all ports (with the exception of Osmark", when="May 9")
    assert found[1] == expected
