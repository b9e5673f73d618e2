"""The latest briefing of a folder, rendered anew with the templates as they are now."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BriefingError, RenderError
from briefing.models import Briefing
from briefing.render import (
    RenderSettings,
    TemplateSource,
    read_briefing,
    render_calendar,
    render_docx,
    render_html,
    render_subject,
    render_text,
)

#: how `briefing.output` names the JSON rendition of a run
_BRIEFING = re.compile(r".+-\d{4}-\d\d-\d\d\.json")
_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+): ")
#: lines of a template that are shown before and after the one with the mistake
_AROUND = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """One rendition as it is served."""

    media_type: str
    data: bytes
    #: the name that a browser saves it under; it is shown where there is none
    file_name: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Proofs:
    """Renders the newest briefing in ``folder``, which is a folder of renditions."""

    folder: Path
    settings: RenderSettings
    templates: TemplateSource

    def version(self) -> str:
        """Name the state of the templates and of the newest briefing: another one means that there is something new to see."""
        newest = self._newest()
        seen = [(str(f), s.st_mtime_ns, s.st_size) for f in (*self.templates.files(), *([newest] if newest else [])) if (s := _stat(f))]
        return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]

    def make(self, name: str) -> Proof:
        """Render one of the formats. Raises BriefingError, with file and line where a template is wrong, and KeyError for no format."""
        return _FORMATS[name](self, self.briefing())

    def briefing(self) -> Briefing:
        """Read the newest briefing. Raises BriefingError where there is none."""
        path = self._newest()
        if path is None:
            raise BriefingError(
                f"there is no briefing in {self.folder} yet: 'briefing run' makes one, and it is shown here at once. "
                "It is read from the JSON rendition: output.formats has to name json"
            )
        try:
            return read_briefing(path.read_bytes(), path=str(path))
        except OSError as error:
            raise RenderError(f"{path}: cannot be read: {error.strerror}") from error

    def _newest(self) -> Path | None:
        found = [(s.st_mtime_ns, path) for path in self.folder.glob("*.json") if _BRIEFING.fullmatch(path.name) and (s := _stat(path))]
        return max(found)[1] if found else None

    def excerpt(self, message: str) -> list[tuple[int, str, bool]]:
        """Give the lines of a template around the place that an error message begins with: number, text, and whether it is the one."""
        place = _PLACE.match(message)
        if place is None or Path(place["file"]) not in self.templates.files():
            return []
        wrong = int(place["line"])
        lines = Path(place["file"]).read_text(encoding="utf-8", errors="replace").splitlines()
        first = max(1, wrong - _AROUND)
        return [(n, line, n == wrong) for n, line in enumerate(lines[first - 1 : wrong + _AROUND], first)]


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


_HTML, _TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMATS: dict[str, Callable[[Proofs, Briefing], Proof]] = {
    "email": lambda p, b: Proof(media_type=_HTML, data=render_html(b, settings=p.settings, templates=p.templates)),
    "text": lambda p, b: Proof(media_type=_TEXT, data=render_text(b, settings=p.settings, templates=p.templates)),
    "subject": lambda p, b: Proof(media_type=_TEXT, data=render_subject(b, templates=p.templates).encode()),
    "word": lambda p, b: Proof(
        media_type=_WORD, data=render_docx(b, settings=p.settings, templates=p.templates), file_name=f"briefing-{b.date}.docx"
    ),
    "calendar": lambda p, b: Proof(media_type="text/calendar; charset=utf-8", data=render_calendar(b), file_name=f"briefing-{b.date}.ics"),
}
