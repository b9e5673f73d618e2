"""Log lines on stderr: plain for people, one JSON object a line for machines."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal

from briefing.log_context import current_context


class JsonFormatter(logging.Formatter):
    """One object a line: time (UTC), level, logger, message, and the schedule, slot and run where they are known."""

    def format(self, record: logging.LogRecord) -> str:
        """Render a record as a single line; a traceback becomes one string."""
        line: dict[str, object] = {
            "time": self._time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= current_context()
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)

    def _time(self, record: logging.LogRecord) -> str:
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def set_up(*, verbose: bool, style: Literal["text", "json"]) -> None:
    """Send the log to stderr; only warnings unless ``verbose``. Calling it again replaces what was set up."""
    handler = logging.StreamHandler(sys.stderr)
    plain = logging.Formatter("%(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonFormatter() if style == "json" else plain)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("briefing").setLevel(logging.INFO if verbose else logging.WARNING)
