"""What a story's bottom line tells on its first day: the news of every document, and deaths before all else."""

from __future__ import annotations

from dataclasses import replace

from briefing.compose.bottom_line import draft_bottom_line, lead_reading
from briefing.compose.readings import Reading
from tests.compose.documents import analysis, document, person, position

DAM = (
    "The government of Orvane approved a dam on the Sella for 400,000 homes. "
    "Pavo Linz called it the largest work in history. "
    "Work will begin in autumn and take six years. "
    "Coal will no longer be burned."
)
TOWNS = "Three towns in the valley of the Sella will sue the government over the dam that it approved. A study counted 2,300 people."
TESSIA = "The neighbour Tessia demanded talks over the water of the river. A third of what Tessia drinks comes from it."
AGAIN = "The government of Orvane approved the dam on the Sella. It is for 400,000 homes."


def reading(text: str, name: str, title: str) -> Reading:
    made = document(text, name, title=title)
    read = analysis(made)
    return Reading(made, replace(read, summary=read.sentences))


def lines(*readings: Reading, most: int = 4) -> list[str]:
    return [d.item.excerpt.text for d in draft_bottom_line(list(readings), most=most)]


def spoken_dam() -> Reading:
    made = document(DAM, "dam", title="Orvane approves dam on the Sella")
    said = position(DAM, "Pavo Linz", "called", "it the largest work in history", kind="praise")
    read = analysis(made, actors=[person(made, "Pavo Linz")], positions=[said])
    return Reading(made, replace(read, summary=read.sentences))


def test_each_document_of_a_new_story_has_its_news_told() -> None:
    """The document that speaks gives the first lines, and gives way to what the others were written for."""
    told = lines(spoken_dam(), reading(TOWNS, "towns", "Towns to sue over dam"), reading(TESSIA, "tessia", "Tessia demands talks"))
    assert told[0].startswith("The government of Orvane approved")
    assert len(told) == 5 and any("sue the government" in t for t in told) and any("demanded talks" in t for t in told)


def test_what_another_document_says_again_takes_no_line() -> None:
    """The lines of the document that speaks stand."""
    assert lines(spoken_dam(), reading(AGAIN, "again", "Orvane approves dam on the Sella")) == lines(spoken_dam())


def test_a_story_in_one_line_is_told_in_one() -> None:
    """However many documents it has."""
    assert len(lines(spoken_dam(), reading(TOWNS, "towns", "Towns to sue over dam"), most=1)) == 1


def test_a_document_that_tells_of_deaths_speaks_for_its_story() -> None:
    """What else has more to say comes behind it."""
    fire = reading("A fire at the refinery of Mira killed three workers. It is out.", "fire", "Fire at Mira refinery kills three")
    text = "Pavo Linz told 5,000 people to drink no water after the fire at the refinery of Mira. He asked for time."
    made = document(text, "water", title="Fire spoils water of Mira")
    said = [position(text, "Pavo Linz", "told", "5,000 people to drink no water", salience=0.9)] * 6
    water = Reading(made, analysis(made, actors=[person(made, "Pavo Linz")], positions=said))
    assert lead_reading([water, fire]) is fire
    told = lines(water, fire)
    assert "killed three workers" in told[0] and any("drink no water" in t for t in told)


def test_a_figure_that_only_another_document_has_is_told() -> None:
    """Its other words were told, and it was not."""
    price = "The government of Orvane approved a dam on the Sella for 400,000 homes at a price of 3,400 million crowns. Work starts."
    told = lines(spoken_dam(), reading(price, "price", "Orvane approves dam on the Sella"))
    assert any("3,400 million" in line for line in told)


def march(behind: str) -> list[str]:
    text = (
        "The Harbour Union of Selm announced a march through the city on Friday. "
        f"{behind} "
        "The mayor Ada Quill had asked it for a week of talks about the new quay."
    )
    made = document(text, "march", title="Harbour union announces march")
    read = analysis(made)
    return [d.item.excerpt.text for d in draft_bottom_line([Reading(made, replace(read, summary=(read.sentences[0], read.sentences[-1])))])]


def test_what_is_taken_back_right_behind_a_line_is_told_in_it() -> None:
    """Whoever reads of the march alone believes that there will be one."""
    told = march("But the union called the march off after a meeting with the port.")
    assert told[0].endswith("on Friday. But the union called the march off after a meeting with the port.")
    assert len(told) == 2


def test_what_only_goes_on_behind_a_line_is_not_told_in_it() -> None:
    """ "But also" adds, and what is no whole sentence tells nothing."""
    for behind in (
        "But also the crews of the ferries will march with the union.",
        "The union has held such a march on every Friday of May.",
        "But not all.",
        "But in Orsk, bakers baked the largest loaf of the year on Friday.",
        "However you look at it, the march of the union is a risk for it.",
        "But bakers baked the largest loaf of the year with old flour.",
        "However, the union said: “We have held such a march on every Friday of May.",
    ):
        assert march(behind)[0].endswith("through the city on Friday.")


def test_a_line_that_takes_back_another_one_stands_by_itself() -> None:
    """What is a line of its own is not told twice."""
    text = (
        "The Harbour Union of Selm announced a march through the city on Friday. "
        "But the union called the march off after a meeting with the port."
    )
    made = document(text, "march", title="Harbour union calls off march")
    read = analysis(made)
    told = [d.item.excerpt.text for d in draft_bottom_line([Reading(made, replace(read, summary=read.sentences))])]
    assert sum(t.count("called the march off") for t in told) == 1
