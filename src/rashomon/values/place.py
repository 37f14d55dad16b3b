"""Places: one may lie in another. The accounts' own words ("Karsa, in Delta province"), the table of countries and the
gazetteer say so; what nobody says stays compatible, because a town and a district are both where it happened."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from itertools import zip_longest

from rashomon import gazetteer
from rashomon.countries import countries
from rashomon.gazetteer import Place
from rashomon.name_forms import fold, sound
from rashomon.types import Agreement, Value

# A place of one of these kinds has one name: two hospitals with two names are two hospitals. Of `grammar.places.SITES`,
# whatever an event may be at, most have none: a kitchen, a road.
KINDS_OF_PLACE = frozenset(
    "province governorate district county state city town village airport hospital school station bridge "
    "camp port square street prison university island ocean sea river lake".split()
)
_BEARINGS = re.compile(
    r"^(?:north|south|east|west|central|upper|lower|rural|greater|north-?east|north-?west|south-?east|south-?west)"
    r"(?:ern)?\s+(?:of\s+)?"
)
_DESCRIPTION = re.compile(rf"\b(?:capital|{'|'.join(sorted(KINDS_OF_PLACE))})\s*$")  # in small letters
_CALLED = re.compile(rf"^\s*[A-Z][^'’]*\s(?:{'|'.join(sorted(KINDS_OF_PLACE))})\s*$")  # "Vell village"
_OWNER = re.compile(r"^([A-Z][A-Za-z]+[’']s)\s+(?=[A-Z])")  # "NASA's Kennedy Space Center"
_NAMED = re.compile(r"^(?!an?\s).*\b[A-Z]")
_SETTLED = frozenset(map(sound, ("island", "town", "village")))
_SPELT = {"centre": "center", "harbour": "harbor", "theatre": "theater"}
# "the sea 20 km east of Karsa" is the sea.
_DISTANCE = re.compile(
    r"(?<=\w),?\s+(?:(?:about|around|some|roughly)\s+)?\d[\d,.]*\s*(?:km|kilomet|miles?\b|metre|meter).*$"
)
FAR = 100.0  # kilometres between two towns that are not one place with its surroundings
LARGE = 1_000_000  # inhabitants of a place that may be meant although another of its name is surely so
MOST = 12  # places of one name that are compared, the largest
# "The island of Oro" is Oro; the sea of Oro, and its airport, are not.
_KIND_OF = re.compile(r"^(?:province|governorate|district|county|state|city|town|village|island)\s+of\s+")


def parse(phrase: str) -> Value | None:
    """The place in a phrase: leading prepositions and article away, "X, in Y" as "X, Y"; None for an empty phrase.

    >>> parse("in Karsa, in the Delta province").form
    'Karsa, Delta province'
    """
    form = re.sub(
        r"^(?:(?:in|at|near|on|into|to|from|outside|inside|around|of)\s+)*(?:the\s+)?", "", " ".join(phrase.split())
    )
    form = re.sub(r",?\s+in\s+(?:the\s+)?(?=[A-Z])", ", ", _DISTANCE.sub("", form)).strip(" ,.")
    return Value("place", form=form) if form else None


@lru_cache(1 << 16)
def compare(a: Value, b: Value) -> Agreement:
    """AGREES for one place, whichever of the two also says what it lies in ("Karsa", "Karsa, Delta province");
    MORE_PRECISE when *a* lies in *b*; CONFLICTS for two countries, places in two countries, towns of one country that
    lie FAR apart, two of its regions, or two names of one kind ("Red Hospital", "Blue Hospital"); else COMPATIBLE.
    A name of many places is taken for the one that fits.

    >>> compare(Value("place", form="Tehran"), Value("place", form="Iran"))
    <Agreement.MORE_PRECISE: 'more precise'>
    """
    x, y = steps(a.form), steps(b.form)
    on_earth = _on_earth(a.form, b.form)
    if x[-1] in _states() and y[-1] in _states() and x[-1] != y[-1] and on_earth in (None, Agreement.CONFLICTS):
        return Agreement.CONFLICTS
    if _words(x[0]) == _words(y[0]):
        return Agreement.AGREES
    if y[0] in x or _site_of(x[0], y[0]):
        return Agreement.MORE_PRECISE
    if x[0] in y or _site_of(y[0], x[0]):
        return Agreement.COMPATIBLE
    p, q = (frozenset(step.split()) for step in (x[0], y[0]))
    named = _NAMED.search(a.form) and _NAMED.search(b.form)  # "a Gulf island" may be Oro island
    if on_earth is None and named and len(p) > 1 and len(q) > 1 and len(p & q) == 1 and p & q <= _kinds():
        return Agreement.CONFLICTS
    return on_earth or Agreement.COMPATIBLE


def _site_of(site: str, town: str) -> bool:
    """True for "Karsa airport" and "Karsa", by the steps of their names."""
    words, named = (step.split() for step in (site, town))
    return len(words) > len(named) and words[: len(named)] == named and words[-1] in _kinds()


def _on_earth(a: str, b: str) -> Agreement | None:
    """How the gazetteer sets two forms to each other; None where it does not know one of them, or they lie apart and
    one of them is not surely known."""
    (xs, part_of_x, sure_x), (ys, part_of_y, sure_y) = _located(a), _located(b)
    pairs = [(x, y) for x in xs for y in ys]
    if any(x.id == y.id for x, y in pairs):
        if part_of_x == part_of_y:
            return None if part_of_x else Agreement.AGREES
        return Agreement.MORE_PRECISE if part_of_x else Agreement.COMPATIBLE
    if any(gazetteer.contains(y, x) for x, y in pairs):
        return Agreement.COMPATIBLE if part_of_y else Agreement.MORE_PRECISE
    if any(gazetteer.contains(x, y) for x, y in pairs):
        return Agreement.COMPATIBLE
    return Agreement.CONFLICTS if sure_x and sure_y and _apart(xs[0], ys[0]) else None


def _apart(x: Place, y: Place) -> bool:
    """True for two countries, two regions of one, or two towns of one that are far from each other."""
    if not (x.country and y.country) or "area" in (x.kind, y.kind):
        return False
    if x.country != y.country or x.kind == y.kind == "region":
        return True
    return FAR < gazetteer.distance(x, y) < math.inf


@lru_cache(1 << 14)
def _located(form: str) -> tuple[tuple[Place, ...], bool, bool]:
    """The places that the narrowest named part of a form may be; whether the form names only a part of it ("northern
    Syria", "a market, Aleppo"); and whether it is surely known, and then only with others that are large."""
    parts = [_owned(part) for part in form.split(",")]
    for i, (bare, _) in enumerate(parts):
        rest = [*(r for r, _ in parts[i + 1 :]), *filter(None, (o for _, o in parts[i:]))]
        query = ", ".join([_KIND_OF.sub("", bare), *rest])
        if not bare[:1].isupper():
            continue
        for found, part in ((gazetteer.places(query), i > 0), (gazetteer.within(bare), True)):
            if found:
                sure = gazetteer.sure(query) if not part or i > 0 else gazetteer.sure(found[0].name)
                largest = sorted(found, key=lambda p: (-p.population, p.kind, p.region, p.name))[:MOST]
                if sure:  # but Georgia is a state of the United States too
                    largest = [sure, *(p for p in largest if p.population >= LARGE and p.id != sure.id)]
                return tuple(largest), part, sure is not None
    return (), False, False


def _words(step: str) -> frozenset[str]:
    """The words of a place in no order: "Cape Oro", "the cape of Oro"; "Oro island" is Oro, no city its province."""
    words = frozenset(step.split()) - {"of", "the"}
    return words - _SETTLED or words


def steps(form: str) -> tuple[str, ...]:
    """The place and what it lies in, folded, narrowest first. A country that only describes comes last.

    >>> steps("Tehran"), steps("northwest Syria")
    (('tehran', 'iran'), ('nurthwist siria', 'syria'))
    >>> steps("the northern Iranian town of Karsa") == steps("Iran's northern Karsa")
    True
    >>> steps("the Syrian town, Vell"), steps("Vell village, Delta province")
    (('vell',), ('vell vilagi', 'dilta pruvinsi'))
    """
    out: list[str] = []
    parts = form.split(",")
    for part, following in zip_longest(parts, parts[1:]):
        bare, owner = _owned(part)
        if following and _DESCRIPTION.search(part) and not _CALLED.match(bare):
            continue  # "the Iranian capital, Tehran", not "Vell village, Delta province"
        whole = _KIND_OF.sub("", fold(bare).replace(".", ""))
        around = "" if whole in _same() else _BEARINGS.sub("", whole)  # South Sudan is no part of Sudan
        for name in (_heard(whole), _heard(around), owner):
            if name and name not in out:
                out.append(name)
    if out and (state := _capitals().get(out[-1])) and state not in out:
        out.append(state)
    return tuple(out) or ("",)


def _owned(part: str) -> tuple[str, str]:
    """A place without the country that describes it and its bearing, and that country, folded, "" for none. The name of
    a country alone is no description."""
    part = _OWNER.sub(lambda m: m[0] if _country(m[1]) else "", part.strip())
    words = part.split()
    while len(words) > 1 and (words[0].lower() == "the" or (_BEARINGS.match(f"{words[0]} ") and words[0].islower())):
        words = words[1:]
    for size in (2, 1):  # "North Korean", "Iran's"
        described = " ".join(words[:size])
        country = _country(described)
        if country and len(words) > size and (country != fold(described) or described[-2:] in ("'s", "’s")):
            rest = words[size:]
            rest = rest[1:] if len(rest) > 1 and _BEARINGS.match(f"{rest[0]} ") else rest
            return " ".join(rest), country
    return part, ""


def _country(words: str) -> str:
    """The folded name of a country from one of its forms or demonyms, "" for other words."""
    found = _same().get(fold(words).replace(".", ""), "") if words[:1].isupper() else ""
    return found if found in _states() else ""


def _heard(name: str) -> str:
    return _same().get(name) or " ".join(sound(_SPELT.get(w, w)) for w in name.replace("-", " ").split())


@cache
def _kinds() -> frozenset[str]:
    return frozenset(map(sound, KINDS_OF_PLACE))


@cache
def _same() -> dict[str, str]:
    """{folded form: folded name} of countries, and of capitals under other names."""
    out: dict[str, str] = {}
    for c in countries():
        out.update({fold(capital): fold(c.capitals[0]) for capital in c.capitals})
        out.update({fold(form).replace(".", ""): fold(c.name) for form in (c.name, *c.demonyms, *c.others)})
    return out


@cache
def _capitals() -> dict[str, str]:
    return {
        fold(c.capitals[0]): fold(c.name) for c in countries() if c.capitals and fold(c.capitals[0]) != fold(c.name)
    }


@cache
def _states() -> frozenset[str]:
    return frozenset(fold(c.name) for c in countries())
