"""The end of a state is news, a repetition is none, and a day's document has its say in a line that names who is meant."""

from __future__ import annotations

from datetime import timedelta

import pytest

from briefing.compose.endings import endings
from briefing.models import Briefing
from tests.compose.documents import DAY, analysis, document, person, position
from tests.compose.test_gist import developments, next_day
from tests.compose.test_stories import brief
from tests.compose.two_days import compose

NEXT = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Quell reopened on Friday.",
        "Water has been restored in Ostrava Heights.",
        "The miners gave up their claim to the northern shaft.",
        "The panel failed to deliver its opinion.",
        "All four climbers were found alive.",
        "The siege is over, the governor said.",
        "Trains are back on the coast line.",
        "The leak in the works of Brenta was stopped at noon.",
    ],
)
def test_what_has_ended_is_marked(text: str) -> None:
    """Whatever the verb, in the active and in the passive."""
    assert endings(text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Quell will be reopened on Friday.",
        "Water could be restored by the weekend.",
        "They will wait until the road has reopened.",
        "The siege has not ended.",
        "She visited the restored chapel.",
        "The last such strike ended in 2019.",
        "An earlier ban was lifted two years ago.",
    ],
)
def test_what_is_to_end_or_ended_long_ago_is_not(text: str) -> None:
    """A plan, a denial, an attribute and a look back tell of no end."""
    assert not endings(text)


def test_the_end_of_a_state_is_news_once() -> None:
    """All its words were told on the day before as what was to come; on the day after it is told again."""
    memory = brief([document("Gas is cut off in Pellworth. Norgas says that gas will be restored to all homes in Pellworth.", "cut")], DAY)
    ended = document("Norgas restored gas to all homes in Pellworth.", "ended", published=NEXT, title="Gas back in Pellworth")
    second = compose([ended], [analysis(ended)], NEXT, memory.memory)
    assert ["restored gas" in line for line in developments(second.briefing)] == [True]
    later = NEXT + timedelta(days=1)
    again = document("Norgas restored gas to all homes in Pellworth.", "again", published=later, title="Gas back in Pellworth")
    assert not developments(compose([again], [analysis(again)], later, second.memory).briefing)


def _said_next_day(text: str, cue: str, content: str) -> Briefing:
    told = "Governor Iva Stroud opposes a tunnel under the Marn strait. The tunnel would cost too much, Stroud said."
    memory = brief([document(told, "told", title="Stroud against tunnel")], DAY).memory
    made = document(text, "news", published=NEXT, title="Stroud speaks against tunnel")
    actors = [person(made, "Iva Stroud", role="Governor")]
    read = analysis(made, actors=actors, positions=[position(text, "Iva Stroud", cue, content)])
    return compose([made], [read], NEXT, memory).briefing


def test_what_is_only_repeated_is_no_news() -> None:
    """Nor is the quotation that goes on with it."""
    briefing = _said_next_day(
        "Governor Iva Stroud repeated that she opposes a tunnel under the Marn strait. "
        "“The tunnel would cost too much,” she said at lunch.",
        "repeated",
        "she opposes a tunnel under the Marn strait",
    )
    assert not developments(briefing)
    assert [e.reason for e in briefing.coverage] == ["known"]


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("Governor Iva Stroud had nothing to add.", False),
        ("Bankers in Skarn declined to comment.", False),
        (
            "Bankers in Skarn, who lent the builders of the cable car nine million crowns for its masts last year, declined to comment.",
            True,
        ),
    ],
)
def test_that_somebody_says_nothing_is_no_news(text: str, is_news: bool) -> None:
    """Unless the sentence tells of something else too."""
    made = _said_next_day(
        f"Governor Iva Stroud repeated that she opposes a tunnel under the Marn strait. {text}",
        "repeated",
        "she opposes a tunnel under the Marn strait",
    )
    assert bool(developments(made)) is is_news


def test_what_is_new_in_a_repetition_is_told() -> None:
    """Somebody may be said to repeat what no briefing told of."""
    briefing = _said_next_day(
        "Governor Iva Stroud repeated that ferries, cable cars and airships deserve public subsidies beside a tunnel.",
        "repeated",
        "ferries, cable cars and airships deserve public subsidies beside a tunnel",
    )
    assert len(developments(briefing)) == 1


def test_a_line_that_names_nobody_stands_with_the_one_that_does() -> None:
    """A pronoun that opens the news is told with the sentence that it refers to."""
    briefing = next_day(
        "A flood of the Irsel in Bramhope drowned cattle, Mayor Ott Lunde said.",
        "A flood of the Irsel in Bramhope drowned cattle, Mayor Ott Lunde said. He begged neighbouring counties for pumps and barges.",
        title="Mayor begs for pumps",
    )
    (line,) = developments(briefing)
    assert "Lunde" in line
    assert "begged neighbouring counties" in line
    assert all("Lunde" in b.excerpt.text for b in briefing.bottom_line[:1])


def test_what_a_second_document_was_written_for_is_a_line_of_its_story() -> None:
    """However much the first one has to say."""
    memory = brief([document("The tanker Halcyon of the shipping company Trevane burns off Cape Marrow.", "told")], DAY).memory
    fire = document(
        "Tugs reached the tanker Halcyon off Cape Marrow at dawn. Foam was sprayed on her deck for hours. "
        "Two sailors were flown to Port Ash. "
        "Beaches of Cape Marrow were closed to bathers. Smoke drifted over villages. Schools there sent children home.",
        "fire",
        published=NEXT,
        title="Tugs reach tanker Halcyon",
    )
    company = document(
        "The shipping company Trevane of the tanker Halcyon fired its chairman.",
        "company",
        published=NEXT,
        title="Trevane fires chairman",
    )
    briefing = compose([fire, company], [analysis(fire), analysis(company)], NEXT, memory).briefing
    assert len(briefing.bottom_line) <= 4
    assert any("fired its chairman" in line.excerpt.text for line in briefing.bottom_line)
    assert any("Tugs reached" in line.excerpt.text for line in briefing.bottom_line)


def test_a_new_figure_of_the_headline_is_news() -> None:
    """A day that is agreed on anew differs from what was told in nothing else."""
    told = "Osmund and Tarrel will hold their fish summit in Varde on 3 June, both governments said on Monday."
    text = "Osmund and Tarrel will hold their fish summit in Varde on 9 June, both governments said on Tuesday."
    (line,) = developments(next_day(told, text, title="Fish summit set for 9 June"))
    assert "on 9 June" in line
    assert not developments(next_day(told, told, title="Fish summit set for 3 June"))
