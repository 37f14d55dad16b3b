"""Who takes part in the event of a verb or a noun, and where."""

import pytest

from tests.readings import Built


def pairs(made, word):
    return [(role, words) for role, words, _ in made.roles(word)]


MET = "Rebels/NOUN/nsubj/met met/VERB/root/met/meet/VBD"


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        ("Rebels drove into a mountain.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD into/ADP/case/mountain "
         "mountain/NOUN/obl/drove/mountain", [("place", "mountain")]),
        ("Rebels drove into a debate.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD into/ADP/case/debate "
         "debate/NOUN/obl/drove/debate", []),
        ("Rebels drove to the border.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD to/ADP/case/border border/NOUN/obl/drove/border",
         [("place", "border")]),
        ("Rebels drove into festivities in Sella.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD into/ADP/case/festivities "
         "festivities/NOUN/obl/drove/festivity in/ADP/case/Sella Sella/PROPN/nmod/festivities",
         [("place", "festivities in Sella")]),
        ("Rebels drove from friends in Sella.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD from/ADP/case/friends "
         "friends/NOUN/obl/drove/friend in/ADP/case/Sella Sella/PROPN/nmod/friends", []),
        ("Rebels drove in an attack in Sella.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD in/ADP/case/attack attack/NOUN/obl/drove/attack "
         "Sella/PROPN/nmod/attack", []),
        ("Rebels drove in a car.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD in/ADP/case/car car/NOUN/obl/drove/car", []),
        ("Rebels drove overseas.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD overseas/ADV/advmod/drove", [("place", "overseas")]),
        ("Rebels drove on the wishes.",
         "Rebels/NOUN/nsubj/drove drove/VERB/root/drove/drive/VBD on/ADP/case/wishes wishes/NOUN/obl/drove/wish",
         [("topic", "wishes")]),
    ],
)  # fmt: skip
def test_common_nouns_are_places_by_word_and_preposition(text, tree, expected):
    names = {"Sella": "LOC"} if "Sella" in text else None
    assert pairs(Built(text, tree, names=names), "drove")[1:] == expected


@pytest.mark.parametrize(
    "case, noun, expected",
    [("with", "aim", []), ("with", "pilot", [("recipient", "pilot")]), ("at", "request", []), ("at", "front", [])],
)
def test_what_stands_with_a_preposition_need_not_take_part(case, noun, expected):
    tree = f"{MET} {case}/ADP/case/{noun} {noun}/NOUN/obl/met/{noun}"
    made = Built(f"Rebels met {case} {noun}.", tree)
    assert pairs(made, "met")[1:] == (expected or ([("place", "front")] if noun == "front" else []))


def test_a_verb_that_reaches_its_object_by_a_preposition():
    tree = "They/PRON/nsubj/shot shot/VERB/root/shot/shoot/VBD at/ADP/case/pilots pilots/NOUN/obl/shot/pilot"
    assert pairs(Built("They shot at pilots.", tree), "shot") == [("agent", "They"), ("patient", "pilots")]


@pytest.mark.parametrize(
    "text, tree, verb, expected",
    [
        ("Forces clashed with strikers.",
         "Forces/NOUN/nsubj/clashed clashed/VERB/root/clashed/clash/VBD with/ADP/case/strikers "
         "strikers/NOUN/obl/clashed/striker", "clashed", ("recipient", "strikers")),
        ("They fired shells at a station.",
         "They/PRON/nsubj/fired fired/VERB/root/fired/fire/VBD shells/NOUN/obj/fired/shell at/ADP/case/station "
         "station/NOUN/obl/fired/station", "fired", ("patient", "station")),
        ("It was turned over to the embassy.",
         "It/PRON/nsubj:pass/turned was/AUX/aux:pass/turned turned/VERB/root/turned/turn/VBN over/ADP/compound/turned "
         "to/ADP/case/embassy embassy/NOUN/obl/turned/embassy", "turned", ("recipient", "embassy")),
        ("It signed pacts with Sella.",
         "It/PRON/nsubj/signed signed/VERB/root/signed/sign/VBD pacts/NOUN/obj/signed/pact with/ADP/case/Sella "
         "Sella/PROPN/nmod/pacts", "signed", ("recipient", "Sella")),
        ("Rebels, including Oro, fled.",
         "Rebels/NOUN/nsubj/fled/rebel including/ADP/case/Oro Oro/PROPN/nmod/Rebels fled/VERB/root/fled/flee/VBD",
         "fled", ("agent", "Oro")),
        ("The steps got Oro removed.",
         "The/DET/det/steps steps/NOUN/nsubj/got/step got/VERB/root/got/get/VBD Oro/PROPN/nsubj/got "
         "removed/VERB/xcomp/got/remove/VBN", "removed", ("patient", "Oro")),
        ("He made a speech to Oro.",
         "He/PRON/nsubj/made made/VERB/root/made/make/VBD speech/NOUN/obj/made/speech to/ADP/case/Oro "
         "Oro/PROPN/obl/made", "made", ("recipient", "Oro")),
        ("Oro's murder shook us.",
         "Oro/PROPN/nsubj/shook 's/PART/case/Oro/'s/POS murder/NOUN/nsubj/shook/murder shook/VERB/root/shook/shake/VBD "
         "us/PRON/obj/shook", "murder", ("patient", "Oro's")),
        ("They began an inquiry into the raid.",
         "They/PRON/nsubj/began began/VERB/root/began/begin/VBD inquiry/NOUN/obj/began/inquiry into/ADP/case/raid "
         "raid/NOUN/obl/began/raid the/DET/det/raid", "inquiry", ("patient", "the raid")),
        ("Ana made a summit between Oro and Luz.",
         "Ana/PROPN/nsubj/made made/VERB/root/made/make/VBD summit/NOUN/obj/made/summit between/ADP/case/Oro "
         "Oro/PROPN/nmod/summit and/CCONJ/cc/Luz Luz/PROPN/obl/made", "summit", ("agent", "Luz")),
        ("Six are in custody.",
         "Six/NUM/nsubj/custody are/AUX/cop/custody in/ADP/case/custody custody/NOUN/root/custody", "custody",
         ("patient", "Six")),
        ("Oro was given a trial.",
         "Oro/PROPN/nsubj:pass/given was/AUX/aux:pass/given given/VERB/root/given/give/VBN a/DET/det/trial "
         "trial/NOUN/obj/given", "trial", ("patient", "Oro")),
        ("Guards in Sella, where they left, slept.",
         "Guards/NOUN/nsubj/slept/guard in/ADP/case/Sella Sella/PROPN/nmod/Guards where/ADV/advmod/left "
         "they/PRON/nsubj/left left/VERB/acl:relcl/Guards/leave/VBD slept/VERB/root/slept/sleep/VBD", "left",
         ("place", "Sella")),
        ("Sella attacks shook us.",
         "Sella/PROPN/compound/attacks attacks/NOUN/nsubj/shook/attack shook/VERB/root/shook/shake/VBD "
         "us/PRON/obj/shook", "attacks", ("place", "Sella")),
        ("Blasts went off in Sella.",
         "Blasts/NOUN/nsubj/went/blast went/VERB/root/went/go/VBD off/ADV/advmod/went in/ADP/case/Sella "
         "Sella/PROPN/obl/went", "Blasts", ("place", "Sella")),
        ("A fire broke out in Sella.",
         "A/DET/det/fire fire/NOUN/nsubj/broke broke/VERB/root/broke/break/VBD out/ADP/compound/broke "
         "in/ADP/case/Sella Sella/PROPN/obl/broke", "fire", ("place", "Sella")),
        ("He was released from prison.",
         "He/PRON/nsubj:pass/released was/AUX/aux:pass/released released/VERB/root/released/release/VBN "
         "from/ADP/case/prison prison/NOUN/obl/released", "released", ("place", "prison")),
        ("Raids on Sella failed.",
         "Raids/NOUN/nsubj/failed/raid on/ADP/case/Sella Sella/PROPN/nmod/Raids failed/VERB/root/failed/fail/VBD",
         "Raids", ("patient", "Sella")),
        ("They opened fire on guards.",
         "They/PRON/nsubj/opened opened/VERB/root/opened/open/VBD fire/NOUN/obj/opened on/ADP/case/guards "
         "guards/NOUN/obl/opened/guard", "fire", ("patient", "guards")),
        ("Police made dozens of arrests.",
         "Police/NOUN/nsubj/made made/VERB/root/made/make/VBD dozens/NOUN/obj/made/dozen of/ADP/case/arrests "
         "arrests/NOUN/nmod/dozens/arrest", "arrests", ("agent", "Police")),
        ("They undergo trial.",
         "They/PRON/nsubj/undergo undergo/VERB/root/undergo/undergo/VBP trial/NOUN/obj/undergo", "trial",
         ("patient", "They")),
        ("They praised the raid in Sella.",
         "They/PRON/nsubj/praised praised/VERB/root/praised/praise/VBD the/DET/det/raid raid/NOUN/obj/praised "
         "in/ADP/case/Sella Sella/PROPN/obl/praised", "raid", ("place", "Sella")),
        ("Ana, Luz and Oro fled.",
         "Ana/PROPN/nsubj/fled Luz/PROPN/nsubj/fled and/CCONJ/cc/Oro Oro/PROPN/conj/Luz fled/VERB/root/fled/flee/VBD",
         "fled", ("agent", "Luz")),
    ],
)  # fmt: skip
def test_who_is_on_the_other_side(text, tree, verb, expected):
    names = {"Sella": "LOC"} if "Sella" in text else {"Oro": "PER"} if "Oro" in text else None
    assert expected in pairs(Built(text, tree, names=names, happened={verb: 1}), verb)


def test_who_praises_a_deed_was_not_there():
    tree = (
        "They/PRON/nsubj/praised praised/VERB/root/praised/praise/VBD raid/NOUN/obj/praised in/ADP/case/Sella "
        "Sella/PROPN/obl/praised"
    )
    made = Built("They praised the raid in Sella.", tree, names={"Sella": "LOC"}, happened={"raid": 1})
    assert ("place", "Sella") not in pairs(made, "praised")


def test_an_agent_that_the_tree_hides_behind_another_noun():
    tree = (
        "It/PRON/nsubj:pass/sent was/AUX/aux:pass/sent sent/VERB/root/sent/send/VBN to/ADP/case/Moreno "
        "Moreno/PROPN/obl/sent by/ADP/case/pilots pilots/NOUN/nmod/Moreno/pilot"
    )
    made = Built("It was sent to Moreno by pilots.", tree, names={"Moreno": "PER"})
    assert ("agent", "pilots") in pairs(made, "sent")


def test_a_relative_pronoun_stands_for_its_noun():
    tree = (
        "boat/NOUN/nsubj/burned that/PRON/obj/sank rebels/NOUN/nsubj/sank sank/VERB/acl:relcl/boat/sink/VBD "
        "burned/VERB/root/burned"
    )
    assert pairs(Built("The boat that rebels sank burned.", tree), "sank") == [("patient", "boat"), ("agent", "rebels")]


@pytest.mark.parametrize(
    "text, tree, noun, expected",
    [
        ("Talks between Ana and Luz ended.",
         "Talks/NOUN/nsubj/ended/talk between/ADP/case/Ana Ana/PROPN/nmod/Talks and/CCONJ/cc/Luz Luz/PROPN/conj/Ana "
         "ended/VERB/root/ended", "Talks", [("agent", "Ana"), ("agent", "Luz")]),
        ("The rocket launch ended.",
         "rocket/NOUN/compound/launch launch/NOUN/nsubj/ended/launch ended/VERB/root/ended", "launch",
         [("patient", "rocket")]),
        ("The Ana blast ended.",
         "Ana/PROPN/compound/blast blast/NOUN/nsubj/ended/blast ended/VERB/root/ended", "blast", [("agent", "Ana")]),
        ("The Sella blast ended.",
         "Sella/PROPN/compound/blast blast/NOUN/nsubj/ended/blast ended/VERB/root/ended", "blast",
         [("place", "Sella")]),
        ("A search conducted by troops for Ana ended.",
         "search/NOUN/nsubj/ended/search conducted/VERB/acl/search/conduct/VBN by/ADP/case/troops "
         "troops/NOUN/obl:agent/conducted/troop for/ADP/case/Ana Ana/PROPN/obl/conducted ended/VERB/root/ended",
         "search", [("agent", "troops"), ("recipient", "Ana")]),
        ("A search conducted by mistake ended.",
         "search/NOUN/nsubj/ended/search conducted/VERB/acl/search/conduct/VBN by/ADP/case/mistake "
         "mistake/NOUN/obl:agent/conducted/mistake ended/VERB/root/ended", "search", []),
        ("The rocket attack ended.",
         "rocket/NOUN/compound/attack attack/NOUN/nsubj/ended/attack ended/VERB/root/ended", "attack", []),
        ("His arrest ended.", "His/PRON/nmod:poss/arrest arrest/NOUN/nsubj/ended/arrest ended/VERB/root/ended",
         "arrest", [("patient", "His")]),
        ("The firing of pilots ended.",
         "firing/NOUN/nsubj/ended/fire of/ADP/case/pilots pilots/NOUN/nmod/firing ended/VERB/root/ended", "firing",
         [("patient", "pilots")]),
        ("The firing of Ana ended.",
         "firing/NOUN/nsubj/ended/fire of/ADP/case/Ana Ana/PROPN/nmod/firing ended/VERB/root/ended", "firing",
         [("patient", "Ana")]),
        ("His arrest of pilots ended.",
         "His/PRON/nmod:poss/arrest arrest/NOUN/nsubj/ended/arrest of/ADP/case/pilots pilots/NOUN/nmod/arrest "
         "ended/VERB/root/ended", "arrest", [("agent", "His"), ("patient", "pilots")]),
        ("Attacks were carried out by men.",
         "Attacks/NOUN/nsubj:pass/carried/attack were/AUX/aux:pass/carried carried/VERB/root/carried/carry/VBN "
         "out/ADP/compound/carried by/ADP/case/men men/NOUN/obl/carried/man", "Attacks", [("agent", "men")]),
        ("Ana is in talks with Luz.",
         "Ana/PROPN/nsubj/talks is/AUX/cop/talks in/ADP/case/talks talks/NOUN/root/talks/talk with/ADP/case/Luz "
         "Luz/PROPN/nmod/talks", "talks", [("agent", "Ana"), ("recipient", "Luz")]),
        ("Ana went on strike.",
         "Ana/PROPN/nsubj/went went/VERB/root/went/go/VBD on/ADP/case/strike strike/NOUN/obl/went/strike", "strike",
         [("agent", "Ana")]),
        ("Ana left during a visit.",
         "Ana/PROPN/nsubj/left left/VERB/root/left during/ADP/case/visit visit/NOUN/obl/left/visit", "visit",
         [("agent", "Ana")]),
        ("Ana and Luz held talks near the border.",
         "Ana/PROPN/nsubj/held and/CCONJ/cc/Luz Luz/PROPN/conj/Ana held/VERB/root/held/hold talks/NOUN/obj/held/talk "
         "near/ADP/case/border border/NOUN/obl/held/border", "talks",
         [("agent", "Ana"), ("agent", "Luz"), ("place", "border")]),
    ],
)  # fmt: skip
def test_who_takes_part_in_the_event_of_a_noun(text, tree, noun, expected):
    names = {"Ana": "PER"} if "Ana" in text else {"Sella": "LOC"} if "Sella" in text else None
    assert pairs(Built(text, tree, names=names, happened={noun: 1}), noun) == expected


def test_a_place_inside_an_object_is_the_events_where_the_object_is_no_body():
    tree = (
        "They/PRON/nsubj/shut shut/VERB/root/shut/shut/VBD {0}/NOUN/obj/shut/{0} in/ADP/case/Sella Sella/PROPN/nmod/{0}"
    )
    for noun, expected in (("mine", [("place", "Sella")]), ("minister", [("place", "Sella")]), ("bank", [])):
        made = Built(f"They shut a {noun} in Sella.", tree.format(noun), names={"Sella": "LOC"})
        assert [p for p in pairs(made, "shut") if p[0] == "place"] == expected


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        ("They replaced Oro with Lindt.",
         "They/PRON/nsubj/replaced replaced/VERB/root/replaced/replace/VBD Oro/PROPN/obj/replaced "
         "with/ADP/case/Lindt Lindt/PROPN/obj/replaced", [("patient", "Oro")]),
        ("They bought tools and Oro sold boats.",
         "They/PRON/nsubj/bought bought/VERB/root/bought/buy/VBD tools/NOUN/obj/bought boats/NOUN/conj/tools",
         [("patient", "tools")]),
        ("They set up a zone.",
         "They/PRON/nsubj/set set/VERB/root/set/set/VBD up/ADP/compound/set zone/NOUN/obl/set a/DET/det/zone",
         [("patient", "a zone")]),
        ("They moved more than 20 tons.",
         "They/PRON/nsubj/moved moved/VERB/root/moved/move/VBD more/ADV/advmod/tons than/ADP/case/tons "
         "20/NUM/nummod/tons tons/NOUN/obj/moved", [("patient", "20 tons")]),
    ],
)  # fmt: skip
def test_objects_are_told_from_what_the_tree_takes_for_them(text, tree, expected):
    verb = tree.split("/nsubj/")[1].split()[0]
    assert [p for p in pairs(Built(text, tree), verb) if p[0] == "patient"] == expected


LEFT = "Ana/PROPN/nsubj/left left/VERB/root/left/leave/VBD"


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        ("Ana left on a flight to Sella.",
         f"{LEFT} on/ADP/case/flight flight/NOUN/obl/left/flight to/ADP/case/Sella Sella/PROPN/nmod/flight", "Sella"),
        ("Ana left from the vicinity of Sella.",
         f"{LEFT} from/ADP/case/vicinity vicinity/NOUN/obl/left/vicinity of/ADP/case/Sella Sella/PROPN/nmod/vicinity",
         "Sella"),
        ("Ana left from a shaft in Sella.",
         f"{LEFT} from/ADP/case/shaft shaft/NOUN/obl/left/shaft/NN in/ADP/case/Sella Sella/PROPN/nmod/shaft",
         "shaft in Sella"),
        ("Ana waited outside the parliament.",
         "Ana/PROPN/nsubj/waited waited/VERB/root/waited/wait/VBD outside/ADP/case/parliament the/DET/det/parliament "
         "parliament/NOUN/obl/waited/parliament", "the parliament"),
        ("Ana fell 20 km east of Sella.",
         "Ana/PROPN/nsubj/fell fell/VERB/root/fell/fall/VBD 20/NUM/nummod/km km/NOUN/obl/fell/km east/ADV/advmod/fell "
         "of/ADP/case/Sella Sella/PROPN/obl/east", "east of Sella"),
        ("Ana left hours later from Sella.",
         f"{LEFT} hours/NOUN/obl:unmarked/later later/ADV/advmod/left from/ADP/case/Sella Sella/PROPN/obl/later",
         "Sella"),
        ("Ana waited at a court in Sella.",
         "Ana/PROPN/nsubj/waited waited/VERB/root/waited/wait/VBD at/ADP/case/court a/DET/det/court "
         "court/NOUN/obl/waited/court in/ADP/case/Sella Sella/PROPN/nmod/court", "a court in Sella"),
        ("Ana was killed in Sella's capital.",
         "Ana/PROPN/nsubj:pass/killed was/AUX/aux:pass/killed killed/VERB/root/killed/kill/VBN "
         "in/ADP/case/Sella/in/IN Sella/PROPN/obl/killed 's/PART/case/Sella/'s/POS capital/NOUN/obl/killed/capital",
         "capital"),
        ("Ana waited in downtown Sella.",
         "Ana/PROPN/nsubj/waited waited/VERB/root/waited/wait/VBD in/ADP/compound/waited/in/IN "
         "downtown/ADJ/obl/waited/downtown/JJ Sella/PROPN/obl/waited", "Sella"),
        ("Ana fell down a hillside.",
         "Ana/PROPN/nsubj/fell fell/VERB/root/fell/fall/VBD down/ADP/case/hillside a/DET/det/hillside "
         "hillside/NOUN/obl/fell/hillside", "a hillside"),
        ("Ana left on orders from Sella for a court.",
         f"{LEFT} on/ADP/case/orders orders/NOUN/obl/left/order from/ADP/case/Sella Sella/PROPN/obl/left "
         "for/ADP/case/court court/NOUN/obl/left/court a/DET/det/court", "a court"),
        ("Nine were killed by soldiers in Sella.",
         "Nine/NUM/nsubj:pass/killed were/AUX/aux:pass/killed killed/VERB/root/killed/kill/VBN by/ADP/case/soldiers "
         "soldiers/NOUN/obl:agent/killed/soldier in/ADP/case/Sella Sella/PROPN/nmod/soldiers", "Sella"),
        ("Nine were killed at a Sella rally.",
         "Nine/NUM/nsubj:pass/killed were/AUX/aux:pass/killed killed/VERB/root/killed/kill/VBN at/ADP/case/rally "
         "a/DET/det/rally Sella/PROPN/compound/rally rally/NOUN/obl/killed/rally", "Sella"),
        ("Ana was killed at a number of farms.",
         "Ana/PROPN/nsubj:pass/killed was/AUX/aux:pass/killed killed/VERB/root/killed/kill/VBN at/ADP/case/number "
         "a/DET/det/number number/NOUN/obl/killed/number of/ADP/case/farms farms/NOUN/nmod/number/farm", "farms"),
        ("Ana left for the capital Sella.",
         f"{LEFT} for/ADP/case/capital the/DET/det/capital capital/NOUN/obl/left/capital/NN Sella/PROPN/obl/left",
         "Sella"),
        ("In Sella, officials say a dam fell.",
         "In/ADP/case/Sella/in/IN Sella/PROPN/obl/say officials/NOUN/nsubj/say/official/NNS say/VERB/root/say/say/VBP "
         "a/DET/det/dam dam/NOUN/nsubj/fell/dam fell/VERB/ccomp/say/fall/VBD", "Sella"),
        ("Ana left in a raid at Sella.",
         f"{LEFT} in/ADP/case/raid raid/NOUN/obl/left/raid at/ADP/case/Sella Sella/PROPN/nmod/raid", "Sella"),
        ("The town where nine were killed slept.",
         "The/DET/det/town town/NOUN/nsubj/slept where/ADV/advmod/killed nine/NUM/nsubj:pass/killed "
         "were/AUX/aux:pass/killed killed/VERB/acl:relcl/town/kill/VBN slept/VERB/root/slept/sleep/VBD", "The town"),
        ("Nine people in Sella were killed.",
         "Nine/NUM/nummod/people people/NOUN/nsubj:pass/killed in/ADP/case/Sella Sella/PROPN/nmod/people "
         "were/AUX/aux:pass/killed killed/VERB/root/killed/kill/VBN", "Sella"),
    ],
)  # fmt: skip
def test_where_by_way_of_another_noun(text, tree, expected):
    verb = next(w for w in ("left", "waited", "fell", "killed") if w in text)
    made = Built(text, tree, names={"Sella": "LOC"} if "Sella" in text else None)
    assert [words for role, words in pairs(made, verb) if role == "place"] == [expected]


@pytest.mark.parametrize(
    "text, tree, noun",
    [
        ("The explosion, which happened in Sella, hurt Ana.",
         "The/DET/det/explosion explosion/NOUN/nsubj/hurt which/PRON/nsubj/happened "
         "happened/VERB/acl:relcl/explosion/happen/VBD in/ADP/case/Sella Sella/PROPN/obl/happened "
         "hurt/VERB/root/hurt/hurt/VBD Ana/PROPN/obj/hurt", "explosion"),
        ("The verdict sparked protests in Sella.",
         "The/DET/det/verdict verdict/NOUN/nsubj/sparked sparked/VERB/root/sparked/spark/VBD "
         "protests/NOUN/obj/sparked/protest in/ADP/case/Sella Sella/PROPN/obl/sparked", "protests"),
        ("The crash site near Sella was shut.",
         "The/DET/det/site crash/NOUN/compound/site site/NOUN/nsubj:pass/shut/site near/ADP/case/Sella "
         "Sella/PROPN/nmod/site was/AUX/aux:pass/shut shut/VERB/root/shut/shut/VBN", "crash"),
    ],
)  # fmt: skip
def test_where_the_event_of_a_noun_was_by_the_words_around_it(text, tree, noun):
    assert ("place", "Sella") in pairs(Built(text, tree, names={"Sella": "LOC"}), noun)


@pytest.mark.parametrize(
    ("text", "tree", "expected"),
    [
        ("Rebels met foes with knives.",
         f"{MET} foes/NOUN/obj/met/foe with/ADP/case/knives knives/NOUN/obl/met/knife",
         [("agent", "Rebels"), ("patient", "foes"), ("instrument", "knives")]),
        ("Rebels met foes with pride.",
         f"{MET} foes/NOUN/obj/met/foe with/ADP/case/pride pride/NOUN/obl/met/pride",
         [("agent", "Rebels"), ("patient", "foes")]),
        ("Rebels met foes using knives.",
         f"{MET} foes/NOUN/obj/met/foe using/VERB/advcl/met/use/VBG knives/NOUN/obj/using/knife",
         [("agent", "Rebels"), ("patient", "foes"), ("instrument", "knives")]),
    ],
)  # fmt: skip
def test_what_a_deed_was_done_with(text, tree, expected):
    assert pairs(Built(text, tree), "met") == expected


@pytest.mark.parametrize(("verb", "lemma", "shared"), [("seized", "seize", True), ("came", "come", False)])
def test_two_verbs_share_the_object_of_the_second_unless_the_first_takes_none(verb, lemma, shared):
    tree = (
        f"Rebels/NOUN/nsubj/{verb} {verb}/VERB/root/{verb}/{lemma}/VBD and/CCONJ/cc/burned "
        f"burned/VERB/conj/{verb}/burn/VBD boats/NOUN/obj/burned/boat"
    )
    made = Built(f"Rebels {verb} and burned boats.", tree)
    assert (("patient", "boats") in pairs(made, verb)) == shared


@pytest.mark.parametrize(("kind", "role"), [("ORG", "patient"), ("PER", "patient"), ("LOC", "place")])
def test_a_name_before_a_noun_of_suffering_undergoes_it_unless_it_is_a_place(kind, role):
    tree = "Oro/PROPN/compound/murder murder/NOUN/nsubj/ended/murder ended/VERB/root/ended"
    assert pairs(Built("The Oro murder ended.", tree, names={"Oro": kind}, happened={"murder": 1}), "murder") == [
        (role, "Oro")
    ]


def test_who_stands_right_behind_a_passive_did_it_whatever_the_tree():
    tree = (
        "It/PRON/nsubj:pass/run was/AUX/aux:pass/run run/VERB/root/run/run/VBN by/ADP/case/Lindt "
        "Lindt/PROPN/nmod/subsidiary subsidiary/NOUN/advcl/run/subsidiary"
    )
    made = Built("It was run by Lindt, a subsidiary.", tree, names={"Lindt": "ORG"})
    assert ("agent", "Lindt") in pairs(made, "run")


def test_a_body_with_a_word_of_means_in_its_name_acts():
    tree = (
        "It/PRON/nsubj:pass/run was/AUX/aux:pass/run run/VERB/root/run/run/VBN by/ADP/case/Air Oro/PROPN/compound/Air "
        "Air/PROPN/obl:agent/run/air"
    )
    made = Built("It was run by Oro Air.", tree, names={"Oro Air": "ORG"})
    assert [role for role, _ in pairs(made, "run")] == ["patient", "agent"]


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        ("Rebels blamed troops for the attack.",
         "Rebels/NOUN/nsubj/blamed blamed/VERB/root/blamed/blame/VBD troops/NOUN/obj/blamed/troop "
         "for/ADP/case/attack attack/NOUN/obl/blamed", [("agent", "troops")]),
        ("Troops were blamed for the attack.",
         "Troops/NOUN/nsubj:pass/blamed/troop were/AUX/aux:pass/blamed blamed/VERB/root/blamed/blame/VBN "
         "for/ADP/case/attack attack/NOUN/obl/blamed", [("agent", "Troops")]),
        ("Rebels blamed the attack on troops.",
         "Rebels/NOUN/nsubj/blamed blamed/VERB/root/blamed/blame/VBD attack/NOUN/obj/blamed on/ADP/case/troops "
         "troops/NOUN/obl/blamed/troop", [("agent", "troops")]),
        ("Rebels blamed troops for Oro's attack.",
         "Rebels/NOUN/nsubj/blamed blamed/VERB/root/blamed/blame/VBD troops/NOUN/obj/blamed/troop for/ADP/case/attack "
         "Oro/PROPN/nmod:poss/attack 's/PART/case/Oro attack/NOUN/obl/blamed", [("agent", "Oro's")]),
        ("Rebels thanked troops for the attack.",
         "Rebels/NOUN/nsubj/thanked thanked/VERB/root/thanked/thank/VBD troops/NOUN/obj/thanked/troop "
         "for/ADP/case/attack attack/NOUN/obl/thanked", []),
    ],
)  # fmt: skip
def test_who_is_blamed_for_a_deed_did_it_by_the_word_of_who_blames(text, tree, expected):
    assert [p for p in pairs(Built(text, tree), "attack") if p[0] == "agent"] == expected


@pytest.mark.parametrize(
    "text, tree, word, expected",
    [
        ("They set fire to cars.",
         "They/PRON/nsubj/set set/VERB/root/set/set/VBD fire/NOUN/obj/set to/ADP/case/cars cars/NOUN/obl/set/car",
         "set", [("agent", "They"), ("patient", "fire"), ("patient", "cars")]),
        ("They set rules to cars.",
         "They/PRON/nsubj/set set/VERB/root/set/set/VBD rules/NOUN/obj/set to/ADP/case/cars cars/NOUN/obl/set/car",
         "set", [("agent", "They"), ("patient", "rules")]),
        ("They sealed off roads.",
         "They/PRON/nsubj/sealed sealed/VERB/root/sealed/seal/VBD off/ADP/case/roads roads/NOUN/obl/sealed/road",
         "sealed", [("agent", "They"), ("patient", "roads")]),
        ("They searched for Ana.",
         "They/PRON/nsubj/searched searched/VERB/root/searched/search/VBD for/ADP/case/Ana Ana/PROPN/obl/searched",
         "searched", [("agent", "They"), ("patient", "Ana")]),
        ("The child killing ended.",
         "The/DET/det/killing child/NOUN/compound/killing killing/NOUN/nsubj/ended ended/VERB/root/ended",
         "killing", [("patient", "child")]),
        ("The sniper killing of men ended.",
         "The/DET/det/killing sniper/NOUN/compound/killing killing/NOUN/nsubj/ended of/ADP/case/men "
         "men/NOUN/nmod/killing/man ended/VERB/root/ended",
         "killing", [("patient", "men")]),
        ("The police killing of men ended.",
         "The/DET/det/killing police/NOUN/compound/killing killing/NOUN/nsubj/ended of/ADP/case/men "
         "men/NOUN/nmod/killing/man ended/VERB/root/ended",
         "killing", [("agent", "police"), ("patient", "men")]),
        ("The crane collapse ended.",
         "The/DET/det/collapse crane/NOUN/compound/collapse collapse/NOUN/nsubj/ended ended/VERB/root/ended",
         "collapse", [("agent", "crane")]),
        ("They noticed smoke filling rooms.",
         "They/PRON/nsubj/noticed noticed/VERB/root/noticed/notice/VBD smoke/NOUN/obj/noticed "
         "filling/VERB/ccomp/noticed/fill/VBG rooms/NOUN/obj/filling/room", "filling",
         [("agent", "smoke"), ("patient", "rooms")]),
        ("Ana was in Oro attending talks.",
         "Ana/PROPN/nsubj/Oro was/AUX/cop/Oro in/ADP/case/Oro Oro/PROPN/root/Oro attending/VERB/acl/Oro/attend/VBG "
         "talks/NOUN/obj/attending", "attending", [("agent", "Ana"), ("patient", "talks")]),
        ("They met survivors of a quake that killed men.",
         "They/PRON/nsubj/met met/VERB/root/met/meet/VBD survivors/NOUN/obj/met/survivor of/ADP/case/quake "
         "a/DET/det/quake quake/NOUN/nmod/survivors that/PRON/nsubj/killed killed/VERB/acl:relcl/survivors/kill/VBD "
         "men/NOUN/obj/killed/man", "killed", [("agent", "a quake"), ("patient", "men")]),
        ("They met survivors of a quake that thanked men.",
         "They/PRON/nsubj/met met/VERB/root/met/meet/VBD survivors/NOUN/obj/met/survivor of/ADP/case/quake "
         "a/DET/det/quake quake/NOUN/nmod/survivors that/PRON/nsubj/thanked thanked/VERB/acl:relcl/survivors/thank/VBD "
         "men/NOUN/obj/thanked/man", "thanked", [("agent", "survivors of a quake"), ("patient", "men")]),
        ("They met residents of a port, which lies south.",
         "They/PRON/nsubj/met met/VERB/root/met/meet/VBD residents/NOUN/obj/met/resident of/ADP/case/port "
         "a/DET/det/port port/NOUN/nmod/residents which/PRON/nsubj/lies/which/WDT "
         "lies/VERB/acl:relcl/residents/lie/VBZ south/ADV/advmod/lies", "lies", [("agent", "a port")]),
        ("They held vigils for boys killed on patrol.",
         "They/PRON/nsubj/held held/VERB/root/held/hold/VBD vigils/NOUN/obj/held/vigil for/ADP/case/boys "
         "boys/NOUN/nmod/vigils/boy killed/VERB/acl/vigils/kill/VBN on/ADP/case/patrol patrol/NOUN/obl/killed",
         "killed", [("patient", "boys"), ("topic", "patrol")]),
        ("They sank boats and killed men.",
         "They/PRON/nsubj/sank sank/VERB/root/sank/sink/VBD boats/NOUN/obj/sank/boat and/CCONJ/cc/killed "
         "killed/VERB/conj/sank/kill/VBD men/NOUN/obj/sank/man", "sank", [("agent", "They"), ("patient", "boats")]),
        ("They sank boats and killed men.",
         "They/PRON/nsubj/sank sank/VERB/root/sank/sink/VBD boats/NOUN/obj/sank/boat and/CCONJ/cc/killed "
         "killed/VERB/conj/sank/kill/VBD men/NOUN/obj/sank/man", "killed", [("agent", "They"), ("patient", "men")]),
        ("They seized and burned boats.",
         "They/PRON/nsubj/seized seized/VERB/root/seized/seize/VBD and/CCONJ/cc/burned "
         "burned/VERB/conj/seized/burn/VBD boats/NOUN/obj/seized/boat", "seized",
         [("agent", "They"), ("patient", "boats")]),
        ("A teenager fatally shot by police fled.",
         "A/DET/det/teenager teenager/NOUN/nsubj/fled fatally/ADV/advmod/shot shot/VERB/acl:relcl/teenager/shoot/VBN "
         "by/ADP/case/police police/NOUN/obl:agent/shot fled/VERB/root/fled/flee/VBD", "shot",
         [("patient", "A teenager"), ("agent", "police")]),
        ("They were taken by helicopter.",
         "They/PRON/nsubj:pass/taken were/AUX/aux:pass/taken taken/VERB/root/taken/take/VBN by/ADP/case/helicopter "
         "helicopter/NOUN/obl/taken/helicopter", "taken", [("patient", "They")]),
        ("They moved with force.",
         "They/PRON/nsubj/moved moved/VERB/root/moved/move/VBD with/ADP/case/force force/NOUN/obl/moved/force/NN",
         "moved", [("agent", "They")]),
        ("They moved with forces.",
         "They/PRON/nsubj/moved moved/VERB/root/moved/move/VBD with/ADP/case/forces forces/NOUN/obl/moved/force/NNS",
         "moved", [("agent", "They"), ("recipient", "forces")]),
        ("He has past arrests.",
         "He/PRON/nsubj/has has/VERB/root/has/have/VBZ past/ADJ/amod/arrests arrests/NOUN/obj/has/arrest",
         "arrests", [("patient", "He")]),
        ("Men slept and thousands were waiting.",
         "Men/NOUN/nsubj/slept/man slept/VERB/root/slept/sleep/VBD and/CCONJ/cc/waiting thousands/NUM/obl/waiting "
         "were/AUX/aux/waiting/be/VBD waiting/VERB/conj/slept/wait/VBG", "waiting",
         [("agent", "thousands"), ("number", "thousands")]),
        ("They impeded a protest's progress.",
         "They/PRON/nsubj/impeded impeded/VERB/root/impeded/impede/VBD a/DET/det/protest protest/NOUN/obj/impeded "
         "'s/PART/case/protest/'s/POS progress/NOUN/obj/impeded", "impeded",
         [("agent", "They"), ("patient", "progress")]),
        ("The assault with weapons ended.",
         "The/DET/det/assault assault/NOUN/nsubj/ended with/ADP/case/weapons weapons/NOUN/nmod/assault/weapon "
         "ended/VERB/root/ended", "assault", [("instrument", "weapons")]),
        ("The charge of theft ended.",
         "The/DET/det/charge charge/NOUN/nsubj/ended of/ADP/case/theft theft/NOUN/nmod/charge ended/VERB/root/ended",
         "charge", [("topic", "theft")]),
        ("Prisoner captured after week.",
         "Prisoner/NOUN/nsubj/captured captured/VERB/root/captured/capture/VBD after/ADP/case/week "
         "week/NOUN/obl/captured", "captured", [("patient", "Prisoner")]),
        ("Ana fled cuffing guards, stealing guns.",
         "Ana/PROPN/nsubj/fled fled/VERB/root/fled/flee/VBD cuffing/VERB/advcl/fled/cuff/VBG "
         "guards/NOUN/obj/stealing/guard ,/PUNCT/punct/stealing stealing/VERB/advcl/fled/steal/VBG "
         "guns/NOUN/obj/stealing/gun", "stealing", [("agent", "Ana"), ("patient", "guns")]),
        ("Ana fled cuffing guards, stealing guns.",
         "Ana/PROPN/nsubj/fled fled/VERB/root/fled/flee/VBD cuffing/VERB/advcl/fled/cuff/VBG "
         "guards/NOUN/obj/stealing/guard ,/PUNCT/punct/stealing stealing/VERB/advcl/fled/steal/VBG "
         "guns/NOUN/obj/stealing/gun", "cuffing", [("agent", "Ana"), ("patient", "guards")]),
        ("They had rows at a prison where he died.",
         "They/PRON/nsubj/had had/VERB/root/had/have/VBD rows/NOUN/obj/had/row at/ADP/case/prison a/DET/det/prison "
         "prison/NOUN/nmod/rows where/ADV/advmod/died he/PRON/nsubj/died died/VERB/acl:relcl/rows/die/VBD", "died",
         [("place", "a prison"), ("patient", "he")]),
        ("It began giving Ana a controlling stake.",
         "It/PRON/nsubj/began began/VERB/root/began/begin/VBD giving/VERB/xcomp/began/give/VBG Ana/PROPN/iobj/giving "
         "a/DET/det/controlling controlling/VERB/conj/giving/control/VBG stake/NOUN/obj/giving", "giving",
         [("agent", "It"), ("recipient", "Ana"), ("patient", "stake")]),
        ("How many did you kill?",
         "How/ADV/advmod/many/how/WRB many/ADJ/nsubj/kill did/AUX/aux/kill you/PRON/nsubj/kill kill/VERB/root/kill",
         "kill", [("agent", "you")]),
        ("The quake was followed by another.",
         "The/DET/det/quake quake/NOUN/nsubj:pass/followed was/AUX/aux:pass/followed "
         "followed/VERB/root/followed/follow/VBN by/ADP/case/another another/DET/obl/followed", "quake", []),
        ("The world's worst quake ended.",
         "The/DET/det/world world/NOUN/nmod:poss/quake 's/PART/case/world worst/ADJ/amod/quake/bad/JJS "
         "quake/NOUN/nsubj/ended ended/VERB/root/ended", "quake", []),
        ("Damage was in cables carrying talks.",
         "Damage/NOUN/nsubj/cables was/AUX/cop/cables in/ADP/case/cables cables/NOUN/root/cables "
         "carrying/VERB/acl/cables/carry/VBG talks/NOUN/obj/carrying", "carrying",
         [("agent", "cables"), ("patient", "talks")]),
    ],
)  # fmt: skip
def test_who_and_whom_by_the_words_that_go_with_a_verb_or_noun(text, tree, word, expected):
    names = {place: "LOC" for place in ("Oro", "Vell") if place in text}
    assert pairs(Built(text, tree, names=names, happened={word: 1}), word) == expected


def test_what_somebody_is_accused_of_is_no_part_of_who_accuses():
    tree = (
        "Oro/PROPN/nsubj:pass/accused was/AUX/aux:pass/accused accused/VERB/root/accused/accuse/VBN by/ADP/case/scores "
        "scores/NOUN/obl:agent/accused/score of/ADP/case/women women/NOUN/nmod/scores/woman/NNS of/ADP/case/assault "
        "assault/NOUN/nmod/women"
    )
    made = Built("Oro was accused by scores of women of assault.", tree, happened={"accused": 1})
    assert ("agent", "scores of women", None) in made.roles("accused")
