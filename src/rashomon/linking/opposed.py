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
from rashomon.outcomes import OF_THINGS, OUTCOMES, opposite
from rashomon.types import Judgement, Link

SCORE = 0.5  # of a link made by opposed outcomes alone
# In the words of who or what it befell, what tells nothing of which.
ANY = frozenset("all both each every many most several some two three four five six".split())
MOST = 8  # first tellings of an outcome that those of the other are joined with


def outcome_links(told: Sequence[Told]) -> Iterator[Link]:
    """Links of kind "event" from the first tellings of one outcome to each telling of the other by another voice."""
    first: dict[tuple[str, str], list[Told]] = defaultdict(list)  # name of an outcome, whom it befell -> who told it
    for t in told:
        end = OUTCOMES.get(t.predicate)
        whole = end is not None and (end.pair in OF_THINGS or _undergoers(t) <= t.names)  # not of "Oro's brother"
        if end is None or t.factuality < COMMITTED or t.stretch or not whole:
            continue
        for key in sorted(_undergoers(t) - ANY):
            for o in first[opposite(end.name), key]:
                if _may_dispute(o, t):
                    why = f"one thing has one of two outcomes: {listed(t, (key,))}"
                    yield Link("event", o.id, t.id, Judgement.SAME, SCORE, (why,))
            if len(first[end.name, key]) < MOST:
                first[end.name, key].append(t)


def _may_dispute(a: Told, b: Told) -> bool:
    """True if two voices tell it, at times that do not set the two apart."""
    if OUTCOMES[a.predicate].pair in OF_THINGS and (a.document == b.document or _undergoers(a) & a.names - b.nearby):
        return False
    return not a.holders & b.holders and a.past == b.past and not clash(a, b)


def _undergoers(told: Told) -> frozenset[str]:
    """Whom it befell: the patient, else the only one who takes part ("is alive")."""
    return told.patients or told.agents
