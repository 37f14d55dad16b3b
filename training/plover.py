"""Fit the classifier of PLOVER types: src/rashomon/plover/weights.npz.

    python -m training.plover PLOVER-RELATIONS.JSONL

Reads the sentences anew with the installed model: run it again after new weights. Prints what `python -m eval plover`
scores (the other folds' classifier on each fold), the heat that makes its probabilities honest, and the size of the
file. Takes a few minutes.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from eval.plover import Said, gold, held_out, score, shown
from eval.raw import annotated
from rashomon.plover.model import WEIGHTS, Classifier
from training import command
from training.linear import fit, heat_of


def main(path: Path) -> None:
    """Score by folds, then fit on all sentences and write the file."""
    cases = gold(path, None)
    read = [shown(c, d) for c, (d, _) in zip(cases, annotated([c.text for c in cases]), strict=True)]
    trained = held_out(cases, read)
    types = trained[0].types
    sums = [t.sums(*found) for t, found in zip(trained, read, strict=True)]
    said = [types[int(s.argmax())] for s in sums]
    for s in score(cases, [Said(t, "") for t in said]).scores[:3]:
        print(f"{s.name}: {s.value:.3f}")
    heat = heat_of(sums, [types.index(c.root) for c in cases])
    write(fit([f for f, _ in read], [v for _, v in read], [c.root for c in cases], heat), WEIGHTS)
    print(f"heat {heat}; {WEIGHTS.stat().st_size} bytes")


def write(trained: Classifier, path: Path) -> None:
    """The classifier as a file; the same classifier gives the same bytes."""
    half = {name: getattr(trained, name).astype(np.float16) for name in ("rarity", "weights", "mean", "vector", "bias")}
    kept = {"types": np.array(trained.types), "keys": trained.keys}
    np.savez_compressed(path, **kept, **half, spread=np.float32(trained.spread), heat=np.float32(trained.heat))


if __name__ == "__main__":
    main(command.path(__doc__, "PLOVER-RELATIONS.JSONL"))
