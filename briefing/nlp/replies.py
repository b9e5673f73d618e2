"""Replies without words of their own: "The city agreed.", right behind what somebody asked, offered or said."""

from __future__ import annotations

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.acts import may_speak
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import FINITE, SUBJECTS, Text

_CONFIDENCE = 0.8
_SURE = 0.4
#: of these, what answers a demand or an offer alone; one may disagree with anything that is said
_TO_REQUESTS = frozenset({"agree", "consent", "refuse"})
_ASKS = lexicon.DEMAND | lexicon.OFFER
#: what a verb has that says more than that one agrees
_MORE = frozenset("obj ccomp xcomp advcl parataxis conj obl:agent".split())


def reply_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Find the sentences that are no more than a reply to the one thing asked, offered or said in the sentence before."""
    cues = {s.start for a in attributions for s in a.cue}
    found: list[Attribution] = []
    for verb in view.with_lemma(lexicon.REPLIES):
        token = view.tokens[verb]
        if token.start < body_start or not _is_all(view, verb) or token.start in cues:
            continue
        subject = view.child(verb, ("nsubj",))
        before = _said_before(view, attributions, verb)
        if subject is None or subject > verb or before is None or quotation_at(view.text, token.start) is not None:
            continue
        source = view.span_of([w for w in view.subtree(subject, without=frozenset({"acl:relcl", "appos", "punct"})) if w < verb])
        if before.source[0].end > source.start or not may_speak(view, resolver, source):
            continue
        found.append(
            Attribution(
                source=(source,),
                cue=(Span(token.start, token.end),),
                content=before.content,
                confidence=_CONFIDENCE,
            )
        )
    return found


def _is_all(view: Text, verb: int) -> bool:
    """Tell whether a finite verb, not denied, is all that its sentence says, but for a day."""
    token = view.tokens[verb]
    if token.relation != "root" or token.tag not in FINITE or view.is_negated(verb) or view.child(verb, SUBJECTS) is None:
        return False
    if any(view.tokens[c].relation in _MORE for c in view.children[verb]):
        return False
    behind = [c for c in view.children[verb] if c > verb and view.tokens[c].relation.startswith("obl")]
    return all(
        view.tokens[w].tag == "CD" or view.tokens[w].pos in ("PROPN", "ADP", "DET", "PUNCT") for c in behind for w in view.subtree(c)
    )


def _said_before(view: Text, attributions: list[Attribution], verb: int) -> Attribution | None:
    """The one attribution of the sentence before a reply, where it is one that may be replied to by that verb."""
    here = view.tokens[verb].sentence
    near = [a for a in attributions if a.cue and a.source and a.confidence >= _SURE and view.sentence_at(a.cue[0].start) == here - 1]
    if len(near) != 1 or near[0].content[-1].end > view.sentences[here].start:
        return None
    asks = {view.lemma(w) for w in view.words(near[0].cue)} & _ASKS
    said = {view.low(w) for w in view.words(near[0].content)} & {"must", "should"}
    return near[0] if asks or said or view.lemma(verb) not in _TO_REQUESTS else None
