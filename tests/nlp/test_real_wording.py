"""What reporters' own wording hides from who speaks, of what and towards whom: people and places are invented."""

from __future__ import annotations

import pytest

from briefing.models import Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.paragraphs import heads_a_section
from tests.analysis_samples import SHOWN, analyse

FORMER_PREMIER = (
    "Xavier Duport questioned the Prime Minister over Agala island. The Prime Minister refuted the allegations and said that the "
    "islands would benefit.\n\nPaul Juneau outlined the two main projects. The works are under way. The quay is ready.\n\n"
    "The pact was signed during the visit of Nitin Mehra, Prime Minister of India, in March 2015. “We have a long-term vision for "
    "Agala,” said the Prime Minister."
)


def shown(annotator: Annotator, text: str) -> dict[str, str | None]:
    """The holder of each content that is shown."""
    found = analyse(annotator, text).positions
    return {" … ".join(text[s.start : s.end] for s in p.content): p.actor for p in found if p.confidence > SHOWN and p.actor is not None}


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            (
                "His Highness the Amir of Kuwait Sheikh Nasser Al-Dhafiri on Monday sent a letter to outgoing prime minister His Highness "
                "Sheikh Salem Al-Khaled Al-Mutawa. “We hold you in high esteem,” His Highness the Amir wrote."
            ),
            "We hold you in high esteem",
            "Nasser Al-Dhafiri",
        ),
        (
            (
                "MP Hamad Al-Rashid stressed the need to put Kuwait in higher ranks in all fields, indicating he fully supports any "
                "measure which serves the interest of the country and its people. He went on to say that "
                "whoever falls short is not protected.\n\n"
                "MP Osama Al-Dabbous pointed out that Sheikh Ahmad Nawaf took reform decisions while he was in charge of the ministry; "
                "so he expects the latter to take similar decisions during his tenure as prime minister."
            ),
            "whoever falls short is not protected",
            "Hamad Al-Rashid",
        ),
        (
            "The Health Ministry has told of 17 cases. The Norland Health Organization detailed that the fever is spread by rodents.",
            "the fever is spread by rodents",
            "Norland Health Organization",
        ),
        (
            "The City of Iqal says in a release that it believes there may have been leftover fuel that got into the water.",
            "it believes there may have been leftover fuel that got into the water",
            "City of Iqal",
        ),
        (
            "Ada Quill said in the village that was flooded nobody slept.",
            "in the village that was flooded nobody slept",
            "Ada Quill",
        ),
        (
            "Dr Paul Ness, a scientist, tells IPS edible insects contain protein.",
            "edible insects contain protein",
            "Paul Ness",
        ),
        (
            (
                "A park opened in the town.\n\n“This,” Arno Keller told me, “is a botanical garden located in town, but it is up high and "
                "you must cross pasture land to reach it.”"
            ),
            "This … is a botanical garden located in town, but it is up high and you must cross pasture land to reach it.",
            "Arno Keller",
        ),
    ],
)
def test_who_speaks_and_what_they_say_are_whole(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """By a form of address with an office, on the way to saying it, to an outlet or in a release, and around who speaks."""
    assert shown(annotator, text)[content] == holder


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            (
                "A station aired an interview with a father in Immal, a town where Leifa Morn had been living, in which he claimed that "
                "Morn had been abusing his daughter."
            ),
            "abusing his daughter",
            None,
        ),
        (
            (
                "Jewish Harbour Watch says Malka Morn and Y.’s alleged abuser are among 65 people in the last decade, most of them "
                "ultra-Orthodox Jews, who they know fled to Israel. They were either already citizens, began the immigration process "
                "here, or came on tourist visas. Though they say it is impossible to be precise about the number of convicted offenders, "
                "they believe about half of those faced criminal charges."
            ),
            "impossible to be precise",
            None,
        ),
        (
            "President Evo Mora fell after generals warned that the army was tired.",
            "the army was tired",
            "generals",
        ),
        (
            (
                "MTC Public Relations Officer, Erasmus Nekund said the internal series reflected on matters such as the state of female "
                "leadership. Furthermore, the conference focused on strategies companies are using to increase diversity, he said, adding "
                "that the roadblocks women face when working in the industry and how companies can create a better work environment were "
                "the other points covered at the conference."
            ),
            "the roadblocks women face",
            "Erasmus Nekund",
        ),
    ],
)
def test_somebody_else_named_near_does_not_speak(annotator: Annotator, text: str, content: str, holder: str | None) -> None:
    """In an interview with one who is not named, in another's words, behind "after", before "he said, adding"."""
    found = shown(annotator, text)
    assert next((a for c, a in found.items() if content in c), None) == holder


def test_a_share_of_firms_is_no_share_of_people(annotator: Annotator) -> None:
    """Those told of before are no part of what the sentence counts."""
    text = (
        "It will give advice to landowners about how to restore forests, and help farmers support biodiversity. For example, less than "
        "10 percent of firms have assessed risks to their business from a changing climate, and less than 20 percent intend to take "
        "action to reduce their risks over the next five years."
    )
    assert "farmers" not in {p.actor for p in analyse(annotator, text).positions}


def test_a_meeting_and_an_example_are_no_positions(annotator: Annotator) -> None:
    """ "Met to discuss" and "functions such as recommending" say nothing, nor does "responded to a boom" inside what is said."""
    text = (
        "Economists say Evo Mora responded to the commodities boom more successfully than other governments. The ministry will be able to "
        "take on a wide range of functions such as recommending candidates for high-ranking police positions."
    )
    assert set(shown(annotator, text).values()) == {"economists"}


def test_a_premier_of_another_land_named_late_is_not_the_one_told_of_before(annotator: Annotator) -> None:
    """ "The Prime Minister" of the first lines is nobody of whom the text tells only later that he is India's."""
    assert "Nitin Mehra" not in shown(annotator, FORMER_PREMIER).values()


def test_a_premier_without_a_name_is_one_in_letters_too(annotator: Annotator) -> None:
    """ "The PM" of whom a text has no name is its prime minister."""
    text = (
        "Xavier Duport questioned the Prime Minister over Agala island. The Prime Minister refuted the allegations and said that the "
        "islands would benefit. The PM said the quay is ready."
    )
    assert shown(annotator, text)["the quay is ready"] == "Prime Minister"


@pytest.mark.parametrize(
    "told",
    [
        "All countries have endorsed the plan.",
        "Some nations have endorsed the plan.",
        "Close to 100 countries have endorsed the plan.",
    ],
)
def test_many_lands_are_not_the_two_named_last(annotator: Annotator, told: str) -> None:
    """ "The countries" may be the two named last, "all countries", "some nations" and a hundred are not."""
    assert not {"Norway", "Finland"} & set(shown(annotator, f"Norway and Finland met. {told}").values())
    assert {"Norway", "Finland"} & set(shown(annotator, "Norway and Finland met. The countries have endorsed the plan.").values())


def test_a_number_counts_wherever_a_parse_hangs_it(annotator: Annotator) -> None:
    """ "Close to 100 countries" are not the two named last where "100" is taken for what they are close to, either."""
    text = (
        "The eviction in Norway is a realisation of fears that villages have about the loss of land to Finland under the plan proposed in "
        "the Post-2020 Harbour Framework (PHF). The plan calls for conserving 30 percent of the earth’s land and sea areas. Close to 100 "
        "countries have endorsed the science-backed proposal to protect 30 percent of the planet by 2030, which is target 3 of the 21 "
        "targets in the PHF."
    )
    assert not {"Norway", "Finland"} & set(shown(annotator, text).values())


def test_whom_an_attack_is_on_is_not_whom_its_condemnation_is_directed_at(annotator: Annotator) -> None:
    """Nor is an example; whom an attack is laid on is."""
    condemned = analyse(annotator, "Foreign Minister Ada Quill condemned the continued military attacks on Syria.").positions
    assert [p.target for p in condemned if p.kind == "opposition"] == [None]
    welcomed = "Lara Lacalle said she welcomed a bilateral agenda between any two members, for example, Argentina and Brazil."
    assert {p.target for p in analyse(annotator, welcomed).positions} == {None}
    blamed = analyse(annotator, "Foreign Minister Ada Quill blamed the attack on Iran.").positions
    assert [p.target for p in blamed if p.kind == "blame"] == ["Iran"]


def test_a_role_begins_behind_what_somebody_has_promised(annotator: Annotator) -> None:
    """ "An issue Prime Minister Quill has pledged to settle" gives a prime minister, and "His Excellency" gives no role."""
    text = "The reform is an issue Prime Minister Anthony Alban has pledged to settle. The hall was opened by His Excellency Seyyed Tavan."
    roles = {a.name: a.role for a in analyse(annotator, text).actors}
    assert roles["Anthony Alban"] == "Prime Minister"
    assert roles.get("Seyyed Tavan") is None


def test_a_line_of_quoted_words_heads_what_is_below() -> None:
    """Not a headline, nor a sentence that somebody says."""
    text = "Ada Quill left.\n\n'A song can heal'\n\nFor Mara Stone it was a loss.\n\n'It is over.'\n"
    start = text.index("A song")
    assert heads_a_section(text, _span(start, "A song can heal"), 0)
    assert not heads_a_section(text, _span(text.index("It is"), "It is over."), 0)
    assert not heads_a_section(text[start - 1 :], _span(1, "A song can heal"), 0)


def _span(start: int, words: str) -> tuple[Span, ...]:
    return (Span(start, start + len(words)),)
