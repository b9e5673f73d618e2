"""Which sentence stands beside a key actor."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import Actor, Position, Span
from tests.compose.documents import analysis, brief, document, person, position


def line(text: str, name: str = "Mara Stone", *positions: Position, kind: str = "person") -> str | None:
    """What a briefing shows beside the only actor of a text; the text is one sentence where it does not end in a full stop."""
    made = document(text)
    actor = person(made, name)
    actor = Actor(name=name, kind=kind, role=None, salience=0.8, mentions=actor.mentions)  # type: ignore[arg-type]  # one of the kinds
    read = analysis(made, actors=[actor], positions=positions)
    read = read if text.endswith((".", "”")) else replace(read, sentences=(Span(0, len(text)),))
    (found,) = brief(made, read).actors
    return found.line.text if found.line is not None else None


def test_a_sentence_in_which_the_actor_does_something_comes_first() -> None:
    """Before those that begin with what the actor has, or with somebody who has to do with the actor."""
    did = "Mara Stone closed the old quay of Norhaven in May."
    for other in (
        "Mara Stone’s house in Norhaven was sold to a bank in May.",
        "The trial of Mara Stone was put off to the summer again.",
        "In a letter to Mara Stone the fishermen asked for more boats.",
    ):
        assert line(f"{other} {did}") == did


def test_who_is_told_beside_the_name_does_not_part_it_from_its_verb() -> None:
    """An office in commas, letters in brackets, others who do the same, an office of a field before, and a weekday."""
    other = "The house of Mara Stone was sold to a bank in May."
    for did in (
        "Mara Stone, head of the harbour board, closed the old quay.",
        "Mara Stone (HP) closed the old quay of Norhaven.",
        "Mara Stone and Ada Quill closed the old quay of Norhaven.",
        "Minister for Ports Mara Stone closed the old quay of Norhaven.",
        "Mara Stone Tuesday closed the old quay of Norhaven.",
    ):
        assert line(f"{other} {did}") == did


def test_a_body_and_a_land_do_something_by_a_verb() -> None:
    """ "Harbour Union leaders" are not the union; a land acts by its government."""
    assert line("Harbour Union leaders of Norhaven were ill. Harbour Union members closed it. The Harbour Union struck again in May.",
                "Harbour Union", kind="organization") == "The Harbour Union struck again in May."  # fmt: skip
    assert line("Norland wool of the best kind is dear. Norland’s government closed the old quay in May.", "Norland", kind="country") == (
        "Norland’s government closed the old quay in May."
    )


def test_what_the_actor_holds_comes_before_what_the_actor_does() -> None:
    text = "Mara Stone closed the old quay of Norhaven. Mara Stone said the fishermen were poor."
    held = position(text, "Mara Stone", "said", "the fishermen were poor")
    assert line(text, "Mara Stone", held) == "Mara Stone said the fishermen were poor."


def test_what_leans_on_a_sentence_that_is_not_shown_comes_last() -> None:
    """ "With these resources" and "thus" lean, and a question tells nothing; "also" leans a little."""
    named = "The fishermen of Norhaven wrote a long letter of thanks to Mara Stone."
    for leaning in (
        "With these resources, Mara Stone closed the old quay.",
        "Thus, mayor Mara Stone closed the old quay of Norhaven.",
        "Mara Stone told them that the move was late.",
    ):
        assert line(f"{leaning} {named}") == named
    assert line("Mara Stone also closed the old quay in May. Mara Stone closed the new quay in June.") == (
        "Mara Stone closed the new quay in June."
    )


def test_but_is_left_out_before_the_name() -> None:
    assert line("The quay is old and stands in the rain. But Mara Stone closed it to all ships in May.") == (
        "Mara Stone closed it to all ships in May."
    )


def test_a_sentence_of_somebody_whom_it_does_not_name_is_shown_with_who_that_is() -> None:
    """A plain sentence is no quotation, and is not shown as one; where nobody is named before it, there is no line."""
    assert line("Ada Quill runs the harbour of Norhaven. She thanked the mayor, Mara Stone.") == (
        "Ada Quill runs the harbour of Norhaven. She thanked the mayor, Mara Stone."
    )
    assert line("Their leaders, Mara Stone and Ada Quill, closed the quay.") is None


def test_a_quotation_of_several_sentences_is_shown_whole() -> None:
    text = "“The quay is old. The mayor, Mara Stone, must close it,” said Ada Quill of Norhaven."
    assert line(text) == text


def test_a_line_without_a_full_stop_is_shown_where_it_tells_what_was_done() -> None:
    """A headline does; what only names somebody does not."""
    told = "Mara Stone closes the old quay of Norhaven"
    assert line(told) == told
    assert line("Letters of thanks to the mayor Mara Stone") is None


def test_a_sentence_of_a_thing_told_before_comes_behind_one_that_names_all() -> None:
    """Where there is none, it is shown with the sentence right before it that tells what thing it is."""
    told = "A forged letter to the harbour board was found in May."
    leaning = "Mara Stone sent the letter after the storm in April."
    assert line(f"{told} {leaning}") == f"{told} {leaning}"
    assert line(f"{told} {leaning} Mara Stone closed the old quay of Norhaven.") == "Mara Stone closed the old quay of Norhaven."


def test_one_of_those_told_before_is_shown_with_the_sentence_that_tells_them() -> None:
    """Or not at all, where nothing stands before."""
    one = "One of them is Mara Stone of the old quay."
    assert line(f"Three mothers of Norhaven have lost a son. {one}") == f"Three mothers of Norhaven have lost a son. {one}"
    assert line(one) is None
    assert line("That ruling was upheld by Mara Stone of the high court.") is None


def test_what_begins_within_a_sentence_is_no_line() -> None:
    """A firm may write its name small."""
    assert line("with 400 tons of fish sold to Mara Stone in the spring.") is None
    assert line("eHarbour player Mara Stone closed the old quay.") == "eHarbour player Mara Stone closed the old quay."


def test_what_is_only_supposed_or_told_by_a_writer_of_their_own_comes_behind() -> None:
    """ "If Mara Stone", "our"; a quotation may say "our"."""
    did = "The house of Mara Stone was sold to a bank in May."
    for other in ("If Mara Stone had been told it, the quay would be open.", "Mara Stone is one of our dearest friends in Norhaven."):
        assert line(f"{other} {did}") == did
    quoted = "Mara Stone called it “one of our dearest wishes” in Norhaven."
    assert line(f"{quoted} {did}") == quoted


def test_a_land_in_which_something_only_is_has_no_line() -> None:
    assert line("Fish sellers in Norland would be quite safe in May.", "Norland", kind="country") is None
    assert line("Fish sellers asked Norland for more boats in May.", "Norland", kind="country") is not None
