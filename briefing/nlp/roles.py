"""Read what a person is, and whom they speak for, off the words around the name."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.affiliations import affiliation_of, share_out_countries, share_out_pair
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.appositions import KIN, OFFICES, apposition_behind
from briefing.nlp.behalf import without_spokesman
from briefing.nlp.countries import land_at
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.genders import read_genders
from briefing.nlp.inserted import speaks_between
from briefing.nlp.joined_offices import with_offices_joined
from briefing.nlp.names import clean_name
from briefing.nlp.officeholders import fold_letters
from briefing.nlp.posts import (
    before_letters,
    body_beside,
    led_by,
    office_of_body_before,
    office_with_field,
    post_told_behind,
    sent_to,
    share_titles,
    tell_kin,
    with_whole_bodies,
)
from briefing.nlp.role_phrases import ARTICLES, HONORIFICS, QUALIFIERS, STYLES, as_role, has_office, says_more, without_epithet
from briefing.nlp.syntax import Text
from briefing.nlp.temporal.vocabulary import DAY_NAMES
from briefing.nlp.unnamed import is_trade

_LONGEST = 10
#: sentences that a counterpart looks back over
_BACK = 4
#: words between an office and the comma behind its field
_LONGEST_OFFICE = 16
_GENDERS = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she", "lady": "she", "king": "he", "queen": "she",
            "prince": "he", "princess": "she", "spokesman": "he", "spokeswoman": "she", "chairwoman": "she",
            "congressman": "he", "congresswoman": "she", "businessman": "he", "businesswoman": "she"}  # fmt: skip
#: titles that begin a new one behind "of"
_RANKED = frozenset("president minister prime premier chancellor senator governor mayor judge justice general colonel king queen".split())
#: words within a title that cannot begin it
_JOINTS = frozenset("and of for - & the that".split())
#: what a day stands behind
_ON = frozenset("on last next late early since until by this".split())
#: words before what is asked or supposed, and before what is said not to be so
_ASKS = frozenset("whether if unless until".split())
_DENIES = frozenset("deny doubt dispute refute reject dismiss question contest denial rumour rumor false untrue falsely wrongly".split())
_OWNERS = frozenset("her his their its".split())
#: titles that go with a name whatever its bearer does
_ADDRESSES = frozenset(
    """sheikh sheikha sir dame lord lady imam professor prof dr admiral general gen colonel col captain capt lieutenant lt major maj
    brigadier brig prince princess advocate barrister justice cardinal rabbi rev reverend pastor engr mp representative rep hon
    honourable honorable comrade alhaji hajia datuk dato""".split()
)
_RETIRED = frozenset("retd ret rtd retired".split())
_EMPTY = frozenset("much many such more most other same several some both all only even own like as".split())


def describe_persons(view: Text, roster: Roster) -> None:
    """Give every person of the roster their role, affiliation and, where a title or a pronoun tells, gender."""
    back = Anaphora(view=view, roster=roster)
    for span, entity in sorted(roster.by_span.items(), key=lambda item: item[0]):
        if entity.kind != "person" or entity.nominal:
            continue
        words = view.words([span])
        if not words:
            continue
        opening, closing = (view.sentences[view.tokens[w].sentence] for w in (words[0], words[-1]))
        named = roster.at(opening.start, closing.end)
        others = [s for s, e in named if e is not entity and e.kind == "person"]
        # a name taken into a body's is none of its words: "Office of the King Jon Hale"
        bodies = [s for s, e in named if e.kind == "organization" and not e.nominal and not s.start < span.start < s.end]
        before = without_spokesman(view, _title_before(view, before_letters(view, words[0]), others, bodies))
        office = before if before is not None and as_role(view.slice(before)) is not None else None
        if office is not None and view.slice(office).lower().endswith("counterpart"):
            _describe_counterpart(view, roster, words[0], entity)
            continue
        office = office or office_of_body_before(view, words)
        function = None
        if office is not None and _is_address(view, office):
            titled = list(range(view.words([office])[0], words[0]))
            name = [*titled, *words]
            told = (apposition_behind(view, words[-1], others, bodies), _noun_before(view, name), _title_across_comma(view, name))
            function = next((s for s in told if s is not None and has_office(as_role(view.slice(s)) or "")), None)
        if speaks_between(view, words[0], words[-1]):
            continue
        role = (
            function
            or office
            or apposition_behind(view, words[-1], others, bodies)
            or _noun_before(view, words)
            or _title_across_comma(view, words)
            or office_with_field(view, words[0], bodies)
            or before
            or sent_to(view, span)
        )
        role = with_whole_bodies(view, role, [*bodies, *others]) if role is not None else None
        role = with_offices_joined(view, role, others) if role is not None and role.end <= span.start else role
        if role is None:
            _describe_counterpart(view, roster, words[0], entity)
        entity.affiliation = entity.affiliation or body_beside(view, roster, span)
        styled = view.tokens[words[0] - 1] if words[0] > 0 else None
        own = styled is not None and not re.search(r"\b(?:of|to)\s[Tt]he\s$", view.text[max(0, styled.start - 8) : styled.start])
        if own and styled is not None and styled.text.lower() in STYLES and view.text[styled.end : span.start].isspace():
            entity.forms.setdefault(f"{styled.text} {clean_name(view.slice(span))}", 0)
        if before is not None:
            full = Span(without_epithet(view, before).start, span.end)
            entity.forms.setdefault(clean_name(view.slice(full)), 0)
        if role is not None:
            text = " ".join(view.slice(role).split())
            owner, owned = affiliation_of(view, back, _with_then(view, role), entity)
            plain = as_role(view.slice(without_epithet(view, owned)))
            # "his Norlandish and Sudlandish counterparts, Ada Quill and Jon Stone" tells no office
            if plain is not None and says_more(plain, entity.role) and not plain.lower().endswith("counterpart"):
                entity.role = plain
            entity.affiliation = entity.affiliation or owner
            for word in text.lower().replace(".", "").split():
                entity.gender = entity.gender or _GENDERS.get(word)
    share_titles(view, roster)
    tell_kin(view, roster)
    fold_letters(view, roster)
    _describe_told(view, roster, back)
    share_out_countries(view, roster)
    share_out_pair(view, roster)
    read_genders(view, roster)


def _is_address(view: Text, office: Span) -> bool:
    """Tell whether an office is no more than how somebody is addressed: what stands behind the name tells what they do."""
    return all(w.rstrip(".") in _ADDRESSES for w in view.slice(office).lower().split())


def _describe_told(view: Text, roster: Roster, back: Anaphora) -> None:
    """Give those without an office what a clause says that they are: "Ada Quill, who is the head of the mission", "was elected mayor"."""
    for span, entity in sorted(roster.by_span.items(), key=lambda item: item[0]):
        has_role = entity.role is not None and has_office(entity.role)
        if entity.kind != "person" or entity.nominal or has_role or not (words := view.words([span])):
            continue
        told = post_told_behind(view, span.start, words[-1])
        if told is None and entity.role is None and (led := led_by(view, span)) is not None:
            entity.role = " ".join(led[0].split())
            entity.affiliation = entity.affiliation or next((e.name for s, e in roster.at(led[1].start, led[1].end)), None)
        if told is None or _is_in_doubt(view, words[0]):
            continue
        owner, owned = affiliation_of(view, back, told, entity)
        entity.role = as_role(view.slice(owned)) or entity.role
        entity.affiliation = entity.affiliation or owner


def _is_in_doubt(view: Text, first: int) -> bool:
    """Tell whether what is told of a name is only asked or is denied: "asked whether Ada Quill is the director"."""
    before = [w for w in view.sentence_words[view.tokens[first].sentence] if w < first]
    return any(view.tokens[w].text.lower() in _ASKS or view.lemma(w) in _DENIES for w in before)


def _describe_counterpart(view: Text, roster: Roster, first: int, person: Entity) -> None:
    """ "his Azerbaijani counterpart, Jeyhun Bayramov": the office of the person named before him in the sentence, of that country."""
    at = first - 1
    if at >= 0 and view.tokens[at].text == ",":
        at -= 1
    if at < 1 or view.tokens[at].text.lower() != "counterpart":
        return
    sentence = view.tokens[first].sentence
    # "Her Orlandish counterpart" opens a sentence: of whom the sentences before told
    reach = view.sentences[max(0, sentence - _BACK)].start
    owner = view.child(at, ("nmod:poss",))
    whose = view.tokens[owner].text.lower() if owner is not None else ""
    gender = {"his": "he", "her": "she"}.get(whose)
    named = [
        (s, e)
        for s, e in sorted(roster.by_span.items())
        if reach <= s.start < view.tokens[at].start and e.kind == "person" and e.role and e is not person and e.gender in (None, gender)
    ]
    here = [e for s, e in named if view.sentence_at(s.start) == sentence]
    before = here or ([e for _, e in named] if gender is not None else [])
    nations = view.nations
    country = land_at(view, at - 1)
    told = owner is not None and owner < at - 1 and view.tokens[at - 1].text[:1].isupper()
    if before and (country or told) and person.role is None:
        lands = {part for name in (*nations.names, *nations.demonyms) for part in name.split() if part[:1].isupper()}
        words = [w for w in (before[-1].role or "").split() if w.removesuffix("’s").removesuffix("'s") not in lands]
        first = next((n for n, w in enumerate(words) if w.islower() or w.lower() in OFFICES | QUALIFIERS), 0)
        # of "Velmaran Foreign Minister" the land is not theirs
        office = words[first:]
        person.role = " ".join(office) or None
    person.affiliation = person.affiliation or country


def _is_dash(view: Text, word: int) -> bool:
    """Tell whether a hyphen stands between spaces, as behind a dateline: "SELM - Prime Minister Ada Quill"."""
    token = view.tokens[word]
    return token.text == "-" and view.text[token.start - 1 : token.start].isspace() and view.text[token.end : token.end + 1].isspace()


def _title_before(view: Text, first: int, others: list[Span], bodies: list[Span]) -> Span | None:
    """The stretch of title words right before a name: "Turkey's Foreign Minister", "Greens senator", "Secretary of State"."""
    at, titled, reach = first - 1, False, first - _LONGEST
    tokens, sentence = view.tokens, view.tokens[first].sentence
    if at > 2 and tokens[at].text == ")" and tokens[at - 1].text.lower().rstrip(".") in _RETIRED:
        # "Maj Gen (retd)"
        at, reach = at - 3, reach - 3
    if at < 0 or tokens[at].text.lower() in _JOINTS or tokens[at].tag == "POS":
        return None
    while at >= max(0, reach) and tokens[at].sentence == sentence:
        token = tokens[at]
        low = token.text.lower().rstrip(".")
        if any(s.start < token.end and token.start < s.end for s in others) or _is_dash(view, at):
            break
        of_office = at >= 2 and tokens[at - 1].text.lower() == "of" and tokens[at - 2].text.lower() in lexicon.TITLES
        if low in HONORIFICS and at > 0 and tokens[at - 1].text.islower() and tokens[at - 1].text not in lexicon.PERSON_NOUNS | _JOINTS:
            # of "claims Mr Stone raised" the claims are no title
            titled, at = True, at - 1
            break
        if titled and low in DAY_NAMES and (at == 0 or tokens[at - 1].sentence != sentence or tokens[at - 1].text.lower() in _ON):
            break  # "On Monday Foreign Minister Falk met"
        if low in lexicon.TITLES | lexicon.PERSON_NOUNS or (at == first - 1 and _is_trade_here(view, at)):
            titled = titled or low not in QUALIFIERS
        elif titled and (body := _body_ending(view, at, bodies)) is not None:
            # "Harnby Chamber of Commerce and Industry" President, "Harbour Party (HP)" chairman, however long
            at, reach = body - 1, reach - (at - body)
            continue
        elif not titled and of_office and token.pos in ("PROPN", "NOUN"):
            # Secretary of State, Minister of Defence
            pass
        elif low == "of" and titled and tokens[at - 1].text.islower() and tokens[at + 1].text.lower() in _RANKED:
            # "the lawyer of President Mara Stone" is another
            break
        elif low == "the" and titled and (office := _office_to_another(view, at)) is not None:
            at = office
            continue
        elif low in ("of", "for") and titled and (not _is_office(view, at - 1) or tokens[at - 1].text.lower() in KIN):
            # "ruling of Justice Quill" names no office, and "son of tycoon Jon Hale" is another's
            break
        elif titled and low == "in" and tokens[at + 1].text == tokens[at - 1].text == "-":
            # "Editor-in-Chief"
            pass
        elif titled and token.tag in ("VBN", "VBG") and at > 0 and tokens[at - 1].text == "-" and tokens[at - 1].end == token.start:
            # "gender-based violence expert"
            pass
        elif titled and low == "retired":
            # which a parse may take for a verb
            pass
        elif low not in ("the", "that") and (token.tag == "POS" or token.tag.startswith(("NN", "JJ")) or low in _JOINTS | _OWNERS):
            if token.pos == "PROPN" and not titled:
                return None
            if low == "and" and not (titled and tokens[at - 1].pos in ("NOUN", "PROPN", "ADJ")):
                break
            if low == "and" and tokens[at - 1].text.islower() and tokens[at + 1].text[:1].isupper() and not _is_office(view, at - 1):
                # "between the embassy and Norland President Mara Stone"
                break
        else:
            break
        if low in _OWNERS:
            break
        at -= 1
    start = at + 1
    while start < first and (tokens[start].text.lower() in _JOINTS | _OWNERS | _EMPTY or tokens[start].tag == "POS"):
        start += 1
    if not titled or start >= first:
        return None
    return Span(tokens[start].start, tokens[first - 1].end)


def _office_to_another(view: Text, article: int) -> int | None:
    """The office in a capital that an article tells whose it is: "Adviser to the President", "Director of the Office of the King"; none
    in "friend of the President Mara Stone"."""
    tokens = view.tokens
    if article < 2 or tokens[article - 1].text not in ("to", "of"):
        return None
    noun = article - 2
    if tokens[noun].text == "Office" and noun > 2 and [t.text for t in tokens[noun - 2 : noun]] == ["of", "the"]:
        noun -= 3
    return noun if tokens[noun].text[:1].isupper() and tokens[noun].text.lower() in OFFICES else None


def _body_ending(view: Text, word: int, bodies: list[Span]) -> int | None:
    """The first word of the body whose name, with its letters in brackets behind it or not, ends at a word."""
    last = view.tokens[_before_brackets(view, word)]
    ending = [s for s in bodies if s.end == last.end]
    return view.words(ending)[0] if ending else None


def _is_trade_here(view: Text, word: int) -> bool:
    """Tell whether a noun is what a person does: "translator", in a capital where it opens a sentence."""
    token = view.tokens[word]
    opens = word == view.sentence_words[token.sentence][0]
    noun = token.pos == "NOUN" or (opens and token.pos == "PROPN")
    return noun and token.text not in view.nations.demonyms and is_trade(token.text.lower())


def _with_then(view: Text, role: Span) -> Span:
    """A role with the word before it that says that somebody only then was what it tells: "the then governor"."""
    words = view.words([role])
    at = words[0] - 1 if words else -1
    # "the then-governor"
    at -= at > 0 and view.tokens[at].text == "-"
    before = view.tokens[at] if at >= 0 else None
    return Span(before.start, role.end) if before is not None and before.text.lower() == "then" else role


def _is_office(view: Text, word: int) -> bool:
    """Tell whether a word, or the noun that it stands behind, is an office: "Minister", "Minister" of "Foreign"."""
    return word >= 0 and view.tokens[word].text.lower() in lexicon.TITLES | lexicon.PERSON_NOUNS


def _noun_before(view: Text, name: list[int]) -> Span | None:
    """The noun phrase that a name explains: "the union's president, Jon Hale", "commissioner for waters Mara Stone"."""
    head = view.head_of(name)
    if head is None:
        return None
    noun = view.tokens[head].head
    start = name[0]
    while start > 0 and view.tokens[start - 1].text.lower().rstrip(".") in HONORIFICS:
        start -= 1
    at = start - 1
    comma = at >= 0 and view.tokens[at].text == ","
    if comma and _says_so(view, name):
        return None
    hung = view.tokens[head].relation in ("appos", "flat", "nmod:desc") and start - _LONGEST <= noun < start
    if not hung or view.tokens[noun].text.lower() not in lexicon.PERSON_NOUNS:
        # a parse may hang the name elsewhere: what matters is an office right before the comma
        noun = at - 1 if comma and at > 0 else -1
    office = view.tokens[noun].text.lower() if noun >= 0 else ""
    if office not in lexicon.PERSON_NOUNS - {"counterpart"} or view.tokens[noun].sentence != view.tokens[head].sentence:
        return None
    last = start - (2 if comma else 1)
    phrase = [w for w in view.subtree(noun, without=frozenset({"appos", "acl", "acl:relcl", "conj", "parataxis"})) if w <= last]
    run = [w for w in range(last, noun - 1, -1) if w in phrase]
    if len(run) != last - noun + 1:
        return None
    first = noun
    while first - 1 in phrase and noun - first < _LONGEST:
        token = view.tokens[first - 1]
        if token.text.lower() in ARTICLES or (token.pos in ("ADP", "SCONJ", "CCONJ", "PUNCT") and token.text != "-"):
            break
        first -= 1
    return Span(view.tokens[first].start, view.tokens[last].end)


def _says_so(view: Text, name: list[int]) -> bool:
    """Tell whether a name behind a comma is who says what stands before: "was filed by the prosecutor-general, Mara Stone said." """
    tokens, said = view.tokens, name[-1] + 1
    if said + 1 >= len(tokens) or view.lemma(said) not in ("say", "add") or tokens[said + 1].text not in (".", ":"):
        return False
    return any(tokens[w].pos == "VERB" for w in view.sentence_words[tokens[said].sentence] if w < name[0])


def _before_brackets(view: Text, at: int) -> int:
    """The word before the short form that brackets end with, where a word is such a bracket: of "the Harbour Council (HC)" "Council"."""
    tokens = view.tokens
    short = at >= 3 and tokens[at].text == ")" and tokens[at - 2].text == "(" and tokens[at - 1].text.isupper()
    return at - 3 if short else at


def _title_across_comma(view: Text, name: list[int]) -> Span | None:
    """The office with its field before a comma or a short form, where a clause begins with it or its verb stands behind the name: "Deputy
    Minister of Mines and Energy, Ines Falk said", "led by the Director-General of the port, Dr. Jon Hale", "Head of the Harbour Council
    (HC) Ada Quill", "in Norland the head of the Supreme Court (SC), Ada Quill, said"."""
    tokens, sentence = view.tokens, view.tokens[name[0]].sentence
    at = name[0] - 1
    while at > 0 and tokens[at].text.lower().rstrip(".") in HONORIFICS | {"eng", ""}:
        at -= 1
    behind = _before_brackets(view, at - 1 if tokens[at].text == "," else at)
    if at < 1 or (tokens[at].text != "," and behind == at):
        return None
    last = office = behind if behind < at else at - 1
    while office >= 0 and at - office <= _LONGEST_OFFICE and tokens[office].sentence == sentence:
        token = tokens[office]
        if token.text.lower() in OFFICES and tokens[office + 1].text.lower() in ("of", "for", "at"):
            break
        if token.pos not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "PART") and token.text not in "-’'":
            return None
        office -= 1
    else:
        return None
    start = office
    while start > 0 and (tokens[start - 1].text == "-" or tokens[start - 1].text.lower() in OFFICES or tokens[start - 1].pos == "ADJ"):
        start -= 1
    before = start - 1 if start > 0 and tokens[start - 1].text.lower() == "the" else start
    opens = before == 0 or tokens[before - 1].sentence != sentence or tokens[before - 1].text.lower() in (",", "by", "“", '"')
    behind_name = [t for t in tokens[name[-1] + 1 : name[-1] + 3] if t.sentence == sentence]
    opens = opens or (len(behind_name) == 2 and behind_name[0].text == "," and behind_name[1].pos in ("VERB", "AUX"))
    return Span(tokens[start].start, tokens[last].end) if opens else None
