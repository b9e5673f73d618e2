"""The verb that leads a position: the source's own where the words shown go on from it ("called for talks"), else one that they bear
out, be its kind stronger, or only that somebody says it.

What a kind is likely to be helps to weigh and to compare positions. To a reader "Promises" and "Blames" are words put into somebody's
mouth: they stand only where the source's own verb says as much, or where the speaker says "we promise".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.models import BriefedPosition, Briefing, PositionKind, Relation
from briefing.render.number import in_plural, with_article
from briefing.render.wording import capital, clean, clean_name, cut_from, without_joint


class _Lead(NamedTuple):
    """A verb alone, before whom or what it is aimed at (None where it takes nobody), and the source's verbs that bear it out."""

    alone: str
    aimed: str | None
    cues: re.Pattern[str]


def _lead(alone: str, aimed: str | None, cues: str) -> _Lead:
    return _Lead(alone, aimed, re.compile(rf"\b(?:{cues})", re.IGNORECASE))


#: what is only told
SAYS = ("Says", "Says of")
_CRITICIZES = _lead(
    "Criticizes",
    "Criticizes",
    r"critici[sz](?:e|ing)|criticism|condemn|denounc|slam(?:s|m)|blast(?:s|ed|ing)|lambast|castigat|chastis|rebuk|decr(?:y|ied)|deplor"
    r"|censur|berat|attack(?:s|ed|ing)|lash(?:ed|es|ing) out|took aim at|hit out",
)
_WELCOMES = _lead("Welcomes", None, r"welcom")
_REJECTS = _lead("Rejects", None, r"reject|rebuff|repudiat|dismiss|turn(?:s|ed|ing)? down|veto(?!\w*-)")
#: the verbs for each kind; the last of them says least
LEADS: dict[PositionKind, tuple[_Lead, ...]] = {
    "demand": (
        _lead("Demands", "Calls on", r"demand|insist(?:s|ed|ing)? (?:up)?on\b|ultimatum"),
        _lead("Orders", None, r"order(?:s|ed|ing)\b|instruct|command(?:s|ed|ing)\b"),
        _lead(
            "Calls for",
            "Calls on",
            r"call(?:s|ed|ing)?\b(?: (?!(?:an?|the|his|her|its|their|it|them|him|this|that|these|those)\b)\w+){0,5}? (?:on|upon|for)\b"
            r"|urg(?:e|ing)|appeal|request|ask(?:s|ed|ing)?\b.* (?:for|to|that)\b|plead"
            r"|pleas?\b|petition|implor|beg(?:s|ged|ging)\b|exhort|summon|press(?:es|ed|ing)\b|t(?:old|ells?)\b.* to\b|recommend|propos",
        ),
    ),
    "support": (
        _WELCOMES,
        _lead(
            "Supports", "Supports", r"support|back(?:s|ed|ing)\b|endors|favou?r|in favou?r|advocat|champion|defend|embrac|espous|uph[eo]ld"
        ),
        _lead("Agrees", None, r"agree(?!ment)"),
        _lead("Approves", None, r"approv"),
    ),
    "opposition": (
        _lead("Opposes", "Opposes", r"oppos|object(?:s|ed|ing|ion)|protest|against\b|resist|disapprov"),
        _REJECTS,
        _lead("Refuses", None, r"refus|declin(?:e|ing)"),
        _CRITICIZES,
    ),
    "blame": (
        _lead("Blames", "Blames", r"blam(?:e|ing)|h[eo]ld(?:s|ing)?\b.* (?:responsible|accountable)"),
        _lead("Accuses", "Accuses", r"accus(?:e|ing|ation)"),
        _CRITICIZES,
    ),
    "denial": (
        _lead("Denies", "Denies, as to", r"den(?:y|ies|ied|ial)|refut|rebut"),
        _REJECTS,
        _lead("Disputes", None, r"disput|contradict|contest|disavow"),
    ),
    "offer": (
        _lead(
            "Offers", "Makes an offer to", r"offer|volunteer|(?:are|is|was|were|am)? ?(?:ready|willing|prepared)\b|readiness|willingness"
        ),
    ),
    "commitment": (
        _lead(
            "Promises",
            "Promises",
            r"promis(?!ing)|pledg|vow|commit(?:s|ted|ment|ting)?\b|undert(?:ake|ook)|guarant|swear|swore|assur(?:e|ing|anc)",
        ),
        _lead("Announces", None, r"announc"),
        _lead("Decides", None, r"decid|decision|resolv(?:e|ing)"),
        _lead("Agrees", None, r"agree(?!ment)"),
        _lead("Plans", None, r"plan(?:s|ned|ning)?\b|intend|intention"),
    ),
    "warning": (
        _lead("Warns", "Warns", r"warn|caution|alert(?:s|ed|ing)?\b"),
        _lead("Threatens", "Threatens", r"threat"),
        _lead("Fears", None, r"fear|worr(?:y|ie)|afraid|concern(?!ing)|alarm"),
    ),
    "praise": (
        _WELCOMES,
        _lead("Thanks", "Thanks", r"thank(?!ful)|grat(?:eful|itude)|appreciat"),
        _lead("Congratulates", "Congratulates", r"congratulat"),
        _lead(
            "Praises",
            "Praises",
            r"prais|hail|laud|applaud|commend|salut|extol|credit|compliment|tribute|admir(?!al)|celebrat|glorif|lionis",
        ),
    ),
}
#: a verb that is not said is no lead: "has not called for"
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|nobody|neither|without|hardly|scarcely|far from|short of|yet to|reluctant|reluctance|hesitant)\b|n['’]t\b",
    re.IGNORECASE,
)
#: what may stand before the verb that a piece of what is shown begins with: "has also strongly"
_BEFORE_VERB = re.compile(
    r"(?:(?:ha[sd]|have|is|are|was|were|be|been|also|then|again|later|further|once|repeatedly|\w+ly) )*", re.IGNORECASE
)
#: what the speaker does by saying so: "we promise", "I strongly condemn", "we are against"
_I = re.compile(r"\b(?:I|[Ww]e)(?: |['’](?:m|re|ve|ll) )")
#: what a verb without a meaning of its own leads to: "expressed the government's appreciation"
_EXPRESSES = re.compile(
    r"\b(?:express|voic|convey|extend|reiterat|reaffirm|renew|declar|g[ai]v|pin|put|lay|laid|level|ma[dk]|lodg|issu|rais|sen[dt])\w*"
    r"(?: [\w’'-]+){0,3} ",
    re.IGNORECASE,
)
#: a cue that does not go on from a name: "to fear", "decision to", "his pledge to"
_BARE = re.compile(
    r"(?:\w+ly )?(?:to|by|with|in|an?|the|his|her|its|their) "
    r"|(?:\w+ )*(?!(?:question|mention|comment|implement|caution|motion|petition|condition)\b)\w+(?:[st]ion|ment|usal)"
    r"(?: (?:to|for|that|of))?$"
    r"|(?:warning|belief|denial|promise|pledge|plea|vow|threat|appeal|request|claim|call|support|hope|demand|offer|praise|criticism)"
    r"(?: (?:to|for|that|of))?$",
    re.IGNORECASE,
)
#: one behind which stands all that is said
_SAYING = re.compile(r"(?:\w+ly )?(?:saying|adding|stating)(?: that)?$", re.IGNORECASE)
#: who speaks, before the verb in the cue itself: "who said", "both called for"
_WHO = re.compile(r"(?:who|which|that|he|she|it|they|both|all)\s+(?=\w)", re.IGNORECASE)
_THAT = re.compile(r"(?:^| )that$", re.IGNORECASE)
#: verbs by which words go on from somebody in the source
_TELLING = (
    "accuse acknowledge admit advise affirm alert allege announce appeal applaud argue ask assert believe blame call caution"
    " cite claim commend complain concede condemn confirm congratulate criticise criticize declare defend demand denounce deny"
    " describe direct dismiss echo emphasise emphasize encourage endorse expect explain express fear feel hail highlight hint"
    " honour hope insist instruct intend invite lament laud maintain mention note oppose order plan plead pledge point praise"
    " predict press promise propose question quote reaffirm recall recommend reiterate reject remind request reveal salute say"
    " seek signal stress suggest support tell thank think threaten underline underscore urge voice vow want warn welcome wish"
).split()


def _present(verb: str) -> str:
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb != "say" else f"{verb}es" if verb.endswith(("s", "sh", "o")) else f"{verb}s"


#: what is told of a name as of "he", for a participle and for what several do: "accuses" for "accusing" and "accuse"
_TOLD_OF = {form: _present(verb) for verb in _TELLING for form in (verb, f"{verb.removesuffix('e')}ing", f"{verb}{verb[-1]}ing")}
#: what makes a clause of words that begin within a sentence, against what opens a clause within them: "the port that sank" is none
_FINITE = re.compile(
    r"(?<!^)\b(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|cannot)\b"
    r"|n['’]t\b|(?<=[a-z])['’](?:re|ve|d|ll)\b|\b(?:it|that|there|s?he)['’]s\b"
    r"|^(?:s?he|we|they|I|you)(?= (?!who\b|that\b)[a-z])|^it(?= (?:[a-z]+s|[a-z]+ed)\b)"
    # "the militia used children", not "the injured people", "a plan announced in May"
    r"|(?<= )(?!\w*(?:need|speed|seed|feed|hundred|indeed)\b)[a-z]{2,}ed\b(?= (?!(?:in|by|at|on|for|with|from|as|and|or)\b))"
)
#: before a participle that tells of what kind something is
_OF_KIND = re.compile(
    r"(?:^|\s)(?:an?|the|of|in|and|or|more|most|many|some|than|with|by|from|to|for|its|their|his|her|our|my|these|those|this|all|most|[\d,.]+)"
    r"\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?<!^)\b(?:who|whose|whom|which|that|when|where|while|because|although|since|after|before|until|if|(?<!well )as(?! well\b))\b",
    re.IGNORECASE,
)
#: how what is not said in a clause begins: with a question, or with what somebody does or is to do
_NO_SAYING = re.compile(
    r"(?:to|of|than|whether|how|why|what|who|where|which|whose|not|but|and|or|because|so|sa(?:id|ys)|told|ha[sd]|have|is|are|was|were"
    r"|will|would|must|should|can|could|may|might|(?!during\b)[a-z]+(?:ing|ed)) "
)
#: the kinds of what is to be done
_OF_DEEDS = ("demand", "offer", "commitment")
#: an offer in the words of who makes it: "Norland is prepared to help"
_IS_READY = re.compile(r"\b(?:ready|willing|prepared) to\b", re.IGNORECASE)
#: a demand in the words of who makes it, aimed at nobody unless they say so
_MUST = re.compile(r"\bmust\b(?! have\b)")
_MUST_BE = _Lead("Demands", None, _MUST)
_REACH = 40
_PIECES = re.compile(r" … |^")
#: so many letters of whom something is asked are those of others of the name: "India", "the Indian authorities should"
_STEM = 4


def is_outright(position: BriefedPosition) -> bool:
    """Tell whether the words shown say outright that a position is of its kind."""
    return position.kind == "statement" or _lead_of(position) is not None


def kind_shown(position: BriefedPosition) -> PositionKind:
    """The kind that a reader is told: that of a statement where the words do not say outright that it is more."""
    return position.kind if is_outright(position) else "statement"


class Told(NamedTuple):
    """How a position is told behind its holder's name: a verb, and the words behind it, which ``goes_on`` says they do by themselves
    ("Called for" "talks in May"), else behind a colon ("Says" "Talks are due")."""

    label: str
    text: str
    goes_on: bool


def tell(position: BriefedPosition, *, several: bool) -> Told:
    """Settle how a position is told, of one actor or of ``several``."""
    text, cue, lead = clean(position.excerpt.text), clean(position.cue), _lead_of(position)
    label = _label(position, lead, several=several)
    rest = text[len(cue) :].strip() if cue and text.casefold().startswith(f"{cue.casefold()} ") else ""
    if position.quoted:
        return Told(label, text, goes_on=False)
    if not rest:
        return _behind(label, text)
    if _BARE.match(cue) is None and _SAYING.match(cue) is None:
        who = found.end() if not several and (found := _WHO.match(cue)) is not None else 0
        verb = _THAT.sub("", cue[who:])
        first, _, behind = verb.partition(" ")
        if (present := _TOLD_OF.get(first.casefold())) is not None:
            first = in_plural(present) if several else present
        return Told(capital(f"{first} {behind}".strip()), without_joint(text[who + len(verb) :].strip()), goes_on=True)
    said = _SAYING.match(cue) is not None or _THAT.search(cue) is not None or rest.startswith("that ")
    return _behind(label, rest.removeprefix("that ") if said else text)


def _behind(label: str, text: str) -> Told:
    """Tell words behind a verb of ours: "Says that" a clause from within a sentence, "Warns:" the rest of it."""
    text = without_joint(text)
    if label.startswith(("Says", "Say")) and text[:1].islower() and _is_clause(text):
        return Told(f"{label} that", text, goes_on=True)
    return Told(label, cut_from(text), goes_on=False)


def _is_clause(text: str) -> bool:
    """Tell whether words say something by themselves, by their verbs: more of them than clauses within."""
    found = [m for m in _FINITE.finditer(text) if not (m.group().endswith("ed") and _OF_KIND.search(text[: m.start()]))]
    verbs = [m.end() for m in found]
    return _NO_SAYING.match(text) is None and bool(verbs) and len(verbs) > len(_WITHIN.findall(text[: verbs[-1]]))


def _is_told_by_cue(verbs: re.Pattern[str], cue: str, whole: str) -> bool:
    """Tell whether one of some verbs is the cue's by which words begin, or the noun's that it leads to."""
    return any(m.start() <= _reach(cue, whole) for m in verbs.finditer(whole))


def label_of(position: BriefedPosition, *, several: bool) -> str:
    """Spell a position's label, which goes on from the name of one actor, or of several: "Calls on Azerbaijan", "Call on the bank"."""
    return _label(position, _lead_of(position), several=several)


def _label(position: BriefedPosition, lead: _Lead | None, *, several: bool) -> str:
    alone, aimed = (lead.alone, lead.aimed) if lead is not None else SAYS
    # whom or what is meant by one of whom more is claimed than is told stays untold
    target = position.target if lead is not None or position.kind == "statement" else None
    label = f"{aimed} {with_article(clean_name(target))}" if aimed is not None and target else alone
    return in_plural(label) if several else label


def outright_relations(briefing: Briefing) -> list[Relation]:
    """How one actor stands to another, as far as the words of a position say so outright."""
    told = {(p.actor, p.target, p.kind) for p in briefing.positions if is_outright(p)}
    return [r for r in briefing.relations if (r.actor, r.target, r.kind) in told]


def _lead_of(position: BriefedPosition) -> _Lead | None:
    text = clean(position.excerpt.text)
    leads = LEADS.get(position.kind, ())
    found = next((lead for lead in leads if _is_said(lead.cues, clean(position.cue), text)), None)
    if found is not None:
        return found
    told = position.kind == "demand" and position.target and _is_told_to(clean_name(position.target), text)
    # "to meet again" is what somebody asks for, means to do, or is ready to do: nobody says it
    if told or (position.kind in _OF_DEEDS and text.startswith("to ")) or (position.kind == "offer" and _IS_READY.search(text)):
        return leads[-1]
    return _MUST_BE if position.kind == "demand" and _MUST.search(text) else None


def _is_said(verbs: re.Pattern[str], cue: str, text: str) -> bool:
    """Tell whether one of some verbs is the cue's, or that of a piece which begins with it, or what the speaker does by saying it."""
    whole = text if text.casefold().startswith(cue.casefold()) else f"{cue} {text}"
    if _is_told_by_cue(verbs, cue, whole) and not _NEGATED.search(cue):
        return True
    at = [m.end() for m in _PIECES.finditer(text) if text[m.end() : m.end() + 1].islower()] + [m.end() for m in _I.finditer(text)]
    return any(verbs.match(text, before.end()) for n in at if (before := _BEFORE_VERB.match(text, n)) is not None)


def _reach(cue: str, whole: str) -> int:
    """How far into words that begin with a cue its verb's meaning stands: to the "gratitude" of "expressed his gratitude"."""
    return max(len(cue), *(m.end() for m in _EXPRESSES.finditer(whole[: len(cue) + _REACH]) if m.start() < len(cue)), 0)


def _is_told_to(target: str, text: str) -> bool:
    """Tell whether words say of somebody what they should do: "the Norlandic authorities should release" """
    names = "|".join(re.escape(w[: max(_STEM, len(w) - 3)]) for w in target.split() if len(w) >= _STEM)
    return bool(names) and re.search(rf"\b(?:{names})\w*(?: \w+)? (?:should|must|ought to)\b", text, re.IGNORECASE) is not None
