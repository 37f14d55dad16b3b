"""Time expressions, placed against the date of the account."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.timex import layer
from rashomon.types import Block, Document, Time

if TYPE_CHECKING:
    from rashomon.language import Reading


def run(document: Document, reading: Reading) -> Iterable[Time]:
    """Every time expression of every block, with TIMEX3 value, interval and rule. Needs layer Block, not the tree.

    The anchor is `document.date`; an update whose printed clock names a day has that day instead. Without either
    the values stay symbolic ("XXXX-11-12").
    """
    blocks = document.layer(Block)
    account = document.date.interval if document.date else None
    return layer.place(list(layer.read(document.text, blocks)), blocks, account)
