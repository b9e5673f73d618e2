"""Stances that a passive tells by whom it is taken: "Stone's claim was disputed by the hospital", "was welcomed by farmers and condemned
by the army"."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.agents import agent_behind, agents_besides
from briefing.nlp.entities import is_outlet
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.stances import NO_MATTER, PAST, STANCES
from briefing.nlp.syntax import HYPOTHETICAL, SUBJECTS, Text
from briefing.nlp.unnamed import is_nobody

_CONFIDENCE = 0.8
_SUFFERED = STANCES | frozenset("deny dismiss contest challenge contradict refute criticise criticize commend mock ridicule".split())
#: what a cue does whose agent stands behind "by"
_TAKES_A_STANCE = lexicon.OPPOSITION | lexicon.DENIAL | lexicon.BLAME | lexicon.SUPPORT | lexicon.PRAISE
#: what is done to persons and bodies with their hands or money, and not by a word
_DONE_TO_ACTORS = frozenset("welcome back support challenge reject dismiss oppose".split())
_HELPERS = frozenset({"aux:pass", "cop"})
_PRONOUNS = frozenset({"it", "this", "that", "they", "which"})
_MOST_JOINED, _LONGEST, _BY_AND_ARTICLE = 3, 25, 2


@dataclass(frozen=True, slots=True)
class _Passive:
    """A verb in the passive: what it is done to, with all that belongs to it, and where its own words begin."""

    matter: int
    phrase: tuple[int, ...]
    begin: int


def passive_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with those of passives whose agent is known; one of the verb that leaves the agent out makes way for it."""
    found = list(attributions)
    for verb in view.with_lemma(_SUFFERED):
        token = view.tokens[verb]
        if token.start < body_start or (agent := agent_behind(view, verb)) is None or (passive := read_passive(view, verb)) is None:
            continue
        sentence = view.sentences[token.sentence]
        if quotation_at(view.text, token.start) is not None or PAST.search(view.text, sentence.start, sentence.end):
            continue
        if not _is_judged(view, verb, passive.matter):
            continue
        cue, content = Span(view.tokens[passive.begin].start, token.end), view.span_of(list(passive.phrase))
        for by in (agent, *agents_besides(view, agent)):
            own = [a for a in found if any(s.meets(Span(token.start, token.end)) for s in a.cue)]
            astray = [a for a in own if not a.source or any(s.meets(by) for s in a.content) or _is_of_another(view, a, by, token.end)]
            told = [a for a in own if a not in astray and _is_of(a, by, cue)]
            if told or any(_holds(a, cue, by) for a in found if a not in own):
                continue
            actors = resolver.resolve([by])
            if actors and not any(is_outlet(a) or is_nobody(a) for a in actors):
                made = Attribution(source=(by,), cue=(cue,), content=(content,), confidence=_CONFIDENCE)
                found = [a for a in found if a not in astray] + [made]
    return found


def _holds(attribution: Attribution, cue: Span, agent: Span) -> bool:
    """Tell whether an attribution of another cue has a passive, or its agent, in what is said."""
    parts = attribution.content if attribution.cue or attribution.source else ()
    return any(s.meets(cue) or s.meets(agent) for s in (*parts, *attribution.cue))


def _is_of_another(view: Text, attribution: Attribution, by: Span, end: int) -> bool:
    """Tell whether the model ties to a passive the agent of another: "was backed by farmers, rejected by the Senate"."""
    first = view.words(attribution.source[:1])
    if not first or attribution.cue[-1].end > by.end:
        return False
    if attribution.source[0].start < by.start:
        return _is_agent_before(view, first[0], end)
    if attribution.source[0].start < by.end:
        return False
    before = [w for w in range(first[0] - 3, first[0]) if view.tokens[w].start >= by.end]
    led = any(view.low(w) == "by" for w in before)
    return led and any(view.tokens[w].tag in ("VBN", "VBD") and view.tokens[w].start > end for w in before)


def _is_agent_before(view: Text, first: int, end: int) -> bool:
    """Tell whether who is named before a passive is the agent of one that is joined to it: "was backed by farmers and rejected"."""
    led = first > 1 and view.low(first - 1) == "by" and view.tokens[first - 2].tag in ("VBN", "VBD")
    return led and view.tokens[first].end < end


def _is_of(attribution: Attribution, by: Span, cue: Span) -> bool:
    """Tell whether an attribution of a passive has its agent, or somebody who stands before it, for a source."""
    return any(s.meets(by) for s in attribution.source) or attribution.source[0].start < cue.start


def read_passive(view: Text, verb: int) -> _Passive | None:
    """Read a verb as one of a clause that tells, in the passive, what was done; None where it only might be."""
    tokens, chain = view.tokens, _joined(view, verb)
    main = next((w for w in chain if view.child(w, _HELPERS) is not None), verb)
    shared = next((w for w in chain[chain.index(main) :] if view.child(w, SUBJECTS) is not None), main)
    helper, matter = view.child(main, _HELPERS), view.child(shared, SUBJECTS)
    if tokens[verb].tag not in ("VBN", "VBD") or tokens[main].tag not in ("VBN", "VBD") or helper is None or matter is None:
        return None
    aux = [c for c in view.children[main] if tokens[c].relation in ("aux", "aux:pass", "cop") and c < main]
    opens = {view.lemma(c) for c in view.children[main] if tokens[c].relation == "mark"}
    first = min(aux)
    told = tokens[first].tag in ("VBD", "VBZ", "VBP") and all(view.lemma(c) in ("be", "have") for c in aux)
    if not matter < first or opens or not told:
        return None
    if view.is_negated(main) or view.is_negated(verb) or tokens[main].relation.startswith(("acl", "advcl")):
        return None
    until = min([c for c in view.children[shared] if tokens[c].relation in ("aux", "aux:pass", "cop")] or [shared])
    phrase = [w for w in view.subtree(matter, without=frozenset({"parataxis"})) if w < until]
    while phrase and tokens[phrase[-1]].pos == "PUNCT":
        phrase.pop()
    if not phrase or matter not in phrase or len(phrase) > _LONGEST or phrase != list(range(phrase[0], phrase[-1] + 1)):
        return None
    return _Passive(matter, tuple(phrase), first if main == verb else verb)


def _joined(view: Text, verb: int) -> list[int]:
    """A verb and those before it that it is joined to, up to the one that has a subject."""
    tokens, chain = view.tokens, [verb]
    while len(chain) <= _MOST_JOINED and view.child(chain[-1], SUBJECTS) is None:
        main = chain[-1]
        over = tokens[main].head
        # a parse may hang it on the agent before: "supported by the Liberals, opposed by the Greens"
        listed = tokens[main].relation == "acl" and tokens[main - 1].text == ","
        listed = listed and (tokens[over].relation == "obl:agent" or view.child(over, _HELPERS) is not None)
        if over >= main or (not listed and tokens[main].relation not in ("conj", "root")):
            break
        chain.append(tokens[over].head if listed and tokens[over].relation == "obl:agent" else over)
    return chain


def is_by_agent(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a passive takes a stance on what stands right before it, or before a verb it is joined to."""
    if not source or not cue or not {view.lemma(w) for w in view.words(cue)} & _TAKES_A_STANCE:
        return False
    if {view.low(w) for w in view.words(cue)} & HYPOTHETICAL or cue[-1].end > source[0].start:
        return False
    led = [*view.slice(cue[-1]).lower().split(), *view.text[cue[-1].end : source[0].start].lower().split()]
    if [w for w in led[-_BY_AND_ARTICLE:] if w != "the"][-1:] != ["by"] or content[-1].end > cue[0].start:
        return False
    if content[-1].end + 1 >= cue[0].start:
        return True
    head = view.head_of(view.words(cue))
    passive = read_passive(view, head) if head is not None else None
    return passive is not None and passive.matter in view.words(content)


def _is_judged(view: Text, verb: int, matter: int) -> bool:
    """Tell whether a stance is taken on something by a verb: who was welcomed was received."""
    token, lemma = view.tokens[matter], view.lemma(verb)
    if token.pos == "PRON":
        return token.text.lower() in _PRONOUNS - {"which", "they"}
    acts = token.pos == "PROPN" or view.lemma(matter) in lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS or token.text.lower() in lexicon.PEOPLE
    if acts and lemma in _DONE_TO_ACTORS:
        return False
    return token.pos in ("NOUN", "PROPN") and view.lemma(matter) not in NO_MATTER
