"""Who is who: roles, offices, bodies and governments by whatever they are called; people and places are invented."""

from __future__ import annotations

import pytest

from briefing.models import Actor
from briefing.nlp.annotate import Annotator
from briefing.nlp.countries import land_at
from briefing.nlp.roster import build_roster
from briefing.nlp.syntax import Text
from tests.analysis_samples import analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


def speakers(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)}


# ------------------------------------------------------------------------------------------ roles and affiliations


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("The union's president, Jon Hale, said the strike would go on.", "Jon Hale", "president"),
        ("Mara Stone, the governor of the province, said the road was closed.", "Mara Stone", "governor of the province"),
        ("Dr Paul Reed, director of the Harbour Institute, said the fish were gone.", "Paul Reed", "director of the Harbour Institute"),
        ("Prime Minister Ada Quill said taxes would fall.", "Ada Quill", "Prime Minister"),
    ],
)
def test_a_role_stands_before_or_behind_a_name(annotator: Annotator, sentence: str, name: str, role: str) -> None:
    """As a title, as an apposition on either side, and behind a mere form of address."""
    found = actors(annotator, sentence)[name].role
    assert found is not None and role in found


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Members rose in defence of Paul Reed, who thanked them. Reed said he was innocent.", "Paul Reed", None),
        ("The son of Mara Stone, Tom Oldcastle, said he was glad.", "Tom Oldcastle", None),
        ("NORTHPORT - Foreign Minister Ines Falk said the border was open.", "Ines Falk", "Foreign Minister"),
        ("Jon Hale, an engineer and explorer, said the ice was thin.", "Jon Hale", "engineer and explorer"),
    ],
)
def test_a_role_is_an_office_and_no_fragment(annotator: Annotator, sentence: str, name: str, role: str | None) -> None:
    """No role is better than a broken one."""
    assert actors(annotator, sentence)[name].role == role


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        (
            "Ada Quill, acting director for coastal management and for programme evaluation at the Harbour Union Water Agency, said so.",
            "Ada Quill",
            "acting director for coastal management and for programme evaluation at the Harbour Union Water Agency",
        ),
        ("The army marched under the leadership of then Prime Minister Jon Hale.", "Jon Hale", "former Prime Minister"),
        ("The bill was written with fellow lawmaker Jon Hale, the party said.", "Jon Hale", "lawmaker"),
    ],
)
def test_a_role_is_whole_and_of_its_time(annotator: Annotator, sentence: str, name: str, role: str) -> None:
    """A long one goes on to the end of its phrase, an office of then is held no more, and who is somebody's fellow is what both are."""
    assert actors(annotator, sentence)[name].role == role


def test_a_minister_has_the_country_that_is_left(annotator: Annotator) -> None:
    """Of "Japanese and Korean foreign ministers" one is told; the other has the other country."""
    text = (
        "Foreign Minister Olaf Brandt called on Norway to open the strait at a meeting with his Swedish counterpart, Ines Falk. "
        "It was the first meeting of the Danish and Swedish foreign ministers in a year. Brandt said more talks would follow."
    )
    found = actors(annotator, text)
    assert (found["Ines Falk"].affiliation, found["Olaf Brandt"].affiliation) == ("Sweden", "Denmark")


def test_that_countrys_president_speaks_for_it(annotator: Annotator) -> None:
    """The country named last; the role is the office alone."""
    text = "Minister Ada Quill blamed the attack on Norway and urged that country’s president, Bram Oldcastle, to stop it."
    found = actors(annotator, text)["Bram Oldcastle"]
    assert (found.role, found.affiliation) == ("president", "Norway")


# ------------------------------------------------------------------------------------------ offices


def test_an_office_is_the_person_who_holds_it(annotator: Annotator) -> None:
    """By noun, portfolio, rank and country, before the name or behind it."""
    text = (
        "Sweden’s foreign minister told reporters that the talks had failed. "
        "Swedish Foreign Minister Ines Falk met Defence Minister Tom Oldcastle on Monday. "
        "The defence minister said the border was quiet. The deputy prime minister said nothing had changed."
    )
    assert speakers(annotator, text, "the talks had failed") == {"Ines Falk"}
    assert speakers(annotator, text, "the border was quiet") == {"Tom Oldcastle"}
    assert not speakers(annotator, text, "nothing had changed") & {"Ines Falk", "Tom Oldcastle"}


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            (
                "The First Lady said the wells would be dug next year.",
                "First Lady Mira Solan has pledged to go on with her work.",
                "The union thanked her.",
                "Among the guests was the First Lady of Orland, Tilda Brand.",
            ),
            "Mira Solan",
        ),
        (
            (
                "Minister says ferry strike will go on",
                "Transport minister Ada Quill told reporters on Monday that the talks had failed.",
                "The ferries stand still.",
                "The union welcomed her words.",
                "Health minister Otto Berg said that hospitals were not touched.",
            ),
            "Ada Quill",
        ),
    ],
)
def test_an_office_that_opens_a_text_is_whom_it_names_next(annotator: Annotator, lines: tuple[str, ...], name: str) -> None:
    """Of two with one office the one named within the next lines; the other comes later."""
    found = analyse(annotator, "\n\n".join(lines))
    assert name in {p.actor for p in found.positions if p.content[0].start < 40}
    assert "minister" not in {a.name.lower() for a in found.actors} and "First Lady" not in {a.name for a in found.actors}


def test_an_office_without_a_holder_is_the_one_person_without_an_office(annotator: Annotator) -> None:
    """Who spoke last, where nobody else may be meant; with two such persons it is neither."""
    one = "Ada Quill said the plan was ready. Quill spoke in the capital. “We will vote in June,” the Prime Minister told the crowd."
    two = "Ada Quill and Bram Falk said the plan was ready. Quill thanked Falk. “We will vote in June,” the Prime Minister told the crowd."
    assert speakers(annotator, one, "We will vote in June") == {"Ada Quill"}
    assert not speakers(annotator, two, "We will vote in June") & {"Ada Quill", "Bram Falk"}


def test_a_surname_that_comes_first_means_who_was_named_last(annotator: Annotator) -> None:
    """Two of one family name stay two."""
    text = (
        "Chief of staff Kim Dae-won said the plan was ready. Kim spoke on Monday. "
        "Lawmaker Kim Ki-soo said the plan was a mistake. “The police are dogs,” Kim wrote on his page."
    )
    assert speakers(annotator, text, "The police are dogs") == {"Kim Ki-soo"}


# ------------------------------------------------------------------------------------------ bodies


def test_a_body_in_short_is_the_body(annotator: Annotator) -> None:
    """By one word of its name, by its noun, and by its letters; the ruling party is not the opposition's."""
    text = (
        "Norrkvist Bank said on Monday it would close ten branches. Norrkvist employs 900 people. "
        "The Harbour Workers Union (HWU) opposes the plan. The union said it would strike. The HWU has 400 members."
    )
    found = actors(annotator, text)
    assert "Norrkvist" in found["Norrkvist Bank"].aliases
    assert speakers(annotator, text, "it would strike") == {"Harbour Workers Union"}


def test_a_body_spelled_in_two_ways_is_one(annotator: Annotator) -> None:
    """One slip in one long word; its bare noun means it too."""
    text = "Talvat Moustarda Group said it would build a city. Talvat Mustarda Group has 900 workers. The Group said it would pay."
    found = analyse(annotator, text)
    assert [a.name for a in found.actors if a.kind == "organization"] == ["Talvat Moustarda Group"]


def test_the_ruling_party_is_the_one_that_rules(annotator: Annotator) -> None:
    """Not the party named last."""
    text = (
        "The ruling People Power Party backed the bill on Monday. The opposition Democratic Reform Party opposed it. "
        "The ruling party said the bill would pass in June."
    )
    assert speakers(annotator, text, "the bill would pass") == {"People Power Party"}


def test_examples_speak_for_their_group(annotator: Annotator) -> None:
    """ "bodies such as" names who it is."""
    text = "Organisations such as the Harbour Institute and the Port Council have called on the ministry to stop the sale."
    assert speakers(annotator, text, "stop the sale") == {"Harbour Institute", "Port Council"}


def test_things_and_anybody_are_no_actors(annotator: Annotator) -> None:
    """Figures, footage, a spokesman of nobody."""
    text = "According to official figures, ten people died. A spokesman said more would follow. Footage showed a burning ship."
    assert analyse(annotator, text).actors == ()


@pytest.mark.parametrize("form", ["The Government of Japan", "The Japanese government", "Tokyo", "The Japanese side", "Japanese officials"])
def test_a_government_is_its_country(annotator: Annotator, form: str) -> None:
    """By name, by its people, by its capital, by those who speak for it."""
    text = f"{form} said on Monday that the border would stay open."
    assert speakers(annotator, text, "the border would stay open") == {"Japan"}


def test_lawyers_of_a_people_are_not_its_government(annotator: Annotator) -> None:
    """Nor are its doctors."""
    text = "Japanese lawyers said on Monday that the border would stay open."
    assert "Japan" not in speakers(annotator, text, "the border would stay open")


def test_the_persons_office_and_government_are_not_the_person(annotator: Annotator) -> None:
    """ "Quill's office" and "the Quill administration" speak for themselves."""
    text = (
        "President Ada Quill met the envoy. Quill’s office said the talks were useful. "
        "The Quill administration said it would sign the treaty. "
    )
    assert "Ada Quill" not in speakers(annotator, text, "the talks were useful")
    assert "Ada Quill" not in speakers(annotator, text, "it would sign the treaty")


def test_a_name_within_an_address_loses_no_document(annotator: Annotator) -> None:
    """It holds no word of its own."""
    text = (
        "The complete Harbour Tarn Rich List can be found at www.norlander.com/tarn.\n\n"
        "Olaf Brandt is the richest person in Tarn this year. Brandt said he was glad."
    )
    assert "Olaf Brandt" in actors(annotator, text)


def test_the_town_of_a_dateline_does_nothing(annotator: Annotator) -> None:
    """A place in capitals before a dash is no actor and no part of one, also where no one knows the town."""
    text = "VELIN — Tarvia on Tuesday rejected an offer by Norway to reopen the crossing. Velin lies on the river."
    found = actors(annotator, text)
    assert "Tarvia" in found
    assert not [n for n in found if "velin" in n.lower()]


# ------------------------------------------------------------------------------------------ one actor by several names


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "President Ada Quill will hand over next year. Quill – more commonly known as Aqui – opened the port on Monday.",
            "Ada Quill",
            "Aqui",
        ),
        (
            "The Bank of Norland (BoN) raised its rate on Monday. In a statement, BoN said that prices would fall. BoN warned of debts.",
            "Bank of Norland",
            "BoN",
        ),
        (
            "Salome Dray was arrested on Friday. Police said that Salome Drray would appear in court. Dray denied the charge.",
            "Salome Dray",
            "Salome Drray",
        ),
        (
            "The letter from the Ministry of the Interior was published on Monday. The Interior Ministry said that no prisoner had died.",
            "Ministry of the Interior",
            "Interior Ministry",
        ),
    ],
)
def test_who_has_several_names_is_one(annotator: Annotator, text: str, name: str, alias: str) -> None:
    """By a byname that the text tells, by letters, by a slip in the surname, by the words in another order."""
    found = actors(annotator, text)
    assert alias in found[name].aliases
    assert alias not in found


def test_the_letters_of_an_office_are_no_body(annotator: Annotator) -> None:
    """The "CS" is the Cabinet Secretary who was named, whatever the model takes it for."""
    text = (
        "Interior Cabinet Secretary Jon Hale has accused the governor of lying. Hale dismissed the claims. According to CS, the "
        "police had been paid. “The road is open,” CS said."
    )
    annotation = annotator.annotate(text)
    assert any(text[m.span.start : m.span.end] == "CS" and m.kind == "organization" for m in annotation.mentions)
    assert {e.kind for e in build_roster(Text(text, annotation)).entities} == {"person"}


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        (
            "Ada Quill, who is the head of the Harbour Mission, said on Monday that the boats were full.",
            "Ada Quill",
            "head of the Harbour Mission",
            "Harbour Mission",
        ),
        (
            "Clement Stone was appointed as Chairman of the Consumer Council for a term of two years. Stone said that prices were high.",
            "Clement Stone",
            "Chairman of the Consumer Council",
            "Consumer Council",
        ),
        (
            "The paintings were given to the Ambassador of the Arab Republic of Egypt to Mauritius, Dr Mona Borhan, on that occasion.",
            "Mona Borhan",
            "Ambassador of the Arab Republic of Egypt to Mauritius",
            "Egypt",
        ),
        ("Ada Quill was named in the report, she said on Monday. Quill denied the charge.", "Ada Quill", None, None),
        ("Ada Quill is the prime minister's sister, and Quill said that she would not stand.", "Ada Quill", None, None),
    ],
)
def test_a_clause_may_tell_what_a_person_is(annotator: Annotator, text: str, name: str, role: str | None, affiliation: str | None) -> None:
    """What they are or were made, whole and without the rest of the clause; not whose relative they are or where they are named."""
    found = actors(annotator, text)[name]
    assert found.role == role
    assert affiliation is None or affiliation in (found.affiliation or "")


def test_who_is_no_longer_what_they_were_may_be_called_by_another_old_office(annotator: Annotator) -> None:
    """The former minister is the former deputy president who spoke right before, and no second actor."""
    text = (
        "The claim that money was received is untrue, says former Harbour Party deputy president Jon Hale. The former transport minister "
        "said he was ready to be questioned."
    )
    assert speakers(annotator, text, "ready to be questioned") == {"Jon Hale"}


def test_part_of_a_land_is_not_the_land_in_its_name(annotator: Annotator) -> None:
    """New South Wales is not Wales, nor is South Sudan the Sudan."""
    text = (
        "The premier of New South Wales, Ada Quill, said the dam was full. The South Sudanese foreign minister, Jon Hale, said the border "
        "would be shut."
    )
    found = actors(annotator, text)
    assert found["Jon Hale"].affiliation == "South Sudan"
    assert found["Ada Quill"].affiliation != "Wales"


def test_a_new_government_of_a_people_is_its_lands(annotator: Annotator) -> None:
    """ "New" before a people's name makes no other place of it."""
    text = "At the summit, New British Prime Minister Ada Quill said taxes would rise."
    view = Text(text, annotator.annotate(text))
    assert {land_at(view, word) for word in range(len(view.tokens))} == {"United Kingdom", None}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The Harbour Party (HP) chairman Jon Hale said taxes would fall.", "Jon Hale", "Harbour Party chairman"),
        (
            "Harnby Chamber of Commerce and Industry President Jon Hale said trade would grow.",
            "Jon Hale",
            "Harnby Chamber of Commerce and Industry President",
        ),
        (
            "Dr Ada Quill, chief, Harbour Institute of Medicine, said the fever would pass.",
            "Ada Quill",
            "chief, Harbour Institute of Medicine",
        ),
        (
            "Jon Hale, Chief Executive Officer (Norland) and co-founder of Zorvex, spoke on Monday. Hale said trading was over.",
            "Jon Hale",
            "Chief Executive Officer (Norland) and co-founder of Zorvex",
        ),
        ("Port authority chairman Rear Admiral Jon Hale hoped that exports would rise.", "Jon Hale", "Port authority chairman"),
        ("The then chief minister Jon Hale had promised a hospital in 2019.", "Jon Hale", "former chief minister"),
        ("In a statement, communication practitioner Ada Quill said the boxes were seized.", "Ada Quill", "communication practitioner"),
        (
            "Ada Quill, heritage and land worker with the Harbour Centre, said the stones were old.",
            "Ada Quill",
            "heritage and land worker with the Harbour Centre",
        ),
        (
            "Part-time beekeeper Jon Hale, who is president of the Bee Institute, said it rained.",
            "Jon Hale",
            "president of the Bee Institute",
        ),
        ("Dr Ada Quill, senior consultant (internal medicine), said it is mild.", "Ada Quill", "senior consultant (internal medicine)"),
        (
            "Jon Hale, who is a member of Parliament’s Security Committee, told reporters that the drones were ready.",
            "Jon Hale",
            "member of Parliament’s Security Committee",
        ),
        ("Translator Jon Hale, who chaired the panel, said the book was good.", "Jon Hale", "Translator"),
        ("Norwegian Jon Hale, of the Harbour University of Mines and Ports, said the book was good.", "Jon Hale", None),
        ("His predecessor Jon Hale said the bridge was safe.", "Jon Hale", None),
    ],
)
def test_a_role_is_whole(annotator: Annotator, text: str, name: str, role: str | None) -> None:
    """With its body, though a comma or letters in brackets, which it goes without, stand between; with what brackets cut; without a rank
    between it and the name; by a trade where no office is told, and by none that somebody only is to another."""
    assert actors(annotator, text)[name].role == role


def test_a_ship_is_no_actor(annotator: Annotator) -> None:
    """Whatever the model takes its name for."""
    text = "A ship named Maersk Nesna left the port of Selm on Thursday. Maersk Nesna carried shirts to Norland, the port said."
    assert "Maersk Nesna" not in actors(annotator, text)


def test_a_body_is_one_in_capitals_or_not(annotator: Annotator) -> None:
    """The "turf club" of a sentence is the Turf Club of another."""
    text = "The Harnby Turf Club will hold the race on Saturday. “We are ready,” the Harnby turf club said. It hopes for rain."
    assert len([name for name in actors(annotator, text) if name.casefold() == "harnby turf club"]) == 1


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The EU Ethics Commission rejected what the EU Commission proposed. The EU Commission said it was sorry.",
            {"EU Ethics Commission", "EU Commission"},
        ),
        (
            "The Ministry of Labour and the Ministry of Labour and Pensions met on Monday. The Ministry of Labour said it was happy.",
            {"Ministry of Labour", "Ministry of Labour and Pensions"},
        ),
        ("Harrow Steel sued Harrow Steel Group. Harrow Steel said it would win.", {"Harrow Steel", "Harrow Steel Group"}),
        ("The Port Director said the PD had won. The PD said on Monday it would fight.", {"PD"}),
    ],
)
def test_bodies_that_a_sentence_tells_apart_are_two(annotator: Annotator, text: str, bodies: set[str]) -> None:
    """Though the name of one is in the other's; letters with an article are a body's, though an office has them too."""
    found = actors(annotator, text)
    assert bodies == {n for n, a in found.items() if a.kind == "organization"}


def test_a_body_with_its_short_name_in_brackets_is_one(annotator: Annotator) -> None:
    """In one sentence, for the brackets say so."""
    found = actors(annotator, "Harrow Steel Group (Harrow Steel) said on Monday it would sell. Harrow Steel said it was sorry.")
    assert [a.kind for a in found.values()] == ["organization"]


def test_a_given_name_that_is_a_title_too_makes_no_role_of_a_firm(annotator: Annotator) -> None:
    """No company has a sultan."""
    text = "Ada Quill met the head of the Norland Oil Company Sultan Al Selm in Norhaven. Al Selm said the firm had paid ten million."
    roles = {a.name: a.role for a in analyse(annotator, text).actors if "Selm" in a.name}
    assert roles
    assert all(role is None or "Sultan" not in role for role in roles.values())


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "The Mar del Sol City Council had appointed her an outstanding citizen, said the Mar del Sol City Council.",
            "Mar del Sol City Council",
        ),
        ("This week, the Eastern Cape department of health revealed that methanol was found.", "Eastern Cape department of health"),
        (
            "In the state, the NK(S) has decided to conduct a survey. According to NK(S), the ruling party did its survey too early.",
            "NK(S)",
        ),
    ],
)
def test_the_name_of_a_body_has_its_place_and_its_letters(annotator: Annotator, text: str, body: str) -> None:
    """A place of several words, a department's province, and the letters of a wing belong to the name."""
    assert body in actors(annotator, text)


@pytest.mark.parametrize("body", ["Directorate-General of Harbours", "Norland Geological Survey"])
def test_an_agency_is_one_by_its_name(annotator: Annotator, body: str) -> None:
    """A directorate and a survey are agencies."""
    text = f"The {body} published its figures on Monday. The agency expects more traffic next year."
    assert speakers(annotator, text, "more traffic") == {body}
