"""What an article says in its own words that an actor does, or will do: held against what that actor said, "will not withdraw".

Sentences with nobody's words in them, that name the actor first. They are no positions, and show a turn only where they deny what was
affirmed, affirm what was denied, or ask for more or less of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefing.compose.drafts import Draft, stable_id
from briefing.compose.positions import LEAST_CONFIDENCE
from briefing.compose.readings import Reading
from briefing.compose.roster import Roster
from briefing.compose.turns import first_named
from briefing.models import BriefedPosition, PositionKind, Span

_QUOTE = re.compile(r"[“”\"]")
#: what tells of before, of a wish, or of what is only possible
_NOT_NOW = re.compile(
    r"\b(?:had|would|could|should|might|may|if|unless|whether|want\w*|hop\w+|fear\w*|expect\w*|accus\w+|alleg\w+|reportedly|"
    r"denie[sd]|earlier|last (?:week|month|year)|years? ago|months? ago|said|says|told|according)\b",
    re.IGNORECASE,
)
#: what tells where somebody means to stand or to go, in whoever's words
_PLAN = re.compile(
    r"\b(?:will|shall|wants?|vow(?:s|ed)|plans? to|intends?|refus(?:es|ed)|rejects?|rejected|oppos(?:es|ed)|backs|backed|"
    r"supports?|supported|call(?:s|ed)|prais(?:es|ed)|attack(?:s|ed)|condemn(?:s|ed)|criticis(?:es|ed)|criticiz(?:es|ed)|"
    r"defend(?:s|ed)|welcom(?:es|ed)|hail(?:s|ed)|promis(?:es|ed)|pledg(?:es|ed)|offer(?:s|ed)|rul(?:es|ed) out|demand(?:s|ed)|"
    r"ask(?:s|ed) (?:[\w’'-]+ ){0,8}?for|call(?:s|ed) for|is against|are against|"
    r"(?:rais|increas|lower)(?:es|ed|s) (?:its|their|his|her) (?:\w+ )?demands?|"
    r"(?:would|could) (?:accept|back|support|oppose|reject|settle|live with|vote))\b"
)
_DEMAND = re.compile(
    r"\b(?:wants?|demand(?:s|ed)|ask(?:s|ed) (?:[\w’'-]+ ){0,8}?for|call(?:s|ed) for|"
    r"(?:rais|increas|lower)(?:es|ed|s) (?:its|their|his|her) (?:\w+ )?demands?)\b"
)
_NOT_MEANT = re.compile(r"\b(?:had|if|unless|whether|accus\w+|alleg\w+|reportedly|earlier|(?:weeks?|months?|years?) ago)\b", re.IGNORECASE)
_LONGEST, _MOST = 300, 6


def deeds_in(reading: Reading, roster: Roster) -> list[Draft[BriefedPosition]]:
    """The sentences of a document that tell what an actor does, each as what is compared with that actor's positions."""
    return [_deed(reading, span, name) for span, name, text in _own_words(reading, roster) if not _NOT_NOW.search(text)]


def plans_in(reading: Reading, roster: Roster) -> list[Draft[BriefedPosition]]:
    """The first sentences of a document that tell what an actor wants or will do."""
    told = _own_words(reading, roster)
    found = ((span, name, text) for span, name, text in told if _PLAN.search(text) and not _NOT_MEANT.search(text))
    return [_deed(reading, span, name, "demand" if _DEMAND.search(text) else "statement") for span, name, text in islice(found, _MOST)]


def is_told(position: BriefedPosition) -> bool:
    """Tell whether what is compared is an article's own sentence, and nobody's words."""
    return not position.cue


def _own_words(reading: Reading, roster: Roster) -> Iterator[tuple[Span, str, str]]:
    """The sentences that name an actor first and give nobody's words, with the name and the text."""
    sure = (p for p in reading.analysis.positions if p.actor is not None and p.confidence >= LEAST_CONFIDENCE)
    spoken = [s for p in sure for s in (*p.source, *p.cue, *p.content)]
    for span, name in first_named(reading, roster):
        text = reading.slice(span)
        if name is not None and len(text) <= _LONGEST and not _QUOTE.search(text) and not any(span.meets(s) for s in spoken):
            yield span, name, text


def _deed(reading: Reading, span: Span, actor: str, kind: PositionKind = "statement") -> Draft[BriefedPosition]:
    item = BriefedPosition(
        id=stable_id("deed", actor, reading.slice(span)),
        actor=actor,
        via=None,
        kind=kind,
        target=None,
        quoted=False,
        excerpt=reading.excerpt((span,)),
        cue="",
        citations=(),
        salience=0.0,
        said_on=reading.document.published,
    )
    return Draft(item=item, evidence=(reading.evidence((span,)),))
