"""English words with a use in more than one stage: what a predicate does, and what is counted by it. Plain data.

A second language is a second module of the same names. Everything is lower case and a lemma.
"""

from __future__ import annotations

import re
from collections.abc import Mapping


def _classes(table: str) -> Mapping[str, frozenset[str]]:
    """{lemma: the names of its classes}; a line is "class: lemma lemma ...", an underscore stands for a space."""
    out: dict[str, set[str]] = {}
    for line in table.strip().splitlines():
        name, words = line.split(":")
        for word in words.split():
            out.setdefault(word.replace("_", " "), set()).add(name.strip())
    return {word: frozenset(names) for word, names in out.items()}


def _keys(table: str) -> Mapping[str, str]:
    """{word: key}; a line is "key: word word ..."."""
    lines = (line.split(":") for line in table.strip().splitlines())
    return {word: key.strip() for key, words in lines for word in words.split()}


def _lemmas(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


# What happened. Two predicates of one class may tell one event; verbs stand beside their nouns.
ACTIONS = _classes("""
die: kill die slay perish murder assassinate execute death dead toll fatality killing assassination massacre suicide
die: shoot_dead genocide
miss: miss missing disappear disappearance vanish
injure: injure wound hurt harm maim injury wounded casualty
attack: attack strike assault raid storm ambush offensive invade invasion airstrike shooting incursion onslaught
attack: use_arms
bomb: bomb bombing blow_up shell bombard shelling bombardment blast explosion explode detonate detonation attack strike
shoot: shoot shoot_dead shooting fire gunfire open_fire gun_down shootout gunfight firefight
stab: stab stabbing
fire: launch fire test launching firing test-fire
meet: meet meeting talk summit visit receive talks hold_talks encounter sit_down audience
visit: visit arrive travel trip arrival tour visiting
talk: talk call conversation discuss negotiate negotiation discussion talks
arrest: arrest detain capture seize apprehend hold detention custody imprison take_into_custody round_up
release: release free liberate
sentence: sentence jail imprison convict conviction verdict ruling sentencing prison
charge: charge indict accuse prosecute indictment prosecution be_guilty
accuse: accuse implicate blame be_guilty
send: send deploy dispatch despatch deployment station mobilise mobilize be_there
withdraw: withdraw pull_out withdrawal retreat leave
take part: involve participate take_part include join accompany lead fight participation involvement
crash: crash collide collision plunge derail derailment wreck sink capsize sinking capsizing pileup pile-up shipwreck
quake: quake earthquake temblor tremor
storm: storm hurricane cyclone typhoon landfall tornado blizzard
flood: flood flooding inundate deluge
burn: burn fire blaze ablaze set_fire arson wildfire bushfire
destroy: destroy damage demolish wreck level raze flatten destruction
evacuate: evacuate flee displace evacuation exodus
protest: protest demonstrate rally march demonstration riot rioting unrest uprising revolt sit-in walkout vigil
resign: resign step_down quit resignation
dismiss: dismiss fire sack oust remove dismissal ouster
appoint: appoint nominate choose appointment nomination hire replace
elect: elect win vote election
buy: buy acquire purchase acquisition takeover take_over deal merge merger buyout
sell: sell sale deliver supply delivery
sign: sign agree agreement deal accord treaty pact signing
pay: pay fine payment lend give loan
ban: ban prohibit block bar suspend suspension
sanction: sanction sanctions embargo
announce: announce unveil introduce launch release announcement unveiling
win: win beat defeat victory triumph clinch
lose: lose defeat loss
marry: marry wed wedding marriage
steal: steal rob loot theft robbery heist burglary burgle break-in
kidnap: kidnap abduct abduction kidnapping seize hijack hijacking carjacking hold_hostage hold_captive
rescue: rescue save evacuate
collapse: collapse give_way cave_in burst
hack: hack breach hacking cyberattack leak
escape: escape break_out flee
surrender: surrender turn_himself_in give_up
keep: keep store stash stockpile contain be_there storage
stop: stop halt turn_back turn_away turn_around block intercept
be there: be_there
accident: accident disaster tragedy
ceasefire: ceasefire truce cease-fire
offer: offer bid propose proposal
investigate: investigate look_into investigation inquiry enquiry probe
take off: take_off lift_off takeoff take-off liftoff lift-off
land: land touch_down landing touchdown
overthrow: overthrow topple oust coup
sue: sue lawsuit
trial: trial retrial
cancel: cancel call_off scrap cancellation
postpone: postpone delay postponement
settle: settle settlement
deport: deport deportation extradite extradition expel expulsion
abuse: abuse rape torture molest harass harassment mistreat maltreat ill-treat
conspire: conspire collude connive
bribe: bribe pay_off buy_off
embezzle: embezzle misappropriate siphon siphon_off
meddle: meddle interfere
forge: forge falsify fabricate fake
smuggle: smuggle traffic
spy: spy eavesdrop snoop
repel: repel repulse fend_off beat_back beat_off
retract: retract recant
drill: drill exercise manoeuvre maneuver
bury: bury burial funeral
slide: landslide mudslide avalanche
erupt: erupt eruption
veto: veto
last seen: be_last_seen
apologise: apologise apologize apology
recapture: recapture retake regain take_back take capture seize
""")

# What who denies all that they are accused of denies to be, whatever it is; the accused is its patient.
GUILTY = "be guilty"
AGED = "be aged"  # what an age tells of its owner, whatever else its sentence tells
UNNAMED = "unnamed"  # the holder of what is said by nobody whom its account names: "it is said", "was accused"

# The role of a number in its event: the word that governs it -> what was counted. Not every action counts people.
COUNTS = _classes("""
killed: kill die shoot_dead gun_down assassinate behead slaughter
killed: dead death toll fatality slay perish murder execute killing massacre genocide body corpse life drown
injured: injure wound hurt harm injury wounded
missing: miss missing
arrested: arrest detain capture seize detention
displaced: displace flee evacuate homeless displacement evacuation exodus
destroyed: destroy damage raze flatten demolish
sentenced: sentence jail
attending: attend gather march rally protest demonstrate turnout take_part crowd attendance vigil gathering
sent: send deploy dispatch despatch deployment
aboard: carry
kidnapped: kidnap abduct kidnapping abduction
rescued: rescue save
freed: free release liberate
paid: pay payment fine ransom donate donation
""")

COUNTED = frozenset(role for roles in COUNTS.values() for role in roles)
# After those who are in what carries them: "60 people on board".
ABOARD = re.compile(r"\s+(?:on\s?board|aboard)\b", re.IGNORECASE)
TURNOUT = "attending percent"  # the scope of a share that a vote has one of
# Roles of people, who have no other unit.
HARMED = frozenset("killed injured missing arrested displaced kidnapped".split())

# What a sum is paid or asked for, and how a measure moves: the word -> the key that its numbers are compared under.
PRICES = _keys("""
deal: bid offer proposal approach tender deal acquisition takeover purchase transaction buyout merger buy acquire term
fine: fine penalty
damages: damage damages compensation payout settlement
price: price cost value valuation worth
loss: loss lose
pay: pay payment salary wage
""")
MOVES = _keys("""
fall: fall drop plunge decline slide slump tumble dip sink shed decrease shrink plummet crash down lower low
rise: rise climb gain jump increase surge soar grow advance rally edge bounce rebound recover peak up higher high
""")

# What is done to a thing but once.
MADE = _lemmas("open build construct found establish complete inaugurate")

# Verbs that only carry the noun of a happening: "an explosion occurred", "they carried out an attack", "held talks".
LIGHT = _lemmas(
    "occur happen take_place hear hold carry_out conduct launch stage cause perform undertake make commit mount "
    "follow come see give receive"
)

# Verbs of so many uses that the word alone is no one action.
VAGUE = LIGHT | frozenset("go get have do put keep take bring turn set run".split())

# Verbs whose agent is the happening: "an explosion destroyed the shed".
STRIKES = _lemmas(
    "destroy tear tear_apart tear_through rip rip_through hit shake rock jolt batter devastate level damage flatten "
    "strike wreck gut bury engulf sweep_away"
)

# Verbs that find or count the dead, or say how their number moves, with the nouns that they do it to.
FINDS = _lemmas(
    "record register find recover see count pull pull_out retrieve discover carry carry_out bring take claim lose cost "
    "reach rise stand climb grow increase jump report confirm announce put hit exceed pass top surpass total be number "
    "remain go go_up come raise push lift revise"
)

# Happenings that kill: what a toll without another cause belongs to.
DEADLY = frozenset("attack bomb shoot crash quake storm flood burn collapse accident slide erupt".split())

VIOLENCE = frozenset({"attack", "bomb", "shoot"})  # of them, what people do to people
TOGETHER = frozenset({"meet", "talk", "marry", "sign"})  # what two do is another event with another partner
VICTIMS = frozenset({"die", "injure", "miss"})

# Predicates of disasters that a story has one of, unlike attacks and strikes.
ONCE = frozenset(
    "explosion explode blast crash collide collision plunge derail derailment sink capsize quake earthquake temblor "
    "collapse accident disaster tragedy".split()
)

# Words before a clock time that make it a time near there.
ABOUT = frozenset("about around approximately roughly nearly almost circa some".split())

BOUNDS = frozenset("since until till through before after from by".split())  # make a time the edge of a stretch

# Not happenings by themselves: speech, and below thought, phase, possession, state and support verbs.
SPEECH = _lemmas(
    "say tell claim state report announce declare note explain describe mention reply respond answer ask "
    "question insist assert argue deny admit confirm acknowledge reveal disclose suggest warn urge "
    "promise pledge vow comment remark recall predict quote cite speak talk_about write read call repeat "
    "reiterate stress emphasise emphasize underline point_out praise criticise criticize condemn blame "
    "deplore hint propose recommend express statement interview allegation allege report_on address thank "
    "reject hail welcome accuse restate maintain contend concede add continue declaration announcement "
    "denial advise request apologize apologise persuade"
)
# Speech that is an act of its own, whatever was said.
SPOKEN_ACTS = _lemmas(
    "apologize apologise accuse reject dismiss announce unveil declare deny pledge promise thank praise condemn "
    "criticize criticise welcome blame confirm admit warn urge propose reveal disclose report request respond "
    "reply answer acknowledge persuade"
)
# What is thought, felt or looks so: nobody else can dispute it.
THOUGHTS = _lemmas(
    "seem appear look feel know think believe want need like love hope expect mean matter exist consist include belong "
    "depend deserve lack concern relate require resemble weigh understand see hear imagine suppose doubt fear wish "
    "intend plan prefer regard view wonder realise realize remember forget ignore let try attempt manage fail tend "
    "help allow enable use show prove indicate demonstrate reflect represent define constitute comprise base aim can "
    "alarm amaze amuse anger annoy astonish confuse delight disappoint dismay disturb embarrass excite fascinate "
    "frustrate hearten horrify impress interest outrage please sadden satisfy shock stun surprise thrill trouble worry "
    "could may might must shall should will would ought dare be have range vary span"
)
STATES = THOUGHTS | _lemmas(
    "conduct perform undertake carry carry_out experience face remain become contain own possess involve "
    "cost consider make do get go keep begin start continue finish cease cause lead happen occur "
    "take_place follow come serve work live stay stand sit lie set put turn bring give take stick seek "
    "decide determine choose agree refuse one way thing part issue situation problem question fact case "
    "role desire interest ability idea policy line position support relation relationship power move "
    "effort threat danger influence trust suspect head spy laugh schedule slate poise"
)


def classes(predicate: str) -> frozenset[str]:
    """The classes of a lemma in ACTIONS; none is an empty set. What is done again is of the same classes.

    >>> sorted(classes("toll")), sorted(classes("re-elect"))
    (['die'], ['elect'])
    """
    return ACTIONS.get(predicate.lower().removeprefix("re-"), frozenset())
