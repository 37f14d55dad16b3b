"""Coordinated nouns: everyone who takes part where one does, whatever noun the tree hangs them on; and what coordinated
verbs share."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases, strays

if TYPE_CHECKING:
    from rashomon.tokens import Token

NOUNS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos"})
# Verbs that take no object from the verb after "and": "came and took the keys".
ALONE = frozenset(
    "act agree appear arrive come cry die disagree disappear emerge fall flee go happen kneel land laugh lie "
    "listen live look march occur react remain respond return rise run sail sit sleep smile speak stand stay "
    "stop talk travel try turn vote wait wake walk work".split()
)
NAMES = ("NNS", "NNP", "NNPS")  # "Serbs and ethnic Albanians", with the last taken for an adjective
SEATS = frozenset("area capital city county district island port province region state town valley village".split())
NEAR = 6  # words after a verb in which the head of its object stands
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
    found = [c for c in _taken(verb) if clauses.case(c) not in oblique]
    found = [c for c in found if c.tag_ != "PRP$" and c not in strays.fronted(verb)]
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if found or len(after) < 2 or after[0].dep_ != "cc" or verb.lemma_.lower() in ALONE:
        return found
    second = after[1]
    if second.dep_ != "conj" or second.head != verb or phrases.children(second, "nsubj", "aux"):
        return []
    return [c for c in phrases.children(second, "obj") if c.i > second.i and clauses.case(c) not in oblique]


def _taken(verb: Token) -> list[Token]:
    """The objects of a verb, those among them that the tree hangs on an earlier verb of its row; of "seized and burned
    the station" both verbs take it."""
    above = [h for h in dict.fromkeys((verb.head, verb.head.head)) if h != verb]
    found = [c for h in (verb, *above) for c in phrases.children(h, "obj")]
    found += [c for c in verb.doc[verb.i + 1 : verb.i + NEAR] if strays.cut_off(c) == verb]
    if (second := strays.second_subject(verb)) is not None:
        return [second]
    takers = [(c, strays.cut_off(c) or strays.taker(c)) for c in found]
    return [c for c, v in takers if v == verb or (c.head == verb == v.head and v.i == verb.i + 2 and v.dep_ == "conj")]


def coordinated(noun: Token) -> list[Token]:
    """A noun and those coordinated with it or with its apposition ("his counterpart, Rouhani, and the Leader")."""
    up = noun.head
    beside = [c for c in up.children if c.i > noun.i and c.stem in NOUNS and up.i != noun.i]
    whole = next((c for c in beside if c.dep_ == noun.dep_ and _names(noun, c)), noun)
    named = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i]
    heads = dict.fromkeys((noun, whole, *named))
    found = [c for n in heads for c in _joined_to(n)]
    found += [c for c in beside if _joined(c) and (c.dep_ == noun.dep_ or c.left_edge.dep_ == "cc")]
    further = [c for c in beside if c.dep_ == noun.dep_ and _goes_on(noun, c)] + [c for c in named if _goes_on(noun, c)]
    found += [t for c in further for t in (c, *(d for d in c.children if d.dep_ == "conj" and _listed(d)))]
    found += _astray(whole, clauses.case(noun))
    found = [c for c in found if c.pos_ in phrases.NOMINAL or c.tag_ in NAMES]
    plain = noun.stem in ("nsubj", "obj")  # of "Oro, aged 24 and from Vale" Oro alone
    return [whole, *(c for c in found if not (plain and clauses.case(c) in ("from", "of")))]


def _joined_to(noun: Token) -> list[Token]:
    """What is coordinated with a noun, and with that in turn: "Oro, as well as Vell, Sella and Karsa"."""
    own = [c for c in noun.children if c.dep_ == "conj" and c.i > noun.i and _listed(c)]
    return [t for c in own for t in (c, *_joined_to(c))]


def _astray(noun: Token, case: str) -> list[Token]:
    """ "Oro and Vell welcomed a pact of Sella", with Vell hung on Sella: nothing is coordinated with what comes
    after it. "Between" always has two."""
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 2]
    joined = [t.head for t in after if t.dep_ == "cc" and t.i < t.head.i]
    if case == "between":
        return [t for t in joined if t.stem not in ("nsubj", "root")]
    return [t for t in joined if t.dep_ == "conj" and t.i < t.head.i]


def _names(first: Token, second: Token) -> bool:
    """ "U.S. President Oro", "the capital Oro", left as two nouns: the second is meant."""
    edge = second.left_edge
    together = edge.i == first.i + 1 and edge.pos_ in ("NOUN", "PROPN") and not clauses.case(second)
    return second.pos_ == "PROPN" and (first.pos_ == "PROPN" or first.lemma_ in SEATS) and together


def _listed(noun: Token) -> bool:
    """True for a noun right after a comma or "and": one further on is coordinated by mistake."""
    first = noun.left_edge
    before = max(first.i - 1, 0)
    while before and noun.doc[before].pos_ in ("ADV", "ADP"):  # "but also in Sella"
        before -= 1
    return any(t.dep_ == "cc" or t.text in LISTING for t in (first, noun.doc[before]))


def _goes_on(first: Token, second: Token) -> bool:
    """ "Ana, Luz and Oro", with Luz beside Ana or as another name of hers: the second of a list that ends in "and"."""
    at, after = second.left_edge.i - 1, second.doc[second.right_edge.i + 1 : second.right_edge.i + 2]
    comma = at > 0 and second.doc[at].text == "," and first.i < at and second.doc[at - 1] in first.subtree
    if second.dep_ == "appos":  # "Ana, the mayor and founder" is one
        return comma and first.pos_ == second.right_edge.pos_ == "PROPN" and any(t.dep_ == "cc" for t in after)
    return comma and any(c.dep_ == "conj" and c.left_edge.dep_ == "cc" for c in second.children)


def _joined(noun: Token) -> bool:
    """True for a noun right after "and", which a parser may leave beside the noun that it is coordinated with."""
    first = noun.left_edge
    return first.dep_ == "cc" or (first.i > 0 and noun.doc[first.i - 1].dep_ == "cc" and not clauses.case(noun))


def _company(verb: Token, noun: Token) -> list[Token]:
    """ "the army, along with its allies, attacked": the allies; "rebels, including Oro, fled": Oro."""
    beside = [*phrases.children(noun, "nmod"), *(c for c in phrases.children(verb, "obl") if c.i < verb.i)]
    found = []
    for c in beside:
        begin = max(c.left_edge.i - 1, 0)
        words = [t.lower_ for t in c.doc[begin : begin + 3]]
        if clauses.case(c) == "including" or ("with" in words and {"along", "together"} & set(words)):
            found += coordinated(c)
    return found
