"""The condition that what somebody says stands under is a part of it: "no abuse" unless there was force; "if it rains," the race is off."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import SUBJECTS, Text, trim

#: what opens a condition, and what opens one before the clause that it holds for
_OPENS = frozenset("if unless until till".split())
_OPENS_AHEAD = frozenset({"if", "unless"})
#: verbs that open one without a conjunction: "provided the council agrees"
_SUPPOSES = frozenset({"provided", "providing", "assuming"})
#: what may stand before the word that opens it
_NARROWS = frozenset({"only", "even", "except"})
#: marks that may end a clause and are no part of it
_STOPS = frozenset(".,;:!?")


def with_conditions(view: Text, attributions: list[Attribution]) -> list[Attribution]:
    """Give each attribution's content with the condition right before or right behind it."""
    return [replace(a, content=under_condition(view, a.content, a.cue)) for a in attributions]


def under_condition(view: Text, content: tuple[Span, ...], cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """Extend a content over the condition that it stands under, right before or right behind it, whatever is said inside of that."""
    held = set(view.words((*content, *cue)))
    if not held or not content:
        return content
    first, last = content[0], content[-1]
    if cue and cue[-1].end <= first.start:
        content = (*content[:-1], _to_end(view, last, held))
    if not cue or cue[0].start >= content[-1].end:
        content = (_from_start(view, content[0], held), *content[1:])
    return content


def _to_end(view: Text, span: Span, held: set[int]) -> Span:
    """Go on to the end of the condition behind a content."""
    tokens, words = view.tokens, view.words([span])
    opening = words[-1] + 1 if words else len(tokens)
    if opening < len(tokens) and tokens[opening].text == ",":
        opening += 1
    named = opening
    while named < len(tokens) and tokens[named].text.lower() in _NARROWS:
        named += 1
    verb = _condition(view, named, _OPENS)
    if verb is None or tokens[verb].head not in held or tokens[verb].sentence != tokens[words[-1]].sentence:
        return span
    inside = set(view.subtree(verb, without=frozenset({"parataxis"})))
    end = opening
    while end in inside or end < max(named, verb):
        end += 1
    while tokens[end - 1].text in _STOPS:
        end -= 1
    whole = trim(view.text, Span(span.start, tokens[end - 1].end))
    return whole if whole.end > span.end and _is_one_voice(view, span, whole) else span


def _from_start(view: Text, span: Span, held: set[int]) -> Span:
    """Begin at the condition before the clause that a content begins with."""
    tokens, words = view.tokens, view.words([span])
    over = view.main_verb(words)
    if over is None:
        return span
    for verb in view.children[over]:
        if verb >= words[0] or tokens[verb].relation != "advcl" or tokens[verb].sentence != tokens[words[0]].sentence:
            continue
        clause = view.subtree(verb)
        named = next((w for w in clause if tokens[w].pos != "CCONJ" and tokens[w].text.lower() not in _NARROWS), clause[0])
        between = range(clause[-1] + 1, words[0])
        if _condition(view, named, _OPENS_AHEAD) != verb or any(tokens[w].text not in (",", "then") for w in between) or held & set(clause):
            continue
        whole = Span(tokens[named].start, span.end)
        return whole if _is_one_voice(view, span, whole) else span
    return span


def _condition(view: Text, word: int, opens: frozenset[str]) -> int | None:
    """The verb of the condition that a word opens."""
    if word >= len(view.tokens):
        return None
    token = view.tokens[word]
    if token.text.lower() in _SUPPOSES and token.relation == "advcl":
        # "provided jobs" supposes nothing
        return word if any(view.child(c, SUBJECTS) is not None for c in view.children[word] if c > word) else None
    conjunction = token.relation == "mark" and token.text.lower() in opens | _SUPPOSES
    return token.head if conjunction and view.tokens[token.head].relation == "advcl" else None


def _is_one_voice(view: Text, span: Span, whole: Span) -> bool:
    """Tell whether no quotation opens or closes in what a content is extended over."""
    added = view.text[whole.start : span.start] + view.text[span.end : whole.end]
    return quotation_at(view.text, whole.start) == quotation_at(view.text, whole.end - 1) and not any(c in added for c in '“”"«»\n')
