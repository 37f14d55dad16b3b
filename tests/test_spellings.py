"""A reader who looks for a person needs every spelling of the name that accounts have."""

from dataclasses import replace

import pytest

from rashomon.order import of_question
from rashomon.questions.spellings import misspelt
from rashomon.views.report import report
from tests.test_particulars import record, versions

OWNER = "A fire destroyed a shop in Vale on Monday.\n\nLatoya Brandt, who owns the shop, was hurt."
OTHER = "The owner of a shop in Vale, {}, was injured in a fire on Monday.\n\nMs Brandt had run it for years."


def test_spellings_of_one_name_stand_side_by_side_with_who_has_each():
    made = record(("Courier", OWNER), ("Gazette", OTHER.format("LaTonya Brandt")))
    (asked,) = made.questions
    slot, found = versions(asked, "spelling")
    assert found == {"Latoya Brandt": ("Courier",), "LaTonya Brandt": ("Gazette",)}
    assert not slot.contested
    assert "How the name is spelt\n" in report(made)
    assert [c.words for p in slot.positions for c in p.claims] == [p.value.form for p in slot.positions]


@pytest.mark.parametrize("name", ["Latoya Brandt", "LaToya Brandt", "Latoya M. Brandt", "Ms Brandt"])
def test_shorter_forms_and_capitals_are_no_other_spelling(name):
    assert not record(("Courier", OWNER), ("Gazette", OTHER.format(name))).questions


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("latoya brandt", "latonya brandt", True),
        ("ana brandt", "ana brant", True),
        ("bill brandt", "william brandt", False),  # forms of one name
        ("dave brandt", "david brandt", False),
        ("sam brandt", "samuel brandt", False),
        ("m brandt", "n brandt", False),
        ("ana brandt", "rosa brandt", False),
        ("latoya brandt", "latonya brant", False),  # two words differ: perhaps another person
        ("ana maria brandt", "ana brandt", False),
    ],
)
def test_what_is_another_spelling(one, other, expected):
    assert misspelt(one, other) is expected


def test_who_spells_a_name_comes_after_every_other_answer():
    (spelt,) = record(("Courier", OWNER), ("Gazette", OTHER.format("LaTonya Brandt"))).questions
    answered = replace(spelt, about="Zed", slots=tuple(replace(s, scope="home") for s in spelt.slots))
    assert sorted((spelt, answered), key=of_question) == [answered, spelt]
