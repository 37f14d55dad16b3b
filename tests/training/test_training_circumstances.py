"""The fit of the place and the time of events on invented candidates."""

import numpy as np

from training.circumstances import Choice, Weights, completed, fit, score

NONE, FIRST = frozenset(), frozenset({0})


def choice(n, signs, vectors, right, taken=()):
    return Choice(f"article {n}", signs, np.array(vectors, dtype=float), right, taken, 1)


def test_what_tells_right_from_wrong_gets_its_weight():
    near, far = {"always": 1.0, "near": 1.0}, {"always": 1.0}
    weights = fit([choice(n, [near, far], [[0.0], [0.0]], [FIRST, NONE]) for n in range(50)])
    assert weights.signs["near"] > 2 and weights.signs["always"] < -1


def test_a_vector_tells_what_no_sign_does():
    weights = fit([choice(n, [{"always": 1.0}] * 2, [[1.0], [-1.0]], [FIRST, NONE]) for n in range(50)])
    assert weights.vectors[0] > 2


def test_what_the_grammar_takes_stays():
    weights = Weights({"always": 9.0}, np.zeros(1))
    taken = choice(0, [{"always": 1.0}], [[0.0]], [FIRST], [NONE])
    assert completed(taken, weights) == [NONE]


def test_only_the_likeliest_is_added_and_only_if_it_is_sure():
    both = choice(0, [{"a": 1.0}, {"b": 1.0}], [[0.0], [0.0]], [FIRST, NONE])
    assert completed(both, Weights({"a": 3.0, "b": 2.0}, np.zeros(1))) == [FIRST]
    assert completed(both, Weights({"a": 0.3, "b": 0.2}, np.zeros(1))) == []


def test_a_labelled_head_that_is_missed_costs_recall():
    figure = score("place", [([FIRST], 2), ([NONE], 1)])
    assert (figure.precision, figure.recall) == (0.5, 1 / 3)
