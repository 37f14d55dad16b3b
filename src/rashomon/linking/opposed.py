"""Two outcomes of one thing that cannot both be join as one event, in which they stand against each other.

"The jury convicted Dan Wolff" and "Wolff was acquitted" have no action in common, so the comparison of pairs leaves
them apart, and what they dispute would be seen by nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.linking.compare import COMMITTED, clash
from rashomon.linking.features import listed
from rashomon.linking.told import Told
from rashomon.outcomes import OUTCOMES, exclude
from rashomon.types import Judgement, Link

SCORE = 0.5  # of a link made by opposed outcomes alone
MOST = 8  # tellings of the other outcome that one is joined with


def outcome_links(told: Sequence[Told]) -> Iterator[Link]:
    """Links of kind "event" from the first tellings of one outcome to each telling of the other by another voice."""
    by_pair: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        if t.predicate in OUTCOMES and t.factuality >= COMMITTED and not t.stretch:
            by_pair[OUTCOMES[t.predicate].pair].append(t)
    for group in by_pair.values():
        for n, t in enumerate(group):
            against = (o for o in group[:n] if exclude(o.predicate, t.predicate))
            for o in [o for o in against if _one_thing(o, t)][:MOST]:
                why = f"one thing has one of two outcomes: {listed(t, _undergoers(o) & _undergoers(t))}"
                yield Link("event", o.id, t.id, Judgement.SAME, SCORE, (why,))


def _one_thing(a: Told, b: Told) -> bool:
    """True if two voices tell it of one named, at times that do not set the two apart; not of "Oro's brother"."""
    named = _undergoers(a) & _undergoers(b)
    alone = all(_undergoers(t) <= t.names for t in (a, b))
    return bool(named) and alone and not a.holders & b.holders and a.past == b.past and not clash(a, b)


def _undergoers(told: Told) -> frozenset[str]:
    """Whom it befell: the patient, else the only one who takes part ("is alive")."""
    return told.patients or told.agents
