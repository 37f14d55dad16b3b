"""Passives that have lost their auxiliary, as in headlines: "three men arrested in Vell"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.common_nouns import PEOPLE
from rashomon.grammar import phrases

if TYPE_CHECKING:
    from rashomon.tokens import Token

# Verbs that want an object: one without, after its noun, is a passive without its auxiliary ("three men arrested in").
# By their grammar, not by what they tell: `deeds` has "murder" and "die" in one group.
NEEDS_OBJECT = frozenset(
    "abduct accuse acquit arraign arrest assassinate behead capture charge convict damage deport destroy detain "
    "evacuate execute extradite find hospitalise hospitalize impose imprison indict injure jail kidnap kill murder "
    "oust reach remand rescue rob sack seize sentence shoot stab suspend wound".split()
)
AFTER_PASSIVE = frozenset(
    ". , ; : ) across after along around as before behind beside between by dead during for from in inside near of on "
    "outside through to under when while with".split()
) | {""}


def passive(verb: Token) -> bool:
    """True for a participle that wants an object, has none, and stands before what may follow a passive."""
    after = verb.doc[verb.i + 1].lower_.strip() if verb.i + 1 < len(verb.doc) else ""
    held = verb.lemma_.lower() == "hold" and after not in ("", "on")
    held = held and any(_detainable(c) for c in phrases.children(verb, "nsubj"))
    if not held and verb.lemma_.lower() not in NEEDS_OBJECT:
        return False
    if after == "over":  # "sanctions imposed over", but not "killed over 20"
        return any(t.text[0].isalpha() for t in verb.doc[verb.i + 2 : verb.i + 3])
    return after in AFTER_PASSIVE


def _detainable(noun: Token) -> bool:
    """True for whom headlines have "held in Vell": not for "talks held in Vell"."""
    return noun.pos_ == "PROPN" or noun.lemma_.lower() in PEOPLE or noun.lemma_.lower().endswith(("er", "or"))
