"""Learn lemma rules from the training treebanks: whole forms where no ending predicts the lemma, endings elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from briefing.nlp.words import LONGEST_ENDING, LemmaRule, Lemmas


def _rule(form: str, lemma: str) -> LemmaRule:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def learn(paths: list[Path]) -> Lemmas:
    """Read the forms, tags and lemmas of CoNLL-U files."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit() and not cells[4].startswith("NNP") and "Typo=Yes" not in cells[5]:
                seen[cells[4], cells[1].lower().replace("’", "'")][cells[2].lower().replace("’", "'")] += 1
    best = {key: counts.most_common(1)[0] for key, counts in seen.items()}
    votes: dict[str, Counter[LemmaRule]] = defaultdict(Counter)
    for (tag, form), (lemma, _) in best.items():
        rule = _rule(form, lemma)
        for size in range(min(LONGEST_ENDING, len(form)) + 1):
            votes[f"{tag} {form[len(form) - size :]}"][rule] += 1
    endings: dict[str, LemmaRule] = {}
    for key, counts in sorted(votes.items(), key=lambda item: len(item[0])):
        rule, count = counts.most_common(1)[0]
        tag, _, ending = key.partition(" ")
        shorter = next((endings[f"{tag} {ending[i:]}"] for i in range(1, len(ending) + 1) if f"{tag} {ending[i:]}" in endings), None)
        if rule != shorter and (count >= 2 or not ending):
            endings[key] = rule
    learned = Lemmas(forms={}, endings=endings)
    forms = {
        f"{tag} {form}": _rule(form, lemma)
        for (tag, form), (lemma, count) in best.items()
        if learned.of(form, tag) != lemma and count >= (1 if form.isalpha() or "'" in form else 3)
    }
    return Lemmas(forms=forms, endings=endings)
