"""The roster of one document: its named mentions merged into entities, before anything is known of what they say."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from briefing.models import Mention, Span
from briefing.nlp import lexicon
from briefing.nlp.behalf import without_spokesman
from briefing.nlp.body_names import short_of_firm
from briefing.nlp.countries import add_countries, add_groups
from briefing.nlp.entities import Roster, best_name
from briefing.nlp.genders import is_given_name
from briefing.nlp.letterheads import heads_of, is_labelled, without_style
from briefing.nlp.named_bodies import nouns_beside
from briefing.nlp.names import clean_name, fold, is_acronym, name_tokens
from briefing.nlp.organizations import add_bodies
from briefing.nlp.persons import add_persons
from briefing.nlp.syntax import Text
from briefing.nlp.told import settle_mentions
from briefing.nlp.whole_names import whole_name

#: feasts and months of fasting that a text names as it names persons
_FEASTS = frozenset(
    "ramadan ramazan easter christmas diwali passover hanukkah thanksgiving nowruz norouz eid ashura lent carnival halloween".split()
)
#: what stands before the name of a ship or a storm
_SHIP = re.compile(
    r"\b(?:USS|HMS|HMAS|INS|RMS|MV|MT|SS|[Ss]torm|[Hh]urricane|[Tt]yphoon|[Cc]yclone"
    r"|(?:[Ss]hip|[Vv]essel|[Tt]anker|[Tt]rawler|[Ff]erry|[Ff]reighter|[Ff]rigate|[Aa]ircraft carrier|[Yy]acht)"
    r"(?P<so>,? (?:named|called))?)\s[\"“'‘]?$"
)
#: what stands before the name of a ship that is no firm that has ships: "the ferry called", "USS"
_NO_FIRM = re.compile(r"[A-Z]{2}|(?:storm|hurricane|typhoon|cyclone)\b", re.IGNORECASE)
_LONGEST_SHIP = 26
_SURE_OF_LETTERS = 0.9
#: one word in brackets
_GLOSS = re.compile(r"\s?\((?:the\s)?[“\"‘]?([A-Z][\w-]+)[”\"’]?\)")
#: words from a comma to an office behind a name
_OFFICE_BEHIND = 5
#: what is no town and stands for a government, and what stands before it where it is another one: "the Kazan Kremlin"
_SEAT = "Kremlin"
_OTHER_SEAT = re.compile(r"\b(?!The\b)[A-Z][a-z]+ Kremlin\b")
#: what is asked or told of somebody: "I asked WHO would pay"
_ASKS = frozenset("ask know wonder see decide tell say".split())
#: what a place stands behind that something lies in
_LOCATED = re.compile(r"\b(?:(?:in|at|near|to|from|across|of|with|between|against)\s(?:the\s)?|[A-Z]\w+(?:,|\sand)\s)\Z")
#: a politician's party and where they were elected, behind the name: "R-Ohio"
_SEAT_OF = re.compile(r"(?:[RDI]|Rep|Dem|Lab|Con)-[A-Z][a-z.]+\Z")
#: who is called by when they were born
_GENERATION = re.compile(r"(?:.*\s)?Gen(?:eration)?\s[A-Z]\Z")
#: who wrote and edited an article, told at its end
_CREDITS = re.compile(
    r"(?:(?<=[\n.;(])|(?<=[\n.;(] ))(?:Additional |With additional )?"
    r"(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Tt]ranslated|Compiled|Edited|Written) (?:by|from) [A-Z][^.;)\n]{2,120}"
)
_LONGEST_OF_YEARS = 12
#: what no ship and no storm does
_SPEAKS = lexicon.SPEAKING | {"apologise", "apologize"}
_TOLD = 0.5


def build_roster(view: Text, *, body_start: int = 0) -> Roster:
    """Merge the named mentions of a document into entities."""
    roster = Roster()
    credits = [Span(*found.span()) for found in _CREDITS.finditer(view.text)]
    is_head = heads_of(view)
    named = [m for m in (*view.annotation.mentions, *_told_by_capitals(view)) if m.span.start >= body_start or is_head(m)]
    named = [m for m in (without_style(view, m) for m in named) if m is not None]
    named = [m for m in named if not any(c.start <= m.span.start < c.end for c in credits) and not _SEAT_OF.match(view.slice(m.span))]
    named = [replace(m, kind="person") if m.kind == "organization" and is_labelled(view, m.span) else m for m in named]
    named = [
        m for m in named if m.kind != "person" or not _GENERATION.match(view.text[max(0, m.span.start - _LONGEST_OF_YEARS) : m.span.end])
    ]
    named = _with_given_names(view, _surnames(view, _without_datelines(view, named)))
    mentions = settle_mentions(view, _capitals(view, named, body_start))
    mentions = _firms(view, _letters(view, [_seat(view, _whole(view, m)) for m in mentions]))
    add_persons(roster, view, [m for m in mentions if m.kind == "person" and fold(clean_name(view.slice(m.span))) not in _FEASTS])
    add_bodies(roster, view, [m for m in mentions if m.kind == "organization"])
    add_countries(roster, view, [m for m in mentions if m.kind in ("place", "group", "organization")])
    add_groups(roster, view, [m for m in mentions if m.kind == "group"])
    for entity in roster.entities:
        entity.spans.sort()
        entity.name = best_name(entity)
        if entity.kind == "organization":
            entity.called = {noun for span in entity.spans for noun in nouns_beside(view, span)}
    return roster


def _told_by_capitals(view: Text) -> list[Mention]:
    """The WHO where its letters were taken for the pronoun, in a line that is not all in capitals."""
    taken = {w for m in view.annotation.mentions for w in view.words([m.span])}
    tokens = view.tokens
    found = [w for w, t in enumerate(tokens) if t.text == "WHO" and w not in taken]
    around = {w: [tokens[n].text for n in (w - 1, w + 1) if 0 <= n < len(tokens)] for w in found}
    asks = {w for w in found if w and (tokens[w - 1].text == "," or view.lemma(w - 1) in _ASKS)}
    plain = [w for w in found if w not in asks and not any(n.isupper() and len(n) > 1 for n in around[w])]
    return [Mention(span=Span(tokens[w].start, tokens[w].end), kind="organization", confidence=_SURE_OF_LETTERS) for w in plain]


def _whole(view: Text, mention: Mention) -> Mention:
    """Give a name its whole extent."""
    if mention.kind == "organization":
        return replace(mention, span=whole_name(view, mention.span))
    return replace(mention, span=without_spokesman(view, mention.span) or mention.span) if mention.kind == "person" else mention


def _seat(view: Text, mention: Mention) -> Mention:
    """Take for a place what has an article and is the seat of a government: "the Kremlin"."""
    called = view.slice(mention.span) == _SEAT and view.text[: mention.span.start].lower().endswith("the ")
    return replace(mention, kind="place") if called and _OTHER_SEAT.search(view.text) is None else mention


def _letters(view: Text, mentions: list[Mention]) -> list[Mention]:
    """Take for a body what was taken for a person and is the letters that a body of the text goes by, and nobody's: "BoG"; or the one
    word in brackets behind its name: "Harbour Training College (Hatraco)"."""
    forms = {m.span: clean_name(view.slice(m.span)) for m in mentions}
    bodies = _by_first_letter({f for m in mentions if m.kind == "organization" and " " in (f := forms[m.span])})
    people = _by_first_letter({f for m in mentions if m.kind == "person" and " " in (f := forms[m.span])})

    def are_letters(form: str) -> bool:
        first = fold(form)[:1]
        return any(is_acronym(form, b) for b in bodies[first]) and not any(is_acronym(form, p) for p in people[first])

    called = {f for m in mentions if m.kind == "person" and " " not in (f := forms[m.span]) and sum(c.isupper() for c in f) > 1}
    letters = {form for form in called if are_letters(form)} | _in_brackets(view, mentions, forms)
    return [replace(m, kind="organization") if m.kind == "person" and forms[m.span] in letters else m for m in mentions]


def _in_brackets(view: Text, mentions: list[Mention], forms: dict[Span, str]) -> set[str]:
    """The words that stand in brackets right behind the name of a body of several words, and in the full name of nobody."""
    bodies = (m for m in mentions if m.kind == "organization" and " " in forms[m.span])
    behind = (found for m in bodies if (found := _GLOSS.match(view.text, m.span.end)))
    people = {w for m in mentions if m.kind == "person" and " " in forms[m.span] for w in forms[m.span].split()}
    return {found.group(1) for found in behind} - people


def _firms(view: Text, mentions: list[Mention]) -> list[Mention]:
    """Take for a body what was taken for a person and is short for a firm of the text, and part of nobody's name: "Harrow Bay"."""
    forms = {m.span: clean_name(view.slice(m.span)) for m in mentions}
    short = {s for m in mentions if m.kind == "organization" and (s := short_of_firm(forms[m.span])) is not None}
    people = [f" {forms[m.span]} " for m in mentions if m.kind == "person" and forms[m.span] not in short]
    short = {s for s in short if not any(f" {s} " in p for p in people)}
    short -= {forms[m.span] for m in mentions if forms[m.span] in short and (_has_title(view, m.span) or _is_told_of(view, m.span))}
    # a firm may have its founder's name
    short = {s for s in short if not is_given_name(s.split()[0])}
    return [replace(m, kind="organization") if m.kind == "person" and forms[m.span] in short else m for m in mentions]


def _is_told_of(view: Text, span: Span) -> bool:
    """Tell whether an office stands behind a name and a comma: "Ben Quill, the chief executive of the firm"."""
    behind = view.tokens[view.words([span])[-1] + 1 :][:_OFFICE_BEHIND]
    return bool(behind) and behind[0].text == "," and any(t.text.lower() in lexicon.TITLES | lexicon.PERSON_NOUNS for t in behind)


def _has_title(view: Text, span: Span) -> bool:
    word = view.words([span])[0]
    return word > 0 and view.low(word - 1).rstrip(".") in lexicon.TITLES | lexicon.PERSON_NOUNS


def _by_first_letter(names: set[str]) -> defaultdict[str, set[str]]:
    """Names by the letters that their words begin with, of which that of letters for them is one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in fold(name).split():
            found[word[:1]].add(name)
    return found


def _without_datelines(view: Text, mentions: list[Mention]) -> list[Mention]:
    """Leave out what was taken for a person or a body and is the town of a dateline, wherever else it is named, or a ship or a storm."""
    inside = [m for m in mentions if any(d.start <= m.span.start < d.end for d in view.datelines)]
    ships = {view.slice(m.span) for m in mentions if _is_ship(view, m)}
    ships -= {form for m in mentions if (form := view.slice(m.span)) in ships and _speaks(view, m.span)}
    towns = {fold(clean_name(view.slice(m.span))) for m in inside}
    return [
        m
        for m in mentions
        if not (m.kind in ("person", "organization") and view.slice(m.span) in ships)
        and not (m.kind == "person" and fold(clean_name(view.slice(m.span))) in towns)
        and not (m.kind == "organization" and m in inside)
    ]


def _is_ship(view: Text, mention: Mention) -> bool:
    """Tell whether a name is that of a ship or a storm; a firm that is called by what it runs, "ferry operator", has to be told so."""
    found = _SHIP.search(view.text, max(0, mention.span.start - _LONGEST_SHIP), mention.span.start)
    return found is not None and (mention.kind != "organization" or found["so"] is not None or bool(_NO_FIRM.match(found.group())))


def _speaks(view: Text, span: Span) -> bool:
    """Tell whether what is named is the subject of a verb of speech."""
    head = view.head_of(view.words([span]))
    return head is not None and view.tokens[head].relation == "nsubj" and view.lemma(view.tokens[head].head) in _SPEAKS


def _surnames(view: Text, mentions: list[Mention]) -> list[Mention]:
    """Take for a person what was taken for a body and is the first or the last name of a person named in full before it, and in no body's
    name; and a land that speaks so, "Malta said" behind Rosa Malta, wherever nothing lies in it."""
    first: dict[str, int] = {}
    bodies: set[str] = set()
    last: dict[str, int] = {}
    for mention in mentions:
        form = clean_name(view.slice(mention.span))
        if mention.kind == "person" and len(name_tokens(form)) > 1:
            for name in (name_tokens(form)[0], name_tokens(form)[-1]):
                first.setdefault(name, mention.span.start)
            last.setdefault(form.split()[-1], mention.span.start)
        elif mention.kind == "organization" and " " in form:
            bodies |= set(fold(form).split())
    spoken = {
        f
        for m in mentions
        if m.kind == "place" and last.get(f := view.slice(m.span), m.span.start) < m.span.start and _speaks(view, m.span)
    }
    spoken -= {f for m in mentions if (f := view.slice(m.span)) in spoken and _LOCATED.search(view.text[: m.span.start]) is not None}

    def is_surname(mention: Mention) -> bool:
        form = clean_name(view.slice(mention.span))
        if mention.kind == "place":
            return form in spoken and last[form] < mention.span.start
        return (
            mention.kind == "organization"
            and form.istitle()
            and fold(form) not in bodies
            and first.get(fold(form), mention.span.start) < mention.span.start
        )

    return [replace(m, kind="person") if is_surname(m) else m for m in mentions]


def _with_given_names(view: Text, mentions: list[Mention]) -> list[Mention]:
    """Give a surname the given name that stands before it and that the text names the person by elsewhere: "including Ada" Quill."""
    people = [m.span for m in mentions if m.kind == "person"]
    taken = [m.span for m in mentions]
    # between the two may stand a space that does not break
    full = {" ".join(view.slice(s).split()) for s in people}

    def whole(span: Span) -> Span:
        words = view.words([span])
        before = view.tokens[words[0] - 1] if words and words[0] > 0 else None
        if before is None or before.end != span.start - 1 or before.text.lower().rstrip(".") in lexicon.TITLES:
            return span
        fuller = Span(before.start, span.end)
        free = not any(t.start < before.end and before.start < t.end for t in taken)
        return fuller if free and " ".join(view.slice(fuller).split()) in full else span

    return [replace(m, span=whole(m.span)) if m.kind == "person" else m for m in mentions]


def _capitals(view: Text, mentions: list[Mention], body_start: int) -> list[Mention]:
    """Take for a place what was taken for a person, a body or nothing and is a capital that says something as its government does, or
    has two words, and is in nobody's name: "Addis Ababa said"."""
    forms = {m.span: clean_name(view.slice(m.span)) for m in mentions}
    longer = {w for f in forms.values() if " " in f and f not in view.nations.capitals for w in f.split()}
    capitals = {
        f
        for m in mentions
        if m.kind in ("person", "organization") and (f := forms[m.span]) in view.nations.capitals
        and longer.isdisjoint(f.split()) and (" " in f or _speaks(view, m.span)) and not is_given_name(f.split()[0])
    }  # fmt: skip
    taken = {w for m in view.annotation.mentions for w in view.words([m.span])}
    alone = [
        Span(t.start, t.end)
        for w, t in enumerate(view.tokens)
        if t.text in view.nations.capitals and w not in taken and t.pos == "PROPN" and t.text not in longer and not is_given_name(t.text)
    ]
    settled = [replace(m, kind="place") if m.kind in ("person", "organization") and forms[m.span] in capitals else m for m in mentions]
    return settled + [Mention(span=s, kind="place", confidence=_TOLD) for s in alone if s.start >= body_start and _speaks(view, s)]
