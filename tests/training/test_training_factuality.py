"""The fit of factuality on invented sentences."""

import numpy as np

from training.factuality import correlation, fit


def test_a_sign_gets_the_weight_that_it_earns():
    rows = [{"always": 1.0, "not": 1.0} if n % 2 else {"always": 1.0} for n in range(200)]
    values = np.array([-2.0 if n % 2 else 3.0 for n in range(200)])
    weights = fit(rows, values)
    assert weights["always"] > 2.5 and weights["not"] < -4
    assert correlation(weights, rows, values) > 0.99


def test_a_rare_sign_gets_none():
    assert "never seen twice" not in fit(
        [{"always": 1.0, "never seen twice": 1.0}, {"always": 1.0}], np.array([1.0, 2.0])
    )
