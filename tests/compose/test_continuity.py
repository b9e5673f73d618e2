"""From one briefing to the next: news is told once, a change with both its texts, a step until it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from briefing.compose import check_evidence, decode_memory, encode_memory
from briefing.models import BriefedStep, Briefing, Change, Interval
from briefing.render import read_briefing, render_calendar, render_json
from tests.compose.documents import DAY, analysis, document, person, position
from tests.compose.two_days import FIRST, NEXT, SECOND, compose, first_analysis, first_day, on, second_analysis, second_day, step


@pytest.fixture(scope="module")
def second() -> Briefing:
    return second_day(first_day().memory).briefing


def change(made: Briefing, kind: str) -> Change:
    (found,) = (c for c in made.changes if c.kind == kind)
    return found


def named(made: Briefing, words: str) -> BriefedStep:
    (found,) = (s for s in made.next_steps if words in s.excerpt.text)
    return found


def events(made: Briefing) -> dict[str, tuple[str, int, date]]:
    """The calendar's events by UID: status, sequence, first day."""
    calendar = Calendar.from_ical(render_calendar(made))
    return {str(e["uid"]): (str(e["status"]), int(str(e["sequence"])), e.decoded("dtstart")) for e in calendar.walk("VEVENT")}


def test_the_first_briefing_has_only_news() -> None:
    """Without a memory everything is new and nothing has changed."""
    made = first_day().briefing
    assert not made.changes and made.notice is None
    assert {p.novelty for p in made.positions} == {s.novelty for s in made.next_steps} == {"new"}


def test_what_was_reported_is_no_news_again() -> None:
    """The same article on the next day: a short briefing that says how many documents were read and what is due."""
    made = first_day(first_day().memory, days=1).briefing
    assert made.notice == ("Nothing new was found in one document since the briefing of 6 May 2030. Next steps due in the coming days: 2.")
    assert not (made.positions or made.bottom_line or made.stories or made.changes)
    assert [(s.status, s.novelty, s.first_reported) for s in made.next_steps] == [("due soon", "known", DAY)] * 2
    (entry,) = made.coverage
    assert entry.reason == "known" and entry.detail == "adds nothing to “Westmark plans a timber tax”, first reported 6 May 2030"


def test_a_day_without_a_document_says_what_is_due() -> None:
    """Nothing came: the notice says since when."""
    made = compose((), (), DAY + timedelta(days=1), first_day().memory).briefing
    assert made.notice == "No new document could be read since the briefing of 6 May 2030. Next steps due in the coming days: 2."
    assert len(made.next_steps) == 2


def test_a_development_says_what_is_new_and_when_the_story_began(second: Briefing) -> None:
    """Beside the sentence that the story was first told with."""
    found = change(second, "development")
    assert found.subject == "Westmark plans a timber tax"
    assert found.before is not None and found.before.text == "The government of Westmark sent its bill on the timber tax to the chamber."
    assert found.before_date == DAY
    assert found.after is not None and found.after.document == SECOND[0].id
    assert "bill on the timber tax to the chamber" not in " ".join(line.excerpt.text for line in second.bottom_line)


def test_an_older_document_that_comes_later_is_no_day_before_what_was_told() -> None:
    """What was first told on a day stands without it beside a sentence of an earlier one."""
    late = tuple(replace(d, published=DAY - timedelta(days=2)) for d in SECOND)
    found = change(compose(late, [second_analysis()], NEXT, first_day().memory).briefing, "development")
    assert (found.before is not None, found.before_date, found.after_date) == (True, None, DAY - timedelta(days=2))


def test_who_changes_sides_is_shown_with_both_texts_and_dates(second: Briefing) -> None:
    """Against on one day, for on the other."""
    found = change(second, "reversed")
    assert found.subject == "Bram Oldcastle"
    assert found.before is not None and found.before.text == "opposed the timber tax and the new forest office"
    assert found.after is not None and found.after.text == "the timber tax and the new forest office"
    assert (found.before_date, found.after_date) == (DAY, NEXT)
    assert len({c.source for c in found.citations}) == 2


def test_who_asks_for_more_in_so_many_words_sharpens(second: Briefing) -> None:
    """The document says that she stepped up her tone."""
    found = change(second, "sharpened")
    assert found.subject == "Lena Marlow"
    assert found.before is not None and "ten crowns" in found.before.text
    assert found.after is not None and "twelve crowns" in found.after.text


def test_another_actor_or_another_issue_is_no_change() -> None:
    """Tom Quill's support of the tax says nothing of Oldcastle, and Oldcastle's of a bridge nothing of the tax."""
    text = (
        "Tom Quill supported the timber tax and the new forest office. "
        "Bram Oldcastle supported the bridge over the river at Helm with much applause. "
        "The government of Westmark sent its bill on the timber tax to the chamber with a new clause on paper mills."
    )
    made = document(text, "other", published=NEXT)
    held = [
        position(text, "Tom Quill", "supported", "the timber tax and the new forest office", kind="support"),
        position(text, "Bram Oldcastle", "supported", "the bridge over the river at Helm with much applause", kind="support"),
    ]
    read = analysis(made, actors=[person(made, "Tom Quill"), person(made, "Bram Oldcastle")], positions=held)
    briefed = compose([made], [read], NEXT, first_day().memory).briefing
    assert [c.kind for c in briefed.changes if c.kind in ("sharpened", "softened", "reversed")] == []
    assert {p.novelty for p in briefed.positions} == {"new"}


def turns(text: str, cue: str, content: str, title: str = "The bill", *, actor: str = "Bram Oldcastle", **more: object) -> list[str]:
    """How somebody turns, by a later article: Oldcastle had opposed the timber tax, Marlow had wanted a higher one."""
    background = " The government of Westmark sent its bill on the timber tax to the chamber with a new clause on paper mills."
    made = document(text + background, "turns", published=NEXT, title=title)
    held = position(made.text, actor, cue, content, **more)
    read = analysis(made, actors=[person(made, actor)], positions=[held])
    found = compose([made], [read], NEXT, first_day().memory).briefing.changes
    return [c.kind for c in found if c.kind in ("sharpened", "softened", "reversed")]


def test_the_sentence_that_tells_of_a_turn_is_cited() -> None:
    """Beside those of both texts, where it is another."""
    text = (
        "Lena Marlow demanded that the timber tax be raised to fourteen crowns. The last reading of the bill is in June. "
        "It was the second time that Marlow stepped up her tone over the forest office of Westmark."
    )
    made = document(text, "tone", published=NEXT, title="The bill")
    held = position(text, "Lena Marlow", "demanded", "that the timber tax be raised to fourteen crowns")
    briefed = compose([made], [analysis(made, actors=[person(made, "Lena Marlow")], positions=[held])], NEXT, first_day().memory)
    found = change(briefed.briefing, "sharpened")
    cited = {q.text for s in briefed.briefing.sources for q in s.sentences for c in found.citations if c.sentence == q.key}
    assert {text.split(". ")[0] + ".", text.split(". ")[2]} < cited and len(cited) == 3


def test_a_headline_alone_shows_no_turn_between_texts_that_share_nothing() -> None:
    """The word "softens" of a headline is no change of two texts on different things; beside the position itself it is one."""
    said = "Bram Oldcastle praised the brass band of Helm on its hundredth birthday."
    asked = "Bram Oldcastle asked for a smaller levy on planks, and softened his tone."
    assert turns(said, "praised", "the brass band of Helm on its hundredth birthday", "Oldcastle softens", kind="statement") == []
    assert turns(asked, "asked", "a smaller levy on planks") == ["softened"]


def test_nobody_gives_way_by_a_refusal() -> None:
    """Neither where a concession is what is refused, nor where a tone is eased beside a new refusal."""
    refused = "Bram Oldcastle rejected any concession on the sawmills of the north and its jobs."
    assert turns(refused, "rejected", "any concession on the sawmills of the north and its jobs", kind="opposition") == []
    eased = "Lena Marlow opposed a fund for the sawmills of the north, and eased her tone."
    assert turns(eased, "opposed", "a fund for the sawmills of the north", actor="Lena Marlow", kind="opposition") == []


@pytest.mark.parametrize(
    ("cue", "content", "kind", "expected"),
    [
        ("demanded", "that the timber tax be raised to fourteen crowns", "demand", ["sharpened"]),
        ("demanded", "that the timber tax be raised to nine crowns", "demand", ["softened"]),
        ("said", "that she would settle for a timber tax of eight crowns", "statement", ["softened"]),
        ("dropped her demand", "that the timber tax be raised to ten crowns", "demand", ["softened"]),
        ("demanded", "that the timber tax not be raised", "demand", ["reversed"]),
        ("warned", "that her party would leave the government unless the timber tax was raised", "warning", ["sharpened"]),
        ("demanded", "that the timber tax be raised to ten crowns at last", "demand", []),
        ("said", "that the timber tax had brought fourteen crowns", "statement", []),
        ("demanded", "that the foresters be paid fourteen crowns for each log", "demand", []),
        ("demanded", "that the timber tax be raised in nine towns", "demand", []),
    ],
)
def test_who_moves_without_saying_so(cue: str, content: str, kind: str, expected: list[str]) -> None:
    """By the figure that she asks for, by what she now denies, by a threat that she adds; not by a figure of something else."""
    assert turns(f"Lena Marlow {cue} {content}.", cue, content, actor="Lena Marlow", kind=kind) == expected


def test_what_is_denied_of_another_thing_is_no_turn() -> None:
    """Not to tax the mills is not to tax no timber; and who says the opposite of the same thing has turned."""
    assert turns("Bram Oldcastle said that the mills would not pay.", "said", "that the mills would not pay", kind="statement") == []
    for text, kind in (("backed the timber tax", "support"), ("rejected the timber tax", "opposition")):
        cue = text.split()[0]
        assert turns(f"Bram Oldcastle {text}.", cue, "the timber tax", kind=kind) == (["reversed"] if kind == "support" else [])


def test_a_step_is_done_when_a_document_says_so(second: Briefing) -> None:
    """With the sentence, and as the same step."""
    found = change(second, "done")
    assert found.after is not None and found.after.text == "The chamber voted on the timber tax on Wednesday."
    done = named(second, "will vote on the timber tax")
    assert (done.status, done.first_reported, done.sequence) == ("done", DAY, 1)
    assert done.id == named(first_day().briefing, "will vote on the timber tax").id


def test_what_is_called_off_is_cancelled_in_the_calendar(second: Briefing) -> None:
    """The same event with a higher sequence, not a second one."""
    first = events(first_day().briefing)
    update = events(second)
    uid = f"{named(second, 'hearing of the foresters').id}@briefing"
    assert first[uid] == ("CONFIRMED", 0, date(2030, 5, 15))
    assert update[uid] == ("CANCELLED", 1, date(2030, 5, 15))
    assert len(update) == len([s for s in (*second.next_steps, *second.later_steps) if s.value is not None])


def test_a_calendar_keeps_what_is_far_off_and_named_by_no_document_of_the_day() -> None:
    """The same event, unchanged; a calendar that follows the file would else lose it. No page names it, nor counts it as left out."""
    first = first_day()
    before = {uid: event for uid, event in events(first.briefing).items() if event[2] > NEXT + timedelta(days=7)}
    quiet = compose((), (), NEXT, first.memory)
    check_evidence(quiet.briefing, (), first.memory)
    assert {s.status for s in quiet.briefing.later_steps} == {"coming"} and not quiet.briefing.more_steps
    assert len(before) == 1 and before.items() <= events(quiet.briefing).items()
    assert not {s.id for s in quiet.briefing.later_steps} & {s.id for s in quiet.briefing.next_steps}
    assert read_briefing(render_json(quiet.briefing)).later_steps == quiet.briefing.later_steps


def test_the_calendar_hears_of_every_step_that_is_settled_whatever_the_length() -> None:
    """A briefing of few words names those that were done or called off, and those that are late."""
    made = compose(SECOND, [second_analysis()], NEXT, first_day().memory, words=20).briefing
    assert {s.status for s in made.next_steps} == {"done", "called off", "overdue"}
    assert ("CANCELLED", 1, date(2030, 5, 15)) in events(made).values()


@pytest.mark.parametrize("words", [1, 20, 1500])
def test_what_is_due_stands_and_the_calendar_has_all_steps_whatever_the_length(words: int) -> None:
    """The others are counted as left out, with the sentences that they rest on; with room enough none is."""
    made = compose(FIRST, [first_analysis()], DAY, None, words=words)
    shown, left = ([s.excerpt.text for s in steps] for steps in (made.briefing.next_steps, made.briefing.more_steps))
    assert len(events(made.briefing)) == len(shown) + len(left) == 4
    assert [s.status for s in made.briefing.next_steps[:2]] == ["due soon"] * 2
    assert len(left) == (0 if words > 1000 else 2)
    assert all(s.citations for s in made.briefing.more_steps)
    check_evidence(made.briefing, FIRST)
    # and on a later day they are still not reported
    known = {k.step.excerpt.text: k.step.first_reported for k in made.memory.steps}
    assert all(known[text] is None for text in left) and all(known[text] == DAY for text in shown)


def test_of_very_many_steps_that_are_due_the_first_stand() -> None:
    """Those of the next days; the calendar has the others too."""
    text = " ".join(f"{c}{v}ford will meet {c}{v}rton on Wednesday." for c in "BCDFGHK" for v in "aeiou")
    made = document(text, "many")
    sentences = text.removesuffix(".").split(". ")
    steps = [step(text, s, "Wednesday", on(DAY + timedelta(days=2))) for s in sentences]
    briefed = compose([made], [analysis(made, steps=steps)], DAY, None, words=30).briefing
    assert (len(briefed.next_steps), len(events(briefed))) == (20, 35)


def test_what_nobody_did_in_time_is_overdue(second: Briefing) -> None:
    """Named as a change on the first day, carried for a week, then only remembered."""
    assert change(second, "overdue").before_date == DAY
    assert named(second, "forest accounts").status == "overdue"
    later = compose((), (), NEXT + timedelta(days=1), second_day(first_day().memory).memory)
    assert named(later.briefing, "forest accounts").status == "overdue"
    assert not later.briefing.changes
    last = compose((), (), NEXT + timedelta(days=8), later.memory)
    assert not last.briefing.next_steps
    assert "overdue" in {k.step.status for k in last.memory.steps}


def test_a_step_that_is_far_off_comes_back_when_it_is_near() -> None:
    """In December, from a document of May, with the words kept of it."""
    quiet = compose((), (), DAY + timedelta(days=50), first_day().memory)
    assert [s.status for s in quiet.briefing.next_steps] == ["overdue"]
    near = compose((), (), date(2030, 12, 27), quiet.memory).briefing
    (opening,) = near.next_steps
    assert (opening.status, opening.first_reported) == ("due soon", DAY)
    assert [s.reported_on for s in near.sources] == [DAY]


def moved(text: str, when: str | None, value: Interval | None) -> tuple[Briefing, Briefing]:
    """The briefings before and after a document that puts the vote off."""
    made = document(text, "later", published=DAY + timedelta(days=1), title="Vote on timber tax put off")
    steps = [step(text, text.split(". ")[1].rstrip("."), when, value)] if when and value else []
    before = first_day()
    after = compose([made], [analysis(made, steps=steps)], DAY + timedelta(days=1), before.memory)
    return before.briefing, after.briefing


def test_a_step_that_is_put_off_keeps_its_event() -> None:
    """It shows the old day and the new one, and the calendar moves the event."""
    text = "The Speaker postponed the vote for want of two sick members. The chamber will now vote on the timber tax on 13 May."
    before, after = moved(text, "13 May", on(date(2030, 5, 13)))
    found = named(after, "will now vote on the timber tax")
    assert (found.status, found.previous, found.value) == ("rescheduled", on(DAY + timedelta(days=2)), on(date(2030, 5, 13)))
    assert change(after, "rescheduled").before_date == DAY
    uid = f"{found.id}@briefing"
    assert events(before)[uid] == ("CONFIRMED", 0, DAY + timedelta(days=2))
    assert events(after)[uid] == ("CONFIRMED", 1, date(2030, 5, 13))
    assert events(after).keys() == events(before).keys()  # also those that are not near


def test_a_step_that_is_put_off_to_no_day_leaves_the_calendar() -> None:
    """Its event is cancelled on the day where it stood."""
    text = "The chamber postponed its vote on the timber tax until further notice. Two members are sick with a fever."
    before, after = moved(text, None, None)
    (found,) = (s for s in after.next_steps if s.status == "postponed")
    assert (found.value, found.previous) == (None, on(DAY + timedelta(days=2)))
    assert events(after)[f"{found.id}@briefing"] == ("CANCELLED", 1, DAY + timedelta(days=2))
    assert len(events(before)) == 4


def test_a_second_event_of_the_same_actors_is_no_new_date() -> None:
    """Without a word that the first was put off, the next vote is another vote."""
    text = "The chamber met in the morning and heard the minister. The chamber will vote on the timber tax on 20 May."
    made = document(text, "later", published=DAY + timedelta(days=1))
    other = step(text, "The chamber will vote on the timber tax on 20 May", "20 May", on(date(2030, 5, 20)))
    briefed = compose([made], [analysis(made, steps=[other])], DAY + timedelta(days=1), first_day().memory).briefing
    assert not [c for c in briefed.changes if c.kind == "rescheduled"]


def test_the_same_day_again_gives_the_same() -> None:
    """Made twice from one memory, also from one that was packed and read."""
    memory = first_day().memory
    read = decode_memory(encode_memory(memory))
    assert second_day(memory) == second_day(memory) == second_day(read)


def test_a_position_that_the_length_left_out_is_still_news() -> None:
    """Read on one day without being shown, and shown on the next that says it again beside something new."""
    memory = first_day().memory
    unshown = tuple(replace(p, position=replace(p.position, first_reported=None)) for p in memory.positions)
    text = (
        "Villages will get half of the revenue, said a clause that was added overnight by a small committee. "
        "Rafts may carry logs again from June, after three summers of drought left the river shallow. "
        "Bram Oldcastle opposed the timber tax and the new forest office."
    )
    made = document(text, "again", published=NEXT)
    held = position(text, "Bram Oldcastle", "opposed", "the timber tax and the new forest office", kind="opposition")
    read = analysis(made, actors=[person(made, "Bram Oldcastle")], positions=[held])
    assert not compose([made], [read], NEXT, memory).briefing.positions
    (shown,) = compose([made], [read], NEXT, replace(memory, positions=unshown)).briefing.positions
    assert shown.novelty == "new"


def test_both_days_are_analysed_as_written() -> None:
    """The hand-made analyses lie inside their documents."""
    for made, read in ((FIRST[0], first_analysis()), (SECOND[0], second_analysis())):
        assert all(0 <= s.start < s.end <= len(made.text) for s in read.sentences)


def test_a_story_told_in_one_line_is_known_too() -> None:
    """The length left it a line; the next day it is no new story."""
    text = "Ada Quill of the dockers demanded that the port raise wages by a tenth before the summer season begins in June."
    made = document(text, "strike", title="Dockers ask for more")
    held = position(text, "Ada Quill", "demanded", "that the port raise wages by a tenth before the summer season begins in June")
    read = analysis(made, actors=[person(made, "Ada Quill")], positions=[held], direction=1.5)
    first = compose([*FIRST, made], [first_analysis(), read], DAY, None, words=10)
    assert len(first.briefing.left_over) == 1
    second = compose([made], [read], DAY + timedelta(days=1), first.memory).briefing
    third = compose(FIRST, [first_analysis()], DAY + timedelta(days=1), first.memory).briefing
    assert all(b.notice is not None and b.notice.startswith("Nothing new was found") for b in (second, third))


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The chamber will vote on the timber tax on 15 May.", [8, 15]),
        ("The chamber will vote on the timber tax on 15 May instead of Wednesday.", [15]),
    ],
)
@pytest.mark.parametrize("later", [False, True])
def test_a_second_day_of_a_step_is_not_lost(sentence: str, days: list[int], later: bool) -> None:
    """One step has both, told on one day or on two, unless a document says that it was moved."""
    made = document(f"Foresters came to town. {sentence}", "again", published=DAY + timedelta(days=later), title="A tax on timber")
    what = sentence.removesuffix(".")
    again = analysis(made, steps=[step(made.text, what, "15 May", on(date(2030, 5, 15)))])
    if later:
        known = compose([made], [again], DAY + timedelta(days=1), first_day().memory).memory.steps
    else:
        known = compose([*FIRST, made], [first_analysis(), again], DAY, None).memory.steps
    (vote,) = (s.step for s in known if "vote on the timber tax" in s.step.excerpt.text)
    assert [d.start.day for d in (vote.value, *vote.other_days) if d is not None] == days


def two_dates(second: str, day: date) -> Briefing:
    """The briefing of a later article that gives the opening of a library another day than the first one did."""
    first = "Readers in Maresk are counting the days. The new library of Maresk will open on 15 May, the head librarian said."
    made = document(first, "first", outlet="The Gazette", title="Library of Maresk to open")
    opens = step(first, "The new library of Maresk will open on 15 May", "15 May", on(date(2030, 5, 15)))
    memory = compose([made], [analysis(made, steps=[opens])], DAY, None).memory
    later = document(
        f"Readers in Maresk are counting the days. {second}", "later", published=NEXT, outlet="Courier", title="Library of Maresk"
    )
    again = step(later.text, second.split(", the")[0].removesuffix("."), "22 May", on(day))
    return compose([later], [analysis(later, steps=[again])], NEXT, memory).briefing


def test_another_day_that_a_later_source_gives_is_shown_beside_the_first() -> None:
    """Without a word that anything was moved, both stand with their citations; with one the step has a new day."""
    shown = two_dates("The new library of Maresk will open on 22 May, the building office said.", date(2030, 5, 22))
    (dispute,) = shown.disagreements
    assert dispute.about == "the date" and ["15 May" in e.text for e, _ in dispute.sides] == [True, False]
    assert len({c.source for _, c in dispute.sides}) == 2 and {s.reported_on for s in shown.sources} == {None, DAY}
    assert not [c for c in shown.changes if c.kind == "rescheduled"] and shown.notice is None
    moved_on = two_dates("The new library of Maresk will now open on 22 May.", date(2030, 5, 22))
    assert [c.kind for c in moved_on.changes if c.kind == "rescheduled"] and not moved_on.disagreements


def test_two_sittings_are_no_two_days_of_one() -> None:
    """A committee meets again and again."""
    first = "The health committee of Ansel heard two doctors. The health committee of Ansel will meet in the town hall on 15 May."
    made = document(first, "first", title="Committee of Ansel")
    meets = step(first, "The health committee of Ansel will meet in the town hall on 15 May", "15 May", on(date(2030, 5, 15)))
    memory = compose([made], [analysis(made, steps=[meets])], DAY, None).memory
    text = "The health committee of Ansel heard two nurses. The health committee of Ansel will meet in the town hall on 22 May."
    later = document(text, "later", published=NEXT, title="Committee of Ansel")
    again = step(text, "The health committee of Ansel will meet in the town hall on 22 May", "22 May", on(date(2030, 5, 22)))
    assert not compose([later], [analysis(later, steps=[again])], NEXT, memory).briefing.disagreements


def test_what_changed_is_shown_though_its_story_has_a_line_only() -> None:
    """The length leaves out what is told of a story, and no change of who holds what."""
    text = "Ada Quill of the dockers demanded that the port raise wages by a tenth before the summer season begins in June."
    other = "The observatory on Mount Helm will be shut for two years, and its great telescope goes to the builders in the valley."
    made = document(text, "strike", title="Dockers ask for more")
    held = position(text, "Ada Quill", "demanded", "that the port raise wages by a tenth before the summer season begins in June")
    memory = compose([made], [analysis(made, actors=[person(made, "Ada Quill")], positions=[held], direction=1.5)], DAY, None).memory
    turned = (
        "Ada Quill of the dockers demanded that the port raise wages by 20 per cent at once, whatever it costs the harbour of Norhaven."
    )
    later = document(turned, "turned", published=NEXT, title="Quill hardens her demands")
    again = position(turned, "Ada Quill", "demanded", "that the port raise wages by 20 per cent at once, whatever it costs")
    read = analysis(later, actors=[person(later, "Ada Quill")], positions=[again], direction=1.5)
    news = [document(other * 2, f"news-{n}", published=NEXT, outlet=f"Outlet {n}", title=f"Telescope {n}") for n in range(3)]
    shown = compose([*news, later], [*(analysis(n) for n in news), read], NEXT, memory, words=40).briefing
    assert shown.left_over and "Quill" not in " ".join(p.actor for p in shown.positions)
    assert [c.subject for c in shown.changes if c.kind == "sharpened"] == ["Ada Quill"]
