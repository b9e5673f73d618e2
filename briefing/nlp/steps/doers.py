"""Who is to do a step: its subject, the agent of a passive, whose word it is; nobody rather than somebody else."""

from __future__ import annotations

import re

from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, is_outlet
from briefing.nlp.held import Held
from briefing.nlp.names import fold
from briefing.nlp.services import forecast_by
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.modals import Future
from briefing.nlp.steps.record import Scene, can_act, is_weather
from briefing.nlp.steps.terms import given_before
from briefing.nlp.steps.verbs import is_event, read_group
from briefing.nlp.syntax import SUBJECTS, Text
from briefing.nlp.unnamed import called_by, is_nobody, is_people

_HE, _SHE = frozenset({"he", "his", "him"}), frozenset({"she", "her"})
_IT, _THEY = frozenset({"it", "its"}), frozenset({"they", "their", "them"})
#: occasions that bear a name, and what nouns for bodies also mean
_OCCASIONS = frozenset("summit conference election elections festival tournament championship championships games expo fair".split())
_EXECUTIVE = re.compile(r"\b(?:chief \w+(?: \w+)? officer|chief executive|c[efot]o|managing director|spokes\w+)\b", re.IGNORECASE)
_IS_OUTSIDE = re.compile(
    r"\b(?:opposition|shadow|former|ex|candidate|activist|analyst|expert|professor|lawyer"
    r"|(?<!state )(?<!district )attorney(?![- ]general))\b",
    re.IGNORECASE,
)
_FIRMS = frozenset({"company", "firm", "group", "manufacturer", "maker", "retailer"})
_CLAUSES = frozenset({"acl", "acl:relcl", "appos", "conj", "parataxis"})
_BODIES = frozenset({"assembly", "congress"})
_MANY = frozenset("dozens scores hundreds thousands millions tens".split())
#: a name stands so few words behind the noun, with a title between
_TITLED = 5
_BESIDE = frozenset({"appos", "flat", "nsubj"})
#: what is done by nobody who says so
_SUFFERED = frozenset("affect hit flood know see force surpass exceed reach lose disrupt expect feel".split())
_RECKONED = frozenset("expect forecast estimate anticipate predict project think believe".split())
_TAKES_OFFICE = frozenset({"swear", "inaugurate", "install", "crown", "enthrone"})
#: nouns for what nobody can do but whose it is said to be
_OWN_ACTS = frozenset("resignation departure retirement abdication surrender participation apology intervention withdrawal".split())
#: bodies of which a text has one, by whatever name
_SITTING = frozenset({"committee", "commission", "council", "panel", "jury"})


def can_be_named(entity: Entity) -> bool:
    """Tell whether an entity tells a reader who acts: no outlet, no occasion, no noun that may mean anybody."""
    name = called_by(fold(entity.name).split())
    if not name or is_outlet(entity) or fold(entity.name) == "members" or (is_nobody(entity) and name[-1] not in _SITTING):
        return False
    if not entity.nominal:
        return entity.kind != "organization" or len(name) == 1 or name[-1] not in _OCCASIONS
    if entity.kind == "person" and len(name) == 1 and name[0] in lexicon.PERSON_NOUNS - lexicon.TITLES:
        return False  # "an analyst", "the organizer"
    things = (words.EVENTS | words.ACTS | _OCCASIONS) - _BODIES
    if entity.name[:1].isupper() and entity.name.split()[-1][0].isupper() and name[-1] not in _OCCASIONS:
        return True
    return not {name[-1], name[-1].removesuffix("s")} & things


def doer_of(scene: Scene, verb: int, future: Future, said: Held | None, *, dated: bool) -> tuple[Entity, ...]:
    """Who is to do an act: the subject; of what is done to somebody the agent that "by" names, else who says that it will be on a day."""
    view, doer = scene.view, future.subject
    if (group := read_group(view, verb)).passive:
        doer = next((c for c in view.children[verb] if _is_agent(scene, c)), None) or _comes(view, verb, doer)
        if doer is None and group.modal in ("will", "would", "shall"):
            return _whose_word(scene, said) if dated else _whose_own_word(scene, verb, said)
    if doer is None or _only_tells(view, doer) or _befalls(view, verb) or is_weather(view, doer):
        return ()
    if view.low(doer) in _HE | _SHE | _IT | _THEY:
        given = given_before(scene, verb, doer)
        meant = given if given is not None else _pointed_at(scene, verb, doer, said)
        # of a storm, "it will cross the south" before the police were named: neither a person nor they are "it"
        return tuple(e for e in meant if view.low(doer) not in _IT or not (e.kind == "person" or fold(e.name) == "police"))
    counted = _counted(view, doer)
    found = scene.who(noun_phrase(view, doer if counted is None else counted), said.actors if said else scene.authors_at(doer))
    found = tuple(e for e in found if not _only_employs(scene, doer, e))
    if said is not None and said.actors and any(s.start <= view.tokens[doer].start < s.end for s in said.source):
        # "Hale's running mate, Gov. Tom Dale, plans to" is whom the plan is known to be of
        found = found if set(map(id, found)) & set(map(id, said.actors)) else said.actors
    if all(e.nominal for e in found):
        found = _named_behind(scene, doer) or found or _set_off(scene, verb)
    planned = dated and group.modal in ("will", "would", "shall") and not can_act(view, doer)
    # "the bridge will open on Sunday, the ministry said"
    return found or (_whose_word(scene, said) if planned and view.lemma(verb) in words.TIMED | {"continue"} else ())


def owner_of_act(scene: Scene, noun: int) -> tuple[Entity, ...]:
    """Who is to do what a noun names that is theirs alone to do: "calls for his resignation", "the withdrawal of Norland"."""
    view = scene.view
    if view.tokens[noun].pos != "NOUN" or view.lemma(noun) not in _OWN_ACTS:
        return ()
    owner = next((c for c in view.children[noun] if view.tokens[c].relation == "nmod:poss"), None)
    if owner is None:
        behind = (c for c in view.children[noun] if c > noun and view.tokens[c].relation == "nmod")
        owner = next((c for c in behind if any(view.low(g) == "of" for g in view.children[c])), None)
    if owner is None:
        return ()
    found = scene.who([w for w in noun_phrase(view, owner) if view.tokens[w].relation != "case"])
    return tuple(e for e in found if not e.nominal)


def _comes(view: Text, verb: int, subject: int | None) -> int | None:
    """Who is to come, or to take up an office, in the passive: "Falk is expected in Selm on Friday", "is to be sworn in"."""
    if subject is None or view.tokens[subject].pos != "PROPN":
        return None
    comes = view.lemma(verb) == "expect" and view.child(verb, ("xcomp", "ccomp")) is None
    return subject if comes or view.lemma(verb) in _TAKES_OFFICE else None


def _counted(view: Text, doer: int) -> int | None:
    """Whom a round number counts: "thousands of pensioners"."""
    if view.low(doer) not in _MANY:
        return None
    return next((c for c in view.children[doer] if c > doer and view.tokens[c].relation == "nmod" and view.tokens[c].tag == "NNS"), None)


def _named_behind(scene: Scene, doer: int) -> tuple[Entity, ...]:
    """Who a noun is by the name behind it: "the buyer, Harrow Capital", whatever the tree calls that."""
    view = scene.view
    if (
        view.tokens[doer].tag != "NN"
        or not can_act(view, doer)
        or not (view.tokens[doer + 1].text == "," or view.tokens[doer + 1].pos == "PROPN")
    ):
        return ()
    names = (c for c in view.children[doer] if doer < c <= doer + _TITLED and view.tokens[c].pos == "PROPN")
    name = next((c for c in names if view.tokens[c].relation in _BESIDE), None)
    phrase = noun_phrase(view, name) if name is not None else []
    found = scene.who([w for w in phrase if w > doer and view.tokens[w].text != ","])
    return found if not any(e.nominal for e in found) else ()


def _only_employs(scene: Scene, doer: int, entity: Entity) -> bool:
    """Tell whether "the company" would be one that the text names only as that of its analysts: "analysts at Kern Bank said"."""
    view = scene.view
    if view.lemma(doer) not in _FIRMS or entity.kind == "person" or entity.nominal or not entity.spans:
        return False
    places = [words for s in entity.spans if (words := view.words([s])) and view.tokens[words[-1]].pos == "PROPN"]
    return bool(places) and all(w[0] and view.low(w[0] - 1) in ("at", "with", "for") for w in places)


def _whose_word(scene: Scene, said: Held | None) -> tuple[Entity, ...]:
    """Who says that something will be done, where they have it in hand: a body, or one who speaks for it or holds an office."""
    if said is None or not said.source or len(said.actors) != 1:
        return ()
    (speaker,) = said.actors
    if speaker.kind != "person":
        return said.actors
    if speaker.role and _EXECUTIVE.search(speaker.role):
        return _spoken_for(scene, speaker)  # a firm does it, not its finance chief
    return said.actors if is_in_office(speaker) else ()


def _whose_own_word(scene: Scene, verb: int, said: Held | None) -> tuple[Entity, ...]:
    """The named body that says itself, without a day, what will be done: "the ministry announced that the fee would be waived"."""
    if scene.view.lemma(verb) in words.STATES | words.CHANGES | _SUFFERED:
        return ()
    bodies = said is not None and all(e.kind == "organization" and not e.nominal for e in said.actors)
    return _whose_word(scene, said) if bodies else ()


def is_in_office(person: Entity) -> bool:
    """Tell whether somebody has something in hand by his role, and does not only speak of what others do."""
    return person.role is not None and _IS_OUTSIDE.search(person.role) is None


def _is_agent(scene: Scene, word: int) -> bool:
    """Tell whether "by" names who does it: "hosted by the Harbour Society", not "completed by Friday"."""
    view, token = scene.view, scene.view.tokens[word]
    if token.relation not in ("obl:agent", "obl") or not any(view.low(c) == "by" for c in view.children[word]):
        return False
    return token.relation == "obl:agent" or (token.pos in ("NOUN", "PROPN") and can_act(view, word) and not scene.is_time(word))


def _befalls(view: Text, verb: int) -> bool:
    """Tell whether an event only comes about, which nobody does: "expected to take place"."""
    obj = view.child(verb, ("obj",))
    return view.lemma(verb) in ("happen", "occur") or (view.lemma(verb) == "take" and obj is not None and view.lemma(obj) == "place")


def _only_tells(view: Text, word: int) -> bool:
    """Tell whether a name only says which event is meant: "the Assembly elections, expected to take place"."""
    behind = view.tokens[word + 1 : word + 2]
    return view.tokens[word].relation == "compound" and bool(behind) and behind[0].pos == "NOUN" and is_event(view, word + 1)


def _pointed_at(scene: Scene, verb: int, word: int, said: Held | None) -> tuple[Entity, ...]:
    """Whom a pronoun means: who does what comes first in its sentence, else of whom it is said, else who was named last.

    Where it is said of somebody whom nobody knows, nobody is named.
    """
    low = scene.view.low(word)
    if low in _IT and (_is_only_expected(scene.view, verb, word) or (said is not None and forecast_by(said.actors))):
        return ()
    around = _in_clause_before(scene, verb, low) or _in_main_clause(scene, verb, low)
    if around:
        return around
    if said is None or not said.source or scene.in_own_words(word):
        found = scene.who([word], said.actors if said else ())
        return found if found or low not in _THEY else _people_before(scene, word)
    many = low in _THEY and len(said.actors) == 1 and said.actors[0].kind == "person"
    if many:
        return _spoken_for(scene, said.actors[0])
    if low in _IT and said.actors and all(e.kind == "person" and " " in e.name for e in said.actors):
        return _spoken_for(scene, said.actors[0])
    told = tuple(e for e in said.actors if low not in _HE | _SHE or _fits(low, e))
    return told or (scene.who([word]) if said.actors else ())


def _is_only_expected(view: Text, verb: int, word: int) -> bool:
    """Tell whether nobody in particular reckons with what "it" will do: "it is expected that it will reach the coast"."""
    governor = view.tokens[verb].head
    said_of = view.child(governor, ("expl", "nsubj:pass", "nsubj"))
    if view.lemma(governor) not in _RECKONED or said_of is None or said_of == word:
        return False
    return view.low(said_of) == "it" and said_of < governor < word


def _in_clause_before(scene: Scene, verb: int, low: str) -> tuple[Entity, ...]:
    """Whom the clause that a sentence opens with is about: "after the delegation arrives, they will"."""
    view = scene.view
    for clause in (c for c in view.children[verb] if c < verb and view.tokens[c].relation == "advcl"):
        subject = view.child(clause, SUBJECTS)
        if subject is not None and view.tokens[subject].pos in ("NOUN", "PROPN"):
            found = scene.who(noun_phrase(view, subject))
            if found and all(_fits(low, e) for e in found):
                return found
    return ()


def _in_main_clause(scene: Scene, verb: int, low: str) -> tuple[Entity, ...]:
    """Whom the clause is about that a clause with a pronoun opens: "while he said he will fight on, Quill must decide"."""
    view, at = scene.view, verb
    for _ in range(3):
        token = view.tokens[at]
        if token.head == at or token.relation not in ("ccomp", "xcomp", "conj", "advcl"):
            return ()
        if token.relation == "advcl":
            subject = view.child(token.head, SUBJECTS) if token.head > at else None
            if subject is None or subject < at or view.tokens[subject].pos != "PROPN":
                return ()
            found = scene.who(noun_phrase(view, subject))
            return found if all(_fits(low, e) for e in found) else ()
        at = token.head
    return ()


def _people_before(scene: Scene, word: int) -> tuple[Entity, ...]:
    """Whom the sentence before is about, where they are several: "Divers from the port are at work. They will report"."""
    view, here = scene.view, scene.view.tokens[word].sentence
    before = view.sentence_words[here - 1] if here else range(0)
    subjects = [w for w in before if view.tokens[w].relation in SUBJECTS and view.tokens[w].tag == "NNS" and is_people(view.tokens[w].text)]
    return scene.who(view.subtree(subjects[0], without=_CLAUSES)) if len(subjects) == 1 else ()


def _fits(low: str, entity: Entity) -> bool:
    if low in _HE | _SHE:
        return entity.kind == "person" and entity.gender in (None, "he" if low in _HE else "she")
    return entity.kind != "person"


def _spoken_for(scene: Scene, person: Entity) -> tuple[Entity, ...]:
    """The body that "it" and "they" are in the mouth of one who speaks for it."""
    return tuple(scene.resolver.roster.bodies(person.affiliation)[:1])


def _set_off(scene: Scene, verb: int) -> tuple[Entity, ...]:
    """The only person named before a verb that a comma parts from its subject: "Ada Quill, facing charges, will speak"."""
    view, first = scene.view, read_group(scene.view, verb).first
    if first < 2 or view.tokens[first - 1].text != ",":
        return ()
    if view.tokens[first - 2].tag in ("VBD", "VBZ") and view.lemma(first - 2) in words.SPEECH:
        return ()  # "the minister, Ada Quill said, will resign"
    sentence = view.sentences[view.tokens[verb].sentence]
    named = {id(e): e for _, e in scene.resolver.roster.at(sentence.start, view.tokens[first].start) if e.kind == "person"}
    return tuple(named.values()) if len(named) == 1 else ()
