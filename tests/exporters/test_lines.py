"""What a reader sees of accounts and disputes, read off the page without a browser."""

from __future__ import annotations

import re

import pytest
from written import Account, position

from rashomon.exporters import html
from rashomon.lexicon import GUILTY
from rashomon.types import Agreement, BlockKind, Event, Record, Relation, Slot, Value
from rashomon.views.index import Index
from rashomon.views.report import report


def blog(*blocks: tuple[str, BlockKind, str | None, int]) -> str:
    """The account as the page stores it; a block is (text, kind, clock, entry)."""
    a = Account("The Delta Herald", "Flood, hour by hour", "2031-04-12", "metadata")
    for text, kind, clock, entry in blocks:
        a.add(text, kind, clock=clock)
        a.blocks[-1] = type(a.blocks[-1])(a.blocks[-1].span, kind, None, clock, entry)
    page = html.render(Record((a.document(),), (), (), ((a.id,),)))
    return page[page.index('<article class="doc"') :]


@pytest.mark.parametrize(
    ("line", "clock", "headings"),
    [
        ("UPDATE 1530 GMT:", "1530 GMT", ["UPDATE 1530 GMT:"]),
        ("15.30", "1530 GMT", ["15.30", "Update, 1530 GMT"]),
        ("Follow all our coverage of the flood and the rescue here", "1530 GMT", ["Update, 1530 GMT"]),
    ],
)
def test_the_line_of_a_clock_heads_its_update(line: str, clock: str, headings: list[str]) -> None:
    page = blog((line, BlockKind.BOILERPLATE, None, 0), ("Water rose.", BlockKind.UPDATE, clock, 1))
    assert re.findall(r'<p class="voice"[^>]*>(?:<a [^>]*></a>)?(.*?)</p>', page) == headings
    assert ("boilerplate" in page) == (line not in headings)


def broken(*levels: float, predicate: str = "break") -> str:
    """The page of `dam`."""
    return html.render(dam(*levels, predicate=predicate))


def dam(*levels: float, predicate: str = "break") -> Record:
    """A dam that each of several accounts says, as surely as its level, to have broken; the last denies
    what the others told."""
    accounts = [Account(f"Outlet {n}", "", "2031-04-12") for n, _ in enumerate(levels)]
    claims = []
    for account, sure in zip(accounts, levels, strict=True):
        account.add(f"The dam near {account.outlet} broke.")
        mention = account.event("broke", predicate, sure)
        claims.append(account.claim(mention, "happened", Value("polarity", sure, sure), "broke", (), sure))
    last = len(levels) - 1
    denied = tuple(Relation(last, n, Agreement.DENIES, "the last denies it") for n in range(last))
    slot = Slot("happened", "", tuple(position(k.value, k) for k in claims), denied)
    title = (accounts[0].id, accounts[0].at(accounts[0].text))
    event = Event("e", tuple(k.mention for k in claims), title, (slot,), accounts[0].id)
    stories = (tuple(a.id for a in accounts),)
    return Record(tuple(a.document() for a in accounts), (event,), (), stories)


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ((3.0, 2.0, -3.0), ["states", "denies"]),  # sure and probable statements stand on one side
        ((3.0, 0.0, -3.0), ["states", "leaves open", "denies"]),  # who is committed to nothing doubts nothing
    ],
)
def test_what_is_denied_has_a_line_for_each_side(levels: tuple[float, ...], shown: list[str]) -> None:
    assert re.findall(r'<th scope="row"><span class="s-\w+">.*?</span> ([^<]+)</span>', broken(*levels)) == shown


def test_of_an_accusation_it_is_asked_whether_it_is_so_and_not_whether_it_was_made() -> None:
    happened, accused = broken(3.0, -3.0), broken(3.0, -3.0, predicate=GUILTY)
    assert "<h4>Did it happen <" in happened and 'class="trigger"' in happened
    assert "<h4>Is it so <" in accused and 'class="trigger"' not in accused
    told, asked = (report(dam(3.0, -3.0, predicate=verb)) for verb in ("break", GUILTY))
    assert "      did not happen  [" in told and "      it is not so  [" in asked and "happened" not in asked


def test_who_denies_what_nobody_tells_stands_as_accused_and_has_done_nothing() -> None:
    named = Value("name", form="Oro")

    def denied(predicate: str) -> Record:
        accounts = [Account(o, "", "2031-04-12").add("Oro denied wrongdoing.") for o in ("Herald", "Ledger")]
        keys = [a.event("denied", predicate, -3.0, arguments=(("patient", "Oro"),)) for a in accounts]
        claims = [a.claim(k, "whom", named, "Oro") for a, k in zip(accounts, keys, strict=True)]
        first = accounts[0]
        slots = (Slot("whom", "", (position(named, *claims),), ()),)
        event = Event("e", tuple(keys), (first.id, first.at(first.text)), slots, first.id)
        return Record(tuple(a.document() for a in accounts), (event,), (), (tuple(a.id for a in accounts),))

    page, told = html.render(denied(GUILTY)), report(denied(GUILTY))
    assert "<dt>Accused</dt>" in page and "<dt>Did</dt>" not in page and "accused: Oro" in told
    page, told = html.render(denied("break")), report(denied("break"))
    assert "<dt>Whom, what</dt>" in page and "<dt>Did</dt>" in page and "whom: Oro" in told


def test_a_dispute_of_two_against_two_stands_above_one_against_many(bridge: Record) -> None:
    weights = [
        min(len(s.positions[r.left].witnesses), len(s.positions[r.right].witnesses))
        for e in Index(bridge).parts["contested"]
        for s in e.slots
        for r in s.relations[:1]
        if s.contested
    ]
    assert weights == sorted(weights, reverse=True)
