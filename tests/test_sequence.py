"""What one short text of the next day changes of what was announced, as a reader gets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from briefing.cli import main

CONFIG = "sources:\n  - folder: docs\noutput:\n  folder: out\nstore: db.sqlite3\nschedules:\n  - name: morning\n    at: '06:30'\n"
PLANS = (
    "The porters' union will hold a strike on March 12, union leader Eva Berg said on Monday.\n\n"
    "The meeting of the health ministers of Orland and Kestria will open in Madsund on March 11, the ministry said.\n"
)


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        (
            "The meeting of the health ministers of Orland and Kestria in Madsund has been moved to March 18, the ministry said.",
            "rescheduled",
            "2031-03-18",
        ),
        (
            "The meeting of the health ministers in Madsund has been moved from March 11 to March 18, the ministry said on Wednesday.",
            "rescheduled",
            "2031-03-18",
        ),
        ("The strike planned for March 12 has been called off, Berg said on Wednesday.", "called off", None),
        ("The porters' union has withdrawn its strike on March 12, Berg said on Wednesday.", "called off", None),
    ],
)
def test_one_sentence_moves_or_ends_what_was_announced(tmp_path: Path, sentence: str, kind: str, day: str | None) -> None:
    """It shares its words with what was told before and is no reprint for that; the calendar hears of it."""
    (tmp_path / "docs").mkdir()
    config = tmp_path / "config.yaml"
    config.write_text(CONFIG, encoding="utf-8")
    for name, date, text in (("a", "2031-03-03", PLANS), ("b", "2031-03-05", sentence)):
        (tmp_path / "docs" / f"{name}.md").write_text(f"---\ntitle: Plans of the week\ndate: {date}\n---\n\n{text}\n", encoding="utf-8")
        assert main(["run", "--config", str(config), "--schedule", "morning", "--date", date]) == 0
    made = json.loads((tmp_path / "out" / "morning-2031-03-05.json").read_text(encoding="utf-8"))
    assert kind in {c["kind"] for c in made["changes"]}
    calendar = Calendar.from_ical((tmp_path / "out" / "morning-2031-03-05.ics").read_bytes())
    moved = [e for e in calendar.walk("VEVENT") if int(str(e["sequence"])) == 1]
    assert len(moved) == 1
    assert str(moved[0].decoded("dtstart")) == day if day else str(moved[0]["status"]) == "CANCELLED"
