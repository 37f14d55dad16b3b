"""A record as a file that someone reads: one file a format, each with a pure `render`. What grows with every word of a
large record it gives piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import ExportError
from rashomon.exporters import csv, html, jsonl, reports, xlsx
from rashomon.types import Record

EXPORTERS: Mapping[str, Callable[[Record], str | bytes | Iterator[str]]] = {
    ".html": html.render,
    ".jsonl": jsonl.render,
    ".csv": csv.render,
    ".reports.csv": reports.render,
    ".xlsx": xlsx.render,
}


def export(record: Record, path: Path | str) -> None:
    """Write a record in the format of the longest suffix that *path* ends in, whole or not at all. Raises ExportError
    where none fits, and where *path* cannot be written."""
    done = EXPORTERS[suffix_of(path)](record)
    with written(path) as file:
        put(file, done)


def put(file: BinaryIO, done: str | bytes | Iterable[str]) -> None:
    """Write what an exporter gives, piece by piece where it does."""
    for piece in (done,) if isinstance(done, (str, bytes)) else done:
        file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))


def suffix_of(path: Path | str) -> str:
    """The longest of the suffixes of EXPORTERS that *path* ends in. Raises ExportError where none fits."""
    path = Path(path)
    suffix = max((s for s in EXPORTERS if path.name.lower().endswith(s)), key=len, default="")
    if not suffix:
        raise ExportError(
            f"{path}: no format is called {path.suffix or 'nothing'!r}; end the name in one of {' '.join(EXPORTERS)}"
        )
    return suffix


@contextmanager
def written(path: Path | str) -> Iterator[BinaryIO]:
    """A file that stands at *path* when all of it is written, or not at all. Raises ExportError where it cannot be."""
    path = Path(path)
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror}; name a file in a folder that can be written") from error
    finally:
        if part.is_file():
            part.unlink()
