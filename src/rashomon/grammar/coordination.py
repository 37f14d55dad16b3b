"""Coordinated nouns: everyone who takes part where one does, whatever noun the tree hangs them on; and what coordinated
verbs share."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos"})
# Verbs that take no object from the verb after "and": "came and took the keys".
ALONE = frozenset(
    "act agree appear arrive come cry die disagree disappear emerge fall flee go happen kneel land laugh lie "
    "listen live look march occur react remain respond return rise run sail sit sleep smile speak stand stay "
    "stop talk travel try turn vote wait wake walk work".split()
)
LISTING = frozenset({",", ";", "and", "or", "&", "/", "(", "—", "–"})


def subjects(verb: Token) -> list[Token]:
    """Everyone who is the subject of a verb, those told of as "along with" it too."""
    noun = clauses.subject(verb)
    if noun is None:
        return []
    return list(dict.fromkeys((*coordinated(noun), *_company(verb, noun))))


def objects(verb: Token, oblique: Container[str]) -> list[Token]:
    """The direct objects of a verb, none with a case in *oblique*; for "seized and burned the station" both verbs have
    that of the second."""
    found = [c for c in phrases.children(verb, "obj") if clauses.case(c) not in oblique]
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if found or len(after) < 2 or after[0].dep_ != "cc" or verb.lemma_.lower() in ALONE:
        return found
    second = after[1]
    if second.dep_ != "conj" or second.head != verb or phrases.children(second, "nsubj", "aux"):
        return []
    return [c for c in phrases.children(second, "obj") if c.i > second.i and clauses.case(c) not in oblique]


def coordinated(noun: Token) -> list[Token]:
    """A noun and those coordinated with it or with its apposition ("his counterpart, Rouhani, and the Leader")."""
    named = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i]
    found = [c for n in (noun, *named) for c in n.children if c.dep_ == "conj" and c.i > n.i and _listed(c)]
    up = noun.head
    beside = [c for c in up.children if c.i > noun.i and phrases.base(c.dep_) in NOUNS and up.i != noun.i]
    beside = [c for c in beside if not c.left_edge.i < up.i < c.i]  # a word astray before the verb: of another noun
    found += [c for c in beside if _joined(c) and (c.dep_ == noun.dep_ or c.left_edge.dep_ == "cc")]
    found += _astray(noun)
    whole = next((c for c in beside if c.dep_ == noun.dep_ and _names(noun, c)), noun)
    return [whole, *(c for c in found if c.pos_ in clauses.NOMINAL)]


def _astray(noun: Token) -> list[Token]:
    """ "Oro and Vell welcomed a pact of Sella", with Vell hung on Sella: nothing is coordinated with what comes
    after it."""
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 2]
    return [t.head for t in after if t.dep_ == "cc" and t.head.dep_ == "conj" and t.i < t.head.i < t.head.head.i]


def _names(first: Token, second: Token) -> bool:
    """ "U.S. President Oro", left as two nouns: the second is meant."""
    return first.pos_ == second.pos_ == "PROPN" and second.left_edge.i == first.i + 1 and not clauses.case(second)


def _listed(noun: Token) -> bool:
    """True for a noun right after a comma or "and": one further on is coordinated by mistake."""
    first = noun.left_edge
    before = max(first.i - 1, 0)
    while before and noun.doc[before].pos_ in ("ADV", "ADP"):  # "but also in Sella"
        before -= 1
    return any(t.dep_ == "cc" or t.text in LISTING for t in (first, noun.doc[before]))


def _joined(noun: Token) -> bool:
    """True for a noun right after "and", which a parser may leave beside the noun that it is coordinated with."""
    first = noun.left_edge
    return first.dep_ == "cc" or (first.i > 0 and noun.doc[first.i - 1].dep_ == "cc" and not clauses.case(noun))


def _company(verb: Token, noun: Token) -> list[Token]:
    """ "the army, along with its allies, attacked": the allies."""
    beside = [*phrases.children(noun, "nmod"), *(c for c in phrases.children(verb, "obl") if c.i < verb.i)]
    found = []
    for c in beside:
        begin = max(c.left_edge.i - 1, 0)
        words = [t.lower_ for t in c.doc[begin : begin + 3]]
        if "with" in words and {"along", "together"} & set(words):
            found += coordinated(c)
    return found
