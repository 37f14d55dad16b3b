"""Fit the weights of `rashomon.grammar.commitment`: src/rashomon/grammar/commitment.tsv and .npy.

    python -m training.factuality CORPORA

`factuality` is fitted on the training split of events/factuality-news.jsonl, `happened` on the half of the documents
of events/factuality-web.jsonl that `eval.factuality.tuned` names: two ridge regressions on the signs of grammar and
the numbers and vectors of the installed model, which reads anew: run it again after new weights. Prints what
`python -m eval factuality` scores, of the bare sums: on the dev split, and on the other half. Takes a few
minutes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.factuality import Case, gold, tuned
from rashomon.grammar.commitment import VECTOR_WEIGHTS, WEIGHTS, features, vectors
from rashomon.language import Reading, read_tokens
from training import command

RIDGE = 20.0  # of 10, 20, 40 and for vectors of 400, 800, 1600: best by five folds of the tuning documents
VECTOR_RIDGE = 800.0
LEAST = 5  # a sign seen less often in the data of a column has no weight there

Row = dict[str, float]
Read = Callable[[Case], Reading]


@dataclass(frozen=True, slots=True)
class Predicates:
    """What is known of some predicates: their features, vectors (n, 1536), and annotated values (n)."""

    rows: Sequence[Row]
    vectors: NDArray[np.float32]
    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """Of features by their names, and of vectors (1536)."""

    signs: Row
    vectors: NDArray[np.float64]


def read(case: Case) -> Reading:
    """The model on one sentence."""
    return read_tokens(case.words, [True] + [False] * (len(case.words) - 1))


def predicates(cases: Iterable[Case], read: Read = read) -> Predicates:
    """The predicates of some sentences."""
    rows, seen, values = [], [], []
    for case in cases:
        reading = read(case)
        for i, value in case.values:
            rows.append(features(reading.doc[i], reading))
            seen.append(vectors(reading.doc[i], reading))
            values.append(value)
    return Predicates(rows, np.array(seen), np.array(values))


def fit(known: Predicates) -> Weights:
    """Ridge regression; the weight of "always" is not held back."""
    counts = Counter(sign for row in known.rows for sign in row)
    signs = sorted(s for s, n in counts.items() if n >= LEAST)
    x = np.hstack([[[row.get(s, 0.0) for s in signs] for row in known.rows], known.vectors])
    held = [0.0 if s == "always" else RIDGE for s in signs] + [VECTOR_RIDGE] * known.vectors.shape[1]
    found = np.linalg.solve(x.T @ x + np.diag(held), x.T @ known.values)
    return Weights(dict(zip(signs, found.tolist(), strict=False)), found[len(signs) :])


def sums(weights: Weights, known: Predicates) -> NDArray[np.float64]:
    """The weighted sums (n), kept on the scale."""
    signs = [sum(weights.signs.get(s, 0.0) * v for s, v in row.items()) for row in known.rows]
    return np.clip(np.array(signs) + known.vectors @ weights.vectors, -3, 3)


def correlation(weights: Weights, known: Predicates) -> float:
    """Pearson's r of the weighted sums."""
    return float(np.corrcoef(sums(weights, known), known.values)[0, 1])


def train(corpora: Path, read: Read = read) -> tuple[Weights, Weights]:
    """The weights of factuality and of happened, with the correlations on what they were not fitted on printed."""
    news, web = corpora / "events/factuality-news.jsonl", gold(corpora / "events/factuality-web.jsonl", None)
    found = []
    for name, fitted, rest in (
        ("factuality", gold(news, None, "train"), gold(news, None)),
        ("happened", [c for c in web if tuned(c)], [c for c in web if not tuned(c)]),
    ):
        found.append(fit(predicates(fitted, read)))
        print(f"{name}: r {correlation(found[-1], predicates(rest, read)):.3f} on {len(rest)} sentences not fitted on")
    return found[0], found[1]


def main() -> None:
    """Fit and write."""
    factuality, happened = train(command.path(__doc__, "CORPORA"))
    one, other = factuality.signs, happened.signs
    lines = [f"{s}\t{one.get(s, 0):.3f}\t{other.get(s, 0):.3f}" for s in sorted({*one, *other})]
    WEIGHTS.write_text("\n".join(["sign\tfactuality\thappened", *lines]) + "\n", encoding="utf-8")
    np.save(VECTOR_WEIGHTS, np.stack([factuality.vectors, happened.vectors], axis=1).astype(np.float32))
    print(f"{len(lines)} signs")


if __name__ == "__main__":
    main()
