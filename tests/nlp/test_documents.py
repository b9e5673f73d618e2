"""Whose a document is that says something: who drew it up, released or wrote it; people and places are invented, countries are not."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def holders(annotator: Annotator, text: str, words: str) -> set[str | None]:
    """Who is shown as holding what has these words in it."""
    found = analyse(annotator, text).positions
    return {p.actor for p in found if p.confidence > SHOWN and any(words in text[s.start : s.end] for s in p.content)} - {None}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Halm Institute report said the river had lost a third of its fish since 2010.", "river", "Halm Institute"),
        ("The dam is unsafe, according to a study by the Halm Institute.", "unsafe", "Halm Institute"),
        ("The dam is unsafe, according to a report published on Monday by the Halm Institute.", "unsafe", "Halm Institute"),
        ("A 2019 report from the Halm Institute says the dam is unsafe.", "unsafe", "Halm Institute"),
        ("Prices rose by four percent, according to data from the Orlandish Statistics Office.", "four", "Orlandish Statistics Office"),
        ("According to a survey by the Halm Institute, rents doubled. The poll said tenants feared more.", "feared", "Halm Institute"),
        ("Judge Ada Quill unveiled a report on the fire on Monday. The doors were locked, the report said.", "locked", "Ada Quill"),
        ("In a statement, the Harbour Union said it would talk. “Our members have waited,” says the document.", "waited", "Harbour Union"),
        ("Jon Hale mailed the letter from Northport. The letter says the dam was never safe.", "never", "Jon Hale"),
        ("Mara Stone met Ada Quill. According to her website, Quill has written nine novels about the sea.", "novels", "Ada Quill"),
        ("Ada Quill of the Harbour Union spoke. The ministry's statement said the port would close in May.", "close", "ministry"),
        ("The dam is unsafe, according to the Halm Institute's website.", "unsafe", "Halm Institute"),
        (
            "Wages rose by a third last year, the Bank of Orland said on Monday in a report on housing. Rents will fall, the report said.",
            "Rents",
            "Bank of Orland",
        ),
        ("In its latest report, the Halm Institute said trade fell. “The ports grew,” the report said.", "grew", "Halm Institute"),
        ("Prosecutors filed a document in court on Monday. “The man hid his money,” the document says.", "hid", "prosecutors"),
        ("Ada Quill spoke in court. The prosecutors' document says the man hid his money.", "hid", "prosecutors"),
        ("Food prices doubled, according to a survey in June by research company Halm Data.", "doubled", "Halm Data"),
        ("Traders will be ranked, according to an announcement by the Port Authority.", "ranked", "Port Authority"),
        ("The Halm Exchange opens. Traders will be ranked, according to rules published by the exchange.", "ranked", "Halm Exchange"),
        ("The city held a fair. City staff say the fair would cost a million.", "million", "city staff"),
        ("According to a report, the fair would cost a million. The fair is free, the staff report says.", "free", "staff"),
        ("The cadets were beaten, the report said. The report was drafted by the Halm Institute.", "beaten", "Halm Institute"),
        ("The Halm Institute document says the dam leaks. The wall is old, the report adds.", "old", "Halm Institute"),
        ("Dams leak, says a Halm Institute report. Walls fall, the document says. Gates rust, the report says.", "rust", "Halm Institute"),
        ("The dam leaks, according to a report by the Harbour Council's Port Office.", "leaks", "Port Office"),
        ("A statement issued by Ada Quill said the port was safe. It said the dam was too.", "dam", "Ada Quill"),
        ("A statement by Ada Quill was sent out. It said the port was safe. “The dam was built to last,” it added.", "built", "Ada Quill"),
        ("The order, signed by Ada Quill, said the port was closed. It added that the dam would be rebuilt.", "rebuilt", "Ada Quill"),
        ("The affidavit from the prosecutors gives details. It says the man hid his money.", "hid", "prosecutors"),
        ("The EU met Jon Hale on Monday. Hale said he agreed. The EU declaration said the wall must fall.", "wall", "EU"),
        ("Jon Hale said he was fine. A ministry statement said the port would close in May.", "close", "ministry"),
    ],
)  # fmt: skip
def test_a_document_is_held_by_who_made_it(annotator: Annotator, text: str, words: str, name: str) -> None:
    """What a report, a survey, a letter or a website says is held by the body or the person who made it, as the text tells."""
    assert holders(annotator, text, words) == {name}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Halm Institute said the dam was old. Another report said the dam was unsafe.", "unsafe"),
        ("Judge Ada Quill presented the report to parliament on Monday. The doors were locked, the report said.", "locked"),
        ("The Harbour Bank lawsuit alleges that fees were hidden from the clients.", "hidden"),
        ("In a statement, the Harbour Union said it was ready to talk. The court document says the men were armed.", "armed"),
        ("The Harbour League met on Monday. The league's rules say that players must be paid.", "paid"),
        ("The Halm Institute published a report on ports. Reports said that the dam was unsafe.", "dam"),
        ("A statement by Ada Quill said the port was safe. The affidavit was old. It said the dam was too.", "dam"),
        ("The Harbour Union spoke on Monday. The affidavit says the men were armed.", "armed"),
        ("The Bank of Orland spoke of the report. Rents will fall, the report said.", "Rents"),
        (
            "Lawyers met on Monday. Ada Quill, vice-president of the Tarn mine, said the firm was sad. The lawsuit says it hid the leak.",
            "leak",
        ),
        ("The cadets were beaten, the report said. A new report by the Halm Institute said they were not.", "were beaten"),
    ],
)
def test_a_document_whose_maker_is_not_told_is_nobodys(annotator: Annotator, text: str, words: str) -> None:
    """A document that is only told of, handed over, or told apart from the one before is held by nobody who is named."""
    assert holders(annotator, text, words) == set()


def test_a_letter_is_not_that_of_who_receives_it(annotator: Annotator) -> None:
    """Who is named behind a letter as the one whom it goes to does not hold what it says."""
    text = "Mara Stone spoke in Northport. Her letter to Premier Jon Hale reads that the dam is unsafe."
    assert holders(annotator, text, "unsafe") <= {"Mara Stone"}


def test_a_document_is_not_that_of_whom_it_is_sent_to(annotator: Annotator) -> None:
    """Nor of one of two that it is between."""
    text = "A letter sent to the Energy Ministry by the Miners Union demanded higher pay. It said the strike would start on Monday."
    assert not {a for p in analyse(annotator, text).positions if (a := p.actor) and "Ministry" in a}
    between = "The memorandum between Tarn Motors and Kestrel Air says that flights will start on December 3."
    assert not {p.actor for p in analyse(annotator, between).positions} & {"Tarn Motors", "Kestrel Air"}
