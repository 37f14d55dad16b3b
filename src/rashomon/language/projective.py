"""Trees without crossing arcs, which English sentences almost always have: 96 of 100 in GUM dev, 98 in EWT dev.

Where the best head of each word by itself makes arcs that cross, one of them is most likely wrong. Eisner's algorithm
("Three new probabilistic models for dependency parsing", COLING 1996) finds the best tree that has none.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def crosses(heads: Sequence[int]) -> bool:
    """True if two arcs of a tree cross, or one passes over the root, which is its own head.

    >>> crosses([0, 3, 0, 0]), crosses([0, 0, 1, 0]), crosses([1, 1, 0])
    (True, False, True)
    """
    root = next(w for w, h in enumerate(heads) if w == h)
    around: list[int] = []  # the right ends of the arcs that are open at a place, the inmost last
    for begin, end in sorted((min(w, h), -max(w, h)) for w, h in enumerate(heads) if w != h):
        while around and around[-1] <= begin:
            around.pop()
        if (around and around[-1] < -end) or begin < root < -end:
            return True
        around.append(-end)
    return False


def best(score: Floats) -> list[int]:
    """The heads of the tree of highest score without crossing arcs, from arc scores (child, head), a root on the
    diagonal: one root, its own head. Time grows with the cube of the words.
    """
    n, s = len(score), score.astype(np.float64)
    # Each table by (first word, words beyond it) or, turned, by (last word, words before it). A span is headed by its
    # first ("right") or last ("left") word; whole, or with its other end a child that still lacks what lies beyond.
    right, right_turned, left, left_turned, right_open, left_turned_open = (np.full((n, n), -np.inf) for _ in range(6))
    for table in (right, right_turned, left, left_turned):
        table[:, 0] = 0
    split, cut_right, cut_left = (np.zeros((n, n), dtype=np.intp) for _ in range(3))
    for k in range(1, n):  # all spans of k words and their head; first words are [:m], last words [k:]
        m = n - k
        inner = right[:m, :k] + left_turned[k:, k - 1 :: -1]
        inner.argmax(1, split[:m, k])
        within = inner.max(1)
        right_open[:m, k] = within + s.diagonal(-k)
        left_turned_open[k:, k] = within + s.diagonal(k)
        beyond = right_open[:m, 1 : k + 1] + right_turned[k:, k - 1 :: -1]
        beyond.argmax(1, cut_right[:m, k])
        right[:m, k] = right_turned[k:, k] = beyond.max(1)
        before = left[:m, :k] + left_turned_open[k:, k:0:-1]
        before.argmax(1, cut_left[:m, k])
        left[:m, k] = left_turned[k:, k] = before.max(1)
    root = int((np.diag(s) + left[0] + right_turned[n - 1][::-1]).argmax())
    heads = [root] * n
    spans = [(0, root, "left"), (root, n - 1, "right")]
    while spans:
        i, j, kind = spans.pop()
        if i == j:
            continue
        if kind == "right":
            m = i + 1 + int(cut_right[i, j - i])
            spans += [(i, m, "right open"), (m, j, "right")]
        elif kind == "left":
            m = i + int(cut_left[i, j - i])
            spans += [(i, m, "left"), (m, j, "left open")]
        else:
            child, head = (j, i) if kind == "right open" else (i, j)
            heads[child] = head
            m = i + int(split[i, j - i])
            spans += [(i, m, "right"), (m + 1, j, "left")]
    return heads
