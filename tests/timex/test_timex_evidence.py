"""What the times of an account tell of the day on which it was written."""

from datetime import datetime, time

import pytest

from rashomon.timex import layer
from rashomon.timex.evidence import is_stamped_early, latest_year, years_of_days
from rashomon.timex.find import find
from rashomon.types import Block, BlockKind, Interval, Span

MONDAY = Interval(datetime(2031, 3, 3), datetime.combine(datetime(2031, 3, 3), time.max))


def symbols(text: str):
    return [hit.symbol for hit in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The dam burst on Tuesday.",
        "It leaked on Sunday. The dam burst on Tuesday, and on Tuesday they fled.",
        "On 1 March 2031 it leaked. The dam burst on Tuesday.",
    ],
)
def test_what_tells_the_deeds_of_tuesday_was_not_written_on_monday(text: str) -> None:
    assert is_stamped_early(symbols(text), MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "The dam burst.",
        "The dam burst on Sunday.",
        "It leaked on Sunday. The dam burst on Tuesday.",  # named once
        "It leaked on Sunday. The dam burst on Tuesday, on Tuesday they fled, and were back on Wednesday.",
        "On 3 March 2031 they wrote that the dam burst on Tuesday.",  # the text has its date
        "The dam will be closed on Tuesday.",
        "The dam burst last Tuesday.",
    ],
)
def test_else_its_date_stands(text: str) -> None:
    assert not is_stamped_early(symbols(text), MONDAY)


@pytest.mark.parametrize(
    "dated", [None, Interval(None, MONDAY.high), Interval(MONDAY.low, None), Interval(MONDAY.low, datetime(2031, 3, 4))]
)
def test_only_an_account_of_one_day_can_be_a_day_early(dated: Interval | None) -> None:
    assert not is_stamped_early(symbols("The dam burst on Tuesday."), dated)


def test_a_day_that_is_given_with_one_year_has_that_year_throughout() -> None:
    text = "It leaked on 3 March 2030, burst on 3 March 2031 and was mended on 4 May 2029, by 5 May, in June 2029."
    assert years_of_days(symbols(text)) == {"-05-04": 2029}


def test_an_account_is_not_older_than_the_years_it_names() -> None:
    assert latest_year(find("Built in 1999 and closed in May 2029, it burst two years later.")) == 2029
    assert latest_year(find("It burst on Tuesday.")) is None


def placed(head: BlockKind) -> list[str | None]:
    text = "Date: 2031-03-03\n\nThe dam burst on Tuesday."
    blocks = [Block(Span(0, 16), head), Block(Span(18, len(text)), BlockKind.PARAGRAPH)]
    return [t.value for t in layer.place(list(layer.read(text, blocks)), blocks, MONDAY)]


def test_a_day_in_a_header_is_not_told_by_the_account_but_one_under_its_headline_is() -> None:
    assert placed(BlockKind.BOILERPLATE) == ["2031-03-03", "2031-03-04"]
    assert placed(BlockKind.BYLINE) == placed(BlockKind.PARAGRAPH) == ["2031-03-03", "2031-02-25"]
