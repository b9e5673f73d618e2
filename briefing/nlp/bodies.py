"""Which body a common noun means: "the union", "the company", "the court"."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.body_names import MINISTRIES
from briefing.nlp.entities import Entity, Roster, is_outlet
from briefing.nlp.letterheads import is_of_body
from briefing.nlp.names import fold
from briefing.nlp.nominals import call, nominal, nominal_phrase
from briefing.nlp.syntax import Text

#: nouns that any firm, or any body of several members, may be called by
ANY_FIRM = frozenset(
    """company firm corporation airline operator manufacturer carmaker giant startup lender retailer maker developer consortium club
    organization organisation group charity network movement bloc alliance""".split()
)
#: nouns that firms alone go by
_FIRMS = frozenset(
    """company firm corporation airline operator manufacturer carmaker giant startup lender retailer maker developer carrier bank insurer
    supplier subsidiary automaker chipmaker drugmaker utility shipbuilder steelmaker planemaker truckmaker homebuilder
    housebuilder""".split()
)
#: what tells a group that is a firm from one of people: "telecom group Norvex"
_BUSINESS = frozenset(
    """telecom telecoms mining media energy oil gas power steel chemical chemicals retail banking insurance industrial technology tech
    food hotel car shipping travel property pharmaceutical luxury tobacco engineering construction brewing airline defence
    defense gaming investment utility logistics security""".split()
)
#: nouns that say in a name what a body is: it is not called by a noun of the others
_TYPES = frozenset(
    """union guild ministry department court party association league university police commission council committee parliament
    senate congress government federation army navy board assembly chamber tribunal inquiry office embassy church nations
    authority""".split()
)
#: nouns that bodies of members go by, whatever their names say that they are
_OF_MEMBERS = frozenset("organization organisation group charity network movement bloc alliance".split())
_MEMBERSHIPS = frozenset("union federation association league council".split())
#: nouns in the names of unions that are not called so, and who is in one
_MEMBERED = frozenset("federation association guild alliance congress confederation syndicate society brotherhood fraternity".split())
_OF_WORK = frozenset(
    """workers employees staff teachers lecturers nurses doctors physicians midwives pilots drivers dockers miners metalworkers
    steelworkers railwaymen seafarers sailors fishermen firefighters farmworkers labour labor labourers laborers journalists actors
    writers musicians civil servants clerks engineers mechanics machinists electricians teamsters longshoremen stevedores postmen
    controllers attendants guards officers porters cleaners paramedics technicians pharmacists""".split()
)
#: nouns in the names of what a text may call an agency
_AGENCIES = frozenset(
    "department ministry bureau administration office service authority commission directorate commissioner survey".split()
)
#: what a text may call such a body
_STATE_BODIES = frozenset({"agency", "watchdog", "regulator"})
#: armies that are called groups, and words in the names of parties that no other body is sure to have
OF_REBELS = frozenset("liberation resistance revolutionary salvation rebel islamic".split())
_OF_PARTIES = frozenset(
    """alliance front movement platform democrats democratic liberals greens labour conservatives tories republicans socialists communists
    nationalists progressives coalition bloc popular renewal unity reform left centre social likud fidesz vox podemos smer syriza pasok
    fatah forza lega akp cdu csu spd fdp afd anc zanu-pf bjp pdp apc mdc ldp dpp kmt gop dup snp ukip psoe pvv vvd""".split()
)
#: what tells one party from another, said before its name
STANDINGS = frozenset({"ruling", "governing", "opposition", "main"})
#: words before a body's noun that do not tell it from another: "the trade union", "the ruling party"
_PLAIN = frozenset("trade labour labor national central federal state same very".split()) | STANDINGS
#: what a state has one of for each field, and what somebody speaks for or leads by its name
_OFFICES_BY_NAME = MINISTRIES | {"commission", "council", "authority", "agency", "bureau", "board", "federation", "association"}
#: letters in brackets
_LETTERS = re.compile(r"\s?\((?:the\s)?[“\"'‘]?([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[”\"'’]?\)")
_REACH, _BEFORE, _BESIDE = 4, 30, 60


def body_of_noun(anaphora: Anaphora, head: int, words: list[int]) -> list[Entity]:
    """The body whose name holds the noun ("the union" of a National Union), or the one body near that may be called so."""
    view = anaphora.view
    plain = [w for w in words if view.tokens[w].pos in ("NOUN", "PROPN", "ADJ") and w <= head]
    owned = any(view.tokens[w].relation == "nmod:poss" for w in words if w < head)
    lemma = view.lemma(head)
    one = not view.tokens[head].tag.endswith("S") or lemma == "police"
    found = in_letters(view, anaphora.roster, head) if one else None
    if found is None and one and not owned and (len(plain) == 1 or (len(plain) == 2 and view.lemma(plain[0]) in _PLAIN)):
        found = body_called(anaphora, lemma, view.tokens[head].start, standing=view.low(plain[0]))
        found = found or (_governed(anaphora, lemma, view.tokens[head].start) if len(plain) == 1 else None)
    if one and not owned and found is None and len(plain) > 1 and lemma in ANY_FIRM and _is_of_people(view, plain[:-1]):
        found = _only_near(anaphora, lemma, view.tokens[head].start)
    if one and found is None and len(plain) > 1:
        found = _told_by_name(anaphora, head, plain) or _told_beside(anaphora, head, plain)
        found = found or _of_its_field(anaphora, head, plain)
        found = found or (body_ending_so(anaphora, plain) if not owned and _has_the(view, plain[0]) else None)
    if one and found is None and (not owned or view.low(words[0]) == "their"):
        found = _named_ahead(anaphora, head, [fold(view.tokens[w].text) for w in plain])
    if found is not None:
        call(view, found, words)
        return [found]
    if one and not owned and len(plain) == 1 and (spelled := _spelled_before(anaphora, head)) is not None:
        return [nominal_phrase(view, anaphora.roster, view.span_of(plain), "organization", name=spelled)]
    return [nominal(view, anaphora.roster, head, words, "organization")]


def in_letters(view: Text, roster: Roster, head: int) -> Entity | None:
    """The body whose letters stand in brackets right behind a noun that tells of it: "the rescue agency (HRA)"."""
    letters = _LETTERS.match(view.text, view.tokens[head].end)
    if letters is None:
        return None
    return next((e for s, e in roster.at(*letters.span(1)) if s.end == letters.end(1) and e.kind == "organization" and not e.nominal), None)


def body_ending_so(anaphora: Anaphora, told: list[int]) -> Entity | None:
    """The only body whose name ends in all the words of a phrase, and whom the text named before it: "the city council" after "Harnby City
    Council"."""
    view = anaphora.view
    ending = " " + " ".join(fold(view.tokens[w].text) for w in told)
    named = [
        e for e in anaphora.roster.entities if e.kind == "organization" and not e.nominal and any(fold(f).endswith(ending) for f in e.forms)
    ]
    before = len(named) == 1 and any(s.start < view.tokens[told[0]].start for s in named[0].spans)
    return named[0] if before else None


def _has_the(view: Text, word: int) -> bool:
    return word > 0 and view.low(word - 1) == "the"


def _spelled_before(anaphora: Anaphora, head: int) -> Span | None:
    """The only name in capitals that ends in a noun and of which the text told somebody's office before: the "Foreign Ministry" of its
    spokeswoman."""
    view, noun = anaphora.view, anaphora.view.lemma(head)
    if noun not in _OFFICES_BY_NAME or not view.text[: view.tokens[head].start].lower().endswith("the "):
        return None
    found = re.finditer(
        rf"(?<![\w.-])(?:[A-Z][\w-]+\s){{1,3}}{noun.title()}(?=\s(?:spokes|chief|head|director|official|secretary))", view.text
    )
    spans = [Span(*f.span()) for f in found if f.start() < view.tokens[head].start]
    return spans[-1] if len({view.slice(s) for s in spans}) == 1 else None


def _of_its_field(anaphora: Anaphora, head: int, plain: list[int]) -> Entity | None:
    """The only ministry named before that has a field: "the defence ministry" after "Norland's Ministry of Defence"."""
    view, noun = anaphora.view, anaphora.view.lemma(head)
    told = {fold(view.tokens[w].text) for w in plain}
    if noun not in MINISTRIES:
        return None
    named = [e for e in _named_before(anaphora, view.tokens[head].start) if any(told <= set(fold(f).split()) for f in e.forms)]
    return named[0] if len(named) == 1 else None


def _is_of_people(view: Text, words: list[int]) -> bool:
    """Tell whether all that is told of a body is of which people it is: "the South Korean company"."""
    the = words[0] > 0 and view.low(words[0] - 1) == "the"
    return the and " ".join(view.tokens[w].text for w in words) in view.nations.demonyms


def _only_near(anaphora: Anaphora, noun: str, offset: int) -> Entity | None:
    """The body that a noun may mean, where the sentences before name no other."""
    view, here = anaphora.view, anaphora.view.sentence_at(offset)
    near = [b for b in _named_before(anaphora, offset) if any(0 <= here - view.sentence_at(s.start) <= _REACH for s in b.spans)]
    return body_called(anaphora, noun, offset) if len(near) == 1 else None


def _governed(anaphora: Anaphora, noun: str, offset: int) -> Entity | None:
    """The only land whose government, ministry or army was spoken of before: "the government" after "the Orlandish government"."""
    called = [(e, f) for e in anaphora.roster.entities if any(s.start < offset for s in e.spans) for f in map(fold, e.forms)]
    named = [(e, f) for e, f in called if " " in f and f.split(" in ")[0].split()[-1] == noun]
    lands = list(dict.fromkeys(e for e, f in named if e.kind == "country"))
    return lands[0] if len(lands) == 1 and all(e is lands[0] for e, _ in named) else None


def _named_ahead(anaphora: Anaphora, head: int, plain: list[str]) -> Entity | None:
    """The only body whose name holds a phrase that opens the text, or says that it is a union, named right behind: the "Rail union" of a
    headline, "their union said. The Crane Drivers' Association"."""
    view, here = anaphora.view, anaphora.view.tokens[head].sentence
    named = [(s, e) for s, e in anaphora.order if not e.nominal]
    if not named or here > view.sentence_at(named[0][0].start) + 1:
        return None
    bodies = [e for e in anaphora.roster.entities if e.kind == "organization" and not e.nominal]
    holders = [e for e in bodies if any(set(plain) < set(fold(f).split()) for f in e.forms) or set(plain) <= e.called]
    if plain == ["union"] and not holders:
        holders = [e for e in bodies if any(map(_is_of_workers, e.forms))]
    soon = len(holders) == 1 and view.sentence_at(min(holders[0].spans).start) - here <= _REACH
    return holders[0] if soon else None


def _told_by_name(anaphora: Anaphora, head: int, plain: list[int]) -> Entity | None:
    """The only body named before whose name holds all that is told of a firm: "the asset management firm", Norland Asset Management."""
    view = anaphora.view
    told = {fold(view.tokens[w].text) for w in plain if w != head}
    if view.lemma(head) not in ANY_FIRM or len(told) < 2 or any(view.tokens[w].pos == "PROPN" for w in plain):
        return None
    holders = [e for e in _named_before(anaphora, view.tokens[head].start) if any(told <= set(fold(f).split()) for f in e.forms)]
    return holders[0] if len(holders) == 1 else None


def _told_beside(anaphora: Anaphora, head: int, plain: list[int]) -> Entity | None:
    """The only body that the text explained before by the noun and all that is told of it: "the aid group" after "aid and relief group
    Veld"."""
    view, start = anaphora.view, anaphora.view.tokens[head].start
    told = {fold(view.tokens[w].text) for w in plain if w != head}
    if not told or plain[0] == 0 or view.tokens[plain[0] - 1].text not in ("the", "The"):
        return None
    holders = []
    for body in (b for b in _named_before(anaphora, start) if view.lemma(head) in b.called):
        before = (
            view.text[max(view.sentences[view.sentence_at(s.start)].start, s.start - _BESIDE) : s.start]
            for s in body.spans
            if s.start < start
        )
        if any(told <= set(re.findall(r"\w+", fold(b))) for b in before):
            holders.append(body)
    return holders[0] if len(holders) == 1 else None


def _told_before(anaphora: Anaphora, noun: str, offset: int, holders: list[Entity]) -> Entity | None:
    """The body by letters that the sentence before is about, where the letters may say that it is one: "ASUU rolled it over. The union"."""
    if noun not in _MEMBERSHIPS | {"party"}:
        return None
    view, before = anaphora.view, anaphora.view.sentence_at(offset) - 1
    about = (e for s, e in anaphora.order if s.start < offset and view.sentence_at(s.start) == before and anaphora.is_subject(s))
    body = next(about, None)
    if body is None or body in holders or body.kind != "organization":
        return None
    letters = any(f.isupper() and len(f) > 2 and noun[0].upper() in f for f in body.forms)
    return body if letters and not any(_TYPES & set(fold(f).split()) for f in body.forms) else None


def body_called(anaphora: Anaphora, noun: str, offset: int, *, standing: str = "") -> Entity | None:
    """The body named before whose name holds the noun; for a noun that tells little, the only one near that it may be.

    ``standing`` is what the phrase says of it ("the ruling party"): then the text must have said so with the name.
    """
    bodies = _named_before(anaphora, offset)
    # that a body was once called "the group" does not make it the only one
    holders = [e for e in bodies if any(noun in fold(f).split() and (fold(f) != noun or f[:1].isupper()) for f in e.forms)]
    holders += [e for e in bodies if noun in e.called and e not in holders]
    if standing in STANDINGS:
        text = anaphora.view.text
        holders = [e for e in holders if any(standing in text[max(0, s.start - _BEFORE) : s.start].lower().split() for s in e.spans)]
        if not holders:
            return None
    if len(holders) > 1 and anaphora.view.text[offset].isupper():
        # "the Court" is the one whose ruling this is, whatever courts it tells of
        own = [e for e in holders if is_of_body(anaphora.view, e.forms)]
        holders = own if len(own) == 1 else holders
    if holders:
        return _told_before(anaphora, noun, offset, holders) or anaphora.named_last(holders, offset)
    if noun in _STATE_BODIES:
        return _agency(anaphora, bodies, offset)
    if noun == "party":
        return _party(anaphora, offset)
    if noun == "union":
        return _union(anaphora, bodies, offset)
    if noun not in ANY_FIRM:
        return None
    view = anaphora.view
    here = view.sentence_at(offset)
    told = _TYPES - _MEMBERSHIPS if noun in _OF_MEMBERS else _TYPES
    near = [
        e
        for e in bodies
        if not is_outlet(e)
        and fold(e.name) not in lexicon.PLATFORMS
        and not (e.name.isupper() and " " in e.name)
        and (not any(told & set(fold(f).split()) for f in e.forms) or (noun in _OF_MEMBERS and _are_rebels(e)))
        and (not e.called or bool(e.called & (_FIRMS | {noun})) or noun in _OF_MEMBERS or _is_in_business(view, e, offset))
        and _is_named_near(view, e, offset)
    ]
    others = near
    if len(near) > 1:
        # "Harbour's shares fell. The company declined to comment"
        here_first = [e for e in near if any(s.start < offset and here == view.sentence_at(s.start) and _leads(view, s) for s in e.spans)]
        leading = _lead_before(view, near, here)
        called = [e for e in near if noun in (fold(f) for f in e.forms)]
        firms = [e for e in near if e.called & _FIRMS] if noun in _FIRMS else []
        near = next((found for found in (here_first, leading, called, firms) if len(found) == 1), near)
        if near in (here_first, leading) and any(anaphora.are_joined([near[0], e], offset) for e in others if e is not near[0]):
            # "the Institute and Relief Watch published reports. The organisation said": which of the two, is not told
            return None
    return near[0] if len(near) == 1 else None


def _is_named_near(view: Text, body: Entity, offset: int) -> bool:
    """Tell whether a text names a body a few sentences before an offset at most."""
    here = view.sentence_at(offset)
    return any(s.start < offset and here - view.sentence_at(s.start) <= _REACH for s in body.spans)


def _are_rebels(body: Entity) -> bool:
    """Tell whether an army is one of rebels by its name."""
    return any(OF_REBELS & set(fold(f).split()) for f in body.forms)


def _party(anaphora: Anaphora, offset: int) -> Entity | None:
    """The party that the sentence before is about, or the only one near, by a name that parties have: "the Green Alliance"."""
    view, here = anaphora.view, anaphora.view.sentence_at(offset)
    named = [e for e in anaphora.roster.entities if e.kind in ("organization", "group") and not e.nominal]
    others = _TYPES - _MEMBERSHIPS - {"party", "congress", "assembly"}
    near = [
        e
        for e in named
        if _is_named_near(view, e, offset)
        and any(_OF_PARTIES & set(re.findall(r"\w+", fold(f))) for f in e.forms)
        and not any(others & set(fold(f).split()) for f in e.forms)
    ]
    leading = _lead_before(view, near, here)
    near = leading if len(leading) == 1 else near
    return near[0] if len(near) == 1 else None


def _union(anaphora: Anaphora, bodies: list[Entity], offset: int) -> Entity | None:
    """The only body near whose name says that those who work at something are its members: "the Crane Drivers' Association"."""
    view = anaphora.view
    near = [e for e in bodies if any(_is_of_workers(f) for f in e.forms) and _is_named_near(view, e, offset)]
    return near[0] if len(near) == 1 else None


def _is_of_workers(name: str) -> bool:
    """Tell whether a name is that of an association of those who work at something."""
    words = set(re.findall(r"[a-z-]+", fold(name)))
    return bool(words & _OF_WORK) and bool(words & _MEMBERED)


def _is_in_business(view: Text, body: Entity, offset: int) -> bool:
    """Tell whether the text calls a body a group of some business before an offset: "telecom group Norvex"."""
    before = (view.text[max(0, s.start - _BEFORE) : s.start].lower().split()[-2:] for s in body.spans if s.start < offset)
    return any(len(words) == 2 and words[0] in _BUSINESS and words[1] == "group" for words in before)


def _agency(anaphora: Anaphora, bodies: list[Entity], offset: int) -> Entity | None:
    """The only department or office of a state near before: "the agency" after "the State Department", "the watchdog" after "the Harbour
    Authority"."""
    view, here = anaphora.view, anaphora.view.sentence_at(offset)
    near = [
        e for e in bodies if any(_AGENCIES & set(fold(f).replace("-", " ").split()) for f in e.forms) and _is_named_near(view, e, offset)
    ]
    if len(near) != 1 or _lead_before(view, bodies, here) not in ([], near):
        # "the institute asked for a commission. The agency said"
        return None
    return near[0]


def _named_before(anaphora: Anaphora, offset: int) -> list[Entity]:
    """The bodies with a name that the text names before an offset."""
    return [e for e in anaphora.roster.entities if e.kind == "organization" and not e.nominal and any(s.start < offset for s in e.spans)]


def _lead_before(view: Text, bodies: list[Entity], here: int) -> list[Entity]:
    """Those of some bodies that the sentence before one is about."""
    return [e for e in bodies if any(here - view.sentence_at(s.start) == 1 and _leads(view, s) for s in e.spans)]


def _leads(view: Text, span: Span) -> bool:
    """Tell whether a name is the subject of its sentence, or owns the subject."""
    head = view.head_of(view.words([span]))
    if head is None:
        return False
    if view.tokens[head].relation == "nmod:poss":
        head = view.tokens[head].head
    return view.tokens[head].relation.startswith("nsubj")
