"""What a person is by words that no list of offices has, and whose offices several bodies are; people and bodies are invented."""

from __future__ import annotations

import pytest

from briefing.models import Actor
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        (
            "Wallis Chen, a Selm-based undergraduate student, said most people took part in it.",
            "Wallis Chen",
            "Selm-based undergraduate student",
        ),
        ("“The assets are growing,” says Derick Lomba, a Project Assistant with TRAC.", "Derick Lomba", "Project Assistant with TRAC"),
        ("Mildred Mills, an elder from Harnby, said the camp would go on.", "Mildred Mills", "elder from Harnby"),
        ("Harnby University student Mohan Roni has said he will go on.", "Mohan Roni", "Harnby University student"),
        ("“He would leave early,” says Akena’s mother, Lili Orom.", "Lili Orom", "mother of Akena"),
        ("“It is right,” said William Hale’s running mate Rigan Gacha.", "Rigan Gacha", "running mate of William Hale"),
        ("He was greeted by Ana Weil, wife of Mr. Benoni W. Urel, who said so.", "Ana Weil", "wife of Mr. Benoni W. Urel"),
        (
            "The government has taken Alex Cumber, political leader of the Alternative National Union ANU to court for forgery.",
            "Alex Cumber",
            "political leader of the Alternative National Union ANU",
        ),
        (
            "Today the president of the Supreme People's Court (SPC), Ruben Marga Fero, said the doubts were wrong.",
            "Ruben Marga Fero",
            "president of the Supreme People's Court",
        ),
        (
            "Professor Theo Bahor, Director of the Norland Council (NC), Mrs. Micheline Pillay, acting CEO of the Food Fund (FF), met.",
            "Micheline Pillay",
            "acting CEO of the Food Fund",
        ),
        ("Gen Z leader Ada Quill said they want better pay.", "Ada Quill", "Gen Z leader"),
        (
            "UN Special Rapporteur on arbitrary executions Christof Hein said the inquiry was open.",
            "Christof Hein",
            "Special Rapporteur on arbitrary executions",
        ),
        (
            "Minister of state for labour and employment Ramon Telis said on Monday that the mill would stay open.",
            "Ramon Telis",
            "Minister of state for labour and employment",
        ),
        (
            "Undersecretary of Economic Affairs of the Ministry of Foreign Affairs Juan Castril met envoys. Castril said it was near.",
            "Juan Castril",
            "Undersecretary of Economic Affairs of the Ministry of Foreign Affairs",
        ),
        (
            "Jonas Breck, the nephew of one president and the cousin of another, said he would run.",
            "Jonas Breck",
            "nephew of one president and the cousin of another",
        ),
        ("Hal Blum, one of President Ivo Clint's former aides, said the mails were private.", "Hal Blum", None),
    ],
)
def test_a_role_is_what_a_person_does_or_is_to_somebody(annotator: Annotator, sentence: str, name: str, role: str | None) -> None:
    """By a trade, tied by a hyphen to a place or in capitals; to a relative by name; of a body whose letters stand behind it; with
    its field and no comma; not as one of several."""
    assert actors(annotator, sentence)[name].role == role


def test_those_born_in_some_years_are_no_general(annotator: Annotator) -> None:
    """ "Gen Z" is not General Z."""
    found = actors(annotator, "When asked, 40 per cent of Gen Z listed illness. Gen Z said no.")
    assert not any(a.kind == "person" for a in found.values())


def test_the_president_of_a_body_by_its_letters_is_not_the_land_s(annotator: Annotator) -> None:
    """ "The SPC president" is that of the Supreme People's Court, whoever was president and named last."""
    text = (
        "Today the president of the Supreme People's Court (SPC), Ruben Marga Fero, said the doubts were wrong. Later president Miguel "
        "Dias said the people were free. The SPC president recognizes that such a meeting would be unthinkable."
    )
    said = [p for p in analyse(annotator, text).positions if any("unthinkable" in text[s.start : s.end] for s in p.content)]
    assert {p.actor for p in said} == {"Ruben Marga Fero"}


def test_a_military_chief_is_not_the_president(annotator: Annotator) -> None:
    """Who leads something told by an adjective does not lead the land."""
    text = (
        "President Evo Mortes agreed to hold fresh elections, but the country's military chief joined calls for his resignation on Sunday."
    )
    said = [p for p in analyse(annotator, text).positions if any("his resignation" in text[s.start : s.end] for s in p.content)]
    assert "Evo Mortes" not in {p.actor for p in said}


def test_bodies_that_tell_of_what_a_speaker_is_do_not_speak(annotator: Annotator) -> None:
    """ "Ada Quill, also the director of campaigns for HC and NUD, told" is Ada Quill."""
    text = (
        "Pradam led a march. “It is not the law,” rights activist Mara Pradam, also the director of campaigns for NCWL and DHRD, told us."
    )
    assert {p.actor for p in analyse(annotator, text).positions} == {"Mara Pradam"}


@pytest.mark.parametrize(
    "text",
    [
        "According to Inger Anders, Executive Director of UNEP, this is the most significant deal since the accord.",
        "According to the World Bank team, the rural offices needed more training.",
    ],
)
def test_what_a_source_is_of_is_no_target(annotator: Annotator, text: str) -> None:
    """Between "according to" and what is held stands the source."""
    assert [p.target for p in analyse(annotator, text).positions] == [None]


def test_a_body_of_all_africa_is_named_so(annotator: Annotator) -> None:
    """ "Pan" belongs to the name."""
    text = "Mithika Wendo, the Executive Director of the Pan African Water Justice Alliance (PAWJA), said governments must act."
    assert "Pan African Water Justice Alliance" in actors(annotator, text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "President Evo Mortes called elections. Protesters accused Mortes, a left-wing union leader and coca farmer, of fraud.",
            "Evo Mortes",
            "President",
        ),
        ("Its respected leader, Isa Afworth, won. President Afworth said he was right.", "Isa Afworth", "President"),
        (
            "Lawmakers asked Sheikh Hamad Quilli to begin reforms. Others said Prime Minister Sheikh Hamad Quilli must act.",
            "Hamad Quilli",
            "Prime Minister",
        ),
        ("General Odd Brekka left the hall. Defence Minister Odd Brekka said the talks went on.", "Odd Brekka", "Defence Minister"),
    ],
)
def test_a_president_is_told_by_that_office(annotator: Annotator, text: str, name: str, role: str) -> None:
    """Before what he was, and before a leader of nothing that is told."""
    assert actors(annotator, text)[name].role == role


def test_a_justice_is_no_billionaire(annotator: Annotator) -> None:
    """Who sits in judgement is not called by a trade of somebody else."""
    text = "Justice Michael Lorne found the claim had failed. The billionaire testified he believed a law gave them power to harm him."
    said = [p for p in analyse(annotator, text).positions if any("believed a law" in text[s.start : s.end] for s in p.content)]
    assert said
    assert "Michael Lorne" not in {p.actor for p in said}


def test_what_is_told_of_a_speaker_behind_a_quotation_is_not_said(annotator: Annotator) -> None:
    """ "..., another great-great granddaughter, Colleen Frome says": the words end with the quotation."""
    text = '"They would never have dried out," another great-great granddaughter, Colleen Frome says.'
    found = [" ".join(text[s.start : s.end] for s in p.content) for p in analyse(annotator, text).positions]
    assert found == ["They would never have dried out"]


def test_a_body_is_named_with_what_it_is_of(annotator: Annotator) -> None:
    """Where the text tells that in one way; the short name is another form of it."""
    text = (
        "The Management Unit of the Historic Sanctuary of Harnby Alto said the trail will close. "
        "The Management Unit added that tickets are sold."
    )
    assert "Management Unit" in actors(annotator, text)["Management Unit of the Historic Sanctuary of Harnby Alto"].aliases


def test_whose_counterparts_two_are_tells_no_office(annotator: Annotator) -> None:
    """ "Sudlandish counterpart" is nothing that somebody is."""
    told = actors(annotator, "President Ada Quill met her Norlandish and Sudlandish counterparts, Jon Stone and Karl Umber, in Amel.")
    assert not any("counterpart" in (a.role or "") for a in told.values())


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Engineer Hal Safwen, CEO of Jumvia Norland, said sales had doubled.", "Hal Safwen", "CEO of Jumvia Norland"),
        (
            "Pol Maj-General Porn Suras, commander of Harbour Division 4, said the boats were seized.",
            "Porn Suras",
            "commander of Harbour Division 4",
        ),
        (
            "It was opened by His Highness Sheikh Saud bin Rashid Al Mualim, Member of the Supreme Council and Ruler of Harn, on Friday.",
            "Saud bin Rashid Al Mualim",
            "Member of the Supreme Council and Ruler of Harn",
        ),
        ("Attorney General Ada Quill, a former senator, said the case was closed.", "Ada Quill", "Attorney General"),
    ],
)
def test_how_somebody_is_addressed_gives_way_to_what_they_do(annotator: Annotator, sentence: str, name: str, role: str) -> None:
    """A trade, a rank or a style before the name, "His Highness" too, where the office stands behind it; an office stays."""
    assert actors(annotator, sentence)[name].role == role


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        (
            "“We will go on,” said Henry Mamoth, Harbour Prosecuting Authority (HPA) spokesperson in the north.",
            "Henry Mamoth",
            "Harbour Prosecuting Authority spokesperson in the north",
        ),
        (
            "The day is well summed up by the Harnby Labour Party (HLP) lawmaker, Manoj Quill who said it was late.",
            "Manoj Quill",
            "Harnby Labour Party lawmaker",
        ),
    ],
)
def test_letters_in_brackets_end_no_role(annotator: Annotator, sentence: str, name: str, role: str) -> None:
    """The office goes on behind the letters of its body, and is told without them."""
    assert actors(annotator, sentence)[name].role == role


def test_whom_a_lawyer_acts_for_is_no_lawyer(annotator: Annotator) -> None:
    """The office behind "for" is whose name follows it."""
    text = "A lawyer for former transport minister Pavel Strand told the Court of Appeal on Monday that prosecutors had withheld evidence."
    assert actors(annotator, text)["Pavel Strand"].role == "former transport minister"


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Deputy Caleb Navar said that the law would pass.", "Caleb Navar", "Deputy"),
        ("HPN(M) general secretary Ramon Telis said that talks would go on.", "Ramon Telis", "HPN(M) general secretary"),
        ("Ada Quill, a spokesman for Norlandish president Jon Hale, called the raid a crime.", "Ada Quill", "spokesman for Norlandish"),
        ("Ada Quill, former president of the Harbour Union was fined on Friday.", "Ada Quill", "former president of the Harbour Union"),
        (
            "The commission goes on with a new witness, the Public Council's Harnby State head, Sphelo Samel. Samel was fired.",
            "Sphelo Samel",
            "Public Council's Harnby State head",
        ),
        (
            "Priests have accused the first lady and vice-president, Rosario Muril, of having satanic practices.",
            "Rosario Muril",
            "first lady and vice-president",
        ),
        (
            "The UN Special Rapporteur on arbitrary executions, Christof Hein, strongly protested the executions.",
            "Christof Hein",
            "UN Special Rapporteur on arbitrary executions",
        ),
        (
            "Another brother and former finance minister, Basil Raja, also tried to leave. Basil Raja said so.",
            "Basil Raja",
            "former finance minister",
        ),
        (
            "Additional Deputy Commissioner (Media) of Selm Metropolitan Police, Ada Quill, confirmed it.",
            "Ada Quill",
            "Additional Deputy Commissioner (Media) of Selm Metropolitan Police",
        ),
        ("Harbour Guard Chief of Staff Major General Jon Hale said the port was safe.", "Jon Hale", "Harbour Guard Chief of Staff"),
        (
            "Attorney Ada Quill, chairwoman of the Harbour Council, said it was proof.",
            "Ada Quill",
            "chairwoman of the Harbour Council",
        ),
        ("Speakers praised the new Assembly and President Jon Hale for it, and Jon Hale said so.", "Jon Hale", "President"),
    ],
)
def test_a_role_is_the_whole_office_and_none_but_the_persons(annotator: Annotator, sentence: str, name: str, role: str) -> None:
    """Brackets, fields and owners stay with an office, ranks and what "and" joins from another do not."""
    found = {n: a.role for n, a in actors(annotator, sentence).items()}
    assert (found[name] or "").startswith(role)
    assert "General" not in (found[name] or "")


def test_what_somebody_else_is_as_is_not_who_acts_behind_the_comma(annotator: Annotator) -> None:
    """The office that another has "as" one belongs to that other."""
    found = actors(
        annotator, "Ada Quill said no. As Jon Hale resigned as president, Max Stone left for Selm, and Max Stone said he was free."
    )
    assert found["Max Stone"].role is None


def test_two_who_are_named_together_have_one_body(annotator: Annotator) -> None:
    """Who is named beside the head of a body by an office in small letters has an office of that body."""
    found = actors(annotator, "Harbour Council chair Steve Mahar and chief executive Sarah Fitz said on Monday that the review was done.")
    assert found["Sarah Fitz"].affiliation == found["Steve Mahar"].affiliation == "Harbour Council"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ada Quill met the press in Selm on Monday. Her father, Jon Quill, said he was proud.", "Jon Quill", "father of Ada Quill"),
        (
            "The court fined Omar Falk and his son Rashid Falk over the loan. Rashid Falk said it was wrong.",
            "Rashid Falk",
            "son of Omar Falk",
        ),
        (
            "“They came at night,” said Nandi Moru, one of the leaders of the Harbour Guild.",
            "Nandi Moru",
            "one of the leaders of the Harbour Guild",
        ),
        ("Carla Zane, an employee at a technology firm, said the rules had changed.", "Carla Zane", "employee at a technology firm"),
        ("According to Jason Gore, an enrolled nurse at the clinic, the helper is a bonus.", "Jason Gore", "enrolled nurse at the clinic"),
        (
            "Tamara Wu, who served as head of the Harbour Council from 2010 to 2014, said the plan was sound.",
            "Tamara Wu",
            "former head of the Harbour Council",
        ),
        ("Amber Hein, 24, is a youth worker from Harnby. “We need the land,” Hein said.", "Amber Hein", "youth worker"),
        (
            "Karim Rahan, who set up the Dawn Center to fight crime, said the police had failed.",
            "Karim Rahan",
            "founder of the Dawn Center",
        ),
    ],
)
def test_what_somebody_is_may_be_told_by_kin_by_a_clause_or_as_one_of_several(
    annotator: Annotator, text: str, name: str, role: str
) -> None:
    """A relative with "his" or "her", one of several leaders, what somebody was or set up."""
    assert actors(annotator, text)[name].role == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jon Hale sent Omar Falk a letter and his brother, Karl Renn, did likewise. Karl Renn said so on Monday.", "Karl Renn"),
        ("Prosecutor Nina Falk told the court that Karl Renn had killed the girl. Her mother, Olga Dahl, said it was over.", "Olga Dahl"),
        ("Doctor Mary Veld said the patient was stable. Her husband, Jon Renn, said he was glad.", "Jon Renn"),
        (
            "Mara Stone was robbed on Friday. Prosecutor Ada Moss called it a crime. Her sister, Lena Stone, said the town was unsafe.",
            "Lena Stone",
        ),
        ("Ada Quill, who has served as a judge since 2015, said the law was just.", "former"),
        ("Jon Hale, who was mayor when the bridge fell, said it was old.", "former"),
        ("Jon Hale, who set up the meeting with Norland, said it went well.", "founder"),
    ],
)
def test_what_may_be_of_another_or_no_longer_so_is_no_role(annotator: Annotator, text: str, name: str) -> None:
    """Kin of one of two, or of somebody without a name; an office that may still be held, what is no body."""
    found = actors(annotator, text)
    if name in found:
        assert found[name].role is None
    else:
        assert not any(name in (a.role or "") for a in found.values())


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("The panel heard committee Chairman Rep. Ada Quill on Monday.", "Ada Quill", "committee Chairman and Representative"),
        (
            "Orange Party presidential candidate Norland Senator Ada Quill said so.",
            "Ada Quill",
            "Orange Party presidential candidate and Norland Senator",
        ),
        ("Her rivals are Senator Jon Hale of Norland and former Sudland governor Ada Quill.", "Ada Quill", "former Sudland governor"),
        ("Former port minister Ada Quill said that the harbour would open.", "Ada Quill", "former port minister"),
        (
            "“It fell,” said Ada Quill, President Jon Hale's first budget director.",
            "Ada Quill",
            "President Jon Hale's first budget director",
        ),
        ("Ada Quill, a Harbour Party operative, said that the vote was lost.", "Ada Quill", "Harbour Party operative"),
        ("Ada Quill, a truck driver from Harnby, said that the road was shut.", "Ada Quill", "truck driver from Harnby"),
    ],
)
def test_two_offices_and_those_of_others_are_told_apart(annotator: Annotator, sentence: str, name: str, role: str) -> None:
    """A seat is joined to what its holder leads or runs for, and what "and" joins from another person is none of the role."""
    assert actors(annotator, sentence)[name].role == role


def test_a_preposition_ends_no_role(annotator: Annotator) -> None:
    """ "Any candidate, including Ada Quill" tells no office of hers."""
    text = "Ada Quill leads. “The support is greater than that for any other candidate, including Ada Quill,” Jon Hale said."
    assert "including" not in (actors(annotator, text)["Ada Quill"].role or "")
