"""Which thing some words speak of as known, and where a text brought it in."""

from __future__ import annotations

from collections import Counter

from briefing.compose.known_things import sentences_with, things_known
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry
from tests.compose.documents import analysis, document


def test_a_noun_with_nothing_beside_it_is_of_a_known_thing() -> None:
    """Not one that the words tell of or name before, what is a name, what everybody knows, nor what the actor is called."""
    stone = Entry(name="Mara Stone", kind="person", roles=Counter(("head of the board",)))
    assert list(things_known("to hand over the letter", stone)) == ["letter"]
    assert list(things_known("this project is late", stone)) == ["project"]
    assert list(things_known("We broke the treaty … nobody else", stone)) == ["treaty"]
    told = ("to hand over the letter of thanks", "a letter came and the letter was lost")
    for words in (*told, "the Fund was closed", "the country is poor", "the board is new"):
        assert list(things_known(words, stone)) == []


def test_the_sentence_that_tells_what_a_thing_is_comes_first() -> None:
    """The one right before, else the nearest that brings it in; one that has the noun alone tells nothing."""
    text = "A forged letter was found. The second letter of May is lost. The letter is old. Mara Stone sent the letter."
    read = document(text)
    reading = Reading(read, analysis(read, actors=[]))
    first, second, _, last = reading.sentences
    assert list(sentences_with(reading, "letter", last)) == [first, second]
