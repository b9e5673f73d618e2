"""Words by what they say of an actor or of an attribution: titles, kinds of body, and the classes of cues.

The classes of cues follow Hyland's reporting verbs and the speech-act classes of Searle (assertive, directive, commissive,
expressive), split by what a reader of a briefing asks: who demands, supports, opposes, blames, denies, offers, commits, warns, praises.
"""

from __future__ import annotations

from briefing.calendar_names import DAY_NAMES

TITLES = frozenset(
    """mr mrs ms dr prof professor sir dame lord lady sheikh president vice prime minister premier chancellor secretary senator
    undersecretary comptroller taoiseach tánaiste tanaiste sen rep representative congressman congresswoman gov governor
    mayor judge justice chief general gen col colonel lt
    lieutenant capt captain maj major sgt sergeant admiral commander king queen prince princess crown amir emir sultan pope
    archbishop bishop rev reverend cardinal ambassador envoy speaker deputy foreign interior defence defense finance leader
    chairman chairwoman chairperson director spokesman spokeswoman spokesperson attorney commissioner hon honourable
    honorable excellency highness majesty ayatollah imam rabbi coach mp ceo comrade dato datuk tan sri seri haji hajj engr
    pontiff barrister advocate nana pastor former acting cllr councillor councilor councilman councilwoman councilmember
    assemblyman assemblywoman assemblymember alderman insp supt det
    cpl brig msgr mep msp mec mce dce mla mlc mca mna igp dgp adgp ocpd ocs cfo coo cto dp vp asp dsp oc uno sho ag cs""".split()
)
#: offices and ranks that are shortened before a name
IN_FULL = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "lt": "lieutenant", "col": "colonel",
    "capt": "captain", "sgt": "sergeant", "maj": "major", "adm": "admiral", "prof": "professor", "insp": "inspector",
    "supt": "superintendent", "cmdr": "commander", "brig": "brigadier", "cllr": "councillor", "rev": "reverend",
}  # fmt: skip
#: nouns for one person by office or trade
PERSON_NOUNS = frozenset(
    """pm fm cm ce dg minister president premier chancellor secretary senator representative congressman congresswoman governor mayor
    undersecretary comptroller laureate taoiseach tánaiste tanaiste
    judge justice chief general colonel commander king queen prince princess amir emir sultan pope archbishop bishop
    ambassador envoy speaker leader chairman chairwoman chairperson chair director spokesman spokeswoman spokesperson
    attorney commissioner lawmaker legislator mp ceo executive manager founder owner analyst economist expert professor
    researcher scientist lawyer counsel prosecutor activist candidate nominee official officer diplomat adviser advisor aide
    negotiator deputy head coordinator administrator author journalist reporter columnist editor doctor physician teacher
    principal coach player captain farmer resident victim witness suspect man woman mother father son daughter brother
    sister husband wife politician dean veteran pilot singer actor artist writer poet historian pastor priest cleric imam
    rabbi counterpart inspector detective superintendent sheriff magistrate ombudsman auditor controller treasurer trustee
    businessman businesswoman entrepreneur billionaire tycoon registrar rector organizer organiser professional engineer
    boss banker broker trader strategist consultant campaigner environmentalist conservationist biologist chemist physicist geologist
    ecologist epidemiologist virologist meteorologist psychologist psychiatrist sociologist archaeologist neurosurgeon surgeon nurse
    midwife pharmacist cardiologist pediatrician paediatrician councilor councillor delegate whip ranger fellow curator lady
    librarian comedian musician rapper composer filmmaker designer architect chef trainer midfielder striker goalkeeper forward
    batsman skipper headmaster headmistress headteacher warden provost convenor convener
    admiral lieutenant marshal brigadier sergeant pontiff defender member champion lord baroness baron solicitor barrister
    advocate mediator rapporteur monarch ruler dictator assemblyman assemblywoman
    mec mce dce mla mlc mca mna igp dgp adgp ocpd ocs cfo coo cto dp vp asp dsp oc uno sho ag cs""".split()
)
#: words that make another office of the same noun: the vice president is not the president
RANKS = frozenset("vice deputy former acting assistant shadow associate junior ex first second third late incoming outgoing".split())
#: letters that are an office's, with an article and without; of these, those that are one's wherever a text names it
LETTERS_OF_OFFICES = frozenset("fm pm mp ceo cm ce dg mec mce dce mla mlc mca mna igp dgp adgp ocpd ocs cfo coo cto dp vp".split())
SHORT_OFFICES = frozenset("cs ps ag ig dig dci pas pg cg sg dg".split())
OFFICE_LETTERS = LETTERS_OF_OFFICES | SHORT_OFFICES | frozenset("cec oc asp dsp ssp acp dcp dag aag uno".split())
#: nouns for bodies that act
BODY_NOUNS = frozenset(
    """government ministry department agency court party union company firm corporation committee commission council bank
    police prosecution group bloc assembly parliament congress senate house cabinet administration organization organisation association
    federation alliance coalition opposition army military force navy board authority university institute foundation team
    office embassy delegation mission church network club league chamber tribunal regulator watchdog think-tank campaign
    junta regime movement militia front secretariat bureau panel jury directorate state republic kingdom country nation city
    province territory ruling society community media press newspaper airline airport hospital school side presidency
    municipality district county borough prefecture commune inquiry palace collective unit subsidiary conglomerate charity nonprofit
    ngo lender insurer retailer supplier automaker chipmaker drugmaker utility leadership treasury consortium
    fund exchange operator manufacturer carmaker giant startup body summit conference caucus
    legislature command guild precinct wing forum lobby syndicate confederation cooperative brotherhood synod""".split()
)
#: nouns that mean a body where a name ends in them: "the Section 9 Inquiry"
BODIES_BY_NAME = frozenset(
    "inquiry service services centre center museum theatre theater trust institution corps clinic zoo gallery orchestra festival".split()
)
#: nouns in the singular for those who work at a place
WORKERS_IN_SINGULAR = frozenset({"staff", "crew"})
#: nouns in the plural that one body may be called by
BODIES_IN_PLURAL = frozenset({"archives", "studios", "railways", "laboratories"})
COUNTRY_SIDES = frozenset(
    """government side delegation team officials official authorities authority regime administration leaders
    leadership diplomats forces troops spokesman spokeswoman spokesperson mediators negotiators embassy
    representatives lawmakers state nation republic armed""".split()
)
COUNTRY_NOUNS = frozenset("country kingdom nation republic state".split())
SPOKES_NOUNS = frozenset(
    """spokesman spokeswoman spokesperson spokespeople spokespersons official officials representative representatives source
    sources aides aide lawyers lawyer attorney attorneys executives insiders officer officers""".split()
)
#: nouns for what is said in a clause behind "that"
CLAIM_NOUNS = frozenset(
    """warning claim accusation allegation assertion demand insistence promise pledge vow assurance complaint threat denial comment remark
    suggestion announcement conclusion contention argument estimate finding criticism charge prediction belief view objection
    declaration""".split()
)
DOCUMENT_NOUNS = frozenset(
    """statement speech letter tweet post communique communiqué declaration interview remarks remark message note memo filing
    lawsuit complaint indictment ruling judgment order decree release address comments notice affidavit circular announcement
    memorandum advisory directive""".split()
)
IMPERSONAL_SOURCES = frozenset(
    """report reports study studies poll polls survey surveys data figures research evidence document documents article
    articles book review analysis estimate estimates law bill rule rules constitution resolution figure number numbers
    result results statistic statistics finding findings record records test tests footage video videos image images tape
    averages forecast forecasts summary guidelines""".split()
)
#: what prints and broadcasts: it passes on what others hold
PRESS_NOUNS = frozenset(
    """media medium press newspaper newspapers paper papers daily tabloid magazine broadcaster broadcasters channel channels tv television
    radio outlet outlets website websites portal blog news""".split()
)
#: where a body or a person says in their own name what they hold, if somebody's: "the federation's website"
OWN_MEDIA = frozenset({"website", "webpage", "blog"})
#: persons who are somebody only to those around them: what one of them says is shown with a name or not at all
PRIVATE_PERSONS = frozenset(
    """owner man woman mother father parent son daughter child boy girl brother sister sibling husband wife uncle aunt cousin
    nephew niece grandmother grandfather friend neighbour neighbor relative victim witness suspect patient tenant resident customer
    passenger driver user reader viewer fan visitor guest passerby bystander teenager youth author writer lover partner
    boyfriend girlfriend colleague stranger traveller traveler widow""".split()
)
#: nouns for several people whose endings do not tell
PEOPLE = frozenset(
    """people men women children youth youths villagers residents citizens nationals locals authorities police troops forces staff crew
    officials sources mps lawmakers legislators lawyers attorneys prosecutors experts analysts economists scientists researchers
    doctors nurses teachers students pupils academics professionals technicians mechanics critics politicians clerics priests
    families parents relatives mothers fathers survivors victims witnesses patients migrants refugees immigrants tenants tribes
    elders chiefs heads allies friends rivals neighbours neighbors adults teenagers fans guests crowds athletes artists musicians
    journalists reporters editors executives representatives members delegates diplomats envoys aides spokespeople spokespersons
    militants rebels insurgents guerrillas separatists republicans democrats conservatives liberals progressives
    opponents applicants claimants defendants plaintiffs judges justices guards veterans generals captains kings
    princes monarchs rulers leaders delegations factions brothers sisters colleagues peers youngsters seniors pensioners bosses
    aboriginals muslims christians jews hindus buddhists catholics protestants bandits thieves pirates hostages captives heirs clans
    gangs cartels mobs businesses households enterprises markets shops stores tribespeople iwi cops convicts nuns monks spies thugs
    moderates elites masses pilgrims scholars enemies foes adversaries proponents personalities laureates heavyweights clerks individuals
    agents dissidents correspondents respondents adolescents recipients incumbents constituents intellectuals criminals radicals comrades
    cadres heroes pundits bureaucrats technocrats hosts tycoons magnates wives husbands spouses kids orphans mercenaries missionaries
    secretaries dignitaries beneficiaries jihadis mujahideen cronies peasants participants specialists institutions expats
    netizens girls boys guys mums moms dads grandparents widows brides sceptics skeptics cynics natives graduates amateurs
    acquaintances associates subordinates coaches chefs clergy""".split()
)
PAIR_NOUNS = frozenset(
    "leaders sides parties countries nations ministers presidents neighbours neighbors governments men women pair duo both".split()
)
#: pronouns: of whoever tells, of one person, of persons, of whoever is told of, and whose something is
FIRST_PERSON = frozenset({"i", "we"})
HE_OR_SHE = frozenset({"he", "she"})
OF_PERSONS = HE_OR_SHE | {"they"}
THIRD_PERSON = OF_PERSONS | {"it"}
POSSESSIVES = frozenset({"his", "her", "its", "their"})
#: those of who speaks too
OWNERS = POSSESSIVES | {"our", "my"}
#: what a woman and what a man is to somebody
KINSWOMEN = frozenset("mother daughter sister wife widow aunt niece".split())
KINSMEN = frozenset("father son brother husband uncle nephew".split())
#: those who lead a land
HEADS_OF_LANDS = frozenset("president premier chancellor king queen emir amir sultan pm minister".split())
#: nouns for that something has to be
NEEDS = frozenset({"need", "necessity", "urgency", "importance"})
#: verbs that reply to what was said before them
REPLIES = frozenset({"agree", "disagree", "consent", "refuse"})
#: verbs of who says that a thing is not so
GAINSAYS = frozenset({"deny", "dispute", "reject", "refute", "contest"})
WEEKDAYS = frozenset(day.title() for day in DAY_NAMES)
#: what a text calls a day by, between a name and its verb
DAYS_BESIDE = WEEKDAYS | {"today", "yesterday"}
#: where things are posted
PLATFORMS = frozenset("twitter facebook instagram telegram youtube tiktok whatsapp weibo linkedin x truth threads reddit".split())
NEWS_AGENCIES = frozenset(
    """reuters afp ap xinhua ani pti ians bernama yonhap kyodo tass interfax anadolu dpa efe ansa upi bloomberg ips cnn bbc
    haaretz irna isna wam kuna petra spa antara vna aap rfe/rl npr pbs msnbc cnbc fox nbc abc cbs unb voa belga lusa nhk
    cgtn cctv zdf politico axios clarin nikkei yomiuri mainichi kommersant vedomosti hurriyet""".split()
) | {
    "voice of america", "radio free europe", "deutsche welle", "radio france internationale", "press trust of india", "le monde",
    "le figaro", "le parisien", "der spiegel", "die zeit", "die welt", "el pais", "el mundo", "la repubblica", "corriere della sera",
    "la nacion", "o globo", "novaya gazeta", "sky news", "the guardian", "yedioth ahronoth", "yediot aharonot", "israel hayom",
    "asharq al-awsat", "el mercurio", "el universal", "el tiempo", "la tercera", "suddeutsche zeitung", "frankfurter allgemeine zeitung",
}  # fmt: skip
#: last words of multi-word names of outlets
OUTLET_WORDS = frozenset(
    """times post herald tribune gazette journal daily newspaper news magazine press chronicle guardian dispatch observer
    telegraph courier examiner inquirer monitor bulletin wire shimbun jazeera arabiya""".split()
)

DEMAND = frozenset(
    """urge demand call ask request appeal press insist require order want encourage exhort implore instruct beg plead plea petition
    summon command lobby push advocate recommend advise suggest mandate direct compel invite seek rule clamour clamor
    pressure bid prod tell""".split()
)
OPPOSITION = frozenset(
    """oppose reject condemn denounce object protest disagree resist refuse refusal decry deplore veto boycott rebuff decline dissent
    disapprove contest challenge slam interdict forbid ban objection opposition rejection condemnation regret lament resent
    dislike hate rue refrain abstain unacceptable outrage bar block prohibit""".split()
)
BLAME = frozenset(
    """blame accuse criticize criticise blast fault lambast lambaste castigate chastise rebuke charge allege slam attack rip
    berate scold rail decry ridicule mock liken compare criticism accusation allegation censure indict impugn complain brand
    excoriate lash vilify deride denigrate upbraid reproach""".split()
)
DENIAL = frozenset("deny refute dismiss disavow rebut denial repudiate discount downplay dispute contradict".split())
OFFER = frozenset("offer volunteer ready willing prepared readiness willingness propose proposal".split())
COMMITMENT = frozenset(
    """pledge vow promise commit agree decide resolve undertake swear guarantee commitment plan intend decision determined
    assure ensure aim announce reaffirm reassure assurance""".split()
)
WARNING = frozenset("warn caution alert threaten fear worry warning threat alarm risk".split())
PRAISE = frozenset(
    """praise hail laud applaud commend congratulate thank salute admire celebrate compliment credit extol gratitude tribute
    appreciate glorify""".split()
)
SUPPORT = frozenset(
    """support back endorse welcome favor favour embrace approve defend champion advocate endorsement backing like love prefer
    agree enjoy espouse uphold accept""".split()
)
#: nouns for what is said against somebody or something
ACCUSATIONS = frozenset("accusation allegation claim charge suggestion rumour rumor insinuation report assertion".split())
#: nouns for what one has against something
COMPLAINT = frozenset("objection opposition complaint grievance reservation outrage anger disapproval protest".split())
#: predicates that praise, and those that condemn
GOOD = frozenset(
    """good best great significant historic remarkable excellent outstanding wonderful tremendous exemplary admirable
    honourable honorable brave courageous heroic landmark milestone triumph victory success breakthrough hero fantastic
    impressive""".split()
)
BAD = frozenset(
    """unacceptable impermissible unconstitutional illegal invalid unfair wrong problematic unjust outrageous bad worst
    reckless shameful disgraceful irresponsible dangerous cruel cowardly hypocritical absurd criminal unlawful illegitimate
    immoral inhumane disastrous blackmail disgrace mistake shame betrayal theft robbery piracy coup farce nonsense disaster
    insult scandal crime provocation reversal surrender sham fraud travesty aggression terrorism terrorist traitor liar
    coward corrupt incompetent failure disproportionate regrettable excessive unjustified unwarranted unreasonable atrocious
    appalling despicable senseless barbaric heinous undemocratic draconian misguided counterproductive unhelpful untenable ridiculous
    offensive insane disgusting""".split()
)
#: said of others inside a content: strong enough to make a position of theirs
NESTED = frozenset(
    """tell say pledge vow promise agree deny oppose urge accuse blame demand warn reject refuse claim insist argue order rule
    condemn denounce criticize criticise welcome support back offer decide resolve encourage note propose threaten announce want
    estimate believe think expect fear hope consider suspect conclude find confirm stress acknowledge admit suggest predict forecast
    recommend advise urge allege""".split()
)
#: verbs whose subject says, writes, thinks or wants something, whatever its kind
REPORTING = frozenset(
    """say tell add note state explain argue claim assert insist maintain report confirm acknowledge admit concede reveal
    disclose declare stress emphasize emphasise underline underscore highlight point observe remark comment mention reply
    respond answer write tweet post believe think feel hope expect consider see view suspect doubt conclude contend suggest
    reiterate recall describe call predict forecast estimate testify allege affirm quip joke warn complain lament continue
    stipulate clarify elaborate recount narrate quote cite repeat vow signal indicate announce caution inform advise""".split()
)
SPEAKING = frozenset().union(REPORTING, DEMAND, OPPOSITION, BLAME, DENIAL, OFFER, COMMITMENT, WARNING, PRAISE, SUPPORT)
#: words of thought and attitude, and those that tell of speech without being a verb of it
ATTITUDE = (
    frozenset(
        """know learn understand realize realise worry regret mean imagine wish intend prefer love doubt question wonder yearn
    boast hope specify speak discuss address touch raise express voice share play echo tout cite reference lash accord
    according clear convince convinced concern concerned confident unwilling optimistic pessimistic skeptical sceptical
    happy proud aware sure afraid sorry determined open disappointed angry surprise disappointment concerns thought opinion
    hopeful glad delighted outraged worried remind attribute term
    view position statement stance word vote file defer favour favor side interview speech remark""".split()
    )
    | COMPLAINT
    | DOCUMENT_NOUNS
)
#: what a person is called by their party, in the singular
PARTISANS = frozenset("republican democrat conservative liberal independent socialist tory centrist".split())
