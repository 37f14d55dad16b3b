"""`python -m eval TASK --data FILE`: score Rashomon and the rule baseline on an annotated file."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from eval.report import ROWS, measure, show, to_json
from eval.tasks import TASKS
from rashomon.errors import RashomonError

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example: python -m eval attribution --data polnear-dev.jsonl --limit 10 --json report.json")
@click.argument("task", type=click.Choice(sorted(TASKS)))
@click.option("--data", type=FILE, required=True, help="The annotated file; docs/evaluation.md has the formats.")
@click.option("--train", type=FILE, help="What the baseline counts words in [default: the -train file beside FILE].")
@click.option("--limit", type=click.IntRange(min=1), help="Score the first N documents only.")
@click.option("--row", "rows", type=click.Choice(ROWS), multiple=True, help="Score this row only; may be repeated.")
@click.option("--json", "out", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Write a report.")
def main(task: str, data: Path, train: Path | None, limit: int | None, rows: tuple[str, ...], out: Path | None) -> None:
    """Score TASK on an annotated file: Rashomon beside a rule baseline."""
    try:
        report = measure(task, TASKS[task], data, limit, rows or ROWS, train)
    except RashomonError as e:
        print(e, file=sys.stderr)
        raise SystemExit(1) from None
    show(report, Console(width=None if sys.stdout.isatty() else 140))
    if out:
        out.write_text(to_json(report), encoding="utf-8")


if __name__ == "__main__":
    main(prog_name="python -m eval")
