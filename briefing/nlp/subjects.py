"""What a clause around a pronoun, or the sentence before it, is about, where a pronoun can hardly mean anybody else."""

from __future__ import annotations

from briefing.nlp import lexicon
from briefing.nlp.syntax import SUBJECTS, Text
from briefing.nlp.unnamed import is_people

_RELATIVE = frozenset({"which", "whom", "that", "where"})
_STEPS_UP = 6
_ONE = frozenset({"one", "another"})
#: sentences from one of several to who is meant by "she"
_ONE_OF_REACH = 3


def main_subject(view: Text, word: int) -> int | None:
    """The subject of the clause that a relative one hangs in: "Stone rejected the report, which he said was old"."""
    if word < 1 or view.low(word - 1) not in _RELATIVE or view.tokens[word - 1].tag not in ("WDT", "WP", "WRB"):
        return None
    over = view.tokens[word].head
    for _ in range(_STEPS_UP):
        subject = view.child(over, SUBJECTS)
        if subject is not None and subject < word - 1 and view.tokens[subject].pos in ("NOUN", "PROPN", "PRON"):
            return subject
        if view.tokens[over].head == over:
            return None
        over = view.tokens[over].head
    return None


def subject_before(view: Text, word: int, *, several: bool, speaks: bool = True) -> int | None:
    """The subject of the sentence before a pronoun that opens the next one of its paragraph: persons in the plural, or one, who unless
    ``speaks`` is not asked for only speaks there, without that more is told of what: "Judge Lind dissented. She wrote"."""
    here = view.tokens[word].sentence
    if several and (beside := _several_beside(view, word)) is not None:
        return beside
    before_it = [w for w in view.sentence_words[here] if w < word and view.tokens[w].pos != "PUNCT"]
    if here == 0 or (any(view.tokens[w].relation in SUBJECTS for w in before_it) if several else before_it):
        return None
    before = view.sentence_words[here - 1]
    if "\n" in view.text[view.sentences[here - 1].start : view.tokens[word].start].strip():
        return None
    root = view.root(before)
    subject = view.child(root, SUBJECTS) if root is not None else None
    if root is None or subject is None or (speaks and view.tokens[root].pos != "VERB"):
        return None
    token = view.tokens[subject]
    if several:
        return subject if token.tag == "NNS" and is_people(token.text) else None
    one = token.tag in ("NN", "NNP") and view.tokens[subject].relation == "nsubj"
    spokes = {view.lemma(subject), token.text.lower()} & lexicon.SPOKES_NOUNS
    return subject if one and (not speaks or spokes or _only_speaks(view, root)) else None


def stranger_before(view: Text, word: int) -> int | None:
    """The kinsman without a name whom a clause is about that a pronoun's own is joined to: "My mother has softened, but she says"."""
    verb = view.tokens[word].head
    if view.tokens[word].relation != "nsubj" or view.tokens[verb].relation not in ("conj", "parataxis"):
        return None
    subject = view.child(view.tokens[verb].head, SUBJECTS)
    kin = subject is not None and subject < word and view.tokens[subject].tag == "NN" and view.lemma(subject) in lexicon.PRIVATE_PERSONS
    return subject if kin else None


def is_behind_one_of_several(view: Text, word: int) -> bool:
    """Tell whether a pronoun goes on, within a paragraph, from a sentence that is about one of several without a name: "One of the women
    told the court so. She said"."""
    here = view.tokens[word].sentence
    for number in range(here - 1, max(-1, here - 1 - _ONE_OF_REACH), -1):
        if "\n" in view.text[view.sentences[number].start : view.tokens[word].start].strip():
            return False
        root = view.root(view.sentence_words[number])
        subject = view.child(root, SUBJECTS) if root is not None else None
        if subject is None:
            continue
        of = view.child(subject, ("nmod",))
        if view.low(subject) in _ONE and of is not None and view.tokens[of].tag in ("NNS", "PRP"):
            return True
        if view.tokens[subject].pos in ("PROPN", "NOUN"):
            return False
    return False


def _several_beside(view: Text, word: int) -> int | None:
    """The people whom the clause is about that a pronoun's own is joined to: "Officers have found no cause but they suspect"."""
    verb = view.tokens[word].head
    if view.tokens[verb].relation not in ("conj", "parataxis"):
        return None
    subject = view.child(view.tokens[verb].head, SUBJECTS)
    plural = subject is not None and subject < word and view.tokens[subject].tag == "NNS"
    return subject if subject is not None and plural and is_people(view.tokens[subject].text) else None


def _only_speaks(view: Text, verb: int) -> bool:
    """Tell whether a verb of speech or of a stand has nothing behind it that is said: "dissented", "has apologised"."""
    objects = ("obj", "ccomp", "xcomp", "obl", "parataxis", "advcl", "conj")
    return view.lemma(verb) in lexicon.SPEAKING | {"apologise", "apologize"} and view.child(verb, objects) is None
