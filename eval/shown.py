"""What the record of two or more accounts shows as disputed, and where the words of each side stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from eval.questions import DISPUTES, Account, Place
from rashomon.types import Claim, Document, Position, Record

Annotate = Callable[[Sequence[Account]], list[Document]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A conflict or denial of a record: where the words of each side stand."""

    slot: str
    left: tuple[Place, ...]
    right: tuple[Place, ...]

    def between(self) -> Iterator[tuple[Place, Place]]:
        """Its pairs of different accounts."""
        return ((a, b) for a, b in product(self.left, self.right) if a[0] != b[0])

    def meets(self, a: Place, b: Place) -> bool:
        """Whether it stands between the words of two claims."""
        return any((touch(x, a) and touch(y, b)) or (touch(x, b) and touch(y, a)) for x, y in self.between())


def touch(a: Place, b: Place) -> bool:
    """Whether two places share a character."""
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def annotated(accounts: Sequence[Account]) -> list[Document]:
    """The accounts with every layer, as a build reads plain text whose outlet and day are stated."""
    import rashomon

    read = [rashomon.document(a.text, outlet=a.outlet, published=a.published or None) for a in accounts]
    return list(rashomon.annotate(read))


def recorded(accounts: Sequence[Account], annotate: Annotate = annotated) -> tuple[list[Document], list[Claim], Record]:
    """The accounts dated, their claims and their record. Raises ValueError where reading changed a text."""
    from rashomon.claims import extract
    from rashomon.dating import date_accounts
    from rashomon.linking import link
    from rashomon.linking.stories import stories
    from rashomon.record import assemble

    documents = annotate(accounts)
    if [d.text for d in documents] != [a.text for a in accounts]:
        raise ValueError("reading changed a text, so its offsets cannot be scored")
    documents = list(date_accounts(documents, stories(documents)))
    claims = list(extract(documents))
    return documents, claims, assemble(documents, claims, link(documents, claims))


def of_events(documents: Sequence[Document], record: Record) -> Iterator[Shown]:
    """The conflicts and denials of the events, between different accounts."""
    number = {d.id: k for k, d in enumerate(documents)}
    for event in record.events:
        for slot in event.slots:
            for r in slot.relations:
                if r.agreement in DISPUTES:
                    sides = (_places(slot.positions[k], number) for k in (r.left, r.right))
                    found = Shown(slot.name, *sides)
                    if any(found.between()):
                        yield found


def of_questions(documents: Sequence[Document], record: Record) -> Iterator[Shown]:
    """The rival answers to the questions, between different accounts."""
    number = {d.id: k for k, d in enumerate(documents)}
    for question in record.questions:
        for slot in question.slots:
            for a, b in combinations(slot.positions, 2):
                found = Shown(slot.scope, _places(a, number), _places(b, number))
                if any(found.between()):
                    yield found


def _places(position: Position, number: dict[str, int]) -> tuple[Place, ...]:
    return tuple((number[c.document], c.evidence.begin, c.evidence.end) for c in position.claims)


def of_each_event(
    documents: Sequence[Document], claims: Sequence[Claim], record: Record
) -> Iterator[tuple[Place, ...]]:
    """The places of the claims of each event of the record; each of those in none by itself."""
    number = {d.id: k for k, d in enumerate(documents)}
    event = {mention: e.id for e in record.events for mention in e.mentions}
    groups: dict[str, list[Place]] = {}
    for c in claims:
        place = (number[c.document], c.evidence.begin, c.evidence.end)
        groups.setdefault(event.get(c.mention, c.mention), []).append(place)
    yield from map(tuple, groups.values())


def holds(group: Sequence[Place], place: Place) -> bool:
    """Whether a place of the group shares a character with this one."""
    return any(touch(place, p) for p in group)
