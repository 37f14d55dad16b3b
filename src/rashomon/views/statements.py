"""What is said of a statement: its stance, and the event that it says did not happen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.types import Attribution, Event, EventMention
from rashomon.views.index import Index
from rashomon.views.labels import stance

DENY = "deny"


def denials(index: Index, events: Iterable[Event]) -> Mapping[str, Sequence[EventMention]]:
    """By account, the mentions of these events of which their holders say that it did not happen."""
    out: dict[str, list[EventMention]] = {}
    for event in events:
        for document, mention in index.mentioned(event):
            if stance(mention.holders, mention.factuality) == "denies":
                out.setdefault(document.id, []).append(mention)
    return out


def denied(statement: Attribution, found: Iterable[EventMention]) -> EventMention | None:
    """The first of the mentions *found* in its account that a statement denies, by whatever verb: "insisted that no
    troops were sent". None if its stance says so already."""
    if statement.stance == DENY:
        return None
    for mention in found:
        chains = (mention.holders, *mention.beside)
        if statement.holders in chains and any(c.covers(mention.span) for c in statement.content):
            return mention
    return None
