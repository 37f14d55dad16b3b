"""Which of the places of one name an account means, from what stands beside the name, the other places and peoples of
the account, and how large each is. What stays unsure is left out: no place rather than a wrong one."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rashomon.gazetteer.areas import areas
from rashomon.gazetteer.data import Place, lookup, nationalities
from rashomon.gazetteer.keys import key
from rashomon.types import Document, Name

MARGIN = 0.55  # by which the best must lead: 3.5 times the inhabitants, or a sign more
LEAST = 6.0  # that a city must reach: 100,000 inhabitants under its own name, or fewer and a sign
NEAR = 40.0  # kilometres within which two places of one name are a town and its own quarter or district
COUNTRY, AREA = 9.0, 8.5  # what these weigh beside the logarithm of a town's inhabitants
OWN_NAME, CAPITAL = 1.0, 1.0
REGION_SAID, VILLAGE = 1.5, -1.5  # its region is named in the account; it is small, and its region is not
TOWN = 15000  # inhabitants from which a place is not small
CITY = 150_000  # inhabitants from which news names a town of the country it is about without its region
ALIKE, UNLIKE = 0.5, -1.0  # found by another name; by one with another first letter, which may be a word of a language
NAMESAKE = -1.0  # a region that shares its name with a town of its country
SAID, MOST_SAID, NOT_SAID = 1.0, 2.5, -0.5  # its country is named in the account; more than any other; others are
BESIDE, NOT_THERE = 6.0, -4.0  # "Karsa, Tessaria": it is in what is named beside it; it is not
_BETWEEN = re.compile(r",\s+|\s+\(|,?\s+in\s+(?:the\s+)?|,\s+in\s+")
_BEARING = re.compile(
    r"^(?:the\s+)?(?:(?:north|south|east|west|central|upper|lower|rural|greater|mid|downtown|inner|"
    r"north-?east|north-?west|south-?east|south-?west)(?:ern)?[\s-]+(?:of\s+)?)+(?=[A-Z])",
    re.IGNORECASE,
)
_KIND_OF = re.compile(r"^(?:the\s+)?(?:city|town|village|port|state|province|district|region)\s+of\s+", re.IGNORECASE)
# What stands at the end of the name of a building or harbour of a town; it is taken to be there.
_SITE = re.compile(
    r"\s+(?:international\s+|inner\s+|central\s+|main\s+)?(?:airport|air base|airbase|port|port of entry|harbou?r|"
    r"station|hospital|university|stadium|cathedral|mosque|prison|jail|zoo|docks)$",
    re.IGNORECASE,
)


def places(form: str) -> tuple[Place, ...]:
    """Every place that a form may name; of "Karsa, Delta" those of Karsa that lie in a Delta, if any does.

    >>> [p.region for p in places("Paris, Texas")]
    ['USA.TX']
    """
    first, *rest = (part.strip() for part in form.split(","))
    found = _named(first) or lookup(_KIND_OF.sub("", first)) or lookup(_SITE.sub("", first))
    for part in rest:
        outer = _named(part)
        inside = tuple(p for p in found if any(contains(o, p) for o in outer))
        found = inside or found
    return found


def is_site(form: str) -> bool:
    """True for a building or harbour that is known by its town: "Karsa International Airport" is not Karsa."""
    first = form.partition(",")[0]
    return bool(_SITE.search(first)) and not _named(first)


def within(form: str) -> tuple[Place, ...]:
    """What a part of a place is part of: Syria for "northern Syria"; nothing for a place with a name of its own.

    >>> [p.name for p in within("northern Syria")], within("Northern Ireland")
    (['Syria'], ())
    """
    rest = _BEARING.sub("", form)
    return () if rest == form or places(form) else places(rest)


def contains(outer: Place, inner: Place) -> bool:
    """True if the gazetteer has *inner* inside *outer*, and they are two."""
    if outer.kind == "area":
        members = areas()[key(outer.name)][1]
        if inner.kind == "area":
            return outer.id != inner.id and bool(areas()[key(inner.name)][1]) and areas()[key(inner.name)][1] < members
        return inner.country in members
    if outer.kind == "country":
        return inner.kind != "country" and inner.country == outer.country
    return outer.kind == "region" and inner.kind == "city" and inner.region == outer.region


def distance(a: Place, b: Place) -> float:
    """Kilometres between two cities; infinite where one has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return math.inf
    p, q = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


@lru_cache(1 << 14)
def sure(form: str) -> Place | None:
    """The place that a form names wherever it stands, None where that depends on the account.

    >>> sure("Cairo").country, sure("San Jose")
    ('EGY', None)
    """
    return _best(places(form), Counter(), frozenset(), _outer(form))


def resolve(document: Document) -> Mapping[str, Place]:
    """{entity: place} for the named places of an account that are surely known. Needs the layer Name; raises
    MissingLayer without it."""
    names = document.layer(Name)
    forms = {n.entity for n in names if n.kind == "place"}
    beside = _beside(document, names)
    votes = _countries(names, forms)
    said: Counter[str] = Counter()
    for (_, code), n in votes.items():
        said[code] += n
    told = {form: p.region for form in forms if (p := sure(form)) and p.kind == "region"}
    found = {}
    for form in sorted(forms):
        others = said - Counter({code: n for (f, code), n in votes.items() if f == form})  # no place is its own witness
        regions = frozenset(code for f, code in told.items() if f != form)
        found[form] = _best(places(form), others, regions, (*_outer(form), *beside.get(form, ())))
    return {form: place for form, place in found.items() if place}


def _outer(form: str) -> tuple[Place, ...]:
    """What a form itself says that it lies in: "Karsa, Delta"."""
    return tuple(p for part in form.split(",")[1:] for p in _named(part) if p.kind != "city")


def _named(part: str) -> tuple[Place, ...]:
    part = part.strip()
    if part in STATES:  # "Ga." is the state, where "Georgia" may be a country and "Oklahoma" a town
        found = lookup(STATES[part])
        return tuple(p for p in found if p.kind == "region" and p.country in ABBREVIATING) or found
    return lookup(part)


def _countries(names: Iterable[Name], forms: Iterable[str]) -> Counter[tuple[str, str]]:
    """How often each form tells of each country: its own name, its people's, or a town that can only be there."""
    alone = {form: p.country for form in forms if (p := sure(form)) and p.country}
    told = ((n.entity, alone.get(n.entity) or nationalities().get(key(n.entity), "")) for n in names)
    return Counter((form, code) for form, code in told if code)


def _beside(document: Document, names: Sequence[Name]) -> Mapping[str, tuple[Place, ...]]:
    """What stands right after a place and may hold it: "Karsa, Tessaria", "Karsa in the Delta", "Karsa (Tessaria)"."""
    out: dict[str, tuple[Place, ...]] = defaultdict(tuple)
    for n in names:
        if n.kind != "place":
            continue
        tail = document.text[n.span.end : n.span.end + 40]
        if gap := _BETWEEN.match(tail):
            after = [m for m in names if m.span.begin == n.span.end + gap.end()]
            form = document.quote(after[0].span) if after else ""
            short = next((s for s in STATES if tail[gap.end() :].startswith(s)), "")
            out[n.entity] += tuple(p for p in lookup(STATES[short] if short else form) if p.kind != "city")
    return out


def _best(
    candidates: Sequence[Place], said: Counter[str], regions: frozenset[str], beside: Sequence[Place]
) -> Place | None:
    """The candidate that leads by MARGIN before every other that is not near it, None where none does."""
    if not any(contains(o, p) for o in beside for p in candidates):
        beside = ()  # "Karsa, Orlen and Sella" is a list
    towns = frozenset(p.country for p in candidates if p.kind == "city")
    seats = frozenset(p.region for p in candidates if p.kind == "city")
    candidates = [p for p in candidates if p.kind != "region" or p.region not in seats]  # a bare name is the town's
    every = ((_score(p, said, regions, beside, towns), p) for p in candidates)
    scored = sorted(every, key=lambda s: (-s[0], s[1].kind, s[1].region, -s[1].population))
    if not scored or scored[0][0] < LEAST:
        return None
    top, best = scored[0]
    for score, other in scored[1:]:
        one = contains(other, best) or distance(best, other) < NEAR
        if top - score < MARGIN and not one:
            return None
    return best


def _score(
    p: Place, said: Counter[str], regions: frozenset[str], beside: Sequence[Place], towns: frozenset[str]
) -> float:
    own = {"country": COUNTRY, "area": AREA}.get(p.kind) or math.log10(max(p.population, 100))
    own += CAPITAL * p.capital + (UNLIKE if p.unlike else ALIKE if p.alias else OWN_NAME)
    if said:
        small = p.kind == "city" and p.population < CITY and p.region not in regions
        most = said[p.country] == max(said.values()) and not small
        own += MOST_SAID if most else SAID if said[p.country] else NOT_SAID
    if p.kind == "city":
        own += REGION_SAID if p.region in regions else VILLAGE if p.population < TOWN else 0.0
    if p.kind == "region" and p.country in towns:
        own += NAMESAKE
    if beside:
        own += BESIDE if any(contains(o, p) for o in beside) else NOT_THERE
    return own


# Abbreviations of the American and Canadian press.
_ABBREVIATIONS = """
Ala.=Alabama Ariz.=Arizona Ark.=Arkansas Calif.=California Colo.=Colorado Conn.=Connecticut Del.=Delaware
Fla.=Florida Ga.=Georgia Ill.=Illinois Ind.=Indiana Kan.=Kansas Ky.=Kentucky La.=Louisiana Md.=Maryland
Mass.=Massachusetts Mich.=Michigan Minn.=Minnesota Miss.=Mississippi Mo.=Missouri Mont.=Montana Neb.=Nebraska
Nev.=Nevada N.H.=New_Hampshire N.J.=New_Jersey N.M.=New_Mexico N.Y.=New_York N.C.=North_Carolina N.D.=North_Dakota
Okla.=Oklahoma Ore.=Oregon Pa.=Pennsylvania R.I.=Rhode_Island S.C.=South_Carolina S.D.=South_Dakota Tenn.=Tennessee
Tex.=Texas Vt.=Vermont Va.=Virginia Wash.=Washington W.Va.=West_Virginia Wis.=Wisconsin Wyo.=Wyoming
D.C.=District_of_Columbia DC=District_of_Columbia
B.C.=British_Columbia Alta.=Alberta Sask.=Saskatchewan Man.=Manitoba Ont.=Ontario Que.=Quebec N.S.=Nova_Scotia
N.B.=New_Brunswick
"""
ABBREVIATING = ("USA", "CAN")
STATES: Mapping[str, str] = {
    short: name for short, _, name in (pair.replace("_", " ").partition("=") for pair in _ABBREVIATIONS.split())
}
