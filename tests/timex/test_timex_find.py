"""Clock times and the days that stand beside them."""

import pytest

from rashomon.timex.find import find


def symbol(text: str, words: str):
    [found] = [h.symbol for h in find(text) if text[h.span.begin : h.span.end] == words]
    return found


@pytest.mark.parametrize(
    "text, clock, day",
    [
        ("It began at 5 p.m. (1700 GMT) on Friday.", "5 p.m.", "XXXX-WXX-5"),
        ("It began at 5 p.m. (1700 GMT) on Friday.", "1700 GMT", "XXXX-WXX-5"),
        ("On 3 May 2031, at about 5 p.m., it began.", "5 p.m.", "2031-05-03"),
        ("On Friday at 5 p.m., at 6 p.m. they left.", "6 p.m.", "XXXX-WXX-5"),
        ("It began at 5 p.m. (1 p.m. GMT Monday).", "5 p.m.", ""),  # that may be another day here
        ("In May 2031, at 5 p.m., it began.", "5 p.m.", ""),
        ("On Friday evening, at 5 p.m., it began.", "5 p.m.", ""),
        ("At 5 p.m. they left and on Friday returned.", "5 p.m.", ""),
        ("On Friday, two hours after 5 p.m., it began.", "5 p.m.", ""),
    ],
)
def test_a_clock_time_has_the_day_right_beside_it(text: str, clock: str, day: str) -> None:
    found = symbol(text, clock)
    assert (found.form, found.base) == (day, "account" if day else "nearby")


@pytest.mark.parametrize(
    "text, universal, days",
    [
        ("It began at 6 a.m. (2100 GMT).", "2100 GMT", -1),
        ("It began at 9 p.m. (0100 GMT).", "0100 GMT", 1),
        ("It began at 6 a.m. (2100 GMT) on Friday.", "2100 GMT", -1),
        ("It began at 6 a.m. (0900 GMT).", "0900 GMT", 0),
        ("It began at 6 a.m. (2100 PST).", "2100 PST", 0),
        ("It began at 6 a.m., ended (2100 GMT).", "2100 GMT", 0),
    ],
)
def test_the_same_moment_may_be_on_another_day_in_utc(text: str, universal: str, days: int) -> None:
    assert symbol(text, universal).amount == days
