"""A view of an annotated text that the extraction asks its questions of: words under a span, a word's clause, tense, negation."""

from __future__ import annotations

import bisect
import functools
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cached_property
from typing import Any, Final, TypeVar

from briefing.models import Annotation, Span, Token
from briefing.nlp import attachments, lexicon
from briefing.nlp.check import Check, go_on
from briefing.nlp.lands import Lands, read_lands
from briefing.nlp.nations import Nations
from briefing.nlp.reading import Reading
from briefing.nlp.relatives import with_relatives
from briefing.nlp.timetable import with_due, with_timetable_verbs
from briefing.nlp.trees import still_trees
from briefing.nlp.words import known_verb

SUBJECTS = attachments.SUBJECTS
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly", "nowhere", "seldom", "rarely"})
#: tags of a verb that a clause stands on, and of one in the present tense
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PRESENT = frozenset({"VBZ", "VBP"})
#: auxiliaries of what will be, and of what is only imagined
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
HYPOTHETICAL = frozenset({"would", "could", "might", "may"})
#: a place in capitals, perhaps with a day or an agency, before a dash that opens a paragraph: "NORTHPORT — "
_DATELINE = re.compile(r"(?m)^[^\W\d_a-z]{3}[^\W\d_a-z .'’,-]*(?:,[^—–\n]{1,20})?(?:\s?\([^()\n]{2,30}\))?\s(?:—|–|--?)\s+(?=\S)")


Answer = TypeVar("Answer")


def asked_once(ask: Callable[[Text, int], Answer]) -> Callable[[Text, int], Answer]:
    """Keep what is asked of a word of a text with the text: many rules ask the same. The answer must not be changed."""

    @functools.wraps(ask)
    def answer(view: Text, word: int) -> Answer:
        known = view.answers[answer]
        if word not in known:
            known[word] = ask(view, word)
        found: Answer = known[word]
        return found

    return answer


class Text:
    """The words of an annotated text with their tree. Word arguments and results are indices into ``tokens``."""

    def __init__(self, text: str, annotation: Annotation, check: Check = go_on, *, dateline: Span | None = None) -> None:
        self.text = text
        #: called in each loop whose turns grow with the text: it may raise
        self.check = check
        self.annotation = annotation
        #: what the model reads beyond the words; None where the annotation was made by hand
        self.reading: Reading | None = annotation.reading
        further = (Span(*found.span()) for found in _DATELINE.finditer(text))
        self.datelines = (*(d for d in further if dateline is None or d.start >= dateline.end), *((dateline,) if dateline else ()))
        tokens = with_relatives(attachments.without_datelines(annotation.tokens, self.datelines))
        tokens = attachments.with_complements(attachments.with_subjects(tokens))
        self.tokens: tuple[Token, ...] = still_trees(annotation.tokens, with_timetable_verbs(with_due(tokens)))
        self.sentences: tuple[Span, ...] = annotation.sentences
        #: of `asked_once`: what was answered, by question and word
        self.answers: defaultdict[object, dict[int, Any]] = defaultdict(dict)
        self._starts = [t.start for t in self.tokens]
        self._sentence_starts = [s.start for s in self.sentences]

    @cached_property
    def lands(self) -> Lands:
        """The lands, peoples and places that the text may name, beside those that are known."""
        return read_lands(self.text, self.annotation.mentions)

    @property
    def nations(self) -> Nations:
        return self.lands.nations

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                found[token.head].append(index)
        return found

    @cached_property
    def sentence_words(self) -> list[range]:
        bounds: list[list[int]] = [[0, 0] for _ in self.sentences]
        for index, token in enumerate(self.tokens):
            if bounds[token.sentence][1] == 0:
                bounds[token.sentence][0] = index
            bounds[token.sentence][1] = index + 1
        return [range(s, e) for s, e in bounds]

    def words(self, spans: Iterable[Span]) -> list[int]:
        """The words that lie in the spans, in order."""
        self.check()
        starts = self._starts
        found: list[int] = []
        for start, end in spans:
            at = bisect.bisect_left(starts, start)
            found += range(at, bisect.bisect_left(starts, end, at))
        return found

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset lies in (of the one before, between two)."""
        return max(0, bisect.bisect_right(self._sentence_starts, offset) - 1)

    def word_at(self, offset: int) -> int | None:
        at = bisect.bisect_right(self._starts, offset) - 1
        return at if at >= 0 and self.tokens[at].end > offset else None

    def behind_dateline(self, span: Span) -> Span | None:
        """Cut a dateline off the front of a stretch: "NORTHPORT — Orland"; None where nothing stands behind it."""
        line = next((d for d in self.datelines if d.start <= span.start < d.end), None)
        if line is None:
            return span
        return Span(line.end, span.end) if line.end < span.end else None

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def _low(self) -> list[str]:
        return [t.text.lower() for t in self.tokens]

    def low(self, index: int) -> str:
        """A word in small letters."""
        return self._low[index]

    @cached_property
    def _lemmas(self) -> list[str]:
        return [_lemma(t) for t in self.tokens]

    def lemma(self, index: int) -> str:
        return self._lemmas[index]

    def with_lemma(self, lemmas: Container[str]) -> list[int]:
        """The words whose lemma is one of these, in order."""
        return [n for n, lemma in enumerate(self._lemmas) if lemma in lemmas]

    def head_of(self, words: list[int]) -> int | None:
        """The word of a stretch that the others hang on; the first one whose head lies outside."""
        inside = set(words)
        for index in words:
            token = self.tokens[index]
            if token.pos == "PUNCT":
                continue
            if token.head == index or token.head not in inside:
                return index
        return words[0] if words else None

    def main_verb(self, words: list[int]) -> int | None:
        """The verb, or the predicate with its subject, that a stretch is built on; else its head."""
        head = self.head_of(words)
        if head is None:
            return None
        inside = set(words)
        roots = [w for w in words if self.tokens[w].head not in inside or self.tokens[w].head == w]
        verbs = [w for w in roots if self.tokens[w].pos in ("VERB", "ADJ", "NOUN", "AUX") and self.subject(w) is not None]
        return verbs[0] if verbs else head

    def root(self, words: Iterable[int]) -> int | None:
        """The first of some words that hangs on no other."""
        return next((w for w in words if self.tokens[w].relation == "root"), None)

    def subtree(self, index: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """A word and all that hangs on it, but for the branches of the relations named."""
        found, queue = [], [index]
        while queue:
            at = queue.pop()
            found.append(at)
            queue += [c for c in self.children[at] if self.tokens[c].relation not in without]
        return sorted(found)

    def child(self, index: int, relations: Container[str]) -> int | None:
        tokens = self.tokens
        for child in self.children[index]:
            if tokens[child].relation in relations:
                return child
        return None

    def subject(self, verb: int) -> int | None:
        """The subject of a verb; for a joined or open complement verb, that of the verb it shares it with."""
        for _ in range(4):
            found = [c for c in self.children[verb] if self.tokens[c].relation in SUBJECTS]
            if found:
                return next((c for c in found if not self.has_case(c)), found[0])
            token = self.tokens[verb]
            if token.relation not in ("conj", "xcomp", "advcl") or token.head == verb:
                return None
            verb = token.head
        return None

    def is_finite(self, verb: int) -> bool:
        """Tell whether a verb is finite, or tells what has been done: "says", "has said"."""
        return self.tokens[verb].tag in FINITE or (self.tokens[verb].tag == "VBN" and "have" in self.auxiliaries(verb))

    def has_case(self, noun: int) -> bool:
        """Tell whether a preposition stands before a noun that a parse calls a subject: "according to a report, the council decided"."""
        return any(self.tokens[c].relation == "case" and self.tokens[c].tag != "POS" for c in self.children[noun])

    def tells_of_object(self, verb: int) -> bool:
        """Tell whether a verb's clause is about what somebody named acts on: "Hale rejected the pact that Lund sent"."""
        noun = self.tokens[self.tokens[verb].head]
        if not self.tokens[verb].relation.startswith("acl") or noun.relation != "obj":
            return False
        subject = self.child(noun.head, ("nsubj",))
        return subject is not None and self.tokens[subject].pos == "PROPN"

    def auxiliaries(self, verb: int) -> list[str]:
        """The lemmas of the auxiliaries of a verb; what a parse hangs on it from behind is another's: "thinks" most "would not"."""
        return [self.lemma(c) for c in self.children[verb] if self.tokens[c].relation in ("aux", "aux:pass", "cop") and c < verb]

    def is_negated(self, verb: int) -> bool:
        return any(
            self.tokens[c].relation in ("advmod", "det", "neg", "cc", "dep") and self.low(c) in NEGATIONS for c in self.children[verb]
        )

    def span_of(self, words: list[int]) -> Span:
        """The span from the first to the last word, without punctuation at either end."""
        kept = list(words)
        while kept and self.tokens[kept[0]].pos == "PUNCT":
            kept.pop(0)
        while kept and self.tokens[kept[-1]].pos == "PUNCT":
            kept.pop()
        if not kept:
            kept = list(words)
        return Span(self.tokens[kept[0]].start, self.tokens[kept[-1]].end)

    def conjuncts(self, index: int) -> list[int]:
        """A word and those joined to it by "and"."""
        found = [index]
        for child in self.children[index]:
            if self.tokens[child].relation == "conj" and self.tokens[child].pos in ("NOUN", "PROPN", "PRON"):
                found += self.conjuncts(child)
        return found

    def verbs(self, words: Iterable[int]) -> Iterator[int]:
        for index in words:
            if self.tokens[index].pos in ("VERB", "AUX") and self.tokens[index].relation not in ("aux", "aux:pass", "cop"):
                yield index


#: verbs of which the rules for endings cut some forms at the wrong place
_KNOWN: Final = lexicon.SPEAKING | lexicon.ATTITUDE | frozenset("postpone convene reconvene schedule prolong premiere time".split())


def _lemma(token: Token) -> str:
    lemma = token.lemma.lower()
    return known_verb(lemma, token.text.lower(), _KNOWN) if token.pos == "VERB" else lemma


def trim(text: str, span: Span) -> Span:
    """Cut white space, stray commas and unpaired or wholly enclosing quotation marks off both ends of a span."""
    start, end = span
    changed = True
    while changed and start < end:
        changed = False
        while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
            start += 1
            changed = True
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-“„"):
            end -= 1
            changed = True
        inner = text[start:end]
        if not inner:
            break
        if inner[-2:] in ("’’", "''") and inner[:2] not in ("‘‘", "''"):
            # a mark made of two that nothing opens
            end, changed = end - 2, True
            continue
        opens, closes = inner[0] in "“\"«„‘'", inner[-1] in "”\"»’'"
        if opens and closes and len(inner) > 1 and not _has_mark(inner[1:-1]):
            start, end, changed = start + 1, end - 1, True
        elif opens and not _closes_inside(inner):
            start, changed = start + 1, True
        elif closes and not _opens_inside(inner):
            end, changed = end - 1, True
    return Span(start, max(start, end))


def _has_mark(inner: str) -> bool:
    return any(c in '“”"«»„' for c in inner)


def _closes_inside(inner: str) -> bool:
    first, rest = inner[0], inner[1:]
    if first == "“":
        return "”" in rest
    if first == '"':
        return '"' in rest
    if first == "«":
        return "»" in rest
    if first == "‘":
        return "’" in rest
    return "'" in rest if first == "'" else "“" in rest or "”" in rest


def _opens_inside(inner: str) -> bool:
    last, rest = inner[-1], inner[:-1]
    if last == "”":
        return rest.count("“") + rest.count("„") > rest.count("”")
    if last == '"':
        return rest.count('"') % 2 == 1
    if last == "»":
        return rest.count("«") > rest.count("»")
    # an apostrophe that ends a plural possessive stays
    return True
