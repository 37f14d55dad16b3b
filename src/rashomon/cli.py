"""The commands: one function each, no logic. Tables go to standard output, everything else to standard error.

Exit codes: 0 done; 1 some accounts could not be read, or check found something; 2 wrong use.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from rashomon.errors import RashomonError, ReadError

VIEWS = ("conflicts", "questions", "timeline", "statements", "events", "accounts")
COLUMNS = {  # what a table shows of a row; --json shows all
    "conflicts": ("slot", "position", "holders", "words"),
    "questions": ("about", "relation", "answer", "holders", "words"),
    "timeline": ("when", "title", "outlets", "contested"),
    "events": ("title", "when", "part", "outlets", "how many"),
    "accounts": ("outlet", "title", "date", "dated by", "statements", "copies", "note"),
}
ADDRESSES = frozenset({"event", "question", "document", "begin", "end"})  # not to be found by: numbers and hashes


class Refusal(click.ClickException):
    """One line on standard error."""

    exit_code = 2


class Commands(click.Group):
    """Every error that Rashomon raises on purpose becomes one line and exit code 2; a closed pipe ends quietly."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            raise Refusal(str(error)) from error
        except KeyboardInterrupt:
            click.echo("stopped; run the same command again to go on", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the flush at exit must not fail again
            ctx.exit(0)


class Failures(list[ReadError]):
    """Accounts that could not be read, each told as it comes."""

    def tell(self, error: ReadError) -> None:
        self.append(error)
        click.echo(f"could not read {error}", err=True)


jobs = click.option("--jobs", metavar="N", type=click.IntRange(1), default=1, help="Processes to read and annotate in.")
quiet = click.option("-q", "--quiet", is_flag=True, help="No progress, no summary; errors only.")
as_json = click.option("--json", "as_json", is_flag=True, help="JSON Lines, one object a row.")
case_argument = click.argument("case", type=click.Path(path_type=Path))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rashomon", message="rashomon %(version)s")
def main() -> None:
    """One record from many accounts: who said what, who did what to whom, when, where, and where they conflict.

    \b
    Example:
      rashomon demo
      rashomon build flood accounts/*.html
      rashomon show flood conflicts
    """


@main.command(short_help="Build the bundled example and print its conflicts.")
@jobs
@as_json
@quiet
def demo(jobs: int, as_json: bool, quiet: bool) -> None:
    """Build the bundled example in a temporary folder, print its conflicts, say where its page is.

    \b
    Example:
      rashomon demo
    """
    from importlib.resources import as_file, files

    case = Path(tempfile.mkdtemp(prefix="rashomon-demo-")) / "case"
    with as_file(files("rashomon") / "example") as example:
        failures = _build(case, [example], quiet, jobs=jobs)
    _show(case, "conflicts", as_json, {})
    click.echo(f"The page: {case / 'record.html'}", err=as_json)
    sys.exit(1 if failures else 0)


@main.command(short_help="Read accounts into a case and write its page.")
@case_argument
@click.argument("accounts", nargs=-1)
@click.option("--outlet", help="Who published these accounts, whatever they state.")
@click.option("--published", metavar="DATE", help="When they were published, as 2015-11-23, whatever they state.")
@jobs
@quiet
def build(
    case: Path, accounts: tuple[str, ...], outlet: str | None, published: str | None, jobs: int, quiet: bool
) -> None:
    """Add ACCOUNTS (files, folders, globs, or - for standard input) to CASE and write CASE/record.html.

    With no accounts, finish a build that was stopped. Nothing is read twice.

    \b
    Example:
      rashomon build flood accounts/ late/*.txt --jobs 4
      curl -s https://example.org/story | rashomon build flood - --outlet "The Example"
    """
    from rashomon.contents import counted, shown
    from rashomon.views.labels import plural

    if not (accounts or case.exists()):
        raise Refusal(f"{case}: no such case, and no accounts to make it of: rashomon build {case} ACCOUNT...")
    failures = _build(case, accounts, quiet, jobs=jobs, outlet=outlet, published=published)
    if not quiet:
        made, events, contested = counted(case)
        counts = plural(made, "account"), plural(events, "event"), f"{contested} contested"
        click.echo(f"{', '.join(counts)}; the page: {case / 'record.html'}" if made else "no account was read")
        for row in (row for row in shown(case, "accounts") if row["note"]):
            click.echo(f"{row['path']}: {row['note']}; little will be found in it", err=True)
    sys.exit(1 if failures else 0)


@main.command(short_help="Print conflicts, statements, events ... of a case.")
@case_argument
@click.argument("view", type=click.Choice(VIEWS), metavar="[VIEW]", default="conflicts")
@click.option("--speaker", metavar="NAME", help="Statements of speakers whose name holds these letters.")
@click.option("--stance", metavar="STANCE", help="Statements of one stance: say, deny, claim, warn ...")
@click.option("--kind", metavar="KIND", help="Statements of one kind of source: person, role, anonymous ...")
@click.option("--find", metavar="WORDS", help="Rows that hold all of these words.")
@as_json
def show(
    case: Path, view: str, speaker: str | None, stance: str | None, kind: str | None, find: str | None, as_json: bool
) -> None:
    """Print one VIEW: conflicts (unless said otherwise), questions, timeline, statements, events or accounts.

    Conflicts are followed by rival answers, what is agreed and what one account says, as on the page; --json has them
    alone.

    \b
    Example:
      rashomon show flood statements --stance deny
      rashomon show flood events --find "bridge killed"
      rashomon show flood timeline --json | jq .words
    """
    asked = {"speaker": speaker, "stance": stance, "kind": kind, "find": find}
    wanted = {name: value.casefold() for name, value in asked.items() if value}
    if (picked := next((name for name in wanted if name != "find"), "")) and view != "statements":
        raise Refusal(f"--{picked} picks statements: rashomon show {case} statements")
    _show(case, view, as_json, wanted)


@main.command(short_help="Write the record as page, JSON Lines, CSV or workbook.")
@case_argument
@click.argument("file", type=click.Path(path_type=Path))
@quiet
def export(case: Path, file: Path, quiet: bool) -> None:
    """Write the record to FILE, in the format of its suffix: .html .jsonl .csv .reports.csv .xlsx

    \b
    Example:
      rashomon export flood flood.xlsx
      rashomon export flood flood.reports.csv
    """
    from rashomon.exports import export

    export(case, file)
    if not quiet:
        click.echo(f"wrote {file}")


@main.command(short_help="Check every word of evidence against the stored bytes.")
@case_argument
@as_json
@quiet
def check(case: Path, as_json: bool, quiet: bool) -> None:
    """Check that every word of evidence still stands in the stored bytes at its address. Exit code 1 on any finding.

    \b
    Example:
      rashomon check flood
    """
    from dataclasses import asdict

    from rashomon.checks import check
    from rashomon.views.index import printable

    findings = list(check(case))
    for found in findings:
        click.echo(json.dumps(asdict(found)) if as_json else f"{found.code} {printable(found.where)}: {found.message}")
    if not (quiet or as_json or findings):
        click.echo("nothing found")
    sys.exit(1 if findings else 0)


def _build(case: Path, accounts: Iterable[str | Path], quiet: bool, **options: Any) -> Failures:
    from rashomon.pipeline import update

    failures = Failures()
    with _progress(quiet) as progress:
        update(case, accounts, progress=progress, on_error=failures.tell, **options)
    return failures


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar for each stage on standard error, only where someone looks at it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {stage: bars.add_task(stage, total=None, visible=False) for stage in ("read", "annotate", "link")}

        def tell(stage: str, done: int, total: int) -> None:
            bars.update(tasks[stage], completed=done, total=total, visible=True)

        yield tell


def _show(case: Path, view: str, as_json: bool, wanted: Mapping[str, str]) -> None:
    """Print a view, each line as soon as it is known."""
    from rashomon.contents import looked, shown
    from rashomon.views.report import lines
    from rashomon.views.table import once, table, told

    width = shutil.get_terminal_size().columns
    if view == "conflicts" and not (as_json or wanted):
        with looked(case) as index:
            _print(lines(index, width))
        return
    kept: Iterator[Mapping[str, Any]]
    kept = (r for r in shown(case, view) if all(_fits(r, name, w) for name, w in wanted.items()))
    kept = kept if as_json or view != "timeline" else once(kept)
    if as_json:
        _print(json.dumps(row, ensure_ascii=False) for row in kept)
    elif not _print(told(kept, width) if view == "statements" else table(kept, COLUMNS[view], width)):
        click.echo(f"no {view}")
        for name in (name for name in wanted if name != "find"):
            said = {part.partition(" (")[0] for r in shown(case, view) for part in str(r[name]).split("; ") if part}
            known = sorted(said, key=str.casefold)
            click.echo(f"{name}: {', '.join(known) or 'none'}", err=True)


def _print(lines: Iterable[str]) -> bool:
    """True if there was any."""
    printed = False
    for line in lines:
        click.echo(line)
        printed = True
    return printed


def _fits(row: Mapping[str, str | int], name: str, wanted: str) -> bool:
    """A stance or kind is asked for by how it begins ("say" is not "not say"), either of two ("insist; deny (sent)"), a
    speaker by any letters, a row by what its words hold."""
    if name == "find":
        held = " ".join(str(v) for key, v in row.items() if key not in ADDRESSES).casefold()
        return all(word in held for word in wanted.split())
    value = str(row[name]).casefold()
    return wanted in value if name == "speaker" else any(part.startswith(wanted) for part in value.split("; "))
