"""What a text says has come to its end: "power was restored", "the road has reopened", "gave up its appeal", "failed to submit".

That something will end, or did not, is another thing, and so is what ended in another year. Words alone, in English.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Set

from briefing.compose.terms import fold, stem

#: what ends a state or an undertaking, as it is told of once it has happened
_ENDED = re.compile(
    r"\b(?:(?P<verb>ended|restored|reopened|re-opened|resumed|reinstated|reconnected|lifted|released|freed|contained|extinguished|repaired"
    r"|concluded|completed|resolved|expired|recaptured|acquitted|quit|surrendered)"
    r"|(?P<give_up>gave up|given up|gave in|given in)|(?P<call_off>called off)|(?P<pull_out>pulled out of|backed out of|walked out of)"
    r"|(?P<found>found (?:\w+ )?(?:alive|dead|safe|unharmed|unhurt|guilty))"
    r"|(?P<put_out>put out (?:the|a) (?:fire|blaze|flames)|been put out)"
    r"|(?P<end>(?:came|come) to an end|drew to a close|(?:is|are|was|were|now) over(?=[,.;]| (?:after|and|now)\b))"
    r"|(?P<back>(?:is|are|was|were|been) back (?:on|in|at|to|home)\b)"
    r"|(?P<stop>(?:was|were|been) (?:now |finally |at last |all )?(?:stopped|halted|sealed|plugged|brought under control))"
    r"|(?P<fail>failed to(?= \w)|missed (?:the|its|his|her|their|a) deadline|let (?:the|its|a) deadline (?:pass|lapse)))"
)
#: what makes of it a thing to come, or one that was not: "will be restored", "until it reopened", "has not ended"
_AHEAD = re.compile(
    r"(?:\b(?:to|be|being|get)|\b(?:will|would|shall|should|could|can|may|might|must|until|till|unless|if|when|once|before|after|since"
    r"|whether|not|never|hardly|yet|cannot|\w+n't)(?: [\w-]+){0,3}) $"
)
#: a participle that only says which thing is meant: "the restored church"
_ATTRIBUTE = re.compile(r"\b(?:the|an?|its|his|her|their|our|newly|recently|half) $")
#: what came to its end long ago is background
_LONG_AGO = re.compile(
    r"\b(?:1[5-9]\d\d|20\d\d|(?:years?|decades?|months?) (?:ago|earlier|before)|last (?:year|spring|summer|autumn|winter|month))\b"
)
_BEFORE = 48


@functools.lru_cache(maxsize=16384)
def endings(text: str) -> frozenset[str]:
    """What a sentence says has ended, as marks that begin with "+"; none where it tells of what is long past."""
    plain = fold(text).replace("\n", " ")
    if _LONG_AGO.search(plain):
        return frozenset()
    found = set()
    for match in _ENDED.finditer(plain):
        before = plain[max(0, match.start() - _BEFORE) : match.start()]
        if not _AHEAD.search(before) and not _ATTRIBUTE.search(before):
            verb = match["verb"]
            found.add(f"+{stem(verb.replace('-', '')) if verb else match.lastgroup}")
    return frozenset(found)


def ended(terms: Set[str]) -> frozenset[str]:
    """The marks among some terms."""
    return frozenset(t for t in terms if t[0] == "+")
