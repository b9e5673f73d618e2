"""What somebody or something is praised for in any clause of a content: virtues, achievements, what one is thankful for."""

from __future__ import annotations

from briefing.nlp.asserted import is_there
from briefing.nlp.syntax import Text

#: said of somebody, or done somehow, whom one thinks well of
_VIRTUES = frozenset(
    """courageous brave heroic steadfast compassionate tireless selfless talented seasoned inspiring inspirational
    exemplary stellar superb brilliant outstanding admirable commendable laudable
    visionary trailblazing pioneering world-class prestigious undisputed hardworking hard-working dedicated generous
    bravely brilliantly heroically selflessly tirelessly courageously valiantly gallantly generously masterfully admirably
    superhero heroine trailblazer mastermind masterpiece triumph gem prodigy genius legend milestone landmark
    testament courage bravery heroism dedication perseverance professionalism excellence generosity selflessness ingenuity
    breakthrough accomplishment""".split()
)
_THANKFUL = frozenset("grateful thankful appreciative impressed delighted overjoyed thrilled indebted".split())
_FOR_IT = frozenset("for that to of by with".split())


def lauds_somebody(view: Text, words: list[int]) -> bool:
    """Tell whether any clause of a content speaks well of what it is about."""
    return any(_is_virtue(view, w, words) or _is_thankful(view, w, words) for w in words)


def _is_virtue(view: Text, word: int, words: list[int]) -> bool:
    token = view.tokens[word]
    return token.text.lower() in _VIRTUES and token.pos in ("ADJ", "ADV", "NOUN") and is_there(view, word, words)


def _is_thankful(view: Text, word: int, words: list[int]) -> bool:
    """Tell whether somebody is said to be thankful for a thing: not what there is "to be grateful for"."""
    if view.low(word) not in _THANKFUL or view.child(word, ("cop", "aux:pass")) is None or word + 1 not in words:
        return False
    if any(view.tokens[c].tag == "TO" for c in view.children[word] if c < word):
        return False
    return view.low(word + 1) in _FOR_IT and is_there(view, word, words)
