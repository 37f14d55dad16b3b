"""How a mention is told and of whom: never which word tells it, which its vector knows, nor how late in its account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.notable import is_proper
from rashomon.types import PARTICIPANTS, Block, BlockKind, Document, EventMention, Layer, Quantity

SURE = 3.0  # the end of FactBank's scale
OURSELVES = frozenset("i me we us you".split())


def features(document: Document, mentions: Sequence[EventMention]) -> Iterator[Mapping[str, float]]:
    """Those of each mention: names with numbers between 0 and 1. Needs the layers Block and Quantity."""
    captions = Layer(b for b in document.layer(Block) if b.kind is BlockKind.CAPTION)
    for m in mentions:
        yield {
            "sureness": abs(m.factuality) / SURE,
            f"tense {m.tense or 'none'}": 1.0,
            **{f"role {a.role}": 1.0 for a in m.arguments},
            "no argument": float(not m.arguments),
            **dict(_taking(document, m)),
            "caption": float(bool(captions.touching(m.span))),
        }


def _taking(document: Document, mention: EventMention) -> Iterator[tuple[str, float]]:
    """Who takes part: of a name, counted, or who writes and reads."""
    for a in mention.arguments:
        if a.role in PARTICIPANTS:
            if is_proper(a.name or ""):
                yield f"named {a.role}", 1.0
            if document.quote(a.head).lower() in OURSELVES:
                yield "writer or reader", 1.0
            if document.layer(Quantity).touching(a.span):
                yield f"counted {a.role}", 1.0
