"""What the article itself tells is nobody's position, and is not listed as one. People are invented."""

from __future__ import annotations

from briefing.models import Annotation, Attribution, Span, Token
from briefing.nlp.syntax import Text
from briefing.nlp.unheld import is_unheld


def unheld(words: str, *, cue: str = "", content: str = "", source: str = "") -> bool:
    """Ask of a sentence given as ``word/TAG/relation/head`` pieces, heads counted from 1 (0 for the root)."""
    tokens: list[Token] = []
    text = ""
    for number, piece in enumerate(words.split()):
        word, tag, relation, head = piece.rsplit("/", 3)
        start = len(text)
        text += word + " "
        pos = "VERB" if tag.startswith("VB") or tag == "MD" else "PUNCT" if tag == "." else "NOUN"
        lemma = {"known": "know", "sentenced": "sentence", "expected": "expect", "said": "say"}.get(word, word.lower())
        tokens.append(
            Token(
                start=start, end=start + len(word), text=word, pos=pos, tag=tag, lemma=lemma, relation=relation,
                head=number if head == "0" else int(head) - 1, sentence=0,
            )
        )  # fmt: skip
    annotation = Annotation(sentences=(Span(0, len(text)),), tokens=tuple(tokens), mentions=(), attributions=(), model_version="test")

    def spans(part: str) -> tuple[Span, ...]:
        return (Span(text.index(part), text.index(part) + len(part)),) if part else ()

    return is_unheld(Text(text, annotation), Attribution(source=spans(source), cue=spans(cue), content=spans(content)))


NAMED = "The/DT/det/2 week/NN/root/0 known/VBN/acl/2 as/IN/case/6 Golden/NN/amod/6 Week/NN/obl/3 ././punct/2"
TRIED = "Hale/NN/nsubj/3 was/VBD/aux:pass/3 sentenced/VBN/root/0 to/IN/case/6 two/CD/nummod/6 years/NNS/obl/3 in/IN/case/9 a/DT/det/9 jail/NN/nmod/6 up/IN/case/11 north/NN/nmod/9 ././punct/3"  # noqa: E501
HOPED = "Talks/NN/nsubj/3 are/VBP/aux:pass/3 expected/VBN/root/0 to/TO/mark/5 open/VB/xcomp/3 on/IN/case/7 Monday/NN/obl/5 in/IN/case/10 the/DT/det/10 port/NN/obl/5 ././punct/3"  # noqa: E501
PLAIN = "The/DT/det/2 dam/NN/nsubj/3 failed/VBD/root/0 in/IN/case/6 the/DT/det/6 night/NN/obl/3 near/IN/case/8 town/NN/obl/3 ././punct/3"


def test_a_bare_name_without_a_source_is_held_by_nobody() -> None:
    assert unheld(NAMED, cue="known as", content="Golden Week")


def test_a_name_that_somebody_holds_stays() -> None:
    assert not unheld(NAMED, source="The week", cue="known as", content="Golden Week")


def test_what_a_court_does_is_held_by_nobody() -> None:
    """A passive by which a court acts tells of its subject."""
    assert unheld(TRIED, cue="was sentenced", content="to two years in a jail up north")


def test_what_is_expected_stays() -> None:
    """Others expect it, though the clause does not say who."""
    assert not unheld(HOPED, cue="are expected", content="to open on Monday in the port")


def test_a_sentence_without_source_or_cue_is_the_article_s_own() -> None:
    assert unheld(PLAIN, content="The dam failed in the night near town")
    assert not unheld("“/./punct/4 " + PLAIN, content="The dam failed in the night near town")
