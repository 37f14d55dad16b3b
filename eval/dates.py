"""The account's own date, found again with everything hidden but its text.

Data: JSON Lines with `id`, `text` and `dct` (ISO 8601); records with a `genre` other than news, and records without a
date, are left out. The date of publication, the address and the name of the file are withheld; a second figure gives
the name (the record's id) back, because agencies put the date into it. No account helps another here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from eval.corpora import json_lines
from eval.metrics import Fault, Result, accuracy
from rashomon.types import AccountDate

_MONTH = timedelta(days=31)
MONTHS = "January February March April May June July August September October November December".split()
_FULL = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})\b")


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the name of its file and the day of its publication."""

    id: str
    text: str
    published: date


@dataclass(frozen=True, slots=True)
class Dated:
    """First and last day of the date that was found, None for none, without and with the name of the file."""

    first: date | None = None
    last: date | None = None
    sure: bool = False
    named: tuple[date, date] | None = None


def gold(path: Path, limit: int | None) -> list[Case]:
    """The dated news accounts of a file."""
    cases: list[Case] = []
    for _, record in json_lines(path, None, ("id", "text", "dct")):
        written = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", record["dct"] or "")
        if written and record.get("genre", "news") == "news" and len(cases) != limit:
            year, month, day = map(int, written.groups())
            cases.append(Case(record["id"], record["text"], date(year, month, day)))
    return cases


def predict(cases: Sequence[Case]) -> list[Dated]:
    """The date of each account by `rashomon.dating`, alone. Needs no language model."""
    from rashomon.dating import date_account
    from rashomon.readers import document

    out = []
    for case in cases:
        account = document(case.text)
        found = date_account(account).date
        name = replace(account.provenance, path=f"{case.id}.txt")
        first, last = _days(found) or (None, None)
        sure = found is not None and found.confidence == "sure"
        out.append(Dated(first, last, sure, _days(date_account(replace(account, provenance=name)).date)))
    return out


def _days(found: AccountDate | None) -> tuple[date, date] | None:
    interval = found.interval if found else None
    if interval is None or interval.low is None or interval.high is None:
        return None
    return interval.low.date(), interval.high.date()


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[Dated]:
    """The first full date of the text, as sure. *train* is not used."""
    out = []
    for case in cases:
        found = _FULL.search(case.text)
        try:
            day = date(int(found[3]), MONTHS.index(found[1]) + 1, int(found[2])) if found else None
        except ValueError:
            day = None
        out.append(Dated(day, day, day is not None, (day, day) if day else None))
    return out


def score(cases: Sequence[Case], predictions: Sequence[Dated]) -> Result:
    """exact, within a month, within a month given the name, and right when sure (within a month, of those called sure).

    A range is within a month if both its ends are.
    """
    exact = near = named = sure = right = 0
    faults = []
    for case, p in zip(cases, predictions, strict=True):
        close = p.first is not None and p.last is not None and _near(case.published, (p.first, p.last))
        exact += p.first == p.last == case.published
        near += close
        named += p.named is not None and _near(case.published, p.named)
        sure += p.sure
        right += p.sure and close
        if p.first is not None and not p.first == p.last == case.published:
            labels = f"{case.published} > {p.first}/{p.last}{' sure' if p.sure else ''}"
            faults.append(Fault(case.id, "exact", 0, 0, "wrong", labels))
        elif p.first is None:
            faults.append(Fault(case.id, "exact", 0, 0, "missed", str(case.published)))
    figures = (
        accuracy("exact", exact, len(cases)),
        accuracy("within a month", near, len(cases)),
        accuracy("within a month, named", named, len(cases)),
        accuracy("right when sure", right, sure),
    )
    return Result(figures, tuple(faults))


def _near(day: date, found: tuple[date, date]) -> bool:
    return all(abs(end - day) <= _MONTH for end in found)
