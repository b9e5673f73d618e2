"""What stands above an article in a text file: an address, a headline, a byline, a date line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from briefing.ingest.dateline import match_dateline
from briefing.ingest.dates import MONTH, WEEKDAY, WrittenDate, find_dates
from briefing.ingest.outlets import PAPER_WORDS
from briefing.ingest.slugs import desk_marks, is_slug
from briefing.models import Span

_LINE = re.compile(r"[^\r\n]+")
_ADDRESS = re.compile(r"(?:(?:source|url|link|address)\s{0,3}:\s{0,3})?<?(https?://[^\s<>]{4,2000})>?", re.I)
#: what a press office puts above everything
_LABEL = re.compile(r"(?:(?:press|news|media) (?:release|statement|advisory|notice)|for immediate release|communiqu[eé])\W*", re.I)
_PUBLISHED = re.compile(
    r"\(?\s{0,3}(?:(?:first\s)?(?:published|posted|publication date|date published|date|issued|released|filed|sent)"
    r"|(?:situation\s)?as\s(?:of|at)|minutes of (?:the|a) [^\d\n]{0,60}?meeting(?:\s[^\d\n]{0,60}?)?\s(?:held|of))"
    r"(?:\s(?:on|at))?\s{0,3}[:\-–—]?\s{1,3}(?=\S)",
    re.I,
)
_UPDATED = re.compile(r"\(?\s{0,3}(?:last\s)?(?:updated|modified|edited|corrected)\b(?:\s(?:on|at)\b)?\s{0,3}:?", re.I)
_NEWS_UPDATED = re.compile(r"\(?\s{0,3}updated\b", re.I)
_SOURCE = re.compile(r"source\s{0,3}:\s{0,3}([^\s:][^:]{1,60})", re.I)
_BYLINE = re.compile(r"(?i:by|author|text by|written by|reported by)\s{0,3}:?\s{1,3}[^\W\d_a-z][^.!?]{1,80}")
_NAME_IN_CAPITALS = re.compile(r"[A-Z][A-Z'’-]+(?:\s[A-Z][A-Z.'’-]*){1,3}")
# What may stand beside the date on a line of its own: a time, a zone, a bar, a dot.
_BESIDE_DATE = re.compile(
    rf"(?:{WEEKDAY}|{MONTH}|\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?"
    r"|\b(?:am|pm|a\.m\.|p\.m\.|gmt|utc|ist|[ecmp]s?t|[ecmp]dt|cest|bst|sgt|hkt|jst|kst|sast|aest|at|on|updated|posted|published)(?!\w)"
    r"|[^\w])+",
    re.I,
)
#: "Brussels, 20 September 2022", as press releases have it
_CAPITALIZED = r"[^\W\d_a-z][\w.'’-]{0,30}"
#: "By Ada Quill, Chief Economist at the Harbour Bank."; "By Ministry Order, the port was closed" is a sentence
_BYLINE_WITH_OFFICE = re.compile(
    rf"(?i:by)\s{{1,3}}(?!{WEEKDAY}|{MONTH}){_CAPITALIZED}(?:\s{_CAPITALIZED}){{1,3}},\s"
    r"(?!.*\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|said)\b)[^.!?;:]{3,120}\.?"
)
#: "Media contact:", and what stands below it in the same paragraph, or alone: a telephone number, an address for mail
_CONTACT = re.compile(r"(?:(?:media|press|news)\s)?(?:contacts?|enquiries|inquiries)(?:\s(?:information|details))?\s?:.{0,100}", re.I)
_REACHED_BY = re.compile(
    r"(?:(?:tel|phone|mobile|cell|e-?mail|web)\.?\s?:?\s?)?(?:\+?[\d().\s–-]{7,24}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.I
)
_PLACE = re.compile(rf"{_CAPITALIZED}(?:\s(?:(?:of|the|and|de|del|la|al|am|den|upon|sur)\s)?{_CAPITALIZED}){{0,3}},\s{{1,3}}")
#: "Situation report 12, 3 May 2031" and "3 May 2031, Meridian Research"
_NAME_BEFORE = re.compile(r"(?P<name>[^\W\d_a-z].{2,90}?)\s{0,2}[,–—|-]\s{1,3}")
_NAME_BEHIND = re.compile(r"\s{0,3}[,–—|]\s{1,3}[^\W\d_a-z][\w.'’& -]{1,60}")
#: "(Lake Wire)" behind the place and day on a line of their own
_AGENCY_BEHIND = re.compile(r"\s{0,3}\([^()\d]{2,50}\)[\s.:–—-]{0,4}")
#: parts of a line of small print: "By A. Writer | Aug 24, 2023"
_BAR = re.compile(r"\s{1,3}[|•·]\s{1,3}")
_END_OF_SENTENCE = re.compile(r"[.!;:,…][\"'”’)\]]*$")
_WORD = re.compile(r"\w+")
_BRACKETED = re.compile(r"\([^()]{6,80}\)")
#: the fields that a letter or a mail opens with, one to a line, and the one that says what it is about
_FIELD = re.compile(r"(?:from|to|cc|bcc|reply-to|date|sent|subject|re|ref(?:erence)?)\s{0,3}:\s{1,3}(?=\S)", re.I)
_SUBJECT = re.compile(r"(?:subject|re)\s{0,3}:\s{1,3}(?:(?:re|fwd?|aw)\s{0,3}:\s{0,3})*(?=\S)", re.I)
#: what the first item of a programme begins with, right below its day
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")
_FEWEST_FIELDS = 2
_HEADER_LINES = 12
#: a letter may give its sender's address and its reader's above its day; a list of short lines has its days further down
_LETTERHEAD_LINES = 20
_HEADLINE_CHARACTERS = 160
_SMALL_PRINT = 120
#: a line that ends as a sentence does is one from that length on: "No. 12." is none
_SENTENCE = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """The lines above an article. ``dated`` is the date of a line of its own, which may have no year."""

    url: str | None = None
    title_span: Span | None = None
    dated: WrittenDate | None = None
    #: the date of a line that has other words too
    near: WrittenDate | None = None
    #: the day on a line of its own further down, among the short lines of a letterhead
    letterhead: WrittenDate | None = None
    #: the date of a line that says when the article was changed last
    updated: WrittenDate | None = None
    outlet: str | None = None
    body_start: int = 0


def read_header(text: str, today: date) -> Header:
    """Read the lines above the article's first paragraph; the body starts behind the last that is no headline."""
    url = outlet = None
    title: Span | None = None
    dated: WrittenDate | None = None
    near: WrittenDate | None = None
    updated: WrittenDate | None = None
    labelled = False
    #: the number of the line right below the last of those that say who answers questions
    contact: int | None = None
    body_start: int | None = None
    lines = list(_lines(text))
    fields = [line for line in lines[:_HEADER_LINES] if _FIELD.match(text, *line)]
    lettered = len(fields) >= _FEWEST_FIELDS
    for index, (start, end) in enumerate(lines[:_HEADER_LINES]):
        line = text[start:end]
        address = _ADDRESS.fullmatch(line)
        found = date_line(text, start, end)
        source = _SOURCE.fullmatch(line)
        if address:
            url = url or address[1]
        elif lettered and _FIELD.match(line):
            subject = _SUBJECT.match(line)
            title = Span(start + subject.end(), end) if title is None and subject is not None else title
            dated = dated or found
        elif found is not None:
            if _UPDATED.match(line):
                # "Last updated" stands on pages that are kept up for years.
                updated = updated or (found if _NEWS_UPDATED.match(line) else None)
            else:
                dated = dated or found
        elif source:
            outlet = source[1].strip()
        elif is_slug(line) or (lettered and start < fields[0][0] and len(line) <= _SENTENCE):
            # above the fields a letter may say how secret it is, or on whose paper it is
            pass
        elif title is None and _LABEL.fullmatch(line):
            labelled = True
        elif title is None and (_CONTACT.fullmatch(line) or _REACHED_BY.fullmatch(line) or contact == text.count("\n", 0, start)):
            contact = text.count("\n", 0, start) + 1
        elif near is None and (beside := _date_beside_name(text, start, end)) is not None:
            near, named = beside
            title = title or named
        elif _BYLINE.fullmatch(line) or _BYLINE_WITH_OFFICE.fullmatch(line) or (_NAME_IN_CAPITALS.fullmatch(line) and len(line) < 40):
            pass
        elif title is None and _is_headline(text, start, end, lines[index + 1 :]):
            # A headline is part of the article, unless what follows it is not.
            marks = desk_marks(line)
            title, body_start = Span(start + marks, end), start + marks if marks else body_start
            continue
        elif labelled and title is None and _is_letterhead(text, start, end, lines[index + 1 :]):
            pass
        elif labelled and title and end - start > title.end - title.start and _is_headline(text, start, end, lines[index + 1 :]):
            # below "Press release" the name of the office stands above the headline
            title, body_start = Span(start, end), start
            continue
        elif title is not None and _is_outlet_line(text, start, end, lines[index + 1 :]):
            outlet = outlet or (line if line.split()[-1].lower() in PAPER_WORDS else None)
        else:
            break
        body_start = lines[index + 1][0] if index + 1 < len(lines) else len(text)
    if body_start is None:
        body_start = lines[0][0] if lines else 0
        body_start = body_start if text.startswith("\ufeff") else 0
    letterhead = _letterhead_date(text, lines) if dated is None else None
    return Header(
        url=url, title_span=title, dated=dated, near=near, letterhead=letterhead, updated=updated, outlet=outlet, body_start=body_start
    )


def _letterhead_date(text: str, lines: list[tuple[int, int]]) -> WrittenDate | None:
    """Read the day, with its year, that stands on a line of its own above the first paragraph, whatever short lines stand around it: who
    writes, a number, a subject. The day of a programme, right above its first hour, is none."""
    for (start, end), following in pairwise([*lines[:_LETTERHEAD_LINES], (len(text), len(text))]):
        line = text[start:end]
        if len(line) > _SMALL_PRINT and not _FIELD.match(line):
            return None
        found = date_line(text, start, end)
        if found is not None and found.year is not None and not _UPDATED.match(line) and not _CLOCK.match(text, *following):
            return found
        if _END_OF_SENTENCE.search(line) and len(line) > _SENTENCE and not _FIELD.match(line):
            return None
    return None


def date_line(text: str, start: int, end: int) -> WrittenDate | None:
    """Read a line that holds a date and nothing else, or one with "Published" or a place before it; it may be in brackets."""
    if _BRACKETED.fullmatch(text, start, end):
        start, end = start + 1, end - 1
    line = text[start:end]
    if len(line) > 120 or not any(character.isdigit() for character in line):
        return None
    found = list(find_dates(text, start, end))
    if not found:
        return None
    label = _PUBLISHED.match(line) or _UPDATED.match(line)
    first = found[0]
    before = text[start + label.end() if label else start : first.start]
    # "07/09/2023" alone could be of July or September; the day written out behind it decides
    if label and first.year is not None and not before.strip(" 0123456789/.–—-"):
        return first
    after = text[first.end : end]
    if first.year is not None and (not after.strip(" .") or _AGENCY_BEHIND.fullmatch(after)) and _PLACE.fullmatch(before):
        return first
    if len(found) == 1 and _BAR.search(line):
        return _between_bars(text, start, end, first)
    rest = before + " " + after
    return first if len(found) == 1 and _BESIDE_DATE.fullmatch(rest) else None


def _date_beside_name(text: str, start: int, end: int) -> tuple[WrittenDate, Span | None] | None:
    """Read a line that ends with a date behind a name, or begins with one; the name before it may do for a title."""
    line = text[start:end]
    found = list(find_dates(text, start, end)) if len(line) <= _SMALL_PRINT else []
    if len(found) != 1 or found[0].year is None:
        return None
    before, after = text[start : found[0].start], text[found[0].end : end]
    match = _NAME_BEFORE.fullmatch(before) if after in ("", ".") else _NAME_BEHIND.fullmatch(after) if not before else None
    if match is None:
        return None
    named = match["name"] if before else ""
    return found[0], Span(start, start + len(named)) if len(_WORD.findall(named)) > 3 else None


def _between_bars(text: str, start: int, end: int, first: WrittenDate) -> WrittenDate | None:
    """Read the part of a line of small print that holds the date."""
    at = start
    for part in _BAR.split(text[start:end]):
        begin = text.index(part, at, end)
        at = begin + len(part)
        if begin <= first.start < at:
            return date_line(text, begin, at)
    return None


def year_of_small_print(text: str, written: WrittenDate) -> int | None:
    """Read the year of a day from a short line at the end that names the same day in full: "Updated 14 December 2023"."""
    tail = max(written.end, len(text) - 600)
    years = set()
    for match in list(_LINE.finditer(text, tail))[-3:]:
        if len(match.group()) <= _SMALL_PRINT:
            same = (d for d in find_dates(text, match.start(), match.end()) if (d.day, d.month) == (written.day, written.month))
            years |= {d.year for d in same if d.year is not None}
    return years.pop() if len(years) == 1 else None


def published_at_end(text: str) -> WrittenDate | None:
    """Read "Published on 26 July 2022" from the last lines."""
    tail = len(text) - 600
    for match in list(_LINE.finditer(text, max(0, tail)))[-3:]:
        line = match.group().strip()
        start = match.start() + match.group().find(line) if line else match.start()
        if line and _PUBLISHED.match(line) and not _UPDATED.match(line):
            found = date_line(text, start, start + len(line))
            if found is not None:
                return found
    return None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first lines that hold something, without the white space around them."""
    count = 0
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip().strip("\ufeff\0").strip()
        if bare:
            start = match.start() + line.index(bare)
            yield start, start + len(bare)
            count += 1
        if count > _HEADER_LINES + 4 or match.start() > 20_000:
            return


def _is_outlet_line(text: str, start: int, end: int, following: list[tuple[int, int]]) -> bool:
    """Say whether a few words stand right above the line that gives the day."""
    line = text[start:end]
    return (
        len(line) <= 60
        and not _END_OF_SENTENCE.search(line)
        and bool(following)
        and match_dateline(text, start) is None
        and date_line(text, *following[0]) is not None
    )


def _is_letterhead(text: str, start: int, end: int, following: list[tuple[int, int]]) -> bool:
    """Say whether a few words stand above a headline."""
    line = text[start:end]
    if len(line) > 60 or _END_OF_SENTENCE.search(line) or match_dateline(text, start) is not None or not following:
        return False
    return _is_headline(text, *following[0], following[1:])


def _is_headline(text: str, start: int, end: int, following: list[tuple[int, int]]) -> bool:
    """Say whether a line is short, no sentence, and above a longer paragraph; a few short lines may stand between."""
    line = text[start:end]
    if len(line) > _HEADLINE_CHARACTERS or len(_WORD.findall(line)) < 3 or _END_OF_SENTENCE.search(line):
        return False
    marks = desk_marks(line)
    if not (line[0].isupper() or line[0].isdigit() or line[0] in "\"'“‘‹«[(¿"):
        return False
    # "CYCLING: CHAMPION SUSPENDED" looks like a dateline, but the day stands below it
    if match_dateline(text, start + marks) is not None and not (following and date_line(text, *following[0]) is not None):
        return False
    dated = False
    for after, (next_start, next_end) in enumerate(following[:5]):
        length = next_end - next_start
        # Below a headline and its day, whatever ends a sentence is the text.
        if dated and length > 30 and text[next_end - 1] in '.”"’':
            return True
        dated = date_line(text, next_start, next_end) is not None
        if length > max(100, 1.2 * len(line)):
            return True
        # A line that ends a sentence, though no longer than the headline, is a short first paragraph.
        if length > 60 and text[next_end - 1] in '.”"’' and after == 0:
            return True
        if not dated and length > _HEADLINE_CHARACTERS:
            return False
    return False
