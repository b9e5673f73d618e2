"""Actors that are known by a noun phrase alone: "opposition lawmakers", "the aviation regulator"."""

from __future__ import annotations

import itertools

from briefing.models import ActorKind, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.names import clean_name, fold
from briefing.nlp.syntax import FINITE, Text
from briefing.nlp.unnamed import ANY_BODY, is_people

_MANY = frozenset({"organization", "group"})
#: a bare noun looks so many sentences back for what told it from others
_REACH = 6
#: the longest phrase behind "of" that belongs to a name
_LONGEST_OF = 8
#: words between a name and the noun that it tells of, "the Harbour Watch core volunteer team"
_LONGEST_WITHIN = 2
_BODIES = ANY_BODY | {"delegation", "coalition", "alliance", "mission", "force", "unit", "task-force", "consortium"}
#: bodies that are known by who is in them, whatever stands before
_OF_MANY = frozenset("delegation team group coalition alliance panel".split())
#: prepositions that lead away from what somebody is of: "a delegation of lawmakers to Norhaven"
_OTHER_WAY = frozenset("to in on at for with by after before during against".split())
#: bodies that are told by what they deal with: "the committee on fisheries"
_ON_A_SUBJECT = frozenset({"committee", "commission", "subcommittee", "panel"})
NO_LONGER = frozenset({"former", "ex", "retired"})
#: who a body is, said behind its name: "the Harbour Board team", "HBR analysts"
_OWN_PEOPLE = frozenset({"leadership", "management", "authorities"})
#: with them a noun means what was told before
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
#: parts of a noun phrase that stand for others beside it or behind it
ASIDE = frozenset({"conj", "appos", "acl", "acl:relcl", "parataxis", "list"})


def is_anybody(view: Text, head: int, words: list[int]) -> bool:
    """Tell whether an office tells nobody from others: "a minister", "the spokesman", "a lawyer"."""
    told = [w for w in words if w != head and view.tokens[w].pos in ("NOUN", "PROPN", "ADJ", "VERB")]
    vague = view.low(words[0]) in ("a", "an", "another", "one", "any", "every")
    return not told and (vague or view.lemma(head) in lexicon.SPOKES_NOUNS)


def nominal(view: Text, roster: Roster, head: int, words: list[int], kind: ActorKind) -> Entity:
    """An actor that is known by a noun phrase alone; the same head with like modifiers is the same actor."""
    first, last = _extent(view, head, words)
    span = Span(view.tokens[first].start, view.tokens[last].end)
    if first < head == last and (body := _body_before(view, roster, first, head)) is not None:
        body.add(as_name(view, span), span)
        return body
    told = _told_before(view, head) if first == last == head else None
    of = view.slice(Span(view.tokens[head].end, view.tokens[last].end))
    known = known_nominal(view, roster, head, list(range(first, head + 1)), of=of) if told is None else None
    return nominal_phrase(view, roster, span, kind, name=told, known=known)


def nominal_phrase(
    view: Text, roster: Roster, span: Span, kind: ActorKind, *, name: Span | None = None, known: Entity | None = None
) -> Entity:
    """The actor that is called by a whole phrase, or is told by another (``name``); one of that name goes before ``known``."""
    form = as_name(view, span)
    called = as_name(view, name or span)
    same = next((e for e in roster.nominals(fold(called)) if e.kind == kind and fold(e.name) == fold(called)), known)
    if same is None and kind in _MANY and (" " in called or fold(called) in lexicon.BODY_NOUNS):
        # "the Coast community" after "the Coast Community", "the government" after "Government"
        same = next((e for e in roster.named(called) if e.kind in _MANY), None)
    if same is not None:
        same.add(form, span)
        return same
    entity = Entity(kind=kind, nominal=True, name=called)
    roster.add(entity, form, span)
    return entity


def _body_before(view: Text, roster: Roster, first: int, head: int) -> Entity | None:
    """The one body whose name is all that tells of its people: "HBR" of "HBR leadership"."""
    if view.low(head) not in _OWN_PEOPLE or view.tokens[head - 1].tag == "POS" or not view.tokens[first].text[0].isupper():
        return None
    named = roster.named(clean_name(view.slice(Span(view.tokens[first].start, view.tokens[head - 1].end))))
    return named[0] if len(named) == 1 and named[0].kind == "organization" and not named[0].place else None


def _extent(view: Text, head: int, words: list[int]) -> tuple[int, int]:
    """The first and the last word of what a noun is called by: what stands before it, whose it is, and where it is bare what it is of."""
    inside = range(words[0], words[-1] + 1)
    first = head
    while first - 1 in inside:
        token = view.tokens[first - 1]
        apart = token.pos == "PUNCT" and token.text not in "-/’'"
        if apart or (token.pos not in ("ADJ", "NOUN", "PROPN", "PART", "PUNCT", "VERB") and not _is_counted(view, first - 1, head)):
            break
        first -= 1
    if first < head and view.tokens[first].tag == "POS":
        # "Hales's lawyers", where the tree hangs the name on the verb
        first += 1
    if first > 1 and view.tokens[first - 1].tag == "POS":
        # whose it is, where the tree hangs it elsewhere: "the Assembly's interior and defence committee"
        first -= 2
        while first > 0 and view.tokens[first - 1].text[0].isupper() and view.tokens[first - 1].pos in ("PROPN", "ADJ", "NOUN"):
            first -= 1
        if first > 1 and view.tokens[first - 1].text == "-" and view.low(first - 2) in ("al", "el"):
            # "Al-Quill's lawyers"
            first -= 2
    while first < head and view.tokens[first].pos == "PUNCT":
        first += 1
    last = head
    behind = [view.low(w) for w in (head + 1, head + 2) if w in inside]
    if behind in (["of", "state"], ["of", "government"]):
        # "the Head of State" is no head
        last = head + 2
    elif behind[:1] == ["-"] and view.tokens[head + 2].pos in ("NOUN", "PROPN") and view.tokens[head + 2].tag != "NNS":
        # "prosecutor-general"
        last = head + 2
    elif behind == ["close", "to"]:
        # "sources close to the family"
        last = _end_of_phrase(view, head + 2, inside)
    elif _is_told_behind(view, head, behind[:1], bare=first == head):
        last = _end_of_phrase(view, head, inside)
    elif behind[:1] in (["of"], ["from"], ["at"]) or (behind[:1] == ["for"] and view.low(head).startswith("spokes")):
        last = _end_of_name(view, head, inside)
    return first, last


def _end_of_name(view: Text, head: int, inside: range) -> int:
    """The last word of the name right behind "of" that tells a noun from others: "member of Halm Bank", "the Republic of Talassa"."""
    at = head + 2
    at += at in inside and view.low(at) == "the"
    end = at
    while end in inside and view.tokens[end].pos == "PROPN":
        end += 1
    if end == at:
        return head
    # "the committee of the Norlandish parliament" does not end in its people
    parts = [view.tokens[w].head for w in range(at, end) if view.tokens[w].relation in ("compound", "amod")]
    whole = max((w for w in parts if w in inside), default=end - 1)
    within = all(view.tokens[w].pos in ("NOUN", "PROPN", "ADJ") for w in range(end, whole + 1))
    return whole if end <= whole <= end + _LONGEST_WITHIN and within else end - 1


def _is_told_behind(view: Text, head: int, behind: list[str], *, bare: bool) -> bool:
    """Tell whether what follows belongs to the name: "team of 40 divers", "committee on fisheries"."""
    if behind == ["on"]:
        return view.lemma(head) in _ON_A_SUBJECT
    return behind in (["of"], ["from"]) and _is_any(view, head) and (bare or view.lemma(head) in _OF_MANY)


def _is_any(view: Text, head: int) -> bool:
    """Tell whether a noun without more tells nobody from others: "the team", "the scientists"."""
    return view.lemma(head) in _BODIES or (view.tokens[head].tag == "NNS" and is_people(view.tokens[head].text))


def _is_counted(view: Text, word: int, head: int) -> bool:
    """Tell whether a word joins what tells a noun from others or counts in it: "health and safety board", "Section 9 Inquiry"."""
    token = view.tokens[word]
    if token.pos == "NUM":
        named = token.relation == "flat" or view.tokens[word - 1].pos == "PROPN"
        return view.tokens[word + 1].text == "-" or (view.tokens[head].text[0].isupper() and named)
    if token.tag != "CC" or word == 0 or view.tokens[word - 1].pos not in ("ADJ", "NOUN", "PROPN"):
        return False
    at = word - 1
    for _ in range(3):
        if view.tokens[at].relation not in ("compound", "amod", "conj", "nmod:poss", "nmod"):
            return False
        at = view.tokens[at].head
        if at == head:
            return True
    return False


def _end_of_phrase(view: Text, head: int, inside: range) -> int:
    """The last word of the short phrase behind "of" or "from": "team of 40 divers", "scientists from the Harbour Institute"."""
    at = head + 1
    while (
        at + 1 in inside
        and at - head < _LONGEST_OF
        and view.tokens[at + 1].pos in ("DET", "NUM", "ADJ", "NOUN", "PROPN", "ADP", "PART", "CCONJ")
    ):
        if view.low(at + 1) in _OTHER_WAY:
            break
        at += 1
    while at > head and view.tokens[at].pos not in ("NOUN", "PROPN"):
        at -= 1
    return at


def as_name(view: Text, span: Span) -> str:
    """A phrase as a name: one that opens a sentence is no name for that."""
    form = clean_name(view.slice(span))
    first = view.words([span])[0]
    opens = first == view.sentence_words[view.tokens[first].sentence][0] and not view.tokens[first].tag.startswith("NNP")
    # "Prime Minister Quill's coalition"
    titled = " " in form and (all(w[:1].isupper() for w in form.split()) or form.split()[1][:1].isupper())
    if opens and form[1:2].islower() and not titled and view.tokens[first].text not in view.nations.demonyms:
        # "Traders said" names nobody
        form = form[:1].lower() + form[1:]
    return form


def _told_before(view: Text, head: int) -> Span | None:
    """Where the text told before which body or people a bare noun means: "the delegation" after "a delegation of lawmakers"."""
    before = view.low(head - 1) if head else ""
    if before not in DEFINITE or not _is_any(view, head):
        return None
    here = view.tokens[head].sentence
    for word in range(head - 2, view.sentence_words[max(0, here - _REACH)][0] - 1, -1):
        token = view.tokens[word]
        if token.pos == "NOUN" and token.tag == view.tokens[head].tag and view.lemma(word) == view.lemma(head):
            first, last = _extent(view, word, view.subtree(word, without=ASIDE))
            if last > first:
                return Span(view.tokens[first].start, view.tokens[last].end)
    return None


def known_nominal(view: Text, roster: Roster, head: int, words: list[int], *, of: str = "") -> Entity | None:
    """The actor that is known by a phrase of the same head, where one phrase says no more than the other."""
    tokens, lemma = view.tokens, view.lemma(head)
    told = [w for w in words if w <= head and tokens[w].pos in ("ADJ", "NOUN", "PROPN")]
    if lemma in ("party", "side", "stakeholder") and told == [head] and head and tokens[head - 1].text.lower() == "all":
        # "all parties" to a conflict are more than the parties named before
        return None
    key, owners = {view.lemma(w) for w in told}, {view.lemma(w) for w in told if w != head and tokens[w].pos == "PROPN"}
    same: list[Entity] = []
    for entity in roster.nominals(tokens[head].text.lower(), lemma):
        other = {fold(w).replace("’", "'").removesuffix("'s") for w in entity.name.split()}
        if of and (" of " in entity.name or " for " in entity.name) and not fold(entity.name).endswith(fold(of).strip()):
            # the president of the Halm Union is not that of the Dockers Union
            continue
        if key & NO_LONGER and not other & NO_LONGER:
            # former ministers are not the ministers
            continue
        # "the unions" are more than "the union"
        same_head = tokens[head].text.lower() in other or (lemma in other and not tokens[head].tag.endswith("S"))
        # "security agencies" are not "the agency", nor is "Tarn's government" the government that was Orland's before
        others = {fold(w) for f in entity.forms for w in f.replace("’", "'").removesuffix("'s").split() if w[:1].isupper()}
        bare = len(other) == 1 and len(key) > 1 and (lemma in _BODIES or bool(owners and others - owners - {lemma}))
        if same_head and not bare and (key <= other or len(key) == 1 or other <= key | {tokens[head].text.lower()}):
            same.append(entity)
    return max(same, key=lambda e: max((s.start for s in e.spans if s.start < tokens[head].start), default=-1), default=None)


def call(view: Text, entity: Entity, words: list[int]) -> str:
    """Note that a phrase means an entity, and give it without the words that lead in: "to its" director."""
    leading = ("DET", "PRON", "ADP", "SCONJ", "CCONJ", "PUNCT")
    told = words[next((n for n, w in enumerate(words) if view.tokens[w].pos not in leading), 0) :]
    span = view.span_of(unbroken(view, told))
    form = clean_name(view.slice(span))
    entity.add(form, span)
    return form


def unbroken(view: Text, words: list[int]) -> list[int]:
    """The words of a phrase before a verb that parts them, where a tree hangs on a noun what stands behind: "Minister leaves for Zubar"."""
    gaps = (n for n, (a, b) in enumerate(itertools.pairwise(words)) if any(view.tokens[w].tag in FINITE for w in range(a + 1, b)))
    return words[: next(gaps, len(words)) + 1]
