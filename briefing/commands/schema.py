"""``briefing schema``: the JSON Schema of the JSON rendition."""

from __future__ import annotations

import argparse
import json

from briefing.commands import DONE
from briefing.render import json_schema


def call(arguments: argparse.Namespace) -> int:
    """Print the schema."""
    print(json.dumps(json_schema(), indent=2))
    return DONE
