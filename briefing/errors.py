"""The errors that this package raises: one root, a kind for each stage, and the exit code that the command line gives."""

from __future__ import annotations


class BriefingError(Exception):
    """Something failed that a person can mend. The message says what, on which input, and what to do."""

    exit_code = 1


class ConfigError(BriefingError):
    """A setting, an option or a template is wrong."""

    exit_code = 2


class UnreadableDocument(BriefingError):
    """A source could not be read. ``reason`` is a stable code for the coverage note, such as ``encrypted``."""

    def __init__(self, path: str, reason: str, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.reason = reason
        self.detail = detail


class ModelError(BriefingError):
    """The language model is missing, damaged or of another version."""


class EvidenceError(BriefingError):
    """An item of a briefing does not rest on the text that it cites."""


class RenderError(BriefingError):
    """A rendition could not be made."""


class StoreError(BriefingError):
    """The database cannot be used."""


class LeaseLost(StoreError):
    """Somebody else has taken over the slot or the delivery since it was claimed: what was being written is dropped."""


class DeliveryError(BriefingError):
    """A message cannot be built or sent at all (a single refused copy is a result, not an error)."""


class MessageRefused(DeliveryError):
    """A message is not made. ``reason`` is a stable code: ``address``, ``header`` or ``oversized``."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class TransportDown(DeliveryError):
    """No copy can be sent for now: the server, the login or the folder fails, whoever the recipient is."""


class AnalysisFailed(BriefingError):
    """The extraction failed on a document, by an error of this program: the others are not affected.

    ``reason`` is a stable code for the coverage note.
    """

    reason = "not analysed"


class AnalysisTooLong(AnalysisFailed):
    """The extraction from a document takes longer than it may."""

    reason = "timeout"
