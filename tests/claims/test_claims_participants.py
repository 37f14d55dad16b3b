"""Who, whom and where are claimed of happenings whose own words tell them in another place."""

import pytest

from rashomon.annotators import annotate
from rashomon.claims import extract
from rashomon.readers import document
from tests.readings import Built

FIRE = "The/DET/det/fire fire/NOUN/nsubj/claimed claimed/VERB/root/claimed/claim/VBD the/DET/det/lives"
LIVES = "lives/NOUN/obj/claimed/life/NNS of/ADP/case/children three/NUM/nummod/children children/NOUN/nmod/lives/child"
DIVERS = "Divers/NOUN/nsubj/found/diver/NNS found/VERB/root/found/find/VBD the/DET/det/ship ship/NOUN/obj/found"
QUAKE = "A/DET/det/quake quake/NOUN/nsubj/hit hit/VERB/root/hit/hit/VBD the/DET/det/town town/NOUN/obj/hit"
US = "US/PROPN/nsubj/strikes strikes/VERB/root/strikes/strike/VBZ Karsa/PROPN/obj/strikes"


@pytest.mark.parametrize(
    ("text", "tree", "names", "expected"),
    [
        ("The fire claimed the lives of three children.", f"{FIRE} {LIVES}", {},
         {("who", "The fire"), ("whom", "three children")}),
        ("Divers found the ship.", DIVERS, {}, {("who", "Divers"), ("whom", "the ship")}),
        ("A quake hit the town of Karsa.", f"{QUAKE} of/ADP/case/Karsa Karsa/PROPN/nmod/town", {"Karsa": "LOC"},
         {("whom", "the town of Karsa"), ("where", "the town of Karsa")}),
        ("US strikes Karsa", US, {"US": "LOC", "Karsa": "LOC"},
         {("who", "US"), ("whom", "Karsa"), ("where", "Karsa")}),
    ],
)  # fmt: skip
def test_who_whom_and_where(text, tree, names, expected):
    found = extract([Built(text, tree, names=names).document])
    assert {(c.slot, c.words) for c in found if c.slot in ("who", "whom", "where")} == expected


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Unrest began in Greece on Friday. It has spread throughout the country, police said.", "Greece"),
        ("Unrest began in May. It has spread throughout the country, police said.", "country"),
    ],
)
def test_the_country_is_the_one_that_the_account_names(text: str, where: str) -> None:
    told = [c for c in extract(annotate([document(text)])) if c.slot == "where" and c.words == "the country"]
    assert {c.value.form for c in told} == {where}
