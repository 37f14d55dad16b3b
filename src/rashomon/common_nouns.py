"""English nouns with a use in more than one stage: who and what takes part, and whom a number counts. Plain data.

A second language is a second module of the same names. Everything is lower case and in the singular.
"""

from __future__ import annotations

from collections.abc import Collection

# Nouns for armed people that one account may call troops and another fighters.
FORCES = frozenset(
    "troop force fighter soldier unit militia militiaman commander boot personnel combatant brigade "
    "battalion army military guard serviceman officer regiment volunteer".split()
)

# Things that are dangerous to keep: "There were no chemicals in the shed" is a statement about the shed.
ARMS = frozenset(
    "weapon ammunition explosive bomb missile rocket mine chemical nitrate gas fuel poison uranium drug "
    "substance material warhead munition shell grenade".split()
)

# What strikes for somebody, and is no rival of who did it.
STRIKERS = frozenset("artillery drone fire jet mine missile mortar plane rocket shell strike tank warplane".split())

# Nouns for people, bodies that act, and what they go in. A mention of no known kind needs one of them, or a
# name, to be worth a line.
PEOPLE = FORCES | frozenset(
    "people person man woman child boy girl resident protester demonstrator police officer official government "
    "minister ministry president worker crew docker driver passenger patient prisoner hostage refugee migrant student "
    "journalist reporter rebel militant gunman attacker suspect inmate detainee court judge prosecutor parliament "
    "lawmaker firefighter rescuer doctor company authority investigator inspector union team crowd villager civilian "
    "victim leader army navy airline agency bank regulator jury family mother father son daughter teacher pilot "
    "ambulance vehicle convoy ship boat plane aircraft warplane jet helicopter train bus tanker".split()
)

# Nouns for people one by one; bodies of people (a crew, a family) are no count of them.
HUMANS = (FORCES - {"boot", "unit", "militia", "brigade", "battalion", "army", "military", "regiment", "force"}) | set(
    "person man woman child boy girl baby infant toddler teenager adult resident villager citizen national local "
    "inhabitant civilian bystander passer-by onlooker pedestrian protester demonstrator marcher activist rioter "
    "worker co-worker employee colleague labourer laborer miner docker farmer fisherman driver passenger cyclist "
    "motorist pilot sailor seaman crewman tourist traveller traveler climber skier swimmer pilgrim worshipper "
    "shopper patron guest student pupil schoolchild schoolgirl schoolboy teacher doctor nurse medic paramedic "
    "patient prisoner inmate detainee hostage captive refugee migrant asylum-seeker journalist reporter cameraman "
    "photographer blogger lawyer official minister lawmaker politician candidate voter policeman policewoman "
    "trooper guardsman agent peacekeeper firefighter rescuer volunteer rebel militant insurgent jihadist "
    "extremist terrorist gunman attacker bomber assailant pirate smuggler suspect criminal survivor relative "
    "parent mother father son daughter brother sister wife husband manager boss director engineer technician "
    "clerk owner neighbour neighbor friend player athlete supporter follower member staffer bodyguard raider "
    "settler".split()
)

# Words that name nobody by themselves.
PRONOUNS = frozenset(
    "i we you he she it they me us him her them who whom which that this these those there one what "
    "whoever himself herself itself themselves everyone anyone someone nobody somebody everybody others "
    "another some many all both each his hers theirs its their my our your".split()
)

# Both under one key each, whatever noun an account has for them: that they are somewhere is news by itself, and so are
# the actions that put them there or need them there.
FORCE, ARM = "#forces", "#arms"
KINDS = dict.fromkeys(FORCES, FORCE) | dict.fromkeys(ARMS, ARM)
PRESENCE = {FORCE: frozenset({"send", "take part"}), ARM: frozenset({"keep"})}

# Of the police, whatever they are called, unless a word beside says of whom else they are.
POLICE, OFFICERS = "police", frozenset("cop constable detective officer policeman policewoman".split())
ELSEWHERE = frozenset("air army coast customs force guard intelligence military naval navy prison security".split())

# Heads that count whoever was hit, so that "12 dead", "12 people" and "12 victims" are one count.
ANYONE = frozenset(
    "person people individual victim human dead body corpse life casualty fatality death wounded injured hurt other "
    "missing killed homeless crowd turnout attendance "
    "number toll dozen score hundred thousand them they those us".split()
)

# Words that make a number part of a total, or more on top of one.
SUBSET = frozenset(
    "other others more another extra additional remaining further serious seriously severe severely badly gravely "
    "critical critically slight slightly light lightly minor".split()
)

IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "people", "lives": "life",
             "bodies": "body", "police": "police"}  # fmt: skip


def of_police(noun: str, beside: Collection[str]) -> bool:
    """True for a noun in the singular that stands for the police, by the lower-case words *beside* it.

    >>> of_police("officer", ["two", "officers"]), of_police("officer", ["army", "officers"])
    (True, False)
    """
    return noun == POLICE or (noun in OFFICERS and ELSEWHERE.isdisjoint(beside))


def are_many(words: str) -> bool:
    """True for people in the plural.

    >>> are_many("Northern rebels"), are_many("the ministry"), are_many("police"), are_many("United States")
    (True, False, True, False)
    """
    last = "".join(words.lower().split()[-1:])
    return last == "police" or (singular(last) != last and singular(last) in HUMANS)


def singular(word: str) -> str:
    """A lower-case noun without its plural ending.

    >>> singular("bodies"), singular("troops"), singular("lives"), singular("gunmen"), singular("schoolchildren")
    ('body', 'troop', 'life', 'gunman', 'schoolchild')
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men") and len(word) > 5 and word not in ("abdomen", "specimen", "regimen", "acumen"):
        return word[:-3] + "man"
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
