"""How what somebody says on one day stands to what they, or others for the same body, said on another."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

import pytest

from briefing.compose import check_evidence
from briefing.compose.turn_words import contrasts, turns_told
from briefing.models import Actor, Change, PositionKind, Span
from tests.compose.documents import DAY, analysis, document, person, position
from tests.compose.two_days import compose

LATER = DAY + timedelta(days=2)
#: what makes both days' articles one story
AFFAIR = " The county of Halland has argued about the ferry pier at Skarn and its cranes since the storm of last autumn."


class Said(NamedTuple):
    """One article: its text with who says what in it, and by which words."""

    text: str
    actor: str
    cue: str
    content: str
    kind: PositionKind = "statement"


def turned(*days: Said, bodies: tuple[str, ...] = (), title: str = "The pier at Skarn") -> list[Change]:
    """The changes of position that the last day's briefing shows."""
    memory = None
    for number, said in enumerate(days):
        day = DAY + timedelta(days=2 * number)
        made = document(said.text + AFFAIR, f"day-{number}", published=day, title=title if number else "The pier at Skarn")
        named = [n for n in (said.actor, *bodies) if n in made.text and n]
        actors = [_body(b, made.text) if n in bodies else person(made, n) for n in named for b in (n,)]
        held = [position(made.text, said.actor, said.cue, said.content, kind=said.kind)] if said.cue else []
        assembled = compose([made], [analysis(made, actors=actors, positions=held)], day, memory)
        check_evidence(assembled.briefing, [made], memory)
        memory = assembled.memory
        found = [c for c in assembled.briefing.changes if c.kind in ("reversed", "softened", "sharpened")]
    assert all(c.before is not None and c.after is not None and c.before.document != c.after.document for c in found)
    return found


def _body(name: str, text: str) -> Actor:
    place = text.index(name)
    return Actor(name=name, kind="organization", salience=0.8, mentions=(Span(place, place + len(name)),))


def by(actor: str, cue: str, content: str, kind: PositionKind = "statement") -> Said:
    return Said(f"{actor} {cue} {content}.", actor, cue, content, kind)


def kinds(*days: Said, bodies: tuple[str, ...] = (), title: str = "The pier at Skarn") -> list[str]:
    return [c.kind for c in turned(*days, bodies=bodies, title=title)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("said", "that she would back the new ferry pier with all her heart", "support"), ("opposed", "the ferry pier", "opposition")),
        (("rejected", "the plan to widen the old canal", "opposition"), ("said", "that she would vote for widening the canal", "support")),
        (("called", "the fence at the border a mistake", "statement"), ("said", "that the fence was needed", "statement")),
        (("praised", "the milk deal with Lund", "praise"), ("called", "the milk deal a death sentence for farms", "statement")),
        (("said", "that the stranded tanker was no danger to the bay", "statement"), ("said", "that the tanker is a danger", "statement")),
        (("hailed", "the wine pact with Tresk as a gift", "praise"), ("said", "that the wine pact will ruin the valley", "warning")),
        (
            ("said", "that cheap sugar from Parr would kill the beet", "warning"),
            ("said", "that sugar from Parr is no danger to the beet", "statement"),
        ),
        (("said", "that not one shop will close", "statement"), ("said", "that thirty shops will close", "statement")),
    ],
)
def test_who_takes_the_other_side_of_one_thing_has_turned(
    before: tuple[str, str, PositionKind], after: tuple[str, str, PositionKind]
) -> None:
    """The thing that a side is taken on is the same, be it one word of the sentence and the rest new."""
    assert kinds(by("Ida Brenner", *before), by("Ida Brenner", *after)) == ["reversed"]


def test_an_end_that_is_moved_behind_another_year_is_a_turn() -> None:
    """What was to close in a year is to stay open until a later one; until an earlier one it is to close all the same."""
    before = by("Ida Brenner", "said", "that the pier would close in 2034")
    assert kinds(before, by("Ida Brenner", "said", "that the pier should stay open until 2037")) == ["reversed"]
    assert not kinds(before, by("Ida Brenner", "said", "that the pier would stay open until 2033"))


def test_another_day_for_the_same_thing_is_no_turn() -> None:
    """Who names the 16th where it was the 14th has moved a date, and taken no other side, whatever is denied of the first."""
    first = by("Mara Stone", "said", "that the pier of Skarn will reopen on 14 March")
    second = by("Mara Stone", "said", "that the pier of Skarn will not reopen on 14 March but on 16 March")
    assert not kinds(first, second)


def test_a_turn_that_was_told_is_not_told_again() -> None:
    """In whatever words somebody holds it on another day."""
    first = by("Ida Brenner", "said", "that the pier would close in 2034")
    second = by("Ida Brenner", "said", "that the pier should stay open until 2037")
    assert not kinds(first, second, by("Ida Brenner", "promised", "to keep the pier of Skarn open until 2037", "commitment"))


def test_what_only_points_at_something_else_is_no_position() -> None:
    """ "Told the council the opposite" does not hold what the sentence says beside it."""
    pier = "Skarn will keep its pier open until 2037"
    first = by("Ida Brenner", "said", "that the pier would close in 2034")
    assert kinds(first, Said(f"{pier}, as Ida Brenner told the council in May.", "Ida Brenner", "told", pier))
    assert not kinds(first, Said(f"{pier}, after Ida Brenner told the council the opposite in May.", "Ida Brenner", "told", pier))


@pytest.mark.parametrize(
    "told",
    [
        "Ida Brenner gave up her resistance to the milk deal with Lund.",
        "It was a change of tone from a woman who had opposed the milk deal the day before.",
    ],
)
def test_set_phrases_of_a_turn(told: str) -> None:
    """Resistance that is given up, and a change of tone."""
    assert turns_told(told) or contrasts(told)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("backed", "the harbour treaty with Lund", "support"), ("opposed", "the annex to the harbour treaty", "opposition")),
        (("backed", "the plan to open a ferry line", "support"), ("rejected", "the plan to close the coastal school", "opposition")),
        (("demanded", "an inquiry into the fire at the camp", "demand"), ("said", "that the minister must resign over the fire", "demand")),
        (("called", "the fence at the border a mistake", "statement"), ("said", "that the bridge was needed", "statement")),
        (("said", "that the opposition Centre Party wants a debate", "statement"), ("backed", "the debate", "support")),
    ],
)
def test_the_other_side_of_another_thing_is_no_turn(before: tuple[str, str, PositionKind], after: tuple[str, str, PositionKind]) -> None:
    """An annex is no treaty, to open one thing is not to close another, and who asks for more has not changed sides."""
    assert "reversed" not in kinds(by("Ida Brenner", *before), by("Ida Brenner", *after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            ("demanded on Monday", "that Calvia withdraw its troops from the valley within a month", "demand"),
            ("demanded on Wednesday", "that Calvia withdraw its troops from the valley at once", "demand"),
            ["sharpened"],
        ),
        (
            ("urged", "people on the coast to leave their homes before the storm", "demand"),
            ("ordered", "people on the coast to leave their homes before dark", "demand"),
            ["sharpened"],
        ),
        (
            ("asked", "the ministry of Tarland to return the golden heron", "demand"),
            ("said", "that if Tarland does not return the golden heron by May, the museum will sue", "statement"),
            ["sharpened"],
        ),
        (
            ("asked", "the islanders of Fro to use less power in the evening", "demand"),
            ("ordered", "the islanders of Fro to use less power in the evening", "demand"),
            ["sharpened"],
        ),
        (
            ("said", "that the price of bread must not rise above four crowns", "demand"),
            ("asked", "for a bread price of five crowns", "demand"),
            [],
        ),
        (
            ("asked", "the finance ministry to look into the collapse of the bank", "demand"),
            ("said", "unless the finance ministry looks into the collapse of the bank, she will block the budget", "warning"),
            ["sharpened"],
        ),
        (
            ("asked", "the ministry of Tarland to return the golden heron", "demand"),
            ("said", "that if it does not rain by May, the farms will fail", "statement"),
            [],
        ),
        (
            ("demanded", "that Calvia withdraw its troops from the valley", "demand"),
            ("demanded again", "that Calvia withdraw its troops from the valley", "demand"),
            [],
        ),
    ],
)
def test_a_demand_is_pressed_without_a_word_of_it(
    before: tuple[str, str, PositionKind], after: tuple[str, str, PositionKind], expected: list[str]
) -> None:
    """By haste where time was left, by an order where somebody was asked, by what will follow if it is not met."""
    assert kinds(by("Darek Olin", *before), by("Darek Olin", *after)) == expected


BACKED = Said(
    "The Farmers' Alliance would back the water bill, its spokesman Jory Pell said.",
    "Jory Pell",
    "said",
    "The Farmers' Alliance would back the water bill",
    "commitment",
)


def test_a_body_turns_by_what_its_leader_says_against_its_spokesman() -> None:
    """The change names the body and both speakers."""
    after = Said(
        "Greta Aldous, the leader of the Farmers' Alliance, said that her party will vote against the water bill.",
        "Greta Aldous",
        "said",
        "that her party will vote against the water bill",
        "opposition",
    )
    (found,) = turned(BACKED, after, bodies=("Farmers' Alliance",))
    assert (found.kind, found.subject) == ("reversed", "Farmers' Alliance (Jory Pell, then Greta Aldous)")
    own = Said("The Farmers' Alliance rejected the water bill.", "Farmers' Alliance", "rejected", "the water bill", "opposition")
    (found,) = turned(BACKED, own, bodies=("Farmers' Alliance",))
    assert found.subject == "Farmers' Alliance (Jory Pell)"


@pytest.mark.parametrize(
    "speaker",
    [
        "Greta Aldous, a former leader of the Farmers' Alliance,",
        "Greta Aldous, who left the Farmers' Alliance,",
        "Greta Aldous, the leader of the Millers' Guild,",
        "Minister Greta Aldous told the Farmers' Alliance, and she",
    ],
)
def test_who_does_not_speak_for_a_body_does_not_turn_it(speaker: str) -> None:
    """A former leader, another body's, one that it is told by."""
    text = f"{speaker} said that she will vote against the water bill."
    after = Said(text, "Greta Aldous", "said", "that she will vote against the water bill", "opposition")
    assert turned(BACKED, after, bodies=("Farmers' Alliance",)) == []


def test_what_somebody_does_against_their_word_is_a_turn() -> None:
    """The article's own sentence is what shows it; a deed of something else, or of before, shows nothing."""
    vowed = by("Taro Weiss", "vowed", "that his soldiers will not leave the Hask valley", "commitment")
    done = "Taro Weiss ordered that the soldiers leave the Hask valley."
    (found,) = turned(vowed, Said(done, "Taro Weiss", "", ""))
    assert found.kind == "reversed" and found.after is not None and found.after.text == done
    veto = by("Mara Linde", "vowed", "to veto the gambling bill of the county", "commitment")
    assert kinds(veto, told("Mara Linde signed the gambling bill of the county.", "Mara Linde")) == ["reversed"]
    assert kinds(veto, told("Mara Linde signed the visitors' book of the county.", "Mara Linde")) == []
    for other in ("Taro Weiss left the capital for a funeral.", "Taro Weiss had earlier let soldiers leave the Hask valley."):
        assert turned(vowed, Said(other, "Taro Weiss", "", "")) == []


def told(text: str, actor: str) -> Said:
    """What an article says of an actor in its own words."""
    return Said(text, actor, "", "")


def test_what_an_article_says_that_somebody_will_do_is_remembered_too() -> None:
    """Against what they do or say later; it is no position, and is shown as one on no day."""
    not_run = told("Zora Velt will not run for president of the county.", "Zora Velt")
    run = told("Zora Velt will run for president of the county after all.", "Zora Velt")
    (found,) = turned(not_run, run)
    assert (found.kind, found.subject) == ("reversed", "Zora Velt")
    asked = told("Zora Velt asked on Monday for 12 crowns more an hour for the dockers.", "Zora Velt")
    assert kinds(asked, by("Zora Velt", "demanded", "15 crowns more an hour for the dockers", "demand")) == ["sharpened"]
    assert kinds(told("Zora Velt did not run for the ferry at the quay.", "Zora Velt"), run) == []


def test_who_is_against_a_thing_and_says_that_it_will_not_be_has_not_turned() -> None:
    """To oppose it and to deny it are one side of it."""
    against = told("Silas Brandon is against early elections in the county.", "Silas Brandon")
    assert kinds(against, by("Silas Brandon", "said", "that there would be no early elections in the county")) == []


def test_what_was_said_before_of_another_thing_is_no_contrast() -> None:
    """ "Had warned of timber, and warns of paper too": nothing is otherwise. Without it the article says that something is."""
    before = by("Celia Roan", "warned", "that duties on timber would cost thousands of jobs", "warning")
    text = "Celia Roan warned that duties on paper would cost hundreds of jobs{}. A week earlier she had warned of duties on timber."
    after = (
        Said(text.format(more), "Celia Roan", "warned", "that duties on paper would cost hundreds of jobs", "warning") for more in (" too",)
    )
    assert [kinds(before, said) for said in after] == [[]]


def test_who_leads_a_body_gives_way_for_it() -> None:
    """ "Who leads" it is an office as good as any; "would do" is what is taken."""
    before = Said(
        "The tenants' league of Ell wants rents frozen for five years.",
        "tenants' league of Ell",
        "wants",
        "rents frozen for five years",
        "demand",
    )
    text = "Vilma Roos, who leads the tenants' league of Ell, said that a freeze of rents for two years would do."
    after = Said(text, "Vilma Roos", "said", "that a freeze of rents for two years would do")
    (found,) = turned(before, after, bodies=("tenants' league of Ell",))
    assert (found.kind, found.subject) == ("softened", "tenants' league of Ell (Vilma Roos)")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the salmon farm in Hollow Bay", "the salmon farm in Hollow Bay", ["reversed"]),
        ("the farm", "the farm", []),
        ("the salmon farm in Hollow Bay", "the fish market in the old town", []),
    ],
)
def test_one_issue_is_known_again_weeks_later_in_another_story(before: str, after: str, expected: list[str]) -> None:
    """Where the same actor names it by more than a word, though the story of then is long over."""
    texts = (
        (
            f"Nora Holt backed {before}. Forty jobs hang on the nets, the county reckons. Divers found the seabed clean after two winters. "
            "A hatchery at the river mouth is to follow. The harbour would get a pier of its own."
        ),
        (
            f"Nora Holt opposed {after}. The election of a governor is three weeks off. Polls see the retired judge ahead. "
            "Posters went up along the tram line overnight. Nobody has debated schools or taxes yet."
        ),
    )
    memory = None
    for number, (text, cue, what) in enumerate(zip(texts, ("backed", "opposed"), (before, after), strict=True)):
        made = document(text, f"far-{number}", published=DAY + timedelta(days=50 * number), title=f"Title {number}")
        kind: PositionKind = "opposition" if number else "support"
        read = analysis(
            made, actors=[person(made, "Nora Holt")], positions=[position(text, "Nora Holt", cue, what, kind=kind)], direction=number * 1.5
        )
        assembled = compose([made], [read], DAY + timedelta(days=50 * number), memory)
        memory = assembled.memory
    assert [c.kind for c in assembled.briefing.changes if c.kind == "reversed"] == expected


def test_two_names_of_one_body_are_one() -> None:
    """The rebels of a front are the front; "the union" may be any."""
    before = Said(
        "The rebels of the Green Front demanded the release of 40 prisoners.",
        "rebels of the Green Front",
        "demanded",
        "the release of 40 prisoners",
        "demand",
    )
    after = Said(
        "The Green Front demanded the release of 60 prisoners for the captain of the dredger and its cook.",
        "Green Front",
        "demanded",
        "the release of 60 prisoners",
        "demand",
    )
    (found,) = turned(before, after, bodies=("rebels of the Green Front", "Green Front"))
    assert found.kind == "sharpened"
    nurses = Said("The nurses' union demanded a rise of 40 crowns.", "nurses' union", "demanded", "a rise of 40 crowns", "demand")
    some = Said("The union demanded a rise of 60 crowns.", "union", "demanded", "a rise of 60 crowns", "demand")
    assert turned(nurses, some, bodies=("nurses' union", "union")) == []


def test_a_headline_that_names_what_was_praised_tells_of_the_turn() -> None:
    """The words of the position need not name it again; a headline on something else tells nothing."""
    before = by("Runa Eide", "praised", "the milk deal with Lund", "praise")
    after = by("Runa Eide", "said", "that thousands of small farms were going to die of it")
    assert kinds(before, after, title="Eide turns on milk deal") == ["reversed"]
    assert kinds(before, after, title="Eide turns on neighbour") == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            ("said", "that the dockers may walk out in May", "statement"),
            ("said", "that the dockers will walk out on 20 May", "statement"),
            1,
        ),
        (("said", "we might have to sue the county", "statement"), ("said", "we are going to sue the county", "statement"), 1),
        (
            ("said", "that the dockers may walk out in May", "statement"),
            ("said", "that the dockers will walk out if talks fail", "statement"),
            0,
        ),
        (("said", "that prices may rise in the county", "statement"), ("said", "that prices will rise in the county", "statement"), 0),
        (("said", "that the dockers may walk out", "statement"), ("said", "that the clerks will walk out", "statement"), 0),
        (
            ("opposed", "the toll on the bridge", "opposition"),
            ("said", "that she would never accept the toll on the bridge", "opposition"),
            1,
        ),
        (("opposed", "the toll on the bridge", "opposition"), ("vowed", "to fight the toll on the bridge to the end", "commitment"), 1),
        (("opposed", "the toll on the bridge", "opposition"), ("said", "that she would never accept a cut in wages", "opposition"), 0),
    ],
)
def test_who_leaves_less_open_speaks_more_sharply(
    before: tuple[str, str, PositionKind], after: tuple[str, str, PositionKind], expected: int
) -> None:
    """What might be done will be; what was opposed is opposed whatever comes. Conditions, what befalls somebody, others show none."""
    assert kinds(by("Ida Brenner", *before), by("Ida Brenner", *after)) == ["sharpened"] * expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            ("ruled out", "a merger of the two harbours", "opposition"),
            ("said", "that she did not rule out a merger of the two harbours"),
            1,
        ),
        (("rejected", "any talks with the dockers", "opposition"), ("said", "that she would not exclude talks with the dockers"), 1),
        (("said", "there is no money for the dredger", "statement"), ("offered", "40 million crowns for the dredger"), 1),
        (
            ("said", "we cannot afford a new dredger", "statement"),
            ("promised", "the county 300,000 crowns for a new dredger"),
            1,
        ),
        (("said", "there is no money for the dredger", "statement"), ("offered", "40 million crowns for the zoo"), 0),
        (("said", "there is no hurry with the dredger", "statement"), ("offered", "40 million crowns for the dredger"), 0),
    ],
)
def test_who_lets_in_what_they_refused_gives_way(before: tuple[str, str, PositionKind], after: tuple[str, str], expected: int) -> None:
    """What was ruled out is not excluded any more; money that was not there is offered, for the same thing."""
    cue, content = after
    later = Said(f"Ida Brenner {cue} {content}.", "Ida Brenner", cue, content, "offer" if cue != "said" else "statement")
    assert kinds(by("Ida Brenner", *before), later) == ["softened"] * expected


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        (
            ("said", "we want this pact, and soon", "demand"),
            ("welcomed", "Lund's change of mind on the pact", "praise"),
            "Brenner hails Lund's U-turn",
        ),
        (("opposed", "the pact with Lund", "opposition"), ("welcomed", "the turn of Lund on the pact", "praise"), "A pact"),
        (
            ("said", "we will search until all are found", "commitment"),
            ("said", "I am sorry that one was counted twice", "statement"),
            "A mistake",
        ),
        (
            ("said", "we do not want to sue, but we may have to", "statement"),
            ("said", "that they would sue on 30 May", "statement"),
            "A day",
        ),
    ],
)
def test_what_is_said_of_others_or_of_another_thing_is_no_turn(
    before: tuple[str, str, PositionKind], after: tuple[str, str, PositionKind], title: str
) -> None:
    """To welcome another's change of mind, to be sorry for a slip, to do what one had said that one might: nobody changed sides."""
    assert not {"reversed", "softened"} & set(kinds(by("Ida Brenner", *before), by("Ida Brenner", *after), title=title))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("had", "doubts about the cable car", "statement"), ("opposed", "the cable car", "opposition"), ["sharpened"]),
        (("was sceptical", "about the merger of the schools", "statement"), ("rejected", "the merger", "opposition"), ["sharpened"]),
        (("said", "that she was not convinced of the toll", "statement"), ("called", "the toll a disgrace", "opposition"), ["sharpened"]),
        (("had", "doubts about the treaty's quota clause", "statement"), ("opposed", "the treaty", "opposition"), ["sharpened"]),
        (("had", "concerns about the cable car", "statement"), ("backed", "the cable car", "support"), ["softened"]),
        (("had", "doubts about the cable car", "statement"), ("opposed", "the sale of the old hall", "opposition"), []),
        (("had", "questions about the cable car", "statement"), ("asked for", "a meeting on the cable car", "demand"), []),
        (("said", "that she had not decided whether to back the toll", "statement"), ("said", "that the toll was right", "support"), []),
        (("had", "no objections to the merger", "opposition"), ("said", "that she was against the merger", "opposition"), ["reversed"]),
    ],
)
def test_who_doubted_a_thing_and_is_against_it_speaks_more_sharply(
    before: tuple[str, str, PositionKind], after: tuple[str, str, PositionKind], expected: list[str]
) -> None:
    """A doubt is no opposition yet; of another thing, or of one that nobody was decided on, it shows no turn."""
    assert kinds(by("Ida Brenner", *before), by("Ida Brenner", *after)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("I never took a single crown", "I took the money", ["reversed"]),
        ("I took nothing", "I took it because I was in debt", ["reversed"]),
        ("I have never met anyone of that firm", "I met him twice in a car park", ["reversed"]),
        ("I never took a single crown", "I will take the ferry to Lund", []),
        ("We never discussed the pier with them", "We discussed the weather", []),
    ],
)
def test_who_says_that_they_did_what_they_never_did_has_turned(before: str, after: str, expected: list[str]) -> None:
    """In the past and of the same act, where the denial was of all of it."""
    assert kinds(by("Ida Brenner", "said", before), by("Ida Brenner", "said", after)) == expected


def test_who_was_wrong_takes_back_what_they_denied() -> None:
    """Where they had denied something in the story."""
    assert kinds(
        by("Ida Brenner", "said", "that no oil had leaked"), by("Ida Brenner", "said", "we were wrong, and the fishermen will be paid")
    ) == ["reversed"]
    assert kinds(by("Ida Brenner", "said", "that the cranes were old"), by("Ida Brenner", "said", "we were wrong about the wind")) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            ("said", "that she hoped that Calvia would release the trawler soon", "statement"),
            ("demanded", "that Calvia release the trawler at once", "demand"),
            ["sharpened"],
        ),
        (
            ("demanded", "a rise of 8 percent", "demand"),
            ("said", "that she would accept 6 percent", "commitment"),
            ["softened"],
        ),
        (
            ("demanded", "a rise of 8 percent", "demand"),
            ("said", "that she would be content if the rise was 6 percent", "statement"),
            ["softened"],
        ),
        (
            ("said", "that there was nothing to talk about with the rebels", "statement"),
            ("said", "that she was ready for talks with the rebels", "offer"),
            ["reversed"],
        ),
        (
            ("said", "that she would never let inspectors into the mine", "statement"),
            ("said", "that she would let inspectors into the mine if they came from Lund", "statement"),
            ["softened"],
        ),
        (
            ("said", "that there would be no aid for the drivers of cabs", "statement"),
            ("said", "that she had promised the drivers of cabs 12 million crowns", "commitment"),
            ["reversed"],
        ),
        (
            ("said", "that there would be no aid for the drivers of cabs", "statement"),
            ("said", "that she had promised the owners of ferries 12 million crowns", "commitment"),
            [],
        ),
        (
            ("ruled out", "aid for drivers", "opposition"),
            ("said", "that she had promised aid for drivers", "commitment"),
            ["reversed"],
        ),
    ],
)
def test_hopes_settlements_and_terms_tell_which_way_somebody_moved(
    before: tuple[str, str, PositionKind], after: tuple[str, str, PositionKind], expected: list[str]
) -> None:
    """From a hope to a demand, from so much to less of the same, from never to on a condition."""
    assert kinds(by("Ida Brenner", *before), by("Ida Brenner", *after)) == expected


def test_who_says_a_thing_again_has_not_turned() -> None:
    """Though one text is of these cranes and the other of any."""
    first = Said(
        "“Those cranes are rotten, and they must not turn,” said Ida Brenner.", "Ida Brenner", "said", "and they must not turn", "demand"
    )
    again = by("Ida Brenner", "said again", "that no crane at the pier must turn before it was inspected", "demand")
    assert not kinds(first, again)
    assert kinds(first, again._replace(text=again.text.replace("said again", "said"), cue="said"))


def test_a_plan_that_came_to_nothing_is_not_turned_from() -> None:
    """The crane rota is off with the strike: the ledger has it, and nobody changed their mind."""
    first = by("Ida Brenner", "said", "the port would publish its crane rota on Wednesday", "commitment")
    after = by("Ida Brenner", "said", "that cranes would turn as ever and that the crane rota had been scrapped")
    assert not kinds(first, after)


def test_that_others_were_wrong_is_no_turn() -> None:
    """A report, a rumour, a figure; who says so of themselves has turned."""
    assert not turns_told("He said that reports of an earlier opening were wrong.")
    assert not turns_told("She said the first figures had been hasty and that estimates were mistaken.")
    assert turns_told("She said that she was wrong about the pier.")


def test_a_turn_is_not_claimed_of_words_that_were_printed_before() -> None:
    """An account of a later day quotes a sentence of the day before, with a turn in words of its own."""
    quoted = "I support the crane at Skarn. Skarn needs the work, and so do the villages of the fjord"
    first = by("Ida Brenner", "opposed", "the crane at Skarn", "opposition")
    second = Said(f"“{quoted},” said Ida Brenner.", "Ida Brenner", "said", quoted, "support")
    short = "I support the crane at Skarn"
    third = Said(f"“{short},” said Ida Brenner, who changed her mind.", "Ida Brenner", "said", short, "support")
    assert kinds(first, second) == ["reversed"]
    assert not kinds(first, second, third, title="How the crane came back")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Talks broke down, and the Dockers' Union raised its demand to 9 percent.", ["sharpened"]),
        ("After a night of talks the Dockers' Union lowered its pay demand to 4 percent.", ["softened"]),
        ("Talks broke down, and the Dockers' Union raised its demand to 5 percent.", []),
        ("Talks broke down, and the Dockers' Union raised its flag.", []),
    ],
)
def test_an_article_tells_that_a_demand_was_raised_or_lowered(told: str, expected: list[str]) -> None:
    """To more, or less, of the unit in which it was made."""
    first = by("Dockers' Union", "wants", "6 percent more for this year", "demand")
    assert kinds(first, Said(told, "Dockers' Union", "", ""), bodies=("Dockers' Union",)) == expected
