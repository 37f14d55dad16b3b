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
from itertools import chain

from rashomon.linking.compare import other_partners, related, veto
from rashomon.linking.deaths import death_links
from rashomon.linking.denied import denial_links
from rashomon.linking.features import doubt_of, possible, score
from rashomon.linking.likeness import Likeness, Matrix, matrix
from rashomon.linking.told import Told, tell
from rashomon.types import Claim, Document, Judgement, Link

STORED = 8  # mentions by which an event is known
EVENTS, COMPARED = 200, 40  # newest events with a shared action that are looked at; most alike ones that are scored
MERGED = 6  # earlier events that an event is compared with at the end
ALIKE = 12  # sentences whose events are candidates without a shared action
JOIN, MAYBE = 0.25, 0.15  # likeness from which a mention joins; from which "possibly the same" is kept
MERGE = 0.31  # likeness from which two events are one; chosen on our own labels of joins (eval/gold)


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
        """An event joins the earlier one that it is most like on the whole: the first mentions decided much, and later
        ones may show that two events are one."""
        for later in range(1, len(self.stored)):
            alike = [(self._alike(earlier, later), -earlier) for earlier in self._earlier(later)]
            for (like, k, m, because), earlier in sorted(alike, key=lambda a: (-a[0][0], -a[1])):
                if like < MERGE:
                    break
                if not self._vetoed(-earlier, later):
                    yield self._link(k, m, Judgement.SAME, like, because)
                    break

    def _earlier(self, later: int) -> list[int]:
        """Events before one that share an action with it: those whose first sentences are most like its first."""
        first = self.told[self.stored[later][0]]
        keys = dict.fromkeys(key for m in self.stored[later] for key in _actions(self.told[m]))
        before = ((self.by_action[key], bisect_left(self.by_action[key], later)) for key in keys)
        shared = sorted({e for events, at in before for e in events[max(0, at - EVENTS) : at]})[-EVENTS:]
        near = [
            e for e in shared if not other_partners(first, self.told[self.stored[e][0]], self.cast[e], self.cast[later])
        ]
        if not near:
            return []
        cosines = self.likeness.between([self.stored[e][0] for e in near], [self.stored[later][0]])[:, 0]
        ranked = sorted(zip(cosines.tolist(), near, strict=True), key=lambda c: (-c[0], c[1]))
        return [e for _, e in ranked[:MERGED]]

    def _alike(self, earlier: int, later: int) -> tuple[float, int, int, tuple[str, ...]]:
        """The likeness of two events by their stored mentions, the two mentions most alike, and why these are."""
        ours, theirs = self.stored[earlier], self.stored[later]
        cosines = self.likeness.between(ours, theirs)
        none: tuple[str, ...] = ()
        scores, best = [], (0.0, ours[0], theirs[0], none)
        for i, k in enumerate(ours):
            for j, m in enumerate(theirs):
                a, b, cosine = self.told[k], self.told[m], float(cosines[i, j])
                one, because = score(a, b, cosine, self.doubt) if related(a, b, cosine) else (0.0, none)
                scores.append(one)
                best = max(best, (one, k, m, because), key=lambda found: found[0])
        return likeness(scores), *best[1:]

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
