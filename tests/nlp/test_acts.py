"""Acts of speech told by a verb and what it takes, and interviews; people and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def held(annotator: Annotator, text: str) -> set[tuple[str | None, str, str]]:
    """What is shown: who holds it, its kind, its words."""
    return {
        (p.actor, p.kind, " … ".join(text[s.start : s.end] for s in p.content))
        for p in analyse(annotator, text).positions
        if p.confidence > SHOWN
    }


@pytest.mark.parametrize(
    ("text", "actor", "kind", "content"),
    [
        (
            "Colonel Corentin Hale appealed to residents of the Rue des Tanneurs to come forward if they heard noise.",
            "Corentin Hale",
            "demand",
            "residents of the Rue des Tanneurs to come forward if they heard noise",
        ),
        (
            "“My clients are not rich,” said Aubin Lacaze, who plans to file a claim next week.",
            "Aubin Lacaze",
            "commitment",
            "to file a claim next week",
        ),
        (
            "Defence Minister Vesela Stone ruled out the withdrawal of the Fourth Brigade.",
            "Vesela Stone",
            "opposition",
            "the withdrawal of the Fourth Brigade",
        ),
        (
            "President Jon Hale declared a month of emergency and asked neighbouring states for helicopters.",
            "Jon Hale",
            "demand",
            "neighbouring states for helicopters",
        ),
        (
            "Mayor Ines Falk has also directed the Ministry of Coast Development to move all families affected by rain to shelters.",
            "Ines Falk",
            "demand",
            "the Ministry of Coast Development to move all families affected by rain to shelters",
        ),
        ("The bishop of San Isidro, Hilario Cuenca, offered to mediate.", "Hilario Cuenca", "offer", "to mediate"),
        (
            "The regional governor, Dolores Quinhones, appealed to both sides to keep medicines moving.",
            "Dolores Quinhones",
            "demand",
            "both sides to keep medicines moving",
        ),
        (
            "Defence Secretary Kwasi Quill has blocked the University of Northport from sharing camera technology with a Kestrian firm.",
            "Kwasi Quill",
            "opposition",
            "the University of Northport from sharing camera technology with a Kestrian firm",
        ),
        (
            "Trade Secretary Kwasi Quill stopped the University of Northport from sharing camera technology with a Kestrian firm.",
            "Kwasi Quill",
            "opposition",
            "the University of Northport from sharing camera technology with a Kestrian firm",
        ),
        (
            "Jon Hale went on trial on Monday. Hale maintained his innocence, and will be at each hearing.",
            "Jon Hale",
            "denial",
            "his innocence",
        ),
        (
            "The Harbour Union lodged a complaint against Norland with the Council of the Seas.",
            "Harbour Union",
            "opposition",
            "a complaint against Norland with the Council of the Seas",
        ),
        ("The strike began on Monday. Farmers demanded higher prices.", "farmers", "demand", "higher prices"),
    ],
)
def test_an_act_of_speech_is_found_by_its_verb_and_what_it_takes(
    annotator: Annotator, text: str, actor: str, kind: str, content: str
) -> None:
    """Whom somebody asks to do it, what for, what is ruled out or kept from whom, with whoever does it, by name or by pronoun."""
    assert (actor, kind, content) in held(annotator, text), held(annotator, text)


@pytest.mark.parametrize(
    "text",
    [
        "The shop offers discounts to pensioners.",
        "Norland called the hospital to ask about her.",
        "The storm blocked the road from carrying lorries.",
    ],
)
def test_what_is_sold_dialled_or_done_by_the_weather_is_no_act_of_speech(annotator: Annotator, text: str) -> None:
    """An offer of goods, a telephone call and things that do it hold nothing that is shown."""
    assert not {row for row in held(annotator, text) if row[1] in ("demand", "offer", "opposition")}, held(annotator, text)


LETTERS = """Mara Stone, the head of the Northport Water Board, spoke to the Courier.

Q: When will the water be back?

A: We will repair it by Friday. The pipes must be replaced.

Q: Who is to blame?

A: The previous board failed to inspect the valves. Mayor Jon Hale said in May that they were safe.

He was wrong.
"""
NAMES = """The ferry has not sailed since May. Ines Stone, director of Harbour Lines, answers.

Courier: When will the ferry sail again?

Stone: We expect it on Friday. The harbour must be dredged.

Courier: Will fares go up?

Stone: No. We will not raise fares this year.
"""


def test_an_interview_s_answers_are_held_by_who_is_asked(annotator: Annotator) -> None:
    """By letters, the one whom the introduction names; every sentence of the answer with its own kind, nothing of the questions."""
    found = held(annotator, LETTERS)
    assert {("Mara Stone", "demand", "The pipes must be replaced."), ("Mara Stone", "commitment", "We will repair it by Friday.")} <= found
    assert ("Mara Stone", "blame", "The previous board failed to inspect the valves.") in found
    assert not any("?" in content or "Who is" in content for _, _, content in found), found


def test_whom_an_answer_quotes_holds_what_is_quoted(annotator: Annotator) -> None:
    """What another is said to have said inside of an answer is that one's, by way of who answers."""
    position = next(p for p in analyse(annotator, LETTERS).positions if p.actor == "Jon Hale")
    assert position.via == "Mara Stone"


def test_an_interview_by_names_leaves_out_who_asks(annotator: Annotator) -> None:
    """A name before a colon speaks in turn with one who only asks; a short answer stands with its next sentence."""
    found = held(annotator, NAMES)
    assert ("Ines Stone", "commitment", "No. We will not raise fares this year.") in found, found
    assert ("Ines Stone", "demand", "The harbour must be dredged.") in found, found
    assert not any("ferry sail again" in content for _, _, content in found), found


def test_labels_of_things_are_no_speakers(annotator: Annotator) -> None:
    """Where and when something takes place is said by nobody."""
    text = "The fair opens in May.\n\nPlace: the old mill\n\nTime: from ten to five\n\nPlace: the new hall\n\nTime: from nine to four\n"
    assert not held(annotator, text)


def test_a_reply_holds_what_it_replies_to(annotator: Annotator) -> None:
    """Who agreed, and no more, is for what was asked or offered right before; who disagreed is against what was said."""
    found = held(annotator, "Rebel leader Tom Rusk proposed a truce of three weeks. The government agreed on Monday.")
    assert ("government", "support", "a truce of three weeks") in found, found
    found = held(annotator, "“The levy must go,” Farmers' Guild leader Tom Rusk said. Finance Minister Ada Quill disagreed.")
    assert ("Ada Quill", "opposition", "The levy must go") in found, found


def test_a_reply_with_words_of_its_own_or_to_nothing_asked_is_no_such_reply(annotator: Annotator) -> None:
    """What somebody agreed to do stands behind the verb, and nobody agrees to a report of what took place."""
    found = held(annotator, "The talks failed in May, mediator Tom Rusk said. The rebels agreed.")
    assert not any(kind == "support" for _, kind, _ in found), found
    found = held(annotator, "Union leader Tom Rusk asked for a higher wage. The ministry refused to talk to him.")
    assert not any(content == "a higher wage" and kind == "opposition" for _, kind, content in found), found


ASKED = """Professor Ines Falk of Northport University said on Monday that Ada Quill and Jon Hale had failed. Quill met Hale in May.

Q: What comes next?

A: The pact must be signed.

Q: By whom?

A: By both of them, as I see it, and soon.
"""


def test_who_speaks_before_the_questions_answers_them(annotator: Annotator) -> None:
    """Of several who are named above an interview, the one who speaks there is the one who is asked."""
    assert ("Ines Falk", "demand", "The pact must be signed.") in held(annotator, ASKED), held(annotator, ASKED)


def test_numbered_and_initialled_turns_are_those_of_an_interview(annotator: Annotator) -> None:
    """ "Q1:" asks and "A1:" answers; a speaker who is first named in full goes on by initials."""
    text = "The firm has moved in, its head Ruta Dovich tells the Courier.\n\n" + "".join(
        f"Q{n}: What comes next?\n\nA{n}: The {thing} must be repaired.\n\n" for n, thing in enumerate(("pier", "mill", "dam"), 1)
    )
    assert {("Ruta Dovich", "demand", f"The {thing} must be repaired.") for thing in ("pier", "mill", "dam")} <= held(annotator, text)
    text = (
        "The Courier sat down with Jana Novak, head of Harbour Lines.\n\nThe Harbour Courier: When will it sail?\n\n"
        "Jana Novak: The harbour must be dredged.\n\nTHC: And the fares?\n\nJN: The fares must stay as they are.\n\n"
        "THC: By whom?\n\nJN: The board must decide that in May.\n"
    )
    found = held(annotator, text)
    assert {("Jana Novak", "demand", "The fares must stay as they are."), ("Jana Novak", "demand", "The harbour must be dredged.")} <= found


def test_a_passage_that_is_printed_twice_holds_what_it_holds_once(annotator: Annotator) -> None:
    """A text that repeats a passage gives its positions once."""
    said = "Mayor Ada Quill said the old bridge must be closed before the winter. "
    text = f"{said}Traders protested on Monday.\n\n{said}Traders protested."
    assert len([p for p in analyse(annotator, text).positions if p.actor == "Ada Quill"]) == 1


_HOUSE = """The Speaker: Order.

Mr Dale Orwin (North Fells): Will the Minister guarantee that no household will be cut off?

The Minister of Energy (Ms Rhona Vance): I can give that assurance. No household will be disconnected before March.

Mr Orwin: I welcome that. The charges are too high.

Ms Vance: I agree with him. The regulator will report in January.
"""


def test_members_of_a_house_are_called_by_name_and_seat_or_by_office_and_name(annotator: Annotator) -> None:
    """ "Mr Orwin (North Fells):" and "The Minister of Energy (Ms Vance):" are those of "Mr Orwin:" and "Ms Vance:"."""
    found = {(p.actor, _HOUSE[p.content[0].start : p.content[0].end]) for p in analyse(annotator, _HOUSE).positions}
    assert ("Rhona Vance", "No household will be disconnected before March.") in found
    assert ("Dale Orwin", "The charges are too high.") in found


def test_what_somebody_is_charged_or_asked_to_do_first_is_a_demand(annotator: Annotator) -> None:
    """Not a reproach, nor a statement."""
    text = (
        "Vice President Musa Tal charged the agencies to redouble their efforts.\n\n"
        "Ada Quill asked the chief minister to first submit the certificates.\n"
    )
    found = {(p.actor, p.kind) for p in analyse(annotator, text).positions if p.confidence > SHOWN}
    assert found == {("Musa Tal", "demand"), ("Ada Quill", "demand")}


def test_all_parties_are_not_the_parties_named_before(annotator: Annotator) -> None:
    """Those of a conflict are others."""
    text = (
        "The president met the leaders of the three opposition parties on Monday. The parties rejected the calendar.\n\n"
        "Fighting went on. The mission, led by Ada Quill, calls on all parties to guarantee access.\n"
    )
    found = {(p.actor, p.target) for p in analyse(annotator, text).positions if p.confidence > SHOWN and p.kind == "demand"}
    assert found
    assert not {("mission", "opposition parties"), ("Ada Quill", "opposition parties")} & found


def test_who_heads_a_body_did_not_do_alone_what_it_did(annotator: Annotator) -> None:
    """Told behind its name, with an office behind that."""
    text = (
        "The Cabinet, chaired by H.H. Sheikh Saif bin Nasser, Prime Minister, approved the federal budget for 2027 and a law on the "
        "regulation of drones.\n"
    )
    assert {p.actor for p in analyse(annotator, text).positions if p.confidence > SHOWN} == {"Cabinet"}
