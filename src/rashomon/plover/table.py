"""The tables that say who an actor is: `actors.txt`, and one of your own in the same form in its place or before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rashomon.countries import countries
from rashomon.errors import ReadError
from rashomon.plover.ontology import Party

TABLE = Path(__file__).with_name("actors.txt")
OFFICES = frozenset({"GOV", "LEG", "MIL", "JUD"})  # what a former holder no longer is


@dataclass(frozen=True, slots=True)
class Stint:
    """Who a name is from one day to another, both ISO 8601 to any precision and inclusive; "" where it is open."""

    party: Party
    since: str = ""
    until: str = ""

    def before(self, day: str) -> bool:
        """True if it had ended by that day."""
        return bool(day and self.until) and day[: len(self.until)] > self.until

    def after(self, day: str) -> bool:
        """True if it had not begun on that day."""
        return bool(day and self.since) and day[: len(self.since)] < self.since


@dataclass(frozen=True, slots=True)
class Table:
    """Who words and names make an actor. `sectors` by lemma in lower case; `names` as written; `countries` codes by
    name and demonym; `bare` codes by what stands for a government when alone: countries and capitals."""

    sectors: Mapping[str, str]
    names: Mapping[str, tuple[Stint, ...]]
    countries: Mapping[str, str]
    bare: Mapping[str, str]

    def holder(self, name: str, day: str) -> Party:
        """Who a name of the table is on a day ("" for one unknown): out of office it is of the elite, and before
        it of its country alone."""
        stints = self.names[name]
        for s in stints:
            if not s.before(day) and not s.after(day):
                return s.party
        past = [s for s in stints if s.before(day)]
        if past and OFFICES & set(past[-1].party.sectors):
            return Party(past[-1].party.country, ("ELI",))
        return Party(stints[0].party.country) if not past else past[-1].party

    def is_person(self, name: str) -> bool:
        """True for a name whose office began or ends: a person's."""
        return any(s.since or s.until for s in self.names.get(name, ()))


def read(path: Path, base: Table | None = None) -> Table:
    """A table from a file: lines "SECTOR: word; word" and "Name; Name = COUNTRY SECTOR SECTOR", the latter with
    "SINCE..UNTIL" after them where they hold for a time only. "-" is no country, "#" begins a comment. What the file
    says goes before what *base* says of the same word. Raises ReadError for any other line."""
    sectors: dict[str, str] = dict(base.sectors) if base else {}
    own: dict[str, list[Stint]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if " = " in line:
            written, _, said = line.partition(" = ")
            for name in written.split(";"):
                own.setdefault(name.strip().replace("’", "'").replace("s' ", "s "), []).append(_stint(said))
        elif ":" in line:
            code, _, words = line.partition(":")
            sectors.update((word.strip(), code) for word in words.split(";"))
        else:
            raise ReadError(str(path), "neither 'SECTOR: words' nor 'names = COUNTRY SECTOR'", number)
    names = {**(base.names if base else {}), **{name: tuple(stints) for name, stints in own.items()}}
    known, bare = _countries()
    return Table(sectors, names, known, bare)


@cache
def default() -> Table:
    """The table of the package."""
    return read(TABLE)


def _stint(said: str) -> Stint:
    codes = said.split()
    since, _, until = codes.pop().partition("..") if ".." in codes[-1] else ("", "", "")
    country, *kinds = codes
    return Stint(Party("" if country == "-" else country, tuple(kinds)), since, until)


@cache
def _countries() -> tuple[Mapping[str, str], Mapping[str, str]]:
    known: dict[str, str] = {}
    bare: dict[str, str] = {}
    for c in countries():
        known.update((form, c.code) for form in (c.name, *c.others, *c.demonyms))
        known.update((form + "s", c.code) for form in c.demonyms if not form.endswith(("s", "sh", "ch", "se")))
        bare.update((form, c.code) for form in (c.name, *c.others, *c.capitals))
    return known, bare
