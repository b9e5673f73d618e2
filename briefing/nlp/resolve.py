"""Whom a source means: names, pronouns, offices and bodies by their noun."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.models import Span
from briefing.nlp import anaphora, lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.bodies import ANY_FIRM, STANDINGS, body_called
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.joint import joint_of
from briefing.nlp.names import clean_name, fold, name_tokens
from briefing.nlp.nations import load_nations
from briefing.nlp.nominals import is_anybody, known_nominal, nominal, nominal_phrase
from briefing.nlp.offices import holder_of
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import ANY_BODY

#: words before a body's noun that do not tell it from another: "the trade union", "the ruling party"
_PLAIN = frozenset("trade labour labor national central federal state same very".split()) | STANDINGS
#: who is somebody only where a word tells of what: "legal experts", not "some experts"
_JUDGES = frozenset({"experts", "critics", "observers"})
_VAGUE = frozenset("many some other several various most local such few numerous".split())
_PAPERS = lexicon.DOCUMENT_NOUNS | lexicon.IMPERSONAL_SOURCES | lexicon.PRESS_NOUNS
_ADDRESS = frozenset({"highness", "majesty", "excellency"})
_NOBODY = frozenset(
    "there someone anyone everyone nobody no-one one many some others people critics observers experts you all most few".split()
)
#: parts of a noun phrase that stand for others beside it or behind it
_ASIDE = frozenset({"conj", "appos", "acl", "acl:relcl", "parataxis", "list"})
_EXAMPLES = ("such", "including", "like")
_OF_A_PAIR = frozenset("two both neighbouring neighboring rival warring respective foreign prime defence defense".split())
_TIMES = frozenset("day week month year hour minute decade century".split())
_LAWS = frozenset("law laws code constitution bill act rule rules regulation regulations statute".split())
_GOVERNMENTS = frozenset({"government", "administration", "cabinet"})


class Resolver:
    """Resolves spans of one document to entities; feed it attributions in text order, for it remembers who spoke last."""

    def __init__(self, *, view: Text, roster: Roster) -> None:
        self.view = view
        self.roster = roster
        self._back = Anaphora(view=view, roster=roster)

    def remember(self, offset: int, entities: list[Entity]) -> None:
        """Note that these spoke at an offset: pronouns that follow look there first."""
        if entities:
            self._back.spoke.append((offset, entities))

    # ---------------------------------------------------------------------------------------- entry

    def speaker_of(self, source: Iterable[Span], cue: tuple[Span, ...], content: tuple[Span, ...], *, around: list[Entity]) -> list[Entity]:
        """Who speaks, as a source names them. A pronoun means nobody that the content names: who spoke last, where that can be."""
        words = [w for w in self.view.words(source) if self.view.tokens[w].pos != "PUNCT"]
        low = self.view.tokens[words[0]].text.lower() if len(words) == 1 else ""
        if low not in anaphora.HE | anaphora.SHE | anaphora.IT | anaphora.THEY or self.view.tokens[words[0]].text in ("IT", "US"):
            return self.resolve(source, speaker=around)
        said = [e for c in content for _, e in self.roster.at(c.start, c.end)]
        adds = any(self.view.lemma(w) == "add" for w in self.view.words(cue))
        if low in anaphora.IT and (own := self._own_plan(words[0], content)):
            return own
        if low in anaphora.IT and (subject := self._body_as_subject(words[0], content)):
            return [e for e in subject if e not in said]
        found = self._back.who_speaks(self.view.tokens[words[0]].start, low, but=said, adds=adds)
        if low in anaphora.HE | anaphora.SHE and len(found) == 1 and found[0].gender is None:
            # who was "he" once is not "she" in the next sentence
            found[0].gender = "he" if low in anaphora.HE else "she"
        return found

    def _own_plan(self, word: int, content: tuple[Span, ...]) -> list[Entity]:
        """The body whose own plan is told before "it said": "Harbour Halls will close two plants in June, it said"."""
        verb, tokens = self.view.main_verb(self.view.words(content[:1])), self.view.tokens
        subject = self.view.child(verb, ("nsubj",)) if verb is not None else None
        if verb is None or subject is None or not subject < verb < word or tokens[word].sentence != tokens[verb].sentence:
            return []
        if not {"will", "would"} & set(self.view.auxiliaries(verb)) or tokens[subject].pos != "PROPN" or tokens[verb].pos != "VERB":
            return []
        named = self.resolve([self.view.span_of(self.view.subtree(subject, without=_ASIDE))])
        return named if len(named) == 1 and not named[0].role else []

    def _body_as_subject(self, word: int, content: tuple[Span, ...]) -> list[Entity]:
        """The body that the clause around "it" is about: "The church is disputed in a land where it claims"; none that the content
        itself is about: "The armed forces have bought generators, it added"."""
        verb = self.view.tokens[word].head
        for _ in range(4):
            if self.view.tokens[verb].head == verb:
                break
            verb = self.view.tokens[verb].head
            subject = self.view.child(verb, ("nsubj", "nsubj:pass"))
            if subject is not None and any(c.start <= self.view.tokens[subject].start < c.end for c in content):
                break
            if subject is not None and subject < word and self.view.lemma(subject) in lexicon.BODY_NOUNS:
                return self._noun(subject, self.view.subtree(subject, without=_ASIDE), [])
        return []

    def resolve(self, spans: Iterable[Span], *, speaker: list[Entity] | None = None) -> list[Entity]:
        """The entities that a source (or a target) names, several where they are joined; none where nobody is meant.

        ``speaker`` is who says the quotation that the span lies in: "we" and "I" are theirs.
        """
        words = [w for w in self.view.words(spans) if self.view.tokens[w].pos != "PUNCT"]
        if not words:
            return []
        head = self._head(words)
        if several := self._joint(words):
            return several
        persons = self._persons(words)
        if persons:
            return persons
        low = self.view.tokens[head].text.lower()
        # the WHO and the US are bodies
        if len(words) <= 2 and low in anaphora.PRONOUNS and not (len(low) > 1 and self.view.tokens[head].text.isupper()):
            return self._pronoun(head, low, speaker)
        inside = set(words)
        joined = [w for w in self.view.conjuncts(head) if w in inside]
        found: list[Entity] = []
        for word in joined or [head]:
            found += [e for e in self._noun(word, words, speaker or []) if e not in found]
        return found

    def _joint(self, words: list[int]) -> list[Entity]:
        """Those of several lands or bodies, all or none of them: the lands, where each is known, else who they are together."""
        joint = joint_of(self.view, words)
        if joint is None:
            return []
        named = [e for span in joint.names if " " in self.view.slice(span) for s, e in self.roster.at(*span) if e.kind == "person"]
        if named:
            # "the presidents of Orland and Kestria, Ada Quill and Jon Hale"
            return list(dict.fromkeys(named))
        if self.view.tokens[joint.noun].text.lower() in lexicon.COUNTRY_SIDES:
            lands = [self._land(span) for span in joint.names]
            if all(lands):
                return list(dict.fromkeys(e for e in lands if e is not None))
        return [nominal_phrase(self.view, self.roster, joint.span, "group")]

    def _land(self, span: Span) -> Entity | None:
        """The country that a name or an adjective means, else the body or group that is named there."""
        named = [e for s, e in self.roster.at(span.start, span.end) if s == span and e.kind != "person"]
        return named[0] if named else next(iter(self._demonym_country(self.view.words([span]))), None)

    def _head(self, words: list[int]) -> int:
        """The word that the phrase is about: the first noun that hangs outside it, for a parse may tear off its article."""
        inside = set(words)
        tokens = self.view.tokens
        outer = [w for w in words if tokens[w].head == w or tokens[w].head not in inside]
        nouns = [w for w in outer if tokens[w].pos in ("NOUN", "PROPN", "PRON")]
        # an owner is not what the phrase is about, wherever a parse hangs it
        nouns = [w for w in nouns if not (w + 1 < len(tokens) and w + 1 in inside and tokens[w + 1].tag == "POS")] or nouns
        # nor is a noun that tells the one behind it from others: the "defence" of "the interior and defence committee"
        return next((w for w in nouns if not self._only_tells(w, nouns)), None) or (nouns or outer or words)[0]

    def _only_tells(self, noun: int, nouns: list[int]) -> bool:
        """Tell whether one of the nouns stands behind a noun with nothing but adjectives between them."""
        tokens, at = self.view.tokens, noun + 1
        while at not in nouns and at < len(tokens) and tokens[at].pos == "ADJ":
            at += 1
        return at in nouns and tokens[noun].pos == tokens[at].pos == "NOUN"

    # ---------------------------------------------------------------------------------------- names

    def _persons(self, words: list[int]) -> list[Entity]:
        """The persons that a phrase is about: not an owner ("Blinken's office"), not one behind a preposition, nor one whose name
        only tells a body or a thing from others ("the Quill government")."""
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
            if after <= words[-1] and tokens[after].pos == "NOUN" and self.view.lemma(after) in lexicon.BODY_NOUNS | lexicon.DOCUMENT_NOUNS:
                continue
            if entity not in found and not self._hangs_aside(inside[0], words):
                found.append(entity)
        if len(found) > 1 and not any(tokens[w].text.lower() in ("and", "&", "or", "nor") for w in words):
            # "Norhaven Vice-President Ines Falk" is she, whatever Norhaven was taken for
            return found[1:2] if self._is_title_between(found[0], found[1], words) else found[:1]
        return found

    def _is_title_between(self, first: Entity, second: Entity, words: list[int]) -> bool:
        """Tell whether two names in a phrase have nothing but an office between them."""
        at = self.roster.at(self.view.tokens[words[0]].start, self.view.tokens[words[-1]].end)
        end = next((s.end for s, e in at if e is first), 0)
        start = next((s.start for s, e in at if e is second and s.start >= end), end)
        between = [self.view.tokens[w].text.lower() for w in self.view.words([Span(end, start)])]
        return bool(between) and all(w in lexicon.TITLES | {"-"} for w in between)

    def _hangs_aside(self, word: int, words: list[int]) -> bool:
        """Tell whether a name belongs to a participle or an agent inside the phrase: "the women's wing, supported by Mara Stone"."""
        inside, tokens = set(words), self.view.tokens
        for _ in range(6):
            if tokens[word].relation in ("obl:agent", "acl", "acl:relcl", "advcl"):
                return True
            if tokens[word].head == word or tokens[word].head not in inside:
                return False
            word = tokens[word].head
        return False

    def _by_string(self, head: int, words: list[int]) -> list[Entity]:
        """Whom a proper noun names that was not found as a mention here, but is known from elsewhere in the text."""
        tokens, inside = self.view.tokens, set(words)
        first, last = head, head
        while first - 1 in inside and tokens[first - 1].pos == "PROPN":
            first -= 1
        while last + 1 in inside and tokens[last + 1].pos == "PROPN":
            last += 1
        form = clean_name(self.view.text[tokens[first].start : tokens[last].end])
        folded = fold(form)
        known = [e for e in self.roster.entities if any(fold(f) == folded for f in e.forms)]
        if not known:
            parts = name_tokens(form)
            known = [e for e in self.roster.entities if e.kind == "person" and any(name_tokens(f)[-1] == parts[-1] for f in e.forms if f)]
        return known if len(known) == 1 else []

    # ---------------------------------------------------------------------------------------- pronouns

    def _pronoun(self, word: int, low: str, speaker: list[Entity] | None) -> list[Entity]:
        offset = self.view.tokens[word].start
        if low in anaphora.FIRST:
            return list(speaker or [])
        if low in anaphora.RELATIVE:
            noun, named = self._back.antecedent(word)
            if noun is None:
                # "the miners that Rosell leads, who are unwilling"
                return [] if self._is_said_of_several(word) and len(named) == 1 and named[0].kind == "person" else named
            return self._noun(noun, self.view.subtree(noun, without=frozenset({"acl:relcl", "acl"})), speaker or [])
        if low in anaphora.HE | anaphora.SHE:
            return self._back.person_before(offset, "he" if low in anaphora.HE else "she")
        if low in anaphora.IT:
            return self._back.body_before(offset)
        return self._back.several_before(offset)

    # ---------------------------------------------------------------------------------------- nouns

    def _noun(self, head: int, words: list[int], speaker: list[Entity]) -> list[Entity]:
        view, token = self.view, self.view.tokens[head]
        named = self._back.named_at(head)
        if named:
            return named[:1]
        low = token.text.lower()
        lemma = token.lemma.lower()
        if low in anaphora.HE | anaphora.SHE | anaphora.IT | anaphora.THEY:
            return self._pronoun(head, low, None)
        if lemma not in _PAPERS and (behind := self._named_behind(head, words)):
            return behind
        if (low in _NOBODY and not self._is_expert(head)) or token.pos in ("PRON", "DET", "ADV", "NUM", "VERB", "ADP"):
            return []
        if token.pos == "PROPN" and (known := self._by_string(head, words)):
            return known
        if low in _ADDRESS:
            return self._back.sovereign(token.start)
        own = [w for w in view.subtree(head, without=_ASIDE) if words[0] <= w <= words[-1]]
        inside = self.roster.at(view.tokens[own[0]].start, view.tokens[own[-1]].end)
        owner = self._owner(head)
        if {lemma, low} & lexicon.SPOKES_NOUNS and (behind := self._spoken_for(head, own, inside)):
            return behind
        if lemma in lexicon.DOCUMENT_NOUNS:
            return self._author(head, owner, words)
        told = {view.lemma(c) for c in view.children[head] if c < head and view.tokens[c].relation in ("compound", "amod")}
        if {low, lemma} & lexicon.PRESS_NOUNS or (lemma in ("source", "report") and told & lexicon.PRESS_NOUNS):
            return []
        if lemma == "conference" and told & {"news", "press"}:
            return []
        if lemma in lexicon.IMPERSONAL_SOURCES:
            # what a country's law says is not what the country says
            return owner if low not in _LAWS else []
        if low == "both":
            return self._back.several_before(token.start)
        if low == "sides" and not self._is_told_apart(head):
            return self._back.sides(token.start)
        counted = any(view.tokens[c].text.lower() in ("both", "two") and view.tokens[c].head == head for c in view.children[head])
        if counted or (low in lexicon.PAIR_NOUNS and not self._is_told_apart(head)):
            pair = (
                []
                if self._is_of_others(head)
                else self._back.pair(token.start, persons=lemma in lexicon.PERSON_NOUNS or low in ("leaders", "ministers", "presidents"))
            )
            # neighbours next door are not the company and the agency named before
            if pair and not (low.startswith("neighb") and any(e.kind != "country" for e in pair)):
                return pair
        if lemma == "leadership" and (bodies := self._led(head, inside)):
            return bodies
        if low in lexicon.COUNTRY_SIDES and (phrase := self._demonym_country(own)):
            return phrase
        if lemma in _GOVERNMENTS and (country := self._country_of(head, own, owner)):
            return country
        if (
            lemma in lexicon.COUNTRY_NOUNS
            and not token.tag.endswith("S")
            and (countries := self._back.country_before(token.start, kingdom=lemma == "kingdom"))
        ):
            return countries
        if examples := self._examples(head, words):
            return examples
        singular = not token.tag.endswith("S")
        if singular and lemma in lexicon.PERSON_NOUNS:
            return self._office(head, own, speaker)
        if lemma in lexicon.BODY_NOUNS or (token.text[0].isupper() and lemma in lexicon.BODIES_BY_NAME):
            named = self._of_speaker(head, lemma, speaker) or self._of_speaker(head, lemma, owner)
            return named or self._body(head, own, lemma)
        # one thing that is neither a person nor a body ("the pact", "the decision") holds nothing, nor do days
        return (
            []
            if singular or token.pos not in ("NOUN", "PROPN") or lemma in _TIMES
            else [nominal(self.view, self.roster, head, own, "group")]
        )

    def _named_behind(self, head: int, words: list[int]) -> list[Entity]:
        """The bodies whose names explain a noun: "the company, Harbour Lines, denied", "two of the donors, the EU and Norway"."""
        counted = [c for c in self.view.children[head] if self.view.tokens[head].pos == "NUM" and self.view.tokens[c].relation == "nmod"]
        behind = [c for h in (head, *counted) for c in self.view.children[h] if c > h and self.view.tokens[c].relation == "appos"]
        behind = [c for c in behind if c in words]
        named = [e for c in behind for w in self.view.conjuncts(c) for e in self._back.named_at(w)]
        return list(dict.fromkeys(e for e in named if e.kind in ("organization", "country"))) or self._named_next(head)

    def _named_next(self, head: int) -> list[Entity]:
        """The body whose name stands right behind a noun for one, or between commas: "the opposition Harbour Front", "the port's
        owner, Harbour Lines, said", wherever a parse hangs the name."""
        text, token = self.view.text, self.view.tokens[head]
        if token.tag != "NN" or self.view.lemma(head) not in lexicon.BODY_NOUNS | {"opposition", "owner", "operator", "rival"}:
            return []
        for span, entity in self.roster.at(token.end, token.end + 3):
            between, behind = text[token.end : span.start], text[span.end : span.end + 1]
            if entity.kind == "organization" and not entity.nominal and (between == " " or (between == ", " and behind == ",")):
                return [entity]
        return []

    def _is_expert(self, head: int) -> bool:
        """Tell whether experts or critics are told apart by their field: "health experts"."""
        told = [c for c in self.view.children[head] if c < head and self.view.tokens[c].relation in ("amod", "compound", "nmod:poss")]
        return self.view.tokens[head].text.lower() in _JUDGES and any(self.view.lemma(c) not in _VAGUE for c in told)

    def _is_said_of_several(self, word: int) -> bool:
        """Tell whether the verb of a relative clause is one of several: "who are", "who have said"."""
        verb = self.view.tokens[word].head
        parts = [verb, *(c for c in self.view.children[verb] if self.view.tokens[c].pos == "AUX")]
        return any(self.view.tokens[w].tag == "VBP" or self.view.tokens[w].text.lower() == "were" for w in parts)

    def _of_speaker(self, head: int, lemma: str, speaker: list[Entity]) -> list[Entity]:
        """The body that "the company" or "the ministry" is in the mouth of one who speaks for it."""
        alone = all(self.view.tokens[c].relation in ("det", "nmod:poss") for c in self.view.children[head] if c < head)
        if len(speaker) != 1 or not speaker[0].affiliation or not alone or not any(c < head for c in self.view.children[head]):
            return []
        named = [e for e in self.roster.entities if e.kind == "organization" and speaker[0].affiliation in (e.name, *e.forms)]
        return [e for e in named if lemma in ANY_FIRM or any(lemma in fold(f).split() for f in e.forms)][:1]

    def _is_told_apart(self, head: int) -> bool:
        """Tell whether a plural has a word that says which are meant: "developed countries" are not the two named last."""
        told = [c for c in self.view.children[head] if c < head and self.view.tokens[c].relation in ("amod", "compound")]
        return any(self.view.tokens[c].text.lower() not in _OF_A_PAIR for c in told)

    def _is_of_others(self, head: int) -> bool:
        """Tell whether a plural means none of those named: "two other candidates"."""
        told = {self.view.tokens[c].text.lower() for c in self.view.children[head]}
        return bool(told & {"other", "more", "further"}) or self.view.lemma(head) == "source"

    def _spoken_for(self, head: int, own: list[int], inside: list[tuple[Span, Entity]]) -> list[Entity]:
        """The body that a spokesman or an official speaks for: "a ministry spokesman", "officials of the Harbour Union"."""
        bodies = [e for _, e in inside if e.kind in ("organization", "country")]
        if bodies:
            return bodies[:1]
        if self.view.tokens[head].text.lower() in lexicon.COUNTRY_SIDES and (phrase := self._demonym_country(own)):
            return phrase
        body = next((w for w in own if self.view.tokens[w].pos == "NOUN" and self.view.lemma(w) in lexicon.BODY_NOUNS), None)
        if body is None:
            return []
        noun = self.view.lemma(body)
        if noun in ANY_BODY:
            # "city officials" tell a reader more than "city"
            found = body_called(self._back, noun, self.view.tokens[body].start)
            return [found] if found is not None else []
        return self._body(body, own, noun)

    def _led(self, head: int, inside: list[tuple[Span, Entity]]) -> list[Entity]:
        """The bodies that a leadership leads: "the leadership of the Harbour Party and of the Labour Union"."""
        of = self.view.child(head, ("nmod",))
        joined = [e for w in (self.view.conjuncts(of) if of is not None else ()) for e in self._back.named_at(w)]
        behind = [e for s, e in inside if s.start > self.view.tokens[head].end]
        return list(dict.fromkeys(e for e in (*behind, *joined) if e.kind == "organization"))

    def _author(self, head: int, owner: list[Entity], words: list[int]) -> list[Entity]:
        """Whose a statement or a speech is: its owner's, that of a body named behind it, else of who spoke last."""
        if owner:
            return owner
        end = self.view.tokens[head].end
        behind = [e for s, e in self.roster.at(self.view.tokens[words[0]].start, self.view.tokens[words[-1]].end) if s.start > end]
        return behind[:1] or self._who_issued(head)

    def _who_issued(self, head: int) -> list[Entity]:
        """Whose "the statement" or "a statement" is: that of who speaks in the sentence that the text last spoke of one in, or of who
        spoke right before. One that was "posted on" something is nobody's that is known."""
        view = self.view
        told_of = head + 1 < len(view.tokens) and view.tokens[head + 1].tag == "VBN"
        if told_of or view.child(head, ("acl", "acl:relcl")) is not None or not self._back.spoke:
            return []
        offset, here = view.tokens[head].start, view.tokens[head].sentence
        told = [n for n in range(here + 1) for w in view.sentence_words[n] if w < head and view.lemma(w) == view.lemma(head)]
        last = told[-1] if told else here - 1
        issued = next((who for at, who in reversed(self._back.spoke) if at < offset and 0 <= view.sentence_at(at) - last <= 1), [])
        # "sources" that tell of a letter have not written it
        return [] if any(e.nominal and e.kind == "group" for e in issued) else issued

    def _examples(self, head: int, words: list[int]) -> list[Entity]:
        """Those named as examples of a group: "institutions such as the Harbour Union and the Port Authority"."""
        marks = [w for w in words if w > head and self.view.tokens[w].text.lower() in _EXAMPLES]
        if not marks or marks[0] - head > 2:
            return []
        start, end = self.view.tokens[marks[0]].end, self.view.tokens[words[-1]].end
        return list(dict.fromkeys(e for _, e in self.roster.at(start, end)))

    def _owner(self, head: int) -> list[Entity]:
        for child in self.view.children[head]:
            if self.view.tokens[child].relation == "nmod:poss":
                low = self.view.tokens[child].text.lower()
                if low in anaphora.HE | anaphora.SHE | anaphora.IT | anaphora.THEY:
                    return self._pronoun(child, low, None)
                return self._back.named_at(child)[:1]
        return []

    def _country_of(self, head: int, own: list[int], owner: list[Entity]) -> list[Entity]:
        """The country whose government it is: of the person who owns or leads it, where they speak for a country."""
        leaders = owner or [e for w in own if w < head for e in self._back.named_at(w) if e.kind == "person"]
        for leader in leaders:
            if leader.kind == "country":
                return [leader]
            country = load_nations().names.get(leader.affiliation or "")
            if country:
                return [e for e in self.roster.entities if e.kind == "country" and country in e.forms][:1]
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

    def _office(self, head: int, words: list[int], speaker: list[Entity]) -> list[Entity]:
        """The person who holds an office, else the office itself; nobody where it is anybody ("a minister")."""
        # "another candidate" is none that was named
        other = self.view.tokens[words[0]].text.lower() in ("another", "one")
        holder = None if other else holder_of(self._back, head, words, speaker=speaker)
        if holder is None:
            known = (
                known_nominal(self.view, self.roster, head, words)
                if is_anybody(self.view, head, words)
                else nominal(self.view, self.roster, head, words, "person")
            )
            return [known] if known is not None else []
        form = self._call(holder, words)
        holder.role = holder.role or form
        return [holder]

    def _call(self, entity: Entity, words: list[int]) -> str:
        """Note that a phrase means an entity, and give it without the words that lead in: "to its" director."""
        leading = ("DET", "PRON", "ADP", "SCONJ", "CCONJ", "PUNCT")
        told = words[next((n for n, w in enumerate(words) if self.view.tokens[w].pos not in leading), 0) :]
        span = self.view.span_of(told)
        form = clean_name(self.view.slice(span))
        entity.add(form, span)
        return form

    def _body(self, head: int, words: list[int], lemma: str) -> list[Entity]:
        """The body whose name holds the noun ("the union" of a National Union), or the one body near that may be called so."""
        plain = [w for w in words if self.view.tokens[w].pos in ("NOUN", "PROPN", "ADJ") and w <= head]
        owned = any(self.view.tokens[w].relation == "nmod:poss" for w in words if w < head)
        one = not self.view.tokens[head].tag.endswith("S") or lemma == "police"
        if one and not owned and (len(plain) == 1 or (len(plain) == 2 and self.view.lemma(plain[0]) in _PLAIN)):
            found = body_called(self._back, lemma, self.view.tokens[head].start, standing=self.view.tokens[plain[0]].text.lower())
            if found is not None:
                self._call(found, words)
                return [found]
        return [nominal(self.view, self.roster, head, words, "organization")]
