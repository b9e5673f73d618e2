"""One actor is listed once: bodies and persons called by other words, and what is no actor at all; all invented."""

from __future__ import annotations

import pytest

from briefing.models import Actor
from briefing.nlp.annotate import Annotator
from briefing.nlp.names import clean_name, ends_in, name_tokens
from briefing.nlp.role_phrases import as_role
from tests.analysis_samples import analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        (
            "Harnby Hospital opened a new wing on Monday, its director Ada Quill said. Nurses work at the hospital in three shifts.",
            "Harnby Hospital",
            "hospital",
        ),
        (
            "The Norland Health Products Regulator (NHPR) approved the vaccine on Monday. The NHPR leadership said the plant was clean.",
            "Norland Health Products Regulator",
            "NHPR leadership",
        ),
    ],
)
def test_a_body_is_listed_once(annotator: Annotator, text: str, name: str, other: str) -> None:
    """By its noun, and with those who run it behind its name."""
    found = actors(annotator, text)
    assert name in found
    assert other not in found


def test_what_takes_place_and_who_is_dead_are_no_actors(annotator: Annotator) -> None:
    """A campaign that only is told of does nothing, and a body that is found is nobody's office."""
    text = (
        "Minister Ada Quill visited Harnby on Monday. The ministry paid for a vaccination campaign in the north, and nurses backed "
        "the campaign. Police found an unidentified body on the shore. The body lay under a tree."
    )
    found = set(actors(annotator, text))
    assert "nurses" in found
    assert not any("campaign" in name or "body" in name for name in found)


def test_a_byname_in_quotation_marks_is_one_of_the_name(annotator: Annotator) -> None:
    """Within a name, and right behind it."""
    assert name_tokens("Gerald “Skip” Quill") == ("gerald", "skip", "quill")
    text = 'Ismar Vela Stone, known by the moniker "The Fat Gull," was arrested on Monday. Stone said he was innocent.'
    assert "The Fat Gull" not in actors(annotator, text)


def test_a_firm_keeps_the_full_stop_of_what_it_is() -> None:
    """ "Ltd." is a word shortened."""
    assert clean_name("the Harrow Bridge Company Ltd.") == "Harrow Bridge Company Ltd."
    assert clean_name("Harrow Bridge Company.") == "Harrow Bridge Company"


@pytest.mark.parametrize(
    ("long", "short", "is_so"),
    [
        ("Harnby Fire Station", "Fire Station", True),
        ("Council for Latin Norland", "Latin Norland", False),
        ("Fire Station", "Fire Station", False),
    ],
)
def test_a_name_ends_in_a_shorter_one(long: str, short: str, is_so: bool) -> None:
    """Behind a name, not behind a preposition."""
    assert ends_in(long, short) is is_so


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("section head surnamed", "section head"),
        ("Thursday Leader of the House", "Leader of the House"),
        ("is Marla's elder brother and a captain", "Marla's elder brother"),
        ("Five Gates King", "King"),
        ("then-governor", "former governor"),
        ("president of the Road Union and also a party member", "president of the Road Union"),
    ],
)
def test_a_role_has_no_word_that_is_no_part_of_it(phrase: str, role: str) -> None:
    """Neither a day nor a verb before it, nor what names its holder behind it."""
    assert as_role(phrase) == role


@pytest.mark.parametrize("role", ["47-year-old helper", "two-time champion", "well-known lawyer"])
def test_a_role_has_the_whole_of_its_first_word(annotator: Annotator, role: str) -> None:
    """With the number or the adverb that a hyphen ties to it."""
    found = actors(annotator, f"The {role} Rina Stone said on Monday that she would stay in Harnby.")
    assert found["Rina Stone"].role == role


@pytest.mark.parametrize(("form", "tokens"), [("Ada ' Quill", ("ada", "quill")), ("“ Ada", ("ada",)), ("Gov. .", ("gov",))])
def test_a_mark_alone_is_no_part_of_a_name(form: str, tokens: tuple[str, ...]) -> None:
    """A quotation mark or a full stop that stands apart."""
    assert name_tokens(form) == tokens


def test_a_byname_behind_a_name_with_a_mark_is_read(annotator: Annotator) -> None:
    """A mark in a name, as of a quotation that opens there, stops nothing."""
    assert actors(annotator, "Mayor Ada ‘ Quill, known as “Skip Marsh”, said the port was full. Ben ’ Falk (BF) agreed.")


def test_a_text_may_break_off_behind_what_a_name_is(annotator: Annotator) -> None:
    """No word follows, and none is asked for."""
    assert "Harbour Lines" in actors(annotator, "The mayor said on Monday that he had met Harbour Lines, a firm")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Argentine-British Harbour Council opened a school in Harnby on Monday. It said that pupils were welcome.",
         "Argentine-British Harbour Council"),
        ("The Korean-German Chamber of Commerce elected Ada Quill on Monday. The chamber said that trade would grow.",
         "Korean-German Chamber of Commerce"),
        ("The Paraguay-Brazil Chamber of Commerce elected Ada Quill on Monday. The chamber said that trade would grow.",
         "Paraguay-Brazil Chamber of Commerce"),
        (("By estimates of the Latin American and Caribbean Demographic Center (Celar) and the National Bank, the region has grown. "
         "Celar said that more people will come."),
         "Latin American and Caribbean Demographic Center"),
    ],
)  # fmt: skip
def test_a_body_that_is_called_after_two_lands_has_both(annotator: Annotator, text: str, name: str) -> None:
    """Its name does not begin in the middle of them."""
    assert name in actors(annotator, text)


@pytest.mark.parametrize(
    ("text", "letters", "noun"),
    [
        (("Coach Mara Stone was placed on leave and the national swimming federation (FMN) announced that she would stay at home. "
         "FMN president Ada Quill said the federation would pay."),
         "FMN", "national swimming federation"),
        ("The Harnby refugee agency (UVR) opened a camp on Monday. UVR said that tents were needed.", "UVR", "refugee agency"),
        ("Police and the special investigation team (SIT) searched a house on Monday. The SIT said that two men were held.",
         "SIT", "special investigation team"),
    ],
)  # fmt: skip
def test_letters_in_brackets_are_the_body_that_a_noun_tells_of(annotator: Annotator, text: str, letters: str, noun: str) -> None:
    """Whatever words the letters stand for."""
    found = actors(annotator, text)
    assert letters in found
    assert not any(name.endswith(noun) for name in found)
    assert any(alias.endswith(noun) for alias in found[letters].aliases)


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        (
            "The Harnby City Council passed the budget on Monday, Councillor Ada Quill said. The mayor blamed the city council for delays.",
            "Harnby City Council",
            "city council",
        ),
        (
            (
                "The Selm Metropolitan Government raised fares on Monday. Shops closed early. Riders were angry. Ada Quill came "
                "to Orlet. The metropolitan government said that trains were old."
            ),
            "Selm Metropolitan Government",
            "metropolitan government",
        ),
    ],
)
def test_a_body_is_called_by_the_last_words_of_its_name(annotator: Annotator, text: str, name: str, other: str) -> None:
    """Where it speaks and where it is only told of, when the text named it before."""
    found = actors(annotator, text)
    assert name in found
    assert other not in found


def test_two_bodies_whose_names_end_alike_are_not_meant_by_their_last_words(annotator: Annotator) -> None:
    """ "The city council" is neither of two."""
    text = (
        "The Harnby City Council passed the budget on Monday. The Selm City Council did so too. Mayor Ada Quill said that the city "
        "council was slow."
    )
    found = actors(annotator, text)
    assert "city council" not in {*found["Harnby City Council"].aliases, *found["Selm City Council"].aliases}


def test_an_office_told_with_what_it_is_of_is_its_holder(annotator: Annotator) -> None:
    """Though no word of theirs is told, and a place stands between."""
    text = "Northern Army Commander Jon Hale reviewed the troops at Selm on Monday. The army commander also visited Orlet."
    found = actors(annotator, text)
    assert "army commander" in found["Jon Hale"].aliases
    assert "army commander" not in found


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (
            "Hundreds of villagers protested, said Upper Norland Officer (UNO) Jon Hale. The UNO said that police fired shots.",
            "UNO",
        ),
        (
            "Incumbent Chief Election Commissioner (CEC) Jon Hale opened the hall on Monday. The CEC said that the vote was fair.",
            "CEC",
        ),
        ("Deputy Attorney General Jon Hale spoke on Monday. The lawyer Ada Quill said the DAG's remark was wrong.", "DAG"),
    ],
)
def test_the_letters_of_an_office_are_its_holder(annotator: Annotator, text: str, letters: str) -> None:
    """In brackets before the name, without the word that says that they sit, and where they are an office's in any text."""
    found = actors(annotator, text)
    assert letters in found["Jon Hale"].aliases
    assert letters not in found


@pytest.mark.parametrize(
    "text",
    [
        "The Harnby Training University College (Hatruco) closed on Monday. Hatruco said that students must leave.",
        "Hatruco raised fees on Monday. The Harnby Training University College (Hatruco) said that costs had grown.",
    ],
)
def test_one_word_in_brackets_is_the_body_before_it(annotator: Annotator, text: str) -> None:
    """In small letters too, and named before the whole name is told."""
    found = actors(annotator, text)
    assert "Hatruco" in found["Harnby Training University College"].aliases
    assert "Hatruco" not in found
