"""Which body a name means: the same in another order, in short, in full, or another one that is called alike."""

from __future__ import annotations

import pytest

from briefing.models import Span
from briefing.nlp.body_names import BodyNames
from briefing.nlp.entities import Entity
from briefing.nlp.names import is_acronym
from briefing.nlp.nations import load_nations


def read(*forms: str) -> list[set[str]]:
    """The bodies that are meant by names in the order of a text, each by all that it is called."""
    names, bodies = BodyNames(load_nations()), list[Entity]()
    for place, form in enumerate(forms):
        body = names.find(form)
        if body is None:
            body = Entity(kind="organization")
            bodies.append(body)
        body.add(form, Span(place, place + 1))
        names.add(form, body)
    return [set(b.forms) for b in bodies]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of the Interior", "Interior Ministry"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Foreign Ministry of Norway", "Norwegian Foreign Ministry"),
        ("Ministry of Trade and Ports", "Trade Ministry"),
        ("Communist Party of India", "Communist Party"),
        ("Harnby University of the Lakes", "Harnby University"),
        ("Kestria's Interior Ministry", "Interior Ministry"),
        ("Supreme Court of Canada", "Canada's Supreme Court"),
        ("Harrow Chemicals", "Harrow Chemcals"),
        ("Harrow Research Ltd", "Harrow Research"),
        ("Harbour Operation Movement", "Harbour Operation"),
        ("Harbour Engineers Forum Qatar", "Harbour Engineers Forum"),
        ("HBS Mutual Bank", "HBS Bank"),
    ],
)
def test_a_body_is_one_by_its_name_in_another_order_or_in_short(one: str, other: str) -> None:
    """Whichever of the two the text names first."""
    assert read(one, other) == read(other, one) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harnby High Court", "Selm High Court"),
        ("Harnby Police Department", "Selm Police Department"),
        ("Bank of China", "Agricultural Bank"),
        ("Harrow Shipping Company", "Dale Shipping Company"),
        ("Norwegian Foreign Ministry", "Foreign Ministry of Sweden"),
        ("National Union of Dockers", "National Union of Nurses"),
        ("Ministry of Trade", "Ministry of Health"),
        ("National Party", "National Liberal Party"),
        ("Supreme Court", "Supreme Court Bar Association"),
        ("NSW Transport Police", "NSW Police"),
        ("UN Security Council", "UN Council"),
        ("HBS Harbour Bank", "HBS Bank"),
    ],
)
def test_two_bodies_of_one_kind_are_two(one: str, other: str) -> None:
    """Though the half that tells them apart is the smaller one."""
    assert read(one, other) == [{one}, {other}]


def test_a_short_name_that_two_go_by_is_of_the_one_named_last() -> None:
    """And it makes no bridge between them: two courts stay two."""
    harnby, selm = read("Harnby High Court", "High Court", "Selm High Court", "High Court", "Harnby High Court")
    assert (harnby, selm) == ({"Harnby High Court", "High Court"}, {"Selm High Court", "High Court"})


@pytest.mark.parametrize(
    ("short", "long", "is_one"),
    [
        ("HaRes", "Harbour Research", True),
        ("HIOc", "Harbour Institute of Oceans", True),
        ("BoN", "Bank of Norland", True),
        ("HaRes", "Harbour Institute", False),
        ("Harbour", "Harbour Research", False),
        ("HaRes", "Harbour Research Group", False),
    ],
)
def test_a_name_may_be_put_together_of_what_words_begin_with(short: str, long: str, is_one: bool) -> None:
    """Each large word has its part; the whole of one word is no such name."""
    assert is_acronym(short, long) is is_one
