"""Words by what they say of the time to come: who schedules, expects, intends or asks, and what an event is."""

from __future__ import annotations

from typing import Final

#: "is due to", "are scheduled to", "a vote planned for"
DUE: Final = frozenset(
    {"schedule", "scheduled", "due", "set", "slate", "slated", "plan", "planned", "time", "bill", "book", "fix", "pencil", "pencill"}
)
EXPECT: Final = frozenset(
    """expect expected likely anticipate anticipated poise poised project forecast tip tipped sure certain bind bound predict
    estimate""".split()
)
#: "plans to": said of what one has in mind
INTEND: Final = frozenset("plan intend aim prepare mean propose".split())
#: what is settled by the saying of it, so that its past tense still holds
SETTLED: Final = frozenset("vow pledge promise agree commit undertake swear announce".split())
#: settled too, but told in the past tense it is mostly done: "he decided to close"
MADE_UP: Final = frozenset("decide resolve opt choose elect determine".split())
#: "plans to become", "hopes to remain": nothing that is done
NOTHING_DONE: Final = frozenset(
    """be become remain have seem appear feel know need thank congratulate stress emphasise emphasize express reiterate point say add
    clarify achieve evoke stand behave strive""".split()
)
#: goals, and no acts: "to bolster trade", "to promote tourism"
GOALS: Final = frozenset(
    """speed motivate contribute pave deepen accelerate enable bolster boost enhance promote foster strengthen improve ensure uphold
    cultivate transform tackle emulate support invest strive combat develop expand consolidate intensify empower encourage
    optimise optimize maximise maximize nurture turn elevate inspire showcase counter""".split()
)
#: they ask nobody: "the plan calls for", "the guidelines require"
RULES: Final = frozenset(
    """plan law rule guideline treaty project programme program contest campaign bill ordinance regulation policy pact constitution code
    charter scheme initiative strategy text document standard principle approach framework directive surge shift
    trend deal contract accord agreement amendment clause""".split()
)
#: whom everybody means
PUBLIC: Final = frozenset(
    "public everyone population participants fans communities members motorists customers visitors youths masses".split()
)
#: of whom a demand in the plural means those in office: "urged governors to", not "urged writers to"
OFFICIALS: Final = frozenset(
    """government minister official authority leader side party troop force rebel lawmaker mp governor judge country nation state member
    senator deputy ambassador envoy diplomat regulator prosecutor mayor commander militant union bank court ally power faction militia
    soldier army council donor lender chief president neighbour neighbor insurgent settler negotiator senate firm legislator lawmaker
    inspector""".split()
)
#: close to somebody, and nobody's office
FAMILY: Final = frozenset("parent mother father family husband wife son daughter brother sister couple girlfriend boyfriend".split())
#: what everybody may be asked to do on a day like this
TAKE_PART: Final = frozenset(
    """evacuate leave stay avoid boil vote strike protest march boycott shelter report register demonstrate rally return abstain""".split()
)
#: to be true to what there is, and no step: "Norland must respect the treaty"
KEEP_TO: Final = frozenset("respect maintain uphold preserve observe honour honor abide adhere comply focus concentrate".split())
#: what articles on sport, shows and food are full of
PASTIME: Final = frozenset(
    """coach striker midfielder goalkeeper goalscorer championship tournament semifinal semi-final quarterfinal quarter-final fixture medal
    athlete fifa uefa nba batsman wicket innings rugby football footballer soccer basketball cricket cricketer tennis golfer derby
    league teammate squad actor actress singer album song film movie concert netflix episode celebrity dancer choreographer rapper k-pop
    sitcom drama comedy comedian filmmaker screenplay sequel fandom pageant novel poem poet recipe chef cuisine dessert tablespoon
    teaspoon runway""".split()
)
#: words that articles on politics use too, but seldom so many
PLAY: Final = frozenset(
    """match player team goal cup club competition fan game score season trophy win winner race title qualifier qualify referee show stage
    audience artist music musical performance dance dancing festival cook cooking dish taste painting exhibition gallery culture star
    series""".split()
)
#: "take care", "take note": nothing that is done
CARE: Final = frozenset("precaution care note responsibility opportunity chance faith advantage pride heart heed ownership lead".split())
#: with these "pay", "put", "make", "give" and "build" do nothing: "pay attention", "build consensus"
LIGHT: Final = frozenset("attention pressure emphasis effort priority importance respect tribute consensus unity trust momentum".split())
#: not to do: to hold out
HOLD_OUT: Final = frozenset("fall relent falter despair panic worry waver".split())
#: acts that need no object and no more words
ALONE: Final = frozenset(
    """resign appeal meet vote march return withdraw leave retire negotiate strike testify compete surrender disarm abstain quit flee
    emigrate apologise apologize intervene retaliate respond reconvene resume run sign advance stay act""".split()
)
#: what ends a plan, or speaks against it
GIVEN_UP: Final = frozenset(
    """abandon drop scrap cancel shelve ditch halt suspend postpone delay hold reject oppose criticise criticize denounce condemn deny
    refute dismiss block thwart foil protest fear withdraw deliver fulfil fulfill honour honor keep break betray recall remember
    reschedule""".split()
)
#: what comes of itself, and when is only foreseen
WEATHER: Final = frozenset(
    """weather rain rainfall shower drizzle downpour snow snowfall sleet hail wind gust gale breeze storm thunderstorm snowstorm sandstorm
    cyclone typhoon hurricane tornado monsoon temperature heatwave fog mist frost cloud""".split()
)
#: what is being done so that something else will be: "is preparing for a test", "are considering a ban"
AIMS: Final = frozenset(
    """prepare plan seek consider contemplate push mull eye weigh negotiate await wait explore pursue draft finalise finalize build
    develop lobby demand aim intend propose organise organize arrange gear brace""".split()
)
#: who is held, or let go, for a day in court: "was bailed to appear"
HELD_FOR: Final = frozenset({"bail", "remand"})
WISH: Final = frozenset("hope want wish".split())
#: nouns with an infinitive: "its plan to", "a pledge to"
INTENT_NOUNS: Final = frozenset("plan pledge promise vow intention commitment undertaking".split())
#: "its decision to dismiss him" is as often done as still to be done
DECISION_NOUNS: Final = frozenset("decision agreement deal move proposal bid offer resolution".split())
#: "urged the sides to meet"
ASK: Final = frozenset(
    """urge ask tell order call invite instruct request require encourage exhort implore appeal press beg advise direct compel
    summon demand oblige warn push lobby petition remind task mandate plead""".split()
)
#: nouns behind these are what is asked for: "called for the release of"
CALL_FOR: Final = frozenset("call ask appeal push press plead campaign argue".split())
DEMAND: Final = frozenset("demand request urge propose recommend suggest seek advocate order".split())
PROMISE: Final = frozenset("promise pledge vow plan announce prepare organise organize schedule guarantee".split())
#: with an event and a time to come: "has called a rally for Tuesday"
CONVENE: Final = frozenset("call set convene stage hold".split())
AWAIT: Final = frozenset("expect await anticipate forecast predict foresee".split())
#: what abstract subjects are: "the aim is to"
ABSTRACT: Final = frozenset(
    """aim goal plan idea purpose objective challenge task job key way problem priority point solution intention answer role
    mission hope dream commitment step need thing trick focus question strategy option temptation tendency policy principle law rule
    approach method ambition desire issue function duty responsibility choice alternative test trend mandate motto message slogan ethos
    essence     vision effort""".split()
)
HABIT: Final = frozenset(
    "sometime always often usually never sometimes every each whenever normally typically generally rarely seldom ever".split()
)
#: to be so, to think so, to bring about: what happens of itself is no step
STATES: Final = frozenset(
    """be remain have need know mean depend see like want believe think feel understand seem appear cost contain include require
    matter exist endure suffer enjoy love hate deserve belong wait live lack own constitute involve equal represent stay prove
    amount cause affect hurt harm damage undermine weaken strengthen improve benefit help worsen lead result make become allow
    enable force indicate suggest reflect show say tell add argue happen occur lose gain grow cheer welcome hope fear worry find
    forgive notice rely count struggle cover serve boost ensure mark bring create range reduce fuel drive exacerbate hinder
    hamper deter encourage provoke spark trigger destroy kill die follow locate focus base situate consider regard use remember
    explain describe threaten jeopardise jeopardize endanger risk function generate feature house stretch comprise consist
    accommodate boast span measure resemble power save last""".split()
)
#: what happens of itself where it has no object
CHANGES: Final = frozenset(
    "rise fall increase decrease drop jump climb decline come take get change stand speak improve end expand shrink widen narrow".split()
)
#: of the states, those that are acts of one who speaks for himself: "we will raise the matter"
OWN_ACTS: Final = frozenset(
    """show add help make take come get bring create reduce raise save ensure include find tell say cover serve stay strengthen improve
    change allow speak stand increase encourage boost cut require force welcome""".split()
)
#: in the present tense with a day to come: "takes effect on July 1"
TIMED: Final = frozenset(
    """begin start open close end expire resume take leave arrive meet visit hold host face return depart fly travel launch
    kick convene reconvene sit enter come run go land play release vote elect hear appear address celebrate mark move retire
    step finish conclude reopen attend publish turn join sign lapse head restart
    commence debut premiere wrap gather assemble""".split()
)
#: in the present too, and nothing of a timetable else: "the hearing continues on May 3"
TIMED_BY_DATE: Final = frozenset(
    "continue follow rule decide choose pick receive welcome unveil inaugurate report present deliver mature tour set".split()
)
#: what something is till a day: "applications are open until June 15"
OPEN_TILL: Final = frozenset("open closed shut free valid available suspended force effect place".split())
EVENTS: Final = frozenset(
    """election elections summit meeting talks visit conference hearing trial session vote referendum poll polls deadline
    negotiations launch opening ceremony inauguration strike protest rally round game match tournament congress convention
    debate budget review release trip tour exercise exercises drill drills anniversary festival forum verdict ruling sentencing
    announcement outcome decision hearings march demonstration walkout vigil funeral runoff run-off ballot primary by-election
    polling auction sitting briefing assembly seminar workshop dialogue consultations construction voting campaign result results""".split()
)
#: whoever had meant to do this in the past has done it, or was stopped
CRIMES: Final = frozenset("kill murder assassinate shoot stab rape rob steal kidnap abduct attack behead poison".split())
ACTS: Final = frozenset(
    """release withdrawal resignation return resumption end halt ceasefire truce investigation inquiry probe talk talks dialogue restraint
    resolution implementation election elections vote referendum reform reforms boycott sanction sanctions action support assistance
    aid deployment removal suspension lifting restoration protection review dismissal arrest extradition apology compensation unity
    strike pause ban moratorium amnesty audit freeze cut increase rise veto recount pardon law bill inspection evacuation exchange
    clarification explanation sentence helicopter cooperation compromise solution reinstatement repeal abolition
    overhaul rethink shake-up crackdown rollback relief ouster takeover handover shutdown lockdown
    independence autonomy access creation establishment closure reopening debate hearing march rally walkout meeting summit""".split()
)
#: what somebody should have or show, and no act
QUALITIES: Final = frozenset(
    """commitment attention involvement engagement environment governance performance importance tolerance patience assurance attitude
    recognition consideration condition position situation nation population government unity restraint""".split()
)
#: endings of nouns that are made of verbs
DEVERBAL: Final = ("tion", "sion", "ment", "ance", "drawal")
#: what is done to an event that is not to be, or not on its day
ENDS: Final = frozenset("cancel scrap shelve abandon annul".split())
PUTS_OFF: Final = frozenset("postpone reschedule delay defer adjourn".split())
#: what has become of a plan that is not to be, or not on its day
OFF: Final = ENDS | PUTS_OFF
#: a subject that makes what is told of it untrue: "no talks", "few have said"
NOBODY: Final = frozenset("no nobody no-one none neither nothing few nor".split())
#: who is asked to come: "was summoned for Thursday"
SUMMONS: Final = frozenset("summon subpoena invite".split())
#: what happens once, so that a term may be counted from it: "within ten days of the signing"
ONCE: Final = frozenset("approval signing passing signature entry handover close start end".split())
OWN: Final = frozenset({"i", "we", "he", "she", "it", "they"})
RELATIVES: Final = frozenset({"which", "who", "that", "whom"})
#: people in general
HUMANS: Final = frozenset(
    """women men people children parents citizens youth couples everyone everybody anyone you one humans society those there some
    residents""".split()
)
#: "all entities must": whoever it may be
WHOEVER: Final = frozenset({"all", "every", "each", "any", "some"})
#: what nobody does as a step
COGNITION: Final = frozenset(
    "understand know realise realize believe think see feel consider remember recognise recognize learn note mention".split()
)
#: subjects of which nobody can say who they are
VAGUE: Final = frozenset("it this that there you one anyone everyone someone everything something anything those these what such".split())
SPEECH: Final = frozenset(
    """say tell add announce note state explain confirm declare warn insist promise pledge vow claim argue report write reveal stress
    reiterate indicate signal suggest agree decide tweet assure hint acknowledge admit mention inform predict estimate learn""".split()
)
