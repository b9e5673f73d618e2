"""The worked example of three days: every kind of change is shown, in every rendition, with its texts."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar

from briefing.cli import main

EXAMPLE = Path(__file__).parent.parent / "examples" / "three-days"
DAYS = ("2031-05-05", "2031-05-08", "2031-05-12")
#: what the second day says became of the first, with a piece of both texts
CHANGES = (
    ("reversed", "Bram Oldcastle", "will vote against the timber tax", "will vote for the timber tax"),
    ("softened", "Ivo Brandt", "rejected a raise of more than four per cent", "We can pay seven per cent"),
    ("sharpened", "Ada Quill", "raise wages by ten per cent", "raise wages by fifteen per cent"),
    ("called off", "Karsa and Lindal", "a summit on the treaty over the river Ose", "called off the summit"),
    ("rescheduled", "Chamber of Deputies", "will vote on the timber tax on Friday", "will now vote on the timber tax on 16 May"),
    ("done", "", "Both sides will meet for new talks on Wednesday", "Both sides met for new talks on Wednesday"),
    ("development", "Dockers of Norhaven walk out", "walked out on Monday", "raised its offer"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The renditions of the three days, made one after the other as `make example` makes them."""
    root = tmp_path_factory.mktemp("example")
    place = root / "examples" / "three-days"
    place.mkdir(parents=True)
    shutil.copy(EXAMPLE / "config.yaml", place)
    for day, code in zip(DAYS, (0, 0, 4), strict=True):
        shutil.copytree(EXAMPLE / day, root / "out" / "three-days" / "documents" / day)
        assert main(["run", "--config", str(place / "config.yaml"), "--schedule", "morning", "--date", day]) == code
    return root / "out" / "three-days"


def words(folder: Path, day: str, suffix: str) -> str:
    """All words of a rendition, white space folded."""
    path = folder / f"morning-{day}.{suffix}"
    if suffix == "docx":
        body = docx.Document(io.BytesIO(path.read_bytes())).element.body
        texts = [" ".join(t.text or "" for t in p.iter() if t.tag.endswith("}t")) for p in body.iter() if p.tag.endswith("}p")]
        return " ".join(" ".join(texts).split())
    text = path.read_text(encoding="utf-8")
    if suffix == "html":
        text = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL)))
    return " ".join(text.split())


def read(folder: Path, day: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((folder / f"morning-{day}.json").read_text(encoding="utf-8"))
    return made


def events(folder: Path, day: str) -> dict[str, tuple[str, int, date]]:
    """The calendar's events by UID: status, sequence, day."""
    calendar = Calendar.from_ical((folder / f"morning-{day}.ics").read_bytes())
    return {str(e["uid"]): (str(e["status"]), int(str(e["sequence"])), e.decoded("dtstart")) for e in calendar.walk("VEVENT")}


def test_the_first_day_is_all_new(folder: Path) -> None:
    """A reprint is folded, and nothing is said to have changed."""
    made = read(folder, DAYS[0])
    assert len(made["stories"]) == 3 and not made["changes"]
    assert {s["novelty"] for s in made["stories"]} == {"new"}
    assert sorted(e["outcome"] for e in made["coverage"]) == ["folded", "read", "read", "read"]


@pytest.mark.parametrize(("kind", "subject", "before", "after"), CHANGES, ids=[c[0] for c in CHANGES])
def test_the_second_day_shows_each_change_with_both_texts(folder: Path, kind: str, subject: str, before: str, after: str) -> None:
    """In the data with both dates and citations of both documents, and in every form that is read."""
    made = read(folder, DAYS[1])
    change = next(c for c in made["changes"] if c["kind"] == kind and before in c["before"]["text"])
    assert subject in change["subject"] and after in change["after"]["text"]
    assert (change["before_date"], change["after_date"]) == (DAYS[0], DAYS[1])
    assert change["before"]["document"] != change["after"]["document"]
    assert len({c["source"] for c in change["citations"]}) == 2
    for suffix in ("txt", "html", "docx"):
        shown = words(folder, DAYS[1], suffix)
        assert before in shown and after in shown, suffix


def test_the_second_day_tells_new_from_developing_and_repeats_nothing(folder: Path) -> None:
    """A new story beside three that go on; who says the same again is not quoted again."""
    made = read(folder, DAYS[1])
    assert sorted(s["novelty"] for s in made["stories"]) == ["developing", "developing", "developing", "new"]
    assert {s["first_reported"] for s in made["stories"] if s["novelty"] == "developing"} == {DAYS[0]}
    said = [(p["actor"], p["excerpt"]["text"]) for p in made["positions"]]
    assert not [text for actor, text in said if actor == "Lena Marlow" and "pays for the new forests" in text]
    assert not [text for actor, text in said if actor == "Mira Solan" and "must open the sluices" in text]


def test_the_calendar_updates_the_same_events(folder: Path) -> None:
    """One event is cancelled, one moves, one stays as it was; none is doubled."""
    first, second = events(folder, DAYS[0]), events(folder, DAYS[1])
    by_state = {s["status"]: f"{s['id']}@briefing" for s in read(folder, DAYS[1])["next_steps"]}
    off, moved = by_state["called off"], by_state["rescheduled"]
    assert (first[off][1:], second[off]) == ((0, date(2031, 5, 15)), ("CANCELLED", 1, date(2031, 5, 15)))
    assert (first[moved][1:], second[moved][1:]) == ((0, date(2031, 5, 9)), (1, date(2031, 5, 16)))
    assert second.keys() - first.keys() == {u for u, (_, _, day) in second.items() if day == date(2031, 5, 20)}


def test_the_third_day_is_quiet_and_says_what_is_due(folder: Path) -> None:
    """It is short: nothing new in two documents, what is due, what is overdue."""
    made = read(folder, DAYS[2])
    assert made["notice"].startswith("Nothing new was found in 2 documents since the briefing of 8 May 2031. ")
    assert not (made["stories"] or made["positions"] or made["bottom_line"])
    assert {c["kind"] for c in made["changes"]} == {"overdue"}
    assert {s["status"] for s in made["next_steps"]} == {"due soon", "overdue"}
    assert all(s["reported_on"] in DAYS[:2] for s in made["sources"])
    for suffix in ("txt", "html", "docx"):
        shown = words(folder, DAYS[2], suffix)
        assert made["notice"] in shown and "will now vote on the timber tax on 16 May" in shown, suffix
        assert len(shown.split()) < 500, suffix
    assert all(day > date(2031, 5, 8) for _, _, day in events(folder, DAYS[2]).values())
