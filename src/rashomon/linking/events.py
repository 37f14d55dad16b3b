"""Events inside a story: each mention joins an event that is surely its own or opens one, in a canonical order; then
events that are alike on the whole become one, those most alike first.

An event is known by at most eight stored mentions; a mention is compared with the events that share an action with it
or whose sentences are most like its own, at most forty. The likeness is halfway between the mean over the stored
mentions and the best of them. A mention that one of these forbids stays apart, and so do two events of whose pairs more
than a few are forbidden, or one by its time. Opposite factuality forbids nothing: a denial belongs to the event that it
denies. Since most mentions have no time, an event also keeps eight that have one: what cannot be of the time of most of
these is another happening.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain

from rashomon.linking.compare import clash, no_sign, other_instance, other_partners, veto
from rashomon.linking.counts import count_links
from rashomon.linking.deaths import death_links
from rashomon.linking.denied import denial_links
from rashomon.linking.features import ROOT, doubt_of, possible, score
from rashomon.linking.likeness import Likeness, Matrix, matrix
from rashomon.linking.opposed import outcome_links
from rashomon.linking.told import Told, tell
from rashomon.types import Claim, Document, Judgement, Link

STORED = 8  # mentions by which an event is known
EVENTS, COMPARED = 200, 40  # newest events with a shared action that are looked at; most alike ones that are scored
ALIKE = 12  # sentences whose events are candidates without a shared action
SURE = 0.4  # likeness from which a mention joins as it comes; chosen, as JOIN, on our own labels of joins (eval/gold)
MISREAD = 0.1  # share of the pairs of two events that may forbid to join them: one odd reading keeps no events apart
JOIN, MAYBE = 0.25, 0.15  # likeness from which two events are one; from which "possibly the same" is kept


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
    links += outcome_links(told)
    links += count_links(told, links)
    yield from links
    yield from denial_links(told, links, linker.likeness)


class Linker:
    """The events of one story while its mentions arrive. Mentions and events are numbers of their order."""

    def __init__(self, told: Sequence[Told], vectors: Matrix):
        self.told, self.likeness = told, Likeness([t.row for t in told], vectors)
        self.stored: list[list[int]] = []  # event -> mentions
        self.dated: list[list[int]] = []  # event -> mentions with a time, of which those stored may have none
        self.event_of: list[int] = []  # mention -> event
        self.by_action: dict[str, list[int]] = defaultdict(list)  # action -> events in order
        self.cast: list[frozenset[str]] = []  # event -> all names that take part
        self.near: dict[tuple[int, int], float] = {}  # two events -> likeness of a mention of one and the other
        self.doubt = doubt_of(told)

    def links(self) -> Iterator[Link]:
        """Links of each mention to those before it, then of the events that these show to be one."""
        yield from self._arrivals()
        yield from self._merges()

    def _arrivals(self) -> Iterator[Link]:
        for m, told in enumerate(self.told):
            best, home, near = 0.0, (-1, -1), []
            because: tuple[str, ...] = ()
            for event, like, k, reasons in self._likenesses(m):
                near.append((event, like))
                if like <= best:
                    continue
                forbids = next(((k, why) for k in self.stored[event] if (why := veto(self.told[k], told))), None)
                forbids = forbids or self._at_other_times(self.dated[event], m)
                if not forbids:
                    best, home, because = like, (event, k), reasons
                elif like >= JOIN:
                    yield self._link(forbids[0], m, Judgement.DIFFERENT, like, (forbids[1],))
            event = home[0] if best >= SURE else len(self.stored)
            if best:
                yield self._link(home[1], m, Judgement.SAME if best >= SURE else Judgement.UNSURE, best, because)
            for other, like in near:
                if other != event:
                    pair = (min(other, event), max(other, event))
                    self.near[pair] = max(like, self.near.get(pair, 0.0))
            self._keep(m, event)

    def _likenesses(self, m: int) -> Iterator[tuple[int, float, int, tuple[str, ...]]]:
        """The events that a mention may tell: how alike they are, the stored mention most like it, and why that is."""
        told = self.told[m]
        events, cosines = self._candidates(m)
        for event in events:
            stored = self.stored[event]
            if all(no_sign(self.told[k], told, cosines[k]) for k in stored):
                continue
            if other_partners(told, self.told[stored[0]], self.cast[event]):
                continue
            if likeness([possible(self.told[k], told, cosines[k], self.doubt) for k in stored]) < MAYBE:
                continue
            pairs = [(score(self.told[k], told, cosines[k], self.doubt), k) for k in stored]
            (_, reasons), k = max(pairs, key=lambda p: (p[0][0], -p[1]))
            if (like := likeness([s for (s, _), _ in pairs])) >= MAYBE:
                yield event, like, k, reasons

    def _merges(self) -> Iterator[Link]:
        """Two events become one where they are alike on the whole, those most alike first: a mention met few others
        when it came. Their likeness is asked for again when one of them has grown."""
        into = list(range(len(self.stored)))  # event -> that which it has joined, or itself
        known: dict[tuple[int, ...], tuple[float, int, int, tuple[str, ...]]] = {}
        waiting: list[tuple[float, int, int, tuple[int, ...]]] = [(-s, e, f, ()) for (e, f), s in self.near.items()]
        heapify(waiting)
        while waiting:
            _, earlier, later, asked = heappop(waiting)
            earlier, later = sorted((_root(into, earlier), _root(into, later)))
            now = (earlier, later, len(self.stored[earlier]), len(self.stored[later]))
            if earlier == later or (now in known and now != asked):
                continue
            if now not in known:
                known[now] = self._alike(earlier, later)
                if known[now][0] >= JOIN:
                    heappush(waiting, (-known[now][0], earlier, later, now))
            elif not self._vetoed(earlier, later):
                like, k, m, because = known[now]
                yield self._link(min(k, m), max(k, m), Judgement.SAME, like, because)
                into[later] = earlier
                self.cast[earlier] |= self.cast[later]
                self.stored[earlier] = (self.stored[earlier] + self.stored[later])[:STORED]
                self.dated[earlier] = (self.dated[earlier] + self.dated[later])[:STORED]

    def _alike(self, earlier: int, later: int) -> tuple[float, int, int, tuple[str, ...]]:
        """The likeness of two events by their stored mentions, the two mentions most alike, and why these are."""
        ours, theirs = self.stored[earlier], self.stored[later]
        cosines = self.likeness.between(ours, theirs)
        none: tuple[str, ...] = ()
        scores, best = [], (0.0, ours[0], theirs[0], none)
        for i, k in enumerate(ours):
            for j, m in enumerate(theirs):
                a, b, cosine = self.told[k], self.told[m], float(cosines[i, j])
                one, because = (0.0, none) if no_sign(a, b, cosine) else score(a, b, cosine, self.doubt)
                scores.append(one)
                best = max(best, (one, k, m, because), key=lambda found: found[0])
        return likeness(scores), *best[1:]

    def _vetoed(self, earlier: int, later: int) -> bool:
        ours, theirs = self.stored[earlier], self.stored[later]
        if other_partners(self.told[theirs[0]], self.told[ours[0]], self.cast[earlier], self.cast[later]):
            return True
        pairs = [(self.told[k], self.told[m]) for k in ours for m in theirs]
        forbidden = sum(bool(veto(a, b)) for a, b in pairs)
        if forbidden > MISREAD * len(pairs) or any(other_instance(a, b) for a, b in pairs):
            return True
        apart = [self._at_other_times(self.dated[earlier], m) is not None for m in self.dated[later]]
        return 2 * sum(apart) > len(apart)

    def _at_other_times(self, dated: Sequence[int], m: int) -> tuple[int, str] | None:
        """One of these mentions with a time, and why it cannot be of the time of another; None where that is so of half
        of them at most, and for one without a time."""
        apart = [(k, why) for k in dated if self.told[m].dates and (why := clash(self.told[k], self.told[m]))]
        return apart[0] if 2 * len(apart) > len(dated) else None

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
            self.dated.append([])
            self.cast.append(frozenset())
        self.cast[event] |= self.told[m].names
        if self.told[m].dates and len(self.dated[event]) < STORED:
            self.dated[event].append(m)
        if len(self.stored[event]) < STORED:
            self.stored[event].append(m)
            for key in _actions(self.told[m]):
                events = self.by_action[key]
                if (at := bisect_left(events, event)) == len(events) or events[at] != event:
                    events.insert(at, event)
        self.event_of.append(event)


def _root(into: Sequence[int], event: int) -> int:
    while into[event] != event:
        event = into[event]
    return event


def likeness(scores: Sequence[float]) -> float:
    """Of a mention and an event, by its scores with the mentions stored: halfway between their mean and the best."""
    return (sum(scores) / len(scores) + max(scores)) / 2


def _actions(told: Told) -> tuple[str, ...]:
    """The keys under which an event is found: its predicate, its stem, its classes, its deeds."""
    classed = (f"{c}:" for c in sorted(told.classes))
    return (told.predicate, f"{told.word[:ROOT]}-", *classed, *map(str, sorted(told.deeds)))
