"""A deed and the harm that it did, which are in one place at one time: "the May bombing in Vell left nine dead".

Word lists are English; a second language is a second module of the same names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases
from rashomon.grammar.role_words import HARMS, STRICKEN
from rashomon.lexicon import classes

if TYPE_CHECKING:
    from rashomon.tokens import Token

PAST = ("VBD", "VBN")


def harms(verb: Token) -> bool:
    """True for a verb of harm: "killed nine", "left nine dead", "left 300 homeless"."""
    if verb.pos_ != "VERB":
        return False
    lemma = verb.lemma_.lower()
    return bool(classes(lemma) & HARMS) or (lemma == "leave" and _stricken(verb))


def together(first: Token, second: Token) -> bool:
    """True for two verbs of one deed: "killed three and wounded six"; who "was shot and died" did so apart."""
    if not (harms(first) and harms(second)):
        return False
    one_form = first.tag_ == second.tag_ or (first.tag_ in PAST and second.tag_ in PAST)
    apart = second.lemma_.lower() in ("die", "succumb") and not phrases.children(second, "nsubj")
    return one_form and not apart and not phrases.children(second, "aux", "advmod", "mark")


def struck(deed: Token) -> Token | None:
    """The verb of what a deed was done to, which tells of the deed too: "the town was razed *by a quake*", and the one
    whose subject it is, where that is a verb of harm."""
    verb = deed.head
    if deed.stem == "nsubj" and deed.i < verb.i and harms(verb) and not clauses.passive(verb):
        return verb
    by = deed.stem == "obl" and clauses.case(deed) == "by" and verb.pos_ == "VERB" and clauses.passive(verb)
    return verb if by else None


def _stricken(verb: Token) -> bool:
    after = [c for c in verb.children if c.i > verb.i]
    near = [*after, *(c for noun in after for c in noun.children if c.dep_ in ("amod", "acl", "nmod"))]
    return any(t.lower_ in STRICKEN for t in near)
