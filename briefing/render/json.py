"""The JSON rendition, its schema, and reading it back."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from briefing.errors import RenderError
from briefing.models import Briefing

_BRIEFING = TypeAdapter(Briefing)
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render_json(briefing: Briefing) -> bytes:
    """Render every field of the record, keys in the record's order."""
    return _BRIEFING.dump_json(briefing, indent=2) + b"\n"


def read_briefing(data: bytes | str, *, path: str = "the briefing") -> Briefing:
    """Read a JSON rendition back. Raises RenderError that names the first wrong value."""
    try:
        return _BRIEFING.validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(p) for p in first["loc"])
        raise RenderError(f"{path}: {place or 'the file'}: {first['msg']}") from error


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the rendition (draft 2020-12)."""
    return {"$schema": SCHEMA_DIALECT, "title": "Briefing", **_BRIEFING.json_schema(mode="serialization")}
