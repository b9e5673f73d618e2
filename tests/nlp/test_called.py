"""How those who act are called: roles as a reader takes them, names that are a land's too; people and places are invented."""

from __future__ import annotations

import pytest

from briefing.models import Actor
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


def speakers(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)}


# ------------------------------------------------------------------------------------------ roles


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Army spokesman General Musa Falk said the rebels were finished.", "Musa Falk", "Army spokesman"),
        ("Military spokesman Major General Jon Hale said calm had returned.", "Jon Hale", "Military spokesman"),
        ("The mine's manager, Ada Quill, denied the claim.", "Ada Quill", "manager"),
        ("The city's police chief, Jon Orr, said he was sorry.", "Jon Orr", "police chief"),
        ("Sheikh Nasser al-Rumi, the deputy prime minister, said the deal was done.", "Nasser al-Rumi", "deputy prime minister"),
        ("Professor Ann Quill, head of the Harbour Survey, agreed with the plan.", "Ann Quill", "head of the Harbour Survey"),
        ("The junta's leader, Colonel Jean Stone, told reporters that a vote would follow.", "Jean Stone", "leader"),
        ("Crown Prince Sheikh Mishal Al Rumi opened the port on Sunday and said it was full.", "Mishal Al Rumi", "Crown Prince"),
        (
            "Jorge Stone, president of the Farm League, on the eve of the strike, said wheat was dear.",
            "Jorge Stone",
            "president of the Farm League",
        ),
        ("Ada Hale, chair of the Dam Board at the launch of the festival, said it was late.", "Ada Hale", "chair of the Dam Board"),
        ("State Sen. Ana Falk (R-Orlet) said she would block the bill.", "Ana Falk", "State Senator"),
    ],
)
def test_a_role_tells_what_somebody_does(annotator: Annotator, text: str, name: str, role: str) -> None:
    """Without a rank that belongs to the name, without an owner who is not named, and rather than a form of address."""
    assert actors(annotator, text)[name].role == role


def test_the_office_of_a_counterpart_is_whole(annotator: Annotator) -> None:
    """A secretary of state has a secretary of state for a counterpart."""
    text = "Secretary of State Warren Stone met Jordanian counterpart Rami Falk on Tuesday. Falk said he was hopeful."
    assert actors(annotator, text)["Rami Falk"].role == "Secretary of State"


# ------------------------------------------------------------------------------------------ lands and names


def test_who_bears_the_name_of_a_land_speaks_as_a_person(annotator: Annotator) -> None:
    """Once they are named in full, and nothing in the text lies in that land."""
    text = "Councillor Rosa Malta urged the mayor to resign. Malta called the mayor a liar."
    assert speakers(annotator, text, "the mayor a liar") == {"Rosa Malta"}
    assert "Malta" not in actors(annotator, text)


def test_a_land_stays_one_where_a_text_deals_with_it(annotator: Annotator) -> None:
    """Whatever a person of the text is called."""
    text = "Analyst Nina Cyprus warned of a slump. Turkey and Cyprus resumed talks. Cyprus said the talks would go on."
    assert speakers(annotator, text, "the talks would go on") == {"Cyprus"}


@pytest.mark.parametrize(("capital", "land"), [("Pyongyang", "North Korea"), ("Addis Ababa", "Ethiopia"), ("Kuala Lumpur", "Malaysia")])
def test_a_capital_that_speaks_is_a_government(annotator: Annotator, capital: str, land: str) -> None:
    """Whatever a model takes it for."""
    text = f"{capital} said the drill was a rehearsal for war. {capital} called the talks fruitful."
    assert speakers(annotator, text, "the drill was a rehearsal") == {land}


def test_a_capital_whose_team_plays_is_no_government(annotator: Annotator) -> None:
    """Madrid that lost to Lisbon is not Spain."""
    text = "Madrid lost to Lisbon 2-0 on Sunday. Coach Rui Hale said Madrid had played badly."
    assert {"Spain", "Portugal"}.isdisjoint(actors(annotator, text))


# ------------------------------------------------------------------------------------------ the press


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister will resign, The Harbour Times reported on Sunday.",
        "The news agency Tasin quoted Quill as saying the talks went well.",
        "Channel 9 said a letter had been sent.",
        "According to Al-Selm News, the canal was closed.",
        "Quill told the newspaper Harbour Allgemeine that she was innocent.",
    ],
)
def test_who_only_passes_on_news_is_no_actor(annotator: Annotator, sentence: str) -> None:
    """An outlet reports, quotes, and is told."""
    found = actors(annotator, f"Trade Minister Ada Quill spoke on Monday. {sentence} Quill said she was staying.")
    assert not [n for n in found if any(w in n for w in ("Times", "Tasin", "TASIN", "Channel", "Selm", "Allgemeine"))]


def test_who_first_reports_is_an_outlet(annotator: Annotator) -> None:
    """Whatever its name, and it holds nothing."""
    text = "Harbour Wire and Veldia first reported the talks. Trade Minister Ada Quill said a deal was near."
    found = actors(annotator, text)
    assert {"Harbour Wire", "Veldia"}.isdisjoint(found)


def test_an_outlet_that_acts_is_an_actor(annotator: Annotator) -> None:
    """One that goes to court does more than report."""
    assert "Harbour Times" in actors(
        annotator, "The Harbour Times sued the government on Monday. The newspaper demanded access to the files."
    )


def test_who_wrote_an_article_is_no_actor(annotator: Annotator) -> None:
    """The line at its end names those who made it."""
    text = "Miner Kestrel Resources suspended work at its pit, the company said on Friday. Reporting by Ann Bell; Editing by Jo Lane."
    assert {"Ann Bell", "Jo Lane"}.isdisjoint(actors(annotator, text))


# ------------------------------------------------------------------------------------------ offices and bodies


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The bishop of Tarn has called for calm. Bishop Luc Falk, 60, said nobody would be hidden.", "Luc Falk", "bishop of Tarn"),
        ("The mayor of Orlet has apologised for the flood. Mayor Sanne Holt said pumps had failed.", "Sanne Holt", "mayor of Orlet"),
        (
            "The governor of Tarn province has fled, officials said. The governor, Ada Quill, is accused of theft.",
            "Ada Quill",
            "governor of Tarn province",
        ),
        (
            "France's interior minister said a plot was foiled. The minister, Paul Stone, praised the police.",
            "Paul Stone",
            "France's interior minister",
        ),
    ],
)
def test_an_office_is_that_of_who_is_named_with_it_next(annotator: Annotator, text: str, name: str, role: str) -> None:
    """Nobody without a name stands beside its holder, and the holder has it whole."""
    people = {n: a.role for n, a in actors(annotator, text).items() if a.kind == "person"}
    assert people == {name: role}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The president of the bank has quit. President Omar Stone said he would not step in.", "Omar Stone", "President"),
        ("The mayor of Harnow flew to Orlet. Mayor Sanne Quill said she was glad of the visit.", "Sanne Quill", "Mayor"),
        ("The mayor of Harnow said trams would be free. Deputy Mayor Lea Falk said there was money.", "Lea Falk", "Deputy Mayor"),
    ],
)
def test_an_office_that_may_be_anothers_stays_apart(annotator: Annotator, text: str, name: str, role: str) -> None:
    """Of a bank, where another town is told of between, of another rank."""
    assert actors(annotator, text)[name].role == role


def test_of_two_governors_the_one_named_next_is_not_told(annotator: Annotator) -> None:
    """The governor of two places may be either."""
    text = "The governor of Tarn and the governor of Orlet quarrelled. Governor Ada Quill said she was calm."
    assert actors(annotator, text)["Ada Quill"].role == "Governor"


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Tom Stone will undergo surgery on Monday, his office said. Stone's office said he was well.",
        "Prime Minister Tom Stone met the king on Sunday. His office said no date had been set, and that he was well.",
    ],
)
def test_an_office_is_its_holders_by_name(annotator: Annotator, text: str) -> None:
    """ "His office" is neither he nor any office."""
    assert speakers(annotator, text, "he was well") == {"Tom Stone’s office"}
    assert "office" not in actors(annotator, text)


def test_a_lawyer_is_called_after_a_client(annotator: Annotator) -> None:
    """Not "his lawyer", which tells a reader nothing."""
    text = "Former banker Hugo Stone was arrested on Friday. His lawyer said the charges were false."
    assert speakers(annotator, text, "the charges were false") == {"Hugo Stone’s lawyer"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Orland's Ministry of Defence said two drones had come. In a statement, the defence ministry added that debris fell.",
            "Ministry of Defence",
        ),
        (
            "Foreign Ministry spokeswoman Daria Falk said the ambassador had left. The ministry said that debris fell.",
            "Foreign Ministry",
        ),
    ],
)
def test_a_ministry_is_known_by_its_field(annotator: Annotator, text: str, body: str) -> None:
    """In any order of its words, and from the office of who speaks for it."""
    assert speakers(annotator, text, "debris fell") == {body}


def test_what_tells_of_a_name_is_no_actor_beside_it(annotator: Annotator) -> None:
    """The climate group is Harbour Watch."""
    found = actors(annotator, "Climate group Harbour Watch blocked the bridge. Rail operator Transveld said trains were late.")
    assert {"climate group", "rail operator"}.isdisjoint(found)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Green Alliance has ruled out a coalition with the Liberals. The party said it would decide in March.", "Green Alliance"),
        ("The Interior Ministry accused the Harbour Front of fraud. The party said it would decide in March.", "Harbour Front"),
        ("The Orlet Liberation Army has claimed the blast. The group said it would decide in March.", "Orlet Liberation Army"),
    ],
)
def test_a_body_is_known_by_what_it_is(annotator: Annotator, text: str, body: str) -> None:
    """A party by a name that parties have, a group of fighters, an agency of the United Nations."""
    assert speakers(annotator, text, "would decide in March") == {body}


@pytest.mark.parametrize(
    "text",
    [
        "Voters like the Green Alliance and the Liberals. The party said it would decide in March.",
        "Harbour Motors accused the mayor of lying. The party said it would decide in March.",
    ],
)
def test_a_party_that_may_be_another_is_left_alone(annotator: Annotator, text: str) -> None:
    """Two that are near, or a firm."""
    assert speakers(annotator, text, "would decide in March") <= {"party", None}


def test_a_short_surname_that_lost_a_letter_is_the_same(annotator: Annotator) -> None:
    """Where it stands alone, once, and only one is called so in full."""
    text = "Opposition leader Bakary Toureh said the vote was stolen. Toure, who leads the Front, urged supporters to stay home."
    assert speakers(annotator, text, "stay home") == {"Bakary Toureh"}


@pytest.mark.parametrize(
    "sentence",
    [
        '"We are not far apart," the French finance minister, Luc Stone, said in Lisbon.',
        '"We are not far apart," the French finance minister, Luc Stone, said.',
    ],
)
def test_a_name_between_commas_speaks_before_its_verb(annotator: Annotator, sentence: str) -> None:
    """Not who spoke in the sentence before, and what is said is the quotation alone."""
    text = f"Delegates arrived in Lisbon on Monday. Lisbon mayor Rita Quill welcomed them at the river. {sentence}"
    held = [(p.actor, [text[s.start : s.end] for s in p.content]) for p in analyse(annotator, text).positions]
    assert ("Luc Stone", ["We are not far apart"]) in held
    assert not [a for a, content in held if a == "Rita Quill" and "apart" in content[0]]


def test_a_counterpart_in_an_aside_does_not_speak(annotator: Annotator) -> None:
    """Whoever stands nearest to the verb: the subject of the sentence calls the accord historic."""
    text = (
        "Jakarta and Canberra will sign a fishing accord on Friday, Indonesian Foreign Minister Bima Santoso said. Santoso, speaking "
        "after talks with his Australian counterpart, Fiona Baird, called the accord historic. Baird said crews would be trained in "
        "Darwin."
    )
    assert speakers(annotator, text, "the accord historic") == {"Bima Santoso"}


def test_a_partisan_is_who_the_sentence_before_is_about(annotator: Annotator) -> None:
    """ "The Republican" is one person, who was named."""
    text = "Gov. Tess Stone vetoed a bill on Friday that would have banned rent caps. The Republican said the bill was a gift to landlords."
    assert speakers(annotator, text, "a gift to landlords") == {"Tess Stone"}
    text = 'Rep. Ann Quill said the plan was dead. "This fight is lost," the Democrat told reporters.'
    assert speakers(annotator, text, "This fight is lost") == {"Ann Quill"}


def test_a_campaign_is_its_candidates_by_name(annotator: Annotator) -> None:
    """ "His campaign" is nobody's without the name."""
    text = "Billionaire Tibor Stone will run for mayor of Orlet, his campaign said. Incumbent Anna Quill said money could not buy trust."
    assert speakers(annotator, text, "will run for mayor") == {"Tibor Stone’s campaign"}


def test_the_army_is_none_of_rebels(annotator: Annotator) -> None:
    """Who speaks for the army speaks for no liberation army, which is the group."""
    text = (
        "The Delta Liberation Army has claimed responsibility for the blast. The group said it would strike again unless firms left. "
        "Army spokesman General Musa Falk said the rebels were finished."
    )
    assert speakers(annotator, text, "would strike again") == {"Delta Liberation Army"}
    assert "Army" not in actors(annotator, text)["Delta Liberation Army"].aliases


@pytest.mark.parametrize(
    ("text", "words", "firm"),
    [
        ("Copper miner Andara said on Thursday that demand was weak.", "demand was weak", "Andara"),
        ("Chip designer Norvo said that demand was weak.", "demand was weak", "Norvo"),
        ("Snack maker Crunchly expects demand to fall.", "demand to fall", "Crunchly"),
        ("Shipbuilder Havn said that demand was weak.", "demand was weak", "Havn"),
        ("Insurer Mutex said that demand was weak.", "demand was weak", "Mutex"),
        ("Coal miner Jon Reed said that demand was weak.", "demand was weak", "Jon Reed"),
    ],
)
def test_a_firm_is_called_by_its_name_and_not_by_its_trade(annotator: Annotator, text: str, words: str, firm: str) -> None:
    """What it makes or digs is no part of the name; a miner of a full name is a person."""
    assert speakers(annotator, text, words) == {firm}
    assert firm in actors(annotator, text)


def test_a_firm_is_called_in_short_though_an_address_spells_it_small(annotator: Annotator) -> None:
    """ "press@lumora.example" makes no common word of it; whom a title stands before is a person."""
    text = (
        "Lumora Energy reported a loss on Monday. Lumora plans to close its plant. Lumora said that prices were low.\n\n"
        "Contact: press@lumora.example, www.lumora.example\n"
    )
    assert speakers(annotator, text, "prices were low") == {"Lumora Energy"}
    named = "The Rabeth Clinic opened in May. Doctors learnt from Dr Rabeth. Rabeth said that work was hard.\n\nwww.rabeth.example\n"
    assert speakers(annotator, named, "work was hard") <= {"Rabeth"}
