"""Looking stretches up by place: nothing that touches is missed, whatever lies inside or across it."""

import random
import time

from rashomon.spans import Stretches
from rashomon.types import Layer, Name, Span


def test_what_touches_is_what_a_scan_finds() -> None:
    rng = random.Random(5)
    pairs = [(b, b + rng.choice((1, 2, 3, 9, 40, 400))) for b in (rng.randrange(600) for _ in range(300))]
    found = Stretches(pairs)
    for _ in range(500):
        begin = rng.randrange(-5, 700)
        end = begin + rng.choice((1, 2, 10, 200))
        assert found.touching(begin, end) == [i for i, (b, e) in enumerate(pairs) if b < end and begin < e]


def test_neighbours_do_not_touch() -> None:
    assert Stretches([(0, 4), (4, 9)]).touching(4, 5) == [1]
    assert Stretches([]).touching(0, 9) == []


def test_one_stretch_over_everything_costs_the_others_nothing() -> None:
    many = Stretches([(0, 400_000), *((i, i + 2) for i in range(0, 400_000, 4))])
    begun = time.process_time()
    assert all(len(many.touching(i, i + 2)) == 2 for i in range(0, 400_000, 40))
    assert time.process_time() - begun < 5  # a scan of each takes minutes


def test_a_layer_is_a_tuple_that_knows_places() -> None:
    names = [Name(Span(0, 4), "person", "Vale"), Name(Span(9, 14), "person", "Brook")]
    layer = Layer(names)
    assert layer == tuple(names)
    assert layer.touching(Span(3, 9)) == names[:1]
    assert layer.touching(Span(4, 9)) == []
