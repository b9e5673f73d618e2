"""Title, day, outlet and address of a document, each from the best place that has it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

from briefing.calendar_names import valid_date
from briefing.characters import as_printed, without_unseen
from briefing.ingest.address import date_of, host_of, month_of, outlet_of
from briefing.ingest.charset import without_surrogates
from briefing.ingest.content import Content
from briefing.ingest.dateline import Dateline, match_dateline, match_town
from briefing.ingest.dates import WrittenDate, plausible
from briefing.ingest.header import Header, published_at_end, read_header, year_of_small_print
from briefing.ingest.inference import NEAR_DAYS, infer_published, near_day, year_by_same_day
from briefing.ingest.slugs import desk_marks
from briefing.models import Document, PublishedFrom, Span

_SPACE = re.compile(r"\s+")
_LINE = re.compile(r"[^\s][^\r\n]*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s*$")
_HEADING_CHARACTERS = 160
_TITLE_CHARACTERS = 500
#: how far into a text its own title may stand
_TITLE_WITHIN = 5_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """A publication date with where it came from; both are None where none is certain."""

    published: date | None = None
    published_from: PublishedFrom | None = None


def describe_document(content: Content, *, name: str, path: str, today: date, published: date | None = None) -> Document:
    """Make the document of a file's content; a date given as ``published`` goes before all that the file says."""
    # what nobody sees stands in nobody's way, nor do marks of other languages, and every offset is one in the text
    text = without_unseen(as_printed(content.text), " ")
    header = read_header(text, today)
    title, title_span = _title(content, header)
    url = content.url if content.url and host_of(content.url) else header.url
    url = without_surrogates(url) if url else None
    body_start = _skip_title(text, header)
    dateline = match_dateline(text, body_start) or _dateline_below(text, body_start) or match_town(text, body_start)
    outlet = content.outlet or header.outlet or (url and outlet_of(url)) or (dateline.agency if dateline else None)
    dated = (
        Dated(published=published, published_from="option")
        if published is not None
        else _dated(replace(content, text=text), header, dateline, url, body_start, today)
    )
    return Document(
        id=document_id(content.text, title, dated.published, header.body_start),
        name=name,
        path=path,
        text=content.text,
        title=title,
        title_span=title_span,
        published=dated.published,
        published_from=dated.published_from,
        outlet=_clean(outlet),
        url=url,
        media_type=content.media_type,
        body_start=header.body_start,
        dateline=Span(dateline.start, dateline.end) if dateline else None,
    )


def _dateline_below(text: str, start: int) -> Dateline | None:
    """Read a dateline that has its year below a few more lines of heading, as in press releases with a letterhead."""
    for line in _LINE.finditer(text, start, start + 600):
        if line.start() > start:
            found = match_dateline(text, line.start())
            if found is not None and found.written is not None and found.written.year is not None:
                return found
        if len(line.group()) > _HEADING_CHARACTERS or _SENTENCE_END.search(line.group()):
            return None
    return None


def document_id(text: str, title: str | None, published: date | None, body_start: int) -> str:
    """Give the SHA-256, in hexadecimal, of what the analysis reads. Each part's length is hashed too."""
    digest = hashlib.sha256()
    for part in (text, title or "", published.isoformat() if published else "", str(body_start)):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()


def _dated(content: Content, header: Header, dateline: Dateline | None, url: str | None, body_start: int, today: date) -> Dated:
    """Find the day of publication: stated, then in the address, in a dateline, in the text, of the file."""
    if content.published is not None:
        # A day that is stated and cannot be leaves all others of the file in doubt.
        usable = plausible(content.published, today)
        return Dated(published=content.published, published_from=content.published_from) if usable else Dated()
    found = date_of(url, today) if url else None
    if found is not None:
        return Dated(published=found, published_from="url")
    month = month_of(url, today) if url else None
    created = content.created if content.created is not None and plausible(content.created, today) else None
    # News that says only when it was updated is nearly always of that day.
    lines = (header.dated, dateline.written if dateline else header.updated, published_at_end(content.text), header.letterhead)
    for written in lines:
        found = _complete(written, month, created, today) if written else None
        if found is not None:
            return Dated(published=found, published_from="dateline")
    # A day among other words may be that of an old event; one of the last weeks is the day of the line.
    found = header.near.resolve(today) if header.near is not None else None
    if found is not None and (today - found).days <= NEAR_DAYS:
        return Dated(published=found, published_from="dateline")
    if dateline is not None and dateline.written is not None and dateline.written.year is None:
        year = year_of_small_print(content.text, dateline.written)
        found = valid_date(year, dateline.written.month, dateline.written.day) if year is not None else None
        if found is None or not plausible(found, today):
            found = year_by_same_day(content.text, dateline.written, today) or near_day(content.text, dateline.written, today)
        if found is not None:
            return Dated(published=found, published_from="dateline")
        return Dated()
    found = infer_published(content.text, body_start, today)
    if found is not None:
        return Dated(published=found, published_from="text")
    # The day that a file was made comes last: an old article may be printed today.
    return Dated(published=created, published_from="metadata") if created is not None else Dated()


def _complete(written: WrittenDate, month: tuple[int, int] | None, created: date | None, today: date) -> date | None:
    """Give a written day its year: its own, its address's, that of the file near it, or by its weekday."""
    if written.year is not None:
        return written.resolve(today)
    if month is not None and month[1] == written.month:
        return valid_date(month[0], written.month, written.day)
    if created is not None:
        near = (valid_date(year, written.month, written.day) for year in (created.year, created.year - 1))
        return next((day for day in near if day is not None and 0 <= (created - day).days <= 31), None)
    return written.latest_year(written.weekday, today) if written.weekday is not None else None


def _title(content: Content, header: Header) -> tuple[str | None, Span | None]:
    title = _clean(content.title)
    title = title[desk_marks(title) :] if title else None
    if title is None:
        span = header.title_span
        return (_clean(content.text[span.start : span.end]), span) if span else (None, None)
    # White space may differ between the metadata and the text.
    pattern = r"\s+".join(re.escape(word) for word in title.split())
    match = re.compile(pattern).search(content.text, 0, _TITLE_WITHIN)
    return title, Span(match.start(), match.end()) if match else None


def _skip_title(text: str, header: Header) -> int:
    """Give where the first paragraph starts, behind a headline that the body begins with."""
    start = header.body_start
    if header.title_span is not None and header.title_span.start >= start:
        start = header.title_span.end
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _clean(value: str | None) -> str | None:
    """Fold white space and drop control characters, which would break a header or a document further on."""
    if value is None:
        return None
    kept = "".join(
        " " if character.isspace() else character for character in without_surrogates(without_unseen(value)) if _printable(character)
    )
    return _SPACE.sub(" ", kept).strip()[:_TITLE_CHARACTERS].strip() or None


def _printable(character: str) -> bool:
    return character.isspace() or (character >= " " and not "\x7f" <= character <= "\x9f" and character != "\ufeff")
