"""``briefing serve``: make the briefings of all schedules, at their times, until told to stop."""

from __future__ import annotations

import argparse
import logging
import os
import sys

from briefing import wiring
from briefing.commands import DONE
from briefing.config import load_config
from briefing.daemon import Daemon
from briefing.errors import ConfigError
from briefing.store import open_store


def call(arguments: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT; SIGHUP, or a changed configuration, is taken up."""
    loaded = load_config(arguments.config)
    if not loaded.config.schedules:
        raise ConfigError(f"{loaded.path or 'the configuration'} has no schedules: write one, or use 'briefing run'")
    store = open_store(wiring.store_address(loaded))
    daemon = Daemon(loaded, store)
    daemon.obey_signals()
    if not daemon.serve():
        # A thread that cannot be ended would hold up the end of the process; its slot is handed back, its work is refused.
        logging.shutdown()
        sys.stderr.flush()
        os._exit(DONE)
    store.close()
    return DONE
