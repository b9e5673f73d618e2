"""Steps that nobody acts on: goals, echoes, what is asked of everybody or by a rule, the fixtures of sport and shows."""

from __future__ import annotations

import itertools
from collections.abc import Set as AbstractSet
from typing import Final

from briefing.nlp.steps import words
from briefing.nlp.steps.record import Step, can_act
from briefing.nlp.steps.verbs import is_event, is_human, read_group, subject_of
from briefing.nlp.syntax import Text

#: the doubt of what a thing will be like
OF_A_THING: Final = "of a thing"
#: "made sure that", "ensures that", "meaning that", "optimistic that": what follows of itself, or is hoped
_FOLLOWS: Final = frozenset(
    """sure certain ensure mean imply optimistic confident hopeful convinced fear worry concern risk possibility likelihood suspicion
    danger prospect scenario""".split()
)
_PERHAPS: Final = frozenset({"probably", "perhaps", "maybe", "possibly", "likely", "hopefully", "presumably", "eventually", "otherwise"})
_LIGHT: Final = frozenset({"pay", "put", "make", "give", "build"})
_SAYS: Final = frozenset("say tell claim argue explain warn insist suggest".split())
_REASONS: Final = frozenset({"because", "as", "since", "although", "though"})
_MAY_BE: Final = (" because", "likely that", "possible that", "probable that", "conceivable that")
_NO_WISH: Final = words.NOTHING_DONE | {"house", "feature", "serve"}
_NOT_DONE: Final = frozenset({"refusal", "failure", "inability", "reluctance", "right", "ability", "chance", "opportunity"})
_GO_ON: Final = frozenset({"continue", "seek", "try", "strive", "begin", "start", "help", "work"})
#: whoever has the power to tell many what to do
_ORDERS: Final = frozenset({"order", "instruct", "direct"})
_TELLS: Final = frozenset("tell advise ask invite order send instruct beg remind warn".split())
_OBJECTS: Final = frozenset({"obj", "iobj", "nsubj", "obl"})
_QUALIFIES: Final = frozenset({"det", "det:predet", "nmod:poss", "amod", "nmod", "acl:relcl", "compound"})
#: words of pastimes of this weight, and of such a weight to a word of the article, make it one about them
_FEWEST: Final = 11
_SHARE: Final = 0.026


def is_pastime(view: Text) -> bool:
    """Tell whether an article is about sport, shows or food: nobody's agenda hangs on what it announces."""
    found = [view.lemma(w) for w in view.with_lemma(words.PASTIME)]
    loose = len(view.with_lemma(words.PLAY))
    weight = 2 * len(found) + loose
    return weight >= _FEWEST and weight >= _SHARE * len(view.tokens) and (len(set(found)) > 1 or loose > len(found))


def is_idle(view: Text, step: Step) -> bool:
    """Tell whether a step without a day is nobody's act, or nobody's but the speaker's own."""
    if _is_asked_or_awaited(view, step):
        return _asks_everybody(view, step) or (step.cue is not None and _is_no_asking(view, step.cue, step.act))
    return (
        _is_for_history(view, step)
        or _only_echoes(view, step)
        or _only_follows(view, step)
        or _is_private(view, step)
        or _only_describes(view, step)
    )


def idle_doubts(view: Text, step: Step) -> tuple[str, ...]:
    """What makes a step without a day look like nobody's act, in a word or two each."""
    if _is_asked_or_awaited(view, step):
        return ("no act",) if _asks_for_no_act(view, step) else ()
    found = {"goal": _is_goal(view, step), OF_A_THING: _is_of_a_thing(view, step)}
    return tuple(name for name, holds in found.items() if holds)


def _is_asked_or_awaited(view: Text, step: Step) -> bool:
    return step.kind == "requested" or _cue_is(view, step, {"expect"})


def _is_goal(view: Text, step: Step) -> bool:
    """Tell whether the act is an improvement rather than a deed: "to bolster trade"; what two agree to is their step."""
    act = step.act
    if view.lemma(act) in ("try", "work"):
        return True
    if view.lemma(act) in _GO_ON:  # "will continue to invest"
        act = next((c for c in view.children[act] if c > act and (view.tokens[c].relation == "xcomp" or c == act + 1)), act)
        if act != step.act and view.lemma(act) in words.STATES | words.CHANGES | {"work", "reach", "engage"}:
            return True  # "will continue to stand by them"
    return view.lemma(act) in words.GOALS | words.COGNITION and not _cue_is(view, step, {"agree", "agreement"})


def _only_follows(view: Text, step: Step) -> bool:
    """Tell whether it follows of itself, may be so, or is a rule: "made sure that it will", "on anyone who"."""
    if any(view.low(c) in _PERHAPS for c in view.children[step.act]):
        return True
    if any(view.low(c) == "already" and view.low(c - 1) == "will" for c in view.children[step.act] if c):
        return True  # "the bank will already have their details"
    if view.text[: step.what[0].start].rstrip().endswith(_MAY_BE):
        return True
    token, head = view.tokens[step.act], view.tokens[step.act].head
    if view.lemma(step.act) in _SAYS:
        return True
    if token.relation == "advcl" and any(view.tokens[c].relation == "mark" and view.low(c) in _REASONS for c in view.children[step.act]):
        return True  # "cannot leave because he will go to jail"
    before = range(view.sentence_words[token.sentence].start, step.act)
    if any(view.low(w) == "me" and view.tokens[w].relation in ("obj", "iobj") for w in before):
        return True  # "he told me he will get it"
    if token.relation in ("ccomp", "xcomp", "advcl", "acl") and view.lemma(head) in _FOLLOWS:
        return True
    if token.relation in ("ccomp", "csubj") and view.tokens[head].pos == "ADJ":
        return True  # "faithful that they will"
    low = [view.low(w) for w in view.words(step.what)]
    return any(a in ("anyone", "anybody") and b == "who" for a, b in itertools.pairwise(low))


def _only_describes(view: Text, step: Step) -> bool:
    """Tell whether a clause says more of something not named: "a cabinet which will only look after itself"."""
    token = view.tokens[step.act]
    if token.relation != "acl:relcl":
        return False
    return any(view.low(c) in ("a", "an", "any", "no") for c in view.children[token.head])


def _is_of_a_thing(view: Text, step: Step) -> bool:
    """Tell whether it is what a thing will be like: "the dam is expected to provide power"; that a work begins is a step."""
    subject = subject_of(view, step.act)
    if subject is None or view.tokens[subject].pos != "NOUN" or read_group(view, step.act).passive or view.lemma(step.act) in words.TIMED:
        return False
    return not can_act(view, subject) and not is_event(view, subject)


def _is_private(view: Text, step: Step) -> bool:
    """Tell whether somebody without an office says what he has in mind: "I plan to buy a piece of land"."""
    subject = subject_of(view, step.act)
    if subject is None or not _cue_is(view, step, words.WISH | words.INTEND | words.MADE_UP):
        return False
    low = view.low(subject)
    in_office = bool(step.who) and all(e.kind != "person" or e.role is not None for e in step.who)
    if _cue_is(view, step, {"want"}) and low != "who" and not read_group(view, step.act).passive and not in_office:
        return True
    if view.lemma(subject) in words.FAMILY:
        return True
    if low in ("i", "we", "he", "she", "they") and _cue_is(view, step, words.WISH) and not (in_office and low in ("he", "she")):
        return True  # "we want to do things differently"
    return low in ("i", "we") and bool(step.who) and all(e.kind == "person" and e.role is None for e in step.who)


def _is_for_history(view: Text, step: Step) -> bool:
    """Tell whether it is how somebody will be thought of: "will go down in history as"."""
    return view.lemma(step.act) == "go" and view.text[view.tokens[step.act].end :].lstrip().lower().startswith("down in ")


def _only_echoes(view: Text, step: Step) -> bool:
    """Tell whether what is done is named before: "we will celebrate it", "to do all they could"."""
    obj = view.child(step.act, ("obj",))
    if obj is None:
        return False
    if view.lemma(step.act) in _LIGHT and view.lemma(obj) in words.LIGHT:
        return True
    if view.lemma(step.act) == "turn" and view.tokens[obj].pos == "NUM":
        return True  # "will turn 10 in August"
    if view.lemma(step.act) == "take" and view.lemma(obj) in ("advantage", "opportunity", "pride", "heart"):
        return True  # "plans to take advantage of it"
    low = view.low(obj)
    if low == "me":
        return True  # "it will push me"
    if view.lemma(step.act) == "try":
        return low == "best"
    if view.lemma(step.act) == "do":
        return low in ("all", "everything", "best", "utmost", "more", "anything", "whatever")
    return low in ("it", "this", "that") and view.tokens[obj].end >= step.what[-1].end


def _asks_for_no_act(view: Text, step: Step) -> bool:
    """Tell whether what is asked is how to be: "to focus on quality", "to take care", "to respect the treaty"."""
    lemma, obj = view.lemma(step.act), view.child(step.act, ("obj",))
    if lemma in words.HOLD_OUT or (lemma in ("take", "keep") and obj is not None and view.lemma(obj) in words.CARE):
        return True
    if lemma in _LIGHT and obj is not None and view.lemma(obj) in words.LIGHT:
        return True
    if lemma == "do" and obj is not None and view.lemma(obj) in ("thing", "same", "part", "job", "best", "everything", "more"):
        return True
    if lemma in _NO_WISH and _cue_is(view, step, {"want", "like", "wish"}):
        return True  # "wanted his country to house the museum"
    idle = words.GOALS | words.KEEP_TO
    if lemma in idle and all(view.lemma(c) in idle for c in view.children[step.act] if _is_joined(view, c)):
        return True
    group = read_group(view, step.act)
    subject = subject_of(view, step.act)
    one = subject is not None and view.tokens[subject].pos == "PRON"
    if group.modal is not None and (one or _is_of_a_thing(view, step)):
        return True  # "actions must come from all sides", "she must name them"
    return group.infinitive and group.governor is not None and view.lemma(group.governor) in _NOT_DONE  # "the refusal to"


def _is_joined(view: Text, word: int) -> bool:
    return view.tokens[word].relation == "conj" and view.child(word, ("nsubj",)) is None


def _asks_everybody(view: Text, step: Step) -> bool:
    if step.cue is None or view.lemma(step.act) in words.TAKE_PART or _is_ordered(view, step.cue):
        return False
    return any(_is_everybody(view, w) for w in range(step.cue + 1, step.act))


def _is_ordered(view: Text, cue: int) -> bool:
    """Tell whether a body tells many what to do: "the central bank instructed companies to", and no rule."""
    asker = subject_of(view, cue)
    return view.lemma(cue) in _ORDERS and asker is not None and asker < cue and can_act(view, asker) and not read_group(view, cue).passive


def _is_everybody(view: Text, word: int) -> bool:
    """Tell whether a noun is people in general, with nothing but "the" or "all" before it: "urged the public to"."""
    token = view.tokens[word]
    if token.tag == "NNPS" and not view.children[word] and token.relation != "conj":
        return True  # "urged Norlanders to"
    if is_human(view, word):
        return True
    own = [c for c in view.children[word] if view.tokens[c].relation in _QUALIFIES]
    if token.text.lower() == "members" and any(view.lemma(c) in ("public", "community", "society", "staff", "club") for c in own):
        return True
    kinds = all(view.tokens[c].relation in ("amod", "compound") and view.tokens[c].text.islower() for c in own)
    if token.tag == "NNS" and token.relation in _OBJECTS and kinds and can_act(view, word) and view.lemma(word) not in words.OFFICIALS:
        return True  # "called on writers to"
    bare = all(view.low(c) in ("the", "all", "their", "his", "her") for c in own)
    return bare and token.text.lower() in words.HUMANS | words.PUBLIC


def _is_no_asking(view: Text, cue: int, act: int) -> bool:
    """Tell whether a rule asks, or nobody is asked: "the plan calls for", "is lobbying to block it", "he told them to wait"."""
    lemma, group, asker = view.lemma(cue), read_group(view, cue), subject_of(view, cue)
    if lemma == "encourage" or (lemma == "lobby" and view.child(cue, ("obj",)) is None):
        return True
    if asker is not None and group.passive and view.low(asker) in ("i", "we"):
        return True  # "we have been invited to attend"
    if asker is not None and not group.passive and view.tokens[asker].pos == "NOUN" and view.lemma(asker) in words.RULES:
        return True
    if asker is not None and group.passive and _is_everybody(view, asker):
        return True  # "the public is advised"
    whom = [w for w in range(cue + 1, act) if view.tokens[w].pos == "PRON" and view.tokens[w].relation in _OBJECTS]
    return bool(whom) and lemma in _TELLS and view.tokens[cue].tag in ("VBD", "VBG")


def _cue_is(view: Text, step: Step, lemmas: AbstractSet[str]) -> bool:
    return step.cue is not None and view.lemma(step.cue) in lemmas
