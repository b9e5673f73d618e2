"""What is mended in a tree leaves it a tree."""

from __future__ import annotations

from briefing.models import Token


def still_trees(given: tuple[Token, ...], mended: tuple[Token, ...]) -> tuple[Token, ...]:
    """The mended words, but those of a sentence as they were given where its mended heads lead in a circle.

    Who walks a circle never comes to its end.
    """
    rooted: set[int] = set()
    torn: set[int] = set()
    for word in range(len(mended)):
        path: dict[int, None] = {}
        at = word
        while at not in rooted and at not in path and mended[at].head != at:
            path[at] = None
            at = mended[at].head
        if at in path:
            torn.add(mended[word].sentence)
        rooted.update((*path, at))
    return tuple(g if g.sentence in torn else m for g, m in zip(given, mended, strict=True)) if torn else mended
