"""The kind of a position: by its cue's class, then by the content's own modality."""

from __future__ import annotations

from briefing.models import PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.cue_phrases import addressed_infinitive, is_clause, kind_by_object, kind_by_phrase
from briefing.nlp.entities import Entity
from briefing.nlp.fragments import is_predicate
from briefing.nlp.modality import kind_by_content
from briefing.nlp.names import fold
from briefing.nlp.second_look import Cue, look_again
from briefing.nlp.services import forecast_by
from briefing.nlp.syntax import WILL, Text

#: verbs that give a thing a name: what the name is worth decides
_NAMING = frozenset("call brand label dub describe deem term style characterize characterise portray hail".split())
#: verbs that demand only by how they go on: "asked for", "told them to", "wants a rise", not "asked whether", "told reporters that"
_BY_COMPLEMENT = frozenset("tell ask suggest want seek invite push rule insist like direct".split())
#: of these, what one wants to do oneself is no demand
_WISHES = frozenset("want seek like".split())
#: verbs that promise what will be, and only state what is
_ASSURES = frozenset("assure reassure assurance ensure guarantee reaffirm".split())
#: what one who declines to do it is against nothing
_KEPT_TO_ONESELF = frozenset("comment elaborate discuss say give answer speculate respond speak confirm name identify disclose".split())
_JUDGES = frozenset({"court", "tribunal", "judge", "justice", "magistrate"})
#: what is asked for rather than claimed
_ASKED_FOR = frozenset(
    "appeal request petition motion bail application permission entry access visa asylum parole permit licence license".split()
)
_AHEAD = WILL | {"would"}
_QUESTIONS = frozenset("whether if how why when what who where which".split())
#: what is offered without offering anything
_SYMPATHY = frozenset("prayer prayers condolence condolences apology sympathy thanks thank congratulation advice explanation".split())
#: what is said of a claim that is denied
_UNTRUE = frozenset("fantasy lie fabrication fiction invention untrue false baseless groundless unfounded".split())

#: what one undertakes who announces it
_UNDERTAKINGS = frozenset(
    """plan initiative partnership project programme program package trip visit candidacy bid measure allocation investment strategy
    roadmap reform scheme campaign fund tour review inquiry investigation effort set action step""".split()
)


def kind_of(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    """Classify a position by its cue's class, then by the content's own modality."""
    cue_words, words = view.words(cue), view.words(content)
    told = [w for w in cue_words if view.tokens[w].relation not in ("aux", "aux:pass") and view.tokens[w].tag not in ("RB", "RP")]
    told = [w for w in told if not _is_setting(view, w, cue_words)]
    lemmas = {_cue_lemma(view, w) for w in _goes_last(view, told, content) if not _tells_noun(view, w, told)}
    forms = {view.low(w) for w in cue_words}
    head = view.head_of(cue_words)
    begin = [view.low(w) for w in words[:8]]
    if words and words[0] > 0 and view.tokens[words[0] - 1].text == "that" and view.tokens[words[0] - 1].relation == "mark":
        # a cue may have taken it
        begin = ["that", *begin]
    # "called it an effort to distract", not "called on them to go"
    between = view.text[cue[-1].end : content[0].start].split() if cue and content else []
    named = "call" in lemmas and not {w.lower() for w in between} & {"on", "upon", "for"}
    kind = kind_by_object(view, lemmas, forms, words, begin) or kind_by_phrase(view, lemmas, forms, head)
    if kind is None and lemmas & _NAMING and not _directs(view, forms, words, begin, by_infinitive=not named):
        kind = _judged(view, words) or ("praise" if "hail" in lemmas else None)
    elif kind is None:
        kind = _by_class(view, lemmas, forms, words, begin, negated=head is not None and view.is_negated(head))
    if kind == "denial" and lemmas & {"deny", "dismiss"} and _ASKED_FOR & {view.lemma(w) for w in words[:4]}:
        # what is asked for is refused, and no claim denied: "denied an appeal", "denied him bail", "dismissed the petition"
        kind = "opposition"
    if _is_ruled(kind, lemmas) and _judges(actors):
        return "statement"
    if kind is None and "announce" in lemmas and (_will_do(view, words) or _is_undertaking(view, words)):
        return "commitment"
    if kind == "demand" and lemmas & {"seek", "ask"} and forms & (WILL | {"would"}) and "like" not in lemmas:
        # who "will ask parliament for" something says what he will do
        return "commitment"
    kind = kind or kind_by_content(view, words, actors, quoted=quoted)
    if kind == "commitment" and forecast_by(actors) and _is_of_it(view, words):
        # "according to the weather service, it will bring rain"
        kind = "statement"
    cue_read = Cue(told=told, lemmas=lemmas, forms=forms, plain=not is_clause(view, words), begin=begin)
    return look_again(view, kind, cue_read, words, actors, quoted=quoted)


def _is_ruled(kind: PositionKind | None, lemmas: set[str]) -> bool:
    """Tell whether a court that did so only ruled: it neither denies a claim nor is against anybody, and what it decided is no promise."""
    if kind == "commitment":
        return bool(lemmas & {"decide", "decision"})
    return (kind == "opposition" and "deny" in lemmas) or (kind == "denial" and "dismiss" in lemmas)


def _judges(actors: tuple[Entity, ...]) -> bool:
    """Tell whether a court, or one of its judges, holds something."""
    return any(_JUDGES & {w.removesuffix("s") for text in (a.name, a.role or "") for w in fold(text).split()} for a in actors)


def _is_of_it(view: Text, words: list[int]) -> bool:
    """Tell whether a content says what "it" will do."""
    verb = view.main_verb(words)
    subject = view.subject(verb) if verb is not None else None
    return subject is not None and view.low(subject) in ("it", "this", "that")


def _goes_last(view: Text, told: list[int], content: tuple[Span, ...]) -> list[int]:
    """Of two verbs joined in a cue that its content follows, the second, which says it: "agreed and called on" them to stop."""
    behind = [w for w in told if view.tokens[w].relation == "conj" and view.tokens[w].pos == "VERB" and view.tokens[w].head in told]
    if not behind or not content or content[0].start < view.tokens[behind[-1]].start:
        return told
    return [w for w in told if w >= behind[-1]]


def _will_do(view: Text, words: list[int]) -> bool:
    """Tell whether a content is what will be done: "the city will cut off the water", not "prices will rise"."""
    verb = view.main_verb(words)
    if verb is None or view.tokens[verb].pos != "VERB" or view.is_negated(verb):
        return False
    does = view.child(verb, ("obj", "nsubj:pass")) is not None
    return does and bool(set(view.auxiliaries(verb)) & {"will", "would", "shall"})


def _is_undertaking(view: Text, words: list[int]) -> bool:
    """Tell whether a content without a verb names what somebody takes upon themselves: "a plan", "a new partnership with"."""
    noun = view.head_of(words)
    return noun is not None and not is_clause(view, words) and view.lemma(noun) in _UNDERTAKINGS


def _is_setting(view: Text, word: int, cue: list[int]) -> bool:
    """Tell whether a word of a cue says where something was said: "in a press release", "at a joint press conference"."""
    inside = set(cue)
    for _ in range(4):
        token = view.tokens[word]
        if token.relation == "obl" and token.pos == "NOUN" and token.head in inside and view.child(word, ("case",)) in inside:
            return view.tokens[token.head].pos == "VERB" and any(
                view.lemma(c) in ("in", "at", "on", "during", "after", "via", "through")
                for c in view.children[word]
                if view.tokens[c].relation == "case"
            )
        if token.head == word or token.head not in inside:
            return False
        word = token.head
    return False


def _tells_noun(view: Text, word: int, cue: list[int]) -> bool:
    """Tell whether a word of a cue only says of what sort its noun is: "the press statement indicated" presses for nothing."""
    token = view.tokens[word]
    return token.relation == "compound" and token.pos == "NOUN" and token.head in cue


def _cue_lemma(view: Text, word: int) -> str:
    """The lemma of a cue; one that is no verb of speech is known by its form, where that is one."""
    lemma, form = view.lemma(word), view.low(word)
    # a tagger may take "deplores" for a noun
    return next((s for s in (lemma, form, form.removesuffix("s")) if s in lexicon.SPEAKING), lemma)


def _by_class(view: Text, lemmas: set[str], forms: set[str], words: list[int], begin: list[str], *, negated: bool) -> PositionKind | None:
    begins_to = bool(words) and view.tokens[words[0]].tag == "TO"
    if lemmas & lexicon.DENIAL:
        return "support" if negated and "deny" not in lemmas else "denial"
    if "decline" in lemmas and (
        lemmas & {"comment", "elaborate"} or (begins_to and _KEPT_TO_ONESELF & {view.lemma(w) for w in words[1:2]})
    ):
        return "statement"
    if lemmas & {"refuse", "decline"} and begins_to:
        return "opposition"
    if "charge" in lemmas and "with" not in begin and addressed_infinitive(view, words):
        # "charged the agencies to redouble their efforts"
        return "demand"
    if lemmas & (lexicon.BLAME - lexicon.OPPOSITION) or lemmas & {"slam", "charge", "attack", "bash", "convict"}:
        return "blame"
    if lemmas & lexicon.PRAISE:
        return "praise"
    if lemmas & lexicon.WARNING and not lemmas & {"fear", "worry", "risk"}:
        return "warning"
    if lemmas & lexicon.COMMITMENT - {"plan", "announce", "aim"} and not negated:
        # what "would have received" money is no promise, nor what "can be done"
        ahead = any(view.low(w) in _AHEAD and view.lemma(min(w + 1, len(view.tokens) - 1)) != "have" for w in words)
        if lemmas & _ASSURES and not begins_to and not ahead:
            return None
        if "decide" in lemmas and begin[:1] and begin[0] in _QUESTIONS:
            # "decides what to sing"
            return None
        if "agree" in lemmas and "on" in forms and not is_clause(view, words):
            return "commitment"
        if lemmas & {"agree", "determined", "decision"} and not begins_to and "commit" not in lemmas:
            # who "agreed that it was so" backs nothing by it
            return "support" if "agree" in lemmas and not is_clause(view, words) else None
        return "commitment"
    if lemmas & {"plan", "intend", "aim", "announce", "seek"} and begins_to:
        return "commitment"
    if "propose" in lemmas and not negated and (begins_to or not is_clause(view, words) or _is_subjunctive(view, words)):
        return "demand"
    if lemmas & lexicon.OFFER:
        return None if (lemmas | {view.lemma(w) for w in words[:4]}) & _SYMPATHY else "offer"
    if lemmas & lexicon.OPPOSITION:
        return "support" if negated and lemmas & {"oppose", "object", "reject"} else "opposition"
    if lemmas & lexicon.SUPPORT - {"agree", "like"}:
        return "opposition" if negated else "support"
    if "suggest" in lemmas and words and view.tokens[words[0]].tag == "VBG" and not is_clause(view, words) and not negated:
        return "demand"
    if lemmas & lexicon.DEMAND | lemmas & {"like"} and not negated:
        if not (lemmas & _WISHES or _directs(view, forms, words, begin)) and _tells(view, words):
            return None
        if lemmas & _BY_COMPLEMENT and "need" not in lemmas and not _directs(view, forms, words, begin):
            return "demand" if lemmas & {"want", "seek"} and not begins_to and not is_clause(view, words) else None
        # "to be paid" and "to see it built" ask it of others, "to be part of it" does not
        done = begin[1:2] == ["see"] or (begin[1:2] == ["be"] and len(words) > 2 and view.tokens[words[2]].tag == "VBN")
        return None if lemmas & _WISHES and begins_to and not done else "demand"
    return None


def _directs(view: Text, forms: set[str], words: list[int], begin: list[str], *, by_infinitive: bool = True) -> bool:
    """Tell whether a verb goes on as a demand does: "called on", "asked for", "to do", "them to do", not "called it an effort to"."""
    if begin[:1] and begin[0] in _QUESTIONS:
        return False
    # a sentence that opens with "On Monday" is called on by nobody
    goes_on = bool(words) and view.tokens[words[0]].text.islower() and begin[0] in ("for", "on", "upon", "to")
    if forms & {"for", "on", "upon"} or goes_on:
        return True
    return (by_infinitive and addressed_infinitive(view, words)) or _is_phrase_for(view, words) or _is_subjunctive(view, words)


def _tells(view: Text, words: list[int]) -> bool:
    """Tell whether a content says of its subject how things are: who "urged that the port is open" asks for nothing."""
    verb = view.main_verb(words)
    if verb is None or view.child(verb, ("nsubj", "nsubj:pass", "expl")) not in words or not is_predicate(view, verb):
        return False
    around = [view.tokens[c] for c in view.children[verb] if view.tokens[c].relation in ("aux", "aux:pass", "cop")]
    return any(t.tag in ("VBZ", "VBD", "VBP") for t in (view.tokens[verb], *around)) and not any(t.tag == "MD" for t in around)


def _is_phrase_for(view: Text, words: list[int]) -> bool:
    """Tell whether a content without a verb asks somebody "for" something: "neighbouring states for helicopters"."""
    if words and view.low(words[0]) == "that":
        return False
    return not is_clause(view, words) and any(view.low(w) == "for" for w in words[1:8])


def _is_subjunctive(view: Text, words: list[int]) -> bool:
    """Tell whether a content says what is to be without a modal verb: "that the square be left free", "that he go"."""
    verb = view.main_verb(words)
    if verb is None or view.child(verb, ("nsubj", "nsubj:pass")) is None:
        return False
    around = [view.tokens[c] for c in view.children[verb] if view.tokens[c].relation in ("aux", "aux:pass", "cop", "mark")]
    plain = view.tokens[verb].tag == "VB" or any(t.tag == "VB" and t.text.lower() == "be" for t in around)
    return plain and not any(t.tag in ("MD", "TO", "VBD", "VBZ", "VBP") for t in around)


def _judged(view: Text, words: list[int]) -> PositionKind | None:
    """What a name given is worth: "the best day" praises, "reckless" opposes a thing and blames a person or a body."""
    said = {view.lemma(w) for w in words} | {view.low(w) for w in words}
    if said & _UNTRUE and said & (lexicon.ACCUSATIONS | {"it", "this", "that"}):
        return "denial"
    if said & lexicon.GOOD and not said & {"not", "no", "never"}:
        return "praise"
    if said & lexicon.BAD and words:
        first = view.tokens[words[0]]
        # "the bishops as plotters", "as traitors the bishops"
        noun = next((w for w in words if view.tokens[w].pos in ("NOUN", "PROPN") and view.lemma(w) not in lexicon.BAD), words[0])
        acting = first.text.lower() in ("him", "her", "them", "you", "us") or view.lemma(noun) in lexicon.PERSON_NOUNS
        return "blame" if acting or first.pos == "PROPN" else "opposition"
    return None
