"""Attributions that nobody makes: no source, no quotation, and nothing that a report would call somebody's word."""

from __future__ import annotations

from briefing.models import Attribution
from briefing.nlp.quotations import is_quoted
from briefing.nlp.syntax import Text

#: an unquoted content of fewer words that has no source names a matter, and says nothing of it: "known as" the Golden Week
_FEWEST = 6
#: passives that name a thing, and those by which a court or the police acts
_NAMES = frozenset(
    "know call name nickname identify title list cite commemorate remember observe refer charge convict sentence indict fine jail".split()
)
#: what a clause is opened by that reads on from a word of speech
_OPENS = frozenset({"that", "if", "whether"})
#: tags of a cue that is no clause of its own
_NO_CLAUSE = frozenset({"VB", "VBG", "JJ"})


def is_unheld(view: Text, attribution: Attribution) -> bool:
    """Tell whether an attribution without a source is what the article itself tells: a bare name, a whole sentence that no cue goes
    with, "was sentenced to two years", "also known as"."""
    if attribution.source or is_quoted(view.text, attribution.content):
        return False
    words = view.words(attribution.content)
    if sum(view.tokens[w].pos != "PUNCT" for w in words) < _FEWEST:
        return True
    if not attribution.cue:
        return _is_own_sentence(view, words)
    head = view.head_of(view.words(attribution.cue))
    if head is None or view.tokens[head].pos not in ("VERB", "AUX", "ADJ"):
        return False
    token = view.tokens[head]
    if token.tag == "VBN" and view.lemma(head) in _NAMES:
        return True
    return token.tag in _NO_CLAUSE and token.relation != "root"


def _is_own_sentence(view: Text, words: list[int]) -> bool:
    """Tell whether a content that no cue goes with reads on from none either: a sentence of the article, or the deed in one."""
    opens = view.low(words[0]) in _OPENS
    return not opens and any(view.tokens[w].pos in ("VERB", "AUX") for w in words)
