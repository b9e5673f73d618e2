"""What looks back on a day that was told of is no news, no turn and no plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing.compose.lookbacks import (
    is_account,
    is_plan_of_before,
    is_said_before,
    looks_back,
    said_before,
    tells_again,
    was_known,
)
from briefing.compose.readings import Reading
from briefing.models import BriefedPosition, Briefing, Interval, Span, TemporalExpression
from tests.compose.documents import DAY, analysis, document, person, position, span
from tests.compose.two_days import compose, on

NEXT, LAST = DAY + timedelta(days=1), DAY + timedelta(days=2)
FLOOD = (
    "The river Tarn flooded the waterworks of Orsk, and soldiers brought drinking water to the town on Tuesday. "
    "Mayor Piet Lund thanked the soldiers on the market square. Hundreds of people waited for them with cups and cans."
)


def reading(text: str, *, title: str | None = None, times: tuple[tuple[str, Interval], ...] = (), published: date = LAST) -> Reading:
    made = document(text, "later", published=published, title=title)
    told = [TemporalExpression(span=span(text, words), value=value, anchor=DAY, grain="day") for words, value in times]
    return Reading(made, analysis(made, times=told))


@pytest.mark.parametrize(
    ("title", "is_account"),
    [
        ("How a minister changed his mind", True),
        ("Why the ferry of Skarn sank", True),
        ("Timeline: the dispute over the pier", True),
        ("The Skarn ferry: what we know", True),
        ("Six flights: how a log caught up with a minister", True),
        ("The Skarn ferry: inside a rescue", True),
        ("Ferry strike: how to get to Skarn", False),
        ("How to get to Skarn", False),
        ("Minister changes his mind", False),
        ("How many ferries will Skarn have?", False),
        ("Whyte wins seat in Skarn", False),
    ],
)
def test_a_headline_may_announce_an_account(title: str, is_account: bool) -> None:
    """How and why something came about is told by what is known; a question of figures is none."""
    assert tells_again(title) is is_account


def test_a_sentence_looks_back_by_its_day_and_in_an_account_without_one() -> None:
    """What is dated to a day since then is of today, and so is what has no day in a report."""
    told = reading("Soldiers brought water on Tuesday.", times=(("Tuesday", on(NEXT)),))
    assert looks_back(told, told.sentences[0], NEXT)
    assert not looks_back(told, told.sentences[0], DAY)
    undated = "Three days lay between the two promises."
    assert not looks_back(reading(undated), reading(undated).sentences[0], NEXT)
    account = reading(undated, title="How the promises were made")
    assert looks_back(account, account.sentences[0], NEXT)
    since = reading("She left on Wednesday.", title="How she left", times=(("Wednesday", on(LAST)),))
    assert not looks_back(since, since.sentences[0], NEXT)


def next_day(text: str, *, title: str, times: tuple[tuple[str, Interval], ...] = ()) -> Briefing:
    """The briefing of a day that tells of the flood again."""
    first = document(FLOOD, "first", published=NEXT, title="Army brings water to Orsk")
    memory = compose([first], [analysis(first)], NEXT, None).memory
    made = reading(text, title=title, times=times)
    return compose([made.document], [made.analysis], LAST, memory).briefing


def test_one_detail_more_of_a_day_that_was_told_of_is_a_quiet_day() -> None:
    """The same words in the same article are news where they are of today."""
    text = "Hundreds of people waited with buckets, kettles and bottles for the soldiers who brought drinking water on Tuesday."
    quiet = next_day(text, title="Orsk after the flood", times=(("Tuesday", on(NEXT)),))
    assert not quiet.changes and quiet.notice is not None and quiet.notice.startswith("Nothing new")
    fresh = text.replace("Tuesday", "Wednesday")
    assert next_day(fresh, title="Orsk after the flood", times=(("Wednesday", on(LAST)),)).notice is None
    untold = "Soldiers in Orsk had found forgotten paintings in a cellar below the flooded waterworks on Tuesday."
    assert next_day(untold, title="Treasure in Orsk", times=(("Tuesday", on(NEXT)),)).changes


def test_what_an_article_goes_through_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its sentences is put beside the last day told, and none of them reads all others again."""
    times = tuple((f"Day {n}", on(DAY - timedelta(days=9 - n))) for n in range(1, 9))
    made = reading(" ".join(f"Day {n} brought more rain to the mill of Orsk." for n in range(1, 9)), times=times)
    asked: list[str] = []
    body = made.body

    def told(read: Reading) -> tuple[Span, ...]:
        asked.append(read.document.name)
        return body

    monkeypatch.setattr(Reading, "body", property(told))
    assert all(looks_back(made, s, NEXT) for s in body) and is_account(made, NEXT)
    assert len(asked) == 1


def test_a_quotation_is_known_by_whole_words() -> None:
    """ "The mill" is not in "the millpond"."""
    text = "Ada Renn said: “We will never sell the mill.”"
    made = document(text, "mill", published=LAST)
    read = analysis(
        made,
        actors=[person(made, "Ada Renn")],
        positions=[position(text, "Ada Renn", "said", "We will never sell the mill", kind="commitment", quoted=True)],
    )
    (item,) = _positions(Reading(made, read))
    assert item.quoted
    told = [said_before([(DAY, f"We will never sell the {what}, she said.")]) for what in ("mill", "millpond")]
    assert [was_known(Reading(made, read), item, known) for known in told] == [True, False]


def held(text: str, cue: str, content: str, when: str, value: Interval) -> bool:
    """Whether what is held in a text was said before Wednesday."""
    made = document(text, "held", published=LAST)
    told = TemporalExpression(span=span(text, when), value=value, anchor=DAY, grain="day")
    read = analysis(
        made,
        actors=[person(made, "Ada Renn")],
        positions=[position(text, "Ada Renn", cue, content, kind="statement")],
        times=[told],
    )
    (item,) = (p for p in _positions(Reading(made, read)))
    return is_said_before(Reading(made, read), item, LAST)


def _positions(made: Reading) -> list[BriefedPosition]:
    return list(compose([made.document], [made.analysis], LAST, None).briefing.positions)


def test_what_was_said_before_is_dated_where_it_begins_or_behind_its_verb() -> None:
    """A day that belongs to something else dates nothing."""
    content = "the works of Orsk would close for good"
    assert held(f"On Monday Ada Renn insisted that {content}.", "insisted", content, "Monday", on(DAY))
    assert held(
        f"Ada Renn insisted in April that {content}.", "insisted", content, "April", Interval(start=date(2030, 4, 1), end=date(2030, 4, 30))
    )
    assert not held(f"Ada Renn, who came to Orsk in April, insisted that {content}.", "insisted", content, "April", on(DAY))


@pytest.mark.parametrize(
    ("before", "is_past"),
    [
        ("Three days lay between Dora Felt's vow to ", True),
        ("Three days lay between Dora Felt's vow to shut the school in 2035 and her promise to ", True),
        ("The minister gave up her plan to ", True),
        ("The firm went back on its promise to ", True),
        ("The minister repeated her promise to ", False),
        ("The deal between Norve and Halm includes a promise to ", False),
        ("The talks between Norve and Halm are about a plan to ", False),
    ],
)
def test_a_plan_is_told_of_as_past(before: str, is_past: bool) -> None:
    """What was dropped, or stands between two dates, is nobody's plan; a deal between two is not."""
    assert is_plan_of_before(before) is is_past


PLANE = (
    "Transport minister Hedda Voss has flown six times in the plane of the builder Karl Munk without paying, the Gazette has learned. "
    "Munk has built 420 houses. The treasurer of her party, Udo Bast, supports her. "
    "Prosecutors have opened an inquiry, and Voss denies any wrongdoing."
)


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("Voss never paid for the six times that she sat in the plane of the builder Karl Munk.", False),
        ("Voss has paid for the six times that she sat in the plane of the builder Karl Munk.", True),
        ("The treasurer of her party, Udo Bast, is in favour of her.", False),
        ("Karl Munk is the builder of four hundred and twenty houses.", False),
        ("The builder Karl Munk is in favour of an inquiry and will hand over his books.", True),
    ],
)
def test_what_is_told_again_in_other_words_is_no_news(text: str, is_news: bool) -> None:
    """Who flew "without paying" never paid; who "is in favour" is who "supports". What turns it round, or another supporter, is news."""
    first = document(PLANE, "plane", published=NEXT, title="Minister Hedda Voss flew free with builder Karl Munk")
    memory = compose([first], [analysis(first)], NEXT, None).memory
    again = document(f"{text} Prosecutors have opened an inquiry.", "again", published=LAST, title="Hedda Voss and the plane of Karl Munk")
    assert bool(compose([again], [analysis(again)], LAST, memory).briefing.changes) is is_news


@pytest.mark.parametrize("title", ["Profile: Ida Lund, who counted cups", "Explainer: where the water went", "Fact box: the Tarn in flood"])
def test_what_a_label_calls_an_account_is_one(title: str) -> None:
    """Whatever it tells of a life or of how things hang together."""
    made = reading("She learned to swim in a well, where as a girl she dived for spoons.", title=title)
    assert is_account(made, NEXT) and looks_back(made, made.sentences[0], NEXT)


def test_an_article_that_goes_through_the_days_is_an_account() -> None:
    """From one gone by to the last that was told; of one that has a day since, or opens with the last, it is not known."""
    before = DAY - timedelta(days=1)
    times = (("Monday", on(before)), ("Tuesday", on(DAY)), ("Wednesday", on(NEXT)))
    text = "On Monday the river rose. On Tuesday it broke the dam of Orsk. On Wednesday soldiers came. Candles burn on the dam."
    assert is_account(reading(text, times=times, title="The longest week of Orsk"), NEXT)
    assert not is_account(reading(text, times=(*times[:2], ("Wednesday", on(LAST))), title="The longest week of Orsk"), NEXT)
    news = "Soldiers left Orsk after the flood. On Monday the river rose. On Tuesday it broke the dam. On Wednesday soldiers came."
    assert not is_account(reading(news, times=times, title="Soldiers leave Orsk"), NEXT)
