"""Which futures a reader may rely on: what speaks against a step, what does not, and which day is the step's. People are invented."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.models import LIKELY, Analysis, NextStep
from briefing.nlp.annotate import Annotator
from tests import analysis_samples
from tests.analysis_samples import DAY

TODAY = date(2030, 5, 9)


def analyse(annotator: Annotator, text: str, published: date | None = DAY) -> Analysis:
    return analysis_samples.analyse(annotator, text, published, today=TODAY)


def steps_of(annotator: Annotator, text: str, published: date | None = DAY) -> dict[str, NextStep]:
    return {" ".join(text[s.start : s.end] for s in step.what): step for step in analyse(annotator, text, published).next_steps}


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill did not say how the government will act.",
        "Initially the bridge was expected to be opened on June 3, but a flood delayed the work.",
        "Officials of Norland and Selm met on Monday intending to discuss the loan for the dam.",
        "“This week will mark ninety days since the arrests,” said Minister Ada Quill.",
        "Police said they have no immediate plans to release the recordings.",
        "Ada Quill said that she might decide against her plan to close the school.",
        "The survey suggested that Ada Quill would beat Tom Oldcastle.",
        "The firm hit back at claims that it would shut down the plant in Selm.",
        "Corvane Lines has hit back at rumours that it would shut down the Tarn plant and move production to Selm.",
        "Mayor Odd Brekka denied rumours that he will resign on Friday.",
        "Several weeks ago, Ada Quill stated that her husband would discuss his loans.",
        "Observers wonder whether Norland will sign the treaty.",
        "The council decided which streets to close.",
        "In many cases, the Tarn tax office will already hold the details of those people.",
        "Officials made sure that the laws will be applied.",
        "On taking office, President Ines Falk promised to build a second bridge.",
        "Norland agreed to pay the fund, but it never did.",
        "When she took charge of the ministry, Ada Quill promised to publish the routes.",
        "“My father agreed to pay the ransom for us,” Tom Oldcastle said.",
        "At the time, officials said Norland was to open a consulate in Hask.",
        "“I plan to buy a piece of land for my son,” said Tom Oldcastle.",
        "Every year Norland asks the assembly to send the accused for trial.",
        "Minister Ada Quill urged the public to wait for the report.",
        "Minister Ada Quill urged citizens to take precautions.",
        "The plan calls for Norland to close its mines.",
        "The guidelines require makers to print a warning.",
        "She told him to wait until the boat arrived.",
        "Minister Ada Quill said Norland must respect the treaty.",
        "The firm will continue to invest in digital services.",
        "The firm is committed to serving its customers.",
        "They are optimistic that the company will bring its service to more towns.",
        "The police are yet to make a statement.",
        "Norland was praised for delivering on its promise to open the archive.",
        "“If it is confirmed, his degree should be revoked,” said Tom Oldcastle.",
        "A fine will be imposed on anyone who resells a ticket.",
        "Each nation must choose its own way.",
        "The students are more likely to be wealthier today.",
        "The boxes are set up to collect samples.",
        "It is frustrating how simple it is to rob a bank.",
        "He was arrested on charges of defeating the administration of justice.",
        "In his famous 1835 speech, Macaulay argued that Norlanders should take part in the government.",
        "“We have been invited to attend the ceremony,” said Tom Oldcastle.",
        "Norland would accept the ruling “only if it is fair”, she said.",
        "Processing garbage properly would reduce the burden, the minister said.",
        "The games, scheduled to begin in June in Hask, have been postponed.",
        "Before the vote took place, Ada Quill instructed her deputies to abstain.",
        "Minister Ada Quill called on writers to publish their books abroad.",
        "Her parents have decided to move her to another school.",
        "Some expect the central bank to cut its rate.",
        "It is feared that he will lead the party into the war.",
        "They want to make a huge garden.",
        "There will be no verdict on Friday.",
        "Argentina is already dealing with the prospect of hunger by the end of the year.",
        "Tom Oldcastle met the envoys, intending to discuss the loan.",
        "“I am certain he will spend much time on it,” said Tom Oldcastle.",
        "The firm will continue to stand by its customers.",
        "Every company must submit a test taken within 72 hours of travelling.",
        "“She must name them,” said Tom Oldcastle.",
        "Norland is certain that the dam will provide power.",
        "He told me he will get the permission.",
        "Tom Oldcastle thought he would die by June.",
        "Many firms want to help the economy.",
        "It is likely that Ada Quill will cement her legacy.",
        "The firm will work with all its customers.",
        "The union said it would try to please everybody.",
        "The strike, set to start on Monday, has been called off.",
        "The harbour vote, scheduled to take place on Friday, was cancelled after the flood.",
        "Friday will mark a year since the flood in Selm.",
        "The ministry will do everything to help the fishermen.",
        "Minister Ada Quill said Norland would pay special attention to the heritage.",
        "The leader will put pressure on big firms.",
        "He cannot leave the country because he will go to jail, she said.",
        "A survivor recalls that her group wanted Ines Falk to apologise for the raid.",
        "Residents must have received three doses to enter.",
        "“We will build consensus,” said Minister Ada Quill.",
        "Councillor Edmund Farrier will claim that the rich got richer.",
        "When Rolf Kade met Minister Ada Quill in Selm, Quill also asked him to choose between two farms.",
        "Minister Ada Quill allegedly asked Rolf Kade to choose between two farms.",
        "Tom Oldcastle said he and two other engineers were asked to join the meeting by telephone.",
        "Pia Lund told her family that she was requested not to quit her post.",
        "Governor Odd Brekka also claimed Minister Ada Quill ordered the coalition parties to vote for the old rule.",
        "President Ines Falk lifted the ban and told the governors to sign the orders in a speech two weeks ago.",
        "President Ines Falk accepted the resignation more than a month ago and asked Minister Ada Quill to manage urgent matters.",
        "The Harbour Party called off its dinner after being told Minister Ada Quill would close the hall.",
        "Ministers Ada Quill and Odd Brekka had resolved to come to the congress but could not get flights to Selm.",
        "Senator Tom Oldcastle promised to end the career of the governor, given a chance to debate with him.",
        "Patients in the district are compelled to visit Selm and Hask for treatment.",
        "The armed forces are still to come to terms with the joint command.",
        "Visitors who are able to leave have to show negative tests within the previous 48 hours.",
        "The ministry consulted on the rules as part of the Tomorrow's Schools review and made no changes.",
        "After holding a meeting this Friday in the park, the tenants reported that officials went to the place on Tuesday.",
    ],
)
def test_what_speaks_against_a_step(annotator: Annotator, sentence: str) -> None:
    """What is left open, over, conditional, a goal, a rule, a wish, asked of all, or only follows is not for a briefing without a day."""
    assert [what for what, step in steps_of(annotator, sentence).items() if step.confidence >= LIKELY] == []


@pytest.mark.parametrize(
    ("sentence", "words", "kind"),
    [
        ("“The ministry should not be deciding this alone,” said Ada Quill.", "The ministry should not be deciding this", "requested"),
        ("Minister Ada Quill urged citizens to take precautions.", "take precautions", "requested"),
        ("The Teachers' Union wants an overhaul of the rules for school zones.", "an overhaul of the rules for school zones", "requested"),
        ("Ines Falk said that pupils need to be given a say in the matter.", "pupils need to be given a say", "requested"),
        ("“We will build consensus,” said Minister Ada Quill.", "build consensus", "committed"),
    ],
)
def test_what_is_avowed_is_listed(annotator: Annotator, sentence: str, words: str, kind: str) -> None:
    """What somebody demands or promises in so many words is listed, however little speaks for it."""
    assert [step.kind for what, step in steps_of(annotator, sentence).items() if words in what] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland had planned to build the dam.",
        "Norland seeks to promote tourism.",
        "Minister Ada Quill said that the school should have been closed.",
        "The Greens said that they would always honour the treaty.",
    ],
)
def test_what_is_avowed_of_old_or_in_general_is_not_listed(annotator: Annotator, sentence: str) -> None:
    """What was once planned, is always sought, or should have been done is nothing ahead."""
    assert list(steps_of(annotator, sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Norland agreed to strengthen its border posts with Selm, the ministry said.", "strengthen its border posts"),
        ("On Monday, President Ines Falk promised to build a second bridge.", "build a second bridge"),
        ("Minister Ada Quill urged citizens to leave the coast by Friday.", "leave the coast by Friday"),
        ("Minister Ada Quill urged the governors not to sign any further warrants.", "not to sign any further warrants"),
        ("Norland will appeal before the Court of the Union, said its lawyer.", "Norland will appeal before the Court"),
        ("The ministry plans to publish the routes of the buses.", "publish the routes of the buses"),
        ("Minister Ada Quill called on the company to repair the dam.", "repair the dam"),
        ("Chancellor Ines Falk said she intends to sign the law.", "sign the law"),
        ("President Ines Falk vowed to close the camp.", "close the camp"),
        ("The ministry said it would ban the sale of fish from the lake.", "would ban the sale of fish"),
        ("“We will appeal to the High Court,” said Minister Ada Quill.", "will appeal to the High Court"),
        ("Norland will increase the grant before the end of the month.", "increase the grant before the end of the month"),
        ("Minister Ada Quill asked for the removal of the stalls so as not to damage the park.", "the removal of the stalls"),
    ],
)
def test_what_does_not_speak_against_a_step(annotator: Annotator, sentence: str, words: str) -> None:
    """The same constructions with an act that somebody is to do stay."""
    assert any(words in found for found in steps_of(annotator, sentence))


@pytest.mark.parametrize(
    ("sentence", "words", "end", "kind"),
    [
        ("President Ines Falk offered to meet the rebels on May 20.", "meet the rebels on May 20", "2030-05-20", "committed"),
        ("Mediator Tom Oldcastle invited both sides to a round table on Friday.", "a round table on Friday", "2030-05-10", "scheduled"),
        ("The city of Selm will host the 2030 Asian Games in 2031.", "will host the 2030 Asian Games", "2031-12-31", "scheduled"),
        ("World Athletics will test the new rule at the Selm 2032 Games.", "will test the new rule", "2032-12-31", "scheduled"),
        ("Henrik Daal invited the union to talks on Thursday.", "talks on Thursday", "2030-05-09", "scheduled"),
        ("Ada Quill called her followers to a march on Friday.", "a march on Friday", "2030-05-10", "requested"),
        ("Both chiefs were summoned to talks on Friday.", "talks on Friday", "2030-05-10", "requested"),
        (
            "The nurses' union will hold a strike ballot from 14 to 16 October.",
            "hold a strike ballot from 14 to 16 October",
            "2030-10-16",
            "scheduled",
        ),
        ("The opposition demanded that the bridge be reopened by Friday.", "the bridge be reopened by Friday", "2030-05-10", "requested"),
        ("The ban is to last until Friday.", "The ban is to last until Friday", "2030-05-10", "scheduled"),
        ("Mayor Ada Quill said the trains would be back on Thursday.", "the trains would be back on Thursday", "2030-05-09", "scheduled"),
        ("Berta Holm said her members would be back on Thursday.", "her members would be back on Thursday", "2030-05-09", "committed"),
        ("The airport remains closed until Friday.", "The airport remains closed until Friday", "2030-05-10", "scheduled"),
        (
            "The road between Selm and Hask remains closed until Friday, officials said.",
            "remains closed until Friday",
            "2030-05-10",
            "scheduled",
        ),
        ("The truce lasts until Sunday.", "The truce lasts until Sunday", "2030-05-12", "scheduled"),
        ("The minister is expected back on Friday.", "The minister is expected back on Friday", "2030-05-10", "expected"),
        ("The session resumes on Monday.", "The session resumes on Monday", "2030-05-13", "scheduled"),
        ("Peace talks open in Port Callis on Wednesday.", "Peace talks open in Port Callis on Wednesday", "2030-05-08", "scheduled"),
        (
            "She promised to lay the demand before the delegation from Velmark on Thursday.",
            "lay the demand before the delegation",
            "2030-05-09",
            "committed",
        ),
        ("Norland will sign its 2031 budget on Friday.", "sign its 2031 budget on Friday", "2030-05-10", "scheduled"),
        ("Norland will publish the plan for the coming season on Friday.", "publish the plan", "2030-05-10", "scheduled"),
    ],
)
def test_a_day_is_of_what_it_is_said_of(annotator: Annotator, sentence: str, words: str, end: str, kind: str) -> None:
    """Invitations, terms, what stays or is back until a day: the step holds the act, and its day lies ahead."""
    step = next((step for found, step in steps_of(annotator, sentence).items() if words in found), None)
    assert step is not None
    assert (step.value and step.value.end.isoformat(), step.kind) == (end, kind)


@pytest.mark.parametrize(
    "sentence", ["Norland endorsed the 2031 agenda to protect the lakes.", "We expect them to meet the challenges of today."]
)
def test_a_year_that_only_names_is_no_day(annotator: Annotator, sentence: str) -> None:
    """ "The 2031 agenda" and "the challenges of today" say which, not when."""
    assert all(not step.when for step in steps_of(annotator, sentence).values())


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland's presidential election is scheduled to be held in 2010.",
        "The suspension of the talks by the council will be revisited on 1 December 2010.",
        "All four suspects are expected to appear in the Selm court on Monday, May 3, 2010.",
    ],
)
def test_what_a_text_without_a_day_puts_ahead_is_shown_with_its_day(annotator: Annotator, sentence: str) -> None:
    """A day written out with its year is a step's, however long it is over for the reader: a briefing lists it as past."""
    (step,) = steps_of(annotator, sentence, published=None).values()
    assert step.value is not None
    assert step.value.end.year == 2010
    assert step.confidence >= LIKELY


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland and Selm agreed to jointly build the tunnel in 2010.",
        "The tax office asked the former mayor Ada Quill to submit her accounts on March 14, 2010.",
        "Norland accepted an invitation to open the fair in Selm in 2010.",
    ],
)
def test_what_was_once_asked_or_agreed_for_a_day_long_over_is_not_shown(annotator: Annotator, sentence: str) -> None:
    """In a text without a day a past tense tells history as often as news: what it put ahead is listed at most."""
    assert all(step.confidence < LIKELY for step in steps_of(annotator, sentence, published=None).values())


def test_of_two_that_say_the_same_the_one_with_its_day_stays(annotator: Annotator) -> None:
    """That a day is long over does not give its place to a sentence without one."""
    text = (
        "An investment seminar on Norland will be held in Selm on May 3, 2010. "
        "The investment seminar will be hosted jointly by the chamber of commerce and the embassy."
    )
    assert any("will be held in Selm" in what and step.confidence >= LIKELY for what, step in steps_of(annotator, text, None).items())


def test_the_year_of_something_else_makes_no_step_old(annotator: Annotator) -> None:
    """What was founded long ago may be closed yet."""
    text = "The council said on Monday that it will close the school that was founded in 1950."
    (step,) = steps_of(annotator, text, published=None).values()
    assert step.confidence >= LIKELY


_FOOTBALL = (
    "The striker scored in the football championship, and the league title went to his teammates. The coach of the football league said "
    "his goalkeeper will {}. "
)


def test_an_article_on_a_pastime_sets_nobody_an_agenda(annotator: Annotator) -> None:
    """What a club or a band will do on no day is no line of a briefing; the analysis lists what readers would note of it."""
    assert all(step.confidence < LIKELY for step in steps_of(annotator, _FOOTBALL.format("start the derby")).values())


def test_what_has_its_day_is_shown_of_a_pastime_too(annotator: Annotator) -> None:
    """A match or a show on a day is what its reader asks the briefing for."""
    steps = steps_of(annotator, _FOOTBALL.format("start the derby on Saturday"))
    assert [step.confidence >= LIKELY for what, step in steps.items() if "start the derby" in what] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is unlikely that the final will be held in Selm on Sunday.",
        "It is doubtful that the court will hear the appeal on Monday.",
        "There is little chance that the bridge will open on Tuesday.",
    ],
)
def test_what_will_hardly_be_is_no_step(annotator: Annotator, sentence: str) -> None:
    """Whoever says that a day is unlikely to be kept gives no day."""
    assert not steps_of(annotator, sentence)


@pytest.mark.parametrize("opens", ["If", "But if", "And unless"])
def test_what_a_condition_leads_in_is_no_step(annotator: Annotator, opens: str) -> None:
    """Whatever joins the condition to the sentence before."""
    steps = steps_of(annotator, f"{opens} the government declares that the note is no tender, the bank will close the port of Selm.")
    assert not any(step.confidence >= LIKELY for step in steps.values())


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not unlikely that the court will hear the appeal on Monday.",
        "It is no longer doubtful that the bridge will open on Tuesday.",
    ],
)
def test_what_is_not_unlikely_is_a_step(annotator: Annotator, sentence: str) -> None:
    """Two denials say that it will be."""
    assert steps_of(annotator, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike planned for May 12 has been called off, Berg said on Tuesday.",
        "The hearing scheduled for May 12 was postponed, the court said on Tuesday.",
        "The dockers called off Friday's strike after a night of talks.",
        "The club has cancelled Saturday's concert.",
        "The audit, which was to appear on Friday, has been scrapped.",
    ],
)
def test_what_was_planned_and_is_no_more_is_no_step(annotator: Annotator, sentence: str) -> None:
    """The day that it was planned for is named, and nothing is to happen on it."""
    assert not steps_of(annotator, sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Q: What will you do first?\n\nA: We will present a plan for the harbour in June.",
        "A: He has not read it. I invited him to our congress on May 21. I hope he comes.",
        "Asked if the strike might go on, she said: “We'll see on Monday.”",
    ],
)
def test_words_in_the_first_person_of_nobody_known_are_no_steps(annotator: Annotator, text: str) -> None:
    """An interview's answers name no speaker: "we will present a plan" tells nobody who will; "we'll see" tells nothing."""
    assert steps_of(annotator, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "It should be noted that the harbour of Selm was called the best in Norland last year.",
        "It should suffice to recall the fate of the old ferry.",
    ],
)
def test_what_a_reader_is_only_told_to_note_is_no_step(annotator: Annotator, text: str) -> None:
    """ "It should be noted that" asks nobody for anything."""
    assert steps_of(annotator, text) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Pupils' Guild, its head Ada Quill said, backs the ban and hopes it will be extended to all towns next year.", "extended"),
        ("Mayor Tom Oldcastle hopes that the bridge will be opened in June.", "be opened in June"),
        ("She hoped that a final accord could be signed before the end of the year.", "could be signed"),
    ],
)
def test_what_is_hoped_is_expected_and_not_scheduled(annotator: Annotator, text: str, words: str) -> None:
    """Who hopes for a thing has not set it: nobody has it in the diary."""
    (step,) = (s for what, s in steps_of(annotator, text).items() if words in what)
    assert step.kind == "expected"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("No verdict is expected before late June.", date(2030, 6, 21), date(2030, 6, 30)),
        ("A ruling is not expected before June.", date(2030, 6, 1), date(2030, 6, 30)),
        ("The final report is not due until September.", date(2030, 9, 1), date(2030, 9, 30)),
    ],
)
def test_what_comes_no_earlier_than_a_day_is_awaited_from_then(annotator: Annotator, text: str, start: date, end: date) -> None:
    """ "Not before June" is no deadline: it is to be looked for in June."""
    (step,) = steps_of(annotator, text).values()
    assert step.value is not None
    assert (step.value.start, step.value.end, step.deadline) == (start, end, False)


def test_a_plan_stands_though_a_condition_follows(annotator: Annotator) -> None:
    """A stoppage planned for its days is in the diary, also where a deal would stop it."""
    (step,) = steps_of(annotator, "A further stoppage is planned for June 3 to 5 if no deal is reached.").values()
    assert step.kind == "scheduled"


def test_a_term_yet_to_come_is_not_that_of_what_is_done(annotator: Annotator) -> None:
    """The fence has been put up, so that Friday can only be the day by which it must go."""
    text = "Norland demanded that Selmark take down the fence it has put up along the river by next Friday."
    (step,) = steps_of(annotator, text).values()
    assert step.deadline


@pytest.mark.parametrize(
    "text",
    [
        "The committee asked the ministry to release the funds. The ministry rejected the request on Monday.",
        "The residents asked the council to close the road. The council refused.",
        "The lawyers asked the court to free Oren Fallow on bail. The application was denied.",
        "The members were suspended after the speaker asked them to return to their seats but when they refused.",
        "The ministry asked the airline to return the money. The airline did not respond.",
        "His predecessor Ivo Falk was planning to withdraw Norland forces from the islands.",
        "On May 15, the ministry released a permit. The suit states that the ministry told miners it would issue a permit on May 15.",
        "Lawmakers intended to adopt a resolution to mark the anniversary of the harbour. But it did not materialise.",
        "The council plans to merge the two schools. The plan fell through over the cost.",
    ],
)
def test_what_was_refused_or_only_once_meant_is_no_step(annotator: Annotator, text: str) -> None:
    """The text itself goes on to say how what was asked was answered."""
    assert not [s for s in steps_of(annotator, text).values() if s.confidence >= LIKELY]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Ada Quill urged the minister to publish the report. The ministry did not respond to a request for comment.",
            "publish the report",
        ),
        ("Ada Quill urged the minister to publish the report. He declined to comment.", "publish the report"),
        (
            "President Ines Falk said on Monday that she was planning to withdraw Norland forces from the islands.",
            "withdraw Norland forces from the islands",
        ),
        (
            "The ministry of Norland will issue a permit for the mine on May 15. The ministry issued a permit for the quay on May 2.",
            "The ministry of Norland will issue a permit for the mine on May 15",
        ),
        (
            "The council will merge the two schools in May. It did not happen without a quarrel.",
            "The council will merge the two schools in May",
        ),
    ],
)
def test_what_is_asked_stands_where_nobody_answers_it(annotator: Annotator, text: str, what: str) -> None:
    """Who does not comment has refused nothing, and what somebody says she was planning she still plans."""
    assert what in steps_of(annotator, text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "A 40-year-old man is set to appear before Selm Magistrate's Court after he was arrested and charged with murder.",
            "A 40-year-old man is set to appear before Selm Magistrate's Court",
        ),
        ("The suspect will appear in court in Selm, police said.", "The suspect will appear in court in Selm"),
        (
            "Ada Quill is expected to appear before the court in Selm, her lawyer said.",
            "Ada Quill is expected to appear before the court in Selm",
        ),
    ],
)
def test_who_appears_in_court_does_something(annotator: Annotator, text: str, what: str) -> None:
    """An appearance is an act also of somebody without a name, and is no way to seem."""
    (found,) = [step for told, step in steps_of(annotator, text).items() if told.startswith(what)]
    assert found.confidence >= LIKELY


def test_who_is_asked_about_is_no_step(annotator: Annotator) -> None:
    """A question asks nothing of anybody."""
    text = "The royal house set the record straight regarding who the public should be dealing with."
    assert not [s for s in steps_of(annotator, text).values() if s.confidence >= LIKELY]


def test_a_year_that_names_a_thing_does_not_date_what_is_asked(annotator: Annotator) -> None:
    """What a court orders over the disaster of a year gone by is to be done now."""
    text = "A Selm court on Monday ordered former executives of the Kern plant involved in the 2011 disaster to pay 13 million crowns."
    assert "pay 13 million crowns" in steps_of(annotator, text)
    assert not steps_of(annotator, "In 2011 a Selm court ordered the firm to pay 13 million crowns.")


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("President Ines Falk also asked Minister Ada Quill to publish the report.", "publish the report"),
        ("Minister Ada Quill was asked to publish the report, and will answer on May 20.", "answer on May 20"),
        ("Governor Odd Brekka said that President Ines Falk ordered the ministry to close the mine.", "close the mine"),
        ("The union learned on Monday that Minister Ada Quill will close the mine.", "Minister Ada Quill will close the mine"),
    ],
)
def test_what_is_asked_or_told_of_late_is_no_story(annotator: Annotator, sentence: str, what: str) -> None:
    """What was only now asked, or told without a claim or another deed that came of it, is still to be done."""
    assert [w for w, step in steps_of(annotator, sentence).items() if what in w and step.confidence >= LIKELY]


def test_the_year_of_a_law_is_no_day(annotator: Annotator) -> None:
    """The year behind the name of an act of parliament is part of the name."""
    sentence = "Minister Ada Quill must seek ratification of the loan in accordance with the Bank of Norland (Amendment) Act, 2016."
    (step,) = analyse(annotator, sentence).next_steps
    assert not step.when


@pytest.mark.parametrize(
    "sentence",
    [
        "Officials have not said that the bridge will reopen in June.",
        "No official has said the hostages will be freed this week.",
        "The minister denied that schools will close on Friday.",
        "The council meets every Tuesday.",
        "The committee meets every second Thursday.",
    ],
)
def test_what_is_denied_unsaid_or_done_every_week_is_no_step(annotator: Annotator, sentence: str) -> None:
    """However plain the day in it."""
    assert not [s for s in analyse(annotator, sentence).next_steps if s.confidence >= LIKELY]


def test_what_somebody_says_others_must_do_is_asked_of_them(annotator: Annotator) -> None:
    """With a day and of people in general too; what the text itself says must be done is a date."""
    (step,) = steps_of(annotator, "Mayor Ada Quill said people must leave the valley by June 3.").values()
    assert step.kind == "requested"
