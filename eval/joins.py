"""Joins: do two mentions of different accounts tell one happening? On our own standoff labels (`eval/gold`).

Data: JSON Lines, an event a line: `documents` as for `pairs`, and `pairs`: account, begin and end of a trigger, twice,
then whether both tell one happening, and how many pairs of its stratum the labelled one stands for.

    joined     of the pairs that Rashomon puts into one event, those labelled one (P); of those labelled one, those that
               it puts into one (R)
    weighed    the same with each pair counted as often as its stratum has pairs: what to expect of all
    found      the labelled pairs at both of whose triggers a mention gives claims
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpora import json_lines
from eval.metrics import Fault, Result, Score, recall, total
from eval.questions import Account, Place, accounts_of
from eval.shown import Annotate, annotated
from eval.texts import texts
from rashomon.clusters import clusters, shared_names
from rashomon.linking.sketch import stem
from rashomon.types import Document, EventMention, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two triggers: are they one happening, and for how many pairs do they stand?"""

    left: Place
    right: Place
    one: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Case:
    """One event."""

    id: str
    accounts: tuple[Account, ...]
    pairs: tuple[Pair, ...]


Verdict = tuple[bool | None, ...]  # for each pair: joined or not, None where a side has no mention


def gold(path: Path, limit: int | None) -> list[Case]:
    """The labelled events. Raises ReadError where a corpus is absent or its text is not the one labelled."""
    rows = list(json_lines(path, limit, ("event", "documents", "pairs")))
    known = texts(str(d["corpus"]) for _, row in rows for d in row["documents"])
    return [
        Case(
            row["event"],
            accounts_of(row, known, path, number),
            tuple(Pair((i, b, e), (j, c, f), bool(one), weight) for i, b, e, j, c, f, one, weight in row["pairs"]),
        )
        for number, row in rows
    ]


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[Verdict]:
    """What the linker joins, all accounts of an event being one story."""
    from rashomon.claims import extract
    from rashomon.dating import date_accounts
    from rashomon.linking.events import event_links
    from rashomon.linking.names import name_links

    out = []
    for case in cases:
        documents = annotate(case.accounts)
        documents = list(date_accounts(documents, [[d.id for d in documents]]))
        claims = defaultdict(list)
        for claim in extract(documents):
            claims[claim.mention].append(claim)
        links = event_links(documents, claims, shared_names(documents, tuple(name_links(documents))))
        event = {key: k for k, group in enumerate(clusters(claims, links)) for key in group}
        sides = ((_at(p.left, documents, event), _at(p.right, documents, event)) for p in case.pairs)
        out.append(tuple(bool(a & b) if a and b else None for a, b in sides))
    return out


def _at(place: Place, documents: Sequence[Document], event: Mapping[str, int]) -> set[int]:
    """The events of the mentions at a trigger."""
    document = documents[place[0]]
    touching = document.layer(EventMention).touching(Span(*place[1:]))
    keys = (document.key(m) for m in touching)
    return {event[key] for key in keys if key in event}


def baseline(cases: Sequence[Case], train: Path | None) -> list[Verdict]:
    """Triggers of one stem tell one happening. *train* is not used."""
    return [tuple(_stem(case, p.left) == _stem(case, p.right) for p in case.pairs) for case in cases]


def _stem(case: Case, place: Place) -> str:
    word = case.accounts[place[0]].text[slice(*place[1:])].lower()
    return stem(word) or word


def score(cases: Sequence[Case], predictions: Sequence[Verdict]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, verdict in zip(cases, predictions, strict=True):
        for pair, joined in zip(case.pairs, verdict, strict=True):
            for name, n in (("joined", 1), ("weighed", round(pair.weight * 10))):
                hit = n * bool(joined and pair.one)
                scores.append(Score(name, hit, n * bool(joined), hit, n * pair.one))
            scores.append(recall("found", joined is not None, 1))
            if bool(joined) != pair.one:
                faults.append(_fault(case, pair))
    return Result(tuple(total(scores)), tuple(faults))


def _fault(case: Case, pair: Pair) -> Fault:
    other = f"({case.accounts[pair.right[0]].id} {pair.right[1]}-{pair.right[2]})"
    return Fault(case.accounts[pair.left[0]].id, "joined", *pair.left[1:], "missed" if pair.one else "spurious", other)
