"""What accounts of one event can agree on, as labelled: questions, the words that answer them, how two answers stand.

The file of the task `pairs`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.corpora import json_lines, spans
from eval.texts import texts
from rashomon.errors import ReadError
from rashomon.types import Agreement

DISPUTES = (Agreement.CONFLICTS, Agreement.DENIES)
MOST = 6  # pairs of two versions of one question that count for the relation: a line that all quote is one line

Place = tuple[int, int, int]  # number of the account, begin, end


@dataclass(frozen=True, slots=True)
class Account:
    """One account of an event as it is given to a system; `published` is "" where it is unknown."""

    id: str
    text: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Question:
    """What accounts can agree on: the words of each that answer it, by version, and the relation of each pair."""

    slot: str
    of: str
    claims: tuple[Place, ...]
    versions: tuple[str, ...]
    pairs: tuple[tuple[int, int, Agreement], ...]

    def between(self, i: int, j: int) -> frozenset[str]:
        """The versions that two claims hold."""
        return frozenset({self.versions[i], self.versions[j]})

    def judged(self) -> list[tuple[int, int, Agreement]]:
        """The pairs that count for the relation."""
        seen: Counter[frozenset[str]] = Counter()
        out = []
        for i, j, relation in self.pairs:
            seen[self.between(i, j)] += 1
            if seen[self.between(i, j)] <= MOST:
                out.append((i, j, relation))
        return out


@dataclass(frozen=True, slots=True)
class Case:
    """One event."""

    id: str
    accounts: tuple[Account, ...]
    questions: tuple[Question, ...]


def read(path: Path, limit: int | None) -> list[Case]:
    """The labelled events. Raises ReadError where a corpus is absent or its text is not the one labelled."""
    rows = list(json_lines(path, limit, ("event", "documents", "questions")))
    known = texts(str(d["corpus"]) for _, row in rows for d in row["documents"])
    return [_case(row, known, path, number) for number, row in rows]


def accounts_of(
    row: Mapping[str, Any], known: Mapping[tuple[str, str], str], path: Path, number: int
) -> tuple[Account, ...]:
    """The accounts of a labelled event. Raises ReadError where the text is not the one labelled."""
    accounts = []
    for d in row["documents"]:
        text = known.get((d["corpus"], d["doc"]))
        if text is None or hashlib.sha256(text.encode()).hexdigest() != d["sha256"]:
            raise ReadError(str(path), f"{d['corpus']} has no {d['doc']} with the text labelled", number)
        accounts.append(Account(f"{d['corpus']}/{d['doc']}", text, d["outlet"], d["published"]))
    return tuple(accounts)


def _case(row: dict[str, Any], known: Mapping[tuple[str, str], str], path: Path, number: int) -> Case:
    accounts = accounts_of(row, known, path, number)
    questions = tuple(_question(q, accounts, path, number) for q in row["questions"])
    return Case(row["event"], accounts, questions)


def _question(q: dict[str, Any], accounts: Sequence[Account], path: Path, number: int) -> Question:
    claims: list[Place] = []
    for c in q["claims"]:
        text = accounts[c["document"]].text
        [(begin, end)] = spans([[c["begin"], c["end"]]], len(text), path, number, "begin and end")
        claims.append((c["document"], begin, end))
    known = set(Agreement)
    if any(not (0 <= i < len(claims) and 0 <= j < len(claims)) or r not in known for i, j, r in q["pairs"]):
        raise ReadError(str(path), "a pair is of claims that are not there, or has no relation", number)
    pairs = tuple((i, j, Agreement(r)) for i, j, r in q["pairs"])
    return Question(q["slot"], q["of"], tuple(claims), tuple(c["version"] for c in q["claims"]), pairs)
