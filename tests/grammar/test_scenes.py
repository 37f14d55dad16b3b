"""Where an event is, when its own phrases do not say so outright."""

import pytest

from rashomon.annotators import annotate
from rashomon.readers import document
from rashomon.types import EventMention
from tests.readings import Built


def places(text, tree, word, names=None):
    """The words for the places of the event of a word."""
    return [words for role, words, _ in Built(text, tree, names=names).roles(word) if role == "place"]


FLED = "They/PRON/nsubj/fled fled/VERB/root/fled/flee/VBD"


@pytest.mark.parametrize(
    "phrase, tree, expected",
    [
        ("to a farmhouse", "to/ADP/case/farmhouse a/DET/det/farmhouse farmhouse/NOUN/obl/fled", ["a farmhouse"]),
        ("to an archbishop", "to/ADP/case/archbishop an/DET/det/archbishop archbishop/NOUN/obl/fled", []),
        ("in a state of shock",
         "in/ADP/case/state a/DET/det/state state/NOUN/obl/fled/state/NN of/ADP/case/shock shock/NOUN/nmod/state", []),
        ("in state cars", "in/ADP/case/state state/NOUN/obl/fled/state/NN cars/NOUN/dep/fled", []),
        ("in the state", "in/ADP/case/state the/DET/det/state state/NOUN/obl/fled/state/NN", ["the state"]),
        ("in cars and masks",
         "in/ADP/case/stadiums stadiums/NOUN/obl/fled/stadium and/CCONJ/cc/masks masks/NOUN/conj/stadiums/mask",
         ["stadiums"]),
    ],
)  # fmt: skip
def test_common_nouns_are_places_by_their_ending_and_by_what_is_beside_them(phrase, tree, expected):
    text = f"They fled {phrase}.".replace("cars and", "stadiums and")
    assert places(text, f"{FLED} {tree}", "fled") == expected


def test_what_is_named_after_a_place_is_one_after_at():
    tree = (
        "They/PRON/nsubj/met met/VERB/root/met/meet/VBD at/ADP/case/outlet Oro/PROPN/compound/outlet "
        "outlet/NOUN/obl/met/outlet/NN"
    )
    assert places("They met at Oro outlet.", tree, "met", {"Oro": "LOC"}) == ["Oro outlet"]
    assert places("They met at Oro outlet.", tree, "met") == []


def test_where_crews_are_called_is_where_they_went():
    tree = (
        "Crews/NOUN/nsubj:pass/called/crew were/AUX/aux:pass/called called/VERB/root/called/call/VBN to/ADP/case/hotel "
        "hotel/NOUN/obl/called"
    )
    assert places("Crews were called to hotel.", tree, "called") == ["hotel"]


def test_each_place_of_a_list_counts_however_the_list_hangs_together():
    tree = (
        f"{FLED} to/ADP/case/Oro Oro/PROPN/obl/fled and/CCONJ/cc/Vell Vell/PROPN/conj/Oro ,/PUNCT/punct/Sella "
        "Sella/PROPN/conj/Vell"
    )
    names = {"Oro": "LOC", "Vell": "LOC", "Sella": "LOC"}
    assert places("They fled to Oro and Vell, Sella.", tree, "fled", names) == ["Oro", "Vell", "Sella"]


NAMES = {"Vell": "LOC"}


@pytest.mark.parametrize(
    "text, tree, word, expected",
    [
        ("Vell witnessed a robbery.",
         "Vell/PROPN/nsubj/witnessed witnessed/VERB/root/witnessed/witness/VBD a/DET/det/robbery "
         "robbery/NOUN/obj/witnessed", "robbery", ["Vell"]),
        ("Vell planned a robbery.",
         "Vell/PROPN/nsubj/planned planned/VERB/root/planned/plan/VBD a/DET/det/robbery robbery/NOUN/obj/planned",
         "robbery", []),
        ("Protests swept Vell.",
         "Protests/NOUN/nsubj/swept/protest swept/VERB/root/swept/sweep/VBD Vell/PROPN/obj/swept", "Protests",
         ["Vell"]),
        ("Protests angered Vell.",
         "Protests/NOUN/nsubj/angered/protest angered/VERB/root/angered/anger/VBD Vell/PROPN/obj/angered", "Protests",
         []),
        ("Vell was hit by protests.",
         "Vell/PROPN/nsubj:pass/hit was/AUX/aux:pass/hit hit/VERB/root/hit/hit/VBN by/ADP/case/protests "
         "protests/NOUN/obl:agent/hit/protest", "protests", ["Vell"]),
        ("Protests spread quickly to Vell.",
         "Protests/NOUN/nsubj/spread/protest spread/VERB/root/spread/spread/VBD quickly/ADV/advmod/spread "
         "to/ADP/case/Vell Vell/PROPN/obl/spread", "Protests", ["Vell"]),
        ("They left the site of the robbery near Vell.",
         "They/PRON/nsubj/left left/VERB/root/left/leave/VBD the/DET/det/site site/NOUN/obj/left of/ADP/case/robbery "
         "the/DET/det/robbery robbery/NOUN/nmod/site near/ADP/case/Vell Vell/PROPN/nmod/site", "robbery", ["Vell"]),
        ("It saw a spate of robberies in Vell.",
         "It/PRON/nsubj/saw saw/VERB/root/saw/see/VBD a/DET/det/spate spate/NOUN/obj/saw/spate of/ADP/case/robberies "
         "robberies/NOUN/nmod/spate/robbery in/ADP/case/Vell Vell/PROPN/nmod/spate", "robberies", ["Vell"]),
        ("A quake killed nine in Vell.",
         "A/DET/det/quake quake/NOUN/nsubj/killed killed/VERB/root/killed/kill/VBD nine/NUM/obj/killed "
         "in/ADP/case/Vell Vell/PROPN/obl/killed", "quake", ["Vell"]),
        ("Vell's parade ended.",
         "Vell/PROPN/nmod:poss/parade 's/PART/case/Vell parade/NOUN/nsubj/ended ended/VERB/root/ended", "parade",
         ["Vell's"]),
        ("They drank at Vell's parade.",
         "They/PRON/nsubj/drank drank/VERB/root/drank/drink/VBD at/ADP/case/parade Vell/PROPN/nmod:poss/parade "
         "'s/PART/case/Vell parade/NOUN/obl/drank", "drank", ["Vell's"]),
    ],
)  # fmt: skip
def test_a_happening_is_where_the_words_around_it_say(text, tree, word, expected):
    assert places(text, tree, word, NAMES) == expected


HIT = "They/PRON/nsubj/hit hit/VERB/root/hit/hit/VBD"


@pytest.mark.parametrize(
    "text, tree, names, expected",
    [
        ("They hit a Vell hotel.", "a/DET/det/hotel Vell/PROPN/compound/hotel hotel/NOUN/obj/hit", NAMES, ["Vell"]),
        ("They hit Vell island.", "Vell/PROPN/compound/island island/NOUN/obj/hit", NAMES, []),
        ("They hit a Vell firm.", "a/DET/det/firm Vell/PROPN/compound/firm firm/NOUN/obj/hit", NAMES, []),
        ("They hit a France hotel.", "a/DET/det/hotel France/PROPN/compound/hotel hotel/NOUN/obj/hit",
         {"France": "LOC"}, []),
        ("They hit trees along the river.",
         "trees/NOUN/obj/hit/tree along/ADP/case/river the/DET/det/river river/NOUN/nmod/trees", None,
         ["the river"]),
        ("They hit men on the bridge.",
         "men/NOUN/obj/hit/man on/ADP/case/bridge the/DET/det/bridge bridge/NOUN/nmod/men", None, ["the bridge"]),
        ("They hit bans on Vell.", "bans/NOUN/obj/hit/ban on/ADP/case/Vell Vell/PROPN/nmod/bans", NAMES, []),
    ],
)  # fmt: skip
def test_what_is_acted_upon_tells_where(text, tree, names, expected):
    assert places(text, f"{HIT} {tree}", "hit", names) == expected


@pytest.mark.parametrize(
    "text, tree, word, expected",
    [
        ("In Vell two died and six left.",
         "In/ADP/case/Vell Vell/PROPN/obl/died two/NUM/nsubj/died died/VERB/root/died/die/VBD and/CCONJ/cc/left "
         "six/NUM/nsubj/left left/VERB/conj/died/leave/VBD", "left", ["Vell"]),
        ("Two died in Vell and six left.",
         "Two/NUM/nsubj/died died/VERB/root/died/die/VBD in/ADP/case/Vell Vell/PROPN/obl/died and/CCONJ/cc/left "
         "six/NUM/nsubj/left left/VERB/conj/died/leave/VBD", "left", []),
        ("They killed two and wounded six in Vell.",
         "They/PRON/nsubj/killed killed/VERB/root/killed/kill/VBD two/NUM/obj/killed and/CCONJ/cc/wounded "
         "wounded/VERB/conj/killed/wound/VBD six/NUM/obj/wounded in/ADP/case/Vell Vell/PROPN/obl/wounded", "killed",
         ["Vell"]),
        ("They praised two and wounded six in Vell.",
         "They/PRON/nsubj/praised praised/VERB/root/praised/praise/VBD two/NUM/obj/praised and/CCONJ/cc/wounded "
         "wounded/VERB/conj/praised/wound/VBD six/NUM/obj/wounded in/ADP/case/Vell Vell/PROPN/obl/wounded", "praised",
         []),
        ("An attack in Vell killed two.",
         "An/DET/det/attack attack/NOUN/nsubj/killed in/ADP/case/Vell Vell/PROPN/nmod/attack "
         "killed/VERB/root/killed/kill/VBD two/NUM/obj/killed", "killed", ["Vell"]),
        ("An attack in Vell worried two.",
         "An/DET/det/attack attack/NOUN/nsubj/worried in/ADP/case/Vell Vell/PROPN/nmod/attack "
         "worried/VERB/root/worried/worry/VBD two/NUM/obj/worried", "worried", []),
    ],
)  # fmt: skip
def test_a_verb_without_a_place_is_where_another_word_for_its_deed_is(text, tree, word, expected):
    assert places(text, tree, word, NAMES) == expected


@pytest.mark.parametrize(
    "text, tree, word, expected",
    [
        ("Two died when a bus fell near Vell.",
         "Two/NUM/nsubj/died died/VERB/root/died/die/VBD when/ADV/advmod/fell a/DET/det/bus bus/NOUN/nsubj/fell "
         "fell/VERB/advcl/died/fall/VBD near/ADP/case/Vell Vell/PROPN/obl/fell", "died", ["Vell"]),
        ("Two died before a bus fell near Vell.",
         "Two/NUM/nsubj/died died/VERB/root/died/die/VBD before/SCONJ/mark/fell a/DET/det/bus bus/NOUN/nsubj/fell "
         "fell/VERB/advcl/died/fall/VBD near/ADP/case/Vell Vell/PROPN/obl/fell", "died", []),
        ("Two slept when a bus fell near Vell.",
         "Two/NUM/nsubj/slept slept/VERB/root/slept/sleep/VBD when/ADV/advmod/fell a/DET/det/bus bus/NOUN/nsubj/fell "
         "fell/VERB/advcl/slept/fall/VBD near/ADP/case/Vell Vell/PROPN/obl/fell", "slept", []),
        ("A bus fell near Vell, killing two and wounding six.",
         "A/DET/det/bus bus/NOUN/nsubj/fell fell/VERB/root/fell/fall/VBD near/ADP/case/Vell Vell/PROPN/obl/fell "
         ",/PUNCT/punct/killing killing/VERB/advcl/fell/kill/VBG two/NUM/obj/killing and/CCONJ/cc/wounding "
         "wounding/VERB/conj/killing/wound/VBG six/NUM/obj/wounding", "wounding", ["Vell"]),
        ("A bus left Vell in Oro, killing two near Vell.",
         "A/DET/det/bus bus/NOUN/nsubj/left left/VERB/root/left/leave/VBD Vell#1/PROPN/obj/left in/ADP/case/Oro "
         "Oro/PROPN/obl/left ,/PUNCT/punct/killing killing/VERB/advcl/left/kill/VBG two/NUM/obj/killing "
         "near/ADP/case/hills hills/NOUN/obl/killing/hill", "killing", []),
        ("They fled attacks near Vell in which two died.",
         "They/PRON/nsubj/fled fled/VERB/root/fled/flee/VBD attacks/NOUN/obj/fled/attack near/ADP/case/Vell "
         "Vell/PROPN/nmod/attacks in/ADP/case/which which/PRON/obl/died/which/WDT two/NUM/nsubj/died "
         "died/VERB/acl:relcl/attacks/die/VBD", "died", ["Vell"]),
    ],
)  # fmt: skip
def test_the_scene_of_an_outcome_is_that_of_its_deed(text, tree, word, expected):
    text, tree = text.replace("two near Vell", "two near hills"), tree.replace("#1", "")
    made = Built(text, tree, names={name: "LOC" for name in ("Vell", "Oro") if name in text})
    assert [words for role, words, _ in made.roles(word) if role == "scene"] == expected


@pytest.mark.parametrize(
    "text, tree, word, expected",
    [
        ("They fled in the capital Vell.",
         "They/PRON/nsubj/fled fled/VERB/root/fled/flee/VBD in/ADP/case/capital the/DET/det/capital "
         "capital/NOUN/obl/fled Vell/PROPN/obl/fled", "fled", ["Vell"]),
        ("They marched through the streets of Vell.",
         "They/PRON/nsubj/marched marched/VERB/root/marched/march/VBD through/ADP/case/streets the/DET/det/streets "
         "streets/NOUN/obl/marched/street of/ADP/case/Vell Vell/PROPN/obl/marched", "marched", ["the streets", "Vell"]),
        ("They took part in talks in Vell.",
         "They/PRON/nsubj/took took/VERB/root/took/take/VBD part/NOUN/obj/took in/ADP/case/talks "
         "talks/NOUN/obl/took/talk in/ADP/case/Vell Vell/PROPN/obl/took", "talks", ["Vell"]),
        ("VELL - A quake shook towns.",
         "VELL/PROPN/nsubj/shook -/PUNCT/punct/quake A/DET/det/quake quake/NOUN/nsubj/shook "
         "shook/VERB/root/shook/shake/VBD towns/NOUN/obj/shook/town", "quake", ["towns"]),
    ],
)  # fmt: skip
def test_places_are_told_by_what_stands_next_to_them(text, tree, word, expected):
    assert places(text, tree, word, {name: "LOC" for name in ("Vell", "VELL") if name in text}) == expected


def test_where_a_report_is_from_does_nothing():
    tree = (
        "VELL/PROPN/nsubj/shook -/PUNCT/punct/quake A/DET/det/quake quake/NOUN/nsubj/shook "
        "shook/VERB/root/shook/shake/VBD towns/NOUN/obj/shook/town"
    )
    roles = Built("VELL - A quake shook towns.", tree, names={"VELL": "LOC"}).roles("shook")
    assert [words for role, words, _ in roles if role == "agent"] == ["A quake"]


@pytest.mark.parametrize(
    "verb, goal, expected",
    [
        ("left", "Vell/PROPN/obl/left", ["Vell"]),
        ("left", "airport/NOUN/obl/left", ["airport"]),
        ("left", "work/NOUN/obl/left", []),
        ("asked", "Vell/PROPN/obl/asked", []),
    ],
)
def test_who_leaves_for_a_place_is_under_way_to_it(verb, goal, expected):
    lemma, noun = {"left": "leave", "asked": "ask"}[verb], goal.split("/")[0]
    tree = f"They/PRON/nsubj/{verb} {verb}/VERB/root/{verb}/{lemma}/VBD for/ADP/case/{noun} {goal}"
    assert places(f"They {verb} for {noun}.", tree, verb, NAMES if noun in NAMES else None) == expected


def test_a_day_that_is_taken_for_a_place_is_none():
    tree = (
        "They/PRON/nsubj/drank drank/VERB/root/drank/drink/VBD at/ADP/case/parade Easter/PROPN/compound/parade "
        "parade/NOUN/obl/drank"
    )
    made = Built("They drank at Easter parade.", tree, names={"Easter": "LOC"}, times=["Easter"])
    assert [role for role, _, _ in made.roles("drank") if role == "place"] == []


@pytest.mark.parametrize(
    ("text", "word", "where"),
    [
        ("A blast killed three people in Paris on Monday and wounded six.", "killed", "Paris"),
        ("A blast killed three people in Paris on Monday and wounded six.", "wounded", "Paris"),
        ("The flood in Texas last month left 90 people dead.", "left", "Texas"),
        (
            "Rebels attacked a bus station in Aleppo on Friday, killing two people and injuring nine.",
            "injuring",
            "Aleppo",
        ),
        ("Five people were injured in a Paris attack.", "injured", "Paris"),
        ("The band performed atop a red float.", "performed", "a red float"),
    ],
)
def test_harm_was_where_the_deed_was_that_did_it(text, word, where):
    [account] = annotate([document(text)])
    [told] = [m for m in account.layer(EventMention) if account.quote(m.span) == word]
    assert where in [account.quote(a.span) for a in told.arguments if a.role in ("place", "scene")]


def test_how_many_things_were_hurt_is_no_place():
    [account] = annotate([document("Police said that a total of 30 houses were destroyed.")])
    assert all(a.role not in ("place", "scene") for m in account.layer(EventMention) for a in m.arguments)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fled to Oro, where Bo sang.", ["Oro"]),
        ("They fled to Oro, Vell, where Bo sang.", ["Oro"]),
        ("They fled to Luz, where Bo sang.", []),
    ],
)
def test_where_stands_for_the_place_right_before_it_whatever_its_clause_hangs_on(text, expected):
    first = text.split()[3].strip(",")
    tree = f"{FLED} to/ADP/case/{first} {first}/PROPN/obl/fled where/ADV/advmod/sang/where/WRB "
    tree += "Vell/PROPN/appos/Oro " if "Vell" in text else ""
    tree += "Bo/PROPN/nsubj/sang sang/VERB/advcl/fled/sing/VBD"
    names = {name: "LOC" for name in ("Oro", "Vell") if name in text}
    assert places(text, tree, "sang", names) == expected


def told(text, word):
    """The mention of a word, as (role, words) of each argument."""
    [account] = annotate([document(text)])
    [mention] = [m for m in account.layer(EventMention) if account.quote(m.span) == word]
    return {(a.role, account.quote(a.span)) for a in mention.arguments}


def test_what_kills_is_the_attack_and_not_what_it_was_on():
    roles = told("He condemned the attack on a hotel in Kabul on Monday that killed nine people.", "killed")
    assert {words.split()[1] for role, words in roles if role == "agent"} == {"attack"}
    assert ("place", "Kabul") in roles


def test_each_place_of_what_was_struck_counts():
    roles = told("He condemned the bombings of two embassies in Kenya and Tanzania.", "bombings")
    assert {("place", "Kenya"), ("place", "Tanzania")} <= roles


def test_who_set_fire_to_what():
    assert {("agent", "They"), ("patient", "the vehicle")} <= told("They set fire to the vehicle and fled.", "fire")
