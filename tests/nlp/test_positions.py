"""Who holds what, by class of expression; people and places are invented."""

from __future__ import annotations

import pytest

from briefing.models import Position, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.quotations import is_quoted
from tests.analysis_samples import SHOWN, analyse


def words(text: str, position: Position) -> str:
    return " … ".join(text[s.start : s.end] for s in position.content)


def held(annotator: Annotator, text: str) -> list[tuple[str | None, str, str]]:
    return [(p.actor, p.kind, words(text, p)) for p in analyse(annotator, text).positions if p.confidence > SHOWN]


# ------------------------------------------------------------------------------------------ whole contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mara Stone claimed the board was acting against the promises it had made in talks in March, where a halt had been discussed.",
            "the board was acting against the promises it had made in talks in March, where a halt had been discussed",
        ),
        (
            "Mara Stone said that to deliver on the required capacity, as outlined, it was necessary to address the grid.",
            "to deliver on the required capacity, as outlined, it was necessary to address the grid",
        ),
    ],
)
def test_a_content_does_not_break_off_inside_a_clause(annotator: Annotator, text: str, content: str) -> None:
    """A clause that a content begins is told to its end."""
    assert content in {c for _, _, c in held(annotator, text)}, held(annotator, text)


def test_a_quotation_behind_a_sentence_is_held_by_itself(annotator: Annotator) -> None:
    """What is quoted behind the sentence that reports is another position, without its opening mark."""
    text = "Mara Stone said debates are the only test of a candidate. “We have a crisis and the public wants to know how it ends.”"
    found = {c for _, _, c in held(annotator, text)}
    assert found == {
        "debates are the only test of a candidate",
        "We have a crisis and the public wants to know how it ends.",
    }


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Mara Stone said that the ministers had called a three-hour meeting.", "the ministers had called a three-hour meeting"),
        ("The dam is safe and will hold for another ten years, according to Mara Stone.", "The dam is safe and will hold"),
        ("“The dam is safe,” Mara Stone said on Monday.", "The dam is safe"),
        ("Mara Stone urged the council to close the road within two weeks.", "close the road within two weeks"),
    ],
)
def test_a_content_is_whole_and_holds_nothing_else(annotator: Annotator, sentence: str, content: str) -> None:
    """To the end of the word and the phrase; no trailing attribution, no dangling quotation mark."""
    found = [c for _, _, c in held(annotator, sentence)]
    assert any(content in c for c in found), found
    assert not any(c[:1] in '“”,"' or c[-1:] in '“”,"' or "said" in c or "according" in c for c in found), found


def test_a_mark_of_the_wrong_kind_ends_no_content(annotator: Annotator) -> None:
    """A keyboard's opening mark where a quotation closes is no part of it."""
    text = "Senate speaker Ines Falk said the talks had failed. It is worrying that this is happening,“ Falk said."
    assert "It is worrying that this is happening" in [c for _, _, c in held(annotator, text)]


def test_where_something_was_said_is_no_part_of_it(annotator: Annotator) -> None:
    """ "during a meeting with" belongs to the cue; a meeting still to come belongs to what is said."""
    past = "Foreign Minister Ines Falk called on Norway to withdraw its troops from the strait during a meeting with her counterpart."
    ahead = "Foreign Minister Ines Falk promised to sign the treaty with Norway during the next meeting of the council."
    assert any(c.endswith("from the strait") for _, _, c in held(annotator, past))
    assert any("next meeting" in c for _, _, c in held(annotator, ahead))


def test_an_act_is_no_position(annotator: Annotator) -> None:
    """What a parliament passes or a minister appoints says nothing that a briefing shows; found, it is not trusted."""
    text = "Parliament passed a bill to build three hospitals in the north. The minister appointed the engineer Paul Reed to run them."
    assert not held(annotator, text)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Mara Quill prayed that the talks would bring peace to the valley.", "the talks would bring peace to the valley"),
        ("The Court of Appeal found his sentence too lenient.", "his sentence too lenient"),
        ("Mayor Mara Quill said no to the casino.", "no to the casino"),
        ("King Oren noted the need to continue the talks before the September summit.", "the need to continue the talks"),
        ("Mara Quill was hopeful the new machines would ease the work in the ward.", "the new machines would ease the work"),
        ("Mara Quill attributed the shortage of fuel to smuggling along the border.", "the shortage of fuel to smuggling"),
        ("Mara Quill reminded the council that it had promised a new school.", "it had promised a new school"),
    ],
)
def test_who_holds_something_without_a_plain_verb_of_speech_is_trusted(annotator: Annotator, sentence: str, content: str) -> None:
    """A clause behind "that", a thing found to be so, a refusal, a need that is noted, a hope: a briefing may show them."""
    assert any(content in c for _, _, c in held(annotator, sentence)), held(annotator, sentence)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The League met on Monday. The League also said there was no proof that the bank had paid.", "no proof that the bank"),
        (
            "Mara Quill received the envoy in Orlet on Monday. She expressed her thanks for the grain sent to the coast.",
            "thanks for the grain",
        ),
        ("Mara Quill said though it had rained all week, the ferries had sailed on time.", "the ferries had sailed on time"),
    ],
)
def test_what_stands_right_behind_a_verb_of_speech_is_trusted(annotator: Annotator, text: str, words: str) -> None:
    """An active verb whose clause holds a "was" is no passive; thanks need no predicate; a condition may have its clause behind it."""
    assert any(words in c for _, _, c in held(annotator, text)), held(annotator, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor forgot that the bridge had been closed since May.",
        "The minister made sure that the ferry sailed at noon.",
    ],
)
def test_who_only_knows_or_sees_to_a_thing_holds_nothing(annotator: Annotator, sentence: str) -> None:
    """What one forgot, or made sure of, the article itself tells."""
    assert not held(annotator, sentence)


def test_whom_something_is_told_to_may_be_told_of_by_a_clause(annotator: Annotator) -> None:
    """ "told five provinces that form the backbone of trade to" act: the clause tells which provinces."""
    text = 'Premier Mara Quill has told five provinces that form the backbone of the economy to "exhaust all means" to attract investment.'
    assert [c for _, _, c in held(annotator, text)] == [
        'five provinces that form the backbone of the economy to "exhaust all means" to attract investment'
    ]


def test_quotations_of_one_speaker_with_two_kinds_are_two_positions(annotator: Annotator) -> None:
    """What is stated before "he said" and demanded behind it; both are the speaker's."""
    text = "“The harvest was poor,” said union president Jon Hale. “The government must pay the farmers at once.”"
    found = held(annotator, text)
    assert ("Jon Hale", "demand", "The government must pay the farmers at once.") in [(a, k, c) for a, k, c in found], found
    assert any(a == "Jon Hale" and k == "statement" and "harvest" in c for a, k, c in found), found


def test_what_goes_on_in_the_next_paragraph_is_held_by_itself(annotator: Annotator) -> None:
    """What stands before who speaks, what stands behind, and each further paragraph of a long quotation is a position."""
    text = "“The bridge was closed for a year,” engineer Jon Hale said. “Nobody asked why.”\n\n“The ferry took two hours on a good day.”\n"
    found = {c for a, _, c in held(annotator, text) if a == "Jon Hale"}
    assert found == {"The bridge was closed for a year", "Nobody asked why.", "The ferry took two hours on a good day."}


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Norland and Sudland agreed to step up joint patrols and seek a new fishing pact by the spring.",
            "to step up joint patrols and seek a new fishing pact",
        ),
        (
            "The Harbour Guild threatened legal action if the road was not cleared by the weekend.",
            "legal action if the road was not cleared",
        ),
        ("Mayor Mara Stone promised free buses unless the council cuts her budget.", "free buses unless the council cuts her budget"),
    ],
)
def test_a_second_deed_and_a_condition_belong_to_what_is_said(annotator: Annotator, sentence: str, content: str) -> None:
    """Whoever leaves a condition out says another thing."""
    found = [c for _, _, c in held(annotator, sentence)]
    assert any(content in c for c in found), found


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        (
            "Police said on Monday that they were hunting two men who robbed a bank in Northport, and appealed to the public for help.",
            "they were hunting two men who robbed a bank in Northport",
            "demand",
        ),
        (
            "Prime Minister Tobias Wren said he would present a revised bill by the end of the month and ruled out an early election.",
            "he would present a revised bill by the end of the month",
            "opposition",
        ),
        (
            "Foreign Minister Jon Hale said the talks would go on and accused Sudland of breaking its word.",
            "the talks would go on",
            "blame",
        ),
        ("Mayor Mara Stone said the ferry was late again and thanked the crew for their patience.", "the ferry was late again", "praise"),
        ("The Miners Union says the mine is unsafe and has urged the ministry to close it.", "the mine is unsafe", "demand"),
        (
            "Speaker Mara Stone added that parliament will convene on July 16 and she requested all legislators to attend the sessions.",
            "parliament will convene on July 16",
            "demand",
        ),
    ],
)
def test_whoever_speaks_on_holds_a_second_position(annotator: Annotator, sentence: str, first: str, second: str) -> None:
    """A verb of speech in the past that no "would" and no thing can share is the speaker's own, as is one joined to the cue."""
    found = held(annotator, sentence)
    assert first in [c for _, _, c in found], found
    assert second in [k for _, k, _ in found], found


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        (
            "Harbour chief Ada Quill said the ferry had been repaired and was hopeful the new engine would last the year.",
            "the ferry had been repaired",
            "the new engine would last the year",
        ),
        (
            "Minister Jon Hale noted the need to repair the bridge before the spring floods, highlighting the town's duty to pay for it.",
            "the need to repair the bridge before the spring floods",
            "the town's duty to pay for it",
        ),
    ],
)
def test_what_a_speaker_hopes_or_stresses_beside_has_a_content_of_its_own(
    annotator: Annotator, sentence: str, first: str, second: str
) -> None:
    """It begins behind the predicate, or the participle, that is joined to the cue."""
    found = [words(sentence, p) for p in analyse(annotator, sentence).positions]
    assert first in found, found
    assert second in found, found


def test_what_others_did_in_what_is_said_is_not_the_speakers(annotator: Annotator) -> None:
    """ "the union broke its word and rejected the plan": both are the union's."""
    text = "Mara Stone said the union broke its word and rejected the plan."
    assert [c for _, _, c in held(annotator, text)] == ["the union broke its word and rejected the plan"]


def test_an_apology_that_is_passed_on_is_theirs_who_made_it(annotator: Annotator) -> None:
    """By way of whoever tells of it."""
    text = "Foreign Minister Ivo Petrov said that President Ada Quill had apologised for the raid on the harbour."
    assert ("Ada Quill", "Ivo Petrov") in [(p.actor, p.via) for p in analyse(annotator, text).positions]


def test_who_asks_is_not_the_thing_that_was_spoken_of(annotator: Annotator) -> None:
    """ "said that the move was legal, and asked": not the move asks."""
    text = "Mayor Ines Falk said that the move did not break the law, and asked the Northport city council to set aside a budget for it."
    assert {a for a, k, _ in held(annotator, text) if k == "demand"} == {"Ines Falk"}


# ------------------------------------------------------------------------------------------ whose


def test_an_outlet_that_reports_holds_nothing(annotator: Annotator) -> None:
    """What it reports of somebody is theirs."""
    text = "Norland raised objections to the dam, the Harbour Gazette reported. Finance Minister Tom Oldcastle said the dam was safe."
    found = analyse(annotator, text)
    assert not any(p.actor is not None and "Gazette" in p.actor for p in found.positions)


def test_speech_without_saying_when_says_nothing_of_when(annotator: Annotator) -> None:
    """ "without elaborating when" is no position on when."""
    text = "Foreign Minister Olaf Brandt said Sudland had agreed to a meeting without disclosing when the meeting will take place."
    assert not any(c.startswith("when") for _, _, c in held(annotator, text))


def test_what_somebody_should_say_is_not_said(annotator: Annotator) -> None:
    """ "should tell" and "need to admit" ask for speech."""
    text = "Citizens should tell the mayor that the museum is too dear. The voters need to admit that they were wrong."
    assert not held(annotator, text)


def test_the_first_person_in_a_quotation_is_its_speaker(annotator: Annotator) -> None:
    """ "I told them" inside a quotation is the speaker's, not nobody's."""
    text = "“I told the committee in March that the bridge would fall,” said the engineer Paul Reed."
    found = analyse(annotator, text).positions
    assert found and all(p.actor == "Paul Reed" for p in found)


def test_a_stand_inside_a_statement_is_by_way_of_the_speaker(annotator: Annotator) -> None:
    """What is opposed, too, not only what is said."""
    text = "Prime Minister Ada Quill met President Ines Falk on Monday. Quill said that Falk had condemned the attack on the port."
    found = [p for p in analyse(annotator, text).positions if p.actor == "Ines Falk"]
    assert [p.kind for p in found] == ["opposition"] and found[0].via == "Ada Quill"


def test_two_cues_in_two_sentences_are_two_positions(annotator: Annotator) -> None:
    """What somebody said once and promised later is not run together."""
    text = "“I am a fisherman’s son,” Bram Quill told the Harbour Gazette in May. On taking office he promised to lower the duty on boats."
    found = held(annotator, text)
    assert not any("fisherman" in c and "duty" in c for _, _, c in found), found


def test_a_headline_attributes_by_a_colon(annotator: Annotator) -> None:
    """ "...: Quill" and "Iraqi FM" mean whom the text names; a colon before something else attributes nothing."""
    text = "Saudi, Iranian ministers to meet in May: Iraqi FM\n\nIraqi Foreign Minister Ada Quill spoke to the press on Monday."
    other = "Floods in the north: what we know\n\nForeign Minister Ada Quill spoke to the press on Monday."
    assert ("Ada Quill", "Saudi, Iranian ministers to meet in May") in [(a, c) for a, _, c in held(annotator, text)]
    assert not any("Floods" in c for _, _, c in held(annotator, other))


# ------------------------------------------------------------------------------------------ kinds


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("“We cannot back a levy full of holes,” Sam Tole said on Monday.", "opposition"),
        ("Mayor Jonas Ferreny dropped his opposition to the water levy on Tuesday.", "support"),
        ("Governor Mara Stone asked for a sentence of 25 years, saying that the crime was grave.", "demand"),
        ("President Ines Falk turned down a proposal to hold early elections.", "opposition"),
        ("Interior Minister Lena Moor rejected the accusation that her office had paid the company.", "denial"),
        ("Environment Minister Paul Reed called the treaty a historic breakthrough.", "praise"),
        ("Opposition leader Bram Quill called the treaty a disgrace.", "opposition"),
        ("Finance Minister Tom Oldcastle said he would not sign the treaty.", "opposition"),
        ("“We will strike unless the company pays,” said union president Rosa Lind.", "warning"),
        ("Mayor Ines Falk said she was ready to meet the strikers.", "offer"),
        ("Energy Minister Olaf Brandt said the plant would be closed in June.", "commitment"),
        ("Health Minister Ada Quill complained that nobody had told her of the sale.", "blame"),
        ("The chairman of the bank, Paul Reed, said it was time to act.", "demand"),
        ("“On the eve of May they told us the boats would sail,” said the sailor Jon Hale.", "statement"),
        ("“We sold all we owned. Even my mother's ring had to be sold,” said Mara Stone.", "statement"),
        ("Judge Ines Falk said it was not the mayor's first time in the box.", "statement"),
        ("Judge Ines Falk noted she had asked clarifying questions at the hearing.", "statement"),
        ("Guide Paul Reed said few visitors are willing to go through the tests.", "statement"),
        ("President Ada Quill offered prayers for the victims of the flood.", "statement"),
        ("Chief Mara Stone said via press statement that the week had been hard.", "statement"),
        ("“I was going to the market when somebody called me,” said the singer Paul Reed.", "statement"),
        ("“You may have to sell your house one day,” said the lawyer Jon Hale.", "statement"),
        ("Selm Steel has hit back at claims that it would close the plant.", "denial"),
        ("President Ada Quill assured that the marches would have received money from smugglers.", "statement"),
        ("Councillor Paul Reed said it would be good to see the land on a map.", "statement"),
        ("“Many gyms have had to sell their machines,” said the trainer Jon Hale.", "statement"),
        ("Deputy Paul Reed stressed that this government will go down in history as the one that had the courage.", "statement"),
        ("Mayor Ines Falk said the refurbishment would cost 25 million crowns.", "statement"),
        ("Mayor Ines Falk has seldom called for a new bridge over the strait.", "statement"),
        ("Minister Tom Oldcastle expressed the ministry's readiness to share its ships with the island.", "offer"),
        ("The harvest workers want to be paid for each day that they stay ashore.", "demand"),
        ("“We ask them to remember the dead of the mine,” said union president Rosa Lind.", "demand"),
        ("General Paul Reed said his men would stay in their trenches until the spring.", "commitment"),
        ("City officials announced that the council will cut the supply of water for two days a week.", "commitment"),
        (
            "Finance Minister Ada Quill said she could not support “a budget that pays for promises with other people's money.”",
            "opposition",
        ),
        ("Senator Bram Quill said the mayor had been warned of the flood two years ago.", "blame"),
        ("Senator Bram Quill said the searches amounted to piracy.", "blame"),
        ("Senator Bram Quill said they should have told the families in May.", "blame"),
        ("Senator Bram Quill said the system ignored local families.", "blame"),
        ("Senator Bram Quill said the raids were a clear violation of the pact.", "blame"),
        ("Senator Bram Quill said households should not count on cheap money.", "warning"),
        ("Senator Bram Quill said there was nothing to talk about.", "opposition"),
        ("“Independence is not on the table,” Senator Bram Quill said.", "opposition"),
        ("“That's not okay,” Senator Bram Quill said.", "blame"),
        ("Mara Stone, the president of Orland, said her country does not negotiate with terrorists.", "opposition"),
        ("“I think he should be congratulated for that,” Senator Bram Quill said.", "praise"),
        ("“We think the law must go,” Senator Bram Quill said.", "demand"),
        ("“This will need to be clarified,” Senator Bram Quill said.", "demand"),
        ("Senator Bram Quill said arbitration had cost a summer and that any new offer should be put to the members.", "demand"),
        ("Senator Bram Quill renewed his call for an inquiry into the sale of the ferry.", "demand"),
        ("Senator Bram Quill stated that the speeches have to do with hatred.", "statement"),
        ("Senator Bram Quill assured that the forces of evil can be defeated.", "statement"),
        ("Senator Bram Quill called the decision “atrocious”.", "opposition"),
        ("Senator Bram Quill was cautiously optimistic about the president's plan.", "support"),
        ("The Harbour Assembly has voted to remove Grand Chief Jon Hale.", "opposition"),
        ("The Press Guild said it was not controlled by the state.", "denial"),
        ("Mayor Jon Hale said the city would continue with its plans.", "commitment"),
        ("Ada Quill, president of the Teachers' Guild, said the ministry needed to consult parents.", "demand"),
        ("The High Court dismissed all charges against the former president.", "statement"),
        ("The Norland foreign ministry stated that the nation reserves the right to confront the raids.", "warning"),
        ("“The problems of the harbour will not be solved overnight,” Senator Bram Quill said.", "warning"),
        ("Senator Bram Quill was concerned that banditry had grown.", "warning"),
        ("Senator Bram Quill looks back and believes the board should have called for an inquiry.", "blame"),
        ("Senator Bram Quill said the ministry had ignored the engineers for years.", "blame"),
        ("Senator Bram Quill said the talks had failed.", "statement"),
        ("Trade Minister Mara Stone said the duty would add 400 crowns to the price and could force the plant to close.", "warning"),
        ("Minister Olaf Brandt announced at a joint press statement that flights between the capitals were popular.", "statement"),
        ("“I can feed my family now. No need to sell my sheep,” said the herder Jon Hale.", "statement"),
        ("Union president Rosa Lind said her members wanted to go home.", "statement"),
        ("Senator Bram Quill asked whether anyone had sought to leave the country.", "statement"),
        ("General Giles Prout suggested sending a ship to the strait.", "demand"),
        ("General Giles Prout suggested sending ships has calmed the strait.", "statement"),
        ("“They lied to us,” said the miner Sipho Nkala.", "blame"),
        ("“The governor is a thief,” said Senator Eva Fane.", "blame"),
    ],
)
def test_the_kind_goes_by_how_a_cue_goes_on(annotator: Annotator, sentence: str, kind: str) -> None:
    """Particle, preposition, object, condition, voice and own will decide, not the verb alone."""
    assert kind in [k for _, k, _ in held(annotator, sentence)], held(annotator, sentence)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Foreign Minister Lea Grund told the Harbour Herald talks were under way.", "talks were under way"),
        ("Trade envoy Nadia Kroll assured exporters the rules would not change.", "the rules would not change"),
        ("Defence Minister Jens Aker warned soldiers the enemy was near.", "the enemy was near"),
        (
            "Premier Odd Brekka promised help after reports that applicants were being overlooked.",
            "help after reports that applicants were being overlooked",
        ),
        ("According to Mira Lund, the city's head of water, the dam is safe.", "the dam is safe"),
    ],
)
def test_who_listens_and_who_speaks_are_no_part_of_what_is_said(annotator: Annotator, text: str, content: str) -> None:
    """Without "that", what is said begins behind who is told, and behind what is told of the speaker."""
    assert [c for _, _, c in held(annotator, text)] == [content]


@pytest.mark.parametrize(
    ("text", "actor", "kind", "content"),
    [
        ("The call by Bishop Andrea Sollers for a truce was ignored by both armies.", "Andrea Sollers", "demand", "a truce"),
        ("General Idris Faye's refusal to withdraw his men has angered Norland.", "Idris Faye", "opposition", "to withdraw his men"),
        ("Tesch rose. Opposition leader Ivo Tesch repeated his demand that Ada Quandt resign.", "Ivo Tesch", "demand", "Ada Quandt resign"),
        ("The allegation by Deputy Sara Vint that judges were paid shocked Halm.", "Sara Vint", "blame", "judges were paid"),
        ("Deputy Sara Vint left. Her warning that the dam would burst went unheeded.", "Sara Vint", "warning", "the dam would burst"),
    ],
)
def test_a_noun_of_speech_makes_a_position_of_whose_it_is(annotator: Annotator, text: str, actor: str, kind: str, content: str) -> None:
    """ "the call by", "his demand that", "her refusal to": held by who owns the noun or is behind "by", up to the verb of the sentence."""
    found = [
        (p.actor, p.kind, text[p.content[0].start : p.content[0].end]) for p in analyse(annotator, text).positions if p.confidence > SHOWN
    ]
    assert (actor, kind, content) in found, found


@pytest.mark.parametrize(
    ("text", "actor", "parts"),
    [
        (
            "Director Samira Kovac spoke on Monday. Denholm, she noted, has yet to order them.",
            "Samira Kovac",
            ["Denholm", "has yet to order them"],
        ),
        (
            "Director Samira Kovac spoke on Monday. Schools, Kovac added, will reopen in May.",
            "Samira Kovac",
            ["Schools", "will reopen in May"],
        ),
        ("Minister Kol Draga faced deputies. The border, according to Draga, is quiet.", "Kol Draga", ["The border", "is quiet"]),
        (
            "Minister Kol Draga faced deputies. The new border posts, according to Draga, will open in May.",
            "Kol Draga",
            ["The new border posts", "will open in May"],
        ),
    ],
)
def test_who_speaks_may_stand_between_a_subject_and_its_verb(annotator: Annotator, text: str, actor: str, parts: list[str]) -> None:
    """What is said stands on both sides of who says it, and is not held by what its subject names."""
    found = [(p.actor, [text[s.start : s.end] for s in p.content]) for p in analyse(annotator, text).positions]
    assert (actor, parts) in found, found


@pytest.mark.parametrize(
    ("text", "start", "end", "quoted"),
    [
        ("‘We have nothing to hide’, says Lumina boss", 1, 24, True),
        ("'We have nothing to hide', says Lumina boss", 1, 24, True),
        ("The miners' union wants the owners' shares.", 12, 42, False),
    ],
)
def test_a_headline_quotes_in_single_marks(text: str, start: int, end: int, quoted: bool) -> None:
    """What stands between single marks of its own is quoted; an apostrophe is no mark."""
    assert is_quoted(text, (Span(start, end),)) is quoted


# ------------------------------------------------------------------------------------------ targets


def test_the_press_is_not_whom_one_speaks_to(annotator: Annotator) -> None:
    """ "told Reuters" has no target."""
    text = "Foreign Minister Olaf Brandt told Reuters on Monday that the border would stay open."
    assert all(p.target is None for p in analyse(annotator, text).positions)


def test_who_only_gives_a_thing_its_name_is_no_target(annotator: Annotator) -> None:
    """Praise of "the Japan deal" is not praise of Japan; blame on Japan is blame on Japan."""
    praise = analyse(annotator, "President Ines Falk praised the Japan deal. Japan will sign it in June.").positions
    blame = analyse(annotator, "President Ines Falk accused Japan of dumping steel.").positions
    assert all(p.target != "Japan" for p in praise if p.kind == "praise")
    assert [p.target for p in blame if p.kind == "blame"] == ["Japan"]


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Senator Eva Fane met Governor Earl Whitlow. She accused him of lying.", "blame", "Earl Whitlow"),
        ("Senator Eva Fane met Governor Earl Whitlow. He must go, she said.", "demand", "Earl Whitlow"),
        ("President Elsa Thorne met Kol Draga. Opposition leader Ivo Tesch called on her to sack him.", "demand", "Elsa Thorne"),
        ("President Elsa Thorne left. Opposition leader Ivo Tesch blames the president for the riots.", "blame", "Elsa Thorne"),
        ("The steelmaker Ferrox Group closed its works. Mayor Ada Winton accused the company of theft.", "blame", "Ferrox Group"),
        ("The steelmaker Ferrox Group closed its works. The company must pay, Mayor Ada Winton said.", "demand", "Ferrox Group"),
        ("Prosecutors met Kol Draga's lawyers. They want the minister detained, they said. Kol Draga is a minister.", "demand", None),
    ],
)
def test_a_pronoun_or_a_noun_is_directed_at_whom_it_means(annotator: Annotator, text: str, kind: str, target: str | None) -> None:
    """ "accused him of", "called on her to", "the company must": the target is who is meant, never who speaks."""
    found = [p.target for p in analyse(annotator, text).positions if p.kind == kind]
    assert found == [target] or (target is None and not any(found)), found


def test_an_agency_behind_a_dash_is_no_part_of_a_quotation(annotator: Annotator) -> None:
    """A credit at the end of the text is held by nobody."""
    text = "“It is a show of strength, but it may be a serious mistake,” Richard Hale said. “It will do what it wants to.” - Reuters"
    assert not any("Reuters" in c for _, _, c in held(annotator, text)), held(annotator, text)


def test_an_example_is_no_target(annotator: Annotator) -> None:
    """Of ten projects of which one is named, that one is not what is opposed."""
    text = "Minister Jon Hale raised objections regarding ten projects including the Harbour Weir Company and the Lund Dam Authority."
    found = [p for p in analyse(annotator, text).positions if p.kind == "opposition"]
    assert found and all(p.target is None for p in found)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ada Quill opposed the plan. “I have to fight against this every day. I only want the best for the Harbour Union.”", None),
        ("Ada Quill praised the firefighters, who had come from the Harbour Union.", None),
        ("Ada Quill criticised the dam, which the Harbour Union is to build.", None),
        ("Ada Quill condemned the raid carried out by the Harbour Front.", "Harbour Front"),
        ("Ada Quill rejected the proposal by the Harbour Union.", "Harbour Union"),
        ("“We are pleased that Norway has made this decision,” Ada Quill said.", "Norway"),
        ("Ada Quill accused a former chair of the University of Halm (UNIHALM), Wale Brandt, of trying to sell it.", "Wale Brandt"),
        ("Ada Quill accused the University of Halm (UNIHALM) of trying to sell the school.", "University of Halm"),
        ("Ada Quill said the Harbour Union had failed to protect the marchers.", "Harbour Union"),
        ("“The chiefs broke the law and defied the order of the head of the Harbour Union,” Ada Quill said.", None),
    ],
)
def test_who_is_only_mentioned_is_no_target(annotator: Annotator, text: str, target: str | None) -> None:
    """A later sentence and a clause that hangs on another mention somebody; who did the deed, and is thanked for it, is meant."""
    assert {p.target for p in analyse(annotator, text).positions} == {target}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill told Harbour Radio that the army had failed to protect the villages and was guilty.",
        "Minister Jon Hale praised the schools across Norway.",
    ],
)
def test_a_listener_and_a_place_are_no_targets(annotator: Annotator, text: str) -> None:
    """Whom one tells, and where a thing stands."""
    assert all(p.target not in ("Harbour Radio", "Norway") for p in analyse(annotator, text).positions)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Harbour League welcomed the removal of Ada Quill.", None),
        ("The Harbour League opposed Ada Quill's dismissal.", None),
        ("The Harbour League condemned the attack on Zakar, Orland.", None),
        ("The Harbour League condemned Orland's attack on Zakar.", "Orland"),
        ("Minister Jon Hale backed a reduction in state funding for Harbour University.", None),
        ("Minister Jon Hale rejected the closure of Norhaven Airport.", None),
        ("Minister Jon Hale stressed the firm support of Orland for the reforms.", None),
        ("Minister Jon Hale accused Ada Quill of openly being in Ivo Tesch's camp.", "Ada Quill"),
        ("Minister Jon Hale has pinned the blame for the attack on Norway.", "Norway"),
    ],
)
def test_whom_a_deed_is_done_to_is_no_target(annotator: Annotator, text: str, target: str | None) -> None:
    """Who welcomes a removal is for nobody whom it removes, and who condemns an attack is not against whom it hit."""
    assert {p.target for p in analyse(annotator, text).positions} == {target}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Minister Jon Hale thanked the customers for their loyalty towards Harbour Bank.", None),
        ("Minister Jon Hale expressed gratitude to Prime Minister Ada Quill for resolving the demands of the Harbour League.", "Ada Quill"),
        ("Minister Jon Hale commended the Harbour Bank for its work with the Harbour League.", "Harbour Bank"),
    ],
)
def test_what_one_is_thanked_for_is_no_target(annotator: Annotator, text: str, target: str | None) -> None:
    """Names behind "for" only tell what for."""
    assert {p.target for p in analyse(annotator, text).positions if p.kind == "praise"} == {target}


def test_a_name_that_tells_whose_body_is_wanted_is_not_asked(annotator: Annotator) -> None:
    """ "A United Nations investigatory body" asks nothing of the United Nations."""
    text = "Protesters had wanted a United Nations investigatory body like the one set up in Orland."
    assert {p.target for p in analyse(annotator, text).positions} == {None}


def test_several_ministers_are_no_one_minister(annotator: Annotator) -> None:
    """Whom a president directs by a noun in the plural is nobody who is named."""
    text = "Ada Quill is Norland's minister of water. President Jon Hale directed his foreign and irrigation ministers to get more news."
    assert {p.target for p in analyse(annotator, text).positions if p.kind == "demand"} == {None}


@pytest.mark.parametrize(
    ("text", "held_apart"),
    [
        ("“The bridge stands,” said Mayor Ada Quill. “I condemn those who blocked it. They are to blame for the queues.”", False),
        ("“The bridge is a poor piece of work,” said Mayor Ada Quill. “We demand that the council must close it by June.”", True),
    ],
)
def test_of_one_speech_round_its_speaker_only_what_is_asked_or_promised_is_apart(annotator: Annotator, text: str, held_apart: bool) -> None:
    """Else it is one position, of the kind of what stands before who speaks."""
    assert len(held(annotator, text)) == 1 + held_apart
