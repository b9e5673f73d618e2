"""Whom a source means: names, pronouns, offices and bodies by their noun."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.models import Span
from briefing.nlp import anaphora, lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.behalf import bodies_led, body_of_speaker, is_one_of_theirs, spoken_for, spokesman_named
from briefing.nlp.bodies import body_called, body_of_noun
from briefing.nlp.countries import country_in, governed_country, speaks_for_state
from briefing.nlp.documents import author_of, drawn_up_by, rules_made_by
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.joint import kinds_joined, spoken_jointly
from briefing.nlp.names import fold
from briefing.nlp.nationals import called_by_people
from briefing.nlp.nominals import ASIDE, nominal
from briefing.nlp.occasions import without_occasion
from briefing.nlp.offices import holder_of, office_meant
from briefing.nlp.pairs import latter_of, pair_meant
from briefing.nlp.phrases import body_set_beside, examples_in, head_of_phrase, known_by_form, listed_in, named_behind, persons_in, side_of
from briefing.nlp.services import is_service
from briefing.nlp.subjects import is_behind_one_of_several, main_subject, subject_before
from briefing.nlp.syntax import FINITE, Text
from briefing.nlp.trades import called_by_age, called_by_letters, called_by_trade
from briefing.nlp.unnamed import is_people

#: who is somebody only where a word tells of what: "legal experts", not "some experts"
_JUDGES = frozenset({"experts", "critics", "observers"})
_VAGUE = frozenset("many some other several various most local such few numerous".split())
_PAPERS = lexicon.DOCUMENT_NOUNS | lexicon.IMPERSONAL_SOURCES | lexicon.PRESS_NOUNS
#: what a clause tells more of a noun, while a name set beside it is kept
_TOLD = frozenset({"acl:relcl", "acl", "parataxis"})
_ADDRESS = frozenset({"highness", "majesty", "excellency"})
_NOBODY = frozenset(
    "there someone anyone everyone nobody no-one one many some others people critics observers experts you all most few".split()
)
#: who speaks without a name, and is told from others by what they know of: "a senior judicial source"
_CONFIDANTS = frozenset({"source", "insider"})
_TIMES = frozenset("day week month year hour minute decade century".split())
_NUMBERS = frozenset("dozens hundreds thousands scores millions majority handful".split())
_LAWS = frozenset("law laws code constitution bill act rule rules regulation regulations statute".split())
#: bodies that one person has
_OF_PERSONS = frozenset({"office", "campaign"})
#: what a body does that is about to do something
_PLANS = frozenset("plan intend aim expect seek".split())
#: what one does who spoke last
_GOES_ON = frozenset({"add", "continue"})
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

    def named_by(self, head: int, words: list[int]) -> Entity | None:
        """The one with a name whom a noun that nobody speaks by means: "the company", "the Harbour Board chief"."""
        view, lemma = self.view, self.view.lemma(head)
        if lemma in lexicon.PERSON_NOUNS:
            return holder_of(self._back, head, words)
        told = [w for w in words if view.tokens[w].pos in ("ADJ", "NOUN", "PROPN", "NUM")]
        if told != [head] or view.tokens[words[0]].text.lower() != "the":
            return None
        return body_called(self._back, lemma, view.tokens[head].start)

    def other_meant(self, word: int, *, but: Iterable[Entity]) -> list[Entity]:
        """Whom a pronoun means that cannot mean ``but``: the "her" of "Quill called on her to"."""
        low, offset, aside = self.view.tokens[word].text.lower(), self.view.tokens[word].start, list(but)
        if low in anaphora.HE | anaphora.SHE:
            return self._back.person_before(offset, "he" if low in anaphora.HE else "she", but=aside)
        return [e for e in self._back.body_before(offset) if e not in aside]

    def is_subject(self, span: Span) -> bool:
        """Tell whether a name is what its clause is about."""
        return self._back.is_subject(span)

    def document_before(self, offset: int) -> int | None:
        """What is written and the sentence before a place is about."""
        return self._back.document_before(offset)

    def met(self, offset: int, *, but: Iterable[Entity]) -> list[Entity]:
        """The only person whom this sentence or the one before names besides ``but``: "Quill met Stone. She quoted him as saying"."""
        here, aside = self.view.sentence_at(offset), list(but)
        near = [e for s, e in self._back.order if s.start < offset and here - self.view.sentence_at(s.start) <= 1]
        persons = list(dict.fromkeys(e for e in near if e.kind == "person" and not e.nominal and e not in aside))
        return persons if len(persons) == 1 else []

    def speaker_of(self, source: Iterable[Span], cue: tuple[Span, ...], content: tuple[Span, ...], *, around: list[Entity]) -> list[Entity]:
        """Who speaks, as a source names them. A pronoun means nobody that the content names: whom the clause around or the sentence
        before is about, where that is plain, else who spoke last, where that can be."""
        words = [w for w in self.view.words(source) if self.view.tokens[w].pos != "PUNCT"]
        low = self.view.tokens[words[0]].text.lower() if len(words) == 1 else ""
        if low not in anaphora.HE | anaphora.SHE | anaphora.IT | anaphora.THEY or self.view.tokens[words[0]].text in ("IT", "US"):
            found = self.resolve(source, speaker=around)
            return self._body_alone(words, cue, found) or found
        if self._back.is_of_stranger(words[0]):
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
        if low in anaphora.IT and (document := self._back.document_before(offset)) is not None:
            return self.resolve([self.view.span_of(self.view.subtree(document, without=ASIDE - _TOLD))])
        found = self._back.who_speaks(offset, low, but=said, adds=adds)
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
        return [e for w in inside for e in self._back.named_at(w) if e.kind == "person"]

    def _about(self, word: int, low: str) -> list[Entity]:
        """Whom the clause around a relative one, or the sentence before, is about, where a pronoun can mean nobody else."""
        if low in anaphora.HE | anaphora.SHE and (whose := self._back.whose_words(word, "he" if low in anaphora.HE else "she")):
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
        spokes = {self.view.lemma(subject), self.view.tokens[subject].text.lower()} & lexicon.SPOKES_NOUNS
        fit = [e for e in found if spokes or (e.kind == "person" and e.gender in (None, gender))]
        if len(fit) == 1 and fit[0].kind == "person":
            fit[0].gender = fit[0].gender or gender
        return fit if len(fit) == 1 else []

    def _is_about_a_stranger(self, word: int) -> bool:
        """Tell whether the sentence before a pronoun that opens the next one is about one person whom the text does not name there."""
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
                return self._noun(subject, self.view.subtree(subject, without=ASIDE), [])
        return []

    def resolve(self, spans: Iterable[Span], *, speaker: list[Entity] | None = None) -> list[Entity]:
        """The entities that a source (or a target) names, several where they are joined; none where nobody is meant.

        ``speaker`` is who says the quotation that the span lies in: "we" and "I" are theirs.
        """
        spans = list(spans)
        words = [w for w in self.view.words(spans) if self.view.tokens[w].pos != "PUNCT"]
        if not words:
            return []
        if all(self.view.tokens[w].text in lexicon.WEEKDAYS for w in words) and words[0] and not self._back.named_at(words[0]):
            # "the Harbour Board (HB) Monday confirmed"
            return self._back.named_at(words[0] - 1 - (self.view.tokens[words[0] - 1].text == ")"))
        if beside := body_set_beside(self.view, self.roster, spans):
            return beside
        words = without_occasion(self.view, _only_of(self.view, words))
        head = head_of_phrase(self.view, words)
        if several := listed_in(self._back, words) or spoken_jointly(self._back, words):
            return several
        persons = persons_in(self._back, words)
        if persons:
            return persons + [e for e in self._beside(head, words) if e not in persons]
        low = self.view.tokens[head].text.lower()
        # the WHO and the US are bodies
        if len(words) <= 2 and low in anaphora.PRONOUNS and not (len(low) > 1 and self.view.tokens[head].text.isupper()):
            return self._pronoun(head, low, speaker)
        inside = set(words)
        joined = list(dict.fromkeys(side_of(self.view, w, inside) for w in self.view.conjuncts(head) if w in inside))
        if len(joined) > 1 and (together := kinds_joined(self._back, words, joined)):
            return together
        found: list[Entity] = []
        for word in joined or [head]:
            found += [e for e in self._noun(word, words, speaker or []) if e not in found]
        return found

    def _beside(self, head: int, words: list[int]) -> list[Entity]:
        """The body or the people who are joined to a person by "and": "Quill and the ministry", "Ada Quill and other experts"."""
        tokens, found = self.view.tokens, list[Entity]()
        for word in self.view.conjuncts(head):
            people = tokens[word].tag == "NNS" and is_people(tokens[word].text.lower())
            if word == head or word not in words or tokens[word].pos != "NOUN" or self._back.named_at(word):
                continue
            if people or (tokens[word].tag == "NN" and self.view.lemma(word) in lexicon.BODY_NOUNS):
                found += self._noun(word, [w for w in words if w in self.view.subtree(word)], [])
        return found

    # ---------------------------------------------------------------------------------------- pronouns

    def _pronoun(self, word: int, low: str, speaker: list[Entity] | None) -> list[Entity]:
        """Whom a pronoun means: the speaker, its antecedent, or who was named before."""
        offset = self.view.tokens[word].start
        if low in anaphora.FIRST:
            return list(speaker or [])
        if low in anaphora.RELATIVE:
            noun, named = self._back.antecedent(word)
            if named and named[0].nominal and (aged := called_by_age(self._back, self.view.words([max(named[0].spans)])[-1])):
                return aged
            if noun is None:
                # "the miners that Rosell leads, who are unwilling"
                return [] if _is_said_of_several(self.view, word) and len(named) == 1 and named[0].kind == "person" else named
            return self._noun(noun, self.view.subtree(noun, without=frozenset({"acl:relcl", "acl"})), speaker or [])
        if low in anaphora.HE | anaphora.SHE:
            return self._back.person_before(offset, "he" if low in anaphora.HE else "she")
        if low in anaphora.IT:
            return self._back.body_before(offset)
        return self._back.several_before(offset)

    # ---------------------------------------------------------------------------------------- nouns

    def _noun(self, head: int, words: list[int], speaker: list[Entity]) -> list[Entity]:
        """Whom one noun of a phrase means, from the surest reading of it to the least."""
        view, token = self.view, self.view.tokens[head]
        if one := called_by_people(self._back, head):
            return one
        named = self._back.named_at(head)
        if partisan := self._partisan(head):
            return partisan
        if aged := called_by_age(self._back, head):
            return aged
        if named:
            return named[:1]
        low = token.text.lower()
        lemma = token.lemma.lower()
        if low in anaphora.HE | anaphora.SHE | anaphora.IT | anaphora.THEY:
            return self._pronoun(head, low, None)
        if lemma not in _PAPERS and (behind := named_behind(self._back, head, words)):
            return behind
        if low == "both":
            return pair_meant(self._back, head) or []
        if low == "latter":
            return latter_of(self._back, head)
        if low == "former":
            # the first of two, who may stand far off: no officeholder is meant
            return []
        if (low in _NOBODY and not _is_expert(view, head)) or token.pos in ("PRON", "DET", "ADV", "NUM", "VERB", "ADP"):
            return []
        if token.pos == "PROPN" and (known := known_by_form(self._back, head, words)):
            return known
        if by_letters := called_by_letters(self._back, head):
            return by_letters
        if low in _ADDRESS:
            return self._styled(head, words) or self._back.sovereign(token.start)
        if low in _NUMBERS and (counted := view.child(head, ("nmod",))) is not None and counted in words:
            # "dozens of chiefs" are chiefs
            return self._noun(counted, [w for w in words if w > head], speaker)
        own = [w for w in view.subtree(head, without=ASIDE) if words[0] <= w <= words[-1]]
        inside = self.roster.at(view.tokens[own[0]].start, view.tokens[own[-1]].end)
        owner = self.owner_of(head)
        if {lemma, low} & lexicon.SPOKES_NOUNS and (behind := spoken_for(self._back, head, own, inside)):
            if not is_one_of_theirs(self._back, head, behind):
                return spokesman_named(self._back, head, behind) or behind
            if token.tag == "NN":
                return []
        if lemma in lexicon.DOCUMENT_NOUNS:
            return author_of(self._back, head, owner, words)
        told = {view.lemma(c) for c in view.children[head] if c < head and view.tokens[c].relation in ("compound", "amod")}
        if lemma in lexicon.OWN_MEDIA:
            return owner or drawn_up_by(self._back, head)
        if {low, lemma} & lexicon.PRESS_NOUNS or (lemma in ("source", "report") and told & lexicon.PRESS_NOUNS):
            return []
        if lemma == "conference" and told & {"news", "press"}:
            return []
        if lemma in lexicon.IMPERSONAL_SOURCES:
            # what a country's law says is not what the country says
            if low in _LAWS:
                return rules_made_by(self._back, head)
            return owner or drawn_up_by(self._back, head)
        if (pair := pair_meant(self._back, head)) is not None:
            return pair
        if lemma == "management" and (body := view.child(head, ("nmod:poss",))) is not None and view.lemma(body) in lexicon.BODY_NOUNS:
            return self._noun(body, view.subtree(body), speaker)
        if lemma == "leadership" and (bodies := bodies_led(self._back, head, inside)):
            return bodies
        if low in lexicon.COUNTRY_SIDES and (phrase := country_in(view, self.roster, own, side=head)):
            return phrase
        if lemma in _GOVERNMENTS and (country := governed_country(view, self.roster, head, own, owner)):
            return country
        if lemma in lexicon.COUNTRY_NOUNS and (state := speaks_for_state(view, self.roster, speaker)) is not None:
            return state
        if (
            lemma in lexicon.COUNTRY_NOUNS
            and not token.tag.endswith("S")
            and (countries := self._back.country_before(token.start, kingdom=lemma == "kingdom"))
        ):
            return countries
        if examples := examples_in(self._back, head, words):
            return examples
        # a tagger may take a plural that it has not seen for a singular: "Homebuyers said"
        singular = not token.tag.endswith("S") and not (low == lemma and low.endswith(("ers", "ors", "ists")) and is_people(low))
        if singular and lemma == "official" and (official := called_by_trade(self._back, head)):
            return official
        if singular and (lemma in lexicon.PERSON_NOUNS or (lemma in _CONFIDANTS and told)):
            return office_meant(self._back, head, own, speaker)
        by_name = singular and lemma in lexicon.BODIES_BY_NAME and not is_service(view, head)
        if by_name and (house := body_called(self._back, lemma, token.start)) is not None:
            # "the museum" is one that was named, or nobody
            return [house]
        if low in lexicon.BODIES_IN_PLURAL and (house := body_called(self._back, low, token.start)) is not None:
            return [house]
        if lemma in lexicon.BODY_NOUNS or (token.text[0].isupper() and lemma in lexicon.BODIES_BY_NAME) or is_service(view, head):
            named = body_of_speaker(self._back, head, speaker) or body_of_speaker(self._back, head, owner)
            return named or self._of_person(head, owner) or body_of_noun(self._back, head, own)
        if low in lexicon.WORKERS_IN_SINGULAR:
            return [nominal(view, self.roster, head, own, "group")]
        if singular and (varied := called_by_trade(self._back, head)):
            return varied
        # one thing that is neither a person nor a body ("the pact", "the decision") holds nothing, nor do days
        return (
            []
            if singular or token.pos not in ("NOUN", "PROPN") or lemma in _TIMES or not is_people(low)
            else [nominal(self.view, self.roster, head, own, "group")]
        )

    def _partisan(self, head: int) -> list[Entity]:
        """The one person whom the sentence before is about, called by their party: "The Republican said"."""
        token, before = self.view.tokens[head], self.view.tokens[head - 1].text.lower() if head else ""
        if token.text.lower() not in lexicon.PARTISANS or before != "the" or token.tag.endswith("S") or token.relation != "nsubj":
            return []
        first = self.view.sentence_words[token.sentence][0]
        said = self.view.text[self.view.tokens[first].start : self.view.tokens[head - 1].start].rstrip()
        opens = first if said[-1:] in ("”", '"', "»") else head - 1
        subject = subject_before(self.view, opens, several=False, speaks=False)
        found = self.resolve([self.view.span_of(self.view.subtree(subject, without=ASIDE))]) if subject is not None else []
        return found if len(found) == 1 and found[0].kind == "person" and not found[0].nominal else []

    def _styled(self, head: int, words: list[int]) -> list[Entity]:
        """Who has the office right behind a form of address: "His Highness the Amir", whoever else of that address was named last."""
        the, office = head + 1, head + 2
        if office not in words or self.view.tokens[the].text.lower() != "the" or self.view.lemma(office) not in lexicon.PERSON_NOUNS:
            return []
        behind = [w for w in words if w >= the]
        last = max((w for w in self.view.subtree(office) if w in behind), default=office)
        return office_meant(self._back, office, [w for w in behind if w <= last], [])

    def _of_person(self, head: int, owner: list[Entity]) -> list[Entity]:
        """The office of the one person whom a pronoun before it means, by their name: "her office" of Mara Stone."""
        view = self.view
        before = view.child(head, ("nmod:poss",))
        told = [c for c in view.children[head] if c < head and view.tokens[c].relation in ("amod", "compound")]
        if before is None or told or view.tokens[before].text.lower() not in ("his", "her") or view.lemma(head) not in _OF_PERSONS:
            return []
        if len(owner) != 1 or owner[0].kind != "person" or owner[0].nominal:
            return []
        person, noun = owner[0], view.lemma(head)
        called = [fold(f"{f}{owns} {noun}") for f in person.forms for owns in ("'s", "’s")]
        known = [e for e in self.roster.nominals(*called) if e.kind == "organization"]
        office = known[0] if known else Entity(kind="organization", nominal=True, name=f"{person.name}’s {noun}")
        self.roster.add(office, noun, Span(view.tokens[head].start, view.tokens[head].end))
        return [office]

    def owner_of(self, head: int) -> list[Entity]:
        """Whose a noun is: "its" plan, "the union's" leader."""
        for child in self.view.children[head]:
            if self.view.tokens[child].relation == "nmod:poss":
                low = self.view.tokens[child].text.lower()
                if low in anaphora.HE | anaphora.SHE | anaphora.IT | anaphora.THEY:
                    return self._named_behind(child, low) or self._pronoun(child, low, None)
                return self._named_owner(child)
        if head > 1 and self.view.tokens[head - 1].tag == "POS":
            # a parse may take the owner for the subject: "Fontaine's statement reads"
            return self._named_owner(head - 2)
        return []

    def _named_behind(self, word: int, low: str) -> list[Entity]:
        """Whom a pronoun that leads into a sentence means, where its subject is one person: "According to her blog, Quill left"."""
        view = self.view
        start = view.sentences[view.tokens[word].sentence].start
        comma = view.text.find(",", view.tokens[word].end)
        first = view.subject(next((w for w in view.sentence_words[view.tokens[word].sentence] if view.tokens[w].relation == "root"), word))
        if low not in anaphora.HE | anaphora.SHE or first is None or not word < first or view.tokens[first].start < comma:
            return []
        opens = view.text[start : view.tokens[word].start].strip().lower() == "according to"
        persons = [e for e in self._back.named_at(first) if e.kind == "person" and not e.nominal]
        return persons if opens and persons and persons[0].gender in (None, "he" if low in anaphora.HE else "she") else []

    def _named_owner(self, word: int) -> list[Entity]:
        named = self._back.named_at(word)[:1]
        return named or (known_by_form(self._back, word, [word]) if self.view.tokens[word].pos == "PROPN" else [])


def _only_of(view: Text, words: list[int]) -> list[int]:
    """Those who are told from the rest, where a phrase has both: "of the nine factions, only" the Harbour Front."""
    only = next((n for n, w in enumerate(words) if n and view.tokens[w].text.lower() == "only" and view.tokens[w - 1].text == ","), None)
    of = words[0] if view.tokens[words[0]].text.lower() == "of" else words[0] - 1
    opens = of >= 0 and view.tokens[of].text == "Of"
    return words[only + 1 :] or words if only is not None and opens else words


def _is_expert(view: Text, head: int) -> bool:
    """Tell whether experts or critics are told apart by their field: "health experts"."""
    told = [c for c in view.children[head] if c < head and view.tokens[c].relation in ("amod", "compound", "nmod:poss")]
    return view.tokens[head].text.lower() in _JUDGES and any(view.lemma(c) not in _VAGUE for c in told)


def _is_said_of_several(view: Text, word: int) -> bool:
    """Tell whether the verb of a relative clause is one of several: "who are", "who have said"."""
    verb = view.tokens[word].head
    parts = [verb, *(c for c in view.children[verb] if view.tokens[c].pos == "AUX")]
    return any(view.tokens[w].tag == "VBP" or view.tokens[w].text.lower() == "were" for w in parts)
