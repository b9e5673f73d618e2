"""Positions of others inside what somebody says."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "“Someone told me Harbour Lab had already warned that many users were targets of the attack,” Ada Quill said.",
            "Harbour Lab",
            "that many users were targets of the attack",
        ),
        (
            "Ada Quill said that UNICEF estimates that the number of pupils will grow by a third.",
            "UNICEF",
            "the number of pupils will grow by a third",
        ),
        (
            "Last week, Norway said its security forces had arrested a network of agents, state media reported.",
            "Norway",
            "its security forces had arrested a network of agents",
        ),
        (
            "Ada Quill heard Jon Hale on Monday. Quill said that Hale had indicated that the port would stay open for the whole winter.",
            "Jon Hale",
            "that the port would stay open for the whole winter",
        ),
        (
            "Mara Stone spoke on Monday. She said that the Harbour Union asked the port to pay all of its workers by June.",
            "Harbour Union",
            "to pay all of its workers by June",
        ),
        (
            "Minister Ada Quill said that the Harbour Union wrote to the council and asked it to open the port by June.",
            "Harbour Union",
            "to open the port by June",
        ),
        (
            "Minister Ada Quill said that Jon Hale had assured her that the port would stay open.",
            "Jon Hale",
            "that the port would stay open",
        ),
        (
            "Minister Ada Quill said that the Harbour Board fears that the port will close.",
            "Harbour Board",
            "that the port will close",
        ),
    ],
)
def test_what_is_held_inside_a_content_is_of_its_holder_alone(annotator: Annotator, text: str, holder: str, content: str) -> None:
    """A holder inside is read though a parse gives it to another verb; what it holds begins behind its own verb."""
    found = [" ".join(text[s.start : s.end] for s in p.content) for p in analyse(annotator, text).positions if p.actor == holder]
    assert found == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Quill adds that Harbour Union members often believe it is not actually a strike unless there is a picket.",
            "it is not actually a strike unless there is a picket",
        ),
        ("Ada Quill said that the Harbour Union opposes the levy unless it is cut.", "the levy unless it is cut"),
        ("Ada Quill said that the Harbour Union rejected the levy until it was cut.", "the levy until it was cut"),
    ],
)
def test_what_is_held_inside_a_content_keeps_its_condition(annotator: Annotator, text: str, content: str) -> None:
    """The condition that a parse gives to the verb of the holder belongs to what is held."""
    (found,) = [p for p in analyse(annotator, text).positions if p.actor is not None and "Quill" not in p.actor]
    assert [text[s.start : s.end] for s in found.content] == [content]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Responding to claims by the Dockers Union that wages had been cut, Mayor Ada Quill said nobody had lost money.", None),
        ("Mayor Ada Quill denied claims by the Dockers Union that wages had been cut.", "denial"),
    ],
)
def test_a_claim_that_is_answered_is_of_whoever_made_it(annotator: Annotator, text: str, answered: str | None) -> None:
    """It is the union's, and who denies it has a denial of the whole beside it."""
    found = {
        p.actor: (p.kind, text[p.content[0].start : p.content[-1].end]) for p in analyse(annotator, text).positions if p.confidence > 0.3
    }
    assert found["Dockers Union"][1] == "wages had been cut"
    assert found["Ada Quill"][0] == (answered or "statement")


def test_what_another_makes_of_a_call_is_no_part_of_it(annotator: Annotator) -> None:
    """That it is theatre is what the minister says of it."""
    strike = "Quay strike goes on\n\nThe port stood still. "
    text = strike + "Minister Ines Falk dismissed the Dockers Union's demand for a new vote as mere theatre."
    held = {p.actor: text[p.content[0].start : p.content[-1].end] for p in analyse(annotator, text).positions}
    assert held["Dockers Union"] == "a new vote"


def test_whom_another_says_to_be_against_a_thing_is_against_it(annotator: Annotator) -> None:
    """What a minister says that another opposes or supports is the other's stand, and not the minister's."""
    text = (
        "Finance Minister Anil Deshwar said that Home Secretary Rakesh Nambool opposes the tax. Deshwar said the mayor supports the plan."
    )
    found = analyse(annotator, text).positions
    kinds = {(p.actor, p.kind, " ".join(text[s.start : s.end] for s in p.content)) for p in found}
    assert {("Rakesh Nambool", "opposition", "the tax"), ("mayor", "support", "the plan")} <= kinds
    assert not any(actor == "Anil Deshwar" and kind != "statement" for actor, kind, _ in kinds)


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "Mayor Ada Quill ignored warnings from the Grain Exporters' League that the fee would double the cost of shipping.",
            "Grain Exporters' League",
            "the fee would double the cost of shipping",
        ),
        (
            "The port reopened amid calls by opposition lawmakers for an inquiry into the fire.",
            "opposition lawmakers",
            "an inquiry into the fire",
        ),
        (
            "Talks resumed on Monday despite Veldair's insistence that it could not afford a rise.",
            "Veldair",
            "it could not afford a rise",
        ),
        (
            "Mayor Ada Quill scrapped the plan last week, ignoring pleas from parents to keep the kitchens open.",
            "parents",
            "to keep the kitchens open",
        ),
        (
            "Minister Ines Falk questioned the charity Harbour Aid's estimate that two million cattle had died.",
            "Harbour Aid",
            "two million cattle had died",
        ),
    ],
)
def test_a_noun_of_speech_is_whose_it_is_whatever_is_made_of_it(annotator: Annotator, text: str, holder: str, content: str) -> None:
    """Another who ignores it says nothing of it, and it is shown; the writer tells of it, and nobody else."""
    found = [p for p in analyse(annotator, f"Harbour quarrel goes on\n\n{text}").positions if p.actor == holder and p.confidence > 0.4]
    text = f"Harbour quarrel goes on\n\n{text}"
    assert [(" ".join(text[s.start : s.end] for s in p.content), p.via) for p in found] == [(content, None)]


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "The guards had beaten two men, a report by the rights group Lantern says, an allegation the prison service rejects.",
            "prison service",
            "The guards had beaten two men",
        ),
        (
            "The ministry had taken bribes, a newspaper wrote — a claim Defence Minister Paul Verne denied.",
            "Paul Verne",
            "The ministry had taken bribes",
        ),
    ],
)
def test_what_is_called_a_claim_behind_it_is_denied(annotator: Annotator, text: str, holder: str, content: str) -> None:
    """Who denies it does so of all that stands before, and who made it says nothing of that."""
    told = f"Inquiry into prisons opens\n\n{text} The hearing goes on."
    found = [p for p in analyse(annotator, told).positions if p.actor == holder]
    assert [(p.kind, " ".join(told[s.start : s.end] for s in p.content)) for p in found] == [("denial", content)]
    assert not any("allegation" in told[s.start : s.end] for p in analyse(annotator, told).positions for s in p.content)


def test_who_stands_in_a_relative_clause_holds_what_it_tells(annotator: Annotator) -> None:
    """Whom agencies accuse accuses nobody."""
    text = "Famine feared in Ombari\n\nThe army, which aid agencies accuse of taking food, denies this. Trucks are held at the border."
    found = {(p.actor, p.kind) for p in analyse(annotator, text).positions}
    assert {("army", "denial"), ("aid agencies", "blame")} <= found
    assert ("army", "blame") not in found


def test_what_a_relative_clause_calls_a_thing_is_shown(annotator: Annotator) -> None:
    """The thing and its name are a position though no verb stands in them."""
    text = "Bill on water passes\n\nThe law, which the Landowners' Association called a theft of property, takes effect in March."
    found = [p for p in analyse(annotator, text).positions if p.actor == "Landowners' Association"]
    assert [(p.kind, p.confidence > 0.4) for p in found] == [("opposition", True)]


def test_a_headline_that_something_is_disputed_is_nobodys(annotator: Annotator) -> None:
    """Not of whoever wrote what is disputed."""
    text = (
        "Report on prison deaths disputed\n\nGuards beat prisoners to death, a report by the rights group Lantern says.\n\n"
        "Minister Tom Aldous said the deaths were from natural causes."
    )
    assert not any(p.actor == "Lantern" and p.kind == "denial" for p in analyse(annotator, text).positions)


def test_a_call_that_is_repeated_is_shown_though_it_is_judged(annotator: Annotator) -> None:
    """What follows behind a comma, "a demand", names no thing that is called for."""
    text = "Tram fares to rise\n\nThe Riders Union has repeated its call for free travel for pupils, a demand Mayor Ada Quill has refused."
    found = [p for p in analyse(annotator, text).positions if p.actor == "Riders Union"]
    assert [text[p.content[0].start : p.content[-1].end] for p in found if p.confidence > 0.4] == ["free travel for pupils"]


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("Minister Odile Perrin backed calls from business leaders for lower taxes.", "business leaders", "lower taxes"),
        (
            "The City Museum turned down a request by the kingdom of Oyara for the return of a mask.",
            "kingdom of Oyara",
            "the return of a mask",
        ),
        (
            "Director Hal Finch defended the culling of two bears against accusations by Animal Watch that it was cruel.",
            "Animal Watch",
            "it was cruel",
        ),
    ],
)
def test_what_is_called_for_is_no_part_of_who_calls_for_it(annotator: Annotator, text: str, holder: str, content: str) -> None:
    """Whatever word a tree hangs it on."""
    told = f"Quarrel in parliament goes on\n\n{text} The talks go on."
    found = [p for p in analyse(annotator, told).positions if p.actor == holder]
    assert [" ".join(told[s.start : s.end] for s in p.content) for p in found] == [content]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Governor Ada Quill said that the Norland Bank expects inflation to fall by the end of the year.", "Ada Quill"),
        ("Mayor Ines Falk said the Harbour Authority had decided to close the old pier to lorries.", "Ines Falk"),
        ("Jon Hale said that the Quill Foundation has supported the clinic with two new boats.", "Jon Hale"),
    ],
)
def test_what_another_is_said_to_want_or_do_is_the_word_of_who_says_so(annotator: Annotator, text: str, speaker: str) -> None:
    """It is no position of the other."""
    assert {p.actor for p in analyse(annotator, text).positions} == {speaker}
