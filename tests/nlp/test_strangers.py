"""Whom "he" and "she" mean among several, and behind those who have no name; people and places are invented, countries are not."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def holders(annotator: Annotator, text: str, words: str) -> set[str | None]:
    """Who holds what has these words in it, shown or not."""
    found = analyse(annotator, text).positions
    return {p.actor for p in found if any(words in text[s.start : s.end] for s in p.content)} - {None}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Sarah Quill came to the hall. David Stone stood in the street for hours. “We lost everything,” she said.",
            "everything",
            "Sarah Quill",
        ),
        (
            "Quanta Oru was hurt in the fire. Besk Stone, Harl Lund and Odrin Vale are facing charges. “I have lost a son,” she says.",
            "lost",
            "Quanta Oru",
        ),
        (
            "Ingo Vale agrees with much of what Otto Lund says. Like Lund, he wants more buses in the villages of the north.",
            "buses",
            "Ingo Vale",
        ),
    ],
)
def test_a_pronoun_is_not_whom_the_sentence_rules_out(annotator: Annotator, text: str, words: str, name: str) -> None:
    """A given name that tells a man, a list of several, and whom somebody is likened to are none that a pronoun means."""
    assert holders(annotator, text, words) == {name}


@pytest.mark.parametrize(
    ("spokesman", "pronoun", "name"),
    [
        ("A spokesman for Harbour Foods", "he", "Harbour Foods"),
        ("A Harbour Foods spokesman", "he", "Harbour Foods spokesman"),
        ("A Harbour Foods spokesman", "the spokesman", "Harbour Foods spokesman"),
        ("A senior official of the Harbour Board", "she", "senior official of the Harbour Board"),
    ],
)
def test_a_spokesman_without_a_name_goes_on(annotator: Annotator, spokesman: str, pronoun: str, name: str) -> None:
    """Who speaks on, where nobody is named since, is still the spokesman and not who was named before; only who is there "for" a body
    speaks in its name."""
    text = (
        f"Inspector Jon Hale said the shop was searched. {spokesman} said the firm was helping the police. "
        f"“Our staff stayed calm,” {pronoun} said."
    )
    assert holders(annotator, text, "calm") == {name}


def test_officials_of_a_body_are_not_the_body(annotator: Annotator) -> None:
    """Several of its people hold what they say under their own words; those of a land are the land."""
    text = "Harbour Board officials said that the quay was safe. Norwegian officials said that the road was shut."
    assert holders(annotator, text, "quay") == {"Harbour Board officials"}
    assert holders(annotator, text, "road") == {"Norway"}


def test_who_has_no_name_is_known_by_the_article_too(annotator: Annotator) -> None:
    """Somebody without a name is called by what the text calls them, with and without its article; a town tied on by a hyphen stays."""
    text = "A Northport-based scholar said that the dam was unsafe. Seven students said that it must be drained."
    named = {a.name: a.aliases for a in analyse(annotator, text).actors}
    assert "a Northport-based scholar" in named["Northport-based scholar"]
    assert "seven students" in named["students"]


def test_the_end_of_a_number_is_not_how_many_they_are(annotator: Annotator) -> None:
    """Thirty-four are not four."""
    text = "Thirty-four students said that the old mill must be reopened."
    aliases = {alias for a in analyse(annotator, text).actors for alias in a.aliases}
    assert not any(alias.startswith("four") for alias in aliases)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Harl Moreno, ports chief at the Migrations Board said the queues were long. The official added that staff were few.",
            "staff",
            "Harl Moreno",
        ),
        (
            "Mara Stone spoke. “I want to go on, and Ada Quill knows it,” Stone said.\n\nThe football legend recalled her first match.",
            "first match",
            "Mara Stone",
        ),
    ],
)
def test_another_word_for_who_spoke_right_before_is_the_same(annotator: Annotator, text: str, words: str, name: str) -> None:
    """ "The official" and "the football legend" are who spoke last, where others are named in a quotation alone."""
    assert holders(annotator, text, words) == {name}


def test_another_word_is_not_who_told_of_somebody_else(annotator: Annotator) -> None:
    """Where the sentences before name another person too, the word may mean that one: then nobody holds it."""
    text = "Mara Stone said on Monday that Ada Quill had won the cup again. The football legend recalled a first match in the rain."
    assert holders(annotator, text, "first match") == set()


def test_an_official_without_more_holds_what_they_say_and_he_goes_on(annotator: Annotator) -> None:
    """An official of whom no more is told is an official: in the data, who "he" is in the next sentence as well."""
    text = "An official said that a body was found near the bridge. He added that the police were looking for witnesses."
    assert holders(annotator, text, "body") == {"official"}
    assert holders(annotator, text, "witnesses") == {"official"}


def test_a_name_with_an_apostrophe_is_one(annotator: Annotator) -> None:
    """What stands behind an apostrophe in a name is its end, and no genitive."""
    text = "Interior Minister Fred Odang'i spoke in Northport. Odang'i dismissed the claims that the guards had been withdrawn."
    people = [a for a in analyse(annotator, text).actors if a.kind == "person"]
    assert [a.name for a in people] == ["Fred Odang'i"]
    assert holders(annotator, text, "guards") == {"Fred Odang'i"}


def test_they_is_the_body_that_the_sentence_before_is_about(annotator: Annotator) -> None:
    """A body that acts and is called "they" holds what they say, but for where another is named since."""
    text = "The Halm Harbour Club set up a camp on Tuesday. They demanded that the pier be opened."
    assert holders(annotator, text, "pier") == {"Halm Harbour Club"}
    text = "The Halm Harbour Club met the Kestria Rowing League on Tuesday. They demanded that the pier be opened."
    assert holders(annotator, text, "pier") == set()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Meet Ada Quill, Mara Stone and Jon Hale. Two of them swim. They have refused to leave the pier.",
            {"Ada Quill", "Mara Stone", "Jon Hale"},
        ),
        ("Ada Quill, 52, and her aide Jon Hale sold the boat. They said the pier was rotten.", {"Ada Quill", "Jon Hale"}),
        ("Ada Quill went to the harbour in the company of her aide Jon Hale; they said the pier was rotten.", {"Ada Quill", "Jon Hale"}),
        ("Ada Quill blamed Jon Hale on Monday. They said the pier was rotten.", set()),
        ("Officers have not found the cause of the collapse but they suspect that the pier was rotten.", {"officers"}),
    ],
)
def test_they_are_those_told_of_together(annotator: Annotator, text: str, named: set[str]) -> None:
    """However the sentence joins them; not two of whom one does something to the other."""
    assert holders(annotator, text, "pier") == named


def test_who_says_what_he_did_is_he(annotator: Annotator) -> None:
    """ "Quanta said he was not there" tells more than "Quanta said that she was fine", which is of another."""
    text = (
        "Quanta Lian Kerr said the harbour made it seem as though she was lost.\n\n"
        "“The girl lives in Tarn. Mara Stone found her,” he said.\n\n"
        "Kerr said that the pier made it seem as though she was forgotten. "
        "Kerr said that the boat was hers and that nobody had seen her mother.\n\n"
        "In response, Kerr said he was not passing the ball to the harbour."
    )
    assert holders(annotator, text, "lives in Tarn") == {"Quanta Lian Kerr"}


def test_he_is_who_spoke_before_a_group_did(annotator: Annotator) -> None:
    """And not whom the speaker's words name only as the owner of something."""
    text = (
        "Chairman Otto Lund warned in Tarn that the crisis would grow. He stated that voters were afraid of the guards.\n\n"
        "“Today I want to thank you, as the land has moved towards Vale’s vision,” he added.\n\n"
        "He said that people without a dream can never be free, as a plan was imposed, which was rejected by the voters. "
        "He claimed that the people would not be slaves."
    )
    assert holders(annotator, text, "slaves") == {"Otto Lund"}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Lund spoke in Tarn. Lund critics said the pier was rotten.",
        "Ada Quill met Otto Lund. Ada Quill allies said the pier was rotten.",
        "Quill supporters and Lund critics said the pier was rotten.",
    ],
)
def test_people_for_or_against_somebody_are_not_they(annotator: Annotator, text: str) -> None:
    assert not holders(annotator, text, "pier") & {"Otto Lund", "Ada Quill", "Lund", "Quill"}


def test_a_thing_that_suggests_something_is_not_he(annotator: Annotator) -> None:
    """Only a person without a name stands between "he" and who spoke before."""
    text = (
        "Otto Lund, a singer, said his new album was a gift. “I wrote it at home,” he said.\n\nThe title suggests two quiet songs."
        "\n\nVariety is key for Lund after a gap of ten years. “I only wrote love songs before,” he says."
    )
    assert holders(annotator, text, "love songs") == {"Otto Lund"}


def test_who_adds_is_no_body_that_spoke_last(annotator: Annotator) -> None:
    """ "She adds" behind a report is still the person who spoke before it."""
    text = (
        "Sarah Quill cautions that the harbour cannot rest.\n\nAccording to the Port Authority of Norhaven, traffic fell by a tenth in "
        "March. Furthermore, she adds, “only two of the ferries sailed in winter.”"
    )
    assert holders(annotator, text, "ferries sailed") == {"Sarah Quill"}


def test_the_producer_is_who_was_called_by_another_noun_between(annotator: Annotator) -> None:
    """ "The French professional" is no second person."""
    text = (
        "Otto Lund, the director of a film about Norhaven, came on Monday. The French professional announced that it would be ready in "
        "autumn.\n\nLund said, however, that pictures would be shown before.\n\nThe producer went on to state that they would be free."
    )
    assert holders(annotator, text, "would be free") == {"Otto Lund"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "A guard with knowledge of the dam said the gates were shut. Water was let out at night, the source added.",
            "Water",
            "guard with knowledge of the dam",
        ),
        (
            "“The port is quiet,” said a senior Orlandish diplomat. “So is the pier,” the person added.",
            "So is",
            "senior Orlandish diplomat",
        ),
        ("A Tarn precinct chief said the rule was unjust. The official said the pier was rotten.", "rotten", "Tarn precinct chief"),
    ],
)
def test_who_has_no_name_goes_on_as_the_source(annotator: Annotator, text: str, words: str, name: str) -> None:
    """ "The source", "the person" and "the official" are the one without a name who spoke right before."""
    assert holders(annotator, text, words) == {name}


def test_the_source_is_not_who_spoke_before_another(annotator: Annotator) -> None:
    """Nor is "the official" somebody who has no office."""
    between = "A senior Orlandish diplomat said the port was quiet. Ada Quill said the gates were shut. The pier is old, the person added."
    assert "senior Orlandish diplomat" not in holders(annotator, between, "pier")
    trade = "A shop owner in Tarn said the port was quiet. The pier is old, the official said."
    assert not holders(annotator, trade, "pier") & {"shop owner", "shop owner in Tarn"}


def test_they_are_people_by_their_trade_whom_the_sentence_before_is_about(annotator: Annotator) -> None:
    """A plural of what one person is by trade means people: "guides"."""
    text = "Jon Hale spoke in Tarn. In June, river guides walked out over their pay. More recently, they have complained of rotten piers."
    assert holders(annotator, text, "piers") == {"river guides"}
