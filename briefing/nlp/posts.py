"""What a person is by words further off: an office with its body before the name, a title shared by several, the body beside a name."""

from __future__ import annotations

import itertools
import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.appositions import KIN, OFFICES
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.syntax import Text
from briefing.nlp.temporal.vocabulary import DAY_NAMES
from briefing.nlp.unnamed import is_trade

#: a word with what it is of, right before a name, a comma or the body's letters: "Minister of Interior and Towns", "President of the Mars
#: Society, Dr.", "head of the People's Court (PC), "
_OF_NAME = re.compile(
    r"(?<![\w-])(\w[\w-]*)\s(?:of|for|to|at)\s(?:the\s)?[A-Z][\w'’-]*(?:\s(?:(?:and|of|for|the|&)\s)*[A-Z][\w'’-]*){0,6}"
    r"(?=(?:\s\([A-Z][\w-]*\))?,?\s(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s)?$)"
)
#: one who is sent from one land to another
_SENT = re.compile(
    r"(?<![\w-])((?:[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Cc]onsul|[Cc]onsul General|[Hh]igh [Cc]ommissioner))\s(?:of|from)\s(?:the\s)?"
    r"[A-Z][\w-]*(?:\s(?:(?:and|of|the)\s)*[A-Z][\w-]*){0,4}\s(?:to|in)\s(?:the\s)?[A-Z][\w-]*(?:\s(?:(?:and|of|the)\s)*[A-Z][\w-]*){0,4}"
    r"(?=,?\s(?:(?:Dr|Mr|Mrs|Ms|Prof|H\.?E)\.?\s)?$)"
)
_SENT_TO = re.compile(
    r"(?<![\w-])((?:[A-Z][\w-]*['’]s\s)?(?:[A-Z][\w-]*\s){0,2}(?:[Aa]mbassador|[Ee]nvoy|[Hh]igh [Cc]ommissioner|[Cc]onsul(?: [Gg]eneral)?)"
    r"\s(?:to|in)\s(?:the\s)?[A-Z][\w-]*(?:\s(?:(?:and|of|the)\s)*[A-Z][\w-]*){0,3})\s(?:(?:Dr|Mr|Mrs|Ms|Prof|H\.?E)\.?\s)?$"
)
#: what stands before an office and belongs to it: names, and words that make another office of the same noun ("prime" minister)
_CAPITALS = re.compile(
    r"(?:\b(?:[A-Z]\w+(?:-\w+)*|prime|vice|deputy|foreign|interior|defen[cs]e|finance|trade|acting|former|chief|first|secretary|general"
    r"|director|assistant|associate|executive|managing|senior|lead|national|regional|shadow|interim|outgoing|founding|honorary)\s){0,3}$"
)
#: what follows a name that is explained by what stands before a comma
_CLOSED = re.compile(r"[,.;]|\s(?:said|says)\b")
#: a verb right behind a name
_ACTS = re.compile(r"\s(?:[a-z]+ly\s)?(?:has|have|had|is|was|will|told|won|met|led|[a-z]{3,}ed)\b")
#: between a name and the office that a clause says is theirs
_TOLD = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:,\s\d{1,3},)?(?:,?\swho\s(?:is|serves\sas|works\sas|has\s(?:served|worked)\sas|(?P<was>was|(?:served|worked)\sas))|\sis|"
    r"\s(?:was|has\sbeen|is)\s(?:re-?)?(?:appointed|elected|named|sworn\sin)(?:\sas)?)\s"
    r"(?:(?:also|currently|now|still|once)\s)?(?:(?:the|an?|its|their|his|her)\s)?"
)
#: before a name and behind it, where somebody gives its bearer an office
_APPOINTS = re.compile(r"\b(?:appoint(?:ed|s|ing)|elect(?:ed|s)|nam(?:ed|es)|promot(?:ed|es))\s(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s)?$")
_AS = re.compile(r"\s(?:as|to\sbe)\s(?:(?:the|an?|its|their|his|her)\s)?(?:new\s)?")
#: what one is who does so with a body: "who chairs the board"
_LEADS = re.compile(
    r"(?:,\s\d{1,3})?,?\swho\s(heads|leads|is\sheading|is\sleading|chairs|co-chairs|runs|founded|co-founded|set\sup|established|represents)"
    r"\s((?:(?:the|its|their)\s)|(?=[A-Z]))(?=[\w“])"
)
_LEADER = {"heads": "head", "leads": "leader", "is heading": "head", "is leading": "leader", "chairs": "chair", "co-chairs": "co-chair",
           "runs": "head", "founded": "founder", "co-founded": "co-founder", "set up": "founder", "established": "founder",
           "represents": "representative"}  # fmt: skip
#: those by which only a body of a name is led: "who set up the meeting" leads nothing
_OF_NAMED = frozenset({"runs", "founded", "co-founded", "set up", "established"})
_OFFICES = (lexicon.TITLES | lexicon.PERSON_NOUNS) - lexicon.PRIVATE_PERSONS - {"former", "acting", "member"}
#: what stands between a person and the body they are of, and between the persons of a list
_OF_BODY = re.compile(r"(?:\s\([^()A-Za-z]{1,20}\))?,?\s(?:of|from|at)\s(?:the\s)?")
#: what one is to somebody by name, and to "him" or "her"
_KIN = (
    r"((?:(?:late|former|elder|older|younger|eldest|youngest|great|great-great|running|business|\d{1,2}-year-old)[\s-])*"
    r"(?:(?:grand|step)?(?:mother|father|son|daughter)|brother|sister|wife|husband|widow|uncle|aunt|niece|nephew|cousin|mate|partner"
    r"|lawyer|solicitor|biographer)(?:-in-law)?),?\s"
)
_KIN_OF = re.compile(rf"['’]s?\s{_KIN}")
_OWN_KIN = re.compile(rf"\b([Hh]is|[Hh]er)\s{_KIN}$")
#: so many sentences back nobody else may be meant by them; a title stands so many characters from its name
_KIN_REACH, _TITLE_REACH = 3, 12
_OWNERS = {"his": "he", "her": "she"}
#: behind a name, or the letters of an honour, and its comma
_BEHIND_NAME = re.compile(r"\b[A-Z][\w.’'-]*,\s(?:the\s)?$")
_NEXT_PERSON = re.compile(r"(?:\s\([^()]{1,30}\))?(?:,\s(?:and\s)?|\sand\s)")
_BEFORE, _MOST_WORDS = 120, 4
#: what no office ends in
_PRIVATE = (lexicon.PRIVATE_PERSONS | KIN) - {"resident"}
_BEFORE_THE = frozenset({"of", "at", "for", "to", "and", "&"})
#: words before an office that tell of which
_MOST_BEFORE = 6
#: words of an office and its field before a name, and words before an office that opens a sentence: "UN Special" Rapporteur
_LONGEST_FIELD, _FEW_BEFORE = 16, 3
#: what stands between an office and what it is of
_OF = frozenset({"of", "at", "for", "to"})
#: what stands behind a trade that a clause tells: "is a guide for the park", not "is a cipher"
_TIED = frozenset({"at", "for", "from", "with"})
#: who is named by an office that is another's
_BY_ANOTHER = frozenset("critic supporter opponent rival ally friend foe enemy backer loyalist follower confidant confidante".split())
#: words that only judge or guess
_JUDGES = frozenset(
    "best worst great greatest terrible horrible awful bad good excellent likely possible potential probable alleged".split()
)
#: when something was, behind what it was
_WHEN = frozenset("last next today yesterday tomorrow tonight early earlier late".split()) | {*DAY_NAMES}


def office_of_body_before(view: Text, name: list[int]) -> Span | None:
    """The office with its field or its body that stands right before a name, or before the comma that the name explains it behind:
    "Minister of Interior and Towns Ines Falk", "the envoy to the Lake States, Jon Hale,"."""
    start, end = view.tokens[name[0]].start, view.tokens[name[-1]].end
    begin = max(view.sentences[view.sentence_at(start)].start, start - _BEFORE)
    office, at = None, begin
    while (found := _OF_NAME.search(view.text[:start], at)) is not None:
        # the last office before the name is the person's: "adviser to the Minister of Mines and envoy to Orland, Jon Hale"
        office = found if set(found.group(1).lower().split("-")) & _OFFICES else office
        at = found.start() + 1
    office = _SENT.search(view.text[:start], begin) or office
    if office is None:
        return None
    before = _CAPITALS.search(view.text[begin : office.start()])
    if "," in view.text[office.end() : start] and not _CLOSED.match(view.text, end):
        # "This came after Chairman of the Harbour Council, Jon Hale won": an office in a capital and without an article has a name
        led = view.text[begin : office.start() - (len(before.group()) if before is not None else 0)].rstrip()
        bare = office.group()[:1].isupper() and not led.endswith(("the", "The", "a", "an", "and"))
        if not bare or not _ACTS.match(view.text, end):
            return None
    if ")" in view.text[office.end() : start] and _BEHIND_NAME.search(
        view.text[begin : office.start()].removesuffix(before.group() if before else "")
    ):
        # in a list the office is of who is named before: "Ada Quill, head of the Harbour Council (HC), Jon Hale, mayor of Selm,"
        return None
    return Span(office.start() - (len(before.group()) if before is not None else 0), office.end())


def before_letters(view: Text, first: int) -> int:
    """The first word of a name, or of the letters in brackets that an office right before it goes by: "director of prisons (DOP) Ada
    Quill"."""
    tokens = view.tokens
    closes = first > 3 and tokens[first - 1].text == ")" and tokens[first - 3].text == "(" and tokens[first - 2].text.isupper()
    if not closes or tokens[first - 1].sentence != tokens[first].sentence:
        return first
    noun, of = tokens[first - 4].text.lower(), tokens[first - 5].text.lower()
    office = noun in _OFFICES or (of == "of" and noun.islower() and tokens[first - 6].text.lower() in _OFFICES)
    return first - 3 if office else first


def post_told_behind(view: Text, begins: int, last: int, *, trades: bool) -> tuple[Span, bool] | None:
    """The office that a clause behind a name says is theirs, with what it is of, and whether it was: "who is the head of the Harbour
    mission", "was appointed as chairman of the board", "who served as mayor"; where ``trades`` are asked for, a trade too: "is a youth
    worker". Nothing where the clause says what else they are."""
    end_of_name = view.tokens[last].end
    found = _TOLD.match(view.text, end_of_name)
    if found is None and _APPOINTS.search(view.text, max(0, begins - _BEFORE), begins):
        found = _AS.match(view.text, end_of_name)
    inside = view.words([Span(found.end(), min(len(view.text), found.end() + _BEFORE))]) if found is not None else []
    end = office = None
    for word in inside:
        token, low = view.tokens[word], view.low(word)
        if token.sentence != view.tokens[last].sentence or (office is None and word - inside[0] > _MOST_BEFORE):
            break
        if (office is None and low in _OF | _BY_ANOTHER) or low in _JUDGES:
            return None
        if (
            (low in _PRIVATE and view.tokens[min(word + 1, len(view.tokens) - 1)].tag != "NN")  # "a youth worker"
            or (office is not None and low in _WHEN)
            or not (token.pos in ("NOUN", "PROPN", "ADJ") or token.tag == "POS" or token.text == "-" or _leads_on(view, word))
        ):
            break
        owns = word + 1 < len(view.tokens) and view.tokens[word + 1].tag == "POS"
        told = low in _OFFICES | {"member"} or (trades and is_trade(low) and _is_tied(view, word))
        office = word if office is None and not owns and told else office
        end = word if office is not None and token.pos in ("NOUN", "PROPN") else end
    behind = view.tokens[end + 1] if end is not None and end + 1 < len(view.tokens) else None
    if office is None or end is None or (behind is not None and (behind.tag == "POS" or behind.text.lower() in _PRIVATE | _BY_ANOTHER)):
        return None
    was = found is not None and found.re is _TOLD and found["was"] is not None
    return Span(view.tokens[inside[0]].start, view.tokens[end].end), was


def _is_tied(view: Text, trade: int) -> bool:
    """Tell whether a trade is told with where or for whom somebody works: "a guide for the park"."""
    # not "a worker at heart"
    return trade + 2 < len(view.tokens) and view.low(trade + 1) in _TIED and view.tokens[trade + 2].pos in ("DET", "PRON", "PROPN", "ADJ")


def led_by(view: Text, name: Span) -> tuple[str, Span] | None:
    """What one is who heads a body by a clause behind the name, with the words for the body: "Ada Quill, 31, who heads the Harbour
    Guild"."""
    found = _LEADS.match(view.text, name.end)
    body = []
    for word in view.words([Span(found.end(), min(len(view.text), found.end() + _BEFORE))]) if found is not None else []:
        token = view.tokens[word]
        small = token.pos == "ADP" and token.text in ("of", "for")
        if not (token.pos in ("NOUN", "PROPN", "ADJ") or token.tag == "POS" or token.text in ("-", "the") or small):
            break
        body.append(word)
    while body and view.tokens[body[-1]].pos not in ("NOUN", "PROPN"):
        body.pop()
    # "the association of A- and H-bomb victims" does not end at its first hyphen
    goes_on = bool(body) and view.text[view.tokens[body[-1]].end : view.tokens[body[-1]].end + 1] == "-"
    if found is None or not body or goes_on:
        return None
    of, leads = view.span_of(body), " ".join(found.group(1).split())
    head = view.head_of(body)
    if leads in _OF_NAMED and (head is None or view.tokens[head].pos != "PROPN"):
        return None
    return f"{_LEADER[leads]} of {found.group(2)}{view.slice(of)}", of


def _leads_on(view: Text, word: int) -> bool:
    """Tell whether a small word leads on to what an office is of: "of", the "and" and the "for" before a name."""
    low, after = view.low(word), view.tokens[word + 1].text if word + 1 < len(view.tokens) else ""
    if low in ("of", "at"):
        return True
    if low == "the":
        return view.low(word - 1) in _BEFORE_THE
    behind = view.tokens[word + 2].text if word + 2 < len(view.tokens) else ""
    named = after[:1].isupper() or (after == "the" and behind[:1].isupper())
    return low in ("for", "to", "and", "&") and named


def body_beside(view: Text, roster: Roster, name: Span) -> str | None:
    """The body or the land that a person is said to be of, behind the name or by its genitive: "Mara Stone of the Harbour Party"."""
    behind = _OF_BODY.match(view.text, name.end)
    if behind is not None:
        of = " of " in behind.group()
        for span, entity in roster.at(behind.end(), behind.end() + 1):
            if span.start == behind.end() and (entity.kind == "organization" or (of and entity.kind == "country")):
                return entity.name
    before = re.search(r"['’]s?\s$", view.text[max(0, name.start - 3) : name.start])
    if before is not None:
        end = name.start - len(before.group())
        owners = [e for s, e in roster.at(end - 1, end) if s.end in (end, name.start - 1) and e.kind == "organization"]
        return owners[0].name if owners else None
    return None


def tell_kin(view: Text, roster: Roster) -> None:
    """Give who has no office what they are to somebody by name, told right before them: "Hale's mother, Ada Quill"."""
    people = roster.persons_in_order()
    for (left, owner), (right, entity) in itertools.pairwise(people):
        told = _KIN_OF.fullmatch(view.text, left.end, right.start)
        if told is not None and entity.role is None and entity is not owner:
            entity.role = f"{told.group(1)} of {owner.name}"


def tell_own_kin(view: Text, back: Anaphora) -> None:
    """Give who has no office what they are to the person whom "his" or "her" means right before them: "her father, Jon Hale"."""
    for span, entity in back.roster.persons_in_order():
        start = max(view.sentences[view.sentence_at(span.start)].start, span.start - _BEFORE)
        told = _OWN_KIN.search(view.text[start : span.start])
        if told is not None and entity.role is None and (owner := _whose_kin(view, back, entity, start + told.start())) is not None:
            entity.role = f"{told.group(2)} of {owner.name}"


def _whose_kin(view: Text, back: Anaphora, kin: Entity, pronoun: int) -> Entity | None:
    """Whom "his" or "her" means before somebody's kin: who is the only one named before in the sentence, else in the three before it and
    in the last of them; nobody where it may be another, named or not."""
    gender = _OWNERS[view.text[pronoun : pronoun + 3].lower()]
    here = view.sentence_at(pronoun)
    named = [
        (s, e)
        for s, e in back.roster.persons_in_order()
        if s.end <= pronoun and e.gender in (None, gender) and e is not kin and here - view.sentence_at(s.start) <= _KIN_REACH
    ]
    same = [(s, e) for s, e in named if view.sentence_at(s.start) == here]
    who = {id(e): e for _, e in same or named}
    near = [s for s, _ in same or named if view.sentence_at(s.start) >= here - 1]
    if len(who) != 1 or not near or _names_others(view, back.roster, min(near).start, pronoun):
        return None
    return next(iter(who.values()))


def _names_others(view: Text, roster: Roster, start: int, end: int) -> bool:
    """Tell whether somebody without a name stands in the sentences of a stretch: "the girl", "a patient", "the king's eldest son"."""
    words = [w for n in range(view.sentence_at(start), view.sentence_at(end) + 1) for w in view.sentence_words[n]]
    named = [(s.start, s.end) for s, e in roster.by_span.items() if e.kind == "person" and not e.nominal]
    return any(
        view.tokens[w].start < end
        and view.tokens[w].tag == "NN"
        and (view.lemma(w) in lexicon.PERSON_NOUNS | lexicon.PRIVATE_PERSONS | KIN or is_trade(view.low(w)))
        and not any(a - _TITLE_REACH <= view.tokens[w].start < (b + _TITLE_REACH if view.text[b : b + 1] == "," else b) for a, b in named)
        for w in words
    )


def share_titles(view: Text, roster: Roster) -> None:
    """Give each person of a list the title that stands before the first in the plural: "former ministers Ada Quill and Jon Hale"."""
    people = roster.persons_in_order()
    for place, (span, _) in enumerate(people):
        role = _plural_before(view, span)
        if role is None or role.lower().endswith("counterpart"):
            # whose counterparts they are tells no office
            continue
        listed = [people[place][1]]
        for (left, _), (right, entity) in itertools.pairwise(people[place:]):
            if not _NEXT_PERSON.fullmatch(view.text[left.end : right.start]):
                break
            listed.append(entity)
        for entity in listed if len(listed) > 1 else []:
            entity.role = entity.role or role


def _plural_before(view: Text, span: Span) -> str | None:
    """A title in the plural right before a name, with what tells of which, put in the singular."""
    words = view.words([span])
    at = words[0] - 1 if words else -1
    if at > 0 and view.tokens[at].text == ",":
        # "Stone's lawyers, Ada Quill and Jon Hale"
        at -= 1
    if at < 0 or view.text[view.tokens[at].end : span.start] not in (" ", ", "):
        return None
    noun = view.tokens[at].text
    single = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    if single == noun or single.lower() not in _OFFICES:
        return None
    first = at
    while first > 0 and at - first < _MOST_WORDS and view.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN"):
        if view.text[view.tokens[first - 1].end : view.tokens[first].start] != " ":
            break
        first -= 1
    return " ".join([*view.text[view.tokens[first].start : view.tokens[at].start].split(), single])


def sent_to(view: Text, name: Span) -> Span | None:
    """The office of who is sent somewhere, right before a name: "Norland Ambassador to Velmara Jon Hale"."""
    # a parse may end a sentence before the name
    start = max(view.text.rfind("\n", 0, name.start) + 1, name.start - _BEFORE)
    found = _SENT_TO.search(view.text[start : name.start])
    return Span(start + found.start(1), start + found.end(1)) if found is not None else None


def with_whole_bodies(view: Text, role: Span, bodies: list[Span]) -> Span:
    """A role with the whole of the bodies that it begins or ends within, and without one that "and" only joins to it: "of the Faculty of
    Fisheries, Waters and Ports", not "the Harbour Party and Deputy Mayor"."""
    start, end = role.start, role.end
    for body in bodies:
        if body.start < start < body.end < end:
            start = body.start
        if start < body.start < end < body.end:
            end = body.end
    joined = next((b for b in bodies if b.start == start and b.end < end and view.text.startswith(" and ", b.end)), None)
    return Span(joined.end + len(" and "), end) if joined is not None else Span(start, end)


def office_with_field(view: Text, first: int, bodies: list[Span]) -> Span | None:
    """The office that opens a sentence with its field right before a name: "Rapporteur on arbitrary arrests Ada Quill", where the field
    ends in a noun in small letters or in the name of a body."""
    tokens, at = view.tokens, first - 1
    sentence = view.sentence_words[tokens[first].sentence]
    small = at in sentence and tokens[at].pos == "NOUN" and tokens[at].text.islower()
    if at not in sentence or not (small or any(b.end == tokens[at].end for b in bodies)):
        return None
    for office in range(at, max(sentence.start, first - _LONGEST_FIELD) - 1, -1):
        if tokens[office].text.lower() in OFFICES | lexicon.TITLES:
            comma = next((w for w in range(office - 1, sentence.start, -1) if tokens[w].text == ","), None)
            opens = range(comma + 1 if comma is not None else sentence.start, office)
            plain = len(opens) <= _FEW_BEFORE and all(tokens[w].pos in ("PROPN", "ADJ", "DET", "NOUN") for w in opens)
            start = next((w for w in opens if tokens[w].pos != "DET"), office)
            led = tokens[office + 1].text.lower() in ("of", "for", "on")
            return Span(tokens[start].start, tokens[at].end) if plain and led else None
        if tokens[office].pos not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ"):
            return None
    return None
