"""Days that have a name: the computed ones against published dates, and what a text says of them."""

from datetime import datetime

import pytest

from rashomon.timex.holidays import easter, in_year, jewish_new_year
from rashomon.types import Interval
from tests.times import read

APRIL = Interval(datetime(2016, 4, 2), datetime(2016, 4, 2, 23, 59, 59))


def test_easter_at_its_edges_and_in_years_that_simpler_rules_get_wrong():
    days = [
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2016-03-27",
        "2049-04-18",
        "2076-04-19",
    ]
    assert [easter(int(day[:4])).isoformat() for day in days] == days


def test_the_jewish_new_year():
    days = ["1995-09-25", "2010-09-09", "2013-09-05", "2016-10-03", "2018-09-10", "2023-09-16", "2024-10-03"]
    assert [jewish_new_year(int(day[:4])).isoformat() for day in days] == days
    assert {jewish_new_year(year).strftime("%a") for year in range(1900, 2100)} == {"Mon", "Tue", "Thu", "Sat"}


@pytest.mark.parametrize(
    ("form", "year", "day"),
    [
        ("XXXX-11-TH4", 2018, "2018-11-22"),
        ("XXXX-05-MO5", 2016, "2016-05-30"),
        ("XXXX-05-MO5", 2018, "2018-05-28"),  # the fourth Monday is the last
        ("XXXX-TISHRI+9", 2016, "2016-10-12"),
        ("XXXX-HIJRI-10-01", 2018, "2018-06-14/2018-06-16"),  # proclaimed for 15 June
        ("XXXX-HIJRI-09", 2017, "2017-05-26/2017-06-26"),  # proclaimed from 27 May to 24 June
        ("XXXX-07-04-3/XXXX-07-04+3", 2031, "2031-07-01/2031-07-07"),
    ],
)
def test_the_day_in_a_year(form, year, day):
    assert in_year(form, year) == day


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Over Easter the harbour was shut.", "Easter", "2016-03-27"),
        ("It was shut on Good Friday.", "Good Friday", "2016-03-25"),
        ("It was shut over the Easter weekend.", "Easter weekend", "2016-03-25/2016-03-28"),
        ("On Christmas Eve it was shut.", "Christmas Eve", "2015-12-24"),
        ("It will be shut on New Year’s Eve.", "New Year’s Eve", "2016-12-31"),
        ("It was last shut on Christmas Day 2012.", "Christmas Day 2012", "2012-12-25"),
        ("Sella's annual New Year's Day swim was cold.", "New Year's Day", "2016-01-01"),
        ("By Thanksgiving, nine of them had fled.", "Thanksgiving", "2015-11-26"),
        ("He was found last Thanksgiving.", "last Thanksgiving", "2015-11-26"),
        ("It burnt down on Labor Day.", "Labor Day", "2015-09-07"),
        ("They married on Memorial Day weekend.", "Memorial Day weekend", "2015-05-23/2015-05-25"),
        ("It was Christmas morning when he fled.", "Christmas morning", "2015-12-25TMO"),
        ("During Ramadan it was shut.", "Ramadan", "2015-06-17/2015-07-18"),
    ],
)
def test_holidays_lie_on_the_side_that_their_words_say(text, words, value):
    assert read(text, APRIL) == [(words, value)]


def test_the_holiday_that_is_upon_the_account_is_meant():
    eve = Interval(datetime(2015, 12, 31), datetime(2015, 12, 31, 23, 59, 59))
    assert read("He spoke in his New Year's day address.", eve) == [("New Year's day", "2016-01-01")]


def test_a_holiday_without_a_year_waits_for_one():
    assert read("They met on Good Friday.", None) == [("Good Friday", "XXXX-EASTER-2")]


@pytest.mark.parametrize(
    "text",
    [
        "A Christmas market in Sella was struck.",
        "Tariq Ramadan and Ana Christmas spoke.",
        "The Good Friday Agreement held.",
        "Easter Island is far.",
        "Karsa's Independence Day is another.",
        "The Orthodox Christmas is another.",
        "The Sunday Times had it.",
        "They sang of Bloody Sunday.",
    ],
)
def test_what_only_bears_the_name_of_a_day(text):
    assert read(text, APRIL) == []
