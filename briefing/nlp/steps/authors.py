"""Who writes where a text speaks in the first person and quotes nobody: the body of its letterhead or of its signature."""

from __future__ import annotations

import re
from typing import Final

from briefing.models import Span
from briefing.nlp.entities import Entity, Roster, is_outlet
from briefing.nlp.names import fold

_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
#: a letterhead stands among so many lines, and a signature has no more
_HEAD, _FOOT = 4, 6
#: a line of a signature is no longer
_SHORT: Final = 60
_CLOSING: Final = re.compile(r"(?:yours|sincerely|best|kind|warm|respectfully|faithfully|signed|(?:for and )?on behalf)\b", re.IGNORECASE)
#: what stands below a press release
_END: Final = re.compile(r"(?:#+|-+|\*+|ends?)\s*", re.IGNORECASE)


def author_of(text: str, roster: Roster) -> tuple[Entity, ...]:
    """The body, else the person, in whose name a letter or a statement is; nobody where its head and foot name none, or several."""
    lines = [Span(*found.span()) for found in _LINE.finditer(text)]
    for named in (_signed(text, lines, roster), _headed(text, lines, roster)):
        bodies = [e for e in named if e.kind == "organization" and not is_outlet(e)]
        if len(bodies) == 1:
            return tuple(bodies)
        persons = [e for e in named if e.kind == "person"]
        if not bodies and len(persons) == 1:
            return tuple(roster.bodies(persons[0].affiliation)[:1] if persons[0].affiliation else persons)
    return ()


def _signed(text: str, lines: list[Span], roster: Roster) -> list[Entity]:
    """Who is named in the short lines below a closing such as "Yours sincerely"."""
    foot: list[Span] = []
    for line in reversed(lines[-_FOOT - 1 :]):
        words = text[line.start : line.end].strip()
        if _END.fullmatch(words) and not foot:
            continue
        if _CLOSING.match(words):
            return _named(roster, [*foot, line])
        if len(words) > _SHORT or words.endswith((".", "?", "!", ":")):
            return []
        foot.append(line)
    return []


def _headed(text: str, lines: list[Span], roster: Roster) -> list[Entity]:
    """Whose name is a whole line at the head of a text."""
    heads = {fold(text[line.start : line.end].strip()) for line in lines[:_HEAD]}
    return [e for e in roster.entities if e.kind == "organization" and any(fold(form) in heads for form in e.forms)]


def _named(roster: Roster, lines: list[Span]) -> list[Entity]:
    return list({id(e): e for line in lines for _, e in roster.at(line.start, line.end)}.values())
