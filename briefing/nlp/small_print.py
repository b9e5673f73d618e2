"""Lines that a page puts between or behind the paragraphs of an article: what else to read, whose the picture is, who the sender is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.models import Span

_NAMED = r"[^\W\d_a-z][\w.’'-]*(?:[ /][^\W\d_a-z][\w.’'-]*){0,5}"
_PICTURE = r"(?i:photo(?:graph)?s?|images?|pictures?|pics?|file(?: photo| picture| image)?|credits?|courtesy)"
_NETWORK = (
    r"(?:facebook|twitter|x|instagram|youtube|tik ?tok|linked ?in|whats ?app|telegram|threads|bluesky|mastodon|snapchat|reddit|google"
    r"|social media)\b"
)
_LINE = re.compile(r"[^\r\n]+(?:\r\n|\r|\n)*")
#: of one line alone
_ADDED = re.compile(
    r"(?:(?:also|further|related)[ -]read(?:ing)?|read(?: (?:more|also|next|the full story|this))|see also"
    r"|more on this(?: story| topic)?|more from \w+|related(?: stor(?:y|ies)| articles?| news)?|don[’']t miss"
    r"|recommended(?: for you)?|watch|listen|most read)\s?(?::.{0,180}|\W{0,3})"
    r"|advertise?ments?|(?:sponsored|promoted)(?: content)?"
    r"|(?:story|article) continues(?: below)?(?: (?:the )?(?:this )?advertise?ment)?"
    r"|share(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via) .{0,60}| with (?:your )?(?:friends|others)\W?)?"
    r"|(?:tweet|print|e-?mail|whatsapp|comments?)"
    rf"|follow us (?:on|at) .{{0,100}}|(?:like|join|find) us (?:on|at) (?:our )?(?:\W?@|{_NETWORK}).{{0,100}}"
    r"|(?:sign up|subscribe)\b.{0,30}\b(?:newsletters?|e-?mails?|alerts?|updates?|channel|briefing)\b.{0,100}"
    r"|(?:click|tap) here (?:to|for) .{0,100}|download (?:the|our) .{0,60}\bapp\b.{0,60}|copy link|skip to (?:main )?content",
    re.IGNORECASE,
)
#: a picture's caption tells at its end whose the picture is: "Photo: Ada Quill/Lake Wire", "[File: Ada Quill/Lake Wire]"
_CAPTION = re.compile(
    rf"(?:.{{0,280}}(?:(?:[.\"”)]|[.,!?]’) ?|[–—-] ?(?!\w+ from )|[(\[|]\s?))?"
    rf"{_PICTURE}(?:\s?[:/–—-]\s?| (?:by|courtesy of|via|from) ){_NAMED}\s?[)\]]?\.?"
    rf"|.{{0,280}}[(\[](?:AP|AFP|EPA|Reuters|{_NAMED}) [Pp]hoto(?:/{_NAMED})?[)\]]\.?"
)
#: the mark that a release ends with
_END = re.compile(r"(?m)^[ \t]*(?:#[ ]?#[ ]?#|-[ ]?30[ ]?-|[–—-]{0,2} ?(?:ENDS?|Ends) ?[–—-]{0,2})[ \t]*\r?$")
#: the most of a text that may stand behind that mark
_TAIL = 0.4


def small_print(text: str, *, body_start: int = 0) -> Iterator[Span]:
    """Yield the lines that are no part of an article, from the beginning of its body, with their ends."""
    # of several releases in one text, the last that ends does
    ended = next((m for m in reversed(list(_END.finditer(text, body_start))) if len(text) - m.start() <= _TAIL * len(text)), None)
    for line in _LINE.finditer(text, body_start, ended.start() if ended else len(text)):
        words = line.group().strip()
        if _ADDED.fullmatch(words) or (words[-1:] not in "!?" and _CAPTION.fullmatch(words)):
            yield Span(*line.span())
    if ended is not None:
        yield Span(ended.start(), len(text))
