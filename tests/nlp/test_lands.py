"""Lands that no table knows, told by what they do and how they are called; people and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def kinds(annotator: Annotator, text: str) -> dict[str, str]:
    return {a.name: a.kind for a in analyse(annotator, text).actors}


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("Valdoria said on Monday that it would close its border. The decision followed months of tension.", {"Valdoria"}),
        ("Talks between Orvenia and Tessaly will resume on Friday. Both sides have agreed to a ceasefire.", {"Orvenia", "Tessaly"}),
        (
            "Sorenia and Balkovia signed a trade pact on Tuesday. Sorenia will lower tariffs, and Balkovia will buy trains.",
            {"Sorenia", "Balkovia"},
        ),
        ("Zandria has recalled its ambassador to protest against a new law.", {"Zandria"}),
        ("Relations between Karsk and Lomar are tense since Lomar expelled two diplomats. Karsk promised to respond.", {"Lomar", "Karsk"}),
        ("The foreign minister of Ostmark, Dovid Renn, said talks had failed. Ostmark will recall its envoy.", {"Ostmark"}),
        ("Prices rose in Ostmark last year. Ostmark rejected the claim on Monday.", {"Ostmark"}),
    ],
)
def test_a_land_is_known_by_what_it_does(annotator: Annotator, text: str, lands: set[str]) -> None:
    """By its envoys and borders, by what it signs or breaks off, by what is between it and another, by speaking as a place."""
    found = kinds(annotator, text)
    assert {name for name, kind in found.items() if kind == "country"} == lands


def test_who_is_called_it_is_no_person(annotator: Annotator) -> None:
    """Where nothing tells of a land it is a body."""
    assert kinds(annotator, "Ferrowell said it would cut 400 jobs. Ferrowell shares fell 4 percent.")["Ferrowell"] == "organization"


@pytest.mark.parametrize(
    "text",
    [
        "Brandt said the border would stay open. Hale denied it. Talks between Brandt and Hale will resume on Friday.",
        "Brandt recalled the ambassador, his wife said. Brandt will meet Hale on Friday.",
        "President Brandt expelled two diplomats and imposed sanctions on three firms. Brandt said it would not be the last step.",
    ],
)
def test_a_person_without_a_first_name_is_no_land(annotator: Annotator, text: str) -> None:
    """Two persons talk as two lands do; a title and "his" tell a person."""
    assert kinds(annotator, text)["Brandt"] == "person"


def test_a_town_that_speaks_is_its_council(annotator: Annotator) -> None:
    """The place and its name with what it is are one body; a place that only locates or sees rain does nothing."""
    text = "The City of Harnby says traces of fuel were found. Harnby told residents to boil the water. Rain is expected in Adelaide."
    found = kinds(annotator, text)
    assert found["City of Harnby"] == "organization"
    assert not {"Harnby", "Adelaide"} & found.keys()


@pytest.mark.parametrize(("beside", "apart"), [("", False), (" The ministers of both met in Brazzaville.", True)])
def test_congo_is_the_one_that_a_text_names(annotator: Annotator, beside: str, apart: bool) -> None:
    """ "Congo" is short for the larger one in a text that tells of no other."""
    text = "The DRC has accused the miners of fraud. Congo says it has not benefited from its copper. Congolese officials left." + beside
    names = {name for name in kinds(annotator, text) if "Congo" in name}
    assert names == ({"Democratic Republic of the Congo", "Congo"} if apart else {"Democratic Republic of the Congo"})


@pytest.mark.parametrize(("beside", "found"), [("", False), (" The Central African Republic sent its minister too.", True)])
def test_a_nation_of_a_region_is_not_the_land_called_after_it(annotator: Annotator, beside: str, found: bool) -> None:
    """Any land there is a Central African nation."""
    text = "Miners left the Central African nation in May. The two parties agreed to meet again, Ada Quill said." + beside
    assert ("Central African Republic" in kinds(annotator, text)) is found
