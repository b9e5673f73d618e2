"""What the view settles, once for all renditions: marks, labels, what is shown once, the drawings, and the cutting to a size."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from briefing.models import Briefing, Change, CoverageEntry, Excerpt, Interval, Span
from briefing.render import wording
from briefing.render.budget import most_needed, shorten
from briefing.render.openings import opens_with_all, says_who
from briefing.render.presenter import make_view
from briefing.render.scripts import mark_scripts
from briefing.render.view import View
from tests.render.briefings import ALL, DAY, actor, briefing, excerpt, large, oversize, position, step
from tests.render.rich import rich


def test_a_first_briefing_marks_nothing_as_new() -> None:
    """With an earlier one, every story says how new it is, and of the rest only what is not new."""
    first = make_view(large())
    assert {s.mark for s in first.steps} | {p.mark for h in first.holders for p in h.positions} == {None}
    later = make_view(rich())
    assert [s.mark for s in later.stories] == ["Developing since 3 March", "New", "Known since 27 February"]
    assert [s.mark for s in later.steps if s.mark] == ["Known since 27 February"]
    assert [p.mark for s in later.stories for h in s.holders for p in h.positions if p.mark] == ["Known since 4 March"]


def test_the_coverage_note_counts_what_told_nothing_new() -> None:
    """Beside the sources that were read, of which it is; where there is none, it is not spoken of."""
    read, known = CoverageEntry(path="a.md", outcome="read"), CoverageEntry(path="b.md", outcome="read", reason="known")
    assert wording.coverage_text([read, known]) == "2 of 2 sources read; 1 of these told nothing new."
    assert wording.coverage_text([read]) == "1 of 1 source read."


def test_what_several_hold_together_is_shown_once() -> None:
    """In one sentence and in the same words, under all of them; what each is stands beside them where no heading of theirs says it."""
    shared = [
        replace(position(1, a, "must close", kind="demand"), role=r)
        for a, r in (("Ada Quill", "mayor"), ("dockers", None), ("Ole Brandt", "envoy"))
    ]
    made = make_view(briefing(positions=[*shared, replace(position(2, "Ada Quill", "a fine day", kind="statement"), role="mayor")]))
    assert [(h.name, h.role, [p.text for p in h.positions]) for h in made.holders] == [
        ("Ada Quill, dockers and Ole Brandt (envoy)", None, ["… must close"]),
        ("Ada Quill", "mayor", ["… a fine day"]),
    ]
    apart = make_view(briefing(positions=[shared[0], replace(shared[1], kind="offer")]))
    assert [h.name for h in apart.holders] == ["Ada Quill", "Dockers"]


@pytest.mark.parametrize(
    ("text", "names", "opens"),
    [
        ("the Harbour Union and the National Port Agency will meet", ("Harbour Union", "National Port Agency"), True),
        ("The harbour union and the NPA will meet", ("Harbour Union", "National Port Agency"), True),
        ("the NPA and the Harbour Union will meet", ("National Port Agency", "Harbour Union"), False),
        ("the Harbour Union will meet the National Port Agency", ("Harbour Union", "National Port Agency"), False),
        ("the Harbour Union will meet", ("Harbour Union",), False),
    ],
)
def test_a_list_that_begins_a_step_is_not_set_before_it(text: str, names: tuple[str, ...], opens: bool) -> None:
    """All of those who are to act stand at its beginning, the first in full."""
    assert opens_with_all(text, names) is opens


@pytest.mark.parametrize(
    ("text", "names", "says"),
    [
        ("the newly named envoy Ada Quill will speak", ("Ada Quill",), True),
        ("the fair will be opened by the singer Ada Quill", ("Ada Quill",), True),
        ("Talks of the Harbour Union and Norland are to begin", ("Harbour Union", "Norland"), True),
        ("the fair will be opened in May", ("Ada Quill",), False),
        ("the fair will be opened by Ole Brandt", ("Ada Quill",), False),
        ("will be met by friends of Ole Brandt", ("Ada Quill",), False),
        ("meet Ada Quill on Friday", ("Ole Brandt",), False),
        ("the fair will be as loud as Ada Quill", ("Ada Quill",), False),
    ],
)
def test_a_clause_that_names_who_acts_needs_no_name_before_it(text: str, names: tuple[str, ...], says: bool) -> None:
    """Its subject has the name, or "by" stands before it; whom else it names does not act."""
    assert says_who(text, names, " and ".join(names)) is says


def test_a_change_does_not_say_its_sentence_twice() -> None:
    """A text without a title is called after the sentence that it was told with, which then stands whole and once."""
    long = "The ministry said " + "that the harbour will stay open and " * 8 + "closed."
    before, after = (Excerpt(document="d", spans=(Span(0, len(t)),), text=t) for t in (long, "It closed."))
    change = Change(kind="development", subject=long, before=before, before_date=DAY, after=after, after_date=DAY, citations=())
    (shown,) = make_view(replace(briefing(), changes=(change,))).changes
    assert (shown.subject, shown.before, shown.before_day, shown.after) == (long, None, None, "It closed.")
    (titled,) = make_view(replace(briefing(), changes=(replace(change, subject="The harbour"),))).changes
    assert (titled.subject, titled.before is not None, titled.before_day is not None) == ("The harbour", True, True)


def test_a_sentence_is_shown_once_where_there_is_something_else_to_say() -> None:
    """Of an actor whose sentence is in the bottom line, or beside an earlier actor, the strongest position is shown, cited as it is."""
    held = [
        position(1, "A", "we shall see", quoted=True, kind="statement"),
        position(2, "A", "blamed Norland for it", target="Norland", kind="blame"),
    ]
    actors = [actor("A", "They met."), actor("B", "B left."), actor("C", "B left."), actor("D", None)]
    assert [(a.line, a.see) for a in make_view(briefing(bottom_line=["They met."], actors=actors, positions=held)).actors] == [
        (None, "Blamed Norland for it"),
        ("B left.", None),
        ("B left.", None),
        ("The minister spoke.", None),
    ]


def test_a_bottom_line_begins_with_a_capital() -> None:
    """A sentence behind the greeting of a mail begins small in its source; a name that begins so stays as it is."""
    view = make_view(briefing(bottom_line=["the ministry said on Monday that it would open.", "iPorts are to be closed."]))
    assert [line.text for line in view.bottom_line] == ["The ministry said on Monday that it would open.", "iPorts are to be closed."]


def test_a_position_in_an_actor_s_place_says_whose_word_it_is() -> None:
    """What one says that another holds is never shown as the other's own words."""
    held = [replace(position(1, "A", "they are ready", quoted=True, kind="offer"), via="B")]
    (one,) = make_view(briefing(bottom_line=["They met."], actors=[actor("A", "They met.")], positions=held)).actors
    assert one.see == "Offers: “they are ready”, according to B"


def test_no_key_actor_stands_without_words() -> None:
    """Where nothing is said of one, it is the sentence that is cited."""
    (one,) = make_view(briefing(bottom_line=["They met."], actors=[actor("A", None)])).actors
    assert (one.line, one.see) == ("The minister spoke.", None)


@pytest.mark.parametrize(
    ("role", "side", "shown"),
    [
        ("Minister", "Norland", "Minister, Norland"),
        ("Norlandish president", "Norland", "Norlandish president"),
        ("N.U. envoy", "Norland Union", "N.U. envoy"),
        ("Norlandish president", "Republic of Norland", "Norlandish president"),
        ("Norland president", "Republic of Norland", "Norland president, Republic of Norland"),
        ("National Security Adviser", "National Bank", "National Security Adviser, National Bank"),
        ("governor of the bank", "Bank of Norland", "governor, Bank of Norland"),
        ("registrar of the university", "Norrhavn University", "registrar, Norrhavn University"),
        ("Honduran President", "Honduras", "Honduran President"),
        ("Polish envoy", "Poland", "Polish envoy"),
        ("French President", "France", "French President"),
        ("former Saudi envoy", "Saudi Arabia", "former Saudi envoy"),
        ("Uzbek President", "Uzbekistan", "Uzbek President"),
        ("Kyrgyz envoy", "Kyrgyzstan", "Kyrgyz envoy"),
        ("Polish envoy", "Portugal", "Polish envoy, Portugal"),
        ("Chinese envoy", "Chile", "Chinese envoy, Chile"),
        ("NUAID Deputy Director", "NUAID Mission", "NUAID Deputy Director"),
    ],
)
def test_a_side_is_told_once(role: str, side: str, shown: str) -> None:
    """A role that says of whom it is one says enough."""
    view = make_view(briefing(actors=[replace(actor("Ada Quill"), role=role, affiliation=side)]))
    assert [a.role for a in view.actors] == [shown]


def test_names_of_groups_begin_with_a_capital() -> None:
    """Where they head what is said of them."""
    view = make_view(
        briefing(actors=[actor("dockers")], positions=[position(1, "dockers", "X")], steps=[step(1, ["dockers"], "vote", DAY)])
    )
    assert (view.actors[0].name, view.holders[0].name, view.steps[0].who) == ("Dockers", "Dockers", "Dockers")


@pytest.mark.parametrize(
    ("who", "text", "named"),
    [
        (["nurses"], "more than 1,200 nurses will travel to the ports", False),
        (["The Norland mission"], "the Norland mission will choose its cases", False),
        (["Team of 16 divers"], "a team of 16 divers and pilots will open the lock", False),
        (["nurse"], "the nurses will travel to the ports", True),
        (["elected trustees"], "the trustees will then choose a head", False),
        (["Norland officials"], "officials will meet in May", True),
        (["Ada Quill"], "open the lock", True),
        ([], "the lock will open", False),
    ],
)
def test_who_opens_what_is_to_be_done_is_not_said_twice(who: list[str], text: str, named: bool) -> None:
    """A clause with its own subject goes without a name before it."""
    (shown,) = make_view(briefing(steps=[step(1, who, text, DAY)])).steps
    assert (shown.named, shown.text[0].isupper()) == (named, not named)


@pytest.mark.parametrize(
    ("who", "named"), [(["Ada Quill"], False), (["ada quill", "Norland"], False), (["Ada"], False), (["Ada Quill", "Falk"], True)]
)
def test_who_is_named_in_the_sentence_that_tells_a_step_is_not_said_twice(who: list[str], named: bool) -> None:
    """A whole sentence in place of a clause goes without the names that it holds."""
    told = excerpt("Though Ada Quill has pledged to take the post, that would have to be approved by Norland.")
    (shown,) = make_view(briefing(steps=[replace(step(1, who, "take the post", DAY), told=told)])).steps
    assert (shown.named, shown.text) == (named, told.text)


def test_a_clause_without_its_subject_keeps_the_name_before_it() -> None:
    """Whatever names stand further on in it."""
    clause = step(1, ["Ada Quill"], "Minister Quill will resign, the office of Ada Quill said", DAY)
    (shown,) = make_view(briefing(steps=[replace(clause, told=excerpt("will resign, the office of Ada Quill said"))])).steps
    assert (shown.named, shown.text) == (True, "will resign, the office of Ada Quill said")


def test_several_without_a_name_say() -> None:
    """And one says; whom it is said of has an article where they have no name."""
    held = [position(1, "officials", "no", kind="statement"), position(2, "Ada Quill", "go", target="federal government")]
    held.append(position(3, "dock people", "deny it", kind="denial"))
    view = make_view(briefing(positions=held))
    assert [p.label for h in view.holders for p in h.positions] == ["Say", "Calls on the federal government", "Deny"]


def test_words_cut_from_a_sentence_begin_with_an_ellipsis() -> None:
    """A quotation begins with its mark, a step that nobody is named for with a capital."""
    made = briefing(
        positions=[
            position(1, "A", "they go"),
            position(2, "A", "to go", quoted=True),
            position(3, "A", "They go"),
            position(4, "A", "spoke of “war,”"),
            position(5, "A", "urged a “halt,”"),
        ],
        steps=[step(1, [], "talks begin", DAY), step(2, ["Norland"], "vote", DAY)],
    )
    view = make_view(made)
    assert [p.text for p in view.holders[0].positions] == ["… they go", "to go", "They go", "… spoke of “war”", "a “halt”"]
    assert [s.text for s in view.steps] == ["Talks begin", "vote"]


@pytest.mark.parametrize(
    ("value", "grain", "deadline", "expected"),
    [
        (Interval(start=DAY, end=DAY), "day", False, ("6", "May", "Monday", None)),
        (Interval(start=DAY, end=DAY + timedelta(days=4)), "interval", True, ("10", "May", "Friday", "by 10 May 2030")),
        (Interval(start=DAY, end=DAY + timedelta(days=4)), "interval", False, ("6", "May", "Monday", "6–10 May 2030")),
        (Interval(start=date(2030, 6, 1), end=date(2030, 6, 30)), "month", False, (None, "June", None, "June 2030")),
        (Interval(start=date(2031, 1, 2), end=date(2031, 1, 2)), "day", False, ("2", "Jan 2031", "Thursday", None)),
        (None, "day", False, (None, None, None, None)),
    ],
)
def test_day_and_month_are_set_apart(
    value: Interval | None, grain: str, deadline: bool, expected: tuple[str | None, str | None, str | None, str | None]
) -> None:
    """A deadline by its last day, a year only where it is another one, and what is more than that day beside it."""
    one = replace(step(1, ["Norland"], "vote", DAY), value=value, grain=grain, deadline=deadline, status="coming" if value else "undated")  # type: ignore[arg-type]  # one of the grains
    view = make_view(briefing(steps=[one]))
    (shown,) = (*view.steps, *view.undated)
    assert (shown.day, shown.month, shown.weekday, shown.span) == expected


def test_a_day_that_is_not_known_is_told_from_one_that_is_not_given() -> None:
    """A text that says "before Easter" has given a time; its steps stand first, under a line of their own."""
    silent = replace(step(1, ["Norland"], "open the port", None), phrase=None)
    said = step(2, ["Selmark"], "publish the budget", None)
    view = make_view(briefing(steps=[silent, said]))
    assert [(s.text, s.undated) for s in view.undated] == [("publish the budget", "Day not known"), ("open the port", "No date given")]


def test_a_step_that_was_moved_says_from_when() -> None:
    """And not in the words of the machine."""
    (moved,) = [s for s in make_view(rich()).steps if s.text == "vote on the budget"]
    assert moved.label == "Scheduled · moved from 14 March"


def test_the_timeline_counts_the_steps_of_fourteen_days() -> None:
    """Each day with steps leads to its first one; where none falls into these days, there is no timeline."""
    steps = [step(n, [], "vote", DAY + timedelta(days=d)) for n, d in enumerate((0, 3, 3, 13, 14))]
    timeline = make_view(briefing(steps=steps)).timeline
    assert [d.steps for d in timeline] == [1, 0, 0, 2, *[0] * 9, 1]
    assert [d.anchor for d in timeline if d.anchor] == ["step-1", "step-2", "step-4"]
    assert [d.month for d in timeline if d.month] == ["May"]
    assert make_view(briefing(steps=steps[4:])).timeline == ()


def test_the_matrix_says_the_same_in_sentences() -> None:
    """One for every cell that is filled, with its citations; with few relations there is none."""
    matrix = make_view(rich()).matrix
    assert matrix is not None
    filled = [
        (row.actor, cell.text, target) for row in matrix.rows for cell, target in zip(row.cells, matrix.targets, strict=True) if cell.text
    ]
    assert [line.text for line in matrix.sentences] == [f"{a} {verb} {t}." for a, verb, t in filled]
    assert all(line.cites for line in matrix.sentences)
    assert ("Dunja Kralj", "criticizes and calls on", "Esland") in filled
    assert make_view(replace(rich(), relations=rich().relations[:3])).matrix is None


def with_kralj_as(name: str) -> Briefing:
    """The rich briefing, where somebody else stands to others as one of its actors does."""
    known = rich()
    return replace(
        known,
        positions=tuple(replace(p, actor=name) if p.actor == "Dunja Kralj" else p for p in known.positions),
        relations=tuple(replace(r, actor=name) if r.actor == "Dunja Kralj" else r for r in known.relations),
    )


def test_the_matrix_has_no_relation_that_the_words_do_not_bear_out() -> None:
    """One whose position is likely to be a demand, and is only told, calls on nobody."""
    known = rich()
    told = replace(
        known,
        positions=tuple(replace(p, cue="said", excerpt=replace(p.excerpt, text="the gates were open")) for p in known.positions),
    )
    assert make_view(told).matrix is None


def test_several_without_a_name_act_in_the_plural() -> None:
    """In a sentence, which begins with a capital; a name stays as it is."""
    matrix = make_view(with_kralj_as("other unions")).matrix
    assert matrix is not None
    assert "Other unions criticize and call on Esland." in [line.text for line in matrix.sentences]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("HU leaders", "HU leaders criticize and call on Esland."),
        ("Harbour Unions", "Harbour Unions criticizes and calls on Esland."),
        ("Tarn people", "Tarn people criticize and call on Esland."),
        ("federal government", "The federal government criticizes and calls on Esland."),
    ],
)
def test_leaders_of_a_body_are_several(name: str, said: str) -> None:
    """Though their name begins with capitals; a body is one, and one without a name has an article."""
    matrix = make_view(with_kralj_as(name)).matrix
    assert matrix is not None
    assert said in [line.text for line in matrix.sentences]


def test_the_sides_of_an_issue_are_named_with_their_words() -> None:
    """Each with its citations, a side that nobody takes left out; in the message and in the text."""
    (issue,) = [i for s in make_view(rich()).stories for i in s.issues]
    assert issue.about == "the gates at Brod"
    assert [(g.label, [(s.actor, s.target) for s in g.stands]) for g in issue.groups] == [
        ("For", [("Rania Haddad", None)]),
        ("Against", [("Esland", None)]),
        ("Asks", [("Dunja Kralj", "Esland")]),
    ]
    assert all(s.cites and s.text for g in issue.groups for s in g.stands)


def items_of(view: View) -> Counter[str]:
    positions = sum(len(h.positions) for group in (view.holders, *(s.holders for s in view.stories)) for h in group)
    return Counter(
        steps=len(view.steps) + len(view.undated) + len(view.past),
        positions=positions,
        changes=len(view.changes),
        actors=len(view.actors),
        stories=len(view.stories),
        lines=len(view.left_over),
        left_out=len(view.left_out),
        sources=len(view.sources),
    )


@pytest.mark.parametrize("name", list(ALL))
@pytest.mark.parametrize("most", [0, 1, 7, 40, 1500])
def test_what_is_cut_is_counted_and_what_is_left_is_whole(name: str, most: int) -> None:
    """Nothing is lost without a word, no list that is short enough is cut, and every citation that is left finds its sentence."""
    view = make_view(ALL[name]())
    short = shorten(view, most)
    before, after = items_of(view), items_of(short)
    for kind in before:
        assert after[kind] + getattr(short, f"more_{kind}") == before[kind], kind
    assert after["positions"] <= most
    for name in ("changes", "steps", "stories", "actors", "undated", "past", "left_over", "left_out"):
        whole, left = getattr(view, name), getattr(short, name)
        assert [getattr(i, "anchor", i) for i in left] == [getattr(i, "anchor", i) for i in whole[: len(left)]], name
        assert len(left) == len(whole) or most // 5 <= len(left) <= most // 2, name
    anchors = {q.anchor for s in short.sources for q in s.sentences}
    cited = {c.anchor for h in short.holders for p in h.positions for c in p.cites} | {c.anchor for s in short.steps for c in s.cites}
    assert cited <= anchors
    assert {d.anchor for d in short.timeline if d.anchor} <= {s.anchor for s in (*short.steps, *short.undated, *short.past)}
    if most >= most_needed(view):
        assert replace(short, sources=view.sources, more_sources=0) == view


def test_every_actor_keeps_one_position_before_anyone_keeps_two() -> None:
    """So that a cut silences nobody while there is room."""
    view = shorten(make_view(oversize()), 60)
    assert sorted({len(h.positions) for h in view.holders}) == [1, 2]
    assert len(view.holders) == 40


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_marking_scripts_changes_no_letter(text: str) -> None:
    """Whatever the text, a reader of the page sees it as it is, and it makes no other element."""
    soup = BeautifulSoup(f"<p>{mark_scripts(text)}</p>", "html.parser")
    assert soup.get_text() == text
    assert {tag.name for tag in soup.find_all(True)} <= {"p", "span"}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ali علي حسن spoke", 'Ali <span dir="rtl" lang="und-Arab">علي حسن</span> spoke'),
        ("משה כהן", '<span dir="rtl" lang="he">משה כהן</span>'),
        ("山田太郎", '<span lang="und-Hani">山田太郎</span>'),
        ("会談を再開する", '<span lang="ja">会談を再開する</span>'),
        ("한국 & 조선", '<span lang="ko">한국 &amp; 조선</span>'),
    ],
)
def test_other_scripts_are_marked(text: str, marked: str) -> None:
    """Direction, and the language where the letters tell it."""
    assert str(mark_scripts(text)) == marked


def test_quotation_marks_are_put_where_there_are_none() -> None:
    """Never twice."""
    assert wording.quoted("no deal") == "“no deal”"
    assert wording.quoted("he said “no”") == "he said “no”"


def test_the_preheader_is_the_first_line_of_news() -> None:
    """Whole where it is short, cut at a word where it is long; on a day without news, the notice."""
    assert make_view(briefing(bottom_line=["They met.", "They left."])).preheader == "They met."
    cut = make_view(briefing(bottom_line=["word " * 80])).preheader
    assert cut.endswith("word word…") and 190 < len(cut) <= 200
    assert make_view(ALL["empty"]()).preheader.startswith("There was no document")


def test_positions_of_an_actor_stand_together() -> None:
    """In the order of the first."""
    made = briefing(positions=[position(1, "A", "X"), position(2, "B", "Y"), position(3, "A", "Z")])
    assert [(h.name, [p.text for p in h.positions]) for h in make_view(made).holders] == [("A", ["X", "Z"]), ("B", ["Y"])]


@pytest.mark.parametrize(
    ("sources", "outlets", "note"),
    [
        ((1,), ("The Gazette",), "1 source: The Gazette"),
        ((1, 2), ("The Courier", "The Gazette"), "2 sources: The Courier and The Gazette"),
        ((1, 2), (), "2 sources"),
        ((1,), ("The Courier", "The Gazette"), "1 text in 2 outlets: The Courier and The Gazette"),
        ((1, 2), ("A", "B", "C", "D", "E", "F"), "2 texts in 6 outlets: A, B, C, D and 2 more"),
    ],
)
def test_a_text_that_several_outlets_print_is_one(sources: tuple[int, ...], outlets: tuple[str, ...], note: str) -> None:
    """The note under a headline does not call two prints of it one source."""
    (story, *_) = rich().stories
    assert wording.story_note(replace(story, sources=sources, outlets=outlets)) == note


def test_a_headline_that_is_the_first_sentence_is_not_said_twice() -> None:
    """A text without a title has its first sentence for a headline."""
    made = rich()
    story = made.stories[0]
    headed = replace(story, headline=story.bottom_line[0].excerpt.text)
    lines = [v.stories[0].bottom_line for v in (make_view(made), make_view(replace(made, stories=(headed, *made.stories[1:]))))]
    assert lines[1] == lines[0][1:]


def test_what_changed_begins_with_a_capital() -> None:
    """Whose change it is may be a body that stands in small letters in its source."""
    made = rich()
    changed = replace(made, changes=tuple(replace(c, subject="port authority") for c in made.changes))
    assert {c.subject for c in make_view(changed).changes} == {"Port authority"}


def test_coverage_names_a_source_that_was_read_with_a_doubt() -> None:
    """A guess in reading stands beside what was left out; what was read without one is only counted."""
    doubt = CoverageEntry(path="a.txt", outcome="read", note="its encoding is not stated")
    view = make_view(briefing(coverage=(doubt, CoverageEntry(path="b.txt", outcome="read"))))
    assert [(e.path, e.detail) for e in view.left_out] == [("a.txt", "its encoding is not stated")]
    assert view.coverage.startswith("2 of 2 sources read")


@pytest.mark.parametrize(
    "what",
    [
        CoverageEntry(path="a.txt", outcome="folded", detail="much as b.txt"),
        CoverageEntry(path="a.txt", outcome="read", reason="known", detail="adds nothing"),
    ],
)
def test_a_doubt_about_a_source_is_told_whatever_became_of_it(what: CoverageEntry) -> None:
    """Also of one that is folded into another, or that told nothing new, whose names may stand in the briefing all the same."""
    view = make_view(briefing(coverage=(replace(what, note="its encoding is not stated"), what)))
    assert [(e.path, e.detail) for e in view.left_out] == [("a.txt", f"{what.detail}; its encoding is not stated")]


def test_whoever_holds_a_position_is_told_with_what_they_are() -> None:
    """Not only the key actors, who are few."""
    held = replace(position(1, "Ada Quill", "leave the pier"), role="harbour master", affiliation="Norrhavn")
    view = make_view(briefing(positions=[held]))
    assert [h.role for h in view.holders] == ["harbour master, Norrhavn"]
