"""How two times stand to each other, and what a phrase of several says."""

import pytest

from rashomon import timex
from rashomon.timex import calendar
from rashomon.types import Agreement, Span, Time, Value
from rashomon.values import date
from rashomon.views.labels import label
from tests.times import MONDAY


@pytest.mark.parametrize(
    ("a", "b", "agreement"),
    [
        ("14 March 2015", "14 March 2015", Agreement.AGREES),
        ("14 March 2015", "March 2015", Agreement.MORE_PRECISE),
        ("March 2015", "14 March 2015", Agreement.COMPATIBLE),
        ("last week", "20 November 2015", Agreement.COMPATIBLE),
        ("last week", "November 2015", Agreement.MORE_PRECISE),
        ("14 March 2015", "16 March 2015", Agreement.CONFLICTS),
        ("Sunday night", "Monday at 6:30 a.m.", Agreement.ARGUABLE),
        ("in 2014", "in early 2015", Agreement.CONFLICTS),
        ("Monday at 5:40 a.m.", "Monday at 6:10 a.m.", Agreement.CONFLICTS),
        ("Monday at 5:40 a.m.", "Monday at 5:50 a.m.", Agreement.ARGUABLE),  # loosely told
        ("Monday at 5:40 a.m.", "Monday at 7:40 a.m.", Agreement.ARGUABLE),  # zones
        ("1530 GMT on Monday", "10:30 a.m. EST on Monday", Agreement.AGREES),
        ("1530 GMT on Monday", "18:30 GMT+3 on Monday", Agreement.AGREES),
        ("0030 CET on Monday", "2330 GMT on Sunday", Agreement.AGREES),
        ("1530 GMT on Monday", "1540 GMT on Monday", Agreement.ARGUABLE),  # loosely told
        ("1530 GMT on Monday", "1730 GMT on Monday", Agreement.CONFLICTS),  # no zone can explain it
        ("1530 GMT on Monday", "Monday at 6:30 p.m.", Agreement.ARGUABLE),  # one says no zone
        ("5:40 a.m.", "early on Monday morning", Agreement.COMPATIBLE),
        ("Monday", "1530 GMT on Monday", Agreement.COMPATIBLE),
        ("early 2015", "14 March 2015", Agreement.COMPATIBLE),
        ("spring 2015", "14 March 2015", Agreement.COMPATIBLE),
        ("the weekend", "20 November 2015", Agreement.CONFLICTS),
        ("26 June - 4 August 2015", "1 July 2015", Agreement.COMPATIBLE),
        ("early 2018", "late 2017 or early 2018", Agreement.MORE_PRECISE),
        ("March 2018", "between October 2017 and April 2018", Agreement.MORE_PRECISE),
        ("12:05 a.m., 14 March 2015", "14 March 2015", Agreement.MORE_PRECISE),
        ("5:58 a.m. on Monday", "just before 6 a.m. on Monday", Agreement.MORE_PRECISE),
        ("just after noon on Monday", "around noon on Monday", Agreement.COMPATIBLE),
    ],
)
def test_compare(a, b, agreement):
    left, right = date.parse(a, MONDAY), date.parse(b, MONDAY)
    assert left and right
    assert date.compare(left, right) is agreement


def test_what_has_no_place_on_the_calendar_agrees_with_its_like_and_conflicts_with_nothing():
    assert date.parse("no time at all") is None
    friday, week, day = date.parse("on Friday"), date.parse("next week"), date.parse("14 March 2015")
    assert friday.low is None
    assert date.compare(friday, date.parse("Friday")) is Agreement.AGREES
    assert date.compare(friday, week) is date.compare(week, day) is date.compare(day, friday) is Agreement.COMPATIBLE


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("T06:10", "2015-11-22T05:40", Agreement.CONFLICTS),
        ("2015-11-22T05:40", "T06:10", Agreement.CONFLICTS),
        ("T06:10", "T05:40", Agreement.CONFLICTS),
        ("T06:10", "2015-11-22T06:10", Agreement.AGREES),
        ("T06:10", "2015-11-22", Agreement.COMPATIBLE),
        ("T06:10", "2015-11-22TMO", Agreement.COMPATIBLE),
    ],
)
def test_a_clock_time_that_says_no_day_is_compared_by_the_clock(a, b, expected):
    def value(form: str) -> Value:
        stated = calendar.interval(form if form[0] != "T" else f"2015-11-23{form}")
        return Value("date", calendar.days_of(stated.low), calendar.days_of(stated.high), form)

    assert date.compare(value(a), value(b)) is expected


def test_a_clock_is_that_of_the_day_in_the_same_phrase():
    assert date.parse("at 9:45 am, they said, on 31 May 2015", MONDAY).form == "2015-05-31T09:45"


def test_the_day_of_a_clock_time_is_kept_only_where_it_is_said():
    def form(text: str) -> str:
        [hit] = timex.find(text)
        [found] = timex.resolve([hit.symbol], MONDAY)
        time = Time(hit.span, "TIME", found.value, found.interval, found.anchor, "", str(hit.symbol))
        return date.of_time(time).form

    assert form("It fell at 6:10 am.") == "T06:10"
    assert form("It fell at 6:10 am on Sunday.") == "2015-11-22T06:10"
    assert form("It fell at 0610 GMT.") == "T06:10Z"
    assert form("It fell in the morning.") == "TMO"
    assert form("It fell on Sunday morning.") == "2015-11-22TMO"


def test_two_clocks_without_a_day_meet_over_midnight_and_parts_of_days_do_not_clash_over_days():
    def value(form: str, day: str = "2015-11-23") -> Value:
        stated = calendar.interval(f"{day}{form}")
        return Value("date", calendar.days_of(stated.low), calendar.days_of(stated.high), form)

    assert date.compare(value("T23:30Z"), value("T02:30+03")) is Agreement.AGREES
    assert date.compare(value("TMO"), value("TMO", "2015-11-24")) is Agreement.AGREES
    assert date.compare(value("TMO"), value("T06:10")) is Agreement.COMPATIBLE
    assert label(value("TMO")) == "morning, day not said"


@pytest.mark.parametrize(
    ("clock", "zone", "expected"),
    [
        ("15:10", "Z", Agreement.MORE_PRECISE),
        ("18:10", "+03", Agreement.MORE_PRECISE),
        ("15:35", "Z", Agreement.ARGUABLE),
        ("16:10", "Z", Agreement.CONFLICTS),
    ],
)
def test_a_time_counted_back_in_hours_is_not_held_to_the_minute(clock, zone, expected):
    def value(form: str, slack: float) -> Value:
        stated = calendar.interval(form)
        low, high = (calendar.days_of(at) for at in (stated.low, stated.high))
        return Value("date", low - slack / 1440, high + slack / 1440, form)

    ago = value("2015-11-23T15:00Z", 20)
    assert date.compare(value(f"2015-11-23T{clock}{zone}", 0), ago) is expected


def test_a_clock_far_from_the_only_day_keeps_to_itself():
    day = date.parse("31 May 2015")
    assert day and day.low
    clock = Value("date", day.low - 30 + 9.75 / 24, day.low - 30 + 9.76 / 24, "T09:45")  # put by the account's own day
    near, far = ([(Span(0, 9), clock), (Span(at, at + 11), day)] for at in (30, 300))
    [(span, both)] = date.with_day(near, 80)
    assert (span, both.form) == (Span(0, 41), "2015-05-31T09:45")
    assert date.with_day(far, 80) == far
    assert date.with_day([*near, (Span(60, 71), day)], 80) == [*near, (Span(60, 71), day)], "of two days neither"
