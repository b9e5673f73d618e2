"""Which thing some words speak of as known, and where a text brought it in."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.compose.known_things import sentence_with, things_known
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry
from tests.compose.documents import analysis, document, person, position


def test_a_noun_with_nothing_beside_it_is_of_a_known_thing() -> None:
    """Not one that the words tell of or name before, what is a name, what everybody knows, nor what the actor is called."""
    stone = Entry(name="Mara Stone", kind="person", roles=Counter(("head of the board",)))
    assert list(things_known("to hand over the letter", stone)) == ["letter"]
    assert list(things_known("this project is late", stone)) == ["project"]
    assert list(things_known("We broke the treaty … nobody else", stone)) == ["treaty"]
    assert list(things_known("that claim smacked of greed", stone)) == ["claim"]
    assert list(things_known("These hangings shame us", stone)) == ["hangings"]
    assert list(things_known("it is hard to care for those ships", stone)) == ["ships"]
    assert list(things_known("those who are late", stone)) == []
    assert list(things_known("that ships pass the quay daily", stone)) == []
    told = ("to hand over the letter of thanks", "a letter came and the letter was lost")
    for words in (*told, "the Fund was closed", "the country is poor", "the board is new"):
        assert list(things_known(words, stone)) == []


def test_the_sentence_that_tells_what_a_thing_is() -> None:
    """The one right before where it tells more than the noun, else the only one that brings it in."""
    text = "A forged letter was found. The lamps went out. The second letter of May is lost. Mara Stone sent the letter. The letter is old."
    read = document(text)
    reading = Reading(read, analysis(read, actors=[]))
    forged, _, second, sent, _ = reading.sentences
    assert sentence_with(reading, "letter", sent, "Mara Stone") == second
    assert sentence_with(reading, "letter", second, "Mara Stone") == forged
    assert sentence_with(reading, "letter", forged, "Mara Stone") is None
    assert sentence_with(reading, "lamp", sent, "Mara Stone") is None


def test_of_two_things_nobody_can_tell_which_is_meant() -> None:
    """And a name that has the noun in it tells nothing of it."""
    two = document(
        "A police report on Selm came out. The auditors' report shows a hole. The lamps went out. Stone said the report is wrong."
    )
    reading = Reading(two, analysis(two, actors=[]))
    assert sentence_with(reading, "report", reading.sentences[-1], "Mara Stone") is None
    named = document("A clerk of the Selm Dam Company slept. The lamps went out. Stone said the dam may burst.")
    reading = Reading(named, analysis(named, actors=[]))
    assert sentence_with(reading, "dam", reading.sentences[-1], "Mara Stone") is None


def test_a_thing_is_brought_in_by_another_word() -> None:
    """By a noun of its meaning of which more is told, or by its deed, not too far before; a verb that is spelled like a noun is none."""
    for told in ("The council published its new proposal for the quay.", "Otto Quill proposed to close the quay."):
        read = document(f"{told} The lamps went out. Rain fell. Stone said the plan is wrong.")
        reading = Reading(read, analysis(read, actors=[]))
        assert sentence_with(reading, "plan", reading.sentences[-1], "Stone") == reading.sentences[0]
        far = document(f"{told}{' The lamps went out.' * 6} Stone said the plan is wrong.")
        reading = Reading(far, analysis(far, actors=[]))
        assert sentence_with(reading, "plan", reading.sentences[-1], "Stone") is None
    bare = document("Otto Quill read the proposal. He plans for rain. Stone said the plan is wrong.")
    reading = Reading(bare, analysis(bare, actors=[]))
    assert sentence_with(reading, "plan", reading.sentences[-1], "Stone") is None


def test_what_was_said_is_in_what_somebody_else_says() -> None:
    """The nearest of a few sentences, and none where its own speaker speaks."""
    text = "Otto Quill said that the quay was safe. Rain fell. Mara Stone said that claim was bold."
    read = document(text)
    held = position(text, "Otto Quill", "said", "the quay was safe")
    made = analysis(read, actors=[person(read, "Otto Quill")], positions=[held])
    reading = Reading(read, made)
    assert sentence_with(reading, "claim", reading.sentences[-1], "Mara Stone") == reading.sentences[0]
    assert sentence_with(reading, "claim", reading.sentences[-1], "Otto Quill") is None


@pytest.mark.parametrize(
    ("told", "noun", "is_brought_in"),
    [
        ("Otto Quill was arrested in Selm", "arrest", True),
        ("The board suspended Otto Quill", "suspension", True),
        ("The firm fired forty workers", "fire", False),
        ("Otto Quill stated that he would run", "station", False),
        ("The minister departed for the north", "department", False),
        ("The coach, trained in the hall, spoke", "train", False),
        ("Otto Quill signed the paper", "signal", False),
    ],
)
def test_a_verb_of_the_same_letters_is_not_the_deed(told: str, noun: str, is_brought_in: bool) -> None:
    """A fire is not what somebody was fired in."""
    read = document(f"{told}. The lamps went out. Rain fell. Stone said it was the {noun}.")
    reading = Reading(read, analysis(read, actors=[]))
    found = sentence_with(reading, noun, reading.sentences[-1], "Stone")
    assert found == (reading.sentences[0] if is_brought_in else None)
