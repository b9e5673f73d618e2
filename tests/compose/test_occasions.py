"""An event to which sources give several days is one step: with all of them, until one stands; and it stays one when it is moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from briefing.compose import Assembled, Memory
from briefing.compose.events import may_be_moved
from briefing.compose.occasions import sets_another_day
from briefing.models import BriefedStep, Briefing, Document, Interval, NextStep, TemporalExpression
from briefing.render import render_calendar
from tests.compose.documents import DAY, analysis, document, span
from tests.compose.two_days import compose, on, step

#: each outlet begins in its own way, so that none reprints another
OPENINGS = (
    "The islands of Tarn and Osk have quarrelled over herring for years. ",
    "Nets lay drying on the piers of Osk while deputies of Tarn argued about the catch of herring. ",
    "Herring has become dear in every market from Osk to the north of Tarn since the cold winter. ",
    "A quarter of all families on Osk and on Tarn live by the shoals that pass in spring. ",
    "Canneries in Tarn have shut two lines, and skippers of Osk sail with half a crew. ",
)


#: an article with the step that it announces and its days
Assembly = tuple[Document, NextStep | None, list[TemporalExpression]]


def may(day: int) -> Interval:
    return on(date(2030, 5, day))


def told(
    sentence: str, days: dict[str, Interval], name: str, *, outlet: str, plan: str | None, published: date = DAY
) -> tuple[Document, NextStep | None, list[TemporalExpression]]:
    """An article of one outlet whose last sentence has days, and announces a step on the first of them if ``plan`` is given."""
    made = document(
        f"{OPENINGS[sum(map(ord, outlet)) % len(OPENINGS)]}{sentence}",
        name,
        outlet=outlet,
        published=published,
        title="Tarn and Osk quarrel over herring",
    )
    times = [TemporalExpression(span=span(made.text, w), value=v, anchor=published, grain="day") for w, v in days.items()]
    first = next(iter(days.items()), None)
    announced = step(made.text, plan, first[0], first[1]) if plan is not None and first is not None else None
    return made, announced, times


def read(articles: list[tuple[Document, NextStep | None, list[TemporalExpression]]], day: date, memory: Memory | None) -> Assembled:
    analyses = [analysis(made, steps=[s] if s is not None else [], times=times) for made, s, times in articles]
    return compose([made for made, _, _ in articles], analyses, day, memory)


def disputed() -> Assembled:
    """A first day on which three outlets give one summit three days."""
    plans = (
        ("The leaders of Tarn and Osk will hold a summit on herring quotas in Bell Harbour on 14 May.", "14 May", 14),
        ("Chancellor Ivo Brand of Osk will meet the premier of Tarn in Bell Harbour on 15 May for a summit on herring.", "15 May", 15),
        ("The herring summit of Tarn and Osk will be held in Bell Harbour on 16 May.", "16 May", 16),
    )
    articles = [told(text, {when: may(day)}, f"n{day}", outlet=f"Outlet {day}", plan=text.removesuffix(".")) for text, when, day in plans]
    return read(articles, DAY, None)


def only_step(briefing: Briefing) -> BriefedStep:
    (found,) = (*briefing.next_steps, *briefing.more_steps)
    return found


def days_of(item: BriefedStep) -> list[int]:
    return [d.start.day for d in (item.value, *item.other_days) if d is not None]


def test_one_summit_on_three_days_is_one_step_with_all_of_them() -> None:
    """Its event in the calendar is tentative, and says that the sources differ; the disagreement has each of them."""
    made = disputed().briefing
    assert days_of(only_step(made)) == [14, 15, 16]
    (dispute,) = made.disagreements
    assert dispute.about == "the date" and len({c.source for _, c in dispute.sides}) == 3
    calendar = render_calendar(made).decode().replace("\r\n ", "")
    assert calendar.count("BEGIN:VEVENT") == 1 and "STATUS:TENTATIVE" in calendar
    assert "Sources differ on the day: 14 May 2030 or 15 May 2030 or 16 May 2030" in calendar


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Tarn and Osk confirmed that their herring summit would be held in Bell Harbour on 15 May.", [15]),
        ("Organisers confirmed that the herring summit would be held in Bell Harbour on 15 May.", [15]),
        ("The herring summit will be held in Bell Harbour on 15 May, not on 14 May.", [15]),
        (
            "Reports of another date were false, said a deputy who confirmed that the herring summit would be in Bell Harbour on 15 May.",
            [15],
        ),
        ("The herring summit will be held in Bell Harbour on 15 May.", [14, 15, 16]),
        ("It has not been confirmed that the herring summit will be held in Bell Harbour on 15 May.", [14, 15, 16]),
        ("A hotelier confirmed that the herring summit would be held in Bell Harbour on 15 May.", [14, 15, 16]),
    ],
)
def test_who_holds_it_says_which_day_stands(sentence: str, days: list[int]) -> None:
    """The event in the calendar keeps its UID and is told anew; what anybody else says once more settles nothing."""
    first, tomorrow = disputed(), DAY + timedelta(days=1)
    plan = sentence.split("that ")[-1].removesuffix(".")
    times = {"15 May": may(15)} | ({"14 May": may(14)} if "14 May" in sentence else {})
    second = read([told(sentence, times, "later", outlet="Outlet 9", plan=plan, published=tomorrow)], tomorrow, first.memory)
    (known,) = (s.step for s in second.memory.steps)
    assert known.id == only_step(first.briefing).id and days_of(known) == days
    assert (known.sequence > 0) == (days == [15])


def test_what_is_called_off_is_off_on_all_its_days_and_comes_back_as_the_same_event() -> None:
    """With the new day that it has when it is held after all."""
    first = disputed()
    day, off = DAY + timedelta(days=1), "Chancellor Ivo Brand called off the herring summit in Bell Harbour that was planned for 15 May."
    second = read([told(off, {"15 May": may(15)}, "off", outlet="Outlet 9", plan=None, published=day)], day, first.memory)
    assert only_step(second.briefing).status == "called off"
    assert "STATUS:CANCELLED" in render_calendar(second.briefing).decode()
    back = "Tarn and Osk will hold their herring summit in Bell Harbour after all, on 18 May."
    day += timedelta(days=1)
    third = read([told(back, {"18 May": may(18)}, "on", outlet="Outlet 7", plan=back.removesuffix("."), published=day)], day, second.memory)
    item = only_step(third.briefing)
    assert (item.id, days_of(item), item.status) == (only_step(first.briefing).id, [18], "rescheduled")
    assert item.sequence == only_step(second.briefing).sequence + 1


def announced(sentence: str, day: int = 15) -> Memory:
    """What is known after a first article that announces something on a day of May."""
    return read([told(sentence, {f"{day} May": may(day)}, "first", outlet="Gazette", plan=sentence.removesuffix("."))], DAY, None).memory


@pytest.mark.parametrize(
    ("first", "second", "days", "previous"),
    [
        ("The fishermen of Osk will strike on 15 May.", "The stoppage would begin on 22 May, not on 15 May, to allow talks.", [22], 15),
        ("The fishermen of Osk will strike on 15 May.", "The strike of the gas workers would begin on 22 May.", [15], None),
        (
            "Premier Una Vell will visit the island of Tarn on 15 May to honour sailors who drowned there.",
            "Una Vell will visit Tarn on 16 May to honour sailors who drowned there, her office said.",
            [15, 16],
            None,
        ),
        (
            "The herring board of Osk will meet in the town hall on 15 May.",
            "The herring board of Osk will meet in the town hall on 16 May.",
            [15],
            None,
        ),
    ],
)
def test_a_later_article_gives_a_step_another_day(first: str, second: str, days: list[int], previous: int | None) -> None:
    """A new one where it says that the old one is not it; one more where what happens once is told in the same words; else its own."""
    memory, tomorrow = announced(first), DAY + timedelta(days=1)
    when = {m: may(int(m[:2])) for m in ("22 May", "16 May", "15 May") if m in second}
    later = told(second, when, "later", outlet="Courier", plan=second.split(", ")[0].removesuffix("."), published=tomorrow)
    known = [s.step for s in read([later], tomorrow, memory).memory.steps]
    (item,) = (s for s in known if s.id == memory.steps[0].step.id)
    assert days_of(item) == days and (item.previous.start.day if item.previous else None) == previous
    assert len(known) == (2 if days == [15] else 1)


def march(sentence: str, days: Sequence[int], name: str, published: date, *, outlet: str, plan: str) -> Assembly:
    """As `told`, with days of March."""
    return told(sentence, {f"{d} March": on(date(2030, 3, d)) for d in days}, name, outlet=outlet, plan=plan, published=published)


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("The cannery of Tarn will reopen on 16 March, and not on 14 March, its owner said.", [16]),
        ("It will reopen on 16 March, not on 14 March.", [16]),
        ("The cannery of Tarn will reopen on 16 March. The day of 14 March that had been reported was a mistake.", [16]),
        ("It said that 14 March, a day that was named before, was wrong. The cannery of Tarn will reopen on 16 March.", [16]),
        ("The cannery of Tarn will reopen on 16 March. Its owner was wrong about the rent on 14 March.", [14, 16]),
        ("The cannery of Tarn will reopen on 16 March. The claim that 14 March was not a mistake was heard too.", [14, 16]),
    ],
)
def test_a_day_in_march_is_no_march_and_one_that_is_wrong_does_not_stand(sentence: str, stands: list[int]) -> None:
    """One opening with two days is one step, though marches are held again and again; what settles it is news, and names what it is of."""
    first, second = "The cannery of Tarn will reopen on 14 March", "The cannery of Tarn will reopen on 16 March"
    day = date(2030, 3, 4)
    articles = [
        march(f"{first}, its owner said.", [14], "one", day, outlet="Gazette", plan=first),
        march(f"{second}, according to its owner.", [16], "two", day, outlet="Herald", plan=second),
    ]
    known = read(articles, day, None)
    assert days_of(only_step(known.briefing)) == [14, 16]
    day += timedelta(days=1)
    plan = next(s for s in sentence.split(". ") if "will reopen" in s).split(", ")[0].removesuffix(".")
    then = told(
        f"Nets were mended at the cannery of Tarn. {sentence}",
        {"16 March": on(date(2030, 3, 16)), "14 March": on(date(2030, 3, 14))},
        "three",
        outlet="Courier",
        plan=plan,
        published=day,
    )
    made = read([then], day, known.memory)
    (item,) = (s.step for s in made.memory.steps)
    assert days_of(item) == stands
    if stands == [16]:
        assert "cannery" in item.excerpt.text
        (change,) = made.briefing.changes
        assert change.kind == "development" and change.after is not None and "16 March" in change.after.text


def test_talks_that_one_calls_off_and_another_gives_a_new_day_are_one_event() -> None:
    """With both told; the words that were said before keep the day on which they were reported."""
    memory, day = announced("The talks on the herring treaty of Tarn and Osk will be held on 15 May."), DAY + timedelta(days=2)
    off = "The talks on the herring treaty of Tarn and Osk planned for 15 May were called off."
    new = "The talks on the herring treaty of Tarn and Osk would be held on 20 May."
    articles = [
        told(off, {"15 May": may(15)}, "off", outlet="Courier", plan=None, published=day),
        told(new, {"20 May": may(20)}, "new", outlet="Herald", plan=new.removesuffix("."), published=day),
    ]
    made = read(articles, day, memory)
    item = only_step(made.briefing)
    assert (item.id, days_of(item), item.sequence) == (memory.steps[0].step.id, [20], 1)
    (change,) = (c for c in made.briefing.changes if c.kind == "rescheduled")
    assert (change.before_date, change.after_date) == (DAY, day)
    assert "whether it will be held" in [d.about for d in made.briefing.disagreements]
    day += timedelta(days=1)
    last = "The talks on the herring treaty of Tarn and Osk planned for 20 May were called off."
    third = read([told(last, {"20 May": may(20)}, "last", outlet="Courier", plan=None, published=day)], day, made.memory)
    (change,) = (c for c in third.briefing.changes if c.kind == "called off")
    assert change.before_date == day - timedelta(days=1)


def test_what_was_called_off_is_off_in_other_words_too() -> None:
    """A walkout is the strike of its day."""
    memory = announced("The fishermen of Osk will strike over quotas on 15 May.")
    day, walk = DAY + timedelta(days=1), "Crews on Osk will walk out on 15 May over quotas."
    memory = read(
        [told(walk, {"15 May": may(15)}, "walk", outlet="Herald", plan=walk.removesuffix("."), published=day)], day, memory
    ).memory
    off, day = "The fishermen of Osk called off their strike over quotas on 15 May.", day + timedelta(days=1)
    third = read([told(off, {"15 May": may(15)}, "off", outlet="Courier", plan=None, published=day)], day, memory)
    assert {s.step.status for s in third.memory.steps} == {"called off"}


@pytest.mark.parametrize(
    ("effect", "status"),
    [
        ("Cutters between Tarn and Osk will lie idle on 15 May", "called off"),
        ("No cutter will leave Bell Harbour on 15 May", "called off"),
        ("Clinics on Osk will treat emergencies only on 15 May", "called off"),
        ("The sluice at Tarn will be closed for repairs on 15 May", "coming"),
        ("Pilots on Osk will strike on 15 May", "coming"),
        ("Schools on Osk will be closed on 15 May", "called off"),
        ("No verdict on the herring treaty will be delivered on 15 May", "coming"),
        ("Chancellor Ivo Brand will not leave the Herring Party on 15 May", "coming"),
        ("The museum of nets on Osk will be closed on 15 May", "coming"),
        ("The warden of schools on Osk will not go to Tarn on 15 May", "coming"),
    ],
)
def test_what_a_strike_would_stop_goes_with_it(effect: str, status: str) -> None:
    """What stands still on its day in other words, and is said once; not what is shut for a reason of its own, nor another trade's.

    Nor what no strike stops: a verdict, a party's member, a museum.
    """
    strike = "The herring packers have called a strike for 15 May."
    articles = [
        told(strike, {"15 May": may(15)}, "strike", outlet="Gazette", plan="a strike for 15 May"),
        told(f"{effect}.", {"15 May": may(15)}, "effect", outlet="Herald", plan=effect),
    ]
    first, day = read(articles, DAY, None), DAY + timedelta(days=1)
    off = "The herring packers called off their strike that was set for 15 May."
    then = read([told(off, {"15 May": may(15)}, "off", outlet="Courier", plan=None, published=day)], day, first.memory)
    assert {s.step.excerpt.text: s.step.status for s in then.memory.steps}[effect] == status
    assert [c.kind for c in then.briefing.changes].count("called off") == 1


def test_another_trades_strike_is_not_called_off() -> None:
    """The teachers' is not the drivers', though both are of one day and town."""
    memory, day = announced("Bus drivers on Osk will strike on 15 May."), DAY + timedelta(days=1)
    off = "The League of Teachers has called off its strike of 15 May on Osk."
    then = read([told(off, {"15 May": may(15)}, "off", outlet="Courier", plan=None, published=day)], day, memory)
    assert {s.step.status for s in then.memory.steps if s.step.excerpt.text.startswith("Bus")} == {"coming"}


@pytest.mark.parametrize(
    ("plan", "off"),
    [
        (
            "The judge will rule on the herring quotas on 15 May.",
            "The ruling on the herring quotas was postponed to 20 May because a lawyer fell ill.",
        ),
        (
            "The bus drivers of Osk will strike on 15 May.",
            "The strike on Osk of 15 May was postponed to 20 May after nurses had asked for it.",
        ),
    ],
)
def test_who_is_only_why_an_event_is_moved_makes_it_no_other(plan: str, off: str) -> None:
    """A ruling is not the lawyer's who fell ill, nor a strike the nurses' after whose plea it is moved."""
    assert may_be_moved(plan, off)
    assert not may_be_moved("The bus drivers of Osk will strike on 15 May.", "The strike of the nurses was postponed to 20 May.")
    assert may_be_moved("The stewards of Osk will strike on 15 May.", "The strike of the steward was postponed, a fishermonger said.")


def test_what_somebody_did_on_a_day_is_no_day_that_is_wrong() -> None:
    """Only what is said of the day itself moves a date; "may" is none."""
    before = "The cannery of Tarn will reopen on 14 March"
    assert sets_another_day(before, "The day of 14 March that had been reported was a mistake")
    assert sets_another_day(before, "Reports of 14 March were wrong")
    assert sets_another_day(before, "He said that 14 March, which was named on Sunday, was a misprint")
    assert not sets_another_day(before, "The levy on herring which he proposed on Monday was a mistake")
    assert not sets_another_day(before, "What the levy may bring in was wrong")
    assert not sets_another_day(before, "On Monday the levy on herring was a mistake")
    assert not sets_another_day("The levy on herring is fair", "Monday was a mistake")


def test_a_strike_that_is_read_again_in_what_calls_it_off_has_one_line() -> None:
    """ "Called off a strike set for 15 May" announces none."""
    memory, day = announced("The fishermen of Osk will walk out over quotas on 15 May."), DAY + timedelta(days=1)
    off = "The fishermen of Osk called off a strike over quotas set for 15 May."
    plan = "a strike over quotas set for 15 May"
    then = read([told(off, {"15 May": may(15)}, "off", outlet="Courier", plan=plan, published=day)], day, memory)
    assert [s.step.status for s in then.memory.steps] == ["called off"]
    assert [c.kind for c in then.briefing.changes].count("called off") == 1


def test_a_title_in_the_calendar_has_no_day_that_is_not_its_own() -> None:
    """What was to be on Wednesday and is put off to a Monday is not titled with Wednesday."""
    memory, day = announced("The handover of the lighthouse of Osk will take place on 15 May."), DAY + timedelta(days=1)
    text = "The handover of the lighthouse of Osk that was to take place on 15 May has been put off to 20 May."
    moved = told(text, {"15 May": may(15), "20 May": may(20)}, "moved", outlet="Courier", plan=None, published=day)
    calendar = render_calendar(read([moved], day, memory).briefing).decode().replace("\r\n ", "")
    (title,) = (line for line in calendar.split("\r\n") if line.startswith("SUMMARY"))
    assert "15 May" not in title and title.endswith("that was to take place has been put off to 20 May.")
