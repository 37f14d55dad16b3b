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
