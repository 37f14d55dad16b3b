"""Which words tell an event, by their form and by how sure the model's event head is of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases
from rashomon.lexicon import classes

if TYPE_CHECKING:
    from rashomon.tokens import Token

NOUN_EVENT = 0.5  # least probability of the event head for a noun
VERB_EVENT = 0.2
PREPOSITIONS = frozenset({"according", "concerning", "excluding", "following", "including", "regarding"})
# Nouns beside verbs of happenings.
THINGS = frozenset("bar block bomb convict jail level prison shell station store".split())
DERIVED = ("tion", "sion", "ment", "ing", "al", "ance", "ence", "ure", "ack")
# Nouns that tell a happening of no class of its own.
HAPPENINGS = frozenset(
    "battle blackout blockade bloodshed boycott brawl carnage celebration ceremony clash closure combat concert "
    "conference crackdown curfew cut debate departure dispute exit exodus festival fight fighting flyover hearing hunt "
    "inauguration layoff lockdown manhunt melee mutiny outage outbreak parade pilgrimage poisoning procession rampage "
    "reduction referendum search shutdown siege skirmish spill stampede standoff transplant tsunami vigil violence "
    "war".split()
)
# What is there for a happening without one having to be: "riot police", "a rescue team".
STANDING = frozenset(
    "brigade crew department engine equipment gear officer police service shelter squad station team truck unit "
    "veteran vest worker".split()
)
PREPOSITIONAL = {"look": "into"}  # verbs that are another with this preposition
AILMENTS = frozenset("anxiety asthma heart panic".split())  # an attack of one of these is by nobody
UNDERGOERS = frozenset({"displaced", "injured", "wounded"})  # "the injured"


def is_noun(noun: Token, probability: float) -> bool:
    """True for a noun of the lexicon of actions, or one that the model marks and whose form says "act of"."""
    lemma = noun.lemma_.lower()
    thing = lemma in THINGS and not noun.lower_.endswith("ing")
    standing = noun.dep_ == "compound" and noun.head.lemma_.lower() in STANDING
    ailing = lemma == "attack" and any(c.lower_ in AILMENTS for c in phrases.children(noun, "compound"))
    if noun.pos_ != "NOUN" or thing or standing or ailing:
        return False
    marked = probability >= NOUN_EVENT and lemma.endswith(DERIVED)
    return marked or lemma in HAPPENINGS or bool(classes(lemma))


def is_verb(verb: Token, probability: float) -> bool:
    """True for a verb that the model marks or that has who or what takes part; not for "following the attack"."""
    if verb.lower_ in PREPOSITIONS and not phrases.children(verb, "nsubj", "aux", "conj"):
        return False
    if is_people(verb):
        return False
    joined = verb.stem == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == verb.head.tag_  # "shot and killed two"
    return probability >= VERB_EVENT or joined or bool(phrases.children(verb, "nsubj", "obj"))


def is_people(participle: Token) -> bool:
    """True for a participle that stands for those whom it tells of: "ferried the injured to Vell"."""
    article = any(c.lower_ == "the" for c in phrases.children(participle, "det"))
    return participle.lower_ in UNDERGOERS and article and not phrases.children(participle, "nsubj", "aux")


def predicate(word: Token) -> str:
    """The lemma of a verb with its particle, "call off", or with what it makes of something, "make public"; of another
    word its lemma."""
    beside = (c for c in word.children if c.dep_ == "compound" and c.pos_ == "ADP")
    particle = next((c.lower_ for c in beside), "") if word.pos_ == "VERB" else ""
    lemma = word.lemma_.lower() or word.lower_
    if lemma in PREPOSITIONAL and any(clauses.case(c) == PREPOSITIONAL[lemma] for c in word.children):
        particle = PREPOSITIONAL[lemma]
    elif lemma == "make":
        objects = phrases.children(word, "obj")
        after = (c for o in objects for c in phrases.children(o, "amod") if c.i > o.i and not list(c.children))
        particle = next((c.lower_ for c in (*phrases.children(word, "xcomp"), *after) if c.pos_ == "ADJ"), particle)
    return f"{lemma} {particle}" if particle else lemma
