"""Trees without crossing arcs: what crosses, and that the best of them is found."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rashomon.language.decode import tree
from rashomon.language.projective import best, crosses
from tests.language.test_decode import is_tree

SCORES = st.floats(-30, 30, width=16)


def crossing(heads):
    """By comparing all pairs of arcs, the root's from before the first word."""
    arcs = [(-1, w) if w == h else (min(w, h), max(w, h)) for w, h in enumerate(heads)]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


@given(st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, n), elements=SCORES)))
def test_no_tree_without_crossing_arcs_scores_higher(score):
    n = len(score)
    trees = [h for h in product(range(n), repeat=n) if is_tree(h) and not crossing(h)]
    assert not crossing(best(score)) and is_tree(best(score))
    assert score[range(n), best(score)].sum() == pytest.approx(max(score[range(n), h].sum() for h in trees), abs=1e-3)


@given(st.integers(1, 7).flatmap(lambda n: arrays(np.float32, (n, n), elements=SCORES)))
def test_crossing_arcs_are_seen_and_never_given(score):
    heads = best(score)
    assert not crosses(heads)
    moved = [*heads[:-1], 0] if heads[-1] != len(heads) - 1 else heads
    assert not is_tree(moved) or crosses(moved) == crossing(moved)
    assert not crosses(tree(score))


def test_an_arc_that_crosses_gives_way_to_the_next_best():
    score = np.full((4, 4), -9, dtype=np.float32)
    score[1, 1] = 9  # the root
    score[0, 2] = 5  # over the root
    score[0, 1] = 4
    score[2, 1] = score[3, 2] = 5
    assert tree(score) == [1, 1, 1, 2]
