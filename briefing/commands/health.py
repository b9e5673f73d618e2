"""``briefing health``: whether the daemon is well, for people and supervisors."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from briefing import wiring
from briefing.commands import DONE, FAILED
from briefing.config import load_config
from briefing.health import judge_health


def call(arguments: argparse.Namespace) -> int:
    """Print a sentence; the exit code is 0 where all is well, else 1."""
    well, sentence = judge_health(wiring.health_file(load_config(arguments.config)), now=datetime.now(UTC))
    print(sentence)
    return DONE if well else FAILED
