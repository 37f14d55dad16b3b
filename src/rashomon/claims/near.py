"""What stands near a mention in an account, by place."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.types import A, Layer, Span


def touching(layer: Layer[A], spans: Iterable[Span]) -> list[A]:
    """The annotations that touch any of the spans, each once, in text order."""
    found = {id(a): a for s in spans for a in layer.touching(s)}
    return sorted(found.values(), key=lambda a: a.span)
