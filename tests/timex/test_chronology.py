"""Chronologies: what dates their entries, what an entry reaches, and what is none."""

import pytest

from rashomon.annotators import annotate
from rashomon.claims import extract
from rashomon.grammar.chronicles import Days
from rashomon.readers import document
from rashomon.timex import layer
from rashomon.timex.account import date_of
from rashomon.timex.chronology import Entry
from rashomon.timex.layer import chronology
from rashomon.timex.shown_days import chronology as unread
from rashomon.timex.symbol import Symbol
from rashomon.types import Block, EventMention, Span, Time
from tests.readings import Built


def forms(text):
    return [e.symbol.form for e in unread(document(text))]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The Karsa strike, day by day\n\nMarch 3, 2031\n\nWelders walk out.\n\nMarch 9, 2031\n\nTalks fail.\n\n"
         "April 2, 2031\n\nPolice clear the yard.\n\nApril 5, 2031\n\nThe yard reopens.",
         ["2031-03-03", "2031-03-09", "2031-04-02", "2031-04-05"]),
        ("2031\n\nMarch 3 - Welders walk out.\n\nMarch 9 - Talks fail.\n\nDecember 2 - Police clear the yard.\n\n"
         "2032\n\nJanuary 5 - The yard reopens.\n\nJanuary 7 - The welders return.",
         ["2031-03-03", "2031-03-09", "2031-12-02", "2032-01-05", "2032-01-07"]),
        ("3 November 2031: Welders walk out.\n\n28 December: Talks fail.\n\n4 January: Police clear the yard.\n\n"
         "9 January: The yard reopens.",
         ["2031-11-03", "2031-12-28", "2032-01-04", "2032-01-09"]),
        ("April 5, 2031\n\nThe yard reopens.\n\nApril 2, 2031\n\nPolice clear the yard.\n\nMarch 9, 2031\n\n"
         "Talks fail.\n\nMarch 3, 2031\n\nWelders walk out.",
         ["2031-04-05", "2031-04-02", "2031-03-09", "2031-03-03"]),
        ("1848: The king flees to Vell.\n\n1851: He returns.\n\n1866: Vell is shelled.\n\n1867: The crown is sold.",
         ["1848", "1851", "1866", "1867"]),
        ("March 3-4, 2031: Welders walk out.\n\nMarch 9, 2031: Talks fail.\n\nApril 2031: Police clear the yard.\n\n"
         "May 5, 2031: It reopens.",
         ["2031-03-03/2031-03-04", "2031-03-09", "2031-04", "2031-05-05"]),
        ("March 3: Welders walk out.\n\nMarch 9: Talks fail.\n\nApril 2: Police clear the yard.\n\n"
         "April 5: It reopens.",
         ["XXXX-03-03", "XXXX-03-09", "XXXX-04-02", "XXXX-04-05"]),
    ],
)  # fmt: skip
def test_entries_have_the_year_of_a_heading_or_of_the_entry_before(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "March 3, 2031\n\nWelders walked out at Karsa on Monday.\n\nMarch 9, 2031\n\nThey will meet the owners then.",
        "April 5, 2031 was warm.\n\nMarch 3, 2031 was cold.\n\nMay 9, 2031 was wet.\n\nJanuary 2, 2031 was dark.\n\n"
        "June 1, 2031 was mild.",
        "Welders walked out on March 3, 2031.\n\nTalks failed on March 9.\n\nPolice came on April 2.\n\n"
        "It reopened in May.",
    ],
)
def test_stamps_days_out_of_order_and_days_told_in_sentences_make_no_chronology(text):
    assert forms(text) == []


CHRONOLOGY = (
    "Timeline: the strike at Karsa\n\nMarch 3, 2031\n\nWelders walk out at Karsa, closing two yards.\n\n"
    "March 9, 2031\n\nTalks between the welders and the owners collapse. The owners say they will reopen the yards.\n\n"
    "April 2, 2031\n\nPolice storm the yard, wounding eleven men. The next day the mayor resigns.\n\nApril 5, 2031\n\n"
    "The owners reopen the yard as families bury a man shot during the strike.\n"
)


def test_what_an_entry_tells_took_place_on_its_day():
    account = next(annotate([document(CHRONOLOGY)]))
    value = {t.span: t.value for t in account.layer(Time)}
    dated = {
        account.quote(m.span): value.get(a.span)
        for m in account.layer(EventMention)
        for a in m.arguments
        if a.role == "time"
    }
    assert {
        w: dated.get(w) for w in ("walk", "closing", "collapse", "storm", "wounding", "resigns", "bury", "shot")
    } == {
        "walk": "2031-03-03",
        "closing": "2031-03-03",
        "collapse": "2031-03-09",
        "storm": "2031-04-02",
        "wounding": "2031-04-02",
        "resigns": "2031-04-03",
        "bury": "2031-04-05",
        "shot": None,
    }
    assert len(chronology(account.layer(Time), account.layer(Block))) == len(unread(account)) == 4


def dates(text):
    account = next(annotate([document(text)]))
    value = {account.key(m): account.quote(m.span) for m in account.layer(EventMention)}
    return {value[c.mention]: c.value.form for c in extract([account]) if c.slot == "when"}


def test_an_entry_has_the_year_of_its_heading_whatever_years_are_told_in_between():
    older = " ".join(f"In {year} they had killed {year - 2000}." for year in range(2011, 2029))
    told = dates(
        f"2031\n\nMarch 3\n\nRobbers shoot a clerk. {older}\n\nMarch 9\n\nTalks collapse.\n\n"
        "April 2\n\nPolice storm the yard.\n\nApril 5\n\nThe owners reopen it.\n"
    )
    assert (told["shoot"], told["storm"], told["reopen"]) == ("2031-03-03", "2031-04-02", "2031-04-05")


def test_a_line_without_a_stop_has_no_day_of_the_line_after():
    told = dates(
        "May 3, 2031\n\nMinister opens the border crossing\n\nMay 9, 2031\n\nOwners close the yard\n\nJune 2, 2031\n\n"
        "Clashes in a street leave more than 50 injured\n\nJune 5, 2031\n\nThe mayor resigns\n"
    )
    assert (told["opens"], told["close"], told["Clashes"]) == ("2031-05-03", "2031-05-09", "2031-06-02")
    assert "2031-06-05" not in (told.get("injured"), told.get("crossing"))


def test_words_that_the_tree_hangs_on_the_date_of_their_entry_are_of_its_day():
    text = "Feb. 3, 2031: Rebels torch a depot that they had robbed."
    doc = Built(
        text,
        "Feb./PROPN/root/Feb. 3/NUM/appos/Feb. Rebels/NOUN/nsubj/torch torch/VERB/appos/Feb. depot/NOUN/obj/torch "
        "robbed/VERB/acl:relcl/depot",
    ).reading.doc
    date = Span(0, 12)
    days = Days(doc, [Entry(Span(0, len(text)), date, Symbol("DATE", "2031-02-03"))])
    assert {t.text: days.of(t) for t in doc if t.pos_ == "VERB"} == {"torch": date, "robbed": None}


def test_a_plan_of_an_entry_has_no_day():
    account = next(annotate([document(CHRONOLOGY)]))
    plans = [m for m in account.layer(EventMention) if m.tense == "future"]
    assert plans and not any(a.role == "time" for m in plans for a in m.arguments)


def test_a_chronology_is_not_dated_by_its_first_entry():
    found = date_of(document(CHRONOLOGY))
    assert (found.value, found.confidence) == ("2031-04-05/2031-05-05", "guess")


def test_a_date_above_the_first_entry_dates_a_chronology():
    assert date_of(document("Published: 9 May 2033\n\n" + CHRONOLOGY)).value == "2033-05-09"


def test_days_later_go_on_from_the_day_of_the_entry_up_to_the_account():
    text = (
        "Published: 9 May 2033\n\nMarch 3, 2031\n\nWelders walked out. Two days later talks failed.\n\nMarch 9, 2031"
        "\n\nPolice came.\n\nApril 2, 2031\n\nIt closed.\n\nApril 5, 2031\n\nIt reopened. Four days later it shut."
    )
    account = document(text)
    blocks = account.layer(Block)
    times = layer.place(list(layer.read(text, blocks)), blocks, date_of(account).interval)
    later = {account.quote(t.span): t.value for t in times}
    assert (later["Two days later"], later["Four days later"]) == ("2031-03-05", "2031-04-09")
