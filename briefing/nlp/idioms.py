"""Phrases that take a stance whatever clause they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.models import PositionKind
from briefing.nlp.syntax import Text

_COURT = r"(?:tribunal|court|trial|charge|suspect|investigat|prosecut|inquir|probe|case|unit|commission)"
_BLAME = (
    r"turn(?:ed|ing|s)? an? (?:blind eye|deaf ear)", r"(?:only|just) interested in", r"nothing (?:but|more than) an? ", "no regard for",
    r"hid(?:e|es|ing) behind", r"without (?:even |any |prior |proper )?(?:consult\w+|listening|explanation)",
    (r"(?:no ?one|nobody|no officer|none) (?:(?:has|had|have) (?:ever )?been|was|is|were) (?:ever )?"
    r"(?:held|punished|prosecuted|arrested|charged|convicted)"),
    "too little,? too late",
    (r"(?:appl\w+|us(?:es?|ed|ing)|practi[cs]\w+|show\w*|guilty of|is|are|was|were|full of)"
    r" (?:\w+ ){0,2}double standards?"),
    "in bad faith",
    (r"(?:(?:commit\w*|perpetrat\w+|guilty of|responsible for|amount\w* to|constitut\w+) (?:\w+ ){0,3}|(?:is|are|was|were) (?:an? )?)"
    rf"(?:war crimes?|crimes? against humanity)(?! {_COURT})"),
    "politically motivated", r"g[eo]t(?:ting)? away with", "smear campaign", "witch[ -]hunts?",
    "abuses? of (?:power|office|authority)", "lip service", "power grab", "land grab", r"t(?:akes|ook) advantage of",
    r"f(?:all|alls|ell|allen) short of", r"d(?:o|oes|id)(?: not|n[’']t) (?:even )?care", r"n(?:ever|ot) (?:even )?(?:bothered|cared)",
    (r"(?:attempt|plot|bid|ploy|scheme|conspiracy)s? (?:\w+ ){0,6}to (?:try to )?"
    r"(?:undermine|weaken|destroy|silence|intimidate|subjugate|destabili[sz]e|discredit|distort|divide|deceive|mislead|suppress|smear"
    r"|derail|sabotage|punish|frustrate)"),
    "without (?:our|their|his|her|my) (?:consent|permission|approval|knowledge)",
    "propaganda (?:drive|campaign|machine|stunt)", "(?:hired|paid) thugs?", r"tell(?:s|ing)? lies",
    "what right (?:do|does|did|has|have)",
    "out of revenge", "(?:political|publicity) stunt", "act of (?:insubordination|terror|treason|piracy)",
    "(?:foreign|external|political) conspiracy", r"f(?:all|alls|ell|allen|alling) (?:on|into) (?:the )?deaf ears",
    "(?:not|never) adequately", "(?:has|have|had) no (?:regard|respect) for",
)  # fmt: skip
_GREAT = "(?:vital|key|crucial|important|leading|significant|pioneering|pivotal|central|major|critical|instrumental|big|great)"
_FINE = (
    "(?:prestigious|ambitious|successful|advanced|talented|respected|trusted|remarkable|beautiful|effective|innovative"
    "|outstanding|influential|generous|reliable|inspiring|accomplished|powerful|resilient|promising)"
)
_VERY = "(?:very|really|so|extremely|incredibly|extraordinarily|absolutely|truly)"
_PRAISE = (
    rf"play(?:s|ed|ing)? (?:an? |the )?{_GREAT} (?:role|part)", f"one of the (?:most {_FINE}|best|greatest|finest|strongest)",
    f"the most {_FINE}", "(?:best|finest|shining|perfect|great|inspiring|excellent) example of (?:how|an?)", "role models? (?:for|to)",
    r"serv(?:es|ed|ing) as an? (?:role )?(?:model|catalyst|beacon|example|inspiration)", "best ever", "best in the", "second to none",
    "it is an hono[u]?r", "source of pride", "god-sent", "well done", "hats off", "(?:great|real) asset", "deeply impressed",
    "a great job", r"fill(?:s|ed) (?:us|me|them) with (?:joy|pride)", "(?:huge|great) success", "highly successful",
    "historic (?:achievement|victory|success)", "made history",
    r"(?:i|we) (?:\w+ )?love (?:how|the|his|her|their|this)", "one of the most (?:important|visited|popular|modern)",
    "great (?:news|leap|feeling|performance|step forward)", r"(?:did|done|does|doing) (?:a lot|so much) for",
    f"{_VERY} (?:kind|supportive|smooth|positive|friendly|helpful|exciting|charming|fascinating|remarkable|professional)",
    r"wish\w* (?:[\w']+ ){1,6}(?:all the best|well in|every success|success)",
    r"contribut(?:ed|es) (?:immensely|greatly|enormously|significantly|tremendously) to",
)  # fmt: skip
_DENIAL = (
    "no (?:evidence|proof|suggestion) (?:of|that)", r"(?:are|is|was|were|as) (?:\w+ )?speculations?", "unfounded", "baseless",
    "never said", "not true", "out of context",
    r"(?:i|we|he|she|they|it|this|that) (?:\w+ )?(?:had|have|has) (?:\w+ )?nothing to do with", "patently false",
    "not correct", "without foundation", "nothing (?:wrong|illegal|political|improper|untoward)",
    "no such (?:plans?|intention|money|meeting|payment)",
    "contrary to (?:the )?(?:claims|reports)",
    (r"(?:accusations?|allegations?|claims?|charges?) (?:[a-z]+ ){0,4}(?:is|are|was|were) (?:[a-z]+ )?"
    r"(?:fabricated|concocted|invented)"),
    r"(?:there (?:is|was|were|has been)|did) (?:no|not show any) (?:negligence|wrongdoing|misconduct|irregularit(?:y|ies)|foul play)",
)  # fmt: skip
_OPPOSITION = (
    r"ma(?:kes?|de) (?:no|little) sense",
    (r"(?:(?:is|was|are|were) (?:not|n['’]t)|(?:will|wo|would) (?:not|n['’]t) be) "
    r"(?:an? (?:good|wise|viable|sustainable|feasible|realistic) \w+|an? (?:\w+ )?step (?:in the right direction|forward)"
    r"|the (?:right |best |only )?(?:answer|solution|way|approach|time|move|decision|choice))"),
    r"(?:can ?not|will not|wo n't|ca n't|not going to|never) (?:\w+ )?(?:accept|tolerate|condone|legislate)",
    "we (?:can ?not|must not|should not|will not|can n't|wo n't) (?:allow|let|permit)",
    "steps? backwards?", "backward step", "backsliding",
    r"an? (?:\w+ )?(?:bad|terrible|bitter|cruel|sick) (?:idea|joke|deal|precedent|sign|move|decision)", "jump(?:ed|ing)? the gun",
    "not (?:be )?(?:acceptable|condoned|tolerated|justified)", "no (?:place|justification) for", "out of the question",
    r"do (?:not|n['’]t) want (?:to be|an? )",
)  # fmt: skip
_SUPPORT = (
    (r"(?:is|was|are|were|be) (?:a|an|the) (?:\w+ )?(?:way forward|right (?:decision|direction|thing|move|choice|approach|path)"
    r"|step (?:in the right direction|forward|towards?)"
    r"|(?:best|good|great|wise|sensible|reasonable) (?:option|solution|move|decision|choice|step|strategy|response))"),
    "the way to go", "in the right direction", "deep believer", "(?:i|we) (?:am|are) for the", "came on time",
    "(?:could|can) not have come at a better time", "best way forward", "only way forward",
    "an? (?:great|good|wonderful) (?:way|place|thing|idea) (?:for|to)",
)  # fmt: skip
_WARNING = (
    "time ?bomb", "at (?:great(?:er)?|serious|high(?:er)?|grave|real) risk (?:of|than)", r"put(?:s|ting)? (?:\w+ ){1,4}at risk",
    r"spiral(?:l?ing)? (?:of|out of|into)", "dealt with (?:severely|harshly|firmly)", "in grave danger", "a slippery slope",
    "playing with fire", "on the brink of", "(?:dangerous|worrying|concerning) precedent", "sense of crisis",
    "alarming rate", "(?:very|quite|deeply|seriously|gravely|extremely|highly) (?:concerned|worried)(?! with)", "on the verge of collapse",
    "not safe (?:for|to)",
    (r"(?:can|may|could|will|would) (?:also )?(?:be (?:blocked|barred|cancelled|canceled|revoked|disqualified)"
    r"|face (?:\w+ ){0,3}(?:imprisonment|prison|jail|fines?|charges|penalt\w+))"),
)  # fmt: skip
_COMMITMENT = (
    r"(?:reaffirm\w*|maintain\w*|demonstrat\w+|reiterat\w+|renew\w*|underscor\w+|confirm\w*) (?:\S+ ){0,5}commitment to",
    "(?:remain(?:s|ed)?|is|are|am) (?:(?!not )\\w+ )?(?:committed|dedicated) to", "not hesitate to", "top priority for",
    r"look(?:s|ing)? forward to (?:work|creat|build|launch|continu|collaborat|cooperat|strengthen|partner|develop|expand|deepen)\w+",
)  # fmt: skip
_DEMAND = (
    r"(?:is|['’]s) (?:our|your|everyone ['’]s|everybody ['’]s) (?:\w+ )?(?:responsibility|duty|obligation) to",
    r"do (?:not|n['’]t) forget (?:to|your)", "(?:i|we) (?:call (?:on|upon)|appeal to|ask that)",
)  # fmt: skip
_CRIME = (
    r"(?:fraud|scam|crimes?|murders?|killings?|genocide|massacre|coup|scandal|theft|robbery|plot|conspiracy|bombings?|collapse|downfall"
    r"|smuggling|trafficking|cover-up|hoax)"
)
_CRIMINALS = r"(?:gang|cartel|thieves|thief|criminals?|smugglers?|fraudsters?|mafia|robbers?|traffickers?|swindlers?)"
_UNREAL = re.compile(
    r"\b(?:not|n[o’']t|no|never|hardly|neither|nor|if|will|would|could|might|may|shall|should|must|so ?- ?called|self ?- ?styled)\b"
    rf"|\b(?:role|part) in (?:(?!\w+ing\b)\w+ ){{0,3}}{_CRIME}\b|\bexample of how .*\b(?:wrong|fail\w*|badly)\b"
    rf"|\b{_CRIMINALS} (?:\w+ ){{0,5}}(?:is|are|was|were) "
)
_DENIED = re.compile(r"\b(?:not|n[o’']t|no|never|far from)\b")
#: what stands close before a phrase that is denied, doubted or what only others say
_TAKEN_BACK = re.compile(
    r"\b(?:not|n['’]t|no|never|hardly|neither|nor|nobody|none|without|far from|if|whether|denied|denies|deny|who (?:calls?|called))"
    r"(?: (?!(?:and|but|because|as|when|which|so)\b)[\w'’-]+){0,5} ?$"
)


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})\b")


#: by kind, in the order in which they are asked: the phrases, and what anywhere in a content keeps them from being meant
_KINDS: tuple[tuple[PositionKind, re.Pattern[str], re.Pattern[str] | None], ...] = (
    ("blame", _any_of(_BLAME), None),
    ("praise", _any_of(_PRAISE), _UNREAL),
    ("denial", _any_of(_DENIAL), None),
    ("opposition", _any_of(_OPPOSITION), None),
    ("support", _any_of(_SUPPORT), None),
    ("warning", _any_of(_WARNING), _DENIED),
    ("commitment", _any_of(_COMMITMENT), None),
    ("demand", _any_of(_DEMAND), None),
)


def kind_by_idiom(view: Text, words: list[int]) -> PositionKind | None:
    """The kind of a stock phrase in a content, unless it is taken back right before it: "never turned a blind eye"."""
    text = " ".join(view.low(w) for w in words)
    for kind, phrases, unmeant in _KINDS:
        if unmeant is not None and unmeant.search(text):
            continue
        if any(not _TAKEN_BACK.search(text[: found.start()]) for found in phrases.finditer(text)):
            return kind
    return None
