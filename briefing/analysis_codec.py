"""Analyses as bytes, for the store: what is read back equals what was written."""

from __future__ import annotations

import zlib
from functools import cache

from pydantic import TypeAdapter, ValidationError

from briefing.models import Analysis

#: counted up when the records change, so that what an older version wrote is made anew instead of misread
CODEC_VERSION = "1"


@cache
def _adapter() -> TypeAdapter[Analysis]:
    return TypeAdapter(Analysis)


def encode_analysis(analysis: Analysis) -> bytes:
    """Pack an analysis; equal analyses give equal bytes."""
    return zlib.compress(_adapter().dump_json(analysis), 1)


def decode_analysis(payload: bytes) -> Analysis | None:
    """Unpack an analysis; None for bytes that no longer can be read, which then are made anew."""
    try:
        return _adapter().validate_json(zlib.decompress(payload))
    except (zlib.error, ValidationError):
        return None
