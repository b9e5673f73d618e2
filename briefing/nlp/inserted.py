"""Who speaks between a subject and its verb: "Schools, Quill added, will reopen in May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.syntax import FINITE, Text, trim

_CONFIDENCE = 0.8
#: the most words of a subject, and of who speaks behind it
_LONGEST_SUBJECT, _LONGEST_SPEAKER = 14, 10
#: who is told, and when, behind the verb
_HEARERS = frozenset("NOUN PROPN DET ADJ PRON ADP NUM".split())
_LONGEST_TOLD = 4
_MARKS = frozenset("“”«»\"'’‘:;()")


def read_inserted(view: Text, attributions: Sequence[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with what stands on both sides of who says it, where a subject, who speaks and the verb follow each other."""
    found = list(attributions)
    for verb in view.with_lemma(lexicon.REPORTING | {"accord"}):
        if view.tokens[verb].start < body_start or (parts := _parts(view, verb)) is None:
            continue
        cue, source, *sides = parts
        sentence = view.sentences[view.tokens[verb].sentence]
        own = [n for n, a in enumerate(found) if any(s.meets(cue) for s in a.cue)]
        for n in own:
            if any(s.meets(side) for s in found[n].source for side in sides):
                # "Hale, said the council, was": the council says it, and what the model ties to its word besides
                found[n] = replace(found[n], source=(source,))
        within = [n for n in own if all(sentence.start <= s.start and s.end <= sentence.end for s in found[n].content)]
        if len(within) == 1 and (len(own) == 1 or found[within[0]].source == (source,)):
            found[within[0]] = replace(found[within[0]], content=tuple(sides))
        led = [n for n, a in enumerate(found) if a.content[0].start == source.start and a.content[-1].end <= sentence.end]
        bare = [n for n, a in enumerate(found) if not a.cue and set(a.source) == {source} and a.content == (sides[0],)]
        if not own and len(bare) == 1:
            # "The border", according to Hale, and no word that says so
            found[bare[0]] = replace(found[bare[0]], cue=(cue,), content=tuple(sides))
        elif not own and len(led) == 1:
            # a content may begin with who speaks: "Hale, said" the council, was the best
            found[led[0]] = replace(found[led[0]], source=(source,), cue=(cue,), content=tuple(sides))
        elif not own and not any(s.meets(sentence) for a in found for s in (*a.content, *a.cue)):
            found.append(Attribution(source=(source,), cue=(cue,), content=tuple(sides), confidence=_CONFIDENCE))
    return found


def speaks_between(view: Text, first: int, last: int) -> bool:
    """Tell whether a name speaks between a subject and its verb, and is none of the subject's: "The minister, Quill said, will go"."""
    tokens = view.tokens
    if first < 1 or last + 3 >= len(tokens) or tokens[first - 1].text != ",":
        return False
    if view.lemma(last + 1) not in lexicon.REPORTING or tokens[last + 1].tag not in ("VBD", "VBZ", "VBP"):
        return False
    comma = last + 2
    while comma + 1 < len(tokens) and comma - last - 2 < _LONGEST_TOLD and tokens[comma].pos in _HEARERS:
        comma += 1
    return comma + 1 < len(tokens) and tokens[comma].text == "," and tokens[comma + 1].tag in FINITE


def _parts(view: Text, verb: int) -> tuple[Span, ...] | None:
    """What says it and who speaks between two commas, what stands before them and what behind, if that is a subject and its verb."""
    tokens, here = view.tokens, view.sentence_words[view.tokens[verb].sentence]
    accords = tokens[verb].text.lower() == "according"
    behind = next((w for w in range(verb + 1, here[-1]) if tokens[w].text == ","), None)
    before = next((w for w in range(verb - 1, here[0], -1) if tokens[w].text == ","), None)
    if before is None or behind is None or behind + 1 > here[-1]:
        return None
    if accords:
        cue, speaker = range(verb, verb + 2), range(verb + 2, behind)
        apart = before == verb - 1 and tokens[verb + 1].text.lower() == "to"
    elif before == verb - 1:
        # "Hale, said the statement, was"
        cue, speaker = range(verb, verb + 1), range(verb + 1, behind)
        apart = tokens[verb].tag in ("VBD", "VBZ", "VBP")
    else:
        cue, speaker = range(verb, verb + 1), range(before + 1, verb)
        told = range(verb + 1, behind)
        heard = len(told) <= _LONGEST_TOLD and all(tokens[w].pos in _HEARERS for w in told)
        apart = heard and tokens[verb].tag in ("VBD", "VBZ", "VBP")
    first = here[0] + (tokens[here[0]].tag == "CC")
    left, right = range(first, before), range(behind + 1, here[-1] + 1)
    if not apart or not 0 < len(speaker) <= _LONGEST_SPEAKER or not 0 < len(left) <= _LONGEST_SUBJECT:
        return None
    if not _names_somebody(view, speaker) or not _is_subject(view, left) or tokens[right[0]].tag not in FINITE:
        return None
    if any(set(tokens[w].text) & _MARKS for w in (*left, *right) if tokens[w].tag != "POS"):
        return None
    return tuple(trim(view.text, view.span_of(list(w))) for w in (cue, speaker, left, right))


def _names_somebody(view: Text, words: Sequence[int]) -> bool:
    tokens = view.tokens
    if tokens[words[-1]].pos not in ("PRON", "PROPN", "NOUN") or tokens[words[0]].pos in ("SCONJ", "ADP"):
        return False
    return not any(tokens[w].tag in FINITE | {"WP", "WDT", "WRB"} or tokens[w].relation == "mark" for w in words)


def _is_subject(view: Text, words: Sequence[int]) -> bool:
    tokens = view.tokens
    if tokens[words[-1]].pos not in ("PRON", "PROPN", "NOUN", "NUM") or tokens[words[0]].pos in ("ADP", "SCONJ", "ADV"):
        return False
    return not any(tokens[w].tag in FINITE or tokens[w].text == "," for w in words)
