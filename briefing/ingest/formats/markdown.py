"""Markdown: the words without the marks, a paragraph a line."""

from __future__ import annotations

import html
import re
import string

from briefing.ingest.charset import decode_text
from briefing.ingest.content import Content
from briefing.ingest.formats.front_matter import split_front_matter
from briefing.ingest.signatures import check_decoded_text, check_plain_bytes, check_text_bytes

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_QUOTE = re.compile(r"(?: {0,3}>[ ]?)+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*:?-{1,}:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,500})?/?>")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000}|[^<>\s@]{1,100}@[^<>\s]{1,100})>")
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]]{0,1000})\](?:\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\[[^\[\]]{0,200}\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]:?")
_CODE = re.compile(r"(`{1,3})([^`\n]{1,1000})\1")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,2000}?)(?<=[^\s*_])\1(?![\w*_])")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,2000}?)~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# The last plane is for private use, and nobody writes in it.
_HIDE = {ord(mark): 0x10F000 + ord(mark) for mark in string.punctuation}
_SHOW = {hidden: mark for mark, hidden in _HIDE.items()}


def read_markdown(data: bytes) -> Content:
    """Read a Markdown file, with its front matter where it has some."""
    check_text_bytes(data, ".md")
    check_plain_bytes(data, ".md")
    decoded = decode_text(data)
    check_decoded_text(decoded.text, ".md")
    matter, body = split_front_matter(decoded.text)
    text, heading = strip_markdown(body)
    return Content(
        text=text,
        media_type="text/markdown",
        title=matter.title or heading,
        published=matter.published,
        published_from="front matter",
        outlet=matter.source,
        url=matter.url,
        language=matter.language,
        notes=decoded.notes,
    )


def strip_markdown(body: str) -> tuple[str, str | None]:
    """Give the text with a blank line between paragraphs, and the first heading of the first level (else the first)."""
    blocks: list[tuple[int, str]] = []
    paragraph: list[str] = []
    fence: str | None = None

    def close() -> None:
        words = _inline(" ".join(paragraph))
        if words:
            blocks.append((0, words))
        paragraph.clear()

    lines = _without_comments(body.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")).split("\n")
    for line in lines:
        marks = _FENCE.match(line)
        if marks and (fence is None or marks[1].startswith(fence)):
            close()
            fence = marks[1] if fence is None else None
            continue
        if fence is not None:
            blocks.append((0, line))
            continue
        quote = _QUOTE.match(line)
        line = line[quote.end() :] if quote else line
        heading = _HEADING.match(line)
        if heading:
            close()
            words = line[heading.end() :].strip()
            bare = words.rstrip("#")
            # Marks behind a heading close it where a space stands before them; "C#" is a word.
            blocks.append((len(heading[1]), _inline(bare if not bare or bare[-1].isspace() else words)))
        elif paragraph and _UNDERLINE.match(line):
            words = _inline(" ".join(paragraph))
            paragraph.clear()
            blocks.append((1 if "=" in line else 2, words))
        elif not line.strip() or _RULE.match(line) or _TABLE_RULE.match(line) or _DEFINITION.match(line):
            close()
        elif line.lstrip().startswith("|"):
            close()
            cells = (_inline(cell) for cell in line.strip().strip("|").split("|"))
            blocks.append((0, "\t".join(cells)))
        elif _ITEM.match(line):
            close()
            paragraph.append(_ITEM.sub("", line, count=1).strip())
        else:
            paragraph.append(line.strip().removesuffix("\\").strip())
    close()
    kept = [(level, words) for level, words in blocks if words.strip()]
    headings = sorted(((level, index) for index, (level, _) in enumerate(kept) if level), key=lambda pair: pair)
    title = kept[headings[0][1]][1] if headings else None
    return "\n\n".join(words for _, words in kept), title


def _without_comments(body: str) -> str:
    kept: list[str] = []
    position = 0
    # A pattern would look for the end of each comment that has none, through the whole file every time.
    while (start := body.find("<!--", position)) >= 0 and (end := body.find("-->", start + 4)) >= 0:
        kept.append(body[position:start])
        position = end + 3
    return "".join((*kept, body[position:]))


def _inline(words: str) -> str:
    # Code and escaped marks are no markup; they are put out of its reach and brought back at the end.
    words = _CODE.sub(lambda match: match[2].translate(_HIDE), words)
    words = _ESCAPE.sub(lambda match: match[1].translate(_HIDE), words)
    words = _IMAGE.sub("", words)
    words = _AUTOLINK.sub(lambda match: match[1], words)
    words = _FOOTNOTE.sub("", words)
    for _ in range(2):
        words = _LINK.sub(lambda match: match[1], words)
    words = _TAG.sub("", words)
    for pattern in (_STRONG, _EMPHASIS, _EMPHASIS, _STRONG):
        words = pattern.sub(lambda match: match[2], words)
    words = _STRUCK.sub(lambda match: match[1], words)
    return re.sub(r"[ \t]{2,}", " ", html.unescape(words)).translate(_SHOW).strip()
