"""The gradient of the scorer of antecedents, and that it learns."""

import numpy as np
import pytest

from rashomon.language.antecedents import SEEN, TRAITS, Pairs, scores
from training import coreference
from training.coreference import Example, slope, start, train


def example(seed, right):
    """Three mentions: the second and third may refer; *right* are the pairs that do."""
    random = np.random.default_rng(seed)
    later, earlier = np.array([0, 1, 1, 2, 2, 2]), np.array([0, 0, 1, 0, 1, 2])
    kinds = np.array([13, 0, 13, 0, 0, 13])
    numbers = [random.standard_normal(shape).astype(np.float32) for shape in ((3, TRAITS), (3, 384), (6, SEEN))]
    return Example(Pairs(*numbers[:2], later, earlier, numbers[2], kinds, np.array([1, 3, 6])), np.array(right))


RIGHT = [True, True, False, True, True, False]


@pytest.mark.parametrize("name", sorted(start(np.random.default_rng(0))))
def test_the_slope_is_that_of_the_loss(name):
    random, case = np.random.default_rng(1), example(2, RIGHT)
    w = {key: each.astype(np.float64) for key, each in start(random).items()}
    way = random.standard_normal(w[name].shape)
    up, down = (slope({**w, name: w[name] + by * way}, case)[0] for by in (1e-4, -1e-4))
    assert (up - down) / 2e-4 == pytest.approx(float((slope(w, case)[1][name] * way).sum()), rel=0.02, abs=1e-3)


def test_training_finds_what_is_right(monkeypatch):
    monkeypatch.setattr(coreference, "EPOCHS", 60)
    cases = [example(seed, RIGHT) for seed in range(3)]
    learnt = scores(cases[0].given, train(cases))
    assert learnt[1] > learnt[2] and max(learnt[3:5]) > learnt[5]


def test_training_twice_gives_the_same():
    cases = [example(0, RIGHT)]
    one, two = train(cases), train(cases)
    assert all((one[name] == two[name]).all() for name in one)
