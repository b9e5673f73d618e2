"""What is said lies in its own paragraph, who says nothing holds nothing, and several who speak as one are named all or none."""

from __future__ import annotations

import pytest

from briefing.models import Attribution, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.authors import Authors
from briefing.nlp.positions import hold_positions
from briefing.nlp.resolve import Resolver
from briefing.nlp.roster import build_roster
from briefing.nlp.syntax import Text
from tests.analysis_samples import SHOWN, analyse


def contents(annotator: Annotator, text: str) -> dict[str, str | None]:
    """The contents of a text, with who holds each."""
    positions = analyse(annotator, text).positions
    return {" … ".join(text[s.start : s.end] for s in p.content): p.actor for p in positions}


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        (
            'Stone: strike will go on\n"No one wants this strike," union leader Mara Stone told reporters on Tuesday.',
            "No one wants this strike",
            "Mara Stone",
        ),
        (
            'Strike will go on, says Mara Stone\n"No one wants this strike," union leader Mara Stone told reporters on Tuesday.',
            "Strike will go on",
            "Mara Stone",
        ),
        (
            'Dam warning ignored, report says\n\n"The wall was cracked for years," engineer Paul Reed said. He called for an inquiry.',
            "The wall was cracked for years",
            "Paul Reed",
        ),
        (
            "Kestria to stay out\n\nThe harbour of Halm will stay shut, minister Ada Quill said.",
            "The harbour of Halm will stay shut",
            "Ada Quill",
        ),
    ],
)
def test_a_content_does_not_cross_the_headline_s_end(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """The headline has no full stop, and what stands below it is another's."""
    assert contents(annotator, text).get(content) == holder


def test_lines_that_go_on_are_one_content(annotator: Annotator) -> None:
    """A text whose lines are broken anywhere has sentences across them, and a colon announces the paragraphs behind it."""
    text = "The minister said on Monday that\nthe harbour of Halm would close in June\nand that the crews would be paid."
    assert list(contents(annotator, text)) == [text[len("The minister said on Monday that\n") : -1]]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The foreign ministers of Orland and Kestria said they would reopen the border.", {"foreign ministers of Orland and Kestria"}),
        ("Orland and Kestria's finance ministers urged the bank to cut rates.", {"Orland and Kestria's finance ministers"}),
        ("The leaders of France, Germany and Poland called for calm.", {"France", "Germany", "Poland"}),
        ("French and German officials said the talks had failed.", {"France", "Germany"}),
        ("The prime ministers of Orland and Kestria, Ada Quill and Jon Hale, said they would meet in May.", {"Ada Quill", "Jon Hale"}),
        ("The finance ministers of the Union and of Kestria urged the bank to act.", {"finance ministers of the Union and of Kestria"}),
        ("Labour and Conservative MPs voted against the bill.", {"Labour and Conservative MPs"}),
        ("Foreign Minister Ada Quill of Orland said the treaty was dead.", {"Ada Quill"}),
    ],
)
def test_of_several_lands_all_are_named_or_none(annotator: Annotator, text: str, holders: set[str]) -> None:
    """Where each land is known they all hold it; invented ones are named together, by the whole phrase."""
    assert {p.actor for p in analyse(annotator, text).positions} == holders


def test_a_country_that_its_minister_speaks_of_does_not_speak(annotator: Annotator) -> None:
    """The name right before the verb does, whatever owns the office."""
    text = "Orland's Foreign Minister Ada Quill said Orland will publish the treaty on Friday."
    assert contents(annotator, text) == {"Orland will publish the treaty on Friday": "Ada Quill"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "According to the poll, conducted by Halm Data between 3 and 9 May, most voters are against the dam.",
            "most voters are against the dam",
        ),
        (
            (
                "According to the survey, released on Monday by the Orland Chamber of Trade and based on answers from 2,000 firms, half of "
                "them plan to hire."
            ),
            "half of them plan to hire",
        ),
        (
            "According to the union, Ada Quill and a former aide — Jon Hale, who has left the firm — took bribes.",
            "Ada Quill and a former aide — Jon Hale, who has left the firm — took bribes",
        ),
        ("According to a study, carried out by Halm University and paid for by the state, the river is clean.", "the river is clean"),
    ],
)
def test_what_is_told_of_a_report_is_not_what_it_says(annotator: Annotator, text: str, content: str) -> None:
    """A content begins at its own clause."""
    assert list(contents(annotator, text)) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has yet to say when the school will open.",
        "Mayor Lise Dahl neither confirmed nor denied that she had met the envoy.",
        "Minister Ada Quill did not say whether she would run again.",
        "The police declined to say who was held.",
        "Minister Jon Hale would not comment on the talks.",
        "The government has not said how it will pay for the plan.",
        "Minister Ada Quill refrained from mentioning whether she would join the coalition.",
        "The union remained silent on the offer.",
        "President Mara Stone stopped short of calling for a strike.",
        "The mayor could say that the plan was dead.",
        "The minister could not confirm the number of dead.",
        "Nobody at the ministry would say why the dam failed.",
    ],
)
def test_silence_is_nobodys_position(annotator: Annotator, text: str) -> None:
    """Speech that is denied, put off or imagined is found as an attribution, and ascribed to no actor."""
    assert {p.actor for p in analyse(annotator, text).positions} <= {None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("President Mara Stone denied that she had taken the money.", "denial"),
        ("President Mara Stone refused to rule out an early election.", "opposition"),
        ("Minister Jon Hale said he could not rule out new taxes.", "statement"),
        ("The union would welcome a new offer.", "support"),
    ],
)
def test_what_is_denied_refused_or_would_be_welcome_is_held(annotator: Annotator, text: str, kind: str) -> None:
    """A denial holds something, and so does who will not exclude a thing."""
    assert [(p.kind, p.actor is not None) for p in analyse(annotator, text).positions] == [(kind, True)]


@pytest.mark.parametrize(
    "text",
    [
        'Ministers back new harbour plan\n"We will build the quay by spring," Minister Odd Brekka said on Monday. Work began last year.',
        '"It is over!" coast guard chief Eva Berg said. Twelve people were found alive in the water.',
        '"We found nobody, and the search ends!"\nCoast guard chief Eva Berg told reporters.\n\nThe ferry sank on Sunday off Halm.',
    ],
)
def test_no_line_of_a_summary_is_an_attribution_alone(annotator: Annotator, text: str) -> None:
    """A quotation and who speaks it are one sentence, and who spoke without what was said is no news."""
    summary = {text[s.start : s.end] for s in analyse(annotator, text).summary}
    assert summary
    assert not {line for line in summary if line.startswith(("Minister Odd", "coast guard", "Coast guard"))}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Prosecutors want the dockers' leader Mara Stone detained until she stands trial on charges of fraud.", "demand"),
        ('"We respectfully request that the court detain the accused," prosecutor Jon Hale wrote.', "demand"),
        ("President Ada Quill publicly expressed approval for the new charter.", "support"),
        ("Minister Jon Hale announced Orland's readiness to send a ship.", "offer"),
        ("Governor Mara Stone challenged the parties to keep the peace.", "demand"),
        ("Union leader Mara Stone now fears that the strike will be even worse for the port.", "warning"),
        ("The farmers have asked that the market square be left free.", "demand"),
        ("Minister Ada Quill insisted that the vote was legal.", "statement"),
        ('"We are firmly against a narrow coalition," Minister Ada Quill said.', "opposition"),
        ('"We are in favour of a new vote," party leader Jon Hale said.', "support"),
        ('"In theory it should help improve the choice of projects," analyst Eva Berg said.', "statement"),
        ('"This should stop at once," mayor Lise Dahl said.', "demand"),
        ('"Look out for cracks in the wall," engineer Paul Reed said.', "demand"),
        ("Bank governor Eva Berg expressed disappointment over the delay of the loan.", "opposition"),
    ],
)
def test_the_kind_is_what_a_reader_takes_it_for(annotator: Annotator, text: str, kind: str) -> None:
    """A wish for others, a stand in one's own words and a readiness that is announced count; a fear warns, and is no opposition."""
    assert [p.kind for p in analyse(annotator, text).positions] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Orland has seen three newspapers disappear in ten years.",
        "Engineer Paul Reed made the comments on a website in answer to questions from readers.",
        "Minister Jon Hale responded to reports that the dam was cracked.",
    ],
)
def test_what_is_only_seen_remarked_or_replied_to_is_not_shown(annotator: Annotator, text: str) -> None:
    """None of these says what is held."""
    assert [p for p in analyse(annotator, text).positions if p.confidence > SHOWN] == []


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        (
            "Admiral Jon Hale, the commander of the KGC Navy, met a guest. The commander of the Omani Navy said the sea was safe.",
            "the sea was safe",
            "Jon Hale",
        ),
        ("The Dockers Union met on Monday. An affidavit by an agent gives details. It says the ship was empty.", "empty", "Dockers Union"),
        (
            "The Harbour Agency said the gang was held. The men were questioned. They admitted that they were partners in such crimes.",
            "partners",
            "Harbour Agency",
        ),
    ],
)
def test_who_only_spoke_before_does_not_hold_what_others_say(annotator: Annotator, text: str, words: str, holder: str) -> None:
    """Another navy's commander, a paper, and several men are not the one that was named."""
    assert holder not in {actor for content, actor in contents(annotator, text).items() if words in content}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "She also tried to destroy some evidence in the case, a police official said, on the condition of anonymity.",
            "She also tried to destroy some evidence in the case",
        ),
        ("Police learned someone had found the purse a couple of days earlier.", "someone had found the purse a couple of days earlier"),
    ],
)
def test_a_content_ends_with_what_is_said(annotator: Annotator, text: str, content: str) -> None:
    """Under what terms somebody spoke is no part of it, the last adverb is."""
    assert list(contents(annotator, text)) == [content]


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        (
            'Judge Paul Reed said Minister Jon Hale was a good witness. "He was evasive when he was pressed," he said.',
            "evasive",
            "Paul Reed",
        ),
        (
            "Eva Berg and Paul Reed spoke on Monday. In addition, two other candidates have expressed their willingness to bid.",
            "willingness",
            "other candidates",
        ),
        (
            "Mara Stone left early. Minister Jon Hale (韓), who has long supported the strike, told reporters he would go.",
            "strike",
            "Jon Hale",
        ),
    ],
)
def test_who_speaks_goes_on(annotator: Annotator, text: str, words: str, holder: str) -> None:
    """Whom a speaker only names does not speak next; other candidates are none of those named; an aside in brackets is none."""
    assert {actor for content, actor in contents(annotator, text).items() if words in content} == {holder}


@pytest.mark.parametrize(
    "text",
    [
        "Local authorities are also being instructed to strengthen the dykes.",
        "It was highlighted during the ceremony that the road had shortened the way to the port.",
        "The founder told volunteers keen to join the movement.",
        "Halm Lines raised money in March. It was announced yesterday that a new round has been closed.",
        "Minister Ada Quill desisted from calling a strike.",
    ],
)
def test_who_is_told_or_keeps_silent_holds_nothing(annotator: Annotator, text: str) -> None:
    """A passive without who does it, a listener alone and a call that was not made are not shown."""
    assert [p for p in analyse(annotator, text).positions if p.actor and p.confidence > SHOWN] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We continue to urge the government to sell the port," party leader Mara Stone said.', "demand"),
        ("Mayor Lise Dahl has long supported the protest against the landfill.", "support"),
        ("Mayor Lise Dahl said the music was crucial in starting the talks.", "statement"),
    ],
)
def test_what_is_urged_supported_or_crucial(annotator: Annotator, text: str, kind: str) -> None:
    """To go on urging demands, to support a protest opposes nothing, and what was crucial is not asked for."""
    assert [p.kind for p in analyse(annotator, text).positions] == [kind]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The Republic of Talassa has promised two naval ships.", {"Republic of Talassa"}),
        ("Two of the main donors, the EU and Norway, announced they would freeze aid.", {"EU", "Norway"}),
        (
            "Figure skating icon and two-time Olympic champion Yuzuru Hanyu has announced his retirement from competition.",
            {"Yuzuru Hanyu"},
        ),
        ("A senior member of Cite Bookshop said sales had fallen.", {"senior member of Cite Bookshop"}),
        (
            "The president of the Halm Union rejected the offer. The president of the Dockers Union condemned the strike.",
            {"president of the Halm Union", "president of the Dockers Union"},
        ),
        ("Health experts urged people not to panic.", {"health experts"}),
        ("Some experts say that the outbreak of the fever is over.", {"experts"}),
        ("The municipality said the water was safe.", {"municipality"}),
    ],
)
def test_a_holder_without_a_name_is_called_by_what_tells_it(annotator: Annotator, text: str, holders: set[str | None]) -> None:
    """By the name behind "of", by those named behind a comma, by the name right behind a trade, by a field."""
    assert {p.actor for p in analyse(annotator, text).positions} == holders


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("President Ada Quill confirmed France's support for the talks.", "support", None),
        ('"We are better off than before because the roads were built," mayor Lise Dahl said.', "statement", None),
    ],
)
def test_support_is_not_for_whose_it_is(annotator: Annotator, text: str, kind: str, target: str | None) -> None:
    """Who supports is no target, and what is better praises nobody."""
    assert [(p.kind, p.target) for p in analyse(annotator, text).positions] == [(kind, target)]


def test_what_is_alleged_of_somebody_is_not_held_by_them(annotator: Annotator) -> None:
    """Others say so."""
    text = "Chancellor Paul Reed was suspended for allegedly refusing to hand over the land."
    assert [p for p in analyse(annotator, text).positions if p.actor and p.confidence > SHOWN] == []


def test_unnamed_sources_are_no_two_countries(annotator: Annotator) -> None:
    """Two of a kind that were named before are not meant by it."""
    text = "China and France met on Monday. No deal was possible, according to two sources familiar with the matter."
    assert not {"China", "France"} & set(contents(annotator, text).values())


def test_cues_and_contents_that_take_turns_are_two(annotator: Annotator) -> None:
    """Each is of its own kind."""
    text = "Speakers at the meeting stressed that there are still challenges ahead, calling on civil society to cooperate."
    assert [p.kind for p in analyse(annotator, text).positions if p.actor] in (["demand", "statement"], ["statement", "demand"])


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        (
            "Coach Letu Hale spoke. Hale said he was the best, with runner Jon Hale beside him. Hale said the team was too small.",
            "too small",
            "Letu Hale",
        ),
        (
            "Sources said the police seized the letter on Monday. The letter describes the minister as a friend of the church.",
            "friend of the church",
            None,
        ),
    ],
)
def test_who_is_not_the_one_that_was_named_last(annotator: Annotator, text: str, words: str, holder: str | None) -> None:
    """The one called by a surname goes on to be; a letter is not its finder's."""
    assert {actor for content, actor in contents(annotator, text).items() if words in content} == {holder}


def test_no_body_says_i(annotator: Annotator) -> None:
    """A quotation that goes on in the first person is not that of the institute whose quotation stands before it."""
    text = 'The Harbour Institute has said: "The book brings our past to life."\n\n"I feel blessed that she was happy to do this book."'

    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    first = Attribution(
        source=span("The Harbour Institute"), cue=span("has said"), content=span("The book brings our past to life."), confidence=0.9
    )
    second = Attribution(source=(), cue=(), content=span("I feel blessed that she was happy to do this book."), confidence=0.9)
    view = Text(text, annotator.annotate(text))
    roster = build_roster(view, body_start=0)
    held = hold_positions(view, Resolver(view=view, roster=roster), [first, second], Authors())
    assert [[actor.name for actor in position.actors] for position in held] == [["Harbour Institute"], []]


@pytest.mark.parametrize(
    ("text", "source", "holder"),
    [
        ("A council spokesman, Ada Quill, said the bridge was shut.", "A council spokesman", "Ada Quill"),
        (
            "Chief executive officer of Harbour Lines, Ada Quill, said the bridge was shut.",
            "Chief executive officer of Harbour Lines",
            "Ada Quill",
        ),
        ("The Harbour Council, Ada Quill and Jon Hale said the bridge was shut.", "The Harbour Council", "Harbour Council"),
    ],
)
def test_the_name_behind_an_office_is_who_speaks(annotator: Annotator, text: str, source: str, holder: str) -> None:
    """Where a source ends with the office, the one named between it and the cue is in it, and neither the body nor somebody unnamed."""

    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    said = Attribution(source=span(source), cue=span("said"), content=span("the bridge was shut"), confidence=0.9)
    view = Text(text, annotator.annotate(text))
    held = hold_positions(view, Resolver(view=view, roster=build_roster(view, body_start=0)), [said], Authors())
    assert [[actor.name for actor in position.actors] for position in held] == [[holder]]


def test_a_quotation_further_on_goes_on_with_whom_the_model_ties_it_to(annotator: Annotator) -> None:
    """Where who spoke last is who the model says speaks, told sentences may stand between."""
    text = (
        "“The bridge is sound,” said Ada Quill.\n\nIt was built in May. It took a year. “The crews did it well.”\n\n"
        "The council of Halm met."
    )

    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    first = Attribution(source=span("Ada Quill"), cue=span("said"), content=span("The bridge is sound"), confidence=0.9)
    second = Attribution(source=span("Ada Quill"), cue=(), content=span("The crews did it well."), confidence=0.9)
    view = Text(text, annotator.annotate(text))
    held = hold_positions(view, Resolver(view=view, roster=build_roster(view, body_start=0)), [first, second], Authors())
    assert [[actor.name for actor in position.actors] for position in held] == [["Ada Quill"], ["Ada Quill"]]


def test_neighbours_next_door_are_no_bodies_named_before(annotator: Annotator) -> None:
    """Two countries are each other's, an agency and a company are not."""
    text = "Halm Agency and Harbour Lines want the houses. The neighbors acknowledged that they have no deeds."
    assert contents(annotator, text)["they have no deeds"] == "neighbors"


def test_what_was_not_known_before_is_not_denied(annotator: Annotator) -> None:
    """It is only new to who says so."""
    text = '"I didn\'t know about these things before, but it is exciting," pupil Ada Quill says.'
    assert [p.kind for p in analyse(annotator, text).positions] == ["statement"]


# ------------------------------------------------------------------------------------------ stances by the verb alone


@pytest.mark.parametrize(
    ("text", "words", "kind", "holder"),
    [
        (
            "The Nurses' Guild welcomed the merger on Tuesday, while the Harbour Chamber condemned it.",
            "the merger",
            "support",
            "Nurses' Guild",
        ),
        (
            "The Nurses' Guild welcomed the merger on Tuesday, while the Harbour Chamber condemned it.",
            "it",
            "opposition",
            "Harbour Chamber",
        ),
        ("The White House welcomed the visit.", "the visit", "support", "White House"),
        ("Orland and Norland signed. France has backed Ada Quill.", "Ada Quill", "support", "France"),
        ("Council leader Ada Quill rejected that.", "that", "opposition", "Ada Quill"),
        ("Minister Ada Quill called the claim a fantasy.", "the claim a fantasy", "denial", "Ada Quill"),
        ("Minister Ada Quill called the threat regrettable.", "the threat regrettable", "opposition", "Ada Quill"),
        ("Minister Ada Quill said she would not be blackmailed.", "she would not be blackmailed", "opposition", "Ada Quill"),
        ("Prosecutors allege that Bela Tarn knew of the leak.", "that Bela Tarn knew of the leak", "blame", "prosecutors"),
    ],
)
def test_a_short_act_is_a_position(annotator: Annotator, text: str, words: str, kind: str, holder: str) -> None:
    """What a clause welcomes, backs, turns down or answers is its subject's position, though the content is short."""
    found = [(text[p.content[0].start : p.content[0].end], p.kind, p.actor) for p in analyse(annotator, text).positions]
    assert (words, kind, holder) in found


@pytest.mark.parametrize(
    "text",
    [
        "Norland has always backed the treaty, which the Harbour Party opposed in 2011.",
        "Ada Quill slammed the door. Bela Tarn accepted a bribe.",
        "Norland welcomed 300 visitors on Monday.",
        "If the Harbour Chamber rejected the merger, Ada Quill would leave.",
        "Backed by the Harbour Party, Ada Quill ran for mayor and supported herself.",
        "The border police denied entry to Bela Tarn.",
        "The Nurses' Guild did not welcome guests.",
    ],
)
def test_what_takes_no_stance_is_no_position(annotator: Annotator, text: str) -> None:
    """Guests received, doors and bribes, the past and what is only imagined say nothing of where somebody stands."""
    assert [p for p in analyse(annotator, text).positions if p.confidence == 0.8] == []


def test_a_quotation_opened_anew_holds_no_mark(annotator: Annotator) -> None:
    """Each paragraph of a quotation that goes on is a piece of its own, without the mark that opens it."""
    text = (
        "“Our members have had enough,” said Ada Quill, leader of the Dock Union. “They work nights. And they get nothing for it.\n\n"
        "“Unless the company moves, we will be out again at Easter.” The strike begins on Friday."
    )
    found = [text[s.start : s.end] for p in analyse(annotator, text).positions if p.actor == "Ada Quill" for s in p.content]
    assert "Unless the company moves, we will be out again at Easter." in found
    assert not any("“" in piece for piece in found)


def test_who_tells_of_its_own_plan_behind_it_is_the_speaker(annotator: Annotator) -> None:
    """ "It said" behind a plan is said by the body whose plan it is, not by who spoke before."""
    text = "Parents' group SafeScroll hailed the ruling. Orbix will introduce age checks in June, it said, whatever the court decides."
    assert {p.actor for p in analyse(annotator, text).positions if "introduce" in text[p.content[0].start : p.content[0].end]} == {"Orbix"}
