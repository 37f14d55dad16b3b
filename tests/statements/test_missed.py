"""Statements that the model leaves out and the tree shows, outside and inside what others say."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built


def found(text, tree, parts=(), names=None):
    made = Built(text, tree, parts=parts, names=names or {})
    return [
        (a.holders[-1], made.quote(a.cue), " … ".join(map(made.quote, a.content)))
        for a in sorted(made.layer(Attribution), key=lambda a: a.span)
    ]


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        (
            "Two divers are missing, according to officials.",
            "divers/NOUN/nsubj/missing missing/ADJ/root/missing according/VERB/case/officials to/ADP/fixed/according "
            "officials/NOUN/obl/missing",
            ("officials", "according to", "Two divers are missing"),
        ),
        (  # the tree may hang the noun on "according"
            "According to a Vell guard, two divers are missing.",
            "According/VERB/advcl/missing to/ADP/case/guard a/DET/det/guard Vell/PROPN/compound/guard "
            "guard/NOUN/obl/According divers/NOUN/nsubj/missing missing/ADJ/root/missing",
            ("Vell guard", "According to", "two divers are missing"),
        ),
        (
            "The pier, according to Moreno, was never safe.",
            "pier/NOUN/nsubj/safe according/VERB/case/Moreno to/ADP/fixed/according Moreno/PROPN/obl/safe "
            "safe/ADJ/root/safe",
            ("Moreno", "according to", "The pier … was never safe"),
        ),
        (
            "The mayor reportedly fled to Sella.",
            "The/DET/det/mayor mayor/NOUN/nsubj/fled reportedly/ADV/advmod/fled fled/VERB/root/fled/flee/VBD",
            ("unnamed", "reportedly", "The mayor … fled to Sella"),
        ),
        (
            "It emerged that the pier was old.",
            "It/PRON/nsubj/emerged emerged/VERB/root/emerged/emerge/VBD that/SCONJ/mark/old the/DET/det/pier "
            "pier/NOUN/nsubj/old was/AUX/cop/old old/ADJ/ccomp/emerged",
            ("unnamed", "emerged", "the pier was old"),
        ),
        (
            "Moreno denied that it was old.",
            "Moreno/PROPN/nsubj/denied denied/VERB/root/denied/deny/VBD that/SCONJ/mark/old it/PRON/nsubj/old "
            "was/AUX/cop/old old/ADJ/ccomp/denied",
            ("Moreno", "denied", "it was old"),
        ),
    ],
)
def test_what_the_model_leaves_out_is_read_off_the_tree(text, tree, expected):
    assert found(text, tree) == [expected]


@pytest.mark.parametrize(
    "text, tree",
    [
        ("The mayor likely fled.", "mayor/NOUN/nsubj/fled likely/ADV/advmod/fled fled/VERB/root/fled/flee/VBD"),
        (  # whoever reads says nothing
            "You agree that it was old.",
            "You/PRON/nsubj/agree agree/VERB/root/agree/agree/VBP that/SCONJ/mark/old was/AUX/cop/old "
            "old/ADJ/ccomp/agree",
        ),
        ("The plane emerged from it.", "plane/NOUN/nsubj/emerged emerged/VERB/root/emerged/emerge/VBD"),
    ],
)
def test_what_nobody_says_is_left_out(text, tree):
    assert found(text, tree) == []


SAID = "Moreno/PROPN/nsubj/said said/VERB/root/said "


@pytest.mark.parametrize(
    "content, tree, expected",
    [
        (
            "it hoped that prices fall",
            "it/PRON/nsubj/hoped hoped/VERB/ccomp/said/hope/VBD that/SCONJ/mark/fall prices/NOUN/nsubj/fall "
            "fall/VERB/ccomp/hoped",
            [("hoped", "prices fall")],
        ),
        (
            "it was sure that prices fall",
            "it/PRON/nsubj/sure was/AUX/cop/sure sure/ADJ/ccomp/said that/SCONJ/mark/fall prices/NOUN/nsubj/fall "
            "fall/VERB/ccomp/sure",
            [],
        ),
        (  # who is to do it belongs to what is wanted
            "Lindt wanted the war to end",
            "Lindt/PROPN/nsubj/wanted wanted/VERB/ccomp/said/want/VBD the/DET/det/war war/NOUN/obj/wanted "
            "to/PART/mark/end end/VERB/xcomp/wanted",
            [("wanted", "the war to end")],
        ),
        (
            "God knows that prices fall",
            "God/PROPN/nsubj/knows knows/VERB/ccomp/said/know/VBZ that/SCONJ/mark/fall prices/NOUN/nsubj/fall "
            "fall/VERB/ccomp/knows",
            [],
        ),
    ],
)
def test_statements_inside_statements(content, tree, expected):
    made = found(f"Moreno said {content}.", SAID + tree, [("Moreno", "said", [content])], {"Moreno": "PER"})
    assert [(cue, told) for _, cue, told in made[1:]] == expected
