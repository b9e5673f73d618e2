"""Whom a surname or another single name means, of those whom the text names in full."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.forms_of_address import address_before, gender_told, is_told_as_kin, titles_before, titles_of
from briefing.nlp.genders import by_given_name
from briefing.nlp.names import clean_name, is_misspelling, name_tokens
from briefing.nlp.syntax import Text

#: who goes by their first name
_STYLES = frozenset("king queen prince princess sheikh sultan emir amir".split())
#: offices of which a land has one, and those whose bearer a text does not call by one of the first as well
_HIGHEST = frozenset("president prime premier chancellor king queen emperor pope".split())
_LESSER = frozenset(
    "minister secretary rep representative senator sen congressman congresswoman governor gov mayor lady judge justice ambassador".split()
)
#: letters behind a name in which a text may tell an office
_NEAR_NAME = 60
#: letters of the half of a double name that a person may be called by
_LONG_HALF = 4
#: sentences back in which one is still just named, and in which one was long ago
_JUST_NAMED, _LONG_AGO = 3, 8
#: sentences back in which somebody's son or mother is who goes by the surname alone, where the others are long ago
_KIN_NAMED = 5


def by_one_name(view: Text, people: list[Entity], token: str, span: Span) -> Entity | None:
    """The person that a single name means: by surname, which may come first ("Kim Dae-ki"), else by any name of theirs; of several
    the one named last before it, unless that was in passing and another was called by the single name."""
    full = [(p, name_tokens(f)) for p in people for f in p.forms if len(name_tokens(f)) > 1]
    titles = titles_before(view, span)
    if titles & _STYLES and (royal := list(dict.fromkeys(p for p, names in full if token == names[0] and titles & titles_of(view, p)))):
        # princes go by their first names
        return royal[0] if len(royal) == 1 else None
    found = [p for p, names in full if token == names[-1] or (token == names[0] and (len(names) == 2 or "-" in names[-1]))]
    found = found or [p for p, names in full if token in names] or [p for p in people if any(name_tokens(f) == (token,) for f in p.forms)]
    if not found:
        halves = list(dict.fromkeys(p for p, names in full if len(token) >= _LONG_HALF and token in names[-1].split("-")[1:]))
        return halves[0] if len(halves) == 1 else None
    found = _named_so_far(view, found, full, token, span)
    if titles & _STYLES and (styled := [p for p in found if titles_of(view, p) & _STYLES]):
        # King Salem is not Crown Prince Mohan bin Salem
        found = [p for p in found if p not in styled or titles_of(view, p) & titles & _STYLES]
        alone = [p for p in people if any(name_tokens(f) == (token,) for f in p.forms) and titles_of(view, p) & titles & _STYLES]
        if not found:
            return alone[0] if len(alone) == 1 else None
    if highest := titles & _HIGHEST:
        # "President Falk" is not Justice Minister Jon Falk
        found = [p for p in found if not _holds_lesser(view, p, highest)]
        if not found:
            alone = [p for p in people if any(name_tokens(f) == (token,) for f in p.forms) and titles_of(view, p) & highest]
            return alone[0] if len(alone) == 1 else None
    if (gender := _gender_of_promise(view, span)) is not None:
        # "Falk says he would pay" is not Ines Falk
        found = [p for p in found if (gender_told(view, p) or by_given_name(p)) in (None, gender)] or found
    if titles and len(of_title := list(dict.fromkeys(p for p in found if titles & titles_of(view, p)))) == 1:
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


def _gender_of_promise(view: Text, span: Span) -> str | None:
    """The gender of who says by a name what they themselves will do: "Quill says she would pay"."""
    head = view.head_of(view.words([span]))
    verb = view.tokens[head].head if head is not None and view.tokens[head].relation == "nsubj" else None
    said = view.child(verb, ("ccomp",)) if verb is not None and view.lemma(verb) in lexicon.REPORTING else None
    who = view.child(said, ("nsubj",)) if said is not None else None
    if verb is None or said is None or who is None or not verb < who <= verb + 2 or not {"will", "would"} & set(view.auxiliaries(said)):
        return None
    return view.low(who) if view.low(who) in lexicon.HE_OR_SHE else None


def _named_so_far(view: Text, found: list[Entity], full: list[tuple[Entity, tuple[str, ...]]], token: str, span: Span) -> list[Entity]:
    """Those of a surname, or where all of them are named only behind a place, those who were named before it with that name among
    theirs: "Li" behind "Austin Li Jiaqi" is not yet the Li Wen whom a later paragraph brings in."""
    before = [p for p, names in full if token in names and p not in found and any(s < span for s in p.spans)]
    return list(dict.fromkeys(before)) if before and all(_introduced(view, p) > span for p in found) else found


def _holds_lesser(view: Text, person: Entity, highest: set[str]) -> bool:
    """Tell whether a text gives a person another office than one of the highest, and never that one."""
    titles = titles_of(view, person)
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
    return all(is_told_as_kin(view, s) for s in person.spans if s < span)


def by_address(view: Text, people: list[Entity], entity: Entity, form: str, address: str, span: Span) -> tuple[Entity | None, str]:
    """Of several persons of one surname the one that "Mrs" or "Mr" fits, by what the text or else the given name tells of their genders,
    or the only one named so far; where that tells too little, somebody new who is called so."""
    surname, gender = name_tokens(form)[-1], "he" if address == "Mr" else "she"
    same = [p for p in people if any(len(t) > 1 and t[-1] == surname for t in map(name_tokens, p.forms))]
    if len(same) < 2:
        return entity, form
    told = {id(p): gender_told(view, p) or by_given_name(p) for p in same}
    sure, open_ = [p for p in same if told[id(p)] == gender], [p for p in same if told[id(p)] is None]
    # who is named only further on is not meant yet
    fit = next((named for group in (sure, open_) if (named := [p for p in group if any(s < span for s in p.spans)])), sure or open_)
    called_so = [p for p in fit if any(address_before(view, s) == address and len(name_tokens(view.slice(s))) == 1 for s in p.spans)]
    fit = called_so if len(called_so) == 1 else fit
    if len(fit) == 1:
        return fit[0], form
    called = f"{address} {form.split()[-1]}"
    return next((p for p in people if called in p.forms), None), called
