"""Who writes where a text speaks in the first person and quotes nobody: who signs it, sends it or is named at its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster, is_outlet
from briefing.nlp.letterheads import STATED_BY
from briefing.nlp.names import fold
from briefing.nlp.nominals import nominal_phrase
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import SUBJECTS, Text, trim

_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
#: a letterhead stands among so many lines, a sender too, and a signature has no more
_HEAD, _FIELDS, _FOOT = 4, 8, 6
#: a line of a signature is no longer
_SHORT: Final = 60
_CLOSING: Final = re.compile(
    r"(?:yours|sincerely|best|kind|warm|respectfully|faithfully|cordially|regards|in solidarity|signed|(?:for and )?on behalf)\b",
    re.IGNORECASE,
)
#: who else a letter went to, below its signature
_COPIES: Final = re.compile(r"(?:cc|bcc|copy|copies|encl?\.?)\s?:", re.IGNORECASE)
#: what stands below a press release
_END: Final = re.compile(r"(?:#+|-+|\*+|ends?)\s*", re.IGNORECASE)
FROM: Final = re.compile(r"from:[ \t]+(?=\S)", re.IGNORECASE)
_BYLINE: Final = re.compile(r"(?:[Ww]ritten )?(?:By|BY|by)[ \t]+(?=[^\W\d_a-z])")
#: where a mail that is answered or sent on begins, and who wrote it
_QUOTED: Final = re.compile(
    r"(?m)^[ \t>]*(?:On [^\n]{4,120} wrote:[ \t]*$|-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}[ \t]*$|Begin forwarded message:)"
)
_WROTE: Final = re.compile(r" wrote:")
#: a page of letters to an editor, and how each begins
_PAGE: Final = re.compile(r"\b(?:letters|readers|your views)\b", re.IGNORECASE)
_SALUTED: Final = re.compile(
    r"(?m)^[ \t]*(?:Sir|Sirs|Madam|Dear (?:Sir|Editor|Madam)|(?:To )?the Editor)\b[^\n]{0,20}?[,:–—-]", re.IGNORECASE
)
_DASH: Final = re.compile(r"\s[–—|-]\s")
#: what one does who tells an opinion or asks for something
_OPINES: Final = frozenset(
    """believe think doubt expect hope fear call urge ask demand suggest recommend propose reject accept agree disagree regret welcome
    support oppose find insist want do warn condemn appeal""".split()
)
_TOLD: Final = 0.8
#: words from the one who writes to the verb, and of what is held at least
_NEAR, _FEWEST = 3, 2
#: marks that a line of a mail opens with, before its first word
_MARKS: Final = 4
_WE: Final = re.compile(r"(?m)^We, (?=the )")


@dataclass(frozen=True, kw_only=True, slots=True)
class Author:
    """Who "we" and who "I" is outside of quotations: nobody where a text does not tell."""

    we: tuple[Entity, ...] = ()
    i: tuple[Entity, ...] = ()
    #: "we" is as good as anybody: who wrote an article stands at its head
    bylined: bool = False

    def called(self, word: str) -> tuple[Entity, ...]:
        """Whom a pronoun of the first person means."""
        return self.i if word.lower() == "i" else self.we if word.lower() == "we" else ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Authors:
    """Who writes each stretch of a text: a mail with the one that it answers, a page of letters, has several."""

    stretches: tuple[tuple[Span, Author], ...] = ()

    def called(self, word: str, at: int) -> tuple[Entity, ...]:
        """Whom a pronoun of the first person means where it stands."""
        return self._at(at).called(word)

    def writing(self, word: str, at: int) -> tuple[Entity, ...]:
        """Who writes where a word stands, the one who signs where no body does."""
        author = self._at(at)
        return author.i if word == "I" else author.we or (() if author.bylined else author.i)

    def _at(self, at: int) -> Author:
        return next((author for span, author in self.stretches if span.start <= at < span.end), Author())


def authors_of(view: Text, resolver: Resolver) -> Authors:
    """Who writes each letter of a text, or the whole of it."""
    text = view.text
    cuts = sorted({0, *(m.start() for m in _QUOTED.finditer(text)), *_letters(text)})
    spans = [Span(start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return Authors(stretches=tuple((span, _author_of(view, resolver, span)) for span in spans))


def _letters(text: str) -> list[int]:
    """Where the letters to an editor begin, on a page of them."""
    found = [m.start() for m in _SALUTED.finditer(text)]
    return found if len(found) > 1 and _PAGE.search(text, 0, found[0]) is not None else []


def _author_of(view: Text, resolver: Resolver, stretch: Span) -> Author:
    """Who signs a letter or a statement, sends it, or is named at its head; nobody where these name none, or several."""
    text, roster = view.text, resolver.roster
    lines = [Span(*found.span()) for found in _LINE.finditer(text, stretch.start, stretch.end)]
    whole = stretch.start == 0
    headed = [e for e in _headed(text, lines, roster) if not is_outlet(e)] if whole else []
    wrote = _named(roster, lines[:1]) if lines and _WROTE.search(text, lines[0].start, lines[0].end) else []
    below = _signers(roster, _signature(text, lines)) if _SALUTED.match(text, stretch.start) else []
    signed = _signed(text, lines, roster)
    for named in (signed, _sent(text, lines, roster), wrote, below, headed):
        bodies = [e for e in named if e.kind == "organization" and not is_outlet(e)]
        persons = [e for e in named if e.kind == "person" and not e.nominal]
        one = tuple(persons) if len(persons) == 1 else ()
        if len(bodies) == 1 or (bodies and named is signed):
            # all who sign write
            return Author(we=tuple(bodies), i=one or (_last_named(text, lines, roster) if whole and named is not headed else ()))
        if not bodies and one:
            body = roster.bodies(one[0].affiliation)[:1] if one[0].affiliation else headed if len(headed) == 1 else one
            return Author(we=tuple(body), i=one)
    return (_stated(view, lines, resolver) or _bylined(text, lines, roster)) if whole else Author()


def writes(view: Text, source: tuple[Span, ...], authors: Authors) -> tuple[Entity, ...]:
    """Who writes, where a source is no more than "I" or "we" and stands in no quotation."""
    if len(source) != 1 or quotation_at(view.text, source[0].start) is not None:
        return ()
    return authors.called(view.slice(source[0]), source[0].start)


def apart_from_author(view: Text, attributions: Sequence[Attribution], authors: Authors) -> list[Attribution]:
    """The attributions, in text order, with what who writes goes on with in the first person taken out of what others say, and held by
    the one who writes where it is an opinion: "He says that it is safe. I doubt that it is."."""
    found: list[Attribution] = []
    for one in attributions:
        words = {view.slice(s).lower() for s in one.source}
        if not one.source or words & lexicon.FIRST_PERSON or quotation_at(view.text, one.content[0].start) is not None:
            found.append(one)
            continue
        cued = {view.sentence_at(s.start) for s in one.cue}
        own = [s for s in _own_sentences(view, one.content, authors) if view.sentence_at(s.start) not in cued]
        if not own:
            found.append(one)
            continue
        kept = tuple(_without_stop(view, Span(s.start, min(s.end, own[0].start))) for s in one.content if s.start < own[0].start)
        found += [replace(one, content=kept)] if kept else []
        for start, end in ((s.start, min(s.end, one.content[-1].end)) for s in own):
            opinion = _opinion(view, Span(start, end))
            found += [opinion] if opinion is not None else []
    return sorted(found, key=lambda a: a.content[0].start)


def _opinion(view: Text, sentence: Span) -> Attribution | None:
    """What a sentence that opens with "I" or "we" tells as an opinion, or asks for."""
    words = view.words([sentence])
    verb = next((n for n, w in enumerate(words) if view.tokens[w].pos == "VERB"), None)
    if verb is None or verb > _NEAR or view.lemma(words[verb]) not in _OPINES:
        return None
    behind = words[verb + 1 :]
    that = bool(behind) and view.low(behind[0]) in ("that", "on", "for") and view.tokens[behind[0]].relation != "det"
    said = behind[that:]
    if len(said) < _FEWEST:
        return None
    first = view.tokens[words[0]]
    content = _without_stop(view, Span(view.tokens[said[0]].start, sentence.end))
    cue = Span(view.tokens[words[1]].start, view.tokens[words[verb] + that].end)
    return Attribution(source=(Span(first.start, first.end),), cue=(cue,), content=(content,), confidence=_TOLD)


def _own_sentences(view: Text, content: tuple[Span, ...], authors: Authors) -> list[Span]:
    """The sentences of a content that who writes is the first word of."""
    found: list[Span] = []
    for sentence in view.sentences[view.sentence_at(content[0].start) :]:
        start = max(sentence.start, content[0].start)
        if start >= content[-1].end:
            break
        word = view.text[start : sentence.end].split(maxsplit=1)[:1]
        if word and start - sentence.start < _MARKS and writes(view, (Span(start, start + len(word[0])),), authors):
            found.append(Span(start, sentence.end))
    return found


def _without_stop(view: Text, span: Span) -> Span:
    return trim(view.text, Span(span.start, span.start + len(view.slice(span).rstrip(" \t\r\n.>"))))


def own_subject(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """The "I" or "we" that is the subject of a cue: "We are deeply concerned by"."""
    head = view.head_of(view.words(cue))
    subject = view.child(head, SUBJECTS) if head is not None else None
    if subject is None or view.low(subject) not in lexicon.FIRST_PERSON:
        return None
    return Span(view.tokens[subject].start, view.tokens[subject].end)


def _signed(text: str, lines: list[Span], roster: Roster) -> list[Entity]:
    """Who is named in the short lines below a closing such as "Yours sincerely"."""
    foot: list[Span] = []
    for line in reversed(lines[-_FOOT - 1 :]):
        words = text[line.start : line.end].strip()
        if (_END.fullmatch(words) or _COPIES.match(words)) and not foot:
            continue
        if _CLOSING.match(words):
            return _named(roster, [*foot, line])
        if len(words) > _SHORT or words.endswith((".", "?", "!", ":")):
            return []
        foot.append(line)
    return []


def _signature(text: str, lines: list[Span]) -> list[Span]:
    """The short lines that a letter ends with."""
    foot: list[Span] = []
    for line in reversed(lines[-_FOOT:]):
        words = text[line.start : line.end].strip()
        if len(words) > _SHORT or words.endswith((".", "?", "!", ":", ",")):
            break
        foot.append(line)
    return foot


def _last_named(text: str, lines: list[Span], roster: Roster) -> tuple[Entity, ...]:
    """The one person whom the last line of a letter names, with no more than an office beside the name."""
    last = [line for line in lines[-1:] if len(text[line.start : line.end].strip()) <= _SHORT]
    named = [e for e in _named(roster, last) if e.kind == "person" and not e.nominal]
    ends = any(s.end == line.start + len(text[line.start : line.end].rstrip()) for line in last for s, _ in roster.at(line.start, line.end))
    return tuple(named) if len(named) == 1 and ends else ()


def _signers(roster: Roster, foot: list[Span]) -> list[Entity]:
    """Who is named first in a signature and what body below: the town where they live is none."""
    named = _named(roster, foot[::-1])
    persons = [e for e in named if e.kind == "person" and not e.nominal]
    return [e for e in named if e.kind != "person"] + persons[:1]


def _bylined(text: str, lines: list[Span], roster: Roster) -> Author:
    """Who alone is named at the head as the one who wrote it: "By Ada Quill"; only what is said of "I" is theirs."""
    for line in lines[:_HEAD]:
        by = _BYLINE.match(text, line.start, line.end)
        named = _named(roster, [Span(by.end(), line.end)]) if by else [e for s, e in roster.at(line.start, line.end) if s == line]
        persons = [e for e in named if e.kind == "person" and not e.nominal]
        if len(persons) == 1:
            return Author(i=tuple(persons), bylined=True)
    return Author()


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


def _stated(view: Text, lines: list[Span], resolver: Resolver) -> Author | None:
    """Who makes a statement by its head or by its first words: "Statement by the foreign minister", "We, the ministers of the Five"."""
    for line in lines[:_HEAD]:
        found = STATED_BY.match(view.text, line.start, line.end)
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
    return None


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
