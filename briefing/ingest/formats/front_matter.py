"""The YAML block between two ``---`` lines that a Markdown file may begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import yaml

from briefing.ingest.address import host_of
from briefing.ingest.content import Rejected
from briefing.ingest.dates import parse_date

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_KEY_LINE = re.compile(r"\A\s*(?:#[^\n]*\n\s*)*[\"']?[A-Za-z_][\w -]{0,60}[\"']?[ \t]*:(?:\s|$)")
_LONGEST = 64 * 1024
_ANY_DAY = date.max - timedelta(days=1)
#: a key and the rest of its line where that begins like a text: with a word, with a mark that no YAML text may begin with, or with
#: a quotation or a bracket that ends before the line does
_TEXT_LINE = re.compile(
    r"""^ ([A-Za-z_][\w\ -]{0,60}:[ \t]+)
    ( (?: [^\s"'\[\]{}|>&*!?\#-] | "[^"]*"[ \t]*[^\s\#] | '[^']*'[ \t]*[^\s\#'] | \[[^\]]*\][ \t]*[^\s\#] ) .*? )
    [ \t]*\r?$""",
    re.M | re.X,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontMatter:
    """What the block says; keys that are not ours are let be, as other programs have theirs."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Take the block off a text. Raises Rejected, as "front matter", where it is none that can be understood.

    Rules between two paragraphs look alike, so a block whose first line is no ``key:`` is part of the text.
    """
    match = _BLOCK.match(text[:_LONGEST])
    if match is None or not _KEY_LINE.match(match[1]):
        return FrontMatter(), text
    return _read(_load(match[1])), text[match.end() :]


def _load(block: str) -> dict[str, Any]:
    try:
        if not _is_yaml(block):
            block = _TEXT_LINE.sub(_quoted, block)
        node = yaml.compose(block, Loader=yaml.SafeLoader)
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            twice = next((key for key in keys if keys.count(key) > 1), None)
            if twice is not None:
                raise Rejected("front matter", f"its front matter has {twice!r} twice")
        loaded = yaml.safe_load(block)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark is not None else ""
        raise Rejected("front matter", f"its front matter is no valid YAML{where}") from error
    except (ValueError, RecursionError, OverflowError) as error:
        raise Rejected("front matter", "its front matter holds a value that YAML cannot read") from error
    if not isinstance(loaded, dict):
        raise Rejected("front matter", "its front matter is no list of keys and values")
    return loaded


def _is_yaml(block: str) -> bool:
    try:
        yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    return True


def _quoted(match: re.Match[str]) -> str:
    """The line of a key that is no YAML by itself, such as ``title: Correction: minister resigns``, with its text in quotes."""
    if _is_yaml(match[0]):
        return match[0]
    text = match[2].replace("'", "''")
    return f"{match[1]}'{text}'"


def _read(loaded: dict[str, Any]) -> FrontMatter:
    url = _words(loaded, "url")
    if url is not None and host_of(url) is None:
        raise Rejected("front matter", f"its front matter has url: {url[:100]!r}; write an address with http or https")
    published = next((loaded[key] for key in ("published", "date") if loaded.get(key) is not None), None)
    return FrontMatter(
        title=_words(loaded, "title"),
        published=_day(published) if published is not None else None,
        source=_words(loaded, "source"),
        url=url,
        language=_words(loaded, "language") or _words(loaded, "lang"),
    )


def _words(loaded: dict[str, Any], key: str) -> str | None:
    value = loaded.get(key)
    # YAML reads `language: no` as False and `title: 1984` as a number.
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool | list | dict):
        raise Rejected("front matter", f"its front matter has {key}: {str(value)[:100]!r}; write words, in quotes")
    return str(value).strip()


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    # whether it may be is told where it is used
    found = parse_date(value, _ANY_DAY) if isinstance(value, str) else None
    if found is None:
        raise Rejected("front matter", f"its front matter has published: {str(value)[:100]!r}; write YYYY-MM-DD")
    return found
