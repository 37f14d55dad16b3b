"""How alike the sentences of a story are in which its mentions stand.

Sentence vectors are whole numbers of 8 bits, and float32 holds every sum of 384 of their products exactly. So a cosine
is the same whatever it is computed beside, and those of many sentences are computed at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, TypeAlias

from rashomon.types import Document, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Matrix: TypeAlias = "NDArray[np.float32]"

WIDTH = 384  # numbers of a vector
RECENT = 2048  # sentences with a mention before one among which those most like it are looked for
AT_ONCE = 64  # sentences that are compared with the recent ones in one product


def matrix(documents: Sequence[Document]) -> tuple[Matrix, Mapping[tuple[str, int], int]]:
    """Sentence vectors of all accounts as they are stored, but float32, and (document, begin of sentence) -> row. Row 0
    is zero, for mentions whose sentence has no vector."""
    import numpy as np

    rows: dict[tuple[str, int], int] = {}
    stack = [bytes(WIDTH)]
    for d in documents:
        for s in d.layer(Sentence):
            if len(s.vector) == WIDTH:
                rows[d.id, s.span.begin] = len(stack)
                stack.append(s.vector)
    return np.frombuffer(b"".join(stack), dtype=np.int8).reshape(len(stack), -1).astype(np.float32), rows


class Likeness:
    """Cosines of the sentences of a story's mentions. Mentions are numbers of their order, in which those of one
    sentence stand together, and must be asked for in this order."""

    def __init__(self, rows: Sequence[int], vectors: Matrix):
        """*rows* are those of the mentions among the *vectors* of `matrix`."""
        import numpy as np

        first = [m for m in range(len(rows)) if not m or rows[m] != rows[m - 1]]
        self._mentions = [range(*ends) for ends in pairwise((*first, len(rows)))]  # of each sentence
        self._sentence = [s for s, mentions in enumerate(self._mentions) for _ in mentions]
        self._vectors = vectors[[rows[m] for m in first]]
        self._lengths = np.maximum(np.linalg.norm(self._vectors, axis=1), 1.0)
        self._block, self._begin, self._first, self._end = self._vectors[:0], 0, 0, 0
        self._now, self._row, self._known = -1, self._vectors[:0], dict[int, float]()

    def nearest(self, mention: int, most: int) -> list[int]:
        """At most so many mentions before one: those in the recent sentences most like its own."""
        import numpy as np

        row = self._recent(mention)
        last = -min(most + 1, len(row))  # one more, as its own sentence may hold no earlier one
        near = np.flatnonzero(row >= np.partition(row, last)[last])
        ranked = near[np.argsort(-row[near], kind="stable")] + self._begin
        return list(islice((k for s in ranked.tolist() for k in self._mentions[s] if k < mention), most))

    def cosines(self, mention: int, others: Iterable[int]) -> Mapping[int, float]:
        """At least of these other mentions before one -> the cosine of their sentences and its own."""
        row = self._recent(mention)
        new = [k for k in others if k not in self._known]
        places = [self._sentence[k] - self._begin for k in new]
        self._known.update((k, float(row[at])) for k, at in zip(new, places, strict=True) if at >= 0)
        if older := [k for k, at in zip(new, places, strict=True) if at < 0]:
            self._known.update(zip(older, self.between([mention], older)[0].tolist(), strict=True))
        return self._known

    def between(self, some: Sequence[int], others: Sequence[int]) -> Matrix:
        """The cosines of the sentences of two groups of mentions, a row for each of the first."""
        return self._compared([self._sentence[k] for k in some], [self._sentence[k] for k in others])

    def _recent(self, mention: int) -> Matrix:
        """The cosines of the sentence of a mention and those from `_begin` on, itself the last."""
        s = self._sentence[mention]
        if s >= self._end:
            self._begin, self._first, self._end = max(0, s - RECENT), s, min(s + AT_ONCE, len(self._mentions))
            self._block = self._compared(slice(s, self._end), slice(self._begin, self._end))
        if s != self._now:
            self._now, self._row, self._known = s, self._block[s - self._first, : s - self._begin + 1], {}
        return self._row

    def _compared(self, some: list[int] | slice, others: list[int] | slice) -> Matrix:
        import numpy as np

        products: Matrix = self._vectors[some] @ self._vectors[others].T
        products /= np.outer(self._lengths[some], self._lengths[others])
        return products
