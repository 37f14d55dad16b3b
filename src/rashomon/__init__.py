"""Rashomon reads many accounts of the same events and builds one record that keeps every version.

    bytes -read-> Document -annotate-> layers -extract-> Claims -link-> Links -assemble-> Record -export-> views

One verb for each arrow; `build` runs them all over a case folder. The nouns are in `rashomon.types`, the errors in
`rashomon.errors`. Verbs are loaded when first asked for, so that importing the package stays light.
"""

from typing import TYPE_CHECKING

from rashomon.errors import CaseError, DamageError, ExportError, MissingLayer, ModelError, RashomonError, ReadError
from rashomon.types import (
    AccountDate,
    Agreement,
    Annotation,
    Answer,
    Argument,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Document,
    Event,
    EventMention,
    Interval,
    Judgement,
    Link,
    Name,
    Position,
    Provenance,
    Quantity,
    Question,
    Record,
    Reference,
    Relation,
    Resolved,
    Sentence,
    Slot,
    Span,
    Time,
    Value,
)

if TYPE_CHECKING:
    from rashomon.annotators import annotate
    from rashomon.claims import extract
    from rashomon.exporters import export
    from rashomon.linking import link
    from rashomon.pipeline import build
    from rashomon.readers import document, read
    from rashomon.record import assemble

    __version__: str

__all__ = [
    "AccountDate",
    "Agreement",
    "Annotation",
    "Answer",
    "Argument",
    "Attribution",
    "Block",
    "BlockKind",
    "CaseError",
    "Claim",
    "DamageError",
    "Document",
    "Event",
    "EventMention",
    "ExportError",
    "Interval",
    "Judgement",
    "Link",
    "MissingLayer",
    "ModelError",
    "Name",
    "Position",
    "Provenance",
    "Quantity",
    "Question",
    "RashomonError",
    "ReadError",
    "Record",
    "Reference",
    "Relation",
    "Resolved",
    "Sentence",
    "Slot",
    "Span",
    "Time",
    "Value",
    "__version__",
    "annotate",
    "assemble",
    "build",
    "document",
    "export",
    "extract",
    "link",
    "read",
]

VERBS = {
    "read": "rashomon.readers",
    "document": "rashomon.readers",
    "annotate": "rashomon.annotators",
    "extract": "rashomon.claims",
    "link": "rashomon.linking",
    "assemble": "rashomon.record",
    "export": "rashomon.exporters",
    "build": "rashomon.pipeline",
}


def __getattr__(name: str) -> object:
    """A verb, or the version, loaded when first used."""
    if name == "__version__":
        from importlib.metadata import version

        return version("rashomon")
    if name not in VERBS:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(VERBS[name]), name)
