"""The likeness of sentences, against one product at a time."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from rashomon.linking import likeness
from rashomon.linking.likeness import Likeness

MOST = 12


def story(sentences: int, told: int) -> tuple[list[int], np.ndarray]:
    """Rows of the mentions, up to *told* of a sentence, and vectors of which some stand twice and the first is zero."""
    random = np.random.default_rng(7)
    vectors = random.integers(-127, 128, (sentences, likeness.WIDTH)).astype(np.float32)
    vectors[0] = 0
    vectors[sentences // 2 :: 5] = vectors[sentences // 3]
    return [row for row in range(sentences) for _ in range(1 + row % told)], vectors


@pytest.fixture(params=[3, 2048], ids=["few recent", "all recent"])
def recent(request, monkeypatch):
    monkeypatch.setattr(likeness, "RECENT", request.param)
    monkeypatch.setattr(likeness, "AT_ONCE", 4)
    return request.param


def test_cosines_are_those_of_the_sentences(recent):
    rows, vectors = story(30, 3)
    unit = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1)
    expected = unit[rows] @ unit[rows].T
    measured = Likeness(rows, vectors)
    for m in range(len(rows)):
        found = measured.cosines(m, range(m))
        assert [found[k] for k in range(m)] == pytest.approx(expected[m, :m].tolist(), abs=1e-5)
    everything = range(len(rows))
    assert measured.between(everything, everything) == pytest.approx(expected, abs=1e-5)


def test_the_nearest_come_first_and_of_equals_the_earlier(recent):
    rows, vectors = story(30, 3)
    measured = Likeness(rows, vectors)
    for m in range(1, len(rows)):
        found = measured.nearest(m, MOST)
        cosines = measured.cosines(m, range(m))
        assert len(set(found)) == len(found) <= MOST and max(found, default=0) < m
        assert all((cosines[a], -a) > (cosines[b], -b) for a, b in pairwise(found))
        if recent > len(rows):
            assert found == sorted(range(m), key=lambda k: (-cosines[k], k))[:MOST]


def test_a_cosine_is_the_same_whatever_it_is_computed_beside():
    rows, vectors = story(200, 2)
    measured = Likeness(rows, vectors)
    together = measured.between(range(len(rows)), range(len(rows)))
    assert all(measured.between([k], [0, k, 5])[0].tolist() == together[k, [0, k, 5]].tolist() for k in (1, 77, 250))
