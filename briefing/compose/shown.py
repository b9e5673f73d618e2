"""What shows that a plan was carried out without saying its words: what such an event ends in, what is out, who gives an answer."""

from __future__ import annotations

import re
from typing import Literal

from briefing.compose.outcomes import own_words, phrases
from briefing.compose.terms import fold, terms_of

#: what a plan's noun announces, and the past that shows it without that noun
_SHOWN_BY = tuple(
    (phrases(noun), phrases(past))
    for noun, past in (
        (
            r"verdict|ruling|judge?ment|sentence|(?:to|will) (?:rule|decide)",
            (
                r"(?:found|declared|ruled) (?:\w+ ){0,4}?(?:not )?guilty|acquitted|convicted|sentenced|upheld|overturned|struck down"
                r"|(?:courts?|judges?|tribunal|jury|jurors) (?:\w+ ){0,6}?"
                r"(?:ruled|decided|stopped|blocked|halted|suspended|barred|allowed|approved|dismissed|rejected|cleared|ordered)"
            ),
        ),
        (
            r"talks|negotiations",
            (
                r"(?:shook|shaken) hands|(?:reached|struck|signed) (?:an?|the) (?:\w+ ){0,3}(?:deal|agreement|accord|treaty|truce)"
                r"|agreed (?:on|to) (?:an?|the)|sat down|broke (?:off|up) without"
                r"|(?:talks|negotiations) (?:\w+ )?(?:ended|broke|failed|closed)"
            ),
        ),
        (r"meetings?|summit|conference|congress", r"(?:met|gathered|convened|sat down)"),
        (
            r"vote|ballot|division",
            r"(?:passed|adopted|approved|rejected|defeated|carried|elected|confirmed|ratified) (?:\w+ ){0,10}?by \w+",
        ),
        (
            r"elections?|polls?|run-off|runoff|referendum",
            r"went to the polls|elected|won (?:\w+ ){0,4}?(?:elections?|votes?|seats?)",
        ),
        (r"hearing|trial", r"testified|pleaded|told the (?:court|judge|panel|committee)|appeared (?:in|before)"),
        (r"resignation", r"resigned|stepped down"),
        (r"inauguration|swearing-in", r"(?:was|were) sworn in|took (?:\w+ )?oath|took office"),
        (r"strike|walkout|walk-out|stoppage", r"walked out|downed tools|stopped work|stayed away from work"),
        (
            r"(?:interest )?rates?\b.*\b(?:decision|meeting)|(?:decide|decision|meet\w*|vote) (?:\w+ ){0,4}rates?",
            r"(?:raised|cut|kept|left|held|lowered|increased|reduced|trimmed) (?:[\w-]+ ){0,6}?rates?",
        ),
        (r"launch|lift-?off|take-?off", r"lifted off|blasted off|took off|soared|reached (?:\w+ )?orbit|was launched"),
        (r"visit|trip|tour|arriv(?:e|al)|travel", r"arrived|landed|touched down|flew in|toured|visited|was (?:greeted|welcomed|received)"),
        (r"funeral|burial|bury|buried", r"(?:was|were) (?:buried|laid to rest|cremated)|mourners? \w+ed"),
        (r"wedding|marry", r"(?:were|got|was) (?:married|wed)|tied the knot|exchanged vows"),
        (r"concert|performance|premiere|perform", r"played|performed|sang|took the stage"),
        (r"protest|rally|march|demonstrat\w+", r"marched|rallied|protested|demonstrated|took to the streets|chanted"),
        (r"match|final|game|race", r"(?:won|beat|defeated|lost to|drew with|crossed the line)"),
        (r"sign(?:ing)?|signature", r"signed|put their (?:names|signatures) to"),
    )
)
#: what is done by saying it
_SAID = ((phrases(r"apology"), phrases(r"(?:we|i) (?:\w+ ){0,2}(?:are|am) (?:\w+ )?sorry", r"(?:we|i) (?:\w+ )?apologi[sz]e")),)


#: what is promised to be restored, and how it is told that it was for all: "every house had water again"
_SUPPLY = (
    r"(?:water|power|electricity|current|heating|heat|gas|lights?|internet|phones?|telephones?|service|services|supply|supplies|traffic)"
)
_RESTORE = re.compile(rf"\b(?:restor\w+|reconnect\w*|resum\w+|repair\w*|fix\w*)\b|\bback\b|\b{_SUPPLY} again\b")
_RESTORED = re.compile(
    rf"\b(?:have|has|had|got|get) (?:\w+ )?{_SUPPLY} (?:again|back)\b|\b{_SUPPLY} (?:(?:is|are|was|were|came|has been|had been) )?"
    r"(?:\w+ )?(?:back\b|flow(?:s|ed|ing) again|on again|ran again|running again)"
)
_IN_PART = re.compile(
    r"\b(?:not|no|nobody|none|never|until|before|when|once|if|only|half|some|most|many|part|parts|few|nearly|almost|hardly|will|would|"
    r"should|could|may|might|per ?cent|\w+n't|third|quarter|thirds|quarters|without)\b"
)
#: where somebody is to be, and that they were not
_TO_BE_THERE = phrases(
    r"(?:to|will|would|must) (?:\w+ )?(?:testify|appear|attend|give evidence|be (?:questioned|heard|sworn in)|stand trial|speak|answer)"
)
_AWAY = phrases(
    r"(?:failed to|did not|didn't) (?:appear|show up|turn up|attend|come|testify|take the (?:stand|oath))|stayed away|was absent|"
    r"was nowhere to be seen|left (?:\w+ ){1,4}(?:waiting|empty)|was a no-show"
)


#: what has just been held, on whatever day that is said
_JUST_HELD = (
    phrases(r"talks|negotiations|meetings?|summit|conference|congress|session|hearing|debate"),
    phrases(
        r"after (?:\w+ ){1,2}(?:night|day|evening|morning|afternoon|hours?|round|marathon)(?: and \w+ \w+)?(?: of)? (?:\w+ )?"
        r"(?:talks|negotiations|meetings?|debate|bargaining|haggling)"
    ),
)


#: what is published, and how a sentence tells what is in it
_PUBLISHED = r"(?:findings|reports?|results|figures|stud(?:y|ies)|accounts|conclusions|verdict|budget|audit)"
_TELLS = r"(?:says?|said|finds?|found|shows?|showed|concludes?|concluded|blames?|blamed|names?|named|writes?|wrote|states?|stated)"
_READ_IN = (
    re.compile(
        rf"\b{_TELLS} (?:[\w-]+ ){{0,8}}?in (?:its|his|her|their|the|an?) (?:[\w-]+ ){{0,3}}(?P<noun>{_PUBLISHED})\b",
    ),
    re.compile(
        rf"\b(?P<noun>{_PUBLISHED}) (?:(?!(?:not|never|yet|no|to|be|will|would|should|must|had)\b)[\w-]+ ){{0,6}}?"
        rf"(?:{_TELLS}|published|presented|released)\b",
    ),
)
#: results are out as soon as somebody tells them, and so are figures of a thing that are told of it
_RESULTS = phrases(
    r"results|earnings|accounts|balance sheet|annual report|(?:quarterly|annual|half-year|yearly) (?:\w+ )?(?:figures|numbers)"
)
_EARNED = r"(?:loss(?:es)?|profits?|surplus|deficit|earnings|income|sales|revenues?|turnover)"
_ROSE = (
    r"(?:rose|fell|grew|shrank|climbed|dropped|doubled|halved|narrowed|widened|jumped|slumped|plunged|slipped|slowed|eased|accelerated|"
    r"increased|decreased|declined|expanded|contracted|stood|remained|held)"
)
_RESULTS_TOLD = phrases(
    rf"(?:report|post|record|book|show|announc|suffer|return)(?:s|ed) (?:to )?(?:(?:an?|its|their) )?(?:[\w-]+ ){{0,5}}?{_EARNED}",
    rf"(?:made|makes|swung to|turned in|returned to) (?:(?:an?|its|their) )?(?:[\w-]+ ){{0,5}}?{_EARNED}",
    r"(?:earned|lost|made) (?:[\w.,-]+ ){0,3}?(?:million|billion|thousand|[\d.,]{4,}) [\w ]*?(?:year|quarter|half|months)",
    rf"{_EARNED} (?:\w+ ){{0,5}}?{_ROSE}",
)
_FIGURES = re.compile(
    r"\b(?P<what>(?:[\w-]+ ){0,2})(?:figures|data|statistics|numbers|index)\b(?: (?:on|for|of) (?P<of>[\w -]+?)(?= (?:on|by|in)\b|$))?"
)
_FIGURES_TOLD = re.compile(rf"\b{_ROSE} (?:[\w-]+ ){{0,4}}?(?:by|to|at|\d)")
_TO_ANSWER = re.compile(r"\b(?:answer|respond|reply|give (?:an?|its|his|her|their) (?:answer|reply|response))\b")
_ANSWER = (
    r"(?:offer(?:s|ed)|refus(?:es|ed)|reject(?:s|ed)|accept(?:s|ed)|agree(?:s|d)|turn(?:s|ed) down|answer(?:s|ed)|repli(?:es|ed)|"
    r"respond(?:s|ed)|declin(?:es|ed)|ruled out|rules out|approv(?:es|ed)|said (?:yes|no)|met|conced(?:es|ed))"
)


def is_answer_due(plan: str) -> bool:
    """Tell whether a plan is to answer somebody."""
    return _TO_ANSWER.search(fold(plan)) is not None


def answers(sentence: str, who: str) -> bool:
    """Tell whether a sentence tells in the past what an actor, named before it, gives for an answer."""
    plain = own_words(sentence)
    return re.search(rf"\b{re.escape(fold(who))} (?:(?:on|late|last|early) \w+ )?(?:then |now |also )?{_ANSWER}\b", plain) is not None


def is_restored(plan: str, sentence: str) -> bool:
    """Tell whether a sentence tells of all that has back what a plan is to restore."""
    plain = own_words(sentence)
    found = _RESTORED.search(plain) if _RESTORE.search(fold(plan)) else None
    return found is not None and _IN_PART.search(plain[: found.end()]) is None


def is_away(plan: str, sentence: str) -> bool:
    """Tell whether a sentence says that somebody was not where a plan has them."""
    return _TO_BE_THERE.search(fold(plan)) is not None and _AWAY.search(own_words(sentence)) is not None


def are_figures_out(plan: str, sentence: str) -> bool:
    """Tell whether a sentence tells the figures that a plan announces: "reported a loss" is of the results, "prices rose" of prices."""
    announced, plain = fold(plan), own_words(sentence)
    if _RESULTS.search(announced) and _RESULTS_TOLD.search(plain):
        return True
    if not _FIGURES_TOLD.search(plain):
        return False
    told = terms_of(plain)
    return any(terms_of(f"{m['what']} {m['of'] or ''}") & told for m in _FIGURES.finditer(announced))


def _is_read_in(announced: str, plain: str) -> bool:
    return any(re.search(rf"\b{m['noun'].rstrip('s')}", announced) for pattern in _READ_IN for m in pattern.finditer(plain))


def is_shown_by(plan: str, sentence: str) -> Literal["happened", "said", "just now", "late"] | None:
    """How a sentence shows what a plan's noun announces without saying the noun: it tells that it happened, or says it itself.

    "Late" is what tells of something that it is out, be its day behind: "the inquiry said in its report".
    """
    announced = fold(plan)
    if any(noun.search(announced) and said.search(fold(sentence)) for noun, said in _SAID):
        return "said"
    plain = own_words(sentence)
    if _JUST_HELD[0].search(announced) and _JUST_HELD[1].search(plain):
        return "just now"
    if any(noun.search(announced) and past.search(plain) for noun, past in _SHOWN_BY):
        return "happened"
    return "late" if _is_read_in(announced, plain) else None
