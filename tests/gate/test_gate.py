"""The quality gate: what the extraction must still find in articles written for it.

The people, places and bodies are invented; NAME.json says what a close reader finds in text/NAME.txt, in verbatim spans. What the
rows mean stands in benchmarks/gate.py; `python -m benchmarks.gate --misses` lists what is missed. Raising a floor is normal;
lowering one, or a change of the corpus, needs a reason in the commit.
"""

from __future__ import annotations

import hashlib

import pytest

from benchmarks.gate import ARTICLES, ROWS, TODAY, Score, read_articles, score_article, score_folder

CORPUS = "0b42b771356b4168"
#: F1 of actors, positions and steps, recall of the others, in percent
FLOORS = {
    "actors": 84.5,
    "actors 3": 95.5,
    "positions": 73.5,
    "positions 3": 79.5,
    "steps": 87.5,
    "steps 3": 95.0,
    "dates": 96.0,
    "kinds": 79.5,
    "published": 100.0,
}
KINDS = {
    "positions": "statement demand support opposition blame denial offer commitment warning praise".split(),
    "next_steps": "scheduled committed requested expected".split(),
}


@pytest.fixture(scope="module")
def total() -> Score:
    """The rows over all articles, with every miss."""
    sums = Score()
    for name, score in score_folder(today=TODAY):
        sums.include(score)
        sums.misses += [(f"{name}: {what}", shown, weight) for what, shown, weight in score.misses]
    return sums


def test_the_corpus_is_the_one_that_the_floors_were_measured_on() -> None:
    """A changed article or annotation changes the hash, so that no floor is met by an easier corpus."""
    digest = hashlib.sha256()
    for path in sorted([*ARTICLES.glob("*.json"), *ARTICLES.glob("text/*.txt")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    assert digest.hexdigest()[:16] == CORPUS


def test_every_article_is_annotated_in_verbatim_spans() -> None:
    """At least 30 articles of 120 to 300 words; every span occurs in its text and every name among the actors."""
    articles = list(read_articles())
    assert len(articles) >= 30
    assert {path.stem for _, path in articles} == {path.stem for path in ARTICLES.glob("text/*.txt")}
    for wanted, path in articles:
        text = path.read_text(encoding="utf-8")
        assert wanted["document"] == path.stem
        assert 120 <= len(text.split()) <= 300, path.stem
        names = {actor["name"] for actor in wanted["actors"]}
        spans = [name for actor in wanted["actors"] for name in (actor["name"], *actor["aliases"], actor["role"] or "")]
        spans += [span for item in wanted["positions"] for span in (item["content"], item["cue"])]
        spans += [span for item in wanted["next_steps"] for span in (item["what"], item["when"] or "")]
        assert [span for span in spans if span not in text] == [], path.stem
        assert {item["actor"] for item in wanted["positions"]} <= names, path.stem
        assert {name for item in wanted["next_steps"] for name in item["who"]} <= names, path.stem
        assert {item["kind"] for item in wanted["positions"]} <= set(KINDS["positions"]), path.stem
        assert {item["kind"] for item in wanted["next_steps"]} <= set(KINDS["next_steps"]), path.stem


@pytest.mark.parametrize("row", ROWS)
def test_a_row_holds_its_floor(total: Score, row: str) -> None:
    """None of the figures falls below what was measured when its floor was set."""
    lost = "\n".join(f"{what} [{weight}] {shown}" for what, shown, weight in total.misses)
    assert total.value(row) >= FLOORS[row], f"{row}: {total.value(row):.1f} against {FLOORS[row]}\n{lost}"


def test_a_perfect_extraction_scores_a_hundred() -> None:
    """The annotations scored against themselves are right in every row, but for the actors beyond the tenth."""
    for wanted, path in read_articles():
        text = path.read_text(encoding="utf-8")
        found = {
            "published": wanted["published"],
            "actors": wanted["actors"],
            "positions": [{**item, "content": _spans(text, item["content"])} for item in wanted["positions"]],
            "next_steps": [{**item, "what": _spans(text, item["what"])} for item in wanted["next_steps"]],
        }
        score = score_article(wanted, text, found)
        assert all(score.value(row) == 100 for row in ROWS if score.rows[row].wanted and not row.startswith("actors")), path.stem
        assert score.rows["actors"].precision == 100, path.stem


def test_what_is_wrongly_added_or_left_out_costs() -> None:
    """A wrong actor, a position of somebody else and a step too many lower precision; nothing at all finds nothing."""
    text = "Ada Quill said the port is shut. She will reopen it on Friday."
    wanted = {
        "published": "2024-01-04",
        "actors": [{"name": "Ada Quill", "aliases": [], "salience": 3}],
        "positions": [{"actor": "Ada Quill", "content": "the port is shut", "kind": "statement", "importance": 3}],
        "next_steps": [{"what": "She will reopen it on Friday", "date": "2024-01-05", "kind": "committed", "importance": 3}],
    }
    step = {"what": _spans(text, "She will reopen it on Friday"), "date": "2024-01-04/2024-01-05", "kind": "scheduled"}
    found = {
        "published": None,
        "actors": [{"name": "Ada Quill", "aliases": []}, {"name": "Bram Ott", "aliases": []}],
        "positions": [{"actor": "Bram Ott", "content": _spans(text, "the port is shut"), "kind": "statement"}],
        "next_steps": [step, step],
    }
    score = score_article(wanted, text, found)
    figures = {row: round(score.value(row), 1) for row in ROWS}
    assert figures == {
        "actors": 66.7,
        "actors 3": 100.0,
        "positions": 0.0,
        "positions 3": 0.0,
        "steps": 66.7,
        "steps 3": 100.0,
        "dates": 100.0,
        "kinds": 0.0,
        "published": 0.0,
    }
    nothing = score_article(wanted, text, {"published": None, "actors": [], "positions": [], "next_steps": []})
    assert all(nothing.value(row) == 0 for row in ROWS)


def _spans(text: str, verbatim: str) -> list[list[int]]:
    return [[text.index(verbatim), text.index(verbatim) + len(verbatim)]]
