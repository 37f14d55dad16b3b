from itertools import permutations

from rashomon.clusters import clusters
from rashomon.types import Judgement, Link


def ln(left: str, right: str, judgement: Judgement = Judgement.SAME, score: float = 1.0) -> Link:
    return Link("event", left, right, judgement, score, ())


def test_same_joins_in_chains_and_items_alone_stay_alone() -> None:
    assert clusters("abcd", [ln("a", "b"), ln("b", "c")]) == (("a", "b", "c"), ("d",))


def test_different_forbids_what_a_chain_would_join() -> None:
    links = [ln("a", "b", score=0.9), ln("b", "c", score=0.6), ln("a", "c", Judgement.DIFFERENT)]
    assert clusters("abc", links) == (("a", "b"), ("c",))


def test_different_holds_between_groups_that_have_grown() -> None:
    links = [
        ln("a", "b", score=0.9),
        ln("c", "d", score=0.9),
        ln("b", "c", score=0.8),
        ln("a", "d", Judgement.DIFFERENT),
    ]
    assert clusters("abcd", links) == (("a", "b"), ("c", "d"))


def test_unsure_joins_nothing_and_unknown_ends_are_ignored() -> None:
    assert clusters("ab", [ln("a", "b", Judgement.UNSURE), ln("a", "z")]) == (("a",), ("b",))


def test_the_order_of_links_changes_nothing() -> None:
    links = [ln("a", "b"), ln("b", "c"), ln("c", "d"), ln("a", "d", Judgement.DIFFERENT)]
    assert len({clusters("abcd", order) for order in permutations(links)}) == 1
