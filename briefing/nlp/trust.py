"""Which attributions hold nothing: what is said of their source, pieces torn out of a quotation, bare words."""

from __future__ import annotations

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.fragments import is_predicate
from briefing.nlp.no_speech import is_all_of_line
from briefing.nlp.passives import is_by_agent
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolutions import opens_clause
from briefing.nlp.syntax import Text

#: characters between a cue and a content that reads on from it
_READS_ON = 40
#: verbs whose passive tells what is said of its subject by others
_SAID_OF = frozenset(
    """say report consider declare describe call think believe expect allege deem regard see view claim suppose estimate understand
    rumour rumor accuse charge blame criticise criticize ask urge order tell plan schedule intend hope advise
    remind inform warn alert invite require expect instruct direct command press encourage advise recommend caution highlight
    praise laud hail commend applaud credit congratulate question quiz indict convict condemn slam denounce mock ridicule meet
    greet""".split()
)
#: of these, and beside them, what opens an aside behind whoever it is done to: "Quill, asked whether"
_TOLD = frozenset("ask tell urge order advise remind inform warn press question caution instruct quote".split())
#: verbs that one takes a side by, and what is said of a thing before them that does not tell it: "a move that Norland opposes"
_SIDES = frozenset("oppose reject support back favour favor endorse want resist criticise criticize condemn denounce dispute".split())
_STEPS = frozenset("move step decision thing something what idea".split())
#: verbs that give what is spoken of a name or a fault
_NAMES = frozenset("call describe brand label dub term denounce accuse blame".split())
#: who asks for those who read or hear the answer
_ASKERS = frozenset("reporter journalist moderator interviewer correspondent anchor presenter host".split())


def is_torn(view: Text, content: tuple[Span, ...]) -> bool:
    """Tell whether a content is a piece without a predicate of a longer quotation."""
    around = quotation_at(view.text, content[0].start)
    size = sum(s.end - s.start for s in content)
    if around is None or 2 * size > around.end - around.start:
        return False
    return not any(is_predicate(view, w) for w in view.words(content))


def is_bare(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a content has no predicate and does not read on from its cue: "his satisfaction with the park" alone says nothing."""
    first = content[0].start
    if cue and view.slice(cue[0]) in (":", "."):
        # a headline or an answer may do without a verb
        return False
    if cue and content[-1].end < cue[0].start and {view.lemma(w) for w in view.words(cue)} <= lexicon.REPLIES:
        # "proposed a truce. The government agreed."
        return False
    if is_all_of_line(view, source, cue, content) or opens_clause(view, source, cue):
        # "Fine a 'political act', says minister"
        return False
    reads_on = bool(source and cue) and source[-1].end <= cue[0].start and cue[-1].end <= first and first - cue[-1].end <= _READS_ON
    if reads_on and view.sentence_at(source[-1].start) == view.sentence_at(first):
        return False
    if is_by_agent(view, source, cue, content) or _is_by_noun(view, source, cue, first) or _is_told_on(view, cue, first):
        return False
    if _is_turned_on(view, source, cue, content) or _is_named(view, cue, content) or _is_told_by(view, source, cue, content):
        return False
    return not any(is_predicate(view, w) for w in view.words(content))


def _is_turned_on(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a relative clause tells which side somebody is on of the thing before it: "an oil embargo, which Norland opposes"."""
    verb = view.head_of(view.words(cue))
    if verb is None or view.lemma(verb) not in _SIDES or not view.is_finite(verb) or content[-1].end >= cue[0].start:
        return False
    subject, thing = view.child(verb, ("nsubj",)), view.tokens[verb].head
    return (
        view.tokens[verb].relation == "acl:relcl"
        and subject in view.words(source)
        and thing == view.head_of(view.words(content))
        and view.lemma(thing) not in _STEPS
    )


def _is_told_by(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a content reads on from those by whom it is told to somebody: "Mayor Falk" was urged by residents "to resign"."""
    if len(source) != 1 or not cue or not view.slice(cue[-1]).endswith(" by"):
        return False
    return 0 < source[0].start - cue[-1].end <= 1 and 0 < content[-1].start - source[0].end <= 1


def _is_named(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a relative clause tells what somebody calls, or blames for, what stands before it: "the tax, which Norland called a
    theft"."""
    verb = view.head_of(view.words(cue))
    if verb is None or view.lemma(verb) not in _NAMES or len(content) == 1 or view.lemma(view.tokens[verb].head) in _STEPS:
        return False
    return content[0].end <= cue[0].start and cue[-1].end <= content[-1].start and view.tokens[verb].relation == "acl:relcl"


def _is_told_on(view: Text, cue: tuple[Span, ...], first: int) -> bool:
    """Tell whether a verb right before a content says it, though who speaks stands elsewhere: "They met the envoy, stressing" their
    support for the pact; "He expressed" his thanks for it."""
    words = view.words(cue)
    head = view.head_of(words)
    if head is None or not 0 <= first - cue[-1].end <= 1 or view.tokens[head].pos != "VERB" or head == _opening(view, head):
        return False
    says = view.lemma(head) in lexicon.REPORTING
    return says if view.tokens[head].tag == "VBG" else view.is_finite(head) and (says or view.lemma(head) in lexicon.SPEAKING | {"express"})


def _opening(view: Text, word: int) -> int:
    """The first word of a word's sentence."""
    return view.sentence_words[view.tokens[word].sentence][0]


def _is_by_noun(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], first: int) -> bool:
    """Tell whether a noun of speech, who is behind it and what follow each other: "the call by Quill for a truce"."""
    if len(source) != 1 or not cue or not cue[0].end < source[0].start or not source[0].end < first <= source[0].end + _READS_ON:
        return False
    return bool({"by", "from"} & set(view.text[cue[0].end : source[0].start].split())) and any(
        view.tokens[w].pos == "NOUN" for w in view.words(cue)
    )


def is_said_of(view: Text, attribution: Attribution) -> bool:
    """Tell whether the source is what something is said of: "is considered", "are said to be", with nobody who says it."""
    head = view.head_of(view.words(attribution.cue))
    if head is None or view.tokens[head].pos not in ("VERB", "AUX"):
        return False
    over = view.tokens[head].head
    subject = view.child(head, ("nsubj", "nsubj:pass", "expl"))
    if subject is not None and view.low(subject) == "it" and view.child(head, ("aux:pass",)) is not None:
        # "It was announced yesterday that"
        return view.child(head, ("obl:agent",)) is None
    if _is_blamed(view, head) or _is_told_aside(view, attribution):
        return True
    # "were tracked and ordered to", where a tagger may not see the participle
    shared = view.tokens[head].relation == "conj" and view.child(over, ("aux:pass",)) is not None and view.child(head, ("nsubj",)) is None
    if (view.tokens[head].tag != "VBN" and not shared) or view.lemma(head) not in _SAID_OF or not attribution.source:
        return False
    # "also said there was no proof" is no passive
    passive = shared or any(
        view.tokens[c].relation in ("aux:pass", "nsubj:pass") or (view.lemma(c) == "be" and c < head) for c in view.children[head]
    )
    # "a minister accused of aiding him rebuts it", "asked why, she said"
    passive = passive or (view.tokens[head].relation == "acl" and attribution.source[0].end <= view.tokens[head].start)
    passive = passive or (view.tokens[head].relation == "advcl" and view.child(head, ("nsubj", "aux", "mark")) is None)
    agent = view.child(head, ("obl:agent",))
    named = agent is not None and any(s.start <= view.tokens[agent].start < s.end for s in attribution.source)
    named = named or view.slice(attribution.cue[-1]).lower().endswith(" by")
    active = any(view.lemma(c) == "have" and view.tokens[c].relation == "aux" for c in view.children[head])
    named = named or is_by_agent(view, attribution.source, attribution.cue, attribution.content)
    return passive and not named and not (active and not any(view.low(c) == "been" for c in view.children[head]))


def _is_told_aside(view: Text, attribution: Attribution) -> bool:
    """Tell whether a source only hears what is told in an aside right behind it, which a tagger may take for what the source says: "Quill,
    told that the mine would close, wept". The aside of "Quill, head of the union, told" is closed before."""
    if len(attribution.source) != 1 or not attribution.cue:
        return False
    word = view.words(attribution.cue)[0]
    start, verb = attribution.source[0].start, view.tokens[word]
    if verb.lemma.lower() not in _TOLD or verb.tag not in ("VBN", "VBD") or view.child(word, ("obj", "iobj")) is not None:
        return False
    led = view.text[start : verb.start].rstrip()
    return led.count(",") == 1 and led.endswith(",") and not view.text[:start].rstrip().endswith(",")


def _is_blamed(view: Text, head: int) -> bool:
    """Tell whether a verb of blame that names nobody who is blamed is a participle: "Ex-minister charged with fraud"."""
    behind = view.low(head + 1) if head + 1 < len(view.tokens) else ""
    aimed = view.lemma(head) in ("charge", "accuse") and view.child(head, ("obj", "ccomp")) is None
    return aimed and view.tokens[head].tag in ("VBN", "VBD") and behind in ("with", "of") and view.child(head, ("obl:agent",)) is None


def only_asks(view: Text, cue: tuple[Span, ...], actors: tuple[Entity, ...]) -> bool:
    """Tell whether a cue is the question of those who ask for their readers or hearers: "moderator Ada Quill asked who would win"."""
    asks = any(view.lemma(w) == "ask" for w in view.words(cue))
    return asks and bool(actors) and all(not _ASKERS.isdisjoint(f"{a.role or ''} {a.name}".lower().split()) for a in actors)
