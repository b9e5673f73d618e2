"""One roster of actors over all documents: the same person or body is one entry, two of one surname are two."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.compose.names import initials, is_firm_in_short, is_generic, is_title, is_title_only, name_words, person_words, same_person
from briefing.compose.readings import Reading
from briefing.models import Actor, ActorKind, Span

#: what one goes by with a single name
_STYLES = frozenset(
    ("King", "Queen", "Pope", "Prince", "Princess", "Crown Prince", "Sheikh", "Sheikha", "Emperor", "Sultan", "Emir", "Imam", "Ayatollah",
     "Sir", "Dame", "Lord", "Lady")
)  # fmt: skip
#: whose somebody is, in what they are called by: "Ada Quill's lawyer"
_OF_ANOTHER = re.compile(r"[’']s?\s\w")


@dataclass(kw_only=True, eq=False)
class Entry:
    """One actor of the briefing; ``saliences`` and ``mentions`` are by document."""

    kind: ActorKind
    name: str = ""
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    affiliations: Counter[str] = field(default_factory=Counter)
    saliences: dict[str, float] = field(default_factory=dict)
    mentions: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    misspelled: set[str] = field(default_factory=set)

    @property
    def role(self) -> str | None:
        """The role that most documents give; of those as common the fullest."""
        return max(self.roles, key=lambda r: (self.roles[r], len(r), r), default=None)

    @property
    def affiliation(self) -> str | None:
        return max(self.affiliations, key=lambda a: (self.affiliations[a], len(a), a), default=None)

    @property
    def elsewhere(self) -> str | None:
        """The affiliation, where it is not the actor itself."""
        return self.affiliation if self.affiliation != self.name else None

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names, misspellings aside."""
        return tuple(sorted(n for n in self.names if n != self.name and n not in self.misspelled))


class Roster:
    """The entries, and which of them a document means by a name."""

    def __init__(self, entries: Sequence[Entry], by_name: dict[tuple[str, str], Entry]) -> None:
        self.entries = tuple(entries)
        self._by_name = by_name
        self._in_document: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(entries):
            for document in entry.mentions:
                self._in_document[document].append(number)

    def find(self, document: str, name: str | None) -> Entry | None:
        """The entry of an actor as its document's analysis names it."""
        return self._by_name.get((document, name)) if name is not None else None

    def acting_in(self, documents: Iterable[str]) -> list[Entry]:
        """The entries of the actors of some documents, in the order of all."""
        return [self.entries[n] for n in sorted({n for d in documents for n in self._in_document.get(d, ())})]

    def name(self, document: str, name: str | None) -> str | None:
        """The briefing's name for an actor of a document; the document's own where it has no entry."""
        entry = self.find(document, name)
        return entry.name if entry is not None else name


def merge_rosters(readings: Sequence[Reading]) -> Roster:
    """Merge the actors of all documents. The cost grows with the actors, not with their pairs: candidates share a word."""
    by_name: dict[tuple[str, str], Entry] = {}
    company = {r.document.id: _company(r.analysis.actors) for r in readings}
    shelf = _Shelf()
    for full in (True, False):
        for reading in readings:
            for actor in reading.analysis.actors:
                if _is_full(actor) is full:
                    entry = shelf.place(actor, reading.document.id, company, readings_actors=reading.analysis.actors)
                    _note(entry, actor, reading)
                    by_name[reading.document.id, actor.name] = entry
    _name(shelf.entries)
    return Roster(shelf.entries, by_name)


def _is_full(actor: Actor) -> bool:
    return actor.kind == "country" or len(person_words(actor.name)) > 1


def _company(actors: Iterable[Actor]) -> frozenset[str]:
    """Countries and full names of a document: what tells that another document is about the same affair."""
    return frozenset(
        " ".join(name_words(a.name)) for a in actors if a.kind == "country" or (a.kind == "person" and len(person_words(a.name)) > 1)
    )


class _Shelf:
    """Entries as they are being put together, by the words of their names."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._by_word: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._exact: dict[tuple[str, tuple[str, ...]], list[Entry]] = defaultdict(list)

    def place(self, actor: Actor, document: str, company: dict[str, frozenset[str]], *, readings_actors: Sequence[Actor]) -> Entry:
        """Find the entry that an actor of a document belongs to, or make one."""
        words = person_words(actor.name) if actor.kind == "person" else name_words(actor.name)
        entry = self._find(actor, words, document, company, readings_actors)
        if entry is None:
            entry = Entry(kind=actor.kind)
            self.entries.append(entry)
        for name in {actor.name, *(actor.aliases if actor.kind != "person" else ())}:
            self._shelve(entry, actor.kind, person_words(name) if actor.kind == "person" else name_words(name))
        return entry

    def _shelve(self, entry: Entry, kind: ActorKind, words: tuple[str, ...]) -> None:
        if entry not in self._exact[kind, words]:
            self._exact[kind, words].append(entry)
        if kind == "organization" and is_firm_in_short(words[:1], words) and entry not in self._by_word[kind, words[0]]:
            self._by_word[kind, words[0]].append(entry)
        if kind == "person":
            for word in {words[0][:1] + words[-1][:2], words[-1], initials(words)} - {""} if words else ():
                if entry not in self._by_word[kind, word]:
                    self._by_word[kind, word].append(entry)

    def _find(
        self,
        actor: Actor,
        words: tuple[str, ...],
        document: str,
        company: dict[str, frozenset[str]],
        readings_actors: Sequence[Actor],
    ) -> Entry | None:
        if not words:
            return None
        others = company[document] - {" ".join(words)}
        exact = self._exact[actor.kind, words]
        if actor.kind == "country":
            return exact[0] if exact else None
        if actor.kind == "person" and len(words) > 1:
            near = [*self._by_word["person", words[-1]], *self._by_word["person", words[0][:1] + words[-1][:2]]]
            return next((e for e in dict.fromkeys((*exact, *near)) if _may_be(e, actor, words, document)), None)
        if actor.kind == "person":
            near = [e for e in self._by_word["person", words[0]] if not e.saliences.keys() & {document}]
            here = self._sharing(near, others, company) or [e for e in near if not _tells_apart(e, actor)]
            return here[0] if len(here) == 1 else None
        here = [e for e in exact if e.saliences.keys() & {document}]
        if here:
            return here[0]
        if actor.kind == "group" and len(words) == 1:
            person = self._surname_here(words[0], document, readings_actors)
            if person is not None:
                return person
        if len(words) < 2 or is_generic(actor.name):
            exact = self._sharing(exact, others, company)
        if not exact and actor.kind == "organization" and len(words) == 1:
            firms = self._by_word["organization", words[0]]
            exact = firms if len(firms) == 1 else []
        return exact[0] if exact else None

    def _sharing(self, entries: Sequence[Entry], others: frozenset[str], company: dict[str, frozenset[str]]) -> list[Entry]:
        """Those of the entries that some document names together with one of the others."""
        return [e for e in entries if any(company[d] & others for d in e.saliences)]

    def _surname_here(self, word: str, document: str, actors: Sequence[Actor]) -> Entry | None:
        """The person of the same document whom a "group" of one name means: "Blinken's office" speaks for Blinken."""
        named = [a for a in actors if a.kind == "person" and person_words(a.name)[-1:] == (word,)]
        if len(named) != 1:
            return None
        return next((e for e in self._by_word["person", word] if document in e.saliences and named[0].name in e.names), None)


def _may_be(entry: Entry, actor: Actor, words: tuple[str, ...], document: str) -> bool:
    """Tell whether an entry may be a person of a document by the name: "Ada Quill's lawyer" is not Ada Quill, nor is the emir his son
    whom one document names apart, by another office."""
    whose = _OF_ANOTHER.search(actor.name) is not None
    names = [n for n in entry.names if (_OF_ANOTHER.search(n) is not None) is whose]
    if whose:
        return any(person_words(n) == words for n in names)
    apart = document in entry.saliences and _tells_apart(entry, actor)
    return any(same_person(words, known) and not (apart and known != words) for known in map(person_words, names))


def _tells_apart(entry: Entry, actor: Actor) -> bool:
    """Tell whether what two documents say that a person is makes them two: the mayor is not the player."""
    own = set(name_words(actor.role or "")) | set(name_words(actor.affiliation or ""))
    known = {w for text in (*entry.roles, *entry.affiliations) for w in name_words(text)}
    return bool(own and known) and not own & known


def _note(entry: Entry, actor: Actor, reading: Reading) -> None:
    """Add what a document says of an actor to its entry."""
    document = reading.document.id
    wrong = {reading.slice(s) for s in actor.misspelled}
    entry.misspelled |= wrong
    for name in (actor.name, *actor.aliases):
        entry.names[name] += 2 if name == actor.name else 1
    if actor.role and not (entry.kind == "person" and actor.kind != "person"):
        entry.roles[actor.role] += 1
    if actor.affiliation:
        entry.affiliations[actor.affiliation] += 1
    entry.saliences[document] = max(entry.saliences.get(document, 0.0), actor.salience)
    entry.mentions[document] = tuple(sorted({*entry.mentions.get(document, ()), *actor.mentions}))


def _name(entries: Sequence[Entry]) -> None:
    """Give each entry its fullest name, titles aside, and no two of them the same one."""
    taken: Counter[str] = Counter()
    for entry in entries:
        right = [n for n in entry.names if n not in entry.misspelled] or list(entry.names)
        if entry.kind == "person":
            right = [n for n in right if not _is_titled(n, entry)] or right
        # a document's own name for an actor counts twice: an alias becomes the name only where it is fuller
        chosen = [n for n in right if entry.names[n] > 1] or right
        # and a name tells more than "the company"
        entry.name = max(
            chosen,
            key=lambda n: (min(len(person_words(n)), 4) if entry.kind == "person" else n != n.lower(), entry.names[n], n),
        )
        entry.name = _styled(entry)
        taken[entry.name] += 1
    for entry in entries:
        if taken[entry.name] > 1 and entry.role is not None and entry.role not in entry.name:
            entry.name = f"{entry.name} ({entry.role})"


def _styled(entry: Entry) -> str:
    """The name of one who goes by a style with it, where a document gives both, "King Leopold" or "Sheikh Rashid Al Quill", and of one
    who goes by a single name with the office that is all that they are said to be: "President Quill"."""
    if entry.kind != "person":
        return entry.name
    single, role = len(name_words(entry.name)) == 1, entry.role or ""
    titles = {n.removesuffix(f" {entry.name}") for n in sorted(entry.names) if n.endswith(f" {entry.name}")}
    # who is a king and a prime minister goes by the name alone, with both behind it
    styles = {t for t in titles if t in _STYLES and (single or t == role)}
    if single and not styles and role in titles and role == role.title() and is_title_only(role):
        styles = {role}
    return f"{min(styles)} {entry.name}" if styles else entry.name


def _is_titled(name: str, entry: Entry) -> bool:
    """Tell whether a name is another one behind a title: "Transport Minister Odd Brekka", who is Odd Brekka, transport minister."""
    words = name_words(name)
    titles = {w for role in entry.roles for w in name_words(role)}
    names = (n for n in entry.names if not is_title_only(n))
    behind = (own for n in names if (own := name_words(n)) and len(own) < len(words) and words[-len(own) :] == own)
    return any(is_title(words[: -len(own)], titles) for own in behind)


def is_presentable(entry: Entry) -> bool:
    """Tell whether an entry has a name and is more than an office."""
    return bool(entry.name.strip()) and not is_title_only(entry.name)
