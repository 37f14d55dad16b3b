"""A record as a file that someone reads: one file a format, each with a pure `render`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from rashomon.errors import ExportError
from rashomon.exporters import csv, html, jsonl, xlsx
from rashomon.types import Record

EXPORTERS: Mapping[str, Callable[[Record], str | bytes]] = {
    ".html": html.render,
    ".jsonl": jsonl.render,
    ".csv": csv.render,
    ".xlsx": xlsx.render,
}


def export(record: Record, path: Path | str) -> None:
    """Write a record in the format that the suffix of *path* names. Raises ExportError for an unknown suffix."""
    path = Path(path)
    render = EXPORTERS.get(path.suffix.lower())
    if render is None:
        raise ExportError(
            f"{path}: no format is called {path.suffix or 'nothing'!r}; end the name in one of {' '.join(EXPORTERS)}"
        )
    done = render(record)
    path.write_bytes(done if isinstance(done, bytes) else done.encode("utf-8"))
