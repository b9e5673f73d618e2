"""A made briefing that is quick to have, and configurations to send it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from briefing.compose import assemble_briefing
from briefing.compose.settings import ComposeSettings
from briefing.config import LoadedConfig, parse_config
from briefing.pipeline import Made, render
from briefing.render import RenderSettings, TemplateSource, render_subject
from tests.render.briefings import DAY, NOON, small


@cache
def made() -> Made:
    """A small briefing, rendered once in each way; one that is made for a watch-list names it in its title."""
    memory = assemble_briefing((), {}, (), settings=ComposeSettings(), now=NOON, date=DAY).memory

    def remake(watch: Sequence[str], formats: Sequence[str]) -> Made:
        return once(tuple(watch), tuple(formats))

    @cache
    def once(watch: tuple[str, ...], formats: tuple[str, ...]) -> Made:
        briefing = replace(small(), title=f"For {', '.join(watch)}") if watch else small()
        templates = TemplateSource()
        renditions = render(briefing, formats, RenderSettings(), templates)
        return Made(
            briefing=briefing,
            renditions=renditions,
            subject=render_subject(briefing, templates=templates),
            memory=memory,
            remake=remake,
        )

    return remake((), ("html", "text", "docx", "calendar"))


def load(folder: Path, text: str) -> LoadedConfig:
    return LoadedConfig(config=parse_config(text, "config.yaml"), path=folder / "config.yaml", base=folder)


FOLDER = """
audiences:
  desk:
    recipients:
      - {address: anna@example.org, name: Anna, watch: [Norland]}
      - {address: ben@example.org, formats: [html]}
      - {address: carl@example.org, formats: [docx]}
      - {address: dora@example.org}
operator: ops@example.org
email: {sender: briefing@example.org, folder: mail}
"""
