"""Political events of a record: the PLOVER code of each mention, and of an event by its mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.plover.ontology import Party, Plover
from rashomon.types import Document, Event, EventMention
from rashomon.views.index import Index

if TYPE_CHECKING:
    from rashomon.plover import Coder

COLUMNS = (
    "plover_type", "plover_mode", "plover_quad", "plover_auxiliary", "plover_confidence", "actor1_country",
    "actor1_sectors", "actor2_country", "actor2_sectors",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coded:
    """A mention and its code."""

    mention: EventMention
    code: Plover


def _unknown(account: str) -> Iterable[Coded]:
    return ()


class Codes:
    """The codes of mentions. An account is read for all of its mentions that are asked for together.

    To code a mention takes milliseconds, and to read the layer that it stands in too, so a case keeps what its page
    shows: *known* gives what is kept of an account, and `made` holds what is to be kept of each account that had to be
    read.
    """

    def __init__(self, known: Callable[[str], Iterable[Coded]] = _unknown) -> None:
        self.made: dict[str, list[Coded]] = {}
        self._kept = known
        self._known: dict[tuple[str, int], Plover] = {}
        self._coder: Coder | None = None

    def prepare(self, index: Index, events: Iterable[Event]) -> None:
        """Code the mentions of these events, and keep them in the index, account by account."""
        for name, keys in index.mentions.by_account(m for e in events for m in e.mentions):
            coded = {f"{name}:{c.mention.span.begin}": c for c in self._kept(name)}
            index.mentions.hold(name, (c.mention for c in coded.values()))
            due = [key for key in keys if key not in coded]
            index.mentions.keep(due)
            new = {key: Coded(told[1], self.of(*told)) for key in due if (told := index.mentions.get(key))}
            coded |= new
            self._known |= {(name, c.mention.span.begin): c.code for c in coded.values()}
            if new:
                self.made[name] = sorted(coded.values(), key=lambda c: c.mention.span)

    def of(self, document: Document, mention: EventMention) -> Plover:
        """The code of one mention."""
        known = self._known.get((document.id, mention.span.begin))
        return known or self._of(document).code(mention)

    def _of(self, document: Document) -> Coder:
        from rashomon.plover import Coder

        if self._coder is None or self._coder.document.id != document.id:
            self._coder = Coder(document)
        return self._coder

    def event(self, index: Index, event: Event) -> Plover | None:
        """The surest code of the type that the event's mentions speak most for; OTHER only where all are; None without
        mentions."""
        found = [self.of(*told) for told in index.mentioned(event)]
        weight: dict[str, float] = {}
        for code in found:
            weight[code.type] = weight.get(code.type, 0.0) + code.confidence
        best = max(weight, key=lambda t: weight[t], default="")
        return max((c for c in found if c.type == best), key=lambda c: c.confidence, default=None)


def cells(code: Plover | None) -> tuple[str | float, ...]:
    """A code in the order of COLUMNS; "" for what it does not have."""
    if code is None:
        return ("",) * len(COLUMNS)
    return (
        code.type, code.mode, code.quad or "", "; ".join(code.auxiliary),
        round(code.confidence, 2) if code.quad else "", *_listed(code.agents),
        *_listed(code.recipients),
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
