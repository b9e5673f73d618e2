"""Which whole sentences tell an article in a few lines, and which positions come first."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.models import Analysis, Document
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import SHIPPED, Annotator
from briefing.nlp.summary import choose_lines
from briefing.nlp.syntax import Text
from briefing.nlp.topic import Topic
from briefing.nlp.worth import read_worth

DAY = date(2031, 3, 4)

STRIKE = (
    "Dockers of the Harbour Union will strike from Monday over a plan of Corvane Lines to close its terminal in Norhaven, the union said. "
    "“Corvane Lines must keep the terminal open,” union chairwoman Mira Solan said. "
    "The company has called the strike unlawful and will ask a court to forbid it. "
    "Norhaven was founded in 1623 by fishermen who had fled a flood. "
    "Gulls circled above the quiet quays, and it smelled of tar and rain. "
    "“I have loved the sea since I was a boy,” Solan said. "
    "Its church has the oldest bells on the coast. "
    "Read more about the coast on our pages."
)


def analyse(annotator: Annotator, text: str, title: str | None = None) -> Analysis:
    document = Document(id="x", name="x", path="x", text=text, title=title, published=DAY)
    return analyze_document(document, annotator=annotator, today=DAY)


def lines(annotator: Annotator, text: str) -> list[str]:
    return [text[s.start : s.end] for s in analyse(annotator, text).summary]


@pytest.mark.parametrize("idle", ["founded in 1623", "Gulls circled", "loved the sea", "oldest bells", "Read more"])
def test_what_is_no_news_is_no_line(annotator: Annotator, idle: str) -> None:
    """History, colour, a private feeling and what a page says of itself are none of the lines."""
    assert not [line for line in lines(annotator, STRIKE) if idle in line]


def test_the_news_is_the_first_line(annotator: Annotator) -> None:
    """What happened is told, and more than it."""
    shown = lines(annotator, STRIKE)
    assert shown[0].startswith("Dockers of the Harbour Union will strike") and len(shown) > 1


def test_lines_are_whole_sentences_in_order(annotator: Annotator) -> None:
    """Lines are sentences of the text, in its order, four at most."""
    found = analyse(annotator, STRIKE)
    assert set(found.summary) <= set(found.sentences)
    assert list(found.summary) == sorted(found.summary) and len(found.summary) <= 4


def test_what_is_said_twice_is_told_once(annotator: Annotator) -> None:
    """A sentence that says the news over again is no second line."""
    text = (
        "The court of Ostmark stopped the Halvik dam on Monday and ordered Ferrum to pay 4 million crowns. "
        "The Halvik dam was stopped on Monday by the court of Ostmark, which ordered Ferrum to pay 4 million crowns. "
        "Energy minister Odd Brekka said the government would appeal."
    )
    assert len([line for line in lines(annotator, text) if "Ferrum" in line]) == 1


def test_a_text_without_a_sentence_has_no_line(annotator: Annotator) -> None:
    """Where nothing is a whole sentence nothing is told."""
    assert lines(annotator, "Weather. Tides. Sunrise at six") == []


def test_a_demand_comes_before_a_private_feeling(annotator: Annotator) -> None:
    """Of what one person says, what the matter hangs on comes before what they feel, whatever stands first."""
    text = (
        "“I have loved the sea since I was a boy,” union chairman Odd Brekka said in Norhaven. "
        "The government must keep the Norhaven terminal open until 2035, Brekka said."
    )
    held = [p for p in analyse(annotator, text, "Union demands that terminal stays open").positions if p.actor == "Odd Brekka"]
    ordered = sorted(held, key=lambda p: -p.salience)
    assert len(ordered) == 2 and "must keep" in text[ordered[0].content[0].start : ordered[0].content[-1].end]


def test_a_refusal_comes_before_courtesy(annotator: Annotator) -> None:
    """Thanks and praise of a host come behind what somebody refuses."""
    text = (
        "Ostmark asked its neighbours on Monday to open their borders. "
        "Foreign minister Mira Solan thanked the people of Ostmark. "
        "Solan rejected the call of Ostmark to open the border before the election."
    )
    held = sorted((p for p in analyse(annotator, text).positions if p.actor == "Mira Solan"), key=lambda p: -p.salience)
    assert held and held[0].kind == "opposition"


@pytest.mark.parametrize(
    ("file", "speaks_for", "speaks_against"), [("positions.json", "kind: demand", "kind: praise"), ("summary.json", "headline", "pronouns")]
)
def test_the_weights_know_signs_that_are_counted(file: str, speaks_for: str, speaks_against: str) -> None:
    """The shipped weights are of signs, and of no sentence's meaning."""
    worth = read_worth(SHIPPED / file)
    assert worth.signs[speaks_for] > worth.signs[speaks_against] and not worth.meaning


def test_how_talks_ended_is_told(annotator: Annotator) -> None:
    """Of sentences that weigh about the same the one is a line that says in the text's own words whether anything was agreed."""
    text = (
        "The ministers of Norland and Selm met in Norhaven. No agreement was reached at the meeting on Monday. "
        "A spokesman of the harbour said that the hall was cold. “No deal was signed in that hall,” the spokesman said."
    )
    view = Text(text, annotator.annotate(text))
    topic = Topic(view, body_start=0, title=None)

    def chosen(*weights: float) -> list[str]:
        return [view.slice(view.sentences[n]) for n in choose_lines(view, topic, dict(zip(topic.sentences, weights, strict=True)))]

    first = "The ministers of Norland and Selm met in Norhaven."
    assert chosen(0.9, 0.19, 0.19, 0.1) == [first, "No agreement was reached at the meeting on Monday."]
    assert chosen(0.9, 0.1, 0.19, 0.19) == [first]


@pytest.mark.parametrize("capitals", [False, True])
def test_a_line_in_capitals_tells_nothing_where_the_rest_is_not(annotator: Annotator, capitals: bool) -> None:
    """A heading or a pull quote is no sentence of the article; an old wire has all of it in capitals."""
    first = "THE ELECTION OF MIRA SOLAN FOUR YEARS AGO WAS A THREAT FOR US. "
    rest = "Odd Brekka spent thirty years as a docker in Norhaven. He told the council on Monday that the terminal has to stay open."
    text = first + (rest.upper() if capitals else rest)
    view = Text(text, annotator.annotate(text))
    topic = Topic(view, body_start=0, title=None)
    chosen = choose_lines(view, topic, {n: 0.9 - n / 10 for n in topic.sentences})
    assert (0 in chosen) is capitals and len(chosen) > capitals


def test_what_goes_on_from_a_quotation_on_another_line_is_no_line(annotator: Annotator) -> None:
    """A site that sets quotations apart leaves "stated the minister, who ..." alone."""
    text = (
        "“The mission is a first step to reform the courts of Norland,”\n\n"
        "stated Jon Quill, the former justice minister, who will lead the mission as its spokesman.\n\n"
        "In January, President Ada Stone signed the agreement that lets the mission work in Norland."
    )
    assert not [line for line in lines(annotator, text) if line.startswith("stated")]
