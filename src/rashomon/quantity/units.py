"""Units of one dimension, so that miles and kilometres, weeks and days, pounds and tonnes can be compared.

Factors are those of the international yard and pound of 1959 and of the SI. "tonne" stands for both tonnes and tons,
as `rashomon.quantity` reads them. Money is not converted: rates move.
"""

from __future__ import annotations

from collections.abc import Mapping

# unit -> (the unit that its dimension is counted in, how many of those it is)
FACTORS: Mapping[str, tuple[str, float]] = {
    "kilometre": ("metre", 1000.0),
    "metre": ("metre", 1.0),
    "centimetre": ("metre", 0.01),
    "mile": ("metre", 1609.344),
    "yard": ("metre", 0.9144),
    "foot": ("metre", 0.3048),
    "inch": ("metre", 0.0254),
    "kilogram": ("kilogram", 1.0),
    "tonne": ("kilogram", 1000.0),
    "pound weight": ("kilogram", 0.45359237),
    "hectare": ("hectare", 1.0),
    "acre": ("hectare", 0.40468564224),
    "square kilometre": ("hectare", 100.0),
    "square mile": ("hectare", 258.9988110336),
    "kilometre per hour": ("kilometre per hour", 1.0),
    "mile per hour": ("kilometre per hour", 1.609344),
    "second": ("day", 1 / 86400),
    "minute": ("day", 1 / 1440),
    "hour": ("day", 1 / 24),
    "day": ("day", 1.0),
    "week": ("day", 7.0),
    "month": ("month", 1.0),
    "year": ("month", 12.0),
    "decade": ("month", 120.0),
}


def converted(amount: float, unit: str) -> tuple[float, str]:
    """An amount in the unit that its dimension is counted in; other units stay.

    >>> converted(2, "week"), converted(3, "percent")
    ((14.0, 'day'), (3, 'percent'))
    """
    base, factor = FACTORS.get(unit, (unit, 1.0))
    return (amount * factor if base != unit else amount), base
