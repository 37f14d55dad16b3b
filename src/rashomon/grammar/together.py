"""What is told as of the time of another verb: in "when he boasted in May, they laughed" both did so in May."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases
from rashomon.types import Argument

if TYPE_CHECKING:
    from spacy.tokens import Token

AT_ONCE = frozenset({"as", "when", "while"})  # what begins a clause of the same time
EDGES = frozenset("after before by from since till until".split())  # before a time that is not the verb's own
SIMPLE_PAST = frozenset({"did", "was", "were"})


def lent(verb: Token, days: Mapping[int, Sequence[tuple[Token, Argument]]]) -> list[Argument]:
    """The times of another verb that are those of *verb* too, [] for none: of the verb of a clause with "when", "while"
    or "as", or of the one it stands under; of the first of several verbs, where it stands before that one's subject
    ("On Friday he resigned and left"). All are in the simple past.

    *days* are the heads and arguments of the times of each verb, by its index.
    """
    if not _simple_past(verb):
        return []
    above = verb.head
    together = [above] if phrases.base(verb.dep_) in ("advcl", "acl") and _at_once(verb) else []
    together += [c for c in phrases.children(verb, "advcl") if _at_once(c)]
    for other in together:
        if _simple_past(other) and (found := [a for head, a in days.get(other.i, ()) if not _is_edge(head)]):
            return found
    if verb.dep_ != "conj" or not _simple_past(above):
        return []
    first = min((c.i for c in phrases.children(above, "nsubj")), default=above.i)
    return [a for head, a in days.get(above.i, ()) if head.i < first and not _is_edge(head)]


def _is_edge(time: Token) -> bool:
    """True for the edge of a stretch: "since May"."""
    return clauses.case(time) in EDGES


def _at_once(verb: Token) -> bool:
    marks = phrases.children(verb, "mark", "advmod")
    return any(c.lower_ in AT_ONCE and c.i < verb.i for c in marks)


def _simple_past(verb: Token) -> bool:
    if verb.pos_ != "VERB":
        return False
    helping = {c.lower_ for c in phrases.children(verb, "aux")}
    if verb.tag_ == "VBN" and not helping and verb.dep_ == "conj":
        return _simple_past(verb.head)  # "was held and charged"
    return helping <= SIMPLE_PAST and (verb.tag_ == "VBD" or bool(helping))
