"""Stretches of text looked up by place, in time that does not grow with the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Stretches:
    """Half-open stretches [begin, end), in any order, that may overlap and lie inside each other.

    They are kept by length, each class up to twice as long as the one before, so that one long stretch does not make
    every look-up long.
    """

    def __init__(self, pairs: Iterable[tuple[int, int]]):
        self._pairs = list(pairs)
        classes: dict[int, list[tuple[int, int]]] = {}
        for i, (begin, end) in enumerate(self._pairs):
            classes.setdefault((end - begin).bit_length(), []).append((begin, i))
        self._classes = [(1 << bits, sorted(found)) for bits, found in sorted(classes.items())]

    def touching(self, begin: int, end: int) -> list[int]:
        """The numbers of those that share a code point with [begin, end), in the order in which they were given.

        >>> Stretches([(0, 4), (4, 9), (2, 30)]).touching(3, 4)
        [0, 2]
        """
        found: list[int] = []
        for longest, stretches in self._classes:
            low = bisect_right(stretches, (begin - longest, len(self._pairs)))
            high = bisect_left(stretches, (end, -1))
            found += [i for _, i in stretches[low:high] if self._pairs[i][1] > begin]
        return sorted(found)
