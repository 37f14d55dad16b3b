"""Numbers of tables: their bounds, and how many were killed, injured, arrested and displaced in all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

from rashomon.types import PART, Claim, Value

Cell: TypeAlias = "str | float"
COUNTS = {"deaths": "killed", "injuries": "injured", "arrests": "arrested", "displaced": "displaced"}  # column: role
COUNTED = tuple(f"{of}_{bound}" for of in COUNTS for bound in ("low", "best", "high"))


def tolls(claims: Sequence[Claim]) -> tuple[Cell, ...]:
    """The cells of COUNTED by what these claims count."""
    return tuple(bound for of in COUNTS.values() for bound in _total(claims, of))


def _total(claims: Sequence[Claim], of: str) -> tuple[Cell, Cell, Cell]:
    """The bounds of how many in all: of the people that are counted, else of the one kind that is counted. Of several
    kinds ("10 passengers and 2 pilots") each is a part, and the greatest only says how many at least."""
    counted: dict[str, list[Value]] = {}
    for c in claims:
        if _counts(c, of):
            counted.setdefault(c.scope, []).append(c.value)
    if f"{of} people" in counted or len(counted) < 2:
        return bounds(counted.get(f"{of} people", next(iter(counted.values()), [])))
    least = [v.low for values in counted.values() for v in values if v.low is not None]
    return bounds([Value("number", max(least, default=None), None)])


def _counts(claim: Claim, of: str) -> bool:
    """True for a whole count of people: "killed people", not a part of one."""
    return claim.slot == "how many" and claim.scope.split()[:1] == [of] and not claim.scope.endswith(PART)


def bounds(values: Sequence[Value]) -> tuple[Cell, Cell, Cell]:
    """The least bound, the number if all give one exact number, the greatest bound; "" where open or not known."""
    if not values:
        return "", "", ""
    lows = [-math.inf if v.low is None else v.low for v in values]
    highs = [math.inf if v.high is None else v.high for v in values]
    best = lows[0] if lows == highs and len(set(lows)) == 1 else math.nan
    return _number(min(lows)), _number(best), _number(max(highs))


def _number(n: float) -> Cell:
    if not math.isfinite(n):
        return ""
    n = float(f"{n:.10g}")  # nine tenths of 1,100 are not quite 990
    return int(n) if n == int(n) else n
