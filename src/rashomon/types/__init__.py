"""The nouns of Rashomon. Frozen, slotted, and free of every import but the standard library.

bytes -read-> Document -annotate-> layers -extract-> Claims -link-> Links -assemble-> Record -export-> views

Every offset is a code point of `Document.text`, end-exclusive. Ids are hashes of content, so two runs agree.
"""

from rashomon.types.accounts import AccountDate, Document, Provenance
from rashomon.types.layers import (
    ASIDE,
    BODY,
    FURNITURE,
    PARTICIPANTS,
    SITE,
    A,
    Annotation,
    Argument,
    Attribution,
    Block,
    BlockKind,
    EventMention,
    Layer,
    Name,
    Quantity,
    Reference,
    Sentence,
    Time,
)
from rashomon.types.parts import Interval, Span, digest, mention_at
from rashomon.types.records import (
    PART,
    Agreement,
    Claim,
    Event,
    Judgement,
    Link,
    Position,
    Question,
    Record,
    Relation,
    Slot,
    Value,
)

__all__ = [
    "ASIDE",
    "BODY",
    "FURNITURE",
    "PART",
    "PARTICIPANTS",
    "SITE",
    "A",
    "AccountDate",
    "Agreement",
    "Annotation",
    "Argument",
    "Attribution",
    "Block",
    "BlockKind",
    "Claim",
    "Document",
    "Event",
    "EventMention",
    "Interval",
    "Judgement",
    "Layer",
    "Link",
    "Name",
    "Position",
    "Provenance",
    "Quantity",
    "Question",
    "Record",
    "Reference",
    "Relation",
    "Sentence",
    "Slot",
    "Span",
    "Time",
    "Value",
    "digest",
    "mention_at",
]
