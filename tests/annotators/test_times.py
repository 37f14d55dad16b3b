"""The Time layer of a document: per block, against the account's date or an update's own clock."""

from datetime import datetime

import pytest

from rashomon.annotators import annotate, times
from rashomon.readers import document as account_of
from rashomon.timex import layer
from rashomon.types import AccountDate, Block, BlockKind, Document, Interval, Provenance, Span, Time

DAY = Interval(datetime(2015, 11, 23), datetime(2015, 11, 23, 23, 59, 59))
KNOWN = AccountDate("2015-11-23", DAY, "day", "given", "sure")


def account(*blocks, date=KNOWN):
    """A document of blocks given as (kind, text, clock, entry)."""
    text, made = "", []
    for kind, words, clock, entry in blocks:
        made.append(Block(Span(len(text), len(text) + len(words)), kind, clock=clock, entry=entry))
        text += words + "\n\n"
    return Document("d", text, Provenance("a.txt", "Gazette"), date=date).with_layer(Block, made)


def layer_of(document):
    return [(document.quote(t.span), t.value, t.anchor) for t in times.run(document, None)]


def test_values_against_the_account_date():
    document = account((BlockKind.PARAGRAPH, "On Friday they met. It began in 2012.", None, 0))
    assert layer_of(document) == [("Friday", "2015-11-20", "account"), ("2012", "2012", "none")]


def test_an_unknown_account_date_keeps_values_symbolic_until_it_is_known():
    document = account((BlockKind.PARAGRAPH, "They met on Friday, and again the next day.", None, 0), date=None)
    found = tuple(times.run(document, None))
    assert [(t.value, t.interval, t.anchor) for t in found] == [
        ("XXXX-WXX-5", None, "unknown"),
        ("REF+1D", None, "unknown"),
    ]
    again = layer.place(found, document.layer(Block), DAY)
    assert [t.value for t in again] == ["2015-11-20", "2015-11-21"]
    assert [(t.span, t.symbolic, t.rule) for t in again] == [(t.span, t.symbolic, t.rule) for t in found]


def test_an_update_whose_clock_names_a_day_has_that_day():
    document = account(
        (BlockKind.UPDATE, "Two shells fell this morning.", "24 November 2015, 0910 GMT", 1),
        (BlockKind.PARAGRAPH, "A third fell at 0915 GMT.", None, 1),
        (BlockKind.UPDATE, "It was quiet yesterday.", "1530 GMT", 2),
    )
    assert layer_of(document) == [
        ("this morning", "2015-11-24TMO", "clock"),
        ("0915 GMT", "2015-11-24T09:15Z", "narrative"),
        ("yesterday", "2015-11-22", "clock"),
    ]


def test_entries_do_not_lean_on_each_other():
    document = account(
        (BlockKind.UPDATE, "On 3 May 2014 it fell.", "1530 GMT", 1),
        (BlockKind.UPDATE, "The next day came.", "1600 GMT", 2),
    )
    assert layer_of(document)[1] == ("The next day", "2015-11-24", "clock")


@pytest.mark.parametrize(
    ("words", "clock", "value", "low", "high"),
    [
        ("It burst half an hour ago.", "1530 GMT", "2015-11-23T15:00Z", "14:52", "15:07"),
        ("It burst half an hour ago.", "15:30", "2015-11-23T15:00", "14:52", "15:07"),
        ("It burst half an hour ago.", "15.30 BST", "2015-11-23T15:00+01", "14:52", "15:07"),
        ("It burst half an hour ago.", "15h30", "2015-11-23T15:00", "14:52", "15:07"),
        ("It burst half an hour ago.", "2015-11-22T15:30:00+02:00", "2015-11-22T15:00+02", "14:52", "15:07"),
        ("It burst four hours ago.", "14:05 GMT", "2015-11-23T10:05Z", "09:35", "10:35"),
        ("It burst minutes ago.", "14:05 GMT", "2015-11-23T13:05Z/2015-11-23T14:05Z", "13:05", "14:05"),
        ("It burst an hour earlier.", "14:05 GMT", "2015-11-23T13:05Z", "12:50", "13:20"),
        ("It is to burst an hour from now.", "14:05 GMT", "2015-11-23T15:05Z", "14:50", "15:20"),
        ("It burst in the last hour.", "14:05 GMT", "PT1H", "13:05", "14:05"),
        ("It burst half an hour ago.", None, "2015-11-23", "00:00", "23:59"),
        ("It burst an hour earlier.", None, "PT1H", None, None),
        ("It burst minutes ago.", None, "PAST_REF", None, None),
    ],
)
def test_hours_and_minutes_are_counted_from_the_clock_of_an_update(words, clock, value, low, high):
    document = account((BlockKind.UPDATE, words, clock, 1))
    (found,) = times.run(document, None)
    assert found.value == value
    sides = (found.interval.low, found.interval.high) if found.interval else (None, None)
    assert tuple(side and f"{side:%H:%M}" for side in sides) == (low, high)


def test_an_hour_earlier_in_an_article_is_not_counted_from_when_it_was_printed():
    [told] = annotate([account_of("She left the mill. She had come an hour earlier.", published="2015-11-23T12:00")])
    assert [(t.value, t.interval) for t in told.layer(Time)] == [("PT1H", None)]


def test_an_hour_later_is_counted_from_the_time_that_an_update_names():
    document = account((BlockKind.UPDATE, "At 4 a.m. it rained. An hour later it burst.", "0530 GMT", 1))
    assert [value for _, value, _ in layer_of(document)] == ["2015-11-23T04:00", "2015-11-23T05:00"]


def test_a_clock_time_right_after_a_day_long_ago_is_of_that_day():
    document = account((BlockKind.PARAGRAPH, "On 11 March 2015, at about 10:15 a.m., it sank.", None, 0))
    assert [value for _, value, _ in layer_of(document)] == ["2015-03-11", "2015-03-11T10:15"]


def test_spans_are_words_of_the_document():
    document = account(
        (BlockKind.HEADLINE, "Talks on Monday", None, 0), (BlockKind.PARAGRAPH, "Since May 5 …", None, 0)
    )
    found = list(times.run(document, None))
    assert [document.quote(t.span) for t in found] == ["Monday", "May 5"]
    assert all(isinstance(t, Time) for t in found)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        # dated Monday where it was still Monday, written on Tuesday
        ("The dam burst early on Tuesday. It was full on Sunday.", ["2015-11-24", "2015-11-22"]),
        ("It was full on Sunday. On Tuesday it burst, guards said on Tuesday.", ["2015-11-22", *2 * ["2015-11-24"]]),
        # a week told, and an account that states its own date
        ("On Sunday it ended. On Tuesday it rained, on Wednesday too, and so on Tuesday night.",
         ["2015-11-22", "2015-11-17", "2015-11-18", "2015-11-17TNI"]),
        ("23 November 2015. The dam burst early on Tuesday.", ["2015-11-23", "2015-11-17"]),
        ("It will burst on Tuesday.", ["2015-11-24"]),
    ],
)  # fmt: skip
def test_an_account_that_tells_what_was_done_on_the_morrow_of_its_date_was_written_then(words, values):
    assert [value for _, value, _ in layer_of(account((BlockKind.PARAGRAPH, words, None, 0)))] == values
