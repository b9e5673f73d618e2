"""Versions of one text and sources of one story are held against each other, with no false disagreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.alignment import figure_differences, lines_of
from briefing.compose.disagreements import find_disputes
from briefing.compose.duplicates import fold_duplicates
from briefing.compose.figures import differ, in_digits, read_pieces
from briefing.compose.prints import Prints
from briefing.compose.readings import Reading
from briefing.compose.versions import compare_versions
from briefing.models import Interval, Span, TemporalExpression
from tests.compose.documents import DAY, analysis, document, person, position, span

FLOOD = (
    "A dam above the Selm valley broke before dawn and sent water through three villages. "
    "At least nine people were killed, the governor said. "
    "Soldiers lifted dozens of families from their roofs and took them to a sports hall in the town. "
    "The president is expected in the flooded valley on Wednesday."
)


def reading(text: str, name: str = "a", *, outlet: str | None = None, published: date = DAY) -> Reading:
    made = document(text, name, outlet=outlet, published=published)
    return Reading(made, analysis(made))


def differences(a: str, b: str) -> list[tuple[str, str, str]]:
    one, other = reading(a, "a"), reading(b, "b")
    found = [d for x in lines_of(one) for y in lines_of(other) for d in figure_differences(x, y)]
    return [(d.about, a[d.here.span.start : d.here.span.end], b[d.there.span.start : d.there.span.end]) for d in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nine", 9),
        ("twenty-four", 24),
        ("1,200", 1200),
        ("2.1 billion", 2.1e9),
        ("four hundred", 400),
        ("two thousand three hundred and five", 2305),
        ("half a million", 5e5),
        ("half an hour", 0.5),
        ("an hour", 1),
        ("a third", 1 / 3),
        ("three quarters", 0.75),
        ("twice", 2),
    ],
)
def test_figures_are_read_in_digits_and_words(text: str, value: float) -> None:
    """As newspapers write them."""
    (found,) = (p.value for p in read_pieces(text, Span(0, len(text))) if p.value is not None)
    assert found == pytest.approx(value)


LEAVE = "Under the plan of the Tolm water board 310 families would have to leave"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (f"{LEAVE}.", []),
        (
            LEAVE.replace("310", "420") + ", among them that of Ole Brandt, who has milked goats above the weir for 40 years.",
            [("310", "420")],
        ),
        (LEAVE.replace("310", "420") + ", of whom 60 are tenants of the abbey that owns the land above the weir.", [("310", "420")]),
        (LEAVE.replace("310", "420 goats and some") + ", among them that of Ole Brandt, who has lived by the weir for 40 years.", []),
        ("The board of the Tolm mill said that 420 families had complained, among them that of Ole Brandt by the weir.", []),
    ],
)
def test_a_figure_is_compared_though_a_clause_with_another_one_stands_behind(text: str, figures: list[tuple[str, str]]) -> None:
    """What only adds to it makes no other sentence of it; other words before the clause do."""
    assert [(here, there) for _, here, there in differences(f"{LEAVE}.", text)] == figures


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Four hundred spoons and two forks", "400 spoons and two forks"),
        ("twenty-four men, one hundred and five women", "24 men, 105 women"),
        ("nine and ten, one or two, a hundred", "nine and ten, one or two, a hundred"),
        ("five hundred thousand people", "five hundred thousand people"),
    ],
)
def test_a_number_of_several_words_is_told_in_digits(text: str, digits: str) -> None:
    """One of a word stays that, and so does one that no newspaper writes out in digits alone."""
    assert in_digits(text) == digits


@given(st.text(max_size=80), st.sampled_from(["a ", "half a ", "twenty ", "up to ", "%", "3 "]))
def test_any_text_is_read_in_pieces_that_lie_in_it(text: str, words: str) -> None:
    """Whatever stands behind, before or in place of a figure, also nothing."""
    whole = f"{text} {words}{text} {words.strip()}"
    pieces = read_pieces(whole, Span(0, len(whole)))
    assert all(0 <= p.span.start < p.span.end <= len(whole) for p in pieces)
    assert not any(differ(p, p) for p in pieces)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("nine", "eleven", True),
        ("about 2,000", "2,050", False),
        ("about 2,000", "2,400", True),
        ("at least nine", "eleven", False),
        ("at least nine", "at least eleven", True),
        ("more than four hundred", "some 250", True),
        ("up to ten", "eight", False),
        ("2.5 million", "2,500,000", False),
    ],
)
def test_rounding_and_bounds_are_allowed_for(one: str, other: str, expected: bool) -> None:
    """ "At least nine" and "eleven" agree; two such bounds that differ do not."""
    (a,), (b,) = ([p for p in read_pieces(t, Span(0, len(t))) if p.value is not None] for t in (one, other))
    assert differ(a, b) is differ(b, a) is expected


def test_a_changed_figure_is_found_in_its_sentence() -> None:
    """With what it counts."""
    found = differences("The strike shut 40 mines in the north of the land.", "The strike shut 60 mines in the north of the land.")
    assert found == [("the number of mines", "40", "60")]


@pytest.mark.parametrize(
    "other",
    [
        "The strike shut 60 schools in the north of the land.",
        "Police held 60 people after a march in the capital.",
        "The strike shut mines in the north of the land for 60 hours.",
        "The strike shut forty mines in the north of the land.",
    ],
)
def test_two_quantities_are_not_one(other: str) -> None:
    """Another unit, another sentence, another place in it, or the same figure in words."""
    assert differences("The strike shut 40 mines in the north of the land.", other) == []


def test_versions_keep_what_differs_as_evidence() -> None:
    """The changed figure with both sentences, the sentence that one of them dropped, the one that it added."""
    text = FLOOD.replace("nine", "eleven").replace(
        " The president is expected in the flooded valley on Wednesday.", " A choir has sent its piano to the school."
    )
    one, other = reading(FLOOD, "a", outlet="The Courier"), reading(text, "b", outlet="The Gazette")
    found = compare_versions(one, [other]).differences
    told = [(d.kind, d.outlet, d.ours and d.ours.text, d.theirs and d.theirs.text) for d in found]
    assert told == [
        (
            "figure",
            "The Gazette",
            "At least nine people were killed, the governor said.",
            "At least eleven people were killed, the governor said.",
        ),
        ("added", "The Gazette", None, "A choir has sent its piano to the school."),
        ("left out", "The Gazette", "The president is expected in the flooded valley on Wednesday.", None),
    ]


def test_versions_keep_a_name_that_stands_for_another() -> None:
    """With both sentences; a slip of the pen and another day of the week are no other name."""
    text = FLOOD.replace("The president", "President Karsa") + " Engineer Ondrej Malk will inspect the Zorn dam on Friday."
    one = reading(text, "a", outlet="The Courier")
    other = reading(text.replace("the Zorn dam", "the Varna dam").replace("Wednesday", "Thursday"), "b", outlet="The Gazette")
    found = compare_versions(one, [other]).differences
    assert [(d.kind, d.ours and d.ours.text, d.theirs and d.theirs.text) for d in found if d.kind == "name"] == [
        (
            "name",
            "Engineer Ondrej Malk will inspect the Zorn dam on Friday.",
            "Engineer Ondrej Malk will inspect the Varna dam on Friday.",
        )
    ]
    slip = reading(text.replace("Karsa", "Karsaa"), "c", outlet="The Gazette")
    assert "name" not in [d.kind for d in compare_versions(one, [slip]).differences]


@pytest.mark.parametrize(("outlet", "count"), [("The Gazette", 1), ("The Courier", 0)])
def test_versions_of_two_outlets_disagree_and_those_of_one_are_corrected(outlet: str, count: int) -> None:
    """Both sides are shown with their sentences; a paper's later figure replaces its earlier one."""
    one = reading(FLOOD, "a", outlet="The Courier")
    other = reading(FLOOD.replace("nine", "eleven"), "b", outlet=outlet)
    analyses = {r.document.id: r.analysis for r in (one, other)}
    (fold,) = fold_duplicates([one.document, other.document], analyses)
    prints = Prints([fold], analyses)
    (speaker,) = prints.readings()
    found = find_disputes([speaker], prints.versions([speaker]))
    assert len(found) == count
    if count:
        assert found[0].about == "the dead" and {e.document for e, _ in found[0].sides} == {one.document.id, other.document.id}


@pytest.mark.parametrize(("days", "count"), [(0, 1), (1, 0)])
def test_articles_disagree_on_one_day_only(days: int, count: int) -> None:
    """A toll that has grown by the next day is no contradiction."""
    one = reading("The flood killed nine people in the valley of the Selm. Rain went on all night.", "a", outlet="A")
    text = "Boats reached the last houses at noon. The flood killed fourteen people in the valley of the Selm."
    other = reading(text, "b", outlet="B", published=DAY + timedelta(days=days))
    assert len(find_disputes([one, other], [])) == count


def test_who_said_what_is_disputed_only_where_both_are_named() -> None:
    """One quotation, two speakers."""
    made = []
    for name, speaker in (("a", "Ada Quill"), ("b", "Bram Oldcastle")):
        text = f"“This town will never sell its water,” {speaker} said on the steps. It rained."
        paper = document(text, name, outlet=f"Paper {name}")
        held = position(text, speaker, "said", "This town will never sell its water", quoted=True)
        made.append(Reading(paper, analysis(paper, actors=[person(paper, speaker)], positions=[held])))
    (found,) = find_disputes(made, [])
    assert found.about == "who said it"
    assert [("Ada Quill" in e.text, "Bram Oldcastle" in e.text) for e, _ in found.sides] == [(True, False), (False, True)]
    assert find_disputes(made[:1], []) == []


def test_one_article_does_not_dispute_with_itself_who_said_a_thing() -> None:
    """What two are taken to say together in a sentence is no dispute, whatever the outlet, or none, is called."""
    text = "“This town will never sell its water,” Ada Quill and Bram Oldcastle said on the steps. It rained."
    paper = document(text, "a")
    speakers = ("Ada Quill", "Bram Oldcastle")
    held = [position(text, s, "said", "This town will never sell its water", quoted=True) for s in speakers]
    assert find_disputes([Reading(paper, analysis(paper, actors=[person(paper, s) for s in speakers], positions=held))], []) == []


MINISTRY = "The talks on dockers’ pay will begin on 20 May, the ministry said. Ships wait outside the harbour in the rain."


def dated(text: str, *days: str, name: str, published: date = DAY, outlet: str | None = None) -> Reading:
    """A document whose expressions such as "20 May" are resolved."""
    made = document(text, name, outlet=outlet or name, published=published)
    values = [date(DAY.year, DAY.month, int(d.split()[-2])) for d in days]
    times = [
        TemporalExpression(span=span(text, d), value=Interval(start=v, end=v), anchor=published, grain="day")
        for d, v in zip(days, values, strict=True)
    ]
    return Reading(made, analysis(made, times=times))


@pytest.mark.parametrize(
    ("text", "day", "clashes"),
    [
        ("The talks on dockers’ pay will begin on 22 May, the union said. Rain went on all night.", "22 May", True),
        ("On 22 May the talks on pay between dockers and ministry will begin, a mediator told reporters.", "22 May", True),
        ("The talks on dockers’ pay will begin on 20 May, the union said. Rain went on all night.", "20 May", False),
        ("The second talks on dockers’ pay will begin on 22 May, the union said.", "22 May", False),
        ("The talks on dockers’ pay were postponed to 22 May, the union said.", "22 May", False),
        ("The strike of the dockers will begin on 22 May, the union said.", "22 May", False),
        ("The talks on dockers’ pay will not begin on 22 May, the union said.", "22 May", False),
    ],
)
def test_two_days_for_one_event_are_both_shown(text: str, day: str, clashes: bool) -> None:
    """Each with its sentence; not the days of a series, of a move, of another event, or of one that is denied."""
    one, other = dated(MINISTRY, "20 May", name="a"), dated(text, day, name="b")
    found = find_disputes([one, other], [])
    assert [(d.about, [e.document for e, _ in d.sides]) for d in found] == (
        [("the date", [one.document.id, other.document.id])] if clashes else []
    )


def test_two_days_of_one_outlet_or_of_two_dates_of_issue_are_no_clash() -> None:
    """The later report corrects the earlier one."""
    text = "The talks on dockers’ pay will begin on 22 May, the union said. Rain went on all night."
    one = dated(MINISTRY, "20 May", name="a")
    assert find_disputes([one, dated(text, "22 May", name="b", outlet="a")], []) == []
    assert find_disputes([one, dated(text, "22 May", name="b", published=DAY + timedelta(days=1))], []) == []


def test_two_speakers_of_one_document_may_name_two_days() -> None:
    """With the sentences of both; one speaker who names two days speaks of two events."""
    text = "The vote on the port bill will be on 20 May, Ada Quill said. The vote on the port bill would be on 22 May, Tom Lund said."
    made = dated(text, "20 May", "22 May", name="a")
    for second, count in (("Tom Lund", 1), ("Ada Quill", 0)):
        held = [
            replace(
                position(text, "Ada Quill", "said", "The vote on the port bill will be on 20 May", kind="statement"), actor="Ada Quill"
            ),
            replace(position(text, "Tom Lund", "said", "The vote on the port bill would be on 22 May", kind="statement"), actor=second),
        ]
        found = find_disputes([Reading(made.document, replace(made.analysis, positions=tuple(held)))], [])
        assert len(found) == count


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The Sedra mine will not close on 1 June, Karel Dunmore said.", True),
        ("The Sedra mine will stay open on 1 June, Karel Dunmore said.", True),
        ("The Sedra mine will not close before July, Karel Dunmore said.", False),
        ("The Sedra mine will not close on 1 June, Lise Tarn said.", False),
        ("The mill of Oskar will not close on 1 June, Karel Dunmore said.", False),
    ],
)
@pytest.mark.parametrize("are_versions", [False, True])
def test_what_one_source_denies_and_another_affirms_is_shown(text: str, denied: bool, are_versions: bool) -> None:
    """In the same words, of the same speaker; two speakers differ with one another, and no source is wrong."""
    made = []
    for name, sentence in (("a", "The Sedra mine will close on 1 June, Karel Dunmore said."), ("b", text)):
        paper = document(f"{sentence} Rain fell on the hills above the town of Oskar for days.", name, outlet=name)
        speaker = sentence.split(", ")[1].removesuffix(" said.")
        held = position(paper.text, speaker, "said", sentence.split(", ")[0], kind="statement")
        made.append(Reading(paper, analysis(paper, actors=[person(paper, speaker)], positions=[held])))
    one, other = made
    found = find_disputes([one], [compare_versions(one, [other])]) if are_versions else find_disputes(made, [])
    sides = [{e.document for e, _ in d.sides} for d in found if d.about == "whether it is so"]
    assert sides == ([{one.document.id, other.document.id}] if denied else [])


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The court sentenced him to five years in prison.", "Brask was jailed on Monday for six years.", True),
        ("The court sentenced him to five years in prison.", "A judge sentenced Joen Brask to 5 years in jail.", False),
        ("The court sentenced him to 18 months in prison.", "Brask was sentenced to one and a half years.", False),
        ("The court sentenced him to five years in prison.", "Prosecutors had wanted Brask to be jailed for seven years.", False),
        ("The court sentenced him to five years in prison.", "His partner Odd Fell was sentenced to two years.", False),
        ("The court sentenced him to five years in prison.", "Fell was jailed for two years and Brask for six.", False),
    ],
)
def test_two_prison_terms_of_one_person_differ_in_any_words(one: str, other: str, differ: bool) -> None:
    """Those of two people do not, nor what was only asked for."""
    made = []
    for name, sentence in (("a", one), ("b", other)):
        paper = document(f"The trial of Joen Brask, the skipper, ended on Monday. {sentence}", name, outlet=name)
        people = [person(paper, who) for who in ("Joen Brask", "Odd Fell") if who in paper.text]
        made.append(Reading(paper, analysis(paper, actors=people)))
    assert [d.about for d in find_disputes(made, [])] == (["the prison term"] if differ else [])
