"""Who holds an office that stands without a name: "the prime minister", "Norland's foreign minister", "the union's president"."""

from __future__ import annotations

from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.holders_ahead import SOON, give_fuller, introduced_next, is_named_behind, is_told_long_before, soon_named
from briefing.nlp.implied_holders import by_elimination, by_title, spelled_out, who_sits, who_was
from briefing.nlp.names import fold
from briefing.nlp.nominals import call, is_anybody, known_nominal, nominal, unbroken
from briefing.nlp.office_words import THE_OFFICE, held_by, office_told
from briefing.nlp.same_office import TO_COME, may_hold, words_of_body
from briefing.nlp.syntax import Text
from briefing.nlp.trades import CLASSES, called_by_past, called_by_trade

_INDEFINITE = frozenset({"a", "an", "another", "any", "some"})
#: what ends a sentence that is no headline
_STOPS = frozenset(".!?”\"'’:")


def office_meant(anaphora: Anaphora, head: int, words: list[int], speaker: list[Entity]) -> list[Entity]:
    """The person who holds an office, else the office itself; nobody where it is anybody ("a minister")."""
    view = anaphora.view
    # "another candidate" is none that was named
    other = view.low(words[0]) in ("another", "one")
    holder = None if other else _holder(anaphora, head, words, speaker=speaker) or who_sits(anaphora, head, words)
    if holder is None and not other:
        holder = who_was(anaphora, head, words)
    if holder is None and not other:
        holder = by_title(anaphora, head, words)
    if holder is None and anaphora.view.lemma(head) in CLASSES:
        holder = next(iter(called_by_trade(anaphora, head)), None)
    if holder is None and not other:
        holder = next(iter(called_by_past(anaphora, head)), None)
    if holder is None and (spelled := spelled_out(anaphora, head)) is not None:
        call(view, spelled, [head])
        return [spelled]
    if holder is None:
        known = (
            known_nominal(view, anaphora.roster, head, words)
            if is_anybody(view, head, words)
            else nominal(view, anaphora.roster, head, words, "person")
        )
        return [known] if known is not None else []
    start = view.tokens[words[0]].start
    bodies = [e for s, e in anaphora.roster.at(start, view.tokens[words[-1]].end) if e.kind == "organization" and not e.nominal]
    if holder.affiliation is None and bodies and " of " not in (holder.role or ""):
        # "The union's president, Jon Hale ... The NUD president said"
        holder.affiliation = bodies[0].name
    wanted = office_told(view, words)
    ahead = introduced_next(anaphora, head, wanted) == [holder]
    form = call(view, holder, words)
    if ahead:
        give_fuller(holder, form)
    if view.lemma(head) != "counterpart":
        holder.role = holder.role or form
    return [holder]


def holder_of(anaphora: Anaphora, head: int, words: list[int]) -> Entity | None:
    """The person with a name who is called by "the" office alone where they say nothing; None for anybody, and where the text has told
    since of one who may have it too."""
    view = anaphora.view
    told = [w for w in words if w <= head and view.tokens[w].pos != "PUNCT"]
    if view.tokens[min(head + 1, len(view.tokens) - 1)].pos == "PROPN":
        return None
    if len(told) < len(words) or view.tokens[told[0]].pos == "PROPN":
        # "the governor of Tarn has fled. The governor, Ada Quill,"
        wanted = office_told(view, words)
        if view.low(words[0]) not in _INDEFINITE and (ahead := introduced_next(anaphora, head, wanted)):
            own = [w for w in words if view.low(w) != "the" or w > head]
            give_fuller(ahead[0], view.slice(view.span_of(unbroken(view, own))))
            return ahead[0]
    opens = view.tokens[told[0]].sentence == 0 and told[0] == 0 and view.text[view.sentences[0].end - 1] not in _STOPS
    if not opens and (len(told) < THE_OFFICE or view.low(told[0]) != "the"):
        return None
    holder = _holder(anaphora, head, words, speaker=[])
    if holder is not None and (is_named_behind(view, holder, words) or (opens and view.sentence_at(min(holder.spans).start) <= SOON)):
        return holder
    if holder is None or not any(s.start < view.tokens[head].start for s in holder.spans):
        return None
    since = max(s.end for s in holder.spans if s.start < view.tokens[head].start)
    again = any(since < view.tokens[w].start < view.tokens[told[0]].start for w in view.with_lemma({view.lemma(head)}))
    places = any(m.kind == "place" and since < m.span.start < view.tokens[head].start for m in view.annotation.mentions)
    # what it is of stands in their office: where it is named since tells nothing
    sure = len(told) > THE_OFFICE and office_told(view, told).words <= held_by(holder, view.nations).words
    return holder if sure or not (again or places) else None


def _holder(anaphora: Anaphora, head: int, words: list[int], *, speaker: list[Entity]) -> Entity | None:
    """The person named with this office: the last before it, else the only one behind it; None where it may be somebody else."""
    view = anaphora.view
    wanted = office_told(view, words)
    offset = view.tokens[head].start
    anybody = view.low(words[0]) in _INDEFINITE or (words[0] > 0 and view.low(words[0] - 1) in _INDEFINITE)
    if anybody and wanted.words & TO_COME:
        return None
    gender = _gender_behind(view, head)
    letters = {fold(t) for w in words if (t := view.tokens[w].text).isupper() and len(t) > 1}
    best: tuple[bool, int, int, bool] | None = None
    fit: list[Entity] = []
    later: list[Entity] = []
    for entity in anaphora.roster.entities:
        if entity.kind != "person" or entity.nominal or not entity.role or not may_hold(anaphora, head, words, wanted, entity):
            continue
        if gender is not None and entity.gender not in (None, gender):
            continue
        held = held_by(entity, view.nations)
        if not wanted.countries and held.countries and is_told_long_before(view, head, entity):
            continue
        before = max((s.start for s in entity.spans if s.start < offset), default=-1)
        if before < 0:
            later.append(entity)
            continue
        if anybody and any(e is entity and s.start < offset for s, e in anaphora.order):
            # "a judge" is none who was named before
            continue
        # "The TSP president" is first of all who presides over what the letters mean
        of_letters = entity.affiliation is not None and bool(letters & words_of_body(anaphora, entity.affiliation))
        rank = (of_letters, len(wanted.countries & held.countries), len(wanted.words & held.words), wanted.words == held.words)
        if best is None or rank > best:
            best, fit = rank, []
        fit += [entity] if rank == best else []
    if fit:
        last = anaphora.named_last(fit, offset)
        return last if wanted.countries else _at_home(anaphora, fit, last, offset)
    if not later and not anybody:
        later = introduced_next(anaphora, head, wanted)
    return later[0] if len(later) == 1 else soon_named(view, head, later) or by_elimination(anaphora, head, words, speaker)


def _at_home(anaphora: Anaphora, fit: list[Entity], last: Entity | None, offset: int) -> Entity | None:
    """Of two presidents the one of whom the text need not tell of which land, unless it was just about the other: "wrote to the US
    president, he said. The president added"."""
    view, here = anaphora.view, anaphora.view.sentence_at(offset)
    ours = [e for e in fit if not held_by(e, view.nations).countries]
    if last is None or last in ours or len(ours) != 1:
        return last
    about = any(s.start < offset and here - view.sentence_at(s.start) <= 1 and anaphora.is_subject(s) for s in last.spans)
    spoke = next((who for at, who in reversed(anaphora.spoke) if at < offset), [])
    return last if about or last in spoke else ours[0]


def _gender_behind(view: Text, head: int) -> str | None:
    """The gender of the pronouns behind an office in its sentence, where nobody else is named there: "the minister said his party"."""
    behind = [w for w in view.sentence_words[view.tokens[head].sentence] if w > head]
    if any(view.tokens[w].pos == "PROPN" for w in behind[: next((n for n, w in enumerate(behind) if _gender_of(view, w)), 0)]):
        return None
    return next((g for w in behind if (g := _gender_of(view, w))), None)


def _gender_of(view: Text, word: int) -> str | None:
    low = view.low(word)
    return "he" if low in ("he", "his") else "she" if low == "she" or (low == "her" and view.tokens[word].tag == "PRP$") else None
