"""What the rules of the grammar read: (text, words, value) against an account of Monday 23 November 2015."""

from datetime import datetime

import pytest

from rashomon import timex
from rashomon.types import Interval
from tests.times import MONDAY, read


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # two dates written as one
        ("The truce (26 June - 4 August 1952) held.", "26 June - 4 August 1952", "1952-06-26/1952-08-04"),
        ("The siege (March 19-April 30) was long.", "March 19-April 30", "2015-03-19/2015-04-30"),
        ("Operation Reed (July-November 1954) failed.", "July-November 1954", "1954-07/1954-11"),
        ("It ran November-March 1951.", "November-March 1951", "1950-11/1951-03"),
        ("The retreat (December 1979-February 1980) began.", "December 1979-February 1980", "1979-12/1980-02"),
        # a date lends its year to the one before it
        ("They left from May 15 to August 16, 1988.", "May 15", "1988-05-15"),
        ("It went on from December to February 1981.", "December", "1980-12"),
        ("In the spring and early summer of 1943 they waited.", "the spring", "1943-SP"),
        ("They surrendered on May 4 and 5, it said.", "5", "2015-05-05"),
        ("In 1861 they met; on July 25 of that year they parted.", "July 25 of that year", "1861-07-25"),
        ("It began in the winter of nineteen ninety-four.", "the winter of nineteen ninety-four", "1994-WI"),
        # a clock time has the day beside it, near or far
        ("It fell at 5 p.m. (1700 GMT) on Friday.", "1700 GMT", "2015-11-20T17:00Z"),
        ("On Sunday, just before 6 a.m. (2100 GMT Saturday), it fell.", "6 a.m.", "2015-11-22T06:00"),
        ("On 3 May 2014, at about 5 p.m., he fled.", "5 p.m.", "2014-05-03T17:00"),
        ("It fell in the early hours of Sunday.", "the early hours of Sunday", "2015-11-22TMO"),
        ("They met on Friday. In the small hours they left.", "the small hours", "2015-11-20TMO"),
        # the turns of the day
        ("They fled at dawn on Tuesday, before sunset.", "dawn", "2015-11-17TMO"),
        ("They fled at dawn on Tuesday, before sunset.", "sunset", "2015-11-17TEV"),
        ("Police came in the early morning on Friday.", "the early morning", "2015-11-20TMO"),
        ("At 17:45 local time (GMT+3) on 2 November it fell.", "17:45 local time", "2015-11-02T17:45"),
        # two steps away, two digits, two years
        ("It rained the weekend before last.", "the weekend before last", "2015-W46-WE"),
        ("They meet the week after next.", "the week after next", "2015-W50"),
        ("He left in ’98 and came back in Jan. '04.", "’98", "1998"),
        ("He left in ’98 and came back in Jan. '04.", "Jan. '04", "2004-01"),
        ("The winter of 2013-14 was cold.", "The winter of 2013-14", "2013-WI"),
        ("The 2013/14 season was short.", "2013/14", "2013/2014"),
        # what follows a stretch leans on its end
        ("Between 2 and 5 November they met. The next day they left.", "The next day", "2015-11-06"),
        # a day or week by its place, a quarter by its number
        ("It fell in the last week of September.", "the last week of September", "2015-09-24/2015-09-30"),
        ("It opened on the first Monday of May 2014.", "the first Monday of May 2014", "2014-05-05"),
        ("It came on Wednesday of last week.", "Wednesday of last week", "2015-11-18"),
        ("It came a week ago Wednesday.", "a week ago Wednesday", "2015-11-18"),
        ("Sales rose in Q2, and in 3Q08 too.", "Q2", "2015-Q2"),
        ("Sales rose in Q2, and in 3Q08 too.", "3Q08", "2008-Q3"),
        ("It ends in FY2009, H1 2010 or by end-March.", "H1 2010", "2010-H1"),
        ("In 2006 it fell, from a rise the year before.", "the year before", "2005"),
        ("Other dates: Jan. 12, 19 and 26.", "19", "2016-01-19"),
        ("Seen on 10.11.2008 and 2008/12/10.", "10.11.2008", "2008-11-10"),
        # how long ago
        ("They landed half a century ago.", "half a century ago", "1965"),
        ("It fell about two decades ago.", "about two decades ago", "1995"),
        ("Two and a half years ago it fell.", "Two and a half years ago", "2013-05"),
        ("It took three and a half hours.", "three and a half hours", "PT3H30M"),
        ("It will last two days.", "two days", "P2D"),
        # a date is not a year away because a past tense stands by it
        ("They moved the meeting from December 20.", "December 20", "2015-12-20"),
        ("She was last seen on May 20.", "May 20", "2015-05-20"),
        ("Thousands marched this weekend.", "this weekend", "2015-W47-WE"),
        ("Thousands will march this weekend.", "this weekend", "2015-W48-WE"),
        ("In January the rebels vowed to come back.", "January", "2015-01"),
        ("They spoke ahead of May's council election.", "May", "2016-05"),
        ("He wrote at 7 p.m. Friday EST that it fell.", "7 p.m. Friday EST", "2015-11-20T19:00-05"),
        ("Their decades-long quarrel is over.", "decades-long", "PXDE"),
        ("They were robbed on New Year's Eve in several towns two years ago.", "New Year's Eve", "2013-12-31"),
        ("It is to open in May, the mayor said last year.", "May", "2016-05"),
        # which way: the words of its own part of the sentence first, what was said, what might have been
        ("It will come down in March, amid fears that it was lost.", "March", "2016-03"),
        ("It is to start by the middle of next year, Vale said in late September.", "late September", "2015-09"),
        ("But in January, the minister said the mill would move.", "January", "2015-01"),
        ("The February launch would have had a range of nine miles.", "February", "2015-02"),
        ("Three more inches of snow fell by Saturday night.", "Saturday night", "2015-11-21TNI"),
        ("It was scheduled to leave Friday, but left late.", "Friday", "2015-11-20"),
        # before Christ
        ("It lasted from 499 to 493 BC.", "499", "BC0499"),
        ("The war (490–480 BC) ended.", "490–480 BC", "BC0490/BC0480"),
        ("They met in late autumn of 481 BC.", "late autumn of 481 BC", "BC0481-FA"),
        ("A temple of the 4th century BC burned.", "the 4th century BC", "BC03"),
        ("In the 470s BC the league grew.", "the 470s BC", "BC047"),
        # parts of the day
        ("On Sunday they met. In the morning it rained.", "the morning", "2015-11-22TMO"),
        ("The trucks move at night.", "night", "XXXX-XX-XXTNI"),
        ("Shells fell overnight.", "overnight", "2015-11-22TNI"),
        ("On 3 May 2014 he fled. The day before, he sang.", "The day before", "2014-05-02"),
        ("On 3 May 2014 he fled. Later that day he was found.", "Later that day", "2014-05-03"),
        ("It rose by mid-afternoon yesterday.", "mid-afternoon yesterday", "2015-11-22TAF"),
        # units of the calendar
        ("It opened in May 2013. By the end of the month it shut.", "the end of the month", "2013-05"),
        ("It opened in May 2013. The following month it shut.", "The following month", "2013-06"),
        ("It should be done by year's end.", "year's end", "2015"),
        ("He ran it in the latter half of 2008.", "the latter half of 2008", "2008-H2"),
        ("They march each July.", "each July", "XXXX-07"),
        ("It flies on Monday nights.", "Monday nights", "XXXX-WXX-1TNI"),
        ("Some 120 bombs a day, or 800 per week, fell.", "per week", "P1W"),
        # lengths
        ("It resumes within two to three weeks.", "two to three weeks", "P2W"),
        ("Families kept it for two thousand years.", "two thousand years", "P2000Y"),
        ("A minute and a half later he called.", "A minute and a half later", "PT1M30S"),
        ("Over the next couple of years it grew.", "the next couple of years", "P2Y"),
        # direction
        ("The dividend would be paid in January.", "January", "2016-01"),
        ("She will succeed Dr. P. Orlin on Feb. 1, he said.", "Feb. 1", "2016-02-01"),
        ("It had been due to expire on Friday.", "Friday", "2015-11-20"),
        ("Until Friday, they had not called.", "Friday", "2015-11-20"),
        ("He could come as early as Thursday.", "Thursday", "2015-11-26"),
        ("He could not be reached on Thursday.", "Thursday", "2015-11-19"),
        # the clock
        ("He left at 4 in the morning.", "4 in the morning", "2015-11-23T04:00"),
        ("He left at ten o'clock at night on Friday.", "ten o'clock at night on Friday", "2015-11-20T22:00"),
        ("It was over by 05:30hrs.", "05:30hrs", "2015-11-23T05:30"),
        ("It began around 14:30, guards said.", "14:30", "2015-11-23T14:30"),
        ("It began at 5:34 AM Karsa time on March 20, 2003.", "5:34 AM", "2003-03-20T05:34"),
        ("It fell at 14.05 BST on Friday.", "14.05 BST on Friday", "2015-11-20T14:05+01"),
        ("It was on at 11 a.m. JST on Saturday.", "11 a.m. JST on Saturday", "2015-11-21T11:00+09"),
        ("It passed at 6:07 a.m. local time (2107 GMT).", "2107 GMT", "2015-11-22T21:07Z"),
        ("It passed at 6 a.m. on Friday (2100 GMT).", "2100 GMT", "2015-11-19T21:00Z"),
        ("It fell at 10 p.m. EST (0300 GMT).", "0300 GMT", "2015-11-24T03:00Z"),
        ("It fell at 10 a.m. EST (1500 GMT).", "1500 GMT", "2015-11-23T15:00Z"),
        ("It fell on May Day.", "May Day", "2015-05-01"),
        # a month before a noun; a week by its first day
        ("The March accession failed.", "March", "2015-03"),
        ("He won the May vote.", "May", "2015-05"),
        ("It is to be heard in the week of March 7.", "the week of March 7", "2016-03-07/2016-03-13"),
        (
            "It was heard in the week beginning 30 December 2013.",
            "the week beginning 30 December 2013",
            "2013-12-30/2014-01-05",
        ),
        ("His letters (1806) were lost.", "1806", "1806"),
        ("It opened in 1990. That same year it was sold.", "That same year", "1990"),
        ("On Wednesday, Ahmed Vale is to travel.", "Wednesday", "2015-11-25"),  # his name is no past tense
        ("After the 2013 New Year's Eve events it closed.", "2013 New Year's Eve", "2013-12-31"),
        ("It fell in December this year.", "December this year", "2014-12"),  # a page stamped later than it was written
        ("It will open in December this year.", "December this year", "2015-12"),
        # which way: what is planned, and the present passive
        ("They decided to admit it in early March.", "early March", "2016-03"),
        ("They raised 9 million by the end of February.", "the end of February", "2015-02"),
        ("They are to raise 9 million by the end of February.", "the end of February", "2016-02"),
        ("They reached an agreement to buy the mill in January.", "January", "2016-01"),
        ("They sent money to towns that host a vote in March.", "March", "2016-03"),
        ("“By December, when we were done, it rained.”", "December", "2014-12"),
        ("It will be formally opened in June.", "June", "2016-06"),
        ("They planned a march on Saturday.", "Saturday", "2015-11-28"),
        ("He was found in Sella last Thanksgiving.", "last Thanksgiving", "2014-11-27"),
        ("It burst just moments ago.", "just moments ago", "PAST_REF"),
    ],
)
def test_value(text, words, value):
    assert (words, value) in read(text)


def test_a_history_goes_on_from_its_own_dates_and_past_its_asides():
    text = (
        "It rose in 1901, grew in 1905, split in 1910 and met in 1914. "
        "War came in April 1919. In May 1920 the north rose. It was as in 1812. On 6 September the line broke, "
        "as in the previous year. In October they talked. Peace was signed in March 1921. In 1922 they left."
    )
    assert [v for _, v in read(text)][4:] == [
        "1919-04", "1920-05", "1812", "1920-09-06", "1919", "1920-10", "1921-03", "1922",
    ]  # fmt: skip


def test_news_with_years_in_no_order_or_of_this_year_is_no_history():
    years = "It was sold in 2013. He lost it in 2005. It opened in 2011. She bought it in 2007. It fell in 1999. "
    assert read(f"{years}It closed in May.")[-1] == ("May", "2015-05")
    told = (
        "Built in 2005, it opened in 2007. Sold in 2009, it shut in 2013. It will fall in the first half of this year."
    )
    assert read(told)[-1] == ("the first half of this year", "2015-H1")


@pytest.mark.parametrize(
    ("last", "value"),
    [
        ("In May it fell.", "2010-05"),
        ("In May it fell, she said last week.", "2015-05"),
        ("In May it fell, and a mass is held on Monday, November 30.", "2015-05"),
    ],
)
def test_news_that_looks_back_is_no_history(last, value):
    text = f"It rose in 2001. In 2003 it burned. It was sold in 2005, shut in 2007, rebuilt in 2009 and 2010. {last}"
    assert ("May", value) in read(text)


def test_a_few_years_that_turn_back_are_no_history():
    text = "It rose in 2001. In 2003 it burned. It was sold in 2005, as in 1990, and shut in 2007. In May it fell."
    assert ("May", "2015-05") in read(text)


def test_a_history_before_christ_goes_on_in_its_own_years():
    text = (
        "In 499 BC the cities rose. In 494 BC they lost. In 493 BC a fleet came. The following year it sank. "
        "It had passed the winter at Sella. In 490 BC they met."
    )
    assert [v for _, v in read(text)] == ["BC0499", "BC0494", "BC0493", "BC0492", "BC0492-WI", "BC0490"]


@pytest.mark.parametrize(
    "text",
    [
        "It holds 75 hours of video.",
        "Children aged 8-10 years were asked.",
        "It is a study of 1709 schoolchildren.",
        "The most recent one is a 2000 year old vase.",
        "The Karsan daily Orme had it.",
        "USA TODAY asked about a first-quarter touchdown.",
        "The third quartile, Q3, is nine; the H1 ward is full.",
        "Five people died on the first half of the pitch.",
        "The now-cancelled deal was signed.",
        "On May 4 and 5 people died.",
        "For the foreseeable future it stays.",
        "He left ''Sunday Night Hockey'' for “Monday Morning”.",
        "She hosts “Last Week Tonight” and was on “This Week” too.",
        "They joined the March on Sella.",
        "She led the Women's March who sang, and saw the Winter Olympics.",
        "There came a day when they sang.",
        "The key to it is the Long March 9 rocket.",
        "Back in the day they sang.",
        "They were known as the Midnight Crew.",
        "He told KRT's This Week so, and won the quarter of voters who came.",
        "The tanks cut loose and fall away from it, painted midnight blue.",
    ],
)
def test_what_is_no_time_or_no_second_day(text):
    assert [words for words, _ in read(text)] in ([], ["May 4"])


def test_years_later_lean_on_a_year_of_the_text_and_never_on_the_account():
    assert ("Two years later", "2014") in read("The mill burned in 2012. Two years later it was sold.")
    assert ("Two years later", "REF+2Y") in read("The mill burned. Two years later it was sold.")


def test_what_came_months_later_came_before_its_account():
    assert ("Eight months later", "REF+8M") in read("It opened in May. Eight months later it was sold.")
    assert ("Four months later", "2015-09") in read("It opened in May. Four months later it was sold.")
    assert ("Eight months later", "2016-01") in read("It opened in May. Eight months later it will be sold.")


def test_news_of_a_month_that_has_hardly_begun_is_of_a_year_ago():
    second = Interval(datetime(2016, 1, 2), datetime(2016, 1, 2, 23, 59, 59))
    assert read("In January the ministry announced it.", second) == [("January", "2015-01")]
    eve = Interval(datetime(2015, 12, 30), datetime(2015, 12, 30, 23, 59, 59))
    assert read("The comet returns in February.", eve) == [("February", "2016-02")]
    assert read("In January the ministry will announce it.", second) == [("January", "2016-01")]


def test_this_week_is_the_next_on_a_sunday_that_looks_ahead():
    sunday = Interval(datetime(2015, 11, 22), datetime(2015, 11, 22, 23, 59, 59))
    assert read("It will launch this week.", sunday) == [("this week", "2015-W48")]
    assert read("It was launched this week.", sunday) == [("this week", "2015-W47")]


@pytest.mark.parametrize(
    ("words", "first", "last"), [("about 20 years ago", 1993, 1997), ("more than 20 years ago", 1991, 1995)]
)
def test_a_rough_number_of_years_ago_is_a_stretch_of_years(words, first, last):
    [hit] = timex.find(f"It fell {words}.")
    [found] = timex.resolve([hit.symbol], MONDAY)
    assert (found.value, found.interval.low.year, found.interval.high.year) == ("1995", first, last)
