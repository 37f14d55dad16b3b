"""What a number with a unit measures, and of whom or what."""

import pytest

from rashomon.types import EventMention, Quantity
from tests.readings import Built

FELL = "Shares/NOUN/nsubj/fell fell/VERB/root/fell/fall/VBD"
RAISED = "Oro/PROPN/nsubj/raised raised/VERB/root/raised/raise/VBD its/PRON/nmod:poss/bid bid/NOUN/obj/raised"


@pytest.mark.parametrize(
    ("text", "tree", "names", "words", "measure"),
    [
        ("Shares fell 14%.", FELL + " %/SYM/obl:unmarked/fell 14/NUM/nummod/%", {}, "14%", "fall by"),
        ("Shares fell to $59.", FELL + " to/ADP/case/$ $/SYM/obl/fell 59/NUM/nummod/$", {}, "$59", "fall to"),
        ("Oro raised its bid to $82.", RAISED + " to/ADP/case/$ $/SYM/obl/raised 82/NUM/nummod/$", {}, "$82", "deal"),
        ("Oro raised its bid to $82 a share.",
         RAISED + " to/ADP/case/$ $/SYM/obl/raised 82/NUM/nummod/$", {}, "$82", "deal per share"),
        ("They rejected the first $70 offer.",
         "They/PRON/nsubj/rejected rejected/VERB/root/rejected/reject/VBD offer/NOUN/obj/rejected "
         "first/ADJ/amod/offer $/SYM/compound/offer 70/NUM/nummod/$", {}, "$70", "earlier deal"),
        ("It fell 20 km east of Cape Oro.",
         "It/PRON/nsubj/fell fell/VERB/root/fell/fall/VBD 20/NUM/nummod/km km/NOUN/obl:unmarked/fell "
         "east/ADV/advmod/fell Cape/PROPN/flat/Oro Oro/PROPN/obl/fell", {"Cape Oro": "LOC"}, "20", "distance from oro"),
        ("Ana Moreno, 44, left.",
         "Ana/PROPN/nsubj/left Moreno/PROPN/flat/Ana 44/NUM/nummod/Ana left/VERB/root/left/leave/VBD",
         {"Ana Moreno": "PER"}, "44", "age"),
        ("A quake of magnitude 7 hit.", "quake/NOUN/nsubj/hit magnitude/NOUN/nmod/quake 7/NUM/nummod/magnitude "
         "hit/VERB/root/hit", {}, "7", "magnitude"),
        ("The price was unchanged at $60 a share.",
         "price/NOUN/nsubj/unchanged was/AUX/cop/unchanged unchanged/ADJ/root/unchanged at/ADP/case/$ "
         "$/SYM/obl/unchanged 60/NUM/nummod/$", {}, "$60", "price per share"),
        ("Oro, valued at $3, left.",
         "Oro/PROPN/nsubj/left valued/VERB/acl/Oro/value/VBN at/ADP/case/$ $/SYM/obl/valued 3/NUM/nummod/$ "
         "left/VERB/root/left/leave/VBD", {}, "$3", "price"),
        ("Inflation was 5%.",
         "Inflation/NOUN/nsubj/%/inflation was/AUX/cop/% 5/NUM/nummod/% %/SYM/root/%", {}, "5%", "inflation"),
        ("Inflation among men was 5%.",
         "Inflation/NOUN/nsubj/%/inflation among/ADP/case/men men/NOUN/nmod/Inflation/man was/AUX/cop/% 5/NUM/nummod/% "
         "%/SYM/root/%", {}, "5%", "inflation man"),
        ("Police put turnout at 5%.",
         "Police/NOUN/nsubj/put put/VERB/root/put/put/VBD turnout/NOUN/obj/put at/ADP/case/% 5/NUM/nummod/% "
         "%/SYM/obl/put", {}, "5%", "turnout"),
        ("They heard 20 tonnes.", "They/PRON/nsubj/heard heard/VERB/root/heard/hear/VBD 20/NUM/nummod/tonnes "
         "tonnes/NOUN/obj/heard/tonne", {}, "20", ""),
        ("They left 44 boats.", "They/PRON/nsubj/left left/VERB/root/left/leave/VBD 44/NUM/nummod/boats "
         "boats/NOUN/obj/left/boat", {}, "44", ""),
    ],
)  # fmt: skip
def test_what_is_measured(text, tree, names, words, measure):
    made = Built(text, tree, names=names)
    assert {made.quote(q.span): q.measure for q in made.layer(Quantity)}[words] == measure


@pytest.mark.parametrize(
    ("text", "tree", "names", "words", "expected"),
    [
        (
            "The children, ages 10, 9 and 4, left.",
            "children/NOUN/nsubj/left/child ages/NOUN/appos/children/age 10/NUM/nummod/ages 9/NUM/conj/10 "
            "4/NUM/conj/10 left/VERB/root/left/leave/VBD",
            {},
            "10",
            ("age", None),
        ),
        (
            "The child aged 4 left.",
            "child/NOUN/nsubj/left aged/VERB/acl/child/age/VBN 4/NUM/nummod/child left/VERB/root/left/leave/VBD",
            {},
            "4",
            ("age", "child"),
        ),
        (
            "The 44-year-old Ana Moreno left.",
            "44/NUM/nummod/year year/NOUN/compound/old old/ADJ/amod/Ana Ana/PROPN/nsubj/left "
            "Moreno/PROPN/flat/Ana left/VERB/root/left/leave/VBD",
            {"Ana Moreno": "PER"},
            "44",
            ("age", "Moreno"),
        ),
        (
            "Moreno, a 44-year-old harbour pilot, left.",
            "Moreno/PROPN/nsubj/left 44/NUM/nummod/year year/NOUN/compound/old old/ADJ/amod/pilot "
            "harbour/NOUN/compound/pilot pilot/NOUN/appos/Moreno left/VERB/root/left/leave/VBD",
            {"Moreno": "PER"},
            "44",
            ("age", "Moreno"),
        ),
        (
            "Moreno is 44 years old.",
            "Moreno/PROPN/nsubj/old is/AUX/cop/old 44/NUM/nummod/years years/NOUN/obl/old/year old/ADJ/root/old",
            {"Moreno": "PER"},
            "44",
            ("age", "Moreno"),
        ),
        (  # of nobody who is named
            "Guards held the 17-year-old.",
            "Guards/NOUN/nsubj/held/guard/NNS held/VERB/root/held/hold/VBD the/DET/det/old 17/NUM/nummod/year "
            "year/NOUN/compound/old old/ADJ/xcomp/held",
            {},
            "17",
            ("age", None),
        ),
        (
            "It lay at 40 degrees north.",
            "It/PRON/nsubj/lay lay/VERB/root/lay/lie/VBD at/ADP/case/degrees 40/NUM/nummod/degrees "
            "degrees/NOUN/obl/lay/degree north/ADV/advmod/degrees",
            {},
            "40",
            ("", None),
        ),
        (
            "It flew 770 km above the sea.",
            "It/PRON/nsubj/flew flew/VERB/root/flew/fly/VBD 770/NUM/nummod/km km/NOUN/obl/flew "
            "above/ADP/case/sea sea/NOUN/obl/flew",
            {},
            "770",
            ("height", None),
        ),
        (
            "Shares were down 29 percent.",
            "Shares/NOUN/nsubj/down/share were/AUX/cop/down down/ADV/root/down 29/NUM/nummod/percent "
            "percent/NOUN/obl/down",
            {},
            "29 percent",
            ("fall by", None),
        ),
        (
            "Shares fell as low as $59.",
            "Shares/NOUN/nsubj/fell fell/VERB/root/fell/fall/VBD low/ADJ/advmod/fell $/SYM/obl/low 59/NUM/nummod/$",
            {},
            "$59",
            ("fall to", None),
        ),
        (
            "Oro made its $38 bid.",
            "Oro/PROPN/nsubj/made made/VERB/root/made/make/VBD its/PRON/nmod:poss/bid $/SYM/obj/made "
            "38/NUM/nummod/$ bid/NOUN/obj/made",
            {"Oro": "ORG"},
            "$38",
            ("deal", None),
        ),
        (
            "Oro left with an earlier offer of $38.",
            "Oro/PROPN/nsubj/left left/VERB/root/left/leave/VBD offer/NOUN/obl/left $/SYM/dep/left 38/NUM/nummod/$",
            {"Oro": "ORG"},
            "$38",
            ("earlier deal", None),
        ),
        (
            "They valued the maker at $121.",
            "They/PRON/nsubj/valued valued/VERB/root/valued/value/VBD maker/NOUN/obj/valued at/ADP/case/$ "
            "$/SYM/nmod/maker 121/NUM/nummod/$",
            {},
            "$121",
            ("price", "maker"),
        ),
        (
            "A fall of 5% came.",
            "fall/NOUN/nsubj/came of/ADP/case/% 5/NUM/nummod/% %/SYM/nmod/fall came/VERB/root/came/come/VBD",
            {},
            "5%",
            ("fall by", None),
        ),
        (
            "It is 9 metres tall.",
            "It/PRON/nsubj/tall is/AUX/cop/tall 9/NUM/nummod/metres metres/NOUN/obl/tall/metre tall/ADJ/root/tall",
            {},
            "9",
            ("height", None),
        ),
        (
            "The fine was $20.",
            "fine/NOUN/nsubj/$ was/AUX/cop/$ $/SYM/root/$ 20/NUM/nummod/$",
            {},
            "$20",
            ("fine", "fine"),
        ),
        (
            "They paid $20 in cash.",
            "They/PRON/nsubj/paid paid/VERB/root/paid/pay/VBD $/SYM/obj/paid 20/NUM/nummod/$ cash/NOUN/obl/paid",
            {},
            "$20",
            ("cash", None),
        ),
        (
            "Oro raised its bid from $70.",
            "Oro/PROPN/nsubj/raised raised/VERB/root/raised/raise/VBD its/PRON/nmod:poss/bid "
            "bid/NOUN/obj/raised from/ADP/case/$ $/SYM/obl/raised 70/NUM/nummod/$",
            {"Oro": "ORG"},
            "$70",
            ("earlier deal", "bid"),
        ),
        (
            "It flew 2,700 km.",
            "It/PRON/nsubj/flew flew/VERB/root/flew/fly/VBD 2,700/NUM/nummod/km km/NOUN/obj/flew",
            {},
            "2,700",
            ("length fly", None),
        ),
        (
            "Oro was fined $20.",
            "Oro/PROPN/nsubj:pass/fined was/AUX/aux:pass/fined fined/VERB/root/fined/fine/VBN $/SYM/obj/fined "
            "20/NUM/nummod/$",
            {"Oro": "ORG"},
            "$20",
            ("fine", None),
        ),
        (
            "It cost $20 a month.",
            "It/PRON/nsubj/cost cost/VERB/root/cost/cost/VBD $/SYM/obj/cost 20/NUM/nummod/$ month/NOUN/nmod/$",
            {},
            "$20",
            ("price per month", "It"),
        ),
        (
            "They cut annual losses to $3.",
            "They/PRON/nsubj/cut cut/VERB/root/cut/cut/VBD annual/ADJ/amod/losses losses/NOUN/obj/cut/loss "
            "to/ADP/case/$ $/SYM/obl/cut 3/NUM/nummod/$",
            {},
            "$3",
            ("loss per year", "losses"),
        ),
    ],
)
def test_what_is_measured_and_who_has_it(text, tree, names, words, expected):
    made = Built(text, tree, names=names)
    found = {made.quote(q.span): (q.measure, made.quote(q.owner)) for q in made.layer(Quantity)}
    assert found[words] == expected


def test_an_age_is_a_state_of_its_own_and_no_number_of_the_verb():
    tree = "Ana/PROPN/nsubj/left Moreno/PROPN/flat/Ana 44/NUM/nummod/Ana left/VERB/root/left/leave/VBD"
    made = Built("Ana Moreno, 44, left.", tree, names={"Ana Moreno": "PER"})
    age = made.event("44")
    assert (age.predicate, made.roles("44")) == ("be aged", [("agent", "Moreno", "Ana Moreno"), ("number", "44", None)])
    assert "number" not in [role for role, _, _ in made.roles("left")]


def test_a_weight_before_its_thing_and_one_of_a_verb_tell_the_same():
    before = Built(
        "The 77-tonne truck fell.",
        "tonne/NOUN/compound/truck 77/NUM/nummod/tonne truck/NOUN/nsubj/fell fell/VERB/root/fell/fall/VBD",
    )
    beside = Built(
        "The truck weighed 77 tonnes.",
        "truck/NOUN/nsubj/weighed weighed/VERB/root/weighed/weigh/VBD tonnes/NOUN/obj/weighed/tonne "
        "77/NUM/nummod/tonnes",
    )
    for made in (before, beside):
        [weight] = [m for m in made.layer(EventMention) if m.predicate == "weigh"]
        assert [made.quote(a.head) for a in weight.arguments if a.role == "agent"] == ["truck"]
        assert [q.measure for q in made.layer(Quantity)] == ["weight"]


@pytest.mark.parametrize(
    ("complement", "predicate", "positive"),
    [("over", "be over", True), ("untrue", "be true", False), ("unlikely", "be likely", False)],
)
def test_a_copula_tells_a_state_and_a_word_for_untrue_denies(complement, predicate, positive):
    tree = f"report/NOUN/nsubj/{complement} is/AUX/cop/{complement} {complement}/ADJ/root/{complement}/{complement}"
    made = Built(f"The report is {complement}.", tree)
    state = made.event(complement)
    assert state.predicate == predicate
    assert (state.factuality > 0) == positive


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("in control", "be control"),
        ("out of control", "be out of control"),
        ("under construction", "be under construction"),
    ],
)
def test_a_preposition_that_turns_a_state_belongs_to_it(words, predicate):
    *case, noun = words.split()
    tree = f"station/NOUN/nsubj/{noun} is/AUX/cop/{noun} " + " ".join(f"{w}/ADP/case/{noun}" for w in case)
    made = Built(f"The station is {words}.", f"{tree} {noun}/NOUN/root/{noun}/{noun}")
    assert made.event(noun).predicate == predicate


def test_a_number_belongs_to_what_it_counts():
    tree = (
        "owners/NOUN/nsubj/left/owner of/ADP/case/houses three/NUM/nummod/houses houses/NOUN/nmod/owners/house "
        "left/VERB/root/left/leave/VBD two/NUM/nummod/boats boats/NOUN/obj/left/boat"
    )
    made = Built("The owners of three houses left two boats.", tree)
    assert [words for role, words, _ in made.roles("left") if role == "number"] == ["two"]


def test_the_year_of_a_thing_is_not_that_of_the_verb():
    tree = (
        "They/PRON/nsubj/cut cut/VERB/root/cut/cut/VBD 2018/NUM/nummod/budget budget/NOUN/obj/cut in/ADP/case/May "
        "May/PROPN/obl/cut"
    )
    made = Built("They cut the 2018 budget in May.", tree, times=["2018", "May"])
    assert [words for role, words, _ in made.roles("cut") if role == "time"] == ["May"]
