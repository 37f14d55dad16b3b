"""The gazetteer as it lies on disk: one sorted table, looked into and never parsed as a whole.

Places and names of regions are those of GeoNames (https://www.geonames.org), CC BY 4.0, as `training/gazetteer.py`
packs them. It lists places under the states that GeoNames does and takes no position on any dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rashomon.countries import countries
from rashomon.gazetteer.areas import areas, sites
from rashomon.gazetteer.keys import bare, key

HERE = Path(__file__).parent
_FAMOUS = 100_000_000  # what a site that news need not explain weighs beside towns of its name, in inhabitants
_NOWHERE = frozenset(  # what stands for a part of whatever is spoken of
    "north south east west northeast northwest southeast southwest "
    "centre center capital city town state province region earth world".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    `kind` is city (any settlement, quarter or site), region (first-level division), country, or area (larger than a
    country, or a sea). `country` is ISO 3166 alpha-3, "" for an area over several; `region` the code of the region.
    Degrees are of cities and sites only: a country is nowhere in particular. `alias` tells that another name than its
    own found it, `unlike` that this name begins with another letter.
    """

    name: str
    kind: str
    country: str
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    capital: bool = False
    alias: bool = False
    unlike: bool = False

    @property
    def id(self) -> tuple[str, str, str, float | None]:
        """Equal for one place, by whatever name it was found."""
        return self.kind, self.region or self.country, self.name, self.latitude


@lru_cache(1 << 14)  # forms of a large case are many
def lookup(name: str) -> tuple[Place, ...]:
    """Every place of this name: areas, countries, regions, cities. A kind in the name ("Karsa province") leaves only
    regions, where one has that name.

    >>> [(p.name, p.kind, p.country) for p in lookup("Beirut")]
    [('Beirut', 'city', 'LBN')]
    """
    own, short = key(name), key(bare(name))
    regions = _regions_named()
    if short != own and own not in regions and short in regions and not own.endswith((" city", " county")):
        return regions[short]
    if own in _NOWHERE:
        return ()
    wide = (*_site(own), *_area(own), *_country(own))
    taken = {p.country for p in wide if p.kind == "country"}  # "Mexico" alone is no town or region of Mexico
    found = [*wide, *(p for p in (*regions.get(own, ()), *_cities(own)) if p.country not in taken)]
    return tuple(found or (_cities(short) if own.endswith(" city") else ()))


def region_name(code: str) -> str:
    """The name of a region, "" for an unknown code."""
    return _region_names().get(code, "")


@cache
def country_names() -> Mapping[str, str]:
    """{ISO 3166 alpha-3: name}."""
    return {c.code: c.name for c in countries()}


@cache
def nationalities() -> Mapping[str, str]:
    """{folded demonym: ISO 3166 alpha-3}."""
    return {key(form): c.code for c in countries() for d in c.demonyms for form in (d, f"{d}s")}


def _site(own: str) -> Iterator[Place]:
    if own in sites():
        name, code, latitude, longitude = sites()[own]
        yield Place(name, "city", code[:3], code, latitude, longitude, _FAMOUS)


def _area(own: str) -> Iterator[Place]:
    if own in areas():
        name, codes = areas()[own]
        yield Place(name, "area", next(iter(codes)) if len(codes) == 1 else "")


def _country(own: str) -> Iterator[Place]:
    if own in _codes():
        yield Place(country_names()[_codes()[own]], "country", _codes()[own])


def _cities(own: str) -> Iterator[Place]:
    for _, code, *place in _lines(own):
        if place[0].startswith(">"):
            found = (_city(c, rest, own) for _, c, *rest in _lines(place[0][1:]) if c == code and rest[1:])
            yield from sorted(found, key=lambda p: -p.population)[:1]
        else:
            yield _city(code, place, own)


def _city(code: str, cells: list[str], by: str) -> Place:
    name, latitude, longitude, people = cells
    short = key(bare(name))
    capital = _capitals().get(code[:3]) == key(name)
    named = (by in (key(name), short), short[:1] == by[:1])
    place = (name, "city", code[:3], code, float(latitude), float(longitude), int(people), capital)
    return Place(*place, alias=not named[0], unlike=not named[1])


def _lines(own: str) -> list[list[str]]:
    """The cells of the lines of a key, found by bisection over the bytes."""
    table, wanted = _table(), own.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        begin = table.rfind(b"\n", 0, middle) + 1
        if table[begin : begin + len(wanted)] < wanted:
            low = table.find(b"\n", middle) + 1
        else:
            high = begin
    found = []
    while table.startswith(wanted, low):
        end = table.index(b"\n", low)
        found.append(table[low:end].decode().split("\t"))
        low = end + 1
    return found


@cache
def _table() -> bytes:
    import gzip  # here, so that the package is imported without it

    return gzip.decompress((HERE / "places.tsv.gz").read_bytes())


@cache
def _regions_named() -> Mapping[str, tuple[Place, ...]]:
    out: dict[str, list[Place]] = defaultdict(list)
    for code, name, others, people in _regions():
        place = Place(name, "region", code[:3], code, population=int(people))
        for form in dict.fromkeys(map(key, (name, *filter(None, others.split("; "))))):
            out[form].append(place)
    return {form: tuple(found) for form, found in out.items()}


@cache
def _region_names() -> Mapping[str, str]:
    return {code: name for code, name, _, _ in _regions()}


@cache
def _regions() -> tuple[list[str], ...]:
    text = (HERE / "regions.tsv").read_text("utf-8")
    return tuple(line.split("\t") for line in text.splitlines())


@cache
def _codes() -> Mapping[str, str]:
    """{folded name: ISO 3166 alpha-3} of countries, without their demonyms."""
    return {key(form): c.code for c in countries() for form in (c.name, *c.others)}


@cache
def _capitals() -> Mapping[str, str]:
    return {c.code: key(capital) for c in countries() for capital in c.capitals[:1]}
