"""Reports and their differences, on an invented task."""

import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from rich.console import Console

from eval import __main__ as command
from eval import diff
from eval.metrics import Fault, Result, overlap
from eval.report import measure, show, to_json, training_file


class Letters:
    """A task: find the capitals of a line. The baseline finds the first."""

    def gold(self, path: Path, limit: int | None) -> list[str]:
        """The lines."""
        return path.read_text(encoding="utf-8").split()[:limit]

    def predict(self, cases: Sequence[str]) -> list[set[int]]:
        """All capitals but Z."""
        return [{i for i, c in enumerate(case) if c.isupper() and c != "Z"} for case in cases]

    def baseline(self, cases: Sequence[str], train: Path | None) -> list[set[int]]:
        """The first letter."""
        return [{0} for _ in cases]

    def score(self, cases: Sequence[str], predictions: Sequence[set[int]]) -> Result:
        """F1 over all lines."""
        gold = {(n, i) for n, case in enumerate(cases) for i, c in enumerate(case) if c.isupper()}
        said = {(n, i) for n, found in enumerate(predictions) for i in found}
        missed = (Fault(f"line {n}", "capitals", i, i + 1, "missed") for n, i in gold - said)
        spurious = (Fault(f"line {n}", "capitals", i, i + 1, "spurious") for n, i in said - gold)
        return Result((overlap("capitals", gold, said),), (*missed, *spurious))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three lines."""
    path = tmp_path / "letters-dev.txt"
    path.write_text("AbC\naZ\nB\n", encoding="utf-8")
    return path


def test_a_report_says_what_was_measured_on_what(file: Path) -> None:
    data = json.loads(to_json(measure("letters", Letters(), file)))
    assert data["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (data["task"], data["data"], data["limit"], data["cases"]) == ("letters", "letters-dev.txt", None, 3)
    assert data["package"] and data["model"]
    assert data["rows"]["rashomon"]["scores"]["capitals"] == {
        "value": pytest.approx(2 * 0.75 / 1.75, abs=1e-6),  # found 3 of 4, said 3
        "precision": 1.0,
        "recall": 0.75,
        "f1": pytest.approx(2 * 0.75 / 1.75, abs=1e-6),
        "found": 3,
        "predicted": 3,
        "matched": 3,
        "gold": 4,
        "measure": "f1",
    }
    assert data["rows"]["rashomon"]["faults"] == [["line 1", "capitals", 1, 2, "missed", ""]]
    assert str(file.parent) not in to_json(measure("letters", Letters(), file))


def test_the_same_run_gives_the_same_bytes(file: Path) -> None:
    assert to_json(measure("letters", Letters(), file)) == to_json(measure("letters", Letters(), file))


def test_a_limit_and_rows(file: Path) -> None:
    report = measure("letters", Letters(), file, 1, ["baseline"])
    assert (report.cases, list(report.rows)) == (1, ["baseline"])
    assert report.rows["baseline"].scores[0].recall == 0.5


def test_the_table_shows_both_rows(file: Path) -> None:
    page = io.StringIO()
    show(measure("letters", Letters(), file), Console(width=120, file=page))
    text = page.getvalue()
    assert "baseline" in text and "rashomon" in text
    assert "0.8571" in text  # 2 * .75 / 1.75
    assert "0.5714" in text  # the baseline: 2 of 3, 2 of 4


@pytest.mark.parametrize(
    ("name", "beside", "expected"),
    [("a-dev.txt", "a-train.txt", "a-train.txt"), ("a-dev.txt", "b-train.txt", None), ("a-train.txt", "", None)],
)
def test_the_training_file_lies_beside(tmp_path: Path, name: str, beside: str, expected: str | None) -> None:
    (tmp_path / (beside or name)).write_text("", encoding="utf-8")
    found = training_file(tmp_path / name)
    assert (found and found.name) == expected


def test_the_command_prints_and_writes(monkeypatch: pytest.MonkeyPatch, file: Path, tmp_path: Path) -> None:
    monkeypatch.setattr(command, "TASKS", {"names": Letters()})
    out = tmp_path / "report.json"
    result = CliRunner().invoke(command.main, ["names", "--data", str(file), "--json", str(out)])
    assert result.exit_code == 0
    assert "capitals" in result.output
    assert json.loads(out.read_text(encoding="utf-8"))["rows"].keys() == {"baseline", "rashomon"}


def test_a_wrong_file_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.conll"
    bad.write_text("one two\n", encoding="utf-8")
    result = CliRunner().invoke(command.main, ["names", "--data", str(bad)])
    assert result.exit_code == 1
    assert "bad.conll:1: 'two' is not O" in result.output


def reports(file: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The baseline's report as an older release, and today's, both as row "rashomon"."""
    data = json.loads(to_json(measure("letters", Letters(), file)))
    before = {**data, "rows": {"rashomon": data["rows"]["baseline"]}}
    return before, data


def test_wins_and_losses(file: Path) -> None:
    before, after = reports(file)
    won, lost = diff.compare(before, after, "rashomon")
    assert won == [
        Fault("line 0", "capitals", 2, 3, "missed"),
        Fault("line 1", "capitals", 0, 1, "spurious"),
    ]
    assert lost == []
    assert diff.compare(after, before, "rashomon") == ([], won)


def test_another_corpus_cannot_be_compared(file: Path) -> None:
    before, after = reports(file)
    with pytest.raises(ValueError, match="differ in sha256"):
        diff.compare(before, {**after, "sha256": "0"}, "rashomon")
    with pytest.raises(ValueError, match="no row 'other'"):
        diff.compare(before, after, "other")


def test_the_difference_as_a_command(file: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "before.json", tmp_path / "after.json"]
    for path, report in zip(paths, reports(file), strict=True):
        path.write_text(json.dumps(report), encoding="utf-8")
    result = CliRunner().invoke(diff.main, list(map(str, paths)))
    assert result.exit_code == 0
    assert "+ capitals line 0 2-3 missed\n" in result.output
    assert "capitals: 0.5714 -> 0.8571 (+0.2857)" in result.output
    assert "capitals: 2 won, 0 lost" in result.output
    paths[0].write_text("[]", encoding="utf-8")
    result = CliRunner().invoke(diff.main, list(map(str, paths)))
    assert (result.exit_code, "not a report" in result.output) == (2, True)
