"""What is joined to a content: what belongs to it, and what its speaker says or does next."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import FINITE, PRESENT, SUBJECTS, Text, trim

#: parts of a sentence that may stand between a deed and the second one: "to sign the pact and then to seek"
_BETWEEN = frozenset({"CCONJ", "ADV", "PART"})
_PLAIN_FORMS = frozenset({"VB", "VBN", "VBG"})
_MARKS = frozenset('“”"«»')
#: verbs that whoever spoke may speak on with: "said they were searching, and appealed to the public"
_SPEAKS_ON = frozenset(
    """urge appeal call ask demand accuse blame criticise criticize condemn warn caution promise pledge vow thank praise welcome reject deny
    insist add stress invite offer propose threaten reiterate rule""".split()
)
#: of these those that a speaker goes on by, rather than whom he speaks of acts by
_GOES_ON = frozenset("urge appeal call ask thank praise welcome insist add stress invite reiterate".split())
#: verbs of speech beside those that may only be the speaker's where they hang on his own
_SPEAKS = _SPEAKS_ON | lexicon.REPORTING | {"express", "remind"}
#: what a participle behind a comma, or behind "while", leads on to what the same speaker says next by
_ADDS = frozenset("add say note stress emphasise emphasize highlight underline underscore state".split())
_SAYS_NEXT = _ADDS | frozenset("vow pledge promise insist warn argue claim explain urge reiterate believe".split())
_PRAISES = frozenset({"laud", "hail", "commend"})
#: what points to a thing, or calls on somebody, right behind a comma
_POINTS = frozenset({("point", "to"), ("call", "on"), ("call", "for")})
_POINTING = frozenset({"point", "call"})
#: verbs of the mind whose subject is not said to say anything
_MAY_SAY = (lexicon.SPEAKING | lexicon.NESTED) - {"see", "find"}
#: so many words it has behind it, and none of these first
_LEAST_ADDED = 3
_NO_CLAUSE = frozenset({"ADP", "PUNCT", "CCONJ"})
#: what a verb has that is joined to no other's subject
_OWN = SUBJECTS | {"aux", "aux:pass", "mark"}
_BEHIND_VERB = frozenset({"on", "upon", "for", "to", "out"})
#: what stands before a verb or a predicate that is joined to the cue's own: "and has urged", "and was hopeful", "and he urged"
_LED_BY = frozenset({"aux", "cop", "advmod", "nsubj"})
_HOPES = frozenset("hopeful confident optimistic concerned worried sceptical skeptical convinced grateful".split())
_SPEAKS_BESIDE = _SPEAKS | lexicon.SPEAKING | {"request", "want", "hope", "believe"}


def with_joined(view: Text, span: Span, cue: tuple[Span, ...], marks: Sequence[int]) -> Span:
    """Extend a content behind its cue over a second deed in the same form: "to step up drills" and seek a pact."""
    words, tokens = view.words([span]), view.tokens
    if not words or not cue or cue[-1].end > span.start or quotation_at(view.text, tokens[words[-1]].start) is not None:
        return span
    last = words[-1]
    branches = [c for h in words for c in view.children[h] if c > last and _belongs(view, h, c, last)]
    ends = [_end_of(view, c, last) for c in branches]
    end = max((e for e in ends if e is not None), default=last)
    extended = trim(view.text, Span(span.start, max(span.end, tokens[end].end)))
    free = bisect.bisect_left(marks, span.end) == bisect.bisect_left(marks, extended.end)
    return extended if free and end > last and not _MARKS & set(view.text[span.end : extended.end]) else span


def _belongs(view: Text, head: int, branch: int, last: int) -> bool:
    """Tell whether a branch behind a content is a deed joined to one inside it."""
    tokens = view.tokens
    if tokens[branch].relation != "conj" or tokens[head].pos != "VERB":
        return False
    same = tokens[branch].tag == tokens[head].tag and tokens[branch].tag in _PLAIN_FORMS
    joined = tokens[last + 1].pos == "CCONJ" and all(tokens[w].pos in _BETWEEN for w in range(last + 1, branch))
    return same and joined and view.child(branch, ("nsubj", "nsubj:pass", "mark")) is None


def _end_of(view: Text, branch: int, last: int) -> int | None:
    """The last word of a branch that reads on from a word; None where something else stands between."""
    inside = set(view.subtree(branch))
    at = last + 1
    while at in inside or at < branch:
        at += 1
    return at - 1 if at - 1 >= branch and view.tokens[branch].sentence == view.tokens[last].sentence else None


def spoken_on(view: Text, attribution: Attribution, cues: frozenset[int]) -> list[Attribution]:
    """The attributions that one is whose speaker speaks on in it: "said they were searching" and "appealed to the public for help".

    ``cues`` are the offsets of all cues: what one of them says has an attribution already.
    """
    cue, content = attribution.cue, attribution.content
    verb = view.head_of(view.words(cue))
    if verb is None or len(content) != 1 or cue[-1].end > content[0].start or not _is_told(view, verb):
        return [attribution]
    words = view.words(content)
    plain = view.tokens[verb].tag in ("VBD", "VBZ") or _is_past(view, verb)
    found = ((w, plain and (_speaks_on(view, verb, w, words) or _adds(view, verb, w, words))) for w in words[2:])
    on, alike = next(((w, alike) for w, alike in found if alike or _speaks_beside(view, verb, w)), (None, False))
    if on is None:
        return [attribution]
    led = on if alike else _led_from(view, on)
    first = trim(view.text, Span(content[0].start, _before(view, led, words)))
    behind = on + 1
    while behind < words[-1] and view.low(behind) in _BEHIND_VERB and view.tokens[behind].pos in ("ADP", "ADV"):
        behind += 1
    rest = trim(view.text, Span(view.tokens[behind].start, content[0].end))
    told = led + (view.tokens[led].relation == "nsubj")
    own = Span(view.tokens[told].start, view.tokens[behind - 1].end)
    if first.end <= first.start or rest.end <= rest.start:
        return [attribution]
    shortened = replace(attribution, content=(first,))
    if {own.start, view.tokens[on].start} & cues:
        return [shortened]
    return [shortened, replace(attribution, cue=(own,), content=(rest,))]


def _is_told(view: Text, verb: int) -> bool:
    """Tell whether a verb is finite, or tells of what has been said: "has called"."""
    return view.is_finite(verb) or _is_past(view, verb)


def _is_past(view: Text, verb: int) -> bool:
    """Tell whether a verb that a parse takes for a participle is in the past tense: it has a subject and no other verb to help it."""
    token = view.tokens[verb]
    return token.tag == "VBN" and not view.auxiliaries(verb) and view.child(verb, ("nsubj",)) is not None


def _speaks_beside(view: Text, cue: int, word: int) -> bool:
    """Tell whether a verb inside a content is joined to its cue in a form of its own: "says the mine is unsafe" and has urged, and was
    hopeful, and she urged."""
    tokens, token = view.tokens, view.tokens[word]
    if token.relation != "conj" or token.head != cue or quotation_at(view.text, token.start) is not None:
        return False
    if view.lemma(word) not in (_SPEAKS_BESIDE if token.pos == "VERB" else _HOPES):
        return False
    before = {tokens[c].relation: c for c in view.children[word] if c < word and tokens[c].pos not in ("CCONJ", "PUNCT")}
    subject = before.get("nsubj")
    if not _LED_BY.issuperset(before) or (subject is not None and tokens[subject].text.lower() not in lexicon.THIRD_PERSON):
        return False
    return tokens[min((*before.values(), word)) - 1].pos == "CCONJ" and (_is_told(view, word) or "cop" in before)


def _led_from(view: Text, word: int) -> int:
    """The first word of a joined predicate: its pronoun, its auxiliary."""
    return min((c for c in view.children[word] if c < word and view.tokens[c].relation in _LED_BY), default=word)


def _speaks_on(view: Text, cue: int, word: int, words: list[int]) -> bool:
    """Tell whether a verb inside a content is joined to its cue, or has to be: to "would seek" no "urged" is joined."""
    tokens, token = view.tokens, view.tokens[word]
    if token.relation != "conj" or token.tag not in ("VBD", "VBZ", "VBN") or view.lemma(word) not in _SPEAKS:
        return False
    if quotation_at(view.text, token.start) is not None or tokens[word - 1].pos not in ("CCONJ", "ADV"):
        return False
    if any(c < word and tokens[c].relation in _OWN for c in view.children[word]):
        return False
    over = token.head
    if over == cue:
        return token.tag == tokens[cue].tag or _is_past(view, cue)
    subject = view.subject(over)
    if over not in words or subject is None or token.tag == "VBZ":
        return False
    # "said that the bank is sound and warned"; who is named in between may have threatened or promised it
    then = token.tag == "VBD" and tokens[cue].tag == "VBD" and _is_present(view, over)
    if then and is_thing(view, subject):
        return True
    believes = view.lemma(word) == "believe"
    if view.lemma(word) not in _SPEAKS_ON and not believes:
        return False
    if then:
        return view.lemma(word) in _GOES_ON
    helped = {view.lemma(c) for c in view.children[over] if tokens[c].relation in ("aux", "aux:pass", "cop")}
    # no verb in the past is joined to an infinitive
    apart = any(tokens[c].tag == "MD" for c in view.children[over]) or tokens[over].tag in ("VBG", "VB") or "do" in helped
    own = tokens[subject].text.lower() in lexicon.THIRD_PERSON and "have" not in helped and not believes
    return apart or own or is_thing(view, subject)


def _is_present(view: Text, verb: int) -> bool:
    """Tell whether a predicate is in the present tense, which no verb in the past is joined to."""
    helped = [c for c in view.children[verb] if view.tokens[c].relation in ("aux", "aux:pass", "cop") and c < verb]
    return any(view.tokens[w].tag in PRESENT for w in (helped[:1] or [verb]))


def _adds(view: Text, cue: int, word: int, words: list[int]) -> bool:
    """Tell whether a participle inside a content leads on to what the same speaker says: "he likes the tea, adding" that it is cheap."""
    tokens, token, before = view.tokens, view.tokens[word], view.tokens[word - 1].text
    if token.tag != "VBG" or view.lemma(word) not in _SAYS_NEXT | _PRAISES | _POINTING or token.relation not in ("advcl", "conj", "xcomp"):
        return False
    led = before in (",", "”", '"') or (before == "while" and view.lemma(word) in _ADDS)
    if not led or quotation_at(view.text, token.start) is not None:
        return False
    points = token.head == cue and (view.lemma(word), tokens[word + 1].text.lower()) in _POINTS
    if words[-1] - word < _LEAST_ADDED or (tokens[word + 1].pos in _NO_CLAUSE and not points):
        return False
    if any(c < word and tokens[c].relation in _OWN for c in view.children[word]):
        return False
    over, main = token.head, view.main_verb([w for w in words if w < word])
    if points:
        return True
    if view.lemma(word) in _POINTING:
        return False
    if view.lemma(word) in _ADDS | _PRAISES and not any(tokens[w].tag in FINITE for w in words if w < word):
        # no clause before it: "highlighted the shortages resulting from the drought, stressing" the need for rain
        return True
    if any(v is not None and v != cue and view.lemma(v) in _MAY_SAY for v in (over, main)):
        # "he turned it down, arguing": perhaps whoever turned it down
        return over == cue and view.lemma(word) in _ADDS
    subject = view.subject(over) if over in words else None
    if over == cue or view.lemma(word) == "add":
        return True
    return subject is not None and (is_thing(view, subject) or tokens[subject].text.lower() in lexicon.THIRD_PERSON)


def is_thing(view: Text, noun: int) -> bool:
    """Tell whether a noun is nobody who speaks: "the move", "talks"."""
    token = view.tokens[noun]
    if token.pos != "NOUN" or token.text.lower() in lexicon.PEOPLE:
        return False
    return view.lemma(noun) not in lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS | lexicon.PEOPLE


def _before(view: Text, word: int, words: list[int]) -> int:
    """Where what stands before a joined verb ends: before its "and" and the comma."""
    at = word - 1
    while at > words[0] and view.tokens[at].pos == "ADV":
        at -= 1
    while at > words[0] and view.tokens[at].pos in ("CCONJ", "PUNCT", "SCONJ") and view.tokens[at].text not in _MARKS:
        at -= 1
    return view.tokens[at].end
