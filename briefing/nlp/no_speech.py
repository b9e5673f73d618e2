"""Cues that are no word of speech, thought or attitude: "passed a bill", "received praise for", "discussed the flood"."""

from __future__ import annotations

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.attitudes import is_attitude, is_view
from briefing.nlp.cue_phrases import refuses, speaks_by_matter, takes_stand
from briefing.nlp.fragments import is_predicate
from briefing.nlp.quotations import is_quoted
from briefing.nlp.resolutions import opens_clause
from briefing.nlp.syntax import SUBJECTS, Text

#: verbs that tell only what was spoken of where no clause follows, and what is raised or spoken without holding anything
_TOPICS = frozenset({"discuss", "tell"})
_SUFFERS = frozenset("receive face draw attract get win meet suffer".split())
_FIGURES = frozenset({"hopes", "hope", "volumes", "eyebrows"})
#: verbs that tell what somebody says or holds where a clause of its own stands behind them: "countered that", "the court found that"
_SAYS_THAT = frozenset(
    """counter retort interject opine concur muse venture sneer scoff shrug snap shout yell scream whisper boast gush fume rage thunder
    bemoan chide intimate hint imply reason theorise theorize surmise speculate reckon figure guess recollect attest certify marvel
    chime aver profess proclaim pronounce divulge relay convey judge deem assess counsel postulate calculate foresee envisage anticipate
    grumble moan whine enthuse exclaim text email blog submit confess recognise recognize signal find hold detail""".split()
)
#: verbs that hold nothing without a clause, or the words themselves: "said on Monday" says nothing
_TAKES_CLAUSE = frozenset({"say", "add", "note", "accord", "according"})
#: verbs of speech that may stand in one cue with them: "said, thanking" the staff
_SPEAKS_BESIDE = lexicon.PRAISE | lexicon.BLAME | lexicon.DEMAND | lexicon.OPPOSITION | {"express", "voice", "call"}
#: verbs that make a thing so, or know it, where others say it
_SETTLES = frozenset("ensure make see hear learn forget teach mean require provide appear seem turn happen know".split())
#: what a fact does, where it is the subject of a participle
_SIGNS = frozenset("indicate suggest show signal underscore underline highlight reflect demonstrate confirm reveal prove mean".split())
#: nouns for what is spoken, which say nothing of what about it
_SPOKEN = frozenset("remark remarks comment comments speech interview talk".split())
#: verbs that hold something only with a clause: "posted that", not "posted a video"
_MAKES = frozenset("post publish write release share respond reply answer".split())
#: what takes a stance with what it lays on somebody: "pinned the blame on Norland", "cast doubt on the count"
_LAYS, _LAID = frozenset("pin lay put place cast".split()), frozenset({"blame", "doubt", "doubts"})
#: verbs that take a thing for something, one with the letter that its ending doubles
_TAKES_FOR = frozenset("frame label labell regard classify deem judge cast rate perceive".split())


def is_all_of_line(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a line is no more than what is said, with who says so behind it, as a headline is."""
    start, end = content[0].start, max((s.end for s in (*source, *cue)), default=0)
    alone = bool(cue) and start < content[-1].end <= min(s.start for s in (*source, *cue)) and "\n" not in view.text[start:end]
    return (
        alone
        and view.text[view.text.rfind("\n", 0, start) + 1 : start].strip("'‘“\"") == ""
        and view.text[end : end + 1] in ("", "\n", "\r")
    )


def is_act(view: Text, attribution: Attribution) -> bool:
    """Tell whether a cue is no word of speech, thought or attitude, and neither a quotation nor a source without a cue speaks for itself:
    "passed a bill"."""
    if not attribution.cue:
        return not (attribution.source or is_quoted(view.text, attribution.content))
    # "A. Six weeks.", "For Stone, the tide is what matters"
    answers = view.slice(attribution.cue[0]) in (".", "For") or is_view(view.slice(attribution.cue[0]))
    answers = answers or opens_clause(view, attribution.source, attribution.cue)
    if answers or is_all_of_line(view, attribution.source, attribution.cue, attribution.content):
        return False
    words = view.words(attribution.cue)
    lemmas = {view.lemma(w) for w in words}
    if "such" in lemmas or "meet" in lemmas:
        # "functions such as recommending candidates", "met to discuss"
        return True
    if is_attitude(view, words):
        return False
    if any(_is_given_to(view, w) for w in words):
        return True
    if "learn" in lemmas or lemmas >= {"make", "believe"} or ("call" in lemmas and _rings(view, attribution)):
        # who is "made to believe" a thing need not hold it, and who learns one says nothing
        return True
    if _is_sign(view, words) or _recalls(view, lemmas, attribution.content) or _sells(view, lemmas, attribution.content):
        return True
    if _opens_clause(view, attribution.content) and not any(is_predicate(view, w) for w in view.words(attribution.content)):
        return True
    asks = "tell" in lemmas and _asks(view, attribution.content)
    if lemmas & _TOPICS and not _has_clause(view, attribution.content) and not asks:
        return True
    if lemmas & {"raise", "speak"} and {view.low(w) for w in (*words, *view.words(attribution.content)[:2])} & _FIGURES:
        return True
    if _is_purpose(view, words) or _is_suffered(view, words) or view.slice(attribution.cue[0]).lower().startswith("having said"):
        return True
    if _is_name_cut_off(view, lemmas, attribution):
        return True
    if lemmas & _SPOKEN and view.tokens[words[-1]].pos == "ADP" and not _has_clause(view, attribution.content):
        # "his remarks on the issue"
        return True
    if lemmas & _TAKES_CLAUSE and not (lemmas & _SPEAKS_BESIDE or _has_clause(view, attribution.content) or _says_so(view, attribution)):
        return True
    if _only_notes(view, words, lemmas, attribution):
        return True
    if lemmas & _MAKES and not any(is_predicate(view, w) for w in view.words(attribution.content)):
        return True
    if any(view.low(w) == "allegedly" for w in words):
        # "suspended for allegedly refusing": others say so
        return True
    if _is_title(view, words) or (bool(words) and all(view.tokens[w].pos == "ADV" for w in words)):
        return True
    if is_quoted(view.text, attribution.content):
        return False
    if any(view.low(w) in ("known", "nicknamed") for w in words):
        return True
    if len(words) == 1 and view.tokens[words[0]].relation == "amod":
        # "the claimed provocations" are claimed by nobody
        return True
    forms = {view.low(w) for w in words}
    if lemmas & _LAYS and (top := view.head_of(view.words(attribution.content))) is not None and view.lemma(top) in _LAID:
        return False
    said = lemmas | {f.removesuffix("s") for f in forms}
    if (
        takes_stand(view, words, attribution.content)
        or _claims(view, words, attribution.content)
        or (lemmas & {"apologise", "apologize"} and _is_led(view, attribution.content, ("for", "over")))
        or said & (lexicon.SPEAKING | lexicon.ATTITUDE | {":"})
        or refuses(view, lemmas, forms, view.head_of(words))
    ):
        return False
    if (lemmas & _SAYS_THAT or _leads_with_that(view, words, lemmas, attribution.content)) and _takes_clause(
        view, words, attribution.content
    ):
        return False
    return not (
        _finds(view, words, attribution.content)
        or _names(view, words, attribution.content)
        or speaks_by_matter(view, lemmas, view.words(attribution.content))
    )


def _leads_with_that(view: Text, cue: list[int], lemmas: set[str], content: tuple[Span, ...]) -> bool:
    """Tell whether a content is a clause behind "that", and its cue no sign of it: who "prayed that" or "relayed that" says so."""
    first = next(iter(view.words(content)), 0)
    that = "that" in (view.low(first), view.low(max(0, first - 1)), view.low(cue[-1]))
    return that and not lemmas & (_SIGNS | _SETTLES) and not any(view.is_negated(w) for w in cue)


def _is_led(view: Text, content: tuple[Span, ...], leads: tuple[str, ...]) -> bool:
    return any(view.low(w - 1) in leads for w in view.words(content)[:1])


def _claims(view: Text, cue: list[int], content: tuple[Span, ...]) -> bool:
    """Tell whether a cue is a noun for what is said, and the content the clause that says it: "Lund's insistence that" it was late."""
    noun, inside = view.head_of(cue), view.words(content)
    said = noun is not None and view.tokens[noun].pos == "NOUN" and view.lemma(noun) in lexicon.CLAIM_NOUNS
    return said and bool(inside) and view.low(inside[0] - (view.low(inside[0]) != "that")) == "that"


def _names(view: Text, cue: list[int], content: tuple[Span, ...]) -> bool:
    """Tell whether somebody takes a thing for something, which a passive says of nobody: "framed the suit as a matter of pride"."""
    head, inside = view.head_of(cue), view.words(content)
    if head is None or view.lemma(head) not in _TAKES_FOR or view.child(head, ("aux:pass",)) is not None:
        return False
    return any(view.low(w) == "as" for w in inside) or view.child(head, ("xcomp",)) in inside


def _finds(view: Text, cue: list[int], content: tuple[Span, ...]) -> bool:
    """Tell whether somebody finds a thing to be so: "found the sentence too lenient"."""
    head, inside = view.head_of(cue), view.words(content)
    so = view.child(head, ("xcomp",)) if head is not None and view.lemma(head) == "find" else None
    return so in inside and view.tokens[so or 0].pos == "ADJ"


def _says_so(view: Text, attribution: Attribution) -> bool:
    """Tell whether somebody notes what is needed, or says no to a thing."""
    words = view.words(attribution.content)
    top = view.head_of(words)
    answers = any(view.low(w) in ("no", "yes") for w in words[:2]) and any(view.tokens[w].text == "to" for w in words[1:4])
    return answers or (top is not None and view.lemma(top) in lexicon.NEEDS)


def _takes_clause(view: Text, cue: list[int], content: tuple[Span, ...]) -> bool:
    """Tell whether a content is the clause that its cue, a finite verb, takes: "countered that it was too late"."""
    verb, inside = view.head_of(cue), view.words(content)
    clause = view.child(verb, ("ccomp",)) if verb is not None and view.is_finite(verb) else None
    return verb is not None and clause in inside and inside[0] > verb and view.child(clause or verb, SUBJECTS) is not None


def _is_sign(view: Text, words: list[int]) -> bool:
    """Tell whether it is what was told, and nobody, that shows something: "the council still debates it, indicating that"."""
    head = view.head_of(words)
    if head is None or view.tokens[head].tag != "VBG" or view.lemma(head) not in _SIGNS or view.tokens[head].relation != "advcl":
        return False
    return view.lemma(view.tokens[head].head) not in (lexicon.SPEAKING | lexicon.ATTITUDE) - {"continue"}


def _rings(view: Text, attribution: Attribution) -> bool:
    """Tell whether somebody calls by telephone: "had called to say where he was"."""
    content = view.words(attribution.content)
    to = len(content) > 1 and view.tokens[content[0]].tag == "TO"
    return to and attribution.cue[-1].end + 1 >= attribution.content[0].start and view.lemma(content[1]) in lexicon.REPORTING


def _recalls(view: Text, lemmas: set[str], content: tuple[Span, ...]) -> bool:
    """Tell whether somebody is called back, which is no memory: "recalled its ambassador"."""
    noun = view.head_of(view.words(content[:1]))
    return "recall" in lemmas and noun is not None and view.lemma(noun) in lexicon.PERSON_NOUNS


def _sells(view: Text, lemmas: set[str], content: tuple[Span, ...]) -> bool:
    """Tell whether what is offered is one's own ware: "offered their own tokens"."""
    first = next(iter(view.words(content[:1])), None)
    owned = first is not None and view.low(first) in ("its", "their")
    return "offer" in lemmas and owned and not any(view.tokens[w].tag == "TO" for w in view.words(content))


def _only_notes(view: Text, words: list[int], lemmas: set[str], attribution: Attribution) -> bool:
    """Tell whether a cue says that something was seen, remarked or replied to without saying what is held: "has seen titles vanish",
    "made the comments on a platform", "responded to reports that"."""
    head, forms = view.head_of(words), {view.low(w) for w in words}
    begin = [view.low(w) for w in view.words(attribution.content)[:15]]
    if head is None or is_quoted(view.text, attribution.content):
        return False
    if view.lemma(head) == "see":
        return view.tokens[head].tag in ("VBN", "VBD") and "as" not in begin and view.child(head, ("ccomp",)) is None
    if lemmas & {"make", "give"} and lemmas & {"comment", "remark", "statement", "speech"}:
        return begin[:1] != ["that"] and not any(is_predicate(view, w) for w in view.words(attribution.content)[:6])
    answers = view.lemma(head) in ("respond", "react", "reply") and not forms & {"by", "with", "saying"}
    return answers and ("to" in forms or begin[:1] == ["to"])


def _is_purpose(view: Text, words: list[int]) -> bool:
    """Tell whether a cue only says what somebody did something else for: "appeared before them to defend the project"."""
    head = view.head_of(words)
    if head is None or view.tokens[head].tag != "VB" or view.tokens[head].relation != "advcl":
        return False
    return view.lemma(head) not in lexicon.REPORTING | lexicon.PRAISE | lexicon.DEMAND | lexicon.OPPOSITION | lexicon.WARNING


def _is_given_to(view: Text, word: int) -> bool:
    """Tell whether a verb says what others are given a term for: "gave the ministry until Friday to explain why"."""
    token, over = view.tokens[word], view.tokens[word].head
    led = token.tag == "VB" and any(view.tokens[c].tag == "TO" for c in view.children[word])
    return led and over < word and view.lemma(over) == "give" and view.child(over, ("obj", "iobj")) is not None


def _is_suffered(view: Text, words: list[int]) -> bool:
    """Tell whether a cue says what was said of its subject: "has received criticism for"."""
    lemmas = {view.lemma(w) for w in words}
    return bool(lemmas & _SUFFERS) and bool(lemmas & {"criticism", "praise", "blame", "accusation", "support", "warning", "call"})


def _opens_clause(view: Text, content: tuple[Span, ...]) -> bool:
    """Tell whether a content begins with "that" or "if", which a clause must follow."""
    first = next(iter(view.words(content[:1])), None)
    return first is not None and view.low(first) in ("that", "if", "whether") and view.tokens[first].tag == "IN"


def _asks(view: Text, content: tuple[Span, ...]) -> bool:
    """Tell whether a content goes on with an infinitive of its own: "told them to leave", not "told men keen to join"."""
    marks = [view.tokens[w].head for w in view.words(content)[:8] if view.tokens[w].tag == "TO"]
    return any(view.tokens[view.tokens[verb].head].pos != "ADJ" for verb in marks)


def _is_name_cut_off(view: Text, lemmas: set[str], attribution: Attribution) -> bool:
    """Tell whether a content is what something is called by, without the name itself: "called the goals" , a challenge."""
    end = attribution.content[-1].end
    begins = view.text[attribution.content[0].start : end].lower()
    return (
        bool(lemmas & {"call", "dub", "brand", "label"})
        and not view.slice(attribution.cue[-1]).endswith(" for")
        and not begins.startswith(("for ", "on ", "upon "))
        and view.text[end : end + 5].startswith((", a ", ", an ", ", the"))
    )


def _has_clause(view: Text, content: tuple[Span, ...]) -> bool:
    """Tell whether a content has a predicate of its own, or is quoted: not "the first remark about the flats that stand empty"."""
    words = view.words(content)
    # a form of the past that a parse hangs on a noun is the predicate
    past = any(view.tokens[w].tag == "VBD" and view.tokens[w].relation == "acl" for w in words)
    return past or is_quoted(view.text, content) or any(is_predicate(view, w) for w in words)


def _is_title(view: Text, words: list[int]) -> bool:
    """Tell whether a cue gives something its name: "an article titled", "to mark"."""
    return any(view.lemma(w) in ("title", "entitle") or view.low(w) in ("titled", "entitled", "dubbed") for w in words)
