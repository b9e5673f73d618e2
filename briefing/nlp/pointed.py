"""Whom the model itself points to as the speaker of a content, where the words around it leave that open."""

from __future__ import annotations

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import IT, PRONOUNS, THEY
from briefing.nlp.bystanders import only_hears
from briefing.nlp.entities import Entity
from briefing.nlp.quotations import is_quoted
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text
from briefing.nlp.trades import is_age
from briefing.nlp.unnamed import is_people

#: sentences from a content to whom the model points, before it and behind it
_REACH_BACK = 5
_REACH_AHEAD = 1


def pointed_at(view: Text, resolver: Resolver, attribution: Attribution) -> tuple[Entity, ...]:
    """The one with a name whom the model gives as the source of a content, near it, where the sentence has a pronoun or nobody for one;
    nobody whom the content names itself, nor one who only hears it."""
    source = attribution.source
    low = view.text[source[0].start : source[-1].end].lower() if source else ""
    told = low in PRONOUNS or _is_known(view, source) if source else bool(attribution.cue) or is_quoted(view.text, attribution.content)
    if not told or (not source and _is_done_to(view, attribution)):
        return ()
    raw = _raw_source(view, attribution)
    if not raw or view.text[raw[0].start : raw[-1].end].lower() in PRONOUNS or only_hears(view, attribution.cue, raw):
        return ()
    ahead = view.sentence_at(raw[0].start) - view.sentence_at(attribution.content[-1].end - 1)
    if ahead > _REACH_AHEAD or view.sentence_at(attribution.content[0].start) - view.sentence_at(raw[0].start) > _REACH_BACK:
        return ()
    said = {e for c in attribution.content for _, e in resolver.roster.at(c.start, c.end)}
    found = tuple(e for e in resolver.resolve(raw) if e not in said)
    if low in THEY | IT:
        return found if len(found) == 1 and (found[0].kind != "person") else ()
    persons = tuple(e for e in found if e.kind == "person" and not e.nominal)
    return persons if len(persons) == 1 else ()


def _is_done_to(view: Text, attribution: Attribution) -> bool:
    """Tell whether a content is the thing that a headline says is disputed or praised, by nobody: "Report on deaths disputed"."""
    verb, content = view.head_of(view.words(attribution.cue)), view.words(attribution.content)
    if verb is None or len(attribution.cue) != 1 or view.tokens[verb].tag not in ("VBN", "VBD") or not content:
        return False
    thing = view.head_of(content)
    return content[-1] == verb - 1 and thing is not None and view.tokens[thing].pos in ("NOUN", "PROPN") and not any(view.verbs(content))


def _is_known(view: Text, source: tuple[Span, ...]) -> bool:
    """Tell whether a source is one person of whom the text has told: "the official", "the 22-year-old"."""
    words = view.words(source)
    head = view.head_of(words)
    if head is None or view.low(words[0]) != "the" or view.tokens[head].tag.endswith("S"):
        return False
    return view.lemma(head) in lexicon.PERSON_NOUNS or is_people(view.lemma(head) + "s") or is_age(view, head)


def _raw_source(view: Text, attribution: Attribution) -> tuple[Span, ...]:
    """The source that the model gives the content that most of a mended one is of."""
    content = attribution.content
    shared = [
        (sum(max(0, min(s.end, r.end) - max(s.start, r.start)) for s in content for r in raw.content), raw.source)
        for raw in view.annotation.attributions
    ]
    most = max(shared, key=lambda s: s[0], default=(0, ()))
    return most[1] if most[0] * 2 > sum(s.end - s.start for s in content) else ()
