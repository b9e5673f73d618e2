"""Next steps that are no line of a briefing: nobody can tell when one of them is done, and nobody will be asked whether it is.

A vow names no act ("will continue to work with the authorities"), a prospect tells what something will be or be good for ("will be able
to"), advice goes to everybody, a thing that is only thought about is not decided. What has a day is a line whatever its verb. Words
alone, in English.
"""

from __future__ import annotations

import re

from briefing.compose.forecasts import comes_about
from briefing.compose.step_words import UNTIL
from briefing.compose.terms import fold
from briefing.models import StepKind


def _verbs(words: str) -> frozenset[str]:
    return frozenset(map(_plain, words.split()))


def _plain(verb: str) -> str:
    """A verb without its "ing" and its last "e"."""
    return verb.removesuffix("ing").removesuffix("e")


_ADVERBS = r"(?:(?!only\b)(?:also|then|now|soon|not|always|all|further|again|first|still|\w{2,}ly) )*"
#: what stands before the verb of a step, where its subject is told and where it is not
_WILL = r"(?:will|would|shall|must|should|'ll|(?:has|have|needs?|ought|(?<!\ba )(?<!\bthe )plans?|wants?) to|(?:is|are) (?:\w+ )?to)"
_ACT = re.compile(
    rf"(?:(?:not )?(?:(?!that\b|which\b|who\b|to\b)\S+ ){{0,14}}?{_WILL} |(?:not )?(?:to )?){_ADVERBS}(?P<act>[a-z-]+)\b(?P<rest>.*)$"
)
#: verbs of going on with what is done, of good will, and of making a thing better: nobody can tell when that is done
_GOOD_WILL = _verbs(
    """continue cooperate co-operate collaborate promote deepen strive endeavour endeavor focus foster encourage
    uphold respect cultivate consolidate prioritise prioritize maintain improve"""
)
#: and those of which that is so only where somebody vows it: who is asked to "support the bill" is asked for a vote
_VOWED = _verbs(
    "support help strengthen boost enhance ensure contribute facilitate intensify bolster protect combat tackle try aim comply abide"
)
#: the same in more words: "will work with everyone", "seek to improve", "take note"
_PHRASES = re.compile(
    r"(?:work(?:ing)? (?:hard|closely|tirelessly|together|as|with|on|to|towards?|for)"
    r"|seek to (?:improve|enhance|promote|strengthen|boost|ensure)"
    r"|keep (?:on|faith|working|fighting|up)|stand (?:by|with|behind|ready)|act|make (?:every|sure)"
    r"|do (?:everything|(?:the|his|her|its|their|our) (?:best|utmost|part)|(?:the )?(?:honou?rable|right) thing)"
    r"|play (?:an?|its|their) (?:\w+ )?role|take (?:note|care|heart|(?:\w+ )?(?:action|steps|measures)$)"
    r"|(?:pay|give) (?:\w+ )?(?:attention|heed)|be (?:committed|ready|mindful|careful|vigilant|prudent|patient)"
    r"|(?:provide|offer|give|lend|extend) (?:[\w-]+ ){0,4}?(?:support|assistance|help))\b"
)
#: what a thing or somebody will be, or will have by something else
_STATE = re.compile(
    r"(?:be (?:able|responsible|obliged|obligated|required|entitled|eligible|in charge|good|entirely|very|more|an?|one|part|capable"
    r"|equipped|available|exempted?)|have (?:access|an? (?:capacity|length|area|range))|benefit|cost|cover|mean"
    r"|complement|function|pave|transform|need to|have to|depend|include|feature|see (?:an?|the|more|less|that)"
    r"|enable|allow (?:for|us|the|people|users))\b"
)
#: who "is to become" minister is named to it
_BECOMES = re.compile(rf"\b(?:will|would) {_ADVERBS}become\b")
#: what is only in somebody's mind, or waited for
_UNDECIDED = re.compile(
    r"(?:\b(?:is|are|was|were)|'s|'re)(?: \w+){0,2} "
    r"(?:considering|contemplating|mulling|weighing|pondering|waiting|hoping|monitoring|pushing|studying)\b"
)
#: what a place will have of the weather
_WEATHER = re.compile(
    r"\b(?:see|sees|seeing|get|expect|receive|bring|brings|bringing|looking at)\b(?: [\w.°-]+){0,6}? "
    r"(?:rain(?:fall)?|showers|snow(?:fall)?|thunderstorms?|gales?|winds|mm|\d+mm|temperatures)\b"
)
#: everybody, to whom one gives advice
_EVERYBODY = re.compile(
    r"(?:\w+ ){0,2}(?:people|public|residents?|citizens?|individuals?|students?|pupils?|parents?|everyone|everybody|community members"
    r"|motorists?|travell?ers?|passengers?|visitors?|tourists?|consumers?|customers?|users?|investors?|youths?|women|men|fans?|voters?"
    r"|(?:international |world )?community)(?: (?:in|of|at|from) .*)?"
)
#: before what somebody only wishes, or believes of others; and before advice
_WISHED = re.compile(
    r"\b(?:wants?|wanted|hop(?:es?|ed|ing)|wish(?:es|ed)?|would like|dreams?|dreamed|look(?:s|ing)? forward|believes?|believed|trusts?"
    r"|confident|optimistic)(?: (?:that|to))* ?$"
)
_ADVISED = re.compile(r"\badvis(?:es?|ed|ing)\b[^,;:]*$")
_FIGURE = re.compile(r"\d|\b(?:million|billion|thousand|percent|per cent)\b")
#: a second act beside an idle one: "cooperate and surrender the files"
_BESIDE = re.compile(
    rf"(?:, |\band )(?:to )?{_ADVERBS}(?P<act>(?!\w+ing\b)[a-z-]+) (?:the|an?|its|their|his|her|all|any|two|three|down|out|up|into)\b"
)
#: of a thing that a clause names, that it will be dealt with or begin: somebody will see to it, whoever that is
_SEEN_TO = re.compile(
    r"(?!(?:it|this|that|these|those|they|he|she|we|i|you|there"
    r"|all(?= (?:of|will|would|is|are)\b)|any|anyone|nobody|nothing|none|few|little|no|questions?|each|every|everyone|what|who(?:ever)?)\b)"
    r"(?:\S+ ){1,16}?(?:will|would|(?:is|are) (?:\w+ )?to|(?:is|are) (?:\w+ )?(?:expected|due|set|scheduled|planned) to) "
    r"(?:(?:also|soon|now|then|first|\w+ly) )*"
    r"(?:be (?:\w+ly )?"
    r"(?!(?:locat|integrat|requir|allow|oblig|affect|influenc|guid|bas|inform|cover|disrupt|connect|focus|limit|driv|need|aim)\w+)"
    r"(?:\w+ed|held|heard|built|brought|put|set up|made|sent|given|taken|paid|drawn up|sold|cut|shut|begun|chosen|sworn)\b"
    r"|(?:take place|go to (?:trial|court)|begin|start|commence|resume|reopen)\b)",
    re.IGNORECASE,
)
#: and people, or a body of them, whom a clause names by what they are, that they will do something
_SOME_PEOPLE = re.compile(
    r"(?!(?:any|no|every|each|such|most|many)\b)(?:[\w’'-]+ ){0,4}?"
    r"(?:teams?|crews?|committee|commission|council|court|state|government|parliament|police|staff|banks|schools|students|pupils|teachers"
    r"|doctors|nurses|workers|farmers|councillors|lawmakers|members|officers|soldiers|delegat(?:ion|es)|thousands|hundreds|dozens)"
    r"(?: (?:of|from) (?:[\w’'-]+ ){1,4}?| )(?:will|are to|is to) (?:(?:also|soon|now|then|first) )*"
    r"(?!(?:have|not|never|hardly|no|need|blame|die|lose|suffer|go|remain|stay|know|to)\b"
    r"|be (?:able|a|an|the|in|to)\b|say nothing\b)[a-z]+",
    re.IGNORECASE,
)
#: what is done over and over is no step, and nobody knows where "there" is
_OVER_AND_OVER = re.compile(
    r"\b(?:each|every|any|annually|daily|weekly|monthly|yearly|regularly|always|never)\b|\b(?:there|that \w+)$", re.IGNORECASE
)


def is_seen_to(text: str, kind: StepKind) -> bool:
    """Tell whether a step without a day and a doer says of what it names that it will be dealt with, "charges will be brought against the
    owner", or of people that they will do something, "banks will lend to builders"; of what is asked for, one has to know of whom."""
    is_told = _SEEN_TO.match(text) is not None or _SOME_PEOPLE.match(text) is not None
    return kind != "requested" and is_told and _OVER_AND_OVER.search(text) is None


def is_idle(text: str, *, before: str, kind: StepKind, who: tuple[str, ...], is_dated: bool) -> bool:
    """Tell whether a step is no line of a briefing; ``before`` are the words of its sentence before it, and ``is_dated`` says whether the
    text has a time for it, known or not."""
    plain, ahead = fold(text), fold(before)
    if kind == "expected" and comes_about(text):
        return True
    if kind in ("expected", "scheduled") and _WEATHER.search(plain):
        return True
    if is_dated or UNTIL.search(plain):
        return False
    if _UNDECIDED.search(plain) or (kind == "requested" and who and all(_EVERYBODY.fullmatch(fold(w)) for w in who)):
        return True
    if (_ADVISED if kind == "requested" else _WISHED).search(ahead):
        return True
    told = _ACT.match(plain)
    if told is None:
        return False
    act = told["act"] + told["rest"]
    if (kind == "expected" and _BECOMES.search(plain)) or (kind != "requested" and _STATE.match(act)):
        return True
    return not _FIGURE.search(plain) and _names_no_act(told["act"], act, kind)


def _names_no_act(verb: str, act: str, kind: StepKind) -> bool:
    """Tell whether a verb with what it takes names nothing that can be found done, and no other act beside that."""
    vague = _GOOD_WILL if kind == "requested" else _GOOD_WILL | _VOWED
    if _plain(verb) not in vague and not _PHRASES.match(act):
        return False
    return all(_plain(beside["act"]) in _GOOD_WILL | _VOWED for beside in _BESIDE.finditer(act))
