"""Whom an office means that no role gives them: who sits in a parliament, is no longer what they were, has a title, or is left over."""

from __future__ import annotations

from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.forms_of_address import RANKED_BESIDE, RANKS, titles_of
from briefing.nlp.names import fold
from briefing.nlp.nominals import NO_LONGER
from briefing.nlp.office_words import HIGHEST, LOOSE, SHORT, THE_OFFICE, held_by
from briefing.nlp.same_office import words_of_body
from briefing.nlp.syntax import Text

#: offices of those who sit in a parliament, and nouns that any of them may be called by
_SEATS = frozenset(
    """mp rep representative senator lawmaker legislator congressman congresswoman parliamentarian deputy assemblyman
    assemblywoman""".split()
)
_ANY_SEAT = frozenset("lawmaker legislator parliamentarian mp".split())
#: what a member of is who sits in a parliament
_HOUSES = frozenset("parliament congress assembly senate house knesset legislature".split())
#: sentences in which somebody who sits in a parliament may be "the lawmaker"
_SEAT_REACH = 6
#: sentences back in which one spoke or was named of whom a text goes on, and in which nobody else may be where no role tells
_REACH, _NO_LONGER_REACH = 3, 2


def who_sits(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The member of a parliament that "the lawmaker" is: of those named so before and of no other party the one who spoke last."""
    view, offset = anaphora.view, anaphora.view.tokens[head].start
    if view.lemma(head) not in _ANY_SEAT or not _is_definite(view, words):
        return None
    here = view.tokens[head].sentence
    named = {fold(view.tokens[w].text) for w in words if w != head and view.tokens[w].pos in ("NOUN", "PROPN", "ADJ")} - LOOSE
    sits = [
        e
        for e in anaphora.roster.entities
        if e.kind == "person" and not e.nominal
        and any(s.start < offset and here - view.sentence_at(s.start) <= _SEAT_REACH for s in e.spans)
        and _has_seat(held_by(e, view.nations).words) and _may_be_of(anaphora, e, named)
    ]  # fmt: skip
    if len(sits) == 1:
        return sits[0]
    spoke = next((who for at, who in reversed(anaphora.spoke) if at < offset and any(e in sits for e in who)), [])
    return spoke[0] if len(spoke) == 1 else None


def _has_seat(words: frozenset[str]) -> bool:
    """Tell whether an office is a seat in a parliament: "senator", "member of Parliament's fisheries committee"."""
    return bool(_SEATS & words) or ("member" in words and bool(_HOUSES & words))


def _may_be_of(anaphora: Anaphora, person: Entity, party: set[str]) -> bool:
    """Tell whether a person is of a party that is told by a word or its letters, or of none that the text tells."""
    if person.affiliation is None or not party:
        return True
    return bool(party & words_of_body(anaphora, person.affiliation))


def who_was(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The one who is told to be no longer what they were, and spoke last, where a sentence goes on about "the former minister"."""
    view, offset, here = anaphora.view, anaphora.view.tokens[head].start, anaphora.view.tokens[head].sentence
    told = {view.low(w) for w in words if w < head}
    definite = "the" in told or (words[0] > 0 and view.low(words[0] - 1) == "the")
    if not (definite and told & NO_LONGER) or view.tokens[head].relation != "nsubj":
        return None
    at, who = next(((at, who) for at, who in reversed(anaphora.spoke) if at < offset), (0, []))
    if len(who) != 1 or who[0].kind != "person" or who[0].nominal or here - view.sentence_at(at) > _REACH:
        return None
    since = [e for s, e in anaphora.order if view.sentence_at(at) < view.sentence_at(s.start) and s.start < offset and e.kind == "person"]
    near = {
        e for s, e in anaphora.order if here - view.sentence_at(s.start) <= _NO_LONGER_REACH and s.start < offset and e.kind == "person"
    }
    before = [w for w in view.with_lemma({view.lemma(head)}) if 0 < w < words[0]]
    if who[0].role is None and any(view.low(w - 1) in NO_LONGER for w in before):
        # of whom the text tells before: "Falk spoke about the former minister"
        return None
    was = bool(set(who[0].role.lower().split()) & NO_LONGER) if who[0].role is not None else near == {who[0]}
    return who[0] if was and all(e is who[0] for e in since) else None


def by_title(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The only person named before with a title that "the" means, whatever office is told of them: "General Quill, chief of staff"."""
    view = anaphora.view
    told = [view.low(w) for w in words]
    if len(told) != THE_OFFICE or told[0] != "the":
        return None
    start = view.tokens[head].start
    before = [e for e in anaphora.roster.entities if e.kind == "person" and not e.nominal and any(s.start < start for s in e.spans)]
    titled = [e for e in before if any(fold(f).split()[:1] == [told[1]] and len(f.split()) > 1 for f in e.forms)]
    if told[1] in RANKS:
        # "Col. Jon Hale, the junta's leader" is the colonel; an attorney general is no general
        ranked = {id(e): titles_of(view, e) for e in before}
        titled = [e for e in before if told[1] in ranked[id(e)] and ranked[id(e)] <= RANKS | RANKED_BESIDE]
    return titled[0] if len(titled) == 1 else None


def spelled_out(anaphora: Anaphora, head: int) -> Entity | None:
    """Who has no name and is known by the office that letters shorten: "The PM" of whom the text told as "the Prime Minister"."""
    letters = anaphora.view.tokens[head].text
    words = SHORT.get(letters.lower(), ()) if letters.isupper() else ()
    known = anaphora.roster.nominals(words[-1]) if words else []
    return next((e for e in known if e.kind == "person" and tuple(fold(e.name).split()) == words), None)


def by_elimination(anaphora: Anaphora, head: int, words: list[int], speaker: list[Entity]) -> Entity | None:
    """The one person without an office who acts in the sentences before: "Quill spoke first. The prime minister said ..." """
    view = anaphora.view
    if view.lemma(head) not in HIGHEST or not _is_definite(view, words):
        return None
    offset, here = view.tokens[head].start, view.sentence_at(view.tokens[head].start)
    named = [e for s, e in anaphora.order if s.start < offset and here - view.sentence_at(s.start) <= _REACH]
    near = list(dict.fromkeys(e for e in named if e.kind == "person" and not e.nominal and not e.role))
    if len(near) != 1 or near[0] in speaker or len(near[0].spans) < 2:
        return None
    if any(view.sentence_at(s.start) == here and s.start < offset and anaphora.is_subject(s) for s in near[0].spans):
        return None  # of whom the sentence already tells: "Quill spoke hours after the prime minister had left"
    if any((w := view.word_at(s.start)) and view.tokens[w - 1].pos == "NOUN" for s in near[0].spans):
        return None  # "shop steward Jon Hale" has a trade
    told = {view.sentence_at(s.start): s.end for s in reversed(near[0].spans)}
    earlier = (view.tokens[w] for w in view.with_lemma({view.lemma(head)}) if w < head)
    if any(told.get(t.sentence, offset) < t.start and t.sentence != here for t in earlier):
        return None  # "Quill opposes the prime minister. The prime minister said"
    spoke = any(near[0] in who for at, who in anaphora.spoke if 0 <= here - view.sentence_at(at) <= _REACH)
    return near[0] if spoke else None


def _is_definite(view: Text, words: list[int]) -> bool:
    """Tell whether "the" stands in a noun phrase or right before it."""
    return any(view.low(w) == "the" for w in (*words, *range(max(0, words[0] - 1), words[0])))
