"""Read what a person is, and whom they speak for, off the words around the name."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp.affiliations import affiliation_of, share_out_body, share_out_countries, share_out_pair
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.appositions import OFFICES, apposition_behind
from briefing.nlp.behalf import without_spokesman
from briefing.nlp.countries import land_at
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.explained_offices import office_across_comma, office_explained
from briefing.nlp.genders import read_genders
from briefing.nlp.inserted import speaks_between
from briefing.nlp.joined_offices import with_offices_joined
from briefing.nlp.names import clean_name
from briefing.nlp.officeholders import fold_letters
from briefing.nlp.owned_offices import with_owner
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
    tell_own_kin,
    with_whole_bodies,
)
from briefing.nlp.preceding_titles import title_before
from briefing.nlp.role_phrases import ONLY_RANKS, QUALIFIERS, STYLES, as_role, has_office, says_more, without_epithet
from briefing.nlp.syntax import Text

#: sentences that a counterpart looks back over
_BACK = 4
#: the pronoun that goes with a title
_GENDERS = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she", "lady": "she", "king": "he", "queen": "she",
            "prince": "he", "princess": "she", "spokesman": "he", "spokeswoman": "she", "chairwoman": "she",
            "congressman": "he", "congresswoman": "she", "businessman": "he", "businesswoman": "she"}  # fmt: skip
#: words before what is asked or supposed, and before what is said not to be so
_ASKS = frozenset("whether if unless until".split())
_DENIES = frozenset("deny doubt dispute refute reject dismiss question contest denial rumour rumor false untrue falsely wrongly".split())
#: an office that somebody no longer has
#: by which what somebody was may be what they are
_STILL = re.compile(r"\b(?:since|still|when|while|now)\b|\bat the time\b", re.IGNORECASE)
_PAST = re.compile(r"(?:former|ex|late|then)\b", re.IGNORECASE)
#: what leads to what somebody is by the verb before
_AS = re.compile(r"\bas\s(?:(?:the|an?|its)\s)?$")
#: titles that go with a name whatever its bearer does
_ADDRESSES = ONLY_RANKS | frozenset(
    """sir dame lord lady imam prince princess advocate barrister justice cardinal rabbi rev reverend pastor engineer engr pol mp
    representative rep legislator lawmaker hon honourable honorable comrade alhaji hajia datuk dato""".split()
)


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
        before = without_spokesman(view, title_before(view, before_letters(view, words[0]), others, bodies))
        office = before if before is not None and as_role(view.slice(before)) is not None else None
        if office is not None and view.slice(office).lower().endswith("counterpart"):
            _describe_counterpart(view, roster, words[0], entity)
            continue
        office = office or office_of_body_before(view, words)
        function = None
        if office is not None and _is_address(as_role(view.slice(office)) or ""):
            titled = list(range(view.words([office])[0], words[0]))
            name = [*titled, *words]
            told = (apposition_behind(view, words[-1], others, bodies), office_explained(view, name), office_across_comma(view, name))
            function = next((s for s in told if s is not None and has_office(as_role(view.slice(s)) or "")), None)
        if speaks_between(view, words[0], words[-1]):
            continue
        role = (
            function
            or office
            or apposition_behind(view, words[-1], others, bodies)
            or office_explained(view, words)
            or office_across_comma(view, words)
            or office_with_field(view, words[0], bodies)
            or before
            or sent_to(view, span)
        )
        if role is not None and _is_of_another(view, role, span, others):
            role = None
        role = with_whole_bodies(view, role, [*bodies, *others]) if role is not None else None
        if role is not None and role.end <= span.start:
            role = with_owner(view, with_offices_joined(view, role, others), others)
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
    share_out_body(view, roster)
    read_genders(view, roster)
    tell_own_kin(view, back)


def _is_of_another(view: Text, role: Span, name: Span, others: list[Span]) -> bool:
    """Tell whether what stands before the comma before a name is what somebody else is "as": "As Hale resigned as president, Ada Quill"."""
    comma = role.end <= name.start and view.text[role.end : role.end + 1] == ","
    return comma and bool(_AS.search(view.text, max(0, role.start - 8), role.start)) and any(o.end < role.start for o in others)


def _is_address(office: str) -> bool:
    """Tell whether an office is no more than how somebody is addressed: what stands behind the name tells what they do."""
    parts = [p.rstrip(".") for w in office.lower().split() for p in w.split("-")]
    # an attorney general has an office
    return parts == ["attorney"] or (bool(parts) and all(p in _ADDRESSES for p in parts))


def _describe_told(view: Text, roster: Roster, back: Anaphora) -> None:
    """Give those without an office what a clause says that they are: "Ada Quill, who is the head of the mission", "was elected mayor"."""
    for span, entity in sorted(roster.by_span.items(), key=lambda item: item[0]):
        has_role = entity.role is not None and has_office(entity.role)
        if entity.kind != "person" or entity.nominal or has_role or not (words := view.words([span])):
            continue
        told = post_told_behind(view, span.start, words[-1], trades=entity.role is None)
        if told is None and entity.role is None and (led := led_by(view, span)) is not None:
            entity.role = " ".join(led[0].split())
            entity.affiliation = entity.affiliation or next(
                (e.name for _, e in roster.at(led[1].start, led[1].end) if e.kind != "person"), None
            )
        if told is None or _is_in_doubt(view, words[0]):
            continue
        owner, owned = affiliation_of(view, back, told[0], entity)
        role = as_role(view.slice(owned))
        behind = view.text[told[0].end : view.sentences[view.sentence_at(told[0].end)].end]
        if told[1] and _STILL.search(behind) is not None:
            continue
        was = told[1] and role is not None and not _PAST.match(role)
        entity.role = (f"former {role}" if was else role) or entity.role
        entity.affiliation = entity.affiliation or owner


def _is_in_doubt(view: Text, first: int) -> bool:
    """Tell whether what is told of a name is only asked or is denied: "asked whether Ada Quill is the director"."""
    before = [w for w in view.sentence_words[view.tokens[first].sentence] if w < first]
    return any(view.low(w) in _ASKS or view.lemma(w) in _DENIES for w in before)


def _describe_counterpart(view: Text, roster: Roster, first: int, person: Entity) -> None:
    """ "his Azerbaijani counterpart, Jeyhun Bayramov": the office of the person named before him in the sentence, of that country."""
    at = first - 1
    if at >= 0 and view.tokens[at].text == ",":
        at -= 1
    if at < 1 or view.low(at) != "counterpart":
        return
    sentence = view.tokens[first].sentence
    # "Her Orlandish counterpart" opens a sentence: of whom the sentences before told
    reach = view.sentences[max(0, sentence - _BACK)].start
    owner = view.child(at, ("nmod:poss",))
    whose = view.low(owner) if owner is not None else ""
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


def _with_then(view: Text, role: Span) -> Span:
    """A role with the word before it that says that somebody only then was what it tells: "the then governor"."""
    words = view.words([role])
    at = words[0] - 1 if words else -1
    # "the then-governor"
    at -= at > 0 and view.tokens[at].text == "-"
    before = view.tokens[at] if at >= 0 else None
    return Span(before.start, role.end) if before is not None and before.text.lower() == "then" else role
