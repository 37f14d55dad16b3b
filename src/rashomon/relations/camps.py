"""Whose violence it was: one voice says the army and another says rebels, or one country's forces and another's."""

from __future__ import annotations

from rashomon import cast
from rashomon.actions import action
from rashomon.common_nouns import ARMS
from rashomon.lexicon import STRIKES, VIOLENCE, classes
from rashomon.plover.actors import party
from rashomon.plover.ontology import Party
from rashomon.relations.pair import Pair
from rashomon.types import Claim, Relation
from rashomon.voices import Voices

HARM = VIOLENCE | {"die", "injure", "kidnap", "burn", "destroy", "stab"}
STATE, OUTLAWS = frozenset({"MIL", "COP", "GOV", "SPY"}), frozenset({"REB", "CRM"})  # sectors of PLOVER
NO_COUNTRY = frozenset({"", "IGO", "UNO", "EUR", "NGO", "IMG", "MNC"})


def relate(pair: Pair) -> Relation | None:
    """CONFLICTS or less for two camps, each of which another account says did one harm to the same; None for all else,
    and where an account tells of both: they may have done it together."""
    a, b = (party(side.value.form) for side in (pair.a, pair.b))
    if not _opposed(a, b) or _both_told(pair, a, b):
        return None
    if not any(_one_harm(x, y, pair.voices) for x, y in pair.facing()):
        return None
    return pair.contest("two camps: hardly both did it")


def _opposed(a: Party, b: Party) -> bool:
    """True for the armed hand of a state and those who fight it, and for two countries."""
    first, second = (frozenset(p.sectors[:1]) for p in (a, b))
    camps = (first & STATE and second & OUTLAWS) or (first & OUTLAWS and second & STATE)
    countries = {a.country, b.country}.isdisjoint(NO_COUNTRY) and a.country != b.country
    return bool(camps) or countries


def _both_told(pair: Pair, a: Party, b: Party) -> bool:
    """True if an account of one of the two names among those who did it somebody of the other camp."""
    told = [(party(p.value.form), {c.document for c in p.claims}) for p in pair.positions]
    ours, theirs = ({d for who, docs in told if not _opposed(who, camp) for d in docs} for camp in (b, a))
    return any(c.document in ours for c in pair.a.claims) or any(c.document in theirs for c in pair.b.claims)


def _one_harm(one: Claim, other: Claim, voices: Voices) -> bool:
    """True if both mentions tell a harm that was done to the same."""
    whom = []
    for c in (one, other):
        document, mention = voices.documents[c.document], voices.mention(c)
        predicate = action(document, mention).predicate if mention else ""
        if mention is None or not (classes(predicate) & HARM or predicate in STRIKES):
            return False
        whom.append(cast.sufferers(document, mention, voices) - ARMS)  # who shoots down a missile is not who fired it
    return not whom[0].isdisjoint(whom[1])
