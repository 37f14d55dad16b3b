"""Counts of one kind of one day and place: "organisers put the crowd at 20,000" and "3,500 took part in the march" are
of one march, whatever words tell it.

Two who dispute a number seldom say what it is of in like words, and the comparison of pairs leaves them apart. Here
two counts of people join where day and place tie them, or one of these where no account has a second such count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.clusters import clusters
from rashomon.lexicon import DEADLY, TURNOUT
from rashomon.linking.compare import clash, is_day
from rashomon.linking.days import overlap
from rashomon.linking.features import same_place
from rashomon.linking.told import Told
from rashomon.tolls import OF_PEOPLE, PEOPLE, toll
from rashomon.types import Judgement, Link, Value

SCORE = 0.5  # as of deaths that the comparison of pairs left apart
MOST = 40  # counts of one kind that are compared
ATTENDING = "attending"
CROWDS = frozenset({"protest"})


def count_links(told: Sequence[Told], links: Sequence[Link]) -> Iterator[Link]:
    """Links of kind "event" between counts of one kind that *links* left apart."""
    home = {key: n for n, group in enumerate(clusters((t.id for t in told), links)) for key in group}
    causes = _causes(told, home)
    for role, these in sorted(_by_role(told).items()):
        given: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)  # account -> such counts
        for t, v in these:
            given[t.document].add((v.low, v.high))
        for (a, x), (b, y) in combinations(these[:MOST], 2):
            if a.document == b.document or home[a.id] == home[b.id] or a.stretch != b.stretch or clash(a, b):
                continue
            if _of_one(x) != _of_one(y):
                continue  # the death of one is told by itself
            alone = len(given[a.document]) == len(given[b.document]) == 1
            ties = _ties(a, b) + bool(causes[role == ATTENDING, a.document] & causes[role == ATTENDING, b.document])
            if ties > (0 if alone else 1):
                yield Link("event", a.id, b.id, Judgement.SAME, SCORE, (f"both count the {role} of one happening",))


def _by_role(told: Sequence[Told]) -> Mapping[str, list[tuple[Told, Value]]]:
    """What tells as a fact how many people had one role in it: took part, were killed. Not "the bombing of 1988 that
    killed 259", whatever has the year."""
    out: dict[str, list[tuple[Told, Value]]] = defaultdict(list)
    long_ago = {(t.document, t.sentence) for t in told if t.past and t.classes & DEADLY}
    for t in told:
        if t.factuality > 0 and not t.past and t.ahead is None and (t.document, t.sentence) not in long_ago:
            for scope, value in sorted(t.numbers.items()):
                role, *counted = toll(scope)[0].split()
                if (role in OF_PEOPLE and counted == [PEOPLE]) or scope == TURNOUT:
                    out[scope if scope == TURNOUT else role].append((t, value))
    return out


def _of_one(count: Value) -> bool:
    return (count.low, count.high) == (1.0, 1.0)


def _causes(told: Sequence[Told], home: Mapping[str, int]) -> Mapping[tuple[bool, str], set[int]]:
    """The events of which an account tells that people took part in them (True), or that they kill (False)."""
    out: dict[tuple[bool, str], set[int]] = defaultdict(set)
    for t in told:
        if t.factuality > 0 and not t.past:
            for crowd, kinds in ((True, CROWDS), (False, DEADLY)):
                if t.classes & kinds:
                    out[crowd, t.document].add(home[t.id])
    return out


def _ties(a: Told, b: Told) -> int:
    """How many of these tie two counts: a day, a place or a name in their sentences."""
    days = any(is_day(x) and is_day(y) and overlap(x, y) for x in a.dates for y in b.dates)
    return days + bool(same_place(a, b, 0.0)[0] or a.nearby & b.nearby)
