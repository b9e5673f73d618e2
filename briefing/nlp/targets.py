"""Whom a position is directed at: whom one speaks to, of whom something is demanded, who is blamed, what is supported or opposed."""

from __future__ import annotations

import re

from briefing.models import PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import HE, IT, SHE, THEY
from briefing.nlp.entities import Entity, is_outlet
from briefing.nlp.passing_names import has_done, has_head_named, is_aside, is_beside, is_means, is_of_office, names_a_body, only_tells
from briefing.nlp.resolve import Resolver
from briefing.nlp.sufferers import backs, suffers, thanked_until
from briefing.nlp.syntax import Text

#: kinds whose target is none whom one speaks for
_IN_FAVOUR = frozenset({"praise", "support", "statement"})
_TELLS = frozenset({"tell", "inform", "remind"})
_EXAMPLES = re.compile(r"\b(?:including|such as|among them|for (?:example|instance))\b")
#: verbs of blame whose object is who is blamed, before what for
_FAULTS = frozenset("accuse blame criticise criticize condemn fault denounce slam attack lambast castigate".split())
_BEHIND = frozenset({"acl", "acl:relcl", "appos", "nmod", "parataxis"})
#: words from the start of a content to the noun that is faced there
_LONGEST_FACED = 4


def target_of(
    view: Text,
    resolver: Resolver,
    kind: PositionKind,
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    actors: tuple[Entity, ...],
) -> Entity | None:
    """Whom a position is directed at: the addressee of a demand, who is blamed, what is supported or opposed."""
    found = _named_target(view, resolver, kind, cue, content, actors) or _meant_target(view, resolver, kind, cue, content, actors)
    if found is not None and kind in _IN_FAVOUR and any(a.affiliation in (found.name, *found.forms) for a in actors):
        # who speaks for a body or a land only names it there
        return None
    return found


def _meant_target(
    view: Text,
    resolver: Resolver,
    kind: PositionKind,
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    actors: tuple[Entity, ...],
) -> Entity | None:
    """Whom a pronoun or a noun means that stands where a name would: "accused him of", "the company must", "called on her to"."""
    if kind not in ("demand", "blame", "support", "opposition", "praise") or not content or _wishes(view, view.words(cue)):
        return None
    words = view.words(content)
    said = view.head_of(view.words(cue)) if cue and cue[-1].end <= content[0].start else None
    faced = view.child(said, ("obj", "iobj", "obl")) if said is not None else None
    near = faced is not None and said is not None and bool(words) and said < faced and words[0] <= faced <= words[0] + _LONGEST_FACED
    if faced is not None and near and (kind != "demand" or any(view.tokens[w].tag == "TO" for w in words[faced - words[0] :][:6])):
        faults = bool(_FAULTS & {view.lemma(w) for w in view.words(cue)})
        return _meant(view, resolver, faced, actors, told_by=IT if kind == "demand" or faults else frozenset())
    verb = view.main_verb(words) if kind == "demand" else None
    subject = view.child(verb, ("nsubj",)) if verb is not None else None
    if subject is None or subject not in words or view.low(subject) in THEY or verb is None or _wishes(view, [verb]):
        return None
    return _meant(view, resolver, subject, actors)


def _wishes(view: Text, words: list[int]) -> bool:
    """Tell whether a verb says what somebody wants done, by whomever: "wants the driver detained"."""
    return any(view.lemma(w) in ("want", "wish", "hope") for w in words)


def _meant(
    view: Text, resolver: Resolver, word: int, actors: tuple[Entity, ...], *, told_by: frozenset[str] = frozenset()
) -> Entity | None:
    """The one whom a pronoun or a noun means besides who speaks; "it" only where no thing can be meant."""
    if view.low(word) in HE | SHE | told_by:
        found = resolver.other_meant(word, but=actors)
        return found[0] if len(found) == 1 else None
    if view.tokens[word].pos != "NOUN":
        return None
    found_by = resolver.named_by(word, [w for w in view.subtree(word, without=_BEHIND) if view.tokens[w].relation != "case"])
    return found_by if found_by not in actors and not _are_several(view, [word], found_by) else None


def _are_several(view: Text, words: list[int], found: Entity | None) -> bool:
    """Tell whether a noun in the plural was taken for one person: "his foreign and irrigation ministers" are no one minister."""
    head = view.head_of(words)
    plain = head is not None and view.tokens[head].tag == "NNS" and all(view.tokens[w].pos != "PROPN" for w in words)
    return plain and found is not None and found.kind == "person"


def _named_target(
    view: Text,
    resolver: Resolver,
    kind: PositionKind,
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    actors: tuple[Entity, ...],
) -> Entity | None:
    if kind in ("statement", "warning", "denial", "commitment", "offer") or not content:
        # a listener is no target: "told Radio Norland that"
        told = any(view.lemma(w) in _TELLS for w in view.words(cue))
        candidates = [] if told else _between(resolver, cue, content)
        return next((e for e in candidates if e not in actors), None)
    words = view.words(content)
    if kind == "demand":
        # "told Harbour Radio that they must go" demands nothing of the radio
        listens = any(view.lemma(w) in _TELLS for w in view.words(cue)) and view.tokens[words[0]].tag != "TO"
        between = [e for e in _between(resolver, cue, content) if e not in actors]
        if between and not listens:
            return between[0]
        verb = view.main_verb(words)
        subject = view.subject(verb) if verb is not None else None
        if verb is not None and subject is not None and view.low(subject) in lexicon.FIRST_PERSON:
            return _called_on(view, resolver, verb, actors)
        if subject is not None and subject in set(words):
            found = [e for _, e in resolver.roster.at(view.tokens[subject].start, view.tokens[subject].end)]
            return next((e for e in found if e not in actors), None)
        asked = addressees(view, resolver, cue, content, actors)
        if asked:
            return asked[0] if len(asked) == 1 else None
        first = resolver.roster.at(content[0].start, min(content[0].end, content[0].start + 40))
        return next((e for s, e in first if s.start - content[0].start <= 4 and e not in actors and not names_a_body(view, s)), None)
    # a listener is no target here either
    listens = any(view.lemma(w) in _TELLS for w in view.words(cue))
    start = content[0].start if listens else min([content[0].start, *(c.end for c in cue if c.end <= content[0].start)])
    verb = view.main_verb(words) if kind != "blame" else None
    subject = view.subject(verb) if verb is not None else None
    if verb is not None and subject is not None and subject in set(words) and subject < verb:
        # who opposes is not what is opposed
        start = max(start, view.tokens[verb].start)
    inside = resolver.roster.at(start, _accused_until(view, cue, content) if kind == "blame" else content[-1].end)
    examples = _EXAMPLES.search(view.text, start, content[-1].end)
    thanked = thanked_until(view, view.words(cue), words) if kind == "praise" else None
    apart = [s for s, _ in inside if any(tells(view, s) for tells in (only_tells, is_beside))]
    # "gratitude to the crew" is no means
    apart += [s for s, _ in inside if is_means(view, s) and (thanked is None or s.start > thanked)]
    apart += [s for s, e in inside if e.kind != "person" and is_of_office(view, resolver, s)]
    apart += [s for s, _ in inside if is_aside(view, words, s, kind)]
    apart += [s for s, e in inside if e.kind != "person" and has_head_named(view, resolver, s)]
    if kind == "blame" and not _lays_blame(view, cue) and not _FAULTS & {view.lemma(w) for w in view.words(cue)}:
        # whom a mere statement blames has done it
        apart += [s for s, _ in inside if s.start >= content[0].start and not has_done(view, s, view.words(cue))]
    apart += [s for s, _ in inside if suffers(view, s) and not _lays_blame(view, cue)]
    if kind == "support":
        apart += [s for s, _ in inside if backs(view, s)]
    if thanked is not None:
        apart += [s for s, _ in inside if s.start > thanked]
    # "ten projects including Halm Weir" are not the weir
    left_out = {*apart, *(s for s, _ in inside if examples is not None and s.start > examples.start())}
    return next((e for s, e in inside if e not in actors and s not in left_out), None)


def _called_on(view: Text, resolver: Resolver, verb: int, actors: tuple[Entity, ...]) -> Entity | None:
    """Whom the first person calls on: "I call on the government of Norland to", "we urge the army to"."""
    asked = next((c for c in view.children[verb] if c > verb and view.tokens[c].relation in ("obj", "iobj", "obl", "nmod")), None)
    if asked is None:
        return None
    words = [w for w in view.subtree(asked, without=frozenset({"acl", "acl:relcl"})) if w >= asked or view.tokens[w].relation != "case"]
    return next((e for e in resolver.resolve([view.span_of(words)], speaker=list(actors)) if e not in actors), None)


def _owns(view: Text, span: Span) -> bool:
    """Tell whether a name only tells whose something is: "the UN's food agency", "Quill's resignation"."""
    words = view.words([span])
    return bool(words) and words[-1] + 1 < len(view.tokens) and view.tokens[words[-1] + 1].tag == "POS"


def _lays_blame(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether a verb lays something on somebody: "blamed the raid on Norland"."""
    return any(view.lemma(w) in ("blame", "pin", "lay", "put") for w in view.words(cue))


def _accused_until(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> int:
    """Where the accused ends and what they are accused of begins: "accused its army of hatred towards Norland" is not of Norland."""
    if not any(view.lemma(w) in ("accuse", "blame", "criticise", "criticize", "condemn", "fault") for w in view.words(cue)):
        return content[-1].end
    first = min([content[0].start, *(c.end for c in cue if c.end <= content[0].start)])
    marks = [view.tokens[w] for w in view.words([Span(first, content[-1].end)]) if view.low(w) in ("of", "for")]
    verbal = [t for t in marks if view.tokens[t.head].tag == "VBG" or _is_before_deed(view, t.start)]
    return verbal[0].start if verbal else content[-1].end


def _is_before_deed(view: Text, start: int) -> bool:
    """Tell whether a preposition stands before a deed, wherever a parse hangs it: "of openly being in Quill's camp"."""
    behind = view.words([Span(start, min(len(view.text), start + 40))])[1:3]
    return any(view.tokens[w].tag == "VBG" and all(view.tokens[b].pos == "ADV" for b in behind[:n]) for n, w in enumerate(behind))


def addressees(
    view: Text, resolver: Resolver, cue: tuple[Span, ...], content: tuple[Span, ...], actors: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """Whom a demand is made of, between the cue and the infinitive: "urged the sides to meet", "urged that country's president to"."""
    begin = content[0].start
    if cue and cue[-1].end <= begin and begin - cue[-1].end < 60:
        begin = cue[-1].end
    words: list[int] = []
    for word in view.words([Span(begin, content[-1].end)]):
        token = view.tokens[word]
        if token.tag == "TO":
            break
        if token.tag.startswith(("VB", "MD")) or token.text in '“”"' or len(words) > 12:
            return ()
        if token.text.lower() not in ("that", "for", "on", "upon") or token.tag == "DT":
            words.append(word)
    else:
        return ()
    if not words:
        return ()
    asked = _named_beside(view, resolver, words) or resolver.resolve([view.span_of(words)], speaker=list(actors))
    return tuple(e for e in asked if e not in actors and not _are_several(view, words, e))


def _named_beside(view: Text, resolver: Resolver, words: list[int]) -> list[Entity]:
    """Who is named between commas behind the noun that tells what they are: "the port's owner, Harbour Halls," to."""
    start, end = view.tokens[words[0]].start, view.tokens[words[-1]].end
    named = [(s, e) for s, e in resolver.roster.at(start, end) if view.text[start : s.start].endswith(", ")]
    return [e for s, e in named if view.text[s.end : end].strip() in ("", ",")]


def _between(resolver: Resolver, cue: tuple[Span, ...], content: tuple[Span, ...]) -> list[Entity]:
    """The entities named between the cue and the content ("told reporters", "called on Azerbaijan to")."""
    if not cue or not content:
        return []
    start, end = cue[-1].end, content[0].start
    view = resolver.view
    if not 0 <= end - start <= 80 or view.sentence_at(start - 1) != view.sentence_at(end):
        return []
    if any(view.lemma(w) == "accord" for w in view.words(cue)):
        # between "according to" and what is held stand who holds it and what they are
        return []
    if view.text[start:end].strip().lower().startswith("on ") and any(
        view.lemma(w) in lexicon.REPORTING - {"call"} for w in view.words(cue)
    ):
        # "said on Harbour Radio"
        return []
    return [e for s, e in resolver.roster.at(start, end) if not is_outlet(e) and not is_means(view, s) and not _owns(view, s)]
