"""Who did what somebody suffered, where each of two says that the other did."""

from __future__ import annotations

from rashomon import cast
from rashomon import name_forms as forms
from rashomon.relations.pair import Pair
from rashomon.types import Claim, Relation
from rashomon.voices import Voices, within


def relate(pair: Pair) -> Relation | None:
    """CONFLICTS or less for two who blame each other; None for all else."""
    if not any(_mutual(x, y, pair.voices) for x, y in pair.facing()):
        return None
    return pair.contest("each says that the other did it")


def _mutual(one: Claim, other: Claim, voices: Voices) -> bool:
    """True for "rebels said that the army shelled the market" and "the army blamed rebels for the shelling of the
    market": each is the word of the doer of the other, and it was done to the same."""
    doers = [forms.identity(c.value.form) for c in (one, other)]
    speakers = [forms.identity(voices.speaker(c)) for c in (one, other)]
    if _alike(*doers) or not all(map(_alike, doers, reversed(speakers))):
        return False
    mentions = [(voices.documents[c.document], voices.mention(c)) for c in (one, other)]
    whom = [cast.sufferers(document, m, voices) if m else frozenset() for document, m in mentions]
    return not whom[0].isdisjoint(whom[1])


def _alike(one: str, other: str) -> bool:
    """True for "police" and "police in Vell"."""
    return within(one, other) or within(other, one)
