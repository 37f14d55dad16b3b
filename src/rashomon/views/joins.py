"""How surely the mentions of an event tell one happening, in words, and which others may.

Of 179 pairs drawn from cards of 79 groups of real accounts and then labelled, one of each card, 88 % of those tied by
scores of .5 or more are one happening (93 % from .55 on), 67 % of those tied by .4, and 63 % of those tied by less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.clusters import clusters
from rashomon.types import Event, Judgement, Link, Record


@dataclass(frozen=True)
class Joins:
    """The mentions of one event, grouped at each of LEVELS: the least score of a link that holds them together."""

    LEVELS: ClassVar[Mapping[str, float]] = {"surely": 0.5, "likely": 0.4, "possibly": 0.0}

    event: Event
    groups: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, event: Event) -> Joins:
        """Those of an event."""
        groups = {}
        for level, least in cls.LEVELS.items():
            joined = clusters(event.mentions, (ln for ln in event.because if ln.score >= least))
            groups[level] = {key: n for n, group in enumerate(joined) for key in group}
        return cls(event, groups)

    def between(self, left: Collection[str], right: Collection[str]) -> str:
        """The surest level at which a mention of one side and one of the other are one event."""
        return next((w for w, home in self.groups.items() if _meet(home, left, right)), list(self.LEVELS)[-1])

    def with_most(self, *mentions: str) -> str:
        """The same between these mentions and the largest group of those that surely are one; "" for an event of one
        mention."""
        return self.between(mentions, self._core) if len(self.event.mentions) > 1 else ""

    @cached_property
    def _core(self) -> tuple[str, ...]:
        surest = next(iter(self.groups.values()))
        most, _ = Counter(surest[m] for m in self.event.mentions).most_common(1)[0]
        return tuple(m for m in self.event.mentions if surest[m] == most)

    def weakest(self) -> str:
        """The level at which all mentions hold together; "" for an event of one mention."""
        if len(self.event.mentions) < 2:
            return ""
        return next((w for w, home in self.groups.items() if len(set(home.values())) < 2), list(self.LEVELS)[-1])


def _meet(home: Mapping[str, int], left: Collection[str], right: Collection[str]) -> bool:
    return not {home.get(key) for key in left}.isdisjoint({home.get(key) for key in right} - {None})


def unsure(record: Record) -> Mapping[str, list[tuple[Link, str]]]:
    """Event id to the mentions outside it that may tell it too, each with the link that says so."""
    home = {m: e.id for e in record.events for m in e.mentions}
    out: dict[str, list[tuple[Link, str]]] = {}
    for ln in record.links:
        if ln.kind == "event" and ln.judgement is Judgement.UNSURE and home.get(ln.left) != home.get(ln.right):
            for here, there in ((ln.left, ln.right), (ln.right, ln.left)):
                out.setdefault(home.get(here, ""), []).append((ln, there))
    return out
