"""Who speaks, as a source names them: the pronoun that speaks means whom the text is about there, or who spoke last."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.models import Span
from briefing.nlp import anaphora, lexicon
from briefing.nlp.bodies import body_called
from briefing.nlp.entities import Entity
from briefing.nlp.nominals import ASIDE
from briefing.nlp.offices import holder_of
from briefing.nlp.referents import Referents
from briefing.nlp.subjects import is_behind_one_of_several, main_subject, stranger_before, subject_before
from briefing.nlp.syntax import FINITE

#: what a clause tells more of a noun, while a name set beside it is kept
_TOLD = frozenset({"acl:relcl", "acl", "parataxis"})
#: what a body does that is about to do something
_PLANS = frozenset("plan intend aim expect seek".split())
#: what one does who spoke last
_GOES_ON = frozenset({"add", "continue"})


class Resolver(Referents):
    """Resolves spans of one document to entities; feed it attributions in text order, for it remembers who spoke last."""

    def remember(self, offset: int, entities: list[Entity]) -> None:
        """Note that these spoke at an offset: pronouns that follow look there first."""
        if entities:
            self.back.spoke.append((offset, entities))

    def speaker_of(self, source: Iterable[Span], cue: tuple[Span, ...], content: tuple[Span, ...], *, around: list[Entity]) -> list[Entity]:
        """Who speaks, as a source names them. A pronoun means nobody that the content names: whom the clause around or the sentence
        before is about, where that is plain, else who spoke last, where that can be."""
        words = [w for w in self.view.words(source) if self.view.tokens[w].pos != "PUNCT"]
        low = self.view.low(words[0]) if len(words) == 1 else ""
        if low not in anaphora.THIRD or self.view.tokens[words[0]].text in ("IT", "US"):
            found = self.resolve(source, speaker=around)
            return self._body_alone(words, cue, found) or found
        if self.back.is_of_stranger(words[0]):
            return []
        if about := self._about(words[0], low):
            return about
        if low in anaphora.THEY and subject_before(self.view, words[0], several=True) is not None:
            # "Some people said so. They added": nobody who was named before them
            return []
        if low in anaphora.HE | anaphora.SHE and (self._is_about_a_stranger(words[0]) or is_behind_one_of_several(self.view, words[0])):
            return []
        said = [e for c in content for _, e in self.roster.at(c.start, c.end)] + self._named_beside(words[0])
        adds = any(self.view.lemma(w) in _GOES_ON and self.view.child(w, ("xcomp",)) is None for w in self.view.words(cue))
        if low in anaphora.IT and (own := self._own_plan(words[0], content)):
            return own
        if low in anaphora.IT and (subject := self._body_as_subject(words[0], content)):
            return [e for e in subject if e not in said]
        offset = self.view.tokens[words[0]].start
        if low in anaphora.IT and (document := self.back.document_before(offset)) is not None:
            return self.resolve([self.view.span_of(self.view.subtree(document, without=ASIDE - _TOLD))])
        found = self.back.who_speaks(offset, low, but=said, adds=adds)
        if low in anaphora.IT and not found:
            return self._own_news(words[0], content)
        if low in anaphora.HE | anaphora.SHE and len(found) == 1 and found[0].gender is None:
            # who was "he" once is not "she" in the next sentence
            found[0].gender = "he" if low in anaphora.HE else "she"
        return found

    def _body_alone(self, words: list[int], cue: tuple[Span, ...], found: list[Entity]) -> list[Entity]:
        """The body that opens a sentence, where a source is several persons and the verb that of one: "The bureau investigating Quill and
        Falk has said" so."""
        view, verb = self.view, self.view.head_of(self.view.words(cue))
        if verb is None or len(found) < 2 or any(e.kind != "person" or e.nominal for e in found):
            return []
        first = view.sentence_words[view.tokens[verb].sentence].start
        tags = {view.tokens[w].tag for w in (verb, *view.children[verb]) if words[-1] < w <= verb}
        if "VBZ" not in tags or not first <= words[0] < words[-1] < verb:
            return []
        opens = [
            (s, e)
            for s, e in self.roster.at(view.tokens[first].start, view.tokens[words[-1]].end)
            if s.start <= view.tokens[first + 1].start
        ]
        if not opens or opens[0][1].kind != "organization":
            return []
        between = [w for w in range(first, words[-1]) if view.tokens[w].start > opens[0][0].end]
        return [] if any(view.tokens[w].tag in FINITE for w in between) else [opens[0][1]]

    def _named_beside(self, word: int) -> list[Entity]:
        """The persons whom a clause names behind the pronoun that it is about, and who are others: the rival of "he ruled in Quill's
        favour and said"."""
        verb = self.view.tokens[word].head
        if self.view.tokens[word].relation != "nsubj" or not word < verb:
            return []
        aside = frozenset({"advcl", "ccomp", "parataxis", "conj"})
        inside = [w for w in self.view.subtree(verb, without=aside) if w > verb]
        return [e for w in inside for e in self.back.named_at(w) if e.kind == "person"]

    def _about(self, word: int, low: str) -> list[Entity]:
        """Whom the clause around a relative one, or the sentence before, is about, where a pronoun can mean nobody else."""
        if low in anaphora.HE | anaphora.SHE and (whose := self.back.whose_words(word, "he" if low in anaphora.HE else "she")):
            return whose
        subject = main_subject(self.view, word) if low in anaphora.HE | anaphora.SHE else None
        subject = subject if subject is not None else subject_before(self.view, word, several=low in anaphora.THEY)
        if subject is None or low in anaphora.IT:
            return []
        aside = ASIDE if low in anaphora.THEY else ASIDE - {"appos"}
        found = self.resolve([self.view.span_of(self.view.subtree(subject, without=aside))])
        if low in anaphora.THEY:
            return found
        gender = "he" if low in anaphora.HE else "she"
        spokes = {self.view.lemma(subject), self.view.low(subject)} & lexicon.SPOKES_NOUNS
        fit = [e for e in found if spokes or (e.kind == "person" and e.gender in (None, gender))]
        if len(fit) == 1 and fit[0].kind == "person":
            fit[0].gender = fit[0].gender or gender
        return fit if len(fit) == 1 else []

    def _is_about_a_stranger(self, word: int) -> bool:
        """Tell whether the sentence before a pronoun that opens the next one is about one person whom the text does not name there."""
        subject = stranger_before(self.view, word)
        if subject is None:
            subject = subject_before(self.view, word, several=False, speaks=False)
        if subject is None or self.view.tokens[subject].tag != "NN" or self.view.lemma(subject) not in lexicon.PERSON_NOUNS:
            return False
        if self.view.lemma(subject) in lexicon.PRIVATE_PERSONS:
            return not self.roster.at(self.view.tokens[subject].start, self.view.tokens[max(self.view.subtree(subject))].end)
        return not any(e.kind == "person" for e in self.resolve([self.view.span_of(self.view.subtree(subject, without=_TOLD))]))

    def _own_plan(self, word: int, content: tuple[Span, ...]) -> list[Entity]:
        """The body whose own plan is told before "it said": "Harbour Halls will close two plants in June, it said"."""
        verb, subject = self._told_before(word, content)
        if verb is None or subject is None or self.view.tokens[subject].pos != "PROPN":
            return []
        plans = self.view.lemma(verb) in _PLANS and self.view.tokens[verb].tag == "VBZ"
        if not (plans or {"will", "would"} & set(self.view.auxiliaries(verb))):
            return []
        named = self.resolve([self.view.span_of(self.view.subtree(subject, without=ASIDE))])
        return named if len(named) == 1 and not named[0].role else []

    def _own_news(self, word: int, content: tuple[Span, ...]) -> list[Entity]:
        """The body that has done what is told before "it said", where no other has spoken: "Norland's junta has freed two men, it said"."""
        verb, subject = self._told_before(word, content)
        if verb is None or subject is None:
            return []
        named = self.resolve([self.view.span_of(self.view.subtree(subject, without=ASIDE))])
        return [e for e in named if e.kind != "person" and not e.role] if len(named) == 1 else []

    def _told_before(self, word: int, content: tuple[Span, ...]) -> tuple[int | None, int | None]:
        """The verb of a content that is told in the sentence of "it said", before it, and what that verb is about."""
        verb, tokens = self.view.main_verb(self.view.words(content[:1])), self.view.tokens
        subject = self.view.child(verb, ("nsubj",)) if verb is not None else None
        if verb is None or subject is None or tokens[verb].pos != "VERB" or tokens[word].sentence != tokens[verb].sentence:
            return None, None
        return (verb, subject) if subject < verb < word else (None, None)

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
                return self.noun_meant(subject, self.view.subtree(subject, without=ASIDE), [])
        return []

    def named_by(self, head: int, words: list[int]) -> Entity | None:
        """The one with a name whom a noun that nobody speaks by means: "the company", "the Harbour Board chief"."""
        view, lemma = self.view, self.view.lemma(head)
        if lemma in lexicon.PERSON_NOUNS:
            return holder_of(self.back, head, words)
        told = [w for w in words if view.tokens[w].pos in ("ADJ", "NOUN", "PROPN", "NUM")]
        if told != [head] or view.low(words[0]) != "the":
            return None
        return body_called(self.back, lemma, view.tokens[head].start)

    def other_meant(self, word: int, *, but: Iterable[Entity]) -> list[Entity]:
        """Whom a pronoun means that cannot mean ``but``: the "her" of "Quill called on her to"."""
        low, offset, aside = self.view.low(word), self.view.tokens[word].start, list(but)
        if low in anaphora.HE | anaphora.SHE:
            return self.back.person_before(offset, "he" if low in anaphora.HE else "she", but=aside)
        return [e for e in self.back.body_before(offset) if e not in aside]

    def is_subject(self, span: Span) -> bool:
        """Tell whether a name is what its clause is about."""
        return self.back.is_subject(span)

    def document_before(self, offset: int) -> int | None:
        """What is written and the sentence before a place is about."""
        return self.back.document_before(offset)

    def met(self, offset: int, *, but: Iterable[Entity]) -> list[Entity]:
        """The only person whom this sentence or the one before names besides ``but``: "Quill met Stone. She quoted him as saying"."""
        here, aside = self.view.sentence_at(offset), list(but)
        near = [e for s, e in self.back.order if s.start < offset and here - self.view.sentence_at(s.start) <= 1]
        persons = list(dict.fromkeys(e for e in near if e.kind == "person" and not e.nominal and e not in aside))
        return persons if len(persons) == 1 else []
