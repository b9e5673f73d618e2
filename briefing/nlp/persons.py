"""Persons by their names: full, in part, by surname, misspelled."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from briefing.models import Mention, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.genders import by_given_name
from briefing.nlp.names import clean_name, distance, fold, is_misspelling, name_tokens
from briefing.nlp.syntax import Text

_JOINED = re.compile(r"(?<=\w)\s+(?:and|&)\s+(?=[A-Z])")
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
#: one given name in the spellings that wire copy gives it
_SPELLINGS = frozenset("mohammed mohamed muhammad mohammad muhammed mohamad mohamud muhamad".split())
_ADDRESS = frozenset("highness majesty excellency honour honor eminence holiness lordship".split())

_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss dr prof professor sir dame hon former acting".split())
_STYLES = frozenset("king queen prince princess sheikh sultan emir amir".split())
#: offices of which a land has one, and those whose bearer a text does not call by one of the first as well
_HIGHEST = frozenset("president prime premier chancellor king queen emperor pope".split())
_LESSER = frozenset(
    "minister secretary rep representative senator sen congressman congresswoman governor gov mayor lady judge justice ambassador".split()
)
#: letters behind a name in which a text may tell an office
_NEAR_NAME = 60
#: letters of the half of a double name that a person may be called by, and of a name that a slip may be in
_LONG_HALF = 4
#: letters from which on one may stand for another; in a shorter name one is doubled or dropped
_LONG_NAME = 6
_SHORT_SURNAME = 5
#: letters of a given name that stands for a longer one
_SHORT_GIVEN = 3
_MR_OR_MRS = re.compile(r"\b(Mr|Mrs|Ms|Miss)\b\.?\s?")
_MALE = frozenset("brother husband father son uncle nephew widower mr sir".split())
_KIN_BEFORE = re.compile(
    r"\b(brother|husband|father|son|uncle|nephew|widower|mr|sir|sister|wife|mother|daughter|aunt|niece|widow|mrs|ms|miss|dame)"
    r"(?:-in-law)?[.,]?\s(?:[A-Z]\w+\s)?$",
    re.IGNORECASE,
)
#: "son of the shipping tycoon Arn Quill", "daughter of the former mayor, Vera Umber"
_KIN_OF = re.compile(
    r"\b(?:son|daughter|child|grandson|granddaughter|grandchild|nephew|niece|wife|husband|widow|widower|brother|sister) of"
    r"(?: [\w’'-]+){0,7},? $",
    re.IGNORECASE,
)
#: of these no kinship is told by
_POLITE = frozenset({"mr", "sir", "mrs", "ms", "miss", "dame"})
#: sentences back in which one is still just named, and in which one was long ago
_JUST_NAMED, _LONG_AGO = 3, 8
#: sentences back in which somebody's son or mother is who goes by the surname alone, where the others are long ago
_KIN_NAMED = 5
_OWN_BEHIND = re.compile(r"(?: and|,) (his|her|he|she)\b")


def add_persons(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    read = [(span, clean_name(view.slice(span))) for m in mentions for span in _apart(view, m.span)]
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
            entity = _by_one_name(view, people, name_tokens(form)[0], span)
            if entity is not None and (address := _address_before(view, span)) is not None:
                entity, form = _by_address(view, people, entity, form, address, span)
            if entity is None:
                entity = Entity(kind="person")
                people.append(entity)
            roster.add(entity, form, span)
    _join_misspelled(roster, view, people)
    _join_aliases(roster, view, people)
    _join_initials(roster, view, people)
    _join_shortened(roster, view, people)


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
            genders = {by_given_name(p) or _gender_told(view, p) for p in (entity, other)} - {None}
            if len(genders) < 2 and not _are_told_apart(view, entity, other):
                # the whole name is what a reader looks for
                other.wrong_forms |= {f for f in entity.forms if len(name_tokens(f)) > 1}
                roster.fold(entity, other)


def _parts(form: str) -> list[str]:
    """The names of a name, those that a hyphen joins too."""
    return " ".join(name_tokens(form)).replace("-", " ").split()


def _apart(view: Text, span: Span) -> list[Span]:
    """Two persons in one mention, "Prime Minister Pashinyan and President Aliyev", as two."""
    parts = list(_JOINED.finditer(view.slice(span)))
    if len(parts) != 1 or view.slice(span).isupper():
        return [span]
    left = Span(span.start, span.start + parts[0].start())
    right = Span(span.start + parts[0].end(), span.end)
    return [span] if _is_title(view.slice(left)) or _is_title(view.slice(right)) else [left, right]


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
    if tokens[1:] == other[1:] and {tokens[0], other[0]} <= _SPELLINGS:
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


def _by_one_name(view: Text, people: list[Entity], token: str, span: Span) -> Entity | None:
    """The person that a single name means: by surname, which may come first ("Kim Dae-ki"), else by any name of theirs; of several
    the one named last before it, unless that was in passing and another was called by the single name."""
    full = [(p, name_tokens(f)) for p in people for f in p.forms if len(name_tokens(f)) > 1]
    titles = _titles_before(view, span)
    if titles & _STYLES and (royal := list(dict.fromkeys(p for p, names in full if token == names[0] and titles & _titles_of(view, p)))):
        # princes go by their first names
        return royal[0] if len(royal) == 1 else None
    found = [p for p, names in full if token == names[-1] or (token == names[0] and (len(names) == 2 or "-" in names[-1]))]
    found = found or [p for p, names in full if token in names] or [p for p in people if any(name_tokens(f) == (token,) for f in p.forms)]
    if not found:
        halves = list(dict.fromkeys(p for p, names in full if len(token) >= _LONG_HALF and token in names[-1].split("-")[1:]))
        return halves[0] if len(halves) == 1 else None
    if titles & _STYLES and (styled := [p for p in found if _titles_of(view, p) & _STYLES]):
        # King Salem is not Crown Prince Mohan bin Salem
        found = [p for p in found if p not in styled or _titles_of(view, p) & titles & _STYLES]
        alone = [p for p in people if any(name_tokens(f) == (token,) for f in p.forms) and _titles_of(view, p) & titles & _STYLES]
        if not found:
            return alone[0] if len(alone) == 1 else None
    if highest := titles & _HIGHEST:
        # "President Falk" is not Justice Minister Jon Falk
        found = [p for p in found if not _holds_lesser(view, p, highest)]
        if not found:
            alone = [p for p in people if any(name_tokens(f) == (token,) for f in p.forms) and _titles_of(view, p) & highest]
            return alone[0] if len(alone) == 1 else None
    if titles and len(of_title := list(dict.fromkeys(p for p in found if titles & _titles_of(view, p)))) == 1:
        return of_title[0]
    before = [p for p in found if any(s < span for s in p.spans)]
    near = list(dict.fromkeys(p for p, names in full if p not in found and is_misspelling(token, names[-1])))
    first = min(_introduced(view, p) for p in found)
    if len(near) == 1 and span < first and _introduced(view, near[0]) < first:
        # "Helena Pereyra is to go. Pereira said. ... Her rival, Carlos Pereira"
        return near[0]

    def last_of(person: Entity) -> Span:
        return max((s for s in person.spans if s < span), default=Span(-1, -1))

    # who is told only as somebody's son or wife is not the one that a surname alone means, but where nobody else was named for long
    kin = [p for p in before if _is_kin(view, p, span)]
    if kin and not _is_just_named(view, max(kin, key=last_of), before, span, within=_KIN_NAMED):
        before = [p for p in before if p not in kin] or before
    last = max(before or found, key=last_of)
    head = view.head_of(view.words([last_of(last)])) if last in before else None
    called = [p for p in before if any(name_tokens(f) == (token,) for f in p.forms)]
    if last in before and _is_just_named(view, last, before, span):
        return last
    return called[0] if len(called) == 1 and head is not None and not view.tokens[head].relation.startswith("nsubj") else last


def _holds_lesser(view: Text, person: Entity, highest: set[str]) -> bool:
    """Tell whether a text gives a person another office than one of the highest, and never that one."""
    titles = _titles_of(view, person)
    told = (re.split(r"[.;]", view.text[s.end : s.end + _NEAR_NAME])[0].lower() for s in person.spans)
    return bool(titles & _LESSER) and not titles & _HIGHEST and not any(h in near for near in told for h in highest)


def _introduced(view: Text, person: Entity) -> Span:
    """Where a person is first named in full."""
    return min((s for s in person.spans if len(name_tokens(clean_name(view.slice(s)))) > 1), default=min(person.spans))


def _is_just_named(view: Text, person: Entity, several: list[Entity], span: Span, *, within: int = _JUST_NAMED) -> bool:
    """Tell whether a person was named in the sentences before a place, and nobody else of several for long."""
    here = view.sentence_at(span.start)
    away = {id(p): min(here - view.sentence_at(s.start) for s in p.spans if s < span) for p in several}
    return away[id(person)] <= within and all(away[id(p)] > _LONG_AGO for p in several if p is not person)


def _is_kin(view: Text, person: Entity, span: Span) -> bool:
    """Tell whether a person is named before a place only as one of another's family: "Her son, Jon Quill", "son of Arn Quill"."""
    return all(_is_told_as_kin(view, s) for s in person.spans if s < span)


def _is_told_as_kin(view: Text, span: Span) -> bool:
    kin = _KIN_BEFORE.search(view.text, max(0, span.start - 30), span.start)
    if kin is not None:
        return kin.group(1).lower() not in _POLITE
    return _KIN_OF.search(view.text, max(0, span.start - 90), span.start) is not None


def _titles_before(view: Text, span: Span) -> set[str]:
    """The offices and ranks right before a name, or that it begins with: {"senator"} of "Senator Falk"."""
    words = view.words([span])
    at = words[0] - 1 if words else -1
    inside = {view.tokens[w].text.lower().rstrip(".") for w in words[:-1]}
    found: set[str] = set()
    while at >= 0 and view.text[view.tokens[at].end : view.tokens[at + 1].start] == " ":
        title = view.tokens[at].text.lower().rstrip(".")
        if title not in lexicon.TITLES:
            break
        found.add(title)
        at -= 1
    return (found | inside & lexicon.TITLES) - _FORMS_OF_ADDRESS


def _titles_of(view: Text, person: Entity) -> set[str]:
    return {t for s in person.spans for t in _titles_before(view, s)}


def _address_before(view: Text, span: Span) -> str | None:
    """The form of address that tells a gender right before a name, or that it begins with."""
    found = _MR_OR_MRS.search(view.text, max(0, span.start - 6), span.end)
    return found.group(1) if found is not None and found.end() >= span.start else None


def _by_address(view: Text, people: list[Entity], entity: Entity, form: str, address: str, span: Span) -> tuple[Entity | None, str]:
    """Of several persons of one surname the one that "Mrs" or "Mr" fits, by what the text or else the given name tells of their genders,
    or the only one named so far; where that tells too little, somebody new who is called so."""
    surname, gender = name_tokens(form)[-1], "he" if address == "Mr" else "she"
    same = [p for p in people if any(len(t) > 1 and t[-1] == surname for t in map(name_tokens, p.forms))]
    if len(same) < 2:
        return entity, form
    told = {id(p): _gender_told(view, p) or by_given_name(p) for p in same}
    sure, open_ = [p for p in same if told[id(p)] == gender], [p for p in same if told[id(p)] is None]
    # who is named only further on is not meant yet
    fit = next((named for group in (sure, open_) if (named := [p for p in group if any(s < span for s in p.spans)])), sure or open_)
    called_so = [p for p in fit if any(_address_before(view, s) == address and len(name_tokens(view.slice(s))) == 1 for s in p.spans)]
    fit = called_so if len(called_so) == 1 else fit
    if len(fit) == 1:
        return fit[0], form
    called = f"{address} {form.split()[-1]}"
    return next((p for p in people if called in p.forms), None), called


def _gender_told(view: Text, person: Entity) -> str | None:
    """The gender that a kinship or a form of address before a name tells, or a pronoun right behind it: "Ada Quill and her brother"."""
    for span in person.spans:
        if (address := _address_before(view, span)) is not None:
            return "he" if address == "Mr" else "she"
        before = _KIN_BEFORE.search(view.text, max(0, span.start - 30), span.start)
        if before is not None:
            return "he" if before.group(1).lower() in _MALE else "she"
        behind = _OWN_BEHIND.match(view.text, span.end)
        if behind is not None:
            return "he" if behind.group(1) in ("he", "his") else "she"
    return next((g for span in person.spans if (g := _gender_next(view, span)) is not None), None)


def _gender_next(view: Text, span: Span) -> str | None:
    """The gender of the pronoun that opens the sentence behind one that is about a person alone: "Ada Quill left. She"."""
    here = view.sentence_at(span.start)
    behind = [w for w in (view.sentence_words[here + 1] if here + 1 < len(view.sentence_words) else ()) if view.tokens[w].pos != "PUNCT"]
    head = view.head_of(view.words([span]))
    if head is None or not behind or view.tokens[head].relation != "nsubj":
        return None
    named = view.words([m.span for m in view.annotation.mentions if m.kind == "person" and view.sentence_at(m.span.start) == here])
    if any(not span.start <= view.tokens[w].start < span.end for w in named):
        return None
    return {"he": "he", "she": "she"}.get(view.tokens[behind[0]].text.lower())


def _join_misspelled(roster: Roster, view: Text, people: list[Entity]) -> None:
    """Fold a person whose name is one slip away from another's. Two full names must share all but one token, a lone surname
    must be rarer than the one it resembles: two real people of like names stay two."""
    for entity in sorted(people, key=lambda p: sum(p.forms.values())):
        view.check()
        for other in people:
            if other is entity or other not in roster or entity not in roster:
                continue
            seldom = (sum(entity.forms.values()), -min(entity.spans).start) < (sum(other.forms.values()), -min(other.spans).start)
            if not seldom or not _slips(entity, other) or _are_told_apart(view, entity, other):
                continue
            other.wrong_forms |= set(entity.forms)
            other.misspelled += entity.spans
            roster.fold(entity, other)


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
        alone = all(fold(f) == fold(called.strip("\"“”'‘’")) for f in other.forms)
        if (
            (quoted and alone)
            or (_ALIAS.fullmatch(between) and alone)
            or (between == " (" and called.isupper() and fold(called) == initials)
        ):
            if between[-1] in _QUOTES or called[0] in _QUOTES:
                # a byname is not what a reader looks for
                entity.wrong_forms |= set(other.forms)
            roster.fold(other, entity)


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
    is_slip = shorter >= _LONG_HALF and (len(a[-1]) != len(b[-1]) or shorter >= _LONG_NAME)
    return a[:-1] == b[:-1] and len(a[0]) >= _LONG_HALF and is_slip and distance(a[-1], b[-1]) == 1


def _are_told_apart(view: Text, one: Entity, other: Entity) -> bool:
    """Tell whether a text has two of like names for two: both stand in one sentence, by their surnames alone too, or with other titles."""
    if {view.sentence_at(s.start) for s in one.spans} & {view.sentence_at(s.start) for s in other.spans}:
        return True
    if all(any(len(name_tokens(f)) == 1 for f in p.forms) and any(len(name_tokens(f)) > 1 for f in p.forms) for p in (one, other)):
        return True
    titles = _titles_of(view, one), _titles_of(view, other)
    return all(titles) and titles[0].isdisjoint(titles[1])
