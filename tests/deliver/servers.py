"""Mail servers that misbehave on demand, and the certificates that they show."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

#: instead of a reply: end the connection, say nothing any more, go on as if there were no script
DROP, SILENCE, PASS = "drop", "silence", "pass"
PASSWORD, TOKEN = "open sesame", "ya29.token"


@dataclass(frozen=True, kw_only=True)
class Received:
    sender: str
    recipients: tuple[str, ...]
    content: bytes
    options: tuple[str, ...]


@dataclass(kw_only=True)
class Script:
    """What the server says instead of yes: at a command, or at a recipient, each list from its first to its last and then yes.

    ``message`` is the answer after the final dot; a message whose answer is DROP or SILENCE has been received all the same.
    """

    at: dict[str, list[str]] = field(default_factory=dict)
    recipients: dict[str, list[str]] = field(default_factory=dict)
    is_login_needed: bool = False
    #: lines that the greeting names besides the server's own
    features: tuple[str, ...] = ()
    received: list[Received] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    connections: int = 0
    #: connections that the server has not seen the end of
    open: int = 0

    def next(self, command: str, recipient: str | None = None) -> str | None:
        found = self.recipients.get(recipient or "") or self.at.get(command)
        answer = found.pop(0) if found else None
        return None if answer == PASS else answer


class _Handler:
    def __init__(self, script: Script) -> None:
        self._script = script

    async def handle_EHLO(self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]) -> list[str]:
        session.host_name = hostname
        return [responses[0], *(f"250-{feature}" for feature in self._script.features), *responses[1:]]

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        options = (*envelope.mail_options, *envelope.rcpt_options)
        recipients = tuple(envelope.rcpt_tos)
        content = envelope.original_content
        assert isinstance(content, bytes) and envelope.mail_from is not None
        answer = self._script.next("message")
        if answer is None or answer in (DROP, SILENCE) or answer.startswith("2"):
            self._script.received.append(Received(sender=envelope.mail_from, recipients=recipients, content=content, options=options))
        if answer is None:
            return "250 2.0.0 taken"
        return await _act(server, answer)

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:
        said = base64.b64decode(args[1])
        if said == f"user=robot\x01auth=Bearer {TOKEN}\x01\x01".encode():
            return AuthResult(success=True, auth_data="robot")
        await server.challenge_auth(b'{"status":"401"}')
        return AuthResult(success=False, handled=False)


async def _act(server: SMTP, answer: str) -> str:
    if answer == DROP:
        _connection(server).abort()
        return "250 nobody hears this"
    if answer == SILENCE:
        await asyncio.sleep(60)
    return answer


def _connection(server: SMTP) -> asyncio.Transport:
    assert isinstance(server.transport, asyncio.Transport)
    return server.transport


class _Server(SMTP):
    script: Script

    def _ours(self, command: str, arg: str | None) -> str | None:
        self.script.commands.append(f"{command} {arg or ''}".strip())
        recipient = arg.partition("<")[2].partition(">")[0] if command == "RCPT" and arg else None
        return self.script.next(command, recipient)

    async def _scripted(self, command: str, arg: str | None) -> bool:
        answer = self._ours(command, arg)
        if answer is None:
            return False
        answer = await _act(self, answer)
        if self.transport is not None and not self.transport.is_closing():
            await self.push(answer)
            if answer.startswith("421"):
                self.transport.close()
        return True

    async def _handle_client(self) -> None:
        self.script.connections += 1
        self.script.open += 1
        try:
            await self._talk()
        finally:
            self.script.open -= 1

    async def _talk(self) -> None:
        answer = self.script.next("connect")
        if answer is not None:
            answer = await _act(self, answer)
            if not _connection(self).is_closing():
                await self.push(answer)
                _connection(self).close()
            return
        await super()._handle_client()


def _override(command: str) -> None:
    original = getattr(SMTP, f"smtp_{command}")

    async def wrapped(self: _Server, arg: str | None) -> None:
        if not await self._scripted(command, arg):
            await original(self, arg)

    setattr(_Server, f"smtp_{command}", wrapped)


for _command in ("EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "RSET"):
    _override(_command)


def _authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"robot", PASSWORD.encode())
    return AuthResult(success=good, handled=False)


@contextlib.contextmanager
def smtp_server(
    script: Script, *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None, data_size_limit: int = 33_554_432
) -> Iterator[int]:
    """Run a server on a free port of 127.0.0.1 in a thread of its own; give the port."""
    loop = asyncio.new_event_loop()

    def make() -> SMTP:
        server = _Server(
            _Handler(script),
            hostname="test.example",
            loop=loop,
            tls_context=starttls,
            authenticator=_authenticate,
            auth_require_tls=False,
            auth_required=script.is_login_needed,
            data_size_limit=data_size_limit,
            timeout=120,
        )
        server.script = script
        return server

    listening = loop.run_until_complete(loop.create_server(make, "127.0.0.1", 0, ssl=tls))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:

        async def end() -> None:
            listening.close()
            for task in asyncio.all_tasks():
                if task is not asyncio.current_task():
                    task.cancel()
            await asyncio.sleep(0)
            loop.stop()

        asyncio.run_coroutine_threadsafe(end(), loop)
        thread.join(10)
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()


@dataclass(frozen=True, kw_only=True)
class Certificates:
    """A certificate authority of the tests' own, and what servers show; ``authority`` is what a system's store would hold."""

    authority: Path
    good: Path
    wrong_name: Path
    expired: Path


def make_certificates(folder: Path) -> Certificates:
    """Make them with the openssl command; each file holds the certificate and its key."""

    def run(*command: str) -> None:
        subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True)

    run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Test authority")
    for name, host, dates in (
        ("good", "localhost", ()),
        ("wrong", "other.example", ()),
        ("expired", "localhost", ("-not_before", "20200101000000Z", "-not_after", "20200102000000Z")),
    ):
        run("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}")
        (folder / "san").write_text(f"subjectAltName=DNS:{host}\n")
        if dates:
            _sign_with_dates(folder, name)
        else:
            run(
                "x509",
                "-req",
                "-in",
                f"{name}.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "2",
                "-extfile",
                "san",
                "-out",
                f"{name}.crt",
            )
        (folder / f"{name}.pem").write_text((folder / f"{name}.crt").read_text() + (folder / f"{name}.key").read_text())
    return Certificates(
        authority=folder / "ca.pem", good=folder / "good.pem", wrong_name=folder / "wrong.pem", expired=folder / "expired.pem"
    )


def _sign_with_dates(folder: Path, name: str) -> None:
    """Sign one that ended long ago: only `openssl ca` of version 3.0 takes dates."""
    (folder / "index.txt").touch()
    (folder / "serial").write_text("1000\n")
    (folder / "ca.cnf").write_text(
        "[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ncertificate=ca.pem\nprivate_key=ca.key\n"
        "default_md=sha256\npolicy=any\nx509_extensions=san\n[any]\ncommonName=supplied\n[san]\nsubjectAltName=DNS:localhost\n"
    )
    command = ["openssl", "ca", "-batch", "-config", "ca.cnf", "-startdate", "20200101000000Z", "-enddate", "20200102000000Z"]
    subprocess.run([*command, "-in", f"{name}.csr", "-out", f"{name}.crt", "-notext"], cwd=folder, check=True, capture_output=True)


def server_context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
