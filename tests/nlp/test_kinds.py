"""What kind a position is of, by classes of expression; people and places are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.models import Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.kinds import kind_of
from briefing.nlp.syntax import Text
from tests.analysis_samples import SHOWN, analyse


def kinds(annotator: Annotator, text: str) -> list[str]:
    return [p.kind for p in analyse(annotator, text).positions if p.confidence > SHOWN]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Mara Stone stressed the need for more police on the trains.", "demand"),
        ("Minister Mara Stone underlined the importance of opening the border before the winter.", "demand"),
        ("Minister Mara Stone stressed the importance of Norland as a partner.", "statement"),
        ("Doctor Paul Reed considers it necessary to redirect the ambulances to the old town.", "demand"),
        ("Doctor Paul Reed proposed that anyone who has met a patient should not travel.", "demand"),
        ('"The strike must end," said minister Jon Hale.', "demand"),
        ("Union leader Jon Hale pleaded for patience with the drivers.", "demand"),
        ('Activist Jon Hale added that the government now needed to "seriously investigate the fire."', "demand"),
    ],
)
def test_who_dwells_on_a_need_demands(annotator: Annotator, text: str, kind: str) -> None:
    """A need, an importance of doing something and what is found necessary are asked for, and what others should do is proposed."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"The bridge will be closed if the money does not come by June," mayor Ines Falk said.', "warning"),
        ("Fisheries minister Odd Brekka said his government would answer at once if the boats were not released.", "warning"),
        ("Union leader Jon Hale hopes that the talks will end the strike and lead to peace.", "statement"),
        ('"The first trains should arrive in the second half of the year," engineer Paul Reed said.', "statement"),
    ],
)
def test_what_follows_if_a_thing_is_left_undone_is_a_warning(annotator: Annotator, text: str, kind: str) -> None:
    """What is hoped for and what is planned to come warns of nothing and asks for nothing."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Jon Hale said the mine's owner was suspected of falsifying the records.", "blame"),
        ("Minister Jon Hale said the harbour board was responsible for the collapse of the bridge.", "blame"),
        ("Minister Jon Hale said the harbour board was responsible for schools and roads.", "statement"),
        ("Union leader Ines Falk said the company was to blame.", "blame"),
        ("Union leader Ines Falk said the brakes had not been checked since last year.", "blame"),
        ("Minister Jon Hale said the march amounted to the plot of generals who planned a coup.", "blame"),
        ("Deputy minister Paul Reed said the pact would not undermine the peace of the islands.", "denial"),
        ("Deputy minister Paul Reed said the trains would not be affected by the strike.", "statement"),
        ('"It is a lie," minister Jon Hale said.', "denial"),
        ("Analyst Jon Hale says the answer lies principally in smaller schools.", "statement"),
        ("Mayor Lise Dahl has indicated her willingness to listen to the islanders.", "offer"),
        ("The foreign ministry of Norland said there was no such military agreement.", "denial"),
        ("Banker Paul Reed has always maintained that he did not know where the money went.", "denial"),
        ("President Ada Quill highlighted the creation of a fund for the farmers.", "praise"),
    ],
)
def test_who_is_guilty_and_who_denies(annotator: Annotator, text: str, kind: str) -> None:
    """Suspicion, responsibility for what is bad and duties left undone are blame; a harm that would not come is denied."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"Even when I fell down, I continued to pray for my family," driver Jon Hale said.', "statement"),
        ('"When our children grow up, they will have been trained for another world," professor Jon Hale says.', "statement"),
        ("The film's director, Jon Hale, announced it would be ready in September.", "statement"),
        ("Farmer Jon Hale told the Harbour Gazette that without the fund he would still be walking on crutches.", "statement"),
        ('"I will give you an example. Those who cannot pay are sent away," explained Ines Falk.', "statement"),
        ("Prime Minister Jon Hale will ask parliament for a new inquiry.", "commitment"),
        ("Mediator Paul Reed said a second round of talks would be held in Northport next week.", "statement"),
        ("The head of the editors' guild, Lise Dahl, said the guild would go to court on the day the law was signed.", "commitment"),
        ("Education Minister Ada Quill said the oral examination would be abolished.", "commitment"),
        ('Activist Jon Hale said: "The government will raise the price of bread."', "statement"),
        ('Prime Minister Ada Quill said: "The government will raise the price of bread."', "commitment"),
    ],
)
def test_a_promise_is_ones_own_and_ahead(annotator: Annotator, text: str, kind: str) -> None:
    """Not what would have been, nor what one is going to say, nor what takes place; the government's word is that of who holds office."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        '"There should not be any concern about the water," minister Jon Hale said.',
        '"To use the machine you need to have a card from the bank," clerk Ines Falk explained.',
        "The mayor's advocate, Lise Dahl, told the judges hearing Quill's application to overturn the ban that the mayor had helped.",
        "“It must be said that the guards are not trained,” minister Mara Stone told reporters.",
    ],
)
def test_what_only_tells_how_things_are_demands_nothing(annotator: Annotator, text: str) -> None:
    """No concern that should be, how a thing is used, and an infinitive that belongs to a noun."""
    assert "demand" not in kinds(annotator, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Lise Dahl said the government needs a fund of its own for the ferries.", "demand"),
        ("Mayor Lise Dahl said the engines need a check.", "statement"),
        ("Mayor Lise Dahl said there was a need to rebuild the pier.", "demand"),
        ("Mayor Lise Dahl said it is important that the pier be kept.", "demand"),
        ("Mayor Lise Dahl said it is important to note the tide.", "statement"),
    ],
)
def test_what_somebody_is_in_need_of_is_asked_for(annotator: Annotator, text: str, kind: str) -> None:
    """Who acts is in need, and that something be done is important; a thing's needs and what is to be noted ask for nothing."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"I would like to thank the crew of the ferry," captain Jon Hale said.', "praise"),
        ('"We wish to express our deep gratitude to the divers," captain Jon Hale said.', "praise"),
        ("Captain Jon Hale said he was unaware of the letter.", "denial"),
        ("Minister Mara Stone announced a new partnership with the shipyards of Norland.", "commitment"),
        ("Minister Mara Stone announced the closure of two schools.", "statement"),
        ("Minister Mara Stone questioned the election of the harbour board.", "opposition"),
        ("Union leader Ines Falk remained sceptical about the plan for the port.", "opposition"),
    ],
)
def test_thanks_plans_and_doubts_have_their_kinds(annotator: Annotator, text: str, kind: str) -> None:
    """Who would like to thank praises, what one sets up is promised, who doubts a plan is against it."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kara City has signed an agreement with Norland Motors to operate driverless taxis.", "commitment"),
        ("Judge Ines Falk convicted Paul Reed of theft on Friday.", "blame"),
    ],
)
def test_what_is_done_by_an_act_has_its_kind(annotator: Annotator, text: str, kind: str) -> None:
    """A pact that is signed is promised, and a court blames whom it convicts, though no briefing shows an act as speech."""
    assert kind in [p.kind for p in analyse(annotator, text).positions]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Judge Ines Caldeira denied an appeal by the former mayor on Monday.", "statement"),
        ("The magistrates decided to revoke the ruling of March.", "statement"),
        ("Minister Mara Stone denied the request of the dockers' union on Monday.", "opposition"),
        ("Mayor Odd Brekka denied that he had taken money.", "denial"),
        ("Minister Mara Stone promised to close the port in June.", "commitment"),
    ],
)
def test_a_court_rules_and_a_refusal_denies_no_claim(annotator: Annotator, text: str, kind: str) -> None:
    """What a court decides is neither its promise nor a denial; who denies a request is against it."""
    found = [p.kind for p in analyse(annotator, text).positions if p.actor is not None]
    assert found == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“There can be no truce while the dam stands,” Mara Stone said.", "opposition"),
        ("“There can be no pact without the fishermen,” Mara Stone said.", "opposition"),
        ("“There was no such pact,” minister Mara Stone said.", "denial"),
        ("The number of the injured is not affected, said doctor Paul Reed.", "statement"),
    ],
)
def test_who_says_that_there_can_be_no_such_thing_denies_no_claim(annotator: Annotator, text: str, kind: str) -> None:
    """It is a refusal; and that something is not affected denies nothing."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Union leader Ines Falk lamented that the company had sold the ferries.", "blame"),
        ("Union leader Ines Falk regretted the sale of the ferries.", "opposition"),
        ("Harbour guild leader Ines Falk claimed that the police withdrew their guards.", "blame"),
        ("Harbour guild leader Ines Falk claimed that the quay was old.", "statement"),
        ("Mayor Lise Dahl claimed that the council had built 300 homes.", "statement"),
        ("Mayor Lise Dahl claimed the police saved her life.", "statement"),
        ("Mayor Lise Dahl claimed that the council had ignored the rules.", "blame"),
        ("Mayor Lise Dahl regretted that she had closed the school.", "statement"),
        ("Mayor Lise Dahl regretted that we had closed the school.", "statement"),
        ("Mayor Lise Dahl denied that there was discrimination in the force.", "denial"),
        ("Mayor Lise Dahl said: “I was dishonest and I misled the council.”", "statement"),
        ("Mayor Lise Dahl said “I was arrogant and selfish as mayor.”", "statement"),
        ("Mayor Lise Dahl said her party had been arrogant.", "statement"),
        ("Mayor Lise Dahl wants to win the vote.", "statement"),
        ("Mayor Lise Dahl wants to resign in May.", "statement"),
        ("Union leader Ines Falk took aim at the company's choice of managers.", "blame"),
        ("Mayor Lise Dahl wants to turn the old quay into a park.", "commitment"),
        ("Mayor Lise Dahl wanted to know when the quay was built.", "statement"),
        ("The transport ministry of Norland said drivers without a licence will be fined.", "warning"),
        ("Analyst Paul Reed estimated the quay would be sold by June.", "statement"),
        ("Minister Jon Hale hopes the pact will help the crews.", "statement"),
        ("Minister Jon Hale agreed that the quay was old.", "statement"),
        ("Captain Jon Hale pleaded guilty to smuggling tobacco.", "statement"),
    ],
)
def test_a_cue_and_its_content_tell_the_kind_together(annotator: Annotator, text: str, kind: str) -> None:
    """Who laments or claims a deed of others blames; a wish to do a thing undertakes it; what is hoped, reckoned or agreed to be so is
    only stated."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"One day I asked my brother to buy the boat," skipper Ada Quill said.', "statement"),
        ('"I ask the council to buy the boat," skipper Ada Quill said.', "demand"),
        ('"Let us remember that the quay is old," skipper Ada Quill said.', "statement"),
        ('"Let us meet on the quay," skipper Ada Quill said.', "demand"),
        ('"It is not advisable to close the quay," engineer Paul Reed said.', "opposition"),
        ("Engineer Paul Reed said it is important for the towns to begin their own repairs.", "demand"),
        ("Engineer Paul Reed said it is important that the quay is one of the largest in Norland.", "statement"),
        ("Minister Jon Hale said the raids should not be left unpunished.", "demand"),
        ("Banker Paul Reed said the population of the islands should double by 2050.", "statement"),
        ('"We will never forget the crew," mayor Lise Dahl said.', "statement"),
    ],
)
def test_words_of_asking_and_willing_that_only_tell(annotator: Annotator, text: str, kind: str) -> None:
    """A tale of asking, a call to remember and what is expected to grow ask for nothing, and who will not forget promises nothing."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("President Ada Quill came out in support of the strike.", "support"),
        ("Minister Jon Hale had doubts about the merger of the ports.", "opposition"),
        ("Minister Jon Hale expressed frustration that the quay was closed.", "opposition"),
        ("Mayor Lise Dahl announced a set of measures for the harbour.", "commitment"),
        ('"We must not allow the port to be sold," union leader Ines Falk said.', "opposition"),
        ("Engineer Paul Reed said the slope was extremely dangerous.", "warning"),
        ("The transport ministry of Norland said the ministry needs to change its rules.", "demand"),
        ("Minister Jon Hale fears that the port will close.", "warning"),
        ("Minister Jon Hale regretted that the storm had cut the road.", "statement"),
    ],
)
def test_cues_of_more_than_a_verb(annotator: Annotator, text: str, kind: str) -> None:
    """What a verb says with its noun or particle counts; who regrets what a storm did blames nobody."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Jon Hale apologised that the ministry had ignored the crews.", "statement"),
        ("Minister Jon Hale also reminded the governors to fulfil the tasks by August 1.", "demand"),
        ("Minister Jon Hale impressed upon troops not to forget the lessons of the war.", "demand"),
    ],
)
def test_kinds_of_what_is_only_listed(annotator: Annotator, text: str, kind: str) -> None:
    """Who owns up to a wrong charges nobody else with it; who reminds others to do a thing demands it."""
    assert [p.kind for p in analyse(annotator, text).positions] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Quill said that the accusations against Stone are fabricated.",
        "There was no negligence while the bridge was built, Harbour Rail claimed.",
    ],
)
def test_who_says_that_a_charge_is_made_up_denies_it(annotator: Annotator, text: str) -> None:
    """So does who says that there was no such thing as what is charged."""
    assert [p.kind for p in analyse(annotator, text).positions] == ["denial"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norwegian President Mara Stone said Norway will increase its purchases of gas.", "commitment"),
        ("President Mara Stone said Norway will increase its purchases of gas.", "statement"),
        ("Norwegian Foreign Minister Mara Stone said the Norwegian government is planning to open the border.", "commitment"),
        ("Analyst Mara Stone said Norway will increase its purchases of gas.", "statement"),
        ("The Harbour Union said it aims to halve the fees.", "commitment"),
        ("Speaker Jon Hale said he sought to settle the matter.", "statement"),
        ("The neighbours said they plan to sue the archives.", "commitment"),
        ("Mayor Ines Falk said she was delighted that the bridge had opened.", "praise"),
        ('"We are very happy about this visit," mayor Ines Falk said.', "praise"),
        ("Mayor Ines Falk said she was happy to go.", "statement"),
    ],
)
def test_a_side_is_also_the_country_one_leads(annotator: Annotator, text: str, kind: str) -> None:
    """Who leads a country promises for it; who aims to do a thing is about to; who is glad of a thing praises it."""
    assert kinds(annotator, text) == [kind]


def test_who_welcomes_tourists_backs_nothing(annotator: Annotator) -> None:
    """Guests are received; a plan is welcomed."""
    text = "The islands welcomed over half a million tourists in May. The mayors welcomed the plan."
    assert kinds(annotator, text) == ["support"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Ines Falk called out minister Jon Hale for closing the school.", "blame"),
        ("Mayor Ines Falk declined to discuss the case.", "statement"),
    ],
)
def test_who_calls_somebody_out_blames_and_who_keeps_silent_says_nothing(annotator: Annotator, text: str, kind: str) -> None:
    """Whatever else the verbs do elsewhere."""
    assert {p.kind for p in analyse(annotator, text).positions} == {kind}


def test_what_sort_of_statement_it_is_says_nothing_of_the_kind(annotator: Annotator) -> None:
    """A press statement presses for nothing."""
    cue, content = "press statement indicated that", "Stone and Hale discussed the ferries"
    text = f"The ministry's {cue} {content}."
    cues, contents = ((Span(text.index(s), text.index(s) + len(s)),) for s in (cue, content))
    assert kind_of(Text(text, annotator.annotate(text)), cues, contents, (), quoted=False) == "statement"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Ines Falk withdrew her support for the plan to close the port.", "opposition"),
        ("Mayor Ines Falk reversed her opposition to the dam.", "support"),
        ("The minister regretted the decision of the court.", "opposition"),
        ("The racer Otto Hale regretted that a technical problem had deprived him of second place.", "statement"),
        ("Minister Otto Hale regretted his remark.", "statement"),
        ("Jorge Hale recalled going for a job interview in Norrhavn.", "statement"),
        ("“We are moving ahead with the dam,” Mayor Ines Falk said.", "commitment"),
        ("Minister Otto Hale said he never took a bribe.", "denial"),
        ("“We are not going to sign it,” Mayor Ines Falk said.", "opposition"),
        ("“Hospitals will begin to clear the backlog next month,” Health Minister Otto Hale said.", "commitment"),
    ],
)
def test_who_turns_round_regrets_or_recalls(annotator: Annotator, text: str, kind: str) -> None:
    """What is given up counts for the other side, what one is not going to sign is opposed; a mishap and one's own words are regretted."""
    assert kinds(annotator, text) == [kind]


def test_who_was_not_paid_denies_nothing(annotator: Annotator) -> None:
    """Though to pay is what others deny."""
    assert "denial" not in kinds(annotator, "Workers at the plant say they have not been paid.")


def test_what_should_not_be_forgotten_is_no_demand(annotator: Annotator) -> None:
    """It only reminds."""
    assert kinds(annotator, "Envoy Ada Quill said that it should not be forgotten that the harbour had been lost.") == ["statement"]


def test_should_behind_a_verb_is_a_condition(annotator: Annotator) -> None:
    """Where a parse hangs the "should" of "will go on should there be leads" on the verb before it, nothing is demanded."""
    text = "Searches will continue should there be new leads."
    given = annotator.annotate(text)
    tokens = tuple(replace(t, head=2, relation="aux") if t.text == "should" else t for t in given.tokens)
    view = Text(text, replace(given, tokens=tokens))
    assert kind_of(view, (), (Span(0, len(text)),), (), quoted=True) != "demand"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“I always liked food and I decided to have my own restaurant,” said Ada Quill, a cook.", "statement"),
        ("“We have decided to close the port,” Minister Otto Hale said.", "commitment"),
        ("“It still creeps in but I continue to live happy,” Ada Quill wrote.", "statement"),
        ("The coachmen continue to have good customers, said their leader, Ada Quill.", "statement"),
        ("“We will continue to hold talks with the union,” Minister Otto Hale said.", "commitment"),
    ],
)
def test_what_one_once_decided_and_how_one_goes_on_living_is_no_promise(annotator: Annotator, text: str, kind: str) -> None:
    """What is told of the past promises nothing, nor does how things are."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Why did the port need three years for one crane?” said Ada Quill, a docker.", "blame"),
        ("“Why did I leave the sea? I was tired,” said Ada Quill, a docker.", "statement"),
    ],
)
def test_who_asks_why_others_did_a_thing_reproaches_them(annotator: Annotator, text: str, kind: str) -> None:
    """A question of why is a reproach whoever it asks about, but for whom who asks."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Otto Hale urged the port is open and the trains are running.", "statement"),
        ("Minister Otto Hale advised that the festival gave all a chance to meet.", "statement"),
        ("Minister Otto Hale advised the pact does not breach the harbour law.", "denial"),
        ("Minister Otto Hale urged that the port be opened.", "demand"),
    ],
)
def test_who_urges_that_a_thing_is_so_asks_for_nothing(annotator: Annotator, text: str, kind: str) -> None:
    """Behind a verb of demand a clause that tells how things are has the kind of what it says."""
    assert kinds(annotator, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Council of Judges deemed the verdict partly unlawful.", "opposition"),
        ("Prosecutors in Orland classified the raid as robbery.", "statement"),
    ],
)
def test_who_takes_a_thing_for_something_says_so(annotator: Annotator, text: str, kind: str) -> None:
    """To deem or classify a thing is to hold something of it, and is shown."""
    assert kinds(annotator, text) == [kind]
