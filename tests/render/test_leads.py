"""The verb that leads a position says no more than its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.models import BriefedPosition
from briefing.render.leads import LEADS, kind_shown, label_of, tell
from briefing.render.presenter import make_view
from briefing.render.view import PositionView
from tests.render.briefings import briefing, excerpt, position


def held(kind: str, cue: str, text: str, *, target: str | None = None, quoted: bool = False) -> BriefedPosition:
    return replace(position(1, "Ada Quill", text, kind=kind, target=target, quoted=quoted), cue=cue)


def test_leads_go_on_from_the_name() -> None:
    """Who does what to whom is never in doubt, as it would be with "Demand of Norland"."""
    labels = [label for leads in LEADS.values() for lead in leads for label in (lead.alone, lead.aimed) if label]
    assert all(label[0].isupper() and label.split()[0].rstrip(",").endswith("s") for label in labels)
    assert label_of(held("demand", "urged", "urged Norland to go", target="Norland"), several=False) == "Calls on Norland"
    assert label_of(held("blame", "blamed", "blamed Norland", target="Norland"), several=True) == "Blame Norland"


@pytest.mark.parametrize(
    ("kind", "cue", "text", "label"),
    [
        ("commitment", "promised", "promised to open the port", "Promises"),
        ("commitment", "announced", "announced that the port will open", "Announces"),
        ("commitment", "said", "said the port will open", "Says"),
        ("commitment", "wanted", "wanted to remain in the port", "Says"),
        ("denial", "dismissed", "dismissed the claim as a lie", "Rejects"),
        ("blame", "claimed", "claimed that the mine had leaked", "Says"),
        ("blame", "criticised", "criticised the mine", "Criticizes"),
        ("opposition", "refused", "refused to land", "Refuses"),
        ("opposition", "are outraged by", "are outraged by the trial", "Says"),
        ("opposition", "remain reluctant to denounce", "remain reluctant to denounce abuses", "Says"),
        ("demand", "called for", "called for a boycott", "Calls for"),
        ("demand", "felt called", "felt called to help the island", "Says"),
        ("demand", "said", "said the union demanded more", "Says"),
        ("demand", "ordered", "ordered an inquiry", "Orders"),
        ("demand", "insisting", "insisting they pay no tax", "Says"),
        ("praise", "voiced", "voiced the island’s appreciation to the crew", "Thanks"),
        ("praise", "called", "called her a remarkable woman", "Says"),
        ("warning", "said", "said the dam could break", "Says"),
        ("offer", "is ready", "is ready to talk", "Offers"),
        ("demand", "said", "the port must be opened", "Demands"),
        ("demand", "said", "somebody must have opened it", "Says"),
        ("offer", "said", "Norland is prepared to do what it can", "Offers"),
        ("support", "accepted", "accepted a milder law", "Says"),
    ],
)
def test_the_lead_is_the_source_s_own_verb_or_only_says(kind: str, cue: str, text: str, label: str) -> None:
    """A kind that is likely, and that the words do not say outright, is told as a statement."""
    assert label_of(held(kind, cue, text), several=False) == label
    assert (kind_shown(held(kind, cue, text)) == "statement") == (label == "Says")


def test_several_are_told_of_in_the_plural() -> None:
    """With a verb of ours, and with one that the source has as a participle."""
    assert tell(held("blame", "accusing", "accusing Norland of a trick"), several=True) == ("Accuse", "Norland of a trick", True)
    assert tell(held("denial", "denying", "denying any trick"), several=False) == ("Denies", "any trick", True)
    assert tell(held("statement", "echo", "echo the call"), several=False) == ("Echoes", "the call", True)
    assert tell(held("statement", "adding", "adding that it is old"), several=True) == ("Say that", "it is old", True)


def test_a_verb_behind_the_words_leads_them_too() -> None:
    """Or of a piece of them; one that is not said does not, nor one of somebody within them."""
    assert label_of(held("warning", "warned", "Further cuts are likely"), several=False) == "Warns"
    assert label_of(held("demand", "said", "said the ferry is old … also urged a new one"), several=False) == "Calls for"
    assert label_of(held("demand", "called", "called the demand for a vote a plot"), several=False) == "Says"
    assert label_of(held("demand", "called", "called again on Monday for a vote"), several=False) == "Calls for"
    assert label_of(held("demand", "has not called for", "has not called for a vote"), several=False) == "Says"


def test_what_the_speaker_does_by_saying_so_is_outright() -> None:
    """ "I call on", "We strongly oppose"; not "we do not oppose"."""
    assert label_of(held("demand", "said", "I call on the port to open", quoted=True), several=False) == "Calls for"
    assert label_of(held("opposition", "said", "We strongly oppose the tax", quoted=True), several=False) == "Opposes"
    assert label_of(held("opposition", "said", "We do not oppose the tax", quoted=True), several=False) == "Says"


def test_what_is_not_said_but_asked_for_or_meant() -> None:
    """An infinitive is nobody's statement; a noun that a verb puts somewhere is its word."""
    assert label_of(held("demand", "said", "to meet again in May", quoted=True), several=False) == "Calls for"
    assert label_of(held("commitment", "said", "to open the port", quoted=True), several=False) == "Plans"
    assert label_of(held("blame", "has pinned", "has pinned the blame on Norland", target="Norland"), several=False) == "Blames Norland"


def test_what_somebody_should_do_is_asked_of_them() -> None:
    """Where the words say it of whom it is asked; else they only say it, and of nobody."""
    told = "The Norlandic authorities should release him"
    assert label_of(held("demand", "said", told, target="Norland"), several=False) == "Calls on Norland"
    assert label_of(held("demand", "said", "a man like Stone should know", target="Norland"), several=False) == "Says"


def test_the_sentence_that_words_lean_on_stands_behind_them() -> None:
    """As what stood before them in the source."""
    leaning = replace(held("statement", "said", "it is too old", quoted=True), before=excerpt("The ferry sank."))
    (shown,) = [p for h in make_view(briefing(positions=[leaning])).holders for p in h.positions]
    assert isinstance(shown, PositionView)
    assert shown.before == "before this: “The ferry sank.”"


@pytest.mark.parametrize(
    ("kind", "cue", "text", "told"),
    [
        ("demand", "called on", "called on Norland to withdraw", ("Called on", "Norland to withdraw", True)),
        ("statement", "said that", "said that the ferry is old", ("Said", "that the ferry is old", True)),
        ("statement", "does not want", "does not want her son to leave", ("Does not want", "her son to leave", True)),
        ("warning", "is warning", "is warning of a flood", ("Is warning", "of a flood", True)),
        ("blame", "accusing", "accusing Norland of a trick", ("Accuses", "Norland of a trick", True)),
        ("praise", "voiced", "voiced his gratitude to the crew", ("Voiced", "his gratitude to the crew", True)),
        ("demand", "said", "said it is old … also urged a new one", ("Said", "it is old … also urged a new one", True)),
        ("blame", "accuse", "accuse Norland of a trick", ("Accuses", "Norland of a trick", True)),
        ("statement", "admitting that", "admitting that it is old", ("Admits", "that it is old", True)),
        ("statement", "who said", "who said the ferry is old", ("Said", "the ferry is old", True)),
        ("demand", "both called for", "both called for talks", ("Called for", "talks", True)),
        ("support", "is far from supporting", "is far from supporting the tax", ("Is far from supporting", "the tax", True)),
        # no sentence goes on so
        ("demand", "call for", "call for a vote", ("Calls for", "… call for a vote", False)),
        ("commitment", "his pledge to", "his pledge to go", ("Promises", "… his pledge to go", False)),
        ("statement", "adding that", "adding that the ferry is old", ("Says that", "the ferry is old", True)),
        ("statement", "saying", "saying the ferry is old", ("Says that", "the ferry is old", True)),
        ("commitment", "decision to", "decision to open the port", ("Decides", "… decision to open the port", False)),
        # a clause is said, a piece of one is not
        (
            "statement",
            "said",
            "the ferry sank, and the mayor was to blame",
            ("Says that", "the ferry sank, and the mayor was to blame", True),
        ),
        ("statement", "said", "during the strike, the ports were shut", ("Says that", "during the strike, the ports were shut", True)),
        (
            "statement",
            "said",
            "the crew, as well as the owner, have left",
            ("Says that", "the crew, as well as the owner, have left", True),
        ),
        ("statement", "said", "the ferry that had sunk", ("Says", "… the ferry that had sunk", False)),
        ("statement", "said", "a day when the ports were shut", ("Says", "… a day when the ports were shut", False)),
        ("statement", "wrote", "argued that the ferry is old", ("Says", "… argued that the ferry is old", False)),
        ("statement", "said", "whether the ports were shut", ("Says", "… whether the ports were shut", False)),
        ("statement", "said", "the militia used children", ("Says that", "the militia used children", True)),
        ("statement", "said", "more than 400 injured people", ("Says", "… more than 400 injured people", False)),
        ("statement", "said", "the plan announced in May", ("Says", "… the plan announced in May", False)),
        ("statement", "said", "a speed record", ("Says", "… a speed record", False)),
        ("statement", "said", "because the port is closed", ("Says", "… because the port is closed", False)),
        ("statement", "said", "must not be closed", ("Says", "… must not be closed", False)),
        ("statement", "said", "the oldest of the ferries", ("Says", "… the oldest of the ferries", False)),
        ("warning", "to fear", "to fear that the dam breaks", ("Fears", "… the dam breaks", False)),
        # a word that only begins like the cue, and nothing behind it
        ("statement", "said", "saidah is a port", ("Says that", "saidah is a port", True)),
        ("statement", "refused", "refused", ("Says", "… refused", False)),
    ],
)
def test_words_go_on_from_the_source_s_own_verb(kind: str, cue: str, text: str, told: tuple[str, str, bool]) -> None:
    """Where they begin with it, and it says all that a verb of ours would: "Says: … said that" says it twice."""
    assert tell(held(kind, cue, text), several=False) == told
