"""What is told of a telling, whole, where the model gives the outer teller what stands before the inner cue."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built

OUTER = "Vale/PROPN/nsubj/said said/VERB/root/said/say/VBD Oro/PROPN/nsubj/denied denied/VERB/ccomp/said/deny/VBD "
INNER = "that/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/ccomp/denied/sink/VBD"
BEFORE = (
    "Oro/PROPN/nsubj/denied denied/VERB/ccomp/said/deny/VBD that/SCONJ/mark/sank it/PRON/nsubj/sank "
    "sank/VERB/ccomp/denied/sink/VBD a/DET/det/source source/NOUN/nsubj/said said/VERB/root/said/say/VBD "
    "Monday/PROPN/obl:tmod/said"
)


QUOTED = (
    "The/DET/det/boat boat/NOUN/nsubj/sank sank/VERB/ccomp/said/sink/VBD Oro/PROPN/nsubj/said "
    "said/VERB/root/said/say/VBD citing/VERB/advcl/said/cite/VBG guards/NOUN/obj/citing/guard/NNS"
)


def told(text, tree, parts):
    made = Built(text, tree, names={"Oro": "PER", **({"Vale": "PER"} if "Vale" in text else {})}, parts=parts)
    return {made.quote(a.cue): [made.quote(c) for c in a.content] for a in made.layer(Attribution)}, [
        a.holders[1:] for a in made.layer(Attribution)
    ]


@pytest.mark.parametrize(
    "text, tree, parts, outer",
    [
        ("Vale said Oro denied that it sank.", OUTER + INNER, ("Vale", "said", ["Oro"]), ["Oro denied that it sank"]),
        (  # who tells stands last, with a day
            "Oro denied that it sank, a source said Monday.",
            BEFORE,
            ("a source", "said", ["Oro"]),
            ["Oro denied that it sank"],
        ),
        (  # the model has nothing for who tells
            "Oro denied that it sank, a source said Monday.",
            BEFORE,
            ("a source", "said", []),
            ["Oro denied that it sank"],
        ),
        (  # whom who tells cites comes after
            "The boat sank, Oro said, citing guards.",
            QUOTED,
            ("Oro", "said", ["The boat"]),
            ["The boat sank"],
        ),
        (  # what else is told after who tells is not cited
            "The boat sank, Oro said, leaving guards.",
            QUOTED.replace("citing", "leaving").replace("/cite/", "/leave/"),
            ("Oro", "said", ["The boat"]),
            ["The boat"],
        ),
        (  # what has its verb stays as the model has it
            "Oro said it sank as Vell denied.",
            "Oro/PROPN/nsubj/said said/VERB/root/said/say/VBD it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD "
            "as/SCONJ/mark/denied Vell/PROPN/nsubj/denied denied/VERB/advcl/sank/deny/VBD",
            ("Oro", "said", ["it sank"]),
            ["it sank"],
        ),
    ],
)
def test_who_tells_of_a_telling_has_all_of_it(text, tree, parts, outer):
    assert told(text, tree, [parts])[0]["said"] == outer


def test_who_tells_of_a_telling_is_the_outer_holder():
    parts = [("Vale", "said", ["Oro"]), ("Oro", "denied", ["that it sank"])]
    assert told("Vale said Oro denied that it sank.", OUTER + INNER, parts)[1] == [("Vale",), ("Vale", "Oro")]


def test_who_stands_inside_a_sentence_does_not_tell_what_stands_before():
    tree = (
        "Boats/NOUN/nsubj/left left/VERB/ccomp/said/leave/VBD Oro/PROPN/nsubj/said said/VERB/root/said/say/VBD "
        "when/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/advcl/said/sink/VBD"
    )
    parts = [("Oro", "said", ["Boats"])]
    assert told("Boats left, Oro said when it sank.", tree, parts)[0]["said"] == ["Boats"]


def test_who_tells_inside_a_quotation_does_not_tell_what_stands_before_it():
    text = 'Oro wrote: "They left, guards said."'
    tree = (
        "Oro/PROPN/nsubj/wrote wrote/VERB/ccomp/said/write/VBD They/PRON/nsubj/left left/VERB/ccomp/said/leave/VBD "
        "guards/NOUN/nsubj/said/guard/NNS said/VERB/root/said/say/VBD"
    )
    parts = [("Oro", "wrote", ['"They left, guards said."']), ("guards", "said", ["They"])]
    assert told(text, tree, parts)[0]["said"] == ["They"]
