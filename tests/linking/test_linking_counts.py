"""Counts of one kind meet where a place or a day ties them, but for those of another time or of one alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.linking.counts import count_links
from rashomon.linking.told import Told
from rashomon.types import Value


def killed(key: str, people: int) -> Told:
    none: frozenset[str] = frozenset()
    count = {"killed people": Value("number", people, people)}
    return Told(f"{key}:kill", key, 0, 0, "kill", 3.0, none, none, none, frozenset({"karsa"}), (), (), count)


@pytest.mark.parametrize(("left", "right", "joined"), [(9, 14, True), (1, 1, True), (1, 14, False), (14, 1, False)])
def test_the_death_of_one_is_no_count_of_many(left: int, right: int, joined: bool) -> None:
    assert bool([*count_links([killed("a", left), killed("b", right)], [])]) is joined


@pytest.mark.parametrize(("past", "joined"), [(True, False), (False, True)])
def test_the_dead_of_an_attack_long_over_are_those_of_no_other(past: bool, joined: bool) -> None:
    """One account has the killing in the sentence of an attack, which alone has the year."""
    attack = replace(killed("a", 9), id="a:attack", predicate="attack", numbers={}, past=past)
    assert bool([*count_links([attack, killed("a", 9), killed("b", 14)], [])]) is joined
