"""Who takes part in a clause by its tree: subjects, shared and controlled ones too, and coordinated nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = ("NOUN", "PROPN", "PRON")
CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis"})


def opens(token: Token) -> bool:
    """True for the head of a clause under another."""
    return phrases.base(token.dep_) in CLAUSES


def subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, its controller's or coordinated verb's, or the noun that a clause modifies."""
    at = verb
    for _ in range(4):
        own = phrases.children(at, "nsubj") or _misplaced(at)
        if own:
            noun = own[0]
            if noun.lower_ in ("who", "which", "that") and phrases.base(at.dep_) == "acl":
                return at.head
            return noun
        if at.dep_ in ("conj", "xcomp", "parataxis") or (at.dep_ == "advcl" and at.tag_ == "VBG"):
            if at.head.pos_ not in ("VERB", "AUX", "ADJ"):
                return None
            if at.dep_ == "xcomp":
                objects = phrases.children(at.head, "obj", "iobj")
                if objects:
                    return objects[0]
            at = at.head
        elif phrases.base(at.dep_) == "acl":
            if at.tag_ == "VB":  # "his desire to meet"
                return next(iter(phrases.children(at.head, "nmod:poss")), None)
            return at.head if at.tag_ in ("VBN", "VBG") or "relcl" not in at.dep_ else None
        else:
            return None
    return None


def _misplaced(verb: Token) -> list[Token]:
    """A subject that the parser hung on the object: an apposition does not stand before the verb of its noun."""
    return [c for noun in phrases.children(verb, "obj") for c in noun.children if c.dep_ == "appos" and c.i < verb.i]


def coordinated(noun: Token) -> list[Token]:
    """A noun and those coordinated with it or with its apposition ("his counterpart, Rouhani, and the Leader")."""
    named = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i]
    return [noun, *(c for n in (noun, *named) for c in n.children if c.dep_ == "conj" and c.pos_ in NOMINAL)]
