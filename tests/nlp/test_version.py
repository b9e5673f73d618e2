"""By what an analysis was made has another name when any of it is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.nlp import version


@pytest.mark.parametrize("changed", ["nlp/rules.py", "nlp/data/names.tsv", "characters.py"])
def test_a_change_of_what_an_analysis_follows_from_is_another_version(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rules, their data, and what they build on beside them."""
    for name in ("nlp/rules.py", "nlp/data/names.tsv", "characters.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one\n")
    monkeypatch.setattr(version, "_RULES", tmp_path / "nlp")

    def named() -> str:
        version._rules_hash.cache_clear()
        return version.extraction_version()

    before = named()
    assert named() == before
    (tmp_path / changed).write_text("two\n")
    assert named() != before
    version._rules_hash.cache_clear()
