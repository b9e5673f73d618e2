"""Characters that stand for others, or for nothing that anybody sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.characters import as_printed, without_unseen


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("« The gate is open », she said.", "“The gate is open”, she said."),
        ("«\u00a0The gate is open\u00a0», she said.", "“The gate is open”, she said."),
        ("„The gate is open“, she said.", "“The gate is open”, she said."),
        ("``The gate is open,'' she said.", "“The gate is open,” she said."),
        ("the re\u0301gime of Selm", "the régime of Selm"),
        ("the ﬁrst gate", "the ﬁrst gate"),
        ("“The gate is open,” she said.", "“The gate is open,” she said."),
    ],
)
def test_a_text_is_printed_with_usual_marks_in_its_own_length(text: str, printed: str) -> None:
    """What is shorter so is filled up with what nobody sees; what would be longer stays."""
    assert len(as_printed(text)) == len(text)
    assert without_unseen(as_printed(text)) == printed


@given(st.text(alphabet="ab «»„“”`'’\u0301\u00ad\u200bﬁ\n.", max_size=200))
def test_every_text_keeps_its_length(text: str) -> None:
    assert len(as_printed(text)) == len(text)


def test_a_text_of_many_quotations_is_read_in_time() -> None:
    """The time that takes grows with the length, not with its square."""
    text = "‘so it is,’ he said. ‘“No,” then,’ she said.\n" * 10_000
    assert as_printed(text).startswith("“so it is,” he said. “‘No,’ then,” she said.")
