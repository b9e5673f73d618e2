"""Whom a noun phrase means: names, pronouns, offices and bodies by their noun."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.models import Span
from briefing.nlp import anaphora, lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.behalf import bodies_led, body_of_speaker, is_one_of_theirs, spoken_for, spokesman_named
from briefing.nlp.bodies import body_called, body_of_noun
from briefing.nlp.countries import country_in, governed_country, speaks_for_state
from briefing.nlp.described import CONFIDANTS
from briefing.nlp.documents import author_of, drawn_up_by, rules_made_by
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.introduced import named_next
from briefing.nlp.joint import kinds_joined, spoken_jointly
from briefing.nlp.nationals import called_by_people
from briefing.nlp.nominals import ASIDE, nominal
from briefing.nlp.occasions import without_occasion
from briefing.nlp.offices import office_meant
from briefing.nlp.owners import office_of_person, owner_of, third_meant
from briefing.nlp.pairs import latter_of, pair_meant
from briefing.nlp.phrase_persons import persons_in
from briefing.nlp.phrases import body_set_beside, examples_in, head_of_phrase, known_by_form, listed_in, named_behind, side_of
from briefing.nlp.services import is_service
from briefing.nlp.subjects import subject_before
from briefing.nlp.syntax import Text
from briefing.nlp.trades import called_by_age, called_by_letters, called_by_trade
from briefing.nlp.unnamed import is_people

#: who is somebody only where a word tells of what: "legal experts", not "some experts"
_JUDGES = frozenset({"experts", "critics", "observers"})
_VAGUE = frozenset("many some other several various most local such few numerous".split())
_PAPERS = lexicon.DOCUMENT_NOUNS | lexicon.IMPERSONAL_SOURCES | lexicon.PRESS_NOUNS
_ADDRESS = frozenset({"highness", "majesty", "excellency"})
_NOBODY = frozenset(
    "there someone anyone everyone nobody no-one one many some others people critics observers experts you all most few".split()
)
_TIMES = frozenset("day week month year hour minute decade century".split())
_NUMBERS = frozenset("dozens hundreds thousands scores millions majority handful".split())
_LAWS = frozenset("law laws code constitution bill act rule rules regulation regulations statute".split())
_GOVERNMENTS = frozenset({"government", "administration", "cabinet"})


class Referents:
    """Whom the phrases of one document mean, from what stands before them and who has spoken."""

    def __init__(self, *, view: Text, roster: Roster) -> None:
        self.view = view
        self.roster = roster
        self.back = Anaphora(view=view, roster=roster)

    def resolve(self, spans: Iterable[Span], *, speaker: list[Entity] | None = None) -> list[Entity]:
        """The entities that a source (or a target) names, several where they are joined; none where nobody is meant.

        ``speaker`` is who says the quotation that the span lies in: "we" and "I" are theirs.
        """
        spans = list(spans)
        words = [w for w in self.view.words(spans) if self.view.tokens[w].pos != "PUNCT"]
        if not words:
            return []
        if all(self.view.tokens[w].text in lexicon.WEEKDAYS for w in words) and words[0] and not self.back.named_at(words[0]):
            # "the Harbour Board (HB) Monday confirmed"
            return self.back.named_at(words[0] - 1 - (self.view.tokens[words[0] - 1].text == ")"))
        if beside := body_set_beside(self.view, self.roster, spans):
            return beside
        words = without_occasion(self.view, _only_of(self.view, words))
        head = head_of_phrase(self.view, words)
        if several := listed_in(self.back, words) or spoken_jointly(self.back, words):
            return several
        persons = persons_in(self.back, words)
        if persons:
            return persons + [e for e in self._beside(head, words) if e not in persons]
        low = self.view.low(head)
        # the WHO and the US are bodies
        if len(words) <= 2 and low in anaphora.PRONOUNS and not (len(low) > 1 and self.view.tokens[head].text.isupper()):
            return self._pronoun(head, low, speaker)
        inside = set(words)
        joined = list(dict.fromkeys(side_of(self.view, w, inside) for w in self.view.conjuncts(head) if w in inside))
        if len(joined) > 1 and (together := kinds_joined(self.back, words, joined)):
            return together
        found: list[Entity] = []
        for word in joined or [head]:
            found += [e for e in self.noun_meant(word, words, speaker or []) if e not in found]
        return found

    def _beside(self, head: int, words: list[int]) -> list[Entity]:
        """The body or the people who are joined to a person by "and": "Quill and the ministry", "Ada Quill and other experts"."""
        tokens, found = self.view.tokens, list[Entity]()
        for word in self.view.conjuncts(head):
            people = tokens[word].tag == "NNS" and is_people(tokens[word].text.lower())
            if word == head or word not in words or tokens[word].pos != "NOUN" or self.back.named_at(word):
                continue
            if people or (tokens[word].tag == "NN" and self.view.lemma(word) in lexicon.BODY_NOUNS):
                found += self.noun_meant(word, [w for w in words if w in self.view.subtree(word)], [])
        return found

    def _pronoun(self, word: int, low: str, speaker: list[Entity] | None) -> list[Entity]:
        """Whom a pronoun means: the speaker, its antecedent, or who was named before."""
        if low in anaphora.FIRST:
            return list(speaker or [])
        if low in anaphora.RELATIVE:
            noun, named = self.back.antecedent(word)
            if named and named[0].nominal and (aged := called_by_age(self.back, self.view.words([max(named[0].spans)])[-1])):
                return aged
            if noun is None:
                # "the miners that Rosell leads, who are unwilling"
                return [] if _is_said_of_several(self.view, word) and len(named) == 1 and named[0].kind == "person" else named
            return self.noun_meant(noun, self.view.subtree(noun, without=frozenset({"acl:relcl", "acl"})), speaker or [])
        return third_meant(self.back, word, low)

    def noun_meant(self, head: int, words: list[int], speaker: list[Entity]) -> list[Entity]:
        """Whom one noun of a phrase means, from the surest reading of it to the least."""
        view, token = self.view, self.view.tokens[head]
        if one := called_by_people(self.back, head):
            return one
        named = self.back.named_at(head)
        if partisan := self._partisan(head):
            return partisan
        if aged := called_by_age(self.back, head):
            return aged
        if named:
            return named[:1]
        low = token.text.lower()
        lemma = token.lemma.lower()
        if low in anaphora.THIRD:
            return third_meant(self.back, head, low)
        if lemma not in _PAPERS and (behind := named_behind(self.back, head, words)):
            return behind
        if low == "both":
            return pair_meant(self.back, head) or []
        if low == "latter":
            return latter_of(self.back, head)
        if low == "former":
            # the first of two, who may stand far off: no officeholder is meant
            return []
        if (low in _NOBODY and not _is_expert(view, head)) or token.pos in ("PRON", "DET", "ADV", "NUM", "VERB", "ADP"):
            return []
        if token.pos == "PROPN" and (known := known_by_form(self.back, head, words)):
            return known
        if by_letters := called_by_letters(self.back, head):
            return by_letters
        if low in _ADDRESS:
            return _styled(self.back, head, words) or self.back.sovereign(token.start)
        if low in _NUMBERS and (counted := view.child(head, ("nmod",))) is not None and counted in words:
            # "dozens of chiefs" are chiefs
            return self.noun_meant(counted, [w for w in words if w > head], speaker)
        if (introduced := named_next(self.back, head, words)) is not None:
            return [introduced]
        own = [w for w in view.subtree(head, without=ASIDE) if words[0] <= w <= words[-1]]
        inside = self.roster.at(view.tokens[own[0]].start, view.tokens[own[-1]].end)
        owner = owner_of(self.back, head)
        if {lemma, low} & lexicon.SPOKES_NOUNS and (behind := spoken_for(self.back, head, own, inside)):
            if not is_one_of_theirs(self.back, head, behind):
                return spokesman_named(self.back, head, behind) or behind
            if token.tag == "NN":
                return []
        if lemma in lexicon.DOCUMENT_NOUNS:
            return author_of(self.back, head, owner, words)
        told = {view.lemma(c) for c in view.children[head] if c < head and view.tokens[c].relation in ("compound", "amod")}
        if lemma in lexicon.OWN_MEDIA:
            return owner or drawn_up_by(self.back, head)
        if {low, lemma} & lexicon.PRESS_NOUNS or (lemma in ("source", "report") and told & lexicon.PRESS_NOUNS):
            return []
        if lemma == "conference" and told & {"news", "press"}:
            return []
        if lemma in lexicon.IMPERSONAL_SOURCES:
            # what a country's law says is not what the country says
            if low in _LAWS:
                return rules_made_by(self.back, head)
            return owner or drawn_up_by(self.back, head)
        if (pair := pair_meant(self.back, head)) is not None:
            return pair
        if lemma == "management" and (body := view.child(head, ("nmod:poss",))) is not None and view.lemma(body) in lexicon.BODY_NOUNS:
            return self.noun_meant(body, view.subtree(body), speaker)
        if lemma == "leadership" and (bodies := bodies_led(self.back, head, inside)):
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
            and (countries := self.back.country_before(token.start, kingdom=lemma == "kingdom"))
        ):
            return countries
        if examples := examples_in(self.back, head, words):
            return examples
        # a tagger may take a plural that it has not seen for a singular: "Homebuyers said"
        singular = not token.tag.endswith("S") and not (low == lemma and low.endswith(("ers", "ors", "ists")) and is_people(low))
        if singular and lemma == "official" and (official := called_by_trade(self.back, head)):
            return official
        if singular and (lemma in lexicon.PERSON_NOUNS or (lemma in CONFIDANTS and told)):
            return office_meant(self.back, head, own, speaker)
        by_name = singular and lemma in lexicon.BODIES_BY_NAME and not is_service(view, head)
        if by_name and (house := body_called(self.back, lemma, token.start)) is not None:
            # "the museum" is one that was named, or nobody
            return [house]
        if low in lexicon.BODIES_IN_PLURAL and (house := body_called(self.back, low, token.start)) is not None:
            return [house]
        if lemma in lexicon.BODY_NOUNS or (token.text[0].isupper() and lemma in lexicon.BODIES_BY_NAME) or is_service(view, head):
            named = body_of_speaker(self.back, head, speaker) or body_of_speaker(self.back, head, owner)
            return named or office_of_person(self.back, head, owner) or body_of_noun(self.back, head, own)
        if low in lexicon.WORKERS_IN_SINGULAR:
            return [nominal(view, self.roster, head, own, "group")]
        if singular and (varied := called_by_trade(self.back, head)):
            return varied
        # one thing that is neither a person nor a body ("the pact", "the decision") holds nothing, nor do days
        return (
            []
            if singular or token.pos not in ("NOUN", "PROPN") or lemma in _TIMES or not is_people(low)
            else [nominal(self.view, self.roster, head, own, "group")]
        )

    def _partisan(self, head: int) -> list[Entity]:
        """The one person whom the sentence before is about, called by their party: "The Republican said"."""
        token, before = self.view.tokens[head], self.view.low(head - 1) if head else ""
        if token.text.lower() not in lexicon.PARTISANS or before != "the" or token.tag.endswith("S") or token.relation != "nsubj":
            return []
        first = self.view.sentence_words[token.sentence][0]
        said = self.view.text[self.view.tokens[first].start : self.view.tokens[head - 1].start].rstrip()
        opens = first if said[-1:] in ("”", '"', "»") else head - 1
        subject = subject_before(self.view, opens, several=False, speaks=False)
        found = self.resolve([self.view.span_of(self.view.subtree(subject, without=ASIDE))]) if subject is not None else []
        return found if len(found) == 1 and found[0].kind == "person" and not found[0].nominal else []

    def owner_of(self, head: int) -> list[Entity]:
        """Whose a noun is: "its" plan, "the union's" leader."""
        return owner_of(self.back, head)


def _styled(back: Anaphora, head: int, words: list[int]) -> list[Entity]:
    """Who has the office right behind a form of address: "His Highness the Amir", whoever else of that address was named last."""
    the, office = head + 1, head + 2
    if office not in words or back.view.low(the) != "the" or back.view.lemma(office) not in lexicon.PERSON_NOUNS:
        return []
    behind = [w for w in words if w >= the]
    last = max((w for w in back.view.subtree(office) if w in behind), default=office)
    return office_meant(back, office, [w for w in behind if w <= last], [])


def _only_of(view: Text, words: list[int]) -> list[int]:
    """Those who are told from the rest, where a phrase has both: "of the nine factions, only" the Harbour Front."""
    only = next((n for n, w in enumerate(words) if n and view.low(w) == "only" and view.tokens[w - 1].text == ","), None)
    of = words[0] if view.low(words[0]) == "of" else words[0] - 1
    opens = of >= 0 and view.tokens[of].text == "Of"
    return words[only + 1 :] or words if only is not None and opens else words


def _is_expert(view: Text, head: int) -> bool:
    """Tell whether experts or critics are told apart by their field: "health experts"."""
    told = [c for c in view.children[head] if c < head and view.tokens[c].relation in ("amod", "compound", "nmod:poss")]
    return view.low(head) in _JUDGES and any(view.lemma(c) not in _VAGUE for c in told)


def _is_said_of_several(view: Text, word: int) -> bool:
    """Tell whether the verb of a relative clause is one of several: "who are", "who have said"."""
    verb = view.tokens[word].head
    parts = [verb, *(c for c in view.children[verb] if view.tokens[c].pos == "AUX")]
    return any(view.tokens[w].tag == "VBP" or view.low(w) == "were" for w in parts)
