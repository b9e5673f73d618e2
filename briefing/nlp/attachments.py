"""Words that a parse hangs on the wrong one, hung right: those of a dateline, subjects, and what tells of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.models import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})


def without_datelines(tokens: tuple[Token, ...], datelines: Iterable[Span]) -> tuple[Token, ...]:
    """Hang what a parse ties to a dateline on the verb of its sentence: in "NORTHPORT — Orland rejected" a town rejects nothing."""
    mended = list(tokens)
    for line in datelines:
        inside = {n for n, t in enumerate(tokens) if line.start <= t.start < line.end}
        behind = [n for n, t in enumerate(tokens) if n not in inside and inside and t.sentence == tokens[max(inside)].sentence]
        main = next((n for n in behind if tokens[n].relation == "root"), None)
        if main is None:
            main = next((n for n in behind if tokens[n].head in inside and tokens[n].pos == "VERB"), None)
        if main is None:
            continue
        for word in (*sorted(inside), *behind):
            if word in inside:
                mended[word] = replace(tokens[word], head=main, relation="discourse")
            elif word == main:
                mended[word] = replace(tokens[word], head=main, relation="root")
            elif tokens[word].head in inside:
                mended[word] = replace(tokens[word], head=main)
    return tuple(mended)


def with_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Take for its subject the noun before a verb that hangs on it as a second root, where it has none: "Sund, Dorne and Kesh agreed"."""
    owned = {t.head for t in tokens if t.relation in SUBJECTS}
    tokens = _with_joined_subjects(tokens, owned)
    return tuple(
        replace(t, relation="nsubj")
        if t.relation == "root" and n < t.head and t.pos in ("NOUN", "PROPN") and tokens[t.head].pos == "VERB" and t.head not in owned
        else t
        for n, t in enumerate(tokens)
    )


def _with_joined_subjects(tokens: tuple[Token, ...], owned: set[int]) -> tuple[Token, ...]:
    """Take a noun right before "will" and its like for the subject of the verb behind: of "the council amends the act and teachers will
    stay" a parse may have the council stay, or the teachers amended."""
    mended = list(tokens)
    for n, token in enumerate(tokens[:-2]):
        if token.relation != "conj" or token.pos not in ("NOUN", "PROPN") or tokens[n + 1].tag != "MD" or token.head == n:
            continue
        verb = next((v for v in range(n + 2, min(n + 6, len(tokens))) if tokens[v].pos in ("VERB", "ADJ")), None)
        if verb is None or tokens[verb].sentence != token.sentence or verb in owned or tokens[verb].relation not in ("conj", "root"):
            continue
        if token.head > n or tokens[verb].relation == "conj":
            mended[n] = replace(token, head=verb, relation="nsubj")
    return tuple(mended)


def with_complements(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang on its noun what a parse hangs on the verb behind: "leaders of the Dockers Council sent a letter"."""
    subjects = {t.head: n for n, t in enumerate(tokens) if t.relation in SUBJECTS and n < t.head}
    cased = {t.head for t in tokens if t.relation == "case"}
    mended = list(tokens)
    for n, token in enumerate(tokens):
        noun = subjects.get(token.head)
        if token.relation != "nmod" or noun is None or not noun < n < token.head or n not in cased or tokens[token.head].pos != "VERB":
            continue
        if all(t.pos != "PUNCT" for t in tokens[noun:n]):
            mended[n] = replace(token, head=noun)
    return tuple(mended)
