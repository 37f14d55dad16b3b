"""Finding quantities: nothing rare is overlooked, and letters that look English stop nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.quantity import find
from rashomon.quantity.find import _RARE
from rashomon.quantity.words import BOUNDS, FRACTIONS, ONES, TENS, VAGUE
from rashomon.timex import find as find_times

WORDS = [
    *BOUNDS,
    *FRACTIONS,
    *VAGUE,
    *ONES,
    *TENS,
    *"A , . - 5 31 1,200 million years old year-old aged age of in out every the boats".split(),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda words: st.sampled_from([" ", "\n", "-"]).map(lambda blank: blank.join(words))
)


@given(TEXTS)
def test_every_paragraph_that_holds_something_rare_is_searched(text):
    for rare, holds in _RARE:
        if not holds(text.lower()):
            assert not list(rare(text))


@pytest.mark.parametrize("finder", [find, find_times])
@pytest.mark.parametrize(
    "plain",
    [
        *("Six miles", "five thousand", "one fifth of it", "several boats", "aged six", "$5 million", "20 Kilometres"),
        *("April 2031", "on Friday", "in summer 2031", "this evening", "daily"),
    ],
)
def test_lookalikes_are_read_as_the_letters_they_look_like(finder, plain):
    odd = plain.replace("i", "ı").replace("s", "ſ").replace("K", "\u212a")
    assert finder(f"{odd} it sank") == finder(f"{plain} it sank")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 4.3 update failed.", []),  # of a program
        ("In Gaza City 12 civilians were killed.", [("12", 12, 12)]),
        ("In Vell 12 wounded women and near Karsa 9 miners fled.", [("12", 12, 12), ("9", 9, 9)]),
        ("At Terminal 5 passengers waited.", []),
        ("The Apollo 12 people waited.", []),
        ("The 4.3 boats failed.", [("4.3", 4.3, 4.3)]),
        ("Vale and Oro, both 51, died.", [("51", 51, 51)]),
        ("At least dozens of boats sank.", [("At least dozens of", 24, float("inf"))]),
        ("Dozens of boats sank.", [("Dozens of", 24, 99)]),
    ],
)
def test_what_a_number_is_of_decides_whether_it_counts(text, expected):
    assert [(text[a.span.begin : a.span.end], a.low, a.high) for a in find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It traded at $US6,562: a new low.", [(6562, "USD")]),
        ("The index was up 6% to 7,265.", [(6, "percent"), (7265, "")]),
        ("Shares fell 1.5 percent to $65.09 a share.", [(1.5, "percent"), (65.09, "USD")]),
        ("A 6.1-magnitude quake struck.", [(6.1, "")]),
        ("They met at 5:40 am.", []),
        ("He was hurt in the second half of the game.", []),
        ("Vell gets a euro110 billion loan.", [(110e9, "EUR")]),
        ("A deal worth $184 million or $23 million per season.", [(184e6, "USD"), (23e6, "USD")]),
        ("He was weighing 200 pounds, guards said.", [(200, "pound weight")]),
        ("The share fell 50 cents.", [(0.5, "USD")]),
        ("It costs 20 US cents, not 60 per cent.", [(0.2, "USD"), (60, "percent")]),
        ("A bag costs £1 or 50 pence.", [(1, "GBP"), (0.5, "GBP")]),
        ("The fare fell from $5 to 50 cents.", [(5, "USD"), (0.5, "USD")]),
        ("Aid of dlrs 3.2 million came.", [(3.2e6, "USD")]),
        ("It cost 40 million Canadian dollars.", [(40e6, "CAD")]),
        ("It gave $5 million and 12 boats.", [(5e6, "USD"), (12, "")]),
        ("A 6.7-strength quake struck.", [(6.7, "")]),
    ],
)
def test_marks_after_a_number(text, expected):
    assert [(a.low, a.unit) for a in find(text)] == expected


@pytest.mark.parametrize("text", ["between half and a third of the seats", "a third to half of the seats"])
def test_two_fractions_are_a_range_from_the_smaller_to_the_greater(text):
    [share] = find(text)
    assert (share.low, share.high) == (pytest.approx(100 / 3), 50)
