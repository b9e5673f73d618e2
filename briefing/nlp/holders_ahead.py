"""Who is told by an office before the text names them: "the mayor of Orlet has left. Mayor Sanne Holt said"."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.office_words import HIGHEST, SHORT, TELLS_MORE, Office, held_by
from briefing.nlp.role_phrases import as_role
from briefing.nlp.syntax import Text

#: other offices of which a place has one
_OF_PLACES = frozenset({"bishop", "archbishop", "imam", "sheriff"})
#: sentences within which who is told by an office alone is named
SOON = 2
#: sentences within which a name follows the office that it was told by
_REACH = 3
#: what a place makes of an office
_OF_PLACE = re.compile(r"\s(?:of|for|in)\s(?:the\s)?([A-Z][\w-]+)")
_SEVERAL = 2


def introduced_next(anaphora: Anaphora, head: int, wanted: Office) -> list[Entity]:
    """Who is named right behind with no more than the office that a place or a land was told with: "the mayor of Orlet has left. Mayor
    Sanne Holt said", "Norland's foreign minister left. The minister, Ada Quill,"."""
    view, noun = anaphora.view, anaphora.view.lemma(head)
    here, offset = view.tokens[head].sentence, view.tokens[head].start
    if noun not in HIGHEST | _OF_PLACES:
        return []
    persons = [e for e in anaphora.roster.entities if e.kind == "person" and not e.nominal and e.role]
    same = [e for e in persons if noun in held_by(e, view.nations).heads]
    if len(same) != 1:
        return []
    held, first = held_by(same[0], view.nations), _first_named(view, same[0])
    soon = offset < first.start and 0 <= view.sentence_at(first.start) - here <= _REACH
    told = held.words <= wanted.words and held.countries <= wanted.countries and held.ranks == wanted.ranks
    elsewhere = same[0].affiliation is not None or _OF_PLACE.match(view.text, first.end) is not None
    apposed = view.text[: first.start].lower().endswith(f"the {noun}, ")
    # "Norland's president left for Orlet. President Ada Quill said" may be that of Orlet
    end = view.tokens[max(view.subtree(head, without=TELLS_MORE))].end
    away = any(m.kind == "place" and end <= m.span.start < first.start for m in view.annotation.mentions)
    # another of that office: "the mayor of Orlet and the mayor of Tarn"
    others = {_owner_told(view, w) for w in view.with_lemma({noun}) if view.tokens[w].start < first.start} - {""}
    sure = bool(_owner_told(view, head)) and (apposed or not (away or wanted.countries))
    return same if soon and told and sure and not elsewhere and len(others) < _SEVERAL else []


def _first_named(view: Text, person: Entity) -> Span:
    """Where a text first names somebody, whom a headline may tell of before by an office alone."""
    name = set(fold(person.name).split())
    return min((s for s in person.spans if name & set(fold(view.slice(s)).split())), default=min(person.spans))


def _owner_told(view: Text, word: int) -> str:
    """What an office is told to be of, behind it or before it."""
    behind = _OF_PLACE.match(view.text, view.tokens[word].end)
    if behind is not None:
        return behind.group(1)
    owner = view.child(word, ("nmod:poss",))
    return view.tokens[owner].text if owner is not None and view.tokens[owner].pos == "PROPN" else ""


def give_fuller(holder: Entity, form: str) -> None:
    """Give who is told of by an office before they are named that office, where it says more: "governor of Tarn" than "governor"."""
    role = as_role(form)
    if role is not None and set((holder.role or "").lower().split()) < set(role.lower().split()):
        holder.role = role


def is_named_behind(view: Text, person: Entity, words: list[int]) -> bool:
    """Tell whether a comma and a name follow an office: "the director of the hospital, Grace Quill,"."""
    end = view.tokens[words[-1]].end
    before = view.tokens[words[-1]].start if view.tokens[words[-1]].text == "," else end
    return any(end < s.start and view.text[before : s.start].strip() == "," for s in person.spans)


def soon_named(view: Text, head: int, later: list[Entity]) -> Entity | None:
    """Of several with one office the one whom a text names soon after it tells of the office: in its headline, or its first lines."""
    here = view.tokens[head].sentence
    near = [e for e in later if view.sentence_at(min(s.start for s in e.spans)) - here <= SOON]
    return near[0] if len(near) == 1 else None


def is_told_long_before(view: Text, head: int, entity: Entity) -> bool:
    """Tell whether a text tells of "the prime minister" well before it names one, who is of a land that it tells: he is another's."""
    first = view.sentence_at(min(s.start for s in entity.spans))
    noun = SHORT.get(view.lemma(head), (view.lemma(head),))[-1]
    told = [w for w in view.with_lemma({noun}) if w > 0 and first - view.tokens[w].sentence > SOON]
    return any(_is_the_office(view, w) for w in told)


def _is_the_office(view: Text, word: int) -> bool:
    """Tell whether an office stands with no more than "the", and nobody's name behind it."""
    first = word - 1 - (view.tokens[word - 1].relation == "compound" or view.low(word - 1) in ("prime", "vice", "foreign"))
    named = word + 1 < len(view.tokens) and (view.tokens[word + 1].pos == "PROPN" or view.low(word + 1) in ("of", "for"))
    return first >= 0 and view.low(first) == "the" and not named
