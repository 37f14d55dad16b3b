"""How surely mentions are one event, and what copies have in common, as people read it."""

from __future__ import annotations

import csv
import io
import time
from dataclasses import replace

import pytest
from written import Account

from rashomon.exporters import EXPORTERS, html
from rashomon.types import Event, Judgement, Link, Record, Span
from rashomon.views.copies import common
from rashomon.views.joins import Joins, unsure


def told(*scores: float) -> Record:
    """One event that an account more than scores tells, each mention tied to the one before it by its score."""
    accounts = [Account(f"Outlet {n}", "", "2031-04-12").add(f"The dam at Karsa broke {n}.") for n in range(6)]
    mentions = [a.event("broke", "break") for a in accounts]
    links = tuple(
        Link("event", left, right, Judgement.SAME, score, ("both say 'break'",))
        for score, left, right in zip(scores, mentions, mentions[1:], strict=False)
    )
    joined = tuple(mentions[: len(scores) + 1])
    event = Event("e1", joined, (accounts[0].id, accounts[0].at("dam at Karsa broke")), (), "story", links)
    apart = Link("event", joined[-1], mentions[len(joined)], Judgement.UNSURE, 0.2, ("sentences alike (0.61)",))
    other = Event("e2", (mentions[len(joined)],), (accounts[len(joined)].id, accounts[0].at("broke")), (), "story")
    return Record(tuple(a.document() for a in accounts), (event, other), (), (), {}, (apart,))


@pytest.mark.parametrize(
    ("scores", "weakest", "each"),
    [
        ((0.9,), "surely", ["surely", "surely"]),
        ((0.9, 0.45), "likely", ["surely", "surely", "likely"]),
        ((0.3, 0.9, 0.7), "possibly", ["possibly", "surely", "surely", "surely"]),
        ((0.9, 0.3, 0.45), "possibly", ["surely", "surely", "possibly", "possibly"]),
        ((), "", [""]),
    ],
)
def test_the_weakest_link_of_the_surest_way_says_how_surely(
    scores: tuple[float, ...], weakest: str, each: list[str]
) -> None:
    event = told(*scores).events[0]
    joins = Joins.of(event)
    assert joins.weakest() == weakest
    assert [joins.with_most(m) for m in event.mentions] == each


def test_the_page_and_the_tables_say_how_surely() -> None:
    record = told(0.9, 0.45)
    page = html.render(record)
    assert "1 of 3 mentions less sure" in page and "(Outlet 2), likely" in page
    assert "May be the same as 1 other mention" in page and "sentences alike (0.61)" in page
    rows = list(csv.DictReader(io.StringIO(str(EXPORTERS[".reports.csv"](record)))))
    assert [r["joined"] for r in rows if r["event_id"] == "e1"] == ["surely", "surely", "likely"]
    assert "less sure" not in html.render(told(0.9))


def test_what_may_be_one_event_is_said_on_both_sides() -> None:
    record = told(0.9)
    (first,), (second,) = (unsure(record)[e.id] for e in record.events)
    assert (first[1], second[1]) == (record.events[1].mentions[0], record.events[0].mentions[-1])
    assert unsure(replace(record, links=())) == {}


def test_the_longest_stretch_in_common_leaves_out_what_somebody_is_quoted_with() -> None:
    a, b = (Account(f"Outlet {n}", "", "2031-04-12") for n in "AB")
    a.add("Early on Sunday the dam broke. “It was all we had, and it is gone now,” Oro said.")
    b.add("We saw it: early on Sunday, the dam broke. “It was all we had, and it is gone now,” Oro said.")
    for account in (a, b):
        account.says("Oro", "said", "“It was all we had, and it is gone now,”", "Oro", form="direct", verbatim=True)
    left, right = (account.document() for account in (a, b))
    here, there = common(left, right)
    assert here and there
    assert (left.quote(here), right.quote(there)) == ("Early on Sunday the dam broke", "early on Sunday, the dam broke")


def test_texts_that_repeat_themselves_take_no_longer_than_others() -> None:
    a, b = (Account(f"Outlet {n}", "", "2031-04-12").add("the flood and " * 8000).document() for n in "AB")
    began = time.process_time()
    assert common(a, b)[0] == Span(0, len(a.text.rstrip()))
    assert time.process_time() - began < 5  # 0.4 s measured; as the product of both it would take minutes
