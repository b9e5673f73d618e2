"""Who is to do a next step: named where the text names them, and nobody where it would be somebody else."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.models import Analysis
from briefing.nlp.annotate import Annotator
from tests import analysis_samples
from tests.analysis_samples import DAY


def doers_of(found: Analysis, text: str, words: str) -> list[str]:
    """The doers of the step whose words hold these."""
    steps = {" ".join(text[s.start : s.end] for s in step.what): step for step in found.next_steps}
    step = next((step for what, step in steps.items() if words in what), None)
    assert step is not None, list(steps)
    return list(step.who)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # bodies and people known by a noun phrase
        (
            "Osmark's executive committee is scheduled to meet on Wednesday at 9 a.m.",
            "scheduled to meet",
            ["Osmark's executive committee"],
        ),
        (
            "Falk leads a delegation of Norland lawmakers to Hask. The delegation is expected to depart from Osmark on Friday.",
            "depart",
            ["delegation of Norland lawmakers"],
        ),
        (
            "The harbour board said that a team of 40 divers will begin work on the wreck on Monday.",
            "begin work",
            ["team of 40 divers"],
        ),
        (
            "Members of the bakers' union will vote on the mill's offer on 20 June, its president, Ida Holm, said on Thursday.",
            "vote on",
            ["members of the bakers' union"],
        ),
        (
            "Osmark’s health and safety department will be giving lessons in the schools until May 24.",
            "giving lessons",
            ["Osmark’s health and safety department"],
        ),
        (
            "The agency has been slow. Minister Ada Quill said that security agencies should open an inquiry by Friday.",
            "open an inquiry",
            ["security agencies"],
        ),
        ("In May, the 12-member bloc announced a fund. The 12-member bloc will meet on Friday.", "meet on Friday", ["12-member bloc"]),
        # who comes or takes up an office in the passive, and who a noun is by the name behind it
        ("Chancellor Edda Holm is expected in Norland on Friday for talks.", "expected in Norland", ["Edda Holm"]),
        ("Ivo Gorst, 54, is to be sworn in as mayor of Selm on June 1.", "sworn in", ["Ivo Gorst"]),
        ("The buyer, Harrow Capital, has promised to keep 500 jobs until May 2031.", "keep 500 jobs", ["Harrow Capital"]),
        ("The Dockers Union has been given until May 20 to respond to the charges.", "respond to", ["Dockers Union"]),
        ("Thousands of pensioners are expected to protest outside parliament on Saturday.", "protest", ["pensioners"]),
        ("His deputy, Lena Voss, will act as minister until May 20, the government said.", "act as minister", ["Lena Voss"]),
        ("Sarvia's army chief, General Pol Varga, retires on Friday.", "retires on Friday", ["Pol Varga"]),
        ("Three ships, Ida Holm said, will sail on Friday.", "will sail on Friday", []),
        # two governments are no two persons named before
        (
            "Hanno Veitch and Tomas Reidl doubt the treaty. The two governments are to sign the treaty on Monday.",
            "sign the treaty",
            [],
        ),
        # the body that a bare noun means
        (
            "Though the Osmark Association against Hunger was denied a licence, the group said it would join the march on Saturday.",
            "join the march",
            ["Osmark Association against Hunger"],
        ),
        # the agent of a passive
        ("The show is set to be hosted by the Kestrel Friendship Society on May 27.", "hosted", ["Kestrel Friendship Society"]),
        ("The bridge is to be completed by Friday.", "completed", []),
        # an attorney general has the law in hand
        ("Attorney General Jon Falk said the law will be enforced from May 20, 2030.", "enforced", ["Jon Falk"]),
        ("District Attorney Jon Falk said the law will be enforced from May 20, 2030.", "enforced", ["Jon Falk"]),
        # what has to be done is in hand of who says on which day it will be
        (
            "Justice Ines Falk of the High Court heard the case. The judge ordered that the motion would be heard on May 31.",
            "would be heard",
            ["Ines Falk"],
        ),
        (
            "Prime Minister Ada Quill said a task force would be formed this week to look into the prices.",
            "task force would be formed",
            ["Ada Quill"],
        ),
        ("Tom Oldcastle said that the bridge would be closed on May 20.", "would be closed", []),
        # relatives
        ("Tom Oldcastle is one half of the duo Harbour Lights, who will perform in Hask on May 24.", "perform", ["Harbour Lights"]),
        (
            "The opening of the fair, which will continue until Friday, was attended by the ambassador to Norland Ines Falk.",
            "continue until Friday",
            [],
        ),
        # pronouns
        (
            "Minister Ada Quill met Tom Oldcastle. “It is empty,” Oldcastle said. He expressed his commitment to build a quay next year.",
            "build a quay",
            ["Tom Oldcastle"],
        ),
        (
            "The Osmark Senate said that after the Norland delegation arrives, they will meet with the press on Monday.",
            "meet with the press",
            ["Norland delegation"],
        ),
        (
            "“It is shut,” said Lyra Amato of Hask. That is why she is planning a march on May 20. Minister Ada Quill said she was sorry.",
            "march",
            ["Lyra Amato"],
        ),
        (
            "Divers from the Harbour Institute are at work. It is expected that in the next few days they will be able to give a report.",
            "give a report",
            ["divers from the Harbour Institute"],
        ),
        (
            "Ines Falk, officer for the Osmark Tourism Association, was pleased. Her organization will meet with hotels on May 20.",
            "meet with hotels",
            ["Osmark Tourism Association"],
        ),
        # offices and bodies in short
        (
            "Former chief executive Ada Quill was seen in Hask. The former CE said she will visit her sons on May 20.",
            "visit her sons",
            ["Ada Quill"],
        ),
        ("The Section 9 Inquiry is set to resume its hearings on Friday with a new witness.", "resume its hearings", ["Section 9 Inquiry"]),
        (
            "The National Assembly’s interior and defense committee is scheduled to vote on Friday on the residency law.",
            "scheduled to vote",
            ["National Assembly’s interior and defense committee"],
        ),
        (
            "Senator Tom Oldcastle of the Harbour Party said that the party high command will take a decision on the list by May 20.",
            "take a decision",
            ["party high command"],
        ),
        (
            "The leadership of the Harbour Party and of the Labour Union, both of Norland, have agreed to meet President Ada Quill.",
            "meet President",
            ["Harbour Party", "Labour Union"],
        ),
        (
            "The rules committee of the union met. The committee on fisheries will meet on May 20.",
            "will meet",
            ["committee on fisheries"],
        ),
        (
            "Lawyers of the State Department will report to a judge, and the agency said it will release more papers next week.",
            "release more papers",
            ["State Department"],
        ),
        ("Sen. Tom Oldcastle is slated to address the Harbour Union on Friday.", "address the Harbour Union", ["Tom Oldcastle"]),
        (
            "The Harbour Party has called on the government and state agencies to open an inquiry by May 20.",
            "open an inquiry",
            ["government", "state agencies"],
        ),
        (
            "The Data Protection Board on Tuesday fined Norland Telecom 210 million euros and told it to delete the files within 30 days.",
            "delete the files",
            ["Norland Telecom"],
        ),
        # a pronoun that opens the sentence of whom it means
        (
            "Ada Quill spoke. While he said he will fight on until May 20, Tom Oldcastle must decide what he wants.",
            "fight on",
            ["Tom Oldcastle"],
        ),
        # of whom it is asked, not who is to suffer it
        ("Prosecutor Ines Falk said Tom Oldcastle should be jailed by May 20.", "jailed", []),
        ("“Real help must come from all sides by May 20,” Ines Falk, Ada Quill, head of the union, said.", "come from all sides", []),
        # what will happen is in hand of who says on which day it will
        ("The Harbour Ministry said that classes would resume on May 20.", "classes would resume", ["Harbour Ministry"]),
        # who is asked to ask another
        (
            "They called on Speaker Ines Falk to invite Ada Quill, the former minister, to the hearing.",
            "invite Ada Quill",
            ["Ines Falk"],
        ),
        # who invites, and whom; whom a term is given
        ("Premier Zoran Ilk invited Ada Quill to talks on Thursday.", "talks on Thursday", ["Zoran Ilk", "Ada Quill"]),
        ("Herders gave Premier Zoran Ilk until May 20 to lift the levy.", "lift the levy", ["Zoran Ilk"]),
        (
            "The regulator fined Norvik Telecom 80 million crowns on Monday and gave it 90 days to change its terms.",
            "change its terms",
            ["Norvik Telecom"],
        ),
        # a firm does what its officers tell; a name beside "the owner"; a firm known by its noun
        (
            "The closures would be completed by the third quarter, chief financial officer Tom Oldcastle said.",
            "would be completed",
            [],
        ),
        (
            "Norvik Foods plans to close two plants by the end of the year and cut 900 jobs, the company announced on Monday.",
            "close two plants",
            ["Norvik Foods"],
        ),
        (
            "The dock union urged the port's owner, Selm Terminals, to return to mediation within two weeks.",
            "return to mediation",
            ["Selm Terminals"],
        ),
        (
            "Norvik Foods makes soup. The mayor of Hask, Ada Quill, demanded that the company repay the 12 million it received in aid.",
            "the company repay",
            ["Norvik Foods"],
        ),
        # the clause that has the act has its own subject
        ("The latest rumour is that the Harbour Party is planning a march on May 20.", "march", ["Harbour Party"]),
        # an event is no doer
        ("Ada Quill spoke of the Assembly elections, expected to take place on May 27.", "take place", []),
    ],
)
def test_a_step_has_its_doer(annotator: Annotator, text: str, words: str, who: list[str]) -> None:
    """The doer is whom the text means, by name or by the whole phrase that tells them from others; else there is none."""
    assert doers_of(analysis_samples.analyse(annotator, text, DAY, today=date(2030, 5, 9)), text, words) == who


@pytest.mark.parametrize("noun", ["company", "organization", "members"])
def test_a_bare_noun_is_no_doer(annotator: Annotator, noun: str) -> None:
    """A noun that any text has many of names nobody."""
    text = f"The bridge is closed. The {noun} will meet in Hask on Friday."
    assert doers_of(analysis_samples.analyse(annotator, text, DAY, today=date(2030, 5, 9)), text, "meet in Hask") == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # who is given a term, also where nothing else calls the name a body's
        (
            "The harbour board fined the freight firm Marlin two million crowns on Tuesday, and gave it six weeks to clean the bay.",
            "clean the bay",
            ["Marlin"],
        ),
        ("The court in Selm convicted the roofer of fraud and gave it 30 days to repair the flats.", "repair the flats", []),
        # who is asked by somebody who "has asked"
        (
            "Trade Minister Ola Pim, who has pressed the Railway Board to cut its fares by June, said he was sorry.",
            "cut its fares",
            ["Railway Board"],
        ),
        # any ministers are not the two persons named last
        (
            "By Hanna Moe and Pavel Ruck\n\nSELM - Defence ministers of the Coast League will hold a meeting on Saturday.",
            "hold a meeting",
            ["Defence ministers of the Coast League"],
        ),
        # the two parties are those set against each other, not the mediator
        (
            (
                "Rebels of the Northern Front (NF) agreed to a truce on Monday. The government of Lurandia said it welcomed the truce but "
                "accused the rebels of rearming. UN envoy Mara Thorne asked both parties to return to the table by Friday."
            ),
            "return to the table",
            ["Northern Front", "Lurandia"],
        ),
        # the company is not the one whose analysts were asked
        (
            "Analysts at Tern Bank said the step was late. The company will publish its results on May 27.",
            "publish its results",
            [],
        ),
        # what is done by whom, where "which" is what it is done to
        ("She praised the sale of the state railway, which the cabinet is to decide on Thursday.", "is to decide", ["cabinet"]),
    ],
)
def test_a_doer_is_not_whoever_stands_nearest(annotator: Annotator, text: str, words: str, who: list[str]) -> None:
    """Terms, demands and plurals are of those whom they are given to, asked of and set between; of nobody where that is not known."""
    assert doers_of(analysis_samples.analyse(annotator, text, DAY, today=DAY), text, words) == who


_LETTER = "Dear members,\n\nThe board has heard your complaints. We will publish the full report by June 1. {}\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (_LETTER.format("\n\nYours sincerely,\n\nMarta Quill\nDirector\nNorland Harbour Authority"), ["Norland Harbour Authority"]),
        (
            "Norland Harbour Authority\n\nThe Norland Harbour Authority regrets the accident. We will publish the full report by June 1.",
            ["Norland Harbour Authority"],
        ),
    ],
)
def test_who_writes_does_what_a_letter_says_in_the_first_person(annotator: Annotator, text: str, who: list[str]) -> None:
    """ "We" of a letter or a statement is the body that its signature or its letterhead names, which commits itself."""
    found = analysis_samples.analyse(annotator, text, DAY, today=DAY)
    assert doers_of(found, text, "publish the full report") == who
    assert [s.kind for s in found.next_steps] == ["committed"]


def test_a_first_person_of_nobody_known_does_nothing(annotator: Annotator) -> None:
    """A letter that nobody has signed gives no step of its "we", for nobody would know whose it is."""
    assert not analysis_samples.analyse(annotator, _LETTER.format(""), DAY, today=DAY).next_steps


def test_who_is_to_head_a_body_is_asked_for_nothing(annotator: Annotator) -> None:
    """ "To be headed by" describes a panel."""
    text = "An independent panel, to be headed by former judge Noor Salim, will report to parliament by September 20."
    found = analysis_samples.analyse(annotator, text)
    assert [step.who for step in found.next_steps] == [("independent panel",)]


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        (
            "The Ministry of Electricity also announced that solar projects would be exempted from the fees on the grid.",
            "exempted",
            ["Ministry of Electricity"],
        ),
        ("The analyst Ada Quill said that more houses would be built in Selm.", "built", []),
    ],
)
def test_a_body_does_what_it_says_will_be_done(annotator: Annotator, sentence: str, words: str, who: list[str]) -> None:
    """Also without a day; what somebody says of what others do is not done by the speaker."""
    assert doers_of(analysis_samples.analyse(annotator, sentence), sentence, words) == who


def test_who_speaks_between_a_subject_and_its_verb_does_nothing(annotator: Annotator) -> None:
    """Nor does she hold the office that she speaks of."""
    text = "The transport minister, Ida Holm said, will resign on May 20. The union, Carla Vidal warned, will strike on May 21."
    analysis = analysis_samples.analyse(annotator, text)
    assert {step.who for step in analysis.next_steps if step.confidence >= 0.5} == {("transport minister",), ("union",)}
    assert {a.role for a in analysis.actors if a.name == "Ida Holm"} == {None}
    told = analysis_samples.analyse(annotator, "The governor, Ida Holm told reporters, will resign on May 20.")
    assert not [s for s in told.next_steps if "Ida Holm" in s.who]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour Halls, which is now in talks to be sold by the fund, is not licensed.",
        "Ada Quill is in a position to be named by the fund.",
    ],
)
def test_who_is_in_talks_to_be_bought_is_asked_for_by_nobody(annotator: Annotator, sentence: str) -> None:
    """ "In talks to be sold by the fund" demands nothing of the fund."""
    assert not analysis_samples.analyse(annotator, sentence).next_steps


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the National Weather Service, it will bring heavy rains as it enters the south.",
        "In its path, it is expected that it will cover part of the south.",
    ],
)
def test_what_a_storm_will_do_is_done_by_nobody(annotator: Annotator, sentence: str) -> None:
    """Neither who forecasts it nor who was named last."""
    text = f"The storm Bella reached Norland on Friday. The police left a village. {sentence}"
    found = analysis_samples.analyse(annotator, text)
    assert not [step.who for step in found.next_steps if step.who]
    assert not [p for p in found.positions if p.kind == "commitment"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Opposition parties renewed their calls for the resignation of Mayor Ada Quill on Tuesday.", "the resignation of", ["Ada Quill"]),
        (
            "President Karel Domin met the miners. The chief of staff joined calls for the president's withdrawal from the talks.",
            "withdrawal from the talks",
            ["Karel Domin"],
        ),
        ("The council called for the withdrawal of the bill.", "the withdrawal of the bill", []),
        ("The council called for the dismissal of Mayor Ada Quill.", "the dismissal of Mayor", []),
    ],
)
def test_who_is_asked_to_resign_is_whose_resignation_is_asked_for(annotator: Annotator, text: str, words: str, who: list[str]) -> None:
    """A noun for what nobody can do for another says who is to do it; a bill does nothing, nor does who is dismissed."""
    assert doers_of(analysis_samples.analyse(annotator, text), text, words) == who


def test_who_plans_is_whom_the_plan_is_known_to_be_of(annotator: Annotator) -> None:
    """ "Hale's running mate, Gov. Mike Penn, plans to" is not Hale."""
    text = (
        "Ada Stone released her returns this year, even though they disclosed the sums. Donald Hale did not. Hale, who is rich, says that"
        " he cannot. Hale's running mate, Indiana Gov. Mike Penn, plans to release his own returns soon."
    )
    assert doers_of(analysis_samples.analyse(annotator, text), text, "own returns") == ["Mike Penn"]
