"""What a person at a terminal sees while a command works: a bar, on stderr, and nothing where nobody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from briefing.models import Document
from briefing.reading import OnDocument


def say(text: str) -> None:
    """Print a line for people to stderr."""
    print(text, file=sys.stderr)


@contextmanager
def documents() -> Iterator[OnDocument]:
    """Count documents as they are analysed; the count is shown only on a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda document: None
        return
    columns = (
        TextColumn("reading"),
        BarColumn(),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def advance(document: Document) -> None:
            bar.update(task, advance=1, description=document.name[:40])

        yield advance
