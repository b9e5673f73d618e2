"""What tells in so many words that somebody turned, and where to: newswriting's set phrases, in English."""

from __future__ import annotations

import re
from typing import Literal

from briefing.compose.outcomes import phrases
from briefing.compose.terms import fold

Turn = Literal["sharpened", "softened", "reversed"]

#: verbs of holding a position, as participles
_HELD = (
    r"ruled|rejected|opposed|refused|denied|dismissed|promised|supported|backed|defended|called|said|told|demanded|insisted|vowed|sworn|"
    r"seen no|wanted|asked|argued|maintained|criticised|criticized|praised|warned|excluded|accused|blamed|described|pledged|condemned"
)
#: what one was, or did, who takes something back by admitting it
_AT_FAULT = r"wrong|mistaken|mistakes?|errors?|fault|failed|failure|false|lied|never|not|had|was|were|did|took|knew|paid|met|too \w+"
_THEIR = r"(?:his|her|its|their)"
_EARLIER = (
    r"(?:(?:only |just )?(?:a|one|two|three|four|five|six|ten|some|several|few|the) (?:\w+ )?"
    r"(?:days?|weeks?|months?|years?|hours?|evening|night) (?:ago|earlier|before|after)|(?:last|on|in|until|up to) \w+|"
    r"earlier|before|previously|so far|hitherto|until now|still|always|once)"
)
#: who is sorry gives way only in what they held against somebody, or denied
SORRY = phrases(r"(?:am|are|is|was|were) sorry|apologi[sz]\w+")
#: what tells in so many words that somebody turned, and where to
_TURNS: tuple[tuple[Turn, re.Pattern[str]], ...] = (
    (
        "reversed",
        phrases(
            r"revers(?:ed|es|ing|al)",
            r"about-turn|about-face|u-turn|volte-face|turnabout|turnaround",
            rf"chang(?:ed?|es|ing) (?:{_THEIR} )?(?:sides|course|minds?|tune|position)",
            r"switch(?:ed|es|ing) sides",
            rf"(?:withdr(?:ew|aws?|awn)|drop(?:s|ped)|abandon(?:s|ed)|g(?:ave|ives?|iven) up) {_THEIR} "
            r"(?:opposition|objections?|resistance|support|backing)",
            r"(?:was|were) (?:wrong|mistaken)|mistake to",
            r"no longer (?:support|oppose|back|reject|believe|want)(?:s|d|ed)?",
            r"now (?:supports?|backs?|opposes?|rejects?|wants?)",
            r"g(?:ive|ives|ave|iving) (?:way|in)",
            r"blinks?|caves? in|turns? on|comes? round|came round|owns? up|owned up",
            rf"lo(?:st|ses?) {_THEIR} faith",
            r"(?:confess|recant|retract|backtrack|disown)(?:s|es|ed|ing)?|rethinks?|rethought",
            # not every weakness that is admitted is a turn: "“I am better at sitting in committees,” he admitted"
            rf"admit(?:s|ted|ting)?(?=[^.]*\b(?:{_AT_FAULT})\b)|(?:{_AT_FAULT})\b[^.]{{0,90}}?\badmit(?:s|ted)?",
            r"after all|chang(?:es|ed|ing) tack|(?:takes?|took|taken) back|turn(?:s|ed|ing)? against",
            r"g(?:o|oes|oing|one) back on|went back on",
            r"br(?:eaks?|oke|eaking|oken) (?:with|(?:\w+ ){0,2}(?:promise|pledge|word|vow))",
            r"now (?:says?|said|called?s?|argues?|argued|favou?rs?|supported|backed|opposed|rejected|wanted|demands?)",
        ),
    ),
    (
        "softened",
        phrases(
            r"no longer (?:exclude[sd]?|ruled? out|rules out|insist(?:s|ed)?(?: on)?|demand(?:s|ed)?)",
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
            SORRY.pattern,
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
            r"(?:hard|strong|sharp|tough|harsh|blunt|stern|fierc)(?:er|est) (?:words|language|tones?|terms|line|stance)",
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
#: nor is it one that others were wrong: "said that reports of an earlier date were wrong"
_OTHERS = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|figures?|estimates?|accounts?|allegations?|accusations?|suggestions?|articles?|media|newspapers?|"
    r"critics|opponents|forecasts?|predictions?|those|dates?|numbers?)\b[^,;:.]{0,80}$"
)
#: what tells of oneself though others are named before: "said the figures showed that she was wrong"; "claims that she was" do not
_OF_ONESELF = re.compile(
    r"(?<!reports that )(?<!rumours that )(?<!rumors that )(?<!claims that )(?<!allegations that )(?<!accusations that )"
    r"(?<!suggestions that )(?<!claim that )(?<!report that )(?<!suggestion that )(?<!allegation that )(?<!accusation that )"
    r"\b(?:he|she|they|i|we) (?:\w+ly |also )?$"
)
_WRONG = re.compile(r"(?:was|were) (?:wrong|mistaken)")
#: what somebody says of another's turn: "welcomed Norvask's change of mind on the pact", "Hale mocks minister's U-turn"
_REACTS = (
    r"(?:(?:welcom|prais|hail|applaud|cheer|celebrat|condemn|criticis|criticiz|attack|denounc|regret|deplor|lament|mock|ridicul|slamm?|"
    r"blast|acknowledg)(?:e|s|es|ed|ing)?|(?:respond|react)(?:s|ed|ing)? to|(?:puzzled|angered|surprised|disappointed) (?:by|at|with))"
)
OF_A_TURN = re.compile(
    rf"\b{_REACTS} (?P<whose>(?:(?!(?:and|but|after|before|when|while|as|in|his|her|its|their|own)\b)[\w'-]+ ){{0,5}}?)"
    r"(?:turn|turnaround|turnabout|reversal|u-turn|about-turn|about-face|volte-face|change of (?:mind|heart|course|tack)|"
    r"change in position|shift|rethink|climbdown|concessions?|backdown|retreat)\b"
)
#: what somebody held before, told as past: "only a week earlier he had ruled out any delay"
_CONTRAST = phrases(
    rf"{_EARLIER}(?: \S+){{0,6}}? had (?:\w+ ){{0,2}}(?:{_HELD})",
    rf"had (?:\w+ ){{0,2}}(?:{_HELD}) (?:\S+ ){{0,8}}?{_EARLIER}",
    rf"having (?:\w+ ){{0,2}}(?:{_HELD}|confined)",
    rf"had (?:still|always|long|repeatedly|until now) (?:{_HELD})",
    r"after (?:\w+ ){0,4}(?:opposing|rejecting|refusing|supporting|backing|defending|denying|demanding|ruling out|months of|weeks of)",
    r"to the surprise of|in a surprise move|unexpectedly",
    r"(?:change|shift) (?:of|in) (?:tone|line|stance|policy)",
)


def turns_told(text: str) -> frozenset[Turn]:
    """The turns that a text tells of in so many words."""
    plain = OF_A_TURN.sub("", fold(text))
    return frozenset(turn for turn, phrase in _TURNS if any(_is_turn(plain, m) for m in phrase.finditer(plain)))


def _is_turn(plain: str, told: re.Match[str]) -> bool:
    before = plain[: told.start()]
    return not _UNTURNED.search(before[-40:]) and not (
        _WRONG.match(told.group()) and _OTHERS.search(before) and not _OF_ONESELF.search(before)
    )


def contrasts(text: str) -> bool:
    """Tell whether a text says what somebody held before."""
    return _CONTRAST.search(fold(text)) is not None
