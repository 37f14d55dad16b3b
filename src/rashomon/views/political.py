"""Political events of a record: the PLOVER code of each mention, and of an event by its mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rashomon.types import Document, Event, EventMention
from rashomon.views.index import Index

if TYPE_CHECKING:
    from rashomon.plover import Party, Plover

COLUMNS = (
    "plover_type", "plover_mode", "plover_quad", "plover_auxiliary", "plover_confidence", "actor1_country",
    "actor1_sectors", "actor2_country", "actor2_sectors",
)  # fmt: skip


class Codes:
    """The codes of mentions, each account prepared once."""

    def __init__(self) -> None:
        from rashomon.plover import Coder

        self._coder = cache(lambda key: Coder(self._documents[key]))
        self._documents: dict[str, Document] = {}

    def of(self, document: Document, mention: EventMention) -> Plover:
        """The code of one mention."""
        self._documents.setdefault(document.id, document)
        return self._coder(document.id).code(mention)

    def event(self, index: Index, event: Event) -> Plover | None:
        """The surest code of the type that the event's mentions speak most for; OTHER only where all are; None without
        mentions."""
        found = [self.of(*index.mentions[m]) for m in event.mentions if m in index.mentions]
        weight: dict[str, float] = {}
        for code in found:
            weight[code.type] = weight.get(code.type, 0.0) + code.confidence
        best = max(weight, key=lambda t: weight[t], default="")
        return max((c for c in found if c.type == best), key=lambda c: c.confidence, default=None)


def cells(code: Plover | None) -> tuple[str | int, ...]:
    """A code in the order of COLUMNS; "" for what it does not have."""
    if code is None:
        return ("",) * len(COLUMNS)
    return (
        code.type, code.mode, code.quad or "", "; ".join(code.auxiliary), f"{code.confidence:.2f}" if code.quad else "",
        *_listed(code.agents), *_listed(code.recipients),
    )  # fmt: skip


def fields(code: Plover) -> Mapping[str, object]:
    """A code as it stands in JSON."""
    plain = {"type": code.type, "mode": code.mode, "quad": code.quad or None, "auxiliary": list(code.auxiliary)}
    sides = {"agents": [_party(p) for p in code.agents], "recipients": [_party(p) for p in code.recipients]}
    return {**plain, "confidence": code.confidence, **sides}


def _party(party: Party) -> Mapping[str, object]:
    return {"country": party.country, "sectors": list(party.sectors)}


def _listed(parties: Sequence[Party]) -> tuple[str, str]:
    """Countries and sectors of all who take part, each once."""
    countries = dict.fromkeys(p.country for p in parties if p.country)
    sectors = dict.fromkeys(s for p in parties for s in p.sectors)
    return "; ".join(countries), "; ".join(sectors)
