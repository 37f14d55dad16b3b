"""Accounts and claims -> links: what is a copy of what, what tells one story, which names and mentions are the same.

Every step is bounded for each account, no step is single linkage, and every link carries its reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.linking.copies import copies, families
from rashomon.linking.events import event_links
from rashomon.linking.names import canonical, name_links
from rashomon.linking.stories import stories, story_links
from rashomon.types import Claim, Document, Link

__all__ = ["families", "link", "stories"]


def link(documents: Sequence[Document], claims: Iterable[Claim]) -> tuple[Link, ...]:
    """Links of the kinds family, story, name and event, in this order. Needs the layers Block, Name, Sentence and
    EventMention; raises MissingLayer without them."""
    by_id = {d.id: d for d in documents}
    by_mention: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_mention[claim.mention].append(claim)
    groups = stories(documents)
    out = [*copies(documents), *story_links(groups)]
    for group in groups:
        members = [by_id[key] for key in group]
        names = tuple(name_links(members))
        out += [*names, *event_links(members, by_mention, canonical(members, names))]
    return tuple(out)
