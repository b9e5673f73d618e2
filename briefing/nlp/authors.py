"""Who writes where a text speaks in the first person and quotes nobody: who signs it, sends it or is named at its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster, is_outlet
from briefing.nlp.names import fold
from briefing.nlp.nominals import nominal_phrase
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import SUBJECTS, Text

_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
#: a letterhead stands among so many lines, a sender too, and a signature has no more
_HEAD, _FIELDS, _FOOT = 4, 8, 6
#: a line of a signature is no longer
_SHORT: Final = 60
_CLOSING: Final = re.compile(
    r"(?:yours|sincerely|best|kind|warm|respectfully|faithfully|cordially|regards|in solidarity|signed|(?:for and )?on behalf)\b",
    re.IGNORECASE,
)
#: what stands below a press release
_END: Final = re.compile(r"(?:#+|-+|\*+|ends?)\s*", re.IGNORECASE)
FROM: Final = re.compile(r"from:[ \t]+(?=\S)", re.IGNORECASE)
#: what a head says that a text is, and whose
_BY: Final = re.compile(
    r"(?:(?:joint|opening|closing|press|public|open|full|text of the|new year) )*"
    r"(?:statement|remarks|address|speech|letter|message|declaration) (?:to the \w+ )?(?:by|of|from) (?P<who>.+?)"
    r"(?: (?:on|at|to|in|for|regarding|concerning|about|following|after|ahead)\b|[,:]|$)",
    re.IGNORECASE,
)
_DASH: Final = re.compile(r"\s[–—|-]\s")
_WE: Final = re.compile(r"(?m)^We, (?=the )")


@dataclass(frozen=True, kw_only=True, slots=True)
class Author:
    """Who "we" and who "I" is outside of quotations: nobody where a text does not tell."""

    we: tuple[Entity, ...] = ()
    i: tuple[Entity, ...] = ()

    def called(self, word: str) -> tuple[Entity, ...]:
        """Whom a pronoun of the first person means."""
        return self.i if word.lower() == "i" else self.we if word.lower() == "we" else ()


def author_of(view: Text, resolver: Resolver) -> Author:
    """Who signs a letter or a statement, sends it, or is named at its head; nobody where these name none, or several."""
    text, roster = view.text, resolver.roster
    lines = [Span(*found.span()) for found in _LINE.finditer(text)]
    headed = [e for e in _headed(text, lines, roster) if not is_outlet(e)]
    for named in (_signed(text, lines, roster), _sent(text, lines, roster), headed):
        bodies = [e for e in named if e.kind == "organization" and not is_outlet(e)]
        persons = [e for e in named if e.kind == "person" and not e.nominal]
        one = tuple(persons) if len(persons) == 1 else ()
        if len(bodies) == 1:
            return Author(we=tuple(bodies), i=one)
        if not bodies and one:
            body = roster.bodies(one[0].affiliation)[:1] if one[0].affiliation else headed if len(headed) == 1 else one
            return Author(we=tuple(body), i=one)
    return _stated(view, lines, resolver)


def writes(view: Text, source: tuple[Span, ...], author: Author) -> tuple[Entity, ...]:
    """Who writes, where a source is no more than "I" or "we" and stands in no quotation."""
    if len(source) != 1 or quotation_at(view.text, source[0].start) is not None:
        return ()
    return author.called(view.slice(source[0]))


def own_subject(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """The "I" or "we" that is the subject of a cue: "We are deeply concerned by"."""
    head = view.head_of(view.words(cue))
    subject = view.child(head, SUBJECTS) if head is not None else None
    if subject is None or view.tokens[subject].text.lower() not in ("i", "we"):
        return None
    return Span(view.tokens[subject].start, view.tokens[subject].end)


def _signed(text: str, lines: list[Span], roster: Roster) -> list[Entity]:
    """Who is named in the short lines below a closing such as "Yours sincerely"."""
    foot: list[Span] = []
    for line in reversed(lines[-_FOOT - 1 :]):
        words = text[line.start : line.end].strip()
        if _END.fullmatch(words) and not foot:
            continue
        if _CLOSING.match(words):
            return _named(roster, [*foot, line])
        if len(words) > _SHORT or words.endswith((".", "?", "!", ":")):
            return []
        foot.append(line)
    return []


def _sent(text: str, lines: list[Span], roster: Roster) -> list[Entity]:
    """Who is named as the sender of a letter or a note: "From: Ada Quill"."""
    for line in lines[:_FIELDS]:
        if found := FROM.match(text, line.start, line.end):
            return _named(roster, [Span(found.end(), line.end)])
    return []


def _headed(text: str, lines: list[Span], roster: Roster) -> list[Entity]:
    """Whose name is a whole line at the head of a text, or one side of a dash there: "House of Deputies – Trade Committee"."""
    heads = {fold(part.strip()) for line in lines[:_HEAD] for part in _DASH.split(text[line.start : line.end])}
    return [e for e in roster.entities if e.kind == "organization" and any(fold(form) in heads for form in e.forms)]


def _stated(view: Text, lines: list[Span], resolver: Resolver) -> Author:
    """Who makes a statement by its head or by its first words: "Statement by the foreign minister", "We, the ministers of the Five"."""
    for line in lines[:_HEAD]:
        found = _BY.match(view.text, line.start, line.end)
        if found is None:
            continue
        who = _maker(view, Span(*found.span("who")), resolver)
        one = len(who) == 1 and who[0].kind == "person"
        return Author(we=who, i=who if one else ())
    if (opens := _WE.search(view.text)) is not None:
        we = next(iter(view.words([Span(opens.start(), opens.start() + 2)])), None)
        verb = view.tokens[we].head if we is not None else None
        if we is not None and verb is not None and verb > we and view.tokens[verb].sentence == view.tokens[we].sentence:
            return Author(we=tuple(e for e in resolver.resolve([Span(opens.end(), view.tokens[verb].start)]) if not is_outlet(e)))
    return Author()


def _maker(view: Text, phrase: Span, resolver: Resolver) -> tuple[Entity, ...]:
    """Who a head says that a statement is by: by name, by their whole office, or that office itself, which is not another land's."""
    said, roster = fold(view.slice(phrase)).removeprefix("the "), resolver.roster
    head = view.head_of(view.words([phrase]))
    office = head is not None and view.lemma(head) in lexicon.PERSON_NOUNS and not view.tokens[head].tag.endswith("S")
    named = [s for s, e in roster.at(phrase.start, phrase.end) if e.kind == "person" and view.slice(s).lower() not in lexicon.PERSON_NOUNS]
    if office and " of " in said and not named:
        held = tuple(e for e in roster.entities if e.kind == "person" and e.role and fold(e.role) == said)
        return held or (nominal_phrase(view, roster, phrase, "person"),)
    return tuple(e for e in resolver.resolve([phrase]) if not is_outlet(e))


def _named(roster: Roster, lines: list[Span]) -> list[Entity]:
    return list({id(e): e for line in lines for _, e in roster.at(line.start, line.end)}.values())
