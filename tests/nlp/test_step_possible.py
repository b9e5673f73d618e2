"""Forms that are as often no step: each is found, stands in doubt, and no briefing shows it. People and places are invented."""

from __future__ import annotations

import math
from datetime import date

import pytest

from briefing.models import LIKELY, Document
from briefing.nlp.analyze import read_scene
from briefing.nlp.annotate import Annotator
from briefing.nlp.steps import Step, find_steps, weigh_steps
from briefing.nlp.steps.ahead import AHEAD, LOOSE
from briefing.nlp.steps.twins import AGAIN
from briefing.nlp.worth import Worth
from tests.analysis_samples import DAY, analyse

_LEAD = "The harbour of Norhaven was full of ships."


def found(annotator: Annotator, text: str, published: date | None = DAY) -> dict[str, Step]:
    """The candidates of a text by their words."""
    document = Document(id="d", name="d", path="d.txt", text=f"{_LEAD} {text}\n", published=published)
    scene = read_scene(document, annotator.annotate(document.text), today=DAY)
    return {" ".join(document.text[p.start : p.end] for p in step.what): step for step in find_steps(scene)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The residents of Selm demanded that the council repair the ferry quay.", "council repair the ferry quay"),
        ("The committee recommended that Judge Ada Quill be suspended by the president.", "suspended"),
        ("Falk has requested that the minister come up with a plan for the dykes.", "come up with a plan"),
        ("The two countries signed an agreement to build a joint grain terminal.", "build a joint grain terminal"),
        ("Police in Selm are working to identify the other dockers.", "identify the other dockers"),
        ("The coast guard is investigating two more captains.", "investigating two more captains"),
        ("The port authority is focusing on completing the northern breakwater.", "completing the northern breakwater"),
        ("“We need more pilots for the northern channel,” Ada Quill said.", "more pilots for the northern channel"),
        ("The cabinet pledged 900 million crowns to the fishing villages.", "900 million crowns"),
        ("The harbour union appealed for warm clothes for the stranded crews.", "warm clothes for the stranded crews"),
        ("More snow is predicted in the hills above Selm.", "More snow"),
        ("The new lighthouse, which will guide ships into Selm, cost two million crowns.", "guide ships into Selm"),
        ("The minister said the bridge would shorten the way to the island by an hour.", "shorten the way"),
        ("The residents yesterday called for restrictions on heavy lorries in the old town.", "restrictions on heavy lorries"),
        ("The fishermen joined the calls for an inquiry into the flood.", "an inquiry into the flood"),
        ("Fishermen fear the upcoming trial of Tom Oldcastle in Selm.", "upcoming trial of Tom Oldcastle"),
        ("The harbour master assured steps for a safer quay.", "steps for a safer quay"),
        ("The union has filed a request with the court to open the archive of the yard.", "open the archive of the yard"),
        ("Ada Quill hopes that the new quay will one day serve the ferries of Selm.", "one day serve the ferries"),
        ("The mayor said this was why tents must be sent to the villages on the lake.", "tents must be sent to the villages"),
        ("No matter how the storm ends, the port of Selm will open the lock to all ships.", "will open the lock to all ships"),
        ("Ada Quill will take up a post at the University of Selm where she will teach the law of the sea.", "teach the law of the sea"),
        ("Doctor Ada Quill of the Selm Research Institute said the ferries should be stopped.", "ferries should be stopped"),
        ("The towns on the lake are hustling to find other sources of heat.", "find other sources of heat"),
        ("Ferries were searched ahead of the party’s national congress.", "the party’s national congress"),
        ("“What is clear is that the port will close to all cutters,” Ada Quill said.", "the port will close to all cutters"),
        ("A full crew of riggers will travel from Selm to Norhaven with us in the spring.", "travel from Selm to Norhaven"),
    ],
)
def test_a_loose_form_of_what_is_to_come_is_found(annotator: Annotator, text: str, words: str) -> None:
    """A demand without tense, an errand, what is under way or in a gerund, a noun wanted or promised, what a thing will do."""
    assert any(words in what for what in found(annotator, text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The hearing of Mats Orlen was adjourned to 13 October.", "adjourned to 13 October"),
        ("Two ferry lines arrive in October at the new quay in Selm.", "arrive in October"),
        ("Ada Quill visited the fishermen before the elections on August 9.", "elections on August 9"),
    ],
)
def test_a_text_without_a_day_may_put_ahead_what_has_one(annotator: Annotator, text: str, words: str) -> None:
    """What is put off to a day, what a timetable says, the event that something comes before."""
    assert any(words in what for what in found(annotator, text, None))


@pytest.mark.parametrize(
    "text",
    [
        "The fishermen held a meeting on Monday.",
        "The hearing had been adjourned to 13 October.",
        "The tourists who want a cabin pay more.",
        "Ada Quill does not need more pilots.",
        "Falk may join the fishermen of Selm.",
        "Should the council repair the ferry quay?",
    ],
)
def test_what_is_past_denied_asked_or_only_possible_is_not(annotator: Annotator, text: str) -> None:
    """An event of the past, what had been put off, what somebody described wants, what is not needed, may be, or is asked."""
    assert found(annotator, text, None) == {}


class Believer:
    """Takes whatever is found for a step."""

    worth = Worth(bias=5.0, signs={}, meaning=())

    def embed(self, text: str) -> tuple[float, ...]:
        return ()


def test_no_briefing_shows_a_loose_form(annotator: Annotator) -> None:
    """However sure the weights are of a loose form, it is listed below what a briefing shows."""
    text = f"{_LEAD} The committee demanded that the council repair the ferry quay. Police are working to identify the dockers.\n"
    document = Document(id="d", name="d", path="d.txt", text=text, published=DAY)
    scene = read_scene(document, annotator.annotate(text), today=DAY)
    listed = [step for step in weigh_steps(scene, find_steps(scene), Believer()) if LOOSE in step.doubts]
    assert listed
    assert all(step.confidence < LIKELY for step in listed)


def test_what_another_sentence_tells_again_is_shown_once(annotator: Annotator) -> None:
    """What the model reads as a step of its own is listed though another says the same, and no briefing shows both."""
    text = (
        "NORHAVEN - Norland will send 200 engineers to Selm in June, the government said on Monday. The port was flooded in May. "
        "The government said that the 200 engineers will be sent to Selm to repair the port.\n"
    )
    document = Document(id="d", name="d", path="d.txt", text=text, published=DAY)
    scene = read_scene(document, annotator.annotate(text), today=DAY)
    steps = weigh_steps(scene, find_steps(scene), Believer())
    (again,) = (step for step in steps if AGAIN in step.doubts)
    assert "200 engineers will be sent" in text[again.main.start : again.main.end]
    assert again.confidence < LIKELY
    assert any("send 200 engineers to Selm in June" in text[s.main.start : s.main.end] for s in steps if s.confidence >= LIKELY)


class Reader:
    """Takes all for steps with one likelihood, and for what a reader would note with another."""

    def __init__(self, *, likely: float, noted: float) -> None:
        self.worth = Worth(bias=_bias(likely), signs={}, meaning=(), noted=Worth(bias=_bias(noted), signs={}, meaning=()))

    def embed(self, text: str) -> tuple[float, ...]:
        return ()


def _bias(likelihood: float) -> float:
    return math.log(likelihood / (1 - likelihood))


@pytest.mark.parametrize(
    ("likely", "noted", "shown"), [(0.4, 0.7, True), (0.4, 0.6, False), (0.2, 0.7, False), (0.9, 0.6, False), (0.9, 0.7, True)]
)
def test_what_a_reader_surely_notes_is_shown(annotator: Annotator, likely: float, noted: float, shown: bool) -> None:
    """What a text only leaves ahead is shown where a reader is as sure to note it as what is in less doubt, and a desk may list it."""
    text = f"{_LEAD} The old pier will be replaced by a longer one.\n"
    document = Document(id="d", name="d", path="d.txt", text=text, published=DAY)
    scene = read_scene(document, annotator.annotate(text), today=DAY)
    (step,) = weigh_steps(scene, find_steps(scene), Reader(likely=likely, noted=noted))
    assert AHEAD in step.doubts
    assert (step.confidence >= LIKELY) == shown


@pytest.mark.parametrize(("noted", "listed"), [(0.4, True), (0.3, False)])
def test_what_a_reader_would_note_is_listed_though_no_desk_lists_it(annotator: Annotator, noted: float, listed: bool) -> None:
    """Whether a step in doubt is listed hangs on the reader alone; without a desk to list it no briefing shows it."""
    text = f"{_LEAD} The old pier will be replaced by a longer one.\n"
    document = Document(id="d", name="d", path="d.txt", text=text, published=DAY)
    scene = read_scene(document, annotator.annotate(text), today=DAY)
    steps = weigh_steps(scene, find_steps(scene), Reader(likely=0.02, noted=noted))
    assert bool(steps) == listed
    assert all(step.confidence < LIKELY for step in steps)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The two leaders were expected to discuss the pact, and sailed home.", "discuss the pact"),
        ("Tom Oldcastle was scheduled to perform in the opening show at the harbour on March 2.", "perform"),
    ],
)
def test_what_was_to_be_and_is_over_is_not(annotator: Annotator, text: str, words: str) -> None:
    """What people were told to do or were to do, as the text itself tells of it, lies behind."""
    assert not any(words in what for what in found(annotator, text, None))


def test_two_acts_with_the_same_words_are_two_steps(annotator: Annotator) -> None:
    """What has most words in common with another sentence is the same only where its act is."""
    steps = found(
        annotator,
        "The council will discuss a new hospital for the harbour of Norhaven. Minister Ada Quill is likely to make an announcement "
        "about the new hospital of the harbour on May 12.",
    )
    assert any("will discuss" in what for what in steps) and any("make an announcement" in what for what in steps)


def test_a_day_of_a_text_without_one_that_is_over_by_now_is_found_in_doubt(annotator: Annotator) -> None:
    """A trial on a day that is guessed, and over on the day of reading, is listed and shown by no briefing."""
    steps = found(annotator, "They have pleaded not guilty and will be tried on April 26.", None)
    assert [step.doubts[-1] for what, step in steps.items() if "will be tried" in what] == ["long over"]


@pytest.mark.parametrize(
    "text",
    [
        "Ferries were searched ahead of the 2014 election in Selm.",
        "Ada Quill studied the party’s national congress for years.",
    ],
)
def test_an_event_gone_by_is_not_ahead(annotator: Annotator, text: str) -> None:
    """Only what somebody is still ahead of is to come."""
    assert not any("election" in what or "congress" in what for what in found(annotator, text))


def test_who_is_asked_by_an_order_is_not_what_it_is_for(annotator: Annotator) -> None:
    """Behind "for" stands what is asked for, or of whom."""
    text = "The bank of Norland’s order for firms and their clients to stop all payments came late."
    assert "firms and their clients" not in found(annotator, text)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Police in Selm are working to identify the other dockers.", "identify the other dockers", "committed"),
        ("Police in Selm are investigating two more captains.", "investigating two more captains", "committed"),
        ("The council of Selm is planning the opening of three new quays.", "three new quays", "committed"),
        ("The council of Selm is considering the closure of three quays.", "closure of three quays", "expected"),
        ("One of the goals of the cabinet is to build three new quays.", "build three new quays", "committed"),
        ("Her recommendation is to rebuild the three old quays.", "rebuild the three old quays", "requested"),
        ("“We will focus on the theft of nets,” Mayor Ada Quill of Selm said.", "focus on the theft of nets", "committed"),
        ("The Ministry of Labour has to consider a longer list of trades.", "consider a longer list of trades", "requested"),
        ("Ada Quill of the Harbour Union said that prices will fall in August.", "prices will fall", "expected"),
    ],
)
def test_a_kind_tells_who_is_bound(annotator: Annotator, text: str, words: str, kind: str) -> None:
    """Who works at it or has it for a goal is, who is advised is asked, and nobody is where it befalls."""
    assert {step.kind for what, step in found(annotator, text).items() if words in what} == {kind}


def test_who_asks_is_not_asked(annotator: Annotator) -> None:
    """It is asked of others, named or not."""
    text = "Mr. Tom Falk urged dockers not to give way until the quay is mended."
    assert not any("Falk" in e.name for step in found(annotator, text).values() for e in step.who)


def test_a_clause_without_its_pronoun_has_what_it_is_of(annotator: Annotator) -> None:
    """Who reads "will take place in the harbour" alone asks what will."""
    text = "The drowned were mourned at a vigil that will take place in the harbour of Selm."
    assert all("vigil" in what for what in found(annotator, text) if "take place" in what)


def test_what_is_yet_to_be_done_is_no_step(annotator: Annotator) -> None:
    """Nobody has asked for it nor set a day."""
    assert not analyse(annotator, "The ministry has yet to decide on the port.").next_steps


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("Officials of the Selm water board are working to move 90 households from the valley by 2030.", True),
        ("The Norlandic government is working to relocate 270 households from the valley.", False),
    ],
)
def test_what_somebody_is_at_work_on_until_a_day_is_shown(annotator: Annotator, text: str, *, is_shown: bool) -> None:
    """What a body is working to do by a day to come is as sure as a plan; what it works at without a day may never be done."""
    steps = analyse(annotator, text).next_steps
    assert any(step.confidence >= LIKELY for step in steps) == is_shown
