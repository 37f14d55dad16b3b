"""Figures of disputes on an invented pair, worked out by hand; the pairs that are committed."""

import json
from pathlib import Path

import pytest

from eval import disputes
from eval.disputes import Verdict, baseline, gold, predict, score
from eval.questions import Place
from eval.shown import Shown
from rashomon.errors import ReadError

GOLD = Path(__file__).parents[2] / "eval" / "gold"
A = "Nine people died when the mill at Oro burned on Monday. Ana Vale owned it. A guard had locked the gate."
B = "Twelve people died when the mill at Oro burned on Monday. Leo Marsh owned it. Nobody had locked the gate."
ROW = {
    "id": "mill",
    "a": A,
    "b": B,
    "published": ["2031-05-06", "2031-05-06"],
    "disputes": [
        {"slot": "how many", "a": "Nine people died", "b": "Twelve people died", "sure": True},
        {"slot": "who", "a": "Ana Vale owned it", "b": "Leo Marsh owned it", "sure": False},
    ],
}


def case(tmp_path: Path, **changed: object) -> disputes.Case:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(ROW | changed) + "\n", encoding="utf-8")
    return gold(path, None)[0]


def at(side: int, words: str) -> Place:
    begin = (A, B)[side].index(words)
    return (side, begin, begin + len(words))


def figures(read: disputes.Case, verdict: Verdict) -> dict[str, tuple[float, float, float]]:
    return {s.name: (s.value, s.precision, s.recall) for s in score([read], [verdict]).scores}


def test_a_dispute_is_met_by_a_word_of_either_side_in_either_order(tmp_path: Path) -> None:
    nine, twelve = at(0, "Nine"), at(1, "Twelve")
    verdict = Verdict((Shown("how many", (twelve,), (nine,)),), ((nine, twelve),))
    f = figures(case(tmp_path), verdict)
    assert f["disputes"][1:] == (1.0, 0.5)
    assert f["disputes sure"][2] == 1.0
    assert f["disputes who"][2] == 0.0
    assert (f["told"][2], f["joined"][2]) == (0.5, 0.5)


def test_a_dispute_is_met_wherever_a_side_stands_by_it(tmp_path: Path) -> None:
    gate = {"slot": "happened", "a": "A guard had locked the gate", "b": "Nobody had locked", "sure": True}
    also = case(tmp_path, disputes=[gate | {"b_too": ["Leo Marsh owned it"]}])
    verdict = Verdict((Shown("happened", (at(0, "locked"),), (at(1, "Marsh"),)),), ((at(0, "locked"), at(1, "Marsh")),))
    f = figures(also, verdict)
    assert f["disputes"][1:] == (1.0, 1.0) and f["joined"][2] == 1.0
    assert figures(case(tmp_path, disputes=[gate]), verdict)["disputes"][1:] == (0.0, 0.0)


def test_what_no_label_holds_is_spurious_and_a_pair_without_dispute_should_show_none(tmp_path: Path) -> None:
    false = Verdict((Shown("where", (at(0, "Oro"),), (at(1, "Oro"),)),))
    assert figures(case(tmp_path), false)["disputes"][1:] == (0.0, 0.0)
    none = case(tmp_path, disputes=[])
    assert figures(none, false)["nothing to dispute"][0] == 0.0
    assert figures(none, Verdict(()))["nothing to dispute"][0] == 1.0


def test_the_baseline_takes_every_number_that_differs(tmp_path: Path) -> None:
    digits = case(tmp_path, a="It killed 9 people.", b="It killed 12 people.", disputes=[])
    assert len(baseline([digits], None)[0].shown) == 1


def test_the_product_finds_the_toll(tmp_path: Path) -> None:
    read = case(tmp_path)
    assert figures(read, predict([read])[0])["disputes how many"][2] == 1.0


def test_words_that_do_not_stand_once_in_their_text_are_an_error(tmp_path: Path) -> None:
    wrong = [{"slot": "who", "a": "died", "b": "the", "sure": True}]
    with pytest.raises(ReadError, match="mill/b does not hold 'the' once"):
        case(tmp_path, disputes=wrong)


@pytest.mark.parametrize("half", ["dev", "score"])
def test_the_committed_pairs_can_be_read_and_a_third_holds_no_dispute(half: str) -> None:
    read = gold(GOLD / f"disputes-{half}.jsonl", None)
    assert len({c.id for c in read}) == len(read) > 40
    assert 0.2 < sum(not c.disputes for c in read) / len(read) < 0.5
