"""What a web page says about itself in its head: only statements, never a date found by looking around."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import etree

from briefing.ingest.address import host_of
from briefing.ingest.dates import parse_date

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "date",
)
_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone")
_ARTICLE_KINDS = ("Article", "NewsArticle", "Report", "BlogPosting", "WebPage")
_MOST_NODES = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class PageMetadata:
    """A page's own statements."""

    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


def read_page_metadata(tree: etree._Element, today: date) -> PageMetadata:
    """Read meta elements, then linked data (JSON-LD), then the page's own heading and time elements."""
    meta = _meta(tree)
    linked = _linked_data(tree)
    heading = next((" ".join(text.split()) for text in _texts(tree, "h1") if text.strip()), None)
    page_title = next((" ".join(text.split()) for text in _texts(tree, "title") if text.strip()), None)
    outlet = _first(meta, _OUTLET) or linked.get("publisher")
    return PageMetadata(
        title=_first(meta, _TITLE) or linked.get("headline") or heading or _without_outlet(page_title, outlet),
        published=_published(tree, meta, linked, today),
        outlet=outlet,
        url=_url(tree, meta, linked),
        language=(tree.get("lang") or meta.get("content-language") or "").strip()[:20] or None,
    )


def _meta(tree: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name:
                found.setdefault(name, content[:1000])
    return found


def _linked_data(tree: etree._Element) -> dict[str, str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            loaded = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(loaded):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.endswith(_ARTICLE_KINDS) for kind in kinds):
                found = {key: value for key in ("headline", "datePublished", "url") if (value := _string(node.get(key)))}
                publisher = node.get("publisher")
                name = _string(publisher.get("name")) if isinstance(publisher, dict) else _string(publisher)
                return {**found, **({"publisher": name} if name else {})}
    return {}


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of linked data, outer ones first."""
    waiting = [loaded]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(value for value in node[:_MOST_NODES] if isinstance(value, dict | list))


def _published(tree: etree._Element, meta: dict[str, str], linked: dict[str, str], today: date) -> date | None:
    for value in (*(meta.get(name) for name in _PUBLISHED), linked.get("datePublished")):
        found = parse_date(value, today) if value else None
        if found is not None:
            return found
    # A time element is the article's where it says so; others are those of comments and of teasers.
    stated = set()
    for element in tree.iter("time", "span", "abbr"):
        if element.get("itemprop") == "datePublished" or (element.tag == "time" and element.get("pubdate") is not None):
            stated.add(parse_date(element.get("datetime") or element.get("content") or own_text(element), today))
    for article in tree.iter("article", "main"):
        times = [element.get("datetime") for element in article.iter("time") if element.get("datetime")]
        if not stated and times:
            stated = {parse_date(value or "", today) for value in times}
    stated.discard(None)
    return stated.pop() if len(stated) == 1 else None


def _url(tree: etree._Element, meta: dict[str, str], linked: dict[str, str]) -> str | None:
    canonical = next((link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    for value in (canonical, meta.get("og:url"), linked.get("url")):
        if value and host_of(value):
            return value.strip()[:2000]
    return None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Take "| The Daily Star" off a page's title."""
    for mark in (" | ", " - ", " – ", " — ") if title else ():
        before, found, after = (title or "").rpartition(mark)
        if found and len(before) >= 15 and (after.strip() == outlet or mark == " | "):
            return before.strip()
    return title


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((" ".join(meta[name].split()) for name in names if meta.get(name, "").strip()), None)


def _texts(tree: etree._Element, tag: str) -> Iterator[str]:
    for element in tree.iter(tag):
        yield own_text(element)


def own_text(element: etree._Element) -> str:
    """The text of an element and of all inside it."""
    return "".join(part for part in element.itertext() if isinstance(part, str))


def _string(value: object) -> str | None:
    return " ".join(value.split())[:1000] or None if isinstance(value, str) else None
