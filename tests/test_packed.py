"""Sequences that read their nouns late behave as tuples of them."""

from itertools import pairwise

import pytest

from rashomon.codec import press, squeeze
from rashomon.errors import DamageError
from rashomon.packed import Lines, Packed, Picked
from rashomon.types import Span

SPANS = tuple(Span(n, n + 1) for n in range(5))


def packed(*sizes):
    cuts = [sum(sizes[:n]) for n in range(len(sizes) + 1)]
    return Packed(Span, [(b - a, press(Span, SPANS[a:b])) for a, b in pairwise(cuts)])


@pytest.mark.parametrize("sizes", [(5,), (1, 1, 1, 1, 1), (2, 0, 3), (0, 5, 0)])
def test_parts_of_any_size_are_one_sequence(sizes):
    held = packed(*sizes)
    assert held == SPANS and held == list(SPANS) and len(held) == 5
    assert [held[n] for n in range(-5, 5)] == [*SPANS, *SPANS]
    assert held[1:4] == SPANS[1:4] and held[::-2] == SPANS[::-2]
    assert held != SPANS[:4] and held != [*SPANS[:4], Span(9, 10)]
    for outside in (5, -6):
        with pytest.raises(IndexError):
            held[outside]


def test_nothing_is_read_before_it_is_asked_for():
    held = Packed(Span, [(1, press(Span, SPANS[:1])), (1, b"damaged")])
    assert len(held) == 2 and held[0] == SPANS[0]
    with pytest.raises(ValueError, match="not a list of Span"):
        held[1]


def test_lines_are_read_whenever_they_are_asked_for():
    held = Lines(map(squeeze, ({"n": 1}, ["é", None])))
    held[0]["n"] = 2
    assert [*held] == [{"n": 1}, ["é", None]] and len(held) == 2
    with pytest.raises(DamageError, match="not a plain value"):
        Lines([b"damaged"])[0]


def test_of_some_places_only_those_are_read():
    held = Picked(Packed(Span, [(1, press(Span, [SPANS[0]])), (1, b"damaged"), (1, press(Span, [SPANS[2]]))]), [2, 0])
    assert [*held] == [SPANS[2], SPANS[0]] and held[:1] == (SPANS[2],) and len(held) == 2
