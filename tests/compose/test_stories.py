"""Which documents are of one story: news of one pattern about different people and places is not, however alike it is worded."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from briefing.compose import Assembled, ComposeSettings, Memory, assemble_briefing
from briefing.compose.readings import Reading
from briefing.compose.roster import merge_rosters
from briefing.compose.steps import draft_steps, fold_steps
from briefing.compose.stories import cluster_stories
from briefing.models import Analysis, CoverageEntry, Document, Interval, Mention, MentionKind, Span
from tests.compose.documents import DAY, analysis, document, person, position
from tests.compose.two_days import step

NEXT = DAY + timedelta(days=1)


def stories(*documents: Document) -> list[set[str]]:
    return [{r.document.name for r in cluster} for cluster in cluster_stories([Reading(d, analysis(d)) for d in documents])]


def brief(documents: list[Document], day: date, memory: Memory | None = None) -> Assembled:
    return assembled(documents, {}, day, memory, 1500)


def assembled(documents: list[Document], read: Mapping[str, Analysis], day: date, memory: Memory | None, words: int) -> Assembled:
    """The briefing of some documents, those that were not ``read`` with nothing found in them."""
    return assemble_briefing(
        documents,
        {d.id: analysis(d) for d in documents} | dict(read),
        [CoverageEntry(path=d.path, outcome="read") for d in documents],
        settings=ComposeSettings(words=words),
        now=datetime.combine(day, time(12), tzinfo=UTC),
        date=day,
        memory=memory,
    )


PATTERNS = {
    "two lands": (
        (
            "Jobless rate in Quorland falls",
            "The jobless rate in Quorland fell to 6.3 percent in March from 6.8 percent, the labour office said.",
        ),
        (
            "Jobless rate in Stavia falls",
            "The jobless rate in Stavia fell to 4.9 percent in March from 5.2 percent, the labour office said.",
        ),
    ),
    "two towns": (
        (
            "Storm tears roof off a barn in Elmsee",
            "A storm tore the roof off a barn in Elmsee in the night. No one was hurt, the fire brigade said.",
        ),
        (
            "Storm tears roof off a chapel in Brodny",
            "A storm tore the roof off a chapel in Brodny in the night. Two were hurt, the fire brigade said.",
        ),
    ),
    "two fined by one office": (
        (
            "Quorland fines Zerba",
            "The privacy office of Quorland fined the bank Zerba 9 million for losing the data of its clients. It will pay.",
        ),
        (
            "Quorland fines Mellin",
            "The privacy office of Quorland fined the insurer Mellin 4 million for losing the data of its clients. It will pay.",
        ),
    ),
    "two strikes in one town": (
        (
            "Tram crews to strike",
            "Tram crews in Elmsee will stop work on Monday to press for more pay, the union Gleis said. They want 7 percent.",
        ),
        (
            "Teachers to strike",
            "Teachers in Elmsee will stop work on Monday to press for more pay, the union Schola said. They want 9 percent.",
        ),
    ),
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_news_of_one_pattern_about_others_is_another_story(pattern: str) -> None:
    """Only the names tell them apart."""
    (title, text), (other_title, other_text) = PATTERNS[pattern]
    found = stories(document(text, "one", title=title), document(other_text, "other", title=other_title))
    assert sorted(map(sorted, found)) == [["one"], ["other"]]


def test_articles_that_quote_different_people_on_one_event_are_one_story() -> None:
    """What they have in common, the event's own name among it, is more than the names that each has alone."""
    one = document("The Karsa dam near Elmsee burst on Monday, and 40 homes are under water, engineer Ada Quill said.", "one")
    other = document("The Karsa dam near Elmsee burst on Monday, and 40 homes are under water, mayor Bram Holt said.", "other")
    assert stories(one, other) == [{"one", "other"}]


#: what two affairs of one day share is a name: so far apart are the meanings of such articles
_ELSEWHERE = 1.0
TWO_AFFAIRS = {
    "somebody's talks and illness": (
        "President Miro Orlan of Tamaria received the envoy of Veshia on Tuesday for talks on the canal. They agreed to dredge it.",
        "President Miro Orlan of Tamaria was taken to hospital on Tuesday with chest pains. Doctors called Orlan's state stable.",
    ),
    "a town's race and fire": (
        "A record 12,000 runners took part in the Wexton marathon on Sunday. Ada Kip won the race of the women.",
        "A fire destroyed a furniture warehouse in Wexton on Sunday. Police in Wexton suspect arson.",
    ),
    "a land's quake and talks": (
        "An earthquake shook the east of Pelonia on Thursday and damaged houses in Rhyme. Nobody was killed.",
        "Pelonia and Ostrava resumed talks on Thursday over the border at sea. The minister said that a deal was close.",
    ),
    "a firm's cuts and order": (
        "Air Brenta has ordered 20 jets from the maker Boreal for 1.1 billion, the airline said on Tuesday.",
        "A plane of Air Brenta with 64 people aboard slid off the runway of Lindos on Tuesday. Nobody was hurt.",
    ),
}


@pytest.mark.parametrize("affairs", TWO_AFFAIRS)
def test_two_affairs_of_one_name_are_two_stories(affairs: str) -> None:
    """A rare name says where to look, and no more than that."""
    one, other = (document(text, name) for text, name in zip(TWO_AFFAIRS[affairs], "ab", strict=True))
    read = [
        analysis(d, actors=[person(d, "Miro Orlan")] if "Orlan" in d.text else [], direction=n * _ELSEWHERE)
        for n, d in enumerate((one, other))
    ]
    found = cluster_stories([Reading(d, a) for d, a in zip((one, other), read, strict=True)])
    assert [len(cluster) for cluster in found] == [1, 1]


def spoken(made: Document, name: str, role: str, *, places: tuple[str, ...] = (), direction: float = 0.0) -> Analysis:
    """The analysis of an article in which one person speaks, with mentions of that person and of places."""
    kinds: dict[str, MentionKind] = {name: "person", **dict.fromkeys(places, "place")}
    mentions = tuple(Mention(span=Span(m.start(), m.end()), kind=k) for w, k in kinds.items() for m in re.finditer(w, made.text))
    return replace(analysis(made, actors=[person(made, name, role=role)], direction=direction), mentions=mentions)


#: what two affairs of one office mean is nearer: schools are schools
_BESIDE = 0.86
ONE_OFFICE = {
    "a minister's fees and strike": (
        "Norvale to raise university fees",
        "Norvale's universities will charge a fifth more from autumn. Education Minister Ragna Holt defended the price.",
        "Teachers stop work over class sizes",
        "Schools in Norvale shut as 18,000 walked out. Education Minister Ragna Holt had no money for them.",
        "Ragna Holt",
        "Education Minister",
    ),
    "a judge's two trials": (
        "Banker on trial over missing millions",
        "Emil Varga denied at the Pelton district court that he took 12 million. Judge Mette Aas of Pelton heard an auditor.",
        "Pharmacist faces murder charge",
        "Dora Kling said at the Pelton district court that she mixed no poison. Judge Mette Aas of Pelton questioned two doctors.",
        "Mette Aas",
        "Pelton judge",
    ),
}


@pytest.mark.parametrize("affairs", ONE_OFFICE)
def test_two_affairs_of_one_office_are_two_stories_though_they_mean_much_the_same(affairs: str) -> None:
    """Who speaks, by which office and from which town is not what is told."""
    title, text, other_title, other_text, name, role = ONE_OFFICE[affairs]
    both = (document(text, "one", title=title), document(other_text, "other", title=other_title))
    read = [spoken(d, name, role, places=("Norvale", "Pelton"), direction=n * _BESIDE) for n, d in enumerate(both)]
    found = cluster_stories([Reading(d, a) for d, a in zip(both, read, strict=True)])
    assert [len(cluster) for cluster in found] == [1, 1]


def test_what_happened_to_one_ship_is_one_story_though_one_office_speaks_of_it() -> None:
    """The name of a thing is not that of who speaks."""
    texts = (
        "Black oil of the tanker Halcyon Bay washed up at Orm. Transport Minister Kofi Brandt asked for pumps.",
        "One man stood on the bridge of the Halcyon Bay, divers found. Transport Minister Kofi Brandt took a licence away.",
    )
    both = [document(t, str(n)) for n, t in enumerate(texts)]
    read = [spoken(d, "Kofi Brandt", "Transport Minister", direction=n * _BESIDE) for n, d in enumerate(both)]
    assert len(cluster_stories([Reading(d, a) for d, a in zip(both, read, strict=True)])) == 1


def test_another_affair_of_the_same_politician_is_no_development() -> None:
    """A treaty goes on in what tells of the treaty; the leader who speaks of it and of the budget joins the two on no day."""
    articles = (
        (
            "Quellmark initials treaty",
            (
                "Quellmark and the Isles put initials to a treaty on herring, which divides the catch of the strait by quotas. "
                "{} of Quellmark had doubts before the vote on Monday."
            ),
            DAY,
        ),
        (
            "Quellmark's parliament takes up budget",
            (
                "Quellmark's parliament will vote on taxes for fuel, which drivers of lorries are to pay from autumn. "
                "{} of Quellmark was for it."
            ),
            NEXT,
        ),
        ("Treaty on herring signed", "Quellmark put its name to the treaty on herring with the Isles. {} stayed away.", NEXT),
    )
    name, role = "Hanno Veitch", "Opposition leader"
    pact, budget, signed = (document(s.format(f"{role} {name}"), title[:6], title=title, published=day) for title, s, day in articles)
    every = enumerate((pact, budget, signed))
    veitch = {d.id: spoken(d, name, role, places=("Quellmark",), direction=n % 2) for n, d in every}
    first = assembled([pact], veitch, DAY, None, 1500)
    second = assembled([budget, signed], veitch, NEXT, first.memory, 1500).briefing
    names = {s.number: s.name for s in second.sources}
    told = {frozenset(names[n] for n in s.sources): s.novelty for s in second.stories}
    assert told == {frozenset({budget.name}): "new", frozenset({signed.name}): "developing"}


def test_what_somebody_holds_of_one_affair_hides_no_turn_in_another() -> None:
    """Who votes against a treaty and backs a budget turns when he rejects the budget."""
    name, role = "Hanno Veitch", "Opposition leader"
    articles = (
        (
            "Treaty on herring divides Quellmark",
            (
                f"{role} {name} of Quellmark will vote against the treaty on herring. Fishers fear its quotas on cod and its licences. "
                "Boats blocked the quay of Almery while gulls circled above crates of ice."
            ),
            DAY,
        ),
        ("Quellmark takes up budget", f"{role} {name} would support the budget with its taxes on fuel. Drivers fear the price.", DAY),
        (
            "Budget fails in Quellmark",
            (
                f"{role} {name} of Quellmark rejected the budget with its taxes on fuel. Lorry drivers blew horns in the rain outside. "
                "A clerk carried boxes of amendments, leaflets and thermos flasks down the marble stairs."
            ),
            NEXT,
        ),
    )
    held = (
        ("will vote", "against the treaty on herring", "opposition"),
        ("would support", "the budget with its taxes on fuel", "support"),
        ("rejected", "the budget with its taxes on fuel", "opposition"),
    )
    made = [document(text, str(n), title=title, published=day) for n, (title, text, day) in enumerate(articles)]
    read = {
        d.id: replace(
            spoken(d, name, role, places=("Quellmark",), direction=min(n, 1)), positions=(position(d.text, name, cue, content, kind=kind),)
        )
        for n, (d, (cue, content, kind)) in enumerate(zip(made, held, strict=True))
    }
    first = assembled(made[:2], read, DAY, None, 1500)
    second = assembled(made[2:], read, NEXT, first.memory, 1500).briefing
    turned = [c for c in second.changes if c.kind == "reversed"]
    assert [c.before.text for c in turned if c.before is not None] == ["would support the budget with its taxes on fuel"]


@pytest.mark.parametrize(("step", "sizes"), [(1, [6]), (0, [3, 3])])
def test_what_goes_on_for_days_is_one_story_though_its_words_change(step: int, sizes: list[int]) -> None:
    """The last article shares little with the first, and much with what lies between them; of one day they would be two."""
    texts = (
        "The tanker Halcyon struck a rock off Cape Marrow on Sunday, and oil drifts to the coast.",
        "Oil from the tanker Halcyon reached the beaches of Cape Marrow, and the coast guard closed the coast.",
        "The coast guard closed the beaches of Port Ash as oil from the tanker Halcyon covered the birds of the cape.",
        "Volunteers washed birds on the beaches of Port Ash, where the oil of the Halcyon covered the sand.",
        "Prosecutors in Port Ash charged the captain of the Halcyon, who was drunk, and volunteers washed birds.",
        "A judge in Port Ash heard the captain, who said that he was not drunk; prosecutors charged him with negligence.",
    )
    days = [document(text, str(n), published=DAY + timedelta(days=n * step)) for n, text in enumerate(texts)]
    # each of a meaning that it shares a part of with all others, and has a part of alone
    meanings = [tuple(math.cos(0.9) if at == 0 else math.sin(0.9) * (at == n + 1) for at in range(7)) for n in range(6)]
    read = [replace(analysis(d), embedding=meaning) for d, meaning in zip(days, meanings, strict=True)]
    found = cluster_stories([Reading(d, a) for d, a in zip(days, read, strict=True)])
    assert [len(cluster) for cluster in found] == sizes


@pytest.mark.parametrize("pattern", PATTERNS)
def test_news_of_one_pattern_about_others_does_not_continue_what_was_told(pattern: str) -> None:
    """It is new on the next day, and is not set aside as known."""
    (title, text), (other_title, other_text) = PATTERNS[pattern]
    memory = brief([document(text, "one", title=title)], DAY).memory
    briefing = brief([document(other_text, "other", published=NEXT, title=other_title)], NEXT, memory).briefing
    assert [e.reason for e in briefing.coverage] == [None]
    assert briefing.bottom_line and not briefing.changes


def test_what_the_next_day_is_compared_with_does_not_hang_on_the_length() -> None:
    """A position of a story that had a line alone turns on the next day as one of a story that was told whole."""
    filler = [document(f"The {name} mill of Elmsee burned down. Bram Holt of {name} mourned it.", name) for name in ("Osk", "Tarn", "Ruhl")]
    texts = ("Ada Quill opposed the new harbour toll of Norhaven.", "Ada Quill supported the new harbour toll of Norhaven.")
    turned = []
    for words in (1500, 20):
        memory = None
        for day, text, kind in ((DAY, texts[0], "opposition"), (NEXT, texts[1], "support")):
            made = document(text, "toll", published=day)
            cue = "opposed" if kind == "opposition" else "supported"
            held = [position(text, "Ada Quill", cue, "the new harbour toll of Norhaven", kind=kind)]
            read = analysis(made, actors=[person(made, "Ada Quill")], positions=held)
            found = assembled([made, *(filler if day == DAY else [])], {made.id: read}, day, memory, words)
            memory = found.memory
        turned.append([c.kind for c in found.briefing.changes if c.subject == "Ada Quill"])
    assert turned == [["reversed"], ["reversed"]]


def test_steps_of_two_trades_are_two() -> None:
    """Though all other words of them are the same; one step told twice of the same people is one."""
    texts = {
        "trams": "Tram crews will stop work on Monday to press for more pay.",
        "schools": "Teachers will stop work on Monday to press for more pay.",
        "again": "Tram crews will stop work on Monday to press for much more pay.",
    }
    monday = Interval(start=NEXT, end=NEXT)
    drafts = []
    for name, text in texts.items():
        made = document(text, name)
        read = analysis(made, steps=[step(text, text[:-1], "on Monday", monday)])
        drafts += draft_steps([Reading(made, read)], merge_rosters([]), DAY, due_soon_days=7, watch=())
    assert sorted(d.item.excerpt.text.split()[0] for d in fold_steps(drafts)) == ["Teachers", "Tram"]


def test_a_new_name_with_a_new_figure_is_news_in_a_story_that_was_told() -> None:
    """However alike the sentence is to one that was told; the same sentence again is not."""
    told = (
        "The Karsa dam burst on Monday. The water of the Karsa drove 300 people in the town of Elmsee out of their homes, Ada Quill said."
    )
    more = told.replace("300", "120").replace("Elmsee", "Brodny")
    memory = brief([document(told, "one", title="The Karsa dam burst")], DAY).memory
    again, news = (brief([document(t, "other", published=NEXT)], NEXT, memory).briefing for t in (f"{told} ", more))
    assert [e.reason for e in again.coverage] == ["known"]
    assert [e.reason for e in news.coverage] == [None] and "Brodny" in news.bottom_line[0].excerpt.text


def test_two_articles_that_continue_one_story_are_told_as_one() -> None:
    """Though they would be two, had nothing been told before."""
    told = "The tanker Halcyon struck a rock off Cape Marrow. Its oil drifts to Port Ash, and Meridian Lines will pay for the birds."
    texts = (
        "Prosecutors in Port Ash charged the captain of the Halcyon with having been drunk off Cape Marrow.",
        "Meridian Lines will pay the fishers of Port Ash, where the oil of the Halcyon closed the market.",
    )
    memory = brief([document(told, "told", title="Oil off Cape Marrow")], DAY).memory
    days = [document(text, name, published=NEXT, title=text[:30]) for text, name in zip(texts, "ab", strict=True)]
    read = {d.id: analysis(d, direction=1.5 * n) for n, d in enumerate(days)}
    assert [len(cluster) for cluster in cluster_stories([Reading(d, read[d.id]) for d in days])] == [1, 1]
    found = assembled(days, read, NEXT, memory, 1500)
    assert len({s.id for s in found.memory.stories}) == 1
    assert [c.kind for c in found.briefing.changes] == ["development"]
