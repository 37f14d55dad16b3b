"""The place of an event in the tables: one that lies in all the others, and no degrees where accounts give two."""

import re

import pytest

from rashomon.types import Claim, Document, Event, Name, Position, Provenance, Record, Slot, Span, Value
from rashomon.views.index import Index
from rashomon.views.places import Places

NAMES = re.compile("Aleppo|Damascus|Syria|Iraq|Springfield|Middle East")


def cells(*accounts: str, scope: str = "") -> tuple[str | float, ...]:
    """The cells of an event that each account places in its last words, from "in" or "from" on."""
    documents, positions = [], []
    for n, text in enumerate(accounts):
        names = [Name(Span(*m.span()), "place", m[0]) for m in NAMES.finditer(text)]
        documents.append(Document(f"d{n}", text, Provenance(f"{n}.txt", f"d{n}")).with_layer(Name, names))
        where = Span(re.search(r"\b(?:in|from) ", text).end(), len(text) - 1)  # type: ignore[union-attr]
        words = text[where.begin : where.end]
        claim = Claim(
            f"d{n}", f"d{n}:0", "where", Value("place", form=words), where, words, (f"d{n}",), 3.0, "events", scope
        )
        positions.append(Position(claim.value, (claim,), (f"d{n}",)))
    slot = Slot("where", scope, tuple(positions), ())
    event = Event("e", tuple(f"{d.id}:0" for d in documents), ("d0", Span(0, 1)), (slot,), "d0")
    return Places(Index(Record(tuple(documents), (event,), (), ()))).event(event)


ALEPPO = (1, "SYR", "Aleppo", pytest.approx(36.2, abs=0.1), pytest.approx(37.2, abs=0.1))
NOTHING = ("", "", "", "", "")


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        (["Shots fell in a market in Aleppo."], ALEPPO),
        (["Shots fell in Aleppo.", "Shots fell in Syria.", "Shots fell in the Middle East."], ALEPPO),
        (["Shots fell in northern Syria."], (3, "SYR", "", "", "")),
        (["Shots fell in Aleppo.", "Shots fell in Damascus."], (3, "SYR", "", "", "")),
        (["Shots fell in Aleppo.", "Shots fell in Iraq."], NOTHING),
        (["Shots fell in Springfield."], NOTHING),
        (["Shots fell in a market."], NOTHING),
        (["Shots fell in the Middle East."], (3, "", "", "", "")),
    ],
)
def test_the_narrowest_place_that_fits_all(accounts, expected):
    assert cells(*accounts) == expected


def test_where_something_came_from_is_not_where_it_was():
    assert cells("Shells came from Aleppo.", scope="from") == NOTHING
