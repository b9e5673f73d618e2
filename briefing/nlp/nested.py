"""Positions inside a content: what A says that B holds is B's, by way of A."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.conditions import under_condition
from briefing.nlp.contents import whole_content
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.kinds import kind_of
from briefing.nlp.quotations import is_quoted, quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text
from briefing.nlp.targets import target_of
from briefing.nlp.unsaid import is_supposed

#: how sure it is that a content ascribes something to another, where it is sure that somebody holds it
_WITHIN = 0.8
#: verbs whose subject holds what follows them, and none that tell what is done, seen or called as well
_HOLDS = (
    lexicon.NESTED
    | {"ask", "assure"}
    | (lexicon.REPORTING - frozenset("continue see view call consider answer respond post quote cite".split()))
)
#: what others want, expect or do, which is the word of who tells of it: "Stone said the port wants" a new pier
_TOLD_OF = frozenset("want expect suspect consider approve offer seek".split())
#: what is done, but for the clause with "that" that it may lead in
_DONE = frozenset("decide resolve propose find file".split())
#: what a body does with money as well as in words
_GIVEN = frozenset("support back endorse".split())
#: verbs that hold something only with a noun for what one has against it
_VOICES = frozenset({"raise", "voice", "express", "lodge", "file"})
_APOLOGIES = frozenset({"apologise", "apologize"})
_TAKES_SIDES = frozenset("oppose support back favour favor endorse".split())
#: words that say something: "the charges" that somebody denies, "the tax" that they oppose, else a clause
_CLAIM, _CLAUSE = 2, 3
_CONCERN = frozenset({"concern", "doubt", "fear", "support", "regret"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "may", "must", "should", "ought"})


def is_only_told_of(view: Text, cue: tuple[Span, ...], actors: tuple[Entity, ...]) -> bool:
    """Tell whether what stands in another's content says no more than what somebody wants or does."""
    verb = view.head_of(view.words(cue))
    if verb is None or view.tokens[verb].pos not in ("VERB", "AUX"):
        return False
    lemma = view.lemma(verb)
    done = lemma in _DONE and not view.text.startswith(" that ", view.tokens[verb].end)
    return lemma in _TOLD_OF or done or (lemma in _GIVEN and all(a.kind == "organization" for a in actors))


def nested_positions(view: Text, resolver: Resolver, content: tuple[Span, ...], via: tuple[Entity, ...], confidence: float) -> list[Held]:
    """Positions that a content ascribes to somebody else: "both leaders told me that ..."."""
    words = view.words(content)
    inside = set(words)
    found: list[Held] = []
    for verb in view.verbs(words):
        token = view.tokens[verb]
        if (
            view.lemma(verb) not in _HOLDS | _VOICES | _APOLOGIES | lexicon.GAINSAYS
            or (view.lemma(verb) == "ask" and token.tag not in ("VBD", "VBN", "VBG"))
            or view.is_negated(verb)
            or set(view.auxiliaries(verb)) & _HYPOTHETICAL
            or is_supposed(view, verb)
        ):
            continue
        if token.head != verb and token.relation in ("ccomp", "csubj") and view.is_negated(token.head):
            # "it is not true that she said"
            continue
        if token.tag == "VBN" and "be" in view.auxiliaries(verb):
            # who is accused accuses nobody
            continue
        subjects = [c for c in view.children[verb] if view.tokens[c].relation == "nsubj" and c in inside]
        astray = _subject_astray(view, verb)
        subject = astray if astray is not None else max((c for c in subjects if c < verb), default=next(iter(subjects), None))
        if subject is None:
            subject = _joined_subject(view, verb)
        if subject is None or view.low(subject) in lexicon.FIRST_PERSON | {"you", "who", "which", "that"}:
            continue
        quoted_there = is_quoted(view.text, content) and quotation_at(view.text, view.tokens[subject].start) is not None
        if quoted_there and view.tokens[subject].pos in ("PRON", "DET"):
            # whom a speaker means by "they both" is not told by the text around
            continue
        said = _said(view, verb)
        if said is None or said not in inside or said < verb or subject not in inside:
            continue
        if subject > verb and view.subtree(subject)[0] > verb + 1:
            # "told me the Lab had warned": whom a parse gives to the wrong verb
            continue
        source = view.span_of([w for w in view.subtree(subject) if w in inside])
        cue = (Span(token.start, token.end),)
        actors = tuple(e for e in resolver.resolve([source], speaker=list(via)) if e not in via)
        if not actors or is_only_told_of(view, cue, actors):
            continue
        body = [w for w in view.subtree(said) if w in inside and w > verb]
        if len(body) < (_CLAIM if view.lemma(verb) in lexicon.GAINSAYS | _TAKES_SIDES else _CLAUSE):
            continue
        # a quotation round both is the speaker's; what the other holds begins behind its verb
        whole = under_condition(view, whole_content(view, (view.span_of(body),), cue=cue, marks=()), cue)
        span = tuple(Span(max(s.start, token.end + 1), s.end) for s in whole if s.end > token.end + 1)
        if not span:
            continue
        quoted = is_quoted(view.text, span)
        kind = kind_of(view, cue, span, actors, quoted=quoted)
        found.append(
            Held(
                actors=actors, via=via, source=(source,), cue=cue, content=span, kind=kind, quoted=quoted,
                target=target_of(view, resolver, kind, cue, span, actors), confidence=confidence * _WITHIN,
            )
        )  # fmt: skip
    return found


def _joined_subject(view: Text, verb: int) -> int | None:
    """The name that is the subject of the verb that one is joined to: "Halm denied the strike and said" it was a lie."""
    token, over = view.tokens[verb], view.tokens[verb].head
    subject = view.child(over, ("nsubj",)) if token.relation == "conj" and token.tag == view.tokens[over].tag else None
    return subject if subject is not None and subject < over and view.tokens[subject].pos == "PROPN" else None


def _subject_astray(view: Text, verb: int) -> int | None:
    """The name right before a verb that a parse gives to its clause ("Iran said its forces had"), to the verb around it ("told me the
    Lab had warned"), or takes for a part of the verb ("the Fund estimates")."""
    before = verb - 1
    while before > 0 and view.tokens[before].pos in ("AUX", "ADV"):
        before -= 1
    token, head = view.tokens[max(0, before)], view.tokens[max(0, before)].head
    if token.pos not in ("NOUN", "PROPN") or token.sentence != view.tokens[verb].sentence:
        return None
    if token.relation == "compound":
        return before if head == verb else None
    if token.relation != "nsubj":
        return None
    around = view.tokens[verb].relation == "ccomp" and head == view.tokens[verb].head < before
    own = view.tokens[head].head == verb and view.tokens[head].relation == "ccomp" and head > verb
    own = own and any(c > verb and view.tokens[c].relation in ("nsubj", "nsubj:pass") for c in view.children[head])
    return before if around or own else None


def _said(view: Text, verb: int) -> int | None:
    """What a verb of speech or of a stand has for its content: a clause, or what is opposed, blamed or backed."""
    lemma, obj = view.lemma(verb), view.child(verb, ("obj",))
    if lemma in _VOICES:
        return obj if obj is not None and view.lemma(obj) in lexicon.COMPLAINT | _CONCERN else None
    if lemma in _APOLOGIES:
        behind = [c for c in view.children[verb] if view.tokens[c].relation in ("obl", "advcl")]
        return next((c for c in behind if any(view.low(g) in ("for", "over") for g in view.children[c])), None)
    clause = view.child(verb, ("ccomp", "xcomp"))
    if clause is None and lemma in lexicon.OPPOSITION | lexicon.BLAME | lexicon.SUPPORT | lexicon.PRAISE | lexicon.GAINSAYS:
        # a parse may take what stands behind the verb for a second subject
        return obj if obj is not None else next((c for c in view.children[verb] if c > verb and view.tokens[c].relation == "nsubj"), None)
    return clause
