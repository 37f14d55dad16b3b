"""Who won what only one can win: two people of whom each account names one are in dispute."""

from __future__ import annotations

from itertools import product

from rashomon.common_nouns import singular
from rashomon.denials import elsewhere
from rashomon.relations.pair import Pair
from rashomon.types import Claim, Name, Relation
from rashomon.voices import Voices

WINNING = frozenset({"win", "clinch"})
CONTESTS = frozenset(
    "election by-election race presidency mayoralty governorship primary runoff run-off match game final title "
    "championship tournament contest vote fight bout".split()
)


def relate(pair: Pair) -> Relation | None:
    """CONFLICTS or less for two people, each of whom another voice calls the winner; None for all else."""
    sides = ([c for c in side.claims if _won(c, pair.voices)] for side in (pair.a, pair.b))
    if all(elsewhere(x, y, pair.voices) for x, y in product(*sides)):
        return None
    a, b = (set(side.value.form.lower().split()) for side in (pair.a, pair.b))
    return pair.contest("only one can have won") if a.isdisjoint(b) else None


def _won(claim: Claim, voices: Voices) -> bool:
    """True for one person who won a contest, by a claim that tells it as fact."""
    mention, document = voices.mention(claim), voices.documents[claim.document]
    if mention is None or mention.predicate not in WINNING or mention.factuality <= 0:
        return False
    patients = (a for a in mention.arguments if a.role == "patient")
    contest = any(singular(document.quote(a.head).lower()) in CONTESTS for a in patients)
    agents = sum(a.role == "agent" for a in mention.arguments)
    return contest and agents == 1 and any(n.kind == "person" for n in document.layer(Name).touching(claim.evidence))
