"""Events that accounts tell in one breath: a blast, whom it killed and whom it hurt are one thing to a reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.types import Event, Span, mention_at
from rashomon.views.events import when
from rashomon.views.index import Index
from rashomon.views.titles import passage

Told = Mapping[str, frozenset[int]]  # account -> where the sentences begin that tell an event


def together(index: Index, events: Sequence[Event]) -> list[list[Event]]:
    """Events in their order, each below the first before it that it is told with: one sentence is the title of both, or
    half of its independent accounts tell both in one, two at least, and neither was over before the other."""
    groups: list[tuple[Told, list[Event]]] = []
    for event in events:
        told = _told(index, event)
        for head, group in groups:
            both = tuple(d for d in told if not told[d].isdisjoint(head.get(d, ())))
            shared = index.independent(both)
            often = shared > 1 and 2 * shared >= index.independent(tuple(told)) and not _apart(event, group[0])
            if often or passage(index, event) == passage(index, group[0]):
                group.append(event)
                break
        else:
            groups.append((told, [event]))
    return [group for _, group in groups]


def _told(index: Index, event: Event) -> Told:
    found: dict[str, set[int]] = {}
    for document, at in map(mention_at, event.mentions):
        found.setdefault(document, set()).add(index.around(document, Span(at, at + 1)).begin)
    return {document: frozenset(begins) for document, begins in found.items()}


def _apart(event: Event, other: Event) -> bool:
    (low, high), (begin, end) = when(event), when(other)
    before = high is not None and begin is not None and high < begin
    return before or (low is not None and end is not None and end < low)
