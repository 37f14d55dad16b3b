"""`python -m eval.gate`: fail when a score on the development files falls below its floor.

`floors.json` holds, for each file: the task, the path below the corpora folder (eval/... is in this repository), the
file's SHA-256, how many cases are scored, and the floor of each score. A floor is raised with `--raise`, and lowered
only by `--lower NAME --reason TEXT`, which writes the reason into the changelog.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from eval.report import Report, measure
from eval.tasks import TASKS
from eval.texts import CORPORA
from rashomon.errors import RashomonError

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "eval" / "floors.json"
CHANGELOG = ROOT / "CHANGELOG.md"
EPSILON = 0.001  # int8 kernels round differently from one processor to the next


@dataclass(frozen=True, slots=True)
class Entry:
    """The floors of one file. `sha256` is "" until a first `--raise`; `limit` None scores every case."""

    task: str
    data: str
    sha256: str
    limit: int | None
    floors: Mapping[str, float]


def run(entry: Entry, corpora: Path) -> Report:
    """The report of the rashomon row."""
    return measure(entry.task, TASKS[entry.task], place(entry, corpora), entry.limit, ("rashomon",))


def place(entry: Entry, corpora: Path) -> Path:
    """Where the entry's file is: labels of our own stand in this repository, below eval."""
    return (ROOT if entry.data.startswith("eval/") else corpora) / entry.data


def load(path: Path) -> dict[str, Entry]:
    """The entries of a floors file, by name."""
    return {name: Entry(**fields) for name, fields in json.loads(path.read_text(encoding="utf-8")).items()}


def save(entries: Mapping[str, Entry], path: Path) -> None:
    """Write the entries, one score a line."""
    fields: dict[str, dict[str, Any]] = {
        name: {
            "task": e.task,
            "data": e.data,
            "sha256": e.sha256,
            "limit": e.limit,
            "floors": dict(e.floors),
        }
        for name, e in entries.items()
    }
    path.write_text(json.dumps(fields, indent=2) + "\n", encoding="utf-8")


def values(report: Report) -> dict[str, float]:
    """The figures of the report, cut to four decimals so that a floor never stands above its score."""
    return {s.name: math.floor(s.value * 10_000) / 10_000 for s in report.rows["rashomon"].scores}


def check(entry: Entry, report: Report) -> list[tuple[str, float, float | None]]:
    """(score, floor, figure) of each floor; the figure is None where the task no longer gives that score.

    Raises ValueError for a corpus that is not the one that the floors were measured on.
    """
    if entry.sha256 not in ("", report.sha256):
        raise ValueError(f"{entry.data} is not the file that its floors were measured on; restore it")
    found = values(report)
    return [(score, floor, found.get(score)) for score, floor in entry.floors.items()]


def fails(floor: float, figure: float | None) -> bool:
    """True if the figure is below its floor by more than rounding can explain."""
    return figure is None or figure < floor - EPSILON


def raised(entry: Entry, report: Report) -> Entry:
    """The entry with each floor at its score where that is higher, and the digest of the file."""
    floors = {score: max(floor, figure or 0.0) for score, floor, figure in check(entry, report)}
    return replace(entry, sha256=report.sha256, floors=floors)


def lowered(entry: Entry, score: str, report: Report) -> Entry:
    """The entry with the floor of one score at its figure. Raises ValueError where that is no lower."""
    floor, figure = next((floor, figure) for name, floor, figure in check(entry, report) if name == score)
    if figure is None or figure >= floor:
        raise ValueError(f"{score} is {figure}, not below its floor of {floor}: nothing to lower")
    return replace(entry, floors={**entry.floors, score: figure})


def note(line: str, changelog: Path) -> None:
    """Add the line to the section "Models" of what is unreleased. Raises ValueError if there is none."""
    text = changelog.read_text(encoding="utf-8")
    head, heading, rest = text.partition("### Models\n")
    if not heading:
        raise ValueError(f"{changelog.name} has no section '### Models' to write the reason in")
    changelog.write_text(f"{head}{heading}{line}\n{rest}", encoding="utf-8")


@click.command(epilog="Example: python -m eval.gate --lower 'ewt/LAS' --reason 'four layers instead of six'")
@click.option("--corpora", type=click.Path(path_type=Path), default=CORPORA, help="[default: ../shared/corpora]")
@click.option("--only", help="Check this entry of floors.json only.")
@click.option("--raise", "lift", is_flag=True, help="Raise every floor to its score.")
@click.option("--lower", metavar="NAME", help="Lower the floor ENTRY/SCORE to its score; needs --reason.")
@click.option("--reason", default="", help="Why a floor is lowered; goes into CHANGELOG.md.")
def main(corpora: Path, only: str | None, lift: bool, lower: str | None, reason: str) -> None:
    """Compare scores on the development files with their floors."""
    if not corpora.is_dir():
        print("The corpora are not here (../shared/corpora), so no score was checked.")
        return
    entries = load(FLOORS)
    if only not in (None, *entries):
        raise click.BadParameter(f"{FLOORS.name} has {', '.join(entries)}", param_hint="--only")
    try:
        if lower:
            _lower(lower, reason, entries, corpora)
        elif sum(_gate(name, entries, corpora, lift) for name in ([only] if only else list(entries))):
            raise SystemExit(1)
    except (RashomonError, ValueError, OSError) as e:
        print(e, file=sys.stderr)
        raise SystemExit(2) from None


def _gate(name: str, entries: dict[str, Entry], corpora: Path, lift: bool) -> int:
    """Print the entry's scores beside its floors. Returns how many are below; with *lift*, raises the others."""
    began = time.monotonic()
    report = run(entries[name], corpora)
    rows = check(entries[name], report)
    for score, floor, figure in rows:
        shown = "none" if figure is None else f"{figure:.4f}"
        print(f"{'BELOW' if fails(floor, figure) else 'ok':5}  {name}/{score}  {shown}  floor {floor:.4f}")
    print(f"       {time.monotonic() - began:.0f} s", flush=True)
    if lift:
        entries[name] = raised(entries[name], report)
        save(entries, FLOORS)
    return sum(fails(floor, figure) for _, floor, figure in rows)


def _lower(name: str, reason: str, entries: dict[str, Entry], corpora: Path) -> None:
    """Lower the floor "entry/score" to its figure, in the floors file and, with the reason, in the changelog."""
    entry, _, score = name.partition("/")
    if not reason.strip():
        raise ValueError("a floor is lowered for a reason; say it in --reason")
    if entry not in entries or score not in entries[entry].floors:
        raise ValueError(f"no floor is named {name!r}; python -m eval.gate prints their names")
    was = entries[entry]
    entries[entry] = lowered(was, score, run(was, corpora))
    now = entries[entry].floors[score]
    line = f"- Floor of {name} lowered from {was.floors[score]:.4f} to {now:.4f}: {reason.strip()}"
    note(line, CHANGELOG)
    save(entries, FLOORS)
    print(line)


if __name__ == "__main__":
    main(prog_name="python -m eval.gate")
