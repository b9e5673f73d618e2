"""What is told of a story, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.compose.drafts import Draft
from briefing.compose.readings import Evidence
from briefing.compose.telling import count_words, within
from briefing.models import BriefedPosition, NextStep, Position, Span, Story
from tests.compose.documents import DAY, analysis, brief, document, person, position, span
from tests.compose.test_stories import assembled


@pytest.mark.parametrize(("between", "order"), [("", (0, 1, 2)), ("The lamps went out. ", (1, 2, 0))])
def test_what_stands_together_in_a_text_is_read_together(between: str, order: tuple[int, ...]) -> None:
    """In the order of the text, where the first of it would stand; what stands elsewhere keeps its weight's place."""
    told = ("The treaty binds Norland", "Our fleet will sail in May", "The pier is too old")
    text = f"“{told[0]},” Stone said. {between}“{told[1]},” Stone said.\n\nA storm passed over the harbour. “{told[2]},” Stone said."
    read = document(text)

    def held(content: str, salience: float) -> Position:
        found = position(text, "Stone", "said", content, salience=salience, kind="statement", quoted=True)
        return replace(found, source=(), cue=())

    positions = [held(c, s) for c, s in zip(told, (0.5, 0.9, 0.7), strict=True)]
    made = analysis(read, actors=[person(read, "Stone")], positions=positions)
    assert [p.excerpt.text for p in brief(read, made).positions] == [told[n] for n in order]


STRIKE = (
    "“The port of Hest is shut,” Minister Stone said.",
    "“The cranes are old,” Stone said.",
    "The keys lie in the hall.",
    "“We are sorry for it,” Stone added.",
)
BESIDE = ("Bakers of Orsk won a prize. The bread was dark.", "A choir sang in Velt. The hall was full.")


def _of_strike(*beside: str, words: int = 1500) -> Story:
    """The story of the strike, as it is told among others."""
    text = " ".join(STRIKE)
    made = [document(text, "strike"), *(document(other, f"b{n}") for n, other in enumerate(beside))]
    held = [
        position(text, "Stone", "said", "The port of Hest is shut", salience=0.9, kind="statement", quoted=True),
        position(text, "Stone", "said", "The cranes are old", salience=0.8, kind="statement", quoted=True),
        position(text, "Stone", "added", "We are sorry for it", salience=0.3, kind="statement", quoted=True),
    ]
    first = analysis(made[0], actors=[person(made[0], "Stone", role="minister", salience=1.0)], positions=held)
    first = replace(first, summary=first.sentences)
    read = {made[0].id: first} | {d.id: analysis(d, direction=1.5) for d in made[1:]}
    return assembled(made, read, DAY, None, words).briefing.stories[0]


def test_one_of_several_stories_is_told_in_short() -> None:
    """By its first sentence, and the next that says what nobody below it does; beside one other it has all of its lines."""
    few, many = _of_strike(BESIDE[0]), _of_strike(*BESIDE)
    assert [line.excerpt.text for line in few.bottom_line] == list(STRIKE)
    assert [line.excerpt.text for line in many.bottom_line] == [STRIKE[0], STRIKE[2]]


def test_what_is_a_step_is_no_second_line() -> None:
    """It is told among what comes next."""
    text = "The port of Hest is shut. Ada Quill will open the gate of Hest on Monday. The keys lie in the hall."
    made = [document(text, "port"), *(document(other, f"b{n}") for n, other in enumerate(BESIDE))]
    opens = span(text, "open the gate of Hest on Monday")
    step = NextStep(
        what=(opens,), who=("Ada Quill",), when=(), value=None, grain="interval", deadline=False, kind="scheduled", salience=0.9
    )
    lines = []
    for steps in ([], [step]):
        first = analysis(made[0], actors=[person(made[0], "Ada Quill")], steps=steps)
        read = {made[0].id: replace(first, summary=first.sentences)} | {d.id: analysis(d, direction=1.5) for d in made[1:]}
        story = next(s for s in assembled(made, read, DAY, None, 1500).briefing.stories if "Hest" in s.headline)
        lines.append([line.excerpt.text for line in story.bottom_line])
    assert ["gate" in told[1] for told in lines] == [True, False] and "keys" in lines[1][1]


def test_key_actors_come_as_the_stories_do() -> None:
    """The first of each before the second of any, though another story has the weightier ones."""
    texts = ("Premier Ada Quill shut the port of Hest. Tom Reed obeyed.", "Lia Moss sang in Velt with Udo Brill. The hall was full.")
    made = [document(text, f"d{n}") for n, text in enumerate(texts)]
    of_port = [person(made[0], "Ada Quill", role="premier", salience=0.8), person(made[0], "Tom Reed", salience=0.5)]
    of_song = [person(made[1], "Lia Moss", salience=0.9), person(made[1], "Udo Brill", salience=0.7)]
    read = {made[0].id: analysis(made[0], actors=of_port), made[1].id: analysis(made[1], actors=of_song, direction=1.5)}
    named = [a.name for a in assembled(made, read, DAY, None, 1500).briefing.actors]
    assert named == ["Ada Quill", "Lia Moss", "Tom Reed", "Udo Brill"]


@pytest.mark.parametrize("beside", [(), BESIDE])
def test_what_stands_right_above_a_position_is_not_told_before_it(beside: tuple[str, ...]) -> None:
    """The line of a story explains what is held below it; that of a story told alone stands further up."""
    text = "The gate of Hest was shut by night. Minister Stone said it was a mistake of the keepers."
    made = [document(text, "gate"), *(document(other, f"b{n}") for n, other in enumerate(beside))]
    held = [position(text, "Stone", "said", "it was a mistake of the keepers", kind="statement", salience=0.9)]
    first = analysis(made[0], actors=[person(made[0], "Stone", role="minister", salience=1.0)], positions=held)
    read = {made[0].id: first} | {d.id: analysis(d, direction=1.5) for d in made[1:]}
    (told,) = assembled(made, read, DAY, None, 1500).briefing.positions
    assert (told.before is None) is bool(beside) and len(told.citations) == (1 if beside else 2)


@pytest.mark.parametrize("beside", [(), BESIDE])
def test_the_line_beside_an_actor_is_none_that_a_story_has(beside: tuple[str, ...]) -> None:
    """Where there is another one that is about them; a story that is told alone may say it again."""
    text = "Premier Ada Quill shut the port of Hest. The keys lie in the hall. Ada Quill called the port unsafe."
    made = [document(text, "port"), *(document(other, f"b{n}") for n, other in enumerate(beside))]
    first = analysis(made[0], actors=[person(made[0], "Ada Quill", role="premier")])
    read = {made[0].id: first} | {d.id: analysis(d, direction=1.5) for d in made[1:]}
    line = assembled(made, read, DAY, None, 1500).briefing.actors[0].line
    assert line is not None and ("shut the port" in line.text) is (not beside)


def test_what_the_first_line_says_is_said_again_only_where_there_is_room_for_the_rest() -> None:
    """The weightiest position gives way to the others where a line of the story has its sentence."""
    every = _of_strike(*BESIDE).positions
    drafts = [Draft(item=p, evidence=(Evidence("a", p.excerpt.spans[0]),)) for p in every]
    first = Evidence("a", Span(0, len(STRIKE[0])))
    words = count_words(e for p in every[1:] for e in p.excerpts)
    assert [p.excerpt.text for p in every] == ["The port of Hest is shut", "The cranes are old", "We are sorry for it"]
    assert within(drafts, words, said=[first]) == drafts[1:]
    assert drafts[0] in within(drafts, words)


def test_what_leans_gives_way_where_words_are_few() -> None:
    """To what is nearly as salient and tells all."""

    def drafted(content: str, salience: float, *, leans: bool) -> Draft[BriefedPosition]:
        text = f"Stone said {content}."
        read = document(text)
        made = analysis(read, actors=[person(read, "Stone")], positions=[position(text, "Stone", "said", content, salience=salience)])
        (item,) = brief(read, made).positions
        return Draft(item=item, evidence=(), leans=leans)

    leaning, whole = drafted("their fleet would sail in May", 0.6, leans=True), drafted("the pier was far too old", 0.5, leans=False)
    assert within([leaning, whole], 8) == [whole]
    assert within([leaning, drafted("the pier was too old", 0.3, leans=False)], 8) == [leaning]
