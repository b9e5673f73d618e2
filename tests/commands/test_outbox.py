"""Sending by hand and deciding about copies, as a user meets it on the command line."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.errors import ConfigError
from briefing.store import Store, open_store
from tests.deliver.servers import PASSWORD, Script, smtp_server
from tests.mailing_samples import FOLDER, made

pytestmark = [
    pytest.mark.filterwarnings("ignore:Session.login_data:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning"),
]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration, where making a briefing costs nothing: what is sent is looked at here, not what is in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.yaml").write_text(FOLDER)
    monkeypatch.setattr("briefing.pipeline.make_briefing", lambda *arguments, **named: made())
    return tmp_path


@pytest.fixture
def store(elsewhere: Path) -> Store:
    return open_store(elsewhere / "var" / "briefing.sqlite3")


def files(folder: Path) -> list[str]:
    return sorted(f.name.partition("-")[0].partition("@")[0] for f in (folder / "mail").glob("*.eml"))


def run(*words: str) -> int:
    return main(["run", "--date", "2030-05-06", *words])


def test_nothing_is_sent_unless_it_is_asked_for(elsewhere: Path) -> None:
    """Neither by default nor with --no-send."""
    assert run() == 0 and run("--no-send") == 0
    assert not (elsewhere / "mail").exists() and not (elsewhere / "var").exists()


def test_send_sends_to_the_audience_and_to_nobody_twice(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second one says so; --again sends anew; another day is another briefing."""
    assert run("--send") == 0
    assert files(elsewhere) == ["anna", "ben", "carl", "dora"] and "copies: 4 sent" in capsys.readouterr().err
    assert run("--send", "--audience", "desk") == 0
    assert "4 of 4 have a copy of by hand/2030-05-06/desk already; --again sends another" in capsys.readouterr().err
    assert len(files(elsewhere)) == 4
    assert run("--send", "--again") == 0 and len(files(elsewhere)) == 8
    assert main(["run", "--date", "2030-05-07", "--send"]) == 0 and len(files(elsewhere)) == 12


def test_one_copy_can_be_sent_to_oneself(elsewhere: Path) -> None:
    """As often as one likes, and to nobody else."""
    assert run("--send", "--to", "me@example.org") == 0 and run("--send", "--to", "me@example.org") == 0
    assert files(elsewhere) == ["me", "me"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--send", "--to", "me@example.org, you@example.org"], "--to: 'me@example.org, you@example.org' is no email address"),
        (["--send", "--to", "me@example.org\nBcc: x"], "is no email address"),
        (["--send", "--audience", "press"], "'press' is no audience"),
        (["--to", "me@example.org"], "add --send"),
        (["--again"], "add --send"),
    ],
)
def test_whom_to_send_to_is_known_before_the_work_begins(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1 or 2, with what is wrong, and no briefing made."""

    def unwanted(*arguments: object, **named: object) -> None:
        raise AssertionError("the briefing was made")

    monkeypatch.setattr("briefing.pipeline.make_briefing", unwanted)
    assert run(*arguments) == ConfigError.exit_code
    assert expected in capsys.readouterr().err


def test_sending_needs_one_audience_and_a_way_to_send(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two audiences have to be told apart by name."""
    (elsewhere / "config.yaml").write_text(FOLDER.replace("operator:", "  press: {recipients: [{address: p@example.org}]}\noperator:"))
    assert run("--send") == 2 and "there are: desk, press; name one with --audience" in capsys.readouterr().err
    assert run("--send", "--audience", "press") == 0 and files(elsewhere) == ["p"]
    (elsewhere / "config.yaml").write_text("title: x")
    assert run("--send") == 2 and "without the section email" in capsys.readouterr().err


def smtp_config(port: int, extra: str = "") -> str:
    return FOLDER.replace("folder: mail", f"smtp: {{host: 127.0.0.1, port: {port}, security: none{extra}}}")


def test_what_did_not_arrive_is_named_decided_about_and_sent(elsewhere: Path, capsys: pytest.CaptureFixture[str], store: Store) -> None:
    """Refused, put off and unknown copies: the exit code, the list, retry, release, send."""
    script = Script(
        at={"message": ["drop"]}, recipients={"ben@example.org": ["550 5.1.1 no such user"], "carl@example.org": ["451 4.7.1 later"]}
    )
    with smtp_server(script) as port:
        (elsewhere / "config.yaml").write_text(smtp_config(port))
        assert run("--send") == 1
        told = capsys.readouterr().err
        assert (
            "copies: 1 sent, 1 pending, 1 failed, 1 unknown" in told and "ben@example.org: failed, RCPT TO: 550 5.1.1 no such user" in told
        )
        assert main(["outbox"]) == 0
        listed = capsys.readouterr()
        assert [line.split()[1:3] for line in listed.out.splitlines()] == [
            ["unknown", "anna@example.org"],
            ["failed", "ben@example.org"],
            ["pending", "carl@example.org"],
        ]
        assert "next try" in listed.out and "1 failed, 1 pending, 2 sent, 1 unknown" in listed.err
        assert main(["outbox", "release", "2"]) == 1 and "is failed: `release` is for copies that are unknown" in capsys.readouterr().err
        assert main(["outbox", "retry", "1"]) == 1 and "is unknown: `retry` is for copies" in capsys.readouterr().err
        assert main(["outbox", "retry", "--all"]) == 0
        assert main(["outbox", "release", "1", "--arrived"]) == 0
        assert main(["outbox", "send"]) == 0
        assert "2 sent, 0 waiting, 0 failed, 0 unknown" in capsys.readouterr().out
        assert main(["outbox", "list", "--all", "--json"]) == 0
    copies = json.loads(capsys.readouterr().out)["copies"]
    assert {c["recipient"].partition("@")[0]: c["state"] for c in copies} == dict.fromkeys(("anna", "ben", "carl", "dora", "ops"), "sent")
    assert sum(r.recipients == ("anna@example.org",) for r in script.received) == 1


def test_a_machine_is_told_what_became_of_each_copy(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the one object that --json prints, with the reason; a run that sends nothing says nothing of copies."""
    assert run("--json") == 0
    assert "copies" not in json.loads(capsys.readouterr().out)
    with smtp_server(Script(recipients={"ben@example.org": ["550 5.1.1 no such user"]})) as port:
        (elsewhere / "config.yaml").write_text(smtp_config(port))
        assert run("--send", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert {c["recipient"].partition("@")[0]: c["state"] for c in said["copies"]} == {
        "anna": "sent", "ben": "failed", "carl": "sent", "dora": "sent",
    }  # fmt: skip
    assert said["copies"][1]["reason"] == "RCPT TO: 550 5.1.1 no such user" and said["nothing_sent_for_now"] is None
    (elsewhere / "config.yaml").write_text(smtp_config(1))
    assert run("--send", "--to", "me@example.org", "--json") == 3
    said = json.loads(capsys.readouterr().out)
    assert said["copies"][0]["state"] == "pending" and "nothing answers there" in said["nothing_sent_for_now"]


def test_old_messages_are_forgotten_when_something_is_sent(
    elsewhere: Path, store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After email.keep_days, also where nobody runs a daemon; who had the briefing is not sent it again."""
    assert run("--send") == 0
    with store.write("test") as connection:
        connection.exec_driver_sql("UPDATE deliveries SET changed_at = '2020-01-01T00:00:00.000000Z'")
    assert run("--send") == 0
    assert "4 of 4 have a copy" in capsys.readouterr().err
    assert main(["outbox", "show", "1"]) == 1 and "email.keep_days" in capsys.readouterr().err


def test_a_server_that_is_down_leaves_everything_waiting(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 3, with the reason; the copies go out once it is back."""
    (elsewhere / "config.yaml").write_text(smtp_config(1))
    assert run("--send") == 3
    told = capsys.readouterr().err
    assert "nothing can be sent for now: 127.0.0.1:1: nothing answers there" in told and "4 pending" in told
    assert "`briefing outbox send`" in told
    script = Script()
    with smtp_server(script) as port:
        (elsewhere / "config.yaml").write_text(smtp_config(port))
        assert main(["outbox", "retry", "--all"]) == 0 and main(["outbox", "send"]) == 0
    assert len(script.received) == 4


def test_an_address_is_suppressed_and_allowed(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named in the list, and gets nothing until it is allowed again."""
    assert main(["outbox", "suppress", "Anna@example.org", "--reason", "asked by phone"]) == 0
    assert run("--send") == 0 and files(elsewhere) == ["ben", "carl", "dora"]
    assert "anna@example.org: suppressed" in capsys.readouterr().err
    main(["outbox"])
    assert "suppressed addresses: anna@example.org" in capsys.readouterr().err
    assert main(["outbox", "allow", "anna@example.org"]) == 0
    assert run("--send", "--again") == 0 and "anna" in files(elsewhere)


def test_a_copy_is_shown_as_it_was_sent(elsewhere: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Byte for byte, to put before a mail program."""
    run("--send", "--to", "me@example.org")
    capfdbinary.readouterr()
    assert main(["outbox", "show", "1"]) == 0
    assert capfdbinary.readouterr().out == next((elsewhere / "mail").glob("me@*")).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["retry"], 2, "needs the number of a copy"),
        (["release", "x"], 2, "'x' is no number of a copy"),
        (["retry", "99"], 1, "there is none of that number"),
        (["suppress"], 2, "needs an address"),
        (["suppress", "anna"], 1, "is no email address"),
        (["send", "1"], 2, "takes no number"),
    ],
)
def test_wrong_use_is_named(arguments: list[str], code: int, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do."""
    assert main(["outbox", *arguments]) == code
    assert expected in capsys.readouterr().err


def test_check_says_whether_mail_can_be_sent(elsewhere: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Audiences with their number; with --smtp the server is asked, and nothing is sent."""
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    assert "ok      audiences: desk (4)" in out and f"ok      email: as files in {elsewhere}/mail" in out
    monkeypatch.setenv("MAIL_PASSWORD", PASSWORD)
    script = Script(is_login_needed=True)
    with smtp_server(script) as port:
        (elsewhere / "config.yaml").write_text(smtp_config(port, ", user: robot, password_env: MAIL_PASSWORD"))
        assert main(["check"]) == 0 and not script.connections
        assert main(["check", "--smtp"]) == 0
        assert f"ok      email: 127.0.0.1:{port}, not encrypted, logged in as robot" in capsys.readouterr().out
        monkeypatch.setenv("MAIL_PASSWORD", "wrong")
        assert main(["check", "--smtp"]) == 1
    told = capsys.readouterr().out
    assert "WRONG   email: " in told and "the login of robot was refused (535" in told and not script.received
    for wrong in (FOLDER.replace("ops@", "öps@"), FOLDER.replace("briefing@", "bríefing@")):
        (elsewhere / "config.yaml").write_text(wrong)
        assert main(["check"]) == 1 and "WRONG   email: " in capsys.readouterr().out
    (elsewhere / "config.yaml").write_text(FOLDER.replace("    recipients:", "    file: readers.csv\n    recipients:"))
    assert main(["check"]) == 1 and "WRONG   audiences: " in capsys.readouterr().out


def test_a_copy_whose_process_died_is_unknown_at_the_next_send(elsewhere: Path, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says so and ends with exit code 1, and the operator's message is on its way."""
    long_ago = datetime.now(UTC) - timedelta(hours=1)
    assert run("--send", "--to", "me@example.org") == 0
    with store.write("test") as connection:
        connection.exec_driver_sql(f"UPDATE deliveries SET state = 'sending', lease_until = '{long_ago:%Y-%m-%dT%H:%M:%S.%fZ}'")
    shutil.rmtree(elsewhere / "mail")
    capsys.readouterr()
    assert main(["outbox", "send"]) == 1
    assert "0 sent, 0 waiting, 0 failed, 1 unknown" in capsys.readouterr().out
    assert files(elsewhere) == ["ops"]


def test_each_waiting_copy_is_listed_with_its_next_try(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also those that were not tried themselves, as the first one found no server."""
    (elsewhere / "config.yaml").write_text(FOLDER.replace("folder: mail", "folder: config.yaml/mail"))
    run("--send")
    capsys.readouterr()
    assert main(["outbox"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4 and all("pending" in line and ", next try 20" in line for line in lines), lines
