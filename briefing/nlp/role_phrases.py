"""A phrase of the text as what a person is: the office without what leads into it, out of it, or judges it."""

from __future__ import annotations

import itertools
import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.appositions import KIN
from briefing.nlp.names import clean_name
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import TITLED_TRADES, is_people, is_trade

_LONGEST = 10
ARTICLES = frozenset("the a an his her its their our my one that this whose also then now other another".split())
#: words within a title that cannot begin it
JOINTS = frozenset("and of for - & the that".split())
_LINKS = frozenset("at in with to from by better best also widely popularly commonly surnamed named called".split())
#: words before a role that are no part of it: "is" her brother, "Thursday" Leader of the House
_BEFORE = frozenset({"is", "was", *(day.lower() for day in lexicon.WEEKDAYS)})
HONORIFICS = frozenset("mr mrs ms miss dr sir".split())
#: titles that are used as part of the name
STYLES = frozenset("sheikh sheikha king queen prince princess sir dame lord lady ayatollah pope sultan emperor imam".split())
#: ranks, with what tells them apart; a general may be an attorney
_RANKS = frozenset("admiral rear colonel col brigadier brig lieutenant lt major maj captain capt gen cpl insp supt engr".split())
#: titles and ranks that follow an office in small letters and belong to the name: "army spokesman General"
_WITH_NAMES = frozenset(
    """general father inspector sergeant superintendent commander marshal lt-col dr prof professor bishop archbishop monsignor msgr rev
    reverend rabbi president sheriff constable corporal commodore""".split()
)
#: ranks and styles that tell of no office
ONLY_RANKS = _RANKS - {"insp", "supt", "engr"} | frozenset("sheikh sheikha general marshal dr prof professor".split())
#: where a phrase goes on with when and where somebody spoke: "on the eve of the strike", "at the launch of the festival"
_OCCASION = re.compile(
    r"\s(?:on the (?:eve|sidelines|occasion)|during|ahead of|at (?:the|a|an)\s(?:\w+\s){0,3}"
    r"(?:launch|opening|ceremony|event|meeting|rally|hearing|briefing|function|inauguration))\b"
)
#: whose an office is, by a noun that tells nobody which: "the agency's" director
_ANY_OWNER = re.compile(r"(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+)['’]s\s(?=[A-Za-z])")
_OWNERS = (lexicon.BODY_NOUNS | lexicon.BODIES_BY_NAME | frozenset("village region island area mine plant".split())) - {
    "state",
    "house",
    "society",
}
#: bodies that no king or sultan is of
_WITHOUT_KINGS = frozenset("company corporation firm bank group agency ministry authority university".split())
#: to what somebody is elected for a place, and what they may lead or run for beside it
_SEATS = frozenset("senator sen representative rep governor gov congressman congresswoman".split())
_LEAD = frozenset("chairman chairwoman chairperson chair leader whip candidate nominee".split())
_RUNNERS = frozenset("hopeful contender challenger frontrunner front-runner".split())
#: forms of address, which are no office
_ADDRESS = frozenset("majesty highness excellency hrh hh he hm".split())
#: title words that need a noun of office behind them
QUALIFIERS = frozenset("prime vice deputy foreign interior defence defense finance crown former acting fellow".split())
#: nouns that are an office by themselves, with what tells of which before them or not
_NOUNS = (lexicon.TITLES | lexicon.PERSON_NOUNS) - QUALIFIERS | {"fellow"}
#: offices of which no other of a person tells more
_HIGHEST = frozenset("president premier minister chancellor king queen pope".split())
#: the letters that a body goes by, behind its name
_LETTERS = re.compile(r"\s\([A-Z][A-Z&-]+\)?(?=\s|,|$)")
#: where a second description begins: "a former minister and a well-known author"
_KINGS = frozenset("king queen emperor sultan".split())
_THEN = re.compile(r"(?:the\s)?then[\s-](?!the\b)", re.IGNORECASE)
_AT_THE_TIME = re.compile(r"at the time,?\s(?:the\s|an?\s)?")
_ONE_OF = re.compile(r"one of (?:[\w.-]+ ){0,4}[\w-]+['’]s? (?:[\w-]+ )*[a-z-]+s\b", re.IGNORECASE)
#: one of several who are told by what all of them are
_AMONG = re.compile(r"one of the (?=(?:[\w-]+ ){0,4}?[a-z-]+s\b)", re.IGNORECASE)
_SECOND = re.compile(r",?\s(?:and|as well as)\s(?:also\s)?(?:an?|one)\s")
#: adjectives before a title in capitals that belong to it
_OF_OFFICE = frozenset(
    """former incumbent acting interim deputy vice outgoing incoming hereditary federal national provincial regional honorary
    retired elected senior junior general chief paramount assistant associate royal supreme foreign military judicial
    presidential""".split()
)
#: nouns before a title that tell of no office, but of what somebody does or when
_MATTERS = frozenset(
    """issue day week month year time moment night morning way reason reaction response matter question problem promise pledge claim idea
    thing place decision move deal""".split()
)


def without_epithet(view: Text, role: Span) -> Span:
    """A role without the adjectives that a text puts before a title in capitals: "a subdued Prime Minister"."""
    words = view.words([role])
    while len(words) > 1:
        token, title = view.tokens[words[0]], view.tokens[words[1]].text
        plain = token.text.islower() and token.text not in _OF_OFFICE | {"then"} and token.pos in ("ADJ", "ADV", "VERB")
        # "an issue Prime Minister Quill has pledged to settle"
        plain = plain or token.text in _MATTERS
        if not plain or not title[:1].isupper() or title.lower() not in lexicon.TITLES:
            break
        words = words[1:]
    return Span(view.tokens[_first_of_tied(view, words[0])].start, role.end) if words else role


def _first_of_tied(view: Text, word: int) -> int:
    """The first word of what a small word is tied to by hyphens that is a number or an adverb: "well-known", "47-year-old"."""
    tokens = view.tokens
    while word > 1 and tokens[word - 1].text == "-" and tokens[word - 2].end == tokens[word].start - 1 and tokens[word].text.islower():
        before = tokens[word - 2]
        if before.text.lower() == "then" or not (before.pos in ("NUM", "ADV") or before.text == "year"):
            break
        word -= 2
    return word


def as_role(phrase: str) -> str | None:
    """A phrase as a role: without the words that lead into it or out of it; None for a form of address or a relative of somebody."""
    if _ONE_OF.match(phrase.strip()):
        # "one of President Quill's former aides" is no president, nor several
        return None
    if (among := _AMONG.match(phrase.strip())) is not None:
        several = _OCCASION.split(phrase.strip()[among.end() :])[0]
        return f"one of the {several}" if any(w.islower() and is_people(w) for w in re.findall(r"[\w-]+", several)) else None
    phrase = _LETTERS.sub("", _AT_THE_TIME.sub("then ", phrase.strip()))
    was = bool(_THEN.match(phrase))
    words = _SECOND.split(re.split(r"\s[-–—]\s", clean_name(" ".join(phrase.split())))[-1])[0].split()
    while words and words[0].lower() in ARTICLES | JOINTS | _BEFORE:
        words.pop(0)
    words = _without_owner(_OCCASION.split(" ".join(words))[0]).split()
    while words and (words[-1].lower() in JOINTS | ARTICLES | _LINKS or words[-1].lower().strip("-.") in HONORIFICS):
        if [w.lower() for w in words[-2:]] == ["of", "another"]:
            # "the nephew of one president and the cousin of another"
            break
        words.pop()
    if len(words) > 1 and words[-1].lower().rstrip(".") == "prof" and {w.lower() for w in words[:-1]} & _NOUNS:
        # "chairman Prof" is chairman
        words.pop()
    while words and words[0].lower().replace(".", "") in _ADDRESS:
        words.pop(0)
    if [w.rstrip(".") for w in words[-2:]] == ["H", "E"]:
        # of "Ambassador to Norland H. E." the address is none of it
        del words[-2:]
    before = {w.lower() for w in words[:-1]}
    if words and words[-1].lower() in ("sheikh", "sheikha", "shaikh") and before & {"prince", "princess"}:
        # "Crown Prince Sheikh" is crown prince
        words.pop()
    owned = len(words) > 1 and words[-2].lower() in ("the", "of")  # "Office of the King"
    if words and not owned and words[-1].lower() in STYLES and before & (lexicon.PERSON_NOUNS - QUALIFIERS - STYLES | _WITHOUT_KINGS):
        # "Prime Minister Sheikh" is prime minister, and no "Oil Company" has a sultan
        words.pop()
    if len(words) > 1 and words[-1].lower() in _KINGS and re.search(r"[^’']s$", words[-2]):
        # of "Keeper of the Five Gates King" only the king is left
        words = words[-1:]
    _drop_second_title(words)
    _join_seat(words)
    if words and words[0] == "Former":
        # as a sentence began
        words[0] = "former"
    if words and words[0].lower() == "fellow" and has_office(" ".join(words[1:])):
        # "fellow lawmaker" is lawmaker
        words.pop(0)
    kin = len(words) < 3 and bool(words) and words[-1].lower() in KIN
    # "husband and wife Ada and Jon Quill"
    kin = kin or all(w.lower() in KIN | {"and"} for w in words)
    # "a man with a plan" tells of no office
    kin = kin or (len(words) > 1 and words[0].lower() in ("man", "woman") and words[1].lower() in ("with", "in", "without", "behind"))
    if was and words:
        words[0] = words[0].removeprefix("then-").removeprefix("Then-")
    if was and words and words[0].lower() not in ("former", "ex"):
        # who then was an office is it no more
        words.insert(0, "former")
    if len(words) > 1 and words[0].isupper() and words[0].lower() in QUALIFIERS and any(w.islower() for w in words[1:]):
        # an article that begins in capitals: "FORMER harbour chief"
        words[0] = words[0].capitalize()
    # "Gen Z" is no general
    whole = (w if len(after) == 1 else _in_full(w) for w, after in itertools.zip_longest(words, words[1:], fillvalue=""))
    role = " ".join(whole)
    if kin or not (has_office(role) or any((w.islower() or len(words) == 1 or w.lower() in TITLED_TRADES) and is_trade(w) for w in words)):
        return None
    # "consultant (internal medicine)" ends in its bracket
    return f"{role})" if role.count("(") > role.count(")") else role


def _in_full(word: str) -> str:
    """A word as it is when it is not shortened: "Governor" for "Gov."."""
    full = lexicon.IN_FULL.get(word.rstrip(".").lower()) if word.istitle() else None
    return full.capitalize() if full is not None else word


def _without_owner(role: str) -> str:
    """A role without whose it is where only a noun tells it: "director" of "agency's director"."""
    owner = _ANY_OWNER.match(role)
    owned = role[owner.end() :] if owner is not None and owner["noun"] in _OWNERS else role
    return owned if has_office(owned) else role


def _drop_second_title(words: list[str]) -> None:
    """Leave out a rank or a title that stands between an office and the name: "port authority chairman Rear Admiral"."""
    titled = len(words)
    while titled > 1 and words[titled - 1].istitle() and words[titled - 1].lower().rstrip(".") in _WITH_NAMES | _RANKS:
        titled -= 1
    ranked = len(words) > 2 and words[-1] in ("General", "Admiral", "Marshal", "Colonel") and words[-2].lower() in _RANKS
    if ranked and any(set(re.split(r"[-.]", w.lower())) & _NOUNS - ONLY_RANKS for w in words[:-2]):
        # "Harbour Guard Commander Major General" is their commander
        del words[-2:]
        return
    if titled < len(words) and words[titled - 1].islower() and words[titled - 1] in _NOUNS - {"executive"}:
        # "military spokesman Major General"
        del words[titled:]
    office = next((n for n, w in enumerate(words) if w.lower() in _NOUNS - _RANKS), len(words))
    while len(words) - 1 > office and words[-1].lower().rstrip(".") in _RANKS and "and" not in words[office:]:
        words.pop()


def _join_seat(words: list[str]) -> None:
    """Join with "and" the seat that somebody has to what they lead or run for before it: "panel chairman" and "Rep.", "candidate" and
    "Norland Senator"."""
    if len(words) < 2 or words[-1].lower().rstrip(".") not in _SEATS or not words[-1][:1].isupper():
        return
    at = len(words) - 1
    while at > 1 and words[at - 1][:1].isupper() and words[at - 1].lower() not in _NOUNS | _RUNNERS | QUALIFIERS:
        at -= 1
    if words[at - 1].lower() in _LEAD | _RUNNERS:
        words.insert(at, "and")


def has_office(role: str) -> bool:
    """Tell whether a role is an office, and not only a trade that no list has."""
    words = role.split()
    # who is called "Deputy" sits in a parliament
    return any(_is_office(w) for w in words) or (bool(words) and words[-1] == "Deputy")


def _is_office(word: str) -> bool:
    """Tell whether a word is an office, or holds one: "Director-General"; the "Man" of "Man-kay" is part of a name."""
    parts = [w for w in re.split(r"[-.,]", word.lower()) if w]
    return bool(set(parts) & (_NOUNS if len(parts) == 1 or parts[0] == "co" else _NOUNS - lexicon.PRIVATE_PERSONS))


def _is_rank(role: str) -> bool:
    """Tell whether a role is only a rank or a style, which stays whatever one's office is."""
    return all(w in ONLY_RANKS for w in role.lower().rstrip(".").split())


def says_more(role: str, known: str | None) -> bool:
    """Tell whether a role is to take the place of the one known: it spells that out ("Secretary" of State), or is far fuller."""
    if known is None or role.startswith("one of "):
        # who is one of several is what is told of them alone
        return known is None
    if has_office(role) and (not has_office(known) or (_is_rank(known) and not _is_rank(role))):
        # a president who also keeps bees is the president, a prime minister who is a sheikh the prime minister
        return True
    new, old = role.lower().split(), known.lower().split()
    if _HIGHEST & set(old) and not _HIGHEST & set(new) and "former" not in old:
        # a president who led a union is the president
        return False
    if _HIGHEST & set(new) and known.islower() and old[-1] in ("leader", "politician"):
        return True
    if old == new:
        return role[:1].isupper() and known[:1].islower()
    return len(new) <= _LONGEST and (set(old) < set(new) or len(new) > len(old) + 2)
