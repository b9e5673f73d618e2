"""What an analysis follows from besides the document: the model and the rules, as one short name."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from briefing.errors import ModelError
from briefing.nlp.annotate import SHIPPED

_RULES = Path(__file__).parent


def extraction_version(model: Path | None = None) -> str:
    """Name the model's files and the rules, so that an analysis made by others is never taken for one made by these.

    The model is not loaded. Raises ModelError when its description is missing.
    """
    card = (model or SHIPPED) / "model.json"
    try:
        described = card.read_bytes()
    except OSError as error:
        raise ModelError(f"the model description {card} cannot be read ({error.strerror}): install the package again") from error
    return hashlib.sha256(described + _rules_hash()).hexdigest()[:16]


@cache
def _rules_hash() -> bytes:
    # A number that somebody has to count up with each change of a rule is forgotten once, and then old analyses pass for new ones.
    digest = hashlib.sha256()
    # what the rules build on lies beside them: characters, the names of days, records
    for file in sorted({*_RULES.parent.glob("*.py"), *_RULES.rglob("*.py"), *_RULES.rglob("data/*")}):
        digest.update(str(file.relative_to(_RULES.parent)).encode())
        digest.update(file.read_bytes())
    return digest.digest()
