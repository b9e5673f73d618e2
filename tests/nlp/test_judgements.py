"""What words of praise, of need, of harm and of benefit make of a content."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Ada Quill said that the performance of the crews was excellent.", "praise"),
        ("Minister Ada Quill said that the work of the crews was outstanding.", "praise"),
        ("Minister Ada Quill said that the crews went on in exceptional circumstances.", "statement"),
        ("Minister Ada Quill said that there could be losses of rice in the north.", "warning"),
        ("The Harbour Fund said that the lives of thousands of farmers are at stake.", "warning"),
        ("Minister Ada Quill said that more evidence is needed.", "demand"),
        ("The club's manager Jon Hale told reporters, “The club will pay the clause in his contract.”", "commitment"),
        ("The club's manager Jon Hale told reporters, “The club interested in him will pay the clause in his contract.”", "statement"),
        ("Jon Hale, who runs the port of Selm, said that the dredging will allow larger ships to call.", "statement"),
        ("Jon Hale, who runs the port of Selm, said that this will allow larger ships to call.", "statement"),
        ("Governor Ada Quill said that the works on the dam would continue.", "commitment"),
        ("Governor Ada Quill said that the four rises would continue to dampen prices.", "statement"),
        ("Jon Hale, who runs the port of Selm, said that the minister's decision to close it was a mistake.", "blame"),
        ("Jon Hale, who runs the port of Selm, said that it was a disgrace.", "blame"),
        ("Jon Hale, who runs the port of Selm, said that it was unacceptable.", "opposition"),
        ("Jon Hale, who runs the port of Selm, said that the plan was a mistake.", "opposition"),
        ("Jon Hale, who runs the port of Selm, said that it was not right to close it.", "blame"),
        ("Jon Hale, who runs the port of Selm, said that it was not acceptable to close it.", "opposition"),
        ("Jon Hale, who runs the port of Selm, said that if a ship is not loaded in time it may call again.", "statement"),
        ("Jon Hale, who runs the port of Selm, said that it should not be allowed to close.", "demand"),
        ("Jon Hale, who runs the port of Selm, said that the region was in urgent need of cranes.", "demand"),
        ("Jon Hale, who runs the port of Selm, said that there was a need to dredge the harbour.", "demand"),
        ("Jon Hale, who runs the port of Selm, affirmed the need for dredging the harbour.", "demand"),
        ("Jon Hale, who runs the port of Selm, acknowledged the need for dredging the harbour.", "statement"),
        ("Jon Hale, who runs the port of Selm, agreed that the crews had waited.", "statement"),
        ("Jon Hale, who runs the port of Selm, declined to comment on the closure of the port.", "statement"),
        ("Jon Hale, who runs the port of Selm, said that the ships will call at the port.", "statement"),
        ("Minister Ada Quill said that the crews had called at the port.", "statement"),
        ("Minister Ada Quill said that the story of the leak could be false.", "denial"),
        ("Minister Ada Quill said that the ledger can be a lie.", "denial"),
        ("Minister Ada Quill said that there could be no truce on the river.", "opposition"),
        ("Minister Ada Quill said that there could have been no truce on the river.", "statement"),
    ],
)
def test_what_a_content_judges(annotator: Annotator, text: str, kind: str) -> None:
    """Praise, harm that could come, what is needed, what a plan does good."""
    assert [p.kind for p in analyse(annotator, text).positions if p.actor] == [kind]
