"""The report of the terminal: the same parts as the page, in its order, inside its columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.exporters import html
from rashomon.types import Agreement, Record, Relation, Slot
from rashomon.views import rows
from rashomon.views.index import Index
from rashomon.views.report import report

PARTS = [
    "CONTESTED: 4",
    "RIVAL ANSWERS: 1",
    "AGREED BY TWO INDEPENDENT ACCOUNTS OR MORE: 0",
    "TOLD BY ONE ACCOUNT ONLY: 3",
]


def test_the_parts_stand_in_the_order_of_the_page(bridge: Record) -> None:
    assert [line for line in report(bridge).splitlines() if line[:1].isalpha()] == PARTS


@pytest.mark.parametrize(
    "told",
    [
        "How many (victims)",
        "at least 14  [1 witness: The Delta Herald › Ilan Voss]",
        "◐ reports: Karsa State Agency › Ministry of Transport",
        "the same words in Morning Line",
        "= 9 conflicts with at least 14: 9 lies outside 14 or more;",
        "= two speakers of one account: the minister denies what his deputy says",
        "silent: Morning Line",
        "one event because: same day; same place: Karsa; predicates near:",
        "Who is blamed for it, or for what it did",
        "floods  [1 witness: Lakeside Radio › Fishermen]",
        "“Fishermen blamed the floods for the fall.”",
        "Lakeside Radio: A crane is expected (no date)",
    ],
)
def test_it_says_who_holds_what_in_which_words_and_why(bridge: Record, told: str) -> None:
    assert told in report(bridge, 200)


@pytest.mark.parametrize("width", [40, 80, 133])
def test_no_line_is_wider_than_the_terminal(bridge: Record, hostile: Record, width: int) -> None:
    for record in (bridge, hostile):
        assert max(map(len, report(record, width).splitlines())) <= width


def test_no_control_character_reaches_the_terminal(hostile: Record) -> None:
    assert not [c for c in report(hostile) if c != "\n" and not c.isprintable()]


def test_an_empty_record_says_so() -> None:
    assert report(Record((), (), (), ())).startswith("CONTESTED: 0\n")


def test_what_only_leans_apart_stands_below_what_conflicts(bridge: Record) -> None:
    def soft(slot: Slot) -> Slot:
        return replace(
            slot, relations=tuple(Relation(r.left, r.right, Agreement.ARGUABLE, "x") for r in slot.relations)
        )

    events = tuple(replace(e, slots=tuple(map(soft, e.slots))) for e in bridge.events)
    index = Index(replace(bridge, events=events))
    assert not index.parts["contested"]
    assert len(index.parts["arguable"]) == 3  # the quarrel inside one account is no difference between two
    assert "MAY DIFFER (scope or time may be another): 3" in report(index.record)
    assert report(index.record, 200).count(" (x)\n") == 3
    assert "may differ: x" in html.render(index.record)  # of whether it happened too, where both sides may read alike


def test_the_table_of_events_has_the_parts_and_the_order_of_the_page(bridge: Record) -> None:
    index, found = Index(bridge), rows(bridge, "events")
    assert [row["event"] for row in found] == [e.id for events in index.parts.values() for e in events]
    assert [row["part"] for row in found] == ["contested"] * 4 + ["one account"] * 3
