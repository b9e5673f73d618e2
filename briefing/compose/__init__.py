"""Analyses → one briefing, every item of it resting on the words of a document."""

from briefing.compose.assemble import assemble_briefing
from briefing.compose.evidence import check_evidence
from briefing.compose.settings import ComposeSettings

__all__ = ["ComposeSettings", "assemble_briefing", "check_evidence"]
