"""The persons whom a text names, each with the names in full and in part that are theirs."""

from __future__ import annotations

import re

from briefing.models import Mention, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.forms_of_address import address_before
from briefing.nlp.names import clean_name, fold, name_tokens
from briefing.nlp.one_person import join_persons
from briefing.nlp.single_names import by_address, by_one_name
from briefing.nlp.syntax import Text

_JOINED = re.compile(r"(?<=\w)\s+(?:and|&)\s+(?=[A-Z])")
#: given names, each in the spellings that wire copy gives it
_SPELLINGS = tuple(
    frozenset(names.split())
    for names in """mohammed mohamed muhammad mohammad muhammed mohamad mohamud muhamad
    ahmed ahmad
    abdullah abdallah abdulla
    hussein hussain husain hossein
    hassan hasan
    yusuf yousef youssef yussef yusef yousuf
    khaled khalid
    mahmoud mahmud mahmood
    mustafa mostafa moustafa
    ibrahim ebrahim
    omar umar
    osama usama
    saeed said saeid
    aleksandr alexander alexandr oleksandr
    sergei sergey serhii serhiy
    dmitry dmitri dmitriy dmytro
    andrei andrey andriy andrii
    nikolai nikolay
    yuri yury yurii yuriy
    vladimir volodymyr
    yevgeny evgeny yevgeniy evgeni
    mikhail mykhailo
    vitaly vitali vitalii""".splitlines()
)
#: what the highest are addressed by
_ADDRESS = frozenset("highness majesty excellency honour honor eminence holiness lordship".split())


def add_persons(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    """Add the persons that the mentions name: first the full names, then whom the single ones mean."""
    starts = {m.span.start for m in mentions}
    apart = [span for m in mentions if not _is_shortened(view, m.span, starts) for span in _apart(view, m.span)]
    read = [(span, clean_name(view.slice(span))) for span in apart]
    surnames = {name_tokens(form)[-1] for _, form in read if len(name_tokens(form)) > 1}
    read = [
        (span, form)
        for span, form in read
        if any(c.isalpha() for c in form) and (not _is_title(form) or (form.istitle() and fold(form) in surnames))
    ]
    full = [(s, f) for s, f in read if len(name_tokens(f)) > 1]
    people: list[Entity] = []
    for span, form in full:
        view.check()
        entity = _same_person(people, form)
        if entity is None:
            entity = Entity(kind="person")
            people.append(entity)
        roster.add(entity, form, span)
    for span, form in read:
        view.check()
        if len(name_tokens(form)) == 1:
            entity = by_one_name(view, people, name_tokens(form)[0], span)
            if entity is not None and (address := address_before(view, span)) is not None:
                entity, form = by_address(view, people, entity, form, address, span)
            if entity is None:
                entity = Entity(kind="person")
                people.append(entity)
            roster.add(entity, form, span)
    join_persons(roster, view, people)


def _apart(view: Text, span: Span) -> list[Span]:
    """Two persons in one mention, "Prime Minister Pashinyan and President Aliyev", as two."""
    parts = list(_JOINED.finditer(view.slice(span)))
    if len(parts) != 1 or view.slice(span).isupper():
        return [span]
    left = Span(span.start, span.start + parts[0].start())
    right = Span(span.start + parts[0].end(), span.end)
    return [span] if _is_title(view.slice(left)) or _is_title(view.slice(right)) else [left, right]


def _is_shortened(view: Text, span: Span, starts: set[int]) -> bool:
    """Tell whether what is taken for a name is a shortened office right before one: "Del" of "Del. Ada Quill"."""
    words = view.words([span])
    at = words[0] if len(words) == 1 else len(view.tokens)
    first = at
    while at + 1 < len(view.tokens) and view.tokens[at].text[2:].endswith("."):
        at += 1
    return at > first and view.tokens[at].start in starts and view.tokens[at].sentence == view.tokens[first].sentence


def _is_title(form: str) -> bool:
    """Tell whether a form is an office or a form of address alone: "PTI chairman" ends in a noun that is no name."""
    last = form.split()[-1] if form.split() else ""
    if last.islower() and last in lexicon.PERSON_NOUNS:
        return True
    tokens = [fold(t).rstrip(".") for t in form.split()]
    return not any(t not in lexicon.TITLES and t not in _ADDRESS and t not in ("of", "the") for t in tokens)


def _same_person(people: list[Entity], form: str) -> Entity | None:
    """The person that a full name means: who is called just so, else the only one of whose name it may be a form."""
    exact = next((p for p in people if any(name_tokens(f) == name_tokens(form) for f in p.forms)), None)
    fit = [p for p in people if exact is None and any(_may_be_called(p, f, form) for f in p.forms)]
    return exact or (fit[0] if len(fit) == 1 else None)


def _may_be_called(person: Entity, known: str, form: str) -> bool:
    tokens, other = name_tokens(form), name_tokens(known)
    if tokens[1:] == other[1:] and any({tokens[0], other[0]} <= spellings for spellings in _SPELLINGS):
        return True
    short, long = sorted((tokens, other), key=len)
    if len(short) > 1 and len(short) < len(long) and _is_subsequence(short, long):
        return True
    given = {t[0] for t in map(name_tokens, person.forms) if len(t) > 1 and len(t[0]) > 1}
    other_given = len(tokens[0]) > 1 and bool(given - {tokens[0]})
    return len(short) > 1 and short[-1] == long[-1] and not other_given and _compatible_given(short[:-1], long[:-1])


def _is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    place = iter(long)
    return all(token in place for token in short)


def _compatible_given(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether given names may be one person's: "J." and "Joe", "J. D." and "Jon D."; not "Joe" and "Hunter"."""
    pairs = list(zip(short, long, strict=False))
    fit = all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)
    return fit and any(len(a) == 1 or len(b) == 1 for a, b in pairs[:1])
