"""Folders give each file once, in one order, and say what became of every one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.errors import ConfigError
from briefing.ingest import FolderSource, IngestResult, IngestSettings, iter_documents, read_documents
from briefing.ingest.patterns import excluded, matches_any
from briefing.models import CoverageEntry, Document

from .samples import ENGLISH, TODAY, write


def read_folders(*sources: FolderSource, base: Path) -> IngestResult:
    return read_documents(sources, IngestSettings(), today=TODAY, base=base)


def test_folder_is_read_recursively_in_one_order(tmp_path: Path) -> None:
    """Paths are shown below the base; hidden files and folders are let be."""
    for name in ("b.txt", "a/c.txt", "a/b/d.md", "B.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / "in" / name, ENGLISH)
    result = read_folders(FolderSource(folder=tmp_path / "in"), base=tmp_path)
    paths = ["in/B.txt", "in/a/b/d.md", "in/a/c.txt", "in/b.txt"]
    assert [document.path for document in result.documents] == paths
    assert result.coverage == tuple(CoverageEntry(path=path, outcome="read") for path in paths)


def test_empty_folder_gives_nothing(tmp_path: Path) -> None:
    """It is for the briefing to say so."""
    assert read_folders(FolderSource(folder=tmp_path), base=tmp_path) == IngestResult(documents=(), coverage=())


def test_missing_folder_is_named_before_anything_is_read(tmp_path: Path) -> None:
    """A folder that is not there is an error of the configuration."""
    write(tmp_path / "a.txt", ENGLISH)
    for wrong, words in ((tmp_path / "gone", "does not exist"), (tmp_path / "a.txt", "is no folder")):
        sources = [FolderSource(folder=tmp_path), FolderSource(folder=wrong)]
        with pytest.raises(ConfigError, match=words) as caught:
            iter_documents(sources, IngestSettings(), today=TODAY, base=tmp_path)
        assert str(wrong) in str(caught.value)


def test_one_bad_file_leaves_the_others(tmp_path: Path) -> None:
    """Each file has its entry, with a reason and a sentence for a person."""
    write(tmp_path / "a.txt", ENGLISH)
    write(tmp_path / "b.txt", b"")
    write(tmp_path / "c.pdf", b"no")
    write(tmp_path / "d.xlsx", b"no")
    result = read_folders(FolderSource(folder=tmp_path), base=tmp_path)
    assert [(entry.path, entry.outcome, entry.reason) for entry in result.coverage] == [
        ("a.txt", "read", None),
        ("b.txt", "unreadable", "empty"),
        ("c.pdf", "unreadable", "wrong extension"),
        ("d.xlsx", "skipped", "unsupported format"),
    ]
    assert all(entry.detail for entry in result.coverage[1:])


def test_patterns_choose_files(tmp_path: Path) -> None:
    """What the patterns leave out is not spoken of."""
    for name in ("a.txt", "b.md", "drafts/c.txt", "old/d.TXT", "e.xlsx"):
        write(tmp_path / name, ENGLISH)
    source = FolderSource(folder=tmp_path, include=("*.txt",), exclude=("drafts",))
    assert [entry.path for entry in read_folders(source, base=tmp_path).coverage] == ["a.txt", "old/d.TXT"]
    source = FolderSource(folder=tmp_path, include=("*.xlsx",))
    assert [entry.reason for entry in read_folders(source, base=tmp_path).coverage] == ["unsupported format"]


@pytest.mark.parametrize(
    ("path", "pattern", "matches"),
    [
        ("a/b.txt", "*.txt", True),
        ("a/b.txt", "a/*.txt", True),
        ("a/c/b.txt", "a/*.txt", False),
        ("a/c/b.txt", "a/**/*.txt", True),
        ("a/b.txt", "a/**/*.txt", True),
        ("a/c/b.txt", "**/b.txt", True),
        ("b.txt", "**/b.txt", True),
        ("b.txt", "[a-c].txt", True),
        ("b.txt", "[!a-c].txt", False),
        ("b.txt", "?.txt", True),
        ("b+.txt", "b+.txt", True),
        ("[z-a]", "[z-a]", True),
    ],
)
def test_patterns_match_names_or_paths(path: str, pattern: str, matches: bool) -> None:
    """A pattern with a slash is held against the path, one without against the name."""
    assert matches_any(path, (pattern,)) is matches
    assert excluded(f"{path}/inside", (pattern,)) is matches


def test_links_are_followed_within_the_folder_only(tmp_path: Path) -> None:
    """One that leads out or nowhere is named; one that leads to a file that is read anyway is not read again."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    write(inside / "b.txt", ENGLISH)
    write(inside / "sub/c.txt", ENGLISH + "c")
    write(inside / ".store/d.txt", ENGLISH + "d")
    write(outside / "secret.txt", ENGLISH)
    (inside / "a.txt").symlink_to(inside / "b.txt")
    (inside / "d.txt").symlink_to(inside / ".store/d.txt")
    (inside / "e.txt").symlink_to(outside / "secret.txt")
    (inside / "f.txt").symlink_to(inside / "gone.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "self.txt").symlink_to(inside / "self.txt")
    result = read_folders(FolderSource(folder=inside), base=inside)
    assert [document.path for document in result.documents] == ["b.txt", "sub/c.txt", "d.txt"]
    assert {entry.path: entry.reason for entry in result.coverage if entry.outcome != "read"} == dict.fromkeys(
        ("e.txt", "f.txt", "folder", "self.txt"), "symbolic link"
    )


def test_links_are_named_where_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not where they lead, however the folder was named."""
    write(tmp_path / "out/secret.txt", ENGLISH)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").symlink_to(tmp_path / "out/secret.txt")
    (tmp_path / "other").symlink_to(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    for folder in (Path("in"), tmp_path / "in", Path("other")):
        (entry,) = read_folders(FolderSource(folder=folder), base=tmp_path).coverage
        assert (entry.path, entry.reason) == ("in/a.txt", "symbolic link")


def test_overlapping_sources_give_each_file_once(tmp_path: Path) -> None:
    """The first source that has it gives it."""
    write(tmp_path / "a/b.txt", ENGLISH)
    sources = (FolderSource(folder=tmp_path), FolderSource(folder=tmp_path / "a"))
    assert len(read_folders(*sources, base=tmp_path).coverage) == 1


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    """A pipe would be waited for without end."""
    os.mkfifo(tmp_path / "pipe.txt")
    (entry,) = read_folders(FolderSource(folder=tmp_path), base=tmp_path).coverage
    assert (entry.outcome, entry.reason) == ("unreadable", "unreadable")


def test_names_are_shown_so_that_they_can_be_written(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 and control characters would break a page or a JSON file."""
    with open(os.path.join(os.fsencode(tmp_path), b"a\xff\n.txt"), "wb") as file:
        file.write(ENGLISH.encode())
    (document,) = read_folders(FolderSource(folder=tmp_path), base=tmp_path).documents
    assert (document.path, document.name) == ("a\ufffd\ufffd.txt", "a\ufffd\ufffd")


def test_documents_come_one_by_one(tmp_path: Path) -> None:
    """Each is followed by its entry, and the next file is not read before it is asked for."""
    first, second = write(tmp_path / "a.txt", ENGLISH), write(tmp_path / "b.txt", ENGLISH)
    stream = iter_documents([FolderSource(folder=tmp_path)], IngestSettings(), today=TODAY, base=tmp_path)
    assert isinstance(next(stream), Document)
    assert next(stream) == CoverageEntry(path=first.name, outcome="read")
    second.write_bytes(b"")
    assert [item.reason for item in stream if isinstance(item, CoverageEntry)] == ["empty"]


def test_path_outside_the_base_is_shown_whole(tmp_path: Path) -> None:
    """There is no shorter name for it."""
    path = write(tmp_path / "in/a.txt", ENGLISH)
    (document,) = read_folders(FolderSource(folder=tmp_path / "in"), base=tmp_path / "elsewhere").documents
    assert document.path == str(path)
