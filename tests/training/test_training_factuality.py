"""The fit of factuality on invented sentences."""

import numpy as np

from training.factuality import Predicates, correlation, fit


def test_a_sign_gets_the_weight_that_it_earns():
    rows = [{"always": 1.0, "not": 1.0} if n % 2 else {"always": 1.0} for n in range(2000)]
    values = np.array([-2.0 if n % 2 else 3.0 for n in range(2000)])
    known = Predicates(rows, np.zeros((2000, 4)), values)
    weights = fit(known)
    assert weights.signs["always"] > 2.5 and weights.signs["not"] < -4
    assert correlation(weights, known) > 0.99


def test_a_vector_tells_what_no_sign_does():
    seen = np.array([[9.0 if n % 2 else -9.0, 0, 0, 0] for n in range(200)])
    known = Predicates([{"always": 1.0}] * 200, seen, np.array([-2.0 if n % 2 else 2.0 for n in range(200)]))
    weights = fit(known)
    assert weights.vectors[0] < -0.1 and abs(weights.vectors[1:]).max() < 0.001
    assert correlation(weights, known) > 0.99


def test_a_rare_sign_gets_none():
    rows = [{"always": 1.0, "never seen twice": 1.0}, {"always": 1.0}]
    assert "never seen twice" not in fit(Predicates(rows, np.zeros((2, 4)), np.array([1.0, 2.0]))).signs
