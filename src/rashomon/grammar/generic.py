"""Happenings of a kind, of which none is told: "a magnitude 6 quake can cause damage", "prone to frequent earthquakes".

Word lists are of lemmas or forms; a second language is a second module of the same names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar import phrases

if TYPE_CHECKING:
    from rashomon.tokens import Token

MODALS = frozenset("can could may might would should must 'd ’d".split())
HABITS = frozenset(
    "always usually often sometimes normally generally typically regularly frequently commonly rarely".split()
)
# "prone to quakes", "a risk of floods", "a history of attacks"
LIABLE = frozenset("prone vulnerable susceptible liable exposed accustomed used resistant".split())
RISKS = frozenset("risk danger threat possibility chance likelihood probability fear".split())
NEAR = 3  # words before a noun that may belong to it
INDEFINITE = frozenset("a an any every".split())
DEFINITE = frozenset("the this that these those another such".split())  # such and another lean on one that was told


def word_of_kind(noun: Token) -> Token | None:
    """The word that makes the happening of a bare or indefinite noun one of a kind: a modal, a word of habit over its
    clause, or what one is prone to or at risk of; None for a happening that is told."""
    if not _indefinite(noun):
        return None
    over = noun.head
    acts = noun.stem == "nsubj" or any(c.lower_ == "by" for c in phrases.children(noun, "case"))
    if acts and over.pos_ in ("VERB", "AUX"):
        auxiliaries = phrases.children(over, "aux", "cop")
        if any(a.lemma_ == "have" for a in auxiliaries):
            return None  # "a blast may have killed ten": it went off
        modal = next((a for a in auxiliaries if a.lower_ in MODALS), None)
        present = over.tag_ in ("VB", "VBP", "VBZ") or any(a.tag_ in ("VBP", "VBZ") for a in auxiliaries)
        habit = next((a for a in phrases.children(over, "advmod") if a.lower_ in HABITS), None)
        if modal or (habit and present):
            return modal or habit
    # beside it, as the trees of "prone to frequent quakes" differ
    return next((t for t in _before(noun) if t.lower_ in LIABLE or t.lemma_.lower() in RISKS), None)


def _indefinite(noun: Token) -> bool:
    """True for a noun in the plural or with "a": what a clause or a time says more of has been told."""
    if phrases.children(noun, "nmod:poss", "acl", "nmod:tmod"):
        return False
    words = [t.lower_ for t in _before(noun)]
    if not DEFINITE.isdisjoint(words) or any(t.tag_ == "POS" for t in _before(noun)):
        return False
    return noun.tag_ in ("NNS", "NNPS") or not INDEFINITE.isdisjoint(words)


def _before(noun: Token) -> tuple[Token, ...]:
    """The words of its sentence right before a noun."""
    return noun.doc[max(noun.sent.start, noun.i - NEAR) : noun.i]
