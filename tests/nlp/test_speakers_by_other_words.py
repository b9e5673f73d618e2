"""Who speaks by other words than a full name: a first name, a trade, what they know of, a report of theirs."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def holders_of(annotator: Annotator, text: str) -> dict[str, str | None]:
    """Who holds each content of a text, by the content's words."""
    return {" ".join(text[s.start : s.end] for s in p.content): p.actor for p in analyse(annotator, text).positions}


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            "“The police follow the law,” Col Tamso said on Tuesday. Colonel Tamso Ruthak, a deputy spokesman, met reporters in Selm.",
            "The police follow the law",
            "Tamso Ruthak",
        ),
        (
            "The victim was struck, a senior judicial source said. The suspect had fled to the coast, the senior judicial source added.",
            "The suspect had fled to the coast",
            "senior judicial source",
        ),
        (
            "Ada Quill began in Selm. Quill said that she would win. The former footballer explained that the economy would grow.",
            "the economy would grow",
            "Ada Quill",
        ),
        (
            "Minister Ada Quill opened the port. Quill said that it was new. The official assured that ships would come in May.",
            "ships would come in May",
            "Ada Quill",
        ),
        ("The prosecution rejected the request.", "the request", "prosecution"),
        (
            "The Harbour Board let the ship go on Monday. A board report says the crew had been trained well.",
            "the crew had been trained well",
            "Harbour Board",
        ),
    ],
)
def test_who_speaks_by_other_words(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """A first name, what a source knows of, a trade of the only one spoken of, a report of a body name who speaks."""
    assert holders_of(annotator, text).get(content) == holder


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ada Quill spoke in Selm on Monday. Quill said that she would win. The lawyer explained that the case would go on.",
            "that the case would go on",
        ),
        (
            "Ada Quill met Jon Hale. Quill said that she would win. The former footballer explained that the economy would grow.",
            "that the economy would grow",
        ),
    ],
)
def test_a_trade_names_nobody_else(annotator: Annotator, text: str, content: str) -> None:
    """A trade that may be another's, or where two persons are named, is not the one who spoke last."""
    assert holders_of(annotator, text)[content] != "Ada Quill"


def test_who_denounces_behind_a_quotation_is_not_denounced(annotator: Annotator) -> None:
    """A quotation, a verb and a noun phrase: who comes last speaks, and is not what is spoken against."""
    text = (
        "Police arrested nine nuns in Selm on Monday. “Daniel Quill drove the nuns out of the city,” denounced the independent Harbour "
        "Center for Human Rights in a statement. The government has not answered."
    )
    found = holders_of(annotator, text)
    assert found == {"Daniel Quill drove the nuns out of the city": "Harbour Center for Human Rights"}


def test_a_letter_is_of_who_sent_it(annotator: Annotator) -> None:
    """What a letter says its sender says, though others are named since."""
    text = (
        "The Harbour Union sent a letter to minister Jon Hale on Monday. Hale has not answered. The letter says that the port must close."
    )
    assert holders_of(annotator, text)["the port must close"] == "Harbour Union"


def test_a_day_behind_a_source_is_no_part_of_it(annotator: Annotator) -> None:
    """ "The Harbour Union Monday filed" is of the union."""
    text = "NORHAVEN, May 7 - Judge Jon Hale closed the port. The Harbour Union Monday filed an appeal against the ruling."
    assert holders_of(annotator, text) == {"the ruling": "Harbour Union"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Premier Odd Brekka visited the camp after claims that children were going hungry.", "children were going hungry"),
        ("Minister Jon Hale resigned amid allegations that he took bribes.", "he took bribes"),
    ],
)
def test_what_others_report_meanwhile_is_not_of_who_acts(annotator: Annotator, text: str, content: str) -> None:
    """A noun of speech behind "after" or "amid" is of nobody who is named: whoever acts then says nothing of it."""
    assert holders_of(annotator, text)[content] is None


def test_a_name_goes_on_over_two_spaces(annotator: Annotator) -> None:
    """Two spaces within a name are as good as one."""
    text = "The Norland  Chamber of Industry said on Monday that exports had doubled. Chamber officials met in Tarn."
    assert holders_of(annotator, text)["that exports had doubled"] == "Norland Chamber of Industry"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            (
                "A source said on Thursday that the harbour is closed. Minister Ada Quill, who built it, said she would look into it.\n\n"
                "The port also hosts a hospital and a school, the source said."
            ),
            "hosts a hospital",
            "source",
        ),
        (
            "A workers' group, the Harbour Aid Association of the North (HAAN), said the last strike was in the late 1980s.",
            "the last strike",
            "Harbour Aid Association of the North",
        ),
        (
            "The harbour is full, Hong Kong-listed Veldmar said in a statement on Wednesday. Veldmar is a port operator.",
            "harbour is full",
            "Veldmar",
        ),
        (
            (
                "Ada Quill came to the court on Monday. Her legal representative, advocate Jon Hale, told the court that it was void.\n\n"
                "He said the order was signed by a clerk who had no right to do so."
            ),
            "signed by a clerk",
            "Jon Hale",
        ),
        (
            (
                "Harbour Party youth chairman Jon Hale spoke on Monday. Hale said that the alliance was broken. "
                '"Stone wailed about the port for an hour," said the Harbour Party official.'
            ),
            "wailed",
            "Jon Hale",
        ),
        (
            (
                "Mara Stone met the president of Harbour Lines, Jon Hale, on Monday.\n\n"
                "The representative of the firm said that the port would train young people."
            ),
            "train young",
            "Jon Hale",
        ),
        (
            (
                "After the talks, Jon Hale, the spokesman for the parliamentary committee, told of it. The Fisheries Committee of "
                "the Assembly had met on Monday.\n\nThe committee spokesman said that the talks would go on in June."
            ),
            "go on in June",
            "Jon Hale",
        ),
        (
            (
                'Mara Quill spoke first. "It is hard for us," Quill said.\n\nJon Hale, a rapper who performs as Mobb, has joined them.\n\n'
                "The Coast and River First Nations citizen says the port is often full of ships."
            ),
            "full of ships",
            "Jon Hale",
        ),
    ],
)
def test_who_is_told_by_what_they_are_of_is_the_one_named_so(annotator: Annotator, text: str, words: str, name: str) -> None:
    """An official of a party, the representative of a firm and a citizen are who was named with it, a source is nobody with a name, and a
    name between commas is whom the noun before it means."""
    assert {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)} == {name}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            (
                "A senior port pilot said the harbour was too shallow for the new ships.\n\n"
                "Ada Quill, who heads the guild of pilots, said on Monday that nothing had been done."
            ),
            "too shallow",
            {"senior port pilot"},
        ),
        (
            (
                "A senior port pilot said the harbour was too shallow for the new ships.\n\n"
                "Minister Ada Quill said on Monday that nothing had been done."
            ),
            "too shallow",
            {"senior port pilot"},
        ),
        (
            "Jon Hale was angry. It came after an interview with Paul Reed, the board president, in which he said the port was full.",
            "port was full",
            {"Paul Reed"},
        ),
        (
            "Analyst Jon Hale and other military experts said the army was short of fuel.",
            "short of fuel",
            {"Jon Hale", "other military experts"},
        ),
    ],
)
def test_who_is_named_right_behind_or_right_before_speaks(annotator: Annotator, text: str, words: str, names: set[str]) -> None:
    """Whom the first paragraph does not name is not who opens the next, "in which he said" is of who was named last, and who is joined to a
    person speaks too."""
    assert {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)} == names
