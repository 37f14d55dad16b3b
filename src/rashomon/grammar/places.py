"""Which nouns tell where an event is, by their word, their preposition and the verb or noun of the event.

Lists are of lemmas in lower case; a second language is a second module of the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from rashomon.common_nouns import PEOPLE
from rashomon.countries import countries
from rashomon.grammar import clauses, phrases

if TYPE_CHECKING:
    from rashomon.tokens import Token

PLACES = frozenset(
    """aboard above across along alongside around at atop behind below beneath beside down from in inside into near next
    off on onto opposite out outside over past through throughout to toward towards under underneath up
    within""".split()
)
# "to" a body after one of these is where it is.
GOING = frozenset(
    """arrival arrive departure drive exodus flee flight fly go head journey march return route rush sail tour travel
    trip visit voyage way""".split()
)
# Verbs of motion and of bringing: "to" and "from" a common noun are places beside one of these.
MOTION = frozenset(
    """airlift arrive ascend board boot bring bus carry cascade chase climb come crash crawl cross depart departure
    deploy deport descend dispatch dive drag drift drive drop enter escape escort evacuate evict exit extradite
    fall ferry fire flee flock flow fly go head hurry invite journey kick land launch leave march migrate move
    plunge pour pull race release relocate remove rescue return ride roll run rush sail send ship slide slip smuggle
    speed spill stream stroll summon swarm swim take transfer travel tumble visit walk wander welcome
    withdraw""".split()
)
PERIODS = frozenset("decade day month season weekend week year night morning evening time".split())
HEADING = frozenset({"leave", "depart", "head", "sail", "bind", "bound"})  # "for" the place
SITES = frozenset(
    """abbey academy airport airspace airstrip alley apartment aquarium arcade archipelago area arena arrondissement
    assembly atoll atrium attic auditorium avenue bakery balcony ballpark bank bar barn barracks barricade base
    basement basin bay bazaar beach bistro block booth border borough boulevard boutique bridge building bungalow
    bunker bypass cabin cafe cafeteria cage camp campus canal canteen canyon capital carpark casino castle cathedral
    cave cell cellar cemetery center centre chapel chateau checkpoint church cinema city cliff clinic closet club
    coast coastline college complex compound congress consulate continent convent corridor cottage country
    countryside county court courtroom crater creche creek crossing crossroads crypt cubicle dam daycare debris deck
    delta depot desert diner distillery district ditch dock dojo door doorway dormitory driveway dune dungeon east
    eatery embankment embassy encampment enclave entrance estate estuary expressway facility factory farm ferry
    field fjord flat floor footbridge footpath forest fort foyer freeway front frontier frontline gallery garage
    garden gate ghetto glacier gorge governorate graveyard grove gulf gully gurdwara gym gymnasium hall hallway
    hamlet hangar harbor harbour headquarters heartland hideout highway hill home hometown hospital hostel hotel
    house hut inn institute intersection interstate jail jetty junction jungle kindergarten kingdom kiosk kitchen
    lab laboratory lagoon lake land lane laundromat lawn levee library lobby locality location lodge lot mainland
    mall mansion marina market marketplace marsh meadow memorial metropolis mill mine monastery monument morgue
    mortuary mosque motel motorway mountain municipality museum nation neighborhood neighbourhood nightclub north
    northeast northwest nursery oasis ocean office orchard orphanage outpost outskirts overpass pad paddock palace
    park parliament parlor parlour pasture patio pavement peninsula penthouse pharmacy pier pit plain planet plant
    plateau playground plaza podium pond pool porch port precinct prefecture premise premises prison province pub
    pulpit quarry quarter quarters quay racetrack railway ranch ravine reef refinery region reservoir residence
    resort restaurant restroom ridge rink river riverbank road roadblock roof rooftop room roundabout route rubble
    ruin runway safehouse salon sanctuary scene school sea seabed senate settlement shack shaft shantytown shed
    shelter shipyard shop shore shoreline shrine side sidewalk site skyscraper slope slum south southeast southwest
    spa speedway square stadium staircase stairs stairwell state station stop store strait street stronghold studio
    suburb subway supermarket surroundings swamp synagogue tarmac tavern temple tent terminal terrain territory
    theater theatre toilet tower town township track trail trench tribunal tunnel underpass university valley vault
    venue viaduct villa village vineyard volcano ward warehouse washroom water waterfall waterfront waterway west
    wharf wilderness window winery wood woods workplace workshop world wreckage yard zone zoo""".split()
)
# Whatever ends in one of these is one too, but for a few: "battlefield", "roadside".
SITE_ENDINGS = ("field", "ground", "house", "land", "room", "shop", "side", "store", "yard")
NO_SITES = frozenset(
    "archbishop background bishop bloodshed bridegroom broom downside flipside groom mushroom upside".split()
)
TAKEN = frozenset("abduct kidnap loot recover rob seize snatch steal theft".split())  # "from" where it was
LANDING = frozenset({"crash", "descend", "drop", "fall", "land"})  # "on" whatever stands there
CALLED = frozenset("call respond".split())  # "to" a site: they went, or were to go
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
LYING_IN = ("behind", "beneath", "in", "inside", "under")
ABSTRACT = ("ion", "ment", "ness", "ity", "ance", "ence", "ship", "ism")
# Verbs of what lies somewhere, in whatever it is: "hidden in bushes", "found in a suitcase".
LYING = frozenset("bury conceal discover dump find hide plant stash".split())
# "found in" these nothing lies there.
NO_HIDING = frozenset(
    "book case contempt data default disclosure document email error evidence exam favor favour file filing form "
    "interview investigation letter manner message paper poll record report research result review sample search "
    "statement story study survey test text time tone trial video violation way work".split()
)
ENCLOSING = ("alongside", "atop", "beside", "inside", "near", "next", "outside")  # these tell where whatever the noun
# What comes "from" a place or body without the act being there: "left on orders from Vell".
SENT = frozenset(
    "advice aid appeal call help instruction letter message order permission pressure report request support".split()
)
INSIDE = ("across", "at", "in", "inside", "near", "outside")
AROUND = (*INSIDE, "along", "around", "throughout")


def tells_where(noun: Token, case: str, event: str, kind: Mapping[int, str]) -> bool:
    """True for a noun that after this preposition tells where an event is.

    *event* is the lemma of its verb or noun, *kind* the kind of the name that a word is in, by index.
    """
    noun = whole(noun)
    own, named = noun.lemma_.lower(), kind.get(noun.i)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if case == "for":
        return event in HEADING and (named == "place" or own in SITES)
    if case not in PLACES or (event == "sentence" and own in ("prison", "jail")):
        return False
    if named == "place":
        return True
    if named == "person" or own in PERIODS:
        return False
    if _called_after(noun, case, event, named) or (case == "off" and own in SHORES):
        return True
    moving = event in MOTION or event in GOING
    if own in VEHICLES and case in ("in", "on", "by") and moving:
        return False  # "left in a small plane"
    if site(noun) or own in VEHICLES:
        return _at_site(noun, case, event)
    if case == "at" and noun.tag_ in ("NN", "NNS") and _located(noun, kind):
        return True
    if case in ENCLOSING and noun.pos_ == "NOUN":  # "outside the parliament"
        return True
    lies = event in LYING and case in LYING_IN and noun.pos_ == "NOUN" and _holds(noun)
    return lies or _in_named(noun, case, event, kind)


def _called_after(noun: Token, case: str, event: str, named: str | None) -> bool:
    """True for a proper noun that is no known place: "went to the Oro Forum", "met at Vell Hall"."""
    going = case == "to" and event in GOING and named in (None, "organisation")
    return noun.pos_ == "PROPN" and (going or (case == "at" and named in (None, "other")))


def _at_site(noun: Token, case: str, event: str) -> bool:
    """True for a site or vehicle after a preposition that does not take one along, or away, from what is told."""
    own = noun.lemma_.lower()
    if (case == "from" and event in TAKEN) or (case == "to" and event in CALLED):
        return True
    if case == "out":  # "out of the window", not "ran out of water"
        return bool(phrases.children(noun, "det", "nmod:poss")) or noun.pos_ == "PROPN"
    if case in ("down", "from", "off", "over", "to", "up"):
        return event in MOTION or event in GOING
    return case != "on" or own in SURFACES or own.endswith("side") or event in LANDING


def _in_named(noun: Token, case: str, event: str, kind: Mapping[int, str]) -> bool:
    """True for any other noun by the place that it is in: "at a court in Vell", "from a shaft in Vell", not "from
    friends in Vell"."""
    own = noun.lemma_.lower()
    thing = noun.tag_ == "NN" and not own.endswith(AGENTS) and own not in PEOPLE
    moved = case in LEFT and event in MOTION and thing
    held = case in (*INSIDE, "into") and (own not in PEOPLE or case == "at")
    within = (c for c in phrases.children(noun, "nmod") if clauses.case(c) in AROUND)
    return (held or moved) and any(kind.get(c.i) == "place" for c in within)


def _holds(noun: Token) -> bool:
    """True for what a thing may lie in: "in bushes", "under a car", not "in contempt"."""
    own = noun.lemma_.lower()
    thing = own.isalpha() and own not in NO_HIDING and own not in PEOPLE and not own.endswith(ABSTRACT)
    return thing and (noun.tag_ == "NNS" or bool(phrases.children(noun, "det", "nmod:poss")))


def site(noun: Token) -> bool:
    """True for a common noun of a place: "airport", "roadside"; not for the state that something is in, or for what is
    before the state: "in a state of shock", "in state complaints"."""
    own = noun.lemma_.lower()
    if own == "state" and noun.tag_ == "NN":
        whose = any(clauses.case(c) == "of" for c in phrases.children(noun, "nmod"))
        return not whose and bool(phrases.children(noun, "det", "amod", "nmod:poss", "compound"))
    return own in SITES or (own.endswith(SITE_ENDINGS) and own not in NO_SITES)


def _located(noun: Token, kind: Mapping[int, str]) -> bool:
    """True for what is named after a place or is in one: "the Vell Road premises", "an exhibition at the hotel"."""
    if any(kind.get(c.i) == "place" for c in phrases.children(noun, "compound")):
        return True
    return any(clauses.case(c) in INSIDE and site(c) for c in phrases.children(noun, "nmod"))


@cache
def _states() -> frozenset[str]:
    return frozenset(name.lower() for c in countries() for name in (c.name, *c.others, *c.demonyms))


def state(name: str) -> bool:
    """True for a country or its people, which may be behind a deed named after it: a Sellan attack, an Oro one."""
    return name.lower() in _states()


def town(name: str) -> bool:
    """True for a place that stands before what is in it, and not for whose that is: "a *Vell* hotel"."""
    return not state(name) and "-" not in name


def whole(noun: Token) -> Token:
    """What a part is of: "in front of the *gate*", "the vicinity of *Vell*"; other nouns are their own."""
    if noun.lemma_.lower() not in PART:
        return noun
    return next((c for c in phrases.children(noun, "nmod") if clauses.case(c) == "of"), noun)


def bearing(adverb: Token) -> bool:
    """True for a direction from somewhere: "2,000 km east of Cape Oro"."""
    return adverb.lower_ in BEARINGS and any(clauses.case(c) == "of" for c in phrases.children(adverb, "obl", "nmod"))
