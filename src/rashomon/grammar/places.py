"""Which nouns tell where an event is, by their word, their preposition and the verb or noun of the event.

Lists are of lemmas in lower case; a second language is a second module of the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from rashomon.countries import countries
from rashomon.grammar import clauses, phrases
from rashomon.lexicon import PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset(
    """aboard above across along alongside around at behind below beneath beside down from in inside into near next off
    on onto opposite out outside over past through throughout to toward towards under underneath up within""".split()
)
# "to" a body after one of these is where it is.
GOING = frozenset(
    """arrival arrive drive flee flight fly go head journey march return route rush sail tour travel trip visit voyage
    way""".split()
)
# Verbs of motion and of bringing: "to" and "from" a common noun are places beside one of these.
MOTION = frozenset(
    """arrive ascend board boot bring bus carry cascade chase climb come crash crawl cross deport depart descend dive
    drag drift drive drop enter escape evacuate evict extradite fall fire flee flock flow fly go head hurry invite
    journey kick land launch leave march migrate move plunge pour pull race ride remove rescue return roll run rush sail
    send ship slide slip speed spill stream stroll summon swarm swim take transfer travel tumble visit walk wander
    welcome withdraw""".split()
)
PERIODS = frozenset("decade day month season weekend week year night morning evening time".split())
HEADING = frozenset({"leave", "depart", "head", "sail", "bind", "bound"})  # "for" the place
SITES = frozenset(
    """airport airspace airstrip alley apartment area arena assembly atoll avenue backyard bakery balcony ballpark bank
    bar barracks base basement bathroom bay bazaar beach bedroom block border boulevard bridge building bunker cabin
    cafe camp campus canal canyon capital casino castle cathedral cave cell cellar cemetery centre center checkpoint
    church cinema city classroom cliff clinic club coast coastline college compound congress consulate continent
    corridor cottage countryside country county court courthouse courtroom courtyard creek crossing dam debris desert
    district ditch dock dormitory driveway east embassy encampment entrance estate factory farm ferry field
    flat floor forest fort front frontline frontier garage garden gate gallery glacier gym gymnasium hall hallway hangar
    harbour harbor headquarters highway hill hillside home hospital hostel hotel house intersection island jail junction
    jungle kindergarten kitchen lab laboratory lake laundromat lobby mall mansion market marketplace marsh meadow mine
    monastery mosque motel motorway mountain mountainside museum neighbourhood neighborhood nightclub north northeast
    northwest ocean office outskirts palace park parliament pavement peninsula pad pharmacy pier plain plant plateau
    playground plaza pond pool porch port prison province pub quarry quarter railway ranch ravine reef region residence
    resort restaurant ridge rink river riverbank road room rooftop roof route rubble ruin runway scene school sea seabed
    seaside senate settlement shed shelter shop shore shrine side sidewalk site slope slum south southeast southwest
    square stadium station stop store strait street studio suburb subway supermarket swamp synagogue temple tent
    terminal territory theatre theater tower town track trench tunnel university valley venue village villa warehouse
    waterfront water west wilderness woods wood workshop world wreckage yard zone""".split()
)
VEHICLES = frozenset(
    "aircraft boat bus car ferry flight helicopter jet plane ship spacecraft spaceship train truck van vessel".split()
)
SCENES = frozenset("area location scene site zone".split())  # after a noun of an event: where it is
# "in front of the gate": what counts is the gate.
PART = frozenset(
    "centre center corner couple dozen edge foot front handful heart hundred middle number outskirts part round series "
    "spate string thousand total vicinity wave".split()
)
BEARINGS = frozenset("north south east west northeast northwest southeast southwest".split())
# Of these a preposition with many other meanings tells where: "on the road", but not "reported on the country".
SURFACES = VEHICLES | frozenset(
    """beach border boulevard bridge campus coast farm frontline ground highway hill hillside island motorway mountain
    outskirts pavement peninsula river road roof rooftop runway shore side sidewalk slope square street track""".split()
)
SHORES = frozenset({"cape", "coast", "island", "peninsula", "shore"})  # "off" which a thing may be
LEFT = ("from", "off", "out", "out of")
AGENTS = ("er", "or", "ist", "ian", "ant")  # endings of nouns for people
ENCLOSING = ("alongside", "beside", "inside", "near", "next", "outside")  # these tell where whatever the noun
SENT = frozenset(
    "advice aid appeal call help instruction letter message order permission pressure report request support".split()
)  # what comes "from" a place or body without the act being there: "left on orders from Vell"
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
    if case == "off" and own in SHORES:
        return True
    if own in VEHICLES and case in ("in", "on", "by") and (event in MOTION or event in GOING):
        return False  # "left in a small plane"
    if own in SITES or own in VEHICLES:
        if case in ("down", "from", "off", "out", "over", "to", "up"):
            return event in MOTION or event in GOING
        return case != "on" or own in SURFACES
    if case in ENCLOSING and noun.pos_ == "NOUN":  # "outside the parliament"
        return True
    thing = noun.tag_ == "NN" and not own.endswith(AGENTS)  # "from a shaft in Vell", not "from friends in Vell"
    moved = case in LEFT and event in MOTION and thing
    within = (c for c in phrases.children(noun, "nmod") if clauses.case(c) in INSIDE)  # "a celebration in Sella"
    held = case in (*INSIDE, "into") and (own not in PEOPLE or case == "at")  # "at a court in Vell"
    return (held or (moved and own not in PEOPLE)) and any(kind.get(c.i) == "place" for c in within)


@cache
def _states() -> frozenset[str]:
    return frozenset(name.lower() for c in countries() for name in (c.name, *c.others, *c.demonyms))


def state(name: str) -> bool:
    """True for a country or its people, which may be behind a deed named after it: a Sellan attack, an Oro one."""
    return name.lower() in _states()


def whole(noun: Token) -> Token:
    """What a part is of: "in front of the *gate*", "the vicinity of *Vell*"; other nouns are their own."""
    if noun.lemma_.lower() not in PART:
        return noun
    return next((c for c in phrases.children(noun, "nmod") if clauses.case(c) == "of"), noun)


def bearing(adverb: Token) -> bool:
    """True for a direction from somewhere: "2,000 km east of Cape Oro"."""
    return adverb.lower_ in BEARINGS and any(clauses.case(c) == "of" for c in phrases.children(adverb, "obl", "nmod"))
