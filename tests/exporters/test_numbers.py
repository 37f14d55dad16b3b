"""Numbers as a reader sees them: vague ones in the words of an account, never in bounds that nobody said."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from test_much import disputed

from rashomon.exporters import html
from rashomon.types import Claim, Position, Record, Span, Value
from rashomon.views.labels import labels
from rashomon.views.numbers import read_as
from rashomon.views.report import report


def position(words: str, low: float, high: float, unit: str = "") -> Position:
    value = Value("number", low, high, unit)
    return Position(value, (Claim("a", "a:0", "how many", value, Span(0, 1), words, ("a",), 3.0, "x"),), ("a",))


@pytest.mark.parametrize(
    ("words", "low", "high", "unit", "label", "bounds"),
    [
        ("hundreds of", 200, 999, "", "hundreds", "200 to 999"),
        ("hundreds of", 200, 999, "protester", "hundreds of protesters", "200 to 999"),
        ("almost 1,200", 1020, 1200, "", "almost 1,200", "1,020 to 1,200"),
        ("more than  600", 600, math.inf, "", "more than 600", ""),
        ("As many as 20000", 0, 20000, "", "As many as 20000", ""),
        ("about 60", 54, 66, "mile", "about 60 miles", "54 to 66"),
        ("around three", 2.7, 3.3, "foot", "around three feet", "2.7 to 3.3"),
        ("below 300km", 0, 300, "kilometre", "below 300km", ""),
        ("nearly 20 years", 17, 20, "year", "nearly 20 years", "17 to 20"),
        ("about half", 45, 55, "percent", "about half", "45 to 55"),
        ("some $7 billion", 6.3e9, 7.7e9, "USD", "some $7 billion", "6.3 billion to 7.7 billion"),
        ("between 12 and 16", 12, 16, "", "between 12 and 16", ""),
        ("Twelve", 12, 12, "", "12", ""),
        ("Twelve", 12, 12, "soldier", "12 soldiers", ""),
    ],
)
def test_a_vague_number_stands_as_said_with_its_unit_and_an_exact_one_in_digits(
    words: str, low: float, high: float, unit: str, label: str, bounds: str
) -> None:
    held = position(words, low, high, unit)
    assert (labels([held]), read_as(held)) == ((label,), bounds)


@pytest.mark.parametrize(
    ("scope", "unit", "asked"),
    [
        ("killed people", "", "How many (people killed)"),
        ("killed soldier", "soldier", "How many (soldiers killed)"),
        ("deal USD", "USD", "How much (deal)"),
        ("height", "metre", "How much (height)"),
        ("age of Oro", "year", "How old (Oro)"),
    ],
)
def test_what_is_measured_is_asked_for_as_such(scope: str, unit: str, asked: str) -> None:
    made = disputed("how many", Value("number", 9, 9, unit), Value("number", 14, 14, unit))
    (event,) = made.events
    made = replace(made, events=(replace(event, slots=(replace(event.slots[0], scope=scope),)),))
    page = html.render(made)
    assert f"    {asked}\n" in report(made)
    assert f"<h4>{asked.replace(' (', ': ').removesuffix(')')} <" in page
    assert f": {asked.partition(' (')[0].lower()}</a>" in page


def test_the_table_of_a_dispute_says_at_which_bounds_vague_words_were_compared(bridge: Record) -> None:
    assert "Between twenty and thirty<small>read as 20 to 30</small>" in html.render(bridge)
    assert "Between twenty and thirty (read as 20 to 30)  [1 witness" in report(bridge, 200)
