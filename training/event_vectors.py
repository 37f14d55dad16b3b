"""Train the projection by which two triggers are compared in context: python -m training.event_vectors CORPORA

CORPORA holds crossdoc/ecbplus.jsonl. The encoder stays as it is; a linear layer maps the unit vector of a trigger's
word (384) to 64 numbers, so that the cosine of two mentions of one event in ECB+ train is high, beside the other
features of `rashomon.linking.features`. Writes `event` and `event_bias` to heads.npz of the model folder, and its
digest to the manifest. Run it after every export, then `training.event_pairs`, which weighs the cosine by projections
that have not seen the topic they are asked about.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.language.model import FOLDER, load
from rashomon.linking.told import Told
from training import command

WIDE = 384

Matrix = NDArray[np.float32]
Topic = tuple[Matrix, Matrix, Matrix]  # unit word vectors (mentions, 384); other features of pairs; one event or not


def unit(told: Told) -> Matrix:
    """The unit vector of the trigger's word (384). Raises ValueError for a mention that was not read for training."""
    if told.context is None or len(told.context) != WIDE:
        raise ValueError(f"{told.id} was read with a projection; read it with event_vectors.unprojected()")
    return told.context / np.float32(told.length)


@contextmanager
def unprojected() -> Iterator[None]:
    """While it lasts, mentions keep the whole vector of their word (384)."""
    heads = load().heads
    kept = {name: heads.get(name) for name in ("event", "event_bias")}
    heads |= {"event": np.eye(WIDE, dtype=np.float32), "event_bias": np.zeros(WIDE, dtype=np.float32)}
    try:
        yield
    finally:
        heads |= {name: array for name, array in kept.items() if array is not None}


def write(weight: Matrix, bias: Matrix, folder: Path = FOLDER) -> None:
    """Put the projection into the model folder."""
    save("heads.npz", {**np.load(folder / "heads.npz"), "event": weight, "event_bias": bias}, folder)


def save(name: str, arrays: Mapping[str, NDArray[Any]], folder: Path = FOLDER) -> None:
    """Write arrays into a file of the model folder, in half precision, and its digest into the manifest."""
    np.savez(folder / name, **{key: each.astype(np.float16) for key, each in arrays.items()})
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["sha256"][name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train on all topics of ECB+ train and write."""
    corpora = command.path(__doc__, "CORPORA")
    from training.event_pairs import corpus, plain
    from training.projection import train

    with unprojected():
        groups = corpus(corpora)
    write(*train([plain(g) for g in groups]))


if __name__ == "__main__":
    main()
