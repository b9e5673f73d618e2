"""Many documents become one briefing: reprints folded, repetitions cited together, stories told apart, the length kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefing.compose import ComposeSettings, assemble_briefing, check_evidence
from briefing.compose.duplicates import fold_duplicates
from briefing.compose.steps import is_owed, status_of
from briefing.models import Actor, ActorKind, Analysis, Briefing, CoverageEntry, Document, Interval, StepKind, StepStatus
from tests.compose.documents import DAY, analysis, document, person, position

NOW = datetime(2030, 5, 6, 12, tzinfo=UTC)
STRIKE = (
    "Ada Quill of the dockers demanded that the port raise wages by a tenth before the summer season begins. "
    "The port of Norhaven has lain still since Thursday, and ships wait outside the harbour in growing numbers. "
    "Talks between both sides broke off at night without a date for the next round being set by anyone."
)
VOTE = (
    "Bram Oldcastle urged the chamber of Westmark to vote against the tax on timber in its next session. "
    "The bill divides the governing parties, and its third reading was put off twice during the past winter. "
    "Farmers from the hills came to the capital with their carts and stayed there for the whole of the week."
)


def assemble(documents: list[Document], analyses: list[Analysis], **settings: object) -> Briefing:
    made = assemble_briefing(
        documents,
        {a.document: a for a in analyses},
        [CoverageEntry(path=d.path, outcome="read") for d in documents],
        settings=ComposeSettings(**settings),  # type: ignore[arg-type]  # fields of the record
        now=NOW,
        date=DAY,
    ).briefing
    check_evidence(made, documents)
    return made


def strike(name: str = "a", text: str = STRIKE, **more: object) -> tuple[Document, Analysis]:
    made = document(text, name, **more)  # type: ignore[arg-type]  # options of a document
    held = position(text, "Ada Quill", "demanded", "that the port raise wages by a tenth before the summer season begins")
    return made, analysis(made, actors=[person(made, "Ada Quill")], positions=[held], direction=0.0)


def vote(name: str = "b") -> tuple[Document, Analysis]:
    made = document(VOTE, name)
    return made, vote_analysis(made)


def vote_analysis(made: Document) -> Analysis:
    held = position(VOTE, "Bram Oldcastle", "urged", "the chamber of Westmark to vote against the tax on timber in its next session")
    return analysis(made, actors=[person(made, "Bram Oldcastle")], positions=[held], direction=1.5)


def test_one_with_a_style_and_a_single_name_goes_by_both() -> None:
    """ "King Leopold" is not shown as "Leopold", whose role is king; "Quill", a minister, is."""
    text = STRIKE.replace("Ada Quill of the dockers", "King Leopold")
    made = document(text)
    king = replace(person(made, "Leopold", role="King"), aliases=("King Leopold",))
    held = position(text, "Leopold", "demanded", "that the port raise wages by a tenth before the summer season begins")
    briefing = assemble([made], [analysis(made, actors=[king], positions=[held])])
    assert [p.actor for p in briefing.positions] == ["King Leopold"]


@pytest.mark.parametrize(
    ("name", "role", "alias", "shown"),
    [
        ("Rashid bin Omar Al Quill", "Sheikh", "Sheikh Rashid bin Omar Al Quill", "Sheikh Rashid bin Omar Al Quill"),
        ("Rashid bin Omar Al Quill", "Prime Minister", "Sheikh Rashid bin Omar Al Quill", "Rashid bin Omar Al Quill"),
        ("Quill", "President", "President Quill", "President Quill"),
        ("Quill", "Norlandish President", "President Quill", "Quill"),
        ("Quill", "rapper", "rapper Quill", "Quill"),
        ("Ada Quill", "President", "President Ada Quill", "Ada Quill"),
    ],
)
def test_a_title_that_is_all_one_is_said_to_be_stands_before_the_name(name: str, role: str, alias: str, shown: str) -> None:
    """A style before any name, an office before a single one; whoever is said to be more than that has it behind the name."""
    text = STRIKE.replace("Ada Quill of the dockers", alias)
    made = document(text)
    one = replace(person(made, name, role=role), aliases=(alias,))
    held = position(text, name, "demanded", "that the port raise wages by a tenth before the summer season begins")
    briefing = assemble([made], [analysis(made, actors=[one], positions=[held])])
    assert [p.actor for p in briefing.positions] == [shown]


def test_a_reprint_is_folded_with_its_outlet() -> None:
    """The fullest speaks, the coverage note says which stands for which, and the source list names the other outlet."""
    one, first = strike("a", outlet="The Courier")
    two, second = strike("b", STRIKE + " Our own correspondent adds that the harbour master stayed silent.", outlet="The Gazette")
    made = assemble([one, two], [first, second])
    assert [(e.path, e.outcome, e.folded_into) for e in made.coverage] == [("a.txt", "folded", "b.txt"), ("b.txt", "read", None)]
    assert [(s.path, s.also) for s in made.sources] == [("b.txt", ("The Courier",))]
    assert len(made.positions) == 1


def test_what_a_reprint_changed_is_kept_and_both_figures_are_shown() -> None:
    """Under the source that speaks for both, and as a disagreement whose sides lead to both documents."""
    changed = STRIKE.replace("since Thursday", "with 40 ships since Thursday")
    other = STRIKE.replace("since Thursday", "with 70 ships since Thursday")
    one, first = strike("a", changed, outlet="The Courier")
    two, second = strike("b", other, outlet="The Gazette")
    made = assemble([one, two], [first, second])
    (disagreement,) = made.disagreements
    assert disagreement.about == "the number of ships" and {made.sources[c.source - 1].outlet for _, c in disagreement.sides} == {
        "The Courier",
        "The Gazette",
    }
    assert [d.kind for source in made.sources for d in source.differences] == ["figure"]


def test_what_many_outlets_print_comes_first() -> None:
    """Outlets are counted, not copies; a story names those of its reprints too."""
    others = [strike(name, STRIKE + f" More will follow on page {name}.", outlet=f"Paper {name}") for name in ("c", "d", "e")]
    copies = [document(VOTE + f" Copy {n}.", f"v{n}", outlet="One") for n in range(5)]
    made = assemble([*(d for d, _ in others), *copies], [*(a for _, a in others), *(vote_analysis(d) for d in copies)])
    assert [story.outlets for story in made.stories] == [("Paper c", "Paper d", "Paper e"), ("One",)]


def test_different_articles_of_one_event_are_no_reprints() -> None:
    """Words in common are not a text in common; an exact copy is."""
    other = (
        STRIKE.split(". ")[0] + ". It was a cold morning on the quay, and nobody from the company came out to speak with the crowd at all."
    )
    assert folded(document(STRIKE, "a"), document(other, "b")) == [0, 0]
    assert folded(document(STRIKE, "a"), document(STRIKE, "c")) == [1]


def folded(*documents: Document) -> list[int]:
    """How many other documents each one stands for."""
    return [len(f.others) for f in fold_duplicates(documents, {d.id: analysis(d) for d in documents})]


PLAN = (
    "The council of Osmark voted to close the {bridge} bridge to lorries from Monday, the mayor said after a long debate. "
    "Engineers had found cracks in two of its piers, and repairs will take until the summer at least. "
    "Hauliers complained that the detour through the hills costs them an hour on each trip. "
    "The ministry of transport promised to look into a temporary crossing for heavy loads."
)


@pytest.mark.parametrize(
    ("one", "other", "titles", "expected"),
    [
        ("Karsa", "Zorn", ("Council closes a bridge", "Council closes a bridge"), [0, 0]),
        ("old", "old", ("Lorries barred from Karsa bridge", "Lorries barred from Zorn bridge"), [0, 0]),
        ("Karsa", "Karrsa", ("Council closes a bridge", "Council closes a bridge"), [1]),
        ("Karsa", "old", ("Council closes a bridge", "Lorries have to go round"), [1]),
    ],
)
def test_the_same_told_of_another_place_is_no_reprint(one: str, other: str, titles: tuple[str, str], expected: list[int]) -> None:
    """By the first sentence or the headline; a misspelling and a name left out are of the same place."""
    first = document(PLAN.format(bridge=one), "a", title=titles[0])
    second = document(PLAN.format(bridge=other) + " More will follow.", "b", title=titles[1])
    assert folded(first, second) == expected


def test_the_same_position_in_two_documents_is_one_with_both_citations() -> None:
    """Two articles in their own words that report one demand."""
    one, first = strike("a")
    text = (
        "At the gates on Friday Ada Quill demanded that the port raise wages by a tenth before the summer season. "
        "Families brought soup to the pickets, a band played, and the mayor promised to keep the police away from them."
    )
    two = document(text, "b")
    held = position(text, "Ada Quill", "demanded", "that the port raise wages by a tenth before the summer season", salience=0.4)
    second = analysis(two, actors=[person(two, "Ada Quill")], positions=[held])
    made = assemble([one, two], [first, second])
    (shown,) = made.positions
    assert shown.excerpt.text.startswith("demanded that the port raise wages")
    assert {c.source for c in shown.citations} == {1, 2}
    assert len(made.actors) == 1


def test_two_developments_are_two_stories() -> None:
    """Each with its own bottom line and positions; the whole list holds those of both."""
    (one, first), (two, second) = strike(), vote()
    made = assemble([one, two], [first, second])
    assert len(made.stories) == 2
    assert {p.actor for s in made.stories for p in s.positions} == {p.actor for p in made.positions} == {"Ada Quill", "Bram Oldcastle"}
    assert len(made.bottom_line) == 2


def test_the_length_leaves_whole_stories_for_a_line_each() -> None:
    """No story is cut in half, and none is lost."""
    (one, first), (two, second) = strike(), vote()
    made = assemble([one, two], [first, second], words=20)
    assert (len(made.stories), len(made.left_over)) == (0, 1)
    assert {made.bottom_line[0].excerpt.document, made.left_over[0].excerpt.document} == {one.id, two.id}


def shown_words(made: Briefing) -> int:
    """The words of everything that a reader sees, what is said twice counted twice."""
    excerpts = [line.excerpt for line in (*made.bottom_line, *made.left_over, *(line for s in made.stories for line in s.bottom_line))]
    excerpts += [*(p.excerpt for p in made.positions), *(s.excerpt for s in made.next_steps)]
    excerpts += [e for c in made.changes for e in (c.before, c.after) if e is not None]
    excerpts += [e for d in made.disagreements for e, _ in d.sides]
    excerpts += [a.line for a in made.actors if a.line is not None]
    return sum(len(e.text.split()) for e in excerpts)


@pytest.mark.parametrize("words", [110, 150, 200, 300, 1500])
def test_the_whole_briefing_stays_within_the_length(words: int) -> None:
    """The opening, the stories, the key actors, and the lines of the stories that there is no room for."""
    pairs = [strike(), vote()]
    made = assemble([d for d, _ in pairs], [a for _, a in pairs], words=words)
    assert shown_words(made) <= words
    assert len(made.positions) + made.more_positions == 2
    assert max(len(made.stories), 1) + len(made.left_over) == 2


def test_three_long_stories_are_told_with_who_holds_what() -> None:
    """None takes so much of the words that the third has only its first lines."""
    made, read = [], []
    for number, (name, thing) in enumerate((("Ada Quill", "wharf"), ("Odd Brekka", "pupil"), ("Mara Stone", "amber"))):
        lines = " ".join(f"{thing}{n}a fell to {thing}{n}b and {thing}{n}c by {thing}{n}d of {thing}{n}e." for n in range(3))
        held = [f"{thing}{n}f must pay {thing}{n}g for {thing}{n}h and {thing}{n}i" for n in range(40)]
        article = document(f"{lines} {' '.join(f'{name} said that {h}.' for h in held)}", f"d{number}")
        positions = [position(article.text, name, "said that", h) for h in held]
        made.append(article)
        read.append(analysis(article, actors=[person(article, name)], positions=positions, direction=number * 2.0))
    briefed = assemble(made, read, words=400)
    assert len(briefed.stories) == 3
    assert all(s.positions for s in briefed.stories)


def test_many_stories_have_a_line_each_whatever_the_length() -> None:
    """None is lost, and the first are told all the same."""
    texts = [
        "The amber quarry at Sel sold its carts to a dealer from the coast.",
        "Lomna's tram drivers voted on Tuesday to stop work over late rosters.",
        "A dolphin calf was born in the Norhaven aquarium after midnight.",
        "Judges in Okk jailed two bankers for hiding losses on ferry bonds.",
        "The ministry of health ordered vaccines against measles for schools.",
        "Heavy snow closed three mountain passes above Velmark for lorries.",
        "Archaeologists uncovered a Roman granary beneath the old brewery.",
        "Wheat prices doubled as drought withered harvests in the plains.",
    ]
    made = [document(t, f"d{i}") for i, t in enumerate(texts)]
    read = [analysis(d, direction=i) for i, d in enumerate(made)]
    wide, narrow = (assemble(made, read, words=w) for w in (1500, 60))
    assert len(narrow.left_over) + max(1, len(narrow.stories)) == len(wide.stories) > 5
    assert narrow.bottom_line and not wide.left_over


def test_key_actors_take_no_more_than_their_share() -> None:
    """Or than what the stories leave; further ones are not named, and with more words they are."""
    names = [f"{first} {last}" for first in ("Ada", "Bo", "Cy") for last in ("Quill", "Marsh", "Thorn")]
    text = " ".join(f"{n} spoke at length about the price of timber in {n.split()[1]}ham on the coast." for n in names)
    made = document(text)
    read = analysis(made, actors=[person(made, n) for n in names])
    few, all_of_them = (assemble([made], [read], words=w).actors for w in (100, 1500))
    assert 1 <= len(few) < len(all_of_them) == len(names)


def test_the_watch_list_puts_a_story_first() -> None:
    """Whatever it would weigh otherwise."""
    (one, first), (two, second) = strike(), vote()
    for watched, name in (("timber", "Bram Oldcastle"), ("Ada Quill", "Ada Quill")):
        made = assemble([one, two], [first, second], watch=(watched,))
        assert made.stories[0].positions[0].actor == name
        assert made.positions[0].watched


def test_two_people_of_one_surname_are_two() -> None:
    """And a surname alone is nobody's where both are meant by it."""
    text = "Ada Quill demanded a vote on the matter. Tom Quill demanded a delay of the matter."
    made = document(text)
    actors = [person(made, "Ada Quill"), person(made, "Tom Quill")]
    briefed = assemble([made], [analysis(made, actors=actors)])
    assert {a.name for a in briefed.actors} == {"Ada Quill", "Tom Quill"}


@pytest.mark.parametrize(
    ("one", "other", "roles"),
    [
        ("Ada Lawson", "Ada Lawson's lawyer", (None, None)),
        ("Hamad Al-Quill", "Jaber Hamad Al-Quill", ("Emir of Norland", "prime minister")),
    ],
)
def test_whose_name_lies_in_anothers_is_not_them(one: str, other: str, roles: tuple[str | None, str | None]) -> None:
    """A lawyer is not the client, a father not the son of another office whom the document tells apart."""
    text = f"{one} demanded a vote on the port. {other} demanded a delay of the vote."
    made = document(text)
    actors = [replace(person(made, n), role=r) for n, r in zip((one, other), roles, strict=True)]
    briefed = assemble([made], [analysis(made, actors=actors)])
    assert {a.name for a in briefed.actors} == {one, other}


def test_an_office_without_a_name_is_no_key_actor_under_longer_words() -> None:
    """ "named Norland's new prime minister" is not what the prime minister is called."""
    text = "The prime minister thanked the house. Norland named a new prime minister."
    made = document(text)
    office = replace(person(made, "prime minister"), aliases=("Minister", "named Norland's new prime minister"))
    assert not assemble([made], [analysis(made, actors=[office])]).actors


def test_who_is_only_mentioned_in_passing_is_no_key_actor() -> None:
    """Not a street that bears a person's name; somebody whose position is shown is one, whatever they weigh."""
    text = "Ada Quill demanded a vote on the matter of the port. Jon Hale opposed the vote. The hall lies in Paul Reed Street."
    made = document(text)
    people = [person(made, "Ada Quill"), person(made, "Jon Hale", salience=0.2), person(made, "Paul Reed", salience=0.2)]
    held = [position(text, "Ada Quill", "demanded", "a vote on the matter of the port"), position(text, "Jon Hale", "opposed", "the vote")]
    briefed = assemble([made], [analysis(made, actors=people, positions=held)])
    assert {a.name for a in briefed.actors} == {"Ada Quill", *(p.actor for p in briefed.positions)} and len(briefed.actors) < 3


def test_a_land_that_is_hardly_told_of_and_a_body_that_may_be_any_are_no_key_actors() -> None:
    """A country more often only tells where something is; "the district" is known to nobody, "the police" are."""
    text = "Ada Quill left Norland for Kestria. The police closed the district. The groups obeyed."
    made = document(text)

    def told(name: str, kind: ActorKind, salience: float) -> Actor:
        return replace(person(made, name, salience=salience), kind=kind)

    actors = [person(made, "Ada Quill"), told("Norland", "country", 0.3), told("Kestria", "country", 0.5)]
    actors += [told("police", "organization", 0.6), told("district", "organization", 0.6)]
    actors += [told("groups", "organization", 0.6)]
    briefed = assemble([made], [analysis(made, actors=actors)])
    assert {a.name for a in briefed.actors} == {"Ada Quill", "Kestria", "police"}


def test_a_subject_that_is_kept_and_a_conjunction_that_is_dropped() -> None:
    """ "said that" loses its "that"; "That made it the largest" keeps the word that it is about."""
    text = "“That made it the largest port of the north,” Ada Quill said. Tom Quill said that the port had been closed for years."
    made = document(text)
    held = [
        position(text, "Ada Quill", "said", "That made it the largest port of the north", quoted=True),
        position(text, "Tom Quill", "said that", "that the port had been closed for years"),
    ]
    briefed = assemble([made], [analysis(made, actors=[person(made, "Ada Quill"), person(made, "Tom Quill")], positions=held)])
    shown = {p.actor: p.excerpt.text for p in briefed.positions}
    assert shown["Ada Quill"].startswith("That made it")
    assert not shown["Tom Quill"].startswith("that ")


@pytest.mark.parametrize(
    ("one", "two", "kind", "merged"),
    [
        ("Stromberg", "Karl Stromberg", "person", True),
        ("Prince ABQ", "Ahmed bin Quillan", "person", True),
        ("Mohammed Quill", "Muhamad Quill", "person", True),
        ("Halden", "Halden Steel AG", "organization", True),
        ("Karl Stromberg", "Carl Strandberg", "person", False),
        ("Tom Quill", "Ada Quill", "person", False),
        ("Halden", "Halden Harbour Union", "organization", False),
        ("Quay", "Karl Stromberg", "person", False),
    ],
)
def test_a_short_name_is_the_one_full_name_that_fits(one: str, two: str, kind: ActorKind, merged: bool) -> None:
    """A surname, letters, another spelling, a firm in short; never two who only look alike."""
    first, second = document(f"{one} demanded a vote.", "a"), document(f"{two} opposed the vote.", "b")
    actors = [replace(person(d, n), kind=kind) for d, n in ((first, one), (second, two))]
    briefed = assemble([first, second], [analysis(first, actors=actors[:1]), analysis(second, actors=actors[1:])])
    names = {a.name for s in briefed.stories for a in s.actors} | {a.name for a in briefed.actors}
    assert len(names) == (1 if merged else 2), names


@pytest.mark.parametrize(
    ("full", "own", "role"),
    [
        ("Transport Minister Odd Brekka", "Odd Brekka", "transport minister"),
        ("Harbour Pilot Oda Lind", "Oda Lind", "harbour pilot"),
        ("Prime Minister Brekka", "Brekka", None),
        ("Odd Arne Brekka", "Odd Brekka", "minister"),
    ],
)
def test_a_title_makes_no_fuller_name(full: str, own: str, role: str | None) -> None:
    """However many documents call somebody by it; the role is told beside the name, once. A second given name does."""
    said = ("demanded a vote on the ferries", "opened the new bridge at Selm", "praised the pilots of the northern harbour")
    papers = [document(f"{full} {what}. Rain fell on {own} in town {n}.", str(n)) for n, what in enumerate(said)]
    actors = [replace(person(d, own, role=role), aliases=(full,)) for d in papers]
    (named,) = assemble(papers, [analysis(d, actors=[a]) for d, a in zip(papers, actors, strict=True)]).actors
    assert (named.name, named.role) == (full if full == "Odd Arne Brekka" else own, role)


def test_a_surname_is_nobody_s_where_two_full_names_fit_or_a_role_tells_them_apart() -> None:
    """Whichever of the two it means is not known; the mayor is not the goalkeeper."""
    alone, karl, anna = (document(f"{n} demanded a vote.", n[0]) for n in ("Stromberg", "Karl Stromberg", "Anna Stromberg"))
    three = [analysis(d, actors=[person(d, n)]) for d, n in ((alone, "Stromberg"), (karl, "Karl Stromberg"), (anna, "Anna Stromberg"))]
    assert {a.name for a in assemble([alone, karl, anna], three).actors} >= {"Karl Stromberg", "Anna Stromberg", "Stromberg"}
    told = [
        analysis(alone, actors=[person(alone, "Stromberg", role="mayor of Selm")]),
        analysis(karl, actors=[person(karl, "Karl Stromberg", role="goalkeeper")]),
    ]
    assert {a.name for a in assemble([alone, karl], told).actors} == {"Stromberg", "Karl Stromberg"}


def test_a_verb_in_short_is_not_shown_without_its_name() -> None:
    """ "She's proud of it" is shown as "proud of it" beside her name."""
    text = "Ada Quill’s very proud of how the dockers of the port held out."
    made = document(text)
    held = position(text, "Ada Quill", "’s very proud of", "how the dockers of the port held out")
    briefed = assemble([made], [analysis(made, actors=[person(made, "Ada Quill")], positions=[held])])
    assert all(not p.excerpt.text.startswith("’") for p in briefed.positions)


def test_nothing_to_read_is_said() -> None:
    """The briefing of an empty folder has a notice and nothing else."""
    made = assemble([], [])
    assert made.notice is not None and "nothing to report" in made.notice
    assert not (made.bottom_line or made.positions or made.sources)


@pytest.mark.parametrize(
    ("first", "last", "deadline", "kind", "status"),
    [
        (1, 1, False, "scheduled", "due soon"),
        (30, 30, False, "scheduled", "coming"),
        (0, 0, False, "scheduled", "today"),
        (-3, -3, False, "scheduled", "past"),
        (-3, -3, False, "requested", "overdue"),
        (-9, -1, True, "expected", "past"),
        (-9, -1, True, "scheduled", "overdue"),
        (-9, 20, True, "requested", "coming"),
        (-9, 5, True, "requested", "due soon"),
        (None, None, False, "requested", "undated"),
    ],
)
def test_where_a_step_stands(first: int | None, last: int | None, deadline: bool, kind: StepKind, status: StepStatus) -> None:
    """What somebody owed and did not do in time is overdue; what was only scheduled or expected is past."""
    value = None if first is None or last is None else Interval(start=_day(first), end=_day(last))
    owed = is_owed("publish the accounts of the harbour", deadline=deadline, kind=kind)
    assert status_of(value, deadline=deadline, owed=owed, today=DAY, due_soon_days=7) == status


@pytest.mark.parametrize(
    ("text", "deadline", "kind", "owed"),
    [
        ("Mayor Rena Voss will attend the opening of the lido on Sunday", False, "committed", False),
        ("will visit the flooded villages on Monday", False, "committed", False),
        ("The dockers will begin a two-day strike on Friday", False, "committed", False),
        ("will visit the flooded villages on Monday", False, "requested", True),
        ("meet the widows by Monday", True, "committed", True),
        ("will pay the pilots their wages on Friday", False, "committed", True),
        ("The firm will publish a report on the race on Friday", False, "committed", True),
        ("The talks will resume on Friday", False, "scheduled", False),
    ],
)
def test_what_somebody_is_in_debt_of(text: str, deadline: bool, kind: StepKind, owed: bool) -> None:
    """What was asked for or due, and a promise to deliver; an occasion has its day and is over."""
    assert is_owed(text, deadline=deadline, kind=kind) is owed


def _day(offset: int) -> date:
    return date.fromordinal(DAY.toordinal() + offset)


@pytest.mark.parametrize(
    ("sentence", "cue", "kind", "shown"),
    [
        ("Ada Quill rejected the timber tax.", "rejected", "opposition", True),
        ("Ada Quill backed him.", "backed", "support", False),
        ("Ada Quill praised the mayor of.", "praised", "praise", False),
        ("Ada Quill mentioned the timber tax.", "mentioned", "statement", False),
    ],
)
def test_an_act_in_few_words_is_a_position(sentence: str, cue: str, kind: str, shown: bool) -> None:
    """Where its verb and what that takes say something alone, and it is one for or against something."""
    made = document(sentence + " Rain fell on the harbour of Norhaven for three days.")
    content = sentence.split(f"{cue} ")[1].removesuffix(".")
    held = position(made.text, "Ada Quill", cue, content, kind=kind)
    found = assemble([made], [analysis(made, actors=[person(made, "Ada Quill")], positions=[held])]).positions
    assert [p.excerpt.text for p in found] == ([f"{cue} {content}"] if shown else [])
