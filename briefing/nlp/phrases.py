"""What a noun phrase is about, and whom the names in it mean."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.names import clean_name, fold, name_tokens
from briefing.nlp.syntax import Text

#: people for or against somebody whose name stands before them
_SIDES = frozenset(
    "supporter critic ally opponent backer loyalist rival follower detractor aide associate adversary adviser advisor".split()
)
#: words that stand in a title and in no name
_IN_TITLES = frozenset({"of", "to", "for", "and", "the"})
#: nouns for persons that bodies may be
_HOLDERS = frozenset(
    {"owner", "operator", "rival", "leader", "partner", "founder", "champion", "winner", "trader", "manager", "organizer", "organiser"}
)
#: a noun that a name is set beside: "The plaintiff, the "
_ONE_THAT = re.compile(
    r"(?:the|an?|its|their) (?:(?!(?:and|or|of|for|at|by|to|from|in|with)\b)[a-z-]+ ){0,3}(?!source|spokes)[a-z-]+, (?:the )?",
    re.IGNORECASE,
)
#: what may stand between a name and the end of a phrase
_ENDS = re.compile(r"\s*(?:\([^()]*\)?)?,?\s*")
_EXAMPLES = ("such", "including", "like")
#: letters from a noun to the name between commas that explains it, and what ends it: "a union, the Harbour Front (HF),"
_NEXT_NAME = 7
_BEHIND_NAME = re.compile(r"(?: \([^()\n]*\))?,")
#: what stands between two names of a list
_JOINTS = re.compile(r"\s*(?:,\s*(?:and\s|&\s|or\s)?|and\s|&\s|or\s|as well as\s)")


def head_of_phrase(view: Text, words: list[int]) -> int:
    """The word that the phrase is about: the first noun that hangs outside it, for a parse may tear off its article."""
    inside = set(words)
    tokens = view.tokens
    outer = [w for w in words if tokens[w].head == w or tokens[w].head not in inside]
    nouns = [w for w in outer if tokens[w].pos in ("NOUN", "PROPN", "PRON")]
    # an owner is not what the phrase is about, wherever a parse hangs it
    nouns = [w for w in nouns if not (w + 1 < len(tokens) and w + 1 in inside and tokens[w + 1].tag == "POS")] or nouns
    # nor a land that tells where one is: the "Norland" of "Norland-based Harbour Lines"
    nouns = [w for w in nouns if not _only_tells_where(view, w, inside)] or nouns
    # nor is a word of a compound: "Mining" of "Mining giant Corex"
    apart = [w for w in nouns if tokens[w].relation != "compound"]
    nouns = apart if apart and view.lemma(apart[0]) not in lexicon.IMPERSONAL_SOURCES else nouns
    # nor is a noun that tells the one behind it from others: the "defence" of "the interior and defence committee"
    head = next((w for w in nouns if not _only_tells(view, w, nouns)), None) or (nouns or outer or words)[0]
    return side_of(view, _owned_by(view, head, inside), inside)


def side_of(view: Text, head: int, words: Container[int]) -> int:
    """The people for or against somebody, where a parse takes the name before them for the head: "Lund critics", "Ada Quill allies"."""
    after = head + 1
    while after < len(view.tokens) and view.tokens[after].relation == "flat":
        after += 1
    is_side = view.tokens[head].pos == "PROPN" and after in words and view.tokens[after].tag == "NNS" and view.lemma(after) in _SIDES
    return after if is_side else head


def _owned_by(view: Text, head: int, inside: set[int]) -> int:
    """What an owner owns, where a parse takes the owner for the head: the "Anchor" of "the seafarers' union Anchor"."""
    at, last = head + 1, head
    if at not in inside or view.tokens[at].tag != "POS":
        return head
    while at + 1 in inside and view.tokens[at + 1].pos in ("ADJ", "NOUN", "PROPN"):
        at += 1
        last = at if view.tokens[at].pos != "ADJ" else last
    return last


def _only_tells_where(view: Text, noun: int, inside: set[int]) -> bool:
    """Tell whether a name is tied by a hyphen to a participle that tells of the noun behind: "Norland-listed"."""
    tokens = view.tokens
    return noun + 3 in inside and tokens[noun].pos == "PROPN" and tokens[noun + 1].tag == "HYPH" and tokens[noun + 2].tag in ("VBN", "JJ")


def _only_tells(view: Text, noun: int, nouns: list[int]) -> bool:
    """Tell whether one of the nouns stands behind a noun with nothing but adjectives between them."""
    tokens, at = view.tokens, noun + 1
    while at not in nouns and at < len(tokens) and tokens[at].pos == "ADJ":
        at += 1
    if at in nouns and at == noun + 1 and tokens[noun].tag == "NN" and tokens[at].pos == "PROPN":
        # "copper miner Andara"
        return tokens[noun].relation == tokens[at].relation
    return at in nouns and tokens[noun].pos == tokens[at].pos == "NOUN"


def listed_in(anaphora: Anaphora, words: list[int]) -> list[Entity]:
    """All whom a plain list names, wherever a parse hangs them: "the Harbour Union, insurer Veld and Ada Quill"; nobody where the
    phrase is no list of two names or more with nothing but offices and trades before each."""
    view, end = anaphora.view, anaphora.view.tokens[words[-1]].end
    at, joined = view.tokens[words[0]].start, False
    found: list[Entity] = []
    for span, entity in anaphora.roster.at(at, end):
        if span.start < at or (entity.nominal and entity.kind != "organization"):
            # a part of a longer name
            continue
        if entity in found[-1:] and view.text[at : span.start] == " (":
            # the letters that a body goes by
            at = span.end
            continue
        if found:
            joint = _JOINTS.match(view.text, at)
            if joint is None:
                return []
            joined = joined or joint.group().strip() != ","
            at = joint.end()
        if not all(_leads_in(view, w) for w in view.words([Span(at, span.start)])):
            return []
        found.append(entity)
        at = span.end
    whole = joined and len(found) > 1 and not view.words([Span(at, end)])
    return list(dict.fromkeys(found)) if whole else []


def _leads_in(view: Text, word: int) -> bool:
    """Tell whether a word may stand before a name in a list: an article, an office, a trade, or what tells of which."""
    token = view.tokens[word]
    plain = token.pos in ("DET", "ADJ", "NOUN") or (token.tag.startswith("NN") and token.text.islower())
    return plain or token.text.lower() == "both" or token.text.lower().rstrip(".") in lexicon.TITLES


def known_by_form(anaphora: Anaphora, head: int, words: list[int]) -> list[Entity]:
    """Whom a proper noun names that was not found as a mention here, but is known from elsewhere in the text."""
    view = anaphora.view
    tokens, inside = view.tokens, set(words)
    first, last = head, head
    while first - 1 in inside and tokens[first - 1].pos == "PROPN":
        first -= 1
    while last + 1 in inside and tokens[last + 1].pos == "PROPN":
        last += 1
    form = clean_name(view.text[tokens[first].start : tokens[last].end])
    folded = fold(form)
    known = [e for e in anaphora.roster.entities if any(fold(f) == folded for f in e.forms)]
    if not known:
        name = name_tokens(form)[-1]
        people = [e for e in anaphora.roster.entities if e.kind == "person" and not e.nominal]
        # "Director of the Office of the King Jon Hale" is no king
        persons = [(e, name_tokens(f)) for e in people for f in e.forms if f and not _IN_TITLES.intersection(f.split())]
        # in many languages people go by their first name: "Col Kissana" is Kissana Phathanacharoen
        surnamed = list(dict.fromkeys(e for e, parts in persons if parts and parts[-1] == name))
        # "the City Museum" is not "Museum director Ada Quill"
        any_body = name in lexicon.BODY_NOUNS | lexicon.BODIES_BY_NAME
        known = surnamed or list(dict.fromkeys(e for e, parts in persons if name in parts and len(name) > 2 and not any_body))
    return known if len(known) == 1 else []


def named_behind(anaphora: Anaphora, head: int, words: list[int]) -> list[Entity]:
    """The bodies whose names explain a noun: "the company, Harbour Lines, denied", "two of the donors, the EU and Norway"."""
    view = anaphora.view
    counted = [c for c in view.children[head] if view.tokens[head].pos == "NUM" and view.tokens[c].relation == "nmod"]
    # a parse may take a name behind what it names for a part of it: "the main body in the land HIF"
    behind = [c for h in (head, *counted) for c in view.children[h] if c > h and view.tokens[c].relation in ("appos", "compound")]
    behind = [c for c in behind if c in words]
    if view.tokens[head].tag == "NN" and view.lemma(head) in lexicon.PERSON_NOUNS - _HOLDERS:
        # "the legislator of the Harbour Union (HU)" is not the union
        behind = []
    named = [e for c in behind for w in view.conjuncts(c) for e in anaphora.named_at(w)]
    return list(dict.fromkeys(e for e in named if e.kind in ("organization", "country"))) or _named_next(anaphora, head)


def _named_next(anaphora: Anaphora, head: int) -> list[Entity]:
    """The body whose name stands right behind a noun for one, or between commas: "the opposition Harbour Front", "the port's
    owner, Harbour Lines, said", wherever a parse hangs the name."""
    view = anaphora.view
    text, token = view.text, view.tokens[head]
    if token.tag != "NN" or view.lemma(head) not in lexicon.BODY_NOUNS | {"opposition", "owner", "operator", "rival", "maker", "miner"}:
        return []
    for span, entity in anaphora.roster.at(token.end, token.end + _NEXT_NAME):
        between, behind = text[token.end : span.start], _BEHIND_NAME.match(text, span.end) is not None
        if entity.kind == "organization" and not entity.nominal and (between == " " or (between in (", ", ", the ") and behind)):
            return [entity]
    return []


def examples_in(anaphora: Anaphora, head: int, words: list[int]) -> list[Entity]:
    """Those named as examples of a group: "institutions such as the Harbour Union and the Port Authority"."""
    view = anaphora.view
    marks = [w for w in words if w > head and view.low(w) in _EXAMPLES]
    if not marks or marks[0] - head > 2:
        return []
    start, end = view.tokens[marks[0]].end, view.tokens[words[-1]].end
    return list(dict.fromkeys(e for _, e in anaphora.roster.at(start, end)))


def body_set_beside(view: Text, roster: Roster, source: Sequence[Span]) -> list[Entity]:
    """The body that a source names behind a noun, and is nothing else: "The plaintiff, the Harbour and Lake Board (HLB),"."""
    if len(source) != 1:
        return []
    start, end = source[0].start, source[0].end
    for span, entity in roster.at(start, end):
        before = _ONE_THAT.fullmatch(view.text, start, span.start)
        if before and entity.kind == "organization" and not entity.nominal and _ENDS.fullmatch(view.text, span.end, end):
            return [entity]
    return []


def body_at_end(view: Text, roster: Roster, source: tuple[Span, ...]) -> list[Entity]:
    """The body whose name ends a source of which a parse takes another word for the head: "investment and research firm Harbour Lines
    (HL)", "with the exchange today, Harbour Lines"."""
    words = view.words(source[-1:])
    if not words:
        return []
    end = view.tokens[words[-1]].end
    for span, entity in roster.at(view.tokens[words[0]].start, end):
        before = view.words([span])[0] - 1
        if entity.kind != "organization" or entity.nominal or before < words[0] or not _ENDS.fullmatch(view.text, span.end, end):
            continue
        token = view.tokens[before]
        # "critics of the company Corex" are not Corex
        apart = any(view.tokens[w].tag in ("IN", "TO", "VBN", "VBG") for w in words if words[0] < w < before)
        kind = token.tag == "NN" and view.lemma(before) in lexicon.BODY_NOUNS and not apart
        # a parse may take what leads in for a part of the name
        leads_in = token.text == "," and view.tokens[words[0]].tag in ("IN", "TO")
        if kind or leads_in:
            return [entity]
    return []
