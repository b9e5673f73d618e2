"""Analyses → one briefing, every item of it resting on the words of a document."""

from briefing.compose.assemble import Assembled, assemble_briefing
from briefing.compose.evidence import check_evidence
from briefing.compose.memory import Memory, UnreadableMemory, decode_memory, encode_memory
from briefing.compose.settings import ComposeSettings

__all__ = [
    "Assembled",
    "ComposeSettings",
    "Memory",
    "UnreadableMemory",
    "assemble_briefing",
    "check_evidence",
    "decode_memory",
    "encode_memory",
]
