"""Other words for one action."""

from __future__ import annotations

import pytest

from rashomon.deeds import DEEDS, deeds
from rashomon.lexicon import ACTIONS


@pytest.mark.parametrize(
    ("one", "other"),
    [("land", "arrive"), ("leave", "take off"), ("reject", "rebuff"), ("end", "decommission"), ("force", "coerce")],
)
def test_two_writers_may_use_either(one: str, other: str) -> None:
    assert deeds(one) & deeds(other)


@pytest.mark.parametrize(("one", "other"), [("rise", "fall"), ("open", "close"), ("land", "take off"), ("win", "lose")])
def test_opposites_are_never_one_action(one: str, other: str) -> None:
    assert not deeds(one) & deeds(other)


def test_the_table_holds_lemmas() -> None:
    assert all(word == word.lower().strip() and "_" not in word for word in DEEDS)
    assert DEEDS.keys() - ACTIONS.keys()  # more words than are taken for events
