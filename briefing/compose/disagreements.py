"""Where sources disagree about one thing: a figure, a date, who said what. Both sides are shown, each with its sentence.

A disagreement is claimed only where the wording around it is the same, or where the figure counts the dead and the like (tolls.py), of
one day unless one text is a version of the other: two quantities are not one, and a figure that was nine on Tuesday and is fourteen on
Wednesday has grown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.compose.alignment import FigureDifference, Line, figure_differences, lines_of
from briefing.compose.clashes import are_of_two, find_clashes, find_denials
from briefing.compose.figures import FIGURE, Piece
from briefing.compose.names import person_words
from briefing.compose.penalties import find_penalties
from briefing.compose.readings import Evidence, Reading
from briefing.compose.terms import words_of
from briefing.compose.tolls import counted, find_tallies
from briefing.compose.versions import Versions
from briefing.models import Excerpt, Span

#: the most that one story shows, and the sentences with one unit that are compared with one another
_MOST, _COMPARED = 5, 30
#: a quotation of fewer words is anybody's
_QUOTED_WORDS = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Dispute:
    """A disagreement while the sources are not yet numbered."""

    about: str
    sides: tuple[tuple[Excerpt, Evidence], ...]
    #: what each side gives, where that is a value that can be told from another
    values: tuple[str, ...] = ()


def find_disputes(readings: Sequence[Reading], versions: Sequence[Versions]) -> list[Dispute]:
    """The disagreements of one story: between versions of a text first, then between its documents."""
    texts = [*readings, *(other for v in versions for other in v.others)]
    figures = [d for v in versions for d in v.figures if not _same_outlet(d.one.reading, d.other.reading)]
    clashes = (
        Dispute(about="the date", sides=tuple(_side(c.reading, c.span) for c in claims), values=tuple(str(c.value) for c in claims))
        for claims in find_clashes(readings)
    )
    denied = find_denials(readings, [(v.speaker, *v.others) for v in versions])
    facts = (Dispute(about="whether it is so", sides=tuple(_side(line.reading, line.span) for line in pair)) for pair in denied)
    counts = [
        Dispute(about=kind, sides=tuple(_side(c.reading, c.span) for c in sides), values=tuple(f"{c.value} {c.against}" for c in sides))
        for kind, sides in find_tallies(readings)
    ]
    counts += [
        Dispute(about="the prison term", sides=tuple(_side(p.reading, p.span) for p in sides), values=tuple(str(p.months) for p in sides))
        for sides in find_penalties(readings)
    ]
    found = [*_by_figure(figures), *_by_figure(_between(readings)), *counts, *clashes, *facts, *_speakers(texts)]
    distinct: list[Dispute] = []
    for dispute in found:
        same = next((n for n, other in enumerate(distinct) if other.about == dispute.about and _shares_sentence(dispute, other)), None)
        if same is not None:
            distinct[same] = _joined(distinct[same], dispute)
        elif dispute not in counts or not any(_texts(dispute) <= _texts(other) for other in distinct):
            distinct.append(dispute)
    return distinct[:_MOST]


def _joined(one: Dispute, other: Dispute) -> Dispute:
    """One dispute for what two tell of one thing, with a side for each value: those that a third source gives are not lost."""
    known = set(one.values)
    added = [n for n, value in enumerate(other.values) if value not in known]
    sides = (*one.sides, *(other.sides[n] for n in added))
    return Dispute(about=one.about, sides=sides, values=(*one.values, *(other.values[n] for n in added)))


def _shares_sentence(a: Dispute, b: Dispute) -> bool:
    return bool(_texts(a) & _texts(b))


def _texts(dispute: Dispute) -> set[str]:
    return {excerpt.text for excerpt, _ in dispute.sides}


def _same_outlet(a: Reading, b: Reading) -> bool:
    """Tell whether both are of one outlet, whose later figure corrects its earlier one."""
    return a.document.outlet is not None and a.document.outlet == b.document.outlet


def _by_figure(differences: Iterable[FigureDifference]) -> list[Dispute]:
    """One dispute for each figure, with a side for each value of it."""
    groups: dict[tuple[str, Span], list[FigureDifference]] = defaultdict(list)
    for difference in differences:
        groups[difference.one.reading.document.id, difference.here.span].append(difference)
    disputes = []
    for group in groups.values():
        sides = {_value(group[0].here): group[0].one}
        for difference in group:
            sides.setdefault(_value(difference.there), difference.other)
        about = counted(group[0].one.reading, group[0].one.span, group[0].here.span) or group[0].about
        disputes.append(Dispute(about=about, sides=tuple(_side(line.reading, line.span) for line in sides.values()), values=tuple(sides)))
    return disputes


def _value(piece: Piece) -> str:
    return str(piece.days) if piece.days is not None else f"{piece.value} None"


def _side(reading: Reading, span: Span) -> tuple[Excerpt, Evidence]:
    return reading.excerpt((span,)), reading.evidence((span,))


def _between(readings: Sequence[Reading]) -> Iterator[FigureDifference]:
    """Figures that documents of one day give differently in sentences of one wording."""
    by_unit: dict[tuple[object, str], list[Line]] = defaultdict(list)
    for reading in readings:
        for line in lines_of(reading):
            keys = [p.key for p in line.pieces]
            units = {keys[n + 1] for n, key in enumerate(keys[:-1]) if key == FIGURE and keys[n + 1] != FIGURE}
            for unit in sorted(units):
                by_unit[reading.document.published, unit].append(line)
    for lines in by_unit.values():
        for one, other in combinations(lines[:_COMPARED], 2):
            if one.reading is not other.reading and not _same_outlet(one.reading, other.reading):
                found = figure_differences(one, other)
                apart = are_of_two(one.reading.slice(one.span), other.reading.slice(other.span))
                yield from (d for d in found if d.here.days is None or not apart)


def _speakers(readings: Sequence[Reading]) -> Iterator[Dispute]:
    """Quotations that two documents give to two persons, both of whom are named in the sentences."""
    heard: dict[tuple[str, ...], list[tuple[str, tuple[Excerpt, Evidence], Reading]]] = defaultdict(list)
    for reading in readings:
        persons = {a.name for a in reading.analysis.actors if a.kind == "person"}
        for position in reading.analysis.positions:
            words = tuple(w for s in position.content for w in words_of(reading.slice(s)))
            if not position.quoted or position.actor not in persons or position.via is not None or len(words) < _QUOTED_WORDS:
                continue
            surname = person_words(position.actor)[-1]
            if not any(surname in words_of(reading.slice(s)) for s in position.source):
                continue
            evidence = reading.evidence([*position.content, *position.cue, *position.source])
            heard[words].append((surname, (reading.excerpt((evidence.span,)), evidence), reading))
    for found in heard.values():
        sides: dict[str, tuple[tuple[Excerpt, Evidence], Reading]] = {}
        for surname, side, reading in found:
            if surname not in sides and not any(reading is other or _same_outlet(reading, other) for _, other in sides.values()):
                sides[surname] = (side, reading)
        if len(sides) > 1:
            yield Dispute(about="who said it", sides=tuple(side for side, _ in sides.values()))
