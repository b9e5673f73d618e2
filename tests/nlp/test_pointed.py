"""Whom the model points to, where the words around a content leave open who holds it. People and bodies are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.models import Attribution, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.pointed import pointed_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.roster import build_roster
from briefing.nlp.syntax import Text


def part(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


def pointed(annotator: Annotator, text: str, *, model: str, source: str, cue: str, content: str) -> list[str]:
    """Whom the source that the ``model`` gives a content means, where ``source`` is all that is left of it."""
    found = Attribution(source=part(text, model), cue=part(text, cue), content=part(text, content), confidence=0.9)
    view = Text(text, replace(annotator.annotate(text), attributions=(found,)))
    resolver = Resolver(view=view, roster=build_roster(view, body_start=0))
    return [e.name for e in pointed_at(view, resolver, replace(found, source=part(text, source)))]


_FERRY = "Ada Quill runs the ferry. The tide was high on Monday. “The harbour is safe for all.” She also said the boats were new."
_DAM = "The Dam Board met Jon Hale on Monday. It noted a lot of water in the lakes of the north. The 44-year-old added that it was cold."


@pytest.mark.parametrize(
    ("text", "model", "source", "cue", "content", "who"),
    [
        (_FERRY, "Ada Quill", "", "", "The harbour is safe for all", ["Ada Quill"]),
        (_FERRY, "Ada Quill", "She", "said", "the boats were new", ["Ada Quill"]),
        (_DAM, "The Dam Board", "It", "noted", "a lot of water in the lakes", ["Dam Board"]),
        (_DAM, "Jon Hale", "The 44-year-old", "added", "that it was cold", ["Jon Hale"]),
    ],
)
def test_whom_the_model_points_to_holds_what_nobody_else_does(
    annotator: Annotator, text: str, model: str, source: str, cue: str, content: str, who: list[str]
) -> None:
    """Behind a pronoun, an age, or nothing at all."""
    assert pointed(annotator, text, model=model, source=source, cue=cue, content=content) == who


@pytest.mark.parametrize(
    ("text", "model", "source", "cue", "content"),
    [
        # one person is not "it", and a body does not carry a quotation without a word of speech
        (_DAM, "Jon Hale", "It", "noted", "a lot of water in the lakes"),
        (_FERRY.replace("Ada Quill", "The Dam Board"), "The Dam Board", "", "", "The harbour is safe for all"),
        # whom the content names, another noun in the sentence, a whole sentence of the article
        (_FERRY, "Ada Quill", "", "said", "Ada Quill runs the ferry"),
        (_FERRY, "Ada Quill", "The tide", "said", "the boats were new"),
        (_FERRY, "Ada Quill", "", "", "The tide was high on Monday"),
        # who only hears it
        ("Jon Hale was told that the dam was full.", "Jon Hale", "", "was told", "that the dam was full"),
        # somebody far behind
        ("“The harbour is safe.” It rained. The boats were new. Ada Quill left.", "Ada Quill", "", "", "The harbour is safe."),
    ],
)
def test_nobody_is_pointed_to(annotator: Annotator, text: str, model: str, source: str, cue: str, content: str) -> None:
    """Where the sentence or the distance tells against it."""
    assert pointed(annotator, text, model=model, source=source, cue=cue, content=content) == []
