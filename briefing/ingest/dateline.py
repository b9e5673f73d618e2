"""The dateline that agencies put before the first sentence: place, day, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.ingest.dates import MONTH, WEEKDAY, WrittenDate, find_dates

_NAME = rf"(?!{WEEKDAY}|{MONTH})[^\W\d_a-z][\w.'’]*(?:[ \-][^\W\d_a-z][\w.'’]*){{0,3}}"
_TH = r"(?:st|nd|rd|th)?"
_DATE = rf"(?:{WEEKDAY},?\s)?(?:{MONTH}\s{{0,2}}\d{{1,2}}{_TH}|\d{{1,2}}{_TH}\s{MONTH})(?:,?\s(?:19|20)\d\d)?"
_ISO = r"(?:19|20)\d\d-\d\d-\d\d"
#: a paper that writes itself small, in the place of a town: "afrol News, 26 March - "
_PAPER = r"[a-z][\w.]{1,15}\s(?:News|Press|Times|Wire|Post)"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PAPER}|{_NAME}(?:\s?(?:,|&|and)\s?{_NAME}){{0,2}})\s{{0,2}}[,;.–—-]{{0,2}}\s{{0,2}})?"
    rf"(?P<date>\(?{_DATE}\)?)?\s{{0,2}},?\s{{0,2}}"
    r"(?:\((?P<agency>[^\W\d_][\w .&/’'-]{0,40})\)|/(?P<agency2>[^\W\d_][\w .&-]{0,30})/)?"
    rf"(?:\((?P<agency3>[^\W\d_][\w .&/’'-]{{0,40}}),\s(?P<date2>{_DATE})\))?"
    r"\s{0,2},?\s{0,2}(?:--|[-–—:])+\s{0,3}(?=\S)"
)
#: a day in parentheses right before the first sentence, with no dash between
_DAY_FIRST = re.compile(rf"\((?P<date>{_ISO}|{_DATE})\)\s{{1,3}}(?=[^\W\d_a-z])")
#: "Port Amel, 4 May 2031. The minister ...": a full stop in place of the dash, where the year is written
_STOPPED = re.compile(rf"{_NAME},\s{{1,2}}(?P<date>{_DATE}),?\s?\.\s{{1,3}}(?=[\"“‘']?[^\W\d_a-z])")
#: "(Stonebridge, 22.11.2019) The council ..."
_BRACKETED = re.compile(
    rf"\({_NAME},?\s(?P<date>{_ISO}|\d\d?[./]\d\d?[./](?:19|20)\d\d|{_DATE})\)\s{{0,3}}[-–—:]{{0,2}}\s{{0,3}}(?=[\"“‘']?[^\W\d_a-z])"
)
#: "(Lake Press) The council ...", "LAKE COURIER (LPA) The council ...": whose text it is, with no dash behind
_CREDIT = re.compile(
    r"(?:(?P<place>[^\W\d_a-z]{3,}(?:\s[^\W\d_a-z]{2,}){0,3})\s)?"
    r"\((?P<agency>[^\W\d_a-z][\w.’'-]*(?:\s(?:d[aeo]l?\s)?[^\W\d_a-z][\w.’'-]*){0,2})\)\s{1,3}(?=[\"“‘']?[^\W\d_a-z][^\r\n]{0,12}[a-z])"
)
#: "Amel: The minister ...", before the first paragraph
_TOWN = re.compile(r"(?P<name>[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){0,2})\s?:\s{1,2}(?=[^\W\d_a-z][^\r\n]{99})")
#: "Amel, Orland – The minister ...", "Amel- The minister ..."
_TOWN_DASHED = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'-]*[^\W\d_](?:\s[^\W\d_a-z][\w’'-]+){0,2}(?:,\s[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,2})?)"
    r"(?:\s?[–—]|\s?--?)\s{1,2}(?=[\"“‘']?[^\W_a-z][^\r\n]{99})"
)
_SPOKEN = re.compile(r"^[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){0,3}\s?:\s", re.M)
_NO_TOWN = frozenset(
    """analysis opinion editorial exclusive update breaking watch note question answer correction explainer explained live video photos
    summary background context comment interview fact report review""".split()
)
#: what the name of a body ends in
_BODY_ENDS = frozenset("international agency press news group union party council committee ministry association office".split())
#: said of reports from several agencies, or of an outlet's own
_NO_AGENCY = re.compile(r"(?:news )?agenc(?:y|ies)|staff.*|combined.*|own correspondent|web desk|news desk", re.I)
_SPELLED = {
    "APP": "APP",
    "THOMSON REUTERS FOUNDATION": "Thomson Reuters Foundation",
    "REUTERS": "Reuters",
    "XINHUA": "Xinhua",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Dateline:
    """A dateline's extent, with the day that it gives (often without a year) and the agency."""

    start: int
    end: int
    written: WrittenDate | None
    agency: str | None


def match_dateline(text: str, start: int) -> Dateline | None:
    """Read the dateline at an offset: one needs a day, an agency, or a place in capitals."""
    day_first = _DAY_FIRST.match(text, start, start + 40)
    if day_first is not None:
        written = next(find_dates(text, *day_first.span("date")), None)
        return Dateline(start=start, end=day_first.end(), written=written, agency=None) if written is not None else None
    match = _DATELINE.match(text, start, start + 160)
    if match is None:
        return _match_stopped(text, start, _STOPPED) or _match_stopped(text, start, _BRACKETED) or _match_credit(text, start)
    place, agency = match["place"], match["agency"] or match["agency2"] or match["agency3"]
    day = "date" if match["date"] else "date2"
    if not (match[day] or (agency and (place is None or len(place) < 60)) or (place and _in_capitals(place, match.group()))):
        return None
    if place and not (match[day] or agency) and _is_label(text, match):
        return None
    written = next(find_dates(text, *match.span(day)), None) if match[day] else None
    if match[day] and written is None:
        return None
    if agency and _NO_AGENCY.fullmatch(agency):
        agency = None
    return Dateline(
        start=match.start(),
        end=match.end(),
        written=written,
        agency=_SPELLED.get(agency.upper(), agency) if agency else None,
    )


def _in_capitals(place: str, line: str) -> bool:
    """Tell whether a place is written in capitals, or a town of one that a long dash follows: "SELMFIELD, Norrland Prefecture--"."""
    town, _, land = place.partition(",")
    return place.isupper() or bool(land and town.isupper() and len(town) > 2 and re.search(r"(?:--|[–—])\s*$", line))


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name in capitals and a colon are those of a speaker, which stand before other lines too: "MR. QUILL:"."""
    return match.group().rstrip().endswith(":") and _stands_again(text, match)


def _stands_again(text: str, match: re.Match[str]) -> bool:
    """Tell whether a later line begins with the same words and mark."""
    return re.search(rf"(?m)^{re.escape(match.group().rstrip())}\s", text[match.end() :]) is not None


def _match_stopped(text: str, start: int, pattern: re.Pattern[str]) -> Dateline | None:
    match = pattern.match(text, start, start + 120)
    written = next(find_dates(text, *match.span("date")), None) if match else None
    if match is None or written is None or written.year is None:
        return None
    return Dateline(start=start, end=match.end(), written=written, agency=None)


def _match_credit(text: str, start: int) -> Dateline | None:
    """Read an agency in brackets; none of which a body's letters or its name stand before: "NPA (National Port Agency) Director"."""
    match = _CREDIT.match(text, start, start + 80)
    if match is None:
        return None
    place, agency = match["place"] or "", match["agency"]
    if place and (_initials(place) == agency or _initials(agency) == place or not (agency.isupper() or " " in place)):
        return None
    known = _SPELLED.get(agency.upper(), agency if agency.isupper() else None)
    return Dateline(start=start, end=match.end(), written=None, agency=known)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def match_town(text: str, start: int) -> Dateline | None:
    """Read a town and a colon, or a dash, before the first paragraph of a text in which no other paragraph begins so: there it is a
    speaker's name."""
    match = _TOWN.match(text, start)
    dashed = _TOWN_DASHED.match(text, start) if match is None else None
    if dashed is not None:
        match = dashed if not _stands_again(text, dashed) and dashed["name"].split()[-1].lower() not in _BODY_ENDS else None
    elif match is not None and _SPOKEN.search(text, match.end()):
        return None
    if match is None or match["name"].split()[0].lower() in _NO_TOWN:
        return None
    return Dateline(start=start, end=match.end(), written=None, agency=None)
