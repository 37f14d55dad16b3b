"""Nouns of a large record that are read only when somebody asks for them, and some of such nouns."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Generic, TypeVar, overload

from rashomon.codec import pressed, squeezed

T = TypeVar("T")


class _Nouns(Sequence[T], Generic[T]):
    """A sequence that finds its nouns by their place; a slice of it is a tuple."""

    __slots__ = ()

    @abstractmethod
    def _at(self, n: int) -> T:
        """The noun at a place from 0 on."""

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self._at(n) for n in range(*at.indices(len(self))))
        n = at + len(self) if at < 0 else at
        if not 0 <= n < len(self):
            raise IndexError(at)
        return self._at(n)


class Packed(_Nouns[T]):
    """Nouns of class *kind* in parts, each as `codec.press` made it, or a function that fetches this. A part is read
    when one of its nouns is first asked for by its place, and kept; who goes through them all keeps none. Damage is a
    DamageError only then. Equal to any sequence of equal nouns.

    >>> from rashomon.codec import press
    >>> from rashomon.types import Span
    >>> spans = Packed(Span, [(2, press(Span, [Span(0, 1), Span(2, 3)])), (1, press(Span, [Span(4, 9)]))])
    >>> len(spans), spans[2], spans[1:]
    (3, Span(begin=4, end=9), (Span(begin=2, end=3), Span(begin=4, end=9)))
    """

    __slots__ = ("_ends", "_kind", "_parts")

    def __init__(self, kind: type[T], parts: Iterable[tuple[int, bytes | Callable[[], bytes]]]):
        """*parts* are how many nouns each holds, and these."""
        counted = list(parts)
        self._kind = kind
        self._ends = list(accumulate(count for count, _ in counted))
        self._parts: list[bytes | Callable[[], bytes] | list[T]] = [data for _, data in counted]

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def _at(self, n: int) -> T:
        part = bisect_right(self._ends, n)
        return self._read(part)[n - self._ends[part]]  # counted from its end

    def __iter__(self) -> Iterator[T]:
        for held in self._parts:
            yield from held if isinstance(held, list) else self._pressed(held)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # its nouns may hold mappings

    def _read(self, part: int) -> list[T]:
        held = self._parts[part]
        if not isinstance(held, list):
            self._parts[part] = held = self._pressed(held)
        return held

    def _pressed(self, held: bytes | Callable[[], bytes]) -> list[T]:
        return pressed(self._kind, held if isinstance(held, bytes) else held())


class Lines(_Nouns[Any]):
    """Plain values, each as `codec.squeeze` made it, read anew whenever it is asked for."""

    __slots__ = ("_lines",)

    def __init__(self, lines: Iterable[bytes]):
        self._lines = list(lines)

    def __len__(self) -> int:
        return len(self._lines)

    def _at(self, n: int) -> Any:
        return squeezed(self._lines[n])


class Picked(_Nouns[T]):
    """The nouns at some *places* of a sequence, in that order."""

    __slots__ = ("_places", "_whole")

    def __init__(self, whole: Sequence[T], places: Sequence[int]):
        self._whole, self._places = whole, places

    def __len__(self) -> int:
        return len(self._places)

    def _at(self, n: int) -> T:
        return self._whole[self._places[n]]
