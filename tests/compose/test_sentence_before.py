"""What words lean on stands beside them."""

from __future__ import annotations

from dataclasses import replace

from briefing.compose.pointing import answers, leans_on, leans_within, names_a_kind, pronoun_in
from briefing.models import Span
from tests.compose.documents import analysis, brief, document, person, position, span
from tests.compose.test_positions import RAIN, shown

NOBODY = frozenset[str]()


def test_words_that_lean_are_shown_with_the_sentence_before() -> None:
    """Of somebody else, or nobody's; the citation leads to it too."""
    text = "The council wants to close the fishermen's quay in May. Mara Stone said it would ruin the fishermen of Norhaven." + RAIN
    (found,) = shown(text, position(text, "Mara Stone", "said", "it would ruin the fishermen of Norhaven"), names=("Mara Stone",))
    assert found.before is not None
    assert found.before.text == "The council wants to close the fishermen's quay in May."
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
    both = shown(text, position(text, "Mara Stone", "said", said, kind="warning"), replace(held, kind="support"), names=("Mara Stone",))
    assert [p.before for p in both] == [None, None]


def test_what_speaks_of_what_the_holder_said_right_before_is_shown_with_it() -> None:
    """As one line: without the second verb of speech, and as it stands where only a comma is between the two."""
    text = "Mara Stone said the quay would close in May. Mara Stone added that both of these plans would ruin Norhaven." + RAIN
    later = position(text, "Mara Stone", "added that", "both of these plans would ruin Norhaven", kind="statement")
    (found,) = shown(
        text,
        position(text, "Mara Stone", "said", "the quay would close in May", kind="statement"),
        later,
        names=("Mara Stone",),
    )
    assert found.excerpt.text.endswith("the quay would close in May. Mara Stone added that both of these plans would ruin Norhaven")
    text = "Mara Stone rejected claims that the quay would close in May, saying there was no ground for such claims." + RAIN
    (found,) = shown(
        text,
        position(text, "Mara Stone", "rejected", "claims that the quay would close in May", kind="denial"),
        position(text, "Mara Stone", "saying", "there was no ground for such claims", kind="statement"),
        names=("Mara Stone",),
    )
    assert found.excerpt.text == "rejected claims that the quay would close in May, saying there was no ground for such claims"


def test_a_sentence_of_the_one_before_it_is_shown_with_that() -> None:
    """Where the words go on from the two with a pronoun; "he" of the holder alone needs none before it."""
    text = "The island council wants to close the old quay. It has no money for the repairs. Mara Stone said they were a disgrace." + RAIN
    (found,) = shown(text, position(text, "Mara Stone", "said", "they were a disgrace"), names=("Mara Stone",))
    assert found.before is not None
    assert found.before.text == "The island council wants to close the old quay. It has no money for the repairs."


def test_a_quotation_before_is_shown_where_it_says_whose_it_is() -> None:
    quoted = "“The old quay will be closed in May,” said Otto Quill."
    text = f"Rain fell on Norhaven all day. {quoted} “It was built to last,” Mara Stone said." + RAIN
    held = position(text, "Mara Stone", "Mara Stone said", "It was built to last", quoted=True)
    (found,) = shown(text, held, names=("Mara Stone", "Otto Quill"))
    assert found.before is not None
    assert found.before.text == quoted


def test_a_question_is_shown_with_its_answer() -> None:
    """Where it is a paragraph by itself."""
    asked = "What will become of the old quay?"
    text = f"Rain fell on Norhaven all day.\n{asked}\n“It was built to last,” Mara Stone said." + RAIN
    read = document(text)
    held = position(text, "Mara Stone", "Mara Stone said", "It was built to last", quoted=True)
    made = analysis(read, actors=[person(read, "Mara Stone")], positions=[held])
    (found,) = brief(read, replace(made, sentences=tuple(sorted({*made.sentences, span(text, asked)})))).positions
    assert found.before is not None
    assert found.before.text == asked


def test_what_is_asked_of_a_pronoun_leans_on_it() -> None:
    text = "The island council wants to close the old quay in May. The guild asked it to keep the quay open for the fishermen." + RAIN
    held = position(text, "guild", "asked", "it to keep the quay open for the fishermen", kind="demand")
    (found,) = shown(text, held, names=("guild",))
    assert found.before is not None


def test_what_answers_leans_on_what_it_answers() -> None:
    """By its first words: not "no quay will close", nor "I agree that"."""
    leaning = ("No, it is closed", "I agree with him", "Nothing could be further from the truth", "he did so not to gain by it",
               "Instead, we left", "the last one was in May")  # fmt: skip
    assert all(map(answers, leaning))
    assert not any(map(answers, ("no quay will close", "I agree that it will", "We agreed to go", "instead of the quay", "it is so")))
    assert names_a_kind("That transition began in May")
    assert not any(map(names_a_kind, ("Those who left", "Those responsible will be tried", "This year brought rain")))
    assert leans_within("There is some justice in that remark", own=NOBODY)
    assert not leans_within("We believe in that which lasts", own=NOBODY)
    assert not leans_within("Norland will raise its tax", own=NOBODY, begins_with_name=True)


def test_a_deed_is_brought_in_by_its_verb() -> None:
    """ "Arrested" tells of the arrest, "agreed" of the agreement, where nothing names it."""
    for told, noun in (("arrested Otto Quill on a charge of fraud", "arrest"), ("agreed with Norland on a fee for ships", "agreement")):
        text = f"The harbour board {told} in May. Rain fell on Norhaven all day. Mara Stone said the {noun} was a grave mistake."
        (found,) = shown(text + RAIN, position(text, "Mara Stone", "said", f"the {noun} was a grave mistake"), names=("Mara Stone",))
        assert found.before is not None
        assert found.before.text == f"The harbour board {told} in May."


def test_a_sentence_that_leans_itself_explains_nothing() -> None:
    """Nor does a quotation by itself, nor one that names no person where one is meant."""
    for before in ("They want to close the old quay in May.", "“We want to close the old quay in May.”", "The quay is closed all of May."):
        text = f"Rain fell on Norhaven all day. {before} Mara Stone told him that the fishermen of Norhaven were poor." + RAIN
        held = position(text, "Mara Stone", "told", "him that the fishermen of Norhaven were poor")
        (found,) = shown(text, held, names=("Mara Stone",))
        assert found.before is None


def test_a_pronoun_is_explained_by_what_it_can_mean() -> None:
    """One thing, one person of its gender who does not hold the words, several of a kind, or what shares a telling word with them; in a
    quotation also what its holder did."""
    told = {
        "The tax on ships was raised.": "it will be felt by all in Norhaven",
        "Otto Quill went home early that day.": "him to come back to Norhaven",
        "Otto Quill and Ada Hale went home early.": None,
        "The council met the guild on the old quay.": None,
        "The council met the guild about smuggling on the quay.": "it would mean more smuggling in Norhaven",
        "The council met three lawyers on the quay.": "they must all come back to Norhaven",
    }
    for before, words in told.items():
        said = words or ("him to come back to Norhaven" if "Otto" in before else "it will be felt by all in Norhaven")
        text = f"Rain fell on Norhaven all day. {before} Mara Stone told {said}."
        names = [n for n in ("Mara Stone", "Otto Quill", "Ada Hale") if n in text]
        (found,) = shown(text + RAIN, position(text, "Mara Stone", "told", said), names=tuple(names))
        assert (found.before is not None) == (words is not None), before
    text = "The council asked Mara Stone to open the doors. “It is not what we promised,” Mara Stone said."
    for asked in (text, text.replace("asked Mara Stone", "asked the board")):
        held = position(asked, "Mara Stone", "said", "It is not what we promised", quoted=True)
        held = replace(held, source=(Span(asked.rindex("Mara Stone"), asked.rindex(" said")),))
        (found,) = shown(asked + RAIN, held, names=("Mara Stone",))
        assert (found.before is not None) == (asked == text)


def test_what_points_itself_explains_nothing() -> None:
    """ "Also" takes nothing from what a sentence tells; "that view" is told by the sentence before it alone."""
    for before, explains in (("The tax on ships also was raised.", True), ("Otto Quill parroted this view in May.", False)):
        text = f"Rain fell on Norhaven all day. {before} Mara Stone said it will be felt."
        names = ("Mara Stone", "Otto Quill") if "Otto" in before else ("Mara Stone",)
        (found,) = shown(text + RAIN, position(text, "Mara Stone", "said", "it will be felt"), names=names)
        assert (found.before is not None) == explains


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


def test_a_pronoun_stands_behind_what_is_thought() -> None:
    """ "I don't think it should": as at the beginning. "This man" is "he"; nothing is pointed at by a noun and a pronoun behind it."""
    assert leans_on("I don't think it should be done at night", own=NOBODY)
    assert not leans_on("I know it is late", own=NOBODY)
    assert pronoun_in("this guy doesn't care", own=NOBODY) == "he"
    assert pronoun_in("to support this", own=NOBODY) == "this"
    assert pronoun_in("him of failing", own=frozenset({"him"})) == "him"
    assert pronoun_in("this plan will fail, as it costs too much", own=NOBODY) is None


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
