"""What a person is by words further off: an office with its body before the name, a title shared by several, the body beside a name."""

from __future__ import annotations

import itertools
import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Roster
from briefing.nlp.syntax import Text

#: a word with what it is of, right before a name or a comma: "Minister of Interior and Towns", "President of the Mars Society, Dr."
_OF_NAME = re.compile(
    r"(?<![\w-])(\w[\w-]*)\s(?:of|for|to|at)\s(?:the\s)?[A-Z][\w-]*(?:\s(?:(?:and|of|for|the|&)\s)*[A-Z][\w-]*){0,6}(?=,?\s(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s)?$)"
)
#: what stands before an office and belongs to it: names, and words that make another office of the same noun ("prime" minister)
_CAPITALS = re.compile(
    r"(?:\b(?:[A-Z]\w+(?:-\w+)*|prime|vice|deputy|foreign|interior|defen[cs]e|finance|trade|acting|former|chief|first)\s){0,3}$"
)
#: what follows a name that is explained by what stands before a comma
_CLOSED = re.compile(r"[,.;]|\s(?:said|says)\b")
_OFFICES = (lexicon.TITLES | lexicon.PERSON_NOUNS) - lexicon.PRIVATE_PERSONS - {"former", "acting", "member"}
#: what stands between a person and the body they are of, and between the persons of a list
_OF_BODY = re.compile(r"(?:\s\([^()A-Za-z]{1,20}\))?,?\s(?:of|from|at)\s(?:the\s)?")
_NEXT_PERSON = re.compile(r"(?:\s\([^()]{1,30}\))?(?:,\s(?:and\s)?|\sand\s)")
_BEFORE, _MOST_WORDS = 120, 4


def office_of_body_before(view: Text, name: list[int]) -> Span | None:
    """The office with its field or its body that stands right before a name, or before the comma that the name explains it behind:
    "Minister of Interior and Towns Ines Falk", "the envoy to the Lake States, Jon Hale,"."""
    start, end = view.tokens[name[0]].start, view.tokens[name[-1]].end
    begin = max(view.sentences[view.sentence_at(start)].start, start - _BEFORE)
    office, at = None, begin
    while (found := _OF_NAME.search(view.text[:start], at)) is not None:
        # the last office before the name is the person's: "adviser to the Minister of Mines and envoy to Orland, Jon Hale"
        office = found if set(found.group(1).lower().split("-")) & _OFFICES else office
        at = found.start() + 1
    if office is None or ("," in view.text[office.end() : start] and not _CLOSED.match(view.text, end)):
        return None
    before = _CAPITALS.search(view.text[begin : office.start()])
    return Span(office.start() - (len(before.group()) if before is not None else 0), office.end())


def body_beside(view: Text, roster: Roster, name: Span) -> str | None:
    """The body or the land that a person is said to be of, behind the name or by its genitive: "Mara Stone of the Harbour Party"."""
    behind = _OF_BODY.match(view.text, name.end)
    if behind is not None:
        of = " of " in behind.group()
        for span, entity in roster.at(behind.end(), behind.end() + 1):
            if span.start == behind.end() and (entity.kind == "organization" or (of and entity.kind == "country")):
                return entity.name
    before = re.search(r"['’]s?\s$", view.text[max(0, name.start - 3) : name.start])
    if before is not None:
        end = name.start - len(before.group())
        owners = [e for s, e in roster.at(end - 1, end) if s.end in (end, name.start - 1) and e.kind == "organization"]
        return owners[0].name if owners else None
    return None


def share_titles(view: Text, roster: Roster) -> None:
    """Give each person of a list the title that stands before the first in the plural: "former ministers Ada Quill and Jon Hale"."""
    people = sorted((s, e) for s, e in roster.by_span.items() if e.kind == "person" and not e.nominal)
    for place, (span, _) in enumerate(people):
        role = _plural_before(view, span)
        if role is None:
            continue
        listed = [people[place][1]]
        for (left, _), (right, entity) in itertools.pairwise(people[place:]):
            if not _NEXT_PERSON.fullmatch(view.text[left.end : right.start]):
                break
            listed.append(entity)
        for entity in listed if len(listed) > 1 else []:
            entity.role = entity.role or role


def _plural_before(view: Text, span: Span) -> str | None:
    """A title in the plural right before a name, with what tells of which, put in the singular."""
    words = view.words([span])
    at = words[0] - 1 if words else -1
    if at > 0 and view.tokens[at].text == ",":
        # "Stone's lawyers, Ada Quill and Jon Hale"
        at -= 1
    if at < 0 or view.text[view.tokens[at].end : span.start] not in (" ", ", "):
        return None
    noun = view.tokens[at].text
    single = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    if single == noun or single.lower() not in _OFFICES:
        return None
    first = at
    while first > 0 and at - first < _MOST_WORDS and view.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN"):
        if view.text[view.tokens[first - 1].end : view.tokens[first].start] != " ":
            break
        first -= 1
    return " ".join([*view.text[view.tokens[first].start : view.tokens[at].start].split(), single])
