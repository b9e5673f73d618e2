"""Who is called by one name alone in a line is given in full there: people and places are invented."""

from __future__ import annotations

import re

import pytest

from briefing.compose.full_names import in_full, who_is_meant
from briefing.compose.readings import Reading
from briefing.models import Actor, Analysis, Document, Position, Referent, Span


def reading(
    text: str,
    *people: tuple[str, str],
    kind: str = "person",
    misspelled: str | None = None,
    said: tuple[Position, ...] = (),
    meant: tuple[Referent, ...] = (),
) -> Reading:
    """A text with its sentences, what is said in it, whom its pronouns mean, and actors, who are called by their names and by a pattern."""
    actors = tuple(
        Actor(
            name=name,
            salience=0.9,
            kind=kind,  # type: ignore[arg-type]
            mentions=tuple(Span(*m.span()) for m in re.finditer(rf"\b(?:{re.escape(name)}|{pattern})", text)),
            misspelled=tuple(Span(*m.span()) for m in re.finditer(misspelled, text)) if misspelled else (),
        )
        for name, pattern in people
    )
    sentences = tuple(Span(*m.span()) for m in re.finditer(r"[^.]+\.", text))
    analysis = Analysis(
        document="d",
        sentences=sentences,
        mentions=(),
        times=(),
        actors=actors,
        positions=said,
        next_steps=(),
        summary=(),
        model_version="m",
        referents=meant,
    )
    return Reading(Document(id="d", name="d", path="d.txt", text=text), analysis)


def shown(of: Reading, *known: str, without: int = 0) -> list[str]:
    """The sentences as lines, those at the beginning aside."""
    return [e.text for e in in_full([(of, (s,)) for s in of.sentences[without:]], known)]


def test_who_is_called_by_a_surname_is_given_in_full_once() -> None:
    """By the first line that calls them so, where none before it gives all of the name."""
    of = reading("Ada Quill rose. Quill said no. Minister Quill’s aide left. Quill sat down.", ("Ada Quill", r"(?:Minister )?Quill"))
    assert shown(of, without=1) == ["[Ada Quill] said no.", "Minister Quill’s aide left.", "Quill sat down."]
    assert shown(of, without=2) == ["Minister [Ada Quill]’s aide left.", "Quill sat down."]
    assert shown(of)[1] == "Quill said no."
    assert shown(of, "Ada Quill", without=1)[0] == "Quill said no."


def test_a_first_name_before_a_name_that_two_share_stays_as_it_is() -> None:
    """Of "Sun and Otto Quill" the first may be a Quill too."""
    of = reading("Sun Ruiwen rose. Sun and Otto Quill met. Sun and others met.", ("Sun Ruiwen", "Sun"))
    assert shown(of, without=1)[0] == "Sun and Otto Quill met."
    assert shown(of, without=2) == ["[Sun Ruiwen] and others met."]


@pytest.mark.parametrize(
    ("name", "pattern", "line"),
    [
        ("Sun Ruiwen", "Sun", "[Sun Ruiwen] met him."),
        ("Ali Al-Mudhar", "Mudhar", "[Ali Al-Mudhar] met him."),
        # another one may be called by the first of three names
        ("Luis Angel Firmo", "Luis", "Luis met him."),
        # of a title and a surname nothing more is known
        ("Mr. Quill", "Quill", "Quill met him."),
    ],
)
def test_a_name_alone_is_the_last_or_the_first_of_two(name: str, pattern: str, line: str) -> None:
    """What else somebody may be called by is left as it stands."""
    word = pattern.split("|")[0]
    assert shown(reading(f"They rose. {word} met him.", (name, pattern)), without=1) == [line]


def test_bodies_are_left_as_they_are_called() -> None:
    """A union of which only "Quill" is told is no person."""
    assert shown(reading("Quill met him.", ("Quill Union", "Quill"), kind="organization")) == ["Quill met him."]


def test_a_name_that_is_set_right_is_set_right_once() -> None:
    """What is misspelled has one bracket."""
    of = reading("Ada Quill rose. Quil said no.", ("Ada Quill", "Quil"), misspelled=r"\bQuil\b")
    assert shown(of, without=1) == ["[Ada Quill] said no."]


def test_an_office_is_no_name() -> None:
    """ "NB’s governor" is nobody's name, and "Governor" no part of one."""
    of = reading("The Governor of the Norland Bank spoke.", ("NB’s governor", "Governor"))
    assert shown(of) == ["The Governor of the Norland Bank spoke."]


def says(text: str, actor: str, source: str, *, confidence: float = 0.9) -> Position:
    """A position of an actor whom the text points at by some words."""
    at = text.rindex(source)
    return Position(
        actor=actor,
        source=(Span(at, at + len(source)),),
        cue=(),
        content=(Span(at + len(source) + 6, len(text) - 1),),
        kind="statement",
        quoted=False,
        confidence=confidence,
    )


@pytest.mark.parametrize(
    ("source", "confidence", "line"),
    [
        ("she", 0.9, "Now [Ada Quill] said no."),
        ("the minister", 0.9, "Now the minister [Ada Quill] said no."),
        ("she", 0.5, "Now she said no."),
        ("the minister’s aide", 0.9, "Now the minister’s aide said no."),
        ("the lawsuit", 0.9, "Now the lawsuit said no."),
    ],
)
def test_who_is_pointed_at_is_named(source: str, confidence: float, line: str) -> None:
    """Where they speak, no line before names them, and it is sure who is meant."""
    text = f"Ada Quill rose. Now {source} said no."
    of = reading(text, ("Ada Quill", "Ada Quill"), said=(says(text, "Ada Quill", source, confidence=confidence),))
    assert shown(of, without=1) == [line]
    assert shown(of)[1] == f"Now {source} said no."


def test_a_land_and_an_office_are_no_name() -> None:
    """ "Norland judge" is nobody's name."""
    of = reading("They asked the judge for an order.", ("Norland judge", "judge"))
    assert shown(of) == ["They asked the judge for an order."]


def test_the_name_of_a_family_stays_what_it_is() -> None:
    """The family is not one of those who bear its name; the first line that calls him by it gives his in full."""
    text = "The Quill dynasty ruled for long. Its oldest, Tomas Quill, has no plans to leave. The Quill brothers fled."
    assert shown(reading(text, ("Tomas Quill", "Quill")))[0] == "The Quill dynasty ruled for long."
    assert shown(reading("A party left. Quill spoke.", ("Tomas Quill", "Quill")))[1] == "[Tomas Quill] spoke."


def referent(text: str, pronoun: str, actor: str, *, possessive: bool = False) -> Referent:
    at = text.index(f" {pronoun} ") + 1
    return Referent(span=Span(at, at + len(pronoun)), actor=actor, possessive=possessive)


def test_a_pronoun_that_can_mean_one_person_alone_gives_way_to_the_name() -> None:
    """In a line of which they are not the subject, though the name stands above it; a possessive to the name with an ’s."""
    text = "Ada Quill left. The court fined her in May. The board sold his house. Otto Lind is away."
    meant = (referent(text, "her", "Ada Quill"), referent(text, "his", "Otto Lind", possessive=True))
    of = reading(text, ("Ada Quill", "X"), ("Otto Lind", "X"), meant=meant)
    _, fined, sold, _ = of.sentences
    assert [e.text for e in in_full([(of, (fined,)), (of, (sold,))], known=("Ada Quill",))] == [
        "The court fined [Ada Quill] in May.",
        "The board sold [Otto Lind’s] house.",
    ]
    assert [e.text for e in in_full([(of, (fined,))], of=("Ada Quill",))] == ["The court fined her in May."]


def test_in_what_is_held_a_pronoun_is_given_for_others_than_the_holder() -> None:
    """Where no name of theirs stands before it in the words."""
    text = "We must help her now. Ada Quill says the court fined her then."
    first, second = (Span(*m.span()) for m in re.finditer(r"\bher\b", text))
    meant = tuple(Referent(span=s, actor="Ada Quill", possessive=False) for s in (first, second))
    of = reading(text, ("Ada Quill", "X"), meant=meant)
    assert [c.span for c in who_is_meant(of, of.sentences[:1], "Otto Lind")] == [first]
    assert who_is_meant(of, of.sentences[:1], "Ada Quill") == []
    assert who_is_meant(of, of.sentences[1:], "Otto Lind") == []
