"""What a run reads and analyses: all of it by hand, what is new for a schedule, and nothing a second time."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing import pipeline, wiring
from briefing.config import LoadedConfig, parse_config
from briefing.config_keys import Schedule
from briefing.errors import ConfigError
from briefing.ingest.formats.extensions import EXTENSIONS
from briefing.models import Analysis, Document
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import load_annotator
from briefing.pipeline import Made, RunRequest
from briefing.scheduled import completion_of
from briefing.store import Store
from tests.slot_samples import run_by_hand

DAY = date(2030, 6, 3)
NOON = datetime(2030, 6, 3, 12, tzinfo=UTC)
WORDS = "Minister Anna Petrova said on Monday that the government will sign the agreement on {n} ferries by 30 June 2030."


#: one model for all of this module
annotator = cache(load_annotator)


@pytest.fixture(autouse=True)
def one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.analyst.load_annotator", annotator)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for n in range(3):
        put(folder, n)
    return folder


def put(folder: Path, n: int, *, name: str | None = None, published: date | None = DAY) -> Path:
    path = folder / (name or f"{n}.md")
    head = f"---\npublished: {published}\n---\n" if published is not None else ""
    path.write_text(f"{head}{WORDS.format(n=n + 2)}\n")
    return path


def request(folder: Path, *, day: date = DAY, window_hours: float | None = None, schedule: bool = True, limits: str = "") -> RunRequest:
    config = parse_config(f"sources: [{{folder: {folder}}}]\noutput: {{formats: [json]}}\n{limits}", "config.yaml")
    return RunRequest(
        config=LoadedConfig(config=config, path=None, base=folder.parent),
        now=datetime.combine(day, NOON.timetz()),
        schedule=Schedule(name="morning", at="06:30", window_hours=window_hours) if schedule else None,
    )


def make(request: RunRequest, store: Store) -> Made:
    """Make a briefing and record it, as a finished run does."""
    made = pipeline.make_briefing(request, store=store)
    run = run_by_hand(id=f"{request.today} {len(store.list_runs())}", schedule=request.schedule.name if request.schedule else None)
    store.start_run(run)
    store.finish_run(run, completion_of(made, ()), now=NOON)
    return made


def read(made: Made) -> list[str]:
    return [Path(entry.path).name for entry in made.briefing.coverage if entry.outcome in ("read", "folded")]


def test_a_second_run_over_the_same_documents_analyses_nothing(folder: Path, store: Store) -> None:
    """And gives the same bytes as the first, and as a run that knows no store."""
    by_hand = request(folder, schedule=False)
    first = pipeline.make_briefing(by_hand, store=store)
    second = pipeline.make_briefing(by_hand, store=store)
    assert (first.analyzed, second.analyzed) == (3, 0)
    assert first.renditions == second.renditions == pipeline.make_briefing(by_hand).renditions


def test_what_a_run_has_analysed_is_kept_where_the_run_is_broken_off(folder: Path, store: Store) -> None:
    """A run that is handed back has not worked in vain."""

    def leave(document: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.make_briefing(request(folder), store=store, on_document=leave)
    assert pipeline.make_briefing(request(folder), store=store).analyzed == 2


def test_two_schedules_side_by_side_analyse_each_document_once(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever comes to it first; what the extraction fails on, it fails on for both."""
    made: list[str] = []

    def counted(document: Document, **settings: Any) -> Analysis:
        made.append(document.path)
        if document.path.endswith("2.md"):
            raise ZeroDivisionError
        return analyze_document(document, **settings)

    monkeypatch.setattr("briefing.analyst.analyze_document", counted)
    evening = request(folder)
    assert evening.schedule is not None
    evening = replace(evening, schedule=evening.schedule.model_copy(update={"name": "evening"}))
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda wanted: pipeline.make_briefing(wanted, store=store), (request(folder), evening)))
    assert [made.count(path) for path in ("news/0.md", "news/1.md")] == [1, 1]
    assert sum(m.analyzed for m in both) == len(made)
    assert [[e.path for e in m.briefing.coverage if e.outcome == "unreadable"] for m in both] == [["news/2.md"]] * 2


def test_an_analysis_by_other_rules_or_of_another_day_is_not_taken(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document without a day of its own is read as of the day of the run; other rules or another model make all anew."""
    put(folder, 3, published=None)
    by_hand = request(folder, schedule=False)
    assert pipeline.make_briefing(by_hand, store=store).analyzed == 4
    assert pipeline.make_briefing(replace(by_hand, now=NOON + timedelta(days=1)), store=store).analyzed == 1
    monkeypatch.setattr("briefing.analyst.extraction_version", lambda model: "other")
    assert pipeline.make_briefing(by_hand, store=store).analyzed == 4


def test_an_analysis_that_cannot_be_read_back_is_made_anew(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Damaged bytes cost time, not truth."""
    by_hand = request(folder, schedule=False)
    with monkeypatch.context() as patched:
        patched.setattr("briefing.analyst.encode_analysis", lambda analysis: b"damaged")
        first = pipeline.make_briefing(by_hand, store=store)
    second = pipeline.make_briefing(by_hand, store=store)
    assert second.analyzed == 3 and second.renditions == first.renditions


def test_a_doubt_about_a_file_is_told_though_another_stands_for_it(tmp_path: Path, store: Store) -> None:
    """Of the same text in another encoding, and of a shorter print of it: what was guessed may be in a name that the briefing shows."""
    folder = tmp_path / "news"
    folder.mkdir()
    text = " ".join(WORDS.format(n=n).replace("Anna Petrova", "Begoña Ibáñez") for n in range(3, 9))
    more = f"{text} The ferries are to sail from Westmark in the first week of July, said a spokesman for the port."
    (folder / "a.txt").write_text(more, "utf-8")
    (folder / "b.txt").write_bytes(more.encode("cp1252"))
    (folder / "c.txt").write_bytes(text.encode("cp1252"))
    made = pipeline.make_briefing(request(folder), store=store)
    told = [(e.outcome, e.reason, "Windows-1252" in (e.note or "")) for e in made.briefing.coverage]
    assert told == [("read", None, False), ("folded", "duplicate", True), ("folded", "near-duplicate", True)]


def test_a_schedule_reads_what_came_since_its_last_briefing(folder: Path, store: Store) -> None:
    """Whatever day stands in it, and under whatever name: what a briefing has used is not used again."""
    assert len(read(make(request(folder), store))) == 3
    put(folder, 4, published=DAY - timedelta(days=300))
    (folder / "1.md").rename(folder / "renamed.md")
    tomorrow = make(request(folder, day=DAY + timedelta(days=1)), store)
    assert read(tomorrow) == ["4.md"]
    assert (tomorrow.unchanged, tomorrow.analyzed) == (2, 1)
    assert make(request(folder, day=DAY + timedelta(days=2)), store).unchanged == 4


def test_a_file_that_is_as_it_was_is_not_opened(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day's run costs what the day brought. A changed file is read again, and so are all where a limit has changed."""
    make(request(folder), store)
    opened: list[str] = []
    original = Path.open

    def watch(self: Path, *args: Any, **named: Any) -> Any:
        if self.parent == folder:
            opened.append(self.name)
        return original(self, *args, **named)

    monkeypatch.setattr(Path, "open", watch)
    make(request(folder, day=DAY + timedelta(days=1)), store)
    assert opened == []
    put(folder, 7, name="2.md")
    opened.clear()
    assert read(make(request(folder, day=DAY + timedelta(days=2)), store)) == ["2.md"]
    assert opened == ["2.md"]
    pipeline.make_briefing(request(folder, day=DAY + timedelta(days=3), limits="limits: {pages: 3}"), store=store)
    assert set(opened) == {"0.md", "1.md", "2.md"}


def test_a_file_that_is_gone_is_forgotten_and_its_text_is_not(folder: Path, store: Store) -> None:
    """The database keeps no file that no folder has; one that comes back, even under another name, is no news."""
    make(request(folder), store)
    text = (folder / "1.md").read_text()
    (folder / "1.md").unlink()
    second = make(request(folder, day=DAY + timedelta(days=1)), store)
    assert [Path(path).name for path in second.gone] == ["1.md"] and read(second) == []
    later = DAY + timedelta(days=2)
    assert sorted(Path(path).name for path in store.seen_files("morning", apart_from=later)) == ["0.md", "2.md"]
    (folder / "again.md").write_text(text)
    third = make(request(folder, day=later), store)
    assert read(third) == [] and third.is_empty and third.unchanged == 2


def test_a_run_of_the_same_day_reads_what_the_first_of_it_did(folder: Path, store: Store) -> None:
    """However often a day is made, it starts from the day before."""
    make(request(folder), store)
    put(folder, 4)
    tomorrow = request(folder, day=DAY + timedelta(days=1))
    first, second = make(tomorrow, store), make(tomorrow, store)
    assert read(first) == read(second) == ["4.md"]
    assert first.renditions == second.renditions


def test_a_day_made_again_later_holds_nothing_that_another_day_had(folder: Path, store: Store) -> None:
    """What the briefings of the days after have used is theirs; what nobody has used yet is taken."""
    make(request(folder), store)
    put(folder, 4)
    make(request(folder, day=DAY + timedelta(days=1)), store)
    put(folder, 5)
    assert read(make(request(folder), store)) == ["0.md", "1.md", "2.md", "5.md"]
    assert read(make(request(folder, day=DAY + timedelta(days=1)), store)) == ["4.md"]


def test_schedules_know_nothing_of_each_other(folder: Path, store: Store) -> None:
    """What the morning's readers have had is still new to the evening's."""
    make(request(folder), store)
    evening = replace(request(folder, day=DAY + timedelta(days=1)), schedule=Schedule(name="evening", at="18:00"))
    assert len(read(make(evening, store))) == 3


def test_a_file_that_gave_nothing_for_a_passing_reason_is_tried_again(folder: Path, store: Store) -> None:
    """One that is encrypted or empty is named once; one that could not be read may be read the next day."""
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    first = make(request(folder), store)
    second = make(request(folder, day=DAY + timedelta(days=1)), store)
    assert [Path(e.path).name for e in first.briefing.coverage if e.outcome == "unreadable"] == ["broken.pdf", "empty.txt"]
    assert [Path(e.path).name for e in second.briefing.coverage] == ["broken.pdf"]


def test_a_document_that_the_extraction_failed_on_is_tried_again(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the program is mended by a later version: the document is named each day, and used once it can be."""

    def fail(document: Document, **options: object) -> Analysis:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr("briefing.analyst.analyze_document", fail)
        first = make(request(folder), store)
    assert read(first) == [] and {e.reason for e in first.briefing.coverage} == {"not analysed"}
    assert len(read(make(request(folder, day=DAY + timedelta(days=1)), store))) == 3


def test_a_document_that_takes_too_long_is_left_out(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with the reason, the others make the briefing, and the next day it is tried again."""
    put(folder, 7).write_text(" ".join(WORDS.format(n=n) for n in range(60)))
    looks = itertools.count()
    monkeypatch.setattr("briefing.analyst.time.thread_time", lambda: float(next(looks)))  # every look at the clock takes a second
    for day in (DAY, DAY + timedelta(days=1)):
        made = make(request(folder, day=day, limits="limits: {seconds: 3000}"), store)
        assert [(Path(e.path).name, e.reason, e.detail) for e in made.left_out] == [
            ("7.md", "timeout", "analysing it takes longer than 3000 seconds")
        ]
    assert len(read(made)) == 0 and len(store.seen_documents("morning", list(made.documents), apart_from=DAY)) == 0


def test_a_window_of_hours_goes_by_the_documents_days(folder: Path, store: Store) -> None:
    """What is of an earlier day is left out with the reason; a document without a day is as old as its file."""
    put(folder, 4, published=DAY - timedelta(days=2))
    put(folder, 5, published=None)
    old = put(folder, 6, published=None)
    for path, hours in ((folder / "5.md", 20), (old, 30)):
        at = (NOON - timedelta(hours=hours)).timestamp()
        os.utime(path, (at, at))
    made = make(request(folder, window_hours=24), store)
    assert read(made) == ["0.md", "1.md", "2.md", "5.md"]
    left_out = {Path(e.path).name: e.detail for e in made.briefing.coverage if e.reason == "older"}
    assert left_out == {
        "4.md": "it is of 2030-06-01, before the period",
        "6.md": "it is of 2030-06-02 06:00 UTC, when its file was last changed, before the period",
    }
    assert len(read(make(request(folder, window_hours=24), store))) == 4


def test_since_goes_before_a_schedule_s_window(folder: Path, store: Store) -> None:
    """Who names a day by hand gets everything from that day on."""
    make(request(folder), store)
    by_hand = replace(request(folder, day=DAY + timedelta(days=1)), since=DAY)
    assert len(read(pipeline.make_briefing(by_hand, store=store))) == 3


def test_a_source_folder_that_cannot_be_opened_ends_the_run(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A briefing of nothing, made because a share was away, would be worse than none."""

    def refuse(path: object) -> Iterator[os.DirEntry[str]]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ConfigError, match=r"news cannot be opened \(Permission denied\)"):
        pipeline.make_briefing(request(folder), store=store)


def test_a_document_that_the_extraction_breaks_on_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The others make the briefing, the coverage note says which one is not in it, and the log keeps where it broke."""
    real = analyze_document

    def break_on_one(document: Document, **settings: Any) -> Any:
        return 1 // 0 if document.name == "1" else real(document, **settings)

    monkeypatch.setattr("briefing.analyst.analyze_document", break_on_one)
    loaded = LoadedConfig(config=parse_config("", "config.yaml"), path=None, base=folder)
    made = pipeline.make_briefing(RunRequest(config=loaded, now=NOON, folder=folder))
    left_out = [(Path(e.path).name, e.reason) for e in made.briefing.coverage if e.outcome == "unreadable"]
    assert left_out == [("1.md", "not analysed")] and made.is_partial
    assert len([e for e in made.briefing.coverage if e.outcome in ("read", "folded")]) == 2
    assert "ZeroDivisionError" in caplog.text


def test_a_file_is_looked_at_again_once_its_format_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version that reads more formats opens what an earlier one had passed over."""
    loaded = LoadedConfig(config=parse_config("", "config.yaml"), path=None, base=Path())
    before = wiring.reader_version(loaded)
    assert wiring.reader_version(loaded) == before
    monkeypatch.setattr("briefing.wiring.EXTENSIONS", EXTENSIONS | {".later"})
    assert wiring.reader_version(loaded) != before
