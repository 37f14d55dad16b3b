"""What time expressions mean, with and without a known anchor."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import timex
from rashomon.timex.symbol import Symbol
from rashomon.types import Interval
from tests.cost import is_linear
from tests.times import MONDAY, read

NOVEMBER = Interval(datetime(2015, 11, 1), datetime(2015, 11, 30, 23, 59, 59))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoy lands on November 23.", "November 23", "2015-11-23"),
        ("The forum was opened on Monday.", "Monday", "2015-11-23"),
        ("On Friday the two spoke by telephone.", "Friday", "2015-11-20"),
        ('He smiled. "On Friday, we won," he said.', "Friday", "2015-11-20"),
        ("The talks will go on until Friday.", "Friday", "2015-11-27"),
        ("On January 1 1989, he wrote a letter.", "January 1 1989", "1989-01-01"),
        ("He told a radio station on Sunday night that it was over.", "Sunday night", "2015-11-22TNI"),
        ("The raids have gone on since September 30.", "September 30", "2015-09-30"),
        ("The escalation is likely to be discussed, since September 30 at least.", "September 30", "2015-09-30"),
        ("A review of the country's July 14 accord will be held.", "July 14", "2015-07-14"),
        ("UPDATE 1530 GMT: The guests have arrived.", "1530 GMT", "2015-11-23T15:30Z"),
        ("It began at 10:30 a.m. EST on Monday.", "10:30 a.m. EST on Monday", "2015-11-23T10:30-05"),
        ("It began at 18:30 GMT+3.", "18:30 GMT+3", "2015-11-23T18:30+03"),
        ("She was held until early 2015.", "early 2015", "2015"),
        ("At hearings in the spring, the judge spoke.", "the spring", "2015-SP"),
        ("For the last four years, they sent nobody.", "the last four years", "P4Y"),
        ("He was twice in office (1981-89).", "1981-89", "1981/1989"),
        ("It happened during the 8-year war.", "8-year", "P8Y"),
        ("In December the court ruled.", "December", "2014-12"),
        ("Monday, November 23, was a holiday.", "Monday, November 23", "2015-11-23"),
        ("It was signed on 3rd of May 2012.", "3rd of May 2012", "2012-05-03"),
        ("The store reopened last week.", "last week", "2015-W47"),
        ("Two years ago it burned.", "Two years ago", "2013"),
        ("The vote is tomorrow.", "tomorrow", "2015-11-24"),
        ("A shell fell at 5:40 p.m. on Saturday.", "5:40 p.m. on Saturday", "2015-11-21T17:40"),
        ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("Prices of the 1980s came back.", "the 1980s", "198"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("At the beginning of 1864 he left.", "the beginning of 1864", "1864"),
        ("The siege of 22-25 April 1951 failed.", "22-25 April 1951", "1951-04-22/1951-04-25"),
        ("It rained on July 5-7 in the hills.", "July 5-7", "2015-07-05/2015-07-07"),
        ("They came on the night of 3 May.", "the night of 3 May", "2015-05-03TNI"),
        ("A shell fell after 5:40 p. m. Saturday.", "5:40 p. m. Saturday", "2015-11-21T17:40"),
        ("It fell at 10:15 p.m. on Dec. 31, 2014.", "10:15 p.m. on Dec. 31, 2014", "2014-12-31T22:15"),
        ("The offer stands until 5 p.m. on Nov. 29.", "5 p.m. on Nov. 29", "2015-11-29T17:00"),
        ("At 19:15, the gate was blown open.", "19:15", "2015-11-23T19:15"),
        ("The wall was built in 480 BC by slaves.", "480 BC", "BC0480"),
        ("Its toll for the year ended March 31 was two.", "March 31", "2015-03-31"),
        ("The rebels had been due to leave, but shelled 19.69 miles of road Friday.", "Friday", "2015-11-20"),
    ],
)
def test_value(text, words, value):
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [  # read on 23 November 2015
        ("In 2008, the party ran films in Spanish in {}.", "2008-04"),
        ("In 2008, it won. It ran films in {}.", "2015-04"),
        ("It won in 2008 and ran films in {}.", "2015-04"),
        ("She must not only win in {}, but draw crowds.", "2016-04"),
        ("The party met to gain an edge heading into {}.", "2016-04"),
        ("Marches propelled the party toward {}'s vote.", "2016-04"),
        ("Oro raised its offer to $82 a share, up from $70 in {}.", "2015-04"),
        ("Oro weighed an offer to sell in {}.", "2016-04"),
        ("It was almost {} and nothing had happened.", "2016-04"),
        ("They invited him to the convention in {}, where he was named.", "2015-04"),
        ("She should have won in {}.", "2015-04"),
        ("“They will use it,” she said on a radio show in {}.", "2015-04"),
        ("Since announcing in {} that she would not run, she has rested.", "2015-04"),
        ("Through {}, the town had spent nothing.", "2015-04"),
        ("The trial was pencilled in for {} and the hearing closed.", "2016-04"),
    ],
)
def test_the_year_of_a_month(text, value):
    assert ("April", value) in read(text.format("April"))


@pytest.mark.parametrize(("month", "value"), [("July", "2015-07"), ("August", "2014-08")])
def test_a_month_of_no_tense_is_the_nearer(month, value):
    march = Interval(datetime(2015, 3, 1), datetime(2015, 3, 1, 23, 59, 59))
    assert read(f"Their chances in {month} are good.", march) == [(month, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It burned on Friday. A day earlier, three were held.", "A day earlier", "2015-11-19"),
        ("It burned on Friday; they vote this Thursday. A day earlier, it was quiet.", "A day earlier", "2015-11-19"),
        ("She ruled until 2009. Five years earlier she had lost.", "Five years earlier", "2004"),
        ("A day earlier, three were held.", "A day earlier", "2015-11-22"),
        ("It burned on Friday. A day ago, it was quiet.", "A day ago", "2015-11-22"),
    ],
)
def test_earlier_leans_on_what_was_told_before(text, words, value):
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the palace.",
        "The second man shot first.",
        "He paid $2000 for 12 seats.",
        "The sun set over the minutes of the meeting room 2011b.",
        "Call 555-2014-77.",
        "He writes for the Harbour Daily.",
    ],
)
def test_not_a_time(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on November 12", "XXXX-11-12"),
        ("said on Sunday", "XXXX-WXX-7"),
        ("happened yesterday", "DCT-1D"),
        ("two years ago", "DCT-2Y"),
        ("in 2012", "2012"),
    ],
)
def test_an_unknown_anchor_leaves_the_value_symbolic(text, value):
    assert [v for _, v in read(text, None)] == [value]


def test_an_anchor_known_to_the_month_places_what_does_not_depend_on_the_day():
    hits = timex.find("On September 30 it began, they said on Friday.")
    september, friday = timex.resolve([h.symbol for h in hits], NOVEMBER)
    assert september.value == "2015-09-30"
    assert friday.value == "XXXX-WXX-5"
    assert friday.interval == Interval(datetime(2015, 10, 30), datetime(2015, 11, 27, 23, 59, 59))


def test_a_day_of_the_story_is_an_anchor():
    assert read("On 3 May 2014 the bridge fell. The next day it was closed.")[1] == ("The next day", "2014-05-04")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Born on 12/31/17, it says. She came on December 31.", "2017-12-31"),
        ("Born on 12/31/17, it says. She came on New Year's Eve.", "2017-12-31"),
        ("Born on 12/31/17, as he was on December 31, 1977. She came on December 31.", "XXXX-12-31"),
        ("Born on 12/30/17, it says. She came on December 31.", "XXXX-12-31"),
    ],
)
def test_a_day_that_the_text_gives_in_full_has_its_year_where_the_account_has_none(text, value):
    assert read(text, None)[-1][1] == value


def test_the_date_of_an_account_says_more_than_a_day_given_in_full():
    assert read("On 30 September 2007 it began. It is over since September 30.")[-1][1] == "2015-09-30"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was shot on 20 December 2007. They looked into a December 20 shooting.", "2007-12-20"),
        ("He was shot on 20 December 2007. They will meet on December 20.", "2015-12-20"),
    ],
)
def test_a_day_that_would_lie_ahead_is_the_one_given_in_full(text, value):
    assert read(text)[-1][1] == value


def test_early_late_and_stretches_narrow_the_interval():
    [early] = timex.resolve([timex.find("in early 2015")[0].symbol], None)
    assert early.interval == Interval(datetime(2015, 1, 1), datetime(2015, 5, 1, 23, 59, 59))
    [stretch] = timex.resolve([timex.find("for the last four years")[0].symbol], MONDAY)
    assert stretch.interval.low == datetime(2011, 11, 23)


def test_history_takes_its_year_from_the_last_date_told():
    text = (
        "In 1936 the league met. In 1937 it failed. On 4 May 1938 the army crossed the river. In 1939 it came back. "
        "On July 2 the capital fell."
    )
    assert ("July 2", "1939-07-02") in read(text)


PIECES = (
    "the last next of in May march 12 2015 1981 - – / : , . a.m. p.m. Monday second night early mid two half an and "
    "hundred years ago quarter century 31 30 February 0 00 99 century's 1530 GMT yesterday few \n \t"
)
WORDS = st.lists(
    st.sampled_from(PIECES.split(" ")),
    max_size=25,
).map(" ".join)


@pytest.mark.slow
@given(st.one_of(st.text(max_size=200), WORDS), st.sampled_from([MONDAY, NOVEMBER, None]))
def test_no_text_crashes_the_grammar(text, account):
    hits = timex.find(text)
    timex.resolve([h.symbol for h in hits], account)
    ends = [0]
    for hit in hits:
        assert ends[-1] <= hit.span.begin < hit.span.end <= len(text)
        assert Symbol.read(str(hit.symbol)) == hit.symbol
        ends.append(hit.span.end)


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_no_error(year):
    edge = Interval(datetime(year, 1, 1), datetime(year, 12, 31, 23, 59, 59))
    texts = (
        "yesterday",
        "next year",
        "200 years ago",
        "900000 weeks later",
        "last winter",
        "for the next 999999 years",
    )
    for text in texts:
        timex.resolve([h.symbol for h in timex.find(text)], edge)


@pytest.mark.parametrize(
    "unit", ["1", "the ", "12 ", "May ", " ", "\n", "1,", "the last few ", "12:30 ", "early mid ", "a"]
)
def test_time_is_linear_in_hostile_text(unit):
    assert is_linear(timex.find, unit)
