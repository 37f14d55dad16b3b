"""Whether what a sentence tells took place, and by whose word, through the whole pipeline: one line a sentence.

The words between asterisks are events, and before the bar stands what is expected of each, parted by "/" where they
differ: yes (it happened), no (it did not), open (planned, possible or asked), hedged (perhaps); "told" before it if it
is so by the word of who is quoted, while the outlet is committed to nothing.
"""

import pytest

import rashomon
from rashomon.types import EventMention

TABLE = """
yes | The storm *killed* nine fishermen on Tuesday.
yes | Rebels *captured* the port, and the governor *fled*.
yes | The bridge has *collapsed*.
yes | Nine people were *hurt* in the *blast*.
yes | The *attack* on the depot lasted two hours.
yes | Two men were *killed*, not five as newspapers wrote.
yes | Soldiers, who had *occupied* the school for a week, left on Monday.
yes | After the talks *collapsed*, the envoy went home.
yes | When police *stormed* the flat, three men lay on the floor.
yes | Having *burned* the archive, the militia withdrew.
yes | The court *convicted* the mayor despite his denials.
yes | The strike has *paralysed* the harbour since Friday.
yes | It was the army that *shelled* the hospital.
yes | Had the valve closed, the tank would not have *exploded*, engineers know.
yes | The divers managed to *rescue* the boy.
yes | The rebels succeeded in *taking* the airport.
yes | The company was forced to *close* the mine.
yes | The pilot had to *land* in a field.
yes | The mayor went on to *win* the vote.
yes | The guard happened to *see* the thief.
yes | The troops began *shelling* the suburb at dawn.
yes | The navy helped *evacuate* the islanders.
yes | The heat caused the rail to *buckle*.
yes | Officers did not hesitate to *fire* on the crowd.
yes | The envoy did not fail to *mention* the prisoners.
yes | The police were able to *free* the hostages on Friday.
yes | The fire took hours to *put* out, and firemen *used* foam.
yes | Villagers were made to *dig* the trench.
yes | The clerk remembered to *lock* the safe.
yes | The officer was praised for *saving* the child.
yes | Two men were jailed for *robbing* the bank.
yes | The firm apologised for *spilling* the oil.
yes | She regretted that the school had *closed*.
yes | The flood resulted in the *collapse* of the dam.
yes | The inquiry revealed that guards had *beaten* the prisoners.
yes | The general admitted that his men had *shelled* the hospital.
yes | The guard conceded that he had *slept*.
yes | Police *arrest* nine after market blast
yes | Rebels *seize* airport as army *retreats*
yes | Storm *kills* dozens in northern Vell
yes | Nine *killed* in market blast
yes | The army launched an *attack*.
yes | The rebels carried out a *raid*.
yes | The minister was seen *leaving* the house.
yes | It emerged that the banker had *stolen* the money.
yes | It turned out that the ship had *sunk*.
yes | The killing, which the army *ordered*, shocked the town.
yes | The price of bread nearly *doubled* in March.
yes | The army is *shelling* the town.
yes | The ship is *sinking*.
yes | The launch almost did not *succeed*.
no | The army did not *shell* the hospital.
no | No hostages were *freed*.
no | Nobody was *hurt* in the fire.
no | The minister has never *visited* the camp.
no | Neither side *fired* a shot.
no | None of the prisoners was *released*.
no | The ship left without *unloading* its cargo.
no | The council no longer *employs* the guard.
no | The rescuers could not *reach* the valley.
no | The tanks never *crossed* the river.
no | The police *arrested* no one.
no | The firm stopped short of *recalling* the engines.
no | The city is far from *recovering* its old trade.
no | The rebels failed to *take* the airport.
no | The governor refused to *sign* the decree.
no | The bank declined to *release* the files.
no | The guards neglected to *lock* the gate.
no | The troops were unable to *hold* the ridge.
no | The ministry forgot to *warn* the villagers.
no | Police prevented the crowd from *entering* the hall.
no | The court barred the paper from *printing* the names.
no | The crew narrowly avoided *hitting* the tanker.
no | The state abandoned its plan to *raise* the tax.
no | The owners cancelled the *launch*.
no | He almost *died* of his wounds.
no | The train nearly *derailed* at the crossing.
no | The talks came close to *collapsing*.
no | There is no evidence that the plant *leaked* gas.
no | Investigators found no sign that the lock had been *forced*.
no | It is not true that the mayor *resigned*.
no | The general would have *attacked* if the bridge had held.
open | Had the driver *braked*, the bus would have stopped in time.
open | The party would split should the mayor *resign*, he said.
no | The army should have *evacuated* the town.
no | The ship was to have *sailed* on Sunday.
no | Too weak to *walk*, the prisoner lay on the floor.
no | The court lacked the power to *remove* the judge.
no | The treaty has yet to be *ratified*.
no | The wreck has not yet been *found*.
no | Far fewer voters came, and the party did not *win* a seat.
no | Police held two men over the foiled *attack*.
no | The council scrapped the *sale*.
no | The talks averted a *strike*.
no | The guard did not manage to *stop* the thief.
no | The envoy did not get to *see* the prisoner.
no | The rebels were not allowed to *enter* the town.
no | The general ruled out *sending* troops.
no | Instead of *landing*, the plane turned back.
no | The rescue came too late to *save* the crew.
no | The villagers had no time to *flee*.
no | The committee saw no reason to *suspend* the judge.
no | The mayor vowed never to *resign*.
no | It is impossible that the ship *sank*.
no | The ship cannot have *sunk*.
no | The guard was not *charged*, and the judge *freed* no one.
no | A push to *limit* the tax failed.
no | Nobody was *hurt* or has been *arrested*.
yes/no | The soldiers *withdrew* but did not *burn* the village.
yes/no | The union *rejected* the offer instead of *signing* it.
yes/no | The driver *died* before doctors could *operate* on him.
yes/yes | The company *rejects* the claim and *suspends* the manager.
yes/no | The pilot *escaped* but the plane was not *recovered*.
yes/no | Talks *fail* to *end* strike
no/yes | If the guard had *locked* the gate, the thief would not have *entered* the house.
yes/no | The mayor *promised* reform but never *delivered* it.
yes/no | The police *fired* on the crowd, but nobody *died*.
no/yes | The voters did not *trust* the mayor and *punished* him.
open/open/open | The airline pledged to *hire* a firm, *train* its staff and *create* a team.
yes/no | The mayor said *shutting* the port was no mistake, but he did not *defend* it.
open | The crew could have *saved* the ship.
open | The union plans to *strike* next week.
open | The navy will *send* two ships.
open | The army is going to *withdraw* its guns.
open | The leaders are due to *meet* in Vell on Monday.
open | The firm wants to *sell* the mine.
open | The rebels threatened to *blow* up the dam.
open | The court ordered the ministry to *free* the editor.
open | The mayor promised to *rebuild* the market.
open | The union called on the minister to *resign*.
open | Envoys are trying to *end* the siege.
open | The men tried to *cross* the border.
open | The council agreed to *buy* the land.
open | Parliament voted to *abolish* the tax.
open | The army massed tanks in order to *seize* the pass.
open | Talks aimed at *ending* the war began on Monday.
open | The state is considering *closing* the port.
open | Police prepared to *storm* the building.
open | The club is set to *sign* the striker.
open | The troops are expected to *leave* in May.
open | The prince is likely to *abdicate*.
open | The planned *withdrawal* worries the allies.
open | The ministry urged villagers to *leave* their homes.
open | The law allows the police to *hold* suspects for a month.
open | Negotiations on a *ceasefire* continue.
open | The party demanded the *release* of the editor.
open | The army must *leave* the town.
open | Ministers will *meet* again if the truce holds.
open | A plan to *bomb* the station was found on his computer.
open | The envoy called for an *investigation*.
open | The dam may *burst*.
open | The fire could *spread* to the depot.
open | If the dam *bursts*, thousands will *flee*.
open | Unless the firm *pays*, the men will walk out.
open | Did the army *shell* the hospital?
open | It is unclear whether the pilot *survived*.
open | Police are investigating whether the guard *opened* the gate.
open | The prosecutor has to prove that he *fired* the gun.
open | Would the minister *resign*?
open | The threat of an *invasion* hangs over the island.
open | The risk of *flooding* remains high.
open | Experts fear a *collapse* of the roof.
open | Court to *rule* on ban
open | Union to *strike* over pay
open | The possible *closure* of the port worries sailors.
open | Fears of a *collapse* grew.
open | The army threatened an *attack*.
open | The rebels are allowed to *enter* the town.
open | The general did not rule out *sending* troops.
open | Anyone who *crosses* the line risks a fine.
open | Should the dam *burst*, the town would *flood*.
open | Prosecutors must show that the banker *stole* the money.
open | The first question was, "Did you *steal* them?"
open | When asked by a reporter if the raid *led* to the attack, he left.
hedged | The rebels might have *crossed* the river.
hedged | Perhaps the crew *abandoned* the ship.
hedged | The king is believed to have *fled*.
hedged | The mayor reportedly *resigned*.
hedged | The general is said to have *ordered* the raid.
hedged | The man allegedly *stabbed* a guard.
hedged | Allegations of *torture* surfaced on Friday.
hedged | Police are asking about the alleged *attack*.
hedged | It is possible that the ship *sank*.
hedged | It seems that the ship *sank*.
hedged | The ship appears to have *sunk*.
hedged | The ship may have *sunk*.
outlet yes | He did not know that the bank had *failed*.
told yes | The general said that his men had *taken* the ridge.
told yes | The rebels claimed that they had *shot* down a plane.
told yes | According to the ministry, nine people *died*.
told yes | The army *shelled* the hospital, doctors said.
told yes | Witnesses said the guards *opened* fire.
told yes | "They *burned* our houses," the farmer said.
told yes | The envoy insisted that the talks had *succeeded*.
told yes | The mayor accused the police of *beating* the students.
told yes | The spokeswoman confirmed that the plane had *crashed*.
told yes | The ministry announced that it had *expelled* the envoy.
told yes | The paper reported that the king had *died*.
told yes | The farmer says the flood *destroys* his crop each spring.
told yes | Prosecutors allege that the banker *stole* the money.
told yes | Doctors said the army had *shelled* the hospital, a claim the general denied.
told yes | Activists say the guards *kill* protesters every week.
told yes | Monitors say soldiers *burn* houses in the valley.
told yes | Critics say the firm *pays* bribes to mayors.
told yes | "The committee is *reviewing* the case," the mayor said.
told yes | "We know that we *hurt* people," the mayor said.
told no | The army denied that it had *shelled* the hospital.
told no | The minister denies *taking* bribes.
told no | The general said that his men had not *crossed* the border.
told no | The firm rejected reports that it had *fired* the workers.
told no | The spokesman dismissed as false claims that troops had *entered* the town.
told no | "We did not *shoot* anyone," the officer said.
told no | The party said no votes had been *bought*.
told no | Officials said nobody was *hurt*.
told no | The army denied the *attack*.
told hedged | The director does not deny *spitting* on the actress.
told hedged | The army has not denied *shelling* the town.
told open | Talks between the two sides are to *resume* on Friday, the envoy said.
told no | The guard did not *see* or *hear* the thief, he said.
told open | The general said that his men would *take* the ridge.
told open | The union said it would *strike* unless wages rise.
told open | The mayor said the dam might *burst*.
told open | The envoy warned that the war could *spread*.
told open | The minister said he hoped to *end* the strike.
told open | "We will *rebuild* the market," the mayor said.
told open | The judge asked whether the guard had *opened* the gate.
told open | The chief said it was too early to say whether the man had *jumped*.
"""
ROWS = [line.split(" | ") for line in TABLE.strip().splitlines()]


def is_so(expected, mention):
    told, _, what = expected.rpartition(" ")
    factuality, happened = mention.factuality, mention.happened
    if told == "outlet":
        factuality = mention.commitments[0]
    if told == "told" and (len(mention.commitments) < 2 or abs(mention.commitments[0]) > 0.5):
        return False
    return {
        "yes": factuality >= 1 and (happened > 0 or told == "outlet"),
        "no": factuality <= -0.5 and happened < 0,
        "open": -1 < factuality < 2 and happened <= 0.3,
        "hedged": 0 <= factuality <= 2,
    }[what]


@pytest.mark.parametrize("expected, sentence", ROWS, ids=[sentence for _, sentence in ROWS])
def test_what_happened(expected, sentence):
    pieces = sentence.split("*")
    account = rashomon.document("".join(pieces), outlet="The Herald")
    [account] = rashomon.annotate([account])
    begins = [len("".join(pieces[:i])) for i in range(1, len(pieces), 2)]
    mentions = {m.span.begin: m for m in account.layer(EventMention)}
    wanted = expected.split("/") if "/" in expected else [expected] * len(begins)
    found = [(mentions[b].factuality, mentions[b].happened, mentions[b].commitments) for b in begins]
    assert all(is_so(w, mentions[b]) for w, b in zip(wanted, begins, strict=True)), found
