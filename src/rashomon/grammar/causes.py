"""What is said to have caused a happening: "the fire was started by a spark", "the cause of the crash was fog".

Word lists are of lemmas; a second language is a second module of the same names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar import clauses, coordination, phrases
from rashomon.grammar.operators import negated, operators

if TYPE_CHECKING:
    from rashomon.tokens import Token

CAUSING = frozenset("cause trigger spark ignite provoke".split())
KINDLING = frozenset({"start", "set"})  # of a fire alone: one who starts a fight takes part in it
BURNING = frozenset("fire blaze inferno wildfire bushfire".split())
CAUSE = {"cause": "of", "reason": "for", "origin": "of", "source": "of"}
ARISING = frozenset("result stem arise originate".split())  # "from" what caused it
RESULT = frozenset("result consequence outcome product".split())  # "of" what caused it
LAID = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "put": "to"}  # "put the crash down to fog"
OWING = frozenset({"due", "because", "owing"})  # "due to", "because of"
TURNS = frozenset("end finish last open return start".split())  # of "due to end" no cause, whatever the tree says
OPEN = frozenset({"if", "would", "to"})  # operators of what nobody says was so
UNTOLD = frozenset({"WDT", "WP", "WRB", "PRP", "DT", "EX"})  # words that name no cause: "what caused it", "this did"
UNKNOWN = frozenset("unknown unclear mystery".split())


def causes(happening: Token) -> list[Token]:
    """The heads of what is told to have caused the happening of a noun, be it as fact or as what may be; [] where
    nobody says so, or somebody denies it."""
    found = _verbal(happening) or _nominal(happening)
    return [t for t in found if t.tag_ not in UNTOLD and t.lemma_.lower() not in UNKNOWN and t.i != happening.i]


def _verbal(happening: Token) -> list[Token]:
    """ "X caused the fire", "the fire was started by X", "a fire sparked by X", "X was to blame for the fire",
    "X was blamed for it"."""
    for verb in (happening.head, *_participles(happening)):
        lemma, over = verb.lemma_.lower(), verb == happening.head
        causing = lemma in CAUSING or (lemma in KINDLING and happening.lemma_.lower() in BURNING)
        if lemma == "blame" and over and clauses.case(happening) == "for" and not phrases.children(verb, "obj"):
            return [] if negated(verb) else coordination.subjects(verb)
        if verb.pos_ != "VERB" or not _told(verb):
            continue
        if over and lemma in LAID and happening.dep_ in ("obj", "nsubj:pass") and (laid := _laid(verb, happening)):
            return laid
        if causing and over and happening.stem == "obj":
            return [_whole(t) for t in coordination.subjects(verb)]
        if causing and (happening.dep_ == "nsubj:pass" or not over):
            return _beside(verb, "by")
        if lemma in ARISING and happening.stem == "nsubj":
            return _beside(verb, "from")
    return []


def _whole(noun: Token) -> Token:
    """ "The *killing* of a boy that sparked riots", with the clause hung on the boy."""
    while noun.stem == "nmod" and noun.i < noun.head.i + 6 and clauses.case(noun) == "of":
        noun = noun.head
    return noun


def _participles(happening: Token) -> list[Token]:
    """ "A fire *caused* by X"; after a verb hung on that: "they fled a fire *caused* by X"."""
    after = [c for c in phrases.children(happening.head, "advcl") if c.i == happening.i + 1]
    return [c for c in (*phrases.children(happening, "acl"), *after) if c.tag_ == "VBN"]


def _nominal(happening: Token) -> list[Token]:
    """ "The cause of the fire was X", "X was the cause of the fire", "the fire was the result of X", "was due to X"."""
    noun = happening.head
    if happening.stem == "nsubj" and phrases.children(noun, "cop") and _told(noun):
        if noun.lemma_.lower() in RESULT:
            return [
                t
                for c in phrases.children(noun, "nmod")
                if clauses.case(c) == "of"
                for t in coordination.coordinated(c)
            ]
        if clauses.case(noun) in OWING and noun.pos_ in phrases.NOUNS and noun.lemma_.lower() not in TURNS:
            return coordination.coordinated(noun)
    if happening.stem != "nmod" or CAUSE.get(noun.lemma_.lower()) != clauses.case(happening):
        return []
    if phrases.children(noun, "cop") and _told(noun):
        return coordination.subjects(noun)
    over = noun.head
    is_it = noun.stem == "nsubj" and over.pos_ in ("NOUN", "PROPN") and phrases.children(over, "cop")
    return coordination.coordinated(over) if is_it and not clauses.case(over) and _told(over) else []


def _laid(verb: Token, happening: Token) -> list[Token]:
    """ "Blamed the fire on X", whichever of the two the tree gives X to; of "put it to a vote" none."""
    if verb.lemma_ == "put" and not any(c.lower_ == "down" for c in verb.children):
        return []
    beside = (*phrases.children(verb, "obl"), *phrases.children(happening, "nmod"))
    found = (c for c in beside if c.i > happening.i and clauses.case(c) == LAID[verb.lemma_.lower()])
    return [t for c in found for t in coordination.coordinated(c)]


def _told(clause: Token) -> bool:
    return not (negated(clause) or OPEN & dict(operators(clause)).keys())


def _beside(verb: Token, case: str) -> list[Token]:
    """What stands beside a verb after *case*, or as its agent where that is "by"."""
    agent = case == "by"
    beside = [c for c in phrases.children(verb, "obl") if clauses.case(c) == case or (agent and c.dep_ == "obl:agent")]
    return [t for c in beside for t in coordination.coordinated(c)]
