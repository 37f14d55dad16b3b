"""Who speaks in a headline by its punctuation, and what only looks so."""

import pytest

from rashomon.types import Attribution, BlockKind
from tests.readings import Built

FELL = "fell/VERB/root/fell/fall/VBD"


@pytest.mark.parametrize(
    "text, tree, names, expected",
    [
        ("Moreno: The pier fell", FELL, {"Moreno": "PER"}, ("Moreno", "The pier fell")),
        ("The pier fell: Moreno", FELL, {"Moreno": "PER"}, ("Moreno", "The pier fell")),
        ("Vell police chief: The pier fell", FELL, {}, ("Vell police chief", "The pier fell")),
        ("Minister: 'No money for dams'", "", {}, ("Minister", "'No money for dams'")),
        ("'No money for dams' - minister", "", {}, ("minister", "'No money for dams'")),
        ("Three dead in blast – police", "", {}, ("police", "Three dead in blast")),
        ("HPU: 'We will strike now'", "", {"HPU": "ORG"}, ("HPU", "'We will strike now'")),
        # a topic, a place, and a site that signs
        ("Moreno: ten things to know", "", {"Moreno": "PER"}, None),
        ("Vell: The pier fell", FELL, {"Vell": "LOC"}, None),
        ("HPU: The pier fell", FELL, {"HPU": "ORG"}, None),
        ("The pier fell - HPU", FELL, {"HPU": "ORG"}, None),
        ("Analysis: Why the pier fell", FELL, {}, None),
    ],
)
def test_who_speaks_by_a_colon_or_dash(text, tree, names, expected):
    made = Built(text, tree, names=names, kinds=(BlockKind.HEADLINE,))
    said = [(a.speaker, *map(made.quote, a.content)) for a in made.layer(Attribution)]
    assert said == ([expected] if expected else [])


def test_what_the_model_gave_to_nobody_gets_its_speaker():
    made = Built(
        "Minister: “No money for dams”", parts=[(None, None, ["“No money for dams”"])], kinds=(BlockKind.HEADLINE,)
    )
    assert [a.speaker for a in made.layer(Attribution)] == ["Minister"]


def test_a_colon_in_the_text_is_no_headline():
    made = Built("Moreno: The pier fell", FELL, names={"Moreno": "PER"})
    assert made.layer(Attribution) == ()


@pytest.mark.parametrize(
    "text, said", [("The pier fell: police.", ["police"]), ("It is old.\n\nThe pier fell: police.", [])]
)
def test_the_first_paragraph_may_be_a_headline_with_a_stop(text, said):
    assert [a.speaker for a in Built(text, FELL).layer(Attribution)] == said
