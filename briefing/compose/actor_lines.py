"""The sentence beside a key actor: what they did or said, told so that it can be read by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.calendar_names import DAY_NAMES
from briefing.characters import without_unseen
from briefing.compose.drafts import Draft
from briefing.compose.excerpts import is_broken, is_cut, open_quote, paragraph_of
from briefing.compose.gist import first_told, leans, refers
from briefing.compose.known_things import sentence_with, things_known
from briefing.compose.names import is_title_only
from briefing.compose.pointing import joint_length, leans_on, leans_within, names_a_kind, own_pronouns
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry
from briefing.compose.terms import words_of
from briefing.models import BriefedPosition, Span

#: words of a line, and of one that is taken where there is none so short, and of a quotation that is shown with who says it
_SHORTEST, _LONGEST, _LONGEST_AT_ALL = 5, 48, 75
#: characters before a name with which a sentence begins
_BEGINNING = 50
#: what goes on from the sentence before
_GOES_ON = re.compile(
    r"(?:such|there(?! (?:is|are|was|were|has|have|had|will)\b)|likewise|similarly|thus|hence|therefore|consequently|moreover|furthermore"
    r"|further|worse|besides|additionally|nevertheless|nonetheless|instead|otherwise"
    r"|(?:as a|in) (?:result|addition|contrast|response|return|turn)|on the other hand|for (?:instance|example)|at the same time"
    r"|(?:following|after) (?:this|that))\b"
    r"|(?:the|both|all) (?:other|former|latter|two|three|four)\b",
    re.IGNORECASE,
)
#: what is one of those, or the thing, that the sentence before names: "One of them is Ada Quill", "Another of these ports"
_OF_THOSE = re.compile(
    r"(?:(?:one|some|most|many|several|two|three|all|both|each|none|another|others?) of|among) (?:them|these|those)\b"
    r"(?! (?:who|whose|that|in|with|from|of)\b)",
    re.IGNORECASE,
)
#: what a writer says of themselves, their land or their firm, outside a quotation
_WRITERS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Mm]y)\b")
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
#: what is only supposed
_SUPPOSES = re.compile(r"(?:if|had|should|were|unless)\b", re.IGNORECASE)
#: what begins within a sentence: "with 500 tons for export"; a firm may write its name small, "eHarbour"
_FRAGMENT = re.compile(r"[a-z]+\b(?![’'-]?[A-Z])")
#: where something is: "the sellers in Norland"
_PLACED = re.compile(r"\b(?:in|across|throughout|from|within|near|outside|around|inside|into|to|over)\s(?:the\s)?$")
#: "Quill also said" says less of a sentence before
_ALSO = re.compile(r"(?:[\w’'.-]+ ){1,4}also\b")
_PREPOSITIONS = "of|in|by|with|for|from|to|against|at|on|about|between|near|under|over|into|like|than|among"
_DAY = f"(?:{'|'.join(day.title() for day in DAY_NAMES)})"
#: what makes a name right before it a part of the sentence that does nothing: "talks with the Harbour Union"
_BEHIND_PREPOSITION = re.compile(
    rf"\b(?:{_PREPOSITIONS}|through|across)\s+"
    r"(?:the\s+|an?\s+|its\s+|their\s+|his\s+|her\s+)?(?P<title>(?:[A-Z][\w.’'-]*\s+)*)$"
)
#: and what does behind it: "the Harbour Union's offices", "the Harbour Union Trust"
_PART = re.compile(rf"['’]|\s+(?!{_DAY}\b)[A-Z]")
#: what may stand between who does something and the verb: letters in brackets, who somebody is, who else
_BETWEEN = (
    r"(?:\s*\([^)]{1,60}\))?(?:,[^.;:“”\"]{2,140}?,|\s+[–—-]\s[^.;:“”\"]{2,140}?\s[–—-]|(?:,[^,.;:“”\"]{2,60}){0,3},?\s+and\s[^,.;:“”\"]{2,60}?)?"
    r",?\s+"
)
#: adverbs and days before a verb
_ADVERBS = (
    r"(?:(?:also|each|all|both|now|then|later|never|always|still|once|often|already|again|today|yesterday|earlier|first|even|who|\w+ly"
    rf"|(?:on\s+)?{_DAY})\s+)*"
)
#: of a person any word behind the name is a verb but these
_PERSON_DOES = re.compile(
    rf"{_BETWEEN}{_ADVERBS}"
    rf"(?!(?:{_PREPOSITIONS}|and|or|nor|but|as|that|which|whose|whom"
    r"|where|when|while|because|if|for|an?|the|his|her|their|its|wife|son|daughter)\b)[a-z]{2,}"
)
_DOES = re.compile(
    rf"{_BETWEEN}{_ADVERBS}"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|\w{2,}ed|said|told|took|gave|went|came|made|got"
    r"|became|began|held|found|left|led|met|brought|kept|wrote|spoke|saw|won|lost|chose|fell|fought|grew|knew|paid|put|ran|rose|sat|sent|set"
    r"|sold|sought|spent|stood|thought|threw|withdrew|drew|built|bought|beat|cut|hit|quit|shot|struck|swore|says?|tells?|calls?|wants?"
    r"|believes?|hopes?|warns?|urges?|plans?|insists?|argues?|thinks?|expects?|needs?|works?|seeks?|makes?|takes?|gives?|gets?|goes|comes?"
    r"|runs?|leads?|holds?)\b"
)
#: what a land does it does by these
_OF_LAND = re.compile(r"(?:['’]s)?\s+(?:[Gg]overnment|[Aa]uthorities|[Pp]arliament|[Cc]abinet)\b")

#: how lines are told apart in which an actor is only named, that are long or without a full stop, that are shown with more than themselves
_NAMED, _LONG, _WITH_MORE = 5, 6, 7
#: how far behind a sentence comes that leans on another, one that speaks of a thing told before, and one that adds to another
_LEANS, _OF_KNOWN, _ADDS = 4, 2, 1

Line = tuple[str, Span]


def lines_about(entry: Entry, readings: Mapping[str, Reading], positions: Sequence[Draft[BriefedPosition]]) -> Iterator[Line]:
    """Sentences about an actor, the most telling first: those that begin with the name and what the actor holds or does, then other
    positions of theirs, then any that names them; last those that are long, and those that can be read only with the rest of a quotation
    or with whom "he" means before them. What leans on a sentence that is not shown comes behind what does not."""
    ordered = sorted((d for d in entry.mentions if d in readings), key=lambda d: (-entry.saliences.get(d, 0.0), d))
    held = [d.item.excerpt for d in positions if d.item.actor == entry.name]
    voiced = {(e.document, s) for e in held if e.document in readings for s in readings[e.document].sentences_at(e.spans)}
    found: list[tuple[int, Line]] = []
    for document in ordered:
        reading = readings[document]
        for mention in (m for m in entry.mentions[document] if _names(entry, reading.slice(m)) and not _only_locates(entry, reading, m)):
            (sentence, *_) = reading.sentences_at((mention,))
            line = _line(entry, reading, sentence, mention, voiced=(document, sentence) in voiced)
            if line is not None:
                found.append((line[0], (document, line[1])))
    yield from (line for _, line in sorted(found, key=lambda f: f[0]))


def _line(entry: Entry, reading: Reading, sentence: Span, mention: Span, *, voiced: bool) -> tuple[int, Span] | None:
    """What is shown of a sentence that names an actor, and its rank; None where it cannot be read without what is too long to show."""
    shown: Span | None
    if _is_whole(reading, sentence):
        shown = _unjoined(reading, sentence, mention)
        rank = _rank(entry, reading, shown, mention, voiced=voiced)
    else:
        shown, rank = _whole_quotation(reading, sentence), _WITH_MORE
    if shown is not None and _needs_before(reading.slice(shown)):
        shown, rank = _with_those_before(reading, shown), _WITH_MORE
    if shown is None or rank is None or _FRAGMENT.match(reading.slice(shown)) is not None:
        return None
    leaning = _leaning(reading.slice(shown), entry)
    nouns = things_known(reading.slice(shown), entry)
    telling = [told for noun in nouns if (told := sentence_with(reading, noun, shown, entry.name)) is not None]
    if leaning < _OF_KNOWN and telling:
        return rank + _OF_KNOWN, _behind(reading, telling, shown)
    return rank + leaning, shown


def _behind(reading: Reading, telling: Sequence[Span], shown: Span) -> Span:
    """A sentence together with the one right before it where that is one of those that tell what thing it speaks of."""
    before = next((s for s in reversed(reading.body) if s.end <= shown.start), shown)
    both = Span(before.start, shown.end)
    text = reading.slice(before)
    # a title or a dateline between the two is no part of a line
    beside = before in telling and not reading.text[before.end : shown.start].strip() and "\n" not in reading.slice(both).strip()
    alone = beside and not (leans(text) or refers(text) or is_broken(text) or open_quote(reading.text, before.start))
    return both if alone and len(words_of(reading.slice(both))) <= _LONGEST_AT_ALL else shown


def _needs_before(text: str) -> bool:
    """Tell whether words are of somebody or something that only the sentence before them names."""
    return refers(text) or leans_on(text, own=frozenset()) or names_a_kind(text) or _OF_THOSE.match(text) is not None


def _rank(entry: Entry, reading: Reading, shown: Span, mention: Span, *, voiced: bool) -> int | None:
    """Order a sentence by what it tells of the actor; the first come first. None for what is none and tells of nothing done."""
    if len(words_of(reading.slice(shown))) > _LONGEST:
        return _LONG
    before, behind = (without_unseen(reading.text[s:e]) for s, e in ((shown.start, mention.start), (mention.end, shown.end)))
    end = land.end() if entry.kind == "country" and (land := _OF_LAND.match(behind)) is not None else 0
    part = _is_within(entry, before) or _PART.match(behind, end) is not None
    acts = not part and (_PERSON_DOES if entry.kind == "person" else _DOES).match(behind, end) is not None
    if not behind.rstrip("”»\"'’)").endswith((".", "!", "?")):
        return _LONG if acts else None
    opens = len(before) < _BEGINNING and not open_quote(reading.text, mention.start)
    ranks = (opens and voiced and acts, opens and voiced, opens and acts, voiced, opens and not part)
    return next((n for n, is_so in enumerate(ranks) if is_so), _NAMED)


def _is_within(entry: Entry, before: str) -> bool:
    """Tell whether a preposition before a name makes it a part of something else: not "head of finance", which tells who a person is."""
    behind = _BEHIND_PREPOSITION.search(before)
    return behind is not None and (entry.kind != "person" or not behind["title"] or is_title_only(behind["title"].strip()))


def _leaning(text: str, entry: Entry) -> int:
    """How far behind others a sentence comes that does not say all of what it is about."""
    within = leans_within(text, own=own_pronouns(entry, quoted=False)) or _WRITERS.search(_QUOTED.sub("", text)) is not None
    if within or _GOES_ON.match(text) is not None or _SUPPOSES.match(text) is not None or text.endswith("?"):
        return _LEANS
    return _ADDS if _ALSO.match(text) is not None else _LEANS if leans(text) else 0


def _with_those_before(reading: Reading, sentence: Span) -> Span | None:
    """A sentence together with those before it that say whom it means; None where none does, or all are too long."""
    first = first_told(reading, sentence, lambda s: _needs_before(reading.slice(s)) or is_cut(reading.text[s.start : sentence.end]))
    both = Span(first.start, sentence.end)
    text = reading.slice(both)
    told = both != sentence and not _needs_before(text)
    return both if told and not is_broken(text) and len(words_of(text)) <= _LONGEST_AT_ALL else None


def _names(entry: Entry, mention: str) -> bool:
    """Tell whether a mention says who is meant: "the president" may be another one."""
    return not any(c.isupper() for c in entry.name) or (any(c.isupper() for c in mention) and not is_title_only(mention))


def _only_locates(entry: Entry, reading: Reading, mention: Span) -> bool:
    """Tell whether a land is named only as where something is."""
    return entry.kind == "country" and _PLACED.search(reading.text, max(0, mention.start - _BEGINNING), mention.start) is not None


def _is_whole(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is of readable length and its quotation marks are in pairs."""
    text = reading.slice(sentence)
    paired = not is_broken(text) and not open_quote(reading.text, sentence.start)
    return _SHORTEST <= len(words_of(text)) <= _LONGEST_AT_ALL and paired


def _unjoined(reading: Reading, sentence: Span, mention: Span) -> Span:
    """A sentence without the "But" that joins it to the one before, where the name begins it."""
    at = sentence.start + joint_length(reading.slice(sentence))
    return Span(at, sentence.end) if at <= mention.start and reading.text[at].isupper() else sentence


def _whole_quotation(reading: Reading, sentence: Span) -> Span | None:
    """The sentences of the quotation around a sentence, up to the one that closes it; None where there is none, or it is too long."""
    inside = is_broken(reading.slice(sentence)) or open_quote(reading.text, sentence.start)
    room = paragraph_of(reading.text, sentence.start)
    around = [s for s in reading.sentences if room.start <= s.start < room.end]
    first = next((n for n, s in enumerate(around) if s.start >= sentence.start), None)
    if first is None or not inside:
        return None
    last = first
    while first > 0 and open_quote(reading.text, around[first].start):
        first -= 1
    while last + 1 < len(around) and open_quote(reading.text, around[last].end):
        last += 1
    whole = Span(around[first].start, around[last].end)
    closed = not open_quote(reading.text, whole.start) and not open_quote(reading.text, whole.end)
    return whole if closed and len(words_of(reading.slice(whole))) <= _LONGEST_AT_ALL else None
