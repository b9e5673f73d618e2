"""What must not be shown: words of one put into another's mouth, halves of sentences, what nobody holds. People are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def shown(annotator: Annotator, text: str) -> list[tuple[str | None, str, str | None, str]]:
    """Actor, kind, target and words of what a briefing may show."""
    return [
        (p.actor, p.kind, p.target, " … ".join(text[s.start : s.end] for s in p.content))
        for p in analyse(annotator, text).positions
        if p.confidence > SHOWN and p.actor is not None
    ]


def test_it_said_is_not_what_its_own_words_name(annotator: Annotator) -> None:
    """ "The Norland Oil Corp supplies …, it said" is of who spoke before."""
    text = (
        "The exporter Calloway Steel said prices would rise. The Norland Oil Corp supplies the army with oil at a floating price, it said."
    )
    assert {a for a, _, _, c in shown(annotator, text) if "floating" in c} <= {"Calloway Steel"}


def test_it_added_is_not_the_body_that_the_words_are_about(annotator: Annotator) -> None:
    text = (
        "The Ministry of Works of Norland said on Monday that the bases were safe.\n\n"
        "The armed forces have bought mobile generators to meet their needs during emergencies, it added.\n"
    )
    assert {a for a, _, _, c in shown(annotator, text) if "generators" in c} <= {"Ministry of Works of Norland", "Ministry of Works"}


def test_she_said_is_not_the_woman_whom_she_speaks_of(annotator: Annotator) -> None:
    text = "Mara Stone called the remarks racist. “It is sad that Ada Quill has fallen into hatred,” she said."
    assert {a for a, _, _, c in shown(annotator, text) if "sad" in c} == {"Mara Stone"}


def test_who_backs_the_speaker_does_not_speak(annotator: Annotator) -> None:
    """The agent of a participle is not who demands."""
    text = "The women’s wing of the Harbour Union, led by Mara Stone and supported by Ada Quill, is calling for his resignation."
    assert not {"Mara Stone", "Ada Quill"} & {a for a, *_ in shown(annotator, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The ministers are struggling to answer how the dam failed.",
        "The office of Mara Stone has yet to comment on the report.",
        "The Norland Harbour is considered the largest port in the north.",
        "Four colleges are said to be on the list, Paul Reed among them.",
        "Mara Stone recently published an article titled “The price of bread in the north”.",
    ],
)
def test_what_nobody_holds_is_not_shown(annotator: Annotator, text: str) -> None:
    """Speech still owed, what is said of somebody, and titles are nobody's position."""
    assert not shown(annotator, text)


def test_the_first_person_in_a_quotation_demands(annotator: Annotator) -> None:
    """ "I call on …" demands, of those whom it calls on."""
    text = "“I call on the government of Norland to refrain from force,” said Mara Stone of the Harbour Union."
    assert [(a, k, t) for a, k, t, _ in shown(annotator, text)] == [("Mara Stone", "demand", "government of Norland")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tax expert Paul Reed explained that people will have to pay more money in May.", "statement"),
        ("Mayor Ines Falk called the parade an effort to distract attention from the strike.", "statement"),
    ],
)
def test_what_will_have_to_be_is_foretold(annotator: Annotator, text: str, kind: str) -> None:
    """Neither a forecast nor a name given to a thing asks anybody for anything."""
    assert [k for _, k, _, _ in shown(annotator, text)] == [kind]


def test_a_content_begins_with_its_subject(annotator: Annotator) -> None:
    """Not "is set to reopen in May" but what is."""
    text = "The Karsa Bridge, which collapsed in 2029, is set to reopen in September, the Harbour Authority said on Friday."
    assert all(c.startswith("The Karsa Bridge") for _, _, _, c in shown(annotator, text))


def test_names_of_one_person_are_one_actor(annotator: Annotator) -> None:
    """By "known as", and by the spellings of one given name."""
    text = (
        "Ada Yee, who is known as Rina Quill, said she would sing again. Muhammad Hashir Dorne wrote that the paper must live. "
        "Mohammed Hashir Dorne said the press was free."
    )
    persons = {a.name for a in analyse(annotator, text).actors if a.kind == "person"}
    assert persons == {"Ada Yee", "Muhammad Hashir Dorne"}


def test_a_role_ends_before_the_second_description(annotator: Annotator) -> None:
    """ "and a well-known expert" is another role, and half a word is none."""
    text = "Mara Stone, a former president of the Society of North Norland and a well-known expert on law, said the court was wrong."
    assert [a.role for a in analyse(annotator, text).actors if a.name == "Mara Stone"] == [
        "former president of the Society of North Norland"
    ]


def test_a_place_and_a_trade_are_one_name(annotator: Annotator) -> None:
    """ "Norland Power" is not a body called "Power"; a newspaper's last word is an outlet."""
    text = "Norland Power said it would cut output. According to the Journal, the minister knew of it."
    names = {a.name for a in analyse(annotator, text).actors}
    assert "Power" not in names and not any(a == "Journal" for a, *_ in shown(annotator, text))


def test_a_listener_is_no_target(annotator: Annotator) -> None:
    """ "told Radio Norland that" says nothing of the station."""
    text = "Mayor Ines Falk told the Harbour Union that the bridge was closed in May."
    assert [t for _, k, t, _ in shown(annotator, text) if k == "statement"] == [None]


def test_who_is_accused_accuses_nobody(annotator: Annotator) -> None:
    """A passive inside what somebody says is no position of its subject."""
    text = "Opposition leader Mara Stone said that Bram Quill is being accused of leading the smugglers of the port."
    assert {a for a, *_ in shown(annotator, text)} <= {"Mara Stone"}


@pytest.mark.parametrize(
    "text",
    [
        "The council rebuilt the old quay in stone, suggesting a wish to keep the ships for another century.",
        "The people of Norland are made to believe that the government is trying to change.",
        "The Kestrian government summoned the consul and recalled its envoy from Sudland.",
        "The Harbour Bank and Halm Copper have both offered their own tokens since the spring.",
    ],
)
def test_what_a_fact_shows_and_what_is_for_sale_is_held_by_nobody(annotator: Annotator, text: str) -> None:
    """The subject of "suggesting" is what was told; a ware that is offered is no offer."""
    assert not [p for p in analyse(annotator, text).positions if p.confidence > SHOWN]


def test_a_clause_of_time_names_no_target(annotator: Annotator) -> None:
    """Who took over before is not who is opposed."""
    text = "Minister Ines Falk deplores that the schools were closed again after Harbour Halls took over the city."
    (found,) = (p for p in analyse(annotator, text).positions if p.kind == "opposition")
    assert found.target is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Halm Copper, for instance, moved some of its works from Kestria to Sudland last month after the flood, police said.",
            "Halm Copper, for instance, moved some of its works",
        ),
        (
            "Norland has recorded its first case of river fever, and the infection was found in a sailor, the Department of Health said.",
            "Norland has recorded its first case",
        ),
    ],
)
def test_what_a_trailing_cue_says_begins_with_its_clause(annotator: Annotator, text: str, content: str) -> None:
    """Not in the middle of it."""
    made = analyse(annotator, text)
    found = [text[p.content[0].start : p.content[-1].end] for p in made.positions if p.confidence > SHOWN]
    assert any(c.startswith(content) for c in found), found


@pytest.mark.parametrize(
    "text",
    [
        '"I have kept on thinking about it to this day," Jon Hale said.',
        "It remains the worst fire that the city has seen, according to the Harbour Guild.",
        '"I have been preparing these songs for a long time," singer Jon Hale said.',
        "Singer Jon Hale said he never decides what he sings in the morning.",
    ],
)
def test_what_has_long_been_so_is_no_promise(annotator: Annotator, text: str) -> None:
    """To have kept on, to remain the worst, to have been preparing: none of it is ahead."""
    assert "commitment" not in {p.kind for p in analyse(annotator, text).positions}


@pytest.mark.parametrize(
    "text",
    [
        "There are no signs that Norland is planning to keep its citizens from leaving.",
        "The police have not found any evidence that Mayor Ada Quill supports the smugglers.",
        "There was little indication that the Harbour Party would demand a vote.",
    ],
)
def test_what_there_is_no_sign_of_is_nobody_s_position(annotator: Annotator, text: str) -> None:
    """A position, or a step, that a text finds no sign of is none."""
    found = analyse(annotator, text)
    assert not [p for p in found.positions if p.actor is not None and p.confidence > SHOWN]
    assert not found.next_steps
