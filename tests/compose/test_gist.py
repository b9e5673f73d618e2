"""What is new in a story is the sentence that carries the news, not what sets the scene; short wires have news too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing.compose.addresses import headline_words
from briefing.compose.bottom_line import draft_bottom_line, lead_reading
from briefing.compose.gist import leans
from briefing.compose.readings import Reading
from briefing.models import Briefing
from tests.compose.documents import DAY, analysis, document, person, position, span
from tests.compose.test_stories import assembled, brief
from tests.compose.two_days import compose

NEXT = DAY + timedelta(days=1)


def next_day(told: str, text: str, *, title: str | None = None, people: tuple[str, ...] = ()) -> Briefing:
    """The briefing of the day after something was told."""
    memory = brief([document(told, "told", title="What was told")], DAY).memory
    made = document(text, "news", published=NEXT, title=title)
    read = analysis(made, actors=[person(made, name, role="minister") for name in people])
    return compose([made], [read], NEXT, memory).briefing


def developments(briefing: Briefing) -> list[str]:
    return [c.after.text for c in briefing.changes if c.kind == "development" and c.after is not None]


SCENES = {
    "a court": (
        "The supreme court of Ostmark will rule on the Halvik dam. The builder, Ferrum, says that the Halvik dam is safe.",
        "Halvik dam stopped by court",
        (
            "Rain fell on the steps in the morning. Villagers had come by bus, some with flags and drums. "
            "The supreme court of Ostmark stopped the Halvik dam and ordered Ferrum to pay 4 million."
        ),
        "stopped the Halvik dam",
    ),
    "a strike": (
        "Train drivers of Velo Rail will strike, their union Signal said. Talks of Signal with Velo Rail broke down.",
        "Rail strike called off",
        (
            "Commuters had bought bicycles and sleeping bags. A man sold coffee at the gates. "
            "Velo Rail and the union Signal agreed at midnight, and the strike was called off. The drivers slept."
        ),
        "agreed at midnight",
    ),
    "a slick": (
        "An oil slick drifts off Cape Marrow after the tanker Halcyon struck a rock, the coast guard said.",
        "Slick reaches beaches of Cape Marrow",
        (
            "Children of Port Ash wrote letters to the birds. "
            "Oil of the tanker Halcyon reached the beaches of Cape Marrow. Rolf Tann once sailed around the world in a bathtub."
        ),
        "reached the beaches",
    ),
    "a toll": (
        "A dam above the Tarn valley burst and drowned nine people in Selin. President Mirela Dascu will visit the Tarn valley.",
        "Dascu promises new homes",
        (
            "The cocks of Selin crew as on any morning. “I have lost my bees,” Jozef Marin said. "
            "The number of dead in the Tarn valley rose to fourteen, and eight are still missing. Geese walked on the road."
        ),
        "rose to fourteen",
    ),
    "a quotation": (
        "The union Kraft asked Lennar Steel for a shorter week. Its chairman spoke to the workers of Lennar Steel.",
        "Lennar Steel accepts shorter week and pays more",
        (
            "“We danced on the tables of the old canteen.” "
            "Lennar Steel accepted the shorter week that the union Kraft had asked for and will pay 40 workers more from October on."
        ),
        "accepted the shorter week",
    ),
}


@pytest.mark.parametrize("scene", SCENES)
def test_what_is_new_is_the_sentence_that_carries_the_news(scene: str) -> None:
    """Not the scene that an article sets before it, nor what it ends with."""
    told, title, text, wanted = SCENES[scene]
    briefing = next_day(told, text, title=title)
    assert [wanted in line for line in developments(briefing)] == [True]
    assert wanted in briefing.bottom_line[0].excerpt.text


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene != "a toll"])
def test_the_bottom_line_opens_with_the_news(scene: str) -> None:
    """Also of a story that was never told."""
    _, title, text, wanted = SCENES[scene]
    made = document(text, title=title)
    lines = [d.item.excerpt.text for d in draft_bottom_line([Reading(made, analysis(made))])]
    assert wanted in lines[0] and len(lines) == len(set(lines))


def test_the_news_may_stand_behind_a_scene_of_some_sentences() -> None:
    """A beekeeper's morning may be told before what the article is of."""
    scene = "Ada Quill lifts the lid of a hive. The lid is heavy. " + "The meadow hums and the morning is warm. " * 6
    text = scene + "Wild bees come back to Orland, and beekeepers breed them."
    made = document(text, title="Wild bees come back to Orland")
    assert draft_bottom_line([Reading(made, analysis(made))])[0].item.excerpt.text.startswith("Wild bees")


def test_what_also_happened_leans_on_what_did() -> None:
    """Whoever it is of, a title before the name or none."""
    assert leans("Holm also thanked the mall.") and leans("Dr. Holm also thanked the mall.") and not leans("Dr. Holm thanked the mall.")


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene != "a toll"])
def test_an_address_tells_the_headline_of_an_article_without_a_title(scene: str) -> None:
    """Where it is made of the headline's words, and not of numbers alone."""
    _, title, text, wanted = SCENES[scene]
    address = f"https://example.org/news/world/20310509/{title.lower().replace(' ', '-')}-20310509?from=a-b-c-d-e-f-g-h"
    made = replace(document(text), url=address)
    assert wanted in draft_bottom_line([Reading(made, analysis(made))])[0].item.excerpt.text
    assert headline_words("https://example-news-of-orland.org/2031/05/09-12-2031-77") == frozenset()


def test_a_first_sentence_with_the_news_stays_the_first() -> None:
    """Though a later one has a word more of the headline."""
    text = "The bank Nordal will cut 900 jobs by spring. Ib Strand, who runs Nordal, said that the cut of jobs is a must."
    made = document(text, title="Nordal to cut jobs")
    assert draft_bottom_line([Reading(made, analysis(made))])[0].item.excerpt.text.startswith("The bank Nordal")


@pytest.mark.parametrize(
    ("told", "text", "people"),
    [
        (
            "Trade minister Olin Farr expects the customs treaty with Belsk to be signed by June.",
            "Trade minister Olin Farr said that the treaty may fail. “June is out of reach,” he said.",
            ("Olin Farr",),
        ),
        (
            "Ana Prell urged people on the coast of Seld to leave because the volcano Tarra is smoking.",
            "Ana Prell ordered people on the coast of Seld to leave at once because the volcano Tarra is smoking. Who stays will be fined.",
            ("Ana Prell",),
        ),
        (
            "The union demands a 35-hour week for the steelworkers of Lennar, Udo Brill said.",
            "Udo Brill of the union said that a 37-hour week would be acceptable for the steelworkers of Lennar.",
            ("Udo Brill", "Lennar"),
        ),
    ],
)
def test_a_short_wire_about_the_same_people_has_news(told: str, text: str, people: tuple[str, ...]) -> None:
    """Of whom it tells was told before; what it tells was not."""
    briefing = next_day(told, text, people=people)
    assert [e.reason for e in briefing.coverage] == [None]
    assert developments(briefing)


@pytest.mark.parametrize("published", [NEXT, NEXT + timedelta(days=3)])
def test_the_same_in_another_order_is_known(published: date) -> None:
    """Sentences that were joined or cut anew tell nothing new."""
    told = "Karth plans a wind farm off Lindos with 80 turbines, Rea Tann said. It is to cost 2 billion."
    text = "Karth plans a wind farm off Lindos with 80 turbines. Rea Tann said that it is to cost 2 billion."
    memory = brief([document(told, "told")], DAY).memory
    assert [e.reason for e in brief([document(text, "again", published=published)], published, memory).briefing.coverage] == ["known"]


@pytest.mark.parametrize(
    "text",
    [
        "It is an incident that weighs on the North. Old Crow was cut off for five days as the ice road to it broke up.",
        "The minor went near the cage to take a photo. Old Crow zoo closed its ice caves after a boy of 14 was hurt there.",
        "That was how it began. The people of Old Crow left their homes in the night, as the ice broke.",
        "Holm also asked who had sawn the ice. Mayor Ida Holm told the council of Old Crow that the road will stay closed.",
    ],
)
def test_what_only_a_sentence_before_it_explains_does_not_open_the_bottom_line(text: str) -> None:
    """Where another early sentence stands for itself."""
    made = document(text)
    assert "Old Crow" in draft_bottom_line([Reading(made, analysis(made))])[0].item.excerpt.text


def test_the_first_sentence_of_an_article_comes_before_one_with_no_more_of_the_news() -> None:
    """Where its summary begins behind it."""
    text = "Speaker Ada Quill of Orst goes to Velt on Monday. She is a guest of the senate of Velt. Quill leads four of Orst to Velt."
    made = document(text)
    first, _, last = Reading(made, analysis(made)).body
    read = replace(analysis(made), summary=(last,))
    assert draft_bottom_line([Reading(made, read)])[0].item.excerpt.text == text[first.start : first.end]


def test_whose_leader_speaks_is_told_before() -> None:
    """ "Its leader" is not that of the body of another sentence."""
    text = (
        "The senate of Morn will send its report on the toll by Friday. The Bridge Party of Morn is against the toll. "
        "Its leader, Otto Fenn, said that he would vote against it."
    )
    made = document(text)
    first, middle, last = Reading(made, analysis(made)).body
    read = replace(analysis(made), summary=(first, last))
    lines = [d.item.excerpt.text for d in draft_bottom_line([Reading(made, read)])]
    assert lines == [text[first.start : first.end], text[middle.start : last.end]]


def test_what_cost_lives_and_what_states_do_come_first() -> None:
    """Before what is only talked of more, where as many outlets print each."""
    texts = {
        "club": "Lia Moss opened the tennis club of Halm. Moss praised the lawn of the club.",
        "quake": "An earthquake shook the hills of Kesh and killed 920 people. Houses fell in the whole of the valley.",
        "state": "Premier Owen Dunn sent the budget of Calder to the chamber. The chamber reads it in spring.",
    }
    made = {name: document(text, name) for name, text in texts.items()}
    cue = position(texts["club"], "Moss", "praised", "the lawn of the club", kind="praise", salience=0.6)
    read = [
        analysis(made["club"], actors=[person(made["club"], "Lia Moss")], positions=[cue]),
        analysis(made["quake"], direction=1.5),
        analysis(made["state"], actors=[person(made["state"], "Owen Dunn", salience=1.0, role="premier")], direction=3.0),
    ]
    briefing = compose(list(made.values()), read, DAY, None).briefing
    assert [next(n for n in texts if s.headline in texts[n]) for s in briefing.stories] == ["quake", "state", "club"]


def test_the_line_of_a_key_actor_names_the_actor() -> None:
    """ "The president" may be another one: no line is better than one about somebody else."""
    text = "Ada Quill met Bram Holt in Elmsee on the way to the north. The president confirmed that a deal on trade is in the making."
    made = document(text)
    quill, holt = (person(made, name, role="president") for name in ("Ada Quill", "Bram Holt"))
    meant = replace(holt, mentions=(*holt.mentions, span(text, "president")), salience=0.9)
    read = analysis(made, actors=[quill, meant])
    lines = {a.name: a.line and a.line.text for a in compose([made], [read], DAY, None).briefing.actors}
    assert not any("The president" in (line or "") for line in lines.values()), lines


def test_a_story_is_told_by_the_article_with_its_gravest_event() -> None:
    """Not by a background piece of the same day that says more."""
    burst = "A dam above the Tarn valley burst before dawn. At least 90 people were killed, the governor said."
    cracks = "Cracks in the dam above the Tarn valley were seen in January. Jozef Marin accused the governor of silence on the dam."
    documents = [document(burst, "burst", title="Dam bursts"), document(cracks, "cracks", title="Warnings went unheard")]
    blamed = position(cracks, "Jozef Marin", "accused", "the governor of silence", kind="blame", salience=0.9)
    read = [analysis(documents[0]), analysis(documents[1], actors=[person(documents[1], "Jozef Marin")], positions=[blamed])]
    assert lead_reading([Reading(d, a) for d, a in zip(documents, read, strict=True)]).document.name == "burst"


def test_a_story_that_goes_on_is_told_by_the_article_with_its_news() -> None:
    """A reprint that adds a line of history neither has the headline nor the first line."""
    told = "Karelund denied that its soldiers shot at a guard of Osterra on the bridge at Lomna. Osterra closed the bridge at Lomna."
    history = f"{told} The two states have quarrelled over the course of the river since the great flood of their grandfathers."
    talks = "Envoys of Osterra and Karelund will meet in Strandholm on the bridge at Lomna. Strandholm has a house on the lake for them."
    memory = brief([document(told, "told", title="Karelund denies shots")], DAY).memory
    days = [
        document(history, "history", published=NEXT, title="Shots at Lomna"),
        document(talks, "talks", published=NEXT, title="Strandholm to host envoys of Osterra and Karelund"),
    ]
    (change,) = (c for c in brief(days, NEXT, memory).briefing.changes if c.kind == "development")
    briefing = brief(days, NEXT, memory).briefing
    assert change.after is not None and change.after.text.startswith("Envoys of Osterra")
    assert briefing.bottom_line[0].excerpt.text == change.after.text


def test_a_person_of_two_names_does_not_make_a_story_go_on() -> None:
    """That one person has another affair on the next day is news, not more of the first."""
    told = "Justice minister Ottilie Fjeld asked the telephone company Lumera for a report on the stolen data of its clients."
    other = (
        "Ottilie Fjeld opened a prison garden in Halm. Inmates grow roses there for the market of the town, and sell honey and bread. "
        "The wardens bought 40 hens."
    )
    made, told_of = document(other, "other", published=NEXT), document(told, "told")
    memory = assembled([told_of], {told_of.id: analysis(told_of, actors=[person(told_of, "Ottilie Fjeld")])}, DAY, None, 1500).memory
    found = assembled([made], {made.id: analysis(made, actors=[person(made, "Ottilie Fjeld")])}, NEXT, memory, 1500)
    assert not [c for c in found.briefing.changes if c.kind == "development"]


@pytest.mark.parametrize("said", ["he said", "she added on Monday"])
def test_who_only_says_so_behind_his_words_is_told_of(said: str) -> None:
    """Before a line whose speaker is "he" behind the words stands the sentence that says who that is."""
    first, second = "Minister Odd Brekka visited the port.", f"The port must stay open until the summer, {said}."
    text = f"Dockers struck in Norhaven on Monday. {first} {second}"
    made = document(text, "news")
    read = replace(analysis(made), summary=(span(text, "Dockers struck in Norhaven on Monday."), span(text, second)))
    shown = [line.item.excerpt.text for line in draft_bottom_line([Reading(made, read)])]
    assert f"{first} {second}" in shown


def test_what_stands_before_a_line_is_no_half_quotation() -> None:
    """Where the sentence that says who speaks ends a quotation, that is shown from its beginning."""
    first, second, third = "“The port is safe.", "It is no toy,” Minister Odd Brekka said.", "It must stay open until the summer, he said."
    text = f"Dockers struck in Norhaven on Monday. {first} {second} {third}"
    made = document(text, "news")
    read = replace(analysis(made), summary=(span(text, "Dockers struck in Norhaven on Monday."), span(text, third)))
    shown = [line.item.excerpt.text for line in draft_bottom_line([Reading(made, read)])]
    assert f"{first} {second} {third}" in shown
