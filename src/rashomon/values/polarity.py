"""Whether it happened, as the commitment of a holder: FactBank's certainty and polarity on [-3, 3]."""

from __future__ import annotations

from rashomon.types import Agreement, Value

# Sauri and Pustejovsky 2009: certain, probable, possible; Uu is uncommitted. Numbers as in the factuality corpora.
LABELS = {"CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "Uu": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0}
SURE = 2.0  # from here on a holder commits to it


def parse(label: str) -> Value | None:
    """The value of a FactBank label; None for any other word.

    >>> parse("CT-").low
    -3.0
    """
    number = LABELS.get(label.strip())
    return None if number is None else Value("polarity", number, number)


def step(factuality: float) -> float:
    """The number of the nearest label to a graded commitment.

    >>> step(2.6), step(-1.9), step(1.4), step(0.3)
    (3.0, -2.0, 1.0, 0.0)
    """
    size = abs(factuality)
    reached = 3.0 if size >= 2.5 else 2.0 if size >= 1.5 else 1.0 if size >= 0.5 else 0.0
    return reached if factuality > 0 else -reached + 0.0


def compare(a: Value, b: Value) -> Agreement:
    """DENIES when one is committed to yes and the other to no; ARGUABLE when they lean apart; AGREES when both are
    committed alike; else COMPATIBLE.

    >>> compare(Value("polarity", -3, -3), Value("polarity", 3, 3))
    <Agreement.DENIES: 'denies'>
    """
    x, y = a.low or 0.0, b.low or 0.0
    if x * y < 0 and min(abs(x), abs(y)) >= SURE:
        return Agreement.DENIES
    if x * y < 0:
        return Agreement.ARGUABLE
    if x == y or min(abs(x), abs(y)) >= SURE:
        return Agreement.AGREES
    return Agreement.COMPATIBLE
