"""``briefing analyze``: extraction alone, as JSON."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime

from briefing import pipeline
from briefing.analysis_json import Json, analysis_object
from briefing.commands import DONE, FAILED, IN_PART, progress
from briefing.errors import BriefingError
from briefing.ingest import IngestSettings
from briefing.models import CoverageEntry
from briefing.render.wording import entry_text


def call(arguments: argparse.Namespace) -> int:
    """Print one object a document; a file that gives none is named on stderr, and the rest goes on."""
    for path in arguments.paths:
        if not path.exists():
            raise BriefingError(f"{path}: there is no such file or folder")
    lost: list[CoverageEntry] = []

    def hear(entry: CoverageEntry) -> None:
        if pipeline.is_loss(entry):
            lost.append(entry)
        progress.say(f"briefing: {entry.path}: {entry_text(entry)}")

    objects: list[Json] = []
    printed = 0
    for document, analysis in pipeline.iter_analyses(
        arguments.paths,
        settings=IngestSettings(),
        today=datetime.now(UTC).date(),
        published=arguments.published,
        model=arguments.model,
        on_entry=hear,
    ):
        made = analysis_object(document, analysis)
        printed += 1
        if arguments.jsonl:
            print(json.dumps(made, ensure_ascii=False), flush=True)
        else:
            objects.append(made)
    if not arguments.jsonl:
        print(json.dumps(objects, ensure_ascii=False, indent=2))
    if lost:
        return IN_PART if printed else FAILED
    return DONE
