"""Contents that are half a sentence: widen them to the clause they belong to, or tell that they cannot be shown."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import FINITE, SUBJECTS, Text

#: what a content stands before: "said", "according to"
TELLS = lexicon.REPORTING | {"accord"}
_SUBORDINATES = frozenset("if when because as while although though unless until since once".split())
_WIDEST = 250
_PREDICATES = frozenset("VERB AUX ADJ NOUN NUM SYM".split())
#: relations of a clause to the word of a content that it tells of, and what may follow its verb without being part of it
_INNER = frozenset("acl:relcl acl advcl advcl:relcl ccomp csubj".split())
_NOT_PART = frozenset({"punct", "parataxis"})
_LONGEST_END = 320
#: relations of what opens a sentence to the verb that it tells the time, the place or the condition of
_CIRCUMSTANCES = frozenset({"obl", "obl:unmarked", "advcl"})
#: what a noun goes on with behind a comma, and what opens a clause that tells more of a thing (of whom one names it tells the past)
_GOES_ON = frozenset({"appos", "conj"})
_OF_THINGS = frozenset({"which", "where", "whose"})


def whole_clause(view: Text, span: Span, marks: Sequence[int]) -> Span:
    """Widen a content that begins at its verb, or that is a subordinate clause alone, where no source or cue stands between."""
    words, tokens = view.words([span]), view.tokens
    if not words or '"' in view.slice(span):
        return span
    first = words[0]
    if tokens[first].tag in FINITE:
        opening = tokens[view.sentence_words[tokens[first].sentence][0]].start
        return Span(opening, span.end) if _is_free(marks, opening, span.start) and _is_plain(view, opening, span.start) else span
    over = clause_over(view, words)
    if over is None:
        return span
    clause = [w for w in view.subtree(over) if tokens[w].sentence == tokens[first].sentence]
    whole = view.span_of(clause)
    joined = Span(min(whole.start, span.start), max(whole.end, span.end))
    free = _is_free(marks, joined.start, span.start) and _is_free(marks, span.end, joined.end)
    return joined if free and _is_plain(view, joined.start, joined.end) else span


def to_clause_end(view: Text, span: Span, marks: Sequence[int]) -> Span:
    """Widen a content that breaks off before the verb of a clause inside it, to the end of that clause: "commitments made in talks
    where a new ban" had been discussed."""
    words, tokens = view.words([span]), view.tokens
    if not words:
        return span
    inside, last = set(words), words[-1]
    over = last
    while tokens[over].head in inside and tokens[over].head != over:
        # the topmost word that the last one belongs to and that still belongs to a verb behind
        over = tokens[over].head
        if over < last and tokens[over].head <= last:
            break
    verb = tokens[over].head
    if tokens[words[0]].relation == "mark" and tokens[words[0]].tag != "TO" and tokens[words[0]].head > last:
        # "that the Council's failure" shows its weakness
        verb = tokens[words[0]].head
    elif verb > last and (tokens[verb].head not in inside or tokens[verb].relation not in _INNER):
        return span
    if verb <= last or tokens[verb].sentence != tokens[last].sentence or tokens[verb].pos not in _PREDICATES:
        return span
    apart = {c for c in view.children[verb] if tokens[c].relation == "conj" and view.child(c, SUBJECTS) is not None}
    end = tokens[max(w for w in view.subtree(verb, without=_NOT_PART) if not any(w >= c for c in apart))].end
    whole = Span(span.start, end)
    plain = not any(c in view.text[span.end : end] for c in '“”"«»\n')
    return whole if plain and end - span.end <= _LONGEST_END and _is_free(marks, span.end, end) else span


def with_circumstance(view: Text, span: Span, cue: tuple[Span, ...], marks: Sequence[int]) -> Span:
    """Widen a clause that its cue follows over when, where or under what condition it is so, at the head of its sentence: "In the case of
    minors," a form must be signed, the port said."""
    words, tokens = view.words([span]), view.tokens
    if not words or not cue or cue[0].start < span.end or not {view.lemma(w) for w in view.words(cue)} & TELLS:
        return span
    place, verb = tokens[words[0]].sentence, view.main_verb(words)
    if verb is None or view.child(verb, SUBJECTS) is None or view.sentence_at(cue[0].start) != place:
        return span
    if quotation_at(view.text, span.start) is not None:
        return span
    first = words[0]
    for branch in sorted((c for c in view.children[verb] if c < first and tokens[c].relation in _CIRCUMSTANCES), reverse=True):
        below = view.subtree(branch)
        if tokens[below[0]].sentence != place or any(tokens[w].text != "," for w in range(below[-1] + 1, first)):
            break
        first = below[0]
    start = tokens[first].start
    return Span(start, span.end) if first < words[0] and _is_free(marks, start, span.start) and _is_plain(view, start, span.start) else span


def with_tail(view: Text, span: Span, cue: tuple[Span, ...], marks: Sequence[int]) -> Span:
    """Extend a content behind its cue over what goes on behind a comma: the rest of a list, another name, what is told of a thing: "a
    budget," which the council had cut; "claims from Orland," Sund and Dorne."""
    words, tokens = view.words([span]), view.tokens
    if not words or not cue or cue[-1].end > span.start or quotation_at(view.text, span.start) is not None:
        return span
    if any(is_predicate(view, w) for w in words):
        # of what somebody says in a clause, the article tells more
        return span
    inside, last = set(words), words[-1]
    branch = last + 2
    if branch >= len(tokens) or tokens[branch].sentence != tokens[last].sentence:
        return span
    listed = tokens[last + 1].pos == "CCONJ"
    if tokens[last + 1].text != "," and not listed:
        return span
    opening = tokens[branch].text.lower()
    while tokens[branch].head not in inside and tokens[branch].head > last and tokens[branch].head != branch:
        branch = tokens[branch].head
    if listed and tokens[branch].pos not in ("NOUN", "PROPN"):
        return span
    told = tokens[branch].relation == "acl:relcl" and opening in _OF_THINGS
    if tokens[branch].head not in inside or not (told or tokens[branch].relation in _GOES_ON):
        return span
    below = [w for w in view.subtree(branch) if tokens[w].pos != "PUNCT"]
    if len(below) == 1 and tokens[branch].pos in ("PRON", "NUM"):
        return span
    end = tokens[below[-1]].end
    plain = not any(c in view.text[span.end : end] for c in '“”"«»\n') and end - span.end <= _WIDEST
    return Span(span.start, end) if plain and _is_free(marks, span.end, end) else span


def is_half(view: Text, content: tuple[Span, ...], actors: tuple[Entity, ...]) -> bool:
    """Tell whether a content is the rest of a clause, a condition alone, or breaks off at a verb that goes on."""
    words, tokens = view.words(content[:1]), view.tokens
    if not words:
        return False
    first = words[0]
    if len(words) == 1 and len(content) > 1 and tokens[first].relation == "mark":
        # a lone "that" before words from further on
        return True
    if tokens[first].tag in FINITE and tokens[first].text[:1].islower():
        verb = view.main_verb(words)
        subject = view.subject(verb) if verb is not None else None
        if subject is None or subject in words:
            return subject is None
        own = any(s.start <= tokens[subject].start < s.end for a in actors for s in a.spans)
        if not own and tokens[subject].text.lower() not in ("he", "she", "it", "they", "i", "we"):
            return True
    if clause_over(view, words) is not None and not (_goes_on_whole(view, words) or _goes_on_behind(view, content)):
        return True
    last = view.words(content[-1:])[-1:]
    return bool(last) and _breaks_off(view, last[0])


def _goes_on_whole(view: Text, words: list[int]) -> bool:
    """Tell whether a main clause stands behind the comma that ends a condition, whatever a parse hangs it on: "though it rained, the
    ferry sailed"."""
    tokens = view.tokens
    comma = next((w for w in words if tokens[w].text == ","), words[-1])
    clauses = ((w, view.child(w, ("nsubj", "nsubj:pass"))) for w in words if w > comma and is_predicate(view, w))
    return any(subject is not None and comma < subject < w and view.child(w, ("mark",)) is None for w, subject in clauses)


def _goes_on_behind(view: Text, content: tuple[Span, ...]) -> bool:
    """Tell whether the main clause stands behind who speaks: "If the party joined, she said, it would ask for more"."""
    behind = view.words(content[1:])
    verbs = [v for w in behind if is_predicate(view, w) for v in (w, view.tokens[w].head)]
    return any(view.child(v, ("nsubj", "nsubj:pass")) in behind for v in verbs)


def is_predicate(view: Text, word: int) -> bool:
    """Tell whether a word is finite, or has a subject (a parse may take "denounced" for a participle), in no relative clause."""
    token = view.tokens[word]
    if token.tag not in FINITE and view.child(word, ("nsubj", "nsubj:pass")) is None:
        return False
    verb = token.head if token.relation in ("aux", "aux:pass", "cop") else word
    return not view.tokens[verb].relation.startswith("acl")


def clause_over(view: Text, words: list[int]) -> int | None:
    """The predicate outside of a content that is a subordinate clause and no more."""
    tokens, first = view.tokens, words[0]
    if tokens[first].text.lower() in ("that", "even") and len(words) > 1:
        # "said that when she returned", "even if it does"
        first = words[1]
    if tokens[first].text.lower() not in _SUBORDINATES or tokens[first].relation not in ("mark", "advmod"):
        return None
    verb = tokens[first].head
    over = tokens[verb].head
    if verb not in words or over == verb or over in words or tokens[verb].relation != "advcl":
        return None
    inside = set(words)
    # a main clause that follows the condition is whole
    return over if all(tokens[w].head in inside or w == verb for w in words if tokens[w].tag in FINITE) else None


def _breaks_off(view: Text, last: int) -> bool:
    """Tell whether a content ends in a verb whose object comes behind it: "after his recruitment prompted"."""
    token = view.tokens[last]
    following = view.tokens[last + 1] if last + 1 < len(view.tokens) else None
    if token.tag not in FINITE or token.pos != "VERB" or following is None or following.sentence != token.sentence:
        return False
    return following.tag in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "CD") and view.child(last, ("obj", "ccomp", "xcomp")) is not None


def _is_free(marks: Sequence[int], start: int, end: int) -> bool:
    return bisect.bisect_left(marks, start) == bisect.bisect_left(marks, end)


def _is_plain(view: Text, start: int, end: int) -> bool:
    """Tell whether a stretch is short and holds no quotation mark."""
    return end - start <= _WIDEST and not any(c in view.text[start:end] for c in '“”"«»')
