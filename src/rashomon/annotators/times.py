"""Time expressions, placed against the date of the account."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.timex import layer
from rashomon.timex.account import date_of
from rashomon.types import Block, Document, Time

if TYPE_CHECKING:
    from rashomon.language import Reading


def run(document: Document, reading: Reading | None) -> Iterable[Time]:
    """Every time expression of every block, with TIMEX3 value, interval and rule. Needs layer Block, not the tree.

    The anchor is `document.date`, or what the account says of its own date while that is not set; an update whose
    printed clock names a day has that day instead. Without any the values stay symbolic ("XXXX-11-12").
    """
    blocks = document.layer(Block)
    account = document.date or date_of(document)
    return layer.place(list(layer.read(document.text, blocks)), blocks, account.interval)
