"""Whom a teller cites says the same, on the teller's word."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built

TREE = (
    "Nine/NUM/nsubj/died died/VERB/ccomp/reported Herald/PROPN/nsubj/reported reported/VERB/root/reported/report/VBD "
)


@pytest.mark.parametrize(
    "cited, tree, expected",
    [
        (
            "citing guards",
            "citing/VERB/advcl/reported/cite/VBG guards/NOUN/obj/citing/guard/NNS",
            [("Herald", "Nine died"), ("Herald > guards", "Nine died")],
        ),
        (  # a reason is nobody
            "citing costs",
            "citing/VERB/advcl/reported/cite/VBG costs/NOUN/obj/citing/cost/NNS",
            [("Herald", "Nine died"), ("Herald", "costs")],
        ),
    ],
)
def test_who_is_cited(cited, tree, expected):
    parts = [("Herald", "reported", ["Nine died"]), ("Herald", cited.split()[0], [cited.split()[1]])]
    made = Built(f"Nine died, the Herald reported, {cited}.", TREE + tree, names={"Herald": "ORG"}, parts=parts)
    found = [(" > ".join(a.holders[1:]), made.quote(a.content[0])) for a in made.layer(Attribution)]
    assert sorted(found) == sorted(expected)


AS_SAYING = "as/SCONJ/mark/saying saying/VERB/advcl/{0}/say/VBG ship/NOUN/nsubj/sank sank/VERB/ccomp/saying/sink/VBD"


@pytest.mark.parametrize(
    "text, tree, parts, expected",
    [
        (
            "The Herald quoted Oro as saying that the ship sank.",
            "Herald/PROPN/nsubj/quoted quoted/VERB/root/quoted/quote/VBD Oro/PROPN/obj/quoted "
            + AS_SAYING.format("quoted"),
            [("The Herald", "quoted", ["Oro as saying that the ship sank"])],
            [("Herald", "the ship sank"), ("Herald > Oro", "the ship sank")],
        ),
        (
            "Oro was quoted by the Herald as saying that the ship sank.",
            "Oro/PROPN/nsubj:pass/quoted was/AUX/aux:pass/quoted quoted/VERB/root/quoted/quote/VBN "
            "Herald/PROPN/obl:agent/quoted by/ADP/case/Herald " + AS_SAYING.format("quoted"),
            [("the Herald", "was quoted", ["as saying that the ship sank"])],
            [("Herald", "the ship sank"), ("Herald > Oro", "the ship sank")],
        ),
        (
            "Oro is quoted in the Herald as saying that the ship sank.",
            "Oro/PROPN/nsubj:pass/quoted is/AUX/aux:pass/quoted quoted/VERB/root/quoted/quote/VBN "
            "Herald/PROPN/obl/quoted in/ADP/case/Herald " + AS_SAYING.format("quoted"),
            [(None, "saying", ["that the ship sank"])],
            [("Herald", "the ship sank"), ("Herald > Oro", "the ship sank")],
        ),
        (  # after what is quoted
            "“The ship sank,” the Herald quoted Oro as saying.",
            "ship/NOUN/nsubj/sank sank/VERB/ccomp/quoted/sink/VBD Herald/PROPN/nsubj/quoted "
            "quoted/VERB/root/quoted/quote/VBD Oro/PROPN/obj/quoted as/SCONJ/mark/saying "
            "saying/VERB/advcl/quoted/say/VBG",
            [("the Herald", "quoted", ["“The ship sank,”", "Oro"])],
            [("Herald", "“The ship sank,”"), ("Herald > Oro", "“The ship sank,”")],
        ),
        (  # nobody tells who quotes
            "Oro was quoted as saying that the ship sank.",
            "Oro/PROPN/nsubj:pass/quoted was/AUX/aux:pass/quoted quoted/VERB/root/quoted/quote/VBN "
            + AS_SAYING.format("quoted"),
            [("Oro", "was quoted", ["as saying that the ship sank"])],
            [("Oro", "the ship sank")],
        ),
    ],
)
def test_who_is_quoted_as_saying_something(text, tree, parts, expected):
    made = Built(text, tree, names={"Herald": "ORG", "Oro": "PER"} if "Herald" in text else {"Oro": "PER"}, parts=parts)
    found = [(" > ".join(a.holders[1:]), made.quote(a.content[0])) for a in made.layer(Attribution)]
    assert sorted(found) == sorted(expected)


def test_who_cites_may_be_told_before_its_verb():
    made = Built(
        "The Herald, citing guards, reported that nine died.",
        "Herald/PROPN/nsubj/reported citing/VERB/acl/Herald/cite/VBG guards/NOUN/obj/citing/guard/NNS "
        "reported/VERB/root/reported/report/VBD nine/NUM/nsubj/died died/VERB/ccomp/reported",
        names={"Herald": "ORG"},
        parts=[("The Herald", "citing", ["guards"]), ("The Herald", "reported", ["that nine died"])],
    )
    assert {a.holders[1:] for a in made.layer(Attribution)} == {("Herald",), ("Herald", "guards")}
