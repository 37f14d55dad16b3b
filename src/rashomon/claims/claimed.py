"""Which mentions give claims: what accounts may agree on or dispute."""

from __future__ import annotations

import re

from rashomon.actions import Action
from rashomon.lexicon import PRONOUNS, SPEECH, SPOKEN_ACTS, STATES, THOUGHTS, classes
from rashomon.notable import COMMITTED, SILENT, acted, block_of, committed, notable
from rashomon.types import BlockKind, Document, EventMention, Quantity

LIKELY, UNLIKELY = 0.75, -0.5  # between the two lie questions and conditions; plans above
CORE = ("agent", "patient", "recipient")
DEFINITE = re.compile(
    r"(?:an?|the|this|that|these|those|his|her|its|their|our|my|no|any|all|both|\d[\d,.]*)\s|.*[’']s?\s", re.I
)


def claimed(document: Document, mention: EventMention, told: Action) -> bool:
    """True if the mention tells something that another account can dispute. Needs the layers Block and Quantity.

    What is notable; what is denied; what is told as fact of somebody or of a certain thing; what is to come; and what
    has a time, a place or a measure. Bare generalities ("speed reduces the risk") have none of these.
    """
    if notable(document, mention):
        return True
    block, predicate = block_of(document, mention), told.predicate
    if block is not None and (block.kind in SILENT or block.kind is BlockKind.COMMENT):
        return False
    if not predicate[:1].isalpha() or (predicate in SPEECH and predicate not in SPOKEN_ACTS):
        return False
    if not any(a.role in CORE for a in mention.arguments):
        return bool(mention.tense and classes(predicate) and committed(mention))  # "crashed", whatever the tree lost
    if _measured(document, mention):
        return True
    idle = predicate in THOUGHTS or predicate.startswith("be ")
    if mention.factuality <= (UNLIKELY if idle else -COMMITTED):
        return not idle or _certain(document, mention) or acted(document, mention)
    valued = any(a.role in ("time", "place", "number") for a in mention.arguments)
    if idle:  # "the station is out of control": what another account may deny
        return predicate not in THOUGHTS and (valued or (committed(mention) and _certain(document, mention)))
    if mention.tense == "future" or _would(document, mention) or (valued and _likely(mention)):
        return True
    if not committed(mention):
        return False
    past = mention.tense == "past" or (mention.tense and classes(predicate))
    if not past and predicate in STATES:
        return False  # "makes the view evocative"
    return acted(document, mention) or bool(past and _certain(document, mention))


def _likely(mention: EventMention) -> bool:
    return mention.factuality >= LIKELY or mention.factuality <= UNLIKELY


def _would(document: Document, mention: EventMention) -> bool:
    """True for the future that a past tense tells: "said that it would close"."""
    return any(document.quote(e).lower() in ("would", "'d", "’d") for e in mention.evidence)


def _measured(document: Document, mention: EventMention) -> bool:
    spans = [a.span for a in mention.arguments if a.role == "number"]
    return any(q.measure for s in spans for q in document.layer(Quantity).touching(s))


def _certain(document: Document, mention: EventMention) -> bool:
    """True if who acts, or else what is acted upon, is a certain one: it has a name, a determiner or is a pronoun."""
    core = [a for a in mention.arguments if a.role == "agent"] or [a for a in mention.arguments if a.role in CORE]
    words = ((a, document.quote(a.span)) for a in core)
    return any(a.name or w.lower() in PRONOUNS or DEFINITE.match(w) for a, w in words)
