"""``briefing preview``: the latest renditions in the browser, made anew whenever a template is saved."""

from __future__ import annotations

import argparse
import signal
from pathlib import Path

from briefing import wiring
from briefing.commands import DONE, progress
from briefing.config import load_config
from briefing.preview import PreviewServer, Proofs


def call(arguments: argparse.Namespace) -> int:
    """Serve the newest briefing of the output folder until the user ends it."""
    loaded = load_config(arguments.config)
    folder: Path = arguments.out or wiring.resolve_path(loaded, loaded.config.output.folder)
    proofs = Proofs(folder=folder, settings=wiring.render_settings(loaded), templates=wiring.template_source(loaded))
    # also where it was started in the background, which has interrupts ignored
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    with PreviewServer(proofs, port=arguments.port) as server:
        try:
            print(server.url, flush=True)
            progress.say(f"the newest briefing in {folder}, with the templates of {proofs.templates.folders[0]}; Ctrl-C ends the preview")
            server.serve_forever()
        except KeyboardInterrupt:
            pass
    return DONE
