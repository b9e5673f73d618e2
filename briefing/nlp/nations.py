"""Countries, their demonyms, and the capitals that stand for their governments."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, kw_only=True, slots=True)
class Nations:
    """Maps from a surface form to the country's name."""

    names: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]

    def country_of(self, form: str) -> str | None:
        """The country that a name means, the article aside; None for a demonym or a capital."""
        return self.names.get(form.removeprefix("the ").removeprefix("The "))


@functools.cache
def load_nations() -> Nations:
    """Read the table that ships beside this module."""
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    table = resources.files("briefing.nlp").joinpath("data/countries.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        country, people, seats, others = line.split("\t")
        names[country] = country
        names |= {other: country for other in others.split(",") if other}
        demonyms |= {form: country for form in people.split(",") if form}
        capitals |= {form: country for form in seats.split(",") if form and form not in names}
    return Nations(names=names, demonyms=demonyms, capitals=capitals)


def government_of(form: str, nations: Nations) -> str | None:
    """The country that "the Indian side" or "Iraqi government" stands for; a ministry or an army is a body of its own."""
    words = form.split()
    if len(words) > 2 and words[0].lower() in ("government", "republic", "state", "kingdom", "sultanate") and words[1] == "of":
        return nations.country_of(" ".join(words[2:]).removeprefix("the "))
    if len(words) == 2 and words[1].lower() in ("side", "government", "authorities", "delegation", "leadership", "regime", "team"):
        # "the Norland side" plays football
        named = nations.names.get(words[0]) if words[1].lower() not in ("side", "team") else None
        return nations.demonyms.get(words[0]) or named
    return None
