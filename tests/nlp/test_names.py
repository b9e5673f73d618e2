"""What the words around a name make of it: lands that no table knows, short names of firms, bodies told by a noun or by their list."""

from __future__ import annotations

import pytest

from briefing.models import Actor
from briefing.nlp.annotate import Annotator
from briefing.nlp.names import clean_name, is_misspelling
from tests.analysis_samples import SHOWN, analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


def holders(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)}


# ------------------------------------------------------------------------------------------ lands


@pytest.mark.parametrize(
    ("text", "land", "said"),
    [
        (
            "Ostmark said on Monday it would close two consulates.\n\nOstmark's foreign ministry summoned the ambassador of Veldra.",
            "Ostmark",
            "close two consulates",
        ),
        (
            "Tavella’s parliament approved the pipeline. In Tavella, gas prices have doubled. Tavella said it would pay in July.",
            "Tavella",
            "pay in July",
        ),
        (
            "Kesh rejected the offer on Friday, and the Kesh foreign minister flew home. Kesh said the border would stay shut.",
            "Kesh",
            "border would stay shut",
        ),
        (
            "The prime minister of Zerbek, Laila Osman, resigned on Sunday. Zerbek said the protests were illegal.",
            "Zerbek",
            "protests were illegal",
        ),
    ],
)
def test_what_has_a_ministry_or_a_parliament_is_a_land(annotator: Annotator, text: str, land: str, said: str) -> None:
    """Also where the model takes its name for a person's; then it is a country, and holds what its government says."""
    assert actors(annotator, text)[land].kind == "country"
    assert holders(annotator, text, said) == {land}


def test_a_counterpart_is_of_the_land_before_it(annotator: Annotator) -> None:
    """The person speaks, not the land; the office is that of the one whose counterpart it is."""
    text = (
        "“We will not give way,” Foreign Minister Lena Torvald told reporters. Her Veldran counterpart, Dovid Renn, called the step "
        "unjustified.\n\nVeldra's army was put on alert. Neighbouring Veldra rejected the charge on Sunday."
    )
    found = actors(annotator, text)
    assert holders(annotator, text, "the step unjustified") == {"Dovid Renn"}
    assert (found["Dovid Renn"].role, found["Dovid Renn"].affiliation) == ("Foreign Minister", "Veldra")
    assert found["Veldra"].kind == "country" and "Veldran" not in found


def test_the_government_of_a_land_is_the_land(annotator: Annotator) -> None:
    """By its people's name too, as the text forms it."""
    text = (
        "The Belmoran government said it had not been asked about the dam. Neighbouring Belmora lies downstream.\n\n"
        "Montara's prime minister, Carla Ines, says the dam is needed."
    )
    assert holders(annotator, text, "it had not been asked") == {"Belmora"}
    assert actors(annotator, text)["Carla Ines"].affiliation == "Montara"


@pytest.mark.parametrize(
    "text",
    [
        "Anton Petrov said the raid had failed. Petrov's foreign minister, Ada Quill, resigned. Petrov's government denied the claim.",
        "Colonel Sarn said the town was quiet. Residents have lost confidence in Sarn. Sarn said his army would stay.",
    ],
)
def test_who_has_a_full_name_or_a_title_is_no_land(annotator: Annotator, text: str) -> None:
    """Whatever a leader is said to have."""
    assert {a.kind for a in actors(annotator, text).values() if a.name.split()[-1] in ("Petrov", "Sarn")} == {"person"}


def test_a_town_with_a_council_is_no_person(annotator: Annotator) -> None:
    """And, as it only locates, no actor."""
    text = "The Bishop of Alder, Martin Soames, warned of a casino. Alder's council backs the plan. In Alder, few spoke."
    assert "Alder" not in actors(annotator, text)


# ------------------------------------------------------------------------------------------ bodies


@pytest.mark.parametrize(
    ("text", "firm", "said"),
    [
        (
            "Brightwater Chemicals will close a plant, the company said.\n\nBrightwater said it would offer early retirement.",
            "Brightwater Chemicals",
            "early retirement",
        ),
        (
            "“Our captain was rested,” said Seaway Express. Seaway said that an inquiry would show a fault in the engine.",
            "Seaway Express",
            "a fault in the engine",
        ),
    ],
)
def test_a_firm_is_called_by_the_first_word_of_its_name(annotator: Annotator, text: str, firm: str, said: str) -> None:
    """Whatever the model takes the short name for."""
    assert holders(annotator, text, said) == {firm}
    assert firm.split()[0] not in actors(annotator, text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Harrow founded Harrow Motors in 2001. Harrow said the vans were safe.",
        "Fewer people live in Dorne than in May. Dorne Steel said it would hire. Workers from Dorne said they were glad.",
        "The Quill Foundation gave a prize. Ada Quill was not there. Quill said she was ill.",
    ],
)
def test_a_person_or_a_town_is_no_firm(annotator: Annotator, text: str) -> None:
    """Where the text names a person of that name, or says that something is in it."""
    bodies = [a for a in actors(annotator, text).values() if a.kind == "organization"]
    assert not any({"Harrow", "Dorne", "Quill"} & {a.name, *a.aliases} for a in bodies)


@pytest.mark.parametrize(
    ("text", "body", "said"),
    [
        ("The seafarers' union Anchor said its warnings had been ignored.", "Anchor", "warnings had been ignored"),
        ("Teachers' union Classfront said the cuts would hurt pupils.", "Classfront", "hurt pupils"),
        ("On Friday the aid agency Hopeline warned that the ban would hurt the poor.", "Hopeline", "hurt the poor"),
        ("Parents' group SafeScroll on Tuesday demanded a ban on phones in schools.", "SafeScroll", "ban on phones"),
    ],
)
def test_a_noun_for_a_body_makes_the_name_behind_it_one(annotator: Annotator, text: str, body: str, said: str) -> None:
    """And the body, not the noun, holds what it says."""
    assert holders(annotator, text, said) == {body}


def test_what_stands_in_a_list_of_bodies_is_one(annotator: Annotator) -> None:
    """Each of three firms holds what all three said."""
    text = "Harbour Lines, Northcape Shipping and Delta Freight said the quota would raise prices."
    assert holders(annotator, text, "raise prices") == {"Harbour Lines", "Northcape Shipping", "Delta Freight"}


# ------------------------------------------------------------------------------------------ lists


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("Oslo, Bern and Lima rejected the quota on Tuesday.", "the quota", {"Norway", "Switzerland", "Peru"}),
        (
            "The European Union, the United Nations and Norway called on Chad to free the detained.",
            "to free the detained",
            {"European Union", "United Nations", "Norway"},
        ),
        (
            "The unions Dockforce, Seamen United and Portside said they would strike.",
            "would strike",
            {"Dockforce", "Seamen United", "Portside"},
        ),
        (
            "Sir Alan Keeble, Dr Nora Finch and Bishop Luke Amadi warned of shortages.",
            "shortages",
            {"Alan Keeble", "Nora Finch", "Luke Amadi"},
        ),
        (
            "The Harbour Union, insurer Veldrex and Ada Quill said the law was unfair.",
            "the law was unfair",
            {"Harbour Union", "Veldrex", "Ada Quill"},
        ),
    ],
)
def test_each_of_a_list_holds_what_all_say(annotator: Annotator, text: str, said: str, who: set[str]) -> None:
    """Lands by their capitals, bodies and persons, alone or together, with or without what they are before the name."""
    assert holders(annotator, text, said) == who


# ------------------------------------------------------------------------------------------ common nouns


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        (
            "Rail union announces walkout\n\nThe National Rail Union said on Thursday that its members would walk out on Monday.",
            "walkout",
            "National Rail Union",
        ),
        (
            "The Velmaran government rejected the plan. Velmara's foreign minister left.\n\nThe government said that it would not pay.",
            "it would not pay",
            "Velmara",
        ),
        (
            "The party of Prime Minister Nadia Ferro said justice had been done.",
            "justice had been done",
            "party",
        ),
    ],
)
def test_a_noun_means_the_one_body_that_it_can(annotator: Annotator, text: str, said: str, who: str) -> None:
    """The body that a headline's lead names, the land whose government was named; a leader's party is not the leader."""
    assert holders(annotator, text, said) == {who}


def test_the_government_is_nobodys_where_two_have_one(annotator: Annotator) -> None:
    """Of two lands whose governments were named it may be either's."""
    text = "The Norwegian government praised the deal. The Swedish government opposed it. The government said talks would go on."
    assert holders(annotator, text, "talks would go on") == {"government"}


# ------------------------------------------------------------------------------------------ offices


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        ("Lawmaker Petra Lund of the Centre Party said the vote was overdue.", "Petra Lund", "Lawmaker", "Centre Party"),
        ("Union boss Karl Amsel said he expected fair talks.", "Karl Amsel", "Union boss", None),
        (
            "Ben Rowe, 44, secretary of the Anchor Union, said crews worked long shifts.",
            "Ben Rowe",
            "secretary of the Anchor Union",
            "Anchor Union",
        ),
        (
            "Lin Wen-hsiung (林文雄), a neurosurgeon at the hospital, said the surgery took hours.",
            "Lin Wen-hsiung",
            "neurosurgeon at the hospital",
            None,
        ),
        (
            "Mara Stone, head of the school's kitchens, said the meals were safe. The Quay School has 40 cooks.",
            "Mara Stone",
            "head of the school's kitchens",
            None,
        ),
        (
            "Swedish Minister of Interior and Towns Ines Falk said the bridge would open.",
            "Ines Falk",
            "Swedish Minister of Interior and Towns",
            "Sweden",
        ),
        ("Defence Minister Prince Omar Haddad said the border was quiet.", "Omar Haddad", "Defence Minister", None),
        (
            "Jon Hale, CEO of Harbour Lines commenting on the strike, said it was over.",
            "Jon Hale",
            "CEO of Harbour Lines",
            "Harbour Lines",
        ),
        ("“We will stay,” said Tom Gale, Norway's ambassador to the United Nations.", "Tom Gale", "Norway's ambassador", "Norway"),
    ],
)
def test_what_a_person_is_and_of_which_body(annotator: Annotator, text: str, name: str, role: str, of: str | None) -> None:
    """Behind an age or another script, by a field of several words, by "of"; not of the body that an ambassador is sent to."""
    found = actors(annotator, text)[name]
    assert found.role is not None and found.role.startswith(role)
    assert found.affiliation == of


def test_a_title_in_the_plural_is_that_of_each(annotator: Annotator) -> None:
    """In the singular, with what tells of which."""
    found = actors(annotator, "Former ministers Jana Hruska, Levi Aster and Tom Gale said the deal was fair.")
    assert {found[n].role for n in ("Jana Hruska", "Levi Aster", "Tom Gale")} == {"Former minister"}


def test_an_apposition_that_names_another_is_no_role(annotator: Annotator) -> None:
    """Those who stand beside a person in a list are not what the person is."""
    text = "He was accused by Ada Quill, son Max and spokesman Jon Hale of fraud. Quill said she had proof."
    assert actors(annotator, text)["Ada Quill"].role is None


def test_a_counterpart_has_the_office_in_another_land(annotator: Annotator) -> None:
    """Before the name without a comma too."""
    text = "Norwegian President Ada Quill said the talks went well. She thanked her Swedish counterpart Jon Hale, who said he was glad."
    found = actors(annotator, text)["Jon Hale"]
    assert (found.role, found.affiliation) == ("President", "Sweden")


# ------------------------------------------------------------------------------------------ stances in the passive


@pytest.mark.parametrize(
    ("text", "said", "who", "kind"),
    [
        (
            "Petrov's claim that no shells had hit the Saint Aurelia Hospital was disputed by the hospital, which wants an inquiry.",
            "claim that no shells",
            "Saint Aurelia Hospital",
            "denial",
        ),
        (
            "The assertion that the rebels had fired first was rejected by the Kadesh Front.",
            "the rebels had fired",
            "Kadesh Front",
            "denial",
        ),
        ("The union's demand for a ceasefire was backed by the Red Crescent.", "demand for a ceasefire", "Red Crescent", "support"),
    ],
)
def test_by_whom_a_claim_is_disputed_holds_that(annotator: Annotator, text: str, said: str, who: str, kind: str) -> None:
    """The agent of a passive takes a stance on what the subject claims, asks or offers."""
    found = {(p.actor, p.kind) for p in analyse(annotator, text).positions if any(said in text[s.start : s.end] for s in p.content)}
    assert (who, kind) in found


@pytest.mark.parametrize(
    "text",
    ["The offer could be rejected by the Kadesh Front.", "If the plan is opposed by the Harbour Union, it will fail."],
)
def test_what_may_be_rejected_is_not(annotator: Annotator, text: str) -> None:
    """A passive that only imagines holds nothing."""
    assert not any(p.actor in ("Kadesh Front", "Harbour Union") and p.confidence > SHOWN for p in analyse(annotator, text).positions)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("sorinthia", "sorinthian", False),
        ("karvelia", "karvelian", False),
        ("hoffman", "hoffmann", True),
        ("mirelda", "mirella", True),
        ("stromberg", "stromburg", True),
    ],
)
def test_a_land_is_no_misspelling_of_its_people(one: str, other: str, expected: bool) -> None:
    """One letter is a slip of the pen, but not the one that makes a people's name of a land's."""
    assert is_misspelling(one, other) is is_misspelling(other, one) is expected


# ------------------------------------------------------------------------------------------ nouns that the text gives a body


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        (
            "The Rail Union rejected an offer by Transrail, the state carrier, as too low. The company said trains would run.",
            "trains would run",
            "Transrail",
        ),
        ("Aid agency Hopeline closed its camps. The agency said roads were cut.", "roads were cut", "Hopeline"),
        ("The Halden Museum will return the heads. The museum said it would keep copies.", "keep copies", "Halden Museum"),
        ("The regulator, Enercom, opened an inquiry. Enercom said it saw no danger.", "no danger", "Enercom"),
        (
            "Open-records advocate group, Transparency Watch Norland (TWN), rose. The open-records group said that the public was waiting.",
            "the public was waiting",
            "Transparency Watch Norland",
        ),
    ],
)
def test_a_body_is_called_by_the_noun_that_the_text_gave_it(annotator: Annotator, text: str, said: str, who: str) -> None:
    """Before its name, behind it between commas, or in its name; a union is no airline."""
    assert holders(annotator, text, said) == {who}


def test_the_agency_is_no_body_that_the_one_before_only_speaks_of(annotator: Annotator) -> None:
    """A commission that somebody asks for says nothing."""
    text = (
        "Transparency Watch Norland spoke on Monday. In a statement, TWN said that it wants a Commission of Inquiry (CoI).\n\n"
        "The agency insisted that it does not know how the allegations could fester for so long."
    )
    assert "Commission of Inquiry" not in holders(annotator, text, "it does not know")


def test_the_three_are_those_who_acted_together(annotator: Annotator) -> None:
    """Where they are so many."""
    text = (
        "The Growers' League, the Hauliers' Guild and the Retail Forum opposed the toll on Monday. The three groups asked the council "
        "to vote it down."
    )
    assert holders(annotator, text, "to vote it down") == {"Growers' League", "Hauliers' Guild", "Retail Forum"}


def test_a_surname_may_be_a_title_elsewhere(annotator: Annotator) -> None:
    """As "Tan" is."""
    assert holders(annotator, "Joyce Tan, who leads the council, spoke. Tan said the plan was sound.", "the plan was sound") == {
        "Joyce Tan"
    }


def test_who_is_charged_charges_nobody(annotator: Annotator) -> None:
    """A headline does without the auxiliary of its passive."""
    text = "Ex-minister Brandt charged with fraud\n\nProsecutors charged Sven Brandt with fraud on Thursday. Brandt said he would fight."
    shown = [p for p in analyse(annotator, text).positions if p.confidence > SHOWN]
    assert not any(p.actor == "Sven Brandt" and p.kind == "blame" for p in shown)


# ------------------------------------------------------------------------------------------ headlines

_BODY = (
    "\n\nKELM, May 3 - Finance Minister Irena Zoll told parliament on Friday that the treasury had no money for the fine. "
    "Zoll spoke for an hour. The opposition Green Alliance accused her of breaking the law.\n"
)


@pytest.mark.parametrize(
    ("headline", "said", "who"),
    [
        ("Zoll: 'We will not pay'", "We will not pay", "Irena Zoll"),
        ("'We will not pay': Zoll", "We will not pay", "Irena Zoll"),
        ("'We will not pay,' says Zoll", "We will not pay", "Irena Zoll"),
        ("No money for fine – Zoll", "No money for fine", "Irena Zoll"),
        ("Fine a 'political act', says minister", "political act", "Irena Zoll"),
        ("Green Alliance: Zoll broke the law", "Zoll broke the law", "Green Alliance"),
        ("'No way back', says Zoll", "No way back", "Irena Zoll"),
    ],
)
def test_a_headline_has_somebody_say_something(annotator: Annotator, headline: str, said: str, who: str) -> None:
    """By a colon, a dash or a verb, in marks or not, with a predicate or without: surely enough to be shown."""
    text = headline + _BODY
    found = [p for p in analyse(annotator, text).positions if p.content[0].start < len(headline) and p.confidence > SHOWN]
    assert [(p.actor, said in text[p.content[0].start : p.content[-1].end]) for p in found] == [(who, True)]


# ------------------------------------------------------------------------------------------ lands by each other


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        (
            "Talks between Kestria and Orland failed. Kestria said it would sue. Orland's water minister left the Kestrian capital.",
            {"Kestria", "Orland"},
        ),
        (
            "Arduin, Besk, Corriland and Dunmarra made peace. Arduin's president spoke. Besk's parliament is to vote. Dunmarra said so.",
            {"Arduin", "Dunmarra"},
        ),
    ],
)
def test_what_is_named_with_lands_is_one(annotator: Annotator, text: str, lands: set[str]) -> None:
    """In one list of three or more, and where something is between two."""
    assert lands <= {n for n, a in actors(annotator, text).items() if a.kind == "country"}


# ------------------------------------------------------------------------------------------ offices further off


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        (
            "He met the envoy to the Lake States, Rosie Dale. They spoke for an hour.",
            "Rosie Dale",
            "envoy to the Lake States",
            None,
        ),
        (
            "The adviser to the prime minister and spokesperson for the Ministry of Foreign Affairs, Dr Majed Ansar, met reporters.",
            "Majed Ansar",
            "adviser to the prime minister and spokesperson for the Ministry of Foreign Affairs",
            "Ministry of Foreign Affairs",
        ),
        (
            "President of the Mars Society Dr. Robert Zell said the ship was ready.",
            "Robert Zell",
            "President of the Mars Society",
            "Mars Society",
        ),
    ],
)
def test_an_office_with_what_it_is_of_stands_before_a_name(annotator: Annotator, text: str, name: str, role: str, of: str | None) -> None:
    """Across a comma or a form of address; of two offices the person has the last."""
    found = actors(annotator, text)[name]
    assert (found.role, found.affiliation) == (role, of)


def test_lawyers_by_name_are_each_a_lawyer(annotator: Annotator) -> None:
    """Their names explain the plural behind a comma."""
    found = actors(annotator, "Brandt's lawyers, Eva Stern and Omar Tal, said that he would fight the charge. Sven Brandt was not there.")
    assert {found["Eva Stern"].role, found["Omar Tal"].role} == {"lawyer"}


def test_a_ship_is_no_person(annotator: Annotator) -> None:
    """Wherever else it is named."""
    text = "The USS Harlow sailed through the strait on Tuesday. The navy said that the Harlow had the right to. Harlow left on Friday."
    assert not any("Harlow" in a.name for a in actors(annotator, text).values() if a.kind == "person")


def test_a_name_is_shown_as_it_is_written_in_the_text(annotator: Annotator) -> None:
    """Not in the capitals of a headline, where the text has it otherwise."""
    text = "IVAN DUKE LEAVES OFFICE\n\nOutgoing president Ivan Duke said on Sunday he was proud of his record. Duke spoke for an hour."
    assert "Ivan Duke" in actors(annotator, text)


def test_no_body_is_called_by_half_a_name(annotator: Annotator) -> None:
    """A name that breaks off behind "of the" goes on with what follows."""
    text = "Harbour Telecommunications Limited and the Office of the Prime Minister will contribute two million a year."
    assert not any(a.name.split()[-1].lower() in ("of", "the", "for", "and") for a in actors(annotator, text).values())


def test_the_premier_and_the_ministers_are_not_the_two_named_last(annotator: Annotator) -> None:
    """A plural that is joined to another noun counts nobody."""
    text = (
        "Ada Quill met Jon Hale on Friday. The palace said that the resignation was accepted. "
        "The premier and the ministers said that they would continue."
    )
    assert not {"Ada Quill", "Jon Hale"} & holders(annotator, text, "they would continue")


def test_the_premier_is_the_prime_minister(annotator: Annotator) -> None:
    """By either word, whichever the text gave with the name."""
    text = "Prime Minister Ada Quill met Finance Minister Jon Hale on Friday. The premier said that taxes would fall."
    assert holders(annotator, text, "taxes would fall") == {"Ada Quill"}


def test_the_country_in_a_ministers_mouth_is_no_other_land(annotator: Annotator) -> None:
    """It is the land that the text gives the minister; where it gives none, nobody, whatever land was named last."""
    text = "Doctors left for Norway. President Ada Quill announced that the country would hire nurses. Quill said it was time."
    found = analyse(annotator, text)
    assert not any("Norway" in s.who for s in found.next_steps)


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        (
            "Remat Al-Bahr Development Company opened a depot on Monday. Remat Al-Bahr said the depot would sort glass.",
            "the depot would sort",
            "Remat Al-Bahr Development Company",
        ),
        ("The talks ended on Monday. The Kremlin said the talks were over.", "the talks were over", "Russia"),
        ("A girl fell in a hostel, according to a police official.", "A girl fell in a hostel", "police official"),
    ],
)
def test_one_body_has_one_name(annotator: Annotator, text: str, said: str, who: str) -> None:
    """A firm is what its name says without its last words, a seat is its state, and no name begins with "according"."""
    assert holders(annotator, text, said) == {who}


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        (
            "The World Health Organization met in Northport. WHO on Monday said that cases were rising.",
            "cases",
            "World Health Organization",
        ),
        (
            "The Norland Board for Fair Trade (NBFT) Monday confirmed the cruel treatment of the cadets was common.",
            "the cruel treatment",
            "Norland Board for Fair Trade",
        ),
        ("Authorities in Northport, Norway, said the helicopter is private.", "the helicopter is", "authorities"),
        ("Sources close to the family said one reason was his temper.", "one reason", "sources close to the family"),
        ("The defense said officers had beaten him.", "officers had beaten", "defense"),
    ],
)
def test_who_speaks_is_told_by_all_of_the_phrase(annotator: Annotator, text: str, said: str, who: str) -> None:
    """The WHO is no pronoun, a day is nobody, and a land behind a town does not speak."""
    assert holders(annotator, text, said) == {who}


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("Ben Marlow Technologies unveiled a chip. Ben Marlow, the chief executive, said it was fast.", "it was fast", "Ben Marlow"),
        ("The Red Cross Hospital was hit. The Red Cross condemned the strike.", "the strike", "Red Cross"),
        ("The HNC raided offices. The party said the raid was political.", "the raid was political", "party"),
        ("Deputy Prime Minister Ada Quill met PM Jon Hale. The PM said war was near.", "war was near", "Jon Hale"),
        ("Ada Quill, the National Security Adviser, met the NSA. The NSA said it had heard.", "it had heard", "NSA"),
        ("Critics of the company Corex said the price was high.", "the price", "critics of the company Corex"),
        ("Corex sued Harbour Lines and Jon Hale. The latter said the suit was absurd.", "absurd", "Jon Hale"),
        ("A woman said she had been robbed.\n\nJon Hale, the boss, said she lied.", "been robbed", "woman"),
    ],
)
def test_two_who_are_called_alike_are_two(annotator: Annotator, text: str, said: str, who: str) -> None:
    """A founder and the firm, a society and its hospital, a deputy and the office, an office and an agency, critics and the body."""
    assert holders(annotator, text, said) == {who}


def test_a_name_keeps_no_half_of_a_bracket() -> None:
    """A given name that a text adds in brackets belongs to the name; the letters behind a body's name stay in theirs."""
    assert clean_name("Ada] Quill") == clean_name("[Ada] Quill") == "Ada Quill"
    assert clean_name("Harbour Party (HP) Union") == "Harbour Party (HP) Union"
