"""The label sets of the shipped model's heads, in the order of their outputs."""

from __future__ import annotations

from collections.abc import Iterable

ROLES = ("source", "cue", "content")
ROLE_LABELS = ("O", *(f"{p}-{r}" for r in ROLES for p in "BI"))
MENTION_TYPES = ("person", "organization", "place", "group", "event", "date", "money", "other")
MENTION_LABELS = ("O", *(f"{p}-{t}" for t in MENTION_TYPES for p in "BI"))
UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X")  # fmt: skip
XPOS = ("$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ",
        "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
        "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``")  # fmt: skip
RELATIONS = ("acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
             "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
             "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
             "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
             "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp")  # fmt: skip
#: widths of the projections that pairs are scored with
ARC, LINK = 128, 64
#: relative places that a link's bias is learned for: signed, logarithmic in pieces
LINK_BUCKETS = 24
LINKS = ("cue", "source", "before")


def columns_of(widths: Iterable[tuple[str, int]]) -> dict[str, slice]:
    """Where the columns of each name stand in an output that holds them side by side."""
    found: dict[str, slice] = {}
    at = 0
    for name, width in widths:
        found[name] = slice(at, at + width)
        at += width
    return found


#: column ranges of the model's one output matrix
_WIDTHS = (
    ("roles", len(ROLE_LABELS)),
    ("mentions", len(MENTION_LABELS)),
    ("upos", len(UPOS)),
    ("xpos", len(XPOS)),
    ("relation", len(RELATIONS)),
    ("sentence", 2),
    ("arc_dependent", ARC),
    ("arc_head", ARC),
    *((f"{link}_query", LINK) for link in LINKS),
    *((f"{link}_key", LINK) for link in LINKS),
)
COLUMNS = columns_of(_WIDTHS)
OUTPUTS = sum(width for _, width in _WIDTHS)


def link_bucket(query: int, key: int) -> int:
    """Give the bucket of the signed distance, in pieces, from a content's first piece to a candidate's first piece."""
    distance = key - query
    size = min(abs(distance).bit_length(), LINK_BUCKETS // 2 - 1)
    return size if distance >= 0 else size + LINK_BUCKETS // 2
