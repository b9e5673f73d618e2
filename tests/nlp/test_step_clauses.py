"""The words of a next step: a sentence of its own, with its subject, and without what is told beside it."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.compose.excerpts import JOINT
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def lines_of(annotator: Annotator, text: str) -> list[str]:
    """The steps as a briefing words them: the pieces of each, joined."""
    return [JOINT.join(text[s.start : s.end] for s in step.what) for step in analyse(annotator, text).next_steps]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        # a noun that a relative clause says it of
        ("The bridge, which will open to the public on Sunday, cost 40 million.", "The bridge … will open to the public on Sunday"),
        ("She praised the port of Selm, which is set to close on May 20.", "Selm … is set to close on May 20"),
        (
            "Deputy Mayor Ada Quill — who is expected to run for president next year — declined to comment.",
            "Deputy Mayor Ada Quill … is expected to run for president next year",
        ),
        # letters or an amount in brackets, behind which the act goes on
        (
            "The Ports Authority (PA) will start the trial of two electric ferries (EFs) to test the new piers on May 20.",
            "The Ports Authority (PA) will start the trial of two electric ferries (EFs) to test the new piers on May 20",
        ),
        (
            "The hall will be turned into a place for people with tuberculosis (TB) to receive treatment.",
            "The hall will be turned into a place for people with tuberculosis (TB) to receive treatment",
        ),
        (
            "The minister will meet the chief election commissioner (CEC) Ada Quill on Monday.",
            "The minister will meet the chief election commissioner (CEC) Ada Quill on Monday",
        ),
        # what stands right behind the act, however the tree hangs it
        (
            "The big project between Quill and Falk is expected to boost the status of Quill Heavy Industries Co. at home and abroad.",
            "The big project between Quill and Falk is expected to boost the status of Quill Heavy Industries Co. at home and abroad",
        ),
        (
            "Her clothing is made in Norland and will be used to support causes such as mental health and addiction services in Selm.",
            "Her clothing … will be used to support causes such as mental health and addiction services in Selm",
        ),
        # a day behind an apposition, or behind "after all"
        (
            "The court of Selm will rule on Ada Quill, the former head of customs, on Thursday.",
            "The court of Selm will rule on Ada Quill, the former head of customs, on Thursday",
        ),
        ("The two firms will sign the contract after all, on 24 May.", "The two firms will sign the contract after all, on 24 May"),
        ("The court will hear Ada Quill, the mayor arrested on 2 March.", "The court will hear Ada Quill"),
        # whom or what it is about, where nobody does it; a word that holds a mark
        (
            "The agency expects the number of refugees across the region to reach 340,000 by the end of the year.",
            "the number of refugees across the region to reach 340,000 by the end of the year",
        ),
        ("Doctors said the XB.7 variant is likely to spread in June.", "XB.7 variant is likely to spread in June"),
        (
            "A reform was made after the Assembly elections, expected to take place before the end of the year, following talks.",
            "the Assembly elections … expected to take place before the end of the year",
        ),
        # what it comes after is told beside it
        ("The bridge will open on Friday, following repairs, the mayor said.", "The bridge will open on Friday"),
        # a subject that something parts from its verb
        ("The annual rally, usually led by the mayor, will continue until May 12.", "The annual rally … will continue until May 12"),
        (
            "The inquiry, which has been on a break, is set to resume its hearings on Monday.",
            "The inquiry … is set to resume its hearings on Monday",
        ),
        (
            "Former treasurer Tom Oldcastle, facing charges of fraud, will appear in court on Monday.",
            "Former treasurer Tom Oldcastle … will appear in court on Monday",
        ),
        # a subject that the tree takes for something else
        (
            "The coastguard of Norland (CGN) is set to be given a new ship on May 20.",
            "The coastguard of Norland (CGN) is set to be given a new ship on May 20",
        ),
        (
            "The National Assembly’s defence committee is scheduled to vote on Thursday on the law.",
            "The National Assembly’s defence committee is scheduled to vote on Thursday on the law",
        ),
        ("President Ines Falk wants the new line to be ready by 2031.", "the new line to be ready by 2031"),
        ("The accord, to be signed in Lagash on June 15, was announced by the mediator.", "The accord … to be signed in Lagash on June 15"),
        # an event that is somebody's
        (
            "The Nora Bridge opened on trial on Saturday, ahead of an official launch next month.",
            "The Nora Bridge … an official launch next month",
        ),
        # a pronoun for whom the step names already, and another clause before
        (
            "“We deplore the attack and will demand that Norland close the camp,” Minister Ada Quill said.",
            "will demand that Norland close the camp",
        ),
        ("“I’ll sign the treaty on Friday,” President Ines Falk said.", "sign the treaty on Friday"),
        # what is told beside it
        (
            "Norland Air will resume its flights to Selm next month as demand for trips rises.",
            "Norland Air will resume its flights to Selm next month",
        ),
        ("The ferry will run from May 20, with the first boat leaving at 8am.", "The ferry will run from May 20"),
        (
            "Dr Ada Quill will return to Norland in June to take up a post at a school where she will teach law.",
            "Dr Ada Quill will return to Norland in June to take up a post at a school",
        ),
        # what belongs to it
        (
            "President Ines Falk ordered the minister to step back from the talks to allow his deputy, Tua Selm, to take over.",
            "step back from the talks to allow his deputy, Tua Selm, to take over",
        ),
        (
            "Lawyer Tom Oldcastle said the ministry should open the camp and should feed the children.",
            "the ministry should open the camp and should feed the children",
        ),
        (
            "The court told the ministry to pay the same care to the camp as it did to the port.",
            "pay the same care to the camp as it did to the port",
        ),
    ],
)
def test_a_step_reads_as_a_sentence_of_its_own(annotator: Annotator, sentence: str, line: str) -> None:
    """A step has its subject, from which other clauses are left out, and ends where it ends."""
    assert lines_of(annotator, sentence) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry is due to open on May 20.",
        '"The inquiry is due to open on May 20," he said.',
        'He said: "The inquiry is due to open on May 20 and the witnesses are ready."',
        "“It is a long way. The inquiry is due to open on May 20,” the judge said, “and we expect much of it.”",
        "The inquiry is due to open on May 20, and the ships have left.",
        "The truce has held, the judge said, and the inquiry is due to open on May 20, he added.",
    ],
)
def test_what_is_due_to_be_done_is_a_step_wherever_it_is_said(annotator: Annotator, text: str) -> None:
    """ "Is due to open" is an appointment in any quotation, and where the tree takes "due to" for a preposition."""
    assert any(line.lower().endswith("the inquiry is due to open on May 20".lower()) for line in lines_of(annotator, text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # told as settled
        ("Former envoy Ada Quill will teach law at the Faculty of Selm.", "scheduled"),
        ("The judge ordered that the motion would be heard on May 20.", "scheduled"),
        # the word of those who have it in hand
        ("President Ines Falk will appoint Tom Oldcastle as envoy on Friday, her office said.", "committed"),
        ("The court will hand down a written judgment within six months, Judge Ada Quill said.", "committed"),
        ("The Transport Ministry said that new fares would take effect on May 20.", "committed"),
        # what others foresee, what goes round
        ("It is expected that the ministry will publish its report on May 20.", "expected"),
        ("Sources close to the palace said the ministers would be kept on until May 20.", "expected"),
        ("The union leader said the ministry would sell the port on May 20.", "expected"),
    ],
)
def test_whose_word_it_is_makes_the_kind(annotator: Annotator, text: str, kind: str) -> None:
    """A narrator's fact is scheduled, the word of its own people committed, anybody else's expected."""
    assert [step.kind for step in analyse(annotator, text).next_steps] == [kind]


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        # a time that the clause before, behind or around it gives
        ("President Ines Falk will arrive in Oslo on Wednesday, where he will meet Minister Ada Quill.", "meet", "2030-05-08"),
        ("Norland plans to host the talks of the eight states, to be held in Hask on May 20.", "host", "2030-05-20"),
        ("The German Embassy announced that as of June 2 they will receive applications for visas.", "receive", "2030-06-02"),
        ("The ministry will consult experts in September or October.", "consult", "2030-10-31"),
        ("The Aug. 13 and Nov. 5 tours will take tourists from Selm to Hask.", "tours", "2030-08-13"),
        ("Speaker Tom Oldcastle said he intends to end the count within a short period of seven days.", "end", "2030-05-14"),
        # a time that belongs to something else
        ("The Finance Ministry will release the figure for June on Thursday.", "release", "2030-05-09"),
        ("The court ordered the ministry to launch a probe into the stop in March of the ship.", "launch", None),
        ("President Ines Falk again called for an end to illegal acts by the union of Selm on Tuesday.", "end", None),
    ],
)
def test_a_day_is_that_of_the_act(annotator: Annotator, text: str, act: str, day: str | None) -> None:
    """A step takes the time that its sentence gives for it, and none that is another noun's or that of the telling."""
    found = analyse(annotator, text).next_steps
    (step,) = [s for s in found if act in " ".join(text[a:b] for a, b in s.what)]
    assert (str(step.value.end) if step.value is not None else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The pilots' union said that it had called off Friday's strike at Skyreach.", "2030-05-10"),
        ("The council has postponed Thursday's vote on the budget.", "2030-05-09"),
        ("Saturday's concert was cancelled.", "2030-05-11"),
        ("The drivers called Friday's strike a success.", "2030-05-03"),
        ("The court upheld Monday's ruling.", "2030-05-06"),
    ],
)
def test_the_day_of_what_is_called_off_is_still_to_come(annotator: Annotator, text: str, day: str) -> None:
    """Though the verb is past: nobody calls off what has been."""
    (time,) = analyse(annotator, text).times
    assert str(time.value and time.value.start) == day


def test_an_undated_text_of_other_years_is_not_read_in_this_one(annotator: Annotator) -> None:
    """Without a date of its own a text whose years are all long over leaves its days open."""
    day = "The office opened in 2016 and moved in 2022. The ministry will close the port on May 20."
    assert [s.value for s in analyse(annotator, day, None).next_steps] == [None]
    assert all(s.value for s in analyse(annotator, "The Finance Ministry will close the port on May 20.", None).next_steps)


def test_the_year_of_a_day_is_not_that_of_another_matter(annotator: Annotator) -> None:
    """What began on March 3, 2021 is nearer to March 10 than a law of another year."""
    text = "The talks began on March 3, 2021. Parliament will vote on March 10. The law of May 4, 2025 is old."
    assert all(s.value is None or s.value.start.year != 2025 for s in analyse(annotator, text, None).next_steps)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, the mayor of Sel, urged Norland to open the camp",
        "Ada Quill demanded that Norland open the camp",
        "Norland will close five camps in June, including",
    ],
)
def test_a_text_that_breaks_off_is_read_to_its_end(annotator: Annotator, text: str) -> None:
    """No mark and no word need follow an act."""
    assert len(analyse(annotator, text).next_steps) == 1


def test_what_begins_on_its_day_is_the_occasion_and_not_what_goes_before(annotator: Annotator) -> None:
    """ "A vote before the summer recess, which starts on June 4": the recess starts then."""
    text = "Mr Quill added that a vote would be held before the summer recess, which starts on June 4."
    assert "the summer recess … starts on June 4" in lines_of(annotator, text)


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        (
            "The doctors' union of Belm will meet the health minister on May 6 and vote on a strike on May 14.",
            {
                "The doctors' union of Belm will meet the health minister on May 6": date(2020, 5, 6),
                "The doctors' union of Belm will … vote on a strike on May 14": date(2020, 5, 14),
            },
        ),
        (
            "The council of Selm will debate the plan on May 11, then vote on the plan on May 18.",
            {
                "The council of Selm will debate the plan on May 11": date(2020, 5, 11),
                "The council of Selm will … vote on the plan on May 18": date(2020, 5, 18),
            },
        ),
        (
            "The council of Selm will meet on May 11 and debate the plan.",
            {"The council of Selm will meet on May 11 and debate the plan": date(2020, 5, 11)},
        ),
    ],
)
def test_two_acts_with_a_day_each_are_two_steps(annotator: Annotator, sentence: str, lines: dict[str, date]) -> None:
    """Each with the subject and its own day; an act without a day goes with the other."""
    text = f"It rained in Selm on Monday, and nobody came to the market. {sentence} The mayor was quiet."
    found = analyse(annotator, text, date(2020, 5, 4)).next_steps
    told = {JOINT.join(text[s.start : s.end] for s in step.what): step.value.start for step in found if step.value is not None}
    assert told == lines


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Residents may return to their homes on Thursday, the police said.", 1),
        ("Voters may apply for postal ballots until May 20, the election office said.", 1),
        ("The union may strike on Friday, the police said.", 0),
        ("The president may return on Friday, the police said.", 0),
        ("Residents may return to their homes one day, the police said.", 0),
    ],
)
def test_what_many_are_let_do_from_a_day_on_is_a_step(annotator: Annotator, sentence: str, count: int) -> None:
    """Where somebody else says so and names the day; what one may do is a guess."""
    text = f"A bomb was found in Selm on Monday, and hundreds left the town. {sentence} The mayor was quiet."
    assert len(analyse(annotator, text, date(2020, 5, 4)).next_steps) == count


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "The union has concerns about the ruling, which it will challenge in court on Friday.",
            "the ruling, which it will challenge in court on Friday",
        ),
        ("The minister presented a plan that parliament will debate next week.", "a plan that parliament will debate next week"),
        ("The mayor hopes that the council will approve the plan on Friday.", "the council will approve the plan on Friday"),
    ],
)
def test_what_an_act_is_done_to_stands_before_it(annotator: Annotator, sentence: str, line: str) -> None:
    """Where a relative pronoun tells it, the noun is part of the step."""
    document = analyse(annotator, sentence)
    assert [" … ".join(sentence[s.start : s.end] for s in step.what) for step in document.next_steps] == [line]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Set to be held in March, the upcoming harbour summit in Selm shows all projects.",
            "Set to be held in March, the upcoming harbour summit in Selm",
        ),
        (
            "The museum said that its annual youth programme for young artists in Norland will take place from March 3 to March 9.",
            "its annual youth programme for young artists in Norland will take place from March 3 to March 9",
        ),
    ],
)
def test_what_it_is_about_stands_by_what_is_to_be(annotator: Annotator, sentence: str, line: str) -> None:
    """Also where a sentence opens with when it is to be."""
    assert line in [
        " … ".join(sentence[s.start : s.end] for s in step.what) for step in analyse(annotator, sentence, date(2020, 1, 4)).next_steps
    ]
