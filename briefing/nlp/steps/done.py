"""Leave out what is asked for in a text that says that it has been done: "urged the House to pass the bill. The House passed it"."""

from __future__ import annotations

from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import read_group
from briefing.nlp.syntax import Text

#: they are done again and again: that they were done says nothing of the next time
_REPEATED = frozenset("hold meet talk discuss say tell take make give have get do go come attend visit continue work call".split())
_Act = tuple[str, str]


def without_done(scene: Scene, steps: list[Step]) -> list[Step]:
    """Drop the demands without a day whose verb and object the text reports, in the past and not in anybody's mouth."""
    acts = _reported_acts(scene)
    return [s for s in steps if s.kind != "requested" or s.when is not None or not acts.intersection(_acts_of(scene.view, s))]


def _reported_acts(scene: Scene) -> set[_Act]:
    view = scene.view
    acts: set[_Act] = set()
    for verb in view.verbs(range(len(view.tokens))):
        if view.lemma(verb) in _REPEATED or scene.said(verb) is not None or scene.is_history(verb):
            continue
        group = read_group(view, verb)
        forms = {view.tokens[w].text.lower() for w in group.chain}
        if group.modal is not None or group.infinitive or group.negated:
            continue
        if view.tokens[verb].tag == "VBD" or (view.tokens[verb].tag == "VBN" and forms & {"has", "have", "was", "were"}):
            what = view.child(verb, ("nsubj:pass",)) if group.passive else view.child(verb, ("obj",))
            if what is not None and view.tokens[what].pos in ("NOUN", "PROPN"):
                acts.add((view.lemma(verb), view.lemma(what)))
    return acts


def _acts_of(view: Text, step: Step) -> set[_Act]:
    inside = set(view.words(step.what))
    verb = next((w for w in sorted(inside) if view.tokens[w].pos == "VERB"), None)
    if verb is None:
        return set()
    objects = [c for c in view.children[verb] if c in inside and view.tokens[c].relation in ("obj", "nsubj:pass")]
    return {(view.lemma(verb), view.lemma(c)) for c in objects}
