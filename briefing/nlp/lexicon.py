"""Words by what they say of an actor or of an attribution: titles, kinds of body, and the classes of cues.

The classes of cues follow Hyland's reporting verbs and the speech-act classes of Searle (assertive, directive, commissive,
expressive), split by what a reader of a briefing asks: who demands, supports, opposes, blames, denies, offers, commits, warns, praises.
"""

from __future__ import annotations

TITLES = frozenset(
    """mr mrs ms dr prof professor sir dame lord lady sheikh president vice prime minister premier chancellor secretary senator sen
    rep representative congressman congresswoman gov governor mayor judge justice chief general gen col colonel lt lieutenant capt
    captain maj major sgt sergeant admiral commander king queen prince princess crown amir emir sultan pope archbishop bishop rev
    reverend cardinal ambassador envoy speaker deputy foreign interior defence defense finance leader chairman chairwoman
    chairperson director spokesman spokeswoman spokesperson attorney commissioner hon honourable honorable excellency highness
    majesty ayatollah imam rabbi coach captain mp ceo comrade dato datuk tan sri seri haji hajj engr barrister advocate nana
    chief pastor former acting""".split()
)
#: nouns for one person by office or trade
PERSON_NOUNS = frozenset(
    """minister president premier chancellor secretary senator representative congressman congresswoman governor mayor judge justice
    chief general colonel commander king queen prince princess amir emir sultan pope archbishop bishop ambassador envoy speaker
    leader chairman chairwoman chairperson chair director spokesman spokeswoman spokesperson attorney commissioner lawmaker
    legislator mp ceo executive manager founder owner analyst economist expert professor researcher scientist lawyer counsel
    prosecutor activist candidate nominee official officer diplomat adviser advisor aide negotiator deputy head coordinator
    administrator author journalist reporter columnist editor doctor physician teacher principal coach player captain farmer
    resident victim witness suspect man woman mother father son daughter brother sister husband wife politician premier dean
    veteran pilot singer actor artist writer poet historian pastor priest cleric imam rabbi counterpart chief inspector detective
    superintendent sheriff magistrate ombudsman auditor controller treasurer trustee businessman businesswoman entrepreneur
    billionaire tycoon lord baroness baron solicitor barrister advocate mediator rapporteur monarch ruler dictator""".split()
)
#: nouns for bodies that act
BODY_NOUNS = frozenset(
    """government ministry department agency court party union company firm corporation committee commission council bank police
    group bloc assembly parliament congress senate house cabinet administration organization organisation association federation
    alliance coalition opposition army military force navy board authority university institute foundation team office embassy
    delegation mission church network club league chamber tribunal regulator watchdog think-tank campaign junta regime movement
    militia front secretariat bureau panel jury directorate state republic kingdom country nation city province territory
    ruling society community media press newspaper airline airport hospital school side presidency leadership treasury
    consortium fund exchange operator manufacturer carmaker giant startup body summit conference caucus legislature""".split()
)
COUNTRY_SIDES = frozenset(
    """government side delegation team officials official authorities authority regime military army administration leaders leadership
    diplomats forces troops ministry mediators negotiators embassy representatives lawmakers state nation republic armed""".split()
)
COUNTRY_NOUNS = frozenset("country kingdom nation republic state".split())
SPOKES_NOUNS = frozenset(
    """spokesman spokeswoman spokesperson spokespeople spokespersons official officials representative representatives source sources
    aides aide lawyers lawyer attorney attorneys executives insiders officer officers""".split()
)
DOCUMENT_NOUNS = frozenset(
    """statement speech letter tweet post communique communiqué declaration interview remarks remark message note memo
    filing lawsuit complaint indictment ruling judgment order decree release address comments""".split()
)
IMPERSONAL_SOURCES = frozenset(
    """report reports study studies poll polls survey surveys data figures research evidence document documents article articles book
    review analysis estimate estimates law bill rule rules constitution resolution""".split()
)
PAIR_NOUNS = frozenset(
    "leaders sides parties countries nations ministers presidents neighbours neighbors governments men women pair duo both".split()
)
NEWS_AGENCIES = frozenset(
    """reuters afp ap xinhua ani pti ians bernama yonhap kyodo tass interfax anadolu dpa efe ansa upi bloomberg ips cnn bbc
    irna isna wam kuna petra spa antara vna aap rfe/rl npr pbs msnbc cnbc fox nbc abc cbs""".split()
)
#: beginnings of multi-word names of outlets
OUTLET_WORDS = frozenset("times post herald tribune gazette journal daily newspaper news magazine press chronicle guardian".split())

DEMAND = frozenset(
    """urge demand call ask request appeal press insist require order want encourage exhort implore instruct beg plead petition
    summon command lobby push advocate recommend advise propose suggest mandate direct compel invite seek rule clamour clamor
    pressure bid prod tell""".split()
)
OPPOSITION = frozenset(
    """oppose reject condemn denounce object protest disagree resist refuse decry deplore veto boycott rebuff decline dissent disapprove
    disagree contest challenge slam interdict forbid ban objection opposition rejection condemnation protest regret lament resent
    dislike hate rue oppose unacceptable outrage bar""".split()
)
BLAME = frozenset(
    """blame accuse criticize criticise blast fault lambast lambaste castigate chastise rebuke charge allege slam attack rip berate
    scold rail decry ridicule mock liken compare criticism accusation allegation blame rebuke censure indict impugn""".split()
)
DENIAL = frozenset("deny refute dismiss disavow rebut denial repudiate discount downplay dispute contradict".split())
OFFER = frozenset("offer volunteer ready willing prepared readiness willingness offer propose".split())
COMMITMENT = frozenset(
    """pledge vow promise commit agree decide resolve undertake swear guarantee commitment pledge promise vow plan intend decision
    determined assure ensure aim announce reaffirm reassure assurance""".split()
)
WARNING = frozenset("warn caution alert threaten fear worry warning threat alarm risk".split())
PRAISE = frozenset(
    """praise hail laud applaud commend congratulate thank salute admire celebrate compliment credit extol praise gratitude tribute
    appreciate glorify""".split()
)
SUPPORT = frozenset(
    """support back endorse welcome favor favour embrace approve defend champion advocate champion support endorsement backing like
    love prefer agree enjoy espouse uphold champion back""".split()
)
#: said of others inside a content: strong enough to make a position of theirs
NESTED = frozenset(
    """tell say pledge vow promise agree deny oppose urge accuse blame demand warn reject refuse claim insist argue order rule condemn
    denounce criticize criticise welcome support back offer decide resolve encourage note propose threaten announce""".split()
)
