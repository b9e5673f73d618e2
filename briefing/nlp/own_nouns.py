"""What somebody says by a noun of speech that is theirs: "Quill's call for talks", "the threat by Norland to close the strait"."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.acts import may_speak
from briefing.nlp.entities import is_outlet
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.speakers import BODY_OF_SOURCE
from briefing.nlp.syntax import FINITE, Text, trim

_CONFIDENCE = 0.8
_AGAIN = frozenset("repeat renew reiterate issue make restate".split())
#: who answers what somebody claimed holds the answer
_ANSWERS = frozenset({"respond", "react", "reply", "answer"})
_TO = frozenset("threat promise pledge vow plea call appeal refusal offer request".split())
_FOR = frozenset("call appeal plea demand request".split())
#: how "as" goes on where it tells of what is called for
_AS = frozenset("soon well much many part long early quickly agreed required planned promised".split())
_FEWEST, _LONGEST = 2, 30


def noun_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with those by a noun whose holder is named beside it; one that has no holder there makes way for it."""
    found = list(attributions)
    for noun in view.with_lemma(lexicon.CLAIM_NOUNS | _TO | _FOR):
        token = view.tokens[noun]
        if token.start < body_start or token.pos != "NOUN" or quotation_at(view.text, token.start) is not None:
            continue
        source = _holder(view, noun)
        content = _content(view, noun, source) if source is not None else None
        if source is not None and content is not None and (told := _told_of_own(view, found, source, content)) is not None:
            # "His warning that it would burst went unheeded, Quill said"
            cue = Span(token.start, token.end)
            found.append(Attribution(source=told.source, cue=(cue,), content=(content,), confidence=_CONFIDENCE))
            continue
        if source is None or content is None or not may_speak(view, resolver, source):
            continue
        actors = resolver.resolve([source])
        if len(actors) != 1 or is_outlet(actors[0]):
            continue
        cue = Span(token.start, token.end)
        made = Attribution(source=(source,), cue=_cue(view, cue, source, content), content=(content,), confidence=_CONFIDENCE)
        whole = Span(min(source.start, cue.start), max(source.end, content.end))
        here = [a for a in found if any(s.meets(content) or s.meets(cue) for s in (*a.content, *a.cue)) and not _speaks_of(a, whole)]
        mine = [a for a in here if any(s.meets(cue) for s in a.cue) and all(s.start >= cue.end for s in a.content)]
        # who says that "the call by Quill for a truce" was ignored is nobody
        mine += [a for a in here if not a.source and a not in mine and a.content[0].start <= cue.start and a.content[-1].end <= content.end]
        mine += [a for a in here if not (a.source or a.cue) and a not in mine and _lies_in(replace(made, content=(whole,)), a.content[0])]
        mine += [a for a in here if not a.cue and a not in mine and _is_the_same(a, source, content)]
        mine += [a for a in here if a not in mine and (_is_answered(view, a, cue, content) or _is_led_in(a, made))]
        again = [a for a in here if _is_said_again(view, a, source, cue)]
        if again:
            mine, made = again, replace(made, source=again[0].source, cue=(*again[0].cue, *made.cue))
        others = [a for a in here if a not in mine]
        if not others and len(mine) <= 1:
            found = [a for a in found if a not in mine] + [replace(made, confidence=max(_CONFIDENCE, *(a.confidence for a in mine), 0))]
        elif len(others) == 1 and len(mine) <= 1 and _lies_in(others[0], whole) and view.tokens[view.words([source])[0]].pos != "PRON":
            # "denied claims by the union that": the claim is the union's
            found = [a for a in found if a not in mine] + [replace(made, confidence=_CONFIDENCE * others[0].confidence)]
    return found


def _is_answered(view: Text, attribution: Attribution, noun: Span, content: Span) -> bool:
    """Tell whether a claim is what somebody else responds to: "responding to claims by the union that", "reacting to his remarks that"."""
    first, last = attribution.content[0], attribution.content[-1]
    around = first.start <= noun.start and content.end <= last.end and view.sentence_at(first.start) == view.sentence_at(last.end - 1)
    return around and any(view.lemma(w) in _ANSWERS for w in view.words(attribution.cue))


def _is_the_same(attribution: Attribution, source: Span, content: Span) -> bool:
    """Tell whether somebody is known to hold what begins there, by no word of speech."""
    own = any(s.meets(source) for s in attribution.source)
    return own and attribution.content[0].start <= content.start and attribution.content[0].meets(content)


def _is_led_in(attribution: Attribution, made: Attribution) -> bool:
    """Tell whether no more than "for" is the cue of what somebody calls for: "calls by lawmakers" for "an inquiry"."""
    source, content = made.source[0], made.content[0]
    led = bool(attribution.cue) and all(source.end <= c.start and c.end <= content.start for c in attribution.cue)
    return led and attribution.source == made.source and attribution.content[0].start == content.start


def _lies_in(attribution: Attribution, whole: Span) -> bool:
    return len(attribution.content) == 1 and attribution.content[0].start <= whole.start and whole.end <= attribution.content[0].end


def _told_of_own(view: Text, attributions: list[Attribution], owner: Span, content: Span) -> Attribution | None:
    """The one attribution of a sentence that begins with a warning or a demand of who tells it, behind it."""
    around = [a for a in attributions if any(s.meets(content) for s in (*a.content, *a.cue, *a.source))]
    if len(around) != 1 or view.slice(owner).lower() not in ("his", "her", "their"):
        return None
    told = around[0]
    whole = len(told.content) == 1 and told.content[0].start == owner.start and content.end < told.content[0].end
    return told if whole and told.source and told.source[0].start > told.content[0].end else None


def _speaks_of(attribution: Attribution, whole: Span) -> bool:
    """Tell whether a passive says what became of a claim or a demand: "Quill's demand for a rise was rejected by the bank"."""
    around = len(attribution.content) == 1 and attribution.content[0].start <= whole.start and attribution.content[0].end == whole.end
    behind = bool(attribution.source and attribution.cue) and attribution.cue[0].start >= whole.end
    return around and behind and attribution.cue[-1].start < attribution.source[0].end


def _cue(view: Text, noun: Span, source: Span, content: Span) -> tuple[Span, ...]:
    """The noun, with the "for" before what is called for."""
    before = view.text[: content.start].rstrip()
    if not before.endswith(" for"):
        return (noun,)
    leads = Span(len(before) - len("for"), len(before))
    return (noun, leads) if source.start > noun.end else (Span(noun.start, leads.end),)


def _is_said_again(view: Text, attribution: Attribution, owner: Span, noun: Span) -> bool:
    """Tell whether somebody is said to repeat what is their own: "repeated his demand that"."""
    first = attribution.content[0]
    own = view.slice(owner).lower() in ("his", "her", "their") and first.start == owner.start and noun.end < first.end
    return own and len(attribution.content) == 1 and any(view.lemma(w) in _AGAIN for w in view.words(attribution.cue))


def _holder(view: Text, noun: int) -> Span | None:
    """Who is named before the noun, as its owner, or right behind it, behind "by"."""
    owner = view.child(noun, ("nmod:poss",))
    if owner is not None and owner < noun:
        if view.low(owner) in ("its", "our", "my", "your"):
            return None
        words = [w for w in view.subtree(owner, without=BODY_OF_SOURCE) if view.tokens[w].tag != "POS"]
        return view.span_of(words) if words else None
    if view.tokens[noun - 1].tag == "POS" and noun > 1:
        # a parse may take the owner for the subject
        first = last = noun - 2
        while (
            first > 0
            and view.tokens[first - 1].pos in ("PROPN", "NOUN", "ADJ")
            and view.tokens[first].sentence == view.tokens[first - 1].sentence
        ):
            first -= 1
        return view.span_of(list(range(first, last + 1)))
    if noun + 2 < len(view.tokens) and view.low(noun + 1) in ("by", "from"):
        behind = [c for c in view.children[noun] if c > noun + 1 and view.tokens[c].relation in ("obl:agent", "obl", "nmod")]
        agent = next((w for w in (view.tokens[noun + 1].head, *behind[:1]) if w > noun + 1), None)
        if agent is not None:
            return view.span_of(_before_for(view, [w for w in view.subtree(agent, without=BODY_OF_SOURCE) if w > noun + 1]))
    return None


def _before_for(view: Text, words: list[int]) -> list[int]:
    """Who calls for something, without what for: "calls from leaders for lower taxes"; a Centre for Peace keeps its name."""
    forms = [view.tokens[w].text for w in words]
    ends = (n for n, form in enumerate(forms[:-1]) if n and form == "for" and not (forms[n - 1][0].isupper() and forms[n + 1][0].isupper()))
    return words[: next(ends, len(words))]


def _content(view: Text, noun: int, source: Span) -> Span | None:
    """What stands behind "that", "to" or "for" there, up to the verb of the sentence."""
    lemma, tokens = view.lemma(noun), view.tokens
    for child in (*view.children[noun], *_hung_elsewhere(view, noun, source)):
        if child < noun or tokens[child].relation not in ("acl", "ccomp", "nmod", "obl", "advcl", "acl:relcl", "xcomp", "csubj"):
            continue
        words = [w for w in view.subtree(child) if w > noun]
        if not _FEWEST <= len(words) <= _LONGEST or words != list(range(words[0], words[-1] + 1)):
            continue
        first = tokens[words[0]].text.lower()
        clause = lemma in lexicon.CLAIM_NOUNS and first == "that" and any(tokens[w].tag in FINITE | {"VB"} for w in words)
        whole = clause or (lemma in _TO and tokens[words[0]].tag == "TO")
        if whole and "\n" not in view.slice(view.span_of(words)):
            return trim(view.text, view.span_of(words[1:] if clause else words))
        if lemma in _FOR and first == "for" and len(called := words[1 : _judged_from(view, words)]) >= _FEWEST - 1:
            return trim(view.text, view.span_of(called))
    return None


def _hung_elsewhere(view: Text, noun: int, source: Span) -> list[int]:
    """What opens right behind a noun and whose it is, and a parse hangs on another word: "bowing to demands by Quill that it end"."""
    last = max(noun, *view.words([source]))
    opening = last + 1
    if opening >= len(view.tokens) or view.low(opening) not in ("that", "to", "for"):
        return []
    top = view.tokens[opening].head
    clause = view.low(opening) == "that" and view.tokens[top].relation == "csubj"
    return [top] if top > opening and (clause or view.tokens[top].head <= last) and view.subtree(top)[0] == opening else []


def _judged_from(view: Text, words: list[int]) -> int:
    """Where it begins what another makes of a call: "as theatre" in "dismissed Hale's call for a ruling as theatre"."""
    forms = [view.low(w) for w in words]
    return next((i for i, form in enumerate(forms[:-1]) if form == "as" and forms[i + 1] not in _AS), len(words))
