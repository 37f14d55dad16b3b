"""What the word over an event says of it: "failed to sink", "averted a strike", "the threat of an attack".

Verbs, adjectives and nouns have signatures (Karttunen 1971, 2012): what follows for their complement where they are
affirmed, and where they are negated. "Managed to" implies that it did and "did not manage to" that it did not; "forced
her to" implies that she did, and "did not force her to" nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar.operators import UNREAL, WAS, operators
from rashomon.grammar.phrases import children
from rashomon.grammar.sign_words import (
    COMPELLED,
    EARLY,
    FAILED,
    FEARED,
    GOVERNOR,
    PASSED,
    PLANNED,
    SIGNATURES,
    SOUGHT,
    SOUGHT_FOR,
)

if TYPE_CHECKING:
    from rashomon.tokens import Token

OPEN, DONE = "00", "++"
PLAN, LIKELY = 1.9, 1.2  # the most that may be held of what is planned, and of what is wanted or feared
# Groups that have a clause after a preposition, as nouns before "to", and in the passive: "were made to".
WITH_PREPOSITION = SIGNATURES.keys() | {"wish", "try", "decide", "order"}
WITH_NOUN = frozenset({"try", "wish", "order", "permit", "decide", "fail", "refuse", "need", "likely"})
MADE = frozenset({"force", "order", "permit", "wish"})
GERUND = frozenset({"know", "try", "enjoy"})  # groups of which nothing is left open: "tried calling", "enjoyed reading"
BY_PREPOSITION = frozenset({"from", "of", "in", "at", "on"})  # "kept from landing", "succeeded in landing"
OF_NOUN = frozenset({"of", "for", "on"})


def governor(clause: Token) -> Token | None:
    """The word whose complement a clause is, by its tree or by its preposition: "plan to", "prevented from"."""
    head, relation = clause.head, clause.stem
    bare = clause.dep_ == "ccomp" and children(clause, "mark") and not children(clause, "nsubj", "expl")
    if clause.dep_ == "xcomp" or (bare and any(c.lower_ == "to" for c in children(clause, "mark"))):
        return head if head.pos_ in ("VERB", "ADJ", "NOUN") else None
    if relation not in ("advcl", "acl", "obl") or (clause.pos_ == "NOUN" and clause.tag_ != "VBG"):
        return None
    marks, groups = {c.lower_ for c in children(clause, "mark", "case")}, GOVERNOR.get(lemma(head), [])
    if "to" in marks:
        of_noun = relation == "acl" and head.pos_ == "NOUN" and not WITH_NOUN.isdisjoint(groups)
        passive = children(head, "aux:pass") and not MADE.isdisjoint(groups)
        return head if too(head) or of_noun or passive else None
    bent = not WITH_PREPOSITION.isdisjoint(groups) and clause.i > head.i
    return head if bent and marks & BY_PREPOSITION else None


def signature(clause: Token, over: Token) -> str:
    """What follows for a clause where the word over it is affirmed, and where it is negated: "+", "-" or "0" each."""
    groups = GOVERNOR.get(lemma(over), [])
    to = [c for c in clause.children if c.lower_ in ("to", "ta") and c.dep_ in ("mark", "aux")]
    if too(over):
        return "-+"
    if lemma(over) in PASSED and not to and not children(over, "obj"):
        return DONE
    if to and to[0].lower_ == "ta":
        return OPEN  # "you got ta see it"
    if lemma(over) in COMPELLED:
        return "+0" if past(over) else OPEN
    if "fail" not in groups and any(c.lower_ == "from" for c in children(clause, "mark", "case")):
        return SIGNATURES["prevent"]  # "kept the boat from sinking"
    known = next((SIGNATURES[g] for g in groups if g in SIGNATURES), None)
    if known is not None:
        return "0-" if "able" in groups and not past(over) else known
    return OPEN if to or not GERUND.issuperset(groups) else "+-"  # "pictures showed it sinking"


def undone(noun: Token) -> Token | None:
    """The word that says that the event or the plan of a noun came to nothing: "averted a *strike*", "abandoned its
    *plan* to"."""
    plan = lemma(noun) in GOVERNOR
    groups = GOVERNOR.get(lemma(noun.head), [])
    if plan and noun.stem == "nsubj" and lemma(noun.head) in FAILED:  # "a push to limit rights failed"
        return noun.head
    return noun.head if acted_upon(noun) and ("cancel" in groups or (plan and "abandon" in groups)) else None


def awaited(noun: Token) -> tuple[Token, float] | None:
    """The word over the noun of an event that leaves it open, and the most that may be held of it: "demanded a
    *strike*", "the threat of a *strike*"."""
    up, relation = noun.head, noun.stem
    case = {c.lower_ for c in children(noun, "case")}
    if lemma(noun) in GOVERNOR:  # "considered the *request*", which was made
        return None
    if (acted_upon(noun) and lemma(up) in SOUGHT) or (relation == "obl" and "for" in case and lemma(up) in SOUGHT_FOR):
        return up, PLAN
    of = relation == "nmod" and case & OF_NOUN
    if of and lemma(up) in PLANNED | FEARED:
        return up, PLAN if lemma(up) in PLANNED else LIKELY
    return None


def acted_upon(noun: Token) -> bool:
    """True for an object, one that the tree takes for an oblique without a preposition, or the subject of a passive."""
    bare = noun.stem == "obl" and noun.head.pos_ == "VERB" and not children(noun, "case")
    return noun.stem == "obj" or noun.dep_ == "nsubj:pass" or bare


def lemma(word: Token) -> str:
    """With the particle of a verb that the tables know with it: "call off"."""
    particles = (f"{word.lemma_.lower()} {c.lower_}" for c in children(word, "compound"))
    return next((w for w in particles if w in GOVERNOR), word.lemma_.lower())


def too(word: Token) -> bool:
    """True for "too weak", "too late", whose "to walk" did not come about."""
    return word.lower_ not in EARLY and any(c.lower_ == "too" for c in children(word, "advmod"))


def past(word: Token) -> bool:
    """True for what was: a verb in the past, or "was able"."""
    own = dict(operators(word)).keys()
    was = any(c.lower_ in WAS for c in children(word, "cop"))
    return (was or bool(own & {"past", "was done", "perfect", "did"})) and not own & UNREAL
