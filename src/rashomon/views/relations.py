"""How the versions of a slot stand to each other, said once for those that stand alike: "9 conflicts with 14, 15"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.types import Agreement, Relation, Slot
from rashomon.views.events import HARD

# What holds from either side.
MUTUAL: Final = (Agreement.AGREES, Agreement.COMPATIBLE, Agreement.ARGUABLE, Agreement.CONFLICTS)


@dataclass(frozen=True)
class Gathered:
    """A version, by its place in the slot, and those that it stands to in one way for one reason; *note* is what else
    is said of all of them."""

    one: int
    agreement: Agreement
    others: tuple[int, ...]
    because: str
    note: str = ""


def gathered(slot: Slot, note: Callable[[Relation], str] = lambda _: "") -> Iterator[Gathered]:
    """Every relation of a slot once, disputes first; of mutual ones a version that stands so to most comes first."""
    alike: dict[tuple[Agreement, str, str], list[Relation]] = {}
    for r in sorted(slot.relations, key=lambda r: (r.agreement not in HARD, r.left, r.right)):
        alike.setdefault((r.agreement, r.because, note(r)), []).append(r)
    for (agreement, because, said), found in alike.items():
        pairs = {(r.left, r.right) for r in found}
        for one, others in _stars(pairs) if agreement in MUTUAL else _lefts(found):
            yield Gathered(one, agreement, others, because, said)


def _lefts(found: Iterable[Relation]) -> Iterator[tuple[int, tuple[int, ...]]]:
    by_left: dict[int, dict[int, None]] = {}
    for r in found:
        by_left.setdefault(r.left, {})[r.right] = None
    return ((one, tuple(others)) for one, others in by_left.items())


def _stars(pairs: set[tuple[int, int]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Mutual pairs by the one that is in most of those left; of two in as many the first of the slot."""
    left = set(pairs)
    while left:
        degree: dict[int, int] = {}
        for n in (n for pair in left for n in pair):
            degree[n] = degree.get(n, 0) + 1
        one = min(degree, key=lambda n: (-degree[n], n))
        star = {pair for pair in left if one in pair}
        yield one, tuple(sorted({n for pair in star for n in pair} - {one}))
        left -= star
