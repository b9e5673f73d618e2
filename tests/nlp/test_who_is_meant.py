"""Who is meant by a noun for a people, an office of a land or a trade, and what is nobody's: people and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def held(annotator: Annotator, text: str, words: str) -> set[tuple[str | None, str | None]]:
    """Who is shown as holding what has these words in it, with by way of whom."""
    found = analyse(annotator, text).positions
    shown = [p for p in found if p.confidence > SHOWN and p.actor is not None]
    return {(p.actor, p.via) for p in shown if any(words in text[s.start : s.end] for s in p.content)}


def contents(annotator: Annotator, text: str) -> set[tuple[str | None, str]]:
    """Who is shown as holding what, word for word."""
    found = analyse(annotator, text).positions
    shown = [p for p in found if p.confidence > SHOWN and p.actor is not None]
    return {(p.actor, " … ".join(text[s.start : s.end] for s in p.content)) for p in shown}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Japan's Prime Minister Kenji Quill met workers on Friday. The Japanese leader promised that wages would rise.",
            "wages",
            "Kenji Quill",
        ),
        (
            "Brazilian President Caio Reed met Portuguese Prime Minister Rita Stone. The Portuguese leader said that trade would grow.",
            "trade",
            "Rita Stone",
        ),
        (
            "Norway's Foreign Minister Lars Quill met Eva Stone. Stone said the talks were good. The Norwegian said the pact was open.",
            "pact was open",
            "Lars Quill",
        ),
        (
            'Manager Owen Reed believes his side can still win. "I\'ve been in worse places," the Welshman said.',
            "worse places",
            "Owen Reed",
        ),
        (
            "The writer, a retired judge named Otto Vries, insists it was delivered by hand.",
            "by hand",
            "Otto Vries",
        ),
        (
            "Telecom group Norvex said that it would buy rival Bluefin. The company expects the deal to close in June.",
            "close in June",
            "Norvex",
        ),
    ],
)
def test_a_noun_for_a_people_or_a_land_means_whom_the_text_named(annotator: Annotator, text: str, words: str, name: str) -> None:
    """The leader of a land, one of a people, a firm of a land, who is named by the way."""
    assert held(annotator, text, words) == {(name, None)}


def test_a_person_with_a_trade_holds_no_office_that_is_named_later(annotator: Annotator) -> None:
    """ "The health minister" is not the shop steward who spoke; who "refused to be drawn" says nothing."""
    text = (
        "Nurses were offered too little, shop steward Colleen Quill said. Quill said they would walk out. "
        "The health minister said that talks would go on. The finance minister refused to be drawn."
    )
    assert held(annotator, text, "talks would go on") == {("health minister", None)}
    assert not held(annotator, text, "to be drawn")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If the president says the deal is off, the markets will fall, traders believe.", "the deal is off"),
        ("Unless the government admits that mistakes were made, they will sue, Ada Quill said.", "mistakes were made"),
        ("Should Mara Stone announce that the vote is off, protests are certain, Ada Quill warned.", "vote is off"),
        ("Had Jon Hale said the border was open, he would have been wrong, Ada Quill argued.", "border was open"),
        ("It remains to be seen whether Norland will say the raid was legal.", "raid was legal"),
    ],
)
def test_what_only_may_be_said_is_nobodys(annotator: Annotator, text: str, words: str) -> None:
    """A case that somebody else puts is no position of the one who would speak in it."""
    assert not any(via is not None or name == "Norland" for name, via in held(annotator, text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mayor Ada Quill will be unable to win the crowd and accuse the judges of taking sides.", "sides"),
        ("Harbour officials were unavailable to say whether the clinic will reopen.", "clinic"),
        ("Neighbours were reluctant to say what they had seen.", "seen"),
    ],
)
def test_who_is_unable_to_say_says_nothing(annotator: Annotator, text: str, words: str) -> None:
    """Nor does who is unwilling or not to be had."""
    assert not held(annotator, text, words)


def test_when_somebody_spoke_is_no_part_of_what_they_say(annotator: Annotator) -> None:
    """What others said then is theirs."""
    text = "The dam is safe, Water Minister Sol Quill said, days after engineers warned of cracks in the wall."
    assert contents(annotator, text) == {("Sol Quill", "The dam is safe"), ("engineers", "cracks in the wall")}
    text = "The pipeline will be repaired by June, Norland Gas said, shortly before the regulator was due to report."
    assert contents(annotator, text) == {("Norland Gas", "The pipeline will be repaired by June")}
    text = "Mayor Ida Holm said that, days after the flood, nobody had come."
    assert {name for name, _ in contents(annotator, text)} == {"Ida Holm"}


def test_what_somebody_is_said_to_deny_is_denied_by_them(annotator: Annotator) -> None:
    """By way of who says so."""
    text = "Jon Reed was arrested on Monday. Prosecutor Greta Holm said Reed disputes the accusations."
    assert ("Jon Reed", "Greta Holm") in held(annotator, text, "the accusations")


def test_a_past_verb_behind_an_infinitive_is_the_speakers(annotator: Annotator) -> None:
    """No verb in the past is joined to one."""
    text = "Governor Tiago Reed said the worst was yet to come and asked the army for boats."
    assert ("Tiago Reed", "the worst was yet to come") in contents(annotator, text)


def test_interviews_by_letters_with_a_point_and_by_full_and_short_names(annotator: Annotator) -> None:
    """Who answers is whom the first question calls by name; a surname goes on for a full name with its trade."""
    text = (
        "Q. Professor Lund, is the virus still a threat?\n\nA. It is, but a smaller one than before.\n\n"
        "Q. What should schools do?\n\nA. Open the windows in every room."
    )
    assert held(annotator, text, "smaller one") == {("Lund", None)}
    assert held(annotator, text, "windows") == {("Lund", None)}
    assert not held(annotator, text, "schools do")
    text = (
        "The Herald: How long will the repairs take?\n\nEngineer Saul Reed: About six weeks, I would say.\n\n"
        "The Herald: And who pays?\n\nReed: The insurers pay, we hope."
    )
    assert held(annotator, text, "six weeks") == {("Saul Reed", None)}
    assert held(annotator, text, "insurers pay") == {("Saul Reed", None)}


def test_the_two_sides_stay_those_who_spoke_together(annotator: Annotator) -> None:
    """Who is named since is none of them."""
    text = (
        "Prime Minister Tova Ekmark spoke with President Jens Halden on Friday. The leaders welcomed the progress on the cable. Ekmark "
        "raised the case of the journalist Sami Ruhl. The leaders agreed to stay in touch."
    )
    assert {name for name, said in contents(annotator, text) if "stay in touch" in said} == {"Tova Ekmark", "Jens Halden"}


def test_the_premier_is_no_minister_for_something(annotator: Annotator) -> None:
    """A minister with a portfolio who spoke before is not the premier."""
    text = (
        "Agriculture Minister Ada Quill said the offer was fair before a meeting with the prime minister. "
        "The premier said that the ports would open on Thursday."
    )
    assert ("Ada Quill", None) not in held(annotator, text, "ports would open")


@pytest.mark.parametrize(
    "text",
    [
        "President Jon Hale met his Moldovan counterpart in Orlet. Hale left on Monday. The Moldovan president said the line was vital.",
        "Prime Minister Jon Hale will meet the Chinese prime minister on Friday. The Chinese prime minister said the line was vital.",
    ],
)
def test_whom_one_meets_is_another(annotator: Annotator, text: str) -> None:
    """The holder of an office in a land whom somebody meets, or has for a counterpart, is not the one who meets them."""
    assert ("Jon Hale", None) not in held(annotator, text, "line was vital")


def test_who_alone_has_spoken_says_their_own_news(annotator: Annotator) -> None:
    """ "it said" is of the body that the content is about, where no other has spoken."""
    text = "Norland's military junta has executed four men, it said on Monday."
    assert held(annotator, text, "four men") == {("Norland's military junta", None)}


def test_mr_or_ms_goes_by_the_given_name(annotator: Annotator) -> None:
    """Of two of one surname a form of address means the one whose given name, or whose place in the text, tells it."""
    text = (
        "Labour leader Maeve Quill has accused the chancellor of waste. Ms Quill said that the cabinet had no plan. "
        "Andrew Quill, a Conservative councillor, described the claim as nonsense. Mr Quill said that he would vote against it."
    )
    assert held(annotator, text, "cabinet had no plan") == {("Maeve Quill", None)}
    assert held(annotator, text, "would vote against it") == {("Andrew Quill", None)}


def test_what_somebody_failed_to_agree_on_is_no_position(annotator: Annotator) -> None:
    """Who fails to agree has promised nothing."""
    text = "EU ministers failed to agree on new sanctions on Monday."
    assert not held(annotator, text, "sanctions")


def test_an_office_before_a_title_and_a_name_is_the_role(annotator: Annotator) -> None:
    """ "Sheikh" before a name is how one is addressed, and no office."""
    text = "The foreign minister of Qadir, Sheikh Nasser al-Quill, said his country would host talks."
    assert [a.role for a in analyse(annotator, text).actors if a.name.endswith("Quill")] == ["foreign minister of Qadir"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Thai protest leaders said that they would march.", "would march", "Thai protest leaders"),
        ("Kenya's opposition leaders said that they would march.", "would march", "Kenya's opposition leaders"),
        ("Indian Muslim leaders said that they would march.", "would march", "Indian Muslim leaders"),
        ("South Korean trade negotiators said that talks would go on.", "talks would go on", "South Korea"),
        ("Iranian nuclear negotiators said the deal was dead.", "deal was dead", "Iran"),
    ],
)
def test_who_leads_a_part_of_a_people_is_not_the_land(annotator: Annotator, text: str, words: str, who: str) -> None:
    """Leaders and officials speak for a land where their field is a state's, not where it is a union's, a faith's or the opposition's."""
    assert who in {name for name, _ in held(annotator, text, words)}


def test_officials_of_a_land_are_no_actor_beside_it(annotator: Annotator) -> None:
    """Those who speak for a land are the land, once."""
    found = analyse(annotator, "Canada's trade officials said the deal was dead.")
    assert [a.name for a in found.actors] == ["Canada"]


def test_a_relative_clause_tells_who_is_against_a_thing(annotator: Annotator) -> None:
    """What "which" means before a verb of taking sides is what that side is about."""
    text = "Norland's neighbours pushed for an oil embargo, which Germany opposes. Berlin backs the plan, which Warsaw opposes."
    assert {("Germany", "an oil embargo"), ("Poland", "the plan")} <= contents(annotator, text)


def test_whom_a_pronoun_in_a_content_means_is_not_the_speaker(annotator: Annotator) -> None:
    """ "Stone said she should resign" is no sign that Stone is a woman, where another was just named."""
    text = (
        "“Nobody will be left behind,” Environment Minister Tuuli Quill said. Opposition lawmaker Kimmo Stone said she should resign. "
        "“This is a scandal,” he said."
    )
    assert held(annotator, text, "scandal") == {("Kimmo Stone", None)}


def test_a_taoiseach_is_an_office(annotator: Annotator) -> None:
    """The Irish prime minister's title is no part of the name."""
    found = analyse(annotator, "Taoiseach Eoin Quill said the report was late. Tánaiste Nuala Stone said it would come soon.")
    assert {(a.name, a.role) for a in found.actors if a.kind == "person"} == {("Eoin Quill", "Taoiseach"), ("Nuala Stone", "Tánaiste")}


def test_who_is_asked_about_a_thing_answers(annotator: Annotator) -> None:
    """ "He" behind "When a reporter asked Breck about it, Breck deflected" is not the reporter."""
    text = (
        "When a Channel reporter later asked Jonas Breck if the register would be any different from the old one, Breck deflected.\n\n"
        "“You tell me what the register is for,” he said."
    )
    assert held(annotator, text, "You tell me") == {("Jonas Breck", None)}


def test_who_goes_on_is_who_spoke_last(annotator: Annotator) -> None:
    """By a pronoun or by what they were, whomever they speak of."""
    text = (
        "Jonas Breck plans to empower the region by fostering trade, Ben Carver said Monday.\n\n"
        "“Well first of all, they have to stop and listen to the people of the region,” the retired neurosurgeon told the channel.\n\n"
        "The former Conservative presidential candidate continued, saying, “You need somebody who understands trade.”"
    )
    assert held(annotator, text, "stop and listen") == held(annotator, text, "understands trade") == {("Ben Carver", None)}
    text = "Ivo Malin said the mill must close. Petra Stone met workers on Monday. He continues to call the plan of the union a menace."
    assert ("Petra Stone", None) not in held(annotator, text, "menace")


def test_what_is_left_undone_for_another_thing_is_no_position(annotator: Annotator) -> None:
    """ "Rather than publicly challenging", "instead of demanding"."""
    text = "The Norland government has opted to remain quiet, with a few exceptions, rather than publicly challenging Karst's claims."
    assert held(annotator, text, "Karst's claims") == set()


def test_a_reporter_who_asks_holds_nothing(annotator: Annotator) -> None:
    """Nor does a moderator; who is no journalist asks for themselves."""
    text = (
        "The union met on Tuesday.\n\nA Channel reporter asked Malin if the register would be any different from the old one. "
        "Malin said it would.\n\nOpposition leader Ada Quill asked why the mill had to close."
    )
    assert held(annotator, text, "the register would be") == set()
    assert held(annotator, text, "mill had to close") == {("Ada Quill", None)}


def test_a_paper_called_by_a_trade_is_no_person(annotator: Annotator) -> None:
    """ "The Courier" that reported is the Halden Courier, not the director who spoke to it."""
    text = (
        "Strike at Halden port\n\nPort director Wim Daal told the Halden Courier that ships were going elsewhere. "
        "The Courier reported that two lines had left."
    )
    held = [text[p.content[0].start : p.content[-1].end] for p in analyse(annotator, text).positions if p.actor == "Wim Daal"]
    assert [h.removeprefix("that ") for h in held] == ["ships were going elsewhere"]


def test_what_finds_behind_a_place_does_not_explain_it(annotator: Annotator) -> None:
    """An inquiry that found something is not the place that is named before."""
    text = "Rail firm blamed, inquiry says\n\nRail firm Norvia ignored three alarms before the crash at Dell, an inquiry found on Thursday."
    assert all(p.actor != "Dell" for p in analyse(annotator, text).positions)


def test_a_forum_is_called_by_its_noun(annotator: Annotator) -> None:
    """ "The forum" is the Riders' Forum."""
    text = "Fares to rise\n\nMayor Ada Quill met the Riders' Forum on Monday. The forum repeated its call for free buses."
    assert {p.actor for p in analyse(annotator, text).positions} == {"Riders' Forum"}


def test_a_title_means_its_bearer_whatever_office_is_told_of_them(annotator: Annotator) -> None:
    """ "The general" is General Kiir, though he is called the chief of the army."""
    text = "Coup plot denied\n\nGeneral Amos Kiir, the chief of the army, met the press. The general said the rumours came from abroad."
    assert {p.actor for p in analyse(annotator, text).positions if p.confidence > SHOWN} == {"Amos Kiir"}


def test_an_office_that_opens_a_headline_is_whose_it_is_below(annotator: Annotator) -> None:
    """ "Hospital director" is the director of the hospital, who is named behind a comma there."""
    text = "Hospital director resigns\n\nThe director of Mbale hospital, Grace Nakato, resigned on Wednesday. She said nurses were unpaid."
    found = {a.name: a for a in analyse(annotator, text).actors}
    assert "Hospital director" in found["Grace Nakato"].aliases
    assert not any("director" in name for name in found)


def test_a_role_ends_before_the_verb_of_a_headline(annotator: Annotator) -> None:
    """What a tree hangs on an office behind a verb is no part of the office."""
    text = "Foreign minister leaves for Zubar\n\nForeign Minister Alba Quint left on Sunday. The minister warned that time was short."
    found = next(a for a in analyse(annotator, text).actors if a.name == "Alba Quint")
    assert (found.role or "").lower() == "foreign minister"
    assert not any("leaves" in alias for alias in found.aliases)


def test_a_surname_spelled_like_anothers_is_of_whom_the_text_has_named(annotator: Annotator) -> None:
    """Who has the very name and comes later is not meant before; the two stay two."""
    text = (
        "Ms Pereira to head fund\n\nDr Helena Pereyra was named head of the Coastal Fund on Thursday. Pereira, a former minister, said she "
        "would move the fund to Luz.\n\nCarlos Pereira, her rival, said the choice was a disgrace."
    )
    held = {p.actor: text[p.content[0].start : p.content[-1].end] for p in analyse(annotator, text).positions}
    assert held == {"Helena Pereyra": "she would move the fund to Luz", "Carlos Pereira": "the choice was a disgrace"}


def test_a_body_is_not_who_runs_it(annotator: Annotator) -> None:
    """What the City Museum did, its director, of whom the text tells by the same noun, did not."""
    text = (
        "Museum refuses to return mask\n\nThe City Museum turned down a request by the kingdom of Oyara for the return of a mask.\n\n"
        "Museum director Fleur Dane said that the law forbade it."
    )
    held = [text[p.content[0].start : p.content[-1].end] for p in analyse(annotator, text).positions if p.actor == "Fleur Dane"]
    assert held == ["the law forbade it"]


def test_a_land_that_is_called_as_its_people_are_is_no_person(annotator: Annotator) -> None:
    """ "The Vatican said": not the president whom the sentence before is about."""
    text = "President Luka Stone said the dispute should be settled by lawyers. The Vatican said it would not interfere."
    (said,) = [p for p in analyse(annotator, text).positions if "interfere" in text[p.content[0].start : p.content[-1].end]]
    assert said.actor == "Vatican"


def test_a_name_that_somebody_runs_is_a_firm_and_a_red_crescent_a_body(annotator: Annotator) -> None:
    """And who runs it is the one who is accused."""
    text = "Environment Minister Lucia Stone accused Petrosol chief executive Andres Hale of misleading the cabinet."
    found = analyse(annotator, text)
    assert {a.name: a.kind for a in found.actors}["Petrosol"] == "organization"
    assert [p.target for p in found.positions] == ["Andres Hale"]
    text = "Governor Jon Hale said the hospital was full. The Tavrin Red Crescent appealed for blankets and tents."
    assert "Tavrin Red Crescent" in {p.actor for p in analyse(annotator, text).positions}


def test_a_name_before_a_short_title_tells_only_of_whom_it_is(annotator: Annotator) -> None:
    """ "Kestmark Sen. Ada Quill" and "U.S. Sen. Ada Quill" are she, who speaks and who is spoken of."""
    text = "Kestmark Sen. Ada Quill, chairwoman of the Harbour Committee, said the mine puts the whole valley at risk."
    assert {p.actor for p in analyse(annotator, text).positions} == {"Ada Quill"}
    text = "The union's chief Otto Lund accused U.S. Sen. Ada Quill of lying about the mine."
    assert [(p.actor, p.target) for p in analyse(annotator, text).positions] == [("Otto Lund", "Ada Quill")]


@pytest.mark.parametrize(
    "text",
    [
        "Some claims are hard to prove, said Otto Lund, a harbour official under Presidents Quill and Ada B. Stone.",
        (
            "Donna Stone won in Selm. Stone was glad. “The vote was fair,” said Ron Lund, who was a national co-chair for Sen. Ada "
            "Quill's 2031 presidential campaign and is one of the new Stone vice chairs."
        ),
    ],
)
def test_those_whom_a_speaker_served_do_not_speak(annotator: Annotator, text: str) -> None:
    """Of "Otto Lund, an official under Presidents Quill and Stone" and "one of the Stone campaign chairs" Otto Lund alone speaks."""
    assert len({p.actor for p in analyse(annotator, text).positions}) == 1


def test_people_of_one_whose_name_ends_in_s_are_called_by_the_name(annotator: Annotator) -> None:
    """ "Sanders's senior aides" are no "s senior aides"."""
    text = "Otto Sanders made a trip to Selm. Sanders's senior aides said Sunday that the campaign would go on."
    assert {p.actor for p in analyse(annotator, text).positions} == {"Sanders's senior aides"}


def test_the_leaders_of_several_lands_are_not_the_two_named_last(annotator: Annotator) -> None:
    """Nor are the ministers of one field."""
    text = (
        "The Heads of State and Government of the Republic of Slovakia, the Kingdom of Norway and the Republic of Portugal met in Orlet. "
        "President Daro Venlin chaired the summit. The Secretary-General, Ilse Harrand, attended. "
        "The leaders rejected any attempt to impose solutions. The ministers of commerce demanded lower tariffs."
    )
    assert {who for who, _ in held(annotator, text, "impose solutions")} == {"leaders"}
    assert not {who for who, _ in held(annotator, text, "lower tariffs")} & {"Daro Venlin", "Ilse Harrand"}
    two = "President Daro Venlin met President Ilse Harrand. The leaders rejected any attempt to impose solutions."
    assert {who for who, _ in held(annotator, two, "impose solutions")} == {"Daro Venlin", "Ilse Harrand"}


def test_the_court_of_a_ruling_is_the_one_at_its_head(annotator: Annotator) -> None:
    """Whatever other court was named last; in a report it is that one."""
    told = (
        "The Supreme Court heard the Harbour Union in May. The Court of Appeal reversed that decision in June. "
        "The Court orders the Harbour Board to reinstate the workers within 28 days."
    )
    ruling = f"SUPREME COURT OF ORLAND\n\nHarbour Union v. Harbour Board\n\n{told}\n"
    assert {(who or "").title() for who, _ in held(annotator, ruling, "reinstate the workers")} == {"Supreme Court Of Orland"}
    assert {who for who, _ in held(annotator, told, "reinstate the workers")} == {"Court of Appeal"}


def test_whom_a_letter_goes_to_is_not_she_in_it(annotator: Annotator) -> None:
    """Who writes and who reads are "I" and "you"."""
    text = "From: Marta Quill\nTo: Sofie Brandt\n\nI spoke to the minister. She is happy. She thinks that the draft is too long.\n"
    assert "Sofie Brandt" not in {who for who, _ in held(annotator, text, "the draft is too long")}


def test_an_association_of_those_who_work_is_a_union(annotator: Annotator) -> None:
    """Before its name, where it is theirs, and behind it."""
    text = (
        "LISMARK, Feb. 24, 2026 - Pilots at SkyNorden will vote over the next two weeks on a pay offer, their union said on Tuesday.\n\n"
        "The Nordic Pilots' Association recommended that its members accept the deal. The union had threatened to stop work."
    )
    assert {who for who, _ in contents(annotator, text)} == {"Nordic Pilots' Association"}


def test_two_presidents_are_not_two_ministers(annotator: Annotator) -> None:
    """Though these were named last."""
    text = (
        "SELM, July 7, 2025 - Norland's water minister, Hamid Quill, met his counterpart, Grace Stone, on Monday.\n\n"
        "The two presidents will meet in Selm on July 21."
    )
    (step,) = [s for s in analyse(annotator, text).next_steps if "July 21" in text[s.what[0].start : s.what[-1].end]]
    assert not step.who


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Foreign Minister Ana Velk said Torvia would take action on the straits but did not elaborate.",
            "Torvia would take action on the straits",
        ),
        ("Police chief Jon Hale said three officers had been hurt, without giving details.", "three officers had been hurt"),
    ],
)
def test_what_is_left_unsaid_is_no_part_of_what_is_said(annotator: Annotator, text: str, said: str) -> None:
    """Behind "but" or "without"."""
    assert said in {words for _, words in contents(annotator, f"{text}\n")}


def test_an_authority_is_a_watchdog_and_no_firm(annotator: Annotator) -> None:
    """Whatever noun it is called by next."""
    text = (
        "PORT SEVERN, Nov. 4, 2025 - The Communications Authority of Orlet on Tuesday fined mobile operator Zentel 12 million dollars.\n\n"
        "The watchdog ordered the firm to compensate customers within 60 days."
    )
    found = [p for p in analyse(annotator, text).positions if "compensate" in text[p.content[0].start : p.content[-1].end]]
    assert [p.actor for p in found] == ["Communications Authority of Orlet"]
    assert [p.target for p in found] != ["Communications Authority of Orlet"]


def test_who_is_to_be_freed_is_not_asked_to_do_it(annotator: Annotator) -> None:
    """In a clause without a modal verb either."""
    text = (
        "LOKA, July 30, 2025 - Soldiers seized power on Wednesday, detaining President Alain Quill.\n\n"
        "The African Union demanded that Quill be freed at once, and said its council would meet on Friday."
    )
    (step,) = [s for s in analyse(annotator, text).next_steps if "freed" in text[s.what[0].start : s.what[-1].end]]
    assert not step.who


def test_the_pronoun_of_a_clause_ends_no_content(annotator: Annotator) -> None:
    """Where the cue stands in that clause."""
    text = "Hugh Vane wants the vote brought forward, a demand that Mayor Rita Coll has rejected.\n"
    assert not [said for _, said in contents(annotator, text) if said.endswith(" that")]


def test_a_lawyer_in_a_headline_is_not_who_they_act_for(annotator: Annotator) -> None:
    """Though only the other is named below."""
    text = (
        "Lawyer for jailed editor says client is ill\n\nVOSTA, Aug. 19, 2025 — A lawyer for former newspaper editor Dmitri Halko said on "
        "Tuesday that her client was ill."
    )
    assert "Dmitri Halko" not in {who for who, _ in held(annotator, text, "client")}


def test_she_is_who_is_known_to_be_a_woman_where_nobody_knows_of_who_spoke(annotator: Annotator) -> None:
    """What she said is not taken for a sign that who spoke of her is a woman."""
    text = (
        "Governor Quorn Falk described Senator Maria Quill as a disgrace after she said the police were biased.\n\n"
        "Falk, who has campaigned for Jon Hale since he gave up his own bid, attacked Quill on Wednesday.\n\n"
        "“She is a disgrace,” he said."
    )
    assert held(annotator, text, "the police were biased") == {("Maria Quill", None)}
    assert held(annotator, text, "She is a disgrace") == {("Quorn Falk", None)}


def test_an_owner_is_not_who_goes_on(annotator: Annotator) -> None:
    """Who did not doubt another's advice is who called for more."""
    text = "Quorn Falk, head of the port committee, did not doubt Jon Hale’s advice on the pier, but he called for a public inquiry."
    assert ("Jon Hale", None) not in held(annotator, text, "public inquiry")


def test_a_mother_without_a_name_is_nobody_who_was_named_before(annotator: Annotator) -> None:
    """Nor is one to whom somebody is only likened."""
    text = (
        "Like President Quill, I believe in the good sense of the people of Norland.\n\n"
        "My father died of cancer years ago. My mother has softened with age, but at 86 she still says the poor are lazy."
    )
    assert held(annotator, text, "the poor are lazy") <= {("mother", None)}


def test_of_two_of_a_surname_who_promises_is_the_one_of_that_gender(annotator: Annotator) -> None:
    """Whoever of them was named last."""
    text = (
        "Donald Falk has put forward a plan for paid leave.\n\nIvana Falk noted the rule in an interview last week. "
        "Ivana Falk acknowledged their struggle in an essay.\n\nFalk says he would pay for it by ending fraud."
    )
    assert held(annotator, text, "pay for it") == {("Donald Falk", None)}


@pytest.mark.parametrize("title", ["Del.", "Atty. Gen.", "Insp."])
def test_a_shortened_title_ends_no_sentence_and_is_nobody(annotator: Annotator, title: str) -> None:
    """Who speaks goes by their name."""
    text = f"NORTHPORT — The council met on Monday.\n\n“This is a waste of time,” said {title} Stacey Morland of the Harbour Islands."
    assert held(annotator, text, "waste of time") == {("Stacey Morland", None)}


def test_one_sentence_does_not_tell_that_jon_is_a_woman(annotator: Annotator) -> None:
    """The members are those of who fears him."""
    text = (
        "What Jon Hale is stirring up frightens her members.\n\nJon Hale was cheered in Northport on Monday.\n\n"
        "“The port is closed,” he said."
    )
    assert held(annotator, text, "The port is closed") == {("Jon Hale", None)}
