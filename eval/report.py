"""Run a task, print its figures, write them as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console
from rich.table import Table

from eval.metrics import Fault, Result, Score

ROWS = ("baseline", "rashomon")


class Task(Protocol):
    """A module of this package that scores one thing: see `eval`."""

    def gold(self, path: Path, limit: int | None, /) -> list[Any]:
        """The annotated documents of a file."""

    def predict(self, cases: Sequence[Any], /) -> list[Any]:
        """What Rashomon says of them."""

    def baseline(self, cases: Sequence[Any], train: Path | None, /) -> list[Any]:
        """What rules say of them."""

    def score(self, cases: Sequence[Any], predictions: Sequence[Any], /) -> Result:
        """How right that is."""


@dataclass(frozen=True, slots=True)
class Report:
    """The results of one task on one file, by row. `data` is the file's name, `sha256` its digest."""

    task: str
    data: str
    sha256: str
    limit: int | None
    cases: int
    package: str
    model: str
    rows: dict[str, Result]


def measure(
    name: str, task: Task, path: Path, limit: int | None = None, rows: Iterable[str] = ROWS, train: Path | None = None
) -> Report:
    """Score *task* on the file. Raises ReadError for a file that cannot be read or is not in the task's format."""
    cases = task.gold(path, limit)
    train = train or training_file(path)
    results = {}
    for row in rows:
        said = task.baseline(cases, train) if row == "baseline" else task.predict(cases)
        results[row] = task.score(cases, said)
    version = metadata.version("rashomon")
    return Report(name, path.name, digest_of(path), limit, len(cases), version, model_version(), results)


def training_file(path: Path) -> Path | None:
    """The file beside *path* that is named train where it is named dev or test, if there is one."""
    for split in ("-dev", "-test"):
        sibling = path.with_name(path.name.replace(split, "-train"))
        if sibling != path and sibling.is_file():
            return sibling
    return None


def digest_of(path: Path) -> str:
    """SHA-256 of the file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def model_version() -> str:
    """The first 12 digits of the SHA-256 of the model's files, "none" while there are none."""
    folder = resources.files("rashomon") / "language" / "model"
    if not folder.is_dir():
        return "none"
    h = hashlib.sha256()
    for file in sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name):
        h.update(file.name.encode() + b"\0" + file.read_bytes())
    return h.hexdigest()[:12]


def show(report: Report, console: Console) -> None:
    """Print one table: a line a figure, a group of columns a row of the report."""
    title = f"{report.task} on {report.data} ({report.cases} cases), model {report.model}"
    table = Table(title=title, title_justify="left")
    table.add_column("figure")
    for row in report.rows:
        for column in (row, "P", "R"):
            table.add_column(column, justify="right", style="bold" if column == row == "rashomon" else None)
    table.add_column("gold", justify="right")
    table.add_column("measure")
    scores = {row: {s.name: s for s in result.scores} for row, result in report.rows.items()}
    for name in dict.fromkeys(n for by_name in scores.values() for n in by_name):
        found = [by_name.get(name) for by_name in scores.values()]
        one = next(s for s in found if s)
        cells = [cell for s in found for cell in _cells(s)]
        table.add_row(name, *cells, str(one.gold), one.measure)
    console.print(table)


def _cells(score: Score | None) -> list[str]:
    if score is None:
        return ["", "", ""]
    sides = [score.precision, score.recall] if score.measure == "f1" else []
    return [f"{score.value:.4f}", *(f"{v:.3f}" for v in sides), *([""] * (2 - len(sides)))]


def to_json(report: Report) -> str:
    """The report as JSON; the same report gives the same bytes. `faults` are rows of the fields of `Fault`."""
    rows = {
        row: {
            "scores": {s.name: _figures(s) for s in result.scores},
            "faults": [list(astuple(f)) for f in sorted(result.faults)],
        }
        for row, result in report.rows.items()
    }
    head = {k: getattr(report, k) for k in ("task", "data", "sha256", "limit", "cases", "package", "model")}
    return json.dumps({**head, "rows": rows}, ensure_ascii=False, separators=(",", ":")) + "\n"


def _figures(s: Score) -> dict[str, float | int | str]:
    figures: dict[str, float | int | str] = {k: round(getattr(s, k), 6) for k in ("value", "precision", "recall", "f1")}
    return figures | {k: getattr(s, k) for k in ("found", "predicted", "matched", "gold", "measure")}


def faults(data: dict[str, Any], row: str) -> list[Fault]:
    """The faults of one row of a report that was read from JSON."""
    return [Fault(*f) for f in data["rows"][row]["faults"]]
