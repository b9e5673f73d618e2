"""What a text says of where somebody stands: for or against, how firmly, with which figures, and whether it tells of a turn.

Words alone, in English; what they leave open stays open. The lists are of newswriting's set phrases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from briefing.compose.figures import FIGURE, NUMERALS, read_pieces
from briefing.compose.outcomes import phrases
from briefing.compose.polarity import without_opposites
from briefing.compose.terms import STOPWORDS, fold, terms_of
from briefing.models import PositionKind, Span

Turn = Literal["sharpened", "softened", "reversed"]

_AGAINST = phrases(
    r"against",
    r"oppos\w+",
    r"reject\w*",
    r"refus\w+",
    r"rul(?:e|es|ed|ing) (?:\w+ )?out",
    r"veto\w*",
    r"resist\w*",
    r"unacceptable",
    r"out of the question",
    r"boycott\w*",
    r"object(?:s|ed|ions?)?",
    r"insult",
    r"stop",
    r"scrap\w*",
    r"abolish\w*",
    r"ban",
    r"halt\w*",
    r"throw (?:\w+ ){1,3}out",
    r"abandon\w*",
    r"wrong (?:answer|thing|step|way|decision|move|course|path|choice|response|signal)",
)
_FOR = phrases(
    r"support\w*",
    r"back(?:s|ed|ing)?(?! (?:to|down|at|away|off))",
    r"favou?r\w*",
    r"accept\w*",
    r"welcom\w+",
    r"approv\w+",
    r"agree\w*",
    r"endors\w+",
    r"embrac\w+",
    r"c(?:an|ould) live with",
    r"(?:ready|willing|prepared|open) to",
    r"vot(?:e|es|ed|ing) (?:for|yes)",
    r"right (?:answer|thing|step|way|decision|move|course|path|choice|response|signal)",
)
_NO_MORE = phrases(r"(?:no longer|cannot|could not|not) (?:\w+ )?(?:support|back|favou?r|accept|approve|endorse)")
#: verbs of holding a position, as participles
_HELD = (
    r"ruled|rejected|opposed|refused|denied|dismissed|promised|supported|backed|defended|called|said|told|demanded|insisted|vowed|sworn|"
    r"seen no|wanted|asked|argued|maintained|criticised|criticized|praised|warned|excluded|accused|blamed|described|pledged|condemned"
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|cannot|nobody|neither|nor|without)\b|n't\b|\b(?:be|is|are|was|were|see|sees|saw|has|have|had) no\b"
)
#: what is not done only under a condition is not what somebody is against
_CONDITION = re.compile(r"\b(?:if|unless|until|as long as|when|who|which|that)\b.*")
#: "supported the treaty but not the dam" is of the treaty
_EXCEPT = re.compile(r",? but not ")
_FIRM = phrases(
    r"must",
    r"demand\w*",
    r"insist\w*",
    r"at once",
    r"immediate\w*",
    r"ultimatum",
    r"never",
    r"under no circumstances",
    r"unconditional\w*",
    r"threat\w*",
    r"final",
    r"red line",
    r"not an inch",
    r"whatever the cost",
    r"no compromise",
    r"will not",
    r"cannot",
    r"rul(?:e|es|ed|ing) out",
)
_MILD = phrases(
    r"hope\w*",
    r"may",
    r"might",
    r"could",
    r"would like",
    r"consider\w*",
    r"(?:ready|willing|prepared|open) to",
    r"compromise\w*",
    r"negotiab\w+",
    r"discuss\w*",
    r"talk about",
    r"flexib\w+",
    r"if",
    r"provided",
    r"for now",
    r"can live with",
    r"step by step",
)
_THEIR = r"(?:his|her|its|their)"
_EARLIER = (
    r"(?:(?:only |just )?(?:a|one|two|three|four|five|six|ten|some|several|few) (?:\w+ )?(?:days?|weeks?|months?|years?|hours?) "
    r"(?:ago|earlier|before|after)|(?:last|on|in|until|up to) \w+|earlier|before|previously|so far|hitherto|until now|still|always|once)"
)
#: what tells in so many words that somebody turned, and where to
_TURNS: tuple[tuple[Turn, re.Pattern[str]], ...] = (
    (
        "reversed",
        phrases(
            r"revers(?:ed|es|ing|al)",
            r"about-turn|about-face|u-turn|volte-face|turnabout|turnaround",
            rf"chang(?:ed?|es|ing) (?:{_THEIR} )?(?:sides|course|minds?|tune|position)",
            r"switch(?:ed|es|ing) sides",
            rf"(?:withdr(?:ew|aws?|awn)|drop(?:s|ped)) {_THEIR} (?:opposition|objections?|resistance|support|backing)",
            r"(?:was|were) (?:wrong|mistaken)|mistake to",
            r"no longer (?:support|oppose|back|reject|believe|want)s?",
            r"now (?:supports?|backs?|opposes?|rejects?|wants?)",
            r"g(?:ive|ives|ave|iving) (?:way|in)",
            r"blinks?|caves? in|turns? on|comes? round|came round|owns? up|owned up",
            rf"lo(?:st|ses?) {_THEIR} faith",
            r"(?:confess|recant|retract|backtrack|disown)(?:s|es|ed|ing)?|admit(?:s|ted|ting)?|rethinks?|rethought",
            r"after all|chang(?:es|ed|ing) tack|(?:takes?|took|taken) back|turn(?:s|ed|ing)? against",
            r"g(?:o|oes|oing|one) back on|went back on",
            r"br(?:eaks?|oke|eaking|oken) (?:with|(?:\w+ ){0,2}(?:promise|pledge|word|vow))",
            r"now (?:says?|said|called?s?|argues?|argued|favou?rs?|supported|backed|opposed|rejected|wanted|demands?)",
        ),
    ),
    (
        "softened",
        phrases(
            r"soften\w*|softer|milder|conciliatory|relent\w*",
            rf"eas(?:ed|es|ing) {_THEIR}",
            r"concession\w*|conced(?:es?|ed|ing)",
            r"g(?:ive|ives|ave|iving) ground",
            r"back(?:s|ed|ing) (?:down|away|off)",
            r"climb(?:s|ed|ing)? down",
            r"scal(?:es|ed|ing) (?:back|down)",
            r"water(?:s|ed|ing)? down",
            rf"(?:lower|reduc|trimm?|cut)(?:s|es|ed|ing)? (?:{_THEIR} |the )?(?:\w+ )?(?:demands?|sights|claims?|asking price|tone)",
            r"meet (?:\w+ ){1,3}halfway",
            r"(?:can|could|would|ready to|willing to|prepared to) (?:now )?(?:live with|accept|agree to|settle for|be acceptable)",
            r"opening (?:figure|bid|offer|demand)",
            rf"(?:drop(?:s|ped)?|withdr(?:ew|aws?|awn)|abandon(?:s|ed)?|g(?:ave|ives?|iven) up|lift(?:s|ed)?) (?:{_THEIR} |the )?(?:\w+ )?"
            r"(?:demands?|calls?|claims?|threats?|ultimatums?|requests?|conditions?|boycott)",
            r"mov(?:es|ed|ing) towards?",
            r"tone(?:s|d)? down",
            r"(?:am|are|is|was|were) sorry|apologi[sz]\w+",
        ),
    ),
    (
        "sharpened",
        phrases(
            r"harden(?:s|ed|ing)?|toughen\w*|tougher|sharpen\w*|sharper|harsher|stiffen\w*",
            r"step(?:s|ped|ping)? up",
            r"escalat\w+",
            rf"rais(?:es|ed|ing) (?:the stakes|(?:{_THEIR}|the) (?:demands?|claim|pressure))",
            r"(?:goes|went|going|gone) (?:a step |one step )?further",
            r"ultimatums?",
            r"threaten(?:s|ed|ing)?",
            r"no longer enough",
            r"d[iu]gs? in",
            r"doubl(?:es|ed|ing) down|up(?:s|ped)? the ante|(?:hard|tough)(?:er)? line|in the strongest (?:terms|words)",
            r"sets? (?:\w+ ){0,3}(?:deadline|ultimatum)|no longer content|pil(?:es|ed|ing) (?:on )?(?:the )?pressure|more forceful(?:ly)?",
            rf"(?:doubl|extend|widen|add)(?:s|es|ed|ing)? (?:{_THEIR} demands?|to {_THEIR} demands?)",
        ),
    ),
)
#: what stands before a turn that nobody made: "rejected any concession", "will not change course"
_UNTURNED = re.compile(
    r"(?:\b(?:no|not|never|without|reject\w*|refus\w+|resist\w*|rul(?:e|es|ed|ing) out|den(?:y|ies|ied|ying)|against)\b|n't)(?: \w+){0,2} $"
)
#: what somebody held before, told as past: "only a week earlier he had ruled out any delay"
_CONTRAST = phrases(
    rf"{_EARLIER}(?: \S+){{0,6}}? had (?:\w+ ){{0,2}}(?:{_HELD})",
    rf"had (?:\w+ ){{0,2}}(?:{_HELD}) (?:\S+ ){{0,8}}?{_EARLIER}",
    rf"having (?:\w+ ){{0,2}}(?:{_HELD}|confined)",
    rf"had (?:still|always|long|repeatedly|until now) (?:{_HELD})",
    r"after (?:\w+ ){0,4}(?:opposing|rejecting|refusing|supporting|backing|defending|denying|demanding|ruling out|months of|weeks of)",
    r"to the surprise of|in a surprise move|unexpectedly",
)
#: words by which two texts are not about one issue
_STANCE_WORDS = frozenset(
    terms_of(
        """support back favour favor accept welcome approve agree endorse ready willing prepared open vote oppose against reject refuse rule
        out demand insist urge call ask want must will would should could may might need threaten warn promise pledge offer never no not
        say said tell now today week month year time people thing way make take give get go come put keep let see stand right wrong
        party government minister president more less than only even still very first last new per cent percent
        welcome praise hail condemn criticise criticize blame denounce deny confirm admit reject accuse apologise apologize insist pledge
        propose single part whole bit answer step course choice response"""
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stance:
    """``side`` is 1 for, -1 against, 0 unsaid; ``force`` from 1 (mild) to 3 (firm); ``figures`` by their units."""

    side: int
    force: int
    is_negated: bool
    figures: dict[str, float]
    issue: frozenset[str]


def read_stance(text: str, kind: PositionKind, *, apart: frozenset[str] = frozenset()) -> Stance:
    """Read where a position's words stand; ``apart`` are terms that name its actor and target, which are no issue."""
    text = _EXCEPT.split(text)[0]
    plain = fold(text)
    issue = (
        frozenset(t for t in terms_of(without_opposites(text)) if t not in _STANCE_WORDS and not t[0].isdigit() and t not in NUMERALS)
        - apart
    )
    return Stance(
        side=_side(plain, kind),
        force=_force(plain, kind),
        is_negated=_NEGATED.search(plain) is not None or plain.startswith("no "),
        figures=_figures(text),
        issue=issue,
    )


def turns_told(text: str) -> frozenset[Turn]:
    """The turns that a text tells of in so many words."""
    plain = fold(text)
    return frozenset(
        turn
        for turn, phrase in _TURNS
        if any(not _UNTURNED.search(plain[max(0, m.start() - 40) : m.start()]) for m in phrase.finditer(plain))
    )


def contrasts(text: str) -> bool:
    """Tell whether a text says what somebody held before."""
    return _CONTRAST.search(fold(text)) is not None


def _side(plain: str, kind: PositionKind) -> int:
    if kind == "opposition":
        return -1
    if kind in ("support", "praise"):
        return -1 if _NO_MORE.search(plain) else 1
    if kind == "blame":
        return 0 if _NEGATED.search(plain) else -1
    against, pro = _AGAINST.search(plain), _FOR.search(plain)
    found = min((m for m in (against, pro) if m), key=lambda m: m.start(), default=None)
    if found is not None:
        sign = -1 if found is against else 1
        return -sign if _NEGATED.search(plain[max(0, found.start() - 30) : found.start()]) else sign
    if kind not in ("demand", "commitment", "offer"):
        return 0
    return -1 if _NEGATED.search(_CONDITION.sub("", plain)) else 1


def _force(plain: str, kind: PositionKind) -> int:
    if _FIRM.search(plain) or kind == "warning":
        return 3
    return 1 if _MILD.search(plain) or kind == "offer" else 2


def _figures(text: str) -> dict[str, float]:
    """The figures of a text by what they count, the last of each; by nothing where no word says it."""
    pieces = read_pieces(text, Span(0, len(text)))
    found: dict[str, float] = {}
    for piece, behind in pairwise([*pieces, None]):
        if piece is not None and isinstance(piece.value, float):
            counts = (
                behind is not None and behind.key not in {FIGURE, *STOPWORDS} and not text[piece.span.end : behind.span.start].strip(" -")
            )
            found[behind.key if behind is not None and counts else ""] = piece.value
    return found
