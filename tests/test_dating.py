"""When accounts were published: what they say themselves, what their siblings say, and what nobody says."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from rashomon.annotators import times
from rashomon.dating import date_account, date_accounts, date_siblings
from rashomon.readers import document, read
from rashomon.types import Block, BlockKind, Document, Interval, Time

SEEDS = Path(__file__).parents[1] / "../shared/seeds"


def dated(text, **stated):
    return date_account(document(text, **stated)).date


def with_times(account: Document) -> Document:
    return account.with_layer(Time, times.run(account, None))


BODY = "The ferry left the harbour of Sella on Monday with nine people, and it did not come back."


@pytest.mark.parametrize(
    ("published", "value", "precision", "confidence"),
    [
        ("2015-11-23", "2015-11-23", "day", "sure"),
        ("2015-11-23T15:30:00+03:00", "2015-11-23T15:30", "minute", "sure"),
        ("November 2015", "2015-11", "month", "sure"),
        ("3/4/2015", "2015-03-04", "day", "likely"),
        ("2015-03", "2015-03", "month", "sure"),
    ],
)
def test_a_stated_date_is_taken_first(published, value, precision, confidence):
    found = dated(f"Gone\n\n12 May 2014\n\n{BODY}", published=published)
    assert (found.value, found.precision, found.how, found.confidence) == (value, precision, "given", confidence)
    assert published in found.because


def test_then_the_address():
    found = dated(f"Gone\n\n12 May 2014\n\n{BODY}", url="https://gazette.example/2015/11/23/gone")
    assert (found.value, found.how, found.confidence) == ("2015-11-23", "url", "likely")
    named = document(BODY)
    named = replace(named, provenance=replace(named.provenance, path="wire_20151123-a.txt", published="", how=""))
    assert (date_account(named).date.value, date_account(named).date.how) == ("2015-11-23", "filename")
    wire = replace(named, provenance=replace(named.provenance, path="NPA151123-0044.txt"))
    assert (date_account(wire).date.value, date_account(wire).date.how) == ("2015-11-23", "filename")
    number = replace(named, provenance=replace(named.provenance, path="151123_ferry.txt"))
    assert date_account(number).date.how == "unknown"
    digits = replace(named, provenance=replace(named.provenance, path="IMG63520151123860624240.txt"))
    assert date_account(digits).date.how == "unknown"


@pytest.mark.parametrize(
    ("head", "words", "confidence"),
    [
        ("Monday, November 23, 2015", "Monday, November 23, 2015", "sure"),
        ("Published on 23 November 2015 at 10:15", "23 November 2015", "sure"),
        ("SELLA, Nov. 23, 2015 (NPA) - The ferry is gone.", "Nov. 23, 2015", "likely"),
        ("Karsa Bay, 23 November 2015 - The ferry is gone.", "23 November 2015", "likely"),
        ("Sella Courier, 23 November 2015", "23 November 2015", "likely"),
        ("as of 23 November 2015", "23 November 2015", "sure"),
        ("Northern Press | Updated: 2015-11-23 10:15", "2015-11-23 10:15", "likely"),
        ("The harbour of Sella this morning 10:15 AM ET Mon, 23 Nov 2015 | 00:40", "Mon, 23 Nov 2015", "likely"),
        ("The harbour of Sella this morning Mon, 23 Nov 2015 10:15 AM | 00:40", "Mon, 23 Nov 2015", "likely"),
    ],
)
def test_then_a_dateline(head, words, confidence):
    account = date_account(document(f"The ferry is gone from Sella\n\n{head}\n\n{BODY}"))
    assert account.date.value == "2015-11-23"
    assert (account.date.how, account.date.confidence) == ("dateline", confidence)
    assert account.quote(account.date.evidence) == words


@pytest.mark.parametrize(
    ("above", "below", "words", "confidence"),
    [
        ("", "<div>Published: Wednesday, 21 Sep 2016 | 4:35 PM ET</div>", "21 Sep 2016", "sure"),
        ("", "<p>Updated September 23, 2016</p><p>Published September 21, 2016</p>", "September 21, 2016", "sure"),
        ("", "<p>Updated September 21, 2016 18:58</p>", "September 21, 2016", "sure"),
        ("", "<div>By ADA LUNT 9/21/2016 09:19 PM ET</div>", "9/21/2016", "likely"),
        ("<div>Wednesday, September 21, 2016</div>", "<p class='byline'>Ada Lunt</p>", "September 21, 2016", "sure"),
        ("", "<p>SELLA, Sept. 21, 2016 (NPA) - The ferry is gone.</p>", "Sept. 21, 2016", "likely"),
    ],
)
def test_a_page_has_its_dateline_at_its_headline(above, below, words, confidence, tmp_path):
    links = "".join(f"<li><a href='/{n}'>Story {n} of 4 May 2012</a></li>" for n in range(30))
    prose = "".join(f"<p>{BODY} The coast guard of {town} looks for it.</p>" for town in ("Sella", "Orme", "Karsa"))
    file = tmp_path / "a.html"
    page = f"<nav><ul>{links}</ul></nav>{above}<h1>The ferry of Sella is gone</h1>{below}{prose}<p>5 May 2011</p>"
    file.write_text(f"<html><body>{page}</body></html>")
    (account,) = read(file)
    found = date_account(account).date
    assert (found.value, found.how, found.confidence) == ("2016-09-21", "dateline", confidence)
    assert words in account.quote(found.evidence)


@pytest.mark.parametrize("line", ["March 2031", "2031", "Spring 2031", "Monday", "Yesterday"])
def test_what_names_no_day_is_no_dateline(line):
    assert dated(f"Nine dead in Sella\n\n{line}\n\n{BODY}").how == "unknown"


@pytest.mark.parametrize(
    "told",
    [
        "The bridge of Sella fell on 3 May 2014, and the ferry came.",
        "The bridge of Sella fell at 11:03 AM ET 3 May 2014 | and the ferry came.",
        "The bridge of Sella fell on 3 May 2014 11:03 AM",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(told):
    assert dated(f"{told}\n{BODY}").how == "unknown"


def test_a_date_that_ends_a_title_is_the_accounts_unless_the_title_speaks_of_it():
    account = date_account(document(f"Briefing of the harbour office, 23 November 2015\n\n{BODY}\n\n{BODY}"))
    assert (account.date.value, account.date.confidence) == ("2015-11-23", "likely")
    account = date_account(document(f"The worst storm since 23 November 1915\n\n{BODY}\n\n{BODY}"))
    assert not account.date.value.startswith("1915")


def test_the_line_above_a_text_without_headline_may_be_its_stamp():
    film = "The harbour of Sella this morning 11:03 AM ET Fri, 20 Nov 2015 | 00:40"
    account = document(f"{film}\n{BODY}\n{BODY}")
    kinds = [BlockKind.BOILERPLATE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    blocks = [replace(b, kind=kind) for b, kind in zip(account.layer(Block), kinds, strict=True)]
    assert date_account(account.with_layer(Block, blocks)).date.value == "2015-11-20"
    headed = [replace(b, kind=BlockKind.HEADLINE if n == 1 else b.kind) for n, b in enumerate(blocks)]
    assert date_account(account.with_layer(Block, headed)).date.how == "unknown"


@pytest.mark.parametrize(
    ("text", "value", "confidence"),
    [
        (
            "Boats search off Sella, Friday, Nov. 20, 2015.\n\nThe ferry left on Friday.",
            "2015-11-20/2015-11-21",
            "likely",
        ),
        (
            "Boats off Sella, Nov. 20, 2015.\n\nIt left on Friday. It was found on Sunday.",
            "2015-11-22/2015-11-23",
            "likely",
        ),
        (f"{BODY} Our thoughts are there. — Ada Lunt (@adalunt) November 20, 2015\n", "2015-11-20/2015-12-20", "guess"),
        (f"{BODY} A post shared by Orme Boats (@orme) on Nov 20, 2015\n", "2015-11-20/2015-12-20", "guess"),
        (f"{BODY} This story originally appeared on Orme.example on 20 November 2015.", "2015-11-20", "likely"),
    ],
)
def test_then_the_days_of_what_the_account_shows(text, value, confidence):
    found = dated(text)
    assert (found.value, found.how, found.confidence) == (value, "text", confidence)


@pytest.mark.parametrize(
    "text",
    [
        "Boats off Sella, Nov. 20, 2015.\n\nThe ferry left on Monday.",  # another weekday: the day may be long past
        "FILE - Boats off Sella in this Nov. 20, 2015 photo.\n\nThe ferry left on Friday.",
        "Boats off Sella, Nov. 20, 2015.\n\nThe ferry left on Friday, as it had in 2016.",
        "The court will hear the case of the ferry on Nov. 20, 2015. The ferry left on Friday.",
        f"{BODY} We miss them. — Ada Lunt (@adalunt) November 20, 2015\nIn 2017 it was found.",
    ],
)
def test_they_say_nothing_where_they_may_be_long_past(text):
    assert dated(text).interval is None


def test_a_guess_of_its_own_keeps_no_sibling_from_lending_its_date():
    post = "— Ada Lunt (@adalunt) September 20, 2015\n"
    quoting = document(f"The minister of Sella opened the harbour forum on Monday, guards saw.\n{post}")
    lender = document("On Monday the minister of Sella opened the harbour forum.", published="2015-11-24")
    assert date_account(quoting).date.interval.low.month == 9
    found, _ = date_accounts([quoting, lender], [[quoting.id, lender.id]])
    assert (found.date.how, found.date.interval.low) == ("siblings", datetime(2015, 11, 23))


def test_a_day_named_twice():
    account = date_account(document("The ferry of Sella sank yesterday, 22 November 2015, with nine people on board."))
    assert (account.date.value, account.date.how, account.date.confidence) == ("2015-11-23", "text", "likely")
    assert account.quote(account.date.evidence) == "yesterday, 22 November 2015"


FORUM = (
    "The minister is coming to Sella on November 23 for the forum that is to be held on Monday. On Friday he spoke of "
    "it by telephone. Last time he was in Sella was in 2007. In September 2015 he had declined."
)


def test_a_weekday_with_a_month_and_day_fixes_the_year_and_other_weekdays_narrow_the_day():
    found = dated(FORUM)
    assert found.interval == Interval(datetime(2015, 11, 20), datetime(2015, 11, 23, 23, 59, 59))
    assert (found.precision, found.how, found.confidence) == ("week", "text", "likely")
    assert "2015" in found.because


@pytest.mark.parametrize(
    "text",
    [
        "The forum opens on Monday, November 23, in Sella.",  # 2009, 2015, 2020 or 2026
        "On Friday he spoke of it. It began on October 7 and costs 2 million.",
        "He was president from 1981 to 1989, and told so on Sunday.",
    ],
)
def test_a_year_that_nothing_tells_is_not_invented(text):
    found = dated(text)
    assert found.interval is None
    assert (found.precision, found.confidence) == ("unknown", "guess")


def test_a_sibling_lends_its_date_through_an_event_that_both_tell():
    text = (
        "The minister will be coming to Sella for the forum that is to be held on Monday. The minister was coming to "
        "the forum held in Sella on Monday, guards saw. The mayor asked for more boats on Sunday night."
    )
    undated = with_times(document(text))
    lender = with_times(document(FORUM))
    assert [t.interval for t in undated.layer(Time)] == [None, None, None]
    found, other = date_accounts([undated, lender], [[lender.id, undated.id]])
    assert (found.date.value, found.date.how, found.date.confidence) == ("2015-11-23", "siblings", "likely")
    assert found.quote(found.date.evidence) == "Monday"
    assert [t.value for t in found.layer(Time)] == ["2015-11-23", "2015-11-23", "2015-11-22TNI"]
    assert other.date.how == "text"


def test_a_sibling_that_shares_no_event_gives_a_guess_of_its_time():
    lender = document(BODY, published="2015-11-24")
    undated = document("Nine people are missed off Sella. Their ferry left early on Sunday, the coast guard said.")
    found, _ = date_accounts([undated, lender], [[undated.id, lender.id]])
    assert (found.date.how, found.date.confidence) == ("siblings", "guess")
    assert found.date.interval == Interval(datetime(2015, 11, 18), datetime(2015, 11, 30, 23, 59, 59))
    assert found.date.precision == "month"


def test_a_month_is_narrowed_but_never_left():
    lender = document(BODY, published="2015-12-01")
    month = document("The ferry left Sella on Monday. Nobody saw it on Tuesday.", published="November 2015")
    found, _ = date_accounts([month, lender], [[month.id, lender.id]])
    assert found.date.how == "siblings"
    assert found.date.interval.high <= datetime(2015, 11, 30, 23, 59, 59)


def test_an_account_that_looks_back_on_a_later_year_takes_nothing():
    lender = document(BODY, published="2015-11-24")
    later = document("In 2017 the court found that the ferry of Sella had left on a Monday without lights.")
    found, _ = date_accounts([later, lender], [[later.id, lender.id]])
    assert found.date.how == "unknown"


def test_a_known_date_is_kept_and_other_stories_lend_nothing():
    a = document(BODY, published="2015-11-23")
    b = document(BODY + " No.", published="2013-01-02")
    c = document(FORUM)
    undated = document("The ferry left on Monday.")
    found = date_siblings([date_account(d) for d in (a, b, undated)], [[a.id, b.id], [undated.id, c.id]])
    assert [d.date.value for d in found] == ["2015-11-23", "2013-01-02", "XXXX-XX-XX"]


def test_a_weekday_and_day_that_fit_two_years_take_the_storys_year():
    stated = document(BODY, published="2031-03-06")
    text = "Nothing has been the same since 2024. The ferry sank on Thursday, March 6, and nobody has said why."
    alone = date_account(document(text))
    assert alone.date.interval.low.year == 2025  # the first year after 2024 in which 6 March is a Thursday
    _, found = date_siblings([date_account(stated), alone], [[stated.id, alone.id]])
    assert (found.date.how, found.date.interval.low) == ("siblings", datetime(2031, 3, 6))
    _, apart = date_siblings([date_account(stated), alone], [[stated.id], [alone.id]])
    assert apart.date == alone.date


@pytest.mark.shared
def test_two_real_accounts_of_one_visit():
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip("needs ../shared/seeds")
    accounts = [with_times(d) for f in files for d in read(f)]
    found = date_accounts(accounts, [[d.id for d in accounts]])
    assert [d.date.how for d in found] == ["siblings", "text"]
    for account in found:
        assert account.date.interval.low >= datetime(2015, 11, 20)
        assert account.date.interval.high <= datetime(2015, 11, 23, 23, 59, 59)
        assert account.date.because and account.date.evidence
        values: dict[str, str] = {}
        for t in account.layer(Time):
            values.setdefault(account.quote(t.span), t.value)
        assert values.get("Sunday night", "2015-11-22TNI") == "2015-11-22TNI"
        assert values.get("Friday", "2015-11-20") == "2015-11-20"
        assert values["Monday"] == "2015-11-23"


WIRE = "SELLA, August 11 (NPA) --\n\nThe ferry left the harbour of Sella with nine people, and it did not come back."


def test_a_dateline_without_a_year_is_kept_and_no_year_invented():
    account = date_account(document(WIRE))
    assert (account.date.value, account.date.interval, account.date.confidence) == ("XXXX-08-11", None, "likely")
    assert account.quote(account.date.evidence) == "August 11"


def test_a_weekday_at_the_head_gives_a_dateline_its_year():
    text = f"{WIRE} The mayor spoke on Tuesday. No ferry was lost since 2014."
    assert (dated(text).value, dated(text).how, dated(text).confidence) == ("2015-08-11", "dateline", "likely")
    assert dated(text.replace("Tuesday", "Friday")).interval is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("SELLA, March 6 (NPA) - The dam broke on 6 March 2017, the mayor said.", "2017-03-06"),
        ("SELLA, March 6 (NPA) - It broke as on 6 March 1957, and again in 2017.", "XXXX-03-06"),  # an anniversary
        ("SELLA, Feb. 29 (NPA) - The dam broke in 2015.", "XXXX-02-29"),
    ],
)
def test_the_same_day_with_its_year_gives_a_dateline_its_year(text, value):
    assert (dated(text).value, dated(text).how) == (value, "dateline")


def test_weekdays_that_do_not_fit_it_make_the_same_day_an_anniversary():
    text = "SELLA, March 6 (NPA) - The dam broke on Friday, as it had on 6 March 2017."
    assert (dated(text).value, dated(text).interval) == ("XXXX-03-06", None)


@pytest.mark.parametrize(
    "text",
    [
        "This Nov. 23, 2015 photo shows the dam.",
        "Orrin Vale\n\nBorn 23 January 1928 in Sella\n\nDied 31 July 2017 (aged 89) in Karsa",
        f"{BODY * 30} The notice read: the harbour is closed from today, 22 November 2015.",
        f"The dam broke. {BODY * 10} In 2015 it had opened on Monday, November 23, with songs.",
    ],
)
def test_days_of_pictures_lives_and_notices_date_no_account(text):
    assert dated(text).interval is None


def test_the_year_of_a_dateline_may_lie_before_one_that_is_still_to_come():
    head = "SELLA, Nov. 23 (NPA) - The mayor spoke on {}. He stands in the vote of 2016."
    assert dated(head.format("Monday")).value == "2015-11-23"
    assert dated(head.format("Saturday")).interval is None


def test_a_dateline_takes_the_year_of_its_story():
    wire, known = document(WIRE), document(f"Another account. {BODY}", published="2015-08-20")
    later = document(f"A year on. {BODY}", published="2016-03-02")
    [found, *_] = date_accounts([wire, known, later], [[wire.id, known.id, later.id]])
    assert (found.date.value, found.date.how, found.date.confidence) == ("2015-08-11", "siblings", "likely")
    twice = document(f"Once more. {BODY}", published="2016-08-20")
    [found, *_] = date_accounts([wire, known, twice], [[wire.id, known.id, twice.id]])
    assert (found.date.how, found.date.confidence) == ("siblings", "guess")  # two years fit
