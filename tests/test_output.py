"""A run's files are written all or none."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path

import pytest

from briefing import output
from briefing.errors import RenderError
from briefing.output import output_stem, write_renditions

RENDITIONS = {"html": b"<p>new</p>", "text": b"new", "json": b"{}"}


def test_each_format_has_its_file_named_by_schedule_and_date(tmp_path: Path) -> None:
    """A hand-made briefing is called briefing, a scheduled one by its schedule."""
    paths = write_renditions(RENDITIONS, tmp_path / "deep" / "out", output_stem(date(2022, 9, 20), None))
    assert [path.name for path in paths] == [
        "briefing-2022-09-20.html",
        "briefing-2022-09-20.txt",
        "briefing-2022-09-20.json",
    ]
    assert [path.read_bytes() for path in paths] == list(RENDITIONS.values())
    assert output_stem(date(2022, 9, 20), "morning") == "morning-2022-09-20"


def test_a_second_run_replaces_the_files_of_the_first(tmp_path: Path) -> None:
    """The names are the same, and nothing else is left beside them."""
    for _ in range(2):
        write_renditions(RENDITIONS, tmp_path, "a")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.json", "a.txt"]


def test_a_disk_that_fills_up_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No format is replaced when one cannot be written, and no half of a file stays behind."""
    write_renditions({"html": b"old", "text": b"old"}, tmp_path, "a")
    whole = output._write_through

    def full(path: Path, data: bytes) -> None:
        if path.name.startswith(".a.txt"):
            path.write_bytes(data[:1])
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(path, data)

    monkeypatch.setattr(output, "_write_through", full)
    with pytest.raises(RenderError, match=r"a\.txt: cannot be written: No space left on device"):
        write_renditions(RENDITIONS, tmp_path, "a")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.html": b"old", "a.txt": b"old"}


def test_a_folder_in_the_place_of_a_file_leaves_what_was_there(tmp_path: Path) -> None:
    """The formats before it are not replaced either."""
    write_renditions({"html": b"old"}, tmp_path, "a")
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(RenderError, match=r"a\.txt: cannot be written: Is a directory; nothing was changed there"):
        write_renditions(RENDITIONS, tmp_path, "a")
    assert (tmp_path / "a.html").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.txt"]


def test_an_output_folder_that_cannot_be_is_named_with_what_to_do(tmp_path: Path) -> None:
    """A file where the folder should be: the error says so, and names the option."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(RenderError, match=r"out: cannot be written: .*--out"):
        write_renditions(RENDITIONS, tmp_path / "out", "a")
