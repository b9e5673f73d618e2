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
    """By a form of address with an office, on the way to saying it, to an outlet, and around who speaks."""
    assert shown(annotator, text)[content] == holder


def test_a_premier_of_another_land_named_late_is_not_the_one_told_of_before(annotator: Annotator) -> None:
    """ "The Prime Minister" of the first lines is nobody of whom the text tells only later that he is India's."""
    assert "Nitin Mehra" not in shown(annotator, FORMER_PREMIER).values()


@pytest.mark.parametrize(
    "told",
    ["All countries have endorsed the plan.", "Some nations have endorsed the plan.", "Close to 100 countries have endorsed the plan."],
)
def test_many_lands_are_not_the_two_named_last(annotator: Annotator, told: str) -> None:
    """ "The countries" may be the two named last, "all countries", "some nations" and a hundred are not."""
    assert not {"Norway", "Finland"} & set(shown(annotator, f"Norway and Finland met. {told}").values())
    assert {"Norway", "Finland"} & set(shown(annotator, "Norway and Finland met. The countries have endorsed the plan.").values())


def test_whom_an_attack_is_on_is_not_whom_its_condemnation_is_directed_at(annotator: Annotator) -> None:
    """Who attacked is, whom the attack was laid on is too."""
    condemned = analyse(annotator, "Foreign Minister Ada Quill condemned the continued military attacks on Syria.").positions
    assert [p.target for p in condemned if p.kind == "opposition"] == [None]
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
