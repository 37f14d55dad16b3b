"""Word lists by which `roles` reads the tree: verbs and nouns, lemmas in lower case; those of places are in `places`.

A second language is a second module of the same names.
"""

from __future__ import annotations

TOPICS = frozenset({"about", "on", "over", "regarding", "concerning"})
GIVING = frozenset(
    "give send offer lend deliver pay grant sell supply hand provide leak convey transfer wire donate award".split()
)
HANDING = frozenset("bring extradite present return surrender turn".split())  # "to" whom, if they have an object
SPEAKING = frozenset("speak talk write apologise apologize appeal reach".split())
PLAYING = frozenset("add hit net play score".split())  # "for" their side, who do it with them
# "with" the other side, whoever or whatever it is.
MUTUAL = frozenset(
    "ally battle clash collide collude compete confer connive conspire consult fight grapple meet merge negotiate "
    "quarrel scuffle side tussle wrestle".split()
)
# "with" these nobody is on the other side: "met with the aim of", "met with resistance".
MANNER = frozenset(
    "aim approval care criticism difficulty ease failure force goal hope idea intention intensity magnitude purpose "
    "resistance speed strength success support view".split()
)
# "with" the other side, whatever verb they stand by.
PACTS = frozenset(
    "accord agreement alliance ceasefire contract deal pact partnership relation ties treaty truce".split()
)
AIMED = frozenset({"fire", "hurl", "shoot", "throw"})  # what they are "at" is no place
TAKING = frozenset({"get", "make", "run", "walk"})  # "off with" what they take
ADDRESSES = frozenset("address apology appeal remark speech".split())  # made "to" whom
EXCHANGING = frozenset({"replace", "charge", "supply", "provide", "compare"})  # "with" what they give or set beside
# Verbs that reach what they act on by a preposition.
REACHING = {
    "agree": ("to", "on"), "appear": ("before",), "approve": ("of",), "comply": ("with",), "converge": ("on",),
    "delve": ("into",),
    "descend": ("on", "upon"), "fire": ("at", "on"), "hunt": ("for",), "hurl": ("at",), "inquire": ("into",),
    "chase": ("after",), "crash": ("into",), "look": ("into",), "plough": ("into",),
    "plow": ("into",), "probe": ("into",), "ram": ("into",), "respond": ("to",), "search": ("for",),
    "secede": ("from",), "separate": ("from",), "shoot": ("at",), "slam": ("into",), "smash": ("into",),
    "throw": ("at",),
    "withdraw": ("from",), "vote": ("for", "against"),
}  # fmt: skip
OCCUR = frozenset("begin come continue ensue erupt follow happen last occur start".split())  # an event's verbs
UNDERGONE = frozenset("die perish perished drown succumb suffocate starve suffer".split())  # their subject suffers them
STRICKEN = frozenset("dead homeless hurt injured missing unharmed unhurt wounded".split())  # and what it is then
LIGHT = frozenset("have take make give go hold do carry conduct launch open pay stage stag begin start resume".split())
# What is done to whom or what stands after one of these prepositions.
DOING = {
    **dict.fromkeys((("set", "fire"), ("lay", "siege"), ("lay", "waste"), ("put", "end"), ("put", "stop")), ("to",)),
    ("do", "damage"): ("to",), ("open", "fire"): ("at", "on"), ("take", "aim"): ("at",),
    ("declare", "war"): ("against", "on"), ("wage", "war"): ("against", "on"),
    ("impose", "sanction"): ("against", "on"), ("put", "pressure"): ("on",), ("throw", "support"): ("behind",),
}  # fmt: skip
TRADE = frozenset({"buy", "sell"})  # classes of what may be done far from what it is done to
CLOSING = frozenset("block close cordon fence rope seal shut wall".split())  # "off" what is no place beside them
RECEIVING = frozenset("await face get receive stand sustain undergo".split())  # whose subject a trial is of
ACCUSING = frozenset("accusation allegation charge suspicion".split())  # "of" what somebody is said to have done
BLAMING = {"accuse": "of", "blame": "for", "fault": "for"}  # verbs of what their object is said to have done
NOTICED = frozenset("feel hear observe record report see".split())  # what is so was where that is said to be
# "Paris witnessed a robbery", "unrest swept Paris": the place is where that was.
WITNESSING = frozenset("endure experience host see suffer witness".split())
SWEEPING = frozenset(
    "batter convulse cripple devastate engulf grip hit jolt lash overtake paralyse paralyze plague ravage rock roil "
    "shake shatter strike sweep terrorise terrorize".split()
)
EFFECTS = frozenset("block cause cut damage disrupt force sink trap".split())  # what a deed does when it is done
SPREADING = frozenset("burn flare rage rip spread tear".split())  # where an event goes
CAUSING = frozenset("cause ignite prompt provoke spark trigger".split())
# Where "in", "on" and "during" one of these a subject acts, it takes part: "told them during a visit".
SHARED = frozenset("call conversation conference meeting negotiation summit talk talks tour trip visit".split())
# "in" and "at" one of these is when something else happened too: "told them at a March meeting".
OCCASIONS = SHARED | frozenset(
    "attack ceremony clash debate election hearing interview match operation raid rally referendum vote".split()
)

IMPOSING = frozenset({"impose", "inflict"})  # "on" whom
TARGETS = frozenset("subject target victim".split())  # "of" what is done to them
# Nouns whose "of", owner or first word undergoes them: "his arrest", "the death of a miner", "a missile launch".
SUFFERED = frozenset(
    """abduction acquittal appointment arrest assassination beating beheading burial capture conviction death defeat
    deportation detention dismissal displacement election evacuation execution expulsion extradition firing hanging
    hiring homicide impeachment imprisonment indictment injury jailing kidnapping killing lynching murder nomination
    ouster ousting overthrow poisoning prosecution recruitment release removal rescue sacking sentencing shooting
    slaughter slaying stabbing suspension torture treatment trial""".split()
)
FALLING = frozenset("collapse crash derailment sinking".split())  # what stands before it does it: "a crane collapse"
HARMS = frozenset({"die", "injure", "destroy", "shoot", "stab"})  # classes of what a deed does, where the deed is
OUTCOMES = HARMS | {"arrest", "burn", "evacuate", "kidnap", "rescue", "steal"}  # of what comes of one
WRECKS = frozenset({"burn", "collapse", "destroy", "flood"})  # classes of what becomes of a thing where it stands
# What only somebody undergoes.
HARMING = frozenset(
    "abduct arrest assassinate detain execute injure jail kidnap kill murder shoot slay stab wound".split()
)
HELD = SUFFERED | {"custody"}  # "in" which one is who undergoes it
MADE = frozenset(
    """construction delivery demolition deployment destruction development export firing import launch launching
    production purchase recall sale seizure shipment shutdown smuggling test test-fire testing theft trafficking
    withdrawal""".split()
)
# "on" and "against" whom or what they are, a place too.
STRUCK = frozenset(
    "airstrike ambush assault attack blockade bombardment crackdown embargo fire incursion offensive onslaught raid "
    "sanction siege strike tariff war".split()
)
# The site before one of these is what they are "of".
BOMBED = frozenset("arson assault attack bombardment bombing raid shelling siege".split())
SOUGHT = frozenset({"inquiry", "investigation", "probe", "raid"})  # "into" what they are
BEATING = frozenset("triumph victory win".split())  # "over" whom they are
HUNTS = frozenset({"hunt", "manhunt", "search"})  # "for" whom they are
# Happenings that a place before them has, whoever did it: "the Oro bombing", but "the Oro strike" may be by Oro.
SCENIC = frozenset(
    "accident blast blaze bombing carnival celebration ceremony collapse concert conference crash demonstration "
    "derailment disaster earthquake explosion festival festivity fire flood funeral gathering hearing heist hurricane "
    "incident marathon march massacre match outbreak parade party pilgrimage protest quake rally riot robbery shooting "
    "siege stabbing stampede storm summit trial unrest vigil wildfire".split()
)
# "by" these nobody did it: "sent by mistake", "elected by a show of hands".
MEANS = frozenset(
    "acclamation accident air boat bus car chance consensus contrast default design email fax force hand land law "
    "letter mail majority margin mean means "
    "mistake nature night phone plane post rail road sea show surprise telephone train vote way".split()
)

ELSEWHERE = frozenset({"abroad", "overseas", "there"})  # adverbs that stand for a place
