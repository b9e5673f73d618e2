"""A look at the renditions in the browser while the templates are edited."""

from briefing.preview.proofs import Proofs
from briefing.preview.server import PreviewServer

__all__ = ["PreviewServer", "Proofs"]
