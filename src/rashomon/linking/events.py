"""Events inside a story: each mention joins the best event so far or opens one, in a canonical order.

An event is known by at most eight stored mentions; a mention is compared with the events that share an action with it
or whose sentences are most like its own, at most forty. It joins where the likeness, halfway between the mean over the
stored mentions and the best of them, is high enough and none of them forbids it. Opposite factuality forbids nothing: a
denial belongs to the event that it denies.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from rashomon.linking.compare import other_partners, related, veto
from rashomon.linking.deaths import death_links
from rashomon.linking.denied import denial_links
from rashomon.linking.features import doubt_of, possible, score
from rashomon.linking.likeness import Likeness, Matrix, matrix
from rashomon.linking.told import Told, tell
from rashomon.types import Claim, Document, Judgement, Link

STORED = 8  # mentions by which an event is known
EVENTS, COMPARED = 200, 40  # newest events with a shared action that are looked at; most alike ones that are scored
MERGED = 3  # earlier events that an event is compared with at the end
ALIKE = 12  # sentences whose events are candidates without a shared action
JOIN, MAYBE = 0.25, 0.15  # likeness from which a mention joins; from which "possibly the same" is kept


def event_links(
    documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], names: Mapping[str, str]
) -> Iterator[Link]:
    """Links of kind "event" among the mentions of one story.

    *claims* are grouped by mention; *names* maps "document:entity" to the form shared across accounts. Accounts are
    taken by date, then id, so that their order changes nothing.
    """
    ordered = sorted(documents, key=lambda d: (d.date.value if d.date else "", d.id))
    vectors, rows = matrix(ordered)
    told = list(chain.from_iterable(tell(d, claims, names, rows) for d in ordered))
    linker = Linker(told, vectors)
    links = [*linker.links()]
    links += death_links(told, links)
    yield from links
    yield from denial_links(told, links, linker.likeness)


class Linker:
    """The events of one story while its mentions arrive. Mentions and events are numbers of their order."""

    def __init__(self, told: Sequence[Told], vectors: Matrix):
        self.told, self.likeness = told, Likeness([t.row for t in told], vectors)
        self.stored: list[list[int]] = []  # event -> mentions
        self.event_of: list[int] = []  # mention -> event
        self.by_action: dict[str, list[int]] = defaultdict(list)  # action -> events in order
        self.cast: list[frozenset[str]] = []  # event -> all names that take part
        self.doubt = doubt_of(told)

    def links(self) -> Iterator[Link]:
        """Links of each mention to those before it, then of the events that a later mention has made one."""
        yield from self._arrivals()
        yield from self._merges()

    def _arrivals(self) -> Iterator[Link]:
        for m, told in enumerate(self.told):
            events, cosines = self._candidates(m)
            best, home, other = 0.0, -1, -1
            because: tuple[str, ...] = ()
            for event in events:
                if not any(related(self.told[k], told, cosines[k]) for k in self.stored[event]):
                    continue
                if other_partners(told, self.told[self.stored[event][0]], self.cast[event]):
                    continue
                hope = [possible(self.told[k], told, cosines[k], self.doubt) for k in self.stored[event]]
                if likeness(hope) < max(MAYBE, best):
                    continue
                pairs = [(score(self.told[k], told, cosines[k], self.doubt), k) for k in self.stored[event]]
                (_, reasons), k = max(pairs, key=lambda p: (p[0][0], -p[1]))
                like = likeness([s for (s, _), _ in pairs])
                if like < MAYBE or like <= best:
                    continue
                forbids = next(((k, why) for k in self.stored[event] if (why := veto(self.told[k], told))), None)
                if forbids:
                    if like >= JOIN:
                        yield self._link(forbids[0], m, Judgement.DIFFERENT, like, (forbids[1],))
                    continue
                best, home, other, because = like, event, k, reasons
            if home >= 0:
                yield self._link(other, m, Judgement.SAME if best >= JOIN else Judgement.UNSURE, best, because)
            self._keep(m, home if best >= JOIN else len(self.stored))

    def _merges(self) -> Iterator[Link]:
        """ "They will meet Vale and Brook" may show that a meeting with Vale and one with Brook are one event."""
        for later in range(len(self.stored)):
            first = self.told[self.stored[later][0]]
            if len(self.cast[later]) < 2:
                continue
            before = ((self.by_action[key], bisect_left(self.by_action[key], later)) for key in _actions(first))
            shared = dict.fromkeys(chain.from_iterable(events[max(0, at - EVENTS) : at] for events, at in before))
            near = (e for e in shared if len(self.cast[e] & self.cast[later]) > 1)
            for earlier in islice(near, MERGED):
                if other_partners(first, self.told[self.stored[earlier][0]], self.cast[earlier], self.cast[later]):
                    continue
                cosines = self.likeness.between(self.stored[earlier], self.stored[later])
                pairs = [
                    (score(self.told[k], self.told[m], float(cosines[i, j]), self.doubt), k, m)
                    for i, k in enumerate(self.stored[earlier])
                    for j, m in enumerate(self.stored[later])
                    if related(self.told[k], self.told[m], float(cosines[i, j]))
                ]
                if not pairs:
                    continue
                (_, because), k, m = max(pairs, key=lambda p: (p[0][0], -p[1], -p[2]))
                like = likeness([s for (s, _), _, _ in pairs])
                if like >= JOIN and not self._vetoed(earlier, later):
                    yield self._link(k, m, Judgement.SAME, like, because)
                    break

    def _vetoed(self, earlier: int, later: int) -> bool:
        return any(veto(self.told[k], self.told[m]) for k in self.stored[earlier] for m in self.stored[later])

    def _link(self, k: int, m: int, judgement: Judgement, like: float, because: tuple[str, ...]) -> Link:
        return Link("event", self.told[k].id, self.told[m].id, judgement, round(like, 3), because)

    def _candidates(self, m: int) -> tuple[list[int], Mapping[int, float]]:
        """Events that share an action with the mention or hold one of the recent sentences most like its own, and the
        similarity of its sentence to those of their stored mentions."""
        shared = sorted({e for key in _actions(self.told[m]) for e in self.by_action[key][-EVENTS:]})[-EVENTS:]
        events = dict.fromkeys(chain((self.event_of[k] for k in self.likeness.nearest(m, ALIKE)), shared))
        cosines = self.likeness.cosines(m, chain.from_iterable(self.stored[e] for e in events))
        return sorted(events, key=lambda e: (-max(cosines[k] for k in self.stored[e]), e))[:COMPARED], cosines

    def _keep(self, m: int, event: int) -> None:
        if event == len(self.stored):
            self.stored.append([])
            self.cast.append(frozenset())
        self.cast[event] |= self.told[m].names
        if len(self.stored[event]) < STORED:
            self.stored[event].append(m)
            for key in _actions(self.told[m]):
                events = self.by_action[key]
                if (at := bisect_left(events, event)) == len(events) or events[at] != event:
                    events.insert(at, event)
        self.event_of.append(event)


def likeness(scores: Sequence[float]) -> float:
    """Of a mention and an event, by its scores with the mentions stored: halfway between their mean and the best."""
    return (sum(scores) / len(scores) + max(scores)) / 2


def _actions(told: Told) -> tuple[str, ...]:
    """The keys under which an event is found: its predicate, its stem, its classes, its deeds."""
    classed = (f"{c}:" for c in sorted(told.classes))
    return (told.predicate, f"{told.predicate[:5]}-", *classed, *map(str, sorted(told.deeds)))
