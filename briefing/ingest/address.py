"""What a document's address tells: the outlet by the host, and often the day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from urllib.parse import unquote, urlsplit

from briefing.calendar_names import valid_date
from briefing.ingest.dates import month_number, plausible
from briefing.ingest.outlets import KNOWN_OUTLETS, NAME_WORDS, PAPER_WORDS

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
_FOLDERS = re.compile(r"/(20\d\d|19\d\d)/(\d\d?)/(\d\d?)(?=[/_.-]|$)")
_NAMED_FOLDERS = re.compile(rf"/((?:19|20)\d\d)/({_MONTHS})[a-z]*/(\d\d?)(?=[/_.-]|$)", re.I)
_DAY_FIRST = re.compile(r"/(\d\d?)/(\d\d?)/((?:19|20)\d\d)(?=[/_.-]|$)")
# At the start of a segment, or at the end of the path as Reuters has it.
_DASHED = re.compile(r"(?:(?<=[/=])|-(?=[\d-]{10}/?(?:\?|$)))((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_NAMED = re.compile(rf"(?<=[/=])(\d\d?)-?({_MONTHS})-?((?:19|20)\d\d)(?!\d)", re.I)
# Eight digits, or with a running number or a time of day behind them, as in 202207260395.
_DIGITS = re.compile(r"(?<=[/=])((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4}|\d{6}|\d{9})?(?!\d)")
# Milliseconds of Unix time, as some papers number their articles, two of them with "10" or "11" before: 101658862737997.
_MOMENT = re.compile(r"(?<=[/=_-])(?:1[01])?(1\d{9})\d{3}(?=[./_-]|$)")
# Seconds of it, with a running number behind: 1656608219_40605.html.
_SECONDS = re.compile(r"(?<=[/=])(1\d{9})_\d{1,6}(?=[./]|$)")
_YEAR_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d\d?)(?=/|$)")

_SECOND_LEVEL = {"ac", "co", "com", "edu", "gov", "net", "org"}
# Front pages of these are no outlet's own.
_PREFIXES = ("www.", "m.", "amp.", "en.", "english.", "edition.")


def outlet_of(url: str) -> str | None:
    """Give the outlet's name by its host: a known one, one made of newspapers' words, or the bare host."""
    host = host_of(url)
    if host is None:
        return None
    parts = host.split(".")
    for first in range(len(parts) - 1):
        known = KNOWN_OUTLETS.get(".".join(parts[first:]))
        if known:
            return known
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    labels = host.split(".")
    label = labels[-3] if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else labels[-2] if len(labels) > 1 else host
    words = _split(label.replace("-", ""))
    return " ".join(word.title() for word in words) if words else host


def host_of(url: str) -> str | None:
    """Give the lower-case host of an http address, or None."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    return host.lower() if host and parts.scheme in {"http", "https"} and "." in host else None


def date_of(url: str, today: date) -> date | None:
    """Give the day that stands in an address; None where it has none, has two, or day and month could be swapped."""
    path = _path(url)
    for pattern, order in ((_FOLDERS, "ymd"), (_NAMED_FOLDERS, "ymd"), (_DAY_FIRST, "dmy")):
        found = _only(pattern, order, path, today)
        if found is not None:
            return found
    shapes = ((_DASHED, "ymd"), (_NAMED, "dmy"), (_DIGITS, "ymd"))
    loose = {_only(pattern, order, path, today) for pattern, order in shapes}
    loose.discard(None)
    if not loose:
        moments = {datetime.fromtimestamp(int(seconds), UTC).date() for p in (_MOMENT, _SECONDS) for seconds in p.findall(path)}
        loose |= {moment for moment in moments if plausible(moment, today)}
    return loose.pop() if len(loose) == 1 else None


def month_of(url: str, today: date) -> tuple[int, int] | None:
    """Give year and month of an address such as /2022/06/a-title: enough to complete a dateline that has no year."""
    match = _YEAR_MONTH.search(_path(url))
    if match is None or not 1 <= int(match[2]) <= 12:
        return None
    year, month = int(match[1]), int(match[2])
    return (year, month) if plausible(date(year, month, 1), today) else None


def _path(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return unquote(parts.path)[:2000] + ("?" + parts.query[:500] if parts.query else "")


def _only(pattern: re.Pattern[str], order: str, path: str, today: date) -> date | None:
    found = set()
    for match in pattern.finditer(path):
        value = dict(zip(order, match.groups(), strict=True))
        named = not value["m"].isdecimal()
        month, day = month_number(value["m"]) if named else int(value["m"]), int(value["d"])
        if pattern is _DAY_FIRST and day <= 12 and day != month:
            continue
        read = valid_date(int(value["y"]), month, day)
        if read is not None and plausible(read, today) and read.year >= 1990:
            found.add(read)
    return found.pop() if len(found) == 1 else None


def _split(label: str) -> list[str]:
    """Take a host's label apart into words of newspapers' names; nothing where any of it is left over."""
    ways: list[list[str] | None] = [[]] + [None] * len(label)
    for end in range(1, min(len(label), 60) + 1):
        for word in NAME_WORDS:
            before = ways[end - len(word)] if len(word) <= end else None
            if before is not None and label[end - len(word) : end] == word:
                ways[end] = [*before, word]
                break
    words = ways[-1] or []
    return words if len(words) > 1 and any(word in PAPER_WORDS for word in words) else []
