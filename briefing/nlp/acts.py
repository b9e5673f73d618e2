"""Acts of speech that a clause tells by its verb and what the verb takes, where the model found none: "appealed to both sides to keep
medicines moving", "pressed for a cut", "ruled out talks", "offered to mediate"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.cue_phrases import BY_MATTER
from briefing.nlp.entities import is_outlet
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.speakers import BODY_OF_SOURCE
from briefing.nlp.stances import PAST, is_plain
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import Text, trim
from briefing.nlp.unnamed import is_nobody

_CONFIDENCE = 0.8
#: an attribution less sure than this is no reason to leave an act out
_FAINT = 0.3
#: verbs by what they take: what is asked "for", "of" what one warns, what one does "to do", whom one asks "to do", an object
_WITH_PREPOSITION = {
    "press": ("for",), "call": ("for",), "push": ("for",), "appeal": ("for",), "plead": ("for",), "lobby": ("for",),
    "warn": ("of", "against"), "object": ("to",), "complain": ("of", "about"), "apologize": ("to", "for"), "apologise": ("to", "for"),
}  # fmt: skip
_TO_DO = frozenset("offer plan intend pledge promise vow threaten undertake refuse agree".split())
_ASK_TO_DO = frozenset("appeal urge ask call invite press beg instruct implore encourage warn order direct request task".split())
#: what people gather to do that is an act of speech by itself
_AIMS = frozenset("demand urge call press".split())
_THROUGH = frozenset({"to", "on", "upon", "with"})
#: what is done by order: "blocked the university from sharing it"
_KEEP_FROM = frozenset("block bar ban prohibit stop".split())
_OBJECT = frozenset("demand propose".split())
#: what is offered in words rather than sold
_OFFERED = frozenset(
    """talk negotiation truce ceasefire amnesty help aid mediation assistance condolence resignation apology compromise support
    concession guarantee pardon asylum refuge""".split()
)
#: prepositions of whom a complaint is made to, or against whom or what
_ADDRESSED = frozenset({"with", "against", "to", "at", "over", "about"})
_TELLS_MORE = re.compile(r",\s+(?:which|who|whose|where)\b")
_LONGEST = 45


@dataclass(frozen=True, slots=True)
class _Act:
    """An act: its verb with its particle or preposition, and what it takes."""

    cue: tuple[Span, ...]
    content: Span


def act_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with the acts that have none, in the place of those too faint to be shown that lie in them."""
    sure = [a for a in attributions if a.confidence >= _FAINT]
    contents = Spans(s for a in sure for s in a.content)
    taken = Spans((*(s for a in attributions for s in a.cue), *(s for a in sure for s in a.content)))
    marks = sorted(s.start for a in sure for s in (*a.cue, *a.source))
    found: list[Attribution] = []
    for verb, token in enumerate(view.tokens):
        if token.start < body_start or token.pos != "VERB" or taken.meeting(token.start, token.start + 1):
            continue
        act = _act(view, verb)
        if act is None or not _is_told(view, verb) or quotation_at(view.text, token.start) is not None:
            continue
        content = _until(view, act.content, marks)
        source = _source(view, verb)
        words = view.words([content])
        if source is None or source.end > token.start or not 0 < len(words) <= _LONGEST or contents.meeting(*content):
            continue
        if may_speak(view, resolver, source):
            found.append(Attribution(source=(source,), cue=act.cue, content=(content,), confidence=_CONFIDENCE))
    inside = [s for a in found for s in a.content]
    return [a for a in attributions if a.confidence >= _FAINT or a.cue or not any(x.meets(y) for x in a.content for y in inside)] + found


def _is_told(view: Text, verb: int) -> bool:
    """Tell whether a verb says what somebody does, in a clause of its own or in one that tells of a person."""
    token = view.tokens[verb]
    if token.relation == "acl:relcl":
        subject = view.child(verb, ("nsubj",))
        return subject is not None and view.low(subject) == "who" and token.tag in ("VBZ", "VBP")
    if token.relation == "advcl" and token.tag == "VB":
        # "took to the streets to demand higher pay"
        over = view.tokens[token.head]
        return view.lemma(verb) in _AIMS and _is_infinitive(view, verb) and over.tag in ("VBD", "VBZ", "VBP") and is_plain(view, token.head)
    sentence = view.sentences[token.sentence]
    return is_plain(view, verb, particle=True) and PAST.search(view.text, sentence.start, sentence.end) is None


def _act(view: Text, verb: int) -> _Act | None:
    """What a verb says with what it takes, if that is an act of speech."""
    lemma, children = view.lemma(verb), view.children[verb]
    behind = [c for c in children if c > verb]
    own = Span(view.tokens[verb].start, view.tokens[verb].end)
    particle = next((c for c in behind if view.tokens[c].relation == "compound:prt"), None)
    matter = next((c for c in behind if _is_object(view, c)), None)
    if particle is not None:
        doing = next((c for c in behind if view.tokens[c].relation in ("xcomp", "ccomp") and view.tokens[c].tag == "VBG"), None)
        if lemma == "rule" and view.low(particle) == "out" and doing is not None and doing == particle + 1:
            # "ruled out sending troops"
            return _Act((Span(own.start, view.tokens[particle].end),), _phrase(view, doing))
        out = lemma == "rule" and view.low(particle) == "out" and matter is not None and matter > particle
        return _Act((Span(own.start, view.tokens[particle].end),), _phrase(view, matter)) if out and matter is not None else None
    deed = next((c for c in behind if view.tokens[c].relation in ("xcomp", "ccomp", "advcl") and _is_infinitive(view, c)), None)
    through = (c for c in behind if view.tokens[c].relation == "iobj" or (view.tokens[c].relation == "obl" and _case(view, c) in _THROUGH))
    asked = matter if matter is not None else next(through, None)
    if lemma == "call" and matter is not None:
        # by telephone
        return None
    if lemma in _ASK_TO_DO and asked is not None and deed is not None and asked < deed:
        first = _phrase(view, asked)
        case = view.child(asked, ("case",))
        cue = Span(own.start, view.tokens[case].end) if case is not None and case == verb + 1 else own
        return _Act((cue,), Span(first.start, _phrase(view, deed).end))
    kept = next((c for c in behind if lemma in _KEEP_FROM and view.tokens[c].pos == "VERB" and _from(view, c)), None)
    whom = matter if matter is not None else next((c for c in behind if view.tokens[c].relation == "nsubj"), None)
    if kept is not None and whom is not None and whom < kept:
        return _Act((own,), Span(_phrase(view, whom).start, _phrase(view, kept).end))
    if (
        lemma in _TO_DO
        and deed is not None
        and matter is None
        and (view.tokens[deed].relation == "xcomp" or view.tokens[verb + 1].tag == "TO")
    ):
        # "plans to file a claim" next week, where a parse hangs the day on the plan
        when = [c for c in behind if c > deed and view.tokens[c].relation == "obl:unmarked"]
        return _Act((own,), Span(_phrase(view, deed).start, max(_phrase(view, w).end for w in (deed, *when))))
    if lemma == "appeal" and deed is None and (aim := _asked_for(view, view.subtree(verb), verb)) is not None:
        case = view.child(aim, ("case",))
        return _Act((own, Span(view.tokens[case].start, view.tokens[case].end)) if case is not None else (own,), _phrase(view, aim))
    for child in behind:
        if view.tokens[child].relation != "obl" and view.tokens[child].relation != "nmod":
            continue
        case = view.child(child, ("case",))
        if case is None or view.low(case) not in _WITH_PREPOSITION.get(lemma, ()) or view.tokens[child].pos == "PRON":
            continue
        return _Act((Span(own.start, view.tokens[case].end) if case == verb + 1 else own,), _phrase(view, child))
    if lemma == "ask" and matter is not None and (aim := _asked_for(view, behind, matter)) is not None:
        return _Act((own,), Span(_phrase(view, matter).start, _phrase(view, aim).end))
    if matter is not None and view.lemma(matter) in BY_MATTER.get(lemma, ()):
        return _Act((own,), _with_addressee(view, matter, behind))
    taken = lemma in _OBJECT or (lemma == "offer" and matter is not None and view.lemma(matter) in _OFFERED)
    return _Act((own,), _phrase(view, matter)) if taken and matter is not None and view.tokens[matter].pos == "NOUN" else None


def _with_addressee(view: Text, matter: int, behind: list[int]) -> Span:
    """What is lodged or sought, with whom it is addressed to right behind it: "a complaint" with the police."""
    end = _phrase(view, matter).end
    for child in behind:
        phrase = view.span_of(view.subtree(child, without=frozenset({"parataxis", "acl:relcl"})))
        if view.tokens[child].relation == "obl" and _case(view, child) in _ADDRESSED and 0 <= phrase.start - end <= 1:
            end = phrase.end
    return Span(_phrase(view, matter).start, end)


def _asked_for(view: Text, behind: list[int], matter: int) -> int | None:
    """What somebody is asked for: "asked neighbouring states for helicopters"."""
    return next((c for c in (*behind, *view.children[matter]) if c > matter and _case(view, c) == "for"), None)


def _case(view: Text, word: int) -> str:
    case = view.child(word, ("case",))
    return view.low(case) if case is not None else ""


def _from(view: Text, verb: int) -> bool:
    return any(view.low(c) == "from" for c in view.children[verb] if c < verb)


def _is_object(view: Text, word: int) -> bool:
    """Tell whether a word is the object of the verb before it; a parse may take it for a part of a name that the verb would be."""
    token = view.tokens[word]
    taken = token.relation in ("compound", "nmod", "obl:agent") and token.pos in ("NOUN", "PROPN")
    return token.relation == "obj" or (taken and view.child(word, ("case",)) is None)


def _is_infinitive(view: Text, verb: int) -> bool:
    return any(view.tokens[c].tag == "TO" for c in view.children[verb] if c < verb)


def _phrase(view: Text, head: int) -> Span:
    """A phrase without the preposition it is taken through and without what is only set beside it."""
    left_out = {c for c in view.children[head] if view.tokens[c].relation == "case" and c < head}
    span = view.span_of([w for w in view.subtree(head, without=frozenset({"parataxis"})) if w not in left_out])
    told = _TELLS_MORE.search(view.text, span.start, span.end)
    return trim(view.text, Span(span.start, told.start()) if told is not None else span)


def _until(view: Text, span: Span, marks: list[int]) -> Span:
    """End a content where another's source or cue begins."""
    cut = next((m for m in marks if span.start < m < span.end), None)
    return trim(view.text, Span(span.start, cut)) if cut is not None else span


def _source(view: Text, verb: int) -> Span | None:
    """Who does it: the subject of the verb or of the verb it is joined to."""
    subject = view.subject(verb)
    if subject is None or subject > verb or view.tokens[subject].relation != "nsubj":
        return None
    return view.span_of([w for w in view.subtree(subject, without=BODY_OF_SOURCE) if w < verb])


def may_speak(view: Text, resolver: Resolver, source: Span) -> bool:
    """Tell whether a subject may hold something: a pronoun for a person or a body, or who is known."""
    if view.slice(source).lower() in lexicon.THIRD_PERSON:
        return True
    actors = resolver.resolve([source])
    return bool(actors) and not any(is_outlet(a) or is_nobody(a) for a in actors)
