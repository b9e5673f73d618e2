"""The words that a step is told in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.compose.readings import Reading
from briefing.compose.step_wording import worded
from briefing.models import NextStep, Span, StepKind
from tests.compose.documents import analysis, document, person, span


def told(text: str, what: str, who: tuple[str, ...] = (), kind: StepKind = "scheduled") -> str | None:
    """The line of a step of an article; its pieces are joined by an ellipsis."""
    made = document(text)
    step = NextStep(
        what=tuple(span(text, piece) for piece in what.split(" … ")),
        who=who,
        when=(),
        value=None,
        grain="interval",
        deadline=False,
        kind=kind,
    )
    mentions = tuple(Span(*found.span()) for found in re.finditer(r"(?:Ada )?Quill", text))
    actors = [replace(person(made, name, role="warden"), mentions=mentions) for name in ("Ada Quill",) if name in text]
    bodies = tuple(Span(*found.span()) for found in re.finditer(r"(?:Harbour U|u)nion", text))
    actors += [replace(person(made, "Harbour Union"), kind="organization", mentions=bodies)] if bodies else []
    lands = tuple(Span(*found.span()) for found in re.finditer(r"Norlandic (?:government|pilots)|Norland\b", text))
    actors += [replace(person(made, "Norland"), kind="country", mentions=lands)] if lands else []
    reading = Reading(made, analysis(made, actors=actors, steps=[step]))
    spans = worded(reading, step, step.what, has_doer=bool(who))
    return reading.excerpt(spans).text if spans is not None else None


@pytest.mark.parametrize(
    ("text", "what", "who"),
    [
        ("Norland prepares for the election next year.", "election next year", ()),
        ("The Harbour Union has asked for the resignation of the warden.", "the resignation of the warden", ("Selm Warden",)),
        ("Norland has set a goal of recycling all of its glass by 2031.", "recycling all of its glass by 2031", ()),
        ("The Harbour Union will hold a fair in May.", "will hold a fair in May", ()),
        ("In Selm a plague is in growth, which in May will reach the coast.", "growth … will reach the coast", ()),
    ],
)
def test_what_is_no_clause_is_told_in_its_sentence(text: str, what: str, who: tuple[str, ...]) -> None:
    """A noun with its day, a participle, a verb without its subject say nothing alone."""
    assert told(text, what, who) == text


def test_a_clause_behind_the_name_of_who_acts_stands_by_itself() -> None:
    """ "Ada Quill: will return to court" is a line, and so is a whole clause without anybody."""
    text = "The court said that Ada Quill will return to Selm on Friday, and that the quay in Osmark, now shut, will open in May."
    assert told(text, "will return to Selm on Friday", ("Ada Quill",)) == "will return to Selm on Friday"
    assert told(text, "the quay in Osmark … will open in May") == "the quay in Osmark … will open in May"


def test_what_stands_for_a_thing_is_told_with_the_sentence_that_names_it() -> None:
    """ "It would cease" is nothing without the paper, "this fare" without the fare."""
    text = "The council raised the fare to two crowns. This fare will hold until 2031."
    assert told(text, "This fare will hold until 2031") == text
    assert told("The Selm Post said it would close in May.", "it would close in May") == "The Selm Post said it would close in May."


def test_it_is_no_person() -> None:
    """What "it" stands for is told where only a person is said to act; of a body it stands for that."""
    text = "The report is long. It will be printed in May, Ada Quill said."
    assert told(text, "It will be printed in May", ("Ada Quill",)) == text
    assert told(text, "It will be printed in May", ("Harbour Union",)) == "It will be printed in May"


def test_where_nobody_can_tell_what_is_meant_there_is_no_line() -> None:
    """The first sentence of a text has none before it."""
    assert told("It will open on Friday, with a fair.", "It will open on Friday") is None


def test_a_thing_that_its_kind_alone_names_is_told_with_the_sentence_before() -> None:
    """ "The trial" is that of the sentence before."""
    text = "Ada Quill is charged with fraud. The trial is set for May 9."
    assert told(text, "The trial is set for May 9") == text


def test_a_body_without_a_name_is_told_with_who_asks() -> None:
    """ "Government: close the mine" leaves open whose it is."""
    text = "The Selm Miners asked the government to close the mine."
    assert told(text, "close the mine", ("government",), "requested") == text
    assert told(text, "close the mine", ("Norland",), "requested") == "close the mine"


def test_a_sentence_of_too_many_words_is_no_line() -> None:
    """A clause of it is shown, if it tells what."""
    text = f"The vote on the pact next May follows {'many long and tiring days of talks in Selm, ' * 12}it is said."
    assert told(text, "The vote on the pact next May") == "The vote on the pact next May"


def test_a_word_that_only_joins_is_left_out() -> None:
    """ "But" joins a sentence to one that is not shown."""
    assert (
        told("But the vote on the pact next May looks near.", "the vote on the pact next May")
        == "the vote on the pact next May looks near."
    )


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("Mayor Quill will resign in May", "will resign in May"),
        ("Quill is to leave Selm", "is to leave Selm"),
        ("Ada Quill will speak", "Ada Quill will speak"),
        ("Quill and the council will meet", "Quill and the council will meet"),
        ("the former Speaker of Selm, Ada Quill will speak", "the former Speaker of Selm, Ada Quill will speak"),
        ("outgoing warden Ada Quill will speak", "will speak"),
        ("critics of Quill will speak", "critics of Quill will speak"),
        ("the jailed poet Ada Quill will speak", "the jailed poet Ada Quill will speak"),
        ("Mrs Quill on Friday will speak", "on Friday will speak"),
        ("warden Ada Quill (Quillova) is to speak", "is to speak"),
    ],
)
def test_who_is_to_act_is_named_once(what: str, line: str) -> None:
    """Behind "Ada Quill:" a clause has no "Mayor Quill" before its verb, nor the office that the text gives her; one that begins with
    all of the name needs nothing before it, and what is of others stays."""
    assert told(f"The council heard Ada Quill. It said that {what}.", what, ("Ada Quill",)) == line


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("The union will hold a fair", "will hold a fair"),
        ("The Harbour Union will hold a fair", "The Harbour Union will hold a fair"),
    ],
)
def test_a_body_is_named_once_too(what: str, line: str) -> None:
    """Behind "Harbour Union:" a clause has no "the union"."""
    text = f"The Harbour Union met. {what}."
    assert told(text, what, ("Harbour Union",)) == line


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("the Norlandic government must close the mine", "must close the mine"),
        ("Norlandic pilots will vote", "Norlandic pilots will vote"),
    ],
)
def test_a_land_is_named_once_where_its_government_acts(what: str, line: str) -> None:
    """Behind "Norland:" a clause has no "the Norlandic government", but says which of its people act."""
    assert told(f"The envoys of Norland met. It is known that {what}.", what, ("Norland",)) == line


@pytest.mark.parametrize(("what", "line"), [("she will also resign in May", "will also resign in May"), ("she resigns", "she resigns")])
def test_a_pronoun_is_left_out_behind_the_name(what: str, line: str) -> None:
    """ "Ada Quill: she will resign" says who twice."""
    text = f"The council heard Ada Quill. It was told that {what}."
    assert told(text, what, ("Ada Quill",)) == line


def test_a_day_before_a_name_stays() -> None:
    """ "On Friday" is no title of anybody."""
    text = "The council heard Ada Quill. On Friday Quill will resign."
    assert told(text, "On Friday Quill will resign", ("Ada Quill",)) == "On Friday Quill will resign"


def test_it_that_stands_for_nothing_needs_no_sentence_before() -> None:
    """ "It was decided that" says all; "it will be used to" does not say what."""
    text = "The council met. It was decided that the quay would open in May."
    assert told(text, "It was decided that the quay would open in May") == "It was decided that the quay would open in May"
    text = "The council will buy a crane. It will be used to clear the quay in May."
    assert told(text, "It will be used to clear the quay in May") == text
