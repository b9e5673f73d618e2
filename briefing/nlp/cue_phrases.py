"""The kind that a cue has with what it is said of, or with its particle: "raised objections", "stressed the need for", "ruled out"."""

from __future__ import annotations

from briefing.models import PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.syntax import Text

_RAISES = frozenset(
    {"raise", "voice", "express", "share", "air", "cite", "have", "highlight", "lodge", "file", "register", "list", "provide"}
)
#: how one is who is against a thing, and what a thing does to them
_ANGRY = frozenset("angry furious incensed enraged infuriated outraged angers angered infuriates enrages".split())
_WORRY = frozenset({"risk", "danger", "threat", "fear", "alarm"})
#: nouns for what one expresses
_EXPRESSED: dict[str, PositionKind] = {
    "readiness": "offer", "willingness": "offer", "appreciation": "praise", "gratitude": "praise", "admiration": "praise",
    "support": "support", "solidarity": "support", "commitment": "commitment", "determination": "commitment",
    "regret": "opposition", "rejection": "opposition", "condemnation": "opposition", "approval": "support", "endorsement": "support",
    "disappointment": "opposition", "dismay": "opposition", "thanks": "praise", "relief": "support", "unhappiness": "opposition",
    "displeasure": "opposition", "discomfort": "opposition", "dissatisfaction": "opposition", "indignation": "opposition",
    "frustration": "opposition", "anger": "opposition", "doubt": "opposition", "doubts": "opposition", "keenness": "support",
}  # fmt: skip
#: what one asks for by dwelling on it: "stressed the need for talks"
_STRESSES = frozenset("stress underline underscore emphasize emphasise highlight reiterate insist note raise".split())
#: who only sees that a thing is needed
_NOTICES = frozenset("see recognize recognise acknowledge understand know realize realise identify note cite agree".split())
#: what nouns for doing something end in
_DEEDS = ("tion", "sion", "ment", "ance", "ence", "val", "sal", "ing")
_NECESSARY = frozenset("necessary essential important vital imperative crucial urgent".split())
#: verbs for making a call, and what is made
_REPEATS = frozenset("renew repeat reiterate issue make echo join voice send launch".split())
_ASKED = frozenset("call demand appeal plea request".split())
#: what those vote to do who are against somebody, and who are for a bill
_REMOVES = frozenset("remove reject oust expel suspend impeach dismiss sack censure recall block scrap repeal abolish".split())
_PASSES = frozenset("approve adopt pass endorse ratify accept back support confirm".split())
_GLAD = frozenset("happy pleased delighted glad impressed amazed astounded".split())
#: what is highlighted as something good
_DONE_WELL = frozenset(
    """creation deal agreement progress achievement success cooperation contribution growth effort strength
    opportunity performance heritage platform property quality talent""".split()
)
#: verbs that express what their own object names: "announced its readiness to"
_EXPRESSES = frozenset(
    "indicate announce declare affirm confirm reaffirm stress underline emphasize emphasise signal show highlight".split()
)
#: verbs that do so where it is one's own: "mentioned his support"
_TOUCHES_ON = frozenset({"mention", "highlight", "underscore"})
#: who holds back from a thing
_DOUBTFUL = frozenset("doubtful sceptical skeptical".split())
#: what binds those who sign it
_PACTS = frozenset("agreement deal pact accord contract treaty memorandum mou".split())
#: nouns whose infinitive tells what they are about
_BIDS = frozenset(
    """application plea attempt bid request decision plan effort motion offer promise refusal right ability chance power move
    proposal campaign""".split()
)
#: what one may be against, and cannot deny
_WISHED = frozenset("call demand proposal offer plan appeal request bid idea bill motion".split())
#: verbs that a particle turns into a refusal, and into a promise
_REFUSALS = frozenset({("turn", "down"), ("rule", "out"), ("vote", "down"), ("walk", "out"), ("hit", "out"), ("pull", "out")})
#: who gives up being against a thing is no longer against it, and who gives up being for it no longer for it
_GIVES_UP = frozenset("drop withdraw abandon lift waive reverse rescind revoke retract suspend pull".split())
_BEING_AGAINST = frozenset({"opposition", "objection", "resistance", "veto"})
_BEING_FOR = frozenset({"support", "backing", "endorsement", "approval", "consent"})

_COMPLAINTS = frozenset("complaint protest objection".split())
_SOUGHT = frozenset(
    """approval intervention help aid assistance compensation permission damages extension clarification apology explanation mediation
    protection consent asylum pardon""".split()
)
_GATHERINGS = frozenset("talk dialogue negotiation meeting summit session election vote poll referendum conference ceremony".split())
_INNOCENCE = frozenset({"innocence"})
#: what makes an act of speech of a verb that is none by itself: "lodged a complaint", "maintained his innocence", "shunned the talks"
BY_MATTER: dict[str, frozenset[str]] = {
    "lodge": _COMPLAINTS, "file": _COMPLAINTS, "maintain": _INNOCENCE, "protest": _INNOCENCE, "seek": _SOUGHT,
    "boycott": _GATHERINGS, "shun": _GATHERINGS, "snub": _GATHERINGS,
}  # fmt: skip


def speaks_by_matter(view: Text, lemmas: set[str], words: list[int]) -> bool:
    """Tell whether a verb is one of speech by what it takes: "lodged a protest", "stopped the firm from selling it"."""
    head = view.head_of(words)
    if head is None:
        return False
    keeps = "stop" in lemmas and "from" in {view.low(w) for w in words}
    return keeps or any(view.lemma(head) in BY_MATTER.get(lemma, ()) for lemma in lemmas)


def kind_by_object(view: Text, lemmas: set[str], forms: set[str], words: list[int], begin: list[str]) -> PositionKind | None:
    """The kind that a cue has with what it is said of: "raised objections", "cited the risk", "laid the blame", "rejected the charge"."""
    near = {view.lemma(w) for w in words[:6]} | set(begin)
    if (lemmas | forms) & _ANGRY:
        return "opposition"
    if lemmas & _RAISES and (near | lemmas | forms) & lexicon.COMPLAINT:
        return "opposition"
    if ("take" in lemmas and "aim" in lemmas | forms) or ("point" in lemmas and forms & {"finger", "fingers"}):
        return "blame"
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
    if lemmas & _GIVES_UP and (lemmas | forms | set(begin[:3])) & _BEING_FOR:
        return "opposition"
    if "call" in lemmas and "off" in forms | set(begin[:1]):
        return "statement"
    noun = view.head_of(words)
    owned = len(words) > 1 and begin[0] in lexicon.POSSESSIVES and view.lemma(words[1]) in _EXPRESSED
    if lemmas & _EXPRESSES and owned:
        return _EXPRESSED[view.lemma(words[1])]
    expresses = lemmas & _EXPRESSES or (lemmas & _TOUCHES_ON and set(begin[:1]) & lexicon.POSSESSIVES)
    if expresses and noun is not None and view.tokens[noun].pos == "NOUN" and view.lemma(noun) in _EXPRESSED:
        return _EXPRESSED[view.lemma(noun)]
    if "challenge" in lemmas and addressed_infinitive(view, words):
        return "demand"
    if "highlight" in lemmas and noun is not None and view.lemma(noun) in _DONE_WELL:
        return "praise"
    if (lemmas & _STRESSES or (begin[:2] == ["the", "need"] and not lemmas & _NOTICES)) and _is_need(view, words):
        return "demand"
    if "doubt" in lemmas | forms and lemmas & {"have", "cast", "raise"} and begin[:1] != ["that"]:
        return "opposition"
    if "support" in forms and "in" in forms:
        # "came out in support of"
        return "support"
    if "play" in lemmas and "down" in forms:
        return "denial"
    if lemmas & {"remind", "impress"} and (begin[:1] == ["to"] or addressed_infinitive(view, words)):
        return "demand"
    if "make" in lemmas and "sure" in forms and forms & {"will", "'ll", "’ll"}:
        return "commitment"
    if lemmas & {"sign", "assent"} and {view.lemma(w) for w in words[:3]} & {"bill", "law"}:
        # who makes a law of it is for it
        return "support"
    if "sign" in lemmas and (near | lemmas | forms) & _PACTS:
        return "commitment"
    if lemmas & {"consider", "deem", "find", "think", "believe"} and begin[:1] == ["it"] and set(begin[1:3]) & _NECESSARY and "to" in begin:
        return "demand"
    if "propose" in lemmas and begin[:1] == ["that"] and _obliges_others(view, words):
        return "demand"
    if (
        lemmas & _REPEATS
        and (asked := {view.lemma(w) for w in words[:4]} | lemmas | forms) & _ASKED
        and (forms | set(begin[:6])) & {"for", "to", "on"}
    ):
        # "renews her call for", "made an appeal to"
        return "demand" if not asked & {"off"} else None
    if "vote" in lemmas and begin[:1] == ["to"] and len(words) > 1:
        return "opposition" if view.lemma(words[1]) in _REMOVES else "support" if view.lemma(words[1]) in _PASSES else None
    if "find" in lemmas and "guilty" in {view.lemma(w) for w in words} and "not" not in {view.lemma(w) for w in words}:
        return "blame"
    if forms & _DOUBTFUL or ("critic" in lemmas and "of" in forms | set(begin[:1])):
        return "opposition"
    if (
        "question" in lemmas
        and begin[:1] != ["that"]
        and (begin[:1] == ["whether"] or (noun is not None and view.tokens[noun].pos in ("NOUN", "PROPN")))
    ):
        return "opposition"
    if "optimistic" in forms:
        return "support" if "about" in forms or begin[:1] == ["about"] else None
    if forms & _GLAD and begin[:1] != ["to"]:
        return "praise"
    if lemmas & {"maintain", "protest"} and "innocence" in near:
        return "denial"
    if lemmas & {"stop", "shun", "snub"} and speaks_by_matter(view, lemmas, words):
        return "opposition"
    if "plead" in lemmas and "guilty" in forms:
        return "denial" if "not" in forms else "statement"
    if "plead" in lemmas and begin[:1] == ["to"]:
        return "demand"
    if "plead" in lemmas and not forms & {"for", "with"} and begin[:1] != ["for"]:
        return "denial" if "not" in begin[:2] or "not" in forms else "statement"
    hits_back = "back" in forms and bool(lemmas & {"hit", "push"})
    claims = {view.lemma(w) for w in words[:4]} | lemmas | {f.removesuffix("s") for f in forms}
    if (lemmas & (lexicon.OPPOSITION | lexicon.DENIAL) or hits_back) and claims & lexicon.ACCUSATIONS:
        return "denial"
    return None


def _is_need(view: Text, words: list[int]) -> bool:
    """Tell whether a content names a need: "the need for talks", "the importance of opening the border"; not "the importance of Orland"."""
    noun = next((w for w in words[:5] if view.lemma(w) in lexicon.NEEDS and view.tokens[w].pos == "NOUN"), None)
    if noun is None or not words or words[-1] == noun:
        return False
    if view.lemma(noun) != "importance":
        return view.low(noun + 1) in ("for", "to", "of", "that")
    asked = view.child(noun, ("nmod", "acl", "advcl", "obl"))
    if asked is None:
        return False
    deed = view.tokens[asked].pos == "NOUN" and view.lemma(asked).endswith(_DEEDS)
    return deed or (view.tokens[asked].tag == "VBG" and view.child(asked, ("obj",)) is not None)


def _obliges_others(view: Text, words: list[int]) -> bool:
    """Tell whether a proposed clause says what should be."""
    verb = view.main_verb(words)
    return verb is not None and bool(set(view.auxiliaries(verb)) & {"should", "must"})


def kind_by_phrase(view: Text, lemmas: set[str], forms: set[str], head: int | None) -> PositionKind | None:
    """The kind of a verb with its particle or preposition: "turned down", "ruled out", "voted against"."""
    if refuses(view, lemmas, forms, head):
        # who "did not rule out" a thing is not for it either
        return "statement" if head is not None and view.is_negated(head) else "opposition"
    if "dismiss" in lemmas and head is not None:
        noun = view.child(head, ("nsubj:pass", "obj"))
        if noun is not None and view.lemma(noun) in _WISHED:
            return "opposition"
    if forms & {"critical", "hostile", "sceptical", "skeptical"} and forms & {"of", "to", "about"}:
        return "opposition"
    if "supportive" in forms or (forms & {"favour", "favor"} and "in" in forms):
        return "support"
    if "against" in forms and not lemmas & (lexicon.WARNING | lexicon.BLAME):
        return "opposition"
    # "called out the envoy for"
    return "blame" if "call" in lemmas and "out" in forms and "to" not in forms else None


def refuses(view: Text, lemmas: set[str], forms: set[str], head: int | None) -> bool:
    """Tell whether a verb with its particle turns something away: "turned the offer down", "ruled out"."""
    behind = view.children[head] if head is not None else []
    particles = {view.low(c) for c in behind if view.tokens[c].relation == "compound:prt"}
    return any((lemma, particle) in _REFUSALS for lemma in lemmas for particle in particles | forms)


def addressed_infinitive(view: Text, words: list[int]) -> bool:
    """Tell whether a content reads "X to do": an addressee, then an infinitive, before any finite verb."""
    for word in words[:14]:
        token = view.tokens[word]
        if token.text == "that" and token.relation == "mark":
            return False
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
        # "to first submit"
        verb = next((w for w in range(word + 1, min(word + 3, len(view.tokens))) if view.tokens[w].pos != "ADV"), None)
        if token.tag == "TO" and verb is not None and view.tokens[verb].tag == "VB":
            # nobody is asked by "his application to overturn it"
            return view.lemma(view.tokens[verb].head) not in _BIDS
    return False


def is_clause(view: Text, words: list[int]) -> bool:
    """Tell whether a content has a finite verb before any clause that hangs on it: not "the man held until he stands trial"."""
    for place, word in enumerate(words[:14]):
        token = view.tokens[word]
        if place and (token.relation == "mark" or token.tag.startswith("W")) and token.tag != "TO":
            return False
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
    return False


def takes_stand(view: Text, words: list[int], content: tuple[Span, ...]) -> bool:
    """Tell whether a cue refuses to recognise a thing, keeps a right or gives up a side: "does not recognise the council", "reserves the
    right to act", "withdrew her support for it"."""
    forms, lemmas = {view.low(w) for w in words}, {view.lemma(w) for w in words}
    side = view.head_of(view.words(content[:1]))
    if lemmas & _GIVES_UP and side is not None and view.lemma(side) in _BEING_AGAINST | _BEING_FOR:
        return any(view.tokens[c].relation == "nmod:poss" for c in view.children[side])
    denied = bool(forms & {"not", "never", "n't", "n’t"}) and bool(lemmas & {"recognise", "recognize"})
    return denied or ("reserve" in lemmas and view.slice(content[0]).lower().startswith("the right to "))
