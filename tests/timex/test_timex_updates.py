"""On which day the entries of a live blog were written, whose clocks turn over midnight."""

from datetime import datetime

import pytest

from rashomon.timex import layer
from rashomon.timex.updates import clocks, written
from rashomon.types import Block, BlockKind, Interval, Span
from tests.times import MONDAY

EVENING = Interval(datetime(2015, 11, 23, 18, 10), datetime(2015, 11, 23, 18, 10, 59))
MORNING = Interval(datetime(2015, 11, 24, 8, 30), datetime(2015, 11, 24, 8, 30, 59))


def days(printed, account):
    """The day of the month and the clock of each entry."""
    blocks = [Block(Span(n, n + 1), BlockKind.UPDATE, clock=c, entry=n + 1) for n, c in enumerate(printed)]
    return [f"{written(account, clock).low:%d %H:%M}" for clock in clocks(blocks, account).values()]


@pytest.mark.parametrize(
    ("printed", "account", "expected"),
    [
        (["18:40", "23:55", "00:20", "08:30"], MONDAY, ["23 18:40", "23 23:55", "24 00:20", "24 08:30"]),
        (["08:30", "00:20", "23:55", "18:40"], MONDAY, ["24 08:30", "24 00:20", "23 23:55", "23 18:40"]),
        (["23:50 GMT", "00:10 GMT"], MONDAY, ["23 23:50", "24 00:10"]),
        (["00:10 GMT", "23:50 GMT"], MONDAY, ["24 00:10", "23 23:50"]),
        (["08:30", "12:00", "18:40"], MONDAY, ["23 08:30", "23 12:00", "23 18:40"]),
        (["18:40", "12:00", "08:30"], MONDAY, ["23 18:40", "23 12:00", "23 08:30"]),
        (["10:05", "10:03", "11:00"], MONDAY, ["23 10:05", "23 10:03", "23 11:00"]),  # out of order by a little
        # the first is pinned on top
        (["03:00", "08:30", "06:45", "23:00"], MONDAY, ["24 03:00", "24 08:30", "24 06:45", "23 23:00"]),
        (["18:40", "23:55", "00:20", "08:30"], EVENING, ["23 18:40", "23 23:55", "24 00:20", "24 08:30"]),
        (["18:40", "23:55", "00:20", "08:30"], MORNING, ["23 18:40", "23 23:55", "24 00:20", "24 08:30"]),
        (["20:05 EET (18:05 GMT)", "01:10 EET (23:10 GMT)"], MONDAY, ["23 20:05", "24 01:10"]),
        (["09:10, 25 November", "23:50", "00:10"], MONDAY, ["25 09:10", "23 23:50", "24 00:10"]),
        ([], MONDAY, []),
    ],
)  # fmt: skip
def test_a_blog_goes_on_over_midnight(printed, account, expected):
    assert days(printed, account) == expected


@pytest.mark.parametrize(
    ("words", "clock", "value"),
    [
        ("Nine were killed today.", "00:20 EET", "2015-11-24"),
        ("The wind turned at midnight.", "00:20 EET", "2015-11-23T24:00"),
        ("A tank blew up at 11:50 p.m.", "00:20 EET", "2015-11-23T23:50"),
        ("A tank blew up at 11:50 p.m.", "23:55 EET", "2015-11-23T23:50"),
        ("It began ten minutes ago.", "00:05 EET", "2015-11-23T23:55+02"),
        ("It began ten minutes ago.", "00:20 EET (22:20 GMT)", "2015-11-24T00:10+02"),
    ],
)
def test_what_an_entry_says_is_of_its_own_day(words, clock, value):
    blocks = [Block(Span(0, 5), BlockKind.UPDATE, clock="22:40 EET", entry=1)]
    blocks += [Block(Span(7, 7 + len(words)), BlockKind.UPDATE, clock=clock, entry=2)]
    [found] = layer.place(list(layer.read(f"Fire.  {words}", blocks)), blocks, MONDAY)
    assert found.value == value
