"""Verbs of the timetable that a parse takes for nouns: "the strike ends on Friday", "nominations close on May 20".

What opens, closes or votes on a day is told in short clauses whose verb looks like a noun or an adjective, so that the parse sees one
long noun. The shape of the clause tells: a noun phrase without a verb from its start, the verb in the number of the noun, a day behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.models import Token
from briefing.nlp.temporal.vocabulary import DAY_NAMES, DEICTIC, MONTHS, NEXT

_LEMMAS: Final = tuple(
    """open reopen close start restart end run kick vote meet visit tour return head rule report launch resume begin host sit face leave
    land march decide follow""".split()
)
_FORMS: Final = {**{lemma: lemma for lemma in _LEMMAS}, **{lemma + "s": lemma for lemma in _LEMMAS}}
_PARTICLES: Final = frozenset("off up out again back early late".split())
_BEFORE_A_TIME: Final = frozenset("on at from in until till by to for with next this tomorrow tonight today over before after".split())
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PHRASE: Final = _NOUNS | {"DT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "VBN"}
#: they join the parts of one phrase
_WITHIN: Final = frozenset("of in between for and at on".split())
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENERS: Final = frozenset({"that", "and", "but", "as", "when", "while", "because", "said", "says"})
_STOPS: Final = frozenset({",", ";", ":", "–", "—", "--", "“", "”", '"'})
#: a subject, and what comes between the verb and its day, are no longer than so many words
_LONGEST: Final = 12
_DAYS: Final = frozenset((*DAY_NAMES, *MONTHS, *DEICTIC))
_SPANS: Final = frozenset("week month year weekend".split())
#: and nothing but verbs
_ACTS: Final = frozenset(
    """begin meet resume expire appear arrive take hold attend leave publish sign travel fly deliver give make discuss complete become
    join receive speak address retire depart reconvene""".split()
)
_ON: Final = frozenset({"on", "at", "in", "from"})
_BE: Final = frozenset("is are was were be been 's 're ’s ’re".split())
#: so far before "due" stands its verb or noun
_ADVERBS: Final = 4
_TOP: Final = frozenset({"root", "ccomp", "parataxis", "conj"})


def with_timetable_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make a verb, and the head of its clause, of each word of a timetable that stands as one and is not tagged so."""
    mended = list(tokens)
    for word, subject in _mistaken(tokens):
        first = _clause_start(tokens, word)
        inside = range(first, word + 1)
        top = next((w for w in inside if mended[w].head not in inside or mended[w].head == w), word)
        above, relation = mended[top].head, mended[top].relation
        above = word if above == top or above in inside else above
        relation = "root" if above == word else relation if relation in _TOP else "ccomp"
        low = mended[word].text.lower()
        mended[word] = replace(
            mended[word], pos="VERB", tag="VBZ" if low.endswith("s") else "VBP", lemma=_FORMS[low], head=above, relation=relation
        )
        for other, token in enumerate(mended):
            if token.sentence == mended[word].sentence and other > word and token.head in inside:
                mended[other] = replace(token, head=word)
        mended[subject] = replace(mended[subject], head=word, relation="nsubj")
        for other in inside[:-1]:
            if other != subject and mended[other].head in (word, top) and mended[other].relation not in ("case", "punct"):
                mended[other] = replace(mended[other], head=subject)
    return tuple(mended)


def _mistaken(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Each word that is the verb of a timetable and is not taken for one, with the noun that is its subject."""
    for word, token in enumerate(tokens):
        if token.text not in _FORMS or (token.pos == "VERB" and token.tag in ("VBZ", "VBP")):
            continue
        first = _clause_start(tokens, word)
        if not 1 <= word - first <= _LONGEST or tokens[word - 1].tag not in _NOUNS or not _has_day_behind(tokens, word):
            continue
        subject = _subject(tokens, first, word)
        if subject is not None and _agree(tokens, subject, token.text):
            yield word, subject


def _clause_start(tokens: Sequence[Token], word: int) -> int:
    """Where the noun phrase before a word begins, if it opens its clause; the word itself where it does not."""
    at = word
    while at > 0 and tokens[at - 1].sentence == tokens[word].sentence:
        before = tokens[at - 1]
        low = before.text.lower()
        if before.text in _STOPS or (low in _OPENERS and low != "and") or before.tag == "MD":
            break
        if before.tag not in _PHRASE and low not in _WITHIN:
            return word
        at -= 1
    return at


def _subject(tokens: Sequence[Token], first: int, word: int) -> int | None:
    """The head of the phrase: its last noun before any preposition."""
    stop = next((w for w in range(first, word) if tokens[w].tag == "IN"), word)
    nouns = [w for w in range(first, stop) if tokens[w].tag in _NOUNS]
    return nouns[-1] if nouns and nouns[-1] == stop - 1 else None


def _agree(tokens: Sequence[Token], subject: int, form: str) -> bool:
    """Tell whether a noun and a verb are of one number: "polls close", "the strike ends"."""
    return (tokens[subject].tag in ("NNS", "NNPS")) != form.endswith("s")


def _has_day_behind(tokens: Sequence[Token], word: int) -> bool:
    """Tell whether a day to come may be told behind a verb, before any mark or other verb."""
    at = word + 1
    if at < len(tokens) and tokens[at].text.lower() in _PARTICLES:
        at += 1
    if at >= len(tokens) or tokens[at].text.lower() not in _BEFORE_A_TIME | _DAYS:
        return False
    found = False
    for w in range(at, min(len(tokens), at + 2 * _LONGEST)):
        token, low = tokens[w], tokens[w].text.lower()
        if token.sentence != tokens[word].sentence or token.text in _STOPS or low in ("and", "but", "which", "who", "that"):
            break
        if token.tag in _FINITE:
            return False
        named = low in _DAYS and (low in DEICTIC or token.text[0].isupper())
        found = found or (named and w - word <= _LONGEST) or (low in _SPANS and tokens[w - 1].text.lower() in NEXT)
    return found


def with_due(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang an infinitive on the "due" that a parse takes, with its "to", for a preposition: "trains due to run from May 3"."""
    mended = list(tokens)
    for due, verb in _dues(tokens):
        be = next((w for w in range(due - 1, max(-1, due - _ADVERBS), -1) if tokens[w].tag != "RB"), due)
        head, relation = tokens[verb].head, tokens[verb].relation
        noun = be - 1 if tokens[be].text == "," else be
        if tokens[be].text.lower() in _BE and head != due:
            mended[due] = replace(mended[due], head=due if head == verb else head, relation=relation, pos="ADJ", tag="JJ")
            for word in range(due):
                if mended[word].head == verb and mended[word].sentence == mended[due].sentence:
                    mended[word] = replace(mended[word], head=due, relation="cop" if word == be else mended[word].relation)
        elif tokens[noun].tag in _NOUNS and noun < due and head != due:
            for word in range(due):
                if mended[word].head == verb and word not in (noun, due) and mended[word].sentence == mended[due].sentence:
                    mended[word] = replace(mended[word], head=noun)
            if mended[noun].head == verb:
                mended[noun] = replace(mended[noun], head=noun if head == verb else head, relation=relation)
            mended[due] = replace(mended[due], head=noun, relation="acl", pos="ADJ", tag="JJ")
        else:
            continue
        mended[due + 1] = replace(mended[due + 1], head=verb, relation="mark", tag="TO")
        tag = mended[verb].tag if tokens[verb - 1].text == "be" else "VB"
        lemma = mended[verb].lemma if tag == "VBN" else tokens[verb].text.lower()
        mended[verb] = replace(mended[verb], head=due, relation="xcomp", pos="VERB", tag=tag, lemma=lemma)
    return tuple(mended)


def _dues(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Each "due" that is no preposition, with the infinitive behind its "to"."""
    for due, token in enumerate(tokens[:-2]):
        to, verb = tokens[due + 1], due + 2
        if not due or token.text.lower() != "due" or to.text.lower() != "to" or (to.relation != "fixed" and token.head != verb):
            continue
        if tokens[verb].text == "be" and verb + 1 < len(tokens) and tokens[verb + 1].tag == "VBN":
            yield due, verb + 1
        elif tokens[verb].text in _ACTS or tokens[verb].tag == "VB" or (tokens[verb].text in _LEMMAS and _is_placed(tokens, verb)):
            yield due, verb


def _is_placed(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a day, or what opens one, stands behind a word that may be a noun: "due to start in", not "due to close contact"."""
    behind = tokens[verb + 1].text.lower() if verb + 1 < len(tokens) else ""
    return behind in _ON or _has_day_behind(tokens, verb)
