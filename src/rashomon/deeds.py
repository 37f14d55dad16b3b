"""Words with which two writers tell one action, for the comparison of mentions alone. Plain data, lower-case lemmas.

Unlike `rashomon.lexicon.ACTIONS`, whose nouns are taken for events and whose classes make a line of the record, a group
here only says that "the probe plunged" and "the probe fell" may be one happening. A word may stand in many groups; an
underscore stands for a space. A second language is a second table.
"""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
touch_down land arrive landing arrival touchdown splash_down set_down
fall plunge crash drop plummet tumble come_down splash land descend fall_down
depart leave take_off set_off set_out departure takeoff take-off exit
blast_off lift_off take_off launch liftoff lift-off launching soar
launch fire test test-fire testing firing conduct test-launch
fly soar sail travel pass cross flow overfly flight
return come_back go_back re-enter reenter reentry re-entry get_back
arrive reach come get_to enter arrival entry
enter break_into break_in burst_into storm get_into intrude
move shift relocate transfer transport move_out
take carry transport bring bear ferry haul rush airlift
crash hit collide smash slam ram plough plow bump crash_into
hit strike slam batter pound lash pummel ravage
flee leave
burn burn_down torch set_on_fire set_fire_to raze
burn burn_up incinerate disintegrate break_up char
break break_up break_apart split crack rupture fracture snap shatter
sink go_down founder capsize
kill die slay murder gun_down shoot_dead take_life execute
hurt injure wound harm maim
shoot fire open_fire gun_down use_arms
beat assault attack punch hit thrash batter kick slap club cane strike
assault molest abuse grope harass rape assault_sexually
stab knife slash
arrest detain nab take_into_custody apprehend pick_up hold catch capture
charge indict accuse face book arraign
accuse allege blame charge claim denounce
sentence jail imprison send_to_prison
acquit clear exonerate absolve exculpate
sue file take_to_court lawsuit suit
investigate probe look_into examine inquire inquiry investigation examination
search hunt look_for comb scour manhunt seek
find discover locate uncover recover spot detect unearth discovery
detect spot track observe pick_up sight monitor
identify name recognise recognize identification
die pass_away succumb perish death
bury lay_to_rest inter funeral burial
force coerce compel pressure drive oblige make_do
persuade convince induce talk_into win_over
reject dismiss rebuff turn_down refuse rebuke spurn decline rule_out rejection
deny dismiss refute dispute reject contradict denial
approve clear authorise authorize green-light sanction permit allow okay pass approval
allow permit let enable
agree accept consent back_down agree_to
accept take receive pocket get
oppose resist object reject protest fight
support back endorse favour favor champion endorsement
end finish conclude terminate cease halt stop come_to_an_end wrap_up
terminate cancel scrap scuttle abandon drop call_off axe ditch break_off pull_out collapse
end retire decommission shut_down close cease discontinue scrap phase_out
close shut shut_down close_down closure shutdown seal seal_off lock be_closed be_locked be_shut
inspect examine look_at check review inspection
order instruct tell command direct instruction
speak talk meet converse
open reopen inaugurate unveil opening inauguration be_open
begin start kick_off commence open launch get_under_way beginning initiate
delay postpone put_off defer hold_up push_back suspend postponement
continue go_on carry_on persist proceed press_on
extend prolong lengthen renew extension
resume restart renew reopen pick_up resumption
raise increase hike boost lift up bump sweeten improve step_up rise
rise climb increase jump gain surge soar rally grow go_up edge_up advance
fall drop decline slide slump tumble sink plunge dip go_down decrease slip
cut reduce slash lower decrease trim scale_back
double triple quadruple multiply
exceed surpass top pass outstrip overtake
bid offer propose proposal approach tender
buy acquire purchase take_over snap_up acquisition takeover bid
sell offload dispose divest sell_off
merge combine join_forces merger unite
own hold possess control
invest put_money fund finance bankroll
pay spend fork_out shell_out disburse cough_up
owe be_in_debt
earn make net gross rake_in collect
lose forfeit shed
raise collect gather drum_up
give donate hand_over present award grant hand
award give honour honor bestow win receive
receive get obtain win collect gain
provide supply deliver furnish offer
send dispatch despatch deploy ship mail deliver post
send wire email text message forward
publish post release print issue share put_out tweet upload
broadcast air televise screen show stream
write pen author draft compose
say tell state declare announce
announce reveal disclose unveil declare confirm make_public
reveal disclose leak expose divulge
admit confess acknowledge concede own_up
apologise apologize say_sorry regret apology
criticise criticize condemn denounce slam blast attack lambast lash_out decry
praise hail laud applaud welcome commend
warn caution alert advise warning
threaten menace vow threat
promise pledge vow swear commit
urge call_on ask appeal implore exhort plead
demand insist call_for require
ask request appeal seek
consider review evaluate weigh study examine assess look_at consideration evaluation
discuss talk debate negotiate talk_about address
meet visit sit_down hold_talks see receive
visit travel tour arrive go come
greet welcome receive
invite ask_to invitation
appoint name nominate pick choose select tap designate hire
fire dismiss sack oust let_go remove axe terminate ousted push_out
resign quit step_down stand_down leave bow_out
replace succeed take_over supplant
elect vote_in choose
win beat defeat triumph prevail clinch victory
lose be_beaten go_down fall_short
play compete perform face take_on
perform sing play take_the_stage performance appear
score net notch strike
draft pick select choose
trade swap exchange deal
sign ink agree seal conclude strike
draw attract lure pull_in
create found establish set_up form start launch
build construct erect put_up assemble construction
make produce manufacture build
design develop devise engineer
destroy wreck demolish ruin devastate flatten level raze gut
damage hit harm wreck ravage batter
repair fix mend restore
remove take_away take_down strip pull clear dismantle
block stop prevent bar thwart halt obstruct foil
ban bar prohibit outlaw forbid block
limit restrict curb cap
impose slap levy enforce introduce
lift remove ease drop scrap
seize confiscate take impound grab
steal rob take loot snatch
hack breach break_into compromise penetrate
trick deceive dupe fool con defraud
hide conceal cover_up mask bury
flee escape run_away get_away bolt
evacuate clear leave move_out
rescue save pull_out free pluck
free release let_go liberate set_free
gather assemble rally mass turn_out congregate
march demonstrate protest rally
attend go_to be_at turn_up show_up
support help aid assist
treat hospitalise hospitalize care_for take_to_hospital
suffer sustain undergo
hit_the_market debut go_on_sale
withdraw pull_out leave quit back_out
invade enter occupy march_into
defend protect guard
occur happen take_place
predict forecast expect project
estimate put reckon calculate
represent make_up account_for comprise constitute include
bury blanket cover dump
encircle surround besiege ring blockade
expropriate confiscate nationalise nationalize seize
annex occupy seize take_over
expel throw_out kick_out exclude
evict throw_out turn_out push_out
exaggerate inflate overstate
pollute contaminate foul taint poison
loot plunder ransack pillage
behead decapitate execute
mislead deceive lie_to misinform
violate break breach flout
push_back turn_back drive_back send_back
abdicate renounce step_down give_up
quarrel argue row
barricade block close blockade
ambush attack
tamper manipulate doctor falsify
grope touch fondle molest
dump discharge pour release
commission order
underpay short-change cheat
arm equip supply
snow snowfall fall dump
"""


def _deeds(groups: str) -> Mapping[str, frozenset[int]]:
    """{lemma: the numbers of its groups}."""
    out: dict[str, set[int]] = {}
    for number, line in enumerate(groups.strip().splitlines()):
        for word in line.split():
            out.setdefault(word.replace("_", " "), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in out.items()}


DEEDS = _deeds(_GROUPS)


def deeds(predicate: str) -> frozenset[int]:
    """The groups of a lemma; none is an empty set.

    >>> bool(deeds("plunge") & deeds("fall")), bool(deeds("plunge") & deeds("build"))
    (True, False)
    """
    return DEEDS.get(predicate.lower(), frozenset())
