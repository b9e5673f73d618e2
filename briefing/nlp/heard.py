"""Who has spoken so far in a text, and whom the words for them mean from there on: "he", "the company", "they"."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.models import Span
from briefing.nlp.described import Described
from briefing.nlp.entities import Entity
from briefing.nlp.papers import Paper, maker_meant, paper_behind
from briefing.nlp.resolve import Resolver
from briefing.nlp.strangers import (
    crowd_meant,
    is_about,
    is_alone,
    is_crowd,
    is_he_or_she,
    is_mouthpiece,
    is_stranger,
    someone_meant,
    stranger_meant,
)
from briefing.nlp.syntax import Text


@dataclass(kw_only=True)
class Heard:
    """The last speakers of each sort, told source by source in text order."""

    view: Text
    resolver: Resolver
    described: Described
    #: where the last one spoke whom the text names, and the last whom it does not
    _spoke: int = -1
    _stranger: int = -1
    _unknown: tuple[Entity, ...] = ()
    _mouth: tuple[int, tuple[Entity, ...]] | None = None
    _crowd: tuple[int, tuple[Entity, ...]] | None = None
    _someone: tuple[int, Entity] | None = None
    _paper: Paper | None = None
    #: whom each pronoun meant that has spoken
    _meant: dict[Span, tuple[Entity, ...]] = field(default_factory=dict)

    def speaks(self, source: tuple[Span, ...], actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Whom a source means after those who have spoken before, where its own sentence would have it mean these; it has spoken now."""
        view, resolver = self.view, self.resolver
        if is_he_or_she(view, source) and self._stranger > self._spoke and not is_about(view, resolver, source, self._stranger, actors):
            # "The goalkeeper argued that. ... he added": of whom the text gives no name there
            actors = stranger_meant(view, source, self._unknown, actors)
        if self._mouth is not None and is_he_or_she(view, source) and is_alone(resolver, self._mouth[0], source[0].start):
            # "A Harbour Air spokesman said. ... he added": still for the airline
            actors = self._mouth[1]
        elif source:
            self._mouth = (source[-1].end, actors) if actors and is_mouthpiece(view, source, actors) else None
        actors = maker_meant(view, resolver, self._paper, source) or actors
        self._paper = paper_behind(view, resolver, self._paper, source, actors)
        if len(source) == 1 and is_he_or_she(view, source):
            # "He said that, promising this": one word means one person
            actors = self._meant.setdefault(source[0], actors) or actors
        if source and not actors and is_stranger(view, source):
            self._stranger, self._unknown = source[0].start, self.described.holder_of(source)
        elif source and actors:
            self._spoke = source[0].start
        return actors

    def described_by(self, source: tuple[Span, ...]) -> tuple[Entity, ...]:
        """Whom a source means that means nobody by name: who is so described, or the many or the one who spoke last."""
        described = self.described.holder_of(source) or crowd_meant(self.view, self._crowd, source)
        return described or someone_meant(self.view, self._someone, source)

    def note_unnamed(self, source: tuple[Span, ...], actors: tuple[Entity, ...]) -> None:
        """Keep the many who have spoken, for "they" in what follows, or the one without a name, for "the source"."""
        if source and actors:
            self._crowd = (source[-1].end, actors) if is_crowd(actors) else None
            self._someone = (source[-1].end, actors[0]) if len(actors) == 1 and actors[0].nominal and actors[0].kind == "person" else None
