"""Places: one may lie in another. Only the table of countries and the accounts' own words ("Karsa, in Delta province")
say so; what nobody says stays compatible, because a town and a district are both where it happened."""

from __future__ import annotations

import re
from functools import cache

from rashomon.countries import countries
from rashomon.types import Agreement, Value
from rashomon.values.name import fold, sound

# A place of one of these kinds has one name: two hospitals with two names are two hospitals.
KINDS_OF_PLACE = frozenset(
    "province governorate district county state city town village airport hospital school station bridge "
    "camp port square street prison university island".split()
)
_BEARINGS = re.compile(
    r"^(?:north|south|east|west|central|upper|lower|rural|greater|north-?east|north-?west|south-?east|south-?west)"
    r"(?:ern)?\s+(?:of\s+)?"
)
_KIND_OF = re.compile(rf"^(?:{'|'.join(sorted(KINDS_OF_PLACE))})\s+of\s+")


def parse(phrase: str) -> Value | None:
    """The place in a phrase: leading prepositions and article away, "X, in Y" as "X, Y"; None for an empty phrase.

    >>> parse("in Karsa, in the Delta province").form
    'Karsa, Delta province'
    """
    form = re.sub(
        r"^(?:(?:in|at|near|on|into|to|from|outside|inside|around|of)\s+)*(?:the\s+)?", "", " ".join(phrase.split())
    )
    form = re.sub(r",?\s+in\s+(?:the\s+)?(?=[A-Z])", ", ", form).strip(" ,.")
    return Value("place", form=form) if form else None


def compare(a: Value, b: Value) -> Agreement:
    """AGREES for one place; MORE_PRECISE when *a* lies in *b*; CONFLICTS for two countries, places in two countries,
    or two names of one kind ("Red Hospital", "Blue Hospital"); else COMPATIBLE.

    >>> compare(Value("place", form="Tehran"), Value("place", form="Iran"))
    <Agreement.MORE_PRECISE: 'more precise'>
    """
    x, y = steps(a.form), steps(b.form)
    if x[0] == y[0]:
        if len(x) == len(y):
            return Agreement.AGREES
        return Agreement.MORE_PRECISE if len(x) > len(y) else Agreement.COMPATIBLE
    if y[0] in x:
        return Agreement.MORE_PRECISE
    if x[0] in y:
        return Agreement.COMPATIBLE
    if x[-1] in _states() and y[-1] in _states() and x[-1] != y[-1]:
        return Agreement.CONFLICTS
    p, q = x[0].split(), y[0].split()
    if len(p) > 1 and len(q) > 1 and p[-1] == q[-1] and p[-1] in _kinds() and not set(p[:-1]) & set(q[:-1]):
        return Agreement.CONFLICTS
    return Agreement.COMPATIBLE


def steps(form: str) -> tuple[str, ...]:
    """The place and what it lies in, folded, narrowest first.

    >>> steps("Tehran"), steps("northwest Syria")
    (('tehran', 'iran'), ('nurthwist siria', 'syria'))
    """
    out: list[str] = []
    for part in (fold(part).replace(".", "") for part in form.split(",")):
        whole = _KIND_OF.sub("", part)
        for name in (_heard(whole), _heard(_BEARINGS.sub("", whole))):
            if name and name not in out:
                out.append(name)
    if out and (state := _capitals().get(out[-1])) and state not in out:
        out.append(state)
    return tuple(out) or ("",)


def _heard(name: str) -> str:
    return _same().get(name) or " ".join(map(sound, name.split()))


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
