"""Which positions are shown, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from briefing.compose import ComposeSettings, assemble_briefing, check_evidence
from briefing.compose.positions import draft_positions
from briefing.compose.readings import Reading
from briefing.compose.roster import merge_rosters
from briefing.models import BriefedPosition, CoverageEntry, Position
from tests.compose.documents import DAY, analysis, document, person, position, span

CLAIM = "Mara Stone said the mine had poisoned the river. "
RAIN = " Rain fell on the harbour of Norhaven for three days."


def shown(text: str, *positions: Position, names: tuple[str, ...] = ("Mara Stone", "Ada Quill")) -> list[BriefedPosition]:
    made = document(text)
    read = analysis(made, actors=[person(made, name) for name in names], positions=positions)
    briefing = assemble_briefing(
        [made],
        {made.id: read},
        [CoverageEntry(path=made.path, outcome="read")],
        settings=ComposeSettings(),
        now=datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC),
        date=DAY,
    ).briefing
    check_evidence(briefing, [made])
    return list(briefing.positions)


def words_of(found: list[BriefedPosition], actor: str) -> list[str]:
    return [p.excerpt.text for p in found if p.actor == actor]


def poisoned(text: str) -> Position:
    return position(text, "Mara Stone", "said", "the mine had poisoned the river", kind="blame")


def test_an_answer_is_shown_with_the_claim_that_it_answers() -> None:
    """ "denied it" alone says nothing; with the sentence before it does, in the source's own words."""
    text = CLAIM + "Ada Quill denied it." + RAIN
    found = shown(text, poisoned(text), position(text, "Ada Quill", "denied", "it", kind="denial"))
    assert words_of(found, "Ada Quill") == ["Mara Stone said the mine had poisoned the river. Ada Quill denied it"]


def test_an_answer_to_nothing_clear_stays_out() -> None:
    """No claim in the sentence before, two of them, one's own, or a sentence between: then nobody can tell what is denied."""
    none = "The mine of Mara Stone lies on the river. Ada Quill denied it." + RAIN
    assert not shown(none, position(none, "Ada Quill", "denied", "it", kind="denial"))
    two = "Mara Stone said the mine had poisoned the river and hoped for a new law. Ada Quill denied it." + RAIN
    claims = (poisoned(two), position(two, "Mara Stone", "hoped", "for a new law"))
    assert not words_of(shown(two, *claims, position(two, "Ada Quill", "denied", "it", kind="denial")), "Ada Quill")
    apart = CLAIM + "The mine is closed. Ada Quill denied it." + RAIN
    assert not words_of(shown(apart, poisoned(apart), position(apart, "Ada Quill", "denied", "it", kind="denial")), "Ada Quill")
    own = CLAIM + "Mara Stone rejected that, as Ada Quill did." + RAIN
    answer = Position(
        actor="Mara Stone",
        source=(),
        cue=(span(own, "rejected"),),
        content=(span(own, "that"),),
        kind="opposition",
        quoted=False,
        salience=0.5,
        confidence=0.9,
    )
    assert words_of(shown(own, poisoned(own), answer), "Mara Stone") == ["said the mine had poisoned the river"]


def test_what_is_passed_on_is_the_speakers_own_only_where_it_says_more() -> None:
    """What A says that B pledged is B's by way of A; where A says much else, both are shown."""
    text = "Mara Stone said that Ada Quill had pledged to pay for the new bridge over the river." + RAIN
    outer = position(text, "Mara Stone", "said", "that Ada Quill had pledged to pay for the new bridge over the river", kind="statement")
    inner = position(text, "Ada Quill", "pledged", "to pay for the new bridge over the river", kind="commitment", via="Mara Stone")
    found = shown(text, outer, inner)
    assert [(p.actor, p.via) for p in found] == [("Ada Quill", "Mara Stone")]
    more = text.replace("said that", "said that the ferry had been late every day since the flood in the spring and that")
    content = more.removeprefix("Mara Stone said ").removesuffix("." + RAIN)
    outer = position(more, "Mara Stone", "said", content, kind="statement")
    inner = position(more, "Ada Quill", "pledged", "to pay for the new bridge over the river", kind="commitment", via="Mara Stone")
    assert {(p.actor, p.via) for p in shown(more, outer, inner)} == {("Ada Quill", "Mara Stone"), ("Mara Stone", None)}


def test_what_is_passed_on_in_too_few_words_is_shown_as_the_speakers() -> None:
    """The apology of another that cannot be shown alone is not lost with the sentence that reports it."""
    text = "Mara Stone said that Ada Quill had apologised for it at last." + RAIN
    outer = position(text, "Mara Stone", "said", "that Ada Quill had apologised for it at last", kind="statement")
    inner = position(text, "Ada Quill", "apologised", "for it", kind="statement", via="Mara Stone")
    assert [(p.actor, p.via) for p in shown(text, outer, inner)] == [("Mara Stone", None)]


def test_where_an_article_was_written_is_no_part_of_what_somebody_holds() -> None:
    """A place and a day before the first sentence are cut from words that open the article."""
    text = "KESTREN, Oct 6 - School buses will be free from January, Ebba Lind said."
    made = replace(document(text), dateline=span(text, "KESTREN, Oct 6 - "))
    held = position(text, "Ebba Lind", "said", "KESTREN, Oct 6 - School buses will be free from January", kind="statement")
    reading = Reading(made, analysis(made, actors=[person(made, "Ebba Lind")], positions=[held]))
    (draft,) = draft_positions([reading], merge_rosters([reading]), ())
    assert draft.item.excerpt.text == "School buses will be free from January"


def test_the_same_words_of_two_days_are_two_positions() -> None:
    """What is to be on the 14th and on the 16th is not folded: no source stands for a day that it does not name."""
    said = "Mara Stone said that the bridge of Kessen will reopen on {} March. "
    text = said.format(14) + said.format(16)
    two = [position(text, "Mara Stone", "said", f"that the bridge of Kessen will reopen on {day} March") for day in (14, 16)]
    found = shown(text + RAIN, *two, names=("Mara Stone",))
    assert [len(p.citations) for p in found] == [1, 1]
    assert {p.excerpt.text[-8:] for p in found} == {"14 March", "16 March"}
