"""Who says what in transcripts of press conferences, debates and interviews. People and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse

_CONFERENCE = """Transcript: Press conference of the Prime Minister, Oskar Lindqvist, Government House

PRIME MINISTER: Good afternoon. We will send the harbour bill to Parliament on Thursday.

JOURNALIST: Governor Halim said yesterday that the reserves are falling. Are you worried?

PRIME MINISTER: There will be no increase in the fuel levy before the election.

MINISTER FOR TRANSPORT: If I can add something. The new port will create 400 jobs.

JOURNALIST: Thank you, Prime Minister.
"""
_BRIEFING = """MR. DORANTES: Good morning, everyone. We condemn the attack on the bridge.

QUESTION: Will there be sanctions?

MR. DORANTES: Those who are responsible must be held to account.

QUESTION: Thank you.
"""
_SPOKESWOMAN = """Press briefing by Foreign Ministry Spokesperson Aline Dupas

MS DUPAS: We welcome the release of the two fishermen.

REPORTER: Sarra says that the fishermen were spies.

MS DUPAS: That is absurd.

REPORTER: Will the ambassador be recalled?

MS DUPAS: No decision has been taken.

MR VANT (Deputy Spokesperson): The new rules will apply from January.
"""
_ASSEMBLY = """The Hon. Member for Gada East (Mr Okello): The roads bill is a waste of money.

The Minister for Works (Dr. Amara Sesay): The bill will create 9,000 jobs.

Mr Okello: The road was promised in 2023.

Dr. Amara Sesay: No money is missing.

Madam Speaker: The House stands adjourned.
"""
_TWO = """PRESIDENT ILIC: Thank you, Chancellor. We will begin the joint patrols next month.

CHANCELLOR BREUER: The arrests of journalists must end.

Q (Harbour Radio): Chancellor, will you lift the export ban?

CHANCELLOR BREUER: I see no reason for haste.

Q (Daily Tide): Mr. President, how do you respond?

PRESIDENT ILIC: These people broke the law.
"""
_TIMED = """[00:00:12] Dr. Wanda Pelc: Thank you for having me. The vaccine campaign has been a success.

[00:00:31] Host: Nurses were not paid.

[00:00:36] Dr. Wanda Pelc: The arrears must be paid by Friday.

[00:01:02] Host: Professor Tichy, you disagree?

[00:01:05] Prof. Jan Tichy: The campaign reached only half of the villages.

[00:01:20] Dr. Wanda Pelc: We reached 81 per cent of them.

[End of transcript]
"""
_HOUSE = """Mrs. Pell: This Bill will end foreign trawling in our waters.

Ms. Adaeze Orji (Port Ellin) (Lab): The Bill is a sham. Will the Minister publish the legal advice?

Mrs. Pell: Legal advice is not published.

Ms. Orji: The Minister hides behind her lawyers.

Question put and agreed to.
"""
_INTERVIEW = """Julia Benn: Your exports fell by a third. Why?

Omar Sharaf: The pipeline was blown up in the spring.

JB: Do you blame the militias?

OS: I blame the governor for it.

JB: Will you resign?

OS: My work is not finished yet.
"""


def said_by(annotator: Annotator, text: str) -> set[tuple[str | None, str]]:
    """Who is shown as holding what."""
    return {
        (p.actor, " ".join(text[s.start : s.end] for s in p.content)) for p in analyse(annotator, text).positions if p.confidence > SHOWN
    }


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        (_CONFERENCE, "Oskar Lindqvist", "We will send the harbour bill to Parliament on Thursday."),
        (_CONFERENCE, "Oskar Lindqvist", "There will be no increase in the fuel levy before the election."),
        (_CONFERENCE, "MINISTER FOR TRANSPORT", "The new port will create 400 jobs."),
        (_BRIEFING, "DORANTES", "We condemn the attack on the bridge."),
        (_BRIEFING, "DORANTES", "Those who are responsible must be held to account."),
        (_SPOKESWOMAN, "Aline Dupas", "That is absurd."),
        (_SPOKESWOMAN, "VANT", "The new rules will apply from January."),
        (_ASSEMBLY, "Okello", "The roads bill is a waste of money."),
        (_ASSEMBLY, "Amara Sesay", "The bill will create 9,000 jobs."),
        (_TWO, "ILIC", "We will begin the joint patrols next month."),
        (_TWO, "BREUER", "The arrests of journalists must end."),
        (_TWO, "ILIC", "These people broke the law."),
        (_TIMED, "Wanda Pelc", "The vaccine campaign has been a success."),
        (_TIMED, "Jan Tichy", "The campaign reached only half of the villages."),
        (_HOUSE, "Adaeze Orji", "The Bill is a sham."),
        (_INTERVIEW, "Omar Sharaf", "I blame the governor for it."),
    ],
)
def test_who_is_labelled_says_what_stands_behind(annotator: Annotator, text: str, who: str, said: str) -> None:
    """By name, by office and name in capitals, by an office whose holder the title names, behind a time, once or often."""
    assert (who, said) in said_by(annotator, text)


@pytest.mark.parametrize("text", [_CONFERENCE, _BRIEFING, _TWO, _TIMED, _HOUSE, _INTERVIEW, _SPOKESWOMAN, _ASSEMBLY])
def test_what_is_asked_and_thanks_and_notes_are_held_by_nobody(annotator: Annotator, text: str) -> None:
    """Nor does anybody hold what leads to a question."""
    found = said_by(annotator, text)
    assert not [said for _, said in found if said.endswith("?") or said.startswith(("Thank", "Good", "Question put", "[End"))]
    assert not {who for who, _ in found} & {"JOURNALIST", "QUESTION", "REPORTER", "Host", "Julia Benn", "Q", "Madam Speaker"}


def test_a_place_in_capitals_and_a_colon_is_still_a_dateline(annotator: Annotator) -> None:
    """Where no other line opens so."""
    text = "PORT AMEL: The mayor, Ida Holm, said on Monday that the bridge was unsafe and would be closed before the winter comes.\n"
    assert ("Ida Holm", "the bridge was unsafe and would be closed before the winter comes") in {
        (who, said.removeprefix("that ")) for who, said in said_by(annotator, text)
    }


def test_a_label_tells_the_office_of_who_speaks(annotator: Annotator) -> None:
    """Behind the name or before it; where somebody was elected is none."""
    roles = {a.name: a.role for text in (_SPOKESWOMAN, _ASSEMBLY, _HOUSE) for a in analyse(annotator, text).actors}
    assert roles["VANT"] == "Deputy Spokesperson"
    assert roles["Amara Sesay"] == "Minister for Works"
    assert roles["Adaeze Orji"] is None


def test_a_heading_in_a_transcript_is_said_by_nobody(annotator: Annotator) -> None:
    """Nor the greeting that stands before it."""
    text = (
        "Briefing by Farah Quill, Spokesperson\n\n**Spokesperson:** Good afternoon. Happy Wednesday.\n\n**Humanitarian aid**\n\n"
        "The trucks have reached the town of Orlet.\n\n**Question:** When did they?\n\n**Spokesperson:** They arrived there yesterday.\n\n"
        "**Question:** And the envoy?\n\n**Spokesperson:** The envoy will be there on Monday.\n"
    )
    found = {said for _, said in said_by(annotator, text)}
    assert any("trucks have reached" in said for said in found)
    assert not any("**" in said or "Happy" in said for said in found)
