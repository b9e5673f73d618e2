"""What speaks against a step: it is left open whether or how, it is long over, it hangs on a condition, it is idle.

A step that has a day is trusted more: of the reasons most count only against one that has none. Some rule a step out, for of what
they hit hardly any is one; the others are doubts, and a step in doubt has to weigh more than another (`weigh`).
"""

from __future__ import annotations

import re
from typing import Final

from briefing.nlp.steps import words
from briefing.nlp.steps.called_off import is_called_off
from briefing.nlp.steps.idle import idle_doubts, is_idle
from briefing.nlp.steps.left_open import is_left_open
from briefing.nlp.steps.long_ago import is_of_another_time
from briefing.nlp.steps.over import is_behind_what_is_told, is_told_as_over, was_to_be
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.reports import is_hoped
from briefing.nlp.steps.verbs import BE_PRESENT, finite_form, read_group, subject_of
from briefing.nlp.syntax import PRESENT, Text
from briefing.nlp.unsaid import lacks_signs

#: the doubt that no weight outweighs: on a condition, or nobody's act
IDLE: Final = "idle"
#: the doubt of all that an article on sport, shows or food announces
PASTIME: Final = "pastime"
#: its day is long over, and the text, which has no date, does not say in the present that it is ahead
LONG_OVER: Final = "long over"
#: they ask and count, and what they say will be is no act
_COUNTS: Final = frozenset("poll survey study forecast projection model simulation research".split())
#: what is said of it is in dispute: "hit back at claims that it would close"
_CLAIMS: Final = frozenset("claim allegation accusation rumour rumor speculation notion myth fear".split())
_GUESSES: Final = frozenset("rumour rumor speculation".split())
#: a condition right behind a clause: "will accept it “only if"
_ONLY_IF: Final = re.compile(
    r"[”\"’']?,? ?[“\"]?(?:only |but only )?(?:if|unless|provided|as long as|given (?:a|the) (?:chance|opportunity))\b"
)
#: a day of each year behind an act: "by May 3 of each year"
_YEARLY: Final = re.compile(r",? (?:of )?(?:each|every) year\b")
_IF: Final = frozenset({"if", "unless"})
#: among so many words a condition opens a sentence
_OPENS_IN: Final = 4
_SHALL: Final = frozenset({"will", "shall"})
#: what "it should be" or "must" only says to a reader
_REMINDS: Final = frozenset("note recall remember mention stress emphasize emphasise suffice".split())
_LEADS_TO: Final = frozenset("result lead mean cause pave heighten worsen exacerbate".split())
_REACHES: Final = 6
#: from so many characters on a text is a long read, or endless; its head is this share
_LONG_READ: Final = 5000
_ENDLESS: Final = 10000
_HEAD: Final = 1 / 3


def is_gone(scene: Scene, step: Step) -> bool:
    """Tell whether an act is undone, left open, only thought of, or of a time gone by."""
    view, act = scene.view, step.act
    if (
        _is_plotted(view, act)
        or _is_consequence(view, act)
        or _is_compared(view, act)
        or is_called_off(scene, step)
        or is_of_another_time(scene, step)
        or _is_yearly(view, step)
        or _only_reminds(view, act)
        or is_left_open(view, act)
        or _is_thought(view, act)
        or is_behind_what_is_told(view, act)
        or lacks_signs(view, act)
    ):
        return True
    return _is_counted_or_claimed(scene, act) or was_to_be(scene, step) or (step.when is None and is_told_as_over(scene, step))


def doubts_of(scene: Scene, step: Step) -> tuple[str, ...]:
    """What in the text makes a step doubtful, in a word or two each, most of it for those without a day; none for most."""
    named = (t for span in step.what for t in scene.times_in(span) if scene.is_of(t, step.act))
    if any(scene.is_long_over(t) for t in (*named, *((step.when,) if step.when is not None else ()))) and not _is_put_ahead(scene, step):
        return (LONG_OVER,)
    if _only_marks(scene, step.act):
        return (IDLE,)
    if step.when is not None:
        return ()
    passing = ("in passing",) if _is_in_passing(scene.view, step.act) else ()
    hoped = step.kind != "requested" and not read_group(scene.view, step.act).infinitive and is_hoped(scene, step.act)
    idle = (IDLE,) if hoped or _is_conditional(scene, step) or is_idle(scene.view, step) else ()
    return (*passing, *idle, *idle_doubts(scene.view, step))


def _is_put_ahead(scene: Scene, step: Step) -> bool:
    """Tell whether a text says in the present that something is to be on a day with its year, however long that is over: "will be held
    on May 3, 2010", "is scheduled to open in 2010"; not "agreed to build it in 2010", nor "wants to mend what was built in 2010"."""
    if step.when is None or step.when.anchor is not None or not scene.is_of(step.when, step.act):
        return False
    group = read_group(scene.view, step.act)
    if group.modal is not None or group.be_to is not None:
        return group.modal in _SHALL or group.be_to in BE_PRESENT
    if group.infinitive and (group.governor is None or scene.view.lemma(group.governor) not in words.DUE | words.EXPECT):
        return False
    return finite_form(scene.view, step.act if group.governor is None else group.governor) in PRESENT


def _only_marks(scene: Scene, act: int) -> bool:
    """Tell whether a day is only so long after something: "Friday will mark a year since the flood", "the anniversary falls on May 3"."""
    subject = subject_of(scene.view, act)
    if subject is not None and scene.view.lemma(subject) in ("anniversary", "birthday") and scene.view.lemma(act) in ("fall", "be", "come"):
        return True
    return scene.view.lemma(act) == "mark" and subject is not None and scene.is_time(subject)


def _is_plotted(view: Text, act: int) -> bool:
    """Tell whether it is the crime that somebody once had in mind: "he planned to kill the minister, investigators said"."""
    governor = read_group(view, act).governor if view.lemma(act) in words.CRIMES else None
    meant = words.INTEND | words.MADE_UP | words.WISH | words.INTENT_NOUNS | {"try", "plot"}
    return governor is not None and view.lemma(governor) in meant and finite_form(view, governor) == "VBD"


def _is_compared(view: Text, act: int) -> bool:
    """Tell whether it only says who or what is likelier than others: "was the figure most likely to win"."""
    group = read_group(view, act)
    likely = view.tokens[max(0, group.first - 2) : group.first]
    return group.infinitive and len(likely) == 2 and likely[0].text.lower() in ("most", "least") and likely[1].pos == "ADJ"


def _only_reminds(view: Text, act: int) -> bool:
    """Tell whether a text only tells its reader something: "it should be noted that", "it should suffice to recall"."""
    group, subject = read_group(view, act), subject_of(view, act)
    if group.modal is None or subject is None or view.low(subject) != "it":
        return False
    return view.lemma(act) in _REMINDS and (group.passive or view.lemma(act) == "suffice")


def _is_consequence(view: Text, act: int) -> bool:
    """Tell whether it is what all that a sentence says will lead to: "heavy rain is coming, which will result in floods"."""
    subject = subject_of(view, act)
    if subject is None or view.lemma(act) not in _LEADS_TO or view.tokens[act].relation != "acl:relcl":
        return False
    return view.low(subject) == "which" and view.tokens[subject - 1].text == ","


def _is_in_passing(view: Text, act: int) -> bool:
    """Tell whether a long read says it on its way: features, interviews and analyses announce little, and that at their head."""
    at, size = view.tokens[act].start, len(view.text)
    return size > _ENDLESS or (size > _LONG_READ and at > size * _HEAD)


def _is_yearly(view: Text, step: Step) -> bool:
    """Tell whether it is a duty of each year: "must report by May 3 of each year"."""
    return _YEARLY.match(view.text, step.main.end) is not None


def _is_thought(view: Text, act: int) -> bool:
    """Tell whether it is what somebody only thought: "thought he would die"."""
    at = act
    for _ in range(_REACHES):
        if view.lemma(at) in ("recall", "remember", "reminisce") and at != act:
            return True  # "recalls that her group wanted him to apologise"
        if view.tokens[at].head == at:
            break
        at = view.tokens[at].head
    return view.tokens[act].relation == "ccomp" and view.lemma(view.tokens[act].head) in ("think", "imagine", "dream", "suppose", "assume")


def _is_counted_or_claimed(scene: Scene, act: int) -> bool:
    """Tell whether a poll says so, or a claim that another answers: "the survey suggested that she would win"."""
    view, said, token = scene.view, scene.said(act), scene.view.tokens[act]
    counter = view.head_of(view.words(said.source)) if said is not None and said.source else None
    if counter is not None and view.lemma(counter) in _COUNTS and view.tokens[counter].pos != "PROPN":
        return True
    subject = subject_of(view, token.head) if token.relation == "ccomp" else None
    if subject is not None and view.lemma(subject) in _COUNTS:
        return True
    if view.tokens[token.head].pos == "ADJ" and token.head < act and token.relation in ("ccomp", "acl:relcl"):
        guess = view.subject(token.head)
        if guess is not None and view.lemma(guess) in _GUESSES:
            return True  # "speculation is rife that she will call a vote"
    if token.relation == "conj":
        token = view.tokens[token.head]  # "claims that it would close a plant and move"
    claim = {view.lemma(token.head), view.low(token.head).removesuffix("s")}
    claimed = token.relation in ("acl", "ccomp") and view.tokens[token.head].pos == "NOUN" and bool(claim & _CLAIMS)
    return claimed and token.tag == "VB" and read_group(view, act).modal is not None


def _is_conditional(scene: Scene, step: Step) -> bool:
    view = scene.view
    end = step.what[-1].end
    sentence = view.sentences[view.tokens[step.act].sentence]
    first = view.sentence_words[view.tokens[step.act].sentence][:_OPENS_IN]
    opens = next((n for n, w in enumerate(first) if view.low(w) in _IF), None)
    # "But if the tax passes, the port will close"; "even if it rains" sets no condition
    if opens is not None and not any(view.tokens[w].pos in ("VERB", "AUX") or view.low(w) == "even" for w in first[:opens]):
        return True
    inside = [view.low(w) for w in view.words(step.what)]
    return step.kind != "requested" and (bool(_IF.intersection(inside)) or bool(_ONLY_IF.match(view.text, end, max(end, sentence.end))))
