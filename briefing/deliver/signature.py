"""Sign a message with DKIM (RFC 6376), for those who send without a relay that does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.errors import DeliveryError

#: RFC 8058 wants both List-Unsubscribe headers covered; From twice, so that nobody can add a second one
_SIGNED = (
    "from from reply-to to subject date message-id list-id list-unsubscribe list-unsubscribe-post auto-submitted mime-version content-type"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Signer:
    """The key of one selector of one domain."""

    domain: str
    selector: str
    key: bytes

    def sign(self, message: bytes) -> bytes:
        """Give the message with its signature before it. Raises DeliveryError for a key that is none."""
        # a quarter of a second, for resolving names that signing never needs: only those who sign pay for it
        import dkim

        try:
            made = dkim.sign(
                message,
                self.selector.encode("idna"),
                self.domain.encode("idna"),
                self.key,
                canonicalize=(b"relaxed", b"relaxed"),
                include_headers=_SIGNED.split(),
            )
        except (dkim.DKIMException, UnicodeError) as error:
            raise DeliveryError(f"email.dkim: the message cannot be signed: {error}. key_file must be an RSA private key, PEM") from error
        return bytes(made) + message


def load_signer(*, domain: str, selector: str, key_file: Path) -> Signer:
    """Read the key. Raises DeliveryError that names the file."""
    try:
        return Signer(domain=domain, selector=selector, key=key_file.read_bytes())
    except OSError as error:
        raise DeliveryError(f"email.dkim.key_file: {key_file} cannot be read: {error.strerror}") from None
