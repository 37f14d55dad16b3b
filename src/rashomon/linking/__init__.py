"""Accounts and claims -> links: what is a copy of what, what tells one story, which names and mentions are the same.

Copies and stories are found among the sketches of all accounts; names and events inside one story. Every step is
bounded for each account, no step is single linkage, and every link carries its reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.clusters import shared_names
from rashomon.linking.copies import copies, copy_links, families, overlap
from rashomon.linking.events import event_links
from rashomon.linking.names import name_links
from rashomon.linking.sketch import Sketch, sketch
from rashomon.linking.stories import stories, story_groups, story_links
from rashomon.types import Claim, Document, Link

__all__ = [
    "Sketch",
    "copy_links",
    "families",
    "link",
    "links_within",
    "overlap",
    "sketch",
    "stories",
    "story_groups",
    "story_links",
]


def link(documents: Sequence[Document], claims: Iterable[Claim]) -> tuple[Link, ...]:
    """Links of the kinds family, story, name and event, in this order. Needs the layers Block, Name, Sentence and
    EventMention; raises MissingLayer without them."""
    by_id = {d.id: d for d in documents}
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.document].append(claim)
    groups = stories(documents)
    out = [*copies(documents), *story_links(groups)]
    for group in groups:
        out += links_within([by_id[key] for key in group], [claim for key in group for claim in told[key]])
    return tuple(out)


def links_within(documents: Sequence[Document], claims: Iterable[Claim]) -> tuple[Link, ...]:
    """The links of the kinds name and event of one story, from its accounts and their claims alone."""
    by_mention: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_mention[claim.mention].append(claim)
    names = tuple(name_links(documents))
    return (*names, *event_links(documents, by_mention, shared_names(documents, names)))
