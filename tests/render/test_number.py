"""One or several."""

from __future__ import annotations

import pytest

from briefing.render.number import is_several


@pytest.mark.parametrize(
    ("name", "several"),
    [("other unions", True), ("Opposition MPs", True), ("NGOs", True), ("MP", False), ("IOS", False), ("the state press", False)],
)
def test_letters_with_an_s_behind_them_are_several(name: str, several: bool) -> None:
    """As nouns in small letters are."""
    assert is_several(name) is several
