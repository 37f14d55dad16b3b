"""Word lists by which `roles` reads the tree: prepositions, verbs and nouns. Lemmas in lower case, plain data.

A second language is a second module of the same names.
"""

from __future__ import annotations

PLACES = frozenset(
    """aboard across around at from in inside into near off on onto out outside over through throughout to toward
    towards within""".split()
)
TOPICS = frozenset({"about", "on", "over", "regarding", "concerning"})
GIVING = frozenset(
    "give send offer lend deliver pay grant sell supply hand provide leak convey transfer wire donate award".split()
)
SPEAKING = frozenset("speak talk write apologise apologize appeal reach".split())
EXCHANGING = frozenset({"replace", "charge", "supply", "provide", "compare"})  # "with" what they give or set beside
# Verbs that reach what they act on by a preposition.
REACHING = {
    "agree": ("to", "on"), "approve": ("of",), "comply": ("with",), "fire": ("at", "on"), "look": ("into",),
    "respond": ("to",), "secede": ("from",), "shoot": ("at",), "withdraw": ("from",), "vote": ("for", "against"),
}  # fmt: skip
OCCUR = frozenset({"occur", "happen", "begin", "start", "erupt", "follow", "ensue", "last", "come"})  # an event's verbs
UNDERGONE = frozenset("die perish perished drown succumb suffocate starve suffer".split())  # their subject suffers them
LIGHT = frozenset("have take make give hold do carry conduct launch pay stage stag begin start resume".split())
# Where "in", "on" and "during" one of these a subject acts, it takes part: "told them during a visit".
SHARED = frozenset("call conversation conference meeting negotiation summit talk talks tour trip visit".split())

# Nouns whose "of", owner or first word undergoes them: "his arrest", "the death of a miner", "a missile launch".
SUFFERED = frozenset(
    """abduction arrest assassination capture conviction death deportation detention dismissal displacement evacuation
    execution expulsion extradition imprisonment indictment injury kidnapping killing murder ouster poisoning
    release removal rescue sentencing suspension""".split()
)
MADE = frozenset(
    """construction delivery demolition deployment destruction development export firing import launch launching
    production purchase recall sale seizure shipment shutdown smuggling test test-fire testing theft trafficking
    withdrawal""".split()
)
SOUGHT = frozenset({"inquiry", "investigation", "probe", "raid"})  # "into" what they are
# "to" a body after one of these is where it is.
GOING = frozenset(
    "arrival arrive drive flee flight fly go head journey march return rush sail tour travel trip visit voyage".split()
)

# Verbs of motion and of bringing: "to" and "from" a common noun are places beside one of these.
MOTION = frozenset(
    """arrive ascend board bring bus carry climb come crash cross deport depart descend dive drive drop enter escape
    evacuate evict extradite fall fire flee flock fly go head hurry journey kick boot launch leave march migrate move
    pull ride remove rescue return run rush sail send ship swim swarm take transfer travel visit walk withdraw
    plunge welcome invite summon""".split()
)
PERIODS = frozenset("decade day month season weekend week year night morning evening time".split())
HEADING = frozenset({"leave", "depart", "head", "sail", "bind"})  # "for" the place
ELSEWHERE = frozenset({"abroad", "overseas"})  # adverbs that stand for a place
# "in front of the gate": what counts is the gate
PART = frozenset({"front", "heart", "middle", "centre", "center", "outskirts", "vicinity"})
SITES = frozenset(
    """airport airspace airstrip alley apartment area arena atoll avenue bakery bank bar barracks base basement bay
    bazaar beach block border bridge building bunker cafe camp campus canal capital castle cathedral cave cell cellar
    cemetery centre center checkpoint church cinema city clinic club coast coastline college compound continent
    cottage country county courthouse courtroom crossing dam debris desert district dock east embassy entrance estate
    factory farm ferry field flat floor forest fort front frontline frontier garage garden gate gallery gym
    gymnasium hall hallway hangar harbour harbor headquarters highway hill hillside home hospital hostel hotel house
    intersection island jail junction jungle kindergarten kitchen lab laboratory lake mall mansion market
    marketplace mine monastery mosque motel motorway mountain mountainside museum neighbourhood neighborhood
    nightclub north northeast northwest ocean office outskirts palace park peninsula pier plain plant plaza pond pool
    port prison province pub quarry quarter railway ranch region residence resort restaurant river riverbank road
    room rooftop roof route rubble ruin runway school sea seabed shed shelter shop shore shrine side site slope slum
    south southeast southwest square stadium station stop store street studio suburb subway supermarket synagogue temple
    tent terminal territory theatre theater tower town track trench tunnel university valley venue village villa
    warehouse waters west woods wood workshop world wreckage yard zone""".split()
)
VEHICLES = frozenset("aircraft boat bus car ferry flight helicopter jet plane ship train truck van vessel".split())
# Of these a preposition with many other meanings tells where: "on the road", but not "reported on the country".
SURFACES = VEHICLES | frozenset(
    """beach border bridge campus coast farm frontline ground highway hill hillside island motorway mountain outskirts
    peninsula river road roof rooftop runway shore side slope square street track""".split()
)
