"""Whom a word means that only points back: "he", "it", "they", "both sides", "His Highness"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.letterheads import is_in_field
from briefing.nlp.names import fold
from briefing.nlp.nearest import are_joined, is_likened, is_listed, named_last, persons_together
from briefing.nlp.syntax import Text

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
IT, THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
THIRD = HE | SHE | IT | THEY
PRONOUNS = THIRD | FIRST | RELATIVE
_PARENTHESIS = re.compile(r"\([^()]*\)")
_BODIES = frozenset({"organization", "country"})
_ROYAL = frozenset("amir emir sheikh king queen prince princess sultan crown".split())
KINGDOMS = frozenset(
    """Saudi Arabia|Jordan|Bahrain|Morocco|Thailand|Cambodia|Bhutan|Eswatini|Lesotho|Tonga|United Kingdom|Spain|Netherlands|Belgium|Denmark
    |Norway|Sweden""".replace("\n    ", "").split("|")
)
#: words before a pronoun behind what it said something in: "the speech in which"
_WHOSE = 3
#: sentences that a pronoun looks back over
_PERSON_REACH, _BODY_REACH, _GROUP_REACH = 8, 4, 3
#: how many of those who spoke last it looks at, where bodies and groups spoke behind a person
_SPOKEN = 3
_ASKS = frozenset({"ask", "press", "question"})


@dataclass(kw_only=True)
class Anaphora:
    """What was named and who spoke, in text order; ``spoke`` grows as attributions are read."""

    view: Text
    roster: Roster
    spoke: list[tuple[int, list[Entity]]] = field(default_factory=list)
    _order: list[tuple[Span, Entity]] = field(default_factory=list)
    #: the mentions that `order` was made of
    _counted: int = -1

    @property
    def order(self) -> list[tuple[Span, Entity]]:
        """Every mention with its entity, by place; those who write a letter and to whom, by its fields, are no "he" in it."""
        if self._counted != len(self.roster.by_span):
            self._counted = len(self.roster.by_span)
            self._order = sorted(
                (item for item in self.roster.by_span.items() if not is_in_field(self.view, item[0])), key=lambda item: item[0]
            )
        return self._order

    def who_speaks(self, offset: int, pronoun: str, *, but: list[Entity], adds: bool) -> list[Entity]:
        """The speaker that a pronoun means, none of ``but``; who "adds" is who spoke last. Nobody where nobody surely fits."""
        before = self._spoke_before(offset)
        last = before[-1][1] if before else []
        if adds and any(_fits(pronoun, e) for e in last):
            return [e for e in last if e not in but and _fits(pronoun, e)]
        if pronoun in HE | SHE:
            if known := self._known_beside(offset, "he" if pronoun in HE else "she", last, but):
                return known
            if goes_on := self._who_goes_on(offset, pronoun, last, but):
                return goes_on
            return self.person_before(offset, "he" if pronoun in HE else "she", but=but)
        if pronoun in THEY:
            return [e for e in self.several_before(offset) if e not in but]
        here = self.view.sentence_at(offset)
        spoken = before[-1][0] if before else -1
        # a body told of in what a body said is not what goes on speaking
        said_by_it = any(_fits("it", e) for e in last)
        since = [
            e
            for s, e in self.order
            if spoken < s.start < offset and e not in but and _fits("it", e) and self.is_subject(s)
            and not (said_by_it and self.view.sentence_at(s.start) == self.view.sentence_at(spoken))
            and here - self.view.sentence_at(s.start) <= 1
        ]  # fmt: skip
        if since:
            return since[-1:]
        if before and here - self.view.sentence_at(before[-1][0]) <= _BODY_REACH and (fit := [e for e in last if _fits("it", e)]):
            return [e for e in fit if e not in but]
        return []

    def _known_beside(self, offset: int, gender: str, last: list[Entity], but: list[Entity]) -> list[Entity]:
        """The one person before a pronoun in its sentence who is known to be a "she", where who spoke last is not known to be one: "Stone
        called Ada Quill a disgrace after she"."""
        number = self.view.sentence_at(offset)
        here = [
            (s, e) for s, e in self.order if self.view.sentences[number].start <= s.start < offset and e.kind == "person" and e not in but
        ]
        before = [e for _, e in here]
        known = list(dict.fromkeys(e for e in before if e.gender == gender))
        if all(e not in known or self._owns(s) or is_likened(self.view, s, offset) for s, e in here):
            return []
        doubtful = any(e.gender is None for e in (*before, *last))
        return known if len(known) == 1 and doubtful and not any(e.gender == gender and e not in known for e in last) else []

    def _who_goes_on(self, offset: int, pronoun: str, last: list[Entity], but: list[Entity]) -> list[Entity]:
        """The person who spoke right before, where since then others are named by that person alone: "Lee said Stone was fine. He said"."""
        here = self.view.sentence_at(offset)
        if len(last) != 1 or last[0] in but or not _fits(pronoun, last[0]) or here - self.view.sentence_at(self.spoke[-1][0]) > 1:
            return []
        said_at = self.view.sentence_at(self.spoke[-1][0])
        if asked := self._asked(said_at, pronoun, last[0]):
            return asked
        later = [e for s, e in self.order if s.start < offset and self.view.sentence_at(s.start) > said_at and _fits(pronoun, e)]
        return last if all(e is last[0] or e in but for e in later) else []

    def _asked(self, sentence: int, pronoun: str, asks: Entity) -> list[Entity]:
        """Whom a sentence is about in which somebody else only asks: "When a reporter asked Quill about it, Quill shrugged. He said"."""
        root = next((w for w in self.view.sentence_words[sentence] if self.view.tokens[w].relation == "root"), None)
        subject = self.view.child(root, ("nsubj",)) if root is not None else None
        if root is None or subject is None or not self.spoke[-1][0] < self.view.tokens[subject].start or not self._is_asked(root):
            return []
        return [e for e in self.named_at(subject) if e is not asks and e.kind == "person" and not e.nominal and _fits(pronoun, e)]

    def _is_asked(self, root: int) -> bool:
        return any(self.view.tokens[c].relation == "advcl" and self.view.lemma(c) in _ASKS for c in self.view.children[root] if c < root)

    def document_before(self, offset: int) -> int | None:
        """The subject of the sentence before, where it is something written: "The affidavit gives details. It says"."""
        here = self.view.sentence_at(offset)
        before = self.view.sentence_words[here - 1] if here > 0 else range(0)
        root = next((w for w in before if self.view.tokens[w].relation == "root"), None)
        subject = self.view.child(root, ("nsubj", "nsubj:pass")) if root is not None else None
        if subject is None or self.view.tokens[subject].tag != "NN" or self.view.child(subject, ("nmod:poss",)) is not None:
            return None
        return subject if self.view.lemma(subject) in lexicon.DOCUMENT_NOUNS | lexicon.IMPERSONAL_SOURCES else None

    def _spoke_before(self, offset: int) -> list[tuple[int, list[Entity]]]:
        """Who spoke before a place: once the whole text is read, those behind it are known too."""
        return [(at, who) for at, who in self.spoke if at < offset]

    def person_before(self, offset: int, gender: str, *, but: list[Entity] | None = None) -> list[Entity]:
        """The person that "he" or "she" means: who spoke last, unless somebody else was the subject of a sentence since."""
        but = but or []
        here = self.view.sentence_at(offset)
        spoke = self._spoke_before(offset)
        best: tuple[float, Entity] | None = None
        for span, entity in self.order:
            if span.start >= offset or entity.kind != "person" or entity.gender not in (None, gender) or entity in but:
                continue
            away = here - self.view.sentence_at(span.start)
            if (
                away > _PERSON_REACH
                or is_likened(self.view, span, offset)
                or (entity.gender is None and is_listed(self.view, self.roster, span))
            ):
                continue
            leads = away == 1 and self._leads(span, offset)
            score = -1.0 * away + (1.7 if leads else self._weight_as_subject(span)) + 0.000001 * span.start
            if entity.gender == gender:
                score += 0.3
            if any(entity in who and here - self.view.sentence_at(at) <= 3 for at, who in spoke[-2:]):
                score += 1.5
            if best is None or score > best[0]:
                best = (score, entity)
        if best is not None and self._may_be_other(best[1], gender, offset, but):
            return []
        for at, who in reversed(spoke[-_SPOKEN:]):
            away = here - self.view.sentence_at(at)
            persons = [e for e in who if e.kind == "person" and e.gender in (None, gender) and e not in but]
            if persons and (best is None or -0.9 * away + 1.5 > best[0]):
                return persons[:1]
            if any(e.kind == "person" for e in who):
                break
        return [best[1]] if best else []

    def _may_be_other(self, person: Entity, gender: str, offset: int, but: list[Entity]) -> bool:
        """Tell whether a person is joined, in the sentence right before, with another whom the pronoun fits as well: "Ada Quill and Mara
        Stone spoke. She said"."""
        last = max(s for s in person.spans if s.start < offset)
        if self.view.sentence_at(offset) - self.view.sentence_at(last.start) > 1 or any(
            person in who for _, who in self._spoke_before(offset)
        ):
            return False
        number = self.view.sentence_at(last.start)
        beside = [e for s, e in self.order if s.start < offset and self.view.sentence_at(s.start) == number and e.kind == "person"]
        others = [e for e in beside if e is not person and e not in but and e.gender in (None, person.gender or gender)]
        return any(o.gender in (person.gender, gender) and self.are_joined([person, o], offset) for o in others)

    def body_before(self, offset: int) -> list[Entity]:
        """The body or country that "it" means: the nearest, subjects before others."""
        here = self.view.sentence_at(offset)
        best: tuple[float, Entity] | None = None
        for span, entity in self.order:
            if span.start >= offset or entity.kind not in ("organization", "country"):
                continue
            away = here - self.view.sentence_at(span.start)
            if away > _BODY_REACH:
                continue
            score = -1.0 * away + (1.2 if self.is_subject(span) else 0.0)
            if best is None or score >= best[0]:
                best = (score, entity)
        return [best[1]] if best else []

    def whose_words(self, word: int, gender: str) -> list[Entity]:
        """The person named last before what is told by "in which he said": "Stone referred to Hale's speech in which he warned"."""
        tokens, at = self.view.tokens, self.view.tokens[word].start
        if word < _WHOSE or tokens[word - 1].text.lower() != "which" or tokens[word - 2].text.lower() != "in":
            return []
        start = self.view.sentences[tokens[word].sentence].start
        said = [
            w
            for w in self.view.sentence_words[tokens[word].sentence]
            if w < word and {self.view.lemma(w), tokens[w].text.lower()} & lexicon.DOCUMENT_NOUNS
        ]
        near = [e for s, e in self.order if start <= s.start < at and e.kind == "person" and e.gender in (None, gender)]
        return near[-1:] if said else []

    def is_of_stranger(self, word: int) -> bool:
        """Tell whether what is told by "in which he said" is of somebody without a name: "an interview with a father, in which he said"."""
        tokens = self.view.tokens
        if word < _WHOSE or tokens[word - 1].text.lower() != "which" or tokens[word - 2].text.lower() != "in":
            return False
        before = [w for w in self.view.sentence_words[tokens[word].sentence] if w < word]
        said = next((w for w in before if self.view.lemma(w) in lexicon.DOCUMENT_NOUNS), None)
        someone = [
            w for w in before if said is not None and w > said and self.view.lemma(w) in lexicon.PRIVATE_PERSONS | lexicon.PERSON_NOUNS
        ]
        anybody = (any(tokens[c].text.lower() in ("a", "an") for c in self.view.children[w]) for w in someone if tokens[w].tag == "NN")
        return any(anybody) and not any(e.kind == "person" for w in someone for e in self.named_at(w + 1 if w + 1 < word else w))

    def several_before(self, offset: int) -> list[Entity]:
        """Whom "they" means: those who spoke together last, those joined as a subject, else a group."""
        here = self.view.sentence_at(offset)
        for at, who in reversed(self._spoke_before(offset)[-3:]):
            away = here - self.view.sentence_at(at)
            if (len(who) > 1 or (who and _is_several(who[0], here=away == 0))) and away <= _GROUP_REACH:
                return who
        for number in range(here, max(-1, here - _GROUP_REACH), -1):
            for word in self.view.sentence_words[number]:
                token = self.view.tokens[word]
                if token.start >= offset or not token.relation.startswith("nsubj") or (number < here and self._is_said(token.head)):
                    continue
                named = [e for w in self.view.conjuncts(word) for e in self.named_at(w)]
                if len(named) > 1:
                    return list(dict.fromkeys(named))
        before = [
            (s, e)
            for s, e in self.order
            if s.start < offset
            and e.kind == "group"
            and here - self.view.sentence_at(s.start) <= _GROUP_REACH
            and (self.is_subject(s) or not self._is_told_by_other(s, here))
        ]
        since = before[-1][0].end if before else 0
        listed = persons_together(self.view, self.order, offset)
        if any(self._is_told_by_other(max(s for s in e.spans if s.start < offset), here) for e in listed):
            listed = []
        if listed and max(s.start for e in listed for s in e.spans if s.start < offset) > since:
            return listed
        return [e for _, e in before[-1:]] or self._only_body(offset)

    def _is_told_by_other(self, span: Span, here: int) -> bool:
        """Tell whether a name is only told of in what a body says in a sentence before: "the agency says most, Norlanders, fled"."""
        number = self.view.sentence_at(span.start)
        root = next((w for w in self.view.sentence_words[number] if self.view.tokens[w].relation == "root"), None)
        if number == here or root is None or self.view.lemma(root) not in lexicon.REPORTING:
            return False
        subject = self.view.child(root, ("nsubj",))
        return subject is not None and any(e.kind == "organization" for e in self.named_at(subject))

    def _is_said(self, verb: int) -> bool:
        """Tell whether a verb is of what somebody else says in its sentence: "the agency says Quill and Stone are among those who fled"."""
        says = self.view.tokens[verb].head
        return self.view.tokens[verb].relation == "ccomp" and says != verb and self.view.lemma(says) in lexicon.REPORTING

    def _only_body(self, offset: int) -> list[Entity]:
        """The body that the sentence before is about, or that spoke last, where nobody else is named since: "the embassy announced.
        ... they said"."""
        here = self.view.sentence_at(offset)
        about = [(s.start, e) for s, e in self.order if self.view.sentence_at(s.start) == here - 1 and self.is_subject(s)]
        at, who = next(reversed(self._spoke_before(offset)), (0, []))
        if not about and here - self.view.sentence_at(at) <= _GROUP_REACH:
            about = [(at, e) for e in who]
        if len(about) != 1 or about[0][1].kind != "organization":
            return []
        since, body = about[0]
        others = [e for s, e in self.order if since < s.start < offset and e is not body and e.kind != "country"]
        return [body] if not others else []

    def antecedent(self, word: int) -> tuple[int | None, list[Entity]]:
        """What a relative pronoun hangs on: its noun, else the entity whose name stands right before it; "who" is no body."""
        at = self.view.tokens[word].start
        personal = self.view.low(word) in ("who", "whom")
        near = [(s, e) for s, e in self.order if s.end <= at]
        verb, noun = self.view.tokens[word].head, None
        for _ in range(3):
            if self.view.tokens[verb].relation.startswith(("acl", "advcl:relcl")):
                noun = self.view.tokens[verb].head
                break
            verb = self.view.tokens[verb].head
        between = _PARENTHESIS.sub("", self.view.text[near[-1][0].end : at]) if near else ""
        if near and not between.strip(" ,)’'s"):
            # "the duo Harbour Lights, who will play"
            called = noun is not None and any(self.view.tokens[w].head == noun for w in self.view.words([near[-1][0]]))
            is_thing = near[-1][1].kind == "person" and self.view.low(word) == "which"
            if not (is_thing or (personal and near[-1][1].kind in _BODIES)) or called:
                return None, [near[-1][1]]
        beside = word - 2 if word > 1 and self.view.tokens[word - 1].text == "," else word - 1
        acts = lexicon.BODY_NOUNS | lexicon.PERSON_NOUNS
        if noun is not None and 0 <= beside != noun and self.view.lemma(beside) in lexicon.BODY_NOUNS and self.view.lemma(noun) not in acts:
            # a parse may hang the clause on the verb's subject: "the claim was disputed by the hospital, which said"
            noun = beside
        return (noun, []) if noun is not None and noun < word else (None, [])

    def sovereign(self, offset: int) -> list[Entity]:
        """Whom "His Highness" means: the person of such a title named last."""
        titled = [
            e
            for s, e in self.order
            if s.start < offset and e.kind == "person" and _ROYAL & {fold(w) for t in (*e.forms, e.role or "") for w in t.split()}
        ]
        return titled[-1:]

    def named_last(self, candidates: list[Entity], offset: int) -> Entity | None:
        """Of several whom a noun may mean the one named last before it; nobody where it may be another as well."""
        spoke = self._spoke_before(offset)
        return named_last(self.view, self.order, spoke, candidates, offset, leads=self.is_subject)

    def are_joined(self, several: list[Entity], offset: int) -> bool:
        """Tell whether two of several are joined where they are named last."""
        return are_joined(self.view, [max(s for s in e.spans if s.start < offset) for e in several])

    def country_before(self, offset: int, *, kingdom: bool = False) -> list[Entity]:
        """The country named last, "that country"; of "the kingdom" the last that is one, where any is known to be."""
        named = [e for s, e in self.order if e.kind == "country" and s.start < offset]
        return ([e for e in named if e.forms.keys() & KINGDOMS] or named if kingdom else named)[-1:]

    def named_at(self, word: int) -> list[Entity]:
        token = self.view.tokens[word]
        return [e for _, e in self.roster.at(token.start, token.end)]

    def _weight_as_subject(self, span: Span) -> float:
        """How much a name's place speaks for it: the subject of a clause, less so where it tells of a noun: "the pact that Lund sent"."""
        if not self.is_subject(span):
            return 0.0
        head = self.view.head_of(self.view.words([span]))
        verb = self.view.tokens[head].head if head is not None else None
        return 0.5 if verb is not None and self.view.tells_of_object(verb) else 1.0

    def _leads(self, span: Span, offset: int) -> bool:
        """Tell whether the sentence before a place, in its paragraph, is about a person: "Her rival, Jon Hale, was angry. He said"."""
        head = self.view.head_of(self.view.words([span]))
        if head is None or "\n" in self.view.text[span.end : offset]:
            return False
        if self.view.text[: span.start].endswith(", "):
            # what stands between commas behind a subject names it, however a parse hangs it
            head = self.view.tokens[head].head
        return self.view.tokens[head].relation.startswith("nsubj") and self.view.tokens[self.view.tokens[head].head].relation == "root"

    def _owns(self, span: Span) -> bool:
        """Tell whether a name is only told as an owner's: "Quill's advice"."""
        return self.view.text.startswith(("'s ", "’s "), span.end)

    def is_subject(self, span: Span) -> bool:
        """Tell whether a name is the subject of its clause, or explains the one that is."""
        head = self.view.head_of(self.view.words([span]))
        if head is not None and self.view.tokens[head].relation == "appos":
            # "The exporter, Norland Ordnance, is under investigation"
            head = self.view.tokens[head].head
        return head is not None and self.view.tokens[head].relation.startswith("nsubj")


def _is_several(entity: Entity, *, here: bool) -> bool:
    """Tell whether one actor is called "they": a group, a body of the same sentence, or one whose name is not that of one thing."""
    plain = fold(entity.name)
    body = entity.kind == "organization" and (here or plain.split()[-1:] == ["police"] or plain.endswith("s"))
    return body or entity.kind == "group"


def _fits(pronoun: str, entity: Entity) -> bool:
    """Tell whether a pronoun may mean an entity by its kind and gender."""
    if pronoun in HE | SHE:
        return entity.kind == "person" and entity.gender in (None, "he" if pronoun in HE else "she")
    if pronoun in IT:
        # the police are they
        return entity.kind in ("organization", "country") and not (entity.nominal and fold(entity.name).endswith("police"))
    return True
