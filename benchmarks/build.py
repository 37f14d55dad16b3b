"""Time, memory and resumption of a build.

    python benchmarks/build.py ACCOUNT... [--jobs N] [--stop SHARE] [--json FILE]

ACCOUNTs are files, folders or globs. The build runs as a process of its own in a temporary case. With --stop it is
first killed (SIGKILL) once that share of the accounts is annotated, then finished, and its page compared with that of a
build that nobody disturbed. Printed are seconds and accounts of each stage and the peak memory of the largest process.
"""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

CHILD = """
import sys
import rashomon
if __name__ == "__main__":
    case, jobs, *accounts = sys.argv[1:]
    rashomon.build(case, accounts, jobs=int(jobs), progress=lambda *step: print(*step, flush=True))
"""


def build(case: Path, accounts: tuple[str, ...], jobs: int, stop: float | None = None) -> list[tuple[str, int, float]]:
    """(stage, accounts, seconds) of one build, killed at *stop*; the last is what follows the stages: the page."""
    script = case.parent / "child.py"
    script.write_text(CHILD, "utf-8")
    command = [sys.executable, str(script), str(case), str(jobs), *accounts]
    begun = last = time.monotonic()
    stages: list[tuple[str, int, float]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            stage, done, total = line.split()
            now = time.monotonic()
            if int(done) == int(total) > 0:
                stages.append((stage, int(total), now - last))
                last = now
            if stop is not None and stage == "annotate" and int(done) >= stop * int(total):
                child.send_signal(signal.SIGKILL)
                return [*stages, ("killed", int(done), now - begun)]
    if child.returncode:
        raise click.ClickException(f"the build ended with status {child.returncode}")
    return [*stages, ("page", 0, time.monotonic() - last)]


@click.command()
@click.argument("accounts", nargs=-1, required=True)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that annotate.")
@click.option("--stop", type=click.FloatRange(0, 1), help="Kill a first build once this share is annotated.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Also write the figures to this file.")
def main(accounts: tuple[str, ...], jobs: int, stop: float | None, out: Path | None) -> None:
    """Build a case of ACCOUNTs and print what it took."""
    with TemporaryDirectory() as folder:
        whole, halted = Path(folder, "whole"), Path(folder, "halted")
        runs = [("build", build(whole, accounts, jobs))]
        if stop is not None:
            runs += [("stopped", build(halted, accounts, jobs, stop)), ("finished", build(halted, (), jobs))]
            if (whole / "record.html").read_bytes() != (halted / "record.html").read_bytes():
                raise click.ClickException("the finished build has another page than the undisturbed one")
        size = (whole / "case.db").stat().st_size
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    table = Table("run", "stage", "accounts", "seconds", title=f"peak {peak:.0f} MB, case.db {size / 2**20:.0f} MB")
    for run, stages in runs:
        for stage, count, seconds in stages:
            table.add_row(run, stage, str(count or ""), f"{seconds:.1f}")
    Console().print(table)
    if out:
        figures = {"peak MB": round(peak), "case.db bytes": size, "runs": dict(runs)}
        out.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
