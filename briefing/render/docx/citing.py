"""Citations: links to the sentence in the source list, which is also shown where the pointer rests on them."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.render.docx.markup import NO_BREAK, Paragraph
from briefing.render.view import CiteView, SourceView

#: said of what a reader's watch-list names
WATCHED = "on your watch-list"


class Citing:
    """Knows the cited sentences."""

    def __init__(self, sources: Iterable[SourceView]) -> None:
        self._sentences = {sentence.anchor: sentence.text for source in sources for sentence in source.sentences}

    def cite(self, paragraph: Paragraph, cites: Iterable[CiteView]) -> Paragraph:
        """Add a link for each citation; the first stays on the line of the last word."""
        for number, cite in enumerate(cites):
            sentence = self._sentences.get(cite.anchor, "")
            paragraph.settle().text(" " if number else NO_BREAK)
            paragraph.jump(
                f"[{cite.key}]", "Citation Mark", anchor=cite.anchor, tip=f"{cite.title}: {sentence}" if sentence else cite.title
            )
        return paragraph
