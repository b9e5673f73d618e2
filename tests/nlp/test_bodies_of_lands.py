"""A land's ministries and forces are bodies of their own, and whom one speaks for is no target; people and most lands are invented."""

from __future__ import annotations

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def test_a_ministry_of_a_land_is_not_the_land(annotator: Annotator) -> None:
    """ "The Iraqi foreign ministry" speaks for itself, by its whole name, and "the ministry" is it."""
    text = (
        "The Iraqi foreign ministry said on Monday that Iraq had asked Turkey to stop the strikes. "
        "The ministry warned that it would go to the United Nations."
    )
    found = analyse(annotator, text)
    assert {p.actor for p in found.positions if p.kind == "warning"} == {"Iraqi foreign ministry"}
    assert "Iraqi foreign ministry" not in next(a for a in found.actors if a.name == "Iraq").aliases


def test_an_army_of_a_land_is_not_the_land(annotator: Annotator) -> None:
    """ "The army" behind "the Israeli army" is shown by its whole name."""
    text = "The Israeli army said that it had struck two sites. The Israeli government backed the strikes. The army said nobody was hurt."
    found = analyse(annotator, text)
    assert {p.actor for p in found.positions if "hurt" in text[p.content[0].start : p.content[-1].end]} == {"Israeli army"}
    assert {p.actor for p in found.positions if p.kind == "support"} == {"Israel"}


def test_whom_one_speaks_for_is_not_whom_one_praises(annotator: Annotator) -> None:
    """A minister who is proud of his land praises nobody by that; whom another praises is praised."""
    text = '"We are proud of Norland and its farmers," Norland\'s Agriculture Minister Jon Hale said. He praised Ada Quill for her help.'
    targets = {text[p.content[0].start : p.content[-1].end][:8]: p.target for p in analyse(annotator, text).positions}
    assert targets["We are p"] is None
    assert targets["Ada Quil"] == "Ada Quill"


def test_a_statue_is_where_people_stand(annotator: Annotator) -> None:
    """Who protests in front of a statue does not oppose whom it shows."""
    text = "SELM - MPs staged a protest in front of Adam Stone's statue, alleging that their suspension amounted to murder."
    assert all(p.target != "Adam Stone" for p in analyse(annotator, text).positions)
