"""Web pages: the article without the page around it, checked against the page for what was left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice

from lxml import etree
from lxml import html as lxml_html

from briefing.ingest.charset import decode_text, known_encoding
from briefing.ingest.content import Content
from briefing.ingest.formats.html_metadata import own_text, read_page_metadata
from briefing.ingest.signatures import check_decoded_text, check_text_bytes

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{1,40})", re.I)
_XML_ENCODING = re.compile(rb"\A(?:\xef\xbb\xbf)?\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_.-]{1,40})")
_DECLARATION = re.compile(r"\A\ufeff?\s{0,20}<\?xml[^>]{0,200}\?>")
_NO_PROSE = frozenset(
    """script style noscript template nav header footer aside form button select svg iframe object figure head
    dialog menu""".split()
)
_BLOCKS = frozenset(
    """p li blockquote h1 h2 h3 h4 h5 h6 td th dd dt pre div section article main body ul ol dl table tr tbody thead br
    hr caption""".split()
)
_TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_PROSE = frozenset({"p", "li", "blockquote", "dd"})
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
#: the share of the page's prose that an extraction may leave out
_COMPLETE = 0.85
_BULLET = re.compile(r"^- ", re.M)
_SHORTEST_PROSE = 40
#: so many paragraphs tell what an extraction leaves out
_MOST_PROSE = 400
_DEEPEST = 200

#: whether a page says anything but what stands in for its scripts where these do not run
_HAS_WORDS = (
    "boolean(//text()[normalize-space() and not(ancestor::head or ancestor::script or ancestor::style or ancestor::noscript"
    " or ancestor::template)])"
)


def read_html(data: bytes, today: date) -> Content:
    """Read a web page: the article by trafilatura; where that drops prose, by its recall mode; then all of the page."""
    check_text_bytes(data, ".html")
    declared = _CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:200])
    decoded = decode_text(data, known_encoding(declared[1].decode("ascii")) if declared else None)
    check_decoded_text(decoded.text, ".html")
    return replace(read_page(decoded.text, today), notes=decoded.notes)


def read_page(source: str, today: date) -> Content:
    """Read a web page that is decoded already, as a mail's part is."""
    tree = _parse(source)
    if tree is None:
        return Content(text="", media_type="text/html")
    metadata = read_page_metadata(tree, today)
    if _unfold_layout(tree):
        source = lxml_html.tostring(tree, encoding="unicode")
    return Content(
        text=_writable(_article(source, tree)),
        media_type="text/html",
        title=_writable(metadata.title) if metadata.title else None,
        published=metadata.published,
        outlet=_writable(metadata.outlet) if metadata.outlet else None,
        url=_writable(metadata.url) if metadata.url else None,
        language=metadata.language,
    )


def _parse(source: str) -> etree._Element | None:
    # lxml refuses a str that declares an encoding, and NUL ends its input.
    cleaned = _DECLARATION.sub("", source).replace("\0", "")
    try:
        tree = lxml_html.document_fromstring(cleaned)
    except (etree.LxmlError, ValueError):
        return None
    if not isinstance(tree, etree._Element):
        return None
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    return tree


def _unfold_layout(tree: etree._Element) -> bool:
    """Make blocks of the tables that only put things in their place, as in mails: those around tables, or with one cell a row."""
    tables = [table for table in tree.iter("table") if _is_layout(table)]
    for table in tables:
        for element in [e for e in table.iter(*_TABLE_PARTS) if next(e.iterancestors("table"), table) is table or e is table]:
            blocks = any(isinstance(child.tag, str) and child.tag in _BLOCKS for child in element.iterdescendants())
            element.tag = "div" if blocks or element.tag not in ("td", "th") else "p"
    return bool(tables)


def _is_layout(table: etree._Element) -> bool:
    rows = list(table.iter("tr"))
    lone = all(sum(cell.tag in ("td", "th") for cell in row) <= 1 for row in rows)
    return bool(rows) and (table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None or lone)


def _article(source: str, tree: etree._Element) -> str:
    if not tree.xpath(_HAS_WORDS):
        return ""
    prose = list(islice((block for block in _prose(tree) if len(block) >= _SHORTEST_PROSE), _MOST_PROSE))
    best, share = "", -1.0
    for extract in (_precise, _generous, lambda _: "\n".join(_lines(tree))):
        text = extract(source)
        found = _share(prose, text)
        if found > share and text.strip():
            best, share = text, found
        if share >= _COMPLETE:
            break
    return best


def _share(prose: list[str], text: str) -> float:
    """Give the share of a page's prose, by length, that an extraction holds; white space apart."""
    folded = "".join(text.split())
    total = sum(map(len, prose))
    kept = sum(len(block) for block in prose if "".join(block.split()) in folded)
    return kept / total if total else 1.0


def _precise(source: str) -> str:
    return _extractor()(source, False)


def _generous(source: str) -> str:
    return _extractor()(source, True)


@cache
def _extractor() -> Callable[[str, bool], str]:
    # Importing it takes half a second, which a folder without web pages need not spend.
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

    def extract(source: str, recall: bool) -> str:
        try:
            found = trafilatura.extract(source, favor_recall=recall, include_comments=False, include_tables=True, with_metadata=False)
        except Exception:  # it lets through what its parsers raise on broken pages; the page's own text is still there
            return ""
        return _BULLET.sub("", found or "")

    return extract


def _prose(tree: etree._Element) -> Iterator[str]:
    """Yield paragraphs and list items of the page's content that are no navigation: few of their words are links."""
    for element in _content_root(tree).iter(*_PROSE):
        if any(_left_out(ancestor) for ancestor in (element, *element.iterancestors())):
            continue
        if any(child.tag in _PROSE for child in element.iterdescendants() if isinstance(child.tag, str)):
            continue
        text = " ".join(own_text(element).split())
        linked = sum(len(own_text(link)) for link in element.iter("a"))
        if text and linked <= len(text) * 0.5:
            yield text


def _content_root(tree: etree._Element) -> etree._Element:
    for tag in ("article", "main"):
        found = list(tree.iter(tag))
        if len(found) == 1:
            return found[0]
    return tree


def _left_out(element: etree._Element) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _NO_PROSE
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _lines(tree: etree._Element) -> Iterator[str]:
    """Yield the lines of the whole page's content, a block element each."""
    pieces: list[str] = []
    _gather(_content_root(tree), pieces, 0)
    for line in "".join(pieces).split("\n"):
        folded = " ".join(line.split())
        if folded:
            yield folded


def _gather(element: etree._Element, pieces: list[str], depth: int) -> None:
    block = element.tag in _BLOCKS
    if block:
        pieces.append("\n")
    if not _left_out(element) and depth < _DEEPEST:
        # A line end in the source is a space, except in preformatted text.
        pieces.append(_flow(element, element.text))
        for child in element:
            _gather(child, pieces, depth + 1)
            pieces.append(_flow(element, child.tail))
    if block:
        pieces.append("\n")


def _flow(element: etree._Element, text: str | None) -> str:
    return "" if not text else text if element.tag == "pre" else text.replace("\n", " ").replace("\r", " ")


def _writable(text: str) -> str:
    """Replace lone surrogates, which character references and linked data may hold, and no file can."""
    return text.encode("utf-8", "replace").decode("utf-8")
