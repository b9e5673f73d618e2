"""Which positions are shown, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from briefing.compose import ComposeSettings, assemble_briefing
from briefing.compose.excerpts import open_quote, settle_quotes
from briefing.compose.pointing import leans_on, names_a_kind
from briefing.compose.positions import draft_positions
from briefing.compose.readings import Reading
from briefing.compose.roster import merge_rosters
from briefing.models import BriefedPosition, CoverageEntry, Position, Referent
from tests.compose.documents import DAY, analysis, brief, document, person, position, span

CLAIM = "Mara Stone said the mine had poisoned the river. "
RAIN = " Rain fell on the harbour of Norhaven for three days."


def shown(text: str, *positions: Position, names: tuple[str, ...] = ("Mara Stone", "Ada Quill")) -> list[BriefedPosition]:
    made = document(text)
    read = analysis(made, actors=[person(made, name) for name in names], positions=positions)
    return list(brief(made, read).positions)


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


def test_what_points_back_to_the_sentence_before_is_shown_with_it() -> None:
    """ "This" and "such ships" are what the same actor said just before; a person's "it" is, a body's own is not."""
    text = "Mara Stone said the ferry sails twice a day. She added that this is too little for the island." + RAIN
    one = position(text, "Mara Stone", "said", "the ferry sails twice a day", kind="statement")
    two = position(text, "Mara Stone", "added", "that this is too little for the island", kind="blame")
    (found,) = shown(text, two, one, names=("Mara Stone",))
    assert (found.kind, found.excerpt.text) == (
        "blame",
        "said the ferry sails twice a day. She added that this is too little for the island",
    )
    text = "“We need old wooden ships,” Mara Stone said. “Such ships teach children how to sail the harbour.”" + RAIN
    one = replace(position(text, "Mara Stone", "said", "We need old wooden ships", kind="demand"), quoted=True)
    two = replace(position(text, "Mara Stone", "said", "Such ships teach children how to sail the harbour."), quoted=True)
    (found,) = shown(text, one, two, names=("Mara Stone",))
    assert found.excerpt.text == "We need old wooden ships … Such ships teach children how to sail the harbour."


def test_two_that_hold_different_things_stay_two_though_one_points_back() -> None:
    """A demand and a warning of one actor are two lines."""
    text = "Mara Stone demanded a new ferry for the island. She warned that this was the last winter of the old one." + RAIN
    one = position(text, "Mara Stone", "demanded", "a new ferry for the island", kind="demand")
    two = position(text, "Mara Stone", "warned", "that this was the last winter of the old one", kind="warning")
    assert sorted(p.kind for p in shown(text, one, two, names=("Mara Stone",))) == ["demand", "warning"]


def test_what_says_nothing_without_the_sentence_before_stays_out() -> None:
    """Nobody knows why, nor which, where what is told stands in words that are not the actor's."""
    text = "The ferry is old. Mara Stone said that is why the islanders stay at home in winter." + RAIN
    assert not shown(text, position(text, "Mara Stone", "said", "that is why the islanders stay at home in winter"), names=("Mara Stone",))
    text = "Trucks use the old ferry, which may take two hours to cross the wide bay in winter, Mara Stone said." + RAIN
    assert not shown(
        text, position(text, "Mara Stone", "said", "which may take two hours to cross the wide bay in winter"), names=("Mara Stone",)
    )


def test_words_do_not_begin_with_what_joins_them_to_words_that_are_not_shown() -> None:
    """The "But" of a sentence belongs to the one before it."""
    text = "The ferry is old. But the harbour will be rebuilt in the spring, Mara Stone said." + RAIN
    found = shown(text, position(text, "Mara Stone", "said", "But the harbour will be rebuilt in the spring"), names=("Mara Stone",))
    assert words_of(found, "Mara Stone") == ["the harbour will be rebuilt in the spring"]


def test_allegations_that_are_denied_are_shown_with_who_makes_them() -> None:
    """Where the sentence before makes one claim; else the denial stands alone."""
    text = CLAIM + "Ada Quill rejected the allegations." + RAIN
    denied = position(text, "Ada Quill", "rejected", "the allegations", kind="denial")
    assert words_of(shown(text, poisoned(text), denied), "Ada Quill") == [
        "Mara Stone said the mine had poisoned the river. Ada Quill rejected the allegations"
    ]
    alone = "The mine lies on the river of Mara Stone. Ada Quill rejected the allegations." + RAIN
    denied = position(alone, "Ada Quill", "rejected", "the allegations", kind="denial")
    assert words_of(shown(alone, denied), "Ada Quill") == ["rejected the allegations"]


def test_allegations_are_not_what_somebody_else_said_before() -> None:
    """That the town is safe charges nobody: the denial is shown by itself."""
    text = "Mara Stone said the town was safe for all its people. Ada Quill rejected the allegations." + RAIN
    said = position(text, "Mara Stone", "said", "the town was safe for all its people")
    denied = position(text, "Ada Quill", "rejected", "the allegations", kind="denial")
    assert words_of(shown(text, said, denied), "Ada Quill") == ["rejected the allegations"]


def test_a_quotation_that_opens_with_who_or_which_stands_alone() -> None:
    """A clause that is the subject of its sentence leans on none before it."""
    text = "“Which way the vote goes is still open in this town,” Mara Stone said." + RAIN
    held = position(text, "Mara Stone", "said", "Which way the vote goes is still open in this town", quoted=True)
    assert words_of(shown(text, held, names=("Mara Stone",)), "Mara Stone") == ["Which way the vote goes is still open in this town"]


def test_of_what_an_actor_says_the_words_for_what_they_do_not_name_stay_out() -> None:
    """Where the actor says enough without them; "it is time to" stands for nothing, "she" for the actor outside of a quotation."""
    text = (
        'Mara Stone said the mine had poisoned the river. The dam broke. Mara Stone said "the mayor of Norhaven must go now". '
        'Rain fell. Mara Stone said "It creates a chilling effect on people". The bells rang. '
        'Mara Stone said "it is time to close the mine of Norhaven". Fog came. Mara Stone said she had seen the river die.' + RAIN
    )
    held = (
        poisoned(text),
        position(text, "Mara Stone", "said", "the mayor of Norhaven must go now", kind="demand"),
        position(text, "Mara Stone", "said", "It creates a chilling effect on people", kind="statement"),
        position(text, "Mara Stone", "said", "it is time to close the mine of Norhaven"),
        position(text, "Mara Stone", "said", "she had seen the river die"),
    )
    found = " | ".join(words_of(shown(text, *held, names=("Mara Stone",)), "Mara Stone"))
    assert "chilling" not in found
    assert "it is time to" in found and "the river die" in found
    alone = 'Mara Stone said "It creates a chilling effect on people".' + RAIN
    leaning = (position(alone, "Mara Stone", "said", "It creates a chilling effect on people", kind="statement"),)
    assert words_of(shown(alone, *leaning, names=("Mara Stone",)), "Mara Stone")


def test_what_is_called_by_its_kind_alone_leans_on_what_named_it() -> None:
    """ "This space has", "it is a ship that would": not "that official results", "this year", nor "it is a shame that the ship"."""
    assert all(map(names_a_kind, ("This space has become the heart of it", "That work will end up there", "such an old quay is used")))
    assert not any(map(names_a_kind, ("that official results would confirm it", "This year will be dry", "This is a ship")))
    assert leans_on("It is a ship that would be part of a fleet", own=frozenset())
    assert not leans_on("It is a shame that the ship would not sail", own=frozenset())
    assert not leans_on("It is time to go", own=frozenset())
    assert not leans_on("It was decided to go", own=frozenset())
    assert leans_on("It was built to go", own=frozenset())
    assert leans_on("It will also be used for the boats", own=frozenset())


def test_angled_and_low_marks_are_marks_of_quotation() -> None:
    """As in papers that write them, others' words within them too; angled ones that close first open nothing."""
    for opens, closes in (("«", "»"), ("„", "“"), ("“", "”")):
        text = f"{opens}The mine had poisoned the river for years,{closes} Mara Stone said.{RAIN}"
        words = "The mine had poisoned the river for years"
        assert settle_quotes(text, span(text, words)) == (span(text, words), True)
    nested = "«The mine had “poisoned” the river,» Mara Stone said."
    assert open_quote(nested, nested.index(" the river"))
    turned = "»The mine had poisoned the river,« Mara Stone said on Monday."
    assert not open_quote(turned, turned.index("Mara"))


def test_a_quotation_that_tells_who_asks_is_shown_from_its_verb() -> None:
    """ "The owner to repair the quay" without "asked" is no sentence; the words of whoever is asked are not quoted then."""
    text = "“Mara Stone asked the owner to repair the old quay by May,” a statement said." + RAIN
    (found,) = shown(
        text, position(text, "Mara Stone", "asked", "the owner to repair the old quay by May", quoted=True), names=("Mara Stone",)
    )
    assert (found.excerpt.text, found.quoted) == ("asked the owner to repair the old quay by May", False)


def test_a_point_before_a_number_ends_no_clause() -> None:
    """What stands behind "the Oct. 1 ruling" still reads on from who did it."""
    text = "Mara Stone hailed the Oct. 1 ruling in Norhaven and criticised Jon Hale for creating false hopes among his people." + RAIN
    held = position(text, "Mara Stone", "criticised", "Jon Hale for creating false hopes among his people", kind="blame")
    made = document(text)
    read = replace(analysis(made, actors=[person(made, "Mara Stone")], positions=[held]), sentences=(span(text, text[: -len(RAIN)]),))
    reading = Reading(document=made, analysis=read)
    found = draft_positions([reading], merge_rosters([reading]), ())
    assert [d.item.excerpt.text for d in found] == ["criticised Jon Hale for creating false hopes among his people"]


def test_a_condition_is_not_lost_to_the_same_words_without_one() -> None:
    """What two papers tell of one speaker is shown once, with the condition that one of them leaves out, however much that one matters."""
    bare = document("Ada Quill said the port would close its northern gate in June.", "a")
    full = document("Ada Quill said the port would close its northern gate in June unless the levy is halved.", "b")
    held = {
        bare.id: position(bare.text, "Ada Quill", "said", "the port would close its northern gate in June", salience=0.9),
        full.id: position(
            full.text, "Ada Quill", "said", "the port would close its northern gate in June unless the levy is halved", salience=0.4
        ),
    }
    read = {d.id: analysis(d, actors=[person(d, "Ada Quill")], positions=[held[d.id]]) for d in (bare, full)}
    briefing = assemble_briefing(
        [bare, full],
        read,
        [CoverageEntry(path=d.path, outcome="read") for d in (bare, full)],
        settings=ComposeSettings(),
        now=datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC),
        date=DAY,
    ).briefing
    found = words_of(list(briefing.positions), "Ada Quill")
    assert len(found) == 1
    assert "unless the levy is halved" in found[0]


def test_whom_a_pronoun_means_stands_in_brackets_in_what_is_held() -> None:
    """Where the analysis says that it can mean nobody else."""
    text = "Ada Quill was freed. Mara Stone said the court had let her go in May." + RAIN
    made = document(text)
    held = position(text, "Mara Stone", "said", "the court had let her go in May", kind="statement")
    read = analysis(made, actors=[person(made, "Ada Quill"), person(made, "Mara Stone")], positions=[held])
    her = Referent(span=span(text, "her"), actor="Ada Quill", possessive=False)
    assert words_of(list(brief(made, replace(read, referents=(her,))).positions), "Mara Stone") == [
        "said the court had let [Ada Quill] go in May"
    ]


def test_a_quotation_that_begins_with_its_own_verb_goes_on_from_the_name() -> None:
    """What is asked, and of whom, stands within the marks: "Quill said that Stone “urged the owners to meet again.”" """
    text = "Ada Quill said that Mara Stone “urged the owners of the mine to meet again in May.”" + RAIN
    held = position(text, "Mara Stone", "urged", "to meet again in May", quoted=True)
    (found,) = shown(text, held)
    assert (found.excerpt.text, found.quoted) == ("urged the owners of the mine to meet again in May", False)


def test_a_quotation_that_goes_on_from_its_verb_is_shown_with_it() -> None:
    """It is no sentence of its own; one that is stands alone, as its holder said it."""
    text = "Mara Stone attacked “the endless folly of the new harbour tax.” Ada Quill said “The tax is just and overdue.”" + RAIN
    folly = position(text, "Mara Stone", "attacked", "the endless folly of the new harbour tax.", kind="opposition", quoted=True)
    just = position(text, "Ada Quill", "said", "The tax is just and overdue.", kind="statement", quoted=True)
    found = {p.actor: (p.excerpt.text, p.quoted) for p in shown(text, folly, just)}
    assert found["Mara Stone"] == ("attacked “the endless folly of the new harbour tax.”", False)
    assert found["Ada Quill"] == ("The tax is just and overdue.", True)


def test_the_title_of_whom_a_verb_takes_ends_no_clause() -> None:
    """ "Stone told Gov. Quill that ..." reads on from its verb."""
    text = "Mara Stone told the crowd around Gov. Ada Quill that the mine would be closed." + RAIN
    made, told = document(text), position(text, "Mara Stone", "told", "that the mine would be closed", kind="statement")
    read = analysis(made, actors=[person(made, "Mara Stone")], positions=[told])
    (found,) = brief(made, replace(read, sentences=(span(text, text[: -len(RAIN)]), span(text, RAIN.strip())))).positions
    assert found.excerpt.text == "told the crowd around Gov. Ada Quill that the mine would be closed"
