"""Who is shown as holding something, and who is not, by class of holder; people and places are invented, countries are not."""

from __future__ import annotations

import pytest

from briefing.models import Actor, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.speakers import doer_of
from briefing.nlp.syntax import Text
from tests.analysis_samples import SHOWN, analyse


def holders(annotator: Annotator, text: str, words: str) -> set[str | None]:
    """Who is shown as holding what has these words in it."""
    found = analyse(annotator, text).positions
    return {p.actor for p in found if p.confidence > SHOWN and any(words in text[s.start : s.end] for s in p.content)} - {None}


def actor(annotator: Annotator, text: str, name: str) -> Actor:
    return next(a for a in analyse(annotator, text).actors if a.name == name)


# ------------------------------------------------------------------------------------------ nobody


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The supported projects aim to make the province richer within ten years.", "richer"),
        ("The textbooks at the school glorified the war against the north.", "war"),
        ("Her younger brother said that the road had been closed for a week.", "road"),
        ("The company said it would hire two hundred people.", "hire"),
        ("Homebuyers have stopped paying, according to files posted to a website for programmers.", "Homebuyers"),
        ("Farmers have stopped paying, local media reported on Monday.", "Farmers"),
        ("According to media sources, the farmers of the north have stopped paying.", "stopped"),
        ("Farmers in the north have stopped paying, HarbourPost.co.ke reported on Monday.", "stopped"),
        ("The report is long. Nowhere does the ministry mention that the orders came from a judge.", "judge"),
        ("Broadcaster Harbour Eye reported that the board had pleaded guilty in secret.", "guilty"),
        ("Yedioth Ahronoth reported on Monday that the board had pleaded guilty in secret.", "guilty"),
        ("The female students were then tracked by cameras and ordered to have talks with the dean.", "talks"),
        ("A minister accused of aiding the suspect in his flight denied it on Monday.", "flight"),
        ("Readers of Mara Stone are advised that this article shows the names of the dead.", "names"),
    ],
)
def test_nobody_to_a_reader_holds_nothing_that_is_shown(annotator: Annotator, text: str, words: str) -> None:
    """A thing, somebody's relative, any company, the press: what is ascribed to them stays in the data and off the page."""
    assert not holders(annotator, text, words)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Fishermen said that the harbour must be opened at once.", "harbour", "fishermen"),
        ("The police said that the road had been closed for a week.", "road", "police"),
        ("Opposition lawmakers demanded that the minister resign.", "resign", "opposition lawmakers"),
        ("The prime minister said that taxes would fall next year.", "taxes", "prime minister"),
    ],
)
def test_people_and_offices_without_a_name_are_shown(annotator: Annotator, text: str, words: str, name: str) -> None:
    """Groups of people, well-known bodies and offices tell a reader enough; a noun that opens a sentence is no name."""
    assert holders(annotator, text, words) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Finance Minister Tom Oldcastle declined to comment on whether the deadline will be extended.",
        "The Harbour Authority declined comment on the reported arrests of two pilots.",
        "Governor Mara Stone refused to say when the road will be opened.",
        "Governor Mara Stone said regarding the attack on her brother.",
        "President Ines Falk and Prime Minister Ada Quill discussed the latest developments on the island.",
        "Mara Stone learned about the history of recording music.",
        "The Harbour Authority learned that two pilots had left the port.",
        "The novel by Paul Reed tells the story of a sailor who becomes a thief.",
        "Bram Quill declined to give his last name for fear of the police.",
        "The decision of the council has raised hopes that the port may open again.",
        "Governor Mara Stone declined to be specific about the date of the vote.",
        "Minister Mara Stone appeared before the committee to defend the building of the bridge.",
        "Mayor Ines Falk has received criticism for not taking more of the blame.",
        "The harbour is closed. Having said that, many ships will come, the captains know.",
        "According to Harbour Institute, the present distance from the port to the capital.",
        "Mara Stone did not directly cite the closing of the port.",
        "Mayor Bram Quill must not underestimate that the farmers are aware of it.",
    ],
)
def test_silence_and_half_a_saying_are_no_positions(annotator: Annotator, text: str) -> None:
    """Who says nothing holds nothing; a content without a predicate says nothing either."""
    assert not [p for p in analyse(annotator, text).positions if p.confidence > SHOWN]


# ------------------------------------------------------------------------------------------ whom a source means


def test_who_is_a_person_and_no_body(annotator: Annotator) -> None:
    """ "..., director of Selm Securities, who estimated" is the director."""
    text = (
        "“Lenders need a fund,” said Jon Hale, managing director of Selm Securities, "
        "who estimated that there are 300 empty homes across the province."
    )
    assert holders(annotator, text, "empty homes") == {"Jon Hale"}


def test_a_statement_is_nobody_s_who_only_spoke_before(annotator: Annotator) -> None:
    """ "a statement posted on the firm's website" is not that of the minister of the paragraph before, nor is what it "added"."""
    text = (
        "Finance Minister Tom Oldcastle said the banks were sound.\n\n"
        "The province has set up a team to sell the empty flats, according to a statement posted on the lender's website. "
        "The team will also sell the land, the statement added."
    )
    assert "Tom Oldcastle" not in holders(annotator, text, "empty flats") | holders(annotator, text, "the land")


def test_a_statement_is_that_of_who_speaks_in_it(annotator: Annotator) -> None:
    """ "the statement said" goes on with whom the text had speak in one."""
    text = "The Harbour Union said in a statement that its members would strike. The strike will begin on Monday, the statement said."
    assert holders(annotator, text, "begin on Monday") == {"Harbour Union"}


def test_who_ends_the_sentence_speaks_it(annotator: Annotator) -> None:
    """Not whoever spoke the sentence before."""
    text = (
        "The death toll has risen to 44 after a worker died of his wounds on Wednesday, police said. "
        "Some of the injured are in critical condition, the port's chief doctor Paul Reed said."
    )
    assert holders(annotator, text, "critical condition") == {"Paul Reed"}


def test_another_candidate_is_none_that_was_named(annotator: Annotator) -> None:
    """Nor is "one minister" the minister."""
    text = "Mayoral candidate Paul Reed put up his posters. Another mayoral candidate said that the rules had been broken."
    assert "Paul Reed" not in holders(annotator, text, "rules had been broken")


def test_whom_they_both_means_in_a_quotation_is_not_guessed(annotator: Annotator) -> None:
    """No country that was named last, nor anybody else."""
    text = (
        "Norway and Iraq have signed the treaty on the fisheries of the strait. “They both said they would not leave the house,” "
        "Jon Hale told reporters."
    )
    assert holders(annotator, text, "would not leave") <= {"Jon Hale"}


def test_where_somebody_came_from_does_not_speak(annotator: Annotator) -> None:
    """ "emerged from the court holding banners" is not the court's."""
    text = "The shareholders emerged from the Harbour Court holding banners reading “we have won” on Monday."
    assert "Harbour Court" not in holders(annotator, text, "we have won")


def test_the_name_right_before_the_verb_speaks(annotator: Annotator) -> None:
    """ "the president of the court, Paul Reed remarked" is he, and no president of elsewhere."""
    text = (
        "President Ines Falk won the vote of her party in November.\n\n"
        "‘The people have voted in peace,’ the president of the Supreme Electoral Court, Paul Reed remarked on Sunday."
    )
    assert holders(annotator, text, "voted in peace") == {"Paul Reed"}


def test_who_is_asked_does_not_ask(annotator: Annotator) -> None:
    """ "Asked why" is nobody's question that the text names."""
    text = "Asked why he had named so many judges, President Bram Quill said that the law allowed it."
    assert not holders(annotator, text, "named so many")
    assert holders(annotator, text, "law allowed") == {"Bram Quill"}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Mayor Ada Quill, asked whether the mine would close in May, shook her head.", "the mine would close"),
        ("Jon Hale, urged to resign, refused.", "resign"),
        ("Minister Jon Hale, quoted as saying that the dam was weak, left the hall.", "the dam was weak"),
        ("The minister, advised that the dam was weak, ordered an inquiry.", "the dam was weak"),
    ],
)
def test_who_is_told_something_in_an_aside_does_not_say_it(annotator: Annotator, told: str, words: str) -> None:
    """Though the verb may be read as what they do."""
    text = f"The port of Selm was busy on Tuesday.\n\n{told}\n\nIt rained in the afternoon.\n"
    assert not holders(annotator, text, words)


def test_who_tells_something_behind_an_aside_says_it(annotator: Annotator) -> None:
    """ "Jon Hale, head of the board, told reporters" is Hale."""
    text = "The port of Selm was busy on Tuesday.\n\nJon Hale, head of the harbour board, told reporters that the dam was weak.\n"
    assert holders(annotator, text, "the dam was weak") == {"Jon Hale"}


def test_he_behind_a_clause_that_tells_of_anothers_words_is_who_spoke_before_it(annotator: Annotator) -> None:
    """ "Pointed to comments in which he acknowledged" makes nobody a speaker who goes on."""
    text = (
        "Hollis said young experts were making gains.\n\nThe senior commander pointed to General Kenneth McKenna's comments last year in "
        "which he acknowledged that Norland's deployment of drones had rendered the U.S. operating without the complete air supremacy for "
        "the first time since the Lake War.\n\n“Enemies say our drone programs are even more important than our ships,” he pointed out."
    )
    assert "Kenneth McKenna" not in holders(annotator, text, "drone programs")


def test_he_behind_somebody_without_a_name_is_nobody_else(annotator: Annotator) -> None:
    """ "The goalkeeper argued that. ... he added" is not the club that he played for."""
    text = (
        "The goalkeeper, who played for Harrow Selmfield and other clubs, argued that he felt a duty to his land.\n\n"
        "“We know that there will be difficulties, but we can leave a mark,” he added."
    )
    assert not holders(annotator, text, "leave a mark") - {"goalkeeper"}


def test_she_behind_somebody_without_a_name_is_who_was_named_since(annotator: Annotator) -> None:
    """Where a sentence right before is about one person alone; not where that one only met the other."""
    text = (
        "The delegation of Orland had asked for more time, a spokeswoman said. She would not say who would lead it.\n\n"
        "Foreign Minister Mara Stone used harder words than on Monday. "
        "“Orland must release the men at once, or we will close our ports to its ships,” she said."
    )
    assert holders(annotator, text, "release the men") == {"Mara Stone"}


def test_a_paragraph_of_quotation_goes_on_with_who_spoke_before(annotator: Annotator) -> None:
    """Not with who speaks, in words of their own, in the paragraph behind."""
    text = (
        "Councillor Paul Reed said he was interested in what the plan meant for the land.\n\n"
        "“Where can we go to see what it means for the land?”\n\n"
        "Mara Stone said generally the biggest changes were to the parks."
    )
    assert holders(annotator, text, "Where can we go") <= {"Paul Reed"}


def test_a_paragraph_of_quotation_does_not_reach_over_others(annotator: Annotator) -> None:
    """Not to who speaks two paragraphs on, of which the first only tells."""
    text = (
        "But Selm River Council Chief Paul Reed said the paper did not consider their position.\n\n"
        "“We felt that the bodies did not meet their duties,” he told Lake News.\n\n"
        "“(Nor was the mine weighed) in a review that should have been grounded in our law and our customs.”\n\n"
        "The planned pit of zinc and lead is 115 km south of Selm River.\n\n"
        "The suit is a blow to the miner. Mara Stone, the vice-president of its external affairs, said the firm is disheartened "
        "that the people of the river do not feel heard.\n\n"
        "“After that length of time and all the effort, the process seems to be the issue now,” Stone said."
    )
    assert holders(annotator, text, "Nor was") <= {"Paul Reed"}
    assert holders(annotator, text, "After that length") == {"Mara Stone"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port gives a good start to companies that wish to build on new methods.", "build"),
        ("Governor Mara Stone commented on private terminals in the area, like Selm.", "terminals"),
        (
            "“It is also meant for the many small firms of the north and for the young and the old of the port,” it said, “and for you.”",
            "for you",
        ),
    ],
)
def test_what_is_torn_or_only_tells_which_is_not_shown(annotator: Annotator, text: str, words: str) -> None:
    """No clause behind "that", a piece of a longer quotation, a relative clause that says which of many are meant."""
    assert not holders(annotator, text, words)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("SELMPORT: The claim that money was paid is untrue, says former deputy president Paul Reed.", "untrue", "Paul Reed"),
        ("This comes as the European Union pledged to support the harbours of the north.", "support the harbours", "European Union"),
        ("Thai steel makers said that the order would cost them half of their trade.", "half of their trade", "Thai steel makers"),
        ("According to the Head of State, the hospital will open in May.", "open in May", "Head of State"),
    ],
)
def test_a_holder_is_called_by_a_whole_name(annotator: Annotator, text: str, words: str, name: str) -> None:
    """Not by the place of the dateline, nor by half a name."""
    assert holders(annotator, text, words) == {name}


def test_a_law_holds_nothing(annotator: Annotator) -> None:
    """What a country's law says is not what the country says."""
    text = "Theft carries ten years in prison, according to Norway's criminal law."
    assert not holders(annotator, text, "ten years")


def test_a_name_is_one_with_and_without_its_article(annotator: Annotator) -> None:
    """ "El-Quilla" and "Quilla" are one president."""
    text = "President Abdel El-Quilla opened the port on Monday. Quilla affirmed that the railway would follow."
    assert {a.name for a in analyse(annotator, text).actors if a.kind == "person"} == {"Abdel El-Quilla"}


def test_the_kingdom_is_one(annotator: Annotator) -> None:
    """Of the countries named before, the one that is a kingdom."""
    text = (
        "Norway and Iraq signed the treaty on Monday. The grant will help Iraq to build a port. "
        "The Kingdom has announced that it will lend a further 2 billion."
    )
    assert holders(annotator, text, "lend") == {"Norway"}


def test_the_company_is_the_speaker_s_or_the_one_named_behind_it(annotator: Annotator) -> None:
    """In the mouth of a director it is theirs; with a name behind it, that."""
    text = "Jon Hale, director of Selm Motors, met Mara Stone of Tarn Steel. Hale said the company had promised to close the plant."
    named = "The brakes were old, the police said. The company, Tarn Lines, denied that it had known of the fault."
    assert "Selm Motors" in holders(annotator, text, "close the plant")
    assert holders(annotator, named, "fault") <= {"Tarn Lines"}
    assert {p.actor for p in analyse(annotator, named).positions} >= {"Tarn Lines"}


def test_a_quotation_that_goes_on_is_that_of_its_own_paragraph(annotator: Annotator) -> None:
    """Not of whoever the next paragraph opens with, even where the quotation is never closed."""
    text = (
        '"This is a way for us to bring work to the north," says Tom Oldcastle, a potato farmer. "Our ambition is to sell abroad. '
        "I salute all the farmers who have made it possible.\n\n"
        "Mara Stone, a director of services in the province, says farming has become easier."
    )
    assert holders(annotator, text, "salute") <= {"Tom Oldcastle"}


def test_two_names_with_an_office_between_are_the_second(annotator: Annotator) -> None:
    """ "Selm Vice-President Paul Reed" is he."""
    text = "“We will do everything possible to make her stay,” Selm Vice-President Paul Reed affirmed this week."
    assert holders(annotator, text, "possible") == {"Paul Reed"}


def test_two_names_with_a_trade_between_are_the_second(annotator: Annotator) -> None:
    """A firm that is called as a person is, before "principal analyst" and its analyst's name."""
    text = "“The war has had a dramatic effect on long contracts,” Hood Mackenna principal analyst Daniel Tolland said in June."
    assert holders(annotator, text, "dramatic") == {"Daniel Tolland"}


def test_a_surname_taken_for_a_body_is_the_person(annotator: Annotator) -> None:
    """One who was named in full before; not where a body bears the name."""
    text = (
        "On Thursday morning, Dorje Ostermark, who is from the north, reached the top of the mountain, his agency said. "
        "In an interview, Ostermark recounted how he started climbing. “I simply love climbing,” he said."
    )
    assert holders(annotator, text, "simply love") == {"Dorje Ostermark"}


# ------------------------------------------------------------------------------------------ names and roles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Doctors received grants from the Norway Red Cross Society. The society said 40 doctors had been trained.",
            "Norway Red Cross Society",
        ),
        ("The Iraqi Ministry of Finance said on Monday that the loan had been paid.", "Iraqi Ministry of Finance"),
        ("In Norway, the Prime Minister's Office said on Monday that the border was open.", "Prime Minister's Office"),
    ],
)
def test_a_body_has_its_whole_name(annotator: Annotator, text: str, name: str) -> None:
    """With the land or the office that it begins with."""
    assert name in {a.name for a in analyse(annotator, text).actors}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Speaking at the launch, Deputy Minister of Mines and Energy, Ines Falk said the report was sound.",
            "Ines Falk",
            "Deputy Minister of Mines and Energy",
        ),
        (
            "The campaign is led by the Secretary-General of the Harbour Network, Dr. Paul Reed, who said it would run until July.",
            "Paul Reed",
            "Secretary-General of the Harbour Network",
        ),
    ],
)
def test_an_office_with_its_field_stands_before_a_comma(annotator: Annotator, text: str, name: str, role: str) -> None:
    """Where a clause begins with it."""
    assert actor(annotator, text, name).role == role


# ------------------------------------------------------------------------------------------ the summary


def test_a_summary_has_no_sentence_from_the_middle_of_a_quotation(annotator: Annotator) -> None:
    """Nor one that is all quotation and leaves its speaker to the next."""
    text = (
        "The mayor of Selm was in a critical condition on Wednesday after he was shot in front of the court house. "
        "“He is still very delicate after the long operation of the night. Now we must all wait,” the physician Paul Reed told reporters. "
        "Governor Mara Stone said the government had never given the mayor any guards."
    )
    shown = [text[s.start : s.end] for s in analyse(annotator, text).summary]
    assert shown and not any("delicate" in s for s in shown), shown


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“When disturbed, the soil may set carbon free, so there is an opportunity in avoiding the loss of forests,” said Paul Reed.",
            "When disturbed, the soil may set carbon free, so there is an opportunity in avoiding the loss of forests",
        ),
        (
            "“We found that the forests, which rank low in the growth of carbon, have one more way to bind it,” said Paul Reed.",
            "We found that the forests, which rank low in the growth of carbon, have one more way to bind it",
        ),
    ],
)
def test_a_quotation_is_shown_in_whole_sentences(annotator: Annotator, text: str, content: str) -> None:
    """Not a torn piece of one, without a predicate or with the verb cut off."""
    shown = [text[s.start : s.end] for p in analyse(annotator, text).positions for s in p.content]
    assert shown and all(s in content and s.split()[0] in ("When", "We") for s in shown), shown


def test_an_owner_and_what_follows_of_are_no_targets(annotator: Annotator) -> None:
    """ "the UN's food agency" is not said to the UN, and who is accused of hatred towards a land is not that land."""
    told = "According to Norway's Fisheries Council, two million people eat herring every week."
    accused = "President Ines Falk accused its army of spreading hatred towards Norway."
    assert all(p.target is None for p in analyse(annotator, told).positions)
    assert all(p.target != "Norway" for p in analyse(annotator, accused).positions)


def test_several_operators_are_not_the_one_that_is_named(annotator: Annotator) -> None:
    """A plural is no body named before."""
    text = "Selm Lines lost a ship in March. Economists, investors and operators called on the government to devalue the crown."
    assert "Selm Lines" not in {p.actor for p in analyse(annotator, text).positions}


@pytest.mark.parametrize(
    "text",
    [
        "Governor Mara Stone informed the Harbour Union that the ships were late.",
        "Governor Mara Stone said on Selm Television: “We asked them to keep the road open for the farmers.”",
        "Governor Mara Stone told Selm Radio the council’s “mindset is that nobody should pay.”",
        "Governor Mara Stone wants the initiatives for new clubs to come from the people.",
    ],
)
def test_a_listener_and_a_thing_are_no_targets(annotator: Annotator, text: str) -> None:
    """Whom one tells is not whom one wants something of; a thing is nobody of whom something can be wanted."""
    assert {p.target for p in analyse(annotator, text).positions} <= {None}


def test_a_list_that_is_not_shown_is_not_begun(annotator: Annotator) -> None:
    """No content ends in "including"."""
    text = "The ministry explained that there are several groups that may apply, including:\n\n- widows\n- orphans\n"
    assert not any(text[s.start : s.end].endswith("including") for p in analyse(annotator, text).positions for s in p.content)


def test_a_person_called_by_letters_is_the_one_whose_initials_they_are(annotator: Annotator) -> None:
    """ "Prince ABQ" is Ahmed bin Quillan."""
    text = "Crown Prince Ahmed bin Quillan flew to Selm. Prince ABQ said on Monday that the port would be opened."
    assert {a.name for a in analyse(annotator, text).actors if a.kind == "person"} == {"Ahmed bin Quillan"}


def test_a_place_where_something_is_posted_is_no_target(annotator: Annotator) -> None:
    """Nor is what something is done through."""
    text = "Governor Mara Stone predicted on Twitter: “In a few months, bread will be scarcer in the whole province.”"
    assert {p.target for p in analyse(annotator, text).positions} == {None}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rolf Aune never promised that he would resign by May 1.", "resign"),
        ("It is not true that Mayor Lise Dahl said the bridge would close, her office said on Monday.", "the bridge would close"),
        ("Mayor Lise Dahl did not call for a ban on lorries.", "a ban"),
        ("Minister Ada Holt never said that she supported the tunnel.", "supported"),
        ("Nobody in the party said that the leader should go.", "should go"),
    ],
)
def test_speech_that_did_not_take_place_is_nobodys(annotator: Annotator, text: str, words: str) -> None:
    """Negated by its verb, by its subject, or by the clause that it stands in."""
    assert not holders(annotator, text, words) & {"Rolf Aune", "Lise Dahl", "Ada Holt"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We do not know how the fire began,” coast guard chief Eva Berg said.", "statement"),
        ("Mayor Lise Dahl said she did not know the man.", "denial"),
        ("Minister Ada Holt did not rule out a ban on lorries.", "statement"),
    ],
)
def test_what_is_not_known_is_not_denied(annotator: Annotator, text: str, kind: str) -> None:
    """And who does not rule a thing out does not oppose it."""
    assert {p.kind for p in analyse(annotator, text).positions} == {kind}


# ------------------------------------------------------------------------------------------ who said it in short news


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            (
                "WARSAW — Poland on Tuesday rejected an offer by Belarus to reopen the crossing, saying it would not bargain.\n\n"
                "Minsk called the answer rude."
            ),
            "not bargain",
            "Poland",
        ),
        (
            (
                'President Jon Hale promised that every family would have a roof. "Nobody will be left," he said.\n\n'
                "The Harbour Society warned of cholera. Its field director, Ines Falk, called for the army to open the road. "
                '"We asked on Sunday. We are asking again today."\n\nThe army said the road would be open by Thursday.'
            ),
            "We asked on Sunday",
            "Ines Falk",
        ),
        (
            (
                'Union leader Paul Reed met company boss Ada Quill on Monday. Quill said the offer was final. "There is no more money." '
                'Reed disagreed. "There is always money," he said. He told Quill that the strike would begin on Friday.'
            ),
            "no more money",
            "Ada Quill",
        ),
        (
            (
                'Union leader Paul Reed met company boss Ada Quill on Monday. Quill said the offer was final. "There is no more money." '
                'Reed disagreed. "There is always money," he said. He told Quill that the strike would begin on Friday.'
            ),
            "always money",
            "Paul Reed",
        ),
    ],
)
def test_what_is_said_is_of_who_speaks_there(annotator: Annotator, text: str, words: str, name: str) -> None:
    """A participle has its main verb's subject, never a name of the next paragraph; a quotation without a cue of its own goes on with
    who speaks in the sentence before, not with whom they ask or who speaks next."""
    assert holders(annotator, text, words) <= {name}
    assert {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)} == {name}


_COUNTERPARTS = (
    'Foreign Minister Ines Falk told reporters that the gunboats must go. "We are ready to talk," she said.\n\n'
    "Her German counterpart, Dieter Renn, accused Poland of stalling. The minister said his government would go to court by Friday."
)
_COACH = (
    "Quayside Rovers have sacked coach Paul Reed.\n\nThe club's chairman, Olive Quill, thanked him for his service. "
    "She said a new coach would be named on Friday."
)
_TWO_OF_A_NAME = (
    'Ines Falk alleges that the bank let her brother-in-law, Jon Falk, empty a trust. "He told me the money was safe," Mrs Falk told '
    "the court. Mr Falk called the claim a fantasy."
)
_DISMISSED = 'Union leader Ines Falk dismissed Stone\'s call for a ruling as "theatre". The strike will last until June.'


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (_COUNTERPARTS, "go to court", "Dieter Renn"),
        (_COACH, "new coach", "Olive Quill"),
        (_TWO_OF_A_NAME, "He told me", "Ines Falk"),
        (_TWO_OF_A_NAME, "fantasy", "Jon Falk"),
        (_DISMISSED, "theatre", "Ines Falk"),
    ],
)
def test_an_office_a_form_of_address_and_an_agent_tell_who(annotator: Annotator, text: str, words: str, name: str) -> None:
    """The minister is the counterpart just named, a new coach is not the one who went, "Mrs" and "Mr" part two of a name, and what is
    dismissed by somebody is dismissed by them."""
    assert {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)} == {name}


def test_a_call_that_is_dismissed_is_opposed(annotator: Annotator) -> None:
    """A claim can be denied; a call, an offer or a plan is opposed."""
    assert {p.kind for p in analyse(annotator, _DISMISSED).positions if p.actor == "Ines Falk"} == {"opposition"}


def test_both_sides_are_the_parties_of_the_talks(annotator: Annotator) -> None:
    """Those who have talks between them, or nobody: no mediator, no town, no feast."""
    text = (
        "Talks between the Syrian government and the Southern Front will resume in Doha after Ramadan, the mediator, Swiss diplomat "
        "Ada Quill, said on Monday. Quill said both sides had agreed to release 40 prisoners each in the coming days."
    )
    found = analyse(annotator, text)
    assert {frozenset(s.who) for s in found.next_steps if "release" in "".join(text[w.start : w.end] for w in s.what)} == {
        frozenset({"Syria", "Southern Front"})
    }
    assert not {a.name for a in found.actors} & {"Ramadan", "sides", "Doha"}


def test_the_governments_of_two_lands_are_the_two(annotator: Annotator) -> None:
    """By the names of their peoples, in the plural."""
    text = "Gas will run out in winter. But both the Spanish and Algerian governments have said that this will not happen."
    assert holders(annotator, text, "will not happen") == {"Spain", "Algeria"}


def test_a_list_of_bodies_may_give_the_letters_that_they_go_by(annotator: Annotator) -> None:
    """ "The UN and African Union (AU)" are two."""
    text = (
        "The Front broke the truce last week. The UN and African Union (AU) demand elections and the return to order in the Lake Republic."
    )
    assert holders(annotator, text, "elections and the return") == {"UN", "African Union"}


def test_a_body_is_called_by_its_name(annotator: Annotator) -> None:
    """A noun for what a body is gives way to the name behind it."""
    text = "The port's owner, Harbour Lines Ltd, said it had made its final offer. The Harbour Lines offer is low."
    assert holders(annotator, text, "final offer") == {"Harbour Lines Ltd"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Farm Minister Runa Eide threw out the pact that Torvia proposed in June. “We will not sell our herds,” she told a rally.",
            "Runa Eide",
        ),
        ("Mayor Lise Dahl has rejected the bid that Torvia made in June. “It was a poor one,” she said.", "Lise Dahl"),
    ],
)
def test_she_is_the_subject_of_the_sentence_before_not_of_its_clause_about_a_noun(annotator: Annotator, text: str, name: str) -> None:
    """Who sent the pact or wrote the ruling is named only by the way."""
    quoted = text[text.index("“") + 1 : text.index(",”")]
    assert holders(annotator, text, quoted) == {name}


def test_a_body_of_a_lands_parliament_is_named_whole(annotator: Annotator) -> None:
    """Its name does not end in the people whose parliament it is."""
    text = "The fisheries committee of the Torvian senate must present its plan by Friday, its chairman Otto Fenn said."
    assert {a.name for a in analyse(annotator, text).actors} >= {"fisheries committee of the Torvian senate"}


def test_two_officials_without_an_article_are_nobody_named(annotator: Annotator) -> None:
    """The two persons named last are meant by "the two", not by "two"."""
    text = "Minister Ada Quill met Senator Jon Hale on Monday. Ada Quill and Jon Hale left early. Two officials said the plan was dead."
    assert not {"Ada Quill", "Jon Hale"} & holders(annotator, text, "the plan was dead")


def test_he_is_whom_the_sentence_before_is_about(annotator: Annotator) -> None:
    """The rival whom a sentence tells of speaks in the next, not the one who spoke earlier."""
    text = (
        "Governor Ada Quill called it the best day of the year. Her rival in the election, Marcus Hale, was quick to find fault. "
        "“That is a thousand crowns a job,” he said."
    )
    assert holders(annotator, text, "a thousand crowns") == {"Marcus Hale"}


def test_he_is_no_woman_by_her_given_name(annotator: Annotator) -> None:
    """Given names of every region tell: whom the sentence before is about may be none that the pronoun can mean."""
    text = (
        "Governor Kwame Falk spoke first on Monday. Then Khadija Stone opened the gate of the port. “It will stay open all year,” he said."
    )
    assert holders(annotator, text, "all year") == {"Kwame Falk"}


def test_it_is_the_body_that_spoke_and_not_one_told_of_by_it(annotator: Annotator) -> None:
    """A council whose failure a ministry tells of does not go on speaking."""
    text = (
        "The Kestrian Foreign Ministry condemned the raid. It asserted that the Security Council's failure to act "
        "demonstrates weakness. It emphasized that the raids cannot be separated from the war."
    )
    assert "Security Council" not in holders(annotator, text, "cannot be separated")


def test_the_spokesman_is_the_one_who_was_named(annotator: Annotator) -> None:
    """A ministry's spokesman who has a name keeps it where only the office is told."""
    text = (
        "Foreign Ministry spokesman Nasser Quill said the raids were wrong. The Foreign Ministry spokesman warned that the pact was dead."
    )
    assert holders(annotator, text, "the pact was dead") == {"Nasser Quill"}


def test_they_in_a_joint_statement_are_those_who_met(annotator: Annotator) -> None:
    """What a pronoun outside of the quotation does is held by whom it means, by way of the statement."""
    text = (
        "Jacinda Quill and Fumio Hale met in Lumen. The two leaders raised concerns about the islands. They opposed “any unilateral "
        "actions that could escalate tensions,” according to a joint statement released by Norland's Foreign Ministry."
    )
    assert {"Jacinda Quill", "Fumio Hale"} <= holders(annotator, text, "any unilateral actions")


@pytest.mark.parametrize(
    ("text", "words", "not_them"),
    [
        (
            "Norland and Kestria have barred the dancers. Norland and Kestria will meet on Monday. Both dancers said the ban was unfair.",
            "the ban was unfair",
            {"Norland", "Kestria"},
        ),
        (
            "The Lumen Institute has a deal with the Harrow Bank. The two students said the loans were too dear.",
            "the loans were too dear",
            {"Harrow Bank", "Lumen Institute"},
        ),
        (
            "The Harrow Bank lent money to the Lumen Institute. The two countries want the debt to be cut.",
            "the debt to be cut",
            {"Harrow Bank", "Lumen Institute"},
        ),
        (
            "The Harrow Bank left the Corvane Group. Nobody came. A band played. It rained. Snow fell. The two firms said rates were low.",
            "rates were low",
            {"Harrow Bank", "Corvane Group"},
        ),
    ],
)
def test_a_plural_of_two_means_only_what_its_noun_can(annotator: Annotator, text: str, words: str, not_them: set[str]) -> None:
    """Dancers and students are no lands or bodies named before, countries no bodies, companies none named long before."""
    assert not holders(annotator, text, words) & not_them


def test_both_firms_are_those_named_right_before(annotator: Annotator) -> None:
    """A plural of two bodies means the last two."""
    text = "The Harrow Bank has bought shares of the Corvane Group. Both firms said the deal was fair."
    assert holders(annotator, text, "the deal was fair") == {"Harrow Bank", "Corvane Group"}


def test_a_league_has_no_foreign_minister(annotator: Annotator) -> None:
    """ "Its" minister belongs to a land or a government, not to the party that is against the pact."""
    text = "The Northern League has opposed the pact for years. Its foreign minister, Ada Quill, said the pact was a good one."
    assert actor(annotator, text, "Ada Quill").affiliation is None


def test_a_relative_of_somebody_is_not_that_one_s_office(annotator: Annotator) -> None:
    """Of "daughter of President Jon Quill", he is the president and no daughter."""
    text = "Ada Quill, daughter of President Jon Quill, said the policy was wrong."
    assert actor(annotator, text, "Jon Quill").role == "President"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Professor Ada Quill, who did not want to be named, fears for her post.", "to be named"),
        ("Diplomat Jon Hale, who asked not to be identified, left the talks early.", "not to be identified"),
    ],
)
def test_a_wish_for_anonymity_is_no_position(annotator: Annotator, text: str, words: str) -> None:
    """Who will not be named holds nothing by that."""
    assert not holders(annotator, text, words)


def test_an_office_goes_on_for_who_spoke_right_before_without_one(annotator: Annotator) -> None:
    """A spokesman of whom only the name was told is called by the office in the next sentence."""
    text = "“The raids are wrong,” Nasser Quill said on Monday. The Foreign Ministry spokesman went on to warn that the pact was dead."
    assert holders(annotator, text, "the pact was dead") == {"Nasser Quill"}


def test_a_statement_is_its_owner_s_whatever_a_parse_makes_of_them(annotator: Annotator) -> None:
    """What "Quill's statement reads" is hers, not that of the body named before."""
    text = (
        "Ada Quill accused the chief. The Assembly of Harbour Chiefs met on Friday. The assembly said it would vote. “It is time for "
        "change, and I can only hope that it will take hold,” Quill's statement reads."
    )
    assert holders(annotator, text, "time for change") == {"Ada Quill"}


@pytest.mark.parametrize(
    "told",
    [
        "Secretary-General of the Harbour Council (HC) Dr. Ada Quill praised the plan. ",
        "The Secretary-General of the Harbour Council (HC), Dr. Ada Quill, praised the plan. ",
        "Ada Quill, secretary-general of the Harbour Council (HC), praised the plan. ",
    ],
)
def test_an_office_of_a_body_by_its_letters_is_that_of_the_body(annotator: Annotator, told: str) -> None:
    """A short form in brackets parts no title from its name, and stands for the body in the office."""
    text = told + "The HC Secretary-General said the port will stay open for a year."
    assert holders(annotator, text, "the port will stay open") == {"Ada Quill"}
    assert (actor(annotator, text, "Ada Quill").role or "").lower() == "secretary-general of the harbour council"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Ada Quill, chairwoman of the Harbour Council (HC), praised it. The HC chief said the plan is good.", "Ada Quill"),
        ("Intelligence Minister Jon Hale warned on Monday of attacks. The intelligence chief said the plan is good.", "Jon Hale"),
        ("Ada Quill, chairwoman of the Harbour Council, praised it. The police chief said the plan is good.", "police chief"),
        (
            "Ada Quill, deputy director of the Harbour Council, came. The Harbour Council chief said the plan is good.",
            "Harbour Council chief",
        ),
    ],
)
def test_the_chief_of_something_is_who_leads_it(annotator: Annotator, text: str, holder: str) -> None:
    """ "Chief" stands for any leader of the body or the field that is named with it, not for a deputy or of another body."""
    assert holders(annotator, text, "the plan is good") == {holder}


@pytest.mark.parametrize(
    "text",
    [
        'On Monday, leaders of the Grain Council of Norway sent a letter to Ada Quill. "We urge you to close the mill," the letter reads.',
        "On Monday, leaders of the Grain Council of Norway said that the mill must close.",
    ],
)
def test_a_land_in_the_name_of_a_body_does_not_speak(annotator: Annotator, text: str) -> None:
    """Leaders of the Grain Council of Norway are not Norway's, though the tree hangs the council on the verb."""
    holders = {p.actor for p in analyse(annotator, text).positions}
    assert holders
    assert all(h is not None and h.endswith("Grain Council of Norway") for h in holders)


def test_who_is_told_to_do_a_thing_does_not_ask_for_it(annotator: Annotator) -> None:
    """A headline leaves out the auxiliary; a sentence does not."""
    text = "Former minister asked to appear before court\n\nQuill asked to see the letter."
    asked = {" ".join(text[s:e] for s, e in p.content): p.actor for p in analyse(annotator, text).positions}
    assert asked == {"to appear before court": None, "to see the letter": "Quill"}


def test_a_dateline_is_no_part_of_what_is_said(annotator: Annotator) -> None:
    """What is held begins behind it."""
    text = "NORHAVEN, Norland (AP) — The council will meet on Monday, the ministry said."
    assert [text[p.content[0].start :][:11] for p in analyse(annotator, text).positions] == ["The council"]


def holder_of(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if words in " ".join(text[s:e] for s, e in p.content)}


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        # one "he" is one person, whatever else he adds in its clause
        (
            (
                "Union president Jon Wabe led the march. The chairman of the branch in Selm, Olin Falow, called on his members to join. "
                "He said the protest would be peaceful, promising that no thugs would be let in."
            ),
            "no thugs",
            "Olin Falow",
        ),
        # a surname alone is not that of somebody's son
        (
            'Here were Candida Quill and her mother. Her son, Damon Quill, was learning to drum. "I love how they sing," said Quill.',
            "love how they sing",
            "Candida Quill",
        ),
        # whose statement it is was told before another spoke
        (
            (
                "Harbour Rail said this in a statement issued today. Mara Stone, director of Harbour Tickets, said that delays were rare. "
                "Tickets were not issued because the money came too late, the statement read, adding that the amount was paid back."
            ),
            "the amount was paid back",
            "Harbour Rail",
        ),
    ],
)
def test_who_goes_on_is_who_was_meant(annotator: Annotator, text: str, words: str, holder: str) -> None:
    """Neither the last one named nor the one who spoke in between."""
    assert holder_of(annotator, text, words) == {holder}


@pytest.mark.parametrize(
    ("text", "words", "not_holder"),
    [
        ("President Ada Quill balked at the calls for change.", "change", "Ada Quill"),
        ("Mr Jon Elm, who hails from the coastal town of Norhaven, backs the bid.", "coastal town", "Jon Elm"),
    ],
)
def test_who_meets_with_a_demand_does_not_make_it(annotator: Annotator, text: str, words: str, not_holder: str) -> None:
    """And where somebody hails from is no praise."""
    trusted = [p for p in analyse(annotator, text).positions if p.actor == not_holder and p.kind in ("demand", "opposition", "praise")]
    assert not [p for p in trusted if words in " ".join(text[s:e] for s, e in p.content)]


def test_who_is_accused_right_before_a_participle_does_not_accuse(annotator: Annotator) -> None:
    """The object of the participle means whom the main clause has just named; who accuses is its subject."""
    demand = "demanded resignation of incumbent Chief Harbour Commissioner (CHC) Tomas Velden accusing him of being “incapable” to hold"
    text = f"Norland Party chairman Ole Brandt spoke on Monday. Brandt {demand} fair elections in the country."
    assert holder_of(annotator, text, "incapable") == {"Ole Brandt"}
    text = "President Ole Brandt dismissed the complaints by the two opposition leaders, calling them bad losers."
    assert not holder_of(annotator, text, "bad losers") & {"opposition leaders", "two opposition leaders"}


def test_a_court_that_turns_a_petition_down_is_against_the_petition(annotator: Annotator) -> None:
    """It makes no challenge: the law that the petition challenges is not what it opposes."""
    text = "The High Court dismissed a petition filed by the Dockers Union challenging the legality of the port law."
    held = [p for p in analyse(annotator, text).positions if p.actor == "High Court"]
    assert [(p.kind, text[p.content[0].start :].startswith("a petition filed")) for p in held] == [("opposition", True)]


def test_former_members_are_not_the_members(annotator: Annotator) -> None:
    """Who once sat in a house is another group than those who do."""
    text = "Opposition lawmakers went on with their sit-in on Monday. Former opposition lawmakers issued a statement backing the sit-in."
    backers = holder_of(annotator, text, "the sit-in")
    assert backers
    assert all(b is not None and b.lower().startswith("former") for b in backers)


def test_a_court_that_ordered_to_do_a_thing_ordered_it(annotator: Annotator) -> None:
    """Only a headline leaves out the auxiliary of who was ordered."""
    text = "President Jon Falk ordered to close the border. The court ordered to release Ada Quill."
    assert {p.actor for p in analyse(annotator, text).positions} == {"Jon Falk", "court"}


@pytest.mark.parametrize(
    "text",
    [
        "Netherby said Iran is a danger and threatened Israel last month.",
        "Mayor Ada Quill said that the union chief is angry and promised members a strike.",
    ],
)
def test_who_is_spoken_of_may_act_in_what_is_said(annotator: Annotator, text: str) -> None:
    """A past verb behind a present one is not the speaker's where the one spoken of can do it."""
    assert {p.kind for p in analyse(annotator, text).positions} == {"statement"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ada Quill is an opponent of the prime minister. The prime minister said that she would wait.", "wait", "Ada Quill"),
        ("Ada Quill is a supporter of the mayor. The mayor said that taxes would rise.", "taxes", "Ada Quill"),
        ("Ada Quill is a critic of the president of the club. The president said that taxes would rise.", "taxes", "Ada Quill"),
        ("Jon Falk is the minister's chief of staff. The minister said on Monday that he would resign.", "resign", "Jon Falk"),
        ("Jon Falk is the lawyer of President Mara Stone. The president said that taxes would rise.", "taxes", "Jon Falk"),
        ("Ada Quill is the mayor's lawyer. The mayor said that taxes would rise.", "taxes", "Ada Quill"),
        ("Jon Falk spoke on Monday about the former minister. The former minister said that taxes were too high.", "taxes", "Jon Falk"),
    ],
)
def test_who_has_to_do_with_an_office_does_not_hold_it(annotator: Annotator, text: str, words: str, name: str) -> None:
    """Its opponents, its lawyers, its staff, who speaks about it: what the holder says is not theirs, and its noun is no name of theirs."""
    assert name not in holders(annotator, text, words)
    assert all(not a.aliases for a in analyse(annotator, text).actors if a.name == name)


def test_a_firm_that_is_called_by_what_it_runs_is_no_ship(annotator: Annotator) -> None:
    """Nor is anything that says something."""
    text = "Budget carrier Skyways said on Monday it would cut jobs. Skyways said it was sorry."
    assert holders(annotator, text, "sorry") == {"Skyways"}


def test_a_body_blames_another_and_not_itself(annotator: Annotator) -> None:
    """Of two bodies of one land that are called alike, each is its own."""
    text = "The NSW Transport Police blamed the NSW Police for the delay."
    assert [(p.actor, p.target) for p in analyse(annotator, text).positions] == [("NSW Transport Police", "NSW Police")]


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        ("Jaber said the Holding Company allocated ten million to the project, noting it is keen to invest in gas.", "keen to", "Jaber"),
        ("Quill said that Stone promised help, stressing that nobody would starve.", "nobody would", "Quill"),
    ],
)
def test_who_speaks_goes_on_noting(annotator: Annotator, text: str, words: str, holder: str) -> None:
    """A participle behind what is said is the speaker's, not that of whom it is said of."""
    assert holder_of(annotator, text, words) == {holder}


def test_before_whom_a_thing_is_pledged_does_not_pledge_it(annotator: Annotator) -> None:
    """Whom a sentence names first may be there to hear it."""
    text = "In front of deputy chief Mohamud Maal, Mr Jon Elm and Mr Olin Bora pledged to work as a team. They met in Selm."
    pledged = holder_of(annotator, text, "work as a team")
    assert pledged
    assert not [p for p in pledged if p is not None and "Maal" in p]


def test_the_union_may_be_one_that_goes_by_letters(annotator: Annotator) -> None:
    """It is the one that the sentence before is about, rather than another with the noun in its name."""
    text = "The Grain Union and ASUU met. ASUU, which went on strike in May, rolled it over. The union had rejected the payment system."
    assert holder_of(annotator, text, "the payment system") == {"ASUU"}


def test_a_source_that_ends_in_the_name_of_a_body_is_that_body(annotator: Annotator) -> None:
    """Whatever a parse takes for the head of what stands before the name."""
    text = "Work on the pier will slow down next year, according to investment and research firm Harbour Storm Securities (HSS)."
    assert {p.actor for p in analyse(annotator, text).positions} == {"Harbour Storm Securities"}


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("Following the debate, ten opposition deputies filed a motion against the minister.", "filed", "ten opposition deputies"),
        ("Ada Quill has expressed gratitude to the harbour police.", "expressed", "Ada Quill"),
        ("The harbour police seemed to be late.", "seemed", None),
        ("They left early, as the harbour board has plans to close.", "has", None),
    ],
)
def test_the_subject_of_a_verb_that_is_no_verb_of_speech_does_it(annotator: Annotator, text: str, verb: str, doer: str | None) -> None:
    """A finite verb in the active, in a clause of its own, tells whose the motion or the gratitude is."""
    view, start = Text(text, annotator.annotate(text)), text.index(verb)
    found = doer_of(view, (Span(start, start + len(verb)),), ())
    assert (view.slice(found) if found is not None else None) == doer


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        (
            "Minister Ayla Sharon met Rabbi Jon Lemmer. There was relief among the women living here who say they were his victims.",
            "victims",
            "Ayla Sharon",
        ),
        (
            "The Harbour Watch published its analysis of the vote in May. The Lake Party won 14 percent, according to the private polls.",
            "14 percent",
            "Harbour Watch",
        ),
        (
            "The Harbour Watch said its analysis of the vote was sound. The study by independent scholars found evidence of fraud.",
            "evidence of fraud",
            "Harbour Watch",
        ),
        ("Clashes broke out in May. The reports from across the country suggest that the police acted late.", "acted late", "country"),
    ],
)
def test_women_and_studies_told_apart_are_not_those_named_before(annotator: Annotator, text: str, words: str, other: str) -> None:
    """Words that say which women or which polls are meant lead to no pair of persons and to no body named before."""
    assert other not in holders(annotator, text, words)


def test_the_same_study_is_that_of_who_spoke_last(annotator: Annotator) -> None:
    """ "The same study" goes on with the body whose finding was told right before."""
    text = (
        "Sailors were poor, according to a report by Gateway Hall. Migrants in Orland earn a fifth less than others who do the same work, "
        "the Office for Numbers said on Tuesday. The same study also found that their children earn more than their parents did.\n\n"
        "“We did not expect the gap to close so soon,” said Ada Quill, who led the work."
    )
    assert holders(annotator, text, "their children") == {"Office for Numbers"}


@pytest.mark.parametrize("noun", ["42-year-old", "42-year-old consultant"])
def test_who_is_told_by_their_years_spoke_right_before(annotator: Annotator, noun: str) -> None:
    """An age tells who goes on speaking, with a trade or without one, and in a relative clause behind."""
    text = (
        "Despite the hurdles, Harry Lorn said he was intent on leaving the town.\n\n“We almost starved at the beginning of it,” said the "
        f"{noun}, who cited the slow economy as his reason. “I am very sad, but it is time to leave.”"
    )
    assert holders(annotator, text, "starved") == {"Harry Lorn"}
    assert holders(annotator, text, "slow economy") == {"Harry Lorn"}


def test_a_body_set_beside_its_part_in_a_case_is_the_one_that_asks(annotator: Annotator) -> None:
    """ "The plaintiff, the Agency (A)," is the agency alone, whoever was named before."""
    text = (
        "A prosecutor in Northport on Thursday demanded 18 months in prison for former coach Rabo Madar. The plaintiff, the National "
        "Publishing and Advertising Agency (NPAA), has asked for the sum to be returned."
    )
    assert holders(annotator, text, "the sum") == {"National Publishing and Advertising Agency"}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ayla Sharon opened the fair in May. One of the vendors said that trade was slow. She blamed the roadworks.",
        "Minister Ayla Sharon spoke at the fair. Another of the traders was angry. “It is all the fault of the roadworks,” she said.",
        "Minister Ayla Sharon let him stay. One of the women told us so after Sharon's decision. “The roadworks go on,” she warned.",
    ],
)
def test_she_behind_one_of_several_is_nobody_named_before(annotator: Annotator, text: str) -> None:
    """Who goes on from "one of the women" is that woman, and not the minister of the sentence before."""
    assert "Ayla Sharon" not in holders(annotator, text, "roadworks")


def test_a_surname_is_that_of_a_mother_just_named(annotator: Annotator) -> None:
    """Who is named as somebody's mother goes by her surname next, where another of that name was long ago."""
    text = (
        "Hasna Bergum, 37, was sent back in March. "
        + "The ferry was late on Monday. " * 12
        + "His only dream is to live with his mother Sajda Bergum. To do that, he must leave. Bergum says that she is worried."
    )
    assert holders(annotator, text, "worried") == {"Sajda Bergum"}


def test_who_has_an_office_is_blamed_and_not_whose_it_is(annotator: Annotator) -> None:
    """ "U.S. Secretary of State Antony Blinkov" is he."""
    found = analyse(annotator, "President Lopa called out U.S. Secretary of State Antony Blinkov for criticizing the record.").positions
    assert [p.target for p in found if p.kind == "blame"] == ["Antony Blinkov"]


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("Premier Yoon Tarvan was initially lauded for delivering on his promise of reform.", "promise", "Yoon Tarvan"),
        ("Throughout his stops in the north, Pope Franco was met with messages urging him to rescind the doctrine.", "doctrine", "Franco"),
        ("Rector Etel Medina has been questioned about the supposed appointments of relatives.", "relatives", "Etel Medina"),
    ],
)
def test_who_is_praised_questioned_or_met_with_words_does_not_say_them(annotator: Annotator, text: str, words: str, subject: str) -> None:
    """A passive tells what others say of its subject or to it; who is named behind "by" says it."""
    assert subject not in holders(annotator, text, words)
    assert holders(annotator, "Premier Yoon Tarvan was praised by Mayor Ada Quill for his patience.", "Yoon") <= {"Ada Quill"}


def test_he_is_not_whom_his_own_clause_names_behind_him(annotator: Annotator) -> None:
    """Of "he decided in Bahr's favor and instructed" he is another than Bahr."""
    text = (
        "Chief Ronen Bahr was opposed to the plan. The two got into an argument, with Premier Naftal Bennet not taking a side. Ultimately, "
        "he decided in Bahr's favor and instructed that the preparations be halted."
    )
    assert holders(annotator, text, "preparations") == {"Naftal Bennet"}


def test_they_behind_some_people_are_none_of_those_named_before_them(annotator: Annotator) -> None:
    """Who goes on from "some people said so" are they, and not the group of the sentence before."""
    text = (
        "Pope Franco spoke of some Catholics on Friday. Some Indigenous people said they were disappointed that the pope did not name the "
        "crimes. They also criticized him for not using the term."
    )
    assert "Catholics" not in holders(annotator, text, "the term")


def test_a_verb_of_one_is_not_said_of_several_behind_it(annotator: Annotator) -> None:
    """What "the bureau investigating Quill, Falk and Hale has stated" is the bureau's."""
    text = (
        "THE HARNBY Special Investigation Bureau (SIB) probing the fire at the mill, against activist Ada Quill, retired judge R B Falk "
        "and former officer Jon Hale has stated in an affidavit that the accused were part of a plot."
    )
    assert holders(annotator, text, "plot") == {"HARNBY Special Investigation Bureau"}


def test_the_former_is_no_officeholder(annotator: Annotator) -> None:
    """Of two who were named, and not who is in office."""
    text = "Macray and Bale disagreed. Prime Minister Ravi Modin kept away. As the former once said, “we must form a class of clerks.”"
    assert holders(annotator, text, "clerks") == set()


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Interior Minister Klemens Ondo banned the marches. The Minister in a meeting with union envoy Daniel Ayeka made it clear that",
            "those who disobeyed would be jailed.",
        ),
        (
            "The pier is “a gift to the region,” said Klemens Ondo at this conference attended by the Minister of Transport, Daniel Ayeka,",
            "and a number of envoys.",
        ),
    ],
)
def test_who_else_was_at_the_meeting_does_not_speak(annotator: Annotator, text: str, rest: str) -> None:
    """ "The minister in a meeting with Ayeka" is the minister alone."""
    assert {p.actor for p in analyse(annotator, f"{text} {rest}").positions if p.confidence > SHOWN} - {None} == {"Klemens Ondo"}
