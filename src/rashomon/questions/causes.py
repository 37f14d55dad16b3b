"""What is said to have caused a mishap of the story: "the fire", "the crash".

One that has no name is known by its word alone: a story seldom tells of the causes of two fires, and the words of each
answer stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.common_nouns import PRONOUNS
from rashomon.questions.participants import arguments
from rashomon.questions.told import Told
from rashomon.questions.wording import CAUSED
from rashomon.types import Document, EventMention, Name, Span
from rashomon.values import name

# Words for one kind of mishap, the first of which stands for all.
_MISHAPS = """
fire blaze inferno wildfire bushfire
crash collision wreck derailment pile-up
accident
explosion blast detonation
death
outage blackout
spill leak leakage
collapse
flood flooding
outbreak epidemic
disaster tragedy catastrophe
sinking capsizing
stampede crush
landslide mudslide avalanche
poisoning
disappearance
"""
MISHAPS = {word: line.split()[0] for line in _MISHAPS.strip().splitlines() for word in line.split()}
LONGEST = 12  # words of an answer
STEM = 5  # letters by which two words are known as one: "arson", "arsonist"


def alike(one: str, other: str) -> bool:
    """True for two answers that have a word in common: "a broken cable" and "damaged cables" need not differ."""
    return not _stems(one).isdisjoint(_stems(other))


def _stems(words: str) -> set[str]:
    return {w[:STEM] for w in re.findall(r"[^\W\d_]{4,}", words.casefold())}


def told(document: Document, mention: EventMention) -> Iterator[Told]:
    """The causes that a mention of a mishap gives. Needs the layers EventMention and Name."""
    kind = MISHAPS.get(mention.predicate.lower())
    for a in arguments(mention, "cause") if kind else ():
        named = next((n.entity for n in document.layer(Name).touching(a.head) if n.span.covers(a.head)), "")
        words = document.quote(a.span)
        value = name.parse(words) if words.lower() not in PRONOUNS and len(words.split()) <= LONGEST else None
        if form := named or (value.form if value else ""):
            yield Told(CAUSED, f"The {kind}", a.span, form, sign=_sure(document, mention, a.span))


def _sure(document: Document, mention: EventMention, cause: Span) -> float:
    """How sure it is that it was the cause: as the mention that tells it is, where one stands between the two."""
    ends = sorted((mention.span, cause))
    between = Span(ends[0].end, max(ends[1].begin, ends[0].end + 1))
    telling = (m for m in document.layer(EventMention).touching(between) if m.first("agent") or m.first("patient"))
    return min((m.factuality for m in telling), default=mention.factuality)
