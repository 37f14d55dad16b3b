"""Descriptions weighed: what the account calls a candidate, what it is, and where it was told of."""

import pytest

from rashomon.types import Reference
from tests.readings import Built

LEFT = "left/VERB/root/left"


def described(text, tree, names, back=None):
    made = Built(text, f"{tree} {LEFT}", names=names, back=back)
    return [(made.quote(r.span), r.entity) for r in made.layer(Reference) if " " in made.quote(r.span)]


def the(noun):
    return f"the/DET/det/{noun} {noun}/NOUN/nsubj/left/{noun}/NN"


@pytest.mark.parametrize(
    "before, tree, names, noun, expected",
    [
        # what the account calls a person, by a noun that is no office
        (
            "Ana Oro, a rower, met Luz Vale.",
            "Ana/PROPN/nsubj/met Oro/PROPN/flat/Ana rower/NOUN/appos/Ana/rower/NN met/VERB/root/met "
            "Luz/PROPN/obj/met Vale/PROPN/flat/Luz",
            {"Ana Oro": "PER", "Luz Vale": "PER"},
            "rower",
            "Ana Oro",
        ),
        (
            "Experts met an alliance called Oro.",
            "Experts/NOUN/nsubj/met met/VERB/root/met an/DET/det/alliance alliance/NOUN/obj/met/alliance/NN "
            "called/VERB/acl/alliance/call Oro/PROPN/xcomp/called",
            {"Oro": "ORG"},
            "alliance",
            "Oro",
        ),
        (  # whatever the tree hangs the explanation on; one that is called so goes before one that is a kind of it
            "Vell Airlines met Oro Holdings, a small firm.",
            "Vell/PROPN/compound/Airlines Airlines/PROPN/nsubj/met met/VERB/root/met Oro/PROPN/compound/Holdings "
            "Holdings/PROPN/obj/met a/DET/det/firm small/ADJ/amod/firm firm/NOUN/conj/met/firm/NN",
            {"Vell Airlines": "ORG", "Oro Holdings": "ORG"},
            "firm",
            "Oro Holdings",
        ),
        # a bank is a company, a ministry is none, nor is a place
        ("Oro Bank sank.", "Bank/PROPN/nsubj/sank sank/VERB/root/sank", {"Oro Bank": "ORG"}, "company", "Oro Bank"),
        (
            "Oro Ministry sank.",
            "Ministry/PROPN/nsubj/sank sank/VERB/root/sank",
            {"Oro Ministry": "ORG"},
            "company",
            None,
        ),
        ("Oro sank.", "Oro/PROPN/nsubj/sank sank/VERB/root/sank", {"Oro": "LOC"}, "company", None),
        ("Oro Corp sank.", "Corp/PROPN/nsubj/sank sank/VERB/root/sank", {"Oro Corp": "ORG"}, "company", "Oro Corp"),
        (
            "Oro Academy sank.",
            "Academy/PROPN/nsubj/sank sank/VERB/root/sank",
            {"Oro Academy": "ORG"},
            "school",
            "Oro Academy",
        ),
        # the last word of a name, whatever it is
        ("Oro Park sank.", "Park/PROPN/nsubj/sank sank/VERB/root/sank", {"Oro Park": "LOC"}, "park", "Oro Park"),
        # something without a name stands nearer
        (
            "Oro sank. It rained. A company burned.",
            "Oro/PROPN/nsubj/sank sank/VERB/root/sank A/DET/det/company company/NOUN/nsubj/burned/company/NN "
            "burned/VERB/root/burned",
            {"Oro": "ORG"},
            "company",
            None,
        ),
        # who is told to be a child, or is the only one with parents in the account
        (
            "Jan Oro met Pavel Vale's mother.",
            "Jan/PROPN/nsubj/met Oro/PROPN/flat/Jan met/VERB/root/met Pavel/PROPN/nmod:poss/mother "
            "Vale/PROPN/flat/Pavel mother/NOUN/obj/met/mother/NN",
            {"Jan Oro": "PER", "Pavel Vale": "PER"},
            "boy",
            "Pavel Vale",
        ),
    ],
)
def test_what_is_meant(before, tree, names, noun, expected):
    found = described(f"{before} Then the {noun} left.", f"{tree} {the(noun)}", names)
    assert found == ([(f"the {noun}", expected)] if expected else [])


def test_the_new_firm_is_the_one_that_was_new():
    text = "Oro Corp formed a new firm. Then the new firm left."
    tree = (
        "Oro/PROPN/compound/Corp Corp/PROPN/nsubj/formed formed/VERB/root/formed a/DET/det/firm new/ADJ/amod/firm "
        "firm/NOUN/obj/formed/firm/NN the/DET/det/firm new/ADJ/amod/firm firm/NOUN/nsubj/left/firm/NN"
    )
    assert described(text, tree, {"Oro Corp": "ORG"}) == []
    plain = text.replace("the new", "the"), tree.replace("new/ADJ/amod/firm firm/NOUN/nsubj", "firm/NOUN/nsubj")
    assert described(*plain, {"Oro Corp": "ORG"}) == [("the firm", "Oro Corp")]


@pytest.mark.parametrize(("name", "noun", "expected"), [("Oro Ministry", "ministry", True), ("Oro", "company", False)])
def test_an_update_calls_by_its_noun_what_another_has_named(name, noun, expected):
    word = name.split()[-1]
    tree = f"{word}/PROPN/nsubj/sank sank/VERB/root/sank {the(noun)} {LEFT}"
    text = f"{name} sank.\n\nThen the {noun} left."
    made = Built(text, tree, names={name: "ORG"}, entries=[0, 1])
    assert [r.entity for r in made.layer(Reference)] == ([name] if expected else [])
    assert [r.entity for r in Built(text, tree, names={name: "ORG"}).layer(Reference)] == [name]


@pytest.mark.parametrize("noun", ["website", "store"])
def test_what_belongs_to_a_body_is_not_that_body(noun):
    tree = (
        f"grew/VERB/root/grew the/DET/det/{noun} Oro/PROPN/compound/{noun} {noun}/NOUN/nsubj/left/{noun}/NN "
        "Vale/PROPN/nsubj/grew"
    )
    assert described(f"Vale grew. Later the Oro {noun} left.", tree, {"Vale": "PER", "Oro": "ORG"}) == []
