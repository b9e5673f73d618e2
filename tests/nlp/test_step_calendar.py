"""What is put on a day, moved to another or called off: which day holds, and what is no more to come. People are invented."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.models import LIKELY, NextStep
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import DAY, analyse

TODAY = date(2030, 5, 9)
_LEAD = "NORHAVEN, May 7 - The harbour of Norhaven was full of ships. "


def shown(annotator: Annotator, sentence: str, published: date | None = DAY) -> dict[str, NextStep]:
    """The steps of a sentence that a briefing shows, by their words."""
    text = f"{_LEAD}{sentence}\n"
    found = analyse(annotator, text, published, today=TODAY).next_steps
    return {" ".join(text[s.start : s.end] for s in step.what): step for step in found if step.confidence >= LIKELY}


@pytest.mark.parametrize(
    ("sentence", "words", "end"),
    [
        # the present tense of those who sit and choose, and no headline
        ("The cabinet decides on the levy on Thursday.", "decides on the levy", "2030-05-09"),
        ("The court rules on the appeal on Friday.", "rules on the appeal", "2030-05-10"),
        ("Voters in the island territory of Selm choose a new senator on Sunday.", "choose a new senator", "2030-05-12"),
        # what is moved in time may be moved to a month or a season, on a day, or behind what has no day
        ("The launch of the harbour bank has been pushed back to March.", "pushed back to March", "2031-03-31"),
        ("The launch of the harbour bank was pushed back to next spring.", "pushed back to next spring", "2031-05-31"),
        ("The council put off a decision on the tram until January.", "put off a decision on the tram", "2031-01-31"),
        ("The trial was adjourned on Tuesday to June 11.", "The trial was adjourned on Tuesday to June 11", "2030-06-11"),
        ("The vote has been put off until after Christmas.", "put off until after Christmas", None),
        (
            "The council on Monday put off a decision on the harbour tram until after the summer holidays.",
            "put off a decision on the harbour tram until after the summer holidays",
            None,
        ),
        # a state that goes on till a day and perhaps beyond
        ("The order stays in force until at least Friday.", "stays in force until at least Friday", "2030-05-10"),
        ("The evacuation order is in force until at least Friday morning.", "in force until at least Friday", "2030-05-10"),
        # a demand without tense
        (
            "The union demanded that the shipping firm Harbourly pay the arrears by noon on Thursday.",
            "pay the arrears by noon",
            "2030-05-09",
        ),
        ("The panel's report has been pushed back to the end of January.", "pushed back to the end of January", "2031-01-31"),
        ("The launch of the weather ship has slipped to Sunday because of high winds.", "has slipped to Sunday", "2030-05-12"),
        # behind a name between commas
        ("The envoy will meet the foreign minister of Norland, Ada Quill, in Selm on Friday.", "in Selm on Friday", "2030-05-10"),
        # what goes as planned, is foreseen, or noted down
        ("Her office says the election will take place as scheduled in October 2031.", "as scheduled in October", "2031-10-31"),
        ("The probe is on course to land in the Selm desert at 0315 GMT on Thursday.", "The probe is on course to land", "2030-05-09"),
        ("The plant is on track to open in June.", "The plant is on track to open", "2030-06-30"),
        ("The hauliers are pencilled in for a meeting with the minister on Monday.", "pencilled in for a meeting", "2030-05-13"),
        # an age between a name and its relative
        ("Mayor Ada Quill, 54, who will appear in court on Friday, kept silent.", "Mayor Ada Quill", "2030-05-10"),
    ],
)
def test_a_day_that_is_set_or_moved_lies_ahead(annotator: Annotator, sentence: str, words: str, end: str | None) -> None:
    """The day is the one ahead, whatever tense the verb has; with none named there is none."""
    steps = shown(annotator, sentence)
    step = next((step for what, step in steps.items() if words in what), None)
    assert step is not None, list(steps)
    assert (step.value and step.value.end.isoformat()) == end


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # called off, in whatever words, or on another day
        ("A summit planned for Friday will not take place, the ministry said.", "summit"),
        ("A prisoner swap planned for Friday is off, the ministry said.", "swap"),
        ("The rally planned for Saturday will no longer go ahead.", "rally"),
        ("Talks due to begin on Monday are on hold.", "Talks"),
        ("She planned to visit the shelter on Thursday but stayed in the capital.", "visit"),
        ("The minister was due to fly to Hask on Thursday but cancelled the trip.", "fly"),
        ("The board was slated to meet on Thursday; the session was rescheduled for May 20.", "slated to meet"),
        ("The ministers were to meet on Thursday, but the talks were called off.", "were to meet"),
        ("The ministers were to meet on Thursday. The talks were called off.", "were to meet"),
        ("The hearing, which was to begin on Friday, starts on Monday.", "was to begin"),
        ("An earlier meeting, scheduled for Sunday, fell through.", "meeting"),
        ("Talks planned for Friday collapsed.", "Talks"),
        ("If the cabinet approves it, the sale would be completed in March.", "completed"),
        ("The government has shelved plans to raise the tax in January.", "raise the tax"),
        ("Plans to raise the tax in January have been shelved.", "raise the tax"),
        ("The minister has ruled out holding elections before 2033.", "elections"),
        ("The pilots' strike, due to start on Monday, was averted at the last minute.", "start on Monday"),
        ("Baggage handlers have called off a strike that was due to start on Thursday, their union said.", "start on Thursday"),
        ("The reopening of the dam has been delayed until after the floods. It was scheduled to reopen on June 1.", "June 1"),
        ("The trial, originally set for October, starts on February 2.", "October"),
        ("Deputies in Norland passed the 2031 budget on Tuesday by 61 votes to 40.", "budget"),
        # promised in a year gone by, or again and again
        ("Ada Quill became head of the service in 2020, promising to open its archives within five years.", "archives"),
        ("Since then the ministry has promised every year to raise the dykes.", "dykes"),
        ("The union had promised its members in 2019 that it would publish annual accounts. It never did.", "publish"),
        ("The utility that built the dam promised in 1977 that survivors would be housed within a year.", "housed"),
        ("The anniversary of the disaster falls on June 2.", "anniversary"),
        # a treaty's words, habits, and what people talk of
        ("Under the Basin Charter, each member state shall notify the secretariat of any new dam.", "notify"),
        ("Members shall pay their dues by 31 January of each year.", "pay their dues"),
        ("Under the constitution, parliament shall adopt the budget by 1 June of each year.", "budget"),
        ("The council shall meet twice a year.", "meet"),
        ("The panel will meet once a month.", "meet"),
        ("Speculation is rife in Selm that Prime Minister Ada Quill will call a snap election.", "call a snap election"),
    ],
)
def test_what_is_off_over_or_a_rule_is_not_shown(annotator: Annotator, sentence: str, words: str) -> None:
    """What the text itself says is not to be, was once to be, or is so every year is no next step."""
    assert not [what for what in shown(annotator, sentence) if words in what]


def test_what_is_to_be_is_not_called_off_by_what_stands_beside_it(annotator: Annotator) -> None:
    """An event whose place changes, or that is itself to do something, is still to come; so is what a speaker was to do and spoke of."""
    assert shown(annotator, "A strike planned for Friday is expected to shut the port.")
    assert shown(annotator, "The union urged the ministry to drop its plan to raise the tax in January.")
    assert shown(annotator, "The ministers were to meet on Thursday in Selm, officials said. A storm shut the port.")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The union had promised its members that it would publish annual accounts. It never did.", "accounts"),
        ("In 1971 Tom Oldcastle announced that he would peg the crown to gold by the end of the year.", "peg"),
        ("The utility promised in 1977 that survivors would be housed within a year.", "housed"),
    ],
)
def test_an_old_promise_is_one_in_a_text_without_a_date(annotator: Annotator, sentence: str, words: str) -> None:
    """What nothing came of, and what is more than ten years old, is past whatever day the text is of."""
    text = f"The harbour of Norhaven was full of ships. {sentence}\n"
    found = analyse(annotator, text, None, today=TODAY).next_steps
    assert not [s for s in found if s.confidence >= LIKELY and words in text[s.what[0].start : s.what[-1].end]]
