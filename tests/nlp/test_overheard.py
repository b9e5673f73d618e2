"""Speech that its form tells, where the model reads none. People are invented."""

from __future__ import annotations

import re

from briefing.models import Annotation, Attribution, Span, Token
from briefing.nlp.annotate import Annotator
from briefing.nlp.overheard import overheard_attributions
from briefing.nlp.resolve import Resolver
from briefing.nlp.roster import build_roster
from briefing.nlp.syntax import Text

_TAGS = {
    "were": ("AUX", "VBD", "be"), "said": ("VERB", "VBD", "say"), "told": ("VERB", "VBD", "tell"), "opened": ("VERB", "VBD", "open"),
    "the": ("DET", "DT", "the"), ",": ("PUNCT", ",", ","), ".": ("PUNCT", ".", "."),
}  # fmt: skip


def view_of(text: str, *, subjects: dict[str, str]) -> Text:
    """A text whose words hang on their sentence's first verb, ``subjects`` (by word) as subjects of the verbs named."""
    tokens: list[Token] = []
    sentences: list[Span] = []
    for number, sentence in enumerate(re.finditer(r"[^\s“](?:[^.]*)\.", text)):
        sentences.append(Span(*sentence.span()))
        first = len(tokens)
        words = list(re.finditer(r"\w+|[^\w\s]", sentence.group()))
        verbs = {w.group(): first + n for n, w in enumerate(words) if _TAGS.get(w.group().lower(), ("",))[0] in ("VERB", "AUX")}
        root = next(iter(verbs.values()), first)
        for place, word in enumerate(words):
            pos, tag, lemma = _TAGS.get(word.group().lower(), ("PROPN", "NNP", word.group().lower()))
            verb = verbs.get(subjects.get(word.group(), ""))
            start = sentence.start() + word.start()
            relation = "nsubj" if verb is not None else "root" if first + place == root else "dep"
            tokens.append(
                Token(
                    start=start, end=start + len(word.group()), text=word.group(), pos=pos, tag=tag, lemma=lemma,
                    head=root if verb is None else verb, relation=relation, sentence=number,
                )
            )  # fmt: skip
    return Text(text, Annotation(sentences=tuple(sentences), tokens=tuple(tokens), mentions=(), attributions=(), model_version="test"))


def overheard(text: str, *found: Attribution, subjects: dict[str, str]) -> list[tuple[list[str], str]]:
    """Source and content of what is overheard beside what was found."""
    view = view_of(text, subjects=subjects)
    resolver = Resolver(view=view, roster=build_roster(view, body_start=0))
    heard = overheard_attributions(view, resolver, list(found), body_start=0)
    heard = [a for a in heard if a not in found]
    return [([view.slice(s) for s in a.source], " … ".join(view.slice(c) for c in a.content)) for a in heard]


def part(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def test_what_a_sentence_opens_by_is_heard() -> None:
    """Where nothing in the sentence is anybody's yet, and not where the name goes on to tell more than a clause."""
    text = "According to Norland, the roads were closed in Arnby."
    assert overheard(text, subjects={"roads": "were"}) == [(["Norland"], "the roads were closed in Arnby")]
    found = Attribution(source=part(text, "Norland"), cue=part(text, "According to"), content=part(text, "closed"), confidence=0.9)
    assert overheard(text, found, subjects={"roads": "were"}) == []
    assert overheard("According to Norland were closed roads.", subjects={}) == []


def test_what_a_closing_speaker_says_is_heard() -> None:
    text = "Two roads were closed in Arnby, she said."
    assert overheard(text, subjects={"roads": "were", "she": "said"}) == [(["she"], "Two roads were closed in Arnby")]


def test_a_verb_that_says_something_behind_it_is_no_closing_speaker() -> None:
    """What stands before the comma is the setting of what follows."""
    text = "When the port opened in Arnby, she said enough."
    view = view_of(text, subjects={"port": "opened", "she": "said"})
    assert overheard(text, subjects={"port": "opened", "she": "said"})
    tokens = tuple(
        t if t.text != "enough" else Token(**{n: getattr(t, n) for n in Token.__slots__} | {"head": 8, "relation": "obj"})
        for t in view.tokens
    )
    assert tokens[8].text == "said"
    view = Text(text, Annotation(sentences=view.sentences, tokens=tokens, mentions=(), attributions=(), model_version="test"))
    resolver = Resolver(view=view, roster=build_roster(view, body_start=0))
    assert not overheard_attributions(view, resolver, [], body_start=0)


FIRST = "“The pass opened late this year, and nobody was told,” Ada Quill said.\n\n"
SECOND = "“The road crews were told on Monday, three days after it.”\n\n"
CLOSING = "The union opened an office.\n"


def said(text: str, content: str, *, cue: str = "said", source: str = "Ada Quill") -> Attribution:
    return Attribution(source=part(text, source), cue=part(text, cue), content=part(text, content))


def test_a_paragraph_of_quotation_goes_on_with_who_spoke() -> None:
    text = FIRST + SECOND + CLOSING
    heard = overheard(text, said(text, "The pass opened late this year, and nobody was told"), subjects={})
    assert heard == [(["Ada Quill"], "The road crews were told on Monday, three days after it.")]


def test_a_quotation_that_stays_open_is_of_who_closes_it() -> None:
    opening = "“The road crews were told on Monday, three days after it.\n\n"
    text = "Paul Reed said nothing new.\n\n" + opening + FIRST
    heard = overheard(text, said(text, "The pass opened late this year, and nobody was told", cue="said.\n"), subjects={})
    assert (["Ada Quill"], "The road crews were told on Monday, three days after it.") in heard


def test_a_quotation_behind_a_paragraph_of_the_article_is_nobody_s() -> None:
    """Who spoke two paragraphs before need not be who speaks."""
    text = FIRST + CLOSING + "\n" + SECOND
    assert not overheard(text, said(text, "The pass opened late this year, and nobody was told"), subjects={})


def heard_in(annotator: Annotator, text: str, *found: Attribution) -> list[tuple[str, str, str]]:
    """Source, cue and content of all attributions of a parsed text, those found before included."""
    view = Text(text, annotator.annotate(text))
    heard = overheard_attributions(view, Resolver(view=view, roster=build_roster(view, body_start=0)), list(found), body_start=0)
    return [tuple(" … ".join(view.slice(s) for s in part) for part in (a.source, a.cue, a.content)) for a in heard]  # type: ignore[misc]


SHUT = "Mayor Ada Quill has announced that the old bridge in Arnby will stay shut until the end of May."


def test_what_a_plain_clause_reports_is_heard(annotator: Annotator) -> None:
    """In the place of an attribution too faint to be shown; not where the model has one there."""
    (heard,) = heard_in(annotator, SHUT)
    assert heard[1:] == ("announced", "that the old bridge in Arnby will stay shut until the end of May")
    content = part(SHUT, "the old bridge in Arnby will stay shut")
    faint = Attribution(source=(), cue=(), content=content, confidence=0.1)
    assert heard_in(annotator, SHUT, faint) == [heard]
    sure = Attribution(source=(), cue=part(SHUT, "announced"), content=content, confidence=0.9)
    assert len(heard_in(annotator, SHUT, sure)) == 1


def test_one_without_a_name_closes_a_sentence(annotator: Annotator) -> None:
    text = "Arnby recorded a low of nine degrees in the night, the official said."
    assert heard_in(annotator, text) == [("the official", "said", "Arnby recorded a low of nine degrees in the night")]


def test_what_is_asked_of_somebody_is_none_of_what_they_say(annotator: Annotator) -> None:
    """Also where the model finds no answer behind "Quill said"."""
    text = "The union met on Tuesday. Asked whether the mill would close, Ada Quill said that it would not."
    assert not any("mill would close" in content for _, _, content in heard_in(annotator, text))
