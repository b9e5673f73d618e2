"""Who the label of a speech names: a name, an office with a name, or an office alone, often in capitals: "PRIME MINISTER:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold, name_tokens
from briefing.nlp.nominals import nominal_phrase
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text

_WORD = re.compile(r"[^\s]+")
#: letters of an office that a title tells before a name: "the Prime Minister, Ada Quill"
_BEFORE = 60
#: an office behind a name, or before one, in a label
_BEHIND = re.compile(r" \((?P<office>[A-Z][^()\n]{2,60})\)")
_AHEAD = re.compile(r"(?m)^(?:The )?(?:Hon\.? )?(?P<office>[A-Z][^()\n]{2,60}) \(\Z")
#: what tells no office
_NO_ROLES = frozenset({"hon", "minister", "senator"})


def speaker_labelled(view: Text, resolver: Resolver, label: Span) -> Entity | None:
    """The person whom a label names, entered in the roster where it was not known there; nobody where it names no person."""
    roster = resolver.roster
    named = [e for _, e in roster.at(label.start, label.end) if e.kind == "person" and not e.nominal]
    if named:
        if len(named) == 1 and len(name_tokens(named[0].name)) == 1 and (whole := _whole_name(view, named[0])) is not None:
            named[0].name = whole
            named[0].forms[whole] += 1
        return named[0] if len(named) == 1 else None
    rest = name_behind_titles(view.text, label)
    if rest.start == label.start:
        who = resolver.resolve([label])
        return who[0] if len(who) == 1 else None
    if rest.end > rest.start:
        last = name_tokens(view.slice(rest))[-1:]
        known = [e for e in roster.entities if e.kind == "person" and not e.nominal and last and _ends_in(e, last[0])]
        person = known[0] if len(known) == 1 else Entity(kind="person", name=view.slice(rest).title())
        roster.add(person, view.slice(rest), rest)
        return person
    office = fold(view.slice(label)).removeprefix("the ")
    held = list(_holders(roster.entities, office)) or [e for e in (_in_title(view, office),) if e is not None]
    if len(held) == 1:
        roster.add(held[0], view.slice(label), label)
        return held[0]
    return nominal_phrase(view, roster, label, "person")


def tell_office(view: Text, who: Entity, label: Span) -> None:
    """Tell a speaker by the office that a label gives: "Ms Quill (Minister for Health):", "The Minister for Works (Mr Quill):"."""
    if who.role is not None and fold(who.role) not in _NO_ROLES:
        return
    found = _BEHIND.match(view.text, label.end) or _AHEAD.search(view.text, max(0, label.start - _BEFORE), label.start)
    office = found["office"] if found is not None else ""
    if office and office.split()[0].lower() in lexicon.PERSON_NOUNS | {"deputy", "vice", "prime", "shadow", "parliamentary"}:
        who.role = office


def name_behind_titles(text: str, label: Span) -> Span:
    """What follows the titles that a label opens with: nothing for an office, "Minister for Transport", all of it where no title does."""
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, label.start, label.end)]
    for number, word in enumerate(words):
        said = text[word.start : word.end].lower().rstrip(".")
        if number and said in ("of", "for"):
            break
        if said not in lexicon.TITLES | lexicon.PERSON_NOUNS and not (said == "the" and number + 1 < len(words)):
            titled = any(text[w.start : w.end].lower() != "the" for w in words[:number])
            return Span(word.start if titled else label.start, label.end)
    return Span(label.end, label.end)


def _ends_in(entity: Entity, last: str) -> bool:
    return any(name_tokens(form)[-1:] == (last,) for form in entity.forms)


def _whole_name(view: Text, entity: Entity) -> str | None:
    """The name in full that a title gives of who is labelled by surname: "Briefing by Spokesperson Ada Quill" above "MS QUILL:"."""
    first, last = min(entity.spans), name_tokens(entity.name)
    told = {
        view.slice(m.span)
        for m in view.annotation.mentions
        if m.kind == "person" and m.span.end <= first.start and len(t := name_tokens(view.slice(m.span))) > 1 and t[-1:] == last
    }
    return next(iter(told)) if len(told) == 1 else None


def _in_title(view: Text, office: str) -> Entity | None:
    """Who is named behind an office in the title, which no actor is read from: "Press conference of the Prime Minister, Ada Quill"."""
    for mention in view.annotation.mentions:
        before = fold(view.text[max(0, mention.span.start - _BEFORE) : mention.span.start]).rstrip(" ,:")
        if mention.kind == "person" and before.endswith(office) and len(name_tokens(view.slice(mention.span))) > 1:
            return Entity(kind="person", name=view.slice(mention.span), role=office.title() if office.istitle() else office)
    return None


def _holders(entities: list[Entity], office: str) -> Iterator[Entity]:
    for entity in entities:
        role = fold(entity.role or "")
        if entity.kind == "person" and not entity.nominal and (role == office or role.startswith((f"{office} of ", f"{office} for "))):
            yield entity
