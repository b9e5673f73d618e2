"""Times that only say which of its kind something is: "the 2030 agenda", "the figure for June", "the challenges of today"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.models import TemporalExpression
from briefing.nlp.steps import words
from briefing.nlp.syntax import Text
from briefing.nlp.temporal.vocabulary import MONTH_NAMES

#: the times that begin between two characters of a text, in order
TimesFrom = Callable[[int, int], Sequence[TemporalExpression]]
_OF_A_LAW, _LAW = re.compile(r"\b(?:Act|Bill|Law|Code|Ordinance|Decree|Order|Regulations?|Rules),? (?:of )?$"), 20
_MONTH = re.compile("|".join(MONTH_NAMES), re.IGNORECASE)
#: a stretch that a noun may be for, as a plan, a forecast, a budget is
_A_TERM = re.compile(
    r"(?:the |this )?(?:coming|next|current|following|present) (?:[\w-]+ )?(?:years?|quarter|months?|season|decade|term|half)\b",
    re.IGNORECASE,
)
#: what has its year in its name
_GAMES = frozenset({"Games", "Olympics", "Paralympics", "Cup", "Expo"})
#: such a name has no more words before its year
_NAME = 5


def only_names(view: Text, time: TemporalExpression, times_from: TimesFrom) -> bool:
    """Tell whether a time only says which: "the 2030 agenda", "its 2024 budget", "the challenges of today"."""
    at = view.words([time.span])[0]
    of = at > 1 and view.low(at - 1) == "of" and view.low(at - 2) != "as"
    if of or (at and view.tokens[at - 1].tag == "POS"):
        return True
    owned = view.text[time.span.end : time.span.end + 2] in ("'s", "’s")
    of_a_noun = not owned and at > 1 and view.low(at - 1) == "for" and view.tokens[at - 2].pos == "NOUN"
    if of_a_noun and (time.grain in ("month", "year") or _MONTH.fullmatch(view.slice(time.span))):
        return True  # "will release the figure for June on Thursday"
    if of_a_noun and _A_TERM.match(view.slice(time.span)) and _has_day(view, time, times_from):
        return True  # "will present the budget for the coming year on Thursday"
    rest = view.text[time.span.end : time.span.end + 4]
    if rest == " of " and at and view.low(at - 1) in ("in", "on") and time.grain in ("day", "month"):
        return True  # "a probe into the stop in May of the aircraft"
    if rest.startswith((" of ", " bef")) and view.slice(time.span).lower().startswith(("within ", "in ")):
        return not _counts_from_event(view, time)  # "within 72 hours of travelling"
    if time.grain != "year" or not view.text[time.span.start].isdigit():
        return False
    if _OF_A_LAW.search(view.text, max(0, time.span.start - _LAW), time.span.start):
        return True  # "the Harbours (Amendment) Act, 2016"
    word = view.words([time.span])[-1]
    before, behind = view.tokens[word - 1] if word else None, view.tokens[word + 1 : word + 2]
    if before is not None and before.text.lower() in ("for", "from", "since", "his", "her", "its", "their", "our"):
        return not (before.text.lower() == "for" and view.lemma(word - 2) in words.DUE)  # "is set for 2030"
    if behind and behind[0].text.lower() == "season" and before is not None and before.text.lower() == "the":
        return False  # "from the start of the 2023 season"
    if behind and (behind[0].text in _GAMES or view.lemma(word + 1) in words.EVENTS) and _opens_with(view, word, ("at", "during")):
        return False  # "will test the rule at the Selm 2024 Games"
    if behind and behind[0].pos == "ADJ":
        behind = view.tokens[word + 2 : word + 3]  # "the 2022 Asian Games"
    return any(t.pos in ("NOUN", "PROPN") and t.sentence == view.tokens[word].sentence for t in behind)


def _opens_with(view: Text, word: int, openers: tuple[str, ...]) -> bool:
    """Tell whether one of some prepositions stands a few words before a year, with nothing but a name between."""
    for at in range(word - 1, max(-1, word - _NAME), -1):
        if view.low(at) in openers:
            return True
        if view.tokens[at].pos not in ("PROPN", "DET"):
            return False
    return False


def _has_day(view: Text, time: TemporalExpression, times_from: TimesFrom) -> bool:
    """Tell whether the sentence of a stretch of time names a day behind it."""
    end = view.sentences[view.tokens[view.words([time.span])[0]].sentence].end
    return any(t.grain == "day" and t.value is not None for t in times_from(time.span.end, end))


def _counts_from_event(view: Text, time: TemporalExpression) -> bool:
    """Tell whether a term is counted from something that happens once: "within 90 days of ratification"."""
    word = view.words([time.span])[-1]
    noun = view.child(word, ("nmod",))
    if noun is None or view.tokens[noun].pos not in ("NOUN", "PROPN"):
        return False
    lemma = view.lemma(noun)
    return lemma in words.EVENTS | words.ACTS | words.ONCE or lemma.endswith(words.DEVERBAL)
