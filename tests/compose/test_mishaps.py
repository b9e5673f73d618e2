"""What is one story and what comes first: a fire is no other fire, nor a treaty an exhibition, and lives come before visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from briefing.compose import ComposeSettings, assemble_briefing
from briefing.compose.duplicates import fold_duplicates
from briefing.compose.mishaps import Mishap, are_two_mishaps, is_same_mishap, read_mishap
from briefing.compose.readings import Reading
from briefing.compose.stories import cluster_stories
from briefing.compose.terms import terms_of
from briefing.compose.tolls import gravity
from briefing.models import CoverageEntry, Document
from tests.compose.documents import DAY, analysis, document, person, position
from tests.compose.test_stories import assembled, brief, stories

NEXT = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "kinds", "places"),
    [
        ("A fire gutted a mill in Orsk, in northern Velia, on Sunday night.", {"fire"}, {"orsk"}),
        ("Police searched the Orsk mill fire site.", {"fire"}, {"orsk"}),
        ("Two coaches collided near Halm on Monday.", {"crash"}, {"halm"}),
        ("The train that derailed outside Halm had no brakes.", {"crash"}, {"halm"}),
        ("A mudslide hit the fishing village of Torvik in western Velia.", {"slide"}, {"torvik"}),
        ("The trawler Alma sank off the port of Braun in January.", {"sinking"}, {"braun"}),
        ("A gas leak closed two schools in Kell on Tuesday.", {"leak"}, {"kell"}),
        ("A cafe roof collapsed in Kell.", {"collapse"}, {"kell"}),
        ("The fire service of Kell hired twelve women.", set(), set()),
        ("Soldiers opened fire on a crowd in Kell.", set(), set()),
        ("Mayor Olga Renn won in a landslide in Kell.", set(), set()),
        ("The senator blasts the budget in Kell.", set(), set()),
        ("Sunday's fire in northern Velia was set.", {"fire"}, set()),
    ],
)
def test_an_event_is_read_with_its_place(text: str, kinds: set[str], places: set[str]) -> None:
    """The kind is told by words that mean no other thing; a part of a land is no place, and neither is a month."""
    found = read_mishap([text], set(), set())
    assert (set(found.kinds), set(found.places)) == (kinds, places)


def _apart(one: str, other: str) -> bool:
    return are_two_mishaps(_read(one), _read(other), terms_of(one), terms_of(other))


def _read(text: str) -> Mishap:
    return read_mishap([text], set(), set())


def test_events_are_two_by_their_kinds_or_places() -> None:
    """What brings another about is no other event, what one text names of the other one is its own, and a storm is in many places."""
    assert _apart("A fire in Orsk hurt two.", "A bus overturned near Orsk, killing two.")
    assert _apart("A fire in Orsk hurt two.", "A fire in Halm hurt two.")
    assert not _apart("A fire in Orsk hurt two.", "An explosion in Orsk hurt two.")
    assert not _apart("A fire in Orsk hurt two.", "A bus overturned near Orsk and burst into flames.")
    assert not _apart("A fire in Orsk hurt two.", "A fire in Halm, a suburb of Orsk, hurt two.")
    assert _apart("A coach overturned near Orsk, hurting two.", "Two trains collided near Orsk.")
    assert _apart("A light plane crashed near Orsk.", "A truck collided with a van near Orsk.")
    assert not _apart("A coach overturned near Orsk.", "A train crashed into a bus near Orsk.")
    assert not _apart("A coach overturned near Orsk.", "A vehicle crashed near Orsk.")
    assert not _apart("A storm in Orsk hurt two.", "A storm in Halm hurt two.")
    assert not _apart("A fire in Orsk hurt two.", "The council of Halm met.")
    assert is_same_mishap(_read("A fire in Orsk hurt two."), _read("Wiring caused the Orsk fire."))
    assert not is_same_mishap(_read("A fire in Orsk hurt two."), _read("A second fire in Orsk hurt two."))


ORSK = (
    "Blaze at a mill in Orsk hurts two",
    "Two workers were hurt in a fire that gutted a paper mill in Orsk on Sunday night, police said.",
)
HALM = (
    "Four hurt in warehouse fire in Halm",
    "A fire that gutted a paper warehouse in Halm left four workers hurt on Sunday night, police said.",
)


def _of(*texts: tuple[str, str], day: int = 0) -> list[Document]:
    return [
        replace(document(body, f"{day}-{n}", title=title, outlet=f"Paper {n}"), published=DAY + timedelta(days=day))
        for n, (title, body) in enumerate(texts)
    ]


def test_two_fires_of_one_night_are_two_stories_and_their_victims_no_dispute() -> None:
    """Each is told alone, on that day and on the next, and two counts of two fires contradict nothing."""
    first = brief(_of(ORSK, HALM), DAY)
    assert [len(s.sources) for s in first.briefing.stories] == [1, 1]
    later = _of(
        (
            "Wiring blamed for Orsk fire",
            "Faulty wiring and a broken switch caused the fire that gutted a paper mill in Orsk, the inspectors reported on Monday.",
        ),
        (
            "Man held over Halm fire",
            "Police held a former guard on Monday and accused him of setting the fire that gutted a paper warehouse in Halm.",
        ),
        day=1,
    )
    second = brief(later, NEXT, first.memory)
    assert not first.briefing.disagreements and not second.briefing.disagreements
    assert {(c.subject, c.after.text[:6]) for c in second.briefing.changes if c.after is not None} == {
        (ORSK[0], "Faulty"),
        (HALM[0], "Police"),
    }


def test_another_event_in_a_place_is_new() -> None:
    """A fire in a town is no news of a bus crash there, and a second landslide none of the first."""
    crash = (
        "Bus crash near Orsk kills six",
        "A bus overturned on a motorway near Orsk on Monday, killing six workers, police in Orsk said.",
    )
    slide = (
        "Landslide in Torvik kills nine",
        "A landslide hit the village of Torvik on Monday, killing nine people in Torvik, police said.",
    )
    first = brief(_of(crash, slide), DAY)
    second = brief(
        _of(
            ("Fire at Orsk mill hurts two", "A fire at a paper mill in Orsk hurt two workers on Tuesday, police in Orsk said."),
            ("Landslide in Torvik kills two", "A second landslide hit the village of Torvik on Tuesday, killing two people, police said."),
            day=1,
        ),
        NEXT,
        first.memory,
    )
    assert [s.novelty for s in second.briefing.stories] == ["new", "new"]


def test_one_event_by_two_speakers_is_one_story() -> None:
    """Articles of one pattern with other names are of one event where its kind and its place are the same."""
    tellings = _of(
        (
            "Landslide buries homes in Torvik, 20 dead",
            "A landslide buried homes in the town of Torvik on Monday, killing at least 20 people, Colonel Ida Marsh said. Gull Lane fell.",
        ),
        (
            "At least 24 killed in Torvik landslide",
            "At least 24 people were killed when a landslide hit the town of Torvik on Monday, Mayor Rico Sandt said. Mill Street fell.",
        ),
    )
    assert len(stories(*tellings)) == 1


def test_two_affairs_of_one_person_are_two_stories() -> None:
    """Articles that have nothing but the names and offices of their actors in common are of two developments, and on two days as well."""
    results, school, museum = (
        "Minister Rosa Quent of Lower Halden signed a treaty on the waters of the Lower Halden dam. Farmers called it a sell-out.",
        "Minister Rosa Quent of Lower Halden opened a flying school. The first 40 students start in September.",
        "Minister Rosa Quent of Lower Halden unveiled a statue. The sculptor wept.",
    )
    found = []
    for day, (title, text) in enumerate([("Treaty signed", results), ("School opens", school), ("Statue unveiled", museum)]):
        of_day = replace(document(text, title=title), published=DAY + timedelta(days=min(day, 1)))
        minister = person(of_day, "Rosa Quent", role="minister of Lower Halden")
        embedding = tuple(1.0 if n == day else 0.0 for n in range(3))
        found.append((of_day, replace(analysis(of_day, actors=[minister]), embedding=embedding)))
    first = assembled([found[0][0]], {found[0][0].id: found[0][1]}, DAY, None, 1500)
    second = assembled([d for d, _ in found[1:]], {d.id: a for d, a in found[1:]}, NEXT, first.memory, 1500)
    assert [s.novelty for s in second.briefing.stories] == ["new", "new"]


def test_two_affairs_of_a_day_share_more_than_names_only_in_one_story() -> None:
    """Of articles that both name one minister, her museum and her river, those of one affair are together and the others are not."""
    texts = (
        "Foreign Minister Ilse Branko of Orvia dropped her objections to the draft treaty on the Tamm river at the Sellen Museum.",
        "The draft treaty on the Tamm river suits Orvia, Foreign Minister Ilse Branko said at the Sellen Museum, dropping her objections.",
        "Foreign Minister Ilse Branko of Orvia showed paintings of the Tamm river at the Sellen Museum.",
    )
    read = []
    for number, text in enumerate(texts):
        made = document(text, f"{number}")
        actors = [person(made, "Ilse Branko", role="foreign minister of Orvia"), person(made, "Tamm river"), person(made, "Sellen Museum")]
        read.append(Reading(made, analysis(made, actors=actors, direction=1.2 if number == 2 else 0.0)))
    assert [[r.document.name for r in cluster] for cluster in cluster_stories(read)] == [["0", "1"], ["2"]]


def test_reports_in_other_words_with_other_figures_are_no_copies() -> None:
    """Two outlets that tell one sentence alike, each with a figure that the other does not have, are two reports, and they differ."""
    told = "The court in Sellen sentenced Jonas Rekers, the former mayor of Halm, to {} years in prison on Thursday for taking bribes{}"
    four = document(told.format("four", ". Rekers said that he would appeal. The verdict was a scandal, he said."), "a", outlet="Herald")
    five = document(told.format("five", " worth 2 million marks. His lawyer spoke of an appeal by May."), "b", outlet="Wire")
    assert len(fold_duplicates([four, five], {d.id: analysis(d) for d in (four, five)})) == 2


def test_many_dead_come_before_a_visit() -> None:
    """What cost lives comes before what a head of state does, where as many outlets tell of both."""
    visit = document("President Dario Velt will visit the island of Hest in April, and lay a wreath there. It is his first visit.", "a")
    dead = document("Divers found more bodies in the hull of the ferry Skarv, and 17 people have died. The hull was raised.", "b")
    read = {visit.id: analysis(visit, actors=[person(visit, "Dario Velt", salience=1.0, role="president")]), dead.id: analysis(dead)}
    made = assembled([visit, dead], read, DAY, None, 1500).briefing
    assert [made.sources[s.sources[0] - 1].path for s in made.stories] == ["b.txt", "a.txt"]


def test_who_governs_comes_before_who_serves() -> None:
    """What a minister does stands before what a spokesman of the police says, and that before what concerns no office."""
    told = {
        "police spokesman": "Ivo Rask showed the new cars of Orsk.",
        "prime minister": "Dario Velt opened a mill.",
        "baker": "Ada Moss won.",
    }
    made = {role: document(text, role.replace(" ", "")) for role, text in told.items()}
    read = {d.id: analysis(d, actors=[person(d, " ".join(d.text.split()[:2]), salience=1.0, role=role)]) for role, d in made.items()}
    briefed = assembled(list(made.values()), read, DAY, None, 1500).briefing
    assert [briefed.sources[s.sources[0] - 1].path for s in briefed.stories] == ["primeminister.txt", "policespokesman.txt", "baker.txt"]


def test_who_died_weighs_more_than_who_was_hurt() -> None:
    """Three dead are graver than forty who were hurt."""
    texts = ("A blast in Orsk killed three people, police said.", "A blast in Orsk injured 40 people, police said.")
    dead, hurt = (gravity(Reading(made, analysis(made))) for made in map(document, texts))
    assert dead > hurt > 0


def test_a_story_is_watched_for_what_any_of_its_positions_says() -> None:
    """What is marked as on the watch-list stands in the first story, though its headline and its summary do not have the words."""
    other = document("The council of Halm met the guild. The guild of Halm asked for a bridge and the council of Halm was glad.", "a")
    tax = document("The committee sat late. It had no report. No vote was held. Edda Lorne said that the levy on timber was unfair.", "b")
    read = {
        other.id: analysis(other, actors=[person(other, "council of Halm", salience=1.0, role="council")]),
        tax.id: analysis(
            tax, actors=[person(tax, "Edda Lorne")], positions=[position(tax.text, "Edda Lorne", "said", "the levy on timber was unfair")]
        ),
    }
    made = assemble_briefing(
        [other, tax],
        read,
        [CoverageEntry(path=d.path, outcome="read") for d in (other, tax)],
        settings=ComposeSettings(words=1500, watch=("levy on timber",)),
        now=datetime.combine(DAY, time(12), tzinfo=UTC),
        date=DAY,
    ).briefing
    assert made.sources[made.stories[0].sources[0] - 1].path == "b.txt"
