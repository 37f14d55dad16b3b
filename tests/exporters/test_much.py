"""What there is too much of to show is counted, with where the rest is."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from written import Account, day, number, position

from rashomon.exporters import html
from rashomon.exporters.html.cards import HELD, OTHERS
from rashomon.types import AccountDate, Agreement, Event, Record, Relation, Slot, Value
from rashomon.views.labels import number as number_label
from rashomon.views.labels import timex
from rashomon.views.report import LINES, report

MANY = HELD + 5


def disputed(name: str, *values: Value) -> Record:
    """One event of which as many accounts tell as many values that all conflict."""
    accounts = [Account(f"Outlet {n}", "", "2031-04-12").add(f"The dam near {n} broke.") for n, _ in enumerate(values)]
    mentions = [a.event("broke", "break") for a in accounts]
    claims = [a.claim(m, name, v, "broke") for a, m, v in zip(accounts, mentions, values, strict=True)]
    both = combinations(range(len(values)), 2)
    relations = tuple(Relation(i, j, Agreement.CONFLICTS, "they differ") for i, j in both)
    slot = Slot(name, "", tuple(position(c.value, c) for c in claims), relations)
    story = tuple(a.id for a in accounts)
    event = Event("e", tuple(mentions), (accounts[0].id, accounts[0].at(accounts[0].text)), (slot,), story[0])
    return Record(tuple(a.document() for a in accounts), (event,), (), (story,))


def test_of_many_versions_the_first_are_shown_and_the_rest_counted() -> None:
    many = disputed("how many", *(number(n) for n in range(1, MANY + 1)))
    page, told = html.render(many), report(many)
    assert "and 5 more, in the JSON Lines of this record" in page
    assert f"<b>1</b> conflicts with <b>2</b>, {''.join(f'<b>{n}</b>, ' for n in range(3, 13))}" in page
    assert f"and {MANY - 1 - OTHERS} more" in page and f"and {MANY - 1 - HELD} more, in the JSON Lines" in page
    assert f"and {MANY - LINES} more: rashomon show CASE conflicts --json" in told
    few = disputed("how many", number(1), number(2))
    assert " more, in the JSON Lines" not in html.render(few) and " more: rashomon" not in report(few)


@pytest.mark.parametrize(
    ("last", "tick"),
    [(16, "13 Apr 2031"), (12, "09:00")],  # an axis of days, one of hours
)
def test_an_axis_has_a_tick_of_its_own_measure(last: int, tick: str) -> None:
    page = html.render(disputed("when", day(2031, 4, 12, 6, 7), day(2031, 4, last, 16, 17)))
    assert f">{tick}</text>" in page


def test_what_holds_no_bound_is_a_number_and_a_week_has_its_number() -> None:
    assert number_label(None, None) == "a number"
    assert (timex("2031-W15"), timex("2031-W15-WE")) == ("week 15 of 2031", "weekend 15 of 2031")


def test_an_account_says_its_pages_and_that_it_has_no_date() -> None:
    a = Account("Ministry", "", "2031-04-12").add("The dam broke.").add("It had stood for years.")
    document = a.document()
    paged = type(document)(
        document.id, a.text.replace("\n\n", "\f\f", 1), a.provenance, document.origin, None, document.layers
    )
    page = html.render(Record((paged,), (), (), ((a.id,),)))
    assert 'data-page="1">Page 1' in page and 'data-page="3">Page 3' in page
    assert "not dated" in page


def test_an_account_without_any_date_says_why_and_one_written_from_right_to_left_is_turned() -> None:
    plain = Account("Herald", "", "2031-04-12").add("The dam broke (سد).").document()
    turned = Account("الميناء", "", "2031-04-12").add("انكسر السد يوم السبت في كارسا (BBC).").document()
    undated = AccountDate("XXXX-XX-XX", None, "unknown", "unknown", "guess", because="nothing in the account says when")
    documents = (plain, replace(turned, date=undated))
    page = html.render(Record(documents, (), (), tuple((d.id,) for d in documents)))
    assert '">not dated: nothing in the account says when · ' in page
    assert page.count(' dir="rtl"><p class="meta" dir="ltr">') == 1
