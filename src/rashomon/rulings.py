"""Amounts that are fixed by being pronounced: who is ordered to pay a sum, or is sentenced to a term, has not paid or
served it, but how much it is to be is told as fact.

English verbs stand in the tables on top, as lemmas.
"""

from __future__ import annotations

from rashomon.notable import COMMITTED
from rashomon.types import Document, EventMention

RULING = frozenset({"agree", "order", "rule"})  # verbs over what is to be done
FIXING = frozenset({"fine", "imprison", "jail", "sentence"})  # verbs, and nouns, that fix an amount themselves


def ruling(document: Document, mention: EventMention) -> EventMention | None:
    """The verb, told as fact, that fixes how much a mention is to be of: "*ordered* Oro to pay $2 million"; None
    without one, and where it is only asked for or possible. Needs the layer EventMention."""
    over = [m for e in mention.evidence for m in document.layer(EventMention).touching(e) if m.tense and m != mention]
    fixed = over and all(m.factuality >= COMMITTED for m in over) and mention.factuality > 0
    return next((m for m in over if m.predicate in RULING), None) if fixed else None


def fixes(document: Document, mention: EventMention) -> bool:
    """True if the amount of a mention is fixed by being pronounced, there or by the verb over it."""
    said = mention.predicate in FIXING and mention.tense != "future"
    return said or ruling(document, mention) is not None
