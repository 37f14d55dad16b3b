"""Where on earth an event was: the narrowest place that fits all its accounts, with its country and, for a town or
site, its degrees. What the gazetteer does not surely know stays open, and so does what accounts dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rashomon.gazetteer import Place, contains, region_name, resolve
from rashomon.types import Claim, Document, Event, Name
from rashomon.views.index import Index, layer

COLUMNS = ("geo_precision", "country", "admin1", "latitude", "longitude")
PRECISION: Mapping[str, int] = {"city": 1, "region": 2, "country": 3, "area": 3}


class Places:
    """The places of a record, each account looked up once."""

    def __init__(self, index: Index):
        self._index = index
        self._known: dict[str, Mapping[str, Place]] = {}

    def event(self, event: Event) -> tuple[str | float, ...]:
        """The cells of an event in the order of COLUMNS, "" for what is not known."""
        return self.fitting(c for s in event.slots for p in s.positions for c in p.claims)

    def fitting(self, claims: Iterable[Claim]) -> tuple[str | float, ...]:
        """The cells of the narrowest place that fits all claims of where it was.

        The country stands also where they place it in two towns of it; degrees only where one place lies in all the
        others.
        """
        where = (c for c in claims if c.slot == "where" and c.scope != "from")
        found = {place.id: place for c in where for place in self._of(c)}
        if not found:
            return ("",) * len(COLUMNS)
        best = [p for p in found.values() if all(p is q or contains(q, p) for q in found.values())]
        codes = {p.country for p in found.values() if p.kind != "area"}
        country = codes.pop() if len(codes) == 1 else ""
        if len(best) != 1:
            return (PRECISION["country"] if country else "", country, "", "", "")
        [place] = best
        degrees = ("" if d is None else d for d in (place.latitude, place.longitude))
        return (PRECISION[place.kind], country, region_name(place.region), *degrees)

    def _of(self, claim: Claim) -> Iterator[Place]:
        """The first place named in the words of a claim that is surely known, read in its account."""
        document = self._index.documents.get(claim.document)
        if document is None:
            return
        known = self._places(document)
        named = [n.entity for n in layer(document, Name) if n.kind == "place" and claim.evidence.covers(n.span)]
        yield from [known[n] for n in named if n in known][:1]

    def _places(self, document: Document) -> Mapping[str, Place]:
        if document.id not in self._known:
            self._known[document.id] = resolve(document) if Name in document.layers else {}
        return self._known[document.id]
