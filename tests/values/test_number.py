"""What number phrases allow, and how two of them stand to each other."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import quantity
from rashomon.types import Agreement
from rashomon.values import number
from tests.cost import is_linear

INF = math.inf


@pytest.mark.parametrize(
    ("phrase", "low", "high", "unit"),
    [
        ("60", 60, 60, ""),
        ("at least 60", 60, INF, ""),
        ("no fewer than six", 6, INF, ""),
        ("more than 1,200", 1200, INF, ""),
        ("fewer than 50", 0, 50, ""),
        ("as many as 300", 0, 300, ""),
        ("up to two dozen", 0, 24, ""),
        ("about 200", 180, 220, ""),
        ("nearly 100", 85, 100, ""),
        ("dozens", 24, 99, ""),
        ("tens of thousands", 20_000, 99_999, ""),
        ("60 or more", 60, INF, ""),
        ("60+", 60, INF, ""),
        ("half a million", 500_000, 500_000, ""),
        ("two hundred and five", 205, 205, ""),
        ("thirty-four", 34, 34, ""),
        ("1.2 million", 1.2e6, 1.2e6, ""),
        ("between 5,000 and 10,000", 5000, 10_000, ""),
        ("$7-8 billion", 7e9, 8e9, "USD"),
        ("$7 billion to $8 billion", 7e9, 8e9, "USD"),
        ("€6.5bn", 6.5e9, 6.5e9, "EUR"),
        ("£1.2m", 1.2e6, 1.2e6, "GBP"),
        ("300 dollars", 300, 300, "USD"),
        ("15-20%", 15, 20, "percent"),
        ("more than 80 per cent", 80, INF, "percent"),
        ("about half of", 45, 55, "percent"),
        ("500km", 500, 500, "kilometre"),
        ("12 tonnes", 12, 12, "tonne"),
        ("5th", 5, 5, "ordinal"),
        ("5-6,000", 5000, 6000, ""),
        ("more than the $110", 110, INF, "USD"),
        ("one in five voters", 20, 20, "percent"),
        ("more than one in four of them", 25, 100, "percent"),
        ("two thirds of the fleet", pytest.approx(200 / 3), pytest.approx(200 / 3), "percent"),
        ("300 km/h", 300, 300, "kilometre per hour"),
        ("40 miles per hour", 40, 40, "mile per hour"),
        ("70 square kilometres", 70, 70, "square kilometre"),
        ("8.8 million pounds of thrust", 8.8e6, 8.8e6, "pound weight"),
        ("8 million pounds of debt", 8e6, 8e6, "GBP"),
        ("a 400-pound bear", 400, 400, "pound weight"),
        ("a 500-pound fine", 500, 500, "GBP"),
        ("a four-year-old boy", 4, 4, "year"),
        ("a hundred and five", 105, 105, ""),
        ("as little as three per cent", 3, INF, "percent"),
        ("over the age of 18", 18, INF, "year"),
    ],
)
def test_parse(phrase, low, high, unit):
    value = number.parse(phrase)
    assert value is not None
    assert (pytest.approx(value.low), pytest.approx(value.high), value.form) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 60 guards and 12 drivers were held.", ["At least 60", "12"]),
        ("The bombs killed 102 and 21 people.", ["102", "21"]),
        ("Between 20 and 30 houses burned.", ["Between 20 and 30"]),
        ("The mayor, 45, and a 62-year-old farmer", ["45", "62"]),
        ("Dozens of boats, hundreds more on land", ["Dozens of", "hundreds"]),
        ("About $200m was lost, or 3 percent of output", ["About $200m", "3 percent"]),
        ("One man was hurt, but no one said so.", ["One"]),
        ("It paid a $795 fine, and A $5 note was found.", ["$795", "$5"]),
        ("Shares fell 1.5 percent to $65.09 today.", ["1.5 percent", "$65.09"]),
        ("The plan of 2018's winner has three-stage rockets.", ["three"]),
        ("Owner Dan Abel (10) kicked 2 goals.", ["2"]),
        ("They made a $70-a-share offer, then $82-per-share.", ["$70", "$82"]),
        (
            "It cost millions of dollars and hundreds of thousands of euros.",
            ["millions of dollars", "hundreds of thousands of euros"],
        ),
        ("Only one boat sank and only one of them was old.", ["Only one"]),
    ],
)
def test_found(text, found):
    assert [text[a.span.begin : a.span.end] for a in quantity.find(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "He left on Flight 200.",
        "They fired an S-300 and a T-72.",
        "A meeting of the 5+1 powers ended 3-1.",
        "  1. The first point",
        "(2) the second point",
        "Call 555-0199 now, or +44 20 7946 0000.",
        "No one came, and one knows why.",
        "Version 10.4 is out.",
        "See http://a.example/12/34",
    ],
)
def test_no_quantity(text):
    assert [text[a.span.begin : a.span.end] for a in quantity.find(text)] == []


@pytest.mark.parametrize(
    ("a", "b", "agreement"),
    [
        ("62", "62", Agreement.AGREES),
        ("62", "at least 60", Agreement.MORE_PRECISE),
        ("at least 60", "62", Agreement.COMPATIBLE),
        ("dozens", "62", Agreement.COMPATIBLE),
        ("at least 60", "fewer than 50", Agreement.CONFLICTS),
        ("60", "62", Agreement.CONFLICTS),
        ("about 60", "62", Agreement.COMPATIBLE),
        ("$7-8 billion", "$7.5bn", Agreement.COMPATIBLE),
        ("$7 billion", "€7 billion", Agreement.ARGUABLE),
        ("80 percent", "80", Agreement.ARGUABLE),
        ("5th", "5", Agreement.ARGUABLE),
        ("third", "3rd", Agreement.AGREES),
        ("a year", "12 months", Agreement.AGREES),
        ("18-month", "a year and a half", Agreement.CONFLICTS),  # the first quantity of a phrase is read
        ("two weeks", "14 days", Agreement.AGREES),
        ("a steamer", "only one ship", Agreement.AGREES),
        ("a pair of sailors", "two sailors", Agreement.AGREES),
        ("100 km", "62 miles", Agreement.AGREES),
        ("7 km", "4 miles", Agreement.AGREES),  # as far as "4" is told
        ("1,000 km", "621 miles", Agreement.AGREES),
        ("100 km", "80 miles", Agreement.CONFLICTS),
        ("5,000 feet", "1,500 metres", Agreement.AGREES),
        ("1,180 km", "about 730 miles", Agreement.MORE_PRECISE),
        ("77 tonnes", "160,000 pounds", Agreement.CONFLICTS),
        ("77 tonnes", "77 km", Agreement.ARGUABLE),
        ("$38.2 billion", "$38 billion", Agreement.MORE_PRECISE),
        ("$38 billion", "$40 billion", Agreement.CONFLICTS),
        ("38 people", "40 people", Agreement.CONFLICTS),
        ("5.8%", "6%", Agreement.MORE_PRECISE),
        ("1,200 people", "1,234 people", Agreement.COMPATIBLE),
        ("$US6,500", "US$6,500", Agreement.AGREES),
    ],
)
def test_compare(a, b, agreement):
    left, right = number.parse(a), number.parse(b)
    assert left and right
    assert number.compare(left, right) is agreement


def test_no_number_is_no_value():
    assert number.parse("nobody") is None


PIECES = (
    "at least 60 no more than $ € 7 - – to and or between from half a million bn m k % per cent hundred 1,000 3.5 one "
    "two dozens of several + 's , . ( ) km years old aged 12,000,000 zero an another \n"
)


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES.split(" ")), max_size=25).map(" ".join)))
def test_no_text_crashes_the_grammar(text):
    end = 0
    for found in quantity.find(text):
        assert end <= found.span.begin < found.span.end <= len(text)
        assert found.low <= found.high
        assert text[found.span.begin : found.span.end].strip() == text[found.span.begin : found.span.end]
        end = found.span.end


@pytest.mark.parametrize(
    "unit", ["1", "the ", "1,", "1,000", "one ", "at least ", "half a ", "12 and ", "$", " ", "1-", "a "]
)
def test_time_is_linear_in_hostile_text(unit):
    assert is_linear(quantity.find, unit)
