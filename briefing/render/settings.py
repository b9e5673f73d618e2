"""How a briefing is rendered, as plain settings of this stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True, slots=True)
class RenderSettings:
    """``html_budget_bytes`` keeps the message under the size at which mail programs cut it off (Gmail: 102 KB).
    ``word_beside`` says whether the Word document comes with the message, and so what the reader is told of what is cut."""

    html_budget_bytes: int = 80 * 1024
    text_width: int = 72
    paper: Literal["A4", "Letter"] = "A4"
    word_beside: bool = True
    #: where readers ask to be taken off; None where the briefing is not sent
    leave_at: str | None = None
