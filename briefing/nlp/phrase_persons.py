"""The persons that a noun phrase is about, among all whom it names."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import is_people

#: who has an office for a field: "Minister for Health"
_MINISTERS = frozenset("minister secretary commissioner mec mmc undersecretary under-secretary vice-minister".split())
#: people who are told by whose they are
_BESIDE_KIN = "cousin child grandson granddaughter widower parent partner fiancée friend neighbour neighbor relative colleague confidant"
_KIN = lexicon.KINSWOMEN | lexicon.KINSMEN | frozenset(_BESIDE_KIN.split())
_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "aide", "adviser", "advisor"})


def persons_in(anaphora: Anaphora, words: list[int]) -> list[Entity]:
    """The persons that a phrase is about: not an owner ("Blinken's office"), not one behind a preposition, nor one whose name
    only tells a body or a thing from others ("the Quill government")."""
    view, tokens = anaphora.view, anaphora.view.tokens
    found: list[Entity] = []
    for span, entity in anaphora.roster.at(tokens[words[0]].start, tokens[words[-1]].end):
        if entity.kind != "person":
            continue
        inside = view.words([span])
        if not inside:
            continue
        after = inside[-1] + 1
        if after < len(tokens) and after <= words[-1] and tokens[after].tag == "POS":
            continue
        before = inside[0] - 1
        while before > words[0] and _is_title(view, before) and tokens[before - 1].text.lower() != "of":
            before -= 1
        of_body = before > words[0] and tokens[before - 1].text.lower() == "of" and view.lemma(before - 2) in lexicon.BODY_NOUNS
        if of_body and _is_title(view, before):
            # "the party of Prime Minister Stone" is not she, "Court of Appeal Justice Maria Falk" is
            continue
        while before > words[0] and _is_title(view, before):
            # "a spokesman for President Ada Quill" is not she
            before -= 1
        behind = before >= words[0] and tokens[before].tag in ("IN", "TO") and tokens[before].text.lower() not in ("as",)
        if behind and (before == inside[0] - 1 or tokens[before].text.lower() != "for" or _is_for_them(view, before, inside[0])):
            continue
        if any(tokens[c].text.lower() == "for" and c in words and _is_for_them(view, c, inside[0]) for c in view.children[inside[0]]):
            # "a spokeswoman for Norland's chief envoy Ada Quill" is not she, "Minister for Health Ada Quill" is
            continue
        if _is_kin_of(view, words[0], inside[0]) or _is_spoken_for(view, words[0], inside[0]):
            continue
        if after <= words[-1] and tokens[after].pos == "NOUN" and view.lemma(after) in lexicon.BODY_NOUNS | lexicon.DOCUMENT_NOUNS:
            continue
        if after <= words[-1] and tokens[after].tag == "NNS" and is_people(tokens[after].text.lower()):
            # "Quill supporters" are not she, nor are her critics
            continue
        if found and _is_of_another(view, inside[0], words):
            continue
        if entity not in found and not _hangs_aside(view, inside[0], words):
            found.append(entity)
    if len(found) > 1 and not any(tokens[w].text.lower() in ("and", "&", "or", "nor") for w in words):
        # "Norhaven Vice-President Ines Falk" is she, whatever Norhaven was taken for
        return found[1:2] if _is_title_between(anaphora, found[0], found[1], words) else found[:1]
    return found


def _is_title(view: Text, word: int) -> bool:
    """Tell whether a word is a title, in full or shortened: "Senator", "Sen."."""
    return view.low(word).rstrip(".") in lexicon.TITLES


def _is_for_them(view: Text, preposition: int, name: int) -> bool:
    """Tell whether somebody is there for a person, and not for a field: by an office between, or by who is there for them."""
    offices = any(view.lemma(w) in lexicon.PERSON_NOUNS for w in range(preposition + 1, name))
    return offices or view.lemma(preposition - 1) not in _MINISTERS


def _is_kin_of(view: Text, first: int, name: int) -> bool:
    """Tell whether a name only says whose kin or friend somebody is, without a name of their own: "the nephew of author Ada Quill"."""
    kin = next((w for w in range(name - 1, first - 1, -1) if view.lemma(w) in _KIN and view.low(w + 1) == "of"), None)
    return kin is not None and not any(view.tokens[w].text in (",", "and") for w in range(kin, name))


def _is_spoken_for(view: Text, first: int, name: int) -> bool:
    """Tell whether a name stands behind the office of one for whom another speaks: "the spokesman for Norland's envoy Ada Quill"."""
    for word in range(first, name - 2):
        if view.lemma(word) in _SPEAKERS and view.low(word + 1) in ("for", "to"):
            return view.lemma(name - 1) in lexicon.PERSON_NOUNS and not any(view.tokens[w].text == "," for w in range(word, name))
    return False


def _is_title_between(anaphora: Anaphora, first: Entity, second: Entity, words: list[int]) -> bool:
    """Tell whether two names in a phrase have nothing but an office or a trade between them: the first then is whose it is, "Veld Lines
    chief analyst Ada Quill"."""
    view = anaphora.view
    at = anaphora.roster.at(view.tokens[words[0]].start, view.tokens[words[-1]].end)
    end = next((s.end for s, e in at if e is first), 0)
    start = next((s.start for s, e in at if e is second and s.start >= end), end)
    between = view.words([Span(end, start)])
    if not between:
        return False
    titles = all(_is_title(view, w) or view.tokens[w].text == "-" for w in between)
    trade = view.tokens[between[-1]].tag == "NN" and view.lemma(between[-1]) in lexicon.PERSON_NOUNS
    return titles or (trade and all(view.tokens[w].pos in ("ADJ", "NOUN") for w in between))


def _is_of_another(view: Text, name: int, words: list[int]) -> bool:
    """Tell whether a name only tells of one named before: "Ada Quill, an aide under Presidents Falk and Stone", "one of the new Stone
    campaign chairs"."""
    tokens, token, at = view.tokens, view.tokens[name], name - 1
    if token.relation == "compound" and token.head > name and token.head in words and tokens[token.head].pos == "NOUN":
        return True
    while at > words[0] and (tokens[at].pos in ("PROPN", "CCONJ") or tokens[at].text == ","):
        at -= 1
    titles = tokens[at + 1].text.lower()
    return at > words[0] and tokens[at].tag == "IN" and titles.endswith("s") and titles[:-1] in lexicon.TITLES


def _hangs_aside(view: Text, word: int, words: list[int]) -> bool:
    """Tell whether a name belongs to a participle or an agent inside the phrase: "the women's wing, supported by Mara Stone"."""
    inside, tokens = set(words), view.tokens
    named = tokens[word].head
    if tokens[named].tag in ("VBN", "VBD") and view.lemma(named) in ("name", "call") and named == word - 1 and named in inside:
        # "the writer, a retired judge named Otto Quill"
        word = tokens[named].head
    for _ in range(6):
        outer = tokens[word].head == word or tokens[word].head not in inside
        if tokens[word].relation == "obl:agent" and not any(tokens[w].text.lower() in ("by", "to") for w in words):
            # a parse may take the name behind an office for an agent: "the union's lawyer Ada Quill"
            return False
        if tokens[word].relation in ("obl:agent", "acl", "acl:relcl", "advcl"):
            # "according to engineer Ada Quill": the phrase itself is that of the agent
            return not (outer and tokens[word].relation == "obl:agent" and tokens[words[0]].tag not in ("IN", "VBN"))
        if outer:
            return False
        word = tokens[word].head
    return False
