"""Next steps by class of construction: what is one, of what kind, by whom, when, in which words; and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.models import LIKELY, Analysis
from briefing.nlp.annotate import Annotator
from tests import analysis_samples
from tests.analysis_samples import DAY

TODAY = date(2030, 5, 9)


def analyse(annotator: Annotator, text: str, published: date | None = DAY) -> Analysis:
    return analysis_samples.analyse(annotator, text, published, today=TODAY)


def words_of(text: str, found: Analysis) -> list[str]:
    return [" ".join(text[s.start : s.end] for s in step.what) for step in found.next_steps]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Public submissions close on 26 July.", "Public submissions close on 26 July"),
        ("The captains are due in court on Monday.", "The captains are due in court on Monday"),
        ("The case against the mayor was postponed to September 6.", "postponed to September 6"),
    ],
)
def test_a_timetable_of_a_text_without_a_day_is_a_step_without_one(annotator: Annotator, sentence: str, words: str) -> None:
    """Where nobody knows when a text was written, its own tense says that a named day lies ahead; the step has no date."""
    found = analyse(annotator, sentence, None)
    steps = dict(zip(words_of(sentence, found), found.next_steps, strict=True))
    step = next((step for text, step in steps.items() if words in text), None)
    assert step is not None, list(steps)
    assert step.value is None


@pytest.mark.parametrize(
    ("sentence", "kind", "words", "end"),
    [
        # appointments
        ("The ministers are to meet again in Oslo on May 20.", "scheduled", "meet again in Oslo", "2030-05-20"),
        ("The chamber is due to vote on Thursday.", "scheduled", "vote on Thursday", "2030-05-09"),
        ("The captains are due in court on Monday.", "scheduled", "The captains are due in court on Monday", "2030-05-13"),
        ("The next policy meeting is scheduled for August 2.", "scheduled", "The next policy meeting is scheduled", "2030-08-02"),
        ("A demonstration is planned for Saturday in front of the palace.", "scheduled", "A demonstration is planned", "2030-05-11"),
        ("The treaty, to be signed in Hask on June 15, was announced by the mediator.", "scheduled", "signed in Hask", "2030-06-15"),
        ("The law takes effect on July 1.", "scheduled", "The law takes effect on July 1", "2030-07-01"),
        ("The next auction is on Friday.", "scheduled", "The next auction is on Friday", "2030-05-10"),
        ("President Zoran Ilk has until May 20 to sign the bill.", "scheduled", "sign the bill", "2030-05-20"),
        # what is due, and what gets another day
        ("A payment of 2 billion crowns is due on May 20.", "scheduled", "A payment of 2 billion crowns is due on May 20", "2030-05-20"),
        ("The ferry tax is due on Friday.", "scheduled", "The ferry tax is due on Friday", "2030-05-10"),
        ("A board meeting scheduled for Wednesday was postponed until Monday.", "scheduled", "postponed until Monday", "2030-05-13"),
        ("The hearing was rescheduled to 10 June.", "scheduled", "The hearing was rescheduled to 10 June", "2030-06-10"),
        ("The launch of the ferry has been moved to Friday.", "scheduled", "The launch of the ferry has been moved to", "2030-05-10"),
        ("The chamber put the vote back to June 4.", "scheduled", "put the vote back to June 4", "2030-06-04"),
        ("Prosecutor Ole Falk asked the court to adjourn until May 20.", "requested", "adjourn until May 20", "2030-05-20"),
        ("President Zoran Ilk declared three days of mourning, beginning Thursday.", "scheduled", "three days of mourning", "2030-05-09"),
        # a timetable in the present tense, also where its verb looks like a noun
        ("The Halden bridge reopens on Monday, the transport ministry said.", "scheduled", "The Halden bridge reopens", "2030-05-13"),
        ("The Selm book fair kicks off on Friday.", "scheduled", "The Selm book fair kicks off on Friday", "2030-05-10"),
        ("Mayor Ada Quill of Osmark said that the fair will be held on May 20.", "scheduled", "the fair will be held on", "2030-05-20"),
        ("The speaker of Norland added that parliament will convene on May 20.", "scheduled", "parliament will convene", "2030-05-20"),
        ("The Osmark Council announced that its youth fair will take place on May 20.", "scheduled", "will take place on", "2030-05-20"),
        ("Nominations close on May 20, the commission said.", "scheduled", "Nominations close on May 20", "2030-05-20"),
        ("The strike ends on Friday, the union said.", "scheduled", "The strike ends on Friday", "2030-05-10"),
        ("Trade talks between Norland and Sund open on Wednesday.", "scheduled", "Trade talks between Norland and Sund", "2030-05-08"),
        ("The upper house votes on the bill on Thursday.", "scheduled", "The upper house votes on the bill", "2030-05-09"),
        ("The hearing continues on Monday.", "scheduled", "The hearing continues on Monday", "2030-05-13"),
        ("The deadline to submit bids falls on May 30.", "scheduled", "The deadline to submit bids falls on May 30", "2030-05-30"),
        ("The exhibition runs until June 30.", "scheduled", "The exhibition runs until June 30", "2030-06-30"),
        # what is so until a day
        ("Applications are open until June 15.", "scheduled", "Applications are open until June 15", "2030-06-15"),
        ("The curfew is in force until Sunday.", "scheduled", "The curfew is in force until Sunday", "2030-05-12"),
        ("The state of emergency was extended until June 30.", "scheduled", "was extended until June 30", "2030-06-30"),
        # those who wait for a court
        ("Marta Quill was remanded in custody until May 20.", "scheduled", "was remanded in custody until May 20", "2030-05-20"),
        ("Two men were released on bail until June 3.", "scheduled", "were released on bail until June 3", "2030-06-03"),
        ("Tom Lund was bailed to appear at the Selm court on June 3.", "scheduled", "to appear at the Selm court", "2030-06-03"),
        # those who are to come
        ("Builder Tom Lund has been summoned for next week.", "scheduled", "has been summoned for next week", "2030-05-19"),
        ("Two directors of the bank were summoned for Thursday.", "scheduled", "were summoned for Thursday", "2030-05-09"),
        ("The envoys have been invited for May 20.", "scheduled", "have been invited for May 20", "2030-05-20"),
        # a term that somebody has, and one counted from what is still to happen
        ("The court has 21 days to rule on the appeal.", "scheduled", "has 21 days to rule on the appeal", "2030-05-28"),
        ("The treaty will enter into force within 90 days of ratification.", "scheduled", "within 90 days of ratification", None),
        # an event without a day
        ("A new round of talks is planned.", "scheduled", "A new round of talks is planned", None),
        # counted on from the day told before
        ("The ministers meet on Friday. A summit of leaders follows the next day.", "scheduled", "A summit of leaders", "2030-05-11"),
        # the day of a clause or a noun inside an act is not its own
        (
            "He urged Minister Ada Quill to halt the merger before it takes effect on July 1.",
            "requested",
            "halt the merger",
            "2030-07-01",
        ),
        ("The envoy urged the government on Tuesday to postpone the June 3 election.", "requested", "postpone the June 3", None),
        ("The envoy urged the government to attend the June 3 summit.", "requested", "attend the June 3 summit", "2030-06-03"),
        # whose own people say it
        ("Dockers at the port will walk out from Friday, their union said.", "committed", "walk out from Friday", "2030-05-10"),
        ("The museum will reopen on Saturday, its director said.", "committed", "reopen on Saturday", "2030-05-11"),
        # a term that somebody is given
        ("Herders gave Premier Zoran Ilk until May 20 to lift the levy.", "requested", "lift the levy", "2030-05-20"),
        ("The court gave the harbour ministry two weeks to publish the report.", "requested", "publish the report", "2030-05-21"),
        ("The budget must be passed by May 31.", "scheduled", "The budget must be passed by May 31", "2030-05-31"),
        ("Schools will stay closed until May 17.", "scheduled", "Schools will stay closed until May 17", "2030-05-17"),
        ("He warned of unrest ahead of the summit on June 3.", "scheduled", "summit on June 3", "2030-06-03"),
        ("Falk said the envoy would have to leave unless an apology arrived within two days.", "expected", "leave unless", "2030-05-09"),
        # a day behind a joined verb, or beyond a clause that the tree hangs it on; the year that goes on, the year that is set
        ("Quill will stay at the inn and visit the flooded villages of the Selm district on Friday.", "scheduled", "visit", "2030-05-10"),
        (
            "The Selm Bridge, which collapsed in 2019 killing six people, is set to reopen in September, its owner said on Friday.",
            "scheduled",
            "is set to reopen in September",
            "2030-09-30",
        ),
        (
            "The ministry said that during this year the plants will be delivered.",
            "committed",
            "the plants will be delivered",
            "2030-12-31",
        ),
        ("The opening of the Selm bridge is set for 2032.", "scheduled", "The opening of the Selm bridge is set for 2032", "2032-12-31"),
        ("Midfielder Tom Lund will join the club from the start of the 2031 season.", "scheduled", "will join the club", "2031-12-31"),
        # what actors say that they will do
        ("Minister Ada Quill said she would publish the report by the end of the month.", "committed", "publish the report", "2030-05-31"),
        ("Norland has agreed to reopen the bridge.", "committed", "reopen the bridge", None),
        ("“We will appeal against the ruling,” said lawyer Tom Oldcastle.", "committed", "will appeal", None),
        ("The union plans to march through the town on Saturday.", "committed", "march through the town on Saturday", "2030-05-11"),
        ("Minister Ada Quill promised a law on rents before the end of the year.", "committed", "a law on rents", "2030-12-31"),
        ("President Ines Falk pledged that every family would be compensated within 60 days.", "committed", "compensated", "2030-07-06"),
        # what is asked of somebody
        ("President Ines Falk urged Norland to withdraw its troops.", "requested", "withdraw its troops", None),
        ("The hotels have been told to empty their pools by Sunday.", "requested", "empty their pools by Sunday", "2030-05-12"),
        ("The union called for a general strike on May 20.", "requested", "a general strike on May 20", "2030-05-20"),
        ("Lawyer Tom Oldcastle demanded that the verdict be read in public.", "requested", "the verdict be read in public", None),
        ("She invited the ministers to return to Hask on Friday.", "requested", "return to Hask on Friday", "2030-05-10"),
        ("Minister Ada Quill ordered a report on the causes by Monday.", "requested", "a report on the causes by Monday", "2030-05-13"),
        # by a body that can tell many what to do, by pleading, and what another needed to do
        ("The central bank of Norland instructed companies to suspend all transfers.", "requested", "suspend all transfers", None),
        ("Minister Ada Quill pleaded with the union to reopen the port.", "requested", "reopen the port", None),
        ("Lawyer Tom Oldcastle said the ministry needed to consult the villages.", "requested", "consult the villages", None),
        # a plan whose owner "by" names, and a promise that a quotation ends
        ("He welcomed plans by the Harbour Authority to widen the canal.", "committed", "widen the canal", None),
        ("Ada Quill announced she would be seeking treatment to “begin again”.", "committed", "would be seeking treatment", None),
        # two adverbs between a verb and its modal
        (
            "Norland must immediately and unconditionally release Tom Oldcastle, the rights groups said.",
            "requested",
            "release Tom Oldcastle",
            None,
        ),
        # the weather is only foreseen
        ("A cold front will cross the south of Norland on Saturday.", "expected", "cross the south of Norland", "2030-05-11"),
        ("Strong winds will reach the coast on Saturday.", "expected", "reach the coast", "2030-05-11"),
        # what is foreseen
        ("The talks are expected to last until Sunday.", "expected", "The talks are expected to last until Sunday", "2030-05-12"),
        ("Economists expect a settlement by June.", "expected", "a settlement by June", "2030-06-30"),
    ],
)
def test_a_step_has_its_kind_its_words_and_its_day(annotator: Annotator, sentence: str, kind: str, words: str, end: str | None) -> None:
    """Each construction gives a step whose words hold the act, of the kind that the construction makes, due on that day."""
    found = analyse(annotator, sentence)
    steps = dict(zip(words_of(sentence, found), found.next_steps, strict=True))
    step = next((step for text, step in steps.items() if words in text), None)
    assert step is not None, list(steps)
    assert step.kind == kind
    assert (step.value and step.value.end.isoformat()) == end


@pytest.mark.parametrize(
    "sentence",
    [
        # the past and what lies behind
        "Minister Ada Quill visited Norland on Friday.",
        "In 2019 the court ordered the company to publish its books.",
        "The two sides had agreed to meet in March.",
        "He was planning to open a hospital.",
        "After the war he decided to become a priest.",
        "“I instructed the authority to repair the park,” he said.",
        # habits and states
        "The council always meets on Fridays.",
        "The river will be cold.",
        "The report shows that prices rise every year.",
        # conditions and imaginings
        "If the talks fail, Norland would withdraw its envoy.",
        "The law would cost small firms dear.",
        "It could be signed next week.",
        # what is not said, asked or known
        "He declined to say when he would return.",
        "Will Norland sign the treaty?",
        "Nobody will be dismissed.",
        # a day that it was put off from, and what had been put off
        "The hearing, which was to begin on Friday, was rescheduled.",
        "The vote had been moved to June 4.",
        # a norm, and a demand that the text says is met
        "“Women should have more children,” said Minister Ada Quill.",
        "Minister Ada Quill urged the House to pass the bill. The House passed the bill on Monday.",
        # plans that are no more, that somebody rejects, or that belong to an earlier time
        "Norland abandoned plans to build a second bridge.",
        "The suspension came on the heels of plans earlier this week to boost recruitment.",
        "The suspension came on the heels of the firm’s plans earlier this week to boost recruitment.",
        "The Selm Steel Company earlier this week planned to increase the bonus, according to a report by the union.",
        "Norland rejects the plan to raise the Serin dam.",
        "Norland denied reports of its intention to cancel the subsidies.",
        "Minister Ada Quill, who took office in 2017, promised to reverse the decline.",
        "He wanted his country to house the museum.",
        "He had a prior commitment to travel to Hask.",
        # how things will be, without a day
        "The tower will also feature a marina.",
        "The ethos of the kitchen is to showcase old recipes.",
        "Everything will be locked up.",
        "“This will go on until they listen,” said lawyer Tom Oldcastle.",
        # rules for everybody
        "“Motorists should refrain from texting,” said Minister Ada Quill.",
        "All entities are required to submit their books.",
        "Providers must go through the procedures.",
        "He said it takes more time because logistics providers must go through more checks.",
        "Minister Ada Quill called on people to take precautions.",
        "The police always told them not to report it.",
        "“You cannot ask Norland to give in,” said lawyer Tom Oldcastle.",
        # links of a story
        "The channel was ordered to close.",
        "Tom Oldcastle was arrested for staying in Hask after being ordered to return to Selm.",
        # nobody knows what: questions, clauses without their object, qualities
        "“Why does he need to give it up?” asked Minister Ada Quill.",
        "President Ines Falk laid out what her government will do for farmers.",
        (
            "NORHAVEN - The court of Selm heard the owners on Monday. Lawyer Tom Oldcastle demanded greater fairness and responsibility "
            "from all. The hearing lasted three hours."
        ),
        # nobody in particular is said to do it
        "Tom Oldcastle learned that he was going to be arrested.",
        "“I want to thank the people of Norland,” said Minister Ada Quill.",
        "Those who attack the town aim to expel the farmers.",
        "Minister Ada Quill hoped they would come forward.",
        "Builder Tom Lund was summoned to the palace on Monday.",
        "Builder Tom Lund has been invited for his deeds.",
        # a crime that somebody had in mind, the background of one, and what one asks leave to do oneself
        "Tua Selm planned to kill the former minister, investigators said.",
        "An officer hurt two colleagues who were trying to stop him from driving home, the police said.",
        "Thirty thousand citizens have requested to emigrate to Norland this year.",
        # a rule of all seasons, a consequence, a comparison
        "Lawyer Tom Oldcastle said pilots have to renew their licences every six months.",
        "Clouds are gathering over the hills, which will result in heavy floods in the coming days.",
        "Ada Quill was the candidate most likely to win the votes of the farmers.",
        # no act, or no doer
        "The aim is to win trust.",
        "She was hard pressed to find a bank.",
        "The tool helps farmers to save water.",
        "The union said it would never accept the offer.",
        "He intends to do that.",
        "We will not accept a dam that leaves our farmers without water in summer, the minister said.",
    ],
)
def test_what_is_no_step(annotator: Annotator, sentence: str) -> None:
    """The past, habits, conditions, what is denied, unknown or only described give none."""
    found = analyse(annotator, sentence)
    assert [s for s in found.next_steps if s.confidence >= LIKELY] == [], words_of(sentence, found)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # a report of speech, a list of what else, a relative clause do not belong to the act
        (
            "Norland will reopen the bridge on Friday, the palace announced, after a long dispute.",
            "Norland will reopen the bridge on Friday",
        ),
        ("Norland plans to reopen the bridge on Friday, which drivers have long demanded.", "Norland plans to reopen the bridge on Friday"),
        ("Norland agreed to reopen the bridge and to send engineers.", "reopen the bridge and to send engineers"),
        ("President Ines Falk urged the sides to meet before the end of the month.", "meet before the end of the month"),
        # not whom it is asked of, nor half a contrast
        ("President Ines Falk urged the harbour authorities on May 3 to lower their fees.", "lower their fees"),
        ("The Selm Wildlife Fund called on the government to not only suspend the drilling.", "suspend the drilling"),
    ],
)
def test_the_words_are_the_act_whole_and_without_the_rest(annotator: Annotator, sentence: str, words: str) -> None:
    """A step's words end where the act ends."""
    assert words_of(sentence, analyse(annotator, sentence)) == [words]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("President Ines Falk urged Norway to withdraw its troops.", ("Norway",)),
        ("Foreign Minister Ada Quill will meet her counterpart on Friday.", ("Ada Quill",)),
        ("Foreign Minister Ada Quill said she would resign on Friday.", ("Ada Quill",)),
        # nobody says who is to do what is to be done
        ("International mechanisms must be introduced by June 1.", ()),
        ("The prices will be published on Friday.", ()),
        # who is against it does not do it
        ("“The new pier will be used for warships on Friday,” said opposition leader Ada Quill.", ()),
        # whose word it is by is not who acts
        ("According to a report by the Selm Courier, Minister Ada Quill plans to close the mine on Friday.", ("Ada Quill",)),
    ],
)
def test_who_is_to_do_it(annotator: Annotator, sentence: str, who: tuple[str, ...]) -> None:
    """The subject acts, or the one that is asked; a thing done by nobody named has no doer."""
    assert [step.who for step in analyse(annotator, sentence).next_steps] == [who]


def test_a_step_that_is_told_twice_is_one(annotator: Annotator) -> None:
    """The telling with a day stays."""
    text = "Norland has agreed to reopen the Sulin bridge. Norland will reopen the Sulin bridge on Friday, officials said."
    (step,) = analyse(annotator, text).next_steps
    assert step.value is not None and step.value.end == date(2030, 5, 10)


def test_a_demand_to_drop_a_plan_and_the_plan_are_two(annotator: Annotator) -> None:
    """Who asks that something be dropped says also what is planned."""
    text = "The chiefs called on the ministry to shelve its plan to establish a bureau by June 2 to oversee the police in all provinces."
    assert sorted(step.kind for step in analyse(annotator, text).next_steps) == ["committed", "requested"]


@pytest.mark.parametrize("told", ["ordered his government to drop plans to", "decided to scrap a plan to"])
def test_a_plan_that_is_dropped_by_order_is_no_step(annotator: Annotator, told: str) -> None:
    """Nobody is to do any more what somebody in charge has ended."""
    text = f"After the protests, President Jon Berg {told} revise the status of the province."
    assert "committed" not in {step.kind for step in analyse(annotator, text).next_steps if text[step.what[0].start :][:6] == "revise"}


def test_what_somebody_will_be_remembered_for_is_no_step(annotator: Annotator) -> None:
    """To go down in history is no act."""
    text = "Deputy Caleb Nerro stressed that this government will go down in history as the only one that had the courage to fight."
    assert all(step.confidence < 0.2 for step in analyse(annotator, text).next_steps)


def test_without_a_date_of_publication_the_day_stays_open(annotator: Annotator) -> None:
    """The step and its phrase are there; its day is not."""
    text = "Minister Ada Quill said she would publish the report next week."
    (step,) = analyse(annotator, text, published=None).next_steps
    assert step.value is None
    assert [text[s.start : s.end] for s in step.when] == ["next week"]


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("The strike will last until June.", False),
        ("The repairs will take until 2032.", False),
        ("Norland has until June to answer.", True),
    ],
)
def test_a_state_that_lasts_is_due_on_no_day(annotator: Annotator, sentence: str, deadline: bool) -> None:
    """How long something goes on is no deadline; how long somebody has is one."""
    (step,) = analyse(annotator, sentence).next_steps
    assert step.value is not None
    assert step.deadline is deadline


def test_what_happens_on_a_day_sets_a_term_before_it(annotator: Annotator) -> None:
    """A demand to act before something starts is due by the day of that, in words that say so."""
    text = "He urged Minister Ada Quill to halt the merger before it takes effect on July 1."
    (step,) = analyse(annotator, text).next_steps
    assert step.deadline
    assert [text[s.start : s.end] for s in step.when] == ["before it takes effect on July 1"]


def test_how_far_an_effect_goes_is_nobodys_step(annotator: Annotator) -> None:
    """What comes of a project is done by no agency; what the agency will do is."""
    text = "The Harbour Agency said that the impacts from the project will be localised. It said the permit will be withdrawn."
    found = analyse(annotator, text)
    assert [text[s.what[0].start : s.what[-1].end] for s in found.next_steps] == ["the permit will be withdrawn"]
    assert [p.kind for p in found.positions] == ["statement", "commitment"]
