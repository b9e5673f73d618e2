"""Whom a source means: names, pronouns, offices and bodies by their noun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.names import clean_name, fold
from briefing.nlp.nations import load_nations
from briefing.nlp.roster import Entity, Roster
from briefing.nlp.syntax import Text

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_IT, _THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"})
#: words before a body's noun that do not tell it from another: "the trade union", "the ruling party"
_PLAIN = frozenset("trade labour labor ruling national central federal state same very".split())
_ADDRESS = frozenset({"highness", "majesty", "excellency"})
_ROYAL = frozenset("amir emir sheikh king queen prince princess sultan crown".split())
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_NOBODY = frozenset(
    "there someone anyone everyone nobody no-one one many some others people critics observers experts you all most few".split()
)


@dataclass(kw_only=True)
class Resolver:
    """Resolves spans of one document to entities; feed it attributions in text order, for it remembers who spoke last."""

    view: Text
    roster: Roster
    spoke: list[tuple[int, list[Entity]]] = field(default_factory=list)
    _order: list[tuple[Span, Entity]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._order = sorted(self.roster.by_span.items(), key=lambda item: item[0])

    def remember(self, offset: int, entities: list[Entity]) -> None:
        """Note that these spoke at an offset: pronouns that follow look there first."""
        if entities:
            self.spoke.append((offset, entities))

    # ---------------------------------------------------------------------------------------- entry

    def resolve(self, spans: Iterable[Span], *, speaker: list[Entity] | None = None) -> list[Entity]:
        """The entities that a source (or a target) names, several where they are joined; none where nobody is meant.

        ``speaker`` is who says the quotation that the span lies in: "we" and "I" are theirs.
        """
        words = [w for w in self.view.words(spans) if self.view.tokens[w].pos != "PUNCT"]
        if not words:
            return []
        head = self.view.head_of(words)
        assert head is not None
        persons = self._persons(words)
        if persons:
            return persons
        low = self.view.tokens[head].text.lower()
        if len(words) <= 2 and low in _HE | _SHE | _IT | _THEY | _FIRST | _RELATIVE:
            return self._pronoun(head, low, speaker)
        inside = set(words)
        joined = [w for w in self.view.conjuncts(head) if w in inside]
        found: list[Entity] = []
        for word in joined or [head]:
            found += [e for e in self._noun(word, words) if e not in found]
        return found

    # ---------------------------------------------------------------------------------------- names

    def _persons(self, words: list[int]) -> list[Entity]:
        """The persons that a phrase is about: not an owner ("Blinken's office"), nor one behind a preposition."""
        tokens = self.view.tokens
        found: list[Entity] = []
        for span, entity in self.roster.at(tokens[words[0]].start, tokens[words[-1]].end):
            if entity.kind != "person":
                continue
            inside = self.view.words([span])
            if not inside:
                continue
            after = inside[-1] + 1
            if after < len(tokens) and after <= words[-1] and tokens[after].tag == "POS":
                continue
            before = inside[0] - 1
            if before >= words[0] and tokens[before].tag in ("IN", "TO") and tokens[before].text.lower() not in ("as",):
                continue
            if entity not in found:
                found.append(entity)
        if len(found) > 1 and not any(tokens[w].text.lower() in ("and", "&", "or", "nor") for w in words):
            return found[:1]
        return found

    # ---------------------------------------------------------------------------------------- pronouns

    def _pronoun(self, word: int, low: str, speaker: list[Entity] | None) -> list[Entity]:
        offset = self.view.tokens[word].start
        if low in _FIRST:
            return list(speaker or [])
        if low in _RELATIVE:
            return self._antecedent(word)
        if low in _HE | _SHE:
            return self._person_before(offset, "he" if low in _HE else "she")
        if low in _IT:
            return self._body_before(offset)
        return self._several_before(offset)

    def _antecedent(self, word: int) -> list[Entity]:
        verb = self.view.tokens[word].head
        for _ in range(3):
            if self.view.tokens[verb].relation.startswith(("acl", "advcl:relcl")):
                noun = self.view.tokens[verb].head
                return self._noun(noun, self.view.subtree(noun, without=frozenset({"acl:relcl", "acl"})))
            verb = self.view.tokens[verb].head
        before = [e for s, e in self._order if s.end <= self.view.tokens[word].start]
        return before[-1:]

    def _person_before(self, offset: int, gender: str) -> list[Entity]:
        """The person that "he" or "she" means: who spoke last, unless somebody else was the subject of a sentence since."""
        here = self.view.sentence_at(offset)
        best: tuple[float, Entity] | None = None
        for span, entity in self._order:
            if span.start >= offset or entity.kind != "person" or entity.gender not in (None, gender):
                continue
            away = here - self.view.sentence_at(span.start)
            if away > 8:
                continue
            score = -1.0 * away + (1.0 if self._is_subject(span) else 0.0) + 0.000001 * span.start
            if entity.gender == gender:
                score += 0.3
            if any(entity in who and here - self.view.sentence_at(at) <= 3 for at, who in self.spoke[-2:]):
                score += 1.5
            if best is None or score > best[0]:
                best = (score, entity)
        for at, who in reversed(self.spoke):
            away = here - self.view.sentence_at(at)
            persons = [e for e in who if e.kind == "person" and e.gender in (None, gender)]
            if persons and (best is None or -0.9 * away + 1.5 > best[0]):
                return persons[:1]
            break
        return [best[1]] if best else []

    def _body_before(self, offset: int) -> list[Entity]:
        here = self.view.sentence_at(offset)
        best: tuple[float, Entity] | None = None
        for span, entity in self._order:
            if span.start >= offset or entity.kind not in ("organization", "country"):
                continue
            away = here - self.view.sentence_at(span.start)
            if away > 4:
                continue
            score = -1.0 * away + (1.2 if self._is_subject(span) else 0.0)
            if best is None or score >= best[0]:
                best = (score, entity)
        return [best[1]] if best else []

    def _several_before(self, offset: int) -> list[Entity]:
        """Whom "they" means: those who spoke together last, those joined as a subject, else a group."""
        here = self.view.sentence_at(offset)
        for at, who in reversed(self.spoke[-3:]):
            if (len(who) > 1 or (who and who[0].kind in ("group", "organization"))) and here - self.view.sentence_at(at) <= 3:
                return who
        for number in range(here, max(-1, here - 3), -1):
            words = self.view.sentence_words[number]
            for word in words:
                token = self.view.tokens[word]
                if token.start >= offset or not token.relation.startswith("nsubj"):
                    continue
                joined = self.view.conjuncts(word)
                named = [e for w in joined for e in self._named_at(w)]
                if len(named) > 1:
                    return list(dict.fromkeys(named))
        before = [e for s, e in self._order if s.start < offset and e.kind == "group" and here - self.view.sentence_at(s.start) <= 3]
        return before[-1:]

    def _is_subject(self, span: Span) -> bool:
        head = self.view.head_of(self.view.words([span]))
        return head is not None and self.view.tokens[head].relation.startswith("nsubj")

    def _named_at(self, word: int) -> list[Entity]:
        token = self.view.tokens[word]
        return [e for _, e in self.roster.at(token.start, token.end)]

    # ---------------------------------------------------------------------------------------- nouns

    def _noun(self, head: int, words: list[int]) -> list[Entity]:
        view, token = self.view, self.view.tokens[head]
        named = self._named_at(head)
        if named:
            return named[:1]
        low = token.text.lower()
        lemma = token.lemma.lower()
        if low in _HE | _SHE | _IT | _THEY:
            return self._pronoun(head, low, None)
        if low in _NOBODY or token.pos in ("PRON", "DET", "ADV", "NUM", "VERB", "ADP"):
            return []
        if low in _ADDRESS:
            return self._sovereign(token.start)
        inside = self.roster.at(view.tokens[words[0]].start, view.tokens[words[-1]].end)
        owner = self._owner(head)
        if lemma in lexicon.SPOKES_NOUNS or low in lexicon.SPOKES_NOUNS:
            bodies = [e for _, e in inside if e.kind in ("organization", "country")]
            if bodies:
                return bodies[:1]
            phrase = self._demonym_country(words)
            if phrase:
                return phrase
        if lemma in lexicon.DOCUMENT_NOUNS:
            if owner:
                return owner
            bodies = [e for s, e in inside if s.start > token.end]
            return bodies[:1] or (self.spoke[-1][1] if self.spoke else [])
        if lemma in lexicon.IMPERSONAL_SOURCES:
            return owner
        if low in lexicon.PAIR_NOUNS or any(view.tokens[w].text.lower() in ("both", "two") for w in words):
            pair = self._pair(token.start, persons=low in ("leaders", "ministers", "presidents", "men", "women"))
            if pair:
                return pair
        if low in lexicon.COUNTRY_SIDES:
            phrase = self._demonym_country(words)
            if phrase:
                return phrase
        if lemma in lexicon.COUNTRY_NOUNS:
            countries = [e for s, e in self._order if e.kind == "country" and s.start < token.start]
            if countries:
                return countries[-1:]
        singular = not token.tag.endswith("S")
        if singular and lemma in lexicon.PERSON_NOUNS:
            return self._office(head, words)
        if lemma in lexicon.BODY_NOUNS:
            return self._body(head, words, lemma)
        # one thing that is neither a person nor a body ("the pact", "the decision") holds nothing
        return [] if singular else [self._nominal(head, words, "group")]

    def _sovereign(self, offset: int) -> list[Entity]:
        """Whom "His Highness" means: the person of such a title named last."""
        titled = [
            e
            for s, e in self._order
            if s.start < offset and e.kind == "person" and _ROYAL & {fold(w) for t in (*e.forms, e.role or "") for w in t.split()}
        ]
        return titled[-1:]

    def _owner(self, head: int) -> list[Entity]:
        for child in self.view.children[head]:
            if self.view.tokens[child].relation == "nmod:poss":
                low = self.view.tokens[child].text.lower()
                if low in _HE | _SHE | _IT | _THEY:
                    return self._pronoun(child, low, None)
                return self._named_at(child)[:1]
        return []

    def _demonym_country(self, words: list[int]) -> list[Entity]:
        nations = load_nations()
        for word in words:
            country = nations.demonyms.get(self.view.tokens[word].text) or nations.names.get(self.view.tokens[word].text)
            if country:
                known = next((e for e in self.roster.entities if e.kind == "country" and country in e.forms), None)
                span = self.view.span_of(words)
                if known is None:
                    known = Entity(kind="country", name=country)
                    known.forms[country] = 0
                self.roster.add(known, clean_name(self.view.slice(span)), span)
                return [known]
        return []

    def _pair(self, offset: int, *, persons: bool) -> list[Entity]:
        """The last two of a kind that were named before: "the two leaders", "both sides"."""
        if not persons and (pair := self._often_together(offset)):
            return pair
        kinds = ("person",) if persons else ("country", "organization", "person")
        for kind in kinds:
            seen: list[Entity] = []
            for span, entity in reversed(self._order):
                if span.start < offset and entity.kind == kind and entity not in seen:
                    seen.append(entity)
                if len(seen) == 2:
                    return seen[::-1]
        return []

    def _often_together(self, offset: int) -> list[Entity]:
        """The two countries that the text before names in one sentence most often, at least twice."""
        together: dict[int, list[Entity]] = {}
        for span, entity in self._order:
            if span.start < offset and entity.kind == "country":
                named = together.setdefault(self.view.sentence_at(span.start), [])
                if entity not in named:
                    named.append(entity)
        counts: dict[tuple[int, int], list[Entity]] = {}
        seen: dict[tuple[int, int], int] = {}
        for named in together.values():
            for place, one in enumerate(named):
                for other in named[place + 1 :]:
                    first, second = sorted((id(one), id(other)))
                    counts.setdefault((first, second), [one, other])
                    seen[first, second] = seen.get((first, second), 0) + 1
        best = max(seen, key=lambda k: seen[k], default=None)
        return counts[best] if best is not None and seen[best] > 1 else []

    def _office(self, head: int, words: list[int]) -> list[Entity]:
        """The person who holds an office that was named with them, else the office itself."""
        lemma = self.view.lemma(head)
        wanted = {self.view.lemma(w) for w in words if self.view.tokens[w].pos in ("NOUN", "PROPN", "ADJ")}
        offset = self.view.tokens[head].start
        best: tuple[int, int, Entity] | None = None
        for entity in self.roster.entities:
            if entity.kind != "person" or entity.nominal or not entity.role:
                continue
            role = {fold(w) for w in entity.role.replace("-", " ").split()}
            if lemma not in role:
                continue
            near = max((s.start for s in entity.spans if s.start < offset), default=-1)
            rank = (len(wanted & role), near, entity)
            if near >= 0 and (best is None or rank[:2] > best[:2]):
                best = rank
        if best is not None and len(wanted - {"former"}) <= best[0] + 1:
            best[2].add(clean_name(self.view.slice(self.view.span_of(words))), self.view.span_of(words))
            return [best[2]]
        return [self._nominal(head, words, "person")]

    def _body(self, head: int, words: list[int], lemma: str) -> list[Entity]:
        """The body whose name holds the noun ("the union" of a National Union), or whose short form it is."""
        plain = [w for w in words if self.view.tokens[w].pos in ("NOUN", "PROPN", "ADJ") and w <= head]
        offset = self.view.tokens[head].start
        if len(plain) == 1 or (len(plain) == 2 and self.view.lemma(plain[0]) in _PLAIN):
            holders = [
                e
                for e in self.roster.entities
                if e.kind == "organization" and any(lemma in fold(f).split() for f in e.forms) and any(s.start < offset for s in e.spans)
            ]
            if holders:
                found = max(holders, key=lambda e: max(s.start for s in e.spans if s.start < offset))
                span = self.view.span_of(words)
                found.add(clean_name(self.view.slice(span)), span)
                return [found]
        return [self._nominal(head, words, "organization")]

    def _nominal(self, head: int, words: list[int], kind: str) -> Entity:
        """An actor that is known by a noun phrase alone; the same head with like modifiers is the same actor."""
        view = self.view
        first = head
        inside = set(words)
        while first - 1 in inside and view.tokens[first - 1].pos in (
            "ADJ",
            "NOUN",
            "PROPN",
            "PART",
            "DET",
            "NUM",
            "PUNCT",
            "VERB",
        ):
            if view.tokens[first - 1].pos == "PUNCT" and view.tokens[first - 1].text not in "-’'":
                break
            first -= 1
        span = Span(view.tokens[first].start, view.tokens[head].end)
        form = clean_name(view.slice(span))
        key = {view.lemma(w) for w in range(first, head + 1) if view.tokens[w].pos in ("ADJ", "NOUN", "PROPN")}
        for entity in self.roster.entities:
            if not entity.nominal:
                continue
            other = {fold(w) for w in entity.name.split()}
            same_head = view.lemma(head) in other or view.tokens[head].text.lower() in other
            if same_head and (key <= other or len(key) == 1 or other <= key | {view.tokens[head].text.lower()}):
                entity.add(form, span)
                return entity
        entity = Entity(kind=kind, nominal=True, name=form)  # type: ignore[arg-type]  # one of the actor kinds
        self.roster.add(entity, form, span)
        return entity
