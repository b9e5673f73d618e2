"""What a briefing holds, as plain settings of this stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class ComposeSettings:
    """``words`` is the length that the items may take together; what they cite is listed beside them and not counted."""

    title: str = "Daily briefing"
    words: int = 1500
    max_actors: int = 10
    #: actors and topics that come first wherever they occur
    watch: tuple[str, ...] = ()
    #: steps due within so many days are due soon
    due_soon_days: int = 7
    #: what was not heard of for so many days is forgotten
    memory_days: int = 60
    schedule: str | None = None
    #: the days that the briefing covers, both included; the documents' own days where it is not given
    period: tuple[date, date] | None = None
    #: a short hash of the configuration, shown so that two briefings of one day can be told apart
    settings_version: str = ""
