"""Words that say nothing alone, as they begin with what points back to what was said before: "This is why we left"."""

from __future__ import annotations

import re

from briefing.compose.roster import Entry
from briefing.compose.terms import stem, words_of

#: what a demonstrative that stands for a whole thing said before has behind it
_VERB = (
    r"(?:['’](?:s|re|ll|d|ve)|\s+(?:also\s+|not\s+)?(?:is|are|was|were|isn|wasn|has|have|had|will|won|would|can|could|may|might|should|must|does"
    r"|did|means?|meant|shows?|showed|happens?|happened|makes?|made|gives?|gave|includes?|included|appears?|seems?|applies|cannot|needs?))\b"
)
#: what is thought begins behind the verb: "I don't think it should"
_THINK = r"(?:I|[Ww]e)\s+(?:(?:also|do|don['’]t|did|didn['’]t|\w+ly)\s+)*(?:think|believe|hope|feel|doubt|guess|thought|believed)\s+"
_OPENS = re.compile(
    rf"(?:that\s+)?(?:(?:and|but|so|because|or|then),?\s+)?(?:{_THINK}(?:that\s+)?)?"
    rf"(?:(this|that|these|those)(?={_VERB})|(it|they|he|she)(?=['’\s]+\w))",
    re.IGNORECASE,
)
#: what is done with a thing: "it will be used to", "it was triggered by"; not "it was decided to"
_IS_DONE = (
    r"(?:\s+(?:be|been|being|\w+ly|also|now))*\s+(?!decided|agreed|needed|need)(?:\w{2,}(?:ed|en|wn|ut|ade|lt)|done)\s+(?:to|for|by)\b"
)
#: what a thing made of another: "it made things easier to bear", not "it makes sense to"
_MADE_SO = r"(?<=made|akes)\s+(?!(?:no|little|more|good|any|much)?\s*sense\b)(?:things|us|me|you|people|everyone|everybody|life|matters)\b"
#: what a thing will be: "it is going to be a bridge", not "it is going to be hard to"
_WILL_BE = (
    r"\s+(?:going|set|due|supposed|meant|able|about)\s+to\s+"
    r"(?!(?:be|take|become|make)\b(?:\s+[\w’'-]+){1,4}\s+(?:to|that|for|if|when|before)\b)"
)
#: "it" that stands for nothing: "it is unacceptable to", "it will take time for"
_FOR_NOTHING = re.compile(
    r"(?:that\s+)?it(?:['’]s|['’]ll|\s+(?:is|was|isn['’]t|wasn['’]t|will|would|wouldn['’]t|has|had|seems?|appears?|takes?|took|became"
    r"|remains?|makes?|made|can|can['’]t|could|may|might|must|should|doesn['’]t|does|costs?|rains?|matters?))\b"
    rf"(?!{_IS_DONE}|\s+to\b|{_WILL_BE}|{_MADE_SO})"
    r"(?:\s+[\w’'-]+){0,5}?\s+(?:that|to|for|if|when|(?<=ing )what|how|why|whether|who|before|raining|snowing)\b"
    r"|(?:that\s+)?it\s+comes\s+to\b",
    re.IGNORECASE,
)
#: "it is an aircraft that would be part of a fleet" tells what something is
_WHAT_IT_IS = re.compile(
    r"(?:that\s+)?it(?:['’]s|\s+(?:is|was))\s+(?:something\b|one\s+of\b|(?:an?|the)\s+(?:[\w-]+\s+){1,3}(?:that|which|who)\s+"
    r"(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|does|did)\b)",
    re.IGNORECASE,
)
#: "this space has become", "such instances", of which the words do not tell more
_KIND_OF = re.compile(
    r"(?:that\s+)?(?:(?:[Aa]nd|[Bb]ut|[Ss]o),?\s+)?(?:[Tt]h(?:is|ese|ose)|That|[Ss]uch(?:\s+an?)?)\s+(?P<noun>(?:[a-z-]+\s+){0,2}?[a-z-]+)"
    r"\s+(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|does|did|do)\b"
)
#: what everybody knows by its day or place
_AT_HAND = frozenset(
    """year month week day time morning evening summer winter season weekend decade century country nation world region city state
    government house parliament court point way kind sort type regard respect respects sense days times years weeks months""".split()
)
#: things named before by their kind alone, within what is said: "this project", "such a move"
_POINTED = re.compile(
    r"\b(?:this|these|such(?: an?)?)\b(?! as\b)(?P<noun>(?: (?!(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should"
    r"|does|did|do|to|in|on|at|of|for|from|by|with|and|or|but|as|if|than|that|who|which|when|while|where|because)\b)[a-z-]+){0,3})",
    re.IGNORECASE,
)
#: what a person or a thing is called that was told before and of which nothing is told here: "the man", "the decision"
_KNOWN = re.compile(
    r"\bthe (?P<noun>\w+-based \w+|man|woman|boy|girl|minor|couple|duo|trio|pair|two|three|victims?|suspects?|accused|deceased|latter"
    r"|former|move|decision|incident|proposal|plan|bill|law|measures?|project|deal|agreement|ruling|verdict|order|allegations?|claims?|accusations?"
    r"|case|matter|scheme|initiative|attack|accident|event|funds?|money|amount|facility|building)\b"
    r"(?=[.,;:!?”\"]|$| (?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|does|did|do|and|but|as|by|after|before"
    r"|because|so|when|while)\b)",
    re.IGNORECASE,
)
#: a pronoun that something before it has to name
_PRONOUN = re.compile(r"\b(?P<word>it|its|they|them|their|he|him|his|she|her)\b", re.IGNORECASE)
#: one that stands for somebody or something, and "this" where no noun is behind it
_STANDS_FOR = re.compile(
    rf"{_PRONOUN.pattern}|\b(?P<this>this|that|these)(?=[.,;:!?”\"]|$|{_VERB})",
    re.IGNORECASE,
)
#: a person who is pointed at, and their pronouns
_ONE = re.compile(r"\b(?:this|that) (?:(?P<he>man|guy|boy|gentleman|person)|woman|lady|girl)\b", re.IGNORECASE)
#: one for things or for many, and how many words before it may have named them without an article
_OF_THINGS, _MAY_BE_NAMED = frozenset("it its they them their".split()), 4
#: what may name it: a word with an article or a numeral, a name, a plural
_NAMING = re.compile(
    r"\b(?:an?|the|our|my|your|every|each|no|some|many|all|any|one|two|three|\d+)\b|\b[a-z-]{3,}[^s\W]s\b|(?<=\S )(?!I\b)[A-Z]"
)
#: what a sentence begins with that was told before, whatever it does: "That transition began", not "Those who", "This year"
_OPENS_POINTING = re.compile(
    r"(?:(?:And|But|So),? )?(?:[Tt]his|That|[Tt]hese|[Tt]hose|[Ss]uch)(?: an?)? (?!(?:of|in|on|at|with|without|under|from|for|to|that"
    r"|is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|said|being|having|as|people|things|he|she|it"
    r"|they|we|you|i|there|the|an?)\b)(?P<noun>[a-z-]+)\b(?! (?:who|whose)\b)"
)
#: "those responsible", "those who left" are told of behind it; not "those plans"
_THOSE = re.compile(r"(?:that\s+)?[Tt]hose (?![a-z-]+s\b)", re.IGNORECASE)
#: what is pointed at behind a preposition, where "that" joins no clause: "some justice in that remark", "both of those years"
_POINTED_BEHIND = re.compile(
    r"\b(?:of|for|with|about|at|from|by|into|behind|against|under|over|in|on|doesn['’]t|isn['’]t|wasn['’]t|didn['’]t|don['’]t) "
    r"(?:that|those) (?P<noun>(?!(?:who|whom|which|whose|that|is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|does"
    r"|did|do|to|in|on|at|of|for|from|by|with|and|or|but|as|if|than|when|while|where|because|it|he|she|they|we|you|there|the|this|an?|its"
    r"|his|her|their|our|my|your|no|not|same|very|most|some|all|any|many)\b)[a-z-]+(?<!ing)(?<!ed))\b"
)
#: what answers somebody, is set against what was said, or is done as was said: "No, we left", "I agree with him", "he did so to help"
_ANSWERS = re.compile(
    r"(?:that\s+)?(?:(?:and|but),?\s+)?(?:(?:yes|no|nope|exactly|absolutely)[,.!]"
    r"|(?:likewise|otherwise|instead|conversely)(?:,| (?!of\b))"
    r"|(?:not at all|on the contrary|in that case|for (?:that|this) reason|as a result"
    r"|nor (?:is|are|was|were|do|does|did|has|have|will|can|would)"
    r"|neither (?:is|are|was|were|do|does|did|has|have|will|can))\b"
    r"|(?:nothing|none of (?:this|that|it)|the (?:opposite|contrary|reverse)) (?:could|is|was|would|can|has)\b"
    r"|(?:i|we)\s+(?:(?:also|\w+ly|do|don['’]t)\s+)*(?:agree|agreed|disagree|concur)(?:[.,;!]|$|\s+with\s+(?:him|her|them|you|it|that|this)\b)"
    r"|(?:i|we|he|she|they|it)\s+(?:(?:also|\w+ly)\s+)?(?:(?:do|does|did|has done|have done)\s+so|think so|hope so|doubt (?:it|that))\b"
    r"|(?:the (?:last|first|other|second|third|next) one)\b)",
    re.IGNORECASE,
)
#: how many words at the beginning of what is said may lean on what was said before; behind so many it has told enough
ENOUGH_TOLD = 12
#: whom somebody else speaks to or of: "accused him of", "told them to"
_OBJECT = re.compile(r"(?:him|them)\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"(?:and|but|or|because)\b(?!\s+for\b)", re.IGNORECASE)
#: "these workers", of whom the words before tell
_NAMED_AGAIN = re.compile(r"(?:that\s+)?(?:(?:and|but|so),?\s+)?(?:this|these|those|such)\s+((?:[\w-]+\s+){0,2}[\w-]+)", re.IGNORECASE)
#: what gives a reason or a name to what is not said
_NEVER_ALONE = re.compile(
    r"(?:that\s+)?(?:(?:and|but|so),?\s+)?(?:this|that)(?:['’]s|\s+(?:is|was))\s+(?:why|because|how|where|when|what)\b", re.IGNORECASE
)
#: what is said of somebody's own side, told of a person, and of a body
_OF_PERSONS = frozenset("he she they him her his them their".split())
_OF_BODIES = frozenset("it they its their them".split())
_RELATIVE = re.compile(r"(?:of\s+)?(?:which|whom|whose)\b(?![^?]*\?)|who\b(?![^?]*\?)")
#: what joins a sentence to one that is not shown
_JOINS = re.compile(
    r"(?:(?:but|and|however|meanwhile|moreover|furthermore|for\s+instance|for\s+example)\b,?|so(?=\s+(?:there|the|it|they|we|he|she)\b))\s+",
    re.IGNORECASE,
)


def own_pronouns(entry: Entry, *, quoted: bool) -> frozenset[str]:
    """The pronouns that stand for who holds it: none in a quotation."""
    return frozenset[str]() if quoted else _OF_PERSONS if entry.kind == "person" else _OF_BODIES


def points_back(words: str, *, own: frozenset[str]) -> bool:
    """Tell whether words begin with what stands for something said before them, or go on with it: "This is", "And we left".

    ``own`` are the pronouns that stand for the actor: what is told of a body says "it" of the body.
    """
    return leans_on(words, own=own) or _LEADS_ON.match(words) is not None


def answers(words: str) -> bool:
    """Tell whether words begin with what answers or takes up something that they do not tell: "No, we left", "I agree with him"."""
    return _ANSWERS.match(words) is not None


def leans_on(words: str, *, own: frozenset[str]) -> bool:
    """Tell whether words begin with a pronoun that stands for what they do not name, nor is one of the actor's ``own``."""
    opens = _OPENS.match(words)
    if opens is None:
        return False
    return (opens[1] or opens[2]).lower() not in own and (_FOR_NOTHING.match(words) is None or _WHAT_IT_IS.match(words) is not None)


def names_a_kind(words: str) -> bool:
    """Tell whether words begin with a thing named before, by its kind alone: "This space has become", not "this year will be"."""
    if _THOSE.match(words) is not None:
        return False
    named = _KIND_OF.match(words)
    if named is not None:
        return named["noun"].split()[-1].lower() not in _AT_HAND
    opens = _OPENS_POINTING.match(words)
    return opens is not None and opens["noun"] not in _AT_HAND and not opens["noun"].endswith(("ing", "ed"))


def kind_pointed_at(words: str) -> frozenset[str] | None:
    """The stems of what words call a thing named before, near their beginning: "challenge" of "to meet this challenge", none of "to do
    this"; None where they point at nothing."""
    for found in (*_POINTED.finditer(words), *_POINTED_BEHIND.finditer(words)):
        before = words_of(words[: found.start()])
        nouns = words_of(found["noun"])
        if len(before) < ENOUGH_TOLD and not (_AT_HAND & set(nouns)) and not ({stem(w) for w in nouns} & {stem(w) for w in before}):
            return frozenset(map(stem, nouns))
    return None


def leans_within(words: str, *, own: frozenset[str], begins_with_name: bool = False) -> bool:
    """Tell whether words speak, near their beginning, of somebody or something that nothing before it in them names: "to support this",
    "support for the decision", "told them to leave".

    ``own`` are the pronouns that stand for the actor; a name that the words begin with (``begins_with_name``) may be what a pronoun
    stands for.
    """
    if _OBJECT.match(words) is not None:
        return True
    if kind_pointed_at(words) is not None:
        return True
    for found in _KNOWN.finditer(words):
        before = words_of(words[: found.start()])
        if len(before) < ENOUGH_TOLD and stem(found["noun"].lower()) not in {stem(w) for w in before}:
            return True
    first = _PRONOUN.search(words)
    if first is None or first["word"].lower() in own or len(words_of(words[: first.start()])) >= ENOUGH_TOLD:
        return False
    if _FOR_NOTHING.match(words[first.start() :]) is not None:
        return False
    # "cattle theft is hard to end as it" has named it
    if first["word"].lower() in _OF_THINGS and len(words_of(words[: first.start()])) >= _MAY_BE_NAMED:
        return False
    return not begins_with_name and _NAMING.search(words[: first.start()]) is None


def pronoun_in(words: str, *, own: frozenset[str]) -> str | None:
    """The pronoun by which words point back: the one that they begin with, or the first near their beginning that is none of the actor's
    ``own``, "he" for "this man"; None where they point at a thing by its noun, or at nothing."""
    opens = _OPENS.match(words)
    if opens is not None and (opens[1] or opens[2]).lower() not in own:
        return (opens[1] or opens[2]).lower()
    if _OBJECT.match(words) is not None:
        return words.split(maxsplit=1)[0].lower().rstrip(".,;:")
    one = _ONE.search(words)
    if one is not None:
        return "he" if one["he"] is not None else "she"
    if kind_pointed_at(words):
        return None
    others = (f for f in _STANDS_FOR.finditer(words) if f.group().lower() not in own)
    return next((f.group().lower() for f in others if len(words_of(words[: f.start()])) < ENOUGH_TOLD), None)


def names_again(words: str, before: str) -> bool:
    """Tell whether words begin with a thing that the ones before name: "these workers" behind "skilled workers"."""
    named = _NAMED_AGAIN.match(words)
    return named is not None and bool({stem(w) for w in words_of(named[1])} & {stem(w) for w in words_of(before)})


def stands_alone(words: str, shown: str) -> bool:
    """Tell whether words say something where nothing stands before them: not "That's why we left", nor "which may take a year" where
    they are ``shown`` without a verb that asks."""
    return _NEVER_ALONE.match(words) is None and _RELATIVE.match(shown) is None


def joint_length(words: str) -> int:
    """Count the characters at the beginning of words that only join them to a sentence before: "But", "for instance,"."""
    joint = _JOINS.match(words)
    return joint.end() if joint is not None else 0
