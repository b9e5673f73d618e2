"""What a supervisor wants to know of the daemon: a file that is rewritten while all is well, and systemd's own protocol."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from briefing.errors import BriefingError

#: how often the file is rewritten, and how old it may be before the daemon counts as dead
WRITTEN_EVERY_S = 10.0
STALE_AFTER_S = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """The state of a daemon. ``problems`` are in words; without any all is well."""

    at: datetime
    process: str
    running: tuple[str, ...]
    #: the next slot of each schedule
    next: dict[str, datetime]
    problems: tuple[str, ...]

    def write(self, path: Path) -> None:
        """Replace the file at once, so that nobody reads half of it. Raises BriefingError when that fails."""
        state = {**asdict(self), "status": "problems" if self.problems else "ok"}
        draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(state, default=_instant, ensure_ascii=False) + "\n", encoding="utf-8")
            draft.replace(path)
        except OSError as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise BriefingError(f"{path}: the health file cannot be written: {error.strerror or error}") from error


def judge_health(path: Path, *, now: datetime) -> tuple[bool, str]:
    """Say from its file whether the daemon is well, and in a sentence why or why not."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
        at = datetime.fromisoformat(state["at"])
        problems = [str(problem) for problem in state["problems"]]
    except FileNotFoundError:
        return False, f"{path} is not there: `briefing serve` is not running, or writes another file"
    except (OSError, ValueError, KeyError, TypeError) as error:
        return False, f"{path} cannot be read: {error}"
    age = now - at
    if age < -timedelta(seconds=STALE_AFTER_S):
        return False, f"its last sign of life is of {at:%Y-%m-%d %H:%M:%S} UTC, which lies ahead: the clock was set back, or is wrong"
    if age > timedelta(seconds=STALE_AFTER_S):
        return False, f"no sign of life since {at:%Y-%m-%d %H:%M:%S} UTC, {int(age.total_seconds())} seconds ago"
    if problems:
        return False, "; ".join(problems)
    return True, f"well at {at:%Y-%m-%d %H:%M:%S} UTC"


def tell_supervisor(*lines: str) -> None:
    """Send lines such as READY=1 to the service manager that started this process, if one did (sd_notify(3))."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    # a name that begins with @ is in the abstract namespace of Linux
    where = "\0" + address[1:] if address.startswith("@") else address
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
        out.connect(where)
        out.sendall("\n".join(lines).encode())


def _instant(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a health file")
