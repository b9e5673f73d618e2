"""The kind of a position: by its cue's class, then by the content's own modality."""

from __future__ import annotations

from briefing.models import PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.names import fold
from briefing.nlp.nations import load_nations
from briefing.nlp.roster import Entity
from briefing.nlp.syntax import Text

_MUST = frozenset({"must", "should", "need", "shall", "ought", "necessary", "imperative", "essential", "urgent", "crucial", "vital"})
_OWN = frozenset({"i", "we"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "may"})
_RAISES = frozenset(
    {"raise", "voice", "express", "share", "air", "cite", "have", "highlight", "lodge", "file", "register", "list", "provide"}
)
_COMPLAINT = frozenset({"objection", "opposition", "complaint", "grievance", "reservation", "outrage", "anger", "disapproval", "protest"})
_WORRY = frozenset({"risk", "danger", "threat", "fear", "alarm"})
_CUES = frozenset().union(
    lexicon.DENIAL,
    lexicon.BLAME,
    lexicon.PRAISE,
    lexicon.WARNING,
    lexicon.COMMITMENT,
    lexicon.OFFER,
    lexicon.OPPOSITION,
    lexicon.SUPPORT,
    lexicon.DEMAND,
)
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my"})
_SIDES = frozenset(
    "government union party ministry administration company committee congress country nation side team group coalition bloc".split()
)
_OPPOSES = frozenset("oppose object reject condemn denounce deplore disagree resist refuse".split())
_HAS = frozenset("have raise express voice lodge provide list share file register hold".split())
_DECIDES = frozenset("commit pledge promise vow determine decide resolve agree go plan intend".split())
_PRAISES = frozenset("thank congratulate commend applaud praise salute grateful proud".split())
_WRONG = frozenset("unacceptable impermissible unconstitutional illegal invalid unfair wrong problematic unjust outrageous".split())
_GREAT = frozenset("significant historic remarkable excellent outstanding wonderful tremendous exemplary admirable".split())
_WORSENS = frozenset("affect lead escalate worsen collapse trigger fail spark".split())
_HARMS = frozenset(
    """violate breach defy undermine betray abuse subjugate silence sabotage provoke threaten endanger destabilise destabilize damage
    harm erode jeopardise jeopardize weaken mislead obstruct""".split()
)


def kind_of(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    """Classify a position by its cue's class, then by the content's own modality."""
    cue_words = view.words(cue)
    lemmas = {_cue_lemma(view, w) for w in cue_words}
    forms = {view.tokens[w].text.lower() for w in cue_words}
    words = view.words(content)
    head = view.head_of(cue_words)
    negated = head is not None and view.is_negated(head)
    content_forms = [view.tokens[w].text.lower() for w in words]
    first = content_forms[:8]
    begins_to = bool(content_forms) and content_forms[0] == "to"
    if lemmas & _RAISES and set(first) | forms and _complains(set(first) | lemmas | set(_lemmas(view, words[:6]))):
        return "opposition"
    if "pin" in lemmas or "blame" in lemmas or (lemmas & {"pin", "put", "lay", "place"} and "blame" in content_forms):
        return "blame"
    if lemmas & _RAISES and set(first[:5]) & _WORRY:
        return "warning"
    by_cue = _by_cue(lemmas, negated=negated, begins_to=begins_to)
    if (
        by_cue == "demand"
        and "need" not in lemmas
        and lemmas & {"tell", "ask", "propose", "suggest", "want", "seek", "invite", "push", "rule", "insist"}
        and not (begins_to or _addressed_infinitive(view, words))
    ):
        by_cue = None
    if by_cue is not None:
        return by_cue
    return _by_content(view, words, actors, quoted=quoted)


def _cue_lemma(view: Text, word: int) -> str:
    """The lemma of a cue; one that the rules give an "e" too many ("blasted", "blaste") is known by its class."""
    lemma = view.lemma(word)
    return lemma[:-1] if lemma.endswith("e") and lemma not in _CUES and lemma[:-1] in _CUES else lemma


def _lemmas(view: Text, words: list[int]) -> list[str]:
    return [view.lemma(w) for w in words]


def _complains(words: set[str]) -> bool:
    return bool(words & _COMPLAINT)


def _by_cue(lemmas: set[str], *, negated: bool, begins_to: bool) -> PositionKind | None:
    if lemmas & lexicon.DENIAL:
        return "support" if negated and "deny" not in lemmas else "denial"
    if lemmas & {"refuse", "decline"} and begins_to:
        return "opposition"
    if lemmas & (lexicon.BLAME - lexicon.OPPOSITION) or (lemmas & {"slam", "charge", "attack"}):
        return "blame"
    if lemmas & lexicon.PRAISE:
        return "praise"
    if lemmas & lexicon.WARNING and not lemmas & {"fear", "worry", "risk"}:
        return "warning"
    if lemmas & lexicon.COMMITMENT - {"plan", "announce", "aim"} and not negated:
        if lemmas & {"agree", "determined", "decision"} and not begins_to and "commit" not in lemmas:
            return "support" if "agree" in lemmas else None
        return "commitment"
    if lemmas & {"plan", "intend", "aim", "announce"} and begins_to:
        return "commitment"
    if lemmas & (lexicon.OFFER - {"propose"}):
        return "offer"
    if lemmas & lexicon.OPPOSITION:
        return "support" if negated and lemmas & {"oppose", "object", "reject"} else "opposition"
    if lemmas & lexicon.SUPPORT - {"agree", "like"}:
        return "opposition" if negated else "support"
    if lemmas & lexicon.DEMAND and not negated:
        return "demand"
    return None


def _addressed_infinitive(view: Text, words: list[int]) -> bool:
    """Tell whether a content reads "X to do": an addressee, then an infinitive, before any finite verb."""
    for word in words[:14]:
        token = view.tokens[word]
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
        if token.tag == "TO" and word + 1 < len(view.tokens) and view.tokens[word + 1].tag == "VB":
            return True
    return False


def _by_content(view: Text, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    """The kind that the content itself shows: the first of its sentences that is more than a statement decides."""
    for sentence in sorted({view.tokens[w].sentence for w in words}):
        inside = [w for w in words if view.tokens[w].sentence == sentence]
        for head in _clause_heads(view, inside):
            kind = _by_clause(view, head, inside, actors, quoted=quoted)
            if kind != "statement":
                return kind
    return "statement"


def _clause_heads(view: Text, words: list[int]) -> list[int]:
    """The main verb of a sentence, then those of the clauses that stand beside it with a subject of their own."""
    first = main_verb(view, words)
    if first is None:
        return []
    beside = [
        w
        for w in words
        if w != first and view.tokens[w].relation in ("conj", "parataxis", "root") and view.child(w, ("nsubj", "nsubj:pass")) is not None
    ]
    return [first, *beside]


def _by_clause(view: Text, head: int, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> PositionKind:
    forms = [view.tokens[w].text.lower() for w in words]
    if forms[0] in ("whether", "if"):
        return "statement"
    subject = view.subject(head)
    subject_form = view.tokens[subject].text.lower() if subject is not None else ""
    auxiliaries = set(view.auxiliaries(head)) | {view.tokens[c].text.lower() for c in view.children[head] if view.tokens[c].tag == "MD"}
    own = subject_form in _OWN or (subject is not None and _is_own(view, subject, actors, quoted=quoted))
    lemma = view.lemma(head)
    negated = view.is_negated(head)
    obliged = auxiliaries & {"must", "should", "ought", "shall"} or (lemma in ("need", "have") and _takes_infinitive(view, head))
    if obliged and not own:
        return "demand"
    if not own and (lemma in _MUST or set(forms[:6]) & {"urgent", "imperative"}):
        return "demand"
    if own:
        kind = _of_own(view, head, lemma, auxiliaries, subject_form, negated=negated, quoted=quoted)
        if kind is not None:
            return kind
    if lemma in ("committed", "determined"):
        return "commitment"
    if lemma in ("ready", "willing", "prepared", "prepare", "open") and not negated:
        return "offer"
    if lemma in _WRONG and not negated:
        return "opposition"
    if forms[0] in ("let", "please") or (view.tokens[words[0]].tag == "VB" and words[0] == head):
        return "demand"
    return _of_others(view, head, lemma, auxiliaries, subject, negated=negated)


def _of_own(
    view: Text, head: int, lemma: str, auxiliaries: set[str], subject_form: str, *, negated: bool, quoted: bool
) -> PositionKind | None:
    """The kind of what an actor says of themselves, of those they speak for or of their own side."""
    objects = {view.lemma(c) for c in view.children[head] if view.tokens[c].relation in ("obj", "obl")}
    objects |= {view.lemma(g) for c in view.children[head] if view.tokens[c].relation in ("obj", "obl") for g in view.conjuncts(c)}
    if lemma in _OPPOSES or (lemma in _HAS and objects & _COMPLAINT) or (lemma == "vote" and "against" in _below(view, head)):
        return "support" if negated and lemma in ("oppose", "object", "reject") else "opposition"
    if auxiliaries & {"must", "should", "ought", "need"} and subject_form not in _OWN:
        return "demand"
    if auxiliaries & {"will", "shall", "'ll", "’ll", "wo"} and lemma not in ("be", "have", "see", "know"):
        return "commitment"
    if "would" in auxiliaries and "have" not in auxiliaries and not quoted and lemma not in ("be", "like", "have"):
        return "commitment"
    if (lemma in _DECIDES and _takes_infinitive(view, head)) or lemma in ("decide", "resolve", "vow", "pledge"):
        return "commitment"
    if lemma in ("continue", "keep", "remain") and (_takes_infinitive(view, head) or lemma == "remain"):
        return "commitment"
    if view.tokens[head].tag == "VBG" and lemma in ("go", "move", "press", "proceed", "push", "work", "prepare"):
        return "commitment"
    if lemma in ("committed", "determined"):
        return "commitment"
    if lemma in ("support", "welcome", "back", "endorse", "favour", "favor"):
        return "opposition" if negated else "support"
    if lemma in _PRAISES:
        return "praise"
    if lemma in ("urge", "demand", "call", "ask", "want") and not negated:
        return "demand"
    return None


def _of_others(view: Text, head: int, lemma: str, auxiliaries: set[str], subject: int | None, *, negated: bool) -> PositionKind:
    """The kind of what an actor says of somebody or something else."""
    harmful = lemma in _HARMS
    if lemma in _OPPOSES - {"refuse", "resist"} and view.tokens[head].pos == "VERB" and not negated:
        return "opposition"
    if negated and (harmful or lemma in ("aim", "target", "intend", "true", "correct")):
        return "denial"
    if lemma in ("false", "baseless", "untrue", "unfounded", "groundless", "fabricated"):
        return "denial"
    if harmful and auxiliaries & _HYPOTHETICAL:
        return "warning"
    if harmful and subject is not None and view.tokens[subject].text.lower() not in ("it", "this", "that"):
        return "blame"
    if auxiliaries & {"could", "might", "may"} and lemma in _WORSENS:
        return "warning"
    if lemma in _GREAT and not negated and any(view.tokens[c].relation == "cop" for c in view.children[head]):
        return "praise"
    return "statement"


def _below(view: Text, head: int) -> set[str]:
    return {view.tokens[w].text.lower() for w in view.subtree(head)}


def main_verb(view: Text, words: list[int]) -> int | None:
    head = view.head_of(words)
    if head is None:
        return None
    inside = set(words)
    roots = [w for w in words if view.tokens[w].head not in inside or view.tokens[w].head == w]
    verbs = [w for w in roots if view.tokens[w].pos in ("VERB", "ADJ", "NOUN", "AUX") and view.subject(w) is not None]
    return verbs[0] if verbs else head


def _takes_infinitive(view: Text, verb: int) -> bool:
    return any(view.tokens[c].relation == "xcomp" for c in view.children[verb])


def _is_own(view: Text, subject: int, actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether a subject is the speaker, those they speak for, or their side: "he", "our party", "the union", "Japan"."""
    token = view.tokens[subject]
    low = token.text.lower()
    if any(s.start <= token.start < s.end for a in actors for s in a.spans):
        return True
    if not quoted and low in ("he", "she", "it", "they"):
        return True
    if any(view.tokens[c].relation == "nmod:poss" and view.tokens[c].text.lower() in _OWNERS for c in view.children[subject]):
        return token.lemma.lower() in lexicon.BODY_NOUNS
    if token.pos == "NOUN" and token.lemma.lower() in _SIDES:
        return not any(view.tokens[c].relation in ("nmod", "nmod:poss", "amod", "compound") for c in view.children[subject])
    if token.pos != "PROPN":
        return not quoted and low in ("sides", "leaders", "ministers", "countries") and len(actors) > 1
    known = [text for a in actors for text in (a.role, a.affiliation, a.name if a.kind != "person" else None) if text]
    said = {w for text in known for w in fold(text).split()}
    name = fold(token.text)
    country = load_nations().demonyms.get(token.text)
    return name in said or (country is not None and fold(country) in said)
