"""Descriptions that tell something new of somebody: whom they stand for, and which may be anybody."""

import pytest

from rashomon.types import Reference
from tests.readings import Built

MET = "Ana/PROPN/nsubj/met Oro/PROPN/flat/Ana met/VERB/root/met Luz/PROPN/obj/met Vale/PROPN/flat/Luz"
NAMES = {"Ana Oro": "PER", "Luz Vale": "PER"}


def described(sentence, tree):
    again = {"Oro#2": "PER"} if "Oro" in sentence else {}
    made = Built(f"Ana Oro met Luz Vale. {sentence}", f"{MET} {tree}", names=NAMES | again)
    return [r.entity for r in made.layer(Reference) if " " in made.quote(r.span)]


def the(words, noun, verb="smiled"):
    before = " ".join(f"{w}/ADJ/amod/{noun}" for w in words.split())
    return f"The/DET/det/{noun} {before} {noun}/NOUN/nsubj/{verb}/{noun}/NN {verb}/VERB/root/{verb}"


@pytest.mark.parametrize(
    "sentence, tree, expected",
    [
        ("The retired senator smiled.", the("retired", "senator"), ["Ana Oro"]),
        ("The retired spokesman smiled.", the("retired", "spokesman"), []),  # may be anybody of the story
        ("The other senator smiled.", the("other", "senator"), []),
        ("The eventual nominee smiled.", the("eventual", "nominee"), []),
        # whoever stands beside the verb is somebody else
        (
            "The retired senator saw Oro.",
            the("retired", "senator", "saw") + " Oro/PROPN/obj/saw",
            [],
        ),
        # one of many, told from others by what follows
        (
            "The young senator who won smiled.",
            the("young", "senator").replace(
                "smiled/VERB", "who/PRON/nsubj/won/who/WP won/VERB/acl:relcl/senator smiled/VERB"
            ),
            [],
        ),
    ],
)
def test_who_a_new_description_stands_for(sentence, tree, expected):
    assert described(sentence, tree) == expected
