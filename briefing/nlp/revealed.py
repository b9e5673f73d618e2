"""Who is told of without a name in the first lines, and is named right behind."""

from __future__ import annotations

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity

_INDEFINITE = frozenset({"a", "an", "one"})
_SAYINGS = frozenset("comment remark statement announcement claim argument prediction warning forecast".split())


def revealed_next(anaphora: Anaphora, head: int) -> Entity | None:
    """The person whom "a top scientist said", before anybody has spoken, leads in: the next sentence opens with the name, which no line
    gave before, and tells what that person is and says: "Ada Quill, an expert on chips, made the comments"."""
    view, token = anaphora.view, anaphora.view.tokens[head]
    here = token.sentence
    led = any(view.tokens[c].text.lower() in _INDEFINITE for c in view.children[head] if c < head)
    if token.tag != "NN" or not led or here + 1 >= len(view.sentences) or any(at < token.start for at, _ in anaphora.spoke):
        return None
    behind = view.sentences[here + 1]
    named = next(((s, e) for s, e in anaphora.order if s.start >= behind.start and e.kind == "person"), None)
    if named is None or named[1].nominal or view.text[behind.start : named[0].start].strip():
        return None
    span, person = named
    known = any(s.start < span.start for s in person.spans)
    root = next((w for w in view.sentence_words[here + 1] if view.tokens[w].relation == "root"), None)
    told = view.text[span.end : span.end + 2] == ", "
    if known or not told or root is None:
        return None
    objects = [view.lemma(c) for c in view.children[root] if c > root and view.tokens[c].relation == "obj"]
    speaks = view.lemma(root) in lexicon.REPORTING or any(o in _SAYINGS for o in objects)
    return person if speaks and root > view.words([span])[-1] else None
