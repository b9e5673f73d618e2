"""The whole way, on the seed: who is there, who holds what, what comes next, and nothing that the text does not say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.compose import check_evidence
from briefing.errors import EvidenceError
from briefing.models import Briefing, Document, Interval
from briefing.pipeline import Made

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_f0eb57323d2ae8b3.txt"


@pytest.fixture(scope="module")
def made() -> Made:
    return briefing.make_briefing(ROOT / "seeds", date="2022-09-20")


@pytest.fixture(scope="module")
def seed(made: Made) -> Briefing:
    return made.briefing


@pytest.fixture(scope="module")
def document() -> Document:
    ((found, _),) = briefing.analyze([SEED])
    return found


def said_by(seed: Briefing, actor: str) -> str:
    return "\n".join(f"{p.kind}|{p.target}|{p.quoted}|{p.via}|{p.excerpt.text}" for p in seed.positions if p.actor == actor)


def test_its_actors_are_there_once_each(seed: Briefing) -> None:
    """Ten of them, spelled right although the source misspells one of them twice."""
    assert sorted(a.name for a in seed.actors) == sorted(
        [
            "Antony Blinken", "Ararat Mirzoyan", "Jeyhun Bayramov", "Ilham Aliyev", "Prime Minister Pashinyan", "Mevlut Cavusoglu",
            "Ned Price", "Armenia", "Azerbaijan", "United States",
        ]
    )  # fmt: skip
    roles = {a.name: a.role for a in seed.actors}
    assert roles["Antony Blinken"] == "Secretary of State"
    assert roles["Ilham Aliyev"] == "President"
    assert roles["Ned Price"] == "State Department spokesperson"


def test_misspellings_stand_only_in_the_sources_sentences(made: Made) -> None:
    """Everywhere else the name is set right, in square brackets."""
    text = made.renditions["text"].decode()
    before, sources = text.split("SOURCES")
    assert "Bilnken" not in before and "Blinked" not in before
    assert "[Blinken]" in before
    assert "Bilnken" in sources


def test_its_positions_are_those_of_the_text(seed: Briefing) -> None:
    """Demands, blame, offer, the quotation, and what one says of another attributed to both."""
    mirzoyan, blinken = said_by(seed, "Ararat Mirzoyan"), said_by(seed, "Antony Blinken")
    assert re.search(r"demand\|Azerbaijan\|False\|None\|called on Azerbaijan to withdraw its troops", mirzoyan)
    assert "|True|None|The use of force or the threat of force are unacceptable, and international mechanisms must be" in mirzoyan
    assert "blame|Azerbaijan|False|None|has pinned the blame for the attack on Azerbaijan" in blinken
    assert "demand|Ilham Aliyev|False|None|urged that country’s president, Ilham Aliyev, to pull his troops out of Armenia" in blinken
    assert "urged the sides to meet again and resolve issue through dialogue and diplomacy" in blinken
    assert "There is no military solution to the differences between Armenia and Azerbaijan." in blinken
    assert "offer|None|True|None|The United States is prepared to do whatever it can to support these efforts." in blinken
    assert "|Ned Price|encouraged the sides to meet again before the end of the month" in blinken


def test_its_bottom_line_says_that_no_agreement_was_reached(seed: Briefing) -> None:
    """Two to four whole sentences, each cited."""
    assert 2 <= len(seed.bottom_line) <= 4
    assert any("no agreements were reached" in line.excerpt.text for line in seed.bottom_line)
    assert all(line.citations and line.excerpt.text.lstrip("“")[0].isupper() and line.excerpt.text[-1] in ".”" for line in seed.bottom_line)


def test_the_next_meeting_is_due_by_the_end_of_the_month(seed: Briefing) -> None:
    """Requested of Armenia and Azerbaijan; on a later day it is overdue, never shown as coming."""
    first = seed.next_steps[0]
    assert first.value == Interval(start=date(2022, 9, 20), end=date(2022, 9, 30))
    assert (first.deadline, first.kind, set(first.who)) == (True, "requested", {"Armenia", "Azerbaijan"})
    assert first.status == "coming"
    later = briefing.make_briefing(ROOT / "seeds", date="2022-10-20").briefing.next_steps
    assert {s.status for s in later if s.value is not None} == {"overdue"}


def test_the_evidence_check_refuses_what_the_text_does_not_say(seed: Briefing, document: Document) -> None:
    """A changed word, a span that leads elsewhere, a missing citation, a changed sentence in the source list."""
    check_evidence(seed, [document])
    position = seed.positions[0]
    other = seed.positions[-1]
    breaches = [
        replace(position, excerpt=replace(position.excerpt, text=position.excerpt.text + "!")),
        replace(position, excerpt=other.excerpt),
        replace(position, citations=()),
        replace(position, cue="never said"),
    ]
    for breach in breaches:
        with pytest.raises(EvidenceError, match=f"position of {re.escape(position.actor)}"):
            check_evidence(replace(seed, positions=(breach, *seed.positions[1:])), [document])
    source = seed.sources[0]
    changed = replace(source.sentences[0], text="He said so.")
    with pytest.raises(EvidenceError, match=r"source 1\.1"):
        check_evidence(replace(seed, sources=(replace(source, sentences=(changed, *source.sentences[1:])),)), [document])


def test_nothing_is_shown_that_is_not_in_the_text(seed: Briefing, document: Document) -> None:
    """Every excerpt is the text at its spans, corrections aside."""
    shown = [*(b.excerpt for b in seed.bottom_line), *(p.excerpt for p in seed.positions), *(s.excerpt for s in seed.next_steps)]
    for excerpt in shown:
        for span, piece in zip(excerpt.spans, excerpt.text.split(" … "), strict=True):
            plain = " ".join(document.text[span.start : span.end].split())
            for correction in excerpt.corrections:
                wrong = document.text[correction.span.start : correction.span.end]
                plain = plain.replace(wrong, f"[{correction.replacement}]")
            assert plain == piece


def test_all_files_are_written_and_are_the_same_twice(tmp_path: Path) -> None:
    """The same input, configuration and date give the same bytes, from whatever folder the command is run."""
    for name, folder in (("a", ROOT), ("b", tmp_path)):
        command = [
            sys.executable,
            "-m",
            "briefing",
            "run",
            str(ROOT / "seeds"),
            "--date",
            "2022-09-20",
            "--out",
            str(tmp_path / name),
            "--json",
        ]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert len(json.loads(done.stdout)["files"]) == 5
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def _without_marks(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split())


@pytest.mark.parametrize(
    "form",
    [
        lambda t: t.replace("“", "« ").replace("”", " »"),
        lambda t: t.replace("“", "„").replace("”", "“"),
        lambda t: t.replace("“", "‘").replace("”", "’"),
        lambda t: t.replace("ti", "t\u00adi"),
        lambda t: "\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in t.splitlines() if p.strip()),
        lambda t: "\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in t.splitlines() if p.strip()),
    ],
    ids=["French marks", "German marks", "single marks", "soft hyphens", "wrapped", "wrapped without empty lines"],
)
def test_the_form_that_it_comes_in_changes_nothing(form: Callable[[str], str], tmp_path: Path, made: Made) -> None:
    """Marks of other languages, what nobody sees, lines of a width: word for word the same briefing, every offset one in the file."""
    (tmp_path / SEED.name).write_text(form(SEED.read_text(encoding="utf-8")), encoding="utf-8")
    other = briefing.make_briefing(tmp_path, date="2022-09-20")
    shown = [made.renditions["text"].decode().split("SOURCES")[0], other.renditions["text"].decode().split("SOURCES")[0]]
    assert _without_marks(shown[1]) == _without_marks(shown[0])
