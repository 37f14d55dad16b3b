"""Titles: which can name one office."""

import pytest

from rashomon.grammar.people import plain, same_office


@pytest.mark.parametrize(
    "a, b, expected",
    [
        ("the Supreme Leader", "Supreme Leader", True),
        ("the Supreme Leader", "Ayatollah", True),
        ("Iranian president", "President", True),
        ("the prime minister", "Premier", True),
        ("harbour spokeswoman", "the spokesman", True),
        ("Lt. Gen.", "gen", True),
        ("Pope", "the pontiff", True),
        ("minister", "prime minister", True),
        ("president", "vice-president", False),
        ("defence minister", "foreign minister", False),
        ("judge", "aide", False),
        ("the", "president", False),
        ("", "", False),
        ("head", "forehead", False),
        ("former ambassador", "former Delta ambassador", True),
        ("former mayor", "deputy mayor", False),
    ],
)
def test_same_office(a, b, expected):
    assert same_office(a, b) is same_office(b, a) is expected


@pytest.mark.parametrize(
    "title, expected", [("the Supreme Leader", "supreme leader"), ("The", ""), ("", ""), ("Gen.", "general")]
)
def test_plain(title, expected):
    assert plain(title) == expected


@pytest.mark.parametrize(
    "a, b, same",
    [
        ("CIA chief", "CIA Director", True),
        ("fire chief", "CIA Director", False),
        ("the chief", "CIA Director", True),
        ("Iranian foreign minister", "British Foreign Secretary", False),
    ],
)
def test_offices_of_two_bodies_are_two(a, b, same):
    assert same_office(a, b) is same
