"""What is made of an attribution that the model gives: where its content ends, and whose it may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.models import Attribution, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.attributions import UNTRUSTED, mend_attributions
from briefing.nlp.divisions import join_parts
from briefing.nlp.no_speech import is_act
from briefing.nlp.syntax import Text, trim
from briefing.nlp.trust import is_said_of


def mended(annotator: Annotator, text: str, source: str, cue: str, content: str) -> list[Attribution]:
    """The attribution of these words of a text, mended."""

    def place(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    given = Attribution(source=place(source), cue=place(cue), content=place(content), confidence=0.9)
    return mend_attributions(Text(text, annotator.annotate(text)), (given,), body_start=0)


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        (
            "Mara Quill asked the council to endorse the plan during a speech at the harbour.",
            "asked",
            "to endorse the plan",
            "to endorse the plan",
        ),
        ("Mara Quill recommended charges against the bank in July.", "recommended", "charges against the bank", "charges against the bank"),
        (
            "Mara Quill criticised the generous loophole that helps the owners of ships.",
            "criticised",
            "the generous loophole",
            "the generous loophole",
        ),
        (
            "Mara Quill promised a new tax for the owners of ships.",
            "promised",
            "a new tax",
            "a new tax for the owners of ships",
        ),
        (
            "Mara Quill declined to comment on the letter because she had not read it.",
            "declined",
            "to comment on the letter because she had not read it",
            "to comment on the letter because she had not read it",
        ),
        (
            "Mara Quill urged Belmark to withdraw its troops during a meeting with the minister.",
            "urged",
            "to withdraw its troops during a meeting with the minister",
            "to withdraw its troops",
        ),
        (
            "Mara Quill complained that she was heckled during a speech at the harbour.",
            "complained",
            "that she was heckled during a speech at the harbour",
            "that she was heckled during a speech at the harbour",
        ),
    ],
)
def test_a_content_ends_where_what_is_held_ends(annotator: Annotator, text: str, cue: str, content: str, whole: str) -> None:
    """With the rest of its phrase, without when and where it was said and without what only tells more of a noun."""
    (found,) = mended(annotator, text, "Mara Quill", cue, content)
    assert [text[s.start : s.end] for s in found.content] == [whole]


@pytest.mark.parametrize(
    ("text", "cue", "content", "wholes"),
    [
        (
            "Mara Quill said that the bank lacks capital and expressed concern about its loans.",
            "said",
            "that the bank lacks capital and expressed concern about its loans",
            ["that the bank lacks capital", "concern about its loans"],
        ),
        (
            "Mara Quill remembered the dead of the flood and emphasised that the dam must be raised.",
            "remembered",
            "the dead of the flood and emphasised that the dam must be raised",
            ["the dead of the flood", "that the dam must be raised"],
        ),
        (
            "Mara Quill said the harbour is too small, adding that a second one will be built.",
            "said",
            "the harbour is too small, adding that a second one will be built",
            ["the harbour is too small", "that a second one will be built"],
        ),
        (
            "Mara Quill said that Jon Hale rejected the plan, arguing that it was too late.",
            "said",
            "that Jon Hale rejected the plan, arguing that it was too late",
            ["that Jon Hale rejected the plan, arguing that it was too late"],
        ),
        (
            "Mara Quill said that Jon Hale met the widows and urged them to wait.",
            "said",
            "that Jon Hale met the widows and urged them to wait",
            ["that Jon Hale met the widows and urged them to wait"],
        ),
    ],
)
def test_what_a_speaker_says_next_is_a_content_of_its_own(
    annotator: Annotator, text: str, cue: str, content: str, wholes: list[str]
) -> None:
    """Where the second verb, or a participle, must be the speaker's; what somebody in the content may have said stays in it."""
    found = mended(annotator, text, "Mara Quill", cue, content)
    assert [text[s.start : s.end] for a in found for s in a.content] == wholes
    assert all(text[a.source[0].start : a.source[0].end] == "Mara Quill" for a in found)


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        (
            "Mara Quill rejected claims from Northport, Sund and the villages of Dorne.",
            "rejected",
            "claims from Northport",
            "claims from Northport, Sund and the villages of Dorne",
        ),
        (
            "Mara Quill demanded a pay rise of 7 percent, plus a bonus for night work.",
            "demanded",
            "a pay rise of 7 percent",
            "a pay rise of 7 percent, plus a bonus for night work",
        ),
        (
            "Mara Quill warned of a shortage of grain, which would raise the price of bread.",
            "warned",
            "of a shortage of grain",
            "of a shortage of grain, which would raise the price of bread",
        ),
        (
            "Mara Quill thanked the mayor, who served for ten years in the navy.",
            "thanked",
            "the mayor",
            "the mayor",
        ),
    ],
)
def test_a_content_goes_on_behind_a_comma_with_what_belongs_to_it(
    annotator: Annotator, text: str, cue: str, content: str, whole: str
) -> None:
    """To the end of a list, and over what is told of a thing, but not over the past of somebody."""
    (found,) = mended(annotator, text, "Mara Quill", cue, content)
    assert [text[s.start : s.end] for s in found.content] == [whole]


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        (
            "Norhaven has recorded its first case of the fever in a sailor who came from Sund, the health ministry reported.",
            "reported",
            "its first case of the fever in a sailor",
            "Norhaven has recorded its first case of the fever in a sailor who came from Sund",
        ),
        (
            "Truck drivers avoid the bridge, which may take two hours, and use the ferry instead, according to the health ministry.",
            "according to",
            "which may take two hours, and use the ferry instead",
            "Truck drivers avoid the bridge, which may take two hours, and use the ferry instead",
        ),
    ],
)
def test_what_stands_before_its_speaker_is_the_whole_clause(annotator: Annotator, text: str, cue: str, content: str, whole: str) -> None:
    """From its subject to the comma that who speaks stands behind."""
    (found,) = mended(annotator, text, "health ministry", cue, content)
    assert [text[s.start : s.end] for s in found.content] == [whole]


def test_a_quotation_is_whole_where_its_last_sentence_is_tied_to_the_cue_behind_it(annotator: Annotator) -> None:
    """What stands before in the same marks is said by the same."""
    said = "The harbour was built by our grandfathers. Nobody gave us a coin for it. We will not sell it"
    text = f"“{said},” said Mara Quill on Monday."
    (found,) = mended(annotator, text, "Mara Quill", "said", "We will not sell it,”")
    assert [text[s.start : s.end] for s in found.content] == [said]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Mara Quill said the council had voted on the levy, which farmers had asked for in spring.",
            "said",
            "the council had voted on the levy",
        ),
        (
            "Mara Quill criticised the city for its closures after two ships ran aground in the bay.",
            "criticised",
            "the city for its closures",
        ),
        (
            "Mara Quill said that the storm had closed the road, causing long queues at the ferry.",
            "said",
            "that the storm had closed the road",
        ),
        (
            "Mara Quill endorsed the Arnby plan, with a view to its adoption by the council in the autumn.",
            "endorsed",
            "the Arnby plan",
        ),
    ],
)
def test_what_ends_a_sentence_is_held_where_the_model_takes_it_in(annotator: Annotator, text: str, cue: str, content: str) -> None:
    """The clause behind a content that is whole may as well be the writer's: it is not drawn in."""
    (found,) = mended(annotator, text, "Mara Quill", cue, content)
    assert [text[s.start : s.end] for s in found.content] == [content]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        (
            "Mara Quill said that: “Anyone may build. Building is free. The last builder had problems.” She left.",
            "that: “Anyone may build",
            "that: “Anyone may build. Building is free. The last builder had problems.",
        ),
        (
            "“The fund opened in May. We want it to help the growers. It pays them by the month,” Mara Quill said.",
            "the growers. It pays them by the month",
            "The fund opened in May. We want it to help the growers. It pays them by the month",
        ),
    ],
)
def test_a_content_goes_on_over_its_quotation(annotator: Annotator, text: str, content: str, whole: str) -> None:
    """That it leads into, or that it ends."""
    (found,) = mended(annotator, text, "Mara Quill", "said", content)
    assert trim(text, Span(found.content[0].start, found.content[-1].end)) == trim(
        text, Span(text.index(whole), text.index(whole) + len(whole))
    )


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The old mill is a ruin, which Mara Quill said nobody can repair.", "a ruin"),
        ("The mill is a danger to the river, which Mara Quill said had been low for a year.", "a danger to the river"),
    ],
)
def test_a_relative_pronoun_stands_for_a_noun_and_not_for_its_clause(annotator: Annotator, text: str, noun: str) -> None:
    """What the noun is said of is no part of the phrase."""
    (found,) = mended(annotator, text, "Mara Quill", "said", "which")
    assert [text[s.start : s.end] for s in found.content] == [noun]


def test_who_seems_to_do_something_does_not_say_so(annotator: Annotator) -> None:
    """The subject of "seems" stays a part of what is thought, and the thought is nobody's."""
    text = "Mara Quill seems to have a rule of her own for the harbour."
    seems, rest = Span(11, 16), Span(17, len(text) - 1)
    given = Attribution(source=(), cue=(seems,), content=(Span(0, 10), rest), confidence=0.9)
    (found,) = mend_attributions(Text(text, annotator.annotate(text)), (given,), body_start=0)
    assert found.source == ()
    assert found.content == given.content


def test_what_is_said_and_what_is_added_are_two(annotator: Annotator) -> None:
    """The first is said by the verb that follows it, the second by the participle before it."""
    text = "The dam is safe, Mara Quill said, adding that it was built well."

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    given = Attribution(
        source=(place("Mara Quill"),),
        cue=(place("said"), place("adding")),
        content=(place("The dam is safe"), place("that it was built well")),
        confidence=0.9,
    )
    found = mend_attributions(Text(text, annotator.annotate(text)), (given,), body_start=0)
    assert [(text[a.cue[0].start : a.cue[0].end], text[a.content[0].start : a.content[0].end]) for a in found] == [
        ("said", "The dam is safe"),
        ("adding", "that it was built well"),
    ]


def test_what_is_tied_to_a_cue_of_another_sentence_loses_that_cue(annotator: Annotator) -> None:
    """A content in the middle of a sentence further on is kept without that cue: whether its speaker goes on is told by what is held."""
    text = "Mara Quill criticised the bank on Monday. The weather was fine. Every year the boats carry fish that nobody eats."
    (found,) = mended(annotator, text, "Mara Quill", "criticised", "fish that nobody eats")
    assert not found.cue
    assert [text[s.start : s.end] for s in found.source] == ["Mara Quill"]
    assert text[found.content[0].start : found.content[0].end].endswith("fish that nobody eats")


def test_a_quotation_opened_anew_in_each_paragraph_is_several_pieces(annotator: Annotator) -> None:
    """Without the marks that open them: a reader sees the words of each paragraph."""
    text = "Mara Quill said: “The ferry sails too late.\n\n“The harbour is too small for big ships.”"
    (found,) = mended(annotator, text, "Mara Quill", "said", text[text.index("The ferry") : -1])
    assert [text[s.start : s.end] for s in found.content] == [
        "The ferry sails too late.",
        "The harbour is too small for big ships.",
    ]


def test_a_plea_carries_no_sentence_but_its_own(annotator: Annotator) -> None:
    """What the next sentence tells is not held by who "pleaded guilty"; who "said" may go on."""
    plea = "Banker Paul Reed pleaded guilty on Monday. The court sent him to prison for two years."
    (found,) = mended(annotator, plea, "Banker Paul Reed", "pleaded", "The court sent him to prison for two years")
    assert found.confidence < UNTRUSTED
    said = "Banker Paul Reed said little on Monday. The court had sent him to prison for two years."
    (found,) = mended(annotator, said, "Banker Paul Reed", "said", "The court had sent him to prison for two years")
    assert found.confidence > UNTRUSTED


def test_who_calls_by_telephone_calls_for_nothing(annotator: Annotator) -> None:
    """ "had called to inform the family" is an act; "called on them to inform it" is a demand."""
    rang = "Jon Hale had called to inform the family that the bus was late."
    (found,) = mended(annotator, rang, "Jon Hale", "had called", "to inform the family that the bus was late")
    assert is_act(Text(rang, annotator.annotate(rang)), found)
    asked = "Jon Hale called on the police to inform the family that the bus was late."
    (found,) = mended(annotator, asked, "Jon Hale", "called on", "the police to inform the family that the bus was late")
    assert not is_act(Text(asked, annotator.annotate(asked)), found)


def test_what_somebody_is_stands_before_what_they_say(annotator: Annotator) -> None:
    """ "according to Jon Hale, a former minister of works," belongs to who it is according to; a time may not."""
    text = "According to Jon Hale, a former minister of public works, the region has no roads."
    (found,) = mended(annotator, text, "Jon Hale", "According to", "a former minister of public works, the region has no roads")
    assert text[found.content[0].start : found.content[-1].end] == "the region has no roads"
    text = "According to Jon Hale, in the summer of last year, the region had no roads."
    (found,) = mended(annotator, text, "Jon Hale", "According to", "in the summer of last year, the region had no roads")
    assert text[found.content[0].start :].startswith("in the summer")


@pytest.mark.parametrize(
    ("text", "source", "told", "content"),
    [
        (
            "According to Corvane, one of the largest dealers in fish, prices rose by a tenth in May.",
            "Corvane",
            "one of the largest dealers in fish, prices rose by a tenth in May",
            "prices rose by a tenth in May",
        ),
        (
            "According to Mara Quill, a senior fellow at the Torvik Institute, although prices have fallen, families still struggle.",
            "Mara Quill",
            "a senior fellow at the Torvik Institute, although prices have fallen, families still struggle",
            "although prices have fallen, families still struggle",
        ),
        (
            "According to Ada Quill, a quarter of the houses, some of them new, were flooded.",
            "Ada Quill",
            "a quarter of the houses, some of them new, were flooded",
            "a quarter of the houses, some of them new, were flooded",
        ),
    ],
)
def test_what_a_parse_takes_for_a_second_subject_tells_what_the_source_is(
    annotator: Annotator, text: str, source: str, told: str, content: str
) -> None:
    """A content begins behind what the source is called, with what says when or if it holds; its own subject stays."""
    (found,) = mended(annotator, text, source, "According to", told)
    assert text[found.content[0].start : found.content[-1].end] == content


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Trubus Hale wondered if the name and its place – which Orland shares with others – could lead to a claim.", 1),
        ("Trubus Hale wondered if the name was old. Later he wondered if it could lead to a claim.", 2),
    ],
)
def test_an_aside_between_dashes_does_not_part_a_content(annotator: Annotator, text: str, parts: int) -> None:
    """What one cue says before and behind an aside is one content; what stands in two sentences is not."""

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    source, cue = (place("Trubus Hale"),), (place("wondered"),)
    first = place("if the name and its place" if parts == 1 else "if the name was old")
    rest = place("others – could lead to a claim" if parts == 1 else "if it could lead to a claim")
    pieces = [Attribution(source=source, cue=cue, content=(span,), confidence=0.9) for span in (first, rest)]
    assert len(join_parts(Text(text, annotator.annotate(text)), pieces)) == parts


def test_a_quotation_that_is_begun_is_said_to_its_end(annotator: Annotator) -> None:
    """Its first sentence is not all that is said where the model stops there."""
    begun = "“We are watching the river"
    text = f"{begun}. Many farms upstream have no dam, and the pumps are of no use to those who live behind the old mill,” said Mara Quill."
    (only,) = mended(annotator, text, "Mara Quill", "said", begun)
    said = [text[s.start : s.end] for s in only.content]
    assert said == [text[1 : text.index(",”")]]


def test_a_mark_made_of_two_does_not_dangle() -> None:
    text = "The dam held all night and nobody was hurt there.’’"
    assert trim(text, Span(0, len(text))) == Span(0, len(text) - 2)


def test_two_contents_of_one_cue_that_overlap_are_one(annotator: Annotator) -> None:
    """Be they of several sentences: a quotation is not listed twice because each of its sentences is tied to the cue."""
    text = "“The mill is old. The mill is also cold,” said Mara Quill."
    said = Attribution(
        source=(Span(text.index("Mara"), len(text) - 1),),
        cue=(Span(text.index("said"), text.index("said") + 4),),
        content=(Span(1, text.index(",”")),),
        confidence=0.9,
    )
    again = Attribution(source=said.source, cue=said.cue, content=(Span(text.index("The mill is also"), text.index(",”")),), confidence=0.8)
    (found,) = join_parts(Text(text, annotator.annotate(text)), [said, again])
    assert found.content == said.content


def test_a_clause_with_a_verb_of_being_makes_no_passive_of_who_says_it(annotator: Annotator) -> None:
    """ "The League also said there was no proof" is said by the League, whatever form a tagger gives the verb."""
    text = "The League also said there was no proof."
    view = Text(text, annotator.annotate(text))
    said = next(n for n, t in enumerate(view.tokens) if t.text == "said")
    tokens = tuple(replace(t, tag="VBN") if n == said else t for n, t in enumerate(view.tokens))
    given = Attribution(source=(Span(0, 10),), cue=(Span(16, 20),), content=(Span(text.index("there"), text.index(".")),), confidence=0.9)
    assert not is_said_of(Text(text, replace(view.annotation, tokens=tokens)), given)


def test_a_source_needs_no_cue_to_hold_something(annotator: Annotator) -> None:
    """Where the model has a source and no cue, somebody holds the content; without either it is what the article tells."""
    text = "Mara Quill had mentioned in her speech that the harbour must keep its ferries."
    source = (Span(0, len("Mara Quill")),)
    content = (Span(text.index("that"), len(text) - 1),)
    view = Text(text, annotator.annotate(text))
    held = Attribution(source=source, cue=(), content=content, confidence=0.9)
    assert not is_act(view, held)
    assert is_act(view, replace(held, source=()))


def test_who_expressed_a_thing_is_the_subject_and_not_who_is_named_behind_it(annotator: Annotator) -> None:
    """Whom the model takes from the next paragraph gives way to the sentence's own "he"."""
    text = "Jon Hale met the crew. He also expressed his thanks to the pilots.\n\nIn turn, Rolf Quill said that the ships were safe."
    (found,) = mended(annotator, text, "Rolf Quill", "expressed", "his thanks to the pilots")
    assert [text[s.start : s.end] for s in found.source] == ["He"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        (
            "In the case of minors, the form must be signed by a parent, the Harbour Board said.",
            "the Harbour Board",
            "said",
            "the form must be signed by a parent",
            "In the case of minors, the form must be signed by a parent",
        ),
        (
            "If the strike goes on, the ferry will stop, Mara Quill said.",
            "Mara Quill",
            "said",
            "the ferry will stop",
            "If the strike goes on, the ferry will stop",
        ),
        (
            "Last week, divers searched the wreck, according to the Harbour Board.",
            "the Harbour Board",
            "according to",
            "divers searched the wreck",
            "Last week, divers searched the wreck",
        ),
        (
            "However, the harvest was good, Mara Quill said.",
            "Mara Quill",
            "said",
            "the harvest was good",
            "the harvest was good",
        ),
        (
            "During the war, the port was bombed, a claim that Mara Quill denied.",
            "Mara Quill",
            "denied",
            "the port was bombed",
            "the port was bombed",
        ),
    ],
)
def test_a_clause_keeps_the_circumstance_that_opens_its_sentence(
    annotator: Annotator, text: str, source: str, cue: str, content: str, whole: str
) -> None:
    """When, where and under what condition a thing is so is part of what is said of it; what joins it to the sentence before is not, nor
    what is told of a claim that somebody denies."""
    (found,) = mended(annotator, text, source, cue, content)
    assert [text[s.start : s.end] for s in found.content] == [whole]
