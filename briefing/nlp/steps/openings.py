"""Where a step's clause begins: at its subject, which clauses beside it may part from the verb, or at the verb."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.modals import Future
from briefing.nlp.steps.record import Scene
from briefing.nlp.steps.verbs import due_from, is_event, read_group
from briefing.nlp.syntax import Text
from briefing.nlp.temporal.vocabulary import UNITS

#: a subject so many words before its verb is parted from it by more than belongs to the act
_FAR = 14
_JOINS = frozenset({"but", "so"})
_APART = frozenset({",", "–", "—", "--", "-"})
_NOMINAL = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH"})
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_VERBAL = frozenset({"VBZ", "VBP", "VBD", "VB", "MD", "TO", "WDT", "WP", "WRB", "PRP", "EX"})
_OPENERS = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD"})
_TERMS = frozenset("hour day week fortnight month year".split())
#: a noun phrase reaches so many words to the left
_LONGEST = 16


def opening(scene: Scene, verb: int, future: Future) -> tuple[Span | None, int | None]:
    """The subject where it stands apart from its predicate, and the word that the rest begins with: None for the verb itself.

    A subject right before its predicate is no piece of its own: the clause begins with it.
    """
    view = scene.view
    if not future.whole:
        return None, None
    first = predicate_start(view, verb)
    subject = future.subject
    own = read_group(view, verb)
    if subject is not None and own.governor == subject and view.tokens[subject].pos in ("NOUN", "PROPN"):  # "the accord, to be signed"
        if view.tokens[own.first - 1].text == ",":
            return antecedent(scene, own.first, verb), own.first
        return None, _whole_left(view, min(noun_phrase(view, subject)))
    relative = subject is not None and view.low(subject) in words.RELATIVES
    reduced = subject is not None and not relative and first > 0 and view.tokens[first - 1].text == "," and _describes(view, verb, subject)
    if relative or reduced:
        return antecedent(scene, subject if relative and subject is not None else first, verb), first
    if subject is None or subject >= first or view.tokens[subject].sentence != view.tokens[verb].sentence:
        begin = _bare_opening(view, verb, first)
        return None, first if begin is None else begin
    phrase = noun_phrase(view, subject)
    start = _phrase_start(view, phrase, subject, verb, first)
    if start > subject:
        return None, min(start, first)
    run = _run(view, start, subject, first)
    if _is_shared(view, verb, subject) or (_is_apart(view, run[-1] + 1) and _is_apart(view, first - 1)):
        return view.span_of(run), first
    gap = range(max((w for w in phrase if w < verb), default=verb) + 1, first)
    clause_between = any(view.tokens[w].pos == "VERB" for w in gap) and any(view.tokens[w].text == "," for w in gap)
    return None, first if len(gap) > _FAR or clause_between else start


def predicate_start(view: Text, verb: int) -> int:
    """The first auxiliary of a verb, or of what governs it: "is" of "is expected to meet"."""
    due, group = due_from(view, verb), read_group(view, verb)
    if due is not None:
        return due
    governor = group.governor
    if governor is None:
        return group.first
    over = view.tokens[governor].head
    if view.lemma(governor) in _TERMS and over < governor and view.lemma(over) == "have":
        # "has 15 days to sign it", where the tree hangs the act on the days
        governor = over
    return read_group(view, governor).first


def _describes(view: Text, verb: int, subject: int) -> bool:
    """Tell whether a participle behind a comma describes its subject: "the elections, expected to take place in May"."""
    governor = read_group(view, verb).governor
    at = governor if governor is not None else verb
    return view.tokens[at].tag == "VBN" and view.tokens[at].relation.startswith("acl") and subject < at


def _is_shared(view: Text, verb: int, subject: int) -> bool:
    """Tell whether a verb joined to another by "and" only shares its subject: "We deplore it and will demand"."""
    for at in (verb, read_group(view, verb).governor):
        if at is None or view.tokens[at].relation != "conj" or subject in view.children[at]:
            continue
        head = view.tokens[at].head
        if head < at and subject in view.children[head]:
            return True
    return False


def _phrase_start(view: Text, phrase: list[int], subject: int, verb: int, first: int) -> int:
    """The first word of a subject, without the preposition or "but" that it hangs on."""
    start = min(phrase)
    start = max((w + 1 for w in range(start + 1, first) if view.low(w) in _JOINS and view.tokens[w - 1].text == ","), default=start)
    while start < subject and (view.tokens[start].relation in ("case", "fixed") or view.low(start) in ("such", "as")):
        start += 1
    if view.tokens[start].sentence != view.tokens[verb].sentence:
        return verb
    return _whole_left(view, start)


def _whole_left(view: Text, start: int) -> int:
    """Take in what the tree parts from the head of a noun phrase: the owner before "'s", an article before a number."""
    if view.tokens[start].tag in ("DT", "PRP$", "PRP"):
        return start
    at = start
    sentence = view.tokens[start].sentence
    while at > 0 and start - at < _LONGEST and view.tokens[at - 1].sentence == sentence:
        both = view.tokens[at - 1].text == "and" and view.tokens[at - 2].tag == "CD"  # "the Aug. 13 and Nov. 5 tours"
        if view.tokens[at - 1].tag not in _NOMINAL and not both:
            break
        at -= 1
        if view.tokens[at].tag in ("DT", "PRP$"):
            owned = any(view.tokens[w].tag in ("POS", "CD") for w in range(at, start))
            return at if owned or start - at == 1 else start
    return at if start > 0 and view.tokens[start - 1].tag == "POS" else start  # "Mr. Falk's successor"


def _run(view: Text, start: int, subject: int, first: int) -> list[int]:
    """The words from the start of a subject to the first mark, relative or predicate behind it; the name that a comma adds belongs."""
    if (
        subject + 2 < first
        and view.tokens[subject + 1].text in ("–", "—", "-")
        and start == view.sentence_words[view.tokens[start].sentence].start
    ):
        start = subject = subject + 2  # "Selm – Former mayor": a dateline
    stop = subject + 1
    while stop < first and not _is_apart(view, stop) and view.tokens[stop].tag not in ("WDT", "WP", "VBD", "VBZ", "VBP", "MD"):
        stop += 1
    if view.tokens[stop].text == ",":
        name = next((w for w in range(stop + 1, first) if view.tokens[w].tag not in ("NNP", "HYPH")), first)
        stop = name if name > stop + 1 and view.tokens[name].text == "," else stop
    return list(range(start, min(stop, first)))


def _is_apart(view: Text, word: int) -> bool:
    return view.tokens[word].text in _APART and view.tokens[word].tag != "HYPH"


def antecedent(scene: Scene, behind: int, verb: int) -> Span | None:
    """The noun phrase that ends right before a relative or a participle, a comma or a bracket between them aside."""
    view = scene.view
    begin = view.sentence_words[view.tokens[behind].sentence].start
    last = behind - 1
    while last > begin and view.tokens[last].text in (*_APART, ")"):
        if view.tokens[last].text == ")":
            last = next((w for w in range(last, begin, -1) if view.tokens[w].text == "("), begin)
        last -= 1
    if view.tokens[last].tag == "CD" and last - 2 >= begin and view.tokens[last - 1].text == "," == view.tokens[last + 1].text:
        last -= 2  # "Tom Falk, 58, who"
    if last < begin or not (view.tokens[last].pos in ("NOUN", "PROPN", "NUM") or view.tokens[last].tag in _NOMINAL - {"DT", "POS"}):
        return None
    if scene.is_time(last):
        return _occasion(scene, last) or _told_of(view, verb)
    at = last
    while at > begin and last - at < _LONGEST and _continues_left(view, at - 1, last):
        at -= 1
        joined = view.low(at - 1) in ("and", "of") and at - 1 > begin and _continues_left(view, at - 1, last)
        if view.tokens[at].tag in ("DT", "PRP$") and not joined:
            break
    while at < last and view.tokens[at].tag in ("CC", "POS", "IN", "HYPH"):
        at += 1
    return Span(view.tokens[at].start, _closed(view, last, behind))


def _occasion(scene: Scene, last: int) -> Span | None:
    """The occasion that another time is told by: "before the summer recess, which starts on July 4"."""
    view = scene.view
    if view.tokens[last].pos != "NOUN" or view.lemma(last) in UNITS:
        return None
    inside = view.words([scene.times_meeting(view.tokens[last].start, view.tokens[last].end)[0].span])
    article = next((w for w in inside if view.low(w) == "the"), None)
    return Span(view.tokens[article].start, view.tokens[last].end) if article is not None else None


def _told_of(view: Text, verb: int) -> Span | None:
    """The subject of the clause that a relative hangs on: "the drive began on Monday, which will last"."""
    at = verb
    for _ in range(4):
        at = view.tokens[at].head
        subject = view.subject(at) if view.tokens[at].pos == "VERB" and at < verb else None
        if subject is not None and view.tokens[subject].pos in ("NOUN", "PROPN"):
            start = min(noun_phrase(view, subject))
            return view.span_of(_run(view, start, subject, at)) if start <= subject < at else None
    return None


def _closed(view: Text, last: int, behind: int) -> int:
    """The end of a phrase with the bracket behind it: "Tua Selm (64) — who"."""
    closing = next((w for w in range(last + 1, behind) if view.tokens[w].text == ")"), last)
    return view.tokens[closing].end


def _continues_left(view: Text, word: int, last: int) -> bool:
    """Tell whether a word belongs to the phrase behind it; "of" where what stands before it is more of a subject than what follows."""
    token, before = view.tokens[word], view.tokens[word - 1]
    if token.text.lower() == "of":
        event = before.tag in _NOUNS and is_event(view, word - 1) and not is_event(view, last)
        return event or (before.tag == "NNP" and view.tokens[word + 1].tag in ("NNP", "NN"))
    if token.text.lower() == "and":
        return before.tag in (*_NOUNS, "CD")
    if token.tag in ("RB", "VBN", "VBG"):
        return token.relation in ("amod", "advmod") and word < token.head <= last and view.tokens[word + 1].tag in _NOMINAL
    return token.tag in _NOMINAL


def _bare_opening(view: Text, verb: int, first: int) -> int | None:
    """The start of a sentence that is nothing but a noun phrase up to its predicate, whatever the tree makes of it."""
    start = view.sentence_words[view.tokens[verb].sentence].start
    while start < first and view.tokens[start].pos == "PUNCT":
        start += 1
    before = view.tokens[start:first]
    if not before or before[0].tag not in _OPENERS or len(before) > _LONGEST or view.tokens[first].tag not in ("VBZ", "VBP", "VBD", "MD"):
        return None
    if any(t.tag in _VERBAL or t.text in (",", ":", ";", "–", "—", '"', "“", "”") for t in before):
        return None
    return start
