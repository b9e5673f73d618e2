"""What a writer tells more of at the end of what somebody says or does: it is no part of that."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import FINITE, Text, trim

_DASHES = frozenset("– — -- -".split())
_WHO = frozenset({"who", "whom"})
_TOLD = frozenset({"acl:relcl", "appos"})
_SPEAKS = lexicon.REPORTING | lexicon.SPEAKING | lexicon.NESTED
#: a content has so many words before a remark
_LEAST = 2


def without_remark(view: Text, content: tuple[Span, ...], cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """Cut off the end of a content behind its cue that says who one named last is, "a warrant against Jon Hale," who led the port; what
    the deed led to, "turned down the plea," opening the way to a trial; what stands behind a dash, "a levy" – something farmers feared."""
    span, words = content[-1], view.words(content[-1:])
    if not cue or cue[-1].end > content[0].start:
        return content
    held = view.words(cue)
    says = bool({view.lemma(w) for w in held} & lexicon.REPORTING)
    last = next((w for w in reversed(words) if view.tokens[w].pos != "PUNCT"), None)
    for place in range(_LEAST, len(words) - 1):
        mark = words[place]
        if view.tokens[mark].text not in _DASHES | {","} or quotation_at(view.text, view.tokens[mark].start) is not None:
            continue
        branch = _branch(view, mark + 1, {*words[:place], *held})
        if says and view.tokens[words[0]].tag != "TO" and not any(view.tokens[w].tag in FINITE for w in words[:place]):
            # "said Ada Quill, who led the port, was away"
            continue
        if branch is None or last is None or max((w for w in view.subtree(branch) if view.tokens[w].pos != "PUNCT"), default=-1) < last:
            continue
        aside = _is_aside(view, mark, branch) if view.tokens[mark].text in _DASHES else _is_told(view, mark, branch, held, words[0])
        if aside:
            return (*content[:-1], trim(view.text, Span(span.start, view.tokens[mark - 1].end)))
    return content


def _branch(view: Text, word: int, before: set[int]) -> int | None:
    """The word of what begins at one that hangs on what stands before it."""
    tokens, at = view.tokens, word
    while tokens[at].head not in before:
        if tokens[at].head == at or tokens[at].head < word:
            return None
        at = tokens[at].head
    return at


def _is_aside(view: Text, dash: int, branch: int) -> bool:
    """Tell whether what stands behind a dash is another name for a thing."""
    tokens, opening = view.tokens, view.tokens[dash + 1]
    if tokens[dash].start == tokens[dash - 1].end or opening.start == tokens[dash].end:
        # "twenty-one", "works—and"
        return False
    return opening.text.lower() == "something" or tokens[branch].relation == "appos"


def _is_told(view: Text, comma: int, branch: int, held: list[int], first: int) -> bool:
    """Tell whether what stands behind a comma says who somebody is, amid what a thing is said, or what a deed led to."""
    tokens, opening = view.tokens, view.low(comma + 1)
    token = tokens[branch]
    if opening in _WHO:
        before = Span(tokens[comma - 1].start, tokens[comma - 1].end)
        one = any(m.kind == "person" and m.span.meets(before) for m in view.annotation.mentions)
        return token.relation in _TOLD and tokens[token.head].pos in ("PROPN", "NOUN") and one
    if opening == "amid":
        return True
    led = branch == comma + 1 and token.tag == "VBG" and token.relation == "advcl" and token.head in held
    # "aims to rebuild the quays, using" them
    deed = tokens[first].tag != "TO" and view.lemma(token.head) not in lexicon.REPORTING
    return led and deed and view.lemma(branch) not in _SPEAKS
