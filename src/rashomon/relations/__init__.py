"""How the versions of a slot stand to each other, with the gates before a conflict is called one.

Most differences between accounts are no contradiction: a part of a total, an older toll, a planned day, one more
participant. `rashomon.values` says what two values allow; here the holders, families and dates decide what may be said:

* **agrees**: one value, or one name in two forms.
* **more precise**, **compatible**: both can be true.
* **updated**: the second is the later state of one line: a toll that rose, a figure that moves, a plan and its outcome.
* **arguable**: they differ, and so may scope, time, or how well the time is known; or one voice gives both.
* **conflicts**, **denies**: not both can be true, two independent voices are committed to them, and none above fits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from rashomon import name_forms as forms
from rashomon.denials import apart, unlike
from rashomon.doubts import TWO_EVENTS
from rashomon.relations import blame, camps, happened, numbers, times, winners
from rashomon.relations.pair import Pair
from rashomon.types import Agreement, Position, Relation, Value
from rashomon.values import compare
from rashomon.voices import Voices

REASONS = {
    Agreement.AGREES: "the same",
    Agreement.COMPATIBLE: "both can be true",
    Agreement.ARGUABLE: "they differ, but not beyond doubt",
    Agreement.UPDATED: "the second is later",
}


def relate(slot: str, scope: str, positions: Sequence[Position], voices: Voices) -> tuple[Relation, ...]:
    """One relation for each pair of *positions*, all of them versions of one slot (who, whom, when, where, how many,
    happened) under one scope. Needs the layers Block, EventMention, Name and Time of the accounts of *voices*."""
    both = combinations(range(len(positions)), 2)
    return tuple(_relation(slot, Pair(positions, i, j, scope, voices)) for i, j in both)


def _relation(slot: str, pair: Pair) -> Relation:
    if slot in STATES and (state := STATES[slot](pair)):
        return state
    a, b = pair.a.value, pair.b.value
    stands, turned = compare(a, b), compare(b, a)
    if Agreement.MORE_PRECISE in (stands, turned):
        if a.kind == "name" and forms.is_name(a.form) and forms.is_name(b.form):
            return pair.stand(Agreement.AGREES, "one name, in two forms")
        exact = pair if stands is Agreement.MORE_PRECISE else pair.swapped()
        return exact.stand(Agreement.MORE_PRECISE, "the first is more exact")
    if stands in (Agreement.CONFLICTS, Agreement.DENIES):
        return GATES[slot](pair)
    if stands is Agreement.ARGUABLE and slot in LEANING and (settled := LEANING[slot](pair)):
        return settled
    return pair.stand(stands, REASONS[stands])


def _place(pair: Pair) -> Relation:
    if pair.scope or pair.one_mention() or _reaches(pair) or _spread(pair):
        return pair.stand(Agreement.COMPATIBLE, "it may have more than one place")
    if all(apart(x, y, pair.voices) or unlike(x, y, pair.voices) for x, y in pair.facing()):
        return pair.stand(Agreement.ARGUABLE, TWO_EVENTS)
    return pair.contest("neither place lies in the other")


def _reaches(pair: Pair) -> bool:
    """True if all who give one of two places tell the other too, what lies in it, or what it alone of the two lies in:
    a quake in Oro, felt in Karsa."""
    return any(
        _accounts(these) <= _tellers(pair, other, these) for these, other in ((pair.a, pair.b), (pair.b, pair.a))
    )


def _spread(pair: Pair) -> bool:
    """True if an account of one of the two gives another place that it cannot lie in: protests in many towns."""
    return any(
        compare(p.value, side.value) is Agreement.CONFLICTS and not _accounts(p).isdisjoint(_accounts(side))
        for side in (pair.a, pair.b)
        for p in pair.positions
    )


def _accounts(position: Position) -> set[str]:
    return {c.document for c in position.claims}


def _tellers(pair: Pair, of: Position, apart: Position) -> set[str]:
    """The accounts that tell a place of the slot that fits *of*, and not the one *apart* from it."""
    near = (p for p in pair.positions if _fits(p.value, of.value) and not _fits(p.value, apart.value))
    return {document for p in near for document in _accounts(p)}


def _fits(one: Value, other: Value) -> bool:
    """True for one place, or one in the other."""
    return not {compare(one, other), compare(other, one)}.isdisjoint((Agreement.AGREES, Agreement.MORE_PRECISE))


def _name(pair: Pair) -> Relation:
    """Two names are no contradiction, because more may have taken part; where nobody names both it may be one."""
    if pair.one_mention():
        return pair.stand(Agreement.COMPATIBLE, "one account names both")
    return pair.stand(Agreement.ARGUABLE, "each names another; more may have taken part")


def _doer(pair: Pair) -> Relation | None:
    """How two stand of whom but one can have done it; None where both may."""
    return winners.relate(pair) or blame.relate(pair) or camps.relate(pair)


# By slot: what the values cannot both be; what may be two states of one line; and what the values leave open.
GATES: dict[str, Callable[[Pair], Relation]] = {
    "how many": numbers.relate,
    "when": times.relate,
    "where": _place,
    "who": _name,
    "whom": _name,
    "happened": happened.relate,
}
STATES: dict[str, Callable[[Pair], Relation | None]] = {"happened": happened.staged, "who": _doer}
LEANING: dict[str, Callable[[Pair], Relation | None]] = {
    "when": times.settle,
    "how many": numbers.of_kinds,
    "happened": happened.leaning,
}
