"""Counts to figures, worked out by hand."""

import pytest

from eval.metrics import Score, accuracy, overlap, recall, total
from eval.raw import alignment
from rashomon.types import Span


def test_two_sided_hits_make_precision_and_recall_of_their_own() -> None:
    s = Score("overlap", found=3, predicted=4, matched=2, gold=5)  # P 3/4, R 2/5, F1 .6/1.15
    assert (s.precision, s.recall) == (0.75, 0.4)
    assert s.f1 == pytest.approx(0.6 / 1.15)


@pytest.mark.parametrize(
    ("gold", "predicted", "value"),
    [("abcd", "abef", 0.5), ("", "a", 0.0), ("a", "", 0.0), ("aab", "abb", 1.0), ("", "", 0.0)],
)
def test_overlap_of_sets(gold: str, predicted: str, value: float) -> None:
    assert overlap("letters", gold, predicted).value == value


def test_sums_are_divided_once() -> None:
    one, other = overlap("x", "ab", "a"), overlap("x", "c", "cde")  # 1 of 1 and 2; 1 of 3 and 1
    (both,) = total([one, other])
    assert (both.found, both.predicted, both.gold) == (2, 4, 3)
    assert both.value == pytest.approx(4 / 7)


def test_total_under_one_name_is_the_micro_average() -> None:
    (micro,) = total([accuracy("person", 1, 2), accuracy("place", 3, 4)], "all")
    assert micro.name == "all"
    assert micro.value == pytest.approx(4 / 6)


def test_recall_stays_recall_when_added_up() -> None:
    (both,) = total([recall("direct", 1, 2), recall("direct", 0, 2)])
    assert (both.measure, both.value) == ("recall", 0.25)


@pytest.mark.parametrize(
    ("read", "given", "span", "expected"),
    [
        ("same text", "same text", (0, 4), (0, 4)),
        ("two words", "\n two \n\n words", (4, 9), (9, 14)),
        ("a\n\nb", "a b", (0, 4), (0, 3)),
    ],
)
def test_spans_go_back_over_changed_white_space(
    read: str, given: str, span: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert alignment(read, given)(Span(*span)) == Span(*expected)


def test_other_changes_are_refused() -> None:
    with pytest.raises(ValueError, match="more than the white space"):
        alignment("a b", "a c")
