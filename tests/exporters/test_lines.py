"""What a reader sees of accounts and disputes, read off the page without a browser."""

from __future__ import annotations

import re

import pytest
from written import Account, position

from rashomon.exporters import html
from rashomon.types import Agreement, BlockKind, Event, Record, Relation, Slot, Value
from rashomon.views.index import Index


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


def test_sure_and_probable_statements_stand_on_one_side() -> None:
    a, b, c = (Account(f"Outlet {n}", "", "2031-04-12") for n in "ABC")
    claims = []
    for account, sure in ((a, 3.0), (b, 2.0), (c, -3.0)):
        account.add(f"The dam near {account.outlet} broke.")
        mention = account.event("broke", "break", sure)
        claims.append(account.claim(mention, "happened", Value("polarity", sure, sure), "broke", (), sure))
    slot = Slot(
        "happened",
        "",
        tuple(position(k.value, k) for k in claims),
        (Relation(2, 0, Agreement.DENIES, "C denies what A told"), Relation(2, 1, Agreement.DENIES, "C denies B")),
    )
    event = Event("e", tuple(k.mention for k in claims), (a.id, a.at("The dam")), (slot,), a.id)
    record = Record((a.document(), b.document(), c.document()), (event,), (), ((a.id, b.id, c.id),))
    rows = re.findall(r'<th scope="row"><span class="s-(\w+)">', html.render(record))
    assert rows[:2] == ["states", "denies"] and len(rows) == 2


def test_a_dispute_of_two_against_two_stands_above_one_against_many(bridge: Record) -> None:
    weights = [
        min(len(s.positions[r.left].witnesses), len(s.positions[r.right].witnesses))
        for e in Index(bridge).parts["contested"]
        for s in e.slots
        for r in s.relations[:1]
        if s.contested
    ]
    assert weights == sorted(weights, reverse=True)
