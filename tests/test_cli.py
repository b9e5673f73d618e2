"""The commands as a user meets them: exit codes, what goes where, and errors that name what is wrong."""

from __future__ import annotations

import json
import shutil
from email.message import EmailMessage
from pathlib import Path

import jsonschema
import pytest

from briefing.cli import main

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_all_that_a_run_needs(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a configuration: the files are named on stdout, the coverage on stderr."""
    assert main(["run", str(SEEDS), "--date", "2022-09-20"]) == 0
    out, err = capsys.readouterr()
    assert [Path(line).suffix for line in out.splitlines()] == [".html", ".txt", ".docx", ".ics", ".json"]
    assert all((elsewhere / line).is_file() for line in out.splitlines())
    assert err.strip() == "1 of 1 source read."


def test_an_empty_folder_gives_a_briefing_that_says_so(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 4, and all files are there."""
    (elsewhere / "none").mkdir()
    assert main(["run", "none", "--date", "2022-09-20", "--json"]) == 4
    files = json.loads(capsys.readouterr().out)["files"]
    assert len(files) == 5
    assert "nothing to report" in Path(files[1]).read_text(encoding="utf-8")


def test_what_cannot_be_read_is_named_and_the_rest_is_briefed(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 3; the coverage note of every rendition gives the reason, and a copy of a document is folded."""
    folder = elsewhere / "docs"
    shutil.copytree(SEEDS, folder)
    shutil.copy(next(SEEDS.glob("*.txt")), folder / "again.txt")
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "german.txt").write_text("Der Minister sagte am Montag, dass die Verhandlungen über das Abkommen nicht weitergehen. " * 5)
    assert main(["run", "docs", "--date", "2022-09-20", "--json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert {Path(e["path"]).name: e["reason"] for e in told["left_out"]} == {
        "empty.txt": "empty",
        "broken.pdf": "unreadable",
        "german.txt": "not english",
    }
    text = Path(told["files"][1]).read_text(encoding="utf-8")
    assert "empty.txt" in text and "broken.pdf" in text and "1 of these folded" in " ".join(text.split())


def test_documents_before_a_day_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """And the coverage note says so."""
    assert main(["run", str(SEEDS), "--date", "2022-12-01", "--since", "2022-11-01", "--json"]) == 4
    assert json.loads(capsys.readouterr().out)["left_out"][0]["reason"] == "older"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "nowhere"], "nowhere does not exist"),
        (["run"], "name a folder"),
        (["run", "--config", "gone.yaml"], "gone.yaml: there is no such file"),
    ],
)
def test_wrong_use_is_named(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, with what to do."""
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["run", "--date", "20.9.2022"], ["nothing"], ["run", "--unknown"], []])
def test_options_that_are_none_end_with_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and one line on where the help is."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "--help" in capsys.readouterr().err


def test_analyze_prints_the_shape_that_scorers_read(capsys: pytest.CaptureFixture[str]) -> None:
    """One object a line; every span is one of the text, names refer to actors, and the date says where it is from."""
    assert main(["analyze", str(SEEDS), "--jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    made = json.loads(line)
    text = next(SEEDS.glob("*.txt")).read_bytes().decode()
    assert (made["document"], made["published"], made["published_from"]) == ("000_f0eb57323d2ae8b3", "2022-09-20", "text")
    names = {a["name"] for a in made["actors"]}
    spans = [*made["summary"], *(m["span"] for m in made["mentions"]), *(t["span"] for t in made["times"])]
    for position in made["positions"]:
        spans += position["source"] + position["cue"] + position["content"]
        assert position["actor"] is None or position["actor"] in names
    for step in made["next_steps"]:
        spans += step["what"] + step["when"]
        assert set(step["who"]) <= names
    assert all(0 <= s < e <= len(text) for s, e in spans)
    saliences = [a["salience"] for a in made["actors"]]
    assert saliences == sorted(saliences, reverse=True)


def test_analyze_goes_on_behind_a_file_that_gives_nothing(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 3 where others were read, 1 where none was; --published states the date."""
    (elsewhere / "empty.txt").write_text("")
    assert main(["analyze", "empty.txt", str(SEEDS), "--published", "2022-09-21", "--jsonl"]) == 3
    out, err = capsys.readouterr()
    assert "empty.txt" in err
    assert (json.loads(out)["published"], json.loads(out)["published_from"]) == ("2022-09-21", "option")
    assert main(["analyze", "empty.txt"]) == 1
    assert main(["analyze", "gone.txt"]) == 1


def test_analyze_reads_a_folder_as_a_run_does(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Hidden files are let be, links out of the folder and what is lost of a mail are named, pictures are no loss."""
    folder = elsewhere / "docs"
    folder.mkdir()
    words = "Minister Ada Quill said on Monday that the bridge over the river will be closed."
    (elsewhere / "secret.txt").write_text(words)
    (folder / ".hidden.txt").write_text(words)
    (folder / "link.txt").symlink_to(elsewhere / "secret.txt")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    mail = EmailMessage()
    mail.set_content(words)
    mail.add_attachment(b"%PDF-1.7 nothing", maintype="application", subtype="pdf", filename="plan.pdf")
    (folder / "mail.eml").write_bytes(bytes(mail))
    assert main(["analyze", "docs", "--jsonl"]) == 3
    out, err = capsys.readouterr()
    assert [json.loads(line)["path"] for line in out.splitlines()] == ["docs/mail.eml"]
    assert [line.split(": ")[1] for line in err.splitlines()] == ["docs/mail.eml/plan.pdf", "docs/photo.jpg", "docs/link.txt"]
    (folder / "link.txt").unlink()
    mail.clear_content()
    mail.set_content(words)
    (folder / "mail.eml").write_bytes(bytes(mail))
    assert main(["analyze", "docs", "--jsonl"]) == 0


@pytest.mark.parametrize(("name", "code"), [("photo.jpg", 0), ("notes.doc", 3), ("README", 3), ("paper.pdf", 3)])
def test_what_is_no_document_is_no_loss(elsewhere: Path, name: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture beside the documents is named and leaves the run whole; a document that cannot be read does not."""
    folder = elsewhere / "docs"
    shutil.copytree(SEEDS, folder)
    (folder / name).write_bytes(b"\xff\xd8 no words")
    assert main(["run", "docs", "--date", "2022-09-20"]) == code
    assert f"docs/{name}: " in capsys.readouterr().err


@pytest.mark.parametrize("day", ["0001-01-01", "1980-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_out_of_all_reckoning_is_refused(elsewhere: Path, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, as calendars and archives end there."""
    (elsewhere / "none").mkdir()
    assert main(["run", "none", "--date", day]) == 2
    assert day in capsys.readouterr().err


@pytest.mark.parametrize("day", ["1981-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_can_be_briefed(elsewhere: Path, day: str) -> None:
    """In all formats."""
    (elsewhere / "none").mkdir()
    assert main(["run", "none", "--date", day]) == 4


def test_check_says_what_is_well_and_what_is_not(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each part; a wrong one gives exit code 1, a configuration that cannot be read 2."""
    assert main(["check"]) == 0
    (elsewhere / "config.yaml").write_text("sources: [{folder: gone}]\ntemplates: mine\n")
    (elsewhere / "mine").mkdir()
    (elsewhere / "mine" / "briefing.html.j2").write_text("\n{% if %}")
    capsys.readouterr()
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert "WRONG   sources" in out and "gone does not exist" in out
    assert "WRONG   templates" in out and "briefing.html.j2:2" in out
    (elsewhere / "config.yaml").write_text("titel: x\n")
    assert main(["check"]) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("email: {sender: a@b.example, folder: taken/mail}\n", "WRONG   email: {here}/taken/mail cannot be written; change email.folder"),
        (
            "email: {sender: a@b.example, smtp: {host: localhost, user: u, password_env: NO_SUCH_PASSWORD}}\n",
            "WRONG   email: email.smtp.password_env: the environment variable NO_SUCH_PASSWORD is not set",
        ),
        (
            "email: {sender: a@b.example, smtp: {host: localhost, user: u, password_file: gone}}\n",
            "WRONG   email: email.smtp.password_file: {here}/gone cannot be read: No such file or directory",
        ),
        (
            "schedules: [{name: m, at: '06:30'}]\nservice: {health_file: taken/health.json}\n",
            "WRONG   service: {here}/taken cannot be written; change service.health_file",
        ),
        ("schedules: [{name: m, at: '06:30'}]\nservice: {health_file: docs}\n", "WRONG   service: {here}/docs is a folder"),
        ("sources: [{folder: taken}]\n", "WRONG   sources: the source folder {here}/taken is no folder"),
    ],
)
def test_check_finds_what_a_run_would_stumble_over(elsewhere: Path, capsys: pytest.CaptureFixture[str], text: str, expected: str) -> None:
    """A secret that is not there, and folders that cannot be read or written, are known before the first morning."""
    (elsewhere / "docs").mkdir()
    (elsewhere / "taken").write_text("a file")
    (elsewhere / "config.yaml").write_text(text)
    assert main(["check"]) == 1
    assert expected.replace("{here}", str(elsewhere)) in capsys.readouterr().out


def test_the_schema_is_that_of_the_json_rendition(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a run writes is valid against what `briefing schema` prints."""
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    main(["run", str(SEEDS), "--date", "2022-09-20"])
    jsonschema.validate(json.loads((elsewhere / "out" / "briefing-2022-09-20.json").read_bytes()), schema)
