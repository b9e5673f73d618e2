"""Which of today's stories earlier briefings told already, and what in them was not told yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.calendar_names import CALENDAR
from briefing.compose.corrections import corrects, is_notice, numbers_of, owns_error, sets_right
from briefing.compose.drafts import Draft, stable_id
from briefing.compose.endings import ended, endings
from briefing.compose.figures import NUMERALS, in_digits
from briefing.compose.gist import most_telling, standing
from briefing.compose.identity import called_words, identify
from briefing.compose.lookbacks import is_account, looks_back, tells_again
from briefing.compose.memory import KnownStory, Memory
from briefing.compose.mishaps import are_two_mishaps
from briefing.compose.polarity import Side, marked, turns
from briefing.compose.readings import Evidence, Reading, uncalled
from briefing.compose.repetitions import repetitions
from briefing.compose.roster import Entry, Roster
from briefing.compose.shelf import KIN, Match, Shelf, Sought, Told, in_one_word
from briefing.compose.swaps import read_words
from briefing.compose.terms import stem, terms_of
from briefing.models import BriefedStep, Change, Novelty, Span

_ACTORS = 8
#: shorter sentences tell nothing of what is new
_LEAST_TERMS = 4
#: but where no word of them was told
_LEAST_UNREAD = 2
#: a sentence is new where the nearest one of the story lacks so large a share of its words, and all of them together some
FRESH, _UNREAD = 0.3, 0.2
#: what looks back on a day that was told of is new only where so large a share of its words is
_UNREAD_OF_BEFORE = 0.5
#: an article is a reprint, whatever a late edition adds to it, where its sentences lack no more than this on the average
_REPRINT = 0.2
#: a sentence with so few other words is told again
_RETOLD = 0.1
#: so many of a story's sentences that set a figure right are told beside what else is new
_CORRECTIONS = 2
#: so many new words of a sentence that are in the headline are what the article was written for
_HEADLINED = 2
#: words that tell no two days of a story apart
_ANY_DAY = CALENDAR | frozenset(
    """today yesterday tomorrow week month year day morning evening night noon afternoon ago last next new now still according reporter
    journalist news told tell add never""".split()
)
#: words that make another thing of a sentence, though it has all others of one that was told before
_TURNS = frozenset(
    terms_of("moved postponed rescheduled delayed cancelled canceled scrapped withdrawn withdrew suspended abandoned dropped shelved")
)


class Sentence(NamedTuple):
    """A sentence of today."""

    reading: Reading
    span: Span


@dataclass(frozen=True, kw_only=True)
class StoryNews:
    """A story of today beside what is known of it. ``fresh`` are its sentences that were not told before; none in a new story,
    all of which is new."""

    id: str
    readings: list[Reading]
    known: KnownStory | None = None
    #: ids of remembered stories of the same affair
    kin: frozenset[str] = frozenset()
    novelty: Novelty = "new"
    fresh: tuple[Sentence, ...] = ()
    #: ids of the documents that tell again what was told
    reprints: frozenset[str] = frozenset()
    #: ids of the documents that show a change: of a position, or of a next step
    turned: frozenset[str] = frozenset()
    #: sentences that say which of several days stands
    settling: frozenset[Evidence] = frozenset()
    #: sentences, by document, that were told before in the same words
    retold: frozenset[tuple[str, Span]] = frozenset()

    @property
    def telling(self) -> list[Reading]:
        """The documents that are no reprints, or all where none is."""
        return [r for r in self.readings if r.document.id not in self.reprints] or self.readings

    @property
    def to_tell(self) -> list[tuple[Reading, Span]] | None:
        """The sentences that may be told; None where all may."""
        return [(s.reading, s.span) for s in self.fresh] if self.known is not None else None


def without_repeated(news: StoryNews, again: Sequence[Draft[BriefedStep]]) -> StoryNews:
    """A story in which the sentences that tell nothing but a step which is known with its day are no news: "the talks are on Friday"."""
    said = {(d.item.excerpt.document, s): sentence_terms(d.item.excerpt.text) for d in again for s in (d.evidence[0].span,)}
    fresh = tuple(s for s in news.fresh if not _is_all(s, said.get((s.reading.document.id, s.span))))
    return replace(news, fresh=fresh, novelty=news.novelty if fresh or not news.fresh else "known")


def _is_all(sentence: Sentence, said: frozenset[str] | None) -> bool:
    return said is not None and sentence_terms(sentence.reading.slice(sentence.span)) <= said


def developments(stories: Sequence[StoryNews], changes: Sequence[Draft[Change]]) -> list[Draft[Change]]:
    """What is new in each story that was told before, beside the sentence that it was first told with.

    A sentence that shows one of the other ``changes`` is not said again. A figure that is set right is told beside what else is new.
    """
    shown = {e for c in changes for e in c.evidence}
    found = []
    for news in stories:
        fresh = [s for s in news.fresh if s.reading.evidence((s.span,)) not in shown]
        if news.known is None or not fresh or news.known.lead is None:
            continue
        found += [_development(news, sentence) for sentence in _to_tell(news, fresh)]
    return found


def _to_tell(news: StoryNews, fresh: Sequence[Sentence]) -> list[Sentence]:
    """The most telling of a story's new sentences, a day that stands before all, and those that correct a figure."""
    settling = [s for s in fresh if s.reading.evidence((s.span,)) in news.settling]
    best = Sentence(*most_telling([(s.reading, s.span) for s in settling or fresh], news.turned))
    return [best, *_setting_right([s for s in fresh if s != best])]


def corrections(news: StoryNews) -> list[Draft[Change]]:
    """The figures that a story which was told before sets right, for a story of which else only a line is told."""
    return [_development(news, s) for s in _setting_right(news.fresh)] if news.known is not None and news.known.lead is not None else []


def _setting_right(fresh: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that correct a figure, first those that have one of their headline; of an article that does nothing else, one."""
    found = [s for s in fresh if corrects(s.reading.slice(s.span))]
    found.sort(key=lambda s: numbers_of(s.reading.slice(s.span)).isdisjoint(numbers_of(s.reading.document.title or "")))
    notices: dict[str, Sentence] = {}
    for s in found:
        if is_notice(s.reading.document.title or ""):
            notices.setdefault(s.reading.document.id, s)
    return [s for s in found if notices.get(s.reading.document.id, s) == s][:_CORRECTIONS]


def _development(news: StoryNews, sentence: Sentence) -> Draft[Change]:
    known, reading = news.known, sentence.reading
    assert known is not None
    assert known.lead is not None
    span = standing(reading, sentence.span)
    is_correction = corrects(reading.slice(sentence.span))
    before = known.lead if not is_correction or sets_right(known.lead.text, reading.slice(span), reading.document.title or "") else None
    published = reading.document.published
    # an older document that came in late says nothing of a day after its own
    in_order = published is None or known.first_reported <= published
    change = Change(
        kind="correction" if is_correction else "development",
        subject=known.headline,
        before=before,
        before_date=known.first_reported if before is not None and in_order else None,
        after=reading.excerpt((span,)),
        after_date=published,
        citations=(),
    )
    return Draft(item=change, evidence=(*(known.evidence if before is not None else ()), reading.evidence((span,))))


def sentence_terms(text: str) -> frozenset[str]:
    """The terms of a sentence by which it is known again on another day."""
    return terms_of(text) - _ANY_DAY


def told_terms(text: str) -> frozenset[str]:
    """The terms by which it is known whether a sentence was told: what it denies is another thing than what another one affirms, and
    what has ended another one than what is to end."""
    return marked(sentence_terms(in_digits(text)), text) | endings(text)


def recognise_stories(clusters: Sequence[list[Reading]], memory: Memory | None) -> list[StoryNews]:
    """Put each story of today beside the one that it continues; two that continue one are one if they are of one affair.

    Else the nearer has its id, and the other branches off.
    """
    sought = [_sought(cluster) for cluster in clusters]
    shelf = Shelf(memory.stories if memory is not None else (), sought)
    found = [shelf.find(story) for story in sought]
    heirs: dict[str, int] = {}
    joined: dict[int, list[Reading]] = {}
    for number in sorted(range(len(clusters)), key=lambda n: (-found[n].score, n)):
        story = found[number].story
        heir = heirs.setdefault(story.id, number) if story is not None else number
        if heir != number and not _are_others(sought[heir], sought[number]) and shelf.likeness(sought[heir], sought[number]) >= KIN:
            joined[heir] += clusters[number]
        else:
            joined[number] = list(clusters[number])
    named = set(heirs.values())
    return [_news(readings, found[number], is_heir=number in named) for number, readings in sorted(joined.items())]


def _are_others(one: Sought, other: Sought) -> bool:
    """Tell whether the documents of two stories of today are of two fires, crashes or the like."""
    return all(are_two_mishaps(a.mishap, b.mishap, a.every, b.every) for a in one.about for b in other.about)


def _sought(cluster: Sequence[Reading]) -> Sought:
    # who is called by two names is one thing that two stories share
    given = frozenset().union(*(uncalled(r) for r in cluster))
    return Sought(
        terms=frozenset().union(*(sentence_terms(r.slice(s)) for r in cluster for s in r.body)) - given,
        newest=max((r.document.published for r in cluster if r.document.published is not None), default=None),
        about=tuple(identify(r) for r in cluster),
    )


def _news(readings: list[Reading], match: Match, *, is_heir: bool) -> StoryNews:
    known, kin = match.story, frozenset(s.id for s in match.kin)
    own = stable_id("story", min(r.document.id for r in readings))
    if known is None:
        return StoryNews(id=own, readings=readings, kin=kin)
    lines = {r.document.id: [(s, told_terms(r.slice(s))) for s in r.body] for r in readings}
    every = frozenset().union(*(terms for sentences in lines.values() for _, terms in sentences))
    told = Told({s.id: s for s in (known, *match.kin)}.values(), every)
    side = Side.of(told.terms)
    fresh: list[Sentence] = []
    reprints: set[str] = set()
    retold: set[tuple[str, Span]] = set()
    for reading in readings:
        of_whom = called_words(reading) & told.terms
        again = repetitions(reading, lines[reading.document.id], told.terms, of_whom)
        again |= _regrets(reading)
        spans = [(s, terms) for s, terms in lines[reading.document.id] if s not in again and _is_telling(terms, told.terms, side)]
        behind = {s for s, _ in spans if looks_back(reading, s, known.last_seen)}
        is_told_over = is_account(reading, known.last_seen)
        is_again, headline = is_told_over or tells_again(reading.document.title or ""), terms_of(reading.document.title or "")
        turning = {
            span
            for span, terms in spans
            if not (is_again and span in behind)
            and (
                _tells_more(reading, span, terms - told.terms)
                or turns(terms, side)
                or (corrects(reading.slice(span)) and told.lacking(terms) > _RETOLD * len(terms))
            )
        }
        compared = [(span, core, told.lacking(in_one_word(core))) for span, terms in spans if (core := terms - of_whom - ended(terms))]
        retold |= {
            (reading.document.id, span) for span, terms, lacking in compared if span not in turning and lacking <= _RETOLD * len(terms)
        }
        if not turning and sum(lacking for *_, lacking in compared) <= _REPRINT * sum(len(terms) for _, terms, _ in compared):
            reprints.add(reading.document.id)
            continue
        for span, terms, lacking in compared:
            # what the headline says in a word that was not told is what the article is for, be it of yesterday
            is_headed = not is_again and not headline.isdisjoint(terms - told.terms)
            if is_told_over and span in behind:
                continue
            least = _UNREAD_OF_BEFORE if span in behind and not is_headed else _UNREAD
            if span in turning or (lacking >= FRESH * len(terms) and len(terms - told.terms) >= least * len(terms)):
                fresh.append(Sentence(reading, span))
    novelty: Novelty = "developing" if fresh else "known"
    return StoryNews(
        id=known.id if is_heir else own,
        readings=readings,
        known=known,
        kin=kin | {known.id},
        novelty=novelty,
        fresh=tuple(fresh),
        reprints=frozenset(reprints),
        retold=frozenset(retold),
    )


def _regrets(reading: Reading) -> frozenset[Span]:
    """The sentences of a correction that do not say what is right: that a report was wrong, that this is regretted."""
    if not is_notice(reading.document.title or "") or not any(corrects(reading.slice(s)) for s in reading.body):
        return frozenset()
    return frozenset(s for s in reading.body if owns_error(reading.slice(s)))


def _tells_more(reading: Reading, span: Span, unread: frozenset[str]) -> bool:
    """Tell whether the words of a sentence that were not told yet make another thing of it, few as they are: a move, what the headline
    says, what has ended, a new figure of the headline, or a new name with a new
    figure."""
    if _TURNS & unread or ended(unread) or len(unread & terms_of(reading.document.title or "")) >= _HEADLINED:
        return True
    headline = terms_of(reading.document.title or "")
    figures = {t for t in unread if t[0].isdigit() or (t in NUMERALS and t in headline)}
    if not figures or figures & headline:
        return bool(figures)
    return any(w.is_name and stem(w.text) in unread for w in read_words(reading.slice(span), reading.named))


def _is_telling(terms: frozenset[str], told: frozenset[str], side: Side) -> bool:
    return (
        len(terms) >= _LEAST_TERMS
        or turns(terms, side)
        or bool(ended(terms - told))
        or (len(terms) >= _LEAST_UNREAD and terms.isdisjoint(told))
    )


def main_actors(cluster: Sequence[Reading], roster: Roster) -> list[tuple[Entry, int]]:
    """The main actors of some documents, each with the number of them that it acts in, the commonest first."""
    counts: Counter[Entry] = Counter()
    for reading in cluster:
        found = [roster.find(reading.document.id, a.name) for a in reading.analysis.actors[:_ACTORS]]
        counts.update(list(dict.fromkeys(e for e in found if e is not None)))
    return counts.most_common(_ACTORS)
