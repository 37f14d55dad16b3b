"""Which nouns tell where an event is, by their word, their preposition and the verb or noun of the event.

Lists are of lemmas in lower case; a second language is a second module of the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases
from rashomon.lexicon import PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset(
    """aboard across around at from in inside into near off on onto out outside over through throughout to toward
    towards within""".split()
)
# "to" a body after one of these is where it is.
GOING = frozenset(
    """arrival arrive drive flee flight fly go head journey march return route rush sail tour travel trip visit voyage
    way""".split()
)
# Verbs of motion and of bringing: "to" and "from" a common noun are places beside one of these.
MOTION = frozenset(
    """arrive ascend board bring bus carry climb come crash cross deport depart descend dive drive drop enter escape
    evacuate evict extradite fall fire flee flock fly go head hurry journey kick boot land launch leave march migrate
    move pull ride remove rescue return run rush sail send ship swim swarm take transfer travel visit walk withdraw
    plunge welcome invite summon""".split()
)
PERIODS = frozenset("decade day month season weekend week year night morning evening time".split())
HEADING = frozenset({"leave", "depart", "head", "sail", "bind", "bound"})  # "for" the place
SITES = frozenset(
    """airport airspace airstrip alley apartment area arena atoll avenue bakery bank bar barracks base basement bay
    bazaar beach block border bridge building bunker cafe camp campus canal capital castle cathedral cave cell cellar
    cemetery centre center checkpoint church cinema city clinic club coast coastline college compound continent
    cottage country county courthouse courtroom crossing dam debris desert district dock east embassy entrance estate
    factory farm ferry field flat floor forest fort front frontline frontier garage garden gate gallery gym
    gymnasium hall hallway hangar harbour harbor headquarters highway hill hillside home hospital hostel hotel house
    intersection island jail junction jungle kindergarten kitchen lab laboratory lake mall mansion market
    marketplace mine monastery mosque motel motorway mountain mountainside museum neighbourhood neighborhood
    nightclub north northeast northwest ocean office outskirts palace park peninsula pad pier plain plant plaza pond
    pool port prison province pub quarry quarter railway ranch region residence resort restaurant river riverbank road
    room rooftop roof route rubble ruin runway school sea seabed shed shelter shop shore shrine side site slope slum
    south southeast southwest square stadium station stop store street studio suburb subway supermarket synagogue temple
    tent terminal territory theatre theater tower town track trench tunnel university valley venue village villa
    warehouse water west woods wood workshop world wreckage yard zone""".split()
)
VEHICLES = frozenset("aircraft boat bus car ferry flight helicopter jet plane ship train truck van vessel".split())
SCENES = frozenset("area location scene site zone".split())  # after a noun of an event: where it is
# "in front of the gate": what counts is the gate.
PART = frozenset({"front", "heart", "middle", "centre", "center", "outskirts", "vicinity"})
BEARINGS = frozenset("north south east west northeast northwest southeast southwest".split())
# Of these a preposition with many other meanings tells where: "on the road", but not "reported on the country".
SURFACES = VEHICLES | frozenset(
    """beach border bridge campus coast farm frontline ground highway hill hillside island motorway mountain outskirts
    peninsula river road roof rooftop runway shore side slope square street track""".split()
)
LEFT = ("from", "off", "out", "out of")
AGENTS = ("er", "or", "ist", "ian", "ant")  # endings of nouns for people
ENCLOSING = ("outside", "inside", "near")  # these tell where whatever the noun
INSIDE = ("across", "at", "in", "inside", "near", "outside")


def tells_where(noun: Token, case: str, event: str, kind: Mapping[int, str]) -> bool:
    """True for a noun that after this preposition tells where an event is.

    *event* is the lemma of its verb or noun, *kind* the kind of the name that a word is in, by index.
    """
    noun = whole(noun)
    own, named = noun.lemma_.lower(), kind.get(noun.i)
    if noun.pos_ not in ("NOUN", "PROPN") and named != "place":
        return False
    if case == "for":
        return event in HEADING and (named == "place" or own in SITES)
    if case not in PLACES or (event == "sentence" and own in ("prison", "jail")):
        return False
    if named == "place":
        return True
    if named == "person" or own in PERIODS:
        return False
    if noun.pos_ == "PROPN" and (
        (case == "to" and event in GOING and named in (None, "organisation"))
        or (case == "at" and named in (None, "other"))
    ):
        return True
    if own in SITES or own in VEHICLES:
        if case in ("to", "from", "off", "out", "over"):
            return event in MOTION or event in GOING
        return case != "on" or own in SURFACES
    if case in ENCLOSING and noun.pos_ == "NOUN":  # "outside the parliament"
        return True
    thing = noun.tag_ == "NN" and not own.endswith(AGENTS)  # "from a shaft in Vell", not "from friends in Vell"
    moved = case in LEFT and event in MOTION and thing
    within = (c for c in phrases.children(noun, "nmod") if clauses.case(c) in INSIDE)  # "a celebration in Sella"
    held = case in (*INSIDE, "into") and (own not in PEOPLE or case == "at")  # "at a court in Vell"
    return (held or (moved and own not in PEOPLE)) and any(kind.get(c.i) == "place" for c in within)


def whole(noun: Token) -> Token:
    """What a part is of: "in front of the *gate*", "the vicinity of *Vell*"; other nouns are their own."""
    if noun.lemma_.lower() not in PART:
        return noun
    return next((c for c in phrases.children(noun, "nmod") if clauses.case(c) == "of"), noun)


def bearing(adverb: Token) -> bool:
    """True for a direction from somewhere: "2,000 km east of Cape Oro"."""
    return adverb.lower_ in BEARINGS and any(clauses.case(c) == "of" for c in phrases.children(adverb, "obl", "nmod"))
