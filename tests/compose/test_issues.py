"""Issues are laid out by their sides, and nobody is put on a side that their words do not take."""

from __future__ import annotations

from datetime import date

from briefing.compose.drafts import Draft, stable_id
from briefing.compose.issues import IssueDraft, find_issues
from briefing.compose.readings import Evidence
from briefing.models import BriefedPosition, Excerpt, PositionKind, Span

DAY = date(2030, 5, 6)


def held(
    actor: str, kind: PositionKind, text: str, *, cue: str = "said", target: str | None = None, day: date = DAY
) -> Draft[BriefedPosition]:
    item = BriefedPosition(
        id=stable_id(actor, text),
        actor=actor,
        via=None,
        kind=kind,
        target=target,
        quoted=False,
        excerpt=Excerpt(document="d", spans=(Span(0, len(text)),), text=text),
        cue=cue,
        citations=(),
        salience=0.5,
        said_on=day,
    )
    return Draft(item=item, evidence=(Evidence("d", Span(0, len(text))),))


def sides(issue: IssueDraft) -> tuple[list[str], list[str], list[str]]:
    return (
        [d.item.actor for d in issue.supporters],
        [d.item.actor for d in issue.opponents],
        [d.item.actor for d in issue.requests],
    )


def test_who_is_for_who_is_against_and_who_asks() -> None:
    """One issue, named in the words that its sides share."""
    (issue,) = find_issues(
        [
            held("Ada Quill", "support", "the second runway", cue="supports"),
            held("Bram Oldcastle", "opposition", "the second runway over the marsh", cue="rejected"),
            held("Tom Reed", "demand", "the council must put off the runway", cue="demanded", target="the council"),
        ],
        ["Ada Quill", "Bram Oldcastle", "Tom Reed"],
    )
    assert sides(issue) == (["Ada Quill"], ["Bram Oldcastle"], ["Tom Reed"])
    assert issue.about == "second runway"


def test_what_one_rules_out_is_not_what_the_next_sentence_is_about() -> None:
    """ "I rule out any delay. The levy will come" is not against the levy."""
    positions = [
        held("Ada Quill", "statement", "I rule out any delay. The levy will come in April"),
        held("Bram Oldcastle", "support", "the levy", cue="supports"),
    ]
    assert find_issues(positions, []) == []


def test_no_side_without_words_for_it() -> None:
    """A kind that the extraction gives counts where cue or words bear it out; negated support is no support."""
    positions = [
        held("Ada Quill", "opposition", "I was wrong about the letters to customers, and I apologise"),
        held("Tom Reed", "statement", "nobody here supports the letters"),
        held("Bram Oldcastle", "demand", "the company must send letters"),
    ]
    assert find_issues(positions, []) == []


def test_one_actor_alone_and_names_alone_make_no_issue() -> None:
    """An issue needs two actors and a subject of their own."""
    alone = [held("Ada Quill", "support", "the tunnel", cue="supports"), held("Ada Quill", "demand", "the tunnel must come")]
    named = [held("Ada Quill", "support", "Norland", cue="backs"), held("Bram Oldcastle", "opposition", "Norland", cue="rejects")]
    assert find_issues(alone, []) == find_issues(named, ["Norland"]) == []


def test_who_changed_sides_stands_on_the_last_one() -> None:
    """The earlier position is not shown as if it still held."""
    (issue,) = find_issues(
        [
            held("Ada Quill", "support", "the runway", cue="supports", day=date(2030, 5, 1)),
            held("Ada Quill", "opposition", "the runway", cue="opposes", day=date(2030, 5, 6)),
            held("Bram Oldcastle", "support", "the runway", cue="supports"),
        ],
        [],
    )
    assert sides(issue) == (["Bram Oldcastle"], ["Ada Quill"], [])


def test_one_word_in_common_makes_no_issue_of_a_request() -> None:
    """Who is against marriages of one sort does not answer who asks for marriage counsellors."""
    positions = [
        held("Bram Oldcastle", "opposition", "same-sex marriages and live-in relationships", cue="spoke out against"),
        held("Tom Reed", "demand", "marriage counsellors must be appointed on a permanent basis", cue="called for"),
    ]
    assert find_issues(positions, []) == []


def test_what_another_had_voted_for_puts_nobody_on_a_side() -> None:
    """ "Larsson replied that Ms Larsson had voted for the rise" is not for the rise; what a body itself had done is."""
    other = held("Erik Larsson", "statement", "that Ms Larsson had voted for the fare rise in the spring", cue="replied")
    rival = held("Passenger Board", "opposition", "the fare rise", cue="had opposed")
    assert not find_issues([other, rival], ["Erik Larsson", "Passenger Board"])
    own = held("Harbour Party", "statement", "that it had voted for the fare rise in the spring", cue="replied")
    (issue,) = find_issues([own, rival], ["Harbour Party", "Passenger Board"])
    assert sides(issue) == (["Harbour Party"], ["Passenger Board"], [])


def test_what_is_only_stated_puts_nobody_on_a_side() -> None:
    """A statement with a word of opposition in it is no stand: "rejected fears about the vaccine" is not against the vaccine."""
    stated = held("Ada Quill", "statement", "that nobody should reject the vaccine for children over five years", cue="said")
    asked = held("Jon Hale", "demand", "the vaccine for children over five years to be stopped", cue="asked for")
    assert not find_issues([stated, asked], ["Ada Quill", "Jon Hale"])


def test_no_issue_is_called_another() -> None:
    """Words of count and time name nothing."""
    positions = [
        held("Ada Quill", "support", "approved the request to extend the curfew for another 30 days", cue="approved"),
        held("Bram Oldcastle", "demand", "to prolong for another 30 days the strategy of last week", cue="proposes"),
    ]
    assert not [i.about for i in find_issues(positions, [])]


def test_a_list_of_those_who_agree_has_no_sides() -> None:
    """Where all are for a thing and nobody asks for anything there are no sides to lay out."""
    one = held("Ada Quill", "support", "the new harbour tunnel under the bay", cue="backed")
    other = held("Jon Hale", "support", "the new harbour tunnel under the bay", cue="backed")
    assert not find_issues([one, other], ["Ada Quill", "Jon Hale"])


def test_what_a_ruling_forced_is_not_what_its_opponents_are_against() -> None:
    """ "An appeal against the ruling that suspended vaccination" is not against vaccination."""
    appeal = held(
        "Norland",
        "opposition",
        "the ruling by Judge Hale that forced the suspension of vaccination against fever",
        cue="filed an appeal against",
    )
    order = held("Jon Hale", "demand", "all vaccination of children against fever be halted", cue="ordered")
    assert find_issues([appeal, order], ["Norland", "Jon Hale"]) == []
