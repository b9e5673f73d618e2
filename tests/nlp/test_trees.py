"""What is mended in a tree leaves it a tree."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import Annotation, Span, Token
from briefing.nlp.syntax import Text
from briefing.nlp.trees import still_trees


def _tokens(words: list[tuple[str, str, int, str, int]]) -> tuple[Token, ...]:
    found, at = [], 0
    for text, pos, head, relation, sentence in words:
        found.append(
            Token(start=at, end=at + len(text), text=text, lemma=text, pos=pos, tag=pos, head=head, relation=relation, sentence=sentence)
        )
        at += len(text) + 1
    return tuple(found)


def test_a_sentence_whose_mended_heads_lead_in_a_circle_stays_as_it_was() -> None:
    """A walk down the tree would never end there; another sentence keeps what is mended in it."""
    given = _tokens(
        [("Sund", "PROPN", 1, "nsubj", 0), ("voted", "VERB", 1, "root", 0), ("Dorne", "PROPN", 3, "root", 1), ("left", "VERB", 2, "acl", 1)]
    )
    mended = (replace(given[0], relation="obl"), given[1], replace(given[2], head=3), given[3])
    assert still_trees(given, mended) == (*mended[:2], *given[2:])
    assert still_trees(given, (*mended[:2], *given[2:])) == (*mended[:2], *given[2:])


def test_a_clause_is_not_hung_on_a_noun_that_hangs_on_it() -> None:
    """ "by Lund, who is known, Stone": where the name before the pronoun hangs on the verb by way of a word behind it, that stays so."""
    tokens = _tokens(
        [
            ("by", "ADP", 1, "case", 0),
            ("Lund", "PROPN", 6, "obl", 0),
            (",", "PUNCT", 5, "punct", 0),
            ("who", "PRON", 5, "nsubj", 0),
            ("is", "AUX", 5, "aux", 0),
            ("known", "VERB", 7, "acl:relcl", 0),
            ("widely", "VERB", 5, "conj", 0),
            ("Stone", "PROPN", 7, "root", 0),
        ]
    )
    end = tokens[-1].end
    annotation = Annotation(tokens=tokens, sentences=(Span(0, end),), mentions=(), attributions=(), model_version="")
    view = Text(" ".join(t.text for t in tokens), annotation)
    assert view.subtree(7) == list(range(8))


def test_a_noun_right_before_will_is_its_subject() -> None:
    """Of "the board amends the act and teachers will stay" a parse may have the teachers amended, or hang them on nothing, and the board
    stay."""
    words = [("Boards", "PROPN", 1, "nsubj", 0), ("amend", "VERB", 1, "root", 0), ("acts", "NOUN", 1, "obj", 0)]
    words += [("and", "CCONJ", 6, "cc", 0), ("teachers", "NOUN", 7, "conj", 0), ("MD", "AUX", 7, "aux", 0)]
    words += [("remain", "VERB", 1, "conj", 0), ("employed", "VERB", 6, "xcomp", 0)]
    tokens = _tokens(words)
    tokens = (*tokens[:5], replace(tokens[5], tag="MD"), *tokens[6:])
    annotation = Annotation(tokens=tokens, sentences=(Span(0, tokens[-1].end),), mentions=(), attributions=(), model_version="")
    view = Text(" ".join(t.text for t in tokens), annotation)
    assert view.subject(6) == 4
