"""Descriptions with a name before their noun: whose they are not, and whom they explain."""

import pytest

from rashomon.types import Reference
from tests.readings import Built


def described(text, tree, names):
    made = Built(text, tree, names=names)
    return [(made.quote(r.span), r.entity) for r in made.layer(Reference)]


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("Oro", "Vale", []),  # another department
        ("Oro", "Oro", [("the Oro department", "Oro Department")]),
    ],
)
def test_a_body_of_another_name_is_another(first, second, expected):
    tree = (
        f"{first}/PROPN/compound/Department Department/PROPN/nsubj/sank sank/VERB/root/sank "
        f"the/DET/det/department {second}/PROPN/compound/department department/NOUN/obj/met/department/NN "
        "met/VERB/root/met"
    )
    made = Built(
        f"{first} Department sank. We met the {second} department.", tree, names={f"{first} Department": "ORG"}
    )
    assert [(made.quote(r.span), r.entity) for r in made.layer(Reference)] == expected


@pytest.mark.parametrize("place, expected", [("Sella", []), ("Delta", [("The Delta senator", "Ana Oro")])])
def test_an_office_of_another_place_is_another_s(place, expected):
    tree = (
        "Ana/PROPN/nsubj/sank Oro/PROPN/flat/Ana the/DET/det/senator senator/NOUN/appos/Ana/senator/NN "
        "from/ADP/case/Delta Delta/PROPN/nmod/senator sank/VERB/root/sank "
        f"The/DET/det/senator {place}/PROPN/compound/senator senator/NOUN/nsubj/left/senator/NN left/VERB/root/left"
    )
    text = f"Ana Oro, the senator from Delta, sank near Sella. The {place} senator left."
    again = {"Sella#2": "LOC"} if place == "Sella" else {"Delta#2": "LOC"}
    names = {"Ana Oro": "PER", "Delta": "LOC", "Sella": "LOC"} | again
    assert [r for r in described(text, tree, names) if "senator" in r[0] and "The" in r[0]] == expected


def test_what_explains_a_name_is_whoever_has_it():
    tree = (
        "Luz/PROPN/nsubj/met Vale/PROPN/flat/Luz met/VERB/root/met Ana/PROPN/obj/met Oro/PROPN/flat/Ana "
        "nominee/NOUN/appos/Ana/nominee/NN the/DET/det/nominee last/ADJ/amod/nominee"
    )
    found = described("Luz Vale met Ana Oro, the last nominee.", tree, {"Luz Vale": "PER", "Ana Oro": "PER"})
    assert found == [("the last nominee", "Ana Oro")]


@pytest.mark.parametrize(
    "party, expected", [("Republican", []), ("Democratic", [("The Democratic nominee", "Ana Oro")])]
)
def test_a_nominee_of_another_party_is_another(party, expected):
    tree = (
        "Ana/PROPN/nsubj/sank Oro/PROPN/flat/Ana the/DET/det/nominee Democratic/ADJ/amod/nominee "
        "nominee/NOUN/appos/Ana/nominee/NN sank/VERB/root/sank "
        f"The/DET/det/nominee {party}/ADJ/amod/nominee nominee/NOUN/nsubj/left/nominee/NN left/VERB/root/left"
    )
    text = f"Ana Oro, the Democratic nominee, sank. The {party} nominee left."
    assert [r for r in described(text, tree, {"Ana Oro": "PER"}) if r[0].startswith("The")] == expected
