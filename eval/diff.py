"""`python -m eval.diff BEFORE.json AFTER.json`: what was won and lost between two reports, item by item."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from eval.metrics import Fault
from eval.report import faults

SAME = ("task", "data", "sha256", "limit")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def compare(before: dict[str, Any], after: dict[str, Any], row: str) -> tuple[list[Fault], list[Fault]]:
    """(won, lost): faults of *before* that *after* lacks, and the reverse, in text order.

    Raises ValueError where the two do not score the same annotations, or where one lacks the row.
    """
    for key in SAME:
        if before[key] != after[key]:
            raise ValueError(f"the reports differ in {key}: {before[key]} and {after[key]}")
    if missing := [row for report in (before, after) if row not in report["rows"]]:
        raise ValueError(f"a report has no row {missing[0]!r}")
    old, new = (Counter(faults(report, row)) for report in (before, after))
    return sorted((old - new).elements()), sorted((new - old).elements())


def load(path: Path) -> dict[str, Any]:
    """A report that `python -m eval TASK --json` wrote. Raises ValueError for anything else."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as e:
        raise ValueError(f"{path}: not a report: {e}") from None
    if not isinstance(report, dict) or not {*SAME, "rows"} <= report.keys():
        raise ValueError(f"{path}: not a report; python -m eval TASK --data FILE --json {path} writes one")
    return report


@click.command(epilog="Example: python -m eval.diff release.json now.json --measure LAS")
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@click.option("--row", default="rashomon", show_default=True, help="The row to compare.")
@click.option("--measure", help="Only faults of this measure.")
def main(before: Path, after: Path, row: str, measure: str | None) -> None:
    """List what AFTER gets right and BEFORE did not (+), and the reverse (-)."""
    try:
        old, new = load(before), load(after)
        won, lost = compare(old, new, row)
    except ValueError as e:
        print(e, file=sys.stderr)
        raise SystemExit(2) from None
    console = Console(highlight=False, soft_wrap=True)
    for sign, found in (("+", won), ("-", lost)):
        for f in found:
            if measure in (None, f.measure):
                labels = f" ({f.labels})" if f.labels else ""
                console.print(f"{sign} {f.measure} {f.document} {f.begin}-{f.end} {f.what}{labels}", markup=False)
    for name, scores in new["rows"][row]["scores"].items():
        was, now = old["rows"][row]["scores"].get(name, {"value": 0.0})["value"], scores["value"]
        if measure in (None, name):
            console.print(f"{name}: {was:.4f} -> {now:.4f} ({now - was:+.4f})", markup=False)
    for name in sorted({f.measure for f in won + lost}):
        counts = [sum(f.measure == name for f in found) for found in (won, lost)]
        if measure in (None, name):
            console.print(f"{name}: {counts[0]} won, {counts[1]} lost", markup=False)


if __name__ == "__main__":
    main(prog_name="python -m eval.diff")
