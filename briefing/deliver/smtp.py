"""Send copies to a mail server, one envelope for each recipient, and tell from every reply what it means for whom.

The standard library's `send_message` returns normally when some recipients were refused, and cannot say whether a connection
broke before or after the message was complete; so the commands are given one by one here.
"""

from __future__ import annotations

import re
import smtplib
from dataclasses import dataclass

from briefing.deliver.records import AboutToSend, Copy, Outcome, Scope
from briefing.deliver.session import SmtpSettings, describe_session, open_session, reply_text
from briefing.errors import TransportDown

_CLOSING = 421
_GO_AHEAD = 354
#: the size of the message is over what the server takes (RFC 1870): that is no fault of the sender
_TOO_LARGE = 552
_XTEXT = re.compile(rb"[^!-*,-<>-~]")


@dataclass
class _Refused(Exception):
    """A reply that ends this copy's transaction."""

    outcome: Outcome


class SmtpTransport:
    """One server, one connection at a time, opened when a copy needs it and kept for the next."""

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings
        self._smtp: smtplib.SMTP | None = None
        self._is_used = False

    def send(self, copy: Copy, about_to_send: AboutToSend) -> Outcome:
        """Try one copy. A kept connection that turns out to be closed is opened anew, once, before anything was committed."""
        outcome = self._try(copy, about_to_send)
        if outcome is None:
            outcome = self._try(copy, about_to_send)
        assert outcome is not None, "a fresh connection always gives an outcome"
        return outcome

    def check(self, sender: str) -> str:
        """Connect, log in, ask whether the sender is accepted, and say what was found. Raises TransportDown."""
        smtp = self._session()
        try:
            code, text = smtp.mail(sender)
            said = describe_session(smtp, self._settings)
        except (smtplib.SMTPException, OSError) as error:
            raise TransportDown(f"{self._settings.place}: the connection broke at MAIL FROM: {error}") from error
        finally:
            self.close()
        if code >= 400:
            raise TransportDown(
                f"{self._settings.place}: {sender} may not send here ({reply_text(code, text)}). Check email.sender and the login's rights"
            )
        return said

    def close(self) -> None:
        """Say goodbye where the connection still stands."""
        smtp, self._smtp, self._is_used = self._smtp, None, False
        if smtp is None:
            return
        try:
            if smtp.sock is not None:
                smtp.quit()
        except (smtplib.SMTPException, OSError):
            pass  # all copies have their answer: how the connection ends changes nothing
        finally:
            smtp.close()

    def _session(self) -> smtplib.SMTP:
        if self._smtp is None:
            self._smtp = open_session(self._settings)
        return self._smtp

    def _try(self, copy: Copy, about_to_send: AboutToSend) -> Outcome | None:
        """Give the outcome, or None where a kept connection was of no more use and nothing had been committed."""
        was_used = self._is_used
        smtp = self._session()
        self._is_used = True
        try:
            _give_envelope(smtp, copy)
            is_committed = False
        except _Refused as refused:
            return None if self._gave_up(refused.outcome) and was_used else refused.outcome
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            return None if was_used else _broken("before DATA", error)
        try:
            about_to_send()
            is_committed = True
            outcome = _give_message(smtp, copy.message)
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            return _broken("before the message was complete", error)
        except _Refused as refused:
            outcome = refused.outcome
        finally:
            if not is_committed:
                self.close()
        self._gave_up(outcome)
        return outcome

    def _gave_up(self, outcome: Outcome) -> bool:
        """Close a connection that is of no more use, ready another for its next copy; tell which it was."""
        if outcome.state == "sent":
            return False
        if outcome.scope == "copy" and outcome.state != "unknown" and self._smtp is not None:
            try:
                if self._smtp.rset()[0] == 250:
                    return False
            except (smtplib.SMTPException, OSError):
                pass
            self.close()
            return False
        self.close()
        return outcome.scope == "connection"


def _give_envelope(smtp: smtplib.SMTP, copy: Copy) -> None:
    size = len(copy.message)
    limit = smtp.esmtp_features.get("size", "")
    if limit.isdecimal() and 0 < int(limit) < size:
        reason = f"the message is {size / 1e6:.1f} MB and this server takes {int(limit) / 1e6:.1f} MB at most"
        raise _Refused(Outcome(state="permanent", reason=reason))
    bounces = smtp.has_extn("dsn")
    options = [f"SIZE={size}"] if smtp.has_extn("size") else []
    if bounces:
        # a bounce brings back our Message-ID and the header, not all the attachments
        options += ["RET=HDRS", f"ENVID={_xtext(copy.message_id.strip('<>'))}"]
    code, text = smtp.mail(copy.sender, options)
    if code != 250:
        # 5xx: the sender or the login is at fault, and no other copy would fare better
        scope: Scope = "copy" if code == _TOO_LARGE else "batch" if code >= 500 else "connection"
        raise _Refused(_refusal("MAIL FROM", code, text, scope=scope))
    options = ["NOTIFY=FAILURE,DELAY", f"ORCPT=rfc822;{_xtext(copy.recipient)}"] if bounces else []
    code, text = smtp.rcpt(copy.recipient, options)
    if code not in (250, 251):
        raise _Refused(_refusal("RCPT TO", code, text))


def _give_message(smtp: smtplib.SMTP, message: bytes) -> Outcome:
    """Send the message. A failure up to its last line means it was not taken; after that nobody can say."""
    code, text = smtp.docmd("DATA")
    if code != _GO_AHEAD:
        raise _Refused(_refusal("DATA", code, text))
    smtp.send(_dotted(message))
    try:
        smtp.send(b".\r\n")
        code, text = smtp.getreply()
    except (smtplib.SMTPException, OSError) as error:
        return Outcome(state="unknown", scope="connection", reason=f"the message went out and no answer came back: {error}")
    if 200 <= code < 300:
        return Outcome(state="sent", reason=reply_text(code, text))
    if not 400 <= code < 600:
        return Outcome(state="unknown", scope="connection", reason=f"the message went out and the answer was {reply_text(code, text)}")
    return _refusal("the message", code, text)


def _refusal(step: str, code: int, text: bytes, *, scope: Scope = "copy") -> Outcome:
    """Tell a temporary from a permanent refusal (RFC 5321, section 4.2.1). What is neither 4xx nor 5xx is nothing to rely on."""
    reason = f"{step}: {reply_text(code, text)}"
    if code == _CLOSING or not 400 <= code < 600:
        return Outcome(state="temporary", scope="connection", reason=reason)
    # where all copies are refused, they wait until that is mended
    is_lasting = code >= 500 and scope == "copy"
    return Outcome(state="permanent" if is_lasting else "temporary", scope=scope, reason=reason)


def _broken(when: str, error: Exception) -> Outcome:
    return Outcome(state="temporary", scope="connection", reason=f"the connection broke {when}: {error}")


def _dotted(message: bytes) -> bytes:
    """Double a dot that begins a line, and end with a line's end (RFC 5321, section 4.5.2)."""
    dotted = re.sub(rb"(?m)^\.", b"..", message)
    return dotted if dotted.endswith(b"\r\n") else dotted + b"\r\n"


def _xtext(value: str) -> str:
    """Encode as RFC 3461 wants it, section 4."""
    return _XTEXT.sub(lambda found: b"+%02X" % found[0][0], value.encode("ascii")).decode("ascii")
