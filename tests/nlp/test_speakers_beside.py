"""Who speaks where neither a name nor a parse tells: a name beside the verb, the trade of who spoke last, the letters of an office."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def holders_of(annotator: Annotator, text: str) -> dict[str, str | None]:
    """Who holds each content of a text, by the content's words."""
    return {" ".join(text[s.start : s.end] for s in p.content): p.actor for p in analyse(annotator, text).positions}


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            "Narrating how she met Paul, Jenna, currently in school for her doctorate, said Paul had called in for a ride.",
            "Paul had called in for a ride",
            "Jenna",
        ),
        (
            (
                "The TTAA plans to meet related agencies such as the Foreign Ministry as well as embassies to find a solution "
                "to this issue. The Taiga Travel Agents Association (TTAA) was founded in May."
            ),
            "to meet related agencies such as the Foreign Ministry as well as embassies to find a solution to this issue",
            "Taiga Travel Agents Association",
        ),
    ],
)
def test_a_name_beside_a_verb_of_speech_is_who_speaks(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """A parse may give a verb no subject, or another word for one; the name that opens its clause speaks all the same."""
    assert holders_of(annotator, text)[content] == holder


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            (
                "Ada Quill began as an actress in Selm. Jon Hale wrote the play for her in May. Quill admitted that she was tired. "
                "The actress explained that she stayed at home."
            ),
            "that she stayed at home",
            "Ada Quill",
        ),
        (
            (
                "Assemblyman Bram Quill met Speaker Jon Hale in Selm. Quill stated that it was an appointment. "
                "The parliamentarian says that he was the victim of a lie."
            ),
            "he was the victim of a lie",
            "Bram Quill",
        ),
        (
            "Attorney General Ada Quill signed the order on Monday in Selm. The training of judges will begin in May, the AG said.",
            "The training of judges will begin in May",
            "Ada Quill",
        ),
        (
            "Cabinet Secretary Bram Holt spoke in Selm on Monday. The CS explained that the guards would stay.",
            "the guards would stay",
            "Bram Holt",
        ),
        ("Mara Quill declined to comment on the letter.", "to comment on the letter", "Mara Quill"),
    ],
)
def test_who_spoke_last_goes_by_a_trade_and_an_office_by_its_letters(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """ "The actress" is who spoke right before, "the AG" the attorney general; who declines to comment has answered."""
    assert holders_of(annotator, text)[content] == holder


def test_the_letters_of_no_office_are_nobody(annotator: Annotator) -> None:
    """Letters that no office of the text has mean none of its persons."""
    text = "Attorney General Ada Quill signed the order on Monday in Selm. The guards will stay, the CS said."
    assert holders_of(annotator, text).get("The guards will stay") != "Ada Quill"


def test_a_trade_is_not_that_of_who_spoke_before_another_was_named(annotator: Annotator) -> None:
    """Whom a sentence names since may be the one of that trade."""
    text = "Ada Quill said that she was tired. Jon Hale came to Selm in May. The actor explained that he stayed at home."
    assert holders_of(annotator, text)["that he stayed at home"] != "Ada Quill"


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            (
                "Harbour Asset Management Company set up a team with Selm Real Estate Group, according to a statement posted on the asset "
                "management firm's website. The team will sell the houses, the statement added."
            ),
            "The team will sell the houses",
            "Harbour Asset Management Company",
        ),
        (
            (
                "Leaders of several opposition parties issued a joint statement on Thursday. The government had failed its people, "
                "the letter read."
            ),
            "The government had failed its people",
            "leaders of several opposition parties",
        ),
        (
            (
                "Kestrel Quill unveiled a report on the killing on Monday. He visited the site and examined documents kept by the army. "
                "They were killed on orders from the army, the report said."
            ),
            "They were killed on orders from the army",
            "Kestrel Quill",
        ),
    ],
)
def test_a_document_is_of_whom_the_text_told_as_having_made_it(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """On the page of a firm told by words of its name, by people without a name, by who unveiled it."""
    assert holders_of(annotator, text)[content] == holder


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            "His entourage argues that this was not a personal choice. “He had made a request,” they add.",
            "He had made a request",
            "his entourage",
        ),
        (
            "The Tolu people worry about their language. Without a voice, they are worried that it will be lost.",
            "it will be lost",
            "Tolu people",
        ),
        (
            "Insiders close to the club said that the sale was near. The insider said that the price was high.",
            "that the price was high",
            "insiders",
        ),
        (
            "However, one Norland social media poster asked why anybody cared about a flower.",
            "why anybody cared about a flower",
            "one Norland social media poster",
        ),
        (
            "The women's wing of the Norland Socialist Movement demanded the resignation of the mayor.",
            "the resignation of the mayor",
            "women's wing of the Norland Socialist Movement",
        ),
    ],
)
def test_several_without_a_name_go_on_speaking(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """ "They" are those without a name who spoke right before."""
    assert holders_of(annotator, text)[content] == holder


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            (
                "The fare will rise in May, Deputy Mayor Jon Hale told the Harbour Star.\n\n"
                "The union will appeal against the fare in the high court, said its lawyer Ines Falk."
            ),
            "The union will appeal against the fare in the high court",
            "Ines Falk",
        ),
        (
            "Hale, said the Harbour Council, was one of the best three of all who were heard. The council wished him well.",
            "Hale | was one of the best three of all who were heard",
            "Harbour Council",
        ),
        (
            "The Governor demanded the resignation of incumbent Police Commissioner Sael Rand accusing him of hiding the votes.",
            "him of hiding the votes",
            "Governor",
        ),
        (
            "Otto Quill and two clerks filed a complaint against Terral Group’s head Jon Hale in May, accusing him of fraud.",
            "him of fraud",
            "Otto Quill",
        ),
        (
            "In their response to Harbour Health Fund, dock workers lambasted the fund saying the decision is “very unfair to members”.",
            "the decision is “very unfair to members”",
            "dock workers",
        ),
        (
            "The Harbour Front, which is trying to woo the miners, went after the Lake Party saying it had sold them out.",
            "it had sold them out",
            "Harbour Front",
        ),
        (
            "Hundreds of teachers heckled the minister saying that the law would ruin their schools.",
            "the law would ruin their schools",
            "teachers",
        ),
        ("The storm left one skipper wondering what would become of his boat.", "what would become of his boat", "one skipper"),
        ("Transport leaders yesterday called for curbs on night buses.", "curbs on night buses", "transport leaders"),
        ("Norland MEC for Finance Nomusa Quill has welcomed the audit report.", "the audit report", "Nomusa Quill"),
        ("The Minister for Health Ada Quill said that clinics would open.", "that clinics would open", "Ada Quill"),
        (
            "The elected representatives in the district have assured tenants that a clinic will be built in Norhaven.",
            "a clinic will be built in Norhaven",
            "elected representatives",
        ),
    ],
)
def test_who_stands_in_the_clause_of_a_word_speaks_by_it(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """Neither who spoke before, nor who is blamed, nor a field, a day or a place beside a name takes the word from them."""
    held = analyse(annotator, text).positions
    assert {" | ".join(text[s.start : s.end] for s in p.content): p.actor for p in held}[content] == holder


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The nephew of the noted author Keri Hale says her last wish was to sell the book.", "Keri Hale"),
        ("The spokesman for Norland’s chief envoy Ada Quill said that talks would go on.", "Ada Quill"),
    ],
)
def test_whose_kin_or_spokesman_speaks_does_not_speak(annotator: Annotator, text: str, name: str) -> None:
    """A name that only says whose somebody is holds nothing that they say."""
    assert name not in holders_of(annotator, text).values()


def test_who_is_urged_by_others_demands_nothing(annotator: Annotator) -> None:
    """They do, and who is accused by them blames nobody."""
    text = "Mayor Ida Quill was urged by residents to stop the demolition. She was accused by auditors of spending flood aid on cars."
    found = {(p.actor, p.kind) for p in analyse(annotator, text).positions}
    assert found == {("residents", "demand"), ("auditors", "blame")}
