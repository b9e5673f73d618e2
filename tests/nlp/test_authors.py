"""Who "we" and "I" are in a letter, a circular, a statement or a report. People and bodies are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.ingest import IngestSettings, read_document
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse

_LETTER = """Dear Minister,

We believe that the new dam would be a disaster for the valley. The Chamber of Mines claims that it will bring jobs. We urge you to
withdraw the bill before Friday.

Yours sincerely,
Greta Holm
Chair, Alliance for Clean Rivers
"""
_CIRCULAR = """HARBOUR WORKERS' FEDERATION
Circular 47/2026

Dear colleagues,

Talks with the employer broke down on Friday. We call on the Minister of Transport, Alan Prowse, to intervene.

In solidarity,
Maureen Tighe
General Secretary
"""
_STAFF = """To: All staff
From: Renata Silas, Chief Executive
Date: 24 November 2026

Dear colleagues,

I believe that the plant can be saved. Our Human Resources Director, Mark Olin, will visit Denby on Thursday.

Renata
"""
_REPORT = """House of Deputies of Arlenia – Foreign Affairs Committee
Relations with the Sahari States

The Committee heard twelve witnesses. We recommend that the Foreign Office publish a strategy by March.

The Minister of State, Harriet Coyle, told us that the budget was fixed. We regret this decision.
"""
_REMARKS = """Remarks by Foreign Minister Hugo Tamm to the press

I met the envoy this morning. I urge the parties to agree to a ceasefire. The embassy of Torland welcomed the talks.
"""
_MINISTERS = """Joint Statement of the Foreign Ministers of Norland and Selmia

We are deeply concerned by the decision of the council to suspend inspections. We urge the council to withdraw the decision.
"""
_PRESIDENT = """Statement by the President of the Republic of Cassara

I thank the President of Medina, Yusra Tal, for her help. I call on all fighters to lay down their arms.
"""
_MAIL = """From: Lena Farrow <l.farrow@harbour.example>
To: Desk East
Subject: Re: Visit of the delegation

I spoke to Deputy Minister Rusu this morning. He says that the delegation will arrive on Thursday and not on Friday.
I believe that the dinner should be moved to Thursday.

Lena

On Monday, 23 November 2026, Piotr Zelak wrote:
> I believe that the embassy will refuse the agenda.
> I will send the draft agenda tomorrow.
>
> Piotr
"""
_PAGE = """Letters to the Editor

Sir, The minister claims that the Orwin bridge is safe. I call on him to publish the report.
Edmund Carrick
Norrick

Sir, It was the Port Authority that cancelled the repairs in 2022. We warned at the time that it would cost lives.
Maureen Tighe
General Secretary, Harbour Workers' Federation
"""
_COLUMN = """The mayor must listen
By Abena Koomson

Mayor Kwesi Tandoh says that the market is unsafe. I believe that the market can be repaired. The Traders' Union has offered to pay.
I have known it since my childhood.
"""
_JUDGMENT = """IN THE HIGH COURT OF SELMIA
JUDGMENT of Mrs Justice Arden

1. Counsel for the company, Mr. Rees, argued that the consultation was sufficient.
2. I accept the argument of the villages.
"""
_TWO_UNIONS = """Open letter to the Minister of Transport

Dear Minister,

We demand that the crane be stopped. The Port Board says that it is safe.

In solidarity,

Edda Marl
General Secretary, Harbour Workers' Union

Ruben Staal
President, Orland Railway Guild

cc: Prime Minister Colm Orr; the members of the Committee on Transport
"""
_SPEECH = """Remarks by Prime Minister Colm Orr at the Harbour Chamber

Orlet, 17 November 2026

Thank you, and good evening.

I believe that no land can face the drought alone. I urge Parliament to pass the bill. The Opposition says that we cannot afford it.
"""
_CABLE = """From: Embassy of Portugal in Dublin
To: Ministry of Foreign Affairs

I called on Foreign Minister Soller this morning. He asked us to wait. I replied that the crew should be released.

We recommend accepting his offer.

Ambassador Henrik Dahl
"""


def holders(annotator: Annotator, text: str, said: str) -> set[str | None]:
    """Who is shown as holding what has these words."""
    found = [p for p in analyse(annotator, text).positions if p.confidence > SHOWN]
    return {p.actor for p in found if said in " ".join(text[s.start : s.end] for s in p.content)}


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        (_LETTER, "a disaster for the valley", "Alliance for Clean Rivers"),
        (_LETTER, "bring jobs", "Chamber of Mines"),
        (_CIRCULAR, "to intervene", "HARBOUR WORKERS' FEDERATION"),
        (_STAFF, "the plant can be saved", "Renata Silas"),
        (_REPORT, "publish a strategy", "Foreign Affairs Committee"),
        (_REPORT, "this decision", "Foreign Affairs Committee"),
        (_REMARKS, "a ceasefire", "Hugo Tamm"),
        (_MINISTERS, "withdraw the decision", "Foreign Ministers of Norland and Selmia"),
        (_MAIL, "should be moved", "Lena Farrow"),
        (_MAIL, "refuse the agenda", "Piotr Zelak"),
        (_PAGE, "publish the report", "Edmund Carrick"),
        (_PAGE, "cost lives", "Harbour Workers' Federation"),
        (_COLUMN, "can be repaired", "Abena Koomson"),
        (_JUDGMENT, "the argument of the villages", "Arden"),
        (_CABLE, "should be released", "Henrik Dahl"),
        (_CABLE, "accepting his offer", "Embassy of Portugal"),
        (_PRESIDENT, "lay down their arms", "President of the Republic of Cassara"),
    ],
)
def test_who_signs_sends_or_heads_a_text_says_we(annotator: Annotator, text: str, said: str, name: str) -> None:
    """Not who was quoted before, nor the president of another land."""
    assert holders(annotator, text, said) == {name}


def test_we_of_a_text_that_names_nobody_is_nobody(annotator: Annotator) -> None:
    """A house that only occurs in it has not written it."""
    text = "The Chamber of Mines met on Monday.\n\nWe urge the minister to withdraw the bill.\n"
    assert holders(annotator, text, "withdraw the bill") <= {None}


def test_a_body_called_by_its_noun_with_a_capital_is_known(annotator: Annotator) -> None:
    """ "The Council" is one, "the council" any."""
    text = (
        "The Council welcomes the accession of Bunde. The Council requests the Executive Secretary, Mr. Baraka Simwe, to prepare a budget."
    )
    assert holders(annotator, text, "the accession of Bunde") == {"Council"}


def test_a_list_of_those_present_is_said_by_nobody(annotator: Annotator) -> None:
    """Nor is one body of another a saying."""
    text = "Supreme Court of Calvany\nJustices: Lord Averill (President), Lady Morrow, Lord Penhale\n\nThe appeal was dismissed.\n"
    assert not holders(annotator, text, "Lady Morrow")


def test_what_an_author_adds_is_no_part_of_what_another_says(annotator: Annotator) -> None:
    """ "He says that it arrives on Thursday. I believe" ends where the author begins."""
    assert holders(annotator, _MAIL, "on Friday") == {"Rusu"}
    found = [p for p in analyse(annotator, _MAIL).positions if p.actor == "Rusu"]
    assert not [p for p in found if "dinner" in _MAIL[p.content[0].start : p.content[-1].end]]


def test_a_promise_of_a_mail_that_is_answered_is_not_of_who_answers(annotator: Annotator) -> None:
    """Who wrote it is named above it."""
    found = [s for s in analyse(annotator, _MAIL).next_steps if "draft agenda" in _MAIL[s.what[0].start : s.what[-1].end]]
    assert {s.who for s in found} == {("Piotr Zelak",)}


def test_we_of_a_note_is_the_body_of_its_letterhead(annotator: Annotator, tmp_path: Path) -> None:
    """Though it stands above the text, where an article has its outlet."""
    path = tmp_path / "note.txt"
    path.write_text(
        "SARRA MARKETS NOTE\nTallis Partners | 24 November 2026\n\nBottom line: we expect the central bank to raise rates by 50 basis "
        "points on Thursday.\n\nFinance Minister Pavel Ruzic urged the bank to wait. We believe that he will lose the argument.\n",
        encoding="utf-8",
    )
    (document,) = read_document(path, IngestSettings(), today=date(2026, 11, 26))
    found = analyze_document(document, annotator=annotator, today=date(2026, 11, 26)).positions
    assert {p.actor for p in found if document.text[p.content[0].start :].startswith("the central bank to raise")} == {"Tallis Partners"}


def test_a_style_inside_of_a_name_is_no_part_of_it(annotator: Annotator) -> None:
    """ "President of the Republic of Bunde H.E. Joseph Kamara" is called Joseph Kamara."""
    text = "The Crown Prince met the President of the Republic of Bunde H.E. Joseph Kamara on Monday. Kamara called for a ceasefire.\n"
    assert "Joseph Kamara" in {a.name for a in analyse(annotator, text).actors}


def test_a_person_with_the_first_name_of_an_agency_is_no_outlet(annotator: Annotator) -> None:
    """Petra Malin speaks."""
    text = "Petra Malin said that the bridge was unsafe. Petra signed the report.\n"
    assert holders(annotator, text, "the bridge was unsafe") == {"Petra Malin"}


def test_all_who_sign_a_letter_write_it(annotator: Annotator) -> None:
    """Whoever has a copy of it does not."""
    assert holders(annotator, _TWO_UNIONS, "the crane be stopped") == {"Harbour Workers' Union", "Orland Railway Guild"}
    assert holders(annotator, _TWO_UNIONS, "it is safe") == {"Port Board"}


def test_who_holds_a_speech_by_its_title_is_i_in_it(annotator: Annotator, tmp_path: Path) -> None:
    """Also where the day below the title parts it from the body."""
    path = tmp_path / "speech.txt"
    path.write_text(_SPEECH, encoding="utf-8")
    document = read_document(path, IngestSettings(), today=date(2026, 11, 27))[0]
    found = analyze_document(document, annotator=annotator, today=date(2026, 11, 27)).positions
    held = {document.text[p.content[0].start : p.content[0].end]: p.actor for p in found if p.confidence > SHOWN}
    assert next(who for said, who in held.items() if "face the drought" in said) == "Colm Orr"
    assert next(who for said, who in held.items() if "pass the bill" in said) == "Colm Orr"
