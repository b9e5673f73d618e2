"""Transports that send nothing: a folder of .eml files, and a maildir. For trying things out, and for archives."""

from __future__ import annotations

import hashlib
import mailbox
import os
import re
from pathlib import Path

from briefing.deliver.records import AboutToSend, Copy, Outcome
from briefing.errors import TransportDown


class FolderTransport:
    """Writes each copy into a file of its own; the same copy written again replaces its file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, copy: Copy, about_to_send: AboutToSend) -> Outcome:
        """Write one copy, complete or not at all. Raises TransportDown where the folder takes none."""
        target = self._folder / eml_name(copy)
        draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
        about_to_send()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                with draft.open("wb") as file:
                    file.write(copy.message)
                    file.flush()
                    os.fsync(file.fileno())
                draft.replace(target)
            finally:
                draft.unlink(missing_ok=True)
        except OSError as error:
            raise TransportDown(f"email.folder: {target} cannot be written: {error.strerror or error}") from error
        return Outcome(state="sent", reason=f"written to {target}")

    def close(self) -> None:
        """Do nothing: nothing is open."""


class MaildirTransport:
    """Delivers each copy into a maildir, as a mail server would."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, copy: Copy, about_to_send: AboutToSend) -> Outcome:
        """Deliver one copy. Raises TransportDown where the maildir takes none."""
        about_to_send()
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            # a maildir holds messages with this system's line ends
            name = mailbox.Maildir(self._folder, create=True).add(copy.message.replace(b"\r\n", b"\n"))
        except (OSError, mailbox.Error) as error:
            raise TransportDown(f"email.maildir: {self._folder} takes no message: {error}") from error
        return Outcome(state="sent", reason=f"delivered to {self._folder} as {name}")

    def close(self) -> None:
        """Do nothing: nothing is open."""


def eml_name(copy: Copy) -> str:
    """Name a copy's file by its recipient and its Message-ID."""
    who = re.sub(r"[^A-Za-z0-9.@_+-]", "_", copy.recipient).lstrip(".")[:100]
    return f"{who}-{hashlib.sha256(copy.message_id.encode()).hexdigest()[:12]}.eml"
