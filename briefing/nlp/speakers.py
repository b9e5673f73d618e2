"""Who speaks, as the tree of a sentence says: the subject of a verb of speech, the agent of a passive, who does what a cue tells."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.quotations import is_quoted
from briefing.nlp.syntax import FINITE, Text

_SAYS = frozenset({"say", "add", "note", "tell", "explain"})
#: verbs of speech by what they take
_UTTERS = frozenset({"express", "voice", "convey"})
#: verbs whose subject holds nothing by them
_SEEMS = frozenset({"seem", "appear", "sign", "look", "include"})
BODY_OF_SOURCE = frozenset({"acl", "acl:relcl", "appos", "parataxis", "punct"})
#: what somebody does with a statement of theirs
_PUTS_OUT = frozenset({"issue", "release", "publish", "give", "make", "send", "post"})
_WHILE = frozenset({"when", "as", "while", "after", "where"})


def with_name(view: Text, span: Span, others: tuple[Span, ...]) -> Span:
    """Extend a source that ends in an office or a trade over the name right behind it: "the two-time champion" Ada Quill."""
    words, tokens = view.words([span]), view.tokens
    if not words or view.lemma(words[-1]) not in lexicon.PERSON_NOUNS:
        return span
    taken, last = set(view.words(others)), words[-1]
    while last + 1 < len(tokens) and last + 1 not in taken and tokens[last + 1].sentence == tokens[last].sentence:
        if tokens[last + 1].pos != "PROPN" and tokens[last + 1].tag != "HYPH":
            break
        last += 1
    return Span(span.start, tokens[last].end)


def own_speaker(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> tuple[Span, Span] | None:
    """The verb of speech and its subject that end the sentence of a content tied to a cue of another sentence: "..., the doctor said".

    A quotation is theirs only where nothing but marks stands between.
    """
    here, end = view.sentence_at(content[-1].end - 1), content[-1].end
    quoted = is_quoted(view.text, content)
    if any(view.sentence_at(c.start) in (here, view.sentence_at(content[0].start)) for c in cue) or not (cue or quoted):
        return None
    held = set(view.words(content))
    for word in view.sentence_words[here]:
        token = view.tokens[word]
        if token.start < end or word in held or view.lemma(word) not in (lexicon.REPORTING if quoted else _SAYS):
            continue
        span = Span(token.start, token.end)
        named = speaker_of(view, (span,), content) if token.tag in ("VBD", "VBZ") else None
        if named is None or named.start < end:
            continue
        if not quoted or not view.text[end : min(named.start, span.start)].strip(" ,.!?”\"»’'"):
            return span, named
    return None


def _clause_between(view: Text, verb: int) -> int | None:
    """The verb of the clause with "when" or "as" that stands between a participle and the verb that it hangs on."""
    token = view.tokens[verb]
    if token.tag != "VBG" or token.relation != "advcl" or view.child(verb, ("nsubj", "aux", "mark")) is not None:
        return None
    between = [c for c in view.children[token.head] if token.head < c < verb and view.tokens[c].relation == "advcl"]
    finite = [c for c in between if view.tokens[c].tag in FINITE and any(view.low(w) in _WHILE for w in view.children[c])]
    return finite[-1] if finite else None


def _who_said_last(view: Text, verb: int) -> int | None:
    """Who speaks right before a participle that goes on with it, wherever a parse hangs that: "The show drew crowds, she said, adding"."""
    tokens = view.tokens
    said = verb - 2
    if tokens[verb].tag != "VBG" or said < 1 or tokens[verb - 1].text != "," or tokens[said].tag not in ("VBD", "VBZ", "VBP"):
        return None
    if view.lemma(said) not in _SAYS or view.lemma(verb) not in lexicon.REPORTING or tokens[said - 1].text.lower() not in lexicon.HE_OR_SHE:
        return None
    return said - 1


def _goes_to_say(view: Text, verb: int, cue: tuple[Span, ...]) -> bool:
    """Tell whether a cue says by an infinitive that its verb leads to what is said: "went on to say", "took the floor to say"."""
    behind = [w for w in view.words(cue) if w > verb]
    return view.is_finite(verb) and any(
        view.tokens[w].tag == "VB" and view.tokens[w - 1].tag == "TO" and view.lemma(w) in lexicon.REPORTING for w in behind
    )


def _utters(view: Text, verb: int) -> bool:
    """Tell whether a pronoun or who did what was told before utters something: "He also expressed his thanks"."""
    subject = view.child(verb, ("nsubj",))
    return view.lemma(verb) in _UTTERS and (subject is None or view.low(subject) in lexicon.THIRD_PERSON)


def _gives_out(view: Text, verb: int, cue: tuple[Span, ...]) -> bool:
    """Tell whether a cue says that somebody puts out what follows: "issued a statement on the raid:"."""
    words = view.words(cue)
    return (
        view.is_finite(verb) and view.lemma(verb) in _PUTS_OUT and any(view.lemma(w) in lexicon.DOCUMENT_NOUNS for w in words if w > verb)
    )


def speaker_of(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> Span | None:
    """The phrase that the tree gives as the speaker of a cue: its subject, or the agent of a passive."""
    verb = view.head_of(view.words(cue))
    if (
        verb is None
        or view.tokens[verb].pos != "VERB"
        or not (view.lemma(verb) in lexicon.SPEAKING or _utters(view, verb) or _goes_to_say(view, verb, cue) or _gives_out(view, verb, cue))
    ):
        return None
    passive = view.child(verb, ("nsubj:pass", "aux:pass")) is not None
    # "asked why, she said": a tagger may take it for the past tense
    alone = view.tokens[verb].relation == "advcl" and view.child(verb, ("nsubj", "aux", "mark")) is None
    if (
        passive
        or (view.tokens[verb].tag == "VBN" and view.child(verb, ("aux", "nsubj")) is None)
        or (alone and view.tokens[verb].tag == "VBD")
    ):
        word = view.child(verb, ("obl:agent",))
    elif (inserted := _who_said_last(view, verb)) is not None:
        word = inserted
    elif (nearer := _clause_between(view, verb)) is not None:
        # "made headlines when residents rallied, claiming": who did what was told last
        word = view.child(nearer, ("nsubj",))
    else:
        word = view.subject(verb)
        if verb and view.tokens[verb - 1].head == verb and view.low(verb - 1) in lexicon.THIRD_PERSON:
            # "the general, she said, has": a parse may give the verb both for subjects
            word = verb - 1
        if word is None or view.child(verb, ("nsubj", "nsubj:pass")) is None:
            # a parse may take the speaker of "..., chief doctor Paul Reed said" for an apposition
            beside = [c for c in view.children[verb] if c < verb and view.tokens[c].relation == "appos" and view.subtree(c)[-1] == verb - 1]
            word = beside[0] if beside else word
        if word is None and view.tokens[verb].relation in ("acl", "acl:relcl"):
            word = view.tokens[verb].head
    if word is None or view.tokens[word].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    held = set(view.words(content)) | set(view.words(cue))
    phrase = [w for w in view.subtree(word, without=BODY_OF_SOURCE) if view.tokens[w].relation != "case" or view.tokens[w].head != word]
    # what hangs on a subject and stands behind its verb is no part of who speaks
    phrase = [w for w in phrase if w < verb] if word < verb else phrase
    if not phrase or held & set(phrase) or len(phrase) > 15:
        return None
    return with_name(view, view.span_of(phrase), (*cue, *content))


def doer_of(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> Span | None:
    """The subject of a cue that is a finite verb in the active, though it is no verb of speech: "ten deputies filed a motion against"."""
    verb = view.head_of(view.words(cue))
    if verb is None or view.tokens[verb].pos != "VERB" or view.lemma(verb) in _SEEMS:
        return None
    if view.child(verb, ("nsubj:pass", "aux:pass", "expl")) is not None or not view.is_finite(verb):
        return None
    word = view.child(verb, ("nsubj",))
    if word is None or word > verb or view.child(verb, ("mark",)) is not None or view.tokens[word].pos not in ("NOUN", "PROPN"):
        return None
    phrase = [w for w in view.subtree(word, without=BODY_OF_SOURCE) if w < verb]
    return None if set(view.words(content)) & set(phrase) else view.span_of(phrase)
