"""The layers of an account as a view reads them."""

from __future__ import annotations

from rashomon.types import A, Document


def layer(document: Document, kind: type[A]) -> tuple[A, ...]:
    """A layer, empty where its annotator was not run: a view shows what there is."""
    return document.layer(kind) if kind in document.layers else ()
