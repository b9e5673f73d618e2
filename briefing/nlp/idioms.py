"""Phrases that take a stance whatever clause they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.models import PositionKind
from briefing.nlp.syntax import Text

_BLAME = (
    r"turn(?:ed|ing|s)? an? (?:blind eye|deaf ear)", r"(?:only|just) interested in", r"nothing (?:but|more than) an? ", "no regard for",
    r"hid(?:e|es|ing) behind", r"without (?:even |any |prior |proper )?(?:consult\w+|listening|explanation)",
    (r"(?:no ?one|nobody|no officer|none) (?:(?:has|had|have) (?:ever )?been|was|is|were) (?:ever )?"
    r"(?:held|punished|prosecuted|arrested|charged|convicted)"),
    "too little,? too late", "at the expense of", "double standards?", "war crimes?", "crimes? against humanity", "in bad faith",
    "politically motivated", r"g[eo]t(?:ting)? away with", "smear campaign", "witch[ -]hunts?",
    "abuses? of (?:power|office|authority)", "lip service", "power grab", "land grab", r"t(?:akes|ook) advantage of",
    r"f(?:all|alls|ell|allen) short of", r"d(?:o|oes|id)(?: not|n[’']t) (?:even )?care", r"n(?:ever|ot) (?:even )?(?:bothered|cared)",
)  # fmt: skip
_GREAT = "(?:vital|key|crucial|important|leading|significant|pioneering|pivotal|central|major|critical|instrumental|big|great)"
_FINE = (
    "(?:prestigious|ambitious|successful|advanced|talented|respected|trusted|remarkable|beautiful|effective|innovative"
    "|outstanding|influential|generous|reliable|inspiring|accomplished)"
)
_PRAISE = (
    rf"play(?:s|ed|ing)? (?:an? |the )?{_GREAT} (?:role|part)", f"one of the (?:most {_FINE}|best|greatest|finest|strongest)",
    f"the most {_FINE}", "(?:best|finest|shining|perfect|great|inspiring|excellent) example of (?:how|an?)", "role models? (?:for|to)",
    r"serv(?:es|ed|ing) as an? (?:role )?(?:model|catalyst|beacon|example|inspiration)", "best ever", "best in the", "second to none",
    "it is an hono[u]?r", "source of pride", "god-sent", "well done", "hats off", "(?:great|real) asset", "deeply impressed",
    "a great job", r"fill(?:s|ed) (?:us|me|them) with (?:joy|pride)", "(?:huge|great) success", "highly successful",
    "historic (?:achievement|victory|success)", "made history",
)  # fmt: skip
_DENIAL = (
    "no (?:evidence|proof|suggestion) (?:of|that)", r"(?:are|is|was|were|as) (?:\w+ )?speculations?", "unfounded", "baseless",
    "never said", "not true", "out of context", "nothing to do with", "patently false", "not correct", "without foundation",
    "contrary to (?:the )?(?:claims|reports)",
    (r"(?:accusations?|allegations?|claims?|charges?) (?:[a-z]+ ){0,4}(?:is|are|was|were) (?:[a-z]+ )?"
    r"(?:fabricated|concocted|invented)"),
    r"(?:there (?:is|was|were|has been)|did) (?:no|not show any) (?:negligence|wrongdoing|misconduct|irregularit(?:y|ies)|foul play)",
)  # fmt: skip
_OPPOSITION = (
    r"ma(?:kes?|de) (?:no|little) sense",
    (r"(?:is|was|are|were|would be)(?: not|n't|n’t) (?:an? (?:good|wise|viable|sustainable|feasible|realistic) \w+"
    r"|the (?:right |best |only )?(?:answer|solution|way|approach|time|move|decision))"),
    r"(?:can ?not|will not|wo n't|ca n't|not going to|never) (?:\w+ )?(?:accept|tolerate|condone|legislate)",
    "we (?:can ?not|must not|should not|will not|can n't|wo n't) (?:allow|let|permit)",
    "steps? backwards?", "backward step", "backsliding",
    r"an? (?:\w+ )?(?:bad|terrible|bitter|cruel|sick) (?:idea|joke|deal|precedent|sign|move|decision)", "jump(?:ed|ing)? the gun",
    "not (?:be )?(?:acceptable|condoned|tolerated|justified)", "no (?:place|justification) for", "out of the question", "is not allowed",
)  # fmt: skip
_SUPPORT = (
    (r"(?:is|was|are|were|be) (?:a|an|the) (?:\w+ )?(?:way forward|right (?:decision|direction|thing|move|choice|approach|path)"
    r"|step (?:in the right direction|forward|towards?)"
    r"|(?:best|good|great|wise|sensible|reasonable) (?:option|solution|move|decision|choice|step|strategy|response))"),
    "the way to go", "in the right direction", "deep believer", "(?:i|we) (?:am|are) for the", "came on time",
    "(?:could|can) not have come at a better time", "best way forward",
)  # fmt: skip
_WARNING = (
    "time ?bomb", "at (?:great(?:er)?|serious|high(?:er)?|grave|real) risk (?:of|than)", r"put(?:s|ting)? (?:\w+ ){1,4}at risk",
    r"spiral(?:l?ing)? (?:of|out of|into)", "dealt with (?:severely|harshly|firmly)", "in grave danger", "a slippery slope",
    "playing with fire", "on the brink of", "(?:dangerous|worrying|concerning) precedent", r"a (?:\w+ )?emergency", "sense of crisis",
    "flood of", "alarming rate",
)  # fmt: skip
_UNREAL = re.compile(r"\b(?:not|n[o’']t|no|never|if|will|would|could|might|may|shall|should|must)\b")
_DENIED = re.compile(r"\b(?:not|n[o’']t|no|never)\b")


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


#: by kind, in the order in which they are asked: the phrases, and what keeps them from being meant
_KINDS: tuple[tuple[PositionKind, re.Pattern[str], re.Pattern[str] | None], ...] = (
    ("blame", _any_of(_BLAME), None),
    ("praise", _any_of(_PRAISE), _UNREAL),
    ("denial", _any_of(_DENIAL), None),
    ("opposition", _any_of(_OPPOSITION), None),
    ("support", _any_of(_SUPPORT), None),
    ("warning", _any_of(_WARNING), _DENIED),
)


def kind_by_idiom(view: Text, words: list[int]) -> PositionKind | None:
    """The kind of a stock phrase in a content."""
    text = " ".join(view.tokens[w].text.lower() for w in words)
    for kind, phrases, unmeant in _KINDS:
        if phrases.search(text) and not (unmeant is not None and unmeant.search(text)):
            return kind
    return None
