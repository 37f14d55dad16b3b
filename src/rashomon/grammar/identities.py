"""Who somebody is, told by a name for what they are: "the gunman was Ana Oro", "identified the pilot as Ana Oro".

Word lists are of lemmas; a second language is a second module of the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.common_nouns import PEOPLE
from rashomon.grammar import clauses, coordination, people, phrases, places

if TYPE_CHECKING:
    from rashomon.tokens import Token

IDENTIFYING = frozenset("identify name unmask".split())  # "as" whom
SOMEBODY = PEOPLE | people.PERSONAL | people.HUMANS
KNOWN = frozenset({"DT", "PRP$"})


@dataclass(frozen=True, slots=True)
class Identity:
    """The noun for what somebody is, who that is, and the word of which it is said how sure that is."""

    role: Token
    who: tuple[Token, ...]
    told: Token


def identity(token: Token, kind: Mapping[int, str]) -> Identity | None:
    """Whom a name after a copula or a verb of identifying stands for; None for other words.

    *kind* is the kind of the name that a word is in, by index.
    """
    if kind.get(token.i) == "person" and phrases.children(token, "cop"):
        role = next((c for c in phrases.children(token, "nsubj") if c.i < token.i), None)
        return _of(role, token, token, kind)
    if token.pos_ != "VERB" or token.lemma_.lower() not in IDENTIFYING:
        return None
    undergone = clauses.subject(token) if clauses.passive(token) else _object(token)
    if undergone is None:
        return None
    beside = (*phrases.children(token, "obl", "xcomp"), *phrases.children(undergone, "nmod"))
    other = next((c for c in beside if c.i > token.i and clauses.case(c) == "as"), None)
    if other is None:
        return None
    return _of(undergone, other, token, kind) or _of(other, undergone, token, kind)


def _object(verb: Token) -> Token | None:
    """Whom it identifies, however the tree hangs them before "as"."""
    beside = (c for c in phrases.children(verb, "obj", "xcomp") if c.i > verb.i and not clauses.case(c))
    return next(beside, None)


def _of(role: Token | None, who: Token, told: Token, kind: Mapping[int, str]) -> Identity | None:
    """None unless the first is a noun for one known person and the second a name."""
    if role is None or role.pos_ != "NOUN" or role.i in kind or kind.get(who.i) != "person":
        return None
    known = any(c.tag_ in KNOWN or c.dep_ == "nmod:poss" for c in (*role.children, role.doc[max(role.i - 1, 0)]))
    named = [t for t in coordination.coordinated(who) if kind.get(t.i) == "person"]
    return Identity(role, tuple(named or [who]), told) if known and _person(role) else None


def _person(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in SOMEBODY or lemma.endswith(("man", *places.AGENTS))
