"""The kind of a position: by its cue's class, then by the content's own modality."""

from __future__ import annotations

import re

from briefing.models import PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.modality import kind_by_content
from briefing.nlp.syntax import Text

_RAISES = frozenset(
    {"raise", "voice", "express", "share", "air", "cite", "have", "highlight", "lodge", "file", "register", "list", "provide"}
)
_WORRY = frozenset({"risk", "danger", "threat", "fear", "alarm"})
_CUES = lexicon.SPEAKING
#: nouns for what one expresses
_EXPRESSED: dict[str, PositionKind] = {
    "readiness": "offer", "willingness": "offer", "appreciation": "praise", "gratitude": "praise", "admiration": "praise",
    "support": "support", "solidarity": "support", "commitment": "commitment", "determination": "commitment",
    "regret": "opposition", "rejection": "opposition", "condemnation": "opposition", "approval": "support", "endorsement": "support",
    "disappointment": "opposition", "dismay": "opposition", "thanks": "praise",
}  # fmt: skip
#: verbs that express what their own object names: "announced its readiness to"
_EXPRESSES = frozenset("announce declare affirm confirm reaffirm stress underline emphasize emphasise signal show".split())
#: who fears a thing neither opposes it nor blames or praises for it
_FEARS = frozenset({"fear", "worry", "concern", "concerned", "worried"})
#: verbs that give a thing a name: what the name is worth decides
_NAMING = frozenset("call brand label dub describe deem term style characterize characterise portray hail".split())
#: verbs that demand only by how they go on: "asked for", "told them to", "wants a rise", not "asked whether", "told reporters that"
_BY_COMPLEMENT = frozenset("tell ask suggest want seek invite push rule insist like direct".split())
#: of these, what one wants to do oneself is no demand
_WISHES = frozenset("want seek like".split())
#: verbs that promise what will be, and only state what is
_ASSURES = frozenset("assure reassure assurance ensure guarantee reaffirm".split())
_QUESTIONS = frozenset("whether if how why when what who where which".split())
#: what is offered without offering anything
_SYMPATHY = frozenset("prayer prayers condolence condolences apology sympathy thanks thank congratulation advice explanation".split())
#: what one may be against, and cannot deny
_WISHED = frozenset("call demand proposal offer plan appeal request bid idea bill motion".split())
#: what is said of a claim that is denied
_UNTRUE = frozenset("fantasy lie fabrication fiction invention untrue false baseless groundless unfounded".split())
#: verbs that a particle turns into a refusal, and into a promise
_REFUSALS = frozenset({("turn", "down"), ("rule", "out"), ("vote", "down"), ("walk", "out"), ("hit", "out"), ("pull", "out")})


_NO_MORE = re.compile(
    r"\b(?:can ?not|can n[o']t|could not|no longer|will not|wo n't|would not) (?:\w+ )?(?:support|back|favou?r|accept|approve|endorse)\b"
)
#: who gives up being against a thing is no longer against it
_GIVES_UP = frozenset({"drop", "withdraw", "abandon", "lift", "waive"})
_BEING_AGAINST = frozenset({"opposition", "objection", "resistance", "veto"})


def kind_of(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    """Classify a position by its cue's class, then by the content's own modality."""
    cue_words, words = view.words(cue), view.words(content)
    told = [w for w in cue_words if view.tokens[w].relation not in ("aux", "aux:pass") and view.tokens[w].tag not in ("RB", "RP")]
    lemmas = {_cue_lemma(view, w) for w in told if not _is_setting(view, w, cue_words)}
    forms = {view.tokens[w].text.lower() for w in cue_words}
    head = view.head_of(cue_words)
    begin = [view.tokens[w].text.lower() for w in words[:8]]
    # "called it an effort to distract", not "called on them to go"
    between = view.text[cue[-1].end : content[0].start].split() if cue and content else []
    named = "call" in lemmas and not {w.lower() for w in between} & {"on", "upon", "for"}
    kind = _by_object(view, lemmas, forms, words, begin) or _by_phrase(view, lemmas, forms, head)
    if kind is None and lemmas & _NAMING and not _directs(view, forms, words, begin, by_infinitive=not named):
        kind = _judged(view, words) or ("praise" if "hail" in lemmas else None)
    elif kind is None:
        kind = _by_class(view, lemmas, forms, words, negated=head is not None and view.is_negated(head))
    if kind is None and "announce" in lemmas and _will_do(view, words):
        return "commitment"
    kind = kind or kind_by_content(view, words, actors, quoted=quoted)
    if kind == "support" and _backs_no_more(view, words):
        kind = "opposition"
    return kind if kind in ("warning", "demand") or not (lemmas | forms) & _FEARS else "statement"


def _backs_no_more(view: Text, words: list[int]) -> bool:
    """Tell whether a content says that somebody is not for a thing: "we cannot back it", "she could no longer support it"."""
    return _NO_MORE.search(" ".join(view.tokens[w].text.lower() for w in words)) is not None


def _will_do(view: Text, words: list[int]) -> bool:
    """Tell whether a content is what will be done: "the city will cut off the water", not "prices will rise"."""
    verb = view.main_verb(words)
    if verb is None or view.tokens[verb].pos != "VERB" or view.is_negated(verb):
        return False
    does = view.child(verb, ("obj", "nsubj:pass")) is not None
    return does and bool(set(view.auxiliaries(verb)) & {"will", "would", "shall"})


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


def _cue_lemma(view: Text, word: int) -> str:
    """The lemma of a cue; one that is no verb of speech is known by its form, where that is one."""
    lemma, form = view.lemma(word), view.tokens[word].text.lower()
    return lemma if lemma in _CUES or form not in _CUES else form


def _by_object(view: Text, lemmas: set[str], forms: set[str], words: list[int], begin: list[str]) -> PositionKind | None:
    """The kind that a cue has with what it is said of: "raised objections", "cited the risk", "laid the blame", "rejected the charge"."""
    near = {view.lemma(w) for w in words[:6]} | set(begin)
    if lemmas & _RAISES and (near | lemmas | forms) & lexicon.COMPLAINT:
        return "opposition"
    if lemmas & {"pin", "blame"} or (lemmas & {"put", "lay", "place"} and "blame" in {view.lemma(w) for w in words}):
        return "blame"
    if lemmas & _RAISES and set(begin[:5]) & _WORRY:
        return "warning"
    if lemmas & {"express", "voice", "convey", "reiterate"}:
        said = next((w for w in (*lemmas, *begin[:5]) if w in _EXPRESSED), None)
        if said is not None:
            return _EXPRESSED[said]
    if lemmas & _GIVES_UP and (near | lemmas | forms) & _BEING_AGAINST:
        return "support"
    if "call" in lemmas and "off" in forms | set(begin[:1]):
        return "statement"
    noun = view.head_of(words)
    if lemmas & _EXPRESSES and noun is not None and view.tokens[noun].pos == "NOUN" and view.lemma(noun) in _EXPRESSED:
        return _EXPRESSED[view.lemma(noun)]
    if "challenge" in lemmas and _addressed_infinitive(view, words):
        return "demand"
    if "plead" in lemmas:
        return "denial" if "not" in begin[:2] or "not" in forms else "statement"
    if lemmas & (lexicon.OPPOSITION | lexicon.DENIAL) and {view.lemma(w) for w in words[:4]} & lexicon.ACCUSATIONS:
        return "denial"
    return None


def _by_phrase(view: Text, lemmas: set[str], forms: set[str], head: int | None) -> PositionKind | None:
    """The kind of a verb with its particle or preposition: "turned down", "ruled out", "voted against"."""
    if refuses(view, lemmas, forms, head):
        # who "did not rule out" a thing is not for it either
        return "statement" if head is not None and view.is_negated(head) else "opposition"
    if "dismiss" in lemmas and head is not None:
        noun = view.child(head, ("nsubj:pass", "obj"))
        if noun is not None and view.lemma(noun) in _WISHED:
            return "opposition"
    if "against" in forms and not lemmas & (lexicon.WARNING | lexicon.BLAME):
        return "opposition"
    return None


def refuses(view: Text, lemmas: set[str], forms: set[str], head: int | None) -> bool:
    """Tell whether a verb with its particle turns something away: "turned the offer down", "ruled out"."""
    behind = view.children[head] if head is not None else []
    particles = {view.tokens[c].text.lower() for c in behind if view.tokens[c].relation == "compound:prt"}
    return any((lemma, particle) in _REFUSALS for lemma in lemmas for particle in particles | forms)


def _by_class(view: Text, lemmas: set[str], forms: set[str], words: list[int], *, negated: bool) -> PositionKind | None:
    begins_to = bool(words) and view.tokens[words[0]].tag == "TO"
    begin = [view.tokens[w].text.lower() for w in words[:8]]
    if lemmas & lexicon.DENIAL:
        return "support" if negated and "deny" not in lemmas else "denial"
    if lemmas & {"refuse", "decline"} and begins_to:
        return "opposition"
    if lemmas & (lexicon.BLAME - lexicon.OPPOSITION) or lemmas & {"slam", "charge", "attack"}:
        return "blame"
    if lemmas & lexicon.PRAISE:
        return "praise"
    if lemmas & lexicon.WARNING and not lemmas & {"fear", "worry", "risk"}:
        return "warning"
    if lemmas & lexicon.COMMITMENT - {"plan", "announce", "aim"} and not negated:
        # what "would have received" money is no promise
        ahead = any(view.tokens[w].tag == "MD" and view.lemma(min(w + 1, len(view.tokens) - 1)) != "have" for w in words)
        if lemmas & _ASSURES and not begins_to and not ahead:
            return None
        if lemmas & {"agree", "determined", "decision"} and not begins_to and "commit" not in lemmas:
            return "support" if "agree" in lemmas else None
        return "commitment"
    if lemmas & {"plan", "intend", "aim", "announce", "seek"} and begins_to:
        return "commitment"
    if lemmas & lexicon.OFFER:
        return None if (lemmas | {view.lemma(w) for w in words[:4]}) & _SYMPATHY else "offer"
    if lemmas & lexicon.OPPOSITION:
        return "support" if negated and lemmas & {"oppose", "object", "reject"} else "opposition"
    if lemmas & lexicon.SUPPORT - {"agree", "like"}:
        return "opposition" if negated else "support"
    if lemmas & lexicon.DEMAND | lemmas & {"like"} and not negated:
        if lemmas & _BY_COMPLEMENT and "need" not in lemmas and not _directs(view, forms, words, begin):
            return "demand" if lemmas & {"want", "seek"} and not begins_to and not _is_clause(view, words) else None
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
    return (by_infinitive and _addressed_infinitive(view, words)) or _is_phrase_for(view, words) or _is_subjunctive(view, words)


def _addressed_infinitive(view: Text, words: list[int]) -> bool:
    """Tell whether a content reads "X to do": an addressee, then an infinitive, before any finite verb."""
    for word in words[:14]:
        token = view.tokens[word]
        if token.text == "that" and token.relation == "mark":
            return False
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
        if token.tag == "TO" and word + 1 < len(view.tokens) and view.tokens[word + 1].tag == "VB":
            return True
    return False


def _is_phrase_for(view: Text, words: list[int]) -> bool:
    """Tell whether a content without a verb asks somebody "for" something: "neighbouring states for helicopters"."""
    return not _is_clause(view, words) and any(view.tokens[w].text.lower() == "for" for w in words[1:8])


def _is_clause(view: Text, words: list[int]) -> bool:
    """Tell whether a content has a finite verb before any clause that hangs on it: not "the man held until he stands trial"."""
    for place, word in enumerate(words[:14]):
        token = view.tokens[word]
        if place and (token.relation == "mark" or token.tag.startswith("W")) and token.tag != "TO":
            return False
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
    return False


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
    said = {view.lemma(w) for w in words} | {view.tokens[w].text.lower() for w in words}
    if said & _UNTRUE and said & (lexicon.ACCUSATIONS | {"it", "this", "that"}):
        return "denial"
    if said & lexicon.GOOD and not said & {"not", "no", "never"}:
        return "praise"
    if said & lexicon.BAD and words:
        first = view.tokens[words[0]]
        acting = first.text.lower() in ("him", "her", "them", "you", "us") or view.lemma(words[0]) in lexicon.PERSON_NOUNS
        return "blame" if acting or first.pos == "PROPN" else "opposition"
    return None
