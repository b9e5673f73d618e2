"""What words lean on stands beside them."""

from __future__ import annotations

from briefing.compose.pointing import leans_on, leans_within
from tests.compose.documents import position
from tests.compose.test_positions import RAIN, shown

NOBODY = frozenset[str]()


def test_words_that_lean_are_shown_with_the_sentence_before() -> None:
    """Of somebody else, or nobody's; the citation leads to it too."""
    text = "The island council wants to close the old quay in May. Mara Stone said it would ruin the fishermen of Norhaven." + RAIN
    (found,) = shown(text, position(text, "Mara Stone", "said", "it would ruin the fishermen of Norhaven"), names=("Mara Stone",))
    assert found.before is not None
    assert found.before.text == "The island council wants to close the old quay in May."
    assert len(found.citations) == 2


def test_words_that_name_what_they_speak_of_stand_alone() -> None:
    """Nothing is put beside them."""
    text = "The council wants to close the old quay in May. Mara Stone said the quay fed the fishermen of Norhaven." + RAIN
    (found,) = shown(text, position(text, "Mara Stone", "said", "the quay fed the fishermen of Norhaven"), names=("Mara Stone",))
    assert found.before is None


def test_what_another_line_of_the_holder_shows_is_not_shown_again() -> None:
    """Where the sentence before is a position of the same holder, it stands there; one of somebody else is shown."""
    said = "the island council would close the old quay in May"
    text = f"Mara Stone said {said}. Mara Stone said the move would ruin the fishermen of Norhaven." + RAIN
    held = position(text, "Mara Stone", "Mara Stone said the move", "the move would ruin the fishermen of Norhaven")
    (found,) = shown(text, held, names=("Mara Stone",))
    assert found.before is not None
    both = shown(text, position(text, "Mara Stone", "said", said), held, names=("Mara Stone",))
    assert [p.before for p in both] == [None, None]


def test_a_sentence_that_leans_itself_explains_nothing() -> None:
    """Nor does a quotation by itself, nor one that names no person where one is meant."""
    for before in ("They want to close the old quay in May.", "“We want to close the old quay in May.”", "The quay is closed all of May."):
        text = f"Rain fell on Norhaven all day. {before} Mara Stone told him that the fishermen of Norhaven were poor." + RAIN
        held = position(text, "Mara Stone", "told", "him that the fishermen of Norhaven were poor")
        (found,) = shown(text, held, names=("Mara Stone",))
        assert found.before is None


def test_what_is_only_added_is_shown_with_what_it_is_added_to() -> None:
    """The beginning of its own sentence says what is meant."""
    text = "Envoy Mara Stone protested the hangings in Norland, saying they had been imposed without due process of law." + RAIN
    held = position(text, "Mara Stone", "saying", "they had been imposed without due process of law")
    (found,) = shown(text, held, names=("Mara Stone",))
    assert found.before is not None
    assert found.before.text == "Envoy Mara Stone protested the hangings in Norland"


def test_words_lean_within() -> None:
    """On what nothing before them in the words names; "this year" is known, and "these dams" behind "dams" are named."""
    leaning = ("the Chairman to support this", "that funds for this project are there", "him of failing", "they had been imposed",
               "the move will help", "her house in May")  # fmt: skip
    assert all(leans_within(words, own=NOBODY) for words in leaning)
    standing = ("the port will open this year", "old dams must go, as these dams leak", "the ship lost its mast", "it is time to go",
                "the decision to open the port was right", "such as the port")  # fmt: skip
    assert not any(leans_within(words, own=NOBODY) for words in standing)
    assert not leans_within("they had been there", own=frozenset({"they"}))


def test_what_a_thing_is_or_will_be_leans_on_it() -> None:
    """ "It is going to be a bear": of nothing are "it is going to be hard to" and "when it comes to"."""
    assert leans_on("It’s going to be a little bear", own=NOBODY)
    assert leans_on("It is something that we hope for", own=NOBODY)
    assert leans_on("It is to bring back the old ferry", own=NOBODY)
    assert not leans_on("It is going to be hard to sail", own=NOBODY)


def test_what_is_spoken_of_as_known_is_shown_with_the_sentence_that_brought_it_in() -> None:
    """However far back that stands; what every reader knows and what is named nowhere else is not."""
    told = "A forged letter to the harbour board was found in May."
    text = f"{told} Rain fell on Norhaven all day. Mara Stone said the letter was sent to mislead the public." + RAIN
    (found,) = shown(text, position(text, "Mara Stone", "said", "the letter was sent to mislead the public"), names=("Mara Stone",))
    assert found.before is not None
    assert found.before.text == told
    for other in (text.replace("forged letter", "forged note"), text.replace("the letter was", "her public was")):
        words = "her public was sent to mislead the public" if "her public" in other else "the letter was sent to mislead the public"
        (found,) = shown(other, position(other, "Mara Stone", "said", words), names=("Mara Stone",))
        assert found.before is None


def test_one_sentence_is_put_before_one_line_of_a_holder() -> None:
    text = "A forged letter to the harbour board was found in May. Mara Stone said the letter was sent to mislead the public. "
    text += "Mara Stone warned that the letter could cost the port its licence." + RAIN
    held = [position(text, "Mara Stone", "said", "the letter was sent to mislead the public"),
            position(text, "Mara Stone", "warned that", "the letter could cost the port its licence")]  # fmt: skip
    assert sum(p.before is not None for p in shown(text, *held, names=("Mara Stone",))) == 1
