"""What somebody else is charged with in any clause of a content: what they did to others, failed to do, or are."""

from __future__ import annotations

from briefing.nlp import lexicon
from briefing.nlp.asserted import is_of_nobody, is_real, is_there
from briefing.nlp.coordination import is_thing
from briefing.nlp.entities import Entity
from briefing.nlp.sides import is_own
from briefing.nlp.syntax import Text

#: what one wrongs others by
_WRONGS = frozenset(
    """violate breach betray trample contravene flout defy infringe undermine sabotage disregard neglect ignore refuse fail
    discriminate bully harass intimidate victimize victimise sideline marginalize marginalise mistreat oppress persecute torture silence
    humiliate insult exploit plunder loot embezzle steal cheat lie mislead deceive collude conspire manipulate rig distort falsify conceal
    massacre abuse hinder obstruct interfere meddle politicize politicise scapegoat weaponize weaponise squander mismanage usurp
    incite instigate bribe extort blackmail smear slander vilify defame provoke disrupt disturb derail hijack deprive misuse waste
    brainwash fool dupe coerce fabricate forge stifle suppress gag muzzle belittle patronise patronize evade dodge abandon defraud
    renege backtrack misrepresent misinform misquote overstep monopolise monopolize polarise polarize foment stoke inflame jeopardise
    jeopardize endanger erode weaken ruin destroy devastate damage harm terrorise terrorize occupy invade colonise colonize
    pocket siphon misappropriate swindle snub""".split()
)
#: of these, what is done to somebody where nobody is named who did it
_SUFFERED = frozenset(
    """discriminate bully harass intimidate victimize victimise sideline marginalize marginalise mistreat oppress persecute betray deceive
    mislead cheat manipulate rig silence humiliate ignore neglect scapegoat politicize politicise abuse trample violate""".split()
)
#: what is owed, and not done by whom one charges
_OWED = frozenset(
    """respect protect address consult inform report disclose declare comply listen care communicate ensure recognise recognize
    guarantee honour honor provide prosecute punish investigate guard deliver explain invite acknowledge consider follow implement
    fulfil fulfill keep pay act help heed apologise apologize intervene monitor supervise maintain repair bother""".split()
)
#: names of wrongs
_NAMES = frozenset(
    """violation infringement discrimination harassment bullying intimidation victimisation victimization mistreatment oppression
    persecution mismanagement negligence incompetence inaction hypocrisy cowardice cruelty injustice betrayal aggression interference
    cover-up vendetta witch-hunt favouritism favoritism nepotism cronyism arrogance ineptitude impunity indifference
    scapegoating repression massacre genocide maladministration dereliction complicity duplicity deceit dishonesty malpractice
    misuse sabotage subjugation dispossession brutality savagery apartheid tyranny despotism profiteering collusion
    misconduct wrongdoing""".split()
)
#: what an owner is charged with: "the council's failure to", "their silence"
_FAILINGS = frozenset("failure inability refusal unwillingness negligence silence reluctance".split())
_OURS = frozenset({"our", "my"})
_LACKS = frozenset({"lack", "absence"})
#: what nobody lacks without blame
_LACKED = frozenset(
    """transparency accountability leadership will consultation respect commitment oversight understanding awareness care integrity
    concern professionalism responsibility willingness vision consideration action attention competence""".split()
)
#: what speaks ill of the deed or the doer that it is said of
_ILL = frozenset(
    """shameful reckless irresponsible cowardly hypocritical disgraceful dishonest incompetent cruel brutal barbaric inhumane heinous
    unlawful unjustified unwarranted unjust unfair corrupt racist discriminatory arbitrary oppressive negligent deplorable
    condescending deceitful fraudulent illegitimate outrageous scandalous despicable malicious vindictive defamatory absurd cynical
    sinister vile wicked inhuman tyrannical authoritarian repressive heavy-handed high-handed undemocratic
    unethical immoral unprofessional arrogant greedy selfish inept toothless insulting flawed rotten
    treacherous ruthless callous abusive predatory exploitative""".split()
)
_ILL_DONE = frozenset(
    """blatantly deliberately wrongly wrongfully unlawfully unfairly unjustly recklessly shamelessly shamefully brazenly
    flagrantly dishonestly arbitrarily brutally cruelly falsely""".split()
)
#: what one claims of others to charge them with it, beside what wrongs them by its name
_HARMS = frozenset(
    """beat kill attack assault shoot bomb burn rape steal rob seize confiscate evict expel banish force threaten deny withhold withdraw
    block ban arrest detain jail punish break accuse blame spy poison murder kidnap abduct demolish cover hide fire sack bribe
    pressure pressurise coerce lose""".split()
)
#: what one charges nobody with
_GOOD_DEEDS = frozenset(
    "save rescue help support protect praise thank invite reassure back welcome honour honor heal teach feed build create mend win".split()
)
_OTHERS = frozenset({"he", "she", "they", "you"})
#: who wrongs others without being a person or a body
SYSTEMS = frozenset("system process policy law".split())
#: who acts and is no holder of an office
_DOERS = frozenset(
    """worker driver trader smuggler protester protestor demonstrator rioter settler soldier employer developer landlord contractor
    dealer extremist terrorist militant attacker organiser organizer colonizer coloniser perpetrator gangster trafficker hunter miner
    logger poacher speculator motorist politician ngo""".split()
)


def charges_somebody(view: Text, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether any clause of a content lays a wrong at another's door."""
    return any(
        (_is_ill(view, w, words) and not _is_of_own(view, w, actors, quoted=quoted))
        or _is_failing(view, w, words, actors, quoted=quoted)
        or _is_deed(view, w, words, actors, quoted=quoted)
        for w in words
    )


def claims_of_others(view: Text, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether what is claimed is a deed of another, who is named or is a body: "that the police moved their guards to punish him";
    of whom is only called "he" or "she", a harmful one."""
    verb = view.main_verb(words)
    if verb is None or view.tokens[verb].pos != "VERB" or not is_real(view, verb, words):
        return False
    agent = view.child(verb, ("nsubj",))
    if agent is None or agent not in words or not _is_other(view, agent, actors, quoted=quoted):
        return False
    harmful = view.lemma(verb) in (_OWED if view.is_negated(verb) else _WRONGS | _HARMS)
    if harmful or view.low(agent) in ("he", "she", "you"):
        return harmful
    hedged = any(view.low(w) in ("allegedly", "reportedly") for w in words)
    return not hedged and view.lemma(verb) not in _GOOD_DEEDS


def _is_deed(view: Text, verb: int, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether a verb says what somebody else did or does, or left undone that is owed."""
    lemma = view.lemma(verb)
    if view.tokens[verb].pos != "VERB" or lemma not in (_OWED if view.is_negated(verb) else _WRONGS) or not is_real(view, verb, words):
        return False
    if is_of_nobody(view, verb):
        return False
    if view.child(verb, ("nsubj:pass", "aux:pass")) is not None:
        return lemma in _SUFFERED | _OWED
    agent = view.subject(verb)
    return agent is not None and agent in words and _is_other(view, agent, actors, quoted=quoted)


def _is_ill(view: Text, word: int, words: list[int]) -> bool:
    """Tell whether a word names a wrong, or speaks ill of what it is said of."""
    token, lemma = view.tokens[word], view.lemma(word)
    form = token.text.lower()
    if any(view.low(c) in _OURS for c in view.children[word] if view.tokens[c].relation == "nmod:poss"):
        return False
    named = (
        token.pos == "NOUN"
        and token.relation != "compound"
        and (lemma in _NAMES or (lemma in _LACKS and any(view.lemma(c) in _LACKED for c in view.children[word])))
    )
    return (named or (token.pos == "ADJ" and form in _ILL) or form in _ILL_DONE) and is_there(view, word, words)


def _is_of_own(view: Text, word: int, actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether somebody speaks ill of their own side: "I was arrogant", "she had wrongly accused them", not "I was wrongly accused"."""
    token = view.tokens[word]
    said = word if token.pos != "ADV" else token.head
    if token.pos != "ADV" and view.child(word, ("cop",)) is None and token.relation != "conj":
        return False
    subject = view.subject(said)
    if subject is None or view.tokens[subject].relation == "nsubj:pass":
        return False
    return is_self(view, subject, actors, quoted=quoted)


def is_self(view: Text, subject: int, actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether a subject stands for whom one speaks for: "she", "our party", not a noun alone, which may name any body of the kind."""
    token = view.tokens[subject]
    owned = token.pos in ("PRON", "PROPN") or view.child(subject, ("nmod:poss",)) is not None
    return token.text.lower() in lexicon.FIRST_PERSON or (owned and is_own(view, subject, actors, quoted=quoted))


def _is_failing(view: Text, word: int, words: list[int], actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether a noun names what somebody else leaves undone: "the council's failure to", "the silence of the unions"."""
    if view.lemma(word) not in _FAILINGS or view.tokens[word].pos != "NOUN":
        return False
    owners = [c for c in view.children[word] if view.tokens[c].relation == "nmod:poss"]
    owners += [
        c for c in view.children[word] if view.tokens[c].relation == "nmod" and any(view.lemma(g) in ("of", "by") for g in view.children[c])
    ]
    if not owners or not is_there(view, word, words):
        return False
    return view.low(owners[0]) in lexicon.POSSESSIVES or _is_other(view, owners[0], actors, quoted=quoted)


def _is_other(view: Text, agent: int, actors: tuple[Entity, ...], *, quoted: bool) -> bool:
    """Tell whether somebody acts who is not the one that speaks."""
    token = view.tokens[agent]
    form, lemma = token.text.lower(), view.lemma(agent)
    if form in lexicon.FIRST_PERSON or is_own(view, agent, actors, quoted=quoted):
        return False
    if form in _OTHERS or token.pos == "PROPN":
        return True
    return token.pos == "NOUN" and (not is_thing(view, agent) or lemma in SYSTEMS | _DOERS)
