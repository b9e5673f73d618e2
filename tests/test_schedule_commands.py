"""Schedules at the command line: run --due for cron, run --schedule by hand, runs, check."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.cli import main
from briefing.nlp.annotate import load_annotator
from tests.slot_samples import Clock

MORNING = datetime(2022, 9, 20, 6, 30, tzinfo=UTC)
annotator = cache(load_annotator)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(MORNING.replace(hour=0))
    monkeypatch.setattr("briefing.commands.due._now", clock)
    monkeypatch.setattr("briefing.analyst.load_annotator", annotator)
    return clock


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    text = "Minister Anna Petrova said on Monday that the government will sign the agreement on ferries by 30 September 2022."
    (tmp_path / "news" / "ferries.md").write_text(f"---\npublished: 2022-09-20\n---\n{text}\n")
    configure(tmp_path)
    return tmp_path


def configure(folder: Path, more: str = "", schedule: str = "") -> None:
    (folder / "config.yaml").write_text(
        f"sources: [{{folder: news}}]\noutput: {{formats: [text]}}\nschedules: [{{name: morning, at: '06:30'{schedule}}}]\n{more}"
    )


MAIL = "email: {sender: a@example.org, folder: mails}\naudiences: {all: {recipients: [{address: b@example.org}]}}\n"


def addressees(folder: Path) -> list[str]:
    mails = sorted((folder / "mails").glob("*.eml")) if (folder / "mails").is_dir() else []
    return [mail.name.split("-")[0] for mail in mails]


def runs(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["runs", "--json", *options]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["runs"]
    return rows


def test_cron_runs_what_is_due_once_and_is_silent_otherwise(folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """Cron mails whatever a command prints: nothing where nothing was due."""
    assert main(["run", "--due"]) == 0
    assert capsys.readouterr() == ("", "")
    clock.now = MORNING
    assert main(["run", "--due"]) == 0
    out, err = capsys.readouterr()
    assert out == f"{folder}/out/morning-2022-09-20.txt\n" and err == "morning/2022-09-20/06:30: done\n"
    assert (folder / "out" / "morning-2022-09-20.txt").is_file()
    assert main(["run", "--due"]) == 0
    assert capsys.readouterr() == ("", "")
    clock.advance(days=1)
    assert main(["run", "--due", "--json"]) == 4
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["slot"], row["state"], row["documents"]) == ("morning/2022-09-21/06:30", "nothing to report", 0)


def test_a_slot_goes_to_its_audience_in_the_same_step(folder: Path, clock: Clock) -> None:
    """What cron runs it also sends; what by hand is sent for the same day goes to nobody twice."""
    configure(folder, MAIL, ", audience: all")
    main(["run", "--due"])
    clock.now = MORNING
    assert main(["run", "--due"]) == 0
    assert addressees(folder) == ["b@example.org"]
    assert main(["run", "--schedule", "morning", "--date", "2022-09-20", "--send"]) == 0
    assert addressees(folder) == ["b@example.org"]
    assert main(["run", "--schedule", "morning", "--date", "2022-09-20", "--send", "--again"]) == 0
    assert addressees(folder) == ["b@example.org"] * 2


def test_a_day_with_nothing_new_is_told_to_the_readers(folder: Path, clock: Clock) -> None:
    """A message that says so: silence could as well be a failure."""
    configure(folder, MAIL, ", audience: all")
    main(["run", "--due"])
    clock.now = MORNING
    assert main(["run", "--due"]) == 0
    first = set((folder / "mails").iterdir())
    clock.advance(days=1)
    assert main(["run", "--due"]) == 4
    (second,) = set((folder / "mails").iterdir()) - first
    message = message_from_bytes(second.read_bytes(), policy=default)
    assert message["To"] == "b@example.org" and "No new document could be read" in message["Subject"]
    body = message.get_body(("plain",))
    assert body is not None and "No new document could be read since the briefing of 20 September 2022" in " ".join(
        body.get_content().split()
    )


def test_a_wrong_line_of_an_audience_keeps_the_briefing_from_nobody_else(
    folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """The operator is told at once, with file and line; whoever stood there gets a copy by hand once it is mended."""
    configure(
        folder,
        MAIL.replace("address: b@example.org}]", "address: b@example.org}], file: r.csv") + "operator: op@example.org\n",
        ", audience: all",
    )
    readers = folder / "r.csv"
    readers.write_text("address,name\nc@example.org,C\nd@example,org,D\ne example.org,E\n")
    main(["run", "--due"])
    clock.now = MORNING
    assert main(["run", "--due"]) == 0
    assert addressees(folder) == ["b@example.org", "c@example.org", "op@example.org"]
    told = message_from_bytes(next((folder / "mails").glob("op@*")).read_bytes(), policy=default)
    said = told.get_content()
    assert told["Subject"] == "Briefing: 2 entries of audience all could not be used for morning/2022-09-20/06:30"
    assert "r.csv:3: has 3 fields" in said and "r.csv:4: address: e example.org is no email address" in said
    assert runs(capsys)[0]["reason"] == "2 entries of audience all could not be used"
    assert main(["run", "--schedule", "morning", "--date", "2022-09-20", "--send"]) == 2
    assert "r.csv:3: has 3 fields" in capsys.readouterr().err
    readers.write_text("address,name\nc@example.org,C\nd@example.org,D\n")
    assert main(["run", "--schedule", "morning", "--date", "2022-09-20", "--send"]) == 0
    assert addressees(folder) == ["b@example.org", "c@example.org", "d@example.org", "op@example.org"]


def test_an_audience_that_cannot_be_read_fails_the_slot_until_it_can(folder: Path, clock: Clock) -> None:
    """Whom to send to is not known: it is tried again, and the operator is told in the end."""
    configure(folder, MAIL.replace("[{address: b@example.org}]", "[]", 1).replace("recipients: []", "file: r.csv"), ", audience: all")
    main(["run", "--due"])
    clock.now = MORNING
    assert main(["run", "--due"]) == 1
    (folder / "r.csv").write_text("address\nc@example.org\n")
    clock.advance(minutes=1)
    assert main(["run", "--due"]) == 0
    assert addressees(folder) == ["c@example.org"]


def test_a_source_that_is_away_is_tried_again_and_the_operator_told_in_the_end(
    folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 with the reason each time; `briefing runs` shows every attempt."""
    configure(folder, MAIL + "operator: op@example.org\n", ", audience: all, retries: {deadline_hours: 0.1}")
    main(["run", "--due"])
    (folder / "news").rename(folder / "away")
    clock.now = MORNING
    codes = []
    for _ in range(12):
        codes.append(main(["run", "--due"]))
        clock.advance(minutes=1)
    assert codes == [1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]
    assert addressees(folder) == ["op@example.org"]
    (row,) = runs(capsys)
    assert row["state"] == "failed" and row["attempts"] == len(row["runs"]) == 3
    assert "news does not exist" in row["reason"] and row["operator_told"]
    assert main(["runs"]) == 0
    out = capsys.readouterr().out
    assert "morning  2022-09-20 06:30 UTC  failed, " in out and "3 attempts, operator told: the source folder" in out
    (folder / "away").rename(folder / "news")
    assert main(["run", "--schedule", "morning", "--date", "2022-09-20", "--send"]) == 0
    assert addressees(folder) == ["b@example.org", "op@example.org"]


def test_an_output_folder_that_cannot_be_written_fails_the_slot_until_it_can(
    folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is sent of a briefing that could not be written; with the folder mended it is made and sent."""
    configure(folder, MAIL, ", audience: all")
    main(["run", "--due"])
    (folder / "out").write_text("in the way")
    clock.now = MORNING
    assert main(["run", "--due"]) == 1
    assert "out: cannot be written: File exists; nothing was changed there" in capsys.readouterr().err
    assert addressees(folder) == []
    (folder / "out").unlink()
    clock.advance(minutes=1)
    assert main(["run", "--due"]) == 0
    assert addressees(folder) == ["b@example.org"]


def test_downtime_shows_in_the_list(folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """One catch-up, and each missed slot with its reason."""
    main(["run", "--due"])
    clock.now = MORNING.replace(day=23, hour=9)
    main(["run", "--due"])
    assert [row["state"] for row in runs(capsys)] == ["done", "missed", "missed", "missed"]
    assert [row["state"] for row in runs(capsys, "--limit", "2")] == ["done", "missed"]
    assert main(["runs", "--schedule", "morning"]) == 0
    assert capsys.readouterr().out.count("missed, operator told: a later slot of this schedule had come due") == 3
    assert main(["runs", "--schedule", "evening"]) == 2
    assert "there are: morning" in capsys.readouterr().err


def test_a_run_by_hand_goes_on_from_the_schedule_s_last(folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """Day after day, without a daemon; a day made again is made from the same documents."""
    assert main(["run", "--schedule", "morning", "--date", "2022-09-20"]) == 0
    first = (folder / "out" / "morning-2022-09-20.txt").read_bytes()
    assert main(["run", "--schedule", "morning", "--date", "2022-09-21"]) == 4
    assert main(["run", "--schedule", "morning", "--date", "2022-09-20"]) == 0
    assert (folder / "out" / "morning-2022-09-20.txt").read_bytes() == first
    shown = runs(capsys)
    assert [row["slot"] for row in shown] == [None, None, None]
    main(["runs"])
    assert "by hand: nothing to report" in capsys.readouterr().out


def test_a_try_out_leaves_the_schedule_as_it_was(folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """What the schedule's readers have not had is still new to them."""
    configure(folder, MAIL, ", audience: all")
    news = folder / "news" / "ferries.md"
    news.write_text(news.read_text().replace("2022-09-20", "2022-09-19"))
    for options in ([], ["--send", "--to", "me@example.org"]):
        assert main(["run", "--schedule", "morning", "--date", "2022-09-19", *options]) == 0
        assert "tried out" in capsys.readouterr().err
    main(["run", "--due"])
    clock.now = MORNING
    assert main(["run", "--due"]) == 0


def test_a_run_by_hand_after_the_slot_says_that_it_changes_nothing(folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """The next day goes on from what the slot's readers had."""
    main(["run", "--due"])
    clock.now = MORNING
    main(["run", "--due"])
    (folder / "news" / "late.txt").write_text("Minister Anna Petrova said on Monday that the ferry will sail on 30 September 2022.\n")
    capsys.readouterr()
    assert main(["run", "--schedule", "morning", "--date", "2022-09-20"]) == 0
    assert "had its briefing of 2022-09-20 already" in capsys.readouterr().err
    clock.advance(days=1)
    main(["run", "--due", "--json"])
    assert json.loads(capsys.readouterr().out)[0]["documents"] == 1


def test_a_failed_run_by_hand_is_in_the_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its reason."""
    (folder / "news").rename(folder / "away")
    assert main(["run", "--schedule", "morning"]) == 2
    (row,) = runs(capsys)
    assert row["state"] == "failed" and "news does not exist" in row["reason"]


def test_a_run_by_hand_without_a_store_makes_none(folder: Path) -> None:
    """Only what is configured, or a schedule, brings a database into being; what it holds changes no byte."""
    (folder / "config.yaml").write_text("sources: [{folder: news}]\noutput: {formats: [text]}\n")
    assert main(["run", "--date", "2022-09-20"]) == 0
    assert not (folder / "var").exists()
    plain = (folder / "out" / "briefing-2022-09-20.txt").read_bytes()
    (folder / "config.yaml").write_text("sources: [{folder: news}]\noutput: {formats: [text]}\nstore: mine.sqlite3\n")
    for _ in range(2):
        assert main(["run", "--date", "2022-09-20"]) == 0
        assert (folder / "out" / "briefing-2022-09-20.txt").read_bytes() == plain
    assert (folder / "mine.sqlite3").is_file()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["run", "--due", "--date", "2022-09-20"], "leave out date"),
        (["run", "--due", "--schedule", "morning"], "leave out schedule"),
        (["run", "news", "--schedule", "morning"], "leave out the folder"),
        (["run", "--schedule", "evening"], "'evening' is no schedule"),
    ],
)
def test_options_that_contradict_each_other_are_refused(
    folder: Path, arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and what to leave out."""
    assert main(arguments) == 2
    assert expected in capsys.readouterr().err


def test_due_needs_a_schedule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line in cron that would never do anything is an error."""
    (folder / "config.yaml").write_text("sources: [{folder: news}]\n")
    assert main(["run", "--due"]) == 2
    assert "has no schedules" in capsys.readouterr().err


def test_a_slot_that_nobody_began_is_shown_as_due(
    folder: Path, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the daemon or cron has stopped, `briefing runs` says which briefing did not come."""

    class Then(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return clock.now

    monkeypatch.setattr("briefing.commands.runs.datetime", Then)
    assert main(["run", "--due"]) == 0
    assert main(["runs"]) == 0
    assert "due" not in capsys.readouterr().out
    clock.now = MORNING.replace(hour=9)
    assert main(["runs"]) == 0
    assert "morning  2022-09-20 06:30 UTC  due, and not begun" in capsys.readouterr().out
    assert main(["runs", "--json"]) == 0
    assert [row["slot"] for row in json.loads(capsys.readouterr().out)["due"]] == ["morning/2022-09-20/06:30"]
    assert main(["run", "--due"]) == 0
    capsys.readouterr()
    assert main(["runs"]) == 0
    assert "not begun" not in capsys.readouterr().out


def test_check_prints_the_next_five_instants(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On the schedule's own clock, with its offset, so that a clock change shows."""

    class Then(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2027, 3, 26, 12, tzinfo=UTC)

    monkeypatch.setattr("briefing.commands.check.datetime", Then)
    configure(folder, schedule=", time_zone: Europe/Berlin, days: [saturday, sunday, monday]")
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    assert (
        "ok      schedule morning: Europe/Berlin, next Sat 2027-03-27 06:30 +0100, Sun 2027-03-28 06:30 +0200, "
        "Mon 2027-03-29 06:30 +0200, Sat 2027-04-03 06:30 +0200, Sun 2027-04-04 06:30 +0200"
    ) in out
    assert f"ok      store: {folder}/var/briefing.sqlite3, which the first run will make" in out


def test_check_names_a_database_that_cannot_be_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is none."""
    configure(folder, "store: broken.sqlite3\n")
    (folder / "broken.sqlite3").write_bytes(b"this is no database, whatever its name says" * 40)
    assert main(["check"]) == 1
    assert "WRONG   store: sqlite:///" in (out := capsys.readouterr().out) and "not a briefing database" in out
