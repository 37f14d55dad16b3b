"""Chronologies of outlets: does what an entry tells have the day that the entry stands under?

Data: JSON Lines with `dataset`, `topic`, `source` and `entries`, each with `date` (ISO 8601) and `sents`, tokenised
sentences of that day. How a chronology was printed is not kept, so each is printed three times, as outlets do: "3
February 2011" on a line of its own; "Feb. 3, 2011: " before the words; "February 3" on a line of its own, with "2011"
over the first day of a year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from eval.corpora import json_lines
from eval.dates import MONTHS
from eval.metrics import Fault, Result, accuracy
from eval.raw import Annotate, annotated
from rashomon.errors import ReadError
from rashomon.types import EventMention, Span

LAYOUTS: Mapping[str, Callable[[date], str]] = {  # by the name of the figure: what stands before the words of a day
    "own line": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}\n\n",
    "before the words": lambda d: f"{_short(MONTHS[d.month - 1])} {d.day}, {d.year}: ",
    "under a year": lambda d: f"{MONTHS[d.month - 1]} {d.day}\n\n",
}
FULL = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\n|([A-Z][a-z]{{2,3}})\.? (\d{{1,2}}), (\d{{4}}): ")
APART = re.compile(r" (?=[,.;:!?%)”]|n't\b|'(?:s|re|ve|ll|d|m)?\b)|(?<=[($£“]) ")  # blanks that tokens brought


@dataclass(frozen=True, slots=True)
class Case:
    """A chronology in one layout: its text, and the words and day of each entry."""

    id: str
    layout: str
    text: str
    entries: tuple[tuple[Span, date], ...]


Dated = tuple[date | None, ...]  # the day of what each entry tells first; None where nothing of it has one


def gold(path: Path, limit: int | None) -> list[Case]:
    """Each chronology of the file in each layout. Raises ReadError for an entry without a date or sentences."""
    cases = []
    for number, record in json_lines(path, limit, ("dataset", "topic", "source", "entries")):
        try:
            told = sorted((date.fromisoformat(e["date"]), " ".join(map(_text, e["sents"]))) for e in record["entries"])
        except (KeyError, TypeError, ValueError) as error:
            raise ReadError(str(path), f"no entry with a date and sentences: {error}", number) from error
        name = f"{record['dataset']}/{record['topic']}/{record['source']}"
        cases += [Case(f"{name} {layout}", layout, *_printed(told, layout)) for layout in LAYOUTS]
    return cases


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[Dated]:
    """The first dated event in the first sentence of each entry that is claimed as fact."""
    import rashomon

    out = []
    for case, (document, back) in zip(cases, annotate([c.text for c in cases]), strict=True):
        claims = list(rashomon.extract([document]))
        days = {c.mention: _day(c.value.low, c.value.high) for c in reversed(claims) if c.slot == "when"}
        told = [(back(m.span).begin, m.sentence, days.get(document.key(m))) for m in document.layer(EventMention)]
        found = []
        for span, _ in case.entries:
            here = [(sentence, day) for at, sentence, day in told if span.begin <= at < span.end]
            found.append(next((day for sentence, day in here if day and sentence == here[0][0]), None))
        out.append(tuple(found))
    return out


def baseline(cases: Sequence[Case], train: Path | None) -> list[Dated]:
    """The last full date before the words."""
    return [tuple(_last(case.text[: span.begin]) for span, _ in case.entries) for case in cases]


def score(cases: Sequence[Case], predictions: Sequence[Dated]) -> Result:
    """For each layout the share of entries of which an event has the entry's own day. It cannot be 1: of some entries
    the first sentence tells of another day, or what somebody said."""
    right, total = dict.fromkeys(LAYOUTS, 0), dict.fromkeys(LAYOUTS, 0)
    faults = []
    for case, said in zip(cases, predictions, strict=True):
        for (span, day), found in zip(case.entries, said, strict=True):
            right[case.layout] += found == day
            total[case.layout] += 1
            if found != day:
                what = "wrong" if found else "missed"
                faults.append(Fault(case.id, case.layout, span.begin, span.end, what, f"{day} > {found or 'no day'}"))
    return Result(tuple(accuracy(name, right[name], total[name]) for name in LAYOUTS), tuple(faults))


def _printed(told: Sequence[tuple[date, str]], layout: str) -> tuple[str, tuple[tuple[Span, date], ...]]:
    text, entries, year = "Timeline of the crisis\n\n", [], 0
    for day, words in told:
        if layout == "under a year" and day.year != year:
            text, year = f"{text}{day.year}\n\n", day.year
        text += LAYOUTS[layout](day)
        entries.append((Span(len(text), len(text) + len(words)), day))
        text += f"{words}\n\n"
    return text, tuple(entries)


def _text(sentence: str) -> str:
    return APART.sub("", sentence.replace("``", "“").replace("''", "”")).removeprefix("- ")


def _short(month: str) -> str:
    return month if len(month) < 5 else f"{month[:3]}."


def _last(before: str) -> date | None:
    """The last date of a text that has day, month and year, in the two orders of the layouts."""
    *_, last = (None, *FULL.finditer(before))
    if last is None:
        return None
    day, month, year = (last[1], last[2], last[3]) if last[1] else (last[5], last[4], last[6])
    return date(int(year), next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month)), int(day))


def _day(low: float | None, high: float | None) -> date | None:
    """The day of an interval of no more than one."""
    if low is None or high is None or high - low > 1:
        return None
    return date(1, 1, 1) + timedelta(days=int(low + 1e-6))
