"""Floors: held, missed, raised and lowered, on invented scores."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval import gate
from eval.gate import Entry, check, fails, load, lowered, note, raised, save
from eval.metrics import Result, accuracy
from eval.report import Report, digest_of
from eval.tasks import TASKS
from eval.texts import CORPORA

DATA = b"annotated words"
SHA = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A corpora folder with one file."""
    (tmp_path / "toy.conllu").write_bytes(DATA)
    return tmp_path


def entry(sha256: str = SHA, **floors: float) -> Entry:
    """Floors of the one file."""
    return Entry("syntax", "toy.conllu", sha256, None, floors)


REPORT = Report(  # UPOS .95, LAS .8
    *("syntax", "toy.conllu", SHA, None, 1, "1", "m"),
    {"rashomon": Result((accuracy("UPOS", 19, 20), accuracy("LAS", 4, 5)))},
)


@pytest.mark.parametrize(
    ("floor", "figure", "failed"),
    [(0.8, 0.8, False), (0.8, 0.79, True), (0.8, 0.7995, False), (0.8, None, True), (0.8, 0.9, False)],
)
def test_a_floor_fails_below_rounding_only(floor: float, figure: float | None, failed: bool) -> None:
    assert fails(floor, figure) is failed


def test_only_named_scores_are_checked() -> None:
    assert check(entry(LAS=0.7, lost=0.5), REPORT) == [("LAS", 0.7, 0.8), ("lost", 0.5, None)]


def test_another_corpus_is_refused() -> None:
    with pytest.raises(ValueError, match=r"toy\.conllu is not the file"):
        check(entry("0" * 64, LAS=0.7), REPORT)
    assert check(entry("", LAS=0.7), REPORT)  # never measured before


def test_raising_never_lowers() -> None:
    assert raised(entry("", UPOS=0.9, LAS=0.85), REPORT) == entry(SHA, UPOS=0.95, LAS=0.85)


def test_lowering_moves_one_floor() -> None:
    assert lowered(entry(LAS=0.86, UPOS=0.96), "LAS", REPORT) == entry(LAS=0.8, UPOS=0.96)
    with pytest.raises(ValueError, match="nothing to lower"):
        lowered(entry(UPOS=0.9), "UPOS", REPORT)


def test_the_reason_goes_under_models(tmp_path: Path) -> None:
    log = tmp_path / "CHANGELOG.md"
    log.write_text("# Changelog\n\n### Models\n- one\n\n## 0.1\n### Models\n", encoding="utf-8")
    note("- two", log)
    assert log.read_text(encoding="utf-8") == "# Changelog\n\n### Models\n- two\n- one\n\n## 0.1\n### Models\n"
    log.write_text("# Changelog\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no section"):
        note("- two", log)


def command(monkeypatch: pytest.MonkeyPatch, corpora: Path, entries: dict[str, Entry], *args: str) -> tuple[int, str]:
    """Exit status and output of the command on invented floors and scores."""
    monkeypatch.setattr(gate, "FLOORS", corpora / "floors.json")
    monkeypatch.setattr(gate, "CHANGELOG", corpora / "CHANGELOG.md")
    monkeypatch.setattr(gate, "run", lambda entry, corpora: REPORT)
    (corpora / "CHANGELOG.md").write_text("### Models\n", encoding="utf-8")
    save(entries, corpora / "floors.json")
    result = CliRunner().invoke(gate.main, ["--corpora", str(corpora), *args])
    return result.exit_code, result.output


def test_the_command_passes_and_fails(monkeypatch: pytest.MonkeyPatch, corpora: Path) -> None:
    status, output = command(monkeypatch, corpora, {"toy": entry(LAS=0.8, UPOS=0.95)})
    assert (status, "BELOW" in output) == (0, False)
    status, output = command(monkeypatch, corpora, {"low": entry(LAS=0.86), "toy": entry(UPOS=0.9)})
    assert status == 1
    assert "BELOW  low/LAS  0.8000  floor 0.8600" in output
    assert "ok     toy/UPOS  0.9500" in output  # what follows a failure is still checked
    assert command(monkeypatch, corpora, {"low": entry(LAS=0.86), "toy": entry(UPOS=0.9)}, "--only", "toy")[0] == 0


def test_the_command_raises_and_lowers(monkeypatch: pytest.MonkeyPatch, corpora: Path) -> None:
    status, _ = command(monkeypatch, corpora, {"toy": entry("", UPOS=0.9)}, "--raise")
    assert (status, load(corpora / "floors.json")["toy"]) == (0, entry(SHA, UPOS=0.95))
    status, _ = command(monkeypatch, corpora, {"toy": entry(LAS=0.86)}, "--lower", "toy/LAS", "--reason", " why ")
    assert (status, load(corpora / "floors.json")["toy"]) == (0, entry(LAS=0.8))
    log = (corpora / "CHANGELOG.md").read_text(encoding="utf-8")
    assert log == "### Models\n- Floor of toy/LAS lowered from 0.8600 to 0.8000: why\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--lower", "toy/LAS"], "for a reason"),
        (["--lower", "toy/UAS", "--reason", "x"], "no floor is named"),
        (["--lower", "LAS", "--reason", "x"], "no floor is named"),
        (["--lower", "toy/UPOS", "--reason", "x"], "nothing to lower"),
        (["--only", "other"], "floors.json has toy"),
    ],
)
def test_wrong_use_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, corpora: Path, args: list[str], message: str
) -> None:
    entries = {"toy": entry(LAS=0.86, UPOS=0.9)}
    status, output = command(monkeypatch, corpora, entries, *args)
    assert (status, message in output) == (2, True)
    assert load(corpora / "floors.json") == entries


def test_no_corpora_is_no_failure(tmp_path: Path) -> None:
    result = CliRunner().invoke(gate.main, ["--corpora", str(tmp_path / "absent")])
    assert result.exit_code == 0
    assert "no score was checked" in result.output


def test_the_floors_in_the_repository_name_tasks_that_exist() -> None:
    entries = load(gate.FLOORS)
    assert {e.task for e in entries.values()} <= TASKS.keys()
    assert all(0 < floor <= 1 for e in entries.values() for floor in e.floors.values())
    assert json.loads(gate.FLOORS.read_text(encoding="utf-8"))  # written by `save`: one format
    assert all(len(e.sha256) == 64 for e in entries.values())


@pytest.mark.shared
def test_the_floors_were_measured_on_these_corpora() -> None:
    if not CORPORA.is_dir():
        pytest.skip("../shared is not here")
    assert all(digest_of(gate.place(e, CORPORA)) == e.sha256 for e in load(gate.FLOORS).values())


def test_labels_of_our_own_are_read_from_the_repository(tmp_path: Path) -> None:
    ours = Entry("statements", "eval/gold/statements-dev.jsonl", "", None, {})
    assert gate.place(ours, tmp_path).is_file()
    assert gate.place(entry(), tmp_path) == tmp_path / "toy.conllu"
