"""Attributions → positions of actors: whose, of what kind, towards whom, quoted or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.models import Attribution, PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.resolve import Resolver
from briefing.nlp.roster import Entity
from briefing.nlp.syntax import Text, trim

_OPENING, _CLOSING = "“«„", "”»"
_MUST = frozenset({"must", "should", "need", "shall", "ought", "necessary", "imperative", "essential", "urgent", "crucial", "vital"})
#: what is left of the confidence in speech that is denied or imagined; below what a briefing shows
_IMAGINED = 0.3
_OWN = frozenset({"i", "we"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "may"})
_RAISES = frozenset(
    {"raise", "voice", "express", "share", "air", "cite", "have", "highlight", "lodge", "file", "register", "list", "provide"}
)
_COMPLAINT = frozenset({"objection", "opposition", "complaint", "grievance", "reservation", "outrage", "anger", "disapproval", "protest"})
_WORRY = frozenset({"risk", "danger", "threat", "fear", "alarm"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A position while names are not yet final: the entities instead of their names."""

    actors: tuple[Entity, ...]
    via: tuple[Entity, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: PositionKind
    quoted: bool
    target: Entity | None
    confidence: float


def clean_content(view: Text, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Trim each piece to the content itself and join pieces that only marks and white space part."""
    out: list[Span] = []
    for span in sorted(spans):
        trimmed = trim(view.text, span)
        if trimmed.end <= trimmed.start:
            continue
        if out and not re.search(r"\w", view.text[out[-1].end : trimmed.start]):
            joined = Span(out[-1].start, trimmed.end)
            out[-1] = trim(view.text, joined)
        else:
            out.append(trimmed)
    return tuple(out)


def is_quoted(text: str, spans: tuple[Span, ...]) -> bool:
    """Tell whether a content lies wholly or mainly inside quotation marks."""
    inside = total = 0
    for start, end in spans:
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        open_ = False
        for place in range(line, end):
            char = text[place]
            if char in _OPENING or (char == '"' and not open_):
                open_ = True
            elif char in _CLOSING or char == '"':
                open_ = False
            elif place >= start and not char.isspace():
                total += 1
                inside += open_
    return total > 0 and inside / total > 0.5


def is_hypothetical(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether the cue denies or only imagines the speech: "did not say", "would say", "if he says"."""
    words = view.words(cue)
    head = view.head_of(words)
    if head is None or view.tokens[head].pos not in ("VERB", "AUX"):
        return False
    if view.is_negated(head) and view.lemma(head) in (
        "say",
        "tell",
        "comment",
        "mention",
        "specify",
        "elaborate",
        "respond",
        "confirm",
    ):
        return True
    auxiliaries = set(view.auxiliaries(head))
    if auxiliaries & _HYPOTHETICAL and view.lemma(head) in ("say", "tell", "argue", "think", "ask", "call"):
        return True
    marks = {view.lemma(c) for c in view.children[head] if view.tokens[c].relation == "mark"}
    return bool(marks & {"if", "unless", "whether"})


def kind_of(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    """Classify a position by its cue's class, then by the content's own modality."""
    cue_words = view.words(cue)
    lemmas = {view.lemma(w) for w in cue_words}
    forms = {view.tokens[w].text.lower() for w in cue_words}
    words = view.words(content)
    head = view.head_of(cue_words)
    negated = head is not None and view.is_negated(head)
    content_forms = [view.tokens[w].text.lower() for w in words]
    first = content_forms[:8]
    begins_to = bool(content_forms) and content_forms[0] == "to"
    if lemmas & _RAISES and set(first) | forms and _complains(set(first) | lemmas | set(_lemmas(view, words[:6]))):
        return "opposition"
    if "pin" in lemmas or "blame" in lemmas or (lemmas & {"pin", "put", "lay", "place"} and "blame" in content_forms):
        return "blame"
    by_cue = _by_cue(lemmas, negated=negated, begins_to=begins_to)
    if (
        by_cue == "demand"
        and lemmas & {"tell", "ask", "propose", "suggest", "want", "seek", "invite", "push", "rule"}
        and not (begins_to or _addressed_infinitive(view, words))
    ):
        by_cue = None
    if by_cue is not None:
        return by_cue
    return _by_content(view, words, content_forms, actors, quoted=quoted)


def _lemmas(view: Text, words: list[int]) -> list[str]:
    return [view.lemma(w) for w in words]


def _complains(words: set[str]) -> bool:
    return bool(words & _COMPLAINT)


def _by_cue(lemmas: set[str], *, negated: bool, begins_to: bool) -> PositionKind | None:
    if lemmas & lexicon.DENIAL:
        return "support" if negated and "deny" not in lemmas else "denial"
    if lemmas & {"refuse", "decline"} and begins_to:
        return "opposition"
    if lemmas & (lexicon.BLAME - lexicon.OPPOSITION) or (lemmas & {"slam", "charge", "attack"}):
        return "blame"
    if lemmas & lexicon.PRAISE:
        return "praise"
    if lemmas & lexicon.WARNING and not lemmas & {"fear", "worry", "risk"}:
        return "warning"
    if lemmas & lexicon.COMMITMENT - {"plan", "announce", "aim"} and not negated:
        if lemmas & {"agree", "decide", "resolve", "determined", "decision"} and not begins_to and "commit" not in lemmas:
            return "support" if "agree" in lemmas else None
        return "commitment"
    if lemmas & {"plan", "intend", "aim", "announce"} and begins_to:
        return "commitment"
    if lemmas & (lexicon.OFFER - {"propose"}):
        return "offer"
    if lemmas & lexicon.OPPOSITION:
        return "support" if negated and lemmas & {"oppose", "object", "reject"} else "opposition"
    if lemmas & lexicon.SUPPORT - {"agree", "like"}:
        return "opposition" if negated else "support"
    if lemmas & lexicon.DEMAND and not negated:
        return "demand"
    return None


def _addressed_infinitive(view: Text, words: list[int]) -> bool:
    """Tell whether a content reads "X to do": an addressee, then an infinitive, before any finite verb."""
    for word in words[:14]:
        token = view.tokens[word]
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
        if token.tag == "TO" and word + 1 < len(view.tokens) and view.tokens[word + 1].tag == "VB":
            return True
    return False


def _by_content(view: Text, words: list[int], forms: list[str], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    if not words:
        return "statement"
    head = _main_verb(view, words)
    if head is None:
        return "statement"
    subject = view.subject(head)
    subject_form = view.tokens[subject].text.lower() if subject is not None else ""
    auxiliaries = set(view.auxiliaries(head)) | {view.tokens[c].text.lower() for c in view.children[head] if view.tokens[c].tag == "MD"}
    own = subject_form in _OWN or (not quoted and subject is not None and _is_actor(view, subject, actors))
    lemma = view.lemma(head)
    negated = view.is_negated(head)
    obliged = auxiliaries & {"must", "should", "ought", "shall"} or (lemma in ("need", "have") and _takes_infinitive(view, head))
    if obliged and not (own and subject_form == "i"):
        return "demand"
    if lemma in _MUST or set(forms[:6]) & {"urgent", "imperative"}:
        return "demand"
    if own and auxiliaries & {"will", "shall", "'ll", "’ll", "wo"} and lemma not in ("be", "have", "see", "know"):
        return "opposition" if lemma in ("oppose", "reject") else "commitment"
    if own and not quoted and "would" in auxiliaries and lemma not in ("be", "like", "have"):
        return "commitment"
    if (
        own
        and lemma in ("commit", "pledge", "promise", "vow", "determine", "decide", "resolve", "agree", "go")
        and _takes_infinitive(view, head)
    ):
        return "commitment"
    if lemma in ("committed", "determined"):
        return "commitment"
    if lemma in ("ready", "willing", "prepared", "prepare", "open"):
        return "offer"
    if own and lemma in ("oppose", "reject", "condemn", "denounce"):
        return "opposition"
    if own and lemma in ("support", "welcome", "back", "endorse"):
        return "opposition" if negated else "support"
    if (own and lemma in ("thank", "congratulate", "commend", "applaud", "praise", "salute")) or (own and lemma in ("grateful", "proud")):
        return "praise"
    if own and lemma in ("urge", "demand", "call", "ask", "want", "expect") and not negated:
        return "demand" if lemma != "expect" else "statement"
    if lemma in ("unacceptable", "impermissible", "unconstitutional", "illegal", "invalid", "unfair", "wrong", "problematic"):
        return "opposition"
    if forms[0] in ("let", "please") or (view.tokens[words[0]].tag == "VB" and words[0] == head):
        return "demand"
    return "statement"


def _main_verb(view: Text, words: list[int]) -> int | None:
    head = view.head_of(words)
    if head is None:
        return None
    inside = set(words)
    roots = [w for w in words if view.tokens[w].head not in inside or view.tokens[w].head == w]
    verbs = [w for w in roots if view.tokens[w].pos in ("VERB", "ADJ", "NOUN", "AUX") and view.subject(w) is not None]
    return verbs[0] if verbs else head


def _takes_infinitive(view: Text, verb: int) -> bool:
    return any(view.tokens[c].relation == "xcomp" for c in view.children[verb])


def _is_actor(view: Text, subject: int, actors: tuple[Entity, ...]) -> bool:
    token = view.tokens[subject]
    if token.text.lower() in ("he", "she", "it", "they"):
        return True
    return any(s.start <= token.start < s.end for a in actors for s in a.spans)


def target_of(
    view: Text,
    resolver: Resolver,
    kind: PositionKind,
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    actors: tuple[Entity, ...],
) -> Entity | None:
    """Whom a position is directed at: the addressee of a demand, who is blamed, what is supported or opposed."""
    if kind in ("statement", "warning", "denial", "commitment", "offer") or not content:
        candidates = _between(resolver, cue, content)
        return next((e for e in candidates if e not in actors), None)
    words = view.words(content)
    if kind == "demand":
        between = [e for e in _between(resolver, cue, content) if e not in actors]
        if between:
            return between[0]
        verb = _main_verb(view, words)
        subject = view.subject(verb) if verb is not None else None
        if subject is not None and subject in set(words):
            found = [e for _, e in resolver.roster.at(view.tokens[subject].start, view.tokens[subject].end)]
            return next((e for e in found if e not in actors), None)
        first = resolver.roster.at(content[0].start, min(content[0].end, content[0].start + 40))
        return next((e for s, e in first if s.start - content[0].start <= 4 and e not in actors), None)
    start = min([content[0].start, *(c.end for c in cue if c.end <= content[0].start)])
    inside = resolver.roster.at(start, content[-1].end)
    return next((e for _, e in inside if e not in actors), None)


def _between(resolver: Resolver, cue: tuple[Span, ...], content: tuple[Span, ...]) -> list[Entity]:
    """The entities named between the cue and the content ("told reporters", "called on Azerbaijan to")."""
    if not cue or not content:
        return []
    start, end = cue[-1].end, content[0].start
    if not 0 <= end - start <= 80:
        return []
    return [e for _, e in resolver.roster.at(start, end)]


# ------------------------------------------------------------------------------------------ straight line


def hold_positions(view: Text, resolver: Resolver, attributions: tuple[Attribution, ...]) -> list[Held]:
    """Resolve every attribution, in text order, to positions; add those that contents ascribe to others."""
    held: list[Held] = []
    previous: tuple[Entity, ...] = ()
    previous_end = -1
    for attribution in sorted(attributions, key=lambda a: min(s.start for s in a.content)):
        content = clean_content(view, attribution.content)
        if not content:
            continue
        # speech that is denied or imagined is found, but not trusted: nobody holds it
        confidence = attribution.confidence * (_IMAGINED if is_hypothetical(view, attribution.cue) else 1.0)
        quoted = is_quoted(view.text, content)
        actors = tuple(resolver.resolve(attribution.source)) if attribution.source else ()
        if not attribution.source and quoted and previous and _continues(view, previous_end, content[0].start):
            actors = previous
        kind = kind_of(view, attribution.cue, content, actors, quoted=quoted)
        at = attribution.source[0].start if attribution.source else content[0].start
        resolver.remember(at, list(actors))
        held.append(
            Held(
                actors=actors,
                via=(),
                source=attribution.source,
                cue=attribution.cue,
                content=content,
                kind=kind,
                quoted=quoted,
                target=target_of(view, resolver, kind, attribution.cue, content, actors),
                confidence=confidence,
            )
        )
        held += (n for n in _nested(view, resolver, content, actors, confidence) if not any(_overlap(n.cue, a.cue) for a in attributions))
        previous, previous_end = actors, content[-1].end
    return held


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a for y in b)


def _continues(view: Text, end: int, start: int) -> bool:
    """Tell whether a quotation follows another with nothing said between."""
    return 0 <= start - end < 400 and view.text.count("\n", end, start) <= 4


def _nested(view: Text, resolver: Resolver, content: tuple[Span, ...], via: tuple[Entity, ...], confidence: float) -> list[Held]:
    """Positions that a content ascribes to somebody else: "both leaders told me that ..."."""
    words = view.words(content)
    inside = set(words)
    found: list[Held] = []
    for verb in view.verbs(words):
        token = view.tokens[verb]
        if view.lemma(verb) not in lexicon.NESTED or view.is_negated(verb) or set(view.auxiliaries(verb)) & _HYPOTHETICAL:
            continue
        subject = view.child(verb, ("nsubj",))
        if subject is None or subject not in inside or view.tokens[subject].text.lower() in _OWN | {"you", "who", "which", "that"}:
            continue
        said = view.child(verb, ("ccomp", "xcomp"))
        if said is None or said not in inside or said < verb:
            continue
        source = view.span_of([w for w in view.subtree(subject) if w in inside])
        actors = tuple(e for e in resolver.resolve([source], speaker=list(via)) if e not in via)
        if not actors:
            continue
        body = [w for w in view.subtree(said) if w in inside and w > verb]
        if len(body) < 3:
            continue
        span = clean_content(view, (view.span_of(body),))
        cue = (Span(token.start, token.end),)
        if not span:
            continue
        quoted = is_quoted(view.text, span)
        kind = kind_of(view, cue, span, actors, quoted=quoted)
        found.append(
            Held(
                actors=actors, via=via, source=(source,), cue=cue, content=span, kind=kind, quoted=quoted,
                target=target_of(view, resolver, kind, cue, span, actors), confidence=confidence * 0.8,
            )
        )  # fmt: skip
    return found
