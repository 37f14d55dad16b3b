"""The code of docs/extending.md, added to a copy of the package as the page says, and run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon

PACKAGE = Path(rashomon.__file__).parent
PAGE = PACKAGE.parents[1] / "docs" / "extending.md"
BLOCK = re.compile(r"^```python\n# (?P<label>[^\n]+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(m["label"], m["code"]) for m in BLOCK.finditer(PAGE.read_text("utf-8"))]
RECIPES = {Path(BLOCKS[i][0]).parent.name: BLOCKS[i : i + 3] for i in range(0, len(BLOCKS), 3)}


def add_line(init: Path, table: str, module: str, line: str) -> None:
    """Add *line* as the last entry of a table, and the import that it needs."""
    text = init.read_text("utf-8")
    head, name, rest = re.split(rf"^({table}\b[^\n]*)$", text, maxsplit=1, flags=re.MULTILINE)
    entries, close, tail = re.split(r"^([\]})]+)$", rest, maxsplit=1, flags=re.MULTILINE)
    load = f"from {module.rpartition('.')[0]} import {module.rpartition('.')[2]}\n"
    head = head.replace("from rashomon.", f"{load}from rashomon.", 1)
    init.write_text(f"{head}{name}{entries}    {line}{close}{tail}", "utf-8")


def test_the_page_has_a_recipe_for_every_table():
    assert list(RECIPES) == ["readers", "annotators", "values", "exporters"]


@pytest.mark.parametrize("folder", RECIPES)
def test_the_recipe_works(folder, tmp_path):
    (path, code), (table, line), (_, use) = RECIPES[folder]
    copy = tmp_path / "rashomon"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "model"))
    (copy / "language" / "model").symlink_to(PACKAGE / "language" / "model")
    new = tmp_path / Path(path).relative_to("src")
    new.write_text(code, "utf-8")
    name = re.fullmatch(r"in (\w+) of (\S+)", table)
    assert name, table
    add_line(tmp_path / Path(name[2]).relative_to("src"), name[1], f"rashomon.{folder}.{new.stem}", line)
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    doctests = f"import doctest, rashomon.{folder}.{new.stem} as new; assert not doctest.testmod(new).failed"
    command = [sys.executable, "-c", f"{use}\n{doctests}"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", RECIPES)
def test_the_recipe_is_well_written(folder, tmp_path):
    (path, code), *_ = RECIPES[folder]
    (tmp_path / Path(path).name).write_text(code, "utf-8")
    rules = PACKAGE.parents[1] / "pyproject.toml"
    command = [sys.executable, "-m", "ruff", "check", "--config", str(rules), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
