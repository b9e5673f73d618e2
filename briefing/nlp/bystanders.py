"""Who stands beside a word of speech as its subject and does not say what it tells: whom others call upon, who only hears of it, a court
that is asked."""

from __future__ import annotations

import re

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.nominals import ASIDE
from briefing.nlp.syntax import Text

#: what leads to what others say, while somebody does a thing
_AROUND = frozenset({"over", "amid", "after", "following", "despite"})
#: what is said to somebody who is to do a thing, and how a sentence ends that is no headline
_TELLING = frozenset("ask tell urge order instruct advise direct command invite summon".split())
_HEADLINES = 3
_ENDS = frozenset(".!?”\"'’")
#: participles by which a speaker goes on
_NOTES = frozenset("note add stress emphasise emphasize highlight underline underscore explain point".split())
#: how somebody meets what others call for, and nouns for that
_MEETS = frozenset(
    """balk ignore face resist defy answer heed rebuff spark draw prompt provoke trigger attract receive hear withstand weather survive
    respond react bow yield counter meet fuel dodge dismiss reject deny""".split()
)
_VOICES = frozenset("call demand appeal plea request accusation allegation claim criticism complaint objection threat warning fear".split())
#: what asks a court or an office for something, and how one does that
_PETITIONS = frozenset("petition suit lawsuit writ appeal plea motion complaint application case".split())
#: what is said to somebody who learns of it, and who sits to hear what others say
_INFORMS = frozenset("tell inform assure reassure re-assure notify warn remind advise instruct".split())
_SITS = frozenset("court tribunal council committee commission inquiry jury trial inquest hearing panel judge".split())
#: who heads a body, told behind its name
_CHAIRED = re.compile(r",? (?:chaired|headed|led|presided over) by [A-Z].*\Z", re.DOTALL)
#: verbs whose object is the one that does what a participle behind it says
_FINDS = frozenset("leave have keep see hear find catch get show set send quote record film depict portray".split())
_FILES = frozenset("file submit lodge bring launch send present write move prepare plan win lose".split())


def is_told_around(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether a cue is, or ends in, a noun that leads to what nobody who is named says: "over claims that", "amid reports that"."""
    words = view.words(cue)
    # "resigned amid allegations that"
    claims = (w for w in reversed(words) if view.tokens[w].pos == "NOUN" and view.lemma(w) in lexicon.CLAIM_NOUNS)
    noun = next(claims, view.head_of(words))
    if noun is None or _is_owned(view, noun):
        return False
    if view.low(noun) in ("reports", "claims"):
        # which a tagger takes for a verb
        return noun > 0 and view.low(noun - 1) in _AROUND
    case = view.child(noun, ("case",)) if view.tokens[noun].pos == "NOUN" else None
    return case is not None and view.low(case) in _AROUND


def _is_owned(view: Text, noun: int) -> bool:
    """Tell whether a noun is somebody's: "Hale's call", "a call by Hale", "the Dockers Union's call", which a parse may take for a
    compound."""
    if view.tokens[noun].pos == "NOUN" and view.low(noun + 1) in ("by", "from"):
        return True
    return any(
        view.tokens[c].relation == "nmod:poss" or (c < noun and any(view.tokens[d].tag == "POS" for d in view.children[c]))
        for c in view.children[noun]
    )


def without_chair(view: Text, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is left of a source that says who heads the body that it names: "The Cabinet, chaired by Ada Quill, Prime Minister,"."""
    found = _CHAIRED.search(view.slice(source[0])) if len(source) == 1 else None
    return (Span(source[0].start, source[0].start + found.start()),) if found is not None else source


def is_met(view: Text, cue: tuple[Span, ...]) -> bool:
    """Tell whether a cue is a noun for what others say, which somebody only meets with: "balked at calls for change"."""
    noun = view.head_of(view.words(cue))
    if noun is None or view.tokens[noun].pos != "NOUN" or _is_owned(view, noun):
        return False
    token = view.tokens[noun]
    return token.relation in ("obj", "obl") and view.lemma(token.head) in _MEETS and view.lemma(noun) in _VOICES


def is_told_to(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether somebody is told what to do without an auxiliary that says so, as headlines write it: "Quill asked to resign"."""
    verb, words = view.head_of(view.words(cue)), view.words(content)
    if verb is None or not words or view.tokens[verb].tag not in ("VBD", "VBN") or words[0] != verb + 1:
        return False
    if view.lemma(verb) not in _TELLING or view.low(words[0]) != "to" or view.auxiliaries(verb):
        return False
    # "she asked to see the letter" and "the court ordered to release her" are no headlines
    return view.lemma(verb) == "tell" or _is_headline(view, view.tokens[verb].sentence)


def only_hears(view: Text, cue: tuple[Span, ...], source: tuple[Span, ...]) -> bool:
    """Tell whether a source is only who learns of what others say: "the court was told", "the tribunal has heard"."""
    verb = view.head_of(view.words(cue))
    subject = view.child(verb, ("nsubj:pass", "nsubj")) if verb is not None and source else None
    if verb is None or subject is None or subject > verb or not any(s.start <= view.tokens[subject].start < s.end for s in source):
        return False
    if view.lemma(verb) == "hear":
        return view.lemma(subject) in _SITS or view.low(subject) in _SITS
    return view.lemma(verb) in _INFORMS and view.tokens[verb].tag == "VBN" and "be" in view.auxiliaries(verb)


def notes_besides(view: Text, cue: tuple[Span, ...], before: tuple[Span, ...]) -> bool:
    """Tell whether a cue is a participle right behind what was said ``before``, by which its speaker goes on: whom he speaks of notes
    nothing."""
    verb = view.head_of(view.words(cue))
    if verb is None or verb == 0 or view.tokens[verb].tag != "VBG" or view.lemma(verb) not in _NOTES:
        return False
    between = view.text[before[-1].end : view.tokens[verb].start].strip()
    return view.tokens[verb].relation in ("advcl", "conj", "xcomp") and between in (",", ",”", "”,")


def is_spoken_of(view: Text, attribution: Attribution) -> bool:
    """Tell whether a source is no subject, and stands before a participle that goes on with what was done to it, or right before one whose
    object means it: "slammed the board saying", "demanded the resignation of Quill accusing him of"."""
    head, verb = view.head_of(view.words(attribution.source)), view.head_of(view.words(attribution.cue))
    if head is None or verb is None or view.tokens[verb].tag != "VBG":
        return False
    if _is_acted_on(view, head, verb):
        return True
    between = view.text[attribution.source[-1].end : attribution.cue[0].start]
    if between.strip(" ,"):
        return False
    while view.tokens[head].relation in ("appos", "flat") and view.tokens[head].head != verb:
        head = view.tokens[head].head
    case, told = view.child(head, ("case",)), view.child(verb, ("iobj", "obj"))
    first = view.words(attribution.source)[0]
    # a parse may take a name behind an office, "Commissioner (HC) Quill accusing him", for the participle's subject
    beside = view.tokens[head].relation == "nsubj" and view.tokens[head].head == verb and view.tokens[first - 1].text == ")"
    if not (view.tokens[head].relation in ("obj", "nmod", "obl", "appos") or beside) or _is_with(view, case):
        return False
    return told is not None and view.low(told) in ("him", "her", "them")


def _is_acted_on(view: Text, noun: int, participle: int) -> bool:
    """Tell whether a participle without a subject hangs on the verb that a noun is the object of: "workers slammed the board saying"; who
    was "left wondering" or "heard saying" does so."""
    verb = view.tokens[noun].head
    return (
        noun < participle
        and view.tokens[noun].relation in ("obj", "obl")
        and view.tokens[participle].relation in ("acl", "advcl")
        and view.tokens[participle].head == verb
        and view.tokens[verb].pos == "VERB"
        and view.lemma(verb) not in _FINDS
        and view.child(participle, ("nsubj", "mark")) is None
        and view.child(verb, ("nsubj",)) is not None
        and not _is_with(view, view.child(noun, ("case",)))
    )


def subject_over(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """The subject of the verb that a cue hangs on."""
    verb = view.head_of(view.words(cue))
    subject = view.child(view.tokens[verb].head, ("nsubj",)) if verb is not None else None
    return view.span_of(view.subtree(subject, without=ASIDE - {"conj"})) if subject is not None else None


def _is_with(view: Text, case: int | None) -> bool:
    """Tell whether a preposition leads in who does what its participle says: "with Quill accusing him"."""
    return case is not None and view.lemma(case) in ("with", "despite", "without")


def _is_headline(view: Text, number: int) -> bool:
    """Tell whether a sentence is one of the lines at the top that end without a full stop and have more below."""
    sentence = view.sentences[number]
    below = view.text[sentence.end :]
    ended = view.text[sentence.start : sentence.end].rstrip()[-1:] in _ENDS
    return number < _HEADLINES and not ended and below.strip() != "" and "\n" in below[: len(below) - len(below.lstrip())]


def filed_by(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """Who filed the petition or the suit that a participle tells of; an empty stretch where the text does not say, None where the cue is
    none of these."""
    verb = view.head_of(view.words(cue))
    if verb is None or view.tokens[verb].tag != "VBG" or not view.tokens[verb].relation.startswith(("acl", "advcl")):
        return None
    noun = view.tokens[verb].head
    if view.tokens[verb].relation == "advcl":
        # a parse may hang it on what the court does
        thing = view.child(noun, ("obj",))
        if thing is None or not thing < verb or view.lemma(noun) in _FILES:
            return None
        noun = thing
    if view.lemma(noun) not in _PETITIONS or view.child(noun, ("nmod:poss",)) is not None:
        return None
    for child in view.children[noun]:
        agent = view.child(child, ("obl:agent", "obl")) if view.tokens[child].tag == "VBN" else None
        if agent is not None and any(view.low(c) == "by" for c in view.children[agent]):
            return view.span_of([w for w in view.subtree(agent, without=ASIDE) if view.tokens[w].relation != "case" or w > agent])
    over = view.tokens[noun]
    # "the union filed a petition challenging": its own
    return None if over.relation == "obj" and view.lemma(over.head) in _FILES else Span(over.start, over.start)
