"""Words a second on one core, stage by stage, beside the bare encoder on the same windows right after each account.

    python benchmarks/speed.py [ACCOUNT...] [--repeat N] [--json FILE]

ACCOUNTs are files, folders or globs; without any, the bundled example. A word is what white space parts. The stages up
to the layers are timed over N repeats, the rest once, on the accounts as they are.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")  # before numpy is loaded

import gc
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from rashomon.annotators import ANNOTATORS
from rashomon.claims import extract
from rashomon.dating import date_accounts
from rashomon.exporters import EXPORTERS
from rashomon.garbage import uncollected
from rashomon.language import read_language
from rashomon.language.model import Model, load
from rashomon.linking import link
from rashomon.linking.stories import stories
from rashomon.pipeline import expand
from rashomon.readers import read_bytes
from rashomon.record import assemble
from rashomon.types import Block, Document, Record

BARE, GARBAGE = "bare encoder", "garbage"
Window = tuple[list[int], list[int], list[int]]  # what `Model.run` takes


class Clock:
    """Seconds and words of each stage, in the order in which stages were first met."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.words: dict[str, int] = {}

    def __call__(self, stage: str, words: int, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        done = work()
        self.spent[stage] = self.spent.get(stage, 0.0) + time.process_time() - begin
        self.words[stage] = self.words.get(stage, 0) + words
        return done


@contextmanager
def recorded() -> Iterator[list[Window]]:
    """The windows that the language model is shown meanwhile."""
    windows: list[Window] = []
    run = Model.run

    def spy(model: Model, ids: list[int], marks: list[int], first: list[int]) -> Any:
        windows.append((ids, marks, first))
        return run(model, ids, marks, first)

    Model.run = spy  # type: ignore[method-assign]
    try:
        yield windows
    finally:
        Model.run = run  # type: ignore[method-assign]


def whole(export: str | bytes | Iterator[str]) -> str | bytes:
    """An export that is given in pieces, put together."""
    return "".join(export) if isinstance(export, Iterator) else export


def replay(windows: list[Window]) -> None:
    """Windows through the bare encoder."""
    for window in windows:
        load().run(*window)


def layers(document: Document, words: int, clock: Clock) -> Document:
    """One account through the language model and every annotator, each timed, as `rashomon.annotate` does it."""
    with uncollected():
        document = _layers(document, words, clock)
        clock(GARBAGE, words, partial(gc.collect, 0))  # what is found right after
    return document


def _layers(document: Document, words: int, clock: Clock) -> Document:
    reading = clock("language", words, lambda: read_language(document.text, document.layer(Block)))
    for annotator in ANNOTATORS:
        stage, given = annotator.run.__module__.rpartition(".")[2], document
        found = clock(stage, words, lambda run=annotator.run, given=given: list(run(given, reading)))
        document = document.with_layer(annotator.produces, found)
    return document


def measure(accounts: list[tuple[str, bytes]], repeat: int) -> tuple[Clock, int]:
    """The clock of all stages and of the bare encoder, and how many words were annotated."""
    clock, total = Clock(), 0
    load()
    read_language("Warm up.", ())
    for _ in range(repeat):
        annotated: list[Document] = []
        for name, data in accounts:
            begin = time.process_time()
            documents = list(read_bytes(data, name))
            words = [len(d.text.split()) for d in documents]
            clock.spent["read"] = clock.spent.get("read", 0.0) + time.process_time() - begin
            clock.words["read"] = clock.words.get("read", 0) + sum(words)
            with recorded() as windows:
                annotated += [layers(d, n, clock) for d, n in zip(documents, words, strict=True)]
            # At once, so that other work on the machine slows both alike.
            clock(BARE, sum(words), partial(replay, windows))
            total += sum(words)
    words_once = total // repeat
    unique = list({d.id: d for d in annotated}.values())
    dated = clock("dating", words_once, lambda: date_accounts(unique, stories(unique)))
    claims = clock("extract", words_once, lambda: list(extract(dated)))
    links = clock("link", words_once, lambda: link(dated, claims))
    record: Record = clock("assemble", words_once, lambda: assemble(dated, claims, links))
    for suffix, render in EXPORTERS.items():
        clock(f"export {suffix}", words_once, lambda render=render: whole(render(record)))
    return clock, total


@click.command()
@click.argument("accounts", nargs=-1)
@click.option("--repeat", type=click.IntRange(1), help="How often the accounts are annotated [default: 5, or once].")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Also write the figures to this file.")
def main(accounts: tuple[str, ...], repeat: int | None, out: Path | None) -> None:
    """Print words a second for each stage. Times are of the processor, in one thread."""
    given = accounts or (str(files("rashomon") / "example"),)
    loaded = [(name, path.read_bytes()) for account in given for name, path in expand(account)]
    clock, total = measure(loaded, repeat or (1 if accounts else 5))
    stages = {"language", GARBAGE, *(annotator.run.__module__.rpartition(".")[2] for annotator in ANNOTATORS)}
    whole = sum(clock.spent[stage] for stage in stages)
    bare = clock.spent.pop(BARE)
    rows = [(stage, clock.words[stage], spent) for stage, spent in clock.spent.items()]
    rows += [("text to layers", total, whole), (BARE, total, bare)]
    table = Table("stage", "words", "seconds", "words/s", caption=f"layers at {bare / whole:.2f} of the {BARE}'s speed")
    for stage, words, spent in rows:
        table.add_row(stage, f"{words:,}", f"{spent:.3f}", f"{words / max(spent, 1e-6):,.0f}")
    Console().print(table)
    if out:
        figures = {stage: {"words": words, "seconds": round(spent, 4)} for stage, words, spent in rows}
        out.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
