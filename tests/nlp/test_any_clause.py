"""What any clause of a content makes of it, where its cue and its main clause show no more than a statement."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def kind(annotator: Annotator, content: str) -> list[str]:
    found = analyse(annotator, f"Harbour union leader Ines Falk said that {content}.").positions
    return [p.kind for p in found if p.actor]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the talks ended early because the ferry company had ignored the court", "blame"),
        ("the talks ended early because the ferry company had obeyed the court", "statement"),
        ("the talks would end early if the ferry company ignored the court", "statement"),
        ("the crews had been sidelined since the day on which the merger came", "blame"),
        ("the talks were held in rooms where the crews had not been consulted on the plan", "blame"),
        ("the talks were held in rooms where the crews had been consulted on the plan", "statement"),
        ("it showed the council's failure to mend the quay", "blame"),
        ("it came after a blatant violation of the charter by the company", "blame"),
        ("it came in order to avoid any violation of the charter", "statement"),
        ("the reckless raid on the depot came at night", "blame"),
        ("the raid on the depot came at night", "statement"),
        ("the police had turned a blind eye to the theft of cables", "blame"),
        ("the matter lies before the court", "statement"),
    ],
)
def test_a_wrong_laid_at_anothers_door_blames(annotator: Annotator, content: str, expected: str) -> None:
    """What others did or failed to do, a wrong that is named and words that speak ill blame; a condition and what is averted do not."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the crews had bravely kept the ferries running", "praise"),
        ("the crews had kept the ferries running", "statement"),
        ("the crews were grateful for the help of the islanders", "praise"),
        ("the islanders have played a vital role on the quay", "praise"),
        ("the islanders could play a vital role on the quay", "statement"),
    ],
)
def test_words_that_speak_well_praise(annotator: Annotator, content: str, expected: str) -> None:
    """Virtues, thanks and merits praise, as far as they are said to be so."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("there was no evidence that the crews had seen the letter", "denial"),
        ("there was evidence that the crews had seen the letter", "statement"),
        ("a night ferry made no sense in winter", "opposition"),
        ("the night ferry was a step in the right direction", "support"),
    ],
)
def test_stock_phrases_take_their_stance(annotator: Annotator, content: str, expected: str) -> None:
    """A phrase that denies, opposes or backs does so in any clause."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the old cables are a serious danger to the divers", "warning"),
        ("the new cables reduce a danger to the divers", "statement"),
        ("the report showed that the flood is likely to spread to the north", "warning"),
        ("the report showed that the flood had spread to the north", "statement"),
        ("the report showed that skippers who came late were fined", "statement"),
    ],
)
def test_danger_and_harm_to_come_warn(annotator: Annotator, content: str, expected: str) -> None:
    """A danger that there is, harm that may or is likely to come and a penalty that awaits warn; what is over and is met does not."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    "content",
    [
        "the police chief isn't corrupt",
        "the police chief was never corrupt",
        "the raid wasn't unlawful",
        "the general wasn't courageous",
        "the general was hardly heroic",
        "the general lacked courage",
        "the general was neither arrogant nor greedy",
        "the general was far from arrogant",
        "a court acquitted the officers of misconduct",
        "the allegations of misconduct were dropped",
        "the company was accused of discrimination by its rivals but was cleared",
        "the town had zero tolerance for discrimination",
        "the country had left the brutality of apartheid behind",
        "the training teaches officers about discrimination",
        "the paper thinks that the police chief is corrupt",
        "no officer was unlawful in what he did",
        "nobody was courageous",
        "the drivers were by no means arrogant",
    ],
)
def test_what_is_denied_or_only_called_so_is_not_asserted(annotator: Annotator, content: str) -> None:
    """A wrong or a virtue that is denied, lacked, dropped, only spoken of or only seen by others neither blames nor praises."""
    assert kind(annotator, content) == ["statement"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the general lacked integrity and was arrogant", "blame"),
        ("the general was not only corrupt but arrogant", "blame"),
        ("she had been selfish", "statement"),
        ("she had wrongly accused the police", "statement"),
        ("the company had been selfish", "blame"),
        ("the dishonest company dropped the plan", "blame"),
        ("the police had wrongly accused the crews", "blame"),
        ("the brave crews cleared the road", "praise"),
    ],
)
def test_a_charge_is_taken_back_only_by_what_it_depends_on(annotator: Annotator, content: str, expected: str) -> None:
    """What is said of oneself is no charge; what is denied or dropped elsewhere in the sentence takes no charge and no praise back."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("this was not a step in the right direction", "opposition"),
        ("this would not be the best way forward", "opposition"),
        ("this will not be the right decision for the port", "opposition"),
        ("this would be the best way forward", "support"),
        ("the war crimes tribunal would open in March", "statement"),
        ("the commission will investigate war crimes", "statement"),
        ("the general pleaded not guilty to war crimes", "statement"),
        ("the general had committed war crimes", "blame"),
        ("the police had never turned a blind eye", "statement"),
        ("the police would no longer turn a blind eye", "statement"),
        ("it was not a power grab", "statement"),
        ("it was a power grab", "blame"),
        ("critics who call the plan a power grab are mistaken", "statement"),
        ("the plan no longer falls short of the standard", "statement"),
        ("the road was built at the expense of the state", "statement"),
        ("the police are not getting away with it", "statement"),
        ("the crew did not rest and the police turned a blind eye", "blame"),
        ("a flood of tourists had come", "statement"),
        ("crews answered a medical emergency", "statement"),
        ("his name has nothing to do with fish", "statement"),
        ("he had nothing to do with the theft", "denial"),
        ("the quote was not out of context", "statement"),
        ("smoking is not allowed in the hall", "statement"),
        ("the general played a key role in the fraud", "statement"),
        ("the general played a key role in ending the war", "praise"),
        ("the case served as an example of how laws go wrong", "statement"),
        ("the gang was one of the most successful", "statement"),
    ],
)
def test_a_stock_phrase_is_meant_only_of_what_it_is_said_of(annotator: Annotator, content: str, expected: str) -> None:
    """A phrase that is taken back right before it, or only names what is spoken of, takes no stance."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("inflation will continue to fall", "statement"),
        ("violence will continue to rise", "warning"),
        ("the good news will spread", "statement"),
        ("the war could spread to the islands", "warning"),
        ("the strike will spread to the islands", "warning"),
        ("the pact would end a war that could spread", "statement"),
        ("the loan would spare the town a crisis that would destroy it", "statement"),
        ("nobody may be jailed for debts", "statement"),
        ("the council would repeal the rule that skippers can be fined", "statement"),
        ("the works will cause no damage", "statement"),
        ("the works will cause damage", "warning"),
        ("the company was far from being on the brink of ruin", "statement"),
        ("the company was on the brink of ruin", "warning"),
    ],
)
def test_harm_that_nobody_suffers_or_that_is_ended_warns_of_nothing(annotator: Annotator, content: str, expected: str) -> None:
    """What falls, what is good, what is done away with and what befalls nobody is no harm ahead."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We must mend the quay before the winter,” harbour master Ines Falk said.", "demand"),
        ("“We need to speak about the quay,” harbour master Ines Falk said.", "demand"),
        ("“We need more cranes for the northern quay,” harbour master Ines Falk said.", "demand"),
        ("“The storm came and we had to wait,” harbour master Ines Falk said.", "statement"),
        ("“We need to know more about the storm,” harbour master Ines Falk said.", "statement"),
        ("“It was dark because we need to save power,” harbour master Ines Falk said.", "statement"),
        ("“We encourage the crews to come forward,” harbour master Ines Falk said.", "statement"),
    ],
)
def test_what_we_all_must_do_is_asked_for(annotator: Annotator, text: str, expected: str) -> None:
    """Who says in their own words that "we" must do or need something asks for it; what was borne and what is a reason asks nothing."""
    assert [p.kind for p in analyse(annotator, text).positions if p.actor] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Why is the company hiding the report?” union leader Ines Falk asked.", "blame"),
        ("“Where is the money for the quay?” union leader Ines Falk asked.", "statement"),
        ("“Why does she need to leave the council?” union leader Ines Falk asked.", "blame"),
        ("“When does the ferry leave?” union leader Ines Falk asked.", "statement"),
        ("Union leader Ines Falk said that the raid was an attempt to silence the crews.", "blame"),
        ("Union leader Ines Falk said that the berth had been given away despite repeated protests.", "statement"),
        ("Union leader Ines Falk said that the bill offered an opportunity for the small ports.", "statement"),
        ("Union leader Ines Falk said that no such money was paid.", "denial"),
        ("Union leader Ines Falk said that the crews had been very kind to the passengers.", "praise"),
        ("Union leader Ines Falk said that it was their duty to mark the shoals.", "statement"),
        ("Union leader Ines Falk said that Norland remained committed to the treaty.", "statement"),
        ("Union leader Ines Falk said that skippers may face a heavy fine.", "warning"),
        ("Mayor Ines Falk said she would not hesitate to prosecute the skippers.", "warning"),
    ],
)
def test_a_stock_phrase_takes_a_stance_wherever_it_stands(annotator: Annotator, text: str, expected: str) -> None:
    """A question why or where, an attempt to silence, an opportunity for somebody and their like show what is meant."""
    assert [p.kind for p in analyse(annotator, text).positions if p.actor] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Union leader Ines Falk claimed that the mayor moved the stalls by night.", "blame"),
        ("Union leader Ines Falk claimed that he moved the stalls by night.", "statement"),
        ("Union leader Ines Falk claimed that the mayor allegedly moved the stalls by night.", "statement"),
        ("Union leader Ines Falk claimed that the mayor would move the stalls by night.", "statement"),
        ("The Coast Party proposed electing a second mayor.", "demand"),
        ("The Coast Party agreed on a joint list with the Harbour Party.", "commitment"),
        ("Minister Ines Falk said that Norland plans to buy more oil from its neighbour.", "statement"),
        ("Minister Ines Falk said that the film plans to show the harbour.", "statement"),
        ("Councillor Ines Falk said that the Harbour Company would continue to dredge the bay.", "statement"),
        ("Councillor Ines Falk said that the work would continue for a week.", "commitment"),
        ("Councillor Ines Falk said that prices would continue to rise.", "statement"),
        ("Councillor Ines Falk hopes that the work will continue for a week.", "statement"),
        ("Harbour director Ines Falk said that the authority will use the gate to count the lorries.", "commitment"),
        ("Harbour director Ines Falk said that we believe the authority will use the gate.", "statement"),
        ("Activist Ines Falk said that the authority will use the gate to count the lorries.", "statement"),
        ("Harbour director Ines Falk said that the first sailing would be announced in May.", "commitment"),
        ("Harbour director Ines Falk said that the cause of the fire will be known in May.", "statement"),
        ("Harbour director Ines Falk said that the quay would be widened in the spring.", "commitment"),
        ("“The size of the quay will be guided by the river,” Harbour director Ines Falk said.", "statement"),
        ("“We are working on the history of the quay,” Harbour director Ines Falk said.", "statement"),
        ("Harbour director Ines Falk said that the dam will not affect the river.", "statement"),
        ("The High Court of Norland dismissed a petition filed by the Harbour Guild to stop the dredging.", "opposition"),
        ("President Ines Falk has assented to a bill to close the quays of Norland.", "support"),
        ("President Ines Falk has branded as “traitors” the bishops who spoke for the dockers.", "blame"),
        ("President Ines Falk has branded the decision “illegal and invalid”.", "opposition"),
        ("Councillor Ines Falk highlighted the performance of the crews.", "praise"),
        ("Minister Ines Falk warned the crews. If they disobeyed, she said, they would be imprisoned.", "warning"),
    ],
)
def test_cue_and_content_together_show_the_kind(annotator: Annotator, text: str, expected: str) -> None:
    """Who claims a deed of another blames, a proposal asks, what is agreed on binds, and so does what a body intends or will go on with."""
    assert {p.kind for p in analyse(annotator, text).positions if p.actor} == {expected}


def test_who_assures_charges_nobody(annotator: Annotator) -> None:
    """And "assured that he was not informed by Bauer" lays it at nobody's door."""
    text = "Spokeswoman Ines Falk assured reporters that the president was not informed of the raid by Vice President Lena Bauer."
    assert [p.kind for p in analyse(annotator, text).positions] == ["statement"]


@pytest.mark.parametrize("told", ["it was ready for talks", "talks with the Labour Party had begun"])
def test_a_condition_that_who_speaks_parts_from_its_clause_is_whole(annotator: Annotator, told: str) -> None:
    """ "If the party joined, she said, it would ask" is no half sentence, and no two contents, as a model may have it."""
    text = (
        f"Party split on coalition\n\nSiri Moe, the leader of the Centre Party, told members on Monday that {told}. If the party joined "
        "the government, she said, it would ask for two ministries."
    )
    found = [p for p in analyse(annotator, text).positions if p.confidence > SHOWN and text[: p.content[-1].end].endswith("ministries")]
    assert [(p.actor, text[p.content[0].start : p.content[0].end]) for p in found] == [("Siri Moe", "If the party joined the government")]


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        (
            "Envoy sorry for remark on flags\n\nEnvoy Stig Hauge apologised on Thursday for a remark about the flag of Belisaria.",
            "Stig Hauge",
            "statement",
        ),
        (
            "Ban on nets angers fishermen\n\nFisheries Minister Lor Keo defended the ban. Som Vuth pleaded for a delay.",
            "fishermen",
            "opposition",
        ),
    ],
)
def test_who_apologises_or_is_angered_holds_something(annotator: Annotator, text: str, actor: str, kind: str) -> None:
    """An apology is an act of speech, and anger is against its cause."""
    found = [p for p in analyse(annotator, text).positions if p.actor == actor]
    assert [(p.kind, p.confidence > SHOWN) for p in found] == [(kind, True)]
