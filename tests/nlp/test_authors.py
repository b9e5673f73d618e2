"""Who "we" and "I" are in a letter, a circular, a statement or a report. People and bodies are invented."""

from __future__ import annotations

import pytest

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
