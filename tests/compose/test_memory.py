"""What one briefing leaves to the next: packed and read back, strict in what it takes, bounded in what it keeps."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing.compose import Memory, UnreadableMemory, check_evidence, decode_memory, encode_memory
from briefing.compose.memory import evidence_of, forget
from briefing.errors import EvidenceError
from tests.compose.two_days import FIRST, SECOND, first_day, second_day


@pytest.fixture(scope="module")
def memory() -> Memory:
    return first_day().memory


def packed_anew(whole: object) -> bytes:
    return zlib.compress(json.dumps(whole, separators=(",", ":")).encode())


def test_a_memory_is_read_back_as_it_was(memory: Memory) -> None:
    """And packed again it has the same bytes."""
    packed = encode_memory(memory)
    assert decode_memory(packed) == memory
    assert encode_memory(memory) == packed


def test_a_memory_keeps_the_words_that_it_refers_to(memory: Memory) -> None:
    """Every item's evidence is there, as it stands in its document."""
    held = {(d.source.document, t.span): t.text for d in memory.documents for t in d.texts}
    assert evidence_of(memory) and {(e.document, e.span) for e in evidence_of(memory)} == held.keys()
    assert all(text in {d.id: d.text for d in FIRST}[document] for (document, _), text in held.items())


def test_a_memory_of_another_version_or_kind_is_refused_with_the_reason() -> None:
    """It is no error: the briefing is made without it, and says so."""
    packed = encode_memory(Memory(as_of=date(2030, 5, 6)))
    whole = json.loads(zlib.decompress(packed))
    for change, reason in (
        ({"version": 99}, "newer version"),
        ({"version": 0}, "another version"),
        ({"format": "something"}, "something else"),
        ({"memory": {**whole["memory"], "as_of": "soon"}}, "damaged at as_of"),
        ({"memory": {**whole["memory"], "mood": "good"}}, "did not write"),
        ({"memory": []}, "damaged"),
    ):
        refused = decode_memory(packed_anew({**whole, **change}))
        assert isinstance(refused, UnreadableMemory) and reason in refused.reason
    for damaged in (b"", packed[:-3], b"\x00" * 20, zlib.compress(b"[" * 100_000), zlib.compress(b"\xff\xfe")):
        assert isinstance(decode_memory(damaged), UnreadableMemory)


@pytest.mark.parametrize(("field", "value"), [("told", ["one line"]), ("told", 0.5), ("documents", "many")])
def test_a_field_that_is_damaged_is_named(memory: Memory, field: str, value: object) -> None:
    """Lines that are not one string, a number that is none."""
    whole = json.loads(zlib.decompress(encode_memory(memory)))
    whole["memory"]["stories"][0][field] = value
    refused = decode_memory(packed_anew(whole))
    assert isinstance(refused, UnreadableMemory) and refused.reason.endswith(f"damaged at stories.0.{field}")


def test_an_item_without_its_words_is_damage(memory: Memory) -> None:
    """What cannot be proven is not taken over."""
    refused = decode_memory(encode_memory(replace(memory, documents=memory.documents[1:])))
    assert isinstance(refused, UnreadableMemory) and "not kept" in refused.reason


def test_a_briefing_without_its_memory_says_so() -> None:
    """Everything is new again, and the coverage note says why."""
    made = second_day(UnreadableMemory(reason="what earlier briefings reported is damaged")).briefing
    (entry,) = (e for e in made.coverage if e.reason == "memory")
    assert (
        entry.outcome == "unreadable" and entry.detail == "what earlier briefings reported is damaged, so that everything is shown as new"
    )
    assert not made.changes and all(p.novelty == "new" for p in made.positions)


def test_what_was_not_heard_of_is_forgotten(memory: Memory) -> None:
    """Steps still to come stay, and of the words only those that something rests on."""
    later = forget(replace(memory, as_of=memory.as_of + timedelta(days=100)), days=60)
    assert not (later.stories or later.positions or later.actors)
    assert [k.step.value.end for k in later.steps if k.step.value] == [date(2030, 12, 31)]
    assert {(d.source.document, t.span) for d in later.documents for t in d.texts} == {tuple(e) for e in evidence_of(later)}
    assert forget(memory, days=60) == memory


def test_a_memory_does_not_grow_with_repetition(memory: Memory) -> None:
    """The same news every day leaves as much as on the first."""
    again = first_day(memory, days=1).memory
    more = first_day(again, days=2).memory
    assert len(more.positions) == len(memory.positions) and len(more.steps) == len(memory.steps)
    assert len(encode_memory(more)) < 1.1 * len(encode_memory(memory))


def test_words_of_an_earlier_day_are_proven_from_the_memory(memory: Memory) -> None:
    """The check takes neither a changed quotation nor one that nobody kept."""
    made = second_day(memory).briefing
    earlier = {s.document for s in made.sources if s.reported_on is not None}
    assert earlier == {d.id for d in FIRST}
    check_evidence(made, SECOND, memory)
    with pytest.raises(EvidenceError, match="not the document's text"):
        check_evidence(made, SECOND, None)
    change = next(c for c in made.changes if c.before is not None)
    assert change.before is not None
    forged = replace(change, before=replace(change.before, text=change.before.text.replace("timber", "amber")))
    with pytest.raises(EvidenceError, match="not kept"):
        check_evidence(replace(made, changes=(forged,)), SECOND, memory)
    longer = replace(change, before=replace(change.before, spans=(change.before.spans[0]._replace(start=0),)))
    with pytest.raises(EvidenceError, match="not kept"):
        check_evidence(replace(made, changes=(longer,)), SECOND, memory)
