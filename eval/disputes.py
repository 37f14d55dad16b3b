"""Disputes: what two short accounts of one event differ on, on pairs of our own whose differences are all labelled.

Data: JSON Lines, a pair a line: `id`, the texts `a` and `b`, the days they were `published`, and `disputes`, each
with a `slot`, the words of either side (`a`, `b`; where else a side takes its stand: `a_too`, `b_too`; each stands once
in its text), and `sure`, false where scope or time may differ. A third of the pairs holds none: the accounts agree, or
one tells more, or a later state, or another thing.

    disputes           shown conflicts, denials and rival answers that stand at the words of a labelled dispute (P), and
                       labelled disputes that are shown (R)
    disputes sure      recall of those that are not merely arguable
    disputes SLOT      recall by slot
    told, joined       of the labelled disputes, those with a claim at both sides, and those with both in one event
    nothing to dispute of the pairs without a dispute, those where none is shown
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from eval import differences
from eval.corpora import json_lines
from eval.metrics import Fault, Result, Score, accuracy, recall, total
from eval.questions import Account, Place
from eval.shown import Annotate, Shown, annotated, holds, of_each_event, of_events, of_questions, recorded
from rashomon.errors import ReadError


@dataclass(frozen=True, slots=True)
class Dispute:
    """What two accounts cannot both be right about: its slot, and the words of each, those that say it best first."""

    slot: str
    a: tuple[Place, ...]
    b: tuple[Place, ...]
    sure: bool

    def shown(self, shown: Shown) -> bool:
        """Whether that stands between words of the two."""
        return any(shown.meets(a, b) for a, b in product(self.a, self.b))

    def told(self, group: Sequence[Place]) -> bool:
        """Whether places of the group stand at words of either side."""
        return all(any(holds(group, place) for place in side) for side in (self.a, self.b))


@dataclass(frozen=True, slots=True)
class Case:
    """Two accounts and all that they dispute."""

    id: str
    accounts: tuple[Account, Account]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record of two accounts shows as disputed; where the words of its claims stand, by event."""

    shown: tuple[Shown, ...]
    events: tuple[tuple[Place, ...], ...] = ()


def gold(path: Path, limit: int | None) -> list[Case]:
    """The pairs. Raises ReadError where the words of a dispute do not stand once in their text."""
    return [
        _case(row, path, number)
        for number, row in json_lines(path, limit, ("id", "a", "b", "published", "disputes"))
    ]  # fmt: skip


def _case(row: Mapping[str, Any], path: Path, number: int) -> Case:
    a, b = (
        Account(f"{row['id']}/{side}", row[side], f"Paper {side.upper()}", day)
        for side, day in zip("ab", row["published"], strict=True)
    )
    disputes = []
    for d in row["disputes"]:
        places: list[list[Place]] = [[], []]
        for k, (side, account) in enumerate((("a", a), ("b", b))):
            for words in (d[side], *d.get(f"{side}_too", ())):
                if account.text.count(words) != 1:
                    raise ReadError(
                        str(path), f"{account.id} does not hold {words!r} once; see docs/evaluation.md", number
                    )
                begin = account.text.index(words)
                places[k].append((k, begin, begin + len(words)))
        disputes.append(Dispute(d["slot"], tuple(places[0]), tuple(places[1]), d["sure"]))
    return Case(row["id"], (a, b), tuple(disputes))


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[Verdict]:
    """What the record of each pair shows."""
    out = []
    for case in cases:
        documents, claims, record = recorded(case.accounts, annotate)
        shown = (*of_events(documents, record), *of_questions(documents, record))
        out.append(Verdict(shown, tuple(of_each_event(documents, claims, record))))
    return out


def baseline(cases: Sequence[Case], train: Path | None) -> list[Verdict]:
    """Every number, date or negation that differs is a dispute: `eval.differences`. *train* is not used."""
    return [
        Verdict(tuple(Shown(s, (x,), (y,)) for s, x, y in differences.differing(0, a.text, 1, b.text)))
        for a, b in (case.accounts for case in cases)
    ]


def score(cases: Sequence[Case], predictions: Sequence[Verdict]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, verdict in zip(cases, predictions, strict=True):
        scores += _scores(case, verdict)
        faults += _faults(case, verdict)
    return Result(total(scores), tuple(faults))


def _scores(case: Case, verdict: Verdict) -> Iterator[Score]:
    met = [d for d in case.disputes if any(map(d.shown, verdict.shown))]
    right = sum(any(d.shown(s) for d in case.disputes) for s in verdict.shown)
    yield Score("disputes", right, len(verdict.shown), len(met), len(case.disputes))
    if not case.disputes:
        yield accuracy("nothing to dispute", not verdict.shown, 1)
    told = tuple(p for group in verdict.events for p in group)
    for d in case.disputes:
        if d.sure:
            yield recall("disputes sure", d in met, 1)
        yield recall(f"disputes {d.slot}", d in met, 1)
        yield recall("told", d.told(told), 1)
        yield recall("joined", any(map(d.told, verdict.events)), 1)


def _faults(case: Case, verdict: Verdict) -> Iterator[Fault]:
    def fault(a: Place, b: Place, what: str, slot: str) -> Fault:
        at = f"{slot} ({case.accounts[b[0]].id} {b[1]}-{b[2]})"
        return Fault(case.accounts[a[0]].id, "disputes", a[1], a[2], what, at)

    for s in verdict.shown:
        if not any(d.shown(s) for d in case.disputes):
            yield fault(*next(s.between()), "spurious", s.slot)
    for d in case.disputes:
        if not any(map(d.shown, verdict.shown)):
            yield fault(d.a[0], d.b[0], "missed", d.slot)
