"""A figure that is set right is news, in a line and in what changed, whatever else its day brings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from briefing.compose.corrections import corrects, is_notice, owns_error, sets_right
from briefing.models import Briefing
from tests.compose.documents import DAY, document
from tests.compose.test_stories import brief

NEXT = DAY + timedelta(days=1)
COLLAPSE = document(
    "Nine miners died when a tunnel collapsed in the Halden copper mine on Monday, the rescue service said. "
    "Four others were pulled out alive.",
    "collapse",
    title="Nine dead in Halden mine collapse",
)
SEARCH = document(
    "Prosecutors searched the offices of Haldcop, which owns the Halden copper mine, and took away computers. "
    "They want to know who knew of cracks in the tunnel.",
    "search",
    published=NEXT,
    title="Prosecutors search offices of Halden mine owner",
)
BEAMS = document(
    "Families of the miners who died in the Halden copper mine lit candles at its gates. "
    "The rescue service said that seven miners had died, not nine as it had reported on Monday. "
    "Inspectors said that beams had been missing in the tunnel.",
    "beams",
    published=NEXT,
    title="Families mourn as inspectors blame missing beams",
)


@pytest.mark.parametrize(
    "text",
    [
        "Seven miners had died, not nine as it had reported on Monday.",
        "The office corrected her lead to 1,024 votes.",
        "Some 60 tonnes had run out, more than the 40 tonnes first given.",
        "The earlier police figure of six dead had counted two people twice.",
        "The ministry revised its estimate down to 2 percent.",
        "The service put the number of houses at 160, not 130 as reported before.",
        "The firm will cut 400 jobs rather than the 600 previously announced.",
        "Ten people and not eleven had died, the police said.",
        "Police lowered the death toll to ten.",
        "The firm offered 14 million for its rival, not 12 million as we reported on Monday.",
        "The yard has 230 berths, not 320 as we wrote.",
        "A paper had wrongly reported that 400 jobs would go.",
        "The yard has 230 berths, not 320, as was wrongly stated on Monday.",
        "The yard has 230 berths and not the 320 that were mistakenly printed.",
    ],
)
def test_a_sentence_that_sets_a_figure_right(text: str) -> None:
    """It says so, or what the figure is not."""
    assert corrects(text)


@pytest.mark.parametrize(
    "text",
    [
        "The teacher corrected the essays.",
        "More than 40 tonnes had run out.",
        "Profits were higher than the 4 million of the year before.",
        "Seven died, not counting the driver.",
        "The yard has 230 berths, not 320 as the bank had asked for.",
        "Her team won twice in 3 days.",
    ],
)
def test_a_sentence_that_sets_nothing_right(text: str) -> None:
    """A comparison with another year, and a word for something else."""
    assert not corrects(text)


def told(briefing: Briefing) -> list[str]:
    return [c.after.text for c in briefing.changes if c.after is not None]


def test_a_corrected_toll_is_told_beside_the_news_of_its_day() -> None:
    """It stands in the bottom line and in what changed, with what was told before; and once only."""
    first = brief([COLLAPSE], DAY)
    second = brief([SEARCH, BEAMS], NEXT, first.memory)
    assert any("seven miners" in line.excerpt.text for line in second.briefing.bottom_line)
    (change,) = [c for c in second.briefing.changes if c.after is not None and "seven miners" in c.after.text]
    assert change.kind == "correction" and change.before is not None and change.before.text.startswith("Nine miners died")
    assert any("Prosecutors searched" in text for text in told(second.briefing))
    later = NEXT + timedelta(days=1)
    again = document(BEAMS.text, "again", published=later, title=BEAMS.title)
    assert not told(brief([again], later, second.memory).briefing)


@pytest.mark.parametrize("title", ["Correction: Halden mine", "Corrections and clarifications", "For the record"])
def test_a_correction_comes_behind_a_death(title: str) -> None:
    """It has a line and a change of its own, and what it says of the error and of regret has none."""
    first = brief([document(COLLAPSE.text + " The mine employs 640 people.", "first", title=COLLAPSE.title)], DAY)
    death = document(
        "A tenth miner who had been hurt in the Halden copper mine has died in hospital. Her brother asked why no siren had been heard.",
        "tenth",
        published=NEXT,
        outlet="Gazette",
        title="Tenth victim of Halden mine dies",
    )
    correction = document(
        "Our report on Monday on the Halden copper mine gave a wrong number of its people. The mine employs 460 people, not 640 as we "
        "wrote. We apologise for the error.",
        "correction",
        published=NEXT,
        outlet="Courier",
        title=title,
    )
    made = brief([death, correction], NEXT, first.memory).briefing
    lines = [line.excerpt.text for line in made.bottom_line]
    assert lines[0].startswith("A tenth miner") and any("460 people" in line for line in lines)
    assert [c.kind for c in made.changes] == ["development", "correction"]
    assert not any("apologise" in text or "Our report" in text for text in (*lines, *told(made)))
    alone = brief([correction], NEXT, first.memory).briefing
    assert [line.excerpt.text for line in alone.bottom_line] == ["The mine employs 460 people, not 640 as we wrote."]


def test_what_only_owns_an_error_sets_no_figure_right() -> None:
    """What is said of a report of somebody else's is news."""
    assert owns_error("We apologise for the mistake.")
    assert owns_error("In our report on Monday we gave a wrong age for the mayor.")
    assert not owns_error("The minister apologised for the mistake.")
    assert not owns_error("The audit report found a wrong entry.")
    assert owns_error("Due to an editing error, an earlier version of this article gave a wrong name for the weir.")
    assert owns_error("Yesterday's report on the weir, published on page 3, was wrong.")
    assert not owns_error("An earlier report on the weir by the river board was wrong, and the weir will be torn down.")
    assert not owns_error("Yesterday's report on the weir was wrong, and the weir will be torn down.")
    assert not owns_error("In an earlier version of the lease we would have lost the quay, Kanter said.")


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Correction: the weir of Ferne", True),
        ("Corrections & clarifications, 6 May", True),
        ("Clarification – lease of the quay", True),
        ("Correction - lease of the quay", True),
        ("Errata", True),
        ("Corrections head steps down in Ferne", False),
        ("Corrected books show ferry line lost millions", False),
        ("Clarification wanted on quay levy", False),
        ("For the record crowd in Ferne, a free concert", False),
    ],
)
def test_a_notice_is_known_by_what_follows_its_name(title: str, is_one: bool) -> None:
    """A colon, a dash or nothing; a headline that only begins so is of news."""
    assert is_notice(title) is is_one


def test_another_figure_of_the_headline_is_news_in_words_too() -> None:
    """Five years are not four, though all other words of the sentence were told."""
    jailed = "A court in Selm sentenced the former head of the port, Rolf Kanter, to {} years in prison on Monday for taking bribes."
    first = brief([document(jailed.format("five"), "five", title="Port chief jailed for five years")], DAY)
    four = document(jailed.format("four"), "four", published=NEXT, title="Kanter sentenced to four years")
    assert ["four years" in text for text in told(brief([four], NEXT, first.memory).briefing)] == [True]


def test_who_sets_a_figure_right_is_named_with_it() -> None:
    """ "It said" behind another body's line would be read as that one's."""
    first = brief([COLLAPSE], DAY)
    text = (
        "Haldcop opened the gates of the Halden copper mine again. "
        "The rescue service thanked the miners of the Halden tunnel. "
        "It said that seven miners had died, not nine as it had reported on Monday."
    )
    then = document(text, "gates", published=NEXT, title="Haldcop opens gates of Halden mine again")
    lines = [line.excerpt.text for line in brief([then], NEXT, first.memory).briefing.bottom_line]
    assert any(line.startswith("The rescue service thanked") and "seven miners" in line for line in lines)


def test_what_was_called_off_has_a_line_though_much_else_is_new() -> None:
    """The end of a thing is told, whatever the summary of its article holds."""
    march = document(
        "The town of Ferne plans a march for its hospital. Mayor Ulf Bach called for the march.", "march", title="Ferne plans march"
    )
    then = document(
        "Minister Karin Dahl told Ferne that the hospital would stay open for another year. She had listened to people there. "
        "She spoke of 84 beds and 210 nurses. Mayor Ulf Bach called off the march.",
        "stay",
        published=NEXT,
        title="Dahl lets Ferne hospital stay open",
    )
    lines = [line.excerpt.text for line in brief([then], NEXT, brief([march], DAY).memory).briefing.bottom_line]
    assert any("called off the march" in line for line in lines)


@pytest.mark.parametrize(
    ("before", "told", "title", "is_of_it"),
    [
        ("Some 64 pupils were on the bus.", "The bus had carried 46 pupils.", "Correction: 46 on the bus, not 64", True),
        ("The yard has 320 berths.", "The yard has 230 berths, not 320 as we wrote.", "A yard", True),
        ("She leads by 1,240 votes.", "The office corrected her lead to 1,024 votes.", "Recount", True),
        ("Two people were hurt in the mill.", "The mill employs 460 people, not 640 as we wrote.", "Correction", False),
        ("Two teachers were hurt in the crash.", "The driver had counted six pupils twice.", "Correction: 46 on the bus, not 52", False),
    ],
)
def test_what_was_told_stands_beside_a_correction_that_has_its_figure(before: str, told: str, title: str, is_of_it: bool) -> None:
    """The wrong figure, or another of its unit; else nothing that was told is what was set right."""
    assert sets_right(before, told, title) is is_of_it
