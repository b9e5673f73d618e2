"""Fold those into one person whom a text calls by several names: misspelled, a byname, initials, a given name cut short."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from briefing.nlp.entities import Entity, Roster
from briefing.nlp.forms_of_address import gender_told, titles_of
from briefing.nlp.genders import by_given_name
from briefing.nlp.names import distance, fold, is_misspelling, name_tokens
from briefing.nlp.syntax import Text

#: between two names of one person
_ALIAS = re.compile(
    # "a singer who is", but not "a friend of the singer who is"
    r"(?:(?:,| [-–—])? |, an? (?:(?!(?:of|to|by|with|for|from|and) )[\w-]+ ){1,5})(?:who (?:is|was) )?"
    r"(?:(?:also|best|better|mostly|popularly|simply|widely|(?:more )?commonly) )?"
    r"(?:known (?:in (?:[a-z]+ ){1,3})?(?:as|by the (?:nickname|name|initials))|alias|a\.k\.a\.|aka)"
    r" (?:the )?[\"“'‘]?"
)
#: what stands round a byname right behind a name: "Ada Quill, “the Gull,”"
_BEFORE_BYNAME = frozenset({", “", " “", " (“", ', "', ' "', ' ("'})
_AFTER_BYNAME = frozenset({"”", '"'})
_QUOTES = frozenset("\"“'‘")
#: letters of a name that a slip may be in
_LONG_ENOUGH = 4
#: letters from which on one may stand for another; in a shorter name one is doubled or dropped
_LONG_NAME = 6
#: letters of a surname that may have lost one
_SHORT_SURNAME = 5
#: letters of a given name that stands for a longer one
_SHORT_GIVEN = 3


def join_persons(roster: Roster, view: Text, people: list[Entity]) -> None:
    """Fold together those of the people of a roster who are one; each step sees what the last has folded."""
    _join_misspelled(roster, view, people)
    _join_aliases(roster, view, people)
    _join_initials(roster, view, people)
    _join_shortened(roster, view, people)


def _join_misspelled(roster: Roster, view: Text, people: list[Entity]) -> None:
    """Fold a person whose name is one slip away from another's. Two full names must share all but one token, a lone surname
    must be rarer than the one it resembles: two real people of like names stay two."""
    for entity in sorted(people, key=lambda p: sum(p.forms.values())):
        view.check()
        for other in people:
            seldom = (sum(entity.forms.values()), -min(entity.spans).start) < (sum(other.forms.values()), -min(other.spans).start)
            if not seldom or other not in roster or entity not in roster:
                continue
            if not _slips(entity, other) or _are_told_apart(view, entity, other):
                continue
            other.wrong_forms |= set(entity.forms)
            other.misspelled += entity.spans
            roster.fold(entity, other)


def _slips(entity: Entity, other: Entity) -> bool:
    longest = max((name_tokens(f) for f in other.forms), key=len)
    seldom = len(entity.spans) == 1
    for form in entity.forms:
        tokens = name_tokens(form)
        if len(tokens) == 1:
            if any(is_misspelling(tokens[0], t) for t in (longest[-1], longest[0])):
                return True
            if seldom and len(longest) > 1 and _lost_letter(tokens[0], longest[-1]):
                return True
        elif len(tokens) == len(longest):
            differ = [(a, b) for a, b in zip(tokens, longest, strict=True) if a != b]
            if len(differ) == 1 and (is_misspelling(*differ[0]) or (seldom and _is_surname_slip(tokens, longest))):
                return True
    return False


def _lost_letter(a: str, b: str) -> bool:
    """Tell whether a short surname is another with one letter more or less, as a hasty hand leaves it: "Toure" and "Toureh"."""
    return min(len(a), len(b)) == _SHORT_SURNAME and a.isalpha() and len(a) != len(b) and distance(a, b) == 1


def _is_surname_slip(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether the surnames of two who have all else in common are one slip apart, however short: "Salome Dray" and "Salome Drray"."""
    shorter = min(len(a[-1]), len(b[-1]))
    is_slip = shorter >= _LONG_ENOUGH and (len(a[-1]) != len(b[-1]) or shorter >= _LONG_NAME)
    return a[:-1] == b[:-1] and len(a[0]) >= _LONG_ENOUGH and is_slip and distance(a[-1], b[-1]) == 1


def _join_aliases(roster: Roster, view: Text, people: list[Entity]) -> None:
    """Fold a person into the one whom the text says they are: "Ada Yee, who is known as Rina Quill", "Mara Luz Stone (MLS)"."""
    own = set(people)
    spans = sorted((s, e) for s, e in roster.by_span.items() if e in own)
    for (span, entity), (behind, other) in itertools.pairwise(spans):
        if entity is other or entity not in roster or other not in roster:
            continue
        between = view.text[span.end : behind.start]
        initials = "".join(t[0] for t in max((name_tokens(f) for f in entity.forms), key=len))
        called = view.slice(behind)
        quoted = between in _BEFORE_BYNAME and view.text[behind.end : behind.end + 2].strip(",.")[:1] in _AFTER_BYNAME and " " in called
        alone = all(set(name_tokens(f)) <= set(name_tokens(called.strip("\"“”'‘’"))) for f in other.forms)
        if (
            (quoted and alone)
            or (_ALIAS.fullmatch(between) and alone)
            or (between == " (" and called.isupper() and fold(called) == initials)
        ):
            if between[-1] in _QUOTES or called[0] in _QUOTES:
                # a byname is not what a reader looks for
                entity.wrong_forms |= set(other.forms)
            roster.fold(other, entity)


def _join_initials(roster: Roster, view: Text, people: list[Entity]) -> None:
    """Fold a person who is only called by three or four letters, "Prince ABQ", into the one whose initials they are."""
    for entity in people:
        view.check()
        letters = {t for f in entity.forms for t in f.split()[-1:] if len(name_tokens(f)) == 1 and t.isupper() and 3 <= len(t) <= 4}
        if entity not in roster or not letters:
            continue
        named = {fold(t) for t in letters}
        full = [
            p
            for p in people
            if p is not entity and p in roster
            and any("".join(t[0] for t in parts) in named for f in p.forms if len(parts := _parts(f)) > 2)
        ]  # fmt: skip
        if len(full) == 1:
            roster.fold(entity, full[0])


def _parts(form: str) -> list[str]:
    """The names of a name, those that a hyphen joins too."""
    return " ".join(name_tokens(form)).replace("-", " ").split()


def _join_shortened(roster: Roster, view: Text, people: list[Entity]) -> None:
    """Fold a person into the one of the same surname whose given name theirs begins: "Chris Quill", "Christopher Quill"."""
    by_surname: dict[str, dict[str, Entity]] = defaultdict(dict)
    for person in people:
        for names in map(name_tokens, person.forms if person in roster else ()):
            if len(names) == 2 and len(names[0]) >= _SHORT_GIVEN:
                by_surname[names[1]][names[0]] = person
    for given in by_surname.values():
        view.check()
        for short, long in itertools.permutations(given, 2):
            entity, other = given[short], given[long]
            if entity is other or entity not in roster or other not in roster or len(long) < len(short) + 2 or not long.startswith(short):
                continue
            genders = {by_given_name(p) or gender_told(view, p) for p in (entity, other)} - {None}
            if len(genders) < 2 and not _are_told_apart(view, entity, other):
                # the whole name is what a reader looks for
                other.wrong_forms |= {f for f in entity.forms if len(name_tokens(f)) > 1}
                roster.fold(entity, other)


def _are_told_apart(view: Text, one: Entity, other: Entity) -> bool:
    """Tell whether a text has two of like names for two: both stand in one sentence, by their surnames alone too, or with other titles."""
    if {view.sentence_at(s.start) for s in one.spans} & {view.sentence_at(s.start) for s in other.spans}:
        return True
    if all(any(len(name_tokens(f)) == 1 for f in p.forms) and any(len(name_tokens(f)) > 1 for f in p.forms) for p in (one, other)):
        return True
    titles = titles_of(view, one), titles_of(view, other)
    return all(titles) and titles[0].isdisjoint(titles[1])
