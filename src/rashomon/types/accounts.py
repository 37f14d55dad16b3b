"""An account: where it came from, when it was published, its text and its layers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rashomon.errors import MissingLayer
from rashomon.types.layers import A, Annotation, EventMention, Layer
from rashomon.types.parts import Interval, Span


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an account came from. Never called "source": that is who is quoted inside it.

    `published` is the date that page, header or caller states, as ISO 8601 where it could be read. `how` says
    where it stands: given, header, metadata, url, filename, page (anywhere in its markup); "" when nothing states one.
    `captured` is when the page was saved, as ISO 8601: it was published by then. `encoding` is the codec of the raw
    bytes, needed to compare them with the text.
    """

    path: str
    outlet: str
    title: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    how: str = ""
    encoding: str = "utf-8"
    captured: str = ""


@dataclass(frozen=True, slots=True)
class AccountDate:
    """When an account was published: an interval, how it was found, and the words that say so.

    `value` is TIMEX3 ("2015-11-23", "2015-11", "XXXX-11-23"); `precision` is minute, day, week, month, year or
    unknown; `how` is given, header, metadata, url, filename, dateline, text, page, siblings, captured (then the
    interval has no low side) or unknown; `confidence` is sure, likely or guess.
    """

    value: str
    interval: Interval | None
    precision: str
    how: str
    confidence: str
    evidence: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One account: text that never changes, and layers that are added.

    `id` is the SHA-256 of the raw bytes (with "#n" after it for the n-th account of a file that holds several).
    `origin` maps text to raw bytes in runs (text begin, raw begin, raw end). A run reaches to the next one's begin,
    its code points all take the same number of bytes, and the last run is empty and marks the end: see `rashomon.text`.
    Where a file holds them packed, `part` are the steps to these bytes (the name of a member, where a record begins):
    see `rashomon.containers`.
    """

    id: str
    text: str
    provenance: Provenance
    origin: tuple[tuple[int, int, int], ...] = ()
    date: AccountDate | None = None
    layers: Mapping[type[Annotation], tuple[Annotation, ...]] = field(default_factory=dict, hash=False, compare=False)
    part: tuple[str, ...] = ()

    def layer(self, kind: type[A]) -> Layer[A]:
        """The annotations of one kind, in text order. Raises MissingLayer if its annotator has not run."""
        try:
            found: tuple[A, ...] = self.layers[kind]  # type: ignore[assignment]  # keyed by the class of its own values
        except KeyError:
            message = f"{self.provenance.path}: no {kind.__name__} layer; run rashomon.annotate first"
            raise MissingLayer(message) from None
        return found if isinstance(found, Layer) else Layer(found)

    def with_layer(self, kind: type[A], items: Iterable[A]) -> Document:
        """This document with one more layer, sorted by span. Raises ValueError for a span outside the text."""
        done = Layer(sorted(items, key=lambda a: a.span))
        for a in done:
            if not 0 <= a.span.begin < a.span.end <= len(self.text):
                raise ValueError(f"{kind.__name__} {a.span} lies outside {self.provenance.path}")
        return replace(self, layers={**self.layers, kind: done})

    def key(self, mention: EventMention) -> str:
        """What a mention is known by across accounts; `mention_at` reads it back."""
        return f"{self.id}:{mention.span.begin}"

    def quote(self, span: Span) -> str:
        """The exact words of a span."""
        return self.text[span.begin : span.end]
