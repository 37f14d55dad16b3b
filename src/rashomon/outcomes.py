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
        ("alive", False, "be_alive"),
        (
            "killed",
            True,
            "kill shoot_dead die dead be_dead murder execute assassinate slay death killing assassination",
        ),
    ),
    "liberty": (
        ("still held", False, "hold_hostage hold_captive be_hostage be_captive"),
        ("freed", True, "free release liberate escape"),
    ),
    "verdict": (
        ("convicted", False, "convict conviction find_guilty"),
        ("acquitted", False, "acquit exonerate acquittal"),
    ),
    "post": (
        ("resigned", False, "resign step_down quit resignation"),
        ("dismissed", False, "dismiss sack oust fire dismissal sacking"),
    ),
    "vote": (
        ("approved", False, "approve ratify approval"),
        ("rejected", False, "reject vote_down veto rejection"),
    ),
    "access": (
        ("open", True, "be_open"),
        ("closed", True, "be_closed be_locked be_shut lock padlock"),
    ),
    "service": (
        ("working", True, "work be_working be_operational function"),
        ("off", True, "switch_off turn_off disable be_off be_broken be_out_of_order"),
    ),
}
OUTCOMES: Mapping[str, Outcome] = {
    word.replace("_", " "): Outcome(pair, name, later)
    for pair, ends in _PAIRS.items()
    for name, later, words in ends
    for word in words.split()
}
_ENDS: Mapping[str, Outcome] = {end.name: end for end in OUTCOMES.values()}


OF_THINGS = frozenset({"access", "service"})  # pairs of ends of a door or an alarm, which have no name


def opposite(end: str) -> str:
    """The name of the other end of its pair.

    >>> opposite("alive"), opposite("acquitted")
    ('killed', 'convicted')
    """
    return next(o.name for o in _ENDS.values() if o.pair == _ENDS[end].pair and o.name != end)


def opposed(one: str, other: str) -> bool:
    """True for the names of two ends of one pair.

    >>> opposed("alive", "killed"), opposed("alive", "approved")
    (True, False)
    """
    return one == opposite(other)


def may_follow(earlier: str, later: str) -> bool:
    """True if the end called *later* may be the next state after the one called *earlier*.

    >>> may_follow("alive", "killed"), may_follow("killed", "alive")
    (True, False)
    """
    return opposed(earlier, later) and _ENDS[later].later
