"""Persons and what they are: one of several of a name, offices by their letters, whom they speak for; all invented."""

from __future__ import annotations

import re

import pytest

from briefing.models import Actor, Annotation, Mention, Span, Token
from briefing.nlp.annotate import Annotator
from briefing.nlp.roster import build_roster
from briefing.nlp.syntax import Text
from tests.analysis_samples import analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


def speakers(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)}


# ------------------------------------------------------------------------------------------ names


def test_of_two_of_a_surname_the_title_tells(annotator: Annotator) -> None:
    """ "Senator Falk" is the senator, whoever of the name was named last."""
    text = (
        "Senator Paul Falk opposes the bill. His brother, Governor Ivan Falk, backs it. "
        "Senator Falk added that it was a mistake. Governor Falk said it was a gift."
    )
    assert speakers(annotator, text, "it was a mistake") == {"Paul Falk"}
    assert speakers(annotator, text, "it was a gift") == {"Ivan Falk"}


def test_a_president_is_not_the_minister_of_the_same_surname(annotator: Annotator) -> None:
    """Who has another office all along is not whom one of the highest tells; "Rep." is an office too."""
    text = (
        "A total of 11 lawmakers including Rep. Adam Hale asked questions. Hale clashed with Justice Minister Jon Stone over the bureau. "
        "Prime Minister Stone said that the plan stands. President Hale said that the law would hold."
    )
    assert "Jon Stone" not in speakers(annotator, text, "the plan stands")
    assert "Adam Hale" not in speakers(annotator, text, "the law would hold")


@pytest.mark.parametrize("known", ["widely known in entertainment circles as", "best known as"])
def test_who_is_known_by_another_name_is_one(annotator: Annotator, known: str) -> None:
    """Wherever they are known so."""
    text = (
        f"The government ordered a probe into the death of a singer Martin Orom, {known} Martse, who died after a fire. Martse was loved."
    )
    assert "Martse" in actors(annotator, text)["Martin Orom"].aliases


def test_who_is_known_by_another_name_is_one_though_the_surname_is_in_both(annotator: Annotator) -> None:
    """And though the surname alone was told of the byname, which was named last."""
    text = (
        "Wang Xuanmi, known as Wang Chengmi to her followers, came under criticism on Monday. Police said that Wang started a firm in "
        "2017. Wang said that she was sorry."
    )
    assert [n for n in actors(annotator, text) if "Wang" in n] == ["Wang Xuanmi"]


def test_a_surname_is_that_of_one_named_so_far(annotator: Annotator) -> None:
    """Though it stands in the middle of their name, and one who is named only further on begins with it."""
    text = (
        "Austin Li Jiamu and the singer Veya sold goods at the fair. Li said on June 3 that the lights had failed. The show ended.\n\n"
        "Li Chengmo, chief executive of the consultancy Harn Think Tank, said that the trade would slow."
    )
    assert speakers(annotator, text, "lights had failed") == {"Austin Li Jiamu"}
    assert speakers(annotator, text, "trade would slow") == {"Li Chengmo"}


@pytest.mark.parametrize(
    "told",
    ["son of the shipping tycoon Arn Falk and an author", "son of Norland’s former president, Vera Falk,"],
)
def test_a_surname_alone_is_not_the_parent_s_of_whom_one_is_told(annotator: Annotator, told: str) -> None:
    """The tycoon whose son the article is about does nothing in it, though named last."""
    text = f"Ken Falk, {told} lost his seat on Monday. In a letter, Falk wrote that he plans to boycott the vote."
    assert speakers(annotator, text, "boycott the vote") == {"Ken Falk"}


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("Jon D. Hale announced his bid. J. D. Hale, 61, was a pilot.", "Jon D. Hale", "J. D. Hale"),
        ("Dr. Aisha Karim-Noor said cases were up. Noor urged people to stay home.", "Aisha Karim-Noor", "Noor"),
    ],
)
def test_one_person_is_named_in_several_ways(annotator: Annotator, text: str, name: str, alias: str) -> None:
    """By initials, by half of a double name."""
    assert alias in actors(annotator, text)[name].aliases


def test_like_given_names_are_two_persons(annotator: Annotator) -> None:
    """An initial that fits both joins no Jon to a Jonas."""
    found = actors(
        annotator, "Jon D. Hale announced his bid. J. D. Hale was a pilot. Jonas Hale, a farmer, said he would not vote for him."
    )
    assert {"Jon D. Hale", "Jonas Hale"} <= found.keys()


# ------------------------------------------------------------------------------------------ roles


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("A subdued Prime Minister Jon Hale said taxes would rise.", "Jon Hale", "Prime Minister"),
        (
            "Mara Stone, the energy, trade and industrial strategy secretary, stopped the sale.",
            "Mara Stone",
            "energy, trade and industrial strategy secretary",
        ),
        ("“It will pay,” said Littee Kamran, managing director of SCV.", "Littee Kamran", "managing director of SCV"),
        ("Gender-based violence expert Hilda Falk said it was a loss.", "Hilda Falk", "Gender-based violence expert"),
        ("Northern MEC for Finance Nomsa Dale said the money was spent.", "Nomsa Dale", "Northern MEC for Finance"),
    ],
)
def test_a_role_is_whole_and_no_more(annotator: Annotator, sentence: str, name: str, role: str) -> None:
    """Without what judges it, with its fields, its hyphens and its letters."""
    assert actors(annotator, sentence)[name].role == role


def test_mr_is_not_who_is_named_only_further_on(annotator: Annotator) -> None:
    """Of two of a surname he whom the text has named, and goes on calling so when the other is named by the way."""
    text = (
        "Jonas Breck is joining the morning show as an anchor. It is a promotion for Mr. Breck, who lives on the coast.\n\n"
        "Mr. Breck is not the first of his family. Lena Hoyer, a daughter of former President Walter M. Breck, has been there since "
        "2019.\n\n"
        "The move of Mr. Breck is part of an upheaval. “The show will be better for it,” Mr. Breck said."
    )
    assert speakers(annotator, text, "will be better for it") == {"Jonas Breck"}
    assert "Mr. Breck" not in actors(annotator, text)["Walter M. Breck"].aliases


def test_a_given_name_may_be_shortened(annotator: Annotator) -> None:
    """The beginning of it, where nothing tells two of a surname apart."""
    text = (
        "Ken Morwell praises rival.\n\nKenneth Morwell, the independent counsel, spoke highly of Alma Brandt last week. “She is gifted,” "
        "Morwell said."
    )
    assert {a for a in actors(annotator, text) if a.endswith("Morwell")} == {"Kenneth Morwell"}
    text = "Dan Morwell and Daniela Morwell run the mill together. Dan Morwell said the river was low. Daniela Morwell said it would rise."
    assert {"Dan Morwell", "Daniela Morwell"} <= set(actors(annotator, text))


def test_an_office_by_its_letters_is_who_holds_it(annotator: Annotator) -> None:
    """Known letters, and those of an office that the text spells out."""
    text = "Deputy President William Stone said he would win. The DP said the poll was wrong."
    assert speakers(annotator, text, "the poll was wrong") <= {"William Stone", None}
    text = "Mr Eben Foss, the Municipal Chief Executive (MCE), disclosed this on Monday. The MCE said the road was closed."
    assert speakers(annotator, text, "the road was closed") == {"Eben Foss"}


def test_what_was_claimed_of_somebody_is_no_title(annotator: Annotator) -> None:
    """Of "claims Mr Stone raised" only the form of address goes with the name."""
    text = "Deputy President William Stone spoke on Monday. That and many other claims Mr Stone raised were denied."
    assert not [a for a in actors(annotator, text)["William Stone"].aliases if "claims" in a]


# ------------------------------------------------------------------------------------------ affiliations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Japanese singer Ines Falk said she was glad.", "Ines Falk"),
        ("Minister of Labour and Employment Chris Nigel said talks would go on. The Labour Party said it would vote no.", "Chris Nigel"),
        ("The HRK said it would fight on. Muqtar Saad, leader of the coastal movement, said the army must withdraw.", "Muqtar Saad"),
    ],
)
def test_who_speaks_for_nobody_named_has_no_affiliation(annotator: Annotator, text: str, name: str) -> None:
    """A singer is of a land and does not speak for it; a portfolio is no party; a movement that is told apart is not the one before."""
    assert actors(annotator, text)[name].affiliation is None


def test_of_two_leaders_each_has_a_land(annotator: Annotator) -> None:
    """Where the text is about two lands and tells the land of one."""
    text = (
        "Talks between Norway and Denmark failed. Denmark’s president, Ilan Dale, said he was sorry. "
        "“Both Prime Minister Stone and President Dale want peace,” the envoy said on Monday."
    )
    found = actors(annotator, text)
    assert (found["Ilan Dale"].affiliation, found["Stone"].affiliation) == ("Denmark", "Norway")


def test_a_body_has_its_whole_name(annotator: Annotator) -> None:
    """With the part of the world that it begins with, and the one that it ends with."""
    found = actors(annotator, "The South Tarvian Wind Energy Association said it was glad. Relief Africa said arms were the cause.")
    assert {"South Tarvian Wind Energy Association", "Relief Africa"} <= found.keys()


def test_kings_and_princes_go_by_their_own_names(annotator: Annotator) -> None:
    """A king is not the prince whose father's name he bears; honours behind a name are no part of it."""
    text = "King Salem and Crown Prince Mohan bin Salem congratulated the team. King Salem said the day was great."
    assert speakers(annotator, text, "the day was great").isdisjoint({"Mohan bin Salem"})
    assert actors(annotator, "Mr Falk AM said the forest was fine.")["Falk"].kind == "person"


def test_storms_and_papers_are_no_actors(annotator: Annotator) -> None:
    """A storm's name is no person's, and letters of an agreement are no body's."""
    text = (
        "Storm Bertil struck the coast on Monday. Bertil killed ten people. "
        "The Status of Forces Agreement (SOFA) gives troops rights. The SOFA requires a review, and the MOU asks for ten teachers."
    )
    assert not {"Bertil", "SOFA", "MOU"} & actors(annotator, text).keys()


def test_a_plural_that_a_tagger_does_not_know_is_people(annotator: Annotator) -> None:
    """ "Homebuyers" are several, whatever they are tagged."""
    assert speakers(annotator, "Homebuyers said they had paid in full.", "they had paid") == {"homebuyers"}


def test_a_judge_of_a_court_speaks_and_not_the_court(annotator: Annotator) -> None:
    """Where the court's name ends in what a parse may take for another's."""
    text = "Ontario Court of Appeal Justice Maria Falk said the law was void."
    assert speakers(annotator, text, "the law was void") == {"Maria Falk"}


def test_the_day_before_a_title_is_no_part_of_it(annotator: Annotator) -> None:
    """ "On Monday Foreign Minister Quill": her portfolio is no Monday."""
    text = "On Monday Foreign Minister Ada Quill met farmers. Late on Tuesday Prime Minister Bo Falk said he was tired."
    found = actors(annotator, text)
    assert (found["Ada Quill"].role, found["Bo Falk"].role) == ("Foreign Minister", "Prime Minister")


def test_an_office_beside_a_person_who_speaks_is_another_persons(annotator: Annotator) -> None:
    """ "Holt spoke a day after the finance minister had promised the money": Holt is no finance minister."""
    text = (
        "“I would wait,” Holt told reporters, a day after the finance minister had promised the money.\n\n“The vote will go on,” Holt said."
    )
    found = actors(annotator, text)
    assert found["Holt"].role is None
    assert speakers(annotator, text, "the money") == {"finance minister"}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Peter Wood sued Peter Hood. Hood said that Wood had lied.", "Peter Wood", "Peter Hood"),
        ("Judge Anna Moss heard the case of Anna Ross. Ross said she was innocent.", "Anna Moss", "Anna Ross"),
        ("Mark Lane of the Harbour Party ran against Mark Lang of the Lake Party. Lane said he would win.", "Mark Lane", "Mark Lang"),
        ("Mark Lane left on Monday. Mark Lang said that he would stay.", "Mark Lane", "Mark Lang"),
        ("Senator Salome Falkner left. The bill is long. Judge Salome Falknar said he was sad.", "Salome Falkner", "Salome Falknar"),
    ],
)
def test_two_whose_surnames_differ_by_a_letter_are_two(annotator: Annotator, text: str, one: str, other: str) -> None:
    """Where both stand in one sentence or have other titles, or one letter of a short name stands for another."""
    assert {one, other} <= actors(annotator, text).keys()


def test_a_name_with_a_letter_doubled_is_the_name(annotator: Annotator) -> None:
    """Once, in another sentence."""
    found = actors(annotator, "Salome Dray left on Monday. Salome Drray said she was happy.")
    assert "Salome Drray" in found["Salome Dray"].aliases


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Jon Falk denied that Ada Quill is the leader of the gang. Quill said she was sad.", None),
        ("Jon Falk asked whether Ada Quill is the director. Quill said she was sad.", None),
        ("Ada Quill is a terrible president. Quill said she was sad.", None),
        ("Ada Quill is the worst president. Quill said she was sad.", None),
        ("Ada Quill was elected mayor of Northport last week. Quill said she was happy.", "mayor of Northport"),
        ("Ada Quill was named finance minister Monday. Quill said she was happy.", "finance minister"),
        ("Reporters waited. The party said Ada Quill was elected as chairman for the", "chairman"),
    ],
)
def test_a_role_is_what_somebody_is_told_to_be(annotator: Annotator, sentence: str, role: str | None) -> None:
    """Not what is denied, asked or judged, without the day, and at the very end of a text too."""
    assert actors(annotator, sentence)["Ada Quill"].role == role


def test_who_chairs_a_party_of_a_land_speaks_for_the_party(annotator: Annotator) -> None:
    """Not for the land, as its ministry's spokesman does."""
    found = actors(annotator, "Norway's Harbour Party (HP) chairman Jon Falk said he would resign.")
    assert found["Jon Falk"].affiliation == "Harbour Party"
    found = actors(annotator, "Norway's Foreign Ministry spokesman Jon Falk said he would resign.")
    assert found["Jon Falk"].affiliation == "Norway"


def test_a_lawyer_of_a_president_leaves_her_the_office(annotator: Annotator) -> None:
    """What stands before "of" is not hers."""
    found = actors(annotator, "Jon Falk is the lawyer of President Mara Stone. The president said that taxes would rise.")
    assert (found["Mara Stone"].role, found["Jon Falk"].role) == ("President", "lawyer of President Mara Stone")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Quill, president and chief executive officer, left. The chief executive said that taxes would rise.", "Ada Quill"),
        ("Ada Quill, mayor of Northport and chairman of the Harbour Party, left. The chairman said that taxes would rise.", "Ada Quill"),
        ("Ada Quill, adviser to the president and the chairman, left. The chairman said that taxes would rise.", "chairman"),
        ("Teachers' president Ada Quill left. The president said that taxes would rise.", "Ada Quill"),
    ],
)
def test_who_has_two_offices_is_either(annotator: Annotator, text: str, name: str) -> None:
    """Each with what it is of; not what another has whom the first is of."""
    assert speakers(annotator, text, "taxes") == {name}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Interior Cabinet Secretary Jon Quill accused the union of lying. The CS explained that patrols follow talks.",
            "patrols",
            "Jon Quill",
        ),
        ("Ada Quill, OC of Marrow Police Station, denied the allegations. The OC said the men were free.", "men were free", "Ada Quill"),
        (
            (
                "Chief Election Commissioner Ada Quill said the commission will not waver. The chief election commissioner (CEC) said "
                "money was a problem. At the dialogue, the CEC said they were not biased."
            ),
            "not biased",
            "Ada Quill",
        ),
    ],
)
def test_an_office_is_known_by_its_letters_wherever_a_reader_takes_them_for_a_body(
    annotator: Annotator, text: str, words: str, name: str
) -> None:
    """ "The CS" is the Cabinet Secretary of whatever, "the OC" who is told to be one."""
    assert speakers(annotator, text, words) == {name}
    assert not {"OC", "CEC", "CS"} & set(actors(annotator, text))


def test_two_names_that_two_share_are_nobodys(annotator: Annotator) -> None:
    """Which of the two Rohi Quills is meant, is not told."""
    text = (
        "The mine has closed, said Damru Rohi Quill. Quill switched to other work.\n\n"
        "Quill and villagers like Kartik Rohi Quill go to the mines at four. Rohi Quill says that the work is hard."
    )
    said = [p for p in analyse(annotator, text).positions if "the work is hard" in text[p.content[0].start : p.content[-1].end]]
    assert [p.actor for p in said] == ["Rohi Quill"]


def test_the_president_is_the_one_whose_land_need_not_be_told(annotator: Annotator) -> None:
    """Though another land's was named last; of whom it was just said, it is he."""
    text = (
        "President Jon Quill opened a mill on Monday.\n\nQuill said he wrote a letter to US President Ada Falk.\n\n"
        "He also met miners.\n\nThe president said that the mill was safe."
    )
    said = [p for p in analyse(annotator, text).positions if "the mill was safe" in text[p.content[0].start : p.content[-1].end]]
    assert [p.actor for p in said] == ["Jon Quill"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Chinese Ambassador to Bangladesh Li Jimar met Minister Omar Momar on Sunday.", "Li Jimar", "Chinese Ambassador to Bangladesh"),
        ("Then-secretary of commerce Wilbur Rost implored the governor to shun the loan.", "Wilbur Rost", "former secretary of commerce"),
        (
            "International Organisation of Employers vice president for Africa, Jacqueline Mogo, said employers fully support the plan.",
            "Jacqueline Mogo",
            "International Organisation of Employers vice president for Africa",
        ),
        (
            "Concerns were raised by Raila Odongo's Azima la Moja-One Kenya and Deputy President William Ruro's Harbour Alliance.",
            "William Ruro",
            "Deputy President",
        ),
    ],
)
def test_a_role_has_its_bodies_whole_and_no_other_s(annotator: Annotator, text: str, name: str, role: str) -> None:
    """A role begins with the whole name of the body it is of, and not with one that "and" only sets beside it; an envoy has where to."""
    assert actors(annotator, text)[name].role == role


def test_an_office_that_opens_a_body_s_name_keeps_its_capital(annotator: Annotator) -> None:
    """ "Prime Minister Lapin’s bureau" is no "prime Minister"."""
    found = actors(annotator, "Prime Minister Yair Lapin’s bureau responded: “Cooperation was excellent over the past year.”")
    assert "Prime Minister Yair Lapin’s bureau" in found


def test_a_title_told_short_is_the_title_and_a_sheriff_has_one(annotator: Annotator) -> None:
    """ "Sen. Falk" is Senator Paul Falk, and Sheriff Wade Quill is not his sister, who governs."""
    text = (
        "Senator Paul Falk said he would not run again. His wife, Judge Ellen Falk, said she supported the decision. "
        "Mrs. Falk said the family wanted privacy. Sen. Falk thanked his voters for their help."
    )
    assert speakers(annotator, text, "his voters") == {"Paul Falk"}
    text = (
        "Gov. Anna Quill and her brother, Sheriff Wade Quill, disagreed over the curfew. Anna Quill said the curfew would end on Sunday. "
        "Sheriff Quill said the deputies were tired."
    )
    assert speakers(annotator, text, "the deputies were tired") == {"Wade Quill"}


def test_a_rank_alone_is_whom_the_text_gives_it_and_who_was_president_is_the_ex_president(annotator: Annotator) -> None:
    """Before the name in its short form too; an attorney general is no general."""
    text = (
        "Former president Alo Sowe said the junta should hold elections. Junta leader Col. Mussa Barre dismissed the call. "
        "The ex-president urged neighbours to tighten the sanctions. The colonel said sanctions hurt only the poor."
    )
    assert speakers(annotator, text, "to tighten the sanctions") == {"Alo Sowe"}
    assert speakers(annotator, text, "hurt only the poor") == {"Mussa Barre"}
    text = "Attorney General Ada Quill met Gen. Jon Hale, the army chief, on Monday. Quill was late. The general said the border was shut."
    assert speakers(annotator, text, "the border was shut") == {"Jon Hale"}


@pytest.mark.parametrize(("one", "other"), [("Aleksandr", "Alexander"), ("Yussef", "Yusuf"), ("Dmitry", "Dmytro"), ("Hassan", "Hasan")])
def test_a_given_name_has_several_spellings(annotator: Annotator, one: str, other: str) -> None:
    """Of one surname it is one person."""
    text = f"Mayor {one} Quillov said the bridge would open. Engineers said the pylons were unsafe. {other} Quillov dismissed the warning."
    assert speakers(annotator, text, "the warning") == speakers(annotator, text, "the bridge")
    assert len([name for name in actors(annotator, text) if "Quillov" in name]) == 1


def test_to_free_somebody_is_no_office(annotator: Annotator) -> None:
    """ "Free" before a trade is what is asked for."""
    found = actors(annotator, "“Norland must move to free writer Jon Hale,” said the guild. Writers marched.")
    assert found["Jon Hale"].role == "writer"


def test_a_given_name_stands_with_its_surname() -> None:
    """Where a model sees a surname alone, the given name before it that the text names the person with elsewhere is part of the name."""
    text = "Ada Quill leads including Ada Quill"
    spans = [(m.start(), m.end()) for m in re.finditer(r"\w+", text)]
    tokens = tuple(
        Token(start=s, end=e, text=text[s:e], pos="PROPN", tag="NNP", lemma=text[s:e], head=0, relation="dep", sentence=0) for s, e in spans
    )
    mentions = (Mention(span=Span(0, 9), kind="person", confidence=1.0), Mention(span=Span(30, 35), kind="person", confidence=1.0))
    annotation = Annotation(tokens=tokens, sentences=(Span(0, 35),), mentions=mentions, attributions=(), model_version="")
    (person,) = build_roster(Text(text, annotation)).entities
    assert person.spans == [Span(0, 9), Span(26, 35)]
