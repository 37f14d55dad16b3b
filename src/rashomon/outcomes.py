"""Outcomes of one thing that cannot both be: who is alive was not killed, who was acquitted was not convicted.

Two accounts seldom say that the other is wrong; each tells how it ended. Predicates are those of `actions`. A second
language is a second table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Outcome(NamedTuple):
    """One end that a thing can come to: which pair of ends it is of, what it is called, and whether it may be told
    after the other as the later state."""

    pair: str
    name: str
    later: bool


# pair -> the two ends: what each is called, whether it can follow on the other, its predicates; an underscore stands
# for a space.
_PAIRS = {
    "life": (
        ("alive", False, "be_alive survive"),
        ("killed", True, "kill die murder execute assassinate slay death killing assassination be_dead"),
    ),
    "liberty": (
        ("still held", False, "hold be_hostage be_captive"),
        ("freed", True, "free release liberate escape"),
    ),
    "verdict": (
        ("convicted", False, "convict conviction find_guilty"),
        ("acquitted", False, "acquit exonerate acquittal"),
    ),
    "vote": (
        ("approved", False, "approve pass adopt ratify approval"),
        ("rejected", False, "reject vote_down veto turn_down defeat rejection"),
    ),
}
OUTCOMES: Mapping[str, Outcome] = {
    word.replace("_", " "): Outcome(pair, name, later)
    for pair, ends in _PAIRS.items()
    for name, later, words in ends
    for word in words.split()
}


def exclude(one: str, other: str) -> bool:
    """True for the predicates of two ends of which a thing can come to one.

    >>> exclude("acquit", "convict"), exclude("acquit", "exonerate"), exclude("acquit", "kill")
    (True, False, False)
    """
    a, b = OUTCOMES.get(one), OUTCOMES.get(other)
    return a is not None and b is not None and a.pair == b.pair and a.name != b.name


def may_follow(earlier: str, later: str) -> bool:
    """True if the end called *later* may be the next state after the one called *earlier*.

    >>> may_follow("alive", "killed"), may_follow("killed", "alive")
    (True, False)
    """
    ends = {o.name: o for o in OUTCOMES.values()}
    return earlier != later and ends[later].later
