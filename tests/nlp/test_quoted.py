"""Whose words are whose where a pronoun, a title or a quotation half said could give them to a rival; people and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def said_by(annotator: Annotator, text: str, words: str) -> dict[str | None, str | None]:
    """Who is shown as holding what has these words in it, with by way of whom."""
    found = analyse(annotator, text).positions
    held = [p for p in found if p.confidence > SHOWN and any(words in text[s.start : s.end] for s in p.content)]
    return {p.actor: p.via for p in held}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            (
                "Trade Minister Ida Holm told parliament that tariffs would fall. Premier Olaf Brede refused to publish the letter, which "
                "he said had been stolen."
            ),
            "stolen",
            "Olaf Brede",
        ),
        (
            (
                "Energy Minister Tova Krall said the dam was safe. Mayor Hakon Lund rejected the study, in which he said the engineers had "
                "been amateurs."
            ),
            "amateurs",
            "Hakon Lund",
        ),
        (
            "A spokeswoman for Quist said there would be no apology. Judge Rosa Klint dissented. She wrote that the ban was lawful.",
            "ban",
            "Rosa Klint",
        ),
        (
            (
                "Several traders said that sales had fallen. Supporters of the Blue Tide club filled the square. They demanded that the "
                "owner resign."
            ),
            "resign",
            "supporters of the Blue Tide club",
        ),
        (
            "Engineer Lise Moor is accused of hiding cracks; she denies the charge. President Ada Bright did not comment.",
            "the charge",
            "Lise Moor",
        ),
        (
            (
                "Prince Hakon Lund told the court that the dam was safe. Lund added that the walls were old.\n\nKing Olaf Brede has filed "
                "an affidavit where he said the letters were forged."
            ),
            "forged",
            "Olaf Brede",
        ),
        (
            (
                "Judge Rosa Klint said on Monday that the trial was over. Klint added that the court was patient.\n\nLise Moor was charged "
                "with twelve counts, on which she denied guilt at the start of her trial in May."
            ),
            "guilt",
            "Lise Moor",
        ),
    ],
)
def test_a_pronoun_is_whom_the_clause_around_or_the_sentence_before_is_about(
    annotator: Annotator, text: str, words: str, name: str
) -> None:
    """What hangs on a clause is said by its subject, and who has just dissented, filled the square or is accused goes on."""
    assert set(said_by(annotator, text, words)) == {name}


@pytest.mark.parametrize("verb", ["is accused of", "was charged with"])
def test_who_is_accused_holds_nothing(annotator: Annotator, verb: str) -> None:
    """Nor does the person who spoke before."""
    text = f"President Hakon Bright rejected the report. Harbour chief Tove Lind {verb} taking bribes from the builder."
    assert not set(said_by(annotator, text, "taking bribes")) - {None}


@pytest.mark.parametrize(
    ("text", "words", "name", "via"),
    [
        (
            "Mayor Ada Quill met harbour chief Jon Stone on Monday. Quill quoted him as saying that the ship had been loaded at night.",
            "loaded",
            "Jon Stone",
            "Ada Quill",
        ),
        ("Ines Falk met Peter Moll on Friday. Falk quoted Moll as saying that the levy would be cut.", "levy", "Peter Moll", "Ines Falk"),
    ],
)
def test_what_somebody_quotes_another_as_saying_is_the_others(annotator: Annotator, text: str, words: str, name: str, via: str) -> None:
    """By way of who quotes; the words that lead in are no part of it."""
    assert said_by(annotator, text, words) == {name: via}
    assert all("as saying" not in text[s.start : s.end] for p in analyse(annotator, text).positions for s in p.content)


def test_a_spokesman_for_somebody_is_not_they(annotator: Annotator) -> None:
    """The unnamed spokesman speaks, and the president stays president."""
    text = "A spokesman for President Odile Karranga said on Tuesday that the talks would go on."
    assert set(said_by(annotator, text, "talks")) == {"spokesman for President Odile Karranga"}
    assert {a.role for a in analyse(annotator, text).actors if a.name == "Odile Karranga"} == {"President"}


def test_a_quotation_is_of_one_speaker(annotator: Annotator) -> None:
    """From mark to mark, whoever spoke in the paragraph before; nobody speaks who is only named in it."""
    text = (
        "More than 90 shops will be supplied, said the town's bureau of commerce.\n\n"
        '"We have checked the market every day since the spring. At present, flour, oil and eggs are in ample supply," said Ada Shi of the '
        "bureau.\n\n"
        '"We are glad to host the trail. Vallery allows us to show just some of the talent of the valley, and we look forward to more."\n\n'
        "Camper owner Leda Vane said the idea had sparked interest."
    )
    assert set(said_by(annotator, text, "checked the market")) == {"Ada Shi"}
    assert "Vallery" not in {p.actor for p in analyse(annotator, text).positions}
    assert "Leda Vane" not in said_by(annotator, text, "talent of the valley")


def test_who_stands_between_a_quotation_and_its_verb_says_it(annotator: Annotator) -> None:
    """Whomever the quotation goes on to criticise."""
    text = (
        "The gap is wide, according to Harbour Person Bank (HPB), a broker.\n\n"
        "“It was kept for only three days in the last crisis, and was later cut by a package of the former minister,” HPB analysts led "
        "by Jo Quay wrote in a memo to clients. The new Economy Minister Silva Bat, “does not appear to have the backing for it.”"
    )
    assert "Silva Bat" not in {p.actor for p in analyse(annotator, text).positions if p.confidence > SHOWN}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            'Council leader Gwil Otter-Vane said that libraries would close. "Nobody wants it," Cllr Otter-Vane said.',
            {"Gwil Otter-Vane"},
        ),
        (
            (
                "Rail Minister Arve Lunde and opposition MP Arva Lunde met. Arva Lunde called the fee a disgrace. She said that Mr Lunde "
                "had never paid. He replied that Ms Lunde had voted for it."
            ),
            {"Arve Lunde", "Arva Lunde"},
        ),
        (
            ("Rep. Mila Soto, whip of the Harvest Party (HVP), said that the list was wrong. “I regret my words,” the HVP lawmaker wrote."),
            {"Mila Soto"},
        ),
    ],
)
def test_one_holder_under_two_names_is_one(annotator: Annotator, text: str, names: set[str]) -> None:
    """A title and a surname, an office and a party, a noun that the next sentence names."""
    assert {p.actor for p in analyse(annotator, text).positions if p.confidence > SHOWN} - {None} == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Greens have yet to say how they will vote on the bill.", "vote"),
        ("Minister Ada Quill declined to discuss the talks with the rebels.", "talks"),
        ("Minister Ada Quill said she would not comment on the talks with the rebels.", "talks"),
        ("Rep. Jon Stone apologised on Monday after his remarks on the issue angered young voters who value fairness.", "angered"),
    ],
)
def test_what_is_not_said_is_held_by_nobody(annotator: Annotator, text: str, words: str) -> None:
    """Speech put off or declined, and what a narrator tells of remarks."""
    assert not said_by(annotator, text, words)


def test_a_prime_minister_is_no_minister(annotator: Annotator) -> None:
    """The words that make another office of a noun belong to the role, in small letters too."""
    text = '"We came for money," said the prime minister of Taloa, Sefina Marquez-Ioane, who chairs the group of 38 islands.'
    assert {a.role for a in analyse(annotator, text).actors if a.name == "Sefina Marquez-Ioane"} == {"prime minister of Taloa"}


def test_a_text_is_no_actor_and_is_asked_nothing(annotator: Annotator) -> None:
    """What was signed or read out cannot be called on."""
    text = "Minister Linda Burn said the public should not forget that the Talassa Statement from the Coast was not only about a vote."
    found = analyse(annotator, text)
    assert not any("Statement" in a.name for a in found.actors)
    assert {p.target for p in found.positions} == {None}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            (
                "General Jon Hale met Mara Stone, the committee spokeswoman.\n\n"
                "“We should take advantage of the chances,” Stone quoted Hale as saying."
            ),
            "chances",
            "Jon Hale",
        ),
        (
            (
                "Deepak Brede, Minister of Trade, and Olaf Quist, Minister of Ports, spoke at noon. The latter denounced the plot. He said "
                "that nobody may harm the land."
            ),
            "the plot",
            "Olaf Quist",
        ),
    ],
)
def test_who_is_quoted_behind_the_words_and_who_is_the_latter_hold_them(annotator: Annotator, text: str, words: str, name: str) -> None:
    """What stands before "Stone quoted Hale as saying" is Hale's; the latter is the one named last."""
    assert set(said_by(annotator, text, words)) == {name}


def test_whom_others_tell_and_who_hears_what_is_said_does_not_hold_it(annotator: Annotator) -> None:
    """The court that was told and the tribunal that has heard say nothing themselves."""
    text = (
        "The tribunal sat in Northport on Monday. The tribunal has heard that a lack of money hampers the claimants. "
        "Quill was told that she was not fit to lead the party."
    )
    found = analyse(annotator, text).positions
    assert [p.actor for p in found if any("lack" in text[s.start : s.end] or "fit" in text[s.start : s.end] for s in p.content)] == [
        None,
        None,
    ]
