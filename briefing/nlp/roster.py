"""The entities of one document: mentions merged by name, before anything is known of what they say."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from briefing.models import ActorKind, Mention, Span
from briefing.nlp import lexicon
from briefing.nlp.names import clean_name, fold, is_acronym, is_misspelling, name_tokens
from briefing.nlp.nations import load_nations
from briefing.nlp.syntax import Text

_JOINED = re.compile(r"(?<=\w)\s+(?:and|&)\s+(?=[A-Z])")
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_ADDRESS = frozenset("highness majesty excellency honour honor eminence holiness lordship".split())
#: words that begin or end the names of many bodies
_GENERAL = frozenset("national international united general central supreme federal royal public world labour labor democratic".split())
_OFFICES = frozenset({"fm", "pm", "mp", "ceo"})
_PARENTHESIS = re.compile(r"\s*\(\s*(?:the\s+)?[“\"'‘]?([A-Z][\w.&-]{1,12})[”\"'’]?\s*\)")


@dataclass(kw_only=True, eq=False)
class Entity:
    """One person, body, country or group as it is being put together; `spans` are where it is named."""

    kind: ActorKind
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    misspelled: list[Span] = field(default_factory=list)
    wrong_forms: set[str] = field(default_factory=set)
    #: a noun phrase ("opposition MPs") rather than a name
    nominal: bool = False
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    #: how often it speaks, and is spoken to or of in a position
    voices: int = 0
    targets: int = 0
    subjects: int = 0
    name: str = ""

    def add(self, form: str, span: Span) -> None:
        self.forms[form] += 1
        self.spans.append(span)


class Roster:
    """All entities of a document, and which of them a span names."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.by_span: dict[Span, Entity] = {}

    def add(self, entity: Entity, form: str, span: Span) -> None:
        if entity not in self.entities:
            self.entities.append(entity)
        entity.add(form, span)
        self.by_span[span] = entity

    def at(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """The named spans that lie in a stretch of the text, in order."""
        return sorted(((s, e) for s, e in self.by_span.items() if s.start < end and s.end > start), key=lambda x: x[0])


def build_roster(view: Text, *, body_start: int = 0) -> Roster:
    """Merge the named mentions of a document into entities."""
    roster = Roster()
    mentions = [m for m in view.annotation.mentions if m.span.start >= body_start]
    _add_persons(roster, view, [m for m in mentions if m.kind == "person"])
    _add_bodies(roster, view, [m for m in mentions if m.kind == "organization"])
    _add_countries(roster, view, [m for m in mentions if m.kind in ("place", "group", "organization")])
    _add_groups(roster, view, [m for m in mentions if m.kind == "group"])
    for entity in roster.entities:
        entity.spans.sort()
        entity.name = best_name(entity)
    return roster


def best_name(entity: Entity) -> str:
    """The fullest form of a name that is not misspelled; the commoner one where two are as full."""
    if entity.kind == "country":
        nations = load_nations()
        return next((f for f in entity.forms if nations.country_of(f) == f), max(entity.forms, key=lambda f: (entity.forms[f], f)))
    spelled = [f for f in entity.forms if f not in entity.wrong_forms] or list(entity.forms)
    if entity.kind == "person":
        return max(spelled, key=lambda f: (min(len(name_tokens(f)), 4), entity.forms[f], -len(f)))
    return max(spelled, key=lambda f: (not f.isupper() or " " in f, len(f.split()) > 1, entity.forms[f], len(f)))


# ------------------------------------------------------------------------------------------ persons


def _add_persons(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    read = [(span, clean_name(view.slice(span))) for m in mentions for span in _apart(view, m.span)]
    read = [(span, form) for span, form in read if any(c.isalpha() for c in form) and not _is_title(form)]
    full = [(s, f) for s, f in read if len(name_tokens(f)) > 1]
    people: list[Entity] = []
    for span, form in full:
        entity = _same_person(people, form)
        if entity is None:
            entity = Entity(kind="person")
            people.append(entity)
        roster.add(entity, form, span)
    for span, form in read:
        if len(name_tokens(form)) == 1:
            entity = _by_one_name(people, name_tokens(form)[0], span)
            if entity is None:
                entity = Entity(kind="person")
                people.append(entity)
            roster.add(entity, form, span)
    _join_misspelled(roster, people)


def _apart(view: Text, span: Span) -> list[Span]:
    """Two persons in one mention, "Prime Minister Pashinyan and President Aliyev", as two."""
    parts = list(_JOINED.finditer(view.slice(span)))
    if len(parts) != 1 or view.slice(span).isupper():
        return [span]
    left = Span(span.start, span.start + parts[0].start())
    right = Span(span.start + parts[0].end(), span.end)
    return [span] if _is_title(view.slice(left)) or _is_title(view.slice(right)) else [left, right]


def _is_title(form: str) -> bool:
    """Tell whether a form is an office or a form of address alone."""
    tokens = [fold(t).rstrip(".") for t in form.split()]
    return not any(t not in lexicon.TITLES and t not in _ADDRESS and t not in ("of", "the") for t in tokens)


def _same_person(people: list[Entity], form: str) -> Entity | None:
    tokens = name_tokens(form)
    for entity in people:
        for known in entity.forms:
            other = name_tokens(known)
            if tokens == other:
                return entity
            short, long = sorted((tokens, other), key=len)
            if len(short) > 1 and len(short) < len(long) and _is_subsequence(short, long):
                return entity
            if len(short) == len(long) == 2 and short[1] == long[1] and _compatible_given(short[0], long[0]):
                return entity
    return None


def _is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    place = iter(long)
    return all(token in place for token in short)


def _compatible_given(a: str, b: str) -> bool:
    """J. and Joe, Ned and Ned; not Joe and Hunter."""
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and long.startswith(short)


def _by_one_name(people: list[Entity], token: str, span: Span) -> Entity | None:
    """The person that a single name means: by surname, which may come first ("Kim Dae-ki"), else by any name of theirs; of several
    the one named last before it."""
    full = [(p, name_tokens(f)) for p in people for f in p.forms if len(name_tokens(f)) > 1]
    found = [p for p, names in full if token == names[-1] or (token == names[0] and (len(names) == 2 or "-" in names[-1]))]
    found = found or [p for p, names in full if token in names] or [p for p in people if any(name_tokens(f) == (token,) for f in p.forms)]
    if not found:
        return None
    before = [p for p in found if any(s < span for s in p.spans)]
    return max(before or found, key=lambda p: max((s for s in p.spans if s < span), default=Span(-1, -1)))


def _join_misspelled(roster: Roster, people: list[Entity]) -> None:
    """Fold a person whose name is one slip away from another's. Two full names must share all but one token, a lone surname
    must be rarer than the one it resembles: two real people of like names stay two."""
    for entity in sorted(people, key=lambda p: sum(p.forms.values())):
        for other in people:
            if other is entity or other not in roster.entities or entity not in roster.entities:
                continue
            if sum(entity.forms.values()) > sum(other.forms.values()) or not _slips(entity, other):
                continue
            other.wrong_forms |= set(entity.forms)
            other.forms += entity.forms
            other.spans += entity.spans
            other.misspelled += entity.spans
            for span in entity.spans:
                roster.by_span[span] = other
            roster.entities.remove(entity)


def _slips(entity: Entity, other: Entity) -> bool:
    longest = max((name_tokens(f) for f in other.forms), key=len)
    for form in entity.forms:
        tokens = name_tokens(form)
        if len(tokens) == 1:
            if any(is_misspelling(tokens[0], t) for t in (longest[-1], longest[0])):
                return True
        elif len(tokens) == len(longest):
            differ = [(a, b) for a, b in zip(tokens, longest, strict=True) if a != b]
            if len(differ) == 1 and is_misspelling(*differ[0]):
                return True
    return False


# ------------------------------------------------------------------------------------------ bodies


def _add_bodies(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    nations = load_nations()
    bodies: list[Entity] = []
    for mention in (Mention(span=_whole_body(view, m.span), kind=m.kind) for m in mentions):
        form = clean_name(view.slice(mention.span))
        if not form or nations.country_of(form) or fold(form) in lexicon.NEWS_AGENCIES | _OFFICES or _government_of(form) is not None:
            continue
        entity = next((b for b in bodies if any(_same_body(form, known) for known in b.forms)), None)
        if entity is None:
            entity = Entity(kind="organization")
            bodies.append(entity)
        roster.add(entity, form, mention.span)
        behind = _PARENTHESIS.match(view.text, mention.span.end)
        if behind and behind.group(1) not in entity.forms:
            entity.forms[behind.group(1)] = 0
    for entity in list(bodies):
        for other in bodies:
            if other is not entity and entity in roster.entities and other in roster.entities and _abbreviates(entity, other):
                _merge(roster, entity, other)
    for entity in [b for b in bodies if b in roster.entities]:
        longer = [b for b in bodies if b in roster.entities and b is not entity and _is_cut_from(entity, b)]
        if len(longer) == 1:
            _merge(roster, entity, longer[0])


def _whole_body(view: Text, span: Span) -> Span:
    """A name that breaks off behind "of" or "and", with the names that follow: "National Union of Metalworkers of" SA."""
    words = view.words([span])
    if not words or view.tokens[words[-1]].text.lower() not in ("of", "and", "for", "&"):
        return span
    at = words[-1] + 1
    while at < len(view.tokens) and view.tokens[at].pos == "PROPN" and at - words[-1] <= 4 and view.tokens[at].text not in _DAYS:
        at += 1
    end = view.tokens[at - 1].end if at - 1 > words[-1] else view.tokens[words[-1] - 1].end if len(words) > 1 else span.end
    return Span(span.start, end)


def _same_body(a: str, b: str) -> bool:
    x, y = fold(a).split(), fold(b).split()
    if x == y:
        return True
    short, long = sorted((x, y), key=len)
    # "Interior Ministry" ends "Korea's Interior Ministry"; one word alone is not enough
    return len(short) > 1 and long[-len(short) :] == short


def _is_cut_from(short: Entity, long: Entity) -> bool:
    """Tell whether one word names the same body in short: "Norrkvist" the Norrkvist Bank, "Rovers" Harrowgate Rovers."""
    nations = load_nations()
    for form in short.forms:
        if " " in form or len(form) < 4 or not form[0].isupper():
            continue
        plain = fold(form) in lexicon.BODY_NOUNS | lexicon.TITLES | _GENERAL or form in nations.demonyms or form in nations.names
        if not plain and any(fold(form) in (fold(f).split()[0], fold(f).split()[-1]) for f in long.forms if " " in f):
            return True
    return False


def _abbreviates(short: Entity, long: Entity) -> bool:
    if any(f in long.forms for f in short.forms if f.isupper()):
        return True
    return any(is_acronym(a, b) for a in short.forms for b in long.forms if " " not in a and " " in b)


def _merge(roster: Roster, entity: Entity, into: Entity) -> None:
    into.forms += entity.forms
    into.spans += entity.spans
    for span in entity.spans:
        roster.by_span[span] = into
    roster.entities.remove(entity)


# ------------------------------------------------------------------------------------------ countries and groups


def _add_countries(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    nations = load_nations()
    found: dict[str, Entity] = {}

    def note(country: str, form: str, span: Span) -> None:
        entity = found.setdefault(country, Entity(kind="country"))
        roster.add(entity, form, span)

    for mention in mentions:
        form = clean_name(view.slice(mention.span))
        if (country := nations.country_of(form)) is not None or (country := _government_of(form)) is not None:
            note(country, form, mention.span)
        elif mention.kind == "place" and form in nations.capitals and _acts(view, mention.span):
            note(nations.capitals[form], form, mention.span)
        elif form in nations.demonyms and (phrase := _side(view, mention.span)) is not None:
            note(nations.demonyms[form], clean_name(view.slice(phrase)), phrase)
    for country, entity in found.items():
        entity.forms.setdefault(country, 0)


def _government_of(form: str) -> str | None:
    """The country that "the Indian side" or "Iraqi government" stands for; a ministry or an army is a body of its own."""
    words = form.split()
    if len(words) > 2 and words[0].lower() in ("government", "republic") and words[1] == "of":
        return load_nations().country_of(" ".join(words[2:]).removeprefix("the "))
    if len(words) == 2 and words[1].lower() in ("side", "government", "authorities", "delegation", "leadership", "regime", "team"):
        return load_nations().demonyms.get(words[0])
    return None


def _acts(view: Text, span: Span) -> bool:
    """Tell whether a capital stands for its government: the subject of a verb, or whom one speaks to; never behind "in" or "from"."""
    head = view.head_of(view.words([span]))
    if head is None:
        return False
    token = view.tokens[head]
    if token.relation.startswith("nsubj"):
        return True
    case = view.child(head, ("case",))
    behind = case is not None and view.lemma(case) in ("to", "with", "between", "on", "of", "by", "against", "for")
    if token.relation in ("obl", "nmod", "conj") and behind and view.lemma(token.head) in (
        "talk", "tie", "relation", "deal", "pressure", "accuse", "urge", "call", "unacceptable", "tension", "support", "agreement",
    ):  # fmt: skip
        return True
    return (
        token.relation in ("obj", "nmod:poss")
        and view.tokens[token.head].pos in ("VERB", "NOUN")
        and (token.relation == "nmod:poss" or view.lemma(token.head) in ("accuse", "urge", "blame", "tell", "ask", "warn", "press"))
    )


def _side(view: Text, span: Span) -> Span | None:
    """The phrase "the Turkish side" around a demonym that modifies a noun for a government, or None."""
    last = view.words([span])
    if not last:
        return None
    at, steps = last[-1] + 1, 0
    while at < len(view.tokens) and steps < 2 and view.tokens[at].pos in ("ADJ", "NOUN", "PROPN"):
        if view.tokens[at].text.lower() in lexicon.COUNTRY_SIDES:
            following = view.tokens[at + 1] if at + 1 < len(view.tokens) else None
            if following is not None and following.pos == "PROPN":
                return None
            return Span(span.start, view.tokens[at].end)
        at += 1
        steps += 1
    return None


def _add_groups(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    """Groups that stand as nouns of their own: parties, peoples, movements; not an adjective before a noun."""
    nations = load_nations()
    groups: dict[str, Entity] = {}
    for mention in mentions:
        if mention.span in roster.by_span:
            continue
        form = clean_name(view.slice(mention.span))
        head = view.head_of(view.words([mention.span]))
        if head is None or not form:
            continue
        token = view.tokens[head]
        if token.relation in ("amod", "compound", "nmod:desc", "flat") or token.pos == "ADJ":
            continue
        if form in nations.demonyms and not token.tag.endswith("S"):
            continue
        body = next((e for e in roster.entities if e.kind == "organization" and fold(form) in {fold(f) for f in e.forms}), None)
        entity = body or groups.setdefault(fold(form), Entity(kind="group"))
        roster.add(entity, form, mention.span)


def is_outlet(entity: Entity) -> bool:
    """Tell whether a body is a news outlet or agency."""
    tokens = fold(entity.name).split()
    return bool(tokens) and (
        any(fold(f) in lexicon.NEWS_AGENCIES for f in entity.forms)
        or (len(tokens) > 1 and tokens[-1] in lexicon.OUTLET_WORDS)
        or tokens[-1] in ("news", "tv", "radio", "newspaper")
        or tokens[-2:] == ["news", "agency"]
    )
