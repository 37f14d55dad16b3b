"""Imports point down, stages never meet, nothing imports the package root, and every file is short and in its table."""

import ast
import resource
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import rashomon

ROOT = Path(rashomon.__file__).parent
LEVELS = {
    0: "types errors letters numerals posts spans",
    1: "actions aliases asides cast clusters codec common_nouns containers countries deeds denials doubts garbage "
    "gazetteer grammar headlines language lexicon name_forms notability notable order outcomes packed parties plover "
    "quantity questions relations rulings statements text timex titling tokens tolls values voices whereabouts workers",
    2: "readers annotators dating claims linking record store exporters views",
    3: "pipeline checks contents exports files",
    4: "__init__ cli __main__",
}
LEVEL = {unit: level for level, units in LEVELS.items() for unit in units.split()}
BESIDE = {  # a unit may also use these of its own level
    "types": {"errors", "spans"},
    "exporters": {"views"},  # the page is rows, rendered
    "checks": {"contents", "pipeline"},
    "exports": {"contents"},
    "pipeline": {"contents", "files"},
    "__main__": {"cli"},
}
FILES = sorted(ROOT.rglob("*.py"))


def unit(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The units that a file imports, whether at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: write imports in full"
            if node.module == "rashomon":
                yield from (alias.name for alias in node.names)
            elif (node.module or "").startswith("rashomon."):
                yield str(node.module).split(".")[1]
        elif isinstance(node, ast.Import):
            ours = [alias.name for alias in node.names if alias.name.split(".")[0] == "rashomon"]
            yield from (name.split(".")[1] if "." in name else "__init__" for name in ours)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_point_down(path):
    me = unit(path)
    assert me in LEVEL, f"give {me} a level here, and a line in docs/structures.md"
    for other in imports(path):
        assert other in LEVEL, f"{other} is taken from the package root"
        allowed = other == me or LEVEL[other] < LEVEL[me] or other in BESIDE.get(me, ())
        # tools may use tools: a cycle among them would not import
        assert allowed or LEVEL[other] == LEVEL[me] == 1, f"{name(path)} may not import {other}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_are_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize(
    "folder, table",
    [("readers", "READERS"), ("annotators", "ANNOTATORS"), ("values", "KINDS"), ("exporters", "EXPORTERS")],
)
def test_every_file_is_in_its_table(folder, table):
    """A file that no table names is never run. Helpers are private or stand in a folder of their own."""
    package = import_module(f"rashomon.{folder}")
    entries = getattr(package, table)
    entries = entries.values() if isinstance(entries, dict) else entries
    named = {getattr(getattr(e, "run", e), "__module__", None) or getattr(e, "__name__", "") for e in entries}
    named |= {getattr(e, "__name__", "") for e in entries}  # a table may hold the module itself
    for path in (ROOT / folder).glob("[a-z]*.py"):
        assert f"rashomon.{folder}.{path.stem}" in named, f"{name(path)} is not in {table}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_is_held_for_good_is_no_word_of_an_account(path):
    """`functools.cache` never lets go: what takes text says how much it holds (`lru_cache`)."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and "cache" in map(ast.unparse, node.decorator_list):
            texts = [a.arg for a in node.args.args if a.annotation and "str" in ast.unparse(a.annotation)]
            assert not texts, f"{name(path)}: {node.name} holds every {texts[0]} that it was ever asked for"


def test_every_word_list_and_weight_is_shipped():
    """What `package-data` does not name is there in a checkout and missing from the wheel."""
    settings = tomllib.loads((ROOT.parents[1] / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    shipped = {path for pattern in settings["package-data"]["rashomon"] for path in ROOT.glob(pattern)}
    held = {path for path in ROOT.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert sorted(map(name, held - shipped)) == []


def test_documentation_names_every_unit():
    page = (ROOT.parents[1] / "docs" / "structures.md").read_text("utf-8")
    assert [u for u in LEVEL if f"`{u}" not in page and f" {u}" not in page] == []


def test_importing_loads_nothing_heavy():
    code = (
        "import sys, rashomon; "
        "print(*[m for m in ('numpy', 'spacy', 'onnxruntime', 'sqlite3', 'lxml', 'click', 'http') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_importing_is_quick():
    """Under 150 ms of processor time, the start of the interpreter left out; the best of five."""

    def seconds(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds("import rashomon") for _ in range(5)) - min(seconds("pass") for _ in range(5)) < 0.150


def test_every_public_name_can_be_had():
    missing = [name for name in rashomon.__all__ if getattr(rashomon, name, None) is None]
    assert missing == []
