"""The words of a clause that say the act: complete, and without what is only added to it."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence

from briefing.calendar_names import CALENDAR
from briefing.models import Span, TemporalExpression
from briefing.nlp.held import Held
from briefing.nlp.steps import words
from briefing.nlp.syntax import Text, trim

#: never part of the act: other sentences put beside it, the speech that reports it, marks of discourse
_BESIDE = frozenset({"parataxis", "discourse", "vocative", "root"})
_MARKS = frozenset({"punct", "cc"})
#: left out where a comma parts them from the act
_ADDED = frozenset({"advcl", "acl", "acl:relcl", "appos", "parataxis", "advcl:relcl", "dep"})
_CIRCUMSTANCE = frozenset({"after", "amid", "despite", "following", "unlike", "given", "according", "thanks"})
_PHRASE_ONLY = frozenset(
    {"acl:relcl", "advcl", "parataxis", "appos", "nsubj", "nsubj:pass", "csubj", "cop", "aux", "mark", "cc:preconj", "root"}
)
#: they open a clause that gives a reason or a contrast
_REASONS = frozenset({"as", "since", "because", "although", "though", "while", "whereas"})
_LONG_LIST = 8
#: an apposition ends so few words behind the verb whose day stands behind it
_DAY_REACHES = 20
#: an act of so few words seldom says all: "to come clean, and seek approval"
_BARE = 3
_NAMES = frozenset({"NNP", "NNPS", "HYPH"})
_LONG_NAME = 8
_LONGEST_BRACKETS = 7
#: what a comma parts from an act before them is told beside it
_BESIDE_WORDS = frozenset({"with", "which", "who", "whose", "whom"})
#: and what they open is what an act comes after, however the tree hangs it
_BEHIND = _CIRCUMSTANCE - {"unlike", "given"}
_APART = frozenset({",", "-", "–", "—", "--", ";", ":", "("})
#: a sentence's end inside what the tree took for one phrase
_STOPS = frozenset({".", "!", "?", "”", ";"})
#: what stands before the noun that it belongs to
_BEFORE_NOUN = frozenset({"det", "amod", "nummod", "compound", "case", "nmod:poss"})
_BREAK = re.compile(r"[.,;:!?“”\"\n]")
#: they open what is left out
_OPENERS = frozenset({"WRB", "WDT", "WP", "CC"})
_PERHAPS = re.compile(
    r",? (?:probably|possibly|perhaps|maybe|likely|starting|beginning|as early as) (?:on |in |by |from )?"
    r"| as (?:scheduled|planned|expected|agreed),? (?:on |in )?"
)
#: a time that stands so few characters behind a content belongs to it
_NEAR = 12
#: the longest of what _PERHAPS matches, and more
_FAR = 24


def clause_heads(view: Text) -> set[int]:
    """The verbs that head a clause, and "due", which the tree may call an adjective."""
    due = {i for i, t in enumerate(view.tokens) if t.relation not in ("case", "fixed", "amod") and t.text.lower() == "due"}
    return due.union(view.verbs(range(len(view.tokens))))


def act_span(view: Text, verb: int, *, start: int | None, said: Held | None) -> Span:
    """The span of an act: from ``start`` (its subject, or the verb itself where None) to the last word that belongs to it."""
    belonging, left_out = _act_words(view, verb)
    low = verb if start is None else min(start, verb)
    brackets = {b for w in left_out for b in _bracketed(view, w)}
    stop = min((w for w in left_out if w > verb and w not in brackets), default=view.sentence_words[view.tokens[verb].sentence].stop)
    stop = next((w for w in range(verb + 1, stop) if view.tokens[w].text == ";"), stop)
    stop = min(stop, _alien_clause(view, verb, set(belonging), stop), _side_clause(view, verb, stop))
    last = max(w for w in belonging if w >= low and w < stop and view.tokens[w].sentence == view.tokens[verb].sentence)
    last = _whole_end(view, low, last, stop)
    last = _within_quotation(view, verb, low, last)
    while last > verb and view.tokens[last].tag in _OPENERS:
        last -= 1  # "expires at midnight on Sunday when"
    span = view.span_of(list(range(low, last + 1)))
    return trim(view.text, _within(view, span, said, view.tokens[verb].start))


def _whole_end(view: Text, low: int, last: int, stop: int) -> int:
    """The last word of a phrase that the tree breaks off: the noun behind its own article or number ("a US$ 4 million" dam), what a
    preposition or an infinitive right behind ties to it ("repair the bridge" of Selm, "to open the road"), and a name behind its title."""
    tokens = view.tokens
    while (at := _bracketed(view, last + 1).stop) < stop:
        tied = [tokens[w].head for w in range(low, last + 1) if tokens[w].relation in _BEFORE_NOUN and last < tokens[w].head < stop]
        token = tokens[at]
        if token.relation == "case" and at < token.head < stop and _is_tied(view, token.head, range(low, at + 1)):
            tied.append(token.head)
        elif token.tag == "TO" and token.relation == "mark" and at + 1 < stop and tokens[at + 1].tag == "VB":
            tied.append(at + 1)
        elif token.tag in _NAMES and tokens[last].pos == "NOUN":
            name = list(itertools.takewhile(lambda w: tokens[w].tag in _NAMES, range(at, stop)))
            tied += name[-1:] if name[-1] + 1 == stop or tokens[name[-1] + 1].pos not in ("VERB", "AUX") else []
        if not tied:
            break
        own = {w for noun in tied for w in (*range(at, noun + 1), *view.subtree(noun))}
        reach = next(w for w in itertools.count(at) if w not in own or w >= stop or _parts(view, w)) - 1
        if reach < max(tied):
            break
        last = reach
    return last


def _bracketed(view: Text, word: int) -> range:
    """The words of short brackets that open at a word, letters or an amount: "the Ports Authority (PA)"; none where none open."""
    tokens = view.tokens[word : word + _LONGEST_BRACKETS]
    end = next((n for n, t in enumerate(tokens) if t.text == ")"), 0) if tokens and tokens[0].text == "(" else 0
    return range(word, word + end + 1) if end and all(t.pos != "VERB" for t in tokens[:end]) else range(word, word)


def _is_tied(view: Text, noun: int, phrase: range) -> bool:
    """Tell whether what a preposition, the last word, leads to belongs to a phrase, and does not tell where or when that was said."""
    above = view.tokens[noun].head
    return above in phrase or view.tokens[above].pos in ("NOUN", "PROPN") or view.tokens[phrase[-1]].text in ("of", "into")


def _parts(view: Text, word: int) -> bool:
    token = view.tokens[word]
    return (token.pos == "PUNCT" and token.tag != "HYPH") or token.relation in _BESIDE


def _within_quotation(view: Text, verb: int, low: int, last: int) -> int:
    """The last word of an act in a quotation that closes after it with a comma: not "we will strike,” a statement"."""
    for w in range(verb + 1, last + 1):
        if view.tokens[w].text in ("”", '"', "''") and view.tokens[w - 1].text in (",", ".", "!"):
            return w - 2 if w - 2 >= max(low, verb) else last
    return last


def _alien_clause(view: Text, verb: int, own: set[int], stop: int) -> int:
    """Where another clause begins among an act's words: "will give all support, Ada Quill congratulated the crew" ends at the comma."""
    last = max((w for w in own if w < stop), default=verb)
    alien = next((w for w in range(verb + 1, last) if w not in own and view.tokens[w].tag in ("VBD", "VBZ", "VBP")), None)
    if alien is None:
        return stop
    return next((w for w in range(alien, verb, -1) if view.tokens[w].text == ","), stop)


def _side_clause(view: Text, verb: int, stop: int) -> int:
    """Where something starts that is told beside an act: its reason, who else was there, what its object is or does."""
    sentence = view.sentence_words[view.tokens[verb].sentence]
    for w in range(verb + 2, min(stop, sentence.stop - 1)):
        low, before = view.low(w), view.tokens[w - 1]
        if low in _REASONS and view.tokens[w].relation == "mark" and not (low == "as" and _compares(view, verb, w)):
            return w
        if low == "after" and view.tokens[w].relation == "mark" and view.tokens[view.tokens[w].head].tag == "VBD":
            return w
        if low == "where" and before.pos in ("NOUN", "PROPN"):
            return w
        listed = low == "including" and w + 1 < stop and view.tokens[w + 1].tag != "VBG" and stop - w > _LONG_LIST
        if before.text == "," and w > verb + 3 and (low in _BESIDE_WORDS or listed):
            return w - 1
        if before.text == "," and low in _BEHIND and view.low(w + 1) != "all":
            return w - 1
    return stop


def _compares(view: Text, verb: int, word: int) -> bool:
    """Tell whether an "as" answers a word before it: "the same care as it took before"."""
    return any(view.low(w) in ("same", "such", "as", "so") for w in range(verb + 1, word))


def _within(view: Text, span: Span, said: Held | None, at: int) -> Span:
    """Cut off what lies outside the content that the verb stands in."""
    if said is None:
        return span
    end = max((p.end for p in said.content if p.start < span.end), default=span.end)
    if re.match(r"\s*\w|, including\b", view.text[end:]):
        end = span.end  # a content that breaks off between two words is no bound
    return Span(max(span.start, min(at, said.content[0].start)), max(at + 1, min(span.end, end)))


def _act_words(view: Text, verb: int) -> tuple[list[int], list[int]]:
    """What hangs on a verb; and what does too but is left out: clauses beside it and what a comma sets off behind it."""
    found: list[int] = []
    left_out: list[int] = []
    queue = [verb]
    while queue:
        at = queue.pop()
        found.append(at)
        for child in view.children[at]:
            relation = view.tokens[child].relation
            if relation in _MARKS:
                continue
            alone = relation == "conj" and at == verb and _stands_alone(view, child)
            added = relation in _ADDED or (relation == "obl" and _only_adds(view, child))
            added = added and child > verb and _is_set_off(view, child)
            added = added and not (_goes_on_behind(view, child) or (relation == "appos" and _has_day_behind(view, child, verb)))
            if relation in _BESIDE or alone or added:
                left_out += view.subtree(child)
            else:
                queue.append(child)
    return found, left_out


def _only_adds(view: Text, word: int) -> bool:
    """Tell whether a phrase tells of the circumstances: "after another triumph", "despite the rain", and not "after all"."""
    return any(view.low(c) in _CIRCUMSTANCE and c < word and view.low(c + 1) != "all" for c in view.children[word])


def _stands_alone(view: Text, verb: int) -> bool:
    """Tell whether a joined clause has a subject or auxiliaries of its own."""
    own = ("nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "cop")
    return any(view.tokens[c].relation in own and view.tokens[c].tag != "TO" for c in view.children[verb])


def _is_set_off(view: Text, word: int) -> bool:
    """Tell whether a mark parts a branch from what stands before; what the tree scatters elsewhere does not count."""
    branch = set(view.subtree(word))
    first = word
    while first - 1 in branch:
        first -= 1
    before = [first - 1, first] if view.tokens[first].pos == "PUNCT" else [first - 1]
    return any(w >= 0 and view.tokens[w].text in _APART for w in before)


def _goes_on_behind(view: Text, word: int) -> bool:
    """Tell whether a name between commas parts an infinitive from its object, or is that name: "urge the head, Ada Quill, to act"."""
    branch = view.subtree(word)
    before = branch[0] - 1 if view.tokens[branch[0]].pos != "PUNCT" else branch[0]
    if view.tokens[before + 1].tag == "TO" and view.tokens[before].text == ",":
        opening = next((w for w in range(before - 1, before - _LONG_NAME, -1) if view.tokens[w].text == ","), None)
        return opening is not None and opening + 1 < before and all(view.tokens[w].tag in _NAMES for w in range(opening + 1, before))
    closing = branch[-1] + 1
    name = all(view.tokens[w].tag in _NAMES or view.tokens[w].pos == "PUNCT" for w in branch)
    if not name or closing + 1 >= len(view.tokens) or view.tokens[closing].text != ",":
        return False
    behind = view.tokens[closing + 1]
    above = view.tokens[behind.head]
    # "will meet the minister, Ada Quill, in Selm on Friday": the rest hangs on the verb
    place = behind.tag == "IN" and behind.relation == "case" and above.relation == "obl" and above.head < word
    return behind.tag == "TO" or (place and behind.text.lower() not in _CIRCUMSTANCE)


def _has_day_behind(view: Text, word: int, verb: int) -> bool:
    """Tell whether an apposition parts a verb from its day: "its verdict on Ada Quill, the former mayor of Selm, on Thursday"."""
    last = view.subtree(word)[-1]
    closing = last if view.tokens[last].pos == "PUNCT" else last + 1
    if not (closing - verb <= _DAY_REACHES and closing + 2 < len(view.tokens) and view.tokens[closing].text == ","):
        return False
    if view.low(closing + 1) not in ("on", "by"):
        return False
    day = next((w for w in (closing + 2, closing + 3) if w < len(view.tokens) and view.low(w) in CALENDAR), None)
    on = view.tokens[closing + 1].head
    return day is not None and view.tokens[on].head == verb and closing < on <= day


def with_joined(view: Text, verb: int, span: Span) -> Span:
    """The span with the act that "and" joins to it, where that has no subject of its own: "should open the camp and should feed it"."""
    inside = view.words([span])
    joint = inside[-1] + 1
    joint += joint < len(view.tokens) and view.tokens[joint].text == ","
    if joint + 1 >= len(view.tokens) or view.low(joint) not in ("and", "but"):
        return span
    first = view.tokens[joint + 1]
    other = next((w for w in range(joint + 1, min(joint + 4, len(view.tokens))) if view.tokens[w].tag == "VB"), None)
    if (
        other is None
        or view.tokens[other].relation != "conj"
        or view.tokens[other].head >= joint
        or view.subject(other) in range(joint, other)
    ):
        return span
    if first.tag == "MD" or (other == joint + 1 and len(inside) <= _BARE):
        return Span(span.start, act_span(view, other, start=None, said=None).end)
    return span


def is_whole(view: Text, verb: int, span: Span, *, dated: bool) -> bool:
    """Tell whether the words hold what their verb acts on: not "plans to assist", nor "one of the goals she wants to achieve"."""
    obj = view.child(verb, ("obj",))
    if obj is not None and view.tokens[obj].start >= span.end:
        return False
    token = view.tokens[verb]
    inside = view.words([span])
    last = inside[-1] if inside else verb
    if not dated and (last == verb or view.tokens[last].relation in ("xcomp", "conj")) and _is_bare_act(view, last):
        return False
    if dated or obj is not None or token.tag not in ("VB", "VBG"):
        return True
    finite = token.tag == "VBG" and view.child(verb, ("aux",)) is not None  # "signs that Norland is preparing for a test"
    return finite or not _lacks_object(view, verb)


def _is_bare_act(view: Text, word: int) -> bool:
    """Tell whether a clause ends in a verb that wants an object: "would continue to support"."""
    token = view.tokens[word]
    return token.tag == "VB" and token.pos == "VERB" and view.lemma(word) not in words.ALONE


def _lacks_object(view: Text, verb: int) -> bool:
    """Tell whether the object of an infinitive is what a relative clause hangs on: "an effect that the cook hopes to evoke"."""
    at = verb
    for _ in range(3):
        token = view.tokens[at]
        if token.relation == "acl:relcl" or (token.relation == "acl" and view.child(at, ("nsubj",)) is not None):
            subject = view.subject(at)
            return subject is not None and view.low(subject) not in words.RELATIVES
        if token.head == at or token.relation not in ("xcomp", "conj"):
            return False
        at = token.head
    return False


def noun_phrase(view: Text, word: int) -> list[int]:
    """A noun with what belongs to it, without clauses and names beside it."""
    cases = {c for c in view.children[word] if view.tokens[c].relation == "case" and c < word}
    phrase = [w for w in view.subtree(word, without=_PHRASE_ONLY) if w not in cases]
    stops = [w for w in phrase if w < word and view.tokens[w].text in _STOPS]
    phrase = [w for w in phrase if not stops or w > stops[-1]]
    cut = next((w for w in phrase if w > word and view.tokens[w].text in (",", ";", ":", "—", "–") and not _in_list(view, w, word)), None)
    return [w for w in phrase if cut is None or w < cut]


def _in_list(view: Text, comma: int, noun: int) -> bool:
    """Tell whether a comma parts the members of a list: "an amnesty, the return of cattle and a ceasefire"."""
    return any(view.tokens[c].relation == "conj" and c > comma for c in view.children[noun])


def without_leading(view: Text, span: Span) -> Span:
    """The span without the "and" that it begins with."""
    inside = view.words([span])
    if len(inside) > 1 and view.low(inside[0]) in ("and", "but", "or", "so"):
        return Span(view.tokens[inside[1]].start, span.end)
    return span


def with_time(view: Text, span: Span, times: Sequence[TemporalExpression]) -> Span:
    """The span with the time that follows right behind it, where it breaks off before: "sign the treaty" by June 1.

    ``times`` are in order and apart from each other.
    """
    for time in times[bisect.bisect_right(times, span.start, key=lambda t: t.span.start) :]:
        if time.span.start - span.end > _FAR:
            break
        between = view.text[span.end : time.span.start]
        near = len(between) <= _NEAR and not _BREAK.search(between)
        if span.end < time.span.end and (near or _PERHAPS.fullmatch(between)):
            return Span(span.start, time.span.end)
    return span


def without_time(view: Text, span: Span, time: TemporalExpression) -> Span:
    """The span without the time at its end, which is that of the asking, and the preposition before it."""
    if time.span.end < span.end or time.span.start <= span.start:
        return span
    before = view.tokens[view.words([time.span])[0] - 1]
    cut = before.start if before.relation == "case" and before.start > span.start else time.span.start
    return trim(view.text, Span(span.start, cut))
