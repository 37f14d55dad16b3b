"""The order of a record: what its accounts, events and questions are sorted by. Each depends on the noun alone, so that
a case can keep it and put the parts of a record together without reading them."""

from __future__ import annotations

from rashomon.types import Document, Event, Question, mention_at
from rashomon.voices import day_of

SPELLING = "spelling"  # the scope of how a name is spelt


def of_document(document: Document) -> tuple[str, str]:
    """By date; undated accounts come first."""
    return document.date.value if document.date else "", document.id


def of_event(event: Event, first: Document) -> tuple[float, str, str, int]:
    """By the earliest time that its claims name, else by the date of its *first* account; then by the place of this in
    the record, and its own there. Events without a day come last."""
    positions = (p for s in event.slots if s.name == "when" and not s.scope for p in s.positions)
    lows = [p.value.low for p in positions if p.value.low is not None]
    day = min(lows) if lows else day_of(first)
    return float("inf") if day is None else day, *of_document(first), mention_at(event.mentions[0])[1]


def of_question(question: Question) -> tuple[int, str, str]:
    """Those that most voices answer come first; who spells a name answers nothing."""
    voices = {w for s in question.slots if s.scope != SPELLING for p in s.positions for w in p.witnesses}
    return -len(voices), question.about.casefold(), question.id
