"""A mail server that refuses, stalls, breaks off or shows a wrong certificate, at every step: what becomes of each copy."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Literal

import pytest

from briefing.deliver.drain import DrainReport, DrainSettings, drain_outbox
from briefing.deliver.records import Outcome
from briefing.deliver.session import SmtpSettings
from briefing.deliver.smtp import SmtpTransport, _give_envelope, _give_message, _Refused
from briefing.errors import TransportDown
from briefing.store import Store
from tests.deliver.mail import ADDRESSES, NOON, claim_one, states
from tests.deliver.servers import DROP, PASS, PASSWORD, SILENCE, TOKEN, Certificates, Script, server_context, smtp_server
from tests.slot_samples import Clock

# the test server warns of an attribute of its own, and of the logins that this file's servers take without TLS
pytestmark = [
    pytest.mark.filterwarnings("ignore:Session.login_data:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning"),
]
Security = Literal["starttls", "tls", "none"]
#: how long a silent server is waited for: much longer than any answer takes, on a busy machine too
SHORT_S = 3.0


def plain(port: int, timeout_s: float = 60.0) -> SmtpTransport:
    return SmtpTransport(SmtpSettings(host="127.0.0.1", port=port, security="none", timeout_s=timeout_s))


def drained(store: Store, transport: SmtpTransport, clock: Clock | None = None, *, resend_unknown: bool = False) -> DrainReport:
    settings = DrainSettings(resend_unknown=resend_unknown)
    return drain_outbox(store, transport, settings=settings, clock=clock or Clock(NOON), rng=random.Random(1))


def test_each_recipient_has_an_envelope_of_their_own(store: Store) -> None:
    """One sender, one recipient a transaction, and nobody is told of anybody else."""
    script = Script()
    with smtp_server(script) as port:
        report = drained(store, plain(port))
    assert report.sent == 3 and script.connections == 1
    assert [r.recipients for r in script.received] == [(address,) for address in ADDRESSES]
    assert {r.sender for r in script.received} == {"briefing@example.org"}
    for received in script.received:
        assert received.content == next(store.delivery_message(d.id) for d in store.list_outbox() if d.recipient == received.recipients[0])
        assert sum(address.encode() in received.content for address in ADDRESSES) == 1
        assert b"Bcc" not in received.content
    assert all(d.state == "sent" and d.reason == "250 2.0.0 taken" for d in store.list_outbox())


@pytest.mark.parametrize(
    ("command", "answer", "expected", "is_down"),
    [
        ("connect", "554 no service for you", "pending", True),
        ("connect", "421 busy", "pending", True),
        ("EHLO", "550 go away", "pending", True),
        ("MAIL", "550 5.7.1 this sender is blocked", "pending", True),
        ("MAIL", "451 4.3.0 try later", "pending", False),
        ("RCPT", "550 5.1.1 no such user", "failed", False),
        ("RCPT", "451 4.7.1 greylisted", "pending", False),
        ("DATA", "554 5.5.1 no valid recipients", "failed", False),
        ("DATA", "451 4.3.0 try later", "pending", False),
        ("message", "554 5.7.1 looks like spam", "failed", False),
        ("message", "451 4.3.0 try later", "pending", False),
    ],
)
def test_a_refusal_at_each_command_means_what_it_means(store: Store, command: str, answer: str, expected: str, is_down: bool) -> None:
    """5xx to a recipient or a message: that copy only. 5xx to the sender, or no service: nothing is sent for now, and nothing is lost."""
    script = Script(at={command: [answer, answer] if command == "EHLO" else [answer]})
    if command == "EHLO":
        script.at["HELO"] = [answer]
    with smtp_server(script) as port:
        report = drained(store, plain(port))
    assert states(store) == {"anna": expected, "ben": "pending" if is_down else "sent", "carl": "pending" if is_down else "sent"}
    assert (report.down is not None) == is_down
    anna = store.list_outbox()[0]
    assert anna.reason is not None and answer in anna.reason
    if expected == "failed":
        assert [told.recipient for told in report.failed] == ["anna@example.org"]
    assert len(script.received) == (0 if is_down else 2)


def test_some_recipients_refused_is_no_success_for_them(store: Store) -> None:
    """Permanent, temporary and good ones in one batch end each as they should."""
    script = Script(recipients={"anna@example.org": ["550 5.1.1 no such user"], "ben@example.org": ["452 4.2.2 mailbox full"]})
    with smtp_server(script) as port:
        drained(store, plain(port))
    assert states(store) == {"anna": "failed", "ben": "pending", "carl": "sent"}
    assert [r.recipients for r in script.received] == [("carl@example.org",)]


def test_a_temporary_refusal_is_tried_again_and_then_sent_once(store: Store) -> None:
    """Later, with the same bytes and the same Message-ID."""
    clock = Clock(NOON)
    script = Script(at={"message": ["451 4.3.0 try later"]})
    with smtp_server(script) as port:
        drained(store, plain(port), clock)
        before = store.delivery_message(1)
        assert drained(store, plain(port), clock).sent == 0, "it waits before it is tried again"
        clock.advance(minutes=2)
        assert drained(store, plain(port), clock).sent == 1
    assert set(states(store).values()) == {"sent"}
    assert [r.content for r in script.received if r.recipients == ("anna@example.org",)] == [before]


@pytest.mark.parametrize(("command", "place"), [("MAIL", 1), ("RCPT", 1), ("DATA", 1), ("message", 1)])
def test_421_in_the_middle_costs_at_most_a_delay(store: Store, command: str, place: int) -> None:
    """The second copy of a connection meets it: nothing is lost, nothing comes twice."""
    clock = Clock(NOON)
    script = Script(at={command: [PASS] * place + ["421 4.7.0 too many messages on this connection"]})
    with smtp_server(script) as port:
        drained(store, plain(port), clock)
        if command in ("MAIL", "RCPT"):
            assert set(states(store).values()) == {"sent"}, "nothing was committed yet: a new connection at once"
        clock.advance(minutes=2)
        drained(store, plain(port), clock)
    assert set(states(store).values()) == {"sent"}
    assert sorted(r.recipients[0] for r in script.received) == list(ADDRESSES)


@pytest.mark.parametrize("command", ["connect", "EHLO", "MAIL", "RCPT", "DATA"])
def test_a_connection_that_breaks_before_the_message_loses_nothing(store: Store, command: str) -> None:
    """The copy waits, and is sent once."""
    clock = Clock(NOON)
    script = Script(at={command: [DROP]})
    with smtp_server(script) as port:
        drained(store, plain(port), clock)
        assert store.list_outbox()[0].state == "pending"
        clock.advance(minutes=2)
        drained(store, plain(port), clock)
    assert set(states(store).values()) == {"sent"}
    assert sorted(r.recipients[0] for r in script.received) == list(ADDRESSES)


@pytest.mark.parametrize("answer", [DROP, SILENCE, "354 what?", "nonsense"])
def test_no_answer_after_the_message_is_unknown_and_held(store: Store, answer: str) -> None:
    """The server may have it (here it has): it is not sent again by itself, however often the outbox is drained."""
    clock = Clock(NOON)
    script = Script(at={"message": [answer]})
    with smtp_server(script) as port:
        report = drained(store, plain(port, timeout_s=SHORT_S if answer == SILENCE else 60), clock)
        for _ in range(3):
            clock.advance(hours=7)
            drained(store, plain(port), clock)
    assert [told.recipient for told in report.unknown] == ["anna@example.org"]
    assert states(store) == {"anna": "unknown", "ben": "sent", "carl": "sent"}
    assert sum(r.recipients == ("anna@example.org",) for r in script.received) == (1 if answer in (DROP, SILENCE) else 0)


def test_an_unknown_copy_is_sent_again_where_the_settings_say_so(store: Store) -> None:
    """Under the same Message-ID, byte for byte."""
    clock = Clock(NOON)
    script = Script(at={"message": [DROP]})
    with smtp_server(script) as port:
        drained(store, plain(port), clock, resend_unknown=True)
        clock.advance(minutes=2)
        drained(store, plain(port), clock, resend_unknown=True)
    assert set(states(store).values()) == {"sent"}
    twice = [r.content for r in script.received if r.recipients == ("anna@example.org",)]
    assert len(twice) == 2 and twice[0] == twice[1]


@pytest.mark.slow
@pytest.mark.parametrize("command", ["connect", "MAIL", "RCPT", "DATA"])
def test_a_silent_server_is_given_up_after_the_timeout(store: Store, command: str) -> None:
    """Nothing is sent, nothing lost, and the reason says what was waited for."""
    script = Script(at={command: [SILENCE]})
    with smtp_server(script) as port:
        drained(store, plain(port, timeout_s=SHORT_S))
    assert states(store)["anna"] == "pending" and not any(r.recipients == ("anna@example.org",) for r in script.received)
    reason = store.list_outbox()[0].reason
    assert reason is not None and ("timed out" in reason or f"within {SHORT_S:g} seconds" in reason)


def test_one_copy_that_breaks_every_connection_does_not_hold_up_the_others(store: Store) -> None:
    """A server that hangs up on one recipient takes the rest."""
    script = Script(recipients={"anna@example.org": [DROP] * 9})
    with smtp_server(script) as port:
        report = drained(store, plain(port))
    assert report.down is None and states(store) == {"anna": "pending", "ben": "sent", "carl": "sent"}


def test_a_message_over_the_server_s_size_is_refused_without_sending_it(store: Store) -> None:
    """With both sizes in the reason."""
    script = Script()
    with smtp_server(script, data_size_limit=500) as port:
        report = drained(store, plain(port))
    assert len(report.failed) == 3 and "takes 0.0 MB at most" in report.failed[0].reason
    assert not any(command.startswith("MAIL") for command in script.commands)


def test_nobody_at_the_address_is_said_once_and_everything_waits(store: Store) -> None:
    """All copies get the reason and the same next try."""
    report = drained(store, plain(1))
    assert report.down is not None and "nothing answers there" in report.down
    assert set(states(store).values()) == {"pending"}
    assert all(d.reason == report.down for d in store.list_outbox())
    assert store.next_attempt() is not None


class Wire:
    """Stands for a connection, and gives the same answer to everything."""

    def __init__(self, code: int) -> None:
        self.esmtp_features: dict[str, str] = {}
        self._answer = (code, b"so be it")
        self.sent: list[bytes] = []

    def has_extn(self, name: str) -> bool:
        return False

    def mail(self, sender: str, options: list[str]) -> tuple[int, bytes]:
        return self._answer

    def rcpt(self, recipient: str, options: list[str]) -> tuple[int, bytes]:
        return self._answer

    def docmd(self, command: str) -> tuple[int, bytes]:
        return (354, b"go ahead")

    def send(self, data: bytes) -> None:
        self.sent.append(data)

    def getreply(self) -> tuple[int, bytes]:
        return self._answer


def test_only_2xx_after_the_message_is_sent_and_only_4xx_and_5xx_are_refusals(store: Store) -> None:
    """Whatever else a server says after the message leaves its fate unknown; before it, whatever is no yes sends nothing."""
    copy_ = claim_one(store, Clock(NOON).now, 900)
    assert copy_ is not None
    for code in (-1, *range(1000)):
        wire = Wire(code)
        outcome = _give_message_to(wire)
        assert outcome.state == {2: "sent", 4: "temporary", 5: "permanent"}.get(code // 100, "unknown"), code
        assert b"".join(wire.sent) == b"..dot\r\nend\r\n.\r\n"
        try:
            _give_envelope(Wire(code), copy_)  # type: ignore[arg-type]  # what it is asked is there
        except _Refused as refused:
            assert refused.outcome.state in ("temporary", "permanent") and code != 250
        else:
            assert code == 250


def _give_message_to(wire: Wire) -> Outcome:
    try:
        return _give_message(wire, b".dot\r\nend\r\n")  # type: ignore[arg-type]  # what it is asked is there
    except _Refused as refused:
        return refused.outcome


# ------------------------------------------------------------------------------------------ secured and logged in


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_good_certificate_and_a_good_login_send(
    store: Store, security: Security, certificates: Certificates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Certificates are checked against the system's store; the password is read from a file, less its line end."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    (tmp_path / "secret").write_text(PASSWORD + "\n")
    context = server_context(certificates.good)
    script = Script(is_login_needed=True)
    with smtp_server(script, tls=context if security == "tls" else None, starttls=context if security == "starttls" else None) as port:
        settings = SmtpSettings(
            host="localhost", port=port, security=security, user="robot", password_file=tmp_path / "secret", timeout_s=60
        )
        assert drained(store, SmtpTransport(settings)).sent == 3
        said = SmtpTransport(settings).check("briefing@example.org")
    assert "TLSv1.3" in said and "certificate until" in said and "logged in as robot" in said and "33.6 MB" in said


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("which", ["untrusted", "wrong_name", "expired"])
def test_a_bad_certificate_sends_nothing(
    store: Store, security: Security, which: str, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of nobody known, of another name, or of the past: no login, no message, and plain words."""
    if which == "untrusted":
        monkeypatch.setenv("SSL_CERT_FILE", "/dev/null")
        monkeypatch.setenv("SSL_CERT_DIR", "/nonexistent")
        shown = certificates.good
    else:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
        shown = getattr(certificates, which)
    monkeypatch.setenv("MAIL_PASSWORD", PASSWORD)
    script = Script()
    context = server_context(shown)
    with smtp_server(script, tls=context if security == "tls" else None, starttls=context if security == "starttls" else None) as port:
        settings = SmtpSettings(host="localhost", port=port, security=security, user="robot", password_env="MAIL_PASSWORD", timeout_s=60)
        report = drained(store, SmtpTransport(settings))
    assert report.down is not None and "certificate is not trusted" in report.down
    assert not script.received and not any(c.startswith(("AUTH", "MAIL")) for c in script.commands)
    assert set(states(store).values()) == {"pending"}


def test_a_server_that_lost_its_starttls_gets_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither password nor message goes over a connection that somebody stripped of its security."""
    monkeypatch.setenv("MAIL_PASSWORD", PASSWORD)
    script = Script()
    with smtp_server(script) as port:
        settings = SmtpSettings(host="localhost", port=port, security="starttls", user="robot", password_env="MAIL_PASSWORD", timeout_s=60)
        report = drained(store, SmtpTransport(settings))
    assert report.down is not None and "offers no STARTTLS" in report.down
    assert not any(c.startswith(("AUTH", "MAIL")) for c in script.commands)


def test_a_refused_login_stops_the_batch(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """One attempt at the login for all copies, and the next only after a pause: no account is locked by us."""
    monkeypatch.setenv("MAIL_PASSWORD", "wrong")
    script = Script(is_login_needed=True)
    with smtp_server(script) as port:
        settings = SmtpSettings(host="127.0.0.1", port=port, security="none", user="robot", password_env="MAIL_PASSWORD", timeout_s=60)
        clock = Clock(NOON)
        report = drained(store, SmtpTransport(settings), clock)
        assert drained(store, SmtpTransport(settings), clock).down is None
    assert report.down is not None and "the login of robot was refused (535" in report.down and "wrong" not in report.down
    assert script.connections == 1 and set(states(store).values()) == {"pending"}


@pytest.mark.parametrize(("token", "is_sent"), [(TOKEN, True), ("stale", False)])
def test_a_token_command_logs_in(store: Store, token: str, is_sent: bool) -> None:
    """XOAUTH2 with what the command prints; a refused token is a refused login."""
    script = Script(is_login_needed=True)
    command = (sys.executable, "-c", f"print({token!r})")
    with smtp_server(script) as port:
        settings = SmtpSettings(host="127.0.0.1", port=port, security="none", user="robot", token_command=command, timeout_s=60)
        report = drained(store, SmtpTransport(settings))
    assert (report.sent == 3) == is_sent
    if not is_sent:
        assert report.down is not None and "Check email.smtp.user and the token" in report.down


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"password_env": "NO_SUCH_VARIABLE"}, "NO_SUCH_VARIABLE is not set"),
        ({"password_file": Path("/nonexistent/secret")}, "/nonexistent/secret cannot be read"),
        ({"token_command": (sys.executable, "-c", "raise SystemExit('expired')")}, "exit code 1: 1 expired"),
        ({"token_command": (sys.executable, "-c", "print('two words')")}, "printed no token"),
        ({"token_command": ("/nonexistent/tool",)}, "cannot be run"),
    ],
)
def test_a_secret_that_is_not_there_is_named(settings: dict[str, object], expected: str) -> None:
    """Before any connection is made."""
    transport = SmtpTransport(SmtpSettings(host="127.0.0.1", port=1, security="none", user="robot", **settings))  # type: ignore[arg-type]
    with pytest.raises(TransportDown, match=expected):
        transport.check("briefing@example.org")


@pytest.mark.parametrize(
    ("script", "security", "expected"),
    [
        (Script(at={"MAIL": ["550 5.7.60 not yours to send as"]}), "none", "briefing@example.org may not send here"),
        (Script(), "tls", "Port 465 wants security: tls, port 587 security: starttls"),
        (Script(at={"connect": [SILENCE]}), "none", "not a word within"),
        (Script(at={"connect": ["554 5.7.1 listed"]}), "none", "will not talk to this machine"),
    ],
)
def test_check_says_in_plain_words_what_is_wrong(script: Script, security: Security, expected: str) -> None:
    """Each with what to do about it."""
    timeout_s = SHORT_S if "not a word" in expected else 60
    with smtp_server(script) as port, pytest.raises(TransportDown, match=expected):
        SmtpTransport(SmtpSettings(host="127.0.0.1", port=port, security=security, timeout_s=timeout_s)).check("briefing@example.org")


def test_a_server_that_knows_bounces_is_told_which_copy_this_is(store: Store) -> None:
    """RET, ENVID, NOTIFY and ORCPT (RFC 3461), so that a bounce names our Message-ID and our recipient."""
    script = Script(features=("DSN",), at={"MAIL": ["250 ok"], "RCPT": ["250 ok"], "DATA": ["451 later"]})
    with smtp_server(script) as port:
        drained(store, plain(port))
    mail = next(c for c in script.commands if c.startswith("MAIL"))
    rcpt = next(c for c in script.commands if c.startswith("RCPT"))
    assert "RET=HDRS" in mail and "ENVID=" in mail
    assert "NOTIFY=FAILURE,DELAY ORCPT=rfc822;anna@example.org" in rcpt
