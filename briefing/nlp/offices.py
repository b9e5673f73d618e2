"""Who holds an office that stands without a name: "the prime minister", "Norland's foreign minister", "the union's president"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold, is_office_in_letters
from briefing.nlp.nations import Nations
from briefing.nlp.nominals import call, is_anybody, known_nominal, nominal, unbroken
from briefing.nlp.role_phrases import as_role
from briefing.nlp.syntax import Text
from briefing.nlp.trades import CLASSES, called_by_past, called_by_trade

#: offices of those who sit in a parliament, and nouns that any of them may be called by
_SEATS = frozenset(
    """mp rep representative senator lawmaker legislator congressman congresswoman parliamentarian deputy assemblyman
    assemblywoman""".split()
)
_ANY_SEAT = frozenset("lawmaker legislator parliamentarian mp".split())
#: what a member of is who sits in a parliament
_HOUSES = frozenset("parliament congress assembly senate house knesset legislature".split())
#: what one is told to be no longer by
_NO_LONGER = frozenset({"former", "ex", "retired"})
#: words before an office that tell no other office: "the country's president", "the party leader"
_LOOSE = frozenset(
    "country nation kingdom republic state new current embattled veteran incumbent top senior highness majesty excellency".split()
)
#: who has an office that somebody else is to have: "a new coach" is not the coach who was sacked
_TO_COME = frozenset({"new", "next", "future", "incoming", "prospective"})
#: words that count those who have an office, or make another one of it before these
_FIRST = frozenset({"first", "second", "third"})
_COUNTED = frozenset("vice deputy secretary lady minister assistant officer lieutenant sergeant".split())
_INDEFINITE = frozenset({"a", "an", "another", "any", "some"})
#: other offices of which a place has one
_OF_PLACES = frozenset({"bishop", "archbishop", "imam", "sheriff"})
#: offices so high that a text need not give them with the name of who holds them
_HIGHEST = frozenset("president premier minister chancellor leader governor mayor king queen emir amir sultan pope".split())
_SHORT = {
    "pm": ("prime", "minister"),
    "pontiff": ("pope",),
    "premier": ("prime", "minister"),
    "fm": ("foreign", "minister"),
    "cm": ("chief", "minister"),
    "ce": ("chief", "executive"),
    "dg": ("director", "general"),
    "dp": ("deputy", "president"),
    "vp": ("vice", "president"),
    **dict.fromkeys(("gov", "gov."), ("governor",)),
    **dict.fromkeys(("sen", "sen."), ("senator",)),
    **dict.fromkeys(("rep", "rep."), ("representative",)),
}
#: between two offices of one person, between an office and what it is of, behind whose it is
_NEXT_OFFICE = re.compile(r",\s|\sand\s(?!the\b)")
_OF_OFFICE = re.compile(r"\s(?:of|to|for|at|in|with|under)\s")
_OWNER = re.compile(r"['’]s?\s")
#: who has "justice" for a portfolio is no judge
_PORTFOLIOS = frozenset({"minister", "secretary", "department", "ministry"})
#: whom a word for any leader may mean, with what they lead: "the HC chief" of the chairwoman of the Harbour Council
_HEADS = frozenset({"chief", "head", "boss"})
_LEADERS = frozenset(
    "chairman chairwoman chairperson chair president director commissioner governor secretary leader minister ceo executive".split()
)
_HEAD_OF_SOMETHING = 2
#: sentences within which who is told by an office alone is named
_SOON = 2
#: whom "the Norlandish leader" may mean
_LEAD_A_LAND = frozenset("president premier chancellor king queen emir amir sultan taoiseach".split())
_REACH, _NO_LONGER_REACH = 3, 2
#: what a place makes of an office
_ASIDE = frozenset({"acl", "acl:relcl", "appos", "parataxis"})
#: what a verb makes of somebody else than its subject
_OTHERS = frozenset({"obj", "iobj", "obl"})
_OF_PLACE = re.compile(r"\s(?:of|for|in)\s(?:the\s)?([A-Z][\w-]+)")
_SEVERAL = 2
#: "the" and a noun
_THE_OFFICE = 2
#: what ends a sentence that is no headline
_STOPS = frozenset(".!?”\"'’:")
#: sentences in which somebody who sits in a parliament may be "the lawmaker"
_SEAT_REACH = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class _Office:
    words: frozenset[str]
    countries: frozenset[str]
    #: the words that tell what one is, not of what or of whom: "chief" of "the minister's chief of staff"
    heads: frozenset[str] = frozenset()

    @property
    def ranks(self) -> frozenset[str]:
        return self.words & lexicon.RANKS


def _office(words: list[str], nations: Nations) -> _Office:
    plain: set[str] = set()
    countries: set[str] = set()
    bare = [w.strip(",").removesuffix("’s").removesuffix("'s") for text in words for w in text.split("-")]
    # "the first female president" is the president
    counted = [w for w, after in itertools.pairwise(bare) if w.lower() in _FIRST and after.lower() not in _COUNTED and after.islower()]
    bare = [w for w in bare if w not in counted]
    joined = [f"{a} {b}" for a, b in itertools.pairwise(bare)]
    for word in (*bare, *joined):
        country = nations.demonyms.get(word) or nations.names.get(word)
        if country:
            countries.add(country)
        elif " " not in word and len(word) > 1:
            plain |= set(_SHORT.get(word.lower(), (fold(word),)))
    return _Office(words=frozenset(plain), countries=frozenset(countries))


def _held_by(entity: Entity, nations: Nations) -> _Office:
    office = _office((entity.role or "").split(), nations)
    country = nations.names.get(entity.affiliation or "")
    return _Office(
        words=office.words,
        countries=office.countries | ({country} if country else set()),
        heads=_office(_head_words(entity.role or ""), nations).words,
    )


def _office_told(view: Text, words: list[int]) -> _Office:
    """The office that a noun phrase tells."""
    return _office([view.tokens[w].text for w in words if view.tokens[w].pos in ("NOUN", "PROPN", "ADJ")], view.nations)


def lands_of(person: Entity, nations: Nations) -> frozenset[str]:
    """The lands that what a person is names."""
    return _held_by(person, nations).countries


def _head_words(role: str) -> list[str]:
    """The words of a role that stand neither behind "of" or "to" nor before a genitive: who has to do with an office does not hold it."""
    found: list[str] = []
    owned = False
    for part in _NEXT_OFFICE.split(role):
        own = _OF_OFFICE.split(part, maxsplit=1)
        if not owned or len(own) > 1:
            found += _OWNER.split(own[0])[-1].split()
        owned = owned or len(own) > 1
    return found


def office_meant(anaphora: Anaphora, head: int, words: list[int], speaker: list[Entity]) -> list[Entity]:
    """The person who holds an office, else the office itself; nobody where it is anybody ("a minister")."""
    view = anaphora.view
    # "another candidate" is none that was named
    other = view.tokens[words[0]].text.lower() in ("another", "one")
    holder = None if other else _holder(anaphora, head, words, speaker=speaker) or _who_sits(anaphora, head, words)
    if holder is None and not other:
        holder = _who_was(anaphora, head, words)
    if holder is None and not other:
        holder = _by_title(anaphora, head, words)
    if holder is None and anaphora.view.lemma(head) in CLASSES:
        holder = next(iter(called_by_trade(anaphora, head)), None)
    if holder is None and not other:
        holder = next(iter(called_by_past(anaphora, head)), None)
    if holder is None and (spelled := _spelled_out(anaphora, head)) is not None:
        call(view, spelled, [head])
        return [spelled]
    if holder is None:
        known = (
            known_nominal(view, anaphora.roster, head, words)
            if is_anybody(view, head, words)
            else nominal(view, anaphora.roster, head, words, "person")
        )
        return [known] if known is not None else []
    start = view.tokens[words[0]].start
    bodies = [e for s, e in anaphora.roster.at(start, view.tokens[words[-1]].end) if e.kind == "organization" and not e.nominal]
    if holder.affiliation is None and bodies and " of " not in (holder.role or ""):
        # "The union's president, Jon Hale ... The NUD president said"
        holder.affiliation = bodies[0].name
    wanted = _office_told(view, words)
    ahead = _introduced_next(anaphora, head, wanted) == [holder]
    form = call(view, holder, words)
    if ahead:
        _give_fuller(holder, form)
    if view.lemma(head) != "counterpart":
        holder.role = holder.role or form
    return [holder]


def _by_title(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The only person named before with a title that "the" means, whatever office is told of them: "General Quill, chief of staff"."""
    view = anaphora.view
    told = [view.tokens[w].text.lower() for w in words]
    if len(told) != _THE_OFFICE or told[0] != "the":
        return None
    start = view.tokens[head].start
    before = [e for e in anaphora.roster.entities if e.kind == "person" and not e.nominal and any(s.start < start for s in e.spans)]
    titled = [e for e in before if any(fold(f).split()[:1] == [told[1]] and len(f.split()) > 1 for f in e.forms)]
    return titled[0] if len(titled) == 1 else None


def _spelled_out(anaphora: Anaphora, head: int) -> Entity | None:
    """Who has no name and is known by the office that letters shorten: "The PM" of whom the text told as "the Prime Minister"."""
    letters = anaphora.view.tokens[head].text
    words = _SHORT.get(letters.lower(), ()) if letters.isupper() else ()
    known = anaphora.roster.nominals(words[-1]) if words else []
    return next((e for e in known if e.kind == "person" and tuple(fold(e.name).split()) == words), None)


def _give_fuller(holder: Entity, form: str) -> None:
    """Give who is told of by an office before they are named that office, where it says more: "governor of Tarn" than "governor"."""
    role = as_role(form)
    if role is not None and set((holder.role or "").lower().split()) < set(role.lower().split()):
        holder.role = role


def holder_of(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The person with a name who is called by "the" office alone where they say nothing; None for anybody, and where the text has told
    since of one who may have it too."""
    view = anaphora.view
    told = [w for w in words if w <= head and view.tokens[w].pos != "PUNCT"]
    if view.tokens[min(head + 1, len(view.tokens) - 1)].pos == "PROPN":
        return None
    if len(told) < len(words) or view.tokens[told[0]].pos == "PROPN":
        # "the governor of Tarn has fled. The governor, Ada Quill,"
        wanted = _office_told(view, words)
        if view.tokens[words[0]].text.lower() not in _INDEFINITE and (ahead := _introduced_next(anaphora, head, wanted)):
            own = [w for w in words if view.tokens[w].text.lower() != "the" or w > head]
            _give_fuller(ahead[0], view.slice(view.span_of(unbroken(view, own))))
            return ahead[0]
    opens = view.tokens[told[0]].sentence == 0 and told[0] == 0 and view.text[view.sentences[0].end - 1] not in _STOPS
    if not opens and (len(told) != _THE_OFFICE or view.tokens[told[0]].text.lower() != "the"):
        return None
    holder = _holder(anaphora, head, words, speaker=[])
    if holder is not None and (_is_named_behind(view, holder, words) or (opens and view.sentence_at(min(holder.spans).start) <= _SOON)):
        return holder
    if holder is None or not any(s.start < view.tokens[head].start for s in holder.spans):
        return None
    since = max(s.end for s in holder.spans if s.start < view.tokens[head].start)
    again = any(since < view.tokens[w].start < view.tokens[told[0]].start for w in view.with_lemma({view.lemma(head)}))
    places = any(m.kind == "place" and since < m.span.start < view.tokens[head].start for m in view.annotation.mentions)
    return holder if not again and not places else None


def _is_named_behind(view: Text, person: Entity, words: list[int]) -> bool:
    """Tell whether a comma and a name follow an office: "the director of the hospital, Grace Quill,"."""
    end = view.tokens[words[-1]].end
    before = view.tokens[words[-1]].start if view.tokens[words[-1]].text == "," else end
    return any(end < s.start and view.text[before : s.start].strip() == "," for s in person.spans)


def _holder(anaphora: Anaphora, head: int, words: list[int], *, speaker: list[Entity]) -> Entity | None:
    """The person named with this office: the last before it, else the only one behind it; None where it may be somebody else."""
    view = anaphora.view
    wanted = _office_told(view, words)
    offset = view.tokens[head].start
    anybody = view.tokens[words[0]].text.lower() in _INDEFINITE or (words[0] > 0 and view.tokens[words[0] - 1].text.lower() in _INDEFINITE)
    if anybody and wanted.words & _TO_COME:
        return None
    gender = _gender_behind(view, head)
    letters = {fold(t) for w in words if (t := view.tokens[w].text).isupper() and len(t) > 1}
    best: tuple[bool, int, int, bool] | None = None
    fit: list[Entity] = []
    later: list[Entity] = []
    for entity in anaphora.roster.entities:
        if entity.kind != "person" or entity.nominal or not entity.role or not _fits(anaphora, head, words, wanted, entity):
            continue
        if gender is not None and entity.gender not in (None, gender):
            continue
        held = _held_by(entity, view.nations)
        if not wanted.countries and held.countries and _told_long_before(view, head, entity):
            continue
        before = max((s.start for s in entity.spans if s.start < offset), default=-1)
        if before < 0:
            later.append(entity)
            continue
        if anybody and any(e is entity and s.start < offset for s, e in anaphora.order):
            # "a judge" is none who was named before
            continue
        # "The TSP president" is first of all who presides over what the letters mean
        of_letters = entity.affiliation is not None and bool(letters & _words_of_body(anaphora, entity.affiliation))
        rank = (of_letters, len(wanted.countries & held.countries), len(wanted.words & held.words), wanted.words == held.words)
        if best is None or rank > best:
            best, fit = rank, []
        fit += [entity] if rank == best else []
    if fit:
        last = anaphora.named_last(fit, offset)
        return last if wanted.countries else _at_home(anaphora, fit, last, offset)
    if not later and not anybody:
        later = _introduced_next(anaphora, head, wanted)
    return later[0] if len(later) == 1 else _soon_named(view, head, later) or _by_elimination(anaphora, head, words, speaker)


def _told_long_before(view: Text, head: int, entity: Entity) -> bool:
    """Tell whether a text tells of "the prime minister" well before it names one, who is of a land that it tells: he is another's."""
    first = view.sentence_at(min(s.start for s in entity.spans))
    noun = _SHORT.get(view.lemma(head), (view.lemma(head),))[-1]
    told = [w for w in view.with_lemma({noun}) if w > 0 and first - view.tokens[w].sentence > _SOON]
    return any(_is_the_office(view, w) for w in told)


def _is_the_office(view: Text, word: int) -> bool:
    """Tell whether an office stands with no more than "the", and nobody's name behind it."""
    first = word - 1 - (view.tokens[word - 1].relation == "compound" or view.tokens[word - 1].text.lower() in ("prime", "vice", "foreign"))
    named = word + 1 < len(view.tokens) and (view.tokens[word + 1].pos == "PROPN" or view.tokens[word + 1].text.lower() in ("of", "for"))
    return first >= 0 and view.tokens[first].text.lower() == "the" and not named


def _soon_named(view: Text, head: int, later: list[Entity]) -> Entity | None:
    """Of several with one office the one whom a text names soon after it tells of the office: in its headline, or its first lines."""
    here = view.tokens[head].sentence
    near = [e for e in later if view.sentence_at(min(s.start for s in e.spans)) - here <= _SOON]
    return near[0] if len(near) == 1 else None


def _introduced_next(anaphora: Anaphora, head: int, wanted: _Office) -> list[Entity]:
    """Who is named right behind with no more than the office that a place or a land was told with: "the mayor of Orlet has left. Mayor
    Sanne Holt said", "Norland's foreign minister left. The minister, Ada Quill,"."""
    view, noun = anaphora.view, anaphora.view.lemma(head)
    here, offset = view.tokens[head].sentence, view.tokens[head].start
    if noun not in _HIGHEST | _OF_PLACES:
        return []
    persons = [e for e in anaphora.roster.entities if e.kind == "person" and not e.nominal and e.role]
    same = [e for e in persons if noun in _held_by(e, view.nations).heads]
    if len(same) != 1:
        return []
    held, first = _held_by(same[0], view.nations), min(same[0].spans)
    soon = offset < first.start and 0 <= view.sentence_at(first.start) - here <= _REACH
    told = held.words <= wanted.words and held.countries <= wanted.countries and held.ranks == wanted.ranks
    elsewhere = same[0].affiliation is not None or _OF_PLACE.match(view.text, first.end) is not None
    apposed = view.text[: first.start].lower().endswith(f"the {noun}, ")
    # "Norland's president left for Orlet. President Ada Quill said" may be that of Orlet
    end = view.tokens[max(view.subtree(head, without=_ASIDE))].end
    away = any(m.kind == "place" and end <= m.span.start < first.start for m in view.annotation.mentions)
    # another of that office: "the mayor of Orlet and the mayor of Tarn"
    others = {_owner_told(view, w) for w in view.with_lemma({noun}) if view.tokens[w].start < first.start} - {""}
    sure = bool(_owner_told(view, head)) and (apposed or not (away or wanted.countries))
    return same if soon and told and sure and not elsewhere and len(others) < _SEVERAL else []


def _owner_told(view: Text, word: int) -> str:
    """What an office is told to be of, behind it or before it."""
    behind = _OF_PLACE.match(view.text, view.tokens[word].end)
    if behind is not None:
        return behind.group(1)
    owner = view.child(word, ("nmod:poss",))
    return view.tokens[owner].text if owner is not None and view.tokens[owner].pos == "PROPN" else ""


def _at_home(anaphora: Anaphora, fit: list[Entity], last: Entity | None, offset: int) -> Entity | None:
    """Of two presidents the one of whom the text need not tell of which land, unless it was just about the other: "wrote to the US
    president, he said. The president added"."""
    view, here = anaphora.view, anaphora.view.sentence_at(offset)
    ours = [e for e in fit if not _held_by(e, view.nations).countries]
    if last is None or last in ours or len(ours) != 1:
        return last
    about = any(s.start < offset and here - view.sentence_at(s.start) <= 1 and anaphora.is_subject(s) for s in last.spans)
    spoke = next((who for at, who in reversed(anaphora.spoke) if at < offset), [])
    return last if about or last in spoke else ours[0]


def _who_sits(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The member of a parliament that "the lawmaker" is: of those named so before and of no other party the one who spoke last."""
    view, offset = anaphora.view, anaphora.view.tokens[head].start
    definite = any(view.tokens[w].text.lower() == "the" for w in (*words, *range(max(0, words[0] - 1), words[0])))
    if view.lemma(head) not in _ANY_SEAT or not definite:
        return None
    here = view.tokens[head].sentence
    named = {fold(view.tokens[w].text) for w in words if w != head and view.tokens[w].pos in ("NOUN", "PROPN", "ADJ")} - _LOOSE
    sits = [
        e
        for e in anaphora.roster.entities
        if e.kind == "person" and not e.nominal
        and any(s.start < offset and here - view.sentence_at(s.start) <= _SEAT_REACH for s in e.spans)
        and _has_seat(_held_by(e, view.nations).words) and _may_be_of(anaphora, e, named)
    ]  # fmt: skip
    if len(sits) == 1:
        return sits[0]
    spoke = next((who for at, who in reversed(anaphora.spoke) if at < offset and any(e in sits for e in who)), [])
    return spoke[0] if len(spoke) == 1 else None


def _has_seat(words: frozenset[str]) -> bool:
    """Tell whether an office is a seat in a parliament: "senator", "member of Parliament's fisheries committee"."""
    return bool(_SEATS & words) or ("member" in words and bool(_HOUSES & words))


def _who_was(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The one who is told to be no longer what they were, and spoke last, where a sentence goes on about "the former minister"."""
    view, offset, here = anaphora.view, anaphora.view.tokens[head].start, anaphora.view.tokens[head].sentence
    told = {view.tokens[w].text.lower() for w in words if w < head}
    definite = "the" in told or (words[0] > 0 and view.tokens[words[0] - 1].text.lower() == "the")
    if not (definite and told & _NO_LONGER) or view.tokens[head].relation != "nsubj":
        return None
    at, who = next(((at, who) for at, who in reversed(anaphora.spoke) if at < offset), (0, []))
    if len(who) != 1 or who[0].kind != "person" or who[0].nominal or here - view.sentence_at(at) > _REACH:
        return None
    since = [e for s, e in anaphora.order if view.sentence_at(at) < view.sentence_at(s.start) and s.start < offset and e.kind == "person"]
    near = {
        e for s, e in anaphora.order if here - view.sentence_at(s.start) <= _NO_LONGER_REACH and s.start < offset and e.kind == "person"
    }
    before = [w for w in view.with_lemma({view.lemma(head)}) if 0 < w < words[0]]
    if who[0].role is None and any(view.tokens[w - 1].text.lower() in _NO_LONGER for w in before):
        # of whom the text tells before: "Falk spoke about the former minister"
        return None
    was = bool(set(who[0].role.lower().split()) & _NO_LONGER) if who[0].role is not None else near == {who[0]}
    return who[0] if was and all(e is who[0] for e in since) else None


def _may_be_of(anaphora: Anaphora, person: Entity, party: set[str]) -> bool:
    """Tell whether a person is of a party that is told by a word or its letters, or of none that the text tells."""
    if person.affiliation is None or not party:
        return True
    return bool(party & _words_of_body(anaphora, person.affiliation))


def _words_of_body(anaphora: Anaphora, name: str) -> set[str]:
    """The words, and the letters, that a body of this name is called by."""
    forms = (form for body in anaphora.roster.bodies(name)[:1] for form in body.forms)
    return {fold(w) for f in (*forms, name) for w in f.split()}


def _gender_behind(view: Text, head: int) -> str | None:
    """The gender of the pronouns behind an office in its sentence, where nobody else is named there: "the minister said his party"."""
    behind = [w for w in view.sentence_words[view.tokens[head].sentence] if w > head]
    if any(view.tokens[w].pos == "PROPN" for w in behind[: next((n for n, w in enumerate(behind) if _gender_of(view, w)), 0)]):
        return None
    return next((g for w in behind if (g := _gender_of(view, w))), None)


def _gender_of(view: Text, word: int) -> str | None:
    low = view.tokens[word].text.lower()
    return "he" if low in ("he", "his") else "she" if low == "she" or (low == "her" and view.tokens[word].tag == "PRP$") else None


def _fits(anaphora: Anaphora, head: int, words: list[int], wanted: _Office, entity: Entity) -> bool:
    """Tell whether a person's role may be this office: same noun, same rank, no other portfolio, no other country."""
    view = anaphora.view
    held = _held_by(entity, view.nations)
    noun = view.lemma(head)
    if is_office_in_letters(view.tokens[head].text, entity.role or "", last=noun not in _SHORT and not wanted.countries):
        return True
    if noun == "judge" and "justice" in held.heads and not held.words & _PORTFOLIOS:
        noun = "justice"  # "Justice Quill adjourned. The judge said"
    leads = noun in _HEADS and noun not in held.words and bool(held.heads & _LEADERS)
    if leads and len(wanted.words) < _HEAD_OF_SOMETHING:
        return False
    at_top = held.heads & _LEAD_A_LAND or {"prime", "minister"} <= held.heads
    leads = leads or (noun == "leader" and bool(at_top and wanted.countries & held.countries))
    short = _SHORT.get(noun, (noun,))
    if (short[-1] not in held.heads and not leads) or held.ranks != wanted.ranks:
        return False
    if noun == "premier" and not set(short) <= held.words:
        # the premier is no minister for something
        return False
    if wanted.countries and not held.countries and _meets_holder(anaphora, noun, wanted, entity):
        return False
    if wanted.words & _TO_COME and not held.words & _TO_COME:
        return False
    if wanted.countries and held.countries and not wanted.countries & held.countries:
        return False
    if wanted.countries and not held.countries and any(w.isupper() and len(w) > 1 for w in (entity.role or "").split()):
        # "the commander of the IRGC Navy" is not that of the Omani Navy
        return False
    told = [view.tokens[w] for w in words]
    # "the country's military chief" is not its president
    nouns = {fold(t.text) for t in told if t.pos in ("NOUN", "PROPN", "ADJ" if leads else "") or t.text.lower() in lexicon.TITLES}
    others = nouns & (wanted.words - held.words) - _LOOSE - set(_SHORT) - {"judge"} - (_HEADS | {"leader"} if leads else set())
    if entity.affiliation is None:
        # whom a person without a body speaks for may be told by its letters: "the PTI chairman"
        others -= {fold(t.text) for t in told if t.text.isupper() and len(t.text) > 1}
    return not others or (entity.affiliation is not None and others <= _words_of_body(anaphora, entity.affiliation))


def _meets_holder(anaphora: Anaphora, noun: str, wanted: _Office, person: Entity) -> bool:
    """Tell whether a person has to do with another who holds their office in a land: "Quill met her Kestrian counterpart", "Quill will see
    the Kestrian president on Friday"."""
    view = anaphora.view
    for word in view.with_lemma({noun, "counterpart"}):
        token = view.tokens[word]
        before = [s for s in person.spans if view.sentence_at(s.start) == token.sentence and s.end < token.start]
        if not any(anaphora.is_subject(s) for s in before) or (token.relation not in _OTHERS and view.lemma(word) == noun):
            continue
        own = [w for w in view.subtree(word, without=_ASIDE) if w < word]
        if _office_told(view, own).countries & wanted.countries:
            return True
    return False


def _by_elimination(anaphora: Anaphora, head: int, words: list[int], speaker: list[Entity]) -> Entity | None:
    """The one person without an office who acts in the sentences before: "Quill spoke first. The prime minister said ..." """
    view = anaphora.view
    definite = any(view.tokens[w].text.lower() == "the" for w in (*words, *range(max(0, words[0] - 1), words[0])))
    if view.lemma(head) not in _HIGHEST or not definite:
        return None
    offset, here = view.tokens[head].start, view.sentence_at(view.tokens[head].start)
    named = [e for s, e in anaphora.order if s.start < offset and here - view.sentence_at(s.start) <= _REACH]
    near = list(dict.fromkeys(e for e in named if e.kind == "person" and not e.nominal and not e.role))
    if len(near) != 1 or near[0] in speaker or len(near[0].spans) < 2:
        return None
    if any(view.sentence_at(s.start) == here and s.start < offset and anaphora.is_subject(s) for s in near[0].spans):
        return None  # of whom the sentence already tells: "Quill spoke hours after the prime minister had left"
    if any((w := view.word_at(s.start)) and view.tokens[w - 1].pos == "NOUN" for s in near[0].spans):
        return None  # "shop steward Jon Hale" has a trade
    told = {view.sentence_at(s.start): s.end for s in reversed(near[0].spans)}
    earlier = (view.tokens[w] for w in view.with_lemma({view.lemma(head)}) if w < head)
    if any(told.get(t.sentence, offset) < t.start and t.sentence != here for t in earlier):
        return None  # "Quill opposes the prime minister. The prime minister said"
    spoke = any(near[0] in who for at, who in anaphora.spoke if 0 <= here - view.sentence_at(at) <= _REACH)
    return near[0] if spoke else None
