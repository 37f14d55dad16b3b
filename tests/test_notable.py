"""Which mentions are worth a line of a record by themselves."""

from __future__ import annotations

import pytest

from rashomon.notable import deed, notable
from rashomon.types import EventMention
from tests.mentions import Said, account

NAMES = [("Orrin Vale", "person"), ("Karsa", "place")]
BY_VALE = (("agent", "Orrin Vale"), ("patient", "the dam"))


def said(text: str, predicate: str, trigger: str, *roles: tuple[str, str], **more: object) -> Said:
    return Said(text, predicate, trigger, roles, **more)  # type: ignore[arg-type]


def opened(**more: object) -> Said:
    return said("Orrin Vale opened the dam.", "open", "opened", *BY_VALE, **more)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (opened(), True),
        (opened(notability=0.2), False),
        (opened(factuality=-3.0), True),
        (opened(factuality=1.0), False),  # only possible
        (opened(factuality=2.0, tense="future"), False),
        (Said("Orrin Vale will open it on Monday.", "open", "open", (("agent", "Orrin Vale"),),
              (("Monday", "2001-01-01"),), tense="future", factuality=2.0), True),  # a plan with a time
        (opened(tense="", factuality=1.4), False),  # a noun must be surer than a verb
        (opened(tense="", factuality=2.0, happened=-0.5), False),  # "will meet to open the dam"
        (said("Orrin Vale accused Ana Oro.", "accuse", "accused", ("agent", "Orrin Vale")), True),
    ],
)  # fmt: skip
def test_what_is_worth_a_line(told: Said, expected: bool) -> None:
    document = account("A", told, names=NAMES)
    [mention] = document.layer(EventMention)
    assert notable(mention) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (opened(), True),
        (opened(tense=""), False),
        (said("It opened.", "open", "opened"), False),
        (said("Orrin Vale apologised.", "apologise", "apologised", ("agent", "Orrin Vale")), True),
        (said("Orrin Vale added that.", "add", "added", ("agent", "Orrin Vale")), False),
    ],
)
def test_what_is_worth_one_where_independent_accounts_tell_it(told: Said, expected: bool) -> None:
    document = account("A", told, names=NAMES)
    [mention] = document.layer(EventMention)
    assert deed(document, mention) is expected
