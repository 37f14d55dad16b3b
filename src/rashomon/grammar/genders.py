"""The genders of the persons of an account: by name and title, else by how the account explains them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.called import called
from rashomon.grammar.discourse import Discourse, subject, top
from rashomon.grammar.gender import gender, of_noun

if TYPE_CHECKING:
    from rashomon.tokens import Token


def genders(at: Discourse) -> dict[str, str]:
    """{person: "f", "m" or "" where nothing tells}. "Oro, a mother of two" and "Oro, who lost her son" are women."""
    out = {n.entity: gender(n.entity, n.titles) for n in at.names if n.kind == "person"}
    for name in at.names:
        if out.get(name.entity) == "":
            head = phrases.head_of(phrases.inside(at.doc, name.span))
            told = {*map(of_noun, called(at, name)), *(_bound(top(head)) if head is not None else ())} - {""}
            out[name.entity] = told.pop() if len(told) == 1 else ""
    return out


def _bound(head: Token) -> Iterator[str]:
    """The gender of what is the person's own in a clause about who it is: "who lost her son"."""
    for clause in phrases.children(head, "acl:relcl"):
        who = subject(clause)
        owned = phrases.children(clause, "obj", "obl") if who is not None and who.lower_ == "who" else []
        owners = (c.lower_ for noun in owned for c in phrases.children(noun, "nmod:poss"))
        yield from ("f" if owner in people.FEMALE else "m" for owner in owners if owner in ("his", "her"))
