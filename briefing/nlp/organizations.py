"""Bodies by their names: whole, in short, by their letters, slightly misspelled, by their bare noun."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from briefing.models import Mention, Span
from briefing.nlp import lexicon
from briefing.nlp.bodies import OF_REBELS
from briefing.nlp.body_names import BodyNames, short_of_firm
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.names import clean_name, fold, is_acronym
from briefing.nlp.nations import Nations, government_of
from briefing.nlp.syntax import Text

#: words that begin or end the names of many bodies
_GENERAL = frozenset("national international united general central supreme federal royal public world labour labor democratic".split())
#: nouns that may also be the whole name of a party
_PARTIES = frozenset({"congress"})
#: how many letters an office is called by
_LETTERS_OF_OFFICE = range(2, 5)
#: capitalised words in a row
_CAPITALS = re.compile(r"\b[A-Z][a-z]+(?:\s[A-Z][a-z]+)*\b")
#: papers that are called by their letters
_PAPER_LETTERS = frozenset("mou moa pil fir".split())
#: what stands behind the name of what prints or broadcasts
_PRESS = frozenset("newspaper daily weekly magazine tabloid tv television radio broadcaster website outlet portal".split())
#: what an outlet alone does, behind its name or before it: "first reported the talks", "was first reported by"
_REPORTS_FIRST = re.compile(
    r"(?:(?:\s\w+)?\sand\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?\s(?:had\s)?(?:was\sthe\s)?first\s(?:to\s)?report(?:ed)?\b"
)
_NEWS_OF = re.compile(r"\b(?:[Nn]ews\s[Aa]gency|first\sreported\s(?:\w+\s)?by)\s(?:the\s|The\s)?\Z")
#: what stands round the letters of a name behind it, which is as far from them as a word is long
_BEFORE_LETTERS = re.compile(r"\b([A-Z]\w+) \((?:the )?[\"“'‘]?\Z")
_BEHIND_LETTERS = re.compile(r"[\"”'’]?\)")
_LONGEST_WORD = 60
#: between two names of one body
_ALIAS = re.compile(
    r"(?:,| [-–—])? (?:(?:which|that) is )?(?:(?:also|better|popularly|widely|commonly|more commonly) )?known as (?:the )?[\"“'‘]?"
)
_PARENTHESIS = re.compile(r"\s*\(\s*(?:the\s+)?[“\"'‘]?([A-Z][\w.&-]{1,12})[”\"'’]?\s*\)")


#: what is signed, passed or read out: it asks nothing and is asked nothing
_PAPERS = frozenset(
    """statement declaration accord accords treaty agreement charter manifesto memorandum protocol communique constitution bill act
    pact""".split()
)


def _is_paper(view: Text, form: str) -> bool:
    """Tell whether a name is that of a text: "the Harbour Statement from the Coast", "Fisheries Act", its letters; "ACT" may be a party."""
    words = form.split()
    if form.isupper() and " " not in form:
        return fold(form) in _PAPER_LETTERS or fold(_spelled_out(view.text, form)) in _PAPERS
    end = next((n for n, w in enumerate(words) if n and w in ("of", "from", "on", "for")), len(words))
    return end > 1 and fold(words[end - 1]) in _PAPERS and not words[end - 1].isupper()


def _spelled_out(text: str, letters: str) -> str:
    """The last word of the name that letters stand behind in parentheses, or nothing: "the Harbour Memorandum (HM)"."""
    at = text.find(letters)
    while at >= 0:
        if _BEHIND_LETTERS.match(text, at + len(letters)) and (word := _BEFORE_LETTERS.search(text[max(0, at - _LONGEST_WORD) : at])):
            return word.group(1)
        at = text.find(letters, at + 1)
    return ""


def add_bodies(roster: Roster, view: Text, mentions: list[Mention]) -> None:
    nations = view.nations
    names = BodyNames(nations)
    whole = {f for m in mentions if " " in (f := clean_name(view.slice(m.span)))}
    offices = _letters_of_offices(view.text)
    bodies: list[Entity] = []
    named: defaultdict[int, list[Span]] = defaultdict(list)
    for mention in mentions:
        view.check()
        form = clean_name(view.slice(mention.span))
        land = nations.country_of(form) or government_of(form, nations)
        if not form or land is not None or fold(form) in lexicon.NEWS_AGENCIES | lexicon.LETTERS_OF_OFFICES or _is_paper(view, form):
            continue
        article = view.text[max(0, mention.span.start - 4) : mention.span.end].lower().startswith("the ")
        if form in offices and (not article or fold(form) in lexicon.SHORT_OFFICES) and not any(is_acronym(form, f) for f in whole):
            continue
        here = view.sentence_at(mention.span.start)
        beside = {roster.by_span[s] for s in named[here] if not _in_brackets(view, s, mention.span)}
        named[here].append(mention.span)
        entity = names.find(form, beside)
        if entity is None:
            entity = Entity(kind="organization")
            bodies.append(entity)
        roster.add(entity, form, mention.span)
        names.add(form, entity)
        words = view.words([mention.span])
        following = view.tokens[words[-1] + 1].text if words and words[-1] + 1 < len(view.tokens) else ""
        before = view.tokens[words[0] - 1].text if words and words[0] > 0 else ""
        reports = _REPORTS_FIRST.match(view.text, mention.span.end) or _NEWS_OF.search(view.text, 0, mention.span.start)
        entity.press = entity.press or following.lower() in _PRESS or before.lower() in _PRESS or reports is not None
        behind = _PARENTHESIS.match(view.text, mention.span.end)
        if behind and behind.group(1) not in entity.forms:
            entity.forms[behind.group(1)] = 0
            names.add(behind.group(1), entity)
    for entity in bodies:
        view.check()
        if not any(f.isupper() or " " not in f for f in entity.forms):
            # a name written out abbreviates nothing, and each is not compared with all the others
            continue
        full = next((b for b in bodies if b is not entity and b in roster and _abbreviates(entity, b)), None)
        if full is not None:
            roster.fold(entity, full)
    _join_aliases(roster, view, bodies)
    _join_bare(roster, view, [b for b in bodies if b in roster])
    for entity in [b for b in bodies if b in roster]:
        view.check()
        named_in = {view.sentence_at(s.start) for s in entity.spans}
        longer = [b for b in bodies if b in roster and b is not entity and _is_cut_from(entity, b, nations)]
        longer = [b for b in longer if not any(c is not b and _is_part_of(c, b) for c in longer)]
        longer = [b for b in longer if len(longer) == 1 or _is_firm_called(entity, b)]
        longer = [b for b in longer if not _is_firm_called(entity, b) or named_in.isdisjoint(view.sentence_at(s.start) for s in b.spans)]
        if len(longer) == 1:
            roster.fold(entity, longer[0])


def _letters_of_offices(text: str) -> set[str]:
    """The letters that abbreviate an office that the text names: "CS" the Cabinet Secretary."""
    found: set[str] = set()
    for run in _CAPITALS.finditer(text):
        words = run.group().split()
        for end in (n for n, w in enumerate(words, 1) if fold(w) in lexicon.TITLES):
            found |= {"".join(w[0] for w in words[end - size : end]) for size in _LETTERS_OF_OFFICE if size <= end}
    return found


def _in_brackets(view: Text, before: Span, span: Span) -> bool:
    """Tell whether a name is the other name of the one before it: in brackets right behind it."""
    return bool(re.fullmatch(r"\s?\((?:the\s)?[\"“'‘]?", view.text[before.end : span.start]))


def _join_aliases(roster: Roster, view: Text, bodies: list[Entity]) -> None:
    """Fold a body into the one that the text says it is: "the Harbour Recovery Fund, also known as Refund"."""
    own = set(bodies)
    spans = sorted((s, e) for s, e in roster.by_span.items() if e in own)
    for (span, entity), (behind, other) in itertools.pairwise(spans):
        told = entity is not other and entity in roster and other in roster and _ALIAS.fullmatch(view.text, span.end, behind.start)
        if told:
            roster.fold(other, entity)


def _join_bare(roster: Roster, view: Text, bodies: list[Entity]) -> None:
    """Fold a body that is only called by its noun, "the Group", into the one of that noun that was named last before it; without an
    article "Congress" is short for no party that has the word in its name."""
    lands = {*view.nations.names, *view.nations.demonyms}
    for entity in bodies:
        nouns = {fold(f) for f in entity.forms}
        if len(nouns) != 1 or not nouns <= lexicon.BODY_NOUNS:
            continue
        named = [b for b in bodies if b is not entity and any(nouns & set(fold(f).split()) for f in b.forms if " " in f)]
        if nouns == {"army"}:
            # the army is none of rebels
            named = [b for b in named if not any(OF_REBELS & set(fold(f).split()) for f in b.forms)]
        before = [b for b in named if any(s < entity.spans[0] for s in b.spans)]
        last = max(before, key=lambda b: max(s for s in b.spans if s < entity.spans[0]), default=None)
        if last is None:
            continue
        called = nouns.isdisjoint(_PARTIES) or any(view.text[max(0, s.start - 4) : s.start].lower() == "the " for s in entity.spans)
        of_land = any(re.match(r"National\b", f) or any(f.startswith(land) for land in lands) for f in last.forms)
        if called or of_land:
            roster.fold(entity, last)


def _is_cut_from(short: Entity, long: Entity, nations: Nations) -> bool:
    """Tell whether a name is the same body's in short: "Norrkvist" the Norrkvist Bank, "Rovers" Harrowgate Rovers, "Harrow Bay" Harrow
    Bay Development Company."""
    if _is_firm_called(short, long) and short.forms.keys().isdisjoint((*nations.demonyms, *nations.names)):
        return True
    for form in short.forms:
        if " " in form or len(form) < 4 or not form[0].isupper():
            continue
        plain = fold(form) in lexicon.BODY_NOUNS | lexicon.TITLES | _GENERAL or form in nations.demonyms or form in nations.names
        if not plain and any(fold(form) in (fold(f).split()[0], fold(f).split()[-1]) for f in long.forms if " " in f):
            return True
    return False


def _is_part_of(whole: Entity, part: Entity) -> bool:
    """Tell whether a body is told to be a part of another: "Shipping Department of Harbour Bank"."""
    return any(p.endswith(f" of {w}") for p in part.forms for w in whole.forms)


def _is_firm_called(short: Entity, long: Entity) -> bool:
    return any(short_of_firm(f) in short.forms for f in long.forms)


def _abbreviates(short: Entity, long: Entity) -> bool:
    if any(f in long.forms and (f.isupper() or long.forms[f] == 0) for f in short.forms):
        # what stands in brackets behind a name, in capitals or not: "Harbour Training College (Hatraco)"
        return True
    # "the Rail and Port union", the RP
    named = [n for b in long.forms if " " in b for n in (b, b.rpartition(" ")[0] if b.rpartition(" ")[2].islower() else b) if " " in n]
    return any(is_acronym(a, n) for a in short.forms for n in named if " " not in a)
