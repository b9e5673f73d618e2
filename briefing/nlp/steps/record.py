"""A next step while names are not yet final, and what the finders of steps share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.models import Span, StepKind, TemporalExpression
from briefing.nlp import lexicon
from briefing.nlp.authors import Authors
from briefing.nlp.entities import Entity, is_outlet
from briefing.nlp.held import Held
from briefing.nlp.resolve import Resolver
from briefing.nlp.services import is_service
from briefing.nlp.steps import words
from briefing.nlp.steps.times import Times
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import Text

_ACTORS = (
    lexicon.PERSON_NOUNS,
    lexicon.BODY_NOUNS,
    lexicon.COUNTRY_SIDES,
    lexicon.PAIR_NOUNS,
    lexicon.SPOKES_NOUNS,
    frozenset(
        "people family citizen youth troops police cabinet voter parent student child pupil staff crew mp mps minority rebel".split()
    ),
)
_AGENTS = ("er", "or", "ist", "ian", "ant", "man", "men", "woman", "women", "people", "folk", "ee", "ent")
_THINGS = frozenset(
    """number paper order matter power letter water weather winter summer october september november december border center centre
    corner counter cover danger dinner error factor floor mirror motor offer sector tower transfer tractor trailer monitor computer
    container helicopter dollar super chapter cancer fever river user plant restaurant event percent cent agreement moment
    element document government movement statement investment development treatment payment department improvement announcement
    content extent incident accident talent patent present cement segment committee coffee fee degree tree guarantee decree
    grant variant product cylinder shelter barrier carrier filter meter quarter remainder disorder semester skyscraper list
    checklist shortlist mist
    """.split()
)
#: of whom "the two" must be said to mean the two named last
_PERSONS = frozenset("leaders men women ministers presidents".split())
#: the words of a phrase stand no further apart
_GAP = 4
#: a quotation that begins inside a content
_OPENING = re.compile(r"[\s(][“\"]")
#: positions below this are denied or imagined speech; of those a little surer than it as many are held as of the surest
TRUSTED = 0.1


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A next step with the entities instead of their names; ``importance`` is its weight from 0 to 1 before who and when count."""

    what: tuple[Span, ...]
    who: tuple[Entity, ...]
    when: TemporalExpression | None
    kind: StepKind
    importance: float
    #: the verb or noun of the act, and what asks for it or promises it
    act: int
    cue: int | None = None
    #: what speaks against it; a step with any counts only where it weighs much (`weigh`)
    doubts: tuple[str, ...] = ()
    #: how likely it is one at all, from 0 to 1
    confidence: float = 1.0

    @property
    def main(self) -> Span:
        """The piece with the act; one before it is a subject that other words part from it."""
        return self.what[-1]


def is_weather(view: Text, noun: int) -> bool:
    """Tell whether a noun is the weather's: "strong winds", "a cold front", "a weather system"."""
    if view.tokens[noun].pos != "NOUN":
        return False
    if view.lemma(noun) in words.WEATHER:
        return True
    before = {view.low(c) for c in view.children[noun] if c < noun}
    return view.lemma(noun) in ("front", "system", "wave") and not before.isdisjoint(("cold", "warm", "weather", "heat", "storm"))


def can_act(view: Text, word: int) -> bool:
    """Tell whether a word may mean somebody who does things: a name, a pronoun, an office, a body, people by what they do."""
    token = view.tokens[word]
    if token.pos != "NOUN" or (token.text[0].isupper() and token.lemma.lower() in lexicon.BODIES_BY_NAME):
        return True
    return acts_by_name(token.lemma) or acts_by_name(token.text) or is_service(view, word)


def acts_by_name(noun: str) -> bool:
    """Tell whether a common noun is one for people or bodies: "officials", "the retailer", not "efforts"."""
    lemma = noun.lower()
    return any(lemma in known for known in _ACTORS) or (lemma.endswith(_AGENTS) and lemma not in _THINGS)


def _together(words: list[int], head: int) -> list[int]:
    """Those of the words that stand near the one that they hang on: a tree may hang on it what stands far before."""
    near = [head]
    for word in (*sorted((w for w in words if w < head), reverse=True), *sorted(w for w in words if w > head)):
        if min(abs(word - n) for n in near) <= _GAP:
            near.append(word)
    return sorted(near)


@dataclass(frozen=True, kw_only=True)
class Scene(Times):
    """One document as the finders see it: its tree, its times and its day, who is who, what is held."""

    resolver: Resolver
    held: Sequence[Held]
    #: who writes where the text speaks in the first person
    authors: Authors
    _found: dict[tuple[Span, tuple[int, ...]], tuple[Entity, ...]] = field(default_factory=dict)
    #: what `said` answered, by word: most finders ask it of the same verbs
    _said: dict[int, Held | None] = field(default_factory=dict)

    def who(self, words: list[int], speaker: Sequence[Entity] = ()) -> tuple[Entity, ...]:
        """Whom words mean, where they mean somebody who can act.

        Each is looked up once, for every look counts as a mention of a body known by its noun alone.
        """
        head = self.view.head_of(words)
        if head is None or not can_act(self.view, head):
            return ()
        span = self.view.span_of(_together(words, head))
        key = (span, tuple(id(e) for e in speaker))
        if key not in self._found:
            found = self._titled(head)
            if not found and not self._is_many(head, words):
                found = self.resolver.resolve([span], speaker=list(speaker) or None)
            self._found[key] = tuple(e for e in found if not is_outlet(e))
        return self._found[key]

    def _titled(self, title: int) -> list[Entity]:
        """The person whose name stands right behind a title that the tree takes for the whole: "Sen. Ada Quill" is slated to speak."""
        token = self.view.tokens[title]
        if token.text.lower().rstrip(".") not in lexicon.TITLES:
            return []
        behind = self.resolver.roster.at(token.end, token.end + 3)
        return [e for s, e in behind if e.kind == "person" and s.start > token.end and not self.view.text[token.end : s.start].strip(" (")]

    def _is_many(self, head: int, words: list[int]) -> bool:
        """Tell whether a noun for a pair means other people than the two last named: "business leaders", "officers of both countries"."""
        view = self.view
        if view.tokens[head].tag != "NNS":
            return False
        own = {view.low(c) for c in view.children[head] if c in words}
        inside = {view.low(w) for w in words} - own
        if inside & {"both", "two"}:
            return True
        bare = all(w == head or view.tokens[w].pos == "DET" for w in words) and view.low(head) in lexicon.PAIR_NOUNS
        if bare and not own & {"both", "two"} and (not own or view.low(head) in _PERSONS):
            return True
        kinds = [c for c in view.children[head] if c in words and view.tokens[c].relation in ("compound", "amod")]
        known = {"two", "both", "foreign", "prime", "defence", "defense"}
        return view.low(head) in lexicon.PAIR_NOUNS and any(view.low(c) not in known for c in kinds)

    def said(self, word: int) -> Held | None:
        """The innermost trusted position whose content holds a word."""
        if word not in self._said:
            at = self.view.tokens[word].start
            inside = {number for span in self._contents[0].meeting(at, at + 1) for number in self._contents[1][span]}
            self._said[word] = min((self.held[n] for n in sorted(inside)), key=lambda p: sum(e - s for s, e in p.content), default=None)
        return self._said[word]

    @cached_property
    def _contents(self) -> tuple[Spans, dict[Span, list[int]]]:
        """Where the contents of the trusted positions stand, and for each span the numbers of the positions that it is of."""
        numbers: dict[Span, list[int]] = {}
        for number, position in enumerate(self.held):
            for span in position.content if position.confidence >= TRUSTED else ():
                numbers.setdefault(span, []).append(number)
        return Spans(numbers), numbers

    def authors_at(self, word: int) -> tuple[Entity, ...]:
        """Whom "we" means at a word that nobody is quoted with: who writes."""
        if self.said(word) is not None or self.in_quotation(word):
            return ()
        token = self.view.tokens[word]
        return self.authors.writing(token.text, token.start)

    def in_own_words(self, word: int) -> bool:
        """Tell whether a word is in its speaker's own words, not in the part told before: "said he would seek help to “begin healing”"."""
        said = self.said(word)
        if said is None or not said.quoted:
            return False
        behind = self.view.text[self.view.tokens[word].end : said.content[-1].end]
        return self.in_quotation(word) or not _OPENING.search(behind)

    def in_quotation(self, word: int) -> bool:
        """Tell whether a word stands between quotation marks that its line opens."""
        start = self.view.tokens[word].start
        line = self.view.text[self.view.text.rfind("\n", 0, start) + 1 : start]
        return line.count("“") > line.count("”") or line.count('"') % 2 == 1
