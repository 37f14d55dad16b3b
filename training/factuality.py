"""Fit the weights of `rashomon.grammar.commitment`: src/rashomon/grammar/commitment.tsv.

    python -m training.factuality CORPORA

`factuality` is fitted on the training split of events/factuality-news.jsonl, `happened` on the half of the documents
of events/factuality-web.jsonl that `eval.factuality.tuned` names: two ridge regressions on the signs of grammar and
the numbers of the installed model, which are read anew: run it again after new weights. Prints what
`python -m eval factuality` scores, before the bounds of grammar: on the dev split, and on the other half. Takes a few
minutes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.factuality import Case, gold, tuned
from rashomon.grammar.commitment import WEIGHTS, features
from rashomon.language import Reading, read_tokens

RIDGE = 10.0  # of 5, 10, 20, 40: best by two-fold cross-validation over the tuning documents and on news
LEAST = 5  # a sign seen less often in the data of a column has no weight there

Row = dict[str, float]
Read = Callable[[Case], Reading]


def read(case: Case) -> Reading:
    """The model on one sentence."""
    return read_tokens(case.words, [True] + [False] * (len(case.words) - 1))


def rows(cases: Iterable[Case], read: Read = read) -> tuple[list[Row], NDArray[np.float64]]:
    """The features and the annotated value of each predicate."""
    found, values = [], []
    for case in cases:
        reading = read(case)
        for i, value in case.values:
            found.append(features(reading.doc[i], reading.factuality, reading.events))
            values.append(value)
    return found, np.array(values)


def fit(found: Sequence[Row], values: NDArray[np.float64]) -> Row:
    """Ridge regression; the weight of "always" is not held back."""
    counts = Counter(sign for row in found for sign in row)
    signs = sorted(s for s, n in counts.items() if n >= LEAST)
    x = np.array([[row.get(s, 0.0) for s in signs] for row in found])
    held = np.diag([0.0 if s == "always" else RIDGE for s in signs])
    return dict(zip(signs, np.linalg.solve(x.T @ x + held, x.T @ values).tolist(), strict=True))


def correlation(weights: Row, found: Sequence[Row], values: NDArray[np.float64]) -> float:
    """Pearson's r of the weighted sums, kept on the scale."""
    sums = [sum(weights.get(s, 0.0) * v for s, v in row.items()) for row in found]
    return float(np.corrcoef(np.clip(sums, -3, 3), values)[0, 1])


def train(corpora: Path, read: Read = read) -> tuple[Row, Row]:
    """The two columns of weights, with the correlations on what they were not fitted on printed."""
    news = gold(corpora / "events/factuality-news.jsonl", None, "train")
    web = gold(corpora / "events/factuality-web.jsonl", None)
    columns = []
    for name, fitted, rest in (
        ("factuality", news, gold(corpora / "events/factuality-news.jsonl", None)),
        ("happened", [c for c in web if tuned(c)], [c for c in web if not tuned(c)]),
    ):
        columns.append(fit(*rows(fitted, read)))
        print(f"{name}: r {correlation(columns[-1], *rows(rest, read)):.3f} on {len(rest)} sentences not fitted on")
    return columns[0], columns[1]


def main() -> None:
    """Fit and write."""
    factuality, happened = train(Path(sys.argv[1]))
    lines = [f"{s}\t{factuality.get(s, 0):.3f}\t{happened.get(s, 0):.3f}" for s in sorted({*factuality, *happened})]
    WEIGHTS.write_text("\n".join(["sign\tfactuality\thappened", *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} signs")


if __name__ == "__main__":
    main()
