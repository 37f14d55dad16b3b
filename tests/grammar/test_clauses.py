"""Who takes part in a clause, by its tree."""

import pytest

from rashomon.grammar import clauses
from tests.readings import Built


@pytest.mark.parametrize(
    "text, tree, verb, expected",
    [
        (
            "Moreno voiced his desire to meet Lindt.",
            "Moreno/PROPN/nsubj/voiced voiced/VERB/root/voiced his/PRON/nmod:poss/desire desire/NOUN/obj/voiced "
            "to/PART/mark/meet meet/VERB/acl/desire/meet/VB Lindt/PROPN/obj/meet",
            "meet",
            "his",
        ),
        (
            "The pilot who left slept.",
            "The/DET/det/pilot pilot/NOUN/nsubj/slept who/PRON/nsubj/left left/VERB/acl:relcl/pilot/leave/VBD "
            "slept/VERB/root/slept",
            "left",
            "pilot",
        ),
        (
            "Moreno came and left.",
            "Moreno/PROPN/nsubj/came came/VERB/root/came and/CCONJ/cc/left left/VERB/conj/came/leave",
            "left",
            "Moreno",
        ),
        ("The plan to leave failed.", "plan/NOUN/nsubj/failed leave/VERB/acl/plan/leave/VB failed/VERB/root/failed",
         "leave", None),
    ],
)  # fmt: skip
def test_the_subject_of_a_verb(text, tree, verb, expected):
    doc = Built(text, tree).reading.doc
    found = clauses.subject(next(t for t in doc if t.text == verb))
    assert (found.text if found is not None else None) == expected
