"""Stories of invented articles, with B3 worked out by hand."""

import json
from pathlib import Path

import pytest

from eval.stories import ORDERS, b_cubed, baseline, gold, predict, score

DAM = (
    "The dam above Karsa burst at night. Mud buried the market of Karsa, and Mayor Brook called for boats and pumps.",
    "Mud from the burst dam lies in the market of Karsa. There Mayor Brook asked the capital for boats and pumps.",
)
CUP = (
    "At home Orlen won the cup final against Harlow after penalties. There Goalkeeper Finch saved two shots for Orlen.",
    "The hero of the cup final was Goalkeeper Finch: two saved penalties gave Orlen the win over Harlow.",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = [{"id": f"{s}{n}", "event_id": s, "text": t} for s, said in (("d", DAM), ("c", CUP)) for n, t in
            enumerate(said)]  # fmt: skip
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_b_cubed_by_hand() -> None:
    assert b_cubed(["x", "x", "y"], ["a", "a", "b"]) == (1, 1, 1)
    precision, recall, _ = b_cubed(["x", "x", "x"], ["a", "a", "b"])
    assert (precision, recall) == (pytest.approx(5 / 9), 1)


def test_two_happenings_are_two_stories_in_every_order(file: Path) -> None:
    cases = gold(file, None)
    said = predict(cases)
    assert all(len(labels) == ORDERS for labels in said)
    assert {s.name: s.value for s in score(cases, said).scores} == {
        "B3 precision": 1, "B3 recall": 1, "B3": 1, "steady": 1,
    }  # fmt: skip


def test_an_order_that_goes_wrong_is_seen(file: Path) -> None:
    cases = gold(file, None)
    said = [("s",) + ("d" if c.story == "d" else "c",) * (ORDERS - 1) for c in cases]
    figures = {s.name: s.value for s in score(cases, said).scores}
    assert figures["B3 recall"] == 1
    assert figures["B3 precision"] == pytest.approx((0.5 + ORDERS - 1) / ORDERS)
    assert figures["steady"] < 1


def test_the_baseline_joins_leads_with_three_names(file: Path) -> None:
    dam, again, cup, final = (labels[0] for labels in baseline(gold(file, None), None))
    assert dam == again != cup == final
