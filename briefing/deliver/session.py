"""A connection to the mail server, secured and logged in; what goes wrong on the way is said in plain words."""

from __future__ import annotations

import os
import re
import smtplib
import socket
import ssl
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from briefing.errors import TransportDown

_TOKEN_TIMEOUT_S = 30.0
_LONGEST_REPLY = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class SmtpSettings:
    """The server, and where its secret is found: it is read anew for every connection, so that a changed one is taken up."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password_env: str | None = None
    password_file: Path | None = None
    token_command: tuple[str, ...] | None = None
    timeout_s: float = 60.0

    @property
    def place(self) -> str:
        return f"{self.host}:{self.port}"


def open_session(settings: SmtpSettings) -> smtplib.SMTP:
    """Connect, secure and log in. Certificates are checked against the system's store. Raises TransportDown that says what to do."""
    # before anything is sent: a missing secret is found without a connection that a server would count as a failed login
    secret = _secret(settings)
    smtp: smtplib.SMTP | None = None
    try:
        context = ssl.create_default_context()
        if settings.security == "tls":
            smtp = smtplib.SMTP_SSL(settings.host, settings.port, timeout=settings.timeout_s, context=context)
        else:
            smtp = smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout_s)
        # the final dot is a packet of its own: without this it waits for the acknowledgement of the message, 40 ms or more each
        assert smtp.sock is not None, "a connection that was made has its socket"
        smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        smtp.ehlo_or_helo_if_needed()
        if settings.security == "starttls":
            smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
        if settings.user is not None and secret is not None:
            _log_in(smtp, settings.user, secret, is_token=settings.token_command is not None)
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        if smtp is not None:
            smtp.close()
        raise TransportDown(f"{settings.place}: {_explain(error, settings)}") from error
    return smtp


def check_secret(settings: SmtpSettings) -> None:
    """Look whether the secret is where the settings say; a command is not run. Raises TransportDown."""
    if settings.token_command is None:
        _secret(settings)


def describe_session(smtp: smtplib.SMTP, settings: SmtpSettings) -> str:
    """Say what a connection is: how it is secured, who is logged in, how large a message may be."""
    said = [settings.place]
    if isinstance(smtp.sock, ssl.SSLSocket):
        until = (smtp.sock.getpeercert() or {}).get("notAfter")
        expiry = ""
        if isinstance(until, str):
            expiry = f", certificate until {datetime.fromtimestamp(ssl.cert_time_to_seconds(until), UTC):%Y-%m-%d}"
        said.append(f"{smtp.sock.version()}{expiry}")
    else:
        said.append("not encrypted")
    said.append(f"logged in as {settings.user}" if settings.user else "no login")
    size = smtp.esmtp_features.get("size", "")
    if size.isdecimal() and int(size) > 0:
        said.append(f"messages up to {int(size) / 1e6:.1f} MB")
    return ", ".join(said)


def reply_text(code: int, text: bytes | str) -> str:
    """Write a server's reply on one line, without what could steer a terminal."""
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    plain = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", words).strip()
    return f"{code} {plain}"[:_LONGEST_REPLY] if code > 0 else f"no reply that is one: {plain}"[:_LONGEST_REPLY]


def _log_in(smtp: smtplib.SMTP, user: str, secret: str, *, is_token: bool) -> None:
    if not is_token:
        smtp.login(user, secret)
        return
    # a server that refuses a token sends its reason as a challenge, which an empty answer ends
    smtp.auth("XOAUTH2", lambda challenge=None: f"user={user}\x01auth=Bearer {secret}\x01\x01" if challenge is None else "")


def _secret(settings: SmtpSettings) -> str | None:
    if settings.password_env is not None:
        value = os.environ.get(settings.password_env)
        if not value:
            raise TransportDown(
                f"email.smtp.password_env: the environment variable {settings.password_env} is not set; "
                "export it, or put it into the unit's EnvironmentFile"
            )
        return value
    if settings.password_file is not None:
        try:
            value = settings.password_file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            raise TransportDown(f"email.smtp.password_file: {settings.password_file} cannot be read: {why}") from None
        if not value:
            raise TransportDown(f"email.smtp.password_file: {settings.password_file} is empty; write the password into it")
        return value
    return _token(settings.token_command) if settings.token_command is not None else None


def _token(command: tuple[str, ...]) -> str:
    name = "email.smtp.token_command"
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_TOKEN_TIMEOUT_S, check=False)
    except subprocess.TimeoutExpired:
        raise TransportDown(f"{name}: {command[0]} has not ended within {_TOKEN_TIMEOUT_S:.0f} seconds; try it by hand") from None
    except (OSError, UnicodeError) as error:
        raise TransportDown(f"{name}: {command[0]} cannot be run: {error}") from None
    token = done.stdout.strip()
    if done.returncode != 0:
        raise TransportDown(f"{name}: {command[0]} ended with exit code {done.returncode}: {reply_text(done.returncode, done.stderr)}")
    if not token or not token.isprintable() or " " in token:
        raise TransportDown(f"{name}: {command[0]} printed no token; it must print the access token and nothing else")
    return token


def _explain(error: Exception, settings: SmtpSettings) -> str:
    """Say in plain words why there is no connection, and what to look at. The most particular kinds come first."""
    match error:
        case ssl.SSLCertVerificationError():
            return (
                f"the server's certificate is not trusted: {error.verify_message}. email.smtp.host must be the name in the certificate; "
                "a certificate of your own authority belongs into this system's store"
            )
        case ssl.SSLError():
            return f"no secured connection ({error.reason or error}). Port 465 wants security: tls, port 587 security: starttls"
        case socket.gaierror():
            return f"the name {settings.host} cannot be found. Check email.smtp.host, and this machine's name service"
        case ConnectionRefusedError():
            return "nothing answers there. Check email.smtp.host and port (587 for starttls, 465 for tls), and that the server runs"
        case TimeoutError():
            return f"no answer within {settings.timeout_s:g} seconds. Check host and port, and whether a firewall is between"
        case smtplib.SMTPAuthenticationError():
            kind = "token" if settings.token_command else "password"
            reply = reply_text(error.smtp_code, error.smtp_error)
            return f"the login of {settings.user} was refused ({reply}). Check email.smtp.user and the {kind}"
        case smtplib.SMTPNotSupportedError() if "STARTTLS" in str(error):
            return "the server offers no STARTTLS, and without it nothing is sent. Check the port; 465 wants security: tls"
        case smtplib.SMTPResponseException():
            return f"the server will not talk to this machine ({reply_text(error.smtp_code, error.smtp_error)}). Ask whoever runs it"
        case smtplib.SMTPServerDisconnected() if "timed out" in str(error):
            return f"connected, but not a word within {settings.timeout_s:g} seconds. Port 465 wants security: tls"
        case smtplib.SMTPServerDisconnected():
            return "the server ended the connection before the login was done. Ask whoever runs it; port 465 wants security: tls"
        case smtplib.SMTPException():
            return f"the login does not work: {error}. Ask whoever runs the server which kinds of login it takes"
        case UnicodeError():
            return "user or password have letters that this kind of login cannot carry; use one of plain ASCII"
        case _:
            return f"no connection: {error}. Check email.smtp.host and port, and this machine's network"
