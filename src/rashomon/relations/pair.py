"""Two versions of one slot, and what every gate asks of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon import name_forms as forms
from rashomon.notable import COMMITTED
from rashomon.types import Agreement, Claim, Position, Relation
from rashomon.voices import Voices

# Days; short of them, two accounts may tell of one moment in any order.
LATER = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions *i* and *j* of a slot, in an order that has a meaning where `rising` or `in_time` made it."""

    positions: Sequence[Position]  # every version of the slot
    i: int
    j: int
    scope: str
    voices: Voices

    @property
    def a(self) -> Position:
        """The first of the two."""
        return self.positions[self.i]

    @property
    def b(self) -> Position:
        """The second of the two."""
        return self.positions[self.j]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Those of the first, then those of the second."""
        return (*self.a.claims, *self.b.claims)

    def facing(self) -> Iterator[tuple[Claim, Claim]]:
        """Each claim of the first with each of the second."""
        return ((x, y) for x in self.a.claims for y in self.b.claims)

    def swapped(self) -> Pair:
        """The same two in the other order."""
        return replace(self, i=self.j, j=self.i)

    def rising(self) -> Pair:
        """The same two, the lower value first."""
        return self if (self.a.value.low or 0.0) <= (self.b.value.low or 0.0) else self.swapped()

    def in_time(self, gap: float = LATER) -> Pair | None:
        """The same two, the one first whose every claim is more than *gap* days older than all of the other's; None
        if neither is, or if the day of an account is unknown."""
        told = [[self.voices.moment(c) for c in p.claims] for p in (self.a, self.b)]
        a, b = ([m for m in moments if m is not None] for moments in told)
        if (len(a), len(b)) != (len(told[0]), len(told[1])):
            return None
        if max(a) + gap < min(b):
            return self
        return self.swapped() if max(b) + gap < min(a) else None

    def one_mention(self) -> bool:
        """True if one mention gives both values."""
        return not {c.mention for c in self.a.claims}.isdisjoint(c.mention for c in self.b.claims)

    def stand(self, agreement: Agreement, because: str) -> Relation:
        """The relation that says how the first stands to the second."""
        return Relation(self.i, self.j, agreement, because)

    def contest(self, because: str) -> Relation:
        """CONFLICTS if two independent voices are committed to the two versions and no voice holds both."""
        voices = self.voices
        spoken = ([voices.speaker(c) for c in p.claims] for p in (self.a, self.b))
        a, b = ({forms.identity(v): v for v in said if forms.is_name(v)} for said in spoken)
        if not any(self._against(x, y) for x, y in self.facing()):
            return self.stand(Agreement.ARGUABLE, "one voice gives both, or one tells no fact")
        if both := a.keys() & b.keys():
            return self.stand(Agreement.ARGUABLE, f"{a[min(both)]} gives both")
        return self.stand(Agreement.CONFLICTS, because)

    def _against(self, x: Claim, y: Claim) -> bool:
        """True for the words of two voices that are both committed, each to its own version."""
        voices = self.voices
        # a plan and a deed are two states: "threatened to fire at", "fired over"
        one_state = voices.ahead(x) == voices.ahead(y) or (voices.fixed(x) and voices.fixed(y))
        sure = min(x.factuality, y.factuality) >= COMMITTED and one_state
        apart = voices.family(x) != voices.family(y) or voices.source(x) or voices.source(y)
        return bool(sure and apart and voices.independent(x, y))
