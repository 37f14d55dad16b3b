"""Constructions that the rules of pronouns and descriptions name, each by a tree and the model's antecedents."""

import pytest

from rashomon.types import Reference
from tests.readings import Built


@pytest.mark.parametrize(
    ("text", "tree", "names", "back", "expected"),
    [
        (
            "Ana Oro came with her mother Luz Vale. Another mother left.",
            "Ana/PROPN/nsubj/came Oro/PROPN/flat/Ana came/VERB/root/came her/PRON/nmod:poss/mother "
            "mother/NOUN/obl/came Luz/PROPN/flat/mother Another/DET/det/mother mother/NOUN/nsubj/left "
            "left/VERB/root/left",
            {"Ana Oro": "PER", "Luz Vale": "PER"},
            {},
            [("her", "Ana Oro", "antecedent")],
        ),
        (
            "Ana Oro came with her mother Luz Vale. The mother left.",
            "Ana/PROPN/nsubj/came Oro/PROPN/flat/Ana came/VERB/root/came her/PRON/nmod:poss/mother "
            "mother/NOUN/obl/came Luz/PROPN/flat/mother The/DET/det/mother mother/NOUN/nsubj/left "
            "left/VERB/root/left",
            {"Ana Oro": "PER", "Luz Vale": "PER"},
            {},
            [("her", "Ana Oro", "antecedent"), ("The mother", "Luz Vale", "title")],
        ),
        (
            "President Ana Moreno came. Any president left.",
            "Moreno/PROPN/nsubj/came came/VERB/root/came Any/DET/det/president president/NOUN/nsubj/left "
            "left/VERB/root/left",
            {"President Ana Moreno": "PER"},
            {},
            [],
        ),
        (
            "Ana Moreno came. The president left.",
            "Moreno/PROPN/nsubj/came came/VERB/root/came The/DET/det/president president/NOUN/nsubj/left "
            "left/VERB/root/left",
            {"Ana Moreno": "PER"},
            {"president": "Moreno"},
            [("The president", "Ana Moreno", "antecedent")],
        ),
        (
            "Ana Moreno came. Iran's president Mr. Oro left.",
            "Moreno/PROPN/nsubj/came came/VERB/root/came Iran/PROPN/nmod:poss/president "
            "president/NOUN/compound/Oro Oro/PROPN/nsubj/left left/VERB/root/left",
            {"Ana Moreno": "PER", "Oro": "PER"},
            {},
            [],
        ),
        (
            "Vale Airlines came. When it comes to boats, the firm left.",
            "Airlines/PROPN/nsubj/came Vale/PROPN/compound/Airlines came/VERB/root/came it/PRON/nsubj/comes "
            "comes/VERB/advcl/left/come When/ADV/advmod/comes firm/NOUN/nsubj/left left/VERB/root/left "
            "the/DET/det/firm",
            {"Vale Airlines": "ORG"},
            {"it": "Airlines"},
            [("the firm", "Vale Airlines", "nearest")],
        ),
        (
            "Vale Airlines came. It left.",
            "Airlines/PROPN/nsubj/came Vale/PROPN/compound/Airlines came/VERB/root/came It/PRON/nsubj/left "
            "left/VERB/root/left",
            {"Vale Airlines": "ORG"},
            {"It": "Airlines"},
            [("It", "Vale Airlines", "antecedent")],
        ),
        (
            "Kestrel Mills came. The firm left.",
            "Mills/PROPN/nsubj/came Kestrel/PROPN/compound/Mills came/VERB/root/came The/DET/det/firm "
            "firm/NOUN/nsubj/left left/VERB/root/left",
            {"Kestrel Mills": "ORG"},
            {"firm": "Mills"},
            [("The firm", "Kestrel Mills", "antecedent")],
        ),
        (
            "After his talks, Oro left.",
            "his/PRON/nmod:poss/talks talks/NOUN/obl/left Oro/PROPN/nsubj/left left/VERB/root/left "
            "After/ADP/case/talks",
            {"Oro": "PER"},
            {},
            [("his", "Oro", "antecedent")],
        ),
        (
            "Drusk came and saw him. Vale slept.",
            "Drusk/PROPN/nsubj/came came/VERB/root/came and/CCONJ/cc/saw saw/VERB/conj/came him/PRON/obj/saw "
            "Vale/PROPN/nsubj/slept slept/VERB/root/slept",
            {"Drusk": "PER", "Vale": "PER"},
            {},
            [],
        ),
        (
            "Pavel Vale slept. Boris Drusk came and saw him.",
            "Vale/PROPN/flat/Pavel Pavel/PROPN/nsubj/slept slept/VERB/root/slept Boris/PROPN/nsubj/came "
            "Drusk/PROPN/flat/Boris came/VERB/root/came and/CCONJ/cc/saw saw/VERB/conj/came him/PRON/obj/saw",
            {"Boris Drusk": "PER", "Pavel Vale": "PER"},
            {},
            [("him", "Pavel Vale", "nearest")],
        ),
        (
            "Ana Oro came. The actress sang.",
            "Oro/PROPN/flat/Ana Ana/PROPN/nsubj/came came/VERB/root/came The/DET/det/actress "
            "actress/NOUN/nsubj/sang sang/VERB/root/sang",
            {"Ana Oro": "PER"},
            {},
            [("The actress", "Ana Oro", "nearest")],
        ),
    ],
)
def test_who_or_what_is_meant(text, tree, names, back, expected):
    made = Built(text, tree, names=names, back=back)
    assert [(made.quote(r.span), r.entity, r.because) for r in made.layer(Reference)] == expected
