"""Who heads what, where letters or a bracket stand between an office and its holder: people and bodies are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


@pytest.mark.parametrize("head", ["The director of the CFB", "The CFB director", "The board's director"])
def test_who_heads_what_letters_mean_is_not_another_of_that_office(annotator: Annotator, head: str) -> None:
    """Though the other one was named last."""
    text = (
        "The director of the Central Fisheries Board (CFB), Ada Quill, said on Monday that boats would be counted. Director Tom Reyes of "
        f"the Harbour Museum opened a new hall. {head} said that nets were too fine."
    )
    said = {text[p.content[0].start : p.content[-1].end]: p.actor for p in analyse(annotator, text).positions}
    assert said["that nets were too fine"] == "Ada Quill"


@pytest.mark.parametrize(
    "opening",
    [
        "In Norland the president of the Supreme Court (SC), Ruben Ferro, dispelled doubts",
        "In theory (and being impartial) the president of the Supreme Court (SC), Ruben Ferro, dispelled doubts",
        "Last week in Selm the president of the Supreme Court, Ruben Ferro, dispelled doubts",
    ],
)
def test_an_office_within_a_clause_is_its_subjects(annotator: Annotator, opening: str) -> None:
    """Where the verb stands behind the name."""
    actors = {a.name: a.role for a in analyse(annotator, f"{opening} in a video. He said that files must be returned.").actors}
    assert actors["Ruben Ferro"] == "president of the Supreme Court"


def test_one_of_a_list_has_no_office_of_another(annotator: Annotator) -> None:
    """A comma that goes on with a list tells nothing."""
    text = "In Norland the president of the Supreme Court, Ruben Ferro, Jon Hale and Mara Stone met on Monday. Hale said it was useful."
    assert {a.name: a.role for a in analyse(annotator, text).actors}["Jon Hale"] is None
