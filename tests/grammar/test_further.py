"""Who took part and where it was, by what stands further off."""

import pytest

from tests.readings import Built


@pytest.mark.parametrize(
    ("text", "tree", "names", "word", "expected"),
    [
        (
            "A judge in Vell jailed them.",
            "A/DET/det/judge judge/NOUN/nsubj/jailed in/ADP/case/Vell Vell/PROPN/nmod/judge "
            "jailed/VERB/root/jailed/jail/VBD them/PRON/obj/jailed",
            {"Vell": "LOC"},
            "jailed",
            [("agent", "A judge in Vell"), ("scene", "Vell"), ("patient", "them")],
        ),
        (
            "The roof of a school collapsed.",
            "The/DET/det/roof roof/NOUN/nsubj/collapsed of/ADP/case/school a/DET/det/school school/NOUN/nmod/roof "
            "collapsed/VERB/root/collapsed/collapse/VBD",
            {},
            "collapsed",
            [("agent", "The roof of a school"), ("scene", "a school")],
        ),
        (
            "She had parked in Vell when a van hit her.",
            "She/PRON/nsubj/parked had/AUX/aux/parked parked/VERB/root/parked/park/VBN in/ADP/case/Vell "
            "Vell/PROPN/obl/parked when/ADV/advmod/hit/when/WRB a/DET/det/van van/NOUN/nsubj/hit "
            "hit/VERB/advcl/parked/hit/VBD her/PRON/obj/hit",
            {"Vell": "LOC"},
            "hit",
            [("scene", "Vell"), ("agent", "a van"), ("patient", "her")],
        ),
        (
            "She left Vell when a van hit her.",
            "She/PRON/nsubj/left left/VERB/root/left/leave/VBD Vell/PROPN/obj/left when/ADV/advmod/hit/when/WRB "
            "a/DET/det/van van/NOUN/nsubj/hit hit/VERB/advcl/left/hit/VBP her/PRON/obj/hit",
            {"Vell": "LOC"},
            "hit",
            [("agent", "a van"), ("patient", "her")],
        ),
        (
            "Ana was stabbed while walking in Vell.",
            "Ana/PROPN/nsubj:pass/stabbed was/AUX/aux:pass/stabbed stabbed/VERB/root/stabbed/stab/VBN "
            "while/SCONJ/mark/walking walking/VERB/advcl/stabbed/walk/VBG in/ADP/case/Vell Vell/PROPN/obl/walking",
            {"Ana": "PER", "Vell": "LOC"},
            "stabbed",
            [("patient", "Ana"), ("scene", "Vell")],
        ),
        (
            "The man accused of killing Ana fled.",
            "The/DET/det/man man/NOUN/nsubj/fled accused/VERB/acl/man/accuse/VBD of/SCONJ/mark/killing "
            "killing/VERB/advcl/accused/kill/VBG Ana/PROPN/obj/killing fled/VERB/root/fled/flee/VBD",
            {"Ana": "PER"},
            "killing",
            [("agent", "The man"), ("patient", "Ana")],
        ),
        (
            "Five people are dead.",
            "Five/NUM/nummod/people/five/CD people/NOUN/nsubj/dead/person/NNS are/AUX/cop/dead dead/ADJ/root/dead",
            {},
            "dead",
            [("patient", "Five people")],
        ),
        (
            "Gunfire was heard near the palace.",
            "Gunfire/NOUN/nsubj:pass/heard was/AUX/aux:pass/heard heard/VERB/root/heard/hear/VBN "
            "near/ADP/case/palace the/DET/det/palace palace/NOUN/obl/heard",
            {},
            "Gunfire",
            [("place", "the palace")],
        ),
        (
            "The thieves made off with jewels.",
            "The/DET/det/thieves thieves/NOUN/nsubj/made/thief/NNS made/VERB/root/made/make/VBD "
            "off/ADP/compound/made with/ADP/case/jewels jewels/NOUN/obl/made/jewel/NNS",
            {},
            "made",
            [("agent", "The thieves"), ("patient", "jewels")],
        ),
        (
            "The robber jumped out of the window.",
            "The/DET/det/robber robber/NOUN/nsubj/jumped jumped/VERB/root/jumped/jump/VBD out/ADP/case/window "
            "of/ADP/case/window the/DET/det/window window/NOUN/obl/jumped",
            {},
            "jumped",
            [("agent", "The robber"), ("place", "the window")],
        ),
        (
            "They ran out of water.",
            "They/PRON/nsubj/ran ran/VERB/root/ran/run/VBD out/ADP/case/water of/ADP/case/water water/NOUN/obl/ran",
            {},
            "ran",
            [("agent", "They")],
        ),
        (
            "They stole paintings from a museum.",
            "They/PRON/nsubj/stole stole/VERB/root/stole/steal/VBD paintings/NOUN/obj/stole/painting/NNS "
            "from/ADP/case/museum a/DET/det/museum museum/NOUN/obl/stole",
            {},
            "stole",
            [("agent", "They"), ("patient", "paintings"), ("place", "a museum")],
        ),
        (
            "The truck rammed into a crowd.",
            "The/DET/det/truck truck/NOUN/nsubj/rammed rammed/VERB/root/rammed/ram/VBD into/ADP/case/crowd "
            "a/DET/det/crowd crowd/NOUN/obl/rammed",
            {},
            "rammed",
            [("agent", "The truck"), ("patient", "a crowd")],
        ),
        (
            "Man held over murder",
            "Man/NOUN/nsubj/held held/VERB/root/held/hold/VBD over/ADP/case/murder murder/NOUN/obl/held",
            {},
            "held",
            [("patient", "Man")],
        ),
        (
            "Ana sacked as coach",
            "Ana/PROPN/nsubj/sacked sacked/VERB/root/sacked/sack/VBD as/ADP/case/coach coach/NOUN/obl/sacked",
            {"Ana": "PER"},
            "sacked",
            [("patient", "Ana")],
        ),
        (
            "He drove his car into a crowd in Vell.",
            "He/PRON/nsubj/drove drove/VERB/root/drove/drive/VBD his/PRON/nmod:poss/car car/NOUN/obj/drove "
            "into/ADP/case/crowd a/DET/det/crowd crowd/NOUN/obl/drove in/ADP/case/Vell Vell/PROPN/obl/drove",
            {"Vell": "LOC"},
            "drove",
            [("agent", "He"), ("patient", "his car"), ("place", "Vell")],
        ),
        (
            "They set fire to a mosque in Vell.",
            "They/PRON/nsubj/set set/VERB/root/set/set/VBP fire/NOUN/obj/set to/ADP/case/mosque a/DET/det/mosque "
            "mosque/NOUN/obl/set in/ADP/case/Vell Vell/PROPN/obl/set",
            {"Vell": "LOC"},
            "set",
            [("agent", "They"), ("patient", "fire"), ("patient", "a mosque"), ("place", "Vell")],
        ),
        (
            "The blast wounded men.",
            "The/DET/det/blast blast/NOUN/nsubj/wounded wounded/VERB/amod/men/wound/VBN men/NOUN/root/men",
            {},
            "wounded",
            [("agent", "The blast"), ("patient", "men")],
        ),
        (
            "The man who shot and killed guards fled.",
            "The/DET/det/man man/NOUN/nsubj/fled who/PRON/nsubj/shot shot/VERB/acl:relcl/man/shoot/VBD "
            "and/CCONJ/cc/killed killed/VERB/conj/shot/kill/VBD guards/NOUN/obj/shot/guard/NNS "
            "fled/VERB/root/fled/flee/VBD",
            {},
            "killed",
            [("agent", "The man"), ("patient", "guards")],
        ),
        (
            "The ship came under attack.",
            "The/DET/det/ship ship/NOUN/nsubj/came came/VERB/root/came/come/VBD under/ADP/case/attack "
            "attack/NOUN/obl/came",
            {},
            "attack",
            [("patient", "The ship")],
        ),
        (
            "A ship under attack fled.",
            "A/DET/det/ship ship/NOUN/nsubj/fled under/ADP/case/attack attack/NOUN/nmod/ship "
            "fled/VERB/root/fled/flee/VBD",
            {},
            "attack",
            [("patient", "A ship under attack")],
        ),
        (
            "Men are under arrest.",
            "Men/NOUN/nsubj/arrest/man/NNS are/AUX/cop/arrest under/ADP/case/arrest arrest/NOUN/root/arrest",
            {},
            "arrest",
            [("patient", "Men")],
        ),
        (
            "The navy came to the rescue of a ship.",
            "The/DET/det/navy navy/NOUN/nsubj/came came/VERB/root/came/come/VBD to/ADP/case/rescue "
            "the/DET/det/rescue rescue/NOUN/obl/came of/ADP/case/ship a/DET/det/ship ship/NOUN/nmod/rescue",
            {},
            "rescue",
            [("agent", "The navy"), ("patient", "a ship")],
        ),
        (
            "A gunman opened fire on a crowd in Vell.",
            "A/DET/det/gunman gunman/NOUN/nsubj/opened opened/VERB/root/opened/open/VBD fire/NOUN/obj/opened "
            "on/ADP/case/crowd a/DET/det/crowd crowd/NOUN/obl/opened in/ADP/case/Vell Vell/PROPN/obl/opened",
            {"Vell": "LOC"},
            "opened",
            [("agent", "A gunman"), ("patient", "fire"), ("patient", "a crowd"), ("place", "Vell")],
        ),
        (
            "They burst into a school and opened fire.",
            "They/PRON/nsubj/burst burst/VERB/root/burst/burst/VBD into/ADP/case/school a/DET/det/school "
            "school/NOUN/obl/burst and/CCONJ/cc/opened opened/VERB/conj/burst/open/VBD fire/NOUN/obj/opened",
            {},
            "opened",
            [("agent", "They"), ("scene", "a school"), ("patient", "fire")],
        ),
        (
            "Police searched a house in Vell.",
            "Police/NOUN/nsubj/searched searched/VERB/root/searched/search/VBD a/DET/det/house "
            "house/NOUN/obj/searched in/ADP/case/Vell Vell/PROPN/nmod/house",
            {"Vell": "LOC"},
            "searched",
            [("agent", "Police"), ("patient", "a house in Vell"), ("scene", "Vell")],
        ),
        (
            "They bought a bank in Vell.",
            "They/PRON/nsubj/bought bought/VERB/root/bought/buy/VBD a/DET/det/bank bank/NOUN/obj/bought "
            "in/ADP/case/Vell Vell/PROPN/nmod/bank",
            {"Vell": "LOC"},
            "bought",
            [("agent", "They"), ("patient", "a bank in Vell")],
        ),
        (
            "A crane fell on a mosque.",
            "A/DET/det/crane crane/NOUN/nsubj/fell fell/VERB/root/fell/fall/VBD on/ADP/case/mosque "
            "a/DET/det/mosque mosque/NOUN/obl/fell",
            {},
            "fell",
            [("agent", "A crane"), ("place", "a mosque")],
        ),
        (
            "The tower in Vell collapsed.",
            "The/DET/det/tower tower/NOUN/nsubj/collapsed in/ADP/case/Vell Vell/PROPN/nmod/tower "
            "collapsed/VERB/root/collapsed/collapse/VBD",
            {"Vell": "LOC"},
            "collapsed",
            [("agent", "The tower in Vell"), ("scene", "Vell")],
        ),
        (
            "Ana Placed on Reserve by Saints",
            "Ana/PROPN/nsubj/Placed Placed/VERB/root/Placed/place/VBD on/ADP/case/Reserve Reserve/NOUN/obl/Placed "
            "by/ADP/case/Saints Saints/PROPN/obl:agent/Placed",
            {"Ana": "PER"},
            "Placed",
            [("patient", "Ana"), ("agent", "Saints")],
        ),
    ],
)
def test_what_stands_further_off(text, tree, names, word, expected):
    roles = Built(text, tree, names=names).roles(word)
    assert [(role, words) for role, words, _ in roles if role not in ("number", "topic")] == expected
